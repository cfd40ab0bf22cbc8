//! The folder that letters are written to, and the journal that records them: what is refused, and what stays as it is.

use super::room::{LetterTestFolder, three_reminders_journal};
use std::fs;
use std::path::Path;
use std::process::Command;

const NAMES: [&str; 3] = [
    "2026-02-07-a..b-reminder.txt",
    "2026-02-07-jansen-reminder.txt",
    "2026-02-07-zon.ny-reminder.txt",
];

#[test]
fn each_letter_is_a_file_and_twice_does_nothing() {
    let room = LetterTestFolder::with_journal(&three_reminders_journal());
    let (code, _, error) = room.run_letters(&["--out", "uit", "--record"]);
    assert_eq!((code, error.as_str()), (0, ""));
    assert_eq!(room.written_files(), NAMES);
    let recorded = room.journal_text();
    assert_eq!(recorded.matches(" sent reminder #").count(), 3);
    let (code, out, error) = room.run_letters(&["--out", "uit", "--record"]);
    assert_eq!((code, out.as_str(), error.as_str()), (0, "", ""));
    assert_eq!(room.journal_text(), recorded);
}

#[test]
fn what_was_written_but_not_recorded_is_recorded_by_the_next_run() {
    let room = LetterTestFolder::with_journal(&three_reminders_journal());
    assert_eq!(room.run_letters(&["--out", "uit"]).0, 0);
    assert_eq!(room.journal_text(), three_reminders_journal());
    let (code, out, _) = room.run_letters(&["--out", "uit", "--record"]);
    assert_eq!(code, 0);
    assert_eq!(out.matches("stands as it is").count(), 3);
    assert_eq!(room.journal_text().matches(" sent reminder #").count(), 3);
}

#[test]
fn a_file_that_exists_keeps_its_letter_back_and_no_other() {
    let room = LetterTestFolder::with_journal(&three_reminders_journal());
    fs::create_dir(room.path("uit")).expect("a folder");
    fs::write(room.path("uit").join(NAMES[1]), "mine").expect("a file");
    let (code, _, error) = room.run_letters(&["--out", "uit", "--record"]);
    assert_eq!(code, 1);
    assert!(
        error.contains("to @jansen") && error.contains("exists already"),
        "{error}"
    );
    assert_eq!(
        fs::read_to_string(room.path("uit").join(NAMES[1])).expect("a file"),
        "mine"
    );
    assert_eq!(room.journal_text().matches(" sent reminder #").count(), 2);
    assert!(!room.journal_text().contains("sent reminder #jansen"));
}

#[test]
fn a_folder_that_cannot_be_made_is_an_error_of_the_world() {
    let room = LetterTestFolder::with_journal(&three_reminders_journal());
    fs::write(room.path("uit"), "a file").expect("a file");
    let (code, _, error) = room.run_letters(&["--out", "uit", "--record"]);
    assert_eq!(code, 3);
    assert!(error.contains("cannot make uit"), "{error}");
    assert_eq!(room.journal_text(), three_reminders_journal());
}

#[test]
fn a_disk_that_refuses_one_letter_records_the_others() {
    let room = LetterTestFolder::with_journal(&three_reminders_journal());
    // A folder where the second letter should stand: nothing can be written there.
    fs::create_dir_all(room.path("uit").join(NAMES[1])).expect("a folder");
    let (code, _, error) = room.run_letters(&["--out", "uit", "--record", "--force"]);
    assert_eq!(code, 3, "{error}");
    assert!(error.contains("it is a directory"), "{error}");
    assert_eq!(room.journal_text().matches(" sent reminder #").count(), 2);
}

#[test]
fn no_letter_goes_over_the_journal() {
    let room = LetterTestFolder::with_journal(&three_reminders_journal());
    fs::create_dir(room.path("uit")).expect("a folder");
    fs::hard_link(room.path("main.tegoed"), room.path("uit").join(NAMES[0])).expect("a link");
    let (code, _, error) = room.run_letters(&["--out", "uit", "--force"]);
    assert_eq!(code, 2, "{error}");
    assert_eq!(room.journal_text(), three_reminders_journal());
}

