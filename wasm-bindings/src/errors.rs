//! `ukur::Error` as a JavaScript `Error`, `RangeError` or `TypeError` with a `code`.

use ukur::{Error, ErrorKind, Status};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// The names of the statuses, in the order of their codes; code 0 stands for a value.
#[wasm_bindgen]
pub fn status_names() -> Vec<String> {
    Status::ALL.iter().map(|status| status.as_str().to_owned()).collect()
}

/// The exception to throw: `core_function(..).map_err(to_js)?`.
#[allow(clippy::needless_pass_by_value, reason = "so that `map_err(to_js)` reads well")]
pub(crate) fn to_js(error: Error) -> JsValue {
    let message = error.to_string();
    let thrown: js_sys::Error = match error.kind() {
        ErrorKind::InvalidInput | ErrorKind::Undefined => js_sys::RangeError::new(&message).into(),
        ErrorKind::InvalidType => js_sys::TypeError::new(&message).into(),
        _ => js_sys::Error::new(&message),
    };
    with_code(thrown, error.code())
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
