//! Living customers who buy regularly: what BG/CNBD-k and MBG/CNBD-k say of the purchases to come.
//!
//! The number of stages passed by a time is negative binomial, and the time of the n-th purchase of a rate is a gamma
//! variable: everything is a sum over stages or over purchases of positive terms. Short sums go term by term; of long
//! ones the terms are smooth, and [`sum_of_smooth_terms`] adds them by integrals. The process is in
//! `regular_purchases.rs`, with its sources.

use super::opportunities::Staying;
use crate::numerics::beta::ln_beta;
use crate::numerics::beta_prime::discounted_beta_prime;
use crate::numerics::gamma::{LN_SQRT_TWO_PI, ln_gamma, stirling_correction};
use crate::numerics::hypergeometric::ln_hypergeometric_one;
use crate::numerics::incomplete_beta::{beta_tails, front_factor};
use crate::numerics::smooth_sum::{Step, sum_of_smooth_terms};
use crate::{Error, Result, Status};

/// Sums over stages run term by term up to this many; longer ones are sums over purchases.
const LONGEST: f64 = 100_000.0;

/// The same where each term is itself an incomplete beta function.
const LONGEST_OF_TAILS: f64 = 2_000.0;

/// Where sums are scaled down, and by how much.
pub(super) const LARGE: f64 = 1e200;
pub(super) const LN_LARGE: f64 = 460.517_018_598_809_14;

/// A chance without what rounding added; what is no number stays none.
fn at_most_one(chance: f64) -> f64 {
    if chance > 1.0 { 1.0 } else { chance }
}

/// A customer who is alive with probability `there`: the rate of stages gamma `(r + j, alpha)` in stage `j`, the chance
/// to leave after each coming purchase beta `(a, b)`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Active {
    pub(super) k: f64,
    pub(super) r: f64,
    pub(super) alpha: f64,
    pub(super) a: f64,
    pub(super) b: f64,
    /// The probability of each stage.
    pub(super) stage: Vec<f64>,
    pub(super) there: f64,
}

