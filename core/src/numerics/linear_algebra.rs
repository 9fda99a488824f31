//! Small dense linear algebra for two to a dozen unknowns: eigenvalues of a symmetric matrix, inverse and solution
//! by Cholesky. Matrices are slices in row order, `n * n` numbers.
//!
//! Written out because the sizes are tiny, the order of every operation must be fixed (same bits everywhere), and
//! a matrix library would be larger than everything it served here.

use crate::sort::Order as _;

/// Eigenvalues in ascending order and, in the same order, unit eigenvectors (one a row).
#[derive(Debug, Clone, PartialEq)]
pub struct Eigen {
    /// The eigenvalues, ascending.
    pub values: Vec<f64>,
    /// The eigenvectors: row `k` belongs to `values[k]`.
    pub vectors: Vec<Vec<f64>>,
}

/// Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations, which find small eigenvalues of
/// a graded matrix to high relative accuracy (Demmel & Veselic 1992, SIAM J. Matrix Anal. Appl. 13:1204).
/// `None` when an entry is not finite.
///
/// ```
/// let eigen = ukur::numerics::linear_algebra::symmetric_eigen(&[2.0, 1.0, 1.0, 2.0], 2).unwrap();
/// assert!((eigen.values[0] - 1.0).abs() < 1e-15 && (eigen.values[1] - 3.0).abs() < 1e-15);
/// ```
pub fn symmetric_eigen(matrix: &[f64], n: usize) -> Option<Eigen> {
    if matrix.len() != n * n || matrix.iter().any(|v| !v.is_finite()) {
        return None;
    }
    let mut a = matrix.to_vec();
    let mut v = vec![0.0; n * n];
    for i in 0..n {
        v[i * n + i] = 1.0;
    }
    // Quadratic convergence: a dozen sweeps are plenty; the limit only bounds the loop.
    for _ in 0..60 {
        let mut rotated = false;
        for p in 0..n {
            for q in p + 1..n {
                let apq = a[p * n + q];
                let (app, aqq) = (a[p * n + p], a[q * n + q]);
                if apq.abs() <= 1e-17 * (app.abs() * aqq.abs()).sqrt() || apq.abs() < 1e-300 {
                    continue;
                }
                rotated = true;
                let theta = (aqq - app) / (2.0 * apq);
                let t = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
                let c = 1.0 / (t * t + 1.0).sqrt();
                let s = t * c;
                for k in 0..n {
                    let (akp, akq) = (a[k * n + p], a[k * n + q]);
                    a[k * n + p] = c * akp - s * akq;
                    a[k * n + q] = s * akp + c * akq;
                }
                for k in 0..n {
                    let (apk, aqk) = (a[p * n + k], a[q * n + k]);
                    a[p * n + k] = c * apk - s * aqk;
                    a[q * n + k] = s * apk + c * aqk;
                    let (vpk, vqk) = (v[p * n + k], v[q * n + k]);
                    v[p * n + k] = c * vpk - s * vqk;
                    v[q * n + k] = s * vpk + c * vqk;
                }
                a[p * n + q] = 0.0;
                a[q * n + p] = 0.0;
            }
        }
        if !rotated {
            break;
        }
    }
    let mut order: Vec<usize> = (0..n).collect();
    order.order_by(|&i, &j| a[i * n + i].total_cmp(&a[j * n + j]));
    Some(Eigen {
        values: order.iter().map(|&i| a[i * n + i]).collect(),
        vectors: order.iter().map(|&i| v[i * n..(i + 1) * n].to_vec()).collect(),
    })
}

