//! What the checks know about costs that consumers may be asked for: the letters about each invoice, and the most that
//! each letter lets one ask.

use super::check_input::CheckInput;
use crate::claim::fourteen_day_letter::is_fourteen_day_letter;
use crate::claim::joint_demands::{DemandLetter, DemandPart, EarlierDemands};
use crate::claim::parties::ClaimParties;
use crate::journal::model::{CustomerIx, Event, ItemIx, Journal};
use crate::policy::costs::vat_on_costs;
use crate::policy::jurisdiction::law::Law;
use crate::text::span::Origin;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Both sides of each claim, worked out when first asked for.
pub struct ConsumerParties<'s> {
    journal: &'s Journal,
    parties_by_customer: BTreeMap<CustomerIx, ClaimParties>,
}

impl<'s> ConsumerParties<'s> {
    /// Of nobody yet.
    pub const fn new(journal: &'s Journal) -> Self {
        Self {
            journal,
            parties_by_customer: BTreeMap::new(),
        }
    }

    /// A customer whom a law we know protects as a consumer; and that law.
    pub fn consumer_party(&mut self, customer: CustomerIx) -> Option<(ClaimParties, &'static Law)> {
        let journal = self.journal;
        let party = self.parties_by_customer.entry(customer);
        let party = *party.or_insert_with(|| ClaimParties::for_customer(journal, customer));
        let law = party.law.filter(|_| party.is_consumer())?;
        Some((party, law))
    }

    /// Whether an entry is a fourteen-day letter that did not bounce.
    pub fn is_fourteen_day_letter(&mut self, event: &Event) -> bool {
        let journal = self.journal;
        event.sent_letter().is_some()
            && event
                .customer
                .and_then(|customer| self.consumer_party(customer))
                .is_some_and(|(party, _)| is_fourteen_day_letter(journal, &party, event))
    }
}

/// The most that a letter can announce.
#[derive(Clone, Copy, Debug, Default)]
pub struct AnnouncedLimit {
    /// Costs, and the tax on them where that may come on top.
    pub most: Minor,
    /// The day of an earlier letter with which it could have been one demand, and which gives costs already.
    pub joint_with: Option<NaiveDate>,
}

/// The most that a letter can announce, whatever was paid before: the scale over all that its invoices ever asked, beyond
/// that over earlier letters with which it could have been one, and the tax on it where that may come on top. `None`
/// where the law has no scale for them.
pub fn max_announced_costs(
    input: &CheckInput<'_>,
    law: &Law,
    party: &ClaimParties,
    letter: &Event,
) -> Option<AnnouncedLimit> {
    let journal = input.day.journal;
    let claims = input.last_day.claims();
    let mut parts = Vec::new();
    let mut scale = None;
    for number in letter.invoices() {
        let invoice = &journal.invoices[number];
        if invoice.currency != law.currency {
            return None;
        }
        let due = journal
            .first_due_date(number)
            .filter(|due| *due < letter.date);
        scale = scale.or_else(|| law.cost_scale_for(due?));
        let scope = claims.scope_of_letter(letter, number);
        let late = journal.items_of(number).filter(|item: &ItemIx| {
            scope.is_none_or(|scope| scope.has_part(*item))
                && journal.items[*item]
                    .due
                    .is_some_and(|due| due < letter.date)
        });
        let items: Vec<ItemIx> = late.collect();
        let amounts = items
            .iter()
            .map(|item| Minor::from(journal.items[*item].amount));
        parts.push(DemandPart {
            due,
            principal: amounts.sum(),
            items,
            asked_before: Minor::ZERO,
        });
    }
    let later = DemandLetter {
        sent_on: letter.date,
        entry: Some(letter),
        parts: &parts,
    };
    let earlier = EarlierDemands::before(claims, (law, party), later).unwrap_or_default();
    let costs = earlier.costs_beyond(scale?.value(), &parts)?;
    let tax = party.vat.rate_on(law, letter.date).ok();
    let tax = tax.and_then(|rate| vat_on_costs(rate, costs));
    Some(AnnouncedLimit {
        most: costs + tax.unwrap_or_default(),
        joint_with: earlier.first_sent_on(&parts),
    })
}

/// By letter: what was claimed under it so far, and the most that may be.
pub type ClaimedByLetter = BTreeMap<Origin, (Minor, Minor)>;
