//! The rules of the ladder, one by one: each journal is the smallest that shows its rule.

use crate::reports::shelf::{TestJournal, parse_day};
use tegoed::report::shared::report_input::ReportOptions;

pub const LADDER: &str = "\
format 1

business
  name: Studio Vermeer
  policy: standard

policy standard from 2025-01-01
  stage: courtesy 7 days before due via email
  stage: reminder 3 days after due deadline 7 days via email phone
  stage: demand 14 days after due gap 10 days deadline 7 days via email
  stage: final 28 days after due gap 10 days deadline 14 days via post
  stage: handover 45 days after due gap 14 days
  bank-buffer: 2 days
  restart-gap: 3 days
  plan-grace: 5 days

customer @k
  name: K
  kind: business
  email: k@k.example

";

/// One row of a report as `key: value` pairs of the columns asked for.
pub fn report_rows(journal: &str, report: &str, on: &str, columns: &[&str]) -> Vec<Vec<String>> {
    let text = format!("{LADDER}{journal}");
    let book = TestJournal::from_text(&text, on);
    let csv = book.print_report(report, &ReportOptions::default(), "en", "csv");
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let heads = reader.headers().expect("headings").clone();
    let places: Vec<usize> = columns
        .iter()
        .map(|key| {
            heads
                .iter()
                .position(|head| head == *key)
                .expect("a column")
        })
        .collect();
    reader
        .records()
        .map(|record| {
            let record = record.expect("a row");
            places
                .iter()
                .map(|place| record[*place].to_owned())
                .collect()
        })
        .collect()
}

/// The next step of the first open item, from when, and what keeps it back.
fn next_step(journal: &str, on: &str) -> (String, String, String) {
    let columns = ["next_stage", "next_date", "blocked_by"];
    let rows = report_rows(journal, "stages", on, &columns);
    let [stage, date, blocked] = &rows[0][..] else {
        panic!("three columns")
    };
    (stage.clone(), date.clone(), blocked.clone())
}

/// What is on the list: action and stage.
fn worklist_tasks(journal: &str, on: &str) -> Vec<String> {
    let rows = report_rows(journal, "next", on, &["action", "stage"]);
    rows.iter()
        .map(|row| row.join(" ").trim().to_owned())
        .collect()
}

fn assert_stage(journal: &str, on: &str, stage: &str, date: &str, blocked: &str) {
    let expected = (stage.to_owned(), date.to_owned(), blocked.to_owned());
    assert_eq!(next_step(journal, on), expected, "{on}");
}

const INVOICE: &str = "2026-01-05 invoice #A @k 1000.00 due 2026-02-04 | Work\n";

#[test]
fn the_reminder_waits_three_days_after_the_due_date() {
    assert_stage(INVOICE, "2026-02-06", "reminder", "2026-02-07", "");
    assert!(worklist_tasks(INVOICE, "2026-02-06").is_empty());
    assert_eq!(
        worklist_tasks(INVOICE, "2026-02-07"),
        ["send reminder", "phone reminder"]
    );
}

#[test]
fn a_courtesy_letter_lapses_with_the_due_date() {
    assert_stage(INVOICE, "2026-01-27", "courtesy", "2026-01-28", "");
    assert_eq!(worklist_tasks(INVOICE, "2026-01-28"), ["send courtesy"]);
    assert_eq!(worklist_tasks(INVOICE, "2026-02-04"), ["send courtesy"]);
    assert_stage(INVOICE, "2026-02-05", "reminder", "2026-02-07", "");
}

#[test]
fn a_long_absence_leads_to_one_friendly_letter() {
    assert_stage(INVOICE, "2026-03-20", "reminder", "2026-02-07", "");
    assert_eq!(
        worklist_tasks(INVOICE, "2026-03-20"),
        ["send reminder", "phone reminder"]
    );
}

