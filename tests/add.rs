//! New entries: every keyword in one line, questions through a pipe, and what a refusal leaves behind.

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use tegoed::add::given_words::GivenWords;
use tegoed::add::new_entry_context::NewEntryContext;
use tegoed::add::placement::Placement;
use tegoed::check::CheckScope;
use tegoed::load::Roots;
use tegoed::pipeline::{Outcome, PipelineOptions, run};
use tegoed::syntax::directive::DIRECTIVES;
use tegoed::syntax::entry::DetailKey;
use tegoed::syntax::entry::SourceText;
use tegoed::syntax::entry_fields::EntryFields;
use tegoed::syntax::journal_entry::JournalEntry;
use tegoed::syntax::journal_file::JournalFile;
use tegoed::syntax::keyword_page::example;
use tegoed::value::calendar::date_from_ymd;

const JOURNAL: &str = "format 1\ncustomer @jansen\n  name: Jansen Bouw B.V.\n\
    2026-01-05 invoice #2026-001 @jansen 1210.00 due 2026-02-04 | Roof\n";

fn read_journal(folder: &Path, name: &str, text: &str) -> Outcome {
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    let options = PipelineOptions {
        as_of: date_from_ymd(2026, 3, 1).unwrap(),
        scope: CheckScope::Errors,
    };
    let disk = tegoed::cli::files::disk::Disk::default();
    let outcome = run(&Roots::from_file(path), &disk, options).unwrap();
    outcome.sources.reload_texts(&disk).unwrap();
    outcome
}

/// The example of each keyword has every argument and every key: typed without signs, its lines as flags, it is that entry.
#[test]
fn every_keyword_can_be_added_in_one_line_with_all_its_keys() {
    let folder = tempfile::tempdir().unwrap();
    let outcome = read_journal(folder.path(), "j.tegoed", JOURNAL);
    let context = NewEntryContext {
        journal: &outcome.journal,
        ledger: &outcome.ledger,
        today: outcome.ledger.as_of,
    };
    let dialect = outcome.journal.dialect();
    let mut seen = 0;
    for directive in DIRECTIVES {
        let file = JournalFile::read(example(directive), &[], dialect);
        let entry = &file.entries()[0];
        let text = SourceText {
            str: file.text(),
            base: 0,
        };
        let expected = JournalEntry::read(EntryFields { entry, text })
            .unwrap()
            .print(dialect);
        let mut given = GivenWords {
            words: bare_words(&file, entry),
            ..GivenWords::default()
        };
        for detail in &entry.details {
            let DetailKey::Known(key) = detail.key else {
                panic!("an example has no keys of one's own");
            };
            let rate = file
                .slice(detail.key_span)
                .strip_prefix(key.word())
                .unwrap();
            let value = file.slice(detail.value);
            let value = match rate.trim() {
                "" => value.to_owned(),
                rate => format!("{rate}: {value}"),
            };
            given.flags.push((key.word(), value));
        }
        let date = entry.date.map_or(context.today, |date| date.node);
        let made = given.entry(directive, date, &context).unwrap();
        assert_eq!(
            made.print(dialect).unwrap(),
            expected,
            "{}",
            directive.word()
        );
        seen += 1;
    }
    assert_eq!(seen, DIRECTIVES.len());
}

/// The arguments of a header as a command line has them: in its order, ids without signs, an amount with the mark that a Dutch
/// hand writes.
fn bare_words(file: &JournalFile, entry: &tegoed::syntax::entry::Entry) -> Vec<String> {
    let mut words = Vec::new();
    let mut clause = None;
    for argument in entry.header_arguments() {
        if let Some(own) = argument.clause.filter(|own| clause != Some(*own)) {
            words.push(own.word().to_owned());
        }
        clause = argument.clause;
        let word = file.slice(argument.span);
        let word = word
            .trim_start_matches(['#', '@'])
            .replace("1210.00", "1.210,00");
        words.push(word);
    }
    words
}

