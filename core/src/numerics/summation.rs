//! Sums: exact and therefore independent of the order of the terms, and compensated.
//!
//! The same rows in another order must give the same bits. [`ExactSum`] adds without any rounding (Neal 2015,
//! arXiv:1505.05571: fixed point over the whole range of the double in 64-bit pieces), so any order, any grouping and any
//! number of threads give the correctly rounded sum. [`CompensatedSum`] is cheaper to carry along but depends, in the last
//! bit, on the order.

// Pieces of a mantissa and indices far below 2^31: nothing wraps.
#![allow(clippy::cast_possible_wrap)]

use super::double_double::{two_product, two_sum};

/// Pieces of 32 bits from the smallest denormal to the largest double, and room above.
const PIECES: usize = 68;

/// After this many terms the carries are moved up: a term adds less than 2^53 to a piece.
const TERMS_BETWEEN_CARRIES: u32 = 1000;

/// A sum without rounding: the same bits for any order of the terms.
///
/// ```
/// use ukur::numerics::summation::ExactSum;
/// let mut sum = ExactSum::new();
/// for x in [1e300, 1.0, -1e300, 1e-300] {
///     sum.add(x);
/// }
/// assert_eq!(sum.value(), 1.0);
/// ```
#[derive(Debug, Clone)]
pub struct ExactSum {
    /// Piece `i` counts multiples of `2^(32 i - 1075)`.
    pieces: [i64; PIECES],
    until_carry: u32,
    /// Infinities and NaN, added as they are.
    special: f64,
}

impl Default for ExactSum {
    fn default() -> Self {
        Self::new()
    }
}

impl ExactSum {
    /// Nothing added yet: zero.
    pub const fn new() -> Self {
        Self { pieces: [0; PIECES], until_carry: TERMS_BETWEEN_CARRIES, special: 0.0 }
    }

    /// Adds one term.
    #[inline]
    pub fn add(&mut self, x: f64) {
        const FRACTION: u64 = (1 << 52) - 1;
        let bits = x.to_bits();
        let field = (bits >> 52) & 0x7ff;
        if field == 0x7ff {
            self.special += x;
            return;
        }
        // A denormal has the scale of exponent 1 and no hidden bit.
        let mantissa = if field == 0 { bits & FRACTION } else { (bits & FRACTION) | (1 << 52) };
        let exponent = if field == 0 { 1 } else { field };
        let place = (exponent >> 5) as usize;
        let shift = exponent & 31;
        let low = ((mantissa << shift) & 0xffff_ffff) as i64;
        let high = (mantissa >> (32 - shift)) as i64;
        // All ones for a negative term: two's complement by hand, without a branch.
        let sign = (x.to_bits() as i64) >> 63;
        if let Some([first, second]) = self.pieces.get_mut(place..place + 2).and_then(|p| p.first_chunk_mut())
        {
            *first += (low ^ sign) - sign;
            *second += (high ^ sign) - sign;
        }
        self.until_carry -= 1;
        if self.until_carry == 0 {
            self.carry();
        }
    }

    /// Adds the exact product of two terms (while the product lies between about 1e-290 and 1e290).
    #[inline]
    pub fn add_product(&mut self, a: f64, b: f64) {
        let (product, error) = two_product(a, b);
        self.add(product);
        if error.is_finite() {
            self.add(error);
        }
    }

    /// Adds every term of a slice.
    pub fn extend_from_slice(&mut self, values: &[f64]) {
        for &x in values {
            self.add(x);
        }
    }

    /// Adds another sum: the same bits as if its terms had been added here.
    pub fn merge(&mut self, other: &Self) {
        let mut other = other.clone();
        other.carry();
        self.carry();
        for (piece, more) in self.pieces.iter_mut().zip(&other.pieces) {
            *piece += more;
        }
        self.special += other.special;
        self.carry();
    }

    /// Leaves every piece but the last in `0..2^32`.
    fn carry(&mut self) {
        let mut carry = 0;
        let last = PIECES - 1;
        for piece in &mut self.pieces[..last] {
            let sum = *piece + carry;
            *piece = sum & 0xffff_ffff;
            carry = sum >> 32;
        }
        self.pieces[last] += carry;
        self.until_carry = TERMS_BETWEEN_CARRIES;
    }

