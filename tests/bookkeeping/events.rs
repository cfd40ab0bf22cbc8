//! What each event posts, in words that an accountant can read along with.

use super::books::read_books;
use crate::ledger::shelf::parse_day;
use tegoed::value::ledger_account::LedgerAccount;

/// The books of entries under a policy with a discount and a tolerance.
fn books_of(entries: &str, day: &str) -> String {
    let header = "format 1\nbusiness\n  name: Net en Boot\n  policy: own\n\
        policy own\n  terms: 14 days\n  discount: 2% within 8 days\n  tolerance: 0.50\n\
        customer @vos\n  name: Vos\n";
    read_books(&format!("{header}{entries}"), parse_day(day)).write()
}

/// What an entry posts: the lines below its id.
fn lines_of<'b>(books: &'b str, id: &str) -> Vec<&'b str> {
    let mut lines = books
        .lines()
        .skip_while(|line| !line.ends_with(&format!(" {id}")));
    assert!(lines.next().is_some(), "there is no {id} in\n{books}");
    lines
        .take_while(|line| line.starts_with("  "))
        .map(str::trim)
        .collect()
}

#[test]
fn sales_stand_on_an_account_for_each_rate_and_what_has_none_is_counted_apart() {
    let books = books_of(
        "2026-01-05 invoice #1 @vos 605.00 vat 21% due 2026-01-20 | Boat\n\
         2026-01-06 invoice #2 @vos 460.00 | Nets and bait\n\
         \x20 item: 200.00 vat 21% | Nets\n  item: 200.00 vat 9% | Bait\n\
         2026-01-07 invoice #3 @vos 50.00 | Old rope\n\
         2026-01-08 invoice #4 @vos 75.00 vat 0% export | Oars\n\
         2026-01-20 credit #C1 for #2 230.00 | One net too many\n\
         2026-01-21 void #1 | Never built\n",
        "2026-02-28",
    );
    assert_eq!(
        lines_of(&books, "inv-2"),
        [
            "Debtors #2 46000",
            "Income(Some(Rate(2100))) -20000",
            "Vat(Rate(2100)) -4200",
            "Income(Some(Rate(900))) -20000",
            "Vat(Rate(900)) -1800",
        ]
    );
    assert_eq!(
        lines_of(&books, "inv-3"),
        ["Debtors #3 5000", "Income(None) -5000"]
    );
    assert_eq!(
        lines_of(&books, "inv-4"),
        ["Debtors #4 7500", "Income(Some(Zero(Export))) -7500"]
    );
    assert_eq!(
        lines_of(&books, "credit-C1"),
        [
            "Income(Some(Rate(2100))) 10000",
            "Vat(Rate(2100)) 2100",
            "Income(Some(Rate(900))) 10000",
            "Vat(Rate(900)) 900",
            "Debtors #2 -23000",
        ]
    );
    assert_eq!(
        lines_of(&books, "void-2026-01-21-1-1"),
        [
            "Debtors #1 -60500",
            "Income(Some(Rate(2100))) 50000",
            "Vat(Rate(2100)) 10500"
        ]
    );
}

#[test]
fn the_bank_gets_what_arrived_and_a_bounced_payment_takes_all_of_it_back() {
    let books = books_of(
        "2026-01-05 invoice #1 @vos 800.00 vat 21% due 2026-01-20 | Boat\n\
         2026-02-01 payment #1 500.00\n  id: b7\n  commission: 75.00\n\
         2026-02-02 payment @vos 30.00 on-account\n\
         2026-02-03 apply @vos 10.00 for #1\n\
         2026-02-04 refund @vos 5.00\n\
         2026-02-05 reversal @vos 500.00 of 2026-02-01\n\
         2026-02-06 payment unknown 7.00\n\
         2026-02-08 reversal unknown 7.00 of 2026-02-06\n",
        "2026-02-28",
    );
    assert_eq!(
        lines_of(&books, "pay-b7"),
        ["Bank 42500", "CollectionCosts 7500", "Debtors #1 -50000"]
    );
    assert_eq!(
        lines_of(&books, "rev-2026-02-05-vos-500.00-1"),
        ["Bank -42500", "CollectionCosts -7500", "Debtors #1 50000"]
    );
    let on_account = "pay-2026-02-02-vos-30.00-1";
    assert_eq!(lines_of(&books, on_account), ["Bank 3000", "Debtors -3000"]);
    assert_eq!(
        lines_of(&books, &format!("{on_account}-on-2026-02-03")),
        ["Debtors #1 -1000", "Debtors 1000"]
    );
    assert_eq!(
        lines_of(&books, "refund-2026-02-04-vos-5.00-1"),
        ["Bank -500", "Debtors 500"]
    );
    assert_eq!(
        lines_of(&books, "unknown-2026-02-06-7.00-1"),
        ["Bank 700", "Suspense -700"]
    );
    assert_eq!(
        lines_of(&books, "unknown-back-2026-02-08-7.00-1"),
        ["Bank -700", "Suspense 700"]
    );
}

