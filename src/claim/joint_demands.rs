//! Fourteen-day letters that could have been one demand: to one consumer, about invoices that were all late when the first
//! went out. Their principals are added, and the later letter gives what the sum
//! gives beyond the earlier one (NL: BW 6:96 lid 7; SPEC.md 12).

use super::claim_index::ClaimIndex;
use super::fourteen_day_letter::{find_effective_letter, is_fourteen_day_letter};
use super::invoice_claim::InvoiceClaim;
use super::model::ClaimError;
use super::notice_letter::{NoticeLetter, NoticePart};
use super::parties::ClaimParties;
use crate::journal::model::{Event, InvoiceIx};
use crate::policy::jurisdiction::law::Law;
use crate::value::money::Minor;
use chrono::NaiveDate;

/// A letter, as far as it decides which earlier ones it could have been one with.
#[derive(Clone, Copy, Debug)]
pub struct DemandLetter<'a> {
    /// The day it goes out.
    pub sent_on: NaiveDate,
    /// Its entry; `None` for a letter that is still to be written.
    pub entry: Option<&'a Event>,
    /// Its invoices.
    pub invoices: &'a [InvoiceIx],
}

/// What stands in the letters that a later one could have been one with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct JointPrincipal {
    /// The principal that was left when their terms were over.
    pub principal: Minor,
    /// The day of the first of them; `None` where there is none.
    pub first_sent_on: Option<NaiveDate>,
}

/// The principal of earlier letters with which a letter could have been one demand.
///
/// # Errors
/// Interest cannot be computed, or a figure is too large.
pub fn joint_principal(
    docket: &ClaimIndex<'_>,
    (law, parties): (&Law, &ClaimParties),
    later: DemandLetter<'_>,
) -> Result<JointPrincipal, ClaimError> {
    let mut joint = JointPrincipal::default();
    let own = later.entry.map(|entry| entry.origin);
    let due = later.invoices.iter();
    let earliest_due = due
        .filter_map(|it| docket.journal.first_due_date(*it))
        .min();
    let letters = docket.notice_letters(parties.customer, || {
        find_notice_letters(docket, (law, parties))
    });
    // What was not late when a letter went out could not stand in it.
    let first = letters.partition_point(|letter| Some(letter.sent_on) <= earliest_due);
    let before = letters
        .iter()
        .skip(first)
        .take_while(|letter| letter.sent_on <= later.sent_on && Some(letter.origin) != own);
    for letter in before.filter(|_| earliest_due.is_some()) {
        let parts = letter.parts.iter();
        let others = parts.filter(|part| !later.invoices.contains(&part.invoice));
        let left: Result<Vec<Minor>, ClaimError> = others.map(|part| part.left.clone()).collect();
        let left: Minor = left?.into_iter().sum();
        if left.is_positive() {
            joint.principal += left;
            joint.first_sent_on = joint.first_sent_on.or(Some(letter.sent_on));
        }
    }
    Ok(joint)
}

/// The fourteen-day letters to a customer, in their order, each with the invoices that rest on it.
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

/// An invoice of the customer that rests on a letter; `None` where it is another's, or rests on an earlier one.
fn notice_part(
    docket: &ClaimIndex<'_>,
    (law, parties): (&Law, &ClaimParties),
    event: &Event,
    invoice: InvoiceIx,
) -> Option<NoticePart> {
    let journal = docket.journal;
    (journal.invoices[invoice].customer == Some(parties.customer)).then_some(())?;
    let about = (invoice, journal.first_due_date(invoice));
    let letter =
        find_effective_letter(&docket.history, law, parties, about, NaiveDate::MAX).ok()?;
    (letter.event.origin == event.origin).then_some(())?;
    let case = InvoiceClaim::for_invoice(docket, parties, invoice);
    let last_day = letter.notice.last_day;
    let left =
        || Ok(case.demanded_principal(event.date)? - case.paid_on_overdue(event.date, last_day)?);
    Some(NoticePart {
        invoice,
        left: left(),
    })
}
