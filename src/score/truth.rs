//! Truth files: what a careful reader finds in a text of the corpus.

use serde::Deserialize;

use crate::model::document::Span;

/// A truth file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Truth {
    /// What kind of text it is.
    pub genre: String,
    /// The language code of the text.
    pub language: String,
    /// Whether the rules were made with it in view.
    pub half: Half,
    /// The relations that can be checked.
    #[serde(default, rename = "relation")]
    pub relations: Vec<TrueRelation>,
}

/// Which half of the corpus a text belongs to.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[serde(rename_all = "lowercase")]
pub enum Half {
    /// Seen while the rules were made.
    Before,
    /// Not seen: the honest half.
    After,
}

/// One relation of a truth file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrueRelation {
    /// Whether it holds.
    pub verdict: TrueVerdict,
    /// The kind of relation, in the words of the corpus' README.
    pub rule: String,
    /// Words that occur once in the text, at or before the first number.
    pub quote: String,
    /// The numbers as printed, in the order of the text.
    pub numbers: Vec<String>,
    /// The number that is wrong, as printed.
    pub at: Option<String>,
    /// What it should be.
    pub was: Option<String>,
    /// How it was got wrong.
    pub slip: Option<String>,
}

/// Whether a relation of a truth file holds.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum TrueVerdict {
    /// It does.
    Holds,
    /// It doesn't.
    Broken,
}

impl Truth {
    /// Reads a truth file.
    pub fn parse(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }
}

/// Where the numbers of a relation stand in the text, or what can't be found there.
pub fn places(relation: &TrueRelation, text: &str) -> Result<Vec<Span>, String> {
    let mut quotes = text.match_indices(&relation.quote);
    let (start, _) = quotes.next().ok_or_else(|| relation.quote.clone())?;
    if quotes.next().is_some() {
        return Err(relation.quote.clone());
    }
    let mut from = start;
    let mut found = Vec::with_capacity(relation.numbers.len());
    for number in &relation.numbers {
        let at = text.get(from..).and_then(|rest| rest.find(number.as_str())).ok_or_else(|| number.clone())?;
        found.push(Span::new(from + at, from + at + number.len()));
        from += at + number.len();
    }
    Ok(found)
}
