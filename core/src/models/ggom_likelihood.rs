//! The GGom/NBD likelihood: the customer alive at `T`, or gone at any time since the last purchase.
//!
//! With `p = r + x` and `B(u)` of `gompertz.rs`, and relative to the customer alive at `T`, the second is
//!
//! `I = integral from t_x to T of ((alpha + T) / (alpha + u))^p * s b exp(b u) / B(u) * (B(T) / B(u))^s du`
//!
//! and the likelihood `L_alive (1 + I)`, P(alive) `1 / (1 + I)`. There is no closed form. The integrand is positive and
//! smooth on scales that are known (the distance to `-alpha` and to the zeros of `B`, and its own slope), so panels of 16
//! nodes that follow these scales give it to rounding error. Gradient and Hessian are moments of the same nodes.

use super::counted::Counted;
use super::fitting::Likelihood;
use super::gamma_purchases::gamma_start;
use super::gompertz::{Gompertz, MOST_PANELS};
use super::histories::Customer;
use super::rising::Histogram;
use crate::numerics::gamma::ln_gamma_difference;
use crate::numerics::optimise::Evaluation;
use crate::numerics::quadrature::gauss_legendre_16_nodes;

/// One of the sixteen nodes of a panel.
#[derive(Clone, Copy, Default)]
struct Node {
    u: f64,
    /// `D(u)`.
    d: f64,
    /// `ln((alpha + T) / (alpha + u))`.
    ln_rate: f64,
    /// `ln(B(T) / B(u))`.
    ln_life: f64,
    /// The logarithm of weight times integrand.
    ln_term: f64,
}

/// The panels of the integral, from the last purchase to the end.
fn panels(p: f64, alpha: f64, life: &Gompertz, customer: &Customer, mut visit: impl FnMut(&[Node; 16])) {
    let &Customer { t_x, t, .. } = customer;
    let &Gompertz { b, s, beta } = life;
    let ln_scale = libm::log(s * b);
    let level = |u: f64| {
        let d = life.d(u);
        let (ln_rate, ln_life) = (libm::log1p((t - u) / (alpha + u)), life.ln_growth(d, t - u));
        Node { u, d, ln_rate, ln_life, ln_term: ln_scale - libm::log(d) + p * ln_rate + s * ln_life }
    };
    // The part of the integrand that is due to the lifetime is highest where D = s + 1.
    let mode = if beta - 1.0 > s { libm::log((beta - 1.0) / s) / b } else { 0.0 };
    let (mut from, mut highest) = (t_x, f64::NEG_INFINITY);
    for _ in 0..MOST_PANELS {
        if from >= t {
            return;
        }
        let here = level(from);
        highest = highest.max(here.ln_term);
        // No later time can reach above the rate's part here and the lifetime's part at its highest.
        let best = if mode > from { level(mode.min(t)) } else { here };
        if best.ln_term + p * (here.ln_rate - best.ln_rate) < highest - 45.0 {
            return;
        }
        let slope = (p / (alpha + from) + b * ((s + 1.0) / here.d - 1.0)).abs();
        let width = (2.0 * (alpha + from).min(life.smooth(here.d))).min(5.0 / slope);
        let to = (from + width).min(t);
        let mut nodes = [Node::default(); 16];
        for (node, (u, weight)) in nodes.iter_mut().zip(gauss_legendre_16_nodes(from, to)) {
            *node = level(u);
            highest = highest.max(node.ln_term);
            node.ln_term += libm::log(weight);
        }
        visit(&nodes);
        if to <= from {
            return;
        }
        from = to;
    }
}

/// `-ln P(alive) = ln(1 + I)` of a customer with `p = r + x`.
pub(crate) fn ln_inverse_alive(p: f64, alpha: f64, life: &Gompertz, customer: &Customer) -> f64 {
    let (mut top, mut sum) = (0.0f64, 1.0);
    panels(p, alpha, life, customer, |nodes| {
        let highest = nodes.iter().fold(top, |top, node| top.max(node.ln_term));
        sum *= libm::exp(top - highest);
        top = highest;
        sum += nodes.iter().map(|node| libm::exp(node.ln_term - top)).sum::<f64>();
    });
    if top == 0.0 { libm::log1p(sum - 1.0) } else { top + libm::log(sum) }
}

/// Long after the last purchase the customer is gone for certain, and nothing that is known of the past depends on the
/// age any more; parts that cancel would grow with it until nothing is left of their difference.
fn until_gone(life: &Gompertz, customer: &Customer) -> Customer {
    let gone = customer.t_x + (1e4 + libm::log(life.beta.max(1.0))) / (life.b * life.s.min(1.0));
    Customer { t: customer.t.min(gone), ..*customer }
}

/// The posterior means of the purchase rate and of the scale of the risk, of a customer with `p = r + x`: given the time
/// of leaving they are those of gamma distributions, `p / (alpha + u)` and `(s + 1) / B(u)`, and of one who is still
/// there `p / (alpha + T)` and `s / B(T)`.
pub(crate) fn latent_means(p: f64, alpha: f64, life: &Gompertz, customer: &Customer) -> [f64; 2] {
    let customer = &until_gone(life, customer);
    let inverse = |u: f64, d: f64| libm::exp(-life.b * u) / d;
    let t = customer.t;
    let (mut top, mut sum) = (0.0f64, 1.0);
    let (mut rate, mut risk) = (1.0 / (alpha + t), life.s * inverse(t, life.d(t)));
    panels(p, alpha, life, customer, |nodes| {
        let highest = nodes.iter().fold(top, |top, node| top.max(node.ln_term));
        let shrink = libm::exp(top - highest);
        top = highest;
        (sum, rate, risk) = (sum * shrink, rate * shrink, risk * shrink);
        for node in nodes {
            let weight = libm::exp(node.ln_term - top);
            sum += weight;
            rate += weight / (alpha + node.u);
            risk += weight * (life.s + 1.0) * inverse(node.u, node.d);
        }
    });
    [p * (rate / sum), risk / sum]
}

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

