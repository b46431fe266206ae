//! What may stand between two elements of a phrase.

use super::ground::Ground;
use super::index::Standing;
use crate::model::sentence::What;

/// How many words may follow a number before the next element: the thing counted, a place, a time.
const TAIL: usize = 15;
/// How many items a gap may skip, and a wide gap.
const GAP: usize = 24;
const WIDE_GAP: usize = 60;
/// How many skippable words may stand between two elements.
const FILLER: usize = 6;

/// What may be skipped before the next element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slack {
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
    /// A gap with numbers, which may go on in the next sentences.
    WideGap,
}

impl Slack {
    fn limit(self) -> usize {
        match self {
            Slack::None => 0,
            Slack::Filler => FILLER,
            Slack::Near | Slack::Tail => TAIL,
            Slack::Gap => GAP,
            Slack::WideGap => WIDE_GAP,
        }
    }
}

/// The places at which the next element may stand, nearest first.
pub struct Places<'g, 'a> {
    ground: &'g Ground<'a>,
    slack: Slack,
    left: usize,
    /// The place to go on from.
    place: usize,
    /// Whether an "and" was crossed in a tail: then what follows speaks of the number again only after a comma.
    joined: Joined,
    /// Places found that are still to be given: inside of a bracket up to here, from there on.
    inside: std::ops::Range<usize>,
    /// The place found after that.
    waiting: Option<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Joined {
    No,
    Yes,
}

/// The places at which an element may stand from `at` on.
pub fn places<'g, 'a>(ground: &'g Ground<'a>, at: usize, slack: Slack) -> Places<'g, 'a> {
    Places { ground, slack, left: slack.limit(), place: at, joined: Joined::No, inside: 0..0, waiting: Some(at) }
}

impl Iterator for Places<'_, '_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        loop {
            if let Some(place) = self.inside.next().or_else(|| self.waiting.take()) {
                return Some(place);
            }
            self.left = self.left.checked_sub(1)?;
            let what = self.ground.what(self.place)?;
            // After the words that follow a number, a comma leaves room for nothing but filler.
            if self.slack == Slack::Tail && matches!(what, What::Mark(',' | '，' | '、' | '–' | '—' | '-' | ')' | '）' | ']')) {
                self.slack = Slack::Filler;
                self.joined = Joined::No;
            }
            let next = skip(self.ground, what, self.place, self.slack)?;
            if self.ground.sentence.get(next) != self.ground.sentence.get(self.place) && self.slack != Slack::WideGap {
                self.left = 0;
                return None;
            }
            if self.slack == Slack::Tail && matches!(what, What::Word(word) if self.ground.class(word).and == Standing::Inside) {
                self.joined = Joined::Yes;
            }
            // A bracketed aside can be passed as a whole or gone into, filler at its beginning skipped.
            if next > self.place + 1 {
                let filler = (self.place + 1..next).take_while(|place| self.ground.is_filler(*place)).count();
                self.inside = self.place + 1..self.place + 2 + filler;
            }
            self.place = next;
            self.waiting = (self.joined == Joined::No).then_some(next);
        }
    }
}

/// The place after an item, if the slack allows it to be skipped.
fn skip(ground: &Ground<'_>, what: What, place: usize, slack: Slack) -> Option<usize> {
    let next = place + 1;
    match what {
        What::Word(word) => {
            let class = ground.class(word);
            match slack {
                Slack::Near if class.and == Standing::Inside => None,
                Slack::Tail | Slack::Gap if class.and == Standing::Inside && ground.counts_next(next) => None,
                _ if class.filler == Standing::Inside => Some(next),
                Slack::None | Slack::Filler => None,
                Slack::Near | Slack::Tail | Slack::Gap => (!ground.is_barrier(place)).then_some(next),
                Slack::WideGap => Some(next),
            }
        }
        // A hyphen that stands free is a dash; those inside words are not among the items.
        What::Mark(',' | '，' | '、' | '–' | '—' | '-') if slack == Slack::Near => None,
        What::Mark('(' | '[' | '（') => match ground.closing.get(place).copied().flatten() {
            Some(closing) if slack != Slack::Filler || ground.opens_restatement(place) => Some(closing + 1),
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
            let passes = ground.claims.get(claim).is_some_and(|claim| ground.passes(claim));
            match slack {
                Slack::None | Slack::Filler => None,
                Slack::Near | Slack::Tail | Slack::Gap => passes.then_some(next),
                Slack::WideGap => Some(next),
            }
        }
    }
}
