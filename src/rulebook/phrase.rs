//! The language of phrases: `from {before} to {now} .. <direction> [by] {change}`.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::{char, multispace0, one_of};
use nom::combinator::{map, opt, value};
use nom::multi::{many0, many1, separated_list1};
use nom::sequence::{delimited, preceded};

use super::RuleSource;
use super::mistake::{Mistake, Piece};
use super::names::{did_you_mean, one_of as listed};
use super::syntax::{Expected, Parsed, expect, finish, first_word, name, too_deep};
use crate::model::rule::{Alternative, Element, GroupId, Licence, Many, Phrase, Presence, Role, RoleKind};
use crate::model::rulebook::{Rulebook, Wording};
use crate::model::word_table::is_han;

/// What marks a phrase that may tie its numbers.
const LIKELY: char = '?';

/// The words of a text as sentences have them: runs of letters with the apostrophes inside them; hyphens and marks
/// separate them. A character of a script without spaces is a word of its own.
pub fn words_of(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.get(rest.find(char::is_alphanumeric)?..)?;
        let (word, after) = rest.split_at(word_length(rest));
        rest = after;
        Some(word)
    })
}

/// How many bytes the word takes that a text begins with; 0 if it begins with none.
fn word_length(text: &str) -> usize {
    let mut letters = text.char_indices().peekable();
    let mut end = 0;
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let inside = matches!(letter, '\'' | '’') && end > 0 && next.is_some_and(char::is_alphanumeric);
        if is_han(letter) {
            return if at == 0 { letter.len_utf8() } else { end };
        }
        if !letter.is_alphanumeric() && !inside {
            break;
        }
        end = at + letter.len_utf8();
    }
    end
}

