//! What a chosen set is: its gap, its concentration, and what each member adds.

use super::objective::Gains;
use super::{Chosen, Method, Plan};
use crate::influencers::audiences::Audiences;

/// A chosen set with everything a decision needs.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Selection {
    /// The candidates, counted from 0, ascending.
    pub chosen: Vec<usize>,
    /// What the set is worth: people, customers or value, as the objective says.
    pub objective: f64,
    /// No set that obeys the limits is worth more.
    pub upper_bound: f64,
    /// `(upper_bound - objective) / upper_bound`: at most this share is missed. 0 where both are 0.
    pub optimality_gap: f64,
    /// True where the set is proven to be the best (with a reached goal: the cheapest that reaches it).
    pub optimal: bool,
    /// How it was searched for: exact or greedy.
    pub method: Method,
    /// The share of the best possible gain that the method cannot fall below, whatever the input: 1 where the set is
    /// proven best; nothing where no such share is known (budget and count bind together, or a goal was reached).
    pub guarantee: Option<f64>,
    /// What the set costs.
    pub cost: f64,
    /// What is left of the budget.
    pub budget_left: Option<f64>,
    /// Different people reached; nothing without audience ids.
    pub reach: Option<f64>,
    /// Audience sizes added up; nothing without audience ids.
    pub gross_reach: Option<f64>,
    /// With a goal: whether it is reached.
    pub goal_reached: Option<bool>,
    /// With a reached goal: no set that reaches it costs less.
    pub cost_lower_bound: Option<f64>,
    /// One entry a chosen candidate, in the order of `chosen`.
    pub members: Vec<Member>,
    /// How much hangs on few.
    pub concentration: Concentration,
    /// Nodes of the exact search.
    pub nodes: u64,
}

/// One chosen candidate.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Member {
    /// The candidate, counted from 0.
    pub candidate: usize,
    /// Its cost.
    pub cost: f64,
    /// What it is worth alone.
    pub alone: f64,
    /// What the set would lose without it.
    pub adds: f64,
    /// Cost per unit of what it adds; nothing where it adds nothing.
    pub cost_per_added: Option<f64>,
    /// Its share of the cost; nothing where nothing costs.
    pub cost_share: Option<f64>,
}

/// How much hangs on few: shares of the cost, and of what the members are worth alone.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Concentration {
    /// The sum of squared cost shares: 1 for one member, `1/n` for `n` equal ones; nothing where nothing costs.
    pub herfindahl: Option<f64>,
    /// The largest cost share.
    pub largest_share: Option<f64>,
    /// The member with the largest cost share; the first of equals.
    pub largest_member: Option<usize>,
    /// `1 / herfindahl`: so many equal members would be as concentrated.
    pub effective_members: Option<f64>,
    /// The sum of squared shares of what the members are worth alone; nothing where that is 0.
    pub herfindahl_of_value: Option<f64>,
    /// The largest share of the objective that leaving one member out would lose; nothing where the objective is 0.
    pub largest_loss: Option<f64>,
}

pub(super) fn selection(
    plan: &Plan<'_>,
    gains: &dyn Gains,
    found: Chosen,
    audiences: Option<&Audiences>,
) -> Selection {
    let set = found.set;
    let objective = gains.value(&set);
    let upper_bound = found.upper_bound.max(objective);
    // The sum of nothing is -0; adding 0 makes it 0.
    let cost = set.iter().map(|&c| plan.limits.cost(c)).sum::<f64>() + 0.0;
    let empty = gains.empty();
    let adds = gains.leave_one_out(&set);
    let members: Vec<Member> = set
        .iter()
        .zip(&adds)
        .map(|(&candidate, &adds)| {
            let own = plan.limits.cost(candidate);
            Member {
                candidate,
                cost: own,
                alone: gains.gain(&empty, candidate),
                adds,
                cost_per_added: (adds > 0.0).then(|| own / adds),
                cost_share: (cost > 0.0).then(|| own / cost),
            }
        })
        .collect();
    let optimal = found.optimal;
    let guarantee = if optimal { Some(1.0) } else { found.guarantee };
    let (reach, gross) = match audiences {
        Some(audiences) => {
            let (unique, gross) = people(audiences, &set);
            (Some(unique), Some(gross))
        }
        None => (None, None),
    };
    let upper_bound = if optimal && found.cheapest.is_none() { objective } else { upper_bound };
    Selection {
        concentration: concentration(&members, objective),
        objective,
        upper_bound,
        optimality_gap: if upper_bound > 0.0 { (upper_bound - objective) / upper_bound } else { 0.0 },
        optimal,
        method: if found.exact { Method::Exact } else { Method::Greedy },
        guarantee,
        cost,
        budget_left: plan.options.budget.map(|budget| (budget - cost).max(0.0)),
        reach,
        gross_reach: gross,
        goal_reached: plan.options.goal.map(|_| found.cheapest.is_some()),
        cost_lower_bound: found.cheapest.as_ref().map(|c| {
            let must: f64 = plan.must.iter().map(|&m| plan.limits.cost(m)).sum();
            (c.lower_bound + must).min(cost)
        }),
        members,
        nodes: found.nodes,
        chosen: set,
    }
}

fn people(audiences: &Audiences, set: &[usize]) -> (f64, f64) {
    let mut seen = vec![false; audiences.people_in_all()];
    let (mut unique, mut gross) = (0_u64, 0_u64);
    for &candidate in set {
        for &person in audiences.list(candidate) {
            gross += 1;
            if let Some(slot) = seen.get_mut(person as usize) {
                unique += u64::from(!*slot);
                *slot = true;
            }
        }
    }
    (unique as f64, gross as f64)
}

fn concentration(members: &[Member], objective: f64) -> Concentration {
    let shares: Option<Vec<f64>> = members.iter().map(|m| m.cost_share).collect();
    let shares = shares.filter(|s| !s.is_empty());
    let herfindahl = shares.as_deref().and_then(|shares| crate::metrics::herfindahl(shares).ok());
    let largest = members.iter().filter_map(|m| m.cost_share.map(|share| (m.candidate, share))).fold(
        None,
        |best: Option<(usize, f64)>, next| match best {
            Some(best) if best.1 >= next.1 => Some(best),
            _ => Some(next),
        },
    );
    let largest_loss = members.iter().map(|m| m.adds).fold(0.0, f64::max);
    Concentration {
        herfindahl,
        largest_share: largest.map(|(_, share)| share),
        largest_member: largest.map(|(candidate, _)| candidate),
        effective_members: herfindahl.map(|h| 1.0 / h),
        herfindahl_of_value: crate::metrics::herfindahl(
            &members.iter().map(|member| member.alone).collect::<Vec<_>>(),
        )
        .ok(),
        largest_loss: (objective > 0.0).then(|| largest_loss / objective),
    }
}
