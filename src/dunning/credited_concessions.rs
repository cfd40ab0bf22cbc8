//! What of credit notes takes off what was conceded before: the customer was right, and never owed it (SPEC.md 10.2).

use super::dunning_state::DunningState;
use crate::claim::not_asked::NotAsked;
use crate::journal::model::InvoiceIx;

impl<'j> DunningState<'j> {
    /// The same, with what of each credit note, void or write-off about its invoice took off what was conceded before.
    pub fn with_credited_concessions(
        &self,
        invoice: InvoiceIx,
        kept: NotAsked<'j>,
    ) -> NotAsked<'j> {
        let disputes = self.history_of_invoice(invoice).disputes;
        let reductions = &self.rules.reductions;
        NotAsked {
            credited: reductions.answers(invoice, &disputes, self.as_of()),
            ..kept
        }
    }
}
