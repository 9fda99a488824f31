//! The table of purchases, as numbers.

use crate::sort::{integer_key, integer_of_key, sort_by_number};
use crate::{Error, Result};

/// The code of a row whose customer is missing.
pub const MISSING_CODE: u32 = u32::MAX;

/// The time of a row whose date is missing.
pub const MISSING_TIME: i64 = i64::MIN;

/// The id of a row whose customer is missing.
pub const MISSING_ID: i64 = i64::MIN;

/// Who bought: one entry a row.
#[derive(Debug, Clone, Copy)]
pub enum CustomerIds<'a> {
    /// Codes from 0 to `count` - 1, [`MISSING_CODE`] where the customer is missing. Results name customers by
    /// their code and come in ascending order of it.
    Codes {
        /// The code of each row.
        codes: &'a [u32],
        /// How many codes there are.
        count: usize,
    },
    /// Any whole numbers, [`MISSING_ID`] where the customer is missing. Results name customers by them and come in ascending order.
    Integers(&'a [i64]),
}

impl CustomerIds<'_> {
    /// How many rows.
    pub const fn len(&self) -> usize {
        match self {
            Self::Codes { codes, .. } => codes.len(),
            Self::Integers(ids) => ids.len(),
        }
    }

    /// True when there is no row.
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Purchases (or other events): columns of one length.
///
/// ```
/// use ukur::customers::{CustomerIds, Purchases};
/// let customers = [4, 4, 9];
/// let days = [9862, 9879, 9870];
/// let purchases = Purchases::new(CustomerIds::Integers(&customers), &days).with_values(&[29.33, 29.73, 12.0]);
/// assert_eq!(purchases.len(), 3);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Purchases<'a> {
    /// Who bought.
    pub customer: CustomerIds<'a>,
    /// When: whole ticks since 1 January 1970, [`MISSING_TIME`] where the date is missing.
    pub time: &'a [i64],
    /// How many ticks make a day: 1 for dates, 86,400,000 for milliseconds.
    pub ticks_per_day: i64,
    /// How much: money in one currency, points, items. Finite; negative for a return.
    pub value: Option<&'a [f64]>,
}

impl<'a> Purchases<'a> {
    /// Purchases by day, without values.
    pub const fn new(customer: CustomerIds<'a>, day: &'a [i64]) -> Self {
        Self { customer, time: day, ticks_per_day: 1, value: None }
    }

    /// The same with values.
    #[must_use]
    pub const fn with_values(mut self, value: &'a [f64]) -> Self {
        self.value = Some(value);
        self
    }

    /// The same with ticks finer than days.
    #[must_use]
    pub const fn with_ticks_per_day(mut self, ticks_per_day: i64) -> Self {
        self.ticks_per_day = ticks_per_day;
        self
    }

    /// How many rows.
    pub const fn len(&self) -> usize {
        self.time.len()
    }

    /// True when there is no row.
    pub const fn is_empty(&self) -> bool {
        self.time.is_empty()
    }

    /// Columns of one length with at least one row, not more than a `u32` counts, and a sensible tick.
    pub(super) fn check(&self) -> Result<()> {
        let rows = self.customer.len();
        let mismatch =
            |right: &'static str, right_len| Err(Error::lengths("customer", rows, right, right_len));
        if rows != self.time.len() {
            return mismatch("date", self.time.len());
        }
        if let Some(value) = self.value {
            if rows != value.len() {
                return mismatch("value", value.len());
            }
        }
        if rows == 0 {
            return Err(Error::input(
                "empty_input",
                "there are no purchases: the table has no rows; give at least one purchase",
            ));
        }
        if rows >= u32::MAX as usize {
            return Err(Error::input(
                "too_many_rows",
                format!(
                    "the table has {rows} rows, more than the {} of one call; split it by customer",
                    u32::MAX - 1
                ),
            ));
        }
        if self.ticks_per_day < 1 {
            return Err(Error::invalid("ticks_per_day", "a whole number >= 1", self.ticks_per_day as f64));
        }
        Ok(())
    }
}

/// How the codes of the kernels read as the caller's customers.
#[derive(Debug)]
pub(super) enum Labels {
    /// Code c is the customer c + offset.
    Offset(i64),
    /// Code c is the c-th of these.
    List(Vec<i64>),
}

impl Labels {
    pub(super) fn of(&self, code: usize) -> i64 {
        match self {
            Self::Offset(offset) => offset.wrapping_add_unsigned(code as u64),
            Self::List(ids) => ids.get(code).copied().unwrap_or_default(),
        }
    }
}

/// The code of an id among ids that lie close together.
pub(super) fn shifted(id: i64, smallest: i64) -> u32 {
    if id == MISSING_ID { MISSING_CODE } else { id.wrapping_sub(smallest) as u32 }
}

