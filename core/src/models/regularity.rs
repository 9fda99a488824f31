//! How regular purchases are, before any model: the shape `k` of gamma-distributed times between purchases, where each
//! customer has a rate of their own. 1 is random (exponential times); BG/CNBD-k and MBG/CNBD-k take the whole number
//! near it.
//!
//! Both estimates look only at how a customer's time is divided between purchases, so that neither the rates nor when
//! customers leave matter.

use super::histories::Histories;
use crate::numerics::elementary::within;
use crate::numerics::gamma::{digamma_difference, trigamma};
use crate::numerics::summation::exact_sum;
use crate::{Error, Result, Status};

/// How to estimate the regularity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum RegularityMethod {
    /// Maximum likelihood, given each customer's number of purchases and time between first and last: the shares of that
    /// time are Dirichlet distributed.
    Mle,
    /// Wheat and Morrison 1990: from the variance of the share of the first of two times, `(1 - 4 v) / (8 v)`; of
    /// customers with exactly two repeat purchases.
    Wheat,
}

impl RegularityMethod {
    /// The method of a name.
    ///
    /// # Errors
    ///
    /// `unknown_method`.
    pub fn parse(name: &str) -> Result<Self> {
        match name {
            "mle" => Ok(Self::Mle),
            "wheat" => Ok(Self::Wheat),
            _ => Err(Error::input(
                "unknown_method",
                format!("`method` must be \"mle\" or \"wheat\", got \"{name}\""),
            )),
        }
    }
}

/// How regular purchases are.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Regularity {
    /// The shape: 1 is random, larger is more regular, smaller is clumped.
    pub k: f64,
    /// Its standard error.
    pub standard_error: f64,
    /// The customers used: those with two repeat purchases or more (Wheat and Morrison: exactly two).
    pub customers: f64,
    /// How it was estimated.
    pub method: RegularityMethod,
}

