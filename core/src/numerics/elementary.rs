//! Elementary functions in the forms that keep their digits: logarithms of sums, differences and ratios.

use super::double_double::two_product;

/// `f64::clamp` without its check of the borders, whose message would bring the printing of numbers into every module.
pub(crate) fn within(value: f64, least: f64, most: f64) -> f64 {
    if value < least {
        least
    } else if value > most {
        most
    } else {
        value
    }
}

/// The cube root of a number that is not negative, rounded as `libm::cbrt` rounds it: the root by logarithms, and one
/// step of Newton whose rest is exact to twice the digits. A fifth of the code of `libm`'s, which carries a fused
/// multiply-add in whole numbers.
pub(crate) fn cube_root(value: f64) -> f64 {
    // Products of three roots keep their rounding errors between these.
    if value > 0.0 && value < 1e-180 {
        return cube_root(value * TWO_TO_THE_300) * TWO_TO_MINUS_100;
    }
    if value > 1e180 && value <= f64::MAX {
        return cube_root(value / TWO_TO_THE_300) / TWO_TO_MINUS_100;
    }
    if !(value > 0.0 && value <= f64::MAX) {
        return value;
    }
    let root = libm::exp(libm::log(value) / 3.0);
    let (square, square_error) = two_product(root, root);
    let (cube, cube_error) = two_product(square, root);
    root + ((value - cube) - cube_error - square_error * root) / (3.0 * square)
}

/// `sqrt(x^2 + y^2)` of numbers that are not NaN, as `libm::hypot` rounds it: from squares with their rounding errors
/// (Dekker 1971), scaled where those would overflow or vanish. With the processor's own square root, which `libm` writes
/// out.
pub(crate) fn hypotenuse(x: f64, y: f64) -> f64 {
    let (x, y) = (x.abs(), y.abs());
    let (large, small) = if x < y { (y, x) } else { (x, y) };
    // Beyond 2^64 times the smaller one only moves the last bit.
    if small == 0.0 || large == f64::INFINITY || small < large / TWO_TO_THE_64 {
        return large + small;
    }
    let scale = if large >= TWO_TO_THE_511 {
        TWO_TO_THE_700
    } else if small < 1.0 / TWO_TO_THE_450 {
        1.0 / TWO_TO_THE_700
    } else {
        1.0
    };
    let (large, large_error) = two_product(large / scale, large / scale);
    let (small, small_error) = two_product(small / scale, small / scale);
    scale * (small_error + large_error + small + large).sqrt()
}

const TWO_TO_THE_64: f64 = f64::from_bits((1023 + 64) << 52);
const TWO_TO_THE_450: f64 = f64::from_bits((1023 + 450) << 52);
const TWO_TO_THE_511: f64 = f64::from_bits((1023 + 511) << 52);
const TWO_TO_THE_700: f64 = f64::from_bits((1023 + 700) << 52);
const TWO_TO_THE_300: f64 = f64::from_bits((1023 + 300) << 52);
const TWO_TO_MINUS_100: f64 = f64::from_bits((1023 - 100) << 52);

/// `2^x`, exact for a whole `x` and elsewhere to 1.5 units of the last place. `libm::exp2` is no closer than one, and carries a
/// table of 4 kB into every module.
pub(crate) fn power_of_two(x: f64) -> f64 {
    // Beyond these there is nothing and no number.
    let x = within(x, -1100.0, 1100.0);
    let whole = x.floor();
    libm::scalbn(libm::exp((x - whole) * std::f64::consts::LN_2), whole as i32)
}

/// `log1p(x) - x`, without the cancellation at small `x`.
///
/// Relative error below 1e-15 for every `x > -1`. Below `|x| = 0.5` by `ln(1 + x) = 2 atanh(x / (2 + x))`, whose first
/// term leaves `-x^2 / (2 + x)` exactly.
///
/// ```
/// let small = ukur::numerics::elementary::log1p_minus(1e-9);
/// assert!((small / (-5e-19 + 1e-27 / 3.0) - 1.0).abs() < 1e-15);
/// ```
pub fn log1p_minus(x: f64) -> f64 {
    /// Coefficients of the rest of the series of the inverse hyperbolic tangent.
    const INVERSE_ODD: [f64; 17] = [
        1.0 / 3.0,
        1.0 / 5.0,
        1.0 / 7.0,
        1.0 / 9.0,
        1.0 / 11.0,
        1.0 / 13.0,
        1.0 / 15.0,
        1.0 / 17.0,
        1.0 / 19.0,
        1.0 / 21.0,
        1.0 / 23.0,
        1.0 / 25.0,
        1.0 / 27.0,
        1.0 / 29.0,
        1.0 / 31.0,
        1.0 / 33.0,
        1.0 / 35.0,
    ];
    if !(-0.5..=0.8).contains(&x) {
        return libm::log1p(x) - x;
    }
    let r = x / (2.0 + x);
    let t = r * r;
    // |r| <= 1/3, so the terms fall by a factor of 9 at least.
    r * (2.0 * t * polynomial(&INVERSE_ODD, t) - x)
}

