//! From findings to text in one output format.
//!
//! Invariant: sentences for people are made here, from the messages of the rules, and nowhere else.
