//! Whether numbers in different sentences speak of the same undertaking.
//!
//! Across sentences a relation needs more than its words: the sentences must name the same thing.

use rustc_hash::FxHashSet;

use crate::model::sentence::{Item, What};

use super::ground::Ground;
use super::phrase::Match;

/// How many words on each side of a number say what it is about.
const WINDOW: usize = 10;
/// Shorter words are seldom names of anything.
const LETTERS: usize = 5;

/// Whether every sentence with a number of the match shares a telling word with the first of them.
pub fn same(ground: &Ground<'_>, found: &Match) -> bool {
    let places: Vec<usize> = (0..ground.items.len())
        .filter(|place| match ground.items.get(*place).map(|item| item.what) {
            Some(What::Claim(claim)) => found.roles.iter().any(|players| players.contains(&claim)),
            Some(What::Word(_) | What::Mark(_)) | None => false,
        })
        .collect();
    let Some((first, others)) = places.split_first() else { return false };
    let known = telling(ground, *first);
    let near = |place: &usize| ground.sentence.get(*place) == ground.sentence.get(*first);
    others.iter().all(|place| near(place) || !telling(ground, *place).is_disjoint(&known))
}

/// The words around a place, in its sentence, that may name what is spoken of.
fn telling(ground: &Ground<'_>, place: usize) -> FxHashSet<String> {
    let start = place.saturating_sub(WINDOW);
    let end = (place + WINDOW + 1).min(ground.items.len());
    let here = ground.sentence.get(place);
    let in_sentence = |(at, item): (usize, &Item)| (ground.sentence.get(at) == here).then_some(*item);
    let items = ground.items.iter().enumerate().take(end).skip(start).filter_map(in_sentence);
    items
        .filter(|item| matches!(item.what, What::Word(_)))
        .map(|item| ground.document.words(item.span).to_lowercase())
        .map(|word| word.trim_end_matches("'s").trim_end_matches("’s").to_owned())
        .filter(|word| word.chars().count() >= LETTERS)
        .collect()
}
