//! Dates from text: ISO 8601, or a format given in the directives of `strptime`.
//!
//! One reader for every language, so that a date means the same in all of them. Dates are read before they are
//! compared; a text that is no date is refused with its row, never skipped.

use crate::shown::Quoted;
use crate::time::{civil_of_day, day_of_civil};
use crate::{Error, Result};

/// Microseconds in a day: the ticks in which [`read_dates`] answers.
pub const MICROSECONDS_PER_DAY: i64 = 86_400_000_000;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Dates read from text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadDates {
    /// Microseconds since 1 January 1970; in UTC where the texts carry offsets, else as they stand.
    pub ticks: Vec<i64>,
    /// No text has a time of day.
    pub dates_only: bool,
    /// Every text has an offset from UTC (`Z`, `+07:00`).
    pub with_offset: bool,
}

/// One date as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Written {
    day: i64,
    microseconds: i64,
    offset_minutes: Option<i64>,
    with_time: bool,
}

/// Reads dates. Without a `format` they are ISO 8601: `1997-09-30` or `19970930`, with or without a time
/// (`T14:30`, ` 14:30:05.25`) and an offset (`Z`, `+07:00`). With one they follow the directives `%Y %y %m %d %j %b
/// %B %H %I %p %M %S %f %z %F %T %%`. `argument` and `rows` (the row of each text; by default its position) are for
/// the message.
///
/// # Errors
/// `unparseable_date`, with the row and the text; `mixed_offsets` where only some texts carry an offset;
/// `invalid_format` for a directive that is not in the list.
///
/// ```
/// use ukur::dates::{MICROSECONDS_PER_DAY, read_dates};
/// let read = read_dates("date", &["30/09/1997"], None, Some("%d/%m/%Y"))?;
/// assert_eq!(read.ticks, [10_134 * MICROSECONDS_PER_DAY]);
/// let error = read_dates("date", &["1997-09-30", "1997-09-31"], None, None).unwrap_err();
/// assert!(error.to_string().contains("row 1"));
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn read_dates<S: AsRef<str>>(
    argument: &str,
    texts: &[S],
    rows: Option<&[usize]>,
    format: Option<&str>,
) -> Result<ReadDates> {
    if let Some(format) = format {
        check_format(format)?;
    }
    let mut result =
        ReadDates { ticks: Vec::with_capacity(texts.len()), dates_only: true, with_offset: true };
    let mut first_without = None;
    let mut first_with = None;
    for (at, text) in texts.iter().enumerate() {
        let text = text.as_ref();
        let row = rows.map_or(at, |rows| rows.get(at).copied().unwrap_or(at));
        let trimmed = text.trim();
        let read = match format {
            None => read_iso(trimmed),
            Some(format) => read_format(trimmed, format),
        };
        let Some(written) = read else { return Err(unparseable(argument, text, row, format)) };
        result.dates_only &= !written.with_time;
        match written.offset_minutes {
            Some(_) => first_with = first_with.or(Some(row)),
            None => first_without = first_without.or(Some(row)),
        }
        let local = written.day * MICROSECONDS_PER_DAY + written.microseconds;
        result.ticks.push(local - written.offset_minutes.unwrap_or(0) * 60_000_000);
    }
    result.with_offset = first_with.is_some();
    if let (Some(with), Some(without)) = (first_with, first_without) {
        return Err(Error::input(
            "mixed_offsets",
            format!(
                "`{argument}` mixes times with an offset from UTC (row {with}) and without (row {without}); give all \
                 of them one"
            ),
        ));
    }
    Ok(result)
}

fn unparseable(argument: &str, text: &str, row: usize, format: Option<&str>) -> Error {
    let shown: String = text.chars().take(40).collect();
    let rule = match format {
        None => {
            "no ISO date such as \"1997-09-30\"; name the format, as in date_format=\"%d/%m/%Y\"".to_owned()
        }
        Some(format) => format!("no date in the format {}", Quoted(format)),
    };
    Error::input(
        "unparseable_date",
        format!("`{argument}` holds {} in row {row} (counted from 0), which is {rule}", Quoted(&shown)),
    )
}

/// A cursor over ASCII text.
struct Cursor<'t> {
    rest: &'t [u8],
}