#[test]
fn an_entry_stands_behind_those_of_its_day_in_the_manner_of_its_neighbours() {
    let folder = tempfile::tempdir().unwrap();
    let cases = [
        (
            "close",
            "format 1\n2026-01-01 bank-through\n2026-03-02 bank-through\n",
        ),
        (
            "apart",
            "format 1\n\n2026-01-01 bank-through\n\n; of March\n2026-03-02 bank-through\n",
        ),
        (
            "heading",
            "format 1\n\n# February\n\n2026-02-01 bank-through | a\n  > b\n\n; why\n\n# March\n2026-03-02 bank-through\n",
        ),
        ("later", "format 1\n\n; first\n2026-03-02 bank-through"),
        ("end", "format 1\n\n2026-02-01 bank-through"),
        ("none", "format 1\n"),
        ("windows", "format 1\r\n\r\n2026-02-01 bank-through\r\n"),
        (
            "one-day",
            "format 1\n2026-02-10 bank-through | a\n2026-02-10 bank-through | b\n2026-02-11 bank-through\n",
        ),
    ];
    let mut page = String::new();
    for (name, text) in cases {
        let outcome = read_journal(folder.path(), name, text);
        let context = NewEntryContext {
            journal: &outcome.journal,
            ledger: &outcome.ledger,
            today: outcome.ledger.as_of,
        };
        let note = DIRECTIVES.iter().find(|it| it.word() == "bank-through");
        let given = GivenWords {
            words: vec!["NEW ONE".to_owned()],
            ..GivenWords::default()
        };
        let date = date_from_ymd(2026, 2, 10).unwrap();
        let entry = given.entry(note.unwrap(), date, &context).unwrap();
        let placement = Placement::find(&entry, &outcome.journal, &outcome.sources).unwrap();
        let placed = placement.insert(&entry.print(outcome.journal.dialect()).unwrap());
        let text = String::from_utf8(placed.bytes)
            .unwrap()
            .replace('\r', "\\r");
        let _ = writeln!(page, "== {name}, line {}\n{text}", placed.line);
    }
    insta::assert_snapshot!(page);
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The files of a folder, one behind the other.
fn texts_in(folder: &Path) -> String {
    let names = ["main.tegoed", "2026/q1.tegoed", "2026/q2.tegoed"];
    let texts = names.map(|name| fs::read_to_string(folder.join(name)).unwrap());
    texts.join("\n")
}

/// What `add` says to answers through a pipe, and which lines it put into the journal.
fn converse(words: &[&str], answers: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    copy_folder(Path::new("tests/cli/add.in"), folder.path());
    let before = texts_in(folder.path());
    let mut child = Command::new(env!("CARGO_BIN_EXE_tegoed"))
        .args(["-f", "main.tegoed", "--as-of", "2026-04-02", "add"])
        .args(words)
        .env("NO_COLOR", "1")
        .env_remove("TEGOED_FILE")
        .current_dir(folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(answers.as_bytes()).unwrap();
    drop(input);
    let output = child.wait_with_output().unwrap();
    let after = texts_in(folder.path());
    let diff = similar::TextDiff::from_lines(&before, &after);
    let mut page = format!("$ tegoed add {}\n", words.join(" "));
    for answer in answers.lines() {
        let _ = writeln!(page, "> {answer}");
    }
    let _ = writeln!(
        page,
        "--- asked\n{}--- printed\n{}--- exit {}\n{}",
        String::from_utf8(output.stderr).unwrap(),
        String::from_utf8(output.stdout).unwrap(),
        output.status.code().unwrap(),
        diff.unified_diff().context_radius(1)
    );
    page
}

#[test]
fn questions_are_answered_through_a_pipe() {
    let page = [
        // A call, the promise that was made in it, and when to look again.
        converse(
            &[],
            "gebeld\n\njansen\n\nhalf is on its way\n+7\n2026-002\n300\n+8\nspent: 5 min\n\n",
        ),
        // The amount tells which invoice is paid; `<` goes back to the amount.
        converse(&["payment"], "yesterday\njansen\n1.210,00\n<\n605\n\n\n\n"),
        converse(
            &["invoice"],
            "\n\ndevries\n96,80\n2026-05-02\n\nTiles\norder: PO-1\nitem: 80,00 vat 21% | Tiles\n\n",
        ),
        converse(&["customer"], "bakker\nBakker B.V.\nStraat 1\nbusiness\n\n"),
        converse(
            &[],
            "note\n\njansen\n\nfirst\n\n\nrelease\n\njansen\n\nsecond\n\n",
        ),
        converse(&[], ".\n"),
    ];
    insta::assert_snapshot!(page.join("\n"));
}

#[test]
fn an_entry_that_is_refused_or_not_finished_changes_nothing() {
    let cases: [(&[&str], &str); 6] = [
        (&["phone"], "\njansen\n"),
        (&["phone"], "\njansne\n"),
        (&["payment"], "\njansen\nfive\n"),
        (&["writeoff"], "\n2026-002\n700\nlost\n\n"),
        (&["phone"], "\njansen\n\nok\n\n\nreason: money\n"),
        (&["promise", "jansen", "300", "by", "soon"], "2026-002\n"),
    ];
    let pages = cases.map(|(words, answers)| converse(words, answers));
    for page in &pages {
        assert!(!page.contains("\n+2026"), "{page}");
        assert!(!page.contains("wrote"), "{page}");
    }
    insta::assert_snapshot!(pages.join("\n"));
}

/// Lines of a child as they come, so that a test can wait for them and no longer.
struct WatchedChild {
    child: Child,
    lines: Receiver<String>,
}

impl WatchedChild {
    fn start(folder: &Path, words: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_tegoed"))
            .args(words)
            .env("NO_COLOR", "1")
            .env_remove("TEGOED_FILE")
            .current_dir(folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            for line in output.lines() {
                if line.is_err() || sender.send(line.unwrap()).is_err() {
                    return;
                }
            }
        });
        Self { child, lines }
    }

    /// Waits for a line that begins so.
    fn wait_for(&self, beginning: &str) {
        loop {
            let line = self.lines.recv_timeout(Duration::from_mins(1));
            if line
                .unwrap_or_else(|_| panic!("no line `{beginning}`"))
                .starts_with(beginning)
            {
                return;
            }
        }
    }
}

impl Drop for WatchedChild {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _ended = self.child.wait();
    }
}

