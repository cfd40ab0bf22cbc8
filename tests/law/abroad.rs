//! A seller and a consumer who are at home in different countries: the law of the consumer's, unless another was agreed on.

use crate::reports::shelf::TestJournal;
use std::fmt::Write;
use tegoed::report::shared::report_input::ReportOptions;

/// A Dutch consumer, an invoice that is nearly five years late, and a last letter without a last day.
fn journal_of_seller(country: &str) -> String {
    format!(
        "format 1

business
  name: Drukkerij Van Dam
  country: {country}
  policy: usual

policy usual
  terms: 30 days
  stage: final 14 days after due deadline 12 days via post
  stage: handover 20 days after due
  bank-buffer: 0 days
  workdays: yes

customer @devries
  name: A. de Vries
  kind: consumer
  country: NL

2021-05-01 agreed @devries
2021-05-03 invoice #2021-001 @devries 300.00 vat 21% due 2021-06-02 | Visitekaartjes
2026-04-01 invoice #2026-001 @devries 605.00 vat 21% due 2026-05-01 | Folders
2026-05-18 sent final #2026-001 via post
  costs: 90.75
"
    )
}

/// A Dutch seller is told of the end of the claim, and waits with the hand-over until fourteen days from the delivery have
/// run out, to a working day; a Belgian one the same, for the customer is a Dutch consumer. Where Belgian law was agreed on,
/// neither law is reckoned with: he waits for the twelve days of the policy, and is told of no limitation.
#[test]
fn limitation_and_last_days_to_pay_ask_the_law_between_both() {
    let mut pages = String::new();
    for country in ["NL", "BE", "BE\n  law: BE"] {
        let book = TestJournal::from_text(&journal_of_seller(country), "2026-05-20");
        for report in ["next", "stages"] {
            let page = book.print_report(report, &ReportOptions::default(), "en", "text");
            writeln!(
                pages,
                "$ tegoed {report}, seller in {}\n{page}",
                country.replace("\n ", ",")
            )
            .unwrap();
        }
    }
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_snapshot_path("../snapshots/law");
    settings.bind(|| insta::assert_snapshot!("seller-abroad", pages));
}
