//! Numerical integration: fixed Gauss-Legendre rules, and an adaptive Gauss-Kronrod rule with an error estimate.
//!
//! The nodes and weights of the Gauss-Legendre rules were computed with 40 digits by Newton's method on the Legendre
//! polynomials; those of the 21-point Kronrod rule are as printed in QUADPACK (Piessens et al. 1983), and so is the error
//! estimate.

use super::elementary::power_of_two;
use super::summation::CompensatedSum;

/// An integral, its estimated error, and whether the error asked for was reached.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Integral {
    /// The value.
    pub value: f64,
    /// An estimate of the absolute error, usually far too large.
    pub error: f64,
    /// Whether the error came below the one asked for.
    pub converged: bool,
}

/// The most intervals an adaptive integration splits into.
const MOST_INTERVALS: usize = 300;
/// An absolute error that is small enough whatever the integral.
const LEAST: f64 = 1e-300;

/// The integral of `f` over `[low, high]`, either of which may be infinite, to a relative error of `relative`.
///
/// Adaptive bisection with the 21-point Gauss-Kronrod rule; at most 300 intervals, so it always ends. A value of `f` that
/// is not finite makes the result NaN and not converged.
///
/// ```
/// use ukur::numerics::quadrature::integrate;
/// let half = integrate(|x| (-x * x).exp(), 0.0, f64::INFINITY, 1e-12);
/// assert!(half.converged && (half.value - std::f64::consts::PI.sqrt() / 2.0).abs() < 1e-14);
/// let cusp = integrate(|x: f64| x.sqrt(), 0.0, 1.0, 1e-10);
/// assert!(cusp.converged && (cusp.value - 2.0 / 3.0).abs() < 1e-10);
/// ```
pub fn integrate(f: impl Fn(f64) -> f64, low: f64, high: f64, relative: f64) -> Integral {
    integrate_dyn(&f, low, high, relative)
}

fn integrate_dyn(f: &dyn Fn(f64) -> f64, low: f64, high: f64, relative: f64) -> Integral {
    if low.is_nan() || high.is_nan() {
        return Integral { value: f64::NAN, error: f64::NAN, converged: false };
    }
    if low == high {
        return Integral { value: 0.0, error: 0.0, converged: true };
    }
    if low > high {
        let turned = integrate_dyn(f, high, low, relative);
        return Integral { value: -turned.value, ..turned };
    }
    match (low.is_infinite(), high.is_infinite()) {
        (false, false) => integrate_between(f, low, high, &[], relative, LEAST),
        // x = low + t / (1 - t)
        (false, true) => integrate_between(
            &|t: f64| {
                let rest = 1.0 - t;
                f(low + t / rest) / (rest * rest)
            },
            0.0,
            1.0,
            &[],
            relative,
            LEAST,
        ),
        (true, false) => integrate_dyn(&|x| f(-x), -high, f64::INFINITY, relative),
        // x = t / (1 - t^2)
        (true, true) => integrate_between(
            &|t: f64| {
                let rest = (1.0 - t) * (1.0 + t);
                f(t / rest) * (1.0 + t * t) / (rest * rest)
            },
            -1.0,
            1.0,
            &[0.0],
            relative,
            LEAST,
        ),
    }
}

/// The logarithm of the integral of `exp(ln_f)` over `[low, high]`, `high` may be infinite: for integrands that overflow
/// or underflow as numbers. `ln_f` must have one peak (it may lie at an end).
///
/// `value` is the logarithm, `error` the relative error of the integral, which is the absolute error of the logarithm.
///
/// ```
/// use ukur::numerics::quadrature::integrate_ln;
/// // A normal density of standard deviation 1 around 5000, times exp(-2000).
/// let ln_f = |x: f64| -2000.0 - 0.5 * (x - 5000.0).powi(2);
/// let area = integrate_ln(ln_f, 0.0, 1e4, 1e-12);
/// let exact = -2000.0 + 0.5 * (2.0 * std::f64::consts::PI).ln();
/// assert!(area.converged && (area.value - exact).abs() < 1e-11);
/// ```
pub fn integrate_ln(ln_f: impl Fn(f64) -> f64, low: f64, high: f64, relative: f64) -> Integral {
    let nothing = Integral { value: f64::NAN, error: f64::NAN, converged: false };
    if !(low < high && low.is_finite()) {
        return if low == high {
            Integral { value: f64::NEG_INFINITY, error: 0.0, converged: true }
        } else {
            nothing
        };
    }
    let Some((peak, highest)) = peak_of(&ln_f, low, high) else {
        return nothing;
    };
    if highest == f64::NEG_INFINITY {
        return Integral { value: highest, error: 0.0, converged: true };
    }
    let left = reach(&ln_f, peak, highest, low);
    let right = reach(&ln_f, peak, highest, high);
    let area = integrate_between(&|x| libm::exp(ln_f(x) - highest), left, right, &[peak], relative, LEAST);
    Integral { value: highest + libm::log(area.value), error: area.error / area.value, ..area }
}

