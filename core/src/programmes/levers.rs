//! The levers of customer value: what one point of retention, frequency or basket is worth, formula by formula.
//!
//! In the simple formula (basket x frequency x years) every lever has elasticity 1: it cannot say that retention
//! matters most, because the years are an input. The formulas that let retention set the lifetime can: in
//! `m r / (1 + d - r)` the elasticity to retention is `(1 + d) / (1 + d - r)`, 3.5 at r = 0.8 and d = 0.12.
//! Gupta, Lehmann and Stuart (2004, Journal of Marketing Research 41) find the same order in five firms.

use crate::checks;
use crate::metrics;
use crate::{Error, Result, Status};

/// The levers today. One period is the period of retention and discount, usually a year.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Levers {
    /// Revenue per purchase.
    pub basket: f64,
    /// Purchases per period.
    pub frequency: f64,
    /// The share of revenue that is margin.
    pub margin: f64,
    /// The share of customers kept from period to period.
    pub retention: f64,
    /// The discount rate per period.
    pub discount: f64,
    /// The years (periods) of the simple formula; with `None` what retention implies, `1 / (1 - retention)`.
    pub lifetime: Option<f64>,
    /// The horizon of the finite formula, in periods.
    pub horizon: f64,
}

/// A formula of customer lifetime value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Formula {
    /// `basket x frequency x lifetime`: revenue, undiscounted, the lifetime an input.
    Simple,
    /// The simple formula times the margin.
    SimpleMargin,
    /// `margin per period / churn`: undiscounted.
    Churn,
    /// `m r / (1 + d - r)`: the first payment comes after one period, if the customer stays.
    Retention,
    /// `m (1 + d) / (1 + d - r)`: the first payment comes at once.
    RetentionImmediate,
    /// `sum over t = 1..horizon of m r^t / (1 + d)^t`.
    Finite,
}

impl Formula {
    /// Every formula.
    pub const ALL: [Self; 6] = [
        Self::Simple,
        Self::SimpleMargin,
        Self::Churn,
        Self::Retention,
        Self::RetentionImmediate,
        Self::Finite,
    ];
}

/// What one point of a lever is worth under one formula.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Effect {
    /// The change of the value when the lever moves by its point; not a derivative times the point.
    pub gain: f64,
    /// `gain / value`; nothing where the value is 0.
    pub relative_gain: Option<f64>,
    /// The percent change of the value for one percent of the lever, at today's levers; nothing where the value is 0.
    pub elasticity: Option<f64>,
}

/// One formula, its value and the worth of each lever.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct LeverRow {
    /// The formula.
    pub formula: Formula,
    /// The lifetime value today; nothing where it has none (see `status`).
    pub value: Option<f64>,
    /// Why there is no value: `unbounded` or `divergent`.
    pub status: Option<String>,
    /// One point (0.01) more retention; nothing where the new value has none or retention would pass 1.
    pub retention: Option<Effect>,
    /// One percent more purchases.
    pub frequency: Option<Effect>,
    /// One percent more revenue per purchase.
    pub basket: Option<Effect>,
    /// One percent more lifetime, where the formula takes the lifetime as an input.
    pub lifetime: Option<Effect>,
    /// The percent of basket that brings as much as one point of retention; nothing where that is unknown.
    pub basket_percent_for_one_point_of_retention: Option<f64>,
}

/// What one point of retention (0.01), and one percent of frequency and of basket, are worth under each formula.
///
/// ```
/// use ukur::programmes::levers::{worth, Formula, Levers};
/// let levers = Levers { basket: 50.0, frequency: 4.0, margin: 0.5, retention: 0.8, discount: 0.12,
///                       lifetime: None, horizon: 5.0 };
/// let rows = worth(&levers)?;
/// let simple = &rows[0];
/// let retention = rows.iter().find(|row| row.formula == Formula::Retention).unwrap();
/// assert_eq!(simple.retention.as_ref().unwrap().gain, 0.0);        // the simple formula does not know retention
/// let elasticity = retention.retention.as_ref().unwrap().elasticity.unwrap();
/// assert!((elasticity - 3.5).abs() < 1e-12);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// An invalid field. A formula without a value (no churn; `1 + d <= r`) says so in its row.
pub fn worth(levers: &Levers) -> Result<Vec<LeverRow>> {
    checks::non_negative("basket", levers.basket)?;
    checks::non_negative("frequency", levers.frequency)?;
    checks::share("margin", levers.margin)?;
    checks::share("retention", levers.retention)?;
    checks::non_negative("discount", levers.discount)?;
    if let Some(lifetime) = levers.lifetime {
        checks::non_negative("lifetime", lifetime)?;
    }
    if levers.lifetime.is_none() && levers.retention == 1.0 {
        return Err(Error::undefined(
            "lifetime",
            Status::Unbounded,
            "customers who never leave have no finite lifetime; pass `lifetime` for the simple formula",
        ));
    }
    checks::count("horizon", levers.horizon)?;
    // The lifetime of the simple formula is fixed at today's: moving retention does not move it, which is the point.
    let fixed = Levers {
        lifetime: Some(levers.lifetime.unwrap_or_else(|| 1.0 / (1.0 - levers.retention))),
        ..levers.clone()
    };
    Ok(Formula::ALL.into_iter().map(|formula| row(formula, &fixed)).collect())
}

