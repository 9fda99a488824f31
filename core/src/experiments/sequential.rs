//! Looking every day without cheating: intervals that hold at all looks together.
//!
//! An ordinary 95 % interval is right for one look planned beforehand. Whoever looks every day and stops when it
//! excludes 0 is wrong far more often than 5 %. The asymptotic confidence sequence of Waudby-Smith, Arbour, Sinha,
//! Kennedy and Ramdas (2024, Annals of Statistics 52:2613, eq. 9 of the 2023 preprint) covers at every sample size at
//! once: with `s = standard_error sqrt(n)` the half-width is
//! `s sqrt(2 (n rho^2 + 1)/(n^2 rho^2) ln(sqrt(n rho^2 + 1)/alpha))`. It is narrowest, relative to an ordinary interval,
//! near `tuning_n`: set that to the sample size at which a decision is expected. Being asymptotic, it needs a few hundred
//! units before the first look.

use super::estimate::{Comparison, Interval, Method};
use crate::checks;
use crate::numerics::order_free_sum::order_free_sum;
use crate::shown::Shown;
use crate::{Error, Result, Status};

/// `rho^2` that makes the sequence tightest at `tuning_n`.
fn rho_squared(alpha: f64, tuning_n: f64) -> f64 {
    let a = -2.0 * libm::log(alpha);
    (a + libm::log1p(a)) / tuning_n
}

fn inputs(standard_error: f64, n: f64, alpha: f64, tuning_n: f64) -> Result<()> {
    checks::positive("standard_error", standard_error)?;
    checks::count_from("n", 2, n)?;
    checks::open_share("alpha", alpha)?;
    checks::positive("tuning_n", tuning_n)?;
    Ok(())
}

/// The half-width of the asymptotic confidence sequence at `n` units, two-sided at `alpha`.
///
/// # Errors
/// Inputs outside their domain.
///
/// ```
/// let half = ukur::experiments::sequential::sequential_half_width(0.3334122146400735, 6461.0, 0.05, 1000.0)?;
/// assert!((half - 1.0618015909639673).abs() < 1e-14);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn sequential_half_width(standard_error: f64, n: f64, alpha: f64, tuning_n: f64) -> Result<f64> {
    inputs(standard_error, n, alpha, tuning_n)?;
    let spread = n * rho_squared(alpha, tuning_n);
    let log = 0.5 * libm::log1p(spread) - libm::log(alpha);
    checks::found("sequential_half_width", standard_error * (2.0 * ((spread + 1.0) / spread) * log).sqrt())
}

/// The always-valid p value: the smallest `alpha` whose sequence, with `rho` kept, excludes 0 at this look. At most
/// `alpha` exactly when the interval of [`sequential_half_width`] excludes 0.
///
/// # Errors
/// Inputs outside their domain.
///
/// ```
/// let p = ukur::experiments::sequential::sequential_p(0.50336, 0.3334122146400735, 6461.0, 0.05, 1000.0)?;
/// assert_eq!(p, 1.0);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn sequential_p(estimate: f64, standard_error: f64, n: f64, alpha: f64, tuning_n: f64) -> Result<f64> {
    checks::real("estimate", estimate)?;
    inputs(standard_error, n, alpha, tuning_n)?;
    let spread = n * rho_squared(alpha, tuning_n);
    let z = estimate / standard_error;
    let log = 0.5 * libm::log1p(spread) - 0.5 * z * z * (spread / (spread + 1.0));
    // Not `log.min(0.0)`, which makes 0 of NaN and so a p value of 1 out of nothing.
    checks::found("sequential_p", if log > 0.0 { 1.0 } else { libm::exp(log) })
}

/// The always-valid version of a comparison: same effect and standard error, interval and p value that hold however
/// often one looks. `n` is the number of units in both groups together.
///
/// # Errors
/// Inputs outside their domain.
///
/// ```
/// use ukur::experiments::{SampleSummary, means::compare_means, sequential::always_valid};
/// let t = SampleSummary { n: 4000.0, mean: 10.3, variance: 16.0 };
/// let c = SampleSummary { n: 4000.0, mean: 10.0, variance: 16.0 };
/// let once = compare_means(&t, &c, 0.95)?;
/// let always = always_valid(&once, 8000.0, 5000.0)?;
/// assert!(always.interval.upper > once.interval.upper && always.p_value > once.p_value);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn always_valid(comparison: &Comparison, n: f64, tuning_n: f64) -> Result<Comparison> {
    let level = comparison.interval.level;
    let alpha = 1.0 - level;
    let half = sequential_half_width(comparison.standard_error, n, alpha, tuning_n)?;
    let p_value = sequential_p(comparison.estimate, comparison.standard_error, n, alpha, tuning_n)?;
    Ok(Comparison {
        interval: Interval { lower: comparison.estimate - half, upper: comparison.estimate + half, level },
        statistic: comparison.estimate / comparison.standard_error,
        degrees_of_freedom: None,
        p_value,
        method: Method::ConfidenceSequence,
        ..comparison.clone()
    })
}

