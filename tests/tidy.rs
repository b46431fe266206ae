//! Keeps the walls of the house: which room may know which, who meets the world, and how long a file may get.

use std::fs;
use std::path::{Path, PathBuf};

/// Rooms that know nothing but the nouns and themselves.
const ROOMS: [&str; 6] = ["read", "extract", "relate", "check", "report", "rulebook"];
/// What only doors and `main.rs` may touch.
const WORLD: [&str; 7] = ["std::fs", "std::env", "std::net", "std::process", "std::time", "println!", "stdout("];
const LONGEST: usize = 400;

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of the sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn sources() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

#[test]
fn rooms_know_only_the_nouns_and_themselves() {
    let mut trespasses = Vec::new();
    for room in ROOMS {
        for file in files(&sources().join(room)) {
            let text = fs::read_to_string(&file).expect("a source file");
            for (number, line) in text.lines().enumerate().filter(|(_, line)| line.contains("crate::")) {
                let strangers = line.split("crate::").skip(1).filter(|rest| {
                    let name: String = rest.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
                    // The result of a run is a noun that lives in the root.
                    name != "model" && name != room && !(room == "report" && name == "Lint") && !rest.starts_with('{')
                });
                if strangers.count() > 0 {
                    trespasses.push(format!("{}:{}: {}", file.display(), number + 1, line.trim()));
                }
            }
        }
    }
    assert!(trespasses.is_empty(), "rooms that know other rooms:\n{}", trespasses.join("\n"));
}

#[test]
fn only_doors_meet_the_world() {
    let mut trespasses = Vec::new();
    for file in files(&sources()) {
        let name = file.strip_prefix(sources()).expect("a source").to_string_lossy().replace('\\', "/");
        if name.starts_with("doors/") || name == "main.rs" || name == "embed_rules.rs" {
            continue;
        }
        let text = fs::read_to_string(&file).expect("a source file");
        for word in WORLD.iter().filter(|word| text.contains(**word)) {
            trespasses.push(format!("{name}: {word}"));
        }
    }
    assert!(trespasses.is_empty(), "the world outside doors:\n{}", trespasses.join("\n"));
}

#[test]
fn every_room_says_what_always_holds_in_it() {
    for room in ROOMS.into_iter().chain(["model", "doors", "score"]) {
        let text = fs::read_to_string(sources().join(room).join("mod.rs")).expect("a room");
        assert!(text.contains("//! Invariant: "), "{room} has no invariant at its head");
    }
}

#[test]
fn no_file_grows_past_what_can_be_read() {
    let long: Vec<String> = files(&sources())
        .into_iter()
        .filter_map(|file| {
            let lines = fs::read_to_string(&file).expect("a source file").lines().count();
            (lines > LONGEST).then(|| format!("{}: {lines} lines", file.display()))
        })
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}
