//! The way of a newcomer: a journal is begun, an invoice is written into it, and a letter comes out, each step with
//! what the program said.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// What somebody types who has read no more than what `init` wrote.
const FIRST_ENTRIES: &str = "
customer @oever
  name: Oever Meubelen B.V.
  kind: business
  address: Kanaaldijk 7
  address: 5611 AB Eindhoven
  email: crediteuren@oever.example

customer @tol
  name: Café De Tol
  kind: business
  address: Tolweg 2
  address: 6511 CD Nijmegen
  email: bar@detol.example

2026-01-08 invoice #2026-001 @oever 484,00 vat 21% | Twee bureaus
2026-01-12 invoice #2026-002 @tol 1.089,00 vat 21% | Barblad
2026-02-20 bank-through
";

/// Runs the program, and takes down what it was told and what it said.
fn run(folder: &Path, words: &[&str], transcript: &mut String) {
    let output = Command::new(env!("CARGO_BIN_EXE_tegoed"))
        .current_dir(folder)
        .args(words)
        .env_remove("TEGOED_FILE")
        .env("GIT_CEILING_DIRECTORIES", folder.parent().unwrap())
        .env("NO_COLOR", "1")
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let errors = String::from_utf8(output.stderr).unwrap();
    let code = output.status.code().unwrap();
    let _infallible = write!(
        transcript,
        "$ tegoed {}\n{said}{errors}({code})\n\n",
        words.join(" ")
    );
}

fn append(journal: &Path, text: &str) {
    let before = fs::read_to_string(journal).unwrap();
    fs::write(journal, before + text).unwrap();
}

#[test]
fn a_newcomer_gets_from_nothing_to_a_letter() {
    let room = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let (folder, mut said) = (room.path(), String::new());
    let journal = folder.join("main.tegoed");
    run(
        folder,
        &["init", "--name", "Atelier Maas", "--lang", "nl"],
        &mut said,
    );
    said.push_str(&fs::read_to_string(&journal).unwrap());
    said.push('\n');
    run(folder, &["fmt", "--check"], &mut said);
    run(folder, &["check", "--strict"], &mut said);
    append(&journal, FIRST_ENTRIES);
    run(folder, &["aging", "--as-of", "2026-02-20"], &mut said);
    let letters = ["letters", "--as-of", "2026-02-20", "--out", "brieven"];
    run(folder, &letters, &mut said);
    // What the business lacked was told once, for both letters. It is filled in where the journal has the lines.
    let mut filled = fs::read_to_string(&journal).unwrap();
    for (line, value) in [
        ("; address:", "address: Maaskade 11"),
        ("; address:", "address: 5211 AB 's-Hertogenbosch"),
        ("; kvk:", "kvk: 12345678"),
        ("; vat-id:", "vat-id: NL123456782B01"),
        ("; iban:", "iban: NL91ABNA0417164300"),
        ("; email:", "email: atelier@maas.example"),
        ("; phone:", "phone: 073 555 01 23"),
    ] {
        assert!(filled.contains(line), "no line `{line}` to fill in");
        filled = filled.replacen(line, value, 1);
    }
    fs::write(&journal, filled).unwrap();
    run(folder, &["check", "--as-of", "2026-02-20"], &mut said);
    run(folder, &letters, &mut said);
    said.push_str(
        &fs::read_to_string(folder.join("brieven/2026-02-20-oever-reminder.txt")).unwrap(),
    );
    insta::assert_snapshot!(said);
}

#[test]
fn a_number_that_cannot_be_right_is_refused_before_anything_is_written() {
    let room = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let mut said = String::new();
    for words in [
        ["--iban", "NL91ABNA0417164301"],
        ["--kvk", "1234567"],
        ["--vat-id", "NL123456783B01"],
        ["--name", "Atelier\u{202e}Maas"],
        ["--currency", "XYZ"],
        ["--decimal-mark", "dot"],
        ["--lang", "fr"],
    ] {
        run(room.path(), &["init", words[0], words[1]], &mut said);
    }
    for words in [
        ["--iban", "NL91ABNA0417164301"],
        ["--currency", "gulden"],
        ["--journal", "boek.txt"],
    ] {
        run(
            room.path(),
            &["init", "--lang", "nl", words[0], words[1]],
            &mut said,
        );
    }
    assert_eq!(fs::read_dir(room.path()).unwrap().count(), 0, "{said}");
    insta::assert_snapshot!(said);
}

#[test]
fn answers_through_a_pipe_are_taken_and_a_wrong_one_names_its_question() {
    let room = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let mut said = String::new();
    for answers in [
        "nl\nAtelier Maas\n\n\n\n\nNL91ABNA0417164301\n",
        "nl\nAtelier Maas\n\n\n\n\n\n\n\nstreep\n",
        "en\nAtelier Maas\n\n\n\n\n\n\n\n\nguilder\n",
        "nl\nAtelier Maas\nMaaskade 11\n5211 AB 's-Hertogenbosch\n\n\n\n\n\nPunt\nusd\n",
    ] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_tegoed"))
            .current_dir(room.path())
            .arg("init")
            .env("GIT_CEILING_DIRECTORIES", room.path().parent().unwrap())
            .env("LC_ALL", "C.UTF-8")
            .env("NO_COLOR", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut pipe = child.stdin.take().unwrap();
        pipe.write_all(answers.as_bytes()).unwrap();
        drop(pipe);
        let output = child.wait_with_output().unwrap();
        let errors = String::from_utf8(output.stderr).unwrap();
        let last = errors.lines().last().unwrap_or_default();
        let code = output.status.code().unwrap();
        let _infallible = writeln!(said, "{last}\n({code})\n");
        let is_begun = room.path().join("main.tegoed").exists();
        assert_eq!(is_begun, code == 0, "{said}");
    }
    let text = fs::read_to_string(room.path().join("main.tegoed")).unwrap();
    insta::assert_snapshot!(format!(
        "{said}{}",
        text.split("policy standard\n").next().unwrap()
    ));
}

#[test]
fn all_that_is_told_at_once_leaves_nothing_to_fill_in() {
    let room = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let mut said = String::new();
    let words = [
        "init",
        "--name",
        "Maas Studio",
        "--address",
        "Maaskade 11",
        "--address",
        "5211 AB 's-Hertogenbosch",
        "--kvk",
        "12345678",
        "--vat-id",
        "NL123456782B01",
        "--iban",
        "NL91ABNA0417164300",
        "--email",
        "atelier@maas.example",
        "--phone",
        "073 555 01 23",
    ];
    run(room.path(), &words, &mut said);
    let text = fs::read_to_string(room.path().join("main.tegoed")).unwrap();
    assert!(!text.contains("  ; "), "{text}");
    run(room.path(), &["check", "--strict"], &mut said);
    insta::assert_snapshot!(format!("{said}{text}"));
}