fn row(formula: Formula, levers: &Levers) -> LeverRow {
    let value = value(formula, levers);
    let base = value.ok();
    let effect = |changed: Levers, elasticity: Option<f64>| -> Option<Effect> {
        let base = base?;
        let gain = self::value(formula, &changed).ok()? - base;
        Some(Effect {
            gain,
            relative_gain: (base != 0.0).then(|| gain / base),
            elasticity: if base == 0.0 { None } else { elasticity },
        })
    };
    let more_retention = levers.retention + 0.01;
    let retention = if more_retention <= 1.0 {
        effect(Levers { retention: more_retention, ..levers.clone() }, retention_elasticity(formula, levers))
    } else {
        None
    };
    let frequency = effect(Levers { frequency: levers.frequency * 1.01, ..levers.clone() }, Some(1.0));
    let basket = effect(Levers { basket: levers.basket * 1.01, ..levers.clone() }, Some(1.0));
    let lifetime = match (formula, levers.lifetime) {
        (Formula::Simple | Formula::SimpleMargin, Some(years)) => {
            effect(Levers { lifetime: Some(years * 1.01), ..levers.clone() }, Some(1.0))
        }
        _ => None,
    };
    let exchange = match (&retention, &basket) {
        (Some(r), Some(b)) if b.gain > 0.0 => Some(r.gain / b.gain),
        _ => None,
    };
    LeverRow {
        formula,
        value: base,
        status: value.err().map(|status| status.as_str().to_owned()),
        retention,
        frequency,
        basket,
        lifetime,
        basket_percent_for_one_point_of_retention: exchange,
    }
}

fn value(formula: Formula, levers: &Levers) -> std::result::Result<f64, Status> {
    let Levers { basket, frequency, margin, retention, discount, horizon, .. } = *levers;
    let years = levers.lifetime.unwrap_or(0.0);
    let revenue = basket * frequency;
    let m = revenue * margin;
    match formula {
        Formula::Simple => metrics::clv_simple(basket, frequency, years),
        Formula::SimpleMargin => metrics::clv_simple_margin(basket, frequency, years, margin),
        Formula::Churn => metrics::clv_churn(revenue, margin, 1.0 - retention),
        Formula::Retention => metrics::clv_retention(m, retention, discount),
        Formula::RetentionImmediate => metrics::clv_retention_immediate(m, retention, discount),
        Formula::Finite => metrics::clv_finite(m, retention, discount, horizon),
    }
    .map_err(|error| error.status().unwrap_or(Status::Unbounded))
}

/// `ln(r / (1 + d))` without cancellation near 1.
fn log_ratio(retention: f64, discount: f64) -> f64 {
    libm::log1p(-(((1.0 - retention) + discount) / (1.0 + discount)))
}

