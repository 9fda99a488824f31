//! Numbers that carry their first and second derivatives: exact gradients and Hessians of a formula with a few
//! variables, written as the formula itself.
//!
//! Second-order forward mode. For two to five variables this costs a small multiple of the formula and no
//! derivation by hand; differences would lose half of the digits.

use std::ops::{Add, Div, Mul, Neg, Sub};

/// A value with its gradient and Hessian with respect to `N` variables.
///
/// ```
/// use ukur::numerics::dual::Dual;
/// let [x, y] = Dual::variables([2.0, 3.0]);
/// let f = x * x * y; // 12; gradient (12, 4); Hessian ((6, 4), (4, 0))
/// assert_eq!((f.value, f.gradient, f.hessian), (12.0, [12.0, 4.0], [[6.0, 4.0], [4.0, 0.0]]));
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dual<const N: usize> {
    /// The value.
    pub value: f64,
    /// The first derivatives.
    pub gradient: [f64; N],
    /// The second derivatives.
    pub hessian: [[f64; N]; N],
}

impl<const N: usize> Dual<N> {
    /// A constant.
    pub const fn constant(value: f64) -> Self {
        Self { value, gradient: [0.0; N], hessian: [[0.0; N]; N] }
    }

    /// The variables themselves.
    pub fn variables(at: [f64; N]) -> [Self; N] {
        std::array::from_fn(|i| {
            let mut variable = Self::constant(at[i]);
            variable.gradient[i] = 1.0;
            variable
        })
    }

    /// `f` of this number, from the value and first two derivatives of `f` at it.
    #[must_use]
    pub fn chain(self, f: f64, first: f64, second: f64) -> Self {
        let mut out = Self::constant(f);
        for i in 0..N {
            out.gradient[i] = first * self.gradient[i];
            for j in 0..N {
                out.hessian[i][j] = first * self.hessian[i][j] + second * self.gradient[i] * self.gradient[j];
            }
        }
        out
    }

    /// `f` of two numbers, from the value, gradient and Hessian `(f_11, f_12, f_22)` of `f` at them.
    #[must_use]
    pub fn chain2(self, other: Self, f: f64, first: (f64, f64), second: (f64, f64, f64)) -> Self {
        let mut out = Self::constant(f);
        for i in 0..N {
            out.gradient[i] = first.0 * self.gradient[i] + first.1 * other.gradient[i];
            for j in 0..N {
                out.hessian[i][j] = first.0 * self.hessian[i][j]
                    + first.1 * other.hessian[i][j]
                    + second.0 * self.gradient[i] * self.gradient[j]
                    + second.1
                        * (self.gradient[i] * other.gradient[j] + other.gradient[i] * self.gradient[j])
                    + second.2 * other.gradient[i] * other.gradient[j];
            }
        }
        out
    }

    /// The natural logarithm.
    #[must_use]
    pub fn ln(self) -> Self {
        let inverse = 1.0 / self.value;
        self.chain(libm::log(self.value), inverse, -inverse * inverse)
    }

    /// `ln(1 + self)`.
    #[must_use]
    pub fn ln_1p(self) -> Self {
        let inverse = 1.0 / (1.0 + self.value);
        self.chain(libm::log1p(self.value), inverse, -inverse * inverse)
    }

    /// The exponential.
    #[must_use]
    pub fn exp(self) -> Self {
        let e = libm::exp(self.value);
        self.chain(e, e, e)
    }

    /// `exp(self) - 1`.
    #[must_use]
    pub fn exp_m1(self) -> Self {
        let e = libm::exp(self.value);
        self.chain(libm::expm1(self.value), e, e)
    }

    /// `1 / self`.
    #[must_use]
    pub fn recip(self) -> Self {
        let inverse = 1.0 / self.value;
        self.chain(inverse, -inverse * inverse, 2.0 * inverse * inverse * inverse)
    }

    /// `ln Gamma(self + n) - ln Gamma(self)` for a constant `n`.
    #[must_use]
    pub fn ln_rising(self, n: f64) -> Self {
        use super::gamma::{digamma_difference, ln_gamma_difference, trigamma_difference};
        let x = self.value;
        self.chain(ln_gamma_difference(x, n), digamma_difference(x, n), trigamma_difference(x, n))
    }

