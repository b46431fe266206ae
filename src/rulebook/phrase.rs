//! The language of phrases: `from {before} to {now} .. <direction> [by] {change}`.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::{char, multispace0, one_of};
use nom::combinator::{map, opt, value};
use nom::multi::{many0, many1, separated_list1};
use nom::sequence::{delimited, preceded};

use super::mistake::{Mistake, Piece};
use super::names::{did_you_mean, one_of as listed};
use super::syntax::{Expected, Parsed, expect, finish, first_word, name, too_deep};
use crate::model::rule::{Element, GroupId, Many, Phrase, Role, RoleKind};
use crate::model::rulebook::Rulebook;
use crate::model::word_table::is_han;

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
    Gap,
    WideGap,
    Optional(Vec<Written<'t>>),
}

fn elements(text: &str) -> Parsed<'_, Vec<Written<'_>>> {
    many0(preceded(multispace0, element)).parse(text)
}

fn element(text: &str) -> Parsed<'_, Written<'_>> {
    let role = (delimited(char('{'), expect("the name of a role", name), expect("`}`", char('}'))), opt(char('+')));
    let group = delimited(char('<'), expect("the name of a group", name), expect("`>`", char('>')));
    let within = expect("a word, `{role}`, `<group>` or a gap", many1(preceded(multispace0, element)));
    let optional = delimited(char('['), within, preceded(multispace0, expect("`]`", char(']'))));
    alt((
        map(role, |(name, plus)| if plus.is_some() { Written::List(name) } else { Written::Role(name) }),
        map(group, Written::Group),
        map(optional, Written::Optional),
        map(separated_list1(char('|'), word), Written::Words),
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
    let written = finish(elements(piece.text), "a word, `{role}`, `<group>`, `..`, `...`, `[…]` or a mark such as `(`");
    let written = written.map_err(|expected| {
        let label = if expected.rest.is_empty() { "the phrase ends too early" } else { "not this" };
        let word = first_word(expected.rest);
        vec![piece.mistake(word, format!("This phrase can't be read: expected {}.", expected.what), label)]
    })?;
    let mut maker = Maker { piece, language, roles, rulebook, mistakes: Vec::new(), filled: vec![0; roles.len()], signed: false };
    let elements = maker.make(written);
    maker.check_roles();
    if !maker.mistakes.is_empty() {
        return Err(maker.mistakes);
    }
    Ok(Phrase { language, elements, text: piece.text.to_string(), place: piece.place() })
}

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
            Written::Gap => Element::Gap,
            Written::WideGap => Element::WideGap,
            Written::Optional(inner) => Element::Optional(self.make(inner)),
        }
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
            if role.is != RoleKind::Direction && *filled == 0 {
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
