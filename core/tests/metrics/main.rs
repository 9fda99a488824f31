//! What must hold for every metric, checked from its record: known answers, refusals, properties, and vectors that would
//! notice a wrong formula; and published numbers that are wrong.

mod known_answers;
mod mutations;
mod owned;
mod probes;
mod properties;
mod published_errors;
