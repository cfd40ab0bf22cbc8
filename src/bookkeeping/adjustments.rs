//! Steps of the ledger: money moved between account and invoice, charges, discounts, and what was given up.

use super::bookkeeping_entry::EntryLine;
use super::receipts::OnAccount;
use crate::claim::vat_facts::is_rounding_off;
use crate::journal::model::{Component, InvoiceIx, Journal, MovementIx};
use crate::ledger::balance_change::is_balance_neutral;
use crate::ledger::model::{Allocation, AllocationRule};
use crate::value::ledger_account::LedgerAccount;
use crate::value::money::Minor;
use std::collections::{BTreeMap, BTreeSet};

/// What steps so far closed of principal without money, by invoice and account. Few invoices have any.
#[derive(Debug, Default)]
pub struct Adjustments {
    closed: BTreeMap<InvoiceIx, BTreeMap<LedgerAccount, Minor>>,
    rounded_off: BTreeSet<MovementIx>,
}

impl Adjustments {
    /// The lines of a step: on the account of the customer, and against it. A void of principal has no second line: what it
    /// takes back is that of its invoice.
    pub fn lines_of_step(
        &mut self,
        journal: &Journal,
        step: &Allocation,
        on_account: OnAccount,
    ) -> (EntryLine, Option<EntryLine>) {
        let invoice = journal.items[step.item].invoice;
        let customer = journal.invoices[invoice].customer;
        let amount = Minor::from(step.amount);
        let own = EntryLine::debtor(customer, (invoice, step.component), -amount);
        if is_balance_neutral(journal, step) {
            return (own, Some(on_account.line(customer, amount)));
        }
        let Some(account) = self.counter_account(journal, invoice, step) else {
            return (own, None);
        };
        if step.component == Component::Principal {
            let closed = self.closed.entry(invoice).or_default();
            *closed.entry(account).or_default() += amount;
        }
        (own, Some(EntryLine::new(account, amount)))
    }

    /// Where the other side of a step stands; `None` for the principal of a void.
    fn counter_account(
        &mut self,
        journal: &Journal,
        invoice: InvoiceIx,
        step: &Allocation,
    ) -> Option<LedgerAccount> {
        let charge = match step.component {
            Component::Costs | Component::Fee => Some(LedgerAccount::RechargedCosts),
            Component::Interest => Some(LedgerAccount::Interest),
            Component::Principal => None,
        };
        match step.rule {
            AllocationRule::Claimed | AllocationRule::Waived | AllocationRule::Voided => charge,
            AllocationRule::Discount => Some(LedgerAccount::PaymentDiscount),
            AllocationRule::WrittenOff => {
                let is_cents = step.component == Component::Principal
                    && is_rounding_off(journal, invoice, step.amount.into());
                if is_cents {
                    self.rounded_off.insert(step.movement);
                }
                Some(self.loss_account(step.movement))
            }
            _ => Some(self.loss_account(step.movement)),
        }
    }

    fn loss_account(&self, movement: MovementIx) -> LedgerAccount {
        if self.rounded_off.contains(&movement) {
            LedgerAccount::PaymentDifferences
        } else {
            LedgerAccount::BadDebt
        }
    }

    /// Where VAT is owed when it is paid: what was closed without money has VAT that nobody owes any more, which lessens what
    /// was given up.
    pub fn drop_vat(
        &mut self,
        invoice: InvoiceIx,
        account: LedgerAccount,
        vat: Minor,
    ) -> [EntryLine; 2] {
        let closed = self.closed.entry(invoice).or_default();
        *closed.entry(account).or_default() -= vat;
        *closed.entry(LedgerAccount::VatNotDue).or_default() += vat;
        [
            EntryLine::new(LedgerAccount::VatNotDue, vat),
            EntryLine::new(account, -vat),
        ]
    }

    /// What was closed of an invoice without money, as lines that take it back: the invoice was wrong.
    pub fn take_back_closed(&mut self, invoice: InvoiceIx) -> Vec<EntryLine> {
        let closed = self.closed.remove(&invoice).unwrap_or_default();
        let lines = closed.into_iter();
        lines
            .map(|(account, amount)| EntryLine::new(account, -amount))
            .collect()
    }
}
