//! The shifted beta-geometric model: at each renewal a customer leaves with an individual, beta-distributed chance that
//! does not change. Retention rises with tenure because those with a high chance leave first.
//!
//! Source: Fader & Hardie 2007, Journal of Interactive Marketing 21:76; the residual lifetime: Fader & Hardie 2010,
//! Marketing Science 29:85.

use super::Fitted;
use super::contract::{ContractModel, Contracts, CountedContracts};
use super::diagnosis::{DiagnosisCode, Finding};
use super::fitting::{DataFacts, FitOptions, Likelihood, fit};
use super::guide::{Data, Example, Guide};
use super::model::{Kind, Parameter, Spec, model_type};
use super::opportunities::Staying;
use super::rising::Histogram;
use crate::Result;
use crate::numerics::optimise::Evaluation;
use crate::numerics::random::Random;

/// The shifted beta-geometric model. The chance to leave at a renewal is beta distributed with `alpha` and `beta`.
///
/// ```
/// use ukur::models::{ContractModel, Contracts, FitOptions, ShiftedBetaGeometric};
/// // Fader and Hardie's "High End" customers over seven renewals: .668, 3.806.
/// let survivors = [1000.0, 869.0, 743.0, 653.0, 593.0, 551.0, 517.0, 491.0];
/// let fitted = ShiftedBetaGeometric::fit(&Contracts::cohorts(&survivors, None)?, &FitOptions::default())?;
/// assert!((fitted.alpha - 0.668).abs() < 5e-4 && (fitted.beta - 3.806).abs() < 5e-4);
/// // Five years later the paper finds 39.4 % still there.
/// assert!((fitted.survival(12.0)? - 0.378).abs() < 1e-3);
/// # Ok::<(), ukur::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ShiftedBetaGeometric {
    /// First parameter of the chances to leave.
    pub alpha: f64,
    /// Second parameter of the chances to leave.
    pub beta: f64,
}

/// The facts of the model.
pub static SPEC: Spec = Spec {
    name: "shifted_beta_geometric",
    class: "ShiftedBetaGeometric",
    title: "shifted beta-geometric",
    kind: Kind::Contract,
    parameters: &[
        Parameter { name: "alpha", meaning: "first parameter of the chances to leave at a renewal" },
        Parameter { name: "beta", meaning: "second parameter of the chances to leave at a renewal" },
    ],
    settings: &[],
    discrete: true,
    latent: &["dropout_probability"],
    reference: "Fader & Hardie 2007, Journal of Interactive Marketing 21:76; Fader & Hardie 2010, Marketing Science 29:85",
    build: |p, _| Ok(Box::new(ShiftedBetaGeometric::of(p))),
    fit: |rows, _, options| Ok(ShiftedBetaGeometric::fit(&rows.contracts()?, options)?.boxed()),
    explain,
};

/// What people read of the model.
pub static GUIDE: Guide = Guide {
    definition: "Shifted beta-geometric: a chance to leave at each renewal, which differs between customers.\n\nThe \
                 chances are beta distributed with `alpha` and `beta` and do not change; retention rises with tenure \
                 because those with a high chance leave first.",
    example: Example {
        parameters: &[0.668, 3.806],
        settings: &[],
        question: "survival",
        arguments: &[("horizon", 12.0)],
        answer: 0.378,
    },
    data: Data::Columns(&[("survivors", &[1000.0, 869.0, 743.0, 653.0, 593.0, 551.0, 517.0, 491.0])]),
};

model_type!(ShiftedBetaGeometric { alpha, beta } answers as_contract: ContractModel);

impl ShiftedBetaGeometric {
    /// The maximum-likelihood fit to contracts or cohort tables; several cohorts are fitted together.
    ///
    /// # Errors
    ///
    /// `empty_input` without customers; a search without a clear maximum is a diagnosis, not an error.
    pub fn fit(contracts: &Contracts, options: &FitOptions) -> Result<Fitted<Self>> {
        let counted = CountedContracts::new(contracts)?;
        let fit = fit(&SPEC.named(), RenewalLikelihood::new(&counted), facts(&counted), options)?;
        Ok(Fitted { model: Self::of(&fit.values()), fit })
    }

    fn staying(&self, tenure: f64) -> Staying {
        Staying { leave: self.alpha, stay: self.beta + tenure }
    }
}

/// The facts of counted contracts, informed by customers who left.
pub(crate) fn facts(counted: &CountedContracts) -> DataFacts {
    let (customers, informative) = counted.totals();
    let distinct =
        counted.rows().map(|(_, lost, kept)| usize::from(lost > 0.0) + usize::from(kept > 0.0)).sum();
    DataFacts { customers, informative, distinct, left_out: 0.0 }
}

fn explain(finding: &Finding) -> Option<&'static str> {
    explain_leaving(finding, "alpha", "beta")
}

