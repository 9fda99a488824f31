//! The integral of GGom/NBD over the time of leaving: the customer alive at `T`, or gone at any time since the last purchase.
//!
//! With `p = r + x` and `B(u)` of `gompertz.rs`, and relative to the customer alive at `T`, the second is
//!
//! `I = integral from t_x to T of ((alpha + T) / (alpha + u))^p * s b exp(b u) / B(u) * (B(T) / B(u))^s du`
//!
//! and the likelihood `L_alive (1 + I)`, P(alive) `1 / (1 + I)`. There is no closed form. The integrand is positive and
//! smooth on scales that are known (the distance to `-alpha` and to the zeros of `B`, and its own slope), so panels of 16
//! nodes that follow these scales give it to rounding error. Each quantity of a panel is a column, so that its loop
//! becomes vector instructions.

use super::gompertz::{Gompertz, LONG, MOST_PANELS};
use super::histories::Customer;
use crate::numerics::batch;
use crate::numerics::quadrature::gauss_legendre_16_nodes;

/// A quantity at the nodes of a panel.
pub(crate) type Column = [f64; 16];

/// The nodes of a panel.
#[derive(Default)]
pub(crate) struct Panel {
    /// The times.
    pub(crate) u: Column,
    weight: Column,
    /// `exp(-b u)`.
    decay: Column,
    /// `D(u)`.
    d: Column,
    /// `1 / (alpha + u)`.
    pub(crate) inverse: Column,
    /// `ln((alpha + T) / (alpha + u))`.
    pub(crate) ln_rate: Column,
    /// `ln(B(T) / B(u))`.
    pub(crate) ln_life: Column,
    /// The logarithm of the integrand.
    ln_term: Column,
}

impl Panel {
    /// `1 / D(u)`, which is `exp(b u) / B(u)`.
    pub(crate) fn growth(&self) -> Column {
        self.d.map(|d| 1.0 / d)
    }

    /// `1 / B(u)`, of `growth`.
    pub(crate) fn inverse_b(&self, growth: &Column) -> Column {
        std::array::from_fn(|k| self.decay[k] * growth[k])
    }

    /// The largest logarithm, of these and `top`.
    fn highest(&self, top: f64) -> f64 {
        self.ln_term.iter().fold(top, |top, term| top.max(*term))
    }

    /// Weight times integrand, relative to `exp(top)`.
    fn terms(&self, top: f64) -> Column {
        let mut terms = self.ln_term.map(|term| batch::exp(term - top));
        for (term, weight) in terms.iter_mut().zip(&self.weight) {
            *term *= weight;
        }
        terms
    }
}

/// The sum of products: four partial sums, which the compiler keeps in vectors.
#[inline]
pub(crate) fn dot(a: &Column, b: &Column) -> f64 {
    let mut sums = [0.0; 4];
    for (a, b) in a.chunks_exact(4).zip(b.chunks_exact(4)) {
        for (sum, (a, b)) in sums.iter_mut().zip(a.iter().zip(b)) {
            *sum += a * b;
        }
    }
    (sums[0] + sums[1]) + (sums[2] + sums[3])
}

/// The integrand of one customer.
struct Integrand<'a> {
    p: f64,
    alpha: f64,
    life: &'a Gompertz,
    t: f64,
    /// `ln(s b)`.
    ln_scale: f64,
}

impl Integrand<'_> {
    fn fill(&self, panel: &mut Panel, from: f64, to: f64) {
        let &Self { p, alpha, life: &Gompertz { b, s, beta }, t, ln_scale } = self;
        for ((u, weight), node) in
            panel.u.iter_mut().zip(&mut panel.weight).zip(gauss_legendre_16_nodes(from, to))
        {
            (*u, *weight) = node;
        }
        for k in 0..16 {
            let (decay, less_one) = batch::exp_and_expm1(-b * panel.u[k]);
            panel.decay[k] = decay;
            panel.d[k] = beta * decay - less_one;
        }
        for k in 0..16 {
            panel.inverse[k] = 1.0 / (alpha + panel.u[k]);
        }
        for k in 0..16 {
            panel.ln_rate[k] = batch::log1p((t - panel.u[k]) / (alpha + panel.u[k]));
        }
        for k in 0..16 {
            let grown = b * (t - panel.u[k]);
            let (_, less_one) = batch::exp_and_expm1(if grown < LONG { grown } else { LONG });
            panel.ln_life[k] = batch::log1p(less_one / panel.d[k]);
        }
        let ln_d = panel.d.map(batch::ln);
        for k in 0..16 {
            let grown = b * (t - panel.u[k]);
            let ln_d = ln_d[k];
            let ln_life = if grown < LONG { panel.ln_life[k] } else { grown - ln_d };
            panel.ln_life[k] = ln_life;
            panel.ln_term[k] = ln_scale - ln_d + p * panel.ln_rate[k] + s * ln_life;
        }
    }

    /// `D(u)`, `ln((alpha + T) / (alpha + u))` and the logarithm of the integrand.
    fn level(&self, u: f64) -> (f64, f64, f64) {
        let d = self.life.d(u);
        let ln_rate = batch::log1p((self.t - u) / (self.alpha + u));
        let ln_life = self.life.ln_growth(d, self.t - u);
        (d, ln_rate, self.ln_scale - batch::ln(d) + self.p * ln_rate + self.life.s * ln_life)
    }
}

