//! Every model through one class: the core's registry and questions say what there is.

#![allow(clippy::needless_pass_by_value, reason = "pyo3 hands arguments over by value")]

use numpy::{PyArray1, PyArrayMethods, PyReadonlyArray1};
use pyo3::prelude::*;
use pyo3::types::PyDict;
use ukur::customers::Tracking;
use ukur::models::{
    AnyModel, Arguments, Coefficients, Covariates, FitOptions, HoldoutData, IntervalMethod, LifetimeTerms,
    Observations, Periods, Posterior, PosteriorOptions, Prior, Question, RegularityMethod, ValidationOptions,
    WithInterval, holdout_length, holdout_marks, required, sample_posterior,
};
use ukur::units::TimeUnit;

use crate::convert::{Column, Floats, record, whole};
use crate::errors::PyError;
use crate::progress::watched;

/// A model with its parameters, its unit of time and, where it was fitted, the report.
#[pyclass(frozen, module = "ukur._core")]
pub(crate) struct CustomerModel(AnyModel);

#[pymethods]
impl CustomerModel {
    /// The model of this name with these parameters and settings.
    #[staticmethod]
    fn from_parameters(
        name: &str,
        parameters: Vec<f64>,
        settings: Vec<f64>,
        unit: Option<&str>,
    ) -> PyResult<Self> {
        let unit = read_unit("unit", unit)?;
        Ok(Self(AnyModel::from_parameters(name, &parameters, &settings, unit).map_err(PyError)?))
    }

    /// The model of this name, fitted to columns by name; `priors` are (parameter, median, log_sd).
    #[staticmethod]
    fn fit(
        py: Python<'_>,
        name: &str,
        columns: Columns<'_>,
        settings: Vec<f64>,
        unit: Option<&str>,
        max_iterations: usize,
        priors: Vec<(String, f64, f64)>,
    ) -> PyResult<Self> {
        let unit = read_unit("unit", unit)?;
        let periods = columns.periods()?;
        let observations = Observations { periods: periods.as_ref(), ..columns.observations()? };
        let options = FitOptions { max_iterations, priors: beliefs(priors) };
        let (purchase, dropout) = (columns.prefixed("purchase:")?, columns.prefixed("dropout:")?);
        let covariates = Covariates { purchase: &purchase, dropout: &dropout };
        let fitted = py.detach(|| {
            AnyModel::fit_with_covariates(name, &observations, &settings, &covariates, &options, unit)
        });
        Ok(Self(fitted.map_err(PyError)?))
    }

    /// The model of a JSON text.
    #[staticmethod]
    fn from_json(text: &str) -> PyResult<Self> {
        Ok(Self(AnyModel::from_json(text).map_err(PyError)?))
    }

    /// The model as JSON text.
    fn to_json(&self) -> PyResult<String> {
        Ok(self.0.to_json().map_err(PyError)?)
    }

