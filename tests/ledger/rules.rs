//! Each rule of how money meets invoices, in a journal of a few lines.

use super::figures::post_as_of;
use super::shelf::read_journal;
use crate::journals::{check_text, error_places};
use tegoed::journal::model::Journal;
use tegoed::ledger::model::{AllocationRule, FaultKind, Status};
use tegoed::ledger::statement::{StatementLineKind, build_statement};
use tegoed::value::currency::Currency;
use tegoed::value::money::Minor;

const HEAD: &str = "format 1
policy quick
  terms: 30 days
  discount: 2% within 10 days
policy spread
  terms: 30 days
  unreferenced: oldest
  interest: 3% yearly
policy dear
  terms: 30 days
  interest: 8% yearly
customer @k
  name: K
  terms: 30 days
customer @quick
  name: Quick
  policy: quick
customer @spread
  name: Spread
  policy: spread
";

/// A journal of one customer, told in a few lines.
fn read_single_customer(lines: &str) -> Journal {
    read_journal(&format!("{HEAD}{lines}"))
}

/// What is open of an invoice, its charges included, in cents.
fn open_cents(journal: &Journal, day: &str, number: &str) -> i128 {
    let ledger = post_as_of(journal, day);
    let invoice = journal.invoice_numbers.index_of(number).unwrap();
    let charges = ledger.charges.get(&invoice).copied().unwrap_or_default();
    let items = journal.items_of(invoice);
    let principal: i64 = items.map(|item| ledger.items[item].open.0).sum();
    charges.sum().0 + i128::from(principal)
}

fn invoice_status(journal: &Journal, day: &str, number: &str) -> Status {
    let ledger = post_as_of(journal, day);
    let invoice = journal.invoice_numbers.index_of(number).unwrap();
    ledger.items[journal.items_of(invoice).next().unwrap()].status
}

/// What is on account, of all customers, in cents.
fn on_account_cents(journal: &Journal, day: &str) -> i128 {
    let ledger = post_as_of(journal, day);
    let credits = ledger.on_account.values().flatten();
    credits.map(|credit| credit.remaining.0).sum()
}

/// The faults at the end of the year.
fn fault_kinds(journal: &Journal) -> Vec<FaultKind> {
    let ledger = post_as_of(journal, "2026-12-31");
    ledger.faults.into_iter().map(|fault| fault.kind).collect()
}

#[test]
fn a_prepayment_waits_on_account_for_its_invoice() {
    let journal =
        read_single_customer("2026-01-05 payment #1 @k 50.00\n2026-02-01 invoice #1 @k 80.00\n");
    assert_eq!(
        (
            on_account_cents(&journal, "2026-01-04"),
            on_account_cents(&journal, "2026-01-31")
        ),
        (0, 5_000)
    );
    assert_eq!(
        (
            on_account_cents(&journal, "2026-02-01"),
            open_cents(&journal, "2026-02-01", "1")
        ),
        (0, 3_000)
    );
}

#[test]
fn a_prepayment_that_was_paid_back_in_part_settles_the_rest() {
    let journal = read_single_customer(
        "2026-01-05 payment #1 @k 50.00\n2026-01-06 refund @k 20.00\n2026-02-01 invoice #1 @k 80.00\n",
    );
    assert_eq!(open_cents(&journal, "2026-02-01", "1"), 5_000);
}

#[test]
fn money_meets_an_invoice_once() {
    let journal = read_single_customer(
        "2026-01-05 invoice #1 @k 80.00\n2026-01-06 payment #1 100.00\n2026-01-07 fee #1 15.00\n",
    );
    assert_eq!(
        (
            open_cents(&journal, "2026-01-07", "1"),
            on_account_cents(&journal, "2026-01-07")
        ),
        (1_500, 2_000)
    );
}

#[test]
fn invoices_are_filled_in_the_order_written() {
    let journal = read_single_customer(
        "2026-01-05 invoice #1 @k 80.00\n2026-01-05 invoice #2 @k 80.00\n2026-01-06 payment #2 #1 100.00\n",
    );
    assert_eq!(
        (
            open_cents(&journal, "2026-01-06", "1"),
            open_cents(&journal, "2026-01-06", "2")
        ),
        (6_000, 0)
    );
}

