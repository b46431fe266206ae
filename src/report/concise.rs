//! One line a finding: `path:line:column: severity[rule]: message`.

use super::Run;
use super::table::one_line;

/// All findings, a line each, and nothing where there are none.
pub fn concise(run: &Run) -> String {
    let mut text = String::new();
    for finding in run.findings {
        let labels = run.finding_labels(finding);
        let Some(primary) = run.primary(&labels) else { continue };
        let place = &primary.location;
        let rule = run.rule(&finding.main).map_or("", |rule| &rule.id);
        let message = one_line(&run.told(finding).message);
        text.push_str(&format!("{}:{}:{}: {}[{rule}]: {message}\n", place.path, place.line, place.column, finding.severity.name()));
    }
    text
}
