//! Until when an invoice can be claimed, and what kept it alive (NL: BW 3:307, 3:316 to 3:319; 7:28).

use super::claim_index::ClaimIndex;
use crate::journal::model::InvoiceIx;
use crate::policy::jurisdiction::law::{ClaimKind, Law};
use crate::policy::limitation::{Limitation, compute_limitation};

/// The life of what an invoice asks, from its first due date: a demand in writing renews it, and whatever the
/// debtor does to own up to the debt, such as a payment, a promise or a plan. `None` where it has no due date, or the
/// law has no term.
pub fn limitation_of_invoice(
    docket: &ClaimIndex<'_>,
    law: &Law,
    kind: ClaimKind,
    invoice: InvoiceIx,
) -> Option<Limitation> {
    let due = docket.journal.first_due_date(invoice)?;
    compute_limitation(law, kind, due, docket.interruptions_of(invoice))
}