#[test]
fn a_discount_is_posted_with_its_payment_and_taken_back_with_it() {
    let books = books_of(
        "2026-01-05 invoice #1 @vos 100.00 vat 21% | Boat\n\
         2026-01-08 payment #1 98.00\n\
         2026-01-15 reversal #1 98.00 of 2026-01-08\n",
        "2026-02-28",
    );
    assert_eq!(
        lines_of(&books, "pay-2026-01-08-vos-98.00-1"),
        ["Bank 9800", "Debtors #1 -10000", "PaymentDiscount 200"]
    );
    assert_eq!(
        lines_of(&books, "rev-2026-01-15-vos-98.00-1"),
        ["Bank -9800", "Debtors #1 10000", "PaymentDiscount -200"]
    );
}

/// The discount is given once: by the note, which lowers turnover and VAT, and by what the payment left out no more.
#[test]
fn a_credit_note_of_just_the_discount_stands_in_its_place() {
    let entries = "2026-01-05 invoice #1 @vos 1210.00 vat 21% | Boat\n\
         2026-01-08 payment #1 1185.80\n\
         2026-01-15 credit #C1 for #1 24.20 vat 21%\n";
    assert_eq!(
        lines_of(&books_of(entries, "2026-02-28"), "credit-C1"),
        [
            "Income(Some(Rate(2100))) 2000",
            "Vat(Rate(2100)) 420",
            "PaymentDiscount -2420"
        ]
    );
    // Another amount is about something else.
    let goods = entries.replace("24.20", "12.10");
    assert_eq!(
        lines_of(&books_of(&goods, "2026-02-28"), "credit-C1"),
        [
            "Income(Some(Rate(2100))) 1000",
            "Vat(Rate(2100)) 210",
            "Debtors -1210"
        ]
    );
    // With the payment the discount fell; the note stands.
    let bounced = format!("{entries}2026-01-20 reversal #1 1185.80 of 2026-01-08\n");
    assert_eq!(
        lines_of(
            &books_of(&bounced, "2026-02-28"),
            "rev-2026-01-20-vos-1185.80-1"
        ),
        ["Bank -118580", "Debtors #1 118580"]
    );
}

#[test]
fn charges_bear_no_vat_and_what_is_waived_lowers_them() {
    let books = books_of(
        "2026-01-05 invoice #1 @vos 800.00 vat 21% due 2026-01-20 | Boat\n\
         2026-02-06 costs #1 40.00\n2026-02-07 interest #1 3.00\n\
         2026-02-08 waive #1 1.00 interest\n\
         2026-02-09 payment #1 842.00\n",
        "2026-02-28",
    );
    assert_eq!(
        lines_of(&books, "costs-2026-02-06-1-40.00-1"),
        ["Debtors #1 4000", "RechargedCosts -4000"]
    );
    assert_eq!(
        lines_of(&books, "interest-2026-02-07-1-3.00-1"),
        ["Debtors #1 300", "Interest -300"]
    );
    assert_eq!(
        lines_of(&books, "waive-2026-02-08-1-1.00-1"),
        ["Debtors #1 -100", "Interest 100"]
    );
    assert_eq!(
        lines_of(&books, "pay-2026-02-09-vos-842.00-1"),
        [
            "Bank 84200",
            "Debtors #1 -4000",
            "Debtors #1 -200",
            "Debtors #1 -80000"
        ]
    );
}

