//! Which claims can play which role.

use crate::model::claim::{Claim, Kind};
use crate::model::number::Number;
use crate::model::rational::Rational;
use crate::model::rule::{Presence, Role, RoleKind, Rule, Tie, TiedBy};
use crate::model::unit::{Dimension, Unit};

/// The normal name of the unit of scores and indices.
const POINT: &str = "point";

/// Whether a claim is of the kind that a role asks for.
pub fn fits(claim: &Claim, role: &Role) -> bool {
    let kind = match role.is {
        RoleKind::Amount => is_amount(claim.kind),
        RoleKind::Count => claim.kind == Kind::Amount && claim.unit.dimension == Dimension::Count && claim.unit.per.is_none(),
        RoleKind::Rate => claim.unit.per.is_some(),
        RoleKind::Money => claim.kind == Kind::Money,
        RoleKind::Percent => claim.kind == Kind::Percent,
        // Beside percentages "1.4 points" are percentage points; beside scores the role isn't asked for.
        RoleKind::Points => matches!(claim.kind, Kind::PercentagePoint | Kind::BasisPoint) || &*claim.unit.name == POINT,
        RoleKind::Level => is_amount(claim.kind) || claim.kind == Kind::Percent,
        RoleKind::Times => claim.kind == Kind::Times,
        RoleKind::Fraction => claim.number.as_ref().is_some_and(|number| number.is_simple_fraction(claim.kind)),
        RoleKind::Rank => matches!(claim.kind, Kind::Rank | Kind::Ordinal),
        RoleKind::Duration => claim.kind == Kind::Duration,
        RoleKind::Time => matches!(claim.kind, Kind::Date | Kind::Period),
        RoleKind::Day => claim.period.as_ref().is_some_and(|period| is_time(claim.kind) && period.first.day.is_some()),
        RoleKind::Quarter => claim.period.as_ref().is_some_and(|period| period.numbered.is_some()),
        RoleKind::Years => is_years(claim),
        RoleKind::Clock => claim.kind == Kind::Clock,
        RoleKind::Direction => false,
        RoleKind::Names => claim.kind == Kind::Names,
        RoleKind::Any => !matches!(claim.kind, Kind::Names | Kind::Clock),
    };
    let per = || claim.unit.per.as_ref().is_some_and(|per| role.per.iter().any(|name| **name == *per.name));
    kind && role.measure.as_ref().is_none_or(|measure| *measure == claim.unit.dimension) && (role.per.is_empty() || per())
}

fn is_amount(kind: Kind) -> bool {
    match kind {
        Kind::Amount | Kind::Money | Kind::Rate | Kind::Index => true,
        Kind::Duration | Kind::Age => true,
        Kind::Percent | Kind::PercentagePoint | Kind::BasisPoint | Kind::Times | Kind::Ratio => false,
        Kind::Rank | Kind::Ordinal | Kind::Date | Kind::Period | Kind::Clock | Kind::Names => false,
    }
}

/// The normal name of the unit that ages are counted in.
const YEAR: &str = "year";

/// Whether a claim says a number of years, or only a number, which may be an age.
fn is_years(claim: &Claim) -> bool {
    let bare = claim.kind == Kind::Amount && claim.unit == Unit::none();
    bare || matches!(claim.kind, Kind::Age | Kind::Duration) && &*claim.unit.name == YEAR
}

/// Whether a claim speaks of a time rather than a number.
pub fn is_time(kind: Kind) -> bool {
    match kind {
        Kind::Date | Kind::Period | Kind::Clock => true,
        Kind::Amount | Kind::Money | Kind::Percent | Kind::PercentagePoint | Kind::BasisPoint | Kind::Times => false,
        Kind::Ratio | Kind::Rate | Kind::Rank | Kind::Ordinal | Kind::Index | Kind::Duration | Kind::Age | Kind::Names => false,
    }
}

