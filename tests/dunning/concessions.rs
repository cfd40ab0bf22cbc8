//! What was conceded in a dispute stays conceded when another dispute follows, until a credit note is there.

use super::rules::{LADDER, report_rows};
use crate::journals::{MemoryFiles, error_findings};
use crate::reports::shelf::{TestJournal, parse_day};
use tegoed::report::shared::report_input::ReportOptions;

/// Due on 4 February.
const INVOICE: &str = "2026-01-05 invoice #7 @k 600.00 due 2026-02-04\n";

/// What of the invoice is not asked, and what holds it.
fn kept_back(entries: &str) -> [String; 2] {
    let text = format!("{INVOICE}{entries}");
    let columns = ["not_asked", "hold"];
    let rows = report_rows(&text, "stages", "2026-04-20", &columns);
    [rows[0][0].clone(), rows[0][1].clone()]
}

/// The amounts of the credit notes that the work list asks for.
fn notes_wanted(entries: &str) -> Vec<String> {
    let text = format!("{INVOICE}{entries}");
    let rows = report_rows(&text, "next", "2026-04-20", &["action", "amount"]);
    let notes = rows.into_iter().filter(|row| row[0] == "credit-note");
    notes.map(|row| row[1].clone()).collect()
}

const FIRST: &str = "2026-02-10 dispute #7 35.00\n2026-02-12 resolve #7 upheld 15.00\n";
const SECOND: &str = "2026-02-16 dispute #7 90.00\n";

#[test]
fn another_dispute_leaves_a_concession_standing() {
    let ends = [
        ("", "105.00", "dispute+conceded"),
        ("2026-02-18 resolve #7 rejected\n", "15.00", "conceded"),
        ("2026-02-18 resolve #7 withdrawn\n", "15.00", "conceded"),
        ("2026-02-18 resolve #7 settled 40.00\n", "55.00", "conceded"),
        ("2026-02-18 resolve #7 upheld\n", "105.00", "conceded"),
    ];
    for (end, amount, hold) in ends {
        let kept = kept_back(&format!("{FIRST}{SECOND}{end}"));
        assert_eq!(kept, [amount, hold], "{end}");
    }
    let wanted = notes_wanted(&format!(
        "{FIRST}{SECOND}2026-02-18 resolve #7 settled 40.00\n"
    ));
    assert_eq!(wanted, ["15.00", "40.00"]);
    let wanted = notes_wanted(&format!("{FIRST}{SECOND}2026-02-18 resolve #7 rejected\n"));
    assert_eq!(wanted, ["15.00"]);
}

#[test]
fn a_credit_note_answers_the_oldest_concession_first() {
    let both = format!("{FIRST}{SECOND}2026-02-18 resolve #7 settled 40.00\n");
    let notes = [
        // Before the second dispute a note can only be about the first.
        ("2026-02-14 credit #C1 for #7 20.00\n", "40.00"),
        ("2026-03-02 credit #C1 for #7 15.00\n", "40.00"),
        ("2026-03-02 credit #C1 for #7 10.00\n", "40.00"),
        ("2026-03-02 credit #C1 for #7 40.00\n", "15.00"),
        ("2026-03-02 credit #C1 for #7 55.00\n", ""),
        (
            "2026-03-02 credit #C1 for #7 15.00\n2026-03-03 credit #C2 for #7 40.00\n",
            "",
        ),
        ("2026-02-03 credit #C1 for #7 15.00\n", "55.00"),
    ];
    for (note, left) in notes {
        assert_eq!(kept_back(&format!("{both}{note}"))[0], left, "{note}");
    }
}

/// A dispute of all that the concession leaves stops the letters; an invoice of which all was conceded as well.
#[test]
fn what_is_left_beside_a_concession_may_be_all() {
    let rest = kept_back(&format!("{FIRST}2026-02-16 dispute #7 585.00\n"));
    assert_eq!(rest, ["600.00", "dispute+conceded"]);
    let all = kept_back(&format!("{FIRST}2026-02-16 dispute #7\n"));
    assert_eq!(all, ["600.00", "dispute+conceded"]);
    let ended = "2026-02-16 dispute #7\n2026-02-18 resolve #7 upheld\n";
    assert_eq!(
        kept_back(&format!("{FIRST}{ended}")),
        ["600.00", "conceded"]
    );
}

/// Of two ends of one dispute the last counts; one without a dispute ends nothing.
#[test]
fn a_resolve_ends_the_dispute_before_it() {
    let twice = format!("{FIRST}2026-02-13 resolve #7 settled 25.00\n");
    assert_eq!(kept_back(&twice)[0], "25.00");
    assert_eq!(kept_back("2026-02-12 resolve #7 upheld 15.00\n")[0], "");
}

/// An amount in another currency than the invoice is as good as none.
#[test]
fn amounts_in_another_currency_are_not_reckoned() {
    let kept = |entries: &str| {
        let text = format!("{LADDER}{INVOICE}{entries}");
        let files = MemoryFiles::single(text);
        let day = parse_day("2026-04-20");
        let book = TestJournal::read_with_errors(files, "main.tegoed", day);
        let errors: Vec<_> = error_findings(&book.outcome).collect();
        assert!(
            errors.iter().all(|found| found.kind.code == "A007"),
            "{entries}"
        );
        assert_eq!(errors.len(), 1, "{entries}");
        book.print_report("stages", &ReportOptions::default(), "en", "csv")
    };
    let disputed = kept("2026-02-10 dispute #7 3500 JPY\n");
    assert!(disputed.contains("dispute"), "{disputed}");
    let plain = kept("2026-02-10 dispute #7 9.00\n2026-02-12 resolve #7 settled 300 JPY\n");
    assert!(!plain.contains("conceded"), "{plain}");
    let promised = kept("2026-04-10 promise #7 60000 JPY by 2026-04-30\n");
    assert!(promised.contains("promise"), "{promised}");
    let parts = "  due: 500.00 on 2026-04-01\n  due: 10000 JPY on 2026-05-20\n";
    let planned = kept(&format!("2026-03-10 plan #7\n{parts}"));
    assert!(planned.contains("100.00"), "{planned}");
}
