//! The worked quarter of SPEC.md 12.2, and what belongs in another one.

use crate::ledger::shelf::{parse_day, read_journal};
use tegoed::journal::model::Journal;
use tegoed::ledger::posting::post::post;
use tegoed::ledger::vat_breakdown::VatBreakdown;
use tegoed::policy::jurisdiction::nl::LAW;
use tegoed::value::money::Minor;
use tegoed::value::period::Period;
use tegoed::value::vocabulary::VatBasis;
use tegoed::vat::eu_listing::list_eu_supplies;
use tegoed::vat::vat_return::{VatReturn, VatRowKind, in_whole_euros};

/// The customers and the quarter of SPEC.md 12.2.
pub const QUARTER: &str = "format 1\n\
    customer @jansen\n  name: Jansen Bouw B.V.\n  kind: business\n\
    customer @muller\n  name: Müller GmbH\n  kind: business\n  country: DE\n  vat-id: DE123456789\n\
    customer @bouwteam\n  name: Bouwteam B.V.\n  kind: business\n  vat-id: NL001234567B02\n\
    2026-01-09 invoice #2026-004 @jansen 339.00 due 2026-02-08 | Lunch and the hall\n\
    \x20 vat: 21% 21.00 of 100.00\n  vat: 9% 18.00 of 200.00\n\
    2026-01-12 invoice #2026-005 @muller 1500.00 vat 0% eu-services due 2026-02-11 | Advice\n\
    2026-01-15 invoice #2026-006 @bouwteam 900.00 vat 0% reverse-charge due 2026-02-14 | Painting\n\
    2026-02-01 invoice #2026-007 @jansen 1210.00 vat 21% due 2026-03-03 | Cupboards\n\
    2026-03-01 credit #C1 for #2026-004 169.50\n";

/// The return of a period, as known on a day.
pub fn read_return(journal: &Journal, on: &str, period: &str, basis: VatBasis) -> VatReturn {
    let ledger = post(journal, parse_day(on));
    let period = Period::from_text(period).unwrap();
    let breakdown = VatBreakdown::new(journal);
    VatReturn::new((journal, &ledger), &LAW, &breakdown, (period, basis))
}

/// The rows of a return that are not empty: box, kind, net and VAT in cents.
pub fn rows_of(found: &VatReturn) -> Vec<(&'static str, VatRowKind, i128, i128)> {
    let rows = found.rows(&LAW).into_iter();
    let rows = rows.filter(|row| row.documents > 0);
    rows.map(|row| (row.vat_box.name, row.kind, row.net.0, row.vat.0))
        .collect()
}

#[test]
fn the_worked_quarter_has_its_figures() {
    let journal = read_journal(QUARTER);
    let found = read_return(&journal, "2026-06-30", "2026-Q1", VatBasis::Invoice);
    assert_eq!(
        rows_of(&found),
        [
            ("1a", VatRowKind::Sales, 105_000, 22_050),
            ("1b", VatRowKind::Sales, 10_000, 900),
            ("1e", VatRowKind::Sales, 90_000, 0),
            ("3b", VatRowKind::Sales, 150_000, 0),
        ]
    );
    assert_eq!(found.total_vat().0, 22_950);
}

#[test]
fn a_bad_debt_stands_in_the_quarter_of_its_moment_beside_what_was_sold() {
    let journal = read_journal(&format!(
        "{QUARTER}2026-05-05 invoice #2026-011 @jansen 121.00 vat 21% due 2026-06-04 | Shelf\n\
        2026-05-20 writeoff #2026-007 605.00 | Will not pay it\n\
        2026-08-01 payment #2026-007 1210.00 | Paid after all\n"
    ));
    let second = read_return(&journal, "2026-12-31", "2026-Q2", VatBasis::Invoice);
    assert_eq!(
        rows_of(&second),
        [
            ("1a", VatRowKind::Sales, 10_000, 2_100),
            ("1a", VatRowKind::Relief, -50_000, -10_500),
        ]
    );
    let third = read_return(&journal, "2026-12-31", "2026-Q3", VatBasis::Invoice);
    assert_eq!(
        rows_of(&third),
        [("1a", VatRowKind::ReliefUndone, 50_000, 10_500)]
    );
    // Who declares what was paid has nothing to ask back.
    let cash = read_return(&journal, "2026-12-31", "2026", VatBasis::Cash);
    let kinds: Vec<VatRowKind> = rows_of(&cash).iter().map(|row| row.1).collect();
    assert!(
        kinds.iter().all(|kind| *kind == VatRowKind::Sales),
        "{kinds:?}"
    );
}

