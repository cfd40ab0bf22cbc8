//! The house: who may import whom, which words stay in which room, which lists are whole.
//!
//! The only test that reads `src/`. What it refuses is told with the file and the sentence of the plan.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each room and the rooms it may import. Ground first; a room imports only rooms that stand before it.
const ROOM_IMPORTS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("value", &[]),
    ("policy", &["value"]),
    ("language", &["text", "value"]),
    // `language:` of a journal says the tag of one.
    ("syntax", &["text", "value", "language"]),
    ("load", &["text", "syntax"]),
    ("format", &["text", "syntax"]),
    ("journal", &["text", "value", "policy", "syntax"]),
    ("document", &["value", "language"]),
    ("ledger", &["value", "journal"]),
    ("claim", &["text", "value", "policy", "journal", "ledger"]),
    (
        "vat",
        &["text", "value", "policy", "journal", "ledger", "claim"],
    ),
    (
        "bookkeeping",
        &[
            "text", "value", "policy", "journal", "ledger", "claim", "vat",
        ],
    ),
    (
        "dunning",
        &["text", "value", "policy", "journal", "ledger", "claim"],
    ),
    (
        "insight",
        &["value", "policy", "journal", "ledger", "claim", "dunning"],
    ),
    (
        "day",
        &["policy", "journal", "ledger", "claim", "dunning", "insight"],
    ),
    (
        "worklist",
        &[
            "text", "value", "policy", "journal", "ledger", "claim", "dunning", "day",
        ],
    ),
    ("render", &["value", "policy", "language", "document"]),
    (
        // What goes out is recorded as entries: built as nodes of the syntax, written by its printer.
        "letter",
        &[
            "text", "value", "policy", "syntax", "language", "document", "journal", "ledger",
            "claim", "dunning", "day", "worklist",
        ],
    ),
    (
        "check",
        &[
            "text", "value", "policy", "syntax", "format", "journal", "ledger", "claim", "dunning",
            "insight", "day", "worklist", "letter", "vat",
        ],
    ),
    (
        // Reports propose entries to write.
        "report",
        &[
            "text",
            "value",
            "policy",
            "syntax",
            "language",
            "document",
            "journal",
            "ledger",
            "claim",
            "dunning",
            "insight",
            "day",
            "worklist",
            "letter",
            "vat",
            "bookkeeping",
        ],
    ),
    (
        // Who is meant, and what is open, is asked as reports ask it.
        "add",
        &[
            "text", "value", "syntax", "language", "journal", "ledger", "report",
        ],
    ),
    ("catalogue", &["text", "syntax", "load", "journal", "check"]),
    (
        "pipeline",
        &[
            "text", "value", "policy", "syntax", "load", "journal", "ledger", "day", "letter",
            "check",
        ],
    ),
    (
        // Questions of an editor are answered from what the command line knows too.
        "ide",
        &[
            "text",
            "value",
            "syntax",
            "format",
            "language",
            "journal",
            "document",
            "ledger",
            "day",
            "letter",
            "render",
            "report",
            "catalogue",
            "pipeline",
        ],
    ),
    (
        "lsp",
        &[
            "text", "value", "syntax", "load", "journal", "language", "letter", "report", "day",
            "check", "pipeline", "ide",
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
            "day",
            "worklist",
            "letter",
            "render",
            "check",
            "bookkeeping",
            "report",
            "add",
            "catalogue",
            "pipeline",
            // Tab at a question offers what an editor offers.
            "ide",
            "lsp",
        ],
    ),
];

