//! Which invoices are with an agency, a lawyer or a court, and since when.

use crate::journal::event_details::EventDetails;
use crate::journal::model::{InvoiceIx, Journal};
use crate::text::span::Origin;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The days on which invoices were handed over and came back.
#[derive(Debug, Default)]
pub struct HandoverPeriods(BTreeMap<InvoiceIx, Vec<HandoverChange>>);

/// A hand-over (`true`) or a return, and where it stands.
type HandoverChange = (NaiveDate, bool, Origin);

impl HandoverPeriods {
    /// What the journal says.
    pub fn from_journal(journal: &Journal) -> Self {
        let mut all: BTreeMap<InvoiceIx, Vec<HandoverChange>> = BTreeMap::new();
        for event in &journal.events {
            let over = event.handover().is_some();
            if over || matches!(event.details, EventDetails::Return) {
                for invoice in event.invoices() {
                    let turns = all.entry(invoice).or_default();
                    turns.push((event.date, over, event.origin));
                }
            }
        }
        for turns in all.values_mut() {
            turns.sort_unstable();
        }
        Self(all)
    }

    /// Whether no invoice ever was.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The hand-over that holds at the start of a day, if there is one.
    pub fn handover_on(&self, invoice: InvoiceIx, day: NaiveDate) -> Option<(NaiveDate, Origin)> {
        let turns = self.0.get(&invoice)?;
        let before = turns.partition_point(|(date, ..)| *date < day);
        let (date, over, origin) = turns.get(before.checked_sub(1)?)?;
        over.then_some((*date, *origin))
    }
}
