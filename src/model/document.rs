//! A document: its prose, and the way back from every place in it to the bytes of the file.

use std::ops::Range;

/// A stretch of a document's prose, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// From `start` to just before `end`.
    pub fn new(start: usize, end: usize) -> Self {
        Span { start, end }
    }

    /// As a range of bytes.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies inside.
    pub fn covers(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// What a block of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// A heading, a title.
    Heading,
    /// A paragraph or an item of a list.
    Paragraph,
    /// A cell of a table.
    Cell,
    /// A quotation set off from the text.
    Quotation,
    /// A footnote.
    Footnote,
}

/// A stretch of prose that sentences don't cross.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands in the document's prose.
    pub span: Span,
}

/// From one place on, prose and source run in parallel until the next anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// A byte of the prose.
    pub prose: usize,
    /// The byte of the decoded source that it comes from.
    pub source: usize,
}

/// A file as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The path as given on the command line, or as found under it; `-` for standard input.
    pub path: String,
    /// The whole file, decoded.
    pub source: String,
    /// Where the characters of `source` stand in the stored bytes.
    pub storage: Storage,
    /// The text that people read, without markup; blocks are stretches of it.
    pub prose: String,
    /// The way from prose back to source, in ascending order; starts with an anchor for byte 0 of the prose. Two anchors
    /// at one place of the prose say where the source of its character begins and where it ends.
    pub anchors: Vec<Anchor>,
    /// The blocks, in the order of the text, not overlapping.
    pub blocks: Vec<Block>,
}

/// How the decoded source relates to the stored bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Storage {
    /// The stored bytes are the source after a prefix of this many bytes (a byte order mark).
    Utf8 {
        /// The length of the byte order mark: 0 or 3.
        prefix: usize,
    },
    /// In another encoding: (source byte, stored byte) wherever the distance between the two changes, ascending;
    /// between two entries characters keep `source width : stored width` of the entry.
    Other(Vec<StoredRun>),
}

/// A run of characters that are equally long in the source, and equally long in the stored bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoredRun {
    /// Where the run begins in the source.
    pub source: usize,
    /// Where it begins in the stored bytes.
    pub stored: usize,
    /// The bytes of each of its characters in the source (UTF-8).
    pub source_width: u8,
    /// The bytes of each of its characters as stored.
    pub stored_width: u8,
}

impl Document {
    /// The words of a stretch of prose.
    pub fn words(&self, span: Span) -> &str {
        self.prose.get(span.range()).unwrap_or("")
    }

    /// Where a stretch of prose stands in the decoded source.
    pub fn source_span(&self, span: Span) -> Span {
        // Where one character of prose is written as several of source ("&amp;"), two anchors share a place in the
        // prose: the first says where its source begins, the last where it ends.
        let first = self.anchors.partition_point(|anchor| anchor.prose < span.start);
        let start = match self.anchors.get(first) {
            Some(anchor) if anchor.prose == span.start => anchor.source,
            Some(_) | None => self.to_source(span.start),
        };
        // The end belongs to the character before it: an anchor that begins just there is another piece.
        let end = if span.end > span.start { self.to_source(span.end - 1) + 1 } else { start };
        Span::new(start, end.max(start))
    }

    /// Where a stretch of prose stands in the bytes of the file as stored.
    pub fn stored_span(&self, span: Span) -> Span {
        let source = self.source_span(span);
        Span::new(self.to_stored(source.start), self.to_stored(source.end))
    }

    fn to_source(&self, prose: usize) -> usize {
        let next = self.anchors.partition_point(|anchor| anchor.prose <= prose);
        match next.checked_sub(1).and_then(|index| self.anchors.get(index)) {
            Some(anchor) => anchor.source + (prose - anchor.prose),
            None => prose,
        }
    }

    fn to_stored(&self, source: usize) -> usize {
        match &self.storage {
            Storage::Utf8 { prefix } => source + prefix,
            Storage::Other(runs) => {
                let next = runs.partition_point(|run| run.source <= source);
                match next.checked_sub(1).and_then(|index| runs.get(index)) {
                    Some(run) => run.stored + (source - run.source) / usize::from(run.source_width) * usize::from(run.stored_width),
                    None => source,
                }
            }
        }
    }
}
