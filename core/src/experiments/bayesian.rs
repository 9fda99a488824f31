//! How probable is it that B is better: Beta-binomial posteriors of two conversion rates.
//!
//! With a Beta prior the posterior of a rate is again a Beta, so the answers are integrals over two known densities
//! (`beta_difference.rs`).

use super::beta_difference::{Beta, difference_quantile, expected_excess, probability_above};
use super::estimate::Interval;
use crate::checks;
use crate::numerics::distributions::{beta_quantile, beta_upper_quantile};
use crate::{Error, Result};

/// A Beta distribution: a prior, or what is known of a rate after the data.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct BetaPrior {
    /// One more than the successes already seen, for a uniform start.
    pub alpha: f64,
    /// One more than the failures already seen, for a uniform start.
    pub beta: f64,
}

impl BetaPrior {
    /// Every rate equally likely beforehand.
    pub const UNIFORM: Self = Self { alpha: 1.0, beta: 1.0 };
    /// Jeffreys' prior.
    pub const JEFFREYS: Self = Self { alpha: 0.5, beta: 0.5 };
}

impl Default for BetaPrior {
    fn default() -> Self {
        Self::UNIFORM
    }
}

/// What is known of one rate after the data.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct BetaPosterior {
    /// The first shape of the Beta posterior: prior alpha + successes.
    pub alpha: f64,
    /// The second: prior beta + failures.
    pub beta: f64,
    /// Its mean.
    pub mean: f64,
    /// Its standard deviation.
    pub standard_deviation: f64,
    /// The equal-tailed credible interval.
    pub interval: Interval,
}

/// Two rates compared by their posteriors.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct BayesianComparison {
    /// The posterior of A.
    pub a: BetaPosterior,
    /// The posterior of B.
    pub b: BetaPosterior,
    /// The probability that B's rate is above A's.
    pub probability_b_beats_a: f64,
    /// The mean of `rate of B - rate of A`.
    pub expected_difference: f64,
    /// The equal-tailed credible interval of that difference.
    pub difference_interval: Interval,
    /// What choosing A costs on average: the mean of `max(rate of B - rate of A, 0)`.
    pub expected_loss_choosing_a: f64,
    /// What choosing B costs on average: the mean of `max(rate of A - rate of B, 0)`.
    pub expected_loss_choosing_b: f64,
}

/// The largest shape parameters taken.
const LARGEST_SHAPE: f64 = 1e15;
/// The smallest prior shape taken: below it the prior puts nearly everything on 0 and 1.
const SMALLEST_SHAPE: f64 = 1e-3;

fn posterior(
    what: &'static str,
    names: (&'static str, &'static str),
    (successes, trials): (f64, f64),
    prior: BetaPrior,
) -> Result<Beta> {
    checks::part_of_any(what, (names.0, successes), (names.1, trials))?;
    not_too_many(names.1, trials)?;
    Ok(Beta { a: prior.alpha + successes, b: prior.beta + (trials - successes) })
}

fn checked(prior: BetaPrior) -> Result<BetaPrior> {
    for (name, value) in [("prior.alpha", prior.alpha), ("prior.beta", prior.beta)] {
        if !(SMALLEST_SHAPE..=LARGEST_SHAPE).contains(&value) {
            return Err(Error::invalid(name, "a number from 0.001 to 1e15", value));
        }
    }
    Ok(prior)
}

/// The probability that B's rate is above A's, uniform priors.
///
/// # Errors
/// Counts that are negative or not whole; `infeasible` when successes exceed trials.
///
/// ```
/// let p = ukur::experiments::bayesian::prob_b_beats_a(49.0, 100.0, 51.0, 100.0)?;
/// assert!((p - 0.6107705226878396).abs() < 1e-13);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn prob_b_beats_a(successes_a: f64, trials_a: f64, successes_b: f64, trials_b: f64) -> Result<f64> {
    let what = "prob_b_beats_a";
    checks::part_of_any(what, ("successes_a", successes_a), ("trials_a", trials_a))?;
    checks::part_of_any(what, ("successes_b", successes_b), ("trials_b", trials_b))?;
    prob_b_beats_a_of_counts(successes_a, trials_a, successes_b, trials_b)
}

