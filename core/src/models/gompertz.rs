//! Lifetimes of the GGom/NBD model: Gompertz with a common shape `b` and gamma-distributed individual scales.
//!
//! With `B(t) = beta - 1 + exp(b t)` the share `(beta / B(t))^s` lives longer than `t`. `B` overflows for old customers and
//! loses its digits for small `b` and `beta`, which is where Pareto/NBD lies; `D(t) = B(t) exp(-b t)` does neither.

use super::gamma_purchases::Lifetime;
use crate::numerics::quadrature::gauss_legendre_16;

/// The lifetime of a living customer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Gompertz {
    pub(crate) b: f64,
    pub(crate) s: f64,
    pub(crate) beta: f64,
}

/// Beyond this `b t` the exponential is not formed.
pub(crate) const LONG: f64 = 300.0;

impl Gompertz {
    /// `D(t) = beta exp(-b t) + 1 - exp(-b t)`: the sum of two positive numbers.
    pub(crate) fn d(&self, t: f64) -> f64 {
        let aged = -self.b * t;
        self.beta * libm::exp(aged) - libm::expm1(aged)
    }

    /// `ln(B(to) / B(from))` for a time `wait` after `from`, where `D(from)` is `d`.
    pub(crate) fn ln_growth(&self, d: f64, wait: f64) -> f64 {
        let grown = self.b * wait;
        if grown < LONG {
            libm::log1p(libm::expm1(grown) / d)
        } else {
            // B(to) = B(from) + exp(b from) (exp(b wait) - 1), and the last 1 is nothing beside it.
            grown + libm::log1p(d * libm::exp(-grown)) - libm::log(d)
        }
    }

    /// How far the logarithm of the density stays smooth from a time with `D = d`: the distance to the nearest zero of
    /// `B` off the line of real times, without end once `D` is 1.
    pub(crate) fn smooth(&self, d: f64) -> f64 {
        if (d - 1.0).abs() < 1e-17 { f64::INFINITY } else { d.min(2.0) / self.b }
    }
}

/// How many panels an integral over time may take. Scales grow from panel to panel, so none comes near.
pub(crate) const MOST_PANELS: usize = 2000;

impl Lifetime for Gompertz {
    fn survival(&self, t: f64) -> f64 {
        libm::exp(-self.s * self.ln_growth(self.beta, t))
    }

    fn ln_density(&self, t: f64) -> f64 {
        libm::log(self.s * self.b) - libm::log(self.d(t)) - self.s * self.ln_growth(self.beta, t)
    }

    fn time_alive(&self, rate: f64, horizon: f64) -> f64 {
        let Self { b, s, beta } = *self;
        let (mut sum, mut from) = (0.0, 0.0);
        for _ in 0..MOST_PANELS {
            let d = self.d(from);
            let here = libm::exp(-rate * from - s * self.ln_growth(beta, from));
            if from >= horizon || here == 0.0 {
                return sum;
            }
            // How fast the integrand falls; from D = 1 on it is an exponential.
            let fall = rate + s * b / d;
            if (d - 1.0).abs() < 1e-17 {
                return sum - here * libm::expm1(-fall * (horizon - from)) / fall;
            }
            let to = (from + (2.0 * self.smooth(d)).min(5.0 / fall)).min(horizon);
            sum += gauss_legendre_16(from, to, |u| libm::exp(-rate * u - s * self.ln_growth(beta, u)));
            if here <= 1e-25 * sum {
                return sum;
            }
            from = to;
        }
        f64::NAN
    }

    fn aged(&self, t: f64) -> Self {
        Self { beta: self.d(t), ..*self }
    }

    /// `B = (s + 1) exp(b t)`, where there is such a time.
    fn mode(&self) -> f64 {
        if self.beta - 1.0 > self.s { libm::log((self.beta - 1.0) / self.s) / self.b } else { 0.0 }
    }
}
