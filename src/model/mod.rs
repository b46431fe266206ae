//! The nouns that are handed from room to room.
//!
//! Invariant: nothing here reads, decides or prints; a value of these types is complete when it is made.

pub mod calendar;
pub mod claim;
pub mod clock;
pub mod document;
pub mod finding;
pub mod interval;
pub mod lexicon;
pub mod number;
pub mod numeral_words;
pub mod period;
pub mod rational;
pub mod relation;
pub mod role;
pub mod rule;
pub mod rulebook;
pub mod sentence;
pub mod slip;
pub mod time_words;
pub mod unit;
pub mod word_table;
pub mod words;
