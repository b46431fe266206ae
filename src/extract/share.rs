//! Parts of something: "a third of residents", "one in four", "2.5:1".

use super::amount::Amount;
use super::hedge::{self, Neighbour};
use super::numeral::{Form, Scale, Shape, numeral};
use super::quantity::{Quantity, finish, with_hedge};
use super::subject::{self, Single};
use super::view::View;
use crate::model::claim::Kind;
use crate::model::document::Span;
use crate::model::number::{Hedge, Number, Precision};
use crate::model::rational::Rational;
use crate::model::unit::{Dimension, Unit};

/// A fraction: a share in percent where it is a part of something, else an amount; nothing where it is no fraction at all
/// ("a third party").
pub fn fraction(view: &View<'_>, found: &Amount, neighbour: Neighbour) -> Option<Quantity> {
    let (denominator, sure) = match found.numeral.shape {
        Shape::Fraction(denominator) => (denominator, true),
        Shape::ArticleFraction(denominator) | Shape::BareFraction(denominator) => (denominator, false),
        Shape::Cardinal | Shape::Ordinal | Shape::Multiple => return None,
    };
    // "fell into two halves" is no number.
    if found.unit.is_none() && found.numeral.form == Form::Words && found.numeral.number.value == Rational::one() {
        return None;
    }
    if found.unit.is_some() {
        // "seven tenths of a point" is told apart from six and eight.
        let quantity = finish(view, found, neighbour);
        let step = Rational::fraction(1, denominator).unwrap_or_else(Rational::one);
        return Some(Quantity { number: Number { step: step.clone(), round_step: step, ..quantity.number }, ..quantity });
    }
    let starts = view.text.get(..found.start).unwrap_or("").trim().is_empty();
    // "Five eighths of", without more, takes them of nothing.
    let taken_of = view.ahead(&view.words.shares_after, found.end).map(|(end, ())| end);
    let of_nothing = starts && taken_of.is_some_and(|end| !view.from(end).contains(char::is_alphanumeric));
    let after = taken_of.is_some() && !of_nothing;
    let before = view.behind(&view.words.shares_before, found.start).is_some();
    let ends = !view.next(view.past_spaces(found.end)).is_some_and(char::is_alphanumeric) && view.next(found.end) != Some('-');
    let bare = matches!(found.numeral.shape, Shape::BareFraction(_));
    if !sure && !before && !after && (bare && !starts || !ends) {
        return None;
    }
    let spelled = found.numeral.form == Form::Words;
    let lone = starts && !view.from(found.end).contains(char::is_alphanumeric);
    let part = found.numeral.number.value <= Rational::one() && !found.numeral.number.value.is_negative();
    if part && (spelled && !lone && !of_nothing || after || before) {
        return Some(share(view, &found.numeral.number.value, denominator, Span::new(found.start, found.end), neighbour));
    }
    let hedged = hedge::hedge(view, found.start, found.end, Kind::Amount, neighbour);
    let hedge = hedged.hedge.or(Some(Hedge::Simple(denominator)));
    Some(Quantity {
        span: Span::new(found.start, found.end),
        hedged: Span::new(hedged.start, hedged.end),
        kind: Kind::Amount,
        number: with_hedge(found.numeral.number.clone(), hedge),
        unit: Unit::none(),
        subject: None,
    })
}

/// A share in percent. Without another hedge it stands for all that is nearer to it than to the next simple fraction.
fn share(view: &View<'_>, value: &Rational, denominator: i128, span: Span, neighbour: Neighbour) -> Quantity {
    let hundred = Rational::whole(100);
    let hedged = hedge::hedge(view, span.start, span.end, Kind::Percent, neighbour);
    // The interval of a simple fraction is made from its value and this step, which says that it is in percent; "more
    // than two fifths" is expected to be less than three.
    let round_step = hundred.divide(&Rational::whole(denominator.max(1))).unwrap_or_else(Rational::one);
    let number = Number { value: value * &hundred, step: hundred, round_step, precision: Precision::Rounded, hedge: Hedge::None };
    Quantity {
        span,
        hedged: Span::new(hedged.start, hedged.end),
        kind: Kind::Percent,
        number: with_hedge(number, hedged.hedge.or(Some(Hedge::Simple(denominator)))),
        unit: Unit::of(Dimension::Share, "percent"),
        subject: None,
    }
}

/// "one in four", "two out of five", "one resident in five".
pub fn one_in_many(view: &View<'_>, found: &Amount, neighbour: Neighbour) -> Option<Quantity> {
    let above = found.numeral.number.value.to_whole().filter(|above| *above >= 1 && found.numeral.scale == Scale::Plain)?;
    let (between, parts) = match view.ahead(&view.words.in_each, view.past_tie(found.end)) {
        Some((between, ())) => (between, Parts::Themselves),
        None => (view.ahead(&view.words.in_each, counted_parts(view, found)?)?.0, Parts::Named),
    };
    let at = if view.next(between) == Some('-') { between + 1 } else { view.past_spaces(between) };
    let (length, many) = numeral(view.from(at), view.words)?;
    let below = many.number.value.to_whole().filter(|below| above < *below)?;
    let end = at + length;
    // "two pupils in 15 schools" are so many in so many; "one pupil in 15" is a share.
    let counts = view.units.longest(view.from(view.past_tie(end))).is_some()
        || parts == Parts::Named && subject::plural(view, end).is_some()
        || view.next(end).is_some_and(char::is_alphanumeric);
    // Nobody writes "1 in twenty".
    let alike = found.numeral.form == Form::Words || many.form == Form::Digits;
    let usual = alike
        && match (parts, above) {
            (_, 1) => {
                below <= SMALLEST_PART || many.scale == Scale::Scaled || ROUND_WHOLES.contains(&below) || below % LARGE_ROUND_WHOLE == 0
            }
            (Parts::Themselves, _) => many.form == found.numeral.form && ROUND_WHOLES.contains(&below),
            (Parts::Named, _) => many.form == Form::Words && found.numeral.form == Form::Words && below <= 10,
        };
    if many.shape != Shape::Cardinal || counts || !usual {
        return None;
    }
    Some(share(view, &Rational::fraction(above, below)?, below, Span::new(found.start, end), neighbour))
}

