//! From findings to text in one output format.
//!
//! Invariant: sentences for people are made here, from the messages of the rules, and nowhere else.

mod arithmetic;
pub mod claims;
pub mod concise;
mod figure;
pub mod json;
mod label;
mod message;
mod places;
pub mod plain;
pub mod pretty;
pub mod relations;
pub mod rules;
mod snippet;
mod summary;
mod symbols;
mod table;
mod texts;
mod times;

use crate::Lint;
use crate::model::claim::Claim;
use crate::model::document::Document;
use crate::model::finding::{Finding, Summary};
use crate::model::relation::Checked;
use crate::model::rulebook::Rulebook;
use places::Places;

/// A run as reports see it: what was read and what was found.
pub struct Run<'r> {
    /// The documents, in the order that claims number them.
    pub documents: &'r [Document],
    /// All claims.
    pub claims: &'r [Claim],
    /// All relations with their verdicts.
    pub checked: &'r [Checked],
    /// What is worth telling.
    pub findings: &'r [Finding],
    /// How much was covered.
    pub summary: Summary,
    /// The rules and languages of the run.
    pub rulebook: &'r Rulebook,
    /// The language code of messages; none for that of each document.
    pub messages: Option<String>,
    places: Vec<Places<'r>>,
}

impl<'r> Run<'r> {
    /// Brings together the texts, what was found in them, and the rules it was found with.
    pub fn new(documents: &'r [Document], found: &'r Lint, rulebook: &'r Rulebook, messages: Option<String>) -> Self {
        let places = documents.iter().map(|document| Places::of(&document.source)).collect();
        let Lint { claims, checked, findings, summary } = found;
        Run { documents, claims, checked, findings, summary: *summary, rulebook, messages, places }
    }
}
