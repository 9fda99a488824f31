//! From a table of events to journeys.

use super::paths::{CountedPaths, check_amounts, check_column, check_paths};
use crate::sort::Order as _;
use crate::{Error, Result};

/// The channel code of an event that is a conversion without a touch (an order, a sign-up).
pub const NO_TOUCH: u32 = u32::MAX;

/// A table of events, one row an event; all columns have one length. Rows may come in any order.
#[derive(Debug, Clone, Copy)]
pub struct Events<'a> {
    /// Code of the customer.
    pub customer: &'a [u32],
    /// When, in any unit that the options share (days, say).
    pub time: &'a [f64],
    /// Code of the channel touched, or [`NO_TOUCH`] for a pure conversion event.
    pub channel: &'a [u32],
    /// Conversions at this event; 0 for a touch that did not convert.
    pub conversions: &'a [f64],
    /// Their value; 0 where there is none.
    pub values: &'a [f64],
}

/// How events are cut into journeys.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct JourneyOptions {
    /// Touches longer ago than this before the journey's end are left out; `None` keeps all.
    pub lookback: Option<f64>,
    /// A customer silent for longer than this starts anew, and the open journey ends without a conversion;
    /// `None` never.
    pub lapse_after: Option<f64>,
}

/// Journeys cut from events, ordered by customer and time.
///
/// A journey is the touches of one customer up to a conversion, or up to the end of the data or a silence
/// (then it has no conversion). After a conversion the next touch starts a new journey. A touch and a
/// conversion in one row: the touch comes first. At equal times, touches come in the order of their channel
/// codes (the bindings code channels alphabetically) and pure conversion events after all touches; so the order
/// of rows never matters. Pure conversion events of one customer at the same time are one conversion.
#[derive(Debug, Clone, PartialEq)]
pub struct Journeys {
    channel_count: usize,
    offsets: Vec<usize>,
    steps: Vec<u32>,
    ages: Vec<f64>,
    conversions: Vec<f64>,
    values: Vec<f64>,
}

