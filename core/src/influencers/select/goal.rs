//! The cheapest set that reaches a goal: submodular cover.

use crate::sort::Order as _;

use super::branch_and_bound::{Aim, Node, search};
use super::greedy::Found;
use super::limits::{Limits, ratio};
use super::objective::{Gains, State};
use crate::Result;
use crate::progress::Watch;

pub(super) struct Outcome {
    pub(super) chosen: Vec<usize>,
    /// No set that reaches the goal costs less.
    pub(super) lower_bound: f64,
    pub(super) optimal: bool,
}

/// What is to be reached, and how hard to look for the cheapest way.
#[derive(Clone, Copy)]
pub(super) struct Goal {
    pub(super) value: f64,
    /// The most nodes of the exact search; `None`: greedy cover alone.
    pub(super) node_limit: Option<u64>,
}

/// A value within this share of the goal counts as reaching it: sums of products round.
const CLOSE: f64 = 1e-12;

/// The cheapest set that reaches the goal.
struct Cheapest {
    goal: f64,
    best: Vec<usize>,
    best_cost: f64,
    /// The least bound among the parts that the node limit left unsearched.
    unsearched: f64,
}

impl Aim for Cheapest {
    fn visit(&mut self, chosen: &[usize], at: &Node) -> bool {
        if at.value < self.goal {
            return false;
        }
        if at.spent < self.best_cost {
            self.best_cost = at.spent;
            self.best = chosen.to_vec();
        }
        true
    }

    fn bound(&self, limits: &Limits<'_>, rest: &[(usize, f64)], at: &Node) -> f64 {
        at.spent + cheapest_fraction(limits, rest, self.goal - at.value)
    }

    fn is_hopeless(&self, bound: f64) -> bool {
        bound >= self.best_cost * (1.0 - CLOSE)
    }

    fn leave(&mut self, bound: f64) {
        self.unsearched = self.unsearched.min(bound);
    }
}

/// `reaching` is a set that reaches the goal within the limits.
pub(super) fn solve(
    gains: &dyn Gains,
    limits: &Limits<'_>,
    base: &State,
    value: f64,
    goal: Goal,
    reaching: Found,
    watch: &mut Watch<'_>,
) -> Result<Outcome> {
    let node_limit = goal.node_limit;
    let goal = goal.value * (1.0 - CLOSE);
    let covered = cover(gains, limits, base, value, goal);
    let reaching = drop_needless(gains, limits, base, value, goal, reaching.chosen);
    let cost = |set: &[usize]| set.iter().map(|&c| limits.cost(c)).sum::<f64>();
    let best = match covered.map(|set| drop_needless(gains, limits, base, value, goal, set)) {
        Some(set) if cost(&set) < cost(&reaching) => set,
        _ => reaching,
    };
    let best_cost = cost(&best);
    let mut first: Vec<(usize, f64)> =
        limits.free.iter().map(|&c| (c, gains.gain(base, c))).filter(|&(_, gain)| gain > 0.0).collect();
    first.order_unstable_by(|&a, &b| limits.by_ratio(a, b));
    let relaxed = cheapest_fraction(limits, &first, goal - value);
    let Some(node_limit) = node_limit else {
        return Ok(Outcome {
            chosen: best,
            lower_bound: relaxed.min(best_cost),
            optimal: relaxed >= best_cost,
        });
    };
    let open: Vec<usize> = first.iter().map(|&(c, _)| c).collect();
    let mut aim = Cheapest { goal, best, best_cost, unsearched: f64::INFINITY };
    search(gains, limits, (base, value), &open, node_limit, &mut aim, watch)?;
    Ok(Outcome {
        lower_bound: aim.best_cost.min(aim.unsearched),
        optimal: aim.unsearched >= aim.best_cost,
        chosen: aim.best,
    })
}

/// The cost of filling `need` with fractions in the order of gain per cost: no set does it for less. Infinite where
/// all gains together do not suffice. `gains` must be sorted by ratio.
fn cheapest_fraction(limits: &Limits<'_>, gains: &[(usize, f64)], need: f64) -> f64 {
    let mut need = need;
    let mut spent = 0.0;
    for &(candidate, gain) in gains {
        if need <= 0.0 {
            break;
        }
        if gain >= need {
            return spent + limits.cost(candidate) * (need / gain);
        }
        need -= gain;
        spent += limits.cost(candidate);
    }
    if need > 0.0 { f64::INFINITY } else { spent }
}

/// Greedy cover by gain (capped at what is needed) per cost (Wolsey 1982); `None` where the limits end it first.
fn cover(gains: &dyn Gains, limits: &Limits<'_>, base: &State, value: f64, goal: f64) -> Option<Vec<usize>> {
    let mut state = base.clone();
    let (mut value, mut spent) = (value, 0.0);
    let mut chosen: Vec<usize> = Vec::new();
    // Upper bounds of the gains, refreshed lazily: the best stale key is recomputed until it stays the best.
    let mut open: Vec<(usize, f64)> =
        limits.free.iter().map(|&c| (c, gains.gain(&state, c))).filter(|&(_, gain)| gain > 0.0).collect();
    while value < goal {
        if chosen.len() >= limits.count {
            return None;
        }
        let need = goal - value;
        open.retain(|&(c, gain)| gain > 0.0 && limits.fits(spent, c));
        open.order_unstable_by(|a, b| {
            let key = |&(c, gain): &(usize, f64)| ratio(gain.min(need), limits.cost(c));
            key(b).total_cmp(&key(a)).then(b.1.total_cmp(&a.1)).then(a.0.cmp(&b.0))
        });
        let mut pick: Option<(usize, f64)> = None;
        for (place, entry) in open.iter_mut().enumerate() {
            let stale = ratio(entry.1.min(need), limits.cost(entry.0));
            if pick.is_some_and(|(_, key)| key >= stale) {
                break;
            }
            entry.1 = gains.gain(&state, entry.0);
            let fresh = ratio(entry.1.min(need), limits.cost(entry.0));
            if entry.1 > 0.0 && pick.is_none_or(|(_, key)| fresh > key) {
                pick = Some((place, fresh));
            }
        }
        let (place, _) = pick?;
        let (candidate, gain) = open.remove(place);
        gains.add(&mut state, candidate);
        value += gain;
        spent += limits.cost(candidate);
        chosen.push(candidate);
    }
    Some(chosen)
}

/// Drops, dearest first, whoever the goal does not need.
fn drop_needless(
    gains: &dyn Gains,
    limits: &Limits<'_>,
    base: &State,
    value: f64,
    goal: f64,
    set: Vec<usize>,
) -> Vec<usize> {
    // Trying each member costs one evaluation of the set; above some hundred members the saving is not worth it.
    if set.len() > 200 {
        return set;
    }
    let mut order = set.clone();
    order.order_unstable_by(|&a, &b| limits.cost(b).total_cmp(&limits.cost(a)).then(b.cmp(&a)));
    let mut set = set;
    for candidate in order {
        let rest: Vec<usize> = set.iter().copied().filter(|&c| c != candidate).collect();
        let mut state = base.clone();
        let mut worth = value;
        for &c in &rest {
            worth += gains.gain(&state, c);
            gains.add(&mut state, c);
        }
        if worth >= goal {
            set = rest;
        }
    }
    set
}
