//! Matching the elements of a phrase against the items of a sentence.
//!
//! All ways to match are collected, because a sentence that can be read in several ways is judged by the kindest.

use crate::model::claim::{Claim, Kind};
use crate::model::document::Document;
use crate::model::number::Number;
use crate::model::rational::Rational;
use crate::model::rule::{Alternative, Element, Rule};
use crate::model::rulebook::Rulebook;
use crate::model::sentence::{Item, What, WordId};

use super::index::{Index, Standing};
use super::list::{self, List};
use super::roles;

/// How many words may follow a number before the next element: the thing counted, a place, a time.
const TAIL: usize = 9;
/// How many items a gap may skip, and a wide gap.
const GAP: usize = 24;
const WIDE_GAP: usize = 60;
/// How many skippable words may stand between two elements.
const FILLER: usize = 6;
/// How many steps are taken for one phrase in one sentence; a sentence beyond that is not prose.
const STEPS: usize = 20_000;

/// Items to match against, with what is known about them.
pub struct Ground<'a> {
    /// The items of one sentence, or of the sentences of one paragraph.
    pub items: &'a [Item],
    /// For each item the index of the bracket that closes it, if it is an opening bracket with a partner.
    pub closing: Vec<Option<usize>>,
    /// For each item the number of its sentence.
    pub sentence: Vec<usize>,
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

/// One way to match a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// For each role of the rule the claims that play it.
    pub roles: Vec<Vec<usize>>,
    /// The direction of the signed word nearest to the last number.
    pub direction: i8,
    /// How the list in it ends, if it has one.
    pub closed: Option<list::Closing>,
    /// The wordings of the fragments in it, by index in the rulebook.
    pub wordings: Vec<usize>,
    /// How many sentence ends it crosses by words that point back.
    pub pointed: usize,
    /// The first item that takes part.
    pub start: usize,
    /// One past the last item that takes part.
    pub end: usize,
}

/// All ways to match the phrase, from every place of the ground.
pub fn matches(ground: &Ground<'_>, rule: &Rule, elements: &[Element]) -> Vec<Match> {
    let mut search = Search { ground, rule, steps: 0, found: Vec::new() };
    for start in 0..ground.items.len() {
        let state = Match {
            roles: vec![Vec::new(); rule.roles.len()],
            direction: 0,
            closed: None,
            wordings: Vec::new(),
            pointed: 0,
            start,
            end: start,
        };
        search.step(elements, start, state, Slack::None);
    }
    search.found
}

/// What may be skipped before the next element.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Slack {
    /// Nothing: the element must stand here.
    None,
    /// Filler words and commas.
    Filler,
    /// Also words, times and asides, up to a comma.
    Near,
    /// The same and the comma: the tail of a number.
    Tail,
    /// A gap.
    Gap,
    /// A gap with numbers.
    WideGap,
}

struct Search<'g, 'a> {
    ground: &'g Ground<'a>,
    rule: &'g Rule,
    steps: usize,
    found: Vec<Match>,
}

impl Search<'_, '_> {
    fn step(&mut self, elements: &[Element], at: usize, state: Match, slack: Slack) {
        self.steps += 1;
        if self.steps > STEPS {
            return;
        }
        let Some((element, rest)) = elements.split_first() else {
            if !self.found.contains(&state) {
                self.found.push(state);
            }
            return;
        };
        match element {
            Element::Near => return self.step(rest, at, state, Slack::Near),
            Element::Gap => return self.step(rest, at, state, Slack::Gap),
            Element::WideGap => return self.step(rest, at, state, Slack::WideGap),
            Element::NextSentence => {
                if let Some(place) = self.next_sentence(at) {
                    self.step(rest, place, Match { pointed: state.pointed + 1, ..state }, Slack::Filler);
                }
                return;
            }
            Element::Not(unwanted) => {
                if !self.stands_next(unwanted, at) {
                    self.step(rest, at, state, slack);
                }
                return;
            }
            Element::Optional(inner) => {
                let longer: Vec<Element> = inner.iter().chain(rest).cloned().collect();
                self.step(&longer, at, state.clone(), slack);
                return self.step(rest, at, state, slack);
            }
            Element::Fragment(alternatives) => {
                for Alternative { wording, elements: inner } in alternatives {
                    let longer: Vec<Element> = inner.iter().chain(rest).cloned().collect();
                    let mut next = state.clone();
                    next.wordings.push(*wording);
                    self.step(&longer, at, next, slack);
                }
                return;
            }
            Element::Word(_) | Element::Mark(_) | Element::Group(_) | Element::Role(_) | Element::List(_) | Element::Other => {}
        }
        for place in self.places(at, slack) {
            self.meet(element, rest, place, &state);
        }
    }

