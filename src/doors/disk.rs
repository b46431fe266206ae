//! Files and folders: what is read, and output written whole or not at all.

use std::collections::HashSet;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use walkdir::{DirEntry, WalkDir};

use super::problem::Problem;
use crate::model::document::Document;
use crate::read::{self, Format};

/// The files of a run.
#[derive(Default)]
pub struct Intake {
    /// What was read, in the order given, folders sorted by name.
    pub documents: Vec<Document>,
    /// What could not be read.
    pub problems: Vec<Problem>,
    /// How many files of folders were passed over because of their format.
    pub skipped: usize,
    seen: HashSet<PathBuf>,
}

/// Reads files, folders and standard input (`-`). What can't be read is told, the rest is read all the same.
pub fn gather(paths: &[String]) -> Intake {
    let mut intake = Intake::default();
    for path in paths {
        if path == "-" {
            intake.read_standard_input();
        } else if Path::new(path).is_dir() {
            intake.read_folder(path);
        } else {
            intake.read_named_file(path);
        }
    }
    if intake.documents.is_empty() && intake.problems.is_empty() {
        let places = paths.iter().map(|path| format!("`{path}`")).collect::<Vec<_>>().join(", ");
        let skipped = match intake.skipped {
            0 => "no files were found".to_owned(),
            1 => "one file in a format that isn't read was passed over".to_owned(),
            many => format!("{many} files in formats that aren't read were passed over"),
        };
        intake.problems.push(Problem::Nothing { places, skipped, formats: Format::ENDINGS });
    }
    intake
}

impl Intake {
    fn read_standard_input(&mut self) {
        let mut bytes = Vec::new();
        match io::stdin().lock().read_to_end(&mut bytes) {
            Ok(_) => self.documents.push(read::read("-", &bytes, Format::Plain)),
            Err(cause) => self.problems.push(Problem::Unreadable { path: "-".to_owned(), cause }),
        }
    }

    fn read_named_file(&mut self, path: &str) {
        if !Path::new(path).exists() {
            self.problems.push(Problem::Missing { path: path.to_owned() });
            return;
        }
        match Format::of_path(path) {
            Some(format) => self.read_file(path, Path::new(path), format),
            None => self.problems.push(Problem::UnknownFormat { path: path.to_owned(), formats: Format::ENDINGS }),
        }
    }

    /// A file that is named twice, or named and found in a folder, is read once.
    fn read_file(&mut self, name: &str, path: &Path, format: Format) {
        let identity = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if !self.seen.insert(identity) {
            return;
        }
        match fs::read(path) {
            Ok(bytes) => self.documents.push(read::read(name, &bytes, format)),
            Err(cause) => self.problems.push(Problem::Unreadable { path: name.to_owned(), cause }),
        }
    }

    fn read_folder(&mut self, folder: &str) {
        let mut ignores = Ignores::above(Path::new(folder));
        // Links inside the folder aren't followed, so that no loop of them is walked.
        let mut walk = WalkDir::new(folder).sort_by_file_name().into_iter();
        while let Some(entry) = walk.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    let path = error.path().map_or_else(|| folder.to_owned(), name_of);
                    let cause = error.into_io_error().unwrap_or_else(|| io::Error::other("the folder can't be walked"));
                    self.problems.push(Problem::Unreadable { path, cause });
                    continue;
                }
            };
            let is_folder = entry.file_type().is_dir();
            if entry.depth() > 0 && (is_hidden(&entry) || ignores.leave_out(&entry)) {
                if is_folder {
                    walk.skip_current_dir();
                }
            } else if is_folder {
                ignores.enter(&entry);
            } else if entry.file_type().is_file() {
                let name = name_of(if folder == "." { entry.path().strip_prefix(".").unwrap_or(entry.path()) } else { entry.path() });
                // Files of folders that have no ending are programs and build files as often as texts.
                match Format::of_path(&name).filter(|_| entry.path().extension().is_some()) {
                    Some(format) => self.read_file(&name, entry.path(), format),
                    None => self.skipped += 1,
                }
            }
        }
    }
}

