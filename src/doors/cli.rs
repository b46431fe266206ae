//! The command line: from arguments to an exit status.

use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;
use miette::{Diagnostic, Report};

use super::disk::{self, Intake};
use super::options::{Cli, Command, Common, ListArguments, ListFormat};
use super::problem::{Problem, not_built};
use super::terminal::{self, Color};
use crate::model::rulebook::Rulebook;
use crate::report::{self, Run};
use crate::{Lint, lint};

/// What a run comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Status {
    /// No error and no warning.
    Clean,
    /// Some.
    Found,
    /// Something could not be read or run.
    Failed,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> ExitCode {
        ExitCode::from(match status {
            Status::Clean => 0,
            Status::Found => 1,
            Status::Failed => 2,
        })
    }
}

/// Runs the program with the arguments of the process.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are answers, not errors; where nobody listens there is nobody to tell.
            let _nobody_listens = error.print();
            return ExitCode::from(if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) { 0 } else { 2 });
        }
    };
    run(cli.command).into()
}

fn run(command: Command) -> Status {
    match command {
        Command::Claims(arguments) => list(&arguments, report::claims::text, report::claims::json, report::claims::jsonl),
        command => failed(&not_built("this command", "see --help"), Color::Auto),
    }
}

fn failed(problem: &dyn Diagnostic, color: Color) -> Status {
    terminal::complain(problem, color);
    Status::Failed
}

/// The rules of a run.
fn rulebook(_common: &Common) -> Result<Rulebook, Report> {
    crate::rulebook::built_in()
}

/// The first option given that isn't built yet.
fn unbuilt_option(common: &Common) -> Option<Problem> {
    let given = [
        (common.config.is_some(), "the option --config", "leave it out: the built-in rules are used as they are"),
        (common.lang.is_some(), "the option --lang", "leave it out: the language of every sentence is found out by itself"),
        (common.date.is_some(), "the option --date", "leave it out: nothing that is checked so far depends on the date of a text"),
        (common.threads != 1, "the option --threads with another number than 1", "leave it out, or run several processes"),
    ];
    given.into_iter().find(|(given, ..)| *given).map(|(_, what, instead)| not_built(what, instead))
}

type Render<R> = fn(&Run) -> R;

fn list(
    arguments: &ListArguments,
    text: Render<String>,
    json: Render<serde_json::Result<String>>,
    jsonl: Render<serde_json::Result<String>>,
) -> Status {
    linted(&arguments.common, &arguments.paths, |run| match arguments.format {
        ListFormat::Table => Ok(text(run)),
        ListFormat::Json => json(run),
        ListFormat::Jsonl => jsonl(run),
    })
    .map_or(Status::Failed, |(status, _)| status)
}

/// Reads and checks the texts, and writes what `render` makes of it. The status is that of reading and writing alone.
fn linted(common: &Common, paths: &[String], render: impl Fn(&Run) -> serde_json::Result<String>) -> Option<(Status, Lint)> {
    let color = common.color;
    if let Some(problem) = unbuilt_option(common) {
        failed(&problem, color);
        return None;
    }
    let rulebook = match rulebook(common) {
        Ok(rulebook) => rulebook,
        Err(report) => {
            failed(report.as_ref(), color);
            return None;
        }
    };
    let Intake { documents, problems, .. } = disk::gather(paths);
    for problem in &problems {
        terminal::complain(problem, color);
    }
    let found = lint(&documents, &rulebook);
    let run = Run::new(&documents, &found.claims, &found.checked, &found.findings, found.summary, &rulebook);
    let written = render(&run).map_err(|cause| Problem::Report { cause }).and_then(|text| deliver(&text, common));
    let mut status = if problems.is_empty() { Status::Clean } else { Status::Failed };
    if let Err(problem) = written {
        status = failed(&problem, color);
    }
    Some((status, found))
}

fn deliver(text: &str, common: &Common) -> Result<(), Problem> {
    match &common.output {
        Some(path) => disk::write_whole(path, text),
        None => terminal::print(text).map_err(|cause| Problem::Unwritable { path: "standard output".to_owned(), cause }),
    }
}
