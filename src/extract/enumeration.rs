//! Lists of names in words, counted: "Lyon, Nice and Brest" are three.
//!
//! A list counts for certain where capitals or a colon say where its members begin and end; of any other ("research and
//! development") only its place is kept, so that nothing is held against a sentence that may mean it.

use rustc_hash::FxHashSet;

use crate::model::claim::{Claim, Kind};
use crate::model::document::{Document, Span};
use crate::model::number::Number;
use crate::model::rational::Rational;
use crate::model::rulebook::Rulebook;
use crate::model::sentence::{Item, Sentence, What, WordId};
use crate::model::unit::Unit;

/// The words that join the last member of a list.
const AND: &str = "and";
/// Words that a name may have inside ("Stoke on Trent"), and words that open a sentence before a comma ("however").
const PARTICLES: &str = "name-particle";
const OPENERS: &str = "sentence-opener";
/// How many words a member may have.
const MEMBER: usize = 6;

/// One member of a list, by its items.
#[derive(Clone, Copy, Debug)]
struct Member {
    start: usize,
    end: usize,
}

/// How many members a list has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Size {
    Certain(usize),
    Open,
}

/// The words of a language that lists of names are told by.
#[derive(Clone, Debug, Default)]
pub struct ListWords {
    and: FxHashSet<WordId>,
    particles: FxHashSet<WordId>,
    openers: FxHashSet<WordId>,
}

impl ListWords {
    /// Those of a language of the rulebook.
    pub fn new(rulebook: &Rulebook, language: usize) -> Self {
        let words = |name: &str| {
            let group = rulebook.group(name, language).and_then(|group| rulebook.groups.get(group.0));
            group.iter().flat_map(|group| &group.phrases).filter_map(|(words, _)| words.first().copied()).collect()
        };
        ListWords { and: words(AND), particles: words(PARTICLES), openers: words(OPENERS) }
    }
}

/// The lists of names of a sentence (its document and its number in that are `of`), as claims of the kind [`Kind::Names`]; those without a number can't be counted.
pub fn enumerations(document: &Document, sentence: &Sentence, of: (usize, usize), words: &ListWords) -> Vec<Claim> {
    let reader = Reader { document, items: &sentence.items, words };
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = sentence.items.get(at..).and_then(|rest| rest.iter().position(|item| reader.separates(item.what))) {
        let place = at + offset;
        let (end, list) = reader.list_around(place, at);
        let ends =
            list.map(|(start, end, size)| (sentence.items.get(start), end.checked_sub(1).and_then(|last| sentence.items.get(last)), size));
        if let Some((Some(first), Some(last), size)) = ends {
            let span = Span::new(first.span.start, last.span.end);
            let number = match size {
                Size::Certain(count) => Some(Number::exact(Rational::whole(count as i128))),
                Size::Open => None,
            };
            let (unit, language) = (Unit::none(), sentence.language);
            let ((document, sentence), kind) = (of, Kind::Names);
            found.push(Claim {
                document,
                sentence,
                span,
                hedged: span,
                kind,
                number,
                period: None,
                clock: None,
                unit,
                subject: None,
                language,
            });
        }
        at = end.max(place + 1);
    }
    found
}

struct Reader<'a> {
    document: &'a Document,
    items: &'a [Item],
    words: &'a ListWords,
}

