//! Proportions: how sure one rate is, and whether two differ.

use super::critical;
use super::estimate::{Comparison, Estimate, Interval, Measure, Method};
use crate::checks;
use crate::numerics::column_tails::normal_two_sided;
use crate::numerics::elementary::hypotenuse;
use crate::{Error, Result, Status};

/// Wilson's score interval of a proportion (Wilson 1927, JASA 22:209): inside 0 to 1, and sensible at 0 and at all.
///
/// With `z` the normal quantile of the level, `(x + z^2/2 +- z sqrt(x (n - x)/n + z^2/4)) / (n + z^2)`.
///
/// # Errors
/// Counts that are negative or not whole; `infeasible` when `successes > trials`; `zero_denominator` without trials;
/// a level outside 0 to 1.
///
/// ```
/// let (lower, upper) = ukur::experiments::proportions::wilson(81.0, 263.0, 0.95)?;
/// assert!((lower - 0.2552885198782742).abs() < 1e-14 && (upper - 0.36620957698280004).abs() < 1e-14);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn wilson(successes: f64, trials: f64, level: f64) -> Result<(f64, f64)> {
    checks::part_of("wilson", ("successes", successes), ("trials", trials))?;
    checks::open_share("level", level)?;
    Ok(score_interval(successes, trials, critical::normal(level)))
}

/// The two roots of `(n + z^2) p^2 - (2 x + z^2) p + x^2/n = 0`: each end is the large root of its own side, so
/// nothing cancels for rare events.
fn score_interval(x: f64, n: f64, z: f64) -> (f64, f64) {
    let failures = n - x;
    let half = z * (x * (failures / n) + 0.25 * z * z).sqrt();
    let large_root = |part: f64, rest: f64| {
        if rest == 0.0 { 1.0 } else { (part + 0.5 * z * z + half) / (n + z * z) }
    };
    let (upper, upper_of_failures) = (large_root(x, failures), large_root(failures, x));
    // The product of the roots is (x^2/n)/(n + z^2).
    let small_root = |part: f64, large: f64| part / n * (part / (n + z * z)) / large;
    let lower = small_root(x, upper);
    // Near 1 the complement is the accurate one.
    let upper = if failures == 0.0 { 1.0 } else { upper.min(1.0 - small_root(failures, upper_of_failures)) };
    (lower, upper)
}

/// One proportion with its standard error `sqrt(p (1 - p)/n)` and Wilson's interval.
///
/// # Errors
/// As [`wilson`].
///
/// ```
/// let rate = ukur::experiments::proportions::proportion(0.0, 20.0, 0.95)?;
/// assert_eq!((rate.estimate, rate.interval.lower), (0.0, 0.0));
/// assert!((rate.interval.upper - 0.1611).abs() < 5e-5);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn proportion(successes: f64, trials: f64, level: f64) -> Result<Estimate> {
    let (lower, upper) = wilson(successes, trials, level)?;
    let rate = successes / trials;
    Ok(Estimate {
        estimate: rate,
        standard_error: (rate * ((trials - successes) / trials) / trials).sqrt(),
        interval: Interval { lower, upper, level },
        degrees_of_freedom: None,
        method: Method::Wilson,
    })
}

/// Newcombe's hybrid score interval of `x1/n1 - x2/n2` (1998, Statistics in Medicine 17:873, method 10): the two
/// Wilson intervals put together by squares. Never outside -1 to 1.
///
/// # Errors
/// As [`wilson`], for either group.
///
/// ```
/// let (lower, upper) = ukur::experiments::proportions::newcombe(56.0, 70.0, 48.0, 80.0, 0.95)?;
/// assert!((lower - 0.05243147240236498).abs() < 1e-14 && (upper - 0.33387265403690614).abs() < 1e-14);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn newcombe(x1: f64, n1: f64, x2: f64, n2: f64, level: f64) -> Result<(f64, f64)> {
    two_groups("newcombe", x1, n1, x2, n2)?;
    checks::open_share("level", level)?;
    let z = critical::normal(level);
    let (p1, p2) = (x1 / n1, x2 / n2);
    let (lower1, upper1) = score_interval(x1, n1, z);
    let (lower2, upper2) = score_interval(x2, n2, z);
    let difference = p1 - p2;
    let below = hypotenuse(p1 - lower1, upper2 - p2);
    let above = hypotenuse(upper1 - p1, p2 - lower2);
    Ok((difference - below, difference + above))
}

