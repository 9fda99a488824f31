//! `ln`, `log1p`, `exp` and the logistic function for columns: the bits of `libm`, two and more at a time.
//!
//! The scalar functions here have no branches and no calls, only selections, so that a loop around them is compiled to
//! vector instructions wherever the machine has them; the slice functions are such loops. Every step rounds as IEEE 754
//! says and nothing is fused, so a vector lane, a scalar call, another processor and WebAssembly give the same bits. They
//! are also the bits of [`libm::log`], [`libm::log1p`] and [`libm::exp`] (the tests compare millions), so a formula may
//! use either: the method and the constants are those of fdlibm (Sun Microsystems 1993, `e_log.c`, `s_log1p.c`,
//! `e_exp.c`), error below 1 unit in the last place.
//!
//! Measured with `cargo bench -p ukur --bench batch` on a busy Xeon with the two lanes that every x86-64 has, ns a value,
//! `libm` in the same run: `ln` 2.9 against 5.6, `log1p` 4.1 against 6.6, `exp` 3.5 against 6.8, `logistic` 4.1 against 7.7.

// Without inlining the calls in a loop stay calls, and with lazy operators the selections become branches: either way the
// loop would not be vectorised.
#![allow(clippy::inline_always, clippy::needless_bitwise_bool)]

const LN2_HIGH: f64 = 6.93147180369123816490e-01;
const LN2_LOW: f64 = 1.90821492927058770002e-10;
const INVERSE_LN2: f64 = std::f64::consts::LOG2_E;

/// Coefficients of `(ln(1 + f) - 2 s) / s` in `s^2`, `s = f / (2 + f)`.
const LOG: [f64; 7] = [
    6.666666666666735130e-01,
    3.999999999940941908e-01,
    2.857142874366239149e-01,
    2.222219843214978396e-01,
    1.818357216161805012e-01,
    1.531383769920937332e-01,
    1.479819860511658591e-01,
];

/// Coefficients of the even part of `r / (1 - exp(-r))` in `r^2`.
const EXP: [f64; 5] = [
    1.66666666666666019037e-01,
    -2.77777777770155933842e-03,
    6.61375632143793436117e-05,
    -1.65339022054652515390e-06,
    4.13813679705723846039e-08,
];

/// `2^52`: a whole number below it, added, stands in the low bits.
const TWO_52: f64 = 4503599627370496.0;

const SIGN: u64 = 1 << 63;

/// The bits of 1 minus the bits of `sqrt(2) / 2`, and the latter: the mantissa is centred at 1.
const CENTRE: u64 = 0x3ff0_0000_0000_0000 - 0x3fe6_a09e_0000_0000;
const ROOT_HALF: u64 = 0x3fe6_a09e_0000_0000;

/// A positive normal number as `2^k m` with `m` from `sqrt(1/2)` to `sqrt(2)`: `(k, m)`.
#[inline(always)]
fn centred(x: f64) -> (f64, f64) {
    let bits = x.to_bits().wrapping_add(CENTRE);
    let k = f64::from_bits((bits >> 52) | TWO_52.to_bits()) - (TWO_52 + 1023.0);
    let m = f64::from_bits((bits & 0x000f_ffff_ffff_ffff) + ROOT_HALF);
    (k, m)
}

/// `k ln 2 + c + ln(1 + f)`.
#[inline(always)]
fn assemble(k: f64, c: f64, f: f64) -> f64 {
    let half_square = 0.5 * f * f;
    let s = f / (2.0 + f);
    let z = s * s;
    let w = z * z;
    let even = w * (LOG[1] + w * (LOG[3] + w * LOG[5]));
    let odd = z * (LOG[0] + w * (LOG[2] + w * (LOG[4] + w * LOG[6])));
    s * (half_square + (odd + even)) + (k * LN2_LOW + c) - half_square + f + k * LN2_HIGH
}

/// The natural logarithm of a positive normal number: the bits of [`libm::log`] with the fewest instructions, for loops
/// that know their values. Another argument gives a number without meaning.
///
/// ```
/// assert_eq!(ukur::numerics::batch::ln_positive(10.0), libm::log(10.0));
/// ```
#[inline(always)]
pub fn ln_positive(x: f64) -> f64 {
    let (k, m) = centred(x);
    assemble(k, 0.0, m - 1.0)
}

/// The natural logarithm: the bits of [`libm::log`], fit for a vectorised loop.
///
/// ```
/// assert_eq!(ukur::numerics::batch::ln(10.0), libm::log(10.0));
/// assert_eq!(ukur::numerics::batch::ln(0.0), f64::NEG_INFINITY);
/// ```
#[inline(always)]
pub fn ln(x: f64) -> f64 {
    let is_denormal = x < f64::MIN_POSITIVE;
    let scaled = if is_denormal { x * 18014398509481984.0 } else { x };
    let (k, m) = centred(scaled);
    let k = if is_denormal { k - 54.0 } else { k };
    let main = assemble(k, 0.0, m - 1.0);
    let finite = if x < f64::INFINITY { main } else { x };
    let at_zero = if x == 0.0 { f64::NEG_INFINITY } else { f64::NAN };
    if x > 0.0 { finite } else { at_zero }
}

