//! Any model, known by name: what Python and JavaScript hold, and what is written to JSON.

use super::contract::{self, SimulatedContracts};
use super::covariates::{Coefficients, Covariates, fit_covariates};
use super::fit::{Fit, normal_two_sided};
use super::fitting::FitOptions;
use super::histories::check_count;
use super::intervals::{Scale, WithInterval, interval_of, with_interval};
use super::lifetime_value::{
    LifetimeTerms, LifetimeValue, contract_lifetime_value, declared_unit, discounted_payments,
    lifetime_value, payments_kept,
};
use super::model::{Model, Spec};
use super::observations::{Observations, required};
use super::question::{Arguments, Question, answer};
use super::simulation::{self, Simulated};
use super::spec;
use super::validation::{HoldoutData, Validation, ValidationOptions, validate, validate_each};
use super::varying::Periods;
use crate::sort::Order as _;
use crate::units::TimeUnit;
use crate::{Error, Result};

/// A model with its unit of time and, where it was fitted here, the report of the fit.
#[derive(Debug)]
pub struct AnyModel {
    model: Box<dyn Model>,
    fit: Option<Fit>,
    unit: Option<TimeUnit>,
    /// Where the model was fitted with covariates; `model` then is that of customers with zeros.
    coefficients: Option<Coefficients>,
}

/// What was known of one customer at several times.
struct Along<'a> {
    frequency: Vec<f64>,
    recency: Vec<f64>,
    covariates: Vec<(&'a str, Vec<f64>)>,
}

impl Along<'_> {
    fn ask<T>(&self, times: &[f64], ask: impl Fn(&Observations) -> Result<T>) -> Result<T> {
        let covariates: Vec<(&str, &[f64])> =
            self.covariates.iter().map(|(name, column)| (*name, column.as_slice())).collect();
        ask(&Observations {
            frequency: Some(&self.frequency),
            recency: Some(&self.recency),
            t: Some(times),
            covariates: &covariates,
            ..Observations::default()
        })
    }
}

impl AnyModel {
    /// The model of this name with these parameters and settings (no settings: their least values).
    ///
    /// ```
    /// use ukur::models::{AnyModel, Arguments, Observations, Question};
    /// let model = AnyModel::from_parameters("bg_nbd", &[0.243, 4.414, 0.793, 2.426], &[], None)?;
    /// let arguments = Arguments { horizon: Some(&[39.0]), ..Arguments::default() };
    /// let expected = model.ask(Question::ExpectedPurchasesNew, &Observations::default(), &arguments)?;
    /// assert!((expected[0] - 1.19672319332082).abs() < 1e-12);
    /// # Ok::<(), ukur::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// `unknown_model`, a parameter or setting outside its domain.
    pub fn from_parameters(
        name: &str,
        parameters: &[f64],
        settings: &[f64],
        unit: Option<TimeUnit>,
    ) -> Result<Self> {
        let spec = spec(name)?;
        spec.check_parameters(parameters)?;
        let settings = spec.check_settings(settings)?;
        Ok(Self { model: (spec.build)(parameters, &settings)?, fit: None, unit, coefficients: None })
    }

    /// The model of this name, fitted. Without settings a model chooses them from the data.
    ///
    /// # Errors
    ///
    /// `unknown_model`, a setting outside its domain, and what the model's fit refuses.
    pub fn fit(
        name: &str,
        observations: &Observations,
        settings: &[f64],
        options: &FitOptions,
        unit: Option<TimeUnit>,
    ) -> Result<Self> {
        let spec = spec(name)?;
        if !settings.is_empty() {
            spec.check_settings(settings)?;
        }
        let (model, fit) = (spec.fit)(observations, settings, options)?;
        Ok(Self { model, fit: Some(fit), unit, coefficients: None })
    }

