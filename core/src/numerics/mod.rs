//! Special functions, distributions, the optimiser, quadrature and small linear algebra: what the formulas
//! stand on. Built on `libm` alone, so the same input gives the same bits on every machine and in wasm.
//!
//! These are elementary functions of numbers: outside its domain a function returns NaN, as `libm` does, and the
//! formulas check their arguments before they call. Errors stated are against 50 digits (`mpmath`), over the grids in
//! `tests/references`.

// `!(x > 0.0)` is how a domain check also catches NaN.
#![allow(clippy::neg_cmp_op_on_partial_ord)]

pub mod batch;
pub mod beta;
pub(crate) mod beta_prime;
pub mod column_tails;
mod continued_fraction;
pub mod distributions;
mod double_double;
pub mod dual;
pub mod elementary;
pub mod exponential_integral;
pub mod gamma;
pub mod hypergeometric;
pub(crate) mod hypergeometric_one;
pub mod incomplete_beta;
pub mod incomplete_gamma;
pub mod linear_algebra;
pub mod noncentral_t;
pub mod nuts;
pub mod optimise;
pub mod order_free_sum;
pub mod quadrature;
pub mod random;
pub(crate) mod smooth_sum;
pub mod summation;
