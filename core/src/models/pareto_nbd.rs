//! Pareto/NBD: purchases at individual, gamma-distributed rates during lifetimes that are exponential at
//! individual, gamma-distributed rates of dropout (so that a lifetime is Pareto distributed).
//!
//! Sources: Schmittlein, Morrison & Colombo 1987, Management Science 33:1; Fader, Hardie & Lee 2005, Journal of
//! Marketing Research 42:415 (discounted purchases). The form of the likelihood is in `pareto_likelihood.rs`.

use super::diagnosis::Finding;
use super::gamma_purchases::{Active, Lifetime, draw, explain_rates};
use super::guide::{Data, Example, Guide};
use super::histories::Customer;
use super::living::living_customers;
use super::model::{Kind, Parameter, Spec, model_type};
use super::pareto_likelihood::{ParetoLikelihood, ln_inverse_alive, log_likelihood};
use super::purchase::PurchaseModel;
use super::simulation::Drawn;
use crate::Result;
use crate::numerics::elementary::not_above;
use crate::numerics::exponential_integral::discounted_power_integral;
use crate::numerics::random::Random;

/// The Pareto/NBD model. Purchase rates are gamma distributed with shape `r` and rate `alpha` (a time), dropout
/// rates gamma distributed with shape `s` and rate `beta` (a time).
///
/// ```
/// use ukur::models::{Histories, ParetoNbd, PurchaseModel};
/// let model = ParetoNbd::new(0.55, 10.56, 0.61, 11.64)?;
/// let histories = Histories::new(&[10.0], &[35.0], &[39.0])?;
/// assert!((model.expected_purchases(&histories, 2.0)?[0] - 0.38841172324225).abs() < 1e-12);
/// # Ok::<(), ukur::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ParetoNbd {
    /// Shape of the purchase rates.
    pub r: f64,
    /// Rate parameter of the purchase rates, a time.
    pub alpha: f64,
    /// Shape of the dropout rates.
    pub s: f64,
    /// Rate parameter of the dropout rates, a time.
    pub beta: f64,
}

/// The facts of the model.
pub static SPEC: Spec = Spec {
    name: "pareto_nbd",
    class: "ParetoNbd",
    title: "Pareto/NBD",
    kind: Kind::Purchase,
    parameters: &[
        Parameter { name: "r", meaning: "shape of the purchase rates" },
        Parameter { name: "alpha", meaning: "rate parameter of the purchase rates, a time" },
        Parameter { name: "s", meaning: "shape of the dropout rates" },
        Parameter { name: "beta", meaning: "rate parameter of the dropout rates, a time" },
    ],
    settings: &[],
    discrete: false,
    latent: &["purchase_rate", "dropout_rate"],
    reference: "Schmittlein, Morrison & Colombo 1987, Management Science 33:1",
    build: |p, _| Ok(Box::new(ParetoNbd::of(p))),
    fit: |rows, _, options| Ok(ParetoNbd::fit(&rows.histories()?, options)?.boxed()),
    explain,
};

/// What people read of the model.
pub static GUIDE: Guide = Guide {
    definition: "Pareto/NBD: purchases at individual rates during a lifetime of individual length.\n\nPurchase rates are \
                 gamma distributed with shape `r` and rate `alpha` (a time), the rates of dropout gamma distributed with \
                 shape `s` and rate `beta` (a time). A customer can leave at any time, also before the first repeat \
                 purchase.",
    example: Example {
        parameters: &[0.55, 10.56, 0.61, 11.64],
        settings: &[],
        question: "expected_purchases",
        arguments: &[("horizon", 2.0), ("frequency", 10.0), ("recency", 35.0), ("T", 39.0)],
        answer: 0.388,
    },
    data: Data::Simulated { age: 39.0 },
};

model_type!(ParetoNbd { r, alpha, s, beta } fits histories by ParetoLikelihood::new);

impl ParetoNbd {
    /// This customer as a living one.
    fn active(&self, customer: &Customer) -> Active<Pareto> {
        let life = Pareto { s: self.s, beta: self.beta + customer.t };
        Active { r: self.r + customer.x, alpha: self.alpha + customer.t, life }
    }

    /// A customer yet to come.
    fn new_customer(&self) -> Active<Pareto> {
        Active { r: self.r, alpha: self.alpha, life: Pareto { s: self.s, beta: self.beta } }
    }
}

/// A lifetime whose rate of dropout is gamma distributed.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Pareto {
    s: f64,
    beta: f64,
}

impl Lifetime for Pareto {
    fn survival(&self, t: f64) -> f64 {
        libm::exp(-self.s * libm::log1p(t / self.beta))
    }

    fn ln_density(&self, t: f64) -> f64 {
        libm::log(self.s / self.beta) - (self.s + 1.0) * libm::log1p(t / self.beta)
    }

    /// No singularity at `s = 1`.
    fn time_alive(&self, rate: f64, horizon: f64) -> f64 {
        discounted_power_integral(self.s, rate, self.beta, horizon)
    }

    fn aged(&self, t: f64) -> Self {
        Self { beta: self.beta + t, ..*self }
    }
}

fn explain(finding: &Finding) -> Option<&'static str> {
    // Whether dropout is so rare, in any unit of time, that purchases hide it: rates compared with rates.
    let rare = match finding.values[..] {
        [r, alpha, s, beta] => s / beta < 1e-6 * (r / alpha),
        _ => false,
    };
    if finding.is_flat() && (rare || (finding.to_zero("s") && !finding.to_zero("beta"))) {
        return Some(
            "nobody seems to drop out: the rate of dropout goes to 0; use Nbd, which has no dropout",
        );
    }
    if finding.grow_together("s", "beta") {
        return Some(
            "customers do not differ in their rate of dropout: s and beta grow together, and only s / beta, the \
             common rate, is determined",
        );
    }
    if finding.vanish_together("s", "beta") {
        return Some(
            "customers seem to leave at once or never: s and beta go to 0 together, and their values cannot be told \
             apart",
        );
    }
    explain_rates(finding)
}

impl PurchaseModel for ParetoNbd {
    fn purchase(&self) -> &dyn PurchaseModel {
        self
    }

    fn log_likelihood_of(&self, customer: &Customer) -> f64 {
        log_likelihood(self.r, self.alpha, self.s, self.beta, customer)
    }

    fn alive_of(&self, customer: &Customer) -> f64 {
        not_above(
            1.0,
            libm::exp(-ln_inverse_alive(self.r + customer.x, self.alpha, self.s, self.beta, customer)),
        )
    }

    living_customers!();

    /// One purchase (or one dropout) more in the history multiplies the likelihood by the mean of the rate.
    fn latent_means_of(&self, customer: &Customer) -> Vec<f64> {
        let Self { r, alpha, s, beta } = *self;
        let shape = r + customer.x;
        let here = ln_inverse_alive(shape, alpha, s, beta, customer);
        let purchase = ln_inverse_alive(shape + 1.0, alpha, s, beta, customer) - here;
        let dropout = ln_inverse_alive(shape, alpha, s + 1.0, beta, customer) - here;
        vec![shape / (alpha + customer.t) * libm::exp(purchase), s / (beta + customer.t) * libm::exp(dropout)]
    }

    fn draw(&self, random: &mut Random, t: f64) -> Result<Drawn> {
        let rate = random.gamma(self.r, self.alpha);
        let lifetime = random.exponential() / random.gamma(self.s, self.beta);
        draw(random, rate, lifetime, t)
    }
}
