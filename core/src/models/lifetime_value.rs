//! What a customer will be worth: expected spend times discounted expected purchases times margin.
//!
//! Money is discounted continuously, at the moment of each expected purchase. (Tools that sum monthly expectations
//! and discount them at the end of the month differ by about half a month's interest, and by what they take for a
//! month.) A horizon and a discount rate each carry their own unit and are converted exactly to the model's.

use super::histories::{Histories, same_length};
use super::purchase::PurchaseModel;
use super::spend::SpendModel;
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
pub fn lifetime_value(
    purchases: &dyn PurchaseModel,
    spend: &dyn SpendModel,
    histories: &Histories,
    monetary_value: &[f64],
    unit: TimeUnit,
    terms: &LifetimeTerms,
) -> Result<LifetimeValue> {
    same_length("frequency", histories.len(), "monetary_value", monetary_value.len())?;
    if !terms.margin.is_finite() {
        return Err(Error::invalid("margin", "a finite share of spend", terms.margin));
    }
    if !terms.discount_rate.is_finite() || terms.discount_rate < 0.0 {
        return Err(Error::invalid("discount_rate", "a finite rate >= 0", terms.discount_rate));
    }
    let continuous = continuous_rate(terms.discount_rate, terms.discount_period, unit)?;
    let discount_rate = if purchases.spec().discrete { libm::expm1(continuous) } else { continuous };
    let horizon = match terms.horizon {
        Some(horizon) if !horizon.is_finite() || horizon < 0.0 => {
            return Err(Error::invalid("horizon", "a finite time >= 0", horizon));
        }
        horizon => horizon.map(|horizon| terms.horizon_unit.convert(horizon, unit)),
    };
    let expected_spend = spend.expected_spend(histories.frequency(), monetary_value)?;
    let discounted_purchases = purchases.discounted_expected_purchases(discount_rate, histories, horizon)?;
    let values =
        discounted_purchases.iter().zip(&expected_spend).map(|(n, money)| n * money * terms.margin).collect();
    Ok(LifetimeValue { values, discounted_purchases, expected_spend, horizon, discount_rate })
}
