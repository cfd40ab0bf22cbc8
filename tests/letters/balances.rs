//! Letters with a fee, beside a `balance` that was written before them: what the journal cannot know is not written.

use super::room::LetterTestFolder;
use super::shelf::BUSINESS;

/// Two customers whose reminder costs 17.50, and the balances that were read from the bookkeeping.
fn journal_with_balances(balances: &str) -> String {
    let mut text = format!(
        "{BUSINESS}  policy: kort\n\npolicy kort\n  terms: 30 days\n\
         \x20 stage: reminder 3 days after due deadline 7 days via email fee 17.50\n\n"
    );
    for id in ["iris", "kade"] {
        text += &format!(
            "customer @{id}\n  name: Firma {id}\n  kind: business\n  email: {id}@firma.example\n\
             2026-01-02 agreed @{id}\n\
             2026-01-05 invoice #{id} @{id} 242.00 vat 21% due 2026-02-04 | Folders\n",
        );
    }
    text + balances
}

const IRIS: &str = "2026-02-07-iris-reminder.txt";
const KADE: &str = "2026-02-07-kade-reminder.txt";

/// Writes and records the letters of 7 February; answers how it ended, what it said, and which files there are.
fn record(room: &LetterTestFolder) -> (i32, String, Vec<String>) {
    let (code, _, error) = room.run_letters(&["--out", "uit", "--record"]);
    (code, error, room.written_files())
}

#[test]
fn a_balance_of_the_day_keeps_back_the_letter_whose_fee_it_does_not_count() {
    let text = journal_with_balances("2026-02-07 balance @iris 242.00\n");
    let room = LetterTestFolder::with_journal(&text);
    let (code, error, files) = record(&room);
    assert_eq!((code, files), (1, vec![KADE.to_owned()]));
    let line = text.lines().count();
    assert_eq!(
        error,
        format!(
            "no letter `reminder` to @iris: the balance of 2026-02-07 (main.tegoed:{line}) leaves no room for the \
             fee of 17.50; write the letter as of a later day, or correct that balance\n"
        )
    );
    assert!(!room.journal_text().contains("sent reminder #iris"));
    assert!(room.journal_text().contains("fee #kade 17.50"));
    assert_eq!(room.run_letters(&["--out", "uit", "--record"]).0, 1);
}

#[test]
fn so_does_every_later_balance_and_that_of_all_customers_together() {
    for balances in [
        "2026-02-07 balance 484.00\n",
        "2026-02-09 balance 484.00\n2026-03-31 balance 484.00\n",
    ] {
        let text = journal_with_balances(balances);
        let room = LetterTestFolder::with_journal(&text);
        let (code, error, files) = record(&room);
        assert_eq!((code, files), (1, Vec::new()), "{error}");
        assert_eq!(room.journal_text(), text);
        for id in ["@iris", "@kade"] {
            assert!(error.contains(id), "{error}");
        }
    }
}

#[test]
fn a_balance_before_the_letter_or_with_its_fee_keeps_nothing_back() {
    for balances in [
        "2026-02-06 balance @iris 242.00\n",
        "2026-03-31 note | x\n",
        "2026-02-06 balance 484.00\n",
    ] {
        let room = LetterTestFolder::with_journal(&journal_with_balances(balances));
        let (code, error, files) = record(&room);
        assert_eq!((code, error.as_str()), (0, ""), "{balances}");
        assert_eq!(files, [IRIS, KADE]);
    }
}

#[test]
fn nothing_is_written_where_the_journal_cannot_be_added_to() {
    let room = LetterTestFolder::with_journal(&journal_with_balances(""));
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_tegoed"))
        .current_dir(room.0.path())
        .args([
            "letters",
            "-f",
            "-",
            "--as-of",
            "2026-02-07",
            "--out",
            "uit",
            "--record",
        ])
        .env_remove("TEGOED_FILE")
        .stdin(std::fs::File::open(room.path("main.tegoed")).expect("the journal"))
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(room.written_files(), Vec::<String>::new());
}

#[test]
fn what_was_written_and_could_not_be_recorded_is_said() {
    let text = journal_with_balances("");
    let room = LetterTestFolder::with_journal(&text);
    std::fs::hard_link(room.path("main.tegoed"), room.path("kopie.tegoed")).expect("a link");
    let (code, error, files) = record(&room);
    assert_eq!((code, files.len()), (3, 2));
    for words in [
        "2 letters are written and not recorded",
        "hard links",
        "records it",
    ] {
        assert!(error.contains(words), "{error}");
    }
    assert_eq!(room.journal_text(), text);
    std::fs::remove_file(room.path("kopie.tegoed")).expect("a file");
    let (code, error, files) = record(&room);
    assert_eq!((code, error.as_str(), files.len()), (0, "", 2));
    assert_eq!(room.journal_text().matches(" sent reminder #").count(), 2);
}
