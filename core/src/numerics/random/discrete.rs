//! Counts and choices drawn at random.

use super::Random;
use crate::numerics::distributions::{ln_binomial_pmf, ln_poisson_pmf};

impl Random {
    /// A Poisson count with this rate; NaN when the rate is negative or not finite.
    ///
    /// Inversion below a rate of 10, above it the transformed rejection of Hörmann (1993, Insurance: Mathematics and
    /// Economics 12:39).
    pub fn poisson(&mut self, rate: f64) -> f64 {
        if !(0.0..f64::INFINITY).contains(&rate) {
            return f64::NAN;
        }
        if rate < 10.0 {
            let mut left = self.uniform();
            let mut chance = libm::exp(-rate);
            let mut count = 0.0;
            // 300 lies far beyond the last count whose chance is not zero.
            while left >= chance && count < 300.0 {
                left -= chance;
                count += 1.0;
                chance *= rate / count;
            }
            return count;
        }
        let b = 0.931 + 2.53 * rate.sqrt();
        let a = -0.059 + 0.02483 * b;
        let quick = 0.9277 - 3.6224 / (b - 2.0);
        let inverse_alpha = 1.1239 + 1.1328 / (b - 3.4);
        loop {
            let u = self.open_uniform() - 0.5;
            let v = self.open_uniform();
            let edge = 0.5 - u.abs();
            let count = ((2.0 * a / edge + b) * u + rate + 0.43).floor();
            if edge >= 0.07 && v <= quick {
                return count;
            }
            if count < 0.0 || (edge < 0.013 && v > edge) {
                continue;
            }
            let ln_height = libm::log(v * inverse_alpha / (a / (edge * edge) + b));
            if ln_height <= ln_poisson_pmf(count, rate) {
                return count;
            }
        }
    }

    /// A binomial count: successes in `n` trials with probability `p`; NaN outside the domain. `n` is taken as whole.
    ///
    /// Inversion while `n p` is small, otherwise the transformed rejection of Hörmann (1993, Journal of Statistical
    /// Computation and Simulation 46:101).
    pub fn binomial(&mut self, n: f64, p: f64) -> f64 {
        if !(0.0..f64::INFINITY).contains(&n) || !(0.0..=1.0).contains(&p) {
            return f64::NAN;
        }
        let n = n.floor();
        if p > 0.5 {
            return n - self.binomial(n, 1.0 - p);
        }
        if n * p < 10.0 {
            let mut left = self.uniform();
            let mut chance = libm::exp(n * libm::log1p(-p));
            let odds = p / (1.0 - p);
            let mut count = 0.0;
            while left >= chance && count < n && count < 300.0 {
                left -= chance;
                chance *= (n - count) / (count + 1.0) * odds;
                count += 1.0;
            }
            return count;
        }
        let spread = (n * p * (1.0 - p)).sqrt();
        let b = 1.15 + 2.53 * spread;
        let a = -0.0873 + 0.0248 * b + 0.01 * p;
        let centre = n * p + 0.5;
        let quick = 0.92 - 4.2 / b;
        let alpha = (2.83 + 5.1 / b) * spread;
        let ln_mode = ln_binomial_pmf(((n + 1.0) * p).floor(), n, p);
        loop {
            let u = self.open_uniform() - 0.5;
            let v = self.open_uniform();
            let edge = 0.5 - u.abs();
            let count = ((2.0 * a / edge + b) * u + centre).floor();
            if edge >= 0.07 && v <= quick {
                return count;
            }
            if count < 0.0 || count > n {
                continue;
            }
            let ln_height = libm::log(v * alpha / (a / (edge * edge) + b));
            if ln_height <= ln_binomial_pmf(count, n, p) - ln_mode {
                return count;
            }
        }
    }

    /// Failures before the first success at probability `p`; infinite at `p = 0`, NaN outside the domain.
    pub fn geometric(&mut self, p: f64) -> f64 {
        if !(0.0..=1.0).contains(&p) {
            return f64::NAN;
        }
        if p == 1.0 {
            return 0.0;
        }
        (libm::log(self.open_uniform()) / libm::log1p(-p)).floor()
    }

    /// A negative binomial count: failures before the `r`-th success, `r` any positive number; NaN outside the domain.
    pub fn negative_binomial(&mut self, r: f64, p: f64) -> f64 {
        if !(r > 0.0 && r < f64::INFINITY && p > 0.0 && p <= 1.0) {
            return f64::NAN;
        }
        let rate = self.gamma(r, 1.0) * ((1.0 - p) / p);
        self.poisson(rate)
    }

