//! Quarters, halves and the first several months of a year.

use nom::Parser;
use nom::branch::alt;
use nom::character::complete::one_of;
use nom::combinator::{map, map_opt, opt, value, verify};
use nom::sequence::{preceded, terminated};

use super::atom::{closed, failure, gap, is_hyphen, joint, listed, number, prefix, space};
use super::year::{YearSaid, closed_digits, digits, year_said};
use super::{Form, Read, Reading, spelled};
use crate::model::period::{Calendar, Moment, Period, TimeUnit};
use crate::model::time_words::{Standing, TimeWords, YearWord};

/// A stretch of months of an unsaid year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Months {
    first: u8,
    last: u8,
    calendar: Calendar,
    /// The part of a year that was numbered; nothing for several parts together.
    numbered: Option<TimeUnit>,
    form: Form,
}

impl Months {
    /// Part number `place` of a year that is cut into parts of `unit`.
    fn part(place: u8, unit: TimeUnit, form: Form) -> Option<Self> {
        let length = length(unit)?;
        let last = place.checked_mul(length).filter(|last| (length..=12).contains(last))?;
        Some(Months { first: last - length + 1, last, calendar: Calendar::Civil, numbered: Some(unit), form })
    }

    fn period(self) -> Period {
        let period = Period::between(Moment::month(None, self.first), Moment::month(None, self.last));
        Period { calendar: self.calendar, numbered: self.numbered, ..period }
    }
}

/// How many months a part of a year has.
fn length(unit: TimeUnit) -> Option<u8> {
    match unit {
        TimeUnit::Month => Some(1),
        TimeUnit::Quarter => Some(3),
        TimeUnit::Half => Some(6),
        TimeUnit::Day | TimeUnit::Week | TimeUnit::Year => None,
    }
}

/// A quarter or half of a year: "Q1 2014", "2016H2", "Quarter 4 2013", "the third quarter of 2016", "the first half of this year".
pub fn quarter_or_half<'t>(words: &TimeWords, input: &'t str) -> Read<'t, Reading> {
    alt((|rest| short_year(words, rest), |rest| year_before(words, rest), |rest| year_behind(words, rest))).parse(input)
}

/// "2016 Q3", "2017-q1", "2016H2".
fn year_before<'t>(words: &TimeWords, input: &'t str) -> Read<'t, Reading> {
    let mut parts = (digits, opt(joint), alt((|rest| short(words, rest), |rest| by_order(words, rest))));
    let (rest, (year, _, months)) = parts.parse(input)?;
    Ok((rest, Reading { period: YearSaid::Year(year).of(months.period()), form: Form::Whole }))
}

fn year_behind<'t>(words: &TimeWords, input: &'t str) -> Read<'t, Reading> {
    let names = (|rest| short(words, rest), |rest| by_number(words, rest), |rest| neighbours(words, rest), |rest| by_order(words, rest));
    let (rest, months) = alt(names).parse(input)?;
    with_year(words, rest, months)
}

/// A quarter or half beside its year without the century: "2Q24", "Q2'24", "1H 2023".
fn short_year<'t>(words: &TimeWords, input: &'t str) -> Read<'t, Reading> {
    let unit = |rest: &'t str| {
        let quarter = value(TimeUnit::Quarter, |rest| prefix(&words.quarter_letters, rest));
        // "2h30" is two hours and a half.
        let half = verify(|rest| prefix(&words.half_letters, rest), |()| rest.starts_with(char::is_uppercase));
        alt((quarter, value(TimeUnit::Half, half))).parse(rest)
    };
    let pair = || map_opt(terminated(number(2, 2), closed), |pair| i32::try_from(pair).ok().map(|pair| 2000 + pair));
    let number_first = ((number(1, 1), unit), alt((pair(), preceded(gap, closed_digits)))).map(|((place, unit), year)| (place, unit, year));
    let unit_first = (unit, number(1, 1), one_of("'’"), pair()).map(|(unit, place, _, year)| (place, unit, year));
    let (rest, (place, unit, year)) = alt((number_first, unit_first)).parse(input)?;
    let months = u8::try_from(place).ok().and_then(|place| Months::part(place, unit, Form::Whole)).ok_or_else(|| failure(input))?;
    Ok((rest, Reading { period: YearSaid::Year(year).of(months.period()), form: Form::Whole }))
}

/// The months in their year; without one they must not be a part of something else: "the first half of the sample".
fn with_year<'t>(words: &TimeWords, input: &'t str, months: Months) -> Read<'t, Reading> {
    if let Ok((rest, said)) = year_said(words, input) {
        return Ok((rest, Reading { period: said.of(months.period()), form: Form::Whole }));
    }
    let is_part_of_more =
        preceded(space, |rest| listed(&words.of, rest)).parse(input).is_ok_and(|(rest, ())| rest.starts_with(char::is_whitespace));
    if is_part_of_more && months.form == Form::Whole {
        return Err(failure(input));
    }
    Ok((input, Reading { period: months.period(), form: months.form }))
}

