//! Purchases by period and by cohort, segments, survival. `js/customers.ts` has turned text and dates into numbers.
#![allow(clippy::needless_pass_by_value, reason = "arguments are handed over by value")]

use js_sys::{Array, Float64Array, Object, Uint8Array, Uint32Array};
use ukur::Error;
use ukur::customers::{
    self, CohortOptions, IntervalScale, Returned, RfmInput, RfmOptions, SegmentRule, SurvivalOptions,
};
use ukur::units::TimeUnit;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::convert::{floats, integers, record};
use crate::errors::to_js;
use crate::purchases::{PurchaseTable, moment, set, set_floats, summary_options};

/// Repeat purchases by period, in the same manner; flags are 0 and 1.
#[wasm_bindgen]
#[allow(clippy::too_many_arguments, reason = "the face calls it, with every argument")]
pub fn customers_tracking(
    table: &PurchaseTable,
    unit: &str,
    end: Option<f64>,
    end_is_day: bool,
    holdout_end: Option<f64>,
    holdout_end_is_day: bool,
    merge: Option<String>,
    periods: &str,
    step: f64,
) -> Result<Object, JsValue> {
    let ends = [moment(end, end_is_day), moment(holdout_end, holdout_end_is_day)];
    let options = summary_options(unit, ends, merge.as_deref(), periods).map_err(to_js)?;
    let found = customers::tracking(&table.purchases(), &options, step).map_err(to_js)?;
    let object = Object::new();
    set_floats(&object, "time", &found.time);
    let holdout: Vec<u8> = found.holdout.iter().map(|flag| u8::from(*flag)).collect();
    set(&object, "holdout", &Uint8Array::from(holdout.as_slice()));
    set_floats(&object, "repeat_purchases", &found.repeat_purchases);
    set_floats(&object, "cumulative", &found.cumulative);
    Ok(object)
}

/// Retention by cohort, in the same manner; the cohorts are the first days of their periods.
#[wasm_bindgen]
pub fn customers_cohorts(
    table: &PurchaseTable,
    unit: &str,
    end: Option<f64>,
    end_is_day: bool,
    returned: &str,
    max_age: Option<u32>,
) -> Result<Object, JsValue> {
    let options = || {
        Ok(CohortOptions {
            unit: TimeUnit::parse("unit", unit)?,
            end: moment(end, end_is_day),
            returned: Returned::parse("returned", returned)?,
            max_age,
        })
    };
    let options = options().map_err(to_js)?;
    let cohorts = customers::cohorts(&table.purchases(), &options).map_err(to_js)?;
    let object = Object::new();
    set(&object, "cohort", &integers(&cohorts.cohort));
    set_floats(&object, "age", &cohorts.age);
    set_floats(&object, "customers", &cohorts.customers);
    set_floats(&object, "active", &cohorts.active);
    set_floats(&object, "retention", &cohorts.retention);
    let complete: Vec<u8> = cohorts.complete.iter().map(|complete| u8::from(*complete)).collect();
    set(&object, "complete", &Uint8Array::from(complete.as_slice()));
    if let Some(column) = &cohorts.value {
        set_floats(&object, "value", column);
    }
    set(&object, "report", &record(&cohorts.report)?);
    Ok(object)
}

/// The time since the last purchase from recency and T.
#[wasm_bindgen]
pub fn customers_time_since_last(recency: &[f64], age: &[f64]) -> Result<Float64Array, JsValue> {
    Ok(floats(&customers::time_since_last(recency, age).map_err(to_js)?))
}

/// Scores and segments; a rule is a name, and six bounds side by side for each.
#[wasm_bindgen]
#[allow(clippy::too_many_arguments, reason = "the face calls it, with every argument")]
pub fn customers_rfm_segments(
    time_since_last: &[f64],
    frequency: &[f64],
    monetary_value: Option<Vec<f64>>,
    scores: u8,
    weights: &[f64],
    names: Option<Vec<String>>,
    bounds: &[u8],
) -> Result<Object, JsValue> {
    let [recency, often, money] = weights else {
        return Err(to_js(Error::input(
            "length_mismatch",
            format!("`weights` must be three numbers (recency, frequency, money), got {}", weights.len()),
        )));
    };
    let segments = names.map(|names| {
        let rule = |(name, bounds): (String, &[u8])| {
            let span =
                |at: usize| (bounds.get(at).copied().unwrap_or(1), bounds.get(at + 1).copied().unwrap_or(9));
            SegmentRule { name, recency: span(0), frequency: span(2), monetary: span(4) }
        };
        names.into_iter().zip(bounds.chunks(6)).map(rule).collect()
    });
    let options = RfmOptions { scores, weights: [*recency, *often, *money], segments };
    let input = RfmInput { time_since_last, frequency, monetary_value: monetary_value.as_deref() };
    let result = customers::rfm_segments(&input, &options).map_err(to_js)?;
    let object = Object::new();
    set_floats(&object, "recency_score", &result.recency_score);
    set_floats(&object, "frequency_score", &result.frequency_score);
    if let Some(column) = &result.monetary_score {
        set_floats(&object, "monetary_score", column);
    }
    set_floats(&object, "rfm_cell", &result.rfm_cell);
    set_floats(&object, "rfm_score", &result.rfm_score);
    set(&object, "segment", &Uint32Array::from(result.segment.as_slice()));
    let names: Array = result.segments.iter().map(|name| JsValue::from_str(name)).collect();
    set(&object, "segments", &names);
    Ok(object)
}

/// The Kaplan-Meier curve by columns.
#[wasm_bindgen]
pub fn customers_kaplan_meier(
    durations: &[f64],
    observed: Option<Vec<u8>>,
    weights: Option<Vec<f64>>,
    confidence: f64,
    scale: &str,
) -> Result<Object, JsValue> {
    let scale = IntervalScale::parse("scale", scale).map_err(to_js)?;
    let observed: Option<Vec<bool>> = observed.map(|flags| flags.into_iter().map(|flag| flag != 0).collect());
    let curve = customers::kaplan_meier(
        durations,
        observed.as_deref(),
        weights.as_deref(),
        &SurvivalOptions { confidence, scale },
    )
    .map_err(to_js)?;
    let object = Object::new();
    for (name, column) in [
        ("time", &curve.time),
        ("at_risk", &curve.at_risk),
        ("events", &curve.events),
        ("censored", &curve.censored),
        ("survival", &curve.survival),
        ("standard_error", &curve.standard_error),
        ("lower", &curve.lower),
        ("upper", &curve.upper),
    ] {
        set_floats(&object, name, column);
    }
    Ok(object)
}

/// A survival curve at one time.
#[wasm_bindgen]
pub fn customers_survival_at(times: &[f64], survival: &[f64], time: f64) -> Result<f64, JsValue> {
    customers::survival_at(times, survival, time).map_err(to_js)
}

/// The time at which a survival curve falls to a share.
#[wasm_bindgen]
pub fn customers_survival_time(times: &[f64], survival: &[f64], share: f64) -> Result<f64, JsValue> {
    customers::survival_time(times, survival, share).map_err(to_js)
}
