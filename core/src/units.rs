//! Units of time, and exact conversion between them; [`stated`] holds what callers say of their columns.
//!
//! A week is 7 days, a year is 365.25 days (the mean year of the Julian calendar), a month is a twelfth of a
//! year (30.4375 days) and a quarter a fourth of one. One convention for every rate, horizon and discount:
//! tools that take a month for 30 days in one place and for 4.345 weeks in another contradict themselves.

pub mod stated;
pub mod tables;

use crate::{Error, Result};
use std::fmt;
use std::str::FromStr;

/// A unit of time.
///
/// ```
/// use ukur::units::TimeUnit;
/// assert_eq!(TimeUnit::Year.in_units_of(TimeUnit::Week), 365.25 / 7.0);
/// assert_eq!(TimeUnit::Year.in_units_of(TimeUnit::Month), 12.0);
/// assert_eq!("weeks".parse::<TimeUnit>().unwrap(), TimeUnit::Week);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum TimeUnit {
    /// The SI second.
    Second,
    /// 60 seconds.
    Minute,
    /// 60 minutes.
    Hour,
    /// 24 hours.
    Day,
    /// 7 days.
    Week,
    /// A twelfth of a year: 30.4375 days.
    Month,
    /// A fourth of a year: 91.3125 days.
    Quarter,
    /// 365.25 days.
    Year,
}

impl TimeUnit {
    /// Every unit, the shortest first.
    pub const ALL: [Self; 8] = [
        Self::Second,
        Self::Minute,
        Self::Hour,
        Self::Day,
        Self::Week,
        Self::Month,
        Self::Quarter,
        Self::Year,
    ];

    /// Its length in seconds, a whole number for every unit.
    pub const fn seconds(self) -> f64 {
        match self {
            Self::Second => 1.0,
            Self::Minute => 60.0,
            Self::Hour => 3_600.0,
            Self::Day => 86_400.0,
            Self::Week => 604_800.0,
            Self::Month => 2_629_800.0,
            Self::Quarter => 7_889_400.0,
            Self::Year => 31_557_600.0,
        }
    }

    /// Its length in days.
    pub const fn days(self) -> f64 {
        self.seconds() / 86_400.0
    }

    /// How many `other` units one of these lasts. Both lengths are whole numbers of seconds, so the ratio is
    /// rounded once.
    pub fn in_units_of(self, other: Self) -> f64 {
        self.seconds() / other.seconds()
    }

    /// `amount` of this unit, expressed in `other`.
    ///
    /// ```
    /// use ukur::units::TimeUnit;
    /// assert_eq!(TimeUnit::Month.convert(12.0, TimeUnit::Year), 1.0);
    /// ```
    pub fn convert(self, amount: f64, other: Self) -> f64 {
        amount * self.seconds() / other.seconds()
    }

    /// The stable name, as in Python and JavaScript.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }

    /// The unit of a name, for the argument `argument`; singular and plural are both understood.
    ///
    /// # Errors
    ///
    /// `unknown_unit`, naming the argument and the units there are.
    pub fn parse(argument: &str, name: &str) -> Result<Self> {
        let singular = name.strip_suffix('s').unwrap_or(name);
        Self::ALL.into_iter().find(|unit| unit.as_str() == singular).ok_or_else(|| {
            Error::input(
                "unknown_unit",
                format!(
                    "`{argument}` must be one of second, minute, hour, day, week, month, quarter, year, got \
                     '{name}'"
                ),
            )
        })
    }
}

impl FromStr for TimeUnit {
    type Err = Error;
    fn from_str(name: &str) -> Result<Self> {
        Self::parse("unit", name)
    }
}

impl fmt::Display for TimeUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The continuously compounded rate per `time_unit` that equals an effective `rate` per `period`:
/// `ln(1 + rate)` for the period, divided by its length. 10 % a year is 0.0018266 a week.
///
/// ```
/// use ukur::units::{TimeUnit, continuous_rate};
/// let weekly = continuous_rate(0.10, TimeUnit::Year, TimeUnit::Week)?;
/// assert!((weekly - 0.001826615).abs() < 1e-9);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
///
/// A `rate` that is missing, infinite, or not above -1.
pub fn continuous_rate(rate: f64, period: TimeUnit, time_unit: TimeUnit) -> Result<f64> {
    if !rate.is_finite() || rate <= -1.0 {
        return Err(Error::invalid("discount_rate", "a finite number above -1", rate));
    }
    Ok(libm::log1p(rate) * time_unit.in_units_of(period))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_round_trip_and_lengths_are_exact() {
        for unit in TimeUnit::ALL {
            assert_eq!(unit.as_str().parse::<TimeUnit>().unwrap(), unit);
            assert_eq!(unit.seconds().fract(), 0.0);
        }
        assert_eq!(TimeUnit::Year.in_units_of(TimeUnit::Day), 365.25);
        assert_eq!(TimeUnit::Month.in_units_of(TimeUnit::Day), 30.4375);
        assert_eq!(TimeUnit::Quarter.convert(4.0, TimeUnit::Year), 1.0);
    }

    #[test]
    fn an_unknown_unit_names_the_argument() {
        let error = TimeUnit::parse("horizon_unit", "fortnight").unwrap_err();
        assert_eq!(error.code(), "unknown_unit");
        assert!(error.to_string().contains("`horizon_unit`"));
    }

    #[test]
    fn a_year_of_weekly_rates_is_the_annual_rate() {
        let weekly = continuous_rate(0.1, TimeUnit::Year, TimeUnit::Week).unwrap();
        let back = libm::expm1(weekly * TimeUnit::Year.in_units_of(TimeUnit::Week));
        assert!((back - 0.1).abs() < 1e-15);
        assert!(continuous_rate(-1.0, TimeUnit::Year, TimeUnit::Week).is_err());
    }
}
