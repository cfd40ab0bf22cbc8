//! Discounts and settlements that closed the rest of an invoice, and what takes them back.

use super::allocation_log::AllocationNo;
use super::settlements::SettlementTerms;
use crate::journal::model::InvoiceIx;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::ops::Range;

/// What closed the rest of an invoice: steps one behind the other.
#[derive(Clone, Debug)]
struct Closing {
    steps: Range<AllocationNo>,
    /// The settlement that was reached; `None` for a discount.
    settlement: Option<SettlementTerms>,
}

/// Discounts and settlements, by the invoice they closed, in the order in which they did.
#[derive(Debug, Default)]
pub struct Closings {
    by_invoice: BTreeMap<InvoiceIx, Vec<Closing>>,
}

impl Closings {
    /// Notes that these steps closed the rest of an invoice: by a settlement, else by a discount.
    pub fn record_closing(
        &mut self,
        invoice: InvoiceIx,
        steps: Range<AllocationNo>,
        settlement: Option<SettlementTerms>,
    ) {
        let closings = self.by_invoice.entry(invoice).or_default();
        closings.push(Closing { steps, settlement });
    }

    /// Whether a discount closed an invoice.
    pub fn has_discount(&self, invoice: InvoiceIx) -> bool {
        let closings = self.by_invoice.get(&invoice);
        closings.is_some_and(|all| all.iter().any(|closing| closing.settlement.is_none()))
    }

    /// The steps of the discount that closed an invoice; empty where a credit note stands in its place.
    pub fn discount_steps(&self, invoice: InvoiceIx) -> Option<Range<AllocationNo>> {
        let mut closings = self.by_invoice.get(&invoice)?.iter();
        let discount = closings.find(|closing| closing.settlement.is_none())?;
        Some(discount.steps.clone())
    }

    /// A credit note stands in the place of the discount of an invoice, which was given all the same.
    pub fn replace_discount(&mut self, invoice: InvoiceIx) {
        let closings = self.by_invoice.get_mut(&invoice).into_iter().flatten();
        for closing in closings.filter(|closing| closing.settlement.is_none()) {
            closing.steps.start = closing.steps.end;
        }
    }

    /// Takes out what rested on money of a day that a step used and that is reversed: a discount always, a settlement
    /// when the other money does not reach it. Gives the steps of each.
    pub fn take_revoked(
        &mut self,
        invoice: InvoiceIx,
        undone: AllocationNo,
        dated: NaiveDate,
        money: Minor,
    ) -> Vec<Range<AllocationNo>> {
        let mut revoked = Vec::new();
        if let Some(closings) = self.by_invoice.get_mut(&invoice) {
            closings.retain_mut(|closing| {
                let stands = undone > closing.steps.start || closing.is_still_valid(dated, money);
                if !stands {
                    revoked.push(closing.steps.clone());
                }
                stands
            });
        }
        revoked
    }

    /// Nothing closed an invoice short any more.
    pub fn forget(&mut self, invoice: InvoiceIx) {
        self.by_invoice.remove(&invoice);
    }
}

impl Closing {
    fn is_still_valid(&mut self, dated: NaiveDate, money: Minor) -> bool {
        let terms = self.settlement.as_mut();
        terms.is_some_and(|terms| terms.is_met_without(dated, money))
    }
}
