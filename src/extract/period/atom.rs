//! The smallest pieces of a time: gaps, words of a table, runs of digits.

use nom::Parser;
use nom::bytes::complete::{take_while, take_while1};
use nom::character::complete::digit1;
use nom::combinator::{map_opt, opt, value, verify};
use nom::error::{Error, ErrorKind};
use nom::sequence::preceded;

use super::Read;
use crate::model::time_words::{MonthName, Spelling, TimeWords};
use crate::model::word_table::WordTable;

/// The answer of a parser that found nothing.
pub fn failure(input: &str) -> nom::Err<Error<&str>> {
    nom::Err::Error(Error::new(input, ErrorKind::Fail))
}

/// White space, or none.
pub fn gap(input: &str) -> Read<'_, &str> {
    take_while(char::is_whitespace).parse(input)
}

/// White space, at least one.
pub fn space(input: &str) -> Read<'_, &str> {
    take_while1(char::is_whitespace).parse(input)
}

/// White space or a hyphen between two words of one expression.
pub fn joint(input: &str) -> Read<'_, &str> {
    take_while1(|letter: char| letter.is_whitespace() || is_hyphen(letter)).parse(input)
}

/// Whether a character may join two words.
pub fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '‐' | '‑')
}

/// Whether a character may stand between the ends of a range.
pub fn is_dash(letter: char) -> bool {
    is_hyphen(letter) || matches!(letter, '–' | '—' | '−' | '~' | '～')
}

/// The longest phrase of a table at the beginning of the input.
pub fn listed<'t, V: Copy>(table: &WordTable<V>, input: &'t str) -> Read<'t, V> {
    let (length, value) = table.longest(input).ok_or_else(|| failure(input))?;
    let rest = input.get(length..).ok_or_else(|| failure(input))?;
    Ok((rest, *value))
}

/// The letters at the beginning of the input, if they are a word of the table, whatever follows them: "Dec31".
pub fn letters<'t, V: Copy>(table: &WordTable<V>, input: &'t str) -> Read<'t, V> {
    map_opt(take_while1(char::is_alphabetic), |word: &str| {
        table.longest(word).filter(|(length, _)| *length == word.len()).map(|(_, value)| *value)
    })
    .parse(input)
}

/// One of several beginnings of the input, whatever follows it.
pub fn prefix<'t>(prefixes: &[Box<str>], input: &'t str) -> Read<'t, ()> {
    let length = prefixes.iter().filter(|prefix| folded_start(input, prefix)).map(|prefix| prefix.len()).max();
    let rest = length.and_then(|length| input.get(length..)).ok_or_else(|| failure(input))?;
    Ok((rest, ()))
}

/// Whether the input begins with the prefix, whatever the case and the kind of apostrophe.
fn folded_start(input: &str, prefix: &str) -> bool {
    input.get(..prefix.len()).is_some_and(|start| start.to_lowercase() == prefix)
}

/// A run of `least` to `most` digits, and not of more.
pub fn number<'t>(least: usize, most: usize) -> impl Parser<&'t str, Output = u32, Error = Error<&'t str>> {
    map_opt(verify(digit1, move |run: &str| (least..=most).contains(&run.len())), |run: &str| run.parse().ok())
}

/// Whether a number or word may end before `rest`: no letter, digit, decimal or percent sign goes on with it.
pub fn is_closed(rest: &str) -> bool {
    let mut after = rest.chars();
    match after.next() {
        None => true,
        Some('.' | ',' | ':' | '·') => !after.next().is_some_and(|letter| letter.is_ascii_digit()),
        Some('%' | '‰' | '°' | '％' | '_') => false,
        Some(letter) => !letter.is_alphanumeric(),
    }
}

/// Succeeds without taking anything if a number or word may end here.
pub fn closed(input: &str) -> Read<'_, ()> {
    if is_closed(input) { Ok((input, ())) } else { Err(failure(input)) }
}

/// Whether a time may begin between `before` and `input`: not in the middle of a word, a number, a sum of money or a path.
pub fn begins_freely(before: &str, input: &str) -> bool {
    let Some(first) = input.chars().next() else { return false };
    let mut back = before.chars().rev();
    let Some(last) = back.next() else { return true };
    if !first.is_ascii_digit() {
        return !last.is_alphanumeric();
    }
    let figure_before = back.next().is_some_and(|letter| letter.is_ascii_digit());
    match last {
        '.' | ',' | ':' | '/' | '\\' | '+' | '−' | '#' | '№' | '*' | '×' => {
            !figure_before && !matches!(last, '#' | '№' | '/' | '\\' | '+' | '×' | '−') && last != '.'
        }
        '$' | '£' | '€' | '¥' | '￥' | '₹' | '₩' => false,
        '-' => !figure_before,
        last => !last.is_alphanumeric(),
    }
}

/// Whether a time may begin with the number at the beginning of the input, if there is one: most numbers of a text are
/// told apart by how many digits they have and what comes next.
pub fn may_be_time(input: &str) -> bool {
    let after = input.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let next = after.trim_start().chars().next();
    match input.len() - after.len() {
        0 | 4 | 8 => true,
        1 | 2 => next.is_some_and(|next| next.is_alphabetic() || is_dash(next) || matches!(next, '/' | '.' | '\'' | '’')),
        3 => next.is_some_and(char::is_alphabetic),
        5.. => false,
    }
}

/// The name of a month, with the full stop of its abbreviation; a full stop before a digit is a separator.
pub fn month<'t>(words: &TimeWords, input: &'t str) -> Read<'t, MonthName> {
    let (rest, name) = letters(&words.months, input)?;
    let name: MonthName = name;
    let rest = match rest.strip_prefix('.') {
        Some(after) if name.spelling == Spelling::Abbreviated || after.starts_with(|next: char| next.is_ascii_digit()) => after,
        Some(_) | None => rest,
    };
    Ok((rest, name))
}

/// A day of the month in digits, with or without the ending of an ordinal.
pub fn day_digits<'t>(words: &TimeWords, input: &'t str) -> Read<'t, u8> {
    let (rest, day) = verify(number(1, 2), |day| (1..=31).contains(day)).parse(input)?;
    let (rest, _) = opt(|rest| prefix(&words.ordinal_suffixes, rest)).parse(rest)?;
    let day = u8::try_from(day).map_err(|_| failure(input))?;
    value(day, closed).parse(rest)
}

/// White space, and an article if there is one.
pub fn article<'t>(words: &TimeWords, input: &'t str) -> Read<'t, ()> {
    let (rest, _) = opt((|rest| listed(&words.articles, rest), space)).parse(input)?;
    Ok((rest, ()))
}

/// What follows white space.
pub fn after_space<'t, T>(
    parser: impl Parser<&'t str, Output = T, Error = Error<&'t str>>,
) -> impl Parser<&'t str, Output = T, Error = Error<&'t str>> {
    preceded(space, parser)
}