impl Cursor<'_> {
    fn take(&mut self, byte: u8) -> bool {
        match self.rest.split_first() {
            Some((first, rest)) if *first == byte => {
                self.rest = rest;
                true
            }
            _ => false,
        }
    }

    fn peek(&self) -> Option<u8> {
        self.rest.first().copied()
    }

    /// Between `least` and `most` digits.
    fn digits(&mut self, least: usize, most: usize) -> Option<i64> {
        let count = self.rest.iter().take(most).take_while(|byte| byte.is_ascii_digit()).count();
        if count < least {
            return None;
        }
        let (digits, rest) = self.rest.split_at(count);
        self.rest = rest;
        Some(digits.iter().fold(0, |number, digit| number * 10 + i64::from(digit - b'0')))
    }

    fn number(&mut self, least: usize, most: usize, range: std::ops::RangeInclusive<i64>) -> Option<i64> {
        self.digits(least, most).filter(|number| range.contains(number))
    }

    /// Up to nine digits after the point, as microseconds (cut, not rounded).
    fn fraction(&mut self) -> Option<i64> {
        let count = self.rest.iter().take(10).take_while(|byte| byte.is_ascii_digit()).count();
        if !(1..=9).contains(&count) {
            return None;
        }
        let (digits, rest) = self.rest.split_at(count);
        self.rest = rest;
        Some(
            (0..6).fold(0, |number, at| {
                number * 10 + digits.get(at).map_or(0, |digit| i64::from(digit - b'0'))
            }),
        )
    }

    /// `Z`, `+07:00`, `+0700` or `+07`, in minutes.
    fn offset(&mut self) -> Option<i64> {
        if self.take(b'Z') || self.take(b'z') {
            return Some(0);
        }
        let sign = if self.take(b'+') {
            1
        } else if self.take(b'-') {
            -1
        } else {
            return None;
        };
        let hours = self.number(2, 2, 0..=23)?;
        let colon = self.take(b':');
        let minutes = if colon || self.peek().is_some_and(|b| b.is_ascii_digit()) {
            self.number(2, 2, 0..=59)?
        } else {
            0
        };
        Some(sign * (hours * 60 + minutes))
    }

    /// One of the names, whole or by its first three letters.
    fn name(&mut self, names: &[&str], whole: bool) -> Option<u32> {
        let found = names.iter().position(|name| {
            let wanted = if whole { name.len() } else { 3 };
            self.rest.len() >= wanted
                && self.rest.iter().zip(name.bytes().take(wanted)).all(|(a, b)| a.eq_ignore_ascii_case(&b))
        })?;
        let length = if whole { names.get(found).map_or(0, |name| name.len()) } else { 3 };
        self.rest = self.rest.get(length..).unwrap_or_default();
        Some(found as u32)
    }
}

/// The day of a date that the calendar has.
fn real_day(year: i64, month: i64, day: i64) -> Option<i64> {
    let (month, day) = (u32::try_from(month).ok()?, u32::try_from(day).ok()?);
    let count = day_of_civil(year, month, day);
    (civil_of_day(count) == (year, month, day)).then_some(count)
}

fn read_iso(text: &str) -> Option<Written> {
    let mut cursor = Cursor { rest: text.as_bytes() };
    let year = cursor.number(4, 4, 1..=9999)?;
    let dashed = cursor.take(b'-');
    let month = cursor.number(2, 2, 1..=12)?;
    if dashed && !cursor.take(b'-') {
        return None;
    }
    let day = real_day(year, month, cursor.number(2, 2, 1..=31)?)?;
    let mut written = Written { day, microseconds: 0, offset_minutes: None, with_time: false };
    if cursor.take(b'T') || cursor.take(b't') || cursor.take(b' ') {
        written.with_time = true;
        let hours = cursor.number(2, 2, 0..=23)?;
        if !cursor.take(b':') {
            return None;
        }
        let minutes = cursor.number(2, 2, 0..=59)?;
        let mut seconds = 0;
        let mut fraction = 0;
        if cursor.take(b':') {
            seconds = cursor.number(2, 2, 0..=59)?;
            if cursor.take(b'.') || cursor.take(b',') {
                fraction = cursor.fraction()?;
            }
        }
        written.microseconds = ((hours * 60 + minutes) * 60 + seconds) * 1_000_000 + fraction;
        if cursor.peek().is_some() {
            cursor.take(b' ');
            written.offset_minutes = Some(cursor.offset()?);
        }
    }
    cursor.rest.is_empty().then_some(written)
}

