//! Plain text: paragraphs are set off by blank lines, by indents, or are a line each; hard-wrapped lines are joined.

use unicode_width::UnicodeWidthStr;

use super::Text;
use crate::model::document::{Anchor, Block, BlockKind, Span};

/// Nobody wraps lines wider than this; text with wider lines has a paragraph a line.
const WIDEST_WRAP: usize = 130;
/// Nor narrower than this; shorter lines end where their writer ended them.
const NARROWEST_WRAP: usize = 44;

/// The prose of plain text is the text itself.
pub fn read(source: &str) -> Text {
    let lines = lines(source);
    let chunks: Vec<&[Line]> = lines.split(|line| line.text.is_empty()).filter(|chunk| !chunk.is_empty()).collect();
    let width = wrap_width(&chunks);
    let blocks = chunks.iter().flat_map(|chunk| paragraphs(chunk, width)).map(|span| Block { kind: BlockKind::Paragraph, span });
    Text { blocks: blocks.collect(), prose: source.to_owned(), anchors: vec![Anchor { prose: 0, source: 0 }] }
}

/// A line of text without the white space at its ends.
struct Line<'t> {
    text: &'t str,
    start: usize,
    indent: usize,
    width: usize,
}

impl Line<'_> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

fn lines(source: &str) -> Vec<Line<'_>> {
    let mut at = 0;
    let mut lines = Vec::new();
    for raw in source.split(['\n', '\r', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']) {
        let begin = raw.len() - raw.trim_start().len();
        let (indent, text) = raw.split_at(begin);
        let text = text.trim_end();
        lines.push(Line { text, start: at + begin, indent: indent.width(), width: indent.width() + text.width() });
        // What follows the line is one character, of one to three bytes; "\r\n" gives an empty line between, put right below.
        let rest = source.get(at + raw.len()..).unwrap_or("");
        at += raw.len() + rest.chars().next().map_or(0, char::len_utf8);
    }
    // An empty line between "\r" and "\n" is no blank line.
    let bytes = source.as_bytes();
    lines.retain(|line| {
        let inside_break = line.text.is_empty()
            && line.indent == 0
            && line.start > 0
            && bytes.get(line.start - 1) == Some(&b'\r')
            && bytes.get(line.start) == Some(&b'\n');
        !inside_break
    });
    lines
}

/// The width at which the lines of the text are wrapped, as far as it can be seen: nearly the longest of the lines that
/// have neighbours (the very longest may be an address that couldn't be broken).
fn wrap_width(chunks: &[&[Line]]) -> Option<usize> {
    let mut widths: Vec<usize> =
        chunks.iter().filter(|chunk| chunk.len() > 1).flat_map(|chunk| chunk.iter().map(|line| line.width)).collect();
    widths.sort_unstable();
    let width = *widths.get((widths.len() * 19).div_ceil(20).checked_sub(1)?)?;
    (NARROWEST_WRAP..=WIDEST_WRAP).contains(&width).then_some(width)
}

/// The paragraphs of lines that no blank line parts.
fn paragraphs(chunk: &[Line], width: Option<usize>) -> Vec<Span> {
    let joints = chunk.windows(2).map(|pair| match (width, pair) {
        (Some(width), [line, next]) => joint(line, next, width),
        _ => Joint::Break,
    });
    let joints: Vec<Joint> = joints.collect();
    let full = joints.iter().filter(|joint| **joint != Joint::Break).count();
    // Lines of independent sentences are as long as the widest by chance only, wrapped lines nearly always.
    let wrapped = full * 3 >= joints.len() * 2 && full > 0;
    let mut spans: Vec<Span> = Vec::new();
    for (index, line) in chunk.iter().enumerate() {
        let joint = index.checked_sub(1).and_then(|index| joints.get(index)).copied().unwrap_or(Joint::Break);
        let joined = match joint {
            Joint::Break => false,
            Joint::RunsOn => wrapped,
            // With a single joint, a line that ends a sentence tells nothing of wrapping.
            Joint::AfterSentence => wrapped && joints.len() > 1,
        };
        match spans.last_mut() {
            Some(last) if joined => last.end = line.end(),
            Some(_) | None => spans.push(Span::new(line.start, line.end())),
        }
    }
    spans
}

/// What parts two lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    /// The first line ends where its writer ended it.
    Break,
    /// It ends because the next word didn't fit.
    RunsOn,
    /// The same, and a sentence ends there.
    AfterSentence,
}

fn joint(line: &Line, next: &Line, width: usize) -> Joint {
    let bullet =
        |line: &Line| line.text.starts_with(['•', '·', '●', '■', '◆']) || line.text.starts_with("- ") || line.text.starts_with("* ");
    if bullet(next) || (next.indent > line.indent && !bullet(line)) {
        return Joint::Break;
    }
    if line.width + first_word_width(next.text) <= width {
        return Joint::Break;
    }
    if line.text.ends_with(['.', '!', '?', '。', '！', '？', ':', '：', '”', '"']) { Joint::AfterSentence } else { Joint::RunsOn }
}

/// The room that the first word of a line would have needed on the line before. Scripts without spaces break anywhere
/// but before a closing mark, so that two more characters may hang over.
fn first_word_width(text: &str) -> usize {
    // The marks of a quotation stand before every line.
    let word = text.trim_start_matches(['>', ' ']).split_whitespace().next().unwrap_or("");
    if word.chars().next().is_some_and(|first| first.len_utf8() == 3) { word.width().min(6) } else { 1 + word.width() }
}
