//! Retention by acquisition cohort.

use super::grouping::{Dropped, group, in_order, time_range, with_steps};
use super::purchases::{MISSING_CODE, MISSING_TIME, Purchases, codes_of, with_codes};
use super::summarise::Moment;
use crate::numerics::order_free_sum::OrderFreeSums;
use crate::shown::Quoted;
use crate::sort::Order as _;
use crate::time::{TimeUnit, civil_of_day, first_day_of_period, period_of_day};
use crate::{Error, Result};

/// Tables above this size are of no use to a reader and would exhaust a browser's memory.
const MOST_CELLS: u64 = 20_000_000;

/// 64 years have fewer days; days beyond the calendar's reach could be any number.
const MOST_DAYS_BY_MASK: u64 = 24_000;

/// When a customer counts as retained at an age.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Returned {
    /// He or she bought in that very period.
    #[default]
    On,
    /// He or she bought in that period or a later one ("unbounded" retention).
    OnOrAfter,
}

choices!(Returned { On = "on", OnOrAfter = "on_or_after" });

/// How to lay out the cohorts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CohortOptions {
    /// The period of acquisition and of age: a day, week (from Monday), month, quarter or year of the calendar.
    pub unit: TimeUnit,
    /// The end of observation, inclusive; by default the last purchase.
    pub end: Option<Moment>,
    /// When a customer counts as retained.
    pub returned: Returned,
    /// The largest age to report; by default all.
    pub max_age: Option<u32>,
}

impl Default for CohortOptions {
    fn default() -> Self {
        Self { unit: TimeUnit::Month, end: None, returned: Returned::On, max_age: None }
    }
}

/// One row for each cohort and age, by cohort, then age; columns of one length.
#[derive(Debug, Clone, PartialEq)]
pub struct Cohorts {
    /// First day of the period in which the cohort first bought, counted from 1 January 1970.
    pub cohort: Vec<i64>,
    /// Periods since then: 0 is the period of the first purchase.
    pub age: Vec<f64>,
    /// Customers in the cohort.
    pub customers: Vec<f64>,
    /// Those of them who count as retained at that age.
    pub active: Vec<f64>,
    /// Their share.
    pub retention: Vec<f64>,
    /// False where the period had not ended at the end of observation, so that more purchases may follow.
    pub complete: Vec<bool>,
    /// The sum of the values in that period.
    pub value: Option<Vec<f64>>,
    /// What was read and left out.
    pub report: CohortReport,
}

/// What was read and left out.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct CohortReport {
    /// Rows given.
    pub rows: usize,
    /// Rows left out because the customer is missing.
    pub rows_missing_customer: usize,
    /// Rows left out because the date is missing.
    pub rows_missing_date: usize,
    /// Rows left out because they lie after the end.
    pub rows_after_end: usize,
    /// Customers in all cohorts.
    pub customers: usize,
    /// The unit of the periods.
    pub unit: TimeUnit,
    /// The first purchase, as a date.
    pub start: String,
    /// The end of observation, as a date.
    pub end: String,
}

