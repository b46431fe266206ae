//! A language file: its groups of words with the numbers of their words, and the tables for numerals and times.

use toml::Spanned;

use super::RuleSource;
use super::mistake::{Mistake, Piece};
use super::phrase::words_of;
use super::rule_file::read_toml;
use crate::model::lexicon::Lexicon;
use crate::model::rule::Group;
use crate::model::rulebook::{Rulebook, Wording};
use crate::model::words::{Language, LanguageFile, NumeralWords, SignedGroup, TimeWords};

/// Reads a language file into the rulebook.
pub fn add_language(file: &RuleSource, rulebook: &mut Rulebook, mistakes: &mut Vec<Mistake>) {
    let Some(words) = read_toml::<LanguageFile>(file, mistakes) else { return };
    let language = rulebook.languages.len();
    for (name, phrases) in &words.groups {
        if let Some((same, _)) = words.signed.get_key_value(name.get_ref().as_str()) {
            let message = format!("There are two groups `{}`: one that says a direction, and one that doesn't.", name.get_ref());
            mistakes.push(Piece::new(file, same).mistake_of_all(message, "give one of them another name"));
        }
        let phrases = numbered(file, phrases, 0, &mut rulebook.lexicon, mistakes);
        rulebook.groups.push(Group { name: name.get_ref().clone(), language, signed: false, phrases });
    }
    for (name, SignedGroup { up, down, either }) in &words.signed {
        let mut phrases = numbered(file, up, 1, &mut rulebook.lexicon, mistakes);
        phrases.extend(numbered(file, down, -1, &mut rulebook.lexicon, mistakes));
        phrases.extend(numbered(file, either, 0, &mut rulebook.lexicon, mistakes));
        rulebook.groups.push(Group { name: name.get_ref().clone(), language, signed: true, phrases });
    }
    for (name, wordings) in &words.fragments {
        for wording in wordings {
            let piece = Piece::new(file, wording);
            rulebook.wordings.push(Wording {
                fragment: name.get_ref().clone(),
                language,
                text: wording.get_ref().clone(),
                place: piece.place(),
                origin: file.path.clone(),
                source: file.text.clone(),
            });
        }
    }
    rulebook.languages.push(Language {
        code: words.code,
        name: words.name,
        numerals: NumeralWords::new(&words.numerals),
        time: TimeWords::new(&words.time),
    });
}

/// The phrases of a group as the numbers of their words, each with the direction that it gives.
fn numbered(
    file: &RuleSource,
    phrases: &[Spanned<String>],
    direction: i8,
    lexicon: &mut Lexicon,
    mistakes: &mut Vec<Mistake>,
) -> Vec<(Vec<crate::model::sentence::WordId>, i8)> {
    let mut all = Vec::with_capacity(phrases.len());
    for phrase in phrases {
        let words: Vec<_> = words_of(phrase.get_ref()).map(|word| lexicon.add(word)).collect();
        if words.is_empty() {
            let piece = Piece::new(file, phrase);
            mistakes.push(piece.mistake_of_all("A group is made of words, and there is none in this.", "no word"));
        } else {
            all.push((words, direction));
        }
    }
    all
}
