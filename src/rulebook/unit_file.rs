//! `rules/units.toml`: the units that numbers are printed in.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use super::RuleSource;
use super::mistake::{Mistake, Piece};
use super::names::did_you_mean;
use super::rule_file::read_toml;
use crate::model::rational::Rational;
use crate::model::rulebook::Rulebook;
use crate::model::unit::{Dimension, Unit};
use crate::model::word_table::WordTable;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct UnitFile {
    #[serde(default)]
    prefixes: BTreeMap<String, Prefix>,
    #[serde(default)]
    share: Units,
    #[serde(default)]
    points: Units,
    #[serde(default)]
    times: Units,
    #[serde(default)]
    time: Units,
    #[serde(default)]
    money: Units,
    #[serde(default)]
    measure: BTreeMap<String, Units>,
}

type Units = BTreeMap<String, Entry>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Prefix {
    symbol: String,
    power: i32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    #[serde(default)]
    factor: Factor,
    #[serde(default)]
    names: Vec<String>,
    #[serde(default)]
    symbols: Vec<String>,
    #[serde(default)]
    prefixes: Vec<Spanned<String>>,
}

/// How many base units one of it is, written as a decimal or as a fraction of two.
#[derive(Deserialize)]
#[serde(try_from = "String")]
struct Factor(Rational);

impl Default for Factor {
    fn default() -> Self {
        Factor(Rational::one())
    }
}

impl TryFrom<String> for Factor {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let (above, below) = text.split_once('/').unwrap_or((&text, "1"));
        let quotient = decimal(above).zip(decimal(below)).and_then(|(above, below)| above.divide(&below));
        quotient.map(Factor).ok_or_else(|| format!("`{text}` is neither a decimal number nor a fraction"))
    }
}

fn decimal(text: &str) -> Option<Rational> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    Rational::from_digits(whole, decimals)
}

/// Adds the units of the file and what they measure. What is wrong in the file is told in `mistakes`.
pub fn add_units(file: &RuleSource, rulebook: &mut Rulebook, mistakes: &mut Vec<Mistake>) {
    let Some(UnitFile { prefixes, share, points, times, time, money, measure }) = read_toml(file, mistakes) else { return };
    let fixed = [
        ("share", Dimension::Share, share),
        ("points", Dimension::Points, points),
        ("times", Dimension::Times, times),
        ("time", Dimension::Time, time),
        ("money", Dimension::Money, money),
    ];
    let fixed = fixed.into_iter().map(|(name, dimension, units)| (name.to_string(), dimension, units));
    let measures = measure.into_iter().map(|(name, units)| {
        let dimension = Dimension::Measure(Arc::from(name.as_str()));
        (name, dimension, units)
    });
    let mut table = WordTable::default();
    for (name, dimension, units) in fixed.chain(measures) {
        rulebook.dimensions.push((name, dimension.clone()));
        for (name, entry) in &units {
            add(&mut table, &dimension, name, entry);
            for word in &entry.prefixes {
                match prefixes.get(word.get_ref()) {
                    Some(prefix) => add_prefixed(&mut table, &dimension, name, entry, (word.get_ref(), prefix)),
                    None => {
                        let help = did_you_mean(word.get_ref(), prefixes.keys().map(String::as_str));
                        let message = format!("There is no prefix `{}`.", word.get_ref());
                        mistakes.push(Piece::new(file, word).mistake_of_all(message, "not in the table `prefixes`").help(help));
                    }
                }
            }
        }
    }
    rulebook.units = table;
}

fn add(table: &mut WordTable<Unit>, dimension: &Dimension, name: &str, entry: &Entry) {
    let unit = Unit { factor: entry.factor.0.clone(), ..Unit::of(dimension.clone(), name) };
    for spelling in &entry.names {
        table.add(spelling, unit.clone());
    }
    for symbol in &entry.symbols {
        table.add_symbol(symbol, unit.clone());
    }
}

/// The same unit with a prefix, which is given by its word: "kilometre", "kilo metre", "km".
fn add_prefixed(table: &mut WordTable<Unit>, dimension: &Dimension, name: &str, entry: &Entry, (word, prefix): (&str, &Prefix)) {
    let Some(power) = Rational::power_of_ten(prefix.power) else { return };
    // "km", but "kilolitre": a name of one or two letters is a symbol.
    let short = name.chars().count() <= 2;
    let full_name = format!("{}{name}", if short { &prefix.symbol } else { word });
    let unit = Unit { factor: &entry.factor.0 * &power, ..Unit::of(dimension.clone(), &full_name) };
    for spelling in &entry.names {
        table.add(&format!("{word}{spelling}"), unit.clone());
        table.add(&format!("{word} {spelling}"), unit.clone());
    }
    for symbol in &entry.symbols {
        table.add_symbol(&format!("{}{symbol}", prefix.symbol), unit.clone());
    }
}