impl Active {
    /// `(stage, its probability)`.
    fn stages(&self) -> impl Iterator<Item = (f64, f64)> + '_ {
        self.stage.iter().zip(0..).map(|(weight, j)| (f64::from(j), *weight)).filter(|stage| stage.1 > 0.0)
    }

    /// The probability to stay through `n` purchases.
    fn staying(&self) -> Staying {
        Staying { leave: self.a, stay: self.b }
    }

    /// How many terms a sum over stages takes.
    fn terms(&self, t: f64) -> f64 {
        (self.r + self.k + 10.0 * self.r.sqrt() + 45.0) * (t / self.alpha + 1.0)
    }

    /// Where the number of purchases by `t` is likely, at rates gamma `(r, alpha)`.
    fn step(&self, r: f64, alpha: f64, t: f64) -> Step {
        let at = r * (t / alpha) / self.k;
        // Beyond this counts have no numbers, and what is asked has no value.
        let at = if at < 1e300 { at } else { f64::NAN };
        Step { at, width: (1.0 / r + 1.0 / (at * self.k)).sqrt().min(1.0) }
    }

    /// The mean of `values[m]` over the number `m` of purchases that a customer who never leaves makes by `t`. `extend`
    /// gives the next value, from their number so far and the last one.
    fn mean_over_purchases(&self, t: f64, first: f64, mut extend: impl FnMut(f64, f64) -> f64) -> f64 {
        let (k, z) = (self.k, t / (self.alpha + t));
        let mut values = vec![first];
        let mut mean = 0.0;
        for (j, weight) in self.stages() {
            let r = self.r + j;
            // The probability of i stages, scaled where (alpha / (alpha + t))^r is no number.
            let mut ln_scale = -r * libm::log1p(t / self.alpha);
            let (mut term, mut sum, mut i, mut m, mut phase) = (1.0, 0.0, 0.0, 0_usize, j);
            while i < 2.0 * LONGEST {
                if m >= values.len() {
                    let last = values[m - 1];
                    values.push(extend(m as f64, last));
                }
                let part = term * values[m];
                sum += part;
                let ratio = z * (r + i) / (i + 1.0);
                if ratio < 1.0 && part > 0.0 && part <= 1e-18 * sum * (1.0 - ratio) {
                    break;
                }
                term *= ratio;
                i += 1.0;
                phase += 1.0;
                if phase == k {
                    phase = 0.0;
                    m += 1;
                }
                if term > LARGE {
                    term /= LARGE;
                    sum /= LARGE;
                    ln_scale += LN_LARGE;
                }
                if term == 0.0 {
                    break;
                }
            }
            mean += weight * sum * libm::exp(ln_scale);
        }
        mean
    }

    /// The probability to be alive at `t`.
    pub(crate) fn survival(&self, t: f64) -> f64 {
        if t == 0.0 {
            return self.there;
        }
        let Self { a, b, .. } = *self;
        if self.terms(t) <= LONGEST {
            let stay = |m: f64, last: f64| last * (b + (m - 1.0)) / (a + b + (m - 1.0));
            return self.there * self.mean_over_purchases(t, 1.0, stay).min(1.0);
        }
        let (staying, whole) = (self.staying(), self.alpha + t);
        let mean: f64 = self
            .stages()
            .map(|(j, weight)| {
                // Those who leave at the n-th purchase and have made fewer; all have who leave later than `last`.
                let step = self.step(self.r + j, self.alpha, t);
                let last = (step.end() + 45.0 * t / (self.alpha * self.k)).ceil();
                let fewer = |n: f64| {
                    let leaving = a / (a + b + (n - 1.0)) * staying.survival(n - 1.0);
                    leaving * beta_tails(n * self.k - j, self.r + j, t / whole, self.alpha / whole).1
                };
                weight * (sum_of_smooth_terms(1.0, last, &[step], &fewer) + staying.survival(last))
            })
            .sum();
        self.there * at_most_one(mean)
    }

    /// The expected purchases up to `t`.
    pub(crate) fn purchases(&self, t: f64) -> f64 {
        if t == 0.0 {
            return 0.0;
        }
        let Self { a, b, .. } = *self;
        if self.terms(t) <= LONGEST {
            // Of a customer who would make m purchases: the sum of the probabilities to stay through 0 ... m - 1.
            let mut stay = 1.0;
            let more = |m: f64, last: f64| {
                let sum = last + stay;
                stay *= (b + (m - 1.0)) / (a + b + (m - 1.0));
                sum
            };
            return self.there * self.mean_over_purchases(t, 0.0, more);
        }
        let (staying, whole) = (self.staying(), self.alpha + t);
        let mean: f64 = self
            .stages()
            .map(|(j, weight)| {
                let many = |n: f64| {
                    let tail = beta_tails(n * self.k - j, self.r + j, t / whole, self.alpha / whole).0;
                    staying.survival(n - 1.0) * tail
                };
                let step = self.step(self.r + j, self.alpha, t);
                weight * sum_of_smooth_terms(1.0, f64::INFINITY, &[step], &many)
            })
            .sum();
        self.there * mean
    }

    /// The probability of exactly `n` purchases up to `t`.
    pub(crate) fn count(&self, n: f64, t: f64) -> f64 {
        let alive: f64 = self
            .stages()
            .map(|(j, weight)| weight * self.count_from(j, self.r + j, self.alpha, self.b, n, t))
            .sum();
        self.there * alive + if n == 0.0 { 1.0 - self.there } else { 0.0 }
    }

    /// The probability of exactly `n` purchases within `t` of a customer in stage `j`, with the rate gamma `(r, alpha)` and
    /// the chance to leave beta `(a, b)`: differences of incomplete beta functions, formed as sums of their terms.
    fn count_from(&self, j: f64, r: f64, alpha: f64, b: f64, n: f64, t: f64) -> f64 {
        let Self { k, a, .. } = *self;
        if t == 0.0 {
            return if n == 0.0 { 1.0 } else { 0.0 };
        }
        let (z, y) = (t / (alpha + t), alpha / (alpha + t));
        let staying = Staying { leave: a, stay: b };
        let from = (n * k - j).max(0.0);
        let ln_first = -r * libm::log1p(t / alpha)
            + if from == 0.0 { 0.0 } else { from * libm::log(z) - ln_beta(r, from) - libm::log(from) };
        let (mut term, mut sum, mut i) = (1.0, 0.0, from);
        while i < (n + 1.0) * k - j {
            sum += term;
            term *= z * (r + i) / (i + 1.0);
            i += 1.0;
        }
        let exactly = libm::exp(ln_first + libm::log(sum));
        if n == 0.0 {
            return exactly.min(1.0);
        }
        let there = libm::exp(staying.ln_survival(n - 1.0));
        let tried = a + b + (n - 1.0);
        there * ((b + (n - 1.0)) / tried * exactly + a / tried * beta_tails(from, r, z, y).0)
    }

    /// The probability of exactly `n` purchases in `(from, to]` of a new customer: over the stages passed by `from`.
    pub(crate) fn count_between(&self, n: f64, from: f64, to: f64) -> f64 {
        let Self { k, r, alpha, a, b, .. } = *self;
        if from == 0.0 {
            return self.count(n, to);
        }
        if self.terms(from) > LONGEST_OF_TAILS {
            return self.count_between_far(n, from, to);
        }
        let z = from / (alpha + from);
        let mut ln_scale = -r * libm::log1p(from / alpha);
        let (mut term, mut alive, mut sum, mut i, mut phase, mut bought) = (1.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        let mut stay = 1.0;
        while i < LONGEST {
            let part = term * stay;
            alive += part;
            sum += part * self.count_from(phase, r + i, alpha + from, b + bought, n, to - from);
            let ratio = z * (r + i) / (i + 1.0);
            if ratio < 1.0 && part <= 1e-18 * alive * (1.0 - ratio) {
                break;
            }
            term *= ratio;
            i += 1.0;
            phase += 1.0;
            if phase == k {
                phase = 0.0;
                stay *= (b + bought) / (a + b + bought);
                bought += 1.0;
            }
            if term > LARGE {
                term /= LARGE;
                alive /= LARGE;
                sum /= LARGE;
                ln_scale += LN_LARGE;
            }
        }
        let scale = self.there * libm::exp(ln_scale);
        at_most_one(scale * sum + if n == 0.0 { (1.0 - scale * alive).max(0.0) } else { 0.0 })
    }

    /// The same by phases `i = m k + phase` of the stages passed: in each a sum over the purchases `m`.
    fn count_between_far(&self, n: f64, from: f64, to: f64) -> f64 {
        let Self { k, r, alpha, b, .. } = *self;
        let (staying, whole) = (self.staying(), alpha + from);
        let mut sum = 0.0;
        let mut phase = 0.0;
        while phase < k {
            let term = |m: f64| {
                let i = m * k + phase;
                let (front, exponent) = if i == 0.0 {
                    (1.0, -r * libm::log1p(from / alpha))
                } else {
                    let (front, exponent) = front_factor(i, r, from / whole, alpha / whole);
                    (front / i, exponent)
                };
                let there = front * libm::exp(exponent + staying.ln_survival(m));
                there * self.count_from(phase, r + i, whole, b + m, n, to - from)
            };
            // What is likely before, and what is likely of those who buy n times after.
            let steps = [self.step(r, alpha, from), self.step(r + n * k, alpha + (to - from), from)];
            sum += sum_of_smooth_terms(0.0, f64::INFINITY, &steps, &term);
            phase += 1.0;
        }
        at_most_one(self.there * sum + if n == 0.0 { 1.0 - self.survival(from) } else { 0.0 })
    }

    /// The expected purchases up to `horizon` (or for ever), each discounted by `exp(-rate * time)`.
    pub(crate) fn discounted(&self, rate: f64, horizon: f64) -> Result<f64> {
        let Self { k, r, alpha, a, b, .. } = *self;
        if rate == 0.0 {
            if horizon.is_finite() {
                return Ok(self.purchases(horizon));
            }
            if a <= 1.0 {
                return Err(Error::undefined(
                    "discounted_expected_purchases",
                    Status::Divergent,
                    "with a <= 1 the expected purchases of all time are infinite; give a discount rate above 0 \
                     or a horizon",
                ));
            }
            return Ok(self.there * (a + b - 1.0) / (a - 1.0));
        }
        if horizon * rate > 45.0 {
            return Ok(self.there * self.discounted_for_ever(rate));
        }
        // The n-th purchase comes after n k - j stages, at a time that, over alpha, is beta prime.
        let staying = self.staying();
        let mean: f64 = self
            .stages()
            .map(|(j, weight)| {
                let term = |n: f64| {
                    let arrival = discounted_beta_prime(n * k - j, r + j, rate * alpha, horizon / alpha);
                    staying.survival(n - 1.0) * arrival
                };
                let step = self.step(r + j, alpha, horizon);
                weight * sum_of_smooth_terms(1.0, f64::INFINITY, &[step], &term)
            })
            .sum();
        Ok(self.there * mean)
    }

    /// All purchases, discounted. Given the rate of stages `l`, a stage is worth `v = l / (l + rate)`, the purchases of a
    /// customer in stage `j` are worth `v^(k - j) 2F1(1, b; a + b; v^k)`; the mean over the rate is an integral over its
    /// logarithm, for which the trapezoidal rule converges faster than any power of its step.
    fn discounted_for_ever(&self, rate: f64) -> f64 {
        let Self { k, r, alpha, a, b, .. } = *self;
        // The density of the logarithm of alpha * l relative to its top, and the integral of that.
        let ln_top = libm::log(r);
        let ln_density = |s: f64| r * s - r * libm::expm1(s);
        let whole = if r >= 10.0 {
            LN_SQRT_TWO_PI - 0.5 * ln_top + stirling_correction(r)
        } else {
            ln_gamma(r) - r * ln_top + r
        };
        let value = |s: f64| {
            let scaled = r * libm::exp(s);
            let ln_stage = -libm::log1p(rate * alpha / scaled);
            // In stage j the density has another factor (alpha l)^j / (r)_j.
            let (mut mean, mut factor) = (0.0, 1.0);
            for (j, weight) in self.stage.iter().zip(0..).map(|(weight, j)| (f64::from(j), *weight)) {
                mean += weight * factor * libm::exp((k - j) * ln_stage);
                factor *= scaled / (r + j);
            }
            libm::exp(ln_density(s) + ln_hypergeometric_one(b, a + b, libm::exp(k * ln_stage))) * mean
        };
        let step = 0.125f64.min(0.4 / (r + k).sqrt());
        let mut sum = value(0.0);
        for side in [-1.0, 1.0] {
            let mut i = 0.0;
            while i < 100_000.0 {
                i += 1.0;
                let term = value(side * i * step);
                sum += term;
                // Past the top. The value of the purchases grows no faster than the rate to the power k + 1, and so moves
                // the top to the right by no more than that over r.
                if term <= 1e-18 * sum
                    && (side < 0.0 || i * step > 0.5f64.min((k + 2.0) / r + 3.0 / r.sqrt()))
                {
                    break;
                }
            }
        }
        sum * step * libm::exp(-whole)
    }
}

