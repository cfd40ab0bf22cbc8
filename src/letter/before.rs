//! What a letter tells of what went before: attempts, and a promise that was broken.

use super::says::Says;
use super::variables::demanding::points;
use crate::document::letter::Part;
use crate::journal::model::{Event, EventKind};
use crate::journal::told::Reason;
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
        let more = promise.more.as_ref()?;
        Some(Promise {
            made: promise.date,
            by: more.until?,
            amount: more.amount.map(|amount| self.language.amount(amount)),
            received: received.is_positive().then(|| self.money(received)),
        })
    }

    /// Why it is not paid, as the customer last said.
    pub fn reason(&self) -> Option<&'static str> {
        match self.past.reason(self.dunning.journal, self.due)? {
            Reason::None => None,
            Reason::Forgot => Some("forgot"),
            Reason::Admin => Some("admin"),
            Reason::Cashflow => Some("cashflow"),
            Reason::Dissatisfied | Reason::Dispute => Some("dissatisfied"),
        }
    }

    /// How many letters went before about its invoices, since the due date, and the day of the last.
    pub fn letters_before(&self) -> (usize, Option<NaiveDate>) {
        self.past.letters(self.dunning.journal, self.due)
    }

    /// What went before, point by point.
    pub fn attempts(&self) -> Vec<Part> {
        let attempts = self.past.attempts(self.due).into_iter();
        points(attempts.map(|event| self.attempt(event)).collect())
    }

    fn attempt(&self, event: &Event) -> String {
        let say = &self.say().attempt;
        let more = event.more.as_deref();
        let what = match event.kind {
            EventKind::Sent => {
                let stage = more
                    .and_then(|more| more.word.as_deref())
                    .unwrap_or_default();
                let ways = more.map_or(&[][..], |more| &more.channels);
                let ways: Vec<&str> = ways
                    .iter()
                    .map(|way| (self.say().style.channel)(*way))
                    .collect();
                let words = (say.letter)(self.stage(stage), &self.language.list(&ways));
                match more.and_then(|more| more.until) {
                    Some(day) => (say.deadline)(&words, day),
                    None => words,
                }
            }
            EventKind::Promise => {
                let amount = more.and_then(|more| more.amount);
                let amount = amount.map(|amount| self.language.amount(amount));
                (say.promise)(amount.as_deref(), more.and_then(|more| more.until))
            }
            EventKind::Phone => say.phone.to_owned(),
            EventKind::Visit => say.visit.to_owned(),
            EventKind::Email => say.mail.to_owned(),
            EventKind::Chat => say.chat.to_owned(),
            _ => say.other.to_owned(),
        };
        let day = (self.say().style.day)(event.date);
        let reason = event.told.as_deref().and_then(|told| told.reason);
        match reason.and_then(|reason| self.told_reason(reason)) {
            Some(reason) => format!("{day}: {what}; {reason}"),
            None => format!("{day}: {what}"),
        }
    }

    const fn told_reason(&self, reason: Reason) -> Option<&'static str> {
        let say = &self.say().attempt;
        match reason {
            Reason::Forgot => Some(say.forgot),
            Reason::Admin => Some(say.admin),
            Reason::Cashflow => Some(say.cashflow),
            Reason::Dissatisfied | Reason::Dispute => Some(say.dissatisfied),
            Reason::None => None,
        }
    }
}
