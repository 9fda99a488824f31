//! The Pareto/NBD likelihood as a sum of positive terms, with exact derivatives.
//!
//! With `p = r + x`, `w = p + s` and the likelihood of a customer who is alive at `T`,
//!
//! `L_alive = Gamma(r + x) / Gamma(r) * alpha^r beta^s (alpha + T)^-p (beta + T)^-s`,
//!
//! the likelihood is `L_alive (e^D1 + e^D2)`, where `e^D1` stands for leaving at any time after the last purchase
//! and `e^D2` for what has to be taken off again because nobody has been seen to leave after `T`: the second is an integral
//! by itself, and so positive (Fader & Hardie, note 009; here after Euler's transformation, which gives both the
//! same form):
//!
//! * `e^D1 = s * integral from t_x of (alpha + u)^-p (beta + u)^-(s + 1) du`, relative to `(alpha + T)^-p (beta + T)^-s`
//! * `e^D2 = p * integral from T of (alpha + u)^-(p + 1) (beta + u)^-s du`, relative to the same.
//!
//! P(alive) is `1 / (e^D1 + e^D2)`. Each integral is a `2F1(1, .; w + 1; z)` with `z = |alpha - beta| / (max + t)`.
//! Everything is symmetric in purchases `(p, alpha)` and dropout `(s, beta)`, so only the side with the larger time, "big", and the
//! other, "small", are told apart.

use super::ages::Ages;
use super::counted::Counted;
use super::fitting::Likelihood;
use super::gamma_purchases::gamma_start;
use super::histories::Customer;
use super::rising::Histogram;
use crate::numerics::batch;
use crate::numerics::dual::Dual;
use crate::numerics::elementary::ln_add_exp;
use crate::numerics::gamma::ln_gamma_difference;
use crate::numerics::hypergeometric_one::{LANES, ln_one, ln_with_gradient, ln_with_hessian};
use crate::numerics::optimise::Evaluation;
use crate::sort::Order as _;
use std::ops::Range;

/// `-ln P(alive)` of a customer with `p = r + x`, which is not below 0 but for rounding.
pub(crate) fn ln_inverse_alive(p: f64, alpha: f64, s: f64, beta: f64, customer: &Customer) -> f64 {
    let Customer { t_x, t, .. } = *customer;
    let w = p + s;
    let wait = t - t_x;
    let since = p * libm::log1p(wait / (alpha + t_x)) + s * libm::log1p(wait / (beta + t_x));
    let (ln_gone, ln_here) = (libm::log(s / w), libm::log(p / w));
    let (d1, d2) = if alpha >= beta {
        let (y1, y2) = ((beta + t_x) / (alpha + t_x), (beta + t) / (alpha + t));
        let (z1, z2) = ((alpha - beta) / (alpha + t_x), (alpha - beta) / (alpha + t));
        (ln_gone + since + ln_one(p, s + 1.0, z1, y1), ln_here + libm::log(y2) + ln_one(p + 1.0, s, z2, y2))
    } else {
        let (y1, y2) = ((alpha + t_x) / (beta + t_x), (alpha + t) / (beta + t));
        let (z1, z2) = ((beta - alpha) / (beta + t_x), (beta - alpha) / (beta + t));
        (ln_gone + since + libm::log(y1) + ln_one(s + 1.0, p, z1, y1), ln_here + ln_one(s, p + 1.0, z2, y2))
    };
    ln_add_exp(d1, d2)
}

/// The log-likelihood of one customer.
pub(crate) fn log_likelihood(r: f64, alpha: f64, s: f64, beta: f64, customer: &Customer) -> f64 {
    let Customer { x, t, .. } = *customer;
    ln_gamma_difference(r, x)
        - r * libm::log1p(t / alpha)
        - x * libm::log(alpha + t)
        - s * libm::log1p(t / beta)
        + ln_inverse_alive(r + x, alpha, s, beta, customer)
}

/// The likelihood of counted histories.
///
/// Both terms of `ln_inverse_alive` hold a hypergeometric function of the number of purchases and one time: that of the
/// last purchase, or the age. Histories share these pairs (at the resolution of days a hundred thousand customers have
/// 35 thousand histories, and a few thousand pairs), so each pair is computed once and joined by rows.
#[derive(Debug)]
pub(crate) struct ParetoLikelihood {
    counted: Counted,
    purchases: Histogram,
    ages: Ages,
    lifetimes: Ages,
    parts: Vec<Part>,
    sample: Option<Box<ParetoLikelihood>>,
}

