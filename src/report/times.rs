//! Times told in words: what the calendar makes of a claim, and times that equations imply.

use super::Run;
use crate::model::calendar;
use crate::model::claim::{Claim, Kind};
use crate::model::clock::Style;
use crate::model::period::Moment;
use crate::model::rational::Rational;
use crate::model::relation::Checked;
use crate::model::rule::{Check, Question};
use crate::model::time_words::TimeWords;

impl Run<'_> {
    /// What the calendar answers to a rule's question, of a role: the real weekday, the months of a quarter, the time in
    /// the other zone. Nothing for rules that ask something else.
    pub(super) fn by_calendar(&self, checked: &Checked, role: usize) -> Option<String> {
        let claim = self.player(checked, role)?;
        let words = &self.rulebook.languages.get(claim.language)?.time;
        match self.rule(checked)?.check.question()? {
            Question::Years | Question::CompletedYears | Question::Order | Question::Existence => None,
            Question::Weekday => {
                let (_, real) = calendar::misnamed(claim.period.as_ref()?)?;
                name(&words.weekday_names, real).map(str::to_owned)
            }
            Question::Months => {
                let own = claim.period.as_ref()?;
                let ends = [own.first.month?, own.last.month?].map(|month| name(&words.month_names, month));
                let [first, last] = ends;
                Some(format!("{}–{}", first?, last?))
            }
            Question::Clock => {
                let (own, other) = (claim.clock?, self.other(checked, role)?.clock?);
                let minutes = *other.elsewhere(own.zone).first()?;
                let (hours, minutes) = (minutes / 60, minutes % 60);
                Some(match own.style {
                    Style::Digits => format!("{hours:02}{minutes:02}"),
                    Style::Colon | Style::HalfDay => format!("{hours:02}:{minutes:02}"),
                })
            }
        }
    }

    /// The only claim in another role.
    fn other<'s>(&'s self, checked: &'s Checked, role: usize) -> Option<&'s Claim> {
        (0..checked.binding.roles.len()).filter(|other| *other != role).find_map(|other| self.player(checked, other))
    }

    /// The day whose weekday is wrong, the weekday printed with it, and the nearest day that has it, as the text tells dates.
    pub(super) fn misnamed(&self, checked: &Checked, role: usize) -> Option<Misnamed> {
        let claim = self.player(checked, role)?;
        let words = &self.rulebook.languages.get(claim.language)?.time;
        let (day, real) = calendar::misnamed(claim.period.as_ref()?)?;
        let printed = self.words(claim, claim.span);
        let weekday = name(&words.weekday_names, day.weekday?)?.to_owned();
        let nearest = calendar::nearest(day, real, day.weekday?).map(|nearest| date(nearest, printed, words));
        Some(Misnamed { date: date(day, printed, words), weekday, nearest: nearest? })
    }

    /// A time that an equation implies for a claim, in the words that dates have: nothing for claims that are no times, and
    /// for years, which are told as numbers.
    pub(super) fn implied_time(&self, checked: &Checked, claim: &Claim, value: &Rational) -> Option<String> {
        let period = claim.period.as_ref().filter(|_| matches!(claim.kind, Kind::Date | Kind::Period))?;
        let words = &self.rulebook.languages.get(claim.language)?.time;
        let whole = i64::try_from(value.floor().to_whole()?).ok()?;
        let moment = match self.time_unit(checked)? {
            "day" => calendar::moment(whole)?,
            "week" => calendar::moment(whole.checked_mul(7)?)?,
            "month" => Moment::month(Some(i32::try_from(whole.div_euclid(12)).ok()?), u8::try_from(whole.rem_euclid(12) + 1).ok()?),
            _ => return None,
        };
        // It is told no more exactly than the claim is; a time without a year was laid in any year.
        let said = period.first;
        let moment = Moment {
            year: moment.year.filter(|_| said.year.is_some()),
            month: moment.month.filter(|_| said.month.is_some()),
            day: moment.day.filter(|_| said.day.is_some()),
            weekday: None,
        };
        Some(date(moment, self.words(claim, claim.span), words))
    }

    /// The normal name of the unit that a relation counts its times in.
    fn time_unit<'s>(&'s self, checked: &'s Checked) -> Option<&'s str> {
        match &self.rule(checked)?.check {
            Check::Equation(_) | Check::Respectively(_) | Check::Restatement(_) => None,
            Check::Duration(_) => {
                let claims = checked.binding.roles.iter().flatten().filter_map(|claim| self.claims.get(*claim));
                claims.into_iter().find(|claim| claim.kind == Kind::Duration).map(|claim| &*claim.unit.name)
            }
            Check::Calendar(check) => match check.asks {
                Question::Order => Some("day"),
                Question::Years | Question::CompletedYears => None,
                Question::Weekday | Question::Existence | Question::Months | Question::Clock => None,
            },
        }
    }
}

/// A day with a weekday that isn't its own.
pub struct Misnamed {
    /// The day.
    pub date: String,
    /// The weekday that is printed with it.
    pub weekday: String,
    /// The nearest day that has it.
    pub nearest: String,
}

fn name(names: &[Box<str>], number: u8) -> Option<&str> {
    names.get(usize::from(number).checked_sub(1)?).map(|name| &**name)
}

/// A day or month in the order in which the printed words have theirs; in digits if they have no name of a month.
fn date(moment: Moment, printed: &str, words: &TimeWords) -> String {
    let digits = |moment: Moment| match (moment.year, moment.month, moment.day) {
        (Some(year), Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
        (Some(year), Some(month), None) => format!("{year:04}-{month:02}"),
        (Some(year), None, None | Some(_)) => format!("{year}"),
        (None, Some(month), day) => format!("{month:02}-{:02}", day.unwrap_or_default()),
        (None, None, _) => String::new(),
    };
    let named = printed.char_indices().find(|(at, letter)| {
        let begins = printed.get(..*at).is_some_and(|before| !before.ends_with(char::is_alphabetic));
        letter.is_alphabetic() && begins && printed.get(*at..).is_some_and(|rest| words.months.longest(rest).is_some())
    });
    let (Some((place, _)), Some(month)) = (named, moment.month.and_then(|month| name(&words.month_names, month))) else {
        return digits(moment);
    };
    let month_first = printed.find(|letter: char| letter.is_ascii_digit()).is_none_or(|digit| place < digit);
    match (moment.day, moment.year, month_first) {
        (Some(day), Some(year), true) => format!("{month} {day}, {year}"),
        (Some(day), Some(year), false) => format!("{day} {month} {year}"),
        (Some(day), None, true) => format!("{month} {day}"),
        (Some(day), None, false) => format!("{day} {month}"),
        (None, Some(year), _) => format!("{month} {year}"),
        (None, None, _) => month.to_owned(),
    }
}
