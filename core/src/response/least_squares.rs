//! Least squares for models with one linear factor: `y = scale * g(row; shape) + intercept`.
//!
//! Given the shape, scale and intercept are those of a straight line, so the search is over the shape only
//! (variable projection, Golub and Pereyra 1973, with the derivatives of Kaufman 1975): a grid of starts, the best
//! of them polished by Levenberg and Marquardt's method. Everything is deterministic.

use crate::numerics::elementary::within;
use std::ops::ControlFlow;

use crate::numerics::linear_algebra::{inverse_positive_definite, solve_positive_definite, symmetric_eigen};
use crate::progress::{Progress, Watch};
use crate::sort::Order as _;
use crate::{Error, Result};

/// `g` and its derivatives by each shape parameter, for one row.
pub(super) type Shape<'a> = dyn Fn(&[f64], usize, &mut [f64]) -> f64 + 'a;

/// Where to look.
pub(super) struct Problem<'a> {
    pub(super) shape: &'a Shape<'a>,
    pub(super) y: &'a [f64],
    pub(super) weights: &'a [f64],
    pub(super) intercept: bool,
    pub(super) starts: Vec<Vec<f64>>,
    pub(super) lower: Vec<f64>,
    pub(super) upper: Vec<f64>,
}

/// What was found. Parameters: scale, shape, and the intercept at the end, if there is one.
#[derive(Debug, Clone)]
pub(super) struct Solution {
    pub(super) parameters: Vec<f64>,
    pub(super) sum_of_squares: f64,
    pub(super) iterations: usize,
    pub(super) converged: bool,
    /// Which shape parameter ended at a border, and whether at the upper one.
    pub(super) border: Option<(usize, bool)>,
    /// Inverse of the normal matrix: covariance up to the residual variance. `None` when it is singular.
    pub(super) inverse: Option<Vec<f64>>,
    /// Smallest eigenvalue of the normal matrix with unit diagonal: 1 when parameters do not interfere.
    pub(super) conditioning: f64,
}

/// How many of the starts are polished.
const POLISHED: usize = 4;
const ITERATIONS: usize = 500;

/// Tells the caller where the search is, after every pass over the data.
struct Steps<'a, 'b> {
    watch: &'a mut Watch<'b>,
    done: usize,
    total: usize,
}

impl Steps<'_, '_> {
    /// At most the last step but one: the search may end early, and the last is told at its end.
    fn at(&mut self, done: usize) -> Result<()> {
        self.done = done;
        self.tell(done.min(self.total - 1))
    }

    fn next(&mut self) -> Result<()> {
        self.at(self.done + 1)
    }

    fn end(&mut self) -> Result<()> {
        self.tell(self.total)
    }

    fn tell(&mut self, done: usize) -> Result<()> {
        match (self.watch)(Progress { done: done as u64, total: self.total as u64 }) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Error::Cancelled),
        }
    }
}

/// The best scale and intercept for one shape, and what the next step needs.
struct State {
    shape: Vec<f64>,
    scale: f64,
    intercept: f64,
    sum: f64,
    /// Products of the shape's directions, the part that scale and intercept could explain taken away.
    normal: Vec<f64>,
    right: Vec<f64>,
}