/// "Q1", "H2".
fn short<'t>(words: &TimeWords, input: &'t str) -> Read<'t, Months> {
    let quarter = preceded(|rest| prefix(&words.quarter_letters, rest), number(1, 1));
    let quarter = map_opt(quarter, |place| Months::part(u8::try_from(place).ok()?, TimeUnit::Quarter, Form::Name(Standing::Firm)));
    let half = preceded(|rest| prefix(&words.half_letters, rest), number(1, 1));
    let half = map_opt(half, |place| Months::part(u8::try_from(place).ok()?, TimeUnit::Half, Form::Name(Standing::Short)));
    terminated(alt((quarter, half)), closed).parse(input)
}

/// "Quarter 4".
fn by_number<'t>(words: &TimeWords, input: &'t str) -> Read<'t, Months> {
    let unit = verify(|rest| listed(&words.units, rest), |unit| matches!(unit, TimeUnit::Quarter | TimeUnit::Half));
    let place = terminated(number(1, 1), closed);
    map_opt((unit, space, place), |(unit, _, place)| Months::part(u8::try_from(place).ok()?, unit, Form::Whole)).parse(input)
}

/// "3rd".
fn ordinal_digits<'t>(words: &TimeWords, input: &'t str) -> Read<'t, u8> {
    let digits = terminated(number(1, 1), |rest| prefix(&words.ordinal_suffixes, rest));
    terminated(map_opt(digits, |place| u8::try_from(place).ok()), closed).parse(input)
}

/// "Third quarter", "first half", "final quarter", "fiscal first quarter".
fn by_order<'t>(words: &TimeWords, input: &'t str) -> Read<'t, Months> {
    let kind = |rest| opt(terminated(|rest| listed(&words.year_kinds, rest), space)).parse(rest);
    let (rest, kind_before) = kind(input)?;
    let (rest, place) = opt(alt((|rest| spelled::ordinal(words, rest), |rest| ordinal_digits(words, rest)))).parse(rest)?;
    let (rest, is_final) = if place.is_none() { map(|rest| listed(&words.r#final, rest), Some).parse(rest)? } else { (rest, None) };
    let (rest, _) = joint(rest)?;
    let (rest, kind_behind) = kind(rest)?;
    let (rest, unit) = verify(|rest| listed(&words.unit, rest), |unit| matches!(unit, TimeUnit::Quarter | TimeUnit::Half)).parse(rest)?;
    if rest.starts_with(is_hyphen) {
        return Err(failure(input));
    }
    let place = place.or_else(|| length(unit).map(|length| 12 / length)).ok_or_else(|| failure(input))?;
    let mut months = Months::part(place, unit, Form::Whole).ok_or_else(|| failure(input))?;
    if is_final.is_some() && year_said(words, rest).is_err() {
        // "The last quarter" of nothing is the one before this.
        return Err(failure(input));
    }
    if [kind_before, kind_behind].contains(&Some(YearWord::Other)) {
        months.calendar = Calendar::Other;
    }
    Ok((rest, months))
}

/// "Third and fourth quarters": two that follow each other.
fn neighbours<'t>(words: &TimeWords, input: &'t str) -> Read<'t, Months> {
    let place = |rest| alt((|rest| spelled::ordinal(words, rest), |rest| ordinal_digits(words, rest))).parse(rest);
    let unit = verify(|rest| listed(&words.units, rest), |unit| *unit == TimeUnit::Quarter);
    let (rest, (first, _, _, _, second, _, unit)) =
        (place, space, |rest| listed(&words.and, rest), space, place, joint, unit).parse(input)?;
    let parts = Months::part(first, unit, Form::Whole).zip(Months::part(second, unit, Form::Whole));
    let (first, second) = parts.filter(|(first, second)| first.last + 1 == second.first).ok_or_else(|| failure(input))?;
    Ok((rest, Months { last: second.last, numbered: None, ..first }))
}

/// "First three quarters of 2023", "first nine months of the year"; the year must be said or at least mentioned.
pub fn first_several<'t>(words: &TimeWords, input: &'t str) -> Read<'t, Reading> {
    let first = verify(|rest| spelled::ordinal(words, rest), |place| *place == 1);
    let several = alt((|rest| spelled::small(words, rest), map_opt(number(1, 2), |count| u8::try_from(count).ok())));
    let unit = verify(|rest| listed(&words.units, rest), |unit| matches!(unit, TimeUnit::Month | TimeUnit::Quarter));
    let (rest, (_, _, count, _, unit)) = (first, space, several, joint, unit).parse(input)?;
    let months = length(unit).and_then(|length| length.checked_mul(count)).filter(|months| (1..=12).contains(months));
    let last = months.ok_or_else(|| failure(input))?;
    let (rest, said) = year_said(words, rest)?;
    let period = Period::between(Moment::month(None, 1), Moment::month(None, last));
    value(Reading { period: said.of(period), form: Form::Whole }, closed).parse(rest)
}
