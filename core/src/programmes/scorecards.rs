//! The scorecards of influencer and customer programmes: the measures of each, by programme and by person, over time.
//!
//! Every measure is a roll-up: sums of numerators over sums of denominators, so that the programme's rate is that of all
//! its posts or orders together and no mean of its people's rates.

use crate::catalogue::{Metric, Unit};
use crate::checks::{non_negative, positive, same_length};
use crate::metrics::rolled_up;
use crate::numerics::order_free_sum::{OrderFreeSums, largest};
use crate::shown::Quoted;
use crate::sort::Order as _;
use crate::{Column, Error, Result, Status};

/// The most rows that a scorecard may have.
const MOST_ROWS: usize = 2_000_000;

/// Who and when: the person and the period of each row, numbered from 0 in the order of their names.
#[derive(Debug, Clone, Copy)]
pub struct Rows<'a> {
    /// The person (influencer, customer) of each row.
    pub person: &'a [u32],
    /// How many persons there are.
    pub persons: usize,
    /// The period of each row; all rows are of one period without it.
    pub period: Option<&'a [u32]>,
    /// How many periods there are.
    pub periods: usize,
}

/// Posts, or sums over posts. A column that is not known stays `None`.
#[derive(Debug, Clone, Copy, Default)]
pub struct InfluencerColumns<'a> {
    /// Likes.
    pub likes: Option<&'a [f64]>,
    /// Comments.
    pub comments: Option<&'a [f64]>,
    /// Other engagements that count (shares, saves).
    pub other_engagements: Option<&'a [f64]>,
    /// Followers, views or reach: what engagement is measured against.
    pub base: Option<&'a [f64]>,
    /// People reached by each post.
    pub reach: Option<&'a [f64]>,
    /// Mentions of the brand.
    pub brand_mentions: Option<&'a [f64]>,
    /// Mentions of the brand and its competitors.
    pub market_mentions: Option<&'a [f64]>,
    /// The rating of each post's content.
    pub rating: Option<&'a [f64]>,
    /// The best rating possible.
    pub max_rating: f64,
}

/// Orders, or sums over orders.
#[derive(Debug, Clone, Copy)]
pub struct CustomerColumns<'a> {
    /// What each order brought.
    pub revenue: &'a [f64],
    /// Orders in each row; 1 each without it.
    pub orders: Option<&'a [f64]>,
    /// How many periods make a year; for the lifetime value.
    pub periods_per_year: Option<f64>,
    /// How many years a customer stays; for the lifetime value.
    pub lifetime_years: Option<f64>,
    /// The share of revenue that is margin.
    pub margin: f64,
}

/// A measure of a scorecard.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Measure {
    /// Its name.
    pub name: &'static str,
    /// What it counts or measures.
    pub unit: Unit,
    /// The columns that it is made of.
    pub inputs: Vec<&'static str>,
}

/// One figure: a measure of the programme or of a person, in one period or in all.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ScorecardRow {
    /// The place of the measure.
    pub measure: usize,
    /// The person; nothing for the programme.
    pub person: Option<u32>,
    /// The period; nothing for all together.
    pub period: Option<u32>,
    /// The value.
    pub value: Option<f64>,
    /// Why there is none.
    pub status: Option<Status>,
    /// Against the period before, as a fraction of it.
    pub change: Option<f64>,
    /// Against the benchmark, which is 100.
    pub benchmark_index: Option<f64>,
}

/// A scorecard.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Scorecard {
    /// The measures that the columns allow.
    pub measures: Vec<Measure>,
    /// The programme first, then the persons; for each all periods together, then each.
    pub rows: Vec<ScorecardRow>,
}

/// Rows of a group, and figures of it.
struct Scope {
    person: Option<u32>,
    period: Option<u32>,
    /// The group of the rows that it sums, in its grouping.
    group: usize,
}

/// One way to group the rows.
struct Grouping {
    codes: Vec<u32>,
    count: usize,
}

/// A value or a status of each group.
type Figures = Vec<std::result::Result<f64, Status>>;

