//! Smaller units that add to the one before them: "5 feet 2 inches", "3 dollars 50 cents".

use super::amount::Amount;
use super::numeral::{Scale, Shape, numeral};
use super::subject;
use super::view::View;
use crate::model::number::Number;
use crate::model::rational::Rational;
use crate::model::unit::{Dimension, Unit};

/// "5 feet 2 inches", "3 dollars 50 cents", "2 hours, 30 minutes and 10 seconds": smaller units of the same kind add to it.
pub fn take_smaller_units(view: &View<'_>, found: &mut Amount) {
    let Some(unit) = found.unit.clone() else { return };
    if unit.dimension == Dimension::Money && found.numeral.scale == Scale::Scaled {
        return;
    }
    if matches!(unit.dimension, Dimension::Count | Dimension::Share | Dimension::Points | Dimension::Times) {
        return;
    }
    let mut last = unit.clone();
    while let Some(smaller) = take_smaller_unit(view, found, &unit, &last) {
        last = smaller;
    }
}

/// Adds the part of `unit` that comes next, if it is smaller than the `last` one, and gives back what it is counted in.
fn take_smaller_unit(view: &View<'_>, found: &mut Amount, unit: &Unit, last: &Unit) -> Option<Unit> {
    let whole = found.numeral.number.value.is_whole() || last != unit;
    let lasting = matches!(unit.dimension, Dimension::Time | Dimension::Measure(_));
    // "5 hours, 20 minutes"
    let comma = usize::from(lasting && whole && view.next(found.end) == Some(','));
    let at = view.ahead(&view.words.joiners, found.end + comma).map_or(found.end + comma, |(end, ())| end);
    let at = view.past_tie(at);
    // "5'11"" needs no space.
    let apart = at > found.end + comma || view.last(found.end).is_some_and(|last| !last.is_alphanumeric());
    let (length, smaller) = numeral(view.from(at), view.words).filter(|_| apart)?;
    let plain = smaller.shape == Shape::Cardinal && smaller.scale == Scale::Plain;
    let after = view.past_spaces(at + length);
    let unsaid = || unsaid_unit(view, unit, found.end, at, at + length).map(|small| (0, small));
    let Some((width, small)) = smaller_unit(view, after, last).or_else(unsaid).filter(|_| plain) else {
        if plain && unit.dimension == Dimension::Money {
            take_unsaid_cents(view, found, &smaller.number, at + length);
        }
        return None;
    };
    let ratio = small.factor.divide(&unit.factor)?;
    let part = &smaller.number.value * &ratio;
    if &smaller.number.value * &small.factor >= last.factor {
        return None;
    }
    let number = &found.numeral.number;
    let step = &smaller.number.step * &ratio;
    found.numeral.number = Number { value: &number.value + &part, step: step.clone(), round_step: step, ..number.clone() };
    found.end = if width > 0 { after + width } else { at + length };
    Some(small.clone())
}

/// The unit at a place behind a larger one of its kind, which may be short for it there if no word follows: "5 ft 2 in",
/// "20 dollars 43c".
fn smaller_unit<'t>(view: &View<'t>, at: usize, larger: &Unit) -> Option<(usize, &'t Unit)> {
    let smaller = |unit: &Unit| unit.dimension == larger.dimension && unit.factor < larger.factor;
    let short = || {
        let (length, name) = view.words.smaller_units.longest(view.from(at))?;
        let last = !view.next(view.past_spaces(at + length)).is_some_and(char::is_alphanumeric);
        // "2in" and "2"" are sure, but "2 in the" isn't.
        let tied = view.last(at).is_some_and(|last| last.is_ascii_digit());
        let (_, unit) = view.units.longest(name).filter(|_| last || tied)?;
        Some((length, unit))
    };
    let found = view.units.longest(view.from(at)).filter(|(_, unit)| smaller(unit));
    found.or_else(|| short().filter(|(_, unit)| smaller(unit)))
}

/// The unit that is meant by a bare number right behind a larger unit, where nothing follows that it could count: "six foot
/// two". `end` is where the larger unit ends, and the number stands from `start` to `stop`.
fn unsaid_unit<'t>(view: &View<'t>, larger: &Unit, end: usize, start: usize, stop: usize) -> Option<&'t Unit> {
    let name = view.words.unsaid_units.longest(&larger.name).filter(|(length, _)| *length == larger.name.len())?.1;
    let between = view.text.get(end..start)?;
    let right_behind = between.chars().all(|letter| letter.is_whitespace() || letter == '-');
    let goes_on = view.next(stop).is_some_and(char::is_alphanumeric) || view.units.longest(view.from(view.past_tie(stop))).is_some();
    let counts = subject::plural(view, stop).is_some();
    let (_, unit) = view.units.longest(name).filter(|_| right_behind && !goes_on && !counts)?;
    Some(unit)
}

/// A mark for a unit that is met only before a smaller one: "5'11"".
pub fn paired_unit<'t>(view: &View<'t>, found: &Amount) -> Option<(usize, &'t Unit)> {
    let (length, name) = view.words.paired_units.longest(view.from(found.end))?;
    let end = found.end + length;
    let (_, unit) = view.units.longest(name)?;
    let at = view.past_spaces(end);
    let (width, _) = numeral(view.from(at), view.words)?;
    smaller_unit(view, view.past_spaces(at + width), unit)?;
    Some((end, unit))
}

/// "15 dollars and 50": hundredths without their name, where nothing follows that they could count.
fn take_unsaid_cents(view: &View<'_>, found: &mut Amount, cents: &Number, end: usize) {
    let whole = found.numeral.number.step == Rational::one() && found.numeral.number.value.is_whole();
    let two_figures = Rational::whole(10) <= cents.value && cents.value < Rational::whole(100) && cents.value.is_whole();
    let last = view.next(end).is_none_or(|mark| matches!(mark, '.' | ';' | '!' | '?'))
        && !view.from(end + 1).starts_with(|letter: char| letter.is_ascii_digit());
    let ranged = view.behind(&view.words.range_openers, found.start).is_some();
    let Some(hundredth) = Rational::fraction(1, 100) else { return };
    if whole && two_figures && last && !ranged {
        let number = &found.numeral.number;
        found.numeral.number = Number {
            value: &number.value + &(&cents.value * &hundredth),
            step: hundredth.clone(),
            round_step: hundredth,
            ..number.clone()
        };
        found.end = end;
    }
}