/// Where a function with one peak is highest, and how high; `None` when it is NaN or infinite upwards somewhere.
fn peak_of(f: &impl Fn(f64) -> f64, low: f64, high: f64) -> Option<(f64, f64)> {
    // Points that are dense near the lower end when the range has no end.
    let point = |i: i32| -> f64 {
        if high == f64::INFINITY {
            if i == 0 { low } else { low + power_of_two(f64::from(i) - 40.0) }
        } else {
            low + (high - low) * (f64::from(i) / 80.0)
        }
    };
    let mut best = (0, f64::NEG_INFINITY);
    for i in 0..=80 {
        let value = f(point(i));
        if value.is_nan() || value == f64::INFINITY {
            return None;
        }
        if value > best.1 {
            best = (i, value);
        }
    }
    // Golden section between the neighbours.
    let (mut a, mut b) = (point((best.0 - 1).max(0)), point((best.0 + 1).min(80)));
    let (mut peak, mut highest) = (point(best.0), best.1);
    for _ in 0..60 {
        let (x1, x2) = (b - 0.618_033_988_749_894_8 * (b - a), a + 0.618_033_988_749_894_8 * (b - a));
        let (f1, f2) = (f(x1), f(x2));
        for (x, value) in [(x1, f1), (x2, f2)] {
            if value > highest {
                (peak, highest) = (x, value);
            }
        }
        if f1 >= f2 {
            b = x2;
        } else {
            a = x1;
        }
    }
    highest.is_finite().then_some((peak, highest)).or(Some((peak, f64::NEG_INFINITY)))
}

/// How far from the peak towards `end` the function counts: until it lies 45 below, `exp(-45)` being 3e-20.
fn reach(f: &impl Fn(f64) -> f64, peak: f64, highest: f64, end: f64) -> f64 {
    let counts = |x: f64| f(x) > highest - 45.0;
    if end.is_finite() && counts(end) {
        return end;
    }
    // A point where it no longer counts, then bisection.
    let mut outside = end;
    if end == f64::INFINITY {
        outside = peak + peak.abs().max(1.0);
        for _ in 0..2000 {
            if !counts(outside) || outside > 1e300 {
                break;
            }
            outside = peak + 2.0 * (outside - peak);
        }
    }
    let mut inside = peak;
    for _ in 0..60 {
        // In ratios of the distance, so that a narrow peak in a wide range is found soon.
        let distance = outside - peak;
        let near = inside - peak;
        let middle = if near.abs() < 1e-3 * distance.abs() {
            peak + 0.03 * distance
        } else {
            0.5 * (inside + outside)
        };
        if counts(middle) {
            inside = middle;
        } else {
            outside = middle;
        }
        if (outside - inside).abs() <= 0.1 * (outside - peak).abs() {
            break;
        }
    }
    outside
}

/// One interval with its integral and error.
struct Piece {
    low: f64,
    high: f64,
    value: f64,
    error: f64,
}

/// Adaptive bisection of the piece with the largest error, over `[low, high]` cut at those of `cuts` that lie between, in
/// any order: at each something may happen that a rule over a wide range would not see. An error of `absolute` will do,
/// too.
pub(crate) fn integrate_between(
    f: &dyn Fn(f64) -> f64,
    low: f64,
    high: f64,
    cuts: &[f64],
    relative: f64,
    absolute: f64,
) -> Integral {
    let mut pieces = Vec::new();
    let mut from = low;
    while from < high {
        let to = cuts.iter().fold(high, |to, &cut| if cut > from && cut < to { cut } else { to });
        pieces.push(kronrod(f, from, to));
        from = to;
    }
    loop {
        let (mut value, mut error) = (CompensatedSum::default(), 0.0);
        let mut worst = 0;
        for (i, piece) in pieces.iter().enumerate() {
            value.add(piece.value);
            error += piece.error;
            if piece.error > pieces[worst].error {
                worst = i;
            }
        }
        let value = value.value();
        let converged = error <= relative * value.abs() || error <= absolute;
        if converged || pieces.len() >= MOST_INTERVALS || !value.is_finite() {
            return Integral { value, error, converged: converged && value.is_finite() };
        }
        let Piece { low, high, .. } = pieces[worst];
        let middle = 0.5 * (low + high);
        if !(middle > low && middle < high) {
            return Integral { value, error, converged: false };
        }
        pieces[worst] = kronrod(f, low, middle);
        pieces.push(kronrod(f, middle, high));
    }
}

