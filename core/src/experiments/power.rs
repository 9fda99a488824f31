//! Before the experiment: how many people, what power, which effect can be seen. All tests two-sided.

use crate::checks;
use crate::numerics::distributions::{normal_cdf, normal_upper_quantile, student_t_upper_quantile};
use crate::numerics::elementary::within;
use crate::numerics::noncentral_t::noncentral_t_two_sided;
use crate::shown::Shown;
use crate::{Error, Result, Status};

fn rates(alpha: f64, power: f64) -> Result<()> {
    checks::open_share("alpha", alpha)?;
    checks::open_share("power", power)?;
    if power <= alpha {
        return Err(Error::invalid(
            "power",
            format!("a share above alpha ({}), which a test without data reaches", Shown(alpha)),
            power,
        ));
    }
    Ok(())
}

/// The sample size per group that shows `p1` against `p2`, in equal groups:
/// `(z_a sqrt(2 p (1 - p)) + z_b sqrt(p1 (1 - p1) + p2 (1 - p2)))^2 / (p2 - p1)^2` with `p` their mean. Not rounded:
/// round up.
///
/// # Errors
/// Shares outside 0 to 1; a power that does not exceed `alpha`; `zero_denominator` when `p1 == p2`.
///
/// ```
/// let n = ukur::experiments::power::sample_size_proportions(0.5, 0.75, 0.05, 0.9)?;
/// assert!((n - 76.7).abs() < 0.05);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn sample_size_proportions(p1: f64, p2: f64, alpha: f64, power: f64) -> Result<f64> {
    sample_size_proportions_ratio(p1, p2, alpha, power, 1.0)
}

/// The size of group 1 when group 2 is to be `ratio` times as large.
///
/// # Errors
/// As [`sample_size_proportions`]; a ratio that is not above 0.
///
/// ```
/// use ukur::experiments::power::{power_proportions, sample_size_proportions_ratio};
/// let n1 = sample_size_proportions_ratio(0.10, 0.12, 0.05, 0.8, 3.0)?;
/// assert!((power_proportions(0.10, n1, 0.12, 3.0 * n1, 0.05)? - 0.8).abs() < 1e-12);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn sample_size_proportions_ratio(p1: f64, p2: f64, alpha: f64, power: f64, ratio: f64) -> Result<f64> {
    checks::share("p1", p1)?;
    checks::share("p2", p2)?;
    rates(alpha, power)?;
    checks::positive("ratio", ratio)?;
    if p1 == p2 {
        return Err(Error::undefined(
            "sample_size_proportions",
            Status::ZeroDenominator,
            "p1 = p2: no size shows no difference",
        ));
    }
    let pooled = (p1 + ratio * p2) / (1.0 + ratio);
    let under_null = (pooled * (1.0 - pooled) * (1.0 + 1.0 / ratio)).sqrt();
    let under_effect = (p1 * (1.0 - p1) + p2 * (1.0 - p2) / ratio).sqrt();
    let root = (normal_upper_quantile(0.5 * alpha) * under_null
        + normal_upper_quantile(1.0 - power) * under_effect)
        / (p2 - p1);
    checks::found("sample_size_proportions", root * root)
}

/// The power of the pooled z test of `p1` in `n1` against `p2` in `n2` people (normal approximation, the side of the
/// effect only, as R's `power.prop.test`).
///
/// # Errors
/// Shares outside 0 to 1, sizes that are not above 0; `zero_variance` when both shares are 0 or both 1.
///
/// ```
/// let power = ukur::experiments::power::power_proportions(0.5, 76.7, 0.75, 76.7, 0.05)?;
/// assert!((power - 0.9).abs() < 1e-4);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn power_proportions(p1: f64, n1: f64, p2: f64, n2: f64, alpha: f64) -> Result<f64> {
    checks::share("p1", p1)?;
    checks::positive("n1", n1)?;
    checks::share("p2", p2)?;
    checks::positive("n2", n2)?;
    checks::open_share("alpha", alpha)?;
    if p1 == p2 && (p1 == 0.0 || p1 == 1.0) {
        return Err(Error::undefined(
            "power_proportions",
            Status::ZeroVariance,
            format!("both shares are {}", Shown(p1)),
        ));
    }
    checks::found("power_proportions", proportions_power(p1, n1, p2, n2, normal_upper_quantile(0.5 * alpha)))
}

