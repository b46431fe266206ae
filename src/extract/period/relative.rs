//! Times said by their distance from another, and parts of times.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map, map_opt, opt, recognize, value, verify};
use nom::sequence::terminated;

use super::atom::{after_space, article, closed, failure, joint, letters, listed, number, space};
use super::{Form, Read, Reading, date, quarter, spelled, year};
use crate::model::period::{Anchor, Moment, Part, Period, Relative, TimeUnit};
use crate::model::time_words::{MonthName, Step, TimeWords};

/// "Last year", "this June", "a year earlier", "two years ago".
pub fn relative<'t>(words: &TimeWords, input: &'t str) -> Read<'t, Reading> {
    let stepped = map(|rest| stepped(words, rest), Period::relative);
    let distant = map(|rest| distant(words, rest), Period::relative);
    let (rest, period) = alt((stepped, distant, |rest| stepped_month(words, rest))).parse(input)?;
    value(Reading { period, form: Form::Whole }, closed).parse(rest)
}

/// "Last year", "the previous quarter".
fn stepped<'t>(words: &TimeWords, input: &'t str) -> Read<'t, Relative> {
    let (rest, step) = listed(&words.steps, input)?;
    let (rest, _) = opt(after_space(|rest| listed(&words.year_kinds, rest))).parse(rest)?;
    let (rest, unit) = after_space(|rest| listed(&words.unit, rest)).parse(rest)?;
    Ok((rest, Relative { from: step.from, offset: step.offset, unit }))
}

/// "This June". Which June the last or the next one is depends on the reader; only its month is then known.
fn stepped_month<'t>(words: &TimeWords, input: &'t str) -> Read<'t, Period> {
    let (rest, step) = listed(&words.steps, input)?;
    let capital = verify(recognize(|rest| letters(&words.months, rest)), |name: &str| name.starts_with(char::is_uppercase));
    let (rest, name) = after_space(capital).parse(rest)?;
    let (_, name): (&str, MonthName) = letters(&words.months, name)?;
    let is_this = step == Step { from: Anchor::Document, offset: 0 };
    let relative = is_this.then_some(Relative { from: Anchor::Document, offset: 0, unit: TimeUnit::Year });
    Ok((rest, Period { relative, ..Period::single(Moment::month(None, name.number)) }))
}

/// "A year earlier", "two years ago", "the year before".
fn distant<'t>(words: &TimeWords, input: &'t str) -> Read<'t, Relative> {
    let count = alt((
        value(1, |rest| listed(&words.one, rest)),
        map(|rest| spelled::small(words, rest), i32::from),
        map_opt(number(1, 3), |count| i32::try_from(count).ok()),
    ));
    let counted = (count, joint, |rest| listed(&words.units, rest)).map(|(count, _, unit)| (count, unit));
    let (rest, (count, unit)) = alt((counted, |rest| listed(&words.unit, rest).map(|(rest, unit)| (rest, (1, unit))))).parse(input)?;
    let closing = terminated(|rest| listed(&words.closing_distances, rest), ends_clause);
    let (rest, step) = after_space(alt((|rest| listed(&words.distances, rest), closing))).parse(rest)?;
    Ok((rest, Relative { from: step.from, offset: step.offset.saturating_mul(count), unit }))
}

/// Succeeds where no word and no number follows.
fn ends_clause(input: &str) -> Read<'_, ()> {
    if input.trim_start().starts_with(char::is_alphanumeric) { Err(failure(input)) } else { Ok((input, ())) }
}

/// "The same period of last year", "the same month of 2023": the time spoken of, in another year.
pub fn same_period<'t>(words: &TimeWords, input: &'t str) -> Read<'t, Reading> {
    let (rest, ()) = listed(&words.same_period, input)?;
    let (rest, _) = opt(after_space(|rest| listed(&words.of, rest))).parse(rest)?;
    let (rest, _) = space(rest)?;
    let (rest, _) = article(words, rest)?;
    let year_before = |unit: Relative| (unit.unit == TimeUnit::Year).then(|| Period::relative(Relative { from: Anchor::Context, ..unit }));
    let other_year = map_opt(alt((|rest| stepped(words, rest), |rest| distant(words, rest))), year_before);
    let that_year = map(
        |rest| year::year(words, rest),
        |reading| Period { relative: Some(Relative { from: Anchor::Context, offset: 0, unit: TimeUnit::Year }), ..reading.period },
    );
    let (rest, period) = alt((other_year, that_year)).parse(rest)?;
    value(Reading { period, form: Form::Whole }, closed).parse(rest)
}

/// A part of another time: "end of 2017", "mid-November", "late 1990s", "end of last year".
pub fn with_part<'t>(words: &TimeWords, input: &'t str) -> Read<'t, Reading> {
    let (rest, part) = listed(&words.parts, input)?;
    // "Records start in 1971" is no part of 1971.
    let links = if part == Part::Whole { &words.of } else { &words.part_of };
    let of_the_unit = (joint, |rest| listed(links, rest), space, |rest| article(words, rest));
    let (rest, _) = alt((value((), of_the_unit), value((), joint))).parse(rest)?;
    let whole = [date::with_month_name, year::year, year::announced, year::decade, quarter::quarter_or_half, relative];
    let read = whole.into_iter().filter_map(|reader| reader(words, rest).ok());
    let (rest, mut reading) = read.min_by_key(|(rest, _)| rest.len()).ok_or_else(|| failure(input))?;
    // A day has no parts that matter here, and a part of a distance ("late two years ago") is not said.
    let is_months = reading.period.first.day.is_none() && reading.period.part == Part::Whole;
    if !is_months {
        return Err(failure(input));
    }
    reading.period.part = part;
    if matches!(reading.form, Form::Name(_)) {
        reading.form = Form::Whole;
    }
    value(reading, closed).parse(rest)
}

/// The step from the time of the document or of the context, where an article would make it a length of time: "the last year".
pub fn is_recent(period: &Period) -> bool {
    period.part == Part::Whole
        && period.first == Moment::default()
        && period.relative.is_some_and(|relative| relative.from == Anchor::Document && relative.offset == -1)
}
