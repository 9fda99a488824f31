//! What callers say their columns hold, held against what a metric takes.
//!
//! A unit is stated by its name in the catalogue (`"count"`, `"people"`, `"ratio"`, `"days"` ...), money with its
//! currency: `"currency:IDR"`. Nothing has to be stated; what is stated is checked. The unit must be the input's own,
//! one call has one currency and one unit of time, and inputs of any unit (the two figures of a percentage change) have
//! the same.

use crate::catalogue::{Metric, Unit, nearest};
use crate::provenance::worst;
use crate::{Error, Provenance, Result};
use std::fmt;

/// The unit that a column is stated to have.
///
/// ```
/// use ukur::catalogue::Unit;
/// use ukur::units::stated::Stated;
/// let stated = Stated::parse("cost", "currency:IDR")?;
/// assert_eq!((stated.unit, stated.to_string().as_str()), (Unit::Currency, "currency:IDR"));
/// assert_eq!(Stated::parse("cost", "rupiah").unwrap_err().code(), "unknown_unit");
/// # Ok::<(), ukur::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stated {
    /// The unit.
    pub unit: Unit,
    /// The currency of money, where it is named: three capital letters (ISO 4217).
    currency: Option<[u8; 3]>,
}

impl Stated {
    /// Reads a unit's name, for the column `name`.
    ///
    /// # Errors
    /// `unknown_unit`, with the nearest names.
    pub fn parse(name: &str, text: &str) -> Result<Self> {
        let (unit, code) = text.split_once(':').map_or((text, None), |(unit, code)| (unit, Some(code)));
        let found = Unit::STATED.into_iter().find(|one| one.as_str() == unit);
        let letters = code.map(|code| <[u8; 3]>::try_from(code.as_bytes()));
        match (found, letters) {
            (Some(unit), None) => Ok(Self { unit, currency: None }),
            (Some(unit @ (Unit::Currency | Unit::CurrencyEach)), Some(Ok(letters)))
                if letters.iter().all(u8::is_ascii_uppercase) =>
            {
                Ok(Self { unit, currency: Some(letters) })
            }
            _ => {
                let hint = match unit {
                    "percent" | "%" => {
                        "a percentage is a ratio: divide it by 100 and state \"ratio\"".to_owned()
                    }
                    _ if code.is_some() || text.bytes().all(|byte| byte.is_ascii_uppercase()) => {
                        "money is stated as \"currency:\" and three capital letters, \"currency:IDR\""
                            .to_owned()
                    }
                    _ => nearest(unit, &mut Unit::STATED.into_iter().map(Unit::as_str)),
                };
                Err(Error::input(
                    "unknown_unit",
                    format!("the unit of `{name}` is unknown, got \"{text}\"; {hint}"),
                ))
            }
        }
    }

    /// Whether a column of this unit may stand where `expected` is taken.
    fn fits(self, expected: Unit) -> bool {
        self.unit == expected
            || match expected {
                Unit::Any | Unit::Other => true,
                Unit::CountOrPeople => matches!(self.unit, Unit::Count | Unit::People),
                Unit::Periods => is_time(self.unit),
                // A price is stated like an amount: "currency:IDR".
                Unit::CurrencyEach => self.unit == Unit::Currency,
                Unit::CountEach => self.unit == Unit::Count,
                Unit::PeopleEach => self.unit == Unit::People,
                Unit::HoursEach => self.unit == Unit::Hours,
                Unit::PointsEach => self.unit == Unit::Points,
                _ => false,
            }
    }
}

const fn is_time(unit: Unit) -> bool {
    matches!(
        unit,
        Unit::Days
            | Unit::Hours
            | Unit::Minutes
            | Unit::Seconds
            | Unit::Weeks
            | Unit::Months
            | Unit::Quarters
            | Unit::Years
    )
}

impl fmt::Display for Stated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.unit.as_str())?;
        if let Some(letters) = self.currency {
            f.write_str(":")?;
            for letter in letters {
                fmt::Write::write_char(f, char::from(letter))?;
            }
        }
        Ok(())
    }
}

