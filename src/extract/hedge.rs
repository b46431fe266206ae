//! What the words around a number make of it.

use super::view::View;
use crate::model::claim::Kind;
use crate::model::number::Hedge;
use crate::model::numeral_words::HedgeWord;

/// A hedge, and where the words of number and hedge begin and end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hedged {
    /// Where the first of them begins.
    pub start: usize,
    /// Where the last of them ends.
    pub end: usize,
    /// What they make of the number.
    pub hedge: Option<Hedge>,
}

/// The hedge of what stands from `start` to `end`. A number right before it is `compared` with it.
pub fn hedge(view: &View<'_>, start: usize, end: usize, kind: Kind, compared: Neighbour) -> Hedged {
    let before = before(view, start, kind, compared);
    let after = view.ahead(&view.words.hedges_after, end).or_else(|| tied(view, end)).filter(|(last, _)| !goes_on(view, end, *last, kind));
    let (first, word) = before.map_or((start, None), |(first, word)| (first, Some(word)));
    match after {
        // "about five hundred or more": the bound says more than the approximation.
        Some((last, word)) => Hedged { start: first, end: last, hedge: meaning(*word) },
        None => Hedged { start: first, end, hedge: word.and_then(meaning) },
    }
}

/// What stands right before a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Neighbour {
    /// Another number.
    Number,
    /// Anything else.
    Other,
}

/// "for ten years and over the past two": what looks like "and over" begins another phrase.
fn goes_on(view: &View<'_>, end: usize, last: usize, kind: Kind) -> bool {
    let doubtful = view.ahead(&view.words.ages_hedged, end).is_some_and(|(hedge_end, ())| hedge_end == last);
    doubtful && (kind == Kind::Duration || view.ahead(&view.words.multiples_of, last).is_some())
}

fn tied<'t>(view: &View<'t>, end: usize) -> Option<(usize, &'t HedgeWord)> {
    let (length, word) = view.words.hedges_after.longest(view.from(end))?;
    Some((end + length, word))
}

fn before(view: &View<'_>, start: usize, kind: Kind, compared: Neighbour) -> Option<(usize, HedgeWord)> {
    let direct = view.behind(&view.words.hedges, start);
    let (first, word) = direct.or_else(|| {
        let (filler, ()) = view.behind(&view.words.fillers, start)?;
        view.behind(&view.words.hedges, filler)
    })?;
    let compares = view.behind(&view.words.comparing, start).is_some_and(|(from, ())| from == first);
    if compares && compared == Neighbour::Number && view.before(first).trim().is_empty() {
        return None;
    }
    let loose = view.behind(&view.words.not_of_durations, start).is_some_and(|(from, ())| from == first);
    if loose && kind == Kind::Duration && view.behind(&view.words.before_duration, first).is_none() {
        return None;
    }
    // "no more than around 10%": the bound says more than the approximation.
    if word == &HedgeWord::About
        && let Some((earlier, bound)) = view.behind(&view.words.hedges, first)
        && bound != &HedgeWord::Plain
    {
        return Some((earlier, *bound));
    }
    if word == &HedgeWord::Plain { None } else { Some((first, *word)) }
}

fn meaning(word: HedgeWord) -> Option<Hedge> {
    match word {
        HedgeWord::Above => Some(Hedge::Above),
        HedgeWord::AtLeast => Some(Hedge::AtLeast),
        HedgeWord::Below => Some(Hedge::Below),
        HedgeWord::AtMost => Some(Hedge::AtMost),
        HedgeWord::About => Some(Hedge::About),
        HedgeWord::Exactly => Some(Hedge::Exactly),
        HedgeWord::Odd => Some(Hedge::Odd),
        HedgeWord::Plain => None,
    }
}
