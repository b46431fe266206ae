//! From `rules/*.toml` to a rulebook.
//!
//! Invariant: a rulebook that was made is whole: every name in a rule is defined, every phrase and equation is parsed.

pub mod unit_file;
