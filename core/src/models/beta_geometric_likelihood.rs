//! The likelihood of BG/NBD and MBG/NBD for many customers, with exact derivatives: gamma-function terms by counts,
//! what ages add by ages, the rest in blocks of customers with the same number of purchases. The process is in `beta_geometric.rs`.

use super::ages::Ages;
use super::counted::Counted;
use super::fitting::Likelihood;
use super::gamma_purchases::gamma_start;
use super::rising::Histogram;
use crate::numerics::batch;
use crate::numerics::optimise::Evaluation;

/// The likelihood of counted histories, with exact derivatives.
#[derive(Debug)]
pub(crate) struct BetaGeometricLikelihood {
    counted: Counted,
    first_dropout: f64,
    ages: Ages,
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
        let sample = counted.sample(MANY, 4000).map(|counted| Box::new(Self::new(counted, first_dropout)));
        let ages = Ages::of(&counted);
        Self { counted, first_dropout, ages, purchases, survived, sample }
    }

    fn add(&self, parameters: &[f64], out: &mut Evaluation, second: bool) {
        let &[r, alpha, a, b] = parameters else { return };
        let counted = &self.counted;
        let s = self.first_dropout;

        // Terms that depend on the counts alone, and on the ages.
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
        self.ages.add_to(out, 0, r, alpha);

        // The rest, of those who can have left: sums over blocks of customers with the same number of purchases, so that
        // the elementary functions run over columns and rounding errors do not pile up.
        let mut block = Block::default();
        let mut from = counted.x.partition_point(|x| x + s < 1.0);
        for group in counted.x[from..].chunk_by(|a, b| a == b) {
            let x = group[0];
            let n = r + x;
            let left = b + (x + s - 1.0);
            let ln_ratio = libm::log(a) - libm::log(left);
            let to = from + group.len();
            while from < to {
                let rows = from..(from + BLOCK).min(to);
                from = rows.end;
                let sums = block.sums(counted, rows, alpha, n, ln_ratio, second);
                sums.add_to(out, n, a, left);
            }
        }
    }
}

impl Likelihood for BetaGeometricLikelihood {
    fn evaluate(&self, parameters: &[f64], out: &mut Evaluation) {
        self.add(parameters, out, true);
    }

