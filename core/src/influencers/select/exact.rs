//! The best set, proven.

use super::branch_and_bound::{Aim, Node, search};
use super::greedy::Found;
use super::limits::Limits;
use super::objective::{Gains, State};
use crate::Result;
use crate::progress::Watch;

/// The most candidates: the depth of the search.
pub(super) const MOST_CANDIDATES: usize = 64;

pub(super) struct Outcome {
    pub(super) best: Found,
    pub(super) upper_bound: f64,
    pub(super) nodes: u64,
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
    let mut aim = Best {
        found: incumbent,
        unsearched: f64::NEG_INFINITY,
        everything: gains.everything(),
        whole: gains.whole(),
    };
    let nodes = search(gains, limits, (base, value), &open, node_limit, &mut aim, watch)?;
    let upper_bound = aim.found.value.max(aim.unsearched);
    Ok(Outcome { best: aim.found, upper_bound, nodes })
}

/// The set of most value within the limits.
struct Best {
    found: Found,
    /// The best bound among the parts that the node limit left unsearched.
    unsearched: f64,
    everything: f64,
    whole: bool,
}

impl Aim for Best {
    fn visit(&mut self, chosen: &[usize], at: &Node) -> bool {
        if at.value > self.found.value {
            self.found = Found { chosen: chosen.to_vec(), value: at.value };
        }
        false
    }

    /// No completion is worth more than the fractional knapsack of the gains.
    fn bound(&self, limits: &Limits<'_>, rest: &[(usize, f64)], at: &Node) -> f64 {
        (at.value + limits.bound(rest, limits.budget - at.spent, at.count)).min(self.everything)
    }

    /// Whole values round the bound down; otherwise a difference below one part in 10^12 is rounding.
    fn is_hopeless(&self, bound: f64) -> bool {
        if self.whole {
            (bound + 1e-6).floor() <= self.found.value
        } else {
            bound <= self.found.value + self.found.value.abs() * 1e-12
        }
    }

    fn leave(&mut self, bound: f64) {
        self.unsearched = self.unsearched.max(bound);
    }
}
