//! One fact stated in several places.
//!
//! Two numbers state the same fact if the words around them say so: what they are about, of whom, of when, and whether
//! it is a level or a change. Equal numbers need less than that to be one fact told twice; different numbers are held
//! against each other only where nothing but the number differs, and where one looks like the other gone wrong.

mod compare;
mod fact;
mod slip;
mod tokens;
pub mod words;

use std::hash::Hash;

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use crate::model::claim::{Claim, Kind};
use crate::model::document::{BlockKind, Document};
use crate::model::number::{Number, Reading};
use crate::model::period::Period;
use crate::model::rational::Rational;
use crate::model::relation::{Binding, Completeness, Relation};
use crate::model::rule::{Check, Many};
use crate::model::rulebook::Rulebook;
use crate::model::sentence::{Sentence, What};

use compare::{Apart, Likeness, Placed, Times, comparable, likeness};
use fact::{Fact, fact};
use slip::{Figure, bare, figure};
use tokens::{Reader, Token};
use words::{Stem, Words};

/// How many earlier facts of one key a fact is compared with, so that the time stays in proportion to the text.
const LATEST: usize = 12;
/// How many places one relation names.
const PLACES: usize = 12;

/// The relations between numbers of a document that state the same fact.
pub fn restatements(document: &Document, sentences: &[Sentence], claims: &[Claim], rulebook: &Rulebook, words: &Words) -> Vec<Relation> {
    let rules = rulebook.rules.iter().enumerate();
    let restating = rules.filter(|(_, rule)| matches!(rule.check, Check::Restatement(_)));
    let rules: Vec<(usize, &[crate::model::rule::Role])> = restating.map(|(number, rule)| (number, rule.roles.as_slice())).collect();
    if rules.is_empty() {
        return Vec::new();
    }
    let facts = Facts::of(document, sentences, claims, rulebook, words);
    let told = facts.told(claims);
    let relation = |(rule, roles): &(usize, &[crate::model::rule::Role]), (there, here): &(Vec<usize>, usize)| {
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

/// The facts of a document.
struct Facts {
    facts: Vec<Fact>,
    /// For each fact its figure and the number of its sentence among those with facts.
    figures: Vec<Figure>,
    places: Vec<usize>,
    /// The words of each sentence with facts, and those of the headings above it.
    sentences: Vec<Vec<Stem>>,
    headings: Vec<Vec<Stem>>,
    /// For each sentence with facts the number of the headings above it.
    under: Vec<usize>,
}

impl Facts {
    fn of(document: &Document, sentences: &[Sentence], claims: &[Claim], rulebook: &Rulebook, words: &Words) -> Self {
        let mut reader = Reader::new(document, claims, rulebook, words);
        let mut found = Facts {
            facts: Vec::new(),
            figures: Vec::new(),
            places: Vec::new(),
            sentences: Vec::new(),
            headings: vec![Vec::new()],
            under: Vec::new(),
        };
        let mut title: Option<Vec<Stem>> = None;
        let (mut block, mut heading_time, mut inherited): (Option<usize>, Option<Period>, Option<Period>) = (None, None, None);
        for sentence in sentences {
            let heading = document.blocks.get(sentence.block).is_some_and(|block| block.kind == BlockKind::Heading);
            let numbers = sentence.items.iter().any(|item| matches!(item.what, What::Claim(_)));
            if !heading && !numbers {
                continue;
            }
            let tokens = reader.tokens(sentence);
            let all = fact::all(&tokens);
            if heading {
                let title = title.get_or_insert_with(|| all.clone());
                let mut above = [title.as_slice(), &all].concat();
                above.sort_unstable();
                above.dedup();
                found.headings.push(above);
            }
            if block != Some(sentence.block) {
                block = Some(sentence.block);
                inherited.clone_from(&heading_time);
            }
            let known = found.facts.len();
            for place in (0..tokens.len()).filter(|place| matches!(tokens.get(*place), Some(Token::Number(_)))) {
                let before = found.facts.get(known..).and_then(<[Fact]>::last).cloned();
                let fact = fact(&tokens, place, claims, before.as_ref(), inherited.as_ref());
                let number = fact.as_ref().and_then(|fact| claims.get(fact.claim)?.number.as_ref());
                if let (Some(figure), Some(fact)) = (number.map(figure), fact) {
                    found.facts.push(fact);
                    found.figures.push(figure);
                    found.places.push(found.sentences.len());
                }
            }
            let first = tokens.iter().find_map(|token| match token {
                Token::Time(claim) => claims.get(*claim)?.period.clone().filter(|period| period.relative.is_none()),
                Token::Word(..) | Token::Joiner | Token::Idle | Token::Direction(_) | Token::Earlier => None,
                Token::Now | Token::Number(_) | Token::Mark(_) => None,
            });
            if heading {
                heading_time.clone_from(&first);
            }
            inherited = inherited.or(first);
            if found.facts.len() > known {
                found.sentences.push(all);
                found.under.push(found.headings.len() - 1);
            }
        }
        found
    }

    fn placed(&self, index: usize) -> Option<Placed<'_>> {
        let fact = self.facts.get(index)?;
        let sentence = *self.places.get(index)?;
        let headings = self.headings.get(*self.under.get(sentence)?)?;
        Some(Placed { fact, sentence: self.sentences.get(sentence)?, headings })
    }

    /// The places of each fact that is told more than once: all but one of them, and that one.
    fn told(&self, claims: &[Claim]) -> Vec<(Vec<usize>, usize)> {
        let mut index = Index::default();
        let mut groups = Groups::default();
        let mut conflicts: Vec<(usize, usize, Likeness)> = Vec::new();
        for (number, fact) in self.facts.iter().enumerate() {
            let keys = self.keys(number, claims);
            let mut best: Option<(usize, Likeness)> = None;
            for other in index.candidates(&keys) {
                let Some(pair) = self.pair(other, number, claims) else { continue };
                let better = |known: &Option<(usize, Likeness)>| known.is_none_or(|(_, known)| pair.likeness.shared >= known.shared);
                match pair.values {
                    Values::Agree if may_be_one(&pair) && groups.admits(other, number, self, claims) => {
                        if better(&best) {
                            best = Some((other, pair.likeness));
                        }
                    }
                    Values::Slipped if must_be_one(&pair) => conflicts.push((other, number, pair.likeness)),
                    Values::Agree | Values::Slipped | Values::Differ => {}
                }
            }
            groups.add(number, best.map(|(other, _)| other));
            index.add(number, keys);
            debug_assert_eq!(groups.group.len(), number + 1, "every fact up to {} has a group", fact.claim);
        }
        self.list(&groups, conflicts)
    }

    /// The relations: those of the groups, and one for each fact that goes against a group.
    fn list(&self, groups: &Groups, mut conflicts: Vec<(usize, usize, Likeness)>) -> Vec<(Vec<usize>, usize)> {
        let claim = |fact: &usize| self.facts.get(*fact).map(|fact| fact.claim);
        let mut told = Vec::new();
        for members in &groups.members {
            if let Some((here, there)) = members.split_last()
                && !there.is_empty()
            {
                told.extend(claim(here).map(|here| (there.iter().take(PLACES).filter_map(claim).collect(), here)));
            }
        }
        conflicts.sort_by_key(|(_, _, likeness)| std::cmp::Reverse(likeness.shared));
        let mut done: FxHashSet<usize> = FxHashSet::default();
        for (one, two, _) in conflicts {
            let (ones, twos) = (groups.of(one), groups.of(two));
            // A figure that is told twice is no slip; of two that are told once the later one is asked about.
            let (there, here) = match (ones.len(), twos.len()) {
                (_, 1) => (ones, two),
                (1, _) => (twos, one),
                (_, _) => continue,
            };
            let known = done.contains(&here) || there.len() == 1 && there.iter().any(|there| done.contains(there));
            if !known && let Some(claimed) = claim(&here) {
                done.insert(here);
                told.push((there.iter().take(PLACES).filter_map(claim).collect(), claimed));
            }
        }
        told
    }

    /// What the facts that may be the same share with this one: the value, all but a digit of it, or a word.
    fn keys(&self, number: usize, claims: &[Claim]) -> Vec<u64> {
        let (Some(fact), Some(figure)) = (self.facts.get(number), self.figures.get(number)) else { return Vec::new() };
        let kind = claims.get(fact.claim).map(|claim| claim.kind);
        let kind = if kind == Some(Kind::Rate) { Some(Kind::Amount) } else { kind };
        let words = fact.core.iter().take(LATEST).map(|stem| hash((kind, stem)));
        // Figures of one or two digits are alike by chance: only those of the same words are looked at.
        let figures = figure.keys().into_iter().flat_map(|key| match figure.digits() {
            0..=2 => fact.core.iter().take(LATEST).map(|stem| hash((kind, stem, &key))).collect::<Vec<_>>(),
            _ => vec![hash((kind, &key))],
        });
        words.chain(figures).collect()
    }

    fn pair(&self, one: usize, two: usize, claims: &[Claim]) -> Option<Pair> {
        let (left, right) = (self.facts.get(one)?, self.facts.get(two)?);
        let near = left.sentence == right.sentence;
        if near || (left.glance & right.glance).count_ones() == 0 || !comparable(left, right, claims) {
            return None;
        }
        let (first, second) = (claims.get(left.claim)?.number.as_ref()?, claims.get(right.claim)?.number.as_ref()?);
        let (figure, other) = (self.figures.get(one)?, self.figures.get(two)?);
        let values = values(first, second, figure, other);
        if values == Values::Differ {
            return None;
        }
        let likeness = likeness(self.placed(one)?, self.placed(two)?);
        let equal = first.value == second.value;
        Some(Pair { likeness, values, equal, digits: figure.digits().min(other.digits()), aligned: left.position == right.position })
    }
}

/// Two facts that are compared.
struct Pair {
    likeness: Likeness,
    values: Values,
    equal: bool,
    digits: usize,
    aligned: bool,
}

/// How two numbers stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Values {
    /// They are equal, or the rounder one may be the finer one rounded.
    Agree,
    /// One looks like the other gone wrong.
    Slipped,
    /// They have nothing to do with each other.
    Differ,
}

