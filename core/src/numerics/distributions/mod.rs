//! Probability distributions: tails accurate relative to their own size, quantiles that invert them.
//!
//! A lower tail is `_cdf`, an upper tail `_sf` (survival function); near one the other tail holds the digits, so ask for
//! the small one. Outside the domain the functions return NaN.

mod beta;
mod binomial;
mod chi_squared;
mod f;
mod gamma;
mod hypergeometric;
mod negative_binomial;
mod normal;
mod poisson;
mod student_t;

pub use beta::{beta_cdf, beta_quantile, beta_sf, beta_upper_quantile};
pub use binomial::{binomial_cdf, binomial_pmf, binomial_sf, ln_binomial_pmf};
pub use chi_squared::{chi_squared_cdf, chi_squared_quantile, chi_squared_sf, chi_squared_upper_quantile};
pub use f::{f_cdf, f_quantile, f_sf, f_upper_quantile};
pub use gamma::{gamma_cdf, gamma_quantile, gamma_sf, gamma_upper_quantile, ln_gamma_density};
pub use hypergeometric::{hypergeometric_cdf, hypergeometric_pmf, hypergeometric_sf, ln_hypergeometric_pmf};
pub use negative_binomial::{
    ln_negative_binomial_pmf, negative_binomial_cdf, negative_binomial_pmf, negative_binomial_sf,
};
pub use normal::{
    ln_normal_density, ln_normal_sf, normal_cdf, normal_density, normal_quantile, normal_sf,
    normal_two_sided, normal_upper_quantile,
};
pub use poisson::{ln_poisson_pmf, poisson_cdf, poisson_pmf, poisson_sf};
pub use student_t::{
    ln_student_t_density, student_t_cdf, student_t_quantile, student_t_sf, student_t_two_sided,
    student_t_upper_quantile,
};
