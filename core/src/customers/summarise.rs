//! One row a customer: how often, how recently, for how long, how much.

use super::grouping::{Entry, Grouped, group, in_order, time_range, with_steps};
use super::purchases::{Codes, Purchases, codes_of, with_codes};
use crate::time::{TimeUnit, civil_of_day, period_of_day};
use crate::{Error, Result};

/// Which purchases of one customer count as one. Values of merged purchases are added; the merged purchase
/// happens when the first of them does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Merge {
    /// Those of one day.
    #[default]
    Day,
    /// Those of one calendar period of the summary's unit (weeks from Monday).
    Period,
    /// None: every row is a purchase.
    None,
}

/// How ages are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Periods {
    /// Exact fractions of the unit: 10 days are 10/7 weeks.
    #[default]
    Exact,
    /// Whole calendar periods from that of the first purchase to that of the event, as lifetimes counts.
    Whole,
}

/// A moment at which observation ends, inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// The end of a day, counted from 1 January 1970.
    Day(i64),
    /// A tick in the same ticks as the purchases.
    Tick(i64),
}

/// A further column of the summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum ExtraColumn {
    /// All purchases, the first included: frequency + 1. It is what the spend model wants beside a monetary value
    /// that includes the first purchase.
    Purchases,
    /// Days from the last purchase to the end: what other tools call recency.
    DaysSinceLast,
    /// When the first purchase happened, in steps of the report (days, unless it says otherwise).
    FirstPurchase,
    /// When the last purchase happened, in the same steps.
    LastPurchase,
    /// The value of the first purchase.
    FirstValue,
    /// The value of all purchases, the first included.
    TotalValue,
    /// The sum of the logarithms of the times between purchases, in the unit: what the regularity of purchases is
    /// estimated from. Missing where no time lies between two purchases.
    SumLogIntervals,
}

choices!(Merge { Day = "day", Period = "period", None = "none" });
choices!(Periods { Exact = "exact", Whole = "whole" });
choices!(ExtraColumn {
    Purchases = "purchases",
    DaysSinceLast = "days_since_last",
    FirstPurchase = "first_purchase",
    LastPurchase = "last_purchase",
    FirstValue = "first_value",
    TotalValue = "total_value",
    SumLogIntervals = "sum_log_intervals",
});

/// What to make of the purchases.
#[derive(Debug, Clone, PartialEq)]
pub struct SummaryOptions {
    /// The unit of recency and T.
    pub unit: TimeUnit,
    /// The end of observation (of calibration, where there is a holdout); by default the last purchase.
    pub end: Option<Moment>,
    /// The end of the holdout, if there is one.
    pub holdout_end: Option<Moment>,
    /// Which purchases count as one; by default those of a day, or of a period where periods are whole.
    pub merge: Option<Merge>,
    /// Exact fractions of the unit or whole periods.
    pub periods: Periods,
    /// Whether the first purchase counts in `monetary_value`.
    pub include_first_transaction: bool,
    /// Further columns.
    pub extra: Vec<ExtraColumn>,
}

impl Default for SummaryOptions {
    fn default() -> Self {
        Self {
            unit: TimeUnit::Week,
            end: None,
            holdout_end: None,
            merge: None,
            periods: Periods::Exact,
            include_first_transaction: false,
            extra: Vec::new(),
        }
    }
}

/// One row a customer, in ascending order of the customers: columns of one length.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// The customer: the id or code given.
    pub customer: Vec<i64>,
    /// Repeat purchases: purchases after the first.
    pub frequency: Vec<f64>,
    /// Age at the last purchase: the time from the first purchase to the last, in the unit (t_x of the papers).
    /// Zero without repeat purchases. Not the time since the last purchase: that is T less recency.
    pub recency: Vec<f64>,
    /// Age at the end: the time from the first purchase to the end of observation, in the unit (T of the papers).
    pub age: Vec<f64>,
    /// Mean value of a repeat purchase (of every purchase, where the first is included); NaN where there is none.
    pub monetary_value: Option<Vec<f64>>,
    /// The same customers in the holdout.
    pub holdout: Option<Holdout>,
    /// The further columns asked for, in that order.
    pub extra: Vec<(ExtraColumn, Vec<f64>)>,
    /// What was read, merged and left out.
    pub report: SummaryReport,
}

