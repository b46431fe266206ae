//! Facts that are one, and those that go against one.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::model::claim::Claim;

use super::compare::Likeness;
use super::facts::Facts;
use super::pair::{Pair, Side, Values, agree, announces, may_be_one, must_be_one, pair};

/// How many earlier facts of one key a fact is compared with, so that the time stays in proportion to the text.
const LATEST: usize = 12;
/// How many places one relation names.
const PLACES: usize = 12;

/// The places of each fact that is told more than once: all but one of them, and that one, by their claims.
pub fn told(facts: &Facts, claims: &[Claim]) -> Vec<(Vec<usize>, usize)> {
    let mut index = Index::default();
    let mut groups = Groups::default();
    let mut conflicts: Vec<(usize, usize, Likeness)> = Vec::new();
    let mut headlines: BTreeMap<usize, Vec<(usize, Likeness)>> = BTreeMap::new();
    for number in 0..facts.facts.len() {
        let keys = facts.keys(number, claims);
        let mut best: Option<(usize, Pair)> = None;
        for other in index.candidates(&keys) {
            let Some(pair) = pair(facts, other, number, claims) else { continue };
            if may_be_one(&pair) && groups.admits(other, number, facts, claims) {
                let rank = |pair: &Pair| (pair.values == Values::Equal, pair.likeness.shared);
                if best.is_none_or(|(_, known)| rank(&pair) >= rank(&known)) {
                    best = Some((other, pair));
                }
            } else if must_be_one(&pair) {
                conflicts.push((other, number, pair.likeness));
            } else if announces(&pair) {
                let (headline, told) = if pair.headline == Some(Side::First) { (other, number) } else { (number, other) };
                headlines.entry(headline).or_default().push((told, pair.likeness));
            }
        }
        groups.add(number, best.map(|(other, _)| other));
        index.add(number, keys);
    }
    conflicts.extend(headlines.into_iter().filter_map(|(headline, told)| announced(headline, &told, &groups)));
    list(facts, &groups, conflicts)
}

/// A headline with the one fact that it announces; nothing if the text tells its number somewhere, or several others.
fn announced(headline: usize, told: &[(usize, Likeness)], groups: &Groups) -> Option<(usize, usize, Likeness)> {
    let (first, likeness) = told.first()?;
    let one = told.iter().all(|(told, _)| groups.group.get(*told) == groups.group.get(*first));
    (one && groups.of(headline).len() == 1).then_some((*first, headline, *likeness))
}

/// The relations: those of the groups, and one for each fact that goes against a group.
fn list(facts: &Facts, groups: &Groups, mut conflicts: Vec<(usize, usize, Likeness)>) -> Vec<(Vec<usize>, usize)> {
    let claim = |fact: &usize| facts.facts.get(*fact).map(|fact| fact.claim);
    let places = |members: &[usize]| members.iter().take(PLACES).filter_map(claim).collect::<Vec<_>>();
    let mut told = Vec::new();
    for members in &groups.members {
        if let Some((here, there)) = members.split_last()
            && !there.is_empty()
        {
            told.extend(claim(here).map(|here| (places(there), here)));
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
            told.push((places(there), claimed));
        }
    }
    told
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
        let sentence = |fact: usize| facts.facts.get(fact).map(|fact| fact.sentence);
        let Some(wanted) = facts.number(fact, claims) else { return false };
        let mut members = self.of(member).iter().rev().take(PLACES);
        members
            .all(|member| sentence(*member) != sentence(fact) && facts.number(*member, claims).is_some_and(|number| agree(number, wanted)))
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
        let latest = |key: &u64| self.by_key.get(key).and_then(|facts| facts.get(facts.len().saturating_sub(LATEST)..)).unwrap_or_default();
        let mut found: Vec<usize> = keys.iter().flat_map(latest).copied().collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}