#[test]
fn a_watched_command_runs_again_when_a_file_changes_or_comes() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("2026")).unwrap();
    fs::write(
        folder.path().join("main.tegoed"),
        "format 1\ninclude 2026/*.tegoed\n",
    )
    .unwrap();
    fs::write(folder.path().join("2026/a.tegoed"), "").unwrap();
    let words = ["-f", "main.tegoed", "check", "--watch", "--select", "S,R"];
    let watched = WatchedChild::start(folder.path(), &words);
    watched.wait_for("main.tegoed: no findings");
    // Half saved, whole, replaced as `git checkout` does, and a new file.
    fs::write(folder.path().join("2026/a.tegoed"), "2026-01-05 inv").unwrap();
    watched.wait_for("main.tegoed: 1 error");
    let bad = "2026-01-05 note @piet | x\n2026-01-05 note @klaas | x\n";
    fs::write(folder.path().join("a.new"), bad).unwrap();
    fs::rename(
        folder.path().join("a.new"),
        folder.path().join("2026/a.tegoed"),
    )
    .unwrap();
    watched.wait_for("main.tegoed: 2 errors");
    fs::write(
        folder.path().join("2026/b.tegoed"),
        "2026-01-05 note @jan | x\n",
    )
    .unwrap();
    watched.wait_for("main.tegoed: 3 errors");
    fs::remove_file(folder.path().join("main.tegoed")).unwrap();
    std::thread::sleep(Duration::from_secs(1));
    fs::write(folder.path().join("main.tegoed"), "format 1\n").unwrap();
    watched.wait_for("main.tegoed: no findings");
}

#[test]
fn what_cannot_be_watched_is_said() {
    for (words, says) in [
        (&["-f", "-", "next", "--watch"][..], "standard input"),
        (
            &["-f", "README.md", "aging", "--watch", "-o", "x.csv"],
            "writes no file",
        ),
        (
            &["-f", "nowhere.tegoed", "aging", "--watch"],
            "nowhere.tegoed",
        ),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_tegoed"))
            .args(words)
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains(says), "{told}");
        assert_ne!(output.status.code(), Some(0), "{told}");
    }
}
