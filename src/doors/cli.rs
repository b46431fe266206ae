//! The command line: from arguments to an exit status.

use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;
use miette::Diagnostic;

use super::disk::{self, Intake};
use super::options::{CheckArguments, CheckFormat, Cli, Command, Common, ListArguments, ListFormat, MessageLanguage, RulesAction};
use super::problem::{Problem, not_built};
use super::rules;
use super::score::{self, Detail, Measure};
use super::terminal::{self, Color, Look};
use crate::lint;
use crate::model::finding::Summary;
use crate::model::rulebook::Rulebook;
use crate::report::pretty::Paint;
use crate::report::{self, Run};

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
    match Cli::try_parse() {
        Ok(cli) => run(cli.command).into(),
        Err(error) => {
            // Help and version are answers, not errors; where nobody listens there is nobody to tell.
            let _nobody_listens = error.print();
            ExitCode::from(if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) { 0 } else { 2 })
        }
    }
}

fn run(command: Command) -> Status {
    match command {
        Command::Check(arguments) => check(&arguments),
        Command::Claims(arguments) => list(&arguments, [report::claims::json, report::claims::jsonl], report::claims::text),
        Command::Relations(arguments) => list(&arguments, [report::relations::json, report::relations::jsonl], report::relations::text),
        Command::Rules { action: RulesAction::List, common } => {
            with_rulebook(&common, |rulebook| Ok((report::rules::list(rulebook), Status::Clean)))
        }
        Command::Explain { rule, common } => with_rulebook(&common, |rulebook| {
            let found = rules::find(rulebook, &rule)?;
            Ok((report::rules::explain(found, rulebook), Status::Clean))
        }),
        Command::Compare { common, .. } => {
            let instead = "check each of the two by itself with `crossfoot check`";
            failed(&not_built("`crossfoot compare`", instead), common.color)
        }
        Command::Score { paths, mutate, list, common } => {
            let measure = if mutate { Measure::Slips } else { Measure::Truth };
            let detail = if list { Detail::Everything } else { Detail::Figures };
            with_rulebook(&common, |rulebook| {
                let Intake { documents, mut problems, .. } = disk::gather(&paths);
                let (text, unscored) = score::run(&documents, rulebook, measure, detail);
                problems.extend(unscored);
                problems.iter().for_each(|problem| terminal::complain(problem, common.color));
                Ok((text, if problems.is_empty() { Status::Clean } else { Status::Failed }))
            })
        }
        Command::Rules { action: RulesAction::Test, common } => with_rulebook(&common, |rulebook| {
            let tested = rules::test(rulebook);
            tested.failures.iter().for_each(|failure| terminal::complain(failure.as_ref(), common.color));
            Ok((tested.summary() + "\n", if tested.failures.is_empty() { Status::Clean } else { Status::Found }))
        }),
        Command::Facts { .. } => failed(&not_built("`crossfoot facts`", "`crossfoot claims` lists the numbers that are read"), Color::Auto),
        Command::Config => {
            failed(&not_built("`crossfoot config`", "there are no settings files yet; see `crossfoot check --help`"), Color::Auto)
        }
        Command::Init => {
            failed(&not_built("`crossfoot init`", "there are no settings files yet; see `crossfoot check --help`"), Color::Auto)
        }
        Command::Lsp => failed(&not_built("`crossfoot lsp`", "run `crossfoot check --format json` on the saved file"), Color::Auto),
    }
}

fn failed(problem: &dyn Diagnostic, color: Color) -> Status {
    terminal::complain(problem, color);
    Status::Failed
}

/// Runs what needs the rules alone, and writes what comes of it.
fn with_rulebook(common: &Common, make: impl Fn(&Rulebook) -> Result<(String, Status), Problem>) -> Status {
    if let Some(problem) = unbuilt_option(common) {
        return failed(&problem, common.color);
    }
    let rulebook = match rules::rulebook(&common.rules) {
        Ok(rulebook) => rulebook,
        Err(reports) => {
            reports.iter().for_each(|report| terminal::complain(report.as_ref(), common.color));
            return Status::Failed;
        }
    };
    let made = make(&rulebook).and_then(|(text, status)| deliver(&text, common).map(|()| status));
    made.unwrap_or_else(|problem| failed(&problem, common.color))
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

type Json = fn(&Run) -> serde_json::Result<String>;

fn list(arguments: &ListArguments, [json, jsonl]: [Json; 2], text: fn(&Run) -> String) -> Status {
    let render = |run: &Run| match arguments.format {
        ListFormat::Table => Ok(text(run)),
        ListFormat::Json => json(run).map_err(Problem::from),
        ListFormat::Jsonl => jsonl(run).map_err(Problem::from),
    };
    linted(&arguments.common, &arguments.paths, None, render, |_| Status::Clean)
}

fn check(arguments: &CheckArguments) -> Status {
    let common = &arguments.common;
    let look = if common.output.is_some() { common.color.of_file() } else { common.color.of_output() };
    let by_default = if look == Look::Narrated { CheckFormat::Plain } else { CheckFormat::Pretty };
    let format = arguments.format.unwrap_or(by_default);
    if let Some(name) = unbuilt_format(format) {
        return failed(&not_built(&format!("the format `{name}`"), "use --format json, which has everything in it"), common.color);
    }
    let paint = if look == Look::Coloured { Paint::Colours } else { Paint::None };
    let render = |run: &Run| match format {
        CheckFormat::Pretty => report::pretty::pretty(run, paint).map_err(Problem::from),
        CheckFormat::Plain | CheckFormat::Sarif | CheckFormat::Github | CheckFormat::Html => Ok(report::plain::plain(run)),
        CheckFormat::Concise => Ok(report::concise::concise(run)),
        CheckFormat::Json => report::json::json(run).map_err(Problem::from),
        CheckFormat::Jsonl => report::json::jsonl(run).map_err(Problem::from),
    };
    let messages = match arguments.messages {
        MessageLanguage::En => Some("en"),
        MessageLanguage::Zh => Some("zh"),
        MessageLanguage::Document => None,
    };
    let status = |summary: &Summary| if summary.errors + summary.warnings > 0 { Status::Found } else { Status::Clean };
    linted(common, &arguments.paths, messages, render, status)
}

fn unbuilt_format(format: CheckFormat) -> Option<&'static str> {
    match format {
        CheckFormat::Sarif => Some("sarif"),
        CheckFormat::Github => Some("github"),
        CheckFormat::Html => Some("html"),
        CheckFormat::Pretty | CheckFormat::Plain | CheckFormat::Concise | CheckFormat::Json | CheckFormat::Jsonl => None,
    }
}

/// Reads and checks the texts, and writes what `render` makes of it.
fn linted(
    common: &Common,
    paths: &[String],
    messages: Option<&str>,
    render: impl Fn(&Run) -> Result<String, Problem>,
    status: impl Fn(&Summary) -> Status,
) -> Status {
    with_rulebook(common, |rulebook| {
        let intake = disk::gather(paths);
        for problem in &intake.problems {
            terminal::complain(problem, common.color);
        }
        let found = lint(&intake.documents, rulebook);
        let text = render(&Run::new(&intake.documents, &found, rulebook, messages.map(str::to_owned)))?;
        Ok((text, if intake.problems.is_empty() { status(&found.summary) } else { Status::Failed }))
    })
}

fn deliver(text: &str, common: &Common) -> Result<(), Problem> {
    match &common.output {
        Some(path) => disk::write_whole(path, text),
        None => terminal::print(text).map_err(|cause| Problem::Unwritable { path: "standard output".to_owned(), cause }),
    }
}
