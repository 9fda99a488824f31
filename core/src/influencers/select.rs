//! Whom to work with: the best set of candidates under a budget, a count limit, a goal and overlapping audiences.
//!
//! Up to about 30 candidates the answer is exact (branch and bound on bitsets), above it is lazy greedy with a
//! stated guarantee; either way the result carries an upper bound, so the gap to the best possible set is known.
//! [`select`] takes audience ids, [`select_disjoint`] values that simply add up; [`frontier`] repeats the choice for
//! several budgets.
//!
//! Size: 5,000 candidates with 10 million audience ids take about 5 s (people) on one core of a 2-core machine, reading
//! them included, and 0.2 GB at the peak (`cargo run --release -p ukur --example select_at_scale`).

mod branch_and_bound;
mod exact;
mod goal;
mod greedy;
mod limits;
mod objective;
mod report;

use super::audiences::Audiences;
use crate::checks::same_length;
use crate::progress::Watch;
use crate::shown::{Quoted, Shown};
use crate::sort::Order as _;
use crate::{Error, Result, Status};
use greedy::Found;
use limits::Limits;
use objective::{Additive, Bits, Coverage, Gains, Groups, MOST_FOR_GROUPS, State};
pub use report::{Concentration, Member, Selection};

/// What is to be made large.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Objective {
    /// Different people reached.
    #[default]
    Reach,
    /// Expected customers: a reached person becomes a customer through each chosen candidate who reaches them with
    /// that candidate's conversion rate, independently:
    /// `sum over people of (1 - product of (1 - rate))`.
    Customers {
        /// One conversion rate a candidate, 0 to 1.
        conversion: Vec<f64>,
    },
    /// Expected value: as customers, each person weighted by what they are worth as a customer.
    Value {
        /// One conversion rate a candidate, 0 to 1.
        conversion: Vec<f64>,
        /// What each person is worth, in the order of their numbers in [`Audiences`].
        person_value: Vec<f64>,
    },
}

/// How the set is searched for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Method {
    /// Exact up to 30 candidates, greedy above.
    #[default]
    Auto,
    /// Branch and bound; at most 64 candidates.
    Exact,
    /// Lazy greedy.
    Greedy,
}

impl Method {
    /// The method of a name, as in Python and JavaScript.
    ///
    /// # Errors
    /// `unknown_option`, with the argument's name and the names there are.
    pub fn parse(argument: &str, name: &str) -> Result<Self> {
        match name {
            "auto" => Ok(Self::Auto),
            "exact" => Ok(Self::Exact),
            "greedy" => Ok(Self::Greedy),
            _ => Err(Error::input(
                "unknown_option",
                format!("`{argument}` must be \"auto\", \"exact\" or \"greedy\", got {}", Quoted(name)),
            )),
        }
    }
}

/// What the set must obey.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// The most that the set may cost; `None`: no limit.
    pub budget: Option<f64>,
    /// The most candidates; `None`: no limit.
    pub max_count: Option<usize>,
    /// With a goal, the cheapest set whose objective reaches it; where none can, the best set.
    pub goal: Option<f64>,
    /// Candidates that are in the set whatever they add.
    pub must_include: Vec<usize>,
    /// Candidates that are not.
    pub exclude: Vec<usize>,
    /// How to search.
    pub method: Method,
    /// The most nodes of the exact search; what it leaves open shows in the bound.
    pub node_limit: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            budget: None,
            max_count: None,
            goal: None,
            must_include: Vec::new(),
            exclude: Vec::new(),
            method: Method::Auto,
            node_limit: 2_000_000,
        }
    }
}

/// Free candidates up to which [`Method::Auto`] is exact.
pub const EXACT_UP_TO: usize = 30;

