//! `rules/metrics/*.toml`: things that numbers are said of, with what else they are called.

use serde::Deserialize;
use toml::Spanned;

use super::RuleSource;
use super::mistake::{Mistake, Piece};
use super::rule_file::read_toml;
use super::rule_maker::language;
use crate::model::rulebook::{Metric, Rulebook};

/// A file of metrics.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MetricsFile {
    /// The code of its language.
    lang: Spanned<String>,
    /// The metrics.
    metric: Vec<MetricFile>,
}

/// `[[metric]]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct MetricFile {
    /// Its own name.
    name: Spanned<String>,
    /// What else it is called.
    also: Vec<Spanned<String>>,
}

/// Reads a file of metrics into the rulebook.
pub fn add_metrics(file: &RuleSource, rulebook: &mut Rulebook, mistakes: &mut Vec<Mistake>) {
    let Some(written) = read_toml::<MetricsFile>(file, mistakes) else { return };
    let Some(language) = language(Piece::new(file, &written.lang), rulebook, mistakes) else { return };
    for MetricFile { name, also } in written.metric {
        for other in also.iter().filter(|other| other.get_ref() == name.get_ref()) {
            let message = format!("`{}` is the metric's own name.", other.get_ref());
            mistakes.push(Piece::new(file, other).mistake_of_all(message, "leave this out"));
        }
        let others = also.into_iter().map(Spanned::into_inner).collect();
        rulebook.metrics.push(Metric { name: name.into_inner(), language, others });
    }
}
