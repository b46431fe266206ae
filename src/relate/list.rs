//! Lists of numbers: "316 in e-commerce, 5 in exhibitions and 39 in administrative adjudication".
//!
//! A list is made of segments between separators, each with one number of the same dimension, all built alike:
//! the number first, or a name and then the number. A segment built otherwise is no member, and ends the list.

use crate::model::claim::{Claim, Kind};
use crate::model::rule::Role;
use crate::model::sentence::{Item, What, WordId};

use super::ground::Ground;
use super::index::Standing;
use super::roles;

/// How many segments are looked at; longer lists are tables.
const SEGMENTS: usize = 80;
/// How many words a name before a number may have.
const NAME: usize = 8;

/// A list as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// Its members, by index among the claims of the document.
    pub members: Vec<usize>,
    /// One past its last item.
    pub end: usize,
    /// How it ends.
    pub closing: Closing,
}

/// How a list ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closing {
    /// With "and" before its last member, or with the bracket that it fills: nothing is left to come.
    Closed,
    /// In some other way.
    Open,
}

/// Where a number stands in its segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Build {
    NumberFirst,
    NameFirst,
}

/// How a segment is separated from the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Separator {
    None,
    Comma,
    Semicolon,
    And,
    CommaAnd,
}

struct Segment {
    separator: Separator,
    number: Option<(usize, Build)>,
    /// One past the item of its number, or past the bracket that holds it.
    member_end: usize,
    end: usize,
    last: Last,
    /// The word that begins a clause behind its number ("1,102 because they …").
    clause: Option<WordId>,
}

/// Whether a number of another kind leads a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Led {
    Yes,
    No,
}

/// Whether a segment is the last that there can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Last {
    No,
    Bracket,
    Yes,
}

/// The list that begins at an item, if there is one with at least two members.
/// A number that `plays` another role already is no member, and nothing before it is.
pub fn list(ground: &Ground<'_>, start: usize, role: &Role, plays: impl Fn(usize) -> bool) -> Option<List> {
    // A list begins with its first number or name, not with what only leads to it.
    match ground.items.get(start)?.what {
        What::Claim(_) if ground.is_restatement(start) && !role.restates() => return None,
        What::Claim(_) => {}
        What::Word(word) if ground.index.class(ground.language, word).filler == Standing::Outside => {}
        What::Word(_) | What::Mark(_) => return None,
    }
    if goes_on_from(ground, start, role, plays) {
        return None;
    }
    let mut members: Vec<usize> = Vec::new();
    let mut build = None;
    let mut end = start;
    let mut at = start;
    let mut closing = Closing::Open;
    let mut separator = Separator::None;
    let mut clause = None;
    for _ in 0..SEGMENTS {
        let first = members.first().and_then(|first| ground.claims.get(*first));
        let segment = segment(ground, at, separator, role, Before { first, clause });
        clause = segment.clause;
        if let Some((number, built)) = segment.number {
            let first = *build.get_or_insert(built);
            if first != built {
                // "61% of the traffic, vans for 32% and buses for 17%": the first name stands before the list, the others inside.
                let gap = segment.separator != Separator::Semicolon && leaves_out_noun(ground, number);
                if members.len() > 1 || built == Build::NumberFirst || !gap {
                    break;
                }
                build = Some(built);
            }
            members.push(number);
            end = segment.member_end;
            if matches!(segment.separator, Separator::And | Separator::CommaAnd) {
                closing = Closing::Closed;
            }
        } else if members.is_empty() {
            return None;
        }
        match segment.last {
            Last::Bracket => {
                // Only a number in the last segment fills the bracket to its end.
                if segment.number.is_some() {
                    closing = Closing::Closed;
                }
                break;
            }
            Last::Yes => break,
            Last::No => {}
        }
        let (next, after) = separators(ground, segment.end);
        // After "a, b and c" only another "and" goes on with the same list.
        if closing == Closing::Closed && !matches!(after, Separator::And | Separator::CommaAnd) {
            break;
        }
        // A pair has no comma before its "and": what follows one is a statement of its own.
        if members.len() == 1 && after == Separator::CommaAnd {
            break;
        }
        separator = after;
        at = next;
    }
    (members.len() >= 2).then_some(List { members, end, closing })
}

