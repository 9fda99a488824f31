//! # ukur: measure what influencers, loyalty and customers are worth
//!
//! Every formula of the *ukur* packages lives in this crate; the Python and JavaScript packages only convert.
//! The names, the numbers to the last bit, and the errors are the same in all three.
//!
//! A value or a status, never a made-up number: a quantity that has no value at the given inputs is an
//! [`Error`] (one number) or a missing row with its [`Status`] (columns).
#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod attribution;
pub mod catalogue;
mod checks;
pub mod column;
pub mod customers;
pub mod dates;
mod error;
pub mod experiments;
pub mod influencers;
pub mod metrics;
pub mod models;
pub mod numerics;
pub mod programmes;
pub mod progress;
pub mod provenance;
pub mod response;
mod shown;
mod sort;
pub mod time;
pub mod units;

pub use column::Column;
pub use error::{Error, ErrorDetail, ErrorKind, Status};
pub use provenance::Provenance;

/// The result of everything that can refuse its input.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The README's Rust, run as it stands.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
