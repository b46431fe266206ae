//! Numerals, scales, hedges and units of a language.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::rational::Rational;
use super::word_table::WordTable;

/// The `[numerals]` table of a language file. Every list may be left out by a language that has no such words.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct NumeralFile {
    /// Number words below twenty, and whatever else counts ones.
    pub ones: BTreeMap<String, u32>,
    /// Number words that take a one behind them: twenty to ninety.
    pub tens: BTreeMap<String, u32>,
    /// Words that multiply what stands before them inside a group: hundred.
    pub hundreds: BTreeMap<String, u32>,
    /// Words that end a group, by their power of ten: thousand = 3.
    pub scales: BTreeMap<String, u8>,
    /// Abbreviated scales, by their power of ten: bn = 9. Only behind digits.
    pub short_scales: BTreeMap<String, u8>,
    /// Abbreviated scales that are met only as written: M = 6.
    pub short_scale_symbols: BTreeMap<String, u8>,
    /// Abbreviated scales only of money and of things counted: m = 6.
    pub money_scales: BTreeMap<String, u8>,
    /// Words for so many at a time: dozen = 12.
    pub collectives: BTreeMap<String, u32>,
    /// Words that join the groups of a number: "and".
    pub joiners: Vec<String>,
    /// Words for the decimal point.
    pub points: Vec<String>,
    /// Words for the minus sign.
    pub negatives: Vec<String>,
    /// Words that stand for one before a scale or a fraction: "a".
    pub articles: Vec<String>,
    /// Number words that are more often pronouns: "one".
    pub pronouns: Vec<String>,
    /// Words before which a pronoun is no number.
    pub no_number_before: Vec<String>,
    /// Words after which a pronoun is no number.
    pub no_number_after: Vec<String>,
    /// Ordinal words.
    pub ordinals: BTreeMap<String, u32>,
    /// Letters that make digits an ordinal: "th".
    pub ordinal_endings: Vec<String>,
    /// Words for the parts of a fraction, by their denominator: thirds = 3.
    pub fractions: BTreeMap<String, u32>,
    /// Fractions that need no numerator: half = 2.
    pub bare_fractions: BTreeMap<String, u32>,
    /// Words after a fraction that take it of something: "of".
    pub shares_after: Vec<String>,
    /// Words before a fraction that say that it is a share: "by".
    pub shares_before: Vec<String>,
    /// Words between the two numbers of "one in four".
    pub in_each: Vec<String>,
    /// Words between the two numbers of "one over three".
    pub divisions: Vec<String>,
    /// Words before a number that make it a multiple: "a factor of".
    pub factors_before: Vec<String>,
    /// Words before the first number of "a ratio of 2 to 1".
    pub ratios_before: Vec<String>,
    /// Words that say a multiple in one word: doubled = "2", halved = "1/2".
    pub multiples: BTreeMap<String, String>,
    /// The same, but only before one of `multiples-of`: twice = "2".
    pub multiples_before: BTreeMap<String, String>,
    /// What follows the words of `multiples-before`.
    pub multiples_of: Vec<String>,
    /// What stands before the words of `multiples-before` where they are verbs: "will" in "will double".
    pub multiples_behind: Vec<String>,
    /// What the words around a number make of it.
    pub hedges: HedgeFile,
    /// Words that may stand between a hedge and its number: "a record".
    pub fillers: Vec<String>,
    /// Words that open a range: "between".
    pub range_openers: Vec<String>,
    /// Words between the ends of an opened range: "and", "to".
    pub range_joiners: Vec<String>,
    /// Words that join the ends of a range by themselves: "through".
    pub through: Vec<String>,
    /// Words before the denominator of a rate: "per".
    pub per: Vec<String>,
    /// Words before a denominator only if that is a unit: "a" in "barrels a day".
    pub per_unit: Vec<String>,
    /// Words after the time that make it a time and no denominator: "a year earlier".
    pub not_per_unit: Vec<String>,
    /// Words behind an hour: "a.m.".
    pub clock_after: Vec<String>,
    /// Whole denominators, with the name of what they count: "per capita" = "person".
    pub per_one: BTreeMap<String, String>,
    /// Words before an age: "aged".
    pub ages_before: Vec<String>,
    /// Words before a hedge that make the number behind it an age: "children" in "children under 15".
    pub ages_bounded: Vec<String>,
    /// Hedges behind a number that nothing else is counted in, which make it an age: "and over".
    pub ages_hedged: Vec<String>,
    /// The unit of an age that names none.
    pub age_unit: String,
    /// Words between two numbers of which the first leaves its unit unsaid: "to".
    pub elided_joiners: Vec<String>,
    /// Words before a number that may say a change to the next: "from".
    pub changes_before: Vec<String>,
    /// Words after an age: "years old".
    pub ages_after: Vec<String>,
    /// Words after a range of ages: "age group".
    pub age_groups: Vec<String>,
    /// Words before a rank: "ranked".
    pub ranks_before: Vec<String>,
    /// Words before an ordinal that make it a rank, though they make none of a plain number: "came".
    pub places_before: Vec<String>,
    /// Words that end as `number-signs` do and yet say how many: "they number".
    pub counts_before: Vec<String>,
    /// Words after a rank: "place".
    pub ranks_after: Vec<String>,
    /// Words right before the number of a rank: "top".
    pub rank_signs: Vec<String>,
    /// Words before a number that make it a rank if `ranks-before` or `ranks-after` surround it, and a label if not: "No.".
    pub number_signs: Vec<String>,
    /// Words that may stand between a number and its unit of time: "consecutive".
    pub time_adjectives: Vec<String>,
    /// Words after a stretch of time that make it say of what kind they are: "average" in "three-month average".
    pub not_lasting: Vec<String>,
    /// Words that introduce the number of a thing and not a number of things: "Figure".
    pub labels: Vec<String>,
    /// Words that follow the number of a thing: "/ F" for a floor.
    pub labels_after: Vec<String>,
    /// Expressions with numerals that say no number: "24/7".
    pub idioms: Vec<String>,
    /// Names that follow an ordinal which counts nothing: "Five-Year Plan".
    pub ordinal_names: Vec<String>,
    /// Words that end what is counted: "of", "were".
    pub subject_stops: Vec<String>,
    /// Words that may stand inside what is counted though they join: "and".
    pub subject_joiners: Vec<String>,
    /// Words for things counted that are no regular plurals, with their singulars: people = "person".
    pub plurals: BTreeMap<String, String>,
    /// Endings of plurals with what the singular has instead, the longest that fits counts: ies = "y".
    pub plural_endings: BTreeMap<String, String>,
    /// Endings that look like a plural's and aren't: "ss".
    pub singular_endings: Vec<String>,
    /// Words that end with a full stop inside a sentence: "Jan.".
    pub abbreviations: Vec<String>,
}

