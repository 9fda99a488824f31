//! What every model is: its facts, its parameters, and the trait that names them.

use super::contract::ContractModel;
use super::diagnosis::Finding;
use super::fit::Fit;
use super::fitting::FitOptions;
use super::observations::Observations;
use super::purchase::PurchaseModel;
use super::spend::SpendModel;
use crate::shown::Shown;
use crate::{Error, Result};
use std::fmt;

/// One parameter of a model. Parameters are positive.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parameter {
    /// Its name: the letter of the paper, spelled out.
    pub name: &'static str,
    /// What it governs.
    pub meaning: &'static str,
}

/// A whole number that is chosen, not estimated (the `k` of regular purchases).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Setting {
    /// Its name.
    pub name: &'static str,
    /// What it governs.
    pub meaning: &'static str,
    /// The least and the largest value.
    pub range: (f64, f64),
}

/// Which questions a model answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Kind {
    /// Purchases without a contract: [`PurchaseModel`].
    Purchase,
    /// Renewals of a contract: [`ContractModel`].
    Contract,
    /// Money a purchase: [`SpendModel`].
    Spend,
}

/// Makes a model from its parameters and settings.
pub type Build = fn(parameters: &[f64], settings: &[f64]) -> Result<Box<dyn Model>>;

/// Fits a model with the given settings, which have been checked; without any it chooses them from the data.
pub type FitFunction = fn(&Observations, settings: &[f64], &FitOptions) -> Result<(Box<dyn Model>, Fit)>;

/// The facts of a model; one record a model, in [`MODELS`](super::MODELS).
#[derive(Debug)]
pub struct Spec {
    /// The stable name, also in JSON: `"bg_nbd"`.
    pub name: &'static str,
    /// The class in Python and JavaScript: `"BgNbd"`.
    pub class: &'static str,
    /// The name people use: "BG/NBD".
    pub title: &'static str,
    /// Which questions it answers.
    pub kind: Kind,
    /// The parameters, in the order of every vector of them.
    pub parameters: &'static [Parameter],
    /// The settings, in the order of every vector of them.
    pub settings: &'static [Setting],
    /// True where time is counted in opportunities.
    pub discrete: bool,
    /// The latent quantities of a customer whose posterior means the model gives.
    pub latent: &'static [&'static str],
    /// The paper.
    pub reference: &'static str,
    /// The model with these parameters and settings. Both have been checked against this record.
    pub build: Build,
    /// Estimates the parameters.
    pub fit: FitFunction,
    /// Words for a finding of the fit that mean more to a reader than the general ones, or nothing.
    pub explain: fn(&Finding) -> Option<&'static str>,
}

/// What a fit and its report say of a model: its facts without what builds it. A program that fits a model by its type is
/// linked with this part, and so without the questions that it does not ask.
#[derive(Debug, Clone, Copy)]
pub struct Named {
    /// The stable name.
    pub name: &'static str,
    /// The name people use.
    pub title: &'static str,
    /// The parameters, in order.
    pub parameters: &'static [Parameter],
    /// Words for a finding of the fit.
    pub explain: fn(&Finding) -> Option<&'static str>,
}

impl Spec {
    /// What a fit says of the model.
    pub const fn named(&self) -> Named {
        Named { name: self.name, title: self.title, parameters: self.parameters, explain: self.explain }
    }

    /// Checks the number and the sign of parameters.
    ///
    /// # Errors
    ///
    /// A parameter that is missing, infinite or not above zero; a wrong number of them.
    pub fn check_parameters(&self, parameters: &[f64]) -> Result<()> {
        self.named().check_parameters(parameters)
    }

    /// Checks the number and the range of settings; none at all means their least values.
    ///
    /// # Errors
    ///
    /// A setting that is not a whole number in its range; a wrong number of them.
    pub fn check_settings(&self, settings: &[f64]) -> Result<Vec<f64>> {
        if settings.is_empty() {
            return Ok(self.settings.iter().map(|s| s.range.0).collect());
        }
        if settings.len() != self.settings.len() {
            let names: Vec<&str> = self.settings.iter().map(|s| s.name).collect();
            return Err(Error::input(
                "wrong_settings",
                format!("{} has {} settings ({})", self.title, names.len(), names.join(", ")),
            ));
        }
        for (setting, &value) in self.settings.iter().zip(settings) {
            let (least, most) = setting.range;
            if !(value >= least && value <= most && value.trunc() == value) {
                return Err(Error::invalid(
                    setting.name,
                    format!("a whole number from {} to {}", Shown(least), Shown(most)),
                    value,
                ));
            }
        }
        Ok(settings.to_vec())
    }
}

