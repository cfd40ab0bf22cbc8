//! The books while the days pass: every register that an entry may change.

use super::account::{AccountKey, CustomerAccounts};
use super::allocation_log::{AllocationLog, AllocationSource};
use super::allocation_queue::AllocationQueue;
use super::invoice_flags::{InvoiceFlag, InvoiceFlags};
use super::model::{
    Allocation, AllocationRule, Charges, FaultEntry, FaultKind, PostingFault, Status,
};
use super::prepayment::PrepaymentQueue;
use super::principal::Principal;
use super::reversal_index::ReversalIndex;
use super::settlement::{Closing, SettlementTerms};
use super::void::CreditNotes;
use super::writeoff::UnrecoveredWriteoffs;
use crate::journal::model::{
    Component, InvoiceIx, ItemIx, Journal, Movement, MovementIx, MovementKind, NumberUse,
};
use crate::value::index_vec::IndexVec;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Everything that changes while entries are carried out, day by day.
#[derive(Debug)]
pub struct PostingState<'j> {
    /// What the journal means.
    pub journal: &'j Journal,
    /// The last day that counts.
    pub as_of: NaiveDate,
    /// The day whose entries are carried out now.
    pub today: NaiveDate,
    /// What is open of each item.
    pub principal: Principal<'j>,
    /// What is claimed beside principal.
    pub charges: BTreeMap<InvoiceIx, Charges>,
    /// What is special about each invoice.
    pub flags: IndexVec<InvoiceIx, InvoiceFlags>,
    /// Money that settles nothing yet.
    pub accounts: CustomerAccounts,
    /// What was done.
    pub allocations: AllocationLog,
    /// What could not be done.
    pub faults: Vec<PostingFault>,
    /// Prepayments that wait for their invoice.
    pub prepayments: PrepaymentQueue,
    /// Credit notes, by the invoice they name.
    pub credit_notes: BTreeMap<InvoiceIx, CreditNotes>,
    /// What was written off and may be recovered.
    pub writeoffs: BTreeMap<InvoiceIx, UnrecoveredWriteoffs>,
    /// The settlement in force on an invoice.
    pub settlements: BTreeMap<InvoiceIx, SettlementTerms>,
    /// What was received today on invoices that will be settled today.
    pub received_today: BTreeMap<InvoiceIx, (NaiveDate, Minor)>,
    /// Discounts and settlements that closed an invoice.
    pub closings: BTreeMap<InvoiceIx, Vec<Closing>>,
    /// Payments that a reversal may mean.
    pub reversals: ReversalIndex<'j>,
    /// How much of a payment was paid back.
    pub refunds: BTreeMap<MovementIx, Minor>,
    /// What is needed to spread money, where some policy asks for it.
    pub queue: Option<AllocationQueue<'j>>,
    /// Whether some policy gives a discount.
    pub has_discounts: bool,
    /// Whether some invoice will be voided.
    pub has_voids: bool,
}

/// Whether an entry and an invoice it names can meet today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvoiceAvailability {
    /// They can.
    Now,
    /// When the invoice has been written.
    Later(NaiveDate),
    /// They cannot: the invoice is unknown or unreadable, or a fault was noted.
    Never,
}

/// How an entry names an invoice: who checks that both speak of the same customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvoiceMention {
    /// First in its header: checked when names were resolved.
    First,
    /// Further on, or in a `for:` line: checked here.
    Further,
}

impl InvoiceMention {
    /// How the header names the invoice at this place in it.
    pub const fn from_position(place: usize) -> Self {
        if place == 0 {
            Self::First
        } else {
            Self::Further
        }
    }
}

