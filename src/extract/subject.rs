//! What a number counts: the noun phrase behind it, and the singular of its head.

use super::view::View;

/// A noun phrase, without the words that join it to the rest of the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The singular of its head noun.
    pub singular: String,
}

/// How many words before a head noun are read.
const LONGEST: usize = 7;

/// The noun phrase behind `at` whose head is a plural: "effective invention patents".
pub fn plural(view: &View<'_>, at: usize) -> Option<Subject> {
    let start = view.past_tie(at);
    let mut end = start;
    let mut joined = false;
    for _ in 0..LONGEST {
        let word_start = view.past_tie(end);
        if !view.next(word_start)?.is_alphabetic() {
            return None;
        }
        let phrase_end = |table| view.ahead(table, word_start).map(|(end, ())| end);
        match phrase_end(&view.words.subject_joiners) {
            // "exports were 247 billion and imports 71 billion": what is joined to a number is not what it counts.
            Some(_) if end == start => return None,
            Some(joiner) if !joined => {
                joined = true;
                end = joiner;
                continue;
            }
            Some(_) | None => {}
        }
        if phrase_end(&view.words.subject_stops).is_some() || is_numeral(view, word_start) {
            return None;
        }
        let (last, compound_end) = compound(view, word_start);
        end = compound_end;
        if let Some(head) = singular(view, view.text.get(last..end)?) {
            return Some(Subject { start, end, singular: format!("{}{head}", view.text.get(word_start..last)?.to_lowercase()) });
        }
    }
    None
}

/// "375,910 twelve months earlier": another number, unless it is part of a word ("40 twelve-month contracts").
fn is_numeral(view: &View<'_>, at: usize) -> bool {
    view.words.numbers.longest(view.from(at)).is_some_and(|(length, _)| view.next(at + length) != Some('-'))
}

/// Where the last part of a word with hyphens begins, and where the word ends.
fn compound(view: &View<'_>, start: usize) -> (usize, usize) {
    let (mut last, mut end) = (start, view.word_end(start));
    while view.next(end) == Some('-') && view.next(end + 1).is_some_and(char::is_alphabetic) {
        last = end + 1;
        end = view.word_end(last);
    }
    (last, end)
}

/// What a single thing stands behind.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Single {
    /// "one"
    One,
    /// "third", behind which there may be several: "the third most common cancers".
    Ordinal,
}

/// The single word or noun phrase behind "one" or an ordinal: "one case".
pub fn single(view: &View<'_>, at: usize, behind: Single) -> Option<Subject> {
    let start = view.past_tie(at);
    let mut end = start;
    let mut head = None;
    for _ in 0..LONGEST {
        let word_start = view.past_tie(end);
        let stops = view.ahead(&view.words.subject_stops, word_start).is_some()
            || view.ahead(&view.words.subject_joiners, word_start).is_some()
            || view.ahead(&view.words.ranks_before, word_start).is_some()
            || view.ahead(&view.words.places_before, word_start).is_some();
        // "one theory suggests": what looks like a plural is a verb behind a single thing.
        let word_end = compound(view, word_start).1;
        let verb = behind == Single::One
            && head.is_some()
            && view.text.get(word_start..word_end).is_some_and(|word| singular(view, word).is_some());
        if stops || verb || !view.next(word_start).is_some_and(char::is_alphabetic) {
            break;
        }
        end = word_end;
        head = view.text.get(word_start..end);
    }
    Some(Subject { start, end, singular: head?.to_lowercase() })
}

/// The singular of a plural; nothing for any other word.
pub fn singular(view: &View<'_>, word: &str) -> Option<String> {
    if let Some((length, singular)) = view.words.plurals.longest(word)
        && length == word.len()
    {
        return Some(singular.clone());
    }
    let folded = word.to_lowercase();
    if folded.len() < 4 || view.words.singular_endings.iter().any(|ending| folded.ends_with(ending.as_str())) {
        return None;
    }
    let (ending, replacement) = view.words.plural_endings.iter().find(|(ending, _)| folded.ends_with(ending.as_str()))?;
    Some(format!("{}{replacement}", folded.strip_suffix(ending.as_str())?))
}
