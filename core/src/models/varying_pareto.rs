//! Pareto/NBD along the path of one customer whose covariates change over time: every answer of the model.
//!
//! Given that the customer is alive at an age, the purchase rate is gamma `(r + x, alpha + A)` and the rate of dropout
//! gamma `(s, beta + B)`, with the clocks `A` and `B` of `varying.rs`; what follows runs along the pieces that are left.

use super::histories::Customer;
use super::model::{Model, Spec};
use super::pareto_nbd::SPEC;
use super::purchase::{DependsOn, PurchaseModel};
use super::simulation::{Drawn, purchase_by_purchase};
use super::varying::Piece;
use super::varying_integral::{Base, between, ln_alive, ln_inverse_alive};
use crate::Result;
use crate::numerics::beta::ln_beta;
use crate::numerics::elementary::not_above;
use crate::numerics::exponential_integral::discounted_power_integral;
use crate::numerics::quadrature::integrate_ln;
use crate::numerics::random::Random;

/// The model of one customer.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ParetoAlong {
    pub(crate) base: Base,
    /// From the first purchase to the end of the covariates.
    pub(crate) pieces: Vec<Piece>,
    /// `c * sum of z at the purchases`.
    pub(crate) bought: f64,
}

impl ParetoAlong {
    /// What the clocks show at an age; NaN beyond the covariates.
    fn clocks(&self, age: f64) -> (f64, f64) {
        let end = self.pieces.last().map_or(0.0, |piece| piece.to);
        if age > end + 1e-9 * (1.0 + end) {
            return (f64::NAN, f64::NAN);
        }
        let at = self.pieces.partition_point(|piece| piece.to < age).min(self.pieces.len().saturating_sub(1));
        self.pieces.get(at).map_or((0.0, 0.0), |piece| {
            let inside = age - piece.from;
            (piece.a_from + piece.a * inside, piece.b_from + piece.b * inside)
        })
    }

    /// `-ln P(alive)` with other exponents than those of the customer.
    fn ln_inverse(&self, exponents: (f64, f64), customer: &Customer) -> f64 {
        let pieces = between(&self.pieces, customer.t_x, customer.t);
        ln_inverse_alive(exponents, &self.base, &pieces, self.clocks(customer.t))
    }

    /// The speeds of the two clocks at an age, before a change that falls on it.
    fn speeds(&self, age: f64) -> (f64, f64) {
        let at = self.pieces.partition_point(|piece| piece.to < age).min(self.pieces.len().saturating_sub(1));
        self.pieces.get(at).map_or((1.0, 1.0), |piece| (piece.a, piece.b))
    }

    /// The logarithm of the probability of `n` purchases while the clock of purchases advances by `passed`, for a
    /// customer with `p = r + x` and `alpha + A = x`.
    fn ln_count(p: f64, x: f64, n: f64, passed: f64) -> f64 {
        let ln_none = -p * libm::log1p(passed / x);
        if n == 0.0 {
            return ln_none;
        }
        ln_none - ln_beta(p, n) - libm::log(n) - n * libm::log1p(x / passed)
    }

    fn new_customer() -> Customer {
        Customer { x: 0.0, t_x: 0.0, t: 0.0, log_intervals: 0.0 }
    }

    /// The age at which a clock shows a value; infinite beyond the covariates.
    fn age(&self, show: f64, of: fn(&Piece) -> (f64, f64)) -> f64 {
        let at = self.pieces.partition_point(|piece| {
            let (from, speed) = of(piece);
            from + speed * (piece.to - piece.from) < show
        });
        self.pieces.get(at).map_or(f64::INFINITY, |piece| {
            let (from, speed) = of(piece);
            piece.from + (show - from) / speed
        })
    }
}

impl Model for ParetoAlong {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn parameters(&self) -> Vec<f64> {
        let Base { r, alpha, s, beta } = self.base;
        vec![r, alpha, s, beta]
    }

    fn as_purchase(&self) -> Option<&dyn PurchaseModel> {
        Some(self)
    }
}

impl PurchaseModel for ParetoAlong {
    fn purchase(&self) -> &dyn PurchaseModel {
        self
    }

    fn depends_on(&self) -> DependsOn {
        DependsOn::CountAndAge
    }

    fn log_likelihood_of(&self, customer: &Customer) -> f64 {
        let exponents = (self.base.r + customer.x, self.base.s);
        ln_alive(&self.base, customer.x, self.bought, self.clocks(customer.t))
            + self.ln_inverse(exponents, customer)
    }

    fn alive_of(&self, customer: &Customer) -> f64 {
        not_above(1.0, libm::exp(-self.ln_inverse((self.base.r + customer.x, self.base.s), customer)))
    }