#[test]
fn a_part_for_an_invoice_leaves_its_excess_on_account() {
    let journal = read_single_customer(
        "2026-01-05 invoice #1 @k 80.00\n2026-01-05 invoice #2 @k 80.00\n2026-01-06 payment @k 150.00\n  for: #1 90.00\n  for: #2 30.00\n",
    );
    assert_eq!(
        (
            open_cents(&journal, "2026-01-06", "1"),
            open_cents(&journal, "2026-01-06", "2")
        ),
        (0, 5_000)
    );
    assert_eq!(on_account_cents(&journal, "2026-01-06"), 4_000);
    assert!(fault_kinds(&journal).is_empty());
}

#[test]
fn parts_above_the_payment_settle_nothing() {
    let journal = read_single_customer(
        "2026-01-05 invoice #1 @k 80.00\n2026-01-06 payment @k 50.00\n  for: #1 60.00\n",
    );
    assert_eq!(
        fault_kinds(&journal),
        [FaultKind::OverAllocated { sum: Minor(6_000) }]
    );
    assert_eq!(
        (
            open_cents(&journal, "2026-01-06", "1"),
            on_account_cents(&journal, "2026-01-06")
        ),
        (8_000, 5_000)
    );
}

#[test]
fn charges_come_before_principal() {
    let journal = read_single_customer(
        "2026-01-05 invoice #1 @k 80.00\n2026-01-06 fee #1 5.00\n2026-01-06 costs #1 40.00\n2026-01-06 interest #1 1.00\n2026-01-07 payment #1 43.00\n",
    );
    let ledger = post_as_of(&journal, "2026-01-07");
    let charges = ledger.charges.values().next().unwrap();
    assert_eq!(
        (charges.costs, charges.fee, charges.interest),
        (Minor(0), Minor(200), Minor(100))
    );
    assert_eq!(open_cents(&journal, "2026-01-07", "1"), 8_300);
}

#[test]
fn a_credit_note_lowers_principal_and_never_charges() {
    let journal = read_single_customer(
        "2026-01-05 invoice #1 @k 80.00\n2026-01-06 fee #1 5.00\n2026-01-07 credit #C for #1 90.00\n",
    );
    assert_eq!(
        (
            open_cents(&journal, "2026-01-07", "1"),
            on_account_cents(&journal, "2026-01-07")
        ),
        (500, 1_000)
    );
    assert_eq!(
        invoice_status(&journal, "2026-01-07", "1"),
        Status::Credited
    );
}

#[test]
fn a_credit_note_lowers_the_earliest_part_first() {
    let journal = read_single_customer(
        "2026-01-05 invoice #1 @k 80.00\n  due: 50% on 2026-03-01\n  due: 50% on 2026-02-01\n2026-01-07 credit #C for #1 30.00\n",
    );
    let ledger = post_as_of(&journal, "2026-01-07");
    let open: Vec<i64> = ledger.items.iter().map(|(_, item)| item.open.0).collect();
    assert_eq!(open, [4_000, 1_000]);
}

#[test]
fn apply_takes_the_oldest_money_or_that_of_a_day() {
    let lines = "2026-01-05 invoice #1 @k 80.00\n2026-01-06 payment @k 10.00\n2026-01-07 payment @k 20.00\n";
    let oldest = read_single_customer(&format!("{lines}2026-01-08 apply 15.00 for #1\n"));
    let left: Vec<i128> = post_as_of(&oldest, "2026-01-08")
        .on_account
        .values()
        .flatten()
        .map(|it| it.remaining.0)
        .collect();
    assert_eq!(left, [1_500]);
    let picked = read_single_customer(&format!(
        "{lines}2026-01-08 apply 15.00 for #1 of 2026-01-07\n"
    ));
    let left: Vec<i128> = post_as_of(&picked, "2026-01-08")
        .on_account
        .values()
        .flatten()
        .map(|it| it.remaining.0)
        .collect();
    assert_eq!(left, [1_000, 500]);
    let too_much = read_single_customer(&format!(
        "{lines}2026-01-08 apply 25.00 for #1 of 2026-01-07\n"
    ));
    assert_eq!(
        fault_kinds(&too_much),
        [FaultKind::Overspent {
            available: Minor(2_000)
        }]
    );
    assert_eq!(open_cents(&too_much, "2026-01-08", "1"), 8_000);
}

#[test]
fn what_an_invoice_cannot_take_stays_on_account() {
    let journal = read_single_customer(
        "2026-01-05 invoice #1 @k 80.00\n2026-01-06 payment @k 100.00\n2026-01-08 apply 100.00 for #1\n",
    );
    assert_eq!(
        (
            open_cents(&journal, "2026-01-08", "1"),
            on_account_cents(&journal, "2026-01-08")
        ),
        (0, 2_000)
    );
    assert!(fault_kinds(&journal).is_empty());
}

