//! Numbers rendered as a claim prints its own: with its scale, unit, decimals and separators.

use crate::model::claim::{Claim, Kind};
use crate::model::interval::{Bound, End, Interval};
use crate::model::rational::Rational;

use super::texts::{Texts, fill_in};

/// How a claim prints numbers.
#[derive(Clone, Debug)]
pub struct Figure {
    before: String,
    after: String,
    /// What one of the printed figure is worth: a million for "3.5 million".
    scale: Rational,
    decimals: usize,
    /// How many decimals a number gets at least that isn't whole: a multiple of 2.2 is not told as 2.
    finest: usize,
    group: Option<char>,
    /// The claim's own value.
    value: Option<Rational>,
}

/// How many decimals are added at most to tell a number from the one that is printed.
const MORE_DECIMALS: usize = 4;

impl Figure {
    /// The way in which a claim with these words prints its number.
    pub fn of(claim: &Claim, printed: &str) -> Figure {
        let number = claim.number.as_ref();
        let value = number.map(|number| number.value.clone());
        let by_digits = number.and_then(|number| {
            let (before, digits, after) = split(printed)?;
            let plain: String = digits.chars().filter(char::is_ascii_digit).collect();
            let mantissa = &Rational::from_digits(&plain, "")? * &number.step;
            if mantissa != number.value.abs() {
                return None;
            }
            let decimals = decimals(digits);
            let scale = &number.step * &Rational::power_of_ten(i32::try_from(decimals).ok()?)?;
            let before = before.trim_end_matches(['-', '−']).to_owned();
            let group = match group(digits, decimals) {
                Group::With(mark) => Some(mark),
                Group::Without => None,
                Group::Unseen => Some(','),
            };
            // "12th" is an ending of this number only.
            let ending = matches!(claim.kind, Kind::Rank | Kind::Ordinal) && after.starts_with(|letter: char| letter.is_ascii_alphabetic());
            let after = if ending { String::new() } else { after.to_owned() };
            let finest = if claim.kind == Kind::Times { decimals.max(1) } else { decimals };
            Some(Figure { before, after, scale, decimals, finest, group, value: value.clone() })
        });
        by_digits.unwrap_or_else(|| {
            // Numbers in words have no figures to imitate, and times count in plain years.
            let group = number.map(|_| ',');
            let finest = usize::from(claim.kind == Kind::Times);
            Figure { before: String::new(), after: unit_behind(claim, printed), scale: Rational::one(), decimals: 0, finest, group, value }
        })
    }

    /// A number with as many decimals as the claim prints, or as many more as it takes not to look like the claim's own.
    pub fn render(&self, number: &Rational, sign: Signs) -> String {
        let decimals = self.decimals_for(std::slice::from_ref(number), sign);
        format!("{}{}{}", self.before, self.digits(number, decimals, sign), self.after)
    }

    /// An interval: "384,178 to 387,926", "more than 12.3%", or a single number where the ends look the same.
    /// Nothing for an interval without ends.
    pub fn render_interval(&self, interval: &Interval, sign: Signs, texts: &Texts) -> Option<String> {
        let ends: Vec<Rational> = [&interval.low, &interval.high].into_iter().flatten().map(|end| end.value.clone()).collect();
        let decimals = self.decimals_for(&ends, sign);
        let digits = |end: &End| self.digits(&end.value, decimals, sign);
        let bounded = |words: [&str; 2], end: &End, name: &str| {
            let [open, closed] = words;
            let template = if end.bound == Bound::Open { open } else { closed };
            // A bound is often a round number, which is not a measured one: "at most 100%", not "100.0%".
            let places = (0..=decimals).find(|places| self.is_exact(&end.value, *places)).unwrap_or(decimals);
            let shown = format!("{}{}{}", self.before, self.digits(&end.value, places, sign), self.after);
            fill_in(template, &[(name, shown)])
        };
        match (&interval.low, &interval.high) {
            (Some(low), Some(high)) if digits(low) == digits(high) => Some(format!("{}{}{}", self.before, digits(low), self.after)),
            (Some(low), Some(high)) => {
                // A unit that is a word of its own is said once.
                let once = self.before.is_empty() && self.after.starts_with(char::is_whitespace);
                let low = format!("{}{}{}", self.before, digits(low), if once { "" } else { &self.after });
                let high = format!("{}{}{}", self.before, digits(high), self.after);
                Some(fill_in(texts.range, &[("low", low), ("high", high)]))
            }
            (Some(low), None) => Some(bounded(texts.above, low, "low")),
            (None, Some(high)) => Some(bounded(texts.below, high, "high")),
            (None, None) => None,
        }
    }

