//! What a run leaves that was killed, and what other programs do with a file meanwhile: nobody's words are lost, and the
//! same command, given again, ends well.

use crate::faults::can_inject;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

const UNTIDY: &str = "format 1\n2026-03-02    note   | bellen over de offerte\n";
const TIDY: &str = "format 1\n2026-03-02 note | bellen over de offerte\n";

/// A folder with a journal, in which the program runs.
struct Desk(tempfile::TempDir);

impl Desk {
    fn with_files(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        Self(folder)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn names(&self, folder: &str) -> Vec<String> {
        let Ok(entries) = fs::read_dir(self.path(folder)) else {
            return Vec::new();
        };
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }

    fn leftovers(&self, folder: &str) -> Vec<String> {
        let mut names = self.names(folder);
        names.retain(|name| name.contains(".tegoed-"));
        names
    }

    fn run_by(&self, mut command: Command, words: &[&str]) -> (Option<i32>, String) {
        command
            .current_dir(self.0.path())
            .args(words)
            .env_remove("TEGOED_FILE")
            // The folder of the tests may lie in a repository: its hooks are none of theirs.
            .env("GIT_CEILING_DIRECTORIES", self.0.path().parent().unwrap())
            .env("NO_COLOR", "1")
            .stdin(Stdio::null());
        let Output { status, stderr, .. } = command.output().unwrap();
        (status.code(), String::from_utf8(stderr).unwrap())
    }

    fn run(&self, words: &[&str]) -> (Option<i32>, String) {
        self.run_by(Command::new(env!("CARGO_BIN_EXE_tegoed")), words)
    }

    /// The same under `strace`, with faults.
    fn run_with_faults(&self, faults: &[&str], words: &[&str]) -> (Option<i32>, String) {
        let mut command = Command::new("strace");
        command.args(["-f", "-o", "/dev/null"]);
        for fault in faults {
            command.args(["-e", fault]);
        }
        command.arg(env!("CARGO_BIN_EXE_tegoed"));
        self.run_by(command, words)
    }
}

#[test]
fn what_an_editor_saved_before_a_kill_stays_and_is_named() {
    if !can_inject() {
        return;
    }
    let desk = Desk::with_files(&[("boek.tegoed", UNTIDY)]);
    let saved = "format 1\n2026-03-02 note | de offerte is akkoord\n";
    let child = Command::new("strace")
        .args(["-f", "-o", "/dev/null", "-e", "trace=renameat2,fsync"])
        .args(["-e", "inject=renameat2:delay_enter=1500000"])
        .args(["-e", "inject=fsync:signal=SIGKILL:when=3"])
        .arg(env!("CARGO_BIN_EXE_tegoed"))
        .args(["fmt", "boek.tegoed"])
        .current_dir(desk.0.path())
        .spawn();
    let mut child = child.unwrap();
    let patience = std::time::Instant::now();
    while desk.leftovers("").is_empty() && patience.elapsed().as_secs() < 30 {
        std::thread::yield_now();
    }
    fs::write(desk.path("boek.tegoed"), saved).unwrap();
    child.wait().unwrap();
    let left = desk.leftovers("");
    assert_eq!(left.len(), 1);
    assert_eq!(
        (desk.read("boek.tegoed"), desk.read(&left[0])),
        (TIDY.to_owned(), saved.to_owned())
    );
    fs::write(
        desk.path("boek.tegoed"),
        format!("{TIDY}2026-03-03    note | x\n"),
    )
    .unwrap();
    let (code, said) = desk.run(&["fmt", "boek.tegoed"]);
    assert_eq!(code, Some(0));
    assert!(
        said.contains(&format!(
            "note: {} was left by a run that was stopped",
            left[0]
        )),
        "{said}"
    );
    assert_eq!(desk.read(&left[0]), saved);
}

#[test]
fn a_hidden_file_is_removed_only_where_its_words_are_in_the_file_beside_it() {
    let name = |digits: &str| format!(".boek.tegoed.tegoed-{digits}");
    let texts = [
        ("0123456789abcdef", "", false),
        ("1123456789abcdef", "format 1\n", false),
        (
            "2123456789abcdef",
            "format   1\n\n2026-03-02 note |   bellen over de offerte\n",
            false,
        ),
        (
            "3123456789abcdef",
            "format 1\n2026-03-02 note | iets anders\n",
            true,
        ),
        (
            "4123456789abcdef",
            "format 1\n2026-03-02 note | bellen over de offerte\n2026-03-09 note | meer\n",
            true,
        ),
        (
            "5123456789abcdef0000000000000000",
            "format 1\n2026-03-02 note | nog iets\n",
            true,
        ),
        ("6123456789abcde", "een naam die er alleen op lijkt", true),
    ];
    for command in [
        &["fmt", "boek.tegoed"][..],
        &[
            "check",
            "--fix",
            "-f",
            "boek.tegoed",
            "--as-of",
            "2026-03-31",
        ],
    ] {
        let desk = Desk::with_files(&[(
            "boek.tegoed",
            "format 1\n2026-03-02\tnote | bellen over de offerte\n",
        )]);
        for (digits, text, _) in texts {
            fs::write(desk.path(&name(digits)), text).unwrap();
        }
        let (_, said) = desk.run(command);
        for (digits, text, stays) in texts {
            let path = desk.path(&name(digits));
            assert_eq!(
                fs::read_to_string(&path).ok().as_deref(),
                stays.then_some(text),
                "{digits}"
            );
            assert_eq!(
                said.contains(digits),
                stays && digits.len() % 16 == 0,
                "{said}"
            );
        }
    }
}

#[test]
fn a_file_that_another_program_may_still_write_to_is_left_alone() {
    let desk = Desk::with_files(&[("boek.tegoed", UNTIDY)]);
    for append in [true, false] {
        let mut held = fs::File::options();
        let held = held.read(true).append(append).write(true);
        let mut held = held.open(desk.path("boek.tegoed")).unwrap();
        let (code, said) = desk.run(&["fmt", "boek.tegoed"]);
        assert_eq!(code, Some(4), "{said}");
        assert!(
            said.contains("open for writing in another program"),
            "{said}"
        );
        assert_eq!(
            (desk.read("boek.tegoed"), desk.leftovers("").len()),
            (UNTIDY.to_owned(), 0)
        );
        if append {
            held.write_all(b"2026-03-05 note | erbij\n").unwrap();
            assert!(desk.read("boek.tegoed").ends_with("erbij\n"));
            fs::write(desk.path("boek.tegoed"), UNTIDY).unwrap();
        }
    }
    // Who only reads it is no hindrance.
    let _reader = fs::File::open(desk.path("boek.tegoed")).unwrap();
    assert_eq!(desk.run(&["fmt", "boek.tegoed"]).0, Some(0));
    assert_eq!(desk.read("boek.tegoed"), TIDY);
}

#[test]
fn who_opens_the_file_between_the_last_look_and_the_exchange_loses_nothing() {
    if !can_inject() {
        return;
    }
    let desk = Desk::with_files(&[("boek.tegoed", UNTIDY)]);
    let child = Command::new("strace")
        .args([
            "-f",
            "-o",
            "/dev/null",
            "-e",
            "inject=renameat2:delay_enter=1500000:when=1",
        ])
        .arg(env!("CARGO_BIN_EXE_tegoed"))
        .args(["fmt", "boek.tegoed"])
        .current_dir(desk.0.path())
        .stderr(Stdio::piped())
        .spawn();
    let child = child.unwrap();
    let patience = std::time::Instant::now();
    while desk.leftovers("").is_empty() && patience.elapsed().as_secs() < 30 {
        std::thread::yield_now();
    }
    let held = fs::File::options()
        .append(true)
        .open(desk.path("boek.tegoed"));
    let mut held = held.unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(
        output.status.code(),
        Some(4),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    held.write_all(b"2026-03-05 note | erbij\n").unwrap();
    assert_eq!(
        desk.read("boek.tegoed"),
        format!("{UNTIDY}2026-03-05 note | erbij\n")
    );
    assert!(desk.leftovers("").is_empty());
}

#[test]
fn of_each_file_is_said_what_became_of_it() {
    if !can_inject() {
        return;
    }
    let part = "2026-03-02    note | x\n";
    let files = [
        ("boek.tegoed", "format    1\ninclude delen/*.tegoed\n"),
        ("delen/een.tegoed", part),
        ("delen/twee.tegoed", part),
    ];
    let desk = Desk::with_files(&files);
    let fault = ["inject=renameat2:error=EIO:when=2"];
    let (code, said) = desk.run_with_faults(&fault, &["fmt", "-f", "boek.tegoed"]);
    assert_eq!(code, Some(3), "{said}");
    for line in [
        "boek.tegoed: laid out\n",
        "delen/een.tegoed: left as it is\n",
        "delen/twee.tegoed: laid out\n",
        "2 files laid out, 1 file left as it is\n",
    ] {
        assert!(said.contains(line), "{said}");
    }
    assert_eq!(desk.read("delen/een.tegoed"), part);
    assert_eq!(desk.read("delen/twee.tegoed"), "2026-03-02 note | x\n");
    assert!(!said.contains("nothing was changed"), "{said}");
    let tabs = "2026-03-02\tnote | x\n";
    let desk = Desk::with_files(&[
        files[0],
        ("delen/een.tegoed", tabs),
        ("delen/twee.tegoed", tabs),
    ]);
    let words = [
        "check",
        "--fix",
        "-f",
        "boek.tegoed",
        "--as-of",
        "2026-03-31",
    ];
    let (code, said) = desk.run_with_faults(&fault, &words);
    assert_eq!(code, Some(3), "{said}");
    assert!(
        said.contains("delen/twee.tegoed")
            && said.contains("written before that: delen/een.tegoed"),
        "{said}"
    );
}

#[test]
fn a_file_that_cannot_be_read_is_told_and_the_others_are_laid_out() {
    let desk = Desk::with_files(&[
        (
            "boek.tegoed",
            "format    1\ninclude weg.tegoed\ninclude deel.tegoed\n",
        ),
        ("deel.tegoed", "2026-03-02    note | x\n"),
    ]);
    for (words, count) in [
        (&["fmt", "--check"][..], 2),
        (&["fmt"], 2),
        (&["fmt", "--check"], 0),
    ] {
        let (code, said) = desk.run(words);
        assert_eq!(code, Some(1), "{words:?}");
        assert!(
            said.contains("weg.tegoed") && said.contains("1 file not read"),
            "{said}"
        );
        assert_eq!(
            said.contains("2 files"),
            count > 0 || said.contains("2 files laid out already"),
            "{said}"
        );
    }
    assert_eq!(desk.read("deel.tegoed"), "2026-03-02 note | x\n");
}

const CLAIM: &str = "format 1\n\nbusiness\n  name: Zeilmakerij De Boei\n  address: Haven 3\n\
    \x20 address: 8601 AB Sneek\n  iban: NL91ABNA0417164300\n  email: post@boei.example\n  language: nl\n\n\
    customer @vos\n  name: Vos Watersport B.V.\n  kind: business\n  email: vos@vos.example\n\n\
    2026-01-05 invoice #7 @vos 484.00 vat 21% due 2026-02-04 | Zeilen\n";

#[test]
fn after_a_kill_at_any_file_the_same_command_ends_well() {
    if !can_inject() {
        return;
    }
    let day = ["--as-of", "2026-03-02"];
    for words in [
        &["dossier", "vos", "--out", "uit"][..],
        &["export", "csv", "--out", "uit"],
        &["letters", "--out", "uit", "--even-so"],
        &["export", "json", "-o", "uit.json"],
    ] {
        let words = [words, &day].concat();
        let whole = Desk::with_files(&[("boek.tegoed", CLAIM)]);
        assert_eq!(whole.run(&words).0, Some(0), "{words:?}");
        for when in 1..20 {
            let desk = Desk::with_files(&[("boek.tegoed", CLAIM)]);
            let kill = format!("inject=renameat2:signal=SIGKILL:when={when}");
            if desk.run_with_faults(&[&kill], &words).0.is_some() {
                break;
            }
            let (code, said) = desk.run(&words);
            assert_eq!(code, Some(0), "{words:?} {when}: {said}");
            for folder in ["", "uit"] {
                assert_eq!(desk.names(folder), whole.names(folder), "{words:?} {when}");
            }
        }
    }
}

#[test]
fn init_is_taken_up_where_it_was_stopped() {
    if !can_inject() {
        return;
    }
    let words = [
        "init",
        "--name",
        "Zeilmakerij De Boei",
        "--decimal-mark",
        ",",
        "--currency",
        "EUR",
    ];
    for when in 1..=2 {
        let desk = Desk::with_files(&[]);
        let kill = format!("inject=renameat2:signal=SIGKILL:when={when}");
        assert_eq!(desk.run_with_faults(&[&kill], &words).0, None);
        let (code, said) = desk.run(&words);
        assert_eq!(code, Some(0), "{said}");
        assert_eq!(desk.names(""), [".gitattributes", "main.tegoed"]);
    }
}

#[test]
fn force_stays_in_the_folder_and_spares_what_belongs_to_the_journal() {
    use std::os::unix::fs::symlink;
    let text = format!("{CLAIM}  document: uit/items.csv\n");
    let outside = Desk::with_files(&[("geheim.txt", "van een ander\n")]);
    for (link, target) in [
        ("uit/items.csv", outside.path("geheim.txt")),
        ("uit/customers.csv", PathBuf::from("../boek.tegoed")),
        ("uit/customers.csv", PathBuf::from("../tegoed.toml")),
        ("uit/customers.csv", outside.path("nog-niet-daar")),
    ] {
        let desk = Desk::with_files(&[
            ("boek.tegoed", CLAIM),
            ("tegoed.toml", "lang = \"nl\"\n"),
            ("uit/x", ""),
        ]);
        symlink(&target, desk.path(link)).unwrap();
        let words = [
            "export",
            "csv",
            "--out",
            "uit",
            "--force",
            "--as-of",
            "2026-03-02",
        ];
        let (code, said) = desk.run(&words);
        assert_eq!(code, Some(2), "{link}: {said}");
        assert_eq!(
            (
                desk.read("boek.tegoed").as_str(),
                desk.read("tegoed.toml").as_str()
            ),
            (CLAIM, "lang = \"nl\"\n")
        );
        assert_eq!(outside.names(""), ["geheim.txt"]);
        assert_eq!(outside.read("geheim.txt"), "van een ander\n");
    }
    let desk = Desk::with_files(&[
        ("boek.tegoed", &text),
        ("uit/items.csv", "de factuur zelf\n"),
    ]);
    let (code, said) = desk.run(&[
        "export",
        "csv",
        "--out",
        "uit",
        "--force",
        "--as-of",
        "2026-03-02",
    ]);
    assert_eq!(code, Some(2), "{said}");
    assert!(
        said.contains("uit/items.csv is a document that the journal names"),
        "{said}"
    );
    assert_eq!(desk.read("uit/items.csv"), "de factuur zelf\n");
    let (code, said) = desk.run(&[
        "export",
        "json",
        "-o",
        "tegoed.toml",
        "-O",
        "json",
        "--force",
        "--as-of",
        "2026-03-02",
    ]);
    assert_eq!(code, Some(2), "{said}");
    let (code, said) = desk.run(&[
        "aging",
        "-o",
        "./tegoed.toml",
        "-O",
        "json",
        "--as-of",
        "2026-03-02",
    ]);
    assert_eq!(code, Some(2), "{said}");
}
