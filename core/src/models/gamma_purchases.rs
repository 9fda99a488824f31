//! Purchases at gamma-distributed rates during a lifetime that does not depend on them: what NBD, Pareto/NBD and
//! GGom/NBD share.
//!
//! Rate and lifetime stay independent given that a customer is alive at `T` after `x` purchases: the rate is then
//! gamma `(r + x, alpha + T)` and the lifetime has begun anew, aged by `T`. So every conditional question is a
//! question about an [`Active`] customer times P(alive).

use super::counted::Counted;
use super::diagnosis::Finding;
use super::simulation::{Drawn, purchase_by_purchase};
use crate::numerics::beta::ln_beta;
use crate::numerics::elementary::within;
use crate::numerics::quadrature::integrate_ln;
use crate::numerics::random::Random;
use crate::{Error, Result, Status};

/// The time from now until a living customer leaves.
pub(crate) trait Lifetime: Copy {
    /// The probability to live longer than `t`.
    fn survival(&self, t: f64) -> f64;

    /// The logarithm of the density at `t`; minus infinity for those who never leave.
    fn ln_density(&self, t: f64) -> f64;

    /// The expected time alive until `horizon` (or for ever), discounted: the integral of `exp(-rate u) S(u)`;
    /// infinite where it has no limit.
    fn time_alive(&self, rate: f64, horizon: f64) -> f64;

    /// The lifetime that is left to those who live longer than `t`.
    fn aged(&self, t: f64) -> Self;

    /// The time at which most leave, if not at once.
    fn mode(&self) -> f64 {
        0.0
    }
}

/// A customer who is alive: purchases at a rate that is gamma distributed with `r` and `alpha`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Active<L> {
    pub(crate) r: f64,
    pub(crate) alpha: f64,
    pub(crate) life: L,
}

impl<L: Lifetime> Active<L> {
    pub(crate) fn survival(&self, t: f64) -> f64 {
        self.life.survival(t)
    }

    /// The expected purchases up to `t`.
    pub(crate) fn purchases(&self, t: f64) -> f64 {
        self.r / self.alpha * self.life.time_alive(0.0, t)
    }

    /// The expected purchases up to `horizon` (or for ever), each discounted by `exp(-rate * time)`.
    pub(crate) fn discounted(&self, rate: f64, horizon: f64) -> Result<f64> {
        let time = self.life.time_alive(rate, horizon);
        if time == f64::INFINITY {
            return Err(Error::undefined(
                "discounted_expected_purchases",
                Status::Divergent,
                "the expected purchases of all time are infinite, because some customers live too long; give a \
                 discount rate above 0 or a horizon",
            ));
        }
        Ok(self.r / self.alpha * time)
    }

    /// The logarithm of the probability of `n` purchases in a time `t` that is lived through.
    fn ln_count_alive(&self, n: f64, t: f64) -> f64 {
        let ln_none = -self.r * libm::log1p(t / self.alpha);
        if n == 0.0 {
            return ln_none;
        }
        // Negative binomial: Gamma(r + n) / (Gamma(r) n!) = 1 / (n B(r, n)).
        ln_none - ln_beta(self.r, n) - libm::log(n) - n * libm::log1p(self.alpha / t)
    }

    /// The probability of exactly `n` purchases up to `t`: of those who live longer, and of those who leave at each
    /// time before. The published sums of differences cancel; both terms here are positive.
    pub(crate) fn count(&self, n: f64, t: f64) -> f64 {
        if t == 0.0 {
            return if n == 0.0 { 1.0 } else { 0.0 };
        }
        let staying = self.life.survival(t) * libm::exp(self.ln_count_alive(n, t));
        // The logarithm of the time is the variable, because time scales are far apart; reversed, because only
        // upper ends may be infinite.
        let ln_leaving = |v: f64| {
            let u = libm::exp(-v);
            if u == 0.0 { f64::NEG_INFINITY } else { self.ln_count_alive(n, u) + self.life.ln_density(u) - v }
        };
        let end = -libm::log(t);
        let area = |from: f64, to: f64| libm::exp(integrate_ln(ln_leaving, from, to, 1e-13).value);
        // Where the count is likeliest. Late lifetimes after an early likeliest count make two peaks: the integral
        // is split at the valley between them.
        let usual = if self.r > 1.0 { self.alpha * (n + 1.0) / (self.r - 1.0) } else { f64::INFINITY };
        let late = self.life.mode().min(t);
        let leaving = if usual < late {
            let (mut low, mut high) = (-libm::log(late), -libm::log(usual));
            for _ in 0..60 {
                let third = (high - low) / 3.0;
                if ln_leaving(low + third) < ln_leaving(high - third) {
                    high -= third;
                } else {
                    low += third;
                }
            }
            area(end, low) + area(low, f64::INFINITY)
        } else {
            area(end, f64::INFINITY)
        };
        staying + leaving
    }

    /// The probability of exactly `n` purchases in `(from, to]`: nobody who left before buys, and for those still
    /// there at `from` the process begins anew, at the same rates, with a lifetime that has aged.
    pub(crate) fn count_between(&self, n: f64, from: f64, to: f64) -> f64 {
        let there = self.life.survival(from);
        let later = Self { life: self.life.aged(from), ..*self };
        there * later.count(n, to - from) + if n == 0.0 { 1.0 - there } else { 0.0 }
    }
}

/// A simulated customer of age `t`: purchases at `rate` until the customer's lifetime ends.
pub(crate) fn draw(random: &mut Random, rate: f64, lifetime: f64, t: f64) -> Result<Drawn> {
    let wait = |random: &mut Random| random.exponential() / rate;
    let drawn = purchase_by_purchase(random, t, lifetime.min(t), true, wait, |_| true)?;
    Ok(Drawn { alive: lifetime > t, ..drawn })
}

/// What it means that nobody differs in the rate of purchases, if so.
pub(crate) fn explain_rates(finding: &Finding) -> Option<&'static str> {
    finding.grow_together("r", "alpha").then_some(
        "customers do not differ in their purchase rate: r and alpha grow together, and only r / alpha, the common \
         rate, is determined",
    )
}

/// Shape and rate of the purchase rates by the method of moments, kept within reason: the start of every model
/// whose rates are gamma distributed.
pub(crate) fn gamma_start(counted: &Counted) -> (f64, f64) {
    let customers = counted.customers();
    let purchases = counted.sum(|x, _, _| x);
    let time = counted.sum(|_, _, t| t);
    let mean = purchases / customers;
    let variance = counted.sum(|x, _, _| (x - mean) * (x - mean)) / customers;
    let shape = if variance > mean { within(mean * mean / (variance - mean), 0.05, 20.0) } else { 20.0 };
    // With no purchase at all, or no time, any positive number will do.
    let rate = if purchases > 0.0 && time > 0.0 { purchases / time } else { 1.0 };
    (shape, within(shape / rate, 1e-300, 1e300))
}
