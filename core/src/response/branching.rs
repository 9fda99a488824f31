//! Word of mouth as a branching process: how large a cascade of referrals grows.
//!
//! Everyone who joins brings a random number of others, `k` on average (the K-factor), once. Below `k = 1` every
//! cascade ends, after `seeds / (1 - k)` people on average, but single cascades spread widely around that mean;
//! from 1 on, some never end. (The formula `seeds (1 + k)^cycles`, in which everyone invites again in every
//! cycle, makes every `k` look viral.)

use crate::sort::Order as _;
use std::ops::ControlFlow;

use super::{above_zero, not_negative};
use crate::checks;
use crate::numerics::distributions::poisson_pmf;
use crate::numerics::random::Random;
use crate::progress::{Progress, Watch};
use crate::{Error, Result, Status};

/// How the number of people that one person brings varies.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Offspring {
    /// Poisson: variance `k`.
    #[default]
    Poisson,
    /// Negative binomial: variance `k + k^2 / dispersion`. A small dispersion means that few people bring most.
    NegativeBinomial {
        /// Above 0.
        dispersion: f64,
    },
}

impl Offspring {
    /// Negative binomial with a dispersion, Poisson without.
    pub fn with_dispersion(dispersion: Option<f64>) -> Self {
        dispersion.map_or(Self::Poisson, |dispersion| Self::NegativeBinomial { dispersion })
    }

    fn check(self) -> Result<()> {
        match self {
            Self::Poisson => Ok(()),
            Self::NegativeBinomial { dispersion } => above_zero("dispersion", dispersion),
        }
    }

    fn variance(self, k: f64) -> f64 {
        match self {
            Self::Poisson => k,
            Self::NegativeBinomial { dispersion } => k + k * k / dispersion,
        }
    }

    /// How many `parents` bring together. Sums of Poisson numbers are Poisson, sums of gamma rates gamma.
    fn draw(self, k: f64, parents: f64, random: &mut Random) -> f64 {
        match self {
            Self::Poisson => random.poisson(k * parents),
            // Beyond every number the rates no longer differ.
            Self::NegativeBinomial { dispersion } if dispersion * parents == f64::INFINITY => {
                random.poisson(k * parents)
            }
            Self::NegativeBinomial { dispersion } => {
                let rate = random.gamma(dispersion * parents, dispersion / k);
                random.poisson(rate)
            }
        }
    }

    /// The probability that the cascade of one person ends: the smallest root of `s = G(s)`.
    fn extinction(self, k: f64) -> f64 {
        if k <= 1.0 {
            return 1.0;
        }
        // Newton's method from 0 climbs to the smallest root of a convex function without passing it.
        let mut s = 0.0;
        for _ in 0..200 {
            let (g, slope) = match self {
                Self::Poisson => {
                    let g = libm::exp(k * (s - 1.0));
                    (g, k * g)
                }
                Self::NegativeBinomial { dispersion } => {
                    let base = 1.0 + k * (1.0 - s) / dispersion;
                    let g = libm::exp(-dispersion * libm::log(base));
                    (g, k * g / base)
                }
            };
            let step = (g - s) / (1.0 - slope);
            if step <= 1e-16 * s || !step.is_finite() {
                break;
            }
            s += step;
        }
        s
    }
}

/// What to simulate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BranchingOptions {
    /// People at the start of each cascade.
    pub seeds: u64,
    /// People that one person brings on average.
    pub k: f64,
    /// How that number varies.
    pub offspring: Offspring,
    /// Number of cascades.
    pub runs: u64,
    /// Seed of the random numbers: the same seed gives the same result in every language.
    pub seed: u64,
    /// A cascade that passes this many people is stopped and counted as not ended.
    pub cap: u64,
}

impl Default for BranchingOptions {
    fn default() -> Self {
        Self { seeds: 1, k: 0.5, offspring: Offspring::Poisson, runs: 10_000, seed: 0, cap: 1_000_000 }
    }
}

