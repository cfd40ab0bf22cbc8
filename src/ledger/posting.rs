//! Posting: every entry up to the day, carried out in order, and nothing else.

use super::account::CustomerAccounts;
use super::allocation_log::AllocationLog;
use super::allocation_queue::AllocationQueue;
use super::balance_check;
use super::invoice_flags::{InvoiceFlag, InvoiceFlags};
use super::model::Ledger;
use super::posting_order::{posting_day, sort_movements};
use super::posting_state::PostingState;
use super::prepayment::PrepaymentQueue;
use super::principal::Principal;
use super::reversal_index::ReversalIndex;
use crate::journal::model::{Journal, MovementIx, MovementKind};
use crate::value::calendar::AsOf;
use crate::value::index_vec::IndexVec;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Who owes what at the end of a day, from the entries dated by then. Later entries change nothing; they are only
/// counted.
pub fn post(journal: &Journal, as_of: AsOf) -> Ledger {
    let order = sort_movements(journal, as_of.0);
    let mut books = PostingState::new(journal, as_of.0, order.len());
    books.flag_upcoming(&order);
    for next in order.chunks(PREFETCH_COUNT) {
        books.prefetch_items(next);
        for ix in next {
            books.advance_to(posting_day(journal, &journal.movements[*ix]));
            books.apply_movement(*ix);
        }
    }
    books.advance_to(as_of.0);
    let mut ledger = books.into_ledger();
    let differing = balance_check::failed_assertions(journal, &ledger);
    ledger.faults.extend(differing);
    ledger
}

/// For so many entries what they name is looked up together.
const PREFETCH_COUNT: usize = 16;

impl<'j> PostingState<'j> {
    /// Looks once at every item that the next entries name. In a big journal those lie far from one another, and memory
    /// answers sixteen questions that do not wait for each other nearly as fast as one.
    fn prefetch_items(&self, next: &[MovementIx]) {
        let named = next
            .iter()
            .filter_map(|ix| self.journal.movements[*ix].invoice);
        let items = named.filter_map(|invoice| self.journal.invoices[invoice].first_item);
        let open = items.fold(0, |sum, item| sum ^ self.principal.item_state(item).open);
        std::hint::black_box(open);
    }

    /// The books before the first entry.
    fn new(journal: &'j Journal, as_of: NaiveDate, count: usize) -> Self {
        Self {
            journal,
            as_of,
            today: NaiveDate::MIN,
            principal: Principal::new(journal, as_of),
            charges: BTreeMap::new(),
            flags: IndexVec::from_elem(InvoiceFlags::default(), journal.invoices.len()),
            accounts: CustomerAccounts::default(),
            allocations: AllocationLog::with_capacity(count),
            faults: Vec::new(),
            prepayments: PrepaymentQueue::default(),
            credit_notes: BTreeMap::new(),
            writeoffs: BTreeMap::new(),
            settlements: BTreeMap::new(),
            received_today: BTreeMap::new(),
            closings: BTreeMap::new(),
            reversals: ReversalIndex::from_journal(journal, as_of),
            refunds: BTreeMap::new(),
            queue: AllocationQueue::from_journal(journal, as_of),
            has_discounts: journal
                .policies
                .iter()
                .any(|(_, policy)| policy.discount.is_some()),
            has_voids: false,
        }
    }

    /// Marks the invoices whose money must be remembered: those that will be voided or settled.
    fn flag_upcoming(&mut self, order: &[MovementIx]) {
        for ix in order {
            let movement = &self.journal.movements[*ix];
            let mark = match movement.kind {
                MovementKind::Void => InvoiceFlag::ToBeVoided,
                MovementKind::Settle => InvoiceFlag::ToBeSettled,
                MovementKind::Credit
                | MovementKind::Reversal
                | MovementKind::Payment
                | MovementKind::Apply
                | MovementKind::Refund
                | MovementKind::Fee
                | MovementKind::Costs
                | MovementKind::Interest
                | MovementKind::Waive
                | MovementKind::Writeoff => continue,
            };
            self.has_voids |= mark == InvoiceFlag::ToBeVoided;
            for invoice in movement.invoices() {
                self.flags[invoice].set(mark);
            }
        }
    }

    fn apply_movement(&mut self, ix: MovementIx) {
        let movement = &self.journal.movements[ix];
        match movement.kind {
            MovementKind::Credit => self.post_credit_note(ix),
            MovementKind::Reversal => self.reverse_payment(ix),
            MovementKind::Payment => self.receive_payment(ix),
            MovementKind::Apply => self.apply_on_account(ix),
            MovementKind::Refund => self.refund_on_account(ix),
            MovementKind::Fee | MovementKind::Costs | MovementKind::Interest => {
                self.claim_charge(ix);
            }
            MovementKind::Waive => self.waive_charges(ix),
            MovementKind::Settle => self.agree_settlement(ix),
            MovementKind::Writeoff => self.write_off(ix),
            MovementKind::Void => self.void_invoices(ix),
        }
    }

    /// The books closed: what others read.
    fn into_ledger(self) -> Ledger {
        let mut charges = self.charges;
        charges.retain(|_, charges| !charges.sum().is_zero());
        Ledger {
            as_of: AsOf(self.as_of),
            items: self.principal.into_items(),
            charges,
            on_account: self.accounts.into_credits(),
            allocations: self.allocations.into_allocations(),
            faults: self.faults,
            entries_after: count_entries_after(self.journal, self.as_of),
        }
    }
}

/// How many dated entries lie after a day.
fn count_entries_after(journal: &Journal, day: NaiveDate) -> usize {
    // Nearly always there is none, and to look at a million entries for that takes a fiftieth of the time of a report.
    if journal.latest <= Some(day) {
        return 0;
    }
    journal
        .dated_entries()
        .filter(|(date, _)| *date > day)
        .count()
}
