//! What becomes of one relation.

use crate::model::claim::Claim;
use crate::model::interval::Interval;
use crate::model::number::Reading;
use crate::model::rational::Rational;
use crate::model::relation::{Binding, Checked, Completeness, Gap, Implied, Relation, Verdict, Wording};
use crate::model::rule::{Check, Comparison, Equation, Licence, Many, Presence, Role, RoleKind, Rule, Shortfall, Sign};

use super::calendar;
use super::equation::{self, Possible};
use super::repair;
use super::shortfall;
use super::times;
use super::values::{Take, Values, values};

/// Checks a relation in all its readings and keeps the kindest.
pub fn judge(relation: &Relation, rule: &Rule, claims: &[Claim], stated: usize) -> Option<Checked> {
    let judged = relation.readings.iter().flat_map(|binding| {
        let mut read = read(relation.rule, binding, rule, claims, stated);
        if rule.phrases.get(binding.phrase).is_some_and(|phrase| phrase.licence == Licence::Likely) {
            read.iter_mut().for_each(|checked| soften(checked, rule, claims, stated));
        }
        read
    });
    kindest(judged, rule)
}

/// Checks a relation as if its words tied it for certain.
pub fn plain(relation: &Relation, rule: &Rule, claims: &[Claim], stated: usize) -> Option<Checked> {
    kindest(relation.readings.iter().flat_map(|binding| read(relation.rule, binding, rule, claims, stated)), rule)
}

/// Where the words only may tie the numbers, a contradiction counts if a slip explains it, and never as an error.
fn soften(checked: &mut Checked, rule: &Rule, claims: &[Claim], stated: usize) {
    match checked.verdict {
        Verdict::Broken(Gap::Hard | Gap::Plausible) if repair::explains(checked, rule, claims, stated) => {
            checked.verdict = Verdict::Broken(Gap::Plausible);
        }
        Verdict::Broken(_) => checked.verdict = Verdict::NotAsked,
        Verdict::Holds | Verdict::Vacuous | Verdict::CannotTell | Verdict::NotAsked => {}
    }
}

fn kindest(judged: impl Iterator<Item = Checked>, rule: &Rule) -> Option<Checked> {
    // A reading that the rule doesn't ask for (a whole that is too small to be one) is none, if there are others.
    // Of equally kind readings the first counts: phrases are tried in the order of the rule's file, nearest numbers first.
    let kind = |checked: &Checked| (checked.verdict == Verdict::NotAsked, severity(&checked.verdict, checked.wording));
    if !is_bound(rule) {
        return judged.min_by_key(kind);
    }
    let judged: Vec<Checked> = judged.collect();
    judged.iter().filter(|checked| !judged.iter().any(|other| outdoes(other, checked))).min_by_key(|checked| kind(checked)).cloned()
}

/// Whether a rule only sets a bound on a list.
fn is_bound(rule: &Rule) -> bool {
    let bounds = |equation: &Equation| matches!(equation.comparison, Comparison::AtMost | Comparison::AtLeast);
    rule.roles.iter().any(|role| role.many == Many::Several) && rule.check.equations().any.iter().all(bounds)
}

/// Whether a reading has all numbers of another of the same phrase, and more: parts stay below their whole the more easily the
/// more of them are passed over, which is no charity.
fn outdoes(more: &Checked, few: &Checked) -> bool {
    let numbers = |checked: &Checked| checked.binding.roles.iter().map(Vec::len).sum::<usize>();
    let within = |few: &Vec<usize>, more: &Vec<usize>| few.iter().all(|player| more.contains(player));
    let told = match more.verdict {
        Verdict::Holds | Verdict::Broken(_) => true,
        Verdict::Vacuous | Verdict::CannotTell | Verdict::NotAsked => false,
    };
    told && more.binding.phrase == few.binding.phrase
        && numbers(more) > numbers(few)
        && few.binding.roles.iter().zip(&more.binding.roles).all(|(few, more)| within(few, more))
}

