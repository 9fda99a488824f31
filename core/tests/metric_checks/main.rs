//! What must hold for every metric, checked from its record: refusals, properties, and vectors that would notice.

mod mutations;
mod owned;
mod probes;
mod properties;
