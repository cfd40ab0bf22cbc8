//! What a letter tells of what went before: attempts, and a promise that was broken.

use super::says::Says;
use super::variables::demanding::points;
use crate::document::letter::LetterBlock;
use crate::journal::event_details::EventDetails;
use crate::journal::model::Event;
use crate::value::channel::Channel;
use crate::value::vocabulary::NonPaymentReason;
use chrono::NaiveDate;

/// A promise that was broken. Amounts are finished words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// The day on which it was made.
    pub made: NaiveDate,
    /// The day by which it was to be kept.
    pub by: NaiveDate,
    /// What was promised, where an amount was named.
    pub amount: Option<String>,
    /// What was received for it, where anything was.
    pub received: Option<String>,
}

impl Says<'_, '_> {
    /// The last promise about its invoices, where it was broken.
    pub fn promise(&self) -> Option<Promise> {
        let (promise, received) = self.past.broken(self.dunning, self.due)?;
        let made = promise.promise()?;
        Some(Promise {
            made: promise.date,
            by: made.deadline?,
            amount: made.amount.map(|amount| self.language.amount(amount)),
            received: received.is_positive().then(|| self.money(received)),
        })
    }

    /// Why it is not paid, as the customer last said.
    pub fn reason(&self) -> Option<&'static str> {
        template_word(self.past.reason(self.dunning.journal, self.due)?)
    }

    /// How many letters went before about its invoices, since the due date, and the day of the last.
    pub fn letters_before(&self) -> (usize, Option<NaiveDate>) {
        self.past.letters(self.dunning.journal, self.due)
    }

    /// What went before, point by point.
    pub fn attempts(&self) -> Vec<LetterBlock> {
        let attempts = self.past.attempts(self.due).into_iter();
        points(attempts.map(|event| self.attempt(event)).collect())
    }

    fn attempt(&self, event: &Event) -> String {
        let say = &self.say().attempt;
        let what = match &event.details {
            EventDetails::Sent(letter) => {
                let ways: Vec<&str> = letter
                    .channels
                    .iter()
                    .map(|way| (self.say().style.channel)(*way))
                    .collect();
                let words = (say.letter)(self.stage(&letter.stage), &self.language.list(&ways));
                match letter.deadline {
                    Some(day) => (say.deadline)(&words, day),
                    None => words,
                }
            }
            EventDetails::Promise(promise) => {
                let amount = promise.amount.map(|amount| self.language.amount(amount));
                (say.promise)(amount.as_deref(), promise.deadline)
            }
            EventDetails::Contact(Channel::Phone) => say.phone.to_owned(),
            EventDetails::Contact(Channel::Visit) => say.visit.to_owned(),
            EventDetails::Contact(Channel::Email) => say.mail.to_owned(),
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
        let day = (self.say().style.day)(event.date);
        let reason = event.contact.reason;
        match reason.and_then(|reason| self.stated_reason(reason)) {
            Some(reason) => format!("{day}: {what}; {reason}"),
            None => format!("{day}: {what}"),
        }
    }

    const fn stated_reason(&self, reason: NonPaymentReason) -> Option<&'static str> {
        let say = &self.say().attempt;
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
pub const fn template_word(reason: NonPaymentReason) -> Option<&'static str> {
    match reason {
        NonPaymentReason::Forgot => Some("forgot"),
        NonPaymentReason::Admin => Some("admin"),
        NonPaymentReason::Cashflow => Some("cashflow"),
        NonPaymentReason::Dissatisfied | NonPaymentReason::Dispute => Some("dissatisfied"),
        NonPaymentReason::NotGiven => None,
    }
}
