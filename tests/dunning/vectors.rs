//! The test vectors of the ladder: the same journals whose comments say what to expect.

use crate::reports::shelf::{TestJournal, parse_day};
use tegoed::report::shared::report_input::ReportOptions;

fn report_columns(book: &TestJournal, report: &str, keys: &[&str]) -> Vec<String> {
    let csv = book.print_report(report, &ReportOptions::default(), "en", "csv");
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let heads = reader.headers().expect("headings").clone();
    let row = reader.records().next().map(|row| row.expect("a row"));
    let place = |key: &&str| {
        heads
            .iter()
            .position(|head| head == *key)
            .expect("a column")
    };
    let row = row.unwrap_or_default();
    keys.iter()
        .map(|key| row.get(place(key)).unwrap_or_default().to_owned())
        .collect()
}

fn assert_next_steps(book: &TestJournal, days: &[(&str, &str, &str, &str)]) {
    for (on, stage, from, blocked) in days {
        let found = report_columns(
            &book.on_day(parse_day(on)),
            "stages",
            &["next_stage", "next_date", "blocked_by"],
        );
        assert_eq!(found, [*stage, *from, *blocked], "{on}");
    }
}

#[test]
fn t2_up_the_ladder() {
    let days = [
        ("2026-01-28", "courtesy", "2026-01-28", ""),
        ("2026-02-05", "reminder", "2026-02-07", ""),
        ("2026-03-19", "reminder", "2026-02-07", ""),
        ("2026-03-21", "demand", "2026-03-30", ""),
        ("2026-03-26", "demand", "2026-04-03", "promise"),
        ("2026-03-31", "demand", "2026-04-01", ""),
        ("2026-04-06", "demand", "", "dispute"),
        ("2026-04-21", "demand", "2026-04-24", ""),
        ("2026-05-02", "final", "2026-05-07", ""),
        ("2026-05-21", "final", "2026-05-30", ""),
    ];
    assert_next_steps(
        &TestJournal::from_example("vectors/t2-ladder.tegoed"),
        &days,
    );
}

#[test]
fn t3_a_plan_that_is_missed() {
    let book = TestJournal::from_example("vectors/t3-plan.tegoed");
    let days = [
        ("2026-04-30", "demand", "2026-05-01", "plan"),
        ("2026-05-01", "demand", "2026-05-01", ""),
    ];
    assert_next_steps(&book, &days);
    let first = report_columns(&book, "next", &["action", "reason"]);
    let missing =
        "100.00 EUR of the term of 2026-04-25 not received; all is therefore due: 200.00 EUR";
    assert_eq!(first, ["instalment-missed", missing]);
    let aged = report_columns(&book, "aging", &["d31_60", "balance"]);
    assert_eq!(aged, ["200.00", "200.00"]);
}
