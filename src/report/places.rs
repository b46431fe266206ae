//! Lines and columns of a text, counted in characters from 1.

/// How many bytes lie between two places whose characters are counted beforehand.
const STRIDE: usize = 256;

/// Finds the line and column of any byte of a text without reading the text again, however long its lines are.
pub struct Places<'t> {
    text: &'t str,
    /// Where each line begins.
    lines: Vec<usize>,
    /// How many characters begin before every [`STRIDE`]th byte.
    counted: Vec<usize>,
}

/// A line and a column, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
}

impl<'t> Places<'t> {
    /// The places of this text.
    pub fn of(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let ends_line = |at: usize| match bytes.get(at) {
            Some(b'\n') => true,
            Some(b'\r') => bytes.get(at + 1) != Some(&b'\n'),
            Some(_) | None => false,
        };
        let lines = std::iter::once(0).chain((0..bytes.len()).filter(|at| ends_line(*at)).map(|at| at + 1)).collect();
        let mut total = 0;
        let mut counted = Vec::with_capacity(bytes.len() / STRIDE + 1);
        for chunk in bytes.chunks(STRIDE) {
            counted.push(total);
            total += chunk.iter().filter(|byte| begins_character(**byte)).count();
        }
        Places { text, lines, counted }
    }

    /// The line and column of a byte.
    pub fn place(&self, at: usize) -> Place {
        let line = self.lines.partition_point(|begin| *begin <= at).max(1);
        let begin = self.lines.get(line - 1).copied().unwrap_or(0);
        Place { line, column: self.characters(at) - self.characters(begin) + 1 }
    }

    /// The bytes of a line (from 1) without its line break.
    pub fn line(&self, line: usize) -> std::ops::Range<usize> {
        let begin = line.checked_sub(1).and_then(|index| self.lines.get(index)).copied().unwrap_or(self.text.len());
        let end = self.lines.get(line).copied().unwrap_or(self.text.len());
        let text = self.text.get(begin..end).unwrap_or("");
        begin..begin + text.trim_end_matches(['\n', '\r']).len()
    }

    fn characters(&self, at: usize) -> usize {
        let at = at.min(self.text.len());
        let stride = (at / STRIDE).min(self.counted.len().saturating_sub(1));
        let rest = self.text.as_bytes().get(stride * STRIDE..at).unwrap_or(&[]);
        self.counted.get(stride).copied().unwrap_or(0) + rest.iter().filter(|byte| begins_character(**byte)).count()
    }
}

fn begins_character(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}
