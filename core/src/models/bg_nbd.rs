//! BG/NBD: purchases at individual, gamma-distributed rates; after each repeat purchase a customer leaves with an
//! individual, beta-distributed chance.
//!
//! Source: Fader, Hardie & Lee 2005, Marketing Science 24:275; the stable forms are in
//! `beta_geometric.rs`. A customer without a repeat purchase cannot have left
//! (`P(alive) = 1`); where that is implausible MBG/NBD fits better.

use super::beta_geometric::{
    Active, BetaGeometricLikelihood, alive_of_all, draw, latent_means, ln_odds_gone, log_likelihood,
};
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
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BgNbd {
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
    name: "bg_nbd",
    class: "BgNbd",
    title: "BG/NBD",
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
    reference: "Fader, Hardie & Lee 2005, Marketing Science 24:275",
    build: |p, _| Ok(Box::new(BgNbd { r: p[0], alpha: p[1], a: p[2], b: p[3] })),
    fit: |observations: &Observations, _, options| {
        let fitted = BgNbd::fit(&observations.histories()?, options)?;
        Ok((Box::new(fitted.model), fitted.fit))
    },
    explain,
};

impl BgNbd {
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
    /// use ukur::models::{BgNbd, FitOptions, Histories};
    /// let (x, t_x, t) = ([0.0, 2.0, 1.0, 0.0, 7.0], [0.0, 30.4, 1.7, 0.0, 29.4], [38.9; 5]);
    /// let fitted = BgNbd::fit(&Histories::new(&x, &t_x, &t)?, &FitOptions::default())?;
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
        let report = fit(&SPEC, &BetaGeometricLikelihood::new(counted, 0.0), facts, options)?;
        let p = report.values();
        Ok(Fitted { model: Self { r: p[0], alpha: p[1], a: p[2], b: p[3] }, fit: report })
    }

    /// This customer as a living one.
    fn active(&self, customer: &Customer) -> Active {
        Active { r: self.r + customer.x, alpha: self.alpha + customer.t, a: self.a, b: self.b + customer.x }
    }

    /// A customer yet to come.
    fn new_customer(&self) -> Active {
        Active { r: self.r, alpha: self.alpha, a: self.a, b: self.b }
    }
}

pub(super) fn explain(finding: &Finding) -> Option<&'static str> {
    let gone = |p: &str| finding.to_zero.contains(&p);
    let endless = |p: &str| finding.to_infinity.contains(&p);
    let flat = matches!(finding.code, DiagnosisCode::Boundary | DiagnosisCode::Ridge);
    let leaving = match finding.values[..] {
        [_, _, a, b] => a / (a + b),
        _ => f64::NAN,
    };
    match finding.code {
        _ if flat && leaving < 1e-5 => {
            Some("nobody seems to drop out: the chance to leave goes to 0; use Nbd, which has no dropout")
        }
        DiagnosisCode::Ridge if endless("a") && endless("b") => Some(
            "customers do not differ in their chance to leave: a and b grow together, and only a / (a + b) is \
             determined; predictions can be used, the two parameters cannot be told apart",
        ),
        DiagnosisCode::Ridge if gone("a") && gone("b") => Some(
            "customers seem to leave after their first repeat purchase or never: a and b go to 0 together, and only \
             their ratio is determined",
        ),
        DiagnosisCode::Ridge if endless("r") && endless("alpha") => Some(
            "customers do not differ in their purchase rate: r and alpha grow together, and only r / alpha, the \
             common rate, is determined",
        ),
        _ => None,
    }
}

impl Model for BgNbd {
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

impl PurchaseModel for BgNbd {
    fn purchase(&self) -> &dyn PurchaseModel {
        self
    }

    fn log_likelihood_of(&self, customer: &Customer) -> f64 {
        log_likelihood(self.r, self.alpha, self.a, self.b, 0.0, customer)
    }

    fn alive_of(&self, customer: &Customer) -> f64 {
        logistic(-ln_odds_gone(self.r, self.alpha, self.a, self.b, 0.0, customer))
    }

    fn alive_of_all(&self, histories: &Histories) -> Vec<f64> {
        alive_of_all(self.r, self.alpha, self.a, self.b, 0.0, histories)
    }

    living_customers!();

    fn latent_means_of(&self, customer: &Customer) -> Vec<f64> {
        latent_means(self.r, self.alpha, self.a, self.b, 0.0, customer).to_vec()
    }

    fn draw(&self, random: &mut Random, t: f64) -> Result<Drawn> {
        draw(self.r, self.alpha, self.a, self.b, false, random, t)
    }
}
