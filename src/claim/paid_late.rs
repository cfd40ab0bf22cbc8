//! What the law would still give for invoices that were paid in full, but late. Nothing of it is claimed (SPEC.md 12).

use super::build::{ClaimBuilder, ClaimInvoices};
use super::fourteen_day_letter::is_fourteen_day_letter;
use super::invoice_claim::InvoiceClaim;
use super::limitation::limitation_of_invoice;
use super::remark::ClaimRemark;
use super::waiting_money::OnAccountAllocations;
use crate::journal::model::InvoiceIx;
use crate::ledger::model::Status;
use crate::policy::jurisdiction::law::ClaimKind;
use crate::policy::limitation::Nearness;
use crate::value::money::Money;

impl ClaimBuilder<'_> {
    /// The interest and costs that the payment of a closed invoice settled first, so that principal is left: beyond what is
    /// claimed beside it for other invoices.
    pub fn rest_of_paid(
        &self,
        closed: &ClaimRemark,
        claimed: &[InvoiceClaim],
    ) -> Option<ClaimRemark> {
        let ClaimRemark::Closed(invoice, Status::Paid) = *closed else {
            return None;
        };
        let life = limitation_of_invoice(self.index, self.law?, ClaimKind::Contract, invoice);
        let as_of = self.index.ledger.as_of;
        if life.is_some_and(|life| life.nearness(as_of) == Nearness::Barred) {
            return None;
        }
        let currency = self.index.journal.invoices[invoice].currency;
        let placed = OnAccountAllocations::default();
        // The costs of one letter are one sum: what its other invoices still give is claimed for those.
        let others = claimed.iter().map(|case| case.invoice);
        let others: Vec<InvoiceIx> = others
            .filter(|other| self.have_common_letter(invoice, *other))
            .collect();
        let total_of = |invoices: &[InvoiceIx]| {
            let case = |it: &InvoiceIx| InvoiceClaim::for_invoice(self.index, self.parties, *it);
            let prepared = ClaimInvoices {
                cases: invoices.iter().map(case).collect(),
                ..ClaimInvoices::default()
            };
            let claim = self.build(currency, prepared, &placed, &mut Vec::new());
            Some(claim.ok()?.total)
        };
        let rest = total_of(&[&others[..], &[invoice]].concat())? - total_of(&others)?;
        let rest = Money::new(rest, currency);
        let remark = ClaimRemark::StillOwedByLaw(invoice, rest);
        rest.minor.is_positive().then_some(remark)
    }

    /// Whether a letter that gives costs names both invoices.
    fn have_common_letter(&self, invoice: InvoiceIx, other: InvoiceIx) -> bool {
        let (journal, history) = (self.index.journal, &self.index.history);
        let letters = history.of_invoice(invoice);
        let mut letters =
            letters.filter(|event| is_fourteen_day_letter(journal, self.parties, event));
        letters.any(|event| event.invoices().any(|named| named == other))
    }
}
