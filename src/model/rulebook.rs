//! Everything that is known before a text is read: languages, units, rules.

use std::sync::Arc;

use super::document::Span;
use super::lexicon::Lexicon;
use super::rule::{Group, GroupId, Rule};
use super::unit::{Dimension, Unit};
use super::word_table::WordTable;
use super::words::Language;

/// All rules, languages and units of a run.
#[derive(Clone, Debug, Default)]
pub struct Rulebook {
    /// The languages; the first is the one to fall back on.
    pub languages: Vec<Language>,
    /// The rules, sorted by id.
    pub rules: Vec<Rule>,
    /// The groups of words that rules name, by [`GroupId`].
    pub groups: Vec<Group>,
    /// The ways to say the fragments that phrases share.
    pub wordings: Vec<Wording>,
    /// Metrics that are called by several names.
    pub metrics: Vec<Metric>,
    /// All words that phrases and groups mention.
    pub lexicon: Lexicon,
    /// Units by every spelling, over all languages.
    pub units: WordTable<Unit>,
    /// What units measure, by the names that rules give it.
    pub dimensions: Vec<(String, Dimension)>,
}

/// Something that numbers are said of, and what else it is called, as a file of `rules/metrics` gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Metric {
    /// Its own name.
    pub name: String,
    /// The number of its language.
    pub language: usize,
    /// What else it is called.
    pub others: Vec<String>,
}

/// One way to say a fragment of phrases, as a language file gives it: `pair = ["from {before} to {now}", …]`.
#[derive(Clone, Debug)]
pub struct Wording {
    /// The name of the fragment, as phrases write it after `@`.
    pub fragment: String,
    /// The number of its language.
    pub language: usize,
    /// The phrase as written.
    pub text: String,
    /// Where it stands in its file, with its quotation marks.
    pub place: Span,
    /// The path of its file.
    pub origin: String,
    /// The text of its file.
    pub source: Arc<str>,
}

impl Rulebook {
    /// The group of that name in a language.
    pub fn group(&self, name: &str, language: usize) -> Option<GroupId> {
        self.groups.iter().position(|group| group.name == name && group.language == language).map(GroupId)
    }
}
