//! The facts of a document, and what they can be found by.

use crate::model::claim::{Claim, Kind};
use crate::model::document::{BlockKind, Document};
use crate::model::number::Number;
use crate::model::period::Period;
use crate::model::rulebook::Rulebook;
use crate::model::sentence::{Sentence, What};

use super::compare::Placed;
use super::fact::{self, Fact, Trail, fact};
use super::slip::{Figure, figure};
use super::tokens::{Reader, Token};
use super::words::{Stem, Words, hash};

/// The facts of a document, in the order of the text.
#[derive(Default)]
pub struct Facts {
    /// The facts.
    pub facts: Vec<Fact>,
    /// Their figures.
    pub figures: Vec<Figure>,
    /// For each fact the place of its sentence among those with facts.
    places: Vec<usize>,
    sentences: Vec<Told>,
    /// The words of each heading and of the title; the first entry is for what stands above all headings.
    headings: Vec<Vec<Stem>>,
}

/// A sentence with facts.
struct Told {
    /// Its words, in order of stems.
    words: Vec<Stem>,
    trail: Trail,
    /// The place of the headings above it.
    under: usize,
    voice: Voice,
}

/// Whether a sentence announces what others tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Voice {
    /// A headline.
    Headline,
    /// Any other sentence.
    Text,
}

/// How many words of a fact it can be found by.
const WORDS: usize = 12;

impl Facts {
    /// The facts of a document.
    pub fn of(document: &Document, sentences: &[Sentence], claims: &[Claim], rulebook: &Rulebook, words: &Words) -> Self {
        let mut reader = Reader::new(document, claims, rulebook, words);
        let mut found = Facts { headings: vec![Vec::new()], ..Facts::default() };
        let mut title: Option<Vec<Stem>> = None;
        let (mut block, mut heading_time, mut inherited): (Option<usize>, Option<Period>, Option<Period>) = (None, None, None);
        for sentence in sentences {
            let kind = document.blocks.get(sentence.block).map_or(BlockKind::Paragraph, |block| block.kind);
            let numbers = sentence.items.iter().any(|item| matches!(item.what, What::Claim(_)));
            if kind != BlockKind::Heading && !numbers {
                continue;
            }
            let tokens = reader.tokens(sentence);
            let all = fact::all(&tokens);
            let time = first_time(&tokens, claims);
            if kind == BlockKind::Heading {
                let title = title.get_or_insert_with(|| all.clone());
                let mut above = [title.as_slice(), &all].concat();
                above.sort_unstable();
                above.dedup();
                found.headings.push(above);
                heading_time.clone_from(&time);
            }
            if block != Some(sentence.block) {
                block = Some(sentence.block);
                inherited.clone_from(&heading_time);
            }
            let trail = fact::trail(&tokens, claims);
            let known = found.facts.len();
            for place in (0..tokens.len()).filter(|place| matches!(tokens.get(*place), Some(Token::Number(_)))) {
                let before = found.facts.get(known..).and_then(<[Fact]>::last).map(|before| before.role);
                let fact = fact(&tokens, place, claims, before, inherited.as_ref(), &trail);
                let number = fact.as_ref().and_then(|fact| claims.get(fact.claim)?.number.as_ref());
                if let (Some(figure), Some(fact)) = (number.map(figure), fact) {
                    found.facts.push(fact);
                    found.figures.push(figure);
                    found.places.push(found.sentences.len());
                }
            }
            inherited = inherited.or(time);
            if found.facts.len() > known {
                found.sentences.push(Told { words: all, trail, under: found.headings.len() - 1, voice: voice(document, sentence, kind) });
            }
        }
        found
    }

    fn sentence(&self, fact: usize) -> Option<&Told> {
        self.sentences.get(*self.places.get(fact)?)
    }

    /// A fact with what stands around it.
    pub fn placed(&self, index: usize) -> Option<Placed<'_>> {
        let sentence = self.sentence(index)?;
        let headings = self.headings.get(sentence.under)?;
        Some(Placed {
            fact: self.facts.get(index)?,
            sentence: &sentence.words,
            trail: &sentence.trail.steps,
            numbers: &sentence.trail.numbers,
            headings,
        })
    }

    /// Whether a fact stands in a headline.
    pub fn is_headline(&self, fact: usize) -> bool {
        self.sentence(fact).is_some_and(|sentence| sentence.voice == Voice::Headline)
    }

    /// The number of a fact.
    pub fn number<'c>(&self, fact: usize, claims: &'c [Claim]) -> Option<&'c Number> {
        claims.get(self.facts.get(fact)?.claim)?.number.as_ref()
    }

    /// What the facts that may be the same share with this one: the value, all but a digit of it, or a word.
    pub fn keys(&self, number: usize, claims: &[Claim]) -> Vec<u64> {
        let (Some(fact), Some(figure)) = (self.facts.get(number), self.figures.get(number)) else { return Vec::new() };
        let kind = claims.get(fact.claim).map(|claim| claim.kind);
        let kind = if kind == Some(Kind::Rate) { Some(Kind::Amount) } else { kind };
        let words = fact.core.iter().take(WORDS).map(|stem| hash((kind, stem)));
        // Figures of one or two digits are alike by chance: only those of the same words are looked at.
        let figures = figure.keys().into_iter().flat_map(|key| match figure.digits() {
            0..=2 => fact.core.iter().take(WORDS).map(|stem| hash((kind, stem, &key))).collect::<Vec<_>>(),
            _ => vec![hash((kind, &key))],
        });
        words.chain(figures).collect()
    }
}

/// A heading is a headline, and so is a first line that doesn't end as sentences do.
fn voice(document: &Document, sentence: &Sentence, kind: BlockKind) -> Voice {
    let ended = document.words(sentence.span).trim_end().ends_with(['.', '!', '?', ':', '。', '！', '？', '：']);
    match kind {
        BlockKind::Heading => Voice::Headline,
        BlockKind::Paragraph if sentence.block == 0 && !ended => Voice::Headline,
        BlockKind::Paragraph | BlockKind::Cell | BlockKind::Quotation | BlockKind::Footnote => Voice::Text,
    }
}

/// The first time of a sentence that is not counted from another.
fn first_time(tokens: &[Token], claims: &[Claim]) -> Option<Period> {
    tokens.iter().find_map(|token| match token {
        Token::Time(claim) => claims.get(*claim)?.period.clone().filter(|period| period.relative.is_none()),
        Token::Word(..) | Token::Joiner | Token::Idle | Token::Direction(_) | Token::Earlier => None,
        Token::Now | Token::Number(_) | Token::Mark(_) => None,
    })
}
