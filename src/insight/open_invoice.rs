//! The invoices of which something is open, with what holds them.

use crate::dunning::arrangement_status::{PromiseOutcome, outcome_by_receipts};
use crate::dunning::dunning_state::DunningState;
use crate::dunning::hold::{Hold, HoldPeriod};
use crate::journal::model::{Event, InvoiceIx, ItemIx};
use crate::value::money::Minor;

/// An invoice with an open amount, and what holds it.
#[derive(Debug)]
pub struct OpenInvoice<'j> {
    /// The invoice.
    pub invoice: InvoiceIx,
    /// The open items by due date, with the open amount of each in minor units. Charges are part of the first item.
    pub open_items: Vec<(ItemIx, Minor)>,
    /// The holds on it on the as-of day; may be empty.
    pub holds: Vec<HoldPeriod<'j>>,
    /// A plan about it that goes on although a part of it was missed.
    pub missed_plan: Option<&'j Event>,
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

/// Every invoice with open principal or charges, by its number in the journal.
pub fn open_invoices<'j>(dunning: &DunningState<'j>) -> Vec<OpenInvoice<'j>> {
    let (journal, ledger) = (dunning.journal, dunning.ledger);
    let principal = ledger
        .items
        .iter()
        .filter(|(_, state)| state.open.is_positive());
    let principal = principal.map(|(item, _)| journal.items[item].invoice);
    let charges = ledger.charges.iter();
    let charges = charges.filter(|(_, charges)| charges.sum().is_positive());
    let mut invoices: Vec<InvoiceIx> = principal.chain(charges.map(|it| *it.0)).collect();
    invoices.sort_unstable();
    invoices.dedup();
    let cases = invoices.into_iter();
    cases.filter_map(|it| open_invoice(dunning, it)).collect()
}

/// The last promise about an invoice, where that was broken: also while money of the customer waits that could cover it,
/// for which the work list and letters still wait (`LadderRules::promise_outcome`).
fn broken_promise_of<'j>(dunning: &DunningState<'j>, invoice: InvoiceIx) -> Option<&'j Event> {
    let promise = dunning.history_of_invoice(invoice).promise?;
    let as_of = dunning.ledger.as_of;
    let policy = dunning.rules.policies.policy_of_invoice(invoice, as_of);
    let (fate, _) = outcome_by_receipts(&dunning.rules.receipts, promise, policy, as_of);
    matches!(fate, PromiseOutcome::Broken(_)).then_some(promise)
}

fn open_invoice<'j>(dunning: &DunningState<'j>, invoice: InvoiceIx) -> Option<OpenInvoice<'j>> {
    let (journal, ledger) = (dunning.journal, dunning.ledger);
    let mut items: Vec<ItemIx> = journal.items_of(invoice).collect();
    // One that waits for its delivery has no due date, and comes last.
    items.sort_by_key(|item| journal.settlement_order(*item));
    let first = items
        .iter()
        .find(|item| ledger.items[**item].open.is_positive())
        .or(items.first())
        .copied()?;
    let charges = ledger.charges_on(invoice);
    let open = items.into_iter().map(|item| {
        let principal = Minor::from(ledger.items[item].open);
        let charges = if item == first { charges } else { Minor::ZERO };
        (item, principal + charges)
    });
    let as_of = ledger.as_of;
    let position = dunning.position_of(first);
    let missed = dunning.missed_plan(&position);
    let holds = position.ladder_position.holds;
    Some(OpenInvoice {
        missed_plan: missed.map(|plan| plan.event),
        broken_promise: broken_promise_of(dunning, invoice),
        invoice,
        open_items: open.filter(|(_, amount)| amount.is_positive()).collect(),
        holds: holds
            .into_iter()
            .filter(|held| held.is_active_on(as_of))
            .collect(),
    })
}
