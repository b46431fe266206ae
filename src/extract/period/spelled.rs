//! Days and years in words: "twenty second", "nineteen ninety six", "two thousand and fifteen".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map_opt, opt, verify};
use nom::sequence::preceded;

use super::Read;
use super::atom::{after_space, joint, listed};
use crate::model::time_words::TimeWords;

/// A number under a hundred in words: "five", "seventeen", "ninety six".
pub fn small<'t>(words: &TimeWords, input: &'t str) -> Read<'t, u8> {
    let (rest, first) = listed(&words.cardinals, input)?;
    if !is_tens(first) {
        return Ok((rest, first));
    }
    let (rest, unit) = opt(preceded(joint, verify(|rest| listed(&words.cardinals, rest), |unit| (1..=9).contains(unit)))).parse(rest)?;
    Ok((rest, first + unit.unwrap_or(0)))
}

fn is_tens(number: u8) -> bool {
    number >= 20 && number.is_multiple_of(10)
}

/// An ordinal under a hundred in words: "second", "twenty second".
pub fn ordinal<'t>(words: &TimeWords, input: &'t str) -> Read<'t, u8> {
    let compound =
        (verify(|rest| listed(&words.cardinals, rest), |tens| is_tens(*tens)), preceded(joint, |rest| listed(&words.ordinals, rest)));
    let compound = map_opt(compound, |(tens, unit)| (unit <= 9).then_some(tens + unit));
    alt((compound, |rest| listed(&words.ordinals, rest))).parse(input)
}

/// A day of the month in words, as an ordinal.
pub fn day_ordinal<'t>(words: &TimeWords, input: &'t str) -> Read<'t, u8> {
    verify(|rest| ordinal(words, rest), |day| (1..=31).contains(day)).parse(input)
}

/// A day of the month in words, as a plain number.
pub fn day_cardinal<'t>(words: &TimeWords, input: &'t str) -> Read<'t, u8> {
    verify(|rest| small(words, rest), |day| (1..=31).contains(day)).parse(input)
}

/// A year in words.
pub fn year<'t>(words: &TimeWords, input: &'t str) -> Read<'t, i32> {
    alt((|rest| by_thousands(words, rest), |rest| by_hundreds(words, rest), |rest| by_pairs(words, rest))).parse(input)
}

/// "Two thousand and fifteen".
fn by_thousands<'t>(words: &TimeWords, input: &'t str) -> Read<'t, i32> {
    let (rest, thousands) = verify(|rest| listed(&words.cardinals, rest), |count| (1..=2).contains(count)).parse(input)?;
    let (rest, ()) = after_space(|rest| listed(&words.thousand, rest)).parse(rest)?;
    let (rest, more) = opt(|rest| remainder(words, rest)).parse(rest)?;
    Ok((rest, i32::from(thousands) * 1000 + i32::from(more.unwrap_or(0))))
}

/// "Nineteen hundred ninety three".
fn by_hundreds<'t>(words: &TimeWords, input: &'t str) -> Read<'t, i32> {
    let (rest, hundreds) = century(words, input)?;
    let (rest, ()) = after_space(|rest| listed(&words.hundred, rest)).parse(rest)?;
    let (rest, more) = opt(|rest| remainder(words, rest)).parse(rest)?;
    Ok((rest, i32::from(hundreds) * 100 + i32::from(more.unwrap_or(0))))
}

/// What follows the hundreds or thousands: "and fifteen".
fn remainder<'t>(words: &TimeWords, input: &'t str) -> Read<'t, u8> {
    let (rest, _) = opt(after_space(|rest| listed(&words.number_and, rest))).parse(input)?;
    after_space(|rest| small(words, rest)).parse(rest)
}

/// "Nineteen ninety six", "nineteen zero one".
fn by_pairs<'t>(words: &TimeWords, input: &'t str) -> Read<'t, i32> {
    let (rest, hundreds) = century(words, input)?;
    let (rest, zero) = opt(preceded(joint, verify(|rest| listed(&words.cardinals, rest), |zero| *zero == 0))).parse(rest)?;
    let (rest, pair) = preceded(joint, verify(|rest| small(words, rest), |pair| (*pair < 10) == zero.is_some())).parse(rest)?;
    Ok((rest, i32::from(hundreds) * 100 + i32::from(pair)))
}

/// The hundreds of a year, from 1100 to 2000.
fn century<'t>(words: &TimeWords, input: &'t str) -> Read<'t, u8> {
    verify(|rest| listed(&words.cardinals, rest), |hundreds| (11..=20).contains(hundreds)).parse(input)
}

/// "Nineteen seventies": its first year.
pub fn decade<'t>(words: &TimeWords, input: &'t str) -> Read<'t, i32> {
    let (rest, (hundreds, tens)) = (|rest| century(words, rest), preceded(joint, |rest| listed(&words.decades, rest))).parse(input)?;
    Ok((rest, i32::from(hundreds) * 100 + i32::from(tens)))
}
