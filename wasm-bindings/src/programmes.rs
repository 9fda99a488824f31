//! Decisions about loyalty, referral and advocate programmes. `js/programmes/` has turned names into numbers.
#![allow(clippy::needless_pass_by_value, reason = "arguments are handed over by value")]
#![allow(clippy::too_many_arguments, reason = "the face calls, with every argument")]

use js_sys::{Array, Float64Array};
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
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::convert::{floats, record};
use crate::errors::to_js;

/// A price divided between goods and points, as a record.
#[wasm_bindgen]
pub fn programmes_allocate_points(
    price: f64,
    goods_stand_alone: Option<f64>,
    points_issued: f64,
    expected_redemption: f64,
    point_value: f64,
) -> Result<JsValue, JsValue> {
    let made = points::allocate(price, goods_stand_alone, points_issued, expected_redemption, point_value);
    record(&made.map_err(to_js)?)
}

/// The points' part of a price as revenue, a record a period.
#[wasm_bindgen]
pub fn programmes_recognise_points(
    allocation: f64,
    redeemed_cumulative: &[f64],
    expected_total_redeemed: &[f64],
) -> Result<JsValue, JsValue> {
    record(&points::recognise(allocation, redeemed_cumulative, expected_total_redeemed).map_err(to_js)?)
}

/// What outstanding points are expected to cost, as a record.
#[wasm_bindgen]
pub fn programmes_points_liability(
    issued: f64,
    redeemed: f64,
    expired: f64,
    ultimate_redemption_rate: f64,
    cost_per_point: f64,
) -> Result<JsValue, JsValue> {
    let made = points::liability(issued, redeemed, expired, ultimate_redemption_rate, cost_per_point);
    record(&made.map_err(to_js)?)
}

/// An array of columns.
fn rows(columns: &Array) -> Vec<Vec<f64>> {
    columns.iter().map(|column| Float64Array::from(column).to_vec()).collect()
}

/// Development factors and what they say of every cohort, as a record.
#[wasm_bindgen]
pub fn programmes_redemption(
    issued: &[f64],
    cumulative: &Array,
    tail_factor: f64,
    cost_per_point: f64,
) -> Result<JsValue, JsValue> {
    record(&redemption::develop(issued, &rows(cumulative), tail_factor, cost_per_point).map_err(to_js)?)
}

/// A migration matrix with its errors and its long run.
#[derive(Serialize)]
struct Migration<'a> {
    probabilities: &'a [Vec<f64>],
    standard_errors: Option<Vec<Vec<f64>>>,
    end: SteadyState,
}

fn migration(matrix: &MigrationMatrix) -> Result<JsValue, JsValue> {
    let end = matrix.steady_state().map_err(to_js)?;
    let standard_errors = matrix.standard_errors();
    record(&Migration { probabilities: matrix.probabilities(), standard_errors, end })
}

/// Tier migration from one row a move, as a record.
#[wasm_bindgen]
pub fn programmes_tier_moves(tiers: usize, before: &[u32], after: &[u32]) -> Result<JsValue, JsValue> {
    let wide = |codes: &[u32]| codes.iter().map(|code| *code as usize).collect::<Vec<_>>();
    migration(&MigrationMatrix::from_moves(tiers, &wide(before), &wide(after)).map_err(to_js)?)
}

/// Tier migration from counts of members, or from probabilities, as a record.
#[wasm_bindgen]
pub fn programmes_tier_matrix(matrix: &Array, counts: bool) -> Result<JsValue, JsValue> {
    let read = rows(matrix);
    let made =
        if counts { MigrationMatrix::from_counts(&read) } else { MigrationMatrix::from_probabilities(&read) };
    migration(&made.map_err(to_js)?)
}

/// Members in each tier, period after period.
#[wasm_bindgen]
pub fn programmes_project_tiers(
    probabilities: &Array,
    members: &[f64],
    periods: u32,
) -> Result<Array, JsValue> {
    let matrix = MigrationMatrix::from_probabilities(&rows(probabilities)).map_err(to_js)?;
    let path = matrix.project(members, periods as usize).map_err(to_js)?;
    Ok(path.iter().map(|row| JsValue::from(floats(row))).collect())
}

