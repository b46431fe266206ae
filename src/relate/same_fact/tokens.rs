//! A sentence as words that say what its numbers are about.

use rustc_hash::FxHashMap;

use crate::model::claim::{Claim, Kind};
use crate::model::document::{BlockKind, Document};
use crate::model::rulebook::Rulebook;
use crate::model::sentence::{Sentence, What, WordId};

use super::words::{Class, Stem, Words, hashed};
use crate::relate::roles::is_time;

/// One step of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token {
    /// A word that belongs to what the sentence is about.
    Word(Stem, Weight),
    /// A word that only joins others.
    Joiner,
    /// A word that says nothing.
    Idle,
    /// Up (1), down (-1) or either (0).
    Direction(i8),
    /// The number behind is an earlier one.
    Earlier,
    /// The number behind is what something has come to.
    Now,
    /// A time, by its index among the claims.
    Time(usize),
    /// A number, by its index among the claims.
    Number(usize),
    /// A punctuation mark.
    Mark(char),
}

/// How much hangs on a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// It says what the fact is about.
    Plain,
    /// It says which of several alike facts it is: a name, "women", "aged 16 to 24".
    Telling,
}

/// The tokens of sentences; stems of words already met are kept.
pub struct Reader<'a> {
    /// The document.
    pub document: &'a Document,
    /// Its claims.
    pub claims: &'a [Claim],
    /// The rulebook.
    pub rulebook: &'a Rulebook,
    /// The words of its languages.
    pub words: &'a Words,
    stems: FxHashMap<&'a str, Stem>,
}

impl<'a> Reader<'a> {
    /// A reader of this document.
    pub fn new(document: &'a Document, claims: &'a [Claim], rulebook: &'a Rulebook, words: &'a Words) -> Self {
        Reader { document, claims, rulebook, words, stems: FxHashMap::default() }
    }

    /// The tokens of a sentence.
    pub fn tokens(&mut self, sentence: &Sentence) -> Vec<Token> {
        let heading = self.document.blocks.get(sentence.block).is_some_and(|block| block.kind == BlockKind::Heading);
        let mut tokens = Vec::with_capacity(sentence.items.len());
        let mut place = 0;
        while let Some(item) = sentence.items.get(place) {
            let mut length = 1;
            match item.what {
                What::Mark(mark) => tokens.push(Token::Mark(mark)),
                What::Claim(index) => tokens.push(self.claim(index)),
                What::Word(_) => {
                    let ahead: Vec<WordId> = sentence.items.iter().skip(place).map_while(|item| word_of(item.what)).take(LONGEST).collect();
                    let (words, class) = self.words.class(sentence.language, &ahead).unwrap_or((1, Class::Plain));
                    length = words.max(1);
                    let text = self.document.prose.get(item.span.range()).unwrap_or("");
                    let name = !heading && place > 0 && text.starts_with(char::is_uppercase);
                    tokens.push(match class {
                        Class::Idle => Token::Idle,
                        Class::Joiner => Token::Joiner,
                        Class::Direction(sign) => Token::Direction(sign),
                        Class::Earlier => Token::Earlier,
                        Class::Now => Token::Now,
                        Class::Telling => Token::Word(self.stem(text, sentence.language), Weight::Telling),
                        Class::Plain if name => Token::Word(self.stem(text, sentence.language), Weight::Telling),
                        Class::Plain => Token::Word(self.stem(text, sentence.language), Weight::Plain),
                    });
                }
            }
            place += length;
        }
        self.with_own_names(tokens, sentence.language)
    }

    /// A time, a number that can be a fact, or one that only tells which fact another is: an age, a place in an order.
    fn claim(&self, index: usize) -> Token {
        let Some(claim) = self.claims.get(index) else { return Token::Idle };
        if is_time(claim.kind) {
            return Token::Time(index);
        }
        let words = self.document.words(claim.span);
        let digits: String = words.chars().filter(char::is_ascii_digit).collect();
        match claim.kind {
            Kind::Age | Kind::Ordinal | Kind::Rank if digits.is_empty() => Token::Word(hashed(&words.to_lowercase()), Weight::Telling),
            Kind::Age | Kind::Ordinal | Kind::Rank => Token::Word(hashed(&digits), Weight::Telling),
            _ if super::is_fact(claim, words) => Token::Number(index),
            Kind::Amount | Kind::Money | Kind::Percent | Kind::PercentagePoint | Kind::BasisPoint | Kind::Times => {
                Token::Word(hashed(&words.to_lowercase()), Weight::Plain)
            }
            Kind::Ratio | Kind::Rate | Kind::Index | Kind::Duration | Kind::Date | Kind::Period | Kind::Clock | Kind::Names => {
                Token::Word(hashed(&words.to_lowercase()), Weight::Plain)
            }
        }
    }

    fn stem(&mut self, word: &'a str, language: usize) -> Stem {
        let (words, rulebook) = (self.words, self.rulebook);
        *self.stems.entry(word).or_insert_with(|| words.stem(word, language, rulebook))
    }

    /// The tokens with other ways to say a metric replaced by its own name.
    fn with_own_names(&self, tokens: Vec<Token>, language: usize) -> Vec<Token> {
        let mut named = Vec::with_capacity(tokens.len());
        let mut place = 0;
        while let Some(token) = tokens.get(place) {
            let stems: Vec<Stem> = tokens.iter().skip(place).map_while(|token| stem_of(*token)).take(LONGEST).collect();
            match self.words.synonym(language, &stems) {
                Some((length, name)) => {
                    named.extend(name.iter().map(|stem| Token::Word(*stem, Weight::Plain)));
                    place += length.max(1);
                }
                None => {
                    named.push(*token);
                    place += 1;
                }
            }
        }
        named
    }
}

/// How many words a phrase may have.
const LONGEST: usize = 6;

fn word_of(what: What) -> Option<WordId> {
    match what {
        What::Word(word) => Some(word),
        What::Claim(_) | What::Mark(_) => None,
    }
}

fn stem_of(token: Token) -> Option<Stem> {
    match token {
        Token::Word(stem, _) => Some(stem),
        Token::Joiner | Token::Idle | Token::Direction(_) | Token::Earlier | Token::Now => None,
        Token::Time(_) | Token::Number(_) | Token::Mark(_) => None,
    }
}
