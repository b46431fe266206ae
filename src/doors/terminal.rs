//! Standard output and standard error.

use std::io::{self, ErrorKind, IsTerminal, Write};

use clap::ValueEnum;
use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, NarratableReportHandler};

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// How a stream is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// A terminal (or as if): drawn with colours.
    Coloured,
    /// A terminal without colours.
    Drawn,
    /// A pipe or file: narrated.
    Narrated,
}

impl Color {
    /// How to write to a stream that is a terminal or isn't.
    fn look(self, terminal: bool) -> Look {
        let unwanted = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
            || std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        match self {
            Color::Always => Look::Coloured,
            Color::Never if terminal => Look::Drawn,
            Color::Auto if terminal && unwanted => Look::Drawn,
            Color::Auto if terminal => Look::Coloured,
            Color::Never | Color::Auto => Look::Narrated,
        }
    }

    /// How to write to standard output.
    pub fn of_output(self) -> Look {
        self.look(io::stdout().is_terminal())
    }

    /// How to write to a file.
    pub fn of_file(self) -> Look {
        self.look(false)
    }
}

/// Writes to standard output. A reader that has gone is no error.
pub fn print(text: &str) -> io::Result<()> {
    let mut output = io::stdout().lock();
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Tells on standard error what went wrong.
pub fn complain(problem: &dyn Diagnostic, color: Color) {
    let mut text = String::new();
    let told = match color.look(io::stderr().is_terminal()) {
        Look::Coloured => GraphicalReportHandler::new_themed(GraphicalTheme::unicode()).render_report(&mut text, problem),
        Look::Drawn => GraphicalReportHandler::new_themed(GraphicalTheme::unicode_nocolor()).render_report(&mut text, problem),
        Look::Narrated if problem.source_code().is_some() => NarratableReportHandler::new().render_report(&mut text, problem),
        Look::Narrated => narrate(&mut text, problem),
    };
    if told.is_err() {
        text = problem.to_string();
    }
    // Where standard error is closed nobody is left to tell.
    let _nobody_listens = writeln!(io::stderr().lock(), "{}", text.trim_end());
}

fn narrate(text: &mut String, problem: &dyn Diagnostic) -> std::fmt::Result {
    use std::fmt::Write as _;
    writeln!(text, "error: {problem}")?;
    problem.help().map_or(Ok(()), |help| writeln!(text, "  help: {help}"))
}
