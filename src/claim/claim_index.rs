//! The entries and allocations that claims are built from, found by invoice and by customer. A claim then reads only its
//! own, so that ten thousand claims do not walk through the journal ten thousand times.

use super::interruptions::{interruptions_of, payment_days};
use super::letter_scope::{LetterScope, LetterScopes};
use super::not_asked::NotAsked;
use super::notice_letter::NoticeLetter;
use super::waiting_money::{AccountCredits, find_waiting_accounts};
use crate::journal::history::EventHistory;
use crate::journal::model::{
    AccountKey, ByAccount, CustomerIx, Event, InvoiceIx, Journal, Movement, MovementKind,
};
use crate::ledger::model::{Allocation, Ledger};
use crate::value::index_lists::IndexLists;
use chrono::NaiveDate;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Events, allocations and costs by the invoice or the customer that they concern.
#[derive(Debug)]
pub struct ClaimIndex<'j> {
    /// The resolved journal.
    pub journal: &'j Journal,
    /// The ledger; its as-of day is the day of the claims.
    pub ledger: &'j Ledger,
    /// What was said about customers and invoices by that day.
    pub history: Rc<EventHistory<'j>>,
    allocations: IndexLists<InvoiceIx, &'j Allocation>,
    costs: IndexLists<CustomerIx, &'j Movement>,
    payment_days: IndexLists<InvoiceIx, NaiveDate>,
    waiting: ByAccount<AccountCredits>,
    not_asked: BTreeMap<InvoiceIx, NotAsked<'j>>,
    /// What fourteen-day letters asked of invoices, where that was not all that was late.
    letter_scopes: Rc<LetterScopes>,
    /// The fourteen-day letters to customers, worked out when first asked.
    notice_letters: RefCell<BTreeMap<CustomerIx, Rc<Vec<NoticeLetter>>>>,
}

impl<'j> ClaimIndex<'j> {
    /// From the entries up to the day of the ledger, and what of its invoices may not be asked on that day.
    pub fn new(
        journal: &'j Journal,
        ledger: &'j Ledger,
        history: Rc<EventHistory<'j>>,
        not_asked: BTreeMap<InvoiceIx, NotAsked<'j>>,
    ) -> Self {
        let allocations = ledger.allocations.iter();
        let allocations: Vec<(InvoiceIx, &Allocation)> = allocations
            .map(|step| (journal.items[step.item].invoice, step))
            .collect();
        let movements = journal.movements.as_slice().iter();
        let costs = movements.filter(|entry| entry.kind == MovementKind::Costs);
        let costs: Vec<(CustomerIx, &Movement)> = costs
            .filter_map(|entry| Some((entry.customer?, entry)))
            .collect();
        Self {
            journal,
            ledger,
            history,
            allocations: IndexLists::from_pairs(journal.invoices.len(), &allocations),
            costs: IndexLists::from_pairs(journal.customers.len(), &costs),
            payment_days: payment_days(journal, ledger.as_of),
            waiting: find_waiting_accounts(journal, ledger),
            not_asked,
            letter_scopes: Rc::default(),
            notice_letters: RefCell::default(),
        }
    }

    /// With what fourteen-day letters asked, where that was not all that was late.
    #[must_use]
    pub fn with_letter_scopes(mut self, scopes: Rc<LetterScopes>) -> Self {
        self.letter_scopes = scopes;
        self
    }

    /// What a letter asked of an invoice; `None`: all that was late of it.
    pub fn scope_of_letter(&self, sent: &Event, invoice: InvoiceIx) -> Option<&LetterScope> {
        self.letter_scopes.of_letter(sent, invoice)
    }

    /// The allocations to an invoice.
    pub fn allocations_of(&self, invoice: InvoiceIx) -> &[&'j Allocation] {
        self.allocations.get(invoice)
    }

    /// The account of a customer and currency, where money waits on it.
    pub fn waiting_account(&self, account: AccountKey) -> Option<&AccountCredits> {
        self.waiting.get(&account)
    }

    /// What is open of an invoice and not asked; `None` where all of it may be.
    pub fn not_asked_of(&self, invoice: InvoiceIx) -> Option<&NotAsked<'j>> {
        self.not_asked.get(&invoice)
    }

    /// The fourteen-day letters to a customer, in their order; `find` works them out once.
    pub fn notice_letters(
        &self,
        customer: CustomerIx,
        find: impl FnOnce() -> Vec<NoticeLetter>,
    ) -> Rc<Vec<NoticeLetter>> {
        let known = self.notice_letters.borrow().get(&customer).cloned();
        known.unwrap_or_else(|| {
            let letters = Rc::new(find());
            let mut all = self.notice_letters.borrow_mut();
            all.insert(customer, Rc::clone(&letters));
            letters
        })
    }

    /// The `costs` entries on invoices of a customer.
    pub fn costs_of(&self, customer: CustomerIx) -> &[&'j Movement] {
        self.costs.get(customer)
    }

    /// The days up to the as-of day on which the limitation of an invoice was interrupted.
    pub fn interruptions_of(&self, invoice: InvoiceIx) -> Vec<NaiveDate> {
        interruptions_of(&self.history, &self.payment_days, invoice)
    }
}
