//! The kind of a rule with its roles and equations, from the table that names the kind.

use super::RuleSource;
use super::equation;
use super::mistake::{Mistake, Piece};
use super::names::{did_you_mean, one_of};
use super::rule_file::{CheckFile, RoleFile, RuleFile, SameFile};
use super::rule_maker::choice;
use crate::model::rule::{
    Answer, CalendarCheck, Check, Equation, EquationCheck, Many, Presence, Question, Role, RoleKind, Shortfall, Sign,
};

/// The kind of a rule and its roles; nothing if no table names a kind, or several do.
pub fn check(file: &RuleSource, written: &RuleFile, mistakes: &mut Vec<Mistake>) -> Option<(Check, Vec<Role>)> {
    let kinds = [
        (&written.equation, Named::Equation),
        (&written.duration, Named::Duration),
        (&written.respectively, Named::Respectively),
        (&written.calendar, Named::Calendar),
        (&written.restatement, Named::Restatement),
    ];
    let mut named = kinds.into_iter().filter_map(|(table, kind)| table.as_ref().map(|table| (table, kind)));
    let (Some((table, kind)), None) = (named.next(), named.next()) else {
        let message = "A rule has one table that names its kind: `[equation]`, `[duration]`, `[respectively]`, `[calendar]` or `[restatement]`.";
        mistakes.push(Mistake::new(file, written.what.span(), message, "this rule has none or several"));
        return None;
    };
    let roles = roles(file, table, mistakes);
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

const KINDS: [(&str, RoleKind); 17] = [
    ("amount", RoleKind::Amount),
    ("money", RoleKind::Money),
    ("percent", RoleKind::Percent),
    ("points", RoleKind::Points),
    ("level", RoleKind::Level),
    ("times", RoleKind::Times),
    ("fraction", RoleKind::Fraction),
    ("rank", RoleKind::Rank),
    ("duration", RoleKind::Duration),
    ("time", RoleKind::Time),
    ("day", RoleKind::Day),
    ("quarter", RoleKind::Quarter),
    ("years", RoleKind::Years),
    ("clock", RoleKind::Clock),
    ("direction", RoleKind::Direction),
    ("names", RoleKind::Names),
    ("any", RoleKind::Any),
];

/// The roles in the order of the file, which the table has lost.
fn roles(file: &RuleSource, table: &CheckFile, mistakes: &mut Vec<Mistake>) -> Vec<Role> {
    let mut written: Vec<_> = table.roles.iter().collect();
    written.sort_by_key(|(name, _)| name.span().start);
    let names: Vec<&str> = written.iter().map(|(name, _)| name.get_ref().as_str()).collect();
    let role = |(name, role): &(&toml::Spanned<String>, &toml::Spanned<RoleFile>)| {
        let RoleFile { is, many, optional, sign, same } = role.get_ref();
        let sign = sign.as_ref().and_then(|sign| choice(file, sign, &[("direction", Sign::Direction)], "sign", mistakes));
        let (same_unit_as, same_noun_as) = same.as_ref().map_or((None, None), |same| shares(file, same, &names, mistakes));
        // A role of no known kind is told, and read on as any, so that the rest of the file is looked at too.
        let is = choice(file, is, &KINDS, "kind of role", mistakes).unwrap_or(RoleKind::Any);
        let many = if *many { Many::Several } else { Many::One };
        let presence = if *optional { Presence::Optional } else { Presence::Required };
        Role { name: name.get_ref().clone(), is, many, presence, sign: sign.unwrap_or(Sign::Printed), same_unit_as, same_noun_as }
    };
    written.iter().map(role).collect()
}

/// What roles can share.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shared {
    Unit,
    Noun,
}

/// The roles whose unit and whose counted thing a role shares.
fn shares(file: &RuleSource, same: &SameFile, names: &[&str], mistakes: &mut Vec<Mistake>) -> (Option<usize>, Option<usize>) {
    let known = [("unit", Shared::Unit), ("noun", Shared::Noun)];
    let shared: Vec<Shared> =
        same.shared.iter().filter_map(|shared| choice(file, shared, &known, "thing that roles share", mistakes)).collect();
    let other = Piece::new(file, &same.role);
    let found = names.iter().position(|name| *name == other.text);
    if found.is_none() {
        let message = format!("There is no role `{}` in this rule: expected {}.", other.text, one_of(names.iter().copied()));
        mistakes.push(other.mistake_of_all(message, "unknown role").help(did_you_mean(other.text, names.iter().copied())));
    }
    (found.filter(|_| shared.contains(&Shared::Unit)), found.filter(|_| shared.contains(&Shared::Noun)))
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
