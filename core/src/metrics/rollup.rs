//! Totals that are right by construction: each metric knows how its parts combine.
//!
//! The total of a rate is neither the sum nor the mean of the rates. A metric whose rule is
//! [`Rollup::RatioOfSums`] adds its numerators and its denominators over the rows of a group and divides once;
//! [`Rollup::Recompute`] adds the inputs that can be added and computes once; a metric that takes lists gets the
//! rows of the group as its lists.

use super::argument::{Argument, Output};
use super::arithmetic::sum;
use super::kernel::{Elementwise, Kernel, Refusal, numerator_and_denominator};
use crate::catalogue::{Metric, Rollup, Shape, find};
#[cfg(feature = "column-kernels")]
use crate::numerics::order_free_sum::grouped_sums;
use crate::shown::Shown;
use crate::{Column, Error, Result, Status};

/// Rows a block: few enough for the first cache level.
#[cfg(feature = "column-kernels")]
const BLOCK: usize = 1024;

/// The value of one group.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Total {
    /// The value, if there is one.
    pub value: Option<f64>,
    /// Why there is none.
    pub status: Option<Status>,
    /// Rows of the group.
    pub rows: usize,
    /// Rows left out because an input is missing (NaN).
    pub rows_missing: usize,
}

/// The rows of each group, in the order of the rows.
pub(super) struct Groups {
    rows: Vec<usize>,
    ends: Vec<usize>,
}

