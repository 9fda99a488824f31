//! The regularised incomplete beta function, both tails accurate relative to their own size.
//!
//! Methods: the contracted continued fraction of Didonato and Morris (1992, ACM Transactions on Mathematical Software
//! 18:360); a power series where one parameter is below one; and where the distribution is narrow one Gauss-Legendre rule
//! on the integrand seen from its edge in the log odds, which needs no formula of its own near the mean. The factor in
//! front uses Stirling's corrections and deviances about `a - (a + b) x`, formed without rounding.

use super::continued_fraction::reciprocal_fraction;
use super::double_double::sum_times_minus;
use super::elementary::log1p_minus;
use super::gamma::{ln_gamma_1p, ln_gamma_difference, stirling_correction};
use super::incomplete_gamma::{ScaledTail, edge_of_integrand, expm1_minus};
use super::quadrature::gauss_legendre_32;

/// `I_x(a, b)`, the lower tail of the beta distribution, for positive `a` and `b` and `0 <= x <= 1`.
///
/// ```
/// let i = ukur::numerics::incomplete_beta::beta_lower(2.0, 3.0, 0.4);
/// assert!((i - 0.5248).abs() < 1e-15);
/// ```
pub fn beta_lower(a: f64, b: f64, x: f64) -> f64 {
    beta_tail(a, b, x, 1.0 - x).map_or(f64::NAN, |tail| tail.value(true))
}

/// `1 - I_x(a, b)`, the upper tail.
///
/// ```
/// let i = ukur::numerics::incomplete_beta::beta_upper(2.0, 3.0, 0.4);
/// assert!((i - 0.4752).abs() < 1e-15);
/// ```
pub fn beta_upper(a: f64, b: f64, x: f64) -> f64 {
    beta_tail(a, b, x, 1.0 - x).map_or(f64::NAN, |tail| tail.value(false))
}

/// `ln I_x(a, b)`; finite far below the smallest double.
///
/// ```
/// let i = ukur::numerics::incomplete_beta::ln_beta_lower(1000.0, 1.0, 0.01);
/// assert!((i - 1000.0 * 0.01f64.ln()).abs() < 1e-9);
/// ```
pub fn ln_beta_lower(a: f64, b: f64, x: f64) -> f64 {
    beta_tail(a, b, x, 1.0 - x).map_or(f64::NAN, |tail| tail.ln_value(true))
}

/// `ln(1 - I_x(a, b))`; finite far below the smallest double.
///
/// ```
/// let i = ukur::numerics::incomplete_beta::ln_beta_upper(1.0, 1000.0, 0.99);
/// assert!((i - 1000.0 * 0.01f64.ln()).abs() < 1e-9);
/// ```
pub fn ln_beta_upper(a: f64, b: f64, x: f64) -> f64 {
    beta_tail(a, b, x, 1.0 - x).map_or(f64::NAN, |tail| tail.ln_value(false))
}

/// Both tails `(I_x(a, b), 1 - I_x(a, b))` when `x` and `y = 1 - x` are known apart, as in the tails of Student's t and
/// F: the smaller of the two is taken as exact.
///
/// ```
/// let (lower, upper) = ukur::numerics::incomplete_beta::beta_tails(2.0, 1.0, 1.0, 1e-30);
/// assert_eq!(lower, 1.0);
/// assert!((upper / 2e-30 - 1.0).abs() < 2e-14);
/// ```
pub fn beta_tails(a: f64, b: f64, x: f64, y: f64) -> (f64, f64) {
    beta_tail(a, b, x, y).map_or((f64::NAN, f64::NAN), |tail| (tail.value(true), tail.value(false)))
}

/// The logarithms of both tails; see [`beta_tails`].
///
/// ```
/// let (_, upper) = ukur::numerics::incomplete_beta::ln_beta_tails(2.0, 1.0, 1.0, 1e-200);
/// assert!((upper - (2f64.ln() - 200.0 * 10f64.ln())).abs() < 1e-12);
/// ```
pub fn ln_beta_tails(a: f64, b: f64, x: f64, y: f64) -> (f64, f64) {
    beta_tail(a, b, x, y).map_or((f64::NAN, f64::NAN), |tail| (tail.ln_value(true), tail.ln_value(false)))
}

