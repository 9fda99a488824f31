//! Decisions about loyalty, referral and advocate programmes. `ukur/programmes/` has turned tables into columns.
#![allow(clippy::needless_pass_by_value, reason = "arguments are handed over by value")]
#![allow(clippy::too_many_arguments, reason = "the face calls, with every argument")]

use pyo3::prelude::*;
use serde::Serialize;
use ukur::programmes::advocates::{Combine, Signal, rank};
use ukur::programmes::incremental::{PanelRows, difference_in_differences};
use ukur::programmes::levers::{Levers, worth};
use ukur::programmes::referral::{Programme, economics, k_factor, k_factor_from_totals};
use ukur::programmes::scorecards::{
    CustomerColumns, InfluencerColumns, Rows, customer_scorecard, influencer_scorecard,
};
use ukur::programmes::social_scorecard::{
    Campaign, Components, Figures, SocialOptions, SocialPosts, benchmark_of, social_scorecard,
};
use ukur::programmes::tiers::{MigrationMatrix, SteadyState};
use ukur::programmes::{points, ranking, redemption};

use crate::convert::{CodesIn, Column, FlagsIn, Floats, Values, record};
use crate::errors::PyError;

/// A price divided between goods and points, as a JSON record.
#[pyfunction]
pub(crate) fn programmes_allocate_points(
    price: f64,
    goods_stand_alone: Option<f64>,
    points_issued: f64,
    expected_redemption: f64,
    point_value: f64,
) -> PyResult<String> {
    let made = points::allocate(price, goods_stand_alone, points_issued, expected_redemption, point_value);
    record(&made.map_err(PyError)?)
}

/// The points' part of a price as revenue, a JSON record a period.
#[pyfunction]
pub(crate) fn programmes_recognise_points(
    allocation: f64,
    redeemed_cumulative: Column<'_>,
    expected_total_redeemed: Column<'_>,
) -> PyResult<String> {
    let redeemed = redeemed_cumulative.read_array("redeemed_cumulative")?;
    let expected = expected_total_redeemed.read_array("expected_total_redeemed")?;
    let made = points::recognise(allocation, redeemed.as_slice()?, expected.as_slice()?);
    record(&made.map_err(PyError)?)
}

/// What outstanding points are expected to cost, as a JSON record.
#[pyfunction]
pub(crate) fn programmes_points_liability(
    issued: f64,
    redeemed: f64,
    expired: f64,
    ultimate_redemption_rate: f64,
    cost_per_point: f64,
) -> PyResult<String> {
    let made = points::liability(issued, redeemed, expired, ultimate_redemption_rate, cost_per_point);
    record(&made.map_err(PyError)?)
}

fn rows(name: &str, columns: Vec<Column<'_>>) -> PyResult<Vec<Vec<f64>>> {
    columns.into_iter().map(|column| Ok(column.read_array(name)?.as_slice()?.to_vec())).collect()
}

/// Development factors and what they say of every cohort, as a JSON record.
#[pyfunction]
pub(crate) fn programmes_redemption(
    py: Python<'_>,
    issued: Column<'_>,
    cumulative: Vec<Column<'_>>,
    tail_factor: f64,
    cost_per_point: f64,
) -> PyResult<String> {
    let issued = issued.read_array("issued")?;
    let (issued, cumulative) = (issued.as_slice()?, rows("cumulative", cumulative)?);
    let made = py.detach(|| redemption::develop(issued, &cumulative, tail_factor, cost_per_point));
    record(&made.map_err(PyError)?)
}

/// A migration matrix with its errors and its long run.
#[derive(Serialize)]
struct Migration<'a> {
    probabilities: &'a [Vec<f64>],
    standard_errors: Option<Vec<Vec<f64>>>,
    #[serde(flatten)]
    end: SteadyState,
}

fn migration(py: Python<'_>, matrix: &MigrationMatrix) -> PyResult<String> {
    let end = py.detach(|| matrix.steady_state()).map_err(PyError)?;
    let standard_errors = matrix.standard_errors();
    record(&Migration { probabilities: matrix.probabilities(), standard_errors, end })
}

