//! Numbers in digits.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while1};
use nom::character::complete::{char, digit1, none_of, one_of, space0};
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

/// Digits with thousands separators, decimals and a power of ten: `1,234.5`, `1 234 567`, `12,34,567.89`, `.08`, `1e10`, `10⁶`.
pub fn digits(input: &str) -> IResult<&str, Digits> {
    let (rest, whole) = alt((dotted, indian, grouped, plain, peek(char('.')).map(|_| String::new()))).parse(input)?;
    let (rest, decimals) = opt(preceded(decimal_mark, digit1)).parse(rest)?;
    let (rest, decimals) = match (decimals, whole.is_empty()) {
        (Some(decimals), _) => (rest, decimals),
        (None, true) => return fail(input),
        (None, false) => continental(rest).unwrap_or((rest, "")),
    };
    if whole == "10"
        && decimals.is_empty()
        && let Ok((rest, power)) = lone_exponent(rest)
    {
        return Ok((rest, Digits { whole: "1".to_string(), decimals: String::new(), power }));
    }
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

/// Groups set off by full stops, as they are on the Continent: `1.234,5`, `1.234.567`. "1.234" has three decimals, and four
/// groups are a network address.
fn dotted(input: &str) -> IResult<&str, String> {
    let (rest, head) = verify(short(3), |run: &str| !run.starts_with('0')).parse(input)?;
    let (rest, groups) = many_m_n(1, 2, preceded(char('.'), group(3))).parse(rest)?;
    not((char('.'), digit1)).parse(rest)?;
    if groups.len() < 2 && continental(rest).is_none() {
        return fail(input);
    }
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

/// One or two decimals behind a comma, as they are written on the Continent; "[2,5]" are two notes.
fn continental(input: &str) -> Option<(&str, &str)> {
    let goes_on = pair(opt(one_of(",.")), one_of("0123456789"));
    let after_two = not(goes_on);
    let stop = terminated(char('.'), alt((eof, recognize(none_of("0123456789")))));
    let after_one = alt((eof, recognize(one_of(" \u{a0}\u{202f}%‰€-;!?")), recognize(stop)));
    let one: IResult<&str, &str> = terminated(preceded(char(','), group(1)), peek(after_one)).parse(input);
    let two: IResult<&str, &str> = terminated(preceded(char(','), group(2)), after_two).parse(input);
    one.or(two).ok()
}

/// The power of ten in `1e6`, `3.2×10^5`, `3.2 x 10⁵`.
fn power(input: &str) -> IResult<&str, i32> {
    let letter = terminated(preceded(one_of("eE"), signed_power), not(nom::character::complete::alpha1));
    let times = (space0, one_of("x×*·⋅"), space0, tag("10"));
    // "5.5x10-3" has lost the mark or the place of its power.
    let lowered = preceded(pair(one_of("x×*·⋅"), tag("10")), preceded(peek(one_of("-−")), signed_power));
    alt((letter, preceded(times, alt((exponent, raised))), lowered)).parse(input)
}

/// `^6`, `^-3`: how many times a number is multiplied with itself.
pub fn exponent(input: &str) -> IResult<&str, i32> {
    preceded(char('^'), signed_power).parse(input)
}

/// The same behind a ten that stands for itself, where a small raised digit is rather a note: "10⁶", but not "in 10²".
fn lone_exponent(input: &str) -> IResult<&str, i32> {
    alt((exponent, verify(raised, |power| !(0..=3).contains(power)))).parse(input)
}

fn signed_power(input: &str) -> IResult<&str, i32> {
    let (rest, (sign, run)) = pair(opt(one_of("+-−")), short(3)).parse(input)?;
    let size: i32 = run.parse().unwrap_or(0);
    Ok((rest, if matches!(sign, Some('-' | '−')) { -size } else { size }))
}

/// Raised digits: `⁻³`.
fn raised(input: &str) -> IResult<&str, i32> {
    let digit = |letter: char| RAISED.iter().position(|raised| *raised == letter);
    let (rest, (sign, run)) = pair(opt(char('⁻')), take_while1(|letter| digit(letter).is_some())).parse(input)?;
    let size = run.chars().filter_map(digit).fold(0_i32, |size, digit| size.saturating_mul(10).saturating_add(digit as i32));
    Ok((rest, if sign.is_some() { -size } else { size }))
}

const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
