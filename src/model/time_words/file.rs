//! The `[time]` table of a language file, as written.

use std::collections::BTreeMap;

use serde::Deserialize;

/// The `[time]` table of a language file. Every list is of words or phrases; their meaning is that of the field in [`TimeWords`](super::TimeWords).
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[allow(missing_docs)]
pub struct TimeFile {
    pub months: Vec<Vec<String>>,
    pub ambiguous_months: Vec<String>,
    pub weekdays: Vec<Vec<String>>,
    pub ordinal_suffixes: Vec<String>,
    pub decade_suffixes: Vec<String>,
    pub articles: Vec<String>,
    pub of: Vec<String>,
    pub day: Vec<String>,
    pub month_of: Vec<String>,
    pub part_of: Vec<String>,
    pub on: Vec<String>,
    pub one: Vec<String>,
    pub to: Vec<String>,
    pub between: Vec<String>,
    pub and: Vec<String>,
    pub from: Vec<String>,
    pub same_period: Vec<String>,
    pub ending: Vec<String>,
    pub fiscal: Vec<String>,
    pub civil: Vec<String>,
    pub fiscal_year: Vec<String>,
    pub civil_year: Vec<String>,
    pub quarter_letters: Vec<String>,
    pub half_letters: Vec<String>,
    pub the_year: Vec<String>,
    pub before_time: Vec<String>,
    pub before_year: Vec<String>,
    pub before_quantity: Vec<String>,
    pub before_label: Vec<String>,
    pub counted: Vec<String>,
    pub plural_endings: Vec<String>,
    pub not_counted: Vec<String>,
    /// What is published of a year, before which a plural says of what: "statistics" in "2013 births statistics".
    pub publications: Vec<String>,
    pub year_compounds: Vec<String>,
    pub r#final: Vec<String>,
    pub hundred: Vec<String>,
    pub thousand: Vec<String>,
    pub number_and: Vec<String>,
    pub before_noon: Vec<String>,
    pub after_noon: Vec<String>,
    /// Zones, each with the minutes that it may be ahead of universal time.
    pub zones: BTreeMap<String, Vec<i16>>,
    pub parts: PartFile,
    pub units: UnitFile,
    pub plural_units: UnitFile,
    pub document: BTreeMap<String, i32>,
    pub context: BTreeMap<String, i32>,
    pub distance: DistanceFile,
    pub cardinals: BTreeMap<String, u8>,
    pub ordinals: BTreeMap<String, u8>,
    pub decades: BTreeMap<String, u8>,
}

/// Words for parts of a period.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PartFile {
    pub start: Vec<String>,
    pub middle: Vec<String>,
    pub end: Vec<String>,
    pub loose: Vec<String>,
}

/// Words for units of time.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[allow(missing_docs)]
pub struct UnitFile {
    pub day: Vec<String>,
    pub week: Vec<String>,
    pub month: Vec<String>,
    pub quarter: Vec<String>,
    pub half: Vec<String>,
    pub year: Vec<String>,
}

/// Words after a length of time that make it a distance from another time.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[allow(missing_docs)]
pub struct DistanceFile {
    pub document_before: Vec<String>,
    pub context_before: Vec<String>,
    pub context_after: Vec<String>,
    pub closing_before: Vec<String>,
    pub closing_after: Vec<String>,
}
