//! The search for one end of a profile-likelihood interval (`profile.rs`): by Newton steps, and where they do not arrive by
//! the best of the other parameters at points that bracket the end.

use super::fitting::FURTHEST;
use super::profile::{End, Profiled};
use crate::numerics::elementary::within;
use crate::numerics::linear_algebra::solve_positive_definite;
use crate::numerics::optimise::{Evaluation, Limits, Maximum, maximise};

/// How far the one that is held goes from the start, as a logarithm: less than all others may, so that those that go with
/// it on a ridge are not held up first.
const EDGE: f64 = 0.75 * FURTHEST;

/// From this distance in a logarithm on, another hill may be meant.
const FAR: f64 = 3.0;

/// A point of the profile: the best of all others where one logarithm is held.
#[derive(Clone)]
pub(crate) struct Point {
    /// The logarithms.
    at: Vec<f64>,
    /// The root of twice the fall.
    root: f64,
    /// Its derivative by the one that is held.
    slope: f64,
    /// How all go with the one that is held, where the curvature tells.
    tangent: Option<Vec<f64>>,
}

impl Point {
    /// For another search: slope and tangent are those of the one that was held.
    fn for_another(&self) -> Self {
        Self { at: self.at.clone(), root: self.root, slope: f64::NAN, tangent: None }
    }
}

/// A hill of the likelihood apart from that of the maximum.
struct Hill<'a> {
    /// The logarithms that are much larger there (1) or much smaller (-1).
    direction: Vec<i8>,
    best: &'a Point,
    /// The one whose held parameter is nearest to the end that is checked.
    nearest: &'a Point,
}

/// One side of the interval of one parameter.
#[derive(Clone, Copy)]
pub(crate) struct Side<'a> {
    pub(crate) profiled: &'a Profiled,
    /// The parameter that is held.
    pub(crate) held: usize,
    /// -1 for the lower side, 1 for the upper.
    pub(crate) sign: f64,
    /// The root of twice the fall at the end.
    pub(crate) z: f64,
}

