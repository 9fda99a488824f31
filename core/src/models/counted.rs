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
        let (recency, t) = (histories.recency(), histories.t());
        let counted = count(
            histories.frequency(),
            &|i| key(recency[i], t[i]),
            histories.weights(),
            histories.log_intervals(),
        );
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
        count(x, &|i| key(0.0, value[i]), weights, None)
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

    fn push(&mut self, x: f64, key: u128, weight: f64, log_intervals: f64) {
        self.x.push(x);
        self.t_x.push(f64::from_bits((key >> 64) as u64));
        self.t.push(f64::from_bits(key as u64));
        self.weight.push(weight);
        self.log_intervals.push(log_intervals);
    }
}

/// The bits of numbers that are not negative sort like the numbers. Adding zero turns -0 into 0.
fn bits(value: f64) -> u64 {
    (value + 0.0).to_bits()
}

fn key(t_x: f64, t: f64) -> u128 {
    u128::from(bits(t_x)) << 64 | u128::from(bits(t))
}

/// Frequencies up to here are sorted by counting; larger ones are compared.
const SMALL: f64 = 65_536.0;

fn count(
    x: &[f64],
    key: &dyn Fn(usize) -> u128,
    weights: Option<&[f64]>,
    log_intervals: Option<&[f64]>,
) -> Counted {
    if weights.is_none() && log_intervals.is_none() {
        count_plain(x, key)
    } else {
        count_weighted(x, key, weights, log_intervals)
    }
}

fn count_plain(frequency: &[f64], key: &dyn Fn(usize) -> u128) -> Counted {
    let mut starts = vec![0usize; 1];
    for &x in frequency {
        let at = x.min(SMALL) as usize;
        if at + 1 >= starts.len() {
            starts.resize(at + 2, 0);
        }
        starts[at + 1] += 1;
    }
    for i in 1..starts.len() {
        starts[i] += starts[i - 1];
    }
    let mut next = starts.clone();
    let mut keys = vec![0u128; frequency.len()];
    let mut large = Vec::new();
    for (i, &x) in frequency.iter().enumerate() {
        if x < SMALL {
            let at = &mut next[x as usize];
            keys[*at] = key(i);
            *at += 1;
        } else {
            large.push((bits(x), key(i)));
        }
    }
    let mut counted = Counted::default();
    let small = starts.len().saturating_sub(1).min(SMALL as usize);
    for x in 0..small {
        let group = &mut keys[starts[x]..starts[x + 1]];
        group.order_unstable();
        for run in group.chunk_by(|a, b| a == b) {
            counted.push(x as f64, run[0], run.len() as f64, 0.0);
        }
    }
    large.order_unstable();
    for run in large.chunk_by(|a, b| a == b) {
        counted.push(f64::from_bits(run[0].0), run[0].1, run.len() as f64, 0.0);
    }
    counted
}

/// The weight and the log intervals take part in the sort, so that they too are added in an order of their own.
fn count_weighted(
    x: &[f64],
    key: &dyn Fn(usize) -> u128,
    weights: Option<&[f64]>,
    log_intervals: Option<&[f64]>,
) -> Counted {
    let mut rows: Vec<(u64, u128, u64, u64)> = x
        .iter()
        .enumerate()
        .map(|(i, &x)| {
            (
                bits(x),
                key(i),
                bits(weights.map_or(1.0, |w| w[i])),
                log_intervals.map_or(0.0, |v| v[i]).to_bits(),
            )
        })
        .filter(|row| f64::from_bits(row.2) > 0.0)
        .collect();
    rows.order_unstable();
    let mut counted = Counted::default();
    for run in rows.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let weight = run.iter().map(|row| f64::from_bits(row.2)).sum();
        let log_sum = run.iter().map(|row| f64::from_bits(row.2) * f64::from_bits(row.3)).sum();
        counted.push(f64::from_bits(run[0].0), run[0].1, weight, log_sum);
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
    fn nothing_to_count_is_refused() {
        let none = Histories::new(&[], &[], &[]).unwrap();
        assert_eq!(Counted::new(&none).unwrap_err().code(), "empty_input");
        let zero = Histories::new(&[0.0], &[0.0], &[1.0]).unwrap().with_weights(&[0.0]).unwrap();
        assert_eq!(Counted::new(&zero).unwrap_err().code(), "empty_input");
    }
}
