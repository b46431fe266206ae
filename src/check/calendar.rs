//! What the calendar itself answers: weekdays, days that don't exist, months of a quarter, the same moment in two zones.

use crate::model::calendar::{self, Existence};
use crate::model::claim::Claim;
use crate::model::period::{Calendar, Moment, Period};
use crate::model::relation::{Binding, Gap, Verdict};
use crate::model::rule::Question;

/// The answer to a question about the times that play the roles; nothing where equations answer it.
pub fn answer(question: Question, binding: &Binding, claims: &[Claim]) -> Option<Verdict> {
    let players: Vec<&Claim> = binding.roles.iter().flatten().filter_map(|claim| claims.get(*claim)).collect();
    let periods: Vec<&Period> = players.iter().filter_map(|claim| claim.period.as_ref()).collect();
    match question {
        Question::Years | Question::CompletedYears | Question::Order => None,
        Question::Weekday => Some(periods.first().map_or(Verdict::CannotTell, |period| weekday(period))),
        Question::Existence => Some(periods.first().map_or(Verdict::CannotTell, |period| existence(period))),
        Question::Months => Some(same_months(&periods)),
        Question::Clock => Some(same_moment(&players)),
    }
}

/// Whether the days at both ends have the weekdays that are printed beside them.
fn weekday(period: &Period) -> Verdict {
    if period.first.weekday.or(period.last.weekday).is_none() {
        return Verdict::NotAsked;
    }
    if calendar::misnamed(period).is_some() {
        return Verdict::Broken(Gap::Hard);
    }
    let known = |moment: Moment| moment.weekday.is_none() || calendar::weekday(moment).is_some();
    if known(period.first) && known(period.last) || calendar::named_apart(period) { Verdict::Holds } else { Verdict::CannotTell }
}

/// Whether the days at both ends are in the calendar. That they are says nothing of the text.
fn existence(period: &Period) -> Verdict {
    let impossible = |moment: Moment| calendar::exists(moment) == Existence::Impossible;
    match period.calendar {
        Calendar::Civil if impossible(period.first) || impossible(period.last) => Verdict::Broken(Gap::Hard),
        Calendar::Civil | Calendar::Other => Verdict::NotAsked,
    }
}

/// Whether a quarter or half that is told by its number has the months that are named beside it.
fn same_months(periods: &[&Period]) -> Verdict {
    let [one, other] = periods else { return Verdict::CannotTell };
    let numbered = [one, other].iter().filter(|period| period.numbered.is_some()).count();
    let months = |period: &Period| period.first.month.zip(period.last.month);
    let years = |period: &Period| period.first.year.zip(period.last.year);
    let named = [one, other].iter().all(|period| period.first.day.is_none() && period.first.month != period.last.month);
    let civil = one.calendar == Calendar::Civil && other.calendar == Calendar::Civil;
    // A quarter beside the months of another year is held against them.
    let same_year = years(one).zip(years(other)).is_none_or(|(one, other)| one == other);
    match (months(one), months(other)) {
        (Some(one), Some(other)) if numbered == 1 && named && civil && same_year => {
            if one == other {
                Verdict::Holds
            } else {
                Verdict::Broken(Gap::Hard)
            }
        }
        (_, _) => Verdict::NotAsked,
    }
}

/// Whether two times of day in their zones may be the same moment.
fn same_moment(players: &[&Claim]) -> Verdict {
    let [Some(one), Some(other)] = [0, 1].map(|place| players.get(place).and_then(|claim| claim.clock)) else {
        return Verdict::CannotTell;
    };
    if one.zone == other.zone {
        return Verdict::NotAsked;
    }
    if one.elsewhere(other.zone).contains(&other.minutes) { Verdict::Holds } else { Verdict::Broken(Gap::Hard) }
}
