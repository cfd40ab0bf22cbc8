//! What must hold for every claim, and the figures that decide a case.

use super::pages::{claim_journals, requested_claims};
use crate::journals::MemoryFiles;
use crate::reports::shelf::TestJournal;
use tegoed::claim::build_customer_claims;
use tegoed::claim::model::{Claim, ClaimError, ClaimRowKind, CustomerClaims};
use tegoed::claim::remark::ClaimRemark;
use tegoed::journal::model::{InvoiceIx, NumberUse};
use tegoed::policy::interest::InterestError;
use tegoed::policy::jurisdiction::nl::LAW;
use tegoed::report::shared::report_definition::ReportError;
use tegoed::report::shared::report_input::ReportOptions;
use tegoed::value::money::Minor;

pub fn claim_answer(book: &TestJournal, ask: &ReportOptions) -> Result<CustomerClaims, ClaimError> {
    let journal = &book.outcome.journal;
    let find = |number: &String| {
        journal
            .invoice_numbers
            .index_of::<InvoiceIx>(number)
            .unwrap()
    };
    let numbers: Vec<InvoiceIx> = ask.invoices.iter().map(find).collect();
    book.with_report_input(ask, "en", |scope| {
        build_customer_claims(scope.day.claims(), &numbers).map(Option::unwrap)
    })
}

fn sum_rows(claim: &Claim, pick: impl Fn(ClaimRowKind) -> bool) -> Minor {
    let rows = claim.rows.iter().filter(|row| pick(row.kind));
    rows.map(|row| row.amount).sum()
}

#[test]
fn the_lines_add_up_to_what_is_left() {
    let mut lines = 0;
    for (name, text) in claim_journals() {
        for (book, ask) in requested_claims(&text) {
            for claim in claim_answer(&book, &ask).unwrap().claims {
                assert_eq!(
                    sum_rows(&claim, |_| true),
                    claim.total,
                    "{name}: {:?}",
                    ask.invoices
                );
                let parts = claim.principal + claim.interest + claim.costs;
                assert_eq!(parts, claim.total, "{name}");
                lines += claim.rows.len();
                for row in &claim.rows {
                    let lowers = matches!(
                        row.kind,
                        ClaimRowKind::Payment
                            | ClaimRowKind::Credit
                            | ClaimRowKind::Waiver
                            | ClaimRowKind::WrittenOff
                            | ClaimRowKind::Contested
                            | ClaimRowKind::Conceded
                    );
                    assert_eq!(
                        lowers,
                        !row.amount.is_positive() && !row.amount.is_zero(),
                        "{name}: {row:?}"
                    );
                }
            }
        }
    }
    assert!(lines > 100);
}

/// Everything open of each customer of every journal of the repository: the lines add up, and where no rules are known
/// the claim is what the books have.
#[test]
fn every_journal_can_be_claimed() {
    let mut asked = 0;
    for (name, text) in crate::journals::all_text_journals() {
        let outcome = crate::journals::check_text(&text);
        let journal = &outcome.journal;
        let files = MemoryFiles::single(&text);
        let book = TestJournal::read_with_errors(files, "main.tegoed", outcome.ledger.as_of);
        for customer in journal.customers_by_id() {
            let own = journal.invoices.iter().filter(|(_, invoice)| {
                invoice.number_use == NumberUse::Invoice && invoice.customer == Some(customer)
            });
            let numbers: Vec<InvoiceIx> = own.map(|(number, _)| number).collect();
            let answer = book.with_report_input(&ReportOptions::default(), "en", |scope| {
                build_customer_claims(scope.day.claims(), &numbers)
            });
            let answer = match answer {
                Ok(answer) => answer,
                Err(ClaimError::Interest(..) | ClaimError::TooLarge(_)) => continue,
                Err(other) => panic!("{name}: {other:?}"),
            };
            for claim in answer.iter().flat_map(|answer| &answer.claims) {
                asked += 1;
                assert_eq!(sum_rows(claim, |_| true), claim.total, "{name}");
                assert!(claim.total >= Minor::ZERO, "{name}");
                let differs = answer.iter().flat_map(|answer| &answer.remarks);
                for remark in differs {
                    if let ClaimRemark::DiffersFromBooks((booked, claimed), because) = remark {
                        let parts: Minor = because.iter().map(|(_, part)| part.minor).sum();
                        assert_eq!(parts, claimed.minor - booked.minor, "{name}");
                    }
                }
                if answer.as_ref().is_some_and(|answer| answer.law.is_none()) {
                    assert_eq!(claim.total, claim.book_balance, "{name}");
                }
            }
        }
    }
    assert!(asked > 50, "only {asked}");
}

/// Stands under every page with a figure of law.
const NOT_ADVICE: &str =
    "gathered from public sources by people who are not lawyers; no legal advice";

