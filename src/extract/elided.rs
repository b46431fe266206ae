//! What the last of several numbers says for all of them: "from 61.3 to 68.9 thousand tonnes", "54.2, 18.0 and 27.8 per cent".

use super::numeral::{Form, western};
use crate::model::claim::{Claim, Kind};
use crate::model::number::Precision;
use crate::model::rational::Rational;
use crate::model::unit::{Dimension, Unit};
use crate::model::word_table::WordTable;
use crate::model::words::Language;

/// Gives the bare numbers of a sentence the unit of the number that ends their list, and its scale where both are
/// written alike. `text` is the sentence, which begins at the byte `offset` of the prose.
pub fn share_units(text: &str, offset: usize, claims: &mut [Claim], language: &Language) {
    let place = |at: usize| at.saturating_sub(offset);
    for last in (1..claims.len()).rev() {
        let (before, from) = claims.split_at_mut(last);
        let Some(giver) = from.first().filter(|claim| gives(claim)) else { continue };
        let written = written(text, offset, giver);
        let mut next = place(giver.hedged.start);
        let mut joint = None;
        for claim in before.iter_mut().rev() {
            let Some(between) = text.get(place(claim.hedged.end)..next) else { break };
            let joined = joint_of(between, joint, language);
            if claim.number.is_none() && joint.is_none() && joined == Some(Joint::To) {
                // A time may say of when the number before it is: "from 17.0 in May to 7.5 points".
                (next, joint) = (place(claim.hedged.start), Some(Joint::When));
                continue;
            }
            let start = place(claim.hedged.start);
            let leader = if joined == Some(Joint::From) { &language.numerals.elided_joiners } else { &language.time.from };
            let led = leader.longest_before(text.get(..start).unwrap_or("")).is_some();
            if joined.is_none_or(|joined| !takes(claim, giver, &written, joined, led)) {
                break;
            }
            take(claim, giver, &written);
            (next, joint) = (start, joined);
        }
    }
}

/// What joins a number to the next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// "to"
    To,
    /// "from", which the higher or later value leads: "to 5.2 from 3.1 million".
    From,
    /// The time behind it: "in May to".
    When,
    /// "and"
    And,
    /// A comma, before a number that is joined to the next itself.
    Comma,
}

/// What the words between two numbers are, if they only join them. `next` is what joins the second to its next.
fn joint_of(between: &str, next: Option<Joint>, language: &Language) -> Option<Joint> {
    let words = between.trim();
    let among = |table: &WordTable<()>, words: &str| table.longest(words).is_some_and(|(length, ())| length == words.len());
    let and = |words: &str| among(&language.numerals.joiners, words);
    match next {
        None if among(&language.numerals.elided_joiners, words) => Some(Joint::To),
        None if among(&language.time.from, words) => Some(Joint::From),
        None if and(words) || words.strip_prefix(',').is_some_and(|words| and(words.trim())) => Some(Joint::And),
        Some(Joint::When) if words.is_empty() || among(&language.time.before_time, words) => Some(Joint::When),
        Some(Joint::And | Joint::Comma) if words == "," => Some(Joint::Comma),
        None | Some(Joint::To | Joint::From | Joint::When | Joint::And | Joint::Comma) => None,
    }
}

fn gives(claim: &Claim) -> bool {
    let united = claim.unit.dimension != Dimension::Count || claim.unit.per.is_some() || !claim.unit.name.is_empty();
    let kind = match claim.kind {
        Kind::Amount | Kind::Money | Kind::Percent | Kind::PercentagePoint | Kind::BasisPoint | Kind::Rate | Kind::Duration => true,
        Kind::Times
        | Kind::Ratio
        | Kind::Rank
        | Kind::Ordinal
        | Kind::Index
        | Kind::Date
        | Kind::Period
        | Kind::Clock
        | Kind::Names
        | Kind::Age => false,
    };
    let plain = claim.number.as_ref().is_some_and(|number| !number.is_simple_fraction(claim.kind));
    kind && plain && (united || claim.number.as_ref().is_some_and(|number| number.step > Rational::one()))
}

