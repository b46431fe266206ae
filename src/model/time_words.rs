//! Months, weekdays and other words of time of a language.

mod file;

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use super::clock::Zone;
use super::period::{Anchor, Part, TimeUnit};
use super::word_table::WordTable;
pub use file::{DistanceFile, PartFile, TimeFile, UnitFile};

/// How surely a word is the name of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is nothing else.
    Firm,
    /// It is an abbreviation.
    Short,
    /// It is also another word, as "may" is.
    Ambiguous,
}

/// A month by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthName {
    /// 1 to 12.
    pub number: u8,
    /// How surely it is meant.
    pub standing: Standing,
    /// Whether it is its full name, which has no full stop.
    pub spelling: Spelling,
}

/// Whether a name is written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// It is.
    Full,
    /// It may end in a full stop that belongs to it.
    Abbreviated,
}

/// A step from another time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// From what.
    pub from: Anchor,
    /// How many units later (negative: earlier).
    pub offset: i32,
}

/// What kind of year a word announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearWord {
    /// The calendar's.
    Civil,
    /// Another: fiscal, academic.
    Other,
}

/// The words of time, ready for looking up.
#[derive(Clone, Debug, Default)]
pub struct TimeWords {
    /// Names of months, full and short.
    pub months: WordTable<MonthName>,
    /// Names of weekdays, Monday = 1.
    pub weekdays: WordTable<u8>,
    /// What makes an ordinal of digits: "th".
    pub ordinal_suffixes: Vec<Box<str>>,
    /// What makes a decade of a year's digits: "s".
    pub decade_suffixes: Vec<Box<str>>,
    /// Articles that may stand inside a time: "June the 28th".
    pub articles: WordTable<()>,
    /// What may stand between a part of a year and the year: "of".
    pub of: WordTable<()>,
    /// What may stand between a day and its month: "day of".
    pub day: WordTable<()>,
    /// What may stand before a month: "month of".
    pub month_of: WordTable<()>,
    /// What may stand between a part of a time and the time: "of".
    pub part_of: WordTable<()>,
    /// What stands before a day and not before a range.
    pub on: WordTable<()>,
    /// What says one of a unit: "a" year earlier.
    pub one: WordTable<()>,
    /// What joins the two ends of a range.
    pub to: WordTable<()>,
    /// What announces a range whose ends are joined by `and`.
    pub between: WordTable<()>,
    /// What joins the two ends of a range after `between`.
    pub and: WordTable<()>,
    /// What announces a range whose ends are joined by `to`.
    pub from: WordTable<()>,
    /// The time spoken of, in another year: "same period".
    pub same_period: WordTable<()>,
    /// What ties a length of time to its end: year "ending" June.
    pub ending: WordTable<()>,
    /// Before a unit of time: it is not the calendar's ("fiscal"), or it is ("calendar").
    pub year_kinds: WordTable<YearWord>,
    /// Before the number of a year.
    pub year_words: WordTable<YearWord>,
    /// Letters before the number of a quarter: "Q1".
    pub quarter_letters: Vec<Box<str>>,
    /// Letters before the number of a half: "H1".
    pub half_letters: Vec<Box<str>>,
    /// A year that isn't said: the first quarter "of the year".
    pub the_year: WordTable<()>,
    /// Words before a time.
    pub before_time: WordTable<()>,
    /// Words before a year of any century.
    pub before_year: WordTable<()>,
    /// Words after which a number is a quantity.
    pub before_quantity: WordTable<()>,
    /// Words after which a number is a label.
    pub before_label: WordTable<()>,
    /// Words that a number counts and that have no plural ending.
    pub counted: WordTable<()>,
    /// Endings of plurals.
    pub plural_endings: Vec<Box<str>>,
    /// Words with the ending of a plural after which a year is a year all the same.
    pub not_counted: WordTable<()>,
    /// What is published of a year.
    pub publications: WordTable<()>,
    /// What may be tied to a year by a hyphen.
    pub year_compounds: WordTable<()>,
    /// The last of several: the "final" quarter.
    pub r#final: WordTable<()>,
    /// Hundred.
    pub hundred: WordTable<()>,
    /// Thousand.
    pub thousand: WordTable<()>,
    /// What may stand inside a spelled number.
    pub number_and: WordTable<()>,
    /// Parts of a period; those said too loosely are the whole.
    pub parts: WordTable<Part>,
    /// Units of time, one of them.
    pub unit: WordTable<TimeUnit>,
    /// Units of time, one or several.
    pub units: WordTable<TimeUnit>,
    /// Steps before a unit: "last" year, the "previous" quarter.
    pub steps: WordTable<Step>,
    /// Steps after a number of units: "earlier", with the sign of the step.
    pub distances: WordTable<Step>,
    /// The same, which only end a clause: "the year before".
    pub closing_distances: WordTable<Step>,
    /// Number words of one word.
    pub cardinals: WordTable<u8>,
    /// Ordinal words of one word.
    pub ordinals: WordTable<u8>,
    /// Decades by name: "seventies".
    pub decades: WordTable<u8>,
    /// Times of day before noon: "a.m.".
    pub before_noon: WordTable<()>,
    /// Times of day after noon: "p.m.".
    pub after_noon: WordTable<()>,
    /// Zones that times of day are told in.
    pub zones: WordTable<Zone>,
    /// The full names of the months, for telling a date.
    pub month_names: Vec<Box<str>>,
    /// The full names of the weekdays.
    pub weekday_names: Vec<Box<str>>,
    openers: FxHashSet<Box<str>>,
}