fn two_groups(what: &'static str, x1: f64, n1: f64, x2: f64, n2: f64) -> Result<()> {
    checks::part_of(what, ("x1", x1), ("n1", n1))?;
    checks::part_of(what, ("x2", x2), ("n2", n2))
}

/// The pooled z statistic of two proportions:
/// `(p1 - p2) / sqrt(p (1 - p) (1/n1 + 1/n2))` with `p = (x1 + x2)/(n1 + n2)`.
///
/// # Errors
/// As [`wilson`], for either group; `zero_variance` when nobody or everybody succeeded.
///
/// ```
/// let z = ukur::experiments::proportions::two_proportion_z(50.0, 100.0, 40.0, 100.0)?;
/// assert!((z - 1.4213381090374024).abs() < 1e-14);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn two_proportion_z(x1: f64, n1: f64, x2: f64, n2: f64) -> Result<f64> {
    z_inputs("two_proportion_z", x1, n1, x2, n2)?;
    Ok(pooled_z(x1, n1, x2, n2))
}

pub(super) fn z_inputs(what: &'static str, x1: f64, n1: f64, x2: f64, n2: f64) -> Result<()> {
    two_groups(what, x1, n1, x2, n2)?;
    if x1 + x2 == 0.0 || (x1 == n1 && x2 == n2) {
        let who = if x1 == 0.0 { "nobody" } else { "everybody" };
        return Err(Error::undefined(
            what,
            Status::ZeroVariance,
            format!("{who} succeeded in either group, so the pooled rate has no spread"),
        ));
    }
    if n1.max(n2) > LARGEST_COUNT {
        return Err(Error::undefined(what, Status::Unbounded, "the counts are too large to multiply"));
    }
    Ok(())
}

/// Above it the products in [`pooled_z`] would leave the range of numbers.
pub(super) const LARGEST_COUNT: f64 = 1e70;

/// The pooled z with its fractions cleared: one division and one root.
#[inline(always)]
#[allow(clippy::inline_always)] // part of a column loop that the compiler turns into vector code
pub(super) fn pooled_z(x1: f64, n1: f64, x2: f64, n2: f64) -> f64 {
    let successes = x1 + x2;
    let all = n1 + n2;
    (x1 * n2 - x2 * n1) / ((n1 * n2) * (successes * ((all - successes) / all))).sqrt()
}

/// The two-sided p value of a z statistic, `P(|Z| >= |z|)`, with full relative accuracy far into the tail.
///
/// # Errors
/// A z that is missing or infinite.
///
/// ```
/// let p = ukur::experiments::proportions::two_proportion_p(1.4213381090374024)?;
/// assert!((p - 0.1552184896846841).abs() < 1e-15);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn two_proportion_p(z: f64) -> Result<f64> {
    checks::real("z", z)?;
    Ok(normal_two_sided(z))
}

