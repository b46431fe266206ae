//! What the words of a language are to the question whether two sentences state the same fact.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use crate::model::rule::Group;
use crate::model::rulebook::Rulebook;
use crate::model::sentence::WordId;

/// The groups that this relies on, by the names that language files give them.
const IDLE: &str = "same-fact-idle";
const TELLING: &str = "same-fact-telling";
const EARLIER: &str = "same-fact-earlier";
const NOW: &str = "same-fact-now";
const ENDINGS: &str = "same-fact-endings";
const DIRECTION: &str = "direction";
const JOINER: &str = "same-fact-joiner";

/// A word without its ending: "invention" for "inventions". Two words of one stem are the same word here; a stem is known by
/// its hash, so that the same words have the same stems in every document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stem(pub u64);

/// What a word says about the fact that its sentence states.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Class {
    /// What the fact is about.
    #[default]
    Plain,
    /// Nothing: "the", "number", "reached".
    Idle,
    /// Nothing either, but a noun phrase goes on behind it: "and", "of".
    Joiner,
    /// Which of several alike facts it is: "domestic", "women", "planned".
    Telling,
    /// That the number before or after it is a change: up (1), down (-1), either (0).
    Direction(i8),
    /// That the number behind it is an earlier one: "from", "than".
    Earlier,
    /// That the number behind it is what something has come to: "to", "at".
    Now,
}

/// The words of one language.
#[derive(Clone, Debug, Default)]
struct Vocabulary {
    /// Phrases by their first word, the longest first, each with its class.
    phrases: FxHashMap<WordId, Vec<(Vec<WordId>, Class)>>,
    endings: Vec<WordId>,
    /// Other ways to say a metric by their first stem, the longest first, each with the stems of its own name.
    synonyms: FxHashMap<Stem, Vec<(Vec<Stem>, Vec<Stem>)>>,
}

/// The words of all languages of a rulebook.
#[derive(Clone, Debug, Default)]
pub struct Words {
    languages: Vec<Vocabulary>,
}

/// The shortest stem, in letters.
const STEM: usize = 3;
/// The longest ending, in letters.
const ENDING: usize = 3;

impl Words {
    /// The words of a rulebook.
    pub fn new(rulebook: &Rulebook) -> Self {
        let mut words = Words { languages: vec![Vocabulary::default(); rulebook.languages.len()] };
        let classes =
            [(IDLE, Class::Idle), (TELLING, Class::Telling), (EARLIER, Class::Earlier), (NOW, Class::Now), (JOINER, Class::Joiner)];
        for group in &rulebook.groups {
            let Some(vocabulary) = words.languages.get_mut(group.language) else { continue };
            match classes.iter().find(|(name, _)| *name == group.name) {
                Some((_, class)) => vocabulary.add(group, |_| *class),
                None if group.name == DIRECTION => vocabulary.add(group, Class::Direction),
                None if group.name == ENDINGS => {
                    vocabulary.endings = group.phrases.iter().filter_map(|(words, _)| words.first().copied()).collect();
                }
                None => {}
            }
        }
        for vocabulary in &mut words.languages {
            vocabulary.phrases.values_mut().for_each(|phrases| phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len())));
        }
        for metric in &rulebook.metrics {
            let stems = |phrase: &str| phrase.split([' ', '-']).map(|word| words.stem(word, metric.language, rulebook)).collect::<Vec<_>>();
            let name = stems(&metric.name);
            let others: Vec<Vec<Stem>> = metric.others.iter().map(|other| stems(other)).collect();
            let Some(vocabulary) = words.languages.get_mut(metric.language) else { continue };
            for other in others {
                let Some(first) = other.first() else { continue };
                let known = vocabulary.synonyms.entry(*first).or_default();
                known.push((other, name.clone()));
                known.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
            }
        }
        words
    }

    /// The longest phrase of a group that begins with the first of these words: how many words it has, and its class.
    pub fn class(&self, language: usize, words: &[WordId]) -> Option<(usize, Class)> {
        let first = words.first().filter(|word| **word != WordId::UNKNOWN)?;
        let phrases = self.languages.get(language)?.phrases.get(first)?;
        phrases.iter().find(|(phrase, _)| words.starts_with(phrase)).map(|(phrase, class)| (phrase.len(), *class))
    }

    /// The longest other way to say a metric that these stems begin with: how many stems it has, and those of the metric's
    /// own name.
    pub fn synonym(&self, language: usize, stems: &[Stem]) -> Option<(usize, &[Stem])> {
        let known = self.languages.get(language)?.synonyms.get(stems.first()?)?;
        known.iter().find(|(other, _)| stems.starts_with(other)).map(|(other, name)| (other.len(), name.as_slice()))
    }

    /// The stem of a word.
    pub fn stem(&self, word: &str, language: usize, rulebook: &Rulebook) -> Stem {
        let folded = word.to_lowercase();
        let folded = folded.trim_end_matches("'s").trim_end_matches("’s");
        let plurals = rulebook.languages.get(language).map(|language| &language.numerals.plurals);
        if let Some((length, singular)) = plurals.and_then(|plurals| plurals.longest(folded))
            && length == folded.len()
        {
            return hashed(singular);
        }
        let endings = self.languages.get(language).map_or(&[][..], |vocabulary| vocabulary.endings.as_slice());
        let ending = |letters: usize| -> Option<&str> {
            let (at, _) = folded.char_indices().rev().nth(letters - 1)?;
            let stem = folded.get(..at)?;
            let ends = endings.contains(&rulebook.lexicon.look_up(folded.get(at..)?));
            (ends && stem.chars().count() >= STEM).then_some(stem)
        };
        let stem = (1..=ENDING).rev().find_map(ending).unwrap_or(folded);
        // "City" and "cities", "grant" and "granted", "release" and "released".
        hashed(stem.trim_end_matches(['e', 'y', 'i']))
    }
}

impl Vocabulary {
    fn add(&mut self, group: &Group, class: impl Fn(i8) -> Class) {
        for (words, direction) in &group.phrases {
            if let Some(first) = words.first() {
                self.phrases.entry(*first).or_default().push((words.clone(), class(*direction)));
            }
        }
    }
}

/// The stem of something that is no word: the digits of an age.
pub fn hashed(text: &str) -> Stem {
    let mut hasher = FxHasher::default();
    text.hash(&mut hasher);
    Stem(hasher.finish())
}
