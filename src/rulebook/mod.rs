//! From `rules/*.toml` to a rulebook.
//!
//! Invariant: a rulebook that was made is whole: every name in a rule is defined, every phrase and equation is parsed.

pub mod check_maker;
pub mod equation;
pub mod lint;
pub mod metric_file;
pub mod mistake;
pub mod names;
pub mod phrase;
pub mod role_maker;
pub mod rule_file;
pub mod rule_maker;
pub mod syntax;
pub mod unit_file;
pub mod vocabulary;

use std::path::Path;
use std::sync::Arc;

use crate::model::rulebook::Rulebook;
use mistake::Mistake;

/// A file of rules: a rule, a language or the units, told apart by where it lies.
#[derive(Clone, Debug)]
pub struct RuleSource {
    /// Its path, as messages show it. The folder `lang` holds languages, `metrics` metrics and `units.toml` the
    /// units; all else is a rule.
    pub path: String,
    /// Its text.
    pub text: Arc<str>,
}

impl RuleSource {
    /// A file by its path and text.
    pub fn new(path: &str, text: &str) -> Self {
        RuleSource { path: path.to_string(), text: Arc::from(text) }
    }

    /// What a file of that path holds.
    fn holds(&self) -> Holds {
        let path = Path::new(&self.path);
        let folder = path.parent().and_then(Path::file_name).and_then(|name| name.to_str());
        match (folder, path.file_name().and_then(|name| name.to_str())) {
            (Some("lang"), _) => Holds::Language,
            (Some("metrics"), _) => Holds::Metrics,
            (_, Some("units.toml")) => Holds::Units,
            (_, _) => Holds::Rule,
        }
    }

    /// The file's name without its ending: the id of a rule.
    fn stem(&self) -> &str {
        Path::new(&self.path).file_stem().and_then(|name| name.to_str()).unwrap_or(&self.path)
    }
}

/// What a file of rules holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    Language,
    Metrics,
    Units,
    Rule,
}

/// The files that the program carries: all of `rules/`.
const EMBEDDED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/embedded_rules.rs"));

/// The files of the built-in rulebook. Packs are left out: they are off until someone switches them on.
pub fn built_in_files() -> Vec<RuleSource> {
    let kept = EMBEDDED.iter().filter(|(path, _)| !path.starts_with("rules/packs/"));
    kept.map(|(path, text)| RuleSource::new(path, text)).collect()
}

/// The rulebook that the program carries.
///
/// # Errors
/// A mistake in one of the files; the tests of the crate see to it that there is none.
pub fn built_in() -> Result<Rulebook, miette::Report> {
    build(&built_in_files()).map_err(|mut reports| match reports.len() {
        0 | 1 => reports.pop().unwrap_or_else(|| miette::miette!("the built-in rules can't be read")),
        count => reports.swap_remove(0).wrap_err(format!("{count} mistakes in the built-in rules; the first is")),
    })
}

/// A rulebook of these files. A rule or language of the same name as an earlier one replaces it.
///
/// # Errors
/// Every mistake in every file, each pointing at the words that are wrong.
pub fn build(files: &[RuleSource]) -> Result<Rulebook, Vec<miette::Report>> {
    let mut rulebook = Rulebook::default();
    let mut mistakes = Vec::new();
    for file in last_of_each_name(files, Holds::Language) {
        vocabulary::add_language(file, &mut rulebook, &mut mistakes);
    }
    if let Some(file) = last_of_each_name(files, Holds::Units).last() {
        unit_file::add_units(file, &mut rulebook, &mut mistakes);
    }
    for file in last_of_each_name(files, Holds::Metrics) {
        metric_file::add_metrics(file, &mut rulebook, &mut mistakes);
    }
    // Where the words are missing, every rule would complain of it.
    let rules = if mistakes.is_empty() { last_of_each_name(files, Holds::Rule) } else { Vec::new() };
    for file in rules {
        if let Some(rule) = rule_maker::rule(file, &mut rulebook, &mut mistakes) {
            rulebook.rules.push(rule);
        }
    }
    rulebook.rules.sort_by(|one, other| one.id.cmp(&other.id));
    if mistakes.is_empty() { Ok(rulebook) } else { Err(mistakes.into_iter().map(Mistake::into_report).collect()) }
}

/// The files that hold the wanted thing, in order, leaving out those that a later one of the same name replaces.
fn last_of_each_name(files: &[RuleSource], wanted: Holds) -> Vec<&RuleSource> {
    let of_kind: Vec<&RuleSource> = files.iter().filter(|file| file.holds() == wanted).collect();
    let replaced = |index: usize, file: &RuleSource| of_kind.iter().skip(index + 1).any(|later| later.stem() == file.stem());
    of_kind.iter().enumerate().filter(|(index, file)| !replaced(*index, file)).map(|(_, file)| *file).collect()
}