/// With more histories than this, the first steps use a sample of them.
const MANY: usize = 4_000;

/// Histories that are worked on at once.
const ROWS: usize = 1024;

/// Some histories in a row, with their pairs of a number of purchases and a time.
#[derive(Debug)]
struct Part {
    rows: Range<usize>,
    last: Pairs,
    end: Pairs,
}

/// Different pairs, and which of them each history has.
#[derive(Debug)]
struct Pairs {
    x: Vec<f64>,
    t: Vec<f64>,
    of_row: Vec<usize>,
}

impl Pairs {
    fn new(x: &[f64], t: &[f64]) -> Self {
        let mut order: Vec<usize> = (0..x.len()).collect();
        order.order_by(|&i, &j| x[i].total_cmp(&x[j]).then(t[i].total_cmp(&t[j])));
        let mut out = Self { x: vec![], t: vec![], of_row: vec![0; x.len()] };
        for row in order {
            if out.x.last() != Some(&x[row]) || out.t.last() != Some(&t[row]) {
                out.x.push(x[row]);
                out.t.push(t[row]);
            }
            out.of_row[row] = out.x.len() - 1;
        }
        out
    }
}

impl ParetoLikelihood {
    pub(crate) fn new(counted: Counted) -> Self {
        let (x, weight) = counted.by_frequency();
        let purchases = Histogram::new(x, weight);
        let sample = counted.sample(MANY, 1500).map(|counted| Box::new(Self::new(counted)));
        let ages = Ages::of(&counted);
        let parts = (0..counted.len())
            .step_by(ROWS)
            .map(|from| {
                let rows = from..(from + ROWS).min(counted.len());
                let x = &counted.x[rows.clone()];
                let last = Pairs::new(x, &counted.t_x[rows.clone()]);
                let end = Pairs::new(x, &counted.t[rows.clone()]);
                Part { rows, last, end }
            })
            .collect();
        Self { counted, purchases, lifetimes: ages.without_purchases(), ages, parts, sample }
    }
}

/// Derivatives by (shape, time) of the side with the larger time, then of the other: gradient, and the upper triangle of
/// the Hessian.
type Gradient = [f64; 4];
type Hessian = [[f64; 4]; 4];

/// Shape and time of both sides, the one with the larger time first. The shapes are without the purchases.
#[derive(Clone, Copy)]
struct Both {
    big: (f64, f64),
    small: (f64, f64),
    /// Whether the side with the larger time is that of the purchases.
    by_rate: bool,
}

impl Both {
    fn shapes(&self, x: f64) -> (f64, f64) {
        if self.by_rate { (self.big.0 + x, self.small.0) } else { (self.big.0, self.small.0 + x) }
    }
}

/// One of the two terms for each pair.
#[derive(Default)]
struct Terms {
    value: Vec<f64>,
    gradient: Vec<Gradient>,
    hessian: Vec<Hessian>,
    /// The weight with which each counts.
    share: Vec<f64>,
}

impl Terms {
    /// One of the two terms, without what the first one gains from the time since the last purchase.
    fn fill<const SECOND: bool>(&mut self, both: &Both, is_big: bool, pairs: &Pairs) {
        let (a, b) = (both.big.1, both.small.1);
        let n = pairs.x.len();
        self.value.clear();
        self.gradient.clear();
        self.hessian.clear();
        self.share.clear();
        self.share.resize(n, 0.0);
        for start in (0..n).step_by(LANES) {
            // The last lanes repeat the last pair.
            let row = |l: usize| (start + l).min(n - 1);
            let shapes: [(f64, f64); LANES] = std::array::from_fn(|l| both.shapes(pairs.x[row(l)]));
            let t: [f64; LANES] = std::array::from_fn(|l| pairs.t[row(l)]);
            let i = t.map(|t| 1.0 / (a + t));
            let y: [f64; LANES] = std::array::from_fn(|l| (b + t[l]) * i[l]);
            let z = i.map(|i| (a - b) * i);
            let more = if is_big { (1.0, 0.0) } else { (0.0, 1.0) };
            let (p, q) = (shapes.map(|s| s.0 + more.0), shapes.map(|s| s.1 + more.1));
            let count = (n - start).min(LANES);
            if SECOND {
                let f = ln_with_hessian(&p, &q, &z, &y);
                for l in 0..count {
                    let of = OneTerm::new(is_big, shapes[l], i[l], y[l]);
                    self.value.push(f[l].value + of.ln_factor());
                    self.gradient.push(of.gradient(f[l].gradient));
                    self.hessian.push(of.hessian(&f[l]));
                }
            } else {
                let (value, [f_p, f_q, f_z]) = ln_with_gradient(&p, &q, &z, &y);
                for l in 0..count {
                    let of = OneTerm::new(is_big, shapes[l], i[l], y[l]);
                    self.value.push(value[l] + of.ln_factor());
                    self.gradient.push(of.gradient([f_p[l], f_q[l], f_z[l]]));
                }
            }
        }
    }

