//! crossfoot finds the numbers of a text that can't all be true.
//!
//! The way through the house, each room a module: [`read`] turns bytes into a [`model::document::Document`],
//! [`extract`] finds its claims, [`relate`] ties them together by what the words say, [`check`] sees whether the
//! ties hold, [`report`] tells. [`rulebook`] reads `rules/`; only [`doors`] and `main.rs` meet disk and terminal.

pub mod check;
pub mod doors;
pub mod extract;
pub mod model;
pub mod read;
pub mod relate;
pub mod report;
pub mod rulebook;
pub mod score;

use model::claim::Claim;
use model::document::Document;
use model::finding::{Finding, Summary};
use model::relation::Checked;
use model::rulebook::Rulebook;

/// What a run over documents found.
#[derive(Clone, Debug, Default)]
pub struct Lint {
    /// All claims, document by document, in the order of the text.
    pub claims: Vec<Claim>,
    /// All relations with their verdicts, in the order of the text.
    pub checked: Vec<Checked>,
    /// What is worth telling, in the order of the text.
    pub findings: Vec<Finding>,
    /// How much was covered.
    pub summary: Summary,
}

/// Reads the claims of the documents, ties them together, checks the ties, and collects what is worth telling.
///
/// The same documents and rulebook give the same result on any day and any machine.
pub fn lint(documents: &[Document], rulebook: &Rulebook) -> Lint {
    let mut claims = Vec::new();
    let mut relations = Vec::new();
    let phrases = relate::Index::new(rulebook);
    for (index, document) in documents.iter().enumerate() {
        let extract = extract::extract(document, index, rulebook);
        let found = relate::relate(document, &extract.sentences, &extract.claims, rulebook, &phrases);
        relations.extend(relate::rebase(found, claims.len()));
        claims.extend(extract.claims);
    }
    let checked = check::check(&relations, &claims, rulebook);
    let findings = check::findings(&checked, &claims, documents, rulebook);
    let summary = check::summary(documents, &claims, &checked, &findings);
    Lint { claims, checked, findings, summary }
}
