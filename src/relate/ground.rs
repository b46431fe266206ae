//! The items that phrases are matched against, with what is known about them.

use crate::model::claim::{Claim, Kind};
use crate::model::document::Document;
use crate::model::rational::Rational;
use crate::model::rule::Element;
use crate::model::rulebook::Rulebook;
use crate::model::sentence::{Item, What, WordId};

use super::index::{Index, Standing, WordClass};
use super::roles;

/// Items to match against, with what is known about them.
pub struct Ground<'a> {
    /// The items of one sentence, or of the sentences of one paragraph.
    pub items: &'a [Item],
    /// For each item the index of the bracket that closes it, if it is an opening bracket with a partner.
    pub closing: Vec<Option<usize>>,
    /// For each item the number of its sentence.
    pub sentence: Vec<usize>,
    /// The lists of names in these sentences, by index among the claims.
    pub names: Vec<usize>,
    /// The document, for the words of a claim.
    pub document: &'a Document,
    /// The claims of the document.
    pub claims: &'a [Claim],
    /// The language of the sentence.
    pub language: usize,
    /// The rulebook, for its groups.
    pub rulebook: &'a Rulebook,
    /// What words are to matching.
    pub index: &'a Index,
}

impl Ground<'_> {
    /// What stands at a place.
    pub fn what(&self, at: usize) -> Option<What> {
        self.items.get(at).map(|item| item.what)
    }

    /// What a word is to matching.
    pub fn class(&self, word: WordId) -> WordClass {
        self.index.class(self.language, word)
    }

    /// Whether the word at a place begins to speak of something else. Before a comma, a full stop, a closing bracket or
    /// "and" it is an adverb ("the year before, …") and doesn't.
    pub fn is_barrier(&self, at: usize) -> bool {
        let barrier = matches!(self.what(at), Some(What::Word(word)) if self.class(word).barrier == Standing::Inside);
        barrier
            && match self.what(at + 1) {
                Some(What::Mark(mark)) => !matches!(mark, ',' | '.' | ';' | ')' | ']' | '，' | '。' | '；' | '）'),
                Some(What::Word(word)) => self.class(word).and == Standing::Outside || self.is_and(at),
                Some(What::Claim(_)) => true,
                None => false,
            }
    }

    fn is_and(&self, at: usize) -> bool {
        matches!(self.what(at), Some(What::Word(word)) if self.class(word).and == Standing::Inside)
    }

    /// Whether a word that may be skipped anywhere stands at the place.
    pub fn is_filler(&self, at: usize) -> bool {
        matches!(self.what(at), Some(What::Word(word)) if self.class(word).filler == Standing::Inside)
    }

    /// Whether the word at a place is the particle of the verb before it ("made up"), which says no direction.
    pub fn is_particle(&self, at: usize) -> bool {
        let class = |place: usize| match self.what(place) {
            Some(What::Word(word)) => self.class(word),
            Some(What::Mark(_) | What::Claim(_)) | None => WordClass::default(),
        };
        class(at).particle == Standing::Inside && at.checked_sub(1).is_some_and(|verb| class(verb).particle_verb == Standing::Inside)
    }

    /// Where the sentence after the one at this place begins.
    pub fn next_sentence(&self, at: usize) -> Option<usize> {
        let here = self.sentence.get(at.min(self.sentence.len().checked_sub(1)?))?;
        let rest = self.sentence.get(at..)?;
        rest.iter().position(|sentence| sentence != here).map(|offset| at + offset)
    }

    /// Whether these words stand at the place.
    pub fn words_stand(&self, words: &[WordId], at: usize) -> bool {
        words.iter().enumerate().all(|(offset, wanted)| self.what(at + offset) == Some(What::Word(*wanted)))
    }

    /// Whether a word, mark or group stands at the place, filler words aside. Other elements never do.
    pub fn stands_next(&self, element: &Element, at: usize) -> bool {
        let mut place = at;
        loop {
            let stands = match element {
                Element::Word(words) => matches!(self.what(place), Some(What::Word(word)) if words.contains(&word)),
                Element::Mark(mark) => self.what(place) == Some(What::Mark(*mark)),
                Element::Group(group) => self
                    .rulebook
                    .groups
                    .get(group.0)
                    .is_some_and(|group| group.phrases.iter().any(|(words, _)| !words.is_empty() && self.words_stand(words, place))),
                Element::Role(_)
                | Element::List(_)
                | Element::Other
                | Element::Not(_)
                | Element::NextSentence
                | Element::Tight
                | Element::Time => false,
                Element::Near | Element::Gap | Element::WideGap | Element::Optional(_) | Element::Fragment(_) => false,
            };
            if stands || !self.is_filler(place) {
                return stands;
            }
            place += 1;
        }
    }

    /// Whether the number at a place says again, in another unit, what the number before it says: "12 km (7.5 miles)",
    /// "5.2 billion yuan ($730 million)". It is alone in its bracket but for filler, and plays no role of its own.
    pub fn is_restatement(&self, at: usize) -> bool {
        let mut opening = at;
        loop {
            let Some(before) = opening.checked_sub(1) else { return false };
            opening = before;
            match self.what(opening) {
                Some(What::Word(_)) if self.is_filler(opening) => {}
                Some(What::Mark('(' | '[' | '（')) => break,
                Some(What::Word(_) | What::Mark(_) | What::Claim(_)) | None => return false,
            }
        }
        let number = opening.checked_sub(1).and_then(|number| self.claim_at(number));
        let alone = self.closing.get(opening).copied().flatten() == Some(at + 1);
        alone && number.zip(self.claim_at(at)).is_some_and(|(said, again)| roles::other_unit(&said.unit, &again.unit))
    }

    /// Whether the bracket that opens at a place holds nothing but a restatement.
    pub fn opens_restatement(&self, at: usize) -> bool {
        self.closing.get(at).copied().flatten().and_then(|closing| closing.checked_sub(1)).is_some_and(|last| self.is_restatement(last))
    }

    fn claim_at(&self, at: usize) -> Option<&Claim> {
        match self.what(at)? {
            What::Claim(claim) => self.claims.get(claim),
            What::Word(_) | What::Mark(_) => None,
        }
    }

    /// The list of names that begins at a place, and one past its last item.
    pub fn names_at(&self, at: usize) -> Option<(usize, usize)> {
        let start = self.items.get(at)?.span.start;
        let of = |names: usize| self.claims.get(names).map(|claim| claim.span);
        let names = self.names.iter().copied().find(|names| of(*names).is_some_and(|span| span.start == start))?;
        let end = of(names)?.end;
        let length = self.items.get(at..)?.iter().take_while(|item| item.span.start < end).count();
        Some((names, at + length))
    }

    /// Whether a number comes next, filler aside: "254,000 more than in March and 929,000 more than in June" are two statements.
    pub fn counts_next(&self, at: usize) -> bool {
        let mut place = at;
        while self.is_filler(place) {
            place += 1;
        }
        match self.what(place) {
            Some(What::Claim(claim)) => self.claims.get(claim).is_some_and(|claim| !self.passes(claim)),
            Some(What::Word(_) | What::Mark(_)) | None => false,
        }
    }

    /// Whether a claim can be passed over like a word: a time, an ordinal, an age, a stretch of time in words or with a
    /// hyphen ("six months", "12-month"), or a small number in words ("two firms").
    pub fn passes(&self, claim: &Claim) -> bool {
        let words = || self.document.words(claim.span);
        let in_words = || !words().contains(|letter: char| letter.is_ascii_digit());
        match claim.kind {
            Kind::Ordinal | Kind::Age => true,
            Kind::Duration => in_words() || words().contains('-'),
            Kind::Amount => claim.number.as_ref().is_some_and(|number| number.value <= Rational::whole(10)) && in_words(),
            Kind::Date | Kind::Period | Kind::Clock => true,
            Kind::Money | Kind::Percent | Kind::PercentagePoint | Kind::BasisPoint | Kind::Times | Kind::Ratio => false,
            Kind::Rate | Kind::Rank | Kind::Index | Kind::Names => false,
        }
    }
}
