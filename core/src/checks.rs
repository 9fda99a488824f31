//! Domain checks that several parts share.

use crate::shown::Shown;
use crate::{Error, Result, Status};
use std::borrow::Cow;

/// A finite number from 0.
pub(crate) fn non_negative(name: impl Into<Cow<'static, str>>, value: f64) -> Result<f64> {
    if value.is_finite() && value >= 0.0 {
        Ok(value)
    } else {
        Err(Error::invalid(name, "a number >= 0", value))
    }
}

/// A whole number from 0.
pub(crate) fn count(name: impl Into<Cow<'static, str>>, value: f64) -> Result<f64> {
    if value.is_finite() && value >= 0.0 && value == value.trunc() {
        Ok(value)
    } else {
        Err(Error::invalid(name, "a whole number >= 0", value))
    }
}

/// A share with its ends.
pub(crate) fn share(name: impl Into<Cow<'static, str>>, value: f64) -> Result<f64> {
    if (0.0..=1.0).contains(&value) {
        Ok(value)
    } else {
        Err(Error::invalid(name, "a share from 0 to 1", value))
    }
}

/// A whole number from `least`.
pub(crate) fn count_from(name: impl Into<Cow<'static, str>>, least: u32, value: f64) -> Result<f64> {
    if value.is_finite() && value >= f64::from(least) && value == value.trunc() {
        Ok(value)
    } else {
        Err(Error::invalid(name, format!("a whole number >= {least}"), value))
    }
}

/// Any finite number.
pub(crate) fn real(name: impl Into<Cow<'static, str>>, value: f64) -> Result<f64> {
    if value.is_finite() { Ok(value) } else { Err(Error::invalid(name, "a finite number", value)) }
}

/// A finite number above 0.
pub(crate) fn positive(name: impl Into<Cow<'static, str>>, value: f64) -> Result<f64> {
    if value.is_finite() && value > 0.0 {
        Ok(value)
    } else {
        Err(Error::invalid(name, "a number > 0", value))
    }
}

/// A share without its ends: a confidence level, an error rate, a power.
pub(crate) fn open_share(name: impl Into<Cow<'static, str>>, value: f64) -> Result<f64> {
    if value > 0.0 && value < 1.0 {
        Ok(value)
    } else {
        Err(Error::invalid(name, "a share above 0 and below 1 (write 95 % as 0.95)", value))
    }
}

/// A result that is a number. Where legal inputs are so extreme that it is none (an overflow, 0 by 0), it has no value.
pub(crate) fn found(what: &'static str, value: f64) -> Result<f64> {
    if value.is_finite() {
        return Ok(value);
    }
    Err(Error::undefined(what, Status::Unbounded, "the result exceeds the largest number"))
}

/// A part and its whole: `successes` of `trials`, with at least one trial.
pub(crate) fn part_of(
    what: &'static str,
    part: (&'static str, f64),
    (whole_name, whole): (&'static str, f64),
) -> Result<()> {
    part_of_any(what, part, (whole_name, whole))?;
    if whole == 0.0 {
        return Err(Error::undefined(what, Status::ZeroDenominator, format!("{whole_name} = 0")));
    }
    Ok(())
}

/// The same where there may be no trial.
pub(crate) fn part_of_any(
    what: &'static str,
    (part_name, part): (&'static str, f64),
    (whole_name, whole): (&'static str, f64),
) -> Result<()> {
    count(part_name, part)?;
    count(whole_name, whole)?;
    if part > whole {
        return Err(Error::undefined(
            what,
            Status::Infeasible,
            format!("{part_name} ({}) > {whole_name} ({})", Shown(part), Shown(whole)),
        ));
    }
    Ok(())
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
    Err(Error::lengths(left, left_len, right, right_len))
}
