//! `2F1(1, p; p + q; z)` with exact derivatives: the function behind the Pareto/NBD likelihood.
//!
//! Gauss's continued fraction, turned so that every part is positive: the function is `1 / v_1` with
//!
//! `v_k = (a_k y + b_k v_(k+1)) / (a_k + b_k v_(k+1))`,  `y = 1 - z`,
//!
//! where `(a, b)` is `(p + j, q + j)` for `k = 2 j + 1` and `(j, p + q + j - 1)` for `k = 2 j`. Nothing cancels, errors
//! shrink from step to step by about `(1 - sqrt(y)) / (1 + sqrt(y))` (a power series only by `z`), and since `a` and `b`
//! are linear in `p` and `q` the derivatives run along in a few operations. (Wall 1948, Analytic Theory of Continued
//! Fractions, on continued fractions of Gauss and on g-fractions.)
//!
//! Very near `z = 1`, where the fraction is long, the function is the integral
//!
//! `(p + q - 1) * integral over d from 0 to infinity of exp(-(q - 1) d) (1 + y (exp(d) - 1))^-p`
//!
//! (Euler's integral, DLMF 15.6.1, with the logarithm as variable): smooth, positive, with one peak. Its derivatives
//! are moments of the same integrand.

use super::dual::Dual;
use super::quadrature::gauss_legendre_16_nodes;

/// Up to this `z` the continued fraction is used (some 800 steps at the most).
const FRACTION_UP_TO: f64 = 0.999;

/// Steps after which the fraction is cut, whatever the parameters.
const MOST_STEPS: usize = 1 << 14;

/// The arguments that are evaluated together.
pub(crate) const LANES: usize = 4;

type Lanes = [f64; LANES];

/// `ln 2F1(1, p; p + q; z)` for positive `p` and `q` with a sum above 1, with `y = 1 - z` in full precision.
pub(crate) fn ln_one(p: f64, q: f64, z: f64, y: f64) -> f64 {
    if z > FRACTION_UP_TO {
        return near_one(p, q, y).value;
    }
    let mut steps = first_guess(y);
    loop {
        let (mut v, mut shrunk) = (y.sqrt(), 1.0);
        for k in (1..=steps).rev() {
            let (a, b) = parts(k, p, q);
            let part = b * v;
            let r = 1.0 / (a + part);
            shrunk *= a * b * z * r * r;
            v = (a * y + part) * r;
        }
        if shrunk <= ENOUGH * v || steps >= MOST_STEPS {
            return -libm::log(v);
        }
        steps *= 2;
    }
}

/// What is left of an error in the tail, relative to the result; derivatives of the tail may be off by some hundreds.
const ENOUGH: f64 = 1e-20;

/// Steps that shrink the tail's error to [`ENOUGH`] with the rate of the far steps.
fn first_guess(y: f64) -> usize {
    // The logarithm of the rate is -2 artanh(sqrt(y)), and artanh is above its argument.
    let root = y.sqrt().min(1.0);
    let artanh = if root < 0.3 { root } else { 0.5 * libm::log1p(2.0 * root / (1.0 - root).max(1e-12)) };
    (24.0 / artanh).min(MOST_STEPS as f64) as usize + 6
}

/// `(a, b)` of a step.
fn parts(k: usize, p: f64, q: f64) -> (f64, f64) {
    let j = (k / 2) as f64;
    if k % 2 == 1 { (p + j, q + j) } else { (j, p + q + (j - 1.0)) }
}

/// The value and the derivatives of `v` by `p`, `q`, `y`, then `pp`, `pq`, `py`, `qq`, `qy`, `yy`, lane by lane.
struct Fraction {
    v: Lanes,
    first: [Lanes; 3],
    second: [Lanes; 6],
    /// What the steps leave of an error in the tail.
    shrunk: Lanes,
}

impl Fraction {
    /// Runs through the steps from the far end; second derivatives only where they are wanted.
    fn run<const SECOND: bool>(steps: usize, p: &Lanes, q: &Lanes, z: &Lanes, y: &Lanes) -> Self {
        let zero = [0.0; LANES];
        // The far steps hardly change any more: v is nearly the root of y.
        let root = y.map(f64::sqrt);
        let mut out = Self {
            v: root,
            first: [zero, zero, root.map(|root| 0.5 / root)],
            second: [zero; 6],
            shrunk: [1.0; LANES],
        };
        for k in (1..=steps).rev() {
            let j = (k / 2) as f64;
            if k % 2 == 1 {
                out.step::<SECOND, true>(j, p, q, z, y);
            } else {
                out.step::<SECOND, false>(j, p, q, z, y);
            }
        }
        out
    }

