//! The rules themselves: a list of them, and one explained.

use super::table::table;
use crate::model::rule::{Check, Expectation, Question, Reach, Rule};
use crate::model::rulebook::Rulebook;

/// One line a rule: its name, how bad its findings can be, what it finds.
pub fn list(rulebook: &Rulebook) -> String {
    let row = |rule: &Rule| [rule.id.clone(), rule.severity.name().to_owned(), rule.what.clone()];
    table(["rule", "severity", "what it finds"], &rulebook.rules.iter().map(row).collect::<Vec<_>>())
}

/// What a rule finds and why, how it reckons, and its examples.
pub fn explain(rule: &Rule, rulebook: &Rulebook) -> String {
    let mut text = format!("{} ({} at most)\n\n{}\n\n{}\n", rule.id, rule.severity.name(), rule.what, rule.why);
    let equations = rule.check.equations();
    let kind = match rule.check {
        Check::Equation(_) => "It holds if",
        Check::Duration(_) => "Reckoned in the units of the duration, it holds if",
        Check::Respectively(_) => "Of the lists' lengths, it holds if",
        Check::Calendar(ref check) => match check.asks {
            Question::Years => "Of the numbers of the years, it holds if",
            Question::CompletedYears => "Reckoned in completed years, it holds if",
            Question::Order => "Of the days, it holds if",
            Question::Weekday => "It holds if the day falls on the weekday that is printed with it.",
            Question::Existence => "It holds if the calendar has such a day.",
            Question::Months => "It holds if the quarter or half has these months.",
            Question::Clock => "It holds if both times, each in its zone, are the same moment.",
        },
        Check::Restatement(_) => "It holds if all places that state the same fact give the same number for it.",
    };
    let written: Vec<&str> = equations.any.iter().map(|equation| equation.text.as_str()).collect();
    text.push_str(&format!("\n{kind}\n"));
    if !written.is_empty() {
        text.push_str(&format!("    {}\n", written.join("\n    or ")));
    }
    if let Some(tolerated) = &equations.tolerated {
        text.push_str(&format!("and is worth a note if the figures fit only\n    {}\n", tolerated.text));
    }
    if !equations.requires.is_empty() {
        let required: Vec<&str> = equations.requires.iter().map(|equation| equation.text.as_str()).collect();
        text.push_str(&format!("provided that\n    {}\n", required.join("\n    ")));
    }
    let tied = if rule.phrases.is_empty() { "." } else { ", tied by" };
    text.push_str(&format!("\nThe numbers stand in one {}{tied}\n", reach(rule.reach)));
    for (index, language) in rulebook.languages.iter().enumerate() {
        let phrases = rule.phrases.iter().filter(|phrase| phrase.language == index).count();
        if phrases > 0 {
            text.push_str(&format!("    {phrases} {} of {}\n", if phrases == 1 { "phrase" } else { "phrases" }, language.name));
        }
    }
    let groups = [
        (Expectation::Fires, "It speaks up at"),
        (Expectation::Holds, "It checks and is silent at"),
        (Expectation::Silent, "It leaves alone"),
    ];
    for (expects, heading) in groups {
        let examples: Vec<&str> =
            rule.examples.iter().filter(|example| example.expects == expects).map(|example| example.text.trim()).collect();
        if !examples.is_empty() {
            text.push_str(&format!("\n{heading}\n    {}\n", examples.join("\n    ")));
        }
    }
    text
}

fn reach(reach: Reach) -> &'static str {
    match reach {
        Reach::Sentence => "sentence",
        Reach::Paragraph => "paragraph",
        Reach::Section => "section",
        Reach::Document => "document",
        Reach::Set => "run",
    }
}
