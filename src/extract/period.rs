//! Days, months, years and stretches of them.

use crate::model::claim::Kind;
use crate::model::numeral_words::NumeralWords;
use crate::model::period::Period;
use crate::model::time_words::TimeWords;

/// A time as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeClaim {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// A date or a period.
    pub kind: Kind,
    /// What it says.
    pub period: Period,
}

/// The time that begins at a place of the text.
pub fn time_at(_text: &str, _at: usize, _words: &TimeWords, _numerals: &NumeralWords) -> Option<TimeClaim> {
    None
}
