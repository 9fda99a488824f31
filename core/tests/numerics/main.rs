//! The special functions and distributions: reference values of 50 digits, and what must hold at any argument.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::neg_cmp_op_on_partial_ord,
    missing_docs
)]

mod properties;
mod references;