/// What the customers did after the end of calibration.
#[derive(Debug, Clone, PartialEq)]
pub struct Holdout {
    /// Purchases in the holdout, merged by the same rule.
    pub frequency: Vec<f64>,
    /// Mean value of a purchase in the holdout; NaN where there is none.
    pub monetary_value: Option<Vec<f64>>,
    /// The length of the holdout in the unit.
    pub duration: f64,
}

/// What was read, merged and left out. Every row is in exactly one of `purchases`, `rows_merged`, and the rows
/// left out.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct SummaryReport {
    /// Rows given.
    pub rows: usize,
    /// Rows left out because the customer is missing.
    pub rows_missing_customer: usize,
    /// Rows left out because the date is missing.
    pub rows_missing_date: usize,
    /// Rows left out because they lie after the end (of the holdout, where there is one).
    pub rows_after_end: usize,
    /// Rows left out because the customer's first purchase lies after the end of calibration.
    pub rows_of_later_customers: usize,
    /// Rows added to another purchase of the same customer in the same day or period.
    pub rows_merged: usize,
    /// Purchases counted: first, repeat and holdout purchases after merging.
    pub purchases: usize,
    /// Customers in the summary.
    pub customers: usize,
    /// Customers left out because they first bought after the end of calibration.
    pub later_customers: usize,
    /// Customers without a repeat purchase.
    pub customers_without_repeat: usize,
    /// The unit of time.
    pub unit: TimeUnit,
    /// Which purchases counted as one.
    pub merge: Merge,
    /// How ages were counted.
    pub periods: Periods,
    /// The first purchase, as a date.
    pub start: String,
    /// The end of observation, as a date.
    pub end: String,
    /// The end of the holdout, as a date.
    pub holdout_end: Option<String>,
    /// How many steps of `first_purchase` and `last_purchase` make a day.
    pub steps_per_day: i64,
}

impl SummaryReport {
    /// Rows that are not in the summary at all.
    pub const fn rows_left_out(&self) -> usize {
        self.rows_missing_customer
            + self.rows_missing_date
            + self.rows_after_end
            + self.rows_of_later_customers
    }
}

/// Turns purchases into one row a customer: frequency, recency, T and monetary value, the input of every
/// customer-base model.
///
/// * `frequency` x: purchases after the first, once those of one day (or period) are merged;
/// * `recency` t_x: **age at the last purchase**, from the first purchase to the last;
/// * `age` T: from the first purchase to the end of observation;
/// * `monetary_value`: mean value of the repeat purchases.
///
/// Days are the grain of time unless nothing is merged, or hours are; purchases on the day of the end count.
/// A customer who first buys after the end is not in the summary; later purchases of the others are the holdout.
/// The result, sums included, does not depend on the order of the rows: each customer's purchases are added in the
/// order of time, then of value.
///
/// Source of the convention: Fader, Hardie and Lee (2005), "Counting your customers" the easy way, Marketing
/// Science 24(2).
///
/// # Errors
/// No rows, columns of different length, a value that is not finite, a unit or order of dates that makes no sense:
/// one sentence each, with the argument and the row.
///
/// ```
/// use ukur::customers::{CustomerIds, Moment, Purchases, SummaryOptions, summarise};
/// // Customer 4 buys on day 0, twice on day 7 and on day 21; customer 9 once on day 14. Observed to day 28.
/// let customer = [4, 4, 4, 4, 9];
/// let day = [0, 7, 7, 21, 14];
/// let value = [10.0, 5.0, 3.0, 12.0, 8.0];
/// let purchases = Purchases::new(CustomerIds::Integers(&customer), &day).with_values(&value);
/// let options = SummaryOptions { end: Some(Moment::Day(28)), ..SummaryOptions::default() };
/// let summary = summarise(&purchases, &options)?;
/// assert_eq!(summary.customer, [4, 9]);
/// assert_eq!(summary.frequency, [2.0, 0.0]);
/// assert_eq!(summary.recency, [3.0, 0.0]);
/// assert_eq!(summary.age, [4.0, 2.0]);
/// let spend = summary.monetary_value.unwrap();
/// assert_eq!(spend[0], 10.0); // (5 + 3) and 12: the mean of 8 and 12
/// assert!(spend[1].is_nan()); // no repeat purchase: no mean
/// assert_eq!(summary.report.rows_merged, 1);
/// # Ok::<(), ukur::Error>(())
/// ```
pub fn summarise(purchases: &Purchases, options: &SummaryOptions) -> Result<Summary> {
    purchases.check()?;
    let (codes, count, labels) = codes_of(&purchases.customer)?;
    let rules = Rules::new(purchases, &codes, options)?;
    let grouped = rules.group(purchases, &codes, count)?;
    let mut table = Table::with_capacity(&rules, count.min(grouped.rows()));
    grouped.for_each(|code, entries| table.add(&rules, labels.of(code), entries));
    if table.customer.is_empty() {
        return Err(Error::input(
            "no_purchases",
            format!(
                "no purchase lies on or before `end` {}: the first is on {}",
                rules.date(rules.end),
                rules.date(rules.start)
            ),
        ));
    }
    Ok(table.finish(&rules, purchases.len(), &grouped))
}