    /// The stable name of the model.
    #[getter]
    fn name(&self) -> &'static str {
        self.0.spec().name
    }

    /// The parameters, in order.
    #[getter]
    fn parameters(&self) -> Vec<f64> {
        self.0.model().parameters()
    }

    /// The settings, in order.
    #[getter]
    fn settings(&self) -> Vec<f64> {
        self.0.model().settings()
    }

    /// The names of the covariates of the fit.
    #[getter]
    fn covariates(&self) -> Vec<String> {
        self.0.coefficients().map(Coefficients::names).unwrap_or_default()
    }

    /// The plain model of customers with these covariates.
    fn at(&self, names: Vec<String>, values: Vec<f64>) -> PyResult<Self> {
        let known: Vec<(&str, f64)> = names.iter().map(String::as_str).zip(values).collect();
        Ok(Self(self.0.at(&known).map_err(PyError)?))
    }

    /// The unit of time, if one was declared.
    #[getter]
    fn unit(&self) -> Option<&'static str> {
        self.0.unit().map(TimeUnit::as_str)
    }

    /// The report of the fit as JSON text; nothing for a model from parameters.
    fn report(&self) -> PyResult<Option<String>> {
        self.0.report().map(record).transpose()
    }

    /// The report of the fit as people read it.
    fn summary(&self) -> PyResult<String> {
        Ok(self.0.fitted().map_err(PyError)?.to_string())
    }

    /// Confidence intervals of the parameters, as JSON text.
    fn confidence_intervals(&self, py: Python<'_>, level: f64, method: Option<&str>) -> PyResult<String> {
        let method = method.map(IntervalMethod::parse).transpose().map_err(PyError)?;
        let intervals = py.detach(|| self.0.fitted().and_then(|fit| fit.confidence_intervals(level, method)));
        record(&intervals.map_err(PyError)?)
    }

    /// The answer to a question about the customers in columns, with the numbers in arguments.
    fn ask(
        &self,
        py: Python<'_>,
        question: &str,
        columns: Columns<'_>,
        arguments: Columns<'_>,
    ) -> PyResult<Floats> {
        let question = Question::parse(question).map_err(PyError)?;
        let (customers, numbers) = (columns.customers()?, arguments.arguments()?);
        let rows = customers.rows();
        let answer = py.detach(|| self.0.ask(question, &rows, &numbers)).map_err(PyError)?;
        Ok(Floats(answer))
    }

    /// The same with standard errors and intervals: values, standard errors, lower and upper ends.
    fn ask_with_interval(
        &self,
        py: Python<'_>,
        question: &str,
        columns: Columns<'_>,
        arguments: Columns<'_>,
        level: f64,
    ) -> PyResult<(Floats, Floats, Floats, Floats)> {
        let question = Question::parse(question).map_err(PyError)?;
        let (customers, numbers) = (columns.customers()?, arguments.arguments()?);
        let rows = customers.rows();
        let WithInterval { values, standard_errors, lower, upper } =
            py.detach(|| self.0.ask_with_interval(question, &rows, &numbers, level)).map_err(PyError)?;
        Ok((Floats(values), Floats(standard_errors), Floats(lower), Floats(upper)))
    }

    /// The posterior means of the latent quantities with their names; with a level also standard errors, lower and upper
    /// ends.
    fn posterior_means(
        &self,
        py: Python<'_>,
        columns: Columns<'_>,
        level: Option<f64>,
    ) -> PyResult<Vec<(&'static str, Vec<Floats>)>> {
        let customers = columns.customers()?;
        let rows = customers.rows();
        let means: Vec<Vec<Floats>> = py
            .detach(|| match level {
                None => Ok(self.0.posterior_means(&rows)?.into_iter().map(|one| vec![Floats(one)]).collect()),
                Some(level) => self
                    .0
                    .posterior_means_with_interval(&rows, level)
                    .map(|means| means.into_iter().map(four).collect()),
            })
            .map_err(PyError)?;
        Ok(self.0.spec().latent.iter().copied().zip(means).collect())
    }

    /// The probability to be alive along a history; with a level also standard errors, lower and upper ends.
    fn alive_path(
        &self,
        py: Python<'_>,
        purchases: Column<'_>,
        times: Column<'_>,
        covariates: Columns<'_>,
        level: Option<f64>,
    ) -> PyResult<Vec<Floats>> {
        let (purchases, times) = (purchases.read_array("purchases")?, times.read_array("times")?);
        let (purchases, times) = (purchases.as_slice()?, times.as_slice()?);
        let known = covariates.prefixed("covariate:")?;
        let found = py.detach(|| match level {
            None => self.0.alive_path(purchases, times, &known).map(|found| vec![Floats(found)]),
            Some(level) => self.0.alive_path_with_interval(purchases, times, &known, level).map(four),
        });
        Ok(found.map_err(PyError)?)
    }

    /// The mean spend of simulated customers.
    fn simulate_spend(&self, py: Python<'_>, frequency: Column<'_>, seed: f64) -> PyResult<Floats> {
        let frequency = frequency.read_array("frequency")?;
        let frequency = frequency.as_slice()?;
        Ok(Floats(py.detach(|| self.0.simulate_spend(frequency, seed)).map_err(PyError)?))
    }

    /// Simulated customers: frequency, recency, T, sums of log intervals, and 1 where still alive.
    #[allow(clippy::type_complexity, reason = "five columns")]
    fn simulate(
        &self,
        py: Python<'_>,
        n: f64,
        t: Column<'_>,
        seed: f64,
        covariates: Columns<'_>,
    ) -> PyResult<(Floats, Floats, Floats, Floats, Floats)> {
        let t = t.read_array("T")?;
        let t = t.as_slice()?;
        let customers = covariates.customers()?;
        let known = customers.rows();
        let made = py.detach(|| self.0.simulate(n, t, seed, &known)).map_err(PyError)?;
        let alive = made.alive.iter().map(|alive| f64::from(u8::from(*alive))).collect();
        Ok((
            Floats(made.frequency),
            Floats(made.recency),
            Floats(made.t),
            Floats(made.sum_log_intervals),
            Floats(alive),
        ))
    }

    /// How the model does in the holdout, as JSON text; `columns` hold the histories with `holdout_frequency` and
    /// `holdout_T`, `tracking` the counts by period.
    fn validate(
        &self,
        py: Python<'_>,
        columns: Columns<'_>,
        tracking: Option<Columns<'_>>,
        groups: f64,
        most: f64,
    ) -> PyResult<String> {
        let customers = columns.customers()?;
        let rows = customers.rows();
        let horizon = holdout_length(columns.required("holdout_T")?).map_err(PyError)?;
        let tracking = tracking.map(|table| table.tracking()).transpose()?;
        let holdout = HoldoutData {
            frequency: columns.required("holdout_frequency")?,
            horizon,
            tracking: tracking.as_ref(),
        };
        let options = ValidationOptions { groups: whole("groups", groups)?, most: whole("most", most)? };
        record(&py.detach(|| self.0.validate(&rows, &holdout, &options)).map_err(PyError)?)
    }

    /// Simulated contracts: tenure, and 1 where churned.
    fn simulate_contracts(
        &self,
        py: Python<'_>,
        n: f64,
        t: Column<'_>,
        seed: f64,
        covariates: Columns<'_>,
    ) -> PyResult<(Floats, Floats)> {
        let t = t.read_array("T")?;
        let t = t.as_slice()?;
        let customers = covariates.customers()?;
        let known = customers.rows();
        let made = py.detach(|| self.0.simulate_contracts(n, t, seed, &known)).map_err(PyError)?;
        let churned = made.churned.iter().map(|churned| f64::from(u8::from(*churned))).collect();
        Ok((Floats(made.tenure), Floats(churned)))
    }

    /// Lifetime values of each customer; with a level also standard errors, lower and upper ends.
    #[allow(clippy::too_many_arguments, reason = "the face names them")]
    fn lifetime_value(
        &self,
        py: Python<'_>,
        spend: &Self,
        columns: Columns<'_>,
        unit: Option<&str>,
        horizon: Option<f64>,
        horizon_unit: &str,
        discount_rate: f64,
        discount_period: &str,
        margin: f64,
        level: Option<f64>,
    ) -> PyResult<Vec<Floats>> {
        let unit = read_unit("unit", unit)?;
        let terms = read_terms(horizon, horizon_unit, discount_rate, discount_period, margin)?;
        let customers = columns.customers()?;
        let rows = customers.rows();
        let found = py.detach(|| match level {
            None => {
                self.0.lifetime_value(&spend.0, &rows, unit, &terms).map(|found| vec![Floats(found.values)])
            }
            Some(level) => {
                self.0.lifetime_value_with_interval(&spend.0, &rows, unit, &terms, level).map(four)
            }
        });
        Ok(found.map_err(PyError)?)
    }

    /// Lifetime values under a contract; with a level also standard errors, lower and upper ends.
    #[allow(clippy::too_many_arguments, reason = "the face names them")]
    fn contract_lifetime_value(
        &self,
        py: Python<'_>,
        payment: Column<'_>,
        columns: Columns<'_>,
        unit: Option<&str>,
        horizon: Option<f64>,
        horizon_unit: &str,
        discount_rate: f64,
        discount_period: &str,
        margin: f64,
        level: Option<f64>,
    ) -> PyResult<Vec<Floats>> {
        let unit = read_unit("unit", unit)?;
        let terms = read_terms(horizon, horizon_unit, discount_rate, discount_period, margin)?;
        let customers = columns.customers()?;
        let rows = customers.rows();
        let payment = payment.read_array("payment")?;
        let payment = payment.as_slice()?;
        let found = py.detach(|| match level {
            None => {
                self.0.contract_lifetime_value(&rows, payment, unit, &terms).map(|found| vec![Floats(found)])
            }
            Some(level) => {
                self.0.contract_lifetime_value_with_interval(&rows, payment, unit, &terms, level).map(four)
            }
        });
        Ok(found.map_err(PyError)?)
    }
}

