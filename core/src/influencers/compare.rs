//! Micro against macro: every figure as a ratio of sums, with errors between accounts, and what may be concluded.
//!
//! Posts of one account are not independent, and a rate over many posts is a ratio of sums; the error of a naive
//! binomial is several times too small (see [`crate::experiments::ratios`], which does the statistics here). Each
//! figure comes with the difference and its interval, a permutation test that regroups accounts, a bootstrap of
//! accounts, and an equivalence test: "no significant difference" is not "the same", and only the last can show
//! that.

use crate::checks::{column, non_negative, open_share, positive, same_length};
use crate::experiments::equivalence::{Equivalence, equivalence_of};
use crate::experiments::ratios::{AccountTotals, RatioComparison, compare_ratios};
use crate::experiments::resampling::{
    BootstrapComparison, PermutationTest, ResamplingOptions, bootstrap_comparison, permutation_test,
};
use crate::experiments::verdict::{OutcomeUnit, Verdict, VerdictOptions, verdict};
use crate::progress::Watch;
use crate::sort::Order as _;
use crate::{Error, ErrorKind, Result, Status};

/// Posts, or sums over posts: one row each. A column that is not known stays `None`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Posts<'a> {
    /// The account of each row, any number.
    pub account: &'a [u32],
    /// The group of each row: 0 for the first group (micro), 1 for the second (macro); other rows are left out.
    pub group: &'a [u32],
    /// Posts in each row; 1 each with `None`.
    pub posts: Option<&'a [f64]>,
    /// Likes.
    pub likes: Option<&'a [f64]>,
    /// Comments.
    pub comments: Option<&'a [f64]>,
    /// Other engagements that count (shares, saves).
    pub other_engagements: Option<&'a [f64]>,
    /// What engagement is measured against: followers, views or reach at each post.
    pub base: Option<&'a [f64]>,
    /// People reached by each post.
    pub reach: Option<&'a [f64]>,
    /// Impressions.
    pub impressions: Option<&'a [f64]>,
    /// Fees.
    pub fee: Option<&'a [f64]>,
    /// Customers won.
    pub customers: Option<&'a [f64]>,
    /// What these customers are worth: margin or revenue, as the return is to be read.
    pub value: Option<&'a [f64]>,
}

/// What coordination costs, and how to judge.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// What the first group is called.
    pub first: String,
    /// What the second group is called.
    pub second: String,
    /// Hours of coordination for each account of the first and of the second group.
    pub hours_each: (f64, f64),
    /// Hours that do not depend on the number of accounts, for each group.
    pub fixed_hours: (f64, f64),
    /// What an hour costs.
    pub hourly_rate: f64,
    /// The largest difference that would not matter, as a share of the second group's figure.
    pub margin: f64,
    /// The level of the intervals.
    pub level: f64,
    /// Draws of the permutation test and the bootstrap where not every case can be gone through.
    pub resamples: u32,
    /// Their seed.
    pub seed: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            first: "micro".into(),
            second: "macro".into(),
            hours_each: (0.0, 0.0),
            fixed_hours: (0.0, 0.0),
            hourly_rate: 0.0,
            margin: 0.1,
            level: 0.95,
            resamples: 9_999,
            seed: 0,
        }
    }
}

/// A figure that the groups are compared by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Figure {
    /// (Likes + comments + other engagements) / base.
    EngagementRate,
    /// Likes for each post.
    LikesPerPost,
    /// Comments for each post.
    CommentsPerPost,
    /// People reached for each post.
    ReachPerPost,
    /// 1,000 x fee / impressions.
    Cpm,
    /// 1,000 x (fee + coordination) / impressions.
    AllInCpm,
    /// (Fee + coordination) / customers.
    CostPerCustomer,
    /// (Value - fee - coordination) / (fee + coordination).
    Roi,
}

impl Figure {
    /// Every figure.
    pub const ALL: [Self; 8] = [
        Self::EngagementRate,
        Self::LikesPerPost,
        Self::CommentsPerPost,
        Self::ReachPerPost,
        Self::Cpm,
        Self::AllInCpm,
        Self::CostPerCustomer,
        Self::Roi,
    ];

    const fn words(self) -> &'static str {
        match self {
            Self::EngagementRate => "engagement rate",
            Self::LikesPerPost => "likes per post",
            Self::CommentsPerPost => "comments per post",
            Self::ReachPerPost => "reach per post",
            Self::Cpm => "CPM",
            Self::AllInCpm => "CPM with coordination",
            Self::CostPerCustomer => "cost per customer",
            Self::Roi => "return on investment",
        }
    }
}