/// The options resolved against the data. Times are steps: days, or ticks where the grain is finer.
pub(super) struct Rules<'o> {
    options: &'o SummaryOptions,
    merge: Merge,
    with_value: bool,
    /// Ticks of the input in a step.
    ticks_per_step: i64,
    steps_per_day: i64,
    pub(super) start: i64,
    pub(super) end: i64,
    /// The last step that counts at all: the end of the holdout, or `end`.
    pub(super) last: i64,
    last_tick: i64,
}

impl<'o> Rules<'o> {
    pub(super) fn new(purchases: &Purchases, codes: &Codes, options: &'o SummaryOptions) -> Result<Self> {
        let ticks_per_day = purchases.ticks_per_day;
        let merge = options.merge.unwrap_or(match options.periods {
            Periods::Exact => Merge::Day,
            Periods::Whole => Merge::Period,
        });
        if let Some(column) = options.extra.iter().find(|column| {
            purchases.value.is_none() && matches!(column, ExtraColumn::FirstValue | ExtraColumn::TotalValue)
        }) {
            return Err(Error::input(
                "missing_column",
                format!("the extra column \"{}\" needs `value`, which was not given", column.as_str()),
            ));
        }
        let Some((first, latest)) = time_range(codes, purchases.time) else {
            return Err(Error::input(
                "empty_input",
                "there are no purchases: every row misses its customer or its date",
            ));
        };
        let within_a_day = options.unit < TimeUnit::Day && merge == Merge::Period;
        let finer = ticks_per_day > 1
            && (merge == Merge::None || within_a_day)
            && purchases.time.iter().any(|t| *t != super::MISSING_TIME && t.rem_euclid(ticks_per_day) != 0);
        let (ticks_per_step, steps_per_day) = if finer { (1, ticks_per_day) } else { (ticks_per_day, 1) };
        let step_of = |moment: Moment| match (moment, finer) {
            (Moment::Day(day), false) => day,
            (Moment::Day(day), true) => day.saturating_add(1).saturating_mul(ticks_per_day).saturating_sub(1),
            (Moment::Tick(tick), false) => tick.div_euclid(ticks_per_day),
            (Moment::Tick(tick), true) => tick,
        };
        let start = first.div_euclid(ticks_per_step);
        let end = step_of(options.end.unwrap_or(Moment::Tick(latest)));
        let last = options.holdout_end.map_or(end, step_of);
        // The last tick of the last step.
        let last_tick = last.saturating_add(1).saturating_mul(ticks_per_step).saturating_sub(1);
        let rules = Self {
            options,
            merge,
            with_value: purchases.value.is_some(),
            ticks_per_step,
            steps_per_day,
            start,
            end,
            last,
            last_tick,
        };
        if end < start {
            return Err(Error::input(
                "end_before_first_purchase",
                format!(
                    "`end` is {}, before the first purchase on {}; give an end on or after it",
                    rules.date(end),
                    rules.date(start)
                ),
            ));
        }
        if options.holdout_end.is_some() && last <= end {
            return Err(Error::input(
                "empty_holdout",
                format!("`holdout_end` ({}) must lie after `end` ({})", rules.date(last), rules.date(end)),
            ));
        }
        Ok(rules)
    }

