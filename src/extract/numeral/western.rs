//! Numbers in digits.

use nom::branch::alt;
use nom::character::complete::{char, digit1, none_of, one_of};
use nom::combinator::{eof, not, opt, peek, recognize, verify};
use nom::multi::many_m_n;
use nom::sequence::{pair, preceded, terminated};
use nom::{IResult, Parser};

use super::phrase::fail;
use crate::model::number::Number;
use crate::model::rational::Rational;

/// The digits of a number, without what separates them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digits {
    /// Before the decimal point.
    pub whole: String,
    /// After the decimal point.
    pub decimals: String,
    /// The power of ten behind an "e".
    pub power: i32,
}

impl Digits {
    /// The number, if it has not too many digits.
    pub fn number(&self) -> Option<Number> {
        Number::written(&self.whole, &self.decimals, &Rational::power_of_ten(self.power)?)
    }
}

/// Digits with thousands separators, decimals and a power of ten: `1,234.5`, `1 234 567`, `12,34,567.89`, `.08`, `1e10`.
pub fn digits(input: &str) -> IResult<&str, Digits> {
    let (rest, whole) = alt((indian, grouped, plain, peek(char('.')).map(|_| String::new()))).parse(input)?;
    let (rest, decimals) = opt(preceded(decimal_mark, digit1)).parse(rest)?;
    let (rest, decimals) = match (decimals, whole.is_empty()) {
        (Some(decimals), _) => (rest, decimals),
        (None, true) => return fail(input),
        (None, false) => continental(rest).unwrap_or((rest, "")),
    };
    let (rest, power) = opt(power).parse(rest)?;
    Ok((rest, Digits { whole, decimals: decimals.to_string(), power: power.unwrap_or(0) }))
}

/// More groups of digits than this are a list and no number.
const MOST_GROUPS: usize = 9;

fn plain(input: &str) -> IResult<&str, String> {
    digit1.map(str::to_string).parse(input)
}

/// One to three digits, and groups of three set off by the same mark.
fn grouped(input: &str) -> IResult<&str, String> {
    let (rest, head) = short(3).parse(input)?;
    let (_, mark) = one_of(",'’\u{a0}\u{2009}\u{202f} ").parse(rest)?;
    let (rest, groups) = many_m_n(1, MOST_GROUPS, preceded(char(mark), alt((group(3), noughts)))).parse(rest)?;
    Ok((rest, std::iter::once(head).chain(groups).collect()))
}

/// Groups of two before the last of three: `12,34,567`.
fn indian(input: &str) -> IResult<&str, String> {
    let (rest, head) = short(2).parse(input)?;
    let (rest, pairs) = many_m_n(1, MOST_GROUPS, preceded(char(','), group(2))).parse(rest)?;
    let (rest, last) = preceded(char(','), group(3)).parse(rest)?;
    Ok((rest, std::iter::once(head).chain(pairs).chain(std::iter::once(last)).collect()))
}

fn short<'i>(longest: usize) -> impl Parser<&'i str, Output = &'i str, Error = nom::error::Error<&'i str>> {
    verify(digit1, move |run: &str| run.len() <= longest)
}

fn group<'i>(length: usize) -> impl Parser<&'i str, Output = &'i str, Error = nom::error::Error<&'i str>> {
    verify(digit1, move |run: &str| run.len() == length)
}

/// Three noughts behind a stray space, which can't be a number of their own: "100, 000".
fn noughts(input: &str) -> IResult<&str, &str> {
    preceded(char(' '), verify(digit1, |run: &str| run == "000")).parse(input)
}

/// A full stop right before a digit.
fn decimal_mark(input: &str) -> IResult<&str, char> {
    alt((char('.'), char('·'))).parse(input)
}

/// Two decimals behind a comma, as prices are written on the Continent.
fn continental(input: &str) -> Option<(&str, &str)> {
    let after = alt((eof, recognize(none_of("0123456789,."))));
    let result: IResult<&str, &str> = terminated(preceded(char(','), group(2)), peek(after)).parse(input);
    result.ok()
}

fn power(input: &str) -> IResult<&str, i32> {
    let (rest, (sign, run)) = preceded(one_of("eE"), pair(opt(one_of("+-")), short(3))).parse(input)?;
    not(nom::character::complete::alpha1).parse(rest)?;
    let size: i32 = run.parse().unwrap_or(0);
    Ok((rest, if sign == Some('-') { -size } else { size }))
}
