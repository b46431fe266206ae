//! From a document to its claims.
//!
//! Invariant: a claim's span is the very words of the prose that state it; text that can't be read is simply no claim.

pub mod numeral;
pub mod period;

use crate::model::claim::Claim;
use crate::model::document::Document;
use crate::model::rulebook::Rulebook;
use crate::model::sentence::Sentence;

/// The sentences of a document, and the claims in them.
#[derive(Clone, Debug, Default)]
pub struct Extract {
    /// The sentences, in the order of the text.
    pub sentences: Vec<Sentence>,
    /// The claims, in the order of the text; the items of sentences name them by index.
    pub claims: Vec<Claim>,
}

/// Finds the sentences and claims of the document, which is number `index` of the run.
pub fn extract(_document: &Document, _index: usize, _rulebook: &Rulebook) -> Extract {
    Extract::default()
}
