//! Thin bindings of ukur.