/// What the columns of one call have in common.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Common<'a> {
    /// The first column with a currency.
    currency: Option<(&'a str, Stated)>,
    /// The first where periods are taken.
    time: Option<(&'a str, Stated)>,
    /// The first where any unit is taken.
    any: Option<(&'a str, Stated)>,
}

impl<'a> Common<'a> {
    /// The unit of a result, with the currency of the columns where it is money: `"currency_each:IDR"`.
    pub fn of_result(&self, unit: Unit) -> String {
        let plain = Stated { unit, currency: None };
        let of = |first: Option<(&str, Stated)>| first.map_or(plain, |(_, stated)| stated);
        match unit {
            Unit::Currency | Unit::CurrencyEach => Stated { unit, ..of(self.currency) },
            Unit::Periods => of(self.time),
            Unit::Any => of(self.any),
            _ => plain,
        }
        .to_string()
    }

    /// One more column: its stated unit (an empty text states nothing) held against the unit that `taker` takes.
    fn add(&mut self, taker: &str, name: &'a str, expected: Unit, text: &str) -> Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        let stated = Stated::parse(name, text)?;
        if !stated.fits(expected) {
            let expected = expected.as_str();
            return Err(Error::input(
                "wrong_unit",
                format!(
                    "`{name}` of `{taker}` must be in {expected}, got {stated}; give a column in {expected}, or state the \
                     unit that the column has"
                ),
            ));
        }
        let slot = match expected {
            Unit::Periods => Some(&mut self.time),
            Unit::Any => Some(&mut self.any),
            _ => None,
        };
        let mut code = "mixed_units";
        let mut first = slot.map_or((name, stated), |slot| *slot.get_or_insert((name, stated)));
        let mut differs = first.1 != stated;
        if !differs && stated.currency.is_some() {
            code = "two_currencies";
            first = *self.currency.get_or_insert((name, stated));
            differs = first.1.currency != stated.currency;
        }
        if !differs {
            return Ok(());
        }
        let (other, before) = first;
        Err(Error::input(
            code,
            format!(
                "`{taker}` got `{other}` in {before} and `{name}` in {stated}, which must be the same; convert one of them \
                 first"
            ),
        ))
    }
}

/// Holds columns against what `taker` takes: each with its name, the unit taken and the unit stated (an empty text states
/// nothing).
///
/// # Errors
/// `unknown_unit`; `wrong_unit` for a column of another unit than the one taken; `two_currencies`; `mixed_units` for
/// columns that must have one unit and have several.
///
/// ```
/// use ukur::catalogue::Unit;
/// use ukur::units::stated::check;
/// let columns = |revenue, cost| [("revenue", Unit::Currency, revenue), ("cost", Unit::Currency, cost)];
/// let common = check("roi", columns("currency:IDR", ""))?;
/// assert_eq!(common.of_result(Unit::CurrencyEach), "currency_each:IDR");
/// assert_eq!(check("roi", columns("currency:IDR", "currency:USD")).unwrap_err().code(), "two_currencies");
/// assert_eq!(check("roi", columns("people", "")).unwrap_err().code(), "wrong_unit");
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn check<'a>(
    taker: &str,
    columns: impl IntoIterator<Item = (&'a str, Unit, &'a str)>,
) -> Result<Common<'a>> {
    let mut common = Common::default();
    for (name, expected, text) in columns {
        common.add(taker, name, expected, text)?;
    }
    Ok(common)
}

/// What is known of a result beside its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The unit, with the currency where it is money and stated.
    pub unit: String,
    /// The worst mark of the inputs and of the metric itself; `None` where nothing is known.
    pub provenance: Option<Provenance>,
}

