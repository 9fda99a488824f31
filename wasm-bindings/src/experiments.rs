//! Experiments. `js/experiments/` has turned samples, summaries and accounts into numbers and columns.
#![allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands arguments over by value")]

use js_sys::{Array, Float64Array, Function, Uint8Array};
use serde::Serialize;
use ukur::Error;
use ukur::experiments::by_name::{Arguments, HandOver, account_totals, call_with};
use ukur::experiments::columns::{TestColumns, two_proportion_tests, welch_tests};
use ukur::experiments::cuped::cuped_adjust;
use ukur::experiments::multiplicity::{benjamini_hochberg, holm};
use ukur::experiments::resampling::{
    ResamplingOptions, bootstrap_comparison, bootstrap_ratio, permutation_test,
};
use ukur::experiments::sequential::{Look, confidence_sequence, confidence_sequence_of_values};
use ukur::metrics::OnInvalid;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::convert::{Column, floats, record};
use crate::errors::to_js;
use crate::progress::watched;

fn unknown(name: &str) -> JsValue {
    to_js(Error::input(
        "unknown_function",
        format!("there is no experiment called `{name}` with these arguments"),
    ))
}

/// Results as JavaScript's own objects.
struct Records;

impl HandOver for Records {
    type Out = JsValue;

    fn hand(&self, result: &impl Serialize) -> ukur::Result<JsValue> {
        record(result).map_err(|_| Error::input("not_serialisable", "a result could not be written"))
    }
}

/// A small experiment by its name, as a record.
#[wasm_bindgen]
pub fn experiments_call(
    name: &str,
    numbers: &[f64],
    columns: Vec<Float64Array>,
    texts: Vec<String>,
) -> Result<JsValue, JsValue> {
    let columns: Vec<Vec<f64>> = columns.iter().map(Float64Array::to_vec).collect();
    let columns: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    call_with(&Records, name, &Arguments { numbers, columns: &columns, texts: &texts }).map_err(to_js)
}

/// Bootstrap or permutation of one or two groups of accounts (numerator, denominator, account), as a record.
#[wasm_bindgen]
pub fn experiments_resample(
    name: &str,
    columns: Vec<Float64Array>,
    resamples: u32,
    seed: f64,
    exact_up_to: u32,
    level: f64,
    callback: Option<Function>,
) -> Result<JsValue, JsValue> {
    let columns: Vec<Vec<f64>> = columns.iter().map(Float64Array::to_vec).collect();
    let groups = columns
        .chunks_exact(3)
        .map(|group| account_totals(&group[0], &group[1], &group[2]))
        .collect::<ukur::Result<Vec<_>>>()
        .map_err(to_js)?;
    let options = ResamplingOptions { resamples, seed: seed as u64, exact_up_to, level };
    let callback = callback.as_ref();
    match groups.as_slice() {
        [one] => record(&watched(callback, |watch| bootstrap_ratio(one, &options, watch))?),
        [one, other] if name == "permutation_test" => {
            record(&watched(callback, |watch| permutation_test(one, other, &options, watch))?)
        }
        [one, other] => {
            record(&watched(callback, |watch| bootstrap_comparison(one, other, &options, watch))?)
        }
        _ => Err(unknown(name)),
    }
}

/// Tests row by row, each argument a number or a column: statistic, degrees of freedom (empty for z), p value, and the
/// codes of the statuses.
#[wasm_bindgen]
pub fn experiments_tests(
    columns: Vec<JsValue>,
    names: Vec<String>,
    invalid_as_nan: bool,
) -> Result<Array, JsValue> {
    let read = columns.iter().zip(&names).map(|(value, name)| Column::read(name, value));
    let read = read.collect::<Result<Vec<_>, _>>()?;
    let columns: Vec<ukur::Column<'_>> = read
        .iter()
        .map(|column| match column {
            Column::Scalar(number) => ukur::Column::Number(*number),
            Column::Array(values) => ukur::Column::Values(values),
        })
        .collect();
    let invalid = if invalid_as_nan { OnInvalid::Nan } else { OnInvalid::Raise };
    let tests: TestColumns = match *columns.as_slice() {
        [x1, n1, x2, n2] => two_proportion_tests(x1, n1, x2, n2, invalid),
        [mean1, var1, n1, mean2, var2, n2] => welch_tests([mean1, var1, n1], [mean2, var2, n2], invalid),
        _ => return Err(unknown("tests")),
    }
    .map_err(to_js)?;
    let status = Uint8Array::from(tests.status.as_slice());
    Ok(Array::of4(
        &floats(&tests.statistic),
        &floats(&tests.degrees_of_freedom),
        &floats(&tests.p_value),
        &status,
    ))
}

/// What gives columns, by its name: columns out, or for CUPED a record and a column.
#[wasm_bindgen]
pub fn experiments_columns(
    name: &str,
    numbers: &[f64],
    columns: Vec<Float64Array>,
) -> Result<Array, JsValue> {
    let columns: Vec<Vec<f64>> = columns.iter().map(Float64Array::to_vec).collect();
    let columns: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
    match (name, columns.as_slice(), numbers) {
        ("holm", [p_values], _) => Ok(Array::of1(&floats(&holm(p_values).map_err(to_js)?))),
        ("benjamini_hochberg", [p_values], _) => {
            Ok(Array::of1(&floats(&benjamini_hochberg(p_values).map_err(to_js)?)))
        }
        ("cuped_adjust", [y, x], _) => {
            let mut result = cuped_adjust(y, x).map_err(to_js)?;
            let adjusted = std::mem::take(&mut result.adjusted);
            Ok(Array::of2(&record(&result)?, &floats(&adjusted)))
        }
        ("confidence_sequence", [estimates, errors, n], &[level, tuning_n]) => {
            Ok(looks(&confidence_sequence(estimates, errors, n, level, tuning_n).map_err(to_js)?))
        }
        ("confidence_sequence_of_values", [values], &[reference, first, level, tuning_n]) => {
            let result = confidence_sequence_of_values(values, reference, first, level, tuning_n);
            Ok(looks(&result.map_err(to_js)?))
        }
        _ => Err(unknown(name)),
    }
}

/// n, estimate, standard error, lower, upper, p value, and may stop (0 or 1), a row a look.
fn looks(looks: &[Look]) -> Array {
    let fields: [fn(&Look) -> f64; 7] = [
        |look| look.n,
        |look| look.estimate,
        |look| look.standard_error,
        |look| look.interval.lower,
        |look| look.interval.upper,
        |look| look.p_value,
        |look| f64::from(look.may_stop),
    ];
    fields.iter().map(|field| floats(&looks.iter().map(field).collect::<Vec<f64>>())).collect()
}
