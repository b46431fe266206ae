//! Whether what looks like a time is one, by the words beside it.
//!
//! A number that may be a year is more often right than wrong from 1900 to 2099 and the other way round elsewhere. What
//! can't be decided is not a time: a year that is not read is silent, a quantity read as a year is a false alarm.

use super::atom::{is_dash, is_hyphen};
use super::{Form, Reading, relative};
use crate::model::time_words::{Standing, TimeWords};
use crate::model::word_table::WordTable;

/// Centuries in which a bare number is a year unless something speaks against it.
const LIKELY: std::ops::Range<i32> = 1900..2100;

/// How many years a life has at most.
const LONGEST_LIFE: i32 = 125;

/// How many characters of a number before a year are looked at.
const LONGEST_NUMBER: usize = 24;

/// Whether the reading of `input`, which leaves `rest`, is a time in its place.
pub fn is_time(words: &TimeWords, before: &str, input: &str, rest: &str, reading: &Reading) -> bool {
    let taken = input.get(..input.len() - rest.len()).unwrap_or_default();
    if relative::is_recent(&reading.period) && stands_before(&words.articles, before) {
        return false;
    }
    match reading.form {
        Form::Whole => true,
        Form::Day => reading.period.first.month.is_some() && stands_before(&words.on, before) && !counts(words, rest),
        Form::Digits => !is_labelled(words, before) && !counts(words, rest),
        Form::CountedDay => stands_before(&words.on, before),
        Form::Name(standing) => is_name(words, before, taken, standing),
        Form::Year | Form::Years => is_year(words, before, taken, rest, reading),
    }
}

/// Whether the last words of `before` are in the table, with nothing but white space after them.
fn stands_before(table: &WordTable<()>, before: &str) -> bool {
    before.ends_with(char::is_whitespace) && table.longest_before(before).is_some()
}

/// Whether the word before says that a number is a label, as "No." does.
fn is_labelled(words: &TimeWords, before: &str) -> bool {
    words.before_label.longest_before(before.trim_end().trim_end_matches('.')).is_some()
}

/// Whether the name of a month is meant as one.
fn is_name(words: &TimeWords, before: &str, taken: &str, standing: Standing) -> bool {
    match standing {
        Standing::Firm => true,
        Standing::Short => stands_before(&words.before_time, before),
        Standing::Ambiguous => taken.starts_with(char::is_uppercase) && stands_before(&words.before_time, before),
    }
}

fn is_year(words: &TimeWords, before: &str, taken: &str, rest: &str, reading: &Reading) -> bool {
    let years = [reading.period.first.year, reading.period.last.year];
    let is_likely = years.into_iter().flatten().all(|year| LIKELY.contains(&year));
    if is_tied_before(words, before) || is_tied_behind(words, rest) || is_end_of_quantities(words, before) || is_measured(words, rest) {
        return false;
    }
    if stands_before(&words.before_quantity, before) || is_labelled(words, before) {
        return false;
    }
    if is_spelled_quantity(words, taken) {
        return stands_before(&words.before_time, before) && !counts(words, rest);
    }
    let is_announced = stands_before(&words.before_year, before) || is_prefixed(words, before);
    let is_span = reading.form == Form::Years && !taken.contains(char::is_whitespace);
    let is_round = taken.ends_with("00");
    if is_span && !is_round && is_life(before, rest, reading) {
        return true;
    }
    match (is_announced, is_likely) {
        (true, _) => !(counts(words, rest) && (is_round || !is_likely)),
        (false, true) => is_span && !is_round || !counts(words, rest),
        (false, false) => false,
    }
}

/// Whether two years in brackets may be those of someone's birth and death: "(1833–1899)".
fn is_life(before: &str, rest: &str, reading: &Reading) -> bool {
    let years = reading.period.first.year.zip(reading.period.last.year);
    let is_long = years.is_none_or(|(first, last)| last - first > LONGEST_LIFE);
    !is_long && before.ends_with('(') && rest.starts_with(')')
}

/// Whether the year is spelled as a quantity would be too: "two thousand and twelve", but not "nineteen ninety six".
fn is_spelled_quantity(words: &TimeWords, taken: &str) -> bool {
    taken.split_whitespace().any(|word| words.thousand.longest(word).or_else(|| words.hundred.longest(word)).is_some())
}