/// The influencer programme: engagement rate, reach, brand mentions, share of voice, content quality.
///
/// Reach is the sum over posts: people reached by several posts are counted several times.
///
/// ```
/// use ukur::programmes::scorecards::{InfluencerColumns, Rows, influencer_scorecard};
/// let rows = Rows { person: &[0, 0, 1], persons: 2, period: None, periods: 1 };
/// let columns = InfluencerColumns {
///     likes: Some(&[40.0, 50.0, 900.0]),
///     base: Some(&[1000.0, 1000.0, 30_000.0]),
///     ..InfluencerColumns::default()
/// };
/// let card = influencer_scorecard(&rows, &columns, &[])?;
/// assert_eq!(card.measures[0].name, "engagement_rate");
/// assert_eq!(card.rows[0].value, Some(990.0 / 32_000.0)); // the programme
/// assert_eq!(card.rows[1].value, Some(90.0 / 2000.0)); // the first influencer
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// Columns of different length; an invalid number; `insufficient_data` without rows or without a measure;
/// `unknown_measure` for a benchmark that is none of the measures.
pub fn influencer_scorecard(
    rows: &Rows<'_>,
    columns: &InfluencerColumns<'_>,
    benchmark: &[(String, f64)],
) -> Result<Scorecard> {
    let c = columns;
    check(
        rows,
        &[
            ("likes", c.likes),
            ("comments", c.comments),
            ("other_engagements", c.other_engagements),
            ("base", c.base),
            ("reach", c.reach),
            ("brand_mentions", c.brand_mentions),
            ("market_mentions", c.market_mentions),
            ("rating", c.rating),
        ],
    )?;
    let parts = [("likes", c.likes), ("comments", c.comments), ("other_engagements", c.other_engagements)];
    let mut engagements: Option<Vec<f64>> = None;
    let mut engaged_by = vec!["base"];
    for (name, part) in parts {
        let Some(part) = part else { continue };
        engaged_by.push(name);
        match &mut engagements {
            None => engagements = Some(part.to_vec()),
            Some(sum) => sum.iter_mut().zip(part).for_each(|(sum, part)| *sum += part),
        }
    }
    let mut engine = Engine::new(rows)?;
    if let (Some(engagements), Some(base)) = (&engagements, c.base) {
        engine.metric(
            "engagement_rate",
            &rolled_up::ENGAGEMENT_RATE_POOLED,
            &[engagements.into(), base.into()],
            engaged_by,
        )?;
    }
    if let Some(reach) = c.reach {
        engine.sum("reach", Unit::People, reach);
    }
    if let Some(mentions) = c.brand_mentions {
        engine.sum("brand_mentions", Unit::Count, mentions);
        if let Some(market) = c.market_mentions {
            let inputs = [mentions.into(), market.into()];
            engine.metric(
                "share_of_voice",
                &rolled_up::SHARE_OF_VOICE_MENTIONS,
                &inputs,
                vec!["brand_mentions", "market_mentions"],
            )?;
        }
    }
    if let Some(rating) = c.rating {
        positive("max_rating", c.max_rating)?;
        let ones = vec![1.0; rating.len()];
        let inputs = [rating.into(), (&ones).into(), Column::Number(c.max_rating)];
        engine.metric("content_quality", &rolled_up::CONTENT_QUALITY_SCORE, &inputs, vec!["rating"])?;
    }
    engine.finish(benchmark)
}

