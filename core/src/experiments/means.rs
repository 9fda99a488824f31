//! Means: how sure one is, and whether two differ (Welch's t test, which does not ask for equal variances).

use super::critical;
use super::estimate::{Comparison, Estimate, Interval, Measure, Method};
use super::summaries::SampleSummary;
use crate::checks;
use crate::numerics::column_tails::student_t_two_sided;
use crate::{Error, Result, Status};

/// One mean with its standard error `sqrt(variance/n)` and Student's t interval.
///
/// # Errors
/// A summary outside its domain; `zero_variance` when all values are equal, since the interval would have no width.
///
/// ```
/// use ukur::experiments::{SampleSummary, means::mean};
/// let m = mean(&SampleSummary { n: 25.0, mean: 10.0, variance: 4.0 }, 0.95)?;
/// assert!((m.standard_error - 0.4).abs() < 1e-15 && (m.interval.upper - 10.825559).abs() < 1e-6);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn mean(summary: &SampleSummary, level: f64) -> Result<Estimate> {
    summary.check("summary")?;
    checks::open_share("level", level)?;
    if summary.variance == 0.0 {
        return Err(Error::undefined("mean", Status::ZeroVariance, "every value is the same"));
    }
    let standard_error = summary.variance_of_mean().sqrt();
    let degrees_of_freedom = summary.n - 1.0;
    let half = critical::student_t(level, degrees_of_freedom) * standard_error;
    Ok(Estimate {
        estimate: summary.mean,
        standard_error,
        interval: Interval { lower: summary.mean - half, upper: summary.mean + half, level },
        degrees_of_freedom: Some(degrees_of_freedom),
        method: Method::StudentT,
    })
}

/// Welch's t statistic from summaries: `(mean1 - mean2) / sqrt(var1/n1 + var2/n2)`.
///
/// # Errors
/// Sizes below 2 or not whole, negative variances, missing values; `zero_variance` when both variances are 0.
///
/// ```
/// let t = ukur::experiments::means::welch_t(0.7, 38.44, 3461.0, 0.41, 15.21, 3407.0)?;
/// assert!((t - 2.32402).abs() < 5e-6);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn welch_t(mean1: f64, var1: f64, n1: f64, mean2: f64, var2: f64, n2: f64) -> Result<f64> {
    compare_inputs("welch_t", mean1, var1, n1, mean2, var2, n2)?;
    Ok(welch(mean1, var1, n1, mean2, var2, n2).0)
}

/// The two-sided p value of Welch's t test, with Satterthwaite's degrees of freedom.
///
/// # Errors
/// As [`welch_t`].
///
/// ```
/// let p = ukur::experiments::means::welch_p(0.7, 38.44, 3461.0, 0.41, 15.21, 3407.0)?;
/// assert!((p - 0.020158402643586978).abs() < 1e-15);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn welch_p(mean1: f64, var1: f64, n1: f64, mean2: f64, var2: f64, n2: f64) -> Result<f64> {
    compare_inputs("welch_p", mean1, var1, n1, mean2, var2, n2)?;
    let (t, degrees_of_freedom) = welch(mean1, var1, n1, mean2, var2, n2);
    Ok(student_t_two_sided(t, degrees_of_freedom))
}

pub(super) fn compare_inputs(
    what: &'static str,
    mean1: f64,
    var1: f64,
    n1: f64,
    mean2: f64,
    var2: f64,
    n2: f64,
) -> Result<()> {
    checks::real("mean1", mean1)?;
    checks::non_negative("var1", var1)?;
    checks::count_from("n1", 2, n1)?;
    checks::real("mean2", mean2)?;
    checks::non_negative("var2", var2)?;
    checks::count_from("n2", 2, n2)?;
    if var1 + var2 == 0.0 {
        return Err(Error::undefined(
            what,
            Status::ZeroVariance,
            "var1 = var2 = 0: no value differs within its group",
        ));
    }
    let (t, degrees_of_freedom) = welch(mean1, var1, n1, mean2, var2, n2);
    if !(t.is_finite() && degrees_of_freedom.is_finite()) {
        return Err(Error::undefined(what, Status::Unbounded, "t exceeds the largest number"));
    }
    Ok(())
}

/// The statistic and Satterthwaite's degrees of freedom.
#[inline(always)]
#[allow(clippy::inline_always)] // part of a column loop that the compiler turns into vector code
pub(super) fn welch(mean1: f64, var1: f64, n1: f64, mean2: f64, var2: f64, n2: f64) -> (f64, f64) {
    let (a, b) = (var1 / n1, var2 / n2);
    let sum = a + b;
    // As shares of the whole, so that tiny and huge variances neither vanish nor overflow when squared.
    let (share1, share2) = (a / sum, b / sum);
    let (f1, f2) = (n1 - 1.0, n2 - 1.0);
    let degrees_of_freedom = f1 * f2 / (share1 * share1 * f2 + share2 * share2 * f1);
    ((mean1 - mean2) / sum.sqrt(), degrees_of_freedom)
}

/// Satterthwaite's degrees of freedom of a sum of two variances, each with its own degrees of freedom.
pub(super) fn satterthwaite(variance1: f64, df1: f64, variance2: f64, df2: f64) -> f64 {
    let sum = variance1 + variance2;
    let (share1, share2) = (variance1 / sum, variance2 / sum);
    1.0 / (share1 * share1 / df1 + share2 * share2 / df2)
}

