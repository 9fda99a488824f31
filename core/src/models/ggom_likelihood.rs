//! The GGom/NBD likelihood with exact derivatives: moments of the integral over the time of leaving (`ggom_integral.rs`).

use super::counted::Counted;
use super::fitting::Likelihood;
use super::gamma_purchases::gamma_start;
use super::ggom_integral::{Column, Moments, Panel, dot, ln_inverse_alive, until_gone};
use super::gompertz::Gompertz;
use super::histories::Customer;
use super::rising::Histogram;
use crate::numerics::gamma::ln_gamma_difference;
use crate::numerics::optimise::Evaluation;

/// The log-likelihood of one customer.
pub(crate) fn log_likelihood(r: f64, alpha: f64, life: &Gompertz, customer: &Customer) -> f64 {
    let customer = &until_gone(life, customer);
    let Customer { x, t, .. } = *customer;
    ln_gamma_difference(r, x)
        - r * libm::log1p(t / alpha)
        - x * libm::log(alpha + t)
        - life.s * life.ln_growth(life.beta, t)
        + ln_inverse_alive(r + x, alpha, life, customer)
}

/// The likelihood of counted histories.
#[derive(Debug)]
pub(crate) struct GgomLikelihood {
    counted: Counted,
    purchases: Histogram,
    sample: Option<Box<GgomLikelihood>>,
}

/// With more histories than this, the first steps use a sample of them.
const MANY: usize = 2_000;

impl GgomLikelihood {
    pub(crate) fn new(counted: Counted) -> Self {
        let (x, weight) = counted.by_frequency();
        let purchases = Histogram::new(x, weight);
        let sample = counted.sample(MANY, 1000).map(|counted| Box::new(Self::new(counted)));
        Self { counted, purchases, sample }
    }
}

/// Gradient and upper triangle of the Hessian by `(r, alpha, b, s, beta)` in one row: the first five are the gradient.
const NUMBERS: usize = 20;

/// The place of a second derivative among them.
const fn second(i: usize, j: usize) -> usize {
    5 + i * (9 - i) / 2 + j
}

/// The customer who is alive at `T`.
struct End {
    t: f64,
    /// `1 / (alpha + T)`.
    inverse: f64,
    /// `exp(b T) / B(T)`.
    growth: f64,
    /// `1 / B(T)`.
    inverse_b: f64,
}

impl GgomLikelihood {
    /// Adds the terms of a panel with their gradients, and with their Hessians plus the squares of their gradients, all
    /// relative to the customer alive at `T`.
    fn add_panel(
        p: f64,
        life: &Gompertz,
        end: &End,
        panel: &Panel,
        terms: &Column,
        sums: &mut [f64; NUMBERS],
    ) {
        let &Gompertz { b, s, beta } = life;
        let u = &panel.u;
        let growth = panel.growth();
        let inverse_b = panel.inverse_b(&growth);
        let aged: Column = std::array::from_fn(|k| u[k] * growth[k]);
        let aged_end = end.t * end.growth;
        // The logarithm of a term is -p ln(alpha + u) - (s + 1) ln B(u) + b u + ln(s b).
        let sooner: Column = std::array::from_fn(|k| panel.inverse[k] - end.inverse);
        let gradient: [Column; 5] = [
            panel.ln_rate,
            sooner.map(|sooner| -p * sooner),
            std::array::from_fn(|k| 1.0 / b + u[k] - (s + 1.0) * aged[k] + s * aged_end),
            panel.ln_life.map(|ln_life| 1.0 / s + ln_life),
            inverse_b.map(|inverse_b| s * end.inverse_b - (s + 1.0) * inverse_b),
        ];
        let mut add = |i: usize, j: usize, curve: Column| sums[second(i, j)] += dot(terms, &curve);
        add(0, 1, sooner.map(|sooner| -sooner));
        add(1, 1, std::array::from_fn(|k| p * sooner[k] * (panel.inverse[k] + end.inverse)));
        let bend = beta - 1.0;
        let bent_end = s * end.t * aged_end * bend * end.inverse_b;
        add(
            2,
            2,
            std::array::from_fn(|k| {
                bent_end - (s + 1.0) * u[k] * aged[k] * bend * inverse_b[k] - 1.0 / (b * b)
            }),
        );
        add(2, 3, aged.map(|aged| aged_end - aged));
        add(2, 4, std::array::from_fn(|k| (s + 1.0) * aged[k] * inverse_b[k] - s * aged_end * end.inverse_b));
        add(3, 3, [-1.0 / (s * s); 16]);
        add(3, 4, inverse_b.map(|inverse_b| end.inverse_b - inverse_b));
        let square_end = s * end.inverse_b * end.inverse_b;
        add(4, 4, inverse_b.map(|inverse_b| (s + 1.0) * inverse_b * inverse_b - square_end));
        for i in 0..5 {
            let weighted: Column = std::array::from_fn(|k| terms[k] * gradient[i][k]);
            sums[i] += dot(terms, &gradient[i]);
            for j in i..5 {
                sums[second(i, j)] += dot(&weighted, &gradient[j]);
            }
        }
    }