#[test]
fn what_comes_after_the_return_was_filed_stands_in_the_next_one() {
    let journal = read_journal(&format!(
        "{QUARTER}2026-04-20 filed 2026-Q1\n\
        2026-03-20 invoice #2026-010 @jansen 121.00 vat 21% due 2026-04-19 | Forgotten\n\
        2026-07-20 filed 2026-Q2\n\
        2026-03-21 invoice #2026-012 @jansen 242.00 vat 21% due 2026-04-20 | Forgotten longer\n"
    ));
    let vat_of = |period| {
        let found = read_return(&journal, "2026-12-31", period, VatBasis::Invoice);
        (found.total_vat().0, found.declared_later.len())
    };
    assert_eq!(vat_of("2026-Q1"), (22_950, 2));
    assert_eq!(vat_of("2026-Q2"), (2_100, 0));
    assert_eq!(vat_of("2026-Q3"), (4_200, 0));
    assert_eq!(vat_of("2026"), (22_950 + 2_100 + 4_200, 0));
}

#[test]
fn a_void_takes_back_what_no_credit_note_took() {
    let journal = read_journal(&format!(
        "{QUARTER}2026-03-10 credit #C2 for #2026-007 121.00\n2026-04-02 void #2026-007 | Wrong firm\n"
    ));
    let second = read_return(&journal, "2026-12-31", "2026-Q2", VatBasis::Invoice);
    assert_eq!(
        rows_of(&second),
        [("1a", VatRowKind::Sales, -90_000, -18_900)]
    );
}

const CUSTOMERS: &str = "format 1\n\
    policy p\n  terms: 30 days\n  discount: 2% within 10 days\n\
    customer @a\n  name: A\n  kind: business\n  policy: p\n\
    customer @b\n  name: B\n  kind: business\n  country: DE\n  vat-id: DE136695976\n  terms: 30 days\n";

/// The VAT declared on each day under a basis, in cents, without boxes that are empty; `?` where the rate is not known.
fn declared(entries: &str, basis: VatBasis) -> Vec<String> {
    let journal = read_journal(&format!("{CUSTOMERS}{entries}"));
    let mut all = Vec::new();
    for year in ["2025", "2026"] {
        let found = read_return(&journal, "2027-12-31", year, basis);
        all.extend(found.entries.into_iter().map(|entry| {
            let unknown = if entry.part.code.is_none() { " ?" } else { "" };
            let kind = entry.kind.code();
            format!("{} {kind} {}{unknown}", entry.date, entry.part.vat.0)
        }));
    }
    all
}