/// The difference in differences, as a record.
#[wasm_bindgen]
pub fn programmes_lift(
    outcome: &[f64],
    member: &[u8],
    after: &[u8],
    cluster: &[u32],
    level: f64,
) -> Result<JsValue, JsValue> {
    let flags = |bytes: &[u8]| bytes.iter().map(|byte| *byte != 0).collect::<Vec<_>>();
    let (member, after) = (flags(member), flags(after));
    let rows = PanelRows { outcome, member: &member, after: &after, cluster };
    record(&difference_in_differences(&rows, level).map_err(to_js)?)
}

/// What a referral programme earns, as a record.
#[wasm_bindgen]
pub fn programmes_referral(
    advocate_reward: f64,
    friend_reward: f64,
    reward_redemption: f64,
    overhead_per_referral: f64,
    programme_cost: f64,
    referred_customers: f64,
    margin_clv_referred: f64,
    incrementality: f64,
) -> Result<JsValue, JsValue> {
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
    record(&economics(&programme).map_err(to_js)?)
}

/// K from what each customer brought, as a record.
#[wasm_bindgen]
pub fn programmes_k_factor(
    brought: &[f64],
    invitations: Option<Vec<f64>>,
    level: f64,
) -> Result<JsValue, JsValue> {
    record(&k_factor(brought, invitations.as_deref(), level).map_err(to_js)?)
}

/// K from totals, as a record.
#[wasm_bindgen]
pub fn programmes_k_factor_from_totals(
    brought: f64,
    customers: f64,
    invitations: Option<f64>,
    level: f64,
) -> Result<JsValue, JsValue> {
    record(&k_factor_from_totals(brought, customers, invitations, level).map_err(to_js)?)
}

/// Score, engagement, willingness and rank (NaN where unknown) of every customer.
#[wasm_bindgen]
pub fn programmes_rank_advocates(
    engagement: &Array,
    engagement_weights: &[f64],
    willingness: &Array,
    willingness_weights: &[f64],
    engagement_weight: f64,
    combine: &str,
) -> Result<Array, JsValue> {
    let (e, w) = (rows(engagement), rows(willingness));
    // The face gives one weight a column.
    let e: Vec<Signal<'_>> =
        e.iter().zip(engagement_weights).map(|(values, &weight)| Signal { values, weight }).collect();
    let w: Vec<Signal<'_>> =
        w.iter().zip(willingness_weights).map(|(values, &weight)| Signal { values, weight }).collect();
    let combine = Combine::parse("combine", combine).map_err(to_js)?;
    let made = rank(&e, &w, engagement_weight, combine).map_err(to_js)?;
    let ranks: Vec<f64> = made.rank.iter().map(|rank| rank.map_or(f64::NAN, |rank| rank as f64)).collect();
    let columns = [&made.score, &made.engagement, &made.willingness, &ranks];
    Ok(columns.iter().map(|column| JsValue::from(floats(column))).collect())
}

/// How good a ranking is, as a record.
#[wasm_bindgen]
pub fn programmes_judge_ranking(score: &[f64], outcome: &[f64], groups: u32) -> Result<JsValue, JsValue> {
    record(&ranking::judge(score, outcome, groups as usize).map_err(to_js)?)
}

/// Scores as probabilities: the steps as a record, and the probability of each score of `apply_to`.
#[wasm_bindgen]
pub fn programmes_calibrate(score: &[f64], outcome: &[f64], apply_to: &[f64]) -> Result<Array, JsValue> {
    let steps = ranking::calibrate(score, outcome).map_err(to_js)?;
    let applied: Vec<f64> = apply_to.iter().map(|&score| steps.apply(score)).collect();
    Ok([record(&steps)?, floats(&applied).into()].iter().collect())
}

