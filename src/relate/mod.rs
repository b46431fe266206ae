//! From claims to relations: which numbers the words tie together.
//!
//! Invariant: a relation is licensed by words of a rule, never by numbers that happen to stand near each other.

mod ground;
pub mod index;
mod list;
mod phrase;
mod respective;
mod roles;
mod same_fact;
mod slack;
mod undertaking;

pub use index::Index;

use rustc_hash::FxHashMap;

use crate::model::claim::Claim;
use crate::model::document::Document;
use crate::model::relation::{Binding, Completeness, Relation};
use crate::model::rule::{Check, Licence, Reach, Rule};
use crate::model::rulebook::Rulebook;
use crate::model::sentence::{Item, Sentence, What, WordId};
use ground::Ground;
use index::PhraseId;
use list::Closing;
use phrase::Match;

/// The group of words that tie lists member by member.
const RESPECTIVELY: &str = "respectively";
/// How many sentence ends may lie between numbers that words may well tie.
const APART: usize = 3;
/// How many items of one paragraph are looked at together.
const PARAGRAPH: usize = 1_500;

/// The relations that the words of a document state between its claims, in the order of the text.
pub fn relate(document: &Document, sentences: &[Sentence], claims: &[Claim], rulebook: &Rulebook, index: &Index) -> Vec<Relation> {
    let mut relations = Relations::default();
    let mut block = 0;
    while let Some(first) = sentences.get(block) {
        let length = sentences.iter().skip(block).take_while(|sentence| sentence.block == first.block).count();
        let paragraph = sentences.get(block..block + length).unwrap_or_default();
        for (offset, sentence) in paragraph.iter().enumerate() {
            // A relation has two numbers at least, or a number and a word that bounds it.
            if sentence.items.iter().any(|item| matches!(item.what, What::Claim(_))) {
                relations.collect_sentence(document, sentence, block + offset, claims, rulebook, index);
            }
        }
        if length > 1 {
            let ground = ground(paragraph, block, claims, rulebook, index);
            if ground.1.len() <= PARAGRAPH {
                relations.collect(document, &ground.0, &ground.1, Reach::Paragraph, Told::Together(&[]));
            }
        }
        block += length.max(1);
    }
    let mut found = relations.into_list();
    found.extend(same_fact::restatements(document, sentences, claims, rulebook, &index.same_fact));
    found
}

/// The same relations with claims counted from `first` instead of 0.
pub fn rebase(mut relations: Vec<Relation>, first: usize) -> Vec<Relation> {
    for claim in relations.iter_mut().flat_map(|relation| &mut relation.readings).flat_map(|binding| &mut binding.roles).flatten() {
        *claim += first;
    }
    relations
}

/// What the ground of a match is made of besides its items.
struct Setting<'a> {
    claims: &'a [Claim],
    rulebook: &'a Rulebook,
    index: &'a Index,
    language: usize,
    sentence: Vec<usize>,
    names: Vec<usize>,
}

fn ground<'a>(
    sentences: &[Sentence],
    first_sentence: usize,
    claims: &'a [Claim],
    rulebook: &'a Rulebook,
    index: &'a Index,
) -> (Setting<'a>, Vec<Item>) {
    let items: Vec<Item> = sentences.iter().flat_map(|sentence| sentence.items.iter().copied()).collect();
    let sentence = sentences.iter().enumerate().flat_map(|(number, sentence)| sentence.items.iter().map(move |_| first_sentence + number));
    let language = sentences.first().map_or(0, |sentence| sentence.language);
    let names = sentences.iter().flat_map(|sentence| sentence.names.iter().copied()).collect();
    (Setting { claims, rulebook, index, language, sentence: sentence.collect(), names }, items)
}

/// Relations by what they are about: readings of the same statement belong together.
#[derive(Default)]
struct Relations {
    order: Vec<Relation>,
    known: FxHashMap<(usize, usize), usize>,
}

