//! The `[numerals]` table of a language file as written.

use std::collections::BTreeMap;

use serde::Deserialize;

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
    /// Abbreviated scales, met only as written, that make a name of a single digit: G = 9, but "5G".
    pub long_scale_symbols: BTreeMap<String, u8>,
    /// Abbreviated scales only of money and of things counted: m = 6.
    pub money_scales: BTreeMap<String, u8>,
    /// Words for so many at a time: dozen = 12.
    pub collectives: BTreeMap<String, u32>,
    /// What is short for a unit only right behind digits, with the unit's name: p = "pence".
    pub tied_units: BTreeMap<String, String>,
    /// What is short for a unit only behind a larger one, with the unit's name: in = "inch".
    pub smaller_units: BTreeMap<String, String>,
    /// Words that join the groups of a number: "and".
    pub joiners: Vec<String>,
    /// Words for the decimal point.
    pub points: Vec<String>,
    /// Words for nought that are met only behind the decimal point: "oh".
    pub spoken_noughts: Vec<String>,
    /// Words for the minus sign.
    pub negatives: Vec<String>,
    /// Words behind a number that make it negative: "below zero".
    pub negatives_after: Vec<String>,
    /// Signs between a number and how far it may be off: "±", "plus or minus".
    pub tolerances: Vec<String>,
    /// Words that stand for one before a scale or a fraction: "a".
    pub articles: Vec<String>,
    /// Number words that are more often pronouns: "one".
    pub pronouns: Vec<String>,
    /// Words before which a pronoun is no number.
    pub no_number_before: Vec<String>,
    /// Words after which a pronoun is no number.
    pub no_number_after: Vec<String>,
    /// Words for small numbers that aren't meant to be exact: "a couple of" = 2.
    pub vague_numbers: BTreeMap<String, u32>,
    /// Marks that are short for a unit only right behind digits and before a smaller unit, with its name: "'" = "feet".
    pub paired_units: BTreeMap<String, String>,
    /// Units behind which a bare number counts smaller ones, with their names: foot = "inches" in "six foot two".
    pub unsaid_units: BTreeMap<String, String>,
    /// Ordinal words.
    pub ordinals: BTreeMap<String, u32>,
    /// Ordinal words for several parts at the end of a longer denominator: firsts in "three twenty-firsts".
    pub ordinal_plurals: BTreeMap<String, u32>,
    /// Letters that make digits an ordinal: "th".
    pub ordinal_endings: Vec<String>,
    /// Words for the parts of a fraction, by their denominator: thirds = 3.
    pub fractions: BTreeMap<String, u64>,
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
    /// Words of the two tables by which something shrinks, so that "more than halved" is less than half.
    pub shrinking: Vec<String>,
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