fn proportions_power(p1: f64, n1: f64, p2: f64, n2: f64, critical: f64) -> f64 {
    let pooled = (n1 * p1 + n2 * p2) / (n1 + n2);
    let under_null = (pooled * (1.0 - pooled) * (1.0 / n1 + 1.0 / n2)).sqrt();
    let under_effect = (p1 * (1.0 - p1) / n1 + p2 * (1.0 - p2) / n2).sqrt();
    let excess = (p2 - p1).abs() - critical * under_null;
    if under_effect == 0.0 { f64::from(excess > 0.0) } else { normal_cdf(excess / under_effect) }
}

/// The shares that an experiment can tell from a baseline.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct DetectableProportion {
    /// The share of group 1.
    pub baseline: f64,
    /// The smallest share above it that is seen with the power asked for; none when not even 1 is.
    pub above: Option<f64>,
    /// The largest share below it that is seen; none when not even 0 is.
    pub below: Option<f64>,
}

/// The smallest change of a baseline share that `n1` and `n2` people show with a given power.
///
/// # Errors
/// As [`power_proportions`]; `not_reached` when the groups are too small to see any change.
///
/// ```
/// let d = ukur::experiments::power::detectable_proportion(0.10, 3000.0, 3000.0, 0.05, 0.8)?;
/// assert!((d.above.unwrap() - 0.1228).abs() < 5e-4);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn detectable_proportion(
    baseline: f64,
    n1: f64,
    n2: f64,
    alpha: f64,
    power: f64,
) -> Result<DetectableProportion> {
    checks::share("baseline", baseline)?;
    checks::positive("n1", n1)?;
    checks::positive("n2", n2)?;
    rates(alpha, power)?;
    let critical = normal_upper_quantile(0.5 * alpha);
    let seen = |p2: f64| proportions_power(baseline, n1, p2, n2, critical) >= power;
    let towards = |end: f64| {
        if baseline == end || !seen(end) {
            return None;
        }
        // 200 halvings end at neighbouring numbers.
        let (mut unseen, mut found) = (baseline, end);
        for _ in 0..200 {
            let middle = 0.5 * (unseen + found);
            if middle == unseen || middle == found {
                break;
            }
            if seen(middle) { found = middle } else { unseen = middle }
        }
        Some(found)
    };
    let (above, below) = (towards(1.0), towards(0.0));
    if above.is_none() && below.is_none() {
        return Err(Error::undefined(
            "detectable_proportion",
            Status::NotReached,
            format!(
                "with {} and {} people no change of {} is seen with power {}",
                Shown(n1),
                Shown(n2),
                Shown(baseline),
                Shown(power)
            ),
        ));
    }
    Ok(DetectableProportion { baseline, above, below })
}

/// The power of the two-sample t test (equal variances, `n1 + n2 - 2` degrees of freedom): exact, by the noncentral t
/// distribution, as G*Power and statsmodels compute it.
///
/// # Errors
/// A variance or sizes outside their domain (sizes need not be whole, but at least 2).
///
/// ```
/// let power = ukur::experiments::power::power_means(0.3, 100.0, 19953.0, 19953.0, 0.05)?;
/// assert!((power - 0.85).abs() < 1e-5);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn power_means(difference: f64, variance: f64, n1: f64, n2: f64, alpha: f64) -> Result<f64> {
    checks::real("difference", difference)?;
    checks::positive("variance", variance)?;
    for (name, n) in [("n1", n1), ("n2", n2)] {
        if !(n >= 2.0 && n.is_finite()) {
            return Err(Error::invalid(name, "a number >= 2", n));
        }
    }
    checks::open_share("alpha", alpha)?;
    checks::found("power_means", means_power(difference / variance.sqrt(), n1, n2, alpha))
}

