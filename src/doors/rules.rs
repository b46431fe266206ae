//! The rules of a run: the built-in ones and those of files.

use std::fs;
use std::path::Path;

use miette::Report;
use walkdir::WalkDir;

use super::problem::Problem;
use crate::lint;
use crate::model::rule::Rule;
use crate::model::rulebook::Rulebook;
use crate::read::{self, Format};
use crate::rulebook::lint::{Outcome, Tested, test_rules};
use crate::rulebook::{self, RuleSource, names};

/// The built-in rules together with those of these files and folders; a rule of the same name replaces the built-in one.
///
/// # Errors
/// Every file that can't be read, or every mistake in the rules.
pub fn rulebook(paths: &[String]) -> Result<Rulebook, Vec<Report>> {
    let mut sources = rulebook::built_in_files();
    let mut problems = Vec::new();
    for path in paths {
        match files(path) {
            Ok(found) => sources.extend(found),
            Err(problem) => problems.push(Report::new(problem)),
        }
    }
    if problems.is_empty() { rulebook::build(&sources) } else { Err(problems) }
}

/// The rule files that a path names: itself, or all that lie in a folder.
fn files(path: &str) -> Result<Vec<RuleSource>, Problem> {
    if !Path::new(path).exists() {
        return Err(Problem::Missing { path: path.to_owned() });
    }
    let mut found = Vec::new();
    for entry in WalkDir::new(path).sort_by_file_name() {
        let unreadable = |cause: std::io::Error, name: &Path| Problem::Unreadable { path: name.to_string_lossy().into_owned(), cause };
        let entry = entry.map_err(|error| unreadable(std::io::Error::other(error.to_string()), Path::new(path)))?;
        let named = entry.depth() == 0;
        let is_rule = entry.path().extension().is_some_and(|ending| ending == "toml");
        if entry.file_type().is_file() && (named || is_rule) {
            let text = fs::read_to_string(entry.path()).map_err(|cause| unreadable(cause, entry.path()))?;
            found.push(RuleSource::new(&entry.path().to_string_lossy(), &text));
        }
    }
    if found.is_empty() { Err(Problem::NoRules { path: path.to_owned() }) } else { Ok(found) }
}

/// The rule of that name.
pub fn find<'r>(rulebook: &'r Rulebook, id: &str) -> Result<&'r Rule, Problem> {
    let known = || rulebook.rules.iter().map(|rule| rule.id.as_str());
    rulebook.rules.iter().find(|rule| rule.id == id).ok_or_else(|| Problem::NoSuchRule {
        id: id.to_owned(),
        help: names::did_you_mean(id, known()).unwrap_or_else(|| "`crossfoot rules list` names them all".to_owned()),
    })
}

/// Tries the examples of all rules.
pub fn test(rulebook: &Rulebook) -> Tested {
    test_rules(rulebook, |text, _language| {
        let found = lint(&[read::read("example", text.as_bytes(), Format::Plain)], rulebook);
        Outcome { claims: found.claims, checked: found.checked, findings: found.findings }
    })
}
