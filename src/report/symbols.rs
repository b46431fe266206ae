//! Equations as people write them, solved for one of their numbers.

use crate::model::rational::Rational;
use crate::model::rule::{Comparison, Equation, Expression};

/// How tightly an operation binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    Sum,
    Product,
    Atom,
}

/// An expression in the words that `words` gives for each role's numbers.
pub fn render(expression: &Expression, words: &impl Fn(usize) -> Vec<String>) -> String {
    piece(expression, words).0
}

fn piece(expression: &Expression, words: &impl Fn(usize) -> Vec<String>) -> (String, Binding) {
    let within = |expression: &Expression, least: Binding| {
        let (text, binding) = piece(expression, words);
        if binding < least { format!("({text})") } else { text }
    };
    let joined = |role: &usize| words(*role).join(", ");
    match expression {
        Expression::Constant(value) => (value.to_string(), if value.is_negative() { Binding::Sum } else { Binding::Atom }),
        Expression::Role(role) => (joined(role), Binding::Atom),
        Expression::Sum(role) => {
            let members = words(*role);
            (members.join(" + "), if members.len() > 1 { Binding::Sum } else { Binding::Atom })
        }
        Expression::Minimum(role) => (format!("min({})", joined(role)), Binding::Atom),
        Expression::Maximum(role) => (format!("max({})", joined(role)), Binding::Atom),
        Expression::Count(role) => (words(*role).len().to_string(), Binding::Atom),
        Expression::Add(left, right) => (format!("{} + {}", within(left, Binding::Sum), within(right, Binding::Sum)), Binding::Sum),
        Expression::Subtract(left, right) => {
            (format!("{} − {}", within(left, Binding::Sum), within(right, Binding::Product)), Binding::Sum)
        }
        Expression::Multiply(left, right) => {
            (format!("{} × {}", within(left, Binding::Product), within(right, Binding::Product)), Binding::Product)
        }
        Expression::Divide(left, right) => {
            (format!("{} ÷ {}", within(left, Binding::Product), within(right, Binding::Atom)), Binding::Product)
        }
        Expression::Negate(inner) => (format!("−{}", within(inner, Binding::Atom)), Binding::Sum),
    }
}

/// The sign between two sides; of a broken equation the one that is true of them.
pub fn comparison(equation: &Equation, broken: bool) -> &'static str {
    match (equation.comparison, broken) {
        (Comparison::Equal, false) => "=",
        (Comparison::Equal, true) => "≠",
        (Comparison::AtMost, false) | (Comparison::More, true) => "≤",
        (Comparison::AtLeast, false) | (Comparison::Less, true) => "≥",
        (Comparison::Less, false) | (Comparison::AtLeast, true) => "<",
        (Comparison::More, false) | (Comparison::AtMost, true) => ">",
    }
}

/// What the role equals if the equation holds; nothing where it stands in it more than once or inside a list.
pub fn solved_for(equation: &Equation, role: usize) -> Option<Expression> {
    if equation.comparison != Comparison::Equal {
        return None;
    }
    match (count(&equation.left, role), count(&equation.right, role)) {
        (1, 0) => isolate(&equation.left, role, equation.right.clone()),
        (0, 1) => isolate(&equation.right, role, equation.left.clone()),
        (_, _) => None,
    }
}

fn count(expression: &Expression, role: usize) -> usize {
    match expression {
        Expression::Constant(_) => 0,
        Expression::Role(found) => usize::from(*found == role),
        Expression::Sum(found) | Expression::Minimum(found) | Expression::Maximum(found) | Expression::Count(found) => {
            usize::from(*found == role)
        }
        Expression::Add(left, right) | Expression::Subtract(left, right) => count(left, role) + count(right, role),
        Expression::Multiply(left, right) | Expression::Divide(left, right) => count(left, role) + count(right, role),
        Expression::Negate(inner) => count(inner, role),
    }
}