    /// An index drawn in proportion to these weights; `None` when none is positive or one is negative or not finite.
    /// For many draws from the same weights see [`Categorical`].
    pub fn categorical(&mut self, weights: &[f64]) -> Option<usize> {
        let mut total = 0.0;
        for &weight in weights {
            if !(0.0..f64::INFINITY).contains(&weight) {
                return None;
            }
            total += weight;
        }
        if !(total > 0.0 && total < f64::INFINITY) {
            return None;
        }
        let mut left = self.uniform() * total;
        for (index, &weight) in weights.iter().enumerate() {
            if left < weight {
                return Some(index);
            }
            left -= weight;
        }
        // Rounding can leave a hair: the last index that can be drawn.
        weights.iter().rposition(|&weight| weight > 0.0)
    }

    /// Puts a slice into random order, every order equally likely (Fisher and Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.below(last as u64 + 1) as usize;
            items.swap(last, other);
        }
    }

    /// `count` different numbers below `n` in random order, every selection equally likely; all of them when `count >= n`.
    ///
    /// Floyd's method (Bentley and Floyd 1987): time and memory grow with `count` only.
    pub fn sample_without_replacement(&mut self, n: u64, count: u64) -> Vec<u64> {
        let count = count.min(n);
        let mut chosen = std::collections::BTreeSet::new();
        let mut order = Vec::new();
        for last in n - count..n {
            let candidate = self.below(last + 1);
            let pick = if chosen.insert(candidate) {
                candidate
            } else {
                chosen.insert(last);
                last
            };
            order.push(pick);
        }
        self.shuffle(&mut order);
        order
    }
}

/// Weights prepared for many draws: one draw takes the same time for two weights and for a million.
///
/// The alias method (Walker 1977; Vose 1991, IEEE Transactions on Software Engineering 17:972).
///
/// ```
/// use ukur::numerics::random::{Categorical, Random};
/// let weights = Categorical::new(&[1.0, 0.0, 3.0]).expect("weights that can be drawn");
/// let mut random = Random::new(1);
/// assert!((0..1000).all(|_| weights.draw(&mut random) != 1));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Categorical {
    /// The chance to keep the index itself, and the index taken otherwise.
    table: Vec<(f64, usize)>,
}

