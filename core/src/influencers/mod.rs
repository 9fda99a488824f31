//! Decisions about influencers: which tier, micro or macro, how many people in all, whom to work with.
//!
//! | question | where |
//! |---|---|
//! | Is this account micro or macro? | [`tiers`] |
//! | Many small accounts or few large ones? | [`compare`], [`coordination`], [`elasticity`] |
//! | How many different people do several accounts reach? | [`reach`], [`audiences`], [`sketch`] |
//! | Whom to work with under a budget? | [`select`] |
//! | Who stays, and is keeping them cheaper than recruiting anew? | [`loyalty`] |
//! | What do seeding and user content cost and replace? | [`content`] |

pub mod audiences;
pub mod compare;
pub mod content;
pub mod coordination;
pub mod elasticity;
pub mod loyalty;
pub mod reach;
pub mod select;
pub mod sketch;
pub mod spread;
pub mod tiers;
pub mod value_proportion;
