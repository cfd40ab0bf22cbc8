//! Which collection costs may be asked on a day: the written ones, else those of the law or of the policy.
//!
//! Written charges that may not be asked are lowered in their case; costs that may be asked without having been
//! written are added to the oldest case they belong to.

use super::case::Case;
use super::docket::Docket;
use super::model::{Ground, Kind, Refusal, Row};
use super::party::Party;
use super::remark::{NoCosts, Remark};
use crate::journal::ladder::CostTerms;
use crate::journal::model::InvoiceIx;
use crate::policy::costs::{Collector, WithoutVat, vat};
use crate::policy::jurisdiction::law::Law;
use crate::value::money::Minor;
use crate::value::share::Share;
use chrono::NaiveDate;

/// What costs are decided by, and what was decided.
pub struct Costs<'a> {
    /// What is known of the customer.
    pub docket: &'a Docket<'a>,
    /// The law that holds.
    pub law: &'static Law,
    /// Both sides.
    pub party: &'a Party,
    /// The lines of costs that were not written.
    pub rows: Vec<Row>,
    /// What must be said beside them.
    pub remarks: Vec<Remark>,
}

/// Costs that may be asked, of one case or of several together.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// The first day on which they may be asked.
    pub from: NaiveDate,
    /// Principal they are reckoned on; `None` for a sum that was agreed.
    pub base: Option<Minor>,
    /// The costs.
    pub costs: Minor,
    /// The rate of the tax on them, and the tax.
    pub vat: Option<(Share, Minor)>,
}

impl Asked {
    /// Costs and tax.
    pub fn sum(&self) -> Minor {
        self.costs + self.vat.map_or(Minor::ZERO, |(_, tax)| tax)
    }
}

impl Costs<'_> {
    /// The day of the claim.
    pub const fn on(&self) -> NaiveDate {
        self.docket.ledger.as_of.0
    }

    /// Decides for all cases of one claim.
    ///
    /// # Errors
    /// Interest cannot be reckoned, or a figure is too large.
    pub fn ask(&mut self, cases: &mut [Case]) -> Result<(), Refusal> {
        if self.party.is_consumer() {
            self.of_consumer(cases)
        } else {
            self.of_business(cases)
        }
    }

    /// The costs of the scale over principals together; nothing before there was a scale.
    pub fn scale(&self, case: &Case, principals: &[Minor]) -> Result<Minor, Refusal> {
        let large = Refusal::TooLarge(case.invoice);
        let due = case.parts.first().and_then(|part| part.debt.due);
        match due.and_then(|due| self.law.scale(due)) {
            Some(scale) => scale.value().costs(principals).ok_or(large),
            None => Ok(Minor::ZERO),
        }
    }

    /// Whether an invoice is one of the customer: a letter may name somebody else's by mistake.
    pub fn is_own(&self, invoice: InvoiceIx) -> bool {
        self.docket.journal.invoices[invoice].customer == Some(self.party.customer)
    }

    /// Whether there was a scale when the debtor of a case came in default.
    pub fn has_scale(&self, case: &Case) -> bool {
        let due = case.parts.first().and_then(|part| part.debt.due);
        due.is_some_and(|due| self.law.scale(due).is_some())
    }

    /// The rate of the tax on costs asked on a day, where it comes on top. A third party that collects for nothing
    /// is worth a word.
    pub fn vat_rate(&mut self, on: NaiveDate) -> Option<Share> {
        match self.party.vat.rate(self.law, on) {
            Ok(rate) => Some(rate),
            Err(WithoutVat::OwnLetters) => None,
            Err(why) => {
                debug_assert!(self.party.vat.collector == Collector::ThirdParty);
                self.remarks.push(Remark::WithoutVat(why));
                None
            }
        }
    }

    /// The tax on costs.
    pub fn tax(&self, case: &Case, rate: Share, costs: Minor) -> Result<Minor, Refusal> {
        vat(rate, costs).ok_or(Refusal::TooLarge(case.invoice))
    }

    /// Adds costs that were not written to a case: they are owed since the end of a day.
    pub fn add(&mut self, case: &mut Case, asked: Asked, since: NaiveDate) {
        if !asked.sum().is_positive() {
            return;
        }
        case.derived = Some((since, asked.sum()));
        let row = |kind, rate, base, amount, ground| Row {
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
            (None, Some(policy)) => Ground::Policy(policy),
            _ => Ground::Law {
                article: self.law.articles.costs,
                level: self.law.costs.citation().level,
            },
        };
        let costs = row(Kind::Costs, None, asked.base, asked.costs, ground);
        self.rows.push(costs);
        if let Some((rate, tax)) = asked.vat {
            let ground = Ground::Law {
                article: self.law.articles.vat_on_costs,
                level: self.law.costs.citation().level,
            };
            let base = Some(asked.costs);
            let tax = row(Kind::Vat, Some(rate), base, tax, ground);
            self.rows.push(tax);
            self.remarks.push(Remark::VatMustBeDeclared);
        }
    }

    /// Why no costs are asked of a case that is late.
    pub fn none(&mut self, case: &Case, why: NoCosts) {
        let why = if case.costs == CostTerms::None {
            NoCosts::Policy
        } else {
            why
        };
        self.remarks.push(Remark::NoCosts(case.invoice, why));
    }
}