impl Journeys {
    /// Cuts events into journeys.
    ///
    /// ```
    /// use ukur::attribution::{Events, JourneyOptions, Journeys, NO_TOUCH};
    /// let journeys = Journeys::from_events(
    ///     2,
    ///     &Events {
    ///         customer: &[0, 0, 0, 1],
    ///         time: &[1.0, 3.0, 4.0, 2.0],
    ///         channel: &[0, 1, NO_TOUCH, 1],
    ///         conversions: &[0.0, 0.0, 1.0, 0.0],
    ///         values: &[0.0, 0.0, 25.0, 0.0],
    ///     },
    ///     JourneyOptions::default(),
    /// )?;
    /// assert_eq!(journeys.len(), 2);
    /// assert_eq!(journeys.path(0), &[0, 1]);
    /// assert_eq!(journeys.ages(0), &[3.0, 1.0]); // before the conversion
    /// assert_eq!(journeys.path(1), &[1]); // no conversion yet
    /// # Ok::<(), ukur::Error>(())
    /// ```
    ///
    /// # Errors
    /// Columns of different length; a time that is missing or infinite; a channel code of `channel_count` or
    /// more that is not [`NO_TOUCH`]; counts or values that are negative, infinite or missing; a value without
    /// a conversion; an event that is neither a touch nor a conversion; an option that is not above zero.
    pub fn from_events(channel_count: usize, events: &Events<'_>, options: JourneyOptions) -> Result<Self> {
        check_events(channel_count, events)?;
        for (name, option) in [("lookback", options.lookback), ("lapse_after", options.lapse_after)] {
            if let Some(x) = option.filter(|x| !(x.is_finite() && *x > 0.0)) {
                return Err(Error::invalid(name, "a length of time above 0, in the unit of `time`", x));
            }
        }
        let (starts, mut rows) = by_customer(events.customer);
        let mut out = Self {
            channel_count,
            offsets: vec![0],
            steps: Vec::with_capacity(rows.len()),
            ages: Vec::with_capacity(rows.len()),
            conversions: Vec::new(),
            values: Vec::new(),
        };
        let key = |row: u32| {
            let at = row as usize;
            (events.time[at], events.channel[at], events.conversions[at], events.values[at])
        };
        let compare = |a: &u32, b: &u32| {
            let (a, b) = (key(*a), key(*b));
            a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)).then(a.2.total_cmp(&b.2)).then(a.3.total_cmp(&b.3))
        };
        for pair in starts.windows(2) {
            let mine = &mut rows[pair[0]..pair[1]];
            if !mine.is_sorted_by(|a, b| compare(a, b).is_le()) {
                mine.order_unstable_by(compare);
            }
            out.cut(mine, events, options);
        }
        Ok(out)
    }

    /// The journeys of one customer, whose rows are in order.
    fn cut(&mut self, rows: &[u32], events: &Events<'_>, options: JourneyOptions) {
        // While a journey is open, `ages` holds the times of its touches.
        let mut last_time = f64::NEG_INFINITY;
        let mut converted_at = f64::NEG_INFINITY;
        for &row in rows {
            let at = row as usize;
            let time = events.time[at];
            if options.lapse_after.is_some_and(|gap| time - last_time > gap) {
                self.close(0.0, 0.0, None, options);
            }
            last_time = time;
            let is_touch = events.channel[at] != NO_TOUCH;
            if is_touch {
                self.steps.push(events.channel[at]);
                self.ages.push(time);
            }
            let (conversions, value) = (events.conversions[at], events.values[at]);
            if conversions > 0.0 {
                let nothing_open = self.offsets.last() == Some(&self.steps.len());
                if let (false, true, true, Some(c), Some(v)) = (
                    is_touch,
                    nothing_open,
                    converted_at == time,
                    self.conversions.last_mut(),
                    self.values.last_mut(),
                ) {
                    *c += conversions;
                    *v += value;
                } else {
                    self.close(conversions, value, Some(time), options);
                }
                converted_at = time;
            }
        }
        self.close(0.0, 0.0, None, options);
    }

    /// Ends the open journey at the time of its conversion, or at its last touch.
    fn close(&mut self, conversions: f64, value: f64, at: Option<f64>, options: JourneyOptions) {
        let from = self.offsets.last().copied().unwrap_or(0);
        let Some(end) = at.or_else(|| self.ages[from..].last().copied()) else { return };
        for time in &mut self.ages[from..] {
            *time = end - *time;
        }
        if let Some(lookback) = options.lookback {
            let too_old = self.ages[from..].iter().take_while(|age| **age > lookback).count();
            self.ages.drain(from..from + too_old);
            self.steps.drain(from..from + too_old);
        }
        self.offsets.push(self.steps.len());
        self.conversions.push(conversions);
        self.values.push(value);
    }

    /// Journeys from the columns of [`offsets`](Self::offsets), [`steps`](Self::steps) and the others, as they
    /// were given out before.
    ///
    /// # Errors
    /// Columns of different length; offsets that do not ascend from 0 to the number of steps; a channel code of
    /// `channel_count` or more; ages, counts or values that are negative, infinite or missing; a value without a
    /// conversion.
    pub fn from_columns(
        channel_count: usize,
        offsets: Vec<usize>,
        steps: Vec<u32>,
        ages: Vec<f64>,
        conversions: Vec<f64>,
        values: Vec<f64>,
    ) -> Result<Self> {
        check_paths(channel_count, &offsets, &steps)?;
        check_amounts(&conversions, &values)?;
        check_column("ages", &ages)?;
        for (left, left_len, right, right_len) in [
            ("conversions", conversions.len(), "values", values.len()),
            ("conversions", conversions.len(), "offsets", offsets.len() - 1),
            ("steps", steps.len(), "ages", ages.len()),
        ] {
            crate::checks::same_length(left, left_len, right, right_len)?;
        }
        Ok(Self { channel_count, offsets, steps, ages, conversions, values })
    }

    /// How many journeys there are.
    pub fn len(&self) -> usize {
        self.conversions.len()
    }

    /// True when there is none.
    pub fn is_empty(&self) -> bool {
        self.conversions.is_empty()
    }

    /// How many channels there are.
    pub fn channel_count(&self) -> usize {
        self.channel_count
    }

    /// The channel codes of journey `index`; empty for a conversion without a touch, and beyond the end.
    pub fn path(&self, index: usize) -> &[u32] {
        self.range(index).map_or(&[], |range| &self.steps[range])
    }

    /// How long before the journey's end each touch was, in the unit of `time`.
    pub fn ages(&self, index: usize) -> &[f64] {
        self.range(index).map_or(&[], |range| &self.ages[range])
    }

    /// Conversions by journey.
    pub fn conversions(&self) -> &[f64] {
        &self.conversions
    }

    /// Value by journey.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// Where each journey's touches start, with the number of all touches at the end.
    pub fn offsets(&self) -> &[usize] {
        &self.offsets
    }

    /// How long before its journey's end each touch of [`steps`](Self::steps) was.
    pub fn all_ages(&self) -> &[f64] {
        &self.ages
    }

    /// The channel codes of all touches, journey after journey.
    pub fn steps(&self) -> &[u32] {
        &self.steps
    }

    fn range(&self, index: usize) -> Option<std::ops::Range<usize>> {
        Some(*self.offsets.get(index)?..*self.offsets.get(index + 1)?)
    }

    /// The journeys as they are, for a method that is asked once; see [`CountedPaths::uncounted`].
    pub fn uncounted(&self) -> CountedPaths<'_> {
        CountedPaths::as_given(
            self.channel_count,
            &self.offsets,
            &self.steps,
            &self.conversions,
            &self.values,
            self.nulls(),
        )
    }

    /// 1 for a journey without a conversion.
    fn nulls(&self) -> Vec<f64> {
        self.conversions.iter().map(|c| f64::from(u8::from(*c == 0.0))).collect()
    }

    /// Identical journeys once; a journey without a conversion counts as one null.
    pub fn counted(&self) -> CountedPaths<'static> {
        CountedPaths::count_checked(
            self.channel_count,
            &self.offsets,
            &self.steps,
            &self.conversions,
            &self.values,
            &self.nulls(),
        )
    }
}

