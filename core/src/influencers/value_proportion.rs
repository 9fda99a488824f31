//! The customer-value proportion of candidates, in both readings of the term, and the ranking under each.
//!
//! The term is defined as customer value against investment and computed as customers against a goal: two quantities,
//! shown under two names. With one conversion rate for all, customers against the goal rank candidates as their follower
//! counts do, whatever their engagement and their cost; so the engaged audience and the cost of a customer stand beside
//! it, and where a ranking differs the reason is said.

use crate::catalogue::Unit;
use crate::checks::{column, count_from, non_negative, same_length, share};
use crate::metrics;
use crate::shown::Shown;
use crate::sort::Order as _;
use crate::{Error, Result};

/// The candidates, one a row. What is not known stays `None`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Candidates<'a> {
    /// What they are called.
    pub names: &'a [String],
    /// Followers.
    pub followers: &'a [f64],
    /// The share of followers who become customers: one for each candidate.
    pub conversion_rate: &'a [f64],
    /// Engagement rates by followers, as fractions.
    pub engagement_rate: Option<&'a [f64]>,
    /// What each costs.
    pub cost: Option<&'a [f64]>,
}

/// What the candidates are measured against.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// New customers that the campaign is to win.
    pub goal: f64,
    /// What a customer is worth, in the currency of the costs.
    pub value_per_customer: Option<f64>,
    /// The share of engaged followers who become customers.
    pub conversion_of_engaged: Option<f64>,
}

/// A figure that candidates are ranked by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Reading {
    /// Expected customers / goal: what the article computes.
    CustomersToGoal,
    /// Customer value / investment: what the article defines.
    ValueToInvestment,
    /// Followers x engagement rate.
    EngagedAudience,
    /// Customers expected of engaged followers / goal.
    EngagedToGoal,
    /// Value of the customers expected of engaged followers / investment.
    EngagedValueToInvestment,
    /// Cost / expected customers; the smallest is best.
    CostPerCustomer,
}

impl Reading {
    /// The columns and arguments that the figure is made of.
    const fn inputs(self) -> &'static [&'static str] {
        match self {
            Self::CustomersToGoal => &["followers", "conversion_rate", "goal"],
            Self::ValueToInvestment => &["followers", "conversion_rate", "value_per_customer", "cost"],
            Self::EngagedAudience => &["followers", "engagement_rate"],
            Self::EngagedToGoal => &["followers", "engagement_rate", "conversion_of_engaged", "goal"],
            Self::EngagedValueToInvestment => {
                &["followers", "engagement_rate", "conversion_of_engaged", "value_per_customer", "cost"]
            }
            Self::CostPerCustomer => &["followers", "conversion_rate", "cost"],
        }
    }

    /// The unit of the figure.
    const fn unit(self) -> Unit {
        match self {
            Self::EngagedAudience => Unit::People,
            Self::CostPerCustomer => Unit::CurrencyEach,
            _ => Unit::Ratio,
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::CustomersToGoal => "customers against the goal",
            Self::ValueToInvestment => "value against investment",
            Self::EngagedAudience => "engaged audience",
            Self::EngagedToGoal => "customers of the engaged audience against the goal",
            Self::EngagedValueToInvestment => "value of the engaged audience against investment",
            Self::CostPerCustomer => "cost of a customer",
        }
    }
}

/// One candidate.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct CandidateValue {
    /// What it is called.
    pub name: String,
    /// Expected customers, from all followers.
    pub customers: f64,
    /// Expected customers / goal.
    pub customers_to_goal: f64,
    /// Customer value / investment; nothing without value or cost, or at no cost.
    pub value_to_investment: Option<f64>,
    /// Followers who engage.
    pub engaged_audience: Option<f64>,
    /// Expected customers, from engaged followers.
    pub customers_of_engaged: Option<f64>,
    /// The same / goal.
    pub engaged_to_goal: Option<f64>,
    /// The value of the same / investment.
    pub engaged_value_to_investment: Option<f64>,
    /// What an expected customer costs; nothing where none is expected.
    pub cost_per_customer: Option<f64>,
}

