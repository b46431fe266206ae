//! Wrong numbers made on purpose: how many of the slips that can be caught are caught.

use crate::check;
use crate::model::claim::{Claim, Kind};
use crate::model::document::{Anchor, Block, Document, Span, Storage};
use crate::model::relation::{Checked, Gap, Relation, Verdict, Wording};
use crate::model::rule::Severity;
use crate::model::rulebook::Rulebook;
use crate::{Lint, lint};

use super::slips::slips;
use crate::model::slip::Slip;

/// A slip that was made, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mutation {
    /// The index of the rule that the relation belongs to.
    pub rule: usize,
    /// What was done.
    pub slip: Slip,
    /// What was printed, and what was printed instead.
    pub change: (String, String),
    /// The paragraph with the slip in it.
    pub text: String,
    /// Whether it was found.
    pub outcome: Outcome,
}

/// What came of a slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// An error or a warning points at the sentence.
    Caught,
    /// It should have, since the relation is broken, but doesn't.
    Missed,
    /// The slip stays within what the figures may stand for.
    WithinRounding,
}

/// Makes every slip in every number of every relation that holds in a document, one at a time.
pub fn mutate(document: &Document, found: &Lint, rulebook: &Rulebook) -> Vec<Mutation> {
    let mut mutations = Vec::new();
    let held = found.checked.iter().filter(|relation| relation.verdict == Verdict::Holds && relation.wording == Wording::Plain);
    for relation in held {
        for index in relation.binding.roles.iter().flatten() {
            let Some(claim) = found.claims.get(*index).filter(|claim| claim.number.is_some() && claim.kind != Kind::Names) else {
                continue;
            };
            let Some(block) = document.blocks.iter().find(|block| block.span.covers(claim.span)) else { continue };
            let printed = document.words(claim.span);
            for (slip, wrong) in slips(printed) {
                let text = replaced(document, block.span, claim.span, &wrong);
                let outcome = outcome(relation, *index, claim, block, &text, wrong.len(), found, rulebook);
                mutations.push(Mutation { rule: relation.rule, slip, change: (printed.to_owned(), wrong), text, outcome });
            }
        }
    }
    mutations
}

fn replaced(document: &Document, block: Span, claim: Span, wrong: &str) -> String {
    let before = document.words(Span::new(block.start, claim.start));
    let after = document.words(Span::new(claim.end, block.end));
    format!("{before}{wrong}{after}")
}

#[allow(clippy::too_many_arguments)]
fn outcome(
    relation: &Checked,
    index: usize,
    claim: &Claim,
    block: &Block,
    text: &str,
    length: usize,
    found: &Lint,
    rulebook: &Rulebook,
) -> Outcome {
    let slipped = paragraph(text, block);
    let lint = lint(std::slice::from_ref(&slipped), rulebook);
    let start = claim.span.start - block.span.start;
    let place = Span::new(start, start + length);
    let pointed = lint.findings.iter().filter(|finding| finding.severity >= Severity::Warning).any(|finding| {
        let relations = std::iter::once(&finding.main).chain(&finding.others);
        relations.flat_map(|relation| relation.binding.roles.iter().flatten()).any(|other| {
            let sentence = lint.claims.iter().find(|claim| claim.span.overlaps(place)).map(|claim| claim.sentence);
            lint.claims.get(*other).is_some_and(|claim| sentence.is_none() || Some(claim.sentence) == sentence)
        })
    });
    if pointed {
        return Outcome::Caught;
    }
    // The relation itself, with just this number as it reads now: is it broken?
    let Some(wrong) = lint.claims.iter().find(|claim| claim.span.overlaps(place)) else { return Outcome::WithinRounding };
    let mut claims = found.claims.clone();
    if let Some(target) = claims.get_mut(index) {
        target.number.clone_from(&wrong.number);
        target.kind = wrong.kind;
    }
    let alone = Relation { rule: relation.rule, readings: vec![relation.binding.clone()] };
    match check::check(&[alone], &claims, rulebook).first().map(|checked| &checked.verdict) {
        Some(Verdict::Broken(Gap::Hard | Gap::Plausible)) => Outcome::Missed,
        Some(Verdict::Broken(Gap::Expected) | Verdict::Holds | Verdict::Vacuous) => Outcome::WithinRounding,
        Some(Verdict::CannotTell | Verdict::NotAsked) | None => Outcome::WithinRounding,
    }
}

/// A paragraph as a document of its own.
fn paragraph(text: &str, block: &Block) -> Document {
    Document {
        path: String::new(),
        source: text.to_owned(),
        storage: Storage::Utf8 { prefix: 0 },
        prose: text.to_owned(),
        anchors: vec![Anchor { prose: 0, source: 0 }],
        blocks: vec![Block { kind: block.kind, span: Span::new(0, text.len()) }],
    }
}
