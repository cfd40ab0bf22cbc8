//! The command line as a person meets it: transcripts, and what no transcript can show.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tegoed::cli::arguments::command_line::build_command_line;
use tegoed::cli::registry::Registry;

#[test]
fn transcripts() {
    trycmd::TestCases::new()
        .env("TEGOED_FILE", "")
        .env("NO_COLOR", "1")
        .env("LC_ALL", "C.UTF-8")
        .case("tests/cli/*.md")
        .case("README.md");
}

#[test]
fn help_has_one_form_fits_eighty_columns_and_says_what_may_be_typed() {
    let grammar = build_command_line(Registry::BUILT_IN);
    let names = grammar.get_subcommands().map(clap::Command::get_name);
    for name in names.filter(|name| *name != "help").chain([""]) {
        let help = |words: &[&str]| {
            let words: Vec<&&str> = words.iter().filter(|word| !word.is_empty()).collect();
            let output = Command::new(env!("CARGO_BIN_EXE_tegoed"))
                .args(words)
                .output();
            String::from_utf8(output.unwrap().stdout).unwrap()
        };
        let long = help(&[name, "--help"]);
        assert_eq!(long, help(&[name, "-h"]), "{name}");
        assert_eq!(long, help(&["help", name]), "{name}");
        for line in long.lines() {
            assert!(line.chars().count() <= 80, "{name}: {line}");
        }
        let says = |words: &str| {
            long.split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
                .contains(words)
        };
        if long.contains("CUSTOMER]") || long.contains("<CUSTOMER>") {
            assert!(
                says("id or part of the name") || says("id or name contains"),
                "{long}"
            );
        }
        if let Some((_, forms)) = long.split_once("--output-format <FORMAT>")
            && !name.is_empty()
        {
            assert!(
                forms.trim_start().starts_with("Form of the output: text"),
                "{long}"
            );
        }
    }
}

#[test]
fn periods_are_whole_and_inclusive() {
    use tegoed::cli::arguments::days::{read_day, read_period};
    use tegoed::value::calendar::date_from_ymd;
    let today = date_from_ymd(2026, 5, 31).unwrap();
    for (words, first, last) in [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-Q1", "2026-01-01", "2026-03-31"),
        ("2026-q4", "2026-10-01", "2026-12-31"),
        ("2028-02", "2028-02-01", "2028-02-29"),
        ("2026-02-03", "2026-02-03", "2026-02-03"),
        ("thisyear", "2026-01-01", "2026-12-31"),
        ("lastyear", "2025-01-01", "2025-12-31"),
        ("thisquarter", "2026-04-01", "2026-06-30"),
        ("lastquarter", "2026-01-01", "2026-03-31"),
        ("thismonth", "2026-05-01", "2026-05-31"),
        ("lastmonth", "2026-04-01", "2026-04-30"),
        ("today", "2026-05-31", "2026-05-31"),
        ("yesterday", "2026-05-30", "2026-05-30"),
    ] {
        let days = read_period(words, today).unwrap();
        assert_eq!(
            (
                days.first.to_string().as_str(),
                days.last.to_string().as_str()
            ),
            (first, last),
            "{words}"
        );
    }
    for wrong in [
        "",
        "26",
        "2026-0",
        "2026-13",
        "2026-Q0",
        "2026-Q10",
        "2026-02-29",
        "1899",
        "+2026",
        "thisweek",
        "last",
    ] {
        assert!(read_period(wrong, today).is_err(), "{wrong}");
    }
    for wrong in [
        "",
        "2026-2-3",
        "03-02-2026",
        "2026-02-30",
        "2026-02-03-04",
        "２026-01-01",
    ] {
        assert!(read_day(wrong, today).is_err(), "{wrong}");
    }
}

/// A folder of its own, and the program in it.
struct ProgramFolder {
    folder: tempfile::TempDir,
}

impl ProgramFolder {
    /// A folder with these files.
    fn with_files(files: &[(&str, &str)]) -> Self {
        // Not in the common folder for temporary files: journals of others may lie there.
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        Self { folder }
    }

    fn command_in(&self, below: &str, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tegoed"));
        command
            .current_dir(self.folder.path().join(below))
            .args(words)
            .env_remove("TEGOED_FILE")
            .env_remove("LC_ALL")
            .stdin(Stdio::null());
        command
    }

    /// Exit code, standard output, standard error.
    fn run_in(&self, below: &str, words: &[&str]) -> (i32, String, String) {
        exit_and_output(&self.command_in(below, words).output().unwrap())
    }

    fn read_file(&self, name: &str) -> String {
        fs::read_to_string(self.folder.path().join(name)).unwrap()
    }
}

fn exit_and_output(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let code = output.status.code().unwrap();
    (code, text(&output.stdout), text(&output.stderr))
}

