//! `behaviour`: what a business owner learns about those who owe him.

use crate::reports::shelf::TestJournal;
use tegoed::report::shared::report_input::ReportOptions;

/// A hairdresser's supplier and six salons, each with a habit of its own.
const SALONS: &str = "\
format 1
decimal-mark ,

business
  name: Kappersgroothandel Bos
  language: nl
  policy: standard

policy standard
  terms: 30 days

customer @trouw
  name: Salon Trouw
  kind: business
customer @eens
  name: Salon Eens
  kind: business
customer @steeds
  name: Salon Steeds
  kind: business
customer @nieuw
  name: Salon Nieuw
  kind: business
customer @gelijk
  name: Salon Gelijk
  kind: business
customer @stil
  name: Salon Stil
  kind: business

; Always in time, once to the day.
2025-02-03 invoice #1 @trouw 100,00 due 2025-03-05
2025-02-28 payment #1 100,00
2025-04-03 invoice #2 @trouw 200,00 due 2025-05-03
2025-05-03 payment #2 200,00
2025-06-03 invoice #3 @trouw 300,00 due 2025-07-03
2025-07-01 payment #3 300,00
2025-07-10 visit @trouw | Nieuwe kleuren laten zien

; Once late, in two parts; the day on which nothing is open any more counts.
2025-02-04 invoice #4 @eens 100,00 due 2025-03-06
2025-03-06 payment #4 100,00
2025-04-04 invoice #5 @eens 100,00 due 2025-05-04
2025-05-02 payment #5 40,00
2025-05-14 payment #5 60,00
2025-06-04 invoice #6 @eens 100,00 due 2025-07-04
2025-07-04 payment #6 100,00
2025-08-04 invoice #7 @eens 500,00 due 2025-09-03
2025-09-03 payment #7 500,00

; Later and later, with stories.
2024-03-05 invoice #8 @steeds 100,00 due 2024-04-04
2024-04-04 payment #8 100,00
2024-06-05 invoice #9 @steeds 100,00 due 2024-07-05
2024-07-08 payment #9 100,00
2024-09-05 invoice #10 @steeds 100,00 due 2024-10-05
2024-10-05 payment #10 100,00
2025-02-05 invoice #11 @steeds 1000,00 due 2025-03-07
2025-03-14 phone #11 | De boekhouder was ziek
  reason: admin
  verified: no
2025-03-14 promise #11 1000,00 by 2025-03-21
2025-03-27 payment #11 1000,00
2025-04-05 invoice #12 @steeds 100,00 due 2025-05-05
2025-05-12 phone #12 | De zaak loopt slecht
  reason: cashflow
  verified: yes
2025-05-12 promise #12 100,00 by 2025-06-10
2025-06-06 payment #12 100,00
2025-06-05 invoice #13 @steeds 100,00 due 2025-07-05
2025-08-04 payment #13 100,00
2025-07-20 phone @steeds | Weer slecht
  reason: cashflow
2025-08-05 invoice #14 @steeds 100,00 due 2025-09-04
2025-10-01 fee #14 15,00
2025-10-24 payment #14 115,00
2025-09-05 invoice #15 @steeds 100,00 due 2025-10-05
2025-11-24 payment #15 100,00
2025-10-05 invoice #16 @steeds 250,00 due 2025-11-04

; Two invoices: too few.
2025-09-08 invoice #17 @nieuw 100,00 due 2025-10-08
2025-10-01 payment #17 100,00
2025-10-08 invoice #18 @nieuw 100,00 due 2025-11-07
2025-11-20 payment #18 100,00