/// Words that stand in no room but these. A path ends with `/` for a whole room.
const ROOM_WORDS: &[(&str, &[&str])] = &[
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
    ("rustyline::", &["cli/commands/add/line_editor.rs"]),
    ("encoding_rs::", &["document/csv_form.rs"]),
    ("sha2::", &["text/sha256.rs"]),
    (
        "csv::",
        &["render/csv.rs", "render/csv_rows.rs", "render/mod.rs"],
    ),
    ("rust_xlsxwriter::", &["render/xlsx/"]),
    ("serde_json::", &["render/json.rs", "lsp/", "cli/"]),
    ("gen_lsp_types::", &["lsp/protocol.rs"]),
    ("lsp_server::", &["lsp/protocol.rs"]),
    ("percent_encoding::", &["lsp/document_uri.rs"]),
    ("rust_decimal::", &["value/"]),
    ("include_dir::", &["language/"]),
    ("iso_currency::", &["value/currency.rs"]),
    ("iban::", &["check/", "render/payment_code.rs"]),
    ("krilla::", &["render/letter_pdf/"]),
    ("rustybuzz::", &["render/letter_pdf/"]),
    ("unicode_bidi::", &["render/letter_pdf/"]),
    ("minijinja::", &["letter/templates/compiled_template.rs"]),
    ("mail_builder::", &["render/letter_eml.rs"]),
    ("fast_qr::", &["render/payment_code.rs"]),
    ("std::fs", &["cli/"]),
    ("std::env", &["cli/"]),
    ("Local::now", &["cli/clock.rs"]),
    ("Utc::now", &[]),
    // A workbook stores figures so; nothing is calculated with them.
    ("f64", &["render/xlsx/stored_number.rs"]),
    ("f32", &["render/letter_pdf/pdf_writer.rs"]),
    // Languages are told apart by their tags in their own room alone. (A country has the same two letters.)
    ("\"nl\"", &["language/", "policy/jurisdiction/"]),
    ("\"en\"", &["language/", "policy/jurisdiction/"]),
    ("HashMap", &[]),
    ("HashSet", &[]),
    ("todo!", &[]),
    ("unimplemented!", &[]),
    ("super::super", &[]),
    ("use super::*", &[]),
];

/// Names that say nothing about what is inside.
const EMPTY_NAMES: &[&str] = &["util", "utils", "helper", "helpers", "misc", "manager"];

struct CheckedFile {
    path: String,
    room: String,
    text: String,
}

fn checked_files() -> Vec<CheckedFile> {
    let mut found = Vec::new();
    collect_paths(Path::new("src"), "rs", &mut found);
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
            CheckedFile { path, room, text }
        })
        .collect()
}

fn collect_paths(directory: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(directory).expect("src can be read") {
        let path = entry.expect("src can be read").path();
        if path.is_dir() {
            collect_paths(&path, ending, found);
        } else if path
            .extension()
            .is_some_and(|extension| extension == ending)
        {
            found.push(path);
        }
    }
}

/// The code of a file without its comments, which may name anything.
fn code_lines(file: &CheckedFile) -> impl Iterator<Item = (usize, &str)> {
    file.text.lines().enumerate().map(|(number, line)| {
        (
            number + 1,
            line.split_once("//").map_or(line, |(code, _)| code),
        )
    })
}