fn severity(verdict: &Verdict, wording: Wording) -> u8 {
    match (verdict, wording) {
        (Verdict::Holds, Wording::Plain) => 0,
        (Verdict::Holds, Wording::Loose) => 1,
        (Verdict::Vacuous, _) => 2,
        (Verdict::CannotTell | Verdict::NotAsked, _) => 3,
        (Verdict::Broken(Gap::Expected), _) => 4,
        (Verdict::Broken(Gap::Plausible), _) => 5,
        (Verdict::Broken(Gap::Hard), _) => 6,
    }
}

/// One reading, once for every equation and for every sign that the words allow.
fn read(number: usize, binding: &Binding, rule: &Rule, claims: &[Claim], stated: usize) -> Vec<Checked> {
    if let Some(verdict) = rule.check.question().and_then(|question| calendar::answer(question, binding, claims)) {
        let implied = vec![None; rule.roles.len()];
        return vec![Checked { rule: number, binding: binding.clone(), equation: 0, verdict, wording: Wording::Plain, implied }];
    }
    let signed = rule.roles.iter().any(|role| role.sign == Sign::Direction || role.is == RoleKind::Direction);
    let directions: &[i8] = match binding.direction {
        0 if signed => &[1, -1],
        0 => &[1],
        1.. => &[1],
        ..=-1 => &[-1],
    };
    let mut found = Vec::new();
    for direction in directions {
        for (place, wanted) in rule.check.equations().any.iter().enumerate() {
            if !asked(wanted, rule, binding) {
                continue;
            }
            let wanted = match binding.completeness {
                Completeness::NoList | Completeness::Complete => wanted.clone(),
                Completeness::Open => equation::loosened(wanted),
            };
            let case = Case { rule, binding, claims, direction: *direction, stated };
            // Of a list that can't be counted there is nothing to tell, and nothing to hold against the text.
            let (verdict, wording) = case.judge(&wanted).unwrap_or((Verdict::CannotTell, Wording::Plain));
            let binding = Binding { direction: *direction, ..binding.clone() };
            found.push(Checked { rule: number, binding, equation: place, verdict, wording, implied: case.implied(&wanted) });
        }
    }
    match rule.check {
        // Whether both ends of a stretch belong to it is open, so its length is "19 to 20 months".
        Check::Duration(_) | Check::Calendar(_) => joined(found),
        Check::Equation(_) | Check::Respectively(_) | Check::Restatement(_) => found,
    }
}

/// Whether all roles that an equation names are played; only optional ones can be open.
fn asked(equation: &Equation, rule: &Rule, binding: &Binding) -> bool {
    let open = |(number, role): (usize, &Role)| {
        role.presence == Presence::Optional && binding.roles.get(number).is_none_or(Vec::is_empty) && equation::names(equation, number)
    };
    !rule.roles.iter().enumerate().any(open)
}

/// The same relations, each with what all of their equations together make of its numbers.
fn joined(mut found: Vec<Checked>) -> Vec<Checked> {
    let Some(roles) = found.first().map(|first| first.implied.len()) else { return found };
    for role in 0..roles {
        let all: Option<Vec<&Implied>> = found.iter().map(|checked| checked.implied.get(role)?.as_ref()).collect();
        let hull = all.and_then(|all| all.into_iter().map(|implied| implied.interval.clone()).reduce(|one, two| one.hull(&two)));
        let Some(interval) = hull else { continue };
        for implied in found.iter_mut().filter_map(|checked| checked.implied.get_mut(role)?.as_mut()) {
            implied.interval.clone_from(&interval);
            implied.nominal = implied.nominal.take().filter(|nominal| interval == Interval::point(nominal.clone()));
        }
    }
    found
}

struct Case<'a> {
    rule: &'a Rule,
    binding: &'a Binding,
    claims: &'a [Claim],
    direction: i8,
    stated: usize,
}

