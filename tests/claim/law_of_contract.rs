//! Between two countries: under which law a claim, its letters and its last days to pay stand (SPEC.md 5.5).

use super::figures::claim_answer;
use crate::letters::shelf::{due_drafts_of, print_drafts};
use crate::reports::shelf::TestJournal;
use tegoed::report::shared::report_input::ReportOptions;

/// A brewer in one country and a customer in another; what they agreed on.
fn journal((seller, kind, customer): (&str, &str, &str), law: &str) -> String {
    format!(
        "format 1\nbusiness\n  name: Brewers\n  address: Quay 1\n  address: 1000 AA Town\n  iban: NL91ABNA0417164300\n\
         {seller}  language: en\n  policy: usual\npolicy usual\n  terms: 14 days\n\
         customer @inn\n  name: The Inn\n  kind: {kind}\n  address: Square 2\n  address: 2000 Elsewhere\n\
         {customer}{law}2024-05-01 agreed @inn\n2026-02-02 invoice #41 @inn 2600.00 vat 21% | Barrels\n"
    )
}

fn claim_page(text: &str, language: &str) -> (i128, String) {
    let book = TestJournal::from_text(text, "2026-05-20");
    let ask = ReportOptions {
        invoices: vec!["41".to_owned()],
        ..ReportOptions::default()
    };
    let total = claim_answer(&book, &ask).unwrap().claims[0].total.0;
    let page = book.print_report("claim", &ask, language, "text");
    let page: Vec<&str> = page.split_whitespace().collect();
    (total, page.join(" "))
}

/// 93 days at 10.15% of 2,600.00 are 67.24; the scale over it gives 385.00.
const DUTCH_BUSINESS: i128 = 260_000 + 6_724 + 38_500;

#[test]
fn between_businesses_the_law_of_the_seller_holds_and_the_claim_says_so() {
    let dutch = ("", "business", "  country: BE\n");
    let (total, page) = claim_page(&journal(dutch, ""), "en");
    assert_eq!(total, DUTCH_BUSINESS);
    assert!(
        page.contains("Reckoned by Dutch law, that of the seller"),
        "{page}"
    );
    assert!(
        page.contains("write `law: BE` under the customer"),
        "{page}"
    );
    let (_, page) = claim_page(&journal(dutch, ""), "nl");
    assert!(
        page.contains("Berekend naar Nederlands recht, dat van de verkoper"),
        "{page}"
    );
    // At home nothing is to be said.
    let home = claim_page(&journal(("", "business", ""), ""), "en");
    assert_eq!(home.0, DUTCH_BUSINESS);
    assert!(!home.1.contains("Reckoned by"), "{}", home.1);
    // A government is no consumer.
    let (total, _) = claim_page(
        &journal(("  country: NL\n", "government", "  country: FR\n"), ""),
        "en",
    );
    assert_eq!(total, DUTCH_BUSINESS);
    // A seller abroad sells under his own law, of which no rules are known.
    let (total, page) = claim_page(
        &journal(("  country: BE\n", "business", "  country: NL\n"), ""),
        "en",
    );
    assert_eq!(total, 260_000);
    assert!(page.contains("No rules for BE"), "{page}");
}

#[test]
fn a_law_that_was_agreed_on_goes_first() {
    let dutch = ("", "business", "  country: BE\n");
    let (total, page) = claim_page(&journal(dutch, "  law: BE\n"), "en");
    assert_eq!(total, 260_000);
    assert!(page.contains("No rules for BE"), "{page}");
    let (total, page) = claim_page(&journal(dutch, "  law: nl\n"), "en");
    assert_eq!(total, DUTCH_BUSINESS);
    assert!(
        page.contains("as the journal says it was agreed on"),
        "{page}"
    );
    // With all of them, and with one of them another.
    let belgian = ("  country: BE\n  law: NL\n", "business", "  country: FR\n");
    assert_eq!(claim_page(&journal(belgian, ""), "en").0, DUTCH_BUSINESS);
    assert_eq!(
        claim_page(&journal(belgian, "  law: FR\n"), "en").0,
        260_000
    );
}

#[test]
fn a_consumer_keeps_the_law_of_his_own_country() {
    let abroad = ("", "consumer", "  country: BE\n");
    assert_eq!(claim_page(&journal(abroad, ""), "en").0, 260_000);
    let (total, page) = claim_page(&journal(abroad, "  law: NL\n"), "en");
    assert_eq!(total, 260_000);
    assert!(page.contains("No rules for NL–BE"), "{page}");
    // A seller abroad and a consumer here: 93 days at 4%.
    let here = ("  country: BE\n", "consumer", "  country: NL\n");
    let (total, page) = claim_page(&journal(here, ""), "en");
    assert_eq!(total, 260_000 + 2_650);
    assert!(
        page.contains("Reckoned by Dutch law, that of the consumer"),
        "{page}"
    );
    assert!(page.contains("BW 6:96 lid 6"), "{page}");
}

/// The plain last demand where no law is known, else that of the law: to a business with what it owes, to a consumer with
/// his fourteen days.
#[test]
fn the_last_letter_stands_under_the_same_law_as_the_claim() {
    let letter = |who: (&str, &str, &str), law: &str| {
        let sent = "2026-02-20 sent reminder #41 via email\n2026-03-09 sent demand #41 via email\n";
        let text = format!("{}{sent}", journal(who, law));
        let book = TestJournal::from_text(&text, "2026-05-20");
        print_drafts(&due_drafts_of(&book), "text")
    };
    let business = letter(("", "business", "  country: BE\n"), "");
    assert!(business.contains("385.00"), "{business}");
    let chosen = letter(("", "business", "  country: BE\n"), "  law: BE\n");
    assert!(
        !chosen.contains("385.00") && chosen.contains("2,600.00"),
        "{chosen}"
    );
    let consumer = letter(("  country: BE\n", "consumer", "  country: NL\n"), "");
    assert!(
        consumer.contains("within fourteen days, counted from the day after"),
        "{consumer}"
    );
}
