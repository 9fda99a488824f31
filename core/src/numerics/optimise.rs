//! Maximum of a smooth function of a few variables whose gradient and Hessian are known: Newton's method inside a
//! trust region.
//!
//! The step is the exact solution of the trust-region problem from the eigenvalues of the Hessian (Moré &
//! Sorensen 1983; Nocedal & Wright, Numerical Optimization, algorithms 4.1 and 4.3), so ridges and saddle points
//! need no special care, and the last steps are plain Newton steps that end at rounding level.

use super::elementary::within;
use super::linear_algebra::{Eigen, symmetric_eigen};

/// A function's value, gradient and Hessian (in row order) at a point.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluation {
    /// The value.
    pub value: f64,
    /// The first derivatives.
    pub gradient: Vec<f64>,
    /// The second derivatives, `n * n` in row order.
    pub hessian: Vec<f64>,
}

impl Evaluation {
    /// All zeros for `n` variables.
    pub fn zero(n: usize) -> Self {
        Self { value: 0.0, gradient: vec![0.0; n], hessian: vec![0.0; n * n] }
    }

    /// Sets everything to zero.
    pub fn clear(&mut self) {
        self.value = 0.0;
        self.gradient.fill(0.0);
        self.hessian.fill(0.0);
    }

    /// Copies the upper triangle of the Hessian onto the lower one.
    pub fn mirror(&mut self) {
        let n = self.gradient.len();
        for i in 0..n {
            for j in 0..i {
                self.hessian[i * n + j] = self.hessian[j * n + i];
            }
        }
    }

    /// Whether every number is finite.
    pub(crate) fn is_finite(&self) -> bool {
        self.value.is_finite()
            && self.gradient.iter().all(|v| v.is_finite())
            && self.hessian.iter().all(|v| v.is_finite())
    }
}

/// When to stop.
#[derive(Debug, Clone, PartialEq)]
pub struct Limits {
    /// The most iterations.
    pub iterations: usize,
    /// The first radius of the trust region.
    pub radius: f64,
    /// Stop when a step promises less than this, relative to `1 + |value|`.
    pub tolerance: f64,
    /// Stop also where a step changes the value by less than this. With 0 the search follows a ridge to where it leads.
    pub least_gain: f64,
    /// The least value of each variable.
    pub lower: Vec<f64>,
    /// The largest value of each variable.
    pub upper: Vec<f64>,
}

/// Why the search ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// No step promises anything more.
    Converged,
    /// The most iterations were used.
    Iterations,
    /// No step improves, although one should: the function is not smooth here, or rounding hides it.
    Stalled,
}

/// Where the search ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Maximum {
    /// The point.
    pub at: Vec<f64>,
    /// The function there.
    pub evaluation: Evaluation,
    /// Half the squared Newton decrement: what a further Newton step promises.
    pub promise: f64,
    /// Iterations used.
    pub iterations: usize,
    /// Why it ended.
    pub stop: Stop,
}

