//! An invoice that was voided takes back what it put into the returns, and nothing else.

use super::quarter::{read_return, rows_of};
use crate::ledger::shelf::{parse_day, read_journal};
use tegoed::journal::deliveries::unbilled_deliveries;
use tegoed::value::vocabulary::VatBasis;
use tegoed::vat::vat_return::VatRowKind;

const HEAD: &str = "format 1\n\
    customer @c\n  name: C\n  kind: business\n  terms: 30 days\n";

/// Net and VAT of all that is declared, in cents, and how much of the VAT is of bad debts.
fn totals(entries: &str, basis: VatBasis) -> (i128, i128, i128) {
    let journal = read_journal(&format!("{HEAD}{entries}"));
    let rows = ["2023", "2024", "2025", "2026"]
        .into_iter()
        .flat_map(|year| {
            let found = read_return(&journal, "2026-12-31", year, basis);
            rows_of(&found)
        });
    rows.fold((0, 0, 0), |(net, vat, bad_debts), row| {
        let of_debts = if row.1 == VatRowKind::Sales { 0 } else { row.3 };
        (net + row.2, vat + row.3, bad_debts + of_debts)
    })
}

#[test]
fn a_void_after_a_loss_owes_again_what_was_asked_back() {
    let whole = "2026-01-05 invoice #I @c 121.00 vat 21%\n\
        2026-02-01 writeoff #I\n\
        2026-03-03 void #I\n";
    assert_eq!(totals(whole, VatBasis::Invoice), (0, 0, 0));
    let part = whole.replace("writeoff #I", "writeoff #I 100.00");
    assert_eq!(totals(&part, VatBasis::Invoice), (0, 0, 0));
    let credited = "2023-03-31 invoice #I @c 1019.49\n  vat: 0% of 0.13\n  vat: 21% 176.86 of 842.21\n\
        \x20 vat: exempt of 0.29\n\
        2023-04-15 writeoff #I 509.74\n\
        2025-04-21 credit #K1 for #I 509.75\n\
        2025-06-08 void #I\n";
    let (_, vat, bad_debts) = totals(credited, VatBasis::Invoice);
    assert_eq!((vat, bad_debts), (0, 0));
}

#[test]
fn the_void_of_the_earliest_day_counts_wherever_it_stands() {
    let later_first = "2026-01-05 invoice #I @c 121.00 vat 21%\n\
        2026-02-01 payment #I 60.50\n\
        2026-03-03 void #I\n\
        2026-03-01 void #I\n";
    let journal = read_journal(&format!("{HEAD}{later_first}"));
    for basis in [VatBasis::Invoice, VatBasis::Cash] {
        assert_eq!(totals(later_first, basis), (0, 0, 0));
        let found = read_return(&journal, "2026-12-31", "2026-03", basis);
        let days: Vec<String> = found.entries.iter().map(|it| it.date.to_string()).collect();
        assert_eq!(days, ["2026-03-01"]);
        let void = journal.movements.as_slice().last().unwrap().origin;
        assert!(found.entries.iter().all(|entry| entry.origin == void));
    }
}

#[test]
fn what_a_credit_note_handed_out_is_taken_off_what_its_void_releases() {
    let refunded = "2026-01-05 invoice #I @c 121.00 vat 21%\n\
        2026-02-02 payment #I 90.75\n\
        2026-02-03 credit #K for #I 50.00\n\
        2026-02-04 refund @c 19.75\n\
        2026-03-03 void #I\n\
        2026-03-03 balance @c -71.00\n";
    let used = refunded.replace(
        "refund @c 19.75",
        "invoice #J @c 19.75 vat exempt\n2026-02-05 apply @c 19.75 for #J",
    );
    for basis in [VatBasis::Invoice, VatBasis::Cash] {
        assert_eq!(totals(refunded, basis), (0, 0, 0));
        assert_eq!(totals(&used, basis).1, 0);
    }
}

#[test]
fn a_void_leaves_nothing_at_the_rate_of_a_credit_note_that_its_invoice_has_not() {
    for rate in ["vat 9%", "vat exempt", "vat 21%"] {
        let credited = format!(
            "2026-01-05 invoice #I @c 230.00\n  vat: 21% 21.00 of 100.00\n  vat: 9% 9.00 of 100.00\n\
             2026-02-02 payment #I 50.00\n\
             2026-02-03 credit #K for #I 180.00 {rate}\n\
             2026-03-03 void #I\n"
        );
        let journal = read_journal(&format!("{HEAD}{credited}"));
        for basis in [VatBasis::Invoice, VatBasis::Cash] {
            let found = read_return(&journal, "2026-12-31", "2026", basis);
            let left = rows_of(&found).into_iter();
            let left: Vec<_> = left.filter(|row| (row.2, row.3) != (0, 0)).collect();
            assert!(left.is_empty(), "{rate} {basis:?} {left:?}");
        }
    }
}

#[test]
fn a_delivery_is_unbilled_again_whichever_number_of_a_void_its_invoice_is() {
    let text = "2026-01-02 delivered @c 121.00 | Stairs\n2026-01-03 delivered @c 242.00 | Shelf\n\
        2026-01-05 invoice #A @c 121.00 vat 21%\n  delivered: 2026-01-02\n\
        2026-01-05 invoice #B @c 242.00 vat 21%\n  delivered: 2026-01-03\n\
        2026-02-01 void #A #B\n";
    let journal = read_journal(&format!("{HEAD}{text}"));
    for (day, count) in [("2026-01-04", 2), ("2026-01-31", 0), ("2026-02-01", 2)] {
        assert_eq!(
            unbilled_deliveries(&journal, parse_day(day)).len(),
            count,
            "{day}"
        );
    }
}

#[test]
fn a_credit_note_of_after_the_void_stands_beside_it() {
    let entries = "2026-01-05 invoice #I @c 121.00 vat 21%\n\
        2026-03-03 void #I\n\
        2026-03-05 credit #K for #I 121.00\n";
    assert_eq!(totals(entries, VatBasis::Invoice), (-10_000, -2_100, 0));
}
