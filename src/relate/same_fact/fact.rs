//! What a sentence says about one of its numbers.

use crate::model::claim::Claim;
use crate::model::period::Period;

use super::tokens::{Token, Weight};
use super::words::Stem;

/// A number with what the words around it say about it.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Its index among the claims.
    pub claim: usize,
    /// The index of its sentence.
    pub sentence: usize,
    /// What it is to the thing it is about.
    pub role: Role,
    /// Its place in a list of numbers that the same words are about: "919,000 and 2.135 million, respectively".
    pub position: usize,
    /// The time it is said to be of.
    pub period: Option<Period>,
    /// The time that its paragraph begins with, for a fact of which none is said.
    pub inherited: Option<Period>,
    /// The words that say what it is about, in order of stems.
    pub core: Vec<Stem>,
    /// The words that lead to the first number of its clause: what the clause is about.
    pub lead: Vec<Stem>,
    /// Those of the core that follow it as its noun phrase.
    pub noun: Vec<Stem>,
    /// The words of the clause, also of its lead and tail, that tell it from alike facts.
    pub telling: Vec<Stem>,
    /// A bit for each word of the core, so that most pairs of facts are told apart at a glance.
    pub glance: u64,
}

/// What a number is to the thing it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// How much of it there is.
    Level,
    /// How much of it there was before.
    Earlier,
    /// How much more (1) or less (-1) of it there is, or how much it has changed (0).
    Change(i8),
}

/// As many words say what a number is about; with fewer the words that lead to it are asked.
const ENOUGH: usize = 3;

/// The fact of the number at a place of its sentence.
pub fn fact(tokens: &[Token], place: usize, claims: &[Claim], before: Option<&Fact>, inherited: Option<&Period>) -> Option<Fact> {
    let Some(Token::Number(claim)) = tokens.get(place).copied() else { return None };
    let sentence = claims.get(claim)?.sentence;
    let clause = clause(tokens, place);
    let left = left(tokens, clause, place);
    let noun = noun(tokens, place);
    let right = right(tokens, noun);
    let (joined, position) = position(tokens, clause, place);
    let mut core = stems(tokens, left, place);
    core.extend(stems(tokens, place + 1, noun));
    let first = (clause..place).find(|at| matches!(tokens.get(*at), Some(Token::Number(_)))).unwrap_or(place);
    let mut lead = lead(tokens, clause, first);
    if core.len() < ENOUGH {
        core.extend(if first == place { self::lead(tokens, clause, left) } else { lead.clone() });
    }
    let mut telling: Vec<Stem> = telling(tokens, clause, first).collect();
    telling.extend(self::telling(tokens, left, right));
    let mut noun = stems(tokens, place + 1, noun);
    for list in [&mut core, &mut lead, &mut noun, &mut telling] {
        list.sort_unstable();
        list.dedup();
    }
    // A list's members are all levels or all changes: "growth of 3.9% and 3.8%".
    let role = match before.filter(|_| joined) {
        Some(before) => before.role,
        None => role(tokens, place),
    };
    let period = period(tokens, left, place, right, clause, first).and_then(|time| claims.get(time)?.period.clone());
    let glance = core.iter().fold(0, |glance, stem| glance | 1 << (stem.0 >> 58));
    Some(Fact { claim, sentence, role, position, period, inherited: inherited.cloned(), core, lead, noun, telling, glance })
}

/// Where the clause of a place begins.
fn clause(tokens: &[Token], place: usize) -> usize {
    let ends = |token: &Token| matches!(token, Token::Mark(';' | ':' | '；' | '：'));
    tokens.get(..place).and_then(|before| before.iter().rposition(ends)).map_or(0, |at| at + 1)
}

/// Where the words before a number that are its own begin. What stands before a bracket is what the number in it is about.
fn left(tokens: &[Token], clause: usize, place: usize) -> usize {
    let mut at = place;
    let mut opened = false;
    while at > clause {
        let next = match tokens.get(at - 1) {
            Some(Token::Mark('(' | '（')) if !opened => {
                opened = true;
                at - 1
            }
            Some(Token::Mark(')' | '）')) => {
                let open = (clause..at - 1).rev().find(|at| matches!(tokens.get(*at), Some(Token::Mark('(' | '（'))));
                match open {
                    Some(open) => open,
                    None => return at,
                }
            }
            Some(Token::Mark(',' | '，' | '、' | '–' | '—' | '-' | '(' | '（') | Token::Number(_)) | None => return at,
            Some(Token::Earlier) if matches!(tokens.get(at), Some(Token::Time(_) | Token::Number(_))) => return at,
            Some(Token::Word(..) | Token::Joiner | Token::Idle | Token::Direction(_) | Token::Earlier) => at - 1,
            Some(Token::Now | Token::Time(_) | Token::Mark(_)) => at - 1,
        };
        at = next;
    }
    at
}

/// Where the noun phrase behind a number ends.
fn noun(tokens: &[Token], place: usize) -> usize {
    let mut end = place + 1;
    let mut at = end;
    while let Some(token) = tokens.get(at) {
        at += 1;
        match token {
            Token::Word(..) => end = at,
            Token::Joiner => {}
            Token::Idle | Token::Direction(_) | Token::Earlier | Token::Now => break,
            Token::Time(_) | Token::Number(_) | Token::Mark(_) => break,
        }
    }
    end
}

