//! The negative binomial distribution: failures before the `r`-th success, `r` any positive number. Counts whose Poisson
//! rate has a gamma distribution.

use crate::numerics::incomplete_beta::{beta_tails, front_factor};

/// `P(X = n) = Gamma(r + n) / (Gamma(r) n!) p^r (1 - p)^n`.
///
/// ```
/// assert!((ukur::numerics::distributions::negative_binomial_pmf(2.0, 3.0, 0.5) - 0.1875).abs() < 1e-16);
/// ```
pub fn negative_binomial_pmf(n: f64, r: f64, p: f64) -> f64 {
    libm::exp(ln_negative_binomial_pmf(n, r, p))
}

/// `ln P(X = n)`.
///
/// ```
/// let log = ukur::numerics::distributions::ln_negative_binomial_pmf(0.0, 2.0, 0.5);
/// assert!((log + 4f64.ln()).abs() < 1e-16);
/// ```
pub fn ln_negative_binomial_pmf(n: f64, r: f64, p: f64) -> f64 {
    if !(r > 0.0 && r < 1e250 && p > 0.0 && p <= 1.0 && n < 1e250) {
        return f64::NAN;
    }
    if n < 0.0 || (p == 1.0 && n > 0.0) {
        return f64::NEG_INFINITY;
    }
    if n == 0.0 {
        return r * libm::log(p);
    }
    let (front, exponent) = front_factor(r, n, p, 1.0 - p);
    exponent + libm::log(front / n)
}

/// The lower tail `P(X <= n)`, `n` rounded down.
///
/// ```
/// assert!((ukur::numerics::distributions::negative_binomial_cdf(1.0, 1.0, 0.5) - 0.75).abs() < 1e-15);
/// ```
pub fn negative_binomial_cdf(n: f64, r: f64, p: f64) -> f64 {
    tails(n, r, p).0
}

/// The upper tail `P(X > n)`, `n` rounded down.
///
/// ```
/// assert!((ukur::numerics::distributions::negative_binomial_sf(1.0, 1.0, 0.5) - 0.25).abs() < 1e-15);
/// ```
pub fn negative_binomial_sf(n: f64, r: f64, p: f64) -> f64 {
    tails(n, r, p).1
}

fn tails(n: f64, r: f64, p: f64) -> (f64, f64) {
    if n < 0.0 && r > 0.0 && p > 0.0 && p <= 1.0 {
        return (0.0, 1.0);
    }
    beta_tails(r, n.floor() + 1.0, p, 1.0 - p)
}
