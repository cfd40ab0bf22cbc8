//! What was arranged is told alike by everything that speaks of it on one day: settlements that can be reached, promises
//! beside a plan, entries about invoices of two customers, what was conceded and partly paid.

use super::rules::{LADDER, report_rows};
use crate::reports::shelf::TestJournal;
use tegoed::report::shared::report_input::ReportOptions;

fn page(report: &str, entries: &str, on: &str) -> String {
    let ask = ReportOptions {
        subject: Some("k".to_owned()),
        invoices: vec!["k".to_owned()],
        ..ReportOptions::default()
    };
    let book = TestJournal::from_text(&format!("{LADDER}{entries}"), on);
    let page = book.print_report(report, &ask, "en", "text");
    page.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn actions(entries: &str, on: &str) -> Vec<String> {
    let rows = report_rows(entries, "next", on, &["action", "customer", "amount"]);
    rows.into_iter().map(|row| row.join(" ")).collect()
}

/// Due on 4 February.
const INVOICE: &str = "2026-01-05 invoice #7 @k 640.00 due 2026-02-04 | Awning\n";

#[test]
fn a_settlement_that_can_be_reached_holds_the_steps_and_is_named() {
    let offer = format!("{INVOICE}2026-02-20 settle #7 450.00 by 2026-03-10 | Agreed by phone\n");
    let stage = |text: &str, on| {
        let rows = report_rows(text, "stages", on, &["hold", "hold_until", "blocked_by"]);
        rows[0].join(" ")
    };
    assert_eq!(
        stage(&offer, "2026-03-10"),
        "settlement 2026-03-12 settlement"
    );
    assert_eq!(actions(&offer, "2026-03-10"), Vec::<String>::new());
    let call = page("call", &offer, "2026-03-10");
    assert!(
        call.contains("settlement offer, 450.00 EUR by 2026-03-10"),
        "{call}"
    );
    let claim = page("claim", &offer, "2026-03-10");
    let words =
        "the settlement offer of 2026-02-20 still stands: once 450.00 EUR is paid by 2026-03-10";
    assert!(claim.contains(words), "{claim}");
    // What came in counts; after its day and the time the bank needs nothing is held.
    let part = format!("{offer}2026-02-25 payment #7 100.00\n");
    let claim = page("claim", &part, "2026-03-01");
    assert!(claim.contains("once 350.00 EUR is paid by"), "{claim}");
    assert_eq!(stage(&part, "2026-03-13"), "  ");
    let after = actions(&part, "2026-03-13");
    assert!(
        after.contains(&"settlement-lapsed k 540.00".to_owned()),
        "{after:?}"
    );
    assert!(!page("claim", &part, "2026-03-11").contains("still stands"));
    // A release ends the waiting and not the offer; where no more than the offer is open, nothing is given up.
    let released = format!("{offer}2026-02-26 release #7\n");
    assert_eq!(stage(&released, "2026-03-01"), "  ");
    assert!(page("call", &released, "2026-03-01").contains("settlement offer, 450.00 EUR"));
    let credited = format!("{offer}2026-02-26 credit #C1 for #7 190.00\n");
    assert_eq!(stage(&credited, "2026-03-01"), "  ");
}

#[test]
fn an_entry_about_invoices_of_two_customers_is_told_to_each() {
    let text = "customer @m\n  name: M\n  kind: business\n\n\
        2026-01-05 invoice #7 @k 640.00 due 2026-02-04\n\
        2026-01-05 invoice #8 @m 90.00 due 2026-02-04\n\
        2026-02-06 phone #7 #8 | Spoke with both\n  follow-up: 2026-02-12\n\
        2026-02-08 promise #7 #8 730.00 by 2026-02-15\n";
    let told = actions(text, "2026-02-20");
    for line in ["promise-broken k 640.00", "promise-broken m 90.00"] {
        assert!(told.contains(&line.to_owned()), "{told:?}");
    }
    let told = actions(
        &text.replace("2026-02-08 promise", "2026-02-05 promise"),
        "2026-02-14",
    );
    for line in ["follow-up k 640.00", "follow-up m 90.00"] {
        assert!(told.contains(&line.to_owned()), "{told:?}");
    }
    let ask = ReportOptions {
        subject: Some("m".to_owned()),
        ..ReportOptions::default()
    };
    let book = TestJournal::from_text(&format!("{LADDER}{text}"), "2026-02-20");
    assert!(
        book.print_report("show", &ask, "en", "text")
            .contains("Spoke with both")
    );
}

const PLAN: &str = "2026-01-05 invoice #7 @k 640.00 due 2026-02-04\n\
    2026-02-10 plan #7\n  due: 160.00 monthly from 2026-02-20 times 4\n  signed: yes\n\
    2026-02-20 payment #7 160.00\n";

#[test]
fn a_promise_beside_a_plan_asks_no_more_than_the_plan_does() {
    // Promised earlier than the plan asks, and not kept: nothing is due yet.
    let early = format!("{PLAN}2026-03-01 promise #7 160.00 by 2026-03-05\n");
    assert_eq!(actions(&early, "2026-03-10"), Vec::<String>::new());
    // A part was missed and promised: the promise is about that part, also in the forecast.
    let late = format!("{PLAN}2026-03-22 promise #7 160.00 by 2026-03-30\n");
    assert_eq!(actions(&late, "2026-03-25"), Vec::<String>::new());
    let rows = report_rows(&late, "forecast", "2026-03-25", &["week", "amount"]);
    let unknown: Vec<_> = rows.iter().filter(|row| row[0] == "unknown").collect();
    assert!(unknown.is_empty(), "{rows:?}");
    let broken = actions(&late, "2026-04-02");
    assert!(
        broken.contains(&"promise-broken k 160.00".to_owned()),
        "{broken:?}"
    );
}

#[test]
fn a_follow_up_of_an_invoice_in_a_plan_names_what_the_plan_asks() {
    let text = format!("{PLAN}2026-03-22 note #7 | Look again\n  follow-up: 2026-03-24\n");
    let told = actions(&text, "2026-03-29");
    assert!(told.contains(&"follow-up k 160.00".to_owned()), "{told:?}");
    let early = text
        .replace("2026-03-22", "2026-03-02")
        .replace("2026-03-24", "2026-03-04");
    assert!(actions(&early, "2026-03-05").contains(&"follow-up k ".to_owned()));
}

#[test]
fn what_was_conceded_keeps_its_amount_when_some_of_it_was_paid() {
    let text = format!(
        "{INVOICE}2026-02-10 dispute #7 240.00 | Torn\n2026-02-12 payment #7 500.00\n2026-02-14 resolve #7 upheld 240.00\n"
    );
    let claim = page("claim", &text, "2026-03-01");
    assert!(
        claim.contains("240.00 EUR was conceded on 2026-02-14: it is not owed and not claimed, nor interest over it. Of that, 140.00 EUR is open."),
        "{claim}"
    );
    assert!(claim.contains("Principal 0.00"), "{claim}");
}

#[test]
fn a_claim_on_a_customer_of_whom_nothing_is_due_is_of_nothing() {
    let paid = format!("{INVOICE}2026-02-01 payment #7 640.00\n");
    let claim = page("claim", &paid, "2026-03-01");
    assert!(
        claim.contains("Nothing is open on 1 March 2026."),
        "{claim}"
    );
    assert!(
        claim.contains("Together 0.00") || claim.contains("Total 0.00"),
        "{claim}"
    );
    let claim = page("claim", INVOICE, "2026-02-04");
    assert!(claim.contains("#7 is due on 2026-02-04"), "{claim}");
}

#[test]
fn a_missed_part_is_late_from_its_own_day_in_calls_and_the_work_list() {
    let days = |report| report_rows(PLAN, report, "2026-03-29", &["days"])[0].join(" ");
    assert_eq!(days("next"), "9");
    let call = page("call", PLAN, "2026-03-29");
    assert!(call.contains("2026-03-20 9 640.00"), "{call}");
}

#[test]
fn nothing_is_late_by_less_than_no_days() {
    let text = format!("{INVOICE}2026-01-20 promise #7 640.00 by 2026-01-25\n");
    let book = TestJournal::from_text(&format!("{LADDER}{text}"), "2026-02-01");
    let people = ReportOptions {
        for_people: true,
        ..ReportOptions::default()
    };
    let next = book.print_report("next", &people, "en", "text");
    assert!(
        next.contains("promise not kept") && !next.contains("-3"),
        "{next}"
    );
    // Programs read how many days are left.
    assert_eq!(
        report_rows(&text, "next", "2026-02-01", &["days"])[0].join(" "),
        "-3"
    );
    let call = page("call", &text, "2026-02-01");
    assert!(!call.contains("-3"), "{call}");
    assert!(
        call.contains("Nothing of this customer is late. Call only about what was agreed"),
        "{call}"
    );
}

#[test]
fn a_part_that_money_on_account_covers_is_not_missing() {
    let text = format!("{PLAN}2026-03-18 payment @k 160.00 on-account\n");
    assert_eq!(actions(&text, "2026-03-29"), ["use-credit k 160.00"]);
    let some = format!("{PLAN}2026-03-18 payment @k 60.00 on-account\n");
    assert!(actions(&some, "2026-03-29").contains(&"instalment-missed k 100.00".to_owned()));
    // A call about another invoice says what the money goes off.
    let other = format!("{text}2026-01-06 invoice #9 @k 90.00 due 2026-02-05 | Rail\n");
    let call = page("call", &other, "2026-03-29");
    assert!(call.contains("€90.00 is still open"), "{call}");
    assert!(
        call.contains(
            "We hold €160.00 of yours that we take off invoice 7; what I named does not include it."
        ),
        "{call}"
    );
}
