//! The JavaScript package's native part: thin. It converts arguments and maps errors; every formula is in the
//! crate `ukur`, and what users import is in `js/`.
//!
//! One file an area, named as in core. Each area is a feature, and each feature a module of its own in the package, so
//! that a page loads what it asks.
#![allow(dead_code, reason = "the shared doors stand before the areas that use them")]
#![allow(unreachable_pub, reason = "wasm-bindgen exports what is `pub`, wherever it stands")]

#[cfg(feature = "attribution")]
mod attribution;
mod convert;
#[cfg(feature = "customers")]
mod customers;
#[cfg(any(feature = "attribution", feature = "customers", feature = "lifetime"))]
mod dates;
mod errors;
#[cfg(feature = "experiments")]
mod experiments;
#[cfg(any(feature = "lifetime", feature = "models"))]
mod fitting;
#[cfg(feature = "influencers")]
mod influencers;
#[cfg(feature = "lifetime")]
mod lifetime;
#[cfg(feature = "metrics")]
mod metrics;
#[cfg(feature = "models")]
mod models;
#[cfg(feature = "programmes")]
mod programmes;
mod progress;
#[cfg(any(feature = "influencers", feature = "programmes"))]
mod provenance;
#[cfg(any(feature = "customers", feature = "lifetime"))]
mod purchases;
#[cfg(feature = "models")]
mod read;
mod record;
#[cfg(feature = "response")]
mod response;

use wasm_bindgen::prelude::wasm_bindgen;

/// The version of the package.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// The memory of a module, in half the code of the standard library's.
#[cfg(target_family = "wasm")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
