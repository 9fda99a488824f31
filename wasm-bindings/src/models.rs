//! Every model through one class: the core's registry and questions say what there is. The face (`js/models/`) has
//! made `Float64Array`s of all columns and numbers.

#![allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands arguments over by value")]

use std::borrow::Cow;

use js_sys::{Array, Float64Array, Function, Object, Reflect};
use ukur::customers::Tracking;
use ukur::models::{
    AnyModel, Arguments, Coefficients, Covariates, HoldoutData, IntervalMethod, LifetimeTerms, Observations,
    Periods, Posterior, PosteriorOptions, Question, RegularityMethod, ValidationOptions, WithInterval,
    holdout_length, holdout_marks, required, sample_posterior,
};
use ukur::units::TimeUnit;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::convert::{floats, record, whole};
use crate::errors::to_js;
use crate::fitting::{fit_options, priors};
use crate::progress::watched;
use crate::read::json;

/// A model with its parameters, its unit of time and, where it was fitted, the report.
#[wasm_bindgen]
#[derive(Debug)]
pub struct CustomerModel(AnyModel);

#[wasm_bindgen]
impl CustomerModel {
    /// The model of this name with these parameters and settings.
    pub fn from_parameters(
        name: &str,
        parameters: &[f64],
        settings: &[f64],
        unit: Option<String>,
    ) -> Result<Self, JsValue> {
        let unit = read_unit("unit", unit.as_deref())?;
        AnyModel::from_parameters(name, parameters, settings, unit).map(Self).map_err(to_js)
    }

    /// The model of this name, fitted to columns by name; `priors` are median and log_sd by parameter.
    pub fn fit(
        name: &str,
        columns: &JsValue,
        settings: &[f64],
        unit: Option<String>,
        max_iterations: Option<f64>,
        prior_names: Vec<String>,
        prior_numbers: &[f64],
    ) -> Result<Self, JsValue> {
        let unit = read_unit("unit", unit.as_deref())?;
        let columns = Columns::read(columns)?;
        let options = fit_options(max_iterations, prior_names, prior_numbers);
        let (purchase, dropout) = (columns.prefixed("purchase:"), columns.prefixed("dropout:"));
        let covariates = Covariates { purchase: &purchase, dropout: &dropout };
        let periods = columns.periods();
        let rows = Observations { periods: periods.as_ref(), ..columns.observations() };
        AnyModel::fit_with_covariates(name, &rows, settings, &covariates, &options, unit)
            .map(Self)
            .map_err(to_js)
    }

    /// The model of a document, which the face has read from text.
    pub fn from_document(document: &JsValue) -> Result<Self, JsValue> {
        AnyModel::from_document(&json(document)).map(Self).map_err(to_js)
    }

    /// What the face writes as text.
    pub fn document(&self) -> Result<JsValue, JsValue> {
        record(&self.0.document())
    }

    /// The stable name of the model.
    pub fn name(&self) -> String {
        self.0.spec().name.to_owned()
    }

    /// The parameters, in order.
    pub fn parameters(&self) -> Vec<f64> {
        self.0.model().parameters()
    }

    /// The settings, in order.
    pub fn settings(&self) -> Vec<f64> {
        self.0.model().settings()
    }

    /// The names of the covariates of the fit.
    pub fn covariates(&self) -> Vec<String> {
        self.0.coefficients().map(Coefficients::names).unwrap_or_default()
    }

    /// The plain model of customers with these covariates.
    pub fn at(&self, names: Vec<String>, values: &[f64]) -> Result<Self, JsValue> {
        let known: Vec<(&str, f64)> = names.iter().map(String::as_str).zip(values.iter().copied()).collect();
        self.0.at(&known).map(Self).map_err(to_js)
    }

    /// The unit of time, if one was declared.
    pub fn unit(&self) -> Option<String> {
        self.0.unit().map(|unit| unit.as_str().to_owned())
    }

    /// The report of the fit as JSON text.
    pub fn report(&self) -> Result<JsValue, JsValue> {
        record(self.0.fitted().map_err(to_js)?)
    }

    /// The report of the fit as people read it.
    pub fn summary(&self) -> Result<String, JsValue> {
        Ok(self.0.fitted().map_err(to_js)?.to_string())
    }

