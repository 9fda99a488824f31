//! The error of a group's value, from its accounts.

use super::super::arithmetic::sum;
use super::super::kernel::{Kernel, Parts, numerator_and_denominator};
use super::super::rollup::Total;
use super::accounts::Accounts;
use crate::catalogue::{Metric, Rollup, Unit};
use crate::experiments::estimate::Method;
use crate::experiments::ratios::{
    LeftOut, RatioEstimate, leave_one_out_changes, linearised_variance, ratio_estimate,
};
use crate::{Column, Error, Result, Status};

/// A group's value with what it would be without each account.
pub(super) struct Judged {
    pub(super) estimate: RatioEstimate,
    /// The account, and how much the value moves without it; ascending.
    pub(super) changes: Vec<(u32, f64)>,
}

impl Metric {
    /// The error of a group's value.
    pub(super) fn judge(
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