/// The same of counts that were checked before.
pub(crate) fn prob_b_beats_a_of_counts(
    successes_a: f64,
    trials_a: f64,
    successes_b: f64,
    trials_b: f64,
) -> Result<f64> {
    let uniform = |successes: f64, trials: f64| Beta { a: successes + 1.0, b: trials - successes + 1.0 };
    not_too_many("trials_a", trials_a)?;
    not_too_many("trials_b", trials_b)?;
    Ok(probability_above(uniform(successes_b, trials_b), uniform(successes_a, trials_a)))
}

fn not_too_many(name: &'static str, trials: f64) -> Result<()> {
    if trials > LARGEST_SHAPE { Err(Error::invalid(name, "at most 1e15", trials)) } else { Ok(()) }
}

/// What is known of one rate after the data.
///
/// # Errors
/// Counts outside their domain, `infeasible` when successes exceed trials, a prior shape outside 0.001 to 1e15.
///
/// ```
/// use ukur::experiments::bayesian::{BetaPrior, beta_binomial};
/// let p = beta_binomial(7.0, 10.0, BetaPrior::UNIFORM, 0.95)?;
/// assert!((p.mean - 8.0 / 12.0).abs() < 1e-15 && p.interval.lower < 0.4 && p.interval.upper > 0.88);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn beta_binomial(successes: f64, trials: f64, prior: BetaPrior, level: f64) -> Result<BetaPosterior> {
    checks::open_share("level", level)?;
    let beta = posterior("beta_binomial", ("successes", "trials"), (successes, trials), checked(prior)?)?;
    Ok(summary(beta, level))
}

fn summary(beta: Beta, level: f64) -> BetaPosterior {
    let tail = 0.5 * (1.0 - level);
    BetaPosterior {
        alpha: beta.a,
        beta: beta.b,
        mean: beta.mean(),
        standard_deviation: beta.variance().sqrt(),
        interval: Interval {
            lower: beta_quantile(tail, beta.a, beta.b),
            upper: beta_upper_quantile(tail, beta.a, beta.b),
            level,
        },
    }
}

