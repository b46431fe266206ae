//! Exact arithmetic on periods: the months and days that a printed time may mean.
//!
//! Days are numbered from 1 January 1970, months are `year * 12 + month - 1`. A time that leaves something open gives the
//! earliest and the latest that it may mean; a time whose year is not said gives nothing.

use jiff::Span;
use jiff::civil::Date;

use super::period::{Anchor, Calendar, Moment, Part, Period, TimeUnit};

/// Whether a printed day is in the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existence {
    /// It is, or nothing in it can be wrong.
    Exists,
    /// It is not: 31 April, 29 February 2023.
    Impossible,
    /// It is only in leap years, and its year is not said.
    LeapYearsOnly,
}

/// The earliest and the latest month that the time may lie in.
///
/// "May 2022" is one month, "2015" twelve, "the end of 2023" its December. Nothing if the year is not said or is counted
/// from an unknown time, or if it is not a year of the calendar and no month is said.
pub fn months(period: &Period) -> Option<(i64, i64)> {
    if period.relative.is_some() {
        return None;
    }
    let has_months = period.first.month.is_some() && period.last.month.is_some();
    if period.calendar == Calendar::Other && !has_months {
        return None;
    }
    let first = month_index(period.first, 1)?;
    let last = month_index(period.last, 12)?;
    Some(part_of(period.part, first, last))
}

fn month_index(moment: Moment, unsaid: u8) -> Option<i64> {
    let month = moment.month.unwrap_or(unsaid);
    (1..=12).contains(&month).then_some(i64::from(moment.year?) * 12 + i64::from(month) - 1)
}

/// A part of a stretch of months or days; the middle is the third of the stretch that lies there.
fn part_of(part: Part, first: i64, last: i64) -> (i64, i64) {
    let length = last - first + 1;
    match part {
        Part::Whole => (first, last),
        Part::Start => (first, first + (length - 1) / 12),
        Part::Middle => (first + length / 3, last - length / 3),
        Part::End => (last - (length - 1) / 12, last),
    }
}

/// The earliest and the latest day that the time may mean, as numbers of days since 1 January 1970.
///
/// Nothing where [`months`] gives nothing, and for days that don't exist.
pub fn days(period: &Period) -> Option<(i64, i64)> {
    if period.is_day() {
        let day = day_number(date(period.first).filter(|_| period.relative.is_none())?);
        return Some((day, day));
    }
    let (first, last) = months(period)?;
    let begins = match (period.part, period.first.day) {
        (Part::Whole, Some(_)) => date(period.first)?,
        (Part::Whole | Part::Start | Part::Middle | Part::End, None | Some(_)) => first_of(first)?,
    };
    let ends = match (period.part, period.last.day) {
        (Part::Whole, Some(_)) => date(period.last)?,
        (Part::Whole | Part::Start | Part::Middle | Part::End, None | Some(_)) => first_of(last)?.last_of_month(),
    };
    let (begins, ends) = (day_number(begins), day_number(ends));
    if first != last || period.part == Part::Whole {
        return Some((begins, ends));
    }
    let is_year = period.last.month.is_none();
    Some(if is_year { (begins, ends) } else { third_of(period.part, begins, ends) })
}

/// A part of a month is a third of it.
fn third_of(part: Part, first: i64, last: i64) -> (i64, i64) {
    let third = (last - first + 1) / 3;
    match part {
        Part::Whole => (first, last),
        Part::Start => (first, first + third - 1),
        Part::Middle => (first + third, last - third),
        Part::End => (last - third + 1, last),
    }
}

/// The first and the last year that the time touches.
pub fn years(period: &Period) -> Option<(i32, i32)> {
    if period.relative.is_some() {
        return None;
    }
    Some((period.first.year?, period.last.year?))
}

/// The weekday of a day, Monday = 1 to Sunday = 7; nothing if the day is not whole or does not exist.
pub fn weekday(moment: Moment) -> Option<u8> {
    date(moment).and_then(|date| u8::try_from(date.weekday().to_monday_one_offset()).ok())
}

/// The end of the stretch whose printed weekday is wrong, if one is, with its real one; of two days without a year the
/// one that doesn't go with the other.
pub fn misnamed(period: &Period) -> Option<(Moment, u8)> {
    let wrong = |moment: Moment| {
        let real = weekday(moment)?;
        (moment.weekday? != real).then_some((moment, real))
    };
    wrong(period.first).or_else(|| wrong(period.last)).or_else(|| {
        let by_dates = i64::from(period.first.weekday?) - 1 + dated_apart(period)?;
        let real = u8::try_from(by_dates.rem_euclid(7) + 1).ok()?;
        (period.last.weekday? != real).then_some((period.last, real))
    })
}

/// Whether a stretch prints the weekdays of both of its ends, days of the same unsaid year, so that each tells the other.
pub fn named_apart(period: &Period) -> bool {
    period.first.weekday.is_some() && period.last.weekday.is_some() && dated_apart(period).is_some()
}