fn values(one: &Number, two: &Number, figure: &Figure, other: &Figure) -> Values {
    if agree(one, two) {
        Values::Agree
    } else if bare(one) && bare(two) && figure.slipped(other) {
        Values::Slipped
    } else {
        Values::Differ
    }
}

fn agree(one: &Number, two: &Number) -> bool {
    if one.value == two.value {
        return true;
    }
    let finest = bare(one) && bare(two) && one.step == two.step;
    !finest && one.interval(Reading::Expected, None).meets(&two.interval(Reading::Expected, None))
}

/// Whether two equal numbers state the same fact: the rarer the figure, the fewer words it takes.
fn may_be_one(pair: &Pair) -> bool {
    let Likeness { shared, lacking, told_apart, times, .. } = pair.likeness;
    let needed = match (pair.equal, pair.digits) {
        (true, 4..) => 1,
        (true, 3) => 2,
        (true, 2) => 3,
        (true, _) => 4,
        (false, 2..) => 3,
        (false, _) => 4,
    };
    let apart = match pair.equal {
        true => told_apart == Apart::Both,
        false => told_apart != Apart::Neither,
    };
    shared >= needed && lacking <= shared && !apart && times != Times::Different && (pair.equal || pair.aligned)
}

/// Whether two different numbers must state the same fact, so that one of them is wrong.
fn must_be_one(pair: &Pair) -> bool {
    let Likeness { shared, strange, told_apart, noun, times, .. } = pair.likeness;
    let alike = match (times, pair.digits) {
        (Times::Different | Times::Unlike, _) | (_, 0..=1) => false,
        (Times::Same, 3..) => shared >= 3 && strange == 0,
        (Times::Same, _) | (Times::Open, _) => shared >= 5 && strange == 0,
    };
    // A long noun phrase names its fact whatever is said about it.
    let named = noun >= 4 && times != Times::Different && pair.digits > 1;
    (alike || named) && told_apart == Apart::Neither && pair.aligned
}

