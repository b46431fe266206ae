//! What the little languages of equations and phrases share: names, and errors that say what was expected where.

use nom::Parser;
use nom::bytes::complete::take_while1;
use nom::error::{ErrorKind, ParseError};

/// The result of a parser of the little languages.
pub type Parsed<'t, T> = nom::IResult<&'t str, T, Expected<'t>>;

/// What a parser expected, and the rest of the text where it did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected<'t> {
    /// The text from the place on.
    pub rest: &'t str,
    /// What should have been there.
    pub what: &'static str,
}

impl<'t> ParseError<&'t str> for Expected<'t> {
    fn from_error_kind(rest: &'t str, _kind: ErrorKind) -> Self {
        Expected { rest, what: "something else" }
    }

    fn append(_rest: &'t str, _kind: ErrorKind, other: Self) -> Self {
        other
    }
}

/// The parser, or a final error that names what was expected in its place.
pub fn expect<'t, T>(
    what: &'static str,
    mut parser: impl Parser<&'t str, Output = T, Error = Expected<'t>>,
) -> impl Parser<&'t str, Output = T, Error = Expected<'t>> {
    move |text: &'t str| match parser.parse(text) {
        Err(nom::Err::Error(_)) => Err(nom::Err::Failure(Expected { rest: text, what })),
        other => other,
    }
}

/// A name of a role or group: letters, digits, hyphens and underscores.
pub fn name(text: &str) -> Parsed<'_, &str> {
    let (rest, word) = take_while1(|letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_')).parse(text)?;
    if word.starts_with(char::is_alphabetic) {
        return Ok((rest, word));
    }
    Err(nom::Err::Error(Expected { rest: text, what: "a name" }))
}

/// The word or mark that a text begins with, for a label.
pub fn first_word(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '-' | '_')).unwrap_or(text.len());
    let end = if end == 0 { text.chars().next().map_or(0, char::len_utf8) } else { end };
    text.get(..end).unwrap_or(text)
}

/// The first place where more brackets are open than anyone needs: deeper nesting is not read, so that no text
/// can make the parsers recurse without end.
pub fn too_deep(text: &str, open: char, close: char) -> Option<&str> {
    const DEEPEST: usize = 16;
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices() {
        if letter == open {
            depth += 1;
        } else if letter == close {
            depth = depth.saturating_sub(1);
        }
        if depth > DEEPEST {
            return text.get(at..at + letter.len_utf8());
        }
    }
    None
}

/// What a parser made of a whole text, or the error with the place where it stopped.
pub fn finish<'t, T>(result: Parsed<'t, T>, at_end: &'static str) -> Result<T, Expected<'t>> {
    match result {
        Ok((rest, value)) if rest.trim().is_empty() => Ok(value),
        Ok((rest, _)) => Err(Expected { rest: rest.trim_start(), what: at_end }),
        Err(nom::Err::Error(error) | nom::Err::Failure(error)) => Err(Expected { rest: error.rest.trim_start(), what: error.what }),
        Err(nom::Err::Incomplete(_)) => Err(Expected { rest: "", what: at_end }),
    }
}