    /// One step, with the derivatives of `m(a, b, v, y) = (a y + b v) / (a + b v)`. In odd steps `a` grows with `p` and
    /// `b` with `q`; in even ones `a` is constant and `b` grows with both.
    #[allow(clippy::inline_always)] // The state stays in registers.
    #[inline(always)]
    fn step<const SECOND: bool, const ODD: bool>(
        &mut self,
        j: f64,
        p: &Lanes,
        q: &Lanes,
        z: &Lanes,
        y: &Lanes,
    ) {
        let Self { v, first: [v_p, v_q, v_y], second: [v_pp, v_pq, v_py, v_qq, v_qy, v_yy], shrunk } = self;
        for l in 0..LANES {
            let (a, b) = if ODD { (p[l] + j, q[l] + j) } else { (j, p[l] + q[l] + (j - 1.0)) };
            let part = b * v[l];
            let r = 1.0 / (a + part);
            let square = z[l] * r * r;
            let (m_b, m_v) = (a * v[l] * square, a * b * square);
            let m_p = if ODD { -part * square } else { m_b };
            if SECOND {
                let cube = square * r;
                let lean = (a - part) * cube;
                let (m_vv, m_bv) = (-2.0 * b * b * a * cube, a * lean);
                let m_bb = -2.0 * a * v[l] * v[l] * cube;
                let plain = r * r;
                let (m_vy, m_by) = (-a * b * plain, -a * v[l] * plain);
                let (m_pp, m_pq, m_pv, m_py) = if ODD {
                    (2.0 * part * cube, -v[l] * lean, -b * lean, part * plain)
                } else {
                    (m_bb, m_bb, m_bv, m_by)
                };
                v_pp[l] = m_pp + (2.0 * m_pv + m_vv * v_p[l]) * v_p[l] + m_v * v_pp[l];
                v_pq[l] = m_pq + m_pv * v_q[l] + (m_bv + m_vv * v_q[l]) * v_p[l] + m_v * v_pq[l];
                v_py[l] = m_py + m_pv * v_y[l] + (m_vy + m_vv * v_y[l]) * v_p[l] + m_v * v_py[l];
                v_qq[l] = m_bb + (2.0 * m_bv + m_vv * v_q[l]) * v_q[l] + m_v * v_qq[l];
                v_qy[l] = m_by + m_bv * v_y[l] + (m_vy + m_vv * v_y[l]) * v_q[l] + m_v * v_qy[l];
                v_yy[l] = (2.0 * m_vy + m_vv * v_y[l]) * v_y[l] + m_v * v_yy[l];
            }
            v_p[l] = m_p + m_v * v_p[l];
            v_q[l] = m_b + m_v * v_q[l];
            v_y[l] = a * r + m_v * v_y[l];
            shrunk[l] *= m_v;
            v[l] = (a * y[l] + part) * r;
        }
    }
}

/// As many steps as it takes.
fn fraction<const SECOND: bool>(p: &Lanes, q: &Lanes, z: &Lanes, y: &Lanes) -> Fraction {
    let smallest = y.iter().copied().fold(1.0, f64::min);
    let mut steps = first_guess(smallest);
    loop {
        let out = Fraction::run::<SECOND>(steps, p, q, z, y);
        let settled = out.shrunk.iter().zip(&out.v).all(|(shrunk, v)| *shrunk <= ENOUGH * v);
        if settled || steps >= MOST_STEPS {
            return out;
        }
        steps *= 2;
    }
}

/// Lanes that the fraction takes, and those that it leaves to the integral.
fn split(z: &Lanes, y: &Lanes) -> (Lanes, Lanes, [bool; LANES]) {
    let far = z.map(|z| z > FRACTION_UP_TO);
    let kept = |l: usize, value: f64, other: f64| if far[l] { other } else { value };
    (std::array::from_fn(|l| kept(l, z[l], 0.5)), std::array::from_fn(|l| kept(l, y[l], 0.5)), far)
}

