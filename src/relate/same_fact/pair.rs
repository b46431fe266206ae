//! Whether two numbers state the same fact: whether they may, if they are equal, and whether they must, if they are not.

use crate::model::claim::Claim;
use crate::model::number::{Hedge, Number, Reading};

use super::compare::{Apart, Likeness, Run, Times, comparable, likeness, run};
use super::facts::Facts;
use super::slip::Figure;

/// Two facts that are compared.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    /// What their sentences have in common.
    pub likeness: Likeness,
    /// How their numbers stand to each other.
    pub values: Values,
    run: Run,
    /// Which of the two stands in a headline, if one does.
    pub headline: Option<Side>,
    digits: usize,
    aligned: bool,
}

/// One of two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The first.
    First,
    /// The second.
    Second,
}

/// How two numbers stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Values {
    /// They are equal.
    Equal,
    /// The rounder one may be the finer one rounded.
    Agree,
    /// One looks like the other gone wrong.
    Slipped,
    /// They have nothing to do with each other.
    Differ,
}

/// The pair of two facts in different sentences, if their numbers can be compared and they share a word.
pub fn pair(facts: &Facts, one: usize, two: usize, claims: &[Claim]) -> Option<Pair> {
    let (left, right) = (facts.facts.get(one)?, facts.facts.get(two)?);
    if left.sentence == right.sentence || left.glance & right.glance == 0 || !comparable(left, right, claims) {
        return None;
    }
    let (figure, other) = (facts.figures.get(one)?, facts.figures.get(two)?);
    let values = values(facts.number(one, claims)?, facts.number(two, claims)?, figure, other);
    let (first, second) = (facts.placed(one)?, facts.placed(two)?);
    let run = match values {
        Values::Slipped | Values::Differ => run(first, second),
        Values::Equal | Values::Agree => Run::default(),
    };
    // Headlines are rounded as they please: what they say is held against the text only where no rounding explains it.
    let hard = |number: &Number| number.interval(Reading::Hard, None);
    let rounded = hard(facts.number(one, claims)?).meets(&hard(facts.number(two, claims)?));
    let headline = match (facts.is_headline(one), facts.is_headline(two)) {
        (_, _) if rounded => None,
        (true, false) => Some(Side::First),
        (false, true) => Some(Side::Second),
        (true, true) | (false, false) => None,
    };
    if values == Values::Differ && !run.is_whole() && headline.is_none() {
        return None;
    }
    let digits = figure.digits().max(other.digits());
    Some(Pair { likeness: likeness(first, second), values, run, headline, digits, aligned: left.position == right.position })
}

fn values(one: &Number, two: &Number, figure: &Figure, other: &Figure) -> Values {
    if one.value == two.value {
        Values::Equal
    } else if agree(one, two) {
        Values::Agree
    } else if alike(one, two) && figure.slipped(other) {
        Values::Slipped
    } else {
        Values::Differ
    }
}

/// Whether two numbers may be one, as readers expect of their hedges.
pub fn agree(one: &Number, two: &Number) -> bool {
    let finest = alike(one, two) && one.step == two.step;
    one.value == two.value || !finest && one.interval(Reading::Expected, None).meets(&two.interval(Reading::Expected, None))
}

/// Whether two numbers are hedged alike, or not at all.
fn alike(one: &Number, two: &Number) -> bool {
    let bare = |number: &Number| matches!(number.hedge, Hedge::None | Hedge::Exactly);
    one.hedge == two.hedge || bare(one) && bare(two)
}

/// Whether two numbers that agree state the same fact: the rarer the figure, the fewer words it takes.
pub fn may_be_one(pair: &Pair) -> bool {
    let Likeness { shared, lacking, told_apart, times, .. } = pair.likeness;
    let (needed, apart) = match (pair.values, pair.digits) {
        (Values::Equal, 4..) => (1, told_apart == Apart::Both),
        (Values::Equal, 3) => (2, told_apart == Apart::Both),
        (Values::Equal, 2) => (3, told_apart == Apart::Both),
        (Values::Equal, _) => (4, told_apart == Apart::Both || times == Times::Unlike),
        (Values::Agree, 2..) => (3, told_apart != Apart::Neither || !pair.aligned),
        (Values::Agree, _) => (4, told_apart != Apart::Neither || !pair.aligned),
        (Values::Slipped | Values::Differ, _) => return false,
    };
    shared >= needed && lacking <= shared && !apart && times != Times::Different
}

/// Whether one of two numbers that don't agree is a headline of what the other tells: all that it says, the other says too.
pub fn announces(pair: &Pair) -> bool {
    let Likeness { shared, missed, told_apart, times, .. } = pair.likeness;
    let missed = match pair.headline {
        Some(Side::First) => missed.0,
        Some(Side::Second) => missed.1,
        None => return false,
    };
    let differ = matches!(pair.values, Values::Slipped | Values::Differ);
    differ && missed == 0 && shared >= 2 && told_apart == Apart::Neither && matches!(times, Times::Same | Times::Open)
}

/// Whether two numbers that don't agree must state the same fact all the same, so that one of them is wrong.
pub fn must_be_one(pair: &Pair) -> bool {
    let Likeness { shared, strange, told_apart, noun, times, .. } = pair.likeness;
    if told_apart != Apart::Neither || matches!(times, Times::Different | Times::Unlike) || !pair.aligned {
        return false;
    }
    // One sentence told twice.
    let retold = match pair.values {
        Values::Equal | Values::Agree => return false,
        Values::Slipped => pair.run.is_whole() || pair.run.is_long() && pair.digits > 1,
        Values::Differ => return pair.run.is_whole(),
    };
    let alike = match (times, pair.digits) {
        (_, 0..=1) => false,
        // Two figures of so many digits are not alike by chance.
        (Times::Same, 5..) => shared >= 3 && strange <= shared,
        (Times::Same, 3..) => shared >= 3 && strange == 0,
        (_, _) => shared >= 5 && strange == 0,
    };
    // A long noun phrase names its fact whatever is said about it.
    let named = noun >= 4 && pair.digits > 1;
    retold || alike || named
}
