//! The state while entries are posted day by day: every register that an entry may change.
//!
//! Principal, charges and the record of steps change together, and only here: whoever lowers or raises what is open
//! has the step recorded. The other registers are each kept by one kind of act, which asks for them by name.

use super::state::account::CustomerAccounts;
use super::state::allocation_log::{AllocationLog, AllocationNo, AllocationSource};
use super::state::allocation_queue::AllocationQueue;
use super::state::closings::Closings;
use super::state::credit_notes::CreditNotes;
use super::state::invoice_flags::{InvoiceFlag, InvoiceFlags};
use super::state::invoice_mention::InvoiceMention;
use super::state::open_charges::OpenCharges;
use super::state::prepayment_queue::PrepaymentQueue;
use super::state::principal::Principal;
use super::state::reversal_index::ReversalIndex;
use super::state::settlements::Settlements;
use super::state::writeoffs::Writeoffs;
use crate::journal::model::{
    AccountKey, Component, InvoiceIx, ItemIx, Journal, Movement, MovementIx, MovementKind,
    NumberUse,
};
use crate::ledger::model::{
    Allocation, AllocationRule, Charges, FaultEntry, FaultKind, ItemState, Ledger, PostingFault,
    Status,
};
use crate::value::index_vec::IndexVec;
use crate::value::money::{Minor, Minor64};
use chrono::NaiveDate;

/// Everything that changes while entries are carried out, day by day.
#[derive(Debug)]
pub struct PostingState<'j> {
    journal: &'j Journal,
    /// The last day that counts.
    as_of: NaiveDate,
    /// The day whose entries are carried out now.
    today: NaiveDate,
    principal: Principal<'j>,
    charges: OpenCharges,
    flags: IndexVec<InvoiceIx, InvoiceFlags>,
    accounts: CustomerAccounts,
    allocations: AllocationLog,
    faults: Vec<PostingFault>,
    prepayments: PrepaymentQueue,
    credit_notes: CreditNotes,
    writeoffs: Writeoffs,
    settlements: Settlements,
    closings: Closings,
    reversals: ReversalIndex<'j>,
    /// What is needed to spread money; `None` where no policy asks for it.
    queue: Option<AllocationQueue>,
    /// Whether some policy gives a discount.
    has_discounts: bool,
    /// Whether some invoice will be voided.
    has_voids: bool,
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

impl<'j> PostingState<'j> {
    /// The state before the first entry.
    pub fn new(journal: &'j Journal, as_of: NaiveDate, count: usize) -> Self {
        Self {
            journal,
            as_of,
            today: NaiveDate::MIN,
            principal: Principal::new(journal, as_of),
            charges: OpenCharges::default(),
            flags: IndexVec::from_elem(InvoiceFlags::default(), journal.invoices.len()),
            accounts: CustomerAccounts::default(),
            allocations: AllocationLog::with_capacity(count),
            faults: Vec::new(),
            prepayments: PrepaymentQueue::default(),
            credit_notes: CreditNotes::default(),
            writeoffs: Writeoffs::default(),
            settlements: Settlements::default(),
            closings: Closings::default(),
            reversals: ReversalIndex::from_journal(journal, as_of),
            queue: AllocationQueue::from_journal(journal, as_of),
            has_discounts: journal.any_policy(|policy| policy.discount.is_some()),
            has_voids: false,
        }
    }

    /// Marks the invoices whose money must be remembered: those that will be voided or settled.
    pub fn flag_upcoming(&mut self, order: &[MovementIx]) {
        for ix in order {
            let movement = &self.journal.movements[*ix];
            let mark = match movement.kind {
                MovementKind::Void => InvoiceFlag::ToBeVoided,
                MovementKind::Settle => InvoiceFlag::ToBeSettled,
                _ => continue,
            };
            self.has_voids |= mark == InvoiceFlag::ToBeVoided;
            for invoice in movement.invoices() {
                self.flags[invoice].set(mark);
            }
        }
    }

    /// The ledger that results.
    pub fn into_ledger(self) -> Ledger {
        let (on_account, paid_back) = self.accounts.into_credits();
        Ledger {
            as_of: self.as_of,
            items: self.principal.into_items(),
            charges: self.charges.into_charges(),
            on_account,
            paid_back,
            allocations: self.allocations.into_allocations(),
            reversed_payments: self.reversals.into_reversed_payments(),
            faults: self.faults,
            entries_after: count_entries_after(self.journal, self.as_of),
        }
    }

