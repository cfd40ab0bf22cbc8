//! Posting: every entry up to the day, carried out in order, and nothing else.

use super::account::Accounts;
use super::assertion;
use super::books::Books;
use super::marks::{Mark, Marks};
use super::model::Ledger;
use super::order::{day_of, in_order};
use super::prepayment::Waiting;
use super::principal::Principal;
use super::queue::Queue;
use super::reversible::Reversible;
use super::steps::Steps;
use crate::journal::model::{Journal, MovementIx, MovementKind};
use crate::value::calendar::AsOf;
use crate::value::register::Register;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Who owes what at the end of a day, from the entries dated by then. Later entries change nothing; they are only
/// counted.
pub fn post(journal: &Journal, as_of: AsOf) -> Ledger {
    let order = in_order(journal, as_of.0);
    let mut books = Books::opened(journal, as_of.0, order.len());
    books.mark_ahead(&order);
    for next in order.chunks(TOGETHER) {
        books.look_ahead(next);
        for ix in next {
            books.turn_to(day_of(journal, &journal.movements[*ix]));
            books.carry_out(*ix);
        }
    }
    books.turn_to(as_of.0);
    let mut ledger = books.closed();
    let differing = assertion::differing(journal, &ledger);
    ledger.faults.extend(differing);
    ledger
}

/// For so many entries what they name is looked up together.
const TOGETHER: usize = 16;

impl<'j> Books<'j> {
    /// Looks once at every item that the next entries name. In a big journal those lie far from one another, and memory
    /// answers sixteen questions that do not wait for each other nearly as fast as one.
    fn look_ahead(&self, next: &[MovementIx]) {
        let named = next
            .iter()
            .filter_map(|ix| self.journal.movements[*ix].invoice);
        let items = named.filter_map(|invoice| self.journal.invoices[invoice].first_item);
        let open = items.fold(0, |sum, item| sum ^ self.principal.item(item).open);
        std::hint::black_box(open);
    }

    /// The books before the first entry.
    fn opened(journal: &'j Journal, as_of: NaiveDate, count: usize) -> Self {
        Self {
            journal,
            as_of,
            today: NaiveDate::MIN,
            principal: Principal::opened(journal, as_of),
            charges: BTreeMap::new(),
            marks: Register::filled(Marks::default(), journal.invoices.len()),
            accounts: Accounts::default(),
            steps: Steps::with_room(count),
            faults: Vec::new(),
            waiting: Waiting::default(),
            credited: BTreeMap::new(),
            given_up: BTreeMap::new(),
            terms: BTreeMap::new(),
            received: BTreeMap::new(),
            closings: BTreeMap::new(),
            reversible: Reversible::gathered(journal, as_of),
            refunded: BTreeMap::new(),
            queue: Queue::prepared(journal, as_of),
            discounts: journal
                .policies
                .iter()
                .any(|(_, policy)| policy.discount.is_some()),
            voids: false,
        }
    }

    /// Marks the invoices whose money must be remembered: those that will be voided or settled.
    fn mark_ahead(&mut self, order: &[MovementIx]) {
        for ix in order {
            let movement = &self.journal.movements[*ix];
            let mark = match movement.kind {
                MovementKind::Void => Mark::ToBeVoided,
                MovementKind::Settle => Mark::ToBeSettled,
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
            self.voids |= mark == Mark::ToBeVoided;
            for invoice in movement.invoices() {
                self.marks[invoice].set(mark);
            }
        }
    }

    fn carry_out(&mut self, ix: MovementIx) {
        let movement = &self.journal.movements[ix];
        match movement.kind {
            MovementKind::Credit => self.credit(ix),
            MovementKind::Reversal => self.reverse(ix),
            MovementKind::Payment => self.receive(ix),
            MovementKind::Apply => self.apply(ix),
            MovementKind::Refund => self.refund(ix),
            MovementKind::Fee | MovementKind::Costs | MovementKind::Interest => self.claim(ix),
            MovementKind::Waive => self.waive(ix),
            MovementKind::Settle => self.agree_settlement(ix),
            MovementKind::Writeoff => self.give_up(ix),
            MovementKind::Void => self.void(ix),
        }
    }

    /// The books closed: what others read.
    fn closed(self) -> Ledger {
        let mut charges = self.charges;
        charges.retain(|_, charges| !charges.sum().is_zero());
        Ledger {
            as_of: AsOf(self.as_of),
            items: self.principal.into_items(),
            charges,
            on_account: self.accounts.into_credits(),
            allocations: self.steps.into_record(),
            faults: self.faults,
            entries_after: entries_after(self.journal, self.as_of),
        }
    }
}

/// How many dated entries lie after a day.
fn entries_after(journal: &Journal, day: NaiveDate) -> usize {
    // Nearly always there is none, and to look at a million entries for that takes a fiftieth of the time of a report.
    if journal.latest <= Some(day) {
        return 0;
    }
    journal.dated().filter(|(date, _)| *date > day).count()
}
