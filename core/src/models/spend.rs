//! Models of the money a purchase: the questions, asked in one way of every model.

use super::histories::{check_count, same_length};
use super::model::Model;
use super::observations::Observations;
use super::question::{Arguments, Question, ask_spend};
use crate::numerics::random::Random;
use crate::{Error, Result, Status};

/// A model of how much customers spend a purchase.
pub trait SpendModel: Model {
    /// This model as an object; write `self`.
    fn spend(&self) -> &dyn SpendModel;

    /// The log-likelihood of the mean `m` of `x >= 1` purchases.
    fn log_likelihood_of(&self, x: f64, m: f64) -> f64;

    /// The expected money a purchase of a customer whose `x` purchases had the mean `m`; `m` means nothing when
    /// `x` is 0.
    ///
    /// # Errors
    ///
    /// `divergent` where the mean is infinite.
    fn expected_spend_of(&self, x: f64, m: f64) -> Result<f64>;

    /// The mean of `x >= 1` purchases of a simulated customer.
    fn draw(&self, random: &mut Random, x: f64) -> f64;

    /// The mean money a purchase of simulated customers with so many purchases; 0 for those without one. The same for a
    /// seed everywhere.
    ///
    /// ```
    /// use ukur::models::{GammaGamma, SpendModel};
    /// let model = GammaGamma::new(6.25, 3.74, 15.44)?;
    /// let means = model.simulate(&[0.0, 2.0, 7.0], 3)?;
    /// assert!(means[0] == 0.0 && means[1] > 0.0);
    /// # Ok::<(), ukur::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// A count that is negative or not whole.
    fn simulate(&self, frequency: &[f64], seed: u64) -> Result<Vec<f64>> {
        let mut random = Random::new(seed);
        frequency
            .iter()
            .enumerate()
            .map(|(row, &x)| {
                check_count("frequency", x).map_err(|error| error.at_row(row))?;
                Ok(if x > 0.0 { self.draw(&mut random, x) } else { 0.0 })
            })
            .collect()
    }

    /// The expected money a purchase of each customer. The mean of a customer without a repeat purchase is not
    /// read (it may be zero or missing): such a customer is expected to spend the mean of all customers.
    ///
    /// # Errors
    ///
    /// A count that is negative or not whole; a mean that is missing, infinite or negative where there were
    /// purchases; `divergent` where the expectation is infinite.
    fn expected_spend(&self, frequency: &[f64], monetary_value: &[f64]) -> Result<Vec<f64>> {
        each(frequency, monetary_value, &|x, m| self.expected_spend_of(x, m))
    }

    /// The mean over all customers of the expected money a purchase.
    ///
    /// # Errors
    ///
    /// `divergent` where it is infinite.
    fn mean_spend(&self) -> Result<f64> {
        self.expected_spend_of(0.0, 0.0)
    }

    /// The log-likelihood of each customer; 0 for those without a repeat purchase.
    ///
    /// # Errors
    ///
    /// As [`expected_spend`](SpendModel::expected_spend).
    fn log_likelihood(&self, frequency: &[f64], monetary_value: &[f64]) -> Result<Vec<f64>> {
        each(frequency, monetary_value, &|x, m| {
            if x == 0.0 {
                Ok(0.0)
            } else if m > 0.0 {
                Ok(self.spend().log_likelihood_of(x, m))
            } else {
                Err(Error::invalid("monetary_value", "above 0 where frequency is above 0", m))
            }
        })
    }

    /// The answer to a question by its name, as [`answer`](super::answer) gives it.
    ///
    /// # Errors
    ///
    /// As [`answer`](super::answer).
    fn ask(&self, question: Question, rows: &Observations, _arguments: &Arguments) -> Result<Vec<f64>> {
        ask_spend(self.spend(), question, rows)
    }
}

fn each(
    frequency: &[f64],
    monetary_value: &[f64],
    answer: &dyn Fn(f64, f64) -> Result<f64>,
) -> Result<Vec<f64>> {
    same_length("frequency", frequency.len(), "monetary_value", monetary_value.len())?;
    frequency
        .iter()
        .zip(monetary_value)
        .enumerate()
        .map(|(row, (&x, &m))| {
            let value = check_spend(x, m).and_then(|()| answer(x, m)).map_err(|error| error.at_row(row))?;
            if value.is_finite() {
                Ok(value)
            } else {
                Err(Error::undefined(
                    "expected_spend",
                    Status::Unbounded,
                    "the value exceeds the range of numbers",
                )
                .at_row(row))
            }
        })
        .collect()
}

pub(crate) fn check_spend(x: f64, m: f64) -> Result<()> {
    check_count("frequency", x)?;
    if x > 0.0 && !(m.is_finite() && m >= 0.0) {
        return Err(Error::invalid("monetary_value", "a finite amount >= 0 where frequency is above 0", m));
    }
    Ok(())
}
