//! A mistake in a rule or language file, told so that its writer can put it right.

use std::ops::Range;
use std::sync::Arc;

use miette::{Diagnostic, LabeledSpan, NamedSource, Severity, SourceCode};

use super::RuleSource;
use crate::model::document::Span;

/// A mistake in a file of rules, with the words that are wrong.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct Mistake {
    message: String,
    source_code: NamedSource<Arc<str>>,
    label: LabeledSpan,
    help: Option<String>,
}

impl Mistake {
    /// A mistake at these bytes of the file: what is wrong, and what to write beside the words.
    pub fn new(file: &RuleSource, at: Range<usize>, message: impl Into<String>, label: impl Into<String>) -> Self {
        Mistake::in_text(&file.path, &file.text, at, message, label)
    }

    /// A mistake at these bytes of a text that was read from `path`.
    pub fn in_text(path: &str, text: &Arc<str>, at: Range<usize>, message: impl Into<String>, label: impl Into<String>) -> Self {
        // A label outside the text would keep the whole diagnostic from being shown.
        let end = at.end.min(text.len());
        let start = at.start.min(end);
        Mistake {
            message: message.into(),
            source_code: NamedSource::new(path, Arc::clone(text)).with_language("TOML"),
            label: LabeledSpan::new_primary_with_span(Some(label.into()), start..end),
            help: None,
        }
    }

    /// The same with a hint on what to do, if there is one.
    pub fn help(mut self, help: Option<String>) -> Self {
        self.help = help;
        self
    }

    /// As a report that can be shown.
    pub fn into_report(self) -> miette::Report {
        miette::Report::new(self)
    }
}

impl Diagnostic for Mistake {
    fn severity(&self) -> Option<Severity> {
        Some(Severity::Error)
    }

    fn help<'a>(&'a self) -> Option<Box<dyn std::fmt::Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn std::fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.source_code)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(std::iter::once(self.label.clone())))
    }
}

/// A string of a TOML file that is parsed further, with the way back to its place in the file.
#[derive(Clone, Copy, Debug)]
pub struct Piece<'f> {
    /// The file it stands in.
    pub file: &'f RuleSource,
    /// The string itself.
    pub text: &'f str,
    /// Where it stands in the file, with its quotation marks.
    place: (usize, usize),
}

impl<'f> Piece<'f> {
    /// A string as TOML gives it.
    pub fn new(file: &'f RuleSource, string: &'f toml::Spanned<String>) -> Self {
        Piece::within(file, string.span(), string.get_ref())
    }

    /// A string that stands somewhere in these bytes of the file.
    pub fn within(file: &'f RuleSource, place: Range<usize>, text: &'f str) -> Self {
        Piece { file, text, place: (place.start, place.end) }
    }

    /// Where it stands in the file, with its quotation marks.
    pub fn place(&self) -> Span {
        Span::new(self.place.0, self.place.1)
    }

    /// Where a part of the string stands in the file. A string with escapes isn't written as it reads:
    /// then it is the whole string.
    pub fn inside(&self, part: Range<usize>) -> Range<usize> {
        let whole = self.place.0..self.place.1;
        let written = self.file.text.get(whole.clone()).unwrap_or("");
        match written.find(self.text) {
            Some(offset) => {
                let start = whole.start + offset;
                start + part.start..start + part.end
            }
            None => whole,
        }
    }

    /// Where a word that was cut from the string stands in it.
    pub fn part(&self, word: &str) -> Range<usize> {
        let offset = (word.as_ptr() as usize).checked_sub(self.text.as_ptr() as usize);
        // A word from elsewhere has no place in the string: the end is as good as any.
        let start = offset.filter(|start| start + word.len() <= self.text.len()).unwrap_or(self.text.len());
        start..(start + word.len()).min(self.text.len())
    }

    /// A mistake at a word that was cut from the string.
    pub fn mistake(&self, word: &str, message: impl Into<String>, label: impl Into<String>) -> Mistake {
        Mistake::new(self.file, self.inside(self.part(word)), message, label)
    }

    /// A mistake of the string as a whole.
    pub fn mistake_of_all(&self, message: impl Into<String>, label: impl Into<String>) -> Mistake {
        Mistake::new(self.file, self.place.0..self.place.1, message, label)
    }
}