    /// Confidence intervals of the parameters, as JSON text.
    pub fn confidence_intervals(&self, level: f64, method: Option<String>) -> Result<JsValue, JsValue> {
        let method = method.as_deref().map(IntervalMethod::parse).transpose().map_err(to_js)?;
        let fit = self.0.fitted().map_err(to_js)?;
        record(&fit.confidence_intervals(level, method).map_err(to_js)?)
    }

    /// The answer to a question about the customers in columns, with the numbers in arguments.
    pub fn ask(
        &self,
        question: &str,
        columns: &JsValue,
        arguments: &JsValue,
    ) -> Result<Float64Array, JsValue> {
        let question = Question::parse(question).map_err(to_js)?;
        let (columns, arguments) = (Columns::read(columns)?, Columns::read(arguments)?);
        let (covariates, periods) = (columns.prefixed("covariate:"), columns.periods());
        let rows =
            Observations { covariates: &covariates, periods: periods.as_ref(), ..columns.observations() };
        let answer = self.0.ask(question, &rows, &arguments.arguments()).map_err(to_js)?;
        Ok(floats(&answer))
    }

    /// The same with standard errors and intervals: values, standard errors, lower and upper ends.
    pub fn ask_with_interval(
        &self,
        question: &str,
        columns: &JsValue,
        arguments: &JsValue,
        level: f64,
    ) -> Result<Array, JsValue> {
        let question = Question::parse(question).map_err(to_js)?;
        let (columns, arguments) = (Columns::read(columns)?, Columns::read(arguments)?);
        let (covariates, periods) = (columns.prefixed("covariate:"), columns.periods());
        let rows =
            Observations { covariates: &covariates, periods: periods.as_ref(), ..columns.observations() };
        let WithInterval { values, standard_errors, lower, upper } =
            self.0.ask_with_interval(question, &rows, &arguments.arguments(), level).map_err(to_js)?;
        Ok(columns_out(&[&values, &standard_errors, &lower, &upper]))
    }

    /// The posterior means of the latent quantities, a column each; with a level the columns of an interval each.
    pub fn posterior_means(&self, columns: &JsValue, level: Option<f64>) -> Result<Array, JsValue> {
        let columns = Columns::read(columns)?;
        let (covariates, periods) = (columns.prefixed("covariate:"), columns.periods());
        let rows =
            Observations { covariates: &covariates, periods: periods.as_ref(), ..columns.observations() };
        let Some(level) = level else {
            let means = self.0.posterior_means(&rows).map_err(to_js)?;
            return Ok(columns_out(&means.iter().map(Vec::as_slice).collect::<Vec<_>>()));
        };
        let means = self.0.posterior_means_with_interval(&rows, level).map_err(to_js)?;
        Ok(means.iter().map(four).collect())
    }

    /// The probability to be alive along a history; with a level also standard errors, lower and upper ends.
    pub fn alive_path(
        &self,
        purchases: &[f64],
        times: &[f64],
        covariates: &JsValue,
        level: Option<f64>,
    ) -> Result<Array, JsValue> {
        let covariates = Columns::read(covariates)?;
        let known = covariates.prefixed("covariate:");
        match level {
            None => self.0.alive_path(purchases, times, &known).map(|found| columns_out(&[&found])),
            Some(level) => {
                self.0.alive_path_with_interval(purchases, times, &known, level).map(|found| four(&found))
            }
        }
        .map_err(to_js)
    }

    /// The mean spend of simulated customers.
    pub fn simulate_spend(&self, frequency: &[f64], seed: f64) -> Result<Float64Array, JsValue> {
        self.0.simulate_spend(frequency, seed).map(|means| floats(&means)).map_err(to_js)
    }

    /// The names of the latent quantities.
    pub fn latent(&self) -> Vec<String> {
        self.0.spec().latent.iter().map(|name| (*name).to_owned()).collect()
    }

    /// Simulated customers: frequency, recency, T, sums of log intervals, and 1 where still alive.
    pub fn simulate(&self, n: f64, t: &[f64], seed: f64, covariates: &JsValue) -> Result<Array, JsValue> {
        let covariates = Columns::read(covariates)?;
        let (known, periods) = (covariates.prefixed("covariate:"), covariates.periods());
        let known = Observations { covariates: &known, periods: periods.as_ref(), ..Observations::default() };
        let made = self.0.simulate(n, t, seed, &known).map_err(to_js)?;
        let alive: Vec<f64> = made.alive.iter().map(|alive| f64::from(u8::from(*alive))).collect();
        Ok(columns_out(&[&made.frequency, &made.recency, &made.t, &made.sum_log_intervals, &alive]))
    }

