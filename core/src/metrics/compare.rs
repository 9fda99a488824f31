//! A metric of several groups of rows, each with an interval, and their differences with a p value.
//!
//! Rows that repeat an account are not independent, so the account is the unit: errors come from leaving out one
//! account at a time. For a ratio of sums this is the estimator of
//! [`experiments::ratios`](crate::experiments::ratios), from numerators and denominators by account; a metric that is
//! recomputed from sums is recomputed without each account in turn, with the same sum of squares. An account with
//! rows in two groups moves both, and the error of their difference knows it.
//!
//! A median, a concentration or a survival curve looks at how all rows are spread: there accounts are drawn anew, with
//! replacement, and errors come from the draws, which are seeded.
//!
//! A sum grows with the rows of its group: such metrics are refused, and the error says what to do instead.

mod spread;

use super::arithmetic::sum;
use super::kernel::{Kernel, Parts, numerator_and_denominator};
use super::rollup::{Groups, Total};
use crate::catalogue::{Metric, Rollup, Unit, find};
use crate::checks;
use crate::experiments::Comparison;
use crate::experiments::estimate::Method;
use crate::experiments::multiplicity::holm;
use crate::experiments::ratios::{
    LeftOut, RatioEstimate, compare_ratio_estimates, jackknife_factor, leave_one_out_changes,
    linearised_variance, ratio_estimate,
};
use crate::sort::Order as _;
use crate::{Column, Error, ErrorKind, Result, Status};

/// More pairs than anybody reads.
const MOST_PAIRS: usize = 20_000;

/// How to compare.
#[derive(Debug, Clone, PartialEq)]
pub struct CompareOptions {
    /// The level of the intervals.
    pub level: f64,
    /// The group that the others are compared with; every pair without it.
    pub against: Option<u32>,
}

impl Default for CompareOptions {
    fn default() -> Self {
        Self { level: 0.95, against: None }
    }
}

/// One group.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct GroupValue {
    /// The number of the group.
    pub group: u32,
    /// The metric of the group, as [`rollup`](super::rollup::rollup) gives it.
    pub value: Option<f64>,
    /// The value with its error between accounts; nothing where chance cannot be judged.
    pub estimate: Option<RatioEstimate>,
    /// Rows of the group.
    pub rows: usize,
    /// Rows left out because an input is missing.
    pub rows_missing: usize,
    /// Accounts (rows, where none were named).
    pub clusters: usize,
    /// Why there is no value, or no estimate.
    pub status: Option<Status>,
    /// The same in words.
    pub reason: Option<String>,
}

/// Two groups.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct GroupDifference {
    /// The group that is looked at.
    pub first: u32,
    /// The group that it is compared with.
    pub second: u32,
    /// `first - second`; nothing where it cannot be judged.
    pub difference: Option<Comparison>,
    /// `first / second - 1`; nothing also where the second is not above 0.
    pub relative_lift: Option<Comparison>,
    /// The p value of the difference, adjusted for the number of differences (Holm).
    pub adjusted_p_value: Option<f64>,
    /// Accounts with rows in both groups.
    pub shared_clusters: usize,
    /// Why there is no difference.
    pub status: Option<Status>,
    /// The same in words.
    pub reason: Option<String>,
}

/// Groups compared by a metric.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct MetricComparison {
    /// The metric.
    pub metric: String,
    /// The level of the intervals.
    pub level: f64,
    /// Whether accounts were named; without them each row counts as one.
    pub clustered: bool,
    /// Every group in the order of its number.
    pub groups: Vec<GroupValue>,
    /// The differences.
    pub differences: Vec<GroupDifference>,
}