#[test]
fn an_enclosure_that_is_not_there_stops_its_letter() {
    let text = three_reminders_journal().replacen(
        "| Drukwerk\n",
        "| Drukwerk\n  document: facturen/een.pdf\n",
        1,
    );
    let room = LetterTestFolder::with_journal(&text);
    let (code, _, error) = room.run_letters(&["--out", "uit"]);
    assert_eq!(code, 1);
    assert!(
        error.contains("facturen/een.pdf (Kopie factuur a..b) cannot be enclosed"),
        "{error}"
    );
    assert_eq!(room.written_files(), NAMES[1..]);
    assert_eq!(room.run_letters(&["--out", "uit", "--no-enclosures"]).0, 0);
    fs::remove_file(room.path("uit").join(NAMES[0])).expect("it was written");
    fs::create_dir(room.path("facturen")).expect("a folder");
    fs::write(room.path("facturen/een.pdf"), "PDF").expect("a file");
    assert_eq!(room.run_letters(&["--out", "uit"]).0, 0);
    let letter = fs::read_to_string(room.path("uit").join(NAMES[0])).expect("a letter");
    assert!(
        letter.contains("Bijlagen:\n- Kopie factuur a..b\n"),
        "{letter}"
    );
}

#[test]
fn an_enclosure_outside_the_folder_of_the_journal_is_never_sent() {
    let outside = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    for path in [
        "../geheim.pdf",
        "facturen/../../geheim.pdf",
        outside,
        "link.pdf",
    ] {
        let document = format!("| Drukwerk\n  document: {path}\n");
        let room = LetterTestFolder::with_journal(&three_reminders_journal().replacen(
            "| Drukwerk\n",
            &document,
            1,
        ));
        std::os::unix::fs::symlink(outside, room.path("link.pdf")).expect("a link");
        for form in ["text", "eml"] {
            let (code, _, error) = room.run_letters(&["--out", "uit", "--format", form, "--force"]);
            assert_eq!(code, 1, "{path}");
            assert!(
                error.contains("outside the folder of the journal"),
                "{error}"
            );
        }
        assert!(!room.path("uit").join(NAMES[0]).exists(), "{path}");
    }
}

#[test]
fn lines_that_are_added_end_as_the_others_do() {
    let room = LetterTestFolder::with_journal(&three_reminders_journal().replace('\n', "\r\n"));
    assert_eq!(room.run_letters(&["--out", "uit", "--record"]).0, 0);
    let after = room.journal_text();
    assert_eq!(after.matches('\n').count(), after.matches("\r\n").count());
    let hash = after.split("x-sha256: ").nth(1).expect("a fingerprint");
    assert_eq!(hash.split("\r\n").next().expect("a line").len(), 64);
}

#[test]
fn a_journal_on_standard_input_is_not_recorded() {
    let room = LetterTestFolder::with_journal(&three_reminders_journal());
    let file = fs::File::open(room.path("main.tegoed")).expect("the journal");
    let output = Command::new(env!("CARGO_BIN_EXE_tegoed"))
        .current_dir(room.0.path())
        .args([
            "letters",
            "-f",
            "-",
            "--out",
            "uit",
            "--record",
            "--as-of",
            "2026-02-07",
        ])
        .stdin(file)
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(room.journal_text(), three_reminders_journal());
}

#[test]
fn a_journal_with_errors_gives_no_letters() {
    let room = LetterTestFolder::with_journal(
        &(three_reminders_journal() + "2026-01-06 invoice #x @nobody 10.00 due 2026-02-04\n"),
    );
    assert_eq!(room.run_letters(&["--out", "uit"]).0, 1);
    assert!(!Path::new(&room.path("uit")).exists());
}