/// The panels of the integral, from the last purchase to the end.
fn panels(p: f64, alpha: f64, life: &Gompertz, customer: &Customer, mut visit: impl FnMut(&Panel)) {
    let &Customer { t_x, t, .. } = customer;
    let &Gompertz { b, s, beta } = life;
    let integrand = Integrand { p, alpha, life, t, ln_scale: libm::log(s * b) };
    // The part of the integrand that is due to the lifetime is highest where D = s + 1.
    let mode = if beta - 1.0 > s { libm::log((beta - 1.0) / s) / b } else { 0.0 };
    let (mut from, mut highest) = (t_x, f64::NEG_INFINITY);
    let mut panel = Panel::default();
    for _ in 0..MOST_PANELS {
        if from >= t {
            return;
        }
        let (d, ln_rate, here) = integrand.level(from);
        highest = highest.max(here);
        // No later time can reach above the rate's part here and the lifetime's part at its highest.
        let (best_rate, best) = if mode > from {
            let (_, rate, best) = integrand.level(mode.min(t));
            (rate, best)
        } else {
            (ln_rate, here)
        };
        if best + p * (ln_rate - best_rate) < highest - 45.0 {
            return;
        }
        let slope = (p / (alpha + from) + b * ((s + 1.0) / d - 1.0)).abs();
        let width = (2.0 * (alpha + from).min(life.smooth(d))).min(5.0 / slope);
        let to = (from + width).min(t);
        if to <= from {
            return;
        }
        integrand.fill(&mut panel, from, to);
        highest = panel.highest(highest);
        visit(&panel);
        from = to;
    }
}

/// `1 + I` and sums of the same terms with factors, relative to a power of e that is found on the way.
pub(crate) struct Moments<const N: usize> {
    /// The logarithm of the power of e.
    pub(crate) top: f64,
    /// `1 + I`.
    pub(crate) all: f64,
    /// The sums with factors; what they hold of the customer alive at `T`, at first.
    pub(crate) sums: [f64; N],
}

impl<const N: usize> Moments<N> {
    /// The sums of `add(panel, terms, sums)` over the panels of a customer with `p = r + x`.
    pub(crate) fn new(
        p: f64,
        alpha: f64,
        life: &Gompertz,
        customer: &Customer,
        sums: [f64; N],
        mut add: impl FnMut(&Panel, &Column, &mut [f64; N]),
    ) -> Self {
        let mut out = Self { top: 0.0, all: 1.0, sums };
        panels(p, alpha, life, customer, |panel| {
            let highest = panel.highest(out.top);
            if highest > out.top {
                let shrink = libm::exp(out.top - highest);
                out.all *= shrink;
                out.sums = out.sums.map(|sum| sum * shrink);
                out.top = highest;
            }
            let terms = panel.terms(out.top);
            out.all += dot(&terms, &[1.0; 16]);
            add(panel, &terms, &mut out.sums);
        });
        out
    }

    /// `ln(1 + I)`.
    pub(crate) fn ln_all(&self) -> f64 {
        if self.top == 0.0 { libm::log1p(self.all - 1.0) } else { self.top + libm::log(self.all) }
    }
}

/// `-ln P(alive) = ln(1 + I)` of a customer with `p = r + x`.
pub(crate) fn ln_inverse_alive(p: f64, alpha: f64, life: &Gompertz, customer: &Customer) -> f64 {
    Moments::new(p, alpha, life, customer, [], |_, _, _| {}).ln_all()
}

/// Long after the last purchase the customer is gone for certain, and nothing that is known of the past depends on the
/// age any more; parts that cancel would grow with it until nothing is left of their difference.
pub(crate) fn until_gone(life: &Gompertz, customer: &Customer) -> Customer {
    let gone = customer.t_x + (1e4 + libm::log(life.beta.max(1.0))) / (life.b * life.s.min(1.0));
    Customer { t: customer.t.min(gone), ..*customer }
}

/// The posterior means of the purchase rate and of the scale of the risk, of a customer with `p = r + x`: given the time
/// of leaving they are those of gamma distributions, `p / (alpha + u)` and `(s + 1) / B(u)`, and of one who is still
/// there `p / (alpha + T)` and `s / B(T)`.
pub(crate) fn latent_means(p: f64, alpha: f64, life: &Gompertz, customer: &Customer) -> [f64; 2] {
    let customer = &until_gone(life, customer);
    let t = customer.t;
    let there = [1.0 / (alpha + t), life.s * libm::exp(-life.b * t) / life.d(t)];
    let Moments { all, sums: [rate, risk], .. } =
        Moments::new(p, alpha, life, customer, there, |panel, terms, [rate, risk]| {
            *rate += dot(terms, &panel.inverse);
            *risk += (life.s + 1.0) * dot(terms, &panel.inverse_b(&panel.growth()));
        });
    [p * (rate / all), risk / all]
}