const ONE_INVOICE: &str = "format 1\n\ncustomer @jansen\n  kind: business\n\n\
                   2026-01-05 invoice #1 @jansen 121.00 vat 21% due 2026-02-04\n";

#[test]
fn the_nearest_root_file_upwards_is_the_journal() {
    let room = ProgramFolder::with_files(&[
        ("main.tegoed", ONE_INVOICE),
        ("2026/march/part.tegoed", "; no format line: a part\n"),
    ]);
    let (code, out, error) = room.run_in("2026/march", &["files", "-O", "csv"]);
    assert_eq!((code, error.as_str()), (0, ""));
    assert!(out.contains("../../main.tegoed,1,"), "{out}");
}

#[test]
fn of_several_files_the_one_with_a_format_line_is_the_journal() {
    let room = ProgramFolder::with_files(&[
        ("a.tegoed", "; part\n"),
        ("b.tegoed", ONE_INVOICE),
        ("c.txt", ONE_INVOICE),
    ]);
    let (code, out, _) = room.run_in("", &["files", "-O", "csv"]);
    assert_eq!(code, 0);
    assert!(out.contains("\r\nb.tegoed,"), "{out}");
}

#[test]
fn two_root_files_in_one_folder_are_a_question() {
    let room = ProgramFolder::with_files(&[("a.tegoed", ONE_INVOICE), ("b.tegoed", ONE_INVOICE)]);
    let (code, _, error) = room.run_in("", &["check"]);
    assert_eq!(code, 2);
    assert!(error.contains("a.tegoed, b.tegoed"), "{error}");
}

/// Whether somebody keeps journals in a folder above the one where tests keep theirs.
fn has_journal_above() -> bool {
    std::path::Path::new(env!("CARGO_TARGET_TMPDIR"))
        .ancestors()
        .any(|folder| {
            let files = fs::read_dir(folder).into_iter().flatten().flatten();
            files
                .map(|file| file.path())
                .any(|path| path.extension().is_some_and(|end| end == "tegoed"))
        })
}

#[test]
fn no_journal_tells_what_was_tried() {
    if has_journal_above() {
        eprintln!("a journal lies above the folder of the tests, so that one is found: not tested");
        return;
    }
    let room = ProgramFolder::with_files(&[("a.tegoed", "; part\n")]);
    let (code, _, error) = room.run_in("", &["check"]);
    assert_eq!(code, 2);
    assert!(
        error.contains("TEGOED_FILE") && error.contains("a.tegoed"),
        "{error}"
    );
}

#[test]
fn the_variable_names_the_journal_and_must_be_right() {
    let room = ProgramFolder::with_files(&[("a.tegoed", ONE_INVOICE), ("b.tegoed", ONE_INVOICE)]);
    let mut right = room.command_in("", &["files", "-O", "csv"]);
    let (code, out, _) = exit_and_output(&right.env("TEGOED_FILE", "b.tegoed").output().unwrap());
    assert_eq!(code, 0);
    assert!(out.contains("b.tegoed,"), "{out}");
    let mut wrong = room.command_in("", &["files"]);
    let (code, _, error) = exit_and_output(&wrong.env("TEGOED_FILE", "c.tegoed").output().unwrap());
    assert_eq!(code, 3);
    assert!(
        error.contains("c.tegoed") && error.contains("TEGOED_FILE"),
        "{error}"
    );
}

#[test]
fn several_files_are_one_journal() {
    let room = ProgramFolder::with_files(&[
        ("a.tegoed", ONE_INVOICE),
        ("b.tegoed", "2026-02-01 payment #1 121.00\n"),
    ]);
    let words = ["-f", "a.tegoed", "-f", "b.tegoed", "--as-of", "2026-03-01"];
    let (code, out, error) = room.run_in("", &[&words[..], &["balance", "-O", "csv"]].concat());
    assert_eq!((code, error.as_str()), (0, ""));
    assert!(!out.contains("121.00"), "{out}");
}

#[test]
fn an_internal_fault_is_seventy() {
    use tegoed::cli::exit::{ExitStatus, catch_panics};
    assert_eq!(catch_panics(|| ExitStatus::Findings), ExitStatus::Findings);
    assert_eq!(
        catch_panics(|| unreachable!("a test")),
        ExitStatus::Internal
    );
}

#[test]
fn every_mend_is_applied_however_many_there_are() {
    let tabs = format!(
        "{ONE_INVOICE}{}",
        "2026-02-05	note | a
"
        .repeat(2_500)
    );
    let room = ProgramFolder::with_files(&[("main.tegoed", &tabs)]);
    let (code, out, error) = room.run_in("", &["check", "--fix", "--as-of", "2026-03-01"]);
    assert_eq!(code, 0, "{out}");
    assert!(error.contains("mended 2500 findings"), "{error}");
    assert_eq!(room.read_file("main.tegoed"), tabs.replace('\t', " "));
}

