//! What of the rulebook matching needs at hand: which phrases a word can begin to call for, and what may be skipped.

use super::same_fact::words::Words;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::model::rule::{Element, GroupId};
use crate::model::rulebook::Rulebook;
use crate::model::sentence::WordId;

/// The groups of every language that matching itself relies on, by the names that language files give them.
const FILLER: &str = "filler";
const BARRIER: &str = "barrier";
const AND: &str = "and";
const SUBORDINATE: &str = "subordinate";
const PARTICLE: &str = "particle";
const PARTICLE_VERB: &str = "particle-verb";

/// A phrase of the rulebook: the rule's index, and the phrase's index in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhraseId {
    /// The index of the rule.
    pub rule: usize,
    /// The index of the phrase among the rule's.
    pub phrase: usize,
}

/// An index over the phrases of a rulebook, made once a run.
#[derive(Clone, Debug, Default)]
pub struct Index {
    by_word: FxHashMap<WordId, Vec<PhraseId>>,
    /// Phrases without a word of their own, which every sentence with enough numbers is tried with.
    wordless: Vec<PhraseId>,
    /// Phrases that can go over several sentences.
    wide: FxHashSet<PhraseId>,
    classes: Vec<Vec<WordClass>>,
    /// What words are to the question whether two sentences state the same fact.
    pub same_fact: Words,
}

/// What a word is to matching, whatever phrase it is matched with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordClass {
    /// May stand between any two elements of a phrase.
    pub filler: Standing,
    /// Ends a gap: what comes after speaks of something else.
    pub barrier: Standing,
    /// Joins the last member of a list.
    pub and: Standing,
    /// Begins a clause about the member before it ("of which"), which is no part of the list.
    pub subordinate: Standing,
    /// Belongs to the verb before it if that takes one, and then says no direction ("made up 14.6%").
    pub particle: Standing,
    /// A verb that takes a particle.
    pub particle_verb: Standing,
}

/// Whether a word belongs to a group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// It doesn't.
    #[default]
    Outside,
    /// It does.
    Inside,
}

impl Index {
    /// The index of a rulebook.
    pub fn new(rulebook: &Rulebook) -> Self {
        let mut index = Index { same_fact: Words::new(rulebook), ..Index::default() };
        for (rule, phrases) in rulebook.rules.iter().enumerate().map(|(number, rule)| (number, &rule.phrases)) {
            for (phrase, elements) in phrases.iter().enumerate().map(|(number, phrase)| (number, &phrase.elements)) {
                let id = PhraseId { rule, phrase };
                if elements.iter().any(crosses) {
                    index.wide.insert(id);
                }
                let words = elements.iter().filter_map(|element| calling_words(element, rulebook)).min_by_key(Vec::len);
                match words {
                    Some(words) => words.into_iter().for_each(|word| index.by_word.entry(word).or_default().push(id)),
                    None => index.wordless.push(id),
                }
            }
        }
        for language in 0..rulebook.languages.len() {
            let mut classes = vec![WordClass::default(); rulebook.lexicon.len() + 1];
            mark(&mut classes, rulebook, rulebook.group(FILLER, language), |class| class.filler = Standing::Inside);
            mark(&mut classes, rulebook, rulebook.group(BARRIER, language), |class| class.barrier = Standing::Inside);
            mark(&mut classes, rulebook, rulebook.group(AND, language), |class| class.and = Standing::Inside);
            mark(&mut classes, rulebook, rulebook.group(SUBORDINATE, language), |class| class.subordinate = Standing::Inside);
            mark(&mut classes, rulebook, rulebook.group(PARTICLE, language), |class| class.particle = Standing::Inside);
            mark(&mut classes, rulebook, rulebook.group(PARTICLE_VERB, language), |class| class.particle_verb = Standing::Inside);
            index.classes.push(classes);
        }
        index
    }

    /// The phrases that a sentence with these words may show, each once, in the order of the rulebook.
    pub fn called_by(&self, words: impl Iterator<Item = WordId>) -> Vec<PhraseId> {
        let mut called = self.wordless.clone();
        for word in words.filter(|word| *word != WordId::UNKNOWN) {
            called.extend(self.by_word.get(&word).into_iter().flatten());
        }
        called.sort_unstable();
        called.dedup();
        called
    }

    /// Whether a phrase can go over several sentences.
    pub fn is_wide(&self, phrase: PhraseId) -> bool {
        self.wide.contains(&phrase)
    }

    /// What a word is to matching in a language.
    pub fn class(&self, language: usize, word: WordId) -> WordClass {
        self.classes.get(language).and_then(|classes| classes.get(word.0 as usize)).copied().unwrap_or_default()
    }
}

/// Whether an element can leave its sentence.
fn crosses(element: &Element) -> bool {
    match element {
        Element::NextSentence | Element::WideGap => true,
        Element::Optional(inner) => inner.iter().any(crosses),
        Element::Fragment(alternatives) => alternatives.iter().any(|alternative| alternative.elements.iter().any(crosses)),
        Element::Word(_) | Element::Mark(_) | Element::Group(_) | Element::Role(_) | Element::List(_) | Element::Other => false,
        Element::Near | Element::Gap | Element::Not(_) | Element::Tight | Element::Time => false,
    }
}

/// The words one of which must be there for the element to be met; nothing if it can be met without any.
fn calling_words(element: &Element, rulebook: &Rulebook) -> Option<Vec<WordId>> {
    match element {
        Element::Word(words) => Some(words.clone()),
        Element::Group(group) => {
            let group = rulebook.groups.get(group.0)?;
            group.phrases.iter().map(|(words, _)| words.first().copied()).collect()
        }
        Element::Fragment(alternatives) => {
            let mut all = Vec::new();
            for alternative in alternatives {
                all.extend(alternative.elements.iter().filter_map(|element| calling_words(element, rulebook)).min_by_key(Vec::len)?);
            }
            Some(all)
        }
        Element::Mark(_) | Element::Role(_) | Element::List(_) | Element::Other => None,
        Element::Not(_) | Element::NextSentence | Element::Tight | Element::Time => None,
        Element::Near | Element::Gap | Element::WideGap | Element::Optional(_) => None,
    }
}

fn mark(classes: &mut [WordClass], rulebook: &Rulebook, group: Option<GroupId>, set: impl Fn(&mut WordClass)) {
    let Some(group) = group.and_then(|group| rulebook.groups.get(group.0)) else { return };
    for (words, _) in &group.phrases {
        if let [word] = words.as_slice()
            && let Some(class) = classes.get_mut(word.0 as usize)
        {
            set(class);
        }
    }
}