#[cfg(test)]
mod tests {
    use super::super::beta_geometric::Active as BetaGeometric;
    use super::*;

    fn active(k: f64, r: f64, alpha: f64, a: f64, b: f64, stage: usize) -> Active {
        let mut weights = vec![0.0; stage + 1];
        weights[stage] = 1.0;
        // In stage j the rate is gamma (r + j, alpha).
        Active { k, r: r - stage as f64, alpha, a, b, stage: weights, there: 1.0 }
    }

    /// mpmath, 45 digits: given the dropout chance purchases are a renewal process whose expectations are sums of
    /// exponentials, one for each k-th root of the chance to stay; their mean over gamma rates is closed, that over the
    /// chance a quadrature.
    #[test]
    fn long_sums_are_those_of_the_renewal_process() {
        let near = |got: f64, want: f64| assert!((got - want).abs() <= 3e-12 * want, "{got} {want}");
        let far = active(3.0, 30.0, 0.01, 0.31, 0.5, 0);
        near(far.survival(1e6), 0.001_062_401_083_879_025_9);
        near(far.purchases(1e6), 1_523_801.635_761_281_8);
        let second = active(3.0, 30.0, 0.01, 0.31, 0.5, 2);
        near(second.survival(1e4), 0.004_428_824_809_017_326_2);
        near(second.purchases(1e4), 63_522.888_478_234_427);
        let old = active(3.0, 3030.0, 10_000.01, 1.0, 1002.0, 1);
        near(old.survival(1e6), 0.009_826_557_996_212_05);
        near(old.purchases(1e6), 4_632.570_841_142_583_3);
        let plain = active(1.0, 30.0, 0.01, 2.0, 1.0, 0);
        let erlang = active(50.0, 7.7, 5.0, 0.8, 2.4, 7);
        near(erlang.survival(1e5), 0.003_485_730_731_872_564_1);
        near(erlang.purchases(1e5), 37.139_608_540_326_798);
        near(active(2.0, 0.7, 5.0, 0.8, 2.4, 1).discounted(0.003, 52.0).unwrap(), 2.140_440_339_128_06);
        near(plain.survival(1e4), 2.463_054_187_192_118_2e-15);
        near(plain.purchases(1e4), 1.999_999_931_034_482_8);
    }
    #[test]
    fn beyond_the_range_of_numbers_there_is_no_answer() {
        let regular = active(3.0, 0.85, 1.45, 0.79, 2.42, 0);
        assert!(regular.survival(1e308).is_nan() && regular.purchases(1e308).is_nan());
        assert!(regular.count_between(3.0, 1e305, 1e308).is_nan());
        assert!(regular.survival(1e290) > 0.0 && regular.purchases(1e290) > 1e50);
    }

