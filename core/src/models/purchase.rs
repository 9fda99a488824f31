//! Models of purchases without a contract: the questions, asked in one way of every model.
//!
//! A model's file writes the mathematics of one customer (the required methods); the columns, the checks of
//! arguments, the discounting and the counting of equal histories are written here, once.

use super::answers;
use super::histories::{Customer, Histories};
use super::model::Model;
use super::observations::Observations;
use super::opportunities::MOST_OPPORTUNITIES;
use super::question::{Arguments, Question, ask_purchase};
use super::simulation::{self, Drawn, Simulated};
use crate::numerics::random::Random;
use crate::shown::Shown;
use crate::{Error, Result, Status};

/// What the questions about a living customer depend on, so that equal customers are computed once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DependsOn {
    /// On the number of purchases and the age: the process has no memory of when the last purchase was.
    CountAndAge,
    /// On the whole history.
    History,
}

/// A model of purchases without a contract.
///
/// The first group of methods is the mathematics of one customer and takes checked arguments; users call the
/// second group, which takes columns.
pub trait PurchaseModel: Model {
    /// This model as an object; write `self`.
    fn purchase(&self) -> &dyn PurchaseModel;

    /// The log-likelihood of one customer, finite for every legal history.
    fn log_likelihood_of(&self, customer: &Customer) -> f64;

    /// The probability that one customer is alive at the end of the observation.
    fn alive_of(&self, customer: &Customer) -> f64;

    /// For many customers at once, where a model has something faster than one at a time.
    fn alive_of_all(&self, histories: &Histories) -> Vec<f64> {
        histories.iter().map(|customer| self.alive_of(&customer)).collect()
    }

    /// What the four methods below depend on.
    fn depends_on(&self) -> DependsOn {
        DependsOn::CountAndAge
    }

    /// The probability that a customer who is alive at `T` is still alive at `T + horizon`.
    fn survival_if_alive(&self, customer: &Customer, horizon: f64) -> f64;

    /// The expected purchases in `(T, T + horizon]` of a customer who is alive at `T`.
    fn purchases_if_alive(&self, customer: &Customer, horizon: f64) -> f64;

    /// The probability of exactly `n` purchases in `(T, T + horizon]` of a customer who is alive at `T`.
    fn count_if_alive(&self, customer: &Customer, n: f64, horizon: f64) -> f64;

    /// The expected purchases in `(T, T + horizon]` of a customer who is alive at `T`, each discounted to `T` by
    /// `exp(-rate * time)` (discrete models: by `(1 + rate)^-opportunity`). The horizon may be infinite.
    ///
    /// # Errors
    ///
    /// `divergent` where the infinite sum has no limit.
    fn discounted_if_alive(&self, customer: &Customer, rate: f64, horizon: f64) -> Result<f64>;

    /// The probability that a new customer is alive after `horizon`.
    fn survival_new(&self, horizon: f64) -> f64;

    /// The expected repeat purchases of a new customer within `horizon`.
    fn purchases_new(&self, horizon: f64) -> f64;

    /// The probability that a new customer makes exactly `n` repeat purchases within `horizon`.
    fn count_new(&self, n: f64, horizon: f64) -> f64;

    /// The discounted expected repeat purchases of a new customer.
    ///
    /// # Errors
    ///
    /// As [`discounted_if_alive`](PurchaseModel::discounted_if_alive).
    fn discounted_new(&self, rate: f64, horizon: f64) -> Result<f64>;

    /// The probability that a new customer makes exactly `n` repeat purchases in `(from, to]`; `None` where the model
    /// has no such formula.
    fn count_between_new(&self, _n: f64, _from: f64, _to: f64) -> Option<f64> {
        None
    }

    /// The means of the latent quantities that [`Spec::latent`](super::Spec) names, given the history.
    fn latent_means_of(&self, _customer: &Customer) -> Vec<f64> {
        Vec::new()
    }

    /// A simulated customer of this age.
    ///
    /// # Errors
    ///
    /// `too_many_purchases`; `question_not_defined` where the model has no simulation.
    fn draw(&self, _random: &mut Random, _t: f64) -> Result<Drawn> {
        Err(not_defined(self.purchase(), "simulate"))
    }

