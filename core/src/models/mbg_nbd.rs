//! MBG/NBD, the modified BG/NBD: purchases at individual, gamma-distributed rates; after each purchase, the first one
//! included, a customer leaves with an individual, beta-distributed chance.
//!
//! Source: Batislam, Denizel & Filiztekin 2007, International Journal of Research in Marketing 24:201. Unlike BG/NBD a
//! customer without a repeat purchase may have left; everything else is BG/NBD with `b + 1` for `b`: see
//! `beta_geometric.rs`.

use super::beta_geometric::{
    Active, BetaGeometricLikelihood, Perhaps, alive_of_all, draw, latent_means, ln_odds_gone, log_likelihood,
};
use super::bg_nbd;
use super::counted::Counted;
use super::fitting::{DataFacts, DiagnosisCode, Finding, FitOptions, fit};
use super::histories::{Customer, Histories};
use super::living::living_customers;
use super::model::{Kind, Model, Parameter, Spec};
use super::purchase::PurchaseModel;
use super::simulation::Drawn;
use super::{Fitted, observations::Observations};
use crate::Result;
use crate::numerics::elementary::logistic;
use crate::numerics::random::Random;

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
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MbgNbd {
    /// Shape of the purchase rates.
    pub r: f64,
    /// Rate parameter of the purchase rates, a time.
    pub alpha: f64,
    /// First parameter of the dropout chances.
    pub a: f64,
    /// Second parameter of the dropout chances.
    pub b: f64,
}

/// The facts of the model.
pub static SPEC: Spec = Spec {
    name: "mbg_nbd",
    class: "MbgNbd",
    title: "MBG/NBD",
    kind: Kind::Purchase,
    parameters: &[
        Parameter { name: "r", meaning: "shape of the purchase rates" },
        Parameter { name: "alpha", meaning: "rate parameter of the purchase rates, a time" },
        Parameter { name: "a", meaning: "first parameter of the dropout chances" },
        Parameter { name: "b", meaning: "second parameter of the dropout chances" },
    ],
    settings: &[],
    discrete: false,
    latent: &["purchase_rate", "dropout_probability"],
    reference: "Batislam, Denizel & Filiztekin 2007, International Journal of Research in Marketing 24:201",
    build: |p, _| Ok(Box::new(MbgNbd { r: p[0], alpha: p[1], a: p[2], b: p[3] })),
    fit: |observations: &Observations, _, options| {
        let fitted = MbgNbd::fit(&observations.histories()?, options)?;
        Ok((Box::new(fitted.model), fitted.fit))
    },
    explain,
};

impl MbgNbd {
    /// The model with these parameters.
    ///
    /// # Errors
    ///
    /// A parameter that is not finite and above zero.
    pub fn new(r: f64, alpha: f64, a: f64, b: f64) -> Result<Self> {
        SPEC.check_parameters(&[r, alpha, a, b])?;
        Ok(Self { r, alpha, a, b })
    }

    /// The maximum-likelihood fit to histories.
    ///
    /// ```
    /// use ukur::models::{MbgNbd, FitOptions, Histories};
    /// let (x, t_x, t) = ([0.0, 2.0, 1.0, 0.0, 7.0], [0.0, 30.4, 1.7, 0.0, 29.4], [38.9; 5]);
    /// let fitted = MbgNbd::fit(&Histories::new(&x, &t_x, &t)?, &FitOptions::default())?;
    /// println!("{}", fitted.fit);
    /// # Ok::<(), ukur::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// `empty_input` without customers; a search without a clear maximum is a diagnosis, not an error.
    pub fn fit(histories: &Histories, options: &FitOptions) -> Result<Fitted<Self>> {
        let counted = Counted::new(histories)?;
        let facts = DataFacts::of(&counted);
        let report = fit(&SPEC, &BetaGeometricLikelihood::new(counted, 1.0), facts, options)?;
        let p = report.values();
        Ok(Fitted { model: Self { r: p[0], alpha: p[1], a: p[2], b: p[3] }, fit: report })
    }

    /// This customer as a living one.
    fn active(&self, customer: &Customer) -> Active {
        Active {
            r: self.r + customer.x,
            alpha: self.alpha + customer.t,
            a: self.a,
            b: self.b + customer.x + 1.0,
        }
    }

    /// A customer yet to come: one who survived the chance to leave after the first purchase, if so.
    fn new_customer(&self) -> Perhaps {
        let active = Active { r: self.r, alpha: self.alpha, a: self.a, b: self.b + 1.0 };
        Perhaps { there: self.b / (self.a + self.b), active }
    }
}

pub(crate) fn explain(finding: &Finding) -> Option<&'static str> {
    let gone = |p: &str| finding.to_zero.contains(&p);
    if finding.code == DiagnosisCode::Ridge && gone("a") && gone("b") {
        return Some(
            "customers seem to leave after their first purchase or never: a and b go to 0 together, and only their \
             ratio is determined",
        );
    }
    bg_nbd::explain(finding)
}

impl Model for MbgNbd {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn parameters(&self) -> Vec<f64> {
        vec![self.r, self.alpha, self.a, self.b]
    }

    fn as_purchase(&self) -> Option<&dyn PurchaseModel> {
        Some(self)
    }
}

impl PurchaseModel for MbgNbd {
    fn purchase(&self) -> &dyn PurchaseModel {
        self
    }

    fn log_likelihood_of(&self, customer: &Customer) -> f64 {
        log_likelihood(self.r, self.alpha, self.a, self.b, 1.0, customer)
    }

    fn alive_of(&self, customer: &Customer) -> f64 {
        logistic(-ln_odds_gone(self.r, self.alpha, self.a, self.b, 1.0, customer))
    }

    fn alive_of_all(&self, histories: &Histories) -> Vec<f64> {
        alive_of_all(self.r, self.alpha, self.a, self.b, 1.0, histories)
    }

    living_customers!();

    fn latent_means_of(&self, customer: &Customer) -> Vec<f64> {
        latent_means(self.r, self.alpha, self.a, self.b, 1.0, customer).to_vec()
    }

    fn draw(&self, random: &mut Random, t: f64) -> Result<Drawn> {
        draw(self.r, self.alpha, self.a, self.b, true, random, t)
    }
}