#[test]
fn a_mend_of_an_included_file_goes_there() {
    let room = ProgramFolder::with_files(&[
        ("main.tegoed", "format 1\ninclude parts/*.tegoed\n"),
        ("parts/a.tegoed", "2026-02-05\tnote | a\n"),
        ("parts/b.tegoed", "2026-02-05 note | b\n"),
    ]);
    let (code, _, error) = room.run_in("", &["check", "--fix", "--as-of", "2026-03-01"]);
    assert_eq!(code, 0);
    assert!(error.contains("in parts/a.tegoed"), "{error}");
    assert_eq!(room.read_file("parts/a.tegoed"), "2026-02-05 note | a\n");
}

#[test]
fn standard_input_is_not_mended_in_place() {
    let room = ProgramFolder::with_files(&[]);
    let text = "format 1\n2026-02-05\tnote | a\n";
    let (code, _, error) =
        run_with_input(room.command_in("", &["check", "-f", "-", "--fix"]), text);
    assert_eq!(code, 2, "{error}");
    let (code, out, _) = run_with_input(room.command_in("", &["check", "-f", "-", "--diff"]), text);
    assert_eq!(code, 1);
    assert!(out.contains("+2026-02-05 note"), "{out}");
}

/// Runs with a text on standard input.
fn run_with_input(mut command: Command, text: &str) -> (i32, String, String) {
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let text = text.to_owned();
    let feeder = std::thread::spawn(move || {
        let _early = input.write_all(text.as_bytes());
    });
    let output = child.wait_with_output().unwrap();
    feeder.join().unwrap();
    exit_and_output(&output)
}

#[test]
fn a_journal_comes_from_standard_input() {
    let room =
        ProgramFolder::with_files(&[("parts/2026.tegoed", "2026-02-01 payment #1 121.00\n")]);
    let words = ["-f", "-", "--as-of", "2026-03-01", "balance", "-O", "csv"];
    let (code, out, _) = run_with_input(room.command_in("", &words), ONE_INVOICE);
    assert_eq!(code, 0);
    assert!(out.contains("121.00"), "{out}");
}

#[test]
fn includes_of_standard_input_need_a_folder() {
    let room =
        ProgramFolder::with_files(&[("parts/2026.tegoed", "2026-02-01 payment #1 121.00\n")]);
    let text = ONE_INVOICE.replace("format 1\n", "format 1\ninclude parts/*.tegoed\n");
    let words = ["check", "-f", "-", "-O", "concise", "--as-of", "2026-03-01"];
    let (code, out, _) = run_with_input(room.command_in("", &words), &text);
    assert_eq!(code, 1);
    assert!(out.contains("--root"), "{out}");
    let rooted = [&words[..], &["--root", "."]].concat();
    let (code, out, _) = run_with_input(room.command_in("", &rooted), &text);
    assert_eq!(code, 0, "{out}");
}

#[test]
fn fmt_reads_standard_input_and_prints() {
    let room = ProgramFolder::with_files(&[]);
    let (code, out, error) = run_with_input(room.command_in("", &["fmt", "-"]), "format    1\r\n");
    assert_eq!(
        (code, out.as_str(), error.as_str()),
        (0, "format 1\r\n", "")
    );
    let (code, out, _) = run_with_input(
        room.command_in("", &["fmt", "-", "--check"]),
        "format    1\n",
    );
    assert_eq!((code, out.as_str()), (1, "-\n"));
}

#[test]
fn what_is_not_a_file_is_refused_before_it_blocks() {
    let room = ProgramFolder::with_files(&[]);
    let pipe = room.folder.path().join("pipe.tegoed");
    let made = Command::new("mkfifo").arg(&pipe).status();
    assert!(made.is_ok_and(|status| status.success()));
    for (path, word) in [
        ("pipe.tegoed", "pipe"),
        ("/dev/zero", "device"),
        (".", "directory"),
    ] {
        let (code, _, error) = room.run_in("", &["check", "-f", path]);
        assert_eq!(code, 3, "{path}");
        assert!(error.contains(word), "{error}");
    }
}

