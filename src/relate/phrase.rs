//! Matching the elements of a phrase against the items of a sentence.
//!
//! All ways to match are collected, because a sentence that can be read in several ways is judged by the kindest.

use crate::model::claim::Kind;
use crate::model::rule::{Alternative, Element, Role, RoleKind, Rule};
use crate::model::sentence::What;

use super::ground::Ground;
use super::list::{self, List};
use super::roles;
use super::slack::{Slack, places};

/// How many steps are taken for one phrase from one place; a sentence that needs more is not prose.
const STEPS: usize = 5_000;

/// How many sentences words may point back over.
const POINTED: usize = 3;

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
    let blank =
        Match { roles: vec![Vec::new(); rule.roles.len()], direction: 0, closed: None, wordings: Vec::new(), pointed: 0, start: 0, end: 0 };
    let mut search = Search { ground, rule, steps: 0, state: blank, found: Vec::new() };
    for start in 0..ground.items.len() {
        search.steps = 0;
        (search.state.start, search.state.end) = (start, start);
        search.step(Rest { elements, then: None }, start, Slack::None);
    }
    search.found
}

/// What of a phrase is still to be met: the elements of a fragment or option, and then what follows it.
#[derive(Clone, Copy)]
struct Rest<'r> {
    elements: &'r [Element],
    then: Option<&'r Rest<'r>>,
}

struct Search<'g, 'a> {
    ground: &'g Ground<'a>,
    rule: &'g Rule,
    steps: usize,
    /// What has been met so far; every step leaves it as it found it.
    state: Match,
    found: Vec<Match>,
}

impl Search<'_, '_> {
    fn step(&mut self, rest: Rest<'_>, at: usize, slack: Slack) {
        self.steps += 1;
        if self.steps > STEPS {
            return;
        }
        let Some((element, elements)) = rest.elements.split_first() else {
            match rest.then {
                Some(then) => self.step(*then, at, slack),
                None if self.found.contains(&self.state) => {}
                None => self.found.push(self.state.clone()),
            }
            return;
        };
        let after = Rest { elements, then: rest.then };
        match element {
            Element::Tight => self.step(after, at, Slack::Filler),
            Element::Near => self.step(after, at, Slack::Near),
            Element::Gap => self.step(after, at, Slack::Gap),
            Element::WideGap => self.step(after, at, Slack::WideGap),
            Element::NextSentence => {
                // Words that point back may pass over a sentence between, so each is a reading.
                let before = self.state.pointed;
                let mut place = at;
                for _ in 0..POINTED {
                    let Some(next) = self.ground.next_sentence(place) else { break };
                    self.state.pointed += 1;
                    self.step(after, next, Slack::Filler);
                    place = next;
                }
                self.state.pointed = before;
            }
            Element::Not(unwanted) => {
                if !self.ground.stands_next(unwanted, at) {
                    self.step(after, at, slack);
                }
            }
            Element::Optional(inner) => {
                self.step(Rest { elements: inner, then: Some(&after) }, at, slack);
                self.step(after, at, slack);
            }
            Element::Fragment(alternatives) => {
                for Alternative { wording, elements: inner } in alternatives {
                    self.state.wordings.push(*wording);
                    self.step(Rest { elements: inner, then: Some(&after) }, at, slack);
                    self.state.wordings.pop();
                }
            }
            Element::Word(_)
            | Element::Mark(_)
            | Element::Group(_)
            | Element::Role(_)
            | Element::List(_)
            | Element::Other
            | Element::Time => {
                for place in places(self.ground, at, slack) {
                    self.meet(element, after, place);
                }
            }
        }
    }

    /// Goes on after an item that was met.
    fn go_on(&mut self, rest: Rest<'_>, at: usize, slack: Slack) {
        let end = std::mem::replace(&mut self.state.end, at);
        self.step(rest, at, slack);
        self.state.end = end;
    }