    /// Rounded to the claim's own places, a number just outside of what the claim stands for could look the same.
    fn decimals_for(&self, numbers: &[Rational], sign: Signs) -> usize {
        let Some(value) = &self.value else { return self.decimals };
        let differs = |decimals: usize| {
            let own = self.digits(value, decimals, Signs::Minus);
            numbers.iter().all(|number| {
                // A number below one needs places enough to show its first figure.
                let first = number.divide(&self.scale).and_then(|figure| figure.magnitude());
                let seen = first.is_none_or(|power| power + decimals as i32 >= 0);
                number == value || seen && self.digits(number, decimals, sign) != own
            })
        };
        let whole = numbers.iter().all(|number| self.is_exact(number, self.decimals));
        let fewest = if whole { self.decimals } else { self.finest };
        (fewest..=fewest + MORE_DECIMALS).find(|decimals| differs(*decimals)).unwrap_or(fewest)
    }

    fn is_exact(&self, number: &Rational, places: usize) -> bool {
        number.divide(&self.scale).is_some_and(|figure| figure.round_to(-(places as i32)) == figure)
    }

    fn digits(&self, number: &Rational, decimals: usize, sign: Signs) -> String {
        let figure = number.divide(&self.scale).unwrap_or_else(|| number.clone());
        let rounded = figure.round_to(-(decimals as i32));
        let text = rounded.abs().to_decimal(decimals);
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let sign = match sign {
            _ if rounded.is_negative() => "−",
            Signs::Both => "+",
            Signs::Minus => "",
        };
        let whole = self.group.map_or_else(|| whole.to_owned(), |mark| grouped(whole, mark));
        let point = if decimals > 0 { "." } else { "" };
        format!("{sign}{whole}{point}{fraction:0<decimals$}")
    }
}

/// Which signs are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signs {
    /// That of negative numbers.
    Minus,
    /// Both, where the direction is what matters.
    Both,
}

/// The unit of a number in words: its last word if that is what the unit is called ("three months").
fn unit_behind(claim: &Claim, printed: &str) -> String {
    match claim.kind {
        Kind::Percent => "%".to_owned(),
        Kind::Times => "×".to_owned(),
        Kind::Amount | Kind::Money | Kind::PercentagePoint | Kind::BasisPoint | Kind::Ratio | Kind::Rate => last_word(claim, printed),
        Kind::Duration | Kind::Age => last_word(claim, printed),
        Kind::Rank | Kind::Ordinal | Kind::Index | Kind::Date | Kind::Period | Kind::Clock | Kind::Names => String::new(),
    }
}

fn last_word(claim: &Claim, printed: &str) -> String {
    let name = &*claim.unit.name;
    let word = printed.split_whitespace().last().filter(|word| !name.is_empty() && word.to_lowercase().starts_with(name));
    word.map_or_else(String::new, |word| format!(" {word}"))
}

/// The text before the first figure, the figure with its separators, and the text behind it.
fn split(printed: &str) -> Option<(&str, &str, &str)> {
    let start = printed.find(|letter: char| letter.is_ascii_digit())?;
    let (before, rest) = printed.split_at(start);
    let mut end = 0;
    let mut letters = rest.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let goes_on = letters.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        if letter.is_ascii_digit() {
            end = at + 1;
        } else if !(is_separator(letter) && goes_on) {
            break;
        }
    }
    let (digits, after) = rest.split_at(end);
    Some((before, digits, after))
}

fn is_separator(letter: char) -> bool {
    matches!(letter, ',' | '.' | '\'' | '’' | '\u{a0}' | '\u{2009}' | '\u{202f}' | ' ')
}

/// How many decimals a figure has: those behind its only point.
fn decimals(digits: &str) -> usize {
    match digits.rsplit_once('.') {
        Some((whole, fraction)) if !whole.contains('.') => fraction.len(),
        Some(_) | None => 0,
    }
}

enum Group {
    With(char),
    Without,
    Unseen,
}

fn group(digits: &str, decimals: usize) -> Group {
    let whole = if decimals > 0 { digits.rsplit_once('.').map_or(digits, |(whole, _)| whole) } else { digits };
    match whole.chars().find(|letter| !letter.is_ascii_digit()) {
        Some(mark) => Group::With(mark),
        None if whole.len() > 3 => Group::Without,
        None => Group::Unseen,
    }
}

fn grouped(whole: &str, mark: char) -> String {
    let mut text = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(digit);
    }
    text
}
