//! Student's t distribution, the degrees of freedom any positive number; infinite ones give the normal distribution.

use super::normal::{normal_density, normal_quantile, normal_sf};
use crate::numerics::beta::ln_beta;
use crate::numerics::elementary::within;
use crate::numerics::incomplete_beta::{beta_tails, ln_beta_tails};

/// `P(|T| > |t|)` and `P(|T| <= |t|)`.
fn two_sided_tails(t: f64, df: f64) -> (f64, f64) {
    if !(df > 0.0) || t.is_nan() {
        return (f64::NAN, f64::NAN);
    }
    let t = t.abs();
    if t == 0.0 {
        return (1.0, 0.0);
    }
    if df == f64::INFINITY {
        let outside = 2.0 * normal_sf(t);
        let inside = libm::erf(t * std::f64::consts::FRAC_1_SQRT_2);
        return (outside, inside);
    }
    if t == f64::INFINITY {
        return (0.0, 1.0);
    }
    let half = 0.5 * df;
    let ratio = t / df.sqrt();
    if ratio > 1e100 {
        // The leading term x^a / (a B(a, 1/2)), x = df / t^2 too small for a double.
        let outside = libm::exp(ln_two_sided(t, df));
        return (outside, 1.0 - outside);
    }
    let square = t * t;
    beta_tails(half, 0.5, df / (df + square), square / (df + square))
}

/// The upper tail `P(T > t)` with `df > 0` degrees of freedom. Relative error below 1e-14, and `2e-16 |ln p|` further out.
///
/// ```
/// let p = ukur::numerics::distributions::student_t_sf(2.0, 4.0);
/// assert!((p - 0.05805826175840780).abs() < 1e-16);
/// ```
pub fn student_t_sf(t: f64, df: f64) -> f64 {
    let (outside, inside) = two_sided_tails(t, df);
    if t > 0.0 {
        0.5 * outside
    } else if outside > 0.5 {
        0.5 + 0.5 * inside
    } else {
        1.0 - 0.5 * outside
    }
}

/// The lower tail `P(T <= t)`.
///
/// ```
/// assert_eq!(ukur::numerics::distributions::student_t_cdf(0.0, 4.0), 0.5);
/// ```
pub fn student_t_cdf(t: f64, df: f64) -> f64 {
    student_t_sf(-t, df)
}

/// Both tails, `P(|T| > |t|)`: the two-sided p value of a t statistic.
///
/// ```
/// let p = ukur::numerics::distributions::student_t_two_sided(-2.0, 4.0);
/// assert!((p - 0.1161165235168156).abs() < 1e-16);
/// ```
pub fn student_t_two_sided(t: f64, df: f64) -> f64 {
    two_sided_tails(t, df).0
}

/// The logarithm of the density at `t`.
///
/// ```
/// let density = ukur::numerics::distributions::ln_student_t_density(0.0, 1.0);
/// assert!((density + std::f64::consts::PI.ln()).abs() < 1e-15);
/// ```
pub fn ln_student_t_density(t: f64, df: f64) -> f64 {
    if df == f64::INFINITY {
        return super::normal::ln_normal_density(t);
    }
    if !(df > 0.0) {
        return f64::NAN;
    }
    let ratio = t / df.sqrt();
    let ln_one_plus_square =
        if ratio.abs() > 1e100 { 2.0 * libm::log(ratio.abs()) } else { libm::log1p(ratio * ratio) };
    -0.5 * libm::log(df) - ln_beta(0.5 * df, 0.5) - 0.5 * (df + 1.0) * ln_one_plus_square
}

/// The `t` with `P(T <= t) = p`: -inf at 0, inf at 1. Relative error below 1e-14.
///
/// ```
/// let t = ukur::numerics::distributions::student_t_quantile(0.975, 10.0);
/// assert!((t - 2.2281388519862742).abs() < 1e-14);
/// ```
pub fn student_t_quantile(p: f64, df: f64) -> f64 {
    if p > 0.5 { student_t_upper_quantile(1.0 - p, df) } else { -student_t_upper_quantile(p, df) }
}

/// The `t` with `P(T > t) = q`; keeps its digits where `q` is tiny.
///
/// ```
/// let t = ukur::numerics::distributions::student_t_upper_quantile(1e-100, 1.0);
/// assert!((t * std::f64::consts::PI * 1e-100 - 1.0).abs() < 1e-13);
/// ```
pub fn student_t_upper_quantile(q: f64, df: f64) -> f64 {
    if !((0.0..=1.0).contains(&q) && df > 0.0) {
        return f64::NAN;
    }
    if q > 0.5 {
        return -student_t_upper_quantile(1.0 - q, df);
    }
    if q == 0.5 {
        return 0.0;
    }
    if q == 0.0 {
        return f64::INFINITY;
    }
    if df == f64::INFINITY {
        return -normal_quantile(q);
    }
    // In ln t both ln P(T > t) and ln P(0 < T < t) are concave, so Newton's method from the safe side cannot miss.
    let in_tail = q < 0.25;
    let mut t = if in_tail {
        // P(T > t) is below its leading term: this t lies to the right.
        let ln_bound = libm::log(2.0 * q) + libm::log(0.5 * df) + ln_beta(0.5 * df, 0.5);
        let bound = df.sqrt() * libm::exp(-ln_bound / df);
        if df > 2.0 { bound.min(cornish_fisher(q, df)) } else { bound }
    } else {
        // The density is highest at zero: this t lies to the left.
        (0.5 - q) * libm::exp(-ln_student_t_density(0.0, df))
    };
    if t == f64::INFINITY {
        return t;
    }
    let ln_q = libm::log(q);
    for _ in 0..100 {
        let ln_slope = libm::log(t) + ln_student_t_density(t, df);
        let step = if in_tail {
            let ln_tail = ln_two_sided(t, df) - std::f64::consts::LN_2;
            (ln_tail - ln_q) * libm::exp(ln_tail - ln_slope)
        } else {
            let part = 0.5 * two_sided_tails(t, df).1;
            libm::log((0.5 - q) / part) * part * libm::exp(-ln_slope)
        };
        if !step.is_finite() {
            return f64::NAN;
        }
        t *= libm::exp(within(step, -20.0, 20.0));
        if step.abs() < 1e-9 {
            break;
        }
    }
    t
}

/// `ln P(|T| > t)` for `t > 0`, finite where the tail underflows.
fn ln_two_sided(t: f64, df: f64) -> f64 {
    let half = 0.5 * df;
    let ratio = t / df.sqrt();
    if ratio > 1e100 {
        return -df * libm::log(ratio) - libm::log(half) - ln_beta(half, 0.5);
    }
    let square = t * t;
    ln_beta_tails(half, 0.5, df / (df + square), square / (df + square)).0
}

/// A start: the normal quantile with two terms in `1/df` (Abramowitz and Stegun 26.7.5).
fn cornish_fisher(q: f64, df: f64) -> f64 {
    let z = -normal_quantile(q);
    let square = z * z;
    let t =
        z + z * (square + 1.0) / (4.0 * df) + z * ((5.0 * square + 16.0) * square + 3.0) / (96.0 * df * df);
    if normal_density(z) > 0.0 { t } else { f64::INFINITY }
}
