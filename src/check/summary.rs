//! How much of the numbers was covered.

use rustc_hash::FxHashSet;

use crate::model::claim::{Claim, Kind};
use crate::model::document::{Document, Storage};
use crate::model::finding::{Finding, Summary};
use crate::model::relation::{Checked, Verdict};
use crate::model::rule::Severity;

/// How much was covered.
pub fn summary(documents: &[Document], claims: &[Claim], checked: &[Checked], findings: &[Finding]) -> Summary {
    // A single number within its bounds is tied to nothing, and counts as no relation.
    let tied = |relation: &&Checked| relation.binding.roles.iter().map(Vec::len).sum::<usize>() > 1;
    let counts = |relation: &&Checked| tied(relation) && matches!(relation.verdict, Verdict::Holds | Verdict::Broken(_));
    let stated = |claim: &usize| claims.get(*claim).is_some_and(|claim| claim.kind != Kind::Names);
    let covered: FxHashSet<usize> =
        checked.iter().filter(counts).flat_map(|relation| relation.binding.roles.iter().flatten().copied()).filter(stated).collect();
    let of = |severity: Severity| findings.iter().filter(|finding| finding.severity == severity).count();
    Summary {
        documents: documents.len(),
        bytes: documents.iter().map(stored_bytes).sum(),
        numbers: documents.iter().map(|document| numbers(&document.prose)).sum(),
        claims: claims.iter().filter(|claim| claim.kind != Kind::Names).count(),
        checked: covered.len(),
        relations: checked.iter().filter(counts).count(),
        held: checked.iter().filter(tied).filter(|relation| relation.verdict == Verdict::Holds).count(),
        vacuous: checked.iter().filter(|relation| relation.verdict == Verdict::Vacuous).count(),
        errors: of(Severity::Error),
        warnings: of(Severity::Warning),
        notes: of(Severity::Note),
    }
}

fn stored_bytes(document: &Document) -> usize {
    match &document.storage {
        Storage::Utf8 { prefix } => document.source.len() + prefix,
        Storage::Other(runs) => runs.last().map_or(0, |last| {
            let characters = (document.source.len() - last.source) / usize::from(last.source_width.max(1));
            last.stored + characters * usize::from(last.stored_width)
        }),
    }
}

/// Runs of digits as printed, with separators and decimal points inside counted to the run.
fn numbers(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digit = |place: usize| bytes.get(place).is_some_and(u8::is_ascii_digit);
    let mut count = 0;
    let mut place = 0;
    while place < bytes.len() {
        if digit(place) {
            count += 1;
            while digit(place) || (matches!(bytes.get(place), Some(b',' | b'.')) && digit(place + 1)) {
                place += 1;
            }
        } else {
            place += 1;
        }
    }
    count
}
