//! The relations of a run: what was checked, also what held.

use serde::Serialize;

use super::Run;
use super::label::Label;
use super::table::{one_line, table};
use crate::model::relation::{Checked, Gap, Verdict, Wording};
use crate::model::rule::Severity;

#[derive(Serialize)]
struct RelationsReport {
    schema: u32,
    relations: Vec<RelationRecord>,
}

#[derive(Serialize)]
struct RelationRecord {
    rule: String,
    verdict: &'static str,
    severity: Option<&'static str>,
    arithmetic: String,
    roles: Vec<Label>,
}

/// All relations as one JSON object.
pub fn json(run: &Run) -> serde_json::Result<String> {
    Ok(serde_json::to_string(&RelationsReport { schema: 1, relations: records(run).collect() })? + "\n")
}

/// All relations, one JSON object a line.
pub fn jsonl(run: &Run) -> serde_json::Result<String> {
    records(run).map(|record| Ok(serde_json::to_string(&record)? + "\n")).collect()
}

/// All relations as a table for people.
pub fn text(run: &Run) -> String {
    let rows: Vec<[String; 5]> = records(run).map(row).collect();
    table(["place", "rule", "verdict", "arithmetic", "numbers"], &rows)
}

fn row(record: RelationRecord) -> [String; 5] {
    let place = record.roles.first().map_or_else(String::new, |label| {
        let location = &label.location;
        format!("{}:{}:{}", location.path, location.line, location.column)
    });
    let numbers: Vec<String> = record.roles.iter().map(|label| format!("{} {}", label.role, one_line(&label.location.text))).collect();
    let verdict = match record.severity {
        Some(severity) => format!("{} ({severity})", record.verdict),
        None => record.verdict.to_owned(),
    };
    [place, record.rule, verdict, record.arithmetic, numbers.join(", ")]
}

fn records<'r>(run: &'r Run) -> impl Iterator<Item = RelationRecord> + 'r {
    run.checked.iter().filter_map(|checked| record(run, checked))
}

/// A relation of which nothing can be told was not checked, and is left out.
fn record(run: &Run, checked: &Checked) -> Option<RelationRecord> {
    let verdict = match &checked.verdict {
        Verdict::Holds => "holds",
        Verdict::Broken(_) => "broken",
        Verdict::Vacuous => "vacuous",
        Verdict::CannotTell | Verdict::NotAsked => return None,
    };
    let rule = run.rule(checked)?;
    Some(RelationRecord {
        rule: rule.id.clone(),
        verdict,
        severity: severity(checked).map(|severity| severity.min(rule.severity).name()),
        arithmetic: run.arithmetic(checked),
        roles: run.labels(checked),
    })
}

/// How bad a relation is by itself; nothing if there is nothing to tell.
fn severity(checked: &Checked) -> Option<Severity> {
    match (&checked.verdict, checked.wording) {
        (Verdict::Broken(Gap::Hard), _) => Some(Severity::Error),
        (Verdict::Broken(Gap::Plausible), _) => Some(Severity::Warning),
        (Verdict::Broken(Gap::Expected), _) | (Verdict::Holds, Wording::Loose) => Some(Severity::Note),
        (Verdict::Holds, Wording::Plain) | (Verdict::Vacuous | Verdict::CannotTell | Verdict::NotAsked, _) => None,
    }
}
