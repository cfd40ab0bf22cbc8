//! How long files and functions may be: what is longer is listed with its reason. The lists shrink, they do not grow.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const MOST_LINES_OF_A_FILE: usize = 400;
const MOST_LINES_OF_A_FUNCTION: usize = 60;

/// Files that are longer, and why they may be.
const LONG_FILES: &[(&str, &str)] = &[
    (
        "dunning/ladder_position.rs",
        "every rule that decides which step is next reads the same facts of one item",
    ),
    (
        "journal/model.rs",
        "the records of a journal name each other by number: in files of their own they are a ring",
    ),
    (
        "ledger/posting/posting_state.rs",
        "the one state that every posting changes, with the questions they ask it",
    ),
    (
        "policy/replay.rs",
        "one calculation: money in the order that the law gives, day by day",
    ),
    (
        "syntax/directive/policy.rs",
        "the keyword with the most keys: its table, node, reader and printer stand together",
    ),
];

/// Functions that are longer, and why they may be.
const LONG_FUNCTIONS: &[(&str, &str, &str)] = &[
    (
        "journal/entry_dispatch.rs",
        "resolve_entry",
        "one arm a keyword",
    ),
    (
        "language/en/findings.rs",
        "describe_wanted",
        "one arm a problem, and its words",
    ),
    (
        "language/en/findings.rs",
        "help_words",
        "one arm a help, and its words",
    ),
];

fn source_files() -> BTreeMap<String, String> {
    fn collect(folder: &Path, files: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(folder).expect("src can be read") {
            let path = entry.expect("src can be read").path();
            if path.is_dir() {
                collect(&path, files);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("source is UTF-8");
                let name = path.strip_prefix("src").expect("below src");
                files.insert(name.display().to_string(), text);
            }
        }
    }
    let mut files = BTreeMap::new();
    collect(Path::new("src"), &mut files);
    files
}

/// The functions of a file with their lines, from the line of `fn` to its closing brace, as rustfmt lays them out.
fn functions(text: &str) -> Vec<(&str, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let code = line.trim_start();
        let indent = line.len() - code.len();
        let Some((before, behind)) = code.split_once("fn ") else {
            continue;
        };
        let is_declaration = before
            .split_whitespace()
            .all(|word| matches!(word, "pub" | "const"));
        // Of a trait: a function without a body.
        if !is_declaration || line.ends_with(';') {
            continue;
        }
        let name = behind.split(['(', '<']).next().unwrap_or_default();
        let closes = |line: &&str| {
            line.len() - line.trim_start().len() == indent && line.trim_start().starts_with('}')
        };
        let length = lines[at..]
            .iter()
            .position(closes)
            .map_or(1, |length| length + 1);
        found.push((name, length));
    }
    found
}

#[test]
fn long_files_are_listed_with_their_reason() {
    let files = source_files();
    for (path, text) in &files {
        let length = text.lines().count();
        let listed = LONG_FILES.iter().any(|(long, _)| long == path);
        assert!(
            length <= MOST_LINES_OF_A_FILE || listed,
            "src/{path} has {length} lines: take it apart"
        );
        assert!(
            length > MOST_LINES_OF_A_FILE || !listed,
            "src/{path} has {length} lines: take it off the list"
        );
    }
    for (path, reason) in LONG_FILES {
        assert!(
            files.contains_key(*path) && !reason.is_empty(),
            "src/{path} is listed and gone"
        );
    }
}

#[test]
fn long_functions_are_listed_with_their_reason() {
    let files = source_files();
    let mut seen = 0;
    for (path, text) in &files {
        for (name, length) in functions(text) {
            seen += 1;
            let listed = LONG_FUNCTIONS
                .iter()
                .any(|(file, long, _)| file == path && *long == name);
            assert!(
                length <= MOST_LINES_OF_A_FUNCTION || listed,
                "src/{path}: `{name}` has {length} lines: take it apart"
            );
        }
    }
    assert!(
        seen > 3_000,
        "expected the whole crate, found {seen} functions"
    );
    for (path, name, reason) in LONG_FUNCTIONS {
        let text = files.get(*path).map_or("", String::as_str);
        let length = functions(text)
            .iter()
            .filter(|(other, _)| other == name)
            .map(|(_, length)| *length)
            .max();
        assert!(
            length > Some(MOST_LINES_OF_A_FUNCTION) && !reason.is_empty(),
            "src/{path}: `{name}` is listed, and no longer long"
        );
    }
}

#[test]
fn functions_are_measured() {
    let text = "pub const fn one() -> u8 {\n    1\n}\n\nimpl It {\n    fn two(&self) {\n        let fun = |x| x;\n        fun(2)\n    }\n}\n";
    assert_eq!(functions(text), [("one", 3), ("two", 4)]);
}
