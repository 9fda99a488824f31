//! Adstock, saturation, curve fits, budgets, diffusion, cascades.
#![allow(clippy::needless_pass_by_value, reason = "arguments are handed over by value")]
#![allow(clippy::too_many_arguments, reason = "the face calls them, with every argument")]

use js_sys::Function;
use ukur::progress::Watch;
use ukur::response::adstock::Adstock;
use ukur::response::branching::{self, BranchingOptions, Offspring};
use ukur::response::budget::{self, Channel};
use ukur::response::curve::{self, CurveFit, CurveFitOptions, CurveForm};
use ukur::response::diffusion;
use ukur::response::saturation::Curve;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::convert::{Column, floats, parsed, record, whole};
use crate::errors::to_js;
use crate::progress::watched;

/// An adstock transformation, held for as long as one call takes.
#[wasm_bindgen]
pub struct AdstockWeights(Adstock);

#[wasm_bindgen]
impl AdstockWeights {
    /// From the names of its parts.
    #[wasm_bindgen(constructor)]
    pub fn new(
        decay: &str,
        theta: Option<f64>,
        alpha: Option<f64>,
        peak: Option<f64>,
        window: Option<f64>,
        normalised: bool,
    ) -> Result<Self, JsValue> {
        let window = window.map(|window| whole("window", window)).transpose()?;
        Adstock::parse(decay, theta, alpha, peak, window, normalised).map(Self).map_err(to_js)
    }

    /// The adstocked series.
    pub fn apply(&self, media: &[f64]) -> Result<Vec<f64>, JsValue> {
        self.0.apply(media).map_err(to_js)
    }

    /// What is still to come after the last input.
    pub fn carry_over(&self, media: &[f64], periods: f64) -> Result<Vec<f64>, JsValue> {
        self.0.carry_over(media, whole("periods", periods)?).map_err(to_js)
    }

    /// The weights of the lags.
    pub fn weights(&self, periods: f64) -> Result<Vec<f64>, JsValue> {
        self.0.weights(whole("periods", periods)?).map_err(to_js)
    }

    /// The total effect of one unit.
    pub fn multiplier(&self) -> Result<f64, JsValue> {
        self.0.multiplier().map_err(to_js)
    }
}

/// One number for one, a column for a column.
fn each(
    x: &Column,
    one: impl FnOnce(f64) -> ukur::Result<f64>,
    many: impl FnOnce(&[f64]) -> ukur::Result<Vec<f64>>,
) -> Result<JsValue, JsValue> {
    match x {
        Column::Scalar(x) => Ok(one(*x).map_err(to_js)?.into()),
        Column::Array(x) => Ok(floats(&many(x).map_err(to_js)?).into()),
    }
}

/// The response of a curve.
#[wasm_bindgen]
pub fn response_curve_response(curve: &str, x: &JsValue) -> Result<JsValue, JsValue> {
    let curve: Curve = parsed("curve", curve)?;
    each(&Column::read("x", x)?, |x| curve.response(x), |x| curve.responses(x))
}

/// The marginal return of a curve.
#[wasm_bindgen]
pub fn response_marginal_return(curve: &str, x: &JsValue) -> Result<JsValue, JsValue> {
    let curve: Curve = parsed("curve", curve)?;
    each(&Column::read("x", x)?, |x| curve.marginal_return(x), |x| curve.marginal_returns(x))
}

/// The input at which the marginal return falls to a rate.
#[wasm_bindgen]
pub fn response_input_for_marginal_return(curve: &str, rate: f64) -> Result<f64, JsValue> {
    curve::input_for_marginal_return(parsed("curve", curve)?, rate).map_err(to_js)
}