/// One look at a running experiment.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Look {
    /// The units so far, both groups together.
    pub n: f64,
    /// The effect so far.
    pub estimate: f64,
    /// Its standard error.
    pub standard_error: f64,
    /// The always-valid interval of this look.
    pub interval: Interval,
    /// The always-valid p value: the smallest of the looks so far.
    pub p_value: f64,
    /// Whether 0 has been excluded at this look or an earlier one: the experiment may stop.
    pub may_stop: bool,
}

/// A whole history of looks: the effect, its standard error and the units at each.
///
/// # Errors
/// Columns of different length or empty, values outside their domain (with their row), and units that shrink.
///
/// ```
/// let looks = ukur::experiments::sequential::confidence_sequence(
///     &[0.40, 0.31, 0.33], &[0.20, 0.11, 0.07], &[500.0, 2000.0, 5000.0], 0.95, 3000.0)?;
/// assert!(!looks[0].may_stop && looks[2].may_stop);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn confidence_sequence(
    estimates: &[f64],
    standard_errors: &[f64],
    n: &[f64],
    level: f64,
    tuning_n: f64,
) -> Result<Vec<Look>> {
    checks::same_length("estimates", estimates.len(), "standard_errors", standard_errors.len())?;
    checks::same_length("estimates", estimates.len(), "n", n.len())?;
    checks::open_share("level", level)?;
    if estimates.is_empty() {
        return Err(Error::undefined("confidence_sequence", Status::InsufficientData, "there is no look"));
    }
    let alpha = 1.0 - level;
    let mut looks: Vec<Look> = Vec::with_capacity(n.len());
    for (row, ((&estimate, &standard_error), &n)) in estimates.iter().zip(standard_errors).zip(n).enumerate()
    {
        let half = sequential_half_width(standard_error, n, alpha, tuning_n).map_err(|e| e.at_row(row))?;
        let p = sequential_p(estimate, standard_error, n, alpha, tuning_n).map_err(|e| e.at_row(row))?;
        let before = looks.last();
        if before.is_some_and(|look| look.n > n) {
            return Err(Error::invalid("n", "a number of units that does not shrink from look to look", n)
                .at_row(row));
        }
        let p_value = before.map_or(p, |look| look.p_value.min(p));
        looks.push(Look {
            n,
            estimate,
            standard_error,
            interval: Interval { lower: estimate - half, upper: estimate + half, level },
            p_value,
            may_stop: p_value <= alpha,
        });
    }
    Ok(looks)
}