/// The sizes of simulated cascades, with what theory says of them.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct BranchingResult {
    /// Number of cascades.
    pub runs: u64,
    /// Mean size, the seeds included. Too low where cascades were stopped.
    pub mean: f64,
    /// Variance of the sizes.
    pub variance: f64,
    /// Standard error of the mean.
    pub standard_error: f64,
    /// Size that half of the cascades do not exceed.
    pub median: f64,
    /// Size that 5 % of the cascades do not exceed.
    pub lower_5: f64,
    /// Size that 95 % of the cascades do not exceed.
    pub upper_95: f64,
    /// Mean number of generations after the seeds.
    pub mean_generations: f64,
    /// Share of cascades stopped at the cap.
    pub stopped_share: f64,
    /// `seeds / (1 - k)`; `None` from `k = 1` on, where it has no limit.
    pub expected_mean: Option<f64>,
    /// `seeds * offspring variance / (1 - k)^3`; `None` likewise.
    pub expected_variance: Option<f64>,
    /// Probability that a cascade ends.
    pub extinction_probability: f64,
}

/// Simulates cascades.
///
/// ```
/// use ukur::response::branching::{BranchingOptions, simulate_branching};
/// let options = BranchingOptions { k: 0.8, runs: 5_000, ..BranchingOptions::default() };
/// let result = simulate_branching(options, &mut |_| std::ops::ControlFlow::Continue(()))?;
/// assert!((result.expected_mean.unwrap() - 5.0).abs() < 1e-14);
/// assert!((result.mean - 5.0).abs() < 4.0 * result.standard_error);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// `k` below 0; no seed or more than a billion; no run or more than ten million; a cap below the seeds or above
/// 10^12; a dispersion not above 0; [`Error::Cancelled`] when `watch` says so.
pub fn simulate_branching(options: BranchingOptions, watch: &mut Watch<'_>) -> Result<BranchingResult> {
    let cascades = simulate_sizes(options, watch)?;
    let runs = options.runs as f64;
    let mut sorted = cascades.people;
    let mean = sorted.iter().sum::<f64>() / runs;
    let squares: f64 = sorted.iter().map(|x| (x - mean) * (x - mean)).sum();
    let variance = if options.runs > 1 { squares / (runs - 1.0) } else { 0.0 };
    sorted.order_unstable_by(f64::total_cmp);
    let quantile = |p: f64| sorted[((p * runs).ceil() as usize).clamp(1, sorted.len()) - 1];
    let expected = branching_moments(options.seeds as f64, options.k, options.offspring).ok();
    let one = options.offspring.extinction(options.k);
    Ok(BranchingResult {
        runs: options.runs,
        mean,
        variance,
        standard_error: (variance / runs).sqrt(),
        median: quantile(0.5),
        lower_5: quantile(0.05),
        upper_95: quantile(0.95),
        mean_generations: cascades.generations / runs,
        stopped_share: cascades.stopped / runs,
        expected_mean: expected.map(|e| e.mean),
        expected_variance: expected.map(|e| e.variance),
        extinction_probability: libm::pow(one, options.seeds as f64),
    })
}

struct Cascades {
    people: Vec<f64>,
    generations: f64,
    stopped: f64,
}

fn simulate_sizes(options: BranchingOptions, watch: &mut Watch<'_>) -> Result<Cascades> {
    let BranchingOptions { seeds, k, offspring, runs, seed, cap } = options;
    not_negative("k", k)?;
    offspring.check()?;
    for (name, rule, value, range) in [
        ("seeds", "a whole number from 1 to a billion", seeds, 1..=1_000_000_000),
        ("runs", "a whole number from 1 to ten million", runs, 1..=10_000_000),
        ("cap", "a whole number from `seeds` to 10^12", cap, seeds..=1_000_000_000_000),
    ] {
        if !range.contains(&value) {
            return Err(Error::invalid(name, rule, value as f64));
        }
    }
    let mut random = Random::new(seed);
    let mut out = Cascades { people: Vec::with_capacity(runs as usize), generations: 0.0, stopped: 0.0 };
    for done in 0..runs {
        if watch(Progress { done, total: runs }) == ControlFlow::Break(()) {
            return Err(Error::Cancelled);
        }
        let mut now = seeds as f64;
        let mut size = now;
        while now > 0.0 && k > 0.0 {
            now = offspring.draw(k, now, &mut random);
            size += now;
            if now > 0.0 {
                out.generations += 1.0;
            }
            if size > cap as f64 {
                size = cap as f64;
                out.stopped += 1.0;
                break;
            }
        }
        out.people.push(size);
    }
    let _ = watch(Progress { done: runs, total: runs });
    Ok(out)
}

