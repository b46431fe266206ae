//! Findings in plain sentences: for screen readers, pipes and mail. Nothing is drawn and nothing lies in the position
//! of a character.

use super::Run;
use super::summary::closing;
use super::table::one_line;
use super::texts::fill_in;
use crate::model::finding::Finding;

/// All findings and the closing lines.
pub fn plain(run: &Run) -> String {
    let mut text: String = run.findings.iter().map(|finding| told(run, finding)).collect();
    text.push_str(&closing(run));
    text
}

fn told(run: &Run, finding: &Finding) -> String {
    let told = run.told(finding);
    let texts = run.texts(&finding.main);
    let labels = run.finding_labels(finding);
    let rule = run.rule(&finding.main).map_or("", |rule| &rule.id);
    let place = run.primary(&labels).map_or_else(String::new, |label| {
        let place = &label.location;
        format!("{}:{}:{}: ", place.path, place.line, place.column)
    });
    let mut lines = vec![format!("{place}{}[{rule}]: {}", finding.severity.name(), one_line(&told.message)), told.arithmetic];
    for label in &labels {
        let place = &label.location;
        let values = [
            ("role", label.role.clone()),
            ("text", one_line(&place.text)),
            ("place", format!("{}:{}:{}", place.path, place.line, place.column)),
        ];
        lines.push(fill_in(texts.label, &values));
    }
    lines.extend(told.implied);
    lines.extend(told.hints);
    lines.retain(|line| !line.is_empty());
    lines.join("\n  ") + "\n\n"
}
