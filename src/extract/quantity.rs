//! A numeral with all that the words around it make of it: one claim.

use super::amount::{Amount, amount};
use super::hedge::{self, Neighbour};
use super::not_claim::is_label;
use super::numeral::{Form, Scale, Shape};
use super::rate::{self, Denominator};
use super::subject::{self, Single, Subject};
use super::view::View;
use super::{age, order, range, share, tolerance};
use crate::model::claim::Kind;
use crate::model::document::Span;
use crate::model::number::{Hedge, Number, Precision};
use crate::model::rational::Rational;
use crate::model::unit::{Dimension, Unit};

/// A claim with its places in the sentence.
#[derive(Clone, Debug)]
pub struct Quantity {
    /// Number, scale, unit.
    pub span: Span,
    /// The same with its hedge.
    pub hedged: Span,
    /// What kind of statement it is.
    pub kind: Kind,
    /// The number.
    pub number: Number,
    /// What it is counted in.
    pub unit: Unit,
    /// What is counted.
    pub subject: Option<Span>,
}

/// The claim whose numeral begins at `at`.
pub fn quantity(view: &View<'_>, at: usize, neighbour: Neighbour) -> Option<Quantity> {
    let found = amount(view, at)?;
    let bare = found.unit.is_none();
    // "5G", "11a": letters right behind the digits that are no unit.
    if bare && found.numeral.form == Form::Digits && view.next(found.end).is_some_and(char::is_alphanumeric) {
        return None;
    }
    if bare && is_label(view, found.start, found.end, &found.numeral) {
        return None;
    }
    match found.numeral.shape {
        Shape::Ordinal => order::ordinal(view, &found),
        Shape::Multiple => Some(multiple(view, &found, neighbour)),
        Shape::Fraction(_) | Shape::ArticleFraction(_) | Shape::BareFraction(_) => share::fraction(view, &found, neighbour),
        Shape::Cardinal if is_adjective(view, &found) => None,
        Shape::Cardinal => cardinal(view, &found, neighbour),
    }
}

fn cardinal(view: &View<'_>, found: &Amount, neighbour: Neighbour) -> Option<Quantity> {
    if found.unit.is_none() {
        if let Some(rank) = order::rank(view, found) {
            return rank;
        }
        if let Some(share) = share::one_in_many(view, found, neighbour) {
            return Some(share);
        }
        if let Some(quotient) = share::over(view, found, neighbour) {
            return Some(quotient);
        }
        if let Some(ratio) = share::ratio(view, found, neighbour) {
            return Some(ratio);
        }
    }
    // "between one and four years" is no pronoun, though "and" follows.
    let opened =
        view.behind(&view.words.range_openers, found.start).is_some() || view.behind(&view.words.ages_before, found.start).is_some();
    if found.unit.is_none() && !opened && is_pronoun(view, found) {
        return None;
    }
    if let Some(uncertain) = tolerance::tolerance(view, found) {
        return Some(uncertain);
    }
    if let Some(range) = range::range(view, found) {
        return Some(range);
    }
    Some(finish(view, found, neighbour))
}

fn multiple(view: &View<'_>, found: &Amount, neighbour: Neighbour) -> Quantity {
    let hedged = hedge::hedge(view, found.start, found.end, Kind::Times, neighbour);
    let hedge = if shrinks(view, found) { hedged.hedge.map(turned) } else { hedged.hedge };
    let number = with_hedge(found.numeral.number.clone(), hedge);
    Quantity {
        span: Span::new(found.start, found.end),
        hedged: Span::new(hedged.start, hedged.end),
        kind: Kind::Times,
        number,
        unit: Unit::of(Dimension::Times, "times"),
        subject: None,
    }
}

/// Whether the words say by how much something shrank: "more than halved" goes beyond the half, downwards, and
/// "more than half as many" doesn't.
fn shrinks(view: &View<'_>, found: &Amount) -> bool {
    let words = view.text.get(found.start..found.end).unwrap_or("");
    view.words.shrinking.longest(words).is_some_and(|(length, ())| length == words.len())
}

fn turned(hedge: Hedge) -> Hedge {
    match hedge {
        Hedge::Above | Hedge::AtLeast => Hedge::Below,
        Hedge::Below | Hedge::AtMost => Hedge::Above,
        hedge @ (Hedge::None | Hedge::About | Hedge::Odd | Hedge::Exactly | Hedge::Within(..) | Hedge::Simple(_) | Hedge::Multiple) => {
            hedge
        }
    }
}

/// "three-month average": a stretch that only says of what kind the next word is, and whose unit is no plural.
fn is_adjective(view: &View<'_>, found: &Amount) -> bool {
    let Some(unit) = found.unit.as_ref().filter(|unit| unit.dimension == Dimension::Time) else { return false };
    let words = view.text.get(found.number_end..found.end).unwrap_or("");
    words.to_lowercase().ends_with(&*unit.name) && view.ahead(&view.words.not_lasting, found.end).is_some()
}

/// "which one", "one of": a numeral word that stands for a thing.
fn is_pronoun(view: &View<'_>, found: &Amount) -> bool {
    let word = view.text.get(found.start..found.end).unwrap_or("");
    if view.words.pronouns.longest(word).is_none_or(|(length, ())| length != word.len()) {
        return false;
    }
    let after = view.past_spaces(found.end);
    let alone = view.text.get(..found.start).unwrap_or("").trim().is_empty() && view.from(after).is_empty();
    let stopped = !view.next(after).is_some_and(char::is_alphanumeric) && view.next(found.end) != Some('-');
    let refused =
        view.ahead(&view.words.no_number_before, found.end).is_some() || view.behind(&view.words.no_number_after, found.start).is_some();
    !alone && (stopped || refused || view.next(found.end) == Some('-'))
}