    fn meet(&mut self, element: &Element, rest: Rest<'_>, at: usize) {
        let Some(what) = self.ground.what(at) else { return };
        match (element, what) {
            (Element::Word(words), What::Word(word)) => {
                if words.contains(&word) {
                    self.go_on(rest, at + 1, Slack::Filler);
                }
            }
            (Element::Mark(mark), What::Mark(found)) => {
                if found == *mark {
                    self.go_on(rest, at + 1, Slack::Filler);
                }
            }
            (Element::Group(group), What::Word(first)) => {
                let ground = self.ground;
                let phrases = ground.rulebook.groups.get(group.0).map_or(&[][..], |group| &group.phrases);
                for (words, direction) in phrases.iter().filter(|(words, _)| words.first() == Some(&first)) {
                    let particle = *direction != 0 && words.len() == 1 && ground.is_particle(at);
                    if !particle && ground.words_stand(words, at) {
                        let before = self.state.direction;
                        self.state.direction = if *direction == 0 { before } else { *direction };
                        self.go_on(rest, at + words.len(), Slack::Filler);
                        self.state.direction = before;
                    }
                }
            }
            (Element::Other, What::Claim(claim)) => {
                let number = self.ground.claims.get(claim).is_some_and(|claim| !roles::is_time(claim.kind));
                if number && !self.plays(claim) && !self.ground.is_restatement(at) {
                    self.go_on(rest, at + 1, Slack::Tail);
                }
            }
            (Element::Time, What::Claim(claim)) => {
                if self.ground.claims.get(claim).is_some_and(|claim| matches!(claim.kind, Kind::Date | Kind::Period)) {
                    self.go_on(rest, at + 1, Slack::Filler);
                }
            }
            (Element::Role(role), What::Claim(claim)) => {
                let (Some(found), Some(wanted)) = (self.ground.claims.get(claim), self.rule.roles.get(*role)) else { return };
                if roles::fits(found, wanted) && !self.plays(claim) && !self.is_aside(at) {
                    self.with_players(*role, &[claim], |search| search.go_on(rest, at + 1, Slack::Tail));
                }
            }
            (Element::Role(role), What::Word(_)) if self.rule.roles.get(*role).is_some_and(|role| role.is == RoleKind::Names) => {
                if let Some((names, end)) = self.ground.names_at(at) {
                    self.with_players(*role, &[names], |search| search.go_on(rest, end, Slack::Filler));
                }
            }
            (Element::List(role), What::Claim(_) | What::Word(_)) => {
                let Some(wanted) = self.rule.roles.get(*role) else { return };
                let found = list::list(self.ground, at, wanted, |claim| self.plays(claim));
                let Some(List { members, end, closing }) = found else { return };
                if !members.iter().any(|member| self.plays(*member)) {
                    let before = self.state.closed.replace(closing);
                    self.with_players(*role, &members, |search| search.go_on(rest, end, Slack::Tail));
                    self.state.closed = before;
                }
            }
            // Gaps, options and fragments stand for no item of their own; `step` takes them.
            (Element::Near | Element::Gap | Element::WideGap | Element::Optional(_) | Element::Fragment(_), _) => {}
            (Element::Not(_) | Element::NextSentence | Element::Tight, _) => {}
            (Element::Word(_) | Element::Group(_) | Element::Mark(_), _) => {}
            (Element::Other | Element::Time | Element::Role(_) | Element::List(_), _) => {}
        }
    }

    /// Whether the number at a place only says again what the one before it says, which few rules ask about.
    fn is_aside(&self, at: usize) -> bool {
        self.ground.is_restatement(at) && !self.rule.roles.iter().any(Role::restates)
    }

    /// Whether the claim plays a role already.
    fn plays(&self, claim: usize) -> bool {
        self.state.roles.iter().any(|players| players.contains(&claim))
    }

    fn with_players(&mut self, role: usize, claims: &[usize], go_on: impl FnOnce(&mut Self)) {
        let Some(players) = self.state.roles.get_mut(role) else { return };
        let before = players.len();
        players.extend_from_slice(claims);
        go_on(self);
        if let Some(players) = self.state.roles.get_mut(role) {
            players.truncate(before);
        }
    }
}
