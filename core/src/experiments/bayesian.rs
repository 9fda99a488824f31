//! How probable is it that B is better: Beta-binomial posteriors of two conversion rates.
//!
//! With a Beta prior the posterior of a rate is again a Beta, so the answers are integrals over two known densities.
//! They are taken over the log-odds, where the Beta density is analytic and falls off exponentially at both ends; there
//! the trapezoidal rule converges geometrically and reaches the last digits with some hundred points, for any prior.

use super::estimate::Interval;
use crate::checks;
use crate::numerics::distributions::{beta_quantile, beta_upper_quantile};
use crate::numerics::elementary::logistic;
use crate::numerics::elementary::within;
use crate::numerics::incomplete_beta::beta_tails;
use crate::shown::Shown;
use crate::{Error, Result, Status};

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

#[derive(Clone, Copy)]
struct Beta {
    a: f64,
    b: f64,
}

impl Beta {
    fn mean(self) -> f64 {
        self.a / (self.a + self.b)
    }

    fn variance(self) -> f64 {
        self.mean() * (self.b / (self.a + self.b)) / (self.a + self.b + 1.0)
    }

    /// `P(X < x)` and `P(X > x)` at `x` with `y = 1 - x` given apart.
    fn tails(self, x: f64, y: f64) -> (f64, f64) {
        if x <= 0.0 {
            (0.0, 1.0)
        } else if y <= 0.0 {
            (1.0, 0.0)
        } else {
            beta_tails(self.a, self.b, x, y)
        }
    }

    /// The mean of `f(x, 1 - x)` under this distribution.
    fn expect(self, mut f: impl FnMut(f64, f64) -> f64) -> f64 {
        let centre = libm::log(self.a) - libm::log(self.b);
        // The log-density of the log-odds is a u - (a + b) ln(1 + e^u): its curvature at the centre is ab/(a + b), and
        // its sides fall like e^(a u) to the left and e^(-b u) to the right.
        let curvature = self.a / (self.a + self.b) * self.b;
        let spread = 1.0 / curvature.sqrt();
        let step = (0.25 * spread).min(0.5);
        let left = (10.0 * spread).max(0.0) + 45.0 / self.a;
        let right = (10.0 * spread).max(0.0) + 45.0 / self.b;
        let ln_weight = |v: f64| {
            // Relative to the centre, with v the distance from it.
            let (p, q) = (logistic(centre), logistic(-centre));
            // ln(1 + e^(c + v)) - ln(1 + e^c) = ln(q + p e^v), from the side that does not cancel.
            let growth =
                if v <= 0.0 { libm::log1p(p * libm::expm1(v)) } else { v + libm::log1p(q * libm::expm1(-v)) };
            self.a * v - (self.a + self.b) * growth
        };
        let (mut sum, mut weights) = (0.0, 0.0);
        let steps = ((left + right) / step).ceil();
        let mut i = 0.0;
        while i <= steps {
            let v = step * i - left;
            let log = ln_weight(v);
            if log > -745.0 {
                let weight = libm::exp(log);
                weights += weight;
                sum += weight * f(logistic(centre + v), logistic(-centre - v));
            }
            i += 1.0;
        }
        sum / weights
    }
}

fn posterior(
    what: &'static str,
    names: (&'static str, &'static str),
    (successes, trials): (f64, f64),
    prior: BetaPrior,
) -> Result<Beta> {
    checks::count(names.0, successes)?;
    checks::count(names.1, trials)?;
    if successes > trials {
        return Err(Error::undefined(
            what,
            Status::Infeasible,
            format!("{} ({}) > {} ({})", names.0, Shown(successes), names.1, Shown(trials)),
        ));
    }
    for (name, value) in [("prior.alpha", prior.alpha), ("prior.beta", prior.beta)] {
        if !(SMALLEST_SHAPE..=LARGEST_SHAPE).contains(&value) {
            return Err(Error::invalid(name, "a number from 0.001 to 1e15", value));
        }
    }
    if trials > LARGEST_SHAPE {
        return Err(Error::invalid(names.1, "a whole number from 0 to 1e15", trials));
    }
    Ok(Beta { a: prior.alpha + successes, b: prior.beta + (trials - successes) })
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
    let a = posterior(what, ("successes_a", "trials_a"), (successes_a, trials_a), BetaPrior::UNIFORM)?;
    let b = posterior(what, ("successes_b", "trials_b"), (successes_b, trials_b), BetaPrior::UNIFORM)?;
    Ok(probability_above(b, a))
}

/// `P(X > Y)` for independent Betas. The narrower of the two is integrated over, so that the other's
/// distribution function is smooth at the width of the steps.
fn probability_above(x: Beta, y: Beta) -> f64 {
    let p = if x.variance() <= y.variance() {
        x.expect(|at, rest| y.tails(at, rest).0)
    } else {
        y.expect(|at, rest| x.tails(at, rest).1)
    };
    within(p, 0.0, 1.0)
}

/// The mean of `max(X - Y, 0)`, by `E[X; X > Y] = E[X] P(X' > Y)` with one more success in `X'`.
fn expected_excess(x: Beta, y: Beta) -> f64 {
    let (more_x, more_y) = (Beta { a: x.a + 1.0, ..x }, Beta { a: y.a + 1.0, ..y });
    (x.mean() * probability_above(more_x, y) - y.mean() * probability_above(x, more_y)).max(0.0)
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
    let beta = posterior("beta_binomial", ("successes", "trials"), (successes, trials), prior)?;
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
    let what = "compare_beta_binomial";
    let a = posterior(what, ("successes_a", "trials_a"), (successes_a, trials_a), prior)?;
    let b = posterior(what, ("successes_b", "trials_b"), (successes_b, trials_b), prior)?;
    let tail = 0.5 * (1.0 - level);
    Ok(BayesianComparison {
        a: summary(a, level),
        b: summary(b, level),
        probability_b_beats_a: probability_above(b, a),
        expected_difference: b.mean() - a.mean(),
        difference_interval: Interval {
            lower: difference_quantile(b, a, tail),
            upper: -difference_quantile(a, b, tail),
            level,
        },
        expected_loss_choosing_a: expected_excess(b, a),
        expected_loss_choosing_b: expected_excess(a, b),
    })
}

/// The value below which `X - Y` lies with probability `p`: halving, from a bracket around the normal guess.
fn difference_quantile(x: Beta, y: Beta, p: f64) -> f64 {
    // P(X - Y <= d) = E[P(X <= Y + d)]
    let below = |d: f64| {
        if x.variance() <= y.variance() {
            // P(Y >= X - d)
            x.expect(|at, rest| y.tails(at - d, rest + d).1)
        } else {
            y.expect(|at, rest| x.tails(at + d, rest - d).0)
        }
    };
    let centre = x.mean() - y.mean();
    let spread = (x.variance() + y.variance()).sqrt();
    let mut reach = 3.0 * spread;
    let (mut low, mut high) = ((centre - reach).max(-1.0), (centre + reach).min(1.0));
    while low > -1.0 && below(low) > p {
        reach *= 2.0;
        low = (centre - reach).max(-1.0);
    }
    while high < 1.0 && below(high) < p {
        reach *= 2.0;
        high = (centre + reach).min(1.0);
    }
    for _ in 0..100 {
        let middle = 0.5 * (low + high);
        if high - low <= 1e-12 * spread || middle <= low || middle >= high {
            break;
        }
        if below(middle) < p { low = middle } else { high = middle }
    }
    0.5 * (low + high)
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