#[test]
fn a_reversal_undoes_all_that_its_payment_settled() {
    let journal = read_single_customer(
        "2026-01-05 invoice #1 @k 80.00\n2026-01-05 invoice #2 @k 80.00\n2026-01-06 payment #1 @k 100.00\n2026-01-08 apply 5.00 for #2\n2026-01-09 reversal @k 100.00 of 2026-01-06\n",
    );
    assert_eq!(
        (
            open_cents(&journal, "2026-01-08", "1"),
            open_cents(&journal, "2026-01-08", "2")
        ),
        (0, 7_500)
    );
    assert_eq!(
        (
            open_cents(&journal, "2026-01-09", "1"),
            open_cents(&journal, "2026-01-09", "2")
        ),
        (8_000, 8_000)
    );
    assert_eq!(on_account_cents(&journal, "2026-01-09"), 0);
}

#[test]
fn a_payment_reversed_on_its_own_day_settled_nothing() {
    let journal = read_single_customer(
        "2026-01-05 invoice #1 @k 80.00\n2026-01-06 payment #1 @k 80.00\n2026-01-06 reversal @k 80.00 of 2026-01-06\n",
    );
    assert!(post_as_of(&journal, "2026-01-06").allocations.is_empty());
    assert_eq!(open_cents(&journal, "2026-01-06", "1"), 8_000);
}

#[test]
fn a_reversal_means_exactly_one_payment() {
    let lines = "2026-01-05 invoice #1 @k 80.00\n2026-01-06 payment #1 @k 40.00\n  id: x\n2026-01-06 payment #1 @k 40.00\n  id: y\n";
    let none = read_single_customer(&format!(
        "{lines}2026-01-08 reversal @k 41.00 of 2026-01-06\n"
    ));
    assert_eq!(fault_kinds(&none), [FaultKind::NothingToReverse]);
    let two = read_single_customer(&format!(
        "{lines}2026-01-08 reversal @k 40.00 of 2026-01-06\n"
    ));
    assert!(matches!(
        fault_kinds(&two)[..],
        [FaultKind::SeveralToReverse { count: 2, .. }]
    ));
    let decided = read_single_customer(&format!(
        "{lines}2026-01-08 reversal @k 40.00 of 2026-01-06\n  of: y\n"
    ));
    assert_eq!(
        (
            fault_kinds(&decided),
            open_cents(&decided, "2026-01-08", "1")
        ),
        (vec![], 4_000)
    );
    let again = read_single_customer(&format!(
        "{lines}2026-01-08 reversal @k 40.00 of 2026-01-06\n  of: y\n2026-01-09 reversal #1 40.00 of 2026-01-06\n"
    ));
    assert_eq!(
        (fault_kinds(&again), open_cents(&again, "2026-01-09", "1")),
        (vec![], 8_000)
    );
}

#[test]
fn money_paid_back_cannot_be_reversed() {
    let journal = read_single_customer(
        "2026-01-06 payment @k 40.00\n2026-01-07 refund @k 10.00\n2026-01-08 reversal @k 40.00 of 2026-01-06\n",
    );
    assert!(matches!(
        fault_kinds(&journal)[..],
        [FaultKind::RefundedAlready {
            refunded: Minor(1_000),
            ..
        }]
    ));
    assert_eq!(on_account_cents(&journal, "2026-01-08"), 3_000);
}

#[test]
fn a_settlement_closes_when_it_is_reached_in_time() {
    let lines = "2026-01-05 invoice #1 @k 80.00\n2026-01-10 fee #1 10.00\n2026-01-20 payment #1 20.00\n2026-02-01 settle #1 50.00 by 2026-02-10\n2026-02-01 payment #1 30.00\n";
    let kept = read_single_customer(&format!("{lines}2026-02-10 payment #1 20.00\n"));
    assert_eq!(
        (
            open_cents(&kept, "2026-02-09", "1"),
            open_cents(&kept, "2026-02-10", "1")
        ),
        (4_000, 0)
    );
    assert_eq!(invoice_status(&kept, "2026-02-10", "1"), Status::Settled);
    let late = read_single_customer(&format!("{lines}2026-02-11 payment #1 20.00\n"));
    assert_eq!(open_cents(&late, "2026-02-11", "1"), 2_000);
    let bounced = read_single_customer(&format!(
        "{lines}2026-02-10 payment #1 20.00\n2026-02-15 reversal #1 30.00 of 2026-02-01\n"
    ));
    assert_eq!(open_cents(&bounced, "2026-02-15", "1"), 5_000);
}