    /// The sum, rounded once to the nearest double; infinite when it exceeds the largest.
    pub fn value(&self) -> f64 {
        if self.special != 0.0 || self.special.is_nan() {
            return self.special;
        }
        let mut sum = self.clone();
        sum.carry();
        let negative = sum.pieces[PIECES - 1] < 0;
        if negative {
            for piece in &mut sum.pieces {
                *piece = -*piece;
            }
            sum.carry();
        }
        let Some(top) = sum.pieces.iter().rposition(|&piece| piece != 0) else {
            return 0.0;
        };
        // The leading 97 to 128 bits, and whether anything lies below them.
        let bottom = top.saturating_sub(3);
        let mut leading = 0_u128;
        for &piece in sum.pieces[bottom..=top].iter().rev() {
            leading = (leading << 32) | u128::from(piece as u64);
        }
        if sum.pieces[..bottom].iter().any(|&piece| piece != 0) {
            leading |= 1;
        }
        let magnitude = libm::scalbn(leading as f64, 32 * bottom as i32 - 1075);
        if negative { -magnitude } else { magnitude }
    }
}

/// The sum of a slice, rounded once: the same bits for any order of its terms.
///
/// ```
/// use ukur::numerics::summation::exact_sum;
/// assert_eq!(exact_sum(&[0.1; 10]), 1.0);
/// assert_eq!(exact_sum(&[1e16, 1.0, -1e16]), exact_sum(&[1.0, -1e16, 1e16]));
/// ```
pub fn exact_sum(values: &[f64]) -> f64 {
    let mut sum = ExactSum::new();
    sum.extend_from_slice(values);
    sum.value()
}

/// The sum of products of two slices (up to the shorter), rounded once: the same bits for any order of the rows.
///
/// ```
/// use ukur::numerics::summation::exact_dot;
/// assert_eq!(exact_dot(&[1e16, 1.0, -1e16], &[1.0, 0.5, 1.0]), 0.5);
/// ```
pub fn exact_dot(a: &[f64], b: &[f64]) -> f64 {
    let mut sum = ExactSum::new();
    for (&x, &y) in a.iter().zip(b) {
        sum.add_product(x, y);
    }
    sum.value()
}

/// A running sum with its rounding errors carried along (Neumaier 1974). The error does not grow with the number of
/// terms; the last bit depends on their order.
///
/// ```
/// use ukur::numerics::summation::CompensatedSum;
/// let mut sum = CompensatedSum::default();
/// for x in [1e100, 1.0, -1e100] {
///     sum.add(x);
/// }
/// assert_eq!(sum.value(), 1.0);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct CompensatedSum {
    sum: f64,
    errors: f64,
}

impl CompensatedSum {
    /// Adds one term.
    #[inline]
    pub fn add(&mut self, x: f64) {
        let (sum, error) = two_sum(self.sum, x);
        self.sum = sum;
        self.errors += error;
    }

    /// The sum.
    #[inline]
    pub fn value(self) -> f64 {
        // The error of an infinite sum is NaN and says nothing.
        if self.sum.is_finite() { self.sum + self.errors } else { self.sum }
    }
}

/// The compensated sum of a slice, in its order.
///
/// ```
/// assert_eq!(ukur::numerics::summation::compensated_sum(&[0.1; 10]), 1.0);
/// ```
pub fn compensated_sum(values: &[f64]) -> f64 {
    let mut sum = CompensatedSum::default();
    for &x in values {
        sum.add(x);
    }
    sum.value()
}

/// The mean, rounded to the nearest double or its neighbour: the same bits for any order of the rows, and the value itself
/// where all are the same. NaN for an empty slice.
///
/// ```
/// assert_eq!(ukur::numerics::summation::exact_mean(&[0.1; 3]), 0.1);
/// ```
pub fn exact_mean(values: &[f64]) -> f64 {
    let n = values.len() as f64;
    let mut sum = ExactSum::new();
    sum.extend_from_slice(values);
    let mean = sum.value() / n;
    if !mean.is_finite() {
        return mean;
    }
    // What the roundings of the sum and of the quotient left over.
    sum.add_product(-n, mean);
    mean + sum.value() / n
}

/// The mean and the sum of squared deviations from it: the same bits for any order of the rows. `None` for an empty
/// slice.
///
/// Two passes with exact sums, the second corrected by what the rounding of the mean leaves (Chan, Golub and LeVeque
/// 1983).
///
/// ```
/// use ukur::numerics::summation::mean_and_squares;
/// assert_eq!(mean_and_squares(&[1e9 + 1.0, 1e9 + 2.0, 1e9 + 3.0]), Some((1e9 + 2.0, 2.0)));
/// ```
pub fn mean_and_squares(values: &[f64]) -> Option<(f64, f64)> {
    if values.is_empty() {
        return None;
    }
    let n = values.len() as f64;
    let mean = exact_mean(values);
    let mut deviations = ExactSum::new();
    let mut squares = ExactSum::new();
    for &x in values {
        let deviation = x - mean;
        deviations.add(deviation);
        squares.add(deviation * deviation);
    }
    let rest = deviations.value();
    let spread = squares.value() - rest * rest / n;
    // Below zero only by rounding; NaN stays NaN.
    Some((mean, if spread < 0.0 { 0.0 } else { spread }))
}