/// One figure of both groups.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct FigureRow {
    /// Which figure.
    pub figure: Figure,
    /// The first group's value; nothing where its denominator is 0.
    pub first: Option<f64>,
    /// The second group's.
    pub second: Option<f64>,
    /// Both with clustered errors, their difference and relative lift; nothing where chance cannot be judged.
    pub comparison: Option<RatioComparison>,
    /// Accounts regrouped.
    pub permutation: Option<PermutationTest>,
    /// Accounts resampled.
    pub bootstrap: Option<BootstrapComparison>,
    /// Whether the figures are shown to be the same, within the margin.
    pub equivalence: Option<Equivalence>,
    /// What may be said.
    pub verdict: Option<Verdict>,
    /// Why parts are missing: `zero_denominator`, `insufficient_data` or `zero_variance`.
    pub status: Option<String>,
    /// The same in words.
    pub reason: Option<String>,
}

/// Both groups, figure by figure.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct GroupComparison {
    /// What the groups are called, first and second.
    pub groups: (String, String),
    /// Accounts in each.
    pub accounts: (f64, f64),
    /// Rows in each.
    pub rows: (f64, f64),
    /// Coordination cost in each.
    pub coordination: (f64, f64),
    /// The share of the group's fees that goes to its dearest account; nothing without fees.
    pub largest_fee_share: (Option<f64>, Option<f64>),
    /// The margin of equivalence, as a share of the second group's figure, as given.
    pub margin: f64,
    /// One row a figure that the columns allow.
    pub figures: Vec<FigureRow>,
}

/// Compares two groups of accounts, usually micro and macro, on every figure that the columns allow.
///
/// ```
/// use ukur::influencers::compare::{compare, Figure, Options, Posts};
/// let posts = Posts {
///     account: &[1, 2, 3, 4, 11, 12, 13],
///     group: &[0, 0, 0, 0, 1, 1, 1],
///     likes: Some(&[50.0, 40.0, 60.0, 30.0, 900.0, 1500.0, 700.0]),
///     base: Some(&[1000.0, 500.0, 2000.0, 800.0, 40_000.0, 50_000.0, 30_000.0]),
///     ..Posts::default()
/// };
/// let result = compare(&posts, &Options::default(), &mut ukur::progress::ignore)?;
/// let rate = result.figures.iter().find(|row| row.figure == Figure::EngagementRate).unwrap();
/// assert_eq!(rate.permutation.as_ref().unwrap().p_value, 3.0 / 35.0);
/// assert!(!rate.equivalence.as_ref().unwrap().equivalent); // not shown to differ, and not shown to be the same
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// A length mismatch; an invalid number; `insufficient_data` where a group has no row, or no figure can be formed;
/// `account_in_both_groups`; an invalid option; cancelled.
pub fn compare(posts: &Posts<'_>, options: &Options, watch: &mut Watch<'_>) -> Result<GroupComparison> {
    check(posts, options)?;
    let groups = [Group::new(posts, 0, options)?, Group::new(posts, 1, options)?];
    let [first, second] = &groups;
    if let Some(&both) = first.accounts.iter().find(|a| second.accounts.binary_search(a).is_ok()) {
        return Err(Error::input(
            "account_in_both_groups",
            format!(
                "the account {both} has rows in both groups; an account that crossed the border belongs in one of them"
            ),
        ));
    }
    let mut figures = Vec::new();
    for figure in Figure::ALL {
        if let (Some(a), Some(b)) = (first.figure(posts, figure), second.figure(posts, figure)) {
            figures.push(judge(figure, &a, &b, options, watch)?);
        }
    }
    if figures.is_empty() {
        return Err(Error::undefined(
            "comparison",
            Status::InsufficientData,
            "no figure can be formed; give likes or comments, reach, fees with impressions, customers or value",
        ));
    }
    let both = |of: fn(&Group) -> f64| (of(first), of(second));
    Ok(GroupComparison {
        groups: (options.first.clone(), options.second.clone()),
        accounts: both(|g| g.accounts.len() as f64),
        rows: both(|g| g.rows.len() as f64),
        coordination: both(|g| g.coordination),
        largest_fee_share: (first.largest_share(posts.fee), second.largest_share(posts.fee)),
        margin: options.margin,
        figures,
    })
}

