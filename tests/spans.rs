//! The way back: the bytes of a file that a stretch of prose names decode to that very prose.

use std::fs;
use std::path::Path;

use crossfoot::model::document::{Document, Span};
use crossfoot::read::{Format, read};
use proptest::prelude::*;

/// The files of the corpus.
fn texts() -> Vec<(String, String)> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let mut found = Vec::new();
    let mut folders = vec![corpus];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the corpus") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "txt" || ending == "md") {
                found.push((path.to_string_lossy().into_owned(), fs::read_to_string(&path).expect("a text")));
            }
        }
    }
    assert!(!found.is_empty());
    found.sort();
    found
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2], mark: &[u8]) -> Vec<u8> {
    mark.iter().copied().chain(text.encode_utf16().flat_map(bytes)).collect()
}

/// A file's bytes with what turns a part of them back into text.
type Stored = (Vec<u8>, fn(&[u8]) -> String);

fn from_utf8(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap_or_else(|_| "not at a character".to_owned())
}

fn from_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units: Vec<u16> = bytes.chunks(2).map(|pair| pair.try_into().map_or(0xd800, unit)).collect();
    String::from_utf16_lossy(&units)
}

/// The text as files of every encoding that can hold it.
fn stored(text: &str) -> Vec<Stored> {
    let mut all: Vec<Stored> = vec![
        (text.as_bytes().to_vec(), from_utf8),
        ([&[0xef, 0xbb, 0xbf], text.as_bytes()].concat(), from_utf8),
        (utf16(text, u16::to_le_bytes, &[0xff, 0xfe]), |bytes| from_utf16(bytes, u16::from_le_bytes)),
        (utf16(text, u16::to_be_bytes, &[0xfe, 0xff]), |bytes| from_utf16(bytes, u16::from_be_bytes)),
    ];
    let (gb, _, lost) = encoding_rs::GB18030.encode(text);
    let (back, wrong) = encoding_rs::GB18030.decode_without_bom_handling(&gb);
    // Only what reads as Chinese is taken for GB18030.
    let han = text.chars().filter(|letter| ('一'..='龥').contains(letter)).count();
    if !lost && !wrong && back == text && han * 2 > text.chars().filter(|letter| !letter.is_ascii()).count() {
        all.push((gb.into_owned(), |bytes| encoding_rs::GB18030.decode_without_bom_handling(bytes).0.into_owned()));
    }
    let (latin, _, lost) = encoding_rs::WINDOWS_1252.encode(text);
    if !lost && han == 0 {
        all.push((latin.into_owned(), |bytes| encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()));
    }
    all
}

/// The same without the encodings that a few letters can't be told from.
fn marked(text: &str) -> Vec<Stored> {
    stored(text).into_iter().take(4).collect()
}

/// Every word of the prose, and every block.
fn spans(document: &Document) -> Vec<Span> {
    let mut spans: Vec<Span> = document.blocks.iter().map(|block| block.span).collect();
    for block in &document.blocks {
        let mut at = block.span.start;
        for word in document.words(block.span).split_inclusive(char::is_whitespace) {
            spans.push(Span::new(at, at + word.trim_end().len()));
            at += word.len();
        }
    }
    spans.retain(|span| span.start < span.end);
    spans
}

fn is_exact(text: &str) {
    for (bytes, decode) in stored(text) {
        let document = read("text", &bytes, Format::Plain);
        assert_eq!(document.source, text);
        for span in spans(&document) {
            let place = document.stored_span(span);
            assert_eq!(decode(&bytes[place.start..place.end]), document.words(span));
        }
    }
}

/// What the source of a word shows once the marks of Markdown are taken out.
fn unmarked(source: &str) -> String {
    let plain = source.replace("&amp;", "&").replace("&euro;", "€").replace("&nbsp;", "\u{a0}").replace("&#37;", "%");
    plain.replace("<b>", "").replace("</b>", "").replace(['*', '\\', '>'], "").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_exact_in_markdown(files: &[Stored]) {
    for (bytes, decode) in files {
        let document = read("text", bytes, Format::Markdown);
        for span in spans(&document) {
            let place = document.stored_span(span);
            let words = document.words(span).split_whitespace().collect::<Vec<_>>().join(" ");
            let source = decode(&bytes[place.start..place.end]);
            // Notes and deleted text stand between the words of a block.
            if !source.contains(['[', '~', '`', '|']) {
                assert_eq!(unmarked(&source), unmarked(&words), "{source:?}");
            }
        }
    }
}

#[test]
fn the_corpus_can_be_traced_to_its_bytes() {
    for (path, text) in texts() {
        is_exact(&text);
        if path.ends_with(".md") {
            is_exact_in_markdown(&stored(&text));
        }
    }
}

#[test]
fn an_entity_is_its_whole_writing() {
    let text = "Costs: &euro;5 and 12&#37;, R&amp;D.\n";
    let document = read("text", text.as_bytes(), Format::Markdown);
    let source = |words: &str| {
        let at = document.prose.find(words).expect("words of the text");
        let place = document.stored_span(Span::new(at, at + words.len()));
        &text[place.start..place.end]
    };
    assert_eq!(document.prose.trim_end(), "Costs: €5 and 12%, R&D.");
    assert_eq!(source("€5"), "&euro;5");
    assert_eq!(source("5"), "5");
    assert_eq!(source("12%"), "12&#37;");
    assert_eq!(source("&"), "&amp;");
    assert_eq!(source("R&D"), "R&amp;D");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_can_be_traced_to_its_bytes(text in "([a-zA-Z0-9,.%£é€ \n]|增长|百分之|，|亿|𠮷|\r\n|\t){0,60}") {
        for (bytes, decode) in marked(&text) {
            let document = read("text", &bytes, Format::Plain);
            for span in spans(&document) {
                let place = document.stored_span(span);
                prop_assert_eq!(decode(&bytes[place.start..place.end]), document.words(span));
            }
        }
    }

    #[test]
    fn any_markdown_can_be_traced_to_its_bytes(pieces in proptest::collection::vec(
        prop_oneof![Just("**1**,234 "), Just("up *5*&nbsp;% "), Just("&euro;9 "), Just("R&amp;D "), Just("<b>3</b>.5% "), Just("增长**12**%，"),
            Just("12&#37; "), Just("\n> 亿\n"), Just("\n\n"), Just("\n- "), Just("\\*7 "), Just("word\n"), Just("# "), Just("𠮷 ")], 0..30)) {
        is_exact_in_markdown(&marked(&pieces.concat()));
    }

    #[test]
    fn no_bytes_break_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        for format in [Format::Plain, Format::Markdown] {
            let document = read("text", &bytes, format);
            for span in spans(&document) {
                let place = document.stored_span(span);
                prop_assert!(place.start <= place.end && place.end <= bytes.len());
            }
        }
    }

    #[test]
    fn no_text_breaks_the_reader(text in "([\\[\\]()*_~`#>|<!&;:+0-9a \n\t\\\\-]|\r|\0|。|\u{2028}){0,80}") {
        for format in [Format::Plain, Format::Markdown] {
            let document = read("text", text.as_bytes(), format);
            for span in spans(&document) {
                let place = document.stored_span(span);
                prop_assert!(place.start <= place.end && text.get(place.start..place.end).is_some(), "{:?} {:?}", span, place);
            }
        }
    }
}