    /// How the model does in the holdout, as JSON text; `columns` hold the histories with `holdoutFrequency` and
    /// `holdoutT`, `tracking` the counts by period.
    pub fn validate(
        &self,
        columns: &JsValue,
        tracking: &JsValue,
        groups: f64,
        most: f64,
    ) -> Result<JsValue, JsValue> {
        let columns = Columns::read(columns)?;
        let tracking =
            if tracking.is_undefined() { None } else { Some(Columns::read(tracking)?.tracking()?) };
        let holdout = HoldoutData {
            frequency: columns.required("holdoutFrequency")?,
            horizon: holdout_length(columns.required("holdoutT")?).map_err(to_js)?,
            tracking: tracking.as_ref(),
        };
        let options = ValidationOptions { groups: whole("groups", groups)?, most: whole("most", most)? };
        let (covariates, periods) = (columns.prefixed("covariate:"), columns.periods());
        let rows =
            Observations { covariates: &covariates, periods: periods.as_ref(), ..columns.observations() };
        record(&self.0.validate(&rows, &holdout, &options).map_err(to_js)?)
    }

    /// Simulated contracts: tenure, and 1 where churned.
    pub fn simulate_contracts(
        &self,
        n: f64,
        t: &[f64],
        seed: f64,
        covariates: &JsValue,
    ) -> Result<Array, JsValue> {
        let covariates = Columns::read(covariates)?;
        let (known, periods) = (covariates.prefixed("covariate:"), covariates.periods());
        let known = Observations { covariates: &known, periods: periods.as_ref(), ..Observations::default() };
        let made = self.0.simulate_contracts(n, t, seed, &known).map_err(to_js)?;
        let churned: Vec<f64> = made.churned.iter().map(|churned| f64::from(u8::from(*churned))).collect();
        Ok(columns_out(&[&made.tenure, &churned]))
    }

    /// Lifetime values of each customer; with a level also standard errors, lower and upper ends.
    #[allow(clippy::too_many_arguments, reason = "the face names them")]
    pub fn lifetime_value(
        &self,
        spend: &CustomerModel,
        columns: &JsValue,
        unit: Option<String>,
        horizon: Option<f64>,
        horizon_unit: &str,
        discount_rate: f64,
        discount_period: &str,
        margin: f64,
        level: Option<f64>,
    ) -> Result<Array, JsValue> {
        let unit = read_unit("unit", unit.as_deref())?;
        let terms = read_terms(horizon, horizon_unit, discount_rate, discount_period, margin)?;
        let columns = Columns::read(columns)?;
        let (covariates, periods) = (columns.prefixed("covariate:"), columns.periods());
        let rows =
            Observations { covariates: &covariates, periods: periods.as_ref(), ..columns.observations() };
        match level {
            None => self
                .0
                .lifetime_value(&spend.0, &rows, unit, &terms)
                .map(|found| columns_out(&[&found.values])),
            Some(level) => self
                .0
                .lifetime_value_with_interval(&spend.0, &rows, unit, &terms, level)
                .map(|found| four(&found)),
        }
        .map_err(to_js)
    }

    /// Lifetime values under a contract; with a level also standard errors, lower and upper ends.
    #[allow(clippy::too_many_arguments, reason = "the face names them")]
    pub fn contract_lifetime_value(
        &self,
        payment: &[f64],
        columns: &JsValue,
        unit: Option<String>,
        horizon: Option<f64>,
        horizon_unit: &str,
        discount_rate: f64,
        discount_period: &str,
        margin: f64,
        level: Option<f64>,
    ) -> Result<Array, JsValue> {
        let unit = read_unit("unit", unit.as_deref())?;
        let terms = read_terms(horizon, horizon_unit, discount_rate, discount_period, margin)?;
        let columns = Columns::read(columns)?;
        let covariates = columns.prefixed("covariate:");
        let rows = Observations { covariates: &covariates, ..columns.observations() };
        match level {
            None => self
                .0
                .contract_lifetime_value(&rows, payment, unit, &terms)
                .map(|found| columns_out(&[&found])),
            Some(level) => self
                .0
                .contract_lifetime_value_with_interval(&rows, payment, unit, &terms, level)
                .map(|found| four(&found)),
        }
        .map_err(to_js)
    }
}