fn check(posts: &Posts<'_>, options: &Options) -> Result<()> {
    let n = posts.account.len();
    same_length("account", n, "group", posts.group.len())?;
    for (name, values) in [
        ("posts", posts.posts),
        ("likes", posts.likes),
        ("comments", posts.comments),
        ("other_engagements", posts.other_engagements),
        ("base", posts.base),
        ("reach", posts.reach),
        ("impressions", posts.impressions),
        ("fee", posts.fee),
        ("customers", posts.customers),
        ("value", posts.value),
    ] {
        if let Some(values) = values {
            same_length("account", n, name, values.len())?;
            column(name, values, non_negative)?;
        }
    }
    for (name, (first, second)) in [("hours_each", options.hours_each), ("fixed_hours", options.fixed_hours)]
    {
        non_negative(name, first)?;
        non_negative(name, second)?;
    }
    non_negative("hourly_rate", options.hourly_rate)?;
    positive("margin", options.margin)?;
    open_share("level", options.level)?;
    Ok(())
}

/// One group's rows and accounts.
struct Group {
    rows: Vec<usize>,
    /// Sorted, distinct.
    accounts: Vec<u32>,
    /// For each row of `rows`, the place of its account in `accounts`.
    place: Vec<usize>,
    coordination: f64,
}

/// A figure of one group: numerators and denominators by account.
struct Sums {
    top: Vec<f64>,
    bottom: Vec<f64>,
}

impl Group {
    fn new(posts: &Posts<'_>, which: usize, options: &Options) -> Result<Self> {
        let name = if which == 0 { &options.first } else { &options.second };
        let rows: Vec<usize> = posts
            .group
            .iter()
            .enumerate()
            .filter(|&(_, &g)| g as usize == which)
            .map(|(row, _)| row)
            .collect();
        if rows.is_empty() {
            return Err(Error::undefined(
                "comparison",
                Status::InsufficientData,
                format!("the group `{name}` has no row"),
            ));
        }
        let of = |row: usize| posts.account.get(row).copied().unwrap_or(0);
        let mut accounts: Vec<u32> = rows.iter().map(|&row| of(row)).collect();
        accounts.order_unstable();
        accounts.dedup();
        let place = rows.iter().map(|&row| accounts.binary_search(&of(row)).unwrap_or(0)).collect();
        let pick = |pair: (f64, f64)| if which == 0 { pair.0 } else { pair.1 };
        let hours = pick(options.fixed_hours) + pick(options.hours_each) * accounts.len() as f64;
        Ok(Self { rows, accounts, place, coordination: hours * options.hourly_rate })
    }

    /// The sums of a column by account.
    fn sum(&self, values: &[f64]) -> Vec<f64> {
        // Sorted within each account, so that the order of the rows does not matter.
        let mut pairs: Vec<(usize, f64)> = self
            .place
            .iter()
            .zip(&self.rows)
            .map(|(&place, &row)| (place, values.get(row).copied().unwrap_or(0.0)))
            .collect();
        pairs.order_unstable_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let mut sums = vec![0.0; self.accounts.len()];
        for (place, value) in pairs {
            if let Some(slot) = sums.get_mut(place) {
                *slot += value;
            }
        }
        sums
    }

    /// Fees and each account's part of the coordination.
    fn cost(&self, fee: &[f64]) -> Vec<f64> {
        let part = self.coordination / self.accounts.len() as f64;
        self.sum(fee).iter().map(|fee| fee + part).collect()
    }

    fn largest_share(&self, fee: Option<&[f64]>) -> Option<f64> {
        let sums = self.sum(fee?);
        let total: f64 = sums.iter().sum();
        (total > 0.0).then(|| sums.iter().copied().fold(0.0, f64::max) / total)
    }

    fn figure(&self, posts: &Posts<'_>, figure: Figure) -> Option<Sums> {
        let add = |mut a: Vec<f64>, b: Vec<f64>| {
            for (a, b) in a.iter_mut().zip(b) {
                *a += b;
            }
            a
        };
        let thousand = |values: Vec<f64>| values.into_iter().map(|v| 1000.0 * v).collect::<Vec<f64>>();
        let number = || {
            if let Some(posts) = posts.posts {
                return self.sum(posts);
            }
            let mut count = vec![0.0; self.accounts.len()];
            for &place in &self.place {
                if let Some(slot) = count.get_mut(place) {
                    *slot += 1.0;
                }
            }
            count
        };
        let (top, bottom) = match figure {
            Figure::EngagementRate => {
                let parts = [posts.likes, posts.comments, posts.other_engagements];
                let top = parts.into_iter().flatten().map(|part| self.sum(part)).reduce(add)?;
                (top, self.sum(posts.base?))
            }
            Figure::LikesPerPost => (self.sum(posts.likes?), number()),
            Figure::CommentsPerPost => (self.sum(posts.comments?), number()),
            Figure::ReachPerPost => (self.sum(posts.reach?), number()),
            Figure::Cpm => (thousand(self.sum(posts.fee?)), self.sum(posts.impressions?)),
            Figure::AllInCpm => (thousand(self.cost(posts.fee?)), self.sum(posts.impressions?)),
            Figure::CostPerCustomer => (self.cost(posts.fee?), self.sum(posts.customers?)),
            Figure::Roi => {
                let cost = self.cost(posts.fee?);
                let gain =
                    self.sum(posts.value?).iter().zip(&cost).map(|(value, cost)| value - cost).collect();
                (gain, cost)
            }
        };
        Some(Sums { top, bottom })
    }
}

