//! A claim's place in its file, as other programs read it.

use serde::Serialize;

use super::Run;
use crate::model::claim::Claim;
use crate::model::document::Span;

/// Where a stretch of text stands.
#[derive(Clone, Debug, Serialize)]
pub struct Location {
    /// The path of its file.
    pub path: String,
    /// Its first byte in the file as stored.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// The line of its first character, from 1.
    pub line: usize,
    /// The column of its first character, in characters from 1.
    pub column: usize,
    /// Its words.
    pub text: String,
}

impl Run<'_> {
    /// The path of a claim's document.
    pub(super) fn path(&self, claim: &Claim) -> &str {
        self.documents.get(claim.document).map_or("", |document| &document.path)
    }

    /// The words of a stretch of a claim's document.
    pub(super) fn words(&self, claim: &Claim, span: Span) -> &str {
        self.documents.get(claim.document).map_or("", |document| document.words(span))
    }

    /// Where a claim stands in its file.
    pub(super) fn location(&self, claim: &Claim) -> Location {
        let mut location = Location {
            path: self.path(claim).to_owned(),
            start: 0,
            end: 0,
            line: 1,
            column: 1,
            text: self.words(claim, claim.span).to_owned(),
        };
        if let (Some(document), Some(places)) = (self.documents.get(claim.document), self.places.get(claim.document)) {
            let stored = document.stored_span(claim.span);
            let place = places.place(document.source_span(claim.span).start);
            (location.start, location.end, location.line, location.column) = (stored.start, stored.end, place.line, place.column);
        }
        location
    }
}