/// A cardinal number with its denominator, hedge, kind, unit and subject.
pub fn finish(view: &View<'_>, found: &Amount, neighbour: Neighbour) -> Quantity {
    let mut end = found.end;
    let mut unit = found.unit.clone().unwrap_or_else(|| unsaid_unit(view, found));
    let mut subject = if unit.dimension == Dimension::Count { counted(view, found) } else { None };
    let mut kind = kind_of(&unit);
    if let Some(denominator) = denominator_of(view, found, &unit, subject.as_ref()) {
        (kind, end) = (Kind::Rate, denominator.end);
        unit.per = Some(denominator.per);
    }
    if kind != Kind::Rate
        && let Some(age_end) = age::age(view, found, subject.as_ref())
    {
        (kind, end, subject) = (Kind::Age, age_end, None);
        unit = age::unit(view);
    }
    if let Some(subject) = &subject {
        unit.name = subject.singular.as_str().into();
    }
    let hedged = hedge::hedge(view, found.start, end, kind, neighbour);
    let number = Number { precision: precision(found, kind, subject.as_ref()), ..found.numeral.number.clone() };
    Quantity {
        span: Span::new(found.start, end),
        hedged: Span::new(hedged.start, hedged.end.max(end)),
        kind,
        number: with_hedge(not_rounded_away(number, kind), hedged.hedge),
        unit,
        subject: subject.map(|subject| Span::new(subject.start, subject.end)),
    }
}

/// "by a factor of 2.6": a multiple by the words before it.
fn unsaid_unit(view: &View<'_>, found: &Amount) -> Unit {
    match view.behind(&view.words.factors_before, found.start) {
        Some(_) => Unit::of(Dimension::Times, "times"),
        None => Unit::none(),
    }
}

fn counted(view: &View<'_>, found: &Amount) -> Option<Subject> {
    if found.numeral.number.value.abs() == Rational::one() {
        return subject::single(view, found.end, Single::One);
    }
    // "24 or more cases"
    let aged = view.ahead(&view.words.ages_hedged, found.end).is_some();
    let behind_hedge = || subject::plural(view, view.ahead(&view.words.hedges_after, found.end).filter(|_| !aged)?.0);
    subject::plural(view, found.end).or_else(behind_hedge)
}

/// The denominator right behind the number, or behind what is counted. A percentage a year is a percentage still.
fn denominator_of(view: &View<'_>, found: &Amount, unit: &Unit, subject: Option<&Subject>) -> Option<Denominator> {
    match unit.dimension {
        Dimension::Share | Dimension::Points | Dimension::Times => None,
        Dimension::Count | Dimension::Money | Dimension::Time | Dimension::Measure(_) => {
            rate::denominator(view, found.end).or_else(|| rate::denominator(view, subject?.end))
        }
    }
}

/// The kind that goes with a unit.
pub fn kind_of(unit: &Unit) -> Kind {
    match &unit.dimension {
        Dimension::Count | Dimension::Measure(_) => Kind::Amount,
        Dimension::Money => Kind::Money,
        Dimension::Share => Kind::Percent,
        Dimension::Points if unit.factor == Rational::one() => Kind::PercentagePoint,
        Dimension::Points => Kind::BasisPoint,
        Dimension::Times => Kind::Times,
        Dimension::Time => Kind::Duration,
    }
}

/// Whether a figure may have been rounded: counts of things without trailing noughts, small number words, and
/// prices with cents are what they say.
fn precision(found: &Amount, kind: Kind, subject: Option<&Subject>) -> Precision {
    let number = &found.numeral.number;
    let plain = found.numeral.scale == Scale::Plain;
    let every_digit = plain && number.round_step == number.step;
    let small_word = found.numeral.form == Form::Words && plain && number.value <= Rational::whole(LARGEST_EXACT_WORD);
    let exact = match kind {
        Kind::Amount => number.value.is_whole() && (small_word || every_digit && number.step == Rational::one() && subject.is_some()),
        Kind::Money => plain && Rational::fraction(1, 100).is_some_and(|cent| number.step == cent),
        Kind::Ordinal | Kind::Rank | Kind::Age | Kind::Date | Kind::Period | Kind::Clock | Kind::Names => true,
        Kind::Duration => number.value.is_whole() && small_word,
        Kind::Percent | Kind::PercentagePoint | Kind::BasisPoint | Kind::Times | Kind::Ratio | Kind::Rate | Kind::Index => false,
    };
    if exact { Precision::Exact } else { Precision::Rounded }
}

/// The noughts of "10 years" and "aged 60" are no rounding: stretches of time are short enough to be counted.
fn not_rounded_away(number: Number, kind: Kind) -> Number {
    let counted = matches!(kind, Kind::Duration | Kind::Age) && number.value < Rational::whole(LONGEST_COUNTED);
    if counted { Number { round_step: number.step.clone(), ..number } } else { number }
}

/// From here on the noughts of a stretch of time may be rounding.
const LONGEST_COUNTED: i128 = 100;

/// Up to here a number word is not taken for an approximation.
const LARGEST_EXACT_WORD: i128 = 20;

/// The number of an amount with a hedge, if there is one.
pub fn with_hedge(number: Number, hedge: Option<Hedge>) -> Number {
    match hedge {
        Some(hedge) => number.hedged(hedge),
        None => number,
    }
}