/// Whether a hyphen ties the number to a word before it that is no prefix of a year: "COVID-2019".
fn is_tied_before(words: &TimeWords, before: &str) -> bool {
    before.ends_with(is_hyphen) && before.trim_end_matches(is_hyphen).ends_with(char::is_alphanumeric) && !is_prefixed(words, before)
}

/// Whether a hyphen ties the number to a prefix: "pre-2014".
fn is_prefixed(words: &TimeWords, before: &str) -> bool {
    before.ends_with(is_hyphen) && words.before_year.longest_before(before.trim_end_matches(is_hyphen)).is_some()
}

/// Whether a hyphen ties the number to a word behind it that measures: "2000-page".
fn is_tied_behind(words: &TimeWords, rest: &str) -> bool {
    let Some(after) = rest.strip_prefix(is_hyphen) else { return false };
    after.starts_with(char::is_alphanumeric) && words.year_compounds.longest(after).is_none()
}

/// Whether the number follows one that is no year, by a word or dash that joins equals: "from 900 to 2000".
fn is_end_of_quantities(words: &TimeWords, before: &str) -> bool {
    let trimmed = before.trim_end();
    let joined = words.to.longest_before(trimmed).or_else(|| words.and.longest_before(trimmed)).map(|(at, ())| at);
    let head = joined.and_then(|at| trimmed.get(..at)).or_else(|| trimmed.strip_suffix(is_dash));
    let Some(head) = head.map(str::trim_end) else { return false };
    // No number that matters is longer, and text without white space must not be walked again for each of its numbers.
    let token = head.char_indices().rev().take(LONGEST_NUMBER).take_while(|(_, letter)| !letter.is_whitespace()).last();
    let token = token.and_then(|(at, _)| head.get(at..)).unwrap_or_default();
    let number = token.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let is_number = number.starts_with(|letter: char| letter.is_ascii_digit()) && number.ends_with(|letter: char| letter.is_ascii_digit());
    is_number && !number.get(..4).is_some_and(|digits| digits.parse().is_ok_and(|year| LIKELY.contains(&year)))
}

/// Whether a unit or a word that numbers count follows.
fn is_measured(words: &TimeWords, rest: &str) -> bool {
    let after = rest.trim_start();
    after.len() < rest.len() && is_counted(words, after)
}

/// Whether a word that numbers count stands here, and doesn't begin a hedge of the next number: "in 2021 more than 60".
fn is_counted(words: &TimeWords, after: &str) -> bool {
    let length = |table: &WordTable<()>| table.longest(after).map_or(0, |(length, ())| length);
    length(&words.counted) > 0 && length(&words.counted) >= length(&words.before_quantity)
}

/// Whether something that can be counted follows: a unit or a plural.
pub fn counts(words: &TimeWords, rest: &str) -> bool {
    let after = rest.trim_start();
    if after.len() == rest.len() {
        return false;
    }
    if after.starts_with(['%', '‰', '°', '％']) || is_counted(words, after) {
        return true;
    }
    let end = after.find(|letter: char| !letter.is_alphabetic() && letter != '\'' && letter != '’').unwrap_or(after.len());
    let word = after.get(..end).unwrap_or_default();
    let is_plural = words.plural_endings.iter().any(|ending| word.len() > ending.len() + 1 && word.ends_with(&**ending));
    // "2013 births statistics" are statistics of a year.
    let described = after.get(end..).is_some_and(|behind| words.publications.longest(behind.trim_start()).is_some());
    is_plural
        && word.starts_with(char::is_lowercase)
        && !word.contains(['\'', '’'])
        && words.not_counted.longest(after).is_none()
        && !described
}

/// Whether a range may end in a bare day behind `first`, which is read after `before`: "November 19 to 20", but not
/// "from 15 on 5 November to 20".
pub fn may_end_in_day(words: &TimeWords, before: &str, first: &str) -> bool {
    let is_month_first = !first.trim_end_matches('.').ends_with(char::is_alphabetic) || first.starts_with(char::is_alphabetic);
    is_month_first && !stands_before(&words.on, before)
}

/// Whether what was read of `input` is a round number before something that can be counted: "2000 people".
pub fn is_round_quantity(words: &TimeWords, input: &str, rest: &str) -> bool {
    let taken = input.get(..input.len() - rest.len()).unwrap_or_default();
    taken.ends_with("00") && counts(words, rest)
}
