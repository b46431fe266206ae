//! From the bytes of one file to a document.
//!
//! Invariant: every byte of prose knows the bytes of the file that it comes from.

mod decode;
mod markdown;
mod plain;

use crate::model::document::{Anchor, Block, Document};

/// A format of input files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Plain,
    /// CommonMark with tables, footnotes and front matter.
    Markdown,
}

impl Format {
    /// The endings of file names that are read, for telling people.
    pub const ENDINGS: &'static str = ".txt, .text, .md, .markdown";

    /// The format that the ending of a file's name stands for; nothing if it isn't one that is read.
    /// A name without an ending is plain text.
    pub fn of_path(path: &str) -> Option<Format> {
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        // The dot of a hidden file's name begins no ending.
        let ending = name.trim_start_matches('.').rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        match ending.as_deref() {
            None | Some("txt" | "text") => Some(Format::Plain),
            Some("md" | "markdown") => Some(Format::Markdown),
            Some(_) => None,
        }
    }
}

/// Reads the bytes of a file, which may be in any of the common encodings; whatever they are, there is a document.
pub fn read(path: &str, bytes: &[u8], format: Format) -> Document {
    let (source, storage) = decode::decode(bytes);
    let text = match format {
        Format::Plain => plain::read(&source),
        Format::Markdown => markdown::read(&source),
    };
    Document { path: path.to_owned(), source, storage, prose: text.prose, anchors: text.anchors, blocks: text.blocks }
}

/// The prose of a file with the way back to its decoded source.
struct Text {
    prose: String,
    anchors: Vec<Anchor>,
    blocks: Vec<Block>,
}
