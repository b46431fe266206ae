//! A number with its currency or unit.

use nom::Parser as _;
use nom::sequence::preceded;

use super::numeral::fraction::{bare_part, joined_fraction};
use super::numeral::ordinal::multiple_by;
use super::numeral::phrase::gap;
use super::numeral::spelled::{cardinal, hundred, point_and_decimals, scaled, spaced_scale};
use super::numeral::{Form, Numeral, Scale, Shape, numeral};
use super::smaller_unit::{paired_unit, take_smaller_units};
use super::subject;
use super::view::View;
use crate::model::number::{Hedge, Number};
use crate::model::rational::Rational;
use crate::model::unit::{Dimension, Unit};

/// A number with what it is counted in, where the text says so right beside it.
#[derive(Clone, Debug)]
pub struct Amount {
    /// Where its currency, sign or number begins.
    pub start: usize,
    /// Where its number, scale or unit ends.
    pub end: usize,
    /// Where the numeral itself ends.
    pub number_end: usize,
    /// The number as printed, without its sign.
    pub numeral: Numeral,
    /// The unit, if there is one.
    pub unit: Option<Unit>,
}

/// The amount whose number begins at `at`.
pub fn amount(view: &View<'_>, at: usize) -> Option<Amount> {
    if let Some(found) = one_and_more(view, at) {
        return Some(found);
    }
    let (length, numeral) = numeral(view.from(at), view.words)
        .or_else(|| led_multiple(view, at))
        .or_else(|| led_point(view, at))
        .or_else(|| led_part(view, at))
        .or_else(|| vague(view, at))?;
    let (length, numeral) = stretch(view, at, length, &numeral).unwrap_or((length, numeral));
    let mut found = Amount { start: at, end: at + length, number_end: at + length, numeral, unit: None };
    let mut negative = take_sign(view, &mut found);
    take_currency(view, &mut found);
    negative |= take_sign(view, &mut found);
    take_short_scale(view, &mut found);
    take_unit(view, &mut found);
    take_smaller_units(view, &mut found);
    if let Some((end, ())) =
        view.ahead(&view.words.negatives_after, found.end).filter(|_| !negative && found.numeral.shape == Shape::Cardinal)
    {
        (negative, found.end) = (true, end);
    }
    if let Some(start) = lone_minus(view, &found).filter(|_| !negative) {
        (negative, found.start) = (true, start);
    }
    if negative {
        found.numeral.number.value = -found.numeral.number.value;
    }
    Some(found)
}

/// "will double": a multiple by the word before it.
fn led_multiple(view: &View<'_>, at: usize) -> Option<(usize, Numeral)> {
    let (length, value) = view.words.multiples_before.longest(view.from(at))?;
    view.behind(&view.words.multiples_behind, at)?;
    Some((length, multiple_by(value.clone())))
}

/// "point two five", "minus point one million": a decimal without its nought, at the start of a sentence only, since elsewhere
/// a point is a thing. "Point five" may be the fifth of several points.
fn led_point(view: &View<'_>, at: usize) -> Option<(usize, Numeral)> {
    let (rest, decimals) = point_and_decimals(view.from(at), view.words).ok()?;
    let start = view.behind(&view.words.negatives, at).map_or(at, |(start, ())| start);
    if !view.text.get(..start)?.trim().is_empty() {
        return None;
    }
    let (rest, factor) = spaced_scale(rest, view.words).map_or((rest, None), |(rest, factor)| (rest, Some(factor)));
    let lone = !rest.contains(char::is_alphanumeric);
    if factor.is_none() && decimals.len() < 2 && start == at && !lone {
        return None;
    }
    let number = Number::written("", &decimals, &factor.clone().unwrap_or_else(Rational::one))?;
    let scale = if factor.is_some() { Scale::Scaled } else { Scale::Plain };
    Some((view.text.len() - rest.len() - at, Numeral { number, form: Form::Words, shape: Shape::Cardinal, scale }))
}