/// Mean and variance.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Moments {
    /// The mean.
    pub mean: f64,
    /// The variance.
    pub variance: f64,
}

/// Mean and variance of the size of a cascade, the seeds included: `seeds / (1 - k)` and
/// `seeds v / (1 - k)^3`, where `v` is the variance of the number that one person brings (`k` for Poisson).
///
/// ```
/// use ukur::response::branching::{Offspring, branching_moments};
/// let size = branching_moments(1.0, 0.8, Offspring::Poisson)?;
/// assert!((size.mean - 5.0).abs() < 1e-14 && (size.variance - 100.0).abs() < 1e-10);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// `divergent` from `k = 1` on; `seeds` or `k` below 0.
pub fn branching_moments(seeds: f64, k: f64, offspring: Offspring) -> Result<Moments> {
    not_negative("seeds", seeds)?;
    not_negative("k", k)?;
    offspring.check()?;
    if k >= 1.0 {
        return Err(Error::undefined(
            "branching_moments",
            Status::Divergent,
            "k >= 1: some cascades never end, and the mean has no limit",
        ));
    }
    let left = 1.0 - k;
    Ok(Moments { mean: seeds / left, variance: seeds * offspring.variance(k) / (left * left * left) })
}

/// The probability that a cascade from `seeds` people ends.
///
/// # Errors
/// `seeds` or `k` below 0; a dispersion not above 0.
pub fn extinction_probability(seeds: f64, k: f64, offspring: Offspring) -> Result<f64> {
    not_negative("seeds", seeds)?;
    not_negative("k", k)?;
    offspring.check()?;
    Ok(libm::pow(offspring.extinction(k), seeds))
}