/// The 21-point Kronrod rule with the 10-point Gauss rule inside it.
fn kronrod(f: &dyn Fn(f64) -> f64, low: f64, high: f64) -> Piece {
    let half = 0.5 * (high - low);
    let middle = 0.5 * (low + high);
    let centre = f(middle);
    let mut values = [(0.0, 0.0); 10];
    let mut kronrod = KRONROD_CENTRE * centre;
    let mut gauss = 0.0;
    let mut magnitude = kronrod.abs();
    for (i, (pair, &(node, weight, gauss_weight))) in values.iter_mut().zip(&KRONROD).enumerate() {
        let step = half * node;
        *pair = (f(middle - step), f(middle + step));
        let sum = pair.0 + pair.1;
        kronrod += weight * sum;
        magnitude += weight * (pair.0.abs() + pair.1.abs());
        if i % 2 == 1 {
            gauss += gauss_weight * sum;
        }
    }
    let mean = 0.5 * kronrod;
    let mut spread = KRONROD_CENTRE * (centre - mean).abs();
    for (pair, &(_, weight, _)) in values.iter().zip(&KRONROD) {
        spread += weight * ((pair.0 - mean).abs() + (pair.1 - mean).abs());
    }
    let mut error = (kronrod - gauss).abs() * half;
    spread *= half;
    if spread > 0.0 && error > 0.0 {
        let ratio = 200.0 * error / spread;
        error = spread * (ratio * ratio.sqrt()).min(1.0);
    }
    // Not less than what rounding leaves.
    error = error.max(50.0 * f64::EPSILON * magnitude * half * 0.02);
    Piece { low, high, value: kronrod * half, error }
}

/// Node, Kronrod weight, Gauss weight (zero where the Gauss rule has no node), from the outside in.
const KRONROD: [(f64, f64, f64); 10] = [
    (0.995657163025808080735527280689003, 0.011694638867371874278064396062192, 0.0),
    (
        0.973906528517171720077964012084452,
        0.03255816230796472747881897245939,
        0.066671344308688137593568809893332,
    ),
    (0.930157491355708226001207180059508, 0.05475589657435199603138130024458, 0.0),
    (
        0.865063366688984510732096688423493,
        0.07503967481091995276704314091619,
        0.149451349150580593145863397657697,
    ),
    (0.780817726586416897063717578345042, 0.093125454583697605535065465083366, 0.0),
    (
        0.679409568299024406234327365114874,
        0.109387158802297641899210590325805,
        0.219086362515982043995534934228163,
    ),
    (0.562757134668604683339000099272694, 0.123491976262065851077958109585166, 0.0),
    (
        0.433395394129247190799265943165784,
        0.134709217311473325928054001771707,
        0.269266719309996355091226921569469,
    ),
    (0.294392862701460198131126603103866, 0.142775938577060080797094273138717, 0.0),
    (
        0.14887433898163121088482600112972,
        0.147739104901338491374841515972068,
        0.295524224714752870173815619188769,
    ),
];
const KRONROD_CENTRE: f64 = 0.149445554002916905664936468389821;

/// The integral of `f` over `[low, high]` by the Gauss-Legendre rule with 32 nodes: exact for polynomials up to degree 63.
///
/// ```
/// let sixth = ukur::numerics::quadrature::gauss_legendre_32(0.0, 1.0, |x| x * x * x * x * x);
/// assert!((sixth - 1.0 / 6.0).abs() < 1e-15);
/// ```
pub fn gauss_legendre_32(low: f64, high: f64, f: impl FnMut(f64) -> f64) -> f64 {
    gauss_legendre(&NODES_32, low, high, f)
}

/// The same with 16 nodes: exact for polynomials up to degree 31.
///
/// ```
/// let sixth = ukur::numerics::quadrature::gauss_legendre_16(0.0, 1.0, |x| x * x * x * x * x);
/// assert!((sixth - 1.0 / 6.0).abs() < 1e-15);
/// ```
pub fn gauss_legendre_16(low: f64, high: f64, f: impl FnMut(f64) -> f64) -> f64 {
    gauss_legendre(&NODES_16, low, high, f)
}

/// The nodes of the 16-point rule on `[low, high]`, each with its weight: for several integrals over one range.
pub(crate) fn gauss_legendre_16_nodes(low: f64, high: f64) -> impl Iterator<Item = (f64, f64)> {
    let half = 0.5 * (high - low);
    let middle = 0.5 * (high + low);
    NODES_16.iter().flat_map(move |&(node, weight)| {
        [(middle - half * node, half * weight), (middle + half * node, half * weight)]
    })
}

