//! Letters where the world refuses: a folder that cannot be written, a disk that is full, a file that may not grow.
//! After every fault each letter in the folder is whole, and what the journal records was written.

use super::room::{LetterTestFolder, three_reminders_journal};
use crate::faults::can_inject;
use std::collections::BTreeMap;
use std::fs;
use std::process::Command;
use tegoed::text::sha256::sha256_hex;

const RECORD: [&str; 3] = ["--out", "uit", "--record"];

/// The letters in the folder, by name.
fn letter_files(room: &LetterTestFolder) -> BTreeMap<String, Vec<u8>> {
    let read = |name: String| {
        let bytes = fs::read(room.path("uit").join(&name)).expect("a letter");
        (name, bytes)
    };
    room.written_files().into_iter().map(read).collect()
}

/// What a run leaves that nothing disturbs.
fn run_undisturbed() -> (BTreeMap<String, Vec<u8>>, String) {
    let room = LetterTestFolder::with_journal(&three_reminders_journal());
    assert_eq!(room.run_letters(&RECORD).0, 0);
    (letter_files(&room), room.journal_text())
}

/// Every letter is whole or not there, no other file was left, and the journal is the old one or records letters that
/// are there.
fn assert_promise_kept(room: &LetterTestFolder, whole: &BTreeMap<String, Vec<u8>>, at: &str) {
    let found = letter_files(room);
    for (name, bytes) in &found {
        assert_eq!(Some(bytes), whole.get(name), "{at}: {name}");
    }
    let text = room.journal_text();
    let added = text.strip_prefix(&three_reminders_journal());
    let added = added.unwrap_or_else(|| panic!("{at}: the old entries are gone: {text}"));
    let recorded = added.split("x-sha256: ").skip(1);
    for print in recorded.map(|rest| rest.lines().next().expect("a fingerprint")) {
        let is_there = found.values().any(|bytes| sha256_hex(bytes) == print);
        assert!(is_there, "{at}: recorded and not written");
    }
    assert!(added.is_empty() || added.ends_with('\n'), "{at}: {added}");
}

/// The next run finishes what was left.
fn assert_next_run_finishes(
    room: &LetterTestFolder,
    whole: &(BTreeMap<String, Vec<u8>>, String),
    at: &str,
) {
    let (code, _, error) = room.run_letters(&RECORD);
    assert_eq!(code, 0, "{at}: {error}");
    assert_eq!(letter_files(room), whole.0, "{at}");
    let sent = |text: &str| text.matches(" sent reminder #").count();
    assert_eq!(sent(&room.journal_text()), sent(&whole.1), "{at}");
}

fn strace_command(fault: &str) -> Command {
    let mut command = Command::new("strace");
    command.args(["-f", "-o", "trace", "-e"]);
    command.arg(fault).arg(env!("CARGO_BIN_EXE_tegoed"));
    command
}

#[test]
fn a_disk_that_fills_at_any_moment_leaves_whole_letters() {
    if !can_inject() {
        return;
    }
    let whole = run_undisturbed();
    let mut cases = 0;
    for (call, error) in [
        ("write", "ENOSPC"),
        ("fsync", "EIO"),
        ("renameat2", "EIO"),
        ("openat", "EACCES"),
        ("mkdir", "EROFS"),
    ] {
        for lasts in ["", "+"] {
            for when in 1.. {
                let room = LetterTestFolder::with_journal(&three_reminders_journal());
                let fault = format!("inject={call}:error={error}:when={when}{lasts}");
                let run = strace_command(&fault);
                let at = format!("{call} {when}{lasts} {error}");
                let (code, _, _) = room.run_letters_by(run, &RECORD);
                let trace = fs::read(room.path("trace")).expect("a trace");
                if !String::from_utf8_lossy(&trace).contains("(INJECTED)") {
                    break;
                }
                cases += 1;
                assert_promise_kept(&room, &whole.0, &at);
                let complete = letter_files(&room) == whole.0 && room.journal_text() == whole.1;
                assert!(code != 0 || complete, "{at}: said to have ended well");
                assert_next_run_finishes(&room, &whole, &at);
            }
        }
    }
    assert!(cases >= 40, "only {cases} faults were injected");
}

#[test]
fn the_third_letter_does_not_fit_and_the_others_are_recorded() {
    // The letter to the last customer is longer than files may be.
    let text = three_reminders_journal().replace(
        "#zon.ny @zon.ny 121.00 vat 21% due 2026-02-04 | Drukwerk",
        &format!(
            "#zon.ny @zon.ny 121.00 vat 21% due 2026-02-04 | {}",
            "x".repeat(9_000)
        ),
    );
    let room = LetterTestFolder::with_journal(&text);
    fs::write(room.path("main.tegoed"), &text).expect("the journal");
    let mut limited = Command::new("prlimit");
    limited
        .arg("--fsize=9000")
        .arg(env!("CARGO_BIN_EXE_tegoed"));
    if Command::new("prlimit").arg("--version").output().is_err() {
        return;
    }
    let (code, out, error) = room.run_letters_by(limited, &["--out", "uit"]);
    assert_eq!(code, 3, "{error}");
    assert!(
        error.contains("cannot write uit/2026-02-07-zon.ny-reminder.txt"),
        "{error}"
    );
    assert_eq!(out.matches("wrote ").count(), 2, "{out}");
    let names = [
        "2026-02-07-a..b-reminder.txt",
        "2026-02-07-jansen-reminder.txt",
    ];
    assert_eq!(room.written_files(), names);
}

#[test]
fn a_folder_where_nothing_can_be_written_is_an_error_of_the_world() {
    let room = LetterTestFolder::with_journal(&three_reminders_journal());
    // Not even the owner of the machine makes a folder there.
    let (code, out, error) = room.run_letters(&["--out", "/proc/uit", "--record"]);
    assert_eq!((code, out.as_str()), (3, ""), "{error}");
    assert!(error.contains("cannot make /proc/uit"), "{error}");
    assert_eq!(room.journal_text(), three_reminders_journal());
}
