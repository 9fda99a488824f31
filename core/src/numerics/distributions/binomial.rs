//! The binomial distribution.

use crate::numerics::incomplete_beta::{beta_tails, front_factor};

/// `P(X = k)` for `n` trials with probability `p`. `k` and `n` are whole numbers, but reals are taken too.
///
/// ```
/// assert!((ukur::numerics::distributions::binomial_pmf(2.0, 4.0, 0.5) - 0.375).abs() < 1e-16);
/// ```
pub fn binomial_pmf(k: f64, n: f64, p: f64) -> f64 {
    libm::exp(ln_binomial_pmf(k, n, p))
}

/// `ln P(X = k)`. Error below 1e-14, absolute, and `2e-16` of the logarithm further out (Loader 2000).
///
/// ```
/// let log = ukur::numerics::distributions::ln_binomial_pmf(0.0, 1e9, 1e-3);
/// assert!((log + 1000500.3335835334).abs() < 1e-8);
/// ```
pub fn ln_binomial_pmf(k: f64, n: f64, p: f64) -> f64 {
    if !(0.0..1e250).contains(&n) || !(0.0..=1.0).contains(&p) || k.is_nan() {
        return f64::NAN;
    }
    if k < 0.0 || k > n {
        return f64::NEG_INFINITY;
    }
    let times_log = |count: f64, log: f64| if count == 0.0 { 0.0 } else { count * log };
    if k == 0.0 {
        return times_log(n, libm::log1p(-p));
    }
    if k == n {
        return times_log(n, libm::log(p));
    }
    if p == 0.0 || p == 1.0 {
        return f64::NEG_INFINITY;
    }
    // C(n, k) = n / (k (n - k)) / B(k, n - k)
    let rest = n - k;
    let (front, exponent) = front_factor(k, rest, p, 1.0 - p);
    exponent + libm::log(front / k * (n / rest))
}

/// The lower tail `P(X <= k)`, `k` rounded down.
///
/// ```
/// assert!((ukur::numerics::distributions::binomial_cdf(1.0, 4.0, 0.5) - 0.3125).abs() < 1e-16);
/// ```
pub fn binomial_cdf(k: f64, n: f64, p: f64) -> f64 {
    tails(k, n, p).0
}

/// The upper tail `P(X > k)`, `k` rounded down.
///
/// ```
/// assert!((ukur::numerics::distributions::binomial_sf(1.0, 4.0, 0.5) - 0.6875).abs() < 1e-15);
/// ```
pub fn binomial_sf(k: f64, n: f64, p: f64) -> f64 {
    tails(k, n, p).1
}

fn tails(k: f64, n: f64, p: f64) -> (f64, f64) {
    if !(0.0..1e250).contains(&n) || !(0.0..=1.0).contains(&p) || k.is_nan() {
        return (f64::NAN, f64::NAN);
    }
    let k = k.floor();
    if k < 0.0 {
        (0.0, 1.0)
    } else if k >= n {
        (1.0, 0.0)
    } else {
        let (above, below) = beta_tails(k + 1.0, n - k, p, 1.0 - p);
        (below, above)
    }
}
