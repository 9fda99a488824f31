//! Are they the same? Equivalence is a claim of its own and needs its own test.
//!
//! "No significant difference" only says that the data were too few to see one. Two one-sided tests (Schuirmann 1987)
//! show that the effect lies within a margin that was fixed beforehand: "roughly the same, give or take half a
//! percentage point".

use super::estimate::{Comparison, Interval};
use crate::checks;
use crate::numerics::distributions::{
    normal_sf, normal_upper_quantile, student_t_sf, student_t_upper_quantile,
};
use crate::shown::Shown;
use crate::{Error, Result};

/// The outcome of two one-sided tests.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Equivalence {
    /// The effect.
    pub estimate: f64,
    /// The lower margin: below it the effect matters.
    pub lower_margin: f64,
    /// The upper margin.
    pub upper_margin: f64,
    /// The p value of "the effect is at or below the lower margin".
    pub p_lower: f64,
    /// The p value of "the effect is at or above the upper margin".
    pub p_upper: f64,
    /// The larger of the two: the p value of "not equivalent".
    pub p_value: f64,
    /// The interval at level `1 - 2 alpha`: equivalence is shown when it lies within the margins.
    pub interval: Interval,
    /// The error rate.
    pub alpha: f64,
    /// Whether equivalence within the margins is shown.
    pub equivalent: bool,
    /// Whether "not worse than the lower margin" is shown (non-inferiority).
    pub not_inferior: bool,
}

/// Two one-sided tests of an estimate with its standard error; `degrees_of_freedom` none for a normal test.
///
/// # Errors
/// A standard error that is not above 0; degrees of freedom that are not; margins that are not in order; `alpha`
/// outside 0 to 0.5.
///
/// ```
/// // 2.65 % against 2.75 % with a standard error of 0.1 points: the same within half a point.
/// let e = ukur::experiments::equivalence::equivalence(-0.0010, 0.0010, None, -0.005, 0.005, 0.05)?;
/// assert!(e.equivalent);
/// // With an error of 0.4 points nothing is shown.
/// assert!(!ukur::experiments::equivalence::equivalence(-0.0010, 0.0040, None, -0.005, 0.005, 0.05)?.equivalent);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn equivalence(
    estimate: f64,
    standard_error: f64,
    degrees_of_freedom: Option<f64>,
    lower_margin: f64,
    upper_margin: f64,
    alpha: f64,
) -> Result<Equivalence> {
    checks::real("estimate", estimate)?;
    checks::positive("standard_error", standard_error)?;
    checks::real("lower_margin", lower_margin)?;
    checks::real("upper_margin", upper_margin)?;
    if let Some(df) = degrees_of_freedom {
        checks::positive("degrees_of_freedom", df)?;
    }
    if !(alpha > 0.0 && alpha < 0.5) {
        return Err(Error::invalid("alpha", "a share above 0 and below 0.5", alpha));
    }
    if lower_margin >= upper_margin {
        return Err(Error::input(
            "margins_out_of_order",
            format!(
                "`lower_margin` ({}) must lie below `upper_margin` ({})",
                Shown(lower_margin),
                Shown(upper_margin)
            ),
        ));
    }
    let upper_tail = |z: f64| degrees_of_freedom.map_or_else(|| normal_sf(z), |df| student_t_sf(z, df));
    let critical = degrees_of_freedom
        .map_or_else(|| normal_upper_quantile(alpha), |df| student_t_upper_quantile(alpha, df));
    let p_lower = upper_tail((estimate - lower_margin) / standard_error);
    let p_upper = upper_tail((upper_margin - estimate) / standard_error);
    let p_value = p_lower.max(p_upper);
    let half = critical * standard_error;
    Ok(Equivalence {
        estimate,
        lower_margin,
        upper_margin,
        p_lower,
        p_upper,
        p_value,
        interval: Interval { lower: estimate - half, upper: estimate + half, level: 1.0 - 2.0 * alpha },
        alpha,
        equivalent: p_value < alpha,
        not_inferior: p_lower < alpha,
    })
}

/// The equivalence test beside a difference test, on the comparison's own scale and error.
///
/// # Errors
/// As [`equivalence`].
///
/// ```
/// use ukur::experiments::{SampleSummary, equivalence::equivalence_of, means::compare_means};
/// let a = SampleSummary { n: 4000.0, mean: 10.02, variance: 9.0 };
/// let b = SampleSummary { n: 4000.0, mean: 10.00, variance: 9.0 };
/// let c = compare_means(&a, &b, 0.95)?;
/// assert!(c.p_value > 0.05 && equivalence_of(&c, -0.2, 0.2, 0.05)?.equivalent);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn equivalence_of(
    comparison: &Comparison,
    lower_margin: f64,
    upper_margin: f64,
    alpha: f64,
) -> Result<Equivalence> {
    equivalence(
        comparison.estimate,
        comparison.standard_error,
        comparison.degrees_of_freedom,
        lower_margin,
        upper_margin,
        alpha,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_statsmodels() {
        // statsmodels 0.15 stats.weightstats.ttost_ind on the two columns below, usevar="unequal", margins -0.5, 0.5.
        use crate::experiments::{SampleSummary, means::compare_means};
        let a = [5.1, 4.9, 5.6, 5.2, 4.7, 5.0, 5.3, 5.4];
        let b = [5.0, 4.6, 5.5, 4.8, 5.2, 4.9, 5.1];
        let c = compare_means(
            &SampleSummary::from_values(&a).unwrap(),
            &SampleSummary::from_values(&b).unwrap(),
            0.95,
        )
        .unwrap();
        let e = equivalence_of(&c, -0.5, 0.5, 0.05).unwrap();
        let (p, p_lower, p_upper) = (0.015355865053435218, 0.0005066911074192843, 0.015355865053435218);
        assert!((e.p_value / p - 1.0).abs() < 1e-11, "{}", e.p_value);
        assert!((e.p_lower / p_lower - 1.0).abs() < 1e-11 && (e.p_upper / p_upper - 1.0).abs() < 1e-11);
        assert!(e.equivalent && e.not_inferior);
    }

    #[test]
    fn test_and_interval_say_the_same() {
        for estimate in [-0.9, -0.3, 0.0, 0.55, 0.8] {
            for df in [None, Some(7.5)] {
                let e = equivalence(estimate, 0.25, df, -1.0, 1.0, 0.05).unwrap();
                assert_eq!(e.equivalent, e.interval.lower > -1.0 && e.interval.upper < 1.0);
            }
        }
    }

    #[test]
    fn refusals() {
        assert_eq!(equivalence(0.0, 0.0, None, -1.0, 1.0, 0.05).unwrap_err().code(), "out_of_domain");
        assert_eq!(equivalence(0.0, 1.0, None, 1.0, -1.0, 0.05).unwrap_err().code(), "margins_out_of_order");
        assert_eq!(equivalence(0.0, 1.0, Some(0.0), -1.0, 1.0, 0.05).unwrap_err().code(), "out_of_domain");
        assert_eq!(equivalence(0.0, 1.0, None, -1.0, 1.0, 0.5).unwrap_err().code(), "out_of_domain");
        assert_eq!(equivalence(f64::NAN, 1.0, None, -1.0, 1.0, 0.05).unwrap_err().code(), "nan_input");
    }
}
