//! The ways in which people get a printed number wrong, read backwards: what it would be without the slip.
//!
//! The error model is that of automatic corrections of survey data (restricted Damerau–Levenshtein distance 1 on digits,
//! sign and value swaps: de Waal and Scholtus' `correctTypos` and `correctSigns`), with the slips of prose added.

use crate::model::number::Number;
use crate::model::rational::Rational;
use crate::model::slip::{Edit, Slip};

/// How many digits of a number are looked at; longer ones are identifiers.
const DIGITS: usize = 15;

/// A number as it would be without a slip.
#[derive(Clone, Debug)]
pub struct Right {
    /// The slip that was made.
    pub slip: Slip,
    /// What undoes it in the digits as printed.
    pub edit: Edit,
    /// The number without it.
    pub number: Number,
}

/// All numbers that one slip would have turned into this one.
pub fn rights(number: &Number) -> Vec<Right> {
    let Some(digits) = digits(number) else { return Vec::new() };
    let mut found = Vec::new();
    let mut add = |slip: Slip, edit: Edit| {
        if let Some(number) = edited(number, &digits, edit)
            && !found.iter().any(|known: &Right| known.number.value == number.value)
        {
            found.push(Right { slip, edit, number });
        }
    };
    let length = digits.len();
    for place in 0..length.saturating_sub(1) {
        add(Slip::SwappedDigits, Edit::Swap(place));
        if digits.get(place) == digits.get(place + 1) {
            add(Slip::DoubledDigit, Edit::Remove(place));
        }
    }
    add(Slip::MovedPoint, Edit::Shift(1));
    add(Slip::MovedPoint, Edit::Shift(-1));
    for power in [3, -3, 6, -6] {
        add(Slip::ScaleWord, Edit::Shift(power));
    }
    for digit in 0..10 {
        (0..length).for_each(|place| add(Slip::WrongDigit, Edit::Set(place, digit)));
        (0..=length).for_each(|place| add(Slip::MissingDigit, Edit::Insert(place, digit)));
    }
    found
}

/// The written digits of a number, the last first; nothing if it isn't made of a few.
fn digits(number: &Number) -> Option<Vec<u8>> {
    let places = number.value.divide(&number.step).filter(|places| places.is_whole() && !places.is_negative())?;
    let text = places.to_decimal(0);
    (text.len() <= DIGITS).then(|| text.bytes().rev().map(|digit| digit.saturating_sub(b'0')).collect())
}

/// The number with an edit made in its digits; nothing if that leaves it as it is, or leaves none.
fn edited(number: &Number, digits: &[u8], edit: Edit) -> Option<Number> {
    let (digits, shift) = match edit {
        Edit::Shift(power) => (digits.to_vec(), power),
        Edit::Swap(_) | Edit::Set(..) | Edit::Insert(..) | Edit::Remove(_) => (edit.applied(digits)?, 0),
    };
    // A number isn't written with a nought before it.
    if digits.len() > 1 && digits.last() == Some(&0) {
        return None;
    }
    let text: String = digits.iter().rev().map(|digit| char::from(b'0' + digit)).collect();
    let scale = &number.step * &Rational::power_of_ten(shift)?;
    let written = Number::written(&text, "", &scale)?;
    let same = written.value == number.value;
    (!same).then(|| Number { precision: number.precision, hedge: number.hedge.clone(), ..written })
}
