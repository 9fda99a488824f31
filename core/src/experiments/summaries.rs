//! Summary statistics: all that the tests need of the rows.

use crate::checks;
use crate::numerics::order_free_sum::order_free_sum;
use crate::shown::Shown;
use crate::{Error, Result, Status};

/// Size, mean and sample variance (divisor `n - 1`) of one group.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct SampleSummary {
    /// The number of units (people, accounts, orders), at least 2.
    pub n: f64,
    /// Their mean.
    pub mean: f64,
    /// Their sample variance, with divisor `n - 1`.
    pub variance: f64,
}

impl SampleSummary {
    /// Summarises a column; the same bits whatever the order of its rows.
    ///
    /// # Errors
    /// A value that is missing or infinite, with its row; `insufficient_data` below two values.
    ///
    /// ```
    /// let s = ukur::experiments::SampleSummary::from_values(&[3.0, 5.0, 4.0, 8.0, 10.0, 9.0])?;
    /// assert!((s.mean - 6.5).abs() < 1e-15 && (s.variance - 8.3).abs() < 1e-14);
    /// # Ok::<(), ukur::Error>(())
    /// ```
    pub fn from_values(values: &[f64]) -> Result<Self> {
        checks::column("values", values, checks::real)?;
        enough("values", values.len())?;
        let n = values.len() as f64;
        let mean = order_free_sum(values) / n;
        let squares: Vec<f64> = values.iter().map(|x| (x - mean) * (x - mean)).collect();
        finite("values", Self { n, mean, variance: sum_or_infinity(&squares) / (n - 1.0) })
    }

    /// The summary of yes/no outcomes: mean `p`, variance `p (1 - p)` (divisor `n`, as GrowthBook takes it).
    ///
    /// # Errors
    /// As [`wilson`](super::proportions::wilson).
    ///
    /// ```
    /// let s = ukur::experiments::SampleSummary::from_counts(16.0, 30.0)?;
    /// assert!((s.variance - 16.0 * 14.0 / 900.0).abs() < 1e-16);
    /// # Ok::<(), ukur::Error>(())
    /// ```
    pub fn from_counts(successes: f64, trials: f64) -> Result<Self> {
        checks::part_of("summary", ("successes", successes), ("trials", trials))?;
        let mean = successes / trials;
        Ok(Self { n: trials, mean, variance: mean * ((trials - successes) / trials) })
    }

    pub(super) fn check(&self, role: &'static str) -> Result<()> {
        checks::count_from(format!("{role}.n"), 2, self.n)?;
        checks::real(format!("{role}.mean"), self.mean)?;
        checks::non_negative(format!("{role}.variance"), self.variance)?;
        Ok(())
    }

    /// The variance of the mean.
    pub(super) fn variance_of_mean(&self) -> f64 {
        self.variance / self.n
    }
}

/// Size, means, sample variances and covariance of two columns `y` and `x`: a ratio's numerator and denominator by
/// account, or an outcome and its covariate.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct PairSummary {
    /// The number of units, at least 2.
    pub n: f64,
    /// The mean of `y`.
    pub mean_y: f64,
    /// The mean of `x`.
    pub mean_x: f64,
    /// The sample variance of `y` (divisor `n - 1`).
    pub variance_y: f64,
    /// The sample variance of `x` (divisor `n - 1`).
    pub variance_x: f64,
    /// The sample covariance (divisor `n - 1`).
    pub covariance: f64,
}

impl PairSummary {
    /// Summarises two columns of one length; the same bits whatever the order of the rows.
    ///
    /// # Errors
    /// Columns of different length; a value that is missing or infinite, with its row; `insufficient_data` below
    /// two rows.
    ///
    /// ```
    /// let y = [3.0, 5.0, 4.0, 8.0, 10.0, 9.0];
    /// let x = [1.0, 2.0, 2.0, 4.0, 5.0, 4.0];
    /// let s = ukur::experiments::PairSummary::from_values(&y, &x)?;
    /// assert!((s.covariance / s.variance_x - 1.8333333333333333).abs() < 1e-14);
    /// # Ok::<(), ukur::Error>(())
    /// ```
    pub fn from_values(y: &[f64], x: &[f64]) -> Result<Self> {
        checks::same_length("y", y.len(), "x", x.len())?;
        checks::column("y", y, checks::real)?;
        checks::column("x", x, checks::real)?;
        enough("y", y.len())?;
        let n = y.len() as f64;
        let (mean_y, mean_x) = (order_free_sum(y) / n, order_free_sum(x) / n);
        let products = |of: &dyn Fn(f64, f64) -> f64| {
            let terms: Vec<f64> = y.iter().zip(x).map(|(&y, &x)| of(y - mean_y, x - mean_x)).collect();
            sum_or_infinity(&terms) / (n - 1.0)
        };
        let summary = Self {
            n,
            mean_y,
            mean_x,
            variance_y: products(&|y, _| y * y),
            variance_x: products(&|_, x| x * x),
            covariance: products(&|y, x| y * x),
        };
        for (mean, variance) in [(mean_y, summary.variance_y), (mean_x, summary.variance_x)] {
            finite("values", SampleSummary { n, mean, variance })?;
        }
        Ok(summary)
    }

