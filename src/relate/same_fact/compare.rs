//! Whether two facts may be one, and whether they must be.

use crate::model::claim::{Claim, Kind};
use crate::model::period::{Moment, Part, Period};

use super::fact::{Fact, Role};
use super::words::Stem;

/// What two sentences have in common beside their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// How many words of what their numbers are about.
    pub shared: usize,
    /// How many words of the one that says less the other lacks.
    pub lacking: usize,
    /// How many words that are in one of the two the sentence of the other lacks.
    pub strange: usize,
    /// How many of them tell alike facts apart.
    pub told_apart: Apart,
    /// Whether the nouns behind the numbers are the same, and how many words they have.
    pub noun: usize,
    /// How the times agree.
    pub times: Times,
}

/// Which of two facts has words that tell it from the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Apart {
    /// Neither.
    Neither,
    /// One: the other may leave them out.
    One,
    /// Both: they are different facts.
    Both,
}

/// How the times of two facts agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Times {
    /// They are the same.
    Same,
    /// One is not said, or not said in full.
    Open,
    /// None is said, and other times were spoken of before.
    Unlike,
    /// They are different.
    Different,
}

/// A fact with the words of its sentence and of the headings above it.
#[derive(Clone, Copy)]
pub struct Placed<'a> {
    /// The fact.
    pub fact: &'a Fact,
    /// The words of its sentence.
    pub sentence: &'a [Stem],
    /// The words of the document's title and of the headings above.
    pub headings: &'a [Stem],
}

/// What two facts have in common.
pub fn likeness(one: Placed<'_>, two: Placed<'_>) -> Likeness {
    let shared = common(&one.fact.core, &two.fact.core);
    let unsaid = |stem: &&Stem, other: Placed<'_>| other.sentence.binary_search(stem).is_err();
    let foreign = |stem: &&Stem, other: Placed<'_>| unsaid(stem, other) && other.headings.binary_search(stem).is_err();
    let strange = |words: &[Stem], other: Placed<'_>| words.iter().filter(|stem| foreign(stem, other)).count();
    let tells = |one: Placed<'_>, other: Placed<'_>| one.fact.telling.iter().filter(|stem| unsaid(stem, other)).count();
    // What the title says need not be said again, but where both sentences say more than the other, each has its own.
    let told_apart = match (tells(one, two), tells(two, one)) {
        (0, 0) => Apart::Neither,
        (0, _) if strange(&two.fact.telling, one) == 0 => Apart::Neither,
        (_, 0) if strange(&one.fact.telling, two) == 0 => Apart::Neither,
        (0, _) | (_, 0) => Apart::One,
        (_, _) => Apart::Both,
    };
    let least = one.fact.core.len().min(two.fact.core.len());
    let noun = if one.fact.noun == two.fact.noun { one.fact.noun.len() } else { 0 };
    Likeness {
        shared,
        lacking: least - shared.min(least),
        strange: [(one, two), (two, one)].iter().map(|(one, two)| strange(&one.fact.core, *two) + strange(&one.fact.lead, *two)).sum(),
        told_apart,
        noun,
        times: said(one.fact, two.fact),
    }
}

fn common(one: &[Stem], two: &[Stem]) -> usize {
    one.iter().filter(|stem| two.binary_search(stem).is_ok()).count()
}

/// Whether the numbers can be compared at all: of one kind, in one unit, said of the same side of a change.
pub fn comparable(one: &Fact, two: &Fact, claims: &[Claim]) -> bool {
    let (Some(left), Some(right)) = (claims.get(one.claim), claims.get(two.claim)) else { return false };
    let kinds = left.kind == right.kind || counted(left.kind) && counted(right.kind);
    let roles = one.role == two.role || one.role != Role::Level && two.role != Role::Level && changes(one.role) && changes(two.role);
    kinds && roles && left.unit.comparable(&right.unit) && left.unit.factor == right.unit.factor
}

/// "0.62 per 10,000 people" is a rate, "0.62" beside the words an amount.
fn counted(kind: Kind) -> bool {
    matches!(kind, Kind::Amount | Kind::Rate)
}

fn changes(role: Role) -> bool {
    match role {
        Role::Change(0) => true,
        Role::Change(_) | Role::Level | Role::Earlier => false,
    }
}

/// Whether two facts can be of the same time. Where neither says one, it is what their paragraphs begin with.
fn said(one: &Fact, two: &Fact) -> Times {
    if one.period.is_none() && two.period.is_none() {
        let alike = one.inherited == two.inherited || times(one.inherited.as_ref(), two.inherited.as_ref()) == Times::Same;
        return if alike { Times::Open } else { Times::Unlike };
    }
    times(one.period.as_ref(), two.period.as_ref())
}

/// Whether two times can be the same.
pub fn times(one: Option<&Period>, two: Option<&Period>) -> Times {
    let (Some(one), Some(two)) = (one, two) else { return Times::Open };
    if one.relative != two.relative {
        // "Last year" may be 2023, but not when both are counted from the same day.
        return if one.relative.is_some() && two.relative.is_some() { Times::Different } else { Times::Open };
    }
    let part = |period: &Period| matches!(period.part, Part::Start | Part::Middle);
    if part(one) != part(two) {
        return Times::Different;
    }
    match (moments(one.first, two.first), moments(one.last, two.last)) {
        (Times::Same, Times::Same) => Times::Same,
        (Times::Different, _) | (_, Times::Different) => Times::Different,
        (Times::Open | Times::Unlike, _) | (_, Times::Open | Times::Unlike) => Times::Open,
    }
}

fn moments(one: Moment, two: Moment) -> Times {
    if one.month != two.month || one.day != two.day {
        return Times::Different;
    }
    match (one.year, two.year) {
        (Some(one), Some(two)) if one != two => Times::Different,
        (Some(_), Some(_)) | (None, None) => Times::Same,
        (Some(_), None) | (None, Some(_)) => Times::Open,
    }
}
