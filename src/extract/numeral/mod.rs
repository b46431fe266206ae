//! Numerals: digits, words and mixtures of both.
//!
//! Every parser begins at the first character of a numeral and says nothing about what stands before it.

pub mod compound;
pub mod fraction;
pub mod ordinal;
pub mod phrase;
pub mod spelled;
pub mod western;

use nom::Parser as _;

use crate::model::number::Number;
use crate::model::numeral_words::NumeralWords;
use crate::model::word_table::is_han;

/// A numeral as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numeral {
    /// Its value, and how finely it is written.
    pub number: Number,
    /// Whether it begins with digits or with a word.
    pub form: Form,
    /// What kind of numeral it is.
    pub shape: Shape,
    /// Whether a scale word is part of it.
    pub scale: Scale,
}

/// How a numeral begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// With a digit.
    Digits,
    /// With a word.
    Words,
}

/// What kind of numeral it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// So many.
    Cardinal,
    /// A part, by its denominator.
    Fraction(i128),
    /// A part with "a" for its numerator, which may as well be an ordinal ("a third party").
    ArticleFraction(i128),
    /// A part that needs no numerator ("half").
    BareFraction(i128),
    /// The how-manieth.
    Ordinal,
    /// A multiple in one word ("doubled").
    Multiple,
}

/// Whether a scale word is part of a numeral.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// It isn't.
    Plain,
    /// It is: "15.3 trillion".
    Scaled,
}

/// The longest numeral that the text begins with, and how many bytes it takes.
pub fn numeral(text: &str, words: &NumeralWords) -> Option<(usize, Numeral)> {
    if text.starts_with(|letter: char| letter.is_alphabetic() && !is_han(letter)) {
        words.starts.longest(text)?;
    }
    let read = |(rest, numeral): (&str, Numeral)| (text.len() - rest.len(), numeral);
    let ordinal = ordinal::ordinal(words).parse(text).ok().map(read);
    let fraction = fraction::fraction(words).parse(text).ok().map(read);
    let cardinal = spelled::cardinal(words).parse(text).ok().map(read);
    let multiple = ordinal::multiple(words).parse(text).ok().map(read);
    // Of equally long ones the first stands: "a third" is read as a fraction only where it isn't an ordinal.
    [cardinal, fraction, ordinal, multiple].into_iter().flatten().reduce(|best, next| if next.0 > best.0 { next } else { best })
}
