//! The closing lines: how much was covered, and what came of it.

use super::Run;
use super::texts::{Texts, fill_in};

/// How many documents and numbers were read, how many took part in a check, and how many findings there are.
pub fn closing(run: &Run) -> String {
    let texts = Texts::of(&run.closing_language());
    let summary = &run.summary;
    // Where nothing could be read, counts of nought would look like a clean bill.
    if summary.documents == 0 {
        return String::new();
    }
    let documents = texts.count(summary.documents, texts.documents);
    let claims = texts.count(summary.claims, texts.claims);
    let mut text = if summary.checked == 0 {
        fill_in(texts.uncovered, &[("documents", documents), ("claims", claims)])
    } else {
        let alone = summary.claims.saturating_sub(summary.checked).to_string();
        let values = [("documents", documents), ("claims", claims), ("checked", summary.checked.to_string()), ("alone", alone)];
        fill_in(texts.coverage, &values)
    };
    if summary.vacuous > 0 {
        text.push_str(&fill_in(texts.coarse, &[("checks", texts.count(summary.vacuous, texts.checks))]));
    }
    let [error, warning, note] = texts.severities;
    let counts = [
        ("errors", texts.count(summary.errors, error)),
        ("warnings", texts.count(summary.warnings, warning)),
        ("notes", texts.count(summary.notes, note)),
    ];
    format!("{text}\n{}\n", fill_in(texts.verdict, &counts))
}

impl Run<'_> {
    /// The language of what isn't about one finding: the one asked for, or that of the first number.
    fn closing_language(&self) -> String {
        let of_text =
            || self.claims.first().and_then(|claim| self.rulebook.languages.get(claim.language)).map(|language| language.code.clone());
        self.messages.clone().or_else(of_text).unwrap_or_default()
    }
}
