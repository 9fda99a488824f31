//! Decisions about influencers. `ukur/influencers/` has turned tables into columns and names into numbers.
#![allow(clippy::needless_pass_by_value, reason = "arguments are handed over by value")]
#![allow(clippy::too_many_arguments, reason = "the face calls, with every argument")]

use pyo3::prelude::*;
use pyo3::types::PyBytes;
use ukur::influencers::audiences::Audiences;
use ukur::influencers::compare::{Options as CompareOptions, Posts, compare};
use ukur::influencers::coordination::{Side, breakeven};
use ukur::influencers::elasticity::size_elasticity;
use ukur::influencers::select::{self, Method, Objective, Options};
use ukur::influencers::sketch::{self, Sketch};
use ukur::influencers::tiers::{TierBorder, TierTable};
use ukur::influencers::value_proportion::{self, Candidates};
use ukur::influencers::{content, loyalty, reach};

use crate::convert::{CodesIn, Column, Floats, IntegersIn, Values, record};
use crate::errors::PyError;
use crate::progress::watched;

/// Rows of a tier table: platform, tier, border, strictly above.
type Border = (String, String, f64, bool);

fn table(borders: Option<Vec<Border>>) -> PyResult<TierTable> {
    let Some(borders) = borders else { return Ok(TierTable::mediakix()) };
    let rows = borders
        .into_iter()
        .map(|(platform, tier, from, strictly_above)| TierBorder { platform, tier, from, strictly_above })
        .collect();
    Ok(TierTable::new(rows).map_err(PyError)?)
}

/// The borders of a table, checked and sorted; those of Mediakix without one.
#[pyfunction]
pub(crate) fn influencers_tier_table(borders: Option<Vec<Border>>) -> PyResult<Vec<Border>> {
    let rows = table(borders)?.borders().to_vec();
    Ok(rows.into_iter().map(|b| (b.platform, b.tier, b.from, b.strictly_above)).collect())
}

/// The tier of each account, None below the lowest border.
#[pyfunction]
pub(crate) fn influencers_classify(
    platform: Vec<String>,
    followers: Column<'_>,
    borders: Option<Vec<Border>>,
) -> PyResult<Vec<Option<String>>> {
    let table = table(borders)?;
    let followers = followers.read("followers")?;
    let tiers = table.classify_all(&platform, followers.as_slice()?).map_err(PyError)?;
    Ok(tiers.into_iter().map(|tier| tier.map(str::to_owned)).collect())
}

/// The audiences of several candidates, read once.
#[pyclass(frozen, module = "ukur._core")]
pub(crate) struct AudienceTable(Audiences);

#[pymethods]
impl AudienceTable {
    /// One row a pair of candidate and person; the person by a whole number or by a code.
    #[new]
    fn new(
        py: Python<'_>,
        candidates: usize,
        candidate: CodesIn<'_>,
        ids: Option<IntegersIn<'_>>,
        codes: Option<CodesIn<'_>>,
    ) -> PyResult<Self> {
        let candidate = candidate.as_slice()?;
        // Only which ids are equal matters, so a negative one may become a large one.
        let people: Vec<u64> = match (&ids, &codes) {
            (Some(ids), _) => ids.as_slice()?.iter().map(|id| *id as u64).collect(),
            (None, Some(codes)) => codes.as_slice()?.iter().map(|code| u64::from(*code)).collect(),
            (None, None) => Vec::new(),
        };
        let made = py.detach(|| Audiences::from_pairs(candidates, candidate, &people)).map_err(PyError)?;
        Ok(Self(made))
    }

    /// Different people in all.
    #[getter]
    fn people(&self) -> usize {
        self.0.people_in_all()
    }

    /// The unduplicated reach of some candidates, or of all, as a JSON record.
    fn reach(&self, py: Python<'_>, of: Option<Vec<usize>>) -> PyResult<String> {
        record(&py.detach(|| reach::exact(&self.0, of.as_deref())).map_err(PyError)?)
    }

    /// The pairwise overlaps in the order 12, 13, ..., 23, ...
    fn overlaps(&self, py: Python<'_>) -> Floats {
        let n = self.0.len();
        Floats(py.detach(|| {
            let pairs = (0..n).flat_map(|i| (i + 1..n).map(move |j| (i, j)));
            pairs.map(|(i, j)| self.0.overlap(i, j) as f64).collect()
        }))
    }
}

