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

mod accounts;
mod differences;
mod judged;
mod spread;

use self::accounts::Accounts;
use self::differences::{adjust, difference, pairs};
use super::rollup::Groups;
use crate::catalogue::{Metric, Rollup, find};
use crate::checks;
use crate::experiments::Comparison;
use crate::experiments::ratios::RatioEstimate;
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
}

#[cfg(test)]
mod tests;
