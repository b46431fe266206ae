//! The lines of a text that a finding points at, as a source that miette can draw.
//!
//! Press texts have a paragraph a line, so that a line is cut to what stands near the labels. Line numbers and columns stay
//! those of the file, and columns count characters (miette itself counts bytes).

use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use super::places::{Place, Places};
use crate::model::document::Span;

/// How many characters before and behind a label are shown.
const AROUND: usize = 32;
/// Stands for what is left out.
const CUT: &str = "…";

/// Lines of one document, each cut to what stands near the labels.
pub struct Snippet {
    path: String,
    text: String,
    lines: Vec<Line>,
    /// For each label where it stands in the snippet.
    pub labels: Vec<Span>,
    /// For each label where it stands in the file.
    places: Vec<Place>,
}

struct Line {
    /// Its number in the file, from 1.
    number: usize,
    /// Where it stands in the snippet, without its line break.
    span: Span,
}

impl Snippet {
    /// The lines of `source` that the labels, given by their places in it, stand on.
    pub fn of(path: &str, source: &str, places: &Places, labels: &[Span]) -> Snippet {
        let mut snippet = Snippet {
            path: path.to_owned(),
            text: String::new(),
            lines: Vec::new(),
            labels: vec![Span::new(0, 0); labels.len()],
            places: Vec::new(),
        };
        let at: Vec<Place> = labels.iter().map(|label| places.place(label.start)).collect();
        let mut numbers: Vec<usize> = at.iter().map(|place| place.line).collect();
        numbers.sort_unstable();
        numbers.dedup();
        for number in numbers {
            let range = places.line(number);
            let line = Span::new(range.start, range.end);
            let mut inside: Vec<usize> =
                (0..labels.len()).filter(|index| at.get(*index).is_some_and(|place| place.line == number)).collect();
            inside.sort_unstable_by_key(|index| labels.get(*index).map(|label| label.start));
            snippet.push_line(source, number, line, &inside, labels);
        }
        snippet.places = at;
        snippet
    }

    fn push_line(&mut self, source: &str, number: usize, line: Span, inside: &[usize], labels: &[Span]) {
        let begin = self.text.len();
        let mut shown = line.start;
        for window in windows(source, line, inside.iter().filter_map(|index| labels.get(*index))) {
            if window.start > shown {
                self.text.push_str(CUT);
            }
            let offset = self.text.len();
            // A tab is as wide as the reader's terminal likes, and a control character may do anything to it.
            for letter in source.get(window.range()).unwrap_or("").chars() {
                if letter.is_control() { self.text.extend(std::iter::repeat_n(' ', letter.len_utf8())) } else { self.text.push(letter) }
            }
            for index in inside {
                if let (Some(label), Some(target)) = (labels.get(*index), self.labels.get_mut(*index))
                    && window.start <= label.start
                    && label.start <= window.end
                {
                    // A label that goes on in the next line is marked to the end of this one.
                    let end = label.end.min(window.end);
                    *target = Span::new(label.start - window.start + offset, end - window.start + offset);
                }
            }
            shown = window.end;
        }
        if shown < line.end {
            self.text.push_str(CUT);
        }
        self.lines.push(Line { number, span: Span::new(begin, self.text.len()) });
        self.text.push('\n');
    }

    fn line_of(&self, at: usize) -> Option<usize> {
        let index = self.lines.partition_point(|line| line.span.start <= at).checked_sub(1)?;
        (at <= self.lines.get(index)?.span.end).then_some(index)
    }
}

/// The stretches of a line that are shown: what stands around each label, joined where little lies between.
fn windows<'l>(source: &str, line: Span, labels: impl Iterator<Item = &'l Span>) -> Vec<Span> {
    let mut windows: Vec<Span> = Vec::new();
    for label in labels {
        let before = source.get(line.start..label.start.min(line.end)).unwrap_or("");
        let start = before.char_indices().rev().take(AROUND).last().map_or(before.len(), |(at, _)| at);
        let start = line.start + word_begin(before, start);
        let from = label.end.min(line.end);
        let behind = source.get(from..line.end).unwrap_or("");
        let end = behind.char_indices().nth(AROUND).map_or(behind.len(), |(at, _)| at);
        let end = from + word_end(behind, end);
        match windows.last_mut() {
            Some(last) if start <= last.end + CUT.len() => last.end = last.end.max(end),
            Some(_) | None => windows.push(Span::new(start, end)),
        }
    }
    windows
}

/// Not in the middle of a word, where there is a space near: the place of the next word.
fn word_begin(text: &str, at: usize) -> usize {
    if at == 0 {
        return 0;
    }
    let rest = text.get(at..).unwrap_or("");
    rest.char_indices().take(20).find(|(_, letter)| *letter == ' ').map_or(at, |(space, _)| at + space + 1)
}

fn word_end(text: &str, at: usize) -> usize {
    if at == text.len() {
        return at;
    }
    let shown = text.get(..at).unwrap_or("");
    shown.char_indices().rev().take(20).find(|(_, letter)| *letter == ' ').map_or(at, |(space, _)| space)
}

impl SourceCode for Snippet {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        _lines_before: usize,
        _lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let (first, last) = (self.line_of(span.offset()), self.line_of(span.offset() + span.len()));
        let lines = first.zip(last).and_then(|(first, last)| self.lines.get(first..=last)).ok_or(MietteError::OutOfBounds)?;
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return Err(MietteError::OutOfBounds) };
        // Lines that don't follow each other in the file can't be drawn as one piece.
        if last.number - first.number + 1 != lines.len() {
            return Err(MietteError::OutOfBounds);
        }
        let data = self.text.as_bytes().get(first.span.start..last.span.end).ok_or(MietteError::OutOfBounds)?;
        let whole = SourceSpan::from((first.span.start, data.len()));
        // The header shows the place of the label that this span belongs to.
        let label = self.labels.iter().position(|label| label.start == span.offset() && label.end == span.offset() + span.len());
        let column = label.and_then(|label| self.places.get(label)).map_or(0, |place| place.column - 1);
        Ok(Box::new(MietteSpanContents::new_named(self.path.clone(), data, whole, first.number - 1, column, lines.len())))
    }
}
