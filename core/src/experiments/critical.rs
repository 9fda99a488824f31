//! Critical values of two-sided intervals.

use crate::numerics::distributions::{normal_upper_quantile, student_t_upper_quantile};

/// The normal quantile that leaves `1 - level` outside on both sides together.
pub(super) fn normal(level: f64) -> f64 {
    normal_upper_quantile(0.5 * (1.0 - level))
}

/// The same of Student's t.
pub(super) fn student_t(level: f64, degrees_of_freedom: f64) -> f64 {
    student_t_upper_quantile(0.5 * (1.0 - level), degrees_of_freedom)
}
