//! The columns a model may be fitted to, before any of them is checked.

use super::contract::Contracts;
use super::histories::{Histories, same_length};
use super::varying::Periods;
use crate::{Error, Result};

/// Columns by name, each there or not. A model asks for those it needs and refuses with their names.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Observations<'a> {
    /// Repeat purchases.
    pub frequency: Option<&'a [f64]>,
    /// Age at the last purchase (discrete models: the opportunity of the last one).
    pub recency: Option<&'a [f64]>,
    /// Age at the end (discrete models: the number of opportunities).
    pub t: Option<&'a [f64]>,
    /// Mean money a repeat purchase.
    pub monetary_value: Option<&'a [f64]>,
    /// Sum of the logarithms of the times between purchases.
    pub sum_log_intervals: Option<&'a [f64]>,
    /// Contracts: the number of the last renewal that came up.
    pub tenure: Option<&'a [f64]>,
    /// Contracts: 1 where it was refused.
    pub churned: Option<&'a [f64]>,
    /// Cohort tables: how many customers were there at the start, after the first renewal ...
    pub survivors: Option<&'a [f64]>,
    /// The cohort of each number of survivors.
    pub cohort: Option<&'a [f64]>,
    /// How many customers each row stands for.
    pub weights: Option<&'a [f64]>,
    /// Covariates by name, for questions to a model that was fitted with some.
    pub covariates: &'a [(&'a str, &'a [f64])],
    /// Where covariates change over time: the customers and periods that the covariates' rows are about.
    pub periods: Option<&'a Periods<'a>>,
}

impl<'a> Observations<'a> {
    /// The columns that a lookup knows by their names; `T` is the age at the end.
    ///
    /// # Errors
    ///
    /// What the lookup refuses.
    pub fn by_name<E>(
        mut column: impl FnMut(&'static str) -> std::result::Result<Option<&'a [f64]>, E>,
    ) -> std::result::Result<Self, E> {
        Ok(Self {
            frequency: column("frequency")?,
            recency: column("recency")?,
            t: column("T")?,
            monetary_value: column("monetary_value")?,
            sum_log_intervals: column("sum_log_intervals")?,
            tenure: column("tenure")?,
            churned: column("churned")?,
            survivors: column("survivors")?,
            cohort: column("cohort")?,
            weights: column("weights")?,
            covariates: &[],
            periods: None,
        })
    }

    /// Some of the rows.
    pub(crate) fn part(&self, rows: std::ops::Range<usize>) -> Result<Self> {
        let cut =
            |column: Option<&'a [f64]>| match column.map(|column| (column.get(rows.clone()), column.len())) {
                None => Ok(None),
                Some((Some(part), _)) => Ok(Some(part)),
                Some((None, length)) => Err(Error::lengths(
                    "frequency",
                    self.frequency.map_or(0, <[f64]>::len),
                    "another column",
                    length,
                )),
            };
        Ok(Self {
            frequency: cut(self.frequency)?,
            recency: cut(self.recency)?,
            t: cut(self.t)?,
            monetary_value: cut(self.monetary_value)?,
            sum_log_intervals: cut(self.sum_log_intervals)?,
            tenure: cut(self.tenure)?,
            churned: cut(self.churned)?,
            survivors: cut(self.survivors)?,
            cohort: cut(self.cohort)?,
            weights: cut(self.weights)?,
            covariates: self.covariates,
            periods: self.periods,
        })
    }

    /// The column that every customer has, by its name: the frequency, or the tenure of a contract.
    pub(crate) fn customers(&self) -> Option<(&'static str, &'a [f64])> {
        self.frequency
            .map(|column| ("frequency", column))
            .or_else(|| self.tenure.map(|column| ("tenure", column)))
    }

