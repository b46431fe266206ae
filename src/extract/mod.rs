//! From a document to its claims.
//!
//! Invariant: a claim's span is the very words of the prose that state it; text that can't be read is simply no claim.

pub mod age;
pub mod amount;
pub mod clock;
pub mod elided;
pub mod enumeration;
pub mod hedge;
pub mod not_claim;
pub mod numeral;
pub mod order;
pub mod period;
pub mod quantity;
pub mod range;
pub mod rate;
pub mod scan;
pub mod sentence;
pub mod share;
pub mod smaller_unit;
pub mod subject;
pub mod tolerance;
pub mod view;

use crate::model::claim::Claim;
use crate::model::document::Document;
use crate::model::rulebook::Rulebook;
use crate::model::sentence::Sentence;

/// The sentences of a document, and the claims in them.
#[derive(Clone, Debug, Default)]
pub struct Extract {
    /// The sentences, in the order of the text.
    pub sentences: Vec<Sentence>,
    /// The claims, in the order of the text; the items of sentences name them by index.
    pub claims: Vec<Claim>,
}

/// Finds the sentences and claims of the document, which is number `index` of the run.
pub fn extract(document: &Document, index: usize, rulebook: &Rulebook) -> Extract {
    let mut found = Extract::default();
    let language_number = 0;
    let Some(language) = rulebook.languages.get(language_number) else { return found };
    let list_words = enumeration::ListWords::new(rulebook, language_number);
    for (block_number, block) in document.blocks.iter().enumerate() {
        for span in sentence::sentences(&document.prose, block.span, &language.numerals) {
            let text = document.words(span);
            let view = view::View { text, floor: 0, label_end: None, words: &language.numerals, units: &rulebook.units };
            let frame = scan::Frame {
                language,
                language_number,
                lexicon: &rulebook.lexicon,
                document: index,
                sentence: found.sentences.len(),
                offset: span.start,
                first_claim: found.claims.len(),
            };
            let (items, claims) = scan::scan(view, &frame);
            found.claims.extend(claims);
            let mut sentence = Sentence { block: block_number, span, items, names: Vec::new(), language: language_number };
            let lists = enumeration::enumerations(document, &sentence, (index, found.sentences.len()), &list_words);
            sentence.names = (found.claims.len()..found.claims.len() + lists.len()).collect();
            found.claims.extend(lists);
            found.sentences.push(sentence);
        }
    }
    found
}
