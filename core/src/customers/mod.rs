//! From purchases to customers: one row a customer, retention by cohort, survival, RFM segments.
//!
//! The kernels work on numbers: a whole number names the customer, times are whole ticks (days, or finer), values
//! are money or points. The bindings turn text and dates into these. No result depends on the order of the rows,
//! to the last bit.

/// Gives an enum of choices its names, one list of them, and a parser that names the argument it refuses.
macro_rules! choices {
    ($type:ident { $($variant:ident = $name:literal),* $(,)? }) => {
        impl $type {
            /// Every choice.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The name, the same in every language.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            /// The choice of a name; `argument` is named in the refusal.
            ///
            /// # Errors
            /// `unknown_choice` for any other text.
            pub fn parse(argument: &str, text: &str) -> crate::Result<Self> {
                match text {
                    $($name => Ok(Self::$variant),)*
                    _ => Err(crate::Error::input(
                        "unknown_choice",
                        format!("`{argument}` must be one of {}, got '{text}'", [$($name),*].join(", ")),
                    )),
                }
            }
        }
    };
}

mod cohorts;
mod grouping;
mod purchases;
pub(crate) mod rfm_segments;
mod summarise;
mod survival;
mod tracking;

pub use cohorts::{CohortOptions, CohortReport, Cohorts, Returned, cohorts};
pub use purchases::{CustomerIds, MISSING_CODE, MISSING_ID, MISSING_TIME, Purchases};
pub use rfm_segments::{
    OTHER_SEGMENT, RfmInput, RfmOptions, RfmSegments, SegmentRule, rfm_segments, standard_segments,
    time_since_last,
};
pub use summarise::{
    ExtraColumn, Holdout, Merge, Moment, Periods, Summary, SummaryOptions, SummaryReport, summarise,
};
pub use survival::{
    IntervalScale, SurvivalCurve, SurvivalOptions, kaplan_meier, kaplan_meier_at, survival_at, survival_time,
};
pub(crate) use tracking::period_ends;
pub use tracking::{Tracking, tracking};