/// How many days, whole weeks aside, the last day of a stretch without a year comes after the first.
fn dated_apart(period: &Period) -> Option<i64> {
    let number = |moment: Moment, year| date(Moment { year: Some(year), ..moment }).map(day_number);
    let distance = |year| Some((number(period.last, year)? - number(period.first, year)?).rem_euclid(7));
    let open = period.first.year.is_none() && period.last.year.is_none() && period.first.month <= period.last.month;
    // A stretch over the end of February is a day longer in leap years.
    let (leap, common) = (distance(LEAP)?, distance(COMMON)?);
    (open && !period.is_day() && leap == common).then_some(common)
}

/// The day nearest to one of this weekday that has another, without a year if it has none.
pub fn nearest(moment: Moment, real: u8, wanted: u8) -> Option<Moment> {
    let ahead = (i64::from(wanted) - i64::from(real)).rem_euclid(7);
    let offset = if ahead > 3 { ahead - 7 } else { ahead };
    let day = date(Moment { year: moment.year.or(Some(COMMON)), ..moment })?;
    let found = self::moment(day_number(day) + offset)?;
    Some(Moment { year: found.year.filter(|_| moment.year.is_some()), ..found })
}

/// A leap year and a common one, for days whose year is not said.
const LEAP: i32 = 2000;
const COMMON: i32 = 2001;

/// Whether the day is in the calendar.
pub fn exists(moment: Moment) -> Existence {
    let (Some(month), Some(day)) = (moment.month, moment.day) else {
        let is_month = moment.month.is_none_or(|month| (1..=12).contains(&month));
        return if is_month { Existence::Exists } else { Existence::Impossible };
    };
    let in_year = |year| date(Moment::day(Some(year), month, day)).is_some();
    match moment.year {
        Some(year) if in_year(year) => Existence::Exists,
        Some(_) => Existence::Impossible,
        None if in_year(COMMON) => Existence::Exists,
        None if in_year(LEAP) => Existence::LeapYearsOnly,
        None => Existence::Impossible,
    }
}

/// Whether the day is the last of its month; without its year the 28th and 29th of February both may be.
pub fn is_last_of_month(moment: Moment) -> bool {
    let Some(day) = moment.day else { return false };
    let next = Moment { day: Some(day.saturating_add(1)), ..moment };
    exists(moment) != Existence::Impossible && exists(next) != Existence::Exists
}

/// The day with this number of days since 1 January 1970.
pub fn moment(day: i64) -> Option<Moment> {
    let date = Date::constant(1970, 1, 1).checked_add(Span::new().try_days(day).ok()?).ok()?;
    of_date(date)
}

fn of_date(date: Date) -> Option<Moment> {
    Some(Moment::day(Some(i32::from(date.year())), u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?))
}

fn date(moment: Moment) -> Option<Date> {
    let (year, month, day) = (i16::try_from(moment.year?).ok()?, i8::try_from(moment.month?).ok()?, i8::try_from(moment.day?).ok()?);
    Date::new(year, month, day).ok()
}

fn day_number(date: Date) -> i64 {
    let since = date.since(Date::constant(1970, 1, 1)).map(|span| i64::from(span.get_days()));
    since.unwrap_or_default()
}

fn first_of(month: i64) -> Option<Date> {
    let (year, month) = (i16::try_from(month.div_euclid(12)).ok()?, i8::try_from(month.rem_euclid(12) + 1).ok()?);
    Date::new(year, month, 1).ok()
}

/// The period with what is counted from the date of the document put into numbers: "last year", "this June".
///
/// `today` is the date of the document, as far as it is known. What is counted from the context stays as it is, and so
/// does what `today` is too coarse to tell.
pub fn resolve(period: &Period, today: Moment) -> Period {
    let resolved = period.relative.filter(|relative| relative.from == Anchor::Document).and_then(|relative| {
        let offset = i64::from(relative.offset);
        match relative.unit {
            TimeUnit::Year => in_year(period, today.year?.checked_add(relative.offset)?),
            TimeUnit::Month => of_months(period, month_of(today)? + offset, 1),
            TimeUnit::Quarter => of_months(period, (month_of(today)?.div_euclid(3) + offset) * 3, 3),
            TimeUnit::Half => of_months(period, (month_of(today)?.div_euclid(6) + offset) * 6, 6),
            TimeUnit::Week => {
                let day = day_number(date(today)?) - i64::from(weekday(today)?) + 1 + 7 * offset;
                Some((moment(day)?, moment(day + 6)?))
            }
            TimeUnit::Day => moment(day_number(date(today)?) + offset).map(|day| (day, day)),
        }
    });
    match resolved {
        Some((first, last)) => Period { first, last, relative: None, ..period.clone() },
        None => period.clone(),
    }
}

