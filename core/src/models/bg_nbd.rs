//! BG/NBD: purchases at individual, gamma-distributed rates; after each repeat purchase a customer leaves with an
//! individual, beta-distributed chance.
//!
//! Source: Fader, Hardie & Lee 2005, Marketing Science 24:275; the stable forms are in
//! `beta_geometric.rs`. A customer without a repeat purchase cannot have left
//! (`P(alive) = 1`); where that is implausible MBG/NBD fits better.

use super::beta_geometric::beta_geometric_model;
use super::diagnosis::Finding;
use super::gamma_purchases::explain_rates;
use super::guide::{Data, Example, Guide};

beta_geometric_model! {
    /// The BG/NBD model. Rates are gamma distributed with shape `r` and rate `alpha` (a time); the chance to leave
    /// after a repeat purchase is beta distributed with `a` and `b`.
    ///
    /// ```
    /// use ukur::models::{BgNbd, Histories, PurchaseModel};
    /// let model = BgNbd::new(0.243, 4.414, 0.793, 2.426)?;
    /// let histories = Histories::new(&[2.0], &[30.43], &[38.86])?;
    /// // Fader and Hardie's example: 1.226 purchases expected in the next 39 weeks.
    /// assert!((model.expected_purchases(&histories, 39.0)?[0] - 1.226).abs() < 1e-3);
    /// # Ok::<(), ukur::Error>(())
    /// ```
    BgNbd, "bg_nbd", "BG/NBD", "Fader, Hardie & Lee 2005, Marketing Science 24:275",
    first_dropout: 0.0
}

/// What people read of the model.
pub static GUIDE: Guide = Guide {
    definition: "BG/NBD: purchases at individual rates, and a chance to leave after each repeat purchase.\n\nPurchase \
                 rates are gamma distributed with shape `r` and rate `alpha` (a time), the chances to leave beta \
                 distributed with `a` and `b`. A customer without a repeat purchase cannot have left.",
    example: Example {
        parameters: &[0.243, 4.414, 0.793, 2.426],
        settings: &[],
        question: "expected_purchases",
        arguments: &[("horizon", 39.0), ("frequency", 2.0), ("recency", 30.43), ("T", 38.86)],
        answer: 1.226,
    },
    data: Data::Simulated { age: 39.0 },
};

/// What the two models of this process have in common at the edges, in words.
pub(super) fn explain(finding: &Finding) -> Option<&'static str> {
    let leaving = match finding.values[..] {
        [_, _, a, b] => a / (a + b),
        _ => f64::NAN,
    };
    if finding.is_flat() && leaving < 1e-5 {
        return Some(
            "nobody seems to drop out: the chance to leave goes to 0; use Nbd, which has no dropout",
        );
    }
    if finding.grow_together("a", "b") {
        return Some(
            "customers do not differ in their chance to leave: a and b grow together, and only a / (a + b) is \
             determined; predictions can be used, the two parameters cannot be told apart",
        );
    }
    if finding.vanish_together("a", "b") {
        return Some(
            "customers seem to leave after their first repeat purchase or never: a and b go to 0 together, and only \
             their ratio is determined",
        );
    }
    explain_rates(finding)
}
