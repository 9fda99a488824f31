//! The regularised incomplete gamma functions P and Q, both tails accurate relative to their own size.
//!
//! Methods: the power series and Legendre's continued fraction (DLMF 8.11, 8.9); where one tail is close to one, the
//! other comes from its own formula and not from a difference. From `a = 100` on the tail is one Gauss-Legendre rule on
//! the integrand seen from its edge, `Q = x^a exp(-x) / Gamma(a) * integral of exp(-(x - a) v - x (exp(v) - 1 - v))`,
//! which needs no region near the mean of its own. The factor in front uses Stirling's correction and the deviance, so
//! nothing large cancels in it (Loader 2000; Temme 1994).

use super::continued_fraction::reciprocal_fraction;
use super::double_double::two_sum;
use super::elementary::{ln_one_minus_exp, log1p_minus, not_above, polynomial};
use super::gamma::{ln_gamma_1p, stirling_correction};
use super::quadrature::gauss_legendre_32;

/// A probability as `factor * exp(exponent)`, and the tail it belongs to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ScaledTail {
    /// Mantissa, of moderate size.
    pub(crate) factor: f64,
    /// Exponent.
    pub(crate) exponent: f64,
    /// True when this is the lower tail.
    pub(crate) is_lower: bool,
}

impl ScaledTail {
    /// A tail that is exactly zero.
    pub(crate) fn zero(is_lower: bool) -> Self {
        Self { factor: 0.0, exponent: 0.0, is_lower }
    }

    /// The same number, of the other tail.
    pub(crate) fn mirrored(self) -> Self {
        Self { is_lower: !self.is_lower, ..self }
    }

    fn own(self) -> f64 {
        not_above(1.0, self.factor * libm::exp(self.exponent))
    }

    fn ln_own(self) -> f64 {
        if self.factor == 0.0 {
            f64::NEG_INFINITY
        } else {
            not_above(0.0, self.exponent + libm::log(self.factor))
        }
    }

    /// The lower or the upper tail as a number.
    pub(crate) fn value(self, lower: bool) -> f64 {
        if lower == self.is_lower {
            self.own()
        } else if self.exponent > -0.5 && self.factor == 1.0 {
            // A tail that is the exponential of something small: its complement without a difference.
            -libm::expm1(not_above(0.0, self.exponent))
        } else {
            1.0 - self.own()
        }
    }

    /// The logarithm of the lower or the upper tail.
    pub(crate) fn ln_value(self, lower: bool) -> f64 {
        if lower == self.is_lower {
            self.ln_own()
        } else if self.factor == 1.0 {
            ln_one_minus_exp(not_above(0.0, self.exponent))
        } else {
            libm::log1p(-self.own())
        }
    }
}

/// `P(a, x)`, the lower tail of the gamma distribution with shape `a > 0` and rate one at `x >= 0`.
///
/// ```
/// let p = ukur::numerics::incomplete_gamma::gamma_lower(1.0, 2.0);
/// assert!((p - (1.0 - (-2f64).exp())).abs() < 1e-15);
/// ```
pub fn gamma_lower(a: f64, x: f64) -> f64 {
    gamma_tail(a, x).map_or(f64::NAN, |tail| tail.value(true))
}

/// `Q(a, x) = 1 - P(a, x)`, the upper tail.
///
/// ```
/// let q = ukur::numerics::incomplete_gamma::gamma_upper(1.0, 700.0);
/// assert!((q / (-700f64).exp() - 1.0).abs() < 1e-12);
/// ```
pub fn gamma_upper(a: f64, x: f64) -> f64 {
    gamma_tail(a, x).map_or(f64::NAN, |tail| tail.value(false))
}

/// `ln P(a, x)`; finite far below the smallest double.
///
/// ```
/// let p = ukur::numerics::incomplete_gamma::ln_gamma_lower(1000.0, 1e-3);
/// assert!((p + 12819.9).abs() < 0.1);
/// ```
pub fn ln_gamma_lower(a: f64, x: f64) -> f64 {
    gamma_tail(a, x).map_or(f64::NAN, |tail| tail.ln_value(true))
}

/// `ln Q(a, x)`; finite far below the smallest double.
///
/// ```
/// assert!((ukur::numerics::incomplete_gamma::ln_gamma_upper(1.0, 1e6) + 1e6).abs() < 1e-8);
/// ```
pub fn ln_gamma_upper(a: f64, x: f64) -> f64 {
    gamma_tail(a, x).map_or(f64::NAN, |tail| tail.ln_value(false))
}

/// The smaller tail, or the one that a formula gives directly. `None` outside the domain.
fn gamma_tail(a: f64, x: f64) -> Option<ScaledTail> {
    if !(a > 0.0 && a < f64::INFINITY && x >= 0.0) {
        return None;
    }
    if x == 0.0 || x == f64::INFINITY {
        return Some(ScaledTail::zero(x == 0.0));
    }
    if a < 1.0 && x < 1.1 {
        return Some(small_shape(a, x));
    }
    let is_lower = x < a;
    // x^a exp(-x) / Gamma(a + 1)
    let (front, exponent) = gamma_density_parts(a, x);
    let factor = if a >= 100.0 {
        front * a * edge_integral(a, x, is_lower)
    } else if is_lower {
        front * power_series(a, x)
    } else {
        front * a * legendre_fraction(a, x)
    };
    Some(ScaledTail { factor, exponent, is_lower })
}

