//! Creators over time: who stays, who fades, what keeping costs against recruiting anew, and reward tiers.
//!
//! A history is one row a creator and period in which the creator posted. From it come activity, tenure, retention
//! from period to period and the trend of engagement. What their content is worth is in [`super::content`].

use crate::checks::{column, count, non_negative, same_length, share};
use crate::sort::Order as _;
use crate::{Error, Result, Status};

/// One creator's history.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct CreatorHistory {
    /// The creator, as numbered in the input.
    pub creator: usize,
    /// The first and the last period with a post.
    pub first_period: usize,
    /// The last period with a post.
    pub last_period: usize,
    /// Periods from the first to the last, both counted.
    pub tenure: usize,
    /// Periods with a post.
    pub active_periods: usize,
    /// `active_periods / tenure`.
    pub activity: f64,
    /// Posts in all.
    pub posts: f64,
    /// Engagements divided by their base (followers, views, reach, as given), pooled; nothing where the base is 0.
    pub engagement_rate: Option<f64>,
    /// The slope of the rate per period, by least squares weighted with the base, relative to the pooled rate.
    /// Nothing below three active periods or with a rate of 0.
    pub engagement_trend: Option<f64>,
    /// The standard error of the trend.
    pub engagement_trend_standard_error: Option<f64>,
    /// True where the last post lies at most `lapse_after` periods before the end.
    pub active_at_end: bool,
}

/// All creators together, period by period.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct CreatorPanel {
    /// One entry a creator with a post, ascending.
    pub creators: Vec<CreatorHistory>,
    /// For each period: creators with a post.
    pub active: Vec<f64>,
    /// For each period: creators whose first post it is.
    pub recruited: Vec<f64>,
    /// For each period but the first: the share of the creators active in the period before who are active again;
    /// nothing where none was.
    pub retention: Vec<Option<f64>>,
    /// For each number of periods since the first post: the pooled engagement rate at that tenure; nothing without a base.
    pub rate_by_tenure: Vec<Option<f64>>,
}

/// One row a creator and period.
#[derive(Debug, Clone, Copy)]
pub struct CreatorRows<'a> {
    /// The creator, numbered from 0.
    pub creator: &'a [usize],
    /// The period, numbered from 0.
    pub period: &'a [usize],
    /// Posts in the row.
    pub posts: &'a [f64],
    /// Engagements of these posts.
    pub engagements: &'a [f64],
    /// What the engagements are measured against: followers, views or reach, summed over the posts.
    pub base: &'a [f64],
}

/// The most periods and creators.
const MOST: usize = 10_000_000;

