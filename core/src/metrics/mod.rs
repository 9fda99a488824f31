//! The metrics: one file a group, one entry a metric, the same names in Rust, Python and JavaScript.
//!
//! A metric is a plain function of numbers. It gives a value, or an [`Error`](crate::Error) whose code is a
//! [`Status`](crate::Status):
//!
//! ```
//! use ukur::{Status, metrics};
//! assert_eq!(metrics::cpm(250.0, 50_000.0)?, 5.0);
//! assert_eq!(metrics::cpm(250.0, 0.0).unwrap_err().status(), Some(Status::ZeroDenominator));
//! # Ok::<(), ukur::Error>(())
//! ```
//!
//! [`mod@column`] holds the same functions over columns, where a row without a value is NaN, and [`evaluate`] gives
//! values and statuses side by side. [`rollup`] makes totals that are right by construction.
//!
//! To add a metric, write its entry in the file of its group; the grammar stands in `metrics/entry.rs`.

pub(crate) mod argument;
mod arithmetic;
pub mod compare;
#[macro_use]
mod entry;
mod evaluate;
mod kernel;
pub mod rollup;

pub use argument::{Argument, Output};
pub use evaluate::{OnInvalid, Outcome, Outcomes, evaluate, evaluate_columns};
pub(crate) use kernel::{
    Below, Elementwise, Inputs, IntoNumber, Kernel, Kind, Parts, Reduce, Refusal, finite, pooled,
};

/// Declares the groups: their files, their functions, their records.
macro_rules! groups {
    ($($module:ident $name:literal),+ $(,)?) => {
        $( mod $module; )+
        $( pub use $module::*; )+

        /// The same functions over columns: each argument is a column or one number for every row.
        ///
        /// ```
        /// use ukur::metrics::column;
        /// assert_eq!(column::cpm(&[250.0, 10.0], 50_000.0)?, [5.0, 0.2]);
        /// # Ok::<(), ukur::Error>(())
        /// ```
        pub mod column {
            $( #[allow(unused_imports, unreachable_pub)] // a group may have metrics of lists only
            pub use super::$module::column::*; )+
        }

        /// Name and records of each group, in the order of the documentation.
        pub(crate) const GROUPS: &[(&str, &[&crate::catalogue::Metric])] = &[$( ($name, $module::records::ALL) ),+];
    };
}

groups! {
    influencer_value "influencer_value",
    reach "reach",
    audience_quality "audience_quality",
    engagement "engagement",
    cost "cost",
    earned_media "earned_media",
    voice_sentiment "voice_sentiment",
    conversion "conversion",
    lift "lift",
    returns "return",
    order "order",
    retention "retention",
    revenue_retention "revenue_retention",
    clv "clv",
    segmentation "segmentation",
    loyalty "loyalty",
    points_accounting "points_accounting",
    referral "referral",
    virality "virality",
    advocacy "advocacy",
    diffusion "diffusion",
    response "response",
    attribution "attribution",
    selection "selection",
    experiment "experiment",
    benchmark "benchmark",
    composite "composite",
}

/// Records that other rooms roll up. By name each, since looking one up would bring all of them into a room's module.
pub(crate) mod rolled_up {
    pub(crate) use super::composite::records::content_quality_score::RECORD as CONTENT_QUALITY_SCORE;
    pub(crate) use super::engagement::records::engagement_rate_pooled::RECORD as ENGAGEMENT_RATE_POOLED;
    pub(crate) use super::order::records::aov::RECORD as AOV;
    pub(crate) use super::order::records::arpu::RECORD as ARPU;
    pub(crate) use super::order::records::purchase_frequency::RECORD as PURCHASE_FREQUENCY;
    pub(crate) use super::voice_sentiment::records::share_of_voice_mentions::RECORD as SHARE_OF_VOICE_MENTIONS;
}