/// The lower Cholesky factor of a symmetric matrix; `None` unless it is positive definite.
pub fn cholesky(matrix: &[f64], n: usize) -> Option<Vec<f64>> {
    if matrix.len() != n * n {
        return None;
    }
    let mut l = vec![0.0; n * n];
    for i in 0..n {
        for j in 0..=i {
            let mut sum = matrix[i * n + j];
            for k in 0..j {
                sum -= l[i * n + k] * l[j * n + k];
            }
            if i == j {
                if !sum.is_finite() || sum <= 0.0 {
                    return None;
                }
                l[i * n + i] = sum.sqrt();
            } else {
                l[i * n + j] = sum / l[j * n + j];
            }
        }
    }
    Some(l)
}

/// The solution of `matrix * x = right` for a positive definite matrix; `None` for any other.
///
/// ```
/// let x = ukur::numerics::linear_algebra::solve_positive_definite(&[4.0, 2.0, 2.0, 3.0], &[2.0, 1.0]).unwrap();
/// assert!((x[0] - 0.5).abs() < 1e-15 && x[1].abs() < 1e-15);
/// ```
pub fn solve_positive_definite(matrix: &[f64], right: &[f64]) -> Option<Vec<f64>> {
    let n = right.len();
    let l = cholesky(matrix, n)?;
    let mut x = right.to_vec();
    for i in 0..n {
        for k in 0..i {
            x[i] -= l[i * n + k] * x[k];
        }
        x[i] /= l[i * n + i];
    }
    for i in (0..n).rev() {
        for k in i + 1..n {
            x[i] -= l[k * n + i] * x[k];
        }
        x[i] /= l[i * n + i];
    }
    Some(x)
}

/// The inverse of a positive definite matrix, symmetric to the last bit; `None` for any other matrix.
pub fn inverse_positive_definite(matrix: &[f64], n: usize) -> Option<Vec<f64>> {
    let mut inverse = vec![0.0; n * n];
    for j in 0..n {
        let mut unit = vec![0.0; n];
        unit[j] = 1.0;
        let column = solve_positive_definite(matrix, &unit)?;
        for i in 0..n {
            inverse[i * n + j] = column[i];
        }
    }
    for i in 0..n {
        for j in 0..i {
            let mean = f64::midpoint(inverse[i * n + j], inverse[j * n + i]);
            inverse[i * n + j] = mean;
            inverse[j * n + i] = mean;
        }
    }
    Some(inverse)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HILBERT: [f64; 9] = [1.0, 1.0 / 2.0, 1.0 / 3.0, 1.0 / 2.0, 1.0 / 3.0, 0.25, 1.0 / 3.0, 0.25, 0.2];

    #[test]
    fn hilbert_three() {
        // Eigenvalues of the 3 x 3 Hilbert matrix, mpmath.eigsy at 40 digits.
        let eigen = symmetric_eigen(&HILBERT, 3).unwrap();
        for (got, want) in
            eigen.values.iter().zip([0.002687340355773529, 0.12232706585390585, 1.408318927123654])
        {
            assert!((got / want - 1.0).abs() < 1e-13, "{got} {want}");
        }
        let inverse = inverse_positive_definite(&HILBERT, 3).unwrap();
        for (got, want) in inverse.iter().zip([9.0, -36.0, 30.0, -36.0, 192.0, -180.0, 30.0, -180.0, 180.0]) {
            assert!((got - want).abs() < 1e-10, "{got} {want}");
        }
    }

    #[test]
    fn a_graded_matrix_keeps_its_small_eigenvalue() {
        let eigen = symmetric_eigen(&[1e12, 1e3, 1e3, 1.0], 2).unwrap();
        assert!((eigen.values[0] - 0.999999).abs() < 1e-9, "{:?}", eigen.values);
    }

    #[test]
    fn what_is_not_positive_definite_is_refused() {
        assert_eq!(cholesky(&[1.0, 2.0, 2.0, 1.0], 2), None);
        assert_eq!(inverse_positive_definite(&[0.0], 1), None);
        assert_eq!(symmetric_eigen(&[f64::NAN], 1), None);
        assert_eq!(solve_positive_definite(&[1.0, 2.0], &[1.0]), None);
    }
}