/// `effect` in standard deviations.
fn means_power(effect: f64, n1: f64, n2: f64, alpha: f64) -> f64 {
    let degrees_of_freedom = n1 + n2 - 2.0;
    let critical = student_t_upper_quantile(0.5 * alpha, degrees_of_freedom);
    let noncentrality = effect * (n1 / (n1 + n2) * n2).sqrt();
    noncentral_t_two_sided(critical, degrees_of_freedom, within(noncentrality, -f64::MAX, f64::MAX))
}

/// The size of group 1 (group 2 is `ratio` times as large) at which the two-sample t test shows a difference of means
/// with the power asked for. Exact, not rounded, at least 2: round up.
///
/// # Errors
/// `zero_denominator` when the difference is 0; `unbounded` above 1e15; inputs outside their domain.
///
/// ```
/// let n = ukur::experiments::power::sample_size_means(1.0, 1.0, 0.05, 0.9, 1.0)?;
/// assert!((n - 22.0211).abs() < 5e-5);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn sample_size_means(difference: f64, variance: f64, alpha: f64, power: f64, ratio: f64) -> Result<f64> {
    checks::real("difference", difference)?;
    checks::positive("variance", variance)?;
    rates(alpha, power)?;
    checks::positive("ratio", ratio)?;
    let effect = (difference / variance.sqrt()).abs();
    if effect == 0.0 {
        return Err(Error::undefined(
            "sample_size_means",
            Status::ZeroDenominator,
            "difference = 0: no size shows no difference",
        ));
    }
    let least = 2.0 / ratio.min(1.0);
    let z = normal_upper_quantile(0.5 * alpha) + normal_upper_quantile(1.0 - power);
    let normal = (z / effect) * (z / effect) * (1.0 + 1.0 / ratio);
    if normal >= 1e15 {
        return Err(Error::undefined(
            "sample_size_means",
            Status::Unbounded,
            "more than 1e15 units would be needed",
        ));
    }
    let missing = |n1: f64| power - means_power(effect, n1, ratio * n1, alpha);
    if missing(least) <= 0.0 {
        return Ok(least);
    }
    // The t test needs a few units more than the normal formula says, never as many as twice that and 30.
    let (low, high) = (least, 2.0 * normal.max(least) + 30.0 * (1.0 + 1.0 / ratio));
    checks::found("sample_size_means", decreasing_root(missing, low, high))
}

/// The smallest difference of means that `n1` and `n2` units show with a given power: exact, by the noncentral t.
///
/// # Errors
/// Inputs outside their domain.
///
/// ```
/// let d = ukur::experiments::power::detectable_difference(100.0, 19953.0, 19953.0, 0.05, 0.85)?;
/// assert!((d - 0.3).abs() < 1e-5);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn detectable_difference(variance: f64, n1: f64, n2: f64, alpha: f64, power: f64) -> Result<f64> {
    power_means(0.0, variance, n1, n2, alpha)?;
    rates(alpha, power)?;
    let per_unit = (1.0 / n1 + 1.0 / n2).sqrt();
    let critical = student_t_upper_quantile(0.5 * alpha, n1 + n2 - 2.0);
    // Noncentrality at which the statistic exceeds its critical value; scaled chi noise costs at most a factor.
    let reach =
        (critical + normal_upper_quantile(1.0 - power).abs() + 1.0) * 4.0 / power.min(1.0 - power).min(0.25);
    let missing = |effect: f64| power - means_power(effect, n1, n2, alpha);
    checks::found("detectable_difference", decreasing_root(missing, 0.0, reach * per_unit) * variance.sqrt())
}

