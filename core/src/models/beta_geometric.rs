//! Purchases at a gamma-distributed rate until, after some purchase, a beta-distributed chance ends them: what
//! BG/NBD and MBG/NBD share.
//!
//! In BG/NBD a customer can leave only after a repeat purchase; in MBG/NBD also after the first one. Everything
//! else is the same with `b + 1` for `b`, so `first_dropout` is a number, 0 or 1, that is added to `b`.
//!
//! A customer alive at `T` after `x` purchases is a customer of the same process with the parameters
//! `(r + x, alpha + T, a, b + x + first_dropout)`: rate and dropout chance are independent given that. So every
//! conditional question is a question about an [`Active`] customer times P(alive).

use super::histories::Customer;
#[cfg(feature = "column-kernels")]
use super::histories::Histories;
use super::simulation::{Drawn, purchase_by_purchase};
#[cfg(feature = "column-kernels")]
use crate::numerics::batch;
use crate::numerics::beta::ln_beta;
use crate::numerics::elementary::{expm1_over, ln_one_plus_exp, logistic};
use crate::numerics::exponential_integral::discounted_power_integral;
use crate::numerics::gamma::ln_gamma_difference;
use crate::numerics::hypergeometric::ln_hypergeometric;
use crate::numerics::incomplete_beta::beta_tails;
use crate::numerics::quadrature::gauss_legendre_16;
use crate::numerics::random::Random;
use crate::{Error, Result, Status};

/// A customer who is alive: rate gamma `(r, alpha)`, chance to leave after each coming purchase beta `(a, b)`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Active {
    pub(crate) r: f64,
    pub(crate) alpha: f64,
    pub(crate) a: f64,
    pub(crate) b: f64,
}

/// With a parameter above this a series would have too many terms, and the integral over the dropout chance is as good.
const SERIES_FOR: f64 = 1e5;

/// Beyond this many times the age the argument of a series, `t / (alpha + t)`, is so near 1 that its rounding shows.
const FURTHEST_SERIES: f64 = 1e3;

/// A customer yet to come, who is there after the first purchase with probability `there`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Perhaps {
    pub(crate) there: f64,
    pub(crate) active: Active,
}

impl Perhaps {
    pub(crate) fn survival(&self, t: f64) -> f64 {
        self.there * self.active.survival(t)
    }

    pub(crate) fn purchases(&self, t: f64) -> f64 {
        self.there * self.active.purchases(t)
    }

    pub(crate) fn count(&self, n: f64, t: f64) -> f64 {
        self.there * self.active.count(n, t) + if n == 0.0 { 1.0 - self.there } else { 0.0 }
    }

    pub(crate) fn count_between(&self, n: f64, from: f64, to: f64) -> f64 {
        self.there * self.active.count_between(n, from, to) + if n == 0.0 { 1.0 - self.there } else { 0.0 }
    }

    pub(crate) fn discounted(&self, rate: f64, horizon: f64) -> Result<f64> {
        Ok(self.there * self.active.discounted(rate, horizon)?)
    }
}

/// Above this argument the power series is slow, and the integral over the dropout chance takes its place.
const SERIES_UP_TO: f64 = 0.9;

/// Horizons further than this many times the age are discounted by an integral over the dropout chance.
const REACH: f64 = 7.0;

impl Active {
    /// `E[(1 + p t / alpha)^-rho]` over `p ~ Beta(a, b)`: the transform behind survival and rates.
    fn transform(&self, rho: f64, t: f64) -> f64 {
        let Self { alpha, a, b, .. } = *self;
        let reach = t / alpha;
        if rho.max(a + b) > SERIES_FOR || reach > FURTHEST_SERIES {
            return self.mean_over_dropout(&|p| libm::exp(-rho * libm::log1p(p * reach)));
        }
        let (z, shape) = (t / (alpha + t), a + b - rho);
        let ln_rest = -libm::log1p(t / alpha);
        // Both series have positive terms only, so nothing cancels. (Euler's transformation of each other.)
        let ln_value = if shape > 0.0 {
            a * ln_rest + ln_hypergeometric(shape, a, a + b, z)
        } else {
            rho * ln_rest + ln_hypergeometric(rho, b, a + b, z)
        };
        if ln_value.is_finite() {
            return libm::exp(ln_value);
        }
        self.mean_over_dropout(&|p| libm::exp(-rho * libm::log1p(p * reach)))
    }

