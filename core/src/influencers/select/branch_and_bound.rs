//! The search that proves: branch and bound, depth first.
//!
//! At each node the gains of the open candidates are computed; by submodularity they bound what any completion can
//! give. The children are tried in the order of gain per cost, each without the candidates before it, so that a node
//! needs one pass over the gains. What is searched for, the best set or the cheapest, is the [`Aim`].

use crate::sort::Order as _;
use std::ops::ControlFlow;

use super::limits::Limits;
use super::objective::{Gains, State};
use crate::progress::{Progress, Watch};
use crate::{Error, Result};

/// What a search is after, and the best it has found.
pub(super) trait Aim {
    /// Takes note of a set; true where no larger one can be better.
    fn visit(&mut self, chosen: &[usize], at: &Node) -> bool;
    /// What no completion with the open candidates `rest`, in the order of gain per cost, can be better than.
    fn bound(&self, limits: &Limits<'_>, rest: &[(usize, f64)], at: &Node) -> f64;
    /// True where such a bound does not beat the best set.
    fn is_hopeless(&self, bound: f64) -> bool;
    /// Takes note of a part that the node limit leaves unsearched.
    fn leave(&mut self, bound: f64);
}

/// Where the search stands.
pub(super) struct Node {
    /// What the chosen are worth.
    pub(super) value: f64,
    /// What they cost.
    pub(super) spent: f64,
    /// How many more may be chosen.
    pub(super) count: usize,
}

/// Goes through the sets of the open candidates, from `base`, which is worth `value`. Returns the nodes visited.
pub(super) fn search(
    gains: &dyn Gains,
    limits: &Limits<'_>,
    (base, value): (&State, f64),
    open: &[usize],
    node_limit: u64,
    aim: &mut dyn Aim,
    watch: &mut Watch<'_>,
) -> Result<u64> {
    let mut search = Search { gains, limits, aim, chosen: Vec::new(), nodes: 0, node_limit, watch };
    search.visit(base, value, 0.0, open)?;
    Ok(search.nodes)
}

struct Search<'a, 'b, 'c> {
    gains: &'a dyn Gains,
    limits: &'a Limits<'b>,
    aim: &'a mut dyn Aim,
    chosen: Vec<usize>,
    nodes: u64,
    node_limit: u64,
    watch: &'a mut Watch<'c>,
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
        let at = Node { value, spent, count: self.limits.count.saturating_sub(self.chosen.len()) };
        if self.aim.visit(&self.chosen, &at) || at.count == 0 {
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
            let bound = self.aim.bound(self.limits, rest, &at);
            if self.aim.is_hopeless(bound) {
                return Ok(());
            }
            if self.nodes >= self.node_limit {
                self.aim.leave(bound);
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
}
