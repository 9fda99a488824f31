//! Purchases at a gamma-distributed rate until, after some purchase, a beta-distributed chance ends them: what
//! BG/NBD and MBG/NBD share.
//!
//! In BG/NBD a customer can leave only after a repeat purchase; in MBG/NBD also after the first one. Everything
//! else is the same with `b + 1` for `b`, so `first_dropout` is a number, 0 or 1, that is added to `b`.
//!
//! A customer alive at `T` after `x` purchases is a customer of the same process with the parameters
//! `(r + x, alpha + T, a, b + x + first_dropout)`: rate and dropout chance are independent given that. So every
//! conditional question is a question about an [`Active`] customer times P(alive).

use super::counted::Counted;
use super::fitting::Likelihood;
use super::gamma_purchases::gamma_start;
use super::histories::{Customer, Histories};
use super::rising::Histogram;
use super::simulation::{Drawn, MOST_PURCHASES, too_many};
use crate::numerics::batch;
use crate::numerics::beta::ln_beta;
use crate::numerics::elementary::{expm1_over, ln_one_plus_exp, logistic};
use crate::numerics::exponential_integral::discounted_power_integral;
use crate::numerics::gamma::ln_gamma_difference;
use crate::numerics::hypergeometric::ln_hypergeometric;
use crate::numerics::incomplete_beta::beta_tails;
use crate::numerics::optimise::Evaluation;
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
        if rho.max(a + b) > SERIES_FOR {
            let reach = t / alpha;
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
        let reach = t / alpha;
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
            let leaving = libm::exp(ln_there + (n - 1.0) * ln_stay) * p * beta_tails(n, r, z, y).0;
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
        // discount falls by more than exp(-8) within it. Beyond exp(-45) nothing is left to add.
        let end = horizon.min(45.0 / rate);
        let (mut sum, mut from) = (0.0, 0.0);
        while from < end {
            let to = (2.0 * from + self.alpha).min(from + 8.0 / rate).min(end);
            sum += gauss_legendre_16(from, to, |u| self.rate(u) * libm::exp(-rate * u));
            from = to;
        }
        Ok(sum)
    }

    /// The mean of `f(p)` over `p ~ Beta(a, b)`, by the trapezoidal rule in a variable in which the density falls
    /// off doubly exponentially (Takahasi & Mori 1974), halving the step until nothing changes.
    fn mean_over_dropout(&self, f: &dyn Fn(f64) -> f64) -> f64 {
        let Self { a, b, .. } = *self;
        let centre = libm::log(a / b);
        let width = (1.0 / a + 1.0 / b).sqrt().min(1.5);
        let ln_density = |logit: f64| {
            let (ln_p, ln_q) = (-ln_one_plus_exp(-logit), -ln_one_plus_exp(logit));
            (ln_p, a * ln_p + b * ln_q)
        };
        let top = ln_density(centre).1;
        let node = |s: f64, sums: &mut (f64, f64)| {
            let (grow, shrink) = (libm::exp(s), libm::exp(-s));
            let (ln_p, density) = ln_density(centre + width * 0.5 * (grow - shrink));
            let weight = libm::exp(density - top) * (grow + shrink);
            if weight > 0.0 {
                sums.0 += weight * f(libm::exp(ln_p));
                sums.1 += weight;
            }
            weight
        };
        let mut sums = (0.0, 0.0);
        let mut step = 0.25;
        // How far each side reaches until the density is below exp(-50) of its top.
        let reach = |sign: f64| {
            let mut k = 0.0;
            while k < 200.0 {
                k += 1.0;
                let s = sign * k * 0.25;
                let logit = centre + width * 0.5 * (libm::exp(s) - libm::exp(-s));
                if ln_density(logit).1 - top < -50.0 {
                    break;
                }
            }
            k
        };
        let (mut left, mut right) = (reach(-1.0), reach(1.0));
        let mut k = -left;
        while k <= right {
            node(k * step, &mut sums);
            k += 1.0;
        }
        let mut mean = sums.0 / sums.1;
        for _ in 0..7 {
            step *= 0.5;
            left *= 2.0;
            right *= 2.0;
            let mut k = 1.0 - left;
            while k < right {
                node(k * step, &mut sums);
                k += 2.0;
            }
            let refined = sums.0 / sums.1;
            let settled = (refined - mean).abs() <= 1e-14 * refined.abs();
            mean = refined;
            if settled {
                break;
            }
        }
        mean
    }
}

