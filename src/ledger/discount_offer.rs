//! The early-payment discount that can still be taken: how much is enough, and until when (SPEC.md 8.5).

use super::model::{AllocationRule, Ledger};
use crate::journal::model::{InvoiceIx, Journal, MovementKind};
use crate::value::money::{Minor, Money};
use crate::value::rounding::share_of_amount;
use chrono::NaiveDate;

/// A discount that can be taken on the day of a ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DiscountOffer {
    /// What is enough now to close the invoice.
    pub enough: Money,
    /// The last day on which it is.
    pub last_day: NaiveDate,
}

/// The discount that an open invoice can still earn on the day of the ledger; `None` where its policy gives none, its days
/// are over, it was had, or charges are open.
pub fn discount_offer(
    journal: &Journal,
    ledger: &Ledger,
    invoice: InvoiceIx,
) -> Option<DiscountOffer> {
    let record = &journal.invoices[invoice];
    let (share, time) = journal.policies[record.policy?].discount?;
    let last_day = time.date_after(record.date)?;
    let is_over = ledger.as_of > last_day || record.date > ledger.as_of;
    if is_over || !ledger.charges_on(invoice).is_zero() || was_taken(journal, ledger, invoice) {
        return None;
    }
    let credited = credited_amount(journal, ledger, invoice);
    let limit = share_of_amount(share, Minor::from(record.amount()?) - credited)?;
    let enough = ledger.open_principal(journal, invoice) - limit;
    (enough.is_positive() && limit.is_positive()).then_some(DiscountOffer {
        enough: Money::new(enough, record.currency),
        last_day,
    })
}

fn was_taken(journal: &Journal, ledger: &Ledger, invoice: InvoiceIx) -> bool {
    let steps = ledger.allocations.iter();
    let taken = steps.filter(|step| {
        step.rule == AllocationRule::Discount && journal.items[step.item].invoice == invoice
    });
    let taken: Minor = taken.map(|step| Minor::from(step.amount)).sum();
    taken.is_positive()
}

/// What credit notes that name an invoice come to, up to the day.
fn credited_amount(journal: &Journal, ledger: &Ledger, invoice: InvoiceIx) -> Minor {
    let movements = journal.movements.as_slice().iter();
    let notes = movements.filter(|movement| {
        movement.kind == MovementKind::Credit
            && movement.invoice == Some(invoice)
            && movement.date <= ledger.as_of
    });
    notes.map(crate::journal::model::Movement::minor).sum()
}
