//! Two times joined to a stretch: "from 2012 to 2021", "5-7 May 2020", "between May 2015 and June 2018".

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::take_while1;
use nom::combinator::{opt, value};
use nom::sequence::{delimited, preceded};

use super::atom::{article, gap, is_dash, listed, space};
use super::{Form, Read, Reading, context, date, point};
use crate::model::calendar::{self, Existence};
use crate::model::period::{Calendar, Moment, Part, Period};
use crate::model::time_words::{Standing, TimeWords};

/// What joins the ends of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    Dash,
    Word,
}

/// The range that begins at `input`, if one does; `single` is the time that begins there alone.
pub fn range<'t>(words: &TimeWords, before: &str, input: &'t str, single: Option<&(&'t str, Reading)>) -> Option<(&'t str, Reading)> {
    let is_after_between = words.between.longest_before(before).is_some_and(|_| ends_in_space(before));
    let starts = [single.cloned(), date::month_and_day(input).ok(), date::day_alone(words, input).ok()];
    let ranges = starts.into_iter().flatten().filter_map(|(rest, first)| {
        let taken = input.get(..input.len() - rest.len()).unwrap_or_default();
        let (rest, joint) = join(words, is_after_between, rest).ok()?;
        let may_end_in_day = joint == Joint::Dash || is_after_between || context::may_end_in_day(words, before, taken);
        let day = date::day_alone(words, rest).ok().filter(|(rest, _)| may_end_in_day && !context::counts(words, rest));
        let ends = [point(words, rest).ok(), date::month_and_day(rest).ok(), day];
        let mut ends: Vec<(&str, Reading)> = ends.into_iter().flatten().collect();
        ends.sort_by_key(|(rest, _)| rest.len());
        ends.into_iter().find_map(|(rest, last)| combine(&first, &last, joint).map(|reading| (rest, reading)))
    });
    ranges.min_by_key(|(rest, _)| rest.len())
}

fn ends_in_space(before: &str) -> bool {
    before.ends_with(char::is_whitespace)
}

fn join<'t>(words: &TimeWords, is_after_between: bool, input: &'t str) -> Read<'t, Joint> {
    let dash = value(Joint::Dash, delimited(gap, take_while1(is_dash), gap));
    let to = value(Joint::Word, delimited(space, |rest| listed(&words.to, rest), space));
    let and = value(Joint::Word, delimited(space, |rest| listed(&words.and, rest), space));
    let (rest, joint) = if is_after_between { alt((dash, and, to)).parse(input)? } else { alt((dash, to)).parse(input)? };
    let (rest, _) = opt(preceded(gap, |rest| article(words, rest))).parse(rest)?;
    Ok((rest, joint))
}

/// The stretch from the first to the last, each with what it leaves to the other to say.
fn combine(first: &Reading, last: &Reading, joint: Joint) -> Option<Reading> {
    if first.form == Form::Years && joint == Joint::Dash || is_open(first) || is_open(last) {
        return None;
    }
    let (mut begins, mut ends) = (edge(first, first.period.first), edge(last, last.period.last));
    if (first.form == Form::Day) != (last.form == Form::Day) || first.form == Form::Day {
        (begins, ends) = with_month(begins, ends)?;
    }
    let relative = match (first.period.relative, last.period.relative) {
        (None, None) => None,
        (Some(one), None) if ends.year.is_none() => Some(one),
        (None, Some(other)) if begins.year.is_none() => Some(other),
        (Some(one), Some(other)) if one == other => Some(one),
        (Some(_), None | Some(_)) | (None, Some(_)) => return None,
    };
    let is_backward = begins.month > ends.month;
    let have_months = begins.month.is_some() && ends.month.is_some();
    match (begins.year, ends.year) {
        (None, Some(year)) if have_months => begins.year = Some(if is_backward { year - 1 } else { year }),
        (Some(year), None) if have_months => ends.year = Some(if is_backward { year + 1 } else { year }),
        (Some(_), Some(_)) | (None, None) => {}
        (None, Some(_)) | (Some(_), None) => return None,
    }
    if first.form == Form::Day && last.form == Form::Day && ends.year.is_none() {
        return None;
    }
    let is_ordered = (begins.year, begins.month.unwrap_or(1)) <= (ends.year, ends.month.unwrap_or(12)) || begins.year.is_none();
    if !is_ordered {
        return None;
    }
    let of_day = begins.day.is_some() && ends.day.is_some() && begins.month == ends.month && begins.year == ends.year;
    if of_day && begins.day >= ends.day {
        return None;
    }
    // "From 1 June 2022 to 31 May 2021" goes on with another month.
    if last.form == Form::Day && joint == Joint::Word && calendar::exists(ends) == Existence::Impossible {
        return None;
    }
    let calendars = [first.period.calendar, last.period.calendar];
    let calendar = if calendars.contains(&Calendar::Other) { Calendar::Other } else { Calendar::Civil };
    let period = Period { relative, calendar, ..Period::between(begins, ends) };
    Some(Reading { period, form: form(first.form, last.form) })
}

/// A time that is only a distance ("last year") is no end of a range, because nothing in it can be counted, and neither
/// is a day that may be a quantity.
fn is_open(reading: &Reading) -> bool {
    reading.form == Form::CountedDay || reading.period.relative.is_some() && reading.period.first == Moment::default()
}

/// The end of a range as far as its part tells it: "from 2007 to the end of 2008" ends in December 2008.
fn edge(reading: &Reading, moment: Moment) -> Moment {
    let month = match (reading.period.part, moment.month) {
        (Part::Start, None) => Some(1),
        (Part::Middle, None) => Some(6),
        (Part::End, None) => Some(12),
        (Part::Whole, month) | (Part::Start | Part::Middle | Part::End, month @ Some(_)) => month,
    };
    Moment { month: if moment.year.is_some() { month } else { moment.month }, ..moment }
}

/// A bare day takes the month of the other end.
fn with_month(first: Moment, last: Moment) -> Option<(Moment, Moment)> {
    let (_, _) = (first.day?, last.day?);
    let begins = Moment { month: first.month.or(last.month), year: first.year.or(last.year.filter(|_| first.month.is_none())), ..first };
    let ends = Moment { month: last.month.or(first.month), year: last.year.or(first.year.filter(|_| last.month.is_none())), ..last };
    (begins.month.is_some() && ends.month.is_some()).then_some((begins, ends))
}

/// A range is as sure to be a time as the surer of its ends, and two numbers are no surer than one.
fn form(first: Form, last: Form) -> Form {
    match (first, last) {
        (Form::Year | Form::Years, Form::Year | Form::Years) => Form::Years,
        // Two names of months beside each other leave no doubt about either.
        (Form::Name(_), Form::Name(_)) => Form::Name(Standing::Firm),
        (Form::Day, Form::Day) => Form::Digits,
        (
            Form::Whole | Form::Digits | Form::Year | Form::Years | Form::Name(_) | Form::CountedDay | Form::Day,
            Form::Whole | Form::Digits | Form::Year | Form::Years | Form::Name(_) | Form::CountedDay | Form::Day,
        ) => Form::Whole,
    }
}
