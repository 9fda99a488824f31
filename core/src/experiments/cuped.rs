//! CUPED: less noise from what each unit did before the experiment (Deng, Xu, Kohavi and Walker 2013, WSDM).

use super::estimate::{Comparison, Method};
use super::means::compare_means;
use super::summaries::{PairSummary, SampleSummary};
use crate::checks;
use crate::numerics::order_free_sum::order_free_sum;
use crate::{Error, Result, Status};

/// The coefficient `theta = cov(y, x)/var(x)` that takes out the most variance.
///
/// # Errors
/// Missing or infinite inputs, a negative variance; `zero_denominator` when `var_x` is 0.
///
/// ```
/// assert_eq!(ukur::experiments::cuped::cuped_theta(6.0, 4.0)?, 1.5);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn cuped_theta(cov_yx: f64, var_x: f64) -> Result<f64> {
    checks::real("cov_yx", cov_yx)?;
    checks::non_negative("var_x", var_x)?;
    if var_x == 0.0 {
        return Err(Error::undefined(
            "cuped_theta",
            Status::ZeroDenominator,
            "var_x = 0: the covariate is constant",
        ));
    }
    let theta = cov_yx / var_x;
    if theta.is_finite() {
        Ok(theta)
    } else {
        Err(Error::undefined("cuped_theta", Status::Unbounded, "the result exceeds the largest number"))
    }
}

/// The share of the variance that is left: `1 - correlation^2`.
///
/// # Errors
/// A correlation outside -1 to 1.
///
/// ```
/// assert!((ukur::experiments::cuped::cuped_variance_ratio(0.6)? - 0.64).abs() < 1e-15);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn cuped_variance_ratio(correlation: f64) -> Result<f64> {
    if (-1.0..=1.0).contains(&correlation) {
        Ok((1.0 - correlation) * (1.0 + correlation))
    } else {
        Err(Error::invalid("correlation", "a number from -1 to 1", correlation))
    }
}

/// One group's outcome freed from its covariate.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct CupedAdjustment {
    /// The coefficient.
    pub theta: f64,
    /// The variance of the outcome.
    pub variance_before: f64,
    /// The variance of the adjusted outcome.
    pub variance_after: f64,
    /// `variance_after / variance_before`, which is `1 - correlation^2`.
    pub variance_ratio: f64,
    /// The adjusted outcome of each row, `y - theta (x - mean(x))`.
    pub adjusted: Vec<f64>,
}

/// Adjusts an outcome column by a covariate column from before the experiment.
///
/// # Errors
/// Columns of different length, below two rows, with missing values; `zero_denominator` for a constant covariate;
/// `zero_variance` for a constant outcome.
///
/// ```
/// let y = [3.0, 5.0, 4.0, 8.0, 10.0, 9.0];
/// let x = [1.0, 2.0, 2.0, 4.0, 5.0, 4.0];
/// let a = ukur::experiments::cuped::cuped_adjust(&y, &x)?;
/// assert!((a.theta - 1.8333333333333333).abs() < 1e-14 && (a.variance_ratio - 0.0281124497991968).abs() < 1e-14);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn cuped_adjust(y: &[f64], x: &[f64]) -> Result<CupedAdjustment> {
    let summary = PairSummary::from_values(y, x)?;
    let theta = cuped_theta(summary.covariance, summary.variance_x)?;
    if summary.variance_y == 0.0 {
        return Err(Error::undefined(
            "cuped_adjust",
            Status::ZeroVariance,
            "the outcome is the same in every row",
        ));
    }
    let adjusted: Vec<f64> = y.iter().zip(x).map(|(y, x)| y - theta * (x - summary.mean_x)).collect();
    let squares: Vec<f64> = adjusted.iter().map(|a| (a - summary.mean_y) * (a - summary.mean_y)).collect();
    let variance_after = order_free_sum(&squares) / (summary.n - 1.0);
    Ok(CupedAdjustment {
        theta,
        variance_before: summary.variance_y,
        variance_after,
        variance_ratio: variance_after / summary.variance_y,
        adjusted,
    })
}

/// A comparison with and without the covariate.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct CupedComparison {
    /// The common coefficient, from both groups' covariances within the group.
    pub theta: f64,
    /// The comparison of the adjusted means.
    pub adjusted: Comparison,
    /// The plain Welch comparison of the same outcome.
    pub unadjusted: Comparison,
    /// Adjusted over unadjusted variance of the difference: 0.5 saves half of the sample.
    pub variance_ratio: f64,
}

