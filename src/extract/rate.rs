//! Denominators: "per 10,000 people", "per capita", "barrels a day".

use super::numeral::{Shape, numeral};
use super::subject;
use super::view::View;
use crate::model::rational::Rational;
use crate::model::unit::{Dimension, Per};

/// A denominator, and where its words begin and end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Denominator {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// How many of what.
    pub per: Per,
}

/// The denominator whose first word begins at `at`, behind white space.
pub fn denominator(view: &View<'_>, at: usize) -> Option<Denominator> {
    let start = view.past_spaces(at);
    if let Some((end, name)) = view.ahead(&view.words.per_one, at) {
        return Some(Denominator { start, end, per: Per::counted(Rational::one(), name) });
    }
    if let Some((end, ())) = view.ahead(&view.words.per, at) {
        return of_some(view, start, view.past_spaces(end)).or_else(|| of_one(view, start, end));
    }
    let (end, ()) = view.ahead(&view.words.per_unit, at)?;
    let unit_start = view.past_spaces(end);
    let (length, unit) = view.units.longest(view.from(unit_start))?;
    let lasting = unit.dimension == Dimension::Time || matches!(unit.dimension, Dimension::Measure(_));
    // "47,912 a year earlier" tells when, not how often.
    let tells_when = view.ahead(&view.words.not_per_unit, unit_start + length).is_some();
    let per = Per::unit(Rational::one(), unit);
    (lasting && !tells_when).then(|| Denominator { start, end: unit_start + length, per })
}

/// "10,000 people", "thousand births", "100 million yuan".
fn of_some(view: &View<'_>, start: usize, at: usize) -> Option<Denominator> {
    let (end, size) = match numeral(view.from(at), view.words) {
        Some((length, numeral)) if numeral.shape == Shape::Cardinal => (at + length, numeral.number.value),
        Some(_) => return None,
        None => {
            // "per thousand": a scale word without a number.
            let (rest, factor) = super::numeral::spelled::lone_scale(view.from(at), view.words).ok()?;
            (view.text.len() - rest.len(), factor)
        }
    };
    let unit_start = view.past_tie(end);
    if let Some((length, unit)) = view.units.longest(view.from(unit_start)) {
        return Some(Denominator { start, end: unit_start + length, per: Per::unit(size, unit) });
    }
    match subject::plural(view, end) {
        Some(counted) => Some(Denominator { start, end: counted.end, per: Per::counted(size, &counted.singular) }),
        // "7/3" is no rate of sevens per three.
        None if view.next(start) == Some('/') => None,
        None => Some(Denominator { start, end, per: Per::counted(size, "") }),
    }
}

/// "per hour", "per household".
fn of_one(view: &View<'_>, start: usize, end: usize) -> Option<Denominator> {
    let at = view.past_spaces(end);
    if let Some((length, unit)) = view.units.longest(view.from(at)) {
        return Some(Denominator { start, end: at + length, per: Per::unit(Rational::one(), unit) });
    }
    // "13,668 for each of the 306 fixtures" goes on to tell how many there are.
    if view.ahead(&view.words.subject_stops, at).is_some() {
        return None;
    }
    let word_end = view.word_end(at);
    let word = view.text.get(at..word_end).filter(|word| word.chars().all(char::is_alphabetic) && !word.is_empty())?;
    Some(Denominator { start, end: word_end, per: Per::counted(Rational::one(), &word.to_lowercase()) })
}
