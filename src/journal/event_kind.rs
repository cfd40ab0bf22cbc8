//! What kind of event an event is, and the questions about kinds that other rooms ask, each defined once.

use super::contact_result::ContactResult;
use super::event_details::{
    AgreedTerms, EventDetails, Handover, PaymentPlan, PromiseToPay, SentLetter, Settlement,
};
use super::ladder::HANDOVER_STAGE;
use super::model::{CustomerIx, Event, InvoiceIx};
use crate::value::channel::Channel;
use crate::value::vocabulary::VatReturn;
use chrono::NaiveDate;

/// The kind of an event without what it says. The order is that inside a day (SPEC.md 7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EventKind {
    /// The customer accepted a policy.
    Agreed,
    /// Work was done, to be invoiced.
    Delivered,
    /// Less is accepted as full, if it comes in time.
    Settle,
    /// A dispute opened.
    Dispute,
    /// A dispute ended.
    Resolve,
    /// Letters stop.
    Hold,
    /// A hold or a plan ends.
    Release,
    /// The customer promised to pay.
    Promise,
    /// Payment in instalments agreed.
    Plan,
    /// A part of the work is done.
    Milestone,
    /// The customer is insolvent.
    Insolvent,
    /// A letter of a stage went out.
    Sent,
    /// A stage is left out, for a reason.
    Skip,
    /// A call.
    Phone,
    /// A mail.
    Email,
    /// A letter outside the stages.
    Letter,
    /// A visit.
    Visit,
    /// A chat.
    Chat,
    /// A note.
    Note,
    /// Given to an agency, a lawyer or a court.
    Handover,
    /// Taken back.
    Return,
}

impl Event {
    /// What kind of event it is.
    pub const fn kind(&self) -> EventKind {
        match &self.details {
            EventDetails::Contact(Channel::Phone, _) => EventKind::Phone,
            EventDetails::Contact(Channel::Email, _) => EventKind::Email,
            EventDetails::Contact(Channel::Post, _) => EventKind::Letter,
            EventDetails::Contact(Channel::Visit, _) => EventKind::Visit,
            EventDetails::Contact(Channel::Chat, _) => EventKind::Chat,
            EventDetails::Note => EventKind::Note,
            EventDetails::Agreed(_) => EventKind::Agreed,
            EventDetails::Delivered { .. } => EventKind::Delivered,
            EventDetails::Settle(_) => EventKind::Settle,
            EventDetails::Dispute(_) => EventKind::Dispute,
            EventDetails::Resolve { .. } => EventKind::Resolve,
            EventDetails::Hold { .. } => EventKind::Hold,
            EventDetails::Release => EventKind::Release,
            EventDetails::Promise(_) => EventKind::Promise,
            EventDetails::Plan(_) => EventKind::Plan,
            EventDetails::Milestone(_) => EventKind::Milestone,
            EventDetails::Insolvent => EventKind::Insolvent,
            EventDetails::Sent(_) => EventKind::Sent,
            EventDetails::Skip(_) => EventKind::Skip,
            EventDetails::Handover(_) => EventKind::Handover,
            EventDetails::Return => EventKind::Return,
        }
    }

    /// Its place among all events: by day, and inside a day by kind (SPEC.md 7).
    pub const fn order_key(&self) -> (NaiveDate, EventKind) {
        (self.date, self.kind())
    }