#[test]
fn what_is_given_up_is_a_loss_without_vat_and_vat_is_owed_again_when_it_comes_in() {
    let books = books_of(
        "2026-01-05 invoice #1 @vos 1210.00 vat 21% due 2026-01-20 | Boat\n\
         2026-02-09 writeoff #1\n\
         2026-03-20 payment #1 605.00\n\
         2026-01-05 invoice #2 @vos 50.00 due 2026-01-20 | Rope\n\
         2026-02-09 writeoff #2 0.40\n\
         2026-01-05 invoice #3 @vos 242.00 vat 21% due 2026-01-20 | Net\n\
         2026-02-10 settle #3 121.00 by 2026-03-01\n\
         2026-02-20 payment #3 121.00\n",
        "2026-03-31",
    );
    assert_eq!(
        lines_of(&books, "writeoff-2026-02-09-1-1"),
        ["Debtors #1 -121000", "BadDebt 100000", "VatReclaimed 21000"]
    );
    assert_eq!(
        lines_of(&books, "pay-2026-03-20-vos-605.00-1"),
        [
            "Bank 60500",
            "Debtors #1 -60500",
            "Vat(Rate(2100)) -10500",
            "BadDebt 10500"
        ]
    );
    assert_eq!(
        lines_of(&books, "writeoff-2026-02-09-1-1-on-2026-03-20"),
        ["Debtors #1 60500", "BadDebt -60500"]
    );
    assert_eq!(
        lines_of(&books, "writeoff-2026-02-09-2-0.40-1"),
        ["Debtors #2 -40", "PaymentDifferences 40"]
    );
    assert_eq!(
        lines_of(&books, "settle-2026-02-10-3-121.00-1-on-2026-02-20"),
        ["Debtors #3 -12100", "BadDebt 10000", "VatReclaimed 2100"]
    );
}

#[test]
fn vat_that_the_law_gives_back_after_a_year_is_a_provision_until_the_debt_ends() {
    let entries = "2025-01-05 invoice #1 @vos 1210.00 vat 21% due 2025-01-20 | Boat\n\
         2026-03-01 payment #1 121.00\n\
         2026-04-01 writeoff #1\n\
         2025-01-05 invoice #2 @vos 121.00 vat 21% due 2025-01-20 | Net\n\
         2026-05-01 void #2\n";
    let books = books_of(entries, "2026-12-31");
    assert_eq!(
        lines_of(&books, "relief-1-2026-01-20"),
        ["VatReclaimed 21000", "Provision -21000"]
    );
    assert_eq!(
        lines_of(&books, "pay-2026-03-01-vos-121.00-1"),
        [
            "Bank 12100",
            "Debtors #1 -12100",
            "Vat(Rate(2100)) -2100",
            "Provision 2100"
        ]
    );
    assert_eq!(
        lines_of(&books, "writeoff-2026-04-01-1-1"),
        ["Debtors #1 -108900", "BadDebt 90000", "Provision 18900"]
    );
    assert_eq!(
        lines_of(&books, "void-2026-05-01-2-1"),
        [
            "Debtors #2 -12100",
            "Income(Some(Rate(2100))) 10000",
            "Vat(Rate(2100)) 2100",
            "Vat(Rate(2100)) -2100",
            "Provision 2100"
        ]
    );
}

/// A credit note for one of two rates frees the VAT of its rate from the provision: nothing is lost by it.
#[test]
fn a_credit_note_for_one_rate_frees_the_vat_of_that_rate() {
    let entries = "2026-01-05 invoice #1 @vos 339.00 due 2026-01-20 | Boat, net\n  \
           vat: 21% 21.00 of 100.00\n  vat: 9% 18.00 of 200.00\n\
         2026-02-01 insolvent @vos\n\
         2026-02-10 credit #C1 for #1 109.00 vat 9%\n\
         2026-02-20 payment #1 115.00\n\
         2026-02-25 writeoff #1\n";
    let books = books_of(entries, "2026-12-31");
    assert_eq!(
        lines_of(&books, "relief-1-2026-02-01"),
        ["VatReclaimed 2100", "VatReclaimed 1800", "Provision -3900"]
    );
    let credit = lines_of(&books, "credit-C1");
    assert!(credit.contains(&"Provision 900"), "{credit:?}");
    assert!(
        credit.iter().all(|line| !line.starts_with("BadDebt")),
        "{credit:?}"
    );
    // 115.00 of the 230.00 that stand, with 30.00 of VAT.
    let paid = lines_of(&books, "pay-2026-02-20-vos-115.00-1");
    assert!(paid.contains(&"Provision 1500"), "{paid:?}");
    assert_eq!(
        lines_of(&books, "writeoff-2026-02-25-1-1"),
        ["Debtors #1 -11500", "BadDebt 10000", "Provision 1500"]
    );
}