/// `ln(1 + x)`: the bits of [`libm::log1p`], fit for a vectorised loop.
///
/// ```
/// assert_eq!(ukur::numerics::batch::log1p(1e-20), 1e-20);
/// assert_eq!(ukur::numerics::batch::log1p(-1.0), f64::NEG_INFINITY);
/// ```
#[inline(always)]
pub fn log1p(x: f64) -> f64 {
    let main = log1p_inside(x);
    let main = if x < f64::INFINITY { main } else { x };
    let at_edge = if x == -1.0 { f64::NEG_INFINITY } else { f64::NAN };
    if x > -1.0 { main } else { at_edge }
}

/// `ln(1 + x)` for finite `x > -1`.
#[inline(always)]
fn log1p_inside(x: f64) -> f64 {
    let high = f64::from_bits(0x3fda_827a_0000_0000); // sqrt(2) - 1
    let low = -f64::from_bits(0x3fd2_bec5_0000_0000); // sqrt(1/2) - 1
    let is_small = (x < high) & (x > low);
    let u = 1.0 + x;
    let (k, m) = centred(u);
    // What the rounding of 1 + x left out, exactly; nothing that counts for large u.
    let part = u - x;
    let rest = (x - (u - part)) + (1.0 - part);
    let none = is_small | (u >= f64::from_bits(0x4346_a09e_0000_0000)); // 2^53.5
    let c = if none { 0.0 } else { rest / u };
    let k = if is_small { 0.0 } else { k };
    let f = if is_small { x } else { m - 1.0 };
    // The sign is that of x, also for a negative zero.
    assemble(k, c, f).copysign(x)
}

/// The exponential: the bits of [`libm::exp`], fit for a vectorised loop.
///
/// ```
/// assert_eq!(ukur::numerics::batch::exp(-745.0), libm::exp(-745.0));
/// assert_eq!(ukur::numerics::batch::exp(710.0), f64::INFINITY);
/// ```
#[inline(always)]
pub fn exp(x: f64) -> f64 {
    // Beyond these the result is 0 or infinite, and the powers of two below would wrap.
    let size = x.abs();
    let size = if size < 750.0 { size } else { 750.0 };
    let (k, less_one) = reduced_exp(size, x);
    let fraction = 1.0 + less_one;
    let fraction = if size < f64::from_bits(0x3e30_0001_0000_0000) { 1.0 + x } else { fraction };
    // 2^k in two factors: neither overflows, and a denormal result is rounded once.
    let half = (k * 0.5 + 1.5 * TWO_52) - 1.5 * TWO_52;
    let main = fraction * power_of_two(half) * power_of_two(k - half);
    if x.is_nan() { x } else { main }
}

/// The exponential for `2^-28 < |x| < 708`, where nothing is special.
#[inline(always)]
fn exp_inside(x: f64) -> f64 {
    let (k, less_one) = reduced_exp(x.abs(), x);
    (1.0 + less_one) * power_of_two(k)
}

/// `(exp(x), exp(x) - 1)` for `x` from -700 to 700, the second without cancellation: error below 2 units in the last place.
/// Below -700 both are those of -700.
///
/// ```
/// let (exp, less_one) = ukur::numerics::batch::exp_and_expm1(-1e-20);
/// assert_eq!((exp, less_one), (1.0, -1e-20));
/// ```
#[inline(always)]
pub fn exp_and_expm1(x: f64) -> (f64, f64) {
    let x = if x > -700.0 { x } else { -700.0 };
    let (k, less_one) = reduced_exp(x.abs(), x);
    let power = power_of_two(k);
    ((1.0 + less_one) * power, less_one * power + (power - 1.0))
}

/// `exp` of a number with this absolute value and the sign of `x` as `2^k` and the other factor less 1.
#[inline(always)]
fn reduced_exp(size: f64, x: f64) -> (f64, f64) {
    // |x| / ln 2 + 1/2, rounded down; 0 up to the border that fdlibm sets, a hair above ln(2) / 2.
    let raised = INVERSE_LN2 * size + 0.5;
    let nearest = (raised + TWO_52) - TWO_52;
    let k = nearest - if nearest > raised { 1.0 } else { 0.0 };
    let k = if size < f64::from_bits(0x3fd6_2e43_0000_0000) { 0.0 } else { k };
    // In the absolute value both signs take the same steps.
    let high = (size - k * LN2_HIGH).to_bits() ^ (x.to_bits() & SIGN);
    let low = (k * LN2_LOW).to_bits() ^ (x.to_bits() & SIGN);
    let (high, low) = (f64::from_bits(high), f64::from_bits(low));
    let r = high - low;
    let square = r * r;
    let c =
        r - square * (EXP[0] + square * (EXP[1] + square * (EXP[2] + square * (EXP[3] + square * EXP[4]))));
    (k.copysign(x), r * c / (2.0 - c) - low + high)
}

