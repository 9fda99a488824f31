//! Models of customers: who is still there, how often they will buy, what they will spend.
//!
//! A model is one file with its mathematics; what models share is written once:
//!
//! | file | what |
//! |---|---|
//! | [`histories`] | the columns, checked once |
//! | [`counted`] | equal histories counted, in an order of their own |
//! | [`rising`] | the gamma-function terms of counts |
//! | [`fitting`] | logarithms, starts, Newton, diagnosis, standard errors, AIC, BIC, priors |
//! | [`model`] | the facts of a model and the registry's record |
//! | [`guide`] | what people read of a model, and its examples |
//! | [`purchase`], [`contract`], [`spend`] | the questions, for columns |
//! | [`lifetime_value`](lifetime_value()) | spend times discounted purchases |
//! | [`sample_posterior`] | draws of the parameters, predictions with their uncertainty |
//! | [`Covariates`] | what is known of customers, for every model |
//! | [`regularity`](regularity()) | how regular purchases are, for the choice of `k` |
//! | [`compare`], [`likelihood_ratio_test`] | which model |
//! | [`validate`](validate()) | errors, calibration and tracking on purchases not seen |
//!
//! # How to add a model
//!
//! One file of mathematics and one line of registration:
//!
//! 1. `models/new_model.rs`: a `pub struct NewModel` with public parameters (all above zero);
//!    `pub static SPEC: Spec` with its names, its paper, and three functions: `build` (from numbers), `fit` (from
//!    [`Observations`]), `explain` (words for a boundary or ridge that mean more than the general ones, such as
//!    "nobody drops out: use Nbd"); `pub static GUIDE: Guide` with what people read of it and its example.
//! 2. The likelihood: a type that holds the [`Counted`] histories and implements [`Likelihood`]: `evaluate` adds
//!    value, gradient and the upper triangle of the Hessian with respect to the parameters themselves
//!    (`out.hessian[i * n + j]`, `i <= j`); `starts` gives two or three starting points, in proportion to the
//!    data's unit of time (`gamma_purchases::gamma_start` gives shape and rate of gamma-distributed rates).
//!    It must be finite for every legal history at every positive parameter from 1e-14 to 1e14 times the start:
//!    logarithms throughout, `log1p`, `ln_gamma_difference`, never a difference of gamma functions. Where second
//!    derivatives by hand are long, [`numerics::dual`](crate::numerics::dual) carries them through the formula.
//!    Test it with `check_derivatives` of `tests.rs`, which compares with differences, and with `check_finite`.
//! 3. `model_type!(NewModel { names } fits histories by NewLikelihood::new)` writes the constructor, `fit` and
//!    `impl Model`; a model of other data writes its own `fit`, which calls [`fitting::fit`].
//! 4. `impl PurchaseModel` (or [`ContractModel`], [`SpendModel`]): the required methods are the mathematics of one
//!    customer. Everything else (columns, checks, discounting, intervals, JSON) comes from these.
//! 5. In this file: `pub mod`, `pub use`, and the line in `registry!`.
//! 6. `make faces` writes the classes in Python and JavaScript with types, documentation and examples, from the
//!    [`Spec`], the [`Guide`], and the hand-written class of the kind, which has the questions (`_purchase.py`,
//!    `purchase.ts` ...).
//! 7. Known answers: a table in `core/tests/models/` and `tests/vectors/models/new_model.json`. Reference numbers
//!    come from papers, from other programs, or from `mpmath` at 40 digits, with a word on how they were made.
//!
//! If two models share a process (BG/NBD and MBG/NBD), the process is a file of its own (`beta_geometric.rs`), and
//! the models' files say what is special.

mod ages;
mod alike;
pub mod answers;
mod any;
pub mod beta_discrete_weibull;
mod beta_geometric;
mod beta_geometric_likelihood;
pub mod bg_bb;
pub mod bg_cnbd;
pub mod bg_nbd;
mod comparison;
pub mod contract;
pub mod counted;
mod covariate_likelihood;
mod covariate_models;
mod covariates;
mod diagnosis;
#[cfg(feature = "serde")]
mod document;
mod fit;
pub mod fitting;
pub mod gamma_gamma;
mod gamma_purchases;
mod ggom_integral;
mod ggom_likelihood;
pub mod ggom_nbd;
mod gompertz;
pub mod guide;
pub mod histories;
mod intervals;
mod lifetime_value;
mod living;
pub mod mbg_cnbd;
pub mod mbg_nbd;
pub mod model;
pub mod nbd;
pub mod observations;
mod opportunities;
mod pareto_likelihood;
pub mod pareto_nbd;
mod posterior;
mod profile;
mod profile_search;
pub mod purchase;
pub mod question;
mod regular_likelihood;
mod regular_living;
mod regular_purchases;
mod regularity;
pub mod rising;
pub mod shifted_beta_geometric;
mod simulation;
pub mod spend;
#[cfg(test)]
mod tests;
mod validation;
mod varying;
mod varying_integral;
mod varying_likelihood;
mod varying_moments;
mod varying_pareto;