/// Where what is said of a number behind its noun phrase ends; words that lead to the next number belong to that.
fn right(tokens: &[Token], noun: usize) -> usize {
    let mut at = noun;
    let mut joiner = noun;
    while let Some(token) = tokens.get(at) {
        match token {
            Token::Mark(_) => return at,
            Token::Number(_) => return joiner,
            Token::Joiner | Token::Earlier | Token::Direction(_) => joiner = at,
            Token::Word(..) | Token::Idle | Token::Now | Token::Time(_) => {}
        }
        at += 1;
    }
    at
}

/// The words that lead to a number from further away: those behind the last comma, or more if they are too few.
fn lead(tokens: &[Token], clause: usize, end: usize) -> Vec<Stem> {
    let mut start = end;
    let mut found = Vec::new();
    while start > clause && found.len() < ENOUGH - 1 {
        let comma = |at: &usize| matches!(tokens.get(*at), Some(Token::Mark(',' | '，')));
        start = (clause..start).rev().find(comma).unwrap_or(clause);
        found = stems(tokens, start, end);
    }
    found
}

/// How many numbers stand before a number in its list, and whether there are any.
fn position(tokens: &[Token], clause: usize, place: usize) -> (bool, usize) {
    let mut position = 0;
    for at in (clause..place).rev() {
        match tokens.get(at) {
            Some(Token::Number(_)) => position += 1,
            Some(Token::Joiner | Token::Mark(',' | '，' | '、')) => {}
            Some(Token::Word(..) | Token::Idle | Token::Direction(_) | Token::Earlier | Token::Now) => break,
            Some(Token::Time(_) | Token::Mark(_)) | None => break,
        }
    }
    (position > 0, position)
}

/// As many words may stand between a change and the word that says which way it goes.
const BEFORE: usize = 5;
const BEHIND: usize = 2;

fn role(tokens: &[Token], place: usize) -> Role {
    for at in (place.saturating_sub(BEFORE)..place).rev() {
        match tokens.get(at) {
            Some(Token::Direction(sign)) => return Role::Change(*sign),
            Some(Token::Now) => return Role::Level,
            Some(Token::Earlier) => return Role::Earlier,
            Some(Token::Idle | Token::Joiner | Token::Word(_, Weight::Plain) | Token::Mark('(' | '（')) => {}
            Some(Token::Word(_, Weight::Telling) | Token::Time(_) | Token::Number(_) | Token::Mark(_)) | None => break,
        }
    }
    let mut at = place;
    for _ in 0..BEHIND {
        at += 1;
        if let Some(Token::Mark('(' | '（')) = tokens.get(at) {
            let closes = |token: &Token| matches!(token, Token::Mark(')' | '）'));
            at += tokens.get(at..).and_then(|rest| rest.iter().position(closes)).unwrap_or(0) + 1;
        }
        match tokens.get(at) {
            Some(Token::Direction(sign)) => return Role::Change(*sign),
            Some(Token::Word(..)) => {}
            Some(Token::Idle | Token::Joiner | Token::Now | Token::Earlier) => break,
            Some(Token::Time(_) | Token::Number(_) | Token::Mark(_)) | None => break,
        }
    }
    Role::Level
}

/// The time that a number is of: the one behind it, else the nearest before it, else that at the beginning of its clause.
fn period(tokens: &[Token], left: usize, place: usize, right: usize, clause: usize, first: usize) -> Option<usize> {
    let time = |at: usize| match tokens.get(at) {
        Some(Token::Time(time)) => Some(*time),
        Some(_) | None => None,
    };
    // "Up 4% since 2011": that is what it is measured from.
    let own = |at: usize| time(at).filter(|_| !matches!(at.checked_sub(1).and_then(|at| tokens.get(at)), Some(Token::Earlier)));
    (place..right).find_map(own).or_else(|| (left..place).rev().find_map(time)).or_else(|| (clause..first).find_map(own))
}

fn stems(tokens: &[Token], start: usize, end: usize) -> Vec<Stem> {
    let words = tokens.get(start..end).unwrap_or_default().iter();
    let stem = |token: &Token| match token {
        Token::Word(stem, _) => Some(*stem),
        Token::Joiner | Token::Idle | Token::Direction(_) | Token::Earlier | Token::Now => None,
        Token::Time(_) | Token::Number(_) | Token::Mark(_) => None,
    };
    words.filter_map(stem).collect()
}

fn telling(tokens: &[Token], start: usize, end: usize) -> impl Iterator<Item = Stem> {
    tokens.get(start..end).unwrap_or_default().iter().filter_map(|token| match token {
        Token::Word(stem, Weight::Telling) => Some(*stem),
        Token::Word(_, Weight::Plain) | Token::Joiner | Token::Idle | Token::Direction(_) | Token::Earlier => None,
        Token::Now | Token::Time(_) | Token::Number(_) | Token::Mark(_) => None,
    })
}

/// All words of a sentence, in order of stems.
pub fn all(tokens: &[Token]) -> Vec<Stem> {
    let mut all = stems(tokens, 0, tokens.len());
    all.sort_unstable();
    all.dedup();
    all
}