#[test]
fn an_included_pipe_is_a_finding() {
    let room = ProgramFolder::with_files(&[("main.tegoed", "format 1\ninclude pipe.tegoed\n")]);
    let pipe = room.folder.path().join("pipe.tegoed");
    assert!(
        Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    let (code, out, _) = room.run_in("", &["check", "-f", "main.tegoed", "-O", "concise"]);
    assert_eq!(code, 1);
    assert!(out.contains("main.tegoed:2:"), "{out}");
}

#[test]
fn a_reader_that_leaves_is_no_fault_and_keeps_the_verdict() {
    let room = ProgramFolder::with_files(&[
        ("main.tegoed", ONE_INVOICE),
        ("bad.tegoed", &bad_lines(3_000)),
    ]);
    for (file, words, verdict) in [
        ("main.tegoed", &["aging"][..], 0),
        ("bad.tegoed", &["check", "-O", "json"], 1),
        ("main.tegoed", &["explain", "--all"], 0),
        ("main.tegoed", &["--help"], 0),
    ] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = room
            .command_in("", &[&["-f", file], words].concat())
            .stdout(writer)
            .output()
            .unwrap();
        let (code, _, error) = exit_and_output(&output);
        assert_eq!((code, error.as_str()), (verdict, ""), "{words:?}");
    }
}

#[test]
fn a_full_device_is_an_error_of_the_world() {
    let room = ProgramFolder::with_files(&[("main.tegoed", ONE_INVOICE)]);
    for words in [
        &["aging"][..],
        &["check"],
        &["explain", "--all"],
        &["--help"],
        &["man"],
    ] {
        let full = fs::File::options().write(true).open("/dev/full").unwrap();
        let output = room.command_in("", words).stdout(full).output().unwrap();
        let (code, _, error) = exit_and_output(&output);
        assert_eq!(code, 3, "{words:?}: {error}");
        assert!(error.contains("standard output"), "{error}");
    }
}

fn bad_lines(lines: usize) -> String {
    let mut text = "format 1\n".to_owned();
    for _ in 0..lines {
        text.push_str("faktuur\n");
    }
    text
}

#[test]
fn people_see_a_hundred_findings_and_programs_a_thousand_of_a_kind() {
    let room = ProgramFolder::with_files(&[("main.tegoed", &bad_lines(3_000))]);
    let (_, out, _) = room.run_in("", &["check"]);
    assert_eq!(out.matches("error[S001]").count(), 100);
    assert!(
        out.contains("and 2900 more\nmain.tegoed: 3000 errors\n"),
        "{out}"
    );
    let (_, out, _) = room.run_in("", &["check", "-O", "json"]);
    assert_eq!(out.matches("\"code\":\"S001\"").count(), 1_000);
    assert!(out.contains("\"counts\":{\"S001\":3000}"));
}

#[test]
fn a_line_without_end_is_cut_where_it_is_shown() {
    let long = format!(
        "format 1\n{} faktuur {}\n",
        "é".repeat(200_000),
        "x".repeat(3_000_000)
    );
    let room = ProgramFolder::with_files(&[("main.tegoed", &long)]);
    for form in ["text", "concise"] {
        let (code, out, _) = room.run_in("", &["check", "-O", form]);
        assert_eq!(code, 1);
        assert!(out.len() < 4_000, "{} bytes", out.len());
        assert!(out.contains("main.tegoed:2:1"), "{out}");
    }
}

#[test]
fn nothing_in_the_data_steers_the_terminal() {
    let mischief = "\u{1b}[2J\u{9b}31m\u{7}\u{202e}\u{200b}";
    let text = format!(
        "format 1\ncustomer @x\n  name: a{mischief}b\n{mischief} invoice\n  {mischief}: x\n"
    );
    let room = ProgramFolder::with_files(&[
        ("main.tegoed", &text),
        (&format!("q{mischief}.tegoed"), "x\n"),
    ]);
    let odd = format!("q{mischief}.tegoed");
    for words in [
        &["check"][..],
        &["check", "-O", "concise"],
        &["check", "--diff", "--unsafe-fixes"],
        &["customers", "--even-so"],
        &["fmt", "--diff"],
        &["check", "-f", &odd],
        &["check", &odd],
        &["show", mischief, "--even-so"],
        &["explain", mischief],
        &["fmt", &odd],
    ] {
        let (_, out, error) = room.run_in("", words);
        for character in mischief
            .chars()
            .filter(|character| !"[2J31m".contains(*character))
        {
            assert!(!out.contains(character), "{words:?}: {out}");
            assert!(!error.contains(character), "{words:?}: {error}");
        }
    }
}

#[test]
fn the_time_zone_decides_today_and_nothing_else() {
    let room = ProgramFolder::with_files(&[("main.tegoed", ONE_INVOICE)]);
    let at = |zone: &str, words: &[&str]| {
        exit_and_output(&room.command_in("", words).env("TZ", zone).output().unwrap()).1
    };
    let (east, west) = ("Pacific/Kiritimati", "Pacific/Pago_Pago");
    for words in [
        &["aging", "--as-of", "2026-03-31"][..],
        &["check", "--as-of", "2026-03-31", "-O", "json"],
        &[
            "statement",
            "jansen",
            "--as-of",
            "2026-03-31",
            "-p",
            "2026-Q1",
        ],
    ] {
        assert_eq!(at(east, words), at(west, words));
    }
    // These two places are never on the same day.
    assert_ne!(at(east, &["aging"]), at(west, &["aging"]));
}

