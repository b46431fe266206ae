//! The roles of a rule: what can play them, and how their claims go together.

use toml::Spanned;

use super::RuleSource;
use super::mistake::Mistake;
use super::mistake::Piece;
use super::names::{did_you_mean, one_of};
use super::rule_file::{CheckFile, RoleFile};
use super::rule_maker::choice;
use crate::model::rule::{Many, Presence, Role, RoleKind, Sign, Tie, TiedBy};
use crate::model::rulebook::Rulebook;
use crate::model::unit::Dimension;

const KINDS: [(&str, RoleKind); 19] = [
    ("amount", RoleKind::Amount),
    ("count", RoleKind::Count),
    ("rate", RoleKind::Rate),
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

const SAME: [(&str, TiedBy); 3] = [("unit", TiedBy::SameUnit), ("noun", TiedBy::SameNoun), ("per", TiedBy::SamePer)];

const DIFFERENT: [(&str, TiedBy); 2] = [("unit", TiedBy::OtherUnit), ("per", TiedBy::OtherPer)];

/// The roles in the order of the file, which the table has lost.
pub fn roles(file: &RuleSource, table: &CheckFile, rulebook: &Rulebook, mistakes: &mut Vec<Mistake>) -> Vec<Role> {
    let mut written: Vec<_> = table.roles.iter().collect();
    written.sort_by_key(|(name, _)| name.span().start);
    let names: Vec<&str> = written.iter().map(|(name, _)| name.get_ref().as_str()).collect();
    let role = |(name, role): &(&Spanned<String>, &Spanned<RoleFile>)| {
        let role = role.get_ref();
        let sign = role.sign.as_ref().and_then(|sign| choice(file, sign, &[("direction", Sign::Direction)], "sign", mistakes));
        // A role of no known kind is told, and read on as any, so that the rest of the file is looked at too.
        let is = choice(file, &role.is, &KINDS, "kind of role", mistakes).unwrap_or(RoleKind::Any);
        Role {
            name: name.get_ref().clone(),
            is,
            many: if role.many { Many::Several } else { Many::One },
            presence: if role.optional { Presence::Optional } else { Presence::Required },
            sign: sign.unwrap_or(Sign::Printed),
            measure: role.measure.as_ref().and_then(|measure| dimension(Piece::new(file, measure), rulebook, mistakes)),
            per: role.per.iter().map(|name| name.get_ref().clone()).collect(),
            ties: ties(file, role, &names, mistakes),
        }
    };
    written.iter().map(role).collect()
}

/// How a role goes together with others.
fn ties(file: &RuleSource, role: &RoleFile, names: &[&str], mistakes: &mut Vec<Mistake>) -> Vec<Tie> {
    let mut ties = Vec::new();
    if let Some(same) = &role.same {
        let other = other(Piece::new(file, &same.role), names, mistakes);
        for shared in &same.shared {
            let by = choice(file, shared, &SAME, "thing that roles share", mistakes);
            ties.extend(other.zip(by).map(|(other, by)| Tie { other, by }));
        }
    }
    if let Some(differ) = &role.differ {
        let other = other(Piece::new(file, &differ.from), names, mistakes);
        for differing in &differ.differing {
            let by = choice(file, differing, &DIFFERENT, "thing that roles differ in", mistakes);
            ties.extend(other.zip(by).map(|(other, by)| Tie { other, by }));
        }
    }
    let rate = role.divides.as_ref().and_then(|rate| other(Piece::new(file, rate), names, mistakes));
    ties.extend(rate.map(|other| Tie { other, by: TiedBy::Denominator }));
    ties
}

/// The number of the role of that name.
fn other(name: Piece<'_>, names: &[&str], mistakes: &mut Vec<Mistake>) -> Option<usize> {
    let found = names.iter().position(|known| *known == name.text);
    if found.is_none() {
        let message = format!("There is no role `{}` in this rule: expected {}.", name.text, one_of(names.iter().copied()));
        mistakes.push(name.mistake_of_all(message, "unknown role").help(did_you_mean(name.text, names.iter().copied())));
    }
    found
}

/// What a table of the units' file measures.
fn dimension(name: Piece<'_>, rulebook: &Rulebook, mistakes: &mut Vec<Mistake>) -> Option<Dimension> {
    let found = rulebook.dimensions.iter().find(|(known, _)| known == name.text).map(|(_, dimension)| dimension.clone());
    if found.is_none() {
        let known = || rulebook.dimensions.iter().map(|(known, _)| known.as_str());
        let message = format!("No unit measures `{}`: expected {}.", name.text, one_of(known()));
        mistakes.push(name.mistake_of_all(message, "unknown quantity").help(did_you_mean(name.text, known())));
    }
    found
}