/// What the role in `expression` equals if the whole equals `target`.
fn isolate(expression: &Expression, role: usize, target: Expression) -> Option<Expression> {
    let inside = |side: &Expression| count(side, role) > 0;
    let pair = |left: Expression, right: &Expression| (Box::new(left), Box::new(right.clone()));
    match expression {
        Expression::Role(_) => Some(target),
        Expression::Constant(_) | Expression::Sum(_) | Expression::Minimum(_) | Expression::Maximum(_) | Expression::Count(_) => None,
        Expression::Add(left, right) => {
            let (known, unknown) = if inside(left) { (right, left) } else { (left, right) };
            let (target, known) = pair(target, known);
            isolate(unknown, role, Expression::Subtract(target, known))
        }
        Expression::Subtract(left, right) if inside(left) => {
            let (target, known) = pair(target, right);
            isolate(left, role, Expression::Add(target, known))
        }
        Expression::Subtract(left, right) => isolate(right, role, Expression::Subtract(left.clone(), Box::new(target))),
        Expression::Multiply(left, right) => {
            let (known, unknown) = if inside(left) { (right, left) } else { (left, right) };
            let (target, known) = pair(target, known);
            isolate(unknown, role, Expression::Divide(target, known))
        }
        Expression::Divide(left, right) if inside(left) => {
            let (target, known) = pair(target, right);
            isolate(left, role, Expression::Multiply(target, known))
        }
        Expression::Divide(left, right) => isolate(right, role, Expression::Divide(left.clone(), Box::new(target))),
        Expression::Negate(inner) => isolate(inner, role, Expression::Negate(Box::new(target))),
    }
}

/// The same expression with the signs that direction words give: roles for which `negative` holds are printed without
/// their minus, and `constant` roles are nothing but a number.
pub fn signed(expression: &Expression, negative: &impl Fn(usize) -> bool, constant: &impl Fn(usize) -> Option<Rational>) -> Expression {
    let inner = |expression: &Expression| signed(expression, negative, constant);
    match expression {
        Expression::Role(role) => match constant(*role) {
            Some(value) => Expression::Constant(value),
            None if negative(*role) => negated(expression.clone()),
            None => expression.clone(),
        },
        Expression::Sum(role) if negative(*role) => negated(expression.clone()),
        Expression::Constant(_) | Expression::Sum(_) | Expression::Minimum(_) | Expression::Maximum(_) | Expression::Count(_) => {
            expression.clone()
        }
        Expression::Add(left, right) => match (inner(left), inner(right)) {
            (left, Expression::Negate(right)) => Expression::Subtract(Box::new(left), right),
            (left, right) => Expression::Add(Box::new(left), Box::new(right)),
        },
        Expression::Subtract(left, right) => match (inner(left), inner(right)) {
            (left, Expression::Negate(right)) => Expression::Add(Box::new(left), right),
            (left, right) => Expression::Subtract(Box::new(left), Box::new(right)),
        },
        Expression::Multiply(left, right) => match (inner(left), inner(right)) {
            (Expression::Constant(one), other) | (other, Expression::Constant(one)) if one == Rational::one() => other,
            (Expression::Constant(one), other) | (other, Expression::Constant(one)) if one == Rational::whole(-1) => negated(other),
            (left, right) => Expression::Multiply(Box::new(left), Box::new(right)),
        },
        Expression::Divide(left, right) => match (inner(left), inner(right)) {
            (other, Expression::Constant(one)) if one == Rational::one() => other,
            (other, Expression::Constant(one)) if one == Rational::whole(-1) => negated(other),
            (left, right) => Expression::Divide(Box::new(left), Box::new(right)),
        },
        Expression::Negate(expression) => negated(inner(expression)),
    }
}

/// The opposite, without a minus where turning a difference round will do.
pub fn negated(expression: Expression) -> Expression {
    match expression {
        Expression::Negate(inner) => *inner,
        Expression::Subtract(left, right) => Expression::Subtract(right, left),
        Expression::Constant(value) => Expression::Constant(-value),
        other => Expression::Negate(Box::new(other)),
    }
}