/// The mean and the unbiased variance (`n - 1`): the same bits for any order of the rows. `None` below two values.
///
/// ```
/// use ukur::numerics::summation::mean_and_variance;
/// assert_eq!(mean_and_variance(&[2.0, 4.0, 9.0]), Some((5.0, 13.0)));
/// assert_eq!(mean_and_variance(&[2.0]), None);
/// ```
pub fn mean_and_variance(values: &[f64]) -> Option<(f64, f64)> {
    if values.len() < 2 {
        return None;
    }
    let (mean, squares) = mean_and_squares(values)?;
    Some((mean, squares / (values.len() as f64 - 1.0)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numerics::random::Random;

    /// Terms of every size and sign.
    fn wild(n: usize, seed: u64) -> Vec<f64> {
        let mut random = Random::new(seed);
        (0..n).map(|_| libm::scalbn(random.normal(), random.below(600) as i32 - 300)).collect()
    }

    #[test]
    fn any_order_and_any_grouping_give_the_same_bits() {
        let terms = wild(5000, 3);
        let forward = exact_sum(&terms);
        let mut sorted = terms.clone();
        sorted.sort_by(f64::total_cmp);
        assert_eq!(forward.to_bits(), exact_sum(&sorted).to_bits());
        let mut merged = ExactSum::new();
        for part in terms.chunks(777) {
            let mut sum = ExactSum::new();
            sum.extend_from_slice(part);
            merged.merge(&sum);
        }
        assert_eq!(forward.to_bits(), merged.value().to_bits());
    }

    #[test]
    fn what_cancels_cancels_entirely() {
        let mut terms = wild(3000, 9);
        let negated: Vec<f64> = terms.iter().rev().map(|x| -x).collect();
        terms.extend(negated);
        assert_eq!(exact_sum(&terms), 0.0);
        terms.push(f64::from_bits(1));
        assert_eq!(exact_sum(&terms), f64::from_bits(1));
        terms.push(-3.0);
        assert_eq!(exact_sum(&terms), -3.0);
    }

    #[test]
    fn rounding_is_to_the_nearest_even() {
        let half_ulp = f64::EPSILON / 2.0;
        assert_eq!(exact_sum(&[1.0, half_ulp]), 1.0);
        assert_eq!(exact_sum(&[1.0, half_ulp, f64::from_bits(1)]), 1.0 + f64::EPSILON);
        assert_eq!(exact_sum(&[1.0 + f64::EPSILON, half_ulp]), 1.0 + 2.0 * f64::EPSILON);
        assert_eq!(exact_sum(&[-1.0, -half_ulp, -f64::from_bits(1)]), -1.0 - f64::EPSILON);
    }

    #[test]
    fn extremes() {
        assert_eq!(exact_sum(&[]), 0.0);
        assert_eq!(exact_sum(&[f64::MAX, f64::MAX, -f64::MAX]), f64::MAX);
        assert_eq!(exact_sum(&[f64::MAX, f64::MAX]), f64::INFINITY);
        assert_eq!(exact_sum(&[f64::INFINITY, 1.0]), f64::INFINITY);
        assert!(exact_sum(&[f64::INFINITY, f64::NEG_INFINITY]).is_nan());
        assert!(exact_sum(&[f64::NAN, 1.0]).is_nan());
        assert_eq!(exact_sum(&vec![f64::MAX / 1_048_576.0; 1_048_576]), f64::MAX);
        assert_eq!(compensated_sum(&[f64::INFINITY, 1.0]), f64::INFINITY);
    }

    #[test]
    fn a_dot_product_of_exact_products() {
        // (2^27 + 1)^2 = 2^54 + 2^28 + 1 needs 55 bits.
        let x = 134_217_729.0;
        assert_eq!(exact_dot(&[x, -1.0], &[x, 18_014_398_509_481_984.0 + 268_435_456.0]), 1.0);
    }

    #[test]
    fn a_missing_value_is_not_hidden() {
        let (mean, variance) = mean_and_variance(&[1.0, f64::NAN, 3.0]).unwrap_or((0.0, 0.0));
        assert!(mean.is_nan() && variance.is_nan());
        assert_eq!(mean_and_variance(&[0.1, 0.1, 0.1]), Some((0.1, 0.0)));
    }

    #[test]
    fn the_variance_of_far_numbers() {
        // NIST StRD NumAcc4: mean 10000000.2, standard deviation exactly 0.1.
        let mut values = vec![10_000_000.2];
        for _ in 0..500 {
            values.extend([10_000_000.1, 10_000_000.3]);
        }
        let (mean, variance) = mean_and_variance(&values).unwrap_or((0.0, 0.0));
        assert!((mean - 10_000_000.2).abs() < 4e-9);
        assert!((variance.sqrt() - 0.1).abs() < 1e-8, "{variance}");
    }
}
