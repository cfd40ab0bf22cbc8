//! What the program refuses, and in which form it says so: for people, and for programs that read JSON.

use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

const SOUND: &str = "format 1\n\ncustomer @smid\n  name: Smederij Os\n  kind: business\n\n\
    2026-01-05 invoice #1 @smid 60.50 vat 21% due 2026-02-04 | Hek\n";

struct Desk(tempfile::TempDir);

impl Desk {
    fn with_files(files: &[(&str, &[u8])]) -> Self {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let desk = Self(folder);
        for (name, bytes) in files {
            fs::create_dir_all(desk.path(name).parent().unwrap()).unwrap();
            fs::write(desk.path(name), bytes).unwrap();
        }
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Exit code, standard output, standard error of a run in a folder below.
    fn run(&self, below: &str, words: &[&str]) -> (i32, String, String) {
        self.run_with(&[], below, words)
    }

    /// The same with variables of the environment.
    fn run_with(
        &self,
        variables: &[(&str, &str)],
        below: &str,
        words: &[&str],
    ) -> (i32, String, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_tegoed"))
            .current_dir(self.path(below))
            .args(words)
            .envs(variables.iter().copied())
            .env_remove("TEGOED_FILE")
            .env("GIT_CEILING_DIRECTORIES", self.0.path().parent().unwrap())
            .env("NO_COLOR", "1")
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (
            output.status.code().unwrap(),
            text(output.stdout),
            text(output.stderr),
        )
    }
}

#[test]
fn a_broken_journal_is_not_replaced_by_one_from_a_folder_above() {
    let utf16: Vec<u8> = SOUND.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for broken in [
        b"fromat 1\n\ncustomer @x\n".as_slice(),
        b"Format: 1\n",
        b"; een administratie\n\nformat\n",
        b"formaat 1\n",
        b"format 1.0\n\xff\xfe\n"
            .strip_prefix(b"format 1.0")
            .unwrap(),
        &utf16,
    ] {
        let desk = Desk::with_files(&[
            ("main.tegoed", SOUND.as_bytes()),
            ("sub/eigen.tegoed", broken),
        ]);
        for words in [
            &["aging"][..],
            &["check"],
            &["fmt", "--check"],
            &["letters"],
        ] {
            let (code, out, error) = desk.run("sub", words);
            assert_eq!((code, out.as_str()), (2, ""), "{words:?}: {error}");
            assert!(
                error.contains("eigen.tegoed is no journal as it is"),
                "{error}"
            );
        }
        // Nor by one that lies beside it.
        fs::copy(desk.path("main.tegoed"), desk.path("sub/oud.tegoed")).unwrap();
        assert_eq!(desk.run("sub", &["aging"]).0, 2);
        // Named, each is what it is.
        assert_eq!(desk.run("sub", &["aging", "-f", "oud.tegoed"]).0, 0);
    }
}

#[test]
fn entries_that_are_passed_over_are_told_and_parts_are_not() {
    let part = b"2026-01-06 note | x\n";
    let included = "format 1\ninclude sub/*.tegoed\n";
    for (root, told) in [(SOUND, true), (included, false)] {
        let desk = Desk::with_files(&[("main.tegoed", root.as_bytes()), ("sub/deel.tegoed", part)]);
        for command in ["balance", "check"] {
            let (code, _, error) = desk.run("sub", &[command, "--as-of", "2026-01-31"]);
            assert_eq!(code, 0, "{error}");
            assert_eq!(
                error.contains("note: deel.tegoed has no `format` line"),
                told,
                "{error}"
            );
        }
    }
}

#[test]
fn an_empty_journal_is_not_replaced_by_the_one_above_unless_it_is_part_of_it() {
    let included = "format 1\ninclude sub/*.tegoed\n";
    for (root, exit) in [(SOUND, 2), (included, 0)] {
        for empty in [&b""[..], b"\n \n"] {
            let desk =
                Desk::with_files(&[("main.tegoed", root.as_bytes()), ("sub/leeg.tegoed", empty)]);
            for command in ["balance", "check"] {
                let (code, _, error) = desk.run("sub", &[command, "--as-of", "2026-01-31"]);
                assert_eq!(code, exit, "{error}");
                assert_eq!(
                    error.contains("leeg.tegoed is no journal as it is"),
                    exit == 2
                );
            }
        }
    }
}

#[test]
fn who_asks_for_json_gets_failures_as_json() {
    let unsound = SOUND.replace("@smid 60.50", "@smit 60.50");
    let desk = Desk::with_files(&[
        ("main.tegoed", SOUND.as_bytes()),
        ("fout.tegoed", unsound.as_bytes()),
    ]);
    for (words, exit, said) in [
        (
            &["aging", "-f", "weg.tegoed"][..],
            3,
            "cannot read weg.tegoed",
        ),
        (&["show", "niemand", "-f", "main.tegoed"], 2, "niemand"),
        (&["aging", "--bestaat-niet"], 2, "--bestaat-niet"),
        (&["agin"], 2, "no such command: agin"),
        (
            &["aging", "-f", "fout.tegoed"],
            1,
            "figures could not be trusted",
        ),
        (
            &["aging", "-f", "main.tegoed", "--as-of", "31-01-2026"],
            2,
            "31-01-2026",
        ),
    ] {
        for form in [&["-O", "json"][..], &["--output-format=json"]] {
            let (code, out, error) = desk.run("", &[words, form].concat());
            assert_eq!((code, out.as_str()), (exit, ""), "{words:?}: {error}");
            let told: Value = serde_json::from_str(&error).expect("JSON");
            assert_eq!(told["schema"], 1);
            assert_eq!(told["error"]["exit"], exit);
            assert!(
                told["error"]["message"].as_str().unwrap().contains(said),
                "{error}"
            );
            assert_eq!(told["findings"]["rows"].is_array(), exit == 1, "{error}");
        }
        let (_, _, error) = desk.run("", words);
        assert!(error.contains(said) && !error.starts_with('{'), "{error}");
    }
}

#[test]
fn fmt_refuses_what_it_does_not_know() {
    let newer = "format 2\n2026-01-06    note | x\n";
    let desk = Desk::with_files(&[
        ("main.tegoed", newer.as_bytes()),
        ("oud.tegoed", SOUND.as_bytes()),
    ]);
    let (code, _, error) = desk.run("", &["fmt", "main.tegoed"]);
    assert_eq!(code, 1);
    assert!(
        error.contains("S018") && error.contains("main.tegoed: left as it is"),
        "{error}"
    );
    assert_eq!(fs::read_to_string(desk.path("main.tegoed")).unwrap(), newer);
    let (code, _, error) = desk.run("", &["fmt", "oud.tegoed", "-O", "csv"]);
    assert_eq!(code, 2);
    assert!(error.contains("found `csv`"), "{error}");
}

#[test]
fn marks_that_turn_words_are_told_wherever_they_stand() {
    for mark in [
        '\u{61c}', '\u{200e}', '\u{200f}', '\u{202e}', '\u{2066}', '\u{2069}', '\u{180e}',
        '\u{fffa}',
    ] {
        let text = SOUND.replace("Smederij", &format!("Sme{mark}derij"));
        let desk = Desk::with_files(&[("main.tegoed", text.as_bytes())]);
        let (code, out, _) = desk.run("", &["check", "-O", "concise"]);
        assert_eq!(code, 1, "{mark:?}");
        assert!(out.contains("error[S008]") && !out.contains(mark), "{out}");
    }
}

#[test]
fn a_name_in_the_code_of_mail_headers_goes_into_no_mail() {
    let text = |name: &str, customer: &str| {
        format!(
            "format 1\n\nbusiness\n  name: {name}\n  address: Kade 9\n  address: 9711 AB Groningen\n\
             \x20 iban: NL91ABNA0417164300\n  email: post@os.example\n  language: nl\n\n\
             customer @smid\n  name: {customer}\n  kind: business\n  email: smid@smid.example\n\n\
             2026-01-05 invoice #1 @smid 60.50 vat 21% due 2026-02-04 | Hek\n"
        )
    };
    let coded = "=?utf-8?Q?Bank=20B.V.?=";
    for (text, refused) in [
        (text("Os", "Smederij"), false),
        (text("Os", coded), true),
        (text(coded, "Smederij"), true),
    ] {
        let desk = Desk::with_files(&[("main.tegoed", text.as_bytes())]);
        let words = [
            "letters",
            "reminder",
            "smid",
            "--format",
            "eml",
            "--as-of",
            "2026-03-02",
            "--even-so",
        ];
        let (code, out, error) = desk.run("", &words);
        assert_eq!(code, i32::from(refused), "{error}");
        assert_eq!(
            error.contains("which a mail program reads as words in code"),
            refused,
            "{error}"
        );
        assert_eq!(out.is_empty(), refused);
    }
}

#[test]
fn init_looks_at_what_it_was_told() {
    let desk = Desk::with_files(&[]);
    for name in [
        "../elders.tegoed",
        "main.txt",
        ".verborgen.tegoed",
        "map/main.tegoed",
        "tegoed",
    ] {
        let (code, _, error) = desk.run("", &["init", "--journal", name, "--name", "Os"]);
        assert_eq!(code, 2, "{name}: {error}");
    }
    for name in ["Os | Zn.", "; Os", "> Os", "#1", "  Os  ", "Os: smederij"] {
        let folder = format!("map{}", name.bytes().map(u32::from).sum::<u32>());
        let words = [
            "init",
            &folder,
            "--name",
            name,
            "--decimal-mark",
            ",",
            "--currency",
            "EUR",
        ];
        let (code, _, error) = desk.run("", &words);
        assert_eq!(code, 0, "{error}");
        let (code, out, _) = desk.run(&folder, &["check", "--strict"]);
        assert_eq!(code, 0, "{name}: {out}");
    }
}

#[test]
fn a_difference_of_nothing_says_that_there_are_mends_to_choose() {
    let text = SOUND.replace("  name:", "  naam:");
    let desk = Desk::with_files(&[("main.tegoed", text.as_bytes())]);
    let (code, out, error) = desk.run("", &["check", "--diff"]);
    assert_eq!((code, out.as_str()), (0, ""), "{error}");
    assert_eq!(
        error,
        "no mend is certain; 1 to choose: `check --diff --unsafe-fixes`\n"
    );
    let (_, out, error) = desk.run("", &["check", "--diff", "--unsafe-fixes"]);
    assert!(
        out.contains("+  name: Smederij Os") && error.is_empty(),
        "{error}"
    );
}

#[cfg(feature = "xlsx")]
#[test]
fn a_temporary_folder_that_is_not_there_is_no_fault_of_the_program() {
    let desk = Desk::with_files(&[("main.tegoed", SOUND.as_bytes())]);
    let nowhere = [("TMPDIR", "/nowhere"), ("TMP", "/nowhere")];
    let (code, _, error) = desk.run_with(&nowhere, "", &["aging", "-o", "a.xlsx"]);
    assert_eq!(code, 3, "{error}");
    assert!(error.contains("/nowhere"), "{error}");
    assert!(!desk.path("a.xlsx").exists());
}

/// The temporary files of a workbook take no more than a block each: the error of the disk is told, and nothing is left.
#[cfg(all(unix, feature = "xlsx"))]
#[test]
fn a_temporary_folder_that_is_full_is_no_fault_of_the_program() {
    let desk = Desk::with_files(&[("main.tegoed", SOUND.as_bytes()), ("tmp/.keep", b"")]);
    let program = env!("CARGO_BIN_EXE_tegoed");
    let script = format!(
        "trap '' XFSZ; ulimit -f 1; exec '{program}' export xlsx -o all.xlsx --as-of 2026-03-01"
    );
    let output = Command::new("sh")
        .args(["-c", &script])
        .current_dir(desk.path(""))
        .env("TMPDIR", desk.path("tmp"))
        .env_remove("TEGOED_FILE")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(3), "{error}");
    assert!(error.contains("temporary folder"), "{error}");
    assert!(!error.contains("foresee"), "{error}");
    assert!(!desk.path("all.xlsx").exists());
    assert_eq!(fs::read_dir(desk.path("tmp")).unwrap().count(), 1);
}
