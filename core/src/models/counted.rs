//! Identical histories counted once, in an order of their own.
//!
//! A likelihood sums over customers, and customers with the same history add the same term: 1 million customers
//! at the resolution of days hold some 190 thousand different histories. Sorting them also fixes the order of
//! every sum, so that the same customers give the same bits in whatever order they come.

use super::histories::Histories;
use crate::sort::Order as _;
use crate::{Error, Result};

/// Different histories, sorted by frequency, then recency, then `T`, with how many customers have each.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Counted {
    /// Repeat purchases.
    pub x: Vec<f64>,
    /// Ages at the last purchase.
    pub t_x: Vec<f64>,
    /// Ages at the end.
    pub t: Vec<f64>,
    /// The number of customers (the sum of the weights) of each history.
    pub weight: Vec<f64>,
    /// The sum over these customers of the sums of log intervals; zeros where none were given.
    pub log_intervals: Vec<f64>,
}

impl Counted {
    /// Counts histories. Rows of weight zero are left out.
    ///
    /// # Errors
    ///
    /// `empty_input` when nothing is left.
    pub fn new(histories: &Histories) -> Result<Self> {
        let (x, t_x, t) = (histories.frequency(), Some(histories.recency()), histories.t());
        let counted = match (histories.weights(), histories.log_intervals()) {
            (None, None) => count_plain(x, t_x, t),
            (weights, log_intervals) => count_weighted(x, t_x, t, weights, log_intervals),
        };
        if counted.x.is_empty() {
            return Err(Error::input(
                "empty_input",
                "there are no customers to fit: give at least one row of frequency, recency and T with a weight \
                 above zero",
            ));
        }
        Ok(counted)
    }

    /// Counts pairs of a number of purchases and a value (which is kept in `t`), for models of spend. Rows of
    /// weight zero are left out.
    pub(crate) fn of_values(x: &[f64], value: &[f64], weights: Option<&[f64]>) -> Self {
        if weights.is_some() {
            count_weighted(x, None, value, weights, None)
        } else {
            count_plain(x, None, value)
        }
    }

    /// The number of different histories.
    pub fn len(&self) -> usize {
        self.x.len()
    }

    /// True without histories.
    pub fn is_empty(&self) -> bool {
        self.x.is_empty()
    }

    /// The number of customers.
    pub fn customers(&self) -> f64 {
        self.weight.iter().sum()
    }

    /// The number of customers with a repeat purchase.
    pub fn repeat_customers(&self) -> f64 {
        self.x.iter().zip(&self.weight).filter(|(x, _)| **x > 0.0).map(|(_, w)| w).sum()
    }

    /// The sum of `f(x, t_x, T)` over the customers.
    pub fn sum(&self, f: impl Fn(f64, f64, f64) -> f64) -> f64 {
        (0..self.len()).map(|i| self.weight[i] * f(self.x[i], self.t_x[i], self.t[i])).sum()
    }

    /// Every `step`th history: a sample that is spread over all of them, for the first steps of a search.
    #[must_use]
    pub fn thinned(&self, step: usize) -> Self {
        let step = step.max(1);
        let take = |column: &[f64]| column.iter().copied().skip(step / 2).step_by(step).collect();
        Self {
            x: take(&self.x),
            t_x: take(&self.t_x),
            t: take(&self.t),
            weight: take(&self.weight),
            log_intervals: take(&self.log_intervals),
        }
    }

    /// About `keep` of the histories, where there are more than `many`: enough for the first steps of a search.
    pub(crate) fn sample(&self, many: usize, keep: usize) -> Option<Self> {
        (self.len() > many).then(|| self.thinned(self.len() / keep))
    }

    /// How many customers have each number of purchases: sorted counts with their weights.
    pub fn by_frequency(&self) -> (Vec<f64>, Vec<f64>) {
        let (mut values, mut weights): (Vec<f64>, Vec<f64>) = (Vec::new(), Vec::new());
        for (&x, &w) in self.x.iter().zip(&self.weight) {
            if values.last() == Some(&x) {
                if let Some(last) = weights.last_mut() {
                    *last += w;
                }
            } else {
                values.push(x);
                weights.push(w);
            }
        }
        (values, weights)
    }