/// Bounds of unduplicated reach from pairwise overlaps, as a JSON record.
#[pyfunction]
pub(crate) fn influencers_reach_bounds(
    sizes: Column<'_>,
    pair_overlaps: Column<'_>,
    population: Option<f64>,
) -> PyResult<String> {
    let (sizes, overlaps) = (sizes.read_array("sizes")?, pair_overlaps.read_array("pair_overlaps")?);
    record(&reach::bounds(sizes.as_slice()?, overlaps.as_slice()?, population).map_err(PyError)?)
}

/// A mergeable sketch of an audience.
#[pyclass(frozen, eq, module = "ukur._core")]
#[derive(PartialEq)]
pub(crate) struct AudienceSketch(Sketch);

#[pymethods]
impl AudienceSketch {
    /// Of people with whole-number ids or with names.
    #[new]
    fn new(
        py: Python<'_>,
        k: usize,
        ids: Option<IntegersIn<'_>>,
        names: Option<Vec<String>>,
    ) -> PyResult<Self> {
        let made = match (&ids, &names) {
            (Some(ids), _) => {
                let ids: Vec<u64> = ids.as_slice()?.iter().map(|id| *id as u64).collect();
                py.detach(|| Sketch::from_ids(k, &ids))
            }
            (None, Some(names)) => py.detach(|| Sketch::from_names(k, names)),
            (None, None) => Sketch::new(k),
        };
        Ok(Self(made.map_err(PyError)?))
    }

    /// From the bytes that `to_bytes` gives.
    #[staticmethod]
    fn from_bytes(bytes: &[u8]) -> PyResult<Self> {
        Ok(Self(Sketch::from_bytes(bytes).map_err(PyError)?))
    }

    /// The same bytes in every language.
    fn to_bytes<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, &self.0.to_bytes())
    }

    /// The people of either.
    fn union(&self, other: &Self) -> Self {
        Self(self.0.union(&other.0))
    }

    /// How many people, as a JSON record.
    fn reach(&self) -> PyResult<String> {
        record(&self.0.reach())
    }

    /// How many people both hold, as a JSON record.
    fn overlap(&self, other: &Self) -> PyResult<String> {
        record(&self.0.overlap(&other.0))
    }

    /// How many hashes it keeps.
    #[getter]
    fn k(&self) -> usize {
        self.0.k()
    }
}

/// A uniform sample of the people of several sketches, and how many people one of them stands for.
#[pyfunction]
pub(crate) fn influencers_sample(sketches: Vec<PyRef<'_, AudienceSketch>>) -> PyResult<(AudienceTable, f64)> {
    let sketches: Vec<Sketch> = sketches.iter().map(|sketch| sketch.0.clone()).collect();
    let (audiences, scale) = sketch::to_sample(&sketches).map_err(PyError)?;
    Ok((AudienceTable(audiences), scale))
}

/// What a set must obey, as the face has it: budget, count, goal, must include, exclude, method, nodes.
type Rules = (Option<f64>, Option<usize>, Option<f64>, Vec<usize>, Vec<usize>, String, u64);

fn options(rules: Rules) -> PyResult<Options> {
    let (budget, max_count, goal, must_include, exclude, method, node_limit) = rules;
    let method = Method::parse("method", &method).map_err(PyError)?;
    Ok(Options { budget, max_count, goal, must_include, exclude, method, node_limit })
}

/// What is to be made large: nothing (people), rates (customers), rates and what people are worth (value).
fn objective(conversion: Option<Vec<f64>>, person_value: Option<Vec<f64>>) -> Objective {
    match (conversion, person_value) {
        (None, _) => Objective::Reach,
        (Some(conversion), None) => Objective::Customers { conversion },
        (Some(conversion), Some(person_value)) => Objective::Value { conversion, person_value },
    }
}

fn owned(name: &str, column: Option<Column<'_>>) -> PyResult<Option<Vec<f64>>> {
    column.map(|column| Ok(column.read_array(name)?.as_slice()?.to_vec())).transpose()
}

/// The best set of candidates with audiences, as a JSON record.
#[pyfunction]
pub(crate) fn influencers_select(
    py: Python<'_>,
    costs: Column<'_>,
    audiences: &AudienceTable,
    conversion: Option<Column<'_>>,
    person_value: Option<Column<'_>>,
    rules: Rules,
    callback: Option<Py<PyAny>>,
) -> PyResult<String> {
    let costs = costs.read_array("costs")?;
    let costs = costs.as_slice()?;
    let objective = objective(owned("conversion", conversion)?, owned("person_value", person_value)?);
    let options = options(rules)?;
    let audiences = &audiences.0;
    record(&watched(py, callback.as_ref(), |watch| {
        select::select(costs, audiences, &objective, &options, watch)
    })?)
}

