//! Sums of logarithms of rising factorials over customers: `sum of w ln[(theta)(theta + 1) ... (theta + x - 1)]`.
//!
//! They are the gamma-function terms of every counting model. Written as a sum of `ln(theta + k)`, weighted by how
//! many customers have more than `k` purchases, they cost one logarithm for each count and not two gamma functions
//! for each customer, and nothing cancels at a `theta` of 1e27.

use crate::numerics::gamma::{digamma_difference, ln_gamma_difference, trigamma_difference};
use crate::sort::Order as _;

/// Value and first two derivatives with respect to `theta`.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Derivatives {
    /// The value.
    pub value: f64,
    /// The first derivative.
    pub first: f64,
    /// The second derivative.
    pub second: f64,
}

/// How many customers made each number of purchases, ready for sums of rising factorials.
#[derive(Debug, Clone, PartialEq)]
pub struct Histogram {
    x: Vec<f64>,
    weight: Vec<f64>,
    /// `more[k]`: the weight of customers with more than `k` purchases. Empty where counts are too large for it.
    more: Vec<f64>,
}

/// Beyond this count the gamma function is cheaper than the sum, and as accurate.
const LONGEST_TABLE: f64 = 8192.0;

impl Histogram {
    /// From sorted counts and their weights.
    pub fn new(x: Vec<f64>, weight: Vec<f64>) -> Self {
        let largest = x.last().copied().unwrap_or(0.0);
        let mut more = Vec::new();
        if largest <= LONGEST_TABLE && largest <= 64.0 * x.len() as f64 + 64.0 {
            more = vec![0.0; largest as usize];
            for (&x, &w) in x.iter().zip(&weight) {
                if x >= 1.0 {
                    more[x as usize - 1] += w;
                }
            }
            for k in (1..more.len()).rev() {
                more[k - 1] += more[k];
            }
        }
        Self { x, weight, more }
    }

    /// From counts and their weights in any order.
    pub(crate) fn of_pairs(mut pairs: Vec<(f64, f64)>) -> Self {
        pairs.order_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let runs = pairs.chunk_by(|a, b| a.0 == b.0);
        let (x, weight) = runs.map(|run| (run[0].0, run.iter().map(|pair| pair.1).sum::<f64>())).unzip();
        Self::new(x, weight)
    }

    /// The weighted sum of `ln Gamma(theta + x) - ln Gamma(theta)`, with derivatives.
    pub fn ln_rising(&self, theta: f64) -> Derivatives {
        let mut sum = Derivatives::default();
        if self.more.is_empty() {
            for (&x, &w) in self.x.iter().zip(&self.weight) {
                if x > 0.0 {
                    sum.value += w * ln_gamma_difference(theta, x);
                    sum.first += w * digamma_difference(theta, x);
                    sum.second += w * trigamma_difference(theta, x);
                }
            }
            return sum;
        }
        for (k, &w) in self.more.iter().enumerate() {
            let term = theta + k as f64;
            let inverse = 1.0 / term;
            sum.value += w * libm::log(term);
            sum.first += w * inverse;
            sum.second -= w * inverse * inverse;
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_and_the_gamma_function_agree() {
        let (x, w): (Vec<f64>, Vec<f64>) = ((0..40).map(f64::from).collect(), vec![2.5; 40]);
        let table = Histogram::new(x.clone(), w.clone());
        let gamma = Histogram { x, weight: w, more: Vec::new() };
        for theta in [1e-6, 0.24, 3.0, 1e7] {
            let (a, b) = (table.ln_rising(theta), gamma.ln_rising(theta));
            for (a, b) in [(a.value, b.value), (a.first, b.first), (a.second, b.second)] {
                assert!((a - b).abs() <= 1e-12 * b.abs(), "{theta}: {a} {b}");
            }
        }
        assert!(Histogram::new(vec![0.0, 1e9], vec![1.0, 1.0]).more.is_empty());
        assert_eq!(Histogram::new(vec![0.0], vec![1.0]).ln_rising(1.0), Derivatives::default());
    }
}
