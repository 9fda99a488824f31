//! Domain checks that several parts share.

use crate::{Error, Result};

/// A finite number from 0.
pub(crate) fn non_negative(name: &'static str, value: f64) -> Result<f64> {
    if value.is_finite() && value >= 0.0 {
        Ok(value)
    } else {
        Err(Error::invalid(name, "a number >= 0", value))
    }
}

/// A whole number from 0.
pub(crate) fn count(name: &'static str, value: f64) -> Result<f64> {
    if value.is_finite() && value >= 0.0 && value == value.trunc() {
        Ok(value)
    } else {
        Err(Error::invalid(name, "a whole number >= 0", value))
    }
}

/// A share with its ends.
pub(crate) fn share(name: &'static str, value: f64) -> Result<f64> {
    if (0.0..=1.0).contains(&value) {
        Ok(value)
    } else {
        Err(Error::invalid(name, "a share from 0 to 1", value))
    }
}

/// Every value of a column through a check; the error names the row.
pub(crate) fn column(
    name: &'static str,
    values: &[f64],
    check: impl Fn(&'static str, f64) -> Result<f64>,
) -> Result<()> {
    for (row, &value) in values.iter().enumerate() {
        check(name, value).map_err(|error| error.at_row(row))?;
    }
    Ok(())
}

/// Two columns of one length.
pub(crate) fn same_length(
    left: &'static str,
    left_len: usize,
    right: &'static str,
    right_len: usize,
) -> Result<()> {
    if left_len == right_len {
        return Ok(());
    }
    Err(Error::LengthMismatch { left: left.into(), left_len, right: right.into(), right_len })
}