#[test]
fn a_letter_that_went_out_is_never_written_over() {
    let room = LetterTestFolder::with_journal(&three_reminders_journal());
    assert_eq!(room.run_letters(&["--out", "uit", "--record"]).0, 0);
    let sent = fs::read(room.path("uit").join(NAMES[1])).expect("a letter");
    // What was delivered is told otherwise now, so that the letter would be another one.
    let changed = room
        .journal_text()
        .replace("| Drukwerk", "| Visitekaartjes");
    fs::write(room.path("main.tegoed"), &changed).expect("the journal");
    for words in [
        &["--out", "uit", "--force"][..],
        &["--out", "uit", "--force", "--record"],
        &["--out", "uit"],
    ] {
        let words: Vec<&str> = [&["reminder", "jansen"], words].concat();
        let (code, out, error) = room.run_letters(&words);
        assert_eq!((code, out.as_str()), (1, ""), "{words:?}");
        assert!(error.contains("went out on 2026-02-07"), "{error}");
        assert_eq!(
            fs::read(room.path("uit").join(NAMES[1])).expect("a letter"),
            sent
        );
        assert_eq!(room.journal_text(), changed);
    }
    // Moved, it is known by its fingerprint.
    fs::create_dir(room.path("ander")).expect("a folder");
    fs::write(room.path("ander").join(NAMES[1]), &sent).expect("a copy");
    let (code, _, error) = room.run_letters(&["reminder", "jansen", "--out", "ander", "--force"]);
    assert_eq!(code, 1, "{error}");
    assert_eq!(
        room.run_letters(&["reminder", "jansen", "--out", "leeg", "--force"])
            .0,
        0
    );
}

#[test]
fn drafts_of_an_older_journal_say_so_and_are_not_recorded() {
    let room = LetterTestFolder::with_journal(&three_reminders_journal());
    assert_eq!(room.run_letters(&["--out", "uit"]).0, 0);
    // Since then: one has paid, one is called otherwise, and money of a later day came in from the third.
    let changed = three_reminders_journal().replace("Firma a..b", "Firma A. B.")
        + "2026-02-06 payment #jansen 121.00\n2026-02-08 payment #zon.ny 121.00\n";
    fs::write(room.path("main.tegoed"), &changed).expect("the journal");
    let (code, out, error) = room.run_letters(&["--out", "uit", "--record"]);
    assert_eq!(code, 1, "{error}");
    assert!(
        error
            .contains("to @a..b: uit/2026-02-07-a..b-reminder.txt exists already, and is not what"),
        "{error}"
    );
    assert!(
        error.contains(
            "to @jansen: uit/2026-02-07-jansen-reminder.txt was drafted from an older journal"
        ),
        "{error}"
    );
    assert!(
        out.starts_with("uit/2026-02-07-zon.ny-reminder.txt stands as it is\n"),
        "{out}"
    );
    assert_eq!(room.journal_text().matches(" sent reminder #").count(), 1);
    assert!(room.journal_text().contains(" sent reminder #zon.ny"));
    // Drafted anew, the second is recorded; the first is told until its draft is gone.
    let (code, _, error) = room.run_letters(&["--out", "uit", "--record", "--force"]);
    assert_eq!(
        (code, error.matches("no letter").count()),
        (1, 1),
        "{error}"
    );
    assert!(room.journal_text().contains(" sent reminder #a..b"));
    assert_eq!(
        room.run_letters(&["--out", "uit", "--record", "--only", "zon.ny"])
            .0,
        0
    );
    fs::remove_file(room.path("uit").join(NAMES[1])).expect("the draft");
    let (code, out, error) = room.run_letters(&["--out", "uit", "--record"]);
    assert_eq!((code, out.as_str(), error.as_str()), (0, "", ""));
}

/// Runs the program on a terminal of its own and answers all that would be seen there.
fn run_on_terminal(room: &LetterTestFolder, line: &str) -> Option<String> {
    let line = format!("{} {line}", env!("CARGO_BIN_EXE_tegoed"));
    let run = Command::new("script")
        .args(["-qec", &line, "/dev/null"])
        .current_dir(room.0.path())
        .env("TERM", "xterm")
        .stdin(std::process::Stdio::null())
        .output();
    let Ok(output) = run else {
        let required = std::env::var_os("TEGOED_REQUIRE_TOOLS").is_some();
        assert!(!required, "script is required and not installed");
        return None;
    };
    assert!(output.status.success());
    Some(String::from_utf8(output.stdout).expect("UTF-8"))
}