/// The customer programme: purchase frequency, average order value, revenue of a customer, and, where a lifetime is
/// given, lifetime value (order value x orders a year x years x margin).
///
/// ```
/// use ukur::programmes::scorecards::{CustomerColumns, Rows, customer_scorecard};
/// let rows = Rows { person: &[0, 0, 1], persons: 2, period: None, periods: 1 };
/// let columns = CustomerColumns {
///     revenue: &[35_000.0, 45_000.0, 40_000.0],
///     orders: None,
///     periods_per_year: Some(4.0),
///     lifetime_years: Some(5.0),
///     margin: 1.0,
/// };
/// let card = customer_scorecard(&rows, &columns, &[])?;
/// let programme: Vec<_> = card.rows.iter().take(4).map(|row| row.value.unwrap()).collect();
/// assert_eq!(programme, [1.5, 40_000.0, 60_000.0, 40_000.0 * 6.0 * 5.0]);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// As [`influencer_scorecard`].
pub fn customer_scorecard(
    rows: &Rows<'_>,
    columns: &CustomerColumns<'_>,
    benchmark: &[(String, f64)],
) -> Result<Scorecard> {
    let c = columns;
    check(rows, &[("revenue", Some(c.revenue)), ("orders", c.orders)])?;
    crate::checks::share("margin", c.margin)?;
    let mut engine = Engine::new(rows)?;
    let ones = vec![1.0; c.revenue.len()];
    let orders = c.orders.unwrap_or(&ones);
    let of_orders = |more: &[&'static str]| {
        let mut names: Vec<&'static str> = if c.orders.is_some() { vec!["orders"] } else { Vec::new() };
        names.extend(more);
        names
    };
    let (order_sums, buyers) = (engine.sums(orders), engine.distinct_persons());
    let revenue_sums = engine.sums(c.revenue);
    let frequency = engine.computed(&rolled_up::PURCHASE_FREQUENCY, &[&order_sums, &buyers])?;
    let basket = engine.computed(&rolled_up::AOV, &[&revenue_sums, &order_sums])?;
    let each = engine.computed(&rolled_up::ARPU, &[&revenue_sums, &buyers])?;
    engine.push("purchase_frequency", Unit::Ratio, of_orders(&["customer"]), frequency.clone());
    engine.push("average_order_value", Unit::CurrencyEach, of_orders(&["revenue"]), basket.clone());
    engine.push("revenue_per_customer", Unit::CurrencyEach, vec!["revenue", "customer"], each);
    if let (Some(periods), Some(years)) = (c.periods_per_year, c.lifetime_years) {
        positive("periods_per_year", periods)?;
        non_negative("lifetime_years", years)?;
        let mut values: Vec<Figures> = Vec::new();
        for ((basket, frequency), scopes) in basket.iter().zip(&frequency).zip(&engine.scopes_of_groups()) {
            values.push(
                basket
                    .iter()
                    .zip(frequency)
                    .zip(scopes)
                    .map(|((basket, frequency), several)| {
                        // All periods together hold the orders of several periods.
                        let a_year = (*frequency)? / several * periods;
                        crate::metrics::clv_simple_margin((*basket)?, a_year, years, c.margin)
                            .map_err(|error| error.status().unwrap_or(Status::OutOfDomain))
                    })
                    .collect(),
            );
        }
        let inputs = of_orders(&["revenue", "customer", "lifetime_years", "margin"]);
        engine.push("lifetime_value", Unit::CurrencyEach, inputs, values);
    }
    engine.finish(benchmark)
}

fn check(rows: &Rows<'_>, columns: &[(&'static str, Option<&[f64]>)]) -> Result<()> {
    let n = rows.person.len();
    if n == 0 {
        return Err(Error::undefined("scorecard", Status::InsufficientData, "the table has no row"));
    }
    if let Some(period) = rows.period {
        same_length("person", n, "period", period.len())?;
    }
    for (name, values) in columns {
        let Some(values) = values else { continue };
        same_length("person", n, name, values.len())?;
        for (row, value) in values.iter().enumerate() {
            // A missing number is left out of the sums that need it.
            if !value.is_nan() {
                non_negative(*name, *value).map_err(|error| error.at_row(row))?;
            }
        }
    }
    Ok(())
}

/// Rolls measures up over all ways to group the rows.
struct Engine<'a> {
    rows: &'a Rows<'a>,
    /// Programme in all, by period, by person, by person and period.
    groupings: Vec<Grouping>,
    measures: Vec<Measure>,
    /// For each measure, the figures of each grouping.
    figures: Vec<Vec<Figures>>,
}

