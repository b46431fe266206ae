//! Scores added up over documents, by half of the corpus, kind of relation, kind of slip and genre.

use std::collections::BTreeMap;

use super::mutate::{Mutation, Outcome};
use super::truth::{Half, TrueVerdict, Truth};
use super::{Score, Seen};

/// How many there were, and how many of them were seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// How many there were.
    pub there: usize,
    /// How many of them were seen.
    pub seen: usize,
}

impl Share {
    fn add(&mut self, seen: Seen) {
        self.there += 1;
        match seen {
            Seen::Yes => self.seen += 1,
            Seen::No => {}
        }
    }
}

/// The score of a set of texts with marked truth.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// How many texts.
    pub texts: usize,
    /// How many numbers they print.
    pub numbers: usize,
    /// Relations that hold, and those that were tied together and checked.
    pub relations: Share,
    /// The same by kind of relation.
    pub by_rule: BTreeMap<String, Share>,
    /// Planted errors, and those that an error or a warning points at.
    pub errors: Share,
    /// The same by kind of slip.
    pub by_slip: BTreeMap<String, Share>,
    /// Errors and warnings that point at nothing wrong.
    pub false_alarms: usize,
    /// Planted errors by genre, and false alarms by genre.
    pub by_genre: BTreeMap<String, (Share, usize)>,
}

impl Tally {
    /// Adds the score of one text.
    pub fn add(&mut self, truth: &Truth, score: &Score, numbers: usize) {
        self.texts += 1;
        self.numbers += numbers;
        self.false_alarms += score.false_alarms.len();
        let genre = self.by_genre.entry(truth.genre.clone()).or_default();
        genre.1 += score.false_alarms.len();
        for marked in &score.marked {
            match marked.relation.verdict {
                TrueVerdict::Holds => {
                    self.relations.add(marked.seen);
                    self.by_rule.entry(marked.relation.rule.clone()).or_default().add(marked.seen);
                }
                TrueVerdict::Broken => {
                    self.errors.add(marked.seen);
                    genre.0.add(marked.seen);
                    let slip = marked.relation.slip.clone().unwrap_or_else(|| "other".to_owned());
                    self.by_slip.entry(slip).or_default().add(marked.seen);
                }
            }
        }
    }
}

/// Scores by half of the corpus.
pub type Halves = BTreeMap<Half, Tally>;

/// Slips made on purpose, added up.
#[derive(Clone, Debug, Default)]
pub struct Slips {
    /// Relations that hold, in which slips were made.
    pub relations: usize,
    /// Slips made.
    pub made: usize,
    /// Slips that leave what the figures may stand for, and those of them that were caught.
    pub catchable: Share,
    /// The same by rule and by kind of slip.
    pub by_rule: BTreeMap<usize, Share>,
    /// The same by kind of slip.
    pub by_slip: BTreeMap<&'static str, Share>,
}

impl Slips {
    /// Adds the slips of one text.
    pub fn add(&mut self, relations: usize, mutations: &[Mutation]) {
        self.relations += relations;
        self.made += mutations.len();
        for mutation in mutations {
            let seen = match mutation.outcome {
                Outcome::Caught => Seen::Yes,
                Outcome::Missed => Seen::No,
                Outcome::WithinRounding => continue,
            };
            self.catchable.add(seen);
            self.by_rule.entry(mutation.rule).or_default().add(seen);
            self.by_slip.entry(mutation.slip.name()).or_default().add(seen);
        }
    }
}