#[test]
fn where_vat_is_owed_when_it_is_paid_it_waits_until_then() {
    let journal = "format 1\nbusiness\n  name: Kapper\n  vat-basis: cash\ncustomer @vos\n  name: Vos\n\
         2026-01-05 invoice #1 @vos 121.00 vat 21% due 2026-01-20 | Boat\n\
         2026-02-01 payment #1 60.50\n";
    let books = read_books(journal, parse_day("2026-02-28")).write();
    assert_eq!(
        lines_of(&books, "inv-1"),
        [
            "Debtors #1 12100",
            "Income(Some(Rate(2100))) -10000",
            "VatNotDue -2100"
        ]
    );
    assert_eq!(
        lines_of(&books, "pay-2026-02-01-vos-60.50-1"),
        [
            "Bank 6050",
            "Debtors #1 -6050",
            "Vat(Rate(2100)) -1050",
            "VatNotDue 1050"
        ]
    );
}

#[test]
fn where_vat_is_owed_when_it_is_paid_what_is_given_up_never_owes_it() {
    let journal = "format 1\nbusiness\n  name: Kapper\n  vat-basis: cash\ncustomer @vos\n  name: Vos\n\
         2026-01-05 invoice #1 @vos 121.00 vat 21% due 2026-01-20 | Boat\n\
         2026-04-01 writeoff #1 | Gone\n\
         2026-08-01 payment #1 20.00\n";
    let books = read_books(journal, parse_day("2026-12-31")).write();
    assert_eq!(
        lines_of(&books, "writeoff-2026-04-01-1-1"),
        ["Debtors #1 -12100", "BadDebt 10000", "VatNotDue 2100"]
    );
    assert_eq!(
        lines_of(&books, "pay-2026-08-01-vos-20.00-1"),
        [
            "Bank 2000",
            "Debtors #1 -2000",
            "BadDebt 347",
            "Vat(Rate(2100)) -347"
        ]
    );
}

#[test]
fn of_two_voids_that_count_on_one_day_the_one_that_is_carried_out_takes_the_vat_back() {
    let journal = "format 1\nbusiness\n  name: Kapper\n  vat-basis: cash\ncustomer @vos\n  name: Vos\n\
         2026-01-08 void #1\n\
         2026-01-01 payment #1 121.00\n\
         2026-01-08 invoice #1 @vos 121.00 vat 21% | Boat\n\
         2026-01-01 void #1\n";
    let books = read_books(journal, parse_day("2026-02-28"));
    let lines = books.entries.iter().flat_map(|entry| &entry.lines);
    let is_vat = |account| matches!(account, LedgerAccount::Vat(_) | LedgerAccount::VatNotDue);
    let vat = lines.filter(|line| is_vat(line.account));
    assert_eq!(
        vat.map(|line| line.amount.0).sum::<i128>(),
        0,
        "{}",
        books.write()
    );
}

#[test]
fn entries_that_say_the_same_are_told_apart() {
    let books = books_of(
        "2026-01-08 payment @vos 20.00\n2026-01-08 payment @vos 20.00\n2026-01-08 payment @vos 20.00 USD\n",
        "2026-02-28",
    );
    for id in [
        "pay-2026-01-08-vos-20.00-1",
        "pay-2026-01-08-vos-20.00-2",
        "pay-2026-01-08-vos-20.00USD-1",
    ] {
        lines_of(&books, id);
    }
}

#[test]
fn a_credit_note_for_a_void_invoice_leaves_the_void_as_it_was() {
    let until_void = "2026-01-05 invoice #1 @vos 605.00 vat 21% due 2026-01-20 | Boat\n\
        2026-01-06 writeoff #1\n\
        2026-01-07 void #1 | Never built\n";
    let later = format!("{until_void}2026-01-10 credit #K1 for #1 605.00 | By mistake\n");
    let void = "void-2026-01-07-1-1";
    let before = books_of(until_void, "2026-02-28");
    let after = books_of(&later, "2026-02-28");
    assert_eq!(lines_of(&before, void), lines_of(&after, void));
}
