//! Purchases, and one row a customer of them. `js/purchases.ts` has turned text and dates into numbers.
#![allow(clippy::needless_pass_by_value, reason = "arguments are handed over by value")]

use js_sys::{Object, Reflect};
use ukur::Error;
use ukur::customers::{
    self, CustomerIds, ExtraColumn, MISSING_ID, MISSING_TIME, Merge, Moment, Periods, Purchases,
    SummaryOptions,
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
    pub(crate) fn purchases(&self) -> Purchases<'_> {
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
pub(crate) fn moment(number: Option<f64>, is_day: bool) -> Option<Moment> {
    number.map(|number| if is_day { Moment::Day(number as i64) } else { Moment::Tick(number as i64) })
}

/// What everything that counts purchases by customer takes: `ends` are those of calibration and of the holdout.
pub(crate) fn summary_options(
    unit: &str,
    [end, holdout_end]: [Option<Moment>; 2],
    merge: Option<&str>,
    periods: &str,
) -> ukur::Result<SummaryOptions> {
    Ok(SummaryOptions {
        unit: TimeUnit::parse("unit", unit)?,
        end,
        holdout_end,
        merge: merge.map(|merge| Merge::parse("merge", merge)).transpose()?,
        periods: Periods::parse("periods", periods)?,
        ..SummaryOptions::default()
    })
}

pub(crate) fn set(object: &Object, name: &str, value: &JsValue) {
    // Setting a property of a fresh object does not fail.
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}

pub(crate) fn set_floats(object: &Object, name: &str, column: &[f64]) {
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
    let ends = [moment(end, end_is_day), moment(holdout_end, holdout_end_is_day)];
    let options = || {
        let common = summary_options(unit, ends, merge.as_deref(), periods)?;
        let extra = extra.iter().map(|name| ExtraColumn::parse("extra", name)).collect::<Result<_, _>>()?;
        Ok(SummaryOptions { include_first_transaction, extra, ..common })
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