fn reminded_journal() -> String {
    format!("{INVOICE}2026-03-20 sent reminder #A via email\n  deadline: 2026-03-27\n")
}

#[test]
fn the_deadline_of_the_last_letter_and_the_bank_buffer_come_first() {
    assert_stage(
        &reminded_journal(),
        "2026-03-20",
        "demand",
        "2026-03-30",
        "",
    );
    let called = format!("{}2026-03-20 phone @k #A | will look\n", reminded_journal());
    assert_eq!(
        worklist_tasks(&reminded_journal(), "2026-03-23"),
        ["phone reminder"]
    );
    // On the day of the letter nobody is called yet, nor in the weekend.
    assert!(worklist_tasks(&reminded_journal(), "2026-03-22").is_empty());
    assert!(worklist_tasks(&called, "2026-03-23").is_empty());
    assert!(worklist_tasks(&called, "2026-03-29").is_empty());
    assert_eq!(worklist_tasks(&called, "2026-03-30"), ["send demand"]);
}

#[test]
fn a_promise_holds_through_its_day_and_the_bank_buffer() {
    let promised = format!(
        "{}2026-03-25 promise #A 400.00 by 2026-03-31\n",
        reminded_journal()
    );
    assert_stage(&promised, "2026-03-26", "demand", "2026-04-03", "promise");
    assert_stage(&promised, "2026-04-02", "demand", "2026-04-03", "promise");
    assert_stage(&promised, "2026-04-03", "demand", "2026-04-03", "");
    assert!(worklist_tasks(&promised, "2026-04-02").is_empty());
    assert_eq!(
        worklist_tasks(&promised, "2026-04-03"),
        ["phone reminder", "promise-broken", "send demand"]
    );
    let kept = format!("{promised}2026-03-31 payment #A 400.00\n");
    assert_stage(&kept, "2026-03-31", "demand", "2026-04-01", "");
    assert_eq!(
        worklist_tasks(&kept, "2026-04-03"),
        ["phone reminder", "send demand"]
    );
    let late = format!("{promised}2026-04-01 payment #A 400.00\n");
    assert!(worklist_tasks(&late, "2026-04-03").contains(&"promise-broken".to_owned()));
}

#[test]
fn a_dispute_holds_until_it_is_resolved_and_a_gap_longer() {
    let disputed = format!(
        "{}2026-04-05 dispute #A | paint peels\n",
        reminded_journal()
    );
    assert_stage(&disputed, "2026-04-10", "demand", "", "dispute");
    assert_eq!(worklist_tasks(&disputed, "2026-04-10"), ["dispute"]);
    let rejected = format!("{disputed}2026-04-20 resolve #A rejected\n");
    assert_stage(&rejected, "2026-04-20", "demand", "2026-04-24", "");
}

#[test]
fn a_dispute_about_a_part_leaves_the_rest_on_its_way() {
    let disputed = format!(
        "{}2026-04-05 dispute #A 300.00 | paint peels\n",
        reminded_journal()
    );
    assert_stage(&disputed, "2026-04-10", "demand", "2026-03-30", "");
    let amounts = report_rows(&disputed, "next", "2026-04-10", &["action", "amount"]);
    assert!(
        amounts.contains(&vec!["send".to_owned(), "700.00".to_owned()]),
        "{amounts:?}"
    );
}

#[test]
fn after_the_entry_the_task_is_gone() {
    let sent = format!(
        "{}2026-03-30 sent demand #A via email\n  deadline: 2026-04-06\n",
        reminded_journal()
    );
    let called = format!("{sent}2026-03-21 phone #A | busy\n");
    assert!(worklist_tasks(&called, "2026-03-30").is_empty());
    assert_stage(&called, "2026-03-30", "final", "2026-04-09", "");
}