fn check_events(channel_count: usize, events: &Events<'_>) -> Result<()> {
    let n = events.customer.len();
    for (name, len) in [
        ("time", events.time.len()),
        ("channel", events.channel.len()),
        ("conversions", events.conversions.len()),
        ("values", events.values.len()),
    ] {
        if len != n {
            return Err(Error::lengths("customer", n, name, len));
        }
    }
    if n >= u32::MAX as usize {
        return Err(Error::input("too_many_rows", "`events` holds more than 4 billion rows; work in parts"));
    }
    if let Some(at) = events.time.iter().position(|t| !t.is_finite()) {
        return Err(Error::invalid("time", "a finite number", events.time[at]).at_row(at));
    }
    if let Some(at) = events.channel.iter().position(|&c| c != NO_TOUCH && c as usize >= channel_count) {
        return Err(Error::invalid(
            "channel",
            "a channel code below the number of channels",
            f64::from(events.channel[at]),
        )
        .at_row(at));
    }
    check_amounts(events.conversions, events.values)?;
    match events.channel.iter().zip(events.conversions).position(|(c, x)| *c == NO_TOUCH && *x == 0.0) {
        Some(at) => Err(Error::input(
            "empty_event",
            format!(
                "row {at} (counted from 0) has neither a `channel` nor a conversion; drop it, or name the channel"
            ),
        )),
        None => Ok(()),
    }
}

