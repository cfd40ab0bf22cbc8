//! S0-34: an invoice in parts that are due on days and when work is done.

use super::small_firm::{assert_says, assert_says_not, journal, one_line, page};
use crate::letters::shelf::print_due;

const PARTS: &str = "2026-01-02 agreed @b\n2026-01-12 invoice #1 @b 1000.00 vat 21% | Verbouwing\n  due: 30% on 2026-01-12\n  \
                     due: 30% on 2026-01-20\n  due: 40% on milestone oplevering\n2026-01-12 payment #1 300.00\n";

#[test]
fn a_letter_about_a_part_tells_the_amount_of_the_part() {
    let parts = journal(PARTS);
    let letter = one_line(&print_due(&parts, "2026-01-26", "text"));
    assert_says(&letter, &["Factuur 1 (2/3)", "Termijnbedrag € 300,00"]);
    assert_says_not(&letter, &["Factuurbedrag"]);
    let english = parts.replace("language: nl", "language: en");
    let letter = one_line(&print_due(&english, "2026-01-26", "text"));
    assert_says(&letter, &["Instalment amount €300.00"]);
    let whole = journal("2026-01-12 invoice #1 @b 300.00\n");
    let letter = one_line(&print_due(&whole, "2026-01-30", "text"));
    assert_says(&letter, &["Factuurbedrag € 300,00"]);
}

#[test]
fn a_part_that_waits_for_our_work_asks_for_no_promise() {
    let forecast = page(&journal(PARTS), "2026-01-13", "forecast", None, "nl");
    assert_says(&forecast, &["400,00 EUR vervalt pas als het werk zover is"]);
    assert_says_not(&forecast, &["niet te zeggen"]);
}
