//! Which models take covariates that do not change (`covariates.rs`), and which of their parameters these move.

use super::beta_geometric_likelihood::BetaGeometricLikelihood;
use super::contract::CountedContracts;
use super::counted::Counted;
use super::fitting::{DataFacts, Likelihood};
use super::ggom_likelihood::GgomLikelihood;
use super::model::Spec;
use super::observations::Observations;
use super::pareto_likelihood::ParetoLikelihood;
use super::shifted_beta_geometric::{self, RenewalLikelihood};
use crate::{Error, Result};

/// A likelihood that may be kept.
pub(crate) type Owned = Box<dyn Likelihood + Send + Sync>;

/// A likelihood with the facts of its data.
pub(crate) type Made = (Owned, DataFacts);

/// How a model takes covariates.
#[derive(Clone, Copy)]
pub(crate) struct Takes {
    pub(crate) likelihood: fn(&Observations) -> Result<Made>,
    /// The parameter that a purchase covariate divides; none in models of contracts, which count no purchases.
    pub(crate) alpha: Option<usize>,
    pub(crate) dropout: Dropout,
}

/// Which parameters a dropout covariate moves.
#[derive(Clone, Copy)]
pub(crate) enum Dropout {
    /// The parameter that a dropout covariate divides.
    Rate(usize),
    /// The parameters `a` and `b` of the chance to leave.
    Chance(usize, usize),
}

/// One line a model.
pub(crate) fn takes(spec: &Spec) -> Result<Takes> {
    let chance = |likelihood| Takes { likelihood, alpha: Some(1), dropout: Dropout::Chance(2, 3) };
    let rate = |likelihood, beta| Takes { likelihood, alpha: Some(1), dropout: Dropout::Rate(beta) };
    match spec.name {
        "bg_nbd" => Ok(chance(|o| of_purchases(o, |c| Box::new(BetaGeometricLikelihood::new(c, 0.0))))),
        "mbg_nbd" => Ok(chance(|o| of_purchases(o, |c| Box::new(BetaGeometricLikelihood::new(c, 1.0))))),
        "pareto_nbd" => Ok(rate(|o| of_purchases(o, |c| Box::new(ParetoLikelihood::new(c))), 3)),
        "ggom_nbd" => Ok(rate(|o| of_purchases(o, |c| Box::new(GgomLikelihood::new(c))), 4)),
        "shifted_beta_geometric" => {
            Ok(Takes { likelihood: of_contracts, alpha: None, dropout: Dropout::Chance(0, 1) })
        }
        _ => Err(Error::input("no_covariates", format!("{} takes no covariates", spec.title))),
    }
}

/// The likelihood of histories, and the facts of them.
fn of_purchases(observations: &Observations, likelihood: fn(Counted) -> Owned) -> Result<Made> {
    let counted = Counted::new(&observations.histories()?)?;
    let facts = DataFacts::of(&counted);
    Ok((likelihood(counted), facts))
}

/// The likelihood of contracts, and the facts of them.
fn of_contracts(observations: &Observations) -> Result<Made> {
    let counted = CountedContracts::new(&observations.contracts()?)?;
    Ok((Box::new(RenewalLikelihood::new(&counted)), shifted_beta_geometric::facts(&counted)))
}

/// Applies shifts to the parameters of one group.
pub(crate) fn shifted(takes: &Takes, parameters: &mut [f64], purchase: f64, dropout: f64) {
    if let Some(alpha) = takes.alpha {
        parameters[alpha] *= libm::exp(-purchase);
    }
    match takes.dropout {
        Dropout::Rate(beta) => parameters[beta] *= libm::exp(-dropout),
        Dropout::Chance(a, b) => {
            let (first, second) = (parameters[a], parameters[b]);
            // a exp(d) / (a exp(d) + b), without overflow on either side.
            let mean = 1.0 / (1.0 + second / first * libm::exp(-dropout));
            let rest = 1.0 / (1.0 + first / second * libm::exp(dropout));
            parameters[a] = (first + second) * mean;
            parameters[b] = (first + second) * rest;
        }
    }
}