impl Categorical {
    /// `None` when no weight is positive, or one is negative or not finite.
    pub fn new(weights: &[f64]) -> Option<Self> {
        let total: f64 = weights.iter().sum();
        let legal = weights.iter().all(|weight| (0.0..f64::INFINITY).contains(weight));
        if !(legal && total > 0.0 && total < f64::INFINITY) {
            return None;
        }
        let n = weights.len() as f64;
        let mut share: Vec<f64> = weights.iter().map(|weight| weight / total * n).collect();
        let mut table: Vec<(f64, usize)> = (0..weights.len()).map(|index| (1.0, index)).collect();
        let (mut small, mut large): (Vec<usize>, Vec<usize>) =
            (0..share.len()).partition(|&index| share[index] < 1.0);
        while let (Some(&below), Some(&above)) = (small.last(), large.last()) {
            small.pop();
            table[below] = (share[below], above);
            share[above] -= 1.0 - share[below];
            if share[above] < 1.0 {
                large.pop();
                small.push(above);
            }
        }
        // What rounding leaves over counts as one, except a weight of zero.
        let largest =
            weights.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1)).map_or(0, |(index, _)| index);
        for index in small {
            if weights[index] == 0.0 {
                table[index] = (0.0, largest);
            }
        }
        Some(Self { table })
    }

    /// One index.
    pub fn draw(&self, random: &mut Random) -> usize {
        let index = random.below(self.table.len() as u64) as usize;
        let chance = random.uniform();
        match self.table.get(index) {
            Some(&(keep, other)) if chance >= keep => other,
            _ => index,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numerics::distributions::{binomial_pmf, chi_squared_sf, negative_binomial_pmf, poisson_pmf};

    /// The p value of Pearson's test of `n` draws against a pmf, cells with an expected count below 5 pooled.
    fn fit(seed: u64, mut draw: impl FnMut(&mut Random) -> f64, pmf: impl Fn(f64) -> f64) -> f64 {
        let n = 40_000;
        let mut random = Random::new(seed);
        let mut counts = std::collections::BTreeMap::<u64, f64>::new();
        for _ in 0..n {
            *counts.entry(draw(&mut random) as u64).or_default() += 1.0;
        }
        let highest = *counts.keys().next_back().expect("a draw");
        let (mut statistic, mut cells) = (0.0, 0.0);
        let (mut rest, mut rest_expected) = (f64::from(n), f64::from(n));
        for k in 0..=highest {
            let expected = pmf(k as f64) * f64::from(n);
            if expected >= 5.0 {
                let got = counts.get(&k).copied().unwrap_or(0.0);
                statistic += (got - expected) * (got - expected) / expected;
                cells += 1.0;
                rest -= got;
                rest_expected -= expected;
            }
        }
        if rest_expected > 0.5 {
            statistic += (rest - rest_expected) * (rest - rest_expected) / rest_expected;
            cells += 1.0;
        }
        chi_squared_sf(statistic, cells - 1.0)
    }

    #[test]
    fn counts_follow_their_distributions() {
        let all = [
            ("poisson 0.7", fit(1, |r| r.poisson(0.7), |k| poisson_pmf(k, 0.7))),
            ("poisson 9.9", fit(2, |r| r.poisson(9.9), |k| poisson_pmf(k, 9.9))),
            ("poisson 10.1", fit(3, |r| r.poisson(10.1), |k| poisson_pmf(k, 10.1))),
            ("poisson 200", fit(4, |r| r.poisson(200.0), |k| poisson_pmf(k, 200.0))),
            ("binomial 20 0.1", fit(5, |r| r.binomial(20.0, 0.1), |k| binomial_pmf(k, 20.0, 0.1))),
            ("binomial 50 0.9", fit(6, |r| r.binomial(50.0, 0.9), |k| binomial_pmf(k, 50.0, 0.9))),
            ("binomial 400 0.3", fit(7, |r| r.binomial(400.0, 0.3), |k| binomial_pmf(k, 400.0, 0.3))),
            ("geometric 0.2", fit(8, |r| r.geometric(0.2), |k| negative_binomial_pmf(k, 1.0, 0.2))),
            (
                "negative binomial",
                fit(9, |r| r.negative_binomial(0.6, 0.2), |k| negative_binomial_pmf(k, 0.6, 0.2)),
            ),
        ];
        for (name, p) in all {
            assert!(p > 1e-4, "{name}: p = {p}");
        }
    }

    #[test]
    fn choices_follow_their_weights() {
        let weights = [0.5, 0.0, 2.0, 1.5, 4.0];
        let table = Categorical::new(&weights).expect("legal weights");
        let pmf = |k: f64| weights[k as usize] / 8.0;
        assert!(fit(1, |r| table.draw(r) as f64, pmf) > 1e-4);
        assert!(fit(2, |r| r.categorical(&weights).expect("legal weights") as f64, pmf) > 1e-4);
        assert!(Random::new(1).categorical(&[0.0, 0.0]).is_none());
        assert!(Categorical::new(&[]).is_none() && Categorical::new(&[1.0, f64::NAN]).is_none());
    }

    #[test]
    fn samples_are_distinct_and_even() {
        let mut random = Random::new(5);
        let mut seen = [0; 10];
        for _ in 0..3000 {
            let sample = random.sample_without_replacement(10, 3);
            let mut sorted = sample.clone();
            sorted.sort_unstable();
            sorted.dedup();
            assert_eq!(sorted.len(), 3);
            for i in sample {
                seen[i as usize] += 1;
            }
        }
        assert!(seen.iter().all(|&count| (800..1000).contains(&count)), "{seen:?}");
        let mut all = random.sample_without_replacement(4, 9);
        all.sort_unstable();
        assert_eq!(all, [0, 1, 2, 3]);
    }

    #[test]
    fn nonsense_gives_no_number() {
        let mut random = Random::new(1);
        assert!(random.poisson(-1.0).is_nan() && random.poisson(f64::NAN).is_nan());
        assert!(random.binomial(3.0, 1.5).is_nan() && random.geometric(-0.1).is_nan());
        assert_eq!(random.poisson(0.0), 0.0);
        assert_eq!(random.binomial(0.0, 0.3), 0.0);
        assert_eq!(random.binomial(12.0, 1.0), 12.0);
    }
}
