//! Findings drawn into the text, for people at a terminal.

use std::fmt;

use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, Severity as Level, SourceCode};

use super::Run;
use super::label::Label;
use super::snippet::Snippet;
use super::summary::closing;
use crate::model::document::Span;
use crate::model::finding::Finding;
use crate::model::rule::Severity;

/// Whether the drawing has colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// It has.
    Colours,
    /// It hasn't.
    None,
}

/// All findings and the closing lines.
pub fn pretty(run: &Run, paint: Paint) -> Result<String, fmt::Error> {
    let theme = match paint {
        Paint::Colours => GraphicalTheme::unicode(),
        Paint::None => GraphicalTheme::unicode_nocolor(),
    };
    let handler = GraphicalReportHandler::new_themed(theme).with_context_lines(0).with_links(false).with_width(100);
    let mut text = String::new();
    for finding in run.findings {
        if let Some(drawing) = drawing(run, finding) {
            handler.render_report(&mut text, &drawing)?;
            text.push('\n');
        }
    }
    text.push_str(&closing(run));
    Ok(text)
}

/// A finding in one document; what it says of others hangs below.
#[derive(Debug)]
struct Drawing {
    message: String,
    code: String,
    level: Level,
    help: Option<String>,
    source: Source,
    labels: Vec<LabeledSpan>,
    related: Vec<Drawing>,
}

struct Source(Snippet);

impl fmt::Debug for Source {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Source")
    }
}

fn drawing(run: &Run, finding: &Finding) -> Option<Drawing> {
    let labels = run.finding_labels(finding);
    let primary = run.primary(&labels)?.document;
    let told = run.told(finding);
    let level = match finding.severity {
        Severity::Error => Level::Error,
        Severity::Warning => Level::Warning,
        Severity::Note => Level::Advice,
    };
    let mut others: Vec<usize> = labels.iter().map(|label| label.document).filter(|document| *document != primary).collect();
    others.sort_unstable();
    others.dedup();
    let lines: Vec<String> = std::iter::once(told.arithmetic.clone()).chain(told.implied.clone()).chain(told.hints.clone()).collect();
    let help = lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    let related = others.into_iter().filter_map(|document| {
        let (source, labels) = marked(run, document, &labels)?;
        let message = run.documents.get(document)?.path.clone();
        Some(Drawing { message, code: String::new(), level: Level::Advice, help: None, source, labels, related: Vec::new() })
    });
    let related = related.collect();
    let (source, labels) = marked(run, primary, &labels)?;
    let rule = run.rule(&finding.main).map_or("", |rule| &rule.id);
    let code = format!("{}[{rule}]", finding.severity.name());
    Some(Drawing { message: told.message, code, level, help: Some(help).filter(|help| !help.is_empty()), source, labels, related })
}

/// The lines of a document with the labels that stand in it.
fn marked(run: &Run, document: usize, labels: &[Label]) -> Option<(Source, Vec<LabeledSpan>)> {
    let here: Vec<&Label> = labels.iter().filter(|label| label.document == document).collect();
    let spans: Vec<Span> = here.iter().map(|label| label.source).collect();
    let (document, places) = (run.documents.get(document)?, run.places.get(document)?);
    let snippet = Snippet::of(&document.path, &document.source, places, &spans);
    let drawn = here.iter().zip(&snippet.labels).map(|(label, span)| {
        let length = span.end.saturating_sub(span.start);
        if label.primary {
            LabeledSpan::new_primary_with_span(Some(label.role.clone()), (span.start, length))
        } else {
            LabeledSpan::new_with_span(Some(label.role.clone()), (span.start, length))
        }
    });
    let drawn = drawn.collect();
    Some((Source(snippet), drawn))
}

impl fmt::Display for Drawing {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Drawing {}

impl Diagnostic for Drawing {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        (!self.code.is_empty()).then(|| Box::new(&self.code) as Box<dyn fmt::Display>)
    }

    fn severity(&self) -> Option<Level> {
        Some(self.level)
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.source.0)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }

    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn Diagnostic> + 'a>> {
        if self.related.is_empty() {
            return None;
        }
        Some(Box::new(self.related.iter().map(|drawing| drawing as &dyn Diagnostic)))
    }
}