/// A fitted curve.
#[wasm_bindgen]
pub fn response_fit_curve(
    input: &[f64],
    response: &[f64],
    weights: Option<Vec<f64>>,
    form: &str,
    intercept: bool,
    confidence: f64,
    progress: Option<Function>,
) -> Result<JsValue, JsValue> {
    let form = CurveForm::parse(form).map_err(to_js)?;
    let options = CurveFitOptions { form, intercept, confidence };
    let fit = |watch: &mut Watch| curve::fit_curve(input, response, weights.as_deref(), options, watch);
    record(&watched(progress.as_ref(), fit)?)
}

/// The responses of a fit at inputs.
#[wasm_bindgen]
pub fn response_response_at(fit: &str, input: &[f64]) -> Result<JsValue, JsValue> {
    let fit: CurveFit = parsed("fit", fit)?;
    let rows: Result<Vec<_>, _> = input
        .iter()
        .enumerate()
        .map(|(row, &x)| fit.response_at(x).map_err(|error| to_js(error.at_row(row))))
        .collect();
    record(&rows?)
}

/// A split of a budget.
#[wasm_bindgen]
pub fn response_split_budget(
    channels: &str,
    budget: f64,
    progress: Option<Function>,
) -> Result<JsValue, JsValue> {
    let channels: Vec<Channel> = parsed("channels", channels)?;
    record(&watched(progress.as_ref(), |watch| budget::split_budget(&channels, budget, watch))?)
}

/// The splits of several budgets.
#[wasm_bindgen]
pub fn response_budget_frontier(
    channels: &str,
    budgets: &[f64],
    progress: Option<Function>,
) -> Result<JsValue, JsValue> {
    let channels: Vec<Channel> = parsed("channels", channels)?;
    record(&watched(progress.as_ref(), |watch| budget::budget_frontier(&channels, budgets, watch))?)
}

/// Adoptions by period.
#[wasm_bindgen]
pub fn response_bass_forecast(m: f64, p: f64, q: f64, periods: f64) -> Result<Vec<f64>, JsValue> {
    diffusion::bass_forecast(m, p, q, whole("periods", periods)?).map_err(to_js)
}

/// A fitted Bass model.
#[wasm_bindgen]
pub fn response_fit_bass(
    adoptions: &[f64],
    confidence: f64,
    progress: Option<Function>,
) -> Result<JsValue, JsValue> {
    record(&watched(progress.as_ref(), |watch| diffusion::fit_bass(adoptions, confidence, watch))?)
}

/// Simulated cascades.
#[wasm_bindgen]
pub fn response_simulate_branching(
    seeds: f64,
    k: f64,
    dispersion: Option<f64>,
    runs: f64,
    seed: f64,
    cap: f64,
    progress: Option<Function>,
) -> Result<JsValue, JsValue> {
    let options = BranchingOptions {
        seeds: whole("seeds", seeds)? as u64,
        k,
        offspring: Offspring::with_dispersion(dispersion),
        runs: whole("runs", runs)? as u64,
        seed: whole("seed", seed)? as u64,
        cap: whole("cap", cap)? as u64,
    };
    record(&watched(progress.as_ref(), |watch| branching::simulate_branching(options, watch))?)
}

/// Mean and variance of the size of a cascade.
#[wasm_bindgen]
pub fn response_branching_moments(seeds: f64, k: f64, dispersion: Option<f64>) -> Result<JsValue, JsValue> {
    record(&branching::branching_moments(seeds, k, Offspring::with_dispersion(dispersion)).map_err(to_js)?)
}

/// The probability that a cascade ends.
#[wasm_bindgen]
pub fn response_extinction_probability(seeds: f64, k: f64, dispersion: Option<f64>) -> Result<f64, JsValue> {
    branching::extinction_probability(seeds, k, Offspring::with_dispersion(dispersion)).map_err(to_js)
}

/// The probability of a size of a cascade.
#[wasm_bindgen]
pub fn response_borel_tanner_probability(n: f64, seeds: f64, k: f64) -> Result<f64, JsValue> {
    branching::borel_tanner_probability(n, seeds, k).map_err(to_js)
}