/// The best set of candidates whose values add up, as a JSON record.
#[pyfunction]
pub(crate) fn influencers_select_disjoint(
    py: Python<'_>,
    costs: Column<'_>,
    values: Column<'_>,
    rules: Rules,
    callback: Option<Py<PyAny>>,
) -> PyResult<String> {
    let (costs, values) = (costs.read_array("costs")?, values.read_array("values")?);
    let (costs, values, options) = (costs.as_slice()?, values.as_slice()?, options(rules)?);
    record(&watched(py, callback.as_ref(), |watch| select::select_disjoint(costs, values, &options, watch))?)
}

/// The best set for each of several budgets, as a JSON record.
#[pyfunction]
pub(crate) fn influencers_frontier(
    py: Python<'_>,
    costs: Column<'_>,
    audiences: Option<&AudienceTable>,
    values: Option<Column<'_>>,
    conversion: Option<Column<'_>>,
    person_value: Option<Column<'_>>,
    budgets: Column<'_>,
    rules: Rules,
    callback: Option<Py<PyAny>>,
) -> PyResult<String> {
    let (costs, budgets) = (costs.read_array("costs")?, budgets.read_array("budgets")?);
    let (costs, budgets, options) = (costs.as_slice()?, budgets.as_slice()?, options(rules)?);
    let objective = objective(owned("conversion", conversion)?, owned("person_value", person_value)?);
    let values = owned("values", values)?.unwrap_or_default();
    let audiences = audiences.map(|table| &table.0);
    record(&watched(py, callback.as_ref(), |watch| match audiences {
        Some(audiences) => select::frontier(costs, audiences, &objective, budgets, &options, watch),
        None => select::frontier_disjoint(costs, &values, budgets, &options, watch),
    })?)
}

/// Two groups of accounts, figure by figure, as a JSON record.
#[pyfunction]
pub(crate) fn influencers_compare(
    py: Python<'_>,
    account: CodesIn<'_>,
    group: CodesIn<'_>,
    columns: Vec<Option<Column<'_>>>,
    names: (String, String),
    hours_each: (f64, f64),
    fixed_hours: (f64, f64),
    hourly_rate: f64,
    margin: f64,
    level: f64,
    resamples: u32,
    seed: u64,
    callback: Option<Py<PyAny>>,
) -> PyResult<String> {
    const NAMES: [&str; 10] = [
        "posts",
        "likes",
        "comments",
        "other_engagements",
        "base",
        "reach",
        "impressions",
        "fee",
        "customers",
        "value",
    ];
    let read: Vec<Option<Values<'_>>> = columns
        .into_iter()
        .zip(NAMES)
        .map(|(column, name)| column.map(|column| column.read(name)).transpose())
        .collect::<PyResult<_>>()?;
    let slices: Vec<Option<&[f64]>> = read
        .iter()
        .map(|values| values.as_ref().map(Values::as_slice).transpose())
        .collect::<PyResult<_>>()?;
    let at = |place: usize| slices.get(place).copied().flatten();
    let posts = Posts {
        account: account.as_slice()?,
        group: group.as_slice()?,
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
        first: names.0,
        second: names.1,
        hours_each,
        fixed_hours,
        hourly_rate,
        margin,
        level,
        resamples,
        seed,
    };
    record(&watched(py, callback.as_ref(), |watch| compare(&posts, &options, watch))?)
}

/// The elasticity of fees to size, as a JSON record.
#[pyfunction]
pub(crate) fn influencers_size_elasticity(
    py: Python<'_>,
    size: Column<'_>,
    fee: Column<'_>,
    account: CodesIn<'_>,
    level: f64,
) -> PyResult<String> {
    let (size, fee) = (size.read_array("size")?, fee.read_array("fee")?);
    let (size, fee, account) = (size.as_slice()?, fee.as_slice()?, account.as_slice()?);
    record(&py.detach(|| size_elasticity(size, fee, account, level)).map_err(PyError)?)
}

/// Fee, reach, hours for each account, fixed hours, duplication.
type SideIn = (f64, f64, f64, f64, f64);

