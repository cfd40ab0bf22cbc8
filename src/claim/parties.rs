//! The two parties of a claim: which law governs it, and what the law takes the customer for.

use super::claim_index::ClaimIndex;
use super::remark::ClaimRemark;
use crate::journal::model::{CustomerIx, Journal};
use crate::policy::costs::{Collector, VatDeduction, VatOnCosts};
use crate::policy::jurisdiction::law::{Debtor, Law};
use crate::policy::jurisdiction::law_list::LawBasis;
use crate::value::currency::Currency;
use crate::value::exact_amount::DayCount;
use crate::value::vocabulary::{CustomerKind, OutsideCollector};
use chrono::NaiveDate;

/// The parties of a claim, as the law sees them.
#[derive(Clone, Copy, Debug)]
pub struct ClaimParties {
    /// The customer who owes.
    pub customer: CustomerIx,
    /// What the law takes the customer for.
    pub debtor: Debtor,
    /// The law that governs the contract (SPEC.md 5.5); `None` where no known law does.
    pub law: Option<&'static Law>,
    /// Who collects, and whether the business can deduct VAT.
    pub vat: VatOnCosts,
}

impl ClaimParties {
    /// The parties as the journal describes them.
    pub fn for_customer(journal: &Journal, customer: CustomerIx) -> Self {
        let business = journal.business.as_ref();
        Self {
            customer,
            debtor: match journal.customers[customer].kind {
                Some(CustomerKind::Business) => Debtor::Business,
                Some(CustomerKind::Government) => Debtor::Government,
                Some(CustomerKind::Consumer) | None => Debtor::Consumer,
            },
            law: journal.law_for_customer(customer),
            vat: VatOnCosts {
                collector: match business.and_then(|business| business.collector) {
                    Some(OutsideCollector::ThirdParty) => Collector::ThirdParty,
                    None => Collector::Creditor,
                },
                deduction: if journal.is_vat_charged() {
                    VatDeduction::Allowed
                } else {
                    VatDeduction::NotAllowed
                },
            },
        }
    }

    /// Whether the law that holds asks for a last letter in its form before costs are owed (NL: the fourteen-day letter).
    /// Where no law is known, nothing is owed that such a letter could announce.
    pub fn needs_notice_letter_in(&self, currency: Currency) -> bool {
        self.needs_notice_letter() && self.law_in(currency).is_some()
    }

    /// The law that says what may be claimed in a currency; `None` where no rules for it are known.
    pub fn law_in(&self, currency: Currency) -> Option<&'static Law> {
        self.law.filter(|law| law.currency == currency)
    }

    /// Whether a consumer owes costs only after a letter that gives him time, whatever the currency.
    pub fn needs_notice_letter(&self) -> bool {
        self.law.is_some_and(|law| law.asks_notice_to(self.debtor))
    }

    /// How days become parts of a year: as the law that holds has it.
    pub fn day_count(&self) -> DayCount {
        let by_law = self.law.map(|law| *law.day_count.value());
        by_law.unwrap_or_default()
    }

    /// Whether the customer is a consumer, or nobody says what they are.
    pub fn is_consumer(&self) -> bool {
        self.debtor == Debtor::Consumer
    }

    /// The first day on which an entry says that the customer is insolvent.
    pub fn insolvent_on(&self, docket: &ClaimIndex<'_>) -> Option<NaiveDate> {
        let events = docket.history.standing_of_customer(self.customer);
        let insolvent = events.filter(|event| event.is_insolvency());
        insolvent.map(|event| event.date).min()
    }

    /// The remarks about the customer.
    pub fn remarks(&self, docket: &ClaimIndex<'_>) -> Vec<ClaimRemark> {
        let journal = docket.journal;
        let mut remarks = Vec::new();
        if self.law.is_none() {
            remarks.push(ClaimRemark::NoRules(self.country_codes(journal)));
        } else if journal.customers[self.customer].kind.is_none() {
            remarks.push(ClaimRemark::KindUnknown);
        }
        remarks.extend(self.law_remark(journal));
        remarks.extend(self.insolvent_on(docket).map(ClaimRemark::Insolvent));
        remarks
    }

    /// Why the law of a country governs the contract, where the two are not both at home there.
    fn law_remark(&self, journal: &Journal) -> Option<ClaimRemark> {
        self.law?;
        let (_, basis) = journal.governing_country(self.customer)?;
        let other = match basis {
            LawBasis::Domestic => return None,
            LawBasis::Chosen | LawBasis::Seller => journal.country_of(self.customer),
            LawBasis::Consumer => journal.home_country().unwrap_or_default(),
        };
        Some(ClaimRemark::LawAbroad(basis, other.to_ascii_uppercase()))
    }

    /// The country whose rules are not known; those of both where a law was chosen beside that of a consumer's own country.
    fn country_codes(&self, journal: &Journal) -> String {
        let governing = journal.governing_country(self.customer);
        let both = || {
            let chosen = journal.chosen_law(self.customer).unwrap_or_default();
            format!("{chosen}–{}", journal.country_of(self.customer))
        };
        let country = governing.map_or_else(both, |(country, _)| country.to_owned());
        country.to_ascii_uppercase()
    }

    /// Whether the customer agreed to terms by a day.
    pub fn has_agreed_terms_by(&self, docket: &ClaimIndex<'_>, day: NaiveDate) -> bool {
        let mut events = docket.history.standing_of_customer(self.customer);
        events.any(|event| event.agreed_terms().is_some() && event.date <= day)
    }
}
