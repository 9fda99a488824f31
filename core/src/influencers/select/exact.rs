//! The best set, proven: branch and bound, depth first.
//!
//! At each node the gains of the open candidates are computed; by submodularity no completion is worth more than
//! the fractional knapsack of these gains. The children are tried in the order of gain per cost, each without the
//! candidates before it, so that a node needs one pass over the gains.

use crate::sort::Order as _;
use std::ops::ControlFlow;

use super::greedy::Found;
use super::limits::Limits;
use super::objective::{Gains, State};
use crate::progress::{Progress, Watch};
use crate::{Error, Result};

/// The most candidates: the depth of the search.
pub(super) const MOST_CANDIDATES: usize = 64;

pub(super) struct Outcome {
    pub(super) best: Found,
    pub(super) upper_bound: f64,
    pub(super) nodes: u64,
}

struct Search<'a, 'b, 'c> {
    gains: &'a dyn Gains,
    limits: &'a Limits<'b>,
    best: Found,
    chosen: Vec<usize>,
    nodes: u64,
    node_limit: u64,
    /// The best bound among the parts that the node limit left unsearched.
    unsearched: f64,
    everything: f64,
    whole: bool,
    watch: &'a mut Watch<'c>,
}

/// Starts from what greedy found; `base` holds what must be included, `value` what it is worth.
pub(super) fn solve(
    gains: &dyn Gains,
    limits: &Limits<'_>,
    base: &State,
    value: f64,
    incumbent: Found,
    node_limit: u64,
    watch: &mut Watch<'_>,
) -> Result<Outcome> {
    let open: Vec<usize> =
        limits.free.iter().copied().filter(|&candidate| limits.fits(0.0, candidate)).collect();
    let mut search = Search {
        gains,
        limits,
        best: incumbent,
        chosen: Vec::new(),
        nodes: 0,
        node_limit,
        unsearched: f64::NEG_INFINITY,
        everything: gains.everything(),
        whole: gains.whole(),
        watch,
    };
    search.visit(base, value, 0.0, &open)?;
    let upper_bound = search.best.value.max(search.unsearched);
    Ok(Outcome { best: search.best, upper_bound, nodes: search.nodes })
}

impl Search<'_, '_, '_> {
    fn visit(&mut self, state: &State, value: f64, spent: f64, open: &[usize]) -> Result<()> {
        self.nodes += 1;
        if self.nodes % 256 == 0 {
            let step = Progress { done: self.nodes, total: self.node_limit };
            if (self.watch)(step) == ControlFlow::Break(()) {
                return Err(Error::Cancelled);
            }
        }
        if value > self.best.value {
            self.best = Found { chosen: self.chosen.clone(), value };
        }
        let count = self.limits.count.saturating_sub(self.chosen.len());
        if count == 0 {
            return Ok(());
        }
        let mut gains: Vec<(usize, f64)> = open
            .iter()
            .copied()
            .filter(|&candidate| self.limits.fits(spent, candidate))
            .map(|candidate| (candidate, self.gains.gain(state, candidate)))
            .filter(|&(_, gain)| gain > 0.0)
            .collect();
        gains.order_unstable_by(|&a, &b| self.limits.by_ratio(a, b));
        let order: Vec<usize> = gains.iter().map(|&(candidate, _)| candidate).collect();
        for (position, &(candidate, gain)) in gains.iter().enumerate() {
            // Everything still open here lies in this and the later positions.
            let rest = gains.get(position..).unwrap_or(&[]);
            let bound =
                (value + self.limits.bound(rest, self.limits.budget - spent, count)).min(self.everything);
            if self.hopeless(bound) {
                return Ok(());
            }
            if self.nodes >= self.node_limit {
                self.unsearched = self.unsearched.max(bound);
                return Ok(());
            }
            let mut next = state.clone();
            self.gains.add(&mut next, candidate);
            self.chosen.push(candidate);
            let later = order.get(position + 1..).unwrap_or(&[]);
            let visited = self.visit(&next, value + gain, spent + self.limits.cost(candidate), later);
            self.chosen.pop();
            visited?;
        }
        Ok(())
    }

    /// True where the bound cannot beat the best set. Whole values round the bound down; otherwise a difference
    /// below one part in 10^12 is rounding.
    fn hopeless(&self, bound: f64) -> bool {
        if self.whole {
            (bound + 1e-6).floor() <= self.best.value
        } else {
            bound <= self.best.value + self.best.value.abs() * 1e-12
        }
    }
}
