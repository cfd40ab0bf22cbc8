//! Fourteen-day letters that could have been one demand: to one consumer, about invoices that were all late when the first
//! went out. Their principals are added, and the later letter gives what the sum
//! gives beyond the earlier one (NL: BW 6:96 lid 7; SPEC.md 12). What became late after the first letter could not stand in
//! it, and has costs of its own.

use super::claim_index::ClaimIndex;
use super::fourteen_day_letter::{find_effective_letters, is_fourteen_day_letter};
use super::invoice_claim::InvoiceClaim;
use super::letter_demand::letter_demands;
use super::model::ClaimError;
use super::notice_letter::{NoticeLetter, NoticePart};
use super::parties::ClaimParties;
use crate::journal::model::{Event, InvoiceIx, ItemIx};
use crate::policy::jurisdiction::law::{CostScale, Law};
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A letter, as far as it decides which earlier ones it could have been one with.
#[derive(Clone, Copy, Debug)]
pub struct DemandLetter<'a> {
    /// The day it goes out.
    pub sent_on: NaiveDate,
    /// Its entry; `None` for a letter that is still to be written.
    pub entry: Option<&'a Event>,
    /// Its parts.
    pub parts: &'a [DemandPart],
}

/// What a letter asks of an invoice, or of a part of it.
#[derive(Clone, Debug)]
pub struct DemandPart {
    /// The parts of the invoice that it asks.
    pub items: Vec<ItemIx>,
    /// The due date of the first of them.
    pub due: Option<NaiveDate>,
    /// The principal that no earlier letter had asked.
    pub principal: Minor,
    /// What of the same invoice an earlier letter had asked, and is not paid.
    pub asked_before: Minor,
}

/// What stands in the letters that a later one could have been one with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EarlierDemands {
    /// The principal that was left when their terms were over, by the day on which each went out.
    letters: Vec<(NaiveDate, Minor)>,
}

impl EarlierDemands {
    /// The earlier letters with which a letter could have been one demand, for any of its parts.
    ///
    /// # Errors
    /// Interest cannot be computed, or a figure is too large.
    pub fn before(
        docket: &ClaimIndex<'_>,
        (law, parties): (&Law, &ClaimParties),
        later: DemandLetter<'_>,
    ) -> Result<Self, ClaimError> {
        let own = later.entry.map(|entry| entry.origin);
        let letters = docket.notice_letters(parties.customer, || {
            find_notice_letters(docket, (law, parties))
        });
        let before = letters
            .iter()
            .take_while(|letter| letter.sent_on <= later.sent_on && Some(letter.origin) != own);
        let mut found = Self::default();
        for letter in before {
            let parts = letter.parts.iter();
            // What an earlier letter asked of the same parts is known of them.
            let others = parts.filter(|part| {
                let mut own = later.parts.iter().flat_map(|own| &own.items);
                !own.any(|item| part.items.contains(item))
            });
            let left = others.map(|part| part.left.clone());
            let left: Vec<Minor> = left.collect::<Result<_, ClaimError>>()?;
            found.letters.push((letter.sent_on, left.into_iter().sum()));
        }
        Ok(found)
    }

    /// What was left of the letters in which something due on a day could have stood.
    fn left_beside(&self, due: Option<NaiveDate>) -> Minor {
        let letters = self.letters.iter();
        // What was not late when a letter went out could not stand in it.
        let fitting = letters.filter(|(sent_on, _)| due.is_some_and(|due| due < *sent_on));
        fitting.map(|(_, left)| *left).sum()
    }

    /// The day of the first letter with which some parts could have been one demand; `None` where there is none.
    pub fn first_sent_on(&self, parts: &[DemandPart]) -> Option<NaiveDate> {
        let mut letters = self.letters.iter().filter(|(sent_on, left)| {
            let mut dues = parts.iter().filter_map(|part| part.due);
            left.is_positive() && dues.any(|due| due < *sent_on)
        });
        letters.next().map(|(sent_on, _)| *sent_on)
    }

    /// The costs of the scale over the parts of a letter, beyond those over what stood in letters with which each could have
    /// been one demand, and never more than over its parts together. `None` where a figure is too large.
    pub fn costs_beyond(&self, scale: &CostScale, parts: &[DemandPart]) -> Option<Minor> {
        let mut groups: BTreeMap<Minor, Minor> = BTreeMap::new();
        let mut before = Minor::ZERO;
        for part in parts {
            let beside = self.left_beside(part.due);
            *groups.entry(beside).or_default() += part.principal;
            before += part.asked_before;
        }
        let all: Vec<Minor> = parts.iter().map(|part| part.principal).collect();
        let alone = scale.costs_beyond(before, &all)?;
        let mut sum = Minor::ZERO;
        for (beside, principal) in groups {
            sum += scale.costs_beyond(beside + before, &[principal])?;
        }
        Some(sum.min(alone))
    }
}

/// The fourteen-day letters to a customer, in their order, each with the invoices of which it was the first to ask something.
fn find_notice_letters(
    docket: &ClaimIndex<'_>,
    (law, parties): (&Law, &ClaimParties),
) -> Vec<NoticeLetter> {
    let events = docket.history.of_customer(parties.customer);
    let letters = events.filter(|event| is_fourteen_day_letter(docket.journal, parties, event));
    let prior = letters.map(|event| {
        let named = event.invoices();
        let parts = named.filter_map(|invoice| notice_part(docket, (law, parties), event, invoice));
        NoticeLetter {
            sent_on: event.date,
            origin: event.origin,
            parts: parts.collect(),
        }
    });
    prior.collect()
}

/// An invoice of the customer of which a letter asked something that no earlier one had; `None` where it is another's, or
/// rests on an earlier letter.
fn notice_part(
    docket: &ClaimIndex<'_>,
    (law, parties): (&Law, &ClaimParties),
    event: &Event,
    invoice: InvoiceIx,
) -> Option<NoticePart> {
    let journal = docket.journal;
    (journal.invoices[invoice].customer == Some(parties.customer)).then_some(())?;
    let about = (invoice, journal.first_due_date(invoice));
    let history = &docket.history;
    let letters = find_effective_letters(history, law, parties, about, NaiveDate::MAX).ok()?;
    let mut places = letters.iter();
    let place = places.position(|letter| letter.event.origin == event.origin)?;
    let case = InvoiceClaim::for_invoice(docket, parties, invoice);
    let demands = match letter_demands(docket, &case, &letters) {
        Ok(demands) => demands,
        Err(fault) => {
            let (items, left) = (Vec::new(), Err(fault));
            return Some(NoticePart {
                invoice,
                items,
                left,
            });
        }
    };
    let own = demands.into_iter().nth(place)?;
    (place == 0 || own.principal.is_positive()).then(|| NoticePart {
        invoice,
        left: Ok(own.left()),
        items: own.items,
    })
}