fn check_format(format: &str) -> Result<()> {
    let mut bytes = format.bytes();
    let mut directives = 0;
    while let Some(byte) = bytes.next() {
        if byte != b'%' {
            continue;
        }
        directives += 1;
        let directive = bytes.next().unwrap_or(b' ');
        // By bytes: the search for a character brings 3 kB that cut texts and write them in panics.
        if !b"YymdjbBHIpMSfzFT%".contains(&directive) {
            let directive = char::from(directive);
            return Err(Error::input(
                "invalid_format",
                format!(
                    "`date_format` {} has the directive \"%{directive}\"; those there are: %Y %y %m %d %j %b \
                     %B %H %I %p %M %S %f %z %F %T %%",
                    Quoted(format)
                ),
            ));
        }
    }
    if directives == 0 {
        return Err(Error::input(
            "invalid_format",
            format!("`date_format` {} has no directive; write it as in \"%d/%m/%Y\"", Quoted(format)),
        ));
    }
    Ok(())
}

/// What a format has told so far.
#[derive(Default)]
struct Parts {
    year: Option<i64>,
    month: Option<i64>,
    day: Option<i64>,
    day_of_year: Option<i64>,
    hour: Option<i64>,
    afternoon: Option<bool>,
    minute: Option<i64>,
    second: Option<i64>,
    fraction: Option<i64>,
    offset: Option<i64>,
}

fn read_format(text: &str, format: &str) -> Option<Written> {
    let mut cursor = Cursor { rest: text.as_bytes() };
    let mut parts = Parts::default();
    let mut bytes = format.trim().bytes();
    while let Some(byte) = bytes.next() {
        if byte != b'%' {
            if !cursor.take(byte) {
                return None;
            }
            continue;
        }
        parts.directive(bytes.next()?, &mut cursor)?;
    }
    if !cursor.rest.is_empty() {
        return None;
    }
    parts.written()
}

impl Parts {
    fn directive(&mut self, directive: u8, cursor: &mut Cursor) -> Option<()> {
        match directive {
            b'Y' => self.year = Some(cursor.number(4, 4, 1..=9999)?),
            // POSIX: 69 to 99 are of the last century.
            b'y' => self.year = cursor.digits(2, 2).map(|y| if y < 69 { 2000 + y } else { 1900 + y }),
            b'm' => self.month = Some(cursor.number(1, 2, 1..=12)?),
            b'd' => self.day = Some(cursor.number(1, 2, 1..=31)?),
            b'j' => self.day_of_year = Some(cursor.number(1, 3, 1..=366)?),
            b'b' => self.month = Some(i64::from(cursor.name(&MONTHS, false)?) + 1),
            b'B' => self.month = Some(i64::from(cursor.name(&MONTHS, true)?) + 1),
            b'H' => self.hour = Some(cursor.number(1, 2, 0..=23)?),
            b'I' => self.hour = Some(cursor.number(1, 2, 1..=12)? % 12),
            b'p' => self.afternoon = Some(cursor.name(&["am", "pm"], true)? == 1),
            b'M' => self.minute = Some(cursor.number(1, 2, 0..=59)?),
            b'S' => self.second = Some(cursor.number(1, 2, 0..=59)?),
            b'f' => self.fraction = Some(cursor.fraction()?),
            b'z' => self.offset = Some(cursor.offset()?),
            b'F' => {
                for (directive, mark) in [(b'Y', b'-'), (b'm', b'-'), (b'd', 0)] {
                    self.directive(directive, cursor)?;
                    if mark != 0 && !cursor.take(mark) {
                        return None;
                    }
                }
            }
            b'T' => {
                for (directive, mark) in [(b'H', b':'), (b'M', b':'), (b'S', 0)] {
                    self.directive(directive, cursor)?;
                    if mark != 0 && !cursor.take(mark) {
                        return None;
                    }
                }
            }
            b'%' => {
                if !cursor.take(b'%') {
                    return None;
                }
            }
            _ => return None,
        }
        Some(())
    }