#[test]
fn by_receipt_only_money_that_stays_is_declared() {
    let paid_and_credited = "2026-01-16 invoice #5 @a 121.00 vat 21%\n2026-03-16 payment #5 121.00\n\
        2026-04-06 credit #C5 for #5 121.00\n2026-04-20 refund @a 121.00\n";
    assert_eq!(
        declared(paid_and_credited, VatBasis::Cash),
        ["2026-03-16 receipt 2100", "2026-04-06 credit -2100"]
    );
    let discount = "2026-05-01 invoice #6 @a 1210.00 vat 21%\n2026-05-05 payment #6 1185.80\n";
    assert_eq!(
        declared(discount, VatBasis::Cash),
        ["2026-05-05 receipt 20580"]
    );
    let written_off = "2026-01-20 invoice #8 @a 242.00 vat 21%\n2026-03-20 payment #8 121.00\n\
        2026-04-21 writeoff #8\n2026-08-01 payment #8 60.50\n";
    assert_eq!(
        declared(written_off, VatBasis::Cash),
        ["2026-03-20 receipt 2100", "2026-08-01 receipt 1050"]
    );
    let settled = "2026-01-02 invoice #8 @a 1210.00 vat 21%\n2026-02-01 payment #8 121.00\n\
        2026-02-05 settle #8 605.00 by 2026-03-01\n2026-02-20 payment #8 605.00\n\
        2026-03-20 reversal #8 605.00 of 2026-02-20\n";
    assert_eq!(
        declared(settled, VatBasis::Cash),
        [
            "2026-02-01 receipt 2100",
            "2026-02-20 receipt 10500",
            "2026-03-20 receipt -10500"
        ]
    );
}

#[test]
fn a_void_takes_back_once_on_or_after_its_invoice_and_leaves_earlier_returns_alone() {
    let twice =
        "2026-01-09 invoice #4 @a 1210.00 vat 21%\n2026-02-09 void #4\n2026-03-09 void #4\n";
    assert_eq!(
        declared(twice, VatBasis::Invoice),
        ["2026-01-09 invoice 21000", "2026-02-09 void -21000"]
    );
    let before = "2025-12-20 void #4\n2026-01-05 invoice #4 @a 1210.00 vat 21%\n";
    assert_eq!(
        declared(before, VatBasis::Invoice),
        ["2026-01-05 void -21000", "2026-01-05 invoice 21000"]
    );
    let after_relief = "2025-01-09 invoice #4 @a 1210.00 vat 21%\n2026-05-01 void #4\n";
    assert_eq!(
        declared(after_relief, VatBasis::Invoice),
        [
            "2025-01-09 invoice 21000",
            "2026-02-08 relief -21000",
            "2026-05-01 void -21000",
            "2026-05-01 relief-undone 21000"
        ]
    );
}

#[test]
fn rates_of_zero_for_several_reasons_are_one_for_a_bad_debt() {
    let entries = "2025-01-01 invoice #5 @a 621.00\n  vat: 21% 21.00 of 100.00\n  vat: exempt of 100.00\n\
        \x20 vat: 0% of 400.00\n2025-01-05 credit #C for #5 310.50\n2025-02-05 writeoff #5\n";
    let told = declared(entries, VatBasis::Invoice);
    assert_eq!(
        told.last().map(String::as_str),
        Some("2025-02-05 relief -1050")
    );
}

#[test]
fn the_listing_keeps_currencies_apart() {
    let journal = read_journal(&format!(
        "{CUSTOMERS}2026-01-10 invoice #5 @b 100.20 vat 0% eu-services\n\
        2026-01-11 invoice #13 @b 1000.90 USD vat 0% eu-goods\n"
    ));
    let found = read_return(&journal, "2026-06-30", "2026-Q1", VatBasis::Invoice);
    let listed = list_eu_supplies(&journal, &found.entries);
    let listed: Vec<(&str, i128, i128)> = listed
        .iter()
        .map(|it| (it.currency.code(), it.goods.0, it.services.0))
        .collect();
    assert_eq!(listed, [("EUR", 0, 10_020), ("USD", 100_090, 0)]);
}

