//! Months, weekdays and other words of time of a language.

use serde::Deserialize;

/// The `[time]` table of a language file.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TimeFile {}

/// The same, ready for looking up.
#[derive(Clone, Debug, Default)]
pub struct TimeWords {}

impl TimeWords {
    /// Tables of the words in the file.
    pub fn new(_file: &TimeFile) -> Self {
        TimeWords {}
    }
}