/// The period's months and days in this year, and the year that follows where the end comes before the beginning.
fn in_year(period: &Period, year: i32) -> Option<(Moment, Moment)> {
    let ends = if period.last.month < period.first.month { year.checked_add(1)? } else { year };
    Some((Moment { year: Some(year), ..period.first }, Moment { year: Some(ends), ..period.last }))
}

fn month_of(today: Moment) -> Option<i64> {
    month_index(Moment { month: Some(today.month?), ..today }, 1)
}

/// So many months from the one with this index; a day in it is kept.
fn of_months(period: &Period, first: i64, length: i64) -> Option<(Moment, Moment)> {
    let month = |index: i64| -> Option<Moment> {
        let year = i32::try_from(index.div_euclid(12)).ok()?;
        Some(Moment::month(Some(year), u8::try_from(index.rem_euclid(12) + 1).ok()?))
    };
    let (first, last) = (month(first)?, month(first + length - 1)?);
    Some((Moment { day: period.first.day, ..first }, Moment { day: period.last.day, ..last }))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::period::Relative;

    fn year(year: i32, part: Part) -> Period {
        Period { part, ..Period::single(Moment::year(year)) }
    }

    #[test]
    fn months_of_parts() {
        let december = 2023 * 12 + 11;
        assert_eq!(months(&year(2023, Part::End)), Some((december, december)));
        assert_eq!(months(&year(2023, Part::Whole)), Some((december - 11, december)));
        assert_eq!(months(&Period::single(Moment::month(None, 5))), None);
        assert_eq!(months(&Period { calendar: Calendar::Other, ..year(2008, Part::Whole) }), None);
    }

    #[test]
    fn days_of_times() {
        assert_eq!(days(&Period::single(Moment::day(Some(1970), 1, 2))), Some((1, 1)));
        assert_eq!(days(&Period::single(Moment::month(Some(1970), 2))), Some((31, 58)));
        assert_eq!(days(&year(1970, Part::Whole)), Some((0, 364)));
        assert_eq!(days(&year(1970, Part::End)), Some((334, 364)));
        assert_eq!(days(&Period::single(Moment::day(Some(2023), 2, 29))), None);
    }

    #[test]
    fn days_that_are_and_are_not() {
        assert_eq!(exists(Moment::day(Some(2024), 2, 29)), Existence::Exists);
        assert_eq!(exists(Moment::day(Some(2023), 2, 29)), Existence::Impossible);
        assert_eq!(exists(Moment::day(None, 2, 29)), Existence::LeapYearsOnly);
        assert_eq!(exists(Moment::day(None, 4, 31)), Existence::Impossible);
        assert_eq!(weekday(Moment::day(Some(2024), 3, 5)), Some(2));
    }

    #[test]
    fn relative_times_find_their_date() {
        let today = Moment::day(Some(2024), 7, 31);
        let counted = |offset, unit| Period::relative(Relative { from: Anchor::Document, offset, unit });
        let iso = |period: Period| resolve(&period, today).iso();
        assert_eq!(iso(counted(-1, TimeUnit::Year)).as_deref(), Some("2023"));
        assert_eq!(iso(counted(-1, TimeUnit::Month)).as_deref(), Some("2024-06"));
        assert_eq!(iso(counted(-1, TimeUnit::Quarter)).as_deref(), Some("2024-04/2024-06"));
        assert_eq!(iso(counted(-1, TimeUnit::Half)).as_deref(), Some("2024-01/2024-06"));
        assert_eq!(iso(counted(-1, TimeUnit::Week)).as_deref(), Some("2024-07-22/2024-07-28"));
        assert_eq!(iso(counted(-1, TimeUnit::Day)).as_deref(), Some("2024-07-30"));
        let june = Period { first: Moment::month(None, 6), last: Moment::month(None, 6), ..counted(0, TimeUnit::Year) };
        assert_eq!(iso(june).as_deref(), Some("2024-06"));
        let context = Period::relative(Relative { from: Anchor::Context, offset: -1, unit: TimeUnit::Year });
        assert_eq!(resolve(&context, today), context);
    }

    proptest! {
        #[test]
        fn days_and_their_numbers_agree(number in -400_000_i64..400_000) {
            let day = moment(number).expect("the day is in the calendar");
            prop_assert_eq!(days(&Period::single(day)), Some((number, number)));
        }

        #[test]
        fn nothing_panics(year in any::<i32>(), month in any::<u8>(), day in any::<u8>(), offset in any::<i32>()) {
            let today = Moment::day(Some(year), month, day);
            let _ = (days(&Period::single(today)), exists(today), weekday(today), is_last_of_month(today));
            for unit in [TimeUnit::Day, TimeUnit::Week, TimeUnit::Month, TimeUnit::Quarter, TimeUnit::Half, TimeUnit::Year] {
                let _ = resolve(&Period::relative(Relative { from: Anchor::Document, offset, unit }), today);
            }
        }
    }
}