    /// What one customer adds, but for the gamma functions of the count: the value, and its derivatives.
    fn one(p: f64, x: f64, alpha: f64, life: &Gompertz, customer: &Customer) -> (f64, [f64; NUMBERS]) {
        let &Gompertz { b, s, beta } = life;
        let t = customer.t;
        let r = p - x;
        let inverse = 1.0 / (alpha + t);
        let growth = 1.0 / life.d(t);
        let end = End { t, inverse, growth, inverse_b: libm::exp(-b * t) * growth };
        let moments = Moments::new(p, alpha, life, customer, [0.0; NUMBERS], |panel, terms, sums| {
            Self::add_panel(p, life, &end, panel, terms, sums);
        });
        let (spread, aged) = (libm::log1p(t / alpha), life.ln_growth(beta, t));
        let value = moments.ln_all() - r * spread - x * libm::log(alpha + t) - s * aged;
        // -r ln(1 + T / alpha) - x ln(alpha + T) - s ln(B(T) / beta)
        let mut out = [0.0; NUMBERS];
        out[0] = -spread;
        out[1] = r * (t / alpha * inverse) - x * inverse;
        out[2] = -s * t * growth;
        out[3] = -aged;
        out[4] = s / beta - s * end.inverse_b;
        let mut add = |i: usize, j: usize, curve: f64| out[second(i, j)] += curve;
        add(0, 1, 1.0 / alpha - inverse);
        add(1, 1, p * inverse * inverse - r / alpha / alpha);
        add(2, 2, -s * t * t * growth * (beta - 1.0) * end.inverse_b);
        add(2, 3, -t * growth);
        add(2, 4, s * t * growth * end.inverse_b);
        add(3, 4, 1.0 / beta - end.inverse_b);
        add(4, 4, s * end.inverse_b * end.inverse_b - s / beta / beta);
        let mean = moments.sums.map(|sum| sum / moments.all);
        for (out, mean) in out.iter_mut().zip(mean) {
            *out += mean;
        }
        for i in 0..5 {
            for j in i..5 {
                out[second(i, j)] -= mean[i] * mean[j];
            }
        }
        (value, out)
    }
}

impl Likelihood for GgomLikelihood {
    fn evaluate(&self, parameters: &[f64], out: &mut Evaluation) {
        let &[r, alpha, b, s, beta] = parameters else { return };
        let life = Gompertz { b, s, beta };
        let rate = self.purchases.ln_rising(r);
        out.value += rate.value;
        out.gradient[0] += rate.first;
        out.hessian[0] += rate.second;
        let counted = &self.counted;
        for row in 0..counted.len() {
            let customer =
                Customer { x: counted.x[row], t_x: counted.t_x[row], t: counted.t[row], log_intervals: 0.0 };
            let (x, w) = (customer.x, counted.weight[row]);
            let (value, one) = Self::one(r + x, x, alpha, &life, &customer);
            out.value += w * value;
            for i in 0..5 {
                out.gradient[i] += w * one[i];
                for j in i..5 {
                    out.hessian[i * 5 + j] += w * one[second(i, j)];
                }
            }
        }
    }

    fn starts(&self) -> Vec<Vec<f64>> {
        let (r, alpha) = gamma_start(&self.counted);
        let age = self.counted.sum(|_, _, t| t) / self.counted.customers();
        let age = if age > 0.0 { age } else { 1.0 };
        // Nearly Pareto/NBD; a risk that grows within the time seen; one that has grown long before its end.
        [(0.1, 0.6, 0.035), (1.0, 0.7, 0.7), (5.0, 0.5, 5.0)]
            .into_iter()
            .map(|(b, s, beta)| vec![r, 0.7 * alpha, b / age, s, beta])
            .collect()
    }

    fn sample(&self) -> Option<&dyn Likelihood> {
        self.sample.as_deref().map(|sample| sample as &dyn Likelihood)
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

    fn likelihood() -> GgomLikelihood {
        GgomLikelihood::new(Counted::new(&Histories::new(&X, &T_X, &T).unwrap()).unwrap())
    }

    #[test]
    fn derivatives_are_those_of_the_value() {
        for at in [
            [0.55, 10.6, 0.0002, 0.61, 0.0026],
            [0.55, 10.6, 0.1, 1.3, 3.0],
            [3.0, 50.0, 0.02, 5.0, 0.3],
            [0.4, 0.05, 2.0, 0.3, 6e4],
        ] {
            check_derivatives(&likelihood(), &at, 1e-6);
        }
    }

    #[test]
    fn the_counted_likelihood_is_the_sum_over_customers() {
        let histories = Histories::new(&X, &T_X, &T).unwrap();
        let life = Gompertz { b: 0.05, s: 0.6, beta: 0.4 };
        let mut out = Evaluation::zero(5);
        likelihood().evaluate(&[0.55, 10.6, life.b, life.s, life.beta], &mut out);
        let sum: f64 = histories.iter().map(|c| log_likelihood(0.55, 10.6, &life, &c)).sum();
        assert!((out.value - sum).abs() < 1e-12 * sum.abs(), "{} {sum}", out.value);
    }

    /// As `b` falls with `beta / b` fixed.
    #[test]
    fn the_limit_is_pareto_nbd() {
        let histories = Histories::new(&X, &T_X, &T).unwrap();
        for c in histories.iter() {
            let life = Gompertz { b: 1e-15, s: 0.606, beta: 11.67e-15 };
            let limit = super::super::pareto_likelihood::log_likelihood(0.553, 10.578, 0.606, 11.67, &c);
            let got = log_likelihood(0.553, 10.578, &life, &c);
            assert!((got - limit).abs() < 1e-12 * limit.abs(), "{got} {limit}");
        }
    }

    #[test]
    fn the_likelihood_is_finite_wherever_the_search_can_go() {
        check_finite(&likelihood(), &[SHAPES, TIMES, [1e-15, 0.1, 1e13], SHAPES, SHAPES], 0.0);
    }
}
