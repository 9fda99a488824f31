//! What a customer will be worth: expected spend times discounted expected purchases times margin, or, under a
//! contract, the payment times the discounted expected number of payments times margin.
//!
//! Money is discounted continuously, at the moment of each expected purchase. (Tools that sum monthly expectations
//! and discount them at the end of the month differ by about half a month's interest, and by what they take for a
//! month.) A horizon and a discount rate each carry their own unit and are converted exactly to the model's. Payments under
//! a contract fall due at its renewals and are discounted from there: Fader & Hardie 2010, Marketing Science 29:85.

use super::answers::discounted_expected_purchases;
use super::contract::{ContractModel, Contracts};
use super::histories::{Histories, same_length};
use super::purchase::PurchaseModel;
use super::spend::SpendModel;
use crate::checks::found;
use crate::units::{TimeUnit, continuous_rate};
use crate::{Error, Result};

/// The terms of a lifetime value.
#[derive(Debug, Clone, PartialEq)]
pub struct LifetimeTerms {
    /// How far to look, in `horizon_unit`; `None` looks for ever.
    pub horizon: Option<f64>,
    /// The unit of the horizon.
    pub horizon_unit: TimeUnit,
    /// The effective discount rate per `discount_period`: 0.10 is 10 %.
    pub discount_rate: f64,
    /// The period of the discount rate.
    pub discount_period: TimeUnit,
    /// The share of spend that is kept.
    pub margin: f64,
}

impl Default for LifetimeTerms {
    /// Twelve months at 10 % a year, the whole spend.
    fn default() -> Self {
        Self {
            horizon: Some(12.0),
            horizon_unit: TimeUnit::Month,
            discount_rate: 0.1,
            discount_period: TimeUnit::Year,
            margin: 1.0,
        }
    }
}

impl LifetimeTerms {
    /// The continuously compounded rate and the horizon in this unit.
    fn converted(&self, unit: TimeUnit) -> Result<(f64, Option<f64>)> {
        if !self.margin.is_finite() {
            return Err(Error::invalid("margin", "a finite share of spend", self.margin));
        }
        if !self.discount_rate.is_finite() || self.discount_rate < 0.0 {
            return Err(Error::invalid("discount_rate", "a finite rate >= 0", self.discount_rate));
        }
        let continuous = continuous_rate(self.discount_rate, self.discount_period, unit)?;
        match self.horizon {
            Some(horizon) if !horizon.is_finite() || horizon < 0.0 => {
                Err(Error::invalid("horizon", "a finite time >= 0", horizon))
            }
            horizon => Ok((continuous, horizon.map(|horizon| self.horizon_unit.convert(horizon, unit)))),
        }
    }

    /// The effective rate between two renewals `unit` apart, and how many payments fall due before the horizon, the first
    /// of them now; none means all.
    pub(crate) fn renewals(&self, unit: TimeUnit) -> Result<(f64, Option<f64>)> {
        let (continuous, horizon) = self.converted(unit)?;
        // A payment at the horizon itself falls outside; rounding of the conversion does not let it in.
        Ok((
            libm::expm1(continuous),
            horizon.map(|horizon| (horizon - 1e-9 * (1.0 + horizon)).ceil().max(0.0)),
        ))
    }
}

/// Lifetime values and the terms as they were converted.
#[derive(Debug, Clone, PartialEq)]
pub struct LifetimeValue {
    /// One value a customer, in the money of the spend model.
    pub values: Vec<f64>,
    /// Discounted expected purchases of each customer.
    pub discounted_purchases: Vec<f64>,
    /// Expected spend a purchase of each customer.
    pub expected_spend: Vec<f64>,
    /// The horizon in the purchase model's unit; `None` for ever.
    pub horizon: Option<f64>,
    /// The continuously compounded rate per unit of the purchase model (discrete models: the effective rate per
    /// opportunity).
    pub discount_rate: f64,
}

/// The value of each customer from the end of the observation on.
///
/// `unit` is the unit of time of the histories and of the purchase model (in discrete models the time between
/// opportunities).
///
/// ```
/// use ukur::models::{BgNbd, GammaGamma, Histories, LifetimeTerms, lifetime_value};
/// use ukur::units::TimeUnit;
/// let purchases = BgNbd::new(0.243, 4.414, 0.793, 2.426)?;
/// let spend = GammaGamma::new(6.25, 3.74, 15.44)?;
/// let histories = Histories::new(&[2.0], &[30.43], &[38.86])?;
/// let value =
///     lifetime_value(&purchases, &spend, &histories, &[22.35], TimeUnit::Week, &LifetimeTerms::default())?;
/// assert!(value.values[0] > 30.0 && value.values[0] < 45.0);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
///
/// A horizon, rate or margin outside its domain, columns of unequal length, and what the two models refuse.
pub fn lifetime_value<P: PurchaseModel + ?Sized, S: SpendModel + ?Sized>(
    purchases: &P,
    spend: &S,
    histories: &Histories,
    monetary_value: &[f64],
    unit: TimeUnit,
    terms: &LifetimeTerms,
) -> Result<LifetimeValue> {
    same_length("frequency", histories.len(), "monetary_value", monetary_value.len())?;
    let (continuous, horizon) = terms.converted(unit)?;
    let discount_rate = if purchases.spec().discrete { libm::expm1(continuous) } else { continuous };
    let expected_spend = spend.expected_spend(histories.frequency(), monetary_value)?;
    // Not the model's own method, whose table would link every other question into a program that names its models.
    let discounted_purchases = discounted_expected_purchases(purchases, discount_rate, histories, horizon)?;
    let values = discounted_purchases
        .iter()
        .zip(&expected_spend)
        .enumerate()
        .map(|(row, (n, money))| {
            found("lifetime_value", n * money * terms.margin).map_err(|error| error.at_row(row))
        })
        .collect::<Result<_>>()?;
    Ok(LifetimeValue { values, discounted_purchases, expected_spend, horizon, discount_rate })
}