/// "a couple of", "a couple of hundred": a small number that isn't meant to be exact.
fn vague(view: &View<'_>, at: usize) -> Option<(usize, Numeral)> {
    let (length, value) = view.words.vague_numbers.longest(view.from(at))?;
    let (rest, factor) = spaced_scale(view.from(at + length), view.words)
        .or_else(|_| {
            preceded(gap, hundred(view.words)).parse(view.from(at + length)).map(|(rest, size)| (rest, Rational::whole(i128::from(size))))
        })
        .map_or((view.from(at + length), None), |(rest, factor)| (rest, Some(factor)));
    let scale = if factor.is_some() { Scale::Scaled } else { Scale::Plain };
    let number = scaled(&Number::exact(Rational::whole(i128::from(*value))), &factor.unwrap_or_else(Rational::one)).hedged(Hedge::About);
    Some((view.text.len() - rest.len() - at, Numeral { number, form: Form::Words, shape: Shape::Cardinal, scale }))
}

/// "quarter litre": a part without its article, by the unit behind it. "Third litre" is an ordinal.
fn led_part(view: &View<'_>, at: usize) -> Option<(usize, Numeral)> {
    let (length, below) = view.words.fractions.longest(view.from(at))?;
    let word = view.text.get(at..at + length)?;
    let (_, unit) = view.units.longest(view.from(view.past_tie(at + length)))?;
    let measured = matches!(unit.dimension, Dimension::Measure(_)) && view.words.ordinals.longest(word).is_none();
    let below = i128::from(*below);
    let part = bare_part(below).filter(|_| measured)?;
    Some((length, part))
}

/// The number of "eight quarters", "two quarters", for a fraction that takes so many bytes: parts of a whole that nobody
/// would count so, but stretches of time.
fn stretch(view: &View<'_>, at: usize, length: usize, fraction: &Numeral) -> Option<(usize, Numeral)> {
    let Shape::Fraction(denominator) = fraction.shape else { return None };
    let (rest, count) = cardinal(view.words).parse(view.from(at)).ok()?;
    let counted = view.text.len() - rest.len();
    let in_lowest_terms = count.number.value.to_whole().is_some_and(|above| lowest_terms(above, denominator));
    let unit_start = view.past_tie(counted);
    let (width, unit) = view.units.longest(view.from(unit_start))?;
    (unit.dimension == Dimension::Time && unit_start + width == at + length && !in_lowest_terms).then_some((counted - at, count))
}

/// Whether a fraction is less than one and can't be said with smaller numbers.
fn lowest_terms(above: i128, below: i128) -> bool {
    0 < above && above < below && (2..=above).all(|divisor| above % divisor != 0 || below % divisor != 0)
}

/// "an hour and a half", "a dollar and 42 cents": an article counts one if a part of the unit follows.
fn one_and_more(view: &View<'_>, at: usize) -> Option<Amount> {
    let (article, ()) = view.words.articles.longest(view.from(at))?;
    let unit_start = view.past_spaces(at + article);
    let (length, unit) = view.units.longest(view.from(unit_start)).filter(|_| unit_start > at + article)?;
    let end = unit_start + length;
    let numeral = Numeral { number: Number::exact(Rational::one()), form: Form::Words, shape: Shape::Cardinal, scale: Scale::Plain };
    let mut found = Amount { start: at, end, number_end: at + article, numeral, unit: Some(unit.clone()) };
    if let Ok((rest, part)) = joined_fraction(view.words, None).parse(view.from(end)) {
        found.end = view.text.len() - rest.len();
        found.numeral.number = Number { value: &part.value + &Rational::one(), ..part };
    } else {
        take_smaller_units(view, &mut found);
    }
    (found.end > end || stands_for_one(view, &found)).then_some(found)
}

/// Whether an article before a unit counts one: "more than a mile", "a litre of milk". "Fly a mile high" is no measure.
fn stands_for_one(view: &View<'_>, found: &Amount) -> bool {
    let measured = found.unit.as_ref().is_some_and(|unit| matches!(unit.dimension, Dimension::Measure(_) | Dimension::Money));
    let lone = view.text.get(..found.start).unwrap_or("").trim().is_empty() && !view.from(found.end).contains(char::is_alphanumeric);
    let hedged = view.behind(&view.words.hedges, found.start).is_some();
    measured && (lone || hedged)
}

