//! From findings to text in one output format.
//!
//! Invariant: sentences for people are made here, from the messages of the rules, and nowhere else.

pub mod claims;
mod label;
mod places;
pub mod relations;
mod table;

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
    places: Vec<Places<'r>>,
}

impl<'r> Run<'r> {
    /// Brings together what a run found.
    pub fn new(
        documents: &'r [Document],
        claims: &'r [Claim],
        checked: &'r [Checked],
        findings: &'r [Finding],
        summary: Summary,
        rulebook: &'r Rulebook,
    ) -> Self {
        let places = documents.iter().map(|document| Places::of(&document.source)).collect();
        Run { documents, claims, checked, findings, summary, rulebook, places }
    }
}