impl Named {
    /// Checks the number and the sign of parameters.
    ///
    /// # Errors
    ///
    /// A parameter that is missing, infinite or not above zero; a wrong number of them.
    pub fn check_parameters(&self, parameters: &[f64]) -> Result<()> {
        if parameters.len() != self.parameters.len() {
            let names: Vec<&str> = self.parameters.iter().map(|p| p.name).collect();
            return Err(Error::input(
                "wrong_parameters",
                format!(
                    "{} has the parameters {}; got {} numbers",
                    self.title,
                    names.join(", "),
                    parameters.len()
                ),
            ));
        }
        for (parameter, &value) in self.parameters.iter().zip(parameters) {
            if !(value.is_finite() && value > 0.0) {
                return Err(Error::invalid(parameter.name, "a finite number above 0", value));
            }
        }
        Ok(())
    }
}

/// A model with its parameters. The questions are asked of its kind: [`as_purchase`](Model::as_purchase),
/// [`as_contract`](Model::as_contract), [`as_spend`](Model::as_spend).
pub trait Model: Send + Sync {
    /// Its facts.
    fn spec(&self) -> &'static Spec;

    /// Its parameters, in the order of the facts.
    fn parameters(&self) -> Vec<f64>;

    /// Its settings, in the order of the facts.
    fn settings(&self) -> Vec<f64> {
        Vec::new()
    }

    /// The model as one of purchases without a contract.
    fn as_purchase(&self) -> Option<&dyn PurchaseModel> {
        None
    }

    /// The model as one of renewals.
    fn as_contract(&self) -> Option<&dyn ContractModel> {
        None
    }

    /// The model as one of money a purchase.
    fn as_spend(&self) -> Option<&dyn SpendModel> {
        None
    }
}

impl fmt::Debug for dyn Model {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple(self.spec().class).field(&self.parameters()).field(&self.settings()).finish()
    }
}

/// What the type of every model has, from the names of its parameters: the constructor, the way back from a vector of
/// numbers, and [`Model`]. The file defines the type and `SPEC`.
///
/// With `fits histories by` a likelihood the type also has `fit`.
macro_rules! model_type {
    ($model:ident { $($parameter:ident),+ } answers $as_kind:ident: $questions:ident) => {
        impl $model {
            /// The model with these parameters.
            ///
            /// # Errors
            ///
            /// A parameter that is not finite and above zero.
            pub fn new($($parameter: f64),+) -> $crate::Result<Self> {
                const { SPEC.named() }.check_parameters(&[$($parameter),+])?;
                Ok(Self { $($parameter),+ })
            }

            /// From numbers in the order of the facts.
            fn of(parameters: &[f64]) -> Self {
                let mut values = parameters.iter().copied();
                Self { $($parameter: values.next().unwrap_or(f64::NAN)),+ }
            }
        }

        impl $crate::models::Model for $model {
            fn spec(&self) -> &'static $crate::models::Spec {
                &SPEC
            }

            fn parameters(&self) -> Vec<f64> {
                vec![$(self.$parameter),+]
            }

            fn $as_kind(&self) -> Option<&dyn $crate::models::$questions> {
                Some(self)
            }
        }
    };
    ($model:ident { $($parameter:ident),+ } fits histories by $likelihood:expr) => {
        $crate::models::model::model_type!($model { $($parameter),+ } answers as_purchase: PurchaseModel);

        impl $model {
            /// The maximum-likelihood fit to histories.
            ///
            /// ```
            #[doc = concat!("use ukur::models::{FitOptions, Histories, ", stringify!($model), "};")]
            /// let (x, t_x, t) = ([0.0, 2.0, 1.0, 0.0, 7.0], [0.0, 30.4, 1.7, 0.0, 29.4], [38.9; 5]);
            #[doc = concat!(
                "let fitted = ", stringify!($model), "::fit(&Histories::new(&x, &t_x, &t)?, &FitOptions::default())?;"
            )]
            /// println!("{}", fitted.fit);
            /// # Ok::<(), ukur::Error>(())
            /// ```
            ///
            /// # Errors
            ///
            /// `empty_input` without customers; a search without a clear maximum is a diagnosis, not an error.
            pub fn fit(
                histories: &$crate::models::Histories,
                options: &$crate::models::FitOptions,
            ) -> $crate::Result<$crate::models::Fitted<Self>> {
                $crate::models::fitting::fit_histories(const { &SPEC.named() }, histories, options, $likelihood, Self::of)
            }
        }
    };
}

pub(crate) use model_type;
