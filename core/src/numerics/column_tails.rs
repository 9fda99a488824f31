//! Two-sided tail probabilities of the normal and of Student's t distribution, written for columns.
//!
//! A million tests need a million p values, and one call of `erfc` or of the incomplete beta function a row costs
//! more than everything else. Here they are straight-line arithmetic, without branch, table or call, so that the
//! compiler turns a loop over them into vector code; there is no fused multiply-add in them, so the bits are the same
//! on every machine, alone or in a column.
//!
//! * Normal: `P(|Z| > z) = exp(-z^2/2) erfcx(z/sqrt 2)`. The scaled function is smooth: `(1 + x) erfcx(x)` is one
//!   polynomial in `(x - 4)/(x + 4)` (the substitution of Shepherd and Laframboise 1981, Mathematics of Computation
//!   36:249). `z^2` is carried in two parts, so that far tails keep their digits.
//! * Student's t: `P(|T| > t) = I_x(df/2, 1/2)` with `x = df/(df + t^2)`. With `w = -ln x` and `c = df/2 - 1/4` that is
//!   `exp(-c w)` times a short sum in `1/c^2` whose first term is the normal tail (DiDonato and Morris 1992, ACM TOMS
//!   18:360, section 9; at b = 1/2 its coefficients are constants). Few degrees of freedom and far tails take
//!   [`distributions::student_t_two_sided`](super::distributions::student_t_two_sided).
//!
//! The polynomials were fitted through Chebyshev nodes with 60 digits (mpmath). Relative error against 40 digits:
//! normal below 1e-15 for `z` up to 37.5; Student below 5e-15, and `2e-16 |ln p|` further out.

// A loop over these becomes vector code only where they are inlined.
#![allow(clippy::inline_always)]

/// `(1 + x) erfcx(x)` in powers of `(x - 4)/(x + 4)`, four a row; relative error 1.2e-16 for `x` from 0 to 28.
const ERFCX: [[f64; 4]; 6] = [
    [0.6849972881253069, -0.19934458280036726, 0.11704966551043751, -0.04808038122128766],
    [0.003962055681558483, 0.015312509678652, -0.017515654652241433, 0.012161784762206472],
    [-0.006068735156608293, 0.0021164215157187995, -0.00038976789690419594, -6.0136490911509036e-05],
    [6.403442032128798e-05, -1.3151760530331803e-05, -4.142952128765323e-06, 2.6508033644882014e-06],
    [1.1961738430997881e-08, -3.635735001908499e-07, 4.26170155893182e-08, 4.50298656386769e-08],
    [-5.879559039647295e-09, -4.164273930505919e-09, 0.0, 0.0],
];

/// `exp(r)` for `|r| <= ln(2)/2`; relative error 1.5e-17.
const EXP: [[f64; 4]; 3] = [
    [1.0, 1.0, 0.5000000000000019, 0.16666666666666702],
    [0.04166666666648794, 0.008333333333309507, 0.0013888888952356135, 0.00019841269909260645],
    [2.480148543844738e-05, 2.755722491836887e-06, 2.763265575933203e-07, 2.5114882786996687e-08],
];

/// `(atanh(s)/s - 1)/s^2` in powers of `s^2` up to 0.15; relative error 1.2e-16.
const ATANH: [[f64; 4]; 3] = [
    [0.33333333333333337, 0.1999999999999383, 0.14285714287346044, 0.11111110943092424],
    [0.09090917941685474, 0.07692036645434797, 0.06671814943798228, 0.05820058655360897],
    [0.05740644533713872, 0.02551775149068263, 0.09729845620367769, 0.0],
];

/// Power series of `(sinh(v/2)/(v/2))^(-1/2)` in `v^2`, after its first term 1.
const SINH_ROOT: [f64; 9] = [
    -0.020833333333333332,
    0.000390625,
    -7.879670965608466e-06,
    1.6967665791721782e-07,
    -3.805064191721906e-09,
    8.748377596315407e-11,
    -2.044523359411974e-12,
    4.833351797967704e-14,
    -1.152434101767386e-15,
];

/// `(gamma(c + 3/4)/(gamma(c + 1/4) sqrt c) - 1) c^2` in powers of `1/c^2` for `c >= 10`.
const GAMMA_RATIO: [[f64; 4]; 2] = [
    [0.01562499999999999, -0.0023193359374208953, 0.0012035368944271839, -0.0012987228481700943],
    [0.0023777160876078556, -0.005950999263810517, 0.0, 0.0],
];