#[test]
fn every_claim_says_that_it_is_no_advice_and_how_days_count() {
    for (name, text) in claim_journals() {
        for (book, ask) in requested_claims(&text) {
            let page = book
                .print_report("claim", &ask, "en", "text")
                .replace('\n', " ");
            assert!(page.to_lowercase().contains(NOT_ADVICE), "{name}: {page}");
            // Where no law is known no interest is reckoned, and nothing is said of how days count.
            let said = page.contains("Dutch law does not say how days count");
            assert_eq!(page.contains("Day count"), said, "{name}: {page}");
        }
    }
}

/// A journal of one invoice of 1,000 due on 31 January 2026.
fn one_invoice_journal(kind: &str, more: &str) -> String {
    format!(
        "format 1\nbusiness\n  name: B\ncustomer @k\n  name: K\n  kind: {kind}\n2026-01-01 agreed @k\n\
         2026-01-01 invoice #1 @k 1000.00 due 2026-01-31 vat 21%\n{more}"
    )
}

fn only_claim(text: &str, on: &str) -> Claim {
    let book = TestJournal::from_text(text, on);
    let ask = ReportOptions {
        invoices: vec!["1".to_owned()],
        ..ReportOptions::default()
    };
    let mut found = claim_answer(&book, &ask).unwrap().claims;
    assert_eq!(found.len(), 1);
    found.remove(0)
}

fn claimed_costs(text: &str, on: &str) -> Minor {
    sum_rows(&only_claim(text, on), |kind| kind == ClaimRowKind::Costs)
}

#[test]
fn rules_hold_where_they_are_known_of_the_law_that_governs() {
    let said = |home: &str, country: &str| {
        let text = one_invoice_journal("business", "")
            .replace("name: B", &format!("name: B\n  country: {home}"));
        let text = text.replace("name: K", &format!("name: K\n  country: {country}"));
        let book = TestJournal::from_text(&text, "2026-04-01");
        let invoices = vec!["1".to_owned()];
        let ask = ReportOptions {
            invoices,
            ..ReportOptions::default()
        };
        book.print_report("claim", &ask, "en", "text")
    };
    assert!(said("NL", "NL").contains("BW 6:119a"));
    assert!(said("NL", "DE").contains("BW 6:119a"));
    for (home, country, words) in [
        ("BE", "NL", "No rules for BE:"),
        ("DE", "DE", "No rules for DE:"),
    ] {
        let page = said(home, country);
        assert!(page.contains(words) && !page.contains("interest"), "{page}");
    }
}

#[test]
fn a_business_owes_costs_from_the_first_late_day() {
    let text = one_invoice_journal("business", "");
    assert_eq!(claimed_costs(&text, "2026-01-31"), Minor::ZERO);
    assert_eq!(claimed_costs(&text, "2026-02-01"), Minor(15_000));
    let text = one_invoice_journal("government", "2026-01-20 payment #1 999.00\n");
    assert_eq!(claimed_costs(&text, "2026-02-01"), Minor(4_000));
}

#[test]
fn a_consumer_owes_costs_from_the_day_after_the_letter_ran_out() {
    let letter = "2026-03-02 sent final #1 via post\n  costs: 150.00\n";
    let text = one_invoice_journal("consumer", letter);
    assert_eq!(claimed_costs(&text, "2026-03-18"), Minor::ZERO);
    assert_eq!(claimed_costs(&text, "2026-03-19"), Minor(15_000));
    // A day of receipt that is known goes before the presumption.
    let known = format!("{letter}  received: 2026-03-06\n");
    let text = one_invoice_journal("consumer", &known);
    assert_eq!(claimed_costs(&text, "2026-03-20"), Minor::ZERO);
    assert_eq!(claimed_costs(&text, "2026-03-21"), Minor(15_000));
}

#[test]
fn a_payment_before_costs_are_owed_pays_none_of_them() {
    let letter = "2026-03-02 sent final #1 via post\n  costs: 150.00\n";
    for (paid, principal, costs) in [("2026-03-18", 50_504, 7_500), ("2026-03-19", 65_515, 0)] {
        let text = one_invoice_journal("consumer", &format!("{letter}{paid} payment #1 500.00\n"));
        let claim = only_claim(&text, "2026-03-19");
        let left = (claim.principal, claim.costs);
        assert_eq!(left, (Minor(principal), Minor(costs)), "{paid}");
    }
}

#[test]
fn a_day_before_the_first_rate_is_refused() {
    let text = "format 1\ncustomer @k\n  name: K\n  kind: business\n\
                2001-01-01 invoice #1 @k 100.00 due 2001-01-31\n";
    let book = TestJournal::from_text(text, "2026-01-01");
    let ask = ReportOptions {
        invoices: vec!["1".to_owned()],
        ..ReportOptions::default()
    };
    let Err(ClaimError::Interest(_, InterestError::TooEarly(early))) = claim_answer(&book, &ask)
    else {
        panic!("no rate was known in 2001");
    };
    assert_eq!(
        early.first_day,
        LAW.commercial_interest.rows.first().map(|row| row.from)
    );
    let Err(ReportError::NoAnswer(words, _)) = book.report_pages("claim", &ask, "nl") else {
        panic!("no page without a rate");
    };
    assert!(words.contains("2001-02-01"), "{words}");
}
