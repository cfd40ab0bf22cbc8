//! Days as contracts write them: terms to the end of a month, plans by a rule, parts that wait for a milestone.

use crate::journals::{self, MemoryFiles};
use std::fmt::Write;
use tegoed::pipeline::Outcome;

/// A journal of one customer, with these terms and these entries, looked at on a day.
fn run(terms: &str, entries: &str, as_of: &str) -> Outcome {
    let text = format!(
        "; as of {as_of}\nformat 1\ncustomer @kade\n  name: Kade 9 B.V.\n  kind: business\n{terms}\n{entries}\n"
    );
    journals::run_checks(
        "j.tegoed",
        &MemoryFiles::default().with_file("j.tegoed", text),
    )
}

fn due_days(outcome: &Outcome) -> Vec<String> {
    let items = outcome.journal.items.as_slice().iter();
    let days = items.map(|item| item.due.map_or("-".to_owned(), |day| day.to_string()));
    days.collect()
}

fn plan_days(outcome: &Outcome) -> Vec<String> {
    let plans = outcome
        .journal
        .events
        .iter()
        .filter_map(|event| event.plan());
    let parts = plans.flat_map(|plan| plan.instalments.iter());
    parts
        .map(|part| format!("{} {}", part.due, part.amount))
        .collect()
}

/// What was found with these codes: each message, its help and its mend.
fn told(outcome: &Outcome, codes: &[&str]) -> String {
    let mut words = String::new();
    let found = outcome.findings.diagnostics.iter();
    for one in found.filter(|one| codes.contains(&one.kind.code)) {
        let _ = write!(
            words,
            "{} {}",
            one.kind.code,
            journals::finding_message(one)
        );
        if let Some(help) = &one.help {
            let _ = write!(
                words,
                "; {}",
                tegoed::language::message_text::message_text(help)
            );
        }
        if let Some(fix) = &one.fix {
            let edits: Vec<&str> = fix.edits.iter().map(|edit| &*edit.text).collect();
            let _ = write!(words, " [{}]", edits.join("|"));
        }
        words.push('\n');
    }
    words
}

#[test]
fn terms_may_run_to_the_end_of_a_month() {
    for (terms, invoice, due) in [
        ("30 days end of month", "2026-01-10", "2026-02-28"),
        ("30 days end of month", "2026-03-01", "2026-03-31"),
        ("30 days end of month", "2026-03-02", "2026-04-30"),
        ("1 month end of month", "2026-01-31", "2026-02-28"),
        ("1 month end of month", "2027-12-31", "2028-01-31"),
        ("2 months end of month", "2027-12-15", "2028-02-29"),
        ("0 days end of month", "2026-06-30", "2026-06-30"),
        ("2w end of month", "2026-06-17", "2026-07-31"),
        ("60d  end  of  month", "2026-06-17", "2026-08-31"),
        ("30 days", "2026-01-10", "2026-02-09"),
    ] {
        let entry = format!("{invoice} invoice #1 @kade 242.00 vat 21%");
        let outcome = run(&format!("  terms: {terms}"), &entry, "2028-12-31");
        assert_eq!(due_days(&outcome), [due], "{terms} of {invoice}");
        let own = format!("{entry}\n  terms: {terms}");
        let outcome = run("  terms: 3 days", &own, "2028-12-31");
        assert_eq!(due_days(&outcome), [due], "{terms} of the invoice itself");
        let of_policy = format!("  policy: huis\npolicy huis\n  terms: {terms}");
        let outcome = run(&of_policy, &entry, "2028-12-31");
        assert_eq!(due_days(&outcome), [due], "{terms} of the policy");
        assert_eq!(told(&outcome, &["S011", "S012", "D007"]), "");
    }
    // Counted from the day it was received, as all terms are.
    let entry = "2026-01-30 invoice #1 @kade 242.00 vat 21%\n  received: 2026-02-02";
    let outcome = run("  terms: 1 month end of month", entry, "2026-12-31");
    assert_eq!(due_days(&outcome), ["2026-03-31"]);
}

#[test]
fn terms_in_other_words_are_mended_or_explained() {
    let mut words = String::new();
    for terms in [
        "30 dagen einde maand",
        "30 days EOM",
        "1 maand, einde van de maand",
        "30 days end month",
        "end of month",
        "einde maand + 30 dagen",
        "end of month 30 days",
        "30 days end",
        "30 days net",
        "30",
        "30 days end of month 14 days",
    ] {
        let outcome = run(&format!("  terms: {terms}"), "", "2026-12-31");
        let _ = writeln!(
            words,
            "terms: {terms}\n  {}",
            told(&outcome, &["S011", "S012", "S013"]).trim_end()
        );
    }
    insta::assert_snapshot!(words);
}

#[test]
fn a_plan_may_be_written_as_a_rule() {
    let invoice = "2026-01-05 invoice #1 @kade 300.00 due 2026-01-20";
    for (lines, days) in [
        (
            "  due: 75.00 monthly from 2026-01-31 times 4",
            vec![
                "2026-01-31 75.00",
                "2026-02-28 75.00",
                "2026-03-31 75.00",
                "2026-04-30 75.00",
            ],
        ),
        (
            "  due: times 3 from 2026-02-26 weekly 100.00",
            vec![
                "2026-02-26 100.00",
                "2026-03-05 100.00",
                "2026-03-12 100.00",
            ],
        ),
        (
            "  due: 100.00 on 2026-02-01\n  due: 100.00 monthly from 2026-03-01 times 2",
            vec![
                "2026-02-01 100.00",
                "2026-03-01 100.00",
                "2026-04-01 100.00",
            ],
        ),
        (
            "  due: 300.00 weekly from 2026-02-01 times 1",
            vec!["2026-02-01 300.00"],
        ),
    ] {
        let entries = format!("{invoice}\n2026-01-25 plan #1\n{lines}");
        let outcome = run("", &entries, "2026-01-31");
        assert_eq!(plan_days(&outcome), days, "{lines}");
        assert_eq!(
            told(&outcome, &["P010", "P011", "S010", "S011", "S012", "S013"]),
            "",
            "{lines}"
        );
    }
}

