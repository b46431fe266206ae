//! A rule: which numbers stand in which relation, and the words that say so.

mod check;

use std::sync::Arc;

use super::document::Span;
pub use super::role::{Many, Presence, Role, RoleKind, Sign, Tie, TiedBy};
use super::sentence::WordId;
pub use check::{Answer, CalendarCheck, Check, Comparison, Equation, EquationCheck, Expression, Question, Shortfall};

/// How bad a finding is, in ascending order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth a look.
    Note,
    /// Broken unless the figures were rounded more coarsely than writers do.
    Warning,
    /// Broken however the figures were rounded.
    Error,
}

impl Severity {
    /// The name that other programs read.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// How far apart the numbers of one relation may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// In one sentence.
    Sentence,
    /// In one paragraph.
    Paragraph,
    /// Under one heading.
    Section,
    /// In one document.
    Document,
    /// Anywhere in the run.
    Set,
}

/// A rule, as a file of `rules/checks` states it.
#[derive(Clone, Debug)]
pub struct Rule {
    /// The name of its file without the ending.
    pub id: String,
    /// The most that a finding of it can be.
    pub severity: Severity,
    /// One sentence: what it finds.
    pub what: String,
    /// One sentence: why that matters to a reader.
    pub why: String,
    /// How far apart the numbers may stand.
    pub reach: Reach,
    /// Groups of words, by index in the rulebook; a sentence with one of them is left alone.
    pub unless: Vec<GroupId>,
    /// Whether a relation of it that holds accounts for its stated number.
    pub explains: Explains,
    /// What it does with the numbers.
    pub check: Check,
    /// The roles that numbers play in it, in the order of the file.
    pub roles: Vec<Role>,
    /// The phrases that tie numbers to roles.
    pub phrases: Vec<Phrase>,
    /// Messages by language code.
    pub messages: Vec<Message>,
    /// What it fires on and what it is silent on.
    pub examples: Vec<Example>,
    /// The path of the file it was read from, for diagnostics.
    pub origin: String,
    /// The text of that file; places of phrases and examples are bytes of it.
    pub source: Arc<str>,
}

/// What a relation that holds says about its stated number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Explains {
    /// What it means: another rule that the number breaks has misread the words.
    Stated,
    /// Only how it is written ("a third (33%)"): other rules go on asking what it means.
    Nothing,
}

impl Rule {
    /// The role that the rule's message is about and that its findings point at: the last one in the file that a single
    /// claim always plays, or else the first.
    pub fn stated_role(&self) -> usize {
        let plays = |role: &Role| role.is != RoleKind::Direction && role.many == Many::One && role.presence == Presence::Required;
        self.roles.iter().rposition(plays).unwrap_or(0)
    }
}

/// A group of words, by index in the rulebook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct GroupId(pub usize);

/// How surely a phrase ties its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Licence {
    /// Its words say so.
    Certain,
    /// `? ` before the phrase: they may well say so. A contradiction counts only if a slip of the pen explains it, and
    /// chance would hardly; it is a warning at most.
    Likely,
}

/// A phrase that ties numbers to roles.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// The number of its language in the rulebook.
    pub language: usize,
    /// How surely it ties its numbers.
    pub licence: Licence,
    /// What a sentence must show, in order.
    pub elements: Vec<Element>,
    /// The text it was read from.
    pub text: String,
    /// Where that stands in the file of its rule.
    pub place: Span,
}

/// One element of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Element {
    /// `word`, or `one|two`: any of these words.
    Word(Vec<WordId>),
    /// A mark such as a bracket.
    Mark(char),
    /// `<group>`: any phrase of a group of the language; a signed group gives a direction.
    Group(GroupId),
    /// `{role}`: a claim.
    Role(usize),
    /// `{role}+`: a list of at least two claims, joined by commas, semicolons and "and".
    List(usize),
    /// `~`: a few words, times and bracketed asides, but no comma and no other number.
    Near,
    /// `..`: a few words, times and bracketed asides, but no other number.
    Gap,
    /// `...`: the same with numbers.
    WideGap,
    /// `{time}`: a time, which plays no role.
    Time,
    /// `&`: nothing but filler may follow the number before it.
    Tight,
    /// `{*}`: any number, which plays no role.
    Other,
    /// `!<group>` or `!word`: what comes next, filler aside, is not this.
    Not(Box<Element>),
    /// `^`: the next sentence begins here, and its words point back to this one.
    NextSentence,
    /// `[…]`: may be left out.
    Optional(Vec<Element>),
    /// `@fragment`: any of the alternatives that the language gives under that name.
    Fragment(Vec<Alternative>),
}

/// One way to say a fragment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// Its number among the [`Wording`](super::rulebook::Wording)s of the rulebook.
    pub wording: usize,
    /// What a sentence must show, in order.
    pub elements: Vec<Element>,
}

/// A named group of words of a language.
#[derive(Clone, Debug)]
pub struct Group {
    /// Its name, as rules write it.
    pub name: String,
    /// The number of its language in the rulebook.
    pub language: usize,
    /// Whether it stands in the `[signed]` table, so that its words give a direction.
    pub signed: bool,
    /// Its phrases, each as the numbers of its words, with the direction that it gives (0 for none).
    pub phrases: Vec<(Vec<WordId>, i8)>,
}

/// Sentences of a rule in one language, with `{role}`, `{computed}` and the like for what is filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// The language code.
    pub language: String,
    /// What is wrong.
    pub broken: String,
    /// What to say when only the tolerated reading holds.
    pub tolerated: Option<String>,
    /// One hint on what to do.
    pub hint: Option<String>,
}

/// An example of a rule: a text, and what must be found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The language code.
    pub language: String,
    /// The text, with ⟦⟧ around the words that a finding of this rule must point at (taken out before it is checked).
    pub text: String,
    /// Whether the rule must fire on it.
    pub expects: Expectation,
    /// Where the text stands in the file of its rule.
    pub place: Span,
}

/// What an example must do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expectation {
    /// `fires`: one finding of the rule, at the marked words.
    Fires,
    /// `holds`: silent, and the rule finds a relation that holds.
    Holds,
    /// `silent`: no finding.
    Silent,
}
