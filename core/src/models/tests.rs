//! What every model must pass.

use super::diagnosis::DiagnosisCode;
use super::fitting::Likelihood;
use super::{GUIDES, MODELS};
use crate::numerics::optimise::Evaluation;

/// Small, usual and large numbers for [`check_finite`]: of shapes, and of times.
pub(crate) const SHAPES: [f64; 3] = [1e-14, 1.0, 1e14];
pub(crate) const TIMES: [f64; 3] = [1e-13, 5.0, 1e15];

/// Whether a likelihood and its derivatives are numbers wherever the search can go: at every combination of these values,
/// three for each parameter. The value is at most `most`, but for rounding: 0 where it is the logarithm of a probability. For every model's tests.
pub(crate) fn check_finite(likelihood: &dyn Likelihood, values: &[[f64; 3]], most: f64) {
    for code in 0..3usize.pow(values.len() as u32) {
        let parameters: Vec<f64> =
            values.iter().enumerate().map(|(i, values)| values[code / 3usize.pow(i as u32) % 3]).collect();
        let mut out = Evaluation::zero(values.len());
        likelihood.evaluate(&parameters, &mut out);
        assert!(out.is_finite() && out.value < most + 1e-6, "{parameters:?}: {out:?}");
    }
}

/// Compares gradient and Hessian of a likelihood with differences of its value and gradient. For every model's
/// tests.
pub(crate) fn check_derivatives(likelihood: &dyn Likelihood, at: &[f64], tolerance: f64) {
    let n = at.len();
    let evaluate = |p: &[f64]| {
        let mut out = Evaluation::zero(n);
        likelihood.evaluate(p, &mut out);
        out.mirror();
        out
    };
    let here = evaluate(at);
    let mut slopes = Evaluation::zero(n);
    likelihood.evaluate_gradient(at, &mut slopes);
    assert!((slopes.value - here.value).abs() <= 1e-13 * (1.0 + here.value.abs()));
    for (slope, known) in slopes.gradient.iter().zip(&here.gradient) {
        let scale = known.abs().max(here.value.abs() * 1e-3);
        assert!((slope - known).abs() <= 1e-11 * scale, "{:?} {:?}", slopes.gradient, here.gradient);
    }
    for i in 0..n {
        let difference = |f: &dyn Fn(&Evaluation) -> f64| {
            let shifted = |k: f64| {
                let mut p = at.to_vec();
                p[i] *= 1.0 + k * 1e-3;
                f(&evaluate(&p))
            };
            // Fourth order, so that 1e-3 is small enough and rounding does not matter.
            (8.0 * (shifted(1.0) - shifted(-1.0)) - (shifted(2.0) - shifted(-2.0))) / (12.0 * at[i] * 1e-3)
        };
        let numeric = difference(&|e| e.value);
        let scale = here.gradient[i].abs().max(here.value.abs() / at[i] * 1e-3).max(1e-9);
        assert!(
            (numeric - here.gradient[i]).abs() < tolerance * scale,
            "{i}: {numeric} {}",
            here.gradient[i]
        );
        for j in 0..n {
            let numeric = difference(&|e| e.gradient[j]);
            let exact = here.hessian[i * n + j];
            let scale = exact.abs().max(here.value.abs() / (at[i] * at[j]) * 1e-3).max(1e-9);
            assert!((numeric - exact).abs() < tolerance * scale, "{i} {j}: {numeric} {exact}");
        }
    }
}

/// The examples in the documentation of every language say what is so.
#[test]
fn guides_hold() {
    for (spec, guide) in MODELS.iter().zip(GUIDES) {
        let digits = guide.example.answer.to_string().split_once('.').map_or(0, |(_, digits)| digits.len());
        let answer = guide.example.ask(spec).unwrap();
        assert_eq!(format!("{:.digits$}", answer[0]), guide.example.answer.to_string(), "{}", spec.name);
        let fit = guide.fit(spec).unwrap();
        assert_eq!(fit.fitted().unwrap().diagnosis.code, DiagnosisCode::Converged, "{}", spec.name);
    }
}