    // ---- questions, for columns ------------------------------------------------------------------------------

    /// The log-likelihood of each customer.
    ///
    /// # Errors
    ///
    /// None for checked histories; a model of regular purchases needs their log intervals.
    fn log_likelihood(&self, histories: &Histories) -> Result<Vec<f64>> {
        check_histories(self.spec().discrete, histories)?;
        Ok(histories.iter().map(|customer| self.log_likelihood_of(&customer)).collect())
    }

    /// The probability that each customer is alive `horizon` after the end of the observation.
    ///
    /// # Errors
    ///
    /// A horizon that is negative or not finite.
    fn probability_alive(&self, histories: &Histories, horizon: f64) -> Result<Vec<f64>> {
        answers::probability_alive(self.purchase(), histories, horizon)
    }

    /// The expected purchases of each customer within `horizon` after the end of the observation.
    ///
    /// # Errors
    ///
    /// A horizon that is negative or not finite.
    fn expected_purchases(&self, histories: &Histories, horizon: f64) -> Result<Vec<f64>> {
        answers::expected_purchases(self.purchase(), histories, horizon)
    }

    /// The probability that a customer yet to come is still alive `horizon` after the first purchase.
    ///
    /// # Errors
    ///
    /// A horizon that is negative or not finite.
    fn probability_alive_new(&self, horizon: f64) -> Result<f64> {
        check_horizon(self.spec().discrete, horizon)?;
        finite("probability_alive_new", self.survival_new(horizon))
    }

    /// The discounted expected repeat purchases of a customer yet to come, within `horizon` or, with `None`, for ever.
    ///
    /// # Errors
    ///
    /// A rate or horizon that is negative or not finite; `divergent` where the infinite sum has no limit.
    fn discounted_expected_purchases_new(&self, discount_rate: f64, horizon: Option<f64>) -> Result<f64> {
        check_rate(discount_rate)?;
        if let Some(horizon) = horizon {
            check_horizon(self.spec().discrete, horizon)?;
        }
        let value = self.discounted_new(discount_rate, horizon.unwrap_or(f64::INFINITY))?;
        finite("discounted_expected_purchases_new", value)
    }

    /// The expected repeat purchases of a customer yet to come, within `horizon` after the first purchase.
    ///
    /// # Errors
    ///
    /// A horizon that is negative or not finite.
    fn expected_purchases_new(&self, horizon: f64) -> Result<f64> {
        check_horizon(self.spec().discrete, horizon)?;
        finite("expected_purchases_new", self.purchases_new(horizon))
    }

    /// The probability that a customer yet to come makes exactly `n` repeat purchases within `horizon`.
    ///
    /// # Errors
    ///
    /// An `n` that is not a whole number >= 0, a horizon that is negative or not finite.
    fn purchase_probability(&self, n: f64, horizon: f64) -> Result<f64> {
        super::histories::check_count("n", n)?;
        check_horizon(self.spec().discrete, horizon)?;
        finite("purchase_probability", self.count_new(n, horizon))
    }

    /// The probability that a customer yet to come makes exactly `n` repeat purchases in `(start, end]`.
    ///
    /// # Errors
    ///
    /// An `n` that is not a whole number >= 0, times that are negative, not finite or in the wrong order.
    fn purchase_probability_between(&self, n: f64, start: f64, end: f64) -> Result<f64> {
        super::histories::check_count("n", n)?;
        check_time(self.spec().discrete, "start", start)?;
        check_time(self.spec().discrete, "end", end)?;
        if end < start {
            return Err(Error::invalid("end", format!("at least `start` ({})", Shown(start)), end));
        }
        let value = self
            .count_between_new(n, start, end)
            .ok_or_else(|| not_defined(self.purchase(), "purchase_probability_between"))?;
        finite("purchase_probability_between", value)
    }