/// Whether the parts of a share are named between its numbers: "one resident in five".
#[derive(Clone, Copy, PartialEq, Eq)]
enum Parts {
    Named,
    Themselves,
}

/// Where the noun ends that stands between the two numbers of a share: at most two words.
fn counted_parts(view: &View<'_>, found: &Amount) -> Option<usize> {
    let counted = match found.numeral.number.value == Rational::one() {
        true => subject::single(view, found.end, Single::One),
        false => subject::plural(view, found.end),
    }?;
    let words = view.text.get(counted.start..counted.end)?.split_whitespace().count();
    (words <= 2).then_some(counted.end)
}

/// One in so many is a share up to here: "one in 2013" is another thing.
const SMALLEST_PART: i128 = 999;

/// What several in so many are said of; other numbers after "in" and "out of" are counts of their own.
const ROUND_WHOLES: [i128; 16] = [2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 50, 100, 500, 1_000, 5_000, 10_000];

/// One in so many times this is a share, too, for it is no year: "1 in 250,000".
const LARGE_ROUND_WHOLE: i128 = 10_000;

/// "one over three", where nothing follows that the second number could count.
pub fn over(view: &View<'_>, found: &Amount, neighbour: Neighbour) -> Option<Quantity> {
    let (between, ()) = view.ahead(&view.words.divisions, found.end)?;
    let at = view.past_spaces(between);
    let (length, below) = numeral(view.from(at), view.words)?;
    let end = at + length;
    let plain = found.numeral.scale == Scale::Plain && below.scale == Scale::Plain && below.shape == Shape::Cardinal;
    let last = !view.next(view.past_tie(end)).is_some_and(|next| next.is_alphanumeric() || matches!(next, '%' | '-'));
    if !plain || !last {
        return None;
    }
    let value = found.numeral.number.value.divide(&below.number.value)?;
    let denominator = below.number.value.to_whole()?;
    let span = Span::new(found.start, end);
    let hedged = hedge::hedge(view, span.start, span.end, Kind::Amount, neighbour);
    let number = Number { value, hedge: Hedge::None, ..found.numeral.number.clone() };
    Some(Quantity {
        span,
        hedged: Span::new(hedged.start, hedged.end),
        kind: Kind::Amount,
        number: with_hedge(number, hedged.hedge.or(Some(Hedge::Simple(denominator)))),
        unit: Unit::none(),
        subject: None,
    })
}

/// Where the second number of "2.5:1" begins.
fn colon(view: &View<'_>, found: &Amount) -> Option<usize> {
    let colon = view.next(found.end).filter(|mark| matches!(mark, ':' | '：'))?;
    let at = found.end + colon.len_utf8();
    (found.numeral.form == Form::Digits && view.next(at).is_some_and(|digit| digit.is_ascii_digit())).then_some(at)
}

/// Where the second number of "a ratio of 2.25 to 1" begins.
fn spelled_colon(view: &View<'_>, found: &Amount) -> Option<usize> {
    view.behind(&view.words.ratios_before, found.start)?;
    let (end, ()) = view.ahead(&view.words.elided_joiners, found.end)?;
    Some(view.past_spaces(end))
}

/// "2.5:1", "21.5:36.1", "a ratio of 2.25 to 1": not "9:30".
pub fn ratio(view: &View<'_>, found: &Amount, neighbour: Neighbour) -> Option<Quantity> {
    let (at, spelled) = colon(view, found).map(|at| (at, false)).or_else(|| Some((spelled_colon(view, found)?, true)))?;
    let (length, other) = numeral(view.from(at), view.words)?;
    let clock = !spelled && length == 2 && other.number.step == Rational::one() && found.numeral.number.step == Rational::one();
    if clock || other.shape != Shape::Cardinal {
        return None;
    }
    let first = &found.numeral.number;
    let value = first.value.divide(&other.number.value)?;
    // The finer of the two parts says how finely the quotient is known.
    let step = first.step.divide(&other.number.value)?;
    let span = Span::new(found.start, at + length);
    let hedged = hedge::hedge(view, span.start, span.end, Kind::Ratio, neighbour);
    let number = Number { value, step: step.clone(), round_step: step, precision: Precision::Rounded, hedge: Hedge::None };
    Some(Quantity {
        span,
        hedged: Span::new(hedged.start, hedged.end),
        kind: Kind::Ratio,
        number: with_hedge(number, hedged.hedge),
        unit: Unit::none(),
        subject: None,
    })
}
