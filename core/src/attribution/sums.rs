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

    /// For sums of numbers like these, none of them more than once.
    pub(super) fn of(column: &Column) -> Self {
        Self::new(column.sum_below(EXACT), column.largest, column.len)
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

    /// The sum of a group; 0 where nothing was added.
    pub(super) fn get(&self, group: usize) -> f64 {
        match self {
            Self::Whole(sums) => sums.get(group).copied().unwrap_or(0.0),
            Self::Fixed(sums) => sums.get(group),
        }
    }

    /// The sums of the first `groups` groups.
    pub(super) fn to_vec(&self, groups: usize) -> Vec<f64> {
        (0..groups).map(|group| self.get(group)).collect()
    }
}

/// Whole numbers add exactly up to here.
pub(super) const EXACT: f64 = 9_007_199_254_740_992.0;

/// What must be known of a column of numbers that are not negative before they are added.
pub(super) struct Column {
    is_whole: bool,
    pub(super) largest: f64,
    len: usize,
}

impl Column {
    /// One look at each number.
    pub(super) fn of(numbers: impl Iterator<Item = f64>) -> Self {
        // From 2^51 on this number and a half more have no room for a fraction, and below it rounds to whole numbers;
        // unlike `trunc` it is no call on every processor.
        const ROUNDS: f64 = 6_755_399_441_055_744.0;
        let (mut is_whole, mut largest, mut len) = (true, 0.0_f64, 0);
        for x in numbers {
            is_whole &= (x + ROUNDS) - ROUNDS == x;
            largest = if x > largest { x } else { largest };
            len += 1;
        }
        Self { is_whole: is_whole && largest < EXACT / 4.0, largest, len }
    }

    /// True where every number is whole, and all of them together stay below a limit.
    pub(super) fn sum_below(&self, limit: f64) -> bool {
        self.is_whole && self.largest * (self.len as f64) < limit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_told_apart() {
        let whole = |numbers: &[f64]| Column::of(numbers.iter().copied()).sum_below(EXACT);
        assert!(whole(&[]) && whole(&[0.0, 3.0, 2_251_799_813_685_247.0]));
        assert!(!whole(&[0.5]) && !whole(&[1e-300]) && !whole(&[1_125_899_906_842_623.5]));
        assert!(!whole(&[9e15]) && !whole(&[2e15; 6]));
    }
}
