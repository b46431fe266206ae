//! Ages: "aged 54", "54-year-old", "40 and over".

use super::amount::Amount;
use super::subject::Subject;
use super::view::View;
use crate::model::rational::Rational;
use crate::model::unit::{Dimension, Unit};

/// Where the words of an age end, if the number is one.
pub fn age(view: &View<'_>, found: &Amount, subject: Option<&Subject>) -> Option<usize> {
    match found.unit.as_ref().map(|unit| &unit.dimension) {
        None | Some(Dimension::Time) => {}
        Some(Dimension::Count | Dimension::Money | Dimension::Share | Dimension::Points | Dimension::Times | Dimension::Measure(_)) => {
            return None;
        }
    }
    // "54 years old" is longer than the "54 years" that the unit takes.
    let behind_number = view.past_tie(found.number_end);
    if let Some((length, ())) = view.words.ages_after.longest(view.from(behind_number)) {
        return Some(behind_number + length);
    }
    let hedge_start = view.behind(&view.words.hedges, found.start).map_or(found.start, |(start, _)| start);
    let introduced = [found.start, hedge_start].into_iter().any(|start| view.behind(&view.words.ages_before, start).is_some());
    let open_ended = subject.is_none() && view.ahead(&view.words.ages_hedged, found.end).is_some();
    // "children under 15", where the hedge is what makes it one.
    let bounded = hedge_start < found.start
        && subject.is_none()
        && found.unit.is_none()
        && view.behind(&view.words.ages_bounded, hedge_start).is_some();
    let small = found.numeral.number.value <= Rational::whole(OLDEST);
    (small && (introduced || bounded || open_ended && found.unit.is_none())).then_some(found.end)
}

/// No one is older, so that "1,000 and over" is no age.
const OLDEST: i128 = 125;

/// The unit of an age that names none.
pub fn unit(view: &View<'_>) -> Unit {
    view.units.longest(&view.words.age_unit).map_or_else(Unit::none, |(_, unit)| unit.clone())
}
