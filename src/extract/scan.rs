//! One pass over a sentence: words, marks and claims.

use super::clock;
use super::elided;
use super::hedge::Neighbour;
use super::not_claim;
use super::numeral::{Form, numeral};
use super::period::time_at;
use super::quantity::{Quantity, quantity};
use super::rate;
use super::view::View;
use crate::model::claim::{Claim, Kind};
use crate::model::document::Span;
use crate::model::lexicon::Lexicon;
use crate::model::rational::Rational;
use crate::model::sentence::{Item, What, WordId};
use crate::model::unit::{Dimension, Per, Unit};
use crate::model::words::Language;

/// What a sentence is read by, and where it stands.
pub struct Frame<'t> {
    /// Its language.
    pub language: &'t Language,
    /// The number of its language.
    pub language_number: usize,
    /// The words that rules mention.
    pub lexicon: &'t Lexicon,
    /// The number of the document.
    pub document: usize,
    /// The number of the sentence.
    pub sentence: usize,
    /// The byte of the prose at which the sentence begins.
    pub offset: usize,
    /// How many claims the document has before it.
    pub first_claim: usize,
}

/// The items and claims of the sentence in the view.
pub fn scan(mut view: View<'_>, frame: &Frame<'_>) -> (Vec<Item>, Vec<Claim>) {
    let mut read = Read { frame, items: Vec::new(), claims: Vec::new(), per: None };
    let mut at = 0;
    while let Some(letter) = view.next(at) {
        if letter.is_whitespace() {
            at += letter.len_utf8();
            continue;
        }
        let starts = starts_word(&view, at, letter);
        if starts
            && letter.is_ascii_digit()
            && let Some((end, clock)) = clock::clock(&view, at, &frame.language.time)
        {
            let span = Span::new(at, end);
            read.claim(span, span, Claim { kind: Kind::Clock, clock: Some(clock), ..blank(Unit::none()) });
            (view.floor, at) = (end, end);
            continue;
        }
        if starts && let Some(time) = time_at(view.text, at, &frame.language.time).filter(|time| !is_torn(&view, at, time.end)) {
            let start = time.start.max(view.floor);
            let end = time.end.max(at + letter.len_utf8());
            let (span, unit) = (Span::new(start, end), Unit::none());
            read.claim(span, span, Claim { kind: time.kind, period: Some(time.period), ..blank(unit) });
            (view.floor, at) = (end, end);
            continue;
        }
        if starts && let Some(length) = not_claim::unread(&view, at) {
            read.words(&view, at, at + length);
            at += length;
            continue;
        }
        if starts && let Some(denominator) = rate::denominator(&view, at).filter(|found| found.start == at && is_sized(found)) {
            read.owed_denominator(&view, at, &denominator.per);
            read.words(&view, at, denominator.end);
            read.per = Some(denominator.per);
            at = denominator.end;
            continue;
        }
        if starts && (letter.is_alphanumeric() || matches!(letter, '.' | '½' | '⅓' | '⅔' | '¼' | '¾')) {
            let neighbour = read.neighbour();
            if let Some(found) = quantity(&view, at, neighbour) {
                let end = found.hedged.end.max(found.span.end).max(at + letter.len_utf8());
                read.quantity(found);
                (view.floor, at) = (end, end);
                continue;
            }
        }
        let mut end = if letter.is_alphanumeric() { currency_end(&view, at).max(at + letter.len_utf8()) } else { at + letter.len_utf8() };
        if starts && let Some((length, numeral)) = numeral(view.from(at), view.words) {
            if not_claim::is_label(&view, at, at + length, &numeral) {
                view.label_end = Some(at + length);
            }
            // The decimals of what is no claim are none either: "Chart 8.1".
            if numeral.form == Form::Digits {
                end = end.max(at + length);
            }
        }
        read.words(&view, at, end);
        at = end;
    }
    elided::share_units(view.text, frame.offset, &mut read.claims, frame.language);
    (read.items, read.claims)
}

/// Whether a time would be only the first half of a number with a slash: the year in "Regulation 2016/679".
fn is_torn(view: &View<'_>, at: usize, end: usize) -> bool {
    view.next(end) == Some('/') && not_claim::slashed(view, at).is_some_and(|length| end < at + length)
}

/// Whether a word or number can begin here: not in the middle of a word.
fn starts_word(view: &View<'_>, at: usize, letter: char) -> bool {
    let word = letter.is_alphanumeric() || matches!(letter, '+' | '.' | '(');
    let inside = view.last(at).is_some_and(char::is_alphanumeric);
    // "RMB56": the digits begin where a currency ends.
    let behind_letters = letter.is_ascii_digit() && view.last(at).is_some_and(|last| last.is_alphabetic());
    let number = letter != '.' || view.next(at + 1).is_some_and(|next| next.is_ascii_digit());
    word && number && (!inside || behind_letters && view.behind(view.units, at).is_some_and(|(_, unit)| unit.dimension == Dimension::Money))
}