/// `x^a exp(-x) / Gamma(a + 1)` as factor and exponent. `-exponent` is the Poisson deviance when `a >= 1`.
pub(crate) fn gamma_density_parts(a: f64, x: f64) -> (f64, f64) {
    if a < 1.0 {
        return (1.0, a * libm::log(x) - x - ln_gamma_1p(a));
    }
    let front = 1.0 / (2.0 * std::f64::consts::PI * a).sqrt();
    (front, -deviance(a, x) - stirling_correction(a))
}

/// `a ln(a / x) + x - a >= 0`, accurate where `x` is close to `a` (Loader's `bd0`).
pub(crate) fn deviance(a: f64, x: f64) -> f64 {
    if x > 0.5 * a && x < 1.8 * a {
        // (x - a) / a with the rounding of the difference restored.
        let (difference, error) = two_sum(x, -a);
        -a * log1p_minus((difference + error) / a)
    } else if a == 0.0 {
        x
    } else {
        a * libm::log(a / x) + (x - a)
    }
}

/// Both tails for `a < 1`, `x < 1.1`: `P = exp(l)`, `l` small where P is close to one.
fn small_shape(a: f64, x: f64) -> ScaledTail {
    // P = x^a / Gamma(a + 1) * (1 + a * sum of (-x)^n / ((a + n) n!))
    let mut term = 1.0;
    let mut sum = 0.0;
    let mut n = 1.0;
    while n < 30.0 {
        term *= -x / n;
        let piece = term / (a + n);
        sum += piece;
        if piece.abs() < 1e-17 * f64::abs(sum) {
            break;
        }
        n += 1.0;
    }
    let exponent = a * libm::log(x) - ln_gamma_1p(a) + libm::log1p(a * sum);
    ScaledTail { factor: 1.0, exponent, is_lower: true }
}

/// `1 + x/(a+1) + x^2/((a+1)(a+2)) + ...` for `x < a < 100`.
fn power_series(a: f64, x: f64) -> f64 {
    let mut sum = 1.0;
    let mut term = 1.0;
    let mut denominator = a;
    for _ in 0..1000 {
        denominator += 1.0;
        term *= x / denominator;
        sum += term;
        if term < 1e-17 * sum {
            break;
        }
    }
    sum
}

/// `1 / (x + 1 - a - 1 (1 - a) / (x + 3 - a - ...))` for `x >= a`.
fn legendre_fraction(a: f64, x: f64) -> f64 {
    let first = x + 1.0 - a;
    reciprocal_fraction(first, 2000, |i| (i * (a - i), first + 2.0 * i))
}

/// The exponent below which the rest of an integrand is dropped: `exp(-38)` is 3e-17.
pub(crate) const NEGLIGIBLE: f64 = 38.0;

/// The integral of `exp(-c v - x (exp(s v) - 1 - s v))` over `v > 0`, with `c = |x - a|` and `s = -1` for the lower tail.
fn edge_integral(a: f64, x: f64, is_lower: bool) -> f64 {
    let sign = if is_lower { -1.0 } else { 1.0 };
    let (difference, error) = two_sum(x, -a);
    let slope = (difference + error).abs();
    let exponent = |v: f64| slope * v + x * expm1_minus(sign * v);
    let derivative = |v: f64| slope + x * sign * libm::expm1(sign * v);
    let end = edge_of_integrand(slope, x, exponent, derivative);
    gauss_legendre_32(0.0, end, |v| libm::exp(-exponent(v)))
}

/// Where a convex exponent with this slope and curvature at zero reaches [`NEGLIGIBLE`]: three Newton steps.
pub(crate) fn edge_of_integrand(
    slope: f64,
    curvature: f64,
    exponent: impl Fn(f64) -> f64,
    derivative: impl Fn(f64) -> f64,
) -> f64 {
    let mut end = 2.0 * NEGLIGIBLE / (slope + (slope * slope + 2.0 * curvature * NEGLIGIBLE).sqrt());
    for _ in 0..3 {
        end += (NEGLIGIBLE - exponent(end)) / derivative(end);
    }
    end
}

/// `exp(x) - 1 - x` without cancellation.
pub(crate) fn expm1_minus(x: f64) -> f64 {
    /// `2 / (n + 2)!`
    const COEFFICIENTS: [f64; 16] = [
        1.0,
        1.0 / 3.0,
        1.0 / 12.0,
        1.0 / 60.0,
        1.0 / 360.0,
        1.0 / 2520.0,
        1.0 / 20160.0,
        1.0 / 181440.0,
        1.0 / 1814400.0,
        1.0 / 19958400.0,
        1.0 / 239500800.0,
        1.0 / 3113510400.0,
        1.0 / 43589145600.0,
        1.0 / 653837184000.0,
        1.0 / 10461394944000.0,
        1.0 / 177843714048000.0,
    ];
    if x.abs() < 1.0 { 0.5 * x * x * polynomial(&COEFFICIENTS, x) } else { libm::expm1(x) - x }
}