impl Relations {
    /// The relations inside one sentence; each of the things that it tells "respectively" is read by itself.
    fn collect_sentence(
        &mut self,
        document: &Document,
        sentence: &Sentence,
        number: usize,
        claims: &[Claim],
        rulebook: &Rulebook,
        index: &Index,
    ) {
        let (setting, items) = ground(std::slice::from_ref(sentence), number, claims, rulebook, index);
        let respective = said(rulebook, sentence.language, &items, RESPECTIVELY)
            .and_then(|place| respective::respective(&items, place, claims, index, sentence.language));
        let lists = respective.as_ref().map_or(&[][..], |respective| &respective.lists);
        self.collect(document, &setting, &items, Reach::Sentence, Told::Together(lists));
        for telling in respective.iter().flat_map(|respective| &respective.tellings) {
            self.collect(document, &setting, telling, Reach::Sentence, Told::OneByOne);
        }
    }

    /// The relations among items.
    fn collect(&mut self, document: &Document, setting: &Setting<'_>, items: &[Item], reach: Reach, told: Told<'_>) {
        let words = items.iter().filter_map(|item| match item.what {
            What::Word(word) => Some(word),
            What::Claim(_) | What::Mark(_) => None,
        });
        let called = setting.index.called_by(words);
        if called.is_empty() {
            return;
        }
        let ground = Ground {
            items,
            closing: closing(items),
            sentence: setting.sentence.iter().copied().take(items.len()).collect(),
            names: setting.names.clone(),
            document,
            claims: setting.claims,
            language: setting.language,
            rulebook: setting.rulebook,
            index: setting.index,
        };
        let players: Vec<&Claim> = items
            .iter()
            .filter_map(|item| match item.what {
                What::Claim(claim) => setting.claims.get(claim),
                What::Word(_) | What::Mark(_) => None,
            })
            .chain(setting.names.iter().filter_map(|names| setting.claims.get(*names)))
            .collect();
        for PhraseId { rule: number, phrase } in called {
            let Some(rule) = setting.rulebook.rules.get(number) else { continue };
            let Some(wanted) = rule.phrases.get(phrase).filter(|phrase| phrase.language == setting.language) else { continue };
            let in_reach = match reach {
                Reach::Sentence => true,
                Reach::Paragraph | Reach::Section | Reach::Document | Reach::Set => {
                    rule.reach >= Reach::Paragraph && setting.index.is_wide(PhraseId { rule: number, phrase })
                }
            };
            if !in_reach || !roles::playable(rule, &players) {
                continue;
            }
            let guards = guards(rule, &ground);
            for found in phrase::matches(&ground, rule, &wanted.elements) {
                let sentence = |place: usize| ground.sentence.get(place).copied().unwrap_or(0);
                let crossed = sentence(found.end.saturating_sub(1)).saturating_sub(sentence(found.start));
                let whole = match reach {
                    Reach::Sentence => true,
                    // What lies in one sentence was found there.
                    Reach::Paragraph | Reach::Section | Reach::Document | Reach::Set => {
                        let tied = match wanted.licence {
                            Licence::Certain => crossed == found.pointed || undertaking::same(&ground, &found),
                            Licence::Likely => crossed <= APART,
                        };
                        crossed > 0 && tied
                    }
                };
                if whole
                    && told.allows(rule, &found.roles)
                    && !silenced(&guards, &ground, &found)
                    && roles::units_agree(rule, &found.roles, setting.claims)
                {
                    self.add(number, phrase, rule, found);
                }
            }
        }
    }

    fn add(&mut self, number: usize, phrase: usize, rule: &Rule, found: Match) {
        let completeness = match found.closed {
            Some(Closing::Open) => Completeness::Open,
            Some(Closing::Closed) => Completeness::Complete,
            None => Completeness::NoList,
        };
        let binding = Binding { roles: found.roles, direction: found.direction, phrase, wordings: found.wordings, completeness };
        let Some(anchor) = binding.anchor(rule.stated_role()) else { return };
        let next = self.order.len();
        let at = *self.known.entry((number, anchor)).or_insert(next);
        if at == next {
            self.order.push(Relation { rule: number, readings: vec![binding] });
        } else if let Some(relation) = self.order.get_mut(at) {
            let same = |known: &Binding| known.roles == binding.roles && known.direction == binding.direction;
            if !relation.readings.iter().any(same) {
                relation.readings.push(binding);
            }
        }
    }