/// The shape of the times between purchases.
///
/// ```
/// use ukur::models::{Histories, RegularityMethod, regularity};
/// // Two customers with two repeat purchases: after 10 and 11 days, after 4 and 7.
/// let logs = [(10f64 * 11.0).ln(), (4f64 * 7.0).ln()];
/// let histories = Histories::new(&[2.0, 2.0], &[21.0, 11.0], &[30.0, 30.0])?.with_log_intervals(&logs)?;
/// assert!(regularity(&histories, RegularityMethod::Mle)?.k > 10.0);
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
///
/// `missing_column` without the log intervals; `insufficient_data` without customers who purchased often enough, or where
/// all their times are equal (no finite shape is most likely).
pub fn regularity(histories: &Histories, method: RegularityMethod) -> Result<Regularity> {
    let Some(logs) = histories.log_intervals() else {
        return Err(super::regular_likelihood::needs_intervals("to see how regular purchases are"));
    };
    let weight = |row: usize| histories.weights().map_or(1.0, |w| w[row]);
    let (x, t_x) = (histories.frequency(), histories.recency());
    let least = |n: f64| if method == RegularityMethod::Mle { n >= 2.0 } else { n == 2.0 };
    let rows: Vec<usize> =
        (0..x.len()).filter(|&row| least(x[row]) && t_x[row] > 0.0 && weight(row) > 0.0).collect();
    let sum = |f: &dyn Fn(usize) -> f64| {
        exact_sum(&rows.iter().map(|&row| weight(row) * f(row)).collect::<Vec<_>>())
    };
    let customers = sum(&|_| 1.0);
    // The most equal times of a customer have the largest sum of logarithms: what is missing to it.
    let uneven = sum(&|row| x[row] * libm::log(t_x[row] / x[row]) - logs[row]);
    if rows.is_empty() || uneven <= 1e-12 * customers {
        let reason = if rows.is_empty() {
            "no customer has the repeat purchases that it takes (two)"
        } else {
            "every customer's times between purchases are equal: the shape is infinite"
        };
        return Err(Error::undefined("regularity", Status::InsufficientData, reason));
    }
    if method == RegularityMethod::Wheat {
        // The product of the two shares is known: (share - 1/2)^2 = 1/4 - product.
        let square = |row: usize| (0.25 - libm::exp(logs[row] - 2.0 * libm::log(t_x[row]))).max(0.0);
        let variance = sum(&square) / customers;
        let spread = sum(&|row| (square(row) - variance) * (square(row) - variance)) / customers;
        let k = (1.0 - 4.0 * variance) / (8.0 * variance);
        let standard_error = (spread / customers).sqrt() / (8.0 * variance * variance);
        return Ok(Regularity { k, standard_error, customers, method });
    }
    // Newton's method in ln k on the score; the log-likelihood of Dirichlet shares is concave in k.
    let shares = sum(&|row| logs[row] - x[row] * libm::log(t_x[row]));
    let mut counts: Vec<(f64, f64)> = rows.iter().map(|&row| (x[row], weight(row))).collect();
    crate::sort::Order::order_by(&mut counts[..], |a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let counts: Vec<(f64, f64)> = counts
        .chunk_by(|a, b| a.0 == b.0)
        .map(|run| (run[0].0, run.iter().map(|pair| pair.1).sum()))
        .collect();
    let score = |k: f64| {
        let (mut first, mut second) = (shares, 0.0);
        for &(n, w) in &counts {
            first += w * n * (digamma_difference(k, (n - 1.0) * k));
            second += w * n * (n * trigamma(n * k) - trigamma(k));
        }
        (first, second)
    };
    let mut k = 1.0;
    for _ in 0..100 {
        let (first, second) = score(k);
        // In the logarithm, which cannot leave the domain; steps of at most a factor of e.
        let bend = k * k * second + k * first;
        let step = if bend < 0.0 { -k * first / bend } else { first.signum() };
        k *= libm::exp(within(step, -1.0, 1.0));
        if step.abs() < 1e-13 || !(1e-12..1e12).contains(&k) {
            break;
        }
    }
    if !(1e-11..1e11).contains(&k) {
        return Err(Error::undefined(
            "regularity",
            Status::NotIdentified,
            "the likelihood has no inner maximum",
        ));
    }
    let (_, second) = score(k);
    Ok(Regularity { k, standard_error: (-1.0 / second).sqrt(), customers, method })
}

#[cfg(test)]
mod tests {
    use super::super::{BgCnbd, PurchaseModel};
    use super::*;
    use crate::numerics::gamma::ln_gamma;

    #[test]
    fn the_shape_of_simulated_times_comes_back() {
        for k in [1.0, 3.0] {
            let model = BgCnbd::new(k, 1.2, 1.5, 0.4, 3.0).unwrap();
            // Long observation, so that hardly any interval is cut off.
            let made = model.simulate(40_000, &[400.0], 1).unwrap();
            let histories = Histories::new(&made.frequency, &made.recency, &made.t)
                .unwrap()
                .with_log_intervals(&made.sum_log_intervals)
                .unwrap();
            for method in [RegularityMethod::Mle, RegularityMethod::Wheat] {
                let found = regularity(&histories, method).unwrap();
                let off = (found.k - k) / found.standard_error;
                assert!(off.abs() < 4.0, "{k}: {found:?}");
            }
        }
    }

    #[test]
    fn the_score_is_the_slope_of_the_dirichlet_likelihood() {
        let (x, t_x, t) = ([2.0, 5.0, 1.0, 0.0], [21.0, 30.0, 3.0, 0.0], [40.0; 4]);
        let logs = [4.2, 7.9, 1.09, 0.0];
        let histories = Histories::new(&x, &t_x, &t).unwrap().with_log_intervals(&logs).unwrap();
        let found = regularity(&histories, RegularityMethod::Mle).unwrap();
        let log_likelihood = |k: f64| {
            (0..2)
                .map(|i| {
                    ln_gamma(x[i] * k) - x[i] * ln_gamma(k) + (k - 1.0) * (logs[i] - x[i] * libm::log(t_x[i]))
                })
                .sum::<f64>()
        };
        let (h, k) = (1e-4 * found.k, found.k);
        assert!((log_likelihood(k + h) - log_likelihood(k - h)).abs() / (2.0 * h) < 1e-6);
        let bend = (log_likelihood(k + h) + log_likelihood(k - h) - 2.0 * log_likelihood(k)) / (h * h);
        assert!((found.standard_error - (-1.0 / bend).sqrt()).abs() < 1e-3 * found.standard_error);
        assert_eq!(found.customers, 2.0);
        let none = Histories::new(&[1.0], &[1.0], &[2.0]).unwrap();
        assert_eq!(regularity(&none, RegularityMethod::Mle).unwrap_err().code(), "missing_column");
        let none = none.with_log_intervals(&[0.0]).unwrap();
        assert_eq!(regularity(&none, RegularityMethod::Wheat).unwrap_err().code(), "insufficient_data");
        let same = Histories::new(&[2.0], &[2.0], &[2.0]).unwrap().with_log_intervals(&[0.0]).unwrap();
        assert_eq!(regularity(&same, RegularityMethod::Mle).unwrap_err().code(), "insufficient_data");
    }
}