    #[test]
    fn far_counts_are_those_of_one_stage() {
        for (a, b) in [(2.0, 1.0), (0.31, 0.5), (5.0, 900.0)] {
            let plain = BetaGeometric { r: 30.0, alpha: 0.01, a, b };
            let regular = active(1.0, 30.0, 0.01, a, b, 0);
            for (n, from, to) in
                [(0.0, 10.0, 30.0), (1.0, 10.0, 30.0), (300.0, 10.0, 10.01), (300.0, 10.0, 1e4)]
            {
                let (got, want) = (regular.count_between(n, from, to), plain.count_between(n, from, to));
                assert!((got - want).abs() <= 1e-11 * want, "{a} {b} {n} {from} {to}: {got} {want}");
            }
        }
    }

    #[test]
    fn far_counts_add_up() {
        let regular = active(3.0, 30.0, 0.01, 2.0, 1.0, 0);
        let (from, to) = (10.0, 10.0003);
        let counts: Vec<f64> = (0..40).map(|n| regular.count_between(f64::from(n), from, to)).collect();
        let total: f64 = counts.iter().sum();
        assert!((total - 1.0).abs() < 1e-12, "{total}");
        let mean: f64 = counts.iter().zip(0..).map(|(p, n)| p * f64::from(n)).sum();
        // Of a difference of nearly equal numbers.
        let difference = regular.purchases(to) - regular.purchases(from);
        assert!((mean - difference).abs() < 1e-13 * regular.purchases(to), "{mean} {difference}");
    }
}