/// The logarithm of the function with its derivatives by `(p, q, z)` at four arguments, `y = 1 - z`.
pub(crate) fn ln_with_hessian(p: &Lanes, q: &Lanes, z: &Lanes, y: &Lanes) -> [Dual<3>; LANES] {
    let (near_z, near_y, far) = split(z, y);
    let f = fraction::<true>(p, q, &near_z, &near_y);
    std::array::from_fn(|l| {
        if far[l] {
            return near_one(p[l], q[l], y[l]);
        }
        let inverse = 1.0 / f.v[l];
        let [v_p, v_q, v_y] = f.first.map(|lanes| lanes[l] * inverse);
        let [pp, pq, py, qq, qy, yy] = f.second.map(|lanes| lanes[l] * inverse);
        let (pq, pz, qz) = (v_p * v_q - pq, py - v_p * v_y, qy - v_q * v_y);
        Dual {
            value: -libm::log(f.v[l]),
            gradient: [-v_p, -v_q, v_y],
            hessian: [[v_p * v_p - pp, pq, pz], [pq, v_q * v_q - qq, qz], [pz, qz, v_y * v_y - yy]],
        }
    })
}

/// The logarithm of the function and its derivatives by `(p, q, z)` at four arguments, `y = 1 - z`.
pub(crate) fn ln_with_gradient(p: &Lanes, q: &Lanes, z: &Lanes, y: &Lanes) -> (Lanes, [Lanes; 3]) {
    let (near_z, near_y, far) = split(z, y);
    let f = fraction::<false>(p, q, &near_z, &near_y);
    let mut value = f.v.map(|v| -libm::log(v));
    let mut first = [[0.0; LANES]; 3];
    for l in 0..LANES {
        let inverse = 1.0 / f.v[l];
        first[0][l] = -f.first[0][l] * inverse;
        first[1][l] = -f.first[1][l] * inverse;
        first[2][l] = f.first[2][l] * inverse;
        if far[l] {
            let near = near_one(p[l], q[l], y[l]);
            value[l] = near.value;
            for (lanes, slope) in first.iter_mut().zip(near.gradient) {
                lanes[l] = slope;
            }
        }
    }
    (value, first)
}