    fn survival_if_alive(&self, customer: &Customer, horizon: f64) -> f64 {
        let (now, later) = (self.clocks(customer.t).1, self.clocks(customer.t + horizon).1);
        libm::exp(-self.base.s * libm::log1p((later - now) / (self.base.beta + now)))
    }

    fn purchases_if_alive(&self, customer: &Customer, horizon: f64) -> f64 {
        self.discounted_if_alive(customer, 0.0, horizon).unwrap_or(f64::NAN)
    }

    fn count_if_alive(&self, customer: &Customer, n: f64, horizon: f64) -> f64 {
        let Base { r, alpha, s, beta } = self.base;
        let (now, end) = (customer.t, customer.t + horizon);
        let ((a_now, b_now), (a_end, b_end)) = (self.clocks(now), self.clocks(end));
        let (p, x, y) = (r + customer.x, alpha + a_now, beta + b_now);
        if (a_end - a_now).is_nan() {
            return f64::NAN;
        }
        if a_end <= a_now {
            return if n == 0.0 { 1.0 } else { 0.0 };
        }
        let staying = Self::ln_count(p, x, n, a_end - a_now) - s * libm::log1p((b_end - b_now) / y);
        let leaving: f64 = between(&self.pieces, now, end)
            .iter()
            .map(|piece| {
                let ln_leaving = |w: f64| {
                    let (a, b) = (piece.a_from + piece.a * w, piece.b_from + piece.b * w);
                    if a <= a_now && n > 0.0 {
                        return f64::NEG_INFINITY;
                    }
                    libm::log(s * piece.b / (beta + b)) - s * libm::log1p((b - b_now).max(0.0) / y)
                        + Self::ln_count(p, x, n, a - a_now)
                };
                libm::exp(integrate_ln(ln_leaving, 0.0, piece.to - piece.from, 1e-12).value)
            })
            .sum();
        libm::exp(staying) + leaving
    }

    fn discounted_if_alive(&self, customer: &Customer, rate: f64, horizon: f64) -> Result<f64> {
        let Base { r, alpha, s, beta } = self.base;
        let (now, end) = (customer.t, customer.t + horizon);
        let (a_now, b_now) = self.clocks(now);
        if self.clocks(end).0.is_nan() {
            return Ok(f64::NAN);
        }
        let y = beta + b_now;
        let time: f64 = between(&self.pieces, now, end)
            .iter()
            .map(|piece| {
                let there = libm::exp(
                    -rate * (piece.from - now) - s * libm::log1p((piece.b_from - b_now).max(0.0) / y),
                );
                let scale = (beta + piece.b_from) / piece.b;
                piece.a * there * discounted_power_integral(s, rate, scale, piece.to - piece.from)
            })
            .sum();
        Ok((r + customer.x) / (alpha + a_now) * time)
    }

    fn survival_new(&self, horizon: f64) -> f64 {
        self.survival_if_alive(&Self::new_customer(), horizon)
    }

    fn purchases_new(&self, horizon: f64) -> f64 {
        self.purchases_if_alive(&Self::new_customer(), horizon)
    }

    fn count_new(&self, n: f64, horizon: f64) -> f64 {
        self.count_if_alive(&Self::new_customer(), n, horizon)
    }

    fn discounted_new(&self, rate: f64, horizon: f64) -> Result<f64> {
        self.discounted_if_alive(&Self::new_customer(), rate, horizon)
    }

    /// The rates of the customer as they are at the end of the observation.
    fn latent_means_of(&self, customer: &Customer) -> Vec<f64> {
        let Base { r, alpha, s, beta } = self.base;
        let (p, (a, b)) = (r + customer.x, self.clocks(customer.t));
        let (buys, leaves) = self.speeds(customer.t);
        let here = self.ln_inverse((p, s), customer);
        let purchase = self.ln_inverse((p + 1.0, s), customer) - here;
        let dropout = self.ln_inverse((p, s + 1.0), customer) - here;
        vec![buys * p / (alpha + a) * libm::exp(purchase), leaves * s / (beta + b) * libm::exp(dropout)]
    }

    /// Purchases and the lifetime by the two clocks, on which they are those of constant rates.
    fn draw(&self, random: &mut Random, t: f64) -> Result<Drawn> {
        let rate = random.gamma(self.base.r, self.base.alpha);
        let shown = random.exponential() / random.gamma(self.base.s, self.base.beta);
        let lifetime = self.age(shown, |piece| (piece.b_from, piece.b));
        let (mut clock, mut last) = (0.0, 0.0);
        let wait = |random: &mut Random| {
            clock += random.exponential() / rate;
            let age = self.age(clock, |piece| (piece.a_from, piece.a));
            let wait = age - last;
            last = age;
            wait
        };
        let drawn = purchase_by_purchase(random, t, lifetime.min(t), true, wait, |_| true)?;
        Ok(Drawn { alive: lifetime > t, ..drawn })
    }
}
