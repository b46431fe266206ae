//! From broken relations to findings: one for each group that shares numbers.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::model::claim::Claim;
use crate::model::document::{Document, Span};
use crate::model::finding::{Finding, Voice};
use crate::model::relation::{Checked, Gap, Verdict, Wording};
use crate::model::rule::{Comparison, Explains, Severity};
use crate::model::rulebook::Rulebook;

/// What is worth telling of the checked relations, in the order of the text.
pub fn findings(checked: &[Checked], claims: &[Claim], documents: &[Document], rulebook: &Rulebook, stated: &[usize]) -> Vec<Finding> {
    // A number that one rule explains is not held against the text by another: the words were read as the wrong rule's.
    let explained: FxHashSet<usize> =
        checked.iter().filter(|relation| explains(relation, rulebook)).filter_map(|relation| stated_claim(relation, stated)).collect();
    let worth = |relation: &&Checked| {
        level(relation).is_some()
            && claim_of(relation, stated).is_none_or(|claim| relation.wording == Wording::Loose || !explained.contains(&claim))
    };
    let broken: Vec<&Checked> = checked.iter().filter(worth).collect();
    let mut found: Vec<Finding> = groups(&broken)
        .into_iter()
        .filter_map(|mut group| {
            let severity = |relation: &Checked| {
                let ceiling = rulebook.rules.get(relation.rule).map_or(Severity::Note, |rule| rule.severity);
                level(relation).map_or(Severity::Note, |level| level.min(ceiling))
            };
            // The worst leads; of equals the one with the most numbers, which says the most.
            group.sort_by_key(|relation| {
                let numbers = relation.binding.roles.iter().map(Vec::len).sum::<usize>();
                (std::cmp::Reverse(severity(relation)), std::cmp::Reverse(numbers))
            });
            let (main, others) = group.split_first()?;
            let others = others.iter().map(|relation| (*relation).clone()).collect();
            Some(Finding { severity: severity(main), main: (*main).clone(), others, voice: Voice::Own })
        })
        .collect();
    found.sort_by_key(|finding| finding.main.binding.roles.iter().flatten().min().copied());
    let mut quotes = Quotes::default();
    for finding in &mut found {
        if let Some(claim) = claim_of(&finding.main, stated).and_then(|claim| claims.get(claim)) {
            finding.voice = quotes.voice(claim, documents);
        }
    }
    found
}

/// Whether a relation says what its number is. A bound that it keeps says nothing: every share is below 100%.
fn explains(relation: &Checked, rulebook: &Rulebook) -> bool {
    let Some(rule) = rulebook.rules.get(relation.rule) else { return false };
    let equal = rule.check.equations().any.get(relation.equation).is_some_and(|equation| equation.comparison == Comparison::Equal);
    equal && rule.explains == Explains::Stated && relation.verdict == Verdict::Holds && relation.wording == Wording::Plain
}

/// The tier of a relation that is worth telling, before the ceiling of its rule.
fn level(relation: &Checked) -> Option<Severity> {
    match (&relation.verdict, relation.wording) {
        (Verdict::Broken(Gap::Hard), _) => Some(Severity::Error),
        (Verdict::Broken(Gap::Plausible), _) => Some(Severity::Warning),
        (Verdict::Broken(Gap::Expected), _) | (Verdict::Holds, Wording::Loose) => Some(Severity::Note),
        (Verdict::Holds, Wording::Plain) | (Verdict::Vacuous | Verdict::CannotTell | Verdict::NotAsked, _) => None,
    }
}

/// The number that the relation's message is about; of a relation without one the first of its list.
fn stated_claim(relation: &Checked, stated: &[usize]) -> Option<usize> {
    let single = relation.binding.roles.get(*stated.get(relation.rule)?).filter(|players| players.len() == 1)?;
    single.first().copied()
}

fn claim_of(relation: &Checked, stated: &[usize]) -> Option<usize> {
    relation.binding.anchor(*stated.get(relation.rule)?)
}

/// Relations that share a claim, directly or through others.
fn groups<'a>(broken: &[&'a Checked]) -> Vec<Vec<&'a Checked>> {
    let mut group_of_claim: FxHashMap<usize, usize> = FxHashMap::default();
    let mut groups: Vec<Vec<&Checked>> = Vec::new();
    for relation in broken {
        let claims: Vec<usize> = relation.binding.roles.iter().flatten().copied().collect();
        let mut known: Vec<usize> = claims.iter().filter_map(|claim| group_of_claim.get(claim).copied()).collect();
        known.sort_unstable();
        known.dedup();
        let target = known.first().copied().unwrap_or(groups.len());
        if target == groups.len() {
            groups.push(Vec::new());
        }
        // Groups that this relation joins become one.
        for other in known.into_iter().skip(1) {
            let moved = groups.get_mut(other).map(std::mem::take).unwrap_or_default();
            for claim in moved.iter().flat_map(|relation| relation.binding.roles.iter().flatten()) {
                group_of_claim.insert(*claim, target);
            }
            if let Some(group) = groups.get_mut(target) {
                group.extend(moved);
            }
        }
        for claim in claims {
            group_of_claim.insert(claim, target);
        }
        if let Some(group) = groups.get_mut(target) {
            group.push(relation);
        }
    }
    groups.retain(|group| !group.is_empty());
    groups
}

/// Follows the quotation marks of a block up to one place after another, so that each is looked at once.
#[derive(Default)]
struct Quotes {
    document: usize,
    block: Option<Span>,
    at: usize,
    open: u32,
    straight: u32,
}

impl Quotes {
    /// Whether a claim stands between quotation marks of its block. Fast where claims come in the order of the text.
    fn voice(&mut self, claim: &Claim, documents: &[Document]) -> Voice {
        let Some(document) = documents.get(claim.document) else { return Voice::Own };
        let block = document.blocks.partition_point(|block| block.span.end <= claim.span.start);
        let Some(block) = document.blocks.get(block) else { return Voice::Own };
        if self.block != Some(block.span) || self.document != claim.document || self.at > claim.span.start {
            *self = Quotes { document: claim.document, block: Some(block.span), at: block.span.start, ..Quotes::default() };
        }
        for letter in document.words(Span::new(self.at, claim.span.start.max(self.at))).chars() {
            match letter {
                '“' | '「' | '『' | '«' => self.open += 1,
                '”' | '」' | '』' | '»' => self.open = self.open.saturating_sub(1),
                '"' => self.straight += 1,
                _ => {}
            }
        }
        self.at = claim.span.start.max(self.at);
        if self.open > 0 || self.straight % 2 == 1 { Voice::Quoted } else { Voice::Own }
    }
}
