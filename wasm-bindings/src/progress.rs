//! Long work: a callback may watch and stop it.

use std::ops::ControlFlow;

use ukur::progress::Watch;
use wasm_bindgen::JsValue;

use crate::errors::to_js;

/// Calls made in all, whatever the number of steps.
const CALLS: u64 = 100;

/// Runs `work`. At most about a hundred times, the last step among them, it calls `callback(done, total)`; an
/// answer of `false` stops the work with the code `cancelled`, an exception thrown in it comes out as it is.
pub(crate) fn watched<T>(
    callback: Option<&js_sys::Function>,
    work: impl FnOnce(&mut Watch) -> ukur::Result<T>,
) -> Result<T, JsValue> {
    let mut thrown: Option<JsValue> = None;
    let mut shown = None;
    let result = work(&mut |step| {
        let Some(callback) = callback else { return ControlFlow::Continue(()) };
        let part = step.done.saturating_mul(CALLS).checked_div(step.total);
        if part == shown {
            return ControlFlow::Continue(());
        }
        shown = part;
        let (done, total) = (JsValue::from_f64(step.done as f64), JsValue::from_f64(step.total as f64));
        match callback.call2(&JsValue::NULL, &done, &total) {
            Ok(said) if said.as_bool() == Some(false) => ControlFlow::Break(()),
            Ok(_) => ControlFlow::Continue(()),
            Err(error) => {
                thrown = Some(error);
                ControlFlow::Break(())
            }
        }
    });
    match thrown {
        Some(error) => Err(error),
        None => result.map_err(to_js),
    }
}