#[test]
fn a_payment_that_bounced_waits_for_the_gap() {
    let bounced = format!(
        "{}2026-03-21 phone #A | busy\n2026-03-30 sent demand #A via email\n  deadline: 2026-04-06\n\
         2026-04-02 payment #A 1000.00\n2026-04-20 reversal #A 1000.00 of 2026-04-02\n",
        reminded_journal()
    );
    assert!(worklist_tasks(&bounced, "2026-04-19").is_empty());
    assert_stage(&bounced, "2026-04-20", "final", "2026-04-30", "");
}

#[test]
fn credit_that_covers_what_is_overdue_keeps_the_letter_back() {
    let credit = "2026-01-05 invoice #A @k 180.00 due 2026-02-04\n\
                  2026-02-10 payment @k 200.00 on-account\n";
    assert_stage(credit, "2026-02-20", "reminder", "2026-02-07", "use-credit");
    assert_eq!(worklist_tasks(credit, "2026-02-20"), ["use-credit"]);
}

#[test]
fn money_that_nobody_placed_keeps_every_letter_back() {
    let held = format!("{INVOICE}2026-02-10 payment @k 1.00\n");
    assert_stage(&held, "2026-02-20", "reminder", "2026-02-07", "allocate");
    let rows = report_rows(&held, "next", "2026-02-20", &["action", "reason"]);
    assert_eq!(rows, [["allocate", "for: #A 1.00"]]);
}

const PLAN: &str = "2025-12-01 invoice #A @k 300.00 due 2026-01-01\n\
                    2026-01-10 sent reminder #A via email\n\
                    2026-01-10 phone #A | wants to pay in parts\n\
                    2026-03-20 plan @k #A\n  \
                      due: 100.00 on 2026-03-25\n  \
                      due: 100.00 on 2026-04-25\n  \
                      due: 100.00 on 2026-05-25\n";

#[test]
fn a_plan_is_missed_the_day_after_its_term_and_grace() {
    let paid = format!("{PLAN}2026-03-26 payment #A 100.00\n");
    assert_stage(&paid, "2026-04-01", "demand", "2026-05-01", "plan");
    assert_stage(&paid, "2026-04-30", "demand", "2026-05-01", "plan");
    // The plan goes on: only what it let fall due is asked, and the steps wait for a decision.
    assert_stage(&paid, "2026-05-01", "demand", "2026-05-01", "plan");
    assert!(worklist_tasks(&paid, "2026-04-30").is_empty());
    let missed = report_rows(&paid, "next", "2026-05-01", &["action", "reason"]);
    assert_eq!(
        missed[0],
        [
            "instalment-missed",
            "100.00 EUR of the term of 2026-04-25 not received"
        ]
    );
    // Ageing keeps the first due date.
    let aged = TestJournal::from_text(&format!("{LADDER}{paid}"), "2026-05-01");
    let aged = aged.print_report("aging", &ReportOptions::default(), "en", "csv");
    assert!(aged.contains(",200.00,0.00,0.00,200.00"), "{aged}");
}

#[test]
fn with_acceleration_the_rest_is_due_at_once() {
    let plan = format!("{PLAN}  accelerate: yes\n2026-03-26 payment #A 100.00\n");
    let missed = report_rows(&plan, "next", "2026-05-01", &["action", "reason"]);
    assert_eq!(
        missed[0],
        [
            "instalment-missed",
            "100.00 EUR of the term of 2026-04-25 not received; all is therefore due: 200.00 EUR"
        ]
    );
    // What comes too late does not mend it; without acceleration it does.
    let late = "2026-05-10 payment #A 100.00\n";
    assert_stage(
        &format!("{plan}{late}"),
        "2026-05-11",
        "demand",
        "2026-05-01",
        "",
    );
    let plain = format!("{PLAN}2026-03-26 payment #A 100.00\n{late}");
    assert_stage(&plain, "2026-05-11", "demand", "2026-05-31", "plan");
}