/// A number as written, and the scale that makes it its value.
struct Written {
    value: Rational,
    decimals: usize,
    scale: Rational,
    form: Form,
}

/// The digits of a number; the scale of one in words is that of its last word.
fn written(text: &str, offset: usize, claim: &Claim) -> Written {
    let value = claim.number.as_ref().map_or_else(Rational::zero, |number| number.value.clone());
    let read = || {
        let words = text.get(claim.span.start.checked_sub(offset)?..claim.span.end.checked_sub(offset)?)?;
        let (_, digits) = western::digits(words.get(words.find(|letter: char| letter.is_ascii_digit())?..)?).ok()?;
        let mantissa = digits.number()?.value;
        Some(Written { scale: value.divide(&mantissa)?, decimals: digits.decimals.len(), value: mantissa, form: Form::Digits })
    };
    let spelled = || {
        let scale = claim.number.as_ref().map_or_else(Rational::one, |number| number.step.clone().max(Rational::one()));
        let mantissa = value.divide(&scale).unwrap_or_else(|| value.clone());
        Written { value: mantissa, decimals: 0, scale, form: Form::Words }
    };
    read().unwrap_or_else(spelled)
}

/// Whether a number is bare and of a size that may leave its unit to the other. `led` says that "from" stands before it.
fn takes(claim: &Claim, giver: &Claim, written: &Written, joint: Joint, led: bool) -> bool {
    // "$1.2 to $1.5 billion" leaves only the scale unsaid.
    let priced = claim.kind == Kind::Money && claim.unit == giver.unit && written.scale > Rational::one();
    let bare = claim.kind == Kind::Amount && claim.unit == Unit::none() && claim.subject.is_none() || priced;
    let Some(number) = claim.number.as_ref().filter(|number| bare && !number.is_simple_fraction(claim.kind)) else { return false };
    let share = matches!(giver.unit.dimension, Dimension::Share | Dimension::Points);
    let as_fine = Rational::power_of_ten(-(written.decimals as i32)).is_some_and(|step| step == number.step);
    let small = number.value.abs() < Rational::whole(LARGEST_SHARE);
    let named = giver.unit.dimension == Dimension::Count && giver.unit.per.is_none() && !giver.unit.name.is_empty();
    let decimal = number.step < Rational::one();
    let scaled = written.scale > Rational::one() && number.step <= Rational::one() && alike(&number.value, &written.value);
    let same_scale = (decimal || written.form == Form::Words && joint == Joint::To) && as_fine && scaled;
    if priced {
        return scaled && matches!(joint, Joint::To | Joint::From);
    }
    match joint {
        // "0.1 to 1 decimal place", "won 14 and 12 new jobs" are two things each, but not "3.5 to 4.2 million people".
        Joint::To | Joint::When if named => led || same_scale,
        Joint::And | Joint::Comma if named => same_scale,
        Joint::From => led && (!share || small),
        // "fell by 3 to 45%" says by how many points.
        Joint::To | Joint::When => !share || small && led,
        // "reached 197.5 and 7.3% higher": shares of one list are of one size.
        Joint::And => !share || small && as_fine && alike(&number.value, &written.value),
        Joint::Comma => !share || small,
    }
}

/// A larger number is no percentage.
const LARGEST_SHARE: i128 = 1_000;

/// Whether two values are less than ten times apart.
fn alike(one: &Rational, two: &Rational) -> bool {
    let ten = Rational::whole(10);
    one.abs() <= &two.abs() * &ten && two.abs() <= &one.abs() * &ten
}

fn take(claim: &mut Claim, giver: &Claim, written: &Written) {
    let Some(number) = &mut claim.number else { return };
    let unscaled = number.step <= Rational::one();
    let larger = written.scale > Rational::one();
    if unscaled && larger && alike(&number.value, &written.value) {
        number.value = &number.value * &written.scale;
        number.step = &number.step * &written.scale;
        number.round_step = &number.round_step * &written.scale;
        number.precision = Precision::Rounded;
    }
    claim.unit = giver.unit.clone();
    claim.kind = giver.kind;
}
