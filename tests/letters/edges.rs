//! Names and numbers at the edge of what a journal may hold, in every form of letter; and journals that hold nothing.

use super::room::{LetterTestFolder, three_reminders_journal};
use super::shelf::BUSINESS;
use mailparse::{MailHeaderMap, ParsedMail, addrparse_header, parse_mail};
use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use tegoed::render::LETTER_MEDIA;

const LONG: usize = 300;

/// A business and a customer all of whose words have three hundred letters.
fn long_names_journal() -> String {
    let words = |letter: &str| letter.repeat(LONG);
    let business = BUSINESS.replace("Drukkerij Van Dam", &words("Ä"));
    let id = words("k");
    format!(
        "{business}
customer @{id}
  name: {name}
  attn: {attn}
  address: {street}
  address: 1411 AB {town}
  kind: business
  email: post@jansen.example

2026-01-05 invoice #{number} @{id} 1210.00 due 2026-02-04 | {about}
  order: {order}
",
        name = words("n"),
        attn = words("é"),
        street = words("s"),
        town = words("t"),
        number = words("7"),
        about = words("w"),
        order = words("o"),
    )
}

fn only_file(room: &LetterTestFolder) -> (String, Vec<u8>) {
    let names = room.written_files();
    let [name] = names.as_slice() else {
        panic!("one letter, not {names:?}");
    };
    let bytes = fs::read(room.path("uit").join(name)).expect("the letter");
    (name.clone(), bytes)
}

#[test]
fn words_of_three_hundred_letters_are_written_in_every_form() {
    for medium in LETTER_MEDIA {
        let room = LetterTestFolder::with_journal(&long_names_journal());
        let (code, _, error) = room.run_letters(&["--out", "uit", "--format", medium.name]);
        assert_eq!(code, 0, "{}", medium.name);
        // A code has no room for such a name, and that is said.
        let said = error.contains("has no code to scan: banks take a name");
        assert_eq!(said, medium.shows_payment_code, "{}: {error}", medium.name);
        assert!(said || error.is_empty(), "{error}");
        let (name, bytes) = only_file(&room);
        assert!(name.len() <= 120, "{name}");
        if medium.name == "pdf" {
            assert!(bytes.starts_with(b"%PDF-"));
            continue;
        }
        let said = String::from_utf8(bytes).expect("UTF-8");
        let said = match medium.name {
            "eml" => mail_of_long_names(&said),
            _ => said,
        };
        let said = said.replace(['\n', ' '], "");
        // A mail has no window with an address.
        let letters = match medium.name {
            "eml" => "Äé7wo",
            _ => "Änést7wo",
        };
        for letter in letters.chars().map(String::from) {
            let whole = said.contains(&letter.repeat(LONG));
            assert!(whole, "{} does not have all of {letter}", medium.name);
        }
    }
}

/// The text of the mail; its headers hold whole names, and no line is longer than a mail server takes.
fn mail_of_long_names(mail: &str) -> String {
    assert!(mail.lines().all(|line| line.len() <= 998));
    let parsed = parse_mail(mail.as_bytes()).expect("a mail");
    for (header, letter) in [("From", "Ä"), ("To", "n")] {
        let header = parsed.headers.get_first_header(header).expect("a header");
        let addresses = addrparse_header(header).expect("addresses");
        let only = addresses.extract_single_info().expect("one address");
        let name = only.display_name.expect("a name");
        let letters: String = name.chars().filter(|sign| sign.is_alphabetic()).collect();
        assert_eq!(letters, letter.repeat(LONG));
    }
    mail_text(&parsed)
}

fn mail_text(mail: &ParsedMail<'_>) -> String {
    if mail.ctype.mimetype == "text/plain" {
        return mail.get_body().expect("a text");
    }
    mail.subparts.iter().map(mail_text).collect()
}

/// Ids that are the same as far as a name of a file goes.
fn two_long_ids_journal() -> (String, [String; 2]) {
    let ids = ["1", "2"].map(|end| "a".repeat(200) + end);
    let mut text = BUSINESS.to_owned();
    for id in &ids {
        text += &format!(
            "\ncustomer @{id}\n  name: Firma\n  kind: business\n  email: a@firma.example\n\
             2026-01-05 invoice #{id} @{id} 121.00 due 2026-02-04 | Drukwerk\n",
        );
    }
    (text, ids)
}