impl Case<'_> {
    fn values(&self, take: Take) -> Option<Values> {
        values(self.rule, self.binding, self.claims, self.direction, take)
    }

    fn judge(&self, wanted: &Equation) -> Option<(Verdict, Wording)> {
        let equations = self.rule.check.equations();
        let plausible = self.values(Take::Read(Reading::Plausible))?;
        if !equations.requires.iter().all(|required| equation::certain(required, &plausible)) {
            return Some((Verdict::NotAsked, Wording::Plain));
        }
        let verdict = self.compare(wanted)?;
        if let Some(tolerated) = &equations.tolerated {
            let fits = self.fits_as_printed(wanted);
            let loosely = self.fits_as_printed(tolerated);
            if fits == Possible::No && loosely == Possible::Yes {
                return Some((Verdict::Holds, Wording::Loose));
            }
            if matches!(verdict, Verdict::Broken(_)) && !matches!(self.compare(tolerated)?, Verdict::Broken(_)) {
                return Some((Verdict::Holds, Wording::Loose));
            }
        }
        let short = equations.shortfall == Shortfall::Explained && verdict == Verdict::Holds;
        let short = if short { shortfall::explained(self.binding, self.rule, self.claims) } else { None };
        let verdict = match short {
            Some(gap) => Verdict::Broken(gap),
            None if verdict == Verdict::Holds && self.says_nothing(wanted) => Verdict::Vacuous,
            None => verdict,
        };
        Some((verdict, Wording::Plain))
    }

    fn compare(&self, wanted: &Equation) -> Option<Verdict> {
        for (reading, gap) in [(Reading::Hard, Gap::Hard), (Reading::Plausible, Gap::Plausible), (Reading::Expected, Gap::Expected)] {
            match equation::possible(wanted, &self.values(Take::Read(reading))?) {
                Possible::Yes => {}
                Possible::No => return Some(Verdict::Broken(gap)),
                Possible::Unknown => return Some(Verdict::CannotTell),
            }
        }
        Some(Verdict::Holds)
    }

    /// Whether the equation fits with all figures exactly as printed, but for the stated one, which is rounded.
    fn fits_as_printed(&self, wanted: &Equation) -> Possible {
        let (Some(mut nominal), Some(read)) = (self.values(Take::Nominal), self.values(Take::Read(Reading::Plausible))) else {
            return Possible::Unknown;
        };
        if let (Some(target), Some(source)) = (nominal.roles.get_mut(self.stated), read.roles.get(self.stated)) {
            target.clone_from(source);
        }
        equation::possible(wanted, &nominal)
    }

    /// Whether the other figures are so coarse that they would allow most of what might have been stated.
    fn says_nothing(&self, wanted: &Equation) -> bool {
        if wanted.comparison != Comparison::Equal {
            return false;
        }
        let Some(stated) = self.values(Take::Nominal).and_then(|values| values.roles.get(self.stated)?.first()?.low.clone()) else {
            return false;
        };
        // A hedge is taken as readers take it: "more than 15,000" is less than 16,000, not any number above.
        let expected = self.values(Take::Read(Reading::Expected));
        let Some(implied) = expected.and_then(|values| equation::solve(wanted, self.stated, 0, &values)) else { return false };
        let span = Interval::closed(&stated.value * &Rational::half(), &stated.value * &Rational::whole(2));
        let shared = span.intersect(&implied).and_then(|shared| shared.width());
        match (shared, span.width()) {
            (Some(shared), Some(span)) => !span.is_zero() && &shared * &Rational::whole(2) > span,
            (Some(_), None) | (None, Some(_)) | (None, None) => false,
        }
    }

    /// What each number would have to be, as its claim prints it.
    fn implied(&self, wanted: &Equation) -> Vec<Option<Implied>> {
        let read = self.values(Take::Read(Reading::Plausible));
        let nominal = self.values(Take::Nominal);
        let one = |role: usize| -> Option<Implied> {
            let read = read.as_ref()?;
            if read.roles.get(role)?.len() != 1 {
                return None;
            }
            let back = Interval::point(Rational::one().divide(read.scales.get(role)?)?);
            let told = |implied: Interval| times::told(implied.multiply(&back), &self.rule.check);
            let interval = told(equation::solve(wanted, role, 0, read)?);
            let exactly = nominal.as_ref().and_then(|values| equation::solve(wanted, role, 0, values));
            let point = |interval: Interval| match (interval.low, interval.high) {
                (Some(low), Some(high)) if low.value == high.value => Some(low.value),
                (Some(_), _) | (None, _) => None,
            };
            Some(Implied { nominal: exactly.map(told).and_then(point), interval })
        };
        (0..self.rule.roles.len()).map(one).collect()
    }
}
