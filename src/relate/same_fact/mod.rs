//! One fact stated in several places.
//!
//! Two numbers state the same fact if the words around them say so: what they are about, of whom, of when, and whether
//! it is a level or a change. Equal numbers need less than that to be one fact told twice; different numbers are held
//! against each other only where nothing but the number differs, and where one looks like the other gone wrong.

mod compare;
mod fact;
mod facts;
mod groups;
mod pair;
mod slip;
mod tokens;
pub mod words;

use crate::model::claim::{Claim, Kind};
use crate::model::document::Document;
use crate::model::rational::Rational;
use crate::model::relation::{Binding, Completeness, Relation};
use crate::model::rule::{Check, Many, Role};
use crate::model::rulebook::Rulebook;
use crate::model::sentence::Sentence;

use facts::Facts;
use words::Words;

/// The relations between numbers of a document that state the same fact.
pub fn restatements(document: &Document, sentences: &[Sentence], claims: &[Claim], rulebook: &Rulebook, words: &Words) -> Vec<Relation> {
    let rules = rulebook.rules.iter().enumerate();
    let restating = rules.filter(|(_, rule)| matches!(rule.check, Check::Restatement(_)));
    let rules: Vec<(usize, &[Role])> = restating.map(|(number, rule)| (number, rule.roles.as_slice())).collect();
    if rules.is_empty() {
        return Vec::new();
    }
    let told = groups::told(&Facts::of(document, sentences, claims, rulebook, words), claims);
    let relation = |(rule, roles): &(usize, &[Role]), (there, here): &(Vec<usize>, usize)| {
        let players = roles.iter().map(|role| if role.many == Many::Several { there.clone() } else { vec![*here] }).collect();
        let completeness = Completeness::NoList;
        Relation { rule: *rule, readings: vec![Binding { roles: players, direction: 0, phrase: 0, wordings: Vec::new(), completeness }] }
    };
    rules.iter().flat_map(|rule| told.iter().map(move |pair| relation(rule, pair))).collect()
}

/// Whether a claim can be a fact that is worth stating twice. "Two firms" is too little to know it again by.
fn is_fact(claim: &Claim, words: &str) -> bool {
    let Some(number) = &claim.number else { return false };
    let in_words = !words.contains(|letter: char| letter.is_ascii_digit());
    match claim.kind {
        Kind::Amount => !(in_words && number.value <= Rational::whole(10)),
        Kind::Money | Kind::Percent | Kind::PercentagePoint | Kind::BasisPoint | Kind::Rate | Kind::Index => true,
        Kind::Times | Kind::Ratio | Kind::Rank | Kind::Ordinal | Kind::Date | Kind::Period | Kind::Duration | Kind::Age => false,
        Kind::Clock | Kind::Names => false,
    }
}