    fn written(&self) -> Option<Written> {
        let year = self.year?;
        let day = match self.day_of_year {
            Some(count) => {
                let day = real_day(year, 1, 1)? + count - 1;
                (civil_of_day(day).0 == year).then_some(day)?
            }
            // A format of months names the first day of the month.
            None => real_day(year, self.month.unwrap_or(1), self.day.unwrap_or(1))?,
        };
        let noon = if self.afternoon == Some(true) { 12 } else { 0 };
        let seconds = ((self.hour.unwrap_or(0) + noon) * 60 + self.minute.unwrap_or(0)) * 60;
        let microseconds = (seconds + self.second.unwrap_or(0)) * 1_000_000 + self.fraction.unwrap_or(0);
        (microseconds < MICROSECONDS_PER_DAY).then_some(Written {
            day,
            microseconds,
            offset_minutes: self.offset,
            with_time: self.hour.is_some(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn iso(text: &str) -> Option<(i64, bool, bool)> {
        read_dates("date", &[text], None, None).ok().map(|r| (r.ticks[0], r.dates_only, r.with_offset))
    }

    /// Python: datetime.fromisoformat(text), minus the epoch, in microseconds.
    #[test]
    fn iso_dates() {
        const DAY: i64 = MICROSECONDS_PER_DAY;
        assert_eq!(iso("1997-09-30"), Some((10_134 * DAY, true, false)));
        assert_eq!(iso(" 19970930 "), Some((10_134 * DAY, true, false)));
        assert_eq!(iso("1997-09-30T14:30"), Some((10_134 * DAY + 52_200_000_000, false, false)));
        assert_eq!(iso("1997-09-30 14:30:05.25"), Some((10_134 * DAY + 52_205_250_000, false, false)));
        assert_eq!(iso("1997-09-30T00:00:00.123456789Z"), Some((10_134 * DAY + 123_456, false, true)));
        assert_eq!(iso("1997-09-30T07:00:00+07:00"), Some((10_134 * DAY, false, true)));
        assert_eq!(iso("1997-09-30T07:00:00-0330"), Some((10_134 * DAY + 37_800_000_000, false, true)));
        assert_eq!(iso("0001-01-01"), Some((-719_162 * DAY, true, false)));
        for bad in [
            "",
            "1997",
            "1997-9-30",
            "1997-09-31",
            "1997-02-29",
            "1997-13-01",
            "1997-09-30T",
            "1997-09-30T24:00",
            "1997-09-30x",
            "30/09/1997",
            "1997-0930",
            "199709-30",
            "NaT",
            "１９９７-09-30",
            "1997-09-30T07:00:00+",
            "1997-09-30T07:00:00.",
            "0000-01-01",
        ] {
            assert_eq!(iso(bad), None, "{bad}");
        }
    }

    #[test]
    fn formats() {
        let read = |text: &str, format: &str| {
            read_dates("date", &[text], None, Some(format)).ok().map(|r| r.ticks[0] / 1_000_000)
        };
        let day = 10_134 * 86_400;
        assert_eq!(read("30/09/1997", "%d/%m/%Y"), Some(day));
        assert_eq!(read("30/9/97", "%d/%m/%y"), Some(day));
        assert_eq!(read("Sep 30, 1997", "%b %d, %Y"), Some(day));
        assert_eq!(read("30 SEPTEMBER 1997", "%d %B %Y"), Some(day));
        assert_eq!(read("1997273", "%Y%j"), Some(day));
        assert_eq!(read("9/30/1997 2:05 PM", "%m/%d/%Y %I:%M %p"), Some(day + 50_700));
        assert_eq!(read("9/30/1997 12:05 am", "%m/%d/%Y %I:%M %p"), Some(day + 300));
        assert_eq!(read("1997-09-30T10:00:00.5+0200", "%FT%T.%f%z"), Some(day + 28_800));
        assert_eq!(read("1997-09", "%Y-%m"), Some(day - 29 * 86_400));
        assert_eq!(read("100% 1997", "100%% %Y"), Some(9_862 * 86_400));
        assert_eq!(read("31/02/1997", "%d/%m/%Y"), None);
        assert_eq!(read("30/09/1997 ", "%d-%m-%Y"), None);
        assert_eq!(read("09", "%m"), None);
        assert_eq!(read("1997366", "%Y%j"), None);
    }

    #[test]
    fn refusals_name_the_row_and_the_text() {
        let error = read_dates("date", &["soon"], Some(&[41]), None).unwrap_err();
        assert_eq!(error.code(), "unparseable_date");
        assert!(error.to_string().contains("\"soon\"") && error.to_string().contains("row 41"), "{error}");
        let error = read_dates("date", &["1997-09-30T00:00Z", "1997-09-30"], None, None).unwrap_err();
        assert_eq!(error.code(), "mixed_offsets");
        for format in ["%Q", "%", "Y-m-d", ""] {
            assert_eq!(read_dates("date", &["x"], None, Some(format)).unwrap_err().code(), "invalid_format");
        }
    }

    #[test]
    fn any_text_is_read_or_refused() {
        let mut state = 11u64;
        let alphabet: Vec<char> = "0123456789-T:Z+. /é".chars().collect();
        for _ in 0..20_000 {
            let mut text = String::new();
            for _ in 0..12 {
                state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
                text.push(alphabet[(state >> 33) as usize % alphabet.len()]);
            }
            let _ = read_dates("date", &[&text], None, None);
            let _ = read_dates("date", &[&text], None, Some("%Y-%j %b%d %f %z"));
        }
    }
}
