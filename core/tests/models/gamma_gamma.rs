//! Gamma-Gamma: Hardie's note 025 and independent fits.

use super::{cdnow, near};
use ukur::models::{DiagnosisCode, FitOptions, GammaGamma, SpendModel};

#[test]
fn gamma_gamma_on_cdnow() {
    let data = cdnow();
    let fitted = GammaGamma::fit(&data.x, &data.m, None, &FitOptions::default()).unwrap();
    println!("{}\n{:?}", fitted.fit, fitted.fit.notes);
    assert_eq!(fitted.fit.diagnosis.code, DiagnosisCode::Converged);
    assert_eq!((fitted.fit.customers, fitted.fit.left_out), (946.0, 1411.0));
    assert!((fitted.fit.log_likelihood + 4055.91769480).abs() < 1e-7);
    for (estimate, want) in fitted.fit.estimates.iter().zip([
        (6.2495722714, 1.1900553),
        (3.7442246671, 0.29013307),
        (15.4435209623, 4.1594228),
    ]) {
        near(estimate.value, want.0, 1e-8);
        near(estimate.standard_error.unwrap(), want.1, 1e-5);
    }
}

/// Hardie's note 025 prints the first five to two digits; the rest by the exact formula.
#[test]
fn gamma_gamma_answers() {
    let model = GammaGamma::new(6.25, 3.74, 15.44).unwrap();
    let spend =
        model.expected_spend(&[2.0, 1.0, 0.0, 7.0, 2.0], &[22.35, 11.77, f64::NAN, 73.74, 25.55]).unwrap();
    for (got, want) in spend.iter().zip([24.65, 18.91, 35.17, 71.46, 27.28]) {
        assert!((got - want).abs() < 0.1, "{got} {want}");
    }
    near(model.expected_spend(&[1.0], &[35.0]).unwrap()[0], 35.066740823137, 1e-12);
    near(model.mean_spend().unwrap(), 35.21897810219, 1e-12);
    let heavy = GammaGamma::new(0.3, 0.5, 10.0).unwrap();
    assert_eq!(heavy.mean_spend().unwrap_err().code(), "divergent");
    assert!(heavy.expected_spend(&[2.0], &[5.0]).unwrap()[0] > 0.0);
    let error = heavy.expected_spend(&[2.0, 0.0], &[5.0, 0.0]).unwrap_err();
    assert!(error.to_string().contains("row 1"), "{error}");
}
