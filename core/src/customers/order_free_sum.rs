//! Sums that do not depend on the order of their terms.
//!
//! Every term is cut to a whole multiple of one quantum, 93 binary places below the largest term, and the
//! multiples are added as 128-bit whole numbers. Four thousand million terms fit; what is cut off is far below the
//! last place of the result, and the same whatever the order.

/// The quantum that suits terms up to a largest one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Quantum {
    /// Binary exponent of the quantum.
    exponent: i32,
}

impl Quantum {
    /// The quantum for terms whose absolute value is at most `largest` (finite).
    pub(super) fn for_terms_up_to(largest: f64) -> Self {
        Self { exponent: exponent_of(largest) - 93 }
    }

    /// A term as a whole multiple of the quantum.
    pub(super) fn units(self, term: f64) -> i128 {
        let bits = term.to_bits();
        let fraction = bits & ((1 << 52) - 1);
        let mantissa = if term.is_normal() { fraction | (1 << 52) } else { fraction };
        let shift = exponent_of(term) - 52 - self.exponent;
        let size = i128::from(mantissa);
        let units = match shift {
            0..=73 => size << shift,
            -127..=-1 => size >> -shift,
            _ => 0,
        };
        if term < 0.0 { -units } else { units }
    }

    /// A sum of multiples as a number, rounded once.
    pub(super) fn value(self, units: i128) -> f64 {
        libm::ldexp(units as f64, self.exponent)
    }
}

/// The exponent e of a number m * 2^e with 1 <= |m| < 2; that of the smallest normal number below it.
fn exponent_of(value: f64) -> i32 {
    let biased = ((value.to_bits() >> 52) & 0x7ff) as i32;
    biased.max(1) - 1023
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(terms: &[f64]) -> f64 {
        let quantum = Quantum::for_terms_up_to(terms.iter().fold(0.0, |a, b| f64::max(a, b.abs())));
        quantum.value(terms.iter().map(|term| quantum.units(*term)).sum())
    }

    #[test]
    fn sums_are_rounded_once() {
        assert_eq!(sum(&[0.1; 10]), 1.0);
        assert_eq!(sum(&[1e16, 1.0, -1e16]), 1.0);
        assert_eq!(sum(&[1e16, 1.0, 1.0, -1e16, 0.25]), 2.25);
        assert_eq!(sum(&[0.0, -0.0]), 0.0);
        assert_eq!(sum(&[]), 0.0);
        assert_eq!(sum(&[5e-324, 5e-324]), 1e-323);
        assert_eq!(sum(&[f64::MAX, f64::MAX, -f64::MAX]), f64::MAX);
        assert_eq!(sum(&[f64::MAX, 1.0]), f64::MAX);
        assert_eq!(sum(&[-3.5, 1.25]), -2.25);
    }

    #[test]
    fn a_thousand_orders_give_one_sum() {
        let mut state = 3u64;
        let mut next = || {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            state >> 11
        };
        let mut terms: Vec<f64> =
            (0..500).map(|_| (next() as f64 - 4e15) * libm::ldexp(1.0, (next() % 60) as i32 - 80)).collect();
        let expected = sum(&terms);
        for _ in 0..1000 {
            let (a, b) = ((next() % 500) as usize, (next() % 500) as usize);
            terms.swap(a, b);
            assert_eq!(sum(&terms).to_bits(), expected.to_bits());
        }
    }
}
