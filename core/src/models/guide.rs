//! What people read of a model, and the examples they see. The classes in Python and JavaScript are written from it
//! and from the model's [`Spec`] by `make faces`.

use super::any::AnyModel;
use super::fitting::FitOptions;
use super::model::Spec;
use super::observations::Observations;
use super::question::{Arguments, Question};
use crate::Result;

/// How many customers an example simulates.
pub const SIMULATED: f64 = 1000.0;

/// The seed of that.
pub const SEED: f64 = 1.0;

/// What people read of a model. Apart from the [`Spec`], so that a program that computes does not carry it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Guide {
    /// One sentence that begins with the title and a colon; then, after an empty line, what there is to say. Names of
    /// parameters, columns and classes in backticks.
    pub definition: &'static str,
    /// One question, with an answer from the model's paper where it prints one.
    pub example: Example,
    /// What the example of a fit is fitted to.
    pub data: Data,
}

/// A question to a model with known parameters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Example {
    /// The parameters, in order.
    pub parameters: &'static [f64],
    /// The settings, in order.
    pub settings: &'static [f64],
    /// The name of the question.
    pub question: &'static str,
    /// Its arguments by name, in the order of the method.
    pub arguments: &'static [(&'static str, f64)],
    /// The answer, to the digits that are written.
    pub answer: f64,
}

/// The customers of an example.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Data {
    /// A thousand customers of this age, simulated from the parameters of the [`Example`].
    Simulated {
        /// Their age, or their opportunities.
        age: f64,
    },
    /// Columns by name.
    Columns(&'static [(&'static str, &'static [f64])]),
}

impl Example {
    /// The number of this name, as a column of one.
    fn number(&self, name: &str) -> Option<&'static [f64]> {
        let found = self.arguments.iter().find(|(key, _)| *key == name);
        found.map(|(_, value)| std::slice::from_ref(value))
    }

    /// What the model answers, with all digits.
    ///
    /// # Errors
    ///
    /// Parameters, a question or arguments that the model refuses.
    pub fn ask(&self, spec: &Spec) -> Result<Vec<f64>> {
        let model = AnyModel::from_parameters(spec.name, self.parameters, self.settings, None)?;
        let rows = Observations::by_name(|name| Ok::<_, crate::Error>(self.number(name)))?;
        let numbers = Arguments::by_name(|name| Ok::<_, crate::Error>(self.number(name)))?;
        model.ask(Question::parse(self.question)?, &rows, &numbers)
    }
}

impl Guide {
    /// The model fitted to the data of the example.
    ///
    /// # Errors
    ///
    /// Data that the model refuses.
    pub fn fit(&self, spec: &Spec) -> Result<AnyModel> {
        let options = FitOptions::default();
        match self.data {
            Data::Columns(columns) => {
                let found =
                    |name: &str| columns.iter().find(|(key, _)| *key == name).map(|(_, column)| *column);
                let rows = Observations::by_name(|name| Ok::<_, crate::Error>(found(name)))?;
                AnyModel::fit(spec.name, &rows, &[], &options, None)
            }
            Data::Simulated { age } => {
                let truth = AnyModel::from_parameters(
                    spec.name,
                    self.example.parameters,
                    self.example.settings,
                    None,
                )?;
                let made = truth.simulate(SIMULATED, &[age], SEED, &Observations::default())?;
                let rows = Observations {
                    frequency: Some(&made.frequency),
                    recency: Some(&made.recency),
                    t: Some(&made.t),
                    sum_log_intervals: (!spec.settings.is_empty()).then_some(&made.sum_log_intervals[..]),
                    ..Observations::default()
                };
                AnyModel::fit(spec.name, &rows, &[], &options, None)
            }
        }
    }
}
