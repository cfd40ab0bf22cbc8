//! Which collection costs may be claimed on a day: those recorded in the journal, else those of the law or of the
//! policy.
//!
//! Recorded charges that may not be claimed are lowered in their invoice. Costs that may be claimed without being
//! recorded are added to the oldest invoice they belong to.

use super::claim_index::ClaimIndex;
use super::invoice_claim::InvoiceClaim;
use super::model::{ClaimError, ClaimGround, ClaimRow, ClaimRowKind};
use super::parties::ClaimParties;
use super::remark::{ClaimRemark, NoCostsReason};
use super::waiting_money::OnAccountAllocations;
use crate::journal::ladder::CostTerms;
use crate::journal::model::InvoiceIx;
use crate::policy::costs::{Collector, NoVatReason, vat_on_costs};
use crate::policy::jurisdiction::law::Law;
use crate::text::span::Origin;
use crate::value::money::Minor;
use crate::value::share::Share;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Decides the costs of a claim, and collects its rows and remarks.
pub struct CostsAssessor<'a> {
    /// The entries about the customer.
    pub index: &'a ClaimIndex<'a>,
    /// The law that governs the claim.
    pub law: &'static Law,
    /// Creditor and debtor.
    pub parties: &'a ClaimParties,
    /// The money that waits, put to the invoices of the customer.
    pub placed: &'a OnAccountAllocations,
    /// The rows for costs that no entry records.
    pub rows: Vec<ClaimRow>,
    /// The remarks about costs.
    pub remarks: Vec<ClaimRemark>,
}

/// Costs that may be claimed for one invoice or several together.
#[derive(Clone, Copy, Debug)]
pub struct ClaimableCosts {
    /// The first day on which they may be claimed.
    pub from: NaiveDate,
    /// The principal that they are computed from; `None` for an agreed sum.
    pub base: Option<Minor>,
    /// The costs without VAT, in minor units.
    pub costs: Minor,
    /// The rate of VAT and the VAT on the costs; `None` where no VAT is added.
    pub vat: Option<(Share, Minor)>,
}

impl ClaimableCosts {
    /// Costs and VAT.
    pub fn sum(&self) -> Minor {
        self.costs + self.vat.map_or(Minor::ZERO, |(_, tax)| tax)
    }
}

