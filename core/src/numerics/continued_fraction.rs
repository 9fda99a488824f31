//! Continued fractions from the front.

/// `1 / (first + a_1 / (b_1 + a_2 / (b_2 + ...)))` with `parts(i) = (a_i, b_i)`, `i = 1, 2, ...`, by Steed's method: the
/// convergents are summed by their differences, so that rounding does not build up as in a running product. For
/// fractions whose denominators stay positive. Stops after `most` parts.
#[inline]
pub(super) fn reciprocal_fraction(first: f64, most: u32, parts: impl Fn(f64) -> (f64, f64)) -> f64 {
    let mut inverse = 1.0 / first;
    let mut step = inverse;
    let mut value = inverse;
    let mut i = 1.0;
    for _ in 0..most {
        let (a, b) = parts(i);
        let before = inverse;
        inverse = 1.0 / (b + a * before);
        step *= -a * before * inverse;
        value += step;
        if step.abs() <= 1e-17 * value.abs() {
            break;
        }
        i += 1.0;
    }
    value
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_golden_ratio() {
        let value = super::reciprocal_fraction(1.0, 100, |_| (1.0, 1.0));
        assert!((value - 0.618_033_988_749_894_8).abs() < 1e-15);
    }
}
