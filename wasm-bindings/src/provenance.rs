//! Marks of columns: measured, estimated, modelled.

use ukur::Provenance;
use ukur::provenance::worst;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::errors::to_js;

/// What the worst of some marks, a line each, makes of a result; an empty line stands for no mark, and an empty text for
/// nothing known.
#[wasm_bindgen]
pub fn worst_provenance(marks: &str) -> Result<String, JsValue> {
    let mut read = Vec::new();
    for mark in marks.split('\n') {
        read.push(if mark.is_empty() { None } else { Some(Provenance::parse(mark).map_err(to_js)?) });
    }
    Ok(worst(&read).map_or("", Provenance::as_str).to_owned())
}