; A dispute that was upheld does not count against him; a credit note and a voided invoice tell nothing.
2025-01-09 invoice #19 @gelijk 100,00 due 2025-02-08
2025-02-08 payment #19 100,00
2025-02-09 invoice #20 @gelijk 100,00 due 2025-03-11
2025-03-11 payment #20 100,00
2025-03-09 invoice #21 @gelijk 100,00 due 2025-04-08
2025-04-08 payment #21 100,00
2025-04-09 invoice #22 @gelijk 400,00 due 2025-05-09
2025-05-10 dispute #22 100,00 | Verkeerde verf
2025-06-20 resolve #22 upheld
2025-06-20 credit #C1 for #22 100,00
2025-07-30 payment #22 300,00
2025-08-09 invoice #23 @gelijk 50,00 due 2025-09-08
2025-10-20 credit #C2 for #23 50,00
2025-08-10 invoice #24 @gelijk 60,00 due 2025-09-09
2025-08-12 void #24

; Nothing for more than a year, and one given up.
2023-01-09 invoice #25 @stil 100,00 due 2023-02-08
2023-02-08 payment #25 100,00
2023-02-09 invoice #26 @stil 100,00 due 2023-03-11
2023-03-12 payment #26 100,00
2023-03-09 invoice #27 @stil 100,00 due 2023-04-08
2023-04-20 payment #27 100,00
2023-06-09 invoice #28 @stil 75,00 due 2023-07-09
2024-01-02 writeoff #28 | Zaak gesloten
2024-01-02 insolvent @stil
";

fn salon_journal() -> TestJournal {
    TestJournal::from_text(SALONS, "2025-12-01")
}

fn subject_options(subject: &str) -> ReportOptions {
    ReportOptions {
        subject: Some(subject.to_owned()),
        ..ReportOptions::default()
    }
}

/// The row of a customer, by column.
fn customer_cells(book: &TestJournal, customer: &str) -> impl Fn(&str) -> String + use<> {
    let csv = book.print_report("behaviour", &subject_options(customer), "nl", "csv");
    let mut lines = csv.lines().map(|line| line.split(',').map(str::to_owned));
    let heads: Vec<String> = lines.next().expect("headings").collect();
    let row: Vec<String> = lines.next().expect("a row").collect();
    move |key: &str| {
        let place = heads.iter().position(|head| head == key);
        row[place.unwrap_or_else(|| panic!("{key} among {heads:?}"))].clone()
    }
}

#[test]
fn the_pages_read_well() {
    let book = salon_journal();
    let mut pages = String::new();
    for tag in ["nl", "en"] {
        for ask in [
            ReportOptions::default(),
            subject_options("steeds"),
            subject_options("nieuw"),
            subject_options("stil"),
        ] {
            pages.push_str(&book.print_report("behaviour", &ask, tag, "text"));
            pages.push_str("\n\n");
        }
    }
    pages.push_str(&book.print_report("behaviour", &ReportOptions::default(), "nl", "csv"));
    insta::with_settings!({ snapshot_path => "../snapshots/insight", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("behaviour", pages);
    });
}

#[test]
fn who_pays_in_time_is_said_to() {
    let cell = customer_cells(&salon_journal(), "trouw");
    assert_eq!(cell("settled"), "3");
    assert_eq!(cell("on_time_share"), "100");
    assert_eq!(cell("pattern"), "on-time");
    assert_eq!(cell("worst_days"), "0");
    assert_eq!(cell("last_friendly"), "2025-07-10");
}

#[test]
fn an_item_is_settled_on_the_day_nothing_of_it_is_open() {
    let cell = customer_cells(&salon_journal(), "eens");
    assert_eq!(cell("last_five"), "0 10 0 0");
    assert_eq!(cell("pattern"), "one-off");
    assert_eq!(cell("on_time_share"), "75");
    assert_eq!(cell("median_days"), "0");
    // 100 of 800 were ten days late: 1.25 days.
    assert_eq!(cell("weighted_days"), "1");
}