    /// Adds the derivatives of each pair with its share.
    fn add_to<const SECOND: bool>(&self, sums: &mut Sums) {
        for (gradient, &share) in self.gradient.iter().zip(&self.share) {
            for (sum, slope) in sums.gradient.iter_mut().zip(gradient) {
                *sum += share * slope;
            }
        }
        if SECOND {
            for (hessian, &share) in self.hessian.iter().zip(&self.share) {
                for (k, l) in UPPER {
                    sums.hessian[k][l] += share * hessian[k][l];
                }
            }
        }
    }
}

/// The upper triangle of a Hessian.
const UPPER: [(usize, usize); 10] =
    [(0, 0), (0, 1), (0, 2), (0, 3), (1, 1), (1, 2), (1, 3), (2, 2), (2, 3), (3, 3)];

/// What goes with the hypergeometric function in one of the two terms: a share of the shapes, and for one of them `y`.
struct OneTerm {
    is_big: bool,
    p: f64,
    q: f64,
    /// `1 / (a + t)`.
    i: f64,
    y: f64,
    /// `1 / (p + q)`.
    w: f64,
}

impl OneTerm {
    fn new(is_big: bool, (p, q): (f64, f64), i: f64, y: f64) -> Self {
        Self { is_big, p, q, i, y, w: 1.0 / (p + q) }
    }

    fn ln_factor(&self) -> f64 {
        if self.is_big { libm::log(self.w * self.p) + libm::log(self.y) } else { libm::log(self.w * self.q) }
    }

    fn gradient(&self, [f_p, f_q, f_z]: [f64; 3]) -> Gradient {
        let Self { is_big, p, q, i, y, w } = *self;
        let mut out = [f_p - w, f_z * y * i, f_q - w, -f_z * i];
        if is_big {
            out[0] += 1.0 / p;
            out[1] -= i;
            out[3] += i / y;
        } else {
            out[2] += 1.0 / q;
        }
        out
    }

    fn hessian(&self, f: &Dual<3>) -> Hessian {
        let Self { is_big, p, q, i, y, w } = *self;
        let f_z = f.gradient[2];
        let [[f_pp, f_pq, f_pz], [_, f_qq, f_qz], [_, _, f_zz]] = f.hessian;
        // Derivatives of z by the two times.
        let (z_a, z_b) = (y * i, -i);
        let mut h = [[0.0; 4]; 4];
        h[0] = [f_pp + w * w, f_pz * z_a, f_pq + w * w, f_pz * z_b];
        h[1][1] = (f_zz * y - 2.0 * f_z) * y * i * i;
        h[1][2] = f_qz * z_a;
        h[1][3] = (f_z - f_zz * y) * i * i;
        h[2][2] = f_qq + w * w;
        h[2][3] = f_qz * z_b;
        h[3][3] = f_zz * i * i;
        if is_big {
            let j = i / y;
            h[0][0] -= 1.0 / (p * p);
            h[1][1] += i * i;
            h[3][3] -= j * j;
        } else {
            h[2][2] -= 1.0 / (q * q);
        }
        h
    }
}

/// What the first term gains between the last purchase and the end of the observation from one side: `shape * ln`, and
/// the derivative of `ln` by the side's time, history by history.
struct Gained {
    ln: [f64; ROWS],
    by_time: [f64; ROWS],
    /// The sum of the two inverses of time: what the second derivative has more.
    inverses: [f64; ROWS],
}