    fn evaluate_gradient(&self, parameters: &[f64], out: &mut Evaluation) {
        self.add(parameters, out, false);
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
const BLOCK: usize = 128;

/// Scratch columns of a block.
struct Block {
    /// `1 / (alpha + T)`.
    inverse_t: [f64; BLOCK],
    /// `1 / (alpha + t_x)`.
    inverse_x: [f64; BLOCK],
    /// `ln((alpha + T) / (alpha + t_x))`.
    d: [f64; BLOCK],
    /// The derivative of `d` with respect to alpha.
    c: [f64; BLOCK],
    /// The log odds to have left.
    odds: [f64; BLOCK],
    /// `exp(-|odds|)`, then `ln(1 + exp(-|odds|))`.
    e: [f64; BLOCK],
    /// Weight times the probability to have left, and times that to be there too.
    gone: [f64; BLOCK],
    spread: [f64; BLOCK],
}

impl Default for Block {
    fn default() -> Self {
        let zero = [0.0; BLOCK];
        Self {
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
    /// The sums over `w ln(1 + odds)` and its derivatives; those for the Hessian only where they are wanted.
    fn sums(
        &mut self,
        counted: &Counted,
        rows: std::ops::Range<usize>,
        alpha: f64,
        n: f64,
        ln_ratio: f64,
        second: bool,
    ) -> Sums {
        let m = rows.len();
        let (w, t, t_x) = (&counted.weight[rows.clone()], &counted.t[rows.clone()], &counted.t_x[rows]);
        let Self { inverse_t, inverse_x, d, c, odds, e, gone, spread } = self;
        let (inverse_t, inverse_x, d, c) =
            (&mut inverse_t[..m], &mut inverse_x[..m], &mut d[..m], &mut c[..m]);
        let (odds, e, gone, spread) = (&mut odds[..m], &mut e[..m], &mut gone[..m], &mut spread[..m]);
        for k in 0..m {
            inverse_t[k] = 1.0 / (alpha + t[k]);
            inverse_x[k] = 1.0 / (alpha + t_x[k]);
            d[k] = (t[k] - t_x[k]) * inverse_x[k];
            c[k] = -d[k] * inverse_t[k];
        }
        batch::log1p_in_place(d);
        for k in 0..m {
            odds[k] = ln_ratio + n * d[k];
            e[k] = -odds[k].abs();
        }
        batch::exp_in_place(e);
        for k in 0..m {
            let there = 1.0 / (1.0 + e[k]);
            let sigma = if odds[k] > 0.0 { there } else { e[k] * there };
            gone[k] = w[k] * sigma;
            spread[k] = w[k] * (e[k] * there) * there;
        }
        batch::log1p_in_place(e);
        let mut sums = Sums {
            softplus: sum_of(m, |k| w[k] * (odds[k].max(0.0) + e[k])),
            gone: sum_of(m, |k| gone[k]),
            gone_d: sum_of(m, |k| gone[k] * d[k]),
            gone_c: sum_of(m, |k| gone[k] * c[k]),
            ..Sums::default()
        };
        if second {
            sums.gone_c_alpha = sum_of(m, |k| -gone[k] * c[k] * (inverse_t[k] + inverse_x[k]));
            sums.spread = sum_of(m, |k| spread[k]);
            sums.spread_d = sum_of(m, |k| spread[k] * d[k]);
            sums.spread_c = sum_of(m, |k| spread[k] * c[k]);
            sums.spread_dd = sum_of(m, |k| spread[k] * d[k] * d[k]);
            sums.spread_dc = sum_of(m, |k| spread[k] * d[k] * c[k]);
            sums.spread_cc = sum_of(m, |k| spread[k] * c[k] * c[k]);
        }
        sums
    }
}

impl Sums {
    /// Adds the block's share of `ln(1 + odds)`.
    fn add_to(&self, out: &mut Evaluation, n: f64, a: f64, left: f64) {
        let (inverse_a, inverse_b) = (1.0 / a, 1.0 / left);
        out.value += self.softplus;
        let gradient = &mut out.gradient;
        gradient[0] += self.gone_d;
        gradient[1] += n * self.gone_c;
        gradient[2] += self.gone * inverse_a;
        gradient[3] -= self.gone * inverse_b;
        let hessian = &mut out.hessian;
        hessian[0] += self.spread_dd;
        hessian[1] += n * self.spread_dc + self.gone_c;
        hessian[2] += self.spread_d * inverse_a;
        hessian[3] -= self.spread_d * inverse_b;
        hessian[5] += n * n * self.spread_cc + n * self.gone_c_alpha;
        hessian[6] += n * self.spread_c * inverse_a;
        hessian[7] -= n * self.spread_c * inverse_b;
        hessian[10] += (self.spread - self.gone) * inverse_a * inverse_a;
        hessian[11] -= self.spread * inverse_a * inverse_b;
        hessian[15] += (self.spread + self.gone) * inverse_b * inverse_b;
    }
}

#[cfg(test)]
mod tests {
    use super::super::beta_geometric::BetaGeometric;
    use super::super::histories::Histories;
    use super::super::tests::{SHAPES, TIMES, check_derivatives, check_finite};
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
            let process = BetaGeometric { r: 0.24, alpha: 4.4, a: 0.8, b: 2.4, first_dropout };
            let sum: f64 = histories.iter().map(|c| process.log_likelihood(&c)).sum();
            assert!((out.value - sum).abs() < 1e-12 * sum.abs());
        }
    }

    #[test]
    fn the_likelihood_is_finite_wherever_the_search_can_go() {
        let (x, t_x, t) = histories();
        for first_dropout in [0.0, 1.0] {
            let counted = Counted::new(&Histories::new(&x, &t_x, &t).unwrap()).unwrap();
            let likelihood = BetaGeometricLikelihood::new(counted, first_dropout);
            check_finite(&likelihood, &[SHAPES, TIMES, SHAPES, SHAPES], 0.0);
        }
    }
}
