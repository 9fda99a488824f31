//! Purchases laid side by side by customer, in two passes over the rows.

use super::purchases::{Codes, MISSING_CODE, MISSING_TIME, with_codes};
use crate::sort::Order as _;
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

/// Puts a customer's purchases in the order of time, then of value: the order of the rows is gone. Most customers
/// have a handful, which are quickest put in place one by one.
pub(super) fn in_order(entries: &mut [Entry]) {
    let order = |a: &Entry, b: &Entry| a.time.cmp(&b.time).then(a.value.total_cmp(&b.value));
    if entries.len() > 24 {
        entries.order_unstable_by(order);
        return;
    }
    for end in 1..entries.len() {
        let mut at = end;
        while let Some([before, own]) = at.checked_sub(1).and_then(|from| entries.get_mut(from..=at)) {
            if order(before, own).is_le() {
                break;
            }
            std::mem::swap(before, own);
            at -= 1;
        }
    }
}

/// Rows that were left out, and why.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Dropped {
    pub(super) missing_customer: usize,
    pub(super) missing_date: usize,
    pub(super) after_end: usize,
}

/// Purchases in buckets of neighbouring customers. A bucket's worth of rows stays in the processor's cache while
/// they are laid side by side by customer; written straight to their places, each would be a miss.
#[derive(Debug)]
pub(super) struct Grouped {
    /// Bucket b holds the rows `bounds[b]..bounds[b + 1]`, of the customers from `b << shift`.
    bounds: Vec<u32>,
    shift: u32,
    /// The low bits of each row's customer.
    low: Vec<u16>,
    entries: Vec<Entry>,
    pub(super) dropped: Dropped,
}

impl Grouped {
    /// How many rows were kept.
    pub(super) fn rows(&self) -> usize {
        self.entries.len()
    }

    /// Each customer's purchases, in the order of the codes.
    pub(super) fn for_each(&self, mut visit: impl FnMut(usize, &mut [Entry])) {
        let width = 1usize << self.shift;
        let mut ends = vec![0u32; width];
        let mut own: Vec<Entry> = Vec::new();
        for (bucket, bounds) in self.bounds.windows(2).enumerate() {
            let &[from, to] = bounds else { continue };
            let rows = from as usize..to as usize;
            let (Some(low), Some(entries)) = (self.low.get(rows.clone()), self.entries.get(rows)) else {
                continue;
            };
            ends.fill(0);
            for customer in low {
                if let Some(end) = ends.get_mut(usize::from(*customer)) {
                    *end += 1;
                }
            }
            let mut total = 0;
            for end in &mut ends {
                total += std::mem::replace(end, total);
            }
            own.clear();
            own.resize(entries.len(), Entry::default());
            for (customer, entry) in low.iter().zip(entries) {
                if let Some(end) = ends.get_mut(usize::from(*customer)) {
                    if let Some(place) = own.get_mut(*end as usize) {
                        *place = *entry;
                    }
                    *end += 1;
                }
            }
            let mut rest = own.as_mut_slice();
            let mut start = 0;
            for (customer, end) in ends.iter().enumerate() {
                let (purchases, others) = std::mem::take(&mut rest).split_at_mut((end - start) as usize);
                start = *end;
                rest = others;
                if !purchases.is_empty() {
                    visit((bucket << self.shift) + customer, purchases);
                }
            }
        }
    }
}

/// The time of the earliest and of the latest row that has both a customer and a date.
pub(super) fn time_range(codes: &Codes, time: &[i64]) -> Option<(i64, i64)> {
    let (mut first, mut last) = (i64::MAX, i64::MIN);
    let mut take = |time: i64| {
        // The missing time is the smallest number there is.
        first = first.min(if time == MISSING_TIME { i64::MAX } else { time });
        last = last.max(time);
    };
    if codes.any_missing() {
        with_codes!(codes, iter => iter.zip(time).filter(|row| row.0 != MISSING_CODE).for_each(|row| take(*row.1)));
    } else {
        for time in time {
            take(*time);
        }
    }
    (last != MISSING_TIME).then_some((first, last))
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
    /// So many rows of sixteen bytes fit into a second-level cache with room to spare.
    const ROWS_PER_BUCKET: usize = 8_192;
    let buckets = (time.len() / ROWS_PER_BUCKET).clamp(1, 1_024);
    let width = count.div_ceil(buckets).next_power_of_two().clamp(1, 1 << 16);
    let shift = width.trailing_zeros();
    let mut bounds = vec![0u32; (count >> shift) + 2];
    let mut dropped = Dropped::default();
    for (row, (code, time)) in codes.clone().zip(time).enumerate() {
        if code == MISSING_CODE {
            dropped.missing_customer += 1;
        } else if *time == MISSING_TIME {
            dropped.missing_date += 1;
        } else if *time > last_tick {
            dropped.after_end += 1;
        } else if let Some(slot) =
            bounds.get_mut((code >> shift) as usize).filter(|_| (code as usize) < count)
        {
            *slot += 1;
        } else {
            return Err(Error::invalid("customer", "a code below the count of customers", f64::from(code))
                .at_row(row));
        }
    }
    let mut total = 0u32;
    for slot in &mut bounds {
        total += std::mem::replace(slot, total);
    }
    let mut low = vec![0u16; total as usize];
    let mut entries = vec![Entry::default(); total as usize];
    let mut place = |code: u32, time: i64, value: f64| {
        if let Some(slot) = bounds.get_mut((code >> shift) as usize) {
            let at = *slot as usize;
            if let (Some(low), Some(entry)) = (low.get_mut(at), entries.get_mut(at)) {
                *low = (code & (width as u32 - 1)) as u16;
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
    // Every bound has moved to the end of its bucket, which is where the next one begins.
    bounds.rotate_right(1);
    if let Some(first) = bounds.first_mut() {
        *first = 0;
    }
    Ok(Grouped { bounds, shift, low, entries, dropped })
}

fn bad_value(value: f64, row: usize) -> Error {
    let advice = if value.is_nan() {
        "a finite number (leave the row out, or write 0 if nothing was paid)"
    } else {
        "a finite number"
    };
    Error::invalid("value", advice, value).at_row(row)
}