fn four(found: WithInterval) -> Vec<Floats> {
    [found.values, found.standard_errors, found.lower, found.upper].into_iter().map(Floats).collect()
}

fn read_terms(
    horizon: Option<f64>,
    horizon_unit: &str,
    discount_rate: f64,
    discount_period: &str,
    margin: f64,
) -> PyResult<LifetimeTerms> {
    let horizon_unit = TimeUnit::parse("horizon_unit", horizon_unit).map_err(PyError)?;
    let discount_period = TimeUnit::parse("discount_period", discount_period).map_err(PyError)?;
    Ok(LifetimeTerms { horizon, horizon_unit, discount_rate, discount_period, margin })
}

/// Draws from the posterior of a model's parameters.
#[pyclass(frozen, module = "ukur._core")]
pub(crate) struct PosteriorDraws(Posterior);

#[pymethods]
impl PosteriorDraws {
    /// Draws for the model of this name; `priors` are (parameter, median, log_sd).
    #[staticmethod]
    #[allow(clippy::too_many_arguments, reason = "the face names them")]
    fn sample(
        py: Python<'_>,
        name: &str,
        columns: Columns<'_>,
        chains: f64,
        draws: f64,
        warmup: f64,
        seed: f64,
        priors: Vec<(String, f64, f64)>,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<Self> {
        let rows = columns.observations()?;
        let options = PosteriorOptions {
            chains: whole("chains", chains)?,
            draws: whole("draws", draws)?,
            warmup: whole("warmup", warmup)?,
            seed: whole("seed", seed)? as u64,
            priors: beliefs(priors),
        };
        watched(py, progress.as_ref(), |watch| sample_posterior(name, &rows, &options, watch)).map(Self)
    }

    /// What is known of the parameters, as JSON text.
    fn parameters(&self) -> PyResult<String> {
        record(&self.0.parameters)
    }

    /// The draws of each parameter, the chains one after the other.
    fn draws(&self) -> Vec<Floats> {
        (0..self.0.parameters.len())
            .map(|k| Floats(self.0.draws().iter().map(|draw| draw[k]).collect()))
            .collect()
    }

    /// Chains, divergences, mean acceptance.
    fn facts(&self) -> (usize, usize, f64) {
        (self.0.chains, self.0.divergences, self.0.acceptance)
    }

    /// Means, standard deviations, lower ends, medians and upper ends of an answer.
    #[allow(clippy::type_complexity, reason = "five columns")]
    fn predict(
        &self,
        py: Python<'_>,
        question: &str,
        columns: Columns<'_>,
        arguments: Columns<'_>,
        level: f64,
        draws: f64,
    ) -> PyResult<(Floats, Floats, Floats, Floats, Floats)> {
        let question = Question::parse(question).map_err(PyError)?;
        let (rows, numbers) = (columns.observations()?, arguments.arguments()?);
        let draws = whole("draws", draws)?;
        let found = py.detach(|| self.0.predict(question, &rows, &numbers, level, draws)).map_err(PyError)?;
        Ok((
            Floats(found.mean),
            Floats(found.standard_deviation),
            Floats(found.lower),
            Floats(found.median),
            Floats(found.upper),
        ))
    }
}

/// Fitted models beside each other, as JSON text.
#[pyfunction]
pub(crate) fn models_compare(models: Vec<PyRef<'_, CustomerModel>>) -> PyResult<String> {
    let models: Vec<&AnyModel> = models.iter().map(|model| &model.0).collect();
    record(&AnyModel::compare(&models).map_err(PyError)?)
}

/// The test of a fitted model against a larger one, as JSON text.
#[pyfunction]
pub(crate) fn models_likelihood_ratio_test(
    restricted: PyRef<'_, CustomerModel>,
    full: PyRef<'_, CustomerModel>,
) -> PyResult<String> {
    record(&restricted.0.likelihood_ratio_test(&full.0).map_err(PyError)?)
}

/// How regular purchases are, as JSON text.
#[pyfunction]
pub(crate) fn models_regularity(py: Python<'_>, columns: Columns<'_>, method: &str) -> PyResult<String> {
    let rows = columns.observations()?;
    let found = py.detach(|| {
        let method = RegularityMethod::parse(method)?;
        ukur::models::regularity(&rows.histories()?, method)
    });
    record(&found.map_err(PyError)?)
}

fn beliefs(priors: Vec<(String, f64, f64)>) -> Vec<Prior> {
    priors.into_iter().map(|(parameter, median, log_sd)| Prior { parameter, median, log_sd }).collect()
}

fn read_unit(argument: &str, unit: Option<&str>) -> PyResult<Option<TimeUnit>> {
    Ok(unit.map(|unit| TimeUnit::parse(argument, unit)).transpose().map_err(PyError)?)
}

/// Columns by name, borrowed from NumPy. The face has made contiguous `float64` arrays of them.
pub(crate) struct Columns<'py>(Vec<(String, PyReadonlyArray1<'py, f64>)>);