impl<'a> Engine<'a> {
    fn new(rows: &'a Rows<'a>) -> Result<Self> {
        let (persons, periods) = (rows.persons, rows.periods.max(1));
        let groups = persons.saturating_add(1).saturating_mul(periods.saturating_add(1));
        if groups > MOST_ROWS {
            return Err(Error::input(
                "too_many_groups",
                format!(
                    "{persons} persons in {periods} periods make {groups} groups, more than {MOST_ROWS}; take longer periods, or fewer persons"
                ),
            ));
        }
        let all = |codes: &[u32], count: usize| codes.iter().all(|code| (*code as usize) < count);
        if !all(rows.person, persons) || !rows.period.is_none_or(|period| all(period, periods)) {
            return Err(Error::input(
                "unknown_group",
                "a row names a person or a period beyond their number",
            ));
        }
        let mut groupings = vec![Grouping { codes: vec![0; rows.person.len()], count: 1 }];
        if let Some(period) = rows.period {
            groupings.push(Grouping { codes: period.to_vec(), count: periods });
        }
        groupings.push(Grouping { codes: rows.person.to_vec(), count: persons });
        if let Some(period) = rows.period {
            let codes =
                rows.person.iter().zip(period).map(|(person, period)| person * periods as u32 + period);
            groupings.push(Grouping { codes: codes.collect(), count: persons * periods });
        }
        Ok(Self { rows, groupings, measures: Vec::new(), figures: Vec::new() })
    }

    fn push(&mut self, name: &'static str, unit: Unit, inputs: Vec<&'static str>, figures: Vec<Figures>) {
        self.measures.push(Measure { name, unit, inputs });
        self.figures.push(figures);
    }

