//! Numbers and columns in, numbers, columns and records out.

use js_sys::Float64Array;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};

use crate::errors::{to_js, type_error};
pub(crate) use crate::record::record;

/// An argument that may be a number or a column. The face (`js/inputs.ts`) has made a `number` or a
/// `Float64Array` of whatever the caller gave.
pub(crate) enum Column {
    Scalar(f64),
    Array(Vec<f64>),
}

impl Column {
    /// Reads an argument by its name.
    pub(crate) fn read(name: &str, value: &JsValue) -> Result<Self, JsValue> {
        if let Some(number) = value.as_f64() {
            return Ok(Self::Scalar(number));
        }
        match value.dyn_ref::<Float64Array>() {
            Some(array) => Ok(Self::Array(array.to_vec())),
            None => Err(type_error(&format!("`{name}` must be a number or a column of numbers"))),
        }
    }

    /// The numbers; one for a scalar.
    pub(crate) fn as_slice(&self) -> &[f64] {
        match self {
            Self::Scalar(value) => std::slice::from_ref(value),
            Self::Array(values) => values,
        }
    }

    /// Whether the caller gave one number.
    pub(crate) const fn is_scalar(&self) -> bool {
        matches!(self, Self::Scalar(_))
    }
}

/// A column that goes out, copied once.
pub(crate) fn floats(values: &[f64]) -> Float64Array {
    Float64Array::from(values)
}

/// Whole numbers that go out as a column.
pub(crate) fn integers(column: &[i64]) -> Float64Array {
    floats(&column.iter().map(|number| *number as f64).collect::<Vec<_>>())
}

/// A whole number from 0 that arrives as a number.
pub(crate) fn whole(name: &'static str, value: f64) -> Result<usize, JsValue> {
    if value >= 0.0 && value == value.trunc() && value <= 9_007_199_254_740_992.0 {
        return Ok(value as usize);
    }
    Err(to_js(ukur::Error::invalid(name, "a whole number >= 0", value)))
}

/// An argument that the face has written as JSON.
pub(crate) fn parsed<T: DeserializeOwned>(name: &str, json: &str) -> Result<T, JsValue> {
    serde_json::from_str(json)
        .map_err(|error| type_error(&format!("`{name}` is not as expected: {}", reason(&error))))
}

/// What is wrong with a JSON text, without the place in a text that the caller never saw.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or(&text).to_owned()
}
