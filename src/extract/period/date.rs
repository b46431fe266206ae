//! Days and months: in digits, with the name of the month, with the weekday.

use nom::Parser;
use nom::branch::alt;
use nom::character::complete::{char, one_of, satisfy};
use nom::combinator::{map, map_opt, opt, value, verify};
use nom::sequence::{delimited, preceded, terminated};

use super::atom::{article, closed, day_digits, failure, gap, is_dash, letters, listed, month, number, prefix, space};
use super::year::{YearSaid, closed_digits, digits, year_said};
use super::{Form, Read, Reading, context, spelled};
use crate::model::calendar::{self, Existence};
use crate::model::period::{Moment, Period};
use crate::model::time_words::{MonthName, Standing, TimeWords};

/// One of the three parts of a date with separators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    Year(i32),
    Small(u8),
    Month(u8),
}

fn piece<'t>(words: &TimeWords, input: &'t str) -> Read<'t, Piece> {
    let small = terminated(number(1, 2), opt(|rest| prefix(&words.ordinal_suffixes, rest)));
    alt((
        map(digits, Piece::Year),
        map_opt(small, |number| u8::try_from(number).ok().map(Piece::Small)),
        map(|rest| letters(&words.months, rest), |name: MonthName| Piece::Month(name.number)),
    ))
    .parse(input)
}

/// A date or month with separators or in one run of digits: "2015-05-13", "13/05/2015", "2019-sep-1", "11/2016", "20161016".
pub fn numeric<'t>(words: &TimeWords, input: &'t str) -> Read<'t, Reading> {
    alt((|rest| three_pieces(words, rest), compact, spaced, |rest| two_pieces(words, rest), two_apart)).parse(input)
}

fn three_pieces<'t>(words: &TimeWords, input: &'t str) -> Read<'t, Reading> {
    let mut parts =
        (|rest| piece(words, rest), one_of("-/."), |rest| piece(words, rest), one_of("-/.,"), |rest| piece(words, rest), closed);
    let (rest, (first, sign, second, other_sign, third, ())) = parts.parse(input)?;
    if sign != other_sign && other_sign != ',' {
        return Err(failure(input));
    }
    let moment = arranged(first, second, third).ok_or_else(|| failure(input))?;
    Ok((rest, Reading { period: Period::single(moment), form: Form::Whole }))
}

/// Which of three pieces is the year, the month and the day. Where two orders are possible the month comes first.
fn arranged(first: Piece, second: Piece, third: Piece) -> Option<Moment> {
    use Piece::{Month, Small, Year};
    let (year, month, day) = match (first, second, third) {
        (Year(year), Small(month), Small(day)) if month <= 12 => (year, month, day),
        (Year(year), Small(day), Small(month)) => (year, month, day),
        (Small(month), Small(day), Year(year)) if month <= 12 => (year, month, day),
        (Small(day), Small(month), Year(year)) => (year, month, day),
        (Year(year), Month(month), Small(day)) | (Year(year), Small(day), Month(month)) => (year, month, day),
        (Small(day), Month(month), Year(year)) | (Month(month), Small(day), Year(year)) => (year, month, day),
        (Small(day), Year(year), Month(month)) | (Month(month), Year(year), Small(day)) => (year, month, day),
        (Year(_) | Small(_) | Month(_), Year(_) | Small(_) | Month(_), Year(_) | Small(_) | Month(_)) => return None,
    };
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then(|| Moment::day(Some(year), month, day))
}

/// "20161016".
fn compact(input: &str) -> Read<'_, Reading> {
    let (rest, run) = terminated(number(8, 8), closed).parse(input)?;
    date_of(run / 10_000, run / 100 % 100, run % 100).map(|reading| (rest, reading)).ok_or_else(|| failure(input))
}

/// "2016 10 16".
fn spaced(input: &str) -> Read<'_, Reading> {
    let mut parts = (terminated(number(4, 4), char(' ')), terminated(number(2, 2), char(' ')), terminated(number(2, 2), closed));
    let (rest, (year, month, day)) = parts.parse(input)?;
    date_of(year, month, day).map(|reading| (rest, reading)).ok_or_else(|| failure(input))
}