impl CandidateValue {
    const fn figure(&self, reading: Reading) -> Option<f64> {
        match reading {
            Reading::CustomersToGoal => Some(self.customers_to_goal),
            Reading::ValueToInvestment => self.value_to_investment,
            Reading::EngagedAudience => self.engaged_audience,
            Reading::EngagedToGoal => self.engaged_to_goal,
            Reading::EngagedValueToInvestment => self.engaged_value_to_investment,
            Reading::CostPerCustomer => self.cost_per_customer,
        }
    }
}

/// Two neighbours in the ranking by customers that change places under another reading.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Swap {
    /// Who comes first now.
    pub ahead: String,
    /// Who came first by customers.
    pub behind: String,
    /// Why, in words.
    pub reason: String,
}

/// The ranking under one reading.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Ranking {
    /// By what.
    pub reading: Reading,
    /// The candidates, best first; those without a figure are left out.
    pub order: Vec<String>,
    /// The place of each candidate in the order given, 1 for the best; equal figures share the better place.
    pub ranks: Vec<Option<u32>>,
    /// How many times as good the best is as the next; nothing with one candidate, or next to nothing.
    pub lead: Option<f64>,
    /// Whether it ranks as customers against the goal do.
    pub same_as_customers: bool,
    /// Why it does not.
    pub swaps: Vec<Swap>,
    /// The columns and arguments that it stands on.
    pub inputs: &'static [&'static str],
    /// The unit of the figure.
    pub unit: Unit,
}

/// All candidates together, as if they shared no follower.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Together {
    /// Expected customers.
    pub customers: f64,
    /// Expected customers / goal: an upper bound where audiences overlap.
    pub customers_to_goal: f64,
    /// Customers still missing.
    pub goal_gap: f64,
    /// Followers needed for the goal; nothing where the rates differ, or are 0.
    pub required_followers: Option<f64>,
    /// Engaged followers / followers.
    pub engagement_rate: Option<f64>,
    /// Value / investment.
    pub value_to_investment: Option<f64>,
}

/// The candidates under every reading that the columns allow.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ValueProportion {
    /// The goal, as given.
    pub goal: f64,
    /// The candidates, in the order given.
    pub candidates: Vec<CandidateValue>,
    /// The rankings; customers against the goal first.
    pub rankings: Vec<Ranking>,
    /// All together.
    pub together: Together,
    /// What to know before use.
    pub notes: Vec<String>,
}

/// Both readings of the customer-value proportion, the engaged-audience variants, and the ranking under each.
///
/// ```
/// use ukur::influencers::value_proportion::{Candidates, Options, value_proportion};
/// let names = ["A", "B", "C"].map(String::from);
/// let found = value_proportion(
///     &Candidates {
///         names: &names,
///         followers: &[100_000.0, 50_000.0, 200_000.0],
///         conversion_rate: &[0.02; 3],
///         engagement_rate: Some(&[0.05, 0.08, 0.03]),
///         cost: Some(&[4_000.0, 1_500.0, 9_000.0]),
///     },
///     &Options { goal: 1_000.0, value_per_customer: None, conversion_of_engaged: None },
/// )?;
/// assert_eq!(found.candidates.iter().map(|c| c.customers_to_goal).collect::<Vec<_>>(), [2.0, 1.0, 4.0]);
/// assert_eq!(found.rankings[0].order, ["C", "A", "B"]);
/// assert_eq!(found.rankings[2].order, ["B", "A", "C"]); // by the cost of a customer
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// Columns of different length; no candidate; a number outside its domain; a goal that is no whole number from 1;
/// `missing_input` for a conversion of the engaged without engagement rates, or a value without costs.
pub fn value_proportion(candidates: &Candidates<'_>, options: &Options) -> Result<ValueProportion> {
    check(candidates, options)?;
    let found: Vec<CandidateValue> =
        (0..candidates.names.len()).map(|at| one(candidates, options, at)).collect::<Result<_>>()?;
    let rankings = rankings(candidates, &found);
    Ok(ValueProportion {
        goal: options.goal,
        together: together(candidates, options, &found)?,
        notes: notes(candidates, &rankings),
        candidates: found,
        rankings,
    })
}