/// Two groups compared after CUPED, from summary statistics: `y` the outcome, `x` the covariate from before.
///
/// `theta` is common to both groups; each mean becomes `mean_y - theta (mean_x - overall mean_x)` and each variance
/// `var_y - 2 theta cov + theta^2 var_x`. The covariate must not be touched by the treatment.
///
/// # Errors
/// Summaries outside their domain; `zero_denominator` when the covariate is constant in both groups; `zero_variance`
/// when nothing is left to judge by.
///
/// ```
/// use ukur::experiments::{PairSummary, cuped::compare_with_covariate};
/// let a = PairSummary::from_values(&[4.0, 6.0, 5.0, 9.0, 11.0, 10.5], &[1.0, 2.0, 2.0, 4.0, 5.0, 4.0])?;
/// let b = PairSummary::from_values(&[3.0, 5.0, 4.0, 8.0, 10.0, 9.0], &[1.0, 2.0, 2.0, 4.0, 5.0, 4.0])?;
/// let c = compare_with_covariate(&a, &b, 0.95)?;
/// assert!(c.adjusted.p_value < 0.01 && c.unadjusted.p_value > 0.4);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn compare_with_covariate(
    treatment: &PairSummary,
    control: &PairSummary,
    level: f64,
) -> Result<CupedComparison> {
    treatment.check("treatment")?;
    control.check("control")?;
    let unadjusted = compare_means(&treatment.outcome(), &control.outcome(), level)?;
    let (f1, f2) = (treatment.n - 1.0, control.n - 1.0);
    let theta = cuped_theta(
        f1 * treatment.covariance + f2 * control.covariance,
        f1 * treatment.variance_x + f2 * control.variance_x,
    )?;
    let all = treatment.n + control.n;
    let overall = treatment.mean_x * (treatment.n / all) + control.mean_x * (control.n / all);
    let adjusted_summary = |s: &PairSummary| SampleSummary {
        n: s.n,
        mean: s.mean_y - theta * (s.mean_x - overall),
        // Rounding may leave it a hair below 0 when the outcome follows the covariate exactly.
        variance: ((s.variance_y - theta * s.covariance) - theta * (s.covariance - theta * s.variance_x))
            .max(0.0),
    };
    let mut adjusted = compare_means(&adjusted_summary(treatment), &adjusted_summary(control), level)?;
    adjusted.method = Method::CupedWelchT;
    let ratio = adjusted.standard_error / unadjusted.standard_error;
    Ok(CupedComparison { theta, adjusted, unadjusted, variance_ratio: ratio * ratio })
}

#[cfg(test)]
mod tests {
    use super::*;

    const Y: [f64; 6] = [3.0, 5.0, 4.0, 8.0, 10.0, 9.0];
    const X: [f64; 6] = [1.0, 2.0, 2.0, 4.0, 5.0, 4.0];

    #[test]
    fn known_answer() {
        let a = cuped_adjust(&Y, &X).unwrap();
        assert!((a.theta - 1.83333).abs() < 5e-6);
        assert!((a.variance_before - 8.3).abs() < 1e-13);
        assert!((a.variance_after - 0.233333).abs() < 5e-7);
        assert!((a.variance_ratio - 0.0281124).abs() < 5e-8);
        let s = PairSummary::from_values(&Y, &X).unwrap();
        let correlation = s.covariance / (s.variance_y * s.variance_x).sqrt();
        assert!((cuped_variance_ratio(correlation).unwrap() - a.variance_ratio).abs() < 1e-13);
    }

    #[test]
    fn comparison_equals_welch_on_adjusted_rows() {
        let treated = [4.5, 5.0, 6.0, 9.0, 10.0, 11.5, 3.0];
        let before = [2.0, 2.0, 3.0, 4.0, 4.0, 6.0, 1.0];
        let (t, c) =
            (PairSummary::from_values(&treated, &before).unwrap(), PairSummary::from_values(&Y, &X).unwrap());
        let got = compare_with_covariate(&t, &c, 0.95).unwrap();
        let shifted = |y: &[f64], x: &[f64]| {
            let rows: Vec<f64> = y.iter().zip(x).map(|(y, x)| y - got.theta * x).collect();
            SampleSummary::from_values(&rows).unwrap()
        };
        let want = compare_means(&shifted(&treated, &before), &shifted(&Y, &X), 0.95).unwrap();
        assert!((got.adjusted.estimate - want.estimate).abs() < 1e-12);
        assert!((got.adjusted.standard_error - want.standard_error).abs() < 1e-12);
        assert!((got.adjusted.p_value / want.p_value - 1.0).abs() < 1e-9);
        assert!(got.variance_ratio < 0.2);
    }

    #[test]
    fn refusals() {
        assert_eq!(cuped_theta(1.0, 0.0).unwrap_err().code(), "zero_denominator");
        assert_eq!(cuped_theta(f64::NAN, 1.0).unwrap_err().code(), "nan_input");
        assert_eq!(cuped_variance_ratio(1.5).unwrap_err().code(), "out_of_domain");
        assert_eq!(cuped_adjust(&[1.0, 2.0], &[3.0, 3.0]).unwrap_err().code(), "zero_denominator");
        assert_eq!(cuped_adjust(&[1.0, 1.0], &[3.0, 4.0]).unwrap_err().code(), "zero_variance");
        assert_eq!(cuped_adjust(&[1.0], &[3.0]).unwrap_err().code(), "insufficient_data");
    }
}
