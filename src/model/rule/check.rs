//! What a rule does with its numbers: equations, and questions about times.

use crate::model::rational::Rational;

/// The kind of a rule: an equation, or one of the few things that aren't arithmetic alone.
#[derive(Clone, Debug)]
pub enum Check {
    /// `[equation]`: numbers of one phrase match satisfy an equation.
    Equation(EquationCheck),
    /// `[duration]`: a stretch of time against its two ends. The phrases name `start`, `end` and `length`.
    Duration(EquationCheck),
    /// `[respectively]`: two lists of one sentence have equally many members.
    Respectively(EquationCheck),
    /// `[calendar]`: times, and what the text makes of them: a weekday, an age, an anniversary.
    Calendar(CalendarCheck),
    /// `[restatement]`: a fact that is stated in several places has the same number in all of them. It has no phrases and no
    /// equation: the words around the numbers say whether they state the same fact.
    Restatement(EquationCheck),
}

impl Check {
    /// The equations of the check, whatever its kind.
    pub fn equations(&self) -> &EquationCheck {
        match self {
            Check::Equation(equations) | Check::Duration(equations) | Check::Respectively(equations) | Check::Restatement(equations) => {
                equations
            }
            Check::Calendar(check) => &check.equations,
        }
    }

    /// What it asks of the calendar, if it asks anything.
    pub fn question(&self) -> Option<Question> {
        match self {
            Check::Equation(_) | Check::Duration(_) | Check::Respectively(_) | Check::Restatement(_) => None,
            Check::Calendar(check) => Some(check.asks),
        }
    }
}

/// What must be true of times.
#[derive(Clone, Debug)]
pub struct CalendarCheck {
    /// What is asked.
    pub asks: Question,
    /// What must hold on the scale that the question lays times on; no equations where the calendar itself answers.
    pub equations: EquationCheck,
}

/// What a rule asks of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// `years`: the equations hold for the numbers of the years.
    Years,
    /// `completed-years`: the same for times to the day, where n years last until the (n + 1)th is complete, as ages do.
    CompletedYears,
    /// `order`: the same for days, each time being any day of it.
    Order,
    /// `weekday`: days have the weekdays that are printed beside them.
    Weekday,
    /// `existence`: there are such days.
    Existence,
    /// `months`: a quarter or half has the months that are named beside it.
    Months,
    /// `clock`: two times of day in two zones are the same moment.
    Clock,
}

impl Question {
    /// Whether the equations of the rule's file answer it.
    pub fn answer(self) -> Answer {
        match self {
            Question::Years | Question::CompletedYears | Question::Order => Answer::Equations,
            Question::Weekday | Question::Existence | Question::Months | Question::Clock => Answer::Calendar,
        }
    }
}

/// What answers a question about times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The equations of a rule.
    Equations,
    /// The calendar, in which the equations have no part.
    Calendar,
}

/// What must hold between the roles of a rule.
#[derive(Clone, Debug, Default)]
pub struct EquationCheck {
    /// Readings, any of which may hold (`holds` is a list of one, `any` of several).
    pub any: Vec<Equation>,
    /// What must be certain before the equations mean anything ("before > 0"): otherwise the rule can't tell.
    pub requires: Vec<Equation>,
    /// A reading that writers use but readers stumble over: a note if it alone fits the figures as printed.
    pub tolerated: Option<Equation>,
    /// What to make of parts that fall short of a whole which they need not exhaust.
    pub shortfall: Shortfall,
}

/// What to make of parts that fall short of their whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shortfall {
    /// The equation says all.
    #[default]
    Strict,
    /// Silent, unless two neighbouring digits swapped in one figure (a warning) or one wrong digit (a note) explain it exactly.
    Explained,
}

/// An equation or inequality between two expressions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Equation {
    /// The left side.
    pub left: Expression,
    /// How the sides compare.
    pub comparison: Comparison,
    /// The right side.
    pub right: Expression,
    /// The text it was read from.
    pub text: String,
}

/// How the two sides of an equation compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `=`
    Equal,
    /// `<=`
    AtMost,
    /// `>=`
    AtLeast,
    /// `<`, for requirements.
    Less,
    /// `>`, for requirements.
    More,
}

/// One side of an equation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression {
    /// A number.
    Constant(Rational),
    /// The number in a role, by index in [`Rule::roles`](super::Rule::roles). Percent count as hundredths: 12.7% is 0.127 here.
    Role(usize),
    /// `sum(part)`: all numbers in a role.
    Sum(usize),
    /// `min(part)`
    Minimum(usize),
    /// `max(part)`
    Maximum(usize),
    /// `count(part)`: how many there are.
    Count(usize),
    /// `a + b`
    Add(Box<Expression>, Box<Expression>),
    /// `a - b`
    Subtract(Box<Expression>, Box<Expression>),
    /// `a * b`
    Multiply(Box<Expression>, Box<Expression>),
    /// `a / b`
    Divide(Box<Expression>, Box<Expression>),
    /// `-a`
    Negate(Box<Expression>),
}