#[test]
fn a_plan_is_held_against_what_is_owed_on_its_day() {
    let invoice = "2026-01-05 invoice #1 @kade 640.00 due 2026-01-20\n";
    let plan = |before: &str, terms: &str| {
        let entries = format!(
            "{invoice}{before}2026-02-12 plan #1\n  due: {terms} on 2026-03-01\n  signed: yes\n"
        );
        told(&run("", &entries, "2026-02-20"), &["P010"])
    };
    let conceded = "2026-02-02 dispute #1 40.00 | scratched\n2026-02-06 resolve #1 settled 25.00\n";
    let upheld = "2026-02-02 dispute #1 40.00 | scratched\n2026-02-06 resolve #1 upheld\n";
    let credited = format!("{conceded}2026-02-09 credit #C1 for #1 25.00\n");
    let rejected = "2026-02-02 dispute #1 40.00 | scratched\n2026-02-06 resolve #1 rejected\n";
    for (before, terms) in [
        ("", "640.00"),
        (conceded, "615.00"),
        (&*credited, "615.00"),
        (upheld, "600.00"),
        (rejected, "640.00"),
    ] {
        assert_eq!(plan(before, terms), "", "{before}{terms}");
    }
    let less = plan(conceded, "600.00");
    assert!(less.contains("to the 615.00 owed") && less.contains("why it is less"));
    let more = plan(conceded, "640.00");
    assert!(more.contains("to the 615.00 owed") && more.contains("why it is more"));
}

#[test]
fn a_rule_of_a_plan_that_is_wrong_is_told() {
    let mut words = String::new();
    for line in [
        "75.00 monthly from 2026-01-31",
        "75.00 monthly times 4",
        "75.00 from 2026-01-31 times 4",
        "monthly from 2026-01-31 times 4",
        "75.00 on 2026-01-31 times 4",
        "75.00 monthly on 2026-01-31 times 4",
        "75.00 monthly weekly from 2026-01-31 times 4",
        "75.00 monthly from 2026-01-31 from 2026-02-28 times 4",
        "75.00 monthly from 2026-01-31 times 0",
        "75.00 weekly from 2026-01-31 times 521",
        "75.00 daily from 2026-01-31 times 4",
        "75.00 maandelijks vanaf 2026-01-31 times 4",
        "75.00",
        "4 x 75.00",
    ] {
        let entries = format!(
            "2026-01-05 invoice #1 @kade 300.00 due 2026-01-20\n2026-01-25 plan #1\n  due: {line}"
        );
        let outcome = run("", &entries, "2026-01-31");
        let codes = ["S001", "S002", "S010", "S011", "S012", "S013"];
        let _ = writeln!(
            words,
            "due: {line}\n  {}",
            told(&outcome, &codes).trim_end()
        );
    }
    // Twice the same part, and parts that overlap, are told as of plans without a rule.
    let twice = "2026-01-05 invoice #1 @kade 300.00 due 2026-01-20\n2026-01-25 plan #1\n  \
                 due: 75.00 monthly from 2026-01-31 times 4\n  due: 75.00 on 2026-01-31";
    words.push_str(&told(&run("", twice, "2026-01-31"), &["P010", "P011"]));
    insta::assert_snapshot!(words);
}

#[test]
fn a_part_waits_for_its_milestone() {
    let invoice = "2026-01-05 invoice #1 @kade 1000.00\n  due: 30% on 2026-01-20\n  \
                   due: 30% on milestone halfway\n  due: 400.00 on milestone ready\n";
    let reached = format!(
        "{invoice}2026-02-16 milestone #1 halfway | Frame stands\n2026-04-01 milestone ready #1 @kade\n"
    );
    for (entries, as_of, days) in [
        (invoice, "2026-12-31", ["2026-01-20", "-", "-"]),
        (
            &reached,
            "2026-12-31",
            ["2026-01-20", "2026-02-16", "2026-04-01"],
        ),
        // What is reached later is not known on the day.
        (&reached, "2026-02-16", ["2026-01-20", "2026-02-16", "-"]),
        (&reached, "2026-02-15", ["2026-01-20", "-", "-"]),
    ] {
        let outcome = run("", entries, as_of);
        assert_eq!(due_days(&outcome), days, "{entries}");
        assert_eq!(
            told(&outcome, &["R013", "R014", "D007", "S011", "S012"]),
            ""
        );
    }
    let mut words = String::new();
    for line in [
        "30% on milestone",
        "30% milestone halfway",
        "30% on mijlpaal halfway",
        "30% on halfway",
        "30% on milestone #1",
        "30% on delivery milestone halfway",
        "30% on milestone halfway on milestone ready",
    ] {
        let entries = format!("2026-01-05 invoice #1 @kade 1000.00\n  due: {line}");
        let outcome = run("", &entries, "2026-12-31");
        let codes = ["S001", "S002", "S010", "S011", "S012", "S013"];
        let _ = writeln!(
            words,
            "due: {line}\n  {}",
            told(&outcome, &codes).trim_end()
        );
    }
    insta::assert_snapshot!(words);
}