    fn push(&mut self, row: Row, weight: f64, log_intervals: f64) {
        self.x.push(f64::from_bits(row.x));
        self.t_x.push(f64::from_bits(row.t_x));
        self.t.push(f64::from_bits(row.t));
        self.weight.push(weight);
        self.log_intervals.push(log_intervals);
    }
}

/// The bits of numbers that are not negative sort like the numbers. Adding zero turns -0 into 0.
fn bits(value: f64) -> u64 {
    (value + 0.0).to_bits()
}

/// A history as bits, and how many customers have it.
#[derive(Debug, Clone, Copy)]
struct Row {
    x: u64,
    t_x: u64,
    t: u64,
    count: u64,
}

/// Counts rows of equal weight: in a table, then sorting what is different; where nearly everything is different
/// the table would only cost, and all rows are sorted.
fn count_plain(x: &[f64], t_x: Option<&[f64]>, t: &[f64]) -> Counted {
    let row =
        |i: usize| Row { x: bits(x[i]), t_x: t_x.map_or(0, |t_x| bits(t_x[i])), t: bits(t[i]), count: 1 };
    let mut rows = Table::count(x.len(), row).unwrap_or_else(|| (0..x.len()).map(row).collect());
    rows.order_unstable_by_key(|row| (row.x, row.t_x, row.t));
    let mut counted = Counted::default();
    for run in rows.chunk_by(|a, b| (a.x, a.t_x, a.t) == (b.x, b.t_x, b.t)) {
        let count: u64 = run.iter().map(|row| row.count).sum();
        counted.push(run[0], count as f64, 0.0);
    }
    counted
}

/// A table of rows by open addressing. The order in which it holds them means nothing; they are sorted afterwards.
struct Table {
    slots: Vec<Row>,
    used: usize,
}

impl Table {
    /// No look-up goes further than this: no input can make the table slow.
    const FURTHEST: usize = 32;

    /// The different rows with their counts; `None` where counting does not pay.
    fn count(n: usize, row: impl Fn(usize) -> Row) -> Option<Vec<Row>> {
        let mut table = Self { slots: Self::empty(4096), used: 0 };
        for i in 0..n {
            // Judged once, early: by then a third of what is seen should have been seen before.
            if i == 16_384 && table.used * 3 > i * 2 {
                return None;
            }
            if 2 * table.used >= table.slots.len() {
                let larger = Self::empty(table.slots.len() * 4);
                let old = std::mem::replace(&mut table.slots, larger);
                table.used = 0;
                for row in old.into_iter().filter(|row| row.count > 0) {
                    table.add(row)?;
                }
            }
            table.add(row(i))?;
        }
        table.slots.retain(|row| row.count > 0);
        Some(table.slots)
    }

    fn empty(size: usize) -> Vec<Row> {
        vec![Row { x: 0, t_x: 0, t: 0, count: 0 }; size]
    }

    fn add(&mut self, row: Row) -> Option<()> {
        const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
        let mut hash = (row.x ^ row.t_x.rotate_left(21)).wrapping_mul(ODD);
        hash = (hash ^ (hash >> 32) ^ row.t.rotate_left(42)).wrapping_mul(ODD);
        let mask = self.slots.len() - 1;
        let home = (hash >> 20) as usize;
        for probe in 0..Self::FURTHEST {
            let slot = &mut self.slots[(home + probe) & mask];
            if slot.count == 0 {
                *slot = row;
                self.used += 1;
                return Some(());
            }
            if (slot.x, slot.t_x, slot.t) == (row.x, row.t_x, row.t) {
                slot.count += row.count;
                return Some(());
            }
        }
        None
    }
}

