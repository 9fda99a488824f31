//! Decisions about influencers. `js/influencers/` has turned names into numbers.
#![allow(clippy::needless_pass_by_value, reason = "arguments are handed over by value")]
#![allow(clippy::too_many_arguments, reason = "the face calls, with every argument")]

use js_sys::{Array, Float64Array, Function};
use ukur::influencers::audiences::Audiences;
use ukur::influencers::compare::{Options as CompareOptions, Posts, compare};
use ukur::influencers::coordination::{Side, breakeven};
use ukur::influencers::elasticity::size_elasticity;
use ukur::influencers::select::{self, Method, Objective, Options};
use ukur::influencers::sketch::{self, Sketch};
use ukur::influencers::tiers::{TierBorder, TierTable};
use ukur::influencers::value_proportion::{self, Candidates};
use ukur::influencers::{content, loyalty, reach};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::convert::record;
use crate::errors::to_js;
use crate::progress::watched;

/// The rows of a tier table as columns; without a platform that of Mediakix.
fn table(
    platform: Vec<String>,
    tier: Vec<String>,
    from: &[f64],
    strictly_above: &[u8],
) -> Result<TierTable, JsValue> {
    if platform.is_empty() && from.is_empty() {
        return Ok(TierTable::mediakix());
    }
    let rows = platform
        .into_iter()
        .zip(tier)
        .zip(from.iter().zip(strictly_above))
        .map(|((platform, tier), (&from, &above))| TierBorder {
            platform,
            tier,
            from,
            strictly_above: above != 0,
        })
        .collect();
    TierTable::new(rows).map_err(to_js)
}

/// The borders of a table, checked and sorted, as a record.
#[wasm_bindgen]
pub fn influencers_tier_table(
    platform: Vec<String>,
    tier: Vec<String>,
    from: &[f64],
    strictly_above: &[u8],
) -> Result<JsValue, JsValue> {
    record(&table(platform, tier, from, strictly_above)?.borders())
}

/// The tier of each account, null below the lowest border, as a record.
#[wasm_bindgen]
pub fn influencers_classify(
    accounts: Vec<String>,
    followers: &[f64],
    platform: Vec<String>,
    tier: Vec<String>,
    from: &[f64],
    strictly_above: &[u8],
) -> Result<JsValue, JsValue> {
    let table = table(platform, tier, from, strictly_above)?;
    record(&table.classify_all(&accounts, followers).map_err(to_js)?)
}

/// The audiences of several candidates, read once.
#[wasm_bindgen]
pub struct AudienceTable(Audiences);

/// Whole numbers as the ids that Python makes of them.
fn ids(numbers: &[f64]) -> Vec<u64> {
    numbers.iter().map(|id| *id as i64 as u64).collect()
}

fn wide(codes: &[u32]) -> Vec<usize> {
    codes.iter().map(|code| *code as usize).collect()
}

#[wasm_bindgen]
impl AudienceTable {
    /// One row a pair of candidate and person; the person by a whole number or a code.
    #[wasm_bindgen(constructor)]
    pub fn new(candidates: usize, candidate: &[u32], person: &[f64]) -> Result<Self, JsValue> {
        Ok(Self(Audiences::from_pairs(candidates, candidate, &ids(person)).map_err(to_js)?))
    }

    /// The unduplicated reach of some candidates, or of all, as a record.
    pub fn reach(&self, of: Option<Vec<u32>>) -> Result<JsValue, JsValue> {
        let of = of.map(|of| wide(&of));
        record(&reach::exact(&self.0, of.as_deref()).map_err(to_js)?)
    }
}

/// Bounds of unduplicated reach from pairwise overlaps, as a record.
#[wasm_bindgen]
pub fn influencers_reach_bounds(
    sizes: &[f64],
    pair_overlaps: &[f64],
    population: Option<f64>,
) -> Result<JsValue, JsValue> {
    record(&reach::bounds(sizes, pair_overlaps, population).map_err(to_js)?)
}

/// A mergeable sketch of an audience.
#[wasm_bindgen]
pub struct AudienceSketch(Sketch);

#[wasm_bindgen]
impl AudienceSketch {
    /// Of people with whole-number ids.
    pub fn of_ids(k: usize, people: &[f64]) -> Result<Self, JsValue> {
        Ok(Self(Sketch::from_ids(k, &ids(people)).map_err(to_js)?))
    }

    /// Of people with names.
    pub fn of_names(k: usize, people: Vec<String>) -> Result<Self, JsValue> {
        Ok(Self(Sketch::from_names(k, &people).map_err(to_js)?))
    }

