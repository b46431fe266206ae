//! The language of equations: `now = before * (1 + change)`, `sum(part) <= whole`, `0 <= share <= 1`.

use std::cell::RefCell;

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::{char, digit1, multispace0};
use nom::combinator::{opt, value};
use nom::multi::{many0, many1};
use nom::sequence::{delimited, preceded};

use super::mistake::{Mistake, Piece};
use super::names::{did_you_mean, one_of};
use super::syntax::{Expected, Parsed, expect, finish, first_word, name, too_deep};
use crate::model::rational::Rational;
use crate::model::rule::{Comparison, Equation, Expression, Many, Role};

/// What the parser needs to know of the rule, and what it finds amiss while it goes on.
struct Scope<'r, 't> {
    roles: &'r [Role],
    unknown: RefCell<Vec<Misused<'t>>>,
}

/// A name that isn't used as its role is declared.
struct Misused<'t> {
    name: &'t str,
    message: String,
    label: &'static str,
    help: Option<String>,
}

/// The equations of a text: one, or several if comparisons are chained (`a <= b <= c`).
///
/// # Errors
/// Every mistake in it.
pub fn parse(piece: Piece<'_>, roles: &[Role]) -> Result<Vec<Equation>, Vec<Mistake>> {
    if let Some(bracket) = too_deep(piece.text, '(', ')') {
        return Err(vec![piece.mistake(bracket, "Too many brackets in brackets.", "simplify this")]);
    }
    let scope = Scope { roles, unknown: RefCell::new(Vec::new()) };
    let result = finish(chain(piece.text, &scope), "an operator (`+ - * /`), a comparison (`= <= >= < >`) or the end");
    let mut mistakes: Vec<Mistake> = scope.unknown.into_inner().into_iter().map(|misused| misused.mistake(piece)).collect();
    match result {
        Ok(equations) if mistakes.is_empty() => Ok(equations),
        Ok(_) => Err(mistakes),
        Err(expected) => {
            let what = if expected.rest.is_empty() { "the equation ends too early" } else { "not this" };
            let word = first_word(expected.rest);
            mistakes.push(piece.mistake(word, format!("This equation can't be read: expected {}.", expected.what), what));
            Err(mistakes)
        }
    }
}

impl Misused<'_> {
    fn mistake(self, piece: Piece<'_>) -> Mistake {
        piece.mistake(self.name, self.message, self.label).help(self.help)
    }
}

/// `left = right`, or a chain of comparisons.
fn chain<'t>(text: &'t str, scope: &Scope<'_, 't>) -> Parsed<'t, Vec<Equation>> {
    let (rest, first) = sum(text, scope)?;
    let link = (comparison, |rest| sum(rest, scope));
    let (rest, links) = expect("a comparison (`= <= >= < >`)", many1(link)).parse(rest)?;
    let mut left = first;
    let mut equations = Vec::with_capacity(links.len());
    for (comparison, right) in links {
        equations.push(Equation { left, comparison, right: right.clone(), text: text.trim().to_string() });
        left = right;
    }
    Ok((rest, equations))
}

fn comparison(text: &str) -> Parsed<'_, Comparison> {
    let signs = alt((
        value(Comparison::AtMost, alt((tag("<="), tag("≤")))),
        value(Comparison::AtLeast, alt((tag(">="), tag("≥")))),
        value(Comparison::Equal, tag("=")),
        value(Comparison::Less, tag("<")),
        value(Comparison::More, tag(">")),
    ));
    preceded(multispace0, signs).parse(text)
}

/// How two operands are put together.
type Join = fn(Box<Expression>, Box<Expression>) -> Expression;

fn sum<'t>(text: &'t str, scope: &Scope<'_, 't>) -> Parsed<'t, Expression> {
    joined(text, scope, operator('+', '-', Expression::Add, Expression::Subtract), product)
}

fn product<'t>(text: &'t str, scope: &Scope<'_, 't>) -> Parsed<'t, Expression> {
    joined(text, scope, operator('*', '/', Expression::Multiply, Expression::Divide), factor)
}

fn operator<'t>(one: char, other: char, join: Join, other_join: Join) -> impl Parser<&'t str, Output = Join, Error = Expected<'t>> {
    preceded(multispace0, alt((value(join, char(one)), value(other_join, char(other)))))
}

fn joined<'r, 't>(
    text: &'t str,
    scope: &Scope<'r, 't>,
    operator: impl Parser<&'t str, Output = Join, Error = Expected<'t>>,
    operand: fn(&'t str, &Scope<'r, 't>) -> Parsed<'t, Expression>,
) -> Parsed<'t, Expression> {
    let (rest, first) = operand(text, scope)?;
    let (rest, others) = many0((operator, |rest| operand(rest, scope))).parse(rest)?;
    let all = others.into_iter().fold(first, |left, (join, right)| join(Box::new(left), Box::new(right)));
    Ok((rest, all))
}

