//! The calendar: dates as numbers of days, and the week, month, quarter or year a day lies in.
//!
//! Rates and horizons convert by the fixed lengths of [`crate::units`]. Where the calendar itself matters (the
//! month in which a customer was won), [`period_of_day`] and [`first_day_of_period`] go by the real calendar, with
//! weeks that start on Monday as in ISO 8601.
//!
//! Days are counted from 1 January 1970, which is day 0.

pub use crate::units::TimeUnit;

/// Year, month (1 to 12) and day of the month of a day, in the Gregorian calendar extended both ways.
///
/// Source: the algorithm "civil from days" (H. Hinnant, chrono-compatible low-level date algorithms), which is
/// exact integer arithmetic over eras of 400 years.
///
/// ```
/// assert_eq!(ukur::time::civil_of_day(0), (1970, 1, 1));
/// assert_eq!(ukur::time::civil_of_day(10_134), (1997, 9, 30));
/// ```
pub const fn civil_of_day(day: i64) -> (i64, u32, u32) {
    // Far beyond any calendar, so that the additions below cannot overflow.
    let day = if day > MAX_DAY {
        MAX_DAY
    } else if day < -MAX_DAY {
        -MAX_DAY
    } else {
        day
    };
    let z = day + 719_468;
    let era = z.div_euclid(146_097);
    let day_of_era = z.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day_of_month = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + if month <= 2 { 1 } else { 0 };
    (year, month as u32, day_of_month as u32)
}

/// The largest day the calendar functions work with; later (or earlier) days are read as this one.
pub const MAX_DAY: i64 = 1 << 40;

/// The day of a date: the inverse of [`civil_of_day`]. `month` runs from 1 to 12.
///
/// ```
/// assert_eq!(ukur::time::day_of_civil(1998, 6, 30), 10_407);
/// ```
pub const fn day_of_civil(year: i64, month: u32, day: u32) -> i64 {
    let year = if year > MAX_YEAR {
        MAX_YEAR
    } else if year < -MAX_YEAR {
        -MAX_YEAR
    } else {
        year
    };
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let shifted_month = (month as i64 + 9) % 12;
    let day_of_year = (153 * shifted_month + 2) / 5 + day as i64 - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

const MAX_YEAR: i64 = 1 << 31;

/// The calendar period of a day: weeks are numbered from the Monday before 1970, months, quarters and years from
/// January 1970. A period of an hour or less is not a matter of days: the day itself is given.
///
/// ```
/// use ukur::time::{period_of_day, TimeUnit};
/// assert_eq!(period_of_day(TimeUnit::Month, 31), 1); // 1 February 1970
/// assert_eq!(period_of_day(TimeUnit::Week, -4), -1); // Sunday 28 December 1969
/// ```
pub const fn period_of_day(unit: TimeUnit, day: i64) -> i64 {
    match unit {
        TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour | TimeUnit::Day => day,
        // 1 January 1970 was a Thursday.
        TimeUnit::Week => day.saturating_add(3).div_euclid(7),
        TimeUnit::Month | TimeUnit::Quarter | TimeUnit::Year => {
            let (year, month, _) = civil_of_day(day);
            let months = (year - 1970) * 12 + month as i64 - 1;
            match unit {
                TimeUnit::Month => months,
                TimeUnit::Quarter => months.div_euclid(3),
                _ => months.div_euclid(12),
            }
        }
    }
}

/// The first day of a period: the inverse of [`period_of_day`] at the period's start.
///
/// ```
/// use ukur::time::{first_day_of_period, TimeUnit};
/// assert_eq!(first_day_of_period(TimeUnit::Quarter, 1), 90); // 1 April 1970
/// ```
pub const fn first_day_of_period(unit: TimeUnit, period: i64) -> i64 {
    match unit {
        TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour | TimeUnit::Day => period,
        TimeUnit::Week => period.saturating_mul(7).saturating_sub(3),
        TimeUnit::Month | TimeUnit::Quarter | TimeUnit::Year => {
            let months = match unit {
                TimeUnit::Month => period,
                TimeUnit::Quarter => period.saturating_mul(3),
                _ => period.saturating_mul(12),
            };
            let year = months.div_euclid(12).saturating_add(1970);
            day_of_civil(year, months.rem_euclid(12) as u32 + 1, 1)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_known_from_the_calendar() {
        // Python's datetime.date(y, m, d).toordinal() - 719163.
        for (date, day) in [
            ((1970, 1, 1), 0),
            ((1997, 1, 1), 9_862),
            ((1997, 9, 30), 10_134),
            ((1998, 6, 30), 10_407),
            ((2000, 2, 29), 11_016),
            ((1900, 3, 1), -25_508),
            ((1, 1, 1), -719_162),
        ] {
            assert_eq!(day_of_civil(date.0, date.1, date.2), day, "{date:?}");
            assert_eq!(civil_of_day(day), date);
        }
    }

    #[test]
    fn every_day_of_eight_centuries_returns() {
        for day in -146_097..=146_097 {
            let (year, month, dom) = civil_of_day(day);
            assert_eq!(day_of_civil(year, month, dom), day);
            for unit in TimeUnit::ALL {
                let period = period_of_day(unit, day);
                let start = first_day_of_period(unit, period);
                assert!(start <= day && day < first_day_of_period(unit, period + 1), "{unit:?} {day}");
            }
        }
    }

    #[test]
    fn far_days_do_not_panic() {
        for day in [i64::MIN, i64::MAX, MAX_DAY, -MAX_DAY] {
            for unit in TimeUnit::ALL {
                let _ = first_day_of_period(unit, period_of_day(unit, day));
                let _ = first_day_of_period(unit, day);
            }
        }
    }
}