    /// The probability to be alive at `t`.
    pub(crate) fn survival(&self, t: f64) -> f64 {
        self.transform(self.r, t)
    }

    /// The expected purchases per unit of time at `t`: the derivative of [`Self::purchases`].
    pub(crate) fn rate(&self, t: f64) -> f64 {
        self.r / self.alpha * self.transform(self.r + 1.0, t)
    }

    /// The expected purchases up to `t`, in a form that has no singularity at `a = 1` nor at `a + b = 1`.
    pub(crate) fn purchases(&self, t: f64) -> f64 {
        if t == 0.0 {
            return 0.0;
        }
        let Self { r, alpha, a, b } = *self;
        let z = t / (alpha + t);
        if z <= SERIES_UP_TO {
            let ln_rest = -libm::log1p(t / alpha);
            let c = a + b - 1.0;
            let closed = -c * expm1_over(a - 1.0, ln_rest);
            let scale = libm::exp((a - 1.0) * ln_rest);
            // sum of (A)_n (a)_(n-1) z^n / ((c+1)_(n-1) n!), A = a + b - 1 - r
            let first = c - r;
            let mut term = first * z;
            let (mut sum, mut size) = (term, term.abs());
            let mut n = 1.0;
            while n < 2000.0 {
                term *= (first + n) * (a + n - 1.0) * z / ((c + n) * (n + 1.0));
                sum += term;
                size += term.abs();
                n += 1.0;
                if term.abs() <= 1e-17 * size && first + n > 0.0 {
                    break;
                }
            }
            let value = closed - scale * sum;
            // Where the sum cancels (many purchases a unit of time, short-lived customers) its digits are lost.
            if n < 2000.0 && (closed.abs() + scale * size) * 1e-16 <= 2e-14 * value {
                return value;
            }
        }
        let reach = t / alpha;
        self.mean_over_dropout(&|p| {
            let y = p * reach;
            if y < 1e-300 { r * reach } else { -libm::expm1(-r * libm::log1p(y)) / y * reach }
        })
    }

    /// The probability of exactly `n` purchases up to `t`. The textbook sum over earlier counts cancels for large
    /// `n`; it is the lower tail of an incomplete beta function.
    pub(crate) fn count(&self, n: f64, t: f64) -> f64 {
        let Self { r, alpha, a, b } = *self;
        let z = t / (alpha + t);
        let base = ln_beta(a, b);
        if n == 0.0 {
            return libm::exp(-r * libm::log1p(t / alpha));
        }
        if t == 0.0 {
            return 0.0;
        }
        // Negative binomial: Gamma(r + n) / (Gamma(r) n!) = 1 / (n B(r, n)).
        let ln_negative_binomial =
            -ln_beta(r, n) - libm::log(n) - r * libm::log1p(t / alpha) + n * libm::log(z);
        let staying = libm::exp(ln_beta(a, b + n) - base + ln_negative_binomial);
        let leaving =
            libm::exp(ln_beta(a + 1.0, b + n - 1.0) - base) * beta_tails(n, r, z, alpha / (alpha + t)).0;
        staying + leaving
    }

    /// The probability of exactly `n` purchases in `(from, to]`. Given rate and dropout chance `p`, customers leave at
    /// the rate of purchases times `p`; those still there at `from` begin anew, at rates that have lost
    /// the frequent buyers: gamma `(r, alpha + p from)`.
    pub(crate) fn count_between(&self, n: f64, from: f64, to: f64) -> f64 {
        let Self { r, alpha, .. } = *self;
        let width = to - from;
        if from == 0.0 {
            return self.count(n, width);
        }
        if width == 0.0 {
            return if n == 0.0 { 1.0 } else { 0.0 };
        }
        let ln_ways = if n == 0.0 { 0.0 } else { -ln_beta(r, n) - libm::log(n) };
        self.mean_over_dropout(&|p| {
            let age = alpha + p * from;
            let ln_there = -r * libm::log1p(p * from / alpha);
            let (z, y) = (width / (age + width), age / (age + width));
            let ln_stay = libm::log1p(-p);
            if n == 0.0 {
                return -libm::expm1(ln_there) + libm::exp(ln_there + r * libm::log(y));
            }
            let staying = libm::exp(ln_there + n * ln_stay + ln_ways + n * libm::log(z) + r * libm::log(y));
            // Nobody stays where p rounds to 1, and none has to for a first purchase.
            let stayed = if n == 1.0 { 0.0 } else { (n - 1.0) * ln_stay };
            let leaving = libm::exp(ln_there + stayed) * p * beta_tails(n, r, z, y).0;
            staying + leaving
        })
    }

