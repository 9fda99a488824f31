//! BG/CNBD-k: regular purchases, and a chance to leave after each repeat purchase.
//!
//! Source: Reutterer, Platzer & Schröder 2021, International Journal of Research in Marketing 38:194. The mathematics is in `regular_purchases.rs`; with `k = 1` the model is BG/NBD.

use super::bg_nbd::explain;
use super::guide::{Data, Example, Guide};
use super::regular_purchases::regular_model;

regular_model! {
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
    BgCnbd, "bg_cnbd", "BG/CNBD-k", "Reutterer, Platzer & Schröder 2021, International Journal of Research in Marketing 38:194",
    first_dropout: 0.0
}

/// What people read of the model.
pub static GUIDE: Guide = Guide {
    definition: "BG/CNBD-k: purchases at regular times, and a chance to leave after each repeat purchase.\n\nThe time \
                 between two purchases is made of `k` stages; stages pass at rates that are gamma distributed with shape \
                 `r` and rate `alpha` (a time). The chances to leave are beta distributed with `a` and `b`. With `k = 1` \
                 it is `BgNbd`. Without a `k` the fit takes the one with the largest log-likelihood, for which it needs \
                 the column `sum_log_intervals`.",
    example: Example {
        parameters: &[0.85, 1.45, 0.79, 2.42],
        settings: &[3.0],
        question: "expected_purchases",
        arguments: &[("horizon", 32.0), ("frequency", 0.0), ("recency", 0.0), ("T", 32.0)],
        answer: 0.5296,
    },
    data: Data::Simulated { age: 32.0 },
};