/// Climbs from `start` to a maximum of `function`, which writes value, gradient and Hessian at a point.
/// A point where anything is not finite counts as infinitely bad and is never accepted.
///
/// ```
/// use ukur::numerics::optimise::{Evaluation, Limits, maximise};
/// // A parabola in two variables with its top at (1, -2).
/// let top = maximise(
///     &mut |at: &[f64], out: &mut Evaluation| {
///         out.value = -(at[0] - 1.0) * (at[0] - 1.0) - 3.0 * (at[1] + 2.0) * (at[1] + 2.0);
///         out.gradient.copy_from_slice(&[-2.0 * (at[0] - 1.0), -6.0 * (at[1] + 2.0)]);
///         out.hessian.copy_from_slice(&[-2.0, 0.0, 0.0, -6.0]);
///     },
///     &[5.0, 5.0],
///     &Limits {
///         iterations: 50, radius: 1.0, tolerance: 1e-14, least_gain: 0.0,
///         lower: vec![-10.0; 2], upper: vec![10.0; 2],
///     },
/// );
/// assert_eq!(top.at, [1.0, -2.0]);
/// ```
pub fn maximise(
    function: &mut dyn FnMut(&[f64], &mut Evaluation),
    start: &[f64],
    limits: &Limits,
) -> Maximum {
    let n = start.len();
    let mut at: Vec<f64> = start
        .iter()
        .zip(limits.lower.iter().zip(&limits.upper))
        .map(|(v, (lo, hi))| within(*v, *lo, *hi))
        .collect();
    let mut here = Evaluation::zero(n);
    function(&at, &mut here);
    let mut there = Evaluation::zero(n);
    let mut radius = limits.radius;
    let mut promise = f64::INFINITY;
    let mut polishing = 0;
    let mut iterations = 0;
    let stop = loop {
        if iterations >= limits.iterations {
            break Stop::Iterations;
        }
        iterations += 1;
        let Some((step, promised, newton)) = step(&at, &here, radius, limits) else {
            break Stop::Stalled;
        };
        let enough = limits.tolerance * (1.0 + here.value.abs());
        let small = promised <= enough;
        if small && newton && polishing > 0 && promised > 0.25 * promise {
            // Rounding, or a tail that falls without end: nothing more to gain.
            promise = promised;
            break Stop::Converged;
        }
        if promised <= f64::MIN_POSITIVE || (small && polishing >= 6) {
            promise = promised.max(0.0);
            break Stop::Converged;
        }
        let trial: Vec<f64> = at
            .iter()
            .zip(&step)
            .zip(limits.lower.iter().zip(&limits.upper))
            .map(|((v, s), (lo, hi))| within(v + s, *lo, *hi))
            .collect();
        if trial == at {
            promise = promised;
            break if small { Stop::Converged } else { Stop::Stalled };
        }
        function(&trial, &mut there);
        let gained = there.value - here.value;
        let length = norm(&step);
        // Below rounding level the value no longer tells better from worse.
        let noise = 1e-14 * (1.0 + here.value.abs());
        let accept = there.is_finite() && (gained > 1e-4 * promised || (small && gained >= -noise));
        if accept {
            if small && newton {
                polishing += 1;
            }
            promise = promised;
            if gained > 0.75 * promised {
                radius = radius.max(2.0 * length);
            } else if gained < 0.25 * promised && !small {
                radius = 0.5 * length;
            }
            at = trial;
            core::mem::swap(&mut here, &mut there);
        }
        if gained.abs() < limits.least_gain {
            promise = promised;
            break Stop::Converged;
        }
        if !accept {
            if small {
                promise = promised;
                break Stop::Converged;
            }
            radius = 0.25 * length.min(radius);
            if radius < 1e-12 {
                break Stop::Stalled;
            }
        }
    };
    Maximum { at, evaluation: here, promise, iterations, stop }
}

fn norm(v: &[f64]) -> f64 {
    v.iter().map(|x| x * x).sum::<f64>().sqrt()
}

/// The trust-region step, what it promises, and whether it is the full Newton step. `None` when the function is
/// not finite here.
fn step(at: &[f64], here: &Evaluation, radius: f64, limits: &Limits) -> Option<(Vec<f64>, f64, bool)> {
    if !here.is_finite() {
        return None;
    }
    let n = at.len();
    // A variable at its bound whose gradient points outwards stays there.
    let free: Vec<usize> = (0..n)
        .filter(|&i| {
            !((at[i] <= limits.lower[i] && here.gradient[i] < 0.0)
                || (at[i] >= limits.upper[i] && here.gradient[i] > 0.0))
        })
        .collect();
    let m = free.len();
    let mut curvature = vec![0.0; m * m];
    for (i, &fi) in free.iter().enumerate() {
        for (j, &fj) in free.iter().enumerate() {
            curvature[i * m + j] = -here.hessian[fi * n + fj];
        }
    }
    let eigen = symmetric_eigen(&curvature, m)?;
    let slope: Vec<f64> = eigen
        .vectors
        .iter()
        .map(|q| q.iter().zip(&free).map(|(c, &f)| c * here.gradient[f]).sum::<f64>())
        .collect();
    let shift = shift(&eigen, &slope, radius);
    let mut inner = vec![0.0; m];
    let mut promised = 0.0;
    for ((value, slope), vector) in eigen.values.iter().zip(&slope).zip(&eigen.vectors) {
        let below = value + shift;
        let c = if below > 0.0 { slope / below } else { 0.0 };
        promised += slope * c - 0.5 * value * c * c;
        for (inner, q) in inner.iter_mut().zip(vector) {
            *inner += c * q;
        }
    }
    let mut step = vec![0.0; n];
    for (i, &f) in free.iter().enumerate() {
        step[f] = inner[i];
    }
    Some((step, promised, shift == 0.0))
}