    pub(super) fn group(&self, purchases: &Purchases, codes: &Codes, count: usize) -> Result<Grouped> {
        let (time, value) = (purchases.time, purchases.value);
        with_codes!(codes, iter => with_steps!(self.ticks_per_step, step =>
            group(iter, count, time, value, self.last_tick, step)))
    }

    fn day(&self, step: i64) -> i64 {
        step.div_euclid(self.steps_per_day)
    }

    /// The first entry of each purchase, where entries of one key are merged into one; `entries` are in order.
    pub(super) fn separate<'e>(&self, entries: &'e [Entry]) -> impl Iterator<Item = &'e Entry> {
        let mut key = None;
        entries.iter().filter(move |entry| {
            let own = Some(self.merge_key(entry.time));
            let new = own != key || self.merge == Merge::None;
            key = own;
            new
        })
    }

    /// Purchases with the same key are one purchase.
    fn merge_key(&self, step: i64) -> i64 {
        match self.merge {
            Merge::Day => self.day(step),
            Merge::Period => self.period(step),
            Merge::None => step,
        }
    }

    /// The calendar period of a step.
    fn period(&self, step: i64) -> i64 {
        let unit = self.options.unit;
        if unit < TimeUnit::Day {
            let per_day = TimeUnit::Day.in_units_of(unit) as i64;
            if self.steps_per_day == 1 {
                step.saturating_mul(per_day)
            } else {
                step.div_euclid((self.steps_per_day / per_day).max(1))
            }
        } else {
            period_of_day(unit, self.day(step))
        }
    }

    /// The time between two steps in the unit.
    pub(super) fn between(&self, from: i64, to: i64) -> f64 {
        match self.options.periods {
            Periods::Exact => {
                let unit = self.options.unit.seconds() * self.steps_per_day as f64;
                to.saturating_sub(from) as f64 * TimeUnit::Day.seconds() / unit
            }
            Periods::Whole => self.period(to).saturating_sub(self.period(from)) as f64,
        }
    }

    fn date(&self, step: i64) -> String {
        let (year, month, day) = civil_of_day(self.day(step));
        format!("{year:04}-{month:02}-{day:02}")
    }
}

/// The columns while they grow.
#[derive(Default)]
struct Table {
    customer: Vec<i64>,
    frequency: Vec<f64>,
    recency: Vec<f64>,
    age: Vec<f64>,
    monetary_value: Vec<f64>,
    holdout_frequency: Vec<f64>,
    holdout_monetary_value: Vec<f64>,
    extra: Vec<(ExtraColumn, Vec<f64>)>,
    later_customers: usize,
    rows_of_later_customers: usize,
    purchases: usize,
}

impl Table {
    fn with_capacity(rules: &Rules, customers: usize) -> Self {
        let with_holdout = if rules.options.holdout_end.is_some() { customers } else { 0 };
        let column = Vec::with_capacity;
        Self {
            customer: Vec::with_capacity(customers),
            frequency: column(customers),
            recency: column(customers),
            age: column(customers),
            monetary_value: column(if rules.with_value { customers } else { 0 }),
            holdout_frequency: column(with_holdout),
            holdout_monetary_value: column(if rules.with_value { with_holdout } else { 0 }),
            extra: rules.options.extra.iter().map(|name| (*name, column(customers))).collect(),
            ..Self::default()
        }
    }

