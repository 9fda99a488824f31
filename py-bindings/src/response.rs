//! Adstock, saturation, curve fits, budgets, diffusion, cascades.
#![allow(clippy::needless_pass_by_value, reason = "arguments are handed over by value")]
#![allow(clippy::too_many_arguments, reason = "the face calls them, with every argument")]

use pyo3::prelude::*;
use ukur::progress::Watch;
use ukur::response::adstock::Adstock;
use ukur::response::branching::{self, BranchingOptions, Offspring};
use ukur::response::budget::{self, Channel};
use ukur::response::curve::{self, CurveFit, CurveFitOptions, CurveForm};
use ukur::response::diffusion;
use ukur::response::saturation::Curve;

use crate::convert::{Column, Floats, Output, Values, parsed, record, whole};
use crate::errors::PyError;
use crate::progress::watched;

/// How effects are carried over: decay, theta, alpha, peak, window, whether the weights are normalised.
type AdstockIn = (String, Option<f64>, Option<f64>, Option<f64>, Option<f64>, bool);

fn adstock((decay, theta, alpha, peak, window, normalised): AdstockIn) -> PyResult<Adstock> {
    let window = window.map(|window| whole("window", window)).transpose()?;
    Adstock::parse(&decay, theta, alpha, peak, window, normalised).map_err(|error| PyError(error).into())
}

/// The adstocked series.
#[pyfunction]
pub(crate) fn response_adstock(py: Python<'_>, media: Column<'_>, how: AdstockIn) -> PyResult<Floats> {
    let adstock = adstock(how)?;
    let media = media.read("media")?;
    let media = media.as_slice()?;
    Ok(Floats(py.detach(|| adstock.apply(media)).map_err(PyError)?))
}

/// What is still to come after the last input.
#[pyfunction]
pub(crate) fn response_carry_over(media: Column<'_>, periods: f64, how: AdstockIn) -> PyResult<Floats> {
    let adstock = adstock(how)?;
    let media = media.read("media")?;
    let effect = adstock.carry_over(media.as_slice()?, whole("periods", periods)?);
    Ok(Floats(effect.map_err(PyError)?))
}

/// The weights of the lags.
#[pyfunction]
pub(crate) fn response_adstock_weights(periods: f64, how: AdstockIn) -> PyResult<Floats> {
    let adstock = adstock(how)?;
    Ok(Floats(adstock.weights(whole("periods", periods)?).map_err(PyError)?))
}

/// The total effect of one unit.
#[pyfunction]
pub(crate) fn response_adstock_multiplier(how: AdstockIn) -> PyResult<f64> {
    let adstock = adstock(how)?;
    Ok(adstock.multiplier().map_err(PyError)?)
}

/// One number for one, a column for a column.
fn each(
    py: Python<'_>,
    x: &Values<'_>,
    one: impl FnOnce(f64) -> ukur::Result<f64>,
    many: impl FnOnce(&[f64]) -> ukur::Result<Vec<f64>> + Send,
) -> PyResult<Output> {
    let slice = x.as_slice()?;
    if x.is_scalar() {
        return Ok(Output::Scalar(one(slice[0]).map_err(PyError)?));
    }
    Ok(Output::Array(py.detach(|| many(slice)).map_err(PyError)?))
}

/// The response of a curve.
#[pyfunction]
pub(crate) fn response_curve_response(py: Python<'_>, curve: &str, x: Column<'_>) -> PyResult<Output> {
    let curve: Curve = parsed("curve", curve)?;
    each(py, &x.read("x")?, |x| curve.response(x), |x| curve.responses(x))
}

/// The marginal return of a curve.
#[pyfunction]
pub(crate) fn response_marginal_return(py: Python<'_>, curve: &str, x: Column<'_>) -> PyResult<Output> {
    let curve: Curve = parsed("curve", curve)?;
    each(py, &x.read("x")?, |x| curve.marginal_return(x), |x| curve.marginal_returns(x))
}

/// The input at which the marginal return falls to a rate.
#[pyfunction]
pub(crate) fn response_input_for_marginal_return(curve: &str, rate: f64) -> PyResult<f64> {
    let curve: Curve = parsed("curve", curve)?;
    Ok(curve::input_for_marginal_return(curve, rate).map_err(PyError)?)
}