fn gauss_legendre(nodes: &[(f64, f64)], low: f64, high: f64, mut f: impl FnMut(f64) -> f64) -> f64 {
    let half = 0.5 * (high - low);
    let middle = 0.5 * (high + low);
    let mut sum = 0.0;
    for &(node, weight) in nodes {
        let step = half * node;
        sum += weight * (f(middle - step) + f(middle + step));
    }
    half * sum
}

/// The positive nodes and their weights on `[-1, 1]`.
const NODES_16: [(f64, f64); 8] = [
    (0.095012509837637440185, 0.18945061045506849629),
    (0.28160355077925891323, 0.18260341504492358887),
    (0.45801677765722738634, 0.16915651939500253819),
    (0.61787624440264374845, 0.14959598881657673208),
    (0.7554044083550030339, 0.12462897125553387205),
    (0.86563120238783174388, 0.09515851168249278481),
    (0.94457502307323257608, 0.062253523938647892863),
    (0.9894009349916499326, 0.027152459411754094852),
];

/// The same for 32 nodes.
const NODES_32: [(f64, f64); 16] = [
    (0.048307665687738316235, 0.096540088514727800567),
    (0.14447196158279649349, 0.095638720079274859419),
    (0.23928736225213707454, 0.093844399080804565639),
    (0.33186860228212764978, 0.091173878695763884713),
    (0.42135127613063534536, 0.087652093004403811143),
    (0.50689990893222939002, 0.083311924226946755222),
    (0.58771575724076232904, 0.078193895787070306472),
    (0.66304426693021520098, 0.072345794108848506225),
    (0.73218211874028968039, 0.065822222776361846838),
    (0.79448379596794240696, 0.058684093478535547145),
    (0.84936761373256997013, 0.050998059262376176196),
    (0.89632115576605212397, 0.042835898022226680657),
    (0.93490607593773968917, 0.034273862913021433103),
    (0.96476225558750643077, 0.025392065309262059456),
    (0.9856115115452683354, 0.016274394730905670605),
    (0.99726386184948156354, 0.0070186100094700966004),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_are_exact_for_polynomials() {
        for degree in 0..64_u32 {
            let power = |x: f64| (0..degree).fold(1.0, |p: f64, _| p * x);
            let exact = 1.0 / (f64::from(degree) + 1.0);
            if degree < 32 {
                assert!((gauss_legendre_16(0.0, 1.0, power) - exact).abs() < 1e-15);
                assert!((kronrod(&power, 0.0, 1.0).value - exact).abs() < 1e-15);
            }
            assert!((gauss_legendre_32(0.0, 1.0, power) - exact).abs() < 1e-15);
        }
    }

    #[test]
    fn hard_integrands() {
        let log = integrate(libm::log, 0.0, 1.0, 1e-10);
        assert!(log.converged && (log.value + 1.0).abs() < 1e-10, "{log:?}");
        let spike = integrate(|x| 1e-4 / (x * x + 1e-8), -1.0, 1.0, 1e-12);
        assert!(spike.converged && (spike.value - 2.0 * libm::atan(1e4)).abs() < 1e-11, "{spike:?}");
        let whole = integrate(|x| 1.0 / (1.0 + x * x), f64::NEG_INFINITY, f64::INFINITY, 1e-12);
        assert!((whole.value - std::f64::consts::PI).abs() < 1e-13);
        let turned = integrate(|x| x, 1.0, 0.0, 1e-12);
        assert!((turned.value + 0.5).abs() < 1e-15);
        assert!(!integrate(|x| 1.0 / x, 0.0, 1.0, 1e-10).converged);
        assert!(!integrate(|_| f64::NAN, 0.0, 1.0, 1e-10).converged);
    }

    #[test]
    fn logarithms_of_integrals() {
        // The gamma function: ln of the integral of x^(a-1) exp(-x).
        for a in [1.5, 30.0, 5000.0] {
            let area = integrate_ln(|x| (a - 1.0) * libm::log(x) - x, 0.0, f64::INFINITY, 1e-12);
            let exact = libm::lgamma(a);
            assert!(area.converged && (area.value - exact).abs() < 1e-10 + 1e-15 * exact, "{a}: {area:?}");
        }
        // The peak at an end, a hundred thousand times narrower than the range.
        let area = integrate_ln(|x| -1e6 * x - 700.0, 0.0, 10.0, 1e-12);
        assert!((area.value + 700.0 + libm::log(1e6)).abs() < 1e-12, "{area:?}");
        let nothing = integrate_ln(|_| f64::NEG_INFINITY, 0.0, 1.0, 1e-12);
        assert_eq!((nothing.value, nothing.converged), (f64::NEG_INFINITY, true));
    }
}
