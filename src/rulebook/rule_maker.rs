//! From a rule file as written to a rule: names looked up, equations and phrases read, and what is missing told.

use std::sync::Arc;

use toml::Spanned;

use super::RuleSource;
use super::check_maker::check;
use super::mistake::{Mistake, Piece};
use super::names::{did_you_mean, one_of};
use super::phrase;
use super::rule_file::{ByLanguage, ExampleFile, RuleFile, read_toml};
use crate::model::rule::{Check, Example, Expectation, Explains, GroupId, Message, Phrase, Question, Reach, Role, Rule, Severity};
use crate::model::rulebook::Rulebook;

/// Reads a rule file; nothing if a mistake keeps it from being a rule.
pub fn rule(file: &RuleSource, rulebook: &mut Rulebook, mistakes: &mut Vec<Mistake>) -> Option<Rule> {
    let written = read_toml::<RuleFile>(file, mistakes)?;
    let before = mistakes.len();
    let severity = choice(file, &written.severity, &SEVERITIES, "severity", mistakes);
    let reach = written.reach.as_ref().map(|reach| choice(file, reach, &REACHES, "reach", mistakes));
    let explains = written.explains.as_ref().map(|explains| choice(file, explains, &EXPLAINS, "thing that a rule explains", mistakes));
    let unless = written.unless.iter().flat_map(|name| guards(Piece::new(file, name), rulebook, mistakes)).collect();
    let (check, roles) = check(file, &written, rulebook, mistakes)?;
    let phrases = phrases(file, &written, &roles, rulebook, mistakes);
    let places: Vec<&str> = roles.iter().map(|role| role.name.as_str()).chain(answers(&check).iter().copied()).collect();
    let messages = messages(file, &written, &places, rulebook, mistakes);
    let examples = written.example.iter().filter_map(|example| self::example(file, example, rulebook, mistakes)).collect::<Vec<_>>();
    tell_what_is_missing(file, &written, &examples, mistakes);
    if mistakes.len() > before {
        return None;
    }
    Some(Rule {
        id: file.stem().to_string(),
        severity: severity?,
        what: written.what.into_inner(),
        why: written.why.into_inner(),
        reach: reach.unwrap_or(Some(Reach::Sentence))?,
        unless,
        explains: explains.unwrap_or(Some(Explains::Stated))?,
        check,
        roles,
        phrases,
        messages,
        examples,
        origin: file.path.clone(),
        source: Arc::clone(&file.text),
    })
}

const SEVERITIES: [(&str, Severity); 3] = [("error", Severity::Error), ("warning", Severity::Warning), ("note", Severity::Note)];

const EXPLAINS: [(&str, Explains); 2] = [("stated", Explains::Stated), ("nothing", Explains::Nothing)];

const REACHES: [(&str, Reach); 5] = [
    ("sentence", Reach::Sentence),
    ("paragraph", Reach::Paragraph),
    ("section", Reach::Section),
    ("document", Reach::Document),
    ("set", Reach::Set),
];

/// The value that a word stands for; another word is a mistake.
pub fn choice<T: Copy>(
    file: &RuleSource,
    word: &Spanned<String>,
    known: &[(&str, T)],
    what: &str,
    mistakes: &mut Vec<Mistake>,
) -> Option<T> {
    let found = known.iter().find(|(name, _)| name == word.get_ref());
    if found.is_none() {
        let names = || known.iter().map(|(name, _)| *name);
        let message = format!("There is no {what} `{}`: expected {}.", word.get_ref(), one_of(names()));
        let mistake = Piece::new(file, word).mistake_of_all(message, format!("not a {what}"));
        mistakes.push(mistake.help(did_you_mean(word.get_ref(), names())));
    }
    found.map(|(_, value)| *value)
}

/// The groups of that name, in all languages that have one.
fn guards(name: Piece<'_>, rulebook: &Rulebook, mistakes: &mut Vec<Mistake>) -> Vec<GroupId> {
    let groups = rulebook.groups.iter().enumerate();
    let found: Vec<GroupId> = groups.filter(|(_, group)| group.name == name.text).map(|(index, _)| GroupId(index)).collect();
    if found.is_empty() {
        let known = rulebook.groups.iter().map(|group| group.name.as_str());
        let message = format!("There is no group `{}` in any language.", name.text);
        mistakes.push(name.mistake_of_all(message, "unknown group").help(did_you_mean(name.text, known)));
    }
    found
}

/// The number of the language of that code.
pub fn language(code: Piece<'_>, rulebook: &Rulebook, mistakes: &mut Vec<Mistake>) -> Option<usize> {
    let found = rulebook.languages.iter().position(|language| language.code == code.text);
    if found.is_none() {
        let known = || rulebook.languages.iter().map(|language| language.code.as_str());
        let message = format!("There is no language `{}`: expected {}.", code.text, one_of(known()));
        let help = did_you_mean(code.text, known()).or_else(|| Some(format!("a language is a file `lang/{}.toml`", code.text)));
        mistakes.push(code.mistake_of_all(message, "unknown language").help(help));
    }
    found
}