#[test]
fn a_credit_note_after_a_loss_takes_its_vat_back_once() {
    // The loss is papered by a credit note: what was asked back is owed again, for the note takes it back too.
    let settled = "2025-02-03 invoice #21 @a 484.00 vat 21%\n2025-03-03 settle #21 242.00 by 2025-04-30\n\
        2025-04-01 payment #21 242.00\n2025-05-06 credit #C21 for #21 242.00\n";
    assert_eq!(
        declared(settled, VatBasis::Invoice),
        [
            "2025-02-03 invoice 8400",
            "2025-04-01 relief -4200",
            "2025-05-06 credit -4200",
            "2025-05-06 relief-undone 4200"
        ]
    );
    assert_eq!(
        declared(settled, VatBasis::Cash),
        ["2025-04-01 receipt 4200"]
    );
    // The customer gets the money of the credit note after all: nothing of the invoice was paid then.
    let paid_out = format!("{settled}2025-07-01 refund @a 242.00\n");
    assert_eq!(
        declared(&paid_out, VatBasis::Invoice).last().unwrap(),
        "2025-07-01 relief -4200"
    );
    assert_eq!(
        declared(&paid_out, VatBasis::Cash),
        ["2025-04-01 receipt 4200", "2025-07-01 credit -4200"]
    );
    let used = format!(
        "{settled}2025-07-01 invoice #22 @a 242.00 vat 21%\n2025-07-02 apply @a 242.00 for #22\n"
    );
    assert_eq!(
        declared(&used, VatBasis::Cash)[1..],
        ["2025-07-02 receipt 4200", "2025-07-02 credit -4200"]
    );
}

#[test]
fn a_credit_note_of_all_after_a_part_was_written_off_leaves_no_vat() {
    let entries = "2025-02-03 invoice #23 @a 484.00 vat 21%\n2025-03-03 writeoff #23 121.00\n\
        2025-05-06 credit #C23 for #23 484.00\n2025-06-01 refund @a 121.00\n";
    assert_eq!(
        declared(entries, VatBasis::Invoice),
        [
            "2025-02-03 invoice 8400",
            "2025-03-03 relief -2100",
            "2025-05-06 credit -8400",
            "2025-05-06 relief-undone 2100"
        ]
    );
    let in_part = "2025-02-03 invoice #24 @a 484.00 vat 21%\n2025-02-20 payment #24 242.00\n\
        2025-03-03 writeoff #24 242.00\n2025-05-06 credit #C24 for #24 121.00 vat 21%\n";
    let sum: i64 = declared(in_part, VatBasis::Invoice)
        .iter()
        .map(|told| told.rsplit(' ').next().unwrap().parse::<i64>().unwrap())
        .sum();
    assert_eq!(sum, 4_200, "the VAT in the 242.00 that came in");
    let discount = "2025-05-01 invoice #25 @a 1210.00 vat 21%\n2025-05-05 payment #25 1185.80\n\
        2025-05-06 credit #C25 for #25 24.20\n";
    assert_eq!(
        declared(discount, VatBasis::Cash),
        ["2025-05-05 receipt 20580"]
    );
}

#[test]
fn by_receipt_a_void_stands_where_it_is_written() {
    let journal = read_journal(&format!(
        "{CUSTOMERS}2026-01-09 invoice #4 @a 121.00 vat 21%\n2026-02-09 payment #4 121.00\n2026-03-09 void #4\n"
    ));
    let found = read_return(&journal, "2026-12-31", "2026", VatBasis::Cash);
    let void = journal.movements.as_slice().last().unwrap().origin;
    let places: Vec<bool> = found.entries.iter().map(|it| it.origin == void).collect();
    assert_eq!(places, [false, true]);
}

#[test]
fn a_second_return_of_a_period_corrects_the_first() {
    let journal = read_journal(&format!(
        "{QUARTER}2026-04-20 filed 2026-Q1\n\
        2026-03-20 invoice #2026-010 @jansen 6050.00 vat 21% due 2026-04-19 | Forgotten\n\
        2026-05-04 filed 2026-Q1 | Supplement\n\
        2026-03-21 invoice #2026-012 @jansen 242.00 vat 21% due 2026-04-20 | Forgotten longer\n"
    ));
    let vat_of = |period, on| {
        let found = read_return(&journal, on, period, VatBasis::Invoice);
        found.total_vat().0
    };
    assert_eq!(vat_of("2026-Q1", "2026-12-31"), 22_950 + 105_000);
    assert_eq!(vat_of("2026-Q2", "2026-12-31"), 4_200);
    // Before the return was filed nothing was late.
    assert_eq!(vat_of("2026-Q1", "2026-04-19"), 22_950 + 105_000 + 4_200);
}