    /// Some of the rows, without covariates.
    ///
    /// # Errors
    ///
    /// Columns of unequal length.
    pub(crate) fn taken(&self, rows: &[usize]) -> Result<Part> {
        let (first, length) =
            self.customers().map_or(("frequency", 0), |(name, column)| (name, column.len()));
        let take = |name: &'static str, column: Option<&[f64]>| {
            column
                .map(|column| {
                    same_length(first, length, name, column.len())?;
                    Ok(rows.iter().map(|&row| column[row]).collect())
                })
                .transpose()
        };
        Ok(Part {
            frequency: take("frequency", self.frequency)?,
            recency: take("recency", self.recency)?,
            t: take("T", self.t)?,
            monetary_value: take("monetary_value", self.monetary_value)?,
            sum_log_intervals: take("sum_log_intervals", self.sum_log_intervals)?,
            tenure: take("tenure", self.tenure)?,
            churned: take("churned", self.churned)?,
            weights: take("weights", self.weights)?,
        })
    }

    /// The checked histories.
    ///
    /// # Errors
    ///
    /// A column that is missing, or what [`Histories::new`] refuses.
    pub fn histories(&self) -> Result<Histories<'a>> {
        let mut histories = Histories::new(
            required("frequency", self.frequency)?,
            required("recency", self.recency)?,
            required("T", self.t)?,
        )?;
        if let Some(weights) = self.weights {
            histories = histories.with_weights(weights)?;
        }
        if let Some(column) = self.sum_log_intervals {
            histories = histories.with_log_intervals(column)?;
        }
        Ok(histories)
    }

    /// The checked contracts: those of cohort tables, or those of single customers.
    ///
    /// # Errors
    ///
    /// A column that is missing, survivors beside tenures or weights, or what [`Contracts`] refuses.
    pub fn contracts(&self) -> Result<Contracts> {
        if let Some(survivors) = self.survivors {
            for (name, column) in
                [("tenure", self.tenure), ("churned", self.churned), ("weights", self.weights)]
            {
                if column.is_some() {
                    return Err(Error::input(
                        "given_twice",
                        format!("`{name}` is given beside `survivors`, which say the same; give one of them"),
                    ));
                }
            }
            return Contracts::cohorts(survivors, self.cohort);
        }
        Contracts::new(required("tenure", self.tenure)?, required("churned", self.churned)?, self.weights)
    }

    /// The contracts of a question about customers: those without `churned` are there.
    ///
    /// # Errors
    ///
    /// As [`contracts`](Self::contracts).
    pub fn customers_under_contract(&self) -> Result<Contracts> {
        match self.churned {
            Some(churned) => Contracts::new(required("tenure", self.tenure)?, churned, None),
            None => Contracts::there(required("tenure", self.tenure)?),
        }
    }
}

/// Some rows of observations, as columns of their own.
pub(crate) struct Part {
    frequency: Option<Vec<f64>>,
    recency: Option<Vec<f64>>,
    t: Option<Vec<f64>>,
    monetary_value: Option<Vec<f64>>,
    sum_log_intervals: Option<Vec<f64>>,
    tenure: Option<Vec<f64>>,
    churned: Option<Vec<f64>>,
    weights: Option<Vec<f64>>,
}

impl Part {
    /// The columns.
    pub(crate) fn observations(&self) -> Observations<'_> {
        Observations {
            frequency: self.frequency.as_deref(),
            recency: self.recency.as_deref(),
            t: self.t.as_deref(),
            monetary_value: self.monetary_value.as_deref(),
            sum_log_intervals: self.sum_log_intervals.as_deref(),
            tenure: self.tenure.as_deref(),
            churned: self.churned.as_deref(),
            weights: self.weights.as_deref(),
            ..Observations::default()
        }
    }
}

/// The column, or a refusal that names it.
///
/// # Errors
///
/// `missing_column`.
pub fn required<'a>(name: &str, column: Option<&'a [f64]>) -> Result<&'a [f64]> {
    column.ok_or_else(|| {
        Error::input("missing_column", format!("`{name}` is needed by this model and was not given"))
    })
}
