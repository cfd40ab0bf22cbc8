//! The limitation of an invoice, and what interrupts it (NL: BW 3:307, 3:316 to 3:319; 7:28).

use super::claim_index::ClaimIndex;
use crate::journal::model::InvoiceIx;
use crate::policy::jurisdiction::law::{ClaimKind, Law};
use crate::policy::limitation::{Limitation, compute_limitation};

/// The limitation of the claim for an invoice, from its first due date. A written demand interrupts it, and so does any
/// acknowledgement by the debtor, such as a payment, a promise or a plan. `None` where the invoice has no due date, or
/// the law has no period for this kind of claim.
pub fn limitation_of_invoice(
    docket: &ClaimIndex<'_>,
    law: &Law,
    kind: ClaimKind,
    invoice: InvoiceIx,
) -> Option<Limitation> {
    let due = docket.journal.first_due_date(invoice)?;
    compute_limitation(law, kind, due, &docket.interruptions_of(invoice))
}