/// Counts, for every cohort of customers who first bought in the same calendar period, how many bought again in
/// each period since. The order of the rows does not matter.
///
/// # Errors
/// As [`summarise`](super::summarise); a unit shorter than a day; more than 20 million cells.
///
/// ```
/// use ukur::customers::{CohortOptions, CustomerIds, Purchases, cohorts};
/// // January: customers 1 and 2; February: 1 again and 3 new; March: 2 and 3.
/// let customer = [1, 2, 1, 3, 2, 3];
/// let day = [3, 10, 40, 45, 60, 65];
/// let table = cohorts(&Purchases::new(CustomerIds::Integers(&customer), &day), &CohortOptions::default())?;
/// assert_eq!(table.cohort, [0, 0, 0, 31, 31]);
/// assert_eq!(table.age, [0.0, 1.0, 2.0, 0.0, 1.0]);
/// assert_eq!(table.retention, [1.0, 0.5, 0.5, 1.0, 1.0]);
/// assert_eq!(table.complete, [true, true, false, true, false]); // March had not ended on day 65
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn cohorts(purchases: &Purchases, options: &CohortOptions) -> Result<Cohorts> {
    purchases.check()?;
    if options.unit < TimeUnit::Day {
        return Err(Error::input(
            "unknown_unit",
            format!(
                "`unit` of cohorts must be \"day\", \"week\", \"month\", \"quarter\" or \"year\", got {}",
                Quoted(options.unit.as_str())
            ),
        ));
    }
    let (codes, count, _) = codes_of(&purchases.customer)?;
    let Some((first, latest)) = time_range(&codes, purchases.time) else {
        return Err(Error::input(
            "empty_input",
            "there are no purchases: every row misses its customer or its date",
        ));
    };
    let ticks = purchases.ticks_per_day;
    let end = match options.end.unwrap_or(Moment::Tick(latest)) {
        Moment::Day(day) => day,
        Moment::Tick(tick) => tick.div_euclid(ticks),
    };
    let start = first.div_euclid(ticks);
    if end < start {
        return Err(Error::input(
            "end_before_first_purchase",
            format!(
                "`end` is {}, before the first purchase on {}; give an end on or after it",
                date(end),
                date(start)
            ),
        ));
    }
    let span = Span {
        unit: options.unit,
        start,
        end,
        first_period: period_of_day(options.unit, start),
        last_period: period_of_day(options.unit, end),
        last_tick: end.saturating_add(1).saturating_mul(ticks).saturating_sub(1),
    };
    let max_age = options.max_age.map_or(u64::MAX, u64::from);
    let mut cells = Cells::default();
    let dropped = if span.periods() <= 64 && span.days() <= MOST_DAYS_BY_MASK {
        with_masks!(span.periods(), Mask => with_codes!(&codes, iter => with_steps!(ticks, day =>
            by_masks::<Mask>(iter, count, purchases, &span, day, &mut cells)?)))
    } else {
        with_codes!(&codes, iter => with_steps!(ticks, day =>
            by_grouping(iter, count, purchases, &span, day, max_age, &mut cells)?))
    };
    let report = CohortReport {
        rows: purchases.len(),
        rows_missing_customer: dropped.missing_customer,
        rows_missing_date: dropped.missing_date,
        rows_after_end: dropped.after_end,
        customers: cells.rows.iter().map(|row| row.customers as usize).sum(),
        unit: options.unit,
        start: date(start),
        end: date(end),
    };
    Ok(cells.layout(&span, options, report))
}

fn date(day: i64) -> String {
    let (year, month, day) = civil_of_day(day);
    format!("{year:04}-{month:02}-{day:02}")
}

/// The stretch of time observed.
struct Span {
    unit: TimeUnit,
    start: i64,
    end: i64,
    first_period: i64,
    last_period: i64,
    last_tick: i64,
}

impl Span {
    /// How many periods are observed, the last one perhaps in part.
    const fn periods(&self) -> u64 {
        (self.last_period.wrapping_sub(self.first_period) as u64).saturating_add(1)
    }

    /// Whether a row belongs to a customer, has a date and lies within the observation.
    const fn counts(&self, code: u32, time: i64) -> bool {
        code != MISSING_CODE && time != MISSING_TIME && time <= self.last_tick
    }

    /// How many days are observed.
    const fn days(&self) -> u64 {
        (self.end.wrapping_sub(self.start) as u64).saturating_add(1)
    }

    /// The period of a day, counted from the first.
    const fn period(&self, day: i64) -> u64 {
        period_of_day(self.unit, day).wrapping_sub(self.first_period) as u64
    }
}

/// Counts by cohort and age. Only cohorts with customers have a row, and a row only the ages observed.
#[derive(Default)]
struct Cells {
    rows: Vec<CohortRow>,
    /// The sum of the values in each cell, by cohort, then age.
    sums: Option<OrderFreeSums>,
}

struct CohortRow {
    period: u64,
    customers: u64,
    /// Customers who bought at each age.
    on: Vec<u64>,
    /// Customers whose last purchase was at each age.
    last: Vec<u64>,
    /// The cell of age 0.
    first_cell: usize,
}

impl CohortRow {
    fn new(period: u64, ages: usize, first_cell: usize) -> Self {
        Self { period, customers: 0, on: vec![0; ages], last: vec![0; ages], first_cell }
    }
}

/// How many numbers had each of their 64 bits set. Numbers are added digit by digit for all bits at once, so one
/// costs a few operations whatever the number of its bits.
#[derive(Clone)]
struct BitCounts {
    /// Digit d of the 64 counts not yet carried over.
    digits: [u64; 8],
    pending: u32,
    counts: [u64; 64],
}

impl BitCounts {
    const fn new() -> Self {
        Self { digits: [0; 8], pending: 0, counts: [0; 64] }
    }

    fn add(&mut self, bits: u64) {
        let mut carry = bits;
        for digit in &mut self.digits {
            let next = *digit & carry;
            *digit ^= carry;
            carry = next;
            if carry == 0 {
                break;
            }
        }
        self.pending += 1;
        if self.pending == 255 {
            self.carry_over();
        }
    }

    fn carry_over(&mut self) {
        for (place, digit) in self.digits.iter_mut().enumerate() {
            for (bit, count) in self.counts.iter_mut().enumerate() {
                *count += ((*digit >> bit) & 1) << place;
            }
            *digit = 0;
        }
        self.pending = 0;
    }

