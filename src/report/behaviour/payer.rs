//! One customer in one currency: how they pay, what they buy, and what became of their promises.

use crate::day::Day;
use crate::insight::habit::Habit;
use crate::insight::promises::{PromiseCounts, count_promises};
use crate::insight::sales::Sales;
use crate::journal::model::CustomerIx;
use crate::value::currency::Currency;

/// One customer in one currency.
#[derive(Clone, Copy)]
pub struct Payer<'d> {
    /// Who.
    pub customer: CustomerIx,
    /// In what.
    pub currency: Currency,
    /// How they pay.
    pub habit: &'d Habit,
    /// What they buy.
    pub sales: Sales,
    /// What became of their promises.
    pub promises: PromiseCounts,
}

/// Those of some customers who were ever sent an invoice, in that order, each with the currencies of their invoices.
pub fn list_payers<'d>(day: &'d Day<'_>, customers: &[CustomerIx]) -> Vec<Payer<'d>> {
    let mut payers = Vec::new();
    for customer in customers.iter().copied() {
        let bought = day.sales().of_customer(customer);
        let bought = bought.filter(|(_, sales)| sales.invoices > 0);
        payers.extend(bought.map(|(currency, sales)| Payer {
            customer,
            currency,
            habit: day.habits().get(customer, currency),
            sales,
            promises: count_promises(day.history(), day.ladder_rules(), customer, currency),
        }));
    }
    payers
}