impl Metric {
    /// Unit and mark of a result, from what is stated of the inputs, in their order: the column that each comes from, its
    /// unit and its mark; an empty text states nothing.
    ///
    /// # Errors
    /// As [`check`]; `unknown_provenance`.
    ///
    /// ```
    /// let cpm = ukur::catalogue::find("cpm")?;
    /// let label = cpm.label([("fee", "currency:IDR", "measured"), ("impressions", "count", "estimated")])?;
    /// assert_eq!(label.unit, "currency_each:IDR");
    /// assert_eq!(label.provenance, Some(ukur::Provenance::Estimated));
    /// assert!(cpm.label([("fee", "currency:IDR", ""), ("reach", "people", "")]).is_err());
    /// # Ok::<(), ukur::Error>(())
    /// ```
    pub fn label<'a>(&self, columns: impl IntoIterator<Item = (&'a str, &'a str, &'a str)>) -> Result<Label> {
        let mut common = Common::default();
        let mut provenance = Some(Provenance::Measured);
        for (input, (name, unit, mark)) in self.inputs.iter().zip(columns) {
            common.add(self.id, name, input.unit, unit)?;
            let mark = if mark.is_empty() { None } else { Some(Provenance::parse(mark)?) };
            provenance = worst(&[provenance, mark]);
        }
        if self.best_mark > Provenance::Measured {
            provenance = provenance.max(Some(self.best_mark));
        }
        Ok(Label { unit: common.of_result(self.unit), provenance })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{all, find};

    fn label(id: &str, units: &[&str]) -> Result<Label> {
        let metric = find(id)?;
        let stated = units.iter().copied().chain(std::iter::repeat(""));
        metric.label(metric.inputs.iter().zip(stated).map(|(input, unit)| (input.name, unit, "")))
    }

    #[test]
    fn every_unit_of_the_catalogue_can_be_stated_and_gives_the_metric_its_unit() {
        for metric in all() {
            let units: Vec<_> = metric
                .inputs
                .iter()
                .map(|input| match input.unit {
                    Unit::Any | Unit::Other | Unit::Labels => "",
                    unit => unit.as_str(),
                })
                .collect();
            assert_eq!(label(metric.id, &units).unwrap().unit, metric.unit.as_str(), "{}", metric.id);
        }
    }

    #[test]
    fn another_unit_is_refused_for_every_input() {
        for metric in all() {
            for (at, input) in metric.inputs.iter().enumerate() {
                let wrong = match input.unit {
                    Unit::Any | Unit::Other => continue,
                    Unit::Currency | Unit::CurrencyEach => "people",
                    _ => "currency:IDR",
                };
                let mut units = vec![""; metric.inputs.len()];
                units[at] = wrong;
                let error = label(metric.id, &units).unwrap_err();
                assert_eq!(error.code(), "wrong_unit");
                assert!(
                    error.to_string().contains(&format!("`{}` of `{}`", input.name, metric.id)),
                    "{error}"
                );
            }
        }
    }

    #[test]
    fn one_call_has_one_currency_one_unit_of_time_and_one_unit_to_compare() {
        for (id, units, code) in [
            ("roi", &["currency:IDR", "currency:USD"][..], "two_currencies"),
            ("all_in_cost", &["currency:IDR", "", "", "currency:USD"], "two_currencies"),
            ("bgnbd_probability_alive", &["", "", "", "", "", "days", "weeks"], "mixed_units"),
            ("percent_change", &["people", "count"], "mixed_units"),
            ("percent_change", &["currency:IDR", "count"], "mixed_units"),
            ("benchmark_index", &["count_or_people", "currency"], "mixed_units"),
            ("cpm", &["IDR", ""], "unknown_unit"),
            ("cpm", &["currency:idr", ""], "unknown_unit"),
            ("cpm", &["count:IDR", ""], "unknown_unit"),
            ("conversion_rate", &["percent", ""], "unknown_unit"),
        ] {
            assert_eq!(label(id, units).unwrap_err().code(), code, "{id} {units:?}");
        }
    }

    #[test]
    fn results_carry_currency_time_and_the_unit_compared() {
        for (id, units, unit) in [
            ("cpm", &["currency:IDR", "count"][..], "currency_each:IDR"),
            ("cpm", &["", ""], "currency_each"),
            ("all_in_cost", &["", "currency:USD", "hours", "currency:USD"], "currency:USD"),
            ("roi", &["currency:IDR", "currency:IDR"], "ratio"),
            ("percent_change", &["currency:IDR", "currency:IDR"], "ratio"),
            ("difference_in_differences", &["people", "people", "people", ""], "people"),
            ("bass_peak_time", &["", ""], "periods"),
            ("relative_lift", &["people", "people"], "ratio"),
        ] {
            assert_eq!(label(id, units).unwrap().unit, unit, "{id}");
        }
    }

    #[test]
    fn models_are_never_measured() {
        let measured = |id: &str| {
            let metric = find(id).unwrap();
            metric.label(metric.inputs.iter().map(|input| (input.name, "", "measured"))).unwrap().provenance
        };
        assert_eq!(measured("cpm"), Some(Provenance::Measured));
        assert_eq!(measured("wilson_lower"), Some(Provenance::Estimated));
        for id in [
            "clv_retention",
            "attribution_markov",
            "attribution_shapley",
            "bgnbd_expected_purchases",
            "emv_cpm",
        ] {
            assert_eq!(measured(id), Some(Provenance::Modelled), "{id}");
        }
        assert_eq!(label("bass_peak_time", &[]).unwrap().provenance, Some(Provenance::Modelled));
        assert_eq!(label("cpm", &[]).unwrap().provenance, None);
    }
}