const SQRT_PI: f64 = 1.772_453_850_905_516;

/// A polynomial in four chains that do not wait for each other.
#[inline(always)]
fn polynomial<const N: usize>(coefficients: &[[f64; 4]; N], x: f64) -> f64 {
    let x2 = x * x;
    let x4 = x2 * x2;
    let [mut a, mut b, mut c, mut d] = [0.0; 4];
    for [next_a, next_b, next_c, next_d] in coefficients.iter().rev() {
        a = a * x4 + next_a;
        b = b * x4 + next_b;
        c = c * x4 + next_c;
        d = d * x4 + next_d;
    }
    (a + x * b) + x2 * (c + x * d)
}

/// `exp(-(large + small))` for `large` from 0 to about 800 and `small` near 0.
#[inline(always)]
fn exp_negative(large: f64, small: f64) -> f64 {
    const MAGIC: f64 = 6_755_399_441_055_744.0; // 1.5 * 2^52: adding it rounds to a whole number
    const LN2_HIGH: f64 = 0.693_147_180_369_123_8; // 32 bits of ln 2, so k LN2_HIGH is exact
    const LN2_LOW: f64 = 1.908_214_929_270_587_7e-10;
    let k = (MAGIC - large * std::f64::consts::LOG2_E) - MAGIC;
    let r = ((-large - k * LN2_HIGH) - k * LN2_LOW) - small;
    // 2^k in two halves, so that results below the smallest normal number come out right. The low bits of MAGIC + j
    // are the whole number j.
    let half = k * 0.5 + MAGIC;
    let rest = (k - (half - MAGIC)) + MAGIC;
    let first = f64::from_bits(half.to_bits().wrapping_add(1023) << 52);
    let second = f64::from_bits(rest.to_bits().wrapping_add(1023) << 52);
    polynomial(&EXP, r) * first * second
}

/// `exp(x^2) erfc(x)` for `x` from 0 to 28.
#[inline(always)]
fn erfcx(x: f64) -> f64 {
    let (near, far) = (x + 1.0, x + 4.0);
    let inverse = 1.0 / (near * far);
    polynomial(&ERFCX, (x - 4.0) * (near * inverse)) * (far * inverse)
}

/// `P(|Z| > |z|)`: the two-sided p value of a z statistic. NaN gives NaN.
///
/// ```
/// assert!((ukur::numerics::column_tails::normal_two_sided(-1.959963984540054) - 0.05).abs() < 1e-16);
/// ```
#[inline(always)]
pub fn normal_two_sided(z: f64) -> f64 {
    // From 38.6 the probability is below the smallest number.
    let z = z.abs();
    let z = if z > 39.0 { 39.0 } else { z };
    // The leading half of the digits squares without rounding: z^2 = leading^2 + (z - leading)(z + leading).
    let leading = f64::from_bits(z.to_bits() & 0xffff_ffff_f800_0000);
    let scale = exp_negative(0.5 * leading * leading, 0.5 * (z - leading) * (z + leading));
    scale * erfcx(z * std::f64::consts::FRAC_1_SQRT_2)
}

/// Whether [`student_t_series`] answers.
#[inline(always)]
pub(crate) fn student_t_series_holds(t: f64, df: f64) -> bool {
    df >= 20.5 && t * t <= 1.2 * df
}

/// `P(|T| > |t|)` for at least 20.5 degrees of freedom and `t^2 <= 1.2 df`; meaningless elsewhere.
#[inline(always)]
pub(crate) fn student_t_series(t: f64, df: f64) -> f64 {
    let c = 0.5 * df - 0.25;
    // w = ln(1 + q) = 2 atanh(q/(2 + q))
    let q = t * t / df;
    let s = q / (2.0 + q);
    let s2 = s * s;
    let w = 2.0 * s + 2.0 * s * s2 * polynomial(&ATANH, s2);
    let u = c * w;
    let u = if u > 750.0 { 750.0 } else { u };
    let root = u.sqrt();
    let inverse = 1.0 / (c * c);
    // Scaled incomplete gamma functions of order 1/2, 5/2, 9/2, ...
    let mut gamma = SQRT_PI * erfcx(root);
    let mut sum = gamma;
    let mut source = root;
    let mut order = 0.5;
    for coefficient in SINH_ROOT {
        gamma = (order * (order + 1.0) * gamma + source * (order + 1.0 + u)) * inverse;
        sum += coefficient * gamma;
        source *= w * w;
        order += 2.0;
    }
    let ratio = 1.0 + inverse * polynomial(&GAMMA_RATIO, inverse);
    exp_negative(u, 0.0) * (ratio * sum * (1.0 / SQRT_PI))
}

