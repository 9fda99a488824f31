//! MBG/NBD: published and independent fits, and mpmath at 40 digits.

use super::{cdnow, near};
use ukur::models::{DiagnosisCode, FitOptions, Histories, MbgNbd, PurchaseModel};

/// Maximum likelihood by scipy (BFGS from several starts, then Newton), standard errors from the numerical Hessian;
/// Batislam et al. 2007 as in the tests of lifetimes: .525, 6.183, .891, 1.614; BTYDplus -9582.1357155884.
#[test]
fn cdnow_fit() {
    let data = cdnow();
    let histories = Histories::new(&data.x, &data.t_x, &data.t).unwrap();
    let fitted = MbgNbd::fit(&histories, &FitOptions::default()).unwrap();
    println!("{}\n{} iterations", fitted.fit, fitted.fit.iterations);
    assert_eq!(fitted.fit.diagnosis.code, DiagnosisCode::Converged);
    assert!((fitted.fit.log_likelihood + 9582.13571555).abs() < 1e-7, "{}", fitted.fit.log_likelihood);
    for (estimate, want) in fitted.fit.estimates.iter().zip([
        (0.5248431591, 0.0832681839),
        (6.1830852796, 0.6956205147),
        (0.8913593908, 0.1547898872),
        (1.6140022402, 0.5374946202),
    ]) {
        near(estimate.value, want.0, 1e-8);
        near(estimate.standard_error.unwrap(), want.1, 1e-5);
    }
    let each: f64 = fitted.log_likelihood(&histories).unwrap().iter().sum();
    near(each, fitted.fit.log_likelihood, 1e-13);
}

/// mpmath at 40 digits.
#[test]
fn new_customers() {
    let model = MbgNbd::new(0.525, 6.183, 0.891, 1.614).unwrap();
    near(model.expected_purchases_new(1.0).unwrap(), 0.053084795263699, 1e-12);
    near(model.purchase_probability(0.0, 39.0).unwrap(), 0.582473189493289, 1e-12);
    let total: f64 = (0..2000).map(|n| model.purchase_probability(f64::from(n), 39.0).unwrap()).sum();
    near(total, 1.0, 1e-12);
    let total: f64 =
        (0..900).map(|n| model.purchase_probability_between(f64::from(n), 39.0, 78.0).unwrap()).sum();
    near(total, 1.0, 1e-10);
    let mean: f64 =
        (0..2000).map(|n| f64::from(n) * model.purchase_probability(f64::from(n), 39.0).unwrap()).sum();
    near(mean, model.expected_purchases_new(39.0).unwrap(), 1e-11);
}

#[test]
fn simulated_customers_follow_the_formulas() {
    let model = MbgNbd::new(0.525, 6.183, 0.891, 1.614).unwrap();
    super::follows_its_formulas(&model, 50_000, 39.0, &[0.525 / 6.183, 0.891 / (0.891 + 1.614)]);
}

/// Ordinary, singular and extreme parameters, by mpmath: tests/references/purchase_models.py.
#[test]
fn references() {
    super::matches_its_references("mbg_nbd", 1e-11);
}
