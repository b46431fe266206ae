//! What goes wrong outside of the texts: each says what happened and what to do.

use miette::Diagnostic;
use thiserror::Error;

/// Something that could not be read, written or run.
#[derive(Debug, Diagnostic, Error)]
pub enum Problem {
    /// A path leads nowhere.
    #[error("there is no file or folder `{path}`")]
    #[diagnostic(help("check the spelling; paths are taken from the folder that the command is run in"))]
    Missing {
        /// As given.
        path: String,
    },
    /// The system doesn't let us read it.
    #[error("`{path}` can't be read: {cause}")]
    #[diagnostic(help("a readable file or folder was expected: check its permissions, or leave it out"))]
    Unreadable {
        /// As given or found.
        path: String,
        /// What the system says.
        cause: std::io::Error,
    },
    /// A file was named whose format isn't read.
    #[error("`{path}` is in a format that isn't read")]
    #[diagnostic(help(
        "read are {formats}, and files without an ending as plain text; convert it to one of them, or give its text as standard input with `-`"
    ))]
    UnknownFormat {
        /// As given.
        path: String,
        /// The endings that are read.
        formats: &'static str,
    },
    /// No file was found.
    #[error("there is nothing to check in {places}")]
    #[diagnostic(help(
        "{skipped}; name a file, or a folder with files ending in {formats} (hidden files and those in .gitignore are left out)"
    ))]
    Nothing {
        /// What was searched.
        places: String,
        /// What was passed over there.
        skipped: String,
        /// The endings that are read.
        formats: &'static str,
    },
    /// An output file can't be written.
    #[error("`{path}` can't be written: {cause}")]
    #[diagnostic(help("its folder must exist and be writable; nothing was changed"))]
    Unwritable {
        /// As given.
        path: String,
        /// What the system says.
        cause: std::io::Error,
    },
    /// A truth file can't be used.
    #[error("the truth file `{path}` can't be used: {why}")]
    #[diagnostic(help("corpus/README.md says how truth files are written"))]
    Truth {
        /// The truth file.
        path: String,
        /// What is wrong with it.
        why: String,
    },
    /// No text has a truth file.
    #[error("none of the texts has a truth file beside it")]
    #[diagnostic(help("beside `text.md` a file `text.truth.toml` was expected (see corpus/README.md); --mutate needs none"))]
    NoTruth,
    /// A part of the contract that isn't there yet.
    #[error("{what} isn't built yet")]
    #[diagnostic(help("{instead}"))]
    NotBuilt {
        /// The command or option.
        what: String,
        /// What to do instead.
        instead: String,
    },
    /// A folder of rules is empty.
    #[error("there are no rules in `{path}`")]
    #[diagnostic(help("a file was expected, or a folder with files ending in .toml, each a rule by the name of its file"))]
    NoRules {
        /// As given.
        path: String,
    },
    /// There is no such rule.
    #[error("there is no rule `{id}`")]
    #[diagnostic(help("{help}"))]
    NoSuchRule {
        /// As given.
        id: String,
        /// What was perhaps meant, or where to look.
        help: String,
    },
    /// A report could not be made.
    #[error("the report can't be made: {cause}")]
    #[diagnostic(help("this is a defect of crossfoot: please report it with the text that led to it"))]
    Report {
        /// What failed.
        cause: String,
    },
}

impl From<serde_json::Error> for Problem {
    fn from(error: serde_json::Error) -> Self {
        Problem::Report { cause: error.to_string() }
    }
}

impl From<std::fmt::Error> for Problem {
    fn from(error: std::fmt::Error) -> Self {
        Problem::Report { cause: error.to_string() }
    }
}

/// A part of the contract that isn't there yet.
pub fn not_built(what: &str, instead: &str) -> Problem {
    Problem::NotBuilt { what: what.to_owned(), instead: instead.to_owned() }
}
