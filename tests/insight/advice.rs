//! `advice`: whether it is worth going on with an invoice, and how.

use crate::reports::shelf::TestJournal;
use tegoed::insight::remedy::{Estimates, Remedy};
use tegoed::report::shared::report_input::ReportOptions;
use tegoed::value::share::{Quantity, Share, decimal_from_digits};

/// A printer with invoices of all sizes, all of them asked for in vain.
const PRINTER: &str = "\
format 1
decimal-mark ,

business
  name: Drukkerij De Pers
  language: nl
  policy: standard

policy standard
  terms: 14 days
  stage: reminder 3 days after due via email
  stage: demand 14 days after due gap 7 days via email
  stage: handover 30 days after due gap 7 days

customer @stil
  name: Uitgeverij Stil
  address: Kade 1
  address: 9711 AA Groningen
  kind: business
customer @vriend
  name: Toneelclub Vriend
  kind: business
  no: agency,post
customer @op
  name: Boekhandel Op
  kind: business
customer @nieuw
  name: Reclame Nieuw
  kind: business
customer @usa
  name: Posters Inc
  kind: business

2025-06-02 invoice #1 @stil 605,00 vat 21% due 2025-06-16
2025-06-16 payment #1 605,00
2026-01-05 invoice #50 @stil 50,00 vat 21% due 2026-01-19
2026-01-05 invoice #10000 @stil 10000,00 vat 21% due 2026-01-19
2026-01-05 invoice #30000 @stil 30000,00 due 2026-01-19
2026-01-23 sent reminder #50 #10000 #30000 via email
2026-02-03 sent demand #50 #10000 #30000 via email
2026-02-10 phone #50 | Niemand neemt op
  spent: 20 min
2026-02-12 letter #50 | Aangetekend
  spent: 10 min
  cost: 9,50

2026-01-05 invoice #V @vriend 800,00 vat 9% due 2026-01-19
2026-01-23 sent reminder #V via email
2026-02-03 sent demand #V via email
2026-01-05 invoice #O @op 900,00 due 2026-01-19
2026-02-01 insolvent @op
2026-02-20 invoice #N @nieuw 700,00 due 2026-03-06
2026-03-10 sent reminder #N via email
2026-01-05 invoice #U @usa 1000,00 USD due 2026-01-19
2026-01-05 invoice #H @nieuw 1000,00 due 2026-01-19
2026-01-22 sent reminder #H via email
2026-02-03 sent demand #H via email
2026-02-20 handover #H to agency
  commission: 12,5%
2026-03-05 payment #H 200,00
  commission: 25,00
";

fn printer_journal() -> TestJournal {
    TestJournal::from_text(PRINTER, "2026-03-16")
}

fn percent_share(percent: u32) -> Share {
    Share::from_hundredths(percent * 100)
}

fn whole_units(units: i128) -> Option<Quantity> {
    decimal_from_digits(units, 0)
}

fn advice_options(invoice: &str, estimates: Estimates<Quantity>) -> ReportOptions {
    ReportOptions {
        invoices: vec![invoice.to_owned()],
        estimates,
        ..ReportOptions::default()
    }
}

/// One column of the rows, by remedy.
fn remedy_column(invoice: &str, estimates: Estimates<Quantity>, key: &str) -> Vec<String> {
    let csv =
        printer_journal().print_report("advice", &advice_options(invoice, estimates), "nl", "csv");
    let mut lines = csv
        .lines()
        .map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>());
    let heads = lines.next().expect("headings");
    let place = heads.iter().position(|head| head == key).expect("a column");
    lines.map(|line| line[place].clone()).collect()
}

/// What S3-33 asks: a lawyer's letter of 250, and a fair chance.
fn lawyer_estimates() -> Estimates<Quantity> {
    Estimates {
        chances: vec![(None, percent_share(60))],
        lawyer_fee: whole_units(250),
        ..Estimates::default()
    }
}

