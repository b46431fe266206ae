//! Everything that is known before a text is read: languages, units, rules.

use super::lexicon::Lexicon;
use super::rule::{Group, GroupId, Rule};
use super::unit::Unit;
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
    /// All words that phrases and groups mention.
    pub lexicon: Lexicon,
    /// Units by every spelling, over all languages.
    pub units: WordTable<Unit>,
}

impl Rulebook {
    /// The group of that name in a language.
    pub fn group(&self, name: &str, language: usize) -> Option<GroupId> {
        self.groups.iter().position(|group| group.name == name && group.language == language).map(GroupId)
    }
}