fn date_of(year: u32, month: u32, day: u32) -> Option<Reading> {
    let (year, month, day) = (i32::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    let is_date = (1900..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    is_date.then(|| Reading { period: Period::single(Moment::day(Some(year), month, day)), form: Form::Digits })
}

/// A month and its year, or a day of a month, with a separator: "2016-11", "Dec/2018", "Nov/2".
fn two_pieces<'t>(words: &TimeWords, input: &'t str) -> Read<'t, Reading> {
    let mut parts = (|rest| piece(words, rest), one_of("-/"), |rest| piece(words, rest), closed);
    let (rest, (first, _, second, ())) = parts.parse(input)?;
    let (moment, form) = match (first, second) {
        (Piece::Year(year), Piece::Small(month)) | (Piece::Small(month), Piece::Year(year)) => {
            (Moment::month(Some(year), month), Form::Digits)
        }
        (Piece::Year(year), Piece::Month(month)) | (Piece::Month(month), Piece::Year(year)) => {
            (Moment::month(Some(year), month), Form::Whole)
        }
        (Piece::Small(day), Piece::Month(month)) | (Piece::Month(month), Piece::Small(day)) => (Moment::day(None, month, day), Form::Whole),
        (Piece::Year(_), Piece::Year(_)) | (Piece::Small(_), Piece::Small(_)) | (Piece::Month(_), Piece::Month(_)) => {
            return Err(failure(input));
        }
    };
    let possible = moment.month.is_some_and(|month| (1..=12).contains(&month)) && moment.day.is_none_or(|day| (1..=31).contains(&day));
    if !possible || is_span_of_years(first, second) {
        return Err(failure(input));
    }
    Ok((rest, Reading { period: Period::single(moment), form }))
}

/// "2008-11" is more likely from 2008 to 2011 than November 2008, and "2016-11" can only be a month.
fn is_span_of_years(first: Piece, second: Piece) -> bool {
    match (first, second) {
        (Piece::Year(year), Piece::Small(other)) => i32::from(other) > year % 100,
        (Piece::Year(_) | Piece::Small(_) | Piece::Month(_), Piece::Year(_) | Piece::Small(_) | Piece::Month(_)) => false,
    }
}

/// A month and its year apart from each other: "11 / 2016", "2016 - 11".
fn two_apart(input: &str) -> Read<'_, Reading> {
    let sign = || delimited(gap, one_of("-/"), gap);
    let small = || map_opt(number(1, 2), |month| u8::try_from(month).ok().filter(|month| (1..=12).contains(month)));
    let year_first = map_opt((digits, sign(), small()), |(year, _, month)| {
        (!is_span_of_years(Piece::Year(year), Piece::Small(month))).then_some((year, month))
    });
    let month_first = map((small(), sign(), digits), |(month, _, year)| (year, month));
    let (rest, (year, month)) = terminated(alt((year_first, month_first)), closed).parse(input)?;
    // Between two words a dash is a mark of the sentence.
    if rest.trim_start().starts_with(char::is_alphanumeric) {
        return Err(failure(input));
    }
    Ok((rest, Reading { period: Period::single(Moment::month(Some(year), month)), form: Form::Digits }))
}

/// A day or month with the name of the month: "2 October 2015", "Oct. 2", "June 2013", "2016 November", "May".
pub fn with_month_name<'t>(words: &TimeWords, input: &'t str) -> Read<'t, Reading> {
    let readers = [day_first, month_first, month_of_year, year_first];
    let read = readers.into_iter().filter_map(|reader| reader(words, input).ok());
    read.min_by_key(|(rest, _)| rest.len()).ok_or_else(|| failure(input))
}

/// A day in digits or words.
fn any_day<'t>(words: &TimeWords, input: &'t str) -> Read<'t, u8> {
    alt((|rest| day_digits(words, rest), |rest| spelled::day_ordinal(words, rest), |rest| spelled::day_cardinal(words, rest))).parse(input)
}

/// A day alone, as the beginning or end of a range may be: "ninth till seventeenth of April", "Monday 6 to Sunday 19 October".
pub fn day_alone<'t>(words: &TimeWords, input: &'t str) -> Read<'t, Reading> {
    let (rest, weekday) = opt(terminated(|rest| weekday(words, rest), |rest| after_weekday(words, rest))).parse(input)?;
    let (rest, _) = article(words, rest)?;
    let (rest, day) = any_day(words, rest)?;
    Ok((rest, Reading { period: Period::single(Moment { day: Some(day), weekday, ..Moment::default() }), form: Form::Day }))
}

