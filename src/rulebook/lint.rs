//! The examples of rules as their tests: what must fire fires, at the marked words, and the rest is quiet.

use std::ops::Range;

use super::mistake::Mistake;
use crate::model::claim::Claim;
use crate::model::document::Span;
use crate::model::finding::Finding;
use crate::model::relation::{Checked, Verdict};
use crate::model::rule::{Example, Expectation, Rule, Severity};
use crate::model::rulebook::Rulebook;

/// What checking the text of an example found.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// The claims of the text; their places are bytes of it.
    pub claims: Vec<Claim>,
    /// The relations with their verdicts.
    pub checked: Vec<Checked>,
    /// What is worth telling.
    pub findings: Vec<Finding>,
}

/// What became of testing all examples.
#[derive(Debug)]
pub struct Tested {
    /// How many rules were tested.
    pub rules: usize,
    /// How many examples they have.
    pub examples: usize,
    /// What failed, each pointing at the example or phrase in its rule file.
    pub failures: Vec<miette::Report>,
}

impl Tested {
    /// One line on all of it: "16 rules, 128 examples, all pass".
    pub fn summary(&self) -> String {
        let Tested { rules, examples, failures } = self;
        let ending = if failures.is_empty() { "all pass".to_string() } else { format!("{} failed", failures.len()) };
        format!("{rules} rules, {examples} examples, {ending}")
    }
}

/// Tests every example of every rule. `run` checks a text in a language with the whole rulebook.
pub fn test_rules(rulebook: &Rulebook, run: impl Fn(&str, &str) -> Outcome) -> Tested {
    let mut failures = Vec::new();
    let mut wordings = vec![Exercised::No; rulebook.wordings.len()];
    for (number, rule) in rulebook.rules.iter().enumerate() {
        let mut exercised = vec![Exercised::No; rule.phrases.len()];
        for example in &rule.examples {
            let (text, marked) = without_marks(&example.text);
            let outcome = run(&text, &example.language);
            let case = Case { rulebook, number, rule, example, text: &text, outcome: &outcome };
            failures.extend(case.failure(&marked));
            case.note_phrases(&mut exercised, &mut wordings);
        }
        for (phrase, _) in rule.phrases.iter().zip(&exercised).filter(|(_, exercised)| **exercised == Exercised::No) {
            let message = format!("No example of `{}` needs this phrase.", rule.id);
            let help = "add an example that fires or holds by it, or leave it out if other phrases cover it";
            failures.push(at(rule, phrase.place, message, "never matched").help(Some(help.to_string())));
        }
    }
    for (wording, _) in rulebook.wordings.iter().zip(&wordings).filter(|(_, exercised)| **exercised == Exercised::No) {
        let message = format!("No example of any rule needs this way to say `{}`.", wording.fragment);
        let help = "add an example to a rule that fires or holds by it, or leave it out if others cover it";
        let mistake = Mistake::in_text(&wording.origin, &wording.source, wording.place.range(), message, "never matched");
        failures.push(mistake.help(Some(help.to_string())));
    }
    let examples = rulebook.rules.iter().map(|rule| rule.examples.len()).sum();
    Tested { rules: rulebook.rules.len(), examples, failures: failures.into_iter().map(Mistake::into_report).collect() }
}

/// Whether an example matches a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Exercised {
    Yes,
    No,
}

fn at(rule: &Rule, place: Span, message: String, label: impl Into<String>) -> Mistake {
    Mistake::in_text(&rule.origin, &rule.source, place.range(), message, label)
}

/// The text without its marks, and the places in it that they mark.
fn without_marks(marked: &str) -> (String, Vec<Range<usize>>) {
    let mut text = String::with_capacity(marked.len());
    let mut places = Vec::new();
    let mut start = 0;
    for letter in marked.chars() {
        match letter {
            '⟦' => start = text.len(),
            '⟧' => places.push(start..text.len()),
            _ => text.push(letter),
        }
    }
    (text, places)
}

/// An example and what was found in it.
struct Case<'a> {
    rulebook: &'a Rulebook,
    number: usize,
    rule: &'a Rule,
    example: &'a Example,
    text: &'a str,
    outcome: &'a Outcome,
}

