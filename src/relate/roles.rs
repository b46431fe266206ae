//! Which claims can play which role.

use crate::model::claim::{Claim, Kind};
use crate::model::rule::{Role, RoleKind, Rule};

/// Whether a claim is of the kind that a role asks for.
pub fn fits(claim: &Claim, role: &Role) -> bool {
    match role.is {
        RoleKind::Amount => is_amount(claim.kind),
        RoleKind::Money => claim.kind == Kind::Money,
        RoleKind::Percent => claim.kind == Kind::Percent,
        RoleKind::Points => matches!(claim.kind, Kind::PercentagePoint | Kind::BasisPoint),
        RoleKind::Level => is_amount(claim.kind) || claim.kind == Kind::Percent,
        RoleKind::Times => claim.kind == Kind::Times,
        RoleKind::Fraction => claim.number.as_ref().is_some_and(|number| number.is_simple_fraction(claim.kind)),
        RoleKind::Rank => matches!(claim.kind, Kind::Rank | Kind::Ordinal),
        RoleKind::Duration => claim.kind == Kind::Duration,
        RoleKind::Time => is_time(claim.kind),
        RoleKind::Direction => false,
        RoleKind::Any => claim.number.is_some(),
    }
}

fn is_amount(kind: Kind) -> bool {
    match kind {
        Kind::Amount | Kind::Money | Kind::Rate | Kind::Index => true,
        Kind::Duration | Kind::Age => true,
        Kind::Percent | Kind::PercentagePoint | Kind::BasisPoint | Kind::Times | Kind::Ratio => false,
        Kind::Rank | Kind::Ordinal | Kind::Date | Kind::Period => false,
    }
}

/// Whether a claim speaks of a time rather than a number.
pub fn is_time(kind: Kind) -> bool {
    match kind {
        Kind::Date | Kind::Period => true,
        Kind::Amount | Kind::Money | Kind::Percent | Kind::PercentagePoint | Kind::BasisPoint | Kind::Times => false,
        Kind::Ratio | Kind::Rate | Kind::Rank | Kind::Ordinal | Kind::Index | Kind::Duration | Kind::Age => false,
    }
}

/// Whether the claims in every role share the unit that the rule wants them to share.
pub fn units_agree(rule: &Rule, roles: &[Vec<usize>], claims: &[Claim]) -> bool {
    rule.roles.iter().zip(roles).all(|(role, players)| {
        let Some(others) = role.same_unit_as.and_then(|other| roles.get(other)) else { return true };
        players.iter().all(|player| {
            others.iter().all(|other| match (claims.get(*player), claims.get(*other)) {
                (Some(one), Some(two)) => one.unit.comparable(&two.unit),
                (Some(_), None) | (None, Some(_)) | (None, None) => false,
            })
        })
    })
}