    /// One customer: `entries` are all of his or her rows up to the last step, at least one.
    fn add(&mut self, rules: &Rules, customer: i64, entries: &mut [Entry]) {
        in_order(entries);
        let split = if rules.last == rules.end {
            entries.len()
        } else {
            entries.partition_point(|entry| entry.time <= rules.end)
        };
        let (observed, later) = entries.split_at(split);
        if observed.is_empty() {
            self.later_customers += 1;
            self.rows_of_later_customers += later.len();
            return;
        }
        let history = History::read(rules, observed, !self.extra.is_empty());
        self.purchases += history.purchases;
        self.customer.push(customer);
        let repeats = (history.purchases - 1) as f64;
        self.frequency.push(repeats);
        self.recency.push(rules.between(history.first, history.last));
        self.age.push(rules.between(history.first, rules.end));
        if rules.with_value {
            // 0/0 is the NaN of "no repeat purchase".
            let mean = if rules.options.include_first_transaction {
                (history.first_value + history.repeat_value) / history.purchases as f64
            } else if history.purchases == 1 {
                f64::NAN
            } else {
                history.repeat_value / repeats
            };
            self.monetary_value.push(mean);
        }
        if rules.options.holdout_end.is_some() {
            let (mut purchases, mut total, mut key) = (0usize, 0.0, None);
            for entry in later {
                let own = Some(rules.merge_key(entry.time));
                if own != key || rules.merge == Merge::None {
                    purchases += 1;
                    key = own;
                }
                total += entry.value;
            }
            self.purchases += purchases;
            self.holdout_frequency.push(purchases as f64);
            if rules.with_value {
                self.holdout_monetary_value.push(if purchases == 0 {
                    f64::NAN
                } else {
                    total / purchases as f64
                });
            }
        }
        for (name, column) in &mut self.extra {
            column.push(match name {
                ExtraColumn::Purchases => history.purchases as f64,
                ExtraColumn::DaysSinceLast => {
                    rules.end.saturating_sub(history.last) as f64 / rules.steps_per_day as f64
                }
                ExtraColumn::FirstPurchase => history.first as f64,
                ExtraColumn::LastPurchase => history.last as f64,
                ExtraColumn::FirstValue => history.first_value,
                ExtraColumn::TotalValue => history.first_value + history.repeat_value,
                ExtraColumn::SumLogIntervals => history.sum_log_intervals,
            });
        }
    }

    fn finish(self, rules: &Rules, rows: usize, grouped: &Grouped) -> Summary {
        let with_value = rules.with_value;
        let holdout = rules.options.holdout_end.is_some();
        let dropped = grouped.dropped;
        let report = SummaryReport {
            rows,
            rows_missing_customer: dropped.missing_customer,
            rows_missing_date: dropped.missing_date,
            rows_after_end: dropped.after_end,
            rows_of_later_customers: self.rows_of_later_customers,
            rows_merged: grouped.rows() - self.rows_of_later_customers - self.purchases,
            purchases: self.purchases,
            customers: self.customer.len(),
            later_customers: self.later_customers,
            customers_without_repeat: self.frequency.iter().filter(|x| **x == 0.0).count(),
            unit: rules.options.unit,
            merge: rules.merge,
            periods: rules.options.periods,
            start: rules.date(rules.start),
            end: rules.date(rules.end),
            holdout_end: holdout.then(|| rules.date(rules.last)),
            steps_per_day: rules.steps_per_day,
        };
        Summary {
            customer: self.customer,
            frequency: self.frequency,
            recency: self.recency,
            age: self.age,
            monetary_value: with_value.then_some(self.monetary_value),
            holdout: holdout.then(|| Holdout {
                frequency: self.holdout_frequency,
                monetary_value: with_value.then_some(self.holdout_monetary_value),
                duration: rules.between(rules.end, rules.last),
            }),
            extra: self.extra,
            report,
        }
    }
}

/// A customer's purchases up to the end, merged.
struct History {
    purchases: usize,
    first: i64,
    last: i64,
    first_value: f64,
    repeat_value: f64,
    sum_log_intervals: f64,
}

impl History {
    /// `entries`: at least one, in order of time.
    fn read(rules: &Rules, entries: &[Entry], with_intervals: bool) -> Self {
        let first = entries.first().copied().unwrap_or_default();
        let mut history = Self {
            purchases: 1,
            first: first.time,
            last: first.time,
            first_value: first.value,
            repeat_value: 0.0,
            sum_log_intervals: 0.0,
        };
        let mut key = rules.merge_key(first.time);
        for entry in entries.iter().skip(1) {
            let own = rules.merge_key(entry.time);
            if own != key || rules.merge == Merge::None {
                if with_intervals {
                    let interval = rules.between(history.last, entry.time);
                    history.sum_log_intervals += if interval > 0.0 { libm::log(interval) } else { f64::NAN };
                }
                key = own;
                history.purchases += 1;
                history.last = entry.time;
                history.repeat_value += entry.value;
            } else if history.purchases == 1 {
                history.first_value += entry.value;
            } else {
                history.repeat_value += entry.value;
            }
        }
        history
    }
}
