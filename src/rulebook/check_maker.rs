//! The kind of a rule with its roles and equations, from the table that names the kind.

use super::RuleSource;
use super::equation;
use super::mistake::{Mistake, Piece};
use super::names::one_of;
use super::role_maker::roles;
use super::rule_file::{CheckFile, RuleFile};
use super::rule_maker::choice;
use crate::model::rule::{Answer, CalendarCheck, Check, Equation, EquationCheck, Question, Role, Shortfall};
use crate::model::rulebook::Rulebook;

/// The kind of a rule and its roles; nothing if no table names a kind, or several do.
pub fn check(file: &RuleSource, written: &RuleFile, rulebook: &Rulebook, mistakes: &mut Vec<Mistake>) -> Option<(Check, Vec<Role>)> {
    let kinds = [
        (&written.equation, Named::Equation),
        (&written.duration, Named::Duration),
        (&written.respectively, Named::Respectively),
        (&written.calendar, Named::Calendar),
        (&written.restatement, Named::Restatement),
    ];
    let mut named = kinds.into_iter().filter_map(|(table, kind)| table.as_ref().map(|table| (table, kind)));
    let (Some((table, kind)), None) = (named.next(), named.next()) else {
        let message =
            "A rule has one table that names its kind: `[equation]`, `[duration]`, `[respectively]`, `[calendar]` or `[restatement]`.";
        mistakes.push(Mistake::new(file, written.what.span(), message, "this rule has none or several"));
        return None;
    };
    let roles = roles(file, table, rulebook, mistakes);
    let asks = question(file, written, table, kind, mistakes)?;
    let equations = match asks.map(Question::answer) {
        Some(Answer::Calendar) => {
            tell_equations(file, table, mistakes);
            EquationCheck::default()
        }
        Some(Answer::Equations) | None => equations(file, written, table, &roles, mistakes),
    };
    let check = match (kind, asks) {
        (Named::Calendar, Some(asks)) => Check::Calendar(CalendarCheck { asks, equations }),
        (Named::Duration, _) => Check::Duration(equations),
        (Named::Respectively, _) => Check::Respectively(equations),
        (Named::Restatement, _) => Check::Restatement(equations),
        (Named::Equation | Named::Calendar, _) => Check::Equation(equations),
    };
    Some((check, roles))
}

/// The kinds of rules by the tables that name them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    Equation,
    Duration,
    Respectively,
    Calendar,
    Restatement,
}

const QUESTIONS: [(&str, Question); 7] = [
    ("years", Question::Years),
    ("completed-years", Question::CompletedYears),
    ("order", Question::Order),
    ("weekday", Question::Weekday),
    ("existence", Question::Existence),
    ("months", Question::Months),
    ("clock", Question::Clock),
];

/// What a rule of the kind `[calendar]` asks; the inner nothing is for rules of other kinds.
fn question(
    file: &RuleSource,
    written: &RuleFile,
    table: &CheckFile,
    kind: Named,
    mistakes: &mut Vec<Mistake>,
) -> Option<Option<Question>> {
    match (&table.asks, kind) {
        (Some(asks), Named::Calendar) => choice(file, asks, &QUESTIONS, "question", mistakes).map(Some),
        (None, Named::Calendar) => {
            let known = one_of(QUESTIONS.iter().map(|(name, _)| *name));
            let message = format!("`[calendar]` says what it asks: `asks` is {known}.");
            mistakes.push(Mistake::new(file, written.what.span(), message, "this rule asks nothing"));
            None
        }
        (Some(asks), Named::Equation | Named::Duration | Named::Respectively | Named::Restatement) => {
            mistakes.push(Piece::new(file, asks).mistake_of_all("Only `[calendar]` asks.", "not in this table"));
            None
        }
        (None, Named::Equation | Named::Duration | Named::Respectively | Named::Restatement) => Some(None),
    }
}

/// A question that the calendar answers leaves nothing for equations to say.
fn tell_equations(file: &RuleSource, table: &CheckFile, mistakes: &mut Vec<Mistake>) {
    for text in table.holds.iter().chain(&table.any).chain(&table.tolerated) {
        mistakes.push(Piece::new(file, text).mistake_of_all("The calendar answers this question, without an equation.", "never used"));
    }
}

fn equations(file: &RuleSource, rule: &RuleFile, table: &CheckFile, roles: &[Role], mistakes: &mut Vec<Mistake>) -> EquationCheck {
    let before = mistakes.len();
    let mut any = Vec::new();
    for text in table.holds.iter().chain(&table.any) {
        any.extend(single(Piece::new(file, text), roles, mistakes));
    }
    // That one fact has one number is no equation.
    let restates = rule.restatement.is_some();
    if !restates && table.holds.is_some() != table.any.is_empty() {
        let message = "A rule states what holds in one way: `holds = \"…\"`, or `any = [\"…\", \"…\"]`.";
        mistakes.push(Mistake::new(file, rule.what.span(), message, "this rule has neither or both"));
    }
    let mut requires = Vec::new();
    if let Some(texts) = &table.requires {
        for text in texts.get_ref().all() {
            match equation::parse(Piece::within(file, texts.span(), text), roles) {
                Ok(equations) => requires.extend(equations),
                Err(found) => mistakes.extend(found),
            }
        }
    }
    let tolerated = table.tolerated.as_ref().and_then(|text| single(Piece::new(file, text), roles, mistakes));
    if mistakes.len() == before && !restates {
        tell_unused(file, table, &any, roles, mistakes);
    }
    let shortfalls = [("strict", Shortfall::Strict), ("explained", Shortfall::Explained)];
    let shortfall = table.shortfall.as_ref().and_then(|word| choice(file, word, &shortfalls, "shortfall", mistakes));
    EquationCheck { any, requires, tolerated, shortfall: shortfall.unwrap_or(Shortfall::Strict) }
}

/// A reading of a rule. A chain would be two readings at once, of which either could hold without the other.
fn single(piece: Piece<'_>, roles: &[Role], mistakes: &mut Vec<Mistake>) -> Option<Equation> {
    match equation::parse(piece, roles) {
        Ok(mut equations) if equations.len() == 1 => equations.pop(),
        Ok(_) => {
            let message = "A reading has one comparison; chains such as `a <= b <= c` are for `requires`.";
            mistakes.push(piece.mistake_of_all(message, "more than one comparison"));
            None
        }
        Err(found) => {
            mistakes.extend(found);
            None
        }
    }
}

/// A role that no equation names would be filled and never looked at.
fn tell_unused(file: &RuleSource, table: &CheckFile, equations: &[Equation], roles: &[Role], mistakes: &mut Vec<Mistake>) {
    let mut used = vec![false; roles.len()];
    for equation in equations {
        let mut note = |role: usize| used.iter_mut().skip(role).take(1).for_each(|used| *used = true);
        equation::roles_of(&equation.left, &mut note);
        equation::roles_of(&equation.right, &mut note);
    }
    for (role, _) in roles.iter().zip(used).filter(|(_, used)| !used) {
        if let Some((name, _)) = table.roles.get_key_value(role.name.as_str()) {
            let message = format!("No equation of this rule uses the role `{}`.", role.name);
            mistakes.push(Piece::new(file, name).mistake_of_all(message, "never used"));
        }
    }
}
