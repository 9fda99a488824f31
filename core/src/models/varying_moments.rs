//! Derivatives of the integral in `varying_integral.rs`: moments of its nodes, first with respect to eight quantities of
//! a stretch, then carried over to parameters and coefficients by the chain rule.

use super::varying_integral::Node;

/// What a clock shows, with its derivatives by the coefficients of its process.
#[derive(Debug, Clone)]
pub(crate) struct Clock {
    pub(crate) value: f64,
    pub(crate) first: Vec<f64>,
    pub(crate) second: Vec<f64>,
}

impl Clock {
    pub(crate) fn new(size: usize) -> Self {
        Self { value: 0.0, first: vec![0.0; size], second: vec![0.0; size * size] }
    }

    pub(crate) fn advance(&mut self, speed: f64, z: &[f64], time: f64) {
        let shown = speed * time;
        let size = z.len();
        self.value += shown;
        for i in 0..size {
            self.first[i] += shown * z[i];
            for j in 0..size {
                self.second[i * size + j] += shown * z[i] * z[j];
            }
        }
    }
}

/// The eight quantities that a stretch's integral depends on: r, s, X at its beginning and its speed, Y at its beginning
/// and its speed, and both at the end.
const R: usize = 0;
const S: usize = 1;
const X: usize = 2;
const A: usize = 3;
const Y: usize = 4;
const B: usize = 5;
const X_END: usize = 6;
const Y_END: usize = 7;

/// A weighted sum of terms, of their gradients and of Hessian plus square of gradient.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Moments {
    pub(crate) value: f64,
    first: [f64; 8],
    second: [[f64; 8]; 8],
}

impl Moments {
    pub(crate) fn scale(&mut self, by: f64) {
        self.value *= by;
        self.first = self.first.map(|one| one * by);
        self.second = self.second.map(|row| row.map(|one| one * by));
    }

    pub(crate) fn add(
        &mut self,
        node: &Node,
        weight: f64,
        (p, s): (f64, f64),
        piece_b: f64,
        (x_end, y_end): (f64, f64),
    ) {
        let (i, j) = (1.0 / node.x, 1.0 / node.y);
        let (i_end, j_end) = (1.0 / x_end, 1.0 / y_end);
        let (w, q) = (node.w, s + 1.0);
        let mut g = [0.0; 8];
        g[R] = node.ln_x;
        g[S] = 1.0 / s + node.ln_y;
        g[X] = -p * i;
        g[A] = -p * w * i;
        g[Y] = -q * j;
        g[B] = 1.0 / piece_b - q * w * j;
        g[X_END] = p * i_end;
        g[Y_END] = s * j_end;
        self.value += weight;
        for k in 0..8 {
            self.first[k] += weight * g[k];
            let own = weight * g[k];
            for (sum, other) in self.second[k][k..].iter_mut().zip(&g[k..]) {
                *sum += own * other;
            }
        }
        let h = &mut self.second;
        h[R][X] -= weight * i;
        h[R][A] -= weight * w * i;
        h[R][X_END] += weight * i_end;
        h[S][S] -= weight / (s * s);
        h[S][Y] -= weight * j;
        h[S][B] -= weight * w * j;
        h[S][Y_END] += weight * j_end;
        h[X][X] += weight * p * i * i;
        h[X][A] += weight * p * w * i * i;
        h[A][A] += weight * p * w * w * i * i;
        h[Y][Y] += weight * q * j * j;
        h[Y][B] += weight * q * w * j * j;
        h[B][B] += weight * (q * w * w * j * j - 1.0 / (piece_b * piece_b));
        h[X_END][X_END] -= weight * p * i_end * i_end;
        h[Y_END][Y_END] -= weight * s * j_end * j_end;
    }

    /// Carries the moments over to parameters and coefficients.
    pub(crate) fn carry(&self, quantities: &[Quantity; 8], out: &mut Sums) {
        let n = out.first.len();
        out.value += self.value;
        let mut half = vec![0.0; 8 * n];
        for (k, own) in half.chunks_exact_mut(n).enumerate() {
            for (l, quantity) in quantities.iter().enumerate() {
                let curve = self.second[k.min(l)][k.max(l)];
                if curve != 0.0 {
                    for (to, slope) in own.iter_mut().zip(&quantity.slopes) {
                        *to += curve * slope;
                    }
                }
            }
        }
        for (k, quantity) in quantities.iter().enumerate() {
            for (i, &slope) in quantity.slopes.iter().enumerate() {
                if slope != 0.0 {
                    out.first[i] += self.first[k] * slope;
                    for j in i..n {
                        out.second[i * n + j] += slope * half[k * n + j];
                    }
                }
            }
            if let Some((from, curves)) = quantity.curves {
                let size = curves.len().isqrt();
                for i in 0..size {
                    for j in i..size {
                        out.second[(from + i) * n + from + j] += self.first[k] * curves[i * size + j];
                    }
                }
            }
        }
    }
}

/// Sums with respect to the four parameters and the coefficients.
pub(crate) struct Sums {
    pub(crate) value: f64,
    pub(crate) first: Vec<f64>,
    pub(crate) second: Vec<f64>,
}

impl Sums {
    pub(crate) fn new(n: usize) -> Self {
        Self { value: 0.0, first: vec![0.0; n], second: vec![0.0; n * n] }
    }

    pub(crate) fn scale(&mut self, by: f64) {
        self.value *= by;
        self.first.iter_mut().for_each(|one| *one *= by);
        self.second.iter_mut().for_each(|one| *one *= by);
    }
}

/// One of the eight quantities as a function of parameters and coefficients: its slopes, and its second derivatives in
/// the block of one process.
pub(crate) struct Quantity<'a> {
    pub(crate) slopes: Vec<f64>,
    pub(crate) curves: Option<(usize, &'a [f64])>,
}