/// The logarithm of the density of the beta distribution at `x`.
///
/// ```
/// let density = ukur::numerics::incomplete_beta::ln_beta_density(2.0, 3.0, 0.4);
/// assert!((density - (12.0 * 0.4 * 0.36f64).ln()).abs() < 1e-15);
/// ```
pub fn ln_beta_density(a: f64, b: f64, x: f64) -> f64 {
    if !(a > 0.0 && b > 0.0 && (0.0..=1.0).contains(&x)) {
        return f64::NAN;
    }
    if x == 0.0 || x == 1.0 {
        let shape = if x == 0.0 { a } else { b };
        return if shape < 1.0 {
            f64::INFINITY
        } else if shape > 1.0 {
            f64::NEG_INFINITY
        } else {
            libm::log(if x == 0.0 { b } else { a })
        };
    }
    let y = 1.0 - x;
    let (front, exponent) = front_factor(a, b, x, y);
    exponent + libm::log(front) - libm::log(x) - libm::log1p(-x)
}

/// `a - (a + b) x = (a + b) y - b`: how far `x` lies below the mean, without rounding but of the result. The smaller of
/// `x` and `y` is exact.
pub(crate) fn excess(a: f64, b: f64, x: f64, y: f64) -> f64 {
    if x <= y { sum_times_minus(a, a, b, x) } else { -sum_times_minus(b, a, b, y) }
}

/// The tail that a formula gives directly. `None` outside the domain.
fn beta_tail(a: f64, b: f64, x: f64, y: f64) -> Option<ScaledTail> {
    let domain = a > 0.0 && b > 0.0 && a < f64::INFINITY && b < f64::INFINITY;
    if !(domain && (0.0..=1.0).contains(&x) && (0.0..=1.0).contains(&y)) {
        return None;
    }
    if x == 0.0 || y == 0.0 {
        return Some(ScaledTail::zero(x == 0.0));
    }
    if a < 1.0 && x <= 0.6 && b * x <= 1.1 {
        return Some(small_shape(a, b, x));
    }
    if b < 1.0 && y <= 0.6 && a * y <= 1.1 {
        return Some(small_shape(b, a, y).mirrored());
    }
    let below_mean = excess(a, b, x, y);
    if below_mean >= 0.0 {
        Some(lower_tail(a, b, x, y, below_mean))
    } else {
        Some(lower_tail(b, a, y, x, -below_mean).mirrored())
    }
}

/// `I_x(a, b)` for `x` below the mean, `below_mean = a - (a + b) x >= 0`.
fn lower_tail(a: f64, b: f64, x: f64, y: f64, below_mean: f64) -> ScaledTail {
    let (front, exponent) = front_factor_about(a, b, x, y, below_mean);
    let spread = (a + b) * x * y;
    // The rule needs the integrand to fall within a short way in the log odds.
    let reach = below_mean + (below_mean * below_mean + 76.0 * spread).sqrt();
    let factor = if reach >= 100.0 && a + b >= 100.0 {
        front * edge_integral(a, b, x, y, below_mean)
    } else {
        front * contracted_fraction(a, b, x, y, below_mean)
    };
    ScaledTail { factor, exponent, is_lower: true }
}

/// `x^a y^b / B(a, b)` as factor and exponent, for `0 < x < 1`.
pub(crate) fn front_factor(a: f64, b: f64, x: f64, y: f64) -> (f64, f64) {
    front_factor_about(a, b, x, y, excess(a, b, x, y))
}

