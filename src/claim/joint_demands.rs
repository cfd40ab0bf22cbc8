//! Fourteen-day letters that could have been one demand: to one consumer, on one day or inside the term of the first, about
//! invoices that were all late when that went out. Their principals are added, and the later letter gives what the sum
//! gives beyond the earlier one (NL: BW 6:96 lid 7; SPEC.md 12).

use super::claim_index::ClaimIndex;
use super::fourteen_day_letter::{
    FourteenDayLetter, find_effective_letter, is_fourteen_day_letter,
};
use super::invoice_claim::InvoiceClaim;
use super::model::ClaimError;
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
    let events = docket.history.of_customer(parties.customer);
    let own = later.entry.map(|entry| entry.origin);
    let before =
        events.take_while(|event| event.date <= later.sent_on && Some(event.origin) != own);
    let letters = before.filter(|event| is_fourteen_day_letter(docket.journal, parties, event));
    for event in letters.filter(|event| was_late_on(docket, later.invoices, event.date)) {
        let own = invoices_of_letter(docket, (law, parties), event, later);
        let left = own.iter().map(|(number, letter)| {
            let case = InvoiceClaim::for_invoice(docket, parties, *number);
            let term = letter.notice.last_day;
            Ok(case.demanded_principal(event.date)? - case.paid_on_overdue(event.date, term)?)
        });
        let left: Minor = left
            .collect::<Result<Vec<_>, ClaimError>>()?
            .into_iter()
            .sum();
        if left.is_positive() {
            joint.principal += left;
            joint.first_sent_on = joint.first_sent_on.or(Some(event.date));
        }
    }
    Ok(joint)
}

/// Whether an invoice was late already when an earlier letter went out.
fn was_late_on(docket: &ClaimIndex<'_>, invoices: &[InvoiceIx], day: NaiveDate) -> bool {
    let mut due = invoices
        .iter()
        .map(|invoice| docket.journal.first_due_date(*invoice));
    due.any(|due| due.is_some_and(|due| due < day))
}

/// The invoices that rest on a letter, whose term was running when the later one went out, and that the later one does not
/// name.
fn invoices_of_letter<'j>(
    docket: &ClaimIndex<'j>,
    (law, parties): (&Law, &ClaimParties),
    event: &Event,
    later: DemandLetter<'_>,
) -> Vec<(InvoiceIx, FourteenDayLetter<'j>)> {
    let journal = docket.journal;
    let own = event.invoices().filter(|number| {
        journal.invoices[*number].customer == Some(parties.customer)
            && !later.invoices.contains(number)
    });
    let letters = own.filter_map(|number| {
        let about = (number, journal.first_due_date(number));
        let letter =
            find_effective_letter(&docket.history, law, parties, about, NaiveDate::MAX).ok()?;
        Some((number, letter))
    });
    letters
        .filter(|(_, letter)| {
            letter.event.origin == event.origin && later.sent_on <= letter.notice.last_day
        })
        .collect()
}
