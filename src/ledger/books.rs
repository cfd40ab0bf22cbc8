//! The books while the days pass: every register that an entry may change.

use super::account::{Accounts, Owner};
use super::marks::{Mark, Marks};
use super::model::{Allocation, Charges, Fault, FaultEntry, FaultKind, Rule, Status};
use super::prepayment::Waiting;
use super::principal::Principal;
use super::queue::Queue;
use super::reversible::Reversible;
use super::settlement::{Closing, Terms};
use super::steps::{Act, Steps};
use super::void::Credited;
use super::writeoff::GivenUp;
use crate::journal::model::{
    Component, InvoiceIx, ItemIx, Journal, Movement, MovementIx, MovementKind, NumberUse,
};
use crate::value::money::Minor;
use crate::value::register::Register;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Everything that changes while entries are carried out, day by day.
#[derive(Debug)]
pub struct Books<'j> {
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
    pub marks: Register<InvoiceIx, Marks>,
    /// Money that settles nothing yet.
    pub accounts: Accounts,
    /// What was done.
    pub steps: Steps,
    /// What could not be done.
    pub faults: Vec<Fault>,
    /// Prepayments that wait for their invoice.
    pub waiting: Waiting,
    /// Credit notes, by the invoice they name.
    pub credited: BTreeMap<InvoiceIx, Credited>,
    /// What was written off and may be recovered.
    pub given_up: BTreeMap<InvoiceIx, GivenUp>,
    /// The settlement in force on an invoice.
    pub terms: BTreeMap<InvoiceIx, Terms>,
    /// What was received today on invoices that will be settled today.
    pub received: BTreeMap<InvoiceIx, (NaiveDate, Minor)>,
    /// Discounts and settlements that closed an invoice.
    pub closings: BTreeMap<InvoiceIx, Vec<Closing>>,
    /// Payments that a reversal may mean.
    pub reversible: Reversible<'j>,
    /// How much of a payment was paid back.
    pub refunded: BTreeMap<MovementIx, Minor>,
    /// What is needed to spread money, where some policy asks for it.
    pub queue: Option<Queue<'j>>,
    /// Whether some policy gives a discount.
    pub discounts: bool,
    /// Whether some invoice will be voided.
    pub voids: bool,
}

/// Whether an entry and an invoice it names can meet today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// They can.
    Now,
    /// When the invoice has been written.
    Later(NaiveDate),
    /// They cannot: the invoice is unknown or unreadable, or a fault was noted.
    Never,
}

/// How an entry names an invoice: who checks that both speak of the same customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// First in its header: checked when names were resolved.
    First,
    /// Further on, or in a `for:` line: checked here.
    Further,
}

impl Naming {
    /// How the header names the invoice at this place in it.
    pub const fn at(place: usize) -> Self {
        if place == 0 {
            Self::First
        } else {
            Self::Further
        }
    }
}