/// An element as written, before its names are looked up.
#[derive(Clone, Debug)]
enum Written<'t> {
    /// One word, or several with bars between them.
    Words(Vec<&'t str>),
    Mark(char),
    Group(&'t str),
    Role(&'t str),
    List(&'t str),
    Near,
    Gap,
    WideGap,
    Optional(Vec<Written<'t>>),
    Other,
    Not(Box<Written<'t>>),
    NextSentence,
    Tight,
    Time,
    Fragment(&'t str),
}

fn elements(text: &str) -> Parsed<'_, Vec<Written<'_>>> {
    many0(preceded(multispace0, element)).parse(text)
}

fn element(text: &str) -> Parsed<'_, Written<'_>> {
    let fragment = preceded(char('@'), expect("the name of a fragment", name));
    let role = (delimited(char('{'), expect("the name of a role", name), expect("`}`", char('}'))), opt(char('+')));
    let group = delimited(char('<'), expect("the name of a group", name), expect("`>`", char('>')));
    let unwanted = preceded(char('!'), expect("`<group>` or a word", element));
    let within = expect("a word, `{role}`, `<group>` or a gap", many1(preceded(multispace0, element)));
    let optional = delimited(char('['), within, preceded(multispace0, expect("`]`", char(']'))));
    alt((
        value(Written::Other, tag("{*}")),
        value(Written::Time, tag("{time}")),
        map(fragment, Written::Fragment),
        map(unwanted, |unwanted| Written::Not(Box::new(unwanted))),
        value(Written::NextSentence, char('^')),
        value(Written::Tight, char('&')),
        map(role, |(name, plus)| if plus.is_some() { Written::List(name) } else { Written::Role(name) }),
        map(group, Written::Group),
        map(optional, Written::Optional),
        map(separated_list1(char('|'), word), Written::Words),
        value(Written::Near, char('~')),
        value(Written::WideGap, tag("...")),
        value(Written::Gap, tag("..")),
        map(one_of("(),;:–—（），；：、“”\""), Written::Mark),
        // A hyphen only joins words; sentences are read without it.
        preceded(char('-'), element),
    ))
    .parse(text)
}

fn word(text: &str) -> Parsed<'_, &str> {
    match word_length(text) {
        0 => Err(nom::Err::Error(Expected { rest: text, what: "a word" })),
        length => {
            let (word, rest) = text.split_at(length);
            Ok((rest, word))
        }
    }
}

/// A phrase of a rule in a language of the rulebook. Its words are added to the rulebook's lexicon.
///
/// # Errors
/// Every mistake in it.
pub fn parse(piece: Piece<'_>, language: usize, roles: &[Role], rulebook: &mut Rulebook) -> Result<Phrase, Vec<Mistake>> {
    if let Some(bracket) = too_deep(piece.text, '[', ']') {
        return Err(vec![piece.mistake(bracket, "Too many brackets in brackets.", "simplify this")]);
    }
    let (licence, text) = match piece.text.strip_prefix(LIKELY) {
        Some(rest) => (Licence::Likely, rest),
        None => (Licence::Certain, piece.text),
    };
    let written = written(piece, text).map_err(|mistake| vec![*mistake])?;
    let filled = vec![0; roles.len()];
    let mut maker = Maker { piece, language, roles, rulebook, mistakes: Vec::new(), filled, signed: false, depth: 0 };
    let elements = maker.make(written);
    maker.check_roles();
    if !maker.mistakes.is_empty() {
        return Err(maker.mistakes);
    }
    Ok(Phrase { language, licence, elements, text: piece.text.to_string(), place: piece.place() })
}

fn written<'f>(piece: Piece<'f>, text: &'f str) -> Result<Vec<Written<'f>>, Box<Mistake>> {
    let written = finish(elements(text), "a word, `{role}`, `<group>`, `@fragment`, `..`, `...`, `[…]` or a mark such as `(`");
    written.map_err(|expected| {
        let label = if expected.rest.is_empty() { "the phrase ends too early" } else { "not this" };
        let word = first_word(expected.rest);
        Box::new(piece.mistake(word, format!("This phrase can't be read: expected {}.", expected.what), label))
    })
}

/// How deep fragments may name fragments.
const DEEPEST: usize = 5;

/// Looks up the names of a phrase, and keeps what must be said about it as a whole.
struct Maker<'f, 'r> {
    piece: Piece<'f>,
    language: usize,
    roles: &'r [Role],
    rulebook: &'r mut Rulebook,
    mistakes: Vec<Mistake>,
    /// How often each role is filled.
    filled: Vec<usize>,
    /// Whether a word of the phrase says a direction.
    signed: bool,
    /// How many fragments it is inside of.
    depth: usize,
}

impl<'f> Maker<'f, '_> {
    fn make(&mut self, written: Vec<Written<'f>>) -> Vec<Element> {
        written.into_iter().map(|element| self.element(element)).collect()
    }

    fn element(&mut self, written: Written<'f>) -> Element {
        match written {
            Written::Words(words) => {
                Element::Word(words.into_iter().map(|word| self.rulebook.lexicon.add(&word.replace('’', "'"))).collect())
            }
            Written::Mark(mark) => Element::Mark(mark),
            Written::Group(name) => Element::Group(self.group(name)),
            Written::Role(name) => Element::Role(self.role(name, Many::One)),
            Written::List(name) => Element::List(self.role(name, Many::Several)),
            Written::Near => Element::Near,
            Written::Gap => Element::Gap,
            Written::WideGap => Element::WideGap,
            Written::Optional(inner) => Element::Optional(self.make(inner)),
            Written::Other => Element::Other,
            Written::NextSentence => Element::NextSentence,
            Written::Tight => Element::Tight,
            Written::Time => Element::Time,
            Written::Not(unwanted) => Element::Not(Box::new(self.unwanted(*unwanted))),
            Written::Fragment(name) => Element::Fragment(self.fragment(name)),
        }
    }

    /// What must not come next is a group or words; its direction is none of the phrase's.
    fn unwanted(&mut self, written: Written<'f>) -> Element {
        let signed = self.signed;
        let element = self.element(written);
        self.signed = signed;
        if !matches!(element, Element::Group(_) | Element::Word(_) | Element::Mark(_)) {
            let message = "After `!` a group or a word was expected.";
            self.mistakes.push(self.piece.mistake_of_all(message, "not after `!`"));
        }
        element
    }

    /// All ways to say a fragment; what every one of them fills is filled.
    fn fragment(&mut self, name: &'f str) -> Vec<Alternative> {
        let of_language = |wording: &Wording| wording.language == self.language;
        let found: Vec<(usize, Wording)> = self.rulebook.wordings.iter().cloned().enumerate().collect();
        let found = found.into_iter().filter(|(_, wording)| of_language(wording) && wording.fragment == name);
        let (mut alternatives, mut filled, mut signed): (Vec<Alternative>, Vec<Vec<usize>>, Vec<bool>) = Default::default();
        for (number, wording) in found {
            if self.depth >= DEEPEST {
                let message = format!("The fragment `{name}` names itself.");
                self.mistakes.push(self.piece.mistake(name, message, "goes round in a circle"));
                break;
            }
            let file = RuleSource { path: wording.origin, text: wording.source };
            let piece = Piece::within(&file, wording.place.range(), &wording.text);
            let mut inner = Maker {
                piece,
                language: self.language,
                roles: self.roles,
                rulebook: self.rulebook,
                mistakes: Vec::new(),
                filled: self.filled.clone(),
                signed: self.signed,
                depth: self.depth + 1,
            };
            match written(piece, piece.text) {
                Ok(written) => alternatives.push(Alternative { wording: number, elements: inner.make(written) }),
                Err(mistake) => inner.mistakes.push(*mistake),
            }
            filled.push(inner.filled);
            signed.push(inner.signed);
            let mistakes = inner.mistakes;
            self.mistakes.extend(mistakes);
        }
        if filled.is_empty() {
            let known = self.rulebook.wordings.iter().filter(|wording| of_language(wording)).map(|wording| wording.fragment.as_str());
            let help =
                did_you_mean(name, known).or_else(|| Some(String::from("fragments stand under `[fragments]` in the language's file")));
            self.mistakes.push(self.piece.mistake(name, format!("There is no fragment `{name}`."), "unknown fragment").help(help));
            return alternatives;
        }
        for (role, count) in self.filled.iter_mut().enumerate() {
            *count = filled.iter().filter_map(|filled| filled.get(role)).min().copied().unwrap_or(0);
        }
        self.signed = signed.iter().all(|signed| *signed);
        alternatives
    }

    fn group(&mut self, name: &'f str) -> GroupId {
        let Some(found) = self.rulebook.group(name, self.language) else {
            let language = self.rulebook.languages.get(self.language).map_or("", |language| language.code.as_str());
            let known = self.rulebook.groups.iter().filter(|group| group.language == self.language).map(|group| group.name.as_str());
            let help = did_you_mean(name, known).or_else(|| Some(format!("groups are lists of words in `lang/{language}.toml`")));
            let message = format!("There is no group `{name}` in the language `{language}`.");
            self.mistakes.push(self.piece.mistake(name, message, "unknown group").help(help));
            return GroupId(0);
        };
        let group = self.rulebook.groups.get(found.0);
        self.signed |= group.is_some_and(|group| group.signed);
        found
    }

    fn role(&mut self, name: &'f str, wanted: Many) -> usize {
        let Some(index) = self.roles.iter().position(|role| role.name == name) else {
            let known = || self.roles.iter().map(|role| role.name.as_str());
            let help = did_you_mean(name, known()).or_else(|| Some(format!("the roles are {}", listed(known()))));
            let message = format!("There is no role `{name}` in this rule.");
            self.mistakes.push(self.piece.mistake(name, message, "unknown role").help(help));
            return 0;
        };
        if let Some(count) = self.filled.get_mut(index) {
            *count += 1;
        }
        let (again, many, kind) = match self.roles.get(index) {
            Some(role) => (self.filled.get(index).is_some_and(|count| *count > 1), role.many, role.is),
            None => (false, Many::One, RoleKind::Any),
        };
        let trouble = match (many, wanted) {
            (Many::One, Many::Several) => Some((
                format!("`{name}` is one number, and `+` wants a list."),
                "declare the role with `many = true`, or leave out the `+`",
            )),
            (Many::One, Many::One) if kind == RoleKind::Direction => {
                Some((format!("`{name}` is a direction, which no number plays."), "write a signed group such as `<direction>` instead"))
            }
            (Many::One, Many::One) if again => {
                Some((format!("`{name}` is one number, and stands here twice."), "a role takes one place of a phrase"))
            }
            (Many::One, Many::One) | (Many::Several, _) => None,
        };
        if let Some((message, help)) = trouble {
            self.mistakes.push(self.piece.mistake(name, message, "here").help(Some(help.to_string())));
        }
        index
    }

    /// A phrase that leaves a role open ties nothing; one without a signed word gives no direction.
    fn check_roles(&mut self) {
        if !self.mistakes.is_empty() {
            return;
        }
        for (role, filled) in self.roles.iter().zip(&self.filled) {
            if role.is != RoleKind::Direction && role.presence == Presence::Required && *filled == 0 {
                let message = format!("This phrase has no place for `{}`.", role.name);
                self.mistakes.push(self.piece.mistake_of_all(message, format!("no `{{{}}}` in it", role.name)));
            }
            if role.needs_direction() && !self.signed {
                let message = format!("Nothing in this phrase says which way `{}` goes.", role.name);
                let help = Some(String::from("put a group of the language's `[signed]` table into it, such as `<direction>`"));
                self.mistakes.push(self.piece.mistake_of_all(message, "no signed group").help(help));
            }
        }
    }
}