    /// `ln(exp(self) + exp(other))`.
    #[must_use]
    pub fn ln_add_exp(self, other: Self) -> Self {
        let share = super::elementary::logistic(self.value - other.value);
        let curve = share * (1.0 - share);
        self.chain2(
            other,
            super::elementary::ln_add_exp(self.value, other.value),
            (share, 1.0 - share),
            (curve, -curve, curve),
        )
    }

    /// Adds `weight` times this number to an evaluation of the same variables (both triangles of the Hessian).
    pub fn add_to(&self, out: &mut super::optimise::Evaluation, weight: f64) {
        out.value += weight * self.value;
        for i in 0..N.min(out.gradient.len()) {
            out.gradient[i] += weight * self.gradient[i];
            for j in 0..N {
                if let Some(cell) = out.hessian.get_mut(i * N + j) {
                    *cell += weight * self.hessian[i][j];
                }
            }
        }
    }
}

impl<const N: usize> Add for Dual<N> {
    type Output = Self;
    fn add(mut self, other: Self) -> Self {
        self.value += other.value;
        for i in 0..N {
            self.gradient[i] += other.gradient[i];
            for j in 0..N {
                self.hessian[i][j] += other.hessian[i][j];
            }
        }
        self
    }
}

impl<const N: usize> Neg for Dual<N> {
    type Output = Self;
    fn neg(self) -> Self {
        self * -1.0
    }
}

impl<const N: usize> Sub for Dual<N> {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl<const N: usize> Mul for Dual<N> {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        self.chain2(other, self.value * other.value, (other.value, self.value), (0.0, 1.0, 0.0))
    }
}

impl<const N: usize> Div for Dual<N> {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        let mut quotient = self * other.recip();
        quotient.value = self.value / other.value;
        quotient
    }
}

impl<const N: usize> Add<f64> for Dual<N> {
    type Output = Self;
    fn add(mut self, other: f64) -> Self {
        self.value += other;
        self
    }
}

impl<const N: usize> Sub<f64> for Dual<N> {
    type Output = Self;
    fn sub(self, other: f64) -> Self {
        self + -other
    }
}

impl<const N: usize> Mul<f64> for Dual<N> {
    type Output = Self;
    fn mul(mut self, other: f64) -> Self {
        self.value *= other;
        for i in 0..N {
            self.gradient[i] *= other;
            for j in 0..N {
                self.hessian[i][j] *= other;
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Against differences of the value.
    #[test]
    fn a_formula_with_everything() {
        let [x, y] = Dual::variables([0.7, 1.3]);
        let f = |x: Dual<2>, y: Dual<2>| {
            (x / y).exp() + (x * y).ln_1p() - x.ln_add_exp(y) + x.ln_rising(2.5) - y.recip()
                + (x - y).exp_m1()
        };
        let exact = f(x, y);
        let h = 1e-4;
        let value = |dx: f64, dy: f64| {
            let [x, y] = Dual::variables([0.7 + dx, 1.3 + dy]);
            f(x, y).value
        };
        assert!(((value(h, 0.0) - value(-h, 0.0)) / (2.0 * h) - exact.gradient[0]).abs() < 1e-7);
        assert!(((value(0.0, h) - value(0.0, -h)) / (2.0 * h) - exact.gradient[1]).abs() < 1e-7);
        let xx = (value(h, 0.0) + value(-h, 0.0) - 2.0 * exact.value) / (h * h);
        let xy = (value(h, h) - value(h, -h) - value(-h, h) + value(-h, -h)) / (4.0 * h * h);
        assert!((xx - exact.hessian[0][0]).abs() < 1e-5, "{xx} {:?}", exact.hessian);
        assert!((xy - exact.hessian[0][1]).abs() < 1e-5, "{xy} {:?}", exact.hessian);
        assert_eq!(exact.hessian[0][1], exact.hessian[1][0]);
    }
}
