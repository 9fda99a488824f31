//! The main job alone: BG/NBD and Gamma-Gamma, fitted and asked what customers will be worth. The numbers are those of
//! `models.rs`; here the types are named, so that the module holds these two models and these questions and no others.
//! `js/lifetime/door.ts` keeps parameters and report, and hands parameters back in.

#![allow(clippy::needless_pass_by_value, reason = "arguments are handed over by value")]
#![allow(clippy::too_many_arguments, reason = "the face names them")]

use js_sys::{Float64Array, Reflect};
use ukur::models::{
    self, BgNbd, GammaGamma, Histories, LifetimeTerms, SpendModel, answers, declared_unit, one_number,
    required,
};
use ukur::units::TimeUnit;
use ukur::{Error, Result as Found};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::convert::{floats, record};
use crate::errors::to_js;
use crate::fitting::fit_options;

/// Columns by name, copied once into this module's memory.
struct Columns([Option<Vec<f64>>; NAMES.len()]);

const NAMES: [&str; 6] = ["frequency", "recency", "T", "monetaryValue", "weights", "horizon"];
const FREQUENCY: usize = 0;
const RECENCY: usize = 1;
const AGE: usize = 2;
const MONETARY_VALUE: usize = 3;
const WEIGHTS: usize = 4;
const HORIZON: usize = 5;

impl Columns {
    fn read(columns: &JsValue) -> Self {
        Self(NAMES.map(|name| {
            let column = Reflect::get(columns, &name.into()).ok()?;
            Some(column.dyn_ref::<Float64Array>()?.to_vec())
        }))
    }

    fn get(&self, column: usize) -> Option<&[f64]> {
        self.0[column].as_deref()
    }

    fn histories(&self) -> Found<Histories<'_>> {
        Histories::new(
            required("frequency", self.get(FREQUENCY))?,
            required("recency", self.get(RECENCY))?,
            required("T", self.get(AGE))?,
        )
    }

    fn monetary_value(&self) -> Found<&[f64]> {
        required("monetary_value", self.get(MONETARY_VALUE))
    }
}

fn bg_nbd(parameters: &[f64]) -> Found<BgNbd> {
    match parameters {
        &[r, alpha, a, b] => BgNbd::new(r, alpha, a, b),
        _ => Err(wrong()),
    }
}

fn gamma_gamma(parameters: &[f64]) -> Found<GammaGamma> {
    match parameters {
        &[p, q, gamma] => GammaGamma::new(p, q, gamma),
        _ => Err(wrong()),
    }
}

/// The face counts parameters before.
fn wrong() -> Error {
    Error::input("wrong_parameters", "another number of parameters")
}

/// The report of a fit: of Gamma-Gamma where it is one of `spend`, else of BG/NBD. `prior_numbers` are median and log_sd by
/// parameter.
#[wasm_bindgen]
pub fn lifetime_fit(
    spend: bool,
    columns: &JsValue,
    max_iterations: Option<f64>,
    prior_names: Vec<String>,
    prior_numbers: &[f64],
) -> Result<JsValue, JsValue> {
    let options = fit_options(max_iterations, prior_names, prior_numbers);
    let columns = Columns::read(columns);
    let weights = columns.get(WEIGHTS);
    let fit = || {
        if spend {
            let x = required("frequency", columns.get(FREQUENCY))?;
            return Ok(GammaGamma::fit(x, columns.monetary_value()?, weights, &options)?.fit);
        }
        let mut histories = columns.histories()?;
        if let Some(weights) = weights {
            histories = histories.with_weights(weights)?;
        }
        Ok(BgNbd::fit(&histories, &options)?.fit)
    };
    record(&fit().map_err(to_js)?)
}

/// Refuses parameters that cannot be: four of BG/NBD, three of Gamma-Gamma.
#[wasm_bindgen]
pub fn lifetime_check(parameters: &[f64]) -> Result<(), JsValue> {
    let checked =
        if parameters.len() == 4 { bg_nbd(parameters).map(drop) } else { gamma_gamma(parameters).map(drop) };
    checked.map_err(to_js)
}

/// Refuses a unit of time that there is not.
#[wasm_bindgen]
pub fn lifetime_check_unit(unit: &str) -> Result<(), JsValue> {
    TimeUnit::parse("unit", unit).map(drop).map_err(to_js)
}

/// The answer for each customer: expected purchases, expected spend, or P(alive).
#[wasm_bindgen]
pub fn lifetime_ask(question: &str, parameters: &[f64], columns: &JsValue) -> Result<Float64Array, JsValue> {
    let columns = Columns::read(columns);
    let answer = || {
        let horizon = columns.get(HORIZON);
        match question {
            "expected_spend" => {
                let x = required("frequency", columns.get(FREQUENCY))?;
                gamma_gamma(parameters)?.expected_spend(x, columns.monetary_value()?)
            }
            "expected_purchases" => {
                let histories = columns.histories()?;
                answers::expected_purchases(&bg_nbd(parameters)?, &histories, one_number("horizon", horizon)?)
            }
            _ => {
                let horizon = if horizon.is_some() { one_number("horizon", horizon)? } else { 0.0 };
                answers::probability_alive(&bg_nbd(parameters)?, &columns.histories()?, horizon)
            }
        }
    };
    answer().map(|found| floats(&found)).map_err(to_js)
}

/// The lifetime value of each customer; `unit` is that of the question, `own` that of the model.
#[wasm_bindgen]
pub fn lifetime_value(
    purchases: &[f64],
    spend: &[f64],
    columns: &JsValue,
    unit: Option<String>,
    own: Option<String>,
    horizon: Option<f64>,
    horizon_unit: &str,
    discount_rate: f64,
    discount_period: &str,
    margin: f64,
) -> Result<Float64Array, JsValue> {
    let columns = Columns::read(columns);
    let answer = || {
        let read = |unit: &Option<String>| match unit {
            Some(unit) => TimeUnit::parse("unit", unit).map(Some),
            None => Ok(None),
        };
        let unit = read(&unit)?;
        let horizon_unit = TimeUnit::parse("horizonUnit", horizon_unit)?;
        let discount_period = TimeUnit::parse("discountPeriod", discount_period)?;
        let terms = LifetimeTerms { horizon, horizon_unit, discount_rate, discount_period, margin };
        let unit = declared_unit(unit, read(&own)?)?;
        let monetary_value = columns.monetary_value()?;
        let (purchases, spend) = (bg_nbd(purchases)?, gamma_gamma(spend)?);
        models::lifetime_value(&purchases, &spend, &columns.histories()?, monetary_value, unit, &terms)
    };
    answer().map(|found| floats(&found.values)).map_err(to_js)
}
