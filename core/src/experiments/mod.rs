//! Comparing groups honestly: tests, intervals, power, sequential looks, Bayesian answers and a verdict in words.
//!
//! Everything starts from summary statistics (counts; n, mean and variance; sums by account), so a browser or a
//! service needs no raw rows; what starts from columns reduces them to those first. Throughout, group 1 is the
//! treatment and group 2 the control: a difference is `treatment - control`, a relative lift
//! `treatment / control - 1`.
//!
//! | question | function |
//! |---|---|
//! | how sure is one rate | [`proportions::proportion`], [`proportions::wilson`] |
//! | do two rates differ | [`proportions::compare_proportions`], [`fisher::fisher_two_sided`] |
//! | do two means differ | [`means::compare_means`] |
//! | do two rates of posts by few accounts differ | [`ratios::compare_ratios`] |
//! | by how many percent | [`lift::relative_lift`] |
//! | less noise from the time before | [`cuped::compare_with_covariate`] |
//! | how many people, what can be seen | [`power`] |
//! | was the split right | [`sample_ratio::sample_ratio_mismatch`] |
//! | may I look every day | [`sequential`] |
//! | how probable is it that B is better | [`bayesian::compare_beta_binomial`] |
//! | a million tests at once | [`columns`] |
//! | many comparisons | [`multiplicity`] |
//! | are they the same | [`equivalence::equivalence`] |
//! | what do I tell the client | [`verdict::verdict`] |

mod critical;

pub mod bayesian;
mod beta_difference;
#[cfg(feature = "serde")]
pub mod by_name;
pub mod columns;
pub mod cuped;
pub mod equivalence;
pub mod estimate;
pub mod fisher;
pub mod lift;
pub mod means;
pub mod multiplicity;
pub mod power;
pub mod proportions;
pub mod ratios;
pub mod resampling;
pub mod sample_ratio;
pub mod sequential;
pub mod summaries;
pub mod verdict;

pub use estimate::{Comparison, Estimate, Interval, Measure, Method};
pub use summaries::{PairSummary, SampleSummary};