#[test]
fn who_watches_many_letters_sees_how_many_are_done() {
    let mut text = three_reminders_journal();
    for id in 1..=12 {
        text += &format!(
            "customer @c{id}\n  name: Firma {id}\n  kind: business\n  email: c@firma.example\n\
             2026-01-05 invoice #{id} @c{id} 121.00 vat 21% due 2026-02-04 | Drukwerk\n",
        );
    }
    let room = LetterTestFolder::with_journal(&text);
    let words = "letters --as-of 2026-02-07 -f main.tegoed";
    let Some(seen) = run_on_terminal(&room, &format!("{words} --out uit 2>&1")) else {
        return;
    };
    for done in ["letters: 0 of 15", "letters: 14 of 15"] {
        assert!(seen.contains(done), "{seen}");
    }
    // Each count gives way to the line that follows it, and none is left behind.
    assert_eq!(seen.matches("letters: ").count(), 15);
    assert_eq!(seen.matches("\r\u{1b}[Kwrote uit/").count(), 15, "{seen:?}");
    assert!(seen.ends_with("-reminder.txt\r\n"), "{seen:?}");
    // Into a file, to a pipe, and for a few letters nobody is told.
    let (_, _, error) = room.run_letters(&["--out", "weer"]);
    assert_eq!(error, "");
    let few = run_on_terminal(&room, &format!("{words} --out een --only c1"));
    assert!(!few.expect("it ran before").contains("letters: "));
}

/// Two customers by mail, one by post, one by both, one by telephone alone.
const BY_CHANNEL: &str = "format 1

business
  name: Timmerwerk De Zaag
  address: Werfstraat 3
  address: 8011 XA Zwolle
  iban: NL91ABNA0417164300
  email: kantoor@dezaag.example
  language: nl

policy mail
  terms: 30 days
  stage: reminder 3 days after due via email phone
policy brief
  terms: 30 days
  stage: reminder 3 days after due via post
policy beide
  terms: 30 days
  stage: reminder 3 days after due via post email

customer @a
  name: A B.V.
  kind: business
  email: a@a.example
  policy: mail
customer @b
  name: B B.V.
  kind: business
  address: Brug 1
  address: 1234 AB Burg
  policy: brief
customer @c
  name: C B.V.
  kind: business
  email: c@c.example
  address: Kade 1
  address: 1234 AB Kerk
  policy: beide

2026-01-05 invoice #1 @a 242.00 vat 21% | Kozijn
  document: facturen/1.pdf
2026-01-05 invoice #2 @b 242.00 vat 21% | Kozijn
2026-01-05 invoice #3 @c 242.00 vat 21% | Kozijn
";

#[test]
fn each_letter_is_written_in_the_form_of_the_way_it_goes() {
    use mailparse::MailHeaderMap;
    let room = LetterTestFolder::with_journal(BY_CHANNEL);
    let folder = room.path("facturen");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("1.pdf"), b"%PDF-1.7 copy").unwrap();
    let (code, said, error) =
        room.run_letters(&["--out", "uit", "--format", "channel", "--record"]);
    assert_eq!((code, error.as_str()), (0, ""), "{said}");
    assert_eq!(
        room.written_files(),
        [
            "2026-02-07-a-reminder.eml",
            "2026-02-07-b-reminder.pdf",
            "2026-02-07-c-reminder.eml",
            "2026-02-07-c-reminder.pdf",
        ]
    );
    let mail = fs::read(room.path("uit/2026-02-07-a-reminder.eml")).unwrap();
    let mail = mailparse::parse_mail(&mail).unwrap();
    assert!(
        mail.headers
            .get_first_value("To")
            .unwrap()
            .contains("a@a.example")
    );
    let attached = mail.parts().filter_map(|part| {
        let about = part.get_content_disposition();
        about.params.get("filename").cloned()
    });
    assert_eq!(attached.collect::<Vec<_>>(), ["1.pdf"]);
    let journal = room.journal_text();
    assert_eq!(journal.matches(" sent reminder ").count(), 3, "{journal}");
    assert!(
        journal.contains("document: uit/2026-02-07-c-reminder.pdf"),
        "{journal}"
    );
    // Given again, it finds all of it as it is.
    let (code, said, error) = room.run_letters(&["--out", "uit", "--format", "channel"]);
    assert_eq!((code, error.as_str(), said.as_str()), (0, "", ""));
    // Printed, it would be several files.
    let (code, _, error) = room.run_letters(&["--format", "channel", "reminder", "a"]);
    assert_eq!(code, 2, "{error}");
    let (code, _, error) = room.run_letters(&["--out", "uit", "--format", "fax"]);
    assert!(code == 2 && error.contains("channel"), "{error}");
}

