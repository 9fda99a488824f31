//! What was observed of each customer: checked once, then used by every model and question.

use crate::shown::Shown;
use crate::{Error, Result};

/// The largest count of purchases or opportunities that is read: every whole number up to it is exact.
pub(crate) const MAX_COUNT: f64 = 9_007_199_254_740_992.0;

/// One customer's history. The letters are those of the papers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Customer {
    /// Repeat purchases (the first purchase is not counted).
    pub x: f64,
    /// Age at the last purchase; 0 when there was no repeat purchase.
    pub t_x: f64,
    /// Age at the end of the observation; in discrete models the number of opportunities, `n`.
    pub t: f64,
    /// Sum of the logarithms of the times between purchases, for models of regular purchases; 0 elsewhere.
    pub log_intervals: f64,
}

/// Columns of customer histories, valid as a whole: see [`Histories::new`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Histories<'a> {
    frequency: &'a [f64],
    recency: &'a [f64],
    t: &'a [f64],
    weights: Option<&'a [f64]>,
    log_intervals: Option<&'a [f64]>,
}

impl<'a> Histories<'a> {
    /// Columns of one length: the number of repeat purchases, the age at the last purchase (not the time since),
    /// and the age at the end of the observation, in one unit of time.
    ///
    /// ```
    /// use ukur::models::Histories;
    /// let histories = Histories::new(&[2.0, 0.0], &[30.43, 0.0], &[38.86, 38.86])?;
    /// assert_eq!(histories.len(), 2);
    /// let error = Histories::new(&[2.0], &[40.0], &[38.86]).unwrap_err();
    /// assert!(error.to_string().starts_with("`recency` must be"));
    /// # Ok::<(), ukur::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The first row that cannot be: a count that is negative or not whole, a recency below zero or above `T`, a
    /// recency above zero without a repeat purchase, anything missing or infinite; columns of unequal length.
    pub fn new(frequency: &'a [f64], recency: &'a [f64], t: &'a [f64]) -> Result<Self> {
        same_length("frequency", frequency.len(), "recency", recency.len())?;
        same_length("frequency", frequency.len(), "T", t.len())?;
        // Without branches, so that the usual case (all rows legal) runs at the speed of memory.
        let mut legal = true;
        #[allow(clippy::needless_bitwise_bool, clippy::manual_range_contains)]
        for ((&x, &t_x), &t) in frequency.iter().zip(recency).zip(t) {
            legal &= (x >= 0.0)
                & (x <= MAX_COUNT)
                & (x.trunc() == x)
                & (t_x >= 0.0)
                & (t_x <= t)
                & (t < f64::INFINITY)
                & ((x > 0.0) | (t_x == 0.0));
        }
        if !legal {
            for (row, ((&x, &t_x), &t)) in frequency.iter().zip(recency).zip(t).enumerate() {
                check_history(x, t_x, t).map_err(|error| error.at_row(row))?;
            }
        }
        Ok(Self { frequency, recency, t, weights: None, log_intervals: None })
    }

    /// The same histories, each standing for `weights` customers: identical customers may be counted once.
    ///
    /// # Errors
    ///
    /// A weight that is missing, infinite or negative; another length.
    pub fn with_weights(self, weights: &'a [f64]) -> Result<Self> {
        same_length("frequency", self.len(), "weights", weights.len())?;
        check_weights(weights)?;
        Ok(Self { weights: Some(weights), ..self })
    }

    /// The same histories with the sum of the logarithms of the times between purchases, which models of regular
    /// purchases need for the likelihood.
    ///
    /// # Errors
    ///
    /// A value that is missing or infinite, or that times between purchases which add up to the recency cannot have;
    /// another length.
    pub fn with_log_intervals(self, log_intervals: &'a [f64]) -> Result<Self> {
        same_length("frequency", self.len(), "sum_log_intervals", log_intervals.len())?;
        if let Some(row) = log_intervals.iter().position(|v| !v.is_finite()) {
            return Err(Error::invalid(
                "sum_log_intervals",
                "finite: merge purchases of the same moment first",
                log_intervals[row],
            )
            .at_row(row));
        }
        for (row, &sum) in log_intervals.iter().enumerate() {
            let (x, t_x) = (self.frequency[row], self.recency[row]);
            // At a given total equal intervals have the largest sum of logarithms. A factor of 2 in the total allows for
            // rounded recencies; units that differ are seen.
            let (least, most) =
                if x > 0.0 { (-SHORTEST * x, x * libm::log(2.0 * (t_x / x))) } else { (0.0, 0.0) };
            if sum < least || sum > most {
                return Err(Error::invalid(
                    "sum_log_intervals",
                    "the sum of the logarithms of `frequency` times between purchases that add up to the recency, in \
                     its unit (0 without repeat purchases)",
                    sum,
                )
                .at_row(row));
            }
        }
        Ok(Self { log_intervals: Some(log_intervals), ..self })
    }

    /// The number of rows.
    pub const fn len(&self) -> usize {
        self.frequency.len()
    }

    /// True without rows.
    pub const fn is_empty(&self) -> bool {
        self.frequency.is_empty()
    }

    /// Repeat purchases.
    pub const fn frequency(&self) -> &'a [f64] {
        self.frequency
    }

    /// Ages at the last purchase.
    pub const fn recency(&self) -> &'a [f64] {
        self.recency
    }

    /// Ages at the end of the observation.
    pub const fn t(&self) -> &'a [f64] {
        self.t
    }

    /// How many customers each row stands for, where given.
    pub const fn weights(&self) -> Option<&'a [f64]> {
        self.weights
    }

    /// The sums of the logarithms of the times between purchases, where given.
    pub const fn log_intervals(&self) -> Option<&'a [f64]> {
        self.log_intervals
    }

    /// The customers, in the order of the rows.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Customer> + '_ {
        (0..self.len()).map(|i| Customer {
            x: self.frequency[i],
            t_x: self.recency[i],
            t: self.t[i],
            log_intervals: self.log_intervals.map_or(0.0, |column| column[i]),
        })
    }
}

