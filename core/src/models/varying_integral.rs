//! The integral in the likelihood of Pareto/NBD with covariates that change over time: over the times after the last
//! purchase at which the customer may have left.
//!
//! With the clocks `A` and `B` of `varying.rs`, `X(u) = alpha + A(u)`, `Y(u) = beta + B(u)` and `p = r + x`, it is
//!
//! `I = integral from t_x to T of s b(u) / Y(u) * (X(T) / X(u))^p * (Y(T) / Y(u))^s du`,
//!
//! where `b` is the speed of `B`; P(alive) is `1 / (1 + I)`. Within a stretch the integrand is smooth on scales that are
//! known, as in `ggom_integral.rs`, so that panels of few nodes give it to rounding error.

use super::varying::Piece;
use crate::numerics::gamma::ln_gamma_difference;
use crate::numerics::quadrature::gauss_legendre_16_nodes;

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
pub(crate) struct Node {
    /// Time since the beginning of the piece.
    pub(crate) w: f64,
    pub(crate) x: f64,
    pub(crate) y: f64,
    /// `ln(X(T) / X)` and `ln(Y(T) / Y)`.
    pub(crate) ln_x: f64,
    pub(crate) ln_y: f64,
    /// The logarithm of weight times integrand.
    pub(crate) ln_term: f64,
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
pub(crate) fn panels(
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
