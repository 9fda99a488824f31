//! Gauss's hypergeometric function 2F1 for real parameters and `0 <= z < 1`, where every customer-base model needs it.
//!
//! For positive parameters all terms of the series are positive, so nothing cancels. Up to `z = 0.9` the series is
//! summed as it is; above, it is continued from a smaller `z` towards 1 by Taylor steps of the hypergeometric equation
//! (DLMF 15.10.1), each at most halving the distance to 1. Unlike the connection formula in `1 - z` this has no
//! singularity where `c - a - b` is a whole number.

use super::dual::Dual;
use std::ops::{Add, Div, Mul};

/// Above this `z` the function is continued by Taylor steps.
const SERIES_UP_TO: f64 = 0.9;

/// Terms after which a series is given up: parameters of many thousands.
const MOST_TERMS: f64 = 1e6;

/// Steps after which the continuation is given up: a `c` of a million.
const MOST_STEPS: usize = 100_000;

/// Whether the series is summed as it is. Its terms fall like `n^(a + b - c - 1) z^n`: fast at any `z` when `c` exceeds
/// `a + b` by this much, and then the Taylor steps would carry along a second solution that swamps the first.
fn converges_soon(a: f64, b: f64, c: f64, z: f64) -> bool {
    z <= SERIES_UP_TO || c - a - b >= 8.0
}

/// Where sums are scaled down, and by how much.
const LARGE: f64 = 1e200;
const LN_LARGE: f64 = 460.517_018_598_809_14;

/// What the continuation computes with: numbers, and numbers with derivatives.
trait Number:
    Copy
    + Add<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Add<f64, Output = Self>
    + Mul<f64, Output = Self>
{
    /// The share of the sum below which terms are dropped; smaller where derivatives fall off later.
    const NEGLIGIBLE: f64;

    fn constant(value: f64) -> Self;
    fn value(&self) -> f64;
}

impl Number for f64 {
    const NEGLIGIBLE: f64 = 1e-17;

    fn constant(value: f64) -> Self {
        value
    }

    fn value(&self) -> f64 {
        *self
    }
}

impl<const N: usize> Number for Dual<N> {
    const NEGLIGIBLE: f64 = 1e-23;

    fn constant(value: f64) -> Self {
        Self::constant(value)
    }

    fn value(&self) -> f64 {
        self.value
    }
}

/// `ln 2F1(a, b; c; z)` for positive `a`, `b`, `c` and `0 <= z < 1`; finite where the function itself overflows. At
/// `z = 1` it is finite for `c > a + b` (Gauss) and infinite otherwise. Error below 1e-13 up to parameters of a
/// thousand; NaN outside the domain, or past a million terms.
///
/// ```
/// use ukur::numerics::hypergeometric::ln_hypergeometric;
/// // 2F1(1, 1; 2; z) = -ln(1 - z) / z
/// let z = 0.999f64;
/// assert!((ln_hypergeometric(1.0, 1.0, 2.0, z) - (-(1.0 - z).ln() / z).ln()).abs() < 1e-14);
/// ```
pub fn ln_hypergeometric(a: f64, b: f64, c: f64, z: f64) -> f64 {
    let finite = a < f64::INFINITY && b < f64::INFINITY && c < f64::INFINITY;
    if !(a > 0.0 && b > 0.0 && c > 0.0 && finite && (0.0..=1.0).contains(&z)) {
        return f64::NAN;
    }
    if z == 1.0 {
        return at_one(a, b, c);
    }
    let (sum, ln_scale) =
        if converges_soon(a, b, c, z) { series(a, b, c, z) } else { continuation(a, b, c, z) };
    libm::log(sum) + ln_scale
}

/// `2F1(a, b; c; z)` for real `a` and `b`, positive `c` and `0 <= z < 1`. With negative `a` or `b` the terms have both
/// signs and the error is relative to the largest of them.
///
/// ```
/// use ukur::numerics::hypergeometric::hypergeometric;
/// // (1 - z)^2 as 2F1(-2, 3; 3; z)
/// assert!((hypergeometric(-2.0, 3.0, 3.0, 0.25) - 0.5625).abs() < 1e-15);
/// ```
pub fn hypergeometric(a: f64, b: f64, c: f64, z: f64) -> f64 {
    if !(a.is_finite() && b.is_finite() && c > 0.0 && c < f64::INFINITY && (0.0..1.0).contains(&z)) {
        return f64::NAN;
    }
    let (sum, ln_scale) =
        if converges_soon(a, b, c, z) { series(a, b, c, z) } else { continuation(a, b, c, z) };
    if ln_scale == 0.0 { sum } else { sum * libm::exp(ln_scale) }
}