/// What the two parameters of the chances to leave do at the edges, in words.
pub(crate) fn explain_leaving(finding: &Finding, first: &str, second: &str) -> Option<&'static str> {
    let gone = |p: &str| finding.to_zero.contains(&p);
    let endless = |p: &str| finding.to_infinity.contains(&p);
    match finding.code {
        DiagnosisCode::TooLittleData => Some(
            "nobody left, or there are fewer customers than parameters: the data say nothing about how customers leave; \
             observe for more renewals",
        ),
        DiagnosisCode::Ridge if endless(first) && endless(second) => Some(
            "customers do not differ in their chance to leave (retention does not rise with tenure): the two parameters \
             of the chances grow together, and only their ratio is determined; predictions can be used",
        ),
        DiagnosisCode::Ridge if gone(first) && gone(second) => Some(
            "customers seem to leave at the first renewal or never: the two parameters of the chances go to 0 together, \
             and only their ratio is determined",
        ),
        _ => None,
    }
}

impl ContractModel for ShiftedBetaGeometric {
    fn contract(&self) -> &dyn ContractModel {
        self
    }

    fn ln_survival_from(&self, tenure: f64, more: f64) -> f64 {
        if more == 1.0 {
            // -ln(1 + alpha / (beta + tenure)), to the last digit of the chance to leave.
            return -libm::log1p(self.alpha / (self.beta + tenure));
        }
        self.staying(tenure).ln_survival(more)
    }

    fn renewals_from(&self, tenure: f64, rate: f64, horizon: f64) -> Result<f64> {
        self.staying(tenure).discounted(rate, horizon)
    }

    fn latent_means_of(&self, tenure: f64, churned: bool) -> Vec<f64> {
        let refused = if churned { 1.0 } else { 0.0 };
        vec![(self.alpha + refused) / (self.alpha + self.beta + tenure)]
    }

    fn draw(&self, random: &mut Random) -> f64 {
        let leave = random.beta(self.alpha, self.beta);
        random.geometric(leave) + 1.0
    }
}

/// The likelihood of counted contracts: `P(leaves at t) = alpha (beta)_(t-1) / (alpha + beta)_t`, so that it is made of
/// rising factorials alone.
#[derive(Debug)]
pub(crate) struct RenewalLikelihood {
    lost: f64,
    /// Renewals made, and renewals that came up.
    made: Histogram,
    came_up: Histogram,
    churn_rate: f64,
}

impl RenewalLikelihood {
    pub(crate) fn new(counted: &CountedContracts) -> Self {
        // Those lost at t and those kept at t - 1 made the same number of renewals.
        let lost = counted.rows().filter(|row| row.1 > 0.0).map(|(tenure, lost, _)| (tenure - 1.0, lost));
        let kept = counted.rows().map(|(tenure, _, kept)| (tenure, kept));
        Self {
            lost: counted.totals().1,
            made: Histogram::of_pairs(lost.chain(kept).collect()),
            came_up: Histogram::new(
                counted.tenure.clone(),
                counted.rows().map(|(_, lost, kept)| lost + kept).collect(),
            ),
            churn_rate: counted.churn_rate(),
        }
    }
}

impl Likelihood for RenewalLikelihood {
    fn evaluate(&self, parameters: &[f64], out: &mut Evaluation) {
        let &[alpha, beta] = parameters else { return };
        let (made, all) = (self.made.ln_rising(beta), self.came_up.ln_rising(alpha + beta));
        out.value += self.lost * libm::log(alpha) + made.value - all.value;
        out.gradient[0] += self.lost / alpha - all.first;
        out.gradient[1] += made.first - all.first;
        out.hessian[0] -= self.lost / (alpha * alpha) + all.second;
        out.hessian[1] -= all.second;
        out.hessian[3] += made.second - all.second;
    }

    fn starts(&self) -> Vec<Vec<f64>> {
        [2.0, 0.5, 20.0]
            .into_iter()
            .map(|sum| vec![sum * self.churn_rate, sum * (1.0 - self.churn_rate)])
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check_derivatives;
    use super::*;
    use crate::models::Model as _;

    #[test]
    fn the_likelihood_is_that_of_the_customers() {
        let contracts = Contracts::new(
            &[1.0, 3.0, 2.0, 0.0, 40.0, 2.0],
            &[1.0, 1.0, 0.0, 0.0, 0.0, 1.0],
            Some(&[3.0, 2.0, 4.5, 1.0, 7.0, 1.0]),
        )
        .unwrap();
        let likelihood = RenewalLikelihood::new(&CountedContracts::new(&contracts).unwrap());
        check_derivatives(&likelihood, &[0.7, 3.8], 1e-7);
        check_derivatives(&likelihood, &[30.0, 0.2], 1e-7);
        let model = ShiftedBetaGeometric::new(0.7, 3.8).unwrap();
        let mut out = Evaluation::zero(2);
        likelihood.evaluate(&model.parameters(), &mut out);
        let each = model.log_likelihood(&contracts).unwrap();
        let sum: f64 = each.iter().zip(contracts.weights().unwrap()).map(|(l, w)| l * w).sum();
        assert!((out.value - sum).abs() < 1e-13 * sum.abs(), "{} {sum}", out.value);
        for alpha in [1e-14, 1.0, 1e14] {
            for beta in [1e-14, 1.0, 1e14] {
                let mut out = Evaluation::zero(2);
                likelihood.evaluate(&[alpha, beta], &mut out);
                let finite = out.gradient.iter().chain(&out.hessian).all(|v| v.is_finite());
                assert!(out.value.is_finite() && finite, "{alpha} {beta}: {out:?}");
            }
        }
    }
}