/// Tier migration from one row a move, as a JSON record.
#[pyfunction]
pub(crate) fn programmes_tier_moves(
    py: Python<'_>,
    tiers: usize,
    before: CodesIn<'_>,
    after: CodesIn<'_>,
) -> PyResult<String> {
    let wide = |codes: &[u32]| codes.iter().map(|code| *code as usize).collect::<Vec<_>>();
    let (from, to) = (wide(before.as_slice()?), wide(after.as_slice()?));
    migration(py, &MigrationMatrix::from_moves(tiers, &from, &to).map_err(PyError)?)
}

/// Tier migration from counts of members, or from probabilities, as a JSON record.
#[pyfunction]
pub(crate) fn programmes_tier_matrix(
    py: Python<'_>,
    matrix: Vec<Column<'_>>,
    counts: bool,
) -> PyResult<String> {
    let read = rows(if counts { "counts" } else { "probabilities" }, matrix)?;
    let made =
        if counts { MigrationMatrix::from_counts(&read) } else { MigrationMatrix::from_probabilities(&read) };
    migration(py, &made.map_err(PyError)?)
}

/// Members in each tier, period after period.
#[pyfunction]
pub(crate) fn programmes_project_tiers(
    py: Python<'_>,
    probabilities: Vec<Column<'_>>,
    members: Column<'_>,
    periods: usize,
) -> PyResult<Vec<Floats>> {
    let read = rows("probabilities", probabilities)?;
    let matrix = MigrationMatrix::from_probabilities(&read).map_err(PyError)?;
    let members = members.read_array("members")?;
    let members = members.as_slice()?;
    let path = py.detach(|| matrix.project(members, periods)).map_err(PyError)?;
    Ok(path.into_iter().map(Floats).collect())
}

/// The difference in differences, as a JSON record.
#[pyfunction]
pub(crate) fn programmes_lift(
    py: Python<'_>,
    outcome: Column<'_>,
    member: FlagsIn<'_>,
    after: FlagsIn<'_>,
    cluster: CodesIn<'_>,
    level: f64,
) -> PyResult<String> {
    let outcome = outcome.read_array("outcome")?;
    let rows = PanelRows {
        outcome: outcome.as_slice()?,
        member: member.as_slice()?,
        after: after.as_slice()?,
        cluster: cluster.as_slice()?,
    };
    record(&py.detach(|| difference_in_differences(&rows, level)).map_err(PyError)?)
}

/// What a referral programme earns, as a JSON record.
#[pyfunction]
pub(crate) fn programmes_referral(
    advocate_reward: f64,
    friend_reward: f64,
    reward_redemption: f64,
    overhead_per_referral: f64,
    programme_cost: f64,
    referred_customers: f64,
    margin_clv_referred: f64,
    incrementality: f64,
) -> PyResult<String> {
    let programme = Programme {
        advocate_reward,
        friend_reward,
        reward_redemption,
        overhead_per_referral,
        programme_cost,
        referred_customers,
        margin_clv_referred,
        incrementality,
    };
    record(&economics(&programme).map_err(PyError)?)
}

/// K from what each customer brought, as a JSON record.
#[pyfunction]
pub(crate) fn programmes_k_factor(
    brought: Column<'_>,
    invitations: Option<Column<'_>>,
    level: f64,
) -> PyResult<String> {
    let brought = brought.read_array("brought")?;
    let invitations = invitations.map(|column| column.read("invitations")).transpose()?;
    let invitations = invitations.as_ref().map(Values::as_slice).transpose()?;
    record(&k_factor(brought.as_slice()?, invitations, level).map_err(PyError)?)
}

/// K from totals, as a JSON record.
#[pyfunction]
pub(crate) fn programmes_k_factor_from_totals(
    brought: f64,
    customers: f64,
    invitations: Option<f64>,
    level: f64,
) -> PyResult<String> {
    record(&k_factor_from_totals(brought, customers, invitations, level).map_err(PyError)?)
}

