//! What pages say of entries: in the language of the reader, in the order of the files, and nothing that is not so.

use super::shelf::{TestJournal, print_pages};
use tegoed::render::medium::CsvDialect;
use tegoed::report::export;
use tegoed::report::shared::report_input::ReportOptions;

const TOLD: &str = "format 1
business
  name: Zeilmakerij Fok
  language: nl
  policy: usual
policy usual
  terms: 30 days
  stage: reminder 3 days after due deadline 7 days via email
  stage: suspension 14 days after due gap 7 days via email
customer @haven
  name: Jachthaven De Steiger
  kind: business
  email: kantoor@steiger.example
  no: agency visit

2026-01-02 agreed @haven
2026-01-05 invoice #1 @haven 2300.00 | Zeil
  order: B-7
  sent: 2026-01-05 via email
  item: 1000.00 vat 21% | Grootzeil
  item: 1000.00 vat 9% | Reparatie
2026-01-06 invoice #0 @haven 0.00 | Proef
2026-02-09 sent reminder #1 via email
  bounced: yes
2026-02-10 hold #1 until 2026-02-12 | Nieuw adres
2026-02-10 email #1 @haven | Adres gevraagd
2026-02-10 phone #1 @haven
  reason: cashflow
2026-02-10 payment #1 100.00
2026-02-10 chat #1 @haven
  outcome: no-answer
2026-02-12 dispute #1 200.00 | Naad
2026-02-14 resolve #1 rejected
2026-02-20 sent suspension #1 via email
2026-02-24 costs #1 60.00 | Volgens de brief
2026-02-25 settle #1 1900.00 by 2026-03-20
2026-02-26 release #1
2026-02-28 bank-through
";

fn told(report: &str, about: &str, tag: &str, medium: &str) -> String {
    let ask = ReportOptions {
        subject: Some(about.to_owned()),
        invoices: vec![about.to_owned()],
        ..ReportOptions::default()
    };
    TestJournal::from_text(TOLD, "2026-03-01").print_report(report, &ask, tag, medium)
}

/// Whether words stand on a page in this order; blanks do not count.
fn assert_in_order(page: &str, words: &[&str]) {
    let page: Vec<&str> = page.split_whitespace().collect();
    let page = page.join(" ");
    let mut rest = page.as_str();
    for word in words {
        let (_, behind) = rest
            .split_once(word)
            .unwrap_or_else(|| panic!("{word}: {page}"));
        rest = behind;
    }
}

#[test]
fn words_of_the_language_are_told_in_that_of_the_reader() {
    let dutch = [
        "Bestelling B-7",
        "Verstuurd 2026-01-05, e-mail",
        "verstuurd: herinnering, e-mail, teruggekomen",
        "telefoon: geldgebrek",
        "chat: niemand bereikt",
        "afhandeling: afgewezen",
        "verstuurd: opschorting, e-mail",
    ];
    let english = [
        "Order B-7",
        "Sent 2026-01-05, email",
        "sent: reminder, email, came back",
        "phone: no money",
        "chat: nobody reached",
        "dispute resolved: rejected",
    ];
    assert_in_order(&told("show", "1", "nl", "text"), &dutch);
    assert_in_order(&told("show", "1", "en", "text"), &english);
    assert_in_order(
        &told("show", "haven", "nl", "text"),
        &[
            "Niet incassobureau, bezoek",
            dutch[2],
            "schikkingsvoorstel: 1.900,00 EUR",
        ],
    );
    // Programs read the words of the language.
    let codes = [
        "reminder, email, bounced",
        "cashflow",
        "no-answer",
        "rejected",
    ];
    for tag in ["nl", "en"] {
        assert_in_order(&told("show", "1", tag, "csv"), &codes);
    }
}

#[test]
fn a_day_is_told_in_the_order_of_the_file() {
    let of_the_day = ["pauze", "e-mail: Adres", "telefoon", "betaling", "chat"];
    assert_in_order(&told("show", "1", "nl", "text"), &of_the_day);
    assert_in_order(&told("show", "haven", "nl", "text"), &of_the_day);
    let book = TestJournal::from_text(TOLD, "2026-03-01");
    let pages = book.with_report_input(&ReportOptions::default(), "nl", export::pages);
    let page = pages.into_iter().find(|page| page.page_name == "contacts");
    let page = page.expect("contacts");
    let contacts = print_pages(&[page], "nl", "csv", CsvDialect::Plain);
    let entries = ["10,hold", "10,email", "10,phone", "10,chat"];
    assert_in_order(&contacts, &entries);
}

#[test]
fn lines_of_an_invoice_add_up_before_the_eyes_of_the_reader() {
    let page = told("show", "1", "nl", "text");
    assert_in_order(&page, &["Waarvan btw 210,00 EUR (21%), 90,00 EUR (9%)"]);
    assert_in_order(
        &page,
        &[
            "21% 1.000,00 210,00 1.210,00",
            "9% 1.000,00 90,00 1.090,00",
            "Totaal 2.000,00 300,00 2.300,00",
        ],
    );
}

#[test]
fn a_claim_goes_by_day_and_costs_are_owed_before_they_are_written() {
    let page = told("claim", "1", "en", "csv");
    let rows = [
        "1,interest,2026-02-05,2026-02-10",
        "1,costs,2026-02-05",
        "1,payment,2026-02-10",
        "1,interest,2026-02-11",
    ];
    assert_in_order(&page, &rows);
    assert_in_order(
        &told("claim", "0", "en", "text"),
        &["nothing was ever owed"],
    );
}

#[test]
fn words_that_follow_the_language_have_a_code_beside_them() {
    let english = told("next", "", "en", "json");
    let dutch = told("next", "", "nl", "json");
    assert_ne!(english, dutch);
    let codes = |page: &str| -> Vec<String> {
        let parts = page.split("\"reason_code\":\"").skip(1);
        parts
            .map(|part| part.split('"').next().unwrap_or_default().to_owned())
            .collect()
    };
    assert!(!codes(&english).is_empty(), "{english}");
    assert_eq!(codes(&english), codes(&dutch));
}