    /// Every invoice it names, in the order written.
    pub fn invoices(&self) -> impl Iterator<Item = InvoiceIx> + '_ {
        let further = (self.extra.iter()).flat_map(|it| it.further_invoices.iter().copied());
        self.invoice.into_iter().chain(further)
    }

    /// The customer that it is about as a whole: it names no invoice, or concerns all of them like an insolvency.
    pub fn whole_customer(&self) -> Option<CustomerIx> {
        let about_all = self.invoice.is_none() || self.is_insolvency();
        self.customer.filter(|_| about_all)
    }

    /// The letter of a stage, where it is one.
    pub const fn sent_letter(&self) -> Option<&SentLetter> {
        if let EventDetails::Sent(letter) = &self.details {
            Some(letter)
        } else {
            None
        }
    }

    /// What the customer agreed to, where it is an agreement.
    pub const fn agreed_terms(&self) -> Option<&AgreedTerms> {
        if let EventDetails::Agreed(terms) = &self.details {
            Some(terms)
        } else {
            None
        }
    }

    /// The promise, where it is one.
    pub const fn promise(&self) -> Option<&PromiseToPay> {
        if let EventDetails::Promise(promise) = &self.details {
            Some(promise)
        } else {
            None
        }
    }

    /// The payment plan, where it is one.
    pub const fn plan(&self) -> Option<&PaymentPlan> {
        if let EventDetails::Plan(plan) = &self.details {
            Some(plan)
        } else {
            None
        }
    }

    /// The settlement, where it is one.
    pub const fn settlement(&self) -> Option<&Settlement> {
        if let EventDetails::Settle(settlement) = &self.details {
            Some(settlement)
        } else {
            None
        }
    }

    /// The hand-over, where it is one.
    pub const fn handover(&self) -> Option<&Handover> {
        if let EventDetails::Handover(handover) = &self.details {
            Some(handover)
        } else {
            None
        }
    }

    /// The last day of a hold; `None` where it has none, or this is no hold.
    pub const fn hold_until(&self) -> Option<NaiveDate> {
        if let EventDetails::Hold { until } = self.details {
            until
        } else {
            None
        }
    }

    /// The name of the milestone, where it is one.
    pub fn milestone(&self) -> Option<&str> {
        match &self.details {
            EventDetails::Milestone(reached) => Some(&reached.name),
            _ => None,
        }
    }

    /// The stage that a `sent` or a `skip` names.
    pub fn named_stage(&self) -> Option<&str> {
        match &self.details {
            EventDetails::Sent(letter) => Some(&letter.stage),
            EventDetails::Skip(skipped) => Some(&skipped.stage),
            _ => None,
        }
    }

    /// The stage that it completes: the one it names, unless the letter came back; for a hand-over the last one.
    pub fn completed_stage(&self) -> Option<&str> {
        if self.handover().is_some() {
            return Some(HANDOVER_STAGE);
        }
        self.named_stage().filter(|_| !self.is_bounced_letter())
    }

    /// Whether it is a letter of a stage, also one that came back.
    pub const fn is_letter(&self) -> bool {
        matches!(self.details, EventDetails::Sent(_))
    }

    /// Whether it says that the customer is insolvent.
    pub const fn is_insolvency(&self) -> bool {
        matches!(self.details, EventDetails::Insolvent)
    }

    /// Whether it is a contact outside the stages.
    pub const fn is_contact(&self) -> bool {
        matches!(self.details, EventDetails::Contact(_, _))
    }

    /// The last day on which a plan that was offered, and not signed, stands: its follow-up. `None` where it is no such
    /// offer, or names no day.
    pub fn offer_through(&self) -> Option<NaiveDate> {
        let is_offer = self.plan().is_some_and(|plan| plan.signed == Some(false));
        self.follow_up.filter(|_| is_offer)
    }

    /// Whether nobody was reached: a call that was not answered, a letter that came back.
    pub fn is_failed_attempt(&self) -> bool {
        self.is_bounced_letter() || self.is_failed_contact()
    }

    /// Whether it is a note.
    pub const fn is_note(&self) -> bool {
        matches!(self.details, EventDetails::Note)
    }

    /// Who of us looks after it; `None` where it names nobody.
    pub fn owner(&self) -> Option<&str> {
        self.extra.as_ref()?.owner.as_deref()
    }

    /// What a note says was done about the VAT on a bad debt; `None` where it says nothing of it.
    pub fn vat_return(&self) -> Option<VatReturn> {
        self.extra.as_ref()?.vat_return
    }

    /// Whether it is a contact outside the stages, or a note: what is written when somebody looked at a customer again.
    pub const fn is_contact_or_note(&self) -> bool {
        matches!(
            self.details,
            EventDetails::Contact(_, _) | EventDetails::Note
        )
    }

    /// Whether somebody spoke with the customer: a call or a visit that took place.
    pub fn is_spoken_contact(&self) -> bool {
        let spoken = matches!(
            self.details,
            EventDetails::Contact(Channel::Phone | Channel::Visit, _)
        );
        spoken && self.is_held_contact()
    }

    /// Whether it is a contact outside the stages that took place (SPEC.md 6.15): not where nobody was reached, and not
    /// an appointment, nor one that was called off.
    pub fn is_held_contact(&self) -> bool {
        self.is_contact()
            && !self.is_failed_contact()
            && !self.is_appointment()
            && !self.is_called_off()
    }

    /// What its `outcome:` says of whether anybody was reached.
    pub const fn contact_result(&self) -> ContactResult {
        match self.details {
            EventDetails::Contact(_, result) => result,
            _ => ContactResult::Unsaid,
        }
    }

    /// Whether it is a contact in which nobody was reached.
    pub fn is_failed_contact(&self) -> bool {
        self.contact_result() == ContactResult::NotReached
    }

    /// Whether it is a letter of a stage that came back.
    pub const fn is_bounced_letter(&self) -> bool {
        matches!(&self.details, EventDetails::Sent(letter) if letter.bounced)
    }

    /// Whether it is a letter of a stage that did not come back.
    pub const fn is_delivered_letter(&self) -> bool {
        matches!(&self.details, EventDetails::Sent(letter) if !letter.bounced)
    }

    /// Whether it is a letter of a stage in writing that did not come back: what the law takes for one.
    pub fn is_written_letter(&self) -> bool {
        self.sent_letter()
            .is_some_and(|it| !it.bounced && it.is_in_writing())
    }

    /// Whether it reached the customer: a letter of a stage that did not come back, or a contact that took place.
    pub fn has_reached_customer(&self) -> bool {
        self.is_delivered_letter() || self.is_held_contact()
    }

    /// Whether it belongs in a list of what was tried to get paid, at the end of a day: what reached the customer, a
    /// call or a visit in which nobody was reached, a promise or a plan.
    pub fn is_collection_attempt(&self, as_of: NaiveDate) -> bool {
        let in_vain = self.is_failed_contact()
            && matches!(
                self.details,
                EventDetails::Contact(Channel::Phone | Channel::Visit, _)
            );
        (self.has_reached_customer() && !self.may_lie_ahead(as_of))
            || in_vain
            || self.is_arrangement()
    }

    /// Whether something went out in writing that may be kept as a file: a letter of a stage, a mail, another letter.
    pub fn is_written_message(&self) -> bool {
        match &self.details {
            EventDetails::Sent(letter) => letter.is_in_writing(),
            EventDetails::Contact(channel, _) => matches!(channel, Channel::Email | Channel::Post),
            _ => false,
        }
    }

    /// Whether it is a promise or a plan.
    pub const fn is_arrangement(&self) -> bool {
        matches!(
            self.details,
            EventDetails::Promise(_) | EventDetails::Plan(_)
        )
    }

    /// Whether it is a promise, or a plan that is more than an offer which nobody signed.
    pub fn is_agreed_arrangement(&self) -> bool {
        self.plan()
            .map_or(self.promise().is_some(), |it| it.signed != Some(false))
    }

    /// Whether it is a step of collecting oneself, which is left to others after a hand-over.
    pub const fn is_own_collection(&self) -> bool {
        matches!(
            self.details,
            EventDetails::Sent(_)
                | EventDetails::Skip(_)
                | EventDetails::Promise(_)
                | EventDetails::Plan(_)
                | EventDetails::Contact(_, _)
        )
    }

    /// Whether it holds letters, or ends a hold.
    pub const fn is_hold_or_end(&self) -> bool {
        matches!(
            self.details,
            EventDetails::Dispute(_)
                | EventDetails::Resolve { .. }
                | EventDetails::Promise(_)
                | EventDetails::Plan(_)
                | EventDetails::Settle(_)
                | EventDetails::Hold { .. }
                | EventDetails::Release
                | EventDetails::Handover(_)
                | EventDetails::Return
                | EventDetails::Insolvent
        )
    }

    /// Whether it bears on where an invoice stands in its ladder: what holds, completes or skips a stage, and calls,
    /// for which some stages ask.
    pub const fn is_dunning_event(&self) -> bool {
        self.is_hold_or_end()
            || matches!(
                self.details,
                EventDetails::Contact(Channel::Phone, _)
                    | EventDetails::Sent(_)
                    | EventDetails::Skip(_)
            )
    }
}