#[test]
fn holds_end_on_their_day_or_by_a_release() {
    let hold = format!("{INVOICE}2026-02-10 hold @k until 2026-03-15 | in hospital\n");
    assert_stage(&hold, "2026-03-15", "reminder", "2026-03-16", "hold");
    assert_stage(&hold, "2026-03-16", "reminder", "2026-03-16", "");
    let released = format!("{hold}2026-02-20 release #A\n");
    assert_stage(&released, "2026-02-20", "reminder", "2026-02-21", "");
    // Of two holds that overlap the longer counts, whichever was written first.
    let longer = format!("{hold}2026-02-12 hold #A until 2026-02-15\n");
    assert_stage(&longer, "2026-02-16", "reminder", "2026-03-16", "hold");
    let endless = format!("{INVOICE}2026-02-10 hold #A | waiting for the architect\n");
    assert_stage(&endless, "2026-03-01", "reminder", "", "hold");
    assert_eq!(worklist_tasks(&endless, "2026-03-01"), ["hold"]);
}

#[test]
fn what_is_handed_over_is_left_alone_until_it_comes_back() {
    let over = format!(
        "{}2026-03-21 phone #A | no answer\n2026-04-01 handover #A to agency\n",
        reminded_journal()
    );
    assert_stage(&over, "2026-06-01", "", "", "handover");
    assert!(worklist_tasks(&over, "2026-06-01").is_empty());
    let back = format!("{over}2026-06-10 return #A\n");
    assert!(worklist_tasks(&back, "2026-06-10").is_empty());
    assert_eq!(worklist_tasks(&back, "2026-06-11"), ["decide"]);
}

#[test]
fn an_insolvent_customer_gets_no_letters_and_a_claim_is_filed() {
    let gone = format!("{INVOICE}2026-02-10 insolvent @k | trustee De Boer\n");
    assert_stage(&gone, "2026-03-01", "reminder", "", "insolvency");
    assert_eq!(worklist_tasks(&gone, "2026-03-01"), ["file-claim"]);
    let filed = format!("{gone}2026-02-12 letter @k | claim filed\n");
    assert!(worklist_tasks(&filed, "2026-03-01").is_empty());
}

#[test]
fn a_step_that_was_skipped_counts_and_is_no_letter() {
    let skipped = format!("{INVOICE}2026-02-10 skip reminder #A | old friend\n");
    let rows = report_rows(
        &skipped,
        "stages",
        "2026-02-20",
        &["stage", "next_stage", "next_date"],
    );
    assert_eq!(rows, [["none", "demand", "2026-02-20"]]);
}

#[test]
fn a_letter_that_came_back_completes_nothing() {
    let back = format!("{INVOICE}2026-02-10 sent reminder #A via email\n  bounced: yes\n");
    assert_stage(&back, "2026-02-20", "reminder", "2026-02-07", "");
}

#[test]
fn a_letter_covers_the_instalments_that_are_late() {
    let parts = "2026-01-05 invoice #A @k 600.00\n  due: 300.00 on 2026-02-04\n  due: 300.00 on 2026-04-04\n\
                 2026-02-10 sent reminder #A via email\n";
    let columns = ["instalment", "stage", "next_stage"];
    let found = report_rows(parts, "stages", "2026-04-10", &columns);
    assert_eq!(
        found,
        [["1/2", "reminder", "demand"], ["2/2", "none", "reminder"]]
    );
}

#[test]
fn the_fourteen_day_letter_gives_its_time_from_receipt() {
    let consumer = LADDER.replace("kind: business", "kind: consumer");
    let journal = "2026-01-05 invoice #A @k 1000.00 due 2026-01-10\n\
                   2026-01-20 sent reminder #A via email\n\
                   2026-02-01 sent demand #A via email\n\
                   2026-03-02 sent final #A via post\n";
    let on = |journal: &str| {
        let book = TestJournal::from_text(&format!("{consumer}{journal}"), "2026-03-10");
        book.print_report("stages", &ReportOptions::default(), "en", "csv")
    };
    // Posted on a Monday: there on Wednesday the 4th, fourteen days through the 18th, two days for the bank.
    assert!(
        on(journal).contains("final,2026-03-02,,,handover,2026-03-21"),
        "{}",
        on(journal)
    );
    let known = format!("{journal}  received: 2026-03-06\n");
    assert!(on(&known).contains("handover,2026-03-23"), "{}", on(&known));
}

