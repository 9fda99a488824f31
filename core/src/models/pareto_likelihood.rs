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

use super::counted::Counted;
use super::fitting::Likelihood;
use super::gamma_purchases::gamma_start;
use super::histories::Customer;
use super::rising::Histogram;
use crate::numerics::dual::Dual;
use crate::numerics::elementary::{ln_add_exp, logistic};
use crate::numerics::gamma::ln_gamma_difference;
use crate::numerics::hypergeometric_one::{LANES, OneSeries, ln_one};
use crate::numerics::optimise::Evaluation;

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
#[derive(Debug)]
pub(crate) struct ParetoLikelihood {
    counted: Counted,
    purchases: Histogram,
    sample: Option<Box<ParetoLikelihood>>,
}

/// With more histories than this, the first steps use a sample of them.
const MANY: usize = 4_000;

impl ParetoLikelihood {
    pub(crate) fn new(counted: Counted) -> Self {
        let (x, weight) = counted.by_frequency();
        let purchases = Histogram::new(x, weight);
        let sample = counted.sample(MANY, 1500).map(|counted| Box::new(Self::new(counted)));
        Self { counted, purchases, sample }
    }
}

/// Derivatives by (shape, time) of the side with the larger time, then of the other.
type Sides = Dual<4>;

/// What the two terms of a group of customers with the same number of purchases share.
struct Group {
    /// Shape and time of the side with the larger time.
    big: (f64, f64),
    /// Those of the other side.
    small: (f64, f64),
    /// Whether the first term, from the last purchase on, is the one with one more on the big side.
    first_is_big: bool,
    /// The series of the term with one more on the small side.
    of_small: OneSeries,
    /// The series of the term with one more on the big side.
    of_big: OneSeries,
}

impl Group {
    /// One of the two terms at four times, without what the first one gains from the time since the last purchase.
    fn term(&self, is_big: bool, t: &[f64; LANES]) -> [Sides; LANES] {
        let ((p, a), (q, b)) = (self.big, self.small);
        let i = t.map(|t| 1.0 / (a + t));
        let y: [f64; LANES] = std::array::from_fn(|l| (b + t[l]) * i[l]);
        let z = i.map(|i| (a - b) * i);
        let series = if is_big { &self.of_big } else { &self.of_small };
        let largest = z.iter().copied().fold(0.0, f64::max);
        let f = series.ln(series.terms(largest), &z, &y);
        let w = 1.0 / (p + q);
        let shape = if is_big { 1.0 / p } else { 1.0 / q };
        std::array::from_fn(|l| {
            let (f, i, y) = (&f[l], i[l], y[l]);
            let [f_p, f_q, f_z] = f.gradient;
            let [[f_pp, f_pq, f_pz], [_, f_qq, f_qz], [_, _, f_zz]] = f.hessian;
            // Derivatives of z by the two times.
            let (z_a, z_b) = (y * i, -i);
            let mut out = Sides::constant(f.value + libm::log(w / shape));
            out.gradient = [f_p - w, f_z * z_a, f_q - w, f_z * z_b];
            let h = &mut out.hessian;
            h[0][0] = f_pp + w * w;
            h[0][1] = f_pz * z_a;
            h[0][2] = f_pq + w * w;
            h[0][3] = f_pz * z_b;
            h[1][1] = (f_zz * y - 2.0 * f_z) * y * i * i;
            h[1][2] = f_qz * z_a;
            h[1][3] = (f_z - f_zz * y) * i * i;
            h[2][2] = f_qq + w * w;
            h[2][3] = f_qz * z_b;
            h[3][3] = f_zz * i * i;
            if is_big {
                // ln p and ln y, the larger exponent being that of the larger time
                let j = i / y;
                out.value += libm::log(y);
                out.gradient[0] += shape;
                out.gradient[1] -= i;
                out.gradient[3] += j;
                h[0][0] -= shape * shape;
                h[1][1] += i * i;
                h[3][3] -= j * j;
            } else {
                out.gradient[2] += shape;
                h[2][2] -= shape * shape;
            }
            out
        })
    }

    /// `ln(e^D1 + e^D2)` of four customers.
    fn ln_inverse_alive(&self, t_x: &[f64; LANES], t: &[f64; LANES]) -> [Sides; LANES] {
        let mut first = self.term(self.first_is_big, t_x);
        let second = self.term(!self.first_is_big, t);
        for l in 0..LANES {
            let wait = t[l] - t_x[l];
            for (at, (shape, time)) in [(0, self.big), (2, self.small)] {
                let (i, i_x) = (1.0 / (time + t[l]), 1.0 / (time + t_x[l]));
                let gained = libm::log1p(wait * i_x);
                let by_time = -wait * i * i_x;
                let term = &mut first[l];
                term.value += shape * gained;
                term.gradient[at] += gained;
                term.gradient[at + 1] += shape * by_time;
                term.hessian[at][at + 1] += by_time;
                term.hessian[at + 1][at + 1] -= shape * by_time * (i + i_x);
            }
        }
        std::array::from_fn(|l| {
            let (one, two) = (&first[l], &second[l]);
            let share = logistic(one.value - two.value);
            let rest = logistic(two.value - one.value);
            let mut out = Sides::constant(ln_add_exp(one.value, two.value));
            let apart: [f64; 4] = std::array::from_fn(|i| one.gradient[i] - two.gradient[i]);
            for i in 0..4 {
                out.gradient[i] = share * one.gradient[i] + rest * two.gradient[i];
                for j in i..4 {
                    out.hessian[i][j] = share * one.hessian[i][j]
                        + rest * two.hessian[i][j]
                        + share * rest * apart[i] * apart[j];
                }
            }
            out
        })
    }
}