fn check(candidates: &Candidates<'_>, options: &Options) -> Result<()> {
    let n = candidates.names.len();
    if n == 0 {
        return Err(Error::input("insufficient_data", "there is no candidate; give at least one row"));
    }
    same_length("names", n, "followers", candidates.followers.len())?;
    same_length("names", n, "conversion_rate", candidates.conversion_rate.len())?;
    column("followers", candidates.followers, crate::checks::count)?;
    column("conversion_rate", candidates.conversion_rate, share)?;
    if let Some(rates) = candidates.engagement_rate {
        same_length("names", n, "engagement_rate", rates.len())?;
        column("engagement_rate", rates, share)?;
    }
    if let Some(costs) = candidates.cost {
        same_length("names", n, "cost", costs.len())?;
        column("cost", costs, non_negative)?;
    }
    count_from("goal", 1, options.goal)?;
    if let Some(value) = options.value_per_customer {
        non_negative("value_per_customer", value)?;
        if candidates.cost.is_none() {
            return Err(missing("cost", "value_per_customer", "value is set against investment"));
        }
    }
    if let Some(rate) = options.conversion_of_engaged {
        share("conversion_of_engaged", rate)?;
        if candidates.engagement_rate.is_none() {
            return Err(missing(
                "engagement_rate",
                "conversion_of_engaged",
                "only engaged followers convert",
            ));
        }
    }
    Ok(())
}

fn missing(what: &str, given: &str, why: &str) -> Error {
    Error::input(
        "missing_input",
        format!("`{given}` needs the column `{what}`: {why}; give it, or leave `{given}` out"),
    )
}

fn at(values: Option<&[f64]>, place: usize) -> Option<f64> {
    values.and_then(|values| values.get(place)).copied()
}

fn one(candidates: &Candidates<'_>, options: &Options, place: usize) -> Result<CandidateValue> {
    let followers = at(Some(candidates.followers), place).unwrap_or(f64::NAN);
    let conversion = at(Some(candidates.conversion_rate), place).unwrap_or(f64::NAN);
    let (cost, rate) = (at(candidates.cost, place), at(candidates.engagement_rate, place));
    let customers = metrics::expected_customers_from_followers(followers, conversion)?;
    let of_engaged = match (rate, options.conversion_of_engaged) {
        (Some(rate), Some(of)) => Some(metrics::expected_customers_from_engaged(followers, rate, of)?),
        _ => None,
    };
    // At no cost, or with no customer expected, there is no ratio: the row says nothing rather than infinity.
    let against = |customers: f64| {
        metrics::customer_value_ratio_to_investment(customers, options.value_per_customer?, cost?).ok()
    };
    Ok(CandidateValue {
        name: candidates.names.get(place).cloned().unwrap_or_default(),
        customers,
        customers_to_goal: metrics::customer_value_proportion(customers, options.goal)?,
        value_to_investment: against(customers),
        engaged_audience: rate.map(|rate| metrics::engaged_audience(followers, rate)).transpose()?,
        customers_of_engaged: of_engaged,
        engaged_to_goal: of_engaged
            .map(|customers| metrics::customer_value_proportion(customers, options.goal))
            .transpose()?,
        engaged_value_to_investment: of_engaged.and_then(against),
        cost_per_customer: cost
            .and_then(|cost| metrics::cost_per_expected_customer(cost, followers, conversion).ok()),
    })
}

fn rankings(candidates: &Candidates<'_>, found: &[CandidateValue]) -> Vec<Ranking> {
    let mut rankings: Vec<Ranking> = Vec::new();
    for reading in [
        Reading::CustomersToGoal,
        Reading::ValueToInvestment,
        Reading::EngagedAudience,
        Reading::EngagedToGoal,
        Reading::EngagedValueToInvestment,
        Reading::CostPerCustomer,
    ] {
        if found.iter().any(|candidate| candidate.figure(reading).is_some()) {
            rankings.push(ranking(candidates, found, reading));
        }
    }
    rankings
}

