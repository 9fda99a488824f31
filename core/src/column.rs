//! A number or a column of numbers: what an elementwise metric takes.

use crate::{Error, Result};

/// A number for every row, or one number a row. NaN marks a missing value.
///
/// ```
/// use ukur::Column;
/// let impressions = vec![1000.0, 2000.0];
/// let columns = [Column::from(5.0), Column::from(&impressions)];
/// assert_eq!(ukur::column::common_length(&["cost", "impressions"], &columns)?, Some(2));
/// # Ok::<(), ukur::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Column<'a> {
    /// The same number for every row.
    Number(f64),
    /// One number a row.
    Values(&'a [f64]),
}

impl Column<'_> {
    /// The value at a row; a number answers for every row, a row outside the column is missing.
    pub fn at(&self, row: usize) -> f64 {
        match self {
            Self::Number(value) => *value,
            Self::Values(values) => values.get(row).copied().unwrap_or(f64::NAN),
        }
    }

    /// The number of rows; `None` for a number.
    pub fn rows(&self) -> Option<usize> {
        match self {
            Self::Number(_) => None,
            Self::Values(values) => Some(values.len()),
        }
    }
}

impl From<f64> for Column<'_> {
    fn from(value: f64) -> Self {
        Self::Number(value)
    }
}

impl<'a> From<&'a [f64]> for Column<'a> {
    fn from(values: &'a [f64]) -> Self {
        Self::Values(values)
    }
}

impl<'a> From<&'a Vec<f64>> for Column<'a> {
    fn from(values: &'a Vec<f64>) -> Self {
        Self::Values(values)
    }
}

impl<'a, const N: usize> From<&'a [f64; N]> for Column<'a> {
    fn from(values: &'a [f64; N]) -> Self {
        Self::Values(values)
    }
}

/// The common number of rows of columns that belong together; `None` when all are numbers.
///
/// # Errors
/// `length_mismatch` names the first two columns that differ.
pub fn common_length(names: &[&'static str], columns: &[Column<'_>]) -> Result<Option<usize>> {
    let mut first: Option<(&'static str, usize)> = None;
    for (&name, column) in names.iter().zip(columns) {
        let Some(rows) = column.rows() else { continue };
        match first {
            None => first = Some((name, rows)),
            Some((_, expected)) if expected == rows => {}
            Some((left, left_len)) => {
                return Err(Error::lengths(left, left_len, name, rows));
            }
        }
    }
    Ok(first.map(|(_, rows)| rows))
}