/// The rows of each customer together, customers in the order of their codes.
fn by_customer(customer: &[u32]) -> (Vec<usize>, Vec<u32>) {
    let n = customer.len();
    let groups = customer.iter().max().map_or(0, |&most| most as usize + 1);
    let mut rows: Vec<u32> = (0..n as u32).collect();
    // Codes far above the number of rows would ask for memory in proportion to the code: sort instead.
    if groups > 4 * n + 1024 {
        rows.order_unstable_by_key(|&row| (customer[row as usize], row));
        let mut starts: Vec<usize> = (0..n)
            .filter(|&i| i == 0 || customer[rows[i] as usize] != customer[rows[i - 1] as usize])
            .collect();
        starts.push(n);
        return (starts, rows);
    }
    let mut starts = vec![0_usize; groups + 1];
    for &c in customer {
        starts[c as usize + 1] += 1;
    }
    for g in 0..groups {
        starts[g + 1] += starts[g];
    }
    if !customer.is_sorted() {
        let mut next = starts.clone();
        for (row, &c) in customer.iter().enumerate() {
            rows[next[c as usize]] = row as u32;
            next[c as usize] += 1;
        }
    }
    (starts, rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    type Row = (u32, f64, u32, f64, f64);

    fn cut(rows: &[Row], options: JourneyOptions) -> Result<Journeys> {
        let columns = (
            rows.iter().map(|r| r.0).collect::<Vec<_>>(),
            rows.iter().map(|r| r.1).collect::<Vec<_>>(),
            rows.iter().map(|r| r.2).collect::<Vec<_>>(),
            rows.iter().map(|r| r.3).collect::<Vec<_>>(),
            rows.iter().map(|r| r.4).collect::<Vec<_>>(),
        );
        let events = Events {
            customer: &columns.0,
            time: &columns.1,
            channel: &columns.2,
            conversions: &columns.3,
            values: &columns.4,
        };
        Journeys::from_events(4, &events, options)
    }

    fn shown(journeys: &Journeys) -> Vec<(Vec<u32>, f64, f64)> {
        (0..journeys.len())
            .map(|i| (journeys.path(i).to_vec(), journeys.conversions()[i], journeys.values()[i]))
            .collect()
    }

    const ROWS: [Row; 9] = [
        (7, 5.0, 2, 0.0, 0.0),
        (7, 1.0, 3, 0.0, 0.0),
        (7, 5.0, 1, 1.0, 9.0), // a tie: channel 1 before channel 2, and it converts
        (7, 6.0, NO_TOUCH, 1.0, 2.0), // after the touch of channel 2
        (7, 6.0, NO_TOUCH, 1.0, 3.0), // the same moment: one conversion event
        (7, 9.0, NO_TOUCH, 1.0, 4.0), // nothing before it
        (2, 1.0, 0, 0.0, 0.0),
        (2, 2.0, 0, 0.0, 0.0),
        (3_000_000_000, 2.0, NO_TOUCH, 1.0, 1.0),
    ];

    #[test]
    fn journeys_end_at_conversions_and_ties_have_a_rule() {
        let want = vec![
            (vec![0, 0], 0.0, 0.0),
            (vec![3, 1], 1.0, 9.0),
            (vec![2], 2.0, 5.0),
            (vec![], 1.0, 4.0),
            (vec![], 1.0, 1.0),
        ];
        let journeys = cut(&ROWS, JourneyOptions::default()).unwrap();
        assert_eq!(shown(&journeys), want);
        assert_eq!(journeys.ages(1), [4.0, 0.0]);
        assert_eq!(journeys.ages(2), [1.0]);
        let mut rows = ROWS;
        for turn in 0..9 {
            rows.rotate_left(turn);
            rows.swap(0, 4);
            assert_eq!(cut(&rows, JourneyOptions::default()).unwrap(), journeys);
        }
        // With small codes the counting sort is used instead.
        let small: Vec<Row> = rows.iter().map(|r| (r.0.min(10), r.1, r.2, r.3, r.4)).collect();
        assert_eq!(cut(&small, JourneyOptions::default()).unwrap(), journeys);
    }

    #[test]
    fn lookback_and_lapse() {
        let only = |lookback, lapse_after| JourneyOptions { lookback, lapse_after };
        let rows = [(0, 0.0, 0, 0.0, 0.0), (0, 8.0, 1, 0.0, 0.0), (0, 10.0, 2, 1.0, 1.0)];
        assert_eq!(shown(&cut(&rows, only(Some(2.0), None)).unwrap()), [(vec![1, 2], 1.0, 1.0)]);
        assert_eq!(
            shown(&cut(&rows, only(None, Some(3.0))).unwrap()),
            [(vec![0], 0.0, 0.0), (vec![1, 2], 1.0, 1.0)]
        );
        assert_eq!(cut(&rows, only(Some(0.0), None)).unwrap_err().code(), "out_of_domain");
        // A lapse between the last touch and a conversion leaves the conversion without a touch.
        let late = [(0, 0.0, 0, 0.0, 0.0), (0, 8.0, NO_TOUCH, 1.0, 1.0)];
        assert_eq!(
            shown(&cut(&late, only(None, Some(3.0))).unwrap()),
            [(vec![0], 0.0, 0.0), (vec![], 1.0, 1.0)]
        );
    }

    #[test]
    fn bad_input_is_named() {
        let none = JourneyOptions::default();
        assert_eq!(cut(&[(0, f64::NAN, 0, 0.0, 0.0)], none).unwrap_err().code(), "nan_input");
        assert_eq!(cut(&[(0, 0.0, 4, 0.0, 0.0)], none).unwrap_err().code(), "out_of_domain");
        assert_eq!(cut(&[(0, 0.0, NO_TOUCH, 0.0, 0.0)], none).unwrap_err().code(), "empty_event");
        assert_eq!(cut(&[(0, 0.0, 1, 0.0, 2.0)], none).unwrap_err().code(), "value_without_conversion");
        let empty = cut(&[], none).unwrap();
        assert!(empty.is_empty() && empty.counted().is_empty());
        assert_eq!(empty.path(0), [0_u32; 0]);
    }
}
