//! Digits that say no number: addresses, identifiers, versions, labels, idioms.

use nom::bytes::complete::take_while_m_n;
use nom::character::complete::char;
use nom::multi::many_m_n;
use nom::sequence::preceded;
use nom::{IResult, Parser};

use super::numeral::fraction::fraction;
use super::numeral::{Form, Numeral, Scale, Shape, western};
use super::view::View;
use crate::model::unit::Dimension;
use crate::model::word_table::WordTable;

/// How far a run of characters from `at` on goes that holds digits but no number: a web address, an identifier,
/// a telephone number, a list number. `at` is the start of a word.
pub fn unread(view: &View<'_>, at: usize) -> Option<usize> {
    let rest = view.from(at);
    if let Some(length) = idiom(view, at) {
        return Some(length);
    }
    if let Some(length) = slashed(view, at) {
        return Some(length);
    }
    // Only so many characters are looked at, so that a text without spaces takes no longer than any other.
    let run = rest.char_indices().take(LONGEST_RUN).find(|(_, letter)| letter.is_whitespace()).and_then(|(end, _)| rest.get(..end));
    let run = run.or_else(|| rest.char_indices().nth(LONGEST_RUN).and_then(|(end, _)| rest.get(..end))).unwrap_or(rest);
    let run = run.trim_end_matches(|letter: char| !letter.is_alphanumeric() && letter != '/');
    if let Some(length) = telephone(rest).or_else(|| clock(view, at)) {
        return Some(length);
    }
    (is_address(run) || is_dotted(run) || is_hyphenated(run) || is_mixed(view, run)).then_some(run.len())
}

/// How many bytes a number of a thing takes that is written with a slash, as documents are numbered ("41/2025", "2016/679"):
/// two whole numbers that make no part of something.
pub fn slashed(view: &View<'_>, at: usize) -> Option<usize> {
    let rest = view.from(at);
    let digits = |text: &str| text.len() - text.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    let above = digits(rest);
    let below = digits(rest.get(above..)?.strip_prefix('/')?);
    let length = above + 1 + below;
    let goes_on = rest.get(length..)?.trim_start_matches(['.', ',', '/', '-']).starts_with(char::is_alphanumeric);
    let whole = above > 0 && below > 0 && !goes_on;
    let part = || fraction(view.words).parse(rest).is_ok_and(|(after, _)| after.len() <= rest.len() - length);
    (whole && !part()).then_some(length)
}

const LONGEST_RUN: usize = 200;

/// A number that begins with a plus or a nought, with the groups of digits behind it: "+44 (0)20 7946 0018", "0800 123".
fn telephone(rest: &str) -> Option<usize> {
    let digit = |letter: char| letter.is_ascii_digit();
    let begins = match rest.strip_prefix('+') {
        Some(behind) => behind.starts_with(digit),
        None => rest.strip_prefix('0').is_some_and(|behind| behind.starts_with(digit)),
    };
    if !begins {
        return None;
    }
    let inner = |letter: char| digit(letter) || matches!(letter, '+' | ' ' | '(' | ')' | '-' | '/');
    let length = rest.find(|letter| !inner(letter)).unwrap_or(rest.len());
    let run = rest.get(..length)?.trim_end_matches(|letter| !digit(letter));
    let decimals = rest.get(run.len()..)?.strip_prefix(['.', ',']).is_some_and(|behind| behind.starts_with(digit));
    let long = run.chars().filter(|letter| digit(*letter)).count() >= FEWEST_DIGITS || !rest.starts_with('+');
    (!decimals && long).then_some(run.len())
}

/// A telephone number with its country has at least so many digits.
const FEWEST_DIGITS: usize = 7;

/// A time of day or of a race: "6:30", "2:27:48", "9 a.m.". Ratios have decimals or one digit behind the colon.
fn clock(view: &View<'_>, at: usize) -> Option<usize> {
    let two = || take_while_m_n(2, 2, |letter: char| letter.is_ascii_digit());
    let hours = take_while_m_n(1, 2, |letter: char| letter.is_ascii_digit());
    let read: IResult<&str, (&str, Vec<&str>)> = (hours, many_m_n(0, 2, preceded(char(':'), two()))).parse(view.from(at));
    let (rest, (_, groups)) = read.ok()?;
    let end = view.text.len() - rest.len();
    let decimals = rest.strip_prefix('.').filter(|_| !groups.is_empty()).map_or(0, |behind| {
        let digits = behind.len() - behind.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
        if digits > 0 { digits + 1 } else { 0 }
    });
    let end = end + decimals;
    let goes_on = view.from(end).starts_with(|letter: char| letter.is_ascii_digit() || matches!(letter, ':' | '%'));
    let named = view.ahead(&view.words.clock_after, end).map(|(end, ())| end);
    match (named, goes_on || groups.is_empty()) {
        (Some(end), _) if !goes_on => Some(end - at),
        (Some(_) | None, true) => None,
        (Some(_) | None, false) => Some(end - at),
    }
}

fn idiom(view: &View<'_>, at: usize) -> Option<usize> {
    view.words.idioms.longest(view.from(at)).map(|(length, ())| length)
}

/// Web and mail addresses, and names of files.
fn is_address(run: &str) -> bool {
    run.contains("://")
        || run.contains('@') && run.contains('.')
        || run.split_once('/').is_some_and(|(host, _)| is_host(host))
        || run.contains('_') && run.contains(|letter: char| letter.is_ascii_digit())
        || run.starts_with("www.")
        || run.contains(|letter: char| letter.is_ascii_digit()) && run.rsplit_once('.').is_some_and(|(_, ending)| is_ending(ending))
}

