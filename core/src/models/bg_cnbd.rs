//! BG/CNBD-k: regular purchases, and a chance to leave after each repeat purchase.
//!
//! Source: Reutterer, Platzer & Schröder 2021, International Journal of Research in Marketing 38:194. The mathematics is in `regular_purchases.rs`; with `k = 1` the model is BG/NBD.

use super::bg_nbd as random_purchases;
use super::fitting::{Finding, FitOptions};
use super::histories::{Customer, Histories};
use super::living::living_customers;
use super::model::{Kind, Model, Parameter, Setting, Spec};
use super::purchase::{DependsOn, PurchaseModel};
use super::regular_purchases::{Active, MOST_STAGES, Regular, choose, needs_intervals, regular_model};
use super::simulation::Drawn;
use super::{Fitted, observations::Observations};
use crate::Result;
use crate::numerics::elementary::logistic;
use crate::numerics::random::Random;

/// The BG/CNBD-k model. The time between two purchases is made of `k` stages; stages pass at a rate that is gamma
/// distributed with shape `r` and rate `alpha` (a time), so that a customer buys once in `k / rate`. The chance to leave after a
/// repeat purchase is beta distributed with `a` and `b`.
///
/// ```
/// use ukur::models::{BgCnbd, Histories, PurchaseModel};
/// let model = BgCnbd::new(3.0, 0.85, 1.45, 0.79, 2.42)?;
/// let histories = Histories::new(&[0.0, 4.0], &[0.0, 28.0], &[32.0, 32.0])?;
/// let expected = model.expected_purchases(&histories, 32.0)?;
/// // The same for a customer alone or among others.
/// assert!((expected[0] - 0.529597409888).abs() < 1e-11);
/// # Ok::<(), ukur::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BgCnbd {
    /// The number of stages between two purchases; 1 is random, larger is more regular.
    pub k: f64,
    /// Shape of the rates of stages.
    pub r: f64,
    /// Rate parameter of the rates of stages, a time.
    pub alpha: f64,
    /// First parameter of the dropout chances.
    pub a: f64,
    /// Second parameter of the dropout chances.
    pub b: f64,
}

/// The facts of the model.
pub static SPEC: Spec = Spec {
    name: "bg_cnbd",
    class: "BgCnbd",
    title: "BG/CNBD-k",
    kind: Kind::Purchase,
    parameters: &[
        Parameter { name: "r", meaning: "shape of the rates of stages" },
        Parameter { name: "alpha", meaning: "rate parameter of the rates of stages, a time" },
        Parameter { name: "a", meaning: "first parameter of the dropout chances" },
        Parameter { name: "b", meaning: "second parameter of the dropout chances" },
    ],
    settings: &[Setting {
        name: "k",
        meaning: "stages between two purchases: 1 is random, larger is more regular",
        range: (1.0, MOST_STAGES),
    }],
    discrete: false,
    latent: &["purchase_rate", "dropout_probability"],
    reference: "Reutterer, Platzer & Schröder 2021, International Journal of Research in Marketing 38:194",
    build: |p, settings| {
        let k = settings.first().copied().unwrap_or(1.0);
        Ok(Box::new(BgCnbd { k, r: p[0], alpha: p[1], a: p[2], b: p[3] }))
    },
    fit: |observations: &Observations, settings, options| {
        let fitted = BgCnbd::fit(&observations.histories()?, settings.first().copied(), options)?;
        Ok((Box::new(fitted.model), fitted.fit))
    },
    explain: |finding: &Finding| random_purchases::explain(finding),
};

regular_model!(BgCnbd, 0.0);
