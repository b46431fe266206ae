//! Numerals, scales, hedges and units of a language.

use serde::Deserialize;

/// The `[numerals]` table of a language file.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct NumeralFile {}

/// The same, ready for looking up.
#[derive(Clone, Debug, Default)]
pub struct NumeralWords {}

impl NumeralWords {
    /// Tables of the words in the file.
    pub fn new(_file: &NumeralFile) -> Self {
        NumeralWords {}
    }
}