/// `ln 2F1(1, b; c; z)` for positive `b` and `c` and `0 <= z < 1`; see [`ln_hypergeometric`].
///
/// ```
/// use ukur::numerics::hypergeometric::ln_hypergeometric_one;
/// // 2F1(1, b; b; z) = 1 / (1 - z)
/// assert!((ln_hypergeometric_one(3.5, 3.5, 0.5) - 2f64.ln()).abs() < 1e-15);
/// ```
pub fn ln_hypergeometric_one(b: f64, c: f64, z: f64) -> f64 {
    ln_hypergeometric(1.0, b, c, z)
}

/// `ln 2F1(1, b; c; z)` with its first and second derivatives in the order `b`, `c`, `z`: what the Pareto/NBD
/// likelihood needs, since both of its terms have this form after Euler's transformation.
///
/// All sums are of positive terms. The error of the derivatives is below 1e-12 relative to the largest of their row.
///
/// ```
/// use ukur::numerics::hypergeometric::ln_hypergeometric_one_derivatives;
/// // ln 2F1(1, 2; 2; z) = -ln(1 - z): first derivative 2, second 4 at z = 1/2.
/// let all = ln_hypergeometric_one_derivatives(2.0, 2.0, 0.5);
/// assert!((all.value - 2f64.ln()).abs() < 1e-15);
/// assert!((all.gradient[2] - 2.0).abs() < 1e-14 && (all.hessian[2][2] - 4.0).abs() < 1e-13);
/// ```
pub fn ln_hypergeometric_one_derivatives(b: f64, c: f64, z: f64) -> Dual<3> {
    let finite = b < f64::INFINITY && c < f64::INFINITY;
    if !(b > 0.0 && c > 0.0 && finite && (0.0..1.0).contains(&z)) {
        return Dual::constant(f64::NAN);
    }
    if !converges_soon(1.0, b, c, z) {
        let [b, c, z] = Dual::variables([b, c, z]);
        let (sum, ln_scale) = continuation(Dual::constant(1.0), b, c, z);
        return sum.ln() + ln_scale;
    }
    series_with_derivatives(b, c, z).ln()
}

/// Gauss's value at `z = 1`.
fn at_one(a: f64, b: f64, c: f64) -> f64 {
    use super::gamma::{ln_gamma, ln_gamma_difference};
    if c <= a + b {
        return f64::INFINITY;
    }
    // Gamma(c) Gamma(c - a - b) / (Gamma(c - a) Gamma(c - b))
    let (low, high) = if a <= b { (a, b) } else { (b, a) };
    ln_gamma_difference(c - low, low) - (ln_gamma(c - high) - ln_gamma(c - a - b))
}

/// The series, and the logarithm of the factor taken out of it.
fn series<T: Number>(a: T, b: T, c: T, z: T) -> (T, f64) {
    let mut term = T::constant(1.0);
    let mut sum = term;
    let mut ln_scale = 0.0;
    let mut n = 0.0;
    while n < MOST_TERMS {
        term = term * ((a + n) * (b + n) * z / ((c + n) * (n + 1.0)));
        sum = sum + term;
        n += 1.0;
        // Small and past the largest term.
        if term.value().abs() <= T::NEGLIGIBLE * sum.value().abs()
            && falls(a.value(), b.value(), c.value(), z.value(), n)
        {
            return (sum, ln_scale);
        }
        if term.value().abs() > LARGE {
            term = term * (1.0 / LARGE);
            sum = sum * (1.0 / LARGE);
            ln_scale += LN_LARGE;
        }
    }
    (T::constant(f64::NAN), 0.0)
}

/// Whether the terms of the series shrink from `n` on.
fn falls(a: f64, b: f64, c: f64, z: f64, n: f64) -> bool {
    ((a + n) * (b + n) * z).abs() <= (c + n) * (n + 1.0)
}

/// The function at `z > 0.9` by Taylor steps from a smaller one, and the logarithm of the factor taken out of it.
///
/// Rounding excites the second solution at 0, which behaves like `z^(1 - c)`. It dies out from step to step, but inside
/// one its Taylor terms alternate and are up to `(1 - step/at)^-c` times as large as their sum: hence the shorter steps
/// where `c` is large, and the later start.
fn continuation<T: Number>(a: T, b: T, c: T, z: T) -> (T, f64) {
    let mut at = if c.value() > 16.0 { SERIES_UP_TO } else { 0.5 };
    let (mut value, mut ln_scale) = series(a, b, c, T::constant(at));
    let (slope, slope_scale) = series(a + 1.0, b + 1.0, c + 1.0, T::constant(at));
    let mut slope = a * b / c * slope * libm::exp(slope_scale - ln_scale);
    // The distance to 1 halves, so a double is reached after 53 steps and those that a large `c` asks for.
    for _ in 0..MOST_STEPS {
        // What the sum of the two rounds to, less `at`: a step that ended beside its double would, near 1, miss the
        // distance to 1 by far more than a rounding.
        let step = (at + (0.5 * (1.0 - at)).min(4.0 * at / c.value())) - at;
        let is_last = z.value() - at <= step;
        if is_last {
            return (taylor_step(a, b, c, at, z + -at, value, slope).0, ln_scale);
        }
        let (next, next_slope_times_step) = taylor_step(a, b, c, at, T::constant(step), value, slope);
        (value, slope) = (next, next_slope_times_step * (1.0 / step));
        at += step;
        if slope.value().abs() > LARGE || value.value().abs() > LARGE {
            value = value * (1.0 / LARGE);
            slope = slope * (1.0 / LARGE);
            ln_scale += LN_LARGE;
        }
    }
    (T::constant(f64::NAN), 0.0)
}