/// `2^k` for a whole `k` from -1022 to 1023.
#[inline(always)]
fn power_of_two(k: f64) -> f64 {
    f64::from_bits((k + (TWO_52 + 1023.0)).to_bits() << 52)
}

/// `1 / (1 + exp(-x))`, fit for a vectorised loop, accurate relative to the small side; error below 3 units in the last
/// place.
///
/// ```
/// assert_eq!(ukur::numerics::batch::logistic(0.0), 0.5);
/// ```
#[inline(always)]
pub fn logistic(x: f64) -> f64 {
    let e = exp(-x.abs());
    let upper = if x >= 0.0 { 1.0 } else { e };
    upper / (1.0 + e)
}

/// Applies one function to a slice: where no value of a group is `unusual`, with the few instructions of `inside`,
/// otherwise with those of `everywhere`. Both give the same bits for the other values. `unusual` sets the top bit of its
/// answer: whole numbers are or-ed together in any order, so that this check becomes vector instructions too.
#[inline(always)]
fn in_groups(
    values: &mut [f64],
    unusual: impl Fn(f64) -> u64,
    inside: impl Fn(f64) -> f64,
    everywhere: impl Fn(f64) -> f64,
) {
    for group in values.chunks_mut(256) {
        let any = group.iter().fold(0, |any, &value| any | unusual(value));
        if any & SIGN == 0 {
            for value in group {
                *value = inside(*value);
            }
        } else {
            for value in group {
                *value = everywhere(*value);
            }
        }
    }
}

/// Sets the top bit for everything but positive normal numbers.
#[inline(always)]
fn not_positive_normal(x: f64) -> u64 {
    outside(x.to_bits(), f64::MIN_POSITIVE.to_bits(), f64::INFINITY.to_bits())
}

/// Sets the top bit for sizes that [`exp_inside`] does not take.
#[inline(always)]
fn not_moderate(x: f64) -> u64 {
    outside(x.to_bits() & !SIGN, 3.8e-9_f64.to_bits(), 708_f64.to_bits())
}

/// Sets the top bit where not `low <= bits < high`; `low` and `high` have none.
#[inline(always)]
fn outside(bits: u64, low: u64, high: u64) -> u64 {
    let above = bits.wrapping_sub(low);
    above | above.wrapping_add(SIGN - (high - low))
}

/// Replaces every value by its natural logarithm, [`ln`].
///
/// ```
/// let mut values = [1.0, 2.0, 0.0, -1.0];
/// ukur::numerics::batch::ln_in_place(&mut values);
/// assert_eq!(values[1], 2f64.ln());
/// assert!(values[2] == f64::NEG_INFINITY && values[3].is_nan());
/// ```
pub fn ln_in_place(values: &mut [f64]) {
    in_groups(values, not_positive_normal, ln_positive, ln);
}

/// Replaces every value by [`log1p`] of it.
///
/// ```
/// let mut values = [1e-20, 1.0];
/// ukur::numerics::batch::log1p_in_place(&mut values);
/// assert_eq!(values, [1e-20, 2f64.ln()]);
/// ```
pub fn log1p_in_place(values: &mut [f64]) {
    in_groups(values, |x| not_positive_normal(1.0 + x), log1p_inside, log1p);
}

/// Replaces every value by its exponential, [`exp`].
///
/// ```
/// let mut values = [0.0, -1000.0];
/// ukur::numerics::batch::exp_in_place(&mut values);
/// assert_eq!(values, [1.0, 0.0]);
/// ```
pub fn exp_in_place(values: &mut [f64]) {
    in_groups(values, not_moderate, exp_inside, exp);
}