    fn finish(mut self) -> [u64; 64] {
        self.carry_over();
        self.counts
    }
}

fn bump(counts: &mut [u64], index: usize) {
    if let Some(slot) = counts.get_mut(index) {
        *slot += 1;
    }
}

/// Sums by cell for the values that count, each of which must be finite.
fn sums_of(
    codes: impl Iterator<Item = u32>,
    purchases: &Purchases,
    span: &Span,
    cells: usize,
) -> Result<Option<OrderFreeSums>> {
    let Some(value) = purchases.value else { return Ok(None) };
    let mut largest = 0.0;
    for (row, ((code, time), value)) in codes.zip(purchases.time).zip(value).enumerate() {
        if span.counts(code, *time) {
            if !value.is_finite() {
                return Err(Error::invalid("value", "a finite number", *value).at_row(row));
            }
            largest = f64::max(largest, value.abs());
        }
    }
    Ok(Some(OrderFreeSums::new(cells, largest, value.len())))
}

/// Bits, one for each period in which a customer bought.
trait Bits: Copy + Default {
    /// With the bit of a period set.
    fn with(self, period: u8) -> Self;
    /// All of them.
    fn all(self) -> u64;
}
impl Bits for u64 {
    fn with(self, period: u8) -> Self {
        self | 1 << period
    }
    fn all(self) -> u64 {
        self
    }
}
impl Bits for u32 {
    fn with(self, period: u8) -> Self {
        self | 1 << period
    }
    fn all(self) -> u64 {
        self.into()
    }
}

/// Runs a body with `$mask`, the smallest type with so many bits; small builds have one for all.
#[cfg(feature = "column-kernels")]
macro_rules! with_masks {
    ($bits:expr, $mask:ident => $body:expr) => {
        if $bits <= 32 {
            type $mask = u32;
            $body
        } else {
            type $mask = u64;
            $body
        }
    };
}
#[cfg(not(feature = "column-kernels"))]
macro_rules! with_masks {
    ($bits:expr, $mask:ident => $body:expr) => {{
        type $mask = u64;
        $body
    }};
}
use with_masks;

/// Up to 64 periods: one bit for each period in which a customer bought, so that the rows are read once and only
/// four or eight bytes a customer are touched.
fn by_masks<M: Bits>(
    codes: impl Iterator<Item = u32> + Clone,
    count: usize,
    purchases: &Purchases,
    span: &Span,
    day: impl Fn(i64) -> i64,
    cells: &mut Cells,
) -> Result<Dropped> {
    // The period of each day, so that the calendar is asked once a day and not once a row: 64 years at most.
    let period_of: Vec<u8> = (span.start..=span.end).map(|day| span.period(day) as u8).collect();
    let period = |tick: i64| {
        // A day before the start belongs to no row with a customer.
        period_of.get(day(tick).wrapping_sub(span.start) as usize).copied().unwrap_or(0)
    };
    let mut masks = vec![M::default(); count];
    let mut dropped = Dropped::default();
    for (row, (code, time)) in codes.clone().zip(purchases.time).enumerate() {
        if code == MISSING_CODE {
            dropped.missing_customer += 1;
        } else if *time == MISSING_TIME {
            dropped.missing_date += 1;
        } else if *time > span.last_tick {
            dropped.after_end += 1;
        } else if let Some(mask) = masks.get_mut(code as usize) {
            *mask = mask.with(period(*time));
        } else {
            return Err(Error::invalid("customer", "a code below the count of customers", f64::from(code))
                .at_row(row));
        }
    }
    let periods = span.periods() as usize;
    let mut rows: Vec<CohortRow> = Vec::with_capacity(periods);
    let mut cell = 0;
    for period in 0..periods {
        rows.push(CohortRow::new(period as u64, periods - period, cell));
        cell += periods - period;
    }
    let mut counts = vec![BitCounts::new(); periods];
    for mask in masks.iter().map(|mask| mask.all()).filter(|mask| *mask != 0) {
        let cohort = mask.trailing_zeros() as usize;
        let since = mask >> cohort;
        if let (Some(row), Some(counts)) = (rows.get_mut(cohort), counts.get_mut(cohort)) {
            counts.add(since);
            bump(&mut row.last, 63 - since.leading_zeros() as usize);
        }
    }
    for (row, counts) in rows.iter_mut().zip(counts) {
        row.on.iter_mut().zip(counts.finish()).for_each(|(on, count)| *on = count);
        row.customers = row.on.first().copied().unwrap_or(0);
    }
    cells.sums = sums_of(codes.clone(), purchases, span, cell)?;
    if let (Some(value), Some(sums)) = (purchases.value, &mut cells.sums) {
        for ((code, time), value) in codes.zip(purchases.time).zip(value) {
            if !span.counts(code, *time) {
                continue;
            }
            let cohort = masks.get(code as usize).map_or(0, |mask| mask.all().trailing_zeros()) as usize;
            let age = usize::from(period(*time)).saturating_sub(cohort);
            if let Some(row) = rows.get(cohort) {
                sums.add(row.first_cell + age, *value);
            }
        }
    }
    cells.rows = rows.into_iter().filter(|row| row.customers > 0).collect();
    Ok(dropped)
}