/// The smallest shift of the eigenvalues that makes the matrix positive definite and the step no longer than
/// `radius`; zero where the Newton step itself will do. Bisection on the logarithm of the shift: the length falls
/// steadily as the shift grows.
fn shift(eigen: &Eigen, slope: &[f64], radius: f64) -> f64 {
    let length = |mu: f64| {
        eigen
            .values
            .iter()
            .zip(slope)
            .map(|(value, s)| {
                let c = if *s == 0.0 { 0.0 } else { s / (value + mu) };
                c * c
            })
            .sum::<f64>()
            .sqrt()
    };
    let least = eigen.values.first().copied().unwrap_or(1.0);
    let largest = eigen.values.last().copied().unwrap_or(1.0).abs().max(least.abs());
    let positive = least > 1e-14 * largest;
    if positive && length(0.0) <= radius {
        return 0.0;
    }
    let base = if positive { 0.0 } else { (-least).max(0.0) };
    let slope_norm = norm(slope);
    let mut low = 1e-14 * largest.max(slope_norm / radius).max(f64::MIN_POSITIVE);
    let mut high = (slope_norm / radius).max(low) * 2.0;
    if length(base + low) <= radius {
        return base + low;
    }
    for _ in 0..60 {
        let middle = (low * high).sqrt();
        let reach = length(base + middle);
        if reach > radius {
            low = middle;
        } else {
            high = middle;
            if reach > 0.9 * radius {
                break;
            }
        }
    }
    base + high
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits(n: usize) -> Limits {
        Limits {
            iterations: 200,
            radius: 1.0,
            tolerance: 1e-13,
            least_gain: 0.0,
            lower: vec![-40.0; n],
            upper: vec![40.0; n],
        }
    }

    #[test]
    fn rosenbrock_is_climbed() {
        let top = maximise(
            &mut |p: &[f64], out: &mut Evaluation| {
                let (x, y) = (p[0], p[1]);
                out.value = -(1.0 - x) * (1.0 - x) - 100.0 * (y - x * x) * (y - x * x);
                out.gradient[0] = 2.0 * (1.0 - x) + 400.0 * x * (y - x * x);
                out.gradient[1] = -200.0 * (y - x * x);
                out.hessian.copy_from_slice(&[
                    -2.0 + 400.0 * (y - 3.0 * x * x),
                    400.0 * x,
                    400.0 * x,
                    -200.0,
                ]);
            },
            &[-1.2, 1.0],
            &limits(2),
        );
        assert_eq!(top.stop, Stop::Converged);
        assert!((top.at[0] - 1.0).abs() < 1e-10 && (top.at[1] - 1.0).abs() < 1e-10, "{:?}", top.at);
    }

    #[test]
    fn an_endless_tail_ends() {
        // -exp(x) rises for ever as x falls.
        let top = maximise(
            &mut |p: &[f64], out: &mut Evaluation| {
                let e = libm::exp(p[0]);
                out.value = -e;
                out.gradient[0] = -e;
                out.hessian[0] = -e;
            },
            &[0.0],
            &limits(1),
        );
        assert_eq!(top.stop, Stop::Converged);
        assert!(top.at[0] < -20.0);
    }

    #[test]
    fn a_saddle_is_left_and_a_bound_is_kept() {
        let top = maximise(
            &mut |p: &[f64], out: &mut Evaluation| {
                out.value = p[0] * p[0] - p[1] * p[1] + 0.001 * p[0];
                out.gradient.copy_from_slice(&[2.0 * p[0] + 0.001, -2.0 * p[1]]);
                out.hessian.copy_from_slice(&[2.0, 0.0, 0.0, -2.0]);
            },
            &[0.0, 1.0],
            &limits(2),
        );
        assert_eq!(top.at[0], 40.0);
        assert!(top.at[1].abs() < 1e-9);
    }

    #[test]
    fn a_function_that_is_not_finite_stalls() {
        let top = maximise(
            &mut |_: &[f64], out: &mut Evaluation| {
                out.value = f64::NAN;
            },
            &[0.0],
            &limits(1),
        );
        assert_eq!(top.stop, Stop::Stalled);
    }
}
