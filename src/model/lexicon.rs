//! The words that rules and languages mention, each with a number, so that sentences are compared as numbers.

use rustc_hash::FxHashMap;

use super::sentence::WordId;

/// Words by their lower-case form.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    ids: FxHashMap<Box<str>, WordId>,
}

impl Lexicon {
    /// The number of a word, which is added if it is new.
    pub fn add(&mut self, word: &str) -> WordId {
        let folded = word.to_lowercase();
        let next = WordId(self.ids.len() as u32 + 1);
        *self.ids.entry(folded.into_boxed_str()).or_insert(next)
    }

    /// The number of a word as it stands in a text, whatever its case; [`WordId::UNKNOWN`] if nothing mentions it.
    pub fn look_up(&self, word: &str) -> WordId {
        const LONGEST: usize = 48;
        if word.is_ascii() && word.len() <= LONGEST {
            let mut folded = [0_u8; LONGEST];
            for (target, byte) in folded.iter_mut().zip(word.bytes()) {
                *target = byte.to_ascii_lowercase();
            }
            let folded = folded.get(..word.len()).and_then(|bytes| std::str::from_utf8(bytes).ok());
            return folded.and_then(|word| self.ids.get(word)).copied().unwrap_or(WordId::UNKNOWN);
        }
        // A typographic apostrophe is the same word ("week’s", "week's").
        let folded = word.to_lowercase().replace('’', "'");
        self.ids.get(folded.as_str()).copied().unwrap_or(WordId::UNKNOWN)
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }
}
