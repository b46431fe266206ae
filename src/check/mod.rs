//! From relations to findings.
//!
//! Invariant: a relation is broken only if no values inside the intervals of its numbers satisfy it in any reading.

mod calendar;
mod equation;
mod findings;
mod repair;
mod restatement;
mod shortfall;
mod slip;
mod summary;
mod times;
mod values;
mod verdict;

pub use summary::summary;

use crate::model::claim::Claim;
use crate::model::document::Document;
use crate::model::finding::Finding;
use crate::model::relation::{Checked, Relation};
use crate::model::rule::Check;
use crate::model::rulebook::Rulebook;

/// Checks every relation; those whose numbers can't be reckoned with are left out.
pub fn check(relations: &[Relation], claims: &[Claim], rulebook: &Rulebook) -> Vec<Checked> {
    let judge = |relation: &Relation| {
        let rule = rulebook.rules.get(relation.rule)?;
        match rule.check {
            Check::Restatement(_) => restatement::judge(relation, rule, claims),
            Check::Equation(_) | Check::Duration(_) | Check::Respectively(_) | Check::Calendar(_) => {
                verdict::judge(relation, rule, claims, rule.stated_role())
            }
        }
    };
    relations.iter().filter_map(judge).collect()
}

/// What is worth telling of the checked relations, one finding for those that share numbers.
pub fn findings(checked: &[Checked], claims: &[Claim], documents: &[Document], rulebook: &Rulebook) -> Vec<Finding> {
    let stated: Vec<usize> = rulebook.rules.iter().map(|rule| rule.stated_role()).collect();
    findings::findings(checked, claims, documents, rulebook, &stated)
}