#[test]
fn a_charge_after_a_settlement_is_owed() {
    let journal = read_single_customer(
        "2026-01-05 invoice #1 @k 80.00\n2026-02-01 settle #1 50.00 by 2026-02-20\n2026-02-02 payment #1 50.00\n2026-02-03 fee #1 10.00\n2026-02-04 payment #1 1.00\n",
    );
    assert_eq!(
        (
            open_cents(&journal, "2026-02-02", "1"),
            open_cents(&journal, "2026-02-04", "1")
        ),
        (0, 900)
    );
}

#[test]
fn a_discount_is_earned_in_time_and_lost_with_the_payment() {
    let lines = "2026-01-05 invoice #1 @quick 100.00\n2026-01-15 payment #1 @quick 98.00\n";
    let journal = read_single_customer(lines);
    assert_eq!(
        (
            open_cents(&journal, "2026-01-15", "1"),
            invoice_status(&journal, "2026-01-15", "1")
        ),
        (0, Status::Paid)
    );
    let bounced = read_single_customer(&format!(
        "{lines}2026-01-20 reversal @quick 98.00 of 2026-01-15\n"
    ));
    assert_eq!(open_cents(&bounced, "2026-01-20", "1"), 10_000);
    let late =
        read_single_customer("2026-01-05 invoice #1 @quick 100.00\n2026-01-16 payment #1 98.00\n");
    assert_eq!(open_cents(&late, "2026-01-16", "1"), 200);
    let charged = "2026-01-05 invoice #1 @quick 100.00\n2026-01-06 fee #1 1.00\n2026-01-15 payment #1 98.00\n";
    assert_eq!(
        open_cents(&read_single_customer(charged), "2026-01-15", "1"),
        300
    );
    let made_up = read_single_customer(&format!("{charged}2026-01-15 payment #1 1.00\n"));
    assert_eq!(open_cents(&made_up, "2026-01-15", "1"), 0);
}

#[test]
fn a_discount_is_a_share_of_the_total_less_credit_notes() {
    let lines = "2026-01-05 invoice #1 @quick 100.00\n2026-01-06 credit #C for #1 50.00\n";
    let enough = read_single_customer(&format!("{lines}2026-01-07 payment #1 49.00\n"));
    assert_eq!(open_cents(&enough, "2026-01-07", "1"), 0);
    let short = read_single_customer(&format!("{lines}2026-01-07 payment #1 48.99\n"));
    assert_eq!(open_cents(&short, "2026-01-07", "1"), 101);
}

#[test]
fn held_money_that_came_in_time_earns_the_discount() {
    let journal = read_single_customer(
        "2026-01-05 invoice #1 @quick 100.00\n2026-01-10 payment @quick 98.00\n2026-02-10 apply 98.00 for #1\n",
    );
    assert_eq!(open_cents(&journal, "2026-02-10", "1"), 0);
}

#[test]
fn a_later_payment_recovers_what_was_written_off() {
    let journal = read_single_customer(
        "2026-01-05 invoice #1 @k 80.00\n2026-01-06 fee #1 5.00\n2026-02-01 writeoff #1\n2026-03-01 payment #1 @k 20.00\n2026-04-01 payment #1 @k 70.00\n2026-05-01 reversal @k 20.00 of 2026-03-01\n2026-06-01 fee #1 1.00\n",
    );
    let at = |day| {
        (
            open_cents(&journal, day, "1"),
            on_account_cents(&journal, day),
            invoice_status(&journal, day, "1"),
        )
    };
    assert_eq!(at("2026-02-01"), (0, 0, Status::WrittenOff));
    assert_eq!(at("2026-03-01"), (0, 0, Status::WrittenOff));
    assert_eq!(at("2026-04-01"), (0, 500, Status::Paid));
    assert_eq!(at("2026-05-01"), (0, 500, Status::WrittenOff));
    assert!(matches!(
        fault_kinds(&journal)[..],
        [FaultKind::InvoiceClosed {
            status: Status::WrittenOff,
            ..
        }]
    ));
}