#[test]
fn who_pays_later_and_later_is_seen_to() {
    let cell = customer_cells(&salon_journal(), "steeds");
    assert_eq!(cell("settled"), "8");
    assert_eq!(cell("last_five"), "20 32 30 50 50");
    assert_eq!(cell("pattern"), "recurring");
    // 0 0 3 20 30 32 50 50: halfway between 20 and 30.
    assert_eq!(cell("median_days"), "25");
    assert_eq!(cell("worst_days"), "50");
    assert_eq!(cell("overdue"), "1");
    assert_eq!([cell("promises_kept"), cell("promises_broken")], ["1", "1"]);
    assert_eq!(cell("reasons"), "admin:1 cashflow:2");
}

#[test]
fn two_items_are_too_few_for_figures() {
    let cell = customer_cells(&salon_journal(), "nieuw");
    assert_eq!(cell("pattern"), "too-few");
    for figure in ["on_time_share", "median_days", "weighted_days"] {
        assert_eq!(cell(figure), "", "{figure}");
    }
    assert_eq!([cell("settled"), cell("on_time")], ["2", "1"]);
}

#[test]
fn what_was_his_right_does_not_count_against_him() {
    let cell = customer_cells(&salon_journal(), "gelijk");
    assert_eq!(cell("settled"), "3");
    assert_eq!(cell("pattern"), "on-time");
    // 100 + 100 + 100 + 400 + 50, less the credit notes of 150; the voided invoice was never one.
    assert_eq!([cell("invoices"), cell("turnover")], ["5", "600.00"]);
}

#[test]
fn a_customer_of_long_ago_is_quiet_and_what_was_given_up_is_told() {
    let cell = customer_cells(&salon_journal(), "stil");
    assert_eq!(cell("pattern"), "quiet");
    assert_eq!(cell("settled"), "3");
    assert_eq!(cell("written_off"), "1");
}

#[test]
fn days_of_sales_outstanding_are_open_over_invoiced_times_days() {
    let cell = customer_cells(&salon_journal(), "steeds");
    // 250.00 open, of 1,650.00 in the year from 2024-12-02: 55.3 days.
    assert_eq!([cell("open"), cell("dso_days")], ["250.00", "55"]);
}

#[test]
fn a_reversal_opens_the_item_again_until_it_is_paid() {
    let text = format!(
        "{SALONS}\n2025-12-02 reversal @trouw 300,00 of 2025-07-01\n2025-12-03 payment #3 300,00\n"
    );
    let book = TestJournal::from_text(&text, "2025-12-02");
    let cell = customer_cells(&book, "trouw");
    assert_eq!([cell("settled"), cell("overdue")], ["2", "1"]);
    let later = book.on_day(crate::reports::shelf::parse_day("2025-12-03"));
    assert_eq!(customer_cells(&later, "trouw")("last_five"), "-5 0 153");
}

#[test]
fn an_attempt_in_vain_or_a_visit_to_come_is_no_contact() {
    let last = |contact: &str| {
        let text = format!(
            "format 1\ncustomer @k\n  name: Kok\n  kind: business\n  terms: 30 days\n\
             2026-01-05 invoice #1 @k 100.00 vat 21%\n2026-02-20 {contact}\n"
        );
        let book = TestJournal::from_text(&text, "2026-02-25");
        let page = book.print_report("behaviour", &ReportOptions::default(), "en", "csv");
        let mut lines = page.lines().map(|line| line.split(',').collect::<Vec<_>>());
        let (head, row) = (lines.next().unwrap(), lines.next().unwrap());
        let place = head.iter().position(|name| *name == "last_friendly");
        row[place.unwrap()].to_owned()
    };
    for contact in [
        "phone @k\n  outcome: no-answer",
        "phone @k\n  outcome: voicemail",
        "phone @k\n  outcome: postponed",
        "visit @k\n  outcome: cancelled",
        "visit @k\n  outcome: afgezegd",
        "visit @k\n  outcome: planned",
        "visit @k\n  follow-up: 2026-03-02",
    ] {
        assert_eq!(last(contact), "", "{contact}");
    }
    for contact in [
        "phone @k | all well",
        "visit @k\n  outcome: will-order",
        "email @k | thanks",
    ] {
        assert_eq!(last(contact), "2026-02-20", "{contact}");
    }
}
