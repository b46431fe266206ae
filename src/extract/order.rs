//! Ordinals and ranks.

use super::amount::Amount;
use super::numeral::{Form, Scale};
use super::quantity::Quantity;
use super::subject::{self, Single};
use super::view::View;
use crate::model::claim::Kind;
use crate::model::document::Span;
use crate::model::number::{Number, Precision};
use crate::model::rational::Rational;
use crate::model::unit::Unit;

/// "the 22nd forum", "ranked 35th", "third place"; nothing for enumerators ("First, …") and names that an ordinal begins.
pub fn ordinal(view: &View<'_>, found: &Amount) -> Option<Quantity> {
    let came = view.behind(&view.words.places_before, found.start).is_some();
    let ranked = came || ranked_before(view, found.start).is_some();
    let placed = view.ahead(&view.words.ranks_after, found.end);
    if ranked || placed.is_some() {
        let end = placed.map_or(found.end, |(end, ())| end);
        return Some(numbered(view, found, Kind::Rank, found.start, end.max(found.end)));
    }
    let starts = view.text.get(..found.start).unwrap_or("").trim().chars().all(|letter| !letter.is_alphanumeric());
    let enumerates = starts && matches!(view.next(found.end), Some(',' | ':' | '，' | '：'));
    let named = view.ahead(&view.words.ordinal_names, view.past_tie(found.end)).is_some();
    let counts = found.numeral.form == Form::Digits || subject::single(view, found.end, Single::Ordinal).is_some();
    if enumerates || named || !counts { None } else { Some(numbered(view, found, Kind::Ordinal, found.start, found.end)) }
}

/// "ranked 3", "top 10", "No. 3 in the world". The outer nothing is for no rank, the inner for a mere label ("No. 8").
pub fn rank(view: &View<'_>, found: &Amount) -> Option<Option<Quantity>> {
    let whole = found.numeral.number.value.is_whole() && found.numeral.scale == Scale::Plain;
    if !whole {
        return None;
    }
    if let Some((start, ())) = view.behind(&view.words.rank_signs, found.start) {
        return Some(Some(numbered(view, found, Kind::Rank, start, found.end)));
    }
    let placed = view.ahead(&view.words.ranks_after, found.end);
    // "they number 318" and "number 46,107" count: the number of a thing has no comma.
    let grouped = view.text.get(found.start..found.number_end).is_some_and(|digits| digits.contains(','));
    let counts = grouped || view.behind(&view.words.counts_before, found.start).is_some();
    if let Some((start, ())) = view.behind(&view.words.number_signs, found.start)
        && found.numeral.form == Form::Digits
        && !counts
    {
        let ranked = ranked_before(view, start).is_some() || placed.is_some();
        return Some(ranked.then(|| numbered(view, found, Kind::Rank, start, found.end)));
    }
    let small = found.numeral.number.value <= Rational::whole(LOWEST_RANK);
    if small && ranked_before(view, found.start).is_some() && subject::plural(view, found.end).is_none() {
        return Some(Some(numbered(view, found, Kind::Rank, found.start, found.end)));
    }
    None
}

/// A rank without any other sign of one is at most so low: "ranked 35", but not "ranks 40,455".
const LOWEST_RANK: i128 = 999;

/// The words of a rank before it, maybe with fillers between ("ranked the 35th").
fn ranked_before(view: &View<'_>, start: usize) -> Option<usize> {
    let direct = view.behind(&view.words.ranks_before, start);
    let through_filler = || view.behind(&view.words.fillers, start).and_then(|(filler, ())| view.behind(&view.words.ranks_before, filler));
    direct.or_else(through_filler).map(|(at, ())| at)
}

fn numbered(view: &View<'_>, found: &Amount, kind: Kind, start: usize, end: usize) -> Quantity {
    let number = Number { precision: Precision::Exact, ..found.numeral.number.clone() };
    let subject = match kind {
        Kind::Ordinal => subject::single(view, found.end, Single::Ordinal),
        _ => None,
    };
    let mut unit = Unit::none();
    if let Some(subject) = &subject {
        unit.name = subject.singular.as_str().into();
    }
    let span = Span::new(start, end);
    Quantity { span, hedged: span, kind, number, unit, subject: subject.map(|subject| Span::new(subject.start, subject.end)) }
}
