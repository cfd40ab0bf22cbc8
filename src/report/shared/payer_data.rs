//! What is known of how customers pay, gathered once for a page.

use super::report_input::ReportInput;
use crate::insight::habit::{Habit, Habits};
use crate::insight::non_payment_reasons::{ContactFacts, contact_facts_by_customer};
use crate::insight::promises::{PromiseCounts, count_promises};
use crate::insight::sales::{Sales, SalesByCustomer};
use crate::journal::model::CustomerIx;
use crate::value::currency::Currency;
use std::collections::BTreeMap;

/// What is known of how customers pay.
pub struct PayerData<'a> {
    /// How late they pay.
    pub habits: &'a Habits,
    /// What they buy.
    pub sales: SalesByCustomer,
    talks: BTreeMap<CustomerIx, ContactFacts>,
    promises: BTreeMap<(CustomerIx, Currency), PromiseCounts>,
}

/// One customer in one currency.
#[derive(Clone, Copy)]
pub struct Payer<'k> {
    /// Who.
    pub customer: CustomerIx,
    /// In what.
    pub currency: Currency,
    /// How the customer pays.
    pub habit: &'k Habit,
    /// What the customer buys.
    pub sales: Sales,
    /// What became of the customer's promises.
    pub promises: PromiseCounts,
}

impl<'a> PayerData<'a> {
    /// Gathers it, up to the day of the ledger.
    pub fn collect(scope: ReportInput<'a>) -> Self {
        Self {
            habits: scope.day.habits(),
            sales: SalesByCustomer::from_ledger(scope.day.journal, scope.day.ledger),
            talks: contact_facts_by_customer(scope.day.history()),
            promises: count_promises(scope.day.history(), scope.day.ladder_rules()),
        }
    }

    /// The customers asked for who were ever sent an invoice, in that order, each with the currencies of their invoices.
    pub fn payers(&self, customers: &[CustomerIx]) -> Vec<Payer<'_>> {
        let mut by_customer: BTreeMap<CustomerIx, Vec<Payer<'_>>> = BTreeMap::new();
        for ((customer, currency), sales) in self.sales.iter() {
            if sales.invoices > 0 {
                let payer = self.payer(customer, currency, sales);
                by_customer.entry(customer).or_default().push(payer);
            }
        }
        let asked = customers.iter();
        asked
            .filter_map(|customer| by_customer.remove(customer))
            .flatten()
            .collect()
    }

    fn payer(&self, customer: CustomerIx, currency: Currency, sales: Sales) -> Payer<'_> {
        let promises = self.promises.get(&(customer, currency));
        Payer {
            customer,
            currency,
            habit: self.habits.get(customer, currency),
            sales,
            promises: promises.copied().unwrap_or_default(),
        }
    }

    /// What a customer said.
    pub fn talks(&self, customer: CustomerIx) -> ContactFacts {
        self.talks.get(&customer).cloned().unwrap_or_default()
    }
}
