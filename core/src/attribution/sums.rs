//! Sums by group that do not depend on the order of the rows.

use crate::numerics::order_free_sum::OrderFreeSums;

/// Sums that are plain additions where all weights are whole numbers, which is exact in any order.
pub(super) enum Sums {
    Whole(Vec<f64>),
    Fixed(OrderFreeSums),
}

impl Sums {
    /// Plain additions where `is_whole`, else on a grid for `terms` terms up to `largest`.
    pub(super) fn new(is_whole: bool, largest: f64, terms: usize) -> Self {
        if is_whole { Self::Whole(Vec::new()) } else { Self::Fixed(OrderFreeSums::new(0, largest, terms)) }
    }

    #[inline]
    pub(super) fn add(&mut self, group: usize, weight: f64) {
        match self {
            Self::Whole(sums) => {
                if group >= sums.len() {
                    sums.resize(group + 1, 0.0);
                }
                sums[group] += weight;
            }
            Self::Fixed(sums) => sums.add(group, weight),
        }
    }

    /// The sums of the first `groups` groups.
    pub(super) fn to_vec(&self, groups: usize) -> Vec<f64> {
        match self {
            Self::Whole(sums) => (0..groups).map(|g| sums.get(g).copied().unwrap_or(0.0)).collect(),
            Self::Fixed(sums) => (0..groups).map(|g| sums.get(g)).collect(),
        }
    }
}