/// The best set for candidates whose audiences overlap.
///
/// `costs` has one entry a candidate, in any currency, the same as the budget.
///
/// ```
/// use ukur::influencers::{audiences::Audiences, select::{select, Objective, Options}};
/// let audiences = Audiences::from_lists(&[vec![1, 2, 3, 4], vec![1, 2, 5], vec![3, 4, 6]])?;
/// let options = Options { max_count: Some(2), ..Options::default() };
/// let best = select(&[0.0; 3], &audiences, &Objective::Reach, &options, &mut ukur::progress::ignore)?;
/// assert_eq!((best.chosen, best.objective, best.optimal), (vec![1, 2], 6.0, true)); // greedy alone finds 5
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// `insufficient_data` without a candidate; a length mismatch; an invalid cost, budget, goal, rate or value;
/// `unknown_candidate`, `duplicate_candidate` and `contradiction` in `must_include` and `exclude`; `infeasible` where
/// `must_include` breaks the budget or the count; `too_many_candidates` for [`Method::Exact`] above 64; cancelled.
pub fn select(
    costs: &[f64],
    audiences: &Audiences,
    objective: &Objective,
    options: &Options,
    watch: &mut Watch<'_>,
) -> Result<Selection> {
    check_lengths(costs, audiences, objective)?;
    let plan = Plan::new(costs, options)?;
    match objective {
        Objective::Reach => overlap(&plan, audiences, None, None, watch),
        Objective::Customers { conversion } => overlap(&plan, audiences, None, Some(conversion), watch),
        Objective::Value { conversion, person_value } => {
            overlap(&plan, audiences, Some(person_value), Some(conversion), watch)
        }
    }
}

/// The best set where the candidates' values simply add up: audiences without overlap, or values that already are
/// net of it.
///
/// ```
/// use ukur::influencers::select::{select_disjoint, Options};
/// // The article's A, B and C: 2,000, 1,000 and 4,000 customers.
/// let options = Options { budget: Some(10_500.0), ..Options::default() };
/// let best = select_disjoint(&[4000.0, 1500.0, 9000.0], &[2000.0, 1000.0, 4000.0], &options, &mut ukur::progress::ignore)?;
/// assert_eq!((best.chosen, best.objective), (vec![1, 2], 5000.0));
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// As [`select`]; an invalid value.
pub fn select_disjoint(
    costs: &[f64],
    values: &[f64],
    options: &Options,
    watch: &mut Watch<'_>,
) -> Result<Selection> {
    same_length("costs", costs.len(), "values", values.len())?;
    check_column("values", values, "a finite number >= 0", |v| v >= 0.0)?;
    let plan = Plan::new(costs, options)?;
    let gains = Additive { values };
    let small = plan.limits.free.len() + plan.must.len() <= exact::MOST_CANDIDATES;
    let chosen = plan.run(&gains, &gains, small, watch)?;
    Ok(report::selection(&plan, &gains, chosen, None))
}

/// The most nodes that a search for the best set alone looks at: some minutes.
const MOST_NODES: u64 = 1 << 30;

/// The most different people that candidates reach within a budget and a count, and nothing else about the set.
pub(crate) fn most_reached(costs: &[f64], audiences: &[&[f64]], budget: f64, count: usize) -> Result<f64> {
    check_few(audiences.len())?;
    // A person is a mask of the candidates who reach them. Adding 0 makes -0 and 0 one id.
    let mut people: Vec<(u64, u64)> = Vec::new();
    for (candidate, ids) in audiences.iter().enumerate() {
        people.extend(ids.iter().map(|id| ((id + 0.0).to_bits(), 1 << candidate)));
    }
    people.order_unstable();
    let mut masks: Vec<(u64, f64)> = Vec::new();
    let mut last = None;
    for (id, mask) in people {
        match masks.last_mut() {
            Some((all, _)) if last == Some(id) => *all |= mask,
            _ => masks.push((mask, 1.0)),
        }
        last = Some(id);
    }
    let (masks, weights): (Vec<u64>, Vec<f64>) = objective::grouped(masks).into_iter().unzip();
    let bits = Bits::of(audiences.len(), &masks, &weights);
    Ok(proven_best(&bits, costs, budget, count)?.value)
}

/// The candidates whose values add up to the most within a budget.
pub(crate) fn most_valuable(costs: &[f64], values: &[f64], budget: f64) -> Result<Vec<usize>> {
    check_few(values.len())?;
    Ok(proven_best(&Additive { values }, costs, budget, values.len())?.chosen)
}

