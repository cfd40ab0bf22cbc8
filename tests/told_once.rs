//! One mistake, one finding: what another finding tells already is not told again.

use crate::journals::{self, MemoryFiles};

/// The codes found in a journal of one customer with these lines of a policy and these entries, in the order of the lines.
fn codes(policy: &str, entries: &str) -> Vec<&'static str> {
    let text = format!(
        "; as of 2026-06-30
format 1

business
  name: Kade 9
  address: Kade 9
  address: 9711 AA Groningen
  kvk: 12345678
  vat-id: NL123456782B01
  iban: NL91ABNA0417164300
  policy: usual

policy usual
  terms: 30 days
  on-invoices: yes
{policy}  stage: reminder 3 days after due deadline 7 days via post
  stage: demand 14 days after due gap 7 days deadline 7 days via post
  stage: handover 300 days after due gap 14 days

customer @bakker
  name: Bakkerij Zon
  kind: business
  address: Markt 1
  address: 3511 AA Utrecht

{entries}
"
    );
    let files = MemoryFiles::default().with_file("j.tegoed", text);
    let outcome = journals::run_checks("j.tegoed", &files);
    let found = outcome.findings.diagnostics.iter();
    found.map(|one| one.kind.code).collect()
}

#[test]
fn a_credit_written_twice_is_not_asked_to_be_used() {
    let entries = "2026-01-02 agreed @bakker\n\
        2026-01-05 invoice #1 @bakker 100.00 vat 21%\n\
        2026-01-05 invoice #2 @bakker 80.00 vat 21%\n\
        2026-01-20 credit #C1 for #1 100.00 vat 21% | Sent back\n\
        2026-01-21 credit #C2 for #1 100.00 vat 21% | Sent back\n\
        2026-03-10 sent reminder #2 via post\n\
        2026-03-25 sent demand #2 via post\n";
    assert_eq!(codes("", entries), ["P021"]);
    // What is not above its invoice is money of the customer, to be used.
    let after_payment = entries.replace(
        "2026-01-20 credit #C1 for #1 100.00 vat 21% | Sent back",
        "2026-01-20 payment #1 100.00",
    );
    assert_eq!(codes("", &after_payment), ["P006"]);
}

#[test]
fn a_part_of_a_plan_before_its_day_is_told_once() {
    let entries = "2026-01-02 agreed @bakker\n\
        2026-06-15 invoice #1 @bakker 100.00 vat 21%\n\
        2026-06-20 plan #1\n  due: 40.00 on 2026-01-30\n  due: 60.00 on 2026-08-30\n  signed: yes\n";
    assert_eq!(codes("", entries), ["D014"]);
    let same_day = entries.replace("2026-01-30", "2026-06-20");
    assert_eq!(codes("", &same_day), ["P011"]);
}

#[test]
fn terms_that_nobody_accepted_are_told_once() {
    let entries = "2026-06-05 invoice #1 @bakker 100.00 vat 21%\n";
    assert_eq!(codes("  interest: 12% yearly\n", entries), ["D011"]);
    assert_eq!(codes("", entries), ["D015"]);
}

#[test]
fn letters_before_the_due_date_are_too_early_and_leave_nothing_out() {
    let entries = "2026-01-02 agreed @bakker\n\
        2026-06-05 invoice #1 @bakker 100.00 vat 21%\n\
        2026-06-10 sent reminder #1 via post\n\
        2026-06-20 sent demand #1 via post\n";
    assert_eq!(codes("", entries), ["E002", "E002"]);
    let late = entries.replace("06-05 invoice", "04-05 invoice");
    let late = late.replace("2026-06-10 sent reminder #1 via post\n", "");
    assert_eq!(codes("", &late), ["E001"]);
}

#[test]
fn many_entries_behind_the_return_of_their_period_are_told_once() {
    let entries = "2026-01-02 agreed @bakker\n\
        2026-04-20 filed 2026-Q1\n\
        2026-01-05 invoice #1 @bakker 121.00 vat 21%\n\
        2026-01-06 invoice #2 @bakker 121.00 vat 21%\n\
        2026-01-07 invoice #3 @bakker 121.00 vat 21%\n\
        2026-01-08 invoice #4 @bakker 121.00 vat 21%\n\
        2026-01-09 credit #C1 for #1 12.10\n\
        2026-01-10 invoice #5 @bakker 121.00 vat 21%\n\
        2026-01-11 invoice #6 @bakker 121.00 vat 21%\n";
    let late = |entries: &str| {
        codes("", entries)
            .iter()
            .filter(|code| **code == "V012")
            .count()
    };
    assert_eq!(late(entries), 1);
    let few = "2026-04-20 filed 2026-Q1\n\
        2026-01-05 invoice #1 @bakker 121.00 vat 21%\n\
        2026-01-06 invoice #2 @bakker 121.00 vat 21%\n";
    assert_eq!(late(few), 2);
    // A loss goes by the line that wrote it down; what the year of the law gave needs no line, and is in time.
    let losses = "2025-03-01 invoice #1 @bakker 121.00 vat 21% due 2025-03-15\n\
        2026-01-05 invoice #2 @bakker 1210.00 vat 21% due 2026-02-04\n\
        2026-04-20 filed 2026-Q1\n\
        2026-03-20 writeoff #2 605.00 | Written down after the return had gone\n";
    assert_eq!(late(losses), 1);
}
