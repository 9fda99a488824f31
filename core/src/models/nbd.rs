//! NBD: purchases at individual, gamma-distributed rates, for ever. The model of a market nobody leaves, and what
//! the others become when nobody does.
//!
//! Source: Ehrenberg 1959, Applied Statistics 8:26.

use super::ages::Ages;
use super::counted::Counted;
use super::fitting::Likelihood;
use super::gamma_purchases::{Active, Lifetime, draw, explain_rates, gamma_start};
use super::guide::{Data, Example, Guide};
use super::histories::Customer;
use super::living::living_customers;
use super::model::{Kind, Parameter, Spec, model_type};
use super::purchase::PurchaseModel;
use super::rising::Histogram;
use super::simulation::Drawn;
use crate::Result;
use crate::numerics::gamma::ln_gamma_difference;
use crate::numerics::optimise::Evaluation;
use crate::numerics::random::Random;

/// The NBD model. Purchase rates are gamma distributed with shape `r` and rate `alpha` (a time); nobody leaves.
/// The times of the last purchases play no part in the fit.
///
/// ```
/// use ukur::models::{Histories, Nbd, PurchaseModel};
/// let model = Nbd::new(0.385, 12.072)?;
/// // Two purchases in 38.86 weeks and the rates of the others: 0.0468 a week.
/// let histories = Histories::new(&[2.0], &[30.43], &[38.86])?;
/// assert!((model.expected_purchases(&histories, 39.0)?[0] - 39.0 * 2.385 / 50.932).abs() < 1e-14);
/// # Ok::<(), ukur::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Nbd {
    /// Shape of the purchase rates.
    pub r: f64,
    /// Rate parameter of the purchase rates, a time.
    pub alpha: f64,
}

/// The facts of the model.
pub static SPEC: Spec = Spec {
    name: "nbd",
    class: "Nbd",
    title: "NBD",
    kind: Kind::Purchase,
    parameters: &[
        Parameter { name: "r", meaning: "shape of the purchase rates" },
        Parameter { name: "alpha", meaning: "rate parameter of the purchase rates, a time" },
    ],
    settings: &[],
    discrete: false,
    latent: &["purchase_rate"],
    reference: "Ehrenberg 1959, Applied Statistics 8:26",
    build: |p, _| Ok(Box::new(Nbd::of(p))),
    fit: |rows, _, options| Ok(Nbd::fit(&rows.histories()?, options)?.boxed()),
    explain: explain_rates,
};

/// What people read of the model.
pub static GUIDE: Guide = Guide {
    definition: "NBD: purchases at individual rates, for ever; nobody leaves.\n\nPurchase rates are gamma distributed \
                 with shape `r` and rate `alpha` (a time). What the other models become when nobody drops out.",
    example: Example {
        parameters: &[0.385, 12.072],
        settings: &[],
        question: "expected_purchases",
        arguments: &[("horizon", 39.0), ("frequency", 2.0), ("recency", 30.43), ("T", 38.86)],
        answer: 1.826,
    },
    data: Data::Simulated { age: 39.0 },
};

model_type!(Nbd { r, alpha } fits histories by NbdLikelihood::new);

impl Nbd {
    /// This customer, alive like all.
    fn active(&self, customer: &Customer) -> Active<Endless> {
        Active { r: self.r + customer.x, alpha: self.alpha + customer.t, life: Endless }
    }

    /// A customer yet to come.
    fn new_customer(&self) -> Active<Endless> {
        Active { r: self.r, alpha: self.alpha, life: Endless }
    }
}

/// A lifetime without an end.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Endless;

impl Lifetime for Endless {
    fn survival(&self, _t: f64) -> f64 {
        1.0
    }

    fn ln_density(&self, _t: f64) -> f64 {
        f64::NEG_INFINITY
    }

    fn time_alive(&self, rate: f64, horizon: f64) -> f64 {
        if rate == 0.0 { horizon } else { -libm::expm1(-rate * horizon) / rate }
    }

    fn aged(&self, _t: f64) -> Self {
        Self
    }
}

/// The likelihood of counted histories.
#[derive(Debug)]
struct NbdLikelihood {
    counted: Counted,
    purchases: Histogram,
    ages: Ages,
}

impl NbdLikelihood {
    fn new(counted: Counted) -> Self {
        let (x, weight) = counted.by_frequency();
        let ages = Ages::of(&counted);
        Self { counted, purchases: Histogram::new(x, weight), ages }
    }
}

impl Likelihood for NbdLikelihood {
    fn evaluate(&self, parameters: &[f64], out: &mut Evaluation) {
        let &[r, alpha] = parameters else { return };
        let rate = self.purchases.ln_rising(r);
        out.value += rate.value;
        out.gradient[0] += rate.first;
        out.hessian[0] += rate.second;
        self.ages.add_to(out, 0, r, alpha);
    }

    fn starts(&self) -> Vec<Vec<f64>> {
        let (r, alpha) = gamma_start(&self.counted);
        vec![vec![r, alpha]]
    }
}

impl PurchaseModel for Nbd {
    fn purchase(&self) -> &dyn PurchaseModel {
        self
    }

    fn log_likelihood_of(&self, customer: &Customer) -> f64 {
        let Customer { x, t, .. } = *customer;
        ln_gamma_difference(self.r, x) - self.r * libm::log1p(t / self.alpha) - x * libm::log(self.alpha + t)
    }

    fn alive_of(&self, _customer: &Customer) -> f64 {
        1.0
    }

    living_customers!();

    fn latent_means_of(&self, customer: &Customer) -> Vec<f64> {
        vec![(self.r + customer.x) / (self.alpha + customer.t)]
    }

    fn draw(&self, random: &mut Random, t: f64) -> Result<Drawn> {
        let rate = random.gamma(self.r, self.alpha);
        draw(random, rate, f64::INFINITY, t)
    }
}

#[cfg(test)]
mod tests {
    use super::super::histories::Histories;
    use super::super::tests::check_derivatives;
    use super::*;

    #[test]
    fn derivatives_are_those_of_the_value() {
        let (x, t) = ([0.0, 2.0, 1.0, 40.0], [38.9, 38.9, 20.0, 38.0]);
        let counted = Counted::new(&Histories::new(&x, &x.map(|x| x.min(1.0)), &t).unwrap()).unwrap();
        check_derivatives(&NbdLikelihood::new(counted.clone()), &[0.4, 12.0], 1e-7);
        let likelihood = NbdLikelihood::new(counted);
        for r in [1e-14, 1.0, 1e14] {
            for alpha in [1e-13, 5.0, 1e15] {
                let mut out = Evaluation::zero(2);
                likelihood.evaluate(&[r, alpha], &mut out);
                let finite = out.gradient.iter().chain(&out.hessian).all(|v| v.is_finite());
                assert!(out.value.is_finite() && out.value < 1e-6 && finite, "{r} {alpha}: {out:?}");
            }
        }
    }
}
