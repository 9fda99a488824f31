//! Sums that do not depend on the order of their terms.
//!
//! Floating-point addition is not associative: the same rows in another order give another last bit. Where the
//! order of rows has no meaning, the terms are added in fixed point instead, on a grid of 128-bit integers, so
//! that addition is exact and any order gives the same bits.

/// Sums by group that give the same bits whatever the order in which the terms arrive.
///
/// Every term is cut to a multiple of a power of two far below the last bit of the result: with the largest
/// term `M` and `n` terms the grid is about `M n / 2^125`, so the total error stays below `M n^2 / 2^125`.
///
/// ```
/// use ukur::numerics::order_free_sum::OrderFreeSums;
/// let mut one = OrderFreeSums::new(1, 1e16, 3);
/// let mut other = one.clone();
/// for x in [1e16, 1.0, -1e16] {
///     one.add(0, x);
/// }
/// for x in [1.0, 1e16, -1e16] {
///     other.add(0, x);
/// }
/// assert_eq!(one.get(0), 1.0);
/// assert_eq!(one.get(0).to_bits(), other.get(0).to_bits());
/// ```
#[derive(Debug, Clone)]
pub struct OrderFreeSums {
    sums: Vec<i128>,
    /// Two factors, since a single power of two for very small or large terms would itself overflow.
    up: (f64, f64),
    down: (f64, f64),
}

impl OrderFreeSums {
    /// Room for `groups` sums of at most `terms` terms in all, none above `largest` in absolute value.
    ///
    /// `largest` must be finite; zero is allowed and means that every term is zero.
    pub fn new(groups: usize, largest: f64, terms: usize) -> Self {
        let (_, exponent) = libm::frexp(largest);
        let (_, room) = libm::frexp(terms as f64);
        let shift = if largest > 0.0 && largest.is_finite() { 125 - exponent - room } else { 0 };
        let half = shift / 2;
        let power = |e: i32| libm::scalbn(1.0, e);
        Self {
            sums: vec![0; groups],
            up: (power(half), power(shift - half)),
            down: (power(-half), power(half - shift)),
        }
    }

    /// Adds `term` to the sum of `group`; a group beyond the end makes room for itself.
    #[inline]
    pub fn add(&mut self, group: usize, term: f64) {
        if group >= self.sums.len() {
            self.sums.resize(group + 1, 0);
        }
        let fixed = (term * self.up.0 * self.up.1) as i128;
        self.sums[group] = self.sums[group].saturating_add(fixed);
    }

    /// The sum of `group`, rounded once; zero for a group that got no term.
    pub fn get(&self, group: usize) -> f64 {
        self.sums.get(group).map_or(0.0, |&sum| sum as f64 * self.down.0 * self.down.1)
    }

    /// Every sum, each rounded once.
    pub fn to_vec(&self) -> Vec<f64> {
        (0..self.sums.len()).map(|group| self.get(group)).collect()
    }
}

/// The sum of the values of each group, to the bit what [`order_free_sum`] gives of the group's own values.
#[cfg(any(test, feature = "column-kernels"))]
pub(crate) fn grouped_sums(values: &[f64], groups: &[u32], count: usize) -> Vec<f64> {
    #[derive(Clone)]
    struct Group {
        largest: f64,
        terms: usize,
        up: (f64, f64),
        down: (f64, f64),
        sum: i128,
    }
    let mut sums = vec![Group { largest: 0.0, terms: 0, up: (1.0, 1.0), down: (1.0, 1.0), sum: 0 }; count];
    for (value, group) in values.iter().zip(groups) {
        if let Some(group) = sums.get_mut(*group as usize) {
            group.largest = group.largest.max(value.abs());
            group.terms += 1;
        }
    }
    for group in &mut sums {
        let grid = OrderFreeSums::new(0, group.largest, group.terms);
        (group.up, group.down) = (grid.up, grid.down);
    }
    for (value, group) in values.iter().zip(groups) {
        if let Some(group) = sums.get_mut(*group as usize) {
            group.sum = group.sum.saturating_add((value * group.up.0 * group.up.1) as i128);
        }
    }
    sums.iter().map(|group| group.sum as f64 * group.down.0 * group.down.1).collect()
}

/// The largest absolute value of a slice; zero when it is empty.
pub(crate) fn largest(values: &[f64]) -> f64 {
    values.iter().fold(0.0, |most: f64, x| most.max(x.abs()))
}

/// The sum of a slice, the same bits in any order of its terms.
///
/// ```
/// assert_eq!(ukur::numerics::order_free_sum::order_free_sum(&[0.1; 10]), 1.0);
/// ```
pub fn order_free_sum(values: &[f64]) -> f64 {
    let mut sums = OrderFreeSums::new(1, largest(values), values.len());
    for &x in values {
        sums.add(0, x);
    }
    sums.get(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extremes_neither_overflow_nor_vanish() {
        assert_eq!(order_free_sum(&[]), 0.0);
        assert_eq!(order_free_sum(&[0.0, 0.0]), 0.0);
        assert_eq!(order_free_sum(&[1e308, 1e307]), 1.1e308);
        assert_eq!(order_free_sum(&[1e-300, 2e-300]), 1e-300 + 2e-300);
        assert_eq!(order_free_sum(&[f64::MIN_POSITIVE; 3]), 3.0 * f64::MIN_POSITIVE);
    }

    #[test]
    fn a_million_cents() {
        // 0.01 in binary is 0.01000000000000000020816681711721685...; a million of it round to 10,000 exactly.
        assert_eq!(order_free_sum(&vec![0.01; 1_000_000]), 10_000.0);
    }

    #[test]
    fn groups_are_summed_as_if_alone() {
        let values = [1e15, 3e-9, 0.1, 1e15, 0.2, 7e-9, 0.3, -1e15];
        let groups = [0, 1, 2, 0, 2, 1, 2, 0];
        let alone = |wanted: u32| {
            let own: Vec<f64> = values
                .iter()
                .zip(groups)
                .filter(|(_, group)| *group == wanted)
                .map(|(value, _)| *value)
                .collect();
            order_free_sum(&own)
        };
        assert_eq!(grouped_sums(&values, &groups, 4), [alone(0), alone(1), alone(2), 0.0]);
    }

    #[test]
    fn groups_grow() {
        let mut sums = OrderFreeSums::new(0, 2.0, 4);
        sums.add(3, 2.0);
        sums.add(1, 0.5);
        assert_eq!(sums.to_vec(), vec![0.0, 0.5, 0.0, 2.0]);
    }
}
