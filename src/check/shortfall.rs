//! Parts that fall short of a whole which they need not exhaust.
//!
//! "Including" leaves room for more, so a shortfall says nothing by itself; but when three or more parts, closed by
//! "and", miss the whole by just what a slip of the pen explains, the slip is likelier.

use crate::model::claim::Claim;
use crate::model::number::{Hedge, Number};
use crate::model::rational::Rational;
use crate::model::relation::{Binding, Completeness, Gap};
use crate::model::rule::{Many, Rule};

/// How many parts a list needs before a shortfall means anything.
const PARTS: usize = 3;

/// How broken a shortfall is: plausibly if two neighbouring digits swapped in one figure explain it,
/// as expected if one wrong digit does; nothing if there is none or nothing explains it.
pub fn explained(binding: &Binding, rule: &Rule, claims: &[Claim]) -> Option<Gap> {
    if binding.completeness == Completeness::Open {
        return None;
    }
    let players = |many: Many| rule.roles.iter().zip(&binding.roles).filter(move |(role, _)| role.many == many);
    let numbers = |many: Many| -> Option<Vec<&Number>> {
        players(many).flat_map(|(_, claims)| claims).map(|index| claims.get(*index)?.number.as_ref()).collect()
    };
    let parts = numbers(Many::Several)?;
    let whole = *numbers(Many::One)?.first()?;
    if parts.len() < PARTS || parts.iter().chain([&whole]).any(|number| number.hedge != Hedge::None) {
        return None;
    }
    let sum = parts.iter().fold(Rational::zero(), |sum, part| &sum + &part.value);
    let missing = &whole.value - &sum;
    // A shortfall within rounding is none.
    let slack = parts.iter().chain([&whole]).fold(Rational::zero(), |slack, number| &slack + &number.step);
    if missing.is_negative()
        || missing.is_zero()
        || &missing * &Rational::whole(2) <= slack && slack > Rational::whole(parts.len() as i128 + 1)
    {
        return None;
    }
    let changes = |slips: fn(&str) -> Vec<String>| {
        let of_part = parts.iter().any(|part| alternatives(part, slips).any(|value| &value - &part.value == missing));
        of_part || alternatives(whole, slips).any(|value| &whole.value - &value == missing)
    };
    if changes(swapped) {
        Some(Gap::Plausible)
    } else if changes(one_wrong) {
        Some(Gap::Expected)
    } else {
        None
    }
}

/// The values that a figure would have with slips in its written digits.
fn alternatives<'a>(number: &'a Number, slips: fn(&str) -> Vec<String>) -> impl Iterator<Item = Rational> + 'a {
    let digits = number.value.divide(&number.step).map(|places| places.to_decimal(0)).unwrap_or_default();
    slips(&digits).into_iter().filter_map(|slip| Some(&Rational::from_digits(&slip, "")? * &number.step))
}

fn swapped(digits: &str) -> Vec<String> {
    let letters: Vec<char> = digits.chars().collect();
    let swap = |place: usize| {
        let mut other = letters.clone();
        other.swap(place, place + 1);
        (other.first() != Some(&'0') && other != letters).then(|| other.into_iter().collect())
    };
    (0..letters.len().saturating_sub(1)).filter_map(swap).collect()
}

fn one_wrong(digits: &str) -> Vec<String> {
    let letters: Vec<char> = digits.chars().collect();
    let mut slips = Vec::new();
    // A single digit explains anything below ten, so it explains nothing.
    for place in (0..letters.len()).filter(|_| letters.len() > 1) {
        for digit in '0'..='9' {
            let mut other = letters.clone();
            if let Some(letter) = other.get_mut(place) {
                *letter = digit;
            }
            if other != letters && other.first() != Some(&'0') {
                slips.push(other.into_iter().collect());
            }
        }
    }
    slips
}
