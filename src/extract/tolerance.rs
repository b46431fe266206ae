//! How far a number may be off: "5 ± 2 km", "10 (+/-3) V", "45% plus or minus 3 points".

use super::amount::{Amount, amount};
use super::hedge::Neighbour;
use super::numeral::Shape;
use super::quantity::{Quantity, finish};
use super::view::View;
use crate::model::document::Span;
use crate::model::number::{Hedge, Number};
use crate::model::unit::{Dimension, Unit};

/// The number in the middle with all that it may be, if a tolerance stands behind it.
pub fn tolerance(view: &View<'_>, middle: &Amount) -> Option<Quantity> {
    let (sign_end, ()) = view.ahead(&view.words.tolerances, middle.end)?;
    let at = view.past_spaces(sign_end);
    let inner = View { floor: at, ..*view };
    let off = amount(&inner, at).filter(|off| off.numeral.shape == Shape::Cardinal && fits(middle, off))?;
    let opened = view.text.get(middle.end..sign_end).is_some_and(|sign| sign.contains('('));
    let closed = if opened && view.next(off.end) == Some(')') { off.end + 1 } else { off.end };
    // "10 (+/-3) V": the unit of both stands behind the bracket.
    let behind = || {
        let start = view.past_spaces(closed);
        view.units.longest(view.from(start)).map(|(length, unit)| (start + length, unit.clone()))
    };
    let unit = middle.unit.clone().or_else(|| off.unit.clone());
    let (end, unit) = match unit {
        Some(unit) => (closed, Some(unit)),
        None => behind().map_or((closed, None), |(end, unit)| (end, Some(unit))),
    };
    let whole = Amount { end, unit, ..middle.clone() };
    let quantity = finish(view, &whole, Neighbour::Other);
    let value = quantity.number.value.clone();
    let width = &off.numeral.number.value;
    let hedge = Hedge::Within(&value - width, &value + width);
    let hedged = Span::new(quantity.hedged.start, quantity.hedged.end.max(end));
    Some(Quantity { hedged, number: Number { value, ..quantity.number }.hedged(hedge), ..quantity })
}

/// Whether the second number can say how far off the first may be: both in one unit, or one of them without its own.
fn fits(middle: &Amount, off: &Amount) -> bool {
    // A percentage is off by points, or by percent.
    let share = |unit: &Unit| unit.dimension == Dimension::Share;
    let points = |unit: &Unit| matches!(unit.dimension, Dimension::Share | Dimension::Points | Dimension::Measure(_));
    let alike = match (&middle.unit, &off.unit) {
        (Some(one), Some(two)) => one.dimension == two.dimension && one.name == two.name || share(one) && points(two),
        (Some(_), None) | (None, Some(_)) | (None, None) => true,
    };
    alike && !off.numeral.number.value.is_negative()
}
