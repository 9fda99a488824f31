//! What a set may cost, and the bound that a budget and a count put on gains.

use crate::sort::Order as _;

/// Budget and count that are left, and the candidates that are free to choose from.
#[derive(Debug, Clone)]
pub(super) struct Limits<'a> {
    pub(super) costs: &'a [f64],
    /// What may be spent on the free candidates; infinite without a budget.
    pub(super) budget: f64,
    /// How many free candidates may be chosen.
    pub(super) count: usize,
    /// The free candidates, ascending.
    pub(super) free: Vec<usize>,
}

impl Limits<'_> {
    pub(super) fn cost(&self, candidate: usize) -> f64 {
        self.costs.get(candidate).copied().unwrap_or(f64::INFINITY)
    }

    /// True where the cost fits what is left. A budget holds to one part in 10^12, so that ten times 0.1 fits 1.
    pub(super) fn fits(&self, spent: f64, candidate: usize) -> bool {
        spent + self.cost(candidate) <= self.budget + self.slack()
    }

    fn slack(&self) -> f64 {
        if self.budget.is_finite() { self.budget.abs() * 1e-12 } else { 0.0 }
    }

    /// The most that a set from `gains` can add within `budget` and `count`: the smaller of the fractional knapsack
    /// (Dantzig 1957) and the largest `count` gains. `gains` must be sorted by [`by_ratio`].
    pub(super) fn bound(&self, gains: &[(usize, f64)], budget: f64, count: usize) -> f64 {
        let mut left = budget + self.slack();
        let mut knapsack = 0.0;
        for &(candidate, gain) in gains {
            let cost = self.cost(candidate);
            if cost <= left {
                left -= cost;
                knapsack += gain;
            } else {
                // The share of the first candidate that no longer fits.
                if cost > 0.0 && left > 0.0 {
                    knapsack += gain * (left / cost);
                }
                break;
            }
        }
        if count >= gains.len() {
            return knapsack;
        }
        let mut largest: Vec<f64> = gains.iter().map(|&(_, gain)| gain).collect();
        largest.order_unstable_by(|a, b| b.total_cmp(a));
        knapsack.min(largest.iter().take(count).sum())
    }

    /// Gain per cost, largest first; what costs nothing comes before everything; then by gain, then by number.
    pub(super) fn by_ratio(&self, a: (usize, f64), b: (usize, f64)) -> std::cmp::Ordering {
        let ratio = |(candidate, gain): (usize, f64)| ratio(gain, self.cost(candidate));
        ratio(b).total_cmp(&ratio(a)).then(b.1.total_cmp(&a.1)).then(a.0.cmp(&b.0))
    }
}

/// Gain per cost; infinite for a gain that costs nothing.
pub(super) fn ratio(gain: f64, cost: f64) -> f64 {
    if gain <= 0.0 {
        0.0
    } else if cost > 0.0 {
        gain / cost
    } else {
        f64::INFINITY
    }
}
