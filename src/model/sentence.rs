//! A sentence as rules see it: known words, marks, and claims in place of numbers.

use super::document::Span;

/// A word or mark that some rule or language file mentions; [`WordId::UNKNOWN`] is every other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordId(pub u32);

impl WordId {
    /// A word that no rule mentions.
    pub const UNKNOWN: WordId = WordId(0);
}

/// One step of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// Where it stands in the document's prose.
    pub span: Span,
    /// What it is.
    pub what: What,
}

/// What an item of a sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A word.
    Word(WordId),
    /// A claim, by its index among the claims of the document.
    Claim(usize),
    /// A punctuation mark or symbol that is part of no word and no claim.
    Mark(char),
}

/// A sentence of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The index of its block.
    pub block: usize,
    /// Where it stands in the document's prose.
    pub span: Span,
    /// Its words, marks and claims, in the order of the text.
    pub items: Vec<Item>,
    /// The lists of names in it, by their index among the claims of the document; their words are items as well.
    pub names: Vec<usize>,
    /// The number of its language in the rulebook.
    pub language: usize,
}