fn proven_best(gains: &dyn Gains, costs: &[f64], budget: f64, count: usize) -> Result<Found> {
    let limits = Limits { costs, budget, count, free: (0..costs.len()).collect() };
    let nothing = Found { chosen: Vec::new(), value: 0.0 };
    let found =
        exact::solve(gains, &limits, &gains.empty(), 0.0, nothing, MOST_NODES, &mut crate::progress::ignore)?;
    if found.upper_bound <= found.best.value * (1.0 + 1e-12) {
        return Ok(found.best);
    }
    Err(Error::input(
        "too_many_candidates",
        format!(
            "the best set could not be proven: it is worth from {} to {}; use influencers.select, which says so",
            Shown(found.best.value),
            Shown(found.upper_bound)
        ),
    ))
}

fn check_few(candidates: usize) -> Result<()> {
    if candidates <= exact::MOST_CANDIDATES {
        return Ok(());
    }
    Err(Error::input(
        "too_many_candidates",
        format!(
            "the exact search takes at most {} candidates, there are {candidates}; use the method `greedy`",
            exact::MOST_CANDIDATES
        ),
    ))
}

/// One point of the frontier.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct FrontierPoint {
    /// The budget.
    pub budget: f64,
    /// What the set costs.
    pub cost: f64,
    /// What it is worth.
    pub objective: f64,
    /// No set within the budget is worth more.
    pub upper_bound: f64,
    /// The set, ascending.
    pub chosen: Vec<usize>,
    /// The objective gained over the previous point, per unit of budget added; nothing for the first point.
    pub marginal_return: Option<f64>,
}

/// The best set for each of several budgets: what more money would buy.
///
/// The budgets are sorted; a set found for a smaller budget is kept where it beats the one found for a larger.
/// `options.budget` is not used.
///
/// # Errors
/// As [`select`]; `insufficient_data` without a budget.
pub fn frontier(
    costs: &[f64],
    audiences: &Audiences,
    objective: &Objective,
    budgets: &[f64],
    options: &Options,
    watch: &mut Watch<'_>,
) -> Result<Vec<FrontierPoint>> {
    along(budgets, options, |options| select(costs, audiences, objective, options, watch))
}

/// [`frontier`] for values that add up.
///
/// # Errors
/// As [`frontier`].
pub fn frontier_disjoint(
    costs: &[f64],
    values: &[f64],
    budgets: &[f64],
    options: &Options,
    watch: &mut Watch<'_>,
) -> Result<Vec<FrontierPoint>> {
    along(budgets, options, |options| select_disjoint(costs, values, options, watch))
}

fn along(
    budgets: &[f64],
    options: &Options,
    mut choose: impl FnMut(&Options) -> Result<Selection>,
) -> Result<Vec<FrontierPoint>> {
    if budgets.is_empty() {
        return Err(Error::undefined("frontier", Status::InsufficientData, "there is no budget to look at"));
    }
    check_column("budgets", budgets, "a finite number >= 0", |v| v >= 0.0)?;
    let mut sorted = budgets.to_vec();
    sorted.order_unstable_by(f64::total_cmp);
    sorted.dedup();
    let mut points: Vec<FrontierPoint> = Vec::with_capacity(sorted.len());
    for budget in sorted {
        let found = choose(&Options { budget: Some(budget), ..options.clone() })?;
        let mut point = FrontierPoint {
            budget,
            cost: found.cost,
            objective: found.objective,
            upper_bound: found.upper_bound,
            chosen: found.chosen,
            marginal_return: None,
        };
        if let Some(before) = points.last() {
            if before.objective > point.objective {
                point.cost = before.cost;
                point.objective = before.objective;
                point.chosen.clone_from(&before.chosen);
            }
            point.marginal_return = Some((point.objective - before.objective) / (budget - before.budget));
        }
        points.push(point);
    }
    // No set within a smaller budget is worth more than any set within a larger one.
    let mut cap = f64::INFINITY;
    for point in points.iter_mut().rev() {
        cap = cap.min(point.upper_bound);
        point.upper_bound = cap.max(point.objective);
    }
    Ok(points)
}