    /// The expected purchases up to `horizon` (or for ever), each discounted by `exp(-rate * time)`.
    pub(crate) fn discounted(&self, rate: f64, horizon: f64) -> Result<f64> {
        if horizon == 0.0 {
            return Ok(0.0);
        }
        if rate == 0.0 {
            if horizon.is_finite() {
                return Ok(self.purchases(horizon));
            }
            if self.a <= 1.0 {
                return Err(Error::undefined(
                    "discounted_expected_purchases",
                    Status::Divergent,
                    "with a <= 1 the expected purchases of all time are infinite; give a discount rate above 0 \
                     or a horizon",
                ));
            }
            return Ok((self.a + self.b - 1.0) / (self.a - 1.0));
        }
        if horizon > REACH * self.alpha {
            // Given the dropout chance p the rate falls as (1 + p u / alpha)^-(r + 1).
            let mean = self.mean_over_dropout(&|p| {
                let scale = self.alpha / p;
                if scale > 1e300 {
                    -libm::expm1(-rate * horizon) / rate
                } else {
                    discounted_power_integral(self.r + 1.0, rate, scale, horizon)
                }
            });
            return Ok(self.r / self.alpha * mean);
        }
        // Panels that double with the age, so that the rate is equally smooth in each, and none so long that the
        // discount falls by more than exp(-8) within it. Those who buy often and leave soon do so within the first
        // one. Beyond exp(-45) nothing is left to add.
        let end = horizon.min(45.0 / rate);
        let first = self.alpha * (8.0 / (self.r + 1.0)).min(1.0);
        let (mut sum, mut from) = (0.0, 0.0);
        while from < end {
            let to = (2.0 * from + first).min(from + 8.0 / rate).min(end);
            sum += gauss_legendre_16(from, to, |u| self.rate(u) * libm::exp(-rate * u));
            from = to;
        }
        Ok(sum)
    }

    /// The mean of `f(p)` over `p ~ Beta(a, b)`, by the trapezoidal rule in a variable in which the density falls
    /// off doubly exponentially (Takahasi & Mori 1974), halving the step until nothing changes. Both `f` and the density
    /// have one maximum at most.
    fn mean_over_dropout(&self, f: &dyn Fn(f64) -> f64) -> f64 {
        let Self { a, b, .. } = *self;
        let centre = libm::log(a / b);
        let width = (1.0 / a + 1.0 / b).sqrt().min(1.5);
        let ln_density = |logit: f64| {
            let (ln_p, ln_q) = (-ln_one_plus_exp(-logit), -ln_one_plus_exp(logit));
            (ln_p, a * ln_p + b * ln_q)
        };
        let top = ln_density(centre).1;
        // What a node weighs, alone and with the value there.
        let node = |s: f64| {
            let (grow, shrink) = (libm::exp(s), libm::exp(-s));
            let (ln_p, density) = ln_density(centre + width * 0.5 * (grow - shrink));
            let weight = libm::exp(density - top) * (grow + shrink);
            if weight > 0.0 { (weight * f(libm::exp(ln_p)), weight) } else { (0.0, 0.0) }
        };
        let mut step = 0.25;
        let mut sums = node(0.0);
        // Each side reaches as far as a node adds to either sum. After a long time few are left but those with a tiny
        // chance to leave, where the density by itself is long over.
        let mut reach = |sign: f64| {
            let mut k = 0.0;
            while k < 200.0 {
                k += 1.0;
                let part = node(sign * k * step);
                sums.0 += part.0;
                sums.1 += part.1;
                // Values that are no number yet may become one.
                if part.1 <= 1e-22 * sums.1 && (part.0 < 1e-22 * sums.0 || part.1 == 0.0) {
                    break;
                }
            }
            k
        };
        let (mut left, mut right) = (reach(-1.0), reach(1.0));
        let mut mean = sums.0 / sums.1;
        for _ in 0..FINEST {
            step *= 0.5;
            left *= 2.0;
            right *= 2.0;
            let mut k = 1.0 - left;
            while k < right {
                let part = node(k * step);
                sums.0 += part.0;
                sums.1 += part.1;
                k += 2.0;
            }
            let refined = sums.0 / sums.1;
            // Half the step, twice the digits.
            let settled = (refined - mean).abs() <= 1e-12 * refined.abs();
            mean = refined;
            if settled {
                break;
            }
        }
        mean
    }
}