    /// The summary of `y` alone.
    ///
    /// ```
    /// let s = ukur::experiments::PairSummary::from_values(&[1.0, 3.0], &[0.0, 5.0])?;
    /// assert_eq!(s.outcome().mean, 2.0);
    /// # Ok::<(), ukur::Error>(())
    /// ```
    pub fn outcome(&self) -> SampleSummary {
        SampleSummary { n: self.n, mean: self.mean_y, variance: self.variance_y }
    }

    pub(super) fn check(&self, role: &'static str) -> Result<()> {
        checks::count_from(format!("{role}.n"), 2, self.n)?;
        checks::real(format!("{role}.mean_y"), self.mean_y)?;
        checks::real(format!("{role}.mean_x"), self.mean_x)?;
        checks::non_negative(format!("{role}.variance_y"), self.variance_y)?;
        checks::non_negative(format!("{role}.variance_x"), self.variance_x)?;
        checks::real(format!("{role}.covariance"), self.covariance)?;
        // Cauchy and Schwarz, with room for the rounding of whoever computed the moments.
        let bound = (self.variance_y * self.variance_x).sqrt();
        if self.covariance.abs() > bound * (1.0 + 1e-9) {
            return Err(Error::undefined(
                "summary",
                Status::Infeasible,
                format!(
                    "{role}: a covariance of {} is larger than the two variances allow (at most {})",
                    Shown(self.covariance),
                    Shown(bound)
                ),
            ));
        }
        Ok(())
    }
}

fn enough(what: &'static str, rows: usize) -> Result<()> {
    if rows >= 2 {
        return Ok(());
    }
    Err(Error::undefined(
        what,
        Status::InsufficientData,
        format!("a variance needs at least 2 values, and there {}", if rows == 1 { "is 1" } else { "are 0" }),
    ))
}

/// The sum of terms that may have overflowed.
fn sum_or_infinity(terms: &[f64]) -> f64 {
    if terms.iter().all(|x| x.is_finite()) { order_free_sum(terms) } else { f64::INFINITY }
}

fn finite(what: &'static str, summary: SampleSummary) -> Result<SampleSummary> {
    if summary.mean.is_finite() && summary.variance.is_finite() {
        Ok(summary)
    } else {
        Err(Error::undefined(
            what,
            Status::Unbounded,
            "the variance exceeds the largest number; scale the values down",
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_does_not_matter_and_offsets_do_not_cancel() {
        let values = [1e9 + 4.0, 1e9 + 7.0, 1e9 + 13.0, 1e9 + 16.0];
        let mut turned = values;
        turned.reverse();
        let s = SampleSummary::from_values(&values).unwrap();
        assert_eq!((s.mean, s.variance), (1e9 + 10.0, 30.0));
        assert_eq!(SampleSummary::from_values(&turned).unwrap(), s);
    }

    #[test]
    fn refusals() {
        assert_eq!(SampleSummary::from_values(&[]).unwrap_err().code(), "insufficient_data");
        assert_eq!(SampleSummary::from_values(&[1.0]).unwrap_err().code(), "insufficient_data");
        let error = SampleSummary::from_values(&[1.0, f64::NAN]).unwrap_err();
        assert_eq!(error.code(), "nan_input");
        assert!(error.to_string().contains("row 1"), "{error}");
        assert_eq!(SampleSummary::from_values(&[1e200, -1e200]).unwrap_err().code(), "unbounded");
        assert_eq!(SampleSummary::from_counts(3.0, 2.0).unwrap_err().code(), "infeasible");
        assert_eq!(PairSummary::from_values(&[1.0, 2.0], &[1.0]).unwrap_err().code(), "length_mismatch");
        let wrong = PairSummary {
            n: 5.0,
            mean_y: 1.0,
            mean_x: 1.0,
            variance_y: 1.0,
            variance_x: 1.0,
            covariance: 2.0,
        };
        assert_eq!(wrong.check("treatment").unwrap_err().code(), "infeasible");
    }
}