/// `P(|T| > |t|)` with `df` degrees of freedom: the two-sided p value of a t statistic.
///
/// ```
/// let p = ukur::numerics::column_tails::student_t_two_sided(2.324, 5841.7);
/// assert!((p - 0.0201595).abs() < 1e-6);
/// ```
#[inline]
pub fn student_t_two_sided(t: f64, df: f64) -> f64 {
    if student_t_series_holds(t, df) {
        student_t_series(t, df)
    } else {
        super::distributions::student_t_two_sided(t, df)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// mpmath, 40 digits: erfc(z/sqrt 2) at the double z.
    const NORMAL: &[(f64, f64)] = &[
        (1e-08, 0.99999999202115439197),
        (0.1, 0.92034432544594203266),
        (0.5, 0.61707507745197379272),
        (1.0, 0.31731050786291410283),
        (1.4213381090374024, 0.15521848968468416471),
        (1.959963984540054, 0.050000000000000021752),
        (2.5758293035489004, 0.010000000000000010897),
        (3.3, 0.0009668482847675550142),
        (5.0, 5.7330314375838782335e-7),
        (8.0, 1.2441921148543568247e-15),
        (12.5, 7.4651285977554267545e-36),
        (20.0, 5.5072482372124673902e-89),
        (30.0, 9.8134278542963741191e-198),
        (37.0, 1.1451142445049153645e-299),
    ];

    /// mpmath, 40 digits: the regularised incomplete beta function I_{df/(df + t^2)}(df/2, 1/2).
    const STUDENT: &[(f64, f64, f64)] = &[
        (0.01, 21.0, 0.9921156797771241669),
        (1.0, 20.5, 0.32896886550863301577),
        (2.0, 22.0, 0.057995701702496077482),
        (2.324, 5841.7, 0.020159623659524708029),
        (4.5, 25.0, 0.00013619005105880105106),
        (1.5, 30.3, 0.14396317078456071448),
        (6.0, 50.0, 2.1889394850799927153e-7),
        (2.6, 64.9, 0.011530417658897220847),
        (3.0, 500.0, 0.002834491812851139572),
        (12.0, 500.0, 2.4864512784618450398e-29),
        (0.5, 10000.0, 0.61708607932323341436),
        (30.0, 5000.0, 5.6916581178617020561e-182),
        (2.0, 4.0, 0.1161165235168155945),
        (8.0, 30.0, 6.2658224757007589434e-9),
    ];

    #[test]
    fn normal_tails_keep_their_digits() {
        for &(z, want) in NORMAL {
            for z in [z, -z] {
                let got = normal_two_sided(z);
                assert!((got / want - 1.0).abs() < 1e-15, "{z}: {got:e} instead of {want:e}");
            }
        }
        assert_eq!(normal_two_sided(0.0), 1.0);
        assert_eq!(normal_two_sided(f64::INFINITY), 0.0);
        assert!(normal_two_sided(38.4) > 0.0);
        assert!(normal_two_sided(f64::NAN).is_nan());
    }

    #[test]
    fn student_tails_keep_their_digits() {
        for &(t, df, want) in STUDENT {
            let got = student_t_two_sided(t, df);
            let bound = 5e-15 + 2e-16 * libm::log(want).abs();
            assert!((got / want - 1.0).abs() < bound, "{t} {df}: {got:e} instead of {want:e}");
        }
        assert_eq!(student_t_two_sided(0.0, 100.0), 1.0);
        assert!(student_t_two_sided(f64::NAN, 100.0).is_nan());
    }

    #[test]
    fn series_and_incomplete_beta_meet() {
        for df in [20.5, 21.0, 33.3, 100.0, 1e4, 1e8] {
            for step in 0..60 {
                let t = f64::from(step) * (1.2f64 * df).sqrt().min(30.0) / 60.0;
                let (one, other) =
                    (student_t_series(t, df), crate::numerics::distributions::student_t_two_sided(t, df));
                assert!(
                    (one / other - 1.0).abs() < 2e-14 + 5e-16 * libm::log(other).abs(),
                    "{t} {df}: {one:e} {other:e}"
                );
            }
        }
    }
}
