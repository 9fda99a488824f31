//! The search for the best split of a budget: concave envelopes, and boxes of spends where curves are S-shaped.

use crate::numerics::elementary::within;
use std::ops::ControlFlow;

use super::saturation::Curve;
use crate::progress::{Progress, Watch};
use crate::{Error, Result, Status};

/// The gap at which the search stops, and the most boxes it looks at.
const GAP: f64 = 1e-9;
const MOST_BOXES: usize = 20_000;

/// A channel in money: response to a spend between its bounds.
pub(super) struct Piece {
    pub(super) curve: Curve,
    /// Input of the curve per unit of money.
    pub(super) factor: f64,
    pub(super) lower: f64,
    pub(super) upper: f64,
    /// The channel's own upper bound.
    pub(super) highest: f64,
    /// Spend up to which the response is convex.
    pub(super) turn: f64,
}

impl Piece {
    pub(super) fn at(&self, spend: f64) -> f64 {
        self.curve.at(self.factor * spend)
    }

    pub(super) fn slope(&self, spend: f64) -> f64 {
        self.factor * self.curve.slope(self.factor * spend)
    }
}

/// The smallest concave curve above a response between two spends: a chord from `lower` to `touch`, the response
/// itself from there to `upper`.
#[derive(Clone, Copy)]
struct Envelope {
    lower: f64,
    upper: f64,
    touch: f64,
    chord: f64,
}

impl Envelope {
    fn new(piece: &Piece, lower: f64, upper: f64) -> Self {
        if piece.turn <= lower || upper <= lower {
            return Self { lower, upper, touch: lower, chord: f64::INFINITY };
        }
        let base = piece.at(lower);
        // Above zero where the chord from `lower` is still less steep than the curve at its end.
        let rising = |s: f64| piece.slope(s) * (s - lower) - (piece.at(s) - base) > 0.0;
        let touch =
            if piece.turn >= upper || rising(upper) { upper } else { bisect(piece.turn, upper, rising) };
        Self { lower, upper, touch, chord: (piece.at(touch) - base) / (touch - lower) }
    }

    fn at(&self, piece: &Piece, spend: f64) -> f64 {
        if spend < self.touch {
            piece.at(self.lower) + self.chord * (spend - self.lower)
        } else {
            piece.at(spend)
        }
    }

    /// The spend at which the envelope's slope falls below `rate`.
    fn spend(&self, piece: &Piece, rate: f64) -> f64 {
        if self.touch > self.lower && self.chord <= rate {
            return self.lower;
        }
        let from = self.touch;
        // What the curve itself does, in the unit of its input.
        let (low, high) = (from * piece.factor, self.upper * piece.factor);
        let input = where_slope_falls_to(&piece.curve, rate / piece.factor, low, high);
        within(input / piece.factor, from, self.upper)
    }
}

/// The last point of `[low, high]` at which `holds`, which is true at first and false later.
fn bisect(mut low: f64, mut high: f64, holds: impl Fn(f64) -> bool) -> f64 {
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            break;
        }
        *(if holds(middle) { &mut low } else { &mut high }) = middle;
    }
    low
}

/// The input in `[from, to]`, where the curve is concave, at which its slope comes down to `rate`: `from` where
/// it is below from the start, `to` where it stays above.
pub(super) fn where_slope_falls_to(curve: &Curve, rate: f64, from: f64, to: f64) -> f64 {
    if curve.slope(from) <= rate {
        return from;
    }
    if rate <= 0.0 || curve.slope(to) >= rate {
        return to;
    }
    let found = match *curve {
        Curve::MichaelisMenten { maximum, half_saturation: k } => k * ((maximum / (k * rate)).sqrt() - 1.0),
        Curve::Exponential { maximum, scale } => scale * libm::log(maximum / (scale * rate)),
        Curve::Power { scale, exponent } => libm::exp(libm::log(scale * exponent / rate) / (1.0 - exponent)),
        Curve::SquareRoot { scale } => {
            let root = 0.5 * scale / rate;
            root * root
        }
        Curve::Logarithm { scale, offset } => scale / rate - offset,
        Curve::Hill { .. } => {
            // On the log scale, since the point may lie anywhere between a cent and a billion.
            let (low, high) = (from.max(1e-300), to.min(1e300));
            let log = bisect(libm::log(low), libm::log(high), |t| curve.slope(libm::exp(t)) > rate);
            libm::exp(log)
        }
    };
    within(found, from, to)
}

/// A box of spends with its bound.
struct Node {
    bounds: Vec<(f64, f64)>,
    bound: f64,
    spends: Vec<f64>,
}

pub(super) struct Search<'a> {
    pub(super) pieces: &'a [Piece],
    pub(super) spendable: f64,
    pub(super) best: Vec<f64>,
    pub(super) best_value: f64,
}