impl Case<'_> {
    /// What is wrong, if something is.
    fn failure(&self, marked: &[Range<usize>]) -> Option<Mistake> {
        let loud = self.outcome.findings.iter().filter(|finding| finding.severity > Severity::Note);
        match self.example.expects {
            Expectation::Fires => {
                let (own, others): (Vec<&Finding>, Vec<&Finding>) =
                    self.outcome.findings.iter().partition(|finding| finding.main.rule == self.number);
                if let Some(other) = others.into_iter().find(|finding| finding.severity > Severity::Note) {
                    return Some(self.fails("Another rule fires on this example.", self.describe(other)));
                }
                let [only] = own.as_slice() else {
                    let label = self.found();
                    return Some(self.fails(&format!("This example should fire once, and fires {} times.", own.len()), label));
                };
                let hit = self.primary(only).any(|place| marked.iter().any(|marked| place.start < marked.end && marked.start < place.end));
                (!hit).then(|| self.fails("This example fires, but not at the marked words.", self.describe(only)))
            }
            Expectation::Holds => {
                if let Some(finding) = loud.into_iter().next() {
                    return Some(self.fails("This example should hold, and something fires.", self.describe(finding)));
                }
                let held = self.outcome.checked.iter().any(|checked| checked.rule == self.number && checked.verdict == Verdict::Holds);
                (!held).then(|| self.fails("This example should hold, and its rule finds no relation that does.", self.found()))
            }
            Expectation::Silent => {
                let finding = loud.into_iter().next()?;
                Some(self.fails("This example should be silent, and something fires.", self.describe(finding)))
            }
        }
    }

    fn fails(&self, message: &str, label: String) -> Mistake {
        at(self.rule, self.example.place, format!("{}: {message}", self.rule.id), label)
    }

    /// The places of the number that a finding is about; of a list all its members.
    fn primary<'f>(&'f self, finding: &'f Finding) -> impl Iterator<Item = Range<usize>> + 'f {
        let role = self.rulebook.rules.get(finding.main.rule).map_or(0, Rule::stated_role);
        let players = finding.main.binding.roles.get(role).map_or(&[][..], Vec::as_slice);
        players.iter().filter_map(|claim| self.outcome.claims.get(*claim)).map(|claim| claim.span.range())
    }

    /// A finding in a few words: its rule and the words it points at.
    fn describe(&self, finding: &Finding) -> String {
        let id = self.rulebook.rules.get(finding.main.rule).map_or("?", |rule| rule.id.as_str());
        let words: Vec<&str> = self.primary(finding).filter_map(|place| self.text.get(place)).collect();
        format!("{} of {id} at {}", finding.severity.name(), words.join(", "))
    }

    /// What the rule made of the text, for an example in which it should have found something.
    fn found(&self) -> String {
        let own = self.outcome.checked.iter().filter(|checked| checked.rule == self.number);
        let verdicts: Vec<&str> = own
            .map(|checked| match checked.verdict {
                Verdict::Holds => "holds",
                Verdict::Broken(_) => "broken",
                Verdict::Vacuous => "too coarse to tell",
                Verdict::CannotTell => "can't tell",
                Verdict::NotAsked => "not asked",
            })
            .collect();
        let claims: Vec<&str> = self.outcome.claims.iter().filter_map(|claim| self.text.get(claim.span.range())).collect();
        let relations = if verdicts.is_empty() { String::from("no phrase matches") } else { verdicts.join(", ") };
        format!("{relations}; numbers read: {}", if claims.is_empty() { String::from("none") } else { claims.join(" | ") })
    }

    fn note_phrases(&self, exercised: &mut [Exercised], wordings: &mut [Exercised]) {
        let counts = match self.example.expects {
            Expectation::Fires | Expectation::Holds => self.outcome.checked.as_slice(),
            Expectation::Silent => &[],
        };
        for checked in counts.iter().filter(|checked| checked.rule == self.number) {
            let telling = match checked.verdict {
                Verdict::Holds | Verdict::Broken(_) => Exercised::Yes,
                Verdict::Vacuous | Verdict::CannotTell | Verdict::NotAsked => Exercised::No,
            };
            if let (Exercised::Yes, Some(phrase)) = (telling, exercised.get_mut(checked.binding.phrase)) {
                *phrase = Exercised::Yes;
                for wording in &checked.binding.wordings {
                    if let Some(wording) = wordings.get_mut(*wording) {
                        *wording = Exercised::Yes;
                    }
                }
            }
        }
    }
}