fn phrases(file: &RuleSource, written: &RuleFile, roles: &[Role], rulebook: &mut Rulebook, mistakes: &mut Vec<Mistake>) -> Vec<Phrase> {
    let mut all = Vec::new();
    for (code, phrases) in &written.phrases {
        let Some(language) = language(Piece::new(file, code), rulebook, mistakes) else { continue };
        for text in phrases {
            match phrase::parse(Piece::new(file, text), language, roles, rulebook) {
                Ok(phrase) => all.push(phrase),
                Err(found) => mistakes.extend(found),
            }
        }
    }
    all
}

/// The messages by language; what stands in braces must be one of `places`.
fn messages(file: &RuleSource, written: &RuleFile, places: &[&str], rulebook: &Rulebook, mistakes: &mut Vec<Mistake>) -> Vec<Message> {
    for text in written.message.values().chain(written.message_tolerated.values()).chain(written.hint.values()) {
        check_places(Piece::new(file, text), places, mistakes);
    }
    for (code, _) in written.message_tolerated.iter().chain(&written.hint).chain(&written.message) {
        language(Piece::new(file, code), rulebook, mistakes);
        if !written.message.contains_key(code) {
            let what = format!("There is no `[message]` in `{}`.", code.get_ref());
            mistakes.push(Piece::new(file, code).mistake_of_all(what, "nothing to go with this"));
        }
    }
    let of = |table: &ByLanguage, code: &Spanned<String>| table.get(code).map(|text| text.get_ref().clone());
    let message = |(code, text): (&Spanned<String>, &Spanned<String>)| Message {
        language: code.get_ref().clone(),
        broken: text.get_ref().clone(),
        tolerated: of(&written.message_tolerated, code),
        hint: of(&written.hint, code),
    };
    written.message.iter().map(message).collect()
}

/// What a message may name besides roles: what the last role would have to be for the others to be true, and of a day with
/// a wrong weekday the two apart.
fn answers(check: &Check) -> &'static [&'static str] {
    if check.question() == Some(Question::Weekday) { &["computed", "date", "weekday"] } else { &["computed"] }
}

fn check_places(text: Piece<'_>, places: &[&str], mistakes: &mut Vec<Mistake>) {
    for (at, _) in text.text.match_indices('{') {
        let rest = text.text.get(at + 1..).unwrap_or("");
        let Some(name) = rest.find('}').and_then(|end| rest.get(..end)) else {
            mistakes.push(text.mistake(rest, "This message opens a brace and doesn't close it.", "expected `}`"));
            return;
        };
        let known = || places.iter().copied();
        let role = name.strip_prefix("sum.").or(name.strip_prefix("implied.")).or(name.strip_prefix("line.")).unwrap_or(name);
        if !known().any(|known| known == role) {
            let message = format!("A message can't fill in `{name}`: expected {}.", one_of(known()));
            mistakes.push(text.mistake(name, message, "unknown role").help(did_you_mean(name, known())));
        }
    }
}

fn example(file: &RuleSource, written: &Spanned<ExampleFile>, rulebook: &Rulebook, mistakes: &mut Vec<Mistake>) -> Option<Example> {
    let ExampleFile { lang, fires, holds, silent } = written.get_ref();
    language(Piece::new(file, lang), rulebook, mistakes);
    let given = [(fires, Expectation::Fires), (holds, Expectation::Holds), (silent, Expectation::Silent)];
    let mut given = given.into_iter().filter_map(|(text, expects)| text.as_ref().map(|text| (text, expects)));
    let (Some((text, expects)), None) = (given.next(), given.next()) else {
        let message = "An example has one text: `fires`, `holds` or `silent`.";
        mistakes.push(Mistake::new(file, written.span(), message, "in this example"));
        return None;
    };
    let piece = Piece::new(file, text);
    let marks = piece.text.matches('⟦').count();
    let expected = match expects {
        Expectation::Fires => 1..=usize::MAX,
        Expectation::Holds | Expectation::Silent => 0..=0,
    };
    if !expected.contains(&marks) || marks != piece.text.matches('⟧').count() {
        let help = "put ⟦ ⟧ around the words that the finding points at, in examples that fire and in no others";
        let mistake = piece.mistake_of_all("The marks of this example don't fit.", "look for ⟦ and ⟧ here");
        mistakes.push(mistake.help(Some(help.to_string())));
        return None;
    }
    Some(Example { language: lang.get_ref().clone(), text: text.get_ref().clone(), expects, place: piece.place() })
}

/// Each language that a rule has phrases in needs a message, an example that fires and one that doesn't.
fn tell_what_is_missing(file: &RuleSource, written: &RuleFile, examples: &[Example], mistakes: &mut Vec<Mistake>) {
    for code in written.phrases.keys() {
        let piece = Piece::new(file, code);
        let mut miss = |what: &str| {
            mistakes.push(
                piece.mistake_of_all(format!("This rule has phrases in `{}` but no {what}.", piece.text), "phrases in this language"),
            );
        };
        if !written.message.contains_key(code) {
            miss("`[message]`");
        }
        let has =
            |fires: bool| examples.iter().any(|example| example.language == piece.text && (example.expects == Expectation::Fires) == fires);
        if !has(true) {
            miss("`[[example]]` that fires");
        }
        if !has(false) {
            miss("`[[example]]` that holds or stays silent");
        }
    }
}