#[test]
fn without_a_language_the_country_decides_and_it_is_told() {
    let room = LetterTestFolder::with_journal(&BY_CHANNEL.replace("  language: nl\n", ""));
    let (code, said, error) = room.run_letters(&["--out", "uit", "--no-enclosures"]);
    assert_eq!(code, 0, "{said}{error}");
    assert_eq!(
        error,
        "note: nothing says in which language to write to @a, @b, @c: letters are in `nl`, the language of the country; \
         write `language:` under `business`\n"
    );
    let letter = fs::read_to_string(room.path("uit/2026-02-07-a-reminder.txt")).unwrap();
    assert!(letter.contains("Geachte"), "{letter}");
}

#[test]
fn the_file_of_a_letter_says_its_form_and_no_other_is_taken() {
    let room = LetterTestFolder::with_journal(&three_reminders_journal());
    let one = |more: &[&str]| room.run_letters(&[&["reminder", "jansen"], more].concat());
    for (name, begins) in [
        ("a.pdf", "%PDF-"),
        ("a.html", "<!"),
        ("a.eml", "From:"),
        ("a.txt", "Drukkerij"),
    ] {
        let (code, out, error) = one(&["-o", name]);
        assert_eq!((code, &*out), (0, ""), "{name}: {error}");
        let bytes = fs::read(room.path(name)).expect("a file");
        let text = String::from_utf8_lossy(&bytes);
        assert!(text.contains(begins), "{name}: {text}");
    }
    for (words, found) in [
        (&["-o", "b.csv"][..], "`csv`"),
        (&["-o", "b.json"], "`json`"),
        (&["-O", "csv"], "`csv`"),
        (&["-O", "json", "-o", "b.pdf"], "`json`"),
        (&["--format", "html", "-o", "b.pdf"], "one form of a letter"),
    ] {
        let (code, out, error) = one(words);
        assert_eq!((code, &*out), (2, ""), "{words:?}: {error}");
        assert!(
            error.contains(found) && error.contains("help"),
            "{words:?}: {error}"
        );
    }
    assert!(!room.path("b.pdf").exists() && !room.path("b.csv").exists());
    // A list has the forms of reports.
    assert!(
        room.run_letters(&["-O", "csv"])
            .1
            .starts_with("customer,name,")
    );
}

#[test]
fn the_owner_is_told_what_to_look_at_before_letters_go() {
    let text = three_reminders_journal()
        + "2026-02-05 payment unknown 121.00 | Overschrijving\n2026-01-06 invoice #T1 @jansen 99.00 vat 21% due 2026-02-03\n2026-02-05 payment unknown 99.00\n";
    let room = LetterTestFolder::with_journal(&text);
    for words in [&[][..], &["--out", "uit"]] {
        let (code, _, error) = room.run_letters(words);
        assert_eq!(code, 0, "{error}");
        // Three invoices are open for 121.00, and one for 99.00.
        assert_eq!(error.matches("nobody knows who paid").count(), 1, "{error}");
        assert!(
            error.contains("the 99.00 of 2026-02-05, and #T1 of @jansen"),
            "{error}"
        );
    }
    let abroad = three_reminders_journal().replace(
        "  name: Firma zon.ny\n",
        "  name: Firma zon.ny\n  country: DE\n",
    );
    let room = LetterTestFolder::with_journal(&abroad);
    assert!(room.run_letters(&[]).2.contains("to @zon.ny, name no BIC"));
    let with = abroad.replace("  language: nl\n", "  language: nl\n  bic: ABNANL2A\n");
    assert_eq!(LetterTestFolder::with_journal(&with).run_letters(&[]).2, "");
}
