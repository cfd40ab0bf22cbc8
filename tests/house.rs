//! The house: who may import whom, which words stay in which room, which lists are whole.
//!
//! The only test that reads `src/`. What it refuses is told with the file and the sentence of the plan.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each room and the rooms it may import. Ground first; a room imports only rooms that stand before it.
const PLAN: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("value", &[]),
    ("policy", &["value"]),
    ("syntax", &["text", "value"]),
    ("load", &["text", "syntax"]),
    ("format", &["text", "syntax"]),
    ("journal", &["text", "value", "syntax"]),
    ("language", &["text", "value"]),
    ("document", &["value"]),
    ("ledger", &["value", "journal"]),
    ("claim", &["value", "policy", "journal", "ledger"]),
    (
        "dunning",
        &["text", "value", "policy", "journal", "ledger", "claim"],
    ),
    (
        "insight",
        &["value", "policy", "journal", "ledger", "claim", "dunning"],
    ),
    ("render", &["value", "policy", "language", "document"]),
    (
        // What goes out is recorded as entries: built as nodes of the syntax, written by its printer.
        "letter",
        &[
            "text", "value", "policy", "syntax", "language", "document", "journal", "ledger",
            "claim", "dunning",
        ],
    ),
    (
        "check",
        &[
            "text", "value", "policy", "syntax", "format", "journal", "ledger", "claim", "dunning",
            "insight", "letter",
        ],
    ),
    (
        // Reports propose entries to write.
        "report",
        &[
            "text", "value", "policy", "syntax", "language", "document", "journal", "ledger",
            "claim", "dunning", "insight", "letter",
        ],
    ),
    ("catalogue", &["text", "syntax", "load", "journal", "check"]),
    (
        "pipeline",
        &[
            "text", "value", "syntax", "load", "journal", "ledger", "letter", "check",
        ],
    ),
    (
        "cli",
        &[
            "text",
            "value",
            "syntax",
            "load",
            "format",
            "journal",
            "language",
            "document",
            "ledger",
            "insight",
            "dunning",
            "letter",
            "render",
            "check",
            "report",
            "catalogue",
            "pipeline",
        ],
    ),
];

/// Words that stand in no room but these. A path ends with `/` for a whole room.
const WORDS: &[(&str, &[&str])] = &[
    ("nom::", &["syntax/"]),
    ("clap::", &["cli/"]),
    ("clap_complete::", &["cli/"]),
    ("clap_mangen::", &["cli/"]),
    ("annotate_snippets::", &["cli/"]),
    ("nix::", &["cli/"]),
    ("rustix::", &["cli/"]),
    ("terminal_size::", &["cli/"]),
    ("globset::", &["cli/"]),
    ("toml::", &["cli/"]),
    ("similar::", &["cli/"]),
    ("sha2::", &["cli/"]),
    ("csv::", &["render/csv.rs", "render/mod.rs"]),
    ("serde_json::", &["render/json.rs", "cli/"]),
    ("rust_decimal::", &["value/"]),
    ("iso_currency::", &["value/currency.rs"]),
    ("iban::", &["check/", "render/payment_code.rs"]),
    ("krilla::", &["render/letter_pdf/"]),
    ("rustybuzz::", &["render/letter_pdf/"]),
    ("unicode_bidi::", &["render/letter_pdf/"]),
    ("minijinja::", &["letter/templates/compiled.rs"]),
    ("mail_builder::", &["render/letter_eml.rs"]),
    ("fast_qr::", &["render/payment_code.rs"]),
    ("std::fs", &["cli/"]),
    ("std::env", &["cli/"]),
    ("Local::now", &["cli/clock.rs"]),
    ("Utc::now", &[]),
    ("f64", &[]),
    ("f32", &["render/letter_pdf/pen.rs"]),
    ("HashMap", &[]),
    ("HashSet", &[]),
    ("todo!", &[]),
    ("unimplemented!", &[]),
    ("super::super", &[]),
    ("use super::*", &[]),
];

/// Names that say nothing about what is inside.
const EMPTY_NAMES: &[&str] = &[
    "util",
    "utils",
    "common",
    "helper",
    "helpers",
    "misc",
    "manager",
    "service",
    "processor",
    "engine",
    "context",
    "data",
    "info",
    "types",
    "base",
    "core",
    "impl",
    "prelude",
];

struct File {
    path: String,
    room: String,
    text: String,
}

fn files() -> Vec<File> {
    let mut found = Vec::new();
    walk(Path::new("src"), &mut found);
    found.sort();
    assert!(
        found.len() > 60,
        "expected the whole house, found {} files",
        found.len()
    );
    found
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path).expect("source is UTF-8");
            let path = path
                .strip_prefix("src")
                .expect("below src")
                .display()
                .to_string();
            let room = path.split(['/', '.']).next().unwrap_or_default().to_owned();
            File { path, room, text }
        })
        .collect()
}

