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

/// The exception to throw: `core_function(..).map_err(to_js)?`.
#[allow(clippy::needless_pass_by_value, reason = "so that `map_err(to_js)` reads well")]
pub(crate) fn to_js(error: Error) -> JsValue {
    // Its arguments are named as JavaScript names them.
    let error = error.with_arguments(camel);
    let message = error.to_string();
    let thrown: js_sys::Error = match error.kind() {
        ErrorKind::InvalidInput | ErrorKind::Undefined => js_sys::RangeError::new(&message).into(),
        ErrorKind::InvalidType => js_sys::TypeError::new(&message).into(),
        _ => js_sys::Error::new(&message),
    };
    with_code(thrown, error.code())
}

/// `hours_each` as `hoursEach`.
fn camel(name: &str) -> String {
    let mut parts = name.split('_');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let mut letters = part.chars();
        out.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        out.push_str(letters.as_str());
    }
    out
}

/// A `TypeError` of the binding itself.
pub(crate) fn type_error(message: &str) -> JsValue {
    with_code(js_sys::TypeError::new(message).into(), "invalid_type")
}

fn with_code(error: js_sys::Error, code: &str) -> JsValue {
    let error = JsValue::from(error);
    // Setting a property of a fresh object does not fail.
    let _ = js_sys::Reflect::set(&error, &JsValue::from_str("code"), &JsValue::from_str(code));
    error
}
