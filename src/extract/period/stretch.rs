//! Lengths of time with their end: "the year ending June 2013", "three months to May 2014".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, opt};
use nom::sequence::terminated;

use super::atom::{after_space, article, failure, joint, listed, number, space};
use super::{Form, Read, Reading, date, relative, spelled};
use crate::model::calendar;
use crate::model::period::{Moment, Part, Period, TimeUnit};
use crate::model::time_words::TimeWords;

/// A length of time with its end, whose beginning is counted back from it.
pub fn stretch<'t>(words: &TimeWords, input: &'t str) -> Read<'t, Reading> {
    let (rest, _) = opt(terminated(|rest| listed(&words.year_kinds, rest), space)).parse(input)?;
    let count = alt((map(|rest| spelled::small(words, rest), i64::from), map(number(1, 2), i64::from)));
    let (rest, count) = opt(terminated(count, joint)).parse(rest)?;
    let (rest, unit) = listed(&words.units, rest)?;
    let (rest, ()) = after_space(|rest| listed(&words.ending, rest)).parse(rest)?;
    let (rest, _) = joint(rest)?;
    let (rest, _) = article(words, rest)?;
    let ends = [date::with_month_name, date::with_weekday, relative::with_part, relative::relative];
    let read = ends.into_iter().filter_map(|reader| reader(words, rest).ok());
    let (rest, end) = read.min_by_key(|(rest, _)| rest.len()).ok_or_else(|| failure(input))?;
    let (first, last) = counted_back(end.period.last, end.period.part, count.unwrap_or(1), unit).ok_or_else(|| failure(input))?;
    let period = Period { relative: end.period.relative, ..Period::between(first, last) };
    Ok((rest, Reading { period, form: Form::Whole }))
}

/// The first and last moment of `count` units up to the end; nothing where the months of the end are not known.
fn counted_back(end: Moment, part: Part, count: i64, unit: TimeUnit) -> Option<(Moment, Moment)> {
    let month = match (end.month, part) {
        (Some(month), _) => month,
        // The middle of a year is the end of its sixth month.
        (None, Part::Middle) => 6,
        (None, Part::End) => 12,
        (None, Part::Whole | Part::Start) => return None,
    };
    let end = Moment { month: Some(month), ..end };
    let months = match unit {
        TimeUnit::Day => return days_back(end, count),
        TimeUnit::Week => return days_back(end, count.checked_mul(7)?),
        TimeUnit::Month => count,
        TimeUnit::Quarter => count.checked_mul(3)?,
        TimeUnit::Half => count.checked_mul(6)?,
        TimeUnit::Year => count.checked_mul(12)?,
    };
    let back = |by: i64| -> Option<Moment> {
        let index = i64::from(end.year.unwrap_or(0)) * 12 + i64::from(month) - 1 - by;
        let year = match end.year {
            Some(_) => Some(i32::try_from(index.div_euclid(12)).ok()?),
            None => None,
        };
        Some(Moment::month(year, u8::try_from(index.rem_euclid(12) + 1).ok()?))
    };
    match end.day {
        None => Some((back(months - 1)?, end)),
        Some(_) if calendar::is_last_of_month(end) => Some((back(months - 1)?, Moment { day: None, ..end })),
        Some(day) => Some((Moment { day: Some(day.saturating_add(1).min(28)), ..back(months)? }, end)),
    }
}

fn days_back(end: Moment, days: i64) -> Option<(Moment, Moment)> {
    let (_, last) = calendar::days(&Period::single(end)).filter(|_| end.day.is_some())?;
    Some((calendar::moment(last - days + 1)?, end))
}