/// Score, engagement, willingness and rank (NaN where unknown) of every customer.
#[pyfunction]
pub(crate) fn programmes_rank_advocates(
    py: Python<'_>,
    engagement: Vec<(Column<'_>, f64)>,
    willingness: Vec<(Column<'_>, f64)>,
    engagement_weight: f64,
    combine: &str,
) -> PyResult<(Floats, Floats, Floats, Floats)> {
    let read = |name: &str, signals: Vec<(Column<'_>, f64)>| -> PyResult<Vec<(Vec<f64>, f64)>> {
        signals
            .into_iter()
            .map(|(column, weight)| Ok((column.read_array(name)?.as_slice()?.to_vec(), weight)))
            .collect()
    };
    let (engagement, willingness) = (read("engagement", engagement)?, read("willingness", willingness)?);
    let combine = Combine::parse("combine", combine).map_err(PyError)?;
    let made = py.detach(|| {
        let e: Vec<Signal<'_>> =
            engagement.iter().map(|(values, weight)| Signal { values, weight: *weight }).collect();
        let w: Vec<Signal<'_>> =
            willingness.iter().map(|(values, weight)| Signal { values, weight: *weight }).collect();
        rank(&e, &w, engagement_weight, combine)
    });
    let made = made.map_err(PyError)?;
    let ranks = made.rank.iter().map(|rank| rank.map_or(f64::NAN, |rank| rank as f64)).collect();
    Ok((Floats(made.score), Floats(made.engagement), Floats(made.willingness), Floats(ranks)))
}

/// How good a ranking is, as a JSON record.
#[pyfunction]
pub(crate) fn programmes_judge_ranking(
    py: Python<'_>,
    score: Column<'_>,
    outcome: Column<'_>,
    groups: usize,
) -> PyResult<String> {
    let (score, outcome) = (score.read_array("score")?, outcome.read_array("advocated")?);
    let (score, outcome) = (score.as_slice()?, outcome.as_slice()?);
    record(&py.detach(|| ranking::judge(score, outcome, groups)).map_err(PyError)?)
}

/// Scores as probabilities: the steps as a JSON record, and the probability of each score of `apply_to`.
#[pyfunction]
pub(crate) fn programmes_calibrate(
    py: Python<'_>,
    score: Column<'_>,
    outcome: Column<'_>,
    apply_to: Column<'_>,
) -> PyResult<(String, Floats)> {
    let (score, outcome) = (score.read_array("score")?, outcome.read_array("advocated")?);
    let (score, outcome) = (score.as_slice()?, outcome.as_slice()?);
    let apply_to = apply_to.read_array("apply_to")?;
    let apply_to = apply_to.as_slice()?;
    let (steps, applied) = py
        .detach(|| {
            let steps = ranking::calibrate(score, outcome)?;
            let applied = apply_to.iter().map(|&score| steps.apply(score)).collect();
            Ok((steps, applied))
        })
        .map_err(PyError)?;
    Ok((record(&steps)?, Floats(applied)))
}

/// What one point of each lever is worth, a JSON record a formula.
#[pyfunction]
pub(crate) fn programmes_levers(
    basket: f64,
    frequency: f64,
    margin: f64,
    retention: f64,
    discount: f64,
    lifetime: Option<f64>,
    horizon: f64,
) -> PyResult<String> {
    let levers = Levers { basket, frequency, margin, retention, discount, lifetime, horizon };
    record(&worth(&levers).map_err(PyError)?)
}

/// The person and the period of each row, and how many there are of each.
type RowsIn<'py> = (CodesIn<'py>, usize, Option<CodesIn<'py>>, usize);

/// Columns that need not be there.
fn optional<'py>(names: &[&str], columns: Vec<Option<Column<'py>>>) -> PyResult<Vec<Option<Values<'py>>>> {
    columns
        .into_iter()
        .zip(names)
        .map(|(column, name)| column.map(|column| Ok(Values::Array(column.read_array(name)?))).transpose())
        .collect()
}

