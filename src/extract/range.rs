//! From one number to another: "30–40", "between $26 and $31 million".

use super::age;
use super::amount::{Amount, amount};
use super::hedge::Neighbour;
use super::numeral::{Form, Scale, Shape};
use super::quantity::{Quantity, finish};
use super::view::View;
use crate::model::claim::Kind;
use crate::model::document::Span;
use crate::model::number::{Hedge, Number};
use crate::model::rational::Rational;

/// The range whose lower end is `low`. "From a to b" is none: it may as well say a change.
pub fn range(view: &View<'_>, low: &Amount) -> Option<Quantity> {
    let opener = view.behind(&view.words.range_openers, low.start).map(|(start, ())| start);
    let aged = view.behind(&view.words.ages_before, low.start).is_some();
    let (at, joined) = joint(view, low, opener.is_some(), aged)?;
    let inner = View { floor: low.end.max(at), ..*view };
    let begin = number_begin(&inner, at)?;
    let high = amount(&inner, begin)?;
    if high.numeral.shape != Shape::Cardinal || joined == Joint::Dash && high.start != at {
        return None;
    }
    let low_value = elided(low, &high);
    let high_value = high.numeral.number.value.clone();
    let same_unit = match (&low.unit, &high.unit) {
        (Some(one), Some(two)) => one.dimension == two.dimension && one.name == two.name,
        (Some(_), None) | (None, Some(_)) | (None, None) => true,
    };
    if !same_unit || low_value >= high_value {
        return None;
    }
    let grouped = view
        .words
        .age_groups
        .longest(view.from(view.past_tie(high.number_end)))
        .map(|(length, ())| view.past_tie(high.number_end) + length);
    if joined == Joint::Elided
        && high.unit.is_none()
        && !aged
        && grouped.is_none()
        && view.words.ages_after.longest(view.from(view.past_tie(high.end))).is_none()
    {
        return None;
    }
    let whole = Amount { start: low.start, unit: high.unit.clone().or_else(|| low.unit.clone()), ..high.clone() };
    // The words before belong to the lower end.
    let mut quantity = finish(view, &whole, Neighbour::Other);
    if let Some(end) = grouped {
        let hedged = Span::new(quantity.hedged.start, end);
        quantity =
            Quantity { span: Span::new(whole.start, end), hedged, kind: Kind::Age, unit: age::unit(view), subject: None, ..quantity };
    }
    if joined == Joint::Elided && !shares_unit(quantity.kind) {
        return None;
    }
    quantity.span = Span::new(low.start, quantity.span.end);
    let start = opener.unwrap_or(quantity.hedged.start);
    quantity.hedged = Span::new(start.min(quantity.hedged.start), quantity.hedged.end);
    let number = Number { value: low_value.clone(), ..quantity.number };
    quantity.number = number.hedged(Hedge::Within(low_value, high_value));
    Some(quantity)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Dash,
    Word,
    /// A word that joins only what leaves its unit to the upper end: "16 to 24 year olds", "1 to 2%". "By 12 to 45 cases" is
    /// a change.
    Elided,
}

/// Whether "a to b" with a unit only at b is a range in this kind.
fn shares_unit(kind: Kind) -> bool {
    match kind {
        Kind::Age | Kind::Duration | Kind::Percent | Kind::PercentagePoint | Kind::BasisPoint => true,
        Kind::Amount | Kind::Money | Kind::Times | Kind::Ratio | Kind::Rate | Kind::Rank | Kind::Ordinal | Kind::Index => false,
        Kind::Date | Kind::Period | Kind::Clock | Kind::Names => false,
    }
}

/// What joins the two ends, and where the upper one begins.
fn joint(view: &View<'_>, low: &Amount, opened: bool, aged: bool) -> Option<(usize, Joint)> {
    if let Some(dash @ ('-' | '–' | '—' | '‐' | '‑' | '~' | '～')) = view.next(low.end) {
        let at = low.end + dash.len_utf8();
        let digit = view.next(at).is_some_and(|next| next.is_ascii_digit() || matches!(next, '$' | '£' | '€' | '¥' | '.'));
        return (low.numeral.form == Form::Digits && digit).then_some((at, Joint::Dash));
    }
    let table = if opened { &view.words.range_joiners } else { &view.words.through };
    if let Some((end, ())) = view.ahead(table, low.end) {
        return Some((view.past_spaces(end), Joint::Word));
    }
    let small = low.unit.is_none() && low.numeral.scale == Scale::Plain;
    let change = view.behind(&view.words.changes_before, low.start).is_some();
    let (end, ()) = view.ahead(&view.words.elided_joiners, low.end).filter(|_| small && (aged || !change))?;
    Some((view.past_spaces(end), Joint::Elided))
}

/// Where the number itself begins, behind a currency.
fn number_begin(view: &View<'_>, at: usize) -> Option<usize> {
    let unit = view.units.longest(view.from(at));
    Some(unit.map_or(at, |(length, _)| view.past_spaces(at + length)))
}

/// The lower end, which may leave its scale to the upper one: "$26 and $31 million", "7-9 lakh".
fn elided(low: &Amount, high: &Amount) -> Rational {
    let value = &low.numeral.number.value;
    if low.numeral.scale == Scale::Scaled || high.numeral.scale == Scale::Plain {
        return value.clone();
    }
    // The upper end as written is its value in steps of its last place.
    let step = &high.numeral.number.step;
    let digits = if low.numeral.number.step < Rational::one() { step.divide(&low.numeral.number.step) } else { Some(step.clone()) };
    let scaled = digits.map(|scale| value * &scale).unwrap_or_else(|| value.clone());
    if scaled < high.numeral.number.value { scaled } else { value.clone() }
}
