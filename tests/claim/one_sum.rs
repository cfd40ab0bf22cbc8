//! What is asked of a customer is one sum, whoever says it: the claim but for its interest, a call, the work list, advice.

use super::figures::claim_answer;
use crate::reports::shelf::TestJournal;
use tegoed::report::shared::report_input::ReportOptions;

/// A consumer, a letter of 5 May (by mail, to 19 May) that announced 90.00 over 600.00, and entries.
fn journal(entries: &str) -> String {
    format!(
        "format 1\nbusiness\n  name: Bikes\n  policy: usual\npolicy usual\n  terms: 14 days\n\
         customer @ada\n  name: Ada\n  kind: consumer\n  email: a@ada.example\n2024-05-01 agreed @ada\n\
         2026-04-01 invoice #B7 @ada 600.00 due 2026-04-15\n\
         2026-05-05 sent final #B7 via email\n  costs: 90.00\n{entries}"
    )
}

fn invoice() -> ReportOptions {
    ReportOptions {
        invoices: vec!["B7".to_owned()],
        ..ReportOptions::default()
    }
}

/// What the claim asks without its interest, in cents.
fn claimed(book: &TestJournal) -> i128 {
    let claims = claim_answer(book, &invoice()).unwrap().claims;
    let interest = claims[0].rows.iter().filter(|row| row.rate.is_some());
    let interest: i128 = interest.map(|row| row.amount.0).sum();
    claims[0].total.0 - interest
}

#[test]
fn charges_above_what_is_owed_are_asked_nowhere() {
    let half_paid = "2026-05-06 costs #B7 90.00\n2026-05-10 payment #B7 400.00\n";
    for (entries, asked) in [
        // Nothing paid: the costs of the letter, in full.
        ("2026-05-20 costs #B7 90.00\n", "690.00"),
        // Written before the term was over, and 400.00 came inside it: 40.00 over what was left.
        (half_paid, "240.00"),
        // The same, but the books have the costs open, for the money came before them.
        (
            "2026-05-10 payment #B7 400.00\n2026-05-20 costs #B7 90.00\n",
            "240.00",
        ),
        // More than was announced, and a fee beside it.
        (
            "2026-05-20 costs #B7 90.00\n2026-05-21 fee #B7 25.00\n",
            "690.00",
        ),
        // What was waived was not owed.
        (
            "2026-05-10 payment #B7 400.00\n2026-05-20 costs #B7 90.00\n2026-05-21 waive #B7 50.00 costs\n",
            "240.00",
        ),
        // What is waived beyond that is given up.
        (
            "2026-05-10 payment #B7 400.00\n2026-05-20 costs #B7 90.00\n2026-05-21 waive #B7 70.00 costs\n",
            "220.00",
        ),
    ] {
        let book = TestJournal::from_text(&journal(entries), "2026-06-20");
        assert_eq!(
            claimed(&book),
            asked.replace('.', "").parse::<i128>().unwrap(),
            "{entries}"
        );
        let none = ReportOptions::default();
        let next = book.print_report("next", &none, "en", "csv");
        assert!(next.contains(&format!(",EUR,{asked},")), "{entries}{next}");
        let call = ReportOptions {
            subject: Some("ada".to_owned()),
            ..none
        };
        let call = book.print_report("call", &call, "en", "text");
        assert!(
            call.contains(&format!("\u{20ac}{asked} is still open")),
            "{entries}{call}"
        );
        let advice = book.print_report("advice", &invoice(), "en", "text");
        assert!(
            advice.contains(&format!("{asked} EUR, ")),
            "{entries}{advice}"
        );
    }
    // While the term runs none are owed yet.
    let book = TestJournal::from_text(&journal("2026-05-06 costs #B7 90.00\n"), "2026-05-10");
    assert_eq!(claimed(&book), 60_000);
    let call = ReportOptions {
        subject: Some("ada".to_owned()),
        ..ReportOptions::default()
    };
    let call = book.print_report("call", &call, "en", "text");
    assert!(call.contains("\u{20ac}600.00 is still open"), "{call}");
    assert!(
        call.contains("90.00 EUR of charges on #B7 that this customer does not owe"),
        "{call}"
    );
}
