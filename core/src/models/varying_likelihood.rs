//! The Pareto/NBD likelihood with covariates that change over time.
//!
//! With the clocks `A` and `B` of `varying.rs`, `X(u) = alpha + A(u)`, `Y(u) = beta + B(u)` and `p = r + x`, integrating
//! the individual rates out gives
//!
//! `L = Gamma(p) / Gamma(r) * alpha^r beta^s * exp(c * sum of z at the purchases) * X(T)^-p Y(T)^-s * (1 + I)`,
//! `I = integral from t_x to T of s b(u) / Y(u) * (X(T) / X(u))^p * (Y(T) / Y(u))^s du`,
//!
//! where `b` is the speed of `B`; P(alive) is `1 / (1 + I)`. With constant covariates this is the likelihood of
//! `pareto_likelihood.rs` at `alpha exp(-c z)` and `beta exp(-c' z)`. Within a stretch the integrand is smooth on scales
//! that are known, as in `ggom_likelihood.rs`, so that panels of few nodes give it to rounding error; gradient and
//! Hessian are moments of the same nodes, first with respect to eight quantities of the stretch, then carried over to
//! the parameters.
//!
//! Source of the model: Bachmann, Meierer & Näf 2021, Marketing Science 40:783. The form is our own.

use super::counted::Counted;
use super::covariates::{Scaled, mean_and_spread};
use super::fitting::{DataFacts, Likelihood};
use super::histories::Histories;
use super::pareto_likelihood::ParetoLikelihood;
use super::varying::{Path, Piece};
use crate::Result;
use crate::numerics::gamma::ln_gamma_difference;
use crate::numerics::optimise::Evaluation;
use crate::numerics::quadrature::gauss_legendre_16_nodes;
use crate::sort::Order as _;

/// The parameters of customers whose covariates are zero.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Base {
    pub(crate) r: f64,
    pub(crate) alpha: f64,
    pub(crate) s: f64,
    pub(crate) beta: f64,
}

/// One node of the integral.
#[derive(Debug, Clone, Copy, Default)]
struct Node {
    /// Time since the beginning of the piece.
    w: f64,
    x: f64,
    y: f64,
    /// `ln(X(T) / X)` and `ln(Y(T) / Y)`.
    ln_x: f64,
    ln_y: f64,
    /// The logarithm of weight times integrand.
    ln_term: f64,
}

/// How many panels one piece may take. They grow from panel to panel, so none comes near.
const MOST_PANELS: usize = 2000;

/// Six nodes of Gauss and Legendre on [-1, 1], by symmetry three: for panels that are short beside every scale.
const SIX: [(f64, f64); 3] = [
    (0.238_619_186_083_196_9, 0.467_913_934_572_691_04),
    (0.661_209_386_466_264_5, 0.360_761_573_048_138_6),
    (0.932_469_514_203_152, 0.171_324_492_379_170_36),
];

/// The panels of the integral over pieces that begin at the last purchase and stop at the end, where the clocks show
/// `end`; `p` and `s` are the exponents.
fn panels(
    (p, s): (f64, f64),
    base: &Base,
    pieces: &[Piece],
    end: (f64, f64),
    mut visit: impl FnMut(usize, &[Node]),
) {
    let ln_s = libm::log(s);
    let last = pieces.last().map_or(0.0, |piece| piece.to);
    let most_b = pieces.iter().fold(0.0f64, |most, piece| most.max(piece.b));
    let mut highest = 0.0f64;
    for (index, piece) in pieces.iter().enumerate() {
        let length = piece.to - piece.from;
        let level = |w: f64, ln_weight: f64| {
            let (a, b) = (piece.a_from + piece.a * w, piece.b_from + piece.b * w);
            let (x, y) = (base.alpha + a, base.beta + b);
            let (ln_x, ln_y) = (libm::log1p((end.0 - a).max(0.0) / x), libm::log1p((end.1 - b).max(0.0) / y));
            let ln_term = ln_s + libm::log(piece.b) - libm::log(y) + p * ln_x + s * ln_y + ln_weight;
            Node { w, x, y, ln_x, ln_y, ln_term }
        };
        let mut from = 0.0;
        for _ in 0..MOST_PANELS {
            if from >= length {
                break;
            }
            let here = level(from, 0.0);
            // Both clocks only advance: what is left lies below this.
            let left = libm::log(most_b / piece.b) + libm::log(last - piece.from - from);
            if here.ln_term + left < highest - 45.0 {
                return;
            }
            let scale = (here.x / piece.a).min(here.y / piece.b);
            let slope = p * piece.a / here.x + (s + 1.0) * piece.b / here.y;
            let to = (from + (2.0 * scale).min(5.0 / slope)).min(length);
            if to <= from {
                break;
            }
            let width = to - from;
            let mut nodes = [Node::default(); 16];
            let used = if width < 0.3 * scale && width * slope < 1.0 {
                let half = 0.5 * width;
                for (i, (place, weight)) in SIX.iter().enumerate() {
                    let ln_weight = libm::log(half * weight);
                    nodes[2 * i] = level(from + half * (1.0 - place), ln_weight);
                    nodes[2 * i + 1] = level(from + half * (1.0 + place), ln_weight);
                }
                6
            } else {
                for (node, (w, weight)) in nodes.iter_mut().zip(gauss_legendre_16_nodes(from, to)) {
                    *node = level(w, libm::log(weight));
                }
                16
            };
            highest = nodes[..used].iter().fold(highest, |top, node| top.max(node.ln_term));
            visit(index, &nodes[..used]);
            from = to;
        }
    }
}