impl Groups {
    pub(super) fn new(codes: &[u32], count: usize) -> Result<Self> {
        let mut ends = vec![0_usize; count];
        for (row, code) in codes.iter().enumerate() {
            let Some(size) = ends.get_mut(*code as usize) else {
                return Err(Error::input(
                    "unknown_group",
                    format!("row {row} names group {code}, but there are {count} groups, numbered from 0"),
                ));
            };
            *size += 1;
        }
        let mut start = 0;
        for end in &mut ends {
            let size = *end;
            *end = start;
            start += size;
        }
        let mut rows = vec![0; codes.len()];
        for (row, code) in codes.iter().enumerate() {
            let next = &mut ends[*code as usize];
            rows[*next] = row;
            *next += 1;
        }
        Ok(Self { rows, ends })
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &[usize]> {
        (0..self.ends.len()).map(|group| {
            let start = if group == 0 { 0 } else { self.ends[group - 1] };
            &self.rows[start..self.ends[group]]
        })
    }
}

/// The metric of each group of rows. `groups` gives each row its group, numbered from 0 to `group_count`.
///
/// Rows with a missing input are left out and counted. A row whose inputs contradict each other gives its status
/// to its group, for a total over it would be made up.
///
/// # Errors
/// `not_rollable` with what to do instead; an invalid value, with its row; an input that cannot be added and
/// differs within a group; columns of different length.
///
/// ```
/// use ukur::{Column, metrics::rollup::rollup};
/// let (cost, impressions) = ([100.0, 300.0, 50.0], [10_000.0, 90_000.0, 5_000.0]);
/// let totals = rollup("cpm", &[("cost", Column::from(&cost)), ("impressions", Column::from(&impressions))], &[0, 0, 1], 2)?;
/// assert_eq!(totals[0].value, Some(4.0)); // 1000 * 400 / 100,000, not the mean of 10 and 3.33
/// assert_eq!(totals[1].value, Some(10.0));
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn rollup(
    id: &str,
    inputs: &[(&str, Column<'_>)],
    groups: &[u32],
    group_count: usize,
) -> Result<Vec<Total>> {
    let metric = find(id)?;
    metric.totals(&metric.arrange(inputs)?, groups, group_count)
}

impl Metric {
    /// [`rollup`] with the columns in the order of the inputs.
    ///
    /// # Errors
    /// As [`rollup`].
    pub fn totals(&self, columns: &[Column<'_>], groups: &[u32], group_count: usize) -> Result<Vec<Total>> {
        self.check_rollable(columns, groups.len())?;
        #[cfg(feature = "column-kernels")]
        if let Some(totals) = self.totals_of_plain_rows(columns, groups, group_count) {
            return Ok(totals);
        }
        let groups = Groups::new(groups, group_count)?;
        let mut totals = Vec::with_capacity(group_count);
        let mut complete = Vec::new();
        for rows in groups.iter() {
            complete.clear();
            complete
                .extend(rows.iter().filter(|row| columns.iter().all(|column| !column.at(**row).is_nan())));
            let result = if complete.is_empty() {
                Err(Status::InsufficientData)
            } else {
                match &self.kernel {
                    Kernel::Elementwise(elementwise) => match self.rollup {
                        Rollup::RatioOfSums => self.ratio_of_sums(elementwise, columns, &complete)?,
                        Rollup::Sum | Rollup::Mean | Rollup::MeanOfRatios => {
                            self.sum_or_mean(columns, &complete)?
                        }
                        Rollup::Recompute | Rollup::NotRollable => self.recompute(columns, &complete)?,
                    },
                    Kernel::Reduce(_) => self.gather(columns, &complete)?,
                }
            };
            totals.push(Total {
                value: result.ok(),
                status: result.err(),
                rows: rows.len(),
                rows_missing: rows.len() - complete.len(),
            });
        }
        Ok(totals)
    }

    /// The totals where every row has a value, in one pass over the rows in their own order; nothing where one has
    /// none, and for rules that need more than sums. To the bit what the way row by row gives.
    #[cfg(feature = "column-kernels")]
    fn totals_of_plain_rows(
        &self,
        columns: &[Column<'_>],
        groups: &[u32],
        group_count: usize,
    ) -> Option<Vec<Total>> {
        let Kernel::Elementwise(elementwise) = &self.kernel else { return None };
        if !matches!(self.rollup, Rollup::RatioOfSums | Rollup::Sum | Rollup::Mean)
            || groups.iter().any(|group| *group as usize >= group_count)
        {
            return None;
        }
        let rows = groups.len();
        let (mut numerators, mut denominators) = (vec![0.0; rows], Vec::new());
        let constants: Vec<[f64; BLOCK]> = columns.iter().map(|column| [column.at(0); BLOCK]).collect();
        let mut slices: Vec<&[f64]> = Vec::with_capacity(columns.len());
        for start in (0..rows).step_by(BLOCK) {
            let end = (start + BLOCK).min(rows);
            slices.clear();
            for (column, constant) in columns.iter().zip(&constants) {
                slices.push(match column {
                    Column::Values(values) => values.get(start..end)?,
                    Column::Number(_) => constant.get(..end - start)?,
                });
            }
            if !elementwise.fill_block(&slices, numerators.get_mut(start..end)?) {
                return None;
            }
        }
        if self.rollup == Rollup::RatioOfSums {
            denominators.reserve(rows);
            let mut values = vec![0.0; columns.len()];
            for (row, numerator) in numerators.iter_mut().enumerate() {
                for (value, column) in values.iter_mut().zip(columns) {
                    *value = column.at(row);
                }
                let (top, bottom) = numerator_and_denominator(elementwise.parts, &values).ok()?;
                if !(top.is_finite() && bottom.is_finite()) {
                    return None;
                }
                *numerator = top;
                denominators.push(bottom);
            }
        }
        let mut counts = vec![0_usize; group_count];
        for group in groups {
            if let Some(count) = counts.get_mut(*group as usize) {
                *count += 1;
            }
        }
        let tops = grouped_sums(&numerators, groups, group_count);
        let bottoms = grouped_sums(&denominators, groups, group_count);
        let total = |((top, bottom), rows): ((f64, f64), usize)| {
            let result = match self.rollup {
                _ if rows == 0 => Err(Status::InsufficientData),
                Rollup::RatioOfSums => self.quotient(top, bottom),
                Rollup::Mean => number_or_status(top / rows as f64),
                _ => number_or_status(top),
            };
            Total { value: result.ok(), status: result.err(), rows, rows_missing: 0 }
        };
        Some(tops.into_iter().zip(bottoms).zip(counts).map(total).collect())
    }

    fn check_rollable(&self, columns: &[Column<'_>], rows_of_groups: usize) -> Result<()> {
        self.check_rule()?;
        match self.common_length(columns)? {
            Some(rows) if rows != rows_of_groups => Err(Error::lengths(
                "groups",
                rows_of_groups,
                self.inputs.iter().zip(columns).find(|(_, c)| c.rows().is_some()).map_or("", |(i, _)| i.name),
                rows,
            )),
            _ => Ok(()),
        }
    }

    /// Refuses a metric that has no totals, and says what to do instead.
    pub(super) fn check_rule(&self) -> Result<()> {
        let id = self.id;
        if self.rollup == Rollup::NotRollable {
            return Err(Error::input(
                "not_rollable",
                format!(
                    "`{id}` cannot be rolled up: the values of parts say nothing about the whole; compute it anew from the whole's own inputs"
                ),
            ));
        }
        if let Some(input) =
            self.inputs.iter().find(|input| !matches!(input.shape, Shape::Number | Shape::List))
        {
            return Err(Error::input(
                "not_rollable",
                format!(
                    "`{id}` takes {} a call, which a table of rows does not hold; call it once for each group",
                    input.name
                ),
            ));
        }
        Ok(())
    }
}

/// A group's value, or the status that stands in its place.
pub(super) type Value = Result<f64, Status>;

impl Metric {
    /// A row's values and its own result; an invalid value is an error with its row.
    fn checked_row(
        &self,
        columns: &[Column<'_>],
        row: usize,
        values: &mut Vec<f64>,
    ) -> Result<Result<f64, Refusal>> {
        values.clear();
        values.extend(columns.iter().map(|column| column.at(row)));
        match self.row(values) {
            Err(refusal) if refusal.status.is_invalid_input() => {
                Err(self.explain_row(refusal, values).at_row(row))
            }
            result => Ok(result),
        }
    }

    fn ratio_of_sums(
        &self,
        elementwise: &Elementwise,
        columns: &[Column<'_>],
        rows: &[usize],
    ) -> Result<Value> {
        let mut values = Vec::new();
        let mut numerators = Vec::with_capacity(rows.len());
        let mut denominators = Vec::with_capacity(rows.len());
        for row in rows {
            if let Err(refusal) = self.checked_row(columns, *row, &mut values)? {
                // The first condition of a ratio is its denominator: a row without one still adds what it has.
                if !refusal.is_first_condition() && refusal.status != Status::Unbounded {
                    return Ok(Err(refusal.status));
                }
            }
            let (numerator, denominator) = match numerator_and_denominator(elementwise.parts, &values) {
                Ok(parts) => parts,
                Err(status) => return Ok(Err(status)),
            };
            numerators.push(numerator);
            denominators.push(denominator);
        }
        Ok(self.quotient(sum(&numerators), sum(&denominators)))
    }

    /// The quotient of two sums, or the status that the entry has for a denominator of zero.
    fn quotient(&self, numerator: f64, denominator: f64) -> Value {
        let refusals = || self.conditions.iter().map(|condition| condition.status);
        let refused = match refusals().next() {
            Some(Status::NoLift) => Status::NoLift,
            // Nothing over nothing has no value; something over nothing grows without limit where the entry says so.
            _ if numerator != 0.0 && refusals().any(|status| status == Status::Unbounded) => {
                Status::Unbounded
            }
            Some(Status::Unbounded) | None => Status::ZeroDenominator,
            Some(status) => status,
        };
        let cannot_divide = if refused == Status::NoLift { denominator <= 0.0 } else { denominator == 0.0 };
        if cannot_divide { Err(refused) } else { number_or_status(numerator / denominator) }
    }

    fn sum_or_mean(&self, columns: &[Column<'_>], rows: &[usize]) -> Result<Value> {
        let mut values = Vec::new();
        let mut results = Vec::with_capacity(rows.len());
        for row in rows {
            match self.checked_row(columns, *row, &mut values)? {
                Ok(value) => results.push(value),
                Err(refusal) => return Ok(Err(refusal.status)),
            }
        }
        let total = sum(&results);
        Ok(number_or_status(if self.rollup == Rollup::Sum { total } else { total / results.len() as f64 }))
    }

    fn recompute(&self, columns: &[Column<'_>], rows: &[usize]) -> Result<Value> {
        let mut values = Vec::with_capacity(columns.len());
        for (at, (input, column)) in self.inputs.iter().zip(columns).enumerate() {
            if !input.unit.is_additive() {
                values.push(self.constant(at, column, rows)?);
                continue;
            }
            let parts: Vec<f64> = rows.iter().map(|row| column.at(*row)).collect();
            if let Some(at) = parts.iter().position(|part| !input.domain.contains(*part)) {
                return Err(Error::invalid(input.name, input.domain.expected(), parts[at]).at_row(rows[at]));
            }
            values.push(sum(&parts));
        }
        match self.row(&values) {
            Ok(value) => Ok(Ok(value)),
            Err(refusal) if refusal.status.is_invalid_input() => Err(self.explain_row(refusal, &values)),
            Err(refusal) => Ok(Err(refusal.status)),
        }
    }

    /// The value of an input that may not differ within a group.
    fn constant(&self, at: usize, column: &Column<'_>, rows: &[usize]) -> Result<f64> {
        let Some(first) = rows.first() else { return Ok(f64::NAN) };
        let value = column.at(*first);
        match rows.iter().find(|row| column.at(**row) != value) {
            None => Ok(value),
            Some(row) => Err(Error::input(
                "not_constant",
                format!(
                    "`{}` of `{}` differs within a group ({} in row {first}, {} in row {row}) and cannot be added; \
                     roll it up by its own metric first, or give one number",
                    self.inputs[at].name,
                    self.id,
                    Shown(value),
                    Shown(column.at(*row))
                ),
            )),
        }
    }

    pub(super) fn gather(&self, columns: &[Column<'_>], rows: &[usize]) -> Result<Value> {
        let mut lists = Vec::with_capacity(columns.len());
        for (at, column) in columns.iter().enumerate() {
            lists.push(if self.inputs[at].shape == Shape::List {
                rows.iter().map(|row| column.at(*row)).collect()
            } else {
                vec![self.constant(at, column, rows)?]
            });
        }
        let arguments: Vec<_> = self
            .inputs
            .iter()
            .zip(&lists)
            .map(|(input, list)| match (input.shape, list.first()) {
                (Shape::Number, Some(value)) => Argument::Number(*value),
                _ => Argument::List(list),
            })
            .collect();
        match self.outcome_or_invalid(&arguments, rows)? {
            Ok(Output::Number(value)) => Ok(Ok(value)),
            Ok(_) => Err(Error::input(
                "not_rollable",
                format!("`{}` gives more than one number; call it once for each group", self.id),
            )),
            Err(status) => Ok(Err(status)),
        }
    }

    fn outcome_or_invalid(
        &self,
        arguments: &[Argument<'_>],
        rows: &[usize],
    ) -> Result<Result<Output, Status>> {
        match self.reduced(arguments) {
            Ok(output) => Ok(Ok(output)),
            Err(refused) => match refused.status() {
                Some(status) if !status.is_invalid_input() => Ok(Err(status)),
                _ => {
                    let error = self.explain_refused(refused, arguments);
                    // The list is a selection of rows: name the caller's row.
                    Err(match error.row().and_then(|at| rows.get(at)) {
                        Some(row) => error.at_row(*row),
                        None => error,
                    })
                }
            },
        }
    }
}

fn number_or_status(value: f64) -> Value {
    if value.abs() <= f64::MAX { Ok(value) } else { Err(Status::Unbounded) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_total_of_a_rate_is_the_ratio_of_sums() {
        let likes = [4_000.0, 3_000.0, 5_000.0];
        let comments = [1_000.0, 1_000.0, 1_000.0];
        let followers = [100_000.0, 50_000.0, 200_000.0];
        let totals = rollup(
            "engagement_rate_followers",
            &[
                ("likes", Column::from(&likes)),
                ("comments", Column::from(&comments)),
                ("followers", Column::from(&followers)),
            ],
            &[0, 0, 0],
            1,
        )
        .unwrap();
        assert_eq!(totals[0].value, Some(15_000.0 / 350_000.0));
    }

    #[test]
    fn one_pass_gives_the_bits_of_row_by_row() {
        let n = 3000;
        let cost: Vec<f64> = (0..n).map(|i| f64::from(i % 97) * 0.1 + 1e-9 * f64::from(i % 7)).collect();
        let impressions: Vec<f64> = (0..n).map(|i| f64::from(1 + i % 1013)).collect();
        let groups: Vec<u32> = (0..n as u32).map(|i| (i * i) % 11).collect();
        let cpm = find("cpm").unwrap();
        let columns = [Column::from(&cost), Column::from(&impressions)];
        let quick = cpm.totals(&columns, &groups, 12).unwrap();
        // One missing row in a group of its own sends everything the other way.
        let (mut cost, mut impressions, mut groups) = (cost, impressions, groups);
        cost.push(f64::NAN);
        impressions.push(1.0);
        groups.push(12);
        let columns = [Column::from(&cost), Column::from(&impressions)];
        let slow = cpm.totals(&columns, &groups, 13).unwrap();
        assert_eq!(quick.len(), 12);
        assert_eq!(quick[11].status, Some(Status::InsufficientData));
        for (quick, slow) in quick.iter().zip(&slow) {
            assert_eq!(quick.value.map(f64::to_bits), slow.value.map(f64::to_bits));
            assert_eq!((quick.status, quick.rows), (slow.status, slow.rows));
        }
    }

    #[test]
    fn missing_rows_are_counted_and_empty_groups_say_so() {
        let cost = [1.0, f64::NAN];
        let totals = rollup(
            "cpm",
            &[("cost", Column::from(&cost)), ("impressions", Column::Number(1000.0))],
            &[0, 0],
            2,
        )
        .unwrap();
        assert_eq!(totals[0], Total { value: Some(1.0), status: None, rows: 2, rows_missing: 1 });
        assert_eq!(totals[1].status, Some(Status::InsufficientData));
    }

    #[test]
    fn a_rate_that_differs_cannot_be_recomputed() {
        let retention = [0.8, 0.9];
        let error = rollup(
            "clv_retention",
            &[
                ("margin", Column::Number(100.0)),
                ("retention", Column::from(&retention)),
                ("discount", Column::Number(0.1)),
            ],
            &[0, 0],
            1,
        )
        .unwrap_err();
        assert_eq!(error.code(), "not_constant");
        assert!(error.to_string().contains("`retention`"), "{error}");
    }

    #[test]
    fn lists_are_the_rows_of_the_group() {
        let rates = [0.034, 0.035, 0.1];
        let totals =
            rollup("engagement_rate_mean_of_posts", &[("rates", Column::from(&rates))], &[0, 0, 1], 2)
                .unwrap();
        assert_eq!(totals[0].value, Some(0.0345));
        let invalid = [0.034, 0.035, f64::INFINITY];
        let error =
            rollup("engagement_rate_mean_of_posts", &[("rates", Column::from(&invalid))], &[0, 0, 1], 2)
                .unwrap_err();
        assert!(error.to_string().contains("row 2"), "{error}");
    }
}
