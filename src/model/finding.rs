//! What is worth telling an editor.

use super::relation::Checked;
use super::rule::Severity;

/// A group of broken relations that share numbers: one thing to tell.
#[derive(Clone, Debug)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// The relation that the message is about.
    pub main: Checked,
    /// Others that are broken for a number they share with it.
    pub others: Vec<Checked>,
    /// Whether it stands inside a quotation, where an editor confirms and doesn't correct.
    pub voice: Voice,
}

/// Whose words a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// The text's own.
    Own,
    /// A speaker's.
    Quoted,
}

/// How much of the numbers was covered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many documents were read.
    pub documents: usize,
    /// How many bytes they have as stored.
    pub bytes: usize,
    /// Runs of digits as printed, separators and decimal points inside.
    pub numbers: usize,
    /// Claims with a number or a time.
    pub claims: usize,
    /// Claims that took part in a relation that was checked (and was not too coarse).
    pub checked: usize,
    /// Relations that were checked, held or broken.
    pub relations: usize,
    /// Those that hold.
    pub held: usize,
    /// Those too coarse to tell.
    pub vacuous: usize,
    /// Findings that are errors.
    pub errors: usize,
    /// Findings that are warnings.
    pub warnings: usize,
    /// Findings that are notes.
    pub notes: usize,
}