/// Whether the claims in every role go together as the rule wants them to.
pub fn units_agree(rule: &Rule, roles: &[Vec<usize>], claims: &[Claim]) -> bool {
    let agree = |tie: &Tie, players: &[usize]| {
        let others = roles.get(tie.other).map_or(&[][..], Vec::as_slice);
        players.iter().all(|player| {
            others.iter().all(|other| match (claims.get(*player), claims.get(*other)) {
                (Some(one), Some(two)) => tied(tie.by, one, two),
                (Some(_), None) | (None, Some(_)) | (None, None) => false,
            })
        })
    };
    rule.roles.iter().zip(roles).all(|(role, players)| role.ties.iter().all(|tie| agree(tie, players)))
}

fn tied(by: TiedBy, one: &Claim, two: &Claim) -> bool {
    match by {
        TiedBy::SameUnit => same_unit(one, two),
        TiedBy::SameNoun => same_noun(one, two),
        TiedBy::SamePer => same_per(one, two),
        TiedBy::OtherUnit => other_unit(&one.unit, &two.unit),
        TiedBy::OtherPer => one.unit.per.is_some() && two.unit.per.is_some() && !same_per(one, two),
        TiedBy::Denominator => two.unit.per.as_ref().is_some_and(|per| per.divides(&one.unit)),
    }
}

/// Whether two rates have one denominator; what is no rate has none.
fn same_per(one: &Claim, two: &Claim) -> bool {
    match (&one.unit.per, &two.unit.per) {
        (Some(one), Some(two)) => one.name == two.name && one.size == two.size,
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

/// Whether two units are two measures or two currencies: kilograms and pounds, yuan and dollars. Things counted by two
/// names are two things.
pub fn other_unit(one: &Unit, two: &Unit) -> bool {
    let measured = match (&one.dimension, &two.dimension) {
        (Dimension::Measure(_), Dimension::Measure(_)) => true,
        (Dimension::Money, Dimension::Money) | (Dimension::Time, Dimension::Time) => true,
        (
            Dimension::Count
            | Dimension::Money
            | Dimension::Share
            | Dimension::Points
            | Dimension::Times
            | Dimension::Time
            | Dimension::Measure(_),
            _,
        ) => false,
    };
    measured && one.name != two.name
}

/// Whether two numbers are in units that can be added or compared; one may leave its unit unsaid ("18 nights, seven fewer
/// than the usual 11"), but a number of quite another size counts something else.
fn same_unit(one: &Claim, two: &Claim) -> bool {
    let bare = |claim: &Claim| claim.unit.dimension == Dimension::Count && claim.unit.name.is_empty() && claim.unit.per.is_none();
    let far = match (bare(one), bare(two)) {
        (true, true) | (false, false) => return one.unit.comparable(&two.unit),
        (true, false) => farthest(two),
        (false, true) => farthest(one),
    };
    let sizes = one.number.as_ref().zip(two.number.as_ref());
    let alike = |(one, two): (&Number, &Number)| {
        let (one, two, far) = (one.value.abs(), two.value.abs(), Rational::whole(far));
        &one * &far >= two && &two * &far >= one
    };
    match far {
        0 => one.unit.comparable(&two.unit),
        _ => sizes.is_some_and(alike) && (one.kind == Kind::Duration || two.kind == Kind::Duration || one.unit.comparable(&two.unit)),
    }
}

/// How many times as large a bare number may be as one with this unit; nought where the unit sets no bound.
fn farthest(claim: &Claim) -> i128 {
    match claim.unit.dimension {
        Dimension::Money | Dimension::Measure(_) => 10_000,
        // Days and hours are told like other numbers; weeks and years mostly tell when.
        Dimension::Time if claim.unit.factor < Rational::whole(7) => 20,
        Dimension::Time => 0,
        Dimension::Count | Dimension::Share | Dimension::Points | Dimension::Times => 0,
    }
}

/// Whether two numbers count the same thing, as far as both say what.
fn same_noun(one: &Claim, two: &Claim) -> bool {
    one.unit.name.is_empty() || two.unit.name.is_empty() || one.unit.name == two.unit.name
}

/// Whether there are claims for all roles of a rule.
pub fn playable(rule: &Rule, claims: &[&Claim]) -> bool {
    let wanted = |role: &&Role| role.is != RoleKind::Direction && role.presence == Presence::Required;
    let singles = rule.roles.iter().filter(wanted).count();
    claims.len() >= singles.min(2) && rule.roles.iter().filter(wanted).all(|role| claims.iter().any(|claim| fits(claim, role)))
}