/// Larger is better; costs are turned around.
fn goodness(candidate: &CandidateValue, reading: Reading) -> Option<f64> {
    let figure = candidate.figure(reading)?;
    Some(if reading == Reading::CostPerCustomer { -figure } else { figure })
}

fn order(found: &[CandidateValue], reading: Reading) -> Vec<(usize, f64)> {
    let mut order: Vec<(usize, f64)> = found
        .iter()
        .enumerate()
        .filter_map(|(place, candidate)| goodness(candidate, reading).map(|figure| (place, figure)))
        .collect();
    order.order_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    order
}

fn ranking(candidates: &Candidates<'_>, found: &[CandidateValue], reading: Reading) -> Ranking {
    let order_now = order(found, reading);
    let mut ranks = vec![None; found.len()];
    let mut last: Option<(f64, u32)> = None;
    for (number, (place, figure)) in (1_u32..).zip(&order_now) {
        let rank = last.filter(|(same, _)| same == figure).map_or(number, |(_, rank)| rank);
        last = Some((*figure, rank));
        if let Some(slot) = ranks.get_mut(*place) {
            *slot = Some(rank);
        }
    }
    let lead = match order_now.as_slice() {
        [(_, best), (_, next), ..] => {
            let times = if reading == Reading::CostPerCustomer { next / best } else { best / next };
            times.is_finite().then_some(times)
        }
        _ => None,
    };
    let swaps: Vec<Swap> = order(found, Reading::CustomersToGoal)
        .windows(2)
        .filter_map(|pair| {
            let [(first, more), (second, less)] = *pair else { return None };
            let (before, after) = (found.get(first)?, found.get(second)?);
            let swapped = more > less && goodness(before, reading)? < goodness(after, reading)?;
            swapped.then(|| Swap {
                ahead: after.name.clone(),
                behind: before.name.clone(),
                reason: reason(candidates, found, (second, first), reading),
            })
        })
        .collect();
    let by_customers: Vec<usize> =
        order(found, Reading::CustomersToGoal).into_iter().map(|(place, _)| place).collect();
    let named = |place: usize| found.get(place).map(|candidate| candidate.name.clone()).unwrap_or_default();
    Ranking {
        reading,
        order: order_now.iter().map(|(place, _)| named(*place)).collect(),
        ranks,
        lead,
        same_as_customers: order_now.iter().map(|(place, _)| *place).eq(by_customers),
        swaps,
        inputs: reading.inputs(),
        unit: reading.unit(),
    }
}

/// Why one candidate comes before another who brings more customers.
fn reason(
    candidates: &Candidates<'_>,
    found: &[CandidateValue],
    (ahead, behind): (usize, usize),
    reading: Reading,
) -> String {
    let name = |place: usize| found.get(place).map_or("", |candidate| candidate.name.as_str());
    let times =
        |values: Option<&[f64]>, over: usize, under: usize| match (at(values, over), at(values, under)) {
            (Some(over), Some(under)) if under > 0.0 => format!("{} times", shown(over / under)),
            _ => "far".to_owned(),
        };
    let engagement = || {
        format!(
            "{} has {} the followers of {}, but {}'s engagement rate is {} as high",
            name(behind),
            times(Some(candidates.followers), behind, ahead),
            name(ahead),
            name(ahead),
            times(candidates.engagement_rate, ahead, behind),
        )
    };
    let cost = || {
        let customers: Vec<f64> = found.iter().map(|candidate| candidate.customers).collect();
        format!(
            "{} brings {} the customers of {}, but costs {} as much",
            name(behind),
            times(Some(&customers), behind, ahead),
            name(ahead),
            times(candidates.cost, behind, ahead),
        )
    };
    match reading {
        Reading::CustomersToGoal => String::new(),
        Reading::ValueToInvestment | Reading::CostPerCustomer => cost(),
        Reading::EngagedAudience | Reading::EngagedToGoal => engagement(),
        Reading::EngagedValueToInvestment => format!("{}; {}", engagement(), cost()),
    }
}