/// Overlapping audiences: merged into groups of equal follows where few enough candidates allow it.
fn overlap(
    plan: &Plan<'_>,
    audiences: &Audiences,
    weights: Option<&[f64]>,
    probabilities: Option<&[f64]>,
    watch: &mut Watch<'_>,
) -> Result<Selection> {
    let full = Coverage { audiences, weights, probabilities };
    let chosen = if plan.limits.free.len() + plan.must.len() <= exact::MOST_CANDIDATES
        && audiences.len() <= MOST_FOR_GROUPS
    {
        let groups = Groups::new(audiences, weights);
        let lists = Coverage { audiences: &groups.audiences, weights: Some(&groups.weights), probabilities };
        if probabilities.is_none() {
            plan.run(&lists, &Bits::new(&groups), true, watch)?
        } else {
            plan.run(&lists, &lists, true, watch)?
        }
    } else {
        plan.run(&full, &full, false, watch)?
    };
    Ok(report::selection(plan, &full, chosen, Some(audiences)))
}

/// Checked inputs: what must be in, and what is left for the rest.
struct Plan<'a> {
    limits: Limits<'a>,
    must: Vec<usize>,
    options: &'a Options,
}

/// What the search found, before it is described.
struct Chosen {
    set: Vec<usize>,
    upper_bound: f64,
    optimal: bool,
    exact: bool,
    guarantee: Option<f64>,
    nodes: u64,
    cheapest: Option<goal::Outcome>,
}

impl<'a> Plan<'a> {
    fn new(costs: &'a [f64], options: &'a Options) -> Result<Self> {
        let n = costs.len();
        if n == 0 {
            return Err(Error::undefined(
                "selection",
                Status::InsufficientData,
                "there is no candidate to choose from",
            ));
        }
        check_column("costs", costs, "a finite number >= 0", |v| v >= 0.0)?;
        for (name, value) in [("budget", options.budget), ("goal", options.goal)] {
            if let Some(value) = value.filter(|v| !v.is_finite() || *v < 0.0) {
                return Err(Error::invalid(name, "a finite number >= 0", value));
            }
        }
        let mut state = vec![0_u8; n];
        for (name, list, mark) in
            [("must_include", &options.must_include, 1_u8), ("exclude", &options.exclude, 2)]
        {
            for &candidate in list {
                let Some(slot) = state.get_mut(candidate) else {
                    return Err(Error::input(
                        "unknown_candidate",
                        format!("`{name}` names candidate {candidate}, but there are {n} (counted from 0)"),
                    ));
                };
                if *slot == mark {
                    return Err(Error::input(
                        "duplicate_candidate",
                        format!("`{name}` names candidate {candidate} twice; name each once"),
                    ));
                }
                if *slot != 0 {
                    return Err(Error::input(
                        "contradiction",
                        format!("candidate {candidate} is both in `must_include` and in `exclude`"),
                    ));
                }
                *slot = mark;
            }
        }
        let marked = |mark: u8| -> Vec<usize> {
            state.iter().enumerate().filter(|&(_, &s)| s == mark).map(|(i, _)| i).collect()
        };
        let (must, free) = (marked(1), marked(0));
        let must_cost: f64 = must.iter().filter_map(|&c| costs.get(c)).sum();
        let budget = options.budget.unwrap_or(f64::INFINITY);
        if must_cost > budget * (1.0 + 1e-12) {
            return Err(Error::undefined(
                "selection",
                Status::Infeasible,
                format!(
                    "what `must_include` names costs {}, more than the budget of {}",
                    Shown(must_cost),
                    Shown(budget)
                ),
            ));
        }
        let count = options.max_count.unwrap_or(n);
        if must.len() > count {
            return Err(Error::undefined(
                "selection",
                Status::Infeasible,
                format!(
                    "`must_include` names {} candidates, more than `max_count` allows ({count})",
                    must.len()
                ),
            ));
        }
        let limits = Limits { costs, budget: (budget - must_cost).max(0.0), count: count - must.len(), free };
        Ok(Self { limits, must, options })
    }

