//! The fourteen-day letter: which letter counts, when its term has passed, and how much it allows to claim from a
//! consumer.
//!
//! Without such a letter a consumer owes no costs (NL: BW 6:96 lid 5 and 6). It must be sent when the invoice is late,
//! give fourteen days from the day after its arrival, and name the amount; a term that is too short cannot be corrected
//! afterwards (NL: HR 25-11-2016, ECLI:NL:HR:2016:2704).

use super::parties::ClaimParties;
use super::remark::NoCostsReason;
use crate::journal::built_in_policy::BUILT_IN_POLICY;
use crate::journal::event_details::SentLetter;
use crate::journal::history::EventHistory;
use crate::journal::ladder::{FINAL_NOTICE_LETTER, FINAL_STAGE};
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

/// The first letter about an invoice that allows costs to be claimed on a day. Fails with the reason why there is none.
/// `due` is the due date of the first instalment.
pub fn find_effective_letter<'j>(
    history: &EventHistory<'j>,
    law: &Law,
    party: &ClaimParties,
    (invoice, due): (InvoiceIx, Option<NaiveDate>),
    as_of: NaiveDate,
) -> Result<FourteenDayLetter<'j>, NoCostsReason> {
    let sent = history.of_invoice(invoice);
    let sent = sent.filter(|event| is_fourteen_day_letter(history.journal, party, event));
    let mut why = NoCostsReason::NoLetter;
    for event in sent.take_while(|event| event.date <= as_of) {
        match check_effective(law, event, due, as_of) {
            Ok(letter) => return Ok(letter),
            Err(reason) => why = reason,
        }
    }
    Err(why)
}

/// Whether an event is a fourteen-day letter that did not come back.
pub fn is_fourteen_day_letter(journal: &Journal, party: &ClaimParties, event: &Event) -> bool {
    let Some(sent) = event.sent_letter() else {
        return false;
    };
    if sent.bounced || !party.is_consumer() {
        return false;
    }
    let own = journal.customer_policy_on(party.customer, event.date);
    let policy = own.unwrap_or(&BUILT_IN_POLICY);
    let mut ladder = policy.ladder().iter();
    let stage = ladder.find(|stage| stage.name == sent.stage);
    let letter = stage.and_then(|stage| stage.letter.as_deref());
    *sent.stage == *FINAL_STAGE || matches!(letter, Some(FINAL_STAGE | FINAL_NOTICE_LETTER))
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

/// The term of a letter, from the day of its arrival, known or presumed. `None` past the end of the calendar.
pub fn notice_term_of(law: &Law, sent: &Event) -> Option<NoticeTerm> {
    let letter = sent.sent_letter()?;
    let came = match letter.received {
        Some(day) => LetterReceipt::Known(day),
        None => presumed_receipt(law, sent.date, delivery_method(letter))?,
    };
    notice_term(law, came)
}

/// Checks whether a letter allows costs to be claimed as of a day, for an invoice due on day `due`.
///
/// # Errors
/// The reason why it does not.
pub fn check_effective<'j>(
    law: &Law,
    event: &'j Event,
    due: Option<NaiveDate>,
    as_of: NaiveDate,
) -> Result<FourteenDayLetter<'j>, NoCostsReason> {
    let sent = event.date;
    if due.is_none_or(|due| sent <= due) {
        return Err(NoCostsReason::LetterTooEarly(sent));
    }
    let notice = notice_term_of(law, event).ok_or(NoCostsReason::NoLetter)?;
    let letter = event.sent_letter().ok_or(NoCostsReason::NoLetter)?;
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