/// Replaces every value by [`logistic`] of it.
///
/// ```
/// let mut values = [0.0, 1000.0];
/// ukur::numerics::batch::logistic_in_place(&mut values);
/// assert_eq!(values, [0.5, 1.0]);
/// ```
pub fn logistic_in_place(values: &mut [f64]) {
    let inside = |x: f64| {
        let e = exp_inside(-x.abs());
        let upper = if x >= 0.0 { 1.0 } else { e };
        upper / (1.0 + e)
    };
    in_groups(values, not_moderate, inside, logistic);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numerics::random::Random;

    const SPECIAL: [f64; 20] = [
        0.0,
        -0.0,
        1.0,
        -1.0,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::NAN,
        f64::MIN_POSITIVE,
        5e-324,
        -5e-324,
        f64::MAX,
        f64::MIN,
        709.782712893384,
        709.7827128933841,
        -708.4,
        -745.1332191019411,
        -745.1332191019412,
        0.34657359027997264,
        1.0397207708399179,
        3.7252902984619140625e-9,
    ];

    fn same(name: &str, ours: fn(f64) -> f64, theirs: fn(f64) -> f64, x: f64) {
        let (got, want) = (ours(x), theirs(x));
        assert!(
            got.to_bits() == want.to_bits() || (got.is_nan() && want.is_nan()),
            "{name}({x:e}) = {got:e}, libm {want:e}"
        );
    }

    #[test]
    fn the_bits_are_those_of_libm() {
        let mut random = Random::new(11);
        let check = |x: f64| {
            same("ln", ln, libm::log, x);
            same("log1p", log1p, libm::log1p, x);
            same("exp", exp, libm::exp, x);
        };
        for x in SPECIAL {
            check(x);
            for near in [x.to_bits().wrapping_sub(1), x.to_bits().wrapping_add(1)] {
                check(f64::from_bits(near));
            }
        }
        for _ in 0..300_000 {
            // Any bits at all; the range where the exponential is a number; around zero.
            check(f64::from_bits(random.bits()));
            check(1500.0 * random.uniform() - 750.0);
            check(4.0 * random.uniform() - 2.0);
            check(random.normal() * libm::exp(-30.0 * random.uniform()));
        }
    }

    #[test]
    fn borders_of_the_reductions() {
        for border in
            [0x3ff0_a2b2_u64, 0x3fd6_2e43, 0x3e30_0001, 0x3fda_827a, 0x3fd2_bec5, 0x3fe6_a09e, 0x3ff6_a09e]
        {
            for low in [0_u64, 1, 2, 0x8000_0000, 0xffff_ffff] {
                for high in [border - 1, border] {
                    let x = f64::from_bits(high << 32 | low);
                    for x in [x, -x, 4.0 * x, x - 1.0] {
                        same("ln", ln, libm::log, x);
                        same("log1p", log1p, libm::log1p, x);
                        same("exp", exp, libm::exp, x);
                    }
                }
            }
        }
    }

    #[test]
    fn slices_hold_the_bits_of_the_scalars() {
        type Pair = (fn(f64) -> f64, fn(&mut [f64]));
        let mut random = Random::new(2);
        let mut values: Vec<f64> = (0..1001).map(|_| 20.0 * random.normal()).collect();
        values.extend(SPECIAL);
        values.extend((0..1001).map(|_| 5.0 * random.open_uniform()));
        let all: [Pair; 4] =
            [(ln, ln_in_place), (log1p, log1p_in_place), (exp, exp_in_place), (logistic, logistic_in_place)];
        for (scalar, slice) in all {
            let mut done = values.clone();
            slice(&mut done);
            for (x, got) in values.iter().zip(&done) {
                let want = scalar(*x);
                assert!(got.to_bits() == want.to_bits() || (got.is_nan() && want.is_nan()), "{x}");
            }
        }
    }

    #[test]
    fn both_exponentials_keep_their_digits() {
        let mut random = Random::new(5);
        let check = |x: f64| {
            let ((exp, less_one), want) = (exp_and_expm1(x), libm::expm1(x));
            assert!((exp - libm::exp(x)).abs() <= f64::EPSILON * libm::exp(x), "exp({x:e}) = {exp:e}");
            assert!(
                (less_one - want).abs() <= 2.0 * f64::EPSILON * want.abs(),
                "expm1({x:e}) = {less_one:e}, {want:e}"
            );
        };
        for x in [0.0, -0.0, 5e-324, -1e-300, 0.34657359027997264, 0.34657359027997275, 700.0, -700.0] {
            check(x);
        }
        for _ in 0..300_000 {
            check(1400.0 * random.uniform() - 700.0);
            check(4.0 * random.uniform() - 2.0);
            check(random.normal() * libm::exp(-30.0 * random.uniform()));
        }
        assert_eq!(exp_and_expm1(f64::NEG_INFINITY), exp_and_expm1(-700.0));
    }

    #[test]
    fn the_logistic_function_keeps_both_sides() {
        for x in [-745.0, -700.0, -40.0, -1.0, -1e-20, 1e-3, 0.7, 36.0, 800.0] {
            let want = crate::numerics::elementary::logistic(x);
            assert!((logistic(x) - want).abs() <= 1e-15 * want, "{x}");
            assert!((logistic(x) + logistic(-x) - 1.0).abs() < 1e-15);
        }
        assert!(logistic(f64::NAN).is_nan());
    }
}