impl Gained {
    fn new(time: f64, t_x: &[f64], t: &[f64]) -> Self {
        let zero = [0.0; ROWS];
        let mut out = Self { ln: zero, by_time: zero, inverses: zero };
        let n = t.len();
        let Self { ln, by_time, inverses } = &mut out;
        for (((t_x, t), ln), (by_time, inverses)) in
            t_x.iter().zip(t).zip(ln.iter_mut()).zip(by_time.iter_mut().zip(inverses))
        {
            let wait = t - t_x;
            let (i, i_x) = (1.0 / (time + t), 1.0 / (time + t_x));
            *ln = wait * i_x;
            *by_time = -wait * i * i_x;
            *inverses = i + i_x;
        }
        batch::log1p_in_place(&mut ln[..n]);
        out
    }
}

/// Adds up `ln(e^D1 + e^D2)` over the histories of a part.
fn add_part<const SECOND: bool>(
    counted: &Counted,
    part: &Part,
    both: &Both,
    first: &mut Terms,
    second: &mut Terms,
    sums: &mut Sums,
) {
    // The first term, from the last purchase on, is the one with one more on the other side than that of purchases.
    first.fill::<SECOND>(both, !both.by_rate, &part.last);
    second.fill::<SECOND>(both, both.by_rate, &part.end);
    let rows = part.rows.clone();
    let (x, t_x, t) = (&counted.x[rows.clone()], &counted.t_x[rows.clone()], &counted.t[rows.clone()]);
    let n = x.len();
    let big = Gained::new(both.big.1, t_x, t);
    let small = Gained::new(both.small.1, t_x, t);
    let (mut apart, mut e) = ([0.0; ROWS], [0.0; ROWS]);
    let mut value = 0.0;
    for k in 0..n {
        let (p, q) = both.shapes(x[k]);
        let one = first.value[part.last.of_row[k]] + p * big.ln[k] + q * small.ln[k];
        let two = second.value[part.end.of_row[k]];
        apart[k] = one - two;
        e[k] = -apart[k].abs();
        value += counted.weight[rows.start + k] * one.max(two);
    }
    batch::exp_in_place(&mut e[..n]);
    for k in 0..n {
        let (p, q) = both.shapes(x[k]);
        let there = 1.0 / (1.0 + e[k]);
        let (most, least) = (there, e[k] * there);
        let (share, rest) = if apart[k] > 0.0 { (most, least) } else { (least, most) };
        let w = counted.weight[rows.start + k];
        let (i, j) = (part.last.of_row[k], part.end.of_row[k]);
        let gained = w * share;
        first.share[i] += gained;
        second.share[j] += w * rest;
        let slopes = [big.ln[k], p * big.by_time[k], small.ln[k], q * small.by_time[k]];
        for (sum, slope) in sums.gradient.iter_mut().zip(slopes) {
            *sum += gained * slope;
        }
        if SECOND {
            sums.hessian[0][1] += gained * big.by_time[k];
            sums.hessian[1][1] -= gained * p * big.by_time[k] * big.inverses[k];
            sums.hessian[2][3] += gained * small.by_time[k];
            sums.hessian[3][3] -= gained * q * small.by_time[k] * small.inverses[k];
            let (one, two) = (&first.gradient[i], &second.gradient[j]);
            let between: Gradient = std::array::from_fn(|m| one[m] + slopes[m] - two[m]);
            let mixed = gained * rest;
            for (m, l) in UPPER {
                sums.hessian[m][l] += mixed * between[m] * between[l];
            }
        }
    }
    batch::log1p_in_place(&mut e[..n]);
    sums.value += value + e[..n].iter().zip(&counted.weight[rows]).map(|(e, w)| w * e).sum::<f64>();
    first.add_to::<SECOND>(sums);
    second.add_to::<SECOND>(sums);
}