/// How often the step of an integral over the dropout chance is halved at most: the last one is fine enough for knees at
/// chances of 1e-300.
const FINEST: u32 = 10;

/// The parameters of both models, and whether customers may leave after the first purchase (1) or not (0).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct BetaGeometric {
    pub(crate) r: f64,
    pub(crate) alpha: f64,
    pub(crate) a: f64,
    pub(crate) b: f64,
    pub(crate) first_dropout: f64,
}

impl BetaGeometric {
    /// This customer as a living one.
    pub(crate) fn active(&self, customer: &Customer) -> Active {
        let Self { r, alpha, a, b, first_dropout } = *self;
        Active { r: r + customer.x, alpha: alpha + customer.t, a, b: b + customer.x + first_dropout }
    }

    /// A customer yet to come: one who survived the chance to leave after the first purchase, if there is one.
    pub(crate) fn new_customer(&self) -> Perhaps {
        let Self { r, alpha, a, b, first_dropout } = *self;
        let there = if first_dropout > 0.0 { b / (a + b) } else { 1.0 };
        Perhaps { there, active: Active { r, alpha, a, b: b + first_dropout } }
    }

    /// The log odds that a customer has left, given the history; minus infinity where that cannot be.
    pub(crate) fn ln_odds_gone(&self, customer: &Customer) -> f64 {
        let Self { r, alpha, a, b, first_dropout } = *self;
        let Customer { x, t_x, t, .. } = *customer;
        if x + first_dropout < 1.0 {
            return f64::NEG_INFINITY;
        }
        let ln_ratio = libm::log(a) - libm::log(b + (x + first_dropout - 1.0));
        ln_ratio + (r + x) * libm::log1p((t - t_x) / (alpha + t_x))
    }

    /// P(alive).
    pub(crate) fn alive(&self, customer: &Customer) -> f64 {
        logistic(-self.ln_odds_gone(customer))
    }

    /// P(alive) of each customer. Customers who cannot have left are passed over; the others are gathered into blocks
    /// over which the elementary functions vectorise. The bits are those of one customer at a time, which is what small
    /// builds do.
    #[cfg(feature = "column-kernels")]
    pub(crate) fn alive_of_all(&self, histories: &Histories) -> Vec<f64> {
        let Self { r, alpha, a, b, first_dropout } = *self;
        let (x, t_x, t) = (histories.frequency(), histories.recency(), histories.t());
        let ln_a = libm::log(a);
        let ln_ratio = |x: f64| ln_a - libm::log(b + (x + first_dropout - 1.0));
        let table: Vec<f64> = (0..64).map(|x| ln_ratio(f64::from(x))).collect();
        let mut out = vec![1.0; x.len()];
        let mut rows = [0usize; BLOCK];
        let mut d = [0.0; BLOCK];
        let mut start = 0;
        while start < x.len() {
            let mut m = 0;
            while start < x.len() && m < BLOCK {
                // Written always, kept only where the customer can have left: no branch to mispredict.
                rows[m] = start;
                d[m] = (t[start] - t_x[start]) / (alpha + t_x[start]);
                m += usize::from(x[start] + first_dropout >= 1.0);
                start += 1;
            }
            batch::log1p_in_place(&mut d[..m]);
            for (d, &row) in d[..m].iter_mut().zip(&rows) {
                let x = x[row];
                let ratio = if x < 64.0 { table[x as usize] } else { ln_ratio(x) };
                *d = -(ratio + (r + x) * *d);
            }
            batch::logistic_in_place(&mut d[..m]);
            for (d, &row) in d[..m].iter().zip(&rows) {
                out[row] = *d;
            }
        }
        out
    }

    /// The posterior means of rate and dropout chance: those of a living customer and of one who left at the last
    /// purchase, weighted by P(alive).
    pub(crate) fn latent_means(&self, customer: &Customer) -> Vec<f64> {
        let Self { r, alpha, a, b, first_dropout } = *self;
        let Customer { x, t_x, t, .. } = *customer;
        let alive = self.alive(customer);
        let gone = 1.0 - alive;
        let tried = a + b + x + first_dropout;
        vec![(r + x) * (alive / (alpha + t) + gone / (alpha + t_x)), (alive * a + gone * (a + 1.0)) / tried]
    }

