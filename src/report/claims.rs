//! The claims of a run: what was read.

use serde::Serialize;

use super::Run;
use super::label::Location;
use super::table::{one_line, table};
use crate::model::calendar::{self, Existence};
use crate::model::claim::{Claim, Kind};
use crate::model::interval::{Bound, Interval};
use crate::model::number::{Hedge, Number, Reading};
use crate::model::period::Period;

#[derive(Serialize)]
struct ClaimsReport {
    schema: u32,
    claims: Vec<ClaimRecord>,
}

#[derive(Serialize)]
struct ClaimRecord {
    #[serde(flatten)]
    location: Location,
    kind: &'static str,
    value: Option<String>,
    low: Option<String>,
    high: Option<String>,
    low_closed: Option<bool>,
    high_closed: Option<bool>,
    hedge: Option<&'static str>,
    unit: Option<String>,
    period: Option<String>,
    subject: Option<String>,
    language: Option<String>,
}

/// What the texts state; a list of names states no number, and shows only where one is held against it, and times of day
/// are only read where they tell the same moment twice.
fn stated<'a>(run: &'a Run<'_>) -> impl Iterator<Item = &'a Claim> {
    run.claims.iter().filter(|claim| !matches!(claim.kind, Kind::Names | Kind::Clock))
}

/// All claims as one JSON object.
pub fn json(run: &Run) -> serde_json::Result<String> {
    let claims = stated(run).map(|claim| record(run, claim)).collect();
    Ok(serde_json::to_string(&ClaimsReport { schema: 1, claims })? + "\n")
}

/// All claims, one JSON object a line.
pub fn jsonl(run: &Run) -> serde_json::Result<String> {
    stated(run).map(|claim| Ok(serde_json::to_string(&record(run, claim))? + "\n")).collect()
}

/// All claims as a table for people.
pub fn text(run: &Run) -> String {
    let rows: Vec<[String; 6]> = stated(run).map(|claim| row(record(run, claim))).collect();
    table(["place", "text", "kind", "value", "unit", "stands for"], &rows)
}

fn row(record: ClaimRecord) -> [String; 6] {
    let place = format!("{}:{}:{}", record.location.path, record.location.line, record.location.column);
    let opening = if record.low_closed == Some(true) { '[' } else { '(' };
    let closing = if record.high_closed == Some(true) { ']' } else { ')' };
    let end = |end: Option<String>, open: &str| end.unwrap_or_else(|| open.to_owned());
    let stands_for = match (&record.low, &record.high) {
        (None, None) => String::new(),
        (low, high) => format!("{opening}{}, {}{closing}", end(low.clone(), "-∞"), end(high.clone(), "∞")),
    };
    [
        place,
        one_line(&record.location.text),
        record.kind.to_owned(),
        record.value.unwrap_or_default(),
        one_line(&record.unit.unwrap_or_default()),
        stands_for,
    ]
}

fn record(run: &Run, claim: &Claim) -> ClaimRecord {
    let interval = claim.number.as_ref().map_or_else(Interval::everything, |number| number.interval(Reading::Hard, None));
    let closed = |end: &Option<crate::model::interval::End>| end.as_ref().map(|end| end.bound == Bound::Closed);
    // 31 April has no place in a calendar that other programs could look it up in.
    let exists = |period: &&Period| [period.first, period.last].iter().all(|moment| calendar::exists(*moment) != Existence::Impossible);
    let period = claim.period.as_ref().filter(exists).and_then(Period::iso);
    ClaimRecord {
        location: run.location(claim),
        kind: claim.kind.name(),
        value: match &claim.number {
            Some(number) => value(number),
            None => period.clone(),
        },
        low_closed: closed(&interval.low),
        high_closed: closed(&interval.high),
        low: interval.low.map(|end| end.value.to_string()),
        high: interval.high.map(|end| end.value.to_string()),
        hedge: claim.number.as_ref().and_then(|number| hedge(&number.hedge)),
        unit: Some(claim.unit.normal()).filter(|unit| !unit.is_empty()),
        period,
        subject: claim.subject.map(|span| run.words(claim, span).to_owned()),
        language: run.rulebook.languages.get(claim.language).map(|language| language.code.clone()),
    }
}

/// The value as a plain decimal; a range has none, but the middle of "5 ± 2" is one.
fn value(number: &Number) -> Option<String> {
    match &number.hedge {
        Hedge::Within(low, _) if number.value == *low => None,
        Hedge::Within(..) => Some(number.value.to_string()),
        Hedge::None | Hedge::Exactly | Hedge::Above | Hedge::AtLeast | Hedge::Below | Hedge::AtMost => Some(number.value.to_string()),
        Hedge::About | Hedge::Odd | Hedge::Simple(_) | Hedge::Multiple => Some(number.value.to_string()),
    }
}

fn hedge(hedge: &Hedge) -> Option<&'static str> {
    match hedge {
        Hedge::None => None,
        Hedge::Exactly => Some("exactly"),
        Hedge::Above => Some("above"),
        Hedge::AtLeast => Some("at-least"),
        Hedge::Below => Some("below"),
        Hedge::AtMost => Some("at-most"),
        Hedge::About => Some("about"),
        Hedge::Odd => Some("odd"),
        Hedge::Within(..) => Some("within"),
        Hedge::Simple(_) => Some("simple-fraction"),
        Hedge::Multiple => Some("multiple"),
    }
}
