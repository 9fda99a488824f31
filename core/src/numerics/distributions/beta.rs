//! The beta distribution.

use crate::numerics::beta::ln_beta;
use crate::numerics::elementary::within;
use crate::numerics::incomplete_beta::{beta_lower, beta_upper, ln_beta_tails};

/// The lower tail `P(X <= x)`; zero below 0, one above 1.
///
/// ```
/// assert!((ukur::numerics::distributions::beta_cdf(0.4, 2.0, 3.0) - 0.5248).abs() < 1e-15);
/// ```
pub fn beta_cdf(x: f64, a: f64, b: f64) -> f64 {
    beta_lower(a, b, within(x, 0.0, 1.0))
}

/// The upper tail `P(X > x)`.
///
/// ```
/// assert!((ukur::numerics::distributions::beta_sf(0.4, 2.0, 3.0) - 0.4752).abs() < 1e-15);
/// ```
pub fn beta_sf(x: f64, a: f64, b: f64) -> f64 {
    beta_upper(a, b, within(x, 0.0, 1.0))
}

/// The `x` with `P(X <= x) = p`. Relative error below 1e-14 in `x` (more where the density is flat in the log odds).
///
/// ```
/// let x = ukur::numerics::distributions::beta_quantile(0.5248, 2.0, 3.0);
/// assert!((x - 0.4).abs() < 1e-15);
/// ```
pub fn beta_quantile(p: f64, a: f64, b: f64) -> f64 {
    if p > 0.5 { quantile(1.0 - p, b, a).1 } else { quantile(p, a, b).0 }
}

/// The `x` with `P(X > x) = q`; keeps its digits where `q` is tiny.
///
/// ```
/// let x = ukur::numerics::distributions::beta_upper_quantile(1e-20, 1.0, 3.0);
/// assert!((x - (1.0 - 1e-20f64.cbrt())).abs() < 1e-15);
/// ```
pub fn beta_upper_quantile(q: f64, a: f64, b: f64) -> f64 {
    if q > 0.5 { quantile(1.0 - q, a, b).0 } else { quantile(q, b, a).1 }
}

/// The lower quantile as `x` and `1 - x`, for `p` up to about a half.
///
/// The density of the log odds is log-concave for every `a` and `b`, so `ln P` is concave in them and Newton's method
/// from the left cannot miss. `P <= odds^a / (a B(a, b))` gives the start.
pub(super) fn quantile(p: f64, a: f64, b: f64) -> (f64, f64) {
    if !(p >= 0.0 && a > 0.0 && b > 0.0 && a < f64::INFINITY && b < f64::INFINITY) {
        return (f64::NAN, f64::NAN);
    }
    if p == 0.0 {
        return (0.0, 1.0);
    }
    let ln_p = libm::log(p);
    let ln_density_constant = -ln_beta(a, b);
    let ln_odds = (ln_p + libm::log(a) - ln_density_constant) / a;
    let odds = libm::exp(ln_odds);
    let (mut x, mut y) = if ln_odds > 0.0 {
        let inverse = libm::exp(-ln_odds);
        (1.0 / (1.0 + inverse), inverse / (1.0 + inverse))
    } else {
        (odds / (1.0 + odds), 1.0 / (1.0 + odds))
    };
    for _ in 0..100 {
        if x == 0.0 || y == 0.0 {
            return (x, y);
        }
        let ln_now = ln_beta_tails(a, b, x, y).0;
        // The density of the log odds is x^a y^b / B(a, b).
        let ln_x = if x < 0.5 { libm::log(x) } else { libm::log1p(-y) };
        let ln_y = if y < 0.5 { libm::log(y) } else { libm::log1p(-x) };
        let ln_slope = a * ln_x + b * ln_y + ln_density_constant - ln_now;
        let step = (ln_p - ln_now) * libm::exp(-ln_slope);
        if !step.is_finite() {
            return (f64::NAN, f64::NAN);
        }
        let growth = libm::exp(within(step, -20.0, 20.0));
        let total = y + x * growth;
        x = x * growth / total;
        y /= total;
        if step.abs() < 1e-9 {
            break;
        }
    }
    (x, y)
}