/// The same where the distance to the mean is known.
fn front_factor_about(a: f64, b: f64, x: f64, y: f64, below_mean: f64) -> (f64, f64) {
    if a < 1.0 || b < 1.0 {
        let (low, high) = if a <= b { (a, b) } else { (b, a) };
        let ln_x = if x <= 0.5 { libm::log(x) } else { libm::log1p(-y) };
        let ln_y = if y <= 0.5 { libm::log(y) } else { libm::log1p(-x) };
        return (low, a * ln_x + b * ln_y + ln_gamma_difference(high, low) - ln_gamma_1p(low));
    }
    let n = a + b;
    let scale = (a / n * b / (2.0 * std::f64::consts::PI)).sqrt();
    let corrections = stirling_correction(n) - stirling_correction(a) - stirling_correction(b);
    (
        scale,
        corrections + a * ratio_term(below_mean, -a, n * x / a) + b * ratio_term(below_mean, b, n * y / b),
    )
}

/// `ln q - (q - 1)` for `q = 1 + excess / scale`, where `q` is also given.
fn ratio_term(excess: f64, scale: f64, q: f64) -> f64 {
    let step = excess / scale;
    if step > -0.5 { log1p_minus(step) } else { libm::log(q) - step }
}

/// Both tails for `a < 1` and small `x`: `I = exp(l)`, `l` small where it is close to one.
fn small_shape(a: f64, b: f64, x: f64) -> ScaledTail {
    // I = x^a / (a B(a, b)) * (1 + a * sum of (1 - b)_n x^n / (n! (a + n)))
    let mut term = 1.0;
    let mut sum = 0.0;
    let mut n = 1.0;
    while n < 200.0 {
        term *= (n - b) / n * x;
        let piece = term / (a + n);
        sum += piece;
        if piece.abs() <= 1e-17 * f64::abs(sum) {
            break;
        }
        n += 1.0;
    }
    let ln_front = a * libm::log(x) + ln_gamma_difference(b, a) - ln_gamma_1p(a);
    ScaledTail { factor: 1.0, exponent: ln_front + libm::log1p(a * sum), is_lower: true }
}

/// The continued fraction by which the front factor is multiplied.
fn contracted_fraction(a: f64, b: f64, x: f64, y: f64, below_mean: f64) -> f64 {
    let n = a + b;
    reciprocal_fraction(a * (below_mean + 1.0) / (a + 1.0), 5000, |m| {
        let before = a + 2.0 * m - 1.0;
        let numerator = (m * (a + m - 1.0) / before) * ((n + m - 1.0) / before) * (b - m) * x * x;
        let shift = (a + m) * (below_mean + 1.0 + m * (1.0 + y)) / (a + 2.0 * m + 1.0);
        (numerator, m + m * (b - m) * x / before + shift)
    })
}

/// `K(v) = ln(y + x exp(-v)) + x v`, the centred cumulant function of one trial, for `v` of either sign.
pub(crate) fn cumulant(x: f64, y: f64, v: f64) -> f64 {
    // The smaller of x and y, with the sign that belongs to it.
    let (share, step) = if x <= y { (x, -v) } else { (y, v) };
    if step > 1.0 {
        // Nothing near cancels, where in the other form the exponential would.
        return libm::log1p(share * libm::expm1(step)) - share * step;
    }
    log1p_minus(share * libm::expm1(step)) + share * expm1_minus(step)
}

/// The integral of `exp(-below_mean v - (a + b) K(v))` over `v > 0`, where the log odds fall by `v` and
/// `K` is the [`cumulant`].
fn edge_integral(a: f64, b: f64, x: f64, y: f64, below_mean: f64) -> f64 {
    let n = a + b;
    let slope_of_cumulant = |v: f64| {
        // x - x exp(-v) / (y + x exp(-v))
        let fall = libm::expm1(-v);
        -x * y * fall / (1.0 + x * fall)
    };
    let exponent = |v: f64| below_mean * v + n * cumulant(x, y, v);
    let end = edge_of_integrand(below_mean, n * x * y, exponent, |v| below_mean + n * slope_of_cumulant(v));
    gauss_legendre_32(0.0, end, |v| libm::exp(-exponent(v)))
}
