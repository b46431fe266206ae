//! Days, months, quarters, years and stretches of them, as they are printed.
//!
//! A time is what its own words say; whether a bare number is a year, and whether "may" is a month, is decided by the
//! words beside it, and when they leave it open it is not read.

mod atom;
mod context;
mod date;
mod quarter;
mod range;
mod relative;
mod spelled;
mod stretch;
mod year;

use nom::IResult;

use crate::model::claim::Kind;
use crate::model::period::Period;
use crate::model::time_words::{Standing, TimeWords};

/// A time that a text states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeClaim {
    /// Where its words begin, in bytes of the text.
    pub start: usize,
    /// Where they end.
    pub end: usize,
    /// [`Kind::Date`] for a single day, [`Kind::Period`] for everything else.
    pub kind: Kind,
    /// What it says.
    pub period: Period,
}

/// What the parsers of this module give: what is left of the text, and what was read.
type Read<'t, T> = IResult<&'t str, T>;

/// A time as read, before it is clear that it is one.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Reading {
    period: Period,
    form: Form,
}

/// How much of a time is said, which decides whether it needs the words beside it to be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// Enough to be a time wherever it stands.
    Whole,
    /// Digits in an order that labels have too: "11/2016".
    Digits,
    /// A number that may be a year.
    Year,
    /// Two numbers that may be years.
    Years,
    /// The name of a month, or something as short.
    Name(Standing),
    /// A month and a number that is its day only after a word such as "on", because something that can be counted follows.
    CountedDay,
    /// A number that may be a day, once a month is found for it.
    Day,
}

/// The time that begins at the byte `at` of `text`, which must be the beginning of a word or number.
///
/// `text` is a sentence or a block, because the words before and after decide about bare years. Prepositions ("in",
/// "from", "between") are no part of a time. Gives nothing if no time begins exactly there.
pub fn time_at(text: &str, at: usize, words: &TimeWords) -> Option<TimeClaim> {
    let (before, input) = (text.get(..at)?, text.get(at..)?);
    if !atom::begins_freely(before, input) || !atom::may_be_time(input) {
        return None;
    }
    let single = point(words, input).ok();
    let ranged = range::range(words, before, input, single.as_ref());
    let day = date::month_and_day(input).ok();
    let month = date::month_of_year(words, input).ok();
    let impossible = date::impossible(words, input).ok();
    let accepted = [impossible, ranged, single, day, month]
        .into_iter()
        .flatten()
        .find(|(rest, reading)| context::is_time(words, before, input, rest, reading))?;
    let (rest, reading) = accepted;
    let kind = if reading.period.is_day() { Kind::Date } else { Kind::Period };
    Some(TimeClaim { start: at, end: text.len() - rest.len(), kind, period: reading.period })
}

/// A single time: the longest that can be read.
fn point<'t>(words: &TimeWords, input: &'t str) -> Read<'t, Reading> {
    let readers = [
        date::numeric,
        date::with_month_name,
        date::with_weekday,
        quarter::quarter_or_half,
        quarter::first_several,
        year::year,
        year::announced,
        year::decade,
        relative::with_part,
        relative::relative,
        relative::same_period,
        stretch::stretch,
    ];
    let read = readers.into_iter().filter_map(|reader| reader(words, input).ok());
    read.min_by_key(|(rest, _)| rest.len()).ok_or_else(|| atom::failure(input))
}

#[cfg(test)]
mod tests;
