//! Dates from text, for the rooms that take rows with dates.
#![allow(clippy::needless_pass_by_value, reason = "arguments are handed over by value")]

use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::convert::integers;
use crate::errors::to_js;

/// Dates from text: the ticks in microseconds, whether all are dates without a time, whether they carry offsets.
#[wasm_bindgen]
pub fn read_dates(
    argument: &str,
    texts: Vec<String>,
    rows: Vec<usize>,
    date_format: Option<String>,
) -> Result<Array, JsValue> {
    let read =
        ukur::dates::read_dates(argument, &texts, Some(&rows), date_format.as_deref()).map_err(to_js)?;
    Ok(Array::of3(&integers(&read.ticks), &read.dates_only.into(), &read.with_offset.into()))
}