/// The `[numerals.hedges]` table.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct HedgeFile {
    /// "more than".
    pub above: Vec<String>,
    /// "at least".
    pub at_least: Vec<String>,
    /// "nearly".
    pub below: Vec<String>,
    /// "up to".
    pub at_most: Vec<String>,
    /// "about".
    pub about: Vec<String>,
    /// "exactly".
    pub exactly: Vec<String>,
    /// Expressions that look like a hedge and aren't: "went up to".
    pub plain: Vec<String>,
    /// Hedges that compare two numbers if one stands right before them: "0.8 points above 4.7%".
    pub comparing: Vec<String>,
    /// Hedges that are none before a duration, unless `before-duration` precedes them: "over".
    pub not_of_durations: Vec<String>,
    /// Words that make `not-of-durations` hedges again: "for over three years".
    pub before_duration: Vec<String>,
    /// The same behind a number.
    pub after: AfterFile,
}

/// The `[numerals.hedges.after]` table.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct AfterFile {
    /// "and over".
    pub above: Vec<String>,
    /// "or more".
    pub at_least: Vec<String>,
    /// "or less".
    pub at_most: Vec<String>,
    /// "or so".
    pub about: Vec<String>,
    /// "-odd".
    pub odd: Vec<String>,
}

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
    pub money_scales: WordTable<u8>,
    pub joiners: WordTable<()>,
    pub points: WordTable<()>,
    pub negatives: WordTable<()>,
    pub articles: WordTable<()>,
    pub pronouns: WordTable<()>,
    pub no_number_before: WordTable<()>,
    pub no_number_after: WordTable<()>,
    pub ordinals: WordTable<u32>,
    pub ordinal_endings: WordTable<()>,
    pub fractions: WordTable<u32>,
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
            money_scales: table(&file.money_scales),
            joiners: set(&file.joiners),
            points: set(&file.points),
            negatives: set(&file.negatives),
            articles: set(&file.articles),
            pronouns: set(&file.pronouns),
            no_number_before: set(&file.no_number_before),
            no_number_after: set(&file.no_number_after),
            ordinals: table(&file.ordinals),
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
    let counts = [&file.ones, &file.tens, &file.hundreds, &file.collectives, &file.ordinals, &file.fractions, &file.bare_fractions];
    let counts = counts.into_iter().flat_map(BTreeMap::keys);
    let multiples = file.multiples.keys().chain(file.multiples_before.keys());
    set(&counts.chain(file.scales.keys()).chain(multiples).chain(&file.articles).cloned().collect::<Vec<String>>())
}

/// Whole numbers and fractions such as "1/2"; what is neither is left out.
fn fractions(phrases: &BTreeMap<String, String>) -> WordTable<Rational> {
    let value = |text: &str| {
        let (above, below) = text.split_once('/').unwrap_or((text, "1"));
        Rational::fraction(above.parse().ok()?, below.parse().ok()?)
    };
    WordTable::new(phrases.iter().filter_map(|(phrase, text)| Some((phrase, value(text)?))))
}