/// Two rates compared: the probability that B beats A, the loss of either choice, and credible intervals.
///
/// # Errors
/// As [`beta_binomial`].
///
/// ```
/// use ukur::experiments::bayesian::{BetaPrior, compare_beta_binomial};
/// let c = compare_beta_binomial((49.0, 100.0), (51.0, 100.0), BetaPrior::UNIFORM, 0.95)?;
/// assert!((c.probability_b_beats_a - 0.610771).abs() < 5e-7);
/// assert!(c.expected_loss_choosing_b < c.expected_loss_choosing_a);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn compare_beta_binomial(
    (successes_a, trials_a): (f64, f64),
    (successes_b, trials_b): (f64, f64),
    prior: BetaPrior,
    level: f64,
) -> Result<BayesianComparison> {
    checks::open_share("level", level)?;
    let prior = checked(prior)?;
    let what = "compare_beta_binomial";
    let a = posterior(what, ("successes_a", "trials_a"), (successes_a, trials_a), prior)?;
    let b = posterior(what, ("successes_b", "trials_b"), (successes_b, trials_b), prior)?;
    let tail = 0.5 * (1.0 - level);
    // Where nearly all lies in one point, the ends may meet to rounding.
    let (lower, upper) = (difference_quantile(b, a, tail), -difference_quantile(a, b, tail));
    Ok(BayesianComparison {
        a: summary(a, level),
        b: summary(b, level),
        probability_b_beats_a: probability_above(b, a),
        expected_difference: b.mean() - a.mean(),
        difference_interval: Interval { lower: lower.min(upper), upper: lower.max(upper), level },
        expected_loss_choosing_a: expected_excess(b, a),
        expected_loss_choosing_b: expected_excess(a, b),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXACT: [(f64, f64, f64, f64, f64); 10] = [
        (49.0, 100.0, 51.0, 100.0, 0.610770522687839444),
        (0.0, 10.0, 3.0, 12.0, 0.932712215320910973),
        (5.0, 1000.0, 1.0, 1000.0, 0.0621720393912822564),
        (120.0, 4000.0, 150.0, 4100.0, 0.950355383478136169),
        (1.0, 3.0, 2.0, 5.0, 0.547619047619047619),
        (300.0, 10000.0, 200.0, 10000.0, 2.82833690747592946e-6),
        (0.0, 1.0, 1.0, 1.0, 0.833333333333333333),
        (100.0, 100.0, 99.0, 100.0, 0.248756218905472637),
        (3000.0, 1000000.0, 3100.0, 1000000.0, 0.900119410883634333),
        (1.0, 10.0, 5000.0, 50000.0, 0.302711295125536917),
    ];

    #[test]
    fn probabilities_match_exact_sums() {
        // mpmath, 40 digits: the closed-form sum over i < alpha_B for whole shapes (Miller 2015).
        for (sa, na, sb, nb, want) in EXACT {
            let got = prob_b_beats_a(sa, na, sb, nb).unwrap();
            assert!((got / want - 1.0).abs() < 2e-12, "{sa}/{na} {sb}/{nb}: {got} instead of {want}");
            let turned = prob_b_beats_a(sb, nb, sa, na).unwrap();
            assert!((got + turned - 1.0).abs() < 1e-13);
        }
        assert!((prob_b_beats_a(0.0, 0.0, 0.0, 0.0).unwrap() - 0.5).abs() < 1e-15);
    }

    #[test]
    fn losses_and_intervals_match_quadrature() {
        // mpmath, 30 digits: the double integral; the quantile of the difference by root finding on it.
        let c = compare_beta_binomial((49.0, 100.0), (51.0, 100.0), BetaPrior::UNIFORM, 0.95).unwrap();
        let (loss_a, loss_b, lower, upper) =
            (0.0387243043393441532, 0.0191164612020892513, -0.116963120491176693, 0.155818151427952945);
        assert!((c.expected_loss_choosing_a / loss_a - 1.0).abs() < 1e-11, "{}", c.expected_loss_choosing_a);
        assert!((c.expected_loss_choosing_b / loss_b - 1.0).abs() < 1e-11, "{}", c.expected_loss_choosing_b);
        assert!((c.difference_interval.lower - lower).abs() < 1e-11, "{}", c.difference_interval.lower);
        assert!((c.difference_interval.upper - upper).abs() < 1e-11, "{}", c.difference_interval.upper);
        assert!(
            (c.expected_loss_choosing_a - c.expected_loss_choosing_b - c.expected_difference).abs() < 1e-14
        );
    }

    #[test]
    fn refusals() {
        assert_eq!(prob_b_beats_a(101.0, 100.0, 51.0, 100.0).unwrap_err().code(), "infeasible");
        assert_eq!(prob_b_beats_a(-1.0, 100.0, 51.0, 100.0).unwrap_err().code(), "out_of_domain");
        assert_eq!(prob_b_beats_a(1.0, f64::NAN, 51.0, 100.0).unwrap_err().code(), "nan_input");
        let wrong = BetaPrior { alpha: 0.0, beta: 1.0 };
        assert_eq!(beta_binomial(1.0, 2.0, wrong, 0.95).unwrap_err().code(), "out_of_domain");
        assert_eq!(beta_binomial(1.0, 2.0, BetaPrior::UNIFORM, 95.0).unwrap_err().code(), "out_of_domain");
    }
}
