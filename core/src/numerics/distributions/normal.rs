//! The standard normal distribution.

use crate::numerics::double_double::two_product;
use crate::numerics::elementary::polynomial;
use crate::numerics::gamma::LN_SQRT_TWO_PI;
use std::f64::consts::{FRAC_1_SQRT_2, FRAC_2_SQRT_PI};

/// What `1 / sqrt(2)` loses as a double.
const FRAC_1_SQRT_2_REST: f64 = -4.833646656726457e-17;

/// The upper tail `P(Z > z)`. Relative error below 1e-15 down to the smallest double.
///
/// ```
/// let p = ukur::numerics::distributions::normal_sf(37.0);
/// assert!((p / 5.725571222524577e-300 - 1.0).abs() < 1e-14);
/// ```
pub fn normal_sf(z: f64) -> f64 {
    let (u, error) = two_product(z, FRAC_1_SQRT_2);
    let half = 0.5 * libm::erfc(u);
    if z > 1.0 && z < 39.0 {
        // What the rounding of z / sqrt(2) does to a steep tail: a shift times the slope.
        let shift = error + z * FRAC_1_SQRT_2_REST;
        half - shift * (0.5 * FRAC_2_SQRT_PI) * libm::exp(-u * u)
    } else if z.abs() > 1e200 {
        if z > 0.0 { 0.0 } else { 1.0 }
    } else {
        half
    }
}

/// The lower tail `P(Z <= z)`. Relative error below 1e-15 down to the smallest double.
///
/// ```
/// assert_eq!(ukur::numerics::distributions::normal_cdf(0.0), 0.5);
/// ```
pub fn normal_cdf(z: f64) -> f64 {
    normal_sf(-z)
}

/// Both tails, `P(|Z| > |z|)`: the two-sided p value of a z statistic.
///
/// ```
/// assert!((ukur::numerics::distributions::normal_two_sided(-1.959963984540054) - 0.05).abs() < 1e-16);
/// ```
pub fn normal_two_sided(z: f64) -> f64 {
    2.0 * normal_sf(z.abs())
}

/// `ln P(Z > z)`, finite far beyond the smallest double; the lower tail is that of `-z`.
///
/// ```
/// assert!((ukur::numerics::distributions::ln_normal_sf(1e5) + 5000000012.431864).abs() < 1e-5);
/// ```
pub fn ln_normal_sf(z: f64) -> f64 {
    if z < -1.0 {
        return libm::log1p(-normal_sf(-z));
    }
    if z < 30.0 {
        return libm::log(normal_sf(z));
    }
    // 1 - 1/z^2 + 3/z^4 - 15/z^6 + ... (DLMF 7.12.1)
    let w = 1.0 / (z * z);
    let series = [-1.0, 3.0, -15.0, 105.0, -945.0, 10395.0];
    -0.5 * z * z - libm::log(z) - LN_SQRT_TWO_PI + libm::log1p(w * polynomial(&series, w))
}

/// The density at `z`.
///
/// ```
/// assert!((ukur::numerics::distributions::normal_density(0.0) - 0.3989422804014327).abs() < 1e-16);
/// ```
pub fn normal_density(z: f64) -> f64 {
    libm::exp(ln_normal_density(z))
}

/// The logarithm of the density at `z`.
///
/// ```
/// assert!((ukur::numerics::distributions::ln_normal_density(2.0) + 2.9189385332046727).abs() < 1e-15);
/// ```
pub fn ln_normal_density(z: f64) -> f64 {
    -0.5 * z * z - LN_SQRT_TWO_PI
}

/// The `z` with `P(Z > z) = q`: minus [`normal_quantile`].
///
/// ```
/// assert!((ukur::numerics::distributions::normal_upper_quantile(0.025) - 1.959963984540054).abs() < 1e-15);
/// ```
pub fn normal_upper_quantile(q: f64) -> f64 {
    -normal_quantile(q)
}

/// The `z` with `P(Z <= z) = p`: -inf at 0, inf at 1, NaN outside. Relative error below 1e-15.
///
/// Wichura's rational approximations (1988, Applied Statistics 37:477, AS 241), whose coefficients these are, and one
/// correction by the tail above.
///
/// ```
/// assert!((ukur::numerics::distributions::normal_quantile(1e-300) + 37.0471).abs() < 1e-4);
/// ```
pub fn normal_quantile(p: f64) -> f64 {
    const CENTRE: ([f64; 8], [f64; 8]) = (
        [
            3.3871328727963666080e0,
            1.3314166789178437745e2,
            1.9715909503065514427e3,
            1.3731693765509461125e4,
            4.5921953931549871457e4,
            6.7265770927008700853e4,
            3.3430575583588128105e4,
            2.5090809287301226727e3,
        ],
        [
            1.0,
            4.2313330701600911252e1,
            6.8718700749205790830e2,
            5.3941960214247511077e3,
            2.1213794301586595867e4,
            3.9307895800092710610e4,
            2.8729085735721942674e4,
            5.2264952788528545610e3,
        ],
    );
    const SHOULDER: ([f64; 8], [f64; 8]) = (
        [
            1.42343711074968357734e0,
            4.63033784615654529590e0,
            5.76949722146069140550e0,
            3.64784832476320460504e0,
            1.27045825245236838258e0,
            2.41780725177450611770e-1,
            2.27238449892691845833e-2,
            7.74545014278341407640e-4,
        ],
        [
            1.0,
            2.05319162663775882187e0,
            1.67638483018380384940e0,
            6.89767334985100004550e-1,
            1.48103976427480074590e-1,
            1.51986665636164571966e-2,
            5.47593808499534494600e-4,
            1.05075007164441684324e-9,
        ],
    );
    const TAIL: ([f64; 8], [f64; 8]) = (
        [
            6.65790464350110377720e0,
            5.46378491116411436990e0,
            1.78482653991729133580e0,
            2.96560571828504891230e-1,
            2.65321895265761230930e-2,
            1.24266094738807843860e-3,
            2.71155556874348757815e-5,
            2.01033439929228813265e-7,
        ],
        [
            1.0,
            5.99832206555887937690e-1,
            1.36929880922735805310e-1,
            1.48753612908506148525e-2,
            7.86869131145613259100e-4,
            1.84631831751005468180e-5,
            1.42151175831644588870e-7,
            2.04426310338993978564e-15,
        ],
    );
    let ratio = |(p, q): &([f64; 8], [f64; 8]), r: f64| polynomial(p, r) / polynomial(q, r);
    if !(0.0..=1.0).contains(&p) {
        return f64::NAN;
    }
    let from_middle = p - 0.5;
    if from_middle.abs() <= 0.425 {
        return from_middle * ratio(&CENTRE, 0.180625 - from_middle * from_middle);
    }
    let small = if p < 0.5 { p } else { 1.0 - p };
    if small == 0.0 {
        return if p < 0.5 { f64::NEG_INFINITY } else { f64::INFINITY };
    }
    let r = (-libm::log(small)).sqrt();
    let z = if r <= 5.0 { ratio(&SHOULDER, r - 1.6) } else { ratio(&TAIL, r - 5.0) };
    // One Newton step on the logarithm of the tail.
    let tail = normal_sf(z);
    let z = if tail > 1e-300 { z + (tail - small) / small * mills(z, tail) } else { z };
    if p < 0.5 { -z } else { z }
}

/// The tail divided by the density.
fn mills(z: f64, tail: f64) -> f64 {
    tail / normal_density(z)
}
