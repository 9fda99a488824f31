//! Attribution: how the credit for conversions is shared among the channels that a customer met on the way.
//!
//! * [`Journeys`] come from a table of events; [`CountedPaths`] hold identical journeys once, with their counts.
//! * [`rules`]: first, last, linear, position based, time decay.
//! * [`mod@markov`]: the removal effect in an absorbing Markov chain of any order, by solving it, not simulating it.
//! * [`mod@shapley`]: exact, or sampled with its standard error.
//!
//! **Attribution is not incrementality.** All of these share out conversions that happened; none says how many
//! would not have happened without the channel. Only an experiment does. Every result carries that note.

mod chain;
mod games;
mod journeys;
pub mod markov;
mod numbered;
mod paths;
pub mod rules;
mod sets;
pub mod shapley;
mod sums;
mod text;

pub use journeys::{Events, JourneyOptions, Journeys, NO_TOUCH};
pub use markov::{MarkovAttribution, MarkovOptions, Removal, TransitionMatrix, markov};
pub use paths::{CountedPaths, LabelledPath};
pub use rules::{Rule, attribute, attribute_time_decay};
pub use shapley::{ShapleyAttribution, ShapleyOptions, Worth, shapley};
pub use text::{TextPaths, paths_from_joined, paths_from_text};

/// What every attribution result says about itself.
pub const NOTE: &str = "Attribution shares out conversions that happened; it does not show that a channel \
                        caused them. For that, run an experiment.";

/// The credit of each channel: one entry a channel, in the order of the channel codes.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Credits {
    /// Conversions credited to each channel; they add up to [`attributed_conversions`](Self::attributed_conversions).
    pub conversions: Vec<f64>,
    /// Value credited to each channel, in the unit of the input.
    pub values: Vec<f64>,
    /// Conversions of journeys with at least one touch.
    pub attributed_conversions: f64,
    /// Their value.
    pub attributed_value: f64,
    /// Conversions that no touch preceded: nobody's credit, and not hidden either.
    pub unattributed_conversions: f64,
    /// Their value.
    pub unattributed_value: f64,
    /// Always false: see [`NOTE`].
    pub is_incremental: bool,
    /// [`NOTE`], carried into every report.
    pub note: String,
}

impl Credits {
    /// Credits with the totals of their paths.
    fn of(totals: paths::Totals, conversions: Vec<f64>, values: Vec<f64>) -> Self {
        Self {
            conversions,
            values,
            attributed_conversions: totals.attributed_conversions,
            attributed_value: totals.attributed_value,
            unattributed_conversions: totals.unattributed_conversions,
            unattributed_value: totals.unattributed_value,
            is_incremental: false,
            note: NOTE.to_string(),
        }
    }
}
