//! Equations over intervals: whether they can hold, and what they make of one number.

use crate::model::interval::Interval;
use crate::model::rational::Rational;
use crate::model::rule::{Comparison, Equation, Expression};

use super::values::Values;

/// Whether values inside the intervals can satisfy an equation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Possible {
    /// Some do.
    Yes,
    /// None does.
    No,
    /// There is no telling: a divisor may be nought, or a role is empty.
    Unknown,
}

/// All values that an expression can take. Exact where every role occurs once, too wide otherwise (never too narrow).
pub fn evaluate(expression: &Expression, values: &Values) -> Option<Interval> {
    let many = |role: &usize| values.roles.get(*role).filter(|intervals| !intervals.is_empty());
    match expression {
        Expression::Constant(value) => Some(Interval::point(value.clone())),
        Expression::Role(role) => many(role)?.first().cloned(),
        Expression::Sum(role) => many(role)?.iter().cloned().reduce(|sum, next| sum.add(&next)),
        Expression::Minimum(role) => many(role)?.iter().cloned().reduce(|least, next| lesser(&least, &next)),
        Expression::Maximum(role) => many(role)?.iter().cloned().reduce(|most, next| lesser(&most.negate(), &next.negate()).negate()),
        Expression::Count(role) => Some(Interval::point(Rational::whole(many(role)?.len() as i128))),
        Expression::Add(left, right) => Some(evaluate(left, values)?.add(&evaluate(right, values)?)),
        Expression::Subtract(left, right) => Some(evaluate(left, values)?.subtract(&evaluate(right, values)?)),
        Expression::Multiply(left, right) => Some(evaluate(left, values)?.multiply(&evaluate(right, values)?)),
        Expression::Divide(left, right) => evaluate(left, values)?.divide(&evaluate(right, values)?),
        Expression::Negate(inner) => Some(evaluate(inner, values)?.negate()),
    }
}

/// The values of the lesser of two numbers.
fn lesser(one: &Interval, two: &Interval) -> Interval {
    let whole = one.hull(two);
    // The least can't lie above either upper end.
    let high = match (&one.high, &two.high) {
        (Some(left), Some(right)) => Some(if left.value <= right.value { left.clone() } else { right.clone() }),
        (Some(end), None) | (None, Some(end)) => Some(end.clone()),
        (None, None) => None,
    };
    Interval { low: whole.low, high }
}

/// Whether the equation can hold.
pub fn possible(equation: &Equation, values: &Values) -> Possible {
    let (Some(left), Some(right)) = (evaluate(&equation.left, values), evaluate(&equation.right, values)) else {
        return Possible::Unknown;
    };
    let can = match equation.comparison {
        Comparison::Equal => left.meets(&right),
        Comparison::AtMost => !left.wholly_above(&right),
        Comparison::AtLeast => !right.wholly_above(&left),
        Comparison::Less => left.subtract(&right).meets(&Interval::below(Rational::zero())),
        Comparison::More => left.subtract(&right).meets(&Interval::above(Rational::zero())),
    };
    if can { Possible::Yes } else { Possible::No }
}

/// Whether the equation holds for all values inside the intervals.
pub fn certain(equation: &Equation, values: &Values) -> bool {
    let (Some(left), Some(right)) = (evaluate(&equation.left, values), evaluate(&equation.right, values)) else {
        return false;
    };
    let difference = left.subtract(&right);
    let zero = Rational::zero;
    match equation.comparison {
        Comparison::Equal => difference == Interval::point(zero()),
        Comparison::AtMost => !difference.meets(&Interval::above(zero())),
        Comparison::AtLeast => !difference.meets(&Interval::below(zero())),
        Comparison::Less => !difference.meets(&Interval::at_least(zero())),
        Comparison::More => !difference.meets(&Interval::at_most(zero())),
    }
}