/// A minus before digits, if it is no hyphen, or a word that says so.
fn take_sign(view: &View<'_>, found: &mut Amount) -> bool {
    if let Some(sign @ ('-' | '−')) = view.last(found.start) {
        let start = found.start - sign.len_utf8();
        let free = view.last(start).is_none_or(|letter| letter.is_whitespace() || matches!(letter, '(' | '[' | '$' | '£' | '€' | '¥'));
        // "75 -300" is a range with a stray space.
        let free = free && !view.text.get(..start).unwrap_or("").trim_end().ends_with(|letter: char| letter.is_ascii_digit());
        if free && start >= view.floor {
            found.start = start;
            return true;
        }
    }
    if let Some((start, ())) = view.behind(&view.words.negatives, found.start) {
        found.start = start;
        return true;
    }
    false
}

/// Where the minus of "- 5 °C" begins, which is a bullet unless the amount is all there is, as in the cell of a table.
fn lone_minus(view: &View<'_>, found: &Amount) -> Option<usize> {
    let before = view.text.get(..found.start)?;
    let only = matches!(before.trim(), "-" | "−" | "–") && view.from(found.end).trim().is_empty();
    only.then(|| before.len() - before.trim_start().len())
}

fn take_currency(view: &View<'_>, found: &mut Amount) {
    if found.numeral.shape == Shape::Ordinal || found.numeral.shape == Shape::Multiple {
        return;
    }
    if let Some((start, unit)) = view.behind(view.units, found.start)
        && unit.dimension == Dimension::Money
        && unit.factor == Rational::one()
    {
        found.start = start;
        found.unit = Some(unit.clone());
    } else if let Some((start, power, unit)) = scale_and_currency(view, found) {
        apply_short_scale(found, power, found.end);
        found.start = start;
        found.unit = Some(unit.clone());
    }
}

/// One letter for a scale and the code of a currency before a number: "MAUD 60".
fn scale_and_currency<'t>(view: &View<'t>, found: &Amount) -> Option<(usize, u8, &'t Unit)> {
    let before = view.before(found.start).trim_end();
    let code = before.rsplit(|letter: char| !letter.is_uppercase()).next().filter(|code| code.is_ascii() && !code.is_empty())?;
    let start = view.floor + before.len() - code.len();
    let (letter, currency) = code.split_at(1);
    let (_, power) = view.words.short_scales.longest(letter)?;
    let (length, unit) = view.units.longest(currency)?;
    let free =
        found.numeral.form == Form::Digits && found.numeral.scale == Scale::Plain && !view.last(start).is_some_and(char::is_alphanumeric);
    (free && length == currency.len() && unit.dimension == Dimension::Money).then_some((start, *power, unit))
}

/// "5k", "$1.2m", "10 bln": an abbreviated scale, unless the letters are a unit ("300mm").
fn take_short_scale(view: &View<'_>, found: &mut Amount) {
    if found.numeral.form != Form::Digits || found.numeral.scale == Scale::Scaled || found.numeral.shape != Shape::Cardinal {
        return;
    }
    let at = view.past_spaces(found.end);
    if let Some((end, power)) = scale_on_currency(view, at) {
        apply_short_scale(found, power, end);
        return;
    }
    let number = &found.numeral.number;
    let long = number.value >= Rational::whole(10) || number.step < Rational::one();
    let long_scale = || view.words.long_scales.longest(view.from(at)).filter(|_| long && at == found.end);
    let scale = view.words.short_scales.longest(view.from(at)).or_else(long_scale);
    let scale = scale.map(|(length, power)| (length, power, Needs::Nothing));
    let of_money = || view.words.money_scales.longest(view.from(at)).map(|(length, power)| (length, power, Needs::Money));
    let Some((length, power, needs)) = scale.or_else(of_money) else { return };
    let end = at + length;
    let unit = view.units.longest(view.from(at)).is_some_and(|(unit, _)| unit >= length);
    let money = || found.unit.is_some() || view.ahead(view.units, end).is_some_and(|(_, unit)| unit.dimension == Dimension::Money);
    let counted = || at == found.end && subject::plural(view, end).is_some();
    let doubtful = match needs {
        Needs::Money => true,
        Needs::Nothing => unit,
    };
    if doubtful && !money() && !counted() {
        return;
    }
    apply_short_scale(found, *power, end);
}

fn apply_short_scale(found: &mut Amount, power: u8, end: usize) {
    let Some(factor) = Rational::power_of_ten(i32::from(power)) else { return };
    found.numeral.number = scaled(&found.numeral.number, &factor);
    found.numeral.scale = Scale::Scaled;
    found.end = end;
}

