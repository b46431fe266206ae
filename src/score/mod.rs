//! How good the findings are: against marked truth, and against slips made on purpose.
//!
//! Invariant: a score counts what the product itself would print; nothing is found here that a reader wouldn't be told.

pub mod mutate;
pub mod slips;
pub mod tally;
pub mod text;
pub mod truth;

use crate::Lint;
use crate::model::document::{Document, Span};
use crate::model::finding::Finding;
use crate::model::relation::{Checked, Verdict};
use crate::model::rule::Severity;
use truth::{TrueRelation, TrueVerdict, Truth};

/// What became of one relation of a truth file.
#[derive(Clone, Debug)]
pub struct Marked {
    /// The relation.
    pub relation: TrueRelation,
    /// Whether it was seen.
    pub seen: Seen,
}

/// Whether a marked relation was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// Its numbers were tied together and checked; if it is broken, an error or a warning says so.
    Yes,
    /// Not.
    No,
}

/// The score of one document.
#[derive(Clone, Debug, Default)]
pub struct Score {
    /// The marked relations.
    pub marked: Vec<Marked>,
    /// Findings (error or warning) at numbers of no marked broken relation, by index.
    pub false_alarms: Vec<usize>,
}

/// Holds what was found in one document against its truth.
///
/// Errors name the quote or number of the truth file that the text doesn't show.
pub fn score(document: &Document, found: &Lint, truth: &Truth) -> Result<Score, String> {
    let mut score = Score::default();
    let mut broken: Vec<Span> = Vec::new();
    for relation in &truth.relations {
        let places = truth::places(relation, &document.source)?;
        let seen = match relation.verdict {
            TrueVerdict::Holds => found.checked.iter().any(|checked| counts(checked) && shows(document, found, checked, &places)),
            TrueVerdict::Broken => found.findings.iter().any(|finding| alarms(finding) && points(document, found, finding, &places)),
        };
        if relation.verdict == TrueVerdict::Broken {
            broken.extend(&places);
        }
        score.marked.push(Marked { relation: relation.clone(), seen: if seen { Seen::Yes } else { Seen::No } });
    }
    for (index, finding) in found.findings.iter().enumerate() {
        if alarms(finding) && !points(document, found, finding, &broken) {
            score.false_alarms.push(index);
        }
    }
    Ok(score)
}

fn counts(checked: &Checked) -> bool {
    matches!(checked.verdict, Verdict::Holds | Verdict::Broken(_))
}

fn alarms(finding: &Finding) -> bool {
    finding.severity >= Severity::Warning
}

fn spans<'a>(document: &'a Document, found: &'a Lint, checked: &'a Checked) -> impl Iterator<Item = Span> + 'a {
    let claims = checked.binding.roles.iter().flatten().filter_map(|claim| found.claims.get(*claim));
    claims.map(|claim| document.source_span(claim.hedged))
}

/// Whether the relation ties all of the marked numbers together.
fn shows(document: &Document, found: &Lint, checked: &Checked, places: &[Span]) -> bool {
    let spans: Vec<Span> = spans(document, found, checked).collect();
    places.iter().all(|place| spans.iter().any(|span| span.overlaps(*place)))
}

/// Whether the finding points at one of the marked numbers.
fn points(document: &Document, found: &Lint, finding: &Finding, places: &[Span]) -> bool {
    let relations = std::iter::once(&finding.main).chain(&finding.others);
    let mut spans = relations.flat_map(|checked| spans(document, found, checked).collect::<Vec<_>>());
    spans.any(|span| places.iter().any(|place| span.overlaps(*place)))
}