impl TimeWords {
    /// Tables of the words in the file.
    pub fn new(file: &TimeFile) -> Self {
        let months = file.months.iter().zip(1_u8..).flat_map(|(names, number)| {
            names.iter().enumerate().map(move |(place, name)| {
                let standing = match place {
                    _ if file.ambiguous_months.contains(name) => Standing::Ambiguous,
                    0 => Standing::Firm,
                    1.. => Standing::Short,
                };
                let spelling = if place == 0 { Spelling::Full } else { Spelling::Abbreviated };
                (name, MonthName { number, standing, spelling })
            })
        });
        let weekdays = file.weekdays.iter().zip(1_u8..).flat_map(|(names, number)| names.iter().map(move |name| (name, number)));
        let parts = [
            (&file.parts.start, Part::Start),
            (&file.parts.middle, Part::Middle),
            (&file.parts.end, Part::End),
            (&file.parts.loose, Part::Whole),
        ];
        let several = units(&file.units).into_iter().chain(units(&file.plural_units));
        let steps = [(&file.document, Anchor::Document), (&file.context, Anchor::Context)];
        let steps = steps.into_iter().flat_map(|(words, from)| words.iter().map(move |(word, &offset)| (word, Step { from, offset })));
        let distances = [
            (&file.distance.document_before, Step { from: Anchor::Document, offset: -1 }),
            (&file.distance.context_before, Step { from: Anchor::Context, offset: -1 }),
            (&file.distance.context_after, Step { from: Anchor::Context, offset: 1 }),
        ];
        let closing = [
            (&file.distance.closing_before, Step { from: Anchor::Context, offset: -1 }),
            (&file.distance.closing_after, Step { from: Anchor::Context, offset: 1 }),
        ];
        TimeWords {
            months: WordTable::new(months),
            weekdays: WordTable::new(weekdays),
            ordinal_suffixes: boxed(&file.ordinal_suffixes),
            decade_suffixes: boxed(&file.decade_suffixes),
            articles: plain(&file.articles),
            of: plain(&file.of),
            day: plain(&file.day),
            month_of: plain(&file.month_of),
            part_of: plain(&file.part_of),
            on: plain(&file.on),
            one: plain(&file.one),
            to: plain(&file.to),
            between: plain(&file.between),
            and: plain(&file.and),
            from: plain(&file.from),
            same_period: plain(&file.same_period),
            ending: plain(&file.ending),
            year_kinds: grouped([(&file.fiscal, YearWord::Other), (&file.civil, YearWord::Civil)]),
            year_words: grouped([(&file.fiscal_year, YearWord::Other), (&file.civil_year, YearWord::Civil)]),
            quarter_letters: boxed(&file.quarter_letters),
            half_letters: boxed(&file.half_letters),
            the_year: plain(&file.the_year),
            before_time: plain(&file.before_time),
            before_year: plain(&file.before_year),
            before_quantity: plain(&file.before_quantity),
            before_label: plain(&file.before_label),
            counted: plain(&file.counted),
            plural_endings: boxed(&file.plural_endings),
            not_counted: plain(&file.not_counted),
            publications: plain(&file.publications),
            year_compounds: plain(&file.year_compounds),
            r#final: plain(&file.r#final),
            hundred: plain(&file.hundred),
            thousand: plain(&file.thousand),
            number_and: plain(&file.number_and),
            parts: grouped(parts),
            unit: grouped(units(&file.units)),
            units: grouped(several),
            steps: WordTable::new(steps),
            distances: grouped(distances),
            closing_distances: grouped(closing),
            cardinals: numbers(&file.cardinals),
            ordinals: numbers(&file.ordinals),
            decades: numbers(&file.decades),
            before_noon: plain(&file.before_noon),
            after_noon: plain(&file.after_noon),
            zones: WordTable::new(file.zones.iter().filter_map(|(name, offsets)| Some((name, Zone::new(offsets)?)))),
            month_names: names(&file.months),
            weekday_names: names(&file.weekdays),
            openers: openers(file),
        }
    }