/// Activity, tenure, retention and engagement trend of every creator.
///
/// Rows of the same creator and period are added up; rows without a post do not count as activity.
///
/// ```
/// use ukur::influencers::loyalty::{panel, CreatorRows};
/// let result = panel(&CreatorRows {
///     creator: &[0, 0, 0, 1], period: &[0, 1, 3, 0], posts: &[1.0; 4],
///     engagements: &[50.0, 60.0, 70.0, 20.0], base: &[1000.0; 4],
/// }, 0)?;
/// assert_eq!((result.creators[0].tenure, result.creators[0].activity), (4, 0.75));
/// assert_eq!(result.retention, [Some(0.5), Some(0.0), None]);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// `insufficient_data` without a row with a post; a length mismatch; an invalid number; `too_large`.
pub fn panel(rows: &CreatorRows<'_>, lapse_after: usize) -> Result<CreatorPanel> {
    let n = rows.creator.len();
    same_length("creator", n, "period", rows.period.len())?;
    same_length("creator", n, "posts", rows.posts.len())?;
    same_length("creator", n, "engagements", rows.engagements.len())?;
    same_length("creator", n, "base", rows.base.len())?;
    column("posts", rows.posts, count)?;
    column("engagements", rows.engagements, non_negative)?;
    column("base", rows.base, non_negative)?;
    let mut cells: Vec<Cell> = Vec::with_capacity(n);
    for ((((&creator, &period), &posts), &engagements), &base) in
        rows.creator.iter().zip(rows.period).zip(rows.posts).zip(rows.engagements).zip(rows.base)
    {
        if creator >= MOST || period >= MOST {
            return Err(Error::input(
                "too_large",
                "creators and periods are numbered from 0 without gaps; a number of ten million or more looks like an id \
                 or a date",
            ));
        }
        if posts > 0.0 {
            cells.push(Cell { creator, period, posts, engagements, base });
        }
    }
    // All keys of the order, so that equal creators and periods add up in one order whatever the rows' order.
    cells.order_unstable_by(|a, b| {
        a.creator
            .cmp(&b.creator)
            .then(a.period.cmp(&b.period))
            .then(a.posts.total_cmp(&b.posts))
            .then(a.engagements.total_cmp(&b.engagements))
            .then(a.base.total_cmp(&b.base))
    });
    let mut merged: Vec<Cell> = Vec::with_capacity(cells.len());
    for cell in cells {
        match merged.last_mut() {
            Some(last) if last.creator == cell.creator && last.period == cell.period => last.add(&cell),
            _ => merged.push(cell),
        }
    }
    let Some(end) = merged.iter().map(|cell| cell.period).max() else {
        return Err(Error::undefined(
            "creator history",
            Status::InsufficientData,
            "there is no row with a post",
        ));
    };
    let mut active = vec![0.0; end + 1];
    let mut recruited = vec![0.0; end + 1];
    let mut kept = vec![0.0; end + 1];
    let mut by_tenure: Vec<(f64, f64)> = vec![(0.0, 0.0); end + 1];
    let mut creators = Vec::new();
    for history in merged.chunk_by(|a, b| a.creator == b.creator) {
        let Some(first) = history.first() else { continue };
        add(&mut recruited, first.period, 1.0);
        for cell in history {
            add(&mut active, cell.period, 1.0);
            if let Some(slot) = by_tenure.get_mut(cell.period - first.period) {
                slot.0 += cell.engagements;
                slot.1 += cell.base;
            }
        }
        for pair in history.windows(2) {
            if let [before, after] = pair {
                if after.period == before.period + 1 {
                    add(&mut kept, after.period, 1.0);
                }
            }
        }
        creators.push(describe(history, first, end, lapse_after));
    }
    let retention = active
        .iter()
        .zip(kept.iter().skip(1))
        .map(|(&before, &kept)| (before > 0.0).then(|| kept / before))
        .collect();
    while by_tenure.last().is_some_and(|t| t.1 == 0.0) && by_tenure.len() > 1 {
        by_tenure.pop();
    }
    Ok(CreatorPanel {
        creators,
        active,
        recruited,
        retention,
        rate_by_tenure: by_tenure.iter().map(|&(e, b)| (b > 0.0).then(|| e / b)).collect(),
    })
}

#[derive(Debug, Clone, Copy)]
struct Cell {
    creator: usize,
    period: usize,
    posts: f64,
    engagements: f64,
    base: f64,
}

impl Cell {
    fn add(&mut self, other: &Self) {
        self.posts += other.posts;
        self.engagements += other.engagements;
        self.base += other.base;
    }
}

fn add(column: &mut [f64], at: usize, value: f64) {
    if let Some(slot) = column.get_mut(at) {
        *slot += value;
    }
}

fn describe(history: &[Cell], first: &Cell, end: usize, lapse_after: usize) -> CreatorHistory {
    let last = history.last().unwrap_or(first).period;
    let tenure = last - first.period + 1;
    let base: f64 = history.iter().map(|c| c.base).sum();
    let engagements: f64 = history.iter().map(|c| c.engagements).sum();
    let rate = (base > 0.0).then(|| engagements / base);
    let (trend, error) = trend(history, rate);
    CreatorHistory {
        creator: first.creator,
        first_period: first.period,
        last_period: last,
        tenure,
        active_periods: history.len(),
        activity: history.len() as f64 / tenure as f64,
        posts: history.iter().map(|c| c.posts).sum(),
        engagement_rate: rate,
        engagement_trend: trend,
        engagement_trend_standard_error: error,
        active_at_end: end - last <= lapse_after,
    }
}

