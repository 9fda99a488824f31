//! `2F1(1, p; p + q; z)` at many `z`, with exact derivatives: the function behind the Pareto/NBD likelihood.
//!
//! The coefficients of its power series depend on `p` and `q` alone, so they and their derivatives are made once and
//! every `z` costs a polynomial. Near `z = 1`, where the series is long, the function is the integral
//!
//! `(p + q - 1) * integral over d from 0 to infinity of exp(-(q - 1) d) (1 + y (exp(d) - 1))^-p`,  `y = 1 - z`
//!
//! (Euler's integral, DLMF 15.6.1, with the logarithm as variable): smooth, positive, with one peak. Its derivatives
//! are moments of the same integrand, so nothing cancels, however close `z` is to 1: `y` is handed over by itself.

use super::dual::Dual;
use super::hypergeometric::ln_hypergeometric;
use super::quadrature::gauss_legendre_16_nodes;

/// Up to this `z` the power series is summed (some 600 terms).
const SERIES_UP_TO: f64 = 0.93;

/// Terms after which the series is cut: enough for [`SERIES_UP_TO`].
const MOST_TERMS: usize = 2000;

/// The rows that are evaluated together.
pub(crate) const LANES: usize = 4;

/// `ln 2F1(1, p; p + q; z)` for positive `p` and `q` with a sum above 1, with `y = 1 - z` in full precision.
pub(crate) fn ln_one(p: f64, q: f64, z: f64, y: f64) -> f64 {
    if z <= SERIES_UP_TO { ln_hypergeometric(1.0, p, p + q, z) } else { near_one(p, q, y).value }
}

/// The series with its coefficients.
#[derive(Debug)]
pub(crate) struct OneSeries {
    p: f64,
    q: f64,
    /// Of each power of `z` the coefficient and its derivatives by `p`, `q`, `pp`, `pq`, `qq`.
    coefficients: Vec<[f64; 6]>,
    /// Bounds of what each power adds to the slowest of the ten sums, relative to its first term.
    bounds: Vec<f64>,
}

impl OneSeries {
    /// The series for positive `p` and `q` with a sum above 1, long enough for every `z` up to `z_max`.
    pub(crate) fn new(p: f64, q: f64, z_max: f64) -> Self {
        let z_max = z_max.min(SERIES_UP_TO);
        let mut out = Self { p, q, coefficients: vec![[1.0, 0.0, 0.0, 0.0, 0.0, 0.0]], bounds: vec![1.0] };
        let c = p + q;
        let mut coefficient = 1.0;
        // The coefficient is the product of (p + i) / (c + i): sums of the derivatives of its logarithm.
        let (mut v, mut v2, mut k, mut k2) = (0.0, 0.0, 0.0, 0.0);
        let (mut second, mut power) = (1.0, 1.0);
        for n in 1..MOST_TERMS {
            let i = (n - 1) as f64;
            let (up, down) = (1.0 / (p + i), 1.0 / (c + i));
            let difference = q * up * down;
            v += difference;
            v2 += difference * (up + down);
            k += down;
            k2 += down * down;
            coefficient *= (p + i) * down;
            out.coefficients.push([
                coefficient,
                coefficient * v,
                -coefficient * k,
                coefficient * (v * v - v2),
                coefficient * (k2 - k * v),
                coefficient * (k * k + k2),
            ]);
            if n == 2 {
                second = coefficient;
            }
            let n = n as f64;
            let bound = coefficient / second * n * n * n * n;
            out.bounds.push(bound);
            if n > 2.0 {
                power *= z_max;
                if bound * power <= 1e-18 {
                    break;
                }
            }
        }
        out
    }

    /// How many terms matter at `z` and below it.
    pub(crate) fn terms(&self, z: f64) -> usize {
        let mut power = 1.0;
        for (n, bound) in self.bounds.iter().enumerate().skip(3) {
            power *= z;
            if bound * power <= 1e-18 {
                return n + 1;
            }
        }
        self.bounds.len()
    }

    /// The logarithm of the function with its derivatives by `(p, q, z)` at four `z`, `y = 1 - z`, from so many terms.
    pub(crate) fn ln(&self, terms: usize, z: &[f64; LANES], y: &[f64; LANES]) -> [Dual<3>; LANES] {
        let zero = [0.0; LANES];
        let (mut f, mut fz, mut half_fzz) = (zero, zero, zero);
        let (mut fp, mut fpz, mut fq, mut fqz) = (zero, zero, zero, zero);
        let (mut fpp, mut fpq, mut fqq) = (zero, zero, zero);
        let at = z.map(|z| z.min(SERIES_UP_TO));
        for c in self.coefficients[..terms.min(self.coefficients.len())].iter().rev() {
            for l in 0..LANES {
                half_fzz[l] = half_fzz[l] * at[l] + fz[l];
                fz[l] = fz[l] * at[l] + f[l];
                f[l] = f[l] * at[l] + c[0];
                fpz[l] = fpz[l] * at[l] + fp[l];
                fp[l] = fp[l] * at[l] + c[1];
                fqz[l] = fqz[l] * at[l] + fq[l];
                fq[l] = fq[l] * at[l] + c[2];
                fpp[l] = fpp[l] * at[l] + c[3];
                fpq[l] = fpq[l] * at[l] + c[4];
                fqq[l] = fqq[l] * at[l] + c[5];
            }
        }
        std::array::from_fn(|l| {
            if z[l] > SERIES_UP_TO {
                return near_one(self.p, self.q, y[l]);
            }
            let inverse = 1.0 / f[l];
            let gradient = [fp[l] * inverse, fq[l] * inverse, fz[l] * inverse];
            let [p, q, z] = gradient;
            let pq = fpq[l] * inverse - p * q;
            let pz = fpz[l] * inverse - p * z;
            let qz = fqz[l] * inverse - q * z;
            Dual {
                value: libm::log(f[l]),
                gradient,
                hessian: [
                    [fpp[l] * inverse - p * p, pq, pz],
                    [pq, fqq[l] * inverse - q * q, qz],
                    [pz, qz, 2.0 * half_fzz[l] * inverse - z * z],
                ],
            }
        })
    }
}

/// The function near `z = 1`, by the integral up to where `z` has fallen to 1/2 and the series from there.
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
        let tail = OneSeries::new(p, q, 0.5);
        let rest = 1.0 - y_end.value;
        let [half, ..] = tail.ln(tail.terms(rest), &[rest; LANES], &[y_end.value; LANES]);
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
    fn series_and_integral_agree_with_the_general_function() {
        for p in [0.05, 0.6, 3.0, 40.0] {
            for q in [0.3, 1.0, 1.6, 4.0].into_iter().filter(|q| p + q > 1.0) {
                for z in [0.0, 1e-9, 0.1, 0.6, 0.92, 0.94, 0.99, 0.9999] {
                    let series = OneSeries::new(p, q, z);
                    let [got, ..] = series.ln(series.terms(z), &[z; LANES], &[1.0 - z; LANES]);
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