    /// From the bytes that `to_bytes` gives.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, JsValue> {
        Ok(Self(Sketch::from_bytes(bytes).map_err(to_js)?))
    }

    /// The same bytes in every language.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.to_bytes()
    }

    /// The people of either.
    pub fn union(&self, other: &Self) -> Self {
        Self(self.0.union(&other.0))
    }

    /// How many people, as a record.
    pub fn reach(&self) -> Result<JsValue, JsValue> {
        record(&self.0.reach())
    }

    /// How many people both hold, as a record.
    pub fn overlap(&self, other: &Self) -> Result<JsValue, JsValue> {
        record(&self.0.overlap(&other.0))
    }

    /// How many hashes it keeps.
    pub fn k(&self) -> usize {
        self.0.k()
    }
}

/// Sketches on their way to a sample of their people.
#[wasm_bindgen]
#[derive(Default)]
pub struct SketchSample(Vec<Sketch>, f64);

#[wasm_bindgen]
impl SketchSample {
    /// None yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self(Vec::new(), 1.0)
    }

    /// The next candidate's sketch.
    pub fn push(&mut self, sketch: &AudienceSketch) {
        self.0.push(sketch.0.clone());
    }

    /// A uniform sample of the people; afterwards `scale` is how many people one of them stands for.
    pub fn table(&mut self) -> Result<AudienceTable, JsValue> {
        let (audiences, scale) = sketch::to_sample(&self.0).map_err(to_js)?;
        self.1 = scale;
        Ok(AudienceTable(audiences))
    }

    /// How many people one of the sample stands for.
    pub fn scale(&self) -> f64 {
        self.1
    }
}

/// What a set must obey.
#[wasm_bindgen]
pub struct SelectRules(Options);

#[wasm_bindgen]
impl SelectRules {
    /// As the face has it.
    #[wasm_bindgen(constructor)]
    pub fn new(
        budget: Option<f64>,
        max_count: Option<u32>,
        goal: Option<f64>,
        must_include: &[u32],
        exclude: &[u32],
        method: &str,
        node_limit: f64,
    ) -> Result<Self, JsValue> {
        Ok(Self(Options {
            budget,
            max_count: max_count.map(|count| count as usize),
            goal,
            must_include: wide(must_include),
            exclude: wide(exclude),
            method: Method::parse("method", method).map_err(to_js)?,
            node_limit: node_limit as u64,
        }))
    }
}

fn objective(conversion: Option<Vec<f64>>, person_value: Option<Vec<f64>>) -> Objective {
    match (conversion, person_value) {
        (None, _) => Objective::Reach,
        (Some(conversion), None) => Objective::Customers { conversion },
        (Some(conversion), Some(person_value)) => Objective::Value { conversion, person_value },
    }
}

/// The best set of candidates, as a record: with audiences, or with values that add up.
#[wasm_bindgen]
pub fn influencers_select(
    costs: &[f64],
    audiences: Option<AudienceTable>,
    values: &[f64],
    conversion: Option<Vec<f64>>,
    person_value: Option<Vec<f64>>,
    rules: &SelectRules,
    callback: Option<Function>,
) -> Result<JsValue, JsValue> {
    record(&watched(callback.as_ref(), |watch| match &audiences {
        Some(table) => select::select(costs, &table.0, &objective(conversion, person_value), &rules.0, watch),
        None => select::select_disjoint(costs, values, &rules.0, watch),
    })?)
}

/// The best set for each of several budgets, as a record.
#[wasm_bindgen]
pub fn influencers_frontier(
    costs: &[f64],
    audiences: Option<AudienceTable>,
    values: &[f64],
    conversion: Option<Vec<f64>>,
    person_value: Option<Vec<f64>>,
    budgets: &[f64],
    rules: &SelectRules,
    callback: Option<Function>,
) -> Result<JsValue, JsValue> {
    record(&watched(callback.as_ref(), |watch| match &audiences {
        Some(table) => {
            let objective = objective(conversion, person_value);
            select::frontier(costs, &table.0, &objective, budgets, &rules.0, watch)
        }
        None => select::frontier_disjoint(costs, values, budgets, &rules.0, watch),
    })?)
}

/// A column of an array of columns, if it is there.
fn column_at(columns: &Array, place: u32) -> Option<Vec<f64>> {
    columns.get(place).dyn_ref::<Float64Array>().map(Float64Array::to_vec)
}

/// Two groups of accounts, figure by figure, as a record.
#[wasm_bindgen]
pub fn influencers_compare(
    account: &[u32],
    group: &[u32],
    columns: &Array,
    first: String,
    second: String,
    hours: &[f64],
    hourly_rate: f64,
    margin: f64,
    level: f64,
    resamples: u32,
    seed: f64,
    callback: Option<Function>,
) -> Result<JsValue, JsValue> {
    let read: Vec<Option<Vec<f64>>> = (0..10).map(|place| column_at(columns, place)).collect();
    let at = |place: usize| read.get(place).and_then(Option::as_deref);
    let hour = |place: usize| hours.get(place).copied().unwrap_or(0.0);
    let posts = Posts {
        account,
        group,
        posts: at(0),
        likes: at(1),
        comments: at(2),
        other_engagements: at(3),
        base: at(4),
        reach: at(5),
        impressions: at(6),
        fee: at(7),
        customers: at(8),
        value: at(9),
    };
    let options = CompareOptions {
        first,
        second,
        hours_each: (hour(0), hour(1)),
        fixed_hours: (hour(2), hour(3)),
        hourly_rate,
        margin,
        level,
        resamples,
        seed: seed as u64,
    };
    record(&watched(callback.as_ref(), |watch| compare(&posts, &options, watch))?)
}