#[test]
fn the_same_question_gets_the_same_bytes() {
    let room =
        ProgramFolder::with_files(&[("main.tegoed", ONE_INVOICE), ("bad.tegoed", &bad_lines(50))]);
    for words in [
        &["-f", "main.tegoed", "aging", "--as-of", "2026-03-31"][..],
        &[
            "-f",
            "main.tegoed",
            "customers",
            "-O",
            "json",
            "--as-of",
            "2026-03-31",
        ],
        &["-f", "bad.tegoed", "check", "--as-of", "2026-03-31"],
    ] {
        let in_locale = |locale: &str| {
            let mut command = room.command_in("", words);
            exit_and_output(&command.env("LC_ALL", locale).output().unwrap())
        };
        let first = in_locale("C.UTF-8");
        for locale in [
            "",
            "nl_NL.utf8",
            "de_DE.UTF-8",
            "tr_TR.UTF-8",
            "ar_EG.UTF-8",
        ] {
            assert_eq!(first, in_locale(locale));
        }
        // A locale that is not UTF-8 changes the lines and dashes that people see, one for one, and nothing else.
        let plain = first.1.replace(['─', '–'], "-");
        for locale in ["C", "POSIX", "nl_NL.ISO-8859-1"] {
            let (code, said, errors) = in_locale(locale);
            assert_eq!(
                (code, said, errors),
                (first.0, plain.clone(), first.2.clone())
            );
        }
    }
}

#[test]
fn fmt_keeps_the_mark_the_line_ends_and_every_word() {
    let untidy = "\u{feff}format 1\r\n\r\ncustomer   @x\r\n\tname:Bakkerij é\r\n; a comment   \r\n";
    let room = ProgramFolder::with_files(&[("main.tegoed", untidy)]);
    let (code, _, error) = room.run_in("", &["fmt"]);
    assert_eq!(code, 0, "{error}");
    let tidy = room.read_file("main.tegoed");
    let solid = |text: &str| {
        text.chars()
            .filter(|c| !" \t".contains(*c))
            .collect::<String>()
    };
    assert_eq!(solid(untidy), solid(&tidy));
    assert_ne!(untidy, tidy);
    assert_eq!(tidy.matches('\n').count(), tidy.matches("\r\n").count());
    assert_eq!(room.run_in("", &["fmt", "--check"]).0, 0);
}

#[test]
fn a_report_goes_to_a_file_in_the_form_of_its_name() {
    let room = ProgramFolder::with_files(&[("main.tegoed", ONE_INVOICE)]);
    let words = ["aging", "--as-of", "2026-03-31", "-o"];
    let to = |file: &str, more: &[&str]| room.run_in("", &[&words[..], &[file], more].concat());
    assert_eq!(to("aging.csv", &[]), (0, String::new(), String::new()));
    assert!(room.read_file("aging.csv").starts_with("customer,name,"));
    assert_eq!(to("aging.csv", &[]).0, 2);
    assert_eq!(to("aging.csv", &["--force", "-O", "json"]).0, 0);
    assert!(room.read_file("aging.csv").starts_with("{\"schema\":1,"));
    for journal in ["main.tegoed", "./main.tegoed", "../*/main.tegoed"] {
        let spelled = journal.replace(
            '*',
            &room.folder.path().file_name().unwrap().to_string_lossy(),
        );
        assert_eq!(to(&spelled, &["--force", "-O", "csv"]).0, 2, "{spelled}");
    }
    for link in ["soft.csv", "hard.csv"] {
        let (journal, path) = (
            room.folder.path().join("main.tegoed"),
            room.folder.path().join(link),
        );
        if link == "soft.csv" {
            std::os::unix::fs::symlink(journal, path).unwrap();
        } else {
            fs::hard_link(journal, path).unwrap();
        }
        assert_eq!(to(link, &["--force"]).0, 2, "{link}");
    }
    assert_eq!(room.read_file("main.tegoed"), ONE_INVOICE);
    assert_eq!(to("/dev/null", &["-O", "csv"]).0, 0);
}

#[test]
fn every_command_has_a_page_and_every_shell_its_completions() {
    let room = ProgramFolder::with_files(&[]);
    assert_eq!(room.run_in("", &["man", "pages"]).0, 0);
    let help = room.run_in("", &["--help"]).1;
    for line in help
        .lines()
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
    {
        let name = line.split_whitespace().next().unwrap();
        if !name.starts_with('-') && name != "help" {
            assert!(
                room.read_file(&format!("pages/tegoed-{name}.1"))
                    .contains(".TH"),
                "{name}"
            );
        }
    }
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let (code, out, _) = room.run_in("", &["completions", shell]);
        assert_eq!(code, 0);
        assert!(
            out.contains("as-of") && out.contains("statement"),
            "{shell}"
        );
    }
}

