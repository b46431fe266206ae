//! "Respectively": a sentence that tells several things at once is read once for each of them.
//!
//! "Exports and imports came to €3.1 million and €2.8 million, up 4% and 9%, respectively" says that the one came to
//! €3.1 million, up 4%, and the other to €2.8 million, up 9%.

use std::ops::Range;

use crate::model::claim::Claim;
use crate::model::sentence::{Item, What};

use super::index::{Index, Standing};

/// A sentence of which lists of numbers are told respectively.
pub struct Respective {
    /// The lists, each by the indices of its claims; all are equally long.
    pub lists: Vec<Vec<usize>>,
    /// The items of the sentence with only the first number of each list, then with only the second, and so on.
    pub tellings: Vec<Vec<Item>>,
}

/// A list: its items, and its claims.
struct Run {
    items: Range<usize>,
    claims: Vec<usize>,
}

/// What a sentence with "respectively" after the item `before` tells, if at least two of its lists belong together.
pub fn respective(items: &[Item], before: usize, claims: &[Claim], index: &Index, language: usize) -> Option<Respective> {
    let runs = runs(items, claims, index, language);
    // The list nearest before the word is one of those that it speaks of.
    let length = runs.iter().rev().find(|run| run.items.start < before).or(runs.first())?.claims.len();
    let runs: Vec<Run> = runs.into_iter().filter(|run| run.claims.len() == length).collect();
    if runs.len() < 2 {
        return None;
    }
    let tellings = (0..length).map(|number| telling(items, &runs, number)).collect();
    Some(Respective { lists: runs.into_iter().map(|run| run.claims).collect(), tellings })
}

/// The items with each list cut down to one of its numbers.
fn telling(items: &[Item], runs: &[Run], number: usize) -> Vec<Item> {
    let mut told = Vec::with_capacity(items.len());
    let mut at = 0;
    for run in runs {
        told.extend(items.get(at..run.items.start).unwrap_or_default());
        let own = |item: &&Item| matches!(item.what, What::Claim(claim) if run.claims.get(number) == Some(&claim));
        told.extend(items.get(run.items.clone()).unwrap_or_default().iter().find(own));
        at = run.items.end;
    }
    told.extend(items.get(at..).unwrap_or_default());
    told
}

/// The lists of numbers, or of times, with nothing between their members but commas, "and" and filler.
fn runs(items: &[Item], claims: &[Claim], index: &Index, language: usize) -> Vec<Run> {
    let mut found: Vec<Run> = Vec::new();
    let mut open: Option<Run> = None;
    let mut separated = Standing::Outside;
    for (place, item) in items.iter().enumerate() {
        match item.what {
            What::Claim(claim) => {
                let goes_on = open.as_ref().is_some_and(|run| separated == Standing::Inside && alike(run.claims.last(), claim, claims));
                match open.as_mut().filter(|_| goes_on) {
                    Some(run) => {
                        run.claims.push(claim);
                        run.items.end = place + 1;
                    }
                    None => found.extend(open.replace(Run { items: place..place + 1, claims: vec![claim] })),
                }
                separated = Standing::Outside;
            }
            What::Mark(',' | '，' | '、') => separated = Standing::Inside,
            What::Word(word) if index.class(language, word).and == Standing::Inside => separated = Standing::Inside,
            What::Word(word) if index.class(language, word).filler == Standing::Inside => {}
            What::Word(_) | What::Mark(_) => found.extend(open.take()),
        }
    }
    found.extend(open);
    found.retain(|run| run.claims.len() > 1);
    found
}

/// Whether two claims can be members of one list.
fn alike(one: Option<&usize>, two: usize, claims: &[Claim]) -> bool {
    let pair = one.and_then(|one| claims.get(*one)).zip(claims.get(two));
    pair.is_some_and(|(one, two)| one.kind == two.kind && one.unit.comparable(&two.unit))
}