fn all_estimates() -> Estimates<Quantity> {
    Estimates {
        chances: vec![
            (None, percent_share(60)),
            (Some(Remedy::SelfCollection), percent_share(20)),
            (Some(Remedy::Agency), percent_share(70)),
        ],
        minutes: vec![(Remedy::Court, 180)],
        hourly_rate: whole_units(60),
        agency_share: Some(percent_share(15)),
        lawyer_fee: whole_units(250),
        ..Estimates::default()
    }
}

#[test]
fn the_pages_read_well() {
    let book = printer_journal();
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_snapshot_path("../snapshots/insight/advice");
    let cases = [
        ("50", Estimates::default()),
        ("50", all_estimates()),
        ("10000", all_estimates()),
        ("V", all_estimates()),
        ("O", all_estimates()),
        ("N", all_estimates()),
        ("H", Estimates::default()),
        ("1", Estimates::default()),
    ];
    settings.bind(|| {
        for tag in ["nl", "en"] {
            for (invoice, estimates) in &cases {
                let options = advice_options(invoice, estimates.clone());
                let page = book.print_report("advice", &options, tag, "text");
                let by_hand = if *estimates == Estimates::default() {
                    ""
                } else {
                    ".estimated"
                };
                insta::assert_snapshot!(format!("{invoice}{by_hand}.{tag}"), page);
            }
        }
        let options = advice_options("10000", all_estimates());
        let page = book.print_report("advice", &options, "nl", "csv");
        insta::assert_snapshot!("10000.estimated.csv", page);
    });
}

#[test]
fn a_lawyer_is_not_worth_it_at_50_and_is_at_10000() {
    let verdict = |invoice| remedy_column(invoice, lawyer_estimates(), "verdict")[2].clone();
    assert_eq!([verdict("50"), verdict("10000")], ["not-worth", "worth"]);
    // Without a chance the least one tells the same: 500% and 3%.
    let only_fee = || Estimates {
        lawyer_fee: whole_units(250),
        ..Estimates::default()
    };
    let least = |invoice| remedy_column(invoice, only_fee(), "break_even")[2].clone();
    assert_eq!([least("50"), least("10000")], ["500", "3"]);
    let verdict = |invoice| remedy_column(invoice, only_fee(), "verdict")[2].clone();
    assert_eq!(
        [verdict("50"), verdict("10000")],
        ["not-worth", "from-chance"]
    );
}

#[test]
fn expected_is_open_times_chance_less_what_it_costs() {
    // 10,000 x 20%, 70% less 15%, 60% less 250, 60% less 559 and three hours of 60; nothing.
    let of = |key| remedy_column("10000", all_estimates(), key);
    assert_eq!(
        of("expected"),
        ["2000.00", "7000.00", "6000.00", "6000.00", ""]
    );
    assert_eq!(of("cost"), ["0.00", "1050.00", "250.00", "739.00", "0.00"]);
    assert_eq!(
        of("result"),
        ["2000.00", "5950.00", "5750.00", "5261.00", ""]
    );
    assert_eq!(of("break_even"), ["0", "0", "3", "8", ""]);
    assert_eq!(
        of("verdict"),
        ["worth", "best", "worth", "worth", "nothing"]
    );
}

#[test]
fn going_on_costs_as_much_time_again_unless_one_says_otherwise() {
    // 30 minutes so far, at 60 an hour.
    assert_eq!(remedy_column("50", all_estimates(), "cost")[0], "30.00");
    let longer = Estimates {
        minutes: vec![(Remedy::SelfCollection, 120)],
        ..all_estimates()
    };
    assert_eq!(remedy_column("50", longer, "cost")[0], "120.00");
}

#[test]
fn where_nothing_brings_more_than_it_costs_one_stops() {
    let poor = Estimates {
        chances: vec![(None, percent_share(10))],
        ..all_estimates()
    };
    // An agency that asks only a share of what comes in is always worth a little.
    assert_eq!(
        remedy_column("50", poor, "verdict"),
        ["not-worth", "best", "not-worth", "not-worth", "nothing"]
    );
    let no_agency = Estimates {
        threshold: whole_units(100),
        chances: vec![(None, percent_share(10))],
        ..all_estimates()
    };
    assert_eq!(
        remedy_column("50", no_agency, "verdict"),
        [
            "not-worth",
            "below-threshold",
            "below-threshold",
            "below-threshold",
            "best"
        ]
    );
}