/// Weighted least squares of the rate on the period; the error allows for unequal variances (HC1).
fn trend(history: &[Cell], rate: Option<f64>) -> (Option<f64>, Option<f64>) {
    let points: Vec<(f64, f64, f64)> = history
        .iter()
        .filter(|c| c.base > 0.0)
        .map(|c| (c.period as f64, c.engagements / c.base, c.base))
        .collect();
    let Some(rate) = rate.filter(|r| *r > 0.0) else { return (None, None) };
    if points.len() < 3 {
        return (None, None);
    }
    let weight: f64 = points.iter().map(|p| p.2).sum();
    let mean_x = points.iter().map(|p| p.2 * p.0).sum::<f64>() / weight;
    let mean_y = points.iter().map(|p| p.2 * p.1).sum::<f64>() / weight;
    let spread: f64 = points.iter().map(|p| p.2 * (p.0 - mean_x) * (p.0 - mean_x)).sum();
    let slope = points.iter().map(|p| p.2 * (p.0 - mean_x) * (p.1 - mean_y)).sum::<f64>() / spread;
    let meat: f64 = points
        .iter()
        .map(|p| {
            let score = p.2 * (p.0 - mean_x) * (p.1 - mean_y - slope * (p.0 - mean_x));
            score * score
        })
        .sum();
    let n = points.len() as f64;
    let error = (n / (n - 2.0) * meat).sqrt() / spread;
    (Some(slope / rate), Some(error / rate))
}

/// What keeping a creator costs against recruiting a new one for each campaign.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct KeepOrRecruit {
    /// The expected number of campaigns of one recruited creator who is kept: `1 + r + r^2 + ...`, up to `campaigns`.
    pub campaigns_per_recruit: f64,
    /// Cost a campaign with a programme: fee, programme cost, and the recruiting cost of replacing those who leave.
    pub cost_kept: f64,
    /// Cost a campaign with recruiting anew each time: fee and recruiting cost.
    pub cost_anew: f64,
    /// `cost_anew - cost_kept`, per campaign and place.
    pub saving: f64,
    /// The programme cost a campaign at which both cost the same.
    pub breakeven_programme_cost: f64,
    /// The retention at which both cost the same; nothing where no retention up to 1 does.
    pub breakeven_retention: Option<f64>,
}

/// Keeping creators against recruiting anew, for one place in the programme over `campaigns` campaigns.
///
/// The place is always filled: with a programme a creator stays from campaign to campaign with probability
/// `retention`, otherwise a new one is recruited. `kept = fee + programme cost + recruiting * (1 + (n - 1)(1 - r)) / n`.
///
/// ```
/// let result = ukur::influencers::loyalty::keep_or_recruit(500.0, 120.0, 30.0, 0.75, 5.0)?;
/// assert_eq!((result.cost_anew, result.cost_kept), (620.0, 578.0));
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// An invalid argument; `campaigns` below 1.
pub fn keep_or_recruit(
    fee: f64,
    recruiting_cost: f64,
    programme_cost: f64,
    retention: f64,
    campaigns: f64,
) -> Result<KeepOrRecruit> {
    non_negative("fee", fee)?;
    non_negative("recruiting_cost", recruiting_cost)?;
    non_negative("programme_cost", programme_cost)?;
    share("retention", retention)?;
    if !(campaigns >= 1.0 && campaigns.is_finite() && campaigns == campaigns.trunc()) {
        return Err(Error::invalid("campaigns", "a whole number >= 1", campaigns));
    }
    // Recruits a campaign: the first, and a replacement with probability 1 - r before each later one.
    let recruits = (1.0 + (campaigns - 1.0) * (1.0 - retention)) / campaigns;
    let cost_kept = fee + programme_cost + recruiting_cost * recruits;
    let cost_anew = fee + recruiting_cost;
    let breakeven_programme_cost = recruiting_cost * (1.0 - recruits);
    let later = (campaigns - 1.0) / campaigns;
    let needed = programme_cost / (recruiting_cost * later);
    Ok(KeepOrRecruit {
        campaigns_per_recruit: geometric(retention, campaigns),
        cost_kept,
        cost_anew,
        saving: cost_anew - cost_kept,
        breakeven_programme_cost,
        breakeven_retention: (needed.is_finite() && needed <= 1.0).then_some(needed),
    })
}

/// `1 + r + ... + r^(n-1)`.
fn geometric(r: f64, n: f64) -> f64 {
    if r == 1.0 {
        n
    } else if r == 0.0 {
        1.0
    } else {
        -libm::expm1(n * libm::log(r)) / (1.0 - r)
    }
}