    /// The model of this name, fitted with covariates.
    ///
    /// ```
    /// use ukur::models::{AnyModel, Arguments, Covariates, FitOptions, Observations, Question};
    /// # let x: Vec<f64> = (0..300).map(|i| f64::from(i * 7 % 11 / 4)).collect();
    /// # let t_x: Vec<f64> = x.iter().enumerate().map(|(i, x)| if *x > 0.0 { 1.0 + (i * 13 % 30) as f64 } else { 0.0 }).collect();
    /// # let t = vec![38.0; 300];
    /// # let member: Vec<f64> = (0..300).map(|i| f64::from(i * 5 % 3 / 2)).collect();
    /// let rows = Observations { frequency: Some(&x), recency: Some(&t_x), t: Some(&t), ..Observations::default() };
    /// let known: &[(&str, &[f64])] = &[("member", &member)];
    /// let covariates = Covariates { purchase: known, dropout: &[] };
    /// let model =
    ///     AnyModel::fit_with_covariates("bg_nbd", &rows, &[], &covariates, &FitOptions::default(), None)?;
    /// println!("{}", model.fitted()?.covariates[0].reading); // one more of member: ... % purchase rate
    /// let members = model.at(&[("member", 1.0)])?;
    /// let arguments = Arguments { horizon: Some(&[39.0]), ..Arguments::default() };
    /// members.ask(Question::ExpectedPurchasesNew, &Observations::default(), &arguments)?;
    /// let rows = Observations { covariates: known, ..rows };
    /// assert_eq!(model.ask(Question::ExpectedPurchases, &rows, &arguments)?.len(), 300);
    /// # Ok::<(), ukur::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// `no_covariates` for models that take none; `zero_variance` for a covariate that does not vary; `given_twice`;
    /// and as [`AnyModel::fit`].
    pub fn fit_with_covariates(
        name: &str,
        observations: &Observations,
        settings: &[f64],
        covariates: &Covariates,
        options: &FitOptions,
        unit: Option<TimeUnit>,
    ) -> Result<Self> {
        if covariates.purchase.is_empty() && covariates.dropout.is_empty() {
            return Self::fit(name, observations, settings, options, unit);
        }
        let spec = spec(name)?;
        let settings = spec.check_settings(settings)?;
        let (parameters, coefficients, fit) = fit_covariates(spec, observations, covariates, options)?;
        let model = (spec.build)(&parameters, &settings)?;
        Ok(Self { model, fit: Some(fit), unit, coefficients: Some(coefficients) })
    }

    /// The coefficients of the covariates, where the model has some.
    pub const fn coefficients(&self) -> Option<&Coefficients> {
        self.coefficients.as_ref()
    }

    /// The model of customers with these covariates: a plain one, which answers every question.
    ///
    /// # Errors
    ///
    /// `missing_column` for a covariate of the fit that is not there; a value that is not finite.
    pub fn at(&self, covariates: &[(&str, f64)]) -> Result<Self> {
        let columns: Vec<(&str, &[f64])> =
            covariates.iter().map(|(name, value)| (*name, std::slice::from_ref(value))).collect();
        let model = match &self.coefficients {
            Some(coefficients) => {
                let groups = coefficients.groups(&columns, ("covariates", 1))?;
                let values = groups.first().map(|(values, _)| values.as_slice()).unwrap_or_default();
                self.shifted(coefficients, &self.model.parameters(), values)?
            }
            None => (self.spec().build)(&self.model.parameters(), &self.model.settings())?,
        };
        Ok(Self { model, fit: None, unit: self.unit, coefficients: None })
    }