#[test]
fn charges_left_alone_wait_for_a_decision() {
    let left = format!(
        "{INVOICE}2026-02-10 fee #A 25.00\n2026-02-12 waive #A 25.00\n2026-02-20 payment #A 1000.00\n2026-02-21 fee #A 10.00\n"
    );
    let found = report_rows(
        &left,
        "next",
        "2026-03-01",
        &["action", "invoice", "amount"],
    );
    assert_eq!(found, [["decide", "A", "10.00"]]);
}

#[test]
fn a_settlement_that_lapsed_is_told_until_somebody_writes_about_it() {
    let lapsed = format!(
        "{}2026-03-20 phone #A | offers half\n2026-03-21 settle #A 500.00 by 2026-03-28\n",
        reminded_journal()
    );
    assert!(
        worklist_tasks(&lapsed, "2026-03-30")
            .iter()
            .all(|task| task != "settlement-lapsed")
    );
    assert!(worklist_tasks(&lapsed, "2026-03-31").contains(&"settlement-lapsed".to_owned()));
    let told = format!("{lapsed}2026-03-31 sent demand #A via email\n");
    assert!(worklist_tasks(&told, "2026-03-31").is_empty());
}

#[test]
fn a_follow_up_comes_on_its_day_and_goes_with_an_answer() {
    let noted = "2026-02-01 phone @k | wants a second shop\n  follow-up: 2026-03-01\n";
    assert!(worklist_tasks(noted, "2026-02-28").is_empty());
    assert_eq!(worklist_tasks(noted, "2026-03-01"), ["follow-up"]);
    let early = format!("{noted}2026-02-10 email @k | price list\n");
    assert_eq!(worklist_tasks(&early, "2026-03-01"), ["follow-up"]);
    let answered = format!("{noted}2026-03-01 phone @k | not yet\n  follow-up: 2026-05-01\n");
    assert!(worklist_tasks(&answered, "2026-03-02").is_empty());
    assert_eq!(worklist_tasks(&answered, "2026-05-01"), ["follow-up"]);
    let paid = "2026-01-05 invoice #A @k 10.00 due 2026-02-04\n\
                2026-02-05 phone #A | pays\n  follow-up: 2026-02-10\n2026-02-09 payment #A 10.00\n";
    assert!(worklist_tasks(paid, "2026-02-10").is_empty());
}

#[test]
fn of_several_accounts_the_one_that_lags_behind_counts() {
    let ladder = LADDER.replace("  bank-buffer", "  bank-stale: 7 days\n  bank-buffer");
    let is_stale = |lines: &str| {
        let journal = format!("{ladder}{INVOICE}{lines}");
        let book = TestJournal::from_text(&journal, "2026-02-13");
        let stages = book.print_report("stages", &ReportOptions::default(), "en", "csv");
        stages.contains(",bank-stale,")
    };
    let current = "  iban: NL91 ABNA 0417 1643 00\n  balance: 10.00\n";
    let savings = "  iban: nl20ingb0001234567\n";
    let through = |day: &str, account: &str| format!("2026-02-{day} bank-through\n{account}");
    let lagging = through("10", current) + &through("02", savings);
    assert!(is_stale(&lagging));
    assert!(!is_stale(&(lagging.clone() + &through("11", savings))));
    // A line without an account speaks of all of them; one of a later day is not known yet.
    assert!(!is_stale(&(lagging.clone() + &through("09", ""))));
    assert!(is_stale(&(lagging + &through("14", savings))));
}