/// Rooms that a piece of code names after `crate::`.
fn imported_rooms(line: &str) -> Vec<String> {
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
    for file in checked_files() {
        if file.path == "lib.rs" || file.path == "main.rs" {
            continue;
        }
        let place = ROOM_IMPORTS.iter().position(|(room, _)| *room == file.room);
        let Some(place) = place else {
            wrong.push(format!("{}: a room that the plan does not know", file.path));
            continue;
        };
        for (number, line) in code_lines(&file) {
            for room in imported_rooms(line) {
                let known = room == file.room
                    || room == "newtype_index"
                    || room == "kinds"
                    || room == "check_rule"
                    || room == "word_enum"
                    || ROOM_IMPORTS[place].1.contains(&room.as_str());
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
    for (number, (room, below)) in ROOM_IMPORTS.iter().enumerate() {
        for other in *below {
            let place = ROOM_IMPORTS.iter().position(|(name, _)| name == other);
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
    for file in checked_files() {
        for (number, line) in code_lines(&file) {
            for (word, rooms) in ROOM_WORDS {
                let allowed = rooms.iter().any(|room| file.path.starts_with(room));
                if !allowed && has_word(line, word) {
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

/// What only Dutch law says: articles, judgments, decrees, registers, and the country itself.
const DUTCH_LAW: &[&str] = &[
    "BW 1:",
    "BW 3:",
    "BW 6:",
    "BW 7:",
    "6:96",
    "6:119",
    "ECLI",
    "BIK",
    "Wki",
    "Rv art",
    "Wet OB",
    "Burgerlijk",
    "Civil Code",
    "Besluit vergoeding",
    "termijnenwet",
    "KvK",
    "\"NL\"",
    "Netherlands",
];

/// Where such words may stand beside the law itself, and why.
const DUTCH_LAW_ELSEWHERE: &[(&str, &str, &str)] = &[
    (
        "language/nl/letters.rs",
        "KvK",
        "the label of the key `kvk:`, for a business whose law is not known",
    ),
    (
        "policy/jurisdiction/union_vat_id.rs",
        "\"NL\"",
        "one of the member states whose numbers for VAT a supply within the Union names",
    ),
];

/// A country's law stands in its folder of `policy/jurisdiction`. Comments may give an example; pages of checks, which
/// explain what Dutch law asks, too.
#[test]
fn dutch_law_stands_in_its_folder() {
    let mut wrong = Vec::new();
    let mut templates = Vec::new();
    collect_paths(Path::new("src/language"), "txt", &mut templates);
    assert!(templates.len() > 20, "the templates are read");
    let templates = templates.into_iter().map(|path| CheckedFile {
        text: fs::read_to_string(&path).expect("a template"),
        path: path.display().to_string(),
        room: "letter".to_owned(),
    });
    for file in checked_files().into_iter().chain(templates) {
        if file.path.starts_with("policy/jurisdiction/nl/") {
            continue;
        }
        for (number, line) in code_lines(&file) {
            for word in DUTCH_LAW.iter().filter(|word| line.contains(**word)) {
                let is_allowed = DUTCH_LAW_ELSEWHERE
                    .iter()
                    .any(|(path, known, _)| *path == file.path && known == word);
                if !is_allowed {
                    wrong.push(format!(
                        "{}:{number}: `{word}` is Dutch law; ask a `Law` for it",
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
    let reader = checked_files()
        .into_iter()
        .filter(|file| file.room == "syntax");
    for file in reader {
        for (number, line) in code_lines(&file) {
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

/// What compiles in a rule of the grammar, and is wrong or slow there: words of a line of `src/syntax`, and why not.
const TRAPS: &[(&str, &str)] = &[
    (
        "streaming",
        "the end of a line is the end: a streaming parser asks for more there",
    ),
    (
        "permutation(",
        "knows only tuples, and is slow: `arguments` reads a table in any order",
    ),
    (
        "many0(",
        "makes a list to throw away: `fold_many…` or `many0_count`",
    ),
    (
        "many1(",
        "makes a list to throw away: `fold_many…` or `many1_count`",
    ),
    (
        "separated_list0(",
        "makes a list to throw away: `many0_count` of the separator and the rule",
    ),
    (
        "separated_list1(",
        "makes a list to throw away: `many0_count` of the separator and the rule",
    ),
];

/// Modules of nom whose parsers stream unless they come from `…::complete`.
const STREAMING: [&str; 3] = ["bytes::", "character::", "number::"];

/// Parsers of nom that take one item, which is a byte here.
const OF_BYTES: [&str; 6] = [
    "char(", "one_of(", "none_of(", "satisfy(", "is_a(", "is_not(",
];

/// What changes something.
const EFFECTS: [&str; 4] = [".push(", ".extend(", ".insert(", ".set("];

fn find_trap(line: &str) -> Option<&'static str> {
    let streams = |path: &str| {
        let mut behind = STREAMING
            .iter()
            .filter_map(|module| path.strip_prefix(module));
        behind.any(|name| !name.starts_with("complete::"))
    };
    let hidden = |group: &str| STREAMING.iter().any(|module| group.contains(module));
    let mut paths = line.split("nom::").skip(1);
    if paths.any(|path| streams(path) || path.strip_prefix('{').is_some_and(hidden)) {
        return Some("its `parse` is streaming: import from `…::complete`, in a line of its own");
    }
    if !line.is_ascii() && OF_BYTES.iter().any(|parser| has_word(line, parser)) {
        return Some("an item is a byte: a sign beyond ASCII is never found, `tag` it");
    }
    let closure = line.split_once("map(").map_or("", |(_, closure)| closure);
    if EFFECTS.iter().any(|effect| closure.contains(effect)) {
        return Some("a closure of `map` does not run where nobody wants its value: `fold_many…`");
    }
    let known = TRAPS.iter().find(|(word, _)| has_word(line, word));
    known.map(|(_, why)| *why)
}

#[test]
fn rules_of_the_grammar_avoid_the_traps_of_nom() {
    let mut wrong = Vec::new();
    for file in checked_files().iter().filter(|file| file.room == "syntax") {
        for (number, line) in code_lines(file) {
            if let Some(why) = find_trap(line) {
                wrong.push(format!("{}:{number}: `{}`: {why}", file.path, line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_traps_are_seen() {
    let bad = [
        "use nom::bytes::streaming::tag;",
        "use nom::bytes::take_while;",
        "use nom::character::{complete::digit1, satisfy};",
        "use nom::{bytes::complete::tag, Parser};",
        "    let euro = char('€');",
        "    one_of(\"-−\")",
        "    many0_count(map(word, |word| taken.push(word)))",
        "    let all = separated_list1(tag(\",\"), word);",
    ];
    for line in bad {
        assert!(find_trap(line).is_some(), "`{line}` passes");
    }
    let good = [
        "use nom::bytes::complete::{tag, take_while1};",
        "use nom::{Err, Parser};",
        "    let euro = tag(\"€\");",
        "    let many = many0_count(one_of(\"+-\"));",
    ];
    for line in good {
        assert_eq!(find_trap(line), None, "`{line}`");
    }
}

/// Files and folders of `src/syntax` that hold no rules, and what they hold.
const NO_RULES: &[(&str, &str)] = &[
    ("syntax/mod.rs", "the door"),
    ("syntax/keyword_page.rs", "words about the tables"),
    (
        "syntax/blank.rs",
        "plain functions over text, of which `Input` is made",
    ),
    ("syntax/clause.rs", "words"),
    ("syntax/keyword.rs", "words"),
    ("syntax/kinds.rs", "the kinds of findings"),
    ("syntax/table.rs", "what tables are made of"),
    (
        "syntax/directive/",
        "tables, and what is made of an entry that was read",
    ),
    ("syntax/dialect.rs", "what the root file declares"),
    ("syntax/first_byte.rs", "a look at the tables"),
    ("syntax/open_slots.rs", "what of a table is filled"),
    ("syntax/parse_context.rs", "what rules are told"),
    ("syntax/line_faults.rs", "has a line read again"),
    (
        "syntax/detail_faults.rs",
        "what is wrong beside the words of a line that was read",
    ),
    ("syntax/entry.rs", "what was read"),
    ("syntax/entry_fields.rs", "what was read"),
    ("syntax/entry_lines.rs", "which lines are of one entry"),
    ("syntax/print.rs", "writes"),
    ("syntax/journal_entry.rs", "what was read, and writes it"),
    ("syntax/journal_file.rs", "what was read"),
    ("syntax/amount_column.rs", "lays out what was read"),
    ("syntax/mistakes/", "asked only where a rule failed"),
];

#[test]
fn every_file_of_rules_is_made_with_nom() {
    for file in checked_files().iter().filter(|file| file.room == "syntax") {
        let uses_nom = code_lines(file).any(|(_, line)| has_word(line, "nom::"));
        let listed = NO_RULES
            .iter()
            .find(|(path, _)| file.path.starts_with(path));
        match listed {
            None => assert!(
                uses_nom,
                "{}: reads without nom; a file without rules is listed with its reason",
                file.path
            ),
            Some((path, reason)) => assert!(
                !uses_nom || path.ends_with('/'),
                "{}: listed as no rules ({reason}), and uses nom",
                file.path
            ),
        }
    }
}

/// How text is taken apart at colons and blanks.
const CUTTING_CALLS: [&str; 4] = [
    "split_once(':')",
    "split_whitespace(",
    "split_ascii_whitespace(",
    "split([' ', '\\t'",
];

/// Who may in the rooms next to `syntax`, and what it cuts.
const ALLOWED_CUTTERS: &[(&str, &str)] = &[
    (
        "journal/fields.rs",
        "keys and values as it keeps them itself",
    ),
    (
        "journal/source_lookup.rs",
        "the words of a value that was read, without their layout",
    ),
    (
        "journal/common_keys.rs",
        "the code in the words of `allow:`",
    ),
];

#[test]
fn only_the_grammar_takes_a_line_apart() {
    let mut wrong = Vec::new();
    let rooms = ["load", "format", "journal"];
    for file in checked_files()
        .iter()
        .filter(|file| rooms.contains(&file.room.as_str()))
    {
        if ALLOWED_CUTTERS.iter().any(|(path, _)| *path == file.path) {
            continue;
        }
        for (number, line) in code_lines(file) {
            for cut in CUTTING_CALLS.iter().filter(|cut| line.contains(**cut)) {
                wrong.push(format!(
                    "{}:{number}: `{cut}`: a rule of syntax reads lines, and only that",
                    file.path
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn has_word(line: &str, word: &str) -> bool {
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
    for file in checked_files() {
        if file.path.ends_with("mod.rs") {
            continue;
        }
        let directory = Path::new("src").join(&file.path);
        let directory = directory
            .parent()
            .expect("a file has a folder")
            .to_path_buf();
        for (number, line) in code_lines(&file) {
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
    for file in checked_files() {
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

/// Files of a folder with an extension, without the door.
fn files_in_folder(folder: &str, extension: &str) -> BTreeSet<String> {
    fs::read_dir(Path::new("src").join(folder))
        .expect("the room stands")
        .map(|entry| entry.expect("the room can be read").path())
        .filter(|path| path.extension().is_some_and(|it| it == extension))
        .filter_map(|path| {
            path.file_stem()
                .map(|name| name.to_string_lossy().into_owned())
        })
        .filter(|name| name != "mod")
        .collect()
}

#[test]
fn the_list_of_checks_is_whole() {
    let door = fs::read_to_string("src/check/mod.rs").expect("the room stands");
    let mut pages: BTreeSet<String> = files_in_folder("check", "md")
        .iter()
        .map(|name| format!("{name}.md"))
        .collect();
    for name in files_in_folder("check", "rs") {
        let text = fs::read_to_string(format!("src/check/{name}.rs")).expect("a file");
        // What `allow:` lines silence is known when all rules have run.
        let listed = name == "unused_allow" || door.contains(&format!("&{name}::"));
        assert!(
            listed,
            "check/{name}.rs is not in RULES; what rules share stands in check/shared"
        );
        for page in text.split("page \"").skip(1) {
            let page = page.split('"').next().unwrap_or_default();
            assert!(
                pages.remove(page),
                "check/{name}.rs names {page}, which is no page beside it or that of another rule"
            );
        }
    }
    pages.remove("unused_allow.md");
    assert!(pages.is_empty(), "pages of no rule: {pages:?}");
    let list = door
        .split("&[&CheckRule] = &[")
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

/// Paths in backquotes that a document names, without what is told by a blank or a sign.
fn named_paths(text: &str) -> impl Iterator<Item = &str> {
    let quoted = text.split('`').skip(1).step_by(2);
    quoted.filter(|path| {
        let is_path = |c: char| c.is_ascii_alphanumeric() || "/._-".contains(c);
        (path.starts_with("src/") || path.starts_with("tests/") || path.starts_with("grammar/"))
            && path.chars().all(is_path)
    })
}

#[test]
fn what_contributors_are_sent_to_stands_there() {
    let text = fs::read_to_string("CONTRIBUTING.md").expect("the page stands");
    let paths: Vec<&str> = named_paths(&text).collect();
    assert!(paths.len() > 20, "expected many paths, found {paths:?}");
    for path in paths {
        assert!(
            Path::new(path).exists(),
            "CONTRIBUTING.md: there is no {path}"
        );
    }
}

/// Pages that commands of their own show, and what reports share.
const NO_REPORTS: [&str; 6] = [
    "accountant",
    "dossier",
    "export",
    "letters",
    "policy",
    "shared",
];

#[test]
fn the_list_of_reports_is_whole() {
    let door = fs::read_to_string("src/report/mod.rs").expect("the room stands");
    let list = door.split("&[&Report] = &[").nth(1).expect("the list");
    for entry in fs::read_dir("src/report").expect("the room stands") {
        let path = entry.expect("the room can be read").path();
        let name = path.file_stem().expect("a name").to_string_lossy();
        if name != "mod" && !NO_REPORTS.contains(&&*name) {
            assert!(
                list.contains(&format!("&{name}::")),
                "report/{name} is not in REPORTS; what reports share stands in report/shared"
            );
        }
    }
}

#[test]
fn the_list_of_exports_is_whole() {
    let door = fs::read_to_string("src/report/export/mod.rs").expect("the room stands");
    let list = door.split("&[&Export] = &[").nth(1).expect("the list");
    let list = list.split("];").next().expect("its end");
    for name in files_in_folder("report/export", "rs") {
        let path = format!("src/report/export/{name}.rs");
        let text = fs::read_to_string(path).expect("a file of the room");
        assert_eq!(
            text.contains(": Export = Export {"),
            list.contains(&format!("&{name}::")),
            "report/export/{name} and EXPORTS"
        );
    }
}
