//! Marks of columns: measured, estimated, modelled.
#![allow(clippy::needless_pass_by_value, reason = "arguments are handed over by value")]

use ukur::Provenance;
use ukur::provenance::worst;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::errors::to_js;

/// What the worst of some marks makes of a result; an empty text stands for no mark, and for nothing known.
#[wasm_bindgen]
pub fn worst_provenance(marks: Vec<String>) -> Result<String, JsValue> {
    let marks: Vec<Option<Provenance>> = marks
        .iter()
        .map(|mark| if mark.is_empty() { Ok(None) } else { Provenance::parse(mark).map(Some) })
        .collect::<ukur::Result<_>>()
        .map_err(to_js)?;
    Ok(worst(&marks).map_or("", Provenance::as_str).to_owned())
}