    /// The facts of the model.
    pub fn spec(&self) -> &'static Spec {
        self.model.spec()
    }

    /// The model itself.
    pub fn model(&self) -> &dyn Model {
        self.model.as_ref()
    }

    /// The report of the fit, if the model was fitted.
    pub const fn report(&self) -> Option<&Fit> {
        self.fit.as_ref()
    }

    /// The unit of time, if one was declared.
    pub const fn unit(&self) -> Option<TimeUnit> {
        self.unit
    }

    /// The answer to a question. A model fitted with covariates needs those of the customers, by name among the rows
    /// ([`Observations::covariates`]); questions about a new customer then take the covariates of one.
    ///
    /// # Errors
    ///
    /// `covariates_needed` or `missing_column` where covariates of the fit are not given; as [`answer`].
    pub fn ask(&self, question: Question, rows: &Observations, arguments: &Arguments) -> Result<Vec<f64>> {
        match &self.coefficients {
            None => answer(self.model(), question, rows, arguments),
            Some(known) => self.ask_groups(known, &self.model.parameters(), question, rows, arguments),
        }
    }

    /// The answer with standard errors and intervals.
    ///
    /// # Errors
    ///
    /// `not_fitted` for a model from parameters; `not_identified` where the fit has no covariance; as
    /// [`ask`](Self::ask).
    pub fn ask_with_interval(
        &self,
        question: Question,
        rows: &Observations,
        arguments: &Arguments,
        level: f64,
    ) -> Result<WithInterval> {
        let fit = self.fitted()?;
        let Some(scale) = question.scale() else {
            return Err(Error::input("question_not_defined", "a log-likelihood has no interval"));
        };
        let Some(coefficients) = &self.coefficients else {
            return with_interval(self.model(), fit, level, scale, &|model| {
                answer(model, question, rows, arguments)
            });
        };
        let base = self.model.parameters();
        let all: Vec<f64> = base.iter().copied().chain(coefficients.factors()).collect();
        interval_of(fit, &all, level, scale, &|moved| {
            let (own, factors) = moved.split_at(base.len());
            let known = coefficients.moved(factors);
            self.ask_groups(&known, own, question, rows, arguments)
        })
    }

    /// The report of the fit.
    ///
    /// # Errors
    ///
    /// `not_fitted` for a model from parameters.
    pub fn fitted(&self) -> Result<&Fit> {
        self.fit.as_ref().ok_or_else(|| {
            Error::input(
                "not_fitted",
                "this model was made from parameters: only a fitted one has standard errors, a log-likelihood and \
                 intervals",
            )
        })
    }

    /// The posterior means of the latent quantities that [`Spec::latent`] names, one column each.
    ///
    /// # Errors
    ///
    /// `question_not_defined` for models without them, and what the histories refuse.
    pub fn posterior_means(&self, rows: &Observations) -> Result<Vec<Vec<f64>>> {
        match &self.coefficients {
            Some(known) => self.posterior_means_of_groups(known, &self.model.parameters(), rows),
            None => self.latent_means(self.model(), rows),
        }
    }

    /// The posterior means with standard errors and intervals, in the order of [`Spec::latent`].
    ///
    /// # Errors
    ///
    /// `not_fitted` for a model from parameters; `not_identified` where the fit has no covariance; as
    /// [`AnyModel::posterior_means`].
    pub fn posterior_means_with_interval(
        &self,
        rows: &Observations,
        level: f64,
    ) -> Result<Vec<WithInterval>> {
        self.posterior_means(rows)?;
        let fit = self.fitted()?;
        let base = self.model.parameters();
        let factors = self.coefficients.as_ref().map(Coefficients::factors).into_iter().flatten();
        let all: Vec<f64> = base.iter().copied().chain(factors).collect();
        (0..self.spec().latent.len())
            .map(|k| {
                let chance = self.spec().latent[k].ends_with("probability");
                let scale = if chance { Scale::Probability } else { Scale::Positive };
                interval_of(fit, &all, level, scale, &|moved| {
                    let (own, factors) = moved.split_at(base.len());
                    let means = match &self.coefficients {
                        Some(known) => self.posterior_means_of_groups(&known.moved(factors), own, rows)?,
                        None => self
                            .latent_means((self.spec().build)(own, &self.model.settings())?.as_ref(), rows)?,
                    };
                    means.into_iter().nth(k).ok_or_else(|| self.not_defined("posterior_means"))
                })
            })
            .collect()
    }

    /// The posterior means of a plain model of this kind.
    pub(crate) fn latent_means(&self, model: &dyn Model, rows: &Observations) -> Result<Vec<Vec<f64>>> {
        match (model.as_purchase(), model.as_contract()) {
            (Some(model), _) if !self.spec().latent.is_empty() => model.posterior_means(&rows.histories()?),
            (_, Some(model)) => model.posterior_means(&rows.customers_under_contract()?),
            _ => Err(self.not_defined("posterior_means")),
        }
    }

    /// The probability that one customer was alive at each of `times`, knowing what was known then: `purchases` are the
    /// ages at the repeat purchases, in any order, `times` the ages at which is asked. A model fitted with covariates takes
    /// one number of each.
    ///
    /// ```
    /// use ukur::models::AnyModel;
    /// let model = AnyModel::from_parameters("bg_nbd", &[0.243, 4.414, 0.793, 2.426], &[], None)?;
    /// let path = model.alive_path(&[5.0, 30.43], &[10.0, 30.0, 31.0], &[])?;
    /// assert!(path[1] < path[0] && path[2] > path[1]);
    /// # Ok::<(), ukur::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Ages that are missing, infinite or negative; `question_not_defined` for models of other kinds.
    pub fn alive_path(
        &self,
        purchases: &[f64],
        times: &[f64],
        covariates: &[(&str, &[f64])],
    ) -> Result<Vec<f64>> {
        let along = self.along(purchases, times, covariates)?;
        along.ask(times, |rows| self.ask(Question::ProbabilityAlive, rows, &Arguments::default()))
    }

    /// The same with standard errors and intervals.
    ///
    /// # Errors
    ///
    /// As [`AnyModel::alive_path`] and [`AnyModel::ask_with_interval`].
    pub fn alive_path_with_interval(
        &self,
        purchases: &[f64],
        times: &[f64],
        covariates: &[(&str, &[f64])],
        level: f64,
    ) -> Result<WithInterval> {
        let along = self.along(purchases, times, covariates)?;
        let arguments = Arguments::default();
        along.ask(times, |rows| self.ask_with_interval(Question::ProbabilityAlive, rows, &arguments, level))
    }

    /// What was known of the customer at each time.
    fn along<'a>(
        &self,
        purchases: &[f64],
        times: &[f64],
        covariates: &[(&'a str, &[f64])],
    ) -> Result<Along<'a>> {
        if self.model.as_purchase().is_none() {
            return Err(self.not_defined("alive_path"));
        }
        for (name, ages) in [("purchases", purchases), ("times", times)] {
            if let Some(row) = ages.iter().position(|age| !(age.is_finite() && *age >= 0.0)) {
                return Err(Error::invalid(name, "finite ages >= 0", ages[row]).at_row(row));
            }
        }
        let mut ages = purchases.to_vec();
        ages.order_by(f64::total_cmp);
        let mut out = Along { frequency: vec![], recency: vec![], covariates: vec![] };
        for time in times {
            let made = ages.partition_point(|age| age <= time);
            out.frequency.push(made as f64);
            out.recency.push(made.checked_sub(1).map_or(0.0, |last| ages[last]));
        }
        for (name, column) in covariates {
            let &[value] = *column else {
                return Err(Error::lengths("customers", 1, (*name).to_owned(), column.len()));
            };
            out.covariates.push((name, vec![value; times.len()]));
        }
        Ok(out)
    }

    /// Simulated customers; `n` and `seed` are whole numbers from 0 to 2^53. A model fitted with covariates takes those
    /// of each customer, or of all, from `known`, of which nothing else is read.
    ///
    /// # Errors
    ///
    /// `question_not_defined` for models without a simulation; `missing_column` for a covariate of the fit that is not
    /// given; and what the simulation refuses.
    pub fn simulate(&self, n: f64, t: &[f64], seed: f64, known: &Observations) -> Result<Simulated> {
        check_count("n", n)?;
        check_count("seed", seed)?;
        let model = self.model.as_purchase().ok_or_else(|| self.not_defined("simulate"))?;
        let (n, seed) = (n as usize, seed as u64);
        let Some(coefficients) = &self.coefficients else { return model.simulate(n, t, seed) };
        simulation::check_size(n, t)?;
        // Paths run over the ages: those of customers of whom no purchase is known.
        let (none, ages) = (vec![0.0; n], if t.len() == 1 { vec![t[0]; n] } else { t.to_vec() });
        let periods = known.periods.map(|periods| Periods { purchases: None, ..*periods });
        let rows = Observations {
            frequency: Some(&none),
            recency: Some(&none),
            t: Some(&ages),
            periods: periods.as_ref(),
            ..*known
        };
        let each = self.models_of(coefficients, &rows, n, 0.0)?;
        simulation::simulate(&|row| each.at(row).as_purchase().unwrap_or(model), n, t, seed)
    }

    /// Simulated contracts; `n` and `seed` are whole numbers from 0 to 2^53.
    ///
    /// # Errors
    ///
    /// `question_not_defined` for models of other kinds, and what the simulation refuses.
    pub fn simulate_contracts(
        &self,
        n: f64,
        t: &[f64],
        seed: f64,
        known: &Observations,
    ) -> Result<SimulatedContracts> {
        check_count("n", n)?;
        check_count("seed", seed)?;
        let model = self.model.as_contract().ok_or_else(|| self.not_defined("simulate"))?;
        let (n, seed) = (n as usize, seed as u64);
        let Some(coefficients) = &self.coefficients else { return model.simulate(n, t, seed) };
        let each = self.models_of(coefficients, known, n, 0.0)?;
        contract::simulate(&|row| each.at(row).as_contract().unwrap_or(model), n, t, seed)
    }

    /// The mean spend of simulated customers with so many purchases; `seed` is a whole number from 0 to 2^53.
    ///
    /// # Errors
    ///
    /// `question_not_defined` for models of other kinds, and what the simulation refuses.
    pub fn simulate_spend(&self, frequency: &[f64], seed: f64) -> Result<Vec<f64>> {
        check_count("seed", seed)?;
        let model = self.model.as_spend().ok_or_else(|| self.not_defined("simulate"))?;
        model.simulate(frequency, seed as u64)
    }

    /// The value of each customer; this model counts the purchases, `spend` their money.
    ///
    /// # Errors
    ///
    /// `missing_unit` when neither `unit` nor the model declares one; models of the wrong kind; as
    /// [`lifetime_value`](lifetime_value()).
    pub fn lifetime_value(
        &self,
        spend: &Self,
        rows: &Observations,
        unit: Option<TimeUnit>,
        terms: &LifetimeTerms,
    ) -> Result<LifetimeValue> {
        let purchases = self.model.as_purchase().ok_or_else(|| self.not_defined("lifetime_value"))?;
        let money = spend.model.as_spend().ok_or_else(|| spend.not_defined("lifetime_value"))?;
        let unit = declared_unit(unit, self.unit)?;
        let monetary_value = required("monetary_value", rows.monetary_value)?;
        let Some(known) = &self.coefficients else {
            return lifetime_value(purchases, money, &rows.histories()?, monetary_value, unit, terms);
        };
        self.lifetime_value_of_groups(known, money, rows, unit, terms)
    }

    /// The value of each customer with standard errors and intervals. The uncertainty of purchases and of spend, which are
    /// two fits, adds up.
    ///
    /// # Errors
    ///
    /// `not_fitted` and `not_identified` for either model; as [`AnyModel::lifetime_value`].
    pub fn lifetime_value_with_interval(
        &self,
        spend: &Self,
        rows: &Observations,
        unit: Option<TimeUnit>,
        terms: &LifetimeTerms,
        level: f64,
    ) -> Result<WithInterval> {
        let value = self.lifetime_value(spend, rows, unit, terms)?;
        let (rate, horizon) = ([value.discount_rate], value.horizon.map(|horizon| [horizon]));
        let arguments = Arguments {
            discount_rate: Some(&rate),
            horizon: horizon.as_ref().map(<[f64; 1]>::as_slice),
            ..Arguments::default()
        };
        let purchases =
            self.ask_with_interval(Question::DiscountedExpectedPurchases, rows, &arguments, level)?;
        let money = spend.ask_with_interval(Question::ExpectedSpend, rows, &Arguments::default(), level)?;
        let z = normal_two_sided(level)?;
        let mut out =
            WithInterval { values: value.values, standard_errors: vec![], lower: vec![], upper: vec![] };
        for (row, &value) in out.values.iter().enumerate() {
            let relative = |of: &WithInterval| {
                if of.values[row] > 0.0 { of.standard_errors[row] / of.values[row] } else { 0.0 }
            };
            let (one, two) = (relative(&purchases), relative(&money));
            let error = (one * one + two * two).sqrt();
            let factor = libm::exp(z * error);
            out.standard_errors.push(value.abs() * error);
            // A margin below zero turns the ends round.
            let (near, far) = (value / factor, value * factor);
            out.lower.push(near.min(far));
            out.upper.push(near.max(far));
        }
        Ok(out)
    }

    /// The value of customers who pay under a contract: of those with the tenures in `rows`, or of new ones.
    ///
    /// # Errors
    ///
    /// `missing_unit` when neither `unit` nor the model declares one; models of the wrong kind; as
    /// [`contract_lifetime_value`].
    pub fn contract_lifetime_value(
        &self,
        rows: &Observations,
        payment: &[f64],
        unit: Option<TimeUnit>,
        terms: &LifetimeTerms,
    ) -> Result<Vec<f64>> {
        let model = self.model.as_contract().ok_or_else(|| self.not_defined("contract_lifetime_value"))?;
        let unit = declared_unit(unit, self.unit)?;
        let Some(known) = &self.coefficients else {
            let contracts = rows.tenure.map(|_| rows.customers_under_contract()).transpose()?;
            return contract_lifetime_value(model, contracts.as_ref(), payment, unit, terms);
        };
        let periods = self.payments_of_groups(known, &self.model.parameters(), rows, unit, terms)?;
        let kept = payments_kept(payment, periods.len(), rows.tenure.is_none(), terms)?;
        Ok(kept.iter().enumerate().map(|(row, kept)| kept * periods[row.min(periods.len() - 1)]).collect())
    }

    /// The value of customers who pay under a contract with standard errors and intervals.
    ///
    /// # Errors
    ///
    /// `not_fitted` for a model from parameters; `not_identified` where the fit has no covariance; as
    /// [`AnyModel::contract_lifetime_value`].
    pub fn contract_lifetime_value_with_interval(
        &self,
        rows: &Observations,
        payment: &[f64],
        unit: Option<TimeUnit>,
        terms: &LifetimeTerms,
        level: f64,
    ) -> Result<WithInterval> {
        let values = self.contract_lifetime_value(rows, payment, unit, terms)?;
        let unit = declared_unit(unit, self.unit)?;
        let base = self.model.parameters();
        let periods = if let Some(known) = &self.coefficients {
            let all: Vec<f64> = base.iter().copied().chain(known.factors()).collect();
            interval_of(self.fitted()?, &all, level, Scale::Positive, &|moved| {
                let (own, factors) = moved.split_at(base.len());
                self.payments_of_groups(&known.moved(factors), own, rows, unit, terms)
            })?
        } else {
            let contracts = rows.tenure.map(|_| rows.customers_under_contract()).transpose()?;
            with_interval(self.model(), self.fitted()?, level, Scale::Positive, &|model| {
                let model = model.as_contract().ok_or_else(|| self.not_defined("contract_lifetime_value"))?;
                discounted_payments(model, contracts.as_ref(), unit, terms)
            })?
        };
        let kept = payments_kept(payment, periods.values.len(), rows.tenure.is_none(), terms)?;
        let mut out = WithInterval { values, standard_errors: vec![], lower: vec![], upper: vec![] };
        for (row, kept) in kept.into_iter().enumerate() {
            let at = if periods.values.len() == 1 { 0 } else { row };
            out.standard_errors.push(kept.abs() * periods.standard_errors[at]);
            let (one, other) = (kept * periods.lower[at], kept * periods.upper[at]);
            out.lower.push(one.min(other));
            out.upper.push(one.max(other));
        }
        Ok(out)
    }

    /// How this model does on purchases that it has not seen.
    ///
    /// # Errors
    ///
    /// `question_not_defined` for models of other kinds; as [`validate`](validate()).
    pub fn validate(
        &self,
        rows: &Observations,
        holdout: &HoldoutData,
        options: &ValidationOptions,
    ) -> Result<Validation> {
        let model = self.model.as_purchase().ok_or_else(|| self.not_defined("validate"))?;
        let histories = rows.histories()?;
        let Some(known) = &self.coefficients else { return validate(model, &histories, holdout, options) };
        let each = self.models_of(known, rows, histories.len(), holdout.horizon)?;
        validate_each(&each.parts(model), &histories, holdout, options)
    }

    /// The same model once more.
    ///
    /// # Errors
    ///
    /// None for a model that could be built.
    pub fn duplicate(&self) -> Result<Self> {
        let model = (self.spec().build)(&self.model.parameters(), &self.model.settings())?;
        Ok(Self { model, fit: self.fit.clone(), unit: self.unit, coefficients: self.coefficients.clone() })
    }

    /// Puts back what was read of a fit.
    #[cfg(feature = "serde")]
    pub(crate) fn restore(&mut self, fit: Option<Fit>, coefficients: Option<Coefficients>) {
        (self.fit, self.coefficients) = (fit, coefficients);
    }

    pub(crate) fn not_defined(&self, question: &str) -> Error {
        Error::input("question_not_defined", format!("{} does not answer `{question}`", self.spec().title))
    }
}
