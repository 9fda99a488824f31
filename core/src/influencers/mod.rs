//! Decisions about influencers: which tier, micro or macro, how many people in all, whom to work with.
//!
//! | question | where |
//! |---|---|
//! | Is this account micro or macro? | [`tiers`] |
//! | How many different people do several accounts reach? | [`reach`], [`audiences`], [`sketch`] |
//! | Whom to work with under a budget? | [`select`] |
//! | Who stays, and is keeping them cheaper than recruiting anew? | [`loyalty`] |
//! | What do seeding and user content cost and replace? | [`content`] |

pub mod audiences;
pub mod content;
pub mod loyalty;
pub mod reach;
pub mod select;
pub mod sketch;
pub mod spread;
pub mod tiers;