/// "example.com": words with full stops between them, the last of letters.
fn is_host(run: &str) -> bool {
    let ending = run.rsplit_once('.').map(|(name, ending)| (name.chars().next(), ending));
    ending.is_some_and(|(first, ending)| first.is_some_and(char::is_alphanumeric) && is_ending(ending))
}

/// The ending of a file's name: letters, maybe a digit among them.
fn is_ending(ending: &str) -> bool {
    (2..=5).contains(&ending.len())
        && ending.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit())
        && ending.starts_with(|letter: char| letter.is_ascii_lowercase())
}

/// Versions and network addresses: three or more numbers with full stops between them.
fn is_dotted(run: &str) -> bool {
    let run = run.trim_start_matches(['v', 'V']);
    if western::digits(run).is_ok_and(|(rest, _)| rest.is_empty()) {
        return false;
    }
    // "6.1.12-rc3" is a version all the same.
    let run = run.split('-').next().unwrap_or(run);
    let mut parts = 0;
    run.split('.').all(|part| {
        parts += 1;
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())
    }) && parts >= 3
}

/// Telephone numbers, identifiers: three or more groups with hyphens, of digits or of digits and letters.
fn is_hyphenated(run: &str) -> bool {
    let run = run.trim_start_matches(['+', '(']);
    let groups: Vec<&str> = run.split(['-', '/', '(', ')']).filter(|group| !group.is_empty()).collect();
    let digits = |group: &&str| group.bytes().all(|byte| byte.is_ascii_digit());
    let mixed = |group: &&str| group.bytes().any(|byte| byte.is_ascii_digit()) && group.bytes().all(|byte| byte.is_ascii_alphanumeric());
    // "8-1/2" is a number.
    let mixed_number = groups.len() == 3 && run.contains('/') && run.contains('-') && groups.iter().skip(1).all(|group| group.len() <= 2);
    let telephone = groups.len() >= 3 && groups.iter().all(digits) && !run.contains('.') && !mixed_number;
    let identifier = groups.len() >= 4
        && groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_alphanumeric()))
        && groups.iter().filter(|group| mixed(group)).count() >= 3;
    // "555-0134": no range ends in a number with a nought before it.
    let short = matches!(groups.as_slice(), [one, two] if digits(one) && digits(two) && two.starts_with('0') && two.len() >= 3);
    telephone || identifier || short && !run.contains('/')
}

/// Letters followed by digits ("G20", "COVID-19", "H1N1"), and digits between letters.
fn is_mixed(view: &View<'_>, run: &str) -> bool {
    let head = run.trim_start_matches(|letter: char| letter.is_alphabetic());
    if head.len() == run.len() {
        return false;
    }
    let letters = run.get(..run.len() - head.len()).unwrap_or("");
    // "RMB56" is money.
    if view.units.longest(letters).is_some_and(|(length, unit)| length == letters.len() && unit.dimension == Dimension::Money) {
        return false;
    }
    let behind = head.trim_start_matches(['-', '‐', '‑']);
    let upper = letters.chars().any(char::is_uppercase);
    let hyphens = head.len() - behind.len();
    hyphens <= 1 && behind.starts_with(|letter: char| letter.is_ascii_digit()) && (hyphens == 0 || upper)
}

/// Whether only marks and joining words stand between two numbers.
fn joins(view: &View<'_>, from: usize, to: usize) -> bool {
    let between = view.text.get(from..to).unwrap_or("").trim_matches(|letter: char| !letter.is_alphanumeric());
    let joiner = |table: &WordTable<()>| table.longest(between).is_some_and(|(length, ())| length == between.len());
    between.is_empty() && to - from <= 3 || joiner(&view.words.joiners) || joiner(&view.words.range_joiners)
}

/// Whether a plain numeral names a thing instead of counting some: "Table 3", "Article 12", "(2)" or "1." at the start.
pub fn is_label(view: &View<'_>, start: usize, end: usize, numeral: &Numeral) -> bool {
    // "Apartment 4B", but not "Part 2 million".
    let letter =
        view.last(end).is_some_and(char::is_uppercase) && view.last(end.saturating_sub(1)).is_some_and(|last| last.is_ascii_digit());
    if numeral.scale == Scale::Scaled && !letter || numeral.shape != Shape::Cardinal {
        return false;
    }
    if view.behind(&view.words.labels, start).is_some() || view.ahead(&view.words.labels_after, end).is_some() {
        return true;
    }
    if view.label_end.is_some_and(|label_end| joins(view, label_end, start)) {
        return true;
    }
    let whole = numeral.form == Form::Digits && numeral.number.value.is_whole();
    let bracket = |letter: char| matches!(letter, '(' | '（' | '[');
    let opened = view.text.get(..start).unwrap_or("").trim();
    let alone = opened.is_empty() || opened.chars().all(bracket);
    let closed = match view.next(end) {
        Some(')' | '）' | ']') => true,
        Some('.') => view.from(end + 1).starts_with(char::is_whitespace),
        Some('、') => true,
        Some(_) | None => false,
    };
    // "5.1 Waste management" heads a section.
    let behind = view.from(end).strip_prefix(' ').unwrap_or("");
    let section = opened.is_empty() && !numeral.number.value.is_whole() && behind.starts_with(char::is_uppercase);
    // "[3]" is a note wherever it stands.
    let note = view.last(start) == Some('[') && view.next(end) == Some(']');
    whole && (alone && closed || note) || numeral.form == Form::Digits && section
}
