//! Years, split years and decades.

use nom::Parser;
use nom::branch::alt;
use nom::character::complete::satisfy;
use nom::combinator::{map, map_opt, opt, recognize, value, verify};
use nom::sequence::{preceded, terminated};

use super::atom::{after_space, article, closed, failure, gap, is_dash, joint, letters, listed, number, prefix, space};
use super::{Form, Read, Reading, context, spelled};
use crate::model::period::{Anchor, Calendar, Moment, Period, Relative, TimeUnit};
use crate::model::time_words::{TimeWords, YearWord};

/// The years that four digits may stand for.
const YEARS: std::ops::RangeInclusive<u32> = 1000..=2199;

/// Four digits that may be a year, whatever follows them but a digit.
pub fn digits(input: &str) -> Read<'_, i32> {
    map_opt(verify(number(4, 4), |year| YEARS.contains(year)), |year| i32::try_from(year).ok()).parse(input)
}

/// Four digits that may be a year and end there.
pub fn closed_digits(input: &str) -> Read<'_, i32> {
    terminated(digits, closed).parse(input)
}

/// A year in digits or words, or a split year.
pub fn year<'t>(words: &TimeWords, input: &'t str) -> Read<'t, Reading> {
    let bare = map(closed_digits, |year| Reading { period: Period::single(Moment::year(year)), form: Form::Year });
    let spelled = map(|rest| spelled::year(words, rest), |year| Reading { period: Period::single(Moment::year(year)), form: Form::Year });
    alt((map(split, |period| Reading { period, form: Form::Years }), bare, spelled)).parse(input)
}

/// Two years in one: "2013/14", "2008/2009", and several by a hyphen: "2008-11".
///
/// Years that follow each other are one year of another calendar: nobody writes a span of two years that way, and
/// nothing is known of its months.
fn split(input: &str) -> Read<'_, Period> {
    let (rest, first) = digits(input)?;
    let (rest, sign) = satisfy(|sign| sign == '/' || is_dash(sign)).parse(rest)?;
    let last = alt((
        digits,
        map_opt(number(2, 2), move |pair| {
            let last = first / 100 * 100 + i32::try_from(pair).ok()?;
            Some(if pair == 0 && first % 100 == 99 { last + 100 } else { last })
        }),
    ));
    let (rest, last) = terminated(last, closed).parse(rest)?;
    let follows = last - first == 1;
    if last <= first || (sign == '/' && !follows) {
        return Err(failure(input));
    }
    let calendar = if follows { Calendar::Other } else { Calendar::Civil };
    Ok((rest, Period { calendar, ..Period::between(Moment::year(first), Moment::year(last)) }))
}

/// A year with the word before it that says what kind it is: "the year 2008", "fiscal year 2013/14", "FY2008".
pub fn announced<'t>(words: &TimeWords, input: &'t str) -> Read<'t, Reading> {
    let (rest, kind) = alt((|rest| listed(&words.year_words, rest), |rest| letters(&words.year_words, rest))).parse(input)?;
    // "FY24" leaves out the century, and no other word does.
    let pair =
        verify(terminated(number(2, 2), closed), |_| kind == YearWord::Other && rest.starts_with(|next: char| next.is_ascii_digit()));
    let pair = map_opt(pair, |pair| {
        i32::try_from(pair).ok().map(|pair| Reading { period: Period::single(Moment::year(2000 + pair)), form: Form::Whole })
    });
    let (rest, mut reading) = alt((preceded(gap, |rest| year(words, rest)), pair)).parse(rest)?;
    if kind == YearWord::Other {
        reading.period.calendar = Calendar::Other;
    }
    reading.form = Form::Whole;
    Ok((rest, reading))
}

/// Ten years, or a hundred: "1970s", "nineteen seventies".
pub fn decade<'t>(words: &TimeWords, input: &'t str) -> Read<'t, Reading> {
    let numeric = terminated(verify(digits, |year| year % 10 == 0), |rest| prefix(&words.decade_suffixes, rest));
    let (rest, first) = alt((numeric, |rest| spelled::decade(words, rest))).parse(input)?;
    // Of years before living memory, "the 1800s" are a century.
    let length = if first % 100 == 0 && first < 2000 { 100 } else { 10 };
    let reading = Reading { period: Period::between(Moment::year(first), Moment::year(first + length - 1)), form: Form::Whole };
    value(reading, closed).parse(rest)
}

/// The year of a month, day or quarter, as said behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearSaid {
    /// A year of the calendar.
    Year(i32),
    /// A year of another calendar, by the years of the calendar that it touches as far as they are said.
    Split(i32, i32),
    /// A year counted from another.
    Relative(Relative),
    /// A year that is not said: "of the year".
    Unsaid,
}

/// The year behind a month, day or quarter: ", 2015", " of 1995", " last year".
pub fn year_said<'t>(words: &TimeWords, input: &'t str) -> Read<'t, YearSaid> {
    let link = (gap, opt((satisfy(|mark| mark == ','), gap)), opt((|rest| listed(&words.of, rest), space)), |rest| article(words, rest));
    let link = verify(recognize(link), |link: &str| !link.is_empty());
    let (link_rest, _) = alt((link, recognize(joint))).parse(input)?;
    let split_year = map(verify(split, |period| period.calendar == Calendar::Other), |period| {
        YearSaid::Split(period.first.year.unwrap_or_default(), period.last.year.unwrap_or_default())
    });
    let kind = opt(alt((terminated(|rest| listed(&words.year_words, rest), space), |rest| letters(&words.year_words, rest))));
    let number = alt((closed_digits, |rest| spelled::year(words, rest)));
    let plain = map((kind, number), |(kind, year)| match kind {
        Some(YearWord::Other) => YearSaid::Split(year, year),
        Some(YearWord::Civil) | None => YearSaid::Year(year),
    });
    if let Ok((rest, said)) = alt((split_year, plain)).parse(link_rest)
        && !context::is_round_quantity(words, link_rest, rest)
    {
        return Ok((rest, said));
    }
    alt((
        preceded(gap, value(YearSaid::Unsaid, |rest| listed(&words.the_year, rest))),
        preceded((gap, opt((|rest| listed(&words.of, rest), space))), map(|rest| relative_year(words, rest), YearSaid::Relative)),
    ))
    .parse(input)
}

/// "Last year", "this year".
fn relative_year<'t>(words: &TimeWords, input: &'t str) -> Read<'t, Relative> {
    let (rest, _) = article(words, input)?;
    let (rest, step) = listed(&words.steps, rest)?;
    let (rest, unit) = after_space(|rest| listed(&words.units, rest)).parse(rest)?;
    // "June this month" says nothing, and "the first half of this century" is not about halves of years.
    if unit != TimeUnit::Year || (step.from == Anchor::Context && step.offset == 0 && rest.starts_with('-')) {
        return Err(failure(input));
    }
    Ok((rest, Relative { from: step.from, offset: step.offset, unit }))
}

impl YearSaid {
    /// The period with its year.
    pub fn of(self, mut period: Period) -> Period {
        match self {
            YearSaid::Year(year) => {
                period.first.year = Some(year);
                period.last.year = Some(year);
            }
            YearSaid::Split(first, last) => {
                // Of a fiscal quarter only the two years are known.
                period.first.year = Some(first);
                period.last.year = Some(last);
                period.calendar = Calendar::Other;
            }
            YearSaid::Relative(relative) => period.relative = Some(relative),
            YearSaid::Unsaid => {}
        }
        period
    }
}
