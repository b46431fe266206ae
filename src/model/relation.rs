//! Numbers that the language of a text ties together, and what became of checking them.

use super::interval::Interval;
use super::rational::Rational;

/// A relation: a rule with its roles filled, in every way that the words allow.
#[derive(Clone, Debug)]
pub struct Relation {
    /// The index of the rule in the rulebook.
    pub rule: usize,
    /// The ways to fill the roles; charity picks one that holds.
    pub readings: Vec<Binding>,
}

/// One way to fill the roles of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// For each role of the rule the claims that play it, by index among the claims of the run; none if it isn't filled.
    pub roles: Vec<Vec<usize>>,
    /// What the direction word says: 1 up, -1 down, 0 nothing.
    pub direction: i8,
    /// The index of the phrase that ties them, among the rule's.
    pub phrase: usize,
    /// The wordings of the phrase's fragments, by index in the rulebook.
    pub wordings: Vec<usize>,
    /// Whether the list in it is known to be complete.
    pub completeness: Completeness,
}

impl Binding {
    /// The claim that the relation is about, by which readings of one statement are known: the first of a list, else the one
    /// in the role that the rule's message is about.
    pub fn anchor(&self, stated: usize) -> Option<usize> {
        let list = match self.completeness {
            Completeness::NoList => None,
            Completeness::Complete | Completeness::Open => self.roles.iter().find(|players| players.len() > 1),
        };
        list.and_then(|players| players.iter().min()).or_else(|| self.roles.get(stated)?.first()).copied()
    }
}

/// Whether a list may go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completeness {
    /// There is no list; parts may be named one by one.
    NoList,
    /// It is closed ("a, b and c").
    Complete,
    /// It may go on.
    Open,
}

/// What became of a check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Some values inside the intervals satisfy it.
    Holds,
    /// None do.
    Broken(Gap),
    /// The figures are too coarse for the check to mean anything.
    Vacuous,
    /// A divisor may be nought, or a role is empty: there is nothing to tell.
    CannotTell,
    /// The rule's requirements aren't met: it doesn't ask.
    NotAsked,
}

/// How a relation is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Only what readers expect of a hedge or a wording.
    Expected,
    /// Only if noughts and hedges are read as writers use them.
    Plausible,
    /// However the numbers are read.
    Hard,
}

/// A relation with its verdict and the arithmetic behind it.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The index of the rule in the rulebook.
    pub rule: usize,
    /// The reading that the verdict is about.
    pub binding: Binding,
    /// The index of the equation (of `any`) that the verdict is about.
    pub equation: usize,
    /// What became of it.
    pub verdict: Verdict,
    /// Whether only the tolerated reading fits the figures as printed.
    pub wording: Wording,
    /// For every role, in order, what its number would have to be for the rest to be true; nothing where that can't be said.
    /// In the units of the role's claims as printed (percent for percentages).
    pub implied: Vec<Option<Implied>>,
}

/// What the other numbers of a relation make of one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Implied {
    /// From the others exactly as printed.
    pub nominal: Option<Rational>,
    /// From the others as they may have been before rounding.
    pub interval: Interval,
}

/// Whether the wording of a relation that holds deserves a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wording {
    /// It doesn't.
    Plain,
    /// The figures as printed fit only a reading that readers stumble over ("an increase of 10 times" from 30 to 300).
    Loose,
}