/// A tier of the creators' programme: what must be reached, and what it gives.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct RewardTier {
    /// The tier's name.
    pub name: String,
    /// The points (sales, posts, whatever is counted) from which the tier is held.
    pub from: f64,
    /// The reward per period: money or its cost.
    pub reward: f64,
}

/// What a table of tiers gives to a set of creators.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct RewardReport {
    /// For each creator the tier, counted from 0 upwards; nothing below the first.
    pub tier: Vec<Option<usize>>,
    /// For each creator what is missing to the next tier; nothing at the top.
    pub to_next: Vec<Option<f64>>,
    /// For each tier: creators in it.
    pub creators: Vec<f64>,
    /// All rewards of the period.
    pub cost: f64,
    /// `cost / points`, the reward for each point counted; nothing without a point.
    pub cost_per_point: Option<f64>,
}

/// Sorts creators into reward tiers and adds up what the rewards cost.
///
/// # Errors
/// `empty_table`; an invalid border, reward or count; `tiers_not_rising` where a border does not lie above the one
/// before it.
pub fn reward(tiers: &[RewardTier], points: &[f64]) -> Result<RewardReport> {
    if tiers.is_empty() {
        return Err(Error::input("empty_table", "the reward table has no tier; give at least one row"));
    }
    for (row, tier) in tiers.iter().enumerate() {
        non_negative("from", tier.from).map_err(|e| e.at_row(row))?;
        non_negative("reward", tier.reward).map_err(|e| e.at_row(row))?;
    }
    if let Some(row) = tiers.windows(2).position(|pair| matches!(pair, [a, b] if b.from <= a.from)) {
        return Err(Error::input(
            "tiers_not_rising",
            format!(
                "the border of reward tier {} (counted from 0) does not lie above the one before it",
                row + 1
            ),
        ));
    }
    column("points", points, non_negative)?;
    let mut creators = vec![0.0; tiers.len()];
    let mut cost = 0.0;
    let mut tier = Vec::with_capacity(points.len());
    let mut to_next = Vec::with_capacity(points.len());
    for &value in points {
        let above = tiers.partition_point(|t| t.from <= value);
        let held = above.checked_sub(1);
        if let Some(held) = held {
            add(&mut creators, held, 1.0);
        }
        tier.push(held);
        to_next.push(tiers.get(above).map(|t| t.from - value));
    }
    // By tier and not by row, so that the order of the rows does not matter.
    for (count, tier) in creators.iter().zip(tiers) {
        cost += count * tier.reward;
    }
    let mut sorted = points.to_vec();
    sorted.order_unstable_by(f64::total_cmp);
    let total: f64 = sorted.iter().sum();
    Ok(RewardReport { tier, to_next, creators, cost, cost_per_point: (total > 0.0).then(|| cost / total) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn histories_do_not_depend_on_the_order_of_the_rows() {
        let creator = [0, 0, 0, 0, 1, 2, 2];
        let period = [0, 1, 1, 3, 1, 2, 3];
        let posts = [1.0, 2.0, 1.0, 1.0, 0.0, 1.0, 1.0];
        let engagements = [50.0, 60.0, 70.0, 30.0, 20.0, 10.0, 20.0];
        let base = [1000.0, 1000.0, 1000.0, 1000.0, 100.0, 500.0, 500.0];
        let result = panel(
            &CreatorRows {
                creator: &creator,
                period: &period,
                posts: &posts,
                engagements: &engagements,
                base: &base,
            },
            0,
        )
        .unwrap();
        // Creator 1 has no post; creator 0's rows of period 1 are one.
        assert_eq!(result.creators.iter().map(|c| c.creator).collect::<Vec<_>>(), [0, 2]);
        assert_eq!(result.active, [1.0, 1.0, 1.0, 2.0]);
        assert_eq!(result.recruited, [1.0, 0.0, 1.0, 0.0]);
        assert_eq!(result.retention, [Some(1.0), Some(0.0), Some(1.0)]);
        assert_eq!(result.creators[0].engagement_rate, Some(210.0 / 4000.0));
        assert_eq!(result.rate_by_tenure[0], Some(60.0 / 1500.0));
        assert!(result.creators.iter().all(|c| c.active_at_end));
        let back = |v: &[f64]| v.iter().rev().copied().collect::<Vec<_>>();
        let reversed = panel(
            &CreatorRows {
                creator: &creator.iter().rev().copied().collect::<Vec<_>>(),
                period: &period.iter().rev().copied().collect::<Vec<_>>(),
                posts: &back(&posts),
                engagements: &back(&engagements),
                base: &back(&base),
            },
            0,
        )
        .unwrap();
        assert_eq!(result, reversed);
    }

    #[test]
    fn the_trend_is_that_of_statsmodels() {
        // sm.WLS(rate, [1, period], weights=base).fit(cov_type="HC1"): relative to the pooled rate.
        let result = panel(
            &CreatorRows {
                creator: &[0; 5],
                period: &[0, 1, 2, 4, 5],
                posts: &[1.0; 5],
                engagements: &[50.0, 45.0, 52.0, 30.0, 33.0],
                base: &[1000.0, 1100.0, 1200.0, 1250.0, 1300.0],
            },
            1,
        )
        .unwrap();
        let creator = &result.creators[0];
        assert!((creator.engagement_trend.unwrap() - TREND).abs() < 1e-12, "{creator:?}");
        assert!(
            (creator.engagement_trend_standard_error.unwrap() - TREND_ERROR).abs() < 1e-12,
            "{creator:?}"
        );
    }
    const TREND: f64 = -0.14594907407407398;
    const TREND_ERROR: f64 = 0.02242082974008861;

    #[test]
    fn keeping_against_recruiting() {
        let result = keep_or_recruit(500.0, 120.0, 30.0, 0.75, 5.0).unwrap();
        assert_eq!(result.saving, 42.0);
        // At the break-evens the saving is nil.
        let even = keep_or_recruit(500.0, 120.0, result.breakeven_programme_cost, 0.75, 5.0).unwrap();
        assert!(even.saving.abs() < 1e-9);
        let even = keep_or_recruit(500.0, 120.0, 30.0, result.breakeven_retention.unwrap(), 5.0).unwrap();
        assert!(even.saving.abs() < 1e-9);
        assert!((result.campaigns_per_recruit - (1.0 + 0.75 + 0.5625 + 0.421875 + 0.31640625)).abs() < 1e-12);
        assert_eq!(keep_or_recruit(500.0, 0.0, 30.0, 0.75, 5.0).unwrap().breakeven_retention, None);
        assert_eq!(keep_or_recruit(1.0, 1.0, 1.0, 0.5, 0.0).unwrap_err().code(), "out_of_domain");
        assert_eq!(keep_or_recruit(1.0, 1.0, 1.0, 1.5, 1.0).unwrap_err().code(), "out_of_domain");
    }

    #[test]
    fn tiers_give_rewards() {
        let tier = |name: &str, from: f64, reward: f64| RewardTier { name: name.into(), from, reward };
        let table = [tier("bronze", 10.0, 5.0), tier("silver", 50.0, 20.0)];
        let report = reward(&table, &[5.0, 10.0, 49.0, 50.0, 80.0]).unwrap();
        assert_eq!(report.tier, [None, Some(0), Some(0), Some(1), Some(1)]);
        assert_eq!(report.to_next, [Some(5.0), Some(40.0), Some(1.0), None, None]);
        assert_eq!((report.creators, report.cost), (vec![2.0, 2.0], 50.0));
        assert_eq!(reward(&[], &[]).unwrap_err().code(), "empty_table");
        let falling = [tier("a", 5.0, 1.0), tier("b", 5.0, 2.0)];
        assert_eq!(reward(&falling, &[]).unwrap_err().code(), "tiers_not_rising");
    }

    #[test]
    fn bad_histories_are_named() {
        let rows = |creator: &'static [usize], period: &'static [usize], posts: &'static [f64]| {
            panel(&CreatorRows { creator, period, posts, engagements: &[1.0], base: &[1.0] }, 0)
                .unwrap_err()
                .code()
        };
        assert_eq!(rows(&[0], &[0], &[0.0]), "insufficient_data");
        assert_eq!(rows(&[0], &[0], &[0.5]), "out_of_domain");
        assert_eq!(rows(&[0], &[20_240_101], &[1.0]), "too_large");
        assert_eq!(rows(&[0, 1], &[0], &[1.0]), "length_mismatch");
    }
}
