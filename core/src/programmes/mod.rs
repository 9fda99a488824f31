//! Decisions about loyalty, referral and advocate programmes.
//!
//! | question | where |
//! |---|---|
//! | What do outstanding points cost, and what of a sale belongs to them? | [`points`], [`redemption`] |
//! | Which customers to ask to advocate, and is the ranking any good? | [`advocates`], [`ranking`] |
//! | What did the programme add? | [`incremental`] |
//! | Where do members end up among the tiers? | [`tiers`] |
//! | What may a referral reward cost, and does the programme grow by itself? | [`referral`] |
//! | What is one point of retention, frequency or basket worth? | [`levers`] |

pub mod advocates;
pub mod incremental;
pub mod levers;
pub mod points;
pub mod ranking;
pub mod redemption;
pub mod referral;
pub mod scorecards;
pub mod social_scorecard;
pub mod tiers;
