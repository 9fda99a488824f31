//! The gamma distribution with shape `a` and rate one; divide a quantile by the rate, multiply an argument by it.

use crate::numerics::elementary::within;
use crate::numerics::gamma::ln_gamma_1p;
use crate::numerics::incomplete_gamma::{
    gamma_density_parts, gamma_lower, gamma_upper, ln_gamma_lower, ln_gamma_upper,
};

/// The lower tail `P(X <= x)`; zero for negative `x`.
///
/// ```
/// assert!((ukur::numerics::distributions::gamma_cdf(1.0, 1.0) - 0.6321205588285577).abs() < 1e-15);
/// ```
pub fn gamma_cdf(x: f64, shape: f64) -> f64 {
    if x < 0.0 && shape > 0.0 { 0.0 } else { gamma_lower(shape, x) }
}

/// The upper tail `P(X > x)`; one for negative `x`.
///
/// ```
/// assert!((ukur::numerics::distributions::gamma_sf(1.0, 1.0) - 0.36787944117144233).abs() < 1e-15);
/// ```
pub fn gamma_sf(x: f64, shape: f64) -> f64 {
    if x < 0.0 && shape > 0.0 { 1.0 } else { gamma_upper(shape, x) }
}

/// The logarithm of the density at `x > 0`.
///
/// ```
/// assert!((ukur::numerics::distributions::ln_gamma_density(3.0, 1.0) + 3.0).abs() < 1e-15);
/// ```
pub fn ln_gamma_density(x: f64, shape: f64) -> f64 {
    if !(x > 0.0 && shape > 0.0) {
        return if x < 0.0 && shape > 0.0 { f64::NEG_INFINITY } else { f64::NAN };
    }
    let (front, exponent) = gamma_density_parts(shape, x);
    exponent + libm::log(front * shape) - libm::log(x)
}

/// The `x` with `P(X <= x) = p`. Relative error below 1e-14 (more where the density is flat in `ln x`).
///
/// ```
/// let median = ukur::numerics::distributions::gamma_quantile(0.5, 1.0);
/// assert!((median - 2f64.ln()).abs() < 1e-15);
/// ```
pub fn gamma_quantile(p: f64, shape: f64) -> f64 {
    if p > 0.5 { upper(1.0 - p, shape) } else { lower(p, shape) }
}

/// The `x` with `P(X > x) = q`; keeps its digits where `q` is tiny.
///
/// ```
/// let far = ukur::numerics::distributions::gamma_upper_quantile(1e-300, 1.0);
/// assert!((far - 300.0 * 10f64.ln()).abs() < 1e-11);
/// ```
pub fn gamma_upper_quantile(q: f64, shape: f64) -> f64 {
    if q > 0.5 { lower(1.0 - q, shape) } else { upper(q, shape) }
}

fn lower(p: f64, shape: f64) -> f64 {
    if !(p >= 0.0 && shape > 0.0 && shape < f64::INFINITY) {
        return f64::NAN;
    }
    if p == 0.0 {
        return 0.0;
    }
    // P(X <= x) <= x^a / Gamma(a + 1): the start lies to the left, and ln P is concave in ln x.
    let start = (libm::log(p) + ln_gamma_1p(shape)) / shape;
    newton(libm::exp(start), shape, libm::log(p), ln_gamma_lower, 1.0)
}

fn upper(q: f64, shape: f64) -> f64 {
    if !(q >= 0.0 && shape > 0.0 && shape < f64::INFINITY) {
        return f64::NAN;
    }
    if q == 0.0 {
        return f64::INFINITY;
    }
    // P(X > a + sqrt(2 a t) + t) <= exp(-t): the start lies to the right.
    let t = -libm::log(q);
    newton(shape + (2.0 * shape * t).sqrt() + t, shape, -t, ln_gamma_upper, -1.0)
}

/// Newton's method in `ln x` on the logarithm of a tail.
fn newton(start: f64, shape: f64, ln_target: f64, ln_tail: fn(f64, f64) -> f64, sign: f64) -> f64 {
    let mut x = start;
    for _ in 0..100 {
        if x == 0.0 {
            return 0.0;
        }
        let ln_now = ln_tail(shape, x);
        let ln_slope = ln_gamma_density(x, shape) + libm::log(x) - ln_now;
        let step = sign * (ln_target - ln_now) * libm::exp(-ln_slope);
        if !step.is_finite() {
            return f64::NAN;
        }
        x *= libm::exp(within(step, -20.0, 20.0));
        if step.abs() < 1e-9 {
            break;
        }
    }
    x
}
