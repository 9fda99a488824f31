//! `ukur::Error` as a JavaScript `Error`, `RangeError` or `TypeError` with a `code`.

use ukur::{Error, ErrorKind, Status};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// The names of the statuses, in the order of their codes, joined by commas; code 0 stands for a value.
#[wasm_bindgen]
pub fn status_names() -> String {
    let mut names = String::new();
    for status in Status::ALL {
        names.push_str(if names.is_empty() { "" } else { "," });
        names.push_str(status.as_str());
    }
    names
}

#[wasm_bindgen(raw_module = "../errors.js")]
extern "C" {
    /// Makes the exceptions of the whole package, so that all of them are known for ukur's own.
    fn raised(kind: &str, message: &str, code: &str) -> JsValue;
}

/// The exception to throw: `core_function(..).map_err(to_js)?`.
#[allow(clippy::needless_pass_by_value, reason = "so that `map_err(to_js)` reads well")]
pub(crate) fn to_js(error: Error) -> JsValue {
    // Its arguments are named as JavaScript names them.
    let error = error.with_arguments(camel);
    let kind = match error.kind() {
        ErrorKind::InvalidInput | ErrorKind::Undefined => "range",
        ErrorKind::InvalidType => "type",
        _ => "other",
    };
    raised(kind, &error.to_string(), error.code())
}

/// `hours_each` as `hoursEach`.
fn camel(name: &str) -> String {
    let mut out = String::new();
    let mut begins = false;
    for letter in name.chars() {
        if letter == '_' {
            begins = true;
        } else {
            out.push(if begins { letter.to_ascii_uppercase() } else { letter });
            begins = false;
        }
    }
    out
}

/// A `TypeError` of the binding itself.
pub(crate) fn type_error(message: &str) -> JsValue {
    raised("type", message, "invalid_type")
}
