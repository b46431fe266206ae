//! A claim's place in its file, as other programs read it.

use serde::Serialize;

use super::Run;
use crate::model::claim::Claim;
use crate::model::document::Span;
use crate::model::finding::Finding;
use crate::model::relation::Checked;
use crate::model::rule::Role;

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

/// A number of a relation with the part that it plays.
#[derive(Clone, Debug, Serialize)]
pub struct Label {
    /// Where it stands.
    #[serde(flatten)]
    pub location: Location,
    /// The role that it plays in its rule.
    pub role: String,
    /// Whether the message is about it.
    pub primary: bool,
    /// What it would have to be, as it is printed itself.
    pub implied: Option<String>,
    /// Which document of the run it stands in.
    #[serde(skip)]
    pub document: usize,
    /// Where it stands in the decoded source.
    #[serde(skip)]
    pub source: Span,
}

impl Run<'_> {
    /// The numbers of a relation, role by role.
    pub(super) fn labels(&self, checked: &Checked) -> Vec<Label> {
        let Some(rule) = self.rule(checked) else { return Vec::new() };
        let stated = rule.stated_role();
        let of_role = |(index, role): (usize, &Role)| {
            let implied = self.implied(checked, index);
            let label = move |claim: &Claim| Label {
                location: self.location(claim),
                role: role.name.clone(),
                primary: index == stated,
                implied: implied.clone(),
                document: claim.document,
                source: self.documents.get(claim.document).map_or(claim.span, |document| document.source_span(claim.span)),
            };
            self.players(checked, index).map(label).collect::<Vec<_>>()
        };
        rule.roles.iter().enumerate().flat_map(of_role).collect()
    }

    /// The numbers of a finding: those of its main relation, and what else takes part in the others, each once.
    pub(super) fn finding_labels(&self, finding: &Finding) -> Vec<Label> {
        let mut labels = self.labels(&finding.main);
        for other in &finding.others {
            for label in self.labels(other) {
                let known = labels.iter().any(|known| known.document == label.document && known.source == label.source);
                if !known {
                    labels.push(Label { primary: false, ..label });
                }
            }
        }
        labels
    }

    /// The label that a finding is listed at: the number that its message is about.
    pub(super) fn primary<'l>(&self, labels: &'l [Label]) -> Option<&'l Label> {
        labels.iter().find(|label| label.primary).or(labels.first())
    }
}