    /// Where the sentence after the one at this place begins.
    fn next_sentence(&self, at: usize) -> Option<usize> {
        let here = self.ground.sentence.get(at.min(self.ground.sentence.len().checked_sub(1)?))?;
        let rest = self.ground.sentence.get(at..)?;
        rest.iter().position(|sentence| sentence != here).map(|offset| at + offset)
    }

    /// Whether the element stands at the place, filler words aside.
    fn stands_next(&self, element: &Element, at: usize) -> bool {
        let filler = |item: &&Item| match item.what {
            What::Word(word) => self.ground.index.class(self.ground.language, word).filler == Standing::Inside,
            What::Mark(_) | What::Claim(_) => false,
        };
        let skipped = self.ground.items.get(at..).into_iter().flatten().take_while(filler).count();
        (at..=at + skipped).any(|place| {
            let item = self.ground.items.get(place).map(|item| item.what);
            match element {
                Element::Word(words) => matches!(item, Some(What::Word(word)) if words.contains(&word)),
                Element::Mark(mark) => item == Some(What::Mark(*mark)),
                Element::Group(group) => self
                    .ground
                    .rulebook
                    .groups
                    .get(group.0)
                    .is_some_and(|group| group.phrases.iter().any(|(words, _)| !words.is_empty() && self.words_stand(words, place))),
                Element::Role(_) | Element::List(_) | Element::Other | Element::Not(_) | Element::NextSentence => false,
                Element::Near | Element::Gap | Element::WideGap | Element::Optional(_) | Element::Fragment(_) => false,
            }
        })
    }

    fn words_stand(&self, words: &[WordId], at: usize) -> bool {
        words
            .iter()
            .enumerate()
            .all(|(offset, wanted)| self.ground.items.get(at + offset).is_some_and(|item| item.what == What::Word(*wanted)))
    }

    /// The places at which the next element may stand, nearest first.
    fn places(&self, at: usize, slack: Slack) -> Vec<usize> {
        let mut places = vec![at];
        let limit = match slack {
            Slack::None => return places,
            Slack::Filler => FILLER,
            Slack::Near | Slack::Tail => TAIL + FILLER,
            Slack::Gap => GAP,
            Slack::WideGap => WIDE_GAP,
        };
        let mut slack = slack;
        let mut place = at;
        while places.len() <= limit {
            let Some(item) = self.ground.items.get(place) else { break };
            // After the words that follow a number, a comma or the end of its bracket leaves room for nothing but filler.
            if slack == Slack::Tail && matches!(item.what, What::Mark(',' | '，' | '、' | '–' | '—' | ')' | '）' | ']')) {
                slack = Slack::Filler;
            }
            let Some(next) = self.skip(item, place, slack) else { break };
            if self.ground.sentence.get(next) != self.ground.sentence.get(at) && slack != Slack::WideGap {
                break;
            }
            // A bracketed aside can be passed as a whole or gone into; going in counts as skipping the bracket.
            if next > place + 1 {
                places.push(place + 1);
            }
            place = next;
            places.push(place);
        }
        places
    }

    /// The place after the item, if the slack allows it to be skipped.
    fn skip(&self, item: &Item, place: usize, slack: Slack) -> Option<usize> {
        let next = place + 1;
        match item.what {
            What::Word(word) => {
                let class = self.ground.index.class(self.ground.language, word);
                match slack {
                    Slack::Near if class.and == Standing::Inside => None,
                    Slack::Tail | Slack::Gap if class.and == Standing::Inside && self.counts_next(next) => None,
                    _ if class.filler == Standing::Inside => Some(next),
                    Slack::None | Slack::Filler => None,
                    Slack::Near | Slack::Tail | Slack::Gap | Slack::WideGap => (class.barrier == Standing::Outside).then_some(next),
                }
            }
            What::Mark(',' | '，' | '、' | '–' | '—') if slack == Slack::Near => None,
            What::Mark('(' | '[' | '（') => match self.ground.closing.get(place).copied().flatten() {
                Some(closing) if slack != Slack::Filler => Some(closing + 1),
                Some(_) | None => Some(next),
            },
            What::Mark(',' | '，' | '、' | ')' | ']' | '）' | '–' | '—' | '-' | '"' | '“' | '”' | '\'' | '‘' | '’' | '*' | '/') => {
                Some(next)
            }
            What::Mark(_) => match slack {
                Slack::None | Slack::Filler | Slack::Near | Slack::Tail | Slack::Gap => None,
                Slack::WideGap => Some(next),
            },
            What::Claim(claim) => {
                let time = self.ground.claims.get(claim).is_some_and(|claim| self.passes(claim));
                match slack {
                    Slack::None | Slack::Filler => None,
                    Slack::Near | Slack::Tail | Slack::Gap => time.then_some(next),
                    Slack::WideGap => Some(next),
                }
            }
        }
    }