#[test]
fn init_meets_git() {
    let room = ProgramFolder::with_files(&[("sub/.gitattributes", "*.pdf binary")]);
    if !Command::new("git")
        .args(["init", "-q"])
        .current_dir(room.folder.path())
        .status()
        .is_ok_and(|s| s.success())
    {
        return;
    }
    let (code, out, error) = room.run_in("sub", &["init", "--name", "It's ours"]);
    assert_eq!((code, error.as_str()), (0, ""));
    assert!(out.contains("xfuncname"), "{out}");
    assert!(out.contains("no git hook installed"), "{out}");
    let hook_path = room.folder.path().join(".git/hooks/pre-commit");
    assert!(!hook_path.exists(), "nobody asked for a hook");
    let (code, out, _) = room.run_in("sub", &["init", "--hook"]);
    assert_eq!(code, 0);
    assert!(out.contains("wrote ") && hook_path.exists(), "{out}");
    assert_eq!(
        room.read_file("sub/.gitattributes"),
        "*.pdf binary\n*.tegoed text eol=lf diff=tegoed\n"
    );
    let hook = room.read_file(".git/hooks/pre-commit");
    assert!(hook.contains("'sub/main.tegoed'"), "{hook}");
    let (code, out, _) = room.run_in("sub", &["init", "--journal", "other.tegoed", "--hook"]);
    assert_eq!(code, 0);
    assert!(out.contains("as it is"), "{out}");
    assert_eq!(room.read_file(".git/hooks/pre-commit"), hook);
}

#[test]
fn settings_cannot_run_anything() {
    let room = ProgramFolder::with_files(&[
        ("main.tegoed", ONE_INVOICE),
        ("tegoed.toml", "pager = \"rm -rf /\"\n"),
    ]);
    let (code, _, error) = room.run_in("", &["aging"]);
    assert_eq!(code, 2);
    assert!(error.contains("tegoed.toml:1:"), "{error}");
}

#[test]
fn buckets_and_colours_can_be_set() {
    let room = ProgramFolder::with_files(&[
        ("main.tegoed", ONE_INVOICE),
        ("tegoed.toml", "buckets = [15, 45]\ncolor = \"always\"\n"),
    ]);
    let (_, out, _) = room.run_in("", &["aging", "-O", "csv", "--as-of", "2026-03-31"]);
    assert!(out.contains("d1_15,d16_45,d46_plus"), "{out}");
    let (_, out, _) = room.run_in(
        "",
        &[
            "aging",
            "-O",
            "csv",
            "--buckets",
            "30",
            "--as-of",
            "2026-03-31",
        ],
    );
    assert!(out.contains("d1_30,d31_plus"), "{out}");
    let broken = ProgramFolder::with_files(&[
        ("main.tegoed", &bad_lines(1)),
        ("tegoed.toml", "color = \"always\"\n"),
    ]);
    assert!(broken.run_in("", &["check"]).1.contains('\u{1b}'));
    assert!(
        !broken
            .run_in("", &["check", "--color", "never"])
            .1
            .contains('\u{1b}')
    );
}

const EXPORT_TABLES: [&str; 10] = [
    "aging.csv",
    "allocations.csv",
    "contacts.csv",
    "customers.csv",
    "invoices.csv",
    "items.csv",
    "lines.csv",
    "schema.sql",
    "transactions.csv",
    "vat.csv",
];

#[test]
fn export_writes_every_table_or_none() {
    let room = ProgramFolder::with_files(&[("main.tegoed", ONE_INVOICE)]);
    let words = ["export", "csv", "--out", "tables", "--as-of", "2026-03-31"];
    let (code, out, error) = room.run_in("", &words);
    assert_eq!((code, out.as_str(), error.as_str()), (0, "", ""));
    let folder = room.folder.path().join("tables");
    let names = || {
        let mut names: Vec<String> = fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    };
    assert_eq!(names(), EXPORT_TABLES);
    assert!(room.read_file("tables/items.csv").contains("121.00"));
    for name in &EXPORT_TABLES[..6] {
        fs::remove_file(folder.join(name)).unwrap();
    }
    let (code, _, error) = room.run_in("", &words);
    assert_eq!(code, 2);
    assert!(error.contains("transactions.csv exists already"), "{error}");
    assert_eq!(names(), EXPORT_TABLES[6..]);
    assert_eq!(room.run_in("", &[&words[..], &["--force"]].concat()).0, 0);
    assert_eq!(names(), EXPORT_TABLES);
}

