//! Repeat purchases of all customers, period by period: what a forecast is tracked against.

use super::grouping::Entry;
use super::grouping::in_order;
use super::purchases::{Purchases, codes_of};
use super::summarise::{Rules, SummaryOptions};
use crate::numerics::elementary::within;
use crate::{Error, Result};

/// Repeat purchases by period, the earliest first: columns of one length.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Tracking {
    /// The end of each period, in units since the first purchase of all. Periods are counted from the end of
    /// calibration in both directions, so that none lies on both sides of it; the first may be shorter.
    pub time: Vec<f64>,
    /// True for periods after the end of calibration.
    pub holdout: Vec<bool>,
    /// Repeat purchases in the period, of the customers that the summary holds.
    pub repeat_purchases: Vec<f64>,
    /// Repeat purchases so far.
    pub cumulative: Vec<f64>,
}

/// More periods than this are refused.
const MOST_PERIODS: f64 = 100_000.0;

/// The ends of periods of length `step` from 0 to `length`, and from there over `holdout`: counted from `length`
/// in both directions. The second number is how many of them lie in calibration.
pub(crate) fn period_ends(length: f64, holdout: f64, step: f64) -> Result<(Vec<f64>, usize)> {
    if !(step.is_finite() && step > 0.0) {
        return Err(Error::invalid("step", "a finite time above 0", step));
    }
    if (length + holdout) / step > MOST_PERIODS {
        return Err(Error::invalid("step", "so long that there are at most 100,000 periods", step));
    }
    let before = (length / step).ceil().max(1.0) as usize;
    let after = (holdout / step).ceil() as usize;
    let mut ends: Vec<f64> = (0..before).rev().map(|k| length - k as f64 * step).collect();
    ends.extend((1..=after).map(|k| length + (k as f64 * step).min(holdout)));
    Ok((ends, before))
}

/// Counts the repeat purchases of all customers by period, by the rules of [`summarise`](super::summarise()): the
/// same customers, the same merging. The last cumulative count within calibration is the sum of the summary's
/// `frequency`; those after it add to its holdout frequencies.
///
/// ```
/// use ukur::customers::{CustomerIds, Moment, Purchases, SummaryOptions, tracking};
/// // Customer 4 buys on day 0, twice on day 7 and on day 21; customer 9 on days 14 and 30.
/// let purchases = Purchases::new(CustomerIds::Integers(&[4, 4, 4, 4, 9, 9]), &[0, 7, 7, 21, 14, 30]);
/// let options = SummaryOptions {
///     end: Some(Moment::Day(21)),
///     holdout_end: Some(Moment::Day(35)),
///     ..SummaryOptions::default()
/// };
/// let weeks = tracking(&purchases, &options, 1.0)?;
/// assert_eq!(weeks.time, [1.0, 2.0, 3.0, 4.0, 5.0]);
/// assert_eq!(weeks.repeat_purchases, [1.0, 0.0, 1.0, 0.0, 1.0]);
/// assert_eq!(weeks.holdout, [false, false, false, true, true]);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
/// What [`summarise`](super::summarise()) refuses; a step that is not above 0, or makes more than 100,000 periods.
pub fn tracking(purchases: &Purchases, options: &SummaryOptions, step: f64) -> Result<Tracking> {
    purchases.check()?;
    let (codes, count, _) = codes_of(&purchases.customer)?;
    let rules = Rules::new(purchases, &codes, options)?;
    let length = rules.between(rules.start, rules.end);
    let (time, before) = period_ends(length, rules.between(rules.end, rules.last), step)?;
    let mut counts = vec![0.0; time.len()];
    let grouped = rules.group(purchases, &codes, count)?;
    grouped.for_each(|_, entries| {
        in_order(entries);
        let split = entries.partition_point(|entry| entry.time <= rules.end);
        let (observed, later) = entries.split_at(split);
        if observed.is_empty() {
            return;
        }
        // The time to the end of calibration is a difference of whole steps, so that the borders are exact.
        let mut count = |entry: &Entry, least: f64, most: f64| {
            let period = within((rules.between(rules.end, entry.time) / step).ceil(), least, most);
            let at = (before as f64 - 1.0 + period) as usize;
            if let Some(slot) = counts.get_mut(at) {
                *slot += 1.0;
            }
        };
        for entry in rules.separate(observed).skip(1) {
            count(entry, 1.0 - before as f64, 0.0);
        }
        for entry in rules.separate(later) {
            count(entry, 1.0, (time.len() - before) as f64);
        }
    });
    let mut sum = 0.0;
    let cumulative = counts
        .iter()
        .map(|count| {
            sum += count;
            sum
        })
        .collect();
    let holdout = (0..time.len()).map(|at| at >= before).collect();
    Ok(Tracking { time, holdout, repeat_purchases: counts, cumulative })
}
