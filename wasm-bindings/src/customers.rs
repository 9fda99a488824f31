//! Purchases to customers. `js/customers.ts` has turned text and dates into numbers.
#![allow(clippy::needless_pass_by_value, reason = "arguments are handed over by value")]

use js_sys::{Array, Float64Array, Object, Reflect, Uint8Array, Uint32Array};
use ukur::Error;
use ukur::customers::{
    self, CohortOptions, CustomerIds, ExtraColumn, IntervalScale, MISSING_ID, MISSING_TIME, Merge, Moment,
    Periods, Purchases, Returned, RfmInput, RfmOptions, SegmentRule, SummaryOptions, SurvivalOptions,
};
use ukur::units::TimeUnit;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::convert::{floats, integers, record};
use crate::errors::to_js;

/// A table of purchases, as numbers: ids, or codes below a count; times with their ticks a day; values.
#[wasm_bindgen]
pub struct PurchaseTable {
    ids: Vec<i64>,
    codes: Option<Vec<u32>>,
    count: usize,
    time: Vec<i64>,
    ticks_per_day: i64,
    value: Option<Vec<f64>>,
}

/// Whole numbers; NaN is a missing one.
fn whole(argument: &str, numbers: &[f64], missing: i64) -> Result<Vec<i64>, JsValue> {
    let read = |(row, number): (usize, &f64)| {
        if number.is_nan() {
            Ok(missing)
        } else if number.trunc() == *number && number.abs() <= 9_007_199_254_740_992.0 {
            Ok(*number as i64)
        } else {
            Err(to_js(Error::invalid(argument.to_owned(), "a whole number below 2^53", *number).at_row(row)))
        }
    };
    numbers.iter().enumerate().map(read).collect()
}

#[wasm_bindgen]
impl PurchaseTable {
    /// Takes either ids or codes; a missing id is NaN, a missing code the largest number, a missing time NaN.
    #[wasm_bindgen(constructor)]
    pub fn new(
        ids: Option<Vec<f64>>,
        codes: Option<Vec<u32>>,
        count: usize,
        time: &[f64],
        ticks_per_day: f64,
        value: Option<Vec<f64>>,
    ) -> Result<Self, JsValue> {
        Ok(Self {
            ids: whole("customer", &ids.unwrap_or_default(), MISSING_ID)?,
            codes,
            count,
            time: whole("date", time, MISSING_TIME)?,
            ticks_per_day: ticks_per_day as i64,
            value,
        })
    }
}

impl PurchaseTable {
    fn purchases(&self) -> Purchases<'_> {
        let customer = match &self.codes {
            Some(codes) => CustomerIds::Codes { codes, count: self.count },
            None => CustomerIds::Integers(&self.ids),
        };
        Purchases {
            customer,
            time: &self.time,
            ticks_per_day: self.ticks_per_day,
            value: self.value.as_deref(),
        }
    }
}

/// A day, or a tick of the purchases' own.
fn moment(number: Option<f64>, is_day: bool) -> Option<Moment> {
    number.map(|number| if is_day { Moment::Day(number as i64) } else { Moment::Tick(number as i64) })
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // Setting a property of a fresh object does not fail.
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}

fn set_floats(object: &Object, name: &str, column: &[f64]) {
    set(object, name, &floats(column));
}

/// One row a customer: columns by their names in `snake_case`, and the report as JSON text.
#[wasm_bindgen]
#[allow(clippy::too_many_arguments, reason = "the face calls it, with every argument")]
pub fn customers_summarise(
    table: &PurchaseTable,
    unit: &str,
    end: Option<f64>,
    end_is_day: bool,
    holdout_end: Option<f64>,
    holdout_end_is_day: bool,
    merge: Option<String>,
    periods: &str,
    include_first_transaction: bool,
    extra: Vec<String>,
) -> Result<Object, JsValue> {
    let options = || {
        Ok(SummaryOptions {
            unit: TimeUnit::parse("unit", unit)?,
            end: moment(end, end_is_day),
            holdout_end: moment(holdout_end, holdout_end_is_day),
            merge: merge.map(|merge| Merge::parse("merge", &merge)).transpose()?,
            periods: Periods::parse("periods", periods)?,
            include_first_transaction,
            extra: extra.iter().map(|name| ExtraColumn::parse("extra", name)).collect::<Result<_, _>>()?,
        })
    };
    let options = options().map_err(to_js)?;
    let summary = customers::summarise(&table.purchases(), &options).map_err(to_js)?;
    let object = Object::new();
    set(&object, "customer", &integers(&summary.customer));
    set_floats(&object, "frequency", &summary.frequency);
    set_floats(&object, "recency", &summary.recency);
    set_floats(&object, "T", &summary.age);
    if let Some(column) = &summary.monetary_value {
        set_floats(&object, "monetary_value", column);
    }
    if let Some(holdout) = &summary.holdout {
        set_floats(&object, "holdout_frequency", &holdout.frequency);
        if let Some(column) = &holdout.monetary_value {
            set_floats(&object, "holdout_monetary_value", column);
        }
        set_floats(&object, "holdout_T", &vec![holdout.duration; summary.frequency.len()]);
    }
    for (name, column) in &summary.extra {
        set_floats(&object, name.as_str(), column);
    }
    set(&object, "report", &record(&summary.report)?);
    Ok(object)
}

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
    let options = || {
        Ok(SummaryOptions {
            unit: TimeUnit::parse("unit", unit)?,
            end: moment(end, end_is_day),
            holdout_end: moment(holdout_end, holdout_end_is_day),
            merge: merge.map(|merge| Merge::parse("merge", &merge)).transpose()?,
            periods: Periods::parse("periods", periods)?,
            ..SummaryOptions::default()
        })
    };
    let options = options().map_err(to_js)?;
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
