//! Response: how an input (spend, impressions, seeds) turns into results over time and with saturation, and how
//! to split a budget when it does.
//!
//! * [`adstock`]: effects that carry over into later periods.
//! * [`saturation`]: curves of diminishing returns, with their marginal returns.
//! * [`curve`]: fitting such a curve by least squares, with intervals and a diagnosis.
//! * [`budget`]: splitting a budget across channels or tiers, to the optimum or with a stated gap.
//! * [`diffusion`]: the Bass model of adoption.
//! * [`branching`]: how large cascades of referrals grow.

pub mod adstock;
pub mod branching;
pub mod budget;
pub mod curve;
pub mod diffusion;
mod form;
mod least_squares;
pub mod saturation;
mod search;

use crate::{Error, Result};

/// A finite number above zero.
fn above_zero(name: &'static str, x: f64) -> Result<()> {
    if x.is_finite() && x > 0.0 { Ok(()) } else { Err(Error::invalid(name, "a number above 0", x)) }
}

/// A finite number of zero or more.
fn not_negative(name: &'static str, x: f64) -> Result<()> {
    if x.is_finite() && x >= 0.0 { Ok(()) } else { Err(Error::invalid(name, "a number >= 0", x)) }
}

/// A column of finite numbers of zero or more.
fn column_not_negative(name: &'static str, column: &[f64]) -> Result<()> {
    column.iter().enumerate().try_for_each(|(row, x)| not_negative(name, *x).map_err(|e| e.at_row(row)))
}
