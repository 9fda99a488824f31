//! Error-free transformations: a sum or a product of two numbers as a rounded number and its rounding error.
//!
//! Sources: Knuth (two-sum), Dekker 1971 and Veltkamp (product by splitting). No fused multiply-add, so the same bits on
//! every machine.

/// `a + b` as the rounded sum and its exact error.
#[inline]
pub(super) fn two_sum(a: f64, b: f64) -> (f64, f64) {
    let sum = a + b;
    let b_part = sum - a;
    let error = (a - (sum - b_part)) + (b - b_part);
    (sum, error)
}

/// `a * b` as the rounded product and its exact error, while `a`, `b` and the product stay between about 1e-290 and
/// 1e290.
#[inline]
pub(in crate::numerics) fn two_product(a: f64, b: f64) -> (f64, f64) {
    let product = a * b;
    let (a_high, a_low) = split(a);
    let (b_high, b_low) = split(b);
    let error = ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low;
    (product, error)
}

/// The upper 26 bits of a number and the rest.
#[inline]
fn split(a: f64) -> (f64, f64) {
    // 2^27 + 1.
    let scaled = 134_217_729.0 * a;
    let high = scaled - (scaled - a);
    (high, a - high)
}

/// `c - (a + b) * x` with one rounding of the result in effect, also where it nearly cancels.
#[inline]
pub(super) fn sum_times_minus(c: f64, a: f64, b: f64, x: f64) -> f64 {
    let (sum, sum_error) = two_sum(a, b);
    if !(sum < 1e280 && x < 1e10) {
        return c - sum * x;
    }
    let (product, product_error) = two_product(sum, x);
    let (difference, difference_error) = two_sum(c, -product);
    difference + (difference_error - product_error - sum_error * x)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_errors_are_exact() {
        assert_eq!(two_sum(1e16, 1.0), (1e16, 1.0));
        let a = 1.0 + f64::EPSILON;
        assert_eq!(two_product(a, a), (1.0 + 2.0 * f64::EPSILON, f64::EPSILON * f64::EPSILON));
        // 1 - (1/3 as stored) * 3 = 2^-54.
        assert_eq!(sum_times_minus(1.0, 1.0, 2.0, 1.0 / 3.0), 0.5 * f64::EPSILON * 0.5);
    }
}