/// Two means compared by Welch's t test (Welch 1947, Biometrika 34:28).
///
/// # Errors
/// As [`welch_t`].
///
/// ```
/// use ukur::experiments::{SampleSummary, means::compare_means};
/// let treatment = SampleSummary { n: 3461.0, mean: 0.7, variance: 38.44 };
/// let control = SampleSummary { n: 3407.0, mean: 0.41, variance: 15.21 };
/// let c = compare_means(&treatment, &control, 0.95)?;
/// assert!((c.standard_error - 0.12478).abs() < 5e-6 && c.interval.lower > 0.0);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn compare_means(treatment: &SampleSummary, control: &SampleSummary, level: f64) -> Result<Comparison> {
    treatment.check("treatment")?;
    control.check("control")?;
    checks::open_share("level", level)?;
    if treatment.variance + control.variance == 0.0 {
        return Err(Error::undefined(
            "compare_means",
            Status::ZeroVariance,
            "no value differs within its group, so chance cannot be judged",
        ));
    }
    compare_inputs(
        "compare_means",
        treatment.mean,
        treatment.variance,
        treatment.n,
        control.mean,
        control.variance,
        control.n,
    )?;
    let (_, degrees_of_freedom) =
        welch(treatment.mean, treatment.variance, treatment.n, control.mean, control.variance, control.n);
    let standard_error = (treatment.variance_of_mean() + control.variance_of_mean()).sqrt();
    Ok(student_comparison(
        Measure::Difference,
        (treatment.mean, control.mean),
        treatment.mean - control.mean,
        standard_error,
        degrees_of_freedom,
        level,
        Method::WelchT,
    ))
}

/// A comparison from an effect, its standard error and the degrees of freedom of that.
pub(super) fn student_comparison(
    measure: Measure,
    (treatment, control): (f64, f64),
    estimate: f64,
    standard_error: f64,
    degrees_of_freedom: f64,
    level: f64,
    method: Method,
) -> Comparison {
    let statistic = estimate / standard_error;
    let half = critical::student_t(level, degrees_of_freedom) * standard_error;
    Comparison {
        measure,
        treatment,
        control,
        estimate,
        standard_error,
        interval: Interval { lower: estimate - half, upper: estimate + half, level },
        statistic,
        degrees_of_freedom: Some(degrees_of_freedom),
        p_value: student_t_two_sided(statistic, degrees_of_freedom),
        method,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_scipy() {
        // scipy 1.17.1 stats.ttest_ind_from_stats(..., equal_var=False)
        for (inputs, t, p) in [
            ([0.7, 38.44, 3461.0, 0.41, 15.21, 3407.0], 2.3240227609215203, 0.02015840264358697),
            ([10.0, 4.0, 5.0, 7.0, 25.0, 4.0], 1.129865365732064, 0.3252378532612202),
            ([1.0, 0.5, 2.0, 3.0, 0.0, 40.0], -4.0, 0.15595826075473865),
            ([5.0, 1.0, 100.0, 3.0, 2.0, 120.0], 12.24744871391589, 1.8989421441489323e-26),
            ([1e-8, 1e-16, 30.0, 0.0, 2e-16, 25.0], 2.9704426289300225, 0.004894773470513626),
        ] {
            let [m1, v1, n1, m2, v2, n2] = inputs;
            let got = welch_t(m1, v1, n1, m2, v2, n2).unwrap();
            assert!((got / t - 1.0).abs() < 1e-14, "{inputs:?}: t {got}");
            let got = welch_p(m1, v1, n1, m2, v2, n2).unwrap();
            assert!((got / p - 1.0).abs() < 1e-12, "{inputs:?}: p {got}");
        }
    }

    #[test]
    fn growthbook_absolute_effect() {
        let c = compare_means(
            &SampleSummary { n: 3461.0, mean: 0.7, variance: 38.44 },
            &SampleSummary { n: 3407.0, mean: 0.41, variance: 15.21 },
            0.95,
        )
        .unwrap();
        assert!((c.estimate - 0.29).abs() < 1e-12);
        assert!((c.standard_error - 0.12478).abs() < 5e-6);
        assert!((c.p_value - 0.02016).abs() < 5e-6);
        assert!((c.interval.lower - 0.045379).abs() < 5e-6 && (c.interval.upper - 0.534621).abs() < 5e-6);
    }

    #[test]
    fn refusals() {
        assert_eq!(welch_t(0.0, 0.0, 5.0, 1.0, 0.0, 5.0).unwrap_err().code(), "zero_variance");
        assert_eq!(welch_t(0.0, 1.0, 1.0, 1.0, 1.0, 5.0).unwrap_err().code(), "out_of_domain");
        assert_eq!(welch_p(f64::NAN, 1.0, 5.0, 1.0, 1.0, 5.0).unwrap_err().code(), "nan_input");
        assert_eq!(welch_p(0.0, -1.0, 5.0, 1.0, 1.0, 5.0).unwrap_err().code(), "out_of_domain");
        let flat = SampleSummary { n: 5.0, mean: 1.0, variance: 0.0 };
        assert_eq!(compare_means(&flat, &flat, 0.95).unwrap_err().code(), "zero_variance");
        assert_eq!(mean(&flat, 0.95).unwrap_err().code(), "zero_variance");
    }
}
