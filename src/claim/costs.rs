//! Which collection costs may be asked on a day: the written ones, else those of the law or of the policy.
//!
//! Written charges that may not be asked are lowered in their case; costs that may be asked without having been
//! written are added to the oldest case they belong to.

use super::claim_index::ClaimIndex;
use super::invoice_claim::InvoiceClaim;
use super::model::{ClaimError, ClaimGround, ClaimRow, ClaimRowKind};
use super::parties::ClaimParties;
use super::remark::{ClaimRemark, NoCostsReason};
use crate::journal::ladder::CostTerms;
use crate::journal::model::InvoiceIx;
use crate::policy::costs::{Collector, NoVatReason, vat_on_costs};
use crate::policy::jurisdiction::law::Law;
use crate::value::money::Minor;
use crate::value::share::Share;
use chrono::NaiveDate;

/// What costs are decided by, and what was decided.
pub struct CostsAssessor<'a> {
    /// What is known of the customer.
    pub index: &'a ClaimIndex<'a>,
    /// The law that holds.
    pub law: &'static Law,
    /// Both sides.
    pub parties: &'a ClaimParties,
    /// The lines of costs that were not written.
    pub rows: Vec<ClaimRow>,
    /// What must be said beside them.
    pub remarks: Vec<ClaimRemark>,
}

/// Costs that may be asked, of one case or of several together.
#[derive(Clone, Copy, Debug)]
pub struct ClaimableCosts {
    /// The first day on which they may be asked.
    pub from: NaiveDate,
    /// Principal they are reckoned on; `None` for a sum that was agreed.
    pub base: Option<Minor>,
    /// The costs.
    pub costs: Minor,
    /// The rate of the tax on them, and the tax.
    pub vat: Option<(Share, Minor)>,
}

impl ClaimableCosts {
    /// Costs and tax.
    pub fn sum(&self) -> Minor {
        self.costs + self.vat.map_or(Minor::ZERO, |(_, tax)| tax)
    }
}

impl CostsAssessor<'_> {
    /// The day of the claim.
    pub const fn as_of(&self) -> NaiveDate {
        self.index.ledger.as_of.0
    }

    /// Decides for all cases of one claim.
    ///
    /// # Errors
    /// Interest cannot be reckoned, or a figure is too large.
    pub fn assess(&mut self, cases: &mut [InvoiceClaim]) -> Result<(), ClaimError> {
        if self.parties.is_consumer() {
            self.assess_consumer(cases)
        } else {
            self.assess_business(cases)
        }
    }

    /// The costs of the scale over principals together; nothing before there was a scale.
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

    /// Whether an invoice is one of the customer: a letter may name somebody else's by mistake.
    pub fn is_invoice_of_customer(&self, invoice: InvoiceIx) -> bool {
        self.index.journal.invoices[invoice].customer == Some(self.parties.customer)
    }

    /// Whether there was a scale when the debtor of a case came in default.
    pub fn has_scale(&self, case: &InvoiceClaim) -> bool {
        let due = case.instalments.first().and_then(|part| part.debt.due);
        due.is_some_and(|due| self.law.cost_scale_for(due).is_some())
    }

    /// The rate of the tax on costs asked on a day, where it comes on top. A third party that collects for nothing
    /// is worth a word.
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

    /// The tax on costs.
    pub fn vat_on_costs(
        &self,
        case: &InvoiceClaim,
        rate: Share,
        costs: Minor,
    ) -> Result<Minor, ClaimError> {
        vat_on_costs(rate, costs).ok_or(ClaimError::TooLarge(case.invoice))
    }

    /// Adds costs that were not written to a case: they are owed since the end of a day.
    pub fn add_costs(&mut self, case: &mut InvoiceClaim, asked: ClaimableCosts, since: NaiveDate) {
        if !asked.sum().is_positive() {
            return;
        }
        case.derived_costs = Some((since, asked.sum()));
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
            (None, Some(policy)) => ClaimGround::Policy(policy),
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

    /// Why no costs are asked of a case that is late.
    pub fn remark_no_costs(&mut self, case: &InvoiceClaim, why: NoCostsReason) {
        let why = if case.cost_terms == CostTerms::None {
            NoCostsReason::Policy
        } else {
            why
        };
        self.remarks.push(ClaimRemark::NoCosts(case.invoice, why));
    }
}