/// What the number at `member` of a role's list would have to be for the equation to hold, on the scale of the values.
/// Nothing where the role stands in the equation more than once or not at all.
pub fn solve(equation: &Equation, role: usize, member: usize, values: &Values) -> Option<Interval> {
    let (left, right) = (occurrences(&equation.left, role), occurrences(&equation.right, role));
    let target = |other: &Expression, side: Side| -> Option<Interval> {
        let known = evaluate(other, values)?;
        Some(match (equation.comparison, side) {
            (Comparison::Equal, Side::Left | Side::Right) => known,
            (Comparison::AtMost | Comparison::Less, Side::Left) | (Comparison::AtLeast | Comparison::More, Side::Right) => {
                Interval { low: None, high: known.high }
            }
            (Comparison::AtMost | Comparison::Less, Side::Right) | (Comparison::AtLeast | Comparison::More, Side::Left) => {
                Interval { low: known.low, high: None }
            }
        })
    };
    match (left, right) {
        (1, 0) => invert(&equation.left, role, member, target(&equation.right, Side::Left)?, values),
        (0, 1) => invert(&equation.right, role, member, target(&equation.left, Side::Right)?, values),
        _ => None,
    }
}

#[derive(Clone, Copy)]
enum Side {
    Left,
    Right,
}

/// Whether an equation names a role.
pub fn names(equation: &Equation, role: usize) -> bool {
    occurrences(&equation.left, role) + occurrences(&equation.right, role) > 0
}

fn occurrences(expression: &Expression, role: usize) -> usize {
    match expression {
        Expression::Constant(_) => 0,
        Expression::Role(found)
        | Expression::Sum(found)
        | Expression::Minimum(found)
        | Expression::Maximum(found)
        | Expression::Count(found) => usize::from(*found == role),
        Expression::Add(left, right)
        | Expression::Subtract(left, right)
        | Expression::Multiply(left, right)
        | Expression::Divide(left, right) => occurrences(left, role) + occurrences(right, role),
        Expression::Negate(inner) => occurrences(inner, role),
    }
}

/// The values of the role for which the expression lies in `target`; the role occurs in it once.
fn invert(expression: &Expression, role: usize, member: usize, target: Interval, values: &Values) -> Option<Interval> {
    let inside = |side: &Expression| occurrences(side, role) > 0;
    match expression {
        Expression::Role(_) => Some(target),
        Expression::Sum(_) => {
            let members = values.roles.get(role)?.iter().enumerate().filter(|(place, _)| *place != member);
            Some(members.fold(target, |rest, (_, other)| rest.subtract(other)))
        }
        Expression::Constant(_) | Expression::Minimum(_) | Expression::Maximum(_) | Expression::Count(_) => None,
        Expression::Add(left, right) if inside(left) => invert(left, role, member, target.subtract(&evaluate(right, values)?), values),
        Expression::Add(left, right) => invert(right, role, member, target.subtract(&evaluate(left, values)?), values),
        Expression::Subtract(left, right) if inside(left) => invert(left, role, member, target.add(&evaluate(right, values)?), values),
        Expression::Subtract(left, right) => invert(right, role, member, evaluate(left, values)?.subtract(&target), values),
        Expression::Multiply(left, right) if inside(left) => invert(left, role, member, target.divide(&evaluate(right, values)?)?, values),
        Expression::Multiply(left, right) => invert(right, role, member, target.divide(&evaluate(left, values)?)?, values),
        Expression::Divide(left, right) if inside(left) => invert(left, role, member, target.multiply(&evaluate(right, values)?), values),
        Expression::Divide(left, right) => invert(right, role, member, evaluate(left, values)?.divide(&target)?, values),
        Expression::Negate(inner) => invert(inner, role, member, target.negate(), values),
    }
}

/// The equation with its whole side made at least its parts: what remains of it when the list may go on.
pub fn loosened(equation: &Equation) -> Equation {
    let comparison = match (equation.comparison, sums(&equation.left)) {
        (Comparison::Equal, Sums::Yes) => Comparison::AtMost,
        (Comparison::Equal, Sums::No) => Comparison::AtLeast,
        (comparison, Sums::Yes | Sums::No) => comparison,
    };
    Equation { comparison, ..equation.clone() }
}

enum Sums {
    Yes,
    No,
}

fn sums(expression: &Expression) -> Sums {
    match expression {
        Expression::Sum(_) => Sums::Yes,
        Expression::Constant(_) | Expression::Role(_) | Expression::Minimum(_) | Expression::Maximum(_) | Expression::Count(_) => Sums::No,
        Expression::Add(left, right)
        | Expression::Subtract(left, right)
        | Expression::Multiply(left, right)
        | Expression::Divide(left, right) => match sums(left) {
            Sums::Yes => Sums::Yes,
            Sums::No => sums(right),
        },
        Expression::Negate(inner) => sums(inner),
    }
}