/// The log odds that a customer has left, given the history; minus infinity where that cannot be.
pub(crate) fn ln_odds_gone(
    r: f64,
    alpha: f64,
    a: f64,
    b: f64,
    first_dropout: f64,
    customer: &Customer,
) -> f64 {
    let Customer { x, t_x, t, .. } = *customer;
    if x + first_dropout < 1.0 {
        return f64::NEG_INFINITY;
    }
    let ln_ratio = libm::log(a) - libm::log(b + (x + first_dropout - 1.0));
    ln_ratio + (r + x) * libm::log1p((t - t_x) / (alpha + t_x))
}

/// P(alive) of each customer. Customers who cannot have left are passed over; the others are gathered into blocks
/// over which the elementary functions vectorise. The bits are those of one customer at a time.
pub(crate) fn alive_of_all(
    r: f64,
    alpha: f64,
    a: f64,
    b: f64,
    first_dropout: f64,
    histories: &Histories,
) -> Vec<f64> {
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
pub(crate) fn latent_means(
    r: f64,
    alpha: f64,
    a: f64,
    b: f64,
    first_dropout: f64,
    customer: &Customer,
) -> [f64; 2] {
    let Customer { x, t_x, t, .. } = *customer;
    let alive = logistic(-ln_odds_gone(r, alpha, a, b, first_dropout, customer));
    let gone = 1.0 - alive;
    let tried = a + b + x + first_dropout;
    [(r + x) * (alive / (alpha + t) + gone / (alpha + t_x)), (alive * a + gone * (a + 1.0)) / tried]
}

/// A simulated customer of age `t`.
pub(crate) fn draw(
    r: f64,
    alpha: f64,
    a: f64,
    b: f64,
    first_dropout: bool,
    random: &mut Random,
    t: f64,
) -> Result<Drawn> {
    let rate = random.gamma(r, alpha);
    let leave = random.beta(a, b);
    let mut customer = Customer { x: 0.0, t_x: 0.0, t, log_intervals: 0.0 };
    let mut alive = !(first_dropout && random.uniform() < leave);
    while alive {
        let wait = random.exponential() / rate;
        let next = customer.t_x + wait;
        if next.is_nan() || next > t {
            break;
        }
        customer.x += 1.0;
        customer.t_x = next;
        customer.log_intervals += libm::log(wait);
        if customer.x > MOST_PURCHASES {
            return Err(too_many());
        }
        alive = random.uniform() >= leave;
    }
    Ok(Drawn { customer, alive })
}

/// The log-likelihood of one customer.
pub(crate) fn log_likelihood(
    r: f64,
    alpha: f64,
    a: f64,
    b: f64,
    first_dropout: f64,
    customer: &Customer,
) -> f64 {
    let Customer { x, t, .. } = *customer;
    let survived = x + first_dropout;
    let odds = ln_odds_gone(r, alpha, a, b, first_dropout, customer);
    ln_gamma_difference(r, x) - r * libm::log1p(t / alpha) - x * libm::log(alpha + t)
        + ln_gamma_difference(b, survived)
        - ln_gamma_difference(a + b, survived)
        + if odds == f64::NEG_INFINITY { 0.0 } else { ln_one_plus_exp(odds) }
}

/// The likelihood of counted histories, with exact derivatives.
#[derive(Debug)]
pub(crate) struct BetaGeometricLikelihood {
    counted: Counted,
    first_dropout: f64,
    /// Purchases, for the terms of the rate.
    purchases: Histogram,
    /// Dropout chances that were survived if the customer is still there.
    survived: Histogram,
    sample: Option<Box<BetaGeometricLikelihood>>,
}

/// With more histories than this, the first steps use a sample of them.
const MANY: usize = 20_000;

impl BetaGeometricLikelihood {
    pub(crate) fn new(counted: Counted, first_dropout: f64) -> Self {
        let (x, weight) = counted.by_frequency();
        let purchases = Histogram::new(x.clone(), weight.clone());
        let survived = Histogram::new(x.iter().map(|x| x + first_dropout).collect(), weight);
        let sample = (counted.len() > MANY)
            .then(|| Box::new(Self::new(counted.thinned(counted.len() / 4000), first_dropout)));
        Self { counted, first_dropout, purchases, survived, sample }
    }
}

impl Likelihood for BetaGeometricLikelihood {
    fn evaluate(&self, parameters: &[f64], out: &mut Evaluation) {
        let &[r, alpha, a, b] = parameters else { return };
        let counted = &self.counted;
        let s = self.first_dropout;

        // Terms that depend on the counts alone.
        let rate = self.purchases.ln_rising(r);
        let stay = self.survived.ln_rising(b);
        let all = self.survived.ln_rising(a + b);
        out.value += rate.value + stay.value - all.value;
        out.gradient[0] += rate.first;
        out.gradient[2] -= all.first;
        out.gradient[3] += stay.first - all.first;
        out.hessian[0] += rate.second;
        out.hessian[10] -= all.second;
        out.hessian[11] -= all.second;
        out.hessian[15] += stay.second - all.second;

        // The rest: sums over blocks of customers with the same number of purchases, so that the elementary
        // functions run over columns and rounding errors do not pile up.
        let mut block = Block::default();
        let ln_alpha = libm::log(alpha);
        let mut from = 0;
        for group in counted.x.chunk_by(|a, b| a == b) {
            let x = group[0];
            let n = r + x;
            let to = from + group.len();
            // Where the customer cannot have left, the second term of the likelihood is not there (and `left` would be
            // zero at b = 1).
            let can_leave = x + s >= 1.0;
            let left = if can_leave { b + (x + s - 1.0) } else { 1.0 };
            let ln_ratio = can_leave.then(|| libm::log(a) - libm::log(left));
            while from < to {
                let rows = from..(from + BLOCK).min(to);
                from = rows.end;
                let sums = block.sums(counted, rows, alpha, n, ln_ratio);
                sums.add_to(out, [r, x, n, alpha, ln_alpha, a, left]);
            }
        }
    }

    fn starts(&self) -> Vec<Vec<f64>> {
        let (r, alpha) = gamma_start(&self.counted);
        // Some leave early, nearly nobody leaves, half of the customers leave at once.
        [(0.7, 2.5), (0.2, 4.0), (0.5, 0.7)].into_iter().map(|(a, b)| vec![r, 0.7 * alpha, a, b]).collect()
    }

    fn sample(&self) -> Option<&dyn Likelihood> {
        self.sample.as_deref().map(|sample| sample as &dyn Likelihood)
    }
}

/// Rows that are worked on at once.
const BLOCK: usize = 256;

/// Scratch columns of a block.
struct Block {
    w: [f64; BLOCK],
    t: [f64; BLOCK],
    /// `ln(1 + T / alpha)`.
    ln_t: [f64; BLOCK],
    /// `1 / (alpha + T)`.
    inverse_t: [f64; BLOCK],
    /// `1 / (alpha + t_x)`.
    inverse_x: [f64; BLOCK],
    /// `ln((alpha + T) / (alpha + t_x))`.
    d: [f64; BLOCK],
    /// The derivative of `d` with respect to alpha.
    c: [f64; BLOCK],
    /// The log odds to have left, then `ln(1 + odds)`.
    odds: [f64; BLOCK],
    e: [f64; BLOCK],
    /// Weight times the probability to have left, and times that to be there too.
    gone: [f64; BLOCK],
    spread: [f64; BLOCK],
}

impl Default for Block {
    fn default() -> Self {
        let zero = [0.0; BLOCK];
        Self {
            w: zero,
            t: zero,
            ln_t: zero,
            inverse_t: zero,
            inverse_x: zero,
            d: zero,
            c: zero,
            odds: zero,
            e: zero,
            gone: zero,
            spread: zero,
        }
    }
}

/// Sums over a block from which its share of value, gradient and Hessian follow; `_d` and `_c` are products with
/// `d` and `c`.
#[derive(Default)]
struct Sums {
    w: f64,
    w_ln_t: f64,
    w_t_inverse: f64,
    w_inverse: f64,
    w_inverse_2: f64,
    softplus: f64,
    gone: f64,
    gone_d: f64,
    gone_c: f64,
    gone_c_alpha: f64,
    spread: f64,
    spread_d: f64,
    spread_c: f64,
    spread_dd: f64,
    spread_dc: f64,
    spread_cc: f64,
}

/// The sum over `k` in `0..n`, in four interleaved parts: a fixed order that vectorises.
fn sum_of(n: usize, term: impl Fn(usize) -> f64) -> f64 {
    let mut parts = [0.0; 4];
    let whole = n - n % 4;
    let mut k = 0;
    while k < whole {
        for (lane, part) in parts.iter_mut().enumerate() {
            *part += term(k + lane);
        }
        k += 4;
    }
    let mut sum = (parts[0] + parts[1]) + (parts[2] + parts[3]);
    for k in whole..n {
        sum += term(k);
    }
    sum
}

impl Block {
    fn sums(
        &mut self,
        counted: &Counted,
        rows: std::ops::Range<usize>,
        alpha: f64,
        n: f64,
        ln_ratio: Option<f64>,
    ) -> Sums {
        let m = rows.len();
        let inverse_alpha = 1.0 / alpha;
        let Self { w, t, ln_t, inverse_t, inverse_x, d, c, odds, e, gone, spread } = self;
        w[..m].copy_from_slice(&counted.weight[rows.clone()]);
        t[..m].copy_from_slice(&counted.t[rows.clone()]);
        for k in 0..m {
            ln_t[k] = t[k] * inverse_alpha;
            inverse_t[k] = 1.0 / (alpha + t[k]);
        }
        batch::log1p_in_place(&mut ln_t[..m]);
        let mut sums = Sums {
            w: sum_of(m, |k| w[k]),
            w_ln_t: sum_of(m, |k| w[k] * ln_t[k]),
            w_t_inverse: sum_of(m, |k| w[k] * t[k] * inverse_t[k]),
            w_inverse: sum_of(m, |k| w[k] * inverse_t[k]),
            w_inverse_2: sum_of(m, |k| w[k] * inverse_t[k] * inverse_t[k]),
            ..Sums::default()
        };
        let Some(ln_ratio) = ln_ratio else { return sums };
        for (k, &t_x) in counted.t_x[rows].iter().enumerate() {
            let wait = t[k] - t_x;
            inverse_x[k] = 1.0 / (alpha + t_x);
            d[k] = wait * inverse_x[k];
            c[k] = -d[k] * inverse_t[k];
        }
        batch::log1p_in_place(&mut d[..m]);
        for k in 0..m {
            odds[k] = ln_ratio + n * d[k];
            e[k] = -odds[k].abs();
        }
        batch::exp_in_place(&mut e[..m]);
        for k in 0..m {
            let there = 1.0 / (1.0 + e[k]);
            let sigma = if odds[k] > 0.0 { there } else { e[k] * there };
            gone[k] = w[k] * sigma;
            spread[k] = w[k] * (e[k] * there) * there;
        }
        batch::log1p_in_place(&mut e[..m]);
        sums.softplus = sum_of(m, |k| w[k] * (odds[k].max(0.0) + e[k]));
        sums.gone = sum_of(m, |k| gone[k]);
        sums.gone_d = sum_of(m, |k| gone[k] * d[k]);
        sums.gone_c = sum_of(m, |k| gone[k] * c[k]);
        sums.gone_c_alpha = sum_of(m, |k| -gone[k] * c[k] * (inverse_t[k] + inverse_x[k]));
        sums.spread = sum_of(m, |k| spread[k]);
        sums.spread_d = sum_of(m, |k| spread[k] * d[k]);
        sums.spread_c = sum_of(m, |k| spread[k] * c[k]);
        sums.spread_dd = sum_of(m, |k| spread[k] * d[k] * d[k]);
        sums.spread_dc = sum_of(m, |k| spread[k] * d[k] * c[k]);
        sums.spread_cc = sum_of(m, |k| spread[k] * c[k] * c[k]);
        sums
    }
}

impl Sums {
    /// Adds the block's share: of `-r ln(1 + T/alpha) - x ln(alpha + T)`, and of `ln(1 + odds)`.
    fn add_to(&self, out: &mut Evaluation, [r, x, n, alpha, ln_alpha, a, left]: [f64; 7]) {
        let (inverse_alpha, inverse_a, inverse_b) = (1.0 / alpha, 1.0 / a, 1.0 / left);
        out.value += self.softplus - (n * self.w_ln_t + x * ln_alpha * self.w);
        let gradient = &mut out.gradient;
        gradient[0] += self.gone_d - self.w_ln_t;
        gradient[1] += r * self.w_t_inverse * inverse_alpha - x * self.w_inverse + n * self.gone_c;
        gradient[2] += self.gone * inverse_a;
        gradient[3] -= self.gone * inverse_b;
        let hessian = &mut out.hessian;
        hessian[0] += self.spread_dd;
        hessian[1] += self.w_t_inverse * inverse_alpha + n * self.spread_dc + self.gone_c;
        hessian[2] += self.spread_d * inverse_a;
        hessian[3] -= self.spread_d * inverse_b;
        hessian[5] += n * self.w_inverse_2 - r * inverse_alpha * inverse_alpha * self.w
            + n * n * self.spread_cc
            + n * self.gone_c_alpha;
        hessian[6] += n * self.spread_c * inverse_a;
        hessian[7] -= n * self.spread_c * inverse_b;
        hessian[10] += (self.spread - self.gone) * inverse_a * inverse_a;
        hessian[11] -= self.spread * inverse_a * inverse_b;
        hessian[15] += (self.spread + self.gone) * inverse_b * inverse_b;
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check_derivatives;
    use super::*;

    fn histories() -> ([f64; 6], [f64; 6], [f64; 6]) {
        (
            [0.0, 2.0, 1.0, 0.0, 7.0, 40.0],
            [0.0, 30.4, 1.7, 0.0, 29.4, 38.0],
            [38.9, 38.9, 20.0, 5.0, 38.9, 38.0],
        )
    }

    #[test]
    fn derivatives_are_those_of_the_value() {
        let (x, t_x, t) = histories();
        for first_dropout in [0.0, 1.0] {
            let counted = Counted::new(&Histories::new(&x, &t_x, &t).unwrap()).unwrap();
            let likelihood = BetaGeometricLikelihood::new(counted, first_dropout);
            check_derivatives(&likelihood, &[0.24, 4.4, 0.8, 2.4], 1e-7);
            check_derivatives(&likelihood, &[3.0, 50.0, 5.0, 0.3], 1e-7);
        }
    }

    #[test]
    fn the_counted_likelihood_is_the_sum_over_customers() {
        let (x, t_x, t) = histories();
        let histories = Histories::new(&x, &t_x, &t).unwrap();
        for first_dropout in [0.0, 1.0] {
            let likelihood = BetaGeometricLikelihood::new(Counted::new(&histories).unwrap(), first_dropout);
            let mut out = Evaluation::zero(4);
            likelihood.evaluate(&[0.24, 4.4, 0.8, 2.4], &mut out);
            let sum: f64 =
                histories.iter().map(|c| log_likelihood(0.24, 4.4, 0.8, 2.4, first_dropout, &c)).sum();
            assert!((out.value - sum).abs() < 1e-12 * sum.abs());
        }
    }

    #[test]
    fn the_likelihood_is_finite_wherever_the_search_can_go() {
        let (x, t_x, t) = histories();
        for first_dropout in [0.0, 1.0] {
            let counted = Counted::new(&Histories::new(&x, &t_x, &t).unwrap()).unwrap();
            let likelihood = BetaGeometricLikelihood::new(counted, first_dropout);
            for r in [1e-14, 1.0, 1e14] {
                for alpha in [1e-13, 5.0, 1e15] {
                    for a in [1e-14, 1.0, 1e14] {
                        for b in [1e-14, 1.0, 1e14] {
                            let mut out = Evaluation::zero(4);
                            likelihood.evaluate(&[r, alpha, a, b], &mut out);
                            assert!(
                                out.value.is_finite() && out.value < 1e-6,
                                "{r} {alpha} {a} {b}: {out:?}"
                            );
                            let finite = out.gradient.iter().chain(&out.hessian).all(|v| v.is_finite());
                            assert!(finite, "{r} {alpha} {a} {b}: {out:?}");
                        }
                    }
                }
            }
        }
    }
}
