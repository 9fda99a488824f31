//! Decisions about influencers on data that others have published.

mod selection;
