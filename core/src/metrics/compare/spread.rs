//! Intervals of metrics that look at how all rows are spread: a median, a concentration, a survival curve.
//!
//! Leaving out one account at a time says nothing of a median, so accounts are drawn anew with replacement (Efron 1979),
//! and the metric is computed from each draw. The draws are seeded: the same table gives the same numbers in every
//! language, whatever the order of its rows. The variance over the draws is that of one draw's accounts, `(m - 1)/m` of what
//! it should be, and is corrected by `m/(m - 1)`; the quantile is Student's with `m - 1` degrees of freedom.

use std::cmp::Ordering;

use super::super::arithmetic::sum;
use super::super::kernel::Kernel;
use super::accounts::Accounts;
use crate::catalogue::{Metric, Rollup};
use crate::numerics::random::Random;
use crate::sort::Order as _;
use crate::{Column, Error, Result, Status};

/// Metrics of a distribution: of the same value for the same rows twice, whatever their number.
const OF_SPREAD: [&str; 5] =
    ["gini", "top_share", "engagement_rate_median_likes", "retention_kaplan_meier", "percentile_rank"];

/// Draws of a small group: the error is known to 2 %.
const MOST_DRAWS: usize = 1_000;
/// Draws of a large one: to 5 %.
const LEAST_DRAWS: usize = 200;
/// Rows that all draws of a group look at, about.
const ROWS: usize = 20_000_000;

impl Metric {
    /// Whether groups are compared by drawing accounts.
    pub(super) fn is_of_spread(&self) -> bool {
        OF_SPREAD.contains(&self.id)
    }

    /// Refuses a metric of lists for which no interval can be had.
    pub(super) fn check_list(&self) -> Result<()> {
        self.check_rule()?;
        if self.rollup != Rollup::Recompute || self.is_of_spread() {
            return Ok(());
        }
        let instead = match self.id {
            "herfindahl" | "largest_budget_share" => "compare `gini` or `top_share`",
            "funnel_rate" => "compare the rate of each step",
            "ratio_of_sums_cluster_se" => "compare the ratio itself, by `engagement_rate_pooled`",
            _ => "take `rollup` for the value of each group",
        };
        Err(Error::input(
            "no_interval",
            format!(
                "`{}` has no interval here: it changes with the number of rows alone, or chooses among all of them; {instead}",
                self.id
            ),
        ))
    }

    /// The variance of a value that looks at how all rows are spread, and what each account has to do with it.
    pub(super) fn draw_accounts(
        &self,
        columns: &[Column<'_>],
        accounts: &Accounts,
        group: u32,
    ) -> Result<(f64, Vec<f64>)> {
        let mut each: Vec<&[usize]> = accounts.iter().collect();
        if !accounts.named {
            by_values(columns, &mut each);
        }
        let m = each.len();
        let draws = (ROWS / accounts.rows.len().max(1)).clamp(LEAST_DRAWS, MOST_DRAWS);
        let mut random = Random::new(u64::from(group));
        let mut values = Vec::with_capacity(draws);
        let mut rows = Vec::with_capacity(accounts.rows.len());
        for _ in 0..draws {
            rows.clear();
            for _ in 0..m {
                rows.extend_from_slice(each.get(random.below(m as u64) as usize).copied().unwrap_or(&[]));
            }
            values.push(self.gather(columns, &rows)?.ok());
        }
        let there: Vec<f64> = values.iter().copied().flatten().collect();
        if there.len() * 10 < draws * 9 {
            return Err(Error::undefined(
                self.id,
                Status::InsufficientData,
                "in more than a tenth of the draws of accounts it has no value, so its spread between accounts is not known",
            ));
        }
        let n = there.len() as f64;
        let mean = sum(&there) / n;
        let correction = m as f64 / (m as f64 - 1.0);
        let squares: Vec<f64> = there.iter().map(|value| (value - mean) * (value - mean)).collect();
        let variance = sum(&squares) / n * correction;
        let mut influences = Vec::new();
        if accounts.named {
            // How the value goes with the number of times that an account is drawn (Efron 2014), from the same draws; so much
            // larger, since the caller takes changes without an account, which are.
            influences.resize(m, 0.0);
            let mut random = Random::new(u64::from(group));
            for value in &values {
                let away = value.map_or(0.0, |value| (value - mean) / n * correction);
                for _ in 0..m {
                    if let Some(influence) = influences.get_mut(random.below(m as u64) as usize) {
                        *influence += away;
                    }
                }
            }
        }
        Ok((variance, influences))
    }
}

/// Puts rows into an order that does not depend on the one they came in.
fn by_values(columns: &[Column<'_>], rows: &mut [&[usize]]) {
    let row = |rows: &&[usize]| rows.first().copied().unwrap_or(0);
    rows.order_unstable_by(|one, other| {
        columns
            .iter()
            .map(|column| column.at(row(one)).total_cmp(&column.at(row(other))))
            .fold(Ordering::Equal, Ordering::then)
    });
}

/// Whether a metric takes lists whose rows have no numerator and denominator of their own.
pub(super) const fn is_list(metric: &Metric) -> bool {
    match &metric.kernel {
        Kernel::Reduce(reduce) => reduce.rows.is_none(),
        Kernel::Elementwise(_) => false,
    }
}