impl CostsAssessor<'_> {
    /// The day of the claim.
    pub const fn as_of(&self) -> NaiveDate {
        self.index.ledger.as_of
    }

    /// Decides the costs for all invoices of one claim.
    ///
    /// # Errors
    /// Interest cannot be computed, or a figure is too large.
    pub fn assess(&mut self, cases: &mut [InvoiceClaim]) -> Result<(), ClaimError> {
        if self.parties.needs_notice_letter() {
            self.assess_consumer(cases)
        } else {
            self.assess_business(cases)
        }
    }

    /// Another invoice of the customer, whether open or not, with the money that waits for it.
    pub fn other_invoice(&self, invoice: InvoiceIx) -> InvoiceClaim {
        let money = self.placed.get(&invoice).map_or(&[][..], Vec::as_slice);
        InvoiceClaim::for_invoice(self.index, self.parties, invoice).with_waiting_money(money)
    }

    /// The costs of the scale over all principals together; zero where the debtor was in default before the scale
    /// existed.
    pub fn scale_costs(
        &self,
        case: &InvoiceClaim,
        principals: &[Minor],
    ) -> Result<Minor, ClaimError> {
        let large = ClaimError::TooLarge(case.invoice);
        let due = case.instalments.first().and_then(|part| part.debt.due);
        match due.and_then(|due| self.law.cost_scale_for(due)) {
            Some(scale) => scale.value().costs_for(principals).ok_or(large),
            None => Ok(Minor::ZERO),
        }
    }

    /// Whether an invoice belongs to the customer. A letter may name somebody else's invoice by mistake.
    pub fn is_invoice_of_customer(&self, invoice: InvoiceIx) -> bool {
        self.index.journal.invoices[invoice].customer == Some(self.parties.customer)
    }

    /// Whether the scale existed when the debtor of this invoice came into default.
    pub fn has_scale(&self, case: &InvoiceClaim) -> bool {
        let due = case.instalments.first().and_then(|part| part.debt.due);
        due.is_some_and(|due| self.law.cost_scale_for(due).is_some())
    }

    /// The rate of VAT on costs claimed on a day; `None` where no VAT is added. Adds a remark where a third party
    /// collects and still no VAT is added.
    pub fn vat_rate(&mut self, on: NaiveDate) -> Option<Share> {
        match self.parties.vat.rate_on(self.law, on) {
            Ok(rate) => Some(rate),
            Err(NoVatReason::OwnLetters) => None,
            Err(why) => {
                debug_assert!(self.parties.vat.collector == Collector::ThirdParty);
                self.remarks.push(ClaimRemark::WithoutVat(why));
                None
            }
        }
    }

    /// The VAT on costs. Fails where it is too large.
    pub fn vat_on_costs(
        &self,
        case: &InvoiceClaim,
        rate: Share,
        costs: Minor,
    ) -> Result<Minor, ClaimError> {
        vat_on_costs(rate, costs).ok_or(ClaimError::TooLarge(case.invoice))
    }

    /// Adds costs that no entry records to an invoice; they are owed since the end of day `since`.
    pub fn add_costs(&mut self, case: &mut InvoiceClaim, asked: ClaimableCosts, since: NaiveDate) {
        if !asked.sum().is_positive() {
            return;
        }
        let since = case.last_day_of_accrual(since);
        case.derived_costs.push((since, asked.sum()));
        let row = |kind, rate, base, amount, ground| ClaimRow {
            invoice: case.invoice,
            kind,
            from: Some(asked.from),
            to: None,
            days: None,
            base,
            rate,
            amount,
            ground,
        };
        let ground = match (asked.base, case.policy) {
            (None, Some(policy)) => ClaimGround::Policy {
                policy,
                agreed: case.agreed.costs,
            },
            _ => ClaimGround::Law {
                article: self.law.articles.costs,
                level: self.law.cost_scale.citation().level,
            },
        };
        let costs = row(ClaimRowKind::Costs, None, asked.base, asked.costs, ground);
        self.rows.push(costs);
        if let Some((rate, tax)) = asked.vat {
            let ground = ClaimGround::Law {
                article: self.law.articles.vat_on_costs,
                level: self.law.cost_scale.citation().level,
            };
            let base = Some(asked.costs);
            let tax = row(ClaimRowKind::Vat, Some(rate), base, tax, ground);
            self.rows.push(tax);
            self.remarks.push(ClaimRemark::VatMustBeDeclared);
        }
    }

    /// Whether costs are claimed from the customer more than once within the time that the law looks back, this claim
    /// included, since it does. Costs of which nothing is claimed are asked of nobody.
    pub fn are_repeated(&self) -> bool {
        let (as_of, law) = (self.as_of(), self.law);
        if as_of < law.repeated_costs_since {
            return false;
        }
        let since = law.repeated_costs.value().date_before(as_of);
        let refused = self.remarks.iter().filter_map(|remark| match remark {
            ClaimRemark::ChargeNotClaimed(refused) => Some(refused),
            _ => None,
        });
        let refused: BTreeSet<Origin> = refused
            .map(|it| (&self.index.journal.movements[it.entry], it.amount.minor))
            .filter(|(entry, amount)| *amount >= entry.minor())
            .map(|(entry, _)| entry.origin)
            .collect();
        let written = self.index.costs_of(self.parties.customer).iter();
        let written = written.filter(|entry| {
            let recent = since.is_none_or(|since| entry.date > since);
            entry.date <= as_of && recent && !refused.contains(&entry.origin)
        });
        let now = self.rows.iter();
        let now = now.filter(|row| row.kind == ClaimRowKind::Costs);
        written.count().saturating_add(now.count()) > 1
    }

    /// Adds the remark why no costs are claimed for an overdue invoice.
    pub fn remark_no_costs(&mut self, case: &InvoiceClaim, why: NoCostsReason) {
        let why = if case.cost_terms == CostTerms::None {
            NoCostsReason::Policy
        } else {
            why
        };
        self.remarks.push(ClaimRemark::NoCosts(case.invoice, why));
    }
}