#[test]
fn by_receipt_money_of_a_filed_period_is_late() {
    let journal = read_journal(&format!(
        "{CUSTOMERS}2026-02-09 invoice #4 @a 363.00 vat 21%\n2026-03-09 payment #4 121.00\n2026-04-20 filed 2026-Q1\n\
        2026-03-30 payment #4 242.00\n"
    ));
    let vat_of = |period| {
        read_return(&journal, "2026-12-31", period, VatBasis::Cash)
            .total_vat()
            .0
    };
    assert_eq!((vat_of("2026-Q1"), vat_of("2026-Q2")), (2_100, 4_200));
}

#[test]
fn the_listing_in_whole_euros_adds_up_to_its_box() {
    let journal = read_journal(&format!(
        "{CUSTOMERS}customer @c\n  name: C\n  kind: business\n  country: FI\n  vat-id: FI12345678\n  terms: 30 days\n\
        2026-01-10 invoice #5 @b 100.70 vat 0% eu-services\n2026-01-11 invoice #6 @b 50.40 vat 0% eu-goods\n\
        2026-01-12 invoice #7 @c 20.60 vat 0% eu-goods\n2026-02-12 credit #C7 @c 0.30 vat 0% eu-services\n"
    ));
    let found = read_return(&journal, "2026-06-30", "2026-Q1", VatBasis::Invoice);
    let listed = list_eu_supplies(&journal, &found.entries);
    let listed: Vec<(i128, i128)> = listed
        .iter()
        .map(|it| (it.rounded_goods.0, it.rounded_services.0))
        .collect();
    // 100.70, 50.40, 20.60 and -0.30 are 171.40 together.
    assert_eq!(listed, [(5_000, 10_100), (2_000, 0)]);
    assert_eq!(in_whole_euros(rows_of_box(&found, "3b")).0, 17_100);
}

fn rows_of_box(found: &VatReturn, name: &str) -> Minor {
    let rows = found.rows(&LAW).into_iter();
    let rows = rows.filter(|row| row.vat_box.name == name);
    rows.map(|row| row.net).sum()
}

#[test]
fn by_receipt_a_void_after_a_credit_note_takes_back_what_came_in_once() {
    let journal = read_journal(&format!(
        "{QUARTER}2026-04-02 payment #2026-007 1000.00\n\
        2026-04-05 credit #C2 for #2026-007 1210.00 | Never delivered\n\
        2026-04-09 void #2026-007 | Wrong firm\n"
    ));
    let second = read_return(&journal, "2026-12-31", "2026-Q2", VatBasis::Cash);
    assert_eq!(second.total_vat().0, 0, "{:?}", second.entries);
}

#[test]
fn the_rows_of_a_box_round_together_to_the_box_rounded_once() {
    let journal = read_journal(
        "format 1\ncustomer @c\n  name: C\n  kind: business\n  terms: 30 days\n\
         2025-01-05 invoice #1 @c 300.00 vat 21%\n2025-04-10 invoice #2 @c 1000.00 vat 21%\n\
         2025-04-11 payment #2 1000.00\n2025-05-10 writeoff #1\n",
    );
    let found = read_return(&journal, "2025-12-31", "2025-Q2", VatBasis::Invoice);
    let rows = found.rows(&LAW);
    let rounded = rows.iter().filter(|row| row.vat_box.name == "1a");
    let rounded: Vec<i128> = rounded.map(|row| row.rounded_vat.0).collect();
    // 173.55 less 52.07 is 121.48.
    assert_eq!(rounded, [17_300, -5_200]);
    assert_eq!(in_whole_euros(found.total_vat()).0, 12_100);
}