/// No number above 0 has a logarithm below the negative of this.
const SHORTEST: f64 = 745.2;

pub(crate) fn same_length(
    left: &'static str,
    left_len: usize,
    right: &'static str,
    right_len: usize,
) -> Result<()> {
    if left_len == right_len { Ok(()) } else { Err(Error::lengths(left, left_len, right, right_len)) }
}

/// Weights count customers. Beyond this many, sums of squares would overflow and a search stop where it started.
const MOST_CUSTOMERS: f64 = 1e15;

pub(crate) fn check_weights(weights: &[f64]) -> Result<()> {
    if let Some(row) = weights.iter().position(|w| !(w.is_finite() && *w >= 0.0)) {
        return Err(Error::invalid("weights", "finite and not negative", weights[row]).at_row(row));
    }
    // A sum that overflows is a number too large, not an infinity that somebody gave.
    let customers = weights.iter().sum::<f64>().min(f64::MAX);
    if customers > MOST_CUSTOMERS {
        return Err(Error::invalid("weights", "counts of customers, at most 1e15 together", customers));
    }
    Ok(())
}

pub(crate) fn check_count(argument: &'static str, x: f64) -> Result<()> {
    if (0.0..=MAX_COUNT).contains(&x) && x.trunc() == x {
        Ok(())
    } else {
        Err(Error::invalid(argument, "a whole number >= 0", x))
    }
}

fn check_history(x: f64, t_x: f64, t: f64) -> Result<()> {
    check_count("frequency", x)?;
    if !t.is_finite() || t < 0.0 {
        return Err(Error::invalid("T", "a finite age >= 0", t));
    }
    if t_x.is_nan() || t_x < 0.0 {
        return Err(Error::invalid("recency", "a finite age >= 0", t_x));
    }
    if t_x > t {
        return Err(Error::invalid(
            "recency",
            format!(
                "at most T ({} in this row): it is the age at the last purchase, in the unit of T",
                Shown(t)
            ),
            t_x,
        ));
    }
    if x == 0.0 && t_x > 0.0 {
        return Err(Error::invalid(
            "recency",
            "0 where frequency is 0 (it is the age at the last repeat purchase, not the time since)",
            t_x,
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_counts() {
        assert!(check_weights(&[1e9, 0.0, 0.5]).is_ok());
        for weights in [[1e300; 2], [f64::MAX; 2], [1e15; 2]] {
            let refused = check_weights(&weights).unwrap_err();
            assert_eq!(refused.code(), "out_of_domain");
            assert!(refused.to_string().contains("at most 1e15 together"), "{refused}");
        }
        assert_eq!(check_weights(&[f64::NAN]).unwrap_err().code(), "nan_input");
    }

    #[test]
    fn impossible_rows_are_named() {
        for (x, t_x, t, words) in [
            (-1.0, 0.0, 1.0, "`frequency` must be a whole number >= 0, got -1 (row 1, counted from 0)"),
            (1.5, 0.5, 1.0, "`frequency` must be a whole number >= 0, got 1.5 (row 1"),
            (1.0, 2.0, 1.0, "`recency` must be at most T (1 in this row)"),
            (0.0, 0.5, 1.0, "`recency` must be 0 where frequency is 0"),
            (1.0, f64::NAN, 1.0, "`recency` must be a finite age >= 0, got NaN"),
            (1.0, 0.5, f64::INFINITY, "`T` must be a finite age >= 0"),
            (1.0, -0.5, 1.0, "`recency` must be a finite age >= 0, got -0.5"),
        ] {
            let error = Histories::new(&[0.0, x], &[0.0, t_x], &[1.0, t]).unwrap_err();
            assert!(error.to_string().starts_with(words), "{error}");
            assert!(error.to_string().contains("row 1"), "{error}");
        }
        let error = Histories::new(&[0.0], &[0.0, 1.0], &[1.0]).unwrap_err();
        assert_eq!(error.code(), "length_mismatch");
        let histories = Histories::new(&[0.0], &[0.0], &[1.0]).unwrap();
        assert!(histories.with_weights(&[-1.0]).is_err());
        assert!(histories.with_weights(&[]).is_err());
        assert!(histories.with_log_intervals(&[f64::NEG_INFINITY]).is_err());
    }

    #[test]
    fn times_between_purchases_add_up_to_the_recency() {
        let histories = Histories::new(&[0.0, 3.0], &[0.0, 6.0], &[9.0, 9.0]).unwrap();
        // Three times of 2; of 1, 2 and 3 with a rounded recency; two of them nearly none.
        for sum in [3.0 * libm::log(2.0), libm::log(6.0), -1400.0] {
            assert!(histories.with_log_intervals(&[0.0, sum]).is_ok(), "{sum}");
        }
        // The same three in days, and sums that no three numbers have.
        for sum in [3.0 * libm::log(14.0), 1e308, -1e308, 40.0] {
            let error = histories.with_log_intervals(&[0.0, sum]).unwrap_err();
            assert_eq!(error.code(), "out_of_domain");
            assert!(error.to_string().contains("add up to the recency"), "{error}");
        }
        assert!(histories.with_log_intervals(&[1.0, 0.0]).unwrap_err().to_string().contains("row 0"));
    }
}
