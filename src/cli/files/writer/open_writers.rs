//! Whether another program has a file open to write to it: what it writes after an exchange would go to a file without a
//! name. Linux tells so in `/proc`, of the programs of the same user; where that is not to be had, nobody is found.

use rustix::fs::{Dir, Mode, OFlags, open};
use std::fs::{self, File, Metadata};
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// Where Linux tells of programs.
const PROCESSES: &str = "/proc";
/// In octal, how a file was opened: 0 to read only.
const ACCESS_MODE: u32 = 0o3;

/// A program that has a file open to write to it: its name and number, `vim, process 4711`.
pub fn find_open_writer(file: &File) -> Option<String> {
    let about = file.metadata().ok()?;
    let own = std::process::id().to_string();
    // This program may have been handed the file by the one that started it: that one is the one to name.
    let mut numbers = numbers_in(Path::new(PROCESSES));
    numbers.sort_by_key(|number| *number == own);
    let writer = numbers
        .into_iter()
        .find(|number| writes_to(number, &about))?;
    let name = fs::read_to_string(Path::new(PROCESSES).join(&writer).join("comm"));
    let name = name.unwrap_or_default();
    Some(format!("{}, process {writer}", name.trim()))
}

/// Whether a process has the file open for more than reading. Those of the system itself, and of others, have no program
/// that we may see.
fn writes_to(process: &str, about: &Metadata) -> bool {
    let process = Path::new(PROCESSES).join(process);
    if fs::read_link(process.join("exe")).is_err() {
        return false;
    }
    numbers_in(&process.join("fd")).iter().any(|number| {
        let is_file = fs::metadata(process.join("fd").join(number))
            .is_ok_and(|found| (found.dev(), found.ino()) == (about.dev(), about.ino()));
        is_file && is_open_for_writing(&process.join("fdinfo").join(number))
    })
}

/// The names in a folder that are numbers; none where it cannot be read.
fn numbers_in(folder: &Path) -> Vec<String> {
    let flags = OFlags::DIRECTORY | OFlags::RDONLY | OFlags::CLOEXEC;
    let opened = open(folder, flags, Mode::empty());
    let Ok(entries) = opened.and_then(Dir::read_from) else {
        return Vec::new();
    };
    let names = entries.flatten().filter_map(|entry| {
        let name = entry.file_name().to_str().ok()?.to_owned();
        name.bytes()
            .all(|digit| digit.is_ascii_digit())
            .then_some(name)
    });
    names.collect()
}

/// What Linux notes of an open file: a line `flags:` with an octal number.
fn is_open_for_writing(notes: &Path) -> bool {
    let notes = fs::read_to_string(notes).unwrap_or_default();
    let flags = notes.lines().find_map(|line| line.strip_prefix("flags:"));
    let flags = flags.and_then(|flags| u32::from_str_radix(flags.trim(), 8).ok());
    flags.is_some_and(|flags| flags & ACCESS_MODE != 0)
}