/// The pieces from the age of the last purchase to the end.
pub(crate) fn between(pieces: &[Piece], t_x: f64, t: f64) -> Vec<Piece> {
    pieces
        .iter()
        .filter(|piece| piece.to > t_x && piece.from < t)
        .map(|piece| Piece { to: piece.to.min(t), ..*piece }.after(t_x))
        .collect()
}

/// `-ln P(alive) = ln(1 + I)` with exponents `p` and `s`, over pieces from [`between`].
pub(crate) fn ln_inverse_alive(exponents: (f64, f64), base: &Base, pieces: &[Piece], end: (f64, f64)) -> f64 {
    let (mut top, mut sum) = (0.0f64, 1.0);
    panels(exponents, base, pieces, end, |_, nodes| {
        let highest = nodes.iter().fold(top, |top, node| top.max(node.ln_term));
        sum *= libm::exp(top - highest);
        top = highest;
        sum += nodes.iter().map(|node| libm::exp(node.ln_term - top)).sum::<f64>();
    });
    if top == 0.0 { libm::log1p(sum - 1.0) } else { top + libm::log(sum) }
}

/// The logarithm of the likelihood but for the integral; `bought` is `c * sum of z at the purchases`.
pub(crate) fn ln_alive(base: &Base, x: f64, bought: f64, end: (f64, f64)) -> f64 {
    ln_gamma_difference(base.r, x) + bought
        - base.r * libm::log1p(end.0 / base.alpha)
        - x * libm::log(base.alpha + end.0)
        - base.s * libm::log1p(end.1 / base.beta)
}

/// A customer of the fit, with the covariates scaled, those of purchases first.
#[derive(Debug, Clone)]
struct Row {
    x: f64,
    t_x: f64,
    t: f64,
    weight: f64,
    /// The stretches up to the end of the observation.
    path: Path,
}

/// The likelihood of counted customers as a function of the four parameters and the factors of the covariates.
#[derive(Debug)]
pub(crate) struct VaryingLikelihood {
    rows: Vec<Row>,
    of_purchase: usize,
    of_dropout: usize,
    starts: Vec<Vec<f64>>,
    pub(crate) facts: DataFacts,
}