impl Problem<'_> {
    fn shapes(&self) -> usize {
        self.lower.len()
    }

    /// The best fit; `None` when no start gives a rising response.
    ///
    /// # Errors
    /// Cancelled.
    pub(super) fn solve(&self, watch: &mut Watch<'_>) -> Result<Option<Solution>> {
        let total = self.starts.len() + POLISHED * ITERATIONS;
        let mut steps = Steps { watch, done: 0, total };
        let mut starts: Vec<State> = Vec::new();
        for shape in &self.starts {
            starts.extend(self.project(shape));
            steps.next()?;
        }
        starts.order_by(|a, b| a.sum.total_cmp(&b.sum));
        starts.truncate(POLISHED);
        let mut best: Option<Solution> = None;
        for (before, start) in starts.into_iter().enumerate() {
            steps.at(self.starts.len() + before * ITERATIONS)?;
            let found = self.polish(start, &mut steps)?;
            if best.as_ref().is_none_or(|known| found.sum_of_squares < known.sum_of_squares) {
                best = Some(found);
            }
        }
        steps.end()?;
        Ok(best)
    }

    /// Scale and intercept by linear least squares; `None` unless the scale is positive.
    fn project(&self, shape: &[f64]) -> Option<State> {
        let (n, k) = (self.y.len(), self.shapes());
        let mut g = Vec::with_capacity(n);
        let mut directions = vec![0.0; n * k];
        for row in 0..n {
            g.push((self.shape)(shape, row, &mut directions[row * k..(row + 1) * k]));
        }
        let total: f64 = self.weights.iter().sum();
        let dot = |a: &dyn Fn(usize) -> f64, b: &dyn Fn(usize) -> f64| -> f64 {
            self.weights.iter().enumerate().map(|(row, w)| w * a(row) * b(row)).sum()
        };
        let mean = |column: &dyn Fn(usize) -> f64| {
            if self.intercept { dot(column, &|_| 1.0) / total } else { 0.0 }
        };
        let (mean_g, mean_y) = (mean(&|row| g[row]), mean(&|row| self.y[row]));
        let centred = |row: usize| g[row] - mean_g;
        let gg = dot(&centred, &centred);
        let scale = dot(&centred, &|row| self.y[row] - mean_y) / gg;
        if !(scale.is_finite() && scale > 0.0) {
            return None;
        }
        let residual = |row: usize| self.y[row] - mean_y - scale * centred(row);
        let sum = dot(&residual, &residual);
        for i in 0..k {
            let mean_d = mean(&|row| directions[row * k + i]);
            let along = dot(&centred, &|row| directions[row * k + i] - mean_d) / gg;
            for row in 0..n {
                let d = &mut directions[row * k + i];
                *d = scale * (*d - mean_d - along * (g[row] - mean_g));
            }
        }
        let right: Vec<f64> = (0..k).map(|i| dot(&residual, &|row| directions[row * k + i])).collect();
        let mut normal = vec![0.0; k * k];
        for i in 0..k {
            for j in 0..k {
                normal[i * k + j] = dot(&|row| directions[row * k + i], &|row| directions[row * k + j]);
            }
        }
        let intercept = mean_y - scale * mean_g;
        sum.is_finite().then(|| State { shape: shape.to_vec(), scale, intercept, sum, normal, right })
    }

    /// Levenberg and Marquardt from one start, the shape kept within its borders.
    fn polish(&self, start: State, steps: &mut Steps<'_, '_>) -> Result<Solution> {
        let k = self.shapes();
        let mut at = start;
        let scale_of_y: f64 = self.y.iter().zip(self.weights).map(|(y, w)| w * y * y).sum();
        let mut damping = 1e-3;
        let (mut iterations, mut converged) = (0, false);
        while iterations < ITERATIONS {
            iterations += 1;
            steps.next()?;
            let diagonal: Vec<f64> = (0..k).map(|i| at.normal[i * k + i].sqrt()).collect();
            // A parameter pushed against its border stays there and leaves the step to the others.
            let held: Vec<bool> = (0..k)
                .map(|i| {
                    diagonal[i] == 0.0
                        || (at.shape[i] <= self.lower[i] && at.right[i] < 0.0)
                        || (at.shape[i] >= self.upper[i] && at.right[i] > 0.0)
                })
                .collect();
            // The cosine between the residuals and each direction: zero at the optimum, free of units. An exact
            // fit leaves only rounding.
            let steepest = (0..k)
                .filter(|&i| !held[i])
                .map(|i| (at.right[i] / (diagonal[i] * at.sum.sqrt())).abs())
                .fold(0.0, f64::max);
            if steepest < 1e-11 || at.sum <= 1e-28 * scale_of_y {
                converged = true;
                break;
            }
            let Some(step) = damped_step(&at.normal, &at.right, &diagonal, &held, damping) else {
                damping = (damping * 10.0).max(1e-12);
                continue;
            };
            let next: Vec<f64> = (0..k)
                .map(|i| {
                    let moved = if held[i] { 0.0 } else { step[i] / diagonal[i] };
                    within(at.shape[i] + moved, self.lower[i], self.upper[i])
                })
                .collect();
            if let Some(better) = self.project(&next).filter(|next| next.sum < at.sum) {
                let small = better.shape.iter().zip(&at.shape).all(|(new, old)| (new - old).abs() <= 1e-14);
                at = better;
                damping = (damping * 0.2).max(1e-15);
                if small {
                    converged = true;
                    break;
                }
            } else {
                // No step lowers the sum by more than rounding: this is as far as the numbers go.
                if damping > 1e8 {
                    converged = steepest < 1e-6;
                    break;
                }
                damping *= 5.0;
            }
        }
        Ok(self.concluded(&at, iterations, converged))
    }

    /// What there is to say about the place where the search ended.
    fn concluded(&self, at: &State, iterations: usize, converged: bool) -> Solution {
        let k = self.shapes();
        let n = 1 + k + usize::from(self.intercept);
        let border = (0..k).find_map(|i| {
            let near = 1e-9 * (self.upper[i] - self.lower[i]);
            if at.shape[i] <= self.lower[i] + near {
                Some((i, false))
            } else if at.shape[i] >= self.upper[i] - near {
                Some((i, true))
            } else {
                None
            }
        });
        // The normal matrix of all parameters, with unit diagonal.
        let mut unit = vec![0.0; n * n];
        let mut gradient = vec![1.0; n];
        let mut derivatives = vec![0.0; k];
        for (row, w) in self.weights.iter().enumerate() {
            gradient[0] = (self.shape)(&at.shape, row, &mut derivatives);
            for (out, d) in gradient[1..].iter_mut().zip(&derivatives) {
                *out = at.scale * d;
            }
            for i in 0..n {
                for j in 0..n {
                    unit[i * n + j] += w * gradient[i] * gradient[j];
                }
            }
        }
        let diagonal: Vec<f64> = (0..n).map(|i| unit[i * n + i].sqrt()).collect();
        let each = |matrix: &mut [f64]| {
            for i in 0..n {
                for j in 0..n {
                    matrix[i * n + j] /= diagonal[i] * diagonal[j];
                }
            }
        };
        each(&mut unit);
        let conditioning = symmetric_eigen(&unit, n).map_or(0.0, |eigen| eigen.values[0].max(0.0));
        let inverse = inverse_positive_definite(&unit, n).map(|mut inverse| {
            each(&mut inverse);
            inverse
        });
        let mut parameters = vec![at.scale];
        parameters.extend_from_slice(&at.shape);
        if self.intercept {
            parameters.push(at.intercept);
        }
        Solution { parameters, sum_of_squares: at.sum, iterations, converged, border, inverse, conditioning }
    }
}

/// The damped step in units of the diagonal; a held parameter does not move.
fn damped_step(
    matrix: &[f64],
    right: &[f64],
    diagonal: &[f64],
    held: &[bool],
    damping: f64,
) -> Option<Vec<f64>> {
    let n = right.len();
    let mut scaled = vec![0.0; n * n];
    let mut target = vec![0.0; n];
    for i in 0..n {
        if held[i] {
            scaled[i * n + i] = 1.0;
            continue;
        }
        target[i] = right[i] / diagonal[i];
        for j in (0..n).filter(|&j| !held[j]) {
            scaled[i * n + j] = matrix[i * n + j] / (diagonal[i] * diagonal[j]);
        }
        scaled[i * n + i] = 1.0 + damping;
    }
    solve_positive_definite(&scaled, &target)
}