/// Customers as codes 0 to `count` - 1, without a copy where the ids allow it.
#[derive(Debug)]
pub(super) enum Codes<'a> {
    Given(&'a [u32]),
    /// The ids lie close together: the code is the id less the smallest. Whether any is missing.
    #[cfg(feature = "column-kernels")]
    Shifted(&'a [i64], i64, bool),
    Made(Vec<u32>),
}

impl Codes<'_> {
    /// Whether a row misses its customer.
    pub(super) fn any_missing(&self) -> bool {
        match self {
            #[cfg(feature = "column-kernels")]
            Self::Shifted(_, _, missing) => *missing,
            codes => codes.as_slice().contains(&MISSING_CODE),
        }
    }

    /// The codes, where there is a table of them.
    pub(super) fn as_slice(&self) -> &[u32] {
        match self {
            Self::Given(codes) => codes,
            #[cfg(feature = "column-kernels")]
            Self::Shifted(..) => &[],
            Self::Made(codes) => codes,
        }
    }
}

/// Runs a generic function on the iterator over the codes: one copy of it for ids that need no table of codes.
#[cfg(feature = "column-kernels")]
macro_rules! with_codes {
    ($codes:expr, $iter:ident => $body:expr) => {
        match $codes {
            $crate::customers::purchases::Codes::Shifted(ids, smallest, _) => {
                let smallest = *smallest;
                let $iter = ids.iter().map(move |id| $crate::customers::purchases::shifted(*id, smallest));
                $body
            }
            codes => {
                let $iter = codes.as_slice().iter().copied();
                $body
            }
        }
    };
}
#[cfg(not(feature = "column-kernels"))]
macro_rules! with_codes {
    ($codes:expr, $iter:ident => $body:expr) => {{
        let $iter = $codes.as_slice().iter().copied();
        $body
    }};
}
pub(super) use with_codes;

/// Codes in ascending order of the ids, how many there are, and how to read them.
pub(super) fn codes_of<'a>(customer: &CustomerIds<'a>) -> Result<(Codes<'a>, usize, Labels)> {
    match *customer {
        CustomerIds::Codes { codes, count } => {
            if count >= MISSING_CODE as usize {
                return Err(Error::invalid("count", "below 4294967295", count as f64));
            }
            Ok((Codes::Given(codes), count, Labels::Offset(0)))
        }
        CustomerIds::Integers(ids) => {
            let (mut smallest, mut largest) = (i64::MAX, i64::MIN);
            for id in ids {
                largest = largest.max(*id);
                // The missing id is the smallest number there is.
                smallest = smallest.min(if *id == MISSING_ID { i64::MAX } else { *id });
            }
            let range = largest.wrapping_sub(smallest) as u64;
            // A table over the whole range is quicker than looking ids up as long as it is not mostly empty.
            if range < ids.len() as u64 * 8 + 65_536 && range < u64::from(MISSING_CODE) {
                #[cfg(feature = "column-kernels")]
                let codes = Codes::Shifted(ids, smallest, ids.contains(&MISSING_ID));
                #[cfg(not(feature = "column-kernels"))]
                let codes = Codes::Made(ids.iter().map(|id| shifted(*id, smallest)).collect());
                return Ok((codes, range as usize + 1, Labels::Offset(smallest)));
            }
            let mut rows: Vec<(u64, u32)> = ids.iter().map(|id| integer_key(*id)).zip(0u32..).collect();
            sort_by_number(&mut rows, |row| row.0);
            let mut codes = vec![MISSING_CODE; ids.len()];
            let mut list: Vec<i64> = Vec::new();
            for (key, row) in rows {
                let id = integer_of_key(key);
                if id == MISSING_ID {
                    continue;
                }
                if list.last() != Some(&id) {
                    list.push(id);
                }
                if let Some(code) = codes.get_mut(row as usize) {
                    *code = list.len() as u32 - 1;
                }
            }
            let count = list.len();
            Ok((Codes::Made(codes), count, Labels::List(list)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(ids: &[i64]) -> Vec<i64> {
        let (codes, count, labels) = codes_of(&CustomerIds::Integers(ids)).unwrap();
        with_codes!(&codes, iter => iter
            .map(|code| {
                assert!((code as usize) < count || code == MISSING_CODE);
                if code == MISSING_CODE { MISSING_ID } else { labels.of(code as usize) }
            })
            .collect())
    }

    #[test]
    fn ids_near_and_far_return_unchanged() {
        for ids in [
            vec![5, 3, 9, 3],
            vec![5, MISSING_ID, 9],
            vec![MISSING_ID, MISSING_ID],
            vec![i64::MIN, i64::MAX, 0, -1],
            vec![i64::MAX - 3, i64::MAX, i64::MAX - 3],
            (0..3_000).map(|i: i64| i.wrapping_mul(-0x61C8_8646_80B5_83EB)).collect(),
        ] {
            assert_eq!(names(&ids), ids);
        }
    }

    #[test]
    fn far_ids_get_ascending_codes() {
        let ids = [1 << 60, 7, -(1 << 50), 7];
        let (codes, count, _) = codes_of(&CustomerIds::Integers(&ids)).unwrap();
        assert_eq!(count, 3);
        let codes: Vec<u32> = with_codes!(&codes, iter => iter.collect());
        assert_eq!(codes, [2, 1, 0, 1]);
    }
}
