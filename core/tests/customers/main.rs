//! Purchases to customers: known totals, definitions one value at a time, borders.

#[path = "../cdnow/mod.rs"]
mod cdnow;
mod cohorts;
mod rfm_segments;
mod summarise;
mod survival;
