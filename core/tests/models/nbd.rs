//! NBD: an independent fit, and closed forms.

use super::{cdnow, near, one};
use ukur::models::{DiagnosisCode, FitOptions, Histories, Nbd, PurchaseModel};

/// Maximum likelihood by scipy (BFGS, then Newton), standard errors from the numerical Hessian; BTYDplus gives
/// -9763.6576146727.
#[test]
fn cdnow_fit() {
    let data = cdnow();
    let histories = Histories::new(&data.x, &data.t_x, &data.t).unwrap();
    let fitted = Nbd::fit(&histories, &FitOptions::default()).unwrap();
    println!("{}\n{} iterations", fitted.fit, fitted.fit.iterations);
    assert_eq!(fitted.fit.diagnosis.code, DiagnosisCode::Converged);
    assert!((fitted.fit.log_likelihood + 9763.65761467).abs() < 1e-7, "{}", fitted.fit.log_likelihood);
    for (estimate, want) in
        fitted.fit.estimates.iter().zip([(0.3847661358, 0.0209853763), (12.0720228448, 0.8087231901)])
    {
        near(estimate.value, want.0, 1e-8);
        near(estimate.standard_error.unwrap(), want.1, 1e-5);
    }
}

#[test]
fn nobody_leaves() {
    let model = Nbd::new(0.385, 12.072).unwrap();
    assert_eq!(one(0.0, 0.0, 1e4, |h| model.probability_alive(h, 1e6)), 1.0);
    near(one(2.0, 3.0, 30.0, |h| model.expected_purchases(h, 1e6)), 1e6 * 2.385 / 42.072, 1e-15);
    near(
        one(2.0, 3.0, 30.0, |h| model.discounted_expected_purchases(0.01, h, None)),
        100.0 * 2.385 / 42.072,
        1e-15,
    );
    let endless = model.discounted_expected_purchases_new(0.0, None).unwrap_err();
    assert_eq!(endless.code(), "divergent");
    // scipy.stats.nbinom.pmf(3, .385, 12.072 / (12.072 + 9))
    near(model.purchase_probability(3.0, 9.0).unwrap(), 0.013326502250996413912781331354, 1e-13);
    assert_eq!(
        model.purchase_probability(3.0, 9.0).unwrap(),
        model.purchase_probability_between(3.0, 30.0, 39.0).unwrap()
    );
}

#[test]
fn simulated_customers_follow_the_formulas() {
    super::follows_its_formulas(&Nbd::new(0.385, 12.072).unwrap(), 50_000, 39.0, &[0.385 / 12.072]);
}
