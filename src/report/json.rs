//! Findings for other programs: the contract, version 1.

use serde::Serialize;

use super::Run;
use super::label::Label;
use crate::model::finding::{Finding, Summary};

#[derive(Serialize)]
struct Report {
    schema: u32,
    findings: Vec<FindingRecord>,
    summary: SummaryRecord,
}

#[derive(Serialize)]
struct FindingRecord {
    rule: String,
    severity: &'static str,
    message: String,
    arithmetic: String,
    help: Option<String>,
    labels: Vec<Label>,
    fixes: Vec<FixRecord>,
}

#[derive(Serialize)]
struct FixRecord {
    path: String,
    start: usize,
    end: usize,
    replacement: String,
    why: String,
}

#[derive(Serialize)]
struct SummaryRecord {
    documents: usize,
    bytes: usize,
    numbers: usize,
    claims: usize,
    checked: usize,
    relations: usize,
    held: usize,
    vacuous: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
}

/// All findings as one JSON object.
pub fn json(run: &Run) -> serde_json::Result<String> {
    let findings = run.findings.iter().map(|finding| record(run, finding)).collect();
    Ok(serde_json::to_string(&Report { schema: 1, findings, summary: summary(&run.summary) })? + "\n")
}

/// All findings, one JSON object a line.
pub fn jsonl(run: &Run) -> serde_json::Result<String> {
    run.findings.iter().map(|finding| Ok(serde_json::to_string(&record(run, finding))? + "\n")).collect()
}

fn record(run: &Run, finding: &Finding) -> FindingRecord {
    let told = run.told(finding);
    FindingRecord {
        rule: run.rule(&finding.main).map_or_else(String::new, |rule| rule.id.clone()),
        severity: finding.severity.name(),
        help: told.help(),
        message: told.message,
        arithmetic: told.arithmetic,
        labels: run.finding_labels(finding),
        fixes: Vec::new(),
    }
}

fn summary(summary: &Summary) -> SummaryRecord {
    let Summary { documents, bytes, numbers, claims, checked, relations, held, vacuous, errors, warnings, notes } = *summary;
    SummaryRecord { documents, bytes, numbers, claims, checked, relations, held, vacuous, errors, warnings, notes }
}