/// The minimum detectable difference of means by the normal formula, in two groups of `n_per_group`:
/// `(z_a + z_b) sqrt(2 variance/n)`. For small groups take [`detectable_difference`].
///
/// # Errors
/// Inputs outside their domain.
///
/// ```
/// let d = ukur::experiments::power::minimum_detectable_effect(100.0, 19953.0, 0.05, 0.85)?;
/// assert!((d - 0.3).abs() < 2e-4);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn minimum_detectable_effect(variance: f64, n_per_group: f64, alpha: f64, power: f64) -> Result<f64> {
    checks::positive("variance", variance)?;
    checks::count_from("n_per_group", 2, n_per_group)?;
    checks::open_share("alpha", alpha)?;
    checks::open_share("power", power)?;
    let z = normal_upper_quantile(0.5 * alpha) + normal_upper_quantile(1.0 - power);
    checks::found("minimum_detectable_effect", z * (2.0 * (variance / n_per_group)).sqrt())
}

/// The root of a decreasing function that is above 0 at `low` and at most 0 at `high`, by the Illinois rule with
/// halving as its safety net.
fn decreasing_root(f: impl Fn(f64) -> f64, low: f64, high: f64) -> f64 {
    let (mut a, mut b) = (low, high);
    let (mut fa, mut fb) = (f(a), f(b));
    let mut last_side = 0;
    for step in 0..200 {
        if (b - a) <= 4.0 * f64::EPSILON * b.abs() || fb == 0.0 {
            break;
        }
        let secant = b - fb * (b - a) / (fb - fa);
        let x = if step % 3 == 2 || !(secant > a && secant < b) { 0.5 * (a + b) } else { secant };
        if x <= a || x >= b {
            break;
        }
        let fx = f(x);
        if fx > 0.0 {
            (a, fa) = (x, fx);
            if last_side == 1 {
                fb *= 0.5;
            }
            last_side = 1;
        } else {
            (b, fb) = (x, fx);
            if last_side == 2 {
                fa *= 0.5;
            }
            last_side = 2;
        }
    }
    b
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extremes_are_a_number_or_a_status() {
        assert_eq!(power_means(1e308, 4.0, 100.0, 100.0, 0.05).unwrap(), 1.0);
        for refused in [
            sample_size_proportions(0.1, 0.12, 5e-324, 0.8),
            sample_size_proportions_ratio(0.1, 0.12, 0.05, 0.8, 5e-324),
            power_proportions(0.1, 5e-324, 0.12, 1000.0, 0.05),
            power_proportions(0.1, 1000.0, 0.12, 5e-324, 0.05),
            detectable_difference(4.0, 100.0, 100.0, 5e-324, 0.8),
        ] {
            assert_eq!(refused.unwrap_err().code(), "unbounded");
        }
    }

    #[test]
    fn published_sizes() {
        // R power.prop.test(p1=.50, p2=.75, power=.90): n = 76.7
        assert!((sample_size_proportions(0.5, 0.75, 0.05, 0.9).unwrap() - 76.70692845177743).abs() < 1e-10);
        // R power.t.test(delta=1, sd=1, power=.90): n = 22.02110; statsmodels 22.0210884263789342
        let n = sample_size_means(1.0, 1.0, 0.05, 0.9, 1.0).unwrap();
        assert!((n - 22.021088426378934).abs() < 1e-10, "{n}");
        // G*Power: 39,906 in all for variance 100, difference 0.3, power 0.85.
        let each = sample_size_means(0.3, 100.0, 0.05, 0.85, 1.0).unwrap();
        assert!((2.0 * each - 39905.86745661615).abs() < 1e-6);
        assert_eq!(2.0 * each.ceil(), 39906.0);
        // G*Power: 897,348 in all for 0.34 against 0.343, power 0.85.
        let each = sample_size_proportions(0.34, 0.343, 0.05, 0.85).unwrap();
        assert_eq!(2.0 * each.floor(), 897348.0);
    }

    const SIZES: [(f64, f64, f64, f64, f64); 7] = [
        (0.5, 0.05, 0.8, 1.0, 63.76561019095222),
        (0.2, 0.05, 0.8, 1.0, 393.40569501974187),
        (0.1, 0.01, 0.95, 1.0, 3564.492034583207),
        (0.5, 0.05, 0.8, 2.0, 47.7419202951743),
        (0.3, 0.1, 0.9, 0.5, 286.3652666522975),
        (1.5, 0.05, 0.9, 1.0, 10.401466194004955),
        (0.02, 0.05, 0.8, 1.0, 39245.262934396866),
    ];

    #[test]
    fn agrees_with_statsmodels() {
        // statsmodels 0.15 TTestIndPower().power(effect, n, alpha, ratio) solved for n with scipy's brentq.
        for (effect, alpha, power, ratio, n) in SIZES {
            let got = sample_size_means(effect, 1.0, alpha, power, ratio).unwrap();
            assert!((got / n - 1.0).abs() < 1e-8, "{effect} {alpha} {power} {ratio}: {got} instead of {n}");
            let back = power_means(effect, 1.0, got, got * ratio, alpha).unwrap();
            assert!((back - power).abs() < 1e-11);
            let effect_back = detectable_difference(4.0, got, got * ratio, alpha, power).unwrap();
            assert!((effect_back / (2.0 * effect) - 1.0).abs() < 1e-9);
        }
        // No effect: the power is alpha.
        assert!((power_means(0.0, 1.0, 10.0, 12.0, 0.05).unwrap() - 0.05).abs() < 1e-14);
    }

    #[test]
    fn detectable_shares_have_the_power_asked_for() {
        let d = detectable_proportion(0.03, 5000.0, 8000.0, 0.05, 0.8).unwrap();
        for share in [d.above.unwrap(), d.below.unwrap()] {
            assert!((power_proportions(0.03, 5000.0, share, 8000.0, 0.05).unwrap() - 0.8).abs() < 1e-9);
        }
        let rare = detectable_proportion(0.001, 1000.0, 1000.0, 0.05, 0.8).unwrap();
        assert!(rare.below.is_none() && rare.above.is_some());
        assert_eq!(detectable_proportion(0.5, 2.0, 2.0, 0.001, 0.99).unwrap_err().code(), "not_reached");
    }

    #[test]
    fn borders_and_refusals() {
        assert_eq!(sample_size_means(100.0, 1.0, 0.05, 0.8, 1.0).unwrap(), 2.0);
        assert_eq!(sample_size_means(1e-12, 1.0, 0.05, 0.8, 1.0).unwrap_err().code(), "unbounded");
        assert_eq!(sample_size_means(0.0, 1.0, 0.05, 0.8, 1.0).unwrap_err().code(), "zero_denominator");
        assert_eq!(sample_size_means(1.0, 0.0, 0.05, 0.8, 1.0).unwrap_err().code(), "out_of_domain");
        assert_eq!(sample_size_means(1.0, 1.0, 0.05, 0.8, 0.0).unwrap_err().code(), "out_of_domain");
        assert_eq!(sample_size_proportions(0.5, 0.5, 0.05, 0.9).unwrap_err().code(), "zero_denominator");
        assert_eq!(sample_size_proportions(0.5, 1.5, 0.05, 0.9).unwrap_err().code(), "out_of_domain");
        assert_eq!(sample_size_proportions(0.5, 0.6, 0.05, 0.03).unwrap_err().code(), "out_of_domain");
        assert_eq!(power_means(1.0, 1.0, 1.0, 5.0, 0.05).unwrap_err().code(), "out_of_domain");
        assert_eq!(power_proportions(0.0, 5.0, 0.0, 5.0, 0.05).unwrap_err().code(), "zero_variance");
        assert_eq!(minimum_detectable_effect(1.0, 1.0, 0.05, 0.8).unwrap_err().code(), "out_of_domain");
    }
}