    /// A metric of the catalogue, rolled up.
    fn metric(
        &mut self,
        name: &'static str,
        metric: &Metric,
        columns: &[Column<'_>],
        inputs: Vec<&'static str>,
    ) -> Result<()> {
        let mut figures = Vec::with_capacity(self.groupings.len());
        for grouping in &self.groupings {
            let totals = metric.totals(columns, &grouping.codes, grouping.count)?;
            let figure = |total: &crate::metrics::rollup::Total| {
                total.value.ok_or(total.status.unwrap_or(Status::InsufficientData))
            };
            figures.push(totals.iter().map(figure).collect());
        }
        self.push(name, metric.unit, inputs, figures);
        Ok(())
    }

    /// The sum of a column by group; groups without a number have none.
    fn sums(&self, values: &[f64]) -> Vec<Figures> {
        let known: Vec<f64> = values.iter().map(|value| if value.is_nan() { 0.0 } else { *value }).collect();
        self.groupings
            .iter()
            .map(|grouping| {
                let mut sums = OrderFreeSums::new(grouping.count, largest(&known), known.len());
                let mut seen = vec![false; grouping.count];
                for ((code, value), known) in grouping.codes.iter().zip(values).zip(&known) {
                    sums.add(*code as usize, *known);
                    if let Some(seen) = seen.get_mut(*code as usize) {
                        *seen |= !value.is_nan();
                    }
                }
                let sums = sums.to_vec();
                seen.iter()
                    .zip(sums)
                    .map(|(seen, sum)| if *seen { Ok(sum) } else { Err(Status::InsufficientData) })
                    .collect()
            })
            .collect()
    }

    fn sum(&mut self, name: &'static str, unit: Unit, values: &[f64]) {
        let figures = self.sums(values);
        self.push(name, unit, vec![name], figures);
    }

    /// How many persons have a row in each group.
    fn distinct_persons(&self) -> Vec<Figures> {
        self.groupings
            .iter()
            .map(|grouping| {
                let mut pairs: Vec<(u32, u32)> =
                    grouping.codes.iter().copied().zip(self.rows.person.iter().copied()).collect();
                pairs.order_unstable();
                pairs.dedup();
                let mut counts = vec![0.0; grouping.count];
                for (code, _) in pairs {
                    if let Some(count) = counts.get_mut(code as usize) {
                        *count += 1.0;
                    }
                }
                counts.into_iter().map(Ok).collect()
            })
            .collect()
    }

    /// A metric of figures that are there already.
    fn computed(&self, metric: &Metric, inputs: &[&Vec<Figures>]) -> Result<Vec<Figures>> {
        (0..self.groupings.len())
            .map(|grouping| {
                let columns: Vec<&Figures> = inputs.iter().filter_map(|input| input.get(grouping)).collect();
                let count = self.groupings.get(grouping).map_or(0, |grouping| grouping.count);
                (0..count)
                    .map(|group| {
                        let values: std::result::Result<Vec<f64>, Status> = columns
                            .iter()
                            .map(|column| column.get(group).copied().unwrap_or(Err(Status::InsufficientData)))
                            .collect();
                        Ok(values.and_then(|values| metric.row(&values).map_err(|refusal| refusal.status)))
                    })
                    .collect()
            })
            .collect()
    }

    /// How many periods the groups of each grouping hold.
    fn scopes_of_groups(&self) -> Vec<Vec<f64>> {
        let whole = self.rows.periods.max(1) as f64;
        let timed = self.rows.period.is_some();
        self.groupings
            .iter()
            .enumerate()
            .map(|(at, grouping)| vec![if timed && at % 2 == 1 { 1.0 } else { whole }; grouping.count])
            .collect()
    }

    fn finish(self, benchmark: &[(String, f64)]) -> Result<Scorecard> {
        if self.measures.is_empty() {
            return Err(Error::undefined(
                "scorecard",
                Status::InsufficientData,
                "no measure can be formed; give likes or comments with base, reach, brand mentions, or ratings",
            ));
        }
        for (name, value) in benchmark {
            if !self.measures.iter().any(|measure| measure.name == name) {
                let there: Vec<&str> = self.measures.iter().map(|measure| measure.name).collect();
                return Err(Error::input(
                    "unknown_measure",
                    format!(
                        "`benchmark` names {}, which is none of the measures: {}",
                        Quoted(name),
                        there.join(", ")
                    ),
                ));
            }
            non_negative("benchmark", *value)?;
        }
        let scopes = self.scopes();
        let mut rows = Vec::with_capacity(scopes.len() * self.measures.len());
        for (at, scope) in &scopes {
            for (measure, figures) in self.figures.iter().enumerate() {
                let figure = |group: usize| {
                    figures
                        .get(*at)
                        .and_then(|groups| groups.get(group))
                        .copied()
                        .unwrap_or(Err(Status::InsufficientData))
                };
                let value = figure(scope.group);
                let before = match scope.period {
                    Some(period) if period > 0 => figure(scope.group - 1).ok(),
                    _ => None,
                };
                let name = self.measures.get(measure).map_or("", |measure| measure.name);
                let mark = benchmark.iter().find(|(of, _)| of == name).map(|(_, mark)| *mark);
                rows.push(ScorecardRow {
                    measure,
                    person: scope.person,
                    period: scope.period,
                    value: value.ok(),
                    status: value.err(),
                    change: before
                        .zip(value.ok())
                        .and_then(|(before, now)| crate::metrics::percent_change(now, before).ok()),
                    benchmark_index: mark
                        .zip(value.ok())
                        .and_then(|(mark, now)| crate::metrics::benchmark_index(now, mark).ok()),
                });
            }
        }
        Ok(Scorecard { measures: self.measures, rows })
    }

    /// Programme first, then persons; all periods, then each. With each the place of its grouping.
    fn scopes(&self) -> Vec<(usize, Scope)> {
        let timed = self.rows.period.is_some();
        let periods = self.rows.periods.max(1);
        let mut scopes = vec![(0, Scope { person: None, period: None, group: 0 })];
        if timed {
            scopes
                .extend((0..periods).map(|p| (1, Scope { person: None, period: Some(p as u32), group: p })));
        }
        for person in 0..self.rows.persons {
            let who = Some(person as u32);
            scopes.push((1 + usize::from(timed), Scope { person: who, period: None, group: person }));
            if timed {
                scopes.extend((0..periods).map(|p| {
                    (3, Scope { person: who, period: Some(p as u32), group: person * periods + p })
                }));
            }
        }
        scopes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find_row(card: &Scorecard, measure: &str, person: Option<u32>, period: Option<u32>) -> ScorecardRow {
        let at = card.measures.iter().position(|m| m.name == measure).unwrap();
        card.rows.iter().find(|r| (r.measure, r.person, r.period) == (at, person, period)).unwrap().clone()
    }

    #[test]
    fn the_programme_is_no_mean_of_its_people() {
        let rows = Rows { person: &[0, 0, 1, 1], persons: 2, period: Some(&[0, 1, 0, 1]), periods: 2 };
        let columns = InfluencerColumns {
            likes: Some(&[40.0, 50.0, 900.0, 600.0]),
            comments: Some(&[10.0, 10.0, 100.0, f64::NAN]),
            base: Some(&[1000.0, 1200.0, 40_000.0, 30_000.0]),
            reach: Some(&[800.0, 900.0, 30_000.0, 20_000.0]),
            brand_mentions: Some(&[1.0, 2.0, 3.0, 4.0]),
            market_mentions: Some(&[10.0, 10.0, 10.0, 10.0]),
            rating: Some(&[4.0, 5.0, 3.0, 4.0]),
            max_rating: 5.0,
            ..InfluencerColumns::default()
        };
        let card = influencer_scorecard(
            &rows,
            &columns,
            &[("engagement_rate".into(), 0.02), ("reach".into(), 10_340.0)],
        )
        .unwrap();
        // The row without comments is left out of the rate, and of nothing else.
        let rate = find_row(&card, "engagement_rate", None, None);
        assert_eq!(rate.value, Some(1110.0 / 42_200.0));
        assert!((rate.benchmark_index.unwrap() - 100.0 * 1110.0 / 42_200.0 / 0.02).abs() < 1e-9);
        assert_eq!(
            find_row(&card, "engagement_rate", Some(1), Some(1)).status,
            Some(Status::InsufficientData)
        );
        let reach = find_row(&card, "reach", None, None);
        assert_eq!((reach.value, reach.benchmark_index), (Some(51_700.0), Some(500.0)));
        assert_eq!(find_row(&card, "reach", Some(0), Some(1)).change, Some(0.125));
        assert_eq!(find_row(&card, "reach", Some(0), Some(0)).change, None);
        assert_eq!(find_row(&card, "share_of_voice", None, None).value, Some(0.25));
        assert_eq!(find_row(&card, "content_quality", Some(0), None).value, Some(0.9));
        assert_eq!(card.rows.len(), 5 * 3 * 3);
    }

    #[test]
    fn customers_are_counted_once_in_each_group() {
        // Customer 0 buys in both quarters, customer 1 in the second only.
        let rows = Rows { person: &[0, 0, 0, 1], persons: 2, period: Some(&[0, 0, 1, 1]), periods: 2 };
        let columns = CustomerColumns {
            revenue: &[10.0, 20.0, 30.0, 60.0],
            orders: None,
            periods_per_year: Some(4.0),
            lifetime_years: Some(3.0),
            margin: 0.5,
        };
        let card = customer_scorecard(&rows, &columns, &[]).unwrap();
        let value = |measure, person, period| find_row(&card, measure, person, period).value.unwrap();
        assert_eq!(value("purchase_frequency", None, None), 2.0);
        assert_eq!(value("purchase_frequency", None, Some(0)), 2.0);
        assert_eq!(value("purchase_frequency", None, Some(1)), 1.0);
        assert_eq!(value("average_order_value", None, None), 30.0);
        assert_eq!(value("revenue_per_customer", None, Some(1)), 45.0);
        // 30 an order, 2 orders in 2 of 4 quarters: 4 a year; 3 years, half of it margin.
        assert_eq!(value("lifetime_value", None, None), 30.0 * 4.0 * 3.0 * 0.5);
        assert_eq!(value("lifetime_value", None, Some(1)), 45.0 * 4.0 * 3.0 * 0.5);
        assert_eq!(find_row(&card, "average_order_value", Some(1), Some(0)).value, None);
    }

    #[test]
    fn bad_input_is_named() {
        let rows = Rows { person: &[0], persons: 1, period: None, periods: 1 };
        let code = |columns: InfluencerColumns<'_>, benchmark: &[(String, f64)]| {
            influencer_scorecard(&rows, &columns, benchmark).unwrap_err().code()
        };
        assert_eq!(code(InfluencerColumns::default(), &[]), "insufficient_data");
        let reach = InfluencerColumns { reach: Some(&[5.0]), ..InfluencerColumns::default() };
        assert_eq!(code(InfluencerColumns { reach: Some(&[-5.0]), ..reach }, &[]), "out_of_domain");
        assert_eq!(code(InfluencerColumns { reach: Some(&[5.0, 6.0]), ..reach }, &[]), "length_mismatch");
        assert_eq!(code(reach, &[("likes".into(), 1.0)]), "unknown_measure");
        let many = Rows { person: &[0], persons: 10_000_000, period: None, periods: 1 };
        assert_eq!(influencer_scorecard(&many, &reach, &[]).unwrap_err().code(), "too_many_groups");
    }
}