/// The solution of the hypergeometric equation one step away from where it and its slope are known, and the slope there
/// times the step.
fn taylor_step<T: Number>(a: T, b: T, c: T, at: f64, step: T, value: T, slope: T) -> (T, T) {
    let middle = (a + b + 1.0) * at + c * -1.0;
    let once = step * (1.0 / (at * (1.0 - at)));
    let twice = once * step;
    // The terms themselves, coefficient times power of the step: close to 1 the coefficients alone would overflow.
    let (mut before, mut last) = (value, slope * step);
    let mut sum = before + last;
    let mut slope_sum = last;
    let mut n = 0.0;
    while n < MOST_TERMS {
        let rise = (middle + (2.0 * at - 1.0) * n) * once * last * (n + 1.0);
        let next = (rise + (a + n) * (b + n) * twice * before) * (1.0 / ((n + 1.0) * (n + 2.0)));
        (before, last) = (last, next);
        let slope_term = next * (n + 2.0);
        sum = sum + next;
        slope_sum = slope_sum + slope_term;
        n += 1.0;
        let small = next.value().abs() <= T::NEGLIGIBLE * sum.value().abs()
            && slope_term.value().abs() <= T::NEGLIGIBLE * slope_sum.value().abs();
        if small && n > 4.0 {
            return (sum, slope_sum);
        }
    }
    (T::constant(f64::NAN), T::constant(f64::NAN))
}

/// `2F1(1, b; c; z)` for `z` up to 0.9 with its derivatives, summed together.
///
/// The term `t_n = (b)_n z^n / (c)_n` has the logarithmic derivatives `u = sum 1/(b + i)`, `-k = -sum 1/(c + i)` and
/// `n / z`.
fn series_with_derivatives(b: f64, c: f64, z: f64) -> Dual<3> {
    // Far below the first digit that could matter, and its square is still a number.
    let z = z.max(1e-100);
    let mut term = 1.0;
    let (mut u, mut u2, mut k, mut k2) = (0.0, 0.0, 0.0, 0.0);
    let mut f = 1.0;
    let (mut fb, mut fc, mut fz) = (0.0, 0.0, 0.0);
    let (mut fbb, mut fcc, mut fzz, mut fbc, mut fbz, mut fcz) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    let mut n = 0.0;
    while n < MOST_TERMS {
        let up = 1.0 / (b + n);
        let down = 1.0 / (c + n);
        u += up;
        u2 += up * up;
        k += down;
        k2 += down * down;
        term *= (b + n) * down * z;
        n += 1.0;
        f += term;
        fb += term * u;
        fc += term * k;
        let by_z = term * n;
        fz += by_z;
        fbb += term * (u * u - u2);
        fcc += term * (k * k + k2);
        let curve = by_z * (n - 1.0);
        fzz += curve;
        fbc += term * u * k;
        fbz += by_z * u;
        fcz += by_z * k;
        // The first term has no curve in z, so it cannot end the sum.
        if curve <= 1e-17 * fzz && n > 1.0 {
            break;
        }
    }
    let (fz, fbz, fcz, fzz) = (fz / z, fbz / z, fcz / z, fzz / z / z);
    Dual {
        value: f,
        gradient: [fb, -fc, fz],
        hessian: [[fbb, -fbc, fbz], [-fbc, fcc, -fcz], [fbz, -fcz, fzz]],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where the second solution at 0 falls steeply (customers with hundreds of purchases): mpmath at 40 digits.
    #[test]
    fn large_parameters_close_to_one() {
        for (b, want) in [
            (10.0, 4.459_304_209_714_85),
            (100.0, 5.702_983_581_031_03),
            (500.0, 6.337_800_753_196_96),
            (1001.0, 6.531_041_563_484_96),
            (5001.0, 6.793_772_913_183_37),
        ] {
            let got = ln_hypergeometric_one(b, b + 0.7, 0.999);
            assert!((got - want).abs() < 2e-13, "{b}: {got} {want}");
            let dual = ln_hypergeometric_one_derivatives(b, b + 0.7, 0.999);
            assert!((dual.value - want).abs() < 2e-13, "{b}: {dual:?}");
        }
    }
}