impl Reader<'_> {
    fn what(&self, at: usize) -> Option<What> {
        self.items.get(at).map(|item| item.what)
    }

    fn separates(&self, what: What) -> bool {
        match what {
            What::Mark(mark) => matches!(mark, ',' | '、' | '，'),
            What::Word(word) => self.words.and.contains(&word),
            What::Claim(_) => false,
        }
    }

    /// Whether a word begins with a capital.
    fn is_capital(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| self.document.words(item.span).starts_with(char::is_uppercase))
    }

    /// The word at a place, if it is one that may belong to a member.
    fn word(&self, at: usize) -> Option<WordId> {
        match self.what(at)? {
            What::Word(word) => (!self.words.and.contains(&word)).then_some(word),
            What::Claim(_) | What::Mark(_) => None,
        }
    }

    /// The list of which the first separator stands at a place, looking back no further than `floor`, and where it was read to.
    fn list_around(&self, separator: usize, floor: usize) -> (usize, Option<(usize, usize, Size)>) {
        let back = (floor..separator).rev().take(MEMBER).take_while(|at| self.word(*at).is_some()).count();
        if back == 0 {
            return (separator + 1, None);
        }
        let first = Member { start: separator - back, end: separator };
        let mut members = vec![first];
        let mut ands = 0;
        let mut at = separator;
        loop {
            let mut next = at;
            let mut joined = 0;
            while self.what(next).is_some_and(|what| self.separates(what)) {
                joined += usize::from(matches!(self.what(next), Some(What::Word(_))));
                next += 1;
            }
            let length = (next..self.items.len()).take(MEMBER + 1).take_while(|at| self.word(*at).is_some()).count();
            if next == at || length == 0 || members.len() > MEMBER * MEMBER {
                break;
            }
            ands += joined;
            members.push(Member { start: next, end: next + length });
            at = next + length;
            if joined > 0 && !self.what(at).is_some_and(|what| self.separates(what)) {
                break;
            }
        }
        if ands == 0 || members.len() < 2 {
            return (at, None);
        }
        let introduced = first.start.checked_sub(1).and_then(|before| self.what(before));
        let ended = matches!(self.what(at), None | Some(What::Mark('.' | ';' | ')' | '。' | '；' | '）')));
        let short = members.iter().all(|member| member.end - member.start <= MEMBER);
        // "Ashby, the old capital, Corran and Tolland": an aside counts for nothing.
        let capitals = members.iter().filter(|member| (member.start..member.end).any(|at| self.is_capital(at))).count();
        let even = capitals == 0 || capitals == members.len();
        // "Ashby, Corran and Tolland come later" goes on behind its list.
        let pure = |member: &Member| (member.start..member.end).all(|at| self.is_name(at));
        let ended = ended && (!members.iter().rev().skip(1).all(pure) || members.last().is_some_and(pure));
        if matches!(introduced, Some(What::Mark(':' | '(' | '–' | '—' | '：' | '（'))) {
            let size = if ands == 1 && short && even && ended { Size::Certain(members.len()) } else { Size::Open };
            return (at, Some((first.start, at, size)));
        }
        let names = if ands == 1 { self.names(&members) } else { None };
        (at, Some(names.unwrap_or((first.start, at, Size::Open))))
    }

    /// The same as a list of names in capitals, of which the first ends the words before it and the last begins those behind.
    fn names(&self, members: &[Member]) -> Option<(usize, usize, Size)> {
        let (first, rest) = members.split_first()?;
        let (last, middle) = rest.split_last()?;
        let tail = (first.start..first.end).rev().take_while(|at| self.is_name(*at)).count();
        let Some(start) = (first.end - tail..first.end).find(|at| self.is_capital(*at)) else {
            // "Three cities, including Ashby and Corran": the list begins behind the comma.
            let begins =
                !middle.is_empty() && !self.is_name(middle.first()?.start) && !(first.start..first.end).any(|at| self.is_capital(at));
            return if begins { self.names(rest) } else { None };
        };
        let whole = |member: &Member| (member.start..member.end).all(|at| self.is_name(at)) && self.is_capital(member.start);
        let head = (last.start..last.end).take_while(|at| self.is_name(*at)).count();
        let end = (last.start..last.start + head).rev().find(|at| self.is_capital(*at))? + 1;
        let opener = start == 0 && self.word(start).is_some_and(|word| self.words.openers.contains(&word));
        (!opener && self.is_capital(last.start) && middle.iter().all(whole)).then_some((start, end, Size::Certain(members.len())))
    }

    fn is_name(&self, at: usize) -> bool {
        self.is_capital(at) || self.word(at).is_some_and(|word| self.words.particles.contains(&word))
    }
}
