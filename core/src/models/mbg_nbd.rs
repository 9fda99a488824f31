//! MBG/NBD, the modified BG/NBD: purchases at individual, gamma-distributed rates; after each purchase, the first one
//! included, a customer leaves with an individual, beta-distributed chance.
//!
//! Source: Batislam, Denizel & Filiztekin 2007, International Journal of Research in Marketing 24:201. Unlike BG/NBD a
//! customer without a repeat purchase may have left; everything else is BG/NBD with `b + 1` for `b`: see
//! `beta_geometric.rs`.

use super::beta_geometric::beta_geometric_model;
use super::bg_nbd;
use super::diagnosis::Finding;
use super::guide::{Data, Example, Guide};

beta_geometric_model! {
    /// The MBG/NBD model. Rates are gamma distributed with shape `r` and rate `alpha` (a time); the chance to leave
    /// after each purchase, also the first, is beta distributed with `a` and `b`.
    ///
    /// ```
    /// use ukur::models::{Histories, MbgNbd, PurchaseModel};
    /// let model = MbgNbd::new(0.525, 6.183, 0.891, 1.614)?;
    /// // 58 of 100 new customers do not come back within 39 weeks.
    /// assert!((model.purchase_probability(0.0, 39.0)? - 0.582473189493289).abs() < 1e-12);
    /// // A customer who was never seen again may have left.
    /// let histories = Histories::new(&[0.0], &[0.0], &[39.0])?;
    /// assert!(model.probability_alive(&histories, 0.0)?[0] < 0.7);
    /// # Ok::<(), ukur::Error>(())
    /// ```
    MbgNbd, "mbg_nbd", "MBG/NBD", "Batislam, Denizel & Filiztekin 2007, International Journal of Research in Marketing 24:201",
    first_dropout: 1.0
}

/// What people read of the model.
pub static GUIDE: Guide = Guide {
    definition: "MBG/NBD: purchases at individual rates, and a chance to leave after each purchase, the first one \
                 included.\n\nPurchase rates are gamma distributed with shape `r` and rate `alpha` (a time), the chances \
                 to leave beta distributed with `a` and `b`. Unlike in BG/NBD, a customer without a repeat purchase may \
                 have left.",
    example: Example {
        parameters: &[0.525, 6.183, 0.891, 1.614],
        settings: &[],
        question: "purchase_probability",
        arguments: &[("n", 0.0), ("horizon", 39.0)],
        answer: 0.582,
    },
    data: Data::Simulated { age: 39.0 },
};

pub(super) fn explain(finding: &Finding) -> Option<&'static str> {
    if finding.vanish_together("a", "b") {
        return Some(
            "customers seem to leave after their first purchase or never: a and b go to 0 together, and only their \
             ratio is determined",
        );
    }
    bg_nbd::explain(finding)
}