fn factor<'t>(text: &'t str, scope: &Scope<'_, 't>) -> Parsed<'t, Expression> {
    let (rest, minus) = opt(preceded(multispace0, char('-'))).parse(text)?;
    let bracketed = delimited(char('('), |rest| sum(rest, scope), expect("an operator or `)`", preceded(multispace0, char(')'))));
    let operand = alt((bracketed, number, |rest| role(rest, scope)));
    let what = "a role, a number, `sum()`, `min()`, `max()`, `count()` or a bracket";
    let (rest, inner) = preceded(multispace0, expect(what, operand)).parse(rest)?;
    Ok((rest, if minus.is_some() { Expression::Negate(Box::new(inner)) } else { inner }))
}

fn number(text: &str) -> Parsed<'_, Expression> {
    let (rest, (whole, decimals)) = (digit1, opt(preceded(char('.'), digit1))).parse(text)?;
    match Rational::from_digits(whole, decimals.unwrap_or("")) {
        Some(number) => Ok((rest, Expression::Constant(number))),
        None => Err(nom::Err::Failure(Expected { rest: text, what: "a shorter number" })),
    }
}

/// What a function makes of the list in a role.
type Function = fn(usize) -> Expression;

const FUNCTIONS: [(&str, Function); 4] =
    [("sum", Expression::Sum), ("min", Expression::Minimum), ("max", Expression::Maximum), ("count", Expression::Count)];

/// `role`, or `function(role)`.
fn role<'t>(text: &'t str, scope: &Scope<'_, 't>) -> Parsed<'t, Expression> {
    let (rest, word) = name(text)?;
    let (rest, bracket) = opt(preceded(multispace0, char('('))).parse(rest)?;
    if bracket.is_none() {
        return Ok((rest, Expression::Role(scope.find(word, Many::One))));
    }
    let function = FUNCTIONS.iter().find(|(known, _)| *known == word).map(|(_, function)| *function);
    if function.is_none() {
        let known = FUNCTIONS.map(|(known, _)| known);
        scope.unknown.borrow_mut().push(Misused {
            name: word,
            message: format!("There is no function `{word}`: only {}.", one_of(known)),
            label: "unknown function",
            help: did_you_mean(word, known),
        });
    }
    let (rest, argument) = preceded(multispace0, expect("the name of a role", name)).parse(rest)?;
    let (rest, _) = preceded(multispace0, expect("`)`", char(')'))).parse(rest)?;
    let index = scope.find(argument, Many::Several);
    Ok((rest, function.map_or(Expression::Role(index), |function| function(index))))
}

impl<'t> Scope<'_, 't> {
    /// The index of a role; a name that isn't one is noted, so that all of them are told at once.
    fn find(&self, word: &'t str, wanted: Many) -> usize {
        let found = self.roles.iter().position(|role| role.name == word);
        let trouble = match (found.and_then(|index| self.roles.get(index)).map(|role| role.many), wanted) {
            (Some(Many::Several), Many::One) => Some(Misused {
                name: word,
                message: format!("`{word}` is a list of numbers, and an equation needs one."),
                label: "a list",
                help: Some(format!("write `sum({word})`, `min({word})`, `max({word})` or `count({word})`")),
            }),
            (Some(Many::One), Many::Several) => Some(Misused {
                name: word,
                message: format!("`{word}` is one number, and functions take lists."),
                label: "one number",
                help: Some(format!("write `{word}` alone, or declare the role with `many = true`")),
            }),
            (Some(_), _) => None,
            (None, _) => Some(Misused {
                name: word,
                message: format!("There is no role `{word}` in this rule."),
                label: "unknown role",
                help: self.meant(word),
            }),
        };
        self.unknown.borrow_mut().extend(trouble);
        found.unwrap_or(0)
    }

    fn meant(&self, word: &str) -> Option<String> {
        let known = || self.roles.iter().map(|role| role.name.as_str());
        let minus = word.split('-').all(|part| known().any(|name| name == part));
        let spaces = || minus.then(|| format!("names may have hyphens: put spaces around a minus, `{}`", word.replace('-', " - ")));
        did_you_mean(word, known()).or_else(spaces).or_else(|| Some(format!("the roles are {}", one_of(known()))))
    }
}

/// Calls `visit` with every role that an expression names.
pub fn roles_of(expression: &Expression, visit: &mut impl FnMut(usize)) {
    match expression {
        Expression::Constant(_) => {}
        Expression::Role(role)
        | Expression::Sum(role)
        | Expression::Minimum(role)
        | Expression::Maximum(role)
        | Expression::Count(role) => {
            visit(*role);
        }
        Expression::Add(left, right)
        | Expression::Subtract(left, right)
        | Expression::Multiply(left, right)
        | Expression::Divide(left, right) => {
            roles_of(left, visit);
            roles_of(right, visit);
        }
        Expression::Negate(inner) => roles_of(inner, visit),
    }
}
