//! Lazy greedy for many candidates, with a bound that certifies the result.
//!
//! * The next candidate is the one with the largest gain per cost (and, in a second run, the largest gain); the
//!   better of both and of the best single candidate is kept. Ratio greedy alone can be arbitrarily bad.
//!   Khuller, Moss and Naor (1999); the factor `1 - 1/sqrt(e)` of the modified greedy was settled by Tang et al.
//!   (2021).
//! * Where it is affordable, every start of one, two or three candidates is tried: then the factor is `1 - 1/e`
//!   (Khuller, Moss and Naor 1999 and Sviridenko 2004 for three; Kulik, Schwartz and Shachnai 2021 for two).
//! * Gains only shrink as the set grows, so a stale gain that is not the largest need not be computed again
//!   (Minoux 1978; CELF, Leskovec et al. 2007).
//! * The bound: for any set `S`, no set is worth more than `f(S)` and the best knapsack of the gains at `S`.

use crate::sort::Order as _;
use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::ops::ControlFlow;

use super::limits::{Limits, ratio};
use super::objective::{Gains, State};
use crate::progress::{Progress, Watch};
use crate::{Error, Result};

/// A set with its value and the state after it.
#[derive(Clone)]
pub(super) struct Found {
    pub(super) chosen: Vec<usize>,
    pub(super) value: f64,
}

/// What greedy found and what it can say about it.
pub(super) struct Outcome {
    pub(super) best: Found,
    pub(super) upper_bound: f64,
    /// How many elements the starts had.
    pub(super) starts: usize,
}

/// The work (touched cells) that trying starts may take.
const AFFORDABLE: f64 = 4e8;