/// The elasticity of the value to retention, in closed form.
fn retention_elasticity(formula: Formula, levers: &Levers) -> Option<f64> {
    let Levers { retention: r, discount: d, horizon, .. } = *levers;
    let room = (1.0 - r) + d;
    match formula {
        Formula::Simple | Formula::SimpleMargin => Some(0.0),
        Formula::Churn => (r < 1.0).then(|| r / (1.0 - r)),
        Formula::Retention => (room > 0.0).then(|| (1.0 + d) / room),
        Formula::RetentionImmediate => (room > 0.0).then(|| r / room),
        Formula::Finite => {
            // d ln(sum of q^t) / d ln q = sum of t q^t / sum of q^t = 1 + q/(1-q) - n q^n / (1 - q^n).
            if r == 0.0 {
                return Some(1.0);
            }
            if room == 0.0 {
                return Some(horizon.midpoint(1.0));
            }
            let q = r / (1.0 + d);
            let log = log_ratio(r, d);
            let lost = -libm::expm1(horizon * log);
            (lost > 0.0).then(|| 1.0 + q / (room / (1.0 + d)) - horizon * (1.0 - lost) / lost)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn levers() -> Levers {
        Levers {
            basket: 50.0,
            frequency: 4.0,
            margin: 0.5,
            retention: 0.8,
            discount: 0.1,
            lifetime: Some(3.0),
            horizon: 3.0,
        }
    }

    fn find(rows: &[LeverRow], formula: Formula) -> &LeverRow {
        rows.iter().find(|row| row.formula == formula).unwrap()
    }

    #[test]
    fn the_values_are_those_of_the_catalogue() {
        let rows = worth(&levers()).unwrap();
        // Margin 100, r 0.8, d 0.1: 366.67 at once, 266.67 a period later, 164.0871525 over three periods; churn 500.
        for (formula, want) in [
            (Formula::Simple, 600.0),
            (Formula::SimpleMargin, 300.0),
            (Formula::Churn, 500.0),
            (Formula::Retention, 100.0 * 0.8 / 0.3),
            (Formula::RetentionImmediate, 366.666_666_666_666_7),
            (Formula::Finite, 164.087_152_5),
        ] {
            let value = find(&rows, formula).value.unwrap();
            assert!((value - want).abs() < 1e-6, "{formula:?} {value}");
        }
    }

    #[test]
    fn elasticities_agree_with_differences() {
        let base = levers();
        let h = 1e-6;
        for formula in Formula::ALL {
            let at = |r: f64| value(formula, &Levers { retention: r, ..base.clone() }).unwrap();
            let slope = (at(0.8 + h) - at(0.8 - h)) / (2.0 * h) * 0.8 / at(0.8);
            let exact = retention_elasticity(formula, &base).unwrap();
            assert!((slope - exact).abs() < 1e-6, "{formula:?} {slope} {exact}");
        }
        // The two conventions of the first payment differ in elasticity by exactly 1.
        let rows = worth(&Levers { discount: 0.12, ..base }).unwrap();
        let of = |f| find(&rows, f).retention.as_ref().unwrap().elasticity.unwrap();
        assert!((of(Formula::Retention) - 3.5).abs() < 1e-12);
        assert!((of(Formula::Retention) - of(Formula::RetentionImmediate) - 1.0).abs() < 1e-12);
        assert_eq!(of(Formula::Simple), 0.0);
        assert_eq!(find(&rows, Formula::Simple).lifetime.as_ref().unwrap().elasticity, Some(1.0));
        assert_eq!(find(&rows, Formula::Retention).lifetime, None);
    }

    #[test]
    fn a_point_is_a_difference_and_not_a_slope() {
        let rows = worth(&levers()).unwrap();
        let retention = find(&rows, Formula::Retention);
        let gain = retention.retention.as_ref().unwrap().gain;
        assert!((gain - (100.0 * 0.81 / 0.29 - 100.0 * 0.8 / 0.3)).abs() < 1e-9);
        assert!((retention.basket.as_ref().unwrap().relative_gain.unwrap() - 0.01).abs() < 1e-12);
        let exchange = retention.basket_percent_for_one_point_of_retention.unwrap();
        assert!((exchange - gain / (266.666_666_666_666_7 * 0.01)).abs() < 1e-9);
    }

    #[test]
    fn limits_have_a_status() {
        let never = Levers { retention: 1.0, discount: 0.0, ..levers() };
        let rows = worth(&never).unwrap();
        assert_eq!(find(&rows, Formula::Churn).status.as_deref(), Some("unbounded"));
        assert_eq!(find(&rows, Formula::Retention).status.as_deref(), Some("divergent"));
        assert_eq!(find(&rows, Formula::Finite).value, Some(300.0));
        let error = worth(&Levers { lifetime: None, ..never }).unwrap_err();
        assert_eq!(error.code(), "unbounded");
        // One point more would make churn zero: no value to compare with.
        let rows = worth(&Levers { retention: 0.99, discount: 0.0, ..levers() }).unwrap();
        assert_eq!(find(&rows, Formula::Churn).retention, None);
        let rows = worth(&Levers { retention: 0.0, ..levers() }).unwrap();
        assert_eq!(find(&rows, Formula::Finite).value, Some(0.0));
        assert_eq!(worth(&Levers { margin: 1.2, ..levers() }).unwrap_err().code(), "out_of_domain");
        assert_eq!(worth(&Levers { horizon: 2.5, ..levers() }).unwrap_err().code(), "out_of_domain");
    }
}