impl VaryingLikelihood {
    /// The likelihood of paths that hold the covariates of purchases, then those of dropout; and what it takes to
    /// centre and scale each.
    pub(crate) fn new(
        histories: &Histories,
        paths: Vec<Path>,
        purchase: &[&str],
        dropout: &[&str],
    ) -> Result<(Self, Vec<Scaled>)> {
        let counted = Counted::new(histories)?;
        let mut rows: Vec<Row> = histories
            .iter()
            .zip(paths)
            .enumerate()
            .map(|(i, (customer, mut path))| {
                // Covariates after the end of the observation say nothing about it.
                let inside = path.stretches.partition_point(|stretch| stretch.to < customer.t);
                path.stretches.truncate(inside + 1);
                if let Some(stretch) = path.stretches.last_mut() {
                    stretch.to = stretch.to.min(customer.t);
                }
                let weight = histories.weights().map_or(1.0, |weights| weights[i]);
                Row { x: customer.x, t_x: customer.t_x, t: customer.t, weight, path }
            })
            .filter(|row| row.weight > 0.0)
            .collect();
        let names = purchase.iter().map(|n| ("purchase", n)).chain(dropout.iter().map(|n| ("dropout", n)));
        let scaled = names
            .enumerate()
            .map(|(k, (process, name))| {
                let values = rows.iter().flat_map(|row| {
                    let from = std::iter::once(0.0).chain(row.path.stretches.iter().map(|one| one.to));
                    let stretches = row.path.stretches.iter().zip(from);
                    stretches.map(|(one, from)| (row.weight * (one.to - from), one.z[k]))
                });
                mean_and_spread(process, name, &values.collect::<Vec<_>>())
            })
            .collect::<Result<Vec<Scaled>>>()?;
        for row in &mut rows {
            let x = row.x;
            for (k, one) in scaled.iter().enumerate() {
                for stretch in &mut row.path.stretches {
                    stretch.z[k] = (stretch.z[k] - one.mean) / one.spread;
                }
                if let Some(bought) = row.path.bought.as_mut() {
                    bought[k] = (bought[k] - x * one.mean) / one.spread;
                }
            }
        }
        let rows = count(rows);
        let facts = DataFacts { distinct: rows.len(), ..DataFacts::of(&counted) };
        let starts = ParetoLikelihood::new(counted)
            .starts()
            .into_iter()
            .map(|mut start| {
                start.extend(scaled.iter().map(|_| 1.0));
                start
            })
            .collect();
        let made = Self { rows, of_purchase: purchase.len(), of_dropout: dropout.len(), starts, facts };
        Ok((made, scaled))
    }
}

/// Customers alike in everything, once; in an order of their own.
fn count(mut rows: Vec<Row>) -> Vec<Row> {
    let key = |row: &Row| -> Vec<u64> {
        let stretches =
            row.path.stretches.iter().flat_map(|s| std::iter::once(s.to).chain(s.z.iter().copied()));
        let bought = row.path.bought.iter().flatten().copied();
        [row.x, row.t_x, row.t]
            .into_iter()
            .chain(bought)
            .chain(stretches)
            .map(|v| (v + 0.0).to_bits())
            .collect()
    };
    let mut keyed: Vec<(Vec<u64>, Row)> = rows.drain(..).map(|row| (key(&row), row)).collect();
    keyed.order_by(|one, other| one.0.cmp(&other.0).then(one.1.weight.total_cmp(&other.1.weight)));
    let mut out: Vec<Row> = Vec::new();
    let mut last: Option<Vec<u64>> = None;
    for (key, row) in keyed {
        match out.last_mut() {
            Some(same) if last.as_ref() == Some(&key) => same.weight += row.weight,
            _ => out.push(row),
        }
        last = Some(key);
    }
    out
}

/// What a clock shows, with its derivatives by the coefficients of its process.
#[derive(Debug, Clone)]
struct Clock {
    value: f64,
    first: Vec<f64>,
    second: Vec<f64>,
}

impl Clock {
    fn new(size: usize) -> Self {
        Self { value: 0.0, first: vec![0.0; size], second: vec![0.0; size * size] }
    }