/// The end of the word that begins here, before the digits that a currency may be written close to: "RMB56".
fn currency_end(view: &View<'_>, at: usize) -> usize {
    let end = view.word_end(at);
    let word = view.text.get(at..end).unwrap_or("");
    let letters = word.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let money = view.units.longest(letters).is_some_and(|(length, unit)| length == letters.len() && unit.dimension == Dimension::Money);
    if money && letters.len() < word.len() { at + letters.len() } else { end }
}

/// Whether a denominator says how many: "per 10,000 people", not "per year".
fn is_sized(found: &rate::Denominator) -> bool {
    found.per.size != Rational::one()
}

fn blank(unit: Unit) -> Claim {
    let nowhere = Span::new(0, 0);
    Claim {
        document: 0,
        sentence: 0,
        span: nowhere,
        hedged: nowhere,
        kind: Kind::Amount,
        number: None,
        period: None,
        clock: None,
        unit,
        subject: None,
        language: 0,
    }
}

struct Read<'f, 't> {
    frame: &'f Frame<'t>,
    items: Vec<Item>,
    claims: Vec<Claim>,
    /// The denominator that was named before the numbers it belongs to: "patents per 10,000 people rose from 0.62".
    per: Option<Per>,
}

impl Read<'_, '_> {
    fn shifted(&self, span: Span) -> Span {
        Span::new(span.start + self.frame.offset, span.end + self.frame.offset)
    }

    /// What the claim before is, if there is one. That it stands right before is for the reader of hedges to see.
    fn neighbour(&self) -> Neighbour {
        match self.claims.last() {
            Some(claim) if claim.number.is_some() => Neighbour::Number,
            Some(_) | None => Neighbour::Other,
        }
    }

    fn claim(&mut self, span: Span, hedged: Span, claim: Claim) {
        let hedged = Span::new(hedged.start.min(span.start), hedged.end.max(span.end));
        let (span, hedged) = (self.shifted(span), self.shifted(hedged));
        // Words that have turned out to belong to the claim are no items of their own.
        while self.items.last().is_some_and(|item| item.span.end > hedged.start) {
            self.items.pop();
        }
        self.items.push(Item { span: hedged, what: What::Claim(self.frame.first_claim + self.claims.len()) });
        let (document, sentence, language) = (self.frame.document, self.frame.sentence, self.frame.language_number);
        self.claims.push(Claim { document, sentence, span, hedged, language, ..claim });
    }

    fn quantity(&mut self, found: Quantity) {
        let subject = found.subject.map(|span| self.shifted(span));
        let mut unit = found.unit;
        let mut kind = found.kind;
        let bare = kind == Kind::Amount && unit.dimension == Dimension::Count && unit.per.is_none() && subject.is_none();
        if bare && let Some(per) = &self.per {
            unit.per = Some(per.clone());
            kind = Kind::Rate;
        }
        self.claim(found.span, found.hedged, Claim { kind, number: Some(found.number), subject, ..blank(unit) });
    }

    /// Gives a denominator to the number before it, from which only a verb keeps it: "10.8 people divorced per thousand".
    fn owed_denominator(&mut self, view: &View<'_>, at: usize, per: &Per) {
        let Some(claim) = self.claims.last_mut() else { return };
        let subject_end = claim.subject.map_or(claim.span.end, |subject| subject.end);
        let between = subject_end.checked_sub(self.frame.offset).and_then(|end| view.text.get(end..at)).unwrap_or(",").trim();
        let counted = claim.kind == Kind::Amount && claim.unit.dimension == Dimension::Count && claim.unit.per.is_none();
        if counted && claim.subject.is_some() && !between.is_empty() && between.chars().all(char::is_alphabetic) {
            claim.unit.per = Some(per.clone());
            claim.kind = Kind::Rate;
        }
    }

    /// Words and marks of a stretch without claims.
    fn words(&mut self, view: &View<'_>, start: usize, end: usize) {
        let mut at = start;
        while at < end {
            let Some(letter) = view.next(at) else { return };
            let next =
                if letter.is_alphanumeric() { view.word_end(at).min(end).max(at + letter.len_utf8()) } else { at + letter.len_utf8() };
            let span = self.shifted(Span::new(at, next));
            if letter.is_alphanumeric() {
                let id = view.text.get(at..next).map_or(WordId::UNKNOWN, |word| self.frame.lexicon.look_up(word));
                self.items.push(Item { span, what: What::Word(id) });
            } else if !letter.is_whitespace() && !is_hyphen(view, at, letter) {
                self.items.push(Item { span, what: What::Mark(letter) });
            }
            at = next;
        }
    }
}

/// A hyphen between two words, which phrases don't write: "year-on-year".
fn is_hyphen(view: &View<'_>, at: usize, letter: char) -> bool {
    matches!(letter, '-' | '‐' | '‑')
        && view.last(at).is_some_and(char::is_alphanumeric)
        && view.next(at + letter.len_utf8()).is_some_and(char::is_alphanumeric)
}