fn walk(directory: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(directory).expect("src can be read") {
        let path = entry.expect("src can be read").path();
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The code of a file without its comments, which may name anything.
fn code(file: &File) -> impl Iterator<Item = (usize, &str)> {
    file.text.lines().enumerate().map(|(number, line)| {
        (
            number + 1,
            line.split_once("//").map_or(line, |(code, _)| code),
        )
    })
}

/// Rooms that a piece of code names after `crate::`.
fn imports(line: &str) -> Vec<String> {
    line.split("crate::")
        .skip(1)
        .map(|rest| {
            let name = |c: char| c.is_ascii_alphanumeric() || c == '_';
            rest.chars().take_while(|c| name(*c)).collect()
        })
        .collect()
}

#[test]
fn imports_run_downhill() {
    let mut wrong = Vec::new();
    for file in files() {
        if file.path == "lib.rs" || file.path == "main.rs" {
            continue;
        }
        let place = PLAN.iter().position(|(room, _)| *room == file.room);
        let Some(place) = place else {
            wrong.push(format!("{}: a room that the plan does not know", file.path));
            continue;
        };
        for (number, line) in code(&file) {
            for room in imports(line) {
                let known = room == file.room
                    || room == "numbered"
                    || room == "kinds"
                    || room == "word_enum"
                    || PLAN[place].1.contains(&room.as_str());
                if !known {
                    wrong.push(format!(
                        "{}:{number}: {} may not import {room}",
                        file.path, file.room
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_plan_itself_runs_downhill() {
    for (number, (room, below)) in PLAN.iter().enumerate() {
        for other in *below {
            let place = PLAN.iter().position(|(name, _)| name == other);
            assert!(
                place.is_some_and(|place| place < number),
                "{room} imports {other}, which stands above it"
            );
        }
    }
}

#[test]
fn words_stay_in_their_rooms() {
    let mut wrong = Vec::new();
    for file in files() {
        for (number, line) in code(&file) {
            for (word, rooms) in WORDS {
                let allowed = rooms.iter().any(|room| file.path.starts_with(room));
                if !allowed && contains_word(line, word) {
                    wrong.push(format!(
                        "{}:{number}: `{word}` does not belong here",
                        file.path
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Beginnings of sentences that a finding says.
const SENTENCES: &[&str] = &[
    "\"expected ",
    "\"found ",
    ".note(\"",
    ".note(format!",
    ".help(\"",
    ".help(format!",
];

#[test]
fn the_reader_finds_problems_and_the_language_words_for_them() {
    let mut wrong = Vec::new();
    let reader = files().into_iter().filter(|file| file.room == "syntax");
    for file in reader {
        for (number, line) in code(&file) {
            if SENTENCES.iter().any(|sentence| line.contains(sentence)) {
                wrong.push(format!(
                    "{}:{number}: a sentence; say it in language/en/findings.rs",
                    file.path
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn contains_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let behind = line[at + word.len()..].chars().next();
        let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_');
        let starts_clean = !letter(before) && before != Some(':');
        let ends_clean = word.ends_with(|c: char| !c.is_alphanumeric()) || !letter(behind);
        starts_clean && ends_clean
    })
}

#[test]
fn no_file_leans_on_its_door() {
    let mut wrong = Vec::new();
    for file in files() {
        if file.path.ends_with("mod.rs") {
            continue;
        }
        let directory = Path::new("src").join(&file.path);
        let directory = directory
            .parent()
            .expect("a file has a folder")
            .to_path_buf();
        for (number, line) in code(&file) {
            for rest in line.split("super::").skip(1) {
                let names: Vec<&str> = match rest.strip_prefix('{') {
                    Some(list) => list
                        .split(['}', '{'])
                        .next()
                        .unwrap_or_default()
                        .split(',')
                        .collect(),
                    None => vec![rest],
                };
                for name in names {
                    let sibling = |c: char| c.is_ascii_alphanumeric() || c == '_';
                    let name: String = name.trim().chars().take_while(|c| sibling(*c)).collect();
                    let stands = directory.join(format!("{name}.rs")).exists()
                        || directory.join(&name).is_dir();
                    let in_file =
                        file.text.contains("\nmod ") || file.text.contains("#[cfg(test)]");
                    if !name.is_empty() && !stands && !in_file {
                        wrong.push(format!(
                            "{}:{number}: `super::{name}` is not a sibling",
                            file.path
                        ));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_opens_with_a_sentence() {
    for file in files() {
        assert!(
            file.text.starts_with("//! "),
            "{}: begin with `//! ` and a sentence",
            file.path
        );
        let name = Path::new(&file.path)
            .file_stem()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        assert!(
            !EMPTY_NAMES.contains(&name),
            "{}: a name that says nothing",
            file.path
        );
    }
}

/// Files of a folder, without the door and those that siblings share.
fn files_of(folder: &str, shared: &[&str]) -> BTreeSet<String> {
    fs::read_dir(Path::new("src").join(folder))
        .expect("the room stands")
        .map(|entry| entry.expect("the room can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .filter_map(|path| {
            path.file_stem()
                .map(|name| name.to_string_lossy().into_owned())
        })
        .filter(|name| name != "mod" && !shared.contains(&name.as_str()))
        .collect()
}

#[test]
fn the_list_of_checks_is_whole() {
    let door = fs::read_to_string("src/check/mod.rs").expect("the room stands");
    let shared: BTreeSet<&str> = ["rule", "allow"].into();
    for name in files_of("check", &[]) {
        let text = fs::read_to_string(format!("src/check/{name}.rs")).expect("a file");
        let is_rule = text.contains("Rule = Rule {");
        if is_rule {
            assert!(
                door.contains(&format!("&{name}::RULE")),
                "check/{name}.rs is not in RULES"
            );
            // A rule that reports a kind declared elsewhere has its page there.
            let own = text.contains("static KIND: Kind");
            let page = Path::new(&format!("src/check/{name}.md")).exists();
            assert_eq!(own, page, "check/{name}.rs and its page");
        } else {
            assert!(
                shared.contains(name.as_str()) || door.contains(&format!("mod {name}")),
                "check/{name}.rs is no rule and nobody's"
            );
        }
    }
    let list = door
        .split("&[&Rule] = &[")
        .nth(1)
        .and_then(|list| list.split("];").next());
    let named: BTreeSet<&str> = list
        .expect("the list")
        .split(',')
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .collect();
    assert_eq!(
        tegoed::check::RULES.len(),
        named.len(),
        "RULES names each check once"
    );
}