/// Two proportions compared: `x1` of `n1` (treatment) with `x2` of `n2` (control).
///
/// The interval is Newcombe's, the test the pooled z; the standard error is the unpooled one of the difference.
/// Interval and test are different approximations, so at the very border one may exclude 0 and the other not.
/// For small counts see [`fisher_two_sided`](super::fisher::fisher_two_sided).
///
/// # Errors
/// As [`two_proportion_z`].
///
/// ```
/// let c = ukur::experiments::proportions::compare_proportions(56.0, 70.0, 48.0, 80.0, 0.95)?;
/// assert!((c.estimate - 0.2).abs() < 1e-12 && c.p_value < 0.01 && !c.interval.contains(0.0));
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn compare_proportions(x1: f64, n1: f64, x2: f64, n2: f64, level: f64) -> Result<Comparison> {
    let (lower, upper) = newcombe(x1, n1, x2, n2, level)?;
    let z = two_proportion_z(x1, n1, x2, n2)?;
    let (p1, p2) = (x1 / n1, x2 / n2);
    let variance = p1 * ((n1 - x1) / n1) / n1 + p2 * ((n2 - x2) / n2) / n2;
    Ok(Comparison {
        measure: Measure::Difference,
        treatment: p1,
        control: p2,
        estimate: p1 - p2,
        standard_error: variance.sqrt(),
        interval: Interval { lower, upper, level },
        statistic: z,
        degrees_of_freedom: None,
        p_value: normal_two_sided(z),
        method: Method::NewcombePooledZ,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(got: f64, want: f64, relative: f64) {
        assert!((got - want).abs() <= relative * want.abs().max(1e-300), "{got} instead of {want}");
    }

    #[test]
    fn wilson_matches_newcombe_1998_and_statsmodels() {
        // Newcombe 1998 (17:857), table I: 81/263, 15/148, 0/20, 1/29.
        for (x, n, lower, upper) in [
            (81.0, 263.0, 0.2553, 0.3662),
            (15.0, 148.0, 0.0624, 0.1605),
            (0.0, 20.0, 0.0, 0.1611),
            (1.0, 29.0, 0.0061, 0.1718),
        ] {
            let (l, u) = wilson(x, n, 0.95).unwrap();
            assert!((l - lower).abs() < 5e-5 && (u - upper).abs() < 5e-5, "{x}/{n}: {l} {u}");
        }
        // mpmath, 40 digits: the root near 0 of a rare event.
        let (l, u) = wilson(1.0, 1e12, 0.95).unwrap();
        close(l, 1.765245549351747288780164e-13, 1e-13);
        close(u, 5.664934265736511505970968e-12, 1e-13);
        assert_eq!(wilson(20.0, 20.0, 0.95).unwrap().1, 1.0);
        assert_eq!(wilson(0.0, 20.0, 0.95).unwrap().0, 0.0);
        let (l, u) = wilson(3.0, 10.0, 0.9).unwrap();
        let (cl, cu) = wilson(7.0, 10.0, 0.9).unwrap();
        assert!((l - (1.0 - cu)).abs() < 1e-15 && (u - (1.0 - cl)).abs() < 1e-15);
    }

    #[test]
    fn newcombe_matches_newcombe_1998() {
        // Newcombe 1998 (17:873), table II, method 10.
        for (x1, n1, x2, n2, lower, upper) in [
            (56.0, 70.0, 48.0, 80.0, 0.0524, 0.3339),
            (9.0, 10.0, 3.0, 10.0, 0.1705, 0.8090),
            (6.0, 7.0, 2.0, 7.0, 0.0582, 0.8062),
            (5.0, 56.0, 0.0, 29.0, -0.0381, 0.1926),
            (0.0, 10.0, 0.0, 20.0, -0.1611, 0.2775),
            (0.0, 10.0, 0.0, 10.0, -0.2775, 0.2775),
            (10.0, 10.0, 0.0, 20.0, 0.6791, 1.0),
            (10.0, 10.0, 0.0, 10.0, 0.6075, 1.0),
        ] {
            let (l, u) = newcombe(x1, n1, x2, n2, 0.95).unwrap();
            assert!((l - lower).abs() < 5.1e-5 && (u - upper).abs() < 5.1e-5, "{x1}/{n1} {x2}/{n2}: {l} {u}");
        }
    }

    #[test]
    fn z_and_p() {
        // spotify-confidence's example; statsmodels proportions_ztest([50, 40], [100, 100])
        close(two_proportion_z(50.0, 100.0, 40.0, 100.0).unwrap(), 1.4213381090374024, 1e-15);
        close(two_proportion_p(1.4213381090374024).unwrap(), 0.1552184896846841, 1e-14);
        // Billions of trials and a rare event: mpmath.
        close(
            two_proportion_z(1.0e9, 4.0e9, 999_900_000.0, 4.0e9).unwrap(),
            2.582031932771643544218414,
            1e-13,
        );
        // mpmath erfc(20/sqrt 2)
        close(two_proportion_p(20.0).unwrap(), 5.507248237212467e-89, 1e-14);
    }

    #[test]
    fn refusals() {
        assert_eq!(wilson(264.0, 263.0, 0.95).unwrap_err().code(), "infeasible");
        assert_eq!(wilson(0.0, 0.0, 0.95).unwrap_err().code(), "zero_denominator");
        assert_eq!(wilson(-1.0, 5.0, 0.95).unwrap_err().code(), "out_of_domain");
        assert_eq!(wilson(1.5, 5.0, 0.95).unwrap_err().code(), "out_of_domain");
        assert_eq!(wilson(1.0, f64::INFINITY, 0.95).unwrap_err().code(), "infinite_input");
        assert_eq!(wilson(1.0, 2.0, 95.0).unwrap_err().code(), "out_of_domain");
        assert_eq!(newcombe(71.0, 70.0, 48.0, 80.0, 0.95).unwrap_err().code(), "infeasible");
        for (x1, x2) in [(0.0, 0.0), (100.0, 100.0)] {
            assert_eq!(two_proportion_z(x1, 100.0, x2, 100.0).unwrap_err().code(), "zero_variance");
        }
        assert!(two_proportion_z(0.0, 100.0, 100.0, 100.0).is_ok());
        assert_eq!(two_proportion_p(f64::NAN).unwrap_err().code(), "nan_input");
    }
}