#[test]
fn a_court_for_larger_claims_needs_a_lawyer() {
    let costs = remedy_column("30000", all_estimates(), "cost");
    assert_eq!(
        costs[3], "3513.00",
        "3,083, a lawyer of 250, three hours of 60"
    );
    let person = Estimates {
        is_natural_person: true,
        ..all_estimates()
    };
    assert_eq!(remedy_column("30000", person, "cost")[3], "1844.00");
    let no_lawyer = Estimates {
        lawyer_fee: None,
        ..all_estimates()
    };
    assert_eq!(
        remedy_column("30000", no_lawyer, "verdict")[3],
        "cost-unknown"
    );
}

#[test]
fn what_bars_a_remedy_is_told() {
    assert_eq!(
        remedy_column("V", all_estimates(), "verdict")[1],
        "not-this-customer"
    );
    assert_eq!(
        remedy_column("O", all_estimates(), "verdict"),
        ["insolvent", "insolvent", "insolvent", "insolvent", "best"]
    );
    assert_eq!(
        remedy_column("N", all_estimates(), "verdict"),
        ["best", "not-yet", "not-yet", "not-worth", "nothing"]
    );
}

#[test]
fn what_an_agency_agreed_to_is_taken_from_the_journal() {
    let chance = Estimates {
        chances: vec![(None, percent_share(50))],
        ..Estimates::default()
    };
    // 800 open, 400 expected, 12.5% of that.
    assert_eq!(remedy_column("H", chance, "cost")[1], "50.00");
}

#[test]
fn no_court_fee_is_made_up() {
    // Dollars; and a day before the table begins.
    assert_eq!(remedy_column("U", all_estimates(), "verdict")[3], "not-yet");
    assert_eq!(remedy_column("U", all_estimates(), "cost")[3], "");
    let early = TestJournal::from_text(PRINTER, "2025-06-10");
    let csv = early.print_report("advice", &advice_options("1", all_estimates()), "en", "csv");
    assert!(
        csv.contains("1,court,60,EUR,605.00,363.00,,,,not-yet"),
        "{csv}"
    );
}

#[test]
fn a_step_that_was_left_out_is_no_letter_and_the_bailiff_is_not_forgotten() {
    let text = format!(
        "{PRINTER}2026-01-05 invoice #S @stil 900,00 vat 9% due 2026-01-19\n2026-01-25 skip reminder #S | Spoke with her\n"
    );
    let options = ReportOptions {
        invoices: vec!["S".to_owned()],
        ..ReportOptions::default()
    };
    let last_letter = |text: &str| {
        let book = TestJournal::from_text(text, "2026-03-02");
        let page = book.print_report("advice", &options, "en", "text");
        assert!(
            page.contains("What a bailiff asks for the summons is not counted."),
            "{page}"
        );
        let line = page.lines().find(|line| line.starts_with("Last letter"));
        line.unwrap_or_default().to_owned()
    };
    assert!(last_letter(&text).ends_with("none"));
    let sent = text.replace(
        "skip reminder #S | Spoke with her",
        "sent reminder #S via post",
    );
    assert!(last_letter(&sent).ends_with("reminder, 2026-01-25"));
}

#[test]
fn of_a_plan_that_goes_on_the_court_fee_is_that_of_what_may_be_asked() {
    let text = format!(
        "{PRINTER}2026-01-05 invoice #P @vriend 3000,00 vat 9% due 2026-01-19\n2026-02-01 plan #P\n  due: 1000,00 monthly from 2026-02-15 times 3\n"
    );
    let options = ReportOptions {
        invoices: vec!["P".to_owned()],
        ..ReportOptions::default()
    };
    let book = TestJournal::from_text(&text, "2026-03-02");
    let page = book.print_report("advice", &options, "nl", "text");
    let fees: Vec<&str> = page.matches("529,00").collect();
    assert!(
        fees.is_empty() && page.contains("350,00 EUR griffierecht"),
        "{page}"
    );
}
