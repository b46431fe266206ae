//! A rule file as written: what its TOML may hold, before names are looked up and phrases are read.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;

use super::RuleSource;
use super::mistake::Mistake;
use super::names::did_you_mean;

/// Sentences by language code.
pub type ByLanguage = BTreeMap<Spanned<String>, Spanned<String>>;

/// A rule as its file writes it. The table of its kind (`[equation]`, `[duration]`, `[respectively]`, `[calendar]`,
/// `[restatement]`) names the kind: tagged enums lose the places of strings.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RuleFile {
    /// The most that a finding can be: `error`, `warning`, `note`.
    pub severity: Spanned<String>,
    /// One sentence: what it finds.
    pub what: Spanned<String>,
    /// One sentence: why that matters to a reader.
    pub why: Spanned<String>,
    /// How far apart the numbers may stand; one sentence unless it says more.
    pub reach: Option<Spanned<String>>,
    /// Groups of words that silence the rule.
    #[serde(default)]
    pub unless: Vec<Spanned<String>>,
    /// `stated` (unless it says more) or `nothing`: whether a relation that holds accounts for its stated number.
    pub explains: Option<Spanned<String>>,
    /// The kind: arithmetic.
    pub equation: Option<CheckFile>,
    /// The kind: a stretch of time and its ends.
    pub duration: Option<CheckFile>,
    /// The kind: two lists of equal length.
    pub respectively: Option<CheckFile>,
    /// The kind: times and what is made of them.
    pub calendar: Option<CheckFile>,
    /// The kind: one fact stated in several places.
    pub restatement: Option<CheckFile>,
    /// Phrases by language code.
    #[serde(default)]
    pub phrases: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
    /// What is wrong, by language code.
    pub message: ByLanguage,
    /// What to say when only the tolerated reading holds.
    #[serde(default)]
    pub message_tolerated: ByLanguage,
    /// What to do, by language code.
    #[serde(default)]
    pub hint: ByLanguage,
    /// Its examples, which are its tests.
    #[serde(default)]
    pub example: Vec<Spanned<ExampleFile>>,
}

/// The table of a rule's kind.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CheckFile {
    /// What is asked of the calendar.
    pub asks: Option<Spanned<String>>,
    /// The equation that holds.
    pub holds: Option<Spanned<String>>,
    /// Or several, any of which may.
    #[serde(default)]
    pub any: Vec<Spanned<String>>,
    /// What must be certain before the equation means anything.
    pub requires: Option<Spanned<OneOrMore>>,
    /// A reading that writers use and readers stumble over.
    pub tolerated: Option<Spanned<String>>,
    /// `strict` or `explained`.
    pub shortfall: Option<Spanned<String>>,
    /// The roles by name.
    pub roles: BTreeMap<Spanned<String>, Spanned<RoleFile>>,
}

/// One string or a list of them.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum OneOrMore {
    /// `requires = "…"`
    One(String),
    /// `requires = ["…", "…"]`
    More(Vec<String>),
}

impl OneOrMore {
    /// All strings of it.
    pub fn all(&self) -> &[String] {
        match self {
            OneOrMore::One(one) => std::slice::from_ref(one),
            OneOrMore::More(more) => more,
        }
    }
}

/// A role as written: `{ is = "percent", sign = "direction" }`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RoleFile {
    /// What can play it.
    pub is: Spanned<String>,
    /// Whether a list plays it.
    #[serde(default)]
    pub many: bool,
    /// Whether phrases may leave it open; equations that name it then aren't asked.
    #[serde(default)]
    pub optional: bool,
    /// Where its sign comes from: `direction`.
    pub sign: Option<Spanned<String>>,
    /// What it must share with another role.
    pub same: Option<SameFile>,
    /// In what it must differ from another role.
    pub differ: Option<DifferFile>,
    /// The role whose rate is told per what this one counts.
    pub divides: Option<Spanned<String>>,
    /// What its numbers measure: a table of the units' file.
    pub measure: Option<Spanned<String>>,
    /// What its rates are told per.
    #[serde(default)]
    pub per: Vec<Spanned<String>>,
}

/// `same = { as = "before", in = ["unit"] }`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SameFile {
    /// The other role.
    #[serde(rename = "as")]
    pub role: Spanned<String>,
    /// What is shared: `unit`, `noun`, `per`.
    #[serde(rename = "in")]
    pub shared: Vec<Spanned<String>>,
}

/// `differ = { from = "before", in = ["unit"] }`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct DifferFile {
    /// The other role.
    pub from: Spanned<String>,
    /// What differs: `unit`, `per`.
    #[serde(rename = "in")]
    pub differing: Vec<Spanned<String>>,
}

/// An example; one of `fires`, `holds` and `silent` has its text.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ExampleFile {
    /// The language code.
    pub lang: Spanned<String>,
    /// A text with one finding of the rule, at the words in ⟦⟧.
    pub fires: Option<Spanned<String>>,
    /// A text in which the rule finds a relation that holds.
    pub holds: Option<Spanned<String>>,
    /// A text without a finding of any rule.
    pub silent: Option<Spanned<String>>,
}

/// Reads a file of this shape; a mistake in its TOML is added to the mistakes.
pub fn read_toml<T: DeserializeOwned>(file: &RuleSource, mistakes: &mut Vec<Mistake>) -> Option<T> {
    match toml::from_str(&file.text) {
        Ok(value) => Some(value),
        Err(error) => {
            mistakes.push(misread(file, &error));
            None
        }
    }
}

/// The mistake behind an error of the TOML reader, which says in one message what was found and what was expected.
pub fn misread(file: &RuleSource, error: &toml::de::Error) -> Mistake {
    let message = error.message();
    // The reader quotes first the word that it found, then those that it knows.
    let mut quoted = message.split('`').skip(1).step_by(2);
    let help = match quoted.next() {
        Some(found) if message.starts_with("unknown") => did_you_mean(found, quoted),
        Some(_) | None => None,
    };
    Mistake::new(file, error.span().unwrap_or(0..0), format!("This file can't be read: {message}"), "here").help(help)
}
