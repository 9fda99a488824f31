//! Pareto/NBD: Hardie's tables, independent fits, and mpmath at 40 digits.

use super::{cdnow, near, one};
use ukur::models::{DiagnosisCode, FitOptions, Histories, ParetoNbd, PurchaseModel};

/// Maximum likelihood by scipy (BFGS from several starts, then Newton), standard errors from the numerical Hessian;
/// Fader, Hardie & Lee 2005 print .553, 10.578, .606, 11.669 and -9595.0.
#[test]
fn cdnow_fit() {
    let data = cdnow();
    let histories = Histories::new(&data.x, &data.t_x, &data.t).unwrap();
    let fitted = ParetoNbd::fit(&histories, &FitOptions::default()).unwrap();
    println!("{}\n{} iterations", fitted.fit, fitted.fit.iterations);
    assert_eq!(fitted.fit.diagnosis.code, DiagnosisCode::Converged);
    assert!((fitted.fit.log_likelihood + 9594.97617894).abs() < 1e-7, "{}", fitted.fit.log_likelihood);
    for (estimate, want) in fitted.fit.estimates.iter().zip([
        (0.5532770469, 0.0476279290),
        (10.5776834634, 0.8427225607),
        (0.6062399891, 0.1872813624),
        (11.6687352864, 6.2111143745),
    ]) {
        near(estimate.value, want.0, 1e-8);
        near(estimate.standard_error.unwrap(), want.1, 1e-5);
    }
    let each: f64 = fitted.log_likelihood(&histories).unwrap().iter().sum();
    near(each, fitted.fit.log_likelihood, 1e-13);
    assert!(fitted.fit.relative_gradient < 1e-12);
}

/// mpmath, and Hardie's tables where another source is named.
#[test]
fn cdnow_answers() {
    let model = ParetoNbd::new(0.55, 10.56, 0.61, 11.64).unwrap();
    near(one(10.0, 35.0, 39.0, |h| model.expected_purchases(h, 2.0)), 0.38841172324225, 1e-12);
    near(one(3.0, 4.0, 6.0, |h| model.log_likelihood(h)), -8.0531159300468, 1e-13);
    let model =
        ParetoNbd::new(0.553397143256635, 10.580198543474351, 0.606062497117662, 11.656223670707698).unwrap();
    near(one(0.0, 0.0, 39.0, |h| model.probability_alive(h, 0.0)), 0.29416333576969, 1e-12);
    let (t_x, t) = (216.0 / 7.0, 31.0);
    near(one(26.0, t_x, t, |h| model.expected_purchases(h, 52.0)), 25.454183273591911734, 1e-12);
    near(one(26.0, t_x, t, |h| model.probability_alive(h, 0.0)), 0.99787340821156860298, 1e-13);
    near(model.expected_purchases_new(52.0).unwrap(), 1.473112689499165382, 1e-12);
    // Hardie's table, at the estimates of CDNOW.
    let model = ParetoNbd::new(0.5532770469, 10.5776834634, 0.6062399891, 11.6687352864).unwrap();
    near(model.expected_purchases_new(52.0).unwrap(), 1.473434, 1e-6);
    let model = ParetoNbd::new(0.55, 10.58, 0.61, 11.67).unwrap();
    near(one(132.0, 200.0, 200.0, |h| model.expected_purchases(h, 10.0)), 6.206051788963, 1e-12);
    near(one(133.0, 200.0, 200.0, |h| model.expected_purchases(h, 10.0)), 6.252872247575, 1e-12);
}

/// Where other programs overflow or give NaN: s = 1, many purchases, times far apart.
#[test]
fn singular_points() {
    let model = ParetoNbd::new(0.5143, 2.8845, 0.2856, 14.1087).unwrap();
    near(one(221.0, 103.42857, 103.57143, |h| model.log_likelihood(h)), -61.584648561729206517, 1e-13);
    let model = ParetoNbd::new(0.5, 10.0, 1.0, 11.0).unwrap();
    near(one(3.0, 20.0, 30.0, |h| model.expected_purchases(h, 10.0)), 0.49902898688014, 1e-12);
    let model = ParetoNbd::new(1.698, 0.196, 0.134, 123.3).unwrap();
    near(one(400.0, 18.76, 22.06, |h| model.log_likelihood(h)), 810.13278225702592419, 1e-13);
}

/// Fader, Hardie & Lee 2005, "RFM and CLV": a discount of .0027 a week.
#[test]
fn discounted_purchases() {
    let model = ParetoNbd::new(0.5629966, 12.559037, 0.4081095, 10.5148048).unwrap();
    let ask = |x, t_x| one(x, t_x, 77.86, |h| model.discounted_expected_purchases(0.0027, h, None));
    near(ask(7.0, 35.0), 1.8641833280713, 1e-12);
    for (x, want) in (1..=10).map(f64::from).zip([
        2.19915544970,
        2.84353440607,
        2.86712839121,
        2.44541007861,
        1.84050192448,
        1.26241647174,
        0.80961811945,
        0.49480361938,
        0.29202470157,
        0.16792750857,
    ]) {
        near(ask(x, 30.0), want, 1e-10);
    }
    let forever = one(7.0, 35.0, 77.86, |h| model.discounted_expected_purchases(0.01, h, None));
    let long = one(7.0, 35.0, 77.86, |h| model.discounted_expected_purchases(0.01, h, Some(6_000.0)));
    near(forever, long, 1e-12);
    let endless = model.discounted_expected_purchases_new(0.0, None).unwrap_err();
    assert_eq!(endless.code(), "divergent");
}

/// Interval counts that BTYD 2.4.3 gets wrong (.81103173 and 7.63e-4); mpmath and 4 million simulated customers.
#[test]
fn counts_on_an_interval() {
    let model = ParetoNbd::new(0.5533971432, 10.5801985434, 0.6060624971, 11.6562236707).unwrap();
    near(model.purchase_probability_between(0.0, 39.0, 78.0).unwrap(), 0.7902604093, 1e-9);
    near(model.purchase_probability_between(10.0, 1.0, 2.0).unwrap(), 4.4e-12, 0.02);
    let sum = |from, to| -> f64 {
        (0..1500).map(|n| model.purchase_probability_between(f64::from(n), from, to).unwrap()).sum()
    };
    near(sum(39.0, 78.0), 1.0, 1e-11);
    near(sum(0.0, 39.0), 1.0, 1e-11);
    let mean: f64 =
        (0..1500).map(|n| f64::from(n) * model.purchase_probability(f64::from(n), 39.0).unwrap()).sum();
    near(mean, model.expected_purchases_new(39.0).unwrap(), 1e-10);
    let next: f64 = (0..400)
        .map(|n| {
            let n = f64::from(n);
            n * one(3.0, 20.0, 38.0, |h| model.conditional_purchase_probability(n, h, 39.0))
        })
        .sum();
    near(next, one(3.0, 20.0, 38.0, |h| model.expected_purchases(h, 39.0)), 1e-11);
}

/// A simulation agrees with the formulas it does not use.
#[test]
fn simulated_customers_follow_the_formulas() {
    let model = ParetoNbd::new(0.55, 10.58, 0.61, 11.67).unwrap();
    super::follows_its_formulas(&model, 50_000, 39.0, &[0.55 / 10.58, 0.61 / 11.67]);
}

/// Ordinary, singular and extreme parameters, by mpmath: tests/references/purchase_models.py.
#[test]
fn references() {
    super::matches_its_references("pareto_nbd", 1e-11);
}