fn judge(
    figure: Figure,
    first: &Sums,
    second: &Sums,
    options: &Options,
    watch: &mut Watch<'_>,
) -> Result<FigureRow> {
    let value = |sums: &Sums| {
        let bottom: f64 = sums.bottom.iter().sum();
        (bottom > 0.0).then(|| sums.top.iter().sum::<f64>() / bottom)
    };
    let mut row = FigureRow {
        figure,
        first: value(first),
        second: value(second),
        comparison: None,
        permutation: None,
        bootstrap: None,
        equivalence: None,
        verdict: None,
        status: None,
        reason: None,
    };
    match statistics(figure, first, second, options, watch, &mut row) {
        Ok(()) => Ok(row),
        // What cannot be judged is said in the row; the other figures stand.
        Err(error) if error.kind() == ErrorKind::Undefined => {
            row.status = error.status().map(|status| status.as_str().to_owned());
            row.reason = Some(error.to_string());
            Ok(row)
        }
        Err(error) => Err(error),
    }
}

fn statistics(
    figure: Figure,
    first: &Sums,
    second: &Sums,
    options: &Options,
    watch: &mut Watch<'_>,
    row: &mut FigureRow,
) -> Result<()> {
    let first = AccountTotals::new(&first.top, &first.bottom)?;
    let second = AccountTotals::new(&second.top, &second.bottom)?;
    let comparison = compare_ratios(&first, &second, options.level)?;
    // The values as the comparison has them, to the bit.
    row.first = Some(comparison.treatment.estimate);
    row.second = Some(comparison.control.estimate);
    let margin = options.margin * comparison.control.estimate.abs();
    let words = VerdictOptions {
        treatment: options.first.clone(),
        control: options.second.clone(),
        outcome: figure.words().into(),
        unit: match figure {
            Figure::EngagementRate | Figure::Roi => OutcomeUnit::Share,
            _ => OutcomeUnit::default(),
        },
        margin: (margin > 0.0).then_some(margin),
    };
    row.verdict = Some(verdict(&comparison.difference, &words)?);
    if margin > 0.0 {
        row.equivalence = Some(equivalence_of(&comparison.difference, -margin, margin, 1.0 - options.level)?);
    }
    row.comparison = Some(comparison);
    let resampling = ResamplingOptions {
        resamples: options.resamples,
        seed: options.seed,
        level: options.level,
        ..ResamplingOptions::default()
    };
    row.permutation = Some(permutation_test(&first, &second, &resampling, watch)?);
    row.bootstrap = Some(bootstrap_comparison(&first, &second, &resampling, watch)?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::ignore;

    fn posts() -> Posts<'static> {
        Posts {
            // Account 1 has two posts; accounts 11 to 13 are large.
            account: &[1, 1, 2, 3, 4, 11, 12, 13],
            group: &[0, 0, 0, 0, 0, 1, 1, 1],
            likes: Some(&[20., 20., 30., 50., 20., 800., 1400., 600.]),
            comments: Some(&[4., 6., 10., 10., 10., 100., 100., 100.]),
            base: Some(&[500., 500., 500., 2000., 800., 40_000., 50_000., 30_000.]),
            reach: Some(&[300., 320., 310., 900., 500., 15_000., 30_000., 10_000.]),
            impressions: Some(&[400., 400., 500., 1500., 700., 30_000., 40_000., 20_000.]),
            fee: Some(&[5., 5., 6., 15., 8., 250., 300., 200.]),
            ..Posts::default()
        }
    }

    fn find(result: &GroupComparison, figure: Figure) -> &FigureRow {
        result.figures.iter().find(|row| row.figure == figure).unwrap()
    }

    #[test]
    fn the_known_answers_of_micro_against_macro() {
        let result = compare(&posts(), &Options::default(), &mut ignore).unwrap();
        let rate = find(&result, Figure::EngagementRate);
        let comparison = rate.comparison.as_ref().unwrap();
        assert!((comparison.treatment.estimate - 0.0418605).abs() < 5e-8);
        assert!((comparison.control.estimate - 0.0258333).abs() < 5e-8);
        assert!((comparison.treatment.standard_error - 0.00851201).abs() < 5e-9);
        assert!((comparison.control.standard_error - 0.00263797).abs() < 5e-9);
        assert!((rate.permutation.as_ref().unwrap().p_value - 3.0 / 35.0).abs() < 1e-15);
        assert!(!rate.equivalence.as_ref().unwrap().equivalent);
        assert!(!rate.verdict.as_ref().unwrap().sentence.contains("no difference"));
        assert_eq!((result.accounts, result.rows), ((4.0, 3.0), (5.0, 3.0)));
        // No customers and no value: no cost per customer and no return.
        assert!(
            result.figures.iter().all(|r| r.figure != Figure::Roi && r.figure != Figure::CostPerCustomer)
        );
    }

    #[test]
    fn coordination_enters_the_all_in_cpm() {
        let options = Options {
            hours_each: (0.5, 1.0),
            fixed_hours: (2.0, 0.0),
            hourly_rate: 10.0,
            ..Options::default()
        };
        let result = compare(&posts(), &options, &mut ignore).unwrap();
        assert_eq!(result.coordination, (40.0, 30.0));
        assert!((find(&result, Figure::Cpm).first.unwrap() - 1000.0 * 39.0 / 3500.0).abs() < 1e-12);
        assert!((find(&result, Figure::AllInCpm).first.unwrap() - 1000.0 * 79.0 / 3500.0).abs() < 1e-12);
        assert!((result.largest_fee_share.1.unwrap() - 0.4).abs() < 1e-15);
    }

    #[test]
    fn what_cannot_be_judged_says_so_and_the_rest_stands() {
        let mut rows = posts();
        rows.customers = Some(&[0.0; 8]);
        rows.value = Some(&[10., 5., 0., 30., 20., 700., 100., 500.]);
        let result = compare(&rows, &Options::default(), &mut ignore).unwrap();
        let cost = find(&result, Figure::CostPerCustomer);
        assert_eq!((cost.first, cost.status.as_deref()), (None, Some("zero_denominator")));
        assert!(find(&result, Figure::Roi).comparison.is_some());
        // One large account: its value is known, its error is not.
        let rows = Posts { group: &[0, 0, 0, 0, 0, 1, 7, 7], ..posts() };
        let result = compare(&rows, &Options::default(), &mut ignore).unwrap();
        let rate = find(&result, Figure::EngagementRate);
        assert_eq!((rate.second, rate.status.as_deref()), (Some(0.0225), Some("insufficient_data")));
    }

    #[test]
    fn row_order_does_not_matter() {
        let one = compare(&posts(), &Options::default(), &mut ignore).unwrap();
        let back = |v: Option<&[f64]>| v.map(|v| v.iter().rev().copied().collect::<Vec<_>>());
        let p = posts();
        let (likes, comments, base) = (back(p.likes), back(p.comments), back(p.base));
        let (reach, impressions, fee) = (back(p.reach), back(p.impressions), back(p.fee));
        let account: Vec<u32> = p.account.iter().rev().copied().collect();
        let group: Vec<u32> = p.group.iter().rev().copied().collect();
        let reversed = Posts {
            account: &account,
            group: &group,
            likes: likes.as_deref(),
            comments: comments.as_deref(),
            base: base.as_deref(),
            reach: reach.as_deref(),
            impressions: impressions.as_deref(),
            fee: fee.as_deref(),
            ..Posts::default()
        };
        assert_eq!(one, compare(&reversed, &Options::default(), &mut ignore).unwrap());
    }

    #[test]
    fn bad_input_is_named() {
        let code = |posts: Posts<'_>| compare(&posts, &Options::default(), &mut ignore).unwrap_err().code();
        assert_eq!(code(Posts { group: &[0; 8], ..posts() }), "insufficient_data");
        assert_eq!(code(Posts { group: &[0, 1, 0, 0, 0, 1, 1, 1], ..posts() }), "account_in_both_groups");
        assert_eq!(code(Posts { fee: Some(&[-1.0; 8]), ..posts() }), "out_of_domain");
        assert_eq!(code(Posts { fee: Some(&[1.0]), ..posts() }), "length_mismatch");
        let none = Posts { account: posts().account, group: posts().group, ..Posts::default() };
        assert_eq!(code(none), "insufficient_data");
        let bad = Options { margin: 0.0, ..Options::default() };
        assert_eq!(compare(&posts(), &bad, &mut ignore).unwrap_err().code(), "out_of_domain");
    }
}
