//! From claims to relations: which numbers the words tie together.
//!
//! Invariant: a relation is licensed by words of a rule, never by numbers that happen to stand near each other.

use crate::extract::Extract;
use crate::model::document::Document;
use crate::model::relation::Relation;
use crate::model::rulebook::Rulebook;

/// The relations that the words of a document state between its claims.
pub fn relate(_document: &Document, _extract: &Extract, _rulebook: &Rulebook) -> Vec<Relation> {
    Vec::new()
}

/// The same relations with claims counted from `first` instead of 0.
pub fn rebase(relations: Vec<Relation>, _first: usize) -> Vec<Relation> {
    relations
}