#[test]
fn customers_whose_names_are_cut_never_share_a_file() {
    let (text, ids) = two_long_ids_journal();
    let room = LetterTestFolder::with_journal(&text);
    assert_eq!(room.run_letters(&["--out", "uit"]).0, 0);
    let names = room.written_files();
    assert_eq!(names.len(), 2);
    let letters = || -> Vec<String> {
        let read = |name| fs::read_to_string(room.path("uit").join(name)).expect("a letter");
        room.written_files().iter().map(read).collect()
    };
    let before = letters();
    // Alone, each has the file it had among others.
    for id in &ids {
        let (code, out, error) = room.run_letters(&["--out", "uit", "--only", id, "--force"]);
        assert_eq!((code, error.as_str()), (0, ""));
        assert!(out.ends_with(" stands as it is\n"), "{out}");
    }
    assert_eq!((room.written_files(), letters()), (names, before));
}

#[test]
fn a_customer_with_two_currencies_has_two_files_whose_names_stay() {
    let text = three_reminders_journal()
        + "2026-01-05 invoice #usd @jansen 900.00 USD due 2026-02-04 | Drukwerk\n";
    let room = LetterTestFolder::with_journal(&text);
    let only = ["--out", "uit", "--only", "jansen"];
    assert_eq!(room.run_letters(&only).0, 0);
    let names = [
        "2026-02-07-jansen-reminder-usd.txt",
        "2026-02-07-jansen-reminder.txt",
    ];
    assert_eq!(room.written_files(), names);
    // The letter in euros is answered; that in dollars is still the file it was.
    let answered = room.journal_text() + "2026-02-07 sent reminder #jansen via email\n";
    fs::write(room.path("main.tegoed"), answered).expect("the journal");
    let (code, out, error) = room.run_letters(&only);
    assert_eq!((code, error.as_str()), (0, ""));
    assert_eq!(
        out,
        "uit/2026-02-07-jansen-reminder-usd.txt stands as it is\n"
    );
}

#[test]
fn an_id_that_leads_elsewhere_writes_nothing() {
    for id in ["../weg", "/tmp/weg", "a/../../weg", ".."] {
        let text = three_reminders_journal().replace("@jansen", &format!("@{id}"));
        let room = LetterTestFolder::with_journal(&text);
        let (code, _, error) = room.run_letters(&["--out", "uit"]);
        assert_eq!(code, 1, "{id}");
        assert!(error.contains("main.tegoed:"), "{error}");
        assert!(room.written_files().is_empty());
        // What can be read of it gives letters of the others, all in that folder.
        room.run_letters(&["--out", "uit", "--even-so"]);
        let written = room.written_files();
        assert!(written.iter().all(|name| name.starts_with("2026-02-07-")));
        let beside = fs::read_dir(room.0.path()).expect("the folder").count();
        assert!(beside <= 2, "{id} wrote beside the folder");
        assert!(!room.path("../weg").exists());
    }
}

/// What one program or another takes for the end of a line.
const ENDS: [char; 7] = [
    '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}', '\0',
];

#[test]
fn a_line_end_in_a_name_is_refused_and_begins_nothing_of_its_own() {
    for end in ENDS {
        let name = format!("Firma{end}Bcc: iemand@elders.example");
        for key in ["Firma jansen", "Drukkerij Van Dam"] {
            let room =
                LetterTestFolder::with_journal(&three_reminders_journal().replace(key, &name));
            assert_eq!(room.run_letters(&["--out", "uit"]).0, 1, "{end:?}");
            assert!(room.written_files().is_empty(), "{end:?}");
            for medium in ["eml", "html", "text", "md", "pdf"] {
                room.run_letters(&["--out", "uit", "--even-so", "--format", medium]);
            }
            for file in room.written_files() {
                let bytes = fs::read(room.path("uit").join(&file)).expect("a letter");
                let form = Path::new(&file).extension().and_then(OsStr::to_str);
                if form == Some("eml") {
                    let mail = parse_mail(&bytes).expect("a mail");
                    assert!(mail.headers.get_first_value("Bcc").is_none(), "{end:?}");
                } else if form != Some("pdf") {
                    let text = String::from_utf8(bytes).expect("UTF-8");
                    assert!(!text.contains(end), "{end:?} stands in {file}");
                }
            }
        }
    }
}

#[test]
fn a_journal_that_holds_nothing_has_no_letters() {
    for text in ["", "format 1\n", BUSINESS] {
        let room = LetterTestFolder::with_journal(text);
        let (code, out, error) = room.run_letters(&["--out", "uit", "--record"]);
        assert_eq!((code, out.as_str(), error.as_str()), (0, "", ""), "{text}");
        assert!(!room.path("uit").exists());
        assert_eq!(room.journal_text(), text);
        assert_eq!(room.run_letters(&[]).0, 0);
    }
}
