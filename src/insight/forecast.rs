//! When open amounts are expected to come in, and why; or why nobody can say.
//!
//! The expected day is that of a promise, else of a plan, else it follows from the customer's habit: an item that is
//! not late is expected the customer's median number of days after its due date, and a late item as late as the
//! customer's items that became at least as late. Nothing is expected before the as-of day. Amounts that are disputed,
//! held, handed over or owed by an insolvent customer are not planned.

use super::forecast_split::ForecastSplit;
use super::habit::Habits;
use super::median::HalfDays;
use super::promised_amounts::PromisedAmounts;
use crate::dunning::arrangement_status::{PromiseOutcome, promise_outcome};
use crate::dunning::dunning_state::DunningState;
use crate::dunning::hold::{Hold, HoldPeriod};
use crate::journal::model::{CustomerIx, Event, InvoiceIx, ItemIx, Journal};
use crate::ledger::model::{Charges, Ledger};
use crate::value::money::Minor;
use chrono::NaiveDate;

/// The receipt expected for an open item, or for a part of it.
#[derive(Clone, Copy, Debug)]
pub struct ExpectedReceipt<'j> {
    /// The customer who owes it; `None` where the journal does not say.
    pub customer: Option<CustomerIx>,
    /// The invoice.
    pub invoice: InvoiceIx,
    /// The open item.
    pub item: ItemIx,
    /// The amount in minor units: principal, and on the first open item of an invoice its charges.
    pub amount: Minor,
    /// When it is expected.
    pub timing: ReceiptTiming,
    /// Why it is expected then.
    pub reason: ForecastReason<'j>,
}

/// When an amount is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReceiptTiming {
    /// On this day.
    On(NaiveDate),
    /// Nobody can say.
    Unknown,
    /// The customer disputes it.
    Disputed,
    /// The business decided to wait.
    Held,
    /// Somebody else collects it.
    HandedOver,
    /// The customer is insolvent.
    Insolvent,
}

/// Why an amount is expected on a day, or on none.
#[derive(Clone, Copy, Debug)]
pub enum ForecastReason<'j> {
    /// The customer promised to pay then.
    Promise(&'j Event),
    /// An instalment of a plan is due then.
    Plan(&'j Event),
    /// It is not later than this customer usually is.
    UsualDays {
        /// The median of the customer's days late.
        days: HalfDays,
        /// The number of settled items behind the median.
        items: usize,
    },
    /// It is late, and the customer settled items that had become as late or later.
    UsualWhenLate {
        /// The median days late of those items.
        days: HalfDays,
        /// The number of those items.
        items: usize,
    },
    /// It is not late, and too little is known of the customer, so the due date is used.
    DueDate,
    /// It is late, and too little is known of the customer.
    TooFew,
    /// It is later than nearly all items that the customer ever settled.
    TooLate {
        /// The number of items that were settled as late or later.
        items: usize,
        /// The number of all settled items.
        settled_items: usize,
    },
    /// The customer promised to pay and did not; nothing else gives a day.
    BrokenPromise(&'j Event),
    /// It has no due date yet.
    NoDueDate,
    /// An event holds it: a dispute, a hold, a handover or an insolvency.
    Hold(&'j Event),
}

/// The receipts expected for everything that is open on the as-of day, sorted by day, customer and number. They add up
/// to the open principal and charges.
pub fn forecast_receipts<'j>(journal: &'j Journal, ledger: &'j Ledger) -> Vec<ExpectedReceipt<'j>> {
    let dunning = DunningState::new(journal, ledger, ledger.as_of.0);
    let cases = open_invoices(&dunning);
    let arranged = PromisedAmounts::from_open_invoices(&dunning, &cases);
    let habits = Habits::from_ledger(journal, ledger);
    let mut all = Vec::new();
    for case in &cases {
        ForecastSplit {
            dunning: &dunning,
            invoice: case,
            habits: &habits,
            remaining: case.open_items.clone(),
            receipts: &mut all,
        }
        .split_invoice(arranged.of_invoice(case.invoice));
    }
    sort_receipts(journal, &mut all);
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

/// An invoice with an open amount, and what holds it.
#[derive(Debug)]
pub struct OpenInvoice<'j> {
    /// The invoice.
    pub invoice: InvoiceIx,
    /// The open items by due date, with the open amount of each in minor units. Charges are part of the first item.
    pub open_items: Vec<(ItemIx, Minor)>,
    /// The holds on it on the as-of day; may be empty.
    pub holds: Vec<HoldPeriod<'j>>,
    /// The last promise about it, where that was broken.
    pub broken_promise: Option<&'j Event>,
}

impl<'j> OpenInvoice<'j> {
    /// The event behind a hold of this kind; `None` where no such hold is in force.
    pub fn holding_event(&self, hold: Hold) -> Option<&'j Event> {
        let mut holds = self.holds.iter().filter(|held| held.hold == hold);
        holds.next().map(|held| held.event)
    }
}

fn open_invoices<'j>(dunning: &DunningState<'j>) -> Vec<OpenInvoice<'j>> {
    let (journal, ledger) = (dunning.journal, dunning.ledger);
    let principal = ledger.items.iter().filter(|(_, state)| state.open > 0);
    let principal = principal.map(|(item, _)| journal.items[item].invoice);
    let charges = ledger.charges.iter();
    let charges = charges.filter(|(_, charges)| charges.sum().is_positive());
    let mut invoices: Vec<InvoiceIx> = principal.chain(charges.map(|it| *it.0)).collect();
    invoices.sort_unstable();
    invoices.dedup();
    let cases = invoices.into_iter();
    cases.filter_map(|it| open_invoice(dunning, it)).collect()
}

/// The last promise about an invoice, where that was broken; else `None`.
fn broken_promise_of<'j>(dunning: &DunningState<'j>, invoice: InvoiceIx) -> Option<&'j Event> {
    let promise = dunning.histories.of_invoice(invoice).promise?;
    let on = dunning.ledger.as_of.0;
    let policy = dunning.rules.policies.policy_of_invoice(invoice, on);
    let (fate, _) = promise_outcome(&dunning.rules.receipts, promise, policy, on);
    matches!(fate, PromiseOutcome::Broken(_)).then_some(promise)
}

fn open_invoice<'j>(dunning: &DunningState<'j>, invoice: InvoiceIx) -> Option<OpenInvoice<'j>> {
    let (journal, ledger) = (dunning.journal, dunning.ledger);
    let mut items: Vec<ItemIx> = journal.items_of(invoice).collect();
    // An item that waits for its delivery has no due date and comes last.
    items.sort_by_key(|item| (journal.items[*item].due.is_none(), journal.items[*item].due));
    let first = items
        .iter()
        .find(|item| ledger.items[**item].open > 0)
        .or(items.first())
        .copied()?;
    let charges = ledger
        .charges
        .get(&invoice)
        .map_or(Minor::ZERO, Charges::sum);
    let open = items.into_iter().map(|item| {
        let principal = Minor::from(ledger.items[item].open);
        let charges = if item == first { charges } else { Minor::ZERO };
        (item, principal + charges)
    });
    let as_of = ledger.as_of.0;
    let holds = dunning.ladder_position_of(first).holds;
    Some(OpenInvoice {
        broken_promise: broken_promise_of(dunning, invoice),
        invoice,
        open_items: open.filter(|(_, amount)| amount.is_positive()).collect(),
        holds: holds
            .into_iter()
            .filter(|held| held.is_active_on(as_of))
            .collect(),
    })
}
