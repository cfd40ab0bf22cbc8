//! Credit limits and trials: what a page says of them, and when a check speaks up.

use crate::reports::shelf::TestJournal;
use tegoed::report::shared::report_input::ReportOptions;

const HEAD: &str = "\
format 1

policy standard
  terms: 30 days
  bank-buffer: 2 days

business
  policy: standard

customer @vos
  name: Fietsenmaker Vos
  kind: business
  credit-limit: 2000.00
  trial: 3 months limit 1000.00

";

/// The lines of `behaviour vos` about limits.
fn limit_lines(entries: &str, as_of: &str) -> Vec<String> {
    let book = TestJournal::from_text(&format!("{HEAD}{entries}"), as_of);
    let ask = ReportOptions {
        subject: Some("vos".to_owned()),
        ..ReportOptions::default()
    };
    let pages = ["behaviour", "show"].map(|report| {
        let text = book.print_report(report, &ask, "en", "text");
        let about = |line: &&str| {
            ["Credit", "Above", "Trial"]
                .iter()
                .any(|it| line.starts_with(it))
        };
        let lines = text.lines().filter(about);
        lines
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect()
    });
    let [behaviour, show]: [Vec<String>; 2] = pages;
    assert_eq!(behaviour, show);
    behaviour
}

const FIRST: &str = "2026-01-05 invoice #1 @vos 900.00\n";

#[test]
fn a_trial_begins_with_the_first_invoice() {
    assert_eq!(
        limit_lines(FIRST, "2026-01-04"),
        [
            "Credit limit 2,000.00 EUR, of which 0.00 EUR is used",
            "Trial begins with the first invoice, limit 1,000.00 EUR",
        ]
    );
    assert_eq!(
        limit_lines(FIRST, "2026-01-05"),
        [
            "Credit limit 2,000.00 EUR, of which 900.00 EUR is used",
            "Trial 2026-01-05 to 2026-04-05, limit 1,000.00 EUR",
            "Trial running: 0 items paid, none late",
        ]
    );
}

#[test]
fn it_is_passed_when_its_time_is_over_and_something_was_paid_in_time() {
    // Due on 4 February; the bank buffer makes the sixth the last day.
    let paid = format!("{FIRST}2026-02-06 payment #1 900.00\n");
    assert_eq!(
        limit_lines(&paid, "2026-04-04")[2],
        "Trial running: 1 item paid, none late"
    );
    assert_eq!(
        limit_lines(&paid, "2026-04-05")[2],
        "Trial passed on 2026-04-05: 1 item paid, none late"
    );
    let late = format!("{FIRST}2026-02-07 payment #1 900.00\n");
    let failed = "Trial failed: invoice #1 was late on 2026-02-07, time for the bank included";
    assert_eq!(limit_lines(&late, "2026-04-05")[2], failed);
    // It is late on the seventh whether it is ever paid or not.
    assert_eq!(
        limit_lines(FIRST, "2026-02-06")[2],
        "Trial running: 0 items paid, none late"
    );
    assert_eq!(limit_lines(FIRST, "2026-02-07")[2], failed);
}

#[test]
fn a_trial_in_which_nothing_fell_due_proves_nothing() {
    let credited = format!("{FIRST}2026-01-20 credit #C1 for #1 900.00\n");
    assert_eq!(
        limit_lines(&credited, "2026-05-01")[2],
        "Trial its time is over, but nothing has been paid yet"
    );
    let paid =
        format!("{credited}2026-05-02 invoice #2 @vos 100.00\n2026-05-20 payment #2 100.00\n");
    assert_eq!(
        limit_lines(&paid, "2026-06-01")[2],
        "Trial passed on 2026-05-20: 1 item paid, none late"
    );
}

#[test]
fn it_fails_with_the_first_invoice_above_its_limit() {
    let more =
        format!("{FIRST}2026-01-12 invoice #2 @vos 100.00\n2026-01-19 invoice #3 @vos 0.01\n");
    assert_eq!(
        limit_lines(&more, "2026-01-19")[2],
        "Trial failed: 1,000.01 EUR was open on 2026-01-19, with invoice #3"
    );
    assert_eq!(
        limit_lines(&more, "2026-01-18")[2],
        "Trial running: 0 items paid, none late"
    );
    // Money of the same day counts.
    let paid = format!("{more}2026-01-19 payment @vos 0.01 on-account\n");
    assert_eq!(
        limit_lines(&paid, "2026-01-19")[2],
        "Trial running: 0 items paid, none late"
    );
}

#[test]
fn an_invoice_above_the_credit_limit_is_listed() {
    let more = format!(
        "{FIRST}2026-01-12 invoice #2 @vos 1100.00\n2026-01-13 fee #1 0.50\n2026-01-14 invoice #3 @vos 10.00\n"
    );
    let lines = limit_lines(&more, "2026-02-01");
    assert_eq!(
        lines[0],
        "Credit limit 2,000.00 EUR, but 2,010.50 EUR is open"
    );
    assert_eq!(
        lines[1],
        "Above the limit 2026-01-14 with invoice #3: 2,010.50 EUR"
    );
}