/// The elasticity of fees to size, as a record.
#[wasm_bindgen]
pub fn influencers_size_elasticity(
    size: &[f64],
    fee: &[f64],
    account: &[u32],
    level: f64,
) -> Result<JsValue, JsValue> {
    record(&size_elasticity(size, fee, account, level).map_err(to_js)?)
}

/// The coordination cost at which many small accounts stop being cheaper, as a record. A side is fee, reach, hours
/// for each account, fixed hours, duplication.
#[wasm_bindgen]
pub fn influencers_breakeven(
    small: &[f64],
    large: &[f64],
    target_reach: f64,
    hourly_rate: f64,
) -> Result<JsValue, JsValue> {
    let side = |numbers: &[f64]| {
        let at = |place: usize| numbers.get(place).copied().unwrap_or(f64::NAN);
        Side { fee: at(0), reach: at(1), hours_each: at(2), fixed_hours: at(3), duplication: at(4) }
    };
    record(&breakeven(&side(small), &side(large), target_reach, hourly_rate).map_err(to_js)?)
}

/// Creators over time, as a record.
#[wasm_bindgen]
pub fn influencers_creators(
    creator: &[u32],
    period: &[u32],
    posts: &[f64],
    engagements: &[f64],
    base: &[f64],
    lapse_after: u32,
) -> Result<JsValue, JsValue> {
    let (creator, period) = (wide(creator), wide(period));
    let rows = loyalty::CreatorRows { creator: &creator, period: &period, posts, engagements, base };
    record(&loyalty::panel(&rows, lapse_after as usize).map_err(to_js)?)
}

/// Keeping creators against recruiting anew, as a record.
#[wasm_bindgen]
pub fn influencers_keep_or_recruit(
    fee: f64,
    recruiting_cost: f64,
    programme_cost: f64,
    retention: f64,
    campaigns: f64,
) -> Result<JsValue, JsValue> {
    let made = loyalty::keep_or_recruit(fee, recruiting_cost, programme_cost, retention, campaigns);
    record(&made.map_err(to_js)?)
}

/// Creators in reward tiers, as a record.
#[wasm_bindgen]
pub fn influencers_reward(
    name: Vec<String>,
    from: &[f64],
    reward: &[f64],
    points: &[f64],
) -> Result<JsValue, JsValue> {
    let tiers: Vec<loyalty::RewardTier> = name
        .into_iter()
        .zip(from.iter().zip(reward))
        .map(|(name, (&from, &reward))| loyalty::RewardTier { name, from, reward })
        .collect();
    record(&loyalty::reward(&tiers, points).map_err(to_js)?)
}

/// What product seeding costs and what its content replaces, as a record.
#[wasm_bindgen]
pub fn influencers_seeding(
    creators_seeded: f64,
    creators_who_posted: f64,
    unit_cost: f64,
    unit_shipping: f64,
    other_cost: f64,
    posts: f64,
    usable_assets: f64,
    cost_per_produced_asset: f64,
) -> Result<JsValue, JsValue> {
    let made = content::seeding(
        creators_seeded,
        creators_who_posted,
        unit_cost,
        unit_shipping,
        other_cost,
        posts,
        usable_assets,
        cost_per_produced_asset,
    );
    record(&made.map_err(to_js)?)
}

/// The cost of buying what was earned, as a record.
#[wasm_bindgen]
pub fn influencers_earned_media(
    quantities: &[f64],
    prices: &[f64],
    cost: Option<f64>,
) -> Result<JsValue, JsValue> {
    record(&content::earned_media(quantities, prices, cost).map_err(to_js)?)
}

/// The candidates under both readings of the value proportion, as a JSON record.
#[wasm_bindgen]
pub fn influencers_value_proportion(
    names: Vec<String>,
    followers: &[f64],
    conversion_rate: &[f64],
    engagement_rate: Option<Vec<f64>>,
    cost: Option<Vec<f64>>,
    goal: f64,
    value_per_customer: Option<f64>,
    conversion_of_engaged: Option<f64>,
) -> Result<JsValue, JsValue> {
    let candidates = Candidates {
        names: &names,
        followers,
        conversion_rate,
        engagement_rate: engagement_rate.as_deref(),
        cost: cost.as_deref(),
    };
    let options = value_proportion::Options { goal, value_per_customer, conversion_of_engaged };
    record(&value_proportion::value_proportion(&candidates, &options).map_err(to_js)?)
}