/// The metric of each group with an interval, and the differences with p values. `groups` gives each row its group,
/// numbered from 0 to `group_count`; `clusters` gives each row its account, any number.
///
/// Without `clusters` every row is taken for independent of the others. Rows that repeat an account are not: errors
/// are then several times too small.
///
/// # Errors
/// As [`rollup`](super::rollup::rollup); `no_interval` for a metric for which none can be had, with what to do
/// instead; `too_many_groups`; a level outside 0 to 1.
///
/// ```
/// use ukur::{Column, metrics::compare::{CompareOptions, compare}};
/// let engagements = [50.0, 40.0, 60.0, 30.0, 900.0, 1500.0, 700.0];
/// let bases = [1000.0, 500.0, 2000.0, 800.0, 40_000.0, 50_000.0, 30_000.0];
/// let inputs = [("engagements", Column::from(&engagements)), ("bases", Column::from(&bases))];
/// let options = CompareOptions::default();
/// let found = compare("engagement_rate_pooled", &inputs, &[0, 0, 0, 0, 1, 1, 1], 2, None, &options)?;
/// let micro = found.groups[0].estimate.as_ref().unwrap();
/// assert!((micro.standard_error - 0.00851201).abs() < 5e-9);
/// assert!(found.differences[0].difference.as_ref().unwrap().p_value > 0.1);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn compare(
    id: &str,
    inputs: &[(&str, Column<'_>)],
    groups: &[u32],
    group_count: usize,
    clusters: Option<&[u32]>,
    options: &CompareOptions,
) -> Result<MetricComparison> {
    let metric = find(id)?;
    metric.compare(&metric.arrange(inputs)?, groups, group_count, clusters, options)
}

/// A group's value with what it would be without each account.
struct Judged {
    estimate: RatioEstimate,
    /// The account, and how much the value moves without it; ascending.
    changes: Vec<(u32, f64)>,
}

/// The rows of one account, as a range of `Accounts::rows`.
struct Accounts {
    /// Whether accounts were named; without names each row is one.
    named: bool,
    rows: Vec<usize>,
    /// The account and the end of its rows.
    ends: Vec<(u32, usize)>,
}

impl Accounts {
    fn new(complete: &[usize], clusters: Option<&[u32]>) -> Self {
        let Some(clusters) = clusters else {
            let ends = complete.iter().enumerate().map(|(at, row)| (*row as u32, at + 1)).collect();
            return Self { named: false, rows: complete.to_vec(), ends };
        };
        let mut pairs: Vec<(u32, usize)> =
            complete.iter().map(|row| (clusters.get(*row).copied().unwrap_or(0), *row)).collect();
        pairs.order_unstable();
        let mut ends: Vec<(u32, usize)> = Vec::new();
        for (at, (cluster, _)) in pairs.iter().enumerate() {
            match ends.last_mut() {
                Some((last, end)) if last == cluster => *end = at + 1,
                _ => ends.push((*cluster, at + 1)),
            }
        }
        Self { named: true, rows: pairs.into_iter().map(|(_, row)| row).collect(), ends }
    }

    fn iter(&self) -> impl Iterator<Item = &[usize]> {
        self.ends.iter().enumerate().map(|(at, (_, end))| {
            let start = if at == 0 { 0 } else { self.ends[at - 1].1 };
            self.rows.get(start..*end).unwrap_or(&[])
        })
    }

    fn with(&self, changes: Vec<f64>) -> Vec<(u32, f64)> {
        self.ends.iter().map(|(cluster, _)| *cluster).zip(changes).collect()
    }
}

impl Metric {
    /// [`compare`] with the columns in the order of the inputs.
    ///
    /// # Errors
    /// As [`compare`].
    pub fn compare(
        &self,
        columns: &[Column<'_>],
        groups: &[u32],
        group_count: usize,
        clusters: Option<&[u32]>,
        options: &CompareOptions,
    ) -> Result<MetricComparison> {
        checks::open_share("level", options.level)?;
        if let Some(clusters) = clusters {
            checks::same_length("groups", groups.len(), "clusters", clusters.len())?;
        }
        self.check_comparable()?;
        let pairs = pairs(group_count, options.against)?;
        let totals = self.totals(columns, groups, group_count)?;
        let rows_of = Groups::new(groups, group_count)?;
        let mut values = Vec::with_capacity(group_count);
        let mut judged = Vec::with_capacity(group_count);
        for (group, (total, rows)) in (0_u32..).zip(totals.into_iter().zip(rows_of.iter())) {
            let complete: Vec<usize> = rows
                .iter()
                .copied()
                .filter(|row| columns.iter().all(|column| !column.at(*row).is_nan()))
                .collect();
            let accounts = Accounts::new(&complete, clusters);
            let found = self.judge(group, &total, columns, &accounts, options.level);
            let found = match found {
                // What cannot be judged is said beside the value; the other groups stand.
                Err(error) if error.kind() == ErrorKind::Undefined => Err(error),
                other => Ok(other?),
            };
            let error = found.as_ref().err();
            values.push(GroupValue {
                group,
                value: total.value,
                estimate: found.as_ref().ok().map(|judged| judged.estimate.clone()),
                rows: total.rows,
                rows_missing: total.rows_missing,
                clusters: accounts.ends.len(),
                status: error.and_then(Error::status),
                reason: error.map(ToString::to_string),
            });
            judged.push(found.ok());
        }
        let mut differences = Vec::with_capacity(pairs.len());
        for (first, second) in pairs {
            let both = (judged.get(first as usize), judged.get(second as usize));
            differences.push(if let (Some(Some(one)), Some(Some(other))) = both {
                difference(first, second, one, other, clusters.is_some())?
            } else {
                GroupDifference {
                    status: Some(Status::InsufficientData),
                    reason: Some("a group has no interval; its own status says why".into()),
                    ..GroupDifference::none(first, second)
                }
            });
        }
        adjust(&mut differences)?;
        Ok(MetricComparison {
            metric: self.id.into(),
            level: options.level,
            clustered: clusters.is_some(),
            groups: values,
            differences,
        })
    }

    fn check_comparable(&self) -> Result<()> {
        let id = self.id;
        let refuse = |why: String| Err(Error::input("no_interval", why));
        match self.rollup {
            Rollup::Sum => refuse(format!(
                "`{id}` is a sum: it grows with the rows of a group, so groups of different size cannot be compared by \
                 it; compare a ratio that has it as numerator, or the accounts' own sums with `experiments.compare_means`"
            )),
            _ if spread::is_list(self) => self.check_list(),
            Rollup::Recompute if !self.recomputes_from_sums() => {
                let inputs: Vec<_> = self.inputs.iter().map(|input| format!("`{}`", input.name)).collect();
                refuse(format!(
                    "`{id}` has no interval here: it is computed from {}, which are not added over rows; compare the \
                     metrics that these figures come from, or give their own errors to the functions of `experiments`",
                    inputs.join(", ")
                ))
            }
            _ => self.check_rule(),
        }
    }

    /// Whether some input is added over rows before the formula is applied.
    fn recomputes_from_sums(&self) -> bool {
        self.is_elementwise() && self.inputs.iter().any(|input| input.unit.is_additive())
    }

    /// The error of a group's value.
    fn judge(
        &self,
        group: u32,
        total: &Total,
        columns: &[Column<'_>],
        accounts: &Accounts,
        level: f64,
    ) -> Result<Judged> {
        let Some(value) = total.value else {
            let status = total.status.unwrap_or(Status::InsufficientData);
            return Err(Error::undefined(self.id, status, "the group has no value"));
        };
        if accounts.ends.len() < 2 {
            return Err(Error::undefined(
                self.id,
                Status::InsufficientData,
                format!(
                    "an interval needs at least 2 accounts in the group, and there is {}",
                    accounts.ends.len()
                ),
            ));
        }
        let m = accounts.ends.len() as f64;
        if self.is_of_spread() {
            let (variance, influences) = self.draw_accounts(columns, accounts, group)?;
            let estimate = RatioEstimate {
                method: Method::DrawnAccounts,
                ..ratio_estimate(value, variance, None, m, None, level)
            };
            return Ok(Judged { estimate, changes: accounts.with(influences) });
        }
        let (variance, changes, left_out) = match self.parts() {
            Some(parts) => {
                let (tops, bottoms) = by_account(parts, columns, accounts)?;
                let changes = leave_one_out_changes(&tops, &bottoms, value)?;
                let left_out = LeftOut::new(&changes, Some(&bottoms));
                (linearised_variance(&tops, &bottoms, value), changes, left_out)
            }
            None => self.recompute_without_each(value, columns, accounts)?,
        };
        // The binomial error is only thinkable where both are counts.
        let counted = self
            .inputs
            .iter()
            .all(|input| matches!(input.unit, Unit::Count | Unit::People | Unit::CountOrPeople));
        let naive = match self.parts() {
            Some(parts) if counted && self.unit == Unit::Ratio && (0.0..=1.0).contains(&value) => {
                Some((value * (1.0 - value) / sum(&by_account(parts, columns, accounts)?.1)).sqrt())
            }
            _ => None,
        };
        let estimate = ratio_estimate(value, variance, Some(left_out), m, naive, level);
        Ok(Judged { estimate, changes: accounts.with(changes) })
    }

    /// Numerator and denominator of one row, where the group's value is the quotient of their sums.
    fn parts(&self) -> Option<RowParts<'_>> {
        match (&self.kernel, self.rollup) {
            (Kernel::Elementwise(elementwise), Rollup::RatioOfSums) => {
                Some(RowParts::Entry(elementwise.parts))
            }
            (Kernel::Elementwise(_), Rollup::Mean | Rollup::MeanOfRatios) => Some(RowParts::Mean(self)),
            (Kernel::Reduce(reduce), _) => reduce.rows.map(RowParts::Entry),
            (Kernel::Elementwise(_), _) => None,
        }
    }

    /// The variance of a value that is recomputed from sums, and how much it moves without each account.
    fn recompute_without_each(
        &self,
        value: f64,
        columns: &[Column<'_>],
        accounts: &Accounts,
    ) -> Result<(f64, Vec<f64>, LeftOut)> {
        let sums: Vec<Option<Vec<f64>>> = self
            .inputs
            .iter()
            .zip(columns)
            .map(|(input, column)| {
                input.unit.is_additive().then(|| {
                    accounts
                        .iter()
                        .map(|rows| sum(&rows.iter().map(|row| column.at(*row)).collect::<Vec<_>>()))
                        .collect()
                })
            })
            .collect();
        let first = accounts.rows.first().copied().unwrap_or(0);
        let whole: Vec<f64> = sums
            .iter()
            .zip(columns)
            .map(|(sums, column)| sums.as_ref().map_or_else(|| column.at(first), |sums| sum(sums)))
            .collect();
        self.check_free_of_size(value, &sums, &whole)?;
        let mut left = Vec::with_capacity(accounts.ends.len());
        let mut values = whole.clone();
        for account in 0..accounts.ends.len() {
            for ((value, whole), sums) in values.iter_mut().zip(&whole).zip(&sums) {
                if let Some(part) = sums.as_ref().and_then(|sums| sums.get(account)) {
                    *value = whole - part;
                }
            }
            left.push(self.row(&values).map_err(|refusal| {
                Error::undefined(
                    self.id,
                    Status::InsufficientData,
                    format!(
                        "without one of the accounts it has no value ({}), so its spread between accounts is not known",
                        refusal.status.as_str()
                    ),
                )
            })?);
        }
        let m = left.len() as f64;
        let mean = sum(&left) / m;
        let around: Vec<f64> = left.iter().map(|value| value - mean).collect();
        let changes: Vec<f64> = left.iter().map(|without| without - value).collect();
        // Nothing tells how much each account weighs in a formula of several sums, so all count the same.
        let left_out = LeftOut::new(&changes, None);
        Ok((LeftOut::new(&around, None).variance, changes, left_out))
    }

    /// Refuses what grows with the size of the group: all sums doubled must give the same value.
    fn check_free_of_size(&self, value: f64, sums: &[Option<Vec<f64>>], whole: &[f64]) -> Result<()> {
        let doubled: Vec<f64> =
            whole.iter().zip(sums).map(|(x, sums)| if sums.is_some() { 2.0 * x } else { *x }).collect();
        match self.row(&doubled) {
            Ok(twice) if (twice - value).abs() <= 1e-9 * value.abs() => Ok(()),
            _ => Err(Error::input(
                "no_interval",
                format!(
                    "`{}` changes with the number of rows alone (twice the same rows give another value), so groups of \
                     different size cannot be compared by it; compare a rate, or the figures that it is made of",
                    self.id
                ),
            )),
        }
    }
}

/// How a row's numerator and denominator come about.
#[derive(Clone, Copy)]
enum RowParts<'a> {
    /// The entry says.
    Entry(Parts),
    /// The row's value over one.
    Mean(&'a Metric),
}

/// Numerators and denominators summed by account.
fn by_account(
    parts: RowParts<'_>,
    columns: &[Column<'_>],
    accounts: &Accounts,
) -> Result<(Vec<f64>, Vec<f64>)> {
    let mut values = Vec::with_capacity(columns.len());
    let (mut tops, mut bottoms) = (Vec::new(), Vec::new());
    let (mut top_of, mut bottom_of) = (Vec::new(), Vec::new());
    for rows in accounts.iter() {
        top_of.clear();
        bottom_of.clear();
        for row in rows {
            values.clear();
            values.extend(columns.iter().map(|column| column.at(*row)));
            let (top, bottom) = match parts {
                RowParts::Entry(parts) => numerator_and_denominator(parts, &values),
                RowParts::Mean(metric) => metric.row(&values).map(|value| (value, 1.0)).map_err(|r| r.status),
            }
            // The group has a value, so that its rows have parts.
            .map_err(|status| Error::undefined("comparison", status, "a row of the group has no value"))?;
            top_of.push(top);
            bottom_of.push(bottom);
        }
        tops.push(sum(&top_of));
        bottoms.push(sum(&bottom_of));
    }
    Ok((tops, bottoms))
}

fn pairs(groups: usize, against: Option<u32>) -> Result<Vec<(u32, u32)>> {
    let all = 0..u32::try_from(groups).unwrap_or(u32::MAX);
    if let Some(against) = against {
        if !all.contains(&against) {
            return Err(Error::input(
                "unknown_group",
                format!("`against` names group {against}, but there are {groups} groups, numbered from 0"),
            ));
        }
        return Ok(all.filter(|group| *group != against).map(|group| (group, against)).collect());
    }
    let count = groups.saturating_mul(groups.saturating_sub(1)) / 2;
    if count > MOST_PAIRS {
        return Err(Error::input(
            "too_many_groups",
            format!(
                "{groups} groups make {count} differences; name one group in `against`, or take fewer groups (a column of accounts belongs into `cluster`)"
            ),
        ));
    }
    Ok(all
        .clone()
        .flat_map(|first| all.clone().skip(first as usize + 1).map(move |second| (first, second)))
        .collect())
}

impl GroupDifference {
    const fn none(first: u32, second: u32) -> Self {
        Self {
            first,
            second,
            difference: None,
            relative_lift: None,
            adjusted_p_value: None,
            shared_clusters: 0,
            status: None,
            reason: None,
        }
    }
}

fn difference(
    first: u32,
    second: u32,
    one: &Judged,
    other: &Judged,
    clustered: bool,
) -> Result<GroupDifference> {
    let products = if clustered { shared(&one.changes, &other.changes) } else { Vec::new() };
    // With the root of both groups' factors, so that the variance of the difference is a sum of squares.
    let factor = |of: &Judged| jackknife_factor(of.changes.len() as f64);
    let covariance = (!products.is_empty()).then(|| sum(&products) * (factor(one) * factor(other)).sqrt());
    let none = GroupDifference { shared_clusters: products.len(), ..GroupDifference::none(first, second) };
    match compare_ratio_estimates(&one.estimate, &other.estimate, covariance) {
        Ok((difference, relative_lift)) => {
            Ok(GroupDifference { difference: Some(difference), relative_lift, ..none })
        }
        Err(error) if error.kind() == ErrorKind::Undefined => {
            Ok(GroupDifference { status: error.status(), reason: Some(error.to_string()), ..none })
        }
        Err(error) => Err(error),
    }
}

/// The products of the changes of accounts that are in both lists, which are ascending by account.
fn shared(one: &[(u32, f64)], other: &[(u32, f64)]) -> Vec<f64> {
    let mut products = Vec::new();
    let mut rest = other.iter().peekable();
    for (account, change) in one {
        while rest.next_if(|(next, _)| next < account).is_some() {}
        if let Some((_, same)) = rest.next_if(|(next, _)| next == account) {
            products.push(change * same);
        }
    }
    products
}

/// Holm's adjustment over the differences that have a p value.
fn adjust(differences: &mut [GroupDifference]) -> Result<()> {
    let found: Vec<f64> =
        differences.iter().filter_map(|pair| pair.difference.as_ref().map(|found| found.p_value)).collect();
    if found.is_empty() {
        return Ok(());
    }
    let mut adjusted = holm(&found)?.into_iter();
    for pair in differences.iter_mut().filter(|pair| pair.difference.is_some()) {
        pair.adjusted_p_value = adjusted.next();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue;

    const ENGAGEMENTS: [f64; 7] = [50., 40., 60., 30., 900., 1500., 700.];
    const BASES: [f64; 7] = [1000., 500., 2000., 800., 40_000., 50_000., 30_000.];
    const TIERS: [u32; 7] = [0, 0, 0, 0, 1, 1, 1];

    fn pooled(clusters: Option<&[u32]>) -> MetricComparison {
        let inputs = [("engagements", Column::from(&ENGAGEMENTS)), ("bases", Column::from(&BASES))];
        compare("engagement_rate_pooled", &inputs, &TIERS, 2, clusters, &CompareOptions::default()).unwrap()
    }

    #[test]
    fn the_known_answers_of_micro_against_macro() {
        let found = pooled(None);
        let [micro, large] = [0, 1].map(|group: usize| found.groups[group].estimate.clone().unwrap());
        assert!((micro.estimate - 0.0418605).abs() < 5e-8 && (large.estimate - 0.0258333).abs() < 5e-8);
        assert!((micro.standard_error - 0.00851201).abs() < 5e-9);
        assert!((large.standard_error - 0.00263797).abs() < 5e-9);
        assert!((micro.naive_standard_error.unwrap() - 0.00305).abs() < 5e-6);
        assert!((large.naive_standard_error.unwrap() - 0.00046).abs() < 5e-6);
    }

    #[test]
    fn the_same_as_the_comparison_of_ratios() {
        use crate::experiments::ratios::{AccountTotals, compare_ratios};
        let one = AccountTotals::new(&ENGAGEMENTS[..4], &BASES[..4]).unwrap();
        let other = AccountTotals::new(&ENGAGEMENTS[4..], &BASES[4..]).unwrap();
        let want = compare_ratios(&one, &other, 0.95).unwrap();
        let found = pooled(None);
        assert_eq!(found.groups[0].estimate.as_ref(), Some(&want.treatment));
        assert_eq!(found.differences[0].difference.as_ref(), Some(&want.difference));
        assert_eq!(found.differences[0].relative_lift, want.relative_lift);
    }

    #[test]
    fn rows_of_one_account_are_added_first() {
        // The rows of the first account split in two give the same, and the order of rows has no meaning.
        let engagements = [20., 700., 40., 60., 30., 900., 1500., 30.];
        let bases = [400., 30_000., 500., 2000., 800., 40_000., 50_000., 600.];
        let inputs = [("engagements", Column::from(&engagements)), ("bases", Column::from(&bases))];
        let clusters = [9, 2, 7, 8, 6, 4, 3, 9];
        let options = CompareOptions::default();
        let found = compare(
            "engagement_rate_pooled",
            &inputs,
            &[0, 1, 0, 0, 0, 1, 1, 0],
            2,
            Some(&clusters),
            &options,
        )
        .unwrap();
        let want = pooled(None);
        assert_eq!(found.groups[0].estimate, want.groups[0].estimate);
        assert_eq!((found.groups[0].rows, found.groups[0].clusters), (5, 4));
        assert_eq!(found.differences[0].difference, want.differences[0].difference);
    }

    #[test]
    fn accounts_in_both_groups_are_compared_with_themselves() {
        // Three accounts, each with reels and pictures of the same base: the difference of the two means of rates is
        // the mean of the accounts' differences 0.01, 0.02, 0.03, whose error is 0.01 / sqrt(3): the paired t test.
        let engagements = [20., 30., 40., 10., 10., 10.];
        let inputs = [("engagements", Column::from(&engagements)), ("bases", Column::Number(1000.0))];
        let (groups, clusters) = ([0, 0, 0, 1, 1, 1], [1, 2, 3, 1, 2, 3]);
        let options = CompareOptions::default();
        let found =
            compare("engagement_rate_pooled", &inputs, &groups, 2, Some(&clusters), &options).unwrap();
        let pair = &found.differences[0];
        assert_eq!(pair.shared_clusters, 3);
        let difference = pair.difference.as_ref().unwrap();
        assert!((difference.estimate - 0.02).abs() < 1e-15);
        assert!((difference.standard_error - 0.01 / 3.0_f64.sqrt()).abs() < 1e-15);
        assert!((difference.degrees_of_freedom.unwrap() - 2.0).abs() < 1e-14);
        // The same numbers in both formats: nothing is left to chance, and no p value is made up.
        let engagements = [20., 30., 40., 10., 20., 30.];
        let inputs = [("engagements", Column::from(&engagements)), ("bases", Column::Number(1000.0))];
        let found =
            compare("engagement_rate_pooled", &inputs, &groups, 2, Some(&clusters), &options).unwrap();
        assert_eq!(found.differences[0].status, Some(Status::ZeroVariance));
    }

    #[test]
    fn metrics_recomputed_from_sums_leave_out_an_account_each() {
        // `relative_lift` of counts is t / c - 1: its changes are those of the ratio t / c.
        let (t, c) = ([50., 40., 60., 30.], [100., 50., 200., 80.]);
        let inputs = [("treatment", Column::from(&t)), ("control", Column::from(&c))];
        let options = CompareOptions::default();
        let found = compare("relative_lift", &inputs, &[0; 4], 1, None, &options).unwrap();
        let want = {
            use crate::experiments::ratios::{AccountTotals, ratio_of_sums};
            ratio_of_sums(&AccountTotals::new(&t, &c).unwrap(), 0.95).unwrap()
        };
        let got = found.groups[0].estimate.as_ref().unwrap();
        assert!((got.estimate - (want.estimate - 1.0)).abs() < 1e-15);
        let errors = [got, &want].map(|e| e.leave_one_out_standard_error.unwrap());
        assert!((errors[0] / errors[1] - 1.0).abs() < 1e-12);
    }

    #[test]
    fn several_groups_are_adjusted_and_one_may_be_the_base() {
        let groups = [0, 0, 1, 1, 2, 2, 2];
        let inputs = [("engagements", Column::from(&ENGAGEMENTS)), ("bases", Column::from(&BASES))];
        let all =
            compare("engagement_rate_pooled", &inputs, &groups, 3, None, &CompareOptions::default()).unwrap();
        assert_eq!(
            all.differences.iter().map(|d| (d.first, d.second)).collect::<Vec<_>>(),
            [(0, 1), (0, 2), (1, 2)]
        );
        for pair in &all.differences {
            assert!(pair.adjusted_p_value.unwrap() >= pair.difference.as_ref().unwrap().p_value);
        }
        let options = CompareOptions { against: Some(2), ..CompareOptions::default() };
        let two = compare("engagement_rate_pooled", &inputs, &groups, 3, None, &options).unwrap();
        assert_eq!(two.differences.iter().map(|d| (d.first, d.second)).collect::<Vec<_>>(), [(0, 2), (1, 2)]);
    }

    #[test]
    fn what_cannot_be_judged_says_so_and_the_rest_stands() {
        let cost = [10., 20., 30., 5.];
        let impressions = [1000., 0., 3000., 0.];
        let inputs = [("cost", Column::from(&cost)), ("impressions", Column::from(&impressions))];
        let found = compare("cpm", &inputs, &[0, 0, 1, 2], 4, None, &CompareOptions::default()).unwrap();
        let statuses: Vec<_> = found.groups.iter().map(|g| g.status.map(Status::as_str)).collect();
        assert_eq!(
            statuses,
            [
                Some("insufficient_data"),
                Some("insufficient_data"),
                Some("zero_denominator"),
                Some("insufficient_data")
            ]
        );
        assert_eq!(found.groups[1].value, Some(10.0));
        assert!(found.differences.iter().all(|pair| pair.difference.is_none() && pair.status.is_some()));
    }

    #[test]
    fn every_metric_has_an_interval_or_says_what_to_do_instead() {
        let (mut intervals, mut refused) = (0, 0);
        for metric in catalogue::all() {
            match metric.check_comparable() {
                Ok(()) => intervals += 1,
                Err(error) => {
                    assert!(["no_interval", "not_rollable"].contains(&error.code()), "{error}");
                    assert!(error.to_string().contains(metric.id) && error.to_string().len() > 80, "{error}");
                    refused += 1;
                }
            }
        }
        assert!(intervals > 120, "{intervals} with an interval, {refused} refused");
    }

    #[test]
    fn a_median_is_judged_by_drawing_accounts() {
        // The standard error of the median of n values of a normal distribution is 1.2533 sigma / sqrt(n).
        let mut random = crate::numerics::random::Random::new(7);
        let likes: Vec<f64> = (0..2000).map(|_| 1000.0 + 100.0 * random.normal()).collect();
        let groups: Vec<u32> = (0..2000).map(|row| row % 2).collect();
        let shown = |likes: &[f64], groups: &[u32]| {
            let inputs = [("likes", Column::from(likes)), ("followers", Column::Number(1.0))];
            compare("engagement_rate_median_likes", &inputs, groups, 2, None, &CompareOptions::default())
                .unwrap()
        };
        let found = shown(&likes, &groups);
        for group in &found.groups {
            let estimate = group.estimate.as_ref().unwrap();
            assert!(
                (estimate.standard_error / (1.2533 * 100.0 / 1000_f64.sqrt()) - 1.0).abs() < 0.2,
                "{estimate:?}"
            );
            assert_eq!(
                (estimate.method, estimate.leave_one_out_standard_error),
                (Method::DrawnAccounts, None)
            );
        }
        assert!(found.differences[0].difference.as_ref().unwrap().p_value > 0.05);
        // The order of the rows has no meaning.
        let turned: Vec<f64> = likes.iter().rev().copied().collect();
        let codes: Vec<u32> = groups.iter().rev().copied().collect();
        assert_eq!(shown(&turned, &codes), found);
    }

    #[test]
    fn accounts_in_both_groups_are_drawn_together() {
        // The same customers before and after, each spending half as much more: the Gini coefficient is the same for
        // each draw, and what is shared between the groups nearly cancels.
        let mut random = crate::numerics::random::Random::new(8);
        let before: Vec<f64> = (0..300).map(|_| random.exponential()).collect();
        let after: Vec<f64> = before.iter().map(|x| 1.5 * x * (1.0 + 0.05 * random.uniform())).collect();
        let values = [before, after].concat();
        let groups: Vec<u32> = (0..600).map(|row| u32::from(row >= 300)).collect();
        let clusters: Vec<u32> = (0..600).map(|row| row % 300).collect();
        let inputs = [("values", Column::from(&values))];
        let error = |clusters| {
            let found = compare("gini", &inputs, &groups, 2, clusters, &CompareOptions::default()).unwrap();
            (
                found.differences[0].difference.as_ref().unwrap().standard_error,
                found.differences[0].shared_clusters,
            )
        };
        let ((together, shared), (apart, none)) = (error(Some(&clusters[..])), error(None));
        assert_eq!((shared, none), (300, 0));
        assert!(together < 0.6 * apart, "{together} {apart}");
    }

    #[test]
    fn what_is_of_spread_does_not_change_when_every_row_is_there_twice() {
        // Only such metrics may be compared between groups of different size; all others of lists are refused.
        let values = [5.0, 10.0, 15.0, 20.0, 50.0];
        let flags = [1.0, 0.0, 1.0, 1.0, 0.0];
        for metric in catalogue::all().filter(|metric| metric.is_of_spread()) {
            let twice = |times: usize| {
                let (values, flags) = (values.repeat(times), flags.repeat(times));
                let inputs: Vec<(&str, Column<'_>)> = metric
                    .inputs
                    .iter()
                    .map(|input| match (input.shape, input.name) {
                        (_, "observed") => (input.name, Column::from(&flags)),
                        (catalogue::Shape::List, _) => (input.name, Column::from(&values)),
                        (_, "fraction") => (input.name, Column::Number(0.2)),
                        _ => (input.name, Column::Number(15.0)),
                    })
                    .collect();
                let groups = vec![0; values.len()];
                super::super::rollup::rollup(metric.id, &inputs, &groups, 1).unwrap()[0].value.unwrap()
            };
            assert!((twice(2) / twice(1) - 1.0).abs() < 1e-12, "{}", metric.id);
        }
    }

    #[test]
    fn sums_that_grow_with_the_group_are_refused() {
        let (n, ones) = ([3., 4.], [1.0, 1.0]);
        let inputs = [
            ("promoters", Column::from(&n)),
            ("passives", Column::from(&ones)),
            ("detractors", Column::from(&ones)),
        ];
        let error =
            compare("nps_standard_error", &inputs, &[0, 0], 1, None, &CompareOptions::default()).unwrap_err();
        assert_eq!(error.code(), "no_interval");
    }
}
