//! The words of a language, as `rules/lang/<code>.toml` gives them.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

pub use super::numeral_words::{NumeralFile, NumeralWords};
pub use super::time_words::{TimeFile, TimeWords};

/// A language file as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct LanguageFile {
    /// The language code, "en".
    pub code: String,
    /// Its name in itself, "English".
    pub name: String,
    /// Groups of words that phrases name as `<group>`, and that rules name in `unless`.
    pub groups: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
    /// Groups whose words say up or down, also named as `<group>`.
    pub signed: BTreeMap<Spanned<String>, SignedGroup>,
    /// Fragments that phrases of rules name as `@fragment`: each a list of ways to say it.
    #[serde(default)]
    pub fragments: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
    /// Numerals, scales, hedges, units' names and what is no number.
    pub numerals: NumeralFile,
    /// Months, weekdays and other words of time.
    pub time: TimeFile,
}

/// A group of words that say up or down.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedGroup {
    /// Words that say more.
    #[serde(default)]
    pub up: Vec<Spanned<String>>,
    /// Words that say less.
    #[serde(default)]
    pub down: Vec<Spanned<String>>,
    /// Words that say by how much but not which way.
    #[serde(default)]
    pub either: Vec<Spanned<String>>,
}

/// A language ready for use.
#[derive(Clone, Debug)]
pub struct Language {
    /// The language code, "en".
    pub code: String,
    /// Its name in itself.
    pub name: String,
    /// Numerals, scales, hedges, units' names and what is no number.
    pub numerals: NumeralWords,
    /// Months, weekdays and other words of time.
    pub time: TimeWords,
}