impl Books<'_> {
    /// Whether a movement and an invoice that it names can meet today. Notes what is wrong between them.
    pub fn fit(&mut self, ix: MovementIx, invoice: InvoiceIx, naming: Naming) -> Fit {
        let movement = &self.journal.movements[ix];
        let named = &self.journal.invoices[invoice];
        if named.used != NumberUse::Invoice
            || named.amount().is_none()
            || named.first_item.is_none()
        {
            return Fit::Never;
        }
        if named.date > self.today {
            return Fit::Later(named.date);
        }
        if named.customer != movement.customer {
            if named.customer.is_some() && naming == Naming::Further {
                self.fault(ix, FaultKind::CustomerMix { invoice });
            }
            return Fit::Never;
        }
        if named.currency != movement.currency && movement.amount != 0 {
            self.fault(ix, FaultKind::CurrencyMix { invoice });
            return Fit::Never;
        }
        Fit::Now
    }

    /// The invoice a movement names, if both can meet today.
    pub fn fitting(&mut self, ix: MovementIx) -> Option<InvoiceIx> {
        let invoice = self.journal.movements[ix].invoice?;
        (self.fit(ix, invoice, Naming::First) == Fit::Now).then_some(invoice)
    }

    /// Notes that a movement cannot be carried out as written.
    pub fn fault(&mut self, ix: MovementIx, what: FaultKind) {
        self.faults.push(Fault {
            entry: FaultEntry::Movement(ix),
            what,
        });
    }

    /// The act of a movement, for a reason.
    pub fn act(&self, ix: MovementIx, rule: Rule) -> Act {
        let movement = &self.journal.movements[ix];
        Act {
            from: ix,
            kind: movement.kind,
            dated: movement.date,
            rule,
        }
    }

    /// Records a step on an item, and remembers it where it may have to be found again.
    pub fn step(&mut self, act: Act, item: ItemIx, component: Component, amount: Minor) {
        let number = self.steps.push(
            Allocation {
                from: act.from,
                item,
                date: self.today,
                amount: 0,
                component,
                rule: act.rule,
            },
            amount,
        );
        if !is_money(act) || !amount.is_positive() {
            return;
        }
        if self.reversible.concerns(act.from) {
            self.steps.remember_for_payment(act.from, number);
        }
        if self.voids {
            let invoice = self.journal.items[item].invoice;
            if self.marks[invoice].has(Mark::ToBeVoided) {
                self.steps.remember_for_invoice(invoice, number);
            }
        }
    }

    /// Lowers the principal of an item.
    pub fn lower(&mut self, act: Act, item: ItemIx, amount: Minor) {
        self.principal.lower(item, amount, status(act), self.today);
        self.step(act, item, Component::Principal, amount);
    }

    /// Opens an item again.
    pub fn reopen(&mut self, act: Act, item: ItemIx, amount: Minor) {
        self.principal.raise(item, amount);
        self.step(act, item, Component::Principal, -amount);
        self.consider_for_spread(item);
    }

    /// The charges of an invoice as they stand.
    pub fn charges_of(&self, invoice: InvoiceIx) -> Charges {
        if self.marks[invoice].has(Mark::Charged) {
            self.charges.get(&invoice).copied().unwrap_or_default()
        } else {
            Charges::default()
        }
    }

    /// Whose account a movement speaks of.
    pub fn owner(&self, movement: &Movement) -> Option<Owner> {
        Some((movement.customer?, movement.currency))
    }

    /// How an invoice was closed for good, if it was: then no charge or credit fits.
    pub fn closed_for_good(&mut self, invoice: InvoiceIx) -> Option<Status> {
        let marks = self.marks[invoice];
        if marks.has(Mark::Void) {
            return Some(Status::Void);
        }
        if !marks.has(Mark::GivenUp) || self.principal.open(invoice).is_positive() {
            return None;
        }
        self.journal
            .items_of(invoice)
            .map(|item| self.principal.item(item).status)
            .find(|status| *status == Status::WrittenOff)
    }
}

/// Whether an act hands over money or a credit note, which a reversal or a `void` may have to hand back.
const fn is_money(act: Act) -> bool {
    matches!(
        act.rule,
        Rule::Named | Rule::Designated | Rule::Applied | Rule::Oldest | Rule::Recovered
    ) && matches!(act.kind, MovementKind::Payment | MovementKind::Credit)
}

/// What an act makes of an item that it closes. A discount is earned by paying, whatever the last part came from.
const fn status(act: Act) -> Status {
    match act.rule {
        Rule::Settlement => Status::Settled,
        Rule::Discount => Status::Paid,
        Rule::WrittenOff => Status::WrittenOff,
        Rule::Voided => Status::Void,
        Rule::Named
        | Rule::Designated
        | Rule::Applied
        | Rule::Oldest
        | Rule::Claimed
        | Rule::Waived
        | Rule::Recovered
        | Rule::Reversed => match act.kind {
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
