//! What of invoices is contested, for lists of all of them.

use super::dunning_state::DunningState;
use super::hold::Hold;
use crate::journal::event_details::EventDetails;
use crate::journal::model::{Event, InvoiceIx};
use crate::value::money::Minor;
use std::collections::{BTreeMap, BTreeSet};

impl DunningState<'_> {
    /// What of the open principal of each invoice is contested on the day: all of it, or as much as the dispute names.
    pub fn contested(&self) -> BTreeMap<InvoiceIx, Minor> {
        let all = self.history.events();
        let disputes = all.filter(|event| matches!(event.details, EventDetails::Dispute(_)));
        let invoices: BTreeSet<InvoiceIx> = disputes.flat_map(Event::invoices).collect();
        let contested = |invoice| Some((invoice, self.contested_of(invoice)?));
        invoices.into_iter().filter_map(contested).collect()
    }

    fn contested_of(&self, invoice: InvoiceIx) -> Option<Minor> {
        let first = self.journal.first_instalment(invoice)?;
        let position = self.position_without_blockers(first);
        let as_of = self.ledger.as_of;
        let mut holds = position.ladder_position.active_holds(as_of);
        let dispute = holds.find(|held| held.hold == Hold::Dispute)?;
        let open = self.ledger.open_principal(self.journal, invoice);
        if dispute.covers_whole_invoice {
            Some(open)
        } else {
            Some(position.disputed_part(as_of).min(open))
        }
    }
}