/// The function near `z = 1`, by the integral up to where `z` has fallen to 1/2 and the fraction from there.
fn near_one(p: f64, q: f64, y: f64) -> Dual<3> {
    let y = y.max(1e-290);
    let end = libm::log((1.0 - y) / y);
    // Sums of the integrand times 1, l_p, l_q, l_y and their products, l being its logarithm.
    let mut sums = [0.0; 10];
    let (mut from, mut highest) = (0.0, 0.0f64);
    let mut whole = true;
    while from < end {
        let grown = y * libm::exp(from);
        let slope = 1.0 - q - p * grown / (1.0 - y + grown);
        let to = (from + (4.0 / slope.abs()).min(1.5)).min(end);
        for (d, weight) in gauss_legendre_16_nodes(from, to) {
            let grown = libm::expm1(d);
            let spread = libm::log1p(y * grown);
            let by_y = grown / (1.0 + y * grown);
            let value = weight * libm::exp((1.0 - q) * d - p * spread);
            let terms = [
                1.0,
                -spread,
                -d,
                -p * by_y,
                spread * spread,
                spread * d,
                spread * p * by_y - by_y,
                d * d,
                d * p * by_y,
                (p * p + p) * by_y * by_y,
            ];
            for (sum, term) in sums.iter_mut().zip(terms) {
                *sum += value * term;
            }
        }
        from = to;
        let level = (1.0 - q) * to - p * libm::log1p(y * libm::expm1(to));
        highest = highest.max(level);
        if level < highest - 45.0 {
            whole = false;
            break;
        }
    }
    let inverse = 1.0 / sums[0];
    let [_, a, b, c, aa, ab, ac, bb, bc, cc] = sums.map(|sum| sum * inverse);
    let integral = Dual {
        value: libm::log(sums[0]),
        gradient: [a, b, c],
        hessian: [
            [aa - a * a, ab - a * b, ac - a * c],
            [ab - a * b, bb - b * b, bc - b * c],
            [ac - a * c, bc - b * c, cc - c * c],
        ],
    };
    let [p_, q_, y_] = Dual::variables([p, q, y]);
    let width = (p_ + q_ - 1.0).ln();
    let mut total = integral;
    if whole {
        let grown = libm::expm1(end);
        let there = y_ * grown + 1.0;
        let y_end = y_ * libm::exp(end) / there;
        let at = |value: f64| [value; LANES];
        let [half, ..] = ln_with_hessian(&at(p), &at(q), &at(1.0 - y_end.value), &at(y_end.value));
        // From the derivatives by (p, q, z) at the end of the integral to those by (p, q, y) at its start.
        let z_end = y_end * -1.0 + 1.0;
        let mut ln_half = Dual::constant(half.value);
        let inner = [p_, q_, z_end];
        for i in 0..3 {
            for m in 0..3 {
                ln_half.gradient[m] += half.gradient[i] * inner[i].gradient[m];
                for n in 0..3 {
                    ln_half.hessian[m][n] += half.gradient[i] * inner[i].hessian[m][n];
                    for j in 0..3 {
                        ln_half.hessian[m][n] +=
                            half.hessian[i][j] * inner[i].gradient[m] * inner[j].gradient[n];
                    }
                }
            }
        }
        let tail = (q_ * -1.0 + 1.0) * end - p_ * there.ln() + ln_half - width;
        total = integral.ln_add_exp(tail);
    }
    let mut out = total + width;
    // By z, not by y.
    out.gradient[2] = -out.gradient[2];
    for m in 0..2 {
        out.hessian[m][2] = -out.hessian[m][2];
        out.hessian[2][m] = -out.hessian[2][m];
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numerics::hypergeometric::ln_hypergeometric_one_derivatives;

    /// Derivatives by `(b, c, z)` at `b = p`, `c = p + q`, turned into those by `(p, q, z)`.
    fn other(p: f64, q: f64, z: f64) -> Dual<3> {
        let by = ln_hypergeometric_one_derivatives(p, p + q, z);
        let [[bb, bc, bz], [_, cc, cz], [_, _, zz]] = by.hessian;
        let [b, c, d] = by.gradient;
        Dual {
            value: by.value,
            gradient: [b + c, c, d],
            hessian: [[bb + 2.0 * bc + cc, bc + cc, bz + cz], [bc + cc, cc, cz], [bz + cz, cz, zz]],
        }
    }

    #[test]
    fn fraction_and_integral_agree_with_the_general_function() {
        for p in [0.05, 0.6, 3.0, 40.0] {
            for q in [0.3, 1.0, 1.6, 4.0].into_iter().filter(|q| p + q > 1.0) {
                for z in [0.0, 1e-9, 0.1, 0.6, 0.92, 0.94, 0.99, 0.9999, 0.99999] {
                    let at = |value: f64| [value; LANES];
                    let [got, ..] = ln_with_hessian(&at(p), &at(q), &at(z), &at(1.0 - z));
                    let (value, slopes) = ln_with_gradient(&at(p), &at(q), &at(z), &at(1.0 - z));
                    assert_eq!(value[0], got.value);
                    assert_eq!(slopes.map(|lanes| lanes[0]), got.gradient);
                    assert!((ln_one(p, q, z, 1.0 - z) - got.value).abs() < 1e-15 * (1.0 + got.value));
                    let want = other(p, q, z);
                    assert!((got.value - want.value).abs() < 1e-12, "{p} {q} {z}: {got:?} {want:?}");
                    let scale = [1.0 / p, 1.0 / q, 1.0 / (1.0 - z)];
                    for i in 0..3 {
                        let off = got.gradient[i] - want.gradient[i];
                        assert!(
                            off.abs() < 1e-11 * (scale[i] + want.gradient[i].abs()),
                            "{p} {q} {z}: {got:?} {want:?}"
                        );
                        for j in 0..3 {
                            let off = got.hessian[i][j] - want.hessian[i][j];
                            let size = scale[i] * scale[j] + want.hessian[i][j].abs();
                            assert!(off.abs() < 1e-9 * size, "{p} {q} {z} {i} {j}: {got:?} {want:?}");
                        }
                    }
                }
            }
        }
    }

    /// `mpmath.log(hyp2f1(1, p, p + q, 1 - y))` with 60 digits.
    #[test]
    fn close_to_one() {
        for (p, q, y, want) in [
            (0.8, 0.3, 1e-12, 19.400649907485898),
            (0.6, 1.0, 1e-12, 2.84238613327077567),
            (1000.0, 0.5, 1e-6, 10.8985638837017617),
            (1.61, 0.61, 1e-20, 19.0020605957182404),
            (0.2, 40.0, 1e-3, 0.00510983766571270694),
            (1e6, 1e-3, 0.02, 3.91202295643054805),
        ] {
            let got = ln_one(p, q, 1.0 - y, y);
            assert!((got - want).abs() < 1e-12 * f64::max(1.0, want), "{p} {q} {y}: {got} {want}");
        }
    }
}