#[test]
fn a_part_written_off_lowers_principal_and_no_more_than_is_open() {
    let journal = read_single_customer(
        "2026-01-05 invoice #1 @k 80.00\n2026-02-01 writeoff #1 30.00\n2026-02-02 writeoff #1 50.01\n2026-02-03 payment #1 60.00\n",
    );
    assert_eq!(
        fault_kinds(&journal),
        [FaultKind::WriteoffExceedsOpen { open: Minor(5_000) }]
    );
    let ledger = post_as_of(&journal, "2026-02-03");
    let recovered: i64 = ledger
        .allocations
        .iter()
        .filter(|it| it.rule == AllocationRule::Recovered)
        .map(|it| it.amount.0.max(0))
        .sum();
    assert_eq!(
        (
            open_cents(&journal, "2026-02-03", "1"),
            recovered,
            on_account_cents(&journal, "2026-02-03")
        ),
        (0, 1_000, 0)
    );
}

#[test]
fn a_void_hands_money_back_to_the_account() {
    let journal = read_single_customer(
        "2026-01-05 invoice #1 @k 80.00\n2026-01-06 fee #1 5.00\n2026-01-07 credit #C for #1 100.00\n2026-01-08 payment #1 @k 7.00\n2026-02-01 void #1\n2026-02-02 payment #1 @k 3.00\n2026-02-03 reversal @k 7.00 of 2026-01-08\n",
    );
    assert_eq!(
        (
            open_cents(&journal, "2026-01-31", "1"),
            on_account_cents(&journal, "2026-01-31")
        ),
        (0, 2_200)
    );
    assert_eq!(
        (
            open_cents(&journal, "2026-02-01", "1"),
            on_account_cents(&journal, "2026-02-01")
        ),
        (0, 700)
    );
    assert_eq!(
        (
            open_cents(&journal, "2026-02-03", "1"),
            on_account_cents(&journal, "2026-02-03")
        ),
        (0, 300)
    );
    assert_eq!(invoice_status(&journal, "2026-02-03", "1"), Status::Void);
}

#[test]
fn a_waiver_takes_no_more_than_is_claimed() {
    let lines =
        "2026-01-05 invoice #1 @k 80.00\n2026-01-06 costs #1 40.00\n2026-01-06 fee #1 5.00\n";
    let journal = read_single_customer(&format!("{lines}2026-01-07 waive #1 42.00\n"));
    assert_eq!(open_cents(&journal, "2026-01-07", "1"), 8_300);
    let fee = read_single_customer(&format!("{lines}2026-01-07 waive #1 6.00 fee\n"));
    assert_eq!(
        fault_kinds(&fee),
        [FaultKind::WaivedExceedsCharges {
            claimed: Minor(500)
        }]
    );
}

#[test]
fn currencies_do_not_mix() {
    let journal =
        read_single_customer("2026-01-05 invoice #1 @k 80.00\n2026-01-06 payment #1 80.00 USD\n");
    assert!(matches!(
        fault_kinds(&journal)[..],
        [FaultKind::CurrencyMix { .. }]
    ));
    assert_eq!(
        (
            open_cents(&journal, "2026-01-06", "1"),
            on_account_cents(&journal, "2026-01-06")
        ),
        (8_000, 8_000)
    );
}

#[test]
fn money_for_a_number_nobody_issued_waits_in_silence() {
    let journal = read_single_customer(
        "2026-01-06 payment #404 @k 80.00\n2026-01-07 fee #404 @k 5.00\n2026-01-08 apply @k 5.00 for #404\n",
    );
    assert_eq!(
        (
            fault_kinds(&journal),
            on_account_cents(&journal, "2026-12-31")
        ),
        (vec![], 8_000)
    );
}

#[test]
fn the_higher_rate_is_paid_first() {
    let journal = read_single_customer(
        "2026-01-05 invoice #1 @spread 50.00 due 2026-01-06\n2026-01-06 invoice #2 @spread 50.00 due 2026-01-20\n  policy: dear\n2026-02-01 payment @spread 60.00\n",
    );
    assert_eq!(
        (
            open_cents(&journal, "2026-02-01", "1"),
            open_cents(&journal, "2026-02-01", "2")
        ),
        (4_000, 0)
    );
}

