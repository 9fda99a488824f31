//! Purchases laid side by side by customer, in two passes over the rows.

use super::purchases::{MISSING_CODE, MISSING_TIME};
use crate::{Error, Result};

/// Runs a body with `$step`, the function from ticks to steps of so many ticks. A divisor known to the compiler
/// costs a multiplication, any other a division; each costs a copy of the body.
#[cfg(feature = "column-kernels")]
macro_rules! with_steps {
    ($ticks:expr, $step:ident => $body:expr) => {
        $crate::customers::grouping::with_steps!(@ $ticks, $step, $body,
            86_400_000 86_400_000_000 86_400_000_000_000)
    };
    (@ $ticks:expr, $step:ident, $body:expr, $($known:literal)*) => {
        match $ticks {
            1 => { let $step = |tick: i64| tick; $body }
            $($known => { let $step = |tick: i64| tick.div_euclid($known); $body })*
            ticks => { let $step = move |tick: i64| tick.div_euclid(ticks); $body }
        }
    };
}
#[cfg(not(feature = "column-kernels"))]
macro_rules! with_steps {
    ($ticks:expr, $step:ident => $body:expr) => {{
        let ticks = $ticks;
        let $step = move |tick: i64| tick.div_euclid(ticks);
        $body
    }};
}
pub(super) use with_steps;

/// One purchase of a customer.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Entry {
    pub(super) time: i64,
    pub(super) value: f64,
}

/// Rows that were left out, and why.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Dropped {
    pub(super) missing_customer: usize,
    pub(super) missing_date: usize,
    pub(super) after_end: usize,
}

/// All purchases of customer c lie in `entries[starts[c]..starts[c + 1]]`.
#[derive(Debug)]
pub(super) struct Grouped {
    pub(super) starts: Vec<u32>,
    pub(super) entries: Vec<Entry>,
    pub(super) dropped: Dropped,
}

impl Grouped {
    /// Each customer's purchases, in the order of the codes.
    pub(super) fn for_each(&mut self, mut visit: impl FnMut(usize, &mut [Entry])) {
        let mut rest = self.entries.as_mut_slice();
        let mut previous = 0;
        for (code, start) in self.starts.iter().skip(1).enumerate() {
            let (own, others) = std::mem::take(&mut rest).split_at_mut((*start - previous) as usize);
            previous = *start;
            rest = others;
            if !own.is_empty() {
                visit(code, own);
            }
        }
    }
}

/// The time of the earliest and of the latest row that has both a customer and a date.
pub(super) fn time_range(codes: impl Iterator<Item = u32>, time: &[i64]) -> Option<(i64, i64)> {
    let (mut first, mut last) = (i64::MAX, i64::MIN);
    for (code, time) in codes.zip(time) {
        if code != MISSING_CODE && *time != MISSING_TIME {
            first = first.min(*time);
            last = last.max(*time);
        }
    }
    (first <= last).then_some((first, last))
}

/// Groups the rows with `time <= last_tick`; the entries' times are `step(time)`.
pub(super) fn group(
    codes: impl Iterator<Item = u32> + Clone,
    count: usize,
    time: &[i64],
    value: Option<&[f64]>,
    last_tick: i64,
    step: impl Fn(i64) -> i64,
) -> Result<Grouped> {
    let mut dropped = Dropped::default();
    let mut starts = vec![0u32; count + 1];
    for (row, (code, time)) in codes.clone().zip(time).enumerate() {
        if code == MISSING_CODE {
            dropped.missing_customer += 1;
        } else if *time == MISSING_TIME {
            dropped.missing_date += 1;
        } else if *time > last_tick {
            dropped.after_end += 1;
        } else if let Some(slot) = starts.get_mut(code as usize).filter(|_| (code as usize) < count) {
            *slot += 1;
        } else {
            return Err(Error::invalid("customer", "a code below the count of customers", f64::from(code))
                .at_row(row));
        }
    }
    let mut total = 0u32;
    for slot in &mut starts {
        total += std::mem::replace(slot, total);
    }
    let mut entries = vec![Entry::default(); total as usize];
    let mut place = |code: u32, time: i64, value: f64| {
        if let Some(slot) = starts.get_mut(code as usize) {
            if let Some(entry) = entries.get_mut(*slot as usize) {
                *entry = Entry { time: step(time), value };
            }
            *slot += 1;
        }
    };
    let kept = |code: u32, time: i64| code != MISSING_CODE && time != MISSING_TIME && time <= last_tick;
    if let Some(value) = value {
        for (row, ((code, time), value)) in codes.zip(time).zip(value).enumerate() {
            if kept(code, *time) {
                if !value.is_finite() {
                    return Err(bad_value(*value, row));
                }
                place(code, *time, *value);
            }
        }
    } else {
        for (code, time) in codes.zip(time) {
            if kept(code, *time) {
                place(code, *time, 0.0);
            }
        }
    }
    // Every start has moved to the end of its group, which is the next group's start.
    starts.rotate_right(1);
    if let Some(start) = starts.first_mut() {
        *start = 0;
    }
    Ok(Grouped { starts, entries, dropped })
}

fn bad_value(value: f64, row: usize) -> Error {
    let advice = if value.is_nan() {
        "a finite number (leave the row out, or write 0 if nothing was paid)"
    } else {
        "a finite number"
    };
    Error::invalid("value", advice, value).at_row(row)
}