struct Entry {
    key: f64,
    gain: f64,
    candidate: usize,
    /// The size of the set for which the gain was computed.
    at: usize,
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Entry {}
impl PartialOrd for Entry {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Entry {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key
            .total_cmp(&other.key)
            .then(self.gain.total_cmp(&other.gain))
            .then(other.candidate.cmp(&self.candidate))
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Rule {
    Ratio,
    Gain,
}

/// `base` holds what must be included, `value` what it is worth.
pub(super) fn solve(
    gains: &dyn Gains,
    limits: &Limits<'_>,
    base: &State,
    value: f64,
    watch: &mut Watch<'_>,
) -> Result<Outcome> {
    run(gains, limits, base, value, AFFORDABLE, watch)
}

/// As for inputs too large for starts: what the tests hold against the guarantee.
#[cfg(test)]
pub(super) fn solve_without_starts(
    gains: &dyn Gains,
    limits: &Limits<'_>,
    base: &State,
    value: f64,
    watch: &mut Watch<'_>,
) -> Result<Outcome> {
    run(gains, limits, base, value, 0.0, watch)
}

fn run(
    gains: &dyn Gains,
    limits: &Limits<'_>,
    base: &State,
    value: f64,
    affordable: f64,
    watch: &mut Watch<'_>,
) -> Result<Outcome> {
    let first: Vec<(usize, f64)> = limits
        .free
        .iter()
        .map(|&candidate| (candidate, gains.gain(base, candidate)))
        .filter(|&(candidate, gain)| gain > 0.0 && limits.fits(0.0, candidate))
        .collect();
    let mut sorted = first.clone();
    sorted.order_unstable_by(|&a, &b| limits.by_ratio(a, b));
    let mut upper_bound =
        (value + limits.bound(&sorted, limits.budget, limits.count)).min(gains.everything());
    let nothing = Found { chosen: Vec::new(), value };
    if limits.count == 0 || first.is_empty() {
        return Ok(Outcome { best: nothing, upper_bound: value, starts: 0 });
    }

    let runs = if limits.budget.is_finite() { &[Rule::Ratio, Rule::Gain][..] } else { &[Rule::Gain][..] };
    let mut best = nothing.clone();
    let start = || Start { chosen: Vec::new(), spent: 0.0, value, state: base.clone() };
    for &rule in runs {
        let found = extend(gains, limits, &first, start(), rule, Some(&mut upper_bound), watch)?;
        keep_better(&mut best, found);
    }
    // The best single candidate, completed greedily.
    let single = first.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
    if let Some((candidate, gain)) = single {
        let mut from = start();
        from.take(gains, limits, candidate, gain);
        let found = extend(gains, limits, &first, from, Rule::Ratio, None, watch)?;
        keep_better(&mut best, found);
    }
    let starts = affordable_starts(gains, limits, &first, affordable);
    if starts > 0 && best.value < upper_bound {
        try_starts(gains, limits, &first, &start(), starts, &mut best, watch)?;
    }
    Ok(Outcome { best, upper_bound, starts })
}

struct Start {
    chosen: Vec<usize>,
    spent: f64,
    value: f64,
    state: State,
}

impl Start {
    fn take(&mut self, gains: &dyn Gains, limits: &Limits<'_>, candidate: usize, gain: f64) {
        gains.add(&mut self.state, candidate);
        self.chosen.push(candidate);
        self.spent += limits.cost(candidate);
        self.value += gain;
    }
}

fn keep_better(best: &mut Found, found: Found) {
    if found.value > best.value {
        *best = found;
    }
}

/// Adds candidates until nothing fits or nothing is gained. `first` holds upper bounds of the gains.
fn extend(
    gains: &dyn Gains,
    limits: &Limits<'_>,
    first: &[(usize, f64)],
    start: Start,
    rule: Rule,
    mut upper_bound: Option<&mut f64>,
    watch: &mut Watch<'_>,
) -> Result<Found> {
    let mut set = start;
    let mut heap: BinaryHeap<Entry> = first
        .iter()
        .filter(|(candidate, _)| !set.chosen.contains(candidate))
        .map(|&(candidate, gain)| Entry {
            key: key(rule, gain, limits.cost(candidate)),
            gain,
            candidate,
            // Gains at the empty set are stale as soon as the start holds something.
            at: if set.chosen.is_empty() { 0 } else { usize::MAX },
        })
        .collect();
    let mut checked = 0;
    while set.chosen.len() < limits.count {
        let Some(top) = heap.pop() else { break };
        if !limits.fits(set.spent, top.candidate) {
            continue;
        }
        if top.at == set.chosen.len() {
            if top.gain <= 0.0 {
                break;
            }
            set.take(gains, limits, top.candidate, top.gain);
            let step =
                Progress { done: set.chosen.len() as u64, total: limits.count.min(limits.free.len()) as u64 };
            if watch(step) == ControlFlow::Break(()) {
                return Err(Error::Cancelled);
            }
            if let Some(bound) = upper_bound.as_deref_mut() {
                let eighth = spent_eighths(&set, limits);
                if eighth > checked {
                    checked = eighth;
                    tighten(gains, limits, &set, first, bound);
                }
            }
        } else {
            let gain = gains.gain(&set.state, top.candidate);
            if gain > 0.0 {
                heap.push(Entry {
                    key: key(rule, gain, limits.cost(top.candidate)),
                    gain,
                    candidate: top.candidate,
                    at: set.chosen.len(),
                });
            }
        }
    }
    if let Some(bound) = upper_bound {
        tighten(gains, limits, &set, first, bound);
    }
    Ok(Found { chosen: set.chosen, value: set.value })
}

/// How many eighths of the budget or of the count are used: the bound is looked at so often.
fn spent_eighths(set: &Start, limits: &Limits<'_>) -> u32 {
    let money =
        if limits.budget.is_finite() && limits.budget > 0.0 { set.spent / limits.budget } else { 0.0 };
    let count = set.chosen.len() as f64 / limits.count.min(limits.free.len()).max(1) as f64;
    (8.0 * money.max(count)) as u32
}

/// `f(S)` and the best knapsack of the gains at `S`, over the whole budget: no set is worth more.
fn tighten(
    gains: &dyn Gains,
    limits: &Limits<'_>,
    set: &Start,
    first: &[(usize, f64)],
    upper_bound: &mut f64,
) {
    let mut now: Vec<(usize, f64)> = first
        .iter()
        .filter(|(candidate, _)| !set.chosen.contains(candidate))
        .map(|&(candidate, _)| (candidate, gains.gain(&set.state, candidate)))
        .filter(|&(_, gain)| gain > 0.0)
        .collect();
    now.order_unstable_by(|&a, &b| limits.by_ratio(a, b));
    let bound = set.value + limits.bound(&now, limits.budget, limits.count);
    *upper_bound = upper_bound.min(bound);
}

fn key(rule: Rule, gain: f64, cost: f64) -> f64 {
    match rule {
        Rule::Ratio => ratio(gain, cost),
        Rule::Gain => gain,
    }
}

/// The largest start size (up to 3) whose trials are affordable.
fn affordable_starts(
    gains: &dyn Gains,
    limits: &Limits<'_>,
    first: &[(usize, f64)],
    affordable: f64,
) -> usize {
    let n = first.len() as f64;
    let one_run: f64 = 4.0 * first.iter().map(|&(c, _)| gains.work(c) as f64 + 8.0).sum::<f64>();
    let mut starts = 0;
    let mut trials = 1.0;
    for size in 1..=3_usize.min(limits.count) {
        trials *= (n - size as f64 + 1.0).max(1.0) / size as f64;
        if trials * one_run <= affordable {
            starts = size;
        }
    }
    starts
}

/// Every start of up to `size` candidates, each completed by ratio.
fn try_starts(
    gains: &dyn Gains,
    limits: &Limits<'_>,
    first: &[(usize, f64)],
    empty: &Start,
    size: usize,
    best: &mut Found,
    watch: &mut Watch<'_>,
) -> Result<()> {
    // Depth first over increasing positions; every prefix is a start of its own.
    let mut stack: Vec<Vec<usize>> = (0..first.len()).map(|i| vec![i]).collect();
    while let Some(positions) = stack.pop() {
        let mut from =
            Start { chosen: Vec::new(), spent: empty.spent, value: empty.value, state: empty.state.clone() };
        let mut fits = true;
        for &position in &positions {
            let Some(&(candidate, _)) = first.get(position) else { continue };
            fits &= limits.fits(from.spent, candidate);
            let gain = gains.gain(&from.state, candidate);
            from.take(gains, limits, candidate, gain);
        }
        if !fits {
            continue;
        }
        if positions.len() < size {
            let last = positions.last().copied().unwrap_or(0);
            for next in last + 1..first.len() {
                let mut longer = positions.clone();
                longer.push(next);
                stack.push(longer);
            }
        }
        // A start shorter than `size` is completed too: it may be all that fits.
        let found = extend(gains, limits, first, from, Rule::Ratio, None, watch)?;
        keep_better(best, found);
    }
    Ok(())
}