/// A day that no month has, so plainly written as one that it can be nothing else: "on 32 May", "May 35, 2021".
pub fn impossible<'t>(words: &TimeWords, input: &'t str) -> Read<'t, Reading> {
    let day = |rest: &'t str| {
        let ending = opt(|rest| prefix(&words.ordinal_suffixes, rest));
        map_opt(terminated(number(2, 2), ending), |day| u8::try_from(day).ok().filter(|day| *day > LAST_DAY)).parse(rest)
    };
    let day_first = (day, gap, |rest| month(words, rest)).map(|(day, _, name)| (day, name));
    let month_first = (|rest| month(words, rest), gap, day).map(|(name, _, day)| (day, name));
    let (rest, (day, name)) = alt((day_first, month_first)).parse(input)?;
    let moment = Moment::day(None, name.number, day);
    let (rest, year) = opt(preceded((opt(char(',')), gap), closed_digits)).parse(rest)?;
    let month_first = input.starts_with(char::is_alphabetic);
    // "August 99" is a month of a year.
    if month_first && year.is_none() || context::counts(words, rest) {
        return Err(failure(input));
    }
    value(Reading { period: Period::single(Moment { year, ..moment }), form: Form::CountedDay }, closed).parse(rest)
}

/// The last day that a month can have.
const LAST_DAY: u8 = 31;

fn day_first<'t>(words: &TimeWords, input: &'t str) -> Read<'t, Reading> {
    let link = || (gap, |rest| listed(&words.day, rest), space);
    let figures = terminated(alt((|rest| day_digits(words, rest), open_day)), alt((value((), link()), value((), gap))));
    // "The second May holiday" is no day of May.
    let ordinal = terminated(|rest| spelled::day_ordinal(words, rest), link());
    let cardinal = terminated(|rest| spelled::day_cardinal(words, rest), space);
    let (rest, day) = alt((figures, ordinal, cardinal)).parse(input)?;
    let (rest, name) = month(words, rest)?;
    finish(words, input, rest, name, Some(day))
}

/// A day that runs into the name of its month: "5May".
fn open_day(input: &str) -> Read<'_, u8> {
    map_opt(number(1, 2), |day| u8::try_from(day).ok().filter(|day| (1..=31).contains(day))).parse(input)
}

fn month_first<'t>(words: &TimeWords, input: &'t str) -> Read<'t, Reading> {
    let (rest, _) = opt((|rest| listed(&words.month_of, rest), space)).parse(input)?;
    let (rest, name) = month(words, rest)?;
    let (rest, _) = gap(rest)?;
    let (rest, _) = article(words, rest)?;
    let (rest, day) = any_day(words, rest)?;
    finish(words, input, rest, name, Some(day))
}

/// A month with or without its year: "June 2013", "August 99".
pub fn month_of_year<'t>(words: &TimeWords, input: &'t str) -> Read<'t, Reading> {
    let (rest, _) = opt((|rest| listed(&words.month_of, rest), space)).parse(input)?;
    let (rest, name) = month(words, rest)?;
    let short_year = |rest| short_year(words, rest);
    if let Ok((rest, year)) = preceded(gap, short_year).parse(rest) {
        return Ok((rest, Reading { period: Period::single(Moment::month(Some(year), name.number)), form: Form::Whole }));
    }
    finish(words, input, rest, name, None)
}

/// The year of a month in two digits, which can't be a day: "August 99".
fn short_year<'t>(words: &TimeWords, input: &'t str) -> Read<'t, i32> {
    let marked = preceded(one_of("'’"), number(2, 2));
    let (rest, pair) = terminated(alt((marked, verify(number(2, 2), |pair| *pair > 31))), closed).parse(input)?;
    if rest.trim_start().starts_with(|next: char| next.is_alphanumeric() || next == '%') || context::counts(words, rest) {
        return Err(failure(input));
    }
    let pair = i32::try_from(pair).map_err(|_| failure(input))?;
    Ok((rest, if pair < 50 { 2000 + pair } else { 1900 + pair }))
}

fn year_first<'t>(words: &TimeWords, input: &'t str) -> Read<'t, Reading> {
    let (rest, year) = digits(input)?;
    let (rest, name) = preceded(gap, |rest| month(words, rest)).parse(rest)?;
    if name.standing == Standing::Ambiguous {
        return Err(failure(input));
    }
    let day = preceded(gap, |rest| day_digits(words, rest)).parse(rest).ok().filter(|(after, _)| !context::counts(words, after));
    let (rest, day) = day.map_or((rest, None), |(after, day)| (after, Some(day)));
    let moment = Moment { year: Some(year), month: Some(name.number), day, weekday: None };
    value(Reading { period: Period::single(moment), form: Form::Whole }, closed).parse(rest)
}