    /// The posterior means of the latent quantities of each customer (purchase rate, chance to leave), one column
    /// for each name in [`Spec::latent`](super::Spec).
    ///
    /// # Errors
    ///
    /// None for checked histories.
    fn posterior_means(&self, histories: &Histories) -> Result<Vec<Vec<f64>>> {
        check_histories(self.spec().discrete, histories)?;
        let mut columns = vec![Vec::with_capacity(histories.len()); self.spec().latent.len()];
        for customer in histories.iter() {
            for (column, value) in columns.iter_mut().zip(self.latent_means_of(&customer)) {
                column.push(value);
            }
        }
        Ok(columns)
    }

    /// Simulates `n` customers, the same for a `seed` in every language. `t` holds their ages, or one for all.
    ///
    /// # Errors
    ///
    /// Ages that are negative or not finite, another number of them than 1 or `n`, more than 50 million customers.
    fn simulate(&self, n: usize, t: &[f64], seed: u64) -> Result<Simulated> {
        simulation::simulate(&|_| self.purchase(), n, t, seed)
    }

    /// The probability that each customer makes exactly `n` purchases within `horizon` after the observation.
    ///
    /// # Errors
    ///
    /// An `n` that is not a whole number >= 0, a horizon that is negative or not finite.
    fn conditional_purchase_probability(
        &self,
        n: f64,
        histories: &Histories,
        horizon: f64,
    ) -> Result<Vec<f64>> {
        answers::conditional_purchase_probability(self.purchase(), n, histories, horizon)
    }

    /// The expected purchases of each customer after the observation, discounted at a continuously compounded
    /// `discount_rate` per unit of time (discrete models: per opportunity), within `horizon` or, with `None`, for
    /// ever.
    ///
    /// # Errors
    ///
    /// A rate or horizon that is negative or not finite; `divergent` where the infinite sum has no limit.
    fn discounted_expected_purchases(
        &self,
        discount_rate: f64,
        histories: &Histories,
        horizon: Option<f64>,
    ) -> Result<Vec<f64>> {
        answers::discounted_expected_purchases(self.purchase(), discount_rate, histories, horizon)
    }

    /// The answer to a question by its name, as [`answer`](super::answer) gives it.
    ///
    /// # Errors
    ///
    /// As [`answer`](super::answer).
    fn ask(&self, question: Question, rows: &Observations, arguments: &Arguments) -> Result<Vec<f64>> {
        ask_purchase(self.purchase(), question, rows, arguments)
    }
}

/// The refusal of a question that a model's mathematics does not define.
pub(crate) fn not_defined(model: &dyn PurchaseModel, question: &str) -> Error {
    Error::input("question_not_defined", format!("{} does not answer `{question}`", model.spec().title))
}

/// In discrete models a history is one of opportunities.
#[allow(
    clippy::inline_always,
    reason = "a program with models in continuous time alone then has no checks of opportunities"
)]
#[inline(always)]
pub(crate) fn check_histories(discrete: bool, histories: &Histories) -> Result<()> {
    if discrete { histories.check_opportunities() } else { Ok(()) }
}

/// A horizon is finite and not negative; in discrete models it is a whole number of opportunities.
pub(crate) fn check_horizon(discrete: bool, horizon: f64) -> Result<()> {
    check_time(discrete, "horizon", horizon)
}

/// A discount rate is finite and not negative.
pub(crate) fn check_rate(rate: f64) -> Result<()> {
    if !rate.is_finite() || rate < 0.0 {
        return Err(Error::invalid("discount_rate", "a finite rate >= 0", rate));
    }
    Ok(())
}

fn check_time(discrete: bool, argument: &'static str, time: f64) -> Result<()> {
    if !time.is_finite() || time < 0.0 {
        return Err(Error::invalid(argument, "a finite time >= 0", time));
    }
    if discrete && (time.trunc() != time || time > MOST_OPPORTUNITIES) {
        return Err(Error::invalid(argument, "a whole number of opportunities, at most 1,000,000", time));
    }
    Ok(())
}

/// A number, or a refusal: never NaN.
pub(crate) fn finite(what: &'static str, value: f64) -> Result<f64> {
    if value.is_finite() {
        Ok(value)
    } else {
        Err(Error::undefined(what, Status::Unbounded, "the value exceeds the range of numbers"))
    }
}