/// The looks at a stream of outcomes: after each unit, the mean so far with its always-valid interval around
/// `reference` (0 for differences of pairs), from the unit `first` on.
///
/// # Errors
/// A value that is missing or infinite; `first` below 2; `insufficient_data` when fewer than `first` values came;
/// `zero_variance` when the values do not differ at the first look.
///
/// ```
/// let paired: Vec<f64> = (0..400).map(|i| if i % 4 == 0 { -1.0 } else { 1.0 }).collect();
/// let looks = ukur::experiments::sequential::confidence_sequence_of_values(&paired, 0.0, 100.0, 0.95, 400.0)?;
/// assert_eq!(looks.len(), 301);
/// assert!(looks[300].may_stop);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn confidence_sequence_of_values(
    values: &[f64],
    reference: f64,
    first: f64,
    level: f64,
    tuning_n: f64,
) -> Result<Vec<Look>> {
    checks::column("values", values, checks::real)?;
    checks::real("reference", reference)?;
    let first = checks::count_from("first", 2, first)?;
    if (values.len() as f64) < first {
        return Err(Error::undefined(
            "confidence_sequence_of_values",
            Status::InsufficientData,
            format!("the first look is at {} values, and there are {}", Shown(first), values.len()),
        ));
    }
    // Welford's running mean and squares, on values moved to their overall mean.
    let centre = order_free_sum(values) / values.len() as f64;
    let (mut count, mut mean, mut squares) = (0.0, 0.0, 0.0);
    let (mut estimates, mut errors, mut sizes) = (Vec::new(), Vec::new(), Vec::new());
    for value in values {
        count += 1.0;
        let step = value - centre - mean;
        mean += step / count;
        squares += step * (value - centre - mean);
        if count >= first {
            if squares <= 0.0 {
                return Err(Error::undefined(
                    "confidence_sequence_of_values",
                    Status::ZeroVariance,
                    format!("the first {} values are all the same; look later", Shown(count)),
                ));
            }
            estimates.push(mean + centre - reference);
            errors.push((squares / (count - 1.0) / count).sqrt());
            sizes.push(count);
        }
    }
    confidence_sequence(&estimates, &errors, &sizes, level, tuning_n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extremes_are_a_number_or_a_status() {
        assert_eq!(sequential_half_width(1e308, 1000.0, 0.05, 5000.0).unwrap_err().code(), "unbounded");
        assert_eq!(sequential_half_width(0.1, 1000.0, 0.05, 5e-324).unwrap_err().code(), "unbounded");
        assert_eq!(sequential_p(0.1, 0.1, 1000.0, 0.05, 5e-324).unwrap_err().code(), "unbounded");
        assert_eq!(
            confidence_sequence(&[0.1], &[0.1], &[100.0], 0.95, 5e-324).unwrap_err().code(),
            "unbounded"
        );
        assert_eq!(sequential_p(1e308, 1e-10, 1000.0, 0.05, 5000.0).unwrap(), 0.0);
    }

    #[test]
    fn growthbook_interval() {
        let half = sequential_half_width(0.3334122146400735, 6461.0, 0.05, 1000.0).unwrap();
        assert!((half - 1.0618015909639673).abs() < 1e-13);
        assert!((0.50336 - half + 0.55844).abs() < 5e-6 && (0.50336 + half - 1.56516).abs() < 5e-6);
    }

    #[test]
    fn p_value_and_interval_say_the_same() {
        for n in [50.0, 1000.0, 1e6] {
            for alpha in [0.01, 0.05, 0.2] {
                let half = sequential_half_width(0.3, n, alpha, 2000.0).unwrap();
                let at_border = sequential_p(half, 0.3, n, alpha, 2000.0).unwrap();
                assert!((at_border / alpha - 1.0).abs() < 1e-12);
                assert!(sequential_p(half * 1.01, 0.3, n, alpha, 2000.0).unwrap() < alpha);
                assert!(sequential_p(half * 0.99, 0.3, n, alpha, 2000.0).unwrap() > alpha);
            }
        }
    }

    #[test]
    fn wider_than_one_look_and_tightest_near_the_tuning_point() {
        let ratio = |n: f64| sequential_half_width(1.0, n, 0.05, 1000.0).unwrap();
        assert!(ratio(1000.0) > 1.959964);
        assert!(ratio(1000.0) < ratio(100.0) && ratio(1000.0) < ratio(10_000.0));
    }

    #[test]
    fn looks_remember() {
        let looks = confidence_sequence(&[1.0, 0.1], &[0.1, 0.1], &[100.0, 200.0], 0.95, 100.0).unwrap();
        assert!(looks[0].may_stop && looks[1].may_stop);
        assert_eq!(looks[0].p_value, looks[1].p_value);
    }

    #[test]
    fn refusals() {
        assert_eq!(sequential_half_width(0.0, 10.0, 0.05, 10.0).unwrap_err().code(), "out_of_domain");
        assert_eq!(sequential_half_width(1.0, 1.0, 0.05, 10.0).unwrap_err().code(), "out_of_domain");
        assert_eq!(sequential_p(1.0, 1.0, 10.0, 1.0, 10.0).unwrap_err().code(), "out_of_domain");
        assert_eq!(confidence_sequence(&[], &[], &[], 0.95, 10.0).unwrap_err().code(), "insufficient_data");
        let shrinking = confidence_sequence(&[1.0, 1.0], &[1.0, 1.0], &[10.0, 5.0], 0.95, 10.0).unwrap_err();
        assert!(shrinking.to_string().contains("row 1"), "{shrinking}");
        let code = |v: &[f64]| confidence_sequence_of_values(v, 0.0, 3.0, 0.95, 10.0).unwrap_err().code();
        assert_eq!(code(&[1.0, 2.0]), "insufficient_data");
        assert_eq!(code(&[1.0, 1.0, 1.0]), "zero_variance");
        assert_eq!(code(&[1.0, f64::NAN, 1.0]), "nan_input");
    }
}