/// A month or day with the year behind it, if there is one; `input` is where the whole began.
fn finish<'t>(words: &TimeWords, input: &'t str, rest: &'t str, name: MonthName, day: Option<u8>) -> Read<'t, Reading> {
    let period = Period::single(Moment { month: Some(name.number), day, ..Moment::default() });
    let (rest, said) = opt(|rest| year_said(words, rest)).parse(rest)?;
    let taken = input.get(..input.len() - rest.len()).unwrap_or_default();
    let ambiguous = name.standing == Standing::Ambiguous;
    let is_capital = taken
        .split(|mark: char| !mark.is_alphabetic())
        .any(|word| word.starts_with(char::is_uppercase) && letters(&words.months, word).is_ok());
    let form = match (said, day) {
        (None | Some(YearSaid::Unsaid), _) if ambiguous && !is_capital => return Err(failure(input)),
        (None | Some(YearSaid::Unsaid), None) => Form::Name(name.standing),
        (None, Some(_)) if context::counts(words, rest) && !taken.ends_with(char::is_alphabetic) => Form::CountedDay,
        // "In May it was 40 and in June 31": a number, for that month has no such day.
        (None, Some(_)) if taken.ends_with(|last: char| last.is_ascii_digit()) && !is_day(period.first) => Form::CountedDay,
        (Some(_), _) | (None, Some(_)) => Form::Whole,
    };
    let period = said.map_or(period.clone(), |said| said.of(period));
    value(Reading { period, form }, closed).parse(rest)
}

/// The name of a weekday, with the full stop of its abbreviation.
fn weekday<'t>(words: &TimeWords, input: &'t str) -> Read<'t, u8> {
    terminated(|rest| letters(&words.weekdays, rest), opt(char('.'))).parse(input)
}

/// What stands between a weekday and its day: ", the ".
fn after_weekday<'t>(words: &TimeWords, input: &'t str) -> Read<'t, ()> {
    value((), (opt(preceded(gap, char(','))), space, |rest| article(words, rest))).parse(input)
}

fn is_day(moment: Moment) -> bool {
    calendar::exists(moment) != Existence::Impossible
}

/// A day with its weekday: "Tuesday, 5 March 2024", "5 March 2024 (Tuesday)", "Tuesday (5 March 2024)".
pub fn with_weekday<'t>(words: &TimeWords, input: &'t str) -> Read<'t, Reading> {
    let weekday = || |rest| weekday(words, rest);
    let date = || {
        verify(alt((|rest| with_month_name(words, rest), |rest| three_pieces(words, rest))), |reading: &Reading| reading.period.is_day())
    };
    let before = (weekday(), |rest| after_weekday(words, rest), date()).map(|(day, (), reading)| (reading, day));
    let aside = (weekday(), space, delimited(char('('), date(), char(')'))).map(|(day, _, reading)| (reading, day));
    let after = (date(), gap, delimited(char('('), weekday(), char(')'))).map(|(reading, _, day)| (reading, day));
    let (rest, (mut reading, weekday)) = alt((before, aside, after)).parse(input)?;
    reading.period.first.weekday = Some(weekday);
    reading.period.last.weekday = Some(weekday);
    reading.form = Form::Whole;
    Ok((rest, reading))
}

/// A day of a month in digits, which the words beside it must tell from a fraction: "5/1".
pub fn month_and_day(input: &str) -> Read<'_, Reading> {
    let small = || map_opt(number(1, 2), |number| u8::try_from(number).ok().filter(|number| (1..=31).contains(number)));
    let (rest, (one, _, other)) = (small(), char('/'), small()).parse(input)?;
    let (month, day) = if one <= 12 { (one, other) } else { (other, one) };
    if month > 12 {
        return Err(failure(input));
    }
    let (rest, year) = opt(preceded((satisfy(|mark| mark == ','), gap), closed_digits)).parse(rest)?;
    if !rest.starts_with(|next: char| is_dash(next)) {
        closed(rest)?;
    }
    Ok((rest, Reading { period: Period::single(Moment::day(year, month, day)), form: Form::Day }))
}
