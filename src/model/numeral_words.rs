//! Numerals, scales, hedges and units of a language.

mod file;

use std::collections::BTreeMap;

pub use file::{AfterFile, HedgeFile, NumeralFile};

use super::rational::Rational;
use super::word_table::WordTable;

/// What a number word does in a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NumberWord {
    /// Below twenty.
    One(u32),
    /// Twenty to ninety.
    Ten(u32),
    /// Multiplies inside a group.
    Hundred(u32),
    /// Ends a group: a power of ten.
    Scale(u8),
    /// So many at a time.
    Collective(u32),
}

/// What a hedge word makes of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HedgeWord {
    /// "more than".
    Above,
    /// "at least".
    AtLeast,
    /// "nearly".
    Below,
    /// "up to".
    AtMost,
    /// "about".
    About,
    /// "exactly".
    Exactly,
    /// "-odd".
    Odd,
    /// Nothing, though it looks like a hedge.
    Plain,
}

/// The words of [`NumeralFile`], ready for looking up.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "each field is the list of the same name in NumeralFile")]
pub struct NumeralWords {
    /// What a numeral without digits may begin with, from all the tables it is read by.
    pub starts: WordTable<()>,
    pub numbers: WordTable<NumberWord>,
    pub short_scales: WordTable<u8>,
    pub long_scales: WordTable<u8>,
    pub money_scales: WordTable<u8>,
    pub tied_units: WordTable<String>,
    pub smaller_units: WordTable<String>,
    pub vague_numbers: WordTable<u32>,
    pub paired_units: WordTable<String>,
    pub unsaid_units: WordTable<String>,
    pub joiners: WordTable<()>,
    pub points: WordTable<()>,
    pub spoken_noughts: WordTable<()>,
    pub negatives: WordTable<()>,
    pub negatives_after: WordTable<()>,
    pub tolerances: WordTable<()>,
    pub articles: WordTable<()>,
    pub pronouns: WordTable<()>,
    pub no_number_before: WordTable<()>,
    pub no_number_after: WordTable<()>,
    pub ordinals: WordTable<u32>,
    pub ordinal_plurals: WordTable<u32>,
    pub ordinal_endings: WordTable<()>,
    pub fractions: WordTable<u64>,
    pub bare_fractions: WordTable<u32>,
    pub shares_after: WordTable<()>,
    pub shares_before: WordTable<()>,
    pub in_each: WordTable<()>,
    pub divisions: WordTable<()>,
    pub factors_before: WordTable<()>,
    pub ratios_before: WordTable<()>,
    pub multiples: WordTable<Rational>,
    pub multiples_before: WordTable<Rational>,
    pub multiples_of: WordTable<()>,
    pub multiples_behind: WordTable<()>,
    /// Words of the two tables by which something shrinks: "halved".
    pub shrinking: WordTable<()>,
    pub hedges: WordTable<HedgeWord>,
    pub comparing: WordTable<()>,
    pub not_of_durations: WordTable<()>,
    pub before_duration: WordTable<()>,
    pub hedges_after: WordTable<HedgeWord>,
    pub fillers: WordTable<()>,
    pub range_openers: WordTable<()>,
    pub range_joiners: WordTable<()>,
    pub through: WordTable<()>,
    pub per: WordTable<()>,
    pub per_unit: WordTable<()>,
    /// Words after the time that make it a time and no denominator: "a year earlier".
    pub not_per_unit: WordTable<()>,
    /// Words behind an hour: "a.m.".
    pub clock_after: WordTable<()>,
    pub per_one: WordTable<String>,
    pub ages_before: WordTable<()>,
    pub ages_bounded: WordTable<()>,
    pub ages_hedged: WordTable<()>,
    pub age_unit: String,
    pub elided_joiners: WordTable<()>,
    pub changes_before: WordTable<()>,
    pub ages_after: WordTable<()>,
    pub age_groups: WordTable<()>,
    pub ranks_before: WordTable<()>,
    pub places_before: WordTable<()>,
    pub counts_before: WordTable<()>,
    pub ranks_after: WordTable<()>,
    pub rank_signs: WordTable<()>,
    pub number_signs: WordTable<()>,
    pub time_adjectives: WordTable<()>,
    pub not_lasting: WordTable<()>,
    pub labels: WordTable<()>,
    pub labels_after: WordTable<()>,
    pub idioms: WordTable<()>,
    pub ordinal_names: WordTable<()>,
    pub subject_stops: WordTable<()>,
    pub subject_joiners: WordTable<()>,
    pub plurals: WordTable<String>,
    /// Longest first.
    pub plural_endings: Vec<(String, String)>,
    pub singular_endings: Vec<String>,
    pub abbreviations: WordTable<()>,
}