/// Value, gradient and upper triangle of the Hessian by `(r, alpha, b, s, beta)`.
#[derive(Default, Clone, Copy)]
struct Sums {
    value: f64,
    first: [f64; 5],
    second: [[f64; 5]; 5],
}

/// `-p ln(alpha + u) - s ln B(u)` without its value.
fn alive_at(p: f64, alpha: f64, life: &Gompertz, u: f64, d: f64) -> Sums {
    let &Gompertz { b, s, beta } = life;
    let i = 1.0 / (alpha + u);
    // exp(b u) / B and 1 / B
    let (q, inverse) = (1.0 / d, libm::exp(-b * u) / d);
    let mut out = Sums::default();
    out.first[1] = -p * i;
    out.first[2] = -s * u * q;
    out.first[4] = -s * inverse;
    out.second[0][1] = -i;
    out.second[1][1] = p * i * i;
    out.second[2][2] = -s * u * u * q * (beta - 1.0) * inverse;
    out.second[2][3] = -u * q;
    out.second[2][4] = s * u * q * inverse;
    out.second[3][4] = -inverse;
    out.second[4][4] = s * inverse * inverse;
    out
}

impl GgomLikelihood {
    /// What one customer adds, but for the gamma functions of the count.
    fn one(p: f64, x: f64, alpha: f64, life: &Gompertz, customer: &Customer) -> Sums {
        let &Gompertz { b, s, beta } = life;
        let t = customer.t;
        let r = p - x;
        let d_end = life.d(t);
        let end = alive_at(p, alpha, life, t, d_end);
        // Sums of the terms, of their gradients, and of Hessian plus square of gradient, all relative to the end.
        let (mut top, mut weight) = (0.0f64, 1.0);
        let (mut first, mut second) = ([0.0; 5], [[0.0; 5]; 5]);
        panels(p, alpha, life, customer, |nodes| {
            let highest = nodes.iter().fold(top, |top, node| top.max(node.ln_term));
            let shrink = libm::exp(top - highest);
            top = highest;
            weight *= shrink;
            first = first.map(|sum| sum * shrink);
            second = second.map(|row| row.map(|sum| sum * shrink));
            for node in nodes {
                let w = libm::exp(node.ln_term - top);
                let u = node.u;
                // s + 1 in place of s, and ln(s b) + b u
                let here = alive_at(p, alpha, &Gompertz { s: s + 1.0, ..*life }, u, node.d);
                let mut gradient: [f64; 5] = std::array::from_fn(|i| here.first[i] - end.first[i]);
                gradient[0] = node.ln_rate;
                gradient[2] += 1.0 / b + u;
                gradient[3] = 1.0 / s + node.ln_life;
                weight += w;
                for i in 0..5 {
                    first[i] += w * gradient[i];
                    for j in i..5 {
                        let curve = here.second[i][j] - end.second[i][j];
                        second[i][j] += w * (curve + gradient[i] * gradient[j]);
                    }
                }
                second[2][2] -= w / (b * b);
                second[3][3] -= w / (s * s);
            }
        });
        let mut out = end;
        // -r ln(1 + T / alpha) - x ln(alpha + T) + s ln beta
        let (spread, growth) = (libm::log1p(t / alpha), life.ln_growth(beta, t));
        let i = 1.0 / (alpha + t);
        out.value = top + libm::log(weight) - r * spread - x * libm::log(alpha + t) - s * growth;
        out.first[0] = -spread;
        out.first[1] = r * (t / alpha * i) - x * i;
        out.first[3] = -growth;
        out.first[4] += s / beta;
        out.second[0][1] += 1.0 / alpha;
        out.second[1][1] -= r / alpha / alpha;
        out.second[3][4] += 1.0 / beta;
        out.second[4][4] -= s / beta / beta;
        let inverse = 1.0 / weight;
        let mean = first.map(|sum| sum * inverse);
        for i in 0..5 {
            out.first[i] += mean[i];
            for j in i..5 {
                out.second[i][j] += second[i][j] * inverse - mean[i] * mean[j];
            }
        }
        out
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
            let one = Self::one(r + x, x, alpha, &life, &customer);
            out.value += w * one.value;
            for i in 0..5 {
                out.gradient[i] += w * one.first[i];
                for j in i..5 {
                    out.hessian[i * 5 + j] += w * one.second[i][j];
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
    use super::super::tests::check_derivatives;
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
        for r in [1e-14, 1.0, 1e14] {
            for alpha in [1e-13, 5.0, 1e15] {
                for b in [1e-15, 0.1, 1e13] {
                    for s in [1e-14, 1.0, 1e14] {
                        for beta in [1e-14, 1.0, 1e14] {
                            let mut out = Evaluation::zero(5);
                            likelihood().evaluate(&[r, alpha, b, s, beta], &mut out);
                            let finite = out.gradient.iter().chain(&out.hessian).all(|v| v.is_finite());
                            assert!(
                                out.value.is_finite() && out.value < 1e-6 && finite,
                                "{r} {alpha} {b} {s} {beta}: {out:?}"
                            );
                        }
                    }
                }
            }
        }
    }
}
