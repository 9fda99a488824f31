//! Plain JavaScript values as the core reads them, without the detour over text.

use js_sys::{Array, Object};
use ukur::models::Json;
use wasm_bindgen::{JsCast, JsValue};

/// What `JSON.parse` gives.
pub(crate) fn json(value: &JsValue) -> Json {
    if let Some(number) = value.as_f64() {
        return Json::Number(number);
    }
    if let Some(text) = value.as_string() {
        return Json::Text(text);
    }
    if let Some(flag) = value.as_bool() {
        return Json::Flag(flag);
    }
    if let Some(items) = value.dyn_ref::<Array>() {
        return Json::List(items.iter().map(|item| json(&item)).collect());
    }
    if let Some(object) = value.dyn_ref::<Object>() {
        let fields = Object::entries(object);
        let field = |pair: JsValue| {
            let pair: Array = pair.unchecked_into();
            (pair.get(0).as_string().unwrap_or_default(), json(&pair.get(1)))
        };
        return Json::Object(fields.iter().map(field).collect());
    }
    Json::Null
}