    fn advance(&mut self, speed: f64, z: &[f64], time: f64) {
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
struct Moments {
    value: f64,
    first: [f64; 8],
    second: [[f64; 8]; 8],
}

impl Moments {
    fn scale(&mut self, by: f64) {
        self.value *= by;
        self.first = self.first.map(|one| one * by);
        self.second = self.second.map(|row| row.map(|one| one * by));
    }

    fn add(
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
}

/// Sums with respect to the four parameters and the coefficients.
struct Sums {
    value: f64,
    first: Vec<f64>,
    second: Vec<f64>,
}

impl Sums {
    fn new(n: usize) -> Self {
        Self { value: 0.0, first: vec![0.0; n], second: vec![0.0; n * n] }
    }

    fn scale(&mut self, by: f64) {
        self.value *= by;
        self.first.iter_mut().for_each(|one| *one *= by);
        self.second.iter_mut().for_each(|one| *one *= by);
    }
}

/// One of the eight quantities as a function of parameters and coefficients: its slopes, and its second derivatives in
/// the block of one process.
struct Quantity<'a> {
    slopes: Vec<f64>,
    curves: Option<(usize, &'a [f64])>,
}

impl VaryingLikelihood {
    /// Carries moments by the eight quantities over to parameters and coefficients.
    fn carry(moments: &Moments, quantities: &[Quantity; 8], out: &mut Sums) {
        let n = out.first.len();
        out.value += moments.value;
        let mut half = vec![0.0; 8 * n];
        for (k, own) in half.chunks_exact_mut(n).enumerate() {
            for (l, quantity) in quantities.iter().enumerate() {
                let curve = moments.second[k.min(l)][k.max(l)];
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
                    out.first[i] += moments.first[k] * slope;
                    for j in i..n {
                        out.second[i * n + j] += slope * half[k * n + j];
                    }
                }
            }
            if let Some((from, curves)) = quantity.curves {
                let size = curves.len().isqrt();
                for i in 0..size {
                    for j in i..size {
                        out.second[(from + i) * n + from + j] += moments.first[k] * curves[i * size + j];
                    }
                }
            }
        }
    }

    /// What one customer adds, with respect to parameters and coefficients.
    #[allow(clippy::too_many_lines, reason = "one derivation, in the order of its formulas")]
    fn one(&self, row: &Row, base: &Base, coefficients: &[f64], out: &mut Sums) {
        let (of_p, of_d) = (self.of_purchase, self.of_dropout);
        let n = 4 + of_p + of_d;
        let mut zeros = vec![0.0; of_p];
        zeros.extend_from_slice(&coefficients[of_p..]);
        let pieces = row.path.pieces(&coefficients[..of_p], &zeros);
        // What the clocks show at the last purchase and at the end.
        let (mut a_end, mut b_end) = (Clock::new(of_p), Clock::new(of_d));
        let (mut a_here, mut b_here) = (Clock::new(of_p), Clock::new(of_d));
        let mut here = 0;
        for (at, (piece, stretch)) in pieces.iter().zip(&row.path.stretches).enumerate() {
            let (z_p, z_d) = stretch.z.split_at(of_p);
            let before = row.t_x.min(piece.to) - piece.from;
            if before > 0.0 {
                a_here.advance(piece.a, z_p, before);
                b_here.advance(piece.b, z_d, before);
            }
            if piece.to <= row.t_x {
                here = at + 1;
            }
            a_end.advance(piece.a, z_p, piece.to - piece.from);
            b_end.advance(piece.b, z_d, piece.to - piece.from);
        }
        let Base { r, alpha, s, beta } = *base;
        let p = r + row.x;
        let end = (a_end.value, b_end.value);
        let (x_end, y_end) = (alpha + end.0, beta + end.1);

        let quantity = |parameter: usize, own: f64, block: usize, first: &[f64]| {
            let mut slopes = vec![0.0; n];
            slopes[parameter] = own;
            slopes[block..block + first.len()].copy_from_slice(first);
            slopes
        };
        let (at_p, at_d) = (4, 4 + of_p);
        let simple = |parameter: usize| quantity(parameter, 1.0, n, &[]);
        let integral_pieces = between(&pieces, row.t_x, row.t);
        let (mut top, mut sums) = (0.0f64, Sums::new(n));
        sums.value = 1.0;
        // The moments of a piece are carried over when the next one begins.
        let mut moments = Moments::default();
        let mut current = 0;
        let mut flush = |index: usize, moments: &mut Moments, sums: &mut Sums| {
            if moments.value > 0.0 {
                let z = &row.path.stretches[here + index].z;
                let (z_p, z_d) = z.split_at(of_p);
                let piece = &integral_pieces[index];
                let times = |by: f64, z: &[f64]| z.iter().map(|z| by * z).collect::<Vec<f64>>();
                let square = |by: f64, z: &[f64]| {
                    z.iter().flat_map(|i| z.iter().map(move |j| by * i * j)).collect::<Vec<f64>>()
                };
                let (a_curves, b_curves) = (square(piece.a, z_p), square(piece.b, z_d));
                let quantities = [
                    Quantity { slopes: simple(0), curves: None },
                    Quantity { slopes: simple(2), curves: None },
                    Quantity {
                        slopes: quantity(1, 1.0, at_p, &a_here.first),
                        curves: Some((at_p, &a_here.second)),
                    },
                    Quantity {
                        slopes: quantity(0, 0.0, at_p, &times(piece.a, z_p)),
                        curves: Some((at_p, &a_curves)),
                    },
                    Quantity {
                        slopes: quantity(3, 1.0, at_d, &b_here.first),
                        curves: Some((at_d, &b_here.second)),
                    },
                    Quantity {
                        slopes: quantity(0, 0.0, at_d, &times(piece.b, z_d)),
                        curves: Some((at_d, &b_curves)),
                    },
                    Quantity {
                        slopes: quantity(1, 1.0, at_p, &a_end.first),
                        curves: Some((at_p, &a_end.second)),
                    },
                    Quantity {
                        slopes: quantity(3, 1.0, at_d, &b_end.first),
                        curves: Some((at_d, &b_end.second)),
                    },
                ];
                Self::carry(moments, &quantities, sums);
            }
            *moments = Moments::default();
            // On to the beginning of the next piece.
            let (piece, stretch) = (&integral_pieces[index], &row.path.stretches[here + index]);
            let (z_p, z_d) = stretch.z.split_at(of_p);
            a_here.advance(piece.a, z_p, piece.to - piece.from);
            b_here.advance(piece.b, z_d, piece.to - piece.from);
        };
        panels((p, s), base, &integral_pieces, end, |index, nodes| {
            while current < index {
                flush(current, &mut moments, &mut sums);
                current += 1;
            }
            let highest = nodes.iter().fold(top, |top, node| top.max(node.ln_term));
            if highest > top {
                let shrink = libm::exp(top - highest);
                moments.scale(shrink);
                sums.scale(shrink);
                top = highest;
            }
            for node in nodes {
                let weight = libm::exp(node.ln_term - top);
                moments.add(node, weight, (p, s), integral_pieces[index].b, (x_end, y_end));
            }
        });
        if moments.value > 0.0 {
            flush(current, &mut moments, &mut sums);
        }

        // The customer alive at the end.
        let (x, i, j) = (row.x, 1.0 / x_end, 1.0 / y_end);
        let (spread, life) = (libm::log1p(end.0 / alpha), libm::log1p(end.1 / beta));
        let (by_alpha, by_beta) = (end.0 / alpha * i, end.1 / beta * j);
        let mut add = |value: f64, first: &[(usize, f64)], second: &[(usize, usize, f64)]| {
            out.value += row.weight * value;
            for &(at, slope) in first {
                out.first[at] += row.weight * slope;
            }
            for &(k, l, curve) in second {
                out.second[k.min(l) * n + k.max(l)] += row.weight * curve;
            }
        };
        let bought: f64 =
            row.path.bought.iter().flatten().zip(&coefficients[..of_p]).map(|(z, c)| z * c).sum();
        add(
            bought - r * spread - x * libm::log(x_end) - s * life + top + libm::log(sums.value),
            &[(0, -spread), (1, r * by_alpha - x * i), (2, -life), (3, s * by_beta)],
            &[
                (0, 1, by_alpha),
                (1, 1, x * i * i - r * by_alpha * (1.0 / alpha + i)),
                (2, 3, by_beta),
                (3, 3, -s * by_beta * (1.0 / beta + j)),
            ],
        );
        // By what the clocks show at the end: -(r + x) ln X - s ln Y, and its mixed derivatives.
        for (at, shape, shape_at, time_at, inverse, clock) in
            [(at_p, p, 0, 1, i, &a_end), (at_d, s, 2, 3, j, &b_end)]
        {
            let size = clock.first.len();
            let (slope, curve) = (-shape * inverse, shape * inverse * inverse);
            for k in 0..size {
                let first = clock.first[k];
                add(
                    0.0,
                    &[(at + k, slope * first)],
                    &[(shape_at, at + k, -inverse * first), (time_at, at + k, curve * first)],
                );
                for l in k..size {
                    let both = slope * clock.second[k * size + l] + curve * first * clock.first[l];
                    add(0.0, &[], &[(at + k, at + l, both)]);
                }
            }
        }
        for (k, z) in row.path.bought.iter().flatten().take(of_p).enumerate() {
            add(0.0, &[(at_p + k, *z)], &[]);
        }
        // ln(1 + I)
        let inverse = 1.0 / sums.value;
        for k in 0..n {
            let mean = sums.first[k] * inverse;
            out.first[k] += row.weight * mean;
            for l in k..n {
                out.second[k * n + l] +=
                    row.weight * (sums.second[k * n + l] * inverse - mean * sums.first[l] * inverse);
            }
        }
    }
}

impl Likelihood for VaryingLikelihood {
    fn evaluate(&self, parameters: &[f64], out: &mut Evaluation) {
        let &[r, alpha, s, beta, ref factors @ ..] = parameters else { return };
        let base = Base { r, alpha, s, beta };
        let coefficients: Vec<f64> = factors.iter().map(|factor| libm::log(*factor)).collect();
        let n = parameters.len();
        if coefficients.len() != self.of_purchase + self.of_dropout {
            return;
        }
        let mut sums = Sums::new(n);
        let mut last: Option<(f64, [f64; 3])> = None;
        for row in &self.rows {
            self.one(row, &base, &coefficients, &mut sums);
            let rate = match last {
                Some((x, rate)) if x == row.x => rate,
                _ => rising(r, row.x),
            };
            last = Some((row.x, rate));
            sums.value += row.weight * rate[0];
            sums.first[0] += row.weight * rate[1];
            sums.second[0] += row.weight * rate[2];
        }
        // From coefficients to factors.
        let by = |k: usize| if k < 4 { 1.0 } else { 1.0 / parameters[k] };
        out.value += sums.value;
        for k in 0..n {
            out.gradient[k] += sums.first[k] * by(k);
            for l in k..n {
                let twice = if k == l && k >= 4 { sums.first[k] } else { 0.0 };
                out.hessian[k * n + l] += (sums.second[k * n + l] - twice) * by(k) * by(l);
            }
        }
    }

    fn starts(&self) -> Vec<Vec<f64>> {
        self.starts.clone()
    }
}

/// `ln(Gamma(r + x) / Gamma(r))` with its first two derivatives.
fn rising(r: f64, x: f64) -> [f64; 3] {
    let one = super::rising::Histogram::new(vec![x], vec![1.0]).ln_rising(r);
    [one.value, one.first, one.second]
}

#[cfg(test)]
mod tests {
    use super::super::tests::check_derivatives;
    use super::super::varying::{Periods, paths};
    use super::*;

    const CUSTOMERS: usize = 5;
    const FREQUENCY: [f64; CUSTOMERS] = [0.0, 2.0, 1.0, 7.0, 40.0];
    const RECENCY: [f64; CUSTOMERS] = [0.0, 9.5, 1.7, 11.4, 12.0];
    const AGE: [f64; CUSTOMERS] = [12.5, 12.5, 7.0, 12.0, 12.0];

    fn likelihood() -> VaryingLikelihood {
        let (mut customer, mut start, mut purchases) = (vec![], vec![], vec![]);
        let (mut offer, mut season) = (vec![], vec![]);
        for row in 0..CUSTOMERS {
            for week in -13..2 {
                customer.push(row as f64);
                start.push(f64::from(week));
                let last = RECENCY[row] - AGE[row];
                let here = f64::from(week) <= last && last < f64::from(week + 1);
                purchases.push(if here { FREQUENCY[row] } else { 0.0 });
                offer.push(f64::from(u8::from((week + i32::try_from(row).unwrap()).rem_euclid(4) == 0)));
                season.push(libm::sin(0.4 * f64::from(week)));
            }
        }
        let periods = Periods { customer: &customer, start: &start, purchases: Some(&purchases) };
        let histories = Histories::new(&FREQUENCY, &RECENCY, &AGE).unwrap();
        let columns: [(&str, &[f64]); 3] = [("offer", &offer), ("season", &season), ("offer", &offer)];
        let paths = paths(&periods, &histories, &columns).unwrap();
        VaryingLikelihood::new(&histories, paths, &["offer", "season"], &["offer"]).unwrap().0
    }

    #[test]
    fn derivatives_are_those_of_the_value() {
        for at in [
            [0.55, 10.6, 0.61, 11.7, 1.3, 0.8, 0.9],
            [3.0, 0.5, 5.0, 0.3, 0.7, 1.6, 2.0],
            [0.4, 40.0, 0.3, 0.05, 2.5, 1.0, 0.4],
        ] {
            check_derivatives(&likelihood(), &at, 1e-6);
        }
    }

    #[test]
    fn the_likelihood_is_finite_wherever_the_search_can_go() {
        for r in [1e-14, 1.0, 1e14] {
            for alpha in [1e-13, 5.0, 1e15] {
                for s in [1e-14, 1.0, 1e14] {
                    for beta in [1e-13, 5.0, 1e15] {
                        for factor in [1e-3, 1.0, 1e3] {
                            let mut out = Evaluation::zero(7);
                            likelihood().evaluate(&[r, alpha, s, beta, factor, 1.0, factor], &mut out);
                            let finite = out.gradient.iter().chain(&out.hessian).all(|v| v.is_finite());
                            assert!(
                                out.value.is_finite() && finite,
                                "{r} {alpha} {s} {beta} {factor}: {out:?}"
                            );
                        }
                    }
                }
            }
        }
    }
}
