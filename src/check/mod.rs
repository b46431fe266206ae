//! From relations to findings.
//!
//! Invariant: a relation is broken only if no values inside the intervals of its numbers satisfy it in any reading.

use crate::model::claim::Claim;
use crate::model::document::Document;
use crate::model::finding::{Finding, Summary};
use crate::model::relation::{Checked, Relation};
use crate::model::rulebook::Rulebook;

/// Checks every relation.
pub fn check(_relations: &[Relation], _claims: &[Claim], _rulebook: &Rulebook) -> Vec<Checked> {
    Vec::new()
}

/// What is worth telling of the checked relations, one finding for those that share numbers.
pub fn findings(_checked: &[Checked], _claims: &[Claim], _documents: &[Document], _rulebook: &Rulebook) -> Vec<Finding> {
    Vec::new()
}

/// How much was covered.
pub fn summary(_documents: &[Document], _claims: &[Claim], _checked: &[Checked], _findings: &[Finding]) -> Summary {
    Summary::default()
}