fn four(found: &WithInterval) -> Array {
    columns_out(&[&found.values, &found.standard_errors, &found.lower, &found.upper])
}

fn read_terms(
    horizon: Option<f64>,
    horizon_unit: &str,
    discount_rate: f64,
    discount_period: &str,
    margin: f64,
) -> Result<LifetimeTerms, JsValue> {
    let horizon_unit = TimeUnit::parse("horizonUnit", horizon_unit).map_err(to_js)?;
    let discount_period = TimeUnit::parse("discountPeriod", discount_period).map_err(to_js)?;
    Ok(LifetimeTerms { horizon, horizon_unit, discount_rate, discount_period, margin })
}

/// Draws from the posterior of a model's parameters.
#[wasm_bindgen]
#[derive(Debug)]
pub struct PosteriorDraws(Posterior);

#[wasm_bindgen]
impl PosteriorDraws {
    /// Draws for the model of this name; `prior_numbers` are median and log_sd by parameter.
    #[allow(clippy::too_many_arguments, reason = "the face names them")]
    pub fn sample(
        name: &str,
        columns: &JsValue,
        chains: f64,
        draws: f64,
        warmup: f64,
        seed: f64,
        prior_names: Vec<String>,
        prior_numbers: &[f64],
        progress: Option<Function>,
    ) -> Result<Self, JsValue> {
        let columns = Columns::read(columns)?;
        let priors = priors(prior_names, prior_numbers);
        let options = PosteriorOptions {
            chains: whole("chains", chains)?,
            draws: whole("draws", draws)?,
            warmup: whole("warmup", warmup)?,
            seed: whole("seed", seed)? as u64,
            priors,
        };
        let rows = columns.observations();
        watched(progress.as_ref(), |watch| sample_posterior(name, &rows, &options, watch)).map(Self)
    }

    /// What is known of the parameters, as JSON text.
    pub fn parameters(&self) -> Result<JsValue, JsValue> {
        record(&self.0.parameters)
    }

    /// The draws of each parameter, the chains one after the other.
    pub fn draws(&self) -> Array {
        (0..self.0.parameters.len())
            .map(|k| {
                let column: Vec<f64> = self.0.draws().iter().map(|draw| draw[k]).collect();
                JsValue::from(floats(&column))
            })
            .collect()
    }

    /// Chains, divergences, mean acceptance.
    pub fn facts(&self) -> Vec<f64> {
        vec![self.0.chains as f64, self.0.divergences as f64, self.0.acceptance]
    }

    /// Means, standard deviations, lower ends, medians and upper ends of an answer.
    pub fn predict(
        &self,
        question: &str,
        columns: &JsValue,
        arguments: &JsValue,
        level: f64,
        draws: f64,
    ) -> Result<Array, JsValue> {
        let question = Question::parse(question).map_err(to_js)?;
        let (columns, arguments) = (Columns::read(columns)?, Columns::read(arguments)?);
        let draws = whole("draws", draws)?;
        let found = self
            .0
            .predict(question, &columns.observations(), &arguments.arguments(), level, draws)
            .map_err(to_js)?;
        Ok(columns_out(&[&found.mean, &found.standard_deviation, &found.lower, &found.median, &found.upper]))
    }
}

/// Fitted models beside each other.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct ModelsBeside(Vec<AnyModel>);

#[wasm_bindgen]
impl ModelsBeside {
    /// None yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a copy of a fitted model.
    pub fn add(&mut self, model: &CustomerModel) -> Result<(), JsValue> {
        model.0.fitted().map_err(to_js)?;
        self.0.push(model.0.duplicate().map_err(to_js)?);
        Ok(())
    }

    /// The comparison, as JSON text.
    pub fn compare(&self) -> Result<JsValue, JsValue> {
        record(&AnyModel::compare(&self.0.iter().collect::<Vec<_>>()).map_err(to_js)?)
    }
}

