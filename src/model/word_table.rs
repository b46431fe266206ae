//! A table of words and phrases of a language, looked up at a place in a text.

use rustc_hash::FxHashMap;

/// Phrases with what they mean. Case doesn't matter; a space in a phrase is met by any white space or hyphen;
/// a phrase that ends in a letter or digit isn't met in the middle of a word.
#[derive(Clone, Debug)]
pub struct WordTable<V> {
    by_first: FxHashMap<char, Vec<(Box<str>, V)>>,
}

impl<V> Default for WordTable<V> {
    fn default() -> Self {
        WordTable { by_first: FxHashMap::default() }
    }
}

impl<V> WordTable<V> {
    /// A table of these phrases.
    pub fn new<S: AsRef<str>>(entries: impl IntoIterator<Item = (S, V)>) -> Self {
        let mut by_first: FxHashMap<char, Vec<(Box<str>, V)>> = FxHashMap::default();
        for (phrase, value) in entries {
            let folded = phrase.as_ref().trim().to_lowercase();
            if let Some(first) = folded.chars().next() {
                by_first.entry(first).or_default().push((folded.into_boxed_str(), value));
            }
        }
        for phrases in by_first.values_mut() {
            phrases.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
        }
        WordTable { by_first }
    }

    /// The longest phrase that `text` begins with: how many bytes of the text it takes, and its value.
    pub fn longest(&self, text: &str) -> Option<(usize, &V)> {
        let first = text.chars().next()?;
        let folded = if first.is_ascii() { first.to_ascii_lowercase() } else { first.to_lowercase().next()? };
        let phrases = self.by_first.get(&folded)?;
        phrases.iter().filter_map(|(phrase, value)| begins(text, phrase).map(|length| (length, value))).max_by_key(|(length, _)| *length)
    }

    /// The longest phrase that `text` ends with, standing free of a word before it: where it begins, and its value.
    pub fn longest_before<'v>(&'v self, text: &str) -> Option<(usize, &'v V)> {
        // Phrases are a few words long, so it is enough to try the last few word beginnings.
        let text = text.trim_end();
        let mut best = None;
        let mut begin = text.len();
        for _ in 0..6 {
            let before = text
                .get(..begin)?
                .trim_end_matches(|letter: char| !letter.is_alphanumeric() && !letter.is_whitespace() || letter.is_whitespace());
            let word = before.char_indices().rev().take_while(|(_, letter)| letter.is_alphanumeric()).last();
            // A phrase may also begin with a mark ("~"), which stands between two words.
            let marks = text.get(before.len()..begin)?.char_indices().filter(|(_, letter)| !letter.is_whitespace());
            for at in marks.map(|(at, _)| before.len() + at).chain(word.map(|(at, _)| at)) {
                let rest = text.get(at..)?;
                if let Some((length, value)) = self.longest(rest)
                    && length == rest.len()
                {
                    best = Some((at, value));
                }
            }
            match word {
                Some((at, _)) => begin = at,
                None => break,
            }
        }
        best
    }
}

/// How many bytes of `text` the phrase takes, if the text begins with it.
fn begins(text: &str, phrase: &str) -> Option<usize> {
    let mut rest = text.char_indices().peekable();
    let mut last = None;
    for wanted in phrase.chars() {
        last = Some(wanted);
        if wanted == ' ' || wanted == '-' {
            let mut met = false;
            while let Some(&(_, letter)) = rest.peek() {
                if !(letter.is_whitespace() || matches!(letter, '-' | '‐' | '‑' | '–')) {
                    break;
                }
                met = true;
                rest.next();
            }
            if !met {
                return None;
            }
            continue;
        }
        let (_, letter) = rest.next()?;
        let letter = if letter == '’' { '\'' } else { letter };
        let same = letter == wanted || letter.to_lowercase().next() == Some(wanted);
        if !same {
            return None;
        }
    }
    let end = rest.peek().map_or(text.len(), |(at, _)| *at);
    let ends_in_word = last.is_some_and(|letter| letter.is_alphanumeric() && !is_han(letter));
    let goes_on = text.get(end..)?.chars().next().is_some_and(|letter| letter.is_alphanumeric() && !is_han(letter));
    if ends_in_word && goes_on { None } else { Some(end) }
}

/// Whether a character belongs to a script that writes without spaces between words.
pub fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}' | '〇')
}
