//! The program as people and other programs run it: exit status, streams, files.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const WRONG: &str = "Library loans rose from 106,400 to 133,100, an increase of 52.1 percent.\n";
const RIGHT: &str = "Library loans rose from 106,400 to 133,100, an increase of 25.1 percent.\n";

/// A folder with these files in it.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder for the test");
    for (name, text) in files {
        write(folder.path(), name, text.as_bytes());
    }
    folder
}

fn write(folder: &Path, name: &str, bytes: &[u8]) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder for the file");
    fs::write(path, bytes).expect("a file for the test");
}

fn command(folder: &TempDir, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_crossfoot"));
    command.current_dir(folder.path()).args(arguments).env_remove("NO_COLOR").env("TERM", "xterm");
    command
}

fn run(folder: &TempDir, arguments: &[&str]) -> (i32, String, String) {
    ended(command(folder, arguments).stdin(Stdio::null()).output().expect("the program runs"))
}

fn run_with_input(folder: &TempDir, arguments: &[&str], input: &str) -> (i32, String, String) {
    let mut child =
        command(folder, arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program runs");
    child.stdin.take().expect("its input").write_all(input.as_bytes()).expect("it reads");
    ended(child.wait_with_output().expect("it ends"))
}

fn ended(output: Output) -> (i32, String, String) {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("an exit status"), text(output.stdout), text(output.stderr))
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

/// The paths that `claims` shows, each once.
fn paths(folder: &TempDir, arguments: &[&str]) -> Vec<String> {
    let (_, output, _) = run(folder, &[&["claims", "--format", "json"], arguments].concat());
    let mut paths: Vec<String> = Vec::new();
    for claim in json(&output)["claims"].as_array().expect("claims") {
        let path = claim["path"].as_str().expect("a path").to_owned();
        if paths.last() != Some(&path) {
            paths.push(path);
        }
    }
    paths
}

#[test]
fn the_exit_status_says_what_was_found() {
    let folder = folder(&[("wrong.txt", WRONG), ("right.txt", RIGHT), ("words.md", "No numbers here.\n")]);
    assert_eq!(run(&folder, &["check", "right.txt"]).0, 0);
    assert_eq!(run(&folder, &["check", "words.md"]).0, 0);
    assert_eq!(run(&folder, &["check", "wrong.txt"]).0, 1);
    assert_eq!(run(&folder, &["check"]).0, 1);
    assert_eq!(run(&folder, &["claims", "wrong.txt"]).0, 0);
    assert_eq!(run(&folder, &["relations", "wrong.txt"]).0, 0);
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_checked() {
    let folder = folder(&[("wrong.txt", WRONG), ("report.pdf", "%PDF-1.7")]);
    let (status, output, errors) = run(&folder, &["check", "--format", "concise", "report.pdf", "missing.txt", "wrong.txt"]);
    assert_eq!(status, 2);
    assert!(output.starts_with("wrong.txt:1:"), "{output}");
    insta::assert_snapshot!(errors, @r"
    error: `report.pdf` is in a format that isn't read
      help: read are .txt, .text, .md, .markdown, and files without an ending as plain text; convert it to one of them, or give its text as standard input with `-`
    error: there is no file or folder `missing.txt`
      help: check the spelling; paths are taken from the folder that the command is run in
    ");
}

#[test]
fn nothing_to_check_is_said() {
    let folder = folder(&[("data/a.csv", "1,2"), ("data/b.csv", "3,4")]);
    let (status, output, errors) = run(&folder, &["check", "data"]);
    assert_eq!((status, output.as_str()), (2, ""));
    insta::assert_snapshot!(errors, @r"
    error: there is nothing to check in `data`
      help: 2 files in formats that aren't read were passed over; name a file, or a folder with files ending in .txt, .text, .md, .markdown (hidden files and those in .gitignore are left out)
    ");
}

#[test]
fn folders_are_walked_in_order_without_what_is_hidden_or_ignored() {
    let text = "It has 12 rooms.\n";
    let names = [
        "b.txt",
        "a.md",
        "sub/c.txt",
        "sub/.hidden/d.txt",
        "sub/.e.txt",
        "out/f.txt",
        "sub/draft-1.txt",
        "sub/draft-2.txt",
        "LICENSE",
        "x.csv",
    ];
    let folder = folder(&names.map(|name| (name, text)));
    write(folder.path(), ".gitignore", b"out/\n");
    write(folder.path(), "sub/.gitignore", b"draft-*\n!draft-2.txt\n");
    assert_eq!(paths(&folder, &["."]), ["a.md", "b.txt", "sub/c.txt", "sub/draft-2.txt"]);
    assert_eq!(paths(&folder, &["sub", "LICENSE"]), ["sub/c.txt", "sub/draft-2.txt", "LICENSE"]);
    // What is named is checked, hidden or not, and once.
    assert_eq!(paths(&folder, &["sub/.e.txt", "out/f.txt", "b.txt", "./b.txt"]), ["sub/.e.txt", "out/f.txt", "b.txt"]);
}

#[test]
fn the_patterns_of_the_repository_hold_in_its_folders() {
    let folder = folder(&[("sub/a.txt", "It has 12 rooms.\n"), ("sub/old/b.txt", "It has 12 rooms.\n"), (".git/HEAD", "")]);
    write(folder.path(), ".gitignore", b"old/\n");
    assert_eq!(paths(&folder, &["sub"]), ["sub/a.txt"]);
}

#[cfg(unix)]
#[test]
fn a_loop_of_links_is_harmless() {
    let folder = folder(&[("sub/a.txt", "It has 12 rooms.\n")]);
    std::os::unix::fs::symlink("..", folder.path().join("sub/up")).expect("a link");
    assert_eq!(paths(&folder, &["."]), ["sub/a.txt"]);
    std::os::unix::fs::symlink("loop", folder.path().join("loop")).expect("a link");
    assert_eq!(run(&folder, &["check", "loop"]).0, 2);
}

#[test]
fn standard_input_is_read() {
    let folder = folder(&[]);
    let (status, output, _) = run_with_input(&folder, &["check", "--format", "concise", "-"], WRONG);
    assert_eq!(status, 1);
    assert!(output.starts_with("-:1:60: error[percent-change]: "), "{output}");
}

#[test]
fn json_has_the_fields_of_the_contract() {
    let folder = folder(&[("wrong.md", "# 报告 report\n\nLibrary loans **rose** from 106,400 to 133,100, an increase of 52.1 percent.\n")]);
    let (status, output, _) = run(&folder, &["check", "--format", "json", "wrong.md"]);
    assert_eq!(status, 1);
    let report = json(&output);
    insta::assert_snapshot!(serde_json::to_string_pretty(&report["findings"]).expect("JSON"));
    assert_eq!(report["schema"], 1);
    let counts = ["documents", "bytes", "numbers", "claims", "checked", "relations", "held", "vacuous", "errors", "warnings", "notes"];
    let summary = report["summary"].as_object().expect("a summary");
    assert!(counts.iter().all(|count| summary[*count].is_u64()) && summary.len() == counts.len(), "{summary:?}");
    assert_eq!((&summary["documents"], &summary["bytes"], &summary["errors"]), (&1.into(), &94.into(), &1.into()));
    let text = fs::read(folder.path().join("wrong.md")).expect("the file");
    for label in report["findings"][0]["labels"].as_array().expect("labels") {
        let place = |name: &str| usize::try_from(label[name].as_u64().expect("a place")).expect("a place");
        assert_eq!(String::from_utf8_lossy(&text[place("start")..place("end")]), label["text"].as_str().expect("text"));
    }
}

#[test]
fn claims_and_relations_have_the_fields_of_the_contract() {
    let folder = folder(&[("right.txt", "By 2019 more than 340 of the 1,250 shops (27.2%) had closed, 30–40 of them in May.\n")]);
    let (_, claims, _) = run(&folder, &["claims", "--format", "json", "right.txt"]);
    for claim in json(&claims)["claims"].as_array().expect("claims") {
        let fields = [
            "path",
            "start",
            "end",
            "line",
            "column",
            "text",
            "kind",
            "value",
            "low",
            "high",
            "low_closed",
            "high_closed",
            "hedge",
            "unit",
            "period",
            "subject",
            "language",
        ];
        assert!(fields.iter().all(|field| claim.get(field).is_some()), "{claim}");
        assert_eq!(claim.as_object().map(serde_json::Map::len), Some(fields.len()));
    }
    let (_, relations, _) = run(&folder, &["relations", "--format", "json", "right.txt"]);
    for relation in json(&relations)["relations"].as_array().expect("relations") {
        let fields = ["rule", "verdict", "severity", "arithmetic", "roles"];
        assert!(fields.iter().all(|field| relation.get(field).is_some()), "{relation}");
    }
    let (_, lines, _) = run(&folder, &["claims", "--format", "jsonl", "right.txt"]);
    assert_eq!(lines.lines().map(json).count(), json(&claims)["claims"].as_array().expect("claims").len());
}

#[test]
fn output_is_the_same_every_time_and_written_whole() {
    let folder = folder(&[("wrong.txt", WRONG), ("b.md", WRONG), ("report.json", "an older report")]);
    let (_, printed, _) = run(&folder, &["check", "--format", "json"]);
    assert_eq!(run(&folder, &["check", "--format", "json"]).1, printed);
    let (status, output, errors) = run(&folder, &["check", "--format", "json", "--output", "report.json"]);
    assert_eq!((status, output.as_str(), errors.as_str()), (1, "", ""));
    assert_eq!(fs::read_to_string(folder.path().join("report.json")).expect("the report"), printed);
    let left: Vec<_> = fs::read_dir(folder.path()).expect("the folder").collect();
    assert_eq!(left.len(), 3);
    let (status, _, errors) = run(&folder, &["check", "--output", "no/such/folder.txt"]);
    assert_eq!(status, 2);
    assert!(errors.contains("no/such/folder.txt"), "{errors}");
}

#[test]
fn a_pipe_is_narrated_and_a_terminal_drawn() {
    let folder = folder(&[("wrong.txt", WRONG)]);
    let (_, piped, _) = run(&folder, &["check", "wrong.txt"]);
    assert!(!piped.contains('│') && !piped.contains('\u{1b}'), "{piped}");
    let (_, drawn, _) = run(&folder, &["check", "--format", "pretty", "wrong.txt"]);
    assert!(drawn.contains("╭─[wrong.txt:1:60]") && !drawn.contains('\u{1b}'), "{drawn}");
    let (_, coloured, _) = run(&folder, &["check", "--format", "pretty", "--color", "always", "wrong.txt"]);
    assert!(coloured.contains('\u{1b}'), "{coloured}");
    let plain = command(&folder, &["check", "--format", "pretty", "wrong.txt"]).env("NO_COLOR", "1").output().expect("the program runs");
    assert!(!plain.stdout.contains(&0x1b));
}

#[test]
fn a_reader_that_leaves_is_no_error() {
    let folder = folder(&[("wrong.txt", &WRONG.repeat(400))]);
    let mut child =
        command(&folder, &["check", "wrong.txt"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(1), ""));
}

#[test]
fn what_is_not_built_yet_says_so() {
    let folder = folder(&[("right.txt", RIGHT), ("other.txt", RIGHT)]);
    let attempts: [&[&str]; 11] = [
        &["compare", "right.txt", "other.txt"],
        &["facts", "right.txt"],
        &["config"],
        &["init"],
        &["lsp"],
        &["check", "--format", "sarif"],
        &["check", "--format", "github"],
        &["check", "--format", "html"],
        &["check", "--config", "crossfoot.toml"],
        &["check", "--date", "2024-05-01"],
        &["check", "--threads", "4"],
    ];
    for arguments in attempts {
        let (status, output, errors) = run(&folder, arguments);
        assert_eq!((status, output.as_str()), (2, ""), "{arguments:?}");
        assert!(errors.contains("isn't built yet") && errors.contains("help: "), "{errors}");
    }
}

#[test]
fn wrong_arguments_are_told() {
    let folder = folder(&[]);
    for arguments in [&["chekc"][..], &["check", "--format", "xml"], &["claims"], &["explain"], &[]] {
        let (status, output, errors) = run(&folder, arguments);
        assert_eq!((status, output.as_str()), (2, ""), "{arguments:?}");
        assert!(errors.contains("Usage") || errors.contains("--help"), "{errors}");
    }
    assert_eq!(run(&folder, &["--version"]).0, 0);
    assert_eq!(run(&folder, &["check", "--help"]).0, 0);
}

#[test]
fn rules_are_listed_and_explained() {
    let folder = folder(&[]);
    let (status, output, _) = run(&folder, &["rules"]);
    assert_eq!(status, 0);
    assert!(output.lines().any(|line| line.starts_with("percent-change ")), "{output}");
    let (status, output, _) = run(&folder, &["explain", "percent-change"]);
    assert_eq!(status, 0);
    assert!(output.contains("now = before * (1 + change)"), "{output}");
    let (status, _, errors) = run(&folder, &["explain", "percent-chang"]);
    assert_eq!(status, 2);
    assert!(errors.contains("did you mean `percent-change`?"), "{errors}");
}

#[test]
fn a_mistake_in_a_rule_of_ones_own_is_shown_in_its_file() {
    let folder = folder(&[("right.txt", RIGHT), ("mine/wages.toml", "severity = \"eror\"\n")]);
    let (status, output, errors) = run(&folder, &["check", "--rules", "mine", "right.txt"]);
    assert_eq!((status, output.as_str()), (2, ""));
    assert!(errors.contains("wages.toml"), "{errors}");
    assert_eq!(run(&folder, &["check", "--rules", "yours", "right.txt"]).0, 2);
}

#[test]
fn odd_files_break_nothing() {
    let folder = folder(&[("empty.txt", ""), ("spaces.md", " \n\t\n")]);
    write(folder.path(), "noughts.txt", &[0; 4096]);
    write(folder.path(), "noise.txt", &(0..=255).cycle().take(10_000).collect::<Vec<u8>>());
    write(folder.path(), "brackets.md", "[(".repeat(1_000).as_bytes());
    write(folder.path(), "line.txt", "The town has 1,200 trees and 3 parks. ".repeat(600).as_bytes());
    let (status, _, errors) = run(&folder, &["check", "--format", "json", "."]);
    assert_eq!((status, errors.as_str()), (0, ""));
}
