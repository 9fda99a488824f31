//! Marks of columns (measured, estimated, modelled) and units of columns.

use ukur::Provenance;
use ukur::provenance::worst;
use ukur::units::tables::Table;
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

/// Holds stated units against a table's columns, and gives the units of results with the currency of the table. Lines of
/// text: the columns' own names, the caller's names, their units, and the units of the results.
#[wasm_bindgen]
pub fn stated_units(table: &str, taker: &str, stated: &str, results: &str) -> Result<String, JsValue> {
    let stated = stated.lines().map(|line| {
        let (column, rest) = line.split_once('\t').unwrap_or((line, ""));
        let (name, unit) = rest.split_once('\t').unwrap_or((rest, ""));
        (column, name, unit)
    });
    let results: Vec<&str> = results.lines().collect();
    let found = Table::parse(table).and_then(|table| table.results(taker, stated, &results));
    Ok(found.map_err(to_js)?.join("\n"))
}