    fn into_list(mut self) -> Vec<Relation> {
        let first = |relation: &Relation| relation.readings.iter().flat_map(|binding| &binding.roles).flatten().min().copied();
        self.order.sort_by_key(|relation| (first(relation), relation.rule));
        self.order
    }
}

/// The place of the first of a group's phrases among the items.
fn said(rulebook: &Rulebook, language: usize, items: &[Item], group: &str) -> Option<usize> {
    let group = rulebook.group(group, language).and_then(|group| rulebook.groups.get(group.0))?;
    let stands = |words: &[WordId], place: usize| {
        let there = items.get(place..place + words.len()).unwrap_or_default();
        !words.is_empty() && there.iter().map(|item| item.what).eq(words.iter().map(|word| What::Word(*word)))
    };
    (0..items.len()).find(|place| group.phrases.iter().any(|(words, _)| stands(words, *place)))
}

/// How a sentence with "respectively" is read.
#[derive(Clone, Copy)]
enum Told<'l> {
    /// As it stands, with these lists, of which no number plays a role alone.
    Together(&'l [Vec<usize>]),
    /// Cut down to one member of each list, so that there is nothing to count.
    OneByOne,
}

impl Told<'_> {
    fn allows(self, rule: &Rule, roles: &[Vec<usize>]) -> bool {
        match self {
            Told::Together(lists) => lists.iter().all(|list| whole_or_none(list, roles)),
            Told::OneByOne => match rule.check {
                Check::Respectively(_) => false,
                Check::Equation(_) | Check::Duration(_) | Check::Calendar(_) | Check::Restatement(_) => true,
            },
        }
    }
}

/// Whether the members of a list play together and with no others, or not at all.
fn whole_or_none(list: &[usize], roles: &[Vec<usize>]) -> bool {
    let apart = |players: &Vec<usize>| !players.iter().any(|player| list.contains(player));
    roles.iter().all(|players| apart(players) || players == list)
}

/// The places of words that silence a rule.
fn guards(rule: &Rule, ground: &Ground<'_>) -> Vec<usize> {
    let groups = rule.unless.iter().filter_map(|group| ground.rulebook.groups.get(group.0));
    let phrases = groups.filter(|group| group.language == ground.language).flat_map(|group| &group.phrases);
    phrases.flat_map(|(words, _)| (0..ground.items.len()).filter(|place| !words.is_empty() && ground.words_stand(words, *place))).collect()
}

/// Whether a guard stands inside a match, or beside it with no other number and no end of a sentence or clause between.
fn silenced(guards: &[usize], ground: &Ground<'_>, found: &Match) -> bool {
    let parts = |place: usize| match ground.what(place) {
        Some(What::Claim(claim)) => ground.claims.get(claim).is_some_and(|claim| !ground.passes(claim)),
        Some(What::Mark(mark)) => matches!(mark, ';' | '.' | '!' | '?' | '；' | '。' | '！' | '？'),
        Some(What::Word(_)) | None => false,
    };
    guards.iter().any(|guard| {
        let between = if *guard < found.start { *guard..found.start } else { found.end..*guard };
        (found.start..found.end).contains(guard) || !between.into_iter().any(parts)
    })
}

/// For each opening bracket the place of its partner.
fn closing(items: &[Item]) -> Vec<Option<usize>> {
    let mut partners = vec![None; items.len()];
    let mut open = Vec::new();
    for (place, item) in items.iter().enumerate() {
        match item.what {
            What::Mark('(' | '[' | '（') => open.push(place),
            What::Mark(')' | ']' | '）') => {
                if let Some(partner) = open.pop().and_then(|start| partners.get_mut(start)) {
                    *partner = Some(place);
                }
            }
            What::Word(_) | What::Claim(_) | What::Mark(_) => {}
        }
    }
    partners
}
