//! The fourteen-day letter: which letter counts, when its term has passed, and how much it allows to claim from a
//! consumer.
//!
//! Without such a letter a consumer owes no costs (NL: BW 6:96 lid 5 and 6). It must be sent when the invoice is late,
//! be in writing, give fourteen days from the day after its arrival, and name the amount; a term that is too short cannot be corrected
//! afterwards (NL: HR 25-11-2016, ECLI:NL:HR:2016:2704).

use super::parties::ClaimParties;
use super::remark::NoCostsReason;
use crate::journal::event_details::SentLetter;
use crate::journal::history::EventHistory;
use crate::journal::ladder::{FINAL_STAGE, Stage};
use crate::journal::ladder_policy::letter_stage;
use crate::journal::model::{Event, InvoiceIx, Journal};
use crate::policy::jurisdiction::law::Law;
use crate::policy::notice_term::{
    DeliveryMethod, LetterReceipt, NoticeTerm, notice_term, presumed_receipt,
};
use crate::value::channel::Channel;
use crate::value::money::Money;
use chrono::NaiveDate;

/// A letter whose term has passed, so that costs may be claimed.
#[derive(Clone, Debug)]
pub struct FourteenDayLetter<'j> {
    /// The `sent` entry.
    pub event: &'j Event,
    /// How it was delivered.
    pub delivery: DeliveryMethod,
    /// Its term.
    pub notice: NoticeTerm,
    /// The costs that it announced.
    pub announced_costs: Money,
}

/// The letters about an invoice that allow costs to be claimed on a day, in their order. Fails with the reason why there is
/// none. `due` is the due date of the first instalment.
pub fn find_effective_letters<'j>(
    history: &EventHistory<'j>,
    law: &Law,
    party: &ClaimParties,
    (invoice, due): (InvoiceIx, Option<NaiveDate>),
    as_of: NaiveDate,
) -> Result<Vec<FourteenDayLetter<'j>>, NoCostsReason> {
    let sent = history.of_invoice(invoice);
    let sent = sent.filter(|event| is_fourteen_day_letter(history.journal, party, event));
    let mut why = NoCostsReason::NoLetter;
    let mut letters: Vec<FourteenDayLetter<'j>> = Vec::new();
    for event in sent.take_while(|event| event.date <= as_of) {
        if letters
            .iter()
            .any(|known| known.event.origin == event.origin)
        {
            continue;
        }
        match check_effective((history.journal, law), event, due, as_of) {
            Ok(letter) => letters.push(letter),
            Err(reason) => why = reason,
        }
    }
    if letters.is_empty() {
        return Err(why);
    }
    Ok(letters)
}

/// The first of them.
///
/// # Errors
/// Why there is none.
pub fn find_effective_letter<'j>(
    history: &EventHistory<'j>,
    law: &Law,
    party: &ClaimParties,
    about: (InvoiceIx, Option<NaiveDate>),
    as_of: NaiveDate,
) -> Result<FourteenDayLetter<'j>, NoCostsReason> {
    let letters = find_effective_letters(history, law, party, about, as_of)?;
    letters.into_iter().next().ok_or(NoCostsReason::NoLetter)
}

/// Whether an event is a fourteen-day letter that did not come back.
pub fn is_fourteen_day_letter(journal: &Journal, party: &ClaimParties, event: &Event) -> bool {
    let Some(sent) = event.sent_letter() else {
        return false;
    };
    let is_known = |invoice| party.needs_notice_letter_in(journal.invoices[invoice].currency);
    if sent.bounced || !event.invoices().any(is_known) {
        return false;
    }
    let gives_notice =
        |invoice| letter_stage(journal, event, invoice).is_some_and(Stage::gives_notice);
    *sent.stage == *FINAL_STAGE || event.invoices().any(gives_notice)
}

/// How a letter was delivered. Where the entry names no channel, or both, it counts as post, which arrives later.
fn delivery_method(sent: &SentLetter) -> DeliveryMethod {
    let channels = &sent.channels;
    let mailed = channels.contains(&Channel::Email) && !channels.contains(&Channel::Post);
    if mailed {
        DeliveryMethod::Email
    } else {
        DeliveryMethod::Post
    }
}

/// The term of a letter, from the day of its arrival, known or presumed. It ends on the last day of the law, or later
/// where the letter named a later day or its step gives more time (SPEC.md 12): costs are owed only when the letter had
/// no effect within the time that it gave (NL: BW 6:96 lid 6). `None` past the end of the calendar.
pub fn notice_term_of(journal: &Journal, law: &Law, sent: &Event) -> Option<NoticeTerm> {
    let letter = sent.sent_letter()?;
    // Nothing arrives before it is sent: such a day is a slip, and is not reckoned with.
    let came = match letter.received.filter(|day| *day >= sent.date) {
        Some(day) => LetterReceipt::Known(day),
        None => presumed_receipt(law, sent.date, delivery_method(letter))?,
    };
    let days_of_step = sent.invoices().filter_map(|invoice| {
        let time = letter_stage(journal, sent, invoice)?.deadline?;
        time.date_after(came.day())
    });
    let given = days_of_step.chain(letter.deadline).max();
    let by_law = notice_term(law, came)?;
    given.map_or(Some(by_law), |given| by_law.extended_through(given))
}

/// Checks whether a letter allows costs to be claimed as of a day, for an invoice due on day `due`.
///
/// # Errors
/// The reason why it does not.
pub fn check_effective<'j>(
    (journal, law): (&Journal, &Law),
    event: &'j Event,
    due: Option<NaiveDate>,
    as_of: NaiveDate,
) -> Result<FourteenDayLetter<'j>, NoCostsReason> {
    let sent = event.date;
    if due.is_none_or(|due| sent <= due) {
        return Err(NoCostsReason::LetterTooEarly(sent));
    }
    let notice = notice_term_of(journal, law, event).ok_or(NoCostsReason::NoLetter)?;
    let letter = event.sent_letter().ok_or(NoCostsReason::NoLetter)?;
    if !letter.is_in_writing() {
        return Err(NoCostsReason::NotInWriting(sent));
    }
    if let Some(named) = letter
        .deadline
        .filter(|named| *named < notice.nominal_last_day)
    {
        return Err(NoCostsReason::TermTooShort {
            sent,
            named_last_day: named,
            lawful_last_day: notice.nominal_last_day,
        });
    }
    let announced = letter
        .announced_costs
        .ok_or(NoCostsReason::NoAmount(sent))?;
    if notice.costs_from > as_of {
        let from = notice.costs_from;
        return Err(NoCostsReason::TermRunning { sent, from });
    }
    Ok(FourteenDayLetter {
        event,
        delivery: delivery_method(letter),
        notice,
        announced_costs: announced,
    })
}