    /// Whether a number comes next, filler aside: "254,000 more than in March and 929,000 more than in June" are two statements.
    fn counts_next(&self, at: usize) -> bool {
        let filler = |item: &&Item| match item.what {
            What::Word(word) => self.ground.index.class(self.ground.language, word).filler == Standing::Inside,
            What::Mark(_) | What::Claim(_) => false,
        };
        let next = self.ground.items.get(at..).into_iter().flatten().find(|item| !filler(item));
        match next.map(|item| item.what) {
            Some(What::Claim(claim)) => self.ground.claims.get(claim).is_some_and(|claim| !self.passes(claim)),
            Some(What::Word(_) | What::Mark(_)) | None => false,
        }
    }

    /// Whether a claim can be passed over like a word: a time, an ordinal, or a small number in words ("two firms").
    fn passes(&self, claim: &Claim) -> bool {
        let small = |number: &Number| claim.kind == Kind::Amount && number.value <= Rational::whole(10);
        let in_words = || !self.ground.document.words(claim.span).contains(|letter: char| letter.is_ascii_digit());
        roles::is_time(claim.kind) || claim.kind == Kind::Ordinal || claim.number.as_ref().is_some_and(small) && in_words()
    }

    fn meet(&mut self, element: &Element, rest: &[Element], at: usize, state: &Match) {
        match element {
            // Gaps and options stand for no item of their own; `step` takes them.
            Element::Near | Element::Gap | Element::WideGap | Element::Optional(_) | Element::Fragment(_) => {}
            Element::Not(_) | Element::NextSentence => {}
            Element::Other => {
                let Some(Item { what: What::Claim(claim), .. }) = self.ground.items.get(at) else { return };
                let number = self.ground.claims.get(*claim).is_some_and(|claim| !roles::is_time(claim.kind));
                if number && !state.roles.iter().any(|players| players.contains(claim)) {
                    self.step(rest, at + 1, Match { end: at + 1, ..state.clone() }, Slack::Tail);
                }
            }
            Element::Word(words) => {
                if let Some(Item { what: What::Word(word), .. }) = self.ground.items.get(at)
                    && words.contains(word)
                {
                    self.step(rest, at + 1, Match { end: at + 1, ..state.clone() }, Slack::Filler);
                }
            }
            Element::Mark(mark) => {
                if let Some(Item { what: What::Mark(found), .. }) = self.ground.items.get(at)
                    && found == mark
                {
                    self.step(rest, at + 1, Match { end: at + 1, ..state.clone() }, Slack::Filler);
                }
            }
            Element::Group(group) => {
                let Some(group) = self.ground.rulebook.groups.get(group.0) else { return };
                let Some(Item { what: What::Word(first), .. }) = self.ground.items.get(at) else { return };
                for (words, direction) in group.phrases.iter().filter(|(words, _)| words.first() == Some(first)) {
                    let met = self.words_stand(words, at);
                    if met {
                        let end = at + words.len();
                        let direction = if *direction == 0 { state.direction } else { *direction };
                        self.step(rest, end, Match { direction, end, ..state.clone() }, Slack::Filler);
                    }
                }
            }
            Element::Role(role) => {
                let Some(Item { what: What::Claim(claim), .. }) = self.ground.items.get(at) else { return };
                let (Some(found), Some(wanted)) = (self.ground.claims.get(*claim), self.rule.roles.get(*role)) else { return };
                if !roles::fits(found, wanted) || state.roles.iter().any(|players| players.contains(claim)) {
                    return;
                }
                let mut next = Match { end: at + 1, ..state.clone() };
                if let Some(players) = next.roles.get_mut(*role) {
                    players.push(*claim);
                }
                self.step(rest, at + 1, next, Slack::Tail);
            }
            Element::List(role) => {
                let Some(wanted) = self.rule.roles.get(*role) else { return };
                if let Some(List { members, end, closing }) = list::list(self.ground, at, wanted) {
                    if members.iter().any(|member| state.roles.iter().any(|players| players.contains(member))) {
                        return;
                    }
                    let mut next = Match { end, closed: Some(closing), ..state.clone() };
                    if let Some(players) = next.roles.get_mut(*role) {
                        players.extend(members);
                    }
                    self.step(rest, end, next, Slack::Tail);
                }
            }
        }
    }
}
