//! How uncertain an answer is because the parameters are: delta-method standard errors and intervals for any
//! question, of any model.
//!
//! The answer's slope with respect to the logarithms of the parameters is taken by fourth-order differences (a
//! relative error near 1e-9, far below what an interval means), so no model writes derivatives of its answers.
//! Positive answers get intervals on the logarithmic, probabilities on the log-odds scale, and so stay inside
//! their range.

use super::fit::{Fit, normal_two_sided};
use super::model::Model;
use crate::numerics::elementary::within;
use crate::{Error, Result};

/// On which scale an interval is symmetric.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// Answers above zero.
    Positive,
    /// Answers between 0 and 1.
    Probability,
}

/// Answers with their uncertainty, one row each.
#[derive(Debug, Clone, PartialEq)]
pub struct WithInterval {
    /// The answers.
    pub values: Vec<f64>,
    /// Their standard errors.
    pub standard_errors: Vec<f64>,
    /// The lower ends.
    pub lower: Vec<f64>,
    /// The upper ends.
    pub upper: Vec<f64>,
}

/// Answers of `ask` with delta-method standard errors and intervals.
///
/// ```
/// use ukur::models::{BgNbd, FitOptions, Histories, Scale, with_interval};
/// # let x: Vec<f64> = (0..300).map(|i| f64::from(i * 7 % 11 / 4)).collect();
/// # let t_x: Vec<f64> = x.iter().enumerate().map(|(i, x)| if *x > 0.0 { 1.0 + (i * 13 % 30) as f64 } else { 0.0 }).collect();
/// # let t = vec![38.0; 300];
/// let histories = Histories::new(&x, &t_x, &t)?;
/// let fitted = BgNbd::fit(&histories, &FitOptions::default())?;
/// let alive = with_interval(&fitted.model, &fitted.fit, 0.95, Scale::Probability, &|model| {
///     model.as_purchase().map_or_else(|| Ok(vec![]), |m| m.probability_alive(&histories, 0.0))
/// });
/// # Ok::<(), ukur::Error>(())
/// ```
///
/// # Errors
///
/// What `ask` refuses; `not_identified` where the fit has no covariance; a `level` outside (0, 1).
pub fn with_interval(
    model: &dyn Model,
    fit: &Fit,
    level: f64,
    scale: Scale,
    ask: &dyn Fn(&dyn Model) -> Result<Vec<f64>>,
) -> Result<WithInterval> {
    interval_of(fit, &model.parameters(), level, scale, &|moved| {
        ask((model.spec().build)(moved, &model.settings())?.as_ref())
    })
}

/// As [`with_interval`], for answers as a function of any positive parameters whose covariance the fit holds.
pub(crate) fn interval_of(
    fit: &Fit,
    parameters: &[f64],
    level: f64,
    scale: Scale,
    ask: &dyn Fn(&[f64]) -> Result<Vec<f64>>,
) -> Result<WithInterval> {
    let z = normal_two_sided(level)?;
    let Some(covariance) = &fit.log_covariance else {
        return Err(fit.no_standard_errors());
    };
    let values = ask(parameters)?;
    let n = parameters.len();
    if covariance.len() != n {
        return Err(Error::input("wrong_parameters", "the report belongs to another model"));
    }
    let mut slopes: Vec<Vec<f64>> = Vec::with_capacity(n);
    for i in 0..n {
        let step = 1e-3 * within(covariance[i][i].sqrt(), 1e-2, 1.0);
        let shifted = |k: f64| {
            let mut moved = parameters.to_vec();
            moved[i] *= libm::exp(k * step);
            ask(&moved)
        };
        let (far_below, below, above, far_above) =
            (shifted(-2.0)?, shifted(-1.0)?, shifted(1.0)?, shifted(2.0)?);
        slopes.push(
            (0..values.len())
                .map(|row| {
                    (8.0 * (above[row] - below[row]) - (far_above[row] - far_below[row])) / (12.0 * step)
                })
                .collect(),
        );
    }
    let mut out = WithInterval { values, standard_errors: vec![], lower: vec![], upper: vec![] };
    for (row, &value) in out.values.iter().enumerate() {
        let mut variance = 0.0;
        for i in 0..n {
            for j in 0..n {
                variance += slopes[i][row] * covariance[i][j] * slopes[j][row];
            }
        }
        let error = variance.max(0.0).sqrt();
        out.standard_errors.push(error);
        let (lower, upper) = match scale {
            Scale::Positive if value > 0.0 => {
                let factor = libm::exp(z * error / value);
                (value / factor, value * factor)
            }
            Scale::Probability if value > 0.0 && value < 1.0 => {
                let reach = libm::exp(z * error / (value * (1.0 - value)));
                let odds = value / (1.0 - value);
                (1.0 / (1.0 + reach / odds), 1.0 / (1.0 + 1.0 / (reach * odds)))
            }
            // At the edge of its range the answer does not depend on the parameters.
            Scale::Positive | Scale::Probability => (value, value),
        };
        out.lower.push(lower);
        out.upper.push(upper);
    }
    Ok(out)
}
