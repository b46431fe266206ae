//! A table of words and phrases of a language, looked up at a place in a text.

use rustc_hash::FxHashMap;

/// Phrases with what they mean. Case doesn't matter for names, but does for symbols ("MW" is not "mW");
/// a space in a phrase is met by any white space or hyphen; a phrase that ends in a letter or digit isn't met
/// in the middle of a word.
#[derive(Clone, Debug)]
pub struct WordTable<V> {
    /// The phrases that begin with each ASCII character, by its code; a table is asked at nearly every word of a text.
    ascii: Vec<Vec<Entry<V>>>,
    others: FxHashMap<char, Vec<Entry<V>>>,
}

#[derive(Clone, Debug)]
struct Entry<V> {
    phrase: Box<str>,
    /// Its second character, if that is an ASCII letter and so must be met, in either case.
    second: Option<u8>,
    case: Case,
    value: V,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    Any,
    Exact,
}

impl<V> Default for WordTable<V> {
    fn default() -> Self {
        WordTable { ascii: Vec::new(), others: FxHashMap::default() }
    }
}

impl<V> WordTable<V> {
    /// A table of these phrases.
    pub fn new<S: AsRef<str>>(entries: impl IntoIterator<Item = (S, V)>) -> Self {
        let mut table = WordTable::default();
        for (phrase, value) in entries {
            table.add(phrase.as_ref(), value);
        }
        table
    }

    /// Adds a phrase that is met in any case.
    pub fn add(&mut self, phrase: &str, value: V) {
        self.insert(phrase.trim().to_lowercase(), Case::Any, value);
    }

    /// Adds a symbol that is met only as it is written.
    pub fn add_symbol(&mut self, symbol: &str, value: V) {
        self.insert(symbol.trim().to_string(), Case::Exact, value);
    }

    fn insert(&mut self, phrase: String, case: Case, value: V) {
        let Some(first) = phrase.chars().next().map(folded) else { return };
        let second = phrase.as_bytes().get(first.len_utf8()).map(u8::to_ascii_lowercase).filter(u8::is_ascii_lowercase);
        let entry = Entry { phrase: phrase.into_boxed_str(), second, case, value };
        if first.is_ascii() {
            let code = first as usize;
            if self.ascii.len() <= code {
                self.ascii.resize_with(code + 1, Vec::new);
            }
            if let Some(entries) = self.ascii.get_mut(code) {
                entries.push(entry);
            }
        } else {
            self.others.entry(first).or_default().push(entry);
        }
    }

    /// The phrases that begin with a character, in either case.
    fn beginning(&self, first: char) -> &[Entry<V>] {
        let first = folded(first);
        let entries = if first.is_ascii() { self.ascii.get(first as usize) } else { self.others.get(&first) };
        entries.map_or(&[], Vec::as_slice)
    }

    /// The longest phrase that `text` begins with: how many bytes of the text it takes, and its value.
    pub fn longest(&self, text: &str) -> Option<(usize, &V)> {
        let first = text.chars().next()?;
        let second = text.as_bytes().get(first.len_utf8()).map(u8::to_ascii_lowercase);
        let possible = self.beginning(first).iter().filter(|entry| entry.second.is_none() || entry.second == second);
        let met = possible.filter_map(|entry| Some((begins(text, &entry.phrase, entry.case)?, &entry.value)));
        met.max_by_key(|(length, _)| *length)
    }

    /// The longest phrase that `text` ends with, standing free of a word before it: where it begins, and its value.
    pub fn longest_before<'v>(&'v self, text: &str) -> Option<(usize, &'v V)> {
        // Phrases are a few words long, so it is enough to try the last few word beginnings.
        let (cut, text) = tail(text.trim_end());
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
                    best = Some((cut + at, value));
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

/// The last words of a text, no more than any phrase has, and where they begin: a look back takes no longer in a long text.
fn tail(text: &str) -> (usize, &str) {
    let Some((cut, _)) = text.char_indices().rev().nth(LONGEST_PHRASE) else { return (0, text) };
    let kept = text.get(cut..).unwrap_or("");
    // Half a word is none.
    let whole = kept.trim_start_matches(|letter: char| letter.is_alphanumeric() && !is_han(letter));
    (text.len() - whole.len(), whole)
}

/// Longer than any phrase, in characters.
const LONGEST_PHRASE: usize = 100;

fn folded(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_lowercase();
    }
    letter.to_lowercase().next().unwrap_or(letter)
}

/// How many bytes of `text` the phrase takes, if the text begins with it.
fn begins(text: &str, phrase: &str, case: Case) -> Option<usize> {
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
        let same = letter == wanted || case == Case::Any && folded(letter) == wanted;
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