/// The scorecard of an influencer programme, as a JSON record.
#[pyfunction]
pub(crate) fn programmes_influencer_scorecard(
    py: Python<'_>,
    rows: RowsIn<'_>,
    columns: Vec<Option<Column<'_>>>,
    max_rating: f64,
    benchmark: Vec<(String, f64)>,
) -> PyResult<String> {
    const NAMES: [&str; 8] = [
        "likes",
        "comments",
        "other_engagements",
        "base",
        "reach",
        "brand_mentions",
        "market_mentions",
        "rating",
    ];
    let read = optional(&NAMES, columns)?;
    let slices: Vec<Option<&[f64]>> = read
        .iter()
        .map(|values| values.as_ref().map(Values::as_slice).transpose())
        .collect::<PyResult<_>>()?;
    let at = |place: usize| slices.get(place).copied().flatten();
    let columns = InfluencerColumns {
        likes: at(0),
        comments: at(1),
        other_engagements: at(2),
        base: at(3),
        reach: at(4),
        brand_mentions: at(5),
        market_mentions: at(6),
        rating: at(7),
        max_rating,
    };
    let (person, persons, period, periods) = rows;
    let period = period.as_ref().map(CodesIn::as_slice).transpose()?;
    let rows = Rows { person: person.as_slice()?, persons, period, periods };
    record(&py.detach(|| influencer_scorecard(&rows, &columns, &benchmark)).map_err(PyError)?)
}

/// The scorecard of a customer programme, as a JSON record.
#[pyfunction]
pub(crate) fn programmes_customer_scorecard(
    py: Python<'_>,
    rows: RowsIn<'_>,
    revenue: Column<'_>,
    orders: Option<Column<'_>>,
    periods_per_year: Option<f64>,
    lifetime_years: Option<f64>,
    margin: f64,
    benchmark: Vec<(String, f64)>,
) -> PyResult<String> {
    let revenue = revenue.read_array("revenue")?;
    let orders = orders.map(|column| column.read_array("orders")).transpose()?;
    let orders = orders.as_ref().map(|column| column.as_slice()).transpose()?;
    let columns =
        CustomerColumns { revenue: revenue.as_slice()?, orders, periods_per_year, lifetime_years, margin };
    let (person, persons, period, periods) = rows;
    let period = period.as_ref().map(CodesIn::as_slice).transpose()?;
    let rows = Rows { person: person.as_slice()?, persons, period, periods };
    record(&py.detach(|| customer_scorecard(&rows, &columns, &benchmark)).map_err(PyError)?)
}

/// Posts, reach, shares and value of each row.
type SocialIn<'py> = (Option<Column<'py>>, Column<'py>, Column<'py>, Column<'py>);

/// Reach, sharing and monetisation in one score, as a JSON record; without `campaign` the figures per post alone.
#[pyfunction]
pub(crate) fn programmes_social_scorecard(
    py: Python<'_>,
    rows: RowsIn<'_>,
    columns: SocialIn<'_>,
    benchmark: (Option<f64>, Option<f64>, Option<f64>),
    campaign: Option<String>,
    weights: Option<(f64, f64, f64)>,
) -> PyResult<String> {
    let (posts, reach, shares, value) = columns;
    let posts = posts.map(|column| column.read_array("posts")).transpose()?;
    let (reach, shares, value) =
        (reach.read_array("reach")?, shares.read_array("shares")?, value.read_array("value")?);
    let (person, persons, period, periods) = rows;
    let posts = SocialPosts {
        person: person.as_slice()?,
        persons,
        period: period.as_ref().map(CodesIn::as_slice).transpose()?,
        periods,
        posts: posts.as_ref().map(|column| column.as_slice()).transpose()?,
        reach: reach.as_slice()?,
        shares: shares.as_slice()?,
        value: value.as_slice()?,
    };
    let Some(campaign) = campaign else {
        return record(&py.detach(|| benchmark_of(&posts)).map_err(PyError)?);
    };
    let options = SocialOptions {
        benchmark: Figures { reach: benchmark.0, sharing: benchmark.1, monetisation: benchmark.2 },
        campaign: Campaign::parse(&campaign).map_err(PyError)?,
        weights: weights.map(|(reach, sharing, monetisation)| Components { reach, sharing, monetisation }),
    };
    record(&py.detach(|| social_scorecard(&posts, &options)).map_err(PyError)?)
}