/// Whether a number doesn't say what it counts, because the first of its list said it.
fn leaves_out_noun(ground: &Ground<'_>, number: usize) -> bool {
    ground.claims.get(number).is_some_and(|claim| claim.unit.name.is_empty() || claim.kind != Kind::Amount)
}

/// Whether the list at this place is only the rest of one: a separator stands before it, and a number of the same kind
/// in the segment before that.
fn goes_on_from(ground: &Ground<'_>, start: usize, role: &Role, plays: impl Fn(usize) -> bool) -> bool {
    let here = |item: &&Item| match item.what {
        What::Claim(claim) => ground.claims.get(claim).filter(|claim| roles::fits(claim, role)),
        What::Word(_) | What::Mark(_) => None,
    };
    let own = ground.items.get(start..).into_iter().flatten().take(NAME).find_map(|item| here(&item));
    let before = ground.items.get(..start).into_iter().flatten().rev().take(2 * NAME);
    let mut separated = false;
    for item in before {
        match item.what {
            What::Word(word) => {
                let class = ground.index.class(ground.language, word);
                separated |= class.and == Standing::Inside;
                if class.subordinate == Standing::Inside || !separated && class.filler == Standing::Outside {
                    return false;
                }
            }
            What::Mark(',' | ';' | '，' | '；' | '、') => separated = true,
            What::Mark('.' | '!' | '?' | ':' | '。' | '！' | '？' | '：' | '(' | '[' | '（') => return false,
            What::Mark(_) => {}
            What::Claim(claim) => {
                let same = here(&item)
                    .filter(|_| !plays(claim))
                    .zip(own)
                    .is_some_and(|(one, two)| one.unit.comparable(&two.unit) && one.kind == two.kind);
                return separated && same;
            }
        }
    }
    false
}

/// What the segments before one have shown.
#[derive(Clone, Copy)]
struct Before<'c> {
    /// The first member of the list.
    first: Option<&'c Claim>,
    /// The word that begins a clause in the segment before.
    clause: Option<WordId>,
}

/// One segment: up to a separator, a sentence's end, a bracket that closes around it, or a word that begins something else.
fn segment(ground: &Ground<'_>, start: usize, separator: Separator, role: &Role, before: Before<'_>) -> Segment {
    let first = before.first;
    let mut clause = None;
    let mut number: Option<(usize, Build)> = None;
    let mut aside = None;
    let mut member_end = start;
    // Whether a number of another kind stands first ("121 (64.7%) were …"): then the member, if any, is in brackets.
    let mut led = Led::No;
    let mut words = 0;
    let mut at = start;
    let mut last = Last::No;
    while let Some(item) = ground.items.get(at) {
        if ground.sentence.get(at) != ground.sentence.get(start) {
            last = Last::Yes;
            break;
        }
        match item.what {
            What::Word(word) => {
                let class = ground.index.class(ground.language, word);
                if class.and == Standing::Inside {
                    break;
                }
                let own = number.filter(|(_, build)| *build == Build::NumberFirst).and_then(|(number, _)| ground.claims.get(number));
                let alike = || own.is_some_and(|own| before.clause == Some(word) || goes_on_alike(ground, at, word, role, own));
                if class.subordinate == Standing::Inside || clause.is_none() && ground.is_barrier(at) && !alike() {
                    last = Last::Yes;
                    break;
                }
                if clause.is_none() && ground.is_barrier(at) {
                    clause = Some(word);
                }
                if class.filler == Standing::Outside {
                    words += 1;
                }
            }
            What::Claim(claim) => {
                let Some(found) = ground.claims.get(claim) else { break };
                let own = number.and_then(|(number, _)| ground.claims.get(number));
                if roles::fits(found, role) && first.or(own).is_none_or(|other| alike(other, found)) {
                    if number.is_some() {
                        // Two numbers without a separator between them: this is no list member any more.
                        last = Last::Yes;
                        break;
                    }
                    if words <= NAME && led == Led::No {
                        number = Some((claim, if words == 0 { Build::NumberFirst } else { Build::NameFirst }));
                        member_end = at + 1;
                    }
                } else if !roles::is_time(found.kind) && number.is_none() && words == 0 {
                    led = Led::Yes;
                }
            }
            What::Mark(',' | ';' | '，' | '；' | '、') => break,
            What::Mark('(' | '[' | '（') => match ground.closing.get(at).copied().flatten() {
                Some(closing) => {
                    // "domestic acquisitions (26)": the number of the segment stands alone in the bracket.
                    if aside.is_none() && number.is_none() && (led == Led::Yes || 0 < words && words <= NAME) {
                        aside = bracketed(ground, at + 1, closing, role, first);
                        member_end = closing + 1;
                    }
                    at = closing;
                }
                None => {
                    last = Last::Yes;
                    break;
                }
            },
            What::Mark(')' | ']' | '）') => {
                last = Last::Bracket;
                break;
            }
            What::Mark('.' | '!' | '?' | ':' | '。' | '！' | '？' | '：') => {
                last = Last::Yes;
                break;
            }
            What::Mark(_) => {}
        }
        at += 1;
    }
    if ground.items.get(at).is_none() {
        last = Last::Yes;
    }
    let number = number.or(aside.map(|claim| (claim, Build::NameFirst)));
    Segment { separator, number, member_end, end: at, last, clause }
}

