//! Where sentences end.

use crate::model::document::Span;
use crate::model::numeral_words::NumeralWords;

/// The sentences of a block of prose, by their bytes in the prose; none is empty.
pub fn sentences(prose: &str, block: Span, words: &NumeralWords) -> Vec<Span> {
    let Some(text) = prose.get(block.range()) else { return Vec::new() };
    let mut found = Vec::new();
    let mut start = 0;
    for (at, mark) in text.char_indices() {
        let end = at + mark.len_utf8();
        if at >= start && ends_sentence(text, start, at, mark, words) {
            let closed = closing(text, end);
            push(&mut found, text, start, closed);
            start = closed;
        }
    }
    push(&mut found, text, start, text.len());
    found.into_iter().map(|span| Span::new(block.start + span.start, block.start + span.end)).collect()
}

fn push(found: &mut Vec<Span>, text: &str, start: usize, end: usize) {
    let Some(piece) = text.get(start..end) else { return };
    let lead = piece.len() - piece.trim_start().len();
    let kept = piece.trim().len();
    if kept > 0 {
        found.push(Span::new(start + lead, start + lead + kept));
    }
}

/// Behind the quotation marks and brackets that close with the sentence.
fn closing(text: &str, end: usize) -> usize {
    let rest = text.get(end..).unwrap_or("");
    let marks = rest.trim_start_matches(['"', '”', '’', '\'', ')', '）', ']', '」', '』', '»']);
    end + rest.len() - marks.len()
}

fn ends_sentence(text: &str, start: usize, at: usize, mark: char, words: &NumeralWords) -> bool {
    match mark {
        '。' | '！' | '？' => true,
        '!' | '?' => followed_by_space(text, at + 1),
        '.' => followed_by_space(text, at + 1) && !goes_on(text, at + 1) && !abbreviates(text, start, at, words),
        _ => false,
    }
}

fn followed_by_space(text: &str, end: usize) -> bool {
    let rest = text.get(closing(text, end)..).unwrap_or("");
    rest.is_empty() || rest.starts_with(char::is_whitespace)
}

/// A sentence doesn't begin with a small letter or a comma.
fn goes_on(text: &str, end: usize) -> bool {
    let rest = text.get(closing(text, end)..).unwrap_or("").trim_start();
    rest.starts_with(|letter: char| letter.is_lowercase() || matches!(letter, ',' | ';' | ':' | ')'))
}

/// "Jan.", "U.S.", "J." and a list number at the very start.
fn abbreviates(text: &str, start: usize, at: usize, words: &NumeralWords) -> bool {
    let Some(before) = text.get(start..at) else { return false };
    let word = before.rsplit(|letter: char| letter.is_whitespace() || matches!(letter, '(' | '"' | '“')).next().unwrap_or("");
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let number = before.trim().len() <= 3 && before.trim().bytes().all(|byte| byte.is_ascii_digit());
    // "He said no." is no beginning of "no. 7".
    let numbers = words.number_signs.longest(word).is_some_and(|(length, ())| length == word.len());
    let next = text.get(at + 1..).unwrap_or("").trim_start().chars().next();
    if numbers && !next.is_some_and(|next| next.is_ascii_digit()) {
        return false;
    }
    let dotted = text
        .get(at - word.len()..at + 1)
        .is_some_and(|whole| words.abbreviations.longest(whole).is_some_and(|(length, ())| length == whole.len()));
    initial || number || dotted
}
