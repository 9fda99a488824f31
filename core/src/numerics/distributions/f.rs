//! The F distribution with `df1` and `df2` degrees of freedom.

use super::beta::quantile;
use crate::numerics::incomplete_beta::beta_tails;

/// `(P(X <= x), P(X > x))`.
fn tails(x: f64, df1: f64, df2: f64) -> (f64, f64) {
    if x <= 0.0 && df1 > 0.0 && df2 > 0.0 {
        return (0.0, 1.0);
    }
    if x == f64::INFINITY && df1 > 0.0 && df2 > 0.0 {
        return (1.0, 0.0);
    }
    let ratio = df1 * x / df2;
    let (share, rest) = if ratio > 1.0 {
        (1.0 / (1.0 + 1.0 / ratio), 1.0 / (1.0 + ratio))
    } else {
        (ratio / (1.0 + ratio), 1.0 / (1.0 + ratio))
    };
    beta_tails(0.5 * df1, 0.5 * df2, share, rest)
}

/// The lower tail `P(X <= x)`.
///
/// ```
/// assert!((ukur::numerics::distributions::f_cdf(1.0, 7.0, 7.0) - 0.5).abs() < 1e-15);
/// ```
pub fn f_cdf(x: f64, df1: f64, df2: f64) -> f64 {
    tails(x, df1, df2).0
}

/// The upper tail `P(X > x)`: the p value of an F statistic.
///
/// ```
/// assert!((ukur::numerics::distributions::f_sf(4.0, 1.0, 4.0) - 0.1161165235168156).abs() < 1e-16);
/// ```
pub fn f_sf(x: f64, df1: f64, df2: f64) -> f64 {
    tails(x, df1, df2).1
}

/// The `x` with `P(X <= x) = p`.
///
/// ```
/// assert!((ukur::numerics::distributions::f_quantile(0.5, 7.0, 7.0) - 1.0).abs() < 1e-14);
/// ```
pub fn f_quantile(p: f64, df1: f64, df2: f64) -> f64 {
    if p > 0.5 {
        return f_upper_quantile(1.0 - p, df1, df2);
    }
    let (share, rest) = quantile(p, 0.5 * df1, 0.5 * df2);
    df2 / df1 * (share / rest)
}

/// The `x` with `P(X > x) = q`.
///
/// ```
/// assert!((ukur::numerics::distributions::f_upper_quantile(0.05, 1.0, 10.0) - 4.964602743730712).abs() < 1e-13);
/// ```
pub fn f_upper_quantile(q: f64, df1: f64, df2: f64) -> f64 {
    if q > 0.5 {
        return f_quantile(1.0 - q, df1, df2);
    }
    let (rest, share) = quantile(q, 0.5 * df2, 0.5 * df1);
    df2 / df1 * (share / rest)
}
