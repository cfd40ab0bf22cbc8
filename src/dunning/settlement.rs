//! Settlements that can still be reached: less is accepted as full until a day (SPEC.md 6.10).

use super::arrangement_status::add_duration;
use super::dunning_state::DunningState;
use super::history::ending_event;
use super::hold::{Hold, HoldPeriod};
use super::ladder_position::LadderRules;
use crate::claim::not_asked::SettlementOffer;
use crate::journal::model::{Event, InvoiceIx, Policy};
use crate::value::money::Minor;
use chrono::NaiveDate;

impl<'j> LadderRules<'j> {
    /// It stops letters as a promise does, until its day and the bank buffer have passed, or a release.
    pub fn settlement_hold(
        &self,
        settle: &'j Event,
        release: Option<&'j Event>,
        policy: &Policy,
        as_of: NaiveDate,
    ) -> Option<HoldPeriod<'j>> {
        let settlement = self.reachable_settlement(settle, as_of)?;
        let held = HoldPeriod::new(Hold::Settlement, settle);
        Some(match ending_event(settle, release) {
            Some(end) if end.date <= settlement.by => held.ended_on(Some(end.date)),
            _ => held.lasting_through(Some(add_duration(settlement.by, policy.bank_buffer))),
        })
    }

    /// What is missing of a settlement, whether its day has passed or not. `None` where it was reached, or where no more
    /// than that is open: then there is nothing to give up.
    fn reachable_settlement(
        &self,
        event: &'j Event,
        as_of: NaiveDate,
    ) -> Option<SettlementOffer<'j>> {
        let (offered, invoice) = (event.settlement()?, event.invoice?);
        let by = offered.by;
        let paid = self.receipts.paid_by_day(event, as_of);
        let in_time: Minor = paid.range(..=by).map(|(_, amount)| *amount).sum();
        let missing = offered.amount.minor - in_time;
        // What was open on an earlier day is not known here.
        let is_past = as_of < self.ledger.as_of;
        let open = self.open_principal(invoice) + self.ledger.charges_on(invoice);
        let is_same = self.journal.invoices[invoice].currency == offered.amount.currency;
        let stands = is_same && missing.is_positive() && (is_past || missing < open);
        stands.then_some(SettlementOffer {
            event,
            invoice,
            missing,
            by,
        })
    }
}

impl<'j> DunningState<'j> {
    /// The settlement about an invoice that can still be reached.
    pub fn standing_settlement(&self, invoice: InvoiceIx) -> Option<SettlementOffer<'j>> {
        let settle = self.history_of_invoice(invoice).settlement?;
        let stands = self.rules.reachable_settlement(settle, self.as_of())?;
        (stands.by >= self.as_of()).then_some(stands)
    }
}
