//! GGom/NBD: purchases at individual, gamma-distributed rates during lifetimes whose risk of ending changes with
//! age: Gompertz distributed with a common shape `b` and gamma-distributed individual scales.
//!
//! Sources: Bemmaor & Glady 2012, Management Science 58:1012; for the conditional expectation Adler 2022, Management
//! Science (doi 10.1287/mnsc.2022.4422), who corrects it: the published form overestimates. As `b` goes to 0 with
//! `beta / b` fixed the model becomes Pareto/NBD, and many data sets end there: the fit says so. The likelihood is in
//! `ggom_likelihood.rs`, the lifetimes are in `gompertz.rs`.

use super::diagnosis::Finding;
use super::gamma_purchases::{Active, Lifetime, draw, explain_rates};
use super::ggom_integral::{latent_means, ln_inverse_alive};
use super::ggom_likelihood::{GgomLikelihood, log_likelihood};
use super::gompertz::Gompertz;
use super::guide::{Data, Example, Guide};
use super::histories::Customer;
use super::living::living_customers;
use super::model::{Kind, Parameter, Spec, model_type};
use super::purchase::PurchaseModel;
use super::simulation::Drawn;
use crate::Result;
use crate::numerics::random::Random;

/// The GGom/NBD model. Purchase rates are gamma distributed with shape `r` and rate `alpha` (a time); a share
/// `(beta / (beta - 1 + exp(b t)))^s` of the customers lives longer than `t`.
///
/// ```
/// use ukur::models::{GgomNbd, Histories, PurchaseModel};
/// let model = GgomNbd::new(0.553, 10.578, 0.0002, 0.603, 0.0026)?;
/// let histories = Histories::new(&[2.0], &[30.43], &[38.86])?;
/// assert!((model.expected_purchases(&histories, 39.0)?[0] - 1.46632068699318).abs() < 1e-12);
/// # Ok::<(), ukur::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GgomNbd {
    /// Shape of the purchase rates.
    pub r: f64,
    /// Rate parameter of the purchase rates, a time.
    pub alpha: f64,
    /// How fast the risk of leaving grows with age, per unit of time.
    pub b: f64,
    /// Shape of the individual risks.
    pub s: f64,
    /// Rate parameter of the individual risks, a number.
    pub beta: f64,
}

/// The facts of the model.
pub static SPEC: Spec = Spec {
    name: "ggom_nbd",
    class: "GgomNbd",
    title: "GGom/NBD",
    kind: Kind::Purchase,
    parameters: &[
        Parameter { name: "r", meaning: "shape of the purchase rates" },
        Parameter { name: "alpha", meaning: "rate parameter of the purchase rates, a time" },
        Parameter { name: "b", meaning: "how fast the risk of leaving grows with age, per unit of time" },
        Parameter { name: "s", meaning: "shape of the individual risks" },
        Parameter { name: "beta", meaning: "rate parameter of the individual risks" },
    ],
    settings: &[],
    discrete: false,
    latent: &["purchase_rate", "dropout_risk"],
    reference: "Bemmaor & Glady 2012, Management Science 58:1012; Adler 2022, doi 10.1287/mnsc.2022.4422",
    build: |p, _| Ok(Box::new(GgomNbd::of(p))),
    fit: |rows, _, options| Ok(GgomNbd::fit(&rows.histories()?, options)?.boxed()),
    explain,
};

/// What people read of the model.
pub static GUIDE: Guide = Guide {
    definition: "GGom/NBD: purchases at individual rates during a lifetime whose risk grows or fades with \
                 age.\n\nPurchase rates are gamma distributed with shape `r` and rate `alpha` (a time). Lifetimes are \
                 Gompertz distributed with the common shape `b` (per unit of time) and individual scales, gamma \
                 distributed with shape `s` and rate `beta`. As `b` goes to 0 with `beta / b` fixed this is `ParetoNbd`.",
    example: Example {
        parameters: &[0.553, 10.578, 0.05, 1.0, 30.0],
        settings: &[],
        question: "expected_purchases",
        arguments: &[("horizon", 39.0), ("frequency", 2.0), ("recency", 30.43), ("T", 38.86)],
        answer: 1.382,
    },
    data: Data::Simulated { age: 104.0 },
};

model_type!(GgomNbd { r, alpha, b, s, beta } fits histories by GgomLikelihood::new);

impl GgomNbd {
    fn life(&self) -> Gompertz {
        Gompertz { b: self.b, s: self.s, beta: self.beta }
    }

    /// This customer as a living one.
    fn active(&self, customer: &Customer) -> Active<Gompertz> {
        let life = self.life().aged(customer.t);
        Active { r: self.r + customer.x, alpha: self.alpha + customer.t, life }
    }

    /// A customer yet to come.
    fn new_customer(&self) -> Active<Gompertz> {
        Active { r: self.r, alpha: self.alpha, life: self.life() }
    }
}

fn explain(finding: &Finding) -> Option<&'static str> {
    if finding.is_flat() && finding.to_zero("b") && finding.to_zero("beta") {
        return Some(
            "the risk of leaving does not grow with age: b and beta go to 0 together, only beta / b is determined, and \
             this is Pareto/NBD with beta / b for its beta; use ParetoNbd",
        );
    }
    if finding.is_flat() && finding.to_infinity("beta") && !finding.to_infinity("s") {
        return Some(
            "nobody leaves before an age of about ln(beta) / b, and beta goes to infinity; where that age is beyond the \
             data, use Nbd, which has no dropout",
        );
    }
    if finding.grow_together("s", "beta") {
        return Some(
            "customers do not differ in their risk of leaving: s and beta grow together, and only s / beta, the common \
             risk, is determined",
        );
    }
    explain_rates(finding)
}

impl PurchaseModel for GgomNbd {
    fn purchase(&self) -> &dyn PurchaseModel {
        self
    }

    fn log_likelihood_of(&self, customer: &Customer) -> f64 {
        log_likelihood(self.r, self.alpha, &self.life(), customer)
    }

    fn alive_of(&self, customer: &Customer) -> f64 {
        libm::exp(-ln_inverse_alive(self.r + customer.x, self.alpha, &self.life(), customer))
    }

    living_customers!();

    /// One purchase (or one death) more in the history multiplies the likelihood by the mean of the rate (the risk).
    fn latent_means_of(&self, customer: &Customer) -> Vec<f64> {
        latent_means(self.r + customer.x, self.alpha, &self.life(), customer).to_vec()
    }

    fn draw(&self, random: &mut Random, t: f64) -> Result<Drawn> {
        let rate = random.gamma(self.r, self.alpha);
        let risk = random.gamma(self.s, self.beta);
        let lifetime = libm::log1p(random.exponential() / risk) / self.b;
        draw(random, rate, lifetime, t)
    }
}
