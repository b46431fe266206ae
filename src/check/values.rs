//! The numbers of a relation as intervals that can be reckoned with.

use crate::model::calendar;
use crate::model::claim::{Claim, Kind};
use crate::model::interval::Interval;
use crate::model::number::Reading;
use crate::model::period::{Moment, Part, Period};
use crate::model::rational::Rational;
use crate::model::relation::Binding;
use crate::model::rule::{Check, RoleKind, Rule, Sign};
use crate::model::unit::{Dimension, Unit};

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
    let clock = match rule.check {
        Check::Duration(_) => Some(players.iter().find(|claim| claim.kind == Kind::Duration)?.unit.clone()),
        Check::Equation(_) | Check::Respectively(_) | Check::Restatement(_) => None,
    };
    let elided = elided_factor(&players);
    let mut calendar = Undated::default();
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
        let mut intervals = Vec::with_capacity(indexes.len());
        let mut scale = sign.clone();
        for claim in indexes.iter().map(|index| claims.get(*index)) {
            let claim = claim?;
            scale = &sign * &if clock.is_some() { Rational::one() } else { unit_scale(claim, role.is, &elided) };
            let printed = match (&claim.number, &claim.period, &clock) {
                (Some(number), _, _) => match take {
                    Take::Nominal => vec![Interval::point(number.value.clone())],
                    Take::Read(reading) => vec![number.interval(reading, grid(claim, &players).as_ref())],
                },
                (None, Some(period), Some(clock)) => calendar.times(period, clock)?,
                (None, Some(_), None) | (None, None, _) => return None,
            };
            intervals.extend(printed.iter().map(|interval| interval.multiply(&Interval::point(scale.clone()))));
        }
        roles.push(intervals);
        scales.push(scale);
    }
    Some(Values { roles, scales })
}

/// What one of a claim's unit is on the scale that equations reckon in.
fn unit_scale(claim: &Claim, role: RoleKind, elided: &Option<Rational>) -> Rational {
    let hundredth = Rational::fraction(1, 100).unwrap_or_else(Rational::one);
    match claim.kind {
        Kind::Percent | Kind::PercentagePoint => hundredth,
        // "1.4 points" beside percentages.
        Kind::Amount | Kind::Rate | Kind::Index if role == RoleKind::Points => hundredth,
        Kind::BasisPoint => &hundredth * &hundredth,
        // "35 hectares, or 16.4% of the island's 214": the unit is left out the second time.
        Kind::Amount if claim.unit.dimension == Dimension::Count && claim.unit.name.is_empty() => {
            elided.clone().unwrap_or_else(|| claim.unit.factor.clone())
        }
        Kind::Amount | Kind::Money | Kind::Rate | Kind::Index | Kind::Duration | Kind::Age => claim.unit.factor.clone(),
        Kind::Times | Kind::Ratio | Kind::Rank | Kind::Ordinal | Kind::Date | Kind::Period => Rational::one(),
    }
}

/// The coarsest step among the figures of the same unit, which a rounder one beside them may share.
fn grid(claim: &Claim, players: &[&Claim]) -> Option<Rational> {
    let alike = players.iter().filter(|other| other.unit.dimension == claim.unit.dimension && other.unit.name == claim.unit.name);
    alike.filter_map(|other| other.number.as_ref()).map(|number| number.narrow_step(None)).max()
}

/// The factor of the first unit with one, which a number without any is in too.
fn elided_factor(players: &[&Claim]) -> Option<Rational> {
    let measured = |claim: &&&Claim| matches!(claim.unit.dimension, Dimension::Money | Dimension::Measure(_) | Dimension::Time);
    players.iter().find(measured).map(|claim| claim.unit.factor.clone())
}

/// The times of a relation of which none has a year: they are taken to follow each other.
#[derive(Default)]
struct Undated {
    last: Option<Moment>,
}

impl Undated {
    /// Where a time may lie; for a stretch from one time to another where each of the two may.
    fn times(&mut self, period: &Period, clock: &Unit) -> Option<Vec<Interval>> {
        let ends: &[Moment] =
            if period.first == period.last || period.part != Part::Whole { &[period.first] } else { &[period.first, period.last] };
        let yearless = ends.iter().all(|moment| moment.year.is_none() && moment.month.is_some());
        if !yearless {
            return match ends {
                [_] => Some(vec![time(period, clock)?]),
                _ => ends.iter().map(|moment| time(&Period::single(*moment), clock)).collect(),
            };
        }
        ends.iter().map(|moment| self.dated(*moment, period.part, clock)).collect()
    }

    /// Where a day of an unsaid year may lie: in the same year as the one before it, or in the next if it comes earlier in it.
    fn dated(&mut self, moment: Moment, part: Part, clock: &Unit) -> Option<Interval> {
        const COMMON: i32 = 2001;
        let (year, leap) = match self.last {
            None => (COMMON, false),
            Some(last) if (moment.month, moment.day) < (last.month, last.day) => (last.year? + 1, true),
            Some(last) => (last.year?, last.month <= Some(2) && moment.month > Some(2)),
        };
        let moment = Moment { year: Some(year), ..moment };
        self.last = Some(moment);
        let placed = time(&Period { part, ..Period::single(moment) }, clock)?;
        // There may be a 29 February between the two.
        let leap = leap && &*clock.name == "day";
        Some(if leap { placed.add(&Interval::closed(Rational::zero(), Rational::one())) } else { placed })
    }
}

/// Where a time may lie, counted in the unit of a duration.
fn time(period: &Period, clock: &Unit) -> Option<Interval> {
    if clock.dimension != Dimension::Time {
        return None;
    }
    let whole = |value: i64| Rational::whole(value.into());
    let between = |(low, high): (i64, i64)| Interval::closed(whole(low), whole(high));
    match &*clock.name {
        "year" if period.first.month.is_none() && period.last.month.is_none() => {
            calendar::years(period).map(|(low, high)| between((low.into(), high.into())))
        }
        "year" => calendar::months(period).and_then(|span| coarser(span, 12)),
        "month" => calendar::months(period).map(between),
        "week" => calendar::days(period).and_then(|span| coarser(span, 7)),
        "day" => calendar::days(period).map(between),
        _ => None,
    }
}

/// A span of months in years, or of days in weeks. Whole years between known months are rounded to the nearest, so each
/// end gets a quarter of slack.
fn coarser((low, high): (i64, i64), size: i128) -> Option<Interval> {
    let quarter = Rational::fraction(1, 4)?;
    let low = &Rational::fraction(low.into(), size)? - &quarter;
    Some(Interval::closed(low, &Rational::fraction(high.into(), size)? + &quarter))
}