impl<'a, 'py> FromPyObject<'a, 'py> for Columns<'py> {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: pyo3::inspect::PyStaticExpr =
        pyo3::type_hint_identifier!("ukur._typing", "ColumnsByName");

    fn extract(object: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        object
            .cast::<PyDict>()?
            .iter()
            .map(|(name, column)| Ok((name.extract()?, column.cast::<PyArray1<f64>>()?.readonly())))
            .collect::<PyResult<_>>()
            .map(Self)
    }
}

impl Columns<'_> {
    fn get(&self, name: &str) -> PyResult<Option<&[f64]>> {
        match self.0.iter().find(|(key, _)| key == name) {
            Some((_, column)) => Ok(Some(column.as_slice()?)),
            None => Ok(None),
        }
    }

    /// The columns whose names begin so, without that beginning.
    fn prefixed(&self, prefix: &str) -> PyResult<Vec<(&str, &[f64])>> {
        let named = self.0.iter().filter_map(|(name, column)| Some((name.strip_prefix(prefix)?, column)));
        named.map(|(name, column)| Ok((name, column.as_slice()?))).collect()
    }

    /// The table of customers and periods, where there is one.
    fn periods(&self) -> PyResult<Option<Periods<'_>>> {
        let (customer, start) = (self.get("period:customer")?, self.get("period:start")?);
        let purchases = self.get("period:purchases")?;
        Ok(customer.zip(start).map(|(customer, start)| Periods { customer, start, purchases }))
    }

    fn required(&self, name: &str) -> PyResult<&[f64]> {
        Ok(required(name, self.get(name)?).map_err(PyError)?)
    }

    fn tracking(&self) -> PyResult<Tracking> {
        Ok(Tracking {
            time: self.required("time")?.to_vec(),
            holdout: holdout_marks(self.required("holdout")?).map_err(PyError)?,
            repeat_purchases: self.required("repeat_purchases")?.to_vec(),
            cumulative: Vec::new(),
        })
    }

    fn observations(&self) -> PyResult<Observations<'_>> {
        Observations::by_name(|name| self.get(name))
    }

    /// The customers of a question.
    fn customers(&self) -> PyResult<Customers<'_>> {
        Ok(Customers {
            observations: self.observations()?,
            covariates: self.prefixed("covariate:")?,
            periods: self.periods()?,
        })
    }

    fn arguments(&self) -> PyResult<Arguments<'_>> {
        Arguments::by_name(|name| self.get(name))
    }
}

/// Customers with what is known of them.
struct Customers<'a> {
    observations: Observations<'a>,
    covariates: Vec<(&'a str, &'a [f64])>,
    periods: Option<Periods<'a>>,
}

impl Customers<'_> {
    fn rows(&self) -> Observations<'_> {
        Observations { covariates: &self.covariates, periods: self.periods.as_ref(), ..self.observations }
    }
}
