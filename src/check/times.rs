//! Times laid on a scale, so that equations can reckon with them.

use crate::model::calendar;
use crate::model::claim::{Claim, Kind};
use crate::model::interval::{Bound, End, Interval};
use crate::model::number::{Hedge, Number};
use crate::model::period::{Moment, Part, Period};
use crate::model::rational::Rational;
use crate::model::rule::{Check, Question};
use crate::model::unit::{Dimension, Unit};

/// On what the times of a relation are laid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scale {
    /// On none: the rule reckons with numbers only.
    Unlaid,
    /// In units of the length that the relation states.
    Length(Box<Unit>),
    /// As the numbers of their years.
    Years,
    /// In years and their parts, of which only the complete ones count.
    CompletedYears,
    /// In days.
    Days,
}

/// The scale that a rule asks for; nothing if it takes a length to tell and there is none.
pub fn scale(check: &Check, players: &[&Claim]) -> Option<Scale> {
    match check {
        Check::Equation(_) | Check::Respectively(_) | Check::Restatement(_) => Some(Scale::Unlaid),
        Check::Duration(_) => {
            players.iter().find(|claim| claim.kind == Kind::Duration).map(|claim| Scale::Length(Box::new(claim.unit.clone())))
        }
        Check::Calendar(check) => match check.asks {
            Question::Years => Some(Scale::Years),
            Question::CompletedYears => Some(Scale::CompletedYears),
            Question::Order => Some(Scale::Days),
            Question::Weekday | Question::Existence | Question::Months | Question::Clock => None,
        },
    }
}

/// Whether a number is as exact as it is printed: years and editions are counted, not rounded, unless a word says so.
pub fn counts(number: &Number, scale: &Scale) -> bool {
    match scale {
        Scale::Years | Scale::CompletedYears => number.hedge == Hedge::None,
        Scale::Unlaid | Scale::Length(_) | Scale::Days => false,
    }
}

/// What a stated number covers on the scale: an age lasts until the next birthday.
pub fn lasting(number: Interval, scale: &Scale) -> Interval {
    match scale {
        Scale::CompletedYears => {
            let year = Interval::at_least(Rational::zero()).intersect(&Interval::below(Rational::one()));
            year.map_or_else(|| number.clone(), |year| number.add(&year))
        }
        Scale::Unlaid | Scale::Length(_) | Scale::Years | Scale::Days => number,
    }
}

/// What is implied as it is told: of completed years only whole ones.
pub fn told(implied: Interval, check: &Check) -> Interval {
    match check.question() {
        Some(Question::CompletedYears) => {
            let low = implied.low.map(|end| End { value: end.value.floor(), bound: Bound::Closed });
            let high = implied.high.map(|end| {
                let floor = end.value.floor();
                let reached = end.bound == Bound::Closed || floor != end.value;
                End { value: if reached { floor } else { &floor - &Rational::one() }, bound: Bound::Closed }
            });
            Interval { low, high }
        }
        Some(Question::Years | Question::Order | Question::Weekday | Question::Existence | Question::Months | Question::Clock) | None => {
            implied
        }
    }
}

/// The times of a relation of which none has a year: they are taken to follow each other.
#[derive(Default)]
pub struct Undated {
    last: Option<Moment>,
}

impl Undated {
    /// Where a time may lie; for a stretch from one time to another where each of the two may.
    pub fn times(&mut self, period: &Period, scale: &Scale) -> Option<Vec<Interval>> {
        let ends: &[Moment] =
            if period.first == period.last || period.part != Part::Whole { &[period.first] } else { &[period.first, period.last] };
        let yearless = ends.iter().all(|moment| moment.year.is_none() && moment.month.is_some());
        if !yearless {
            return match ends {
                [_] => Some(vec![time(period, scale)?]),
                _ => ends.iter().map(|moment| time(&Period::single(*moment), scale)).collect(),
            };
        }
        ends.iter().map(|moment| self.dated(*moment, period.part, scale)).collect()
    }

    /// Where a day of an unsaid year may lie: in the same year as the one before it, or in the next if it comes earlier in it.
    fn dated(&mut self, moment: Moment, part: Part, scale: &Scale) -> Option<Interval> {
        const COMMON: i32 = 2001;
        let (year, leap) = match self.last {
            None => (COMMON, false),
            Some(last) if (moment.month, moment.day) < (last.month, last.day) => (last.year? + 1, true),
            Some(last) => (last.year?, last.month <= Some(2) && moment.month > Some(2)),
        };
        let moment = Moment { year: Some(year), ..moment };
        self.last = Some(moment);
        let placed = time(&Period { part, ..Period::single(moment) }, scale)?;
        // There may be a 29 February between the two.
        let leap = leap && (*scale == Scale::Days || matches!(scale, Scale::Length(unit) if &*unit.name == "day"));
        Some(if leap { placed.add(&Interval::closed(Rational::zero(), Rational::one())) } else { placed })
    }
}

/// Where a time may lie on a scale.
fn time(period: &Period, scale: &Scale) -> Option<Interval> {
    let whole = |value: i64| Rational::whole(value.into());
    let between = |(low, high): (i64, i64)| Interval::closed(whole(low), whole(high));
    let years = || calendar::years(period).map(|(low, high)| between((low.into(), high.into())));
    match scale {
        Scale::Unlaid => None,
        Scale::Years => years(),
        Scale::CompletedYears => completed(period),
        Scale::Days => calendar::days(period).map(between),
        Scale::Length(unit) if unit.dimension != Dimension::Time => None,
        Scale::Length(unit) => match &*unit.name {
            "year" if period.first.month.is_none() && period.last.month.is_none() => years(),
            "year" => calendar::months(period).and_then(|span| coarser(span, 12)),
            "month" => calendar::months(period).map(between),
            "week" => calendar::days(period).and_then(|span| coarser(span, 7)),
            "day" => calendar::days(period).map(between),
            _ => None,
        },
    }
}

/// Where a time may lie in years, of which months and days are parts that keep their order: nobody is a year older before
/// the day of the month comes round. Of a time that is no single day its end is not reached.
fn completed(period: &Period) -> Option<Interval> {
    const MONTHS: i128 = 12;
    const DAYS: i128 = 31;
    if period.is_day() {
        calendar::days(period)?;
        let Moment { year: Some(year), month: Some(month), day: Some(day), .. } = period.first else { return None };
        let days = (i128::from(year) * MONTHS + i128::from(month) - 1) * DAYS + i128::from(day) - 1;
        return Rational::fraction(days, MONTHS * DAYS).map(Interval::point);
    }
    let (first, after) = match (calendar::months(period), calendar::years(period)) {
        (Some((first, last)), _) => (Rational::fraction(first.into(), MONTHS)?, Rational::fraction(i128::from(last) + 1, MONTHS)?),
        (None, Some((first, last))) => (Rational::whole(first.into()), Rational::whole(i128::from(last) + 1)),
        (None, None) => return None,
    };
    Interval::at_least(first).intersect(&Interval::below(after))
}

/// A span of months in years, or of days in weeks. Whole years between known months are rounded to the nearest, so each
/// end gets a quarter of slack.
fn coarser((low, high): (i64, i64), size: i128) -> Option<Interval> {
    let quarter = Rational::fraction(1, 4)?;
    let low = &Rational::fraction(low.into(), size)? - &quarter;
    Some(Interval::closed(low, &Rational::fraction(high.into(), size)? + &quarter))
}