/// What one point of each lever is worth, a record a formula.
#[wasm_bindgen]
pub fn programmes_levers(
    basket: f64,
    frequency: f64,
    margin: f64,
    retention: f64,
    discount: f64,
    lifetime: Option<f64>,
    horizon: f64,
) -> Result<JsValue, JsValue> {
    let levers = Levers { basket, frequency, margin, retention, discount, lifetime, horizon };
    record(&worth(&levers).map_err(to_js)?)
}

/// The benchmark of measures by name.
fn benchmark(names: Vec<String>, values: &[f64]) -> Vec<(String, f64)> {
    names.into_iter().zip(values.iter().copied()).collect()
}

/// Columns that need not be there: `undefined` where one is not.
fn optional(columns: &Array) -> Vec<Option<Vec<f64>>> {
    columns
        .iter()
        .map(|column| (!column.is_undefined()).then(|| Float64Array::from(column).to_vec()))
        .collect()
}

/// The scorecard of an influencer programme, as a JSON record.
#[wasm_bindgen]
pub fn programmes_influencer_scorecard(
    person: &[u32],
    persons: usize,
    period: Option<Vec<u32>>,
    periods: usize,
    columns: &Array,
    max_rating: f64,
    benchmark_names: Vec<String>,
    benchmark_values: &[f64],
) -> Result<JsValue, JsValue> {
    let read = optional(columns);
    let at = |place: usize| read.get(place).and_then(Option::as_deref);
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
    let rows = Rows { person, persons, period: period.as_deref(), periods };
    let benchmark = benchmark(benchmark_names, benchmark_values);
    record(&influencer_scorecard(&rows, &columns, &benchmark).map_err(to_js)?)
}

/// The scorecard of a customer programme, as a JSON record.
#[wasm_bindgen]
pub fn programmes_customer_scorecard(
    person: &[u32],
    persons: usize,
    period: Option<Vec<u32>>,
    periods: usize,
    revenue: &[f64],
    orders: Option<Vec<f64>>,
    periods_per_year: Option<f64>,
    lifetime_years: Option<f64>,
    margin: f64,
    benchmark_names: Vec<String>,
    benchmark_values: &[f64],
) -> Result<JsValue, JsValue> {
    let columns =
        CustomerColumns { revenue, orders: orders.as_deref(), periods_per_year, lifetime_years, margin };
    let rows = Rows { person, persons, period: period.as_deref(), periods };
    let benchmark = benchmark(benchmark_names, benchmark_values);
    record(&customer_scorecard(&rows, &columns, &benchmark).map_err(to_js)?)
}

/// Reach, sharing and monetisation in one score, as a JSON record; without `campaign` the figures per post alone.
#[wasm_bindgen]
pub fn programmes_social_scorecard(
    person: &[u32],
    persons: usize,
    period: Option<Vec<u32>>,
    periods: usize,
    posts: Option<Vec<f64>>,
    reach: &[f64],
    shares: &[f64],
    value: &[f64],
    benchmark: &[f64],
    campaign: Option<String>,
    weights: Option<Vec<f64>>,
) -> Result<JsValue, JsValue> {
    let posts = SocialPosts {
        person,
        persons,
        period: period.as_deref(),
        periods,
        posts: posts.as_deref(),
        reach,
        shares,
        value,
    };
    let Some(campaign) = campaign else {
        return record(&benchmark_of(&posts).map_err(to_js)?);
    };
    // NaN stands for a component without benchmark.
    let mark = |place: usize| benchmark.get(place).copied().filter(|mark| !mark.is_nan());
    let weight = |given: &[f64], place: usize| given.get(place).copied().unwrap_or(0.0);
    let options = SocialOptions {
        benchmark: Figures { reach: mark(0), sharing: mark(1), monetisation: mark(2) },
        campaign: Campaign::parse(&campaign).map_err(to_js)?,
        weights: weights.as_deref().map(|given| Components {
            reach: weight(given, 0),
            sharing: weight(given, 1),
            monetisation: weight(given, 2),
        }),
    };
    record(&social_scorecard(&posts, &options).map_err(to_js)?)
}