/// The probability that a cascade with Poisson offspring reaches exactly `n` people, the seeds included
/// (Borel and Tanner): `seeds / n * exp(-k n) (k n)^(n - seeds) / (n - seeds)!`.
///
/// ```
/// let p = ukur::response::branching::borel_tanner_probability(1.0, 1.0, 0.8)?;
/// assert!((p - (-0.8f64).exp()).abs() < 1e-15);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// `n` or `seeds` that is no whole number, `seeds` below 1; `k` below 0.
pub fn borel_tanner_probability(n: f64, seeds: f64, k: f64) -> Result<f64> {
    for (name, value) in [("n", n), ("seeds", seeds)] {
        if !(value.is_finite() && value >= 1.0 && value == value.trunc()) {
            return Err(Error::invalid(name, "a whole number from 1", value));
        }
    }
    not_negative("k", k)?;
    let more = n - seeds;
    if more < 0.0 || (k == 0.0 && more > 0.0) {
        return Ok(0.0);
    }
    // By the probability of `more` Poisson events: powers and factorials of large cascades would cancel to nothing.
    checks::found("borel_tanner_probability", seeds / n * poisson_pmf(more, k * n))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(options: BranchingOptions) -> BranchingResult {
        simulate_branching(options, &mut |_| ControlFlow::Continue(())).unwrap()
    }

    /// It ran for ever.
    #[test]
    fn a_huge_dispersion_is_poisson() {
        let offspring = Offspring::with_dispersion(Some(1e308));
        let huge = run(BranchingOptions {
            k: 0.7,
            seeds: 2,
            offspring,
            runs: 2_000,
            seed: 1,
            ..BranchingOptions::default()
        });
        let moments = branching_moments(2.0, 0.7, Offspring::Poisson).unwrap();
        assert!((huge.mean - moments.mean).abs() < 5.0 * huge.standard_error, "{huge:?}");
    }

    /// By mpmath with 60 digits.
    #[test]
    fn large_cascades() {
        for (n, seeds, k, want) in [
            (1e3, 2.0, 0.9, 1.4619818104033322e-7),
            (1e6, 3.0, 1.0, 1.1968231509909013e-9),
            (1e6, 1.0, 0.999, 2.4213213250636903e-10),
            (1e12, 1.0, 1.0, 3.9894228040139943e-19),
            (1e15, 5.0, 1.0, 6.3078313050503365e-23),
        ] {
            let got = borel_tanner_probability(n, seeds, k).unwrap();
            assert!((got / want - 1.0).abs() < 1e-12, "{n} {seeds} {k}: {got}");
        }
        assert_eq!(borel_tanner_probability(1e308, 1.0, 2.0).unwrap_err().code(), "unbounded");
    }

    #[test]
    fn borel_and_tanner() {
        let options = BranchingOptions { k: 0.8, runs: 200_000, seed: 1, ..BranchingOptions::default() };
        let result = run(options);
        assert!((result.mean - 5.0).abs() < 4.0 * (100.0_f64 / 2e5).sqrt(), "{result:?}");
        assert!((result.variance - 100.0).abs() < 8.0);
        assert_eq!((result.median, result.extinction_probability), (2.0, 1.0));
        let mut total = 0.0;
        let mut mean = 0.0;
        for n in 1..4000 {
            let p = borel_tanner_probability(f64::from(n), 1.0, 0.8).unwrap();
            total += p;
            mean += p * f64::from(n);
        }
        assert!((total - 1.0).abs() < 1e-12 && (mean - 5.0).abs() < 1e-10);
        assert_eq!(run(options), result);
    }

    #[test]
    fn few_bring_most() {
        let offspring = Offspring::NegativeBinomial { dispersion: 0.2 };
        let options = BranchingOptions {
            seeds: 10,
            k: 0.5,
            offspring,
            runs: 100_000,
            seed: 3,
            ..BranchingOptions::default()
        };
        let result = run(options);
        // Variance of one: 0.5 + 0.25 / 0.2 = 1.75; of the size: 10 * 1.75 / 0.125 = 140.
        assert_eq!((result.expected_mean, result.expected_variance), (Some(20.0), Some(140.0)));
        assert!((result.mean - 20.0).abs() < 4.0 * result.standard_error);
        assert!((result.variance / 140.0 - 1.0).abs() < 0.05);
    }

    /// Root of s = exp(1.5 (s - 1)): 0.417188 (mpmath: -lambertw(-1.5 exp(-1.5)) / 1.5).
    #[test]
    fn above_one_some_never_end() {
        let options = BranchingOptions { k: 1.5, runs: 20_000, cap: 10_000, ..BranchingOptions::default() };
        let result = run(options);
        assert!((result.extinction_probability - 0.4171883561341).abs() < 1e-12);
        assert!((result.stopped_share - 0.58281).abs() < 0.015, "{result:?}");
        assert_eq!(result.expected_mean, None);
        let nb = Offspring::NegativeBinomial { dispersion: 1.0 };
        // Geometric offspring: the root is 1 / k.
        assert!((extinction_probability(1.0, 1.5, nb).unwrap() - 2.0 / 3.0).abs() < 1e-15);
    }

    #[test]
    fn edges_and_refusals() {
        let still = run(BranchingOptions { seeds: 7, k: 0.0, runs: 10, ..BranchingOptions::default() });
        assert_eq!((still.mean, still.variance, still.mean_generations), (7.0, 0.0, 0.0));
        let code = |options| {
            simulate_branching(options, &mut |_| ControlFlow::Continue(())).unwrap_err().code().to_string()
        };
        let base = BranchingOptions::default();
        assert_eq!(code(BranchingOptions { k: -0.1, ..base }), "out_of_domain");
        assert_eq!(code(BranchingOptions { k: f64::NAN, ..base }), "nan_input");
        assert_eq!(code(BranchingOptions { seeds: 0, ..base }), "out_of_domain");
        assert_eq!(code(BranchingOptions { runs: u64::MAX, ..base }), "out_of_domain");
        assert_eq!(code(BranchingOptions { seeds: 10, cap: 5, ..base }), "out_of_domain");
        let bad = Offspring::NegativeBinomial { dispersion: 0.0 };
        assert_eq!(code(BranchingOptions { offspring: bad, ..base }), "out_of_domain");
        assert_eq!(branching_moments(1.0, 1.0, Offspring::Poisson).unwrap_err().code(), "divergent");
        assert_eq!(borel_tanner_probability(2.0, 3.0, 0.5).unwrap(), 0.0);
        assert_eq!(borel_tanner_probability(0.5, 1.0, 0.5).unwrap_err().code(), "out_of_domain");
        let stop = simulate_branching(base, &mut |_| ControlFlow::Break(()));
        assert_eq!(stop.unwrap_err(), Error::Cancelled);
    }
}