impl ParetoLikelihood {
    fn add<const SECOND: bool>(&self, parameters: &[f64], out: &mut Evaluation) {
        let &[r, alpha, s, beta] = parameters else { return };
        let rate = self.purchases.ln_rising(r);
        out.value += rate.value;
        out.gradient[0] += rate.first;
        out.hessian[0] += rate.second;
        self.ages.add_to(out, 0, r, alpha);
        self.lifetimes.add_to(out, 2, s, beta);
        let by_rate = alpha >= beta;
        let (purchase, dropout) = ((r, alpha), (s, beta));
        // Where the big and the small side are among the parameters.
        let (both, place) = if by_rate {
            (Both { big: purchase, small: dropout, by_rate }, [0, 1, 2, 3])
        } else {
            (Both { big: dropout, small: purchase, by_rate }, [2, 3, 0, 1])
        };
        let (mut first, mut second) = (Terms::default(), Terms::default());
        let mut sums = Sums::default();
        for part in &self.parts {
            add_part::<SECOND>(&self.counted, part, &both, &mut first, &mut second, &mut sums);
        }
        sums.add_to(out, place);
    }
}

impl Likelihood for ParetoLikelihood {
    fn evaluate(&self, parameters: &[f64], out: &mut Evaluation) {
        self.add::<true>(parameters, out);
    }

    fn evaluate_gradient(&self, parameters: &[f64], out: &mut Evaluation) {
        self.add::<false>(parameters, out);
    }

    fn starts(&self) -> Vec<Vec<f64>> {
        let (r, alpha) = gamma_start(&self.counted);
        let age = self.counted.sum(|_, _, t| t) / self.counted.customers();
        let age = if age > 0.0 { age } else { 1.0 };
        // Some leave early, nearly nobody leaves, half of the customers leave at once.
        [(0.6, 0.35), (0.3, 3.0), (0.5, 0.03)]
            .into_iter()
            .map(|(s, beta)| vec![r, 0.7 * alpha, s, beta * age])
            .collect()
    }

    fn sample(&self) -> Option<&dyn Likelihood> {
        self.sample.as_deref().map(|sample| sample as &dyn Likelihood)
    }
}

/// A weighted sum over customers: value, gradient, and the upper triangle of the Hessian.
#[derive(Default)]
struct Sums {
    value: f64,
    gradient: Gradient,
    hessian: Hessian,
}

impl Sums {
    fn add_to(&self, out: &mut Evaluation, place: [usize; 4]) {
        out.value += self.value;
        for (&at, slope) in place.iter().zip(self.gradient) {
            out.gradient[at] += slope;
        }
        for (i, j) in UPPER {
            let (low, high) = (place[i].min(place[j]), place[i].max(place[j]));
            out.hessian[low * 4 + high] += self.hessian[i][j];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::histories::Histories;
    use super::super::tests::{SHAPES, TIMES, check_derivatives, check_finite};
    use super::*;

    const X: [f64; 6] = [0.0, 2.0, 1.0, 0.0, 7.0, 40.0];
    const T_X: [f64; 6] = [0.0, 30.4, 1.7, 0.0, 29.4, 38.0];
    const T: [f64; 6] = [38.9, 38.9, 20.0, 5.0, 38.9, 38.0];

    fn likelihood() -> ParetoLikelihood {
        ParetoLikelihood::new(Counted::new(&Histories::new(&X, &T_X, &T).unwrap()).unwrap())
    }

    #[test]
    fn derivatives_are_those_of_the_value() {
        for at in [
            [0.55, 10.6, 0.61, 11.7],
            [0.55, 12.0, 0.61, 3.0],
            [3.0, 50.0, 5.0, 0.3],
            [0.4, 0.05, 0.3, 60.0],
            [2.0, 400.0, 0.3, 0.01],
        ] {
            check_derivatives(&likelihood(), &at, 1e-7);
        }
    }

    #[test]
    fn the_counted_likelihood_is_the_sum_over_customers() {
        let histories = Histories::new(&X, &T_X, &T).unwrap();
        for [r, alpha, s, beta] in [[0.55, 10.6, 0.61, 11.7], [0.55, 12.0, 0.61, 0.03]] {
            let mut out = Evaluation::zero(4);
            likelihood().evaluate(&[r, alpha, s, beta], &mut out);
            let sum: f64 = histories.iter().map(|c| log_likelihood(r, alpha, s, beta, &c)).sum();
            assert!((out.value - sum).abs() < 1e-12 * sum.abs(), "{} {sum}", out.value);
        }
    }

    #[test]
    fn the_likelihood_is_finite_wherever_the_search_can_go() {
        check_finite(&likelihood(), &[SHAPES, TIMES, SHAPES, TIMES], 0.0);
    }
}
