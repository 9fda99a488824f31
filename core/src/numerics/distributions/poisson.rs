//! The Poisson distribution.

use crate::numerics::incomplete_gamma::{gamma_density_parts, gamma_lower, gamma_upper};

/// `P(X = k)` at rate `rate >= 0`.
///
/// ```
/// assert!((ukur::numerics::distributions::poisson_pmf(1.0, 2.0) - 2.0 * (-2f64).exp()).abs() < 1e-16);
/// ```
pub fn poisson_pmf(k: f64, rate: f64) -> f64 {
    libm::exp(ln_poisson_pmf(k, rate))
}

/// `ln P(X = k)` (Loader 2000).
///
/// ```
/// assert_eq!(ukur::numerics::distributions::ln_poisson_pmf(0.0, 3.0), -3.0);
/// ```
pub fn ln_poisson_pmf(k: f64, rate: f64) -> f64 {
    if !(0.0..f64::INFINITY).contains(&rate) || k.is_nan() {
        return f64::NAN;
    }
    if k == 0.0 {
        return -rate;
    }
    if k < 0.0 || rate == 0.0 || k == f64::INFINITY {
        return f64::NEG_INFINITY;
    }
    let (front, exponent) = gamma_density_parts(k, rate);
    exponent + libm::log(front)
}

/// The lower tail `P(X <= k)`, `k` rounded down.
///
/// ```
/// assert!((ukur::numerics::distributions::poisson_cdf(1.0, 2.0) - 3.0 * (-2f64).exp()).abs() < 1e-15);
/// ```
pub fn poisson_cdf(k: f64, rate: f64) -> f64 {
    if k < 0.0 && rate >= 0.0 { 0.0 } else { gamma_upper(k.floor() + 1.0, rate) }
}

/// The upper tail `P(X > k)`, `k` rounded down.
///
/// ```
/// assert!((ukur::numerics::distributions::poisson_sf(0.0, 1e-10) / 1e-10 - 1.0).abs() < 1e-9);
/// ```
pub fn poisson_sf(k: f64, rate: f64) -> f64 {
    if k < 0.0 && rate >= 0.0 { 1.0 } else { gamma_lower(k.floor() + 1.0, rate) }
}
