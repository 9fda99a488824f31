//! The JavaScript package's native part: thin. It converts arguments and maps errors; every formula is in the
//! crate `ukur`, and what users import is in `js/`.
//!
//! One file an area, named as in core.
#![allow(dead_code, reason = "the shared doors stand before the areas that use them")]
#![allow(unreachable_pub, reason = "wasm-bindgen exports what is `pub`, wherever it stands")]

#[cfg(feature = "decisions")]
mod attribution;
mod convert;
#[cfg(feature = "customers")]
mod customers;
mod errors;
#[cfg(feature = "decisions")]
mod experiments;
#[cfg(feature = "decisions")]
mod influencers;
#[cfg(feature = "metrics")]
mod metrics;
#[cfg(feature = "customers")]
mod models;
#[cfg(feature = "decisions")]
mod programmes;
mod progress;
#[cfg(feature = "decisions")]
mod response;

use wasm_bindgen::prelude::wasm_bindgen;

/// The version of the package.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