/// `ln(exp(a) + exp(b))` without overflow. Two `-inf` give `-inf`.
///
/// ```
/// assert!((ukur::numerics::elementary::ln_add_exp(1000.0, 1000.0) - 1000.0 - 2f64.sqrt().ln() * 2.0).abs() < 1e-12);
/// ```
pub fn ln_add_exp(a: f64, b: f64) -> f64 {
    let (high, low) = if a >= b { (a, b) } else { (b, a) };
    if high.is_infinite() || low.is_nan() { high + low } else { high + libm::log1p(libm::exp(low - high)) }
}

/// `ln(exp(a) - exp(b))` for `a >= b`; NaN when `a < b`.
///
/// ```
/// assert!((ukur::numerics::elementary::ln_sub_exp(1000.0, 999.0) - 999.541324854612918).abs() < 1e-12);
/// ```
pub fn ln_sub_exp(a: f64, b: f64) -> f64 {
    if b == f64::NEG_INFINITY {
        return a;
    }
    a + ln_one_minus_exp(b - a)
}

/// `ln(sum of exp(values))` without overflow; an empty slice gives `-inf`.
///
/// The terms are added in the order given.
///
/// ```
/// use ukur::numerics::elementary::ln_sum_exp;
/// assert!((ln_sum_exp(&[-1000.0, -1000.0, -1000.0, -1000.0]) + 998.613705638880109).abs() < 1e-12);
/// assert_eq!(ln_sum_exp(&[]), f64::NEG_INFINITY);
/// ```
pub fn ln_sum_exp(values: &[f64]) -> f64 {
    let highest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if values.iter().any(|v| v.is_nan()) {
        return f64::NAN;
    }
    if highest.is_infinite() {
        return highest;
    }
    highest + libm::log(values.iter().map(|v| libm::exp(v - highest)).sum::<f64>())
}

/// `ln(1 - exp(x))` for `x <= 0`, accurate at both ends (Mächler 2012); NaN for `x > 0`.
///
/// ```
/// assert!((ukur::numerics::elementary::ln_one_minus_exp(-1e-20) + 46.051701859880914).abs() < 1e-13);
/// ```
pub fn ln_one_minus_exp(x: f64) -> f64 {
    if x > -std::f64::consts::LN_2 { libm::log(-libm::expm1(x)) } else { libm::log1p(-libm::exp(x)) }
}

/// `ln(1 + exp(x))` without overflow (softplus).
///
/// ```
/// assert_eq!(ukur::numerics::elementary::ln_one_plus_exp(1000.0), 1000.0);
/// ```
pub fn ln_one_plus_exp(x: f64) -> f64 {
    if x > 0.0 { x + libm::log1p(libm::exp(-x)) } else { libm::log1p(libm::exp(x)) }
}

/// `1 / (1 + exp(-x))`, the probability whose log odds are `x`. Accurate relative to the small side.
///
/// ```
/// use ukur::numerics::elementary::logistic;
/// assert_eq!(logistic(0.0), 0.5);
/// assert!((logistic(-700.0) * 700f64.exp() - 1.0).abs() < 1e-13);
/// ```
pub fn logistic(x: f64) -> f64 {
    if x >= 0.0 {
        1.0 / (1.0 + libm::exp(-x))
    } else {
        let e = libm::exp(x);
        e / (1.0 + e)
    }
}

/// `(exp(c x) - 1) / c`, and its limit `x` at `c = 0`.
///
/// The Box-Cox form that removes the singularities of the purchase models at `a = 1`, `s = 1`: with
/// `x = ln y` it is `(y^c - 1) / c`.
///
/// ```
/// use ukur::numerics::elementary::expm1_over;
/// assert_eq!(expm1_over(0.0, 3.0), 3.0);
/// assert!((expm1_over(1e-20, 3.0) - 3.0).abs() < 1e-15);
/// ```
pub fn expm1_over(c: f64, x: f64) -> f64 {
    // Below 1e-17 the next term, c x^2 / 2, is smaller than the last bit of x.
    let product = c * x;
    if product.abs() < 1e-17 { x } else { libm::expm1(product) / c }
}

/// Takes off what rounding leaves above a limit; NaN stays NaN, which `f64::min` would hide.
#[inline]
pub(crate) fn not_above(limit: f64, x: f64) -> f64 {
    if x > limit { limit } else { x }
}