    /// What the journal means.
    pub const fn journal(&self) -> &'j Journal {
        self.journal
    }

    /// The last day that counts.
    pub const fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// The day whose entries are carried out now.
    pub const fn today(&self) -> NaiveDate {
        self.today
    }

    /// Turns the page to a day.
    pub const fn set_today(&mut self, day: NaiveDate) {
        self.today = day;
    }

    /// Whether some policy gives a discount.
    pub const fn has_discounts(&self) -> bool {
        self.has_discounts
    }

    /// Money that settles nothing yet.
    pub const fn accounts(&mut self) -> &mut CustomerAccounts {
        &mut self.accounts
    }

    /// Prepayments that wait for their invoice.
    pub const fn prepayments(&mut self) -> &mut PrepaymentQueue {
        &mut self.prepayments
    }

    /// Credit notes, by the invoice they name.
    pub const fn credit_notes(&mut self) -> &mut CreditNotes {
        &mut self.credit_notes
    }

    /// What was written off and may be recovered.
    pub const fn writeoffs(&mut self) -> &mut Writeoffs {
        &mut self.writeoffs
    }

    /// The settlement in force on each invoice.
    pub const fn settlements(&mut self) -> &mut Settlements {
        &mut self.settlements
    }

    /// Discounts and settlements that closed an invoice.
    pub const fn closings(&mut self) -> &mut Closings {
        &mut self.closings
    }

    /// Payments that a reversal may mean.
    pub const fn reversals(&mut self) -> &mut ReversalIndex<'j> {
        &mut self.reversals
    }

    /// What is needed to spread money, where some policy asks for it.
    pub const fn queue(&mut self) -> Option<&mut AllocationQueue> {
        self.queue.as_mut()
    }

    /// Whether this is special about an invoice.
    pub fn has_flag(&self, invoice: InvoiceIx, flag: InvoiceFlag) -> bool {
        self.flags[invoice].has(flag)
    }

    /// From now on this is special about an invoice.
    pub fn set_flag(&mut self, invoice: InvoiceIx, flag: InvoiceFlag) {
        self.flags[invoice].set(flag);
    }

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
        if named.currency != movement.currency && !movement.amount.is_zero() {
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

    /// The number the next step will get.
    pub const fn next_allocation(&self) -> AllocationNo {
        self.allocations.next_number()
    }

    /// A step by its number.
    pub fn allocation(&self, number: AllocationNo) -> Option<Allocation> {
        self.allocations.get(number)
    }

    /// What a payment settled and nothing undid yet, each once: the steps count as undone from here on.
    pub fn take_allocations_of(&mut self, payment: MovementIx) -> Vec<AllocationNo> {
        self.allocations.take_by_payment(payment)
    }

    /// What settled an invoice and nothing undid yet, each once: the steps count as undone from here on.
    pub fn take_allocations_to(&mut self, invoice: InvoiceIx) -> Vec<AllocationNo> {
        self.allocations.take_by_invoice(invoice)
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
                amount: Minor64::ZERO,
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

    /// Says differently how a closed item was closed.
    pub fn restate_item(&mut self, item: ItemIx, status: Status, day: NaiveDate) {
        self.principal.restate(item, status, day);
    }

    /// The state of one item.
    pub fn item_state(&self, item: ItemIx) -> ItemState {
        self.principal.item_state(item)
    }

    /// All principal that is open of an invoice.
    pub fn open_principal(&mut self, invoice: InvoiceIx) -> Minor {
        self.principal.open_amount(invoice)
    }

    /// The open instalment of an invoice whose turn it is, and what is open of it.
    pub fn first_open_item(&mut self, invoice: InvoiceIx) -> Option<(ItemIx, Minor)> {
        self.principal.first_open_item(invoice)
    }

    /// The charges of an invoice as they stand.
    pub fn charges_of(&self, invoice: InvoiceIx) -> Charges {
        if self.has_flag(invoice, InvoiceFlag::Charged) {
            self.charges.charges_of(invoice)
        } else {
            Charges::default()
        }
    }

    /// Raises or lowers one charge of an invoice.
    pub fn change_charge(
        &mut self,
        act: AllocationSource,
        invoice: InvoiceIx,
        component: Component,
        by: Minor,
    ) {
        let Some(item) = self.journal.invoices[invoice].first_item else {
            return;
        };
        self.set_flag(invoice, InvoiceFlag::Charged);
        self.charges.change(invoice, component, by);
        self.record_allocation(act, item, component, -by);
        if by.is_positive() {
            self.enqueue_charged_invoice(invoice);
        }
    }

    /// Lets an item that is open again take part where money is spread.
    fn enqueue_item(&mut self, item: ItemIx) {
        if let Some(queue) = &mut self.queue
            && let Some(customer) = self.journal.invoices[self.journal.items[item].invoice].customer
            && queue.has_oldest_policy(customer)
        {
            queue.add_item(self.journal, item);
        }
    }

    /// Lets an invoice on which something is claimed take part where money is spread.
    fn enqueue_charged_invoice(&mut self, invoice: InvoiceIx) {
        if self.queue.is_some()
            && let Some(item) = self.journal.first_instalment(invoice)
        {
            self.enqueue_item(item);
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
    (act.rule.is_settling() || matches!(act.rule, AllocationRule::Recovered))
        && matches!(act.kind, MovementKind::Payment | MovementKind::Credit)
}

/// What an act makes of an item that it closes. A discount is earned by paying, whatever the last part came from.
const fn closing_status(act: AllocationSource) -> Status {
    match act.rule {
        AllocationRule::Settlement => Status::Settled,
        AllocationRule::Discount => Status::Paid,
        AllocationRule::WrittenOff => Status::WrittenOff,
        AllocationRule::Voided => Status::Void,
        _ => match act.kind {
            MovementKind::Credit => Status::Credited,
            _ => Status::Paid,
        },
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