/// Three digits, without zeros that say nothing.
fn shown(value: f64) -> String {
    if value >= 100.0 {
        return format!("{:.0}", Shown(value));
    }
    let decimals = if value >= 10.0 { 1 } else { 2 };
    let text = format!("{:.decimals$}", Shown(value));
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn together(candidates: &Candidates<'_>, options: &Options, found: &[CandidateValue]) -> Result<Together> {
    let each: Vec<f64> = found.iter().map(|candidate| candidate.customers).collect();
    let customers = crate::numerics::order_free_sum::order_free_sum(&each);
    let cost = candidates.cost.map(crate::numerics::order_free_sum::order_free_sum);
    let engaged: Option<Vec<f64>> = found.iter().map(|candidate| candidate.engaged_audience).collect();
    let one_rate = one_rate(candidates);
    Ok(Together {
        customers,
        customers_to_goal: metrics::customer_value_proportion_portfolio(&each, options.goal)?,
        goal_gap: (options.goal - customers).max(0.0),
        required_followers: one_rate
            .and_then(|rate| metrics::required_followers_for_goal(options.goal, rate).ok()),
        engagement_rate: engaged
            .and_then(|engaged| metrics::engagement_rate_pooled(&engaged, candidates.followers).ok()),
        value_to_investment: options.value_per_customer.zip(cost).and_then(|(value, cost)| {
            metrics::customer_value_ratio_to_investment(customers, value, cost).ok()
        }),
    })
}

/// The conversion rate, if it is the same for all.
fn one_rate(candidates: &Candidates<'_>) -> Option<f64> {
    let first = *candidates.conversion_rate.first()?;
    candidates.conversion_rate.iter().all(|rate| *rate == first).then_some(first)
}

fn notes(candidates: &Candidates<'_>, rankings: &[Ranking]) -> Vec<String> {
    let mut notes = Vec::new();
    if one_rate(candidates).is_some() && candidates.names.len() > 1 {
        notes.push(
            "one conversion rate for all: the ranking by customers against the goal is the ranking of follower counts, \
             whatever engagement and cost are"
                .into(),
        );
    }
    if candidates.names.len() > 1 {
        notes.push(
            "customers of all together are an upper bound: people who follow several are counted several times".into(),
        );
    }
    if let Some(first) = rankings.iter().find(|ranking| !ranking.same_as_customers) {
        notes.push(format!(
            "the rankings differ: {} puts {} first, customers against the goal {}",
            first.reading.words(),
            first.order.first().map_or("", String::as_str),
            rankings.first().and_then(|base| base.order.first()).map_or("", String::as_str),
        ));
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(cost: Option<&[f64]>, options: &Options) -> ValueProportion {
        let names = ["A", "B", "C"].map(String::from);
        let candidates = Candidates {
            names: &names,
            followers: &[100_000.0, 50_000.0, 200_000.0],
            conversion_rate: &[0.02; 3],
            engagement_rate: Some(&[0.05, 0.08, 0.03]),
            cost,
        };
        value_proportion(&candidates, options).unwrap()
    }

    const GOAL: Options = Options { goal: 1000.0, value_per_customer: None, conversion_of_engaged: None };

    #[test]
    fn the_article() {
        let found = article(None, &GOAL);
        assert_eq!(
            found.candidates.iter().map(|c| c.customers).collect::<Vec<_>>(),
            [2000.0, 1000.0, 4000.0]
        );
        assert_eq!(found.candidates.iter().map(|c| c.customers_to_goal).collect::<Vec<_>>(), [2.0, 1.0, 4.0]);
        let engaged: Vec<_> = found.candidates.iter().map(|c| c.engaged_audience.unwrap()).collect();
        assert_eq!(engaged, [5000.0, 4000.0, 6000.0]);
        assert_eq!(found.together.customers_to_goal, 7.0);
        assert_eq!(found.together.required_followers, Some(50_000.0));
        assert!((found.together.engagement_rate.unwrap() - 15_000.0 / 350_000.0).abs() < 1e-15);
        let [by_goal, by_engaged] = found.rankings.as_slice() else { panic!("two rankings") };
        assert_eq!((by_goal.lead, by_engaged.lead), (Some(2.0), Some(1.2)));
        assert_eq!(by_engaged.order, ["C", "A", "B"]);
        assert!(by_engaged.same_as_customers && by_engaged.swaps.is_empty());
    }

    #[test]
    fn cost_turns_the_ranking_around_and_says_why() {
        let options = Options { value_per_customer: Some(15.0), conversion_of_engaged: Some(0.1), ..GOAL };
        let found = article(Some(&[4000.0, 1500.0, 9000.0]), &options);
        assert_eq!(found.rankings.len(), 6);
        let by_value = &found.rankings[1];
        assert_eq!(by_value.order, ["B", "A", "C"]);
        assert_eq!(by_value.ranks, [Some(2), Some(1), Some(3)]);
        assert_eq!(found.candidates[1].value_to_investment, Some(10.0));
        assert_eq!(by_value.swaps.len(), 2);
        assert_eq!(
            by_value.swaps[0].reason,
            "C brings 2 times the customers of A, but costs 2.25 times as much"
        );
        assert_eq!(found.candidates[2].customers_of_engaged, Some(600.0));
        assert_eq!(found.rankings[5].reading, Reading::CostPerCustomer);
        assert!((found.rankings[5].lead.unwrap() - 2.0 / 1.5).abs() < 1e-15);
        assert!(found.notes.iter().any(|note| note.contains("follower counts")));
    }

    #[test]
    fn engagement_may_turn_it_around() {
        let names = ["large", "small"].map(String::from);
        let candidates = Candidates {
            names: &names,
            followers: &[100_000.0, 60_000.0],
            conversion_rate: &[0.01; 2],
            engagement_rate: Some(&[0.01, 0.04]),
            cost: None,
        };
        let found = value_proportion(&candidates, &GOAL).unwrap();
        assert_eq!(
            found.rankings[1].swaps[0].reason,
            "large has 1.67 times the followers of small, but small's engagement rate is 4 times as high"
        );
    }

    #[test]
    fn fractions_of_customers_are_expected() {
        let names = ["A"].map(String::from);
        let candidates = Candidates {
            names: &names,
            followers: &[123.0],
            conversion_rate: &[0.02],
            ..Candidates::default()
        };
        let found = value_proportion(&candidates, &GOAL).unwrap();
        assert!((found.candidates[0].customers - 2.46).abs() < 1e-15);
        assert_eq!(found.rankings[0].lead, None);
    }

    #[test]
    fn bad_input_is_named() {
        let names = ["A"].map(String::from);
        let good =
            Candidates { names: &names, followers: &[1.0], conversion_rate: &[0.1], ..Candidates::default() };
        let code = |candidates: Candidates<'_>, options: &Options| {
            value_proportion(&candidates, options).unwrap_err().code()
        };
        assert_eq!(code(Candidates::default(), &GOAL), "insufficient_data");
        assert_eq!(code(Candidates { conversion_rate: &[2.0], ..good }, &GOAL), "out_of_domain");
        assert_eq!(code(Candidates { followers: &[1.5], ..good }, &GOAL), "out_of_domain");
        assert_eq!(code(Candidates { cost: Some(&[f64::NAN]), ..good }, &GOAL), "nan_input");
        assert_eq!(code(good, &Options { goal: 0.0, ..GOAL }), "out_of_domain");
        assert_eq!(code(good, &Options { value_per_customer: Some(1.0), ..GOAL }), "missing_input");
        assert_eq!(code(good, &Options { conversion_of_engaged: Some(0.1), ..GOAL }), "missing_input");
        assert_eq!(code(Candidates { followers: &[1.0, 2.0], ..good }, &GOAL), "length_mismatch");
    }
}
