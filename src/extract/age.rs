//! Ages: "aged 54", "54-year-old", "40 and over".

use super::amount::Amount;
use super::numeral::numeral;
use super::subject::Subject;
use super::view::View;
use crate::model::unit::{Dimension, Unit};

/// Where the words of an age end, if the number is one.
pub fn age(view: &View<'_>, found: &Amount, subject: Option<&Subject>) -> Option<usize> {
    let bare = match found.unit.as_ref().map(|unit| &unit.dimension) {
        None => true,
        Some(Dimension::Time) => false,
        Some(Dimension::Count | Dimension::Money | Dimension::Share | Dimension::Points | Dimension::Times | Dimension::Measure(_)) => {
            return None;
        }
    };
    // "54 years old" is longer than the "54 years" that the unit takes.
    let number_end = numeral(view.from(found.start), view.words).map_or(found.end, |(length, _)| found.start + length);
    let named = view.words.ages_after.longest(view.from(view.past_tie(number_end)));
    if let Some((length, ())) = named {
        return Some(view.past_tie(number_end) + length);
    }
    let hedge_start = view.behind(&view.words.hedges, found.start).map_or(found.start, |(start, _)| start);
    let introduced = [found.start, hedge_start].into_iter().any(|start| view.behind(&view.words.ages_before, start).is_some());
    let open_ended = subject.is_none() && view.ahead(&view.words.ages_hedged, found.end).is_some();
    let small = found.numeral.number.value <= crate::model::rational::Rational::whole(OLDEST);
    (bare && small && (introduced || open_ended)).then_some(found.end)
}

/// No one is older, so that "1,000 and over" is no age.
const OLDEST: i128 = 125;

/// The unit of an age that names none.
pub fn unit(view: &View<'_>) -> Unit {
    view.units.longest(&view.words.age_unit).map_or_else(Unit::none, |(_, unit)| unit.clone())
}