#[test]
fn bank_data_that_are_old_keep_letters_back_and_ask_for_newer_ones() {
    let ladder = LADDER.replace("  bank-buffer", "  bank-stale: 7 days\n  bank-buffer");
    let journal = format!("{ladder}{INVOICE}2026-02-05 bank-through\n");
    let print = |on: &str, report: &str| {
        TestJournal::from_text(&journal, on).print_report(
            report,
            &ReportOptions::default(),
            "en",
            "csv",
        )
    };
    assert!(print("2026-02-12", "next").contains("send"));
    assert!(print("2026-02-13", "stages").contains(",bank-stale,"));
    let list = print("2026-02-13", "next");
    assert!(list.contains("2026-02-13,,,,bank,"), "{list}");
    assert!(!list.contains("send"), "{list}");
    // Looking ahead, bank data are as old as they are today.
    let ahead = ReportOptions {
        known_on: Some(parse_day("2026-02-10")),
        ..ReportOptions::default()
    };
    let ahead =
        TestJournal::from_text(&journal, "2026-03-10").print_report("next", &ahead, "en", "csv");
    assert!(ahead.contains("send"), "{ahead}");
}

#[test]
fn a_letter_about_too_little_waits_for_more() {
    let ladder = LADDER.replace(
        "  bank-buffer",
        "  minimum: 10.00\n  tolerance: 0.05\n  bank-buffer",
    );
    let print = |journal: &str, report: &str| {
        TestJournal::from_text(&format!("{ladder}{journal}"), "2026-02-20").print_report(
            report,
            &ReportOptions::default(),
            "en",
            "csv",
        )
    };
    let small = "2026-01-05 invoice #A @k 9.00 due 2026-02-04\n";
    assert!(print(small, "stages").contains(",minimum,"));
    assert!(!print(small, "next").contains("send"));
    let two = format!("{small}2026-01-05 invoice #B @k 1.00 due 2026-02-04\n");
    assert!(
        print(&two, "next").contains("A B,send,reminder,email,EUR,10.00"),
        "{}",
        print(&two, "next")
    );
    let cents = "2026-01-05 invoice #A @k 9.05 due 2026-02-04\n2026-02-01 payment #A 9.00\n";
    assert!(
        print(cents, "next")
            .contains("close,,,EUR,0.05,16,too little to ask for: writeoff #A 0.05"),
        "{}",
        print(cents, "next")
    );
}

#[test]
fn what_a_customer_refuses_is_not_proposed() {
    let refusing = LADDER.replace(
        "  email: k@k.example",
        "  email: k@k.example\n  no: agency,email",
    );
    let print = |journal: &str, on: &str, report: &str| {
        TestJournal::from_text(&format!("{refusing}{journal}"), on).print_report(
            report,
            &ReportOptions::default(),
            "en",
            "csv",
        )
    };
    // The reminder may still be made by phone; the demand has no way left.
    assert!(print(INVOICE, "2026-02-10", "next").contains("phone"));
    assert!(
        print(&reminded_journal(), "2026-04-10", "stages").contains("demand,2026-03-30,no-channel")
    );
    let last = format!(
        "{}2026-03-30 sent demand #A via post\n2026-04-10 sent final #A via post\n",
        reminded_journal()
    );
    assert!(print(&last, "2026-07-01", "stages").contains(",no-agency,"));
}

#[test]
fn what_happens_later_changes_no_earlier_morning() {
    let later = format!(
        "{}2026-03-25 promise #A 400.00 by 2026-03-31\n2026-04-05 dispute #A\n2026-04-10 payment #A 1000.00\n",
        reminded_journal()
    );
    for on in ["2026-02-06", "2026-02-07", "2026-03-19", "2026-03-24"] {
        let before = if on < "2026-03-20" {
            INVOICE.to_owned()
        } else {
            reminded_journal()
        };
        assert_eq!(
            worklist_tasks(&later, on),
            worklist_tasks(&before, on),
            "{on}"
        );
        assert_eq!(next_step(&later, on), next_step(&before, on), "{on}");
    }
}

