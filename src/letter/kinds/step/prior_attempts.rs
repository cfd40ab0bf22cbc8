//! What a letter tells of what went before: attempts, and a promise that was broken.

use super::step_letter::StepLetter;
use super::step_variables::to_point_parts;
use crate::document::letter::LetterBlock;
use crate::journal::event_details::EventDetails;
use crate::journal::model::Event;
use crate::value::channel::Channel;
use crate::value::vocabulary::NonPaymentReason;
use chrono::NaiveDate;

/// A promise that was broken. Amounts are finished words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenPromise {
    /// The day on which it was made.
    pub made_on: NaiveDate,
    /// The day by which it was to be kept.
    pub by: NaiveDate,
    /// What was promised, where an amount was named.
    pub amount: Option<String>,
    /// What was received for it, where anything was.
    pub received: Option<String>,
}

impl StepLetter<'_, '_> {
    /// The last promise about its invoices, where it was broken.
    pub fn broken_promise(&self) -> Option<BrokenPromise> {
        let (promise, received) = self
            .contact_history
            .broken_promise(self.dunning, self.planned)?;
        let made = promise.promise()?;
        Some(BrokenPromise {
            made_on: promise.date,
            by: made.deadline?,
            amount: made
                .amount
                .map(|amount| self.language.format_amount(amount)),
            received: received.is_positive().then(|| self.format_amount(received)),
        })
    }

    /// Why it is not paid, as the customer last said.
    pub fn non_payment_reason(&self) -> Option<&'static str> {
        reason_template_word(
            self.contact_history
                .stated_reason_for_letter(self.dunning.journal, self.planned)?,
        )
    }

    /// How many letters went before about its invoices, since the due date, and the day of the last.
    pub fn letters_before(&self) -> (usize, Option<NaiveDate>) {
        self.contact_history
            .earlier_letters(self.dunning.journal, self.planned)
    }

    /// What went before, point by point.
    pub fn attempt_points(&self) -> Vec<LetterBlock> {
        let attempts = self
            .contact_history
            .collection_attempts(self.planned)
            .into_iter();
        to_point_parts(attempts.map(|event| self.describe_attempt(event)).collect())
    }

    fn describe_attempt(&self, event: &Event) -> String {
        let say = &self.words().attempt;
        let what = match &event.details {
            EventDetails::Sent(letter) => {
                let ways: Vec<&str> = letter
                    .channels
                    .iter()
                    .map(|way| (self.words().style.channel)(*way))
                    .collect();
                let words = (say.letter)(
                    self.stage_label(&letter.stage),
                    &self.language.join_words(&ways),
                );
                match letter.deadline {
                    Some(day) => (say.deadline)(&words, day),
                    None => words,
                }
            }
            EventDetails::Promise(promise) => {
                let amount = promise
                    .amount
                    .map(|amount| self.language.format_amount(amount));
                (say.promise)(amount.as_deref(), promise.deadline)
            }
            EventDetails::Contact(Channel::Phone) => say.phone.to_owned(),
            EventDetails::Contact(Channel::Visit) => say.visit.to_owned(),
            EventDetails::Contact(Channel::Email) => say.email.to_owned(),
            EventDetails::Contact(Channel::Chat) => say.chat.to_owned(),
            EventDetails::Contact(Channel::Post)
            | EventDetails::Note
            | EventDetails::Agreed(_)
            | EventDetails::Dispute(_)
            | EventDetails::Resolve { .. }
            | EventDetails::Hold { .. }
            | EventDetails::Release
            | EventDetails::Plan(_)
            | EventDetails::Insolvent
            | EventDetails::Skip(_)
            | EventDetails::Handover(_)
            | EventDetails::Return => say.other.to_owned(),
        };
        let day = (self.words().style.day)(event.date);
        let reason = event.contact.reason;
        match reason.and_then(|reason| self.reason_phrase(reason)) {
            Some(reason) => format!("{day}: {what}; {reason}"),
            None => format!("{day}: {what}"),
        }
    }

    const fn reason_phrase(&self, reason: NonPaymentReason) -> Option<&'static str> {
        let say = &self.words().attempt;
        match reason {
            NonPaymentReason::Forgot => Some(say.forgot),
            NonPaymentReason::Admin => Some(say.admin),
            NonPaymentReason::Cashflow => Some(say.cashflow),
            NonPaymentReason::Dissatisfied | NonPaymentReason::Dispute => Some(say.dissatisfied),
            NonPaymentReason::NotGiven => None,
        }
    }
}

/// The word by which templates ask for a reason; none where the customer gave none.
pub const fn reason_template_word(reason: NonPaymentReason) -> Option<&'static str> {
    match reason {
        NonPaymentReason::Forgot => Some("forgot"),
        NonPaymentReason::Admin => Some("admin"),
        NonPaymentReason::Cashflow => Some("cashflow"),
        NonPaymentReason::Dissatisfied | NonPaymentReason::Dispute => Some("dissatisfied"),
        NonPaymentReason::NotGiven => None,
    }
}
