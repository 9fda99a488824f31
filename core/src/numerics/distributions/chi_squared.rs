//! The chi-squared distribution: a gamma distribution of half the degrees of freedom.

use super::gamma::{gamma_cdf, gamma_quantile, gamma_sf, gamma_upper_quantile};

/// The lower tail `P(X <= x)`.
///
/// ```
/// assert!((ukur::numerics::distributions::chi_squared_cdf(2.0, 2.0) - 0.6321205588285577).abs() < 1e-15);
/// ```
pub fn chi_squared_cdf(x: f64, df: f64) -> f64 {
    gamma_cdf(0.5 * x, 0.5 * df)
}

/// The upper tail `P(X > x)`: the p value of a chi-squared statistic.
///
/// ```
/// assert!((ukur::numerics::distributions::chi_squared_sf(3.841458820694124, 1.0) - 0.05).abs() < 1e-15);
/// ```
pub fn chi_squared_sf(x: f64, df: f64) -> f64 {
    gamma_sf(0.5 * x, 0.5 * df)
}

/// The `x` with `P(X <= x) = p`.
///
/// ```
/// assert!((ukur::numerics::distributions::chi_squared_quantile(0.95, 1.0) - 3.841458820694124).abs() < 1e-14);
/// ```
pub fn chi_squared_quantile(p: f64, df: f64) -> f64 {
    2.0 * gamma_quantile(p, 0.5 * df)
}

/// The `x` with `P(X > x) = q`.
///
/// ```
/// assert!((ukur::numerics::distributions::chi_squared_upper_quantile(0.05, 1.0) - 3.841458820694124).abs() < 1e-14);
/// ```
pub fn chi_squared_upper_quantile(q: f64, df: f64) -> f64 {
    2.0 * gamma_upper_quantile(q, 0.5 * df)
}