#[test]
fn vat_can_be_asked_back_after_a_year_and_is_due_again_with_the_money() {
    let journal = "2026-01-05 invoice #A @k 1210.00 vat 21% due 2026-02-04\n";
    let vat = |journal: &str, on: &str| -> Vec<Vec<String>> {
        let rows = report_rows(journal, "next", on, &["date", "action", "amount", "reason"]);
        rows.into_iter()
            .filter(|row| row[1].starts_with("vat"))
            .collect()
    };
    assert!(vat(journal, "2027-02-03").is_empty());
    assert_eq!(
        vat(journal, "2027-02-04"),
        [["2027-02-04", "vat-reclaim", "1210.00", "210.00 EUR of VAT"]]
    );
    let asked = format!("{journal}2027-02-10 note #A | VAT asked back in the first quarter\n");
    assert!(vat(&asked, "2027-03-01").is_empty());
    let paid = format!("{asked}2027-05-03 payment #A 605.00\n");
    assert_eq!(
        vat(&paid, "2027-05-03"),
        [["2027-05-03", "vat-due-again", "105.00", "105.00 EUR of VAT"]]
    );
    let told =
        format!("{paid}2027-05-04 note #A | 105.00 of VAT paid again in the second quarter\n");
    assert!(vat(&told, "2027-05-04").is_empty());
}

#[test]
fn a_claim_that_ends_is_told_half_a_year_before() {
    let told =
        |journal: &str, on: &str| worklist_tasks(journal, on).contains(&"limitation".to_owned());
    assert!(!told(INVOICE, "2030-08-03"));
    assert!(told(INVOICE, "2030-08-04"));
    let noted = format!("{INVOICE}2030-09-01 note #A | moved abroad, looking for him\n");
    assert!(!told(&noted, "2030-09-02"));
    assert!(
        told(&noted, "2031-01-05"),
        "in the last month a note is not enough"
    );
    let demanded = format!("{noted}2031-01-06 sent demand #A via post\n");
    assert!(!told(&demanded, "2031-01-06"));
}

#[test]
fn what_is_half_said_is_told_without_holes() {
    let journal = "2026-01-05 invoice #A @k 1000.00\n  due: 500.00 on 2026-02-04\n  due: 500.00 on delivery\n\
                   2026-02-12 promise #A by 2026-02-20\n2026-02-25 dispute #A 99999.00 | all of it\n";
    let found = report_rows(
        journal,
        "next",
        "2026-03-01",
        &["action", "amount", "days", "reason"],
    );
    assert_eq!(
        found,
        [["dispute", "1000.00", "25", "since 2026-02-25: all of it"]],
        "an entry about the invoice answers the promise"
    );
    let earlier = report_rows(journal, "next", "2026-02-24", &["action", "reason"]);
    assert_eq!(
        earlier[0],
        [
            "promise-broken",
            "promised to pay by 2026-02-20, received nothing"
        ]
    );
}

#[test]
fn what_is_barred_waits_for_a_decision() {
    let tasks = |journal: &str, on: &str| report_rows(journal, "next", on, &["action", "reason"]);
    let decide = "barred after 2031-02-04: look for a demand, payment or promise that the journal lacks, ask without \
        pressing, or write off";
    // Nothing else is proposed: no letter, no call.
    assert_eq!(tasks(INVOICE, "2031-03-01"), [["decide", decide]]);
    assert_eq!(next_step(INVOICE, "2031-03-01").2, "barred");
    let noted = format!("{INVOICE}2031-03-01 note #A | we ask once more, politely\n");
    assert!(tasks(&noted, "2031-05-31").is_empty());
    assert_eq!(tasks(&noted, "2031-06-02"), [["decide", decide]]);
}