/// Facts that are one, as far as is known.
#[derive(Default)]
struct Groups {
    group: Vec<usize>,
    members: Vec<Vec<usize>>,
}

impl Groups {
    fn add(&mut self, fact: usize, with: Option<usize>) {
        let group = with.and_then(|with| self.group.get(with).copied()).unwrap_or(self.members.len());
        if group == self.members.len() {
            self.members.push(Vec::new());
        }
        if let Some(members) = self.members.get_mut(group) {
            members.push(fact);
        }
        self.group.push(group);
    }

    fn of(&self, fact: usize) -> &[usize] {
        self.group.get(fact).and_then(|group| self.members.get(*group)).map_or(&[], Vec::as_slice)
    }

    /// Whether a fact agrees with all of the group of another, of which the last few are asked.
    fn admits(&self, member: usize, fact: usize, facts: &Facts, claims: &[Claim]) -> bool {
        let number = |fact: usize| claims.get(facts.facts.get(fact)?.claim)?.number.as_ref();
        let sentence = |fact: usize| facts.facts.get(fact).map(|fact| fact.sentence);
        let Some(wanted) = number(fact) else { return false };
        let mut members = self.of(member).iter().rev().take(PLACES);
        members.all(|member| sentence(*member) != sentence(fact) && number(*member).is_some_and(|number| agree(number, wanted)))
    }
}

/// Earlier facts by what others may share with them.
#[derive(Default)]
struct Index {
    by_key: FxHashMap<u64, Vec<usize>>,
}

impl Index {
    fn add(&mut self, fact: usize, keys: Vec<u64>) {
        for key in keys {
            self.by_key.entry(key).or_default().push(fact);
        }
    }

    /// The latest facts of each key, each once, in order.
    fn candidates(&self, keys: &[u64]) -> Vec<usize> {
        let latest =
            |key: &u64| self.by_key.get(key).map_or(&[][..], |facts| facts.get(facts.len().saturating_sub(LATEST)..).unwrap_or_default());
        let mut found: Vec<usize> = keys.iter().flat_map(latest).copied().collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

fn hash(key: impl Hash) -> u64 {
    use std::hash::Hasher;
    let mut hasher = FxHasher::default();
    key.hash(&mut hasher);
    hasher.finish()
}
