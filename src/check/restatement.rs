//! Whether the numbers of one fact agree.
//!
//! Two figures that are written equally finely, and neither hedged, must be equal; others must leave room for one value that
//! both may stand for.

use crate::model::claim::Claim;
use crate::model::number::{Hedge, Number, Reading};
use crate::model::relation::{Checked, Gap, Implied, Relation, Verdict, Wording};
use crate::model::rule::{Many, Rule};

/// Checks the places of one fact; nothing if there is only one.
pub fn judge(relation: &Relation, rule: &Rule, claims: &[Claim]) -> Option<Checked> {
    let binding = relation.readings.first()?;
    let players = |many: Many| {
        let roles = rule.roles.iter().zip(&binding.roles).filter(move |(role, _)| role.many == many);
        roles.flat_map(|(_, players)| players).filter_map(|claim| claims.get(*claim)?.number.as_ref())
    };
    let here = players(Many::One).next()?;
    let there: Vec<&Number> = players(Many::Several).collect();
    let gap = there.iter().filter_map(|there| gap(there, here)).max();
    let verdict = match (gap, there.is_empty()) {
        (_, true) => return None,
        (Some(gap), false) => Verdict::Broken(gap),
        (None, false) => Verdict::Holds,
    };
    let implied = |number: &Number| {
        let nominal = Some(number.value.clone()).filter(|_| bare(number));
        Implied { nominal, interval: number.interval(Reading::Plausible, None) }
    };
    let other = |many: Many| match many {
        Many::One => there.first().map(|number| implied(number)),
        Many::Several if there.len() == 1 => Some(implied(here)),
        Many::Several => None,
    };
    let implied = rule.roles.iter().map(|role| other(role.many)).collect();
    Some(Checked { rule: relation.rule, binding: binding.clone(), equation: 0, verdict, wording: Wording::Plain, implied })
}

/// How far two numbers of one fact are from agreeing; nothing if they do.
fn gap(one: &Number, two: &Number) -> Option<Gap> {
    if bare(one) && bare(two) && one.step == two.step {
        return (one.value != two.value).then_some(Gap::Hard);
    }
    let apart = |reading: Reading| !one.interval(reading, None).meets(&two.interval(reading, None));
    let readings = [(Reading::Hard, Gap::Hard), (Reading::Plausible, Gap::Plausible)];
    readings.into_iter().find(|(reading, _)| apart(*reading)).map(|(_, gap)| gap)
}

fn bare(number: &Number) -> bool {
    matches!(number.hedge, Hedge::None | Hedge::Exactly)
}