/// Any number of periods: the rows grouped by customer first.
fn by_grouping(
    codes: impl Iterator<Item = u32> + Clone,
    count: usize,
    purchases: &Purchases,
    span: &Span,
    day: impl Fn(i64) -> i64,
    max_age: u64,
    cells: &mut Cells,
) -> Result<Dropped> {
    let grouped = group(codes.clone(), count, purchases.time, purchases.value, span.last_tick, day)?;
    // Which periods have a cohort decides how large the table is: that comes first.
    let mut first_periods: Vec<u64> = Vec::new();
    grouped.for_each(|_, entries| {
        if let Some(first) = entries.iter().map(|entry| entry.time).min() {
            first_periods.push(span.period(first));
        }
    });
    first_periods.order_unstable();
    first_periods.dedup();
    let ages = |period: u64| (span.periods() - period).min(max_age.saturating_add(1));
    let size = first_periods.iter().fold(0u64, |size, period| size.saturating_add(ages(*period)));
    if size > MOST_CELLS {
        return Err(Error::input(
            "too_many_cells",
            format!(
                "{} cohorts over {} periods would make a table of {size} rows; use a longer `unit` or set `max_age` \
                 (the purchases run from {} to {})",
                first_periods.len(),
                span.periods(),
                date(span.start),
                date(span.end)
            ),
        ));
    }
    let mut cell = 0;
    for period in &first_periods {
        cells.rows.push(CohortRow::new(*period, ages(*period) as usize, cell));
        cell += ages(*period) as usize;
    }
    let mut sums = sums_of(codes, purchases, span, cell)?;
    grouped.for_each(|_, entries| {
        in_order(entries);
        let Some(first) = entries.first().map(|entry| span.period(entry.time)) else { return };
        let Ok(index) = first_periods.binary_search(&first) else { return };
        let Some(row) = cells.rows.get_mut(index) else { return };
        row.customers += 1;
        let mut previous = None;
        for entry in entries.iter() {
            let age = (span.period(entry.time) - first) as usize;
            if previous != Some(age) {
                previous = Some(age);
                bump(&mut row.on, age);
            }
            if let Some(sums) = sums.as_mut().filter(|_| age < row.on.len()) {
                sums.add(row.first_cell + age, entry.value);
            }
        }
        if let Some(age) = previous {
            // Beyond the largest age a customer is still there at every age reported.
            let oldest = row.last.len().saturating_sub(1);
            bump(&mut row.last, age.min(oldest));
        }
    });
    cells.sums = sums;
    Ok(grouped.dropped)
}

impl Cells {
    fn layout(self, span: &Span, options: &CohortOptions, report: CohortReport) -> Cohorts {
        let shown = options.max_age.map_or(usize::MAX, |age| age as usize).saturating_add(1);
        let mut table = Cohorts {
            cohort: Vec::new(),
            age: Vec::new(),
            customers: Vec::new(),
            active: Vec::new(),
            retention: Vec::new(),
            complete: Vec::new(),
            value: self.sums.as_ref().map(|_| Vec::new()),
            report,
        };
        for row in self.rows {
            let period = span.first_period.wrapping_add_unsigned(row.period);
            let cohort = first_day_of_period(options.unit, period);
            let on_or_after = {
                let mut counts = row.last.clone();
                let mut later = 0;
                for count in counts.iter_mut().rev() {
                    later += *count;
                    *count = later;
                }
                counts
            };
            let active = match options.returned {
                Returned::On => &row.on,
                Returned::OnOrAfter => &on_or_after,
            };
            for (age, active) in active.iter().enumerate().take(shown) {
                let next = period.wrapping_add_unsigned(age as u64).wrapping_add(1);
                table.cohort.push(cohort);
                table.age.push(age as f64);
                table.customers.push(row.customers as f64);
                table.active.push(*active as f64);
                table.retention.push(*active as f64 / row.customers as f64);
                table.complete.push(first_day_of_period(options.unit, next) <= span.end.saturating_add(1));
                if let (Some(sums), Some(column)) = (&self.sums, table.value.as_mut()) {
                    column.push(sums.get(row.first_cell + age));
                }
            }
        }
        table
    }
}
