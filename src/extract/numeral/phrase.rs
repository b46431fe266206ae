//! Word tables as parsers.

use nom::bytes::complete::take_while1;
use nom::combinator::opt;
use nom::error::{Error, ErrorKind};
use nom::{IResult, Parser};

use crate::model::word_table::WordTable;

/// The longest phrase of the table, with what it means.
pub fn phrase<'i, V: Clone>(table: &WordTable<V>) -> impl Parser<&'i str, Output = V, Error = Error<&'i str>> {
    move |input: &'i str| match table.longest(input) {
        Some((length, value)) => Ok((input.get(length..).unwrap_or(""), value.clone())),
        None => fail(input),
    }
}

/// White space or hyphens between the words of a numeral.
pub fn gap(input: &str) -> IResult<&str, &str> {
    take_while1(|letter: char| letter.is_whitespace() || matches!(letter, '-' | '‐' | '‑')).parse(input)
}

/// White space, or none.
pub fn spaces(input: &str) -> IResult<&str, Option<&str>> {
    opt(take_while1(char::is_whitespace)).parse(input)
}

/// No match here.
pub fn fail<T>(input: &str) -> IResult<&str, T> {
    Err(nom::Err::Error(Error::new(input, ErrorKind::Verify)))
}