impl NumeralWords {
    /// Tables of the words in the file.
    pub fn new(file: &NumeralFile) -> Self {
        let hedges = &file.hedges;
        let mut plural_endings: Vec<_> = file.plural_endings.iter().map(|(plural, singular)| (plural.clone(), singular.clone())).collect();
        plural_endings.sort_by_key(|(plural, _)| std::cmp::Reverse(plural.len()));
        NumeralWords {
            starts: starts(file),
            numbers: numbers(file),
            short_scales: with_symbols(table(&file.short_scales), &file.short_scale_symbols),
            long_scales: with_symbols(WordTable::default(), &file.long_scale_symbols),
            money_scales: table(&file.money_scales),
            tied_units: table(&file.tied_units),
            smaller_units: table(&file.smaller_units),
            vague_numbers: table(&file.vague_numbers),
            paired_units: table(&file.paired_units),
            unsaid_units: table(&file.unsaid_units),
            joiners: set(&file.joiners),
            points: set(&file.points),
            spoken_noughts: set(&file.spoken_noughts),
            negatives: set(&file.negatives),
            negatives_after: set(&file.negatives_after),
            tolerances: set(&file.tolerances),
            articles: set(&file.articles),
            pronouns: set(&file.pronouns),
            no_number_before: set(&file.no_number_before),
            no_number_after: set(&file.no_number_after),
            ordinals: table(&file.ordinals),
            ordinal_plurals: table(&file.ordinal_plurals),
            ordinal_endings: set(&file.ordinal_endings),
            fractions: table(&file.fractions),
            bare_fractions: table(&file.bare_fractions),
            shares_after: set(&file.shares_after),
            shares_before: set(&file.shares_before),
            in_each: set(&file.in_each),
            divisions: set(&file.divisions),
            factors_before: set(&file.factors_before),
            ratios_before: set(&file.ratios_before),
            multiples: fractions(&file.multiples),
            multiples_before: fractions(&file.multiples_before),
            multiples_of: set(&file.multiples_of),
            multiples_behind: set(&file.multiples_behind),
            shrinking: set(&file.shrinking),
            hedges: hedge_table(&[
                (HedgeWord::Above, &hedges.above),
                (HedgeWord::AtLeast, &hedges.at_least),
                (HedgeWord::Below, &hedges.below),
                (HedgeWord::AtMost, &hedges.at_most),
                (HedgeWord::About, &hedges.about),
                (HedgeWord::Exactly, &hedges.exactly),
                (HedgeWord::Plain, &hedges.plain),
            ]),
            comparing: set(&hedges.comparing),
            not_of_durations: set(&hedges.not_of_durations),
            before_duration: set(&hedges.before_duration),
            hedges_after: hedge_table(&[
                (HedgeWord::Above, &hedges.after.above),
                (HedgeWord::AtLeast, &hedges.after.at_least),
                (HedgeWord::AtMost, &hedges.after.at_most),
                (HedgeWord::About, &hedges.after.about),
                (HedgeWord::Odd, &hedges.after.odd),
            ]),
            fillers: set(&file.fillers),
            range_openers: set(&file.range_openers),
            range_joiners: set(&file.range_joiners),
            through: set(&file.through),
            per: set(&file.per),
            per_unit: set(&file.per_unit),
            not_per_unit: set(&file.not_per_unit),
            clock_after: set(&file.clock_after),
            per_one: table(&file.per_one),
            ages_before: set(&file.ages_before),
            ages_bounded: set(&file.ages_bounded),
            ages_hedged: set(&file.ages_hedged),
            age_unit: file.age_unit.clone(),
            elided_joiners: set(&file.elided_joiners),
            changes_before: set(&file.changes_before),
            ages_after: set(&file.ages_after),
            age_groups: set(&file.age_groups),
            ranks_before: set(&file.ranks_before),
            places_before: set(&file.places_before),
            counts_before: set(&file.counts_before),
            ranks_after: set(&file.ranks_after),
            rank_signs: set(&file.rank_signs),
            number_signs: set(&file.number_signs),
            time_adjectives: set(&file.time_adjectives),
            not_lasting: set(&file.not_lasting),
            labels: set(&file.labels),
            labels_after: set(&file.labels_after),
            idioms: set(&file.idioms),
            ordinal_names: set(&file.ordinal_names),
            subject_stops: set(&file.subject_stops),
            subject_joiners: set(&file.subject_joiners),
            plurals: table(&file.plurals),
            plural_endings,
            singular_endings: file.singular_endings.clone(),
            abbreviations: set(&file.abbreviations),
        }
    }
}