impl Search<'_> {
    /// Branch and bound; gives the bound that holds for every split, and the number of boxes.
    pub(super) fn run(&mut self, watch: &mut Watch<'_>) -> Result<(f64, u64)> {
        let whole: Vec<(f64, f64)> = self.pieces.iter().map(|p| (p.lower, p.upper)).collect();
        let Some(root) = self.relaxed(whole) else {
            return Err(Error::undefined("split_budget", Status::Infeasible, "no split meets the bounds"));
        };
        self.offer(&root);
        // The open boxes, the most promising at the end.
        let mut open = vec![root];
        let mut looked: u64 = 1;
        while let Some(node) = open.pop() {
            let total = MOST_BOXES as u64;
            if watch(Progress { done: looked.min(total - 1), total }) == ControlFlow::Break(()) {
                return Err(Error::Cancelled);
            }
            if node.bound <= self.best_value * (1.0 + GAP) || looked >= total {
                let bound = node.bound;
                let _ = watch(Progress { done: total, total });
                return Ok((bound, looked));
            }
            // Where envelope and response differ most, the box is cut.
            let cut = self
                .pieces
                .iter()
                .zip(node.bounds.iter().zip(&node.spends))
                .map(|(piece, (&(low, high), &spend))| {
                    Envelope::new(piece, low, high).at(piece, spend) - piece.at(spend)
                })
                .enumerate()
                .fold((0, f64::NEG_INFINITY), |most, (at, gap)| if gap > most.1 { (at, gap) } else { most })
                .0;
            let (low, high) = node.bounds[cut];
            let spend = node.spends[cut];
            // A cut at the very edge would make no progress.
            let at = if spend - low < 1e-6 * (high - low) || high - spend < 1e-6 * (high - low) {
                f64::midpoint(low, high)
            } else {
                spend
            };
            for part in [(low, at), (at, high)] {
                if part.1 <= part.0 {
                    continue;
                }
                let mut bounds = node.bounds.clone();
                bounds[cut] = part;
                looked += 1;
                if let Some(child) = self.relaxed(bounds) {
                    self.offer(&child);
                    if child.bound > self.best_value * (1.0 + GAP) {
                        let place = open.partition_point(|other| other.bound <= child.bound);
                        open.insert(place, child);
                    }
                }
            }
        }
        let _ = watch(Progress { done: MOST_BOXES as u64, total: MOST_BOXES as u64 });
        // Every box was ruled out: the best found is the optimum, to the gap.
        Ok((self.best_value, looked))
    }

    /// The concave problem over a box: its optimum is a bound for the box. `None` when the box holds no split of
    /// the budget.
    fn relaxed(&self, bounds: Vec<(f64, f64)>) -> Option<Node> {
        let least: f64 = bounds.iter().map(|b| b.0).sum();
        let most: f64 = bounds.iter().map(|b| b.1).sum();
        let slack = 1e-12 * self.spendable;
        if least > self.spendable + slack || most < self.spendable - slack {
            return None;
        }
        let envelopes: Vec<Envelope> =
            self.pieces.iter().zip(&bounds).map(|(piece, b)| Envelope::new(piece, b.0, b.1)).collect();
        let spends_at = |rate: f64| -> Vec<f64> {
            self.pieces.iter().zip(&envelopes).map(|(piece, e)| e.spend(piece, rate)).collect()
        };
        // Bisection over all positive numbers by their bits: the rate above which the spends fit the budget.
        let (mut low, mut high) = (0_u64, f64::MAX.to_bits());
        while high - low > 1 {
            let middle = low.midpoint(high);
            let total: f64 = spends_at(f64::from_bits(middle)).iter().sum();
            *(if total > self.spendable { &mut low } else { &mut high }) = middle;
        }
        let rate = f64::from_bits(high);
        let mut spends = spends_at(rate);
        let more = spends_at(f64::from_bits(low));
        // Between the two rates some channels jump along a chord: fill them one after the other.
        let mut rest = self.spendable - spends.iter().sum::<f64>();
        for (spend, more) in spends.iter_mut().zip(&more) {
            let step = within(more - *spend, 0.0, rest.max(0.0));
            *spend += step;
            rest -= step;
        }
        // Lagrange's bound holds for any rate, so rounding in the spends does not touch it.
        let mut bound = rate * self.spendable;
        if bound.is_finite() {
            for ((piece, envelope), spend) in self.pieces.iter().zip(&envelopes).zip(&spends_at(rate)) {
                bound += envelope.at(piece, *spend) - rate * spend;
            }
        } else {
            bound = f64::INFINITY;
        }
        // It cannot exceed everything at its upper bound.
        let all: f64 = self.pieces.iter().zip(&bounds).map(|(piece, b)| piece.at(b.1)).sum();
        Some(Node { bound: bound.min(all), bounds, spends })
    }

    /// Takes the split of a box as the best so far if it is, polished: channels on the concave part of their
    /// curve share again what they have in all.
    fn offer(&mut self, node: &Node) {
        self.offer_spends(&node.spends);
        if self.pieces.iter().zip(&node.spends).any(|(p, s)| p.turn > p.lower && *s > p.lower) {
            let bounds: Vec<(f64, f64)> = self
                .pieces
                .iter()
                .zip(&node.spends)
                .map(|(p, &s)| if s > p.turn { (p.turn.max(p.lower), p.upper) } else { (s, s) })
                .collect();
            if let Some(polished) = self.relaxed(bounds) {
                self.offer_spends(&polished.spends);
            }
        }
    }

    pub(super) fn offer_spends(&mut self, spends: &[f64]) {
        let value: f64 = self.pieces.iter().zip(spends).map(|(p, s)| p.at(*s)).sum();
        if value > self.best_value {
            self.best_value = value;
            self.best = spends.to_vec();
        }
    }
}