impl PostingState<'_> {
    /// Whether a movement and an invoice that it names can meet today. Notes what is wrong between them.
    pub fn check_availability(
        &mut self,
        ix: MovementIx,
        invoice: InvoiceIx,
        naming: InvoiceMention,
    ) -> InvoiceAvailability {
        let movement = &self.journal.movements[ix];
        let named = &self.journal.invoices[invoice];
        if named.number_use != NumberUse::Invoice
            || named.amount().is_none()
            || named.first_item.is_none()
        {
            return InvoiceAvailability::Never;
        }
        if named.date > self.today {
            return InvoiceAvailability::Later(named.date);
        }
        if named.customer != movement.customer {
            if named.customer.is_some() && naming == InvoiceMention::Further {
                self.record_fault(ix, FaultKind::CustomerMix { invoice });
            }
            return InvoiceAvailability::Never;
        }
        if named.currency != movement.currency && movement.amount != 0 {
            self.record_fault(ix, FaultKind::CurrencyMix { invoice });
            return InvoiceAvailability::Never;
        }
        InvoiceAvailability::Now
    }

    /// The invoice a movement names, if both can meet today.
    pub fn available_invoice(&mut self, ix: MovementIx) -> Option<InvoiceIx> {
        let invoice = self.journal.movements[ix].invoice?;
        (self.check_availability(ix, invoice, InvoiceMention::First) == InvoiceAvailability::Now)
            .then_some(invoice)
    }

    /// Notes that a movement cannot be carried out as written.
    pub fn record_fault(&mut self, ix: MovementIx, what: FaultKind) {
        self.faults.push(PostingFault {
            entry: FaultEntry::Movement(ix),
            kind: what,
        });
    }

    /// The act of a movement, for a reason.
    pub fn allocation_source(&self, ix: MovementIx, rule: AllocationRule) -> AllocationSource {
        let movement = &self.journal.movements[ix];
        AllocationSource {
            movement: ix,
            kind: movement.kind,
            entry_date: movement.date,
            rule,
        }
    }

    /// Records a step on an item, and remembers it where it may have to be found again.
    pub fn record_allocation(
        &mut self,
        act: AllocationSource,
        item: ItemIx,
        component: Component,
        amount: Minor,
    ) {
        let number = self.allocations.push(
            Allocation {
                movement: act.movement,
                item,
                date: self.today,
                amount: 0,
                component,
                rule: act.rule,
            },
            amount,
        );
        if !is_money_transfer(act) || !amount.is_positive() {
            return;
        }
        if self.reversals.is_candidate(act.movement) {
            self.allocations.index_by_payment(act.movement, number);
        }
        if self.has_voids {
            let invoice = self.journal.items[item].invoice;
            if self.flags[invoice].has(InvoiceFlag::ToBeVoided) {
                self.allocations.index_by_invoice(invoice, number);
            }
        }
    }

    /// Lowers the principal of an item.
    pub fn lower_principal(&mut self, act: AllocationSource, item: ItemIx, amount: Minor) {
        self.principal
            .lower(item, amount, closing_status(act), self.today);
        self.record_allocation(act, item, Component::Principal, amount);
    }

    /// Opens an item again.
    pub fn reopen_item(&mut self, act: AllocationSource, item: ItemIx, amount: Minor) {
        self.principal.raise(item, amount);
        self.record_allocation(act, item, Component::Principal, -amount);
        self.enqueue_item(item);
    }

    /// The charges of an invoice as they stand.
    pub fn charges_of(&self, invoice: InvoiceIx) -> Charges {
        if self.flags[invoice].has(InvoiceFlag::Charged) {
            self.charges.get(&invoice).copied().unwrap_or_default()
        } else {
            Charges::default()
        }
    }

    /// Whose account a movement speaks of.
    pub fn account_key(&self, movement: &Movement) -> Option<AccountKey> {
        Some((movement.customer?, movement.currency))
    }

    /// How an invoice was closed for good, if it was: then no charge or credit fits.
    pub fn final_status(&mut self, invoice: InvoiceIx) -> Option<Status> {
        let marks = self.flags[invoice];
        if marks.has(InvoiceFlag::Void) {
            return Some(Status::Void);
        }
        if !marks.has(InvoiceFlag::WrittenOff) || self.principal.open_amount(invoice).is_positive()
        {
            return None;
        }
        self.journal
            .items_of(invoice)
            .map(|item| self.principal.item_state(item).status)
            .find(|status| *status == Status::WrittenOff)
    }
}

/// Whether an act hands over money or a credit note, which a reversal or a `void` may have to hand back.
const fn is_money_transfer(act: AllocationSource) -> bool {
    matches!(
        act.rule,
        AllocationRule::Named
            | AllocationRule::Designated
            | AllocationRule::Applied
            | AllocationRule::Oldest
            | AllocationRule::Recovered
    ) && matches!(act.kind, MovementKind::Payment | MovementKind::Credit)
}

/// What an act makes of an item that it closes. A discount is earned by paying, whatever the last part came from.
const fn closing_status(act: AllocationSource) -> Status {
    match act.rule {
        AllocationRule::Settlement => Status::Settled,
        AllocationRule::Discount => Status::Paid,
        AllocationRule::WrittenOff => Status::WrittenOff,
        AllocationRule::Voided => Status::Void,
        AllocationRule::Named
        | AllocationRule::Designated
        | AllocationRule::Applied
        | AllocationRule::Oldest
        | AllocationRule::Claimed
        | AllocationRule::Waived
        | AllocationRule::Recovered
        | AllocationRule::Reversed => match act.kind {
            MovementKind::Credit => Status::Credited,
            MovementKind::Reversal
            | MovementKind::Payment
            | MovementKind::Apply
            | MovementKind::Refund
            | MovementKind::Fee
            | MovementKind::Costs
            | MovementKind::Interest
            | MovementKind::Waive
            | MovementKind::Settle
            | MovementKind::Writeoff
            | MovementKind::Void => Status::Paid,
        },
    }
}
