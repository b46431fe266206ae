//! The commands and options of the command line.

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::terminal::Color;

/// Finds the numbers of a text that can't all be true.
#[derive(Debug, Parser)]
#[command(name = "crossfoot", version, about, arg_required_else_help = true, propagate_version = true)]
#[command(after_help = "Exit status: 0 no error and no warning, 1 some, 2 something could not be read or run.")]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What the program does.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check texts: files, folders, or - for standard input
    Check(CheckArguments),
    /// Check a translation against its source: two files, or two folders paired by name
    Compare {
        /// The source
        source: String,
        /// The translation
        target: String,
        #[command(flatten)]
        common: Common,
    },
    /// Show the numbers and times that are read
    Claims(ListArguments),
    /// Show the relations that are checked, also those that hold
    Relations(ListArguments),
    /// Measure precision and recall on texts with marked truth
    Score {
        /// Files or folders
        #[arg(required = true)]
        paths: Vec<String>,
        /// Make slips in the numbers and count how many are caught
        #[arg(long)]
        mutate: bool,
        /// List what was missed, and every false alarm
        #[arg(long)]
        list: bool,
        #[command(flatten)]
        common: Common,
    },
    /// Show which facts the texts state
    Facts {
        /// Files or folders
        paths: Vec<String>,
    },
    /// List the rules, or try their examples
    Rules {
        /// What to do with them
        #[arg(default_value = "list")]
        action: RulesAction,
        #[command(flatten)]
        common: Common,
    },
    /// Explain a rule: what it finds, why it matters, examples
    Explain {
        /// The rule's name, as findings print it in brackets
        rule: String,
        #[command(flatten)]
        common: Common,
    },
    /// Show the settings in force
    Config,
    /// Write a first settings file
    Init,
    /// Serve editors by the language server protocol
    Lsp,
}

/// What to do with the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RulesAction {
    /// One line a rule
    List,
    /// Check that every rule fires and is silent as its examples say
    Test,
}

/// Options of every command that reads texts.
#[derive(Args, Debug)]
pub struct Common {
    /// Rules of your own, a file or folder, beside the built-in ones
    #[arg(long, value_name = "PATH")]
    pub rules: Vec<String>,
    /// The settings file to use
    #[arg(long, value_name = "FILE")]
    pub config: Option<String>,
    /// The language of the texts (it is found out by itself otherwise)
    #[arg(long, value_name = "CODE")]
    pub lang: Option<String>,
    /// The date of the texts, for "last year" and the like
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// How many threads to use
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub threads: usize,
    /// Write to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<String>,
    /// When to colour
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub color: Color,
}

/// Arguments of `check`.
#[derive(Args, Debug)]
pub struct CheckArguments {
    /// Files, folders, or - for standard input
    #[arg(default_value = ".")]
    pub paths: Vec<String>,
    /// How to tell (pretty on a terminal, plain elsewhere)
    #[arg(long, value_enum)]
    pub format: Option<CheckFormat>,
    /// The language of messages: that of the document, or one for all
    #[arg(long, value_enum, default_value_t = MessageLanguage::Document)]
    pub messages: MessageLanguage,
    /// Don't check translations against the originals beside them
    #[arg(long)]
    pub no_pairs: bool,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub common: Common,
}

/// Arguments of `claims` and `relations`.
#[derive(Args, Debug)]
pub struct ListArguments {
    /// Files, folders, or - for standard input
    #[arg(required = true)]
    pub paths: Vec<String>,
    /// How to tell
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    pub format: ListFormat,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub common: Common,
}

/// Output formats of `check`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// The text with the numbers marked in it
    Pretty,
    /// Plain sentences, for screen readers, pipes and mail
    Plain,
    /// One line a finding
    Concise,
    /// One JSON object
    Json,
    /// One JSON object a finding and line
    Jsonl,
    /// For code scanning services
    Sarif,
    /// Annotations of GitHub's checks
    Github,
    /// A page for a browser
    Html,
}

/// Output formats of lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// A table for people
    Table,
    /// One JSON object
    Json,
    /// One JSON object a line
    Jsonl,
}

/// The language of messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum MessageLanguage {
    /// English
    En,
    /// Chinese
    Zh,
    /// That of the document a finding is in
    Document,
}