/// Whether behind the comma that ends a clause the list goes on with a number and a clause that begins with the same word:
/// "1,102 because their values lay outside the range, 478 because they declined".
fn goes_on_alike(ground: &Ground<'_>, start: usize, word: WordId, role: &Role, own: &Claim) -> bool {
    let inside = |item: &&Item| matches!(item.what, What::Word(_));
    let clause = ground.items.get(start..).into_iter().flatten().take_while(inside).count();
    let (next, after) = separators(ground, start + clause);
    let Some(What::Claim(claim)) = ground.what(next).filter(|_| after != Separator::None) else { return false };
    let member = ground.claims.get(claim).is_some_and(|claim| roles::fits(claim, role) && alike(own, claim));
    let behind = ground.items.get(next + 1..).into_iter().flatten().take(NAME).take_while(inside);
    member && behind.into_iter().any(|item| item.what == What::Word(word))
}

/// Whether two claims can be members of one list: numbers of one dimension, or times.
fn alike(one: &Claim, two: &Claim) -> bool {
    roles::is_time(one.kind) == roles::is_time(two.kind) && one.unit.comparable(&two.unit)
}

/// The only number inside a bracket, if it fits.
fn bracketed(ground: &Ground<'_>, start: usize, end: usize, role: &Role, first: Option<&Claim>) -> Option<usize> {
    let mut found = None;
    for item in ground.items.get(start..end)? {
        if let What::Claim(claim) = item.what {
            let is = ground.claims.get(claim)?;
            if roles::fits(is, role) && first.is_none_or(|first| alike(first, is)) && found.replace(claim).is_some() {
                return None;
            }
        }
    }
    found
}

/// The place after the separators that begin at an item, and the strongest of them.
fn separators(ground: &Ground<'_>, start: usize) -> (usize, Separator) {
    let mut at = start;
    let mut strongest = Separator::None;
    while let Some(item) = ground.items.get(at) {
        match item.what {
            What::Mark(',' | '，' | '、') => {
                if strongest == Separator::None {
                    strongest = Separator::Comma;
                }
            }
            What::Mark(';' | '；') => {
                if matches!(strongest, Separator::None | Separator::Comma) {
                    strongest = Separator::Semicolon;
                }
            }
            What::Word(word) if ground.index.class(ground.language, word).and == Standing::Inside => {
                strongest = match strongest {
                    Separator::None | Separator::And => Separator::And,
                    Separator::Comma | Separator::Semicolon | Separator::CommaAnd => Separator::CommaAnd,
                };
            }
            What::Word(_) | What::Claim(_) | What::Mark(_) => break,
        }
        at += 1;
    }
    (at, strongest)
}