#[test]
fn money_that_refers_to_an_open_invoice_is_not_spread() {
    let lines = "2026-01-05 invoice #1 @spread 50.00\n2026-01-05 invoice #2 @spread 50.00\n";
    let kept = read_single_customer(&format!(
        "{lines}2026-02-01 payment @spread 20.00\n  ref: 2\n"
    ));
    assert_eq!(
        (
            on_account_cents(&kept, "2026-02-01"),
            open_cents(&kept, "2026-02-01", "2")
        ),
        (2_000, 5_000)
    );
    let closed = read_single_customer(&format!(
        "{lines}2026-01-20 payment #2 50.00\n2026-02-01 payment @spread 20.00\n  ref: 2\n"
    ));
    assert_eq!(
        (
            on_account_cents(&closed, "2026-02-01"),
            open_cents(&closed, "2026-02-01", "1")
        ),
        (0, 3_000)
    );
}

#[test]
fn a_statement_shows_every_change_once() {
    use StatementLineKind::{
        Credit, Discount, Fee, Invoice, Payment, Refund, Reversal, Waived, WrittenOff,
    };
    let journal = read_single_customer(
        "2026-01-05 invoice #1 @quick 100.00\n2026-01-06 payment #1 98.00\n2026-01-07 reversal @quick 98.00 of 2026-01-06\n2026-01-08 credit #C for #1 10.00\n2026-01-09 fee #1 5.00\n2026-01-10 waive #1 5.00\n2026-02-01 payment #1 40.00\n2026-02-02 payment @quick 7.00\n2026-02-03 refund @quick 7.00\n2026-03-01 writeoff #1\n",
    );
    let ledger = post_as_of(&journal, "2026-12-31");
    let customer = journal.customer_ids.index_of("quick").unwrap();
    let lines = build_statement(&journal, &ledger, customer, Currency::EUR);
    let told: Vec<(StatementLineKind, i128)> = lines
        .iter()
        .map(|line| (line.kind, line.amount.0))
        .collect();
    let expected = [
        (Invoice, 10_000),
        (Payment, -9_800),
        (Discount, -200),
        (Reversal, 9_800),
        (Discount, 200),
        (Credit, -1_000),
        (Fee, 500),
        (Waived, -500),
        (Payment, -4_000),
        (Payment, -700),
        (Refund, 700),
        (WrittenOff, -5_000),
    ];
    assert_eq!(told, expected);
    assert_eq!(lines.last().unwrap().balance, Minor::ZERO);
}

/// An invoice in so many parts of one cent, and a payment of all of it.
fn invoice_in_parts(count: usize) -> String {
    use std::fmt::Write;
    let (units, cents) = (count / 100, count % 100);
    let amount = format!("{units}.{cents:02}");
    let mut text = format!("{HEAD}2026-01-05 invoice #1 @k {amount}\n");
    for _part in 0..count {
        text.push_str("  due: 0.01 on 2026-02-01\n");
    }
    writeln!(text, "2026-03-01 payment #1 {amount}").unwrap();
    text
}

#[test]
fn an_invoice_has_as_many_parts_as_can_be_counted() {
    let most = usize::from(u16::MAX);
    let outcome = check_text(invoice_in_parts(most));
    assert_eq!(error_places(&outcome), [""; 0]);
    let journal = &outcome.journal;
    let invoice = journal.invoice_numbers.index_of("1").unwrap();
    assert_eq!(journal.items_of(invoice).count(), most);
    let last = journal.items_of(invoice).last().unwrap();
    assert_eq!(journal.place_in_invoice(last), most - 1);
    assert_eq!(open_cents(journal, "2026-12-31", "1"), 0);
}

#[test]
fn a_part_too_many_is_refused_where_it_stands() {
    let most = usize::from(u16::MAX);
    let outcome = check_text(invoice_in_parts(most + 2));
    let first_part = HEAD.lines().count() + 2;
    let expected = format!("S013 {}:3", first_part + most);
    assert_eq!(error_places(&outcome), [expected]);
}

/// The references of the two payments share 32 bits of their hashes. The reversal names the first.
#[test]
fn a_reversal_finds_its_payment_by_all_letters_of_the_reference() {
    let journal = read_single_customer(
        "2026-01-05 invoice #1 @k 100.00
2026-01-05 invoice #2 @k 100.00
2026-06-22 payment #1 100.00
  id: 2026-06-05/0527
2026-06-22 payment #2 100.00
  id: 2026-06-22/0465
2026-06-25 reversal @k 100.00 of 2026-06-22
  of: 2026-06-05/0527
",
    );
    let day = "2026-07-01";
    assert_eq!(open_cents(&journal, day, "1"), 10_000);
    assert_eq!(open_cents(&journal, day, "2"), 0);
}