fn set(phrases: &[String]) -> WordTable<()> {
    WordTable::new(phrases.iter().map(|phrase| (phrase, ())))
}

fn table<V: Clone>(phrases: &BTreeMap<String, V>) -> WordTable<V> {
    WordTable::new(phrases.iter().map(|(phrase, value)| (phrase, value.clone())))
}

fn with_symbols<V: Clone>(mut table: WordTable<V>, symbols: &BTreeMap<String, V>) -> WordTable<V> {
    for (symbol, value) in symbols {
        table.add_symbol(symbol, value.clone());
    }
    table
}

fn hedge_table(lists: &[(HedgeWord, &Vec<String>)]) -> WordTable<HedgeWord> {
    WordTable::new(lists.iter().flat_map(|(hedge, phrases)| phrases.iter().map(|phrase| (phrase, *hedge))))
}

fn numbers(file: &NumeralFile) -> WordTable<NumberWord> {
    let ones = file.ones.iter().map(|(word, value)| (word, NumberWord::One(*value)));
    let tens = file.tens.iter().map(|(word, value)| (word, NumberWord::Ten(*value)));
    let hundreds = file.hundreds.iter().map(|(word, value)| (word, NumberWord::Hundred(*value)));
    let scales = file.scales.iter().map(|(word, power)| (word, NumberWord::Scale(*power)));
    let collectives = file.collectives.iter().map(|(word, value)| (word, NumberWord::Collective(*value)));
    WordTable::new(ones.chain(tens).chain(hundreds).chain(scales).chain(collectives))
}

fn starts(file: &NumeralFile) -> WordTable<()> {
    let counts = [&file.ones, &file.tens, &file.hundreds, &file.collectives, &file.ordinals, &file.bare_fractions];
    let counts = counts.into_iter().flat_map(BTreeMap::keys);
    let multiples = file.multiples.keys().chain(file.multiples_before.keys());
    set(&counts
        .chain(file.scales.keys())
        .chain(file.fractions.keys())
        .chain(multiples)
        .chain(&file.articles)
        .cloned()
        .collect::<Vec<String>>())
}

/// Whole numbers and fractions such as "1/2"; what is neither is left out.
fn fractions(phrases: &BTreeMap<String, String>) -> WordTable<Rational> {
    let value = |text: &str| {
        let (above, below) = text.split_once('/').unwrap_or((text, "1"));
        Rational::fraction(above.parse().ok()?, below.parse().ok()?)
    };
    WordTable::new(phrases.iter().filter_map(|(phrase, text)| Some((phrase, value(text)?))))
}