#[test]
fn export_for_a_spreadsheet_has_its_punctuation() {
    let room = ProgramFolder::with_files(&[("main.tegoed", ONE_INVOICE)]);
    let words = [
        "export",
        "csv",
        "--out",
        "t",
        "--dialect",
        "excel-nl",
        "--as-of",
        "2026-03-31",
    ];
    assert_eq!(room.run_in("", &words).0, 0);
    let items = room.read_file("t/items.csv");
    assert!(
        items.starts_with('\u{feff}') && items.contains("121,00"),
        "{items}"
    );
    assert!(!room.folder.path().join("t/schema.sql").exists());
}

const FOR_A_SPREADSHEET: &str = "\
format 1

business
  name: Smederij Aambeeld
  language: en

customer @007
  name: Dock 7
  kind: business
  phone: +32 3 555 12 34
  vat-id: NL123456782B01
  terms: 30 days
customer @true
  name: -True & Co
  terms: 30 days

2026-01-05 invoice #0012 @007 400.00 vat 21% | =1+1
  order: 00450
2026-01-06 invoice #1E5 @007 60.50 vat 21% | 3-4
2026-01-07 invoice #2026-01 @true 90.50 vat 21% | Two parts
  due: 45.00 on 2026-02-01
  due: 45.50 on 2026-03-01
2026-01-08 credit #00C for #0012 40.00 | -10%
2026-01-09 phone @007 #0012 | Will pay
";

#[test]
fn identifiers_survive_a_spreadsheet_and_programs_get_them_as_they_are() {
    let room = ProgramFolder::with_files(&[("main.tegoed", FOR_A_SPREADSHEET)]);
    let export = ["export", "csv", "--as-of", "2026-02-15", "--out"];
    let dialect = ["t", "--dialect", "excel-nl"];
    assert_eq!(room.run_in("", &[&export[..], &dialect].concat()).0, 0);
    assert_eq!(room.run_in("", &[&export[..], &["p"]].concat()).0, 0);
    let has = |file: &str, line: &str| {
        let text = room.read_file(file);
        assert!(text.contains(line), "{line}\n{text}");
    };
    has("t/invoices.csv", "Factuur;Klant;Naam;Factuurdatum;");
    has(
        "t/invoices.csv",
        "\"=\"\"0012\"\"\";\"=\"\"007\"\"\";Dock 7;2026-01-05;2026-02-04;vervallen;EUR;400,00;360,00;",
    );
    has("t/invoices.csv", ";\"=\"\"00450\"\"\";");
    has(
        "t/invoices.csv",
        "\"=\"\"2026-01\"\"\";\"=\"\"true\"\"\";'-True & Co;",
    );
    has("t/items.csv", "\"=\"\"2026-01\"\"\";1 van 2;");
    has("t/customers.csv", ";\"=\"\"+32 3 555 12 34\"\"\";");
    has("t/customers.csv", ";\"=\"\"NL123456782B01\"\"\";");
    has("t/transactions.csv", ";'-10%;EUR;;40,00;");
    has("t/transactions.csv", "2026-01-08;creditnota;");
    has("t/contacts.csv", "2026-01-09;telefoon;");
    // Programs read keys and codes, and telephone numbers without a quote; free text keeps its guard.
    has(
        "p/invoices.csv",
        "0012,007,Dock 7,2026-01-05,2026-02-04,overdue,EUR,400.00,360.00,",
    );
    has("p/items.csv", "2026-01,1/2,true,");
    has("p/customers.csv", ",+32 3 555 12 34,");
    has("p/customers.csv", "true,'-True & Co,");
    has("p/transactions.csv", ",'=1+1,EUR,400.00,");
    // What was asked goes before the language of the dialect.
    let english = ["e", "--dialect", "excel-nl", "--lang", "en"];
    assert_eq!(room.run_in("", &[&export[..], &english].concat()).0, 0);
    has("e/invoices.csv", "Invoice;Customer;Name;");
}

/// What `sqlite3` says to some statements; `None` where it is not installed.
fn ask_sqlite(folder: &Path, statements: &str) -> Option<String> {
    let mut sqlite = Command::new("sqlite3")
        .arg("tables.db")
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .ok()?;
    sqlite
        .stdin
        .as_mut()?
        .write_all(statements.as_bytes())
        .ok()?;
    let done = sqlite.wait_with_output().ok()?;
    let told = String::from_utf8(done.stderr).ok()?;
    assert!(done.status.success() && told.is_empty(), "{told}");
    String::from_utf8(done.stdout).ok()
}