/// The weight and the log intervals take part in the sort, so that they too are added in an order of their own.
fn count_weighted(
    x: &[f64],
    t_x: Option<&[f64]>,
    t: &[f64],
    weights: Option<&[f64]>,
    log_intervals: Option<&[f64]>,
) -> Counted {
    let mut rows: Vec<([u64; 3], u64, u64)> = (0..x.len())
        .map(|i| {
            (
                [bits(x[i]), t_x.map_or(0, |t_x| bits(t_x[i])), bits(t[i])],
                bits(weights.map_or(1.0, |w| w[i])),
                log_intervals.map_or(0.0, |v| v[i]).to_bits(),
            )
        })
        .filter(|row| f64::from_bits(row.1) > 0.0)
        .collect();
    rows.order_unstable();
    let mut counted = Counted::default();
    for run in rows.chunk_by(|a, b| a.0 == b.0) {
        let weight = run.iter().map(|row| f64::from_bits(row.1)).sum();
        let log_sum = run.iter().map(|row| f64::from_bits(row.1) * f64::from_bits(row.2)).sum();
        let [x, t_x, t] = run[0].0;
        counted.push(Row { x, t_x, t, count: 0 }, weight, log_sum);
    }
    counted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_counted_in_any_order() {
        let x = [2.0, 0.0, 2.0, 70_000.0, 0.0, 1.0];
        let t_x = [3.0, 0.0, 3.0, 5.0, -0.0, 1.0];
        let t = [9.0, 8.0, 9.0, 9.0, 8.0, 7.0];
        let counted = Counted::new(&Histories::new(&x, &t_x, &t).unwrap()).unwrap();
        assert_eq!(counted.x, [0.0, 1.0, 2.0, 70_000.0]);
        assert_eq!(counted.weight, [2.0, 1.0, 2.0, 1.0]);
        assert_eq!((counted.customers(), counted.repeat_customers()), (6.0, 4.0));
        let back = |v: &[f64; 6]| v.iter().rev().copied().collect::<Vec<_>>();
        let (x, t_x, t) = (back(&x), back(&t_x), back(&t));
        assert_eq!(counted, Counted::new(&Histories::new(&x, &t_x, &t).unwrap()).unwrap());
        let ones = [1.0; 6];
        let weighted = Histories::new(&x, &t_x, &t).unwrap().with_weights(&ones).unwrap();
        assert_eq!(counted, Counted::new(&weighted).unwrap());
        assert_eq!(counted.by_frequency(), (vec![0.0, 1.0, 2.0, 70_000.0], vec![2.0, 1.0, 2.0, 1.0]));
    }

    #[test]
    fn few_and_many_different_rows_are_counted_alike() {
        let mut random = crate::numerics::random::Random::new(1);
        for (rows, kinds) in [(40_000, 7), (40_000, 1_000_000), (3, 1)] {
            let mut column = || -> Vec<f64> { (0..rows).map(|_| random.below(kinds) as f64).collect() };
            let (x, t) = (column(), column());
            let mut known = std::collections::BTreeMap::new();
            for (x, t) in x.iter().zip(&t) {
                *known.entry((*x as u64, *t as u64)).or_insert(0.0) += 1.0;
            }
            let counted = Counted::of_values(&x, &t, None);
            let got = (0..counted.len())
                .map(|i| ((counted.x[i] as u64, counted.t[i] as u64), counted.weight[i]))
                .collect::<Vec<_>>();
            assert_eq!(got, known.into_iter().collect::<Vec<_>>());
        }
    }

    #[test]
    fn nothing_to_count_is_refused() {
        let none = Histories::new(&[], &[], &[]).unwrap();
        assert_eq!(Counted::new(&none).unwrap_err().code(), "empty_input");
        let zero = Histories::new(&[0.0], &[0.0], &[1.0]).unwrap().with_weights(&[0.0]).unwrap();
        assert_eq!(Counted::new(&zero).unwrap_err().code(), "empty_input");
    }
}
