//! The rules of a run.

use miette::Report;

use super::problem::Problem;
use crate::model::rule::Rule;
use crate::model::rulebook::Rulebook;
use crate::rulebook::{self, names};

/// The built-in rules together with those of these files and folders.
pub fn rulebook(_paths: &[String]) -> Result<Rulebook, Vec<Report>> {
    rulebook::built_in().map_err(|report| vec![report])
}

/// The rule of that name.
pub fn find<'r>(rulebook: &'r Rulebook, id: &str) -> Result<&'r Rule, Problem> {
    let known = || rulebook.rules.iter().map(|rule| rule.id.as_str());
    rulebook.rules.iter().find(|rule| rule.id == id).ok_or_else(|| Problem::NoSuchRule {
        id: id.to_owned(),
        help: names::did_you_mean(id, known()).unwrap_or_else(|| "`crossfoot rules list` names them all".to_owned()),
    })
}