/// The test of a fitted model against a larger one, as JSON text.
#[wasm_bindgen]
pub fn models_likelihood_ratio_test(
    restricted: &CustomerModel,
    full: &CustomerModel,
) -> Result<JsValue, JsValue> {
    record(&restricted.0.likelihood_ratio_test(&full.0).map_err(to_js)?)
}

/// How regular purchases are, as JSON text.
#[wasm_bindgen]
pub fn models_regularity(columns: &JsValue, method: &str) -> Result<JsValue, JsValue> {
    let columns = Columns::read(columns)?;
    let method = RegularityMethod::parse(method).map_err(to_js)?;
    let histories = columns.observations().histories().map_err(to_js)?;
    record(&ukur::models::regularity(&histories, method).map_err(to_js)?)
}

fn read_unit(argument: &str, unit: Option<&str>) -> Result<Option<TimeUnit>, JsValue> {
    unit.map(|unit| TimeUnit::parse(argument, unit)).transpose().map_err(to_js)
}

fn columns_out(columns: &[&[f64]]) -> Array {
    columns.iter().map(|column| JsValue::from(floats(column))).collect()
}

/// Columns by name, copied once into this module's memory.
struct Columns(Vec<(Cow<'static, str>, Vec<f64>)>);

const NAMES: [&str; 20] = [
    "frequency",
    "recency",
    "T",
    "monetaryValue",
    "sumLogIntervals",
    "tenure",
    "churned",
    "survivors",
    "cohort",
    "weights",
    "n",
    "horizon",
    "start",
    "end",
    "discountRate",
    "holdoutFrequency",
    "holdoutT",
    "time",
    "holdout",
    "repeatPurchases",
];

impl Columns {
    fn read(columns: &JsValue) -> Result<Self, JsValue> {
        let mut read = Vec::new();
        for name in NAMES {
            if let Some(column) = Reflect::get(columns, &name.into())?.dyn_ref::<Float64Array>() {
                read.push((name.into(), column.to_vec()));
            }
        }
        // Covariates, by the process or the mark that stands before their names.
        for key in Object::keys(columns.unchecked_ref::<Object>()).iter().filter_map(|key| key.as_string()) {
            if key.contains(':') {
                if let Some(column) = Reflect::get(columns, &key.as_str().into())?.dyn_ref::<Float64Array>() {
                    read.push((key.into(), column.to_vec()));
                }
            }
        }
        Ok(Self(read))
    }

    /// The columns whose names begin so, without that beginning.
    fn prefixed(&self, prefix: &str) -> Vec<(&str, &[f64])> {
        let named = self.0.iter().filter_map(|(name, column)| Some((name.strip_prefix(prefix)?, column)));
        named.map(|(name, column)| (name, column.as_slice())).collect()
    }

    fn get(&self, name: &str) -> Option<&[f64]> {
        self.0.iter().find(|(key, _)| key.as_ref() == name).map(|(_, column)| column.as_slice())
    }

    /// The table of customers and periods, where there is one.
    fn periods(&self) -> Option<Periods<'_>> {
        let (customer, start) = (self.get("period:customer")?, self.get("period:start")?);
        Some(Periods { customer, start, purchases: self.get("period:purchases") })
    }

    fn required(&self, name: &str) -> Result<&[f64], JsValue> {
        required(name, self.get(name)).map_err(to_js)
    }

    fn tracking(&self) -> Result<Tracking, JsValue> {
        Ok(Tracking {
            time: self.required("time")?.to_vec(),
            holdout: holdout_marks(self.required("holdout")?).map_err(to_js)?,
            repeat_purchases: self.required("repeatPurchases")?.to_vec(),
            cumulative: Vec::new(),
        })
    }

    fn observations(&self) -> Observations<'_> {
        Observations {
            frequency: self.get("frequency"),
            recency: self.get("recency"),
            t: self.get("T"),
            monetary_value: self.get("monetaryValue"),
            sum_log_intervals: self.get("sumLogIntervals"),
            tenure: self.get("tenure"),
            churned: self.get("churned"),
            survivors: self.get("survivors"),
            cohort: self.get("cohort"),
            weights: self.get("weights"),
            covariates: &[],
            periods: None,
        }
    }

    fn arguments(&self) -> Arguments<'_> {
        Arguments {
            n: self.get("n"),
            horizon: self.get("horizon"),
            start: self.get("start"),
            end: self.get("end"),
            discount_rate: self.get("discountRate"),
        }
    }
}