/// Paths are told with `/` on every system, so that reports are the same.
fn name_of(path: &Path) -> String {
    let name = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { name.into_owned() } else { name.replace(std::path::MAIN_SEPARATOR, "/") }
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().to_string_lossy().starts_with('.')
}

/// The `.gitignore` files that bear on a place: those of the folders on the way to it, up to the repository's.
struct Ignores {
    /// For the folders above the one that is walked, the nearest last.
    above: Vec<Gitignore>,
    /// For the folders on the way to the entry, with their depth.
    inside: Vec<(usize, Gitignore)>,
    root: PathBuf,
    absolute: PathBuf,
}

impl Ignores {
    fn above(root: &Path) -> Self {
        let absolute = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
        let mut folders = Vec::new();
        let mut inside_repository = absolute.join(".git").exists();
        for folder in absolute.ancestors().skip(1) {
            if inside_repository {
                break;
            }
            folders.push(folder.to_owned());
            inside_repository = folder.join(".git").exists();
        }
        // Outside of a repository the files of folders above mean nothing.
        let folders = if inside_repository { folders } else { Vec::new() };
        let above = folders.iter().rev().filter_map(|folder| patterns(folder)).collect();
        Ignores { above, inside: Vec::new(), root: root.to_owned(), absolute }
    }

    fn enter(&mut self, folder: &DirEntry) {
        self.leave(folder.depth());
        if let Some(patterns) = patterns(folder.path()) {
            self.inside.push((folder.depth(), patterns));
        }
    }

    /// Forgets the folders that an entry at this depth no longer lies in.
    fn leave(&mut self, depth: usize) {
        while self.inside.last().is_some_and(|(other, _)| *other >= depth) {
            self.inside.pop();
        }
    }

    fn leave_out(&mut self, entry: &DirEntry) -> bool {
        self.leave(entry.depth());
        let is_folder = entry.file_type().is_dir();
        let absolute = self.absolute.join(entry.path().strip_prefix(&self.root).unwrap_or(entry.path()));
        let near = self.inside.iter().rev().map(|(_, patterns)| patterns.matched(entry.path(), is_folder));
        let far = self.above.iter().rev().map(|patterns| patterns.matched(&absolute, is_folder));
        near.chain(far).find(|matched| !matched.is_none()).is_some_and(|matched| matched.is_ignore())
    }
}

fn patterns(folder: &Path) -> Option<Gitignore> {
    let file = folder.join(".gitignore");
    if !file.is_file() {
        return None;
    }
    let mut builder = GitignoreBuilder::new(folder);
    // A pattern that can't be read is left out, as git does.
    let _unreadable_patterns = builder.add(file);
    builder.build().ok()
}

/// Writes a file whole or not at all: first beside it, then in its place.
pub fn write_whole(path: &str, text: &str) -> Result<(), Problem> {
    let target = Path::new(path);
    let failed = |cause| Problem::Unwritable { path: path.to_owned(), cause };
    // A device or a pipe can't be put in place, only written to.
    if fs::metadata(target).is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir()) {
        return fs::write(target, text).map_err(failed);
    }
    let Some(name) = target.file_name() else {
        return Err(failed(io::Error::other("it names no file")));
    };
    // Through a link, so that the file it leads to is written and the link stays.
    let target = fs::canonicalize(target).unwrap_or_else(|_| target.to_owned());
    let beside = target.with_file_name(format!(".{}.{}.part", name.to_string_lossy(), std::process::id()));
    let write = |mut file: fs::File| {
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&beside, &target)
    };
    fs::File::create_new(&beside).and_then(write).map_err(|cause| {
        let _already_gone = fs::remove_file(&beside);
        failed(cause)
    })
}