/// A fitted curve.
#[pyfunction]
pub(crate) fn response_fit_curve(
    py: Python<'_>,
    input: Column<'_>,
    response: Column<'_>,
    weights: Option<Column<'_>>,
    form: &str,
    intercept: bool,
    confidence: f64,
    progress: Option<Py<PyAny>>,
) -> PyResult<String> {
    let form = CurveForm::parse(form).map_err(PyError)?;
    let options = CurveFitOptions { form, intercept, confidence };
    let (input, response) = (input.read("input")?, response.read("response")?);
    let weights = weights.map(|weights| weights.read("weights")).transpose()?;
    let (input, response) = (input.as_slice()?, response.as_slice()?);
    let weights = weights.as_ref().map(Values::as_slice).transpose()?;
    let fit = |watch: &mut Watch| curve::fit_curve(input, response, weights, options, watch);
    record(&watched(py, progress.as_ref(), fit)?)
}

/// The responses of a fit at inputs.
#[pyfunction]
pub(crate) fn response_response_at(fit: &str, input: Column<'_>) -> PyResult<String> {
    let fit: CurveFit = parsed("fit", fit)?;
    let input = input.read("input")?;
    let rows: Result<Vec<_>, _> = input
        .as_slice()?
        .iter()
        .enumerate()
        .map(|(row, &x)| fit.response_at(x).map_err(|error| PyError(error.at_row(row))))
        .collect();
    record(&rows?)
}

/// A split of a budget.
#[pyfunction]
pub(crate) fn response_split_budget(
    py: Python<'_>,
    channels: &str,
    budget: f64,
    progress: Option<Py<PyAny>>,
) -> PyResult<String> {
    let channels: Vec<Channel> = parsed("channels", channels)?;
    record(&watched(py, progress.as_ref(), |watch| budget::split_budget(&channels, budget, watch))?)
}

/// The splits of several budgets.
#[pyfunction]
pub(crate) fn response_budget_frontier(
    py: Python<'_>,
    channels: &str,
    budgets: Column<'_>,
    progress: Option<Py<PyAny>>,
) -> PyResult<String> {
    let channels: Vec<Channel> = parsed("channels", channels)?;
    let budgets = budgets.read("budgets")?;
    let budgets = budgets.as_slice()?;
    record(&watched(py, progress.as_ref(), |watch| budget::budget_frontier(&channels, budgets, watch))?)
}

/// Adoptions by period.
#[pyfunction]
pub(crate) fn response_bass_forecast(m: f64, p: f64, q: f64, periods: f64) -> PyResult<Floats> {
    let forecast = diffusion::bass_forecast(m, p, q, whole("periods", periods)?);
    Ok(Floats(forecast.map_err(PyError)?))
}

/// A fitted Bass model.
#[pyfunction]
pub(crate) fn response_fit_bass(
    py: Python<'_>,
    adoptions: Column<'_>,
    confidence: f64,
    progress: Option<Py<PyAny>>,
) -> PyResult<String> {
    let adoptions = adoptions.read("adoptions")?;
    let adoptions = adoptions.as_slice()?;
    record(&watched(py, progress.as_ref(), |watch| diffusion::fit_bass(adoptions, confidence, watch))?)
}

/// Simulated cascades.
#[pyfunction]
pub(crate) fn response_simulate_branching(
    py: Python<'_>,
    seeds: f64,
    k: f64,
    dispersion: Option<f64>,
    runs: f64,
    seed: f64,
    cap: f64,
    progress: Option<Py<PyAny>>,
) -> PyResult<String> {
    let options = BranchingOptions {
        seeds: whole("seeds", seeds)? as u64,
        k,
        offspring: Offspring::with_dispersion(dispersion),
        runs: whole("runs", runs)? as u64,
        seed: whole("seed", seed)? as u64,
        cap: whole("cap", cap)? as u64,
    };
    record(&watched(py, progress.as_ref(), |watch| branching::simulate_branching(options, watch))?)
}

/// Mean and variance of the size of a cascade.
#[pyfunction]
pub(crate) fn response_branching_moments(seeds: f64, k: f64, dispersion: Option<f64>) -> PyResult<String> {
    record(&branching::branching_moments(seeds, k, Offspring::with_dispersion(dispersion)).map_err(PyError)?)
}

/// The probability that a cascade ends.
#[pyfunction]
pub(crate) fn response_extinction_probability(seeds: f64, k: f64, dispersion: Option<f64>) -> PyResult<f64> {
    Ok(branching::extinction_probability(seeds, k, Offspring::with_dispersion(dispersion))
        .map_err(PyError)?)
}

/// The probability of a size of a cascade.
#[pyfunction]
pub(crate) fn response_borel_tanner_probability(n: f64, seeds: f64, k: f64) -> PyResult<f64> {
    Ok(branching::borel_tanner_probability(n, seeds, k).map_err(PyError)?)
}