/// The polynomial with these coefficients, lowest first, by Horner's rule.
#[inline]
pub(crate) fn polynomial(coefficients: &[f64], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, &c| sum * x + c)
}

/// `(P(q) - P(p)) / (q - p)` for the polynomial P with these coefficients, lowest first: no cancellation, and the
/// derivative at `p = q`.
#[inline]
pub(crate) fn polynomial_divided_difference(coefficients: &[f64], p: f64, q: f64) -> f64 {
    let mut value = 0.0;
    let mut difference = 0.0;
    for &c in coefficients.iter().rev() {
        difference = difference * q + value;
        value = value * p + c;
    }
    difference
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logarithm_of_a_sum_keeps_infinities_in_order() {
        assert_eq!(ln_add_exp(f64::NEG_INFINITY, f64::NEG_INFINITY), f64::NEG_INFINITY);
        assert_eq!(ln_add_exp(f64::NEG_INFINITY, 2.0), 2.0);
        assert_eq!(ln_add_exp(f64::INFINITY, 2.0), f64::INFINITY);
        assert!(ln_add_exp(f64::NAN, 2.0).is_nan() && ln_add_exp(2.0, f64::NAN).is_nan());
        assert_eq!(ln_sub_exp(3.0, f64::NEG_INFINITY), 3.0);
        assert_eq!(ln_sub_exp(3.0, 3.0), f64::NEG_INFINITY);
    }

    #[test]
    fn log1p_minus_is_continuous_where_the_method_changes() {
        for edge in [-0.5f64, 0.8] {
            let direct = libm::log1p(edge) - edge;
            assert!((log1p_minus(edge) / direct - 1.0).abs() < 3e-15);
        }
    }

    #[test]
    fn powers_of_two_are_those_of_libm() {
        for whole in -1074..1024 {
            assert_eq!(power_of_two(f64::from(whole)), libm::exp2(f64::from(whole)), "{whole}");
        }
        for step in -70_000..70_000 {
            let x = f64::from(step) / 70.1;
            let (got, want) = (power_of_two(x), libm::exp2(x));
            assert!((got - want).abs() <= 3e-16 * want, "{x}: {got:e}, not {want:e}");
        }
        assert_eq!(
            [-1e308, f64::NEG_INFINITY, -1080.0, 1e308].map(power_of_two),
            [0.0, 0.0, 0.0, f64::INFINITY]
        );
        assert!(power_of_two(f64::NAN).is_nan());
    }

    #[test]
    fn the_cube_root_is_that_of_libm() {
        for value in [0.0, 5e-324, 1e-310, f64::MIN_POSITIVE, 1e-180, 1.0, 8.0, 12.5, 1e180, 1e300, f64::MAX]
        {
            assert_eq!(cube_root(value), libm::cbrt(value), "{value:e}");
        }
        let mut state = 1_u64;
        for _ in 0..20_000 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let value = f64::from_bits(state >> 1);
            if value.is_finite() {
                assert_eq!(cube_root(value), libm::cbrt(value), "{value:e}");
            }
            let index = (state >> 40) as f64 / 1000.0;
            assert_eq!(cube_root(index), libm::cbrt(index), "{index}");
        }
    }

    #[test]
    fn the_hypotenuse_is_that_of_libm() {
        let edges =
            [0.0, 5e-324, 1e-310, 1e-140, 1e-120, 1.0, 3.0, 4e19, 1e150, 1e153, 1e160, 1e300, f64::INFINITY];
        for x in edges {
            for y in edges {
                for (x, y) in [(x, y), (-x, y), (x * 1.7, y * 0.3)] {
                    assert_eq!(hypotenuse(x, y).to_bits(), libm::hypot(x, y).to_bits(), "{x:e} {y:e}");
                }
            }
        }
        let mut state = 1_u64;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            state
        };
        for _ in 0..20_000 {
            let (x, far) = (f64::from_bits(next() >> 2), f64::from_bits(next() >> 2));
            let near = (next() >> 11) as f64 / 9e15;
            for y in [far, x * near, x * near * 1e-9] {
                assert_eq!(hypotenuse(x, y).to_bits(), libm::hypot(x, y).to_bits(), "{x:e} {y:e}");
            }
        }
    }

    #[test]
    fn divided_difference_is_the_derivative_at_equal_points() {
        let cubic = [1.0, -2.0, 0.5, 3.0];
        assert!((polynomial_divided_difference(&cubic, 2.0, 2.0) - (-2.0 + 2.0 + 36.0)).abs() < 1e-14);
        let slope = (polynomial(&cubic, 3.0) - polynomial(&cubic, 2.0)) / 1.0;
        assert!((polynomial_divided_difference(&cubic, 2.0, 3.0) - slope).abs() < 1e-13);
    }
}
