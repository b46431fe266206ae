//! Which single slip would explain a broken relation.

use crate::model::claim::Claim;
use crate::model::interval::Interval;
use crate::model::number::Reading;
use crate::model::rational::Rational;
use crate::model::relation::{Binding, Checked, Relation, Verdict, Wording};
use crate::model::rule::{Many, Rule};
use crate::model::slip::{Edit, Slip};

use super::equation::Possible;
use super::slip;
use super::verdict;

/// How many of the numbers tried may be expected to fit by chance before a fit says nothing.
const CHANCE: (i128, i128) = (1, 5);

/// One slip that would explain a broken relation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// The slip.
    pub slip: Slip,
    /// The claim that is wrong, and what puts it right; nothing where two numbers or the direction are exchanged.
    pub edit: Option<(usize, Edit)>,
}

/// The slips that would explain a broken relation, and how many were tried.
#[derive(Clone, Debug, Default)]
pub struct Repairs {
    /// Those that explain it.
    pub found: Vec<Repair>,
    telling: usize,
    all: usize,
}

/// Tries every slip of the error model in every number of a relation.
pub fn repairs(checked: &Checked, rule: &Rule, claims: &[Claim], stated: usize) -> Repairs {
    let order: Vec<usize> = checked.binding.roles.iter().flatten().copied().collect();
    let players: Option<Vec<Claim>> = order.iter().map(|claim| claims.get(*claim).cloned()).collect();
    let Some(players) = players else { return Repairs::default() };
    let mut next = 0..;
    let roles = checked.binding.roles.iter().map(|role| role.iter().filter_map(|_| next.next()).collect()).collect();
    let bench = Bench { number: checked.rule, binding: Binding { roles, ..checked.binding.clone() }, rule, players, stated };
    let mut repairs = Repairs::default();
    for (place, claim) in order.iter().enumerate() {
        let Some(number) = bench.players.get(place).and_then(|player| player.number.as_ref()) else { continue };
        for right in slip::rights(number) {
            let mut players = bench.players.clone();
            if let Some(player) = players.get_mut(place) {
                player.number = Some(right.number);
            }
            let fits = bench.holds(&bench.binding, &players);
            repairs.add(right.slip, Some((*claim, right.edit)), fits);
        }
    }
    for (one, two) in bench.pairs() {
        let mut players = bench.players.clone();
        players.swap(one, two);
        let fits = bench.holds(&bench.binding, &players);
        repairs.add(Slip::FromTo, None, fits);
    }
    if checked.binding.direction != 0 {
        let turned = Binding { direction: -checked.binding.direction, ..bench.binding.clone() };
        let fits = bench.holds(&turned, &bench.players);
        repairs.add(Slip::UpDown, None, fits);
    }
    repairs
}

/// Whether a known slip explains a broken relation and chance would hardly.
pub fn explains(checked: &Checked, rule: &Rule, claims: &[Claim], stated: usize) -> bool {
    let found = repairs(checked, rule, claims, stated);
    let Some(odds) = odds(checked, rule, claims, stated) else { return false };
    let rare = |tried: usize| {
        let (most, of) = CHANCE;
        &(&odds * &Rational::whole(tried as i128)) * &Rational::whole(of) <= Rational::whole(most)
    };
    let telling = found.found.iter().any(|repair| repair.slip.is_telling());
    telling && rare(found.telling) || !found.found.is_empty() && rare(found.all)
}

/// How likely some number of the size of the stated one would fit: what would fit beside what might have been said.
fn odds(checked: &Checked, rule: &Rule, claims: &[Claim], stated: usize) -> Option<Rational> {
    let single = |role: usize| {
        let player = checked.binding.roles.get(role).filter(|players| players.len() == 1)?.first()?;
        Some((claims.get(*player)?.number.as_ref()?, checked.implied.get(role)?.as_ref()?))
    };
    let (number, implied) = single(stated).or_else(|| {
        let singles = rule.roles.iter().enumerate().filter(|(_, role)| role.many == Many::One);
        singles.map(|(role, _)| role).find_map(single)
    })?;
    let own = number.interval(Reading::Plausible, None);
    let width = |interval: &Interval| interval.width();
    let fits = &width(&implied.interval)? + &width(&own).unwrap_or_else(Rational::zero);
    // What might have been said lies between half and twice the number.
    (&fits * &Rational::whole(2)).divide(&(&number.value.abs() * &Rational::whole(3)))
}

impl Repairs {
    fn add(&mut self, slip: Slip, edit: Option<(usize, Edit)>, fits: Possible) {
        self.all += 1;
        self.telling += usize::from(slip.is_telling());
        if fits == Possible::Yes {
            self.found.push(Repair { slip, edit });
        }
    }
}

/// A relation with its claims by themselves, so that they can be changed.
struct Bench<'r> {
    number: usize,
    binding: Binding,
    rule: &'r Rule,
    players: Vec<Claim>,
    stated: usize,
}

impl Bench<'_> {
    fn holds(&self, binding: &Binding, players: &[Claim]) -> Possible {
        let relation = Relation { rule: self.number, readings: vec![binding.clone()] };
        let checked = verdict::plain(&relation, self.rule, players, self.stated);
        let holds = checked.is_some_and(|checked| checked.verdict == Verdict::Holds && checked.wording == Wording::Plain);
        if holds { Possible::Yes } else { Possible::No }
    }

    /// Two numbers of one unit in two single roles, which may have changed places.
    fn pairs(&self) -> Vec<(usize, usize)> {
        let single = |role: &Vec<usize>| if let [player] = role.as_slice() { Some(*player) } else { None };
        let singles: Vec<usize> = self.binding.roles.iter().filter_map(single).collect();
        let alike = |one: usize, two: usize| match (self.players.get(one), self.players.get(two)) {
            (Some(one), Some(two)) => one.kind == two.kind && one.unit.comparable(&two.unit),
            (Some(_), None) | (None, _) => false,
        };
        let mut found = Vec::new();
        for (place, one) in singles.iter().enumerate() {
            found.extend(singles.iter().skip(place + 1).filter(|two| alike(*one, **two)).map(|two| (*one, *two)));
        }
        found
    }
}