/// One letter for a scale, tied to the code of a currency: "120 MEUR".
fn scale_on_currency(view: &View<'_>, at: usize) -> Option<(usize, u8)> {
    let letter = view.next(at)?;
    let end = at + letter.len_utf8();
    let (length, power) = view.words.short_scales.longest(view.text.get(at..end)?)?;
    let (_, unit) = view.units.longest(view.from(end)).filter(|_| view.next(end).is_some_and(char::is_uppercase))?;
    (length == end - at && unit.dimension == Dimension::Money).then_some((end, *power))
}

/// What must stand beside an abbreviated scale for it to be one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Needs {
    /// Nothing: "5k".
    Nothing,
    /// Money or things counted: "$5b", "1.2m people", but "2013b" and "1.8m".
    Money,
}

fn take_unit(view: &View<'_>, found: &mut Amount) {
    if found.numeral.shape == Shape::Ordinal || found.numeral.shape == Shape::Multiple {
        return;
    }
    if let Some((end, unit)) = unit_at(view, found) {
        match &found.unit {
            // "$10 dollars" names its currency twice.
            Some(prefix) if unit.dimension == Dimension::Money && (prefix.name == unit.name || unit.factor == Rational::one()) => {
                found.end = end;
            }
            Some(_) => {}
            None => {
                found.end = end;
                found.unit = Some(unit.clone());
                take_late_scale(view, found);
            }
        }
    }
}

/// "75 USD million" names the scale behind the currency.
fn take_late_scale(view: &View<'_>, found: &mut Amount) {
    let money = found.unit.as_ref().is_some_and(|unit| unit.dimension == Dimension::Money);
    if money
        && found.numeral.scale == Scale::Plain
        && let Ok((rest, factor)) = spaced_scale(view.from(found.end), view.words)
    {
        found.numeral.number = scaled(&found.numeral.number, &factor);
        found.numeral.scale = Scale::Scaled;
        found.end = view.text.len() - rest.len();
    }
}

/// The unit behind a number, maybe with an adjective of time ("ten consecutive years") or an article ("half a mile").
fn unit_at<'t>(view: &View<'t>, found: &Amount) -> Option<(usize, &'t Unit)> {
    let tied = view.past_tie(found.end);
    let direct = |at: usize| {
        let (length, unit) = view.units.longest(view.from(at))?;
        // "50 second-level subjects": the word belongs to what follows, unless all is tied together ("54-year-old").
        let tied_on = view.next(at + length) == Some('-') && view.next(at + length + 1).is_some_and(char::is_alphabetic);
        // "14 x 10": a product, of which neither number is a multiple.
        let product =
            unit.dimension == Dimension::Times && view.next(view.past_spaces(at + length)).is_some_and(|next| next.is_ascii_digit());
        (!product && (!tied_on || view.last(at) == Some('-'))).then_some((at + length, unit))
    };
    if let Some(unit) = direct(tied).or_else(|| tied_unit(view, found)).or_else(|| paired_unit(view, found)) {
        return Some(unit);
    }
    if let Some((end, ())) = view.ahead(&view.words.time_adjectives, tied)
        && let Some(unit) = direct(view.past_tie(end))
        && unit.1.dimension == Dimension::Time
    {
        return Some(unit);
    }
    match found.numeral.shape {
        Shape::Fraction(_) | Shape::ArticleFraction(_) | Shape::BareFraction(_) => {
            let after = view.ahead(&view.words.shares_after, tied).map_or(tied, |(end, ())| end);
            let (end, ()) = view.ahead(&view.words.articles, after).or_else(|| view.ahead(&view.words.articles, tied))?;
            direct(view.past_spaces(end))
        }
        Shape::Cardinal | Shape::Ordinal | Shape::Multiple => None,
    }
}

/// A letter that is a unit only right behind digits: "90p", but not "at 3 p.m.".
fn tied_unit<'t>(view: &View<'t>, found: &Amount) -> Option<(usize, &'t Unit)> {
    let digit = view.last(found.end).is_some_and(|last| last.is_ascii_digit());
    let (length, name) = view.words.tied_units.longest(view.from(found.end)).filter(|_| digit)?;
    let end = found.end + length;
    let abbreviates = view.from(end).strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    let (_, unit) = view.units.longest(name).filter(|_| !abbreviates)?;
    Some((end, unit))
}
