//! Relative lift: by how many percent the treatment lies above the control.

use super::estimate::{Comparison, Measure, Method};
use super::means::{satterthwaite, student_comparison};
use super::summaries::SampleSummary;
use crate::checks;
use crate::numerics::elementary::hypotenuse;
use crate::shown::Shown;
use crate::{Error, Result, Status};

/// The standard error of `mean1/mean2 - 1` by the delta method:
/// `sqrt(var1/n1/mean2^2 + mean1^2 var2/n2/mean2^4)`.
///
/// # Errors
/// Inputs as in [`welch_t`](super::means::welch_t), except that variances of 0 are allowed; `zero_denominator` when
/// `mean2` is 0.
///
/// ```
/// let se = ukur::experiments::lift::relative_lift_se(0.7, 38.44, 3461.0, 0.41, 15.21, 3407.0)?;
/// assert!((se - 0.37879436166814284).abs() < 1e-15);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn relative_lift_se(mean1: f64, var1: f64, n1: f64, mean2: f64, var2: f64, n2: f64) -> Result<f64> {
    checks::real("mean1", mean1)?;
    checks::non_negative("var1", var1)?;
    checks::count_from("n1", 2, n1)?;
    checks::real("mean2", mean2)?;
    checks::non_negative("var2", var2)?;
    checks::count_from("n2", 2, n2)?;
    if mean2 == 0.0 {
        return Err(Error::undefined("relative_lift_se", Status::ZeroDenominator, "mean2 = 0"));
    }
    let se = relative_standard_error(mean1, var1 / n1, mean2, var2 / n2);
    if se.is_finite() {
        Ok(se)
    } else {
        Err(Error::undefined("relative_lift_se", Status::Unbounded, "the result exceeds the largest number"))
    }
}

/// From the variances of the two means themselves.
pub(super) fn relative_standard_error(mean1: f64, variance1: f64, mean2: f64, variance2: f64) -> f64 {
    hypotenuse(variance1.sqrt(), mean1 / mean2 * variance2.sqrt()) / mean2.abs()
}

/// The relative lift `treatment/control - 1` with interval and test by the delta method and Satterthwaite's degrees
/// of freedom of the two means, as GrowthBook tests it.
///
/// It is another test than that of the difference: on the same data one may pass where the other fails, most of all
/// when the control's mean is itself uncertain. Say which one was used. For two proportions give
/// [`SampleSummary::from_counts`].
///
/// # Errors
/// `zero_denominator` when the control's mean is 0, `out_of_domain` when it is below 0 (percent of a negative base
/// turns the direction around), `zero_variance` when neither group varies, and summaries outside their domain.
///
/// ```
/// use ukur::experiments::{SampleSummary, lift::relative_lift};
/// let treatment = SampleSummary { n: 3461.0, mean: 0.7, variance: 38.44 };
/// let control = SampleSummary { n: 3407.0, mean: 0.41, variance: 15.21 };
/// let c = relative_lift(&treatment, &control, 0.95)?;
/// assert!((c.estimate - 0.70732).abs() < 5e-6 && (c.p_value - 0.06191).abs() < 5e-6);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn relative_lift(treatment: &SampleSummary, control: &SampleSummary, level: f64) -> Result<Comparison> {
    treatment.check("treatment")?;
    control.check("control")?;
    checks::open_share("level", level)?;
    positive_base(control.mean)?;
    let (a, b) = (treatment.variance_of_mean(), control.variance_of_mean());
    let standard_error = relative_standard_error(treatment.mean, a, control.mean, b);
    if standard_error == 0.0 {
        // Also where the treatment is 0 throughout: its ratio to any control is then 0, whatever the control's spread.
        return Err(Error::undefined(
            "relative_lift",
            Status::ZeroVariance,
            "no value differs within its group, or the treatment is 0 throughout, so chance cannot be judged",
        ));
    }
    Ok(student_comparison(
        Measure::RelativeLift,
        (treatment.mean, control.mean),
        (treatment.mean - control.mean) / control.mean,
        standard_error,
        satterthwaite(a, treatment.n - 1.0, b, control.n - 1.0),
        level,
        Method::DeltaMethod,
    ))
}

/// A relative lift needs a control above 0.
pub(super) fn positive_base(control: f64) -> Result<()> {
    if control == 0.0 {
        return Err(Error::undefined("relative_lift", Status::ZeroDenominator, "the control's mean is 0"));
    }
    if control < 0.0 {
        return Err(Error::undefined(
            "relative_lift",
            Status::OutOfDomain,
            format!(
                "the control's mean is {}, and percent of a negative base has no direction; compare the difference",
                Shown(control)
            ),
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growthbook_binomial() {
        // growthbook/growthbook packages/stats: 14/28 against 16/30.
        let c = relative_lift(
            &SampleSummary::from_counts(16.0, 30.0).unwrap(),
            &SampleSummary::from_counts(14.0, 28.0).unwrap(),
            0.95,
        )
        .unwrap();
        assert!((c.estimate - 0.06667).abs() < 5e-6);
        assert!((c.p_value - 0.80707).abs() < 5e-6);
    }

    #[test]
    fn refusals() {
        let some = SampleSummary { n: 10.0, mean: 1.0, variance: 1.0 };
        for (mean, code) in [(0.0, "zero_denominator"), (-1.0, "out_of_domain"), (f64::NAN, "nan_input")] {
            let control = SampleSummary { mean, ..some };
            assert_eq!(relative_lift(&some, &control, 0.95).unwrap_err().code(), code);
        }
        let flat = SampleSummary { variance: 0.0, ..some };
        assert_eq!(relative_lift(&flat, &flat, 0.95).unwrap_err().code(), "zero_variance");
        assert_eq!(relative_lift_se(1.0, 1.0, 5.0, 0.0, 1.0, 5.0).unwrap_err().code(), "zero_denominator");
        assert_eq!(relative_lift_se(1.0, 1.0, 5.0, 1e-300, 1.0, 5.0).unwrap_err().code(), "unbounded");
    }
}