    /// A simulated customer of age `t`.
    pub(crate) fn draw(&self, random: &mut Random, t: f64) -> Result<Drawn> {
        let rate = random.gamma(self.r, self.alpha);
        let leave = random.beta(self.a, self.b);
        let alive = self.first_dropout == 0.0 || random.uniform() >= leave;
        let wait = |random: &mut Random| random.exponential() / rate;
        purchase_by_purchase(random, t, t, alive, wait, |random| random.uniform() >= leave)
    }

    /// The log-likelihood of one customer.
    pub(crate) fn log_likelihood(&self, customer: &Customer) -> f64 {
        let Self { r, alpha, a, b, first_dropout } = *self;
        let Customer { x, t, .. } = *customer;
        let survived = x + first_dropout;
        let odds = self.ln_odds_gone(customer);
        ln_gamma_difference(r, x) - r * libm::log1p(t / alpha) - x * libm::log(alpha + t)
            + ln_gamma_difference(b, survived)
            - ln_gamma_difference(a + b, survived)
            + if odds == f64::NEG_INFINITY { 0.0 } else { ln_one_plus_exp(odds) }
    }
}

/// Customers whose P(alive) is worked on at once.
#[cfg(feature = "column-kernels")]
const BLOCK: usize = 256;

/// A model of this process: everything but what its documentation and its words for a diagnosis (`explain`) say.
macro_rules! beta_geometric_model {
    (
        $(#[$doc:meta])*
        $model:ident, $name:literal, $title:literal, $reference:literal, first_dropout: $first_dropout:literal
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub struct $model {
            /// Shape of the purchase rates.
            pub r: f64,
            /// Rate parameter of the purchase rates, a time.
            pub alpha: f64,
            /// First parameter of the dropout chances.
            pub a: f64,
            /// Second parameter of the dropout chances.
            pub b: f64,
        }

        /// The facts of the model.
        pub static SPEC: $crate::models::Spec = $crate::models::Spec {
            name: $name,
            class: stringify!($model),
            title: $title,
            kind: $crate::models::Kind::Purchase,
            parameters: &[
                $crate::models::Parameter { name: "r", meaning: "shape of the purchase rates" },
                $crate::models::Parameter {
                    name: "alpha",
                    meaning: "rate parameter of the purchase rates, a time",
                },
                $crate::models::Parameter { name: "a", meaning: "first parameter of the dropout chances" },
                $crate::models::Parameter { name: "b", meaning: "second parameter of the dropout chances" },
            ],
            settings: &[],
            discrete: false,
            latent: &["purchase_rate", "dropout_probability"],
            reference: $reference,
            build: |p, _| Ok(Box::new($model::of(p))),
            fit: |rows, _, options| Ok($model::fit(&rows.histories()?, options)?.boxed()),
            explain,
        };

        $crate::models::model::model_type!($model { r, alpha, a, b } fits histories by |counted| {
            $crate::models::beta_geometric_likelihood::BetaGeometricLikelihood::new(counted, $first_dropout)
        });

        impl $model {
            fn process(&self) -> $crate::models::beta_geometric::BetaGeometric {
                let Self { r, alpha, a, b } = *self;
                $crate::models::beta_geometric::BetaGeometric { r, alpha, a, b, first_dropout: $first_dropout }
            }

            fn active(&self, customer: &$crate::models::Customer) -> $crate::models::beta_geometric::Active {
                self.process().active(customer)
            }

            fn new_customer(&self) -> $crate::models::beta_geometric::Perhaps {
                self.process().new_customer()
            }
        }

        impl $crate::models::PurchaseModel for $model {
            fn purchase(&self) -> &dyn $crate::models::PurchaseModel {
                self
            }

            fn log_likelihood_of(&self, customer: &$crate::models::Customer) -> f64 {
                self.process().log_likelihood(customer)
            }

            fn alive_of(&self, customer: &$crate::models::Customer) -> f64 {
                self.process().alive(customer)
            }

            #[cfg(feature = "column-kernels")]
            fn alive_of_all(&self, histories: &$crate::models::Histories) -> Vec<f64> {
                self.process().alive_of_all(histories)
            }

            $crate::models::living::living_customers!();

            fn latent_means_of(&self, customer: &$crate::models::Customer) -> Vec<f64> {
                self.process().latent_means(customer)
            }

            fn draw(
                &self,
                random: &mut $crate::numerics::random::Random,
                t: f64,
            ) -> $crate::Result<$crate::models::Drawn> {
                self.process().draw(random, t)
            }
        }
    };
}

pub(crate) use beta_geometric_model;
