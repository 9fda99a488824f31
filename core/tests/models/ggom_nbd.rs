//! GGom/NBD: independent evaluations, and its ridge to Pareto/NBD.

use super::{cdnow, near, one};
use ukur::models::{DiagnosisCode, FitOptions, GgomNbd, Histories, PurchaseModel};

/// At the parameters of Bemmaor & Glady 2012, Table 2; P(alive) and the expectation by mpmath, the latter in the corrected
/// form of Adler 2022.
#[test]
fn cdnow_answers() {
    let model = GgomNbd::new(0.553, 10.578, 0.0002, 0.603, 0.0026).unwrap();
    for (x, t_x, t, alive, purchases) in [
        (0.0, 0.0, 38.86, 0.3164168404421, 0.1151647772465116),
        (1.0, 1.71, 38.86, 0.1823405794128, 0.1863758929514122),
        (2.0, 30.43, 38.86, 0.8726562347481, 1.46632068699318),
        (7.0, 29.43, 38.86, 0.7555826694837, 3.756093752912705),
        (26.0, 30.86, 31.0, 0.9979836538053, 20.2194258505561),
    ] {
        near(one(x, t_x, t, |h| model.probability_alive(h, 0.0)), alive, 2e-12);
        near(one(x, t_x, t, |h| model.expected_purchases(h, 39.0)), purchases, 1e-12);
    }
}

/// The likelihood has no inner maximum: it rises towards that of Pareto/NBD, -9594.97617894.
#[test]
fn cdnow_ends_on_the_ridge() {
    let data = cdnow();
    let histories = Histories::new(&data.x, &data.t_x, &data.t).unwrap();
    let fitted = GgomNbd::fit(&histories, &FitOptions::default()).unwrap();
    println!("{}\n{} iterations", fitted.fit, fitted.fit.iterations);
    assert_eq!(fitted.fit.diagnosis.code, DiagnosisCode::Ridge);
    assert!(fitted.fit.diagnosis.message.contains("use ParetoNbd"), "{}", fitted.fit.diagnosis.message);
    assert!((fitted.fit.log_likelihood + 9594.97617894).abs() < 1e-6, "{}", fitted.fit.log_likelihood);
    near(fitted.beta / fitted.b, 11.6687352864, 1e-3);
    assert!(fitted.fit.estimates.iter().all(|estimate| estimate.standard_error.is_none()));
}

#[test]
fn counts_add_up() {
    // Late lifetimes after an early likeliest count: two peaks under the integral.
    for (model, horizon) in [
        (GgomNbd::new(0.553, 10.578, 0.0002, 0.603, 0.0026).unwrap(), 39.0),
        (GgomNbd::new(5.0, 2.0, 0.2, 0.9, 1e4).unwrap(), 100.0),
    ] {
        let sum = |start, end| -> f64 {
            (0..4000).map(|n| model.purchase_probability_between(f64::from(n), start, end).unwrap()).sum()
        };
        near(sum(0.0, horizon), 1.0, 1e-10);
        near(sum(horizon / 4.0, horizon / 2.0), 1.0, 1e-10);
        let mean: f64 = (0..6000)
            .map(|n| f64::from(n) * model.purchase_probability(f64::from(n), horizon).unwrap())
            .sum();
        near(mean, model.expected_purchases_new(horizon).unwrap(), 1e-9);
    }
}

#[test]
fn simulated_customers_follow_the_formulas() {
    let model = GgomNbd::new(0.8, 4.0, 0.08, 0.6, 1.5).unwrap();
    super::follows_its_formulas(&model, 8_000, 60.0, &[0.8 / 4.0, 0.6 / 1.5]);
}

/// Ordinary, singular and extreme parameters, by mpmath: tests/references/purchase_models.py.
#[test]
fn references() {
    super::matches_its_references("ggom_nbd", 1e-10);
}

/// Long after the last purchase the likelihood tends to a limit: mpmath gives it at T = 1e6 and 1e7, and beyond that the
/// age must not wear it away.
#[test]
fn the_likelihood_of_the_long_gone() {
    let model = GgomNbd::new(0.553, 10.58, 0.0002, 0.6, 0.0026).unwrap();
    for (t, want) in [
        (1e2, -10.5379375386943),
        (1e4, -10.7113844494408),
        (1e6, -10.7113844979806),
        (1e7, -10.7113844979806),
        (1e14, -10.7113844979806),
        (1e20, -10.7113844979806),
        (1e300, -10.7113844979806),
    ] {
        near(one(2.0, 30.0, t, |h| model.log_likelihood(h)), want, 1e-11);
    }
}

/// By mpmath (40 digits): the means of `p / (alpha + u)` and `(s + 1) / B(u)` over the time of leaving. A customer who
/// left long ago tells nothing new by being away for longer.
#[test]
fn latent_means_however_old() {
    let model = GgomNbd::new(0.553, 10.578, 0.05, 1.0, 30.0).unwrap();
    let long_gone = [0.041_303_137_468_760_77, 0.042_701_260_148_990_78];
    for (t, want) in [
        (38.86, [0.052_065_200_907_034_97, 0.030_263_543_758_810_88]),
        (4e3, long_gone),
        (1e6, long_gone),
        (1e308, long_gone),
    ] {
        let means = model.posterior_means(&Histories::new(&[2.0], &[30.43], &[t]).unwrap()).unwrap();
        for (got, want) in means.iter().zip(want) {
            near(got[0], want, 1e-12);
        }
    }
    // Whose last purchase lies there, too.
    let old = Histories::new(&[2.0], &[1e308], &[1e308]).unwrap();
    let means = model.posterior_means(&old).unwrap();
    assert!(means.iter().all(|mean| mean[0] >= 0.0 && mean[0] < 1e-300), "{means:?}");
}