impl Likelihood for ParetoLikelihood {
    fn evaluate(&self, parameters: &[f64], out: &mut Evaluation) {
        let &[r, alpha, s, beta] = parameters else { return };
        let counted = &self.counted;
        let rate = self.purchases.ln_rising(r);
        out.value += rate.value;
        out.gradient[0] += rate.first;
        out.hessian[0] += rate.second;
        let by_rate = alpha >= beta;
        // Where big and small sides are among the parameters.
        let place = if by_rate { [0, 1, 2, 3] } else { [2, 3, 0, 1] };
        let mut from = 0;
        for group in counted.x.chunk_by(|a, b| a == b) {
            let x = group[0];
            let rows = from..from + group.len();
            from = rows.end;
            let mut sums = Sums::default();
            self.add_alive(rows.clone(), x, parameters, &mut sums);
            sums.add_to(out, [0, 1, 2, 3]);
            let (purchase, dropout) = ((r + x, alpha), (s, beta));
            let (big, small) = if by_rate { (purchase, dropout) } else { (dropout, purchase) };
            let apart = big.1 - small.1;
            let earliest =
                |column: &[f64]| column[rows.clone()].iter().copied().fold(f64::INFINITY, f64::min);
            let (first, second) =
                (apart / (big.1 + earliest(&counted.t_x)), apart / (big.1 + earliest(&counted.t)));
            let (z_small, z_big) = if by_rate { (first, second) } else { (second, first) };
            let group = Group {
                big,
                small,
                first_is_big: !by_rate,
                of_small: OneSeries::new(big.0, small.0 + 1.0, z_small),
                of_big: OneSeries::new(big.0 + 1.0, small.0, z_big),
            };
            let mut sums = Sums::default();
            let mut start = rows.start;
            while start < rows.end {
                // The last four lanes repeat the last customer, with weight zero.
                let row = |l: usize| (start + l).min(rows.end - 1);
                let t_x = std::array::from_fn(|l| counted.t_x[row(l)]);
                let t = std::array::from_fn(|l| counted.t[row(l)]);
                for (l, one) in group.ln_inverse_alive(&t_x, &t).iter().enumerate() {
                    if start + l < rows.end {
                        sums.add(one, counted.weight[start + l]);
                    }
                }
                start += LANES;
            }
            sums.add_to(out, place);
        }
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

impl ParetoLikelihood {
    /// `-r ln(1 + T / alpha) - x ln(alpha + T) - s ln(1 + T / beta)`.
    fn add_alive(&self, rows: std::ops::Range<usize>, x: f64, parameters: &[f64], sums: &mut Sums) {
        let &[r, alpha, s, beta] = parameters else { return };
        let ln_alpha = libm::log(alpha);
        for (&t, &w) in self.counted.t[rows.clone()].iter().zip(&self.counted.weight[rows]) {
            let (i, j) = (1.0 / (alpha + t), 1.0 / (beta + t));
            let (rate, life) = (libm::log1p(t / alpha), libm::log1p(t / beta));
            let (by_alpha, by_beta) = (t / alpha * i, t / beta * j);
            let mut one = Sides::constant(-(r + x) * rate - x * ln_alpha - s * life);
            one.gradient = [-rate, r * by_alpha - x * i, -life, s * by_beta];
            one.hessian[0][1] = by_alpha;
            one.hessian[1][1] = x * i * i - r * by_alpha * (1.0 / alpha + i);
            one.hessian[2][3] = by_beta;
            one.hessian[3][3] = -s * by_beta * (1.0 / beta + j);
            sums.add(&one, w);
        }
    }
}

/// A weighted sum over customers: value, gradient, and the upper triangle of the Hessian.
#[derive(Default)]
struct Sums {
    value: f64,
    gradient: [f64; 4],
    hessian: [[f64; 4]; 4],
}

impl Sums {
    fn add(&mut self, one: &Sides, weight: f64) {
        self.value += weight * one.value;
        for i in 0..4 {
            self.gradient[i] += weight * one.gradient[i];
            for j in i..4 {
                self.hessian[i][j] += weight * one.hessian[i][j];
            }
        }
    }

    fn add_to(&self, out: &mut Evaluation, place: [usize; 4]) {
        out.value += self.value;
        for i in 0..4 {
            out.gradient[place[i]] += self.gradient[i];
            for j in i..4 {
                let (low, high) = (place[i].min(place[j]), place[i].max(place[j]));
                out.hessian[low * 4 + high] += self.hessian[i][j];
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::histories::Histories;
    use super::super::tests::check_derivatives;
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
        for r in [1e-14, 1.0, 1e14] {
            for alpha in [1e-13, 5.0, 1e15] {
                for s in [1e-14, 1.0, 1e14] {
                    for beta in [1e-13, 5.0, 1e15] {
                        let mut out = Evaluation::zero(4);
                        likelihood().evaluate(&[r, alpha, s, beta], &mut out);
                        let finite = out.gradient.iter().chain(&out.hessian).all(|v| v.is_finite());
                        assert!(
                            out.value.is_finite() && out.value < 1e-6 && finite,
                            "{r} {alpha} {s} {beta}: {out:?}"
                        );
                    }
                }
            }
        }
    }
}