#[test]
fn a_database_takes_the_tables_in() {
    let room = ProgramFolder::with_files(&[("main.tegoed", FOR_A_SPREADSHEET)]);
    let export = ["export", "csv", "--as-of", "2026-02-15", "--out", "t"];
    assert_eq!(room.run_in("", &export).0, 0);
    let schema = room.read_file("t/schema.sql");
    for words in [
        "CREATE TABLE \"invoices\"",
        "\"amount\" DECIMAL(18, 2)",
        "\"invoice_date\" DATE",
        "\"d1_30\" DECIMAL(18, 2)",
        "\"order\" VARCHAR",
        "\"commission\" DECIMAL(18, 2)",
    ] {
        assert!(schema.contains(words), "{words}\n{schema}");
    }
    let tables = EXPORT_TABLES.iter();
    let tables = tables.filter_map(|name| name.strip_suffix(".csv"));
    let imports: Vec<String> = tables
        .map(|name| format!(".import --csv --skip 1 {name}.csv {name}\n"))
        .collect();
    let mut statements = schema + &imports.concat();
    statements += "\
SELECT printf('%.2f', sum(open)) FROM invoices;
SELECT printf('%.2f', sum(balance)) FROM aging;
SELECT printf('%.2f', sum(debit) - sum(credit)) FROM transactions;
SELECT invoice, count(*) FROM items GROUP BY invoice ORDER BY invoice;
SELECT code, printf('%.2f', sum(net)), printf('%.2f', sum(vat)) FROM vat GROUP BY code;
";
    let Some(said) = ask_sqlite(&room.folder.path().join("t"), &statements) else {
        return;
    };
    assert_eq!(
        said,
        "511.00\n511.00\n511.00\n0012|1\n1E5|1\n2026-01|2\n21%|422.31|88.69\n"
    );
}

#[test]
fn export_to_one_place() {
    let room =
        ProgramFolder::with_files(&[("main.tegoed", ONE_INVOICE), ("bad.tegoed", &bad_lines(1))]);
    let at = ["--as-of", "2026-03-31"];
    let run = |words: &[&str]| room.run_in("", &[&at[..], words].concat());
    let (code, json, _) = run(&["-f", "main.tegoed", "export", "json"]);
    assert_eq!(code, 0);
    assert!(
        json.contains("\"tables\":{") && json.contains("\"allocations\":"),
        "{json}"
    );
    assert_eq!(
        run(&["-f", "main.tegoed", "export", "json", "-o", "all.json"]).0,
        0
    );
    assert_eq!(room.read_file("all.json"), json);
    assert_eq!(
        run(&["-f", "main.tegoed", "export", "hledger", "--out", "h"]).0,
        0
    );
    assert!(
        room.read_file("h/export.journal")
            .contains("assets:receivable:jansen")
    );
    for refused in [
        &["export", "csv"][..],
        &["export", "json", "-O", "csv"],
        &["export", "json", "--out", "x", "-o", "y.json"],
        &["export", "hledger", "--dialect", "excel-nl"],
        &["export", "hledger", "--force", "-o", "main.tegoed"],
    ] {
        let (code, out, _) = run(&[&["-f", "main.tegoed"], refused].concat());
        assert_eq!((code, out.as_str()), (2, ""), "{refused:?}");
    }
    let (code, out, _) = run(&["-f", "bad.tegoed", "export", "json"]);
    assert_eq!((code, out.as_str()), (1, ""));
}

/// What `check` calls an error keeps every report from being printed, and nothing else does.
#[test]
fn reports_refuse_exactly_what_check_calls_an_error() {
    use tegoed::check::CheckScope;
    use tegoed::cli::files::disk::Disk;
    use tegoed::load::Roots;
    use tegoed::pipeline::{PipelineOptions, run};
    use tegoed::text::diagnostic::Severity;
    use tegoed::value::calendar::date_from_ymd;
    let mut files = 0;
    for folder in [
        "grammar/cases/invalid",
        "grammar/cases/valid",
        "tests/diagnostics",
    ] {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|end| end != "tegoed") {
                continue;
            }
            let errors = |reach| {
                let as_of = date_from_ymd(2200, 12, 31).unwrap();
                let roots = Roots::from_file(&path);
                let outcome = run(
                    &roots,
                    &Disk::default(),
                    PipelineOptions {
                        as_of,
                        scope: reach,
                    },
                )
                .unwrap();
                let all = outcome.findings.diagnostics.into_iter();
                all.filter(|found| found.kind.severity == Severity::Error)
                    .map(|found| (found.primary.span.start, found.kind.code))
                    .collect::<Vec<_>>()
            };
            assert_eq!(
                errors(CheckScope::Errors),
                errors(CheckScope::All),
                "{}",
                path.display()
            );
            files += 1;
        }
    }
    assert!(files > 300, "only {files} journals");
}