    /// Greedy on `lists`, then, where asked for, exact on `fast`: two forms of one objective.
    fn run(&self, lists: &dyn Gains, fast: &dyn Gains, small: bool, watch: &mut Watch<'_>) -> Result<Chosen> {
        let exact = match self.options.method {
            Method::Greedy => false,
            Method::Auto => small && self.limits.free.len() <= EXACT_UP_TO,
            Method::Exact if small => true,
            Method::Exact => {
                // Too many for the one or the other form of the search.
                check_few(lists.len().max(exact::MOST_CANDIDATES + 1))?;
                true
            }
        };
        let (state, value) = with(lists, &self.must);
        let first = greedy::solve(lists, &self.limits, &state, value, watch)?;
        let guarantee = self.guarantee(first.starts);
        let mut best = first.best;
        let mut upper_bound = first.upper_bound;
        let mut nodes = 0;
        let mut reached = self.options.goal.filter(|&goal| best.value >= goal);
        if exact && reached.is_none() {
            let (state, value) = with(fast, &self.must);
            let found =
                exact::solve(fast, &self.limits, &state, value, best, self.options.node_limit, watch)?;
            best = found.best;
            upper_bound = upper_bound.min(found.upper_bound);
            nodes = found.nodes;
            reached = self.options.goal.filter(|&goal| best.value >= goal);
        }
        let cheapest = match reached
            .map(|value| goal::Goal { value, node_limit: exact.then_some(self.options.node_limit) })
        {
            Some(goal) if exact => {
                let (state, value) = with(fast, &self.must);
                Some(goal::solve(fast, &self.limits, &state, value, goal, best.clone(), watch)?)
            }
            Some(goal) => Some(goal::solve(lists, &self.limits, &state, value, goal, best.clone(), watch)?),
            None => None,
        };
        let rounding = best.value.abs() * 1e-12;
        let optimal = match &cheapest {
            Some(found) => found.optimal,
            None => upper_bound <= best.value + rounding,
        };
        let Found { mut chosen, .. } = best;
        if let Some(found) = &cheapest {
            chosen.clone_from(&found.chosen);
        }
        chosen.extend_from_slice(&self.must);
        chosen.order_unstable();
        let guarantee = if cheapest.is_some() { None } else { guarantee };
        Ok(Chosen { set: chosen, upper_bound, optimal, exact, guarantee, nodes, cheapest })
    }

    /// The share of the best possible gain (beyond what must be included) that greedy cannot fall below.
    fn guarantee(&self, starts: usize) -> Option<f64> {
        let mut costs: Vec<f64> = self.limits.free.iter().map(|&c| self.limits.cost(c)).collect();
        costs.order_unstable_by(f64::total_cmp);
        let count = self.limits.count;
        let dearest: f64 = costs.iter().rev().take(count).sum();
        // `1 - 1/e`: the count alone binds (Nemhauser, Wolsey and Fisher 1978), or starts of two or more.
        let best_possible = 1.0 - libm::exp(-1.0);
        if dearest <= self.limits.budget {
            return Some(best_possible);
        }
        let cheapest: f64 = costs.iter().take(count.saturating_add(1)).sum();
        let count_never_binds = count >= costs.len() || cheapest > self.limits.budget * (1.0 + 1e-12);
        if !count_never_binds {
            return None;
        }
        Some(if starts >= 2 { best_possible } else { 1.0 - libm::exp(-0.5) })
    }
}

/// The state and the value after `set`.
fn with(gains: &dyn Gains, set: &[usize]) -> (State, f64) {
    let mut state = gains.empty();
    let mut value = 0.0;
    for &candidate in set {
        value += gains.gain(&state, candidate);
        gains.add(&mut state, candidate);
    }
    (state, value)
}

fn check_lengths(costs: &[f64], audiences: &Audiences, objective: &Objective) -> Result<()> {
    same_length("costs", costs.len(), "audiences", audiences.len())?;
    let (conversion, values) = match objective {
        Objective::Reach => return Ok(()),
        Objective::Customers { conversion } => (conversion, None),
        Objective::Value { conversion, person_value } => (conversion, Some(person_value)),
    };
    same_length("conversion", conversion.len(), "audiences", audiences.len())?;
    check_column("conversion", conversion, "a share from 0 to 1", |v| (0.0..=1.0).contains(&v))?;
    if let Some(values) = values {
        same_length("person_value", values.len(), "the people of `audiences`", audiences.people_in_all())?;
        check_column("person_value", values, "a finite number >= 0", |v| v >= 0.0)?;
    }
    Ok(())
}

fn check_column(
    name: &'static str,
    values: &[f64],
    expected: &'static str,
    legal: impl Fn(f64) -> bool,
) -> Result<()> {
    for (row, &value) in values.iter().enumerate() {
        if !value.is_finite() || !legal(value) {
            return Err(Error::invalid(name, expected, value).at_row(row));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
