//! The numbers of a relation as intervals that can be reckoned with.

use crate::model::claim::{Claim, Kind};
use crate::model::interval::Interval;
use crate::model::number::Reading;
use crate::model::rational::Rational;
use crate::model::relation::Binding;
use crate::model::rule::{Check, Role, RoleKind, Rule, Sign, TiedBy};
use crate::model::unit::{Dimension, Unit};

use super::times::{self, Scale, Undated};

/// The roles of a relation with the intervals of their numbers.
#[derive(Clone, Debug)]
pub struct Values {
    /// For each role the intervals of its claims, signed and on one scale (percent as hundredths).
    pub roles: Vec<Vec<Interval>>,
    /// For each role what a unit of its claims as printed is on that scale, with its sign.
    pub scales: Vec<Rational>,
}

/// How the numbers of a relation are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// As what they may stand for.
    Read(Reading),
    /// Exactly as printed.
    Nominal,
}

/// The values of a relation, or nothing if a claim in it has no number that can be reckoned with.
///
/// `direction` is 1 or -1 where a direction word gives signs.
pub fn values(rule: &Rule, binding: &Binding, claims: &[Claim], direction: i8, take: Take) -> Option<Values> {
    let players: Vec<&Claim> = binding.roles.iter().flatten().filter_map(|claim| claims.get(*claim)).collect();
    let scale_of_times = times::scale(&rule.check, &players)?;
    let elided = elided_factor(&players);
    let mut calendar = Undated::default();
    let laid = scale_of_times != Scale::Unlaid;
    let mut roles = Vec::with_capacity(rule.roles.len());
    let mut scales = Vec::with_capacity(rule.roles.len());
    for (role, indexes) in rule.roles.iter().zip(&binding.roles) {
        if role.is == RoleKind::Direction {
            roles.push(vec![Interval::point(Rational::whole(direction.into()))]);
            scales.push(Rational::one());
            continue;
        }
        let sign = match role.sign {
            Sign::Direction if direction < 0 => Rational::whole(-1),
            Sign::Direction | Sign::Printed => Rational::one(),
        };
        let denominator = denominator_factor(role, binding, claims);
        let mut intervals = Vec::with_capacity(indexes.len());
        let mut scale = sign.clone();
        for claim in indexes.iter().map(|index| claims.get(*index)) {
            let claim = claim?;
            scale = &sign * &if laid { Rational::one() } else { unit_scale(claim, role, denominator.as_ref().or(elided.as_ref())) };
            let printed = match (&claim.number, &claim.period) {
                (Some(number), _) => {
                    let read = match take {
                        Take::Nominal => Interval::point(number.value.clone()),
                        Take::Read(_) if times::counts(number, &scale_of_times) => Interval::point(number.value.clone()),
                        Take::Read(reading) => number.interval(reading, grid(claim, &players).as_ref()),
                    };
                    vec![times::lasting(read, &scale_of_times)]
                }
                // Members of a list are only counted.
                (None, Some(_)) if matches!(rule.check, Check::Respectively(_)) => vec![Interval::point(Rational::zero())],
                (None, Some(period)) => calendar.times(period, &scale_of_times)?,
                (None, None) => return None,
            };
            intervals.extend(printed.iter().map(|interval| interval.multiply(&Interval::point(scale.clone()))));
        }
        roles.push(intervals);
        scales.push(scale);
    }
    Some(Values { roles, scales })
}

/// What one of a claim's unit is on the scale that equations reckon in.
fn unit_scale(claim: &Claim, role: &Role, elided: Option<&Rational>) -> Rational {
    let hundredth = Rational::fraction(1, 100).unwrap_or_else(Rational::one);
    match claim.kind {
        // "Two tablets of 40 mg": two of them are no milligrams.
        Kind::Amount if role.is == RoleKind::Count => Rational::one(),
        Kind::Amount | Kind::Money | Kind::Rate if role.is == RoleKind::Rate => rate_scale(&claim.unit),
        Kind::Percent | Kind::PercentagePoint => hundredth,
        // "1.4 points" beside percentages.
        Kind::Amount | Kind::Rate | Kind::Index if role.is == RoleKind::Points => hundredth,
        Kind::BasisPoint => &hundredth * &hundredth,
        // "35 hectares, or 16.4% of the island's 214": the unit is left out the second time.
        Kind::Amount if claim.unit.dimension == Dimension::Count && claim.unit.name.is_empty() => {
            elided.unwrap_or(&claim.unit.factor).clone()
        }
        Kind::Amount | Kind::Money | Kind::Rate | Kind::Index | Kind::Duration | Kind::Age => claim.unit.factor.clone(),
        Kind::Times | Kind::Ratio | Kind::Rank | Kind::Ordinal | Kind::Date | Kind::Period | Kind::Clock | Kind::Names => Rational::one(),
    }
}

/// What one of a rate is: "84 per 100,000" are 84 hundred-thousandths.
fn rate_scale(unit: &Unit) -> Rational {
    let per = unit.per.as_ref().map_or_else(Rational::one, |per| &per.size * &per.factor);
    unit.factor.divide(&per).unwrap_or_else(|| unit.factor.clone())
}

/// The factor of the denominator that a role counts, which a bare number of it is in too: "3,685 yuan per tonne for 38 million".
fn denominator_factor(role: &Role, binding: &Binding, claims: &[Claim]) -> Option<Rational> {
    let tie = role.ties.iter().find(|tie| tie.by == TiedBy::Denominator)?;
    let rate = claims.get(*binding.roles.get(tie.other)?.first()?)?;
    rate.unit.per.as_ref().map(|per| per.factor.clone())
}

/// The coarsest step among the figures of the same unit, which a rounder one beside them may share.
fn grid(claim: &Claim, players: &[&Claim]) -> Option<Rational> {
    let same = |other: &&&Claim| {
        let rates = other.unit.per.is_some() == claim.unit.per.is_some();
        rates && other.unit.dimension == claim.unit.dimension && other.unit.name == claim.unit.name
    };
    let alike = players.iter().filter(same);
    alike.filter_map(|other| other.number.as_ref()).map(|number| number.narrow_step(None)).max()
}

/// The factor of the first unit with one, which a number without any is in too.
fn elided_factor(players: &[&Claim]) -> Option<Rational> {
    let measured = |claim: &&&Claim| matches!(claim.unit.dimension, Dimension::Money | Dimension::Measure(_) | Dimension::Time);
    players.iter().find(measured).map(|claim| claim.unit.factor.clone())
}