    /// Whether a time may begin with this word or run of digits; most words of a text are told apart by this alone.
    pub fn may_begin(&self, word: &str) -> bool {
        if word.starts_with(|letter: char| letter.is_ascii_digit()) {
            return true;
        }
        let letters = word.trim_end_matches(|letter: char| letter.is_ascii_digit());
        if letters.is_ascii() && !letters.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return self.openers.contains(letters);
        }
        self.openers.contains(letters.to_lowercase().as_str())
    }
}

fn units(file: &UnitFile) -> [(&Vec<String>, TimeUnit); 6] {
    [
        (&file.day, TimeUnit::Day),
        (&file.week, TimeUnit::Week),
        (&file.month, TimeUnit::Month),
        (&file.quarter, TimeUnit::Quarter),
        (&file.half, TimeUnit::Half),
        (&file.year, TimeUnit::Year),
    ]
}

fn boxed(words: &[String]) -> Vec<Box<str>> {
    words.iter().map(|word| word.to_lowercase().into_boxed_str()).collect()
}

/// The first name of each, as a sentence writes it in the middle.
fn names(lists: &[Vec<String>]) -> Vec<Box<str>> {
    let name = |names: &Vec<String>| {
        let mut letters = names.first().map_or("", String::as_str).chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>().into_boxed_str()).unwrap_or_default()
    };
    lists.iter().map(name).collect()
}

fn plain(words: &[String]) -> WordTable<()> {
    WordTable::new(words.iter().map(|word| (word, ())))
}

fn grouped<'w, V: Copy + 'w>(groups: impl IntoIterator<Item = (&'w Vec<String>, V)>) -> WordTable<V> {
    WordTable::new(groups.into_iter().flat_map(|(words, value)| words.iter().map(move |word| (word, value))))
}

/// The first words of everything that a time may begin with.
fn openers(file: &TimeFile) -> FxHashSet<Box<str>> {
    let lists = [&file.month_of, &file.one, &file.same_period, &file.fiscal, &file.civil, &file.fiscal_year, &file.civil_year];
    let letters = [&file.quarter_letters, &file.half_letters, &file.r#final];
    let parts = [&file.parts.start, &file.parts.middle, &file.parts.end, &file.parts.loose];
    let units = units(&file.units).into_iter().map(|(words, _)| words);
    let phrases = lists.into_iter().chain(letters).chain(parts).chain(units).chain(&file.months).chain(&file.weekdays).flatten();
    let steps = file.document.keys().chain(file.context.keys());
    let numbers = file.cardinals.keys().chain(file.ordinals.keys());
    let phrases = phrases.chain(steps).chain(numbers);
    phrases.filter_map(|phrase| phrase.split([' ', '-']).next()).map(|word| word.to_lowercase().into_boxed_str()).collect()
}

fn numbers(words: &BTreeMap<String, u8>) -> WordTable<u8> {
    WordTable::new(words.iter().map(|(word, &number)| (word, number)))
}