/// The coordination cost at which many small accounts stop being cheaper, as a JSON record.
#[pyfunction]
pub(crate) fn influencers_breakeven(
    small: SideIn,
    large: SideIn,
    target_reach: f64,
    hourly_rate: f64,
) -> PyResult<String> {
    let side = |(fee, reach, hours_each, fixed_hours, duplication)| Side {
        fee,
        reach,
        hours_each,
        fixed_hours,
        duplication,
    };
    record(&breakeven(&side(small), &side(large), target_reach, hourly_rate).map_err(PyError)?)
}

/// Creators over time, as a JSON record.
#[pyfunction]
pub(crate) fn influencers_creators(
    py: Python<'_>,
    creator: CodesIn<'_>,
    period: CodesIn<'_>,
    posts: Column<'_>,
    engagements: Column<'_>,
    base: Column<'_>,
    lapse_after: usize,
) -> PyResult<String> {
    let wide = |codes: &[u32]| codes.iter().map(|code| *code as usize).collect::<Vec<_>>();
    let (creator, period) = (wide(creator.as_slice()?), wide(period.as_slice()?));
    let posts = posts.read_array("posts")?;
    let (engagements, base) = (engagements.read_array("engagements")?, base.read_array("base")?);
    let rows = loyalty::CreatorRows {
        creator: &creator,
        period: &period,
        posts: posts.as_slice()?,
        engagements: engagements.as_slice()?,
        base: base.as_slice()?,
    };
    record(&py.detach(|| loyalty::panel(&rows, lapse_after)).map_err(PyError)?)
}

/// Keeping creators against recruiting anew, as a JSON record.
#[pyfunction]
pub(crate) fn influencers_keep_or_recruit(
    fee: f64,
    recruiting_cost: f64,
    programme_cost: f64,
    retention: f64,
    campaigns: f64,
) -> PyResult<String> {
    let made = loyalty::keep_or_recruit(fee, recruiting_cost, programme_cost, retention, campaigns);
    record(&made.map_err(PyError)?)
}

/// Creators in reward tiers (name, border, reward), as a JSON record.
#[pyfunction]
pub(crate) fn influencers_reward(tiers: Vec<(String, f64, f64)>, points: Column<'_>) -> PyResult<String> {
    let tiers: Vec<loyalty::RewardTier> =
        tiers.into_iter().map(|(name, from, reward)| loyalty::RewardTier { name, from, reward }).collect();
    record(&loyalty::reward(&tiers, points.read_array("points")?.as_slice()?).map_err(PyError)?)
}

/// What product seeding costs and what its content replaces, as a JSON record.
#[pyfunction]
pub(crate) fn influencers_seeding(
    creators_seeded: f64,
    creators_who_posted: f64,
    unit_cost: f64,
    unit_shipping: f64,
    other_cost: f64,
    posts: f64,
    usable_assets: f64,
    cost_per_produced_asset: f64,
) -> PyResult<String> {
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
    record(&made.map_err(PyError)?)
}

/// The cost of buying what was earned, as a JSON record.
#[pyfunction]
pub(crate) fn influencers_earned_media(
    quantities: Column<'_>,
    prices: Column<'_>,
    cost: Option<f64>,
) -> PyResult<String> {
    let (quantities, prices) = (quantities.read_array("quantities")?, prices.read_array("prices")?);
    let made = content::earned_media(quantities.as_slice()?, prices.as_slice()?, cost);
    record(&made.map_err(PyError)?)
}

/// The candidates under both readings of the value proportion, as a JSON record.
#[pyfunction]
pub(crate) fn influencers_value_proportion(
    names: Vec<String>,
    followers: Column<'_>,
    conversion_rate: Column<'_>,
    engagement_rate: Option<Column<'_>>,
    cost: Option<Column<'_>>,
    goal: f64,
    value_per_customer: Option<f64>,
    conversion_of_engaged: Option<f64>,
) -> PyResult<String> {
    let followers = followers.read_array("followers")?;
    let conversion = conversion_rate.read("conversion_rate")?;
    let conversion = match &conversion {
        Values::Scalar(rate) => vec![*rate; names.len()],
        values @ Values::Array(_) => values.as_slice()?.to_vec(),
    };
    let (rates, cost) = (owned("engagement_rate", engagement_rate)?, owned("cost", cost)?);
    let candidates = Candidates {
        names: &names,
        followers: followers.as_slice()?,
        conversion_rate: &conversion,
        engagement_rate: rates.as_deref(),
        cost: cost.as_deref(),
    };
    let options = value_proportion::Options { goal, value_per_customer, conversion_of_engaged };
    record(&value_proportion::value_proportion(&candidates, &options).map_err(PyError)?)
}
