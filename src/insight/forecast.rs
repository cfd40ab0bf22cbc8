//! When open amounts are expected to come in, and why; or why nobody can say.
//!
//! The expected day is that of a promise, else of a plan, else it follows from the customer's habit: an item that is
//! not late is expected the customer's median number of days after its due date, and a late item as late as the
//! customer's items that became at least as late. Nothing is expected before the as-of day. Amounts that are disputed,
//! held, handed over or owed by an insolvent customer are not planned.

use super::expected_receipt::ExpectedReceipt;
use super::forecast_split::ForecastSplit;
use super::habit::Habits;
use super::open_invoice::open_invoices;
use super::promised_amounts::PromisedAmounts;
use crate::dunning::dunning_state::DunningState;
use crate::journal::model::{CustomerIx, Journal};

/// The receipts expected for everything that is open on the as-of day, sorted by day, customer and number. They add up
/// to the open principal and charges.
pub fn forecast_receipts<'j>(
    dunning: &DunningState<'j>,
    habits: &Habits,
) -> Vec<ExpectedReceipt<'j>> {
    let cases = open_invoices(dunning);
    let arranged = PromisedAmounts::from_open_invoices(dunning, &cases);
    let mut all = Vec::new();
    for case in &cases {
        ForecastSplit {
            dunning,
            invoice: case,
            habits,
            remaining: case.open_items.clone(),
            receipts: &mut all,
        }
        .split_invoice(arranged.of_invoice(case.invoice));
    }
    sort_receipts(dunning.journal, &mut all);
    all
}

fn sort_receipts(journal: &Journal, all: &mut [ExpectedReceipt<'_>]) {
    let named = |customer: CustomerIx| journal.customer_id(customer);
    all.sort_by(|a, b| {
        let key = |it: &ExpectedReceipt<'_>| (it.timing, it.customer.map(named));
        let number = |it: &ExpectedReceipt<'_>| (journal.invoice_no(it.invoice), it.item);
        (key(a), number(a)).cmp(&(key(b), number(b)))
    });
}
