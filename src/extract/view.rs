//! A sentence under the scanner, with the words to read it by.

use crate::model::numeral_words::NumeralWords;
use crate::model::unit::Unit;
use crate::model::word_table::WordTable;

/// A sentence and what is known about its language. Places are bytes of the sentence.
#[derive(Clone, Copy)]
pub struct View<'t> {
    /// The sentence.
    pub text: &'t str,
    /// The end of the claim before: what stands there is spoken for.
    pub floor: usize,
    /// Where the last number ended that named a thing, if there was one: "Table 4" in "Tables 4 and 5".
    pub label_end: Option<usize>,
    /// The numerals of its language.
    pub words: &'t NumeralWords,
    /// All units.
    pub units: &'t WordTable<Unit>,
}

impl<'t> View<'t> {
    /// The sentence from a place on.
    pub fn from(&self, at: usize) -> &'t str {
        self.text.get(at..).unwrap_or("")
    }

    /// What stands between the claim before and a place.
    pub fn before(&self, at: usize) -> &'t str {
        self.text.get(self.floor..at).unwrap_or("")
    }

    /// The character right before a place.
    pub fn last(&self, at: usize) -> Option<char> {
        self.text.get(..at)?.chars().next_back()
    }

    /// The character at a place.
    pub fn next(&self, at: usize) -> Option<char> {
        self.from(at).chars().next()
    }

    /// The first place from `at` on that is no white space.
    pub fn past_spaces(&self, at: usize) -> usize {
        let rest = self.from(at);
        at + rest.len() - rest.trim_start().len()
    }

    /// Behind white space or a hyphen, with which a unit may be tied to its number.
    pub fn past_tie(&self, at: usize) -> usize {
        let spaced = self.past_spaces(at);
        match self.next(spaced) {
            Some(hyphen @ ('-' | '‐' | '‑')) if spaced == at && self.next(spaced + hyphen.len_utf8()).is_some_and(char::is_alphabetic) => {
                spaced + hyphen.len_utf8()
            }
            Some(_) | None => spaced,
        }
    }

    /// Where a phrase of the table that stands right before a place begins, with what it means.
    pub fn behind<V>(&self, table: &'t WordTable<V>, at: usize) -> Option<(usize, &'t V)> {
        let (start, value) = table.longest_before(self.before(at))?;
        Some((self.floor + start, value))
    }

    /// Where a phrase of the table that stands right after a place and white space ends, with what it means.
    pub fn ahead<V>(&self, table: &'t WordTable<V>, at: usize) -> Option<(usize, &'t V)> {
        let at = self.past_spaces(at);
        let (length, value) = table.longest(self.from(at))?;
        Some((at + length, value))
    }

    /// The end of the word that begins at a place: letters, digits and apostrophes between them.
    pub fn word_end(&self, at: usize) -> usize {
        let rest = self.from(at);
        let mut letters = rest.char_indices().peekable();
        while let Some((offset, letter)) = letters.next() {
            let inner = matches!(letter, '\'' | '’') && letters.peek().is_some_and(|(_, next)| next.is_alphabetic());
            if !(letter.is_alphanumeric() || inner) {
                return at + offset;
            }
        }
        self.text.len()
    }
}