pub use any::AnyModel;
pub use beta_discrete_weibull::BetaDiscreteWeibull;
pub use bg_bb::BgBb;
pub use bg_cnbd::BgCnbd;
pub use bg_nbd::BgNbd;
pub use comparison::{Comparison, LikelihoodRatio, compare, likelihood_ratio_test};
pub use contract::{ContractModel, Contracts, SimulatedContracts};
pub use counted::Counted;
pub use covariates::{Coefficients, Covariates};
pub use diagnosis::{Diagnosis, DiagnosisCode, Finding};
#[cfg(feature = "serde")]
pub use document::Json;
pub use fit::{Effect, Estimate, Fit, IntervalMethod, ParameterInterval};
pub use fitting::{DataFacts, FitOptions, Likelihood, Prior};
pub use gamma_gamma::GammaGamma;
pub use ggom_nbd::GgomNbd;
pub use guide::{Data, Example, Guide};
pub use histories::{Customer, Histories};
pub use intervals::{Scale, WithInterval, with_interval};
pub use lifetime_value::{
    LifetimeTerms, LifetimeValue, contract_lifetime_value, declared_unit, lifetime_value,
};
pub use mbg_cnbd::MbgCnbd;
pub use mbg_nbd::MbgNbd;
pub use model::{Kind, Model, Named, Parameter, Setting, Spec};
pub use nbd::Nbd;
pub use observations::{Observations, required};
pub use pareto_nbd::ParetoNbd;
pub use posterior::{ParameterPosterior, Posterior, PosteriorOptions, Predicted, sample_posterior};
pub use purchase::{DependsOn, PurchaseModel};
pub use question::{Arguments, Question, answer, one_number};
pub use regularity::{Regularity, RegularityMethod, regularity};
pub use shifted_beta_geometric::ShiftedBetaGeometric;
pub use simulation::{Drawn, Simulated};
pub use spend::SpendModel;
pub use validation::{
    ByFrequency, Calibration, Errors, HoldoutData, Tracked, Validation, ValidationOptions, holdout_length,
    holdout_marks, validate,
};
pub use varying::Periods;

use crate::{Error, Result};
use std::ops::Deref;

/// Writes the tables of all models, from one list.
macro_rules! registry {
    ($($model:ident),+ $(,)?) => {
        /// Every model, in the order in which they are listed to people.
        pub static MODELS: &[&Spec] = &[$(&$model::SPEC),+];

        /// What people read of each, in the same order.
        pub static GUIDES: &[&Guide] = &[$(&$model::GUIDE),+];
    };
}

registry! {
    bg_nbd,
    mbg_nbd,
    pareto_nbd,
    ggom_nbd,
    nbd,
    bg_cnbd,
    mbg_cnbd,
    bg_bb,
    shifted_beta_geometric,
    beta_discrete_weibull,
    gamma_gamma,
}

/// The facts of a model by its stable name (`"bg_nbd"`) or its class (`"BgNbd"`).
///
/// # Errors
///
/// `unknown_model`.
pub fn spec(name: &str) -> Result<&'static Spec> {
    MODELS.iter().copied().find(|spec| spec.name == name || spec.class == name).ok_or_else(|| {
        let names: Vec<&str> = MODELS.iter().map(|spec| spec.name).collect();
        Error::input("unknown_model", format!("there is no model '{name}'; there are {}", names.join(", ")))
    })
}

/// A model with the report of its fit. It answers questions like the model itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Fitted<M> {
    /// The model at the estimates.
    pub model: M,
    /// The report.
    pub fit: Fit,
}

impl<M: Model + 'static> Fitted<M> {
    /// As the registry hands it on.
    pub(crate) fn boxed(self) -> (Box<dyn Model>, Fit) {
        (Box::new(self.model), self.fit)
    }
}

impl<M> Deref for Fitted<M> {
    type Target = M;
    fn deref(&self) -> &M {
        &self.model
    }
}