/// The value of customers who pay under a contract: `payment` times margin times the discounted expected number of
/// payments. `unit` is the time between two renewals.
///
/// Of `contracts` each customer stands just before the next renewal, which counts in full if it is made; those who left
/// are worth nothing. Without contracts the value is that of new customers, whose first payment is now and certain. A
/// horizon of three years holds three yearly payments in both cases: now, in a year, and in two years. Source: Fader & Hardie
/// 2010, Marketing Science 29:85 (their residual lifetime value and customer lifetime value).
///
/// ```
/// use ukur::models::{Contracts, LifetimeTerms, ShiftedBetaGeometric, contract_lifetime_value};
/// use ukur::units::TimeUnit;
/// let model = ShiftedBetaGeometric::new(3.8, 15.2)?;
/// let terms = LifetimeTerms { horizon: None, ..LifetimeTerms::default() };
/// // Paying 100 a year, with four renewals behind them: 100 times 3.84.
/// let renewed = Contracts::there(&[4.0])?;
/// let value = contract_lifetime_value(&model, Some(&renewed), &[100.0], TimeUnit::Year, &terms)?;
/// assert!((value[0] - 384.2).abs() < 0.1);
/// // A new customer pays the first 100 for certain.
/// let new = contract_lifetime_value(&model, None, &[100.0], TimeUnit::Year, &terms)?;
/// assert!((new[0] - 400.9).abs() < 0.1);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
///
/// A horizon, rate, margin or payment outside its domain; columns of unequal length (one payment serves all);
/// `divergent` where nothing is discounted, no horizon is given, and the expected lifetime is infinite.
pub fn contract_lifetime_value(
    model: &dyn ContractModel,
    contracts: Option<&Contracts>,
    payment: &[f64],
    unit: TimeUnit,
    terms: &LifetimeTerms,
) -> Result<Vec<f64>> {
    let periods = discounted_payments(model, contracts, unit, terms)?;
    let kept = payments_kept(payment, periods.len(), contracts.is_none(), terms)?;
    let period = |row: usize| if periods.len() == 1 { periods[0] } else { periods[row] };
    let value = |(row, kept): (usize, &f64)| {
        found("contract_lifetime_value", kept * period(row)).map_err(|error| error.at_row(row))
    };
    kept.iter().enumerate().map(value).collect()
}

/// The discounted expected number of payments of each customer; of one new customer without contracts.
pub(crate) fn discounted_payments(
    model: &dyn ContractModel,
    contracts: Option<&Contracts>,
    unit: TimeUnit,
    terms: &LifetimeTerms,
) -> Result<Vec<f64>> {
    let (rate, payments) = terms.renewals(unit)?;
    match (contracts, payments) {
        (Some(contracts), payments) => model.discounted_expected_residual_lifetime(rate, contracts, payments),
        (None, Some(0.0)) => Ok(vec![0.0]),
        (None, payments) => Ok(vec![model.discounted_expected_lifetime(rate, payments.map(|n| n - 1.0))?]),
    }
}

/// What is kept of each payment: as many as customers; one new customer may stand for as many as there are payments.
pub(crate) fn payments_kept(
    payment: &[f64],
    customers: usize,
    new: bool,
    terms: &LifetimeTerms,
) -> Result<Vec<f64>> {
    if let Some(row) = payment.iter().position(|one| !one.is_finite()) {
        return Err(Error::invalid("payment", "a finite amount", payment[row]).at_row(row));
    }
    let alone = new && customers == 1;
    if payment.len() != 1 && !alone {
        same_length(if new { "covariates" } else { "tenure" }, customers, "payment", payment.len())?;
    }
    let rows = if alone { payment.len() } else { customers };
    let at = |row: usize| if payment.len() == 1 { payment[0] } else { payment[row] };
    Ok((0..rows).map(|row| at(row) * terms.margin).collect())
}

/// The unit of time of a model, which must be known: from the question, or from the model, which must not say otherwise.
///
/// # Errors
///
/// `unit_mismatch` and `missing_unit`.
pub fn declared_unit(given: Option<TimeUnit>, own: Option<TimeUnit>) -> Result<TimeUnit> {
    match (given, own) {
        (Some(given), Some(own)) if given != own => Err(Error::input(
            "unit_mismatch",
            format!("the model counts time in {own}s, but `unit` says {given}s"),
        )),
        (Some(unit), _) | (None, Some(unit)) => Ok(unit),
        (None, None) => Err(Error::input(
            "missing_unit",
            "the model does not know its unit of time: give `unit` when you fit it (\"week\", \"day\"...), so \
             that horizon and discount rate can be converted",
        )),
    }
}
