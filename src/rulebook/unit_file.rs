//! `rules/units.toml`: the units that numbers are printed in.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;

use crate::model::rational::Rational;
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
    prefixes: Vec<String>,
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

/// The units of the file, by every spelling.
///
/// # Errors
/// The text is not TOML, or not of the form that `rules/units.toml` shows.
pub fn units(text: &str) -> Result<WordTable<Unit>, toml::de::Error> {
    let UnitFile { prefixes, share, points, times, time, money, measure } = toml::from_str(text)?;
    let mut table = WordTable::default();
    let fixed = [
        (Dimension::Share, share),
        (Dimension::Points, points),
        (Dimension::Times, times),
        (Dimension::Time, time),
        (Dimension::Money, money),
    ];
    let measures = measure.into_iter().map(|(name, units)| (Dimension::Measure(Arc::from(name.as_str())), units));
    for (dimension, units) in fixed.into_iter().chain(measures) {
        for (name, entry) in &units {
            add(&mut table, &dimension, name, entry, &prefixes);
        }
    }
    Ok(table)
}

fn add(table: &mut WordTable<Unit>, dimension: &Dimension, name: &str, entry: &Entry, prefixes: &BTreeMap<String, Prefix>) {
    let unit = |name: &str, factor: Rational| Unit { factor, ..Unit::of(dimension.clone(), name) };
    let plain = unit(name, entry.factor.0.clone());
    for spelling in &entry.names {
        table.add(spelling, plain.clone());
    }
    for symbol in &entry.symbols {
        table.add_symbol(symbol, plain.clone());
    }
    for word in &entry.prefixes {
        let Some(prefix) = prefixes.get(word) else { continue };
        let Some(power) = Rational::power_of_ten(prefix.power) else { continue };
        // "km", but "kilolitre": a name of one or two letters is a symbol.
        let short = name.chars().count() <= 2;
        let prefixed = unit(&format!("{}{name}", if short { &prefix.symbol } else { word }), &entry.factor.0 * &power);
        for spelling in &entry.names {
            table.add(&format!("{word}{spelling}"), prefixed.clone());
            table.add(&format!("{word} {spelling}"), prefixed.clone());
        }
        for symbol in &entry.symbols {
            table.add_symbol(&format!("{}{symbol}", prefix.symbol), prefixed.clone());
        }
    }
}
