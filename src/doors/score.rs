//! Scores over files: truth files are found beside the texts.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::problem::Problem;
use crate::model::document::Document;
use crate::model::rulebook::Rulebook;
use crate::score::mutate::{self, Outcome};
use crate::score::tally::{Halves, Slips};
use crate::score::truth::{TrueVerdict, Truth};
use crate::score::{self, Seen, text};
use crate::{Lint, lint};

/// What to measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// What is found against the truth files.
    Truth,
    /// How many slips made on purpose are caught.
    Slips,
}

/// How much to tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// The figures.
    Figures,
    /// Also every false alarm and everything missed.
    Everything,
}

/// The score over the documents, as text, and the problems with truth files.
pub fn run(documents: &[Document], rulebook: &Rulebook, measure: Measure, detail: Detail) -> (String, Vec<Problem>) {
    match measure {
        Measure::Truth => against_truth(documents, rulebook, detail),
        Measure::Slips => (with_slips(documents, rulebook, detail), Vec::new()),
    }
}

fn against_truth(documents: &[Document], rulebook: &Rulebook, detail: Detail) -> (String, Vec<Problem>) {
    let mut halves = Halves::new();
    let mut problems = Vec::new();
    let mut list = String::new();
    for document in documents {
        let path = Path::new(&document.path).with_extension("truth.toml");
        // Texts without a truth file, such as a README beside them, are no part of the score.
        if !path.exists() {
            continue;
        }
        let found = lint(std::slice::from_ref(document), rulebook);
        let truth = fs::read_to_string(&path).map_err(|error| error.to_string());
        let truth = truth.and_then(|text| Truth::parse(&text).map_err(|error| error.to_string()));
        let scored = truth.and_then(|truth| {
            let scored = score::score(document, &found, &truth).map_err(|words| format!("`{words}` isn't in the text, or not once"))?;
            Ok((truth, scored))
        });
        match scored {
            Ok((truth, scored)) => {
                halves.entry(truth.half).or_default().add(&truth, &scored, found.summary.numbers);
                list_differences(&mut list, document, &found, &scored, rulebook);
            }
            Err(why) => problems.push(Problem::Truth { path: path.to_string_lossy().into_owned(), why }),
        }
    }
    if halves.is_empty() && problems.is_empty() {
        problems.push(Problem::NoTruth);
    }
    let figures = text::halves(&halves);
    let told = match detail {
        Detail::Figures => figures,
        Detail::Everything => list + &figures,
    };
    (told, problems)
}

fn list_differences(list: &mut String, document: &Document, found: &Lint, scored: &score::Score, rulebook: &Rulebook) {
    for marked in scored.marked.iter().filter(|marked| marked.seen == Seen::No) {
        let what = match marked.relation.verdict {
            TrueVerdict::Holds => "not tied together",
            TrueVerdict::Broken => "MISSED ERROR",
        };
        let numbers = marked.relation.numbers.join(" | ");
        // Writing to a string can't fail.
        let _ = writeln!(list, "{}: {what}: {} [{numbers}] in `{} …`", document.path, marked.relation.rule, marked.relation.quote);
    }
    for finding in scored.false_alarms.iter().filter_map(|index| found.findings.get(*index)) {
        let rule = rulebook.rules.get(finding.main.rule).map_or("", |rule| rule.id.as_str());
        let claims = finding.main.binding.roles.iter().flatten().filter_map(|claim| found.claims.get(*claim));
        let words: Vec<&str> = claims.map(|claim| document.words(claim.hedged)).collect();
        let _ = writeln!(list, "{}: FALSE ALARM: {} {rule} [{}]", document.path, finding.severity.name(), words.join(" | "));
    }
}

fn with_slips(documents: &[Document], rulebook: &Rulebook, detail: Detail) -> String {
    let mut tally = Slips::default();
    let mut list = String::new();
    for document in documents {
        let found = lint(std::slice::from_ref(document), rulebook);
        let mutations = mutate::mutate(document, &found, rulebook);
        tally.add(found.summary.held, &mutations);
        for missed in mutations.iter().filter(|mutation| mutation.outcome == Outcome::Missed) {
            let rule = rulebook.rules.get(missed.rule).map_or("", |rule| rule.id.as_str());
            let (was, is) = &missed.change;
            let _ = writeln!(list, "{}: missed: {rule}: {was} -> {is} in `{}`", document.path, missed.text);
        }
    }
    let figures = text::slips(&tally, rulebook);
    match detail {
        Detail::Figures => figures,
        Detail::Everything => list + &figures,
    }
}