impl Side<'_> {
    /// The end, where parameters have these standard errors. Points that have not fallen far enough are added to `seen`.
    pub(crate) fn end(&self, spread: Option<f64>, seen: &mut Vec<Point>) -> End {
        let &Self { profiled, held, sign, z } = self;
        if let Some(spread) = spread {
            // So many customers that the likelihood is a parabola.
            if profiled.noise() > 1e-3 * z * z {
                return Ok(profiled.at[held] + sign * z * spread);
            }
            if let Some(end) = self.newton(spread) {
                return Ok(end);
            }
        }
        let mut top = Evaluation::zero(profiled.at.len());
        profiled.evaluate(&profiled.at, &mut top);
        let from = Point { at: profiled.at.clone(), root: 0.0, slope: f64::NAN, tangent: self.tangent(&top) };
        self.outwards(from, within(0.5 * z * spread.unwrap_or(1.0), 1e-9, 1.0), seen)
    }

    /// The end again, where one of the points seen since the last check, or the hill on which it lies, has not fallen far
    /// enough at `end` or beyond.
    pub(crate) fn further(&self, end: f64, seen: &mut Vec<Point>, checked: usize) -> Option<End> {
        let from = self.beyond(end, seen, checked)?;
        Some(self.outwards(from, 0.5, seen))
    }

    fn beyond(&self, end: f64, seen: &[Point], checked: usize) -> Option<Point> {
        let &Self { held, sign, z, .. } = self;
        let enough = 0.999 * z;
        let outer = |point: &Point| sign * (point.at[held] - end);
        let furthest =
            seen.iter().filter(|point| point.root < enough).max_by(|a, b| outer(a).total_cmp(&outer(b)));
        if let Some(point) = furthest.filter(|point| outer(point) > 1e-3) {
            return Some(point.for_another());
        }
        let hills = self.hills(end, &seen[checked..]);
        let starts = hills.iter().flat_map(|hill| {
            let is_another = hill.nearest.at != hill.best.at;
            [Some(hill.best), is_another.then_some(hill.nearest)].into_iter().flatten()
        });
        starts.map(|from| self.beside(end, &from.for_another())).find(|point| point.root < enough)
    }

    /// The hills on which points lie. Those far away are told by the directions in which they are.
    fn hills<'a>(&self, end: f64, seen: &'a [Point]) -> Vec<Hill<'a>> {
        let held = self.held;
        let mut hills: Vec<Hill> = Vec::new();
        for point in seen {
            let far = |there: f64, here: f64| within((there - here) / FAR, -1.0, 1.0) as i8;
            let mut direction: Vec<i8> =
                point.at.iter().zip(&self.profiled.at).map(|(there, here)| far(*there, *here)).collect();
            direction[held] = 0;
            if direction.iter().all(|&way| way == 0) {
                continue;
            }
            let distance = |point: &Point| (point.at[held] - end).abs();
            match hills.iter_mut().find(|hill| hill.direction == direction) {
                Some(hill) => {
                    if point.root < hill.best.root {
                        hill.best = point;
                    }
                    if distance(point) < distance(hill.nearest) {
                        hill.nearest = point;
                    }
                }
                None => hills.push(Hill { direction, best: point, nearest: point }),
            }
        }
        hills
    }

    /// The root of the fall is to be met within this.
    fn tolerance(&self) -> f64 {
        1e-7 + self.profiled.noise()
    }

    /// The other parameters.
    fn others(&self) -> impl Iterator<Item = usize> + Clone + use<> {
        let held = self.held;
        (0..self.profiled.at.len()).filter(move |&j| j != held)
    }

    /// The curvature among the others, and between them and the one that is held.
    fn curvature(&self, out: &Evaluation) -> (Vec<f64>, Vec<f64>) {
        let n = self.profiled.at.len();
        let mut inner = Vec::new();
        for a in self.others() {
            inner.extend(self.others().map(|b| -out.hessian[a * n + b]));
        }
        (inner, self.others().map(|j| out.hessian[j * n + self.held]).collect())
    }

    /// How all logarithms go along the best of the others as the one that is held moves.
    fn tangent(&self, out: &Evaluation) -> Option<Vec<f64>> {
        let (inner, cross) = self.curvature(out);
        let mut along = solve_positive_definite(&inner, &cross)?;
        along.insert(self.held, 1.0);
        Some(along)
    }

    /// Venzon and Moolgavkar's steps; nothing where they do not arrive.
    fn newton(&self, spread: f64) -> Option<f64> {
        let &Self { profiled, held, sign, z } = self;
        let top = profiled.at[held];
        let tolerance = self.tolerance();
        let mut out = Evaluation::zero(profiled.at.len());
        let mut at = profiled.at.clone();
        // The first step follows the parabola at the maximum.
        profiled.evaluate(&at, &mut out);
        let mut step = sign * z * spread;
        for _ in 0..12 {
            // Where the others go as this one moves, and what they still lack: both by the Hessian of the others.
            let (inner, cross) = self.curvature(&out);
            let slope: Vec<f64> = self.others().map(|j| out.gradient[j]).collect();
            let (lack, tangent) =
                (solve_positive_definite(&inner, &slope)?, solve_positive_definite(&inner, &cross)?);
            let promise = 0.5 * dot(&slope, &lack);
            let fallen = profiled.root(out.value + promise);
            if at[held] != top {
                if (fallen - z).abs() < tolerance && promise < tolerance {
                    return Some(at[held]);
                }
                let profile_slope = out.gradient[held] + dot(&cross, &lack);
                // The fall must grow outwards, and the others must be near their best.
                if !(sign * profile_slope < 0.0 && fallen > 0.0 && promise < 1.0) {
                    return None;
                }
                step = -(z - fallen) * fallen / profile_slope;
            }
            let longest = 3.0 * z * spread;
            if !(step.abs() <= longest && (at[held] + step - top) * sign > 0.0) {
                return None;
            }
            at[held] += step;
            for ((j, lack), tangent) in self.others().zip(&lack).zip(&tangent) {
                at[j] += lack + tangent * step;
            }
            let is_near = |(at, start): (&f64, &f64)| (at - start).abs() <= FURTHEST;
            if !at.iter().zip(&profiled.start).all(is_near) {
                return None;
            }
            profiled.evaluate(&at, &mut out);
            if !out.is_finite() {
                return None;
            }
        }
        None
    }

    /// The best of the others where the one that is held is at `x`, searched from another point of the profile.
    fn beside(&self, x: f64, from: &Point) -> Point {
        let &Self { profiled, held, .. } = self;
        let bound = |sign: f64| {
            let mut bounds: Vec<f64> = profiled.start.iter().map(|v| v + sign * FURTHEST).collect();
            bounds[held] = x;
            bounds
        };
        let limits = Limits {
            iterations: 60,
            radius: 1.0,
            tolerance: 1e-9 / (1.0 + profiled.value.abs()),
            least_gain: 1e-8 + profiled.noise(),
            lower: bound(-1.0),
            upper: bound(1.0),
        };
        let start = self.start_beside(x, from, &limits);
        let Maximum { at, evaluation, .. } =
            maximise(&mut |at, out| profiled.evaluate(at, out), &start, &limits);
        let root = profiled.root(evaluation.value);
        Point {
            root: if root.is_nan() { f64::INFINITY } else { root },
            slope: -evaluation.gradient[held] / root,
            tangent: self.tangent(&evaluation),
            at,
        }
    }

    /// The others where they were, or where the tangent has them, whichever is better.
    fn start_beside(&self, x: f64, from: &Point, limits: &Limits) -> Vec<f64> {
        let mut still = from.at.clone();
        still[self.held] = x;
        let Some(tangent) = &from.tangent else { return still };
        let step = x - from.at[self.held];
        let moved: Vec<f64> = (from.at.iter().zip(tangent))
            .zip(limits.lower.iter().zip(&limits.upper))
            .map(|((at, along), (low, high))| within(at + along * step, *low, *high))
            .collect();
        let root = |at: &[f64]| {
            let mut out = Evaluation::zero(at.len());
            self.profiled.evaluate(at, &mut out);
            if out.is_finite() { self.profiled.root(out.value) } else { f64::INFINITY }
        };
        let there = root(&moved);
        if there < from.root + 1.0 || there < root(&still) { moved } else { still }
    }

    /// Goes outwards from a point in growing steps until the likelihood has fallen far enough, then closes in.
    fn outwards(&self, from: Point, mut step: f64, seen: &mut Vec<Point>) -> End {
        let &Self { profiled, held, sign, z } = self;
        let edge = profiled.start[held] + sign * EDGE;
        let mut inside = from;
        loop {
            if sign * (inside.at[held] - edge) >= 0.0 {
                return Err(0.5 * inside.root * inside.root);
            }
            let x = inside.at[held] + sign * step;
            let point = self.beside(if sign * (x - edge) >= 0.0 { edge } else { x }, &inside);
            if point.root >= z {
                return Ok(self.between(inside, point));
            }
            seen.push(point.clone());
            // A plateau: what is left of the fall dies out as quickly as the steps grow.
            if step >= 4.0 && point.root < 0.95 * z && (point.root - inside.root).abs() < 1e-3 * z {
                return Err(0.5 * point.root * point.root);
            }
            // As far as the slope has it and a little further, at most twice the last step.
            let straight = 1.1 * (z - point.root) / (sign * point.slope);
            step = if straight > 0.0 { within(straight, 0.1 * step, 2.0 * step) } else { 2.0 * step };
            inside = point;
        }
    }

    /// The end between a point that has not fallen far enough and one that has.
    fn between(&self, mut inside: Point, mut outside: Point) -> f64 {
        let z = self.z;
        for round in 0..60 {
            let (low, high) = (inside.at[self.held], outside.at[self.held]);
            if (outside.root - z).abs() < self.tolerance() {
                return high;
            }
            // The root of the fall is nearly straight; halves where that is slow.
            let share = (z - inside.root) / (outside.root - inside.root);
            let share = share_by_slopes(share, high - low, &inside, &outside).unwrap_or(share);
            let share = if round % 4 == 3 || !share.is_finite() { 0.5 } else { share };
            let x = low + share * (high - low);
            if (high - low).abs() < 1e-10 || x == low || x == high {
                break;
            }
            let near = if share < 0.5 || outside.tangent.is_none() { &inside } else { &outside };
            let point = self.beside(x, near);
            if (point.root - z).abs() < self.tolerance() {
                return x;
            }
            if point.root < z {
                inside = point;
            } else {
                outside = point;
            }
        }
        0.5 * (inside.at[self.held] + outside.at[self.held])
    }
}

/// Where between two points of the profile the root is at `share` of its way, as a share of theirs: by the cubic through
/// both with the slopes they have. Nothing where a slope is not known or leads the wrong way.
fn share_by_slopes(share: f64, width: f64, inside: &Point, outside: &Point) -> Option<f64> {
    let whole = (outside.root - inside.root) / width;
    let (from, to) = (whole / inside.slope, whole / outside.slope);
    let rest = 1.0 - share;
    let place = share * share * (3.0 - 2.0 * share) + share * rest * (from * rest - to * share);
    (from > 0.0 && to > 0.0 && place > 0.0 && place < 1.0).then_some(place)
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
