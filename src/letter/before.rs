//! What a letter tells of what went before: attempts, and a promise that was broken.

use super::form::Form;
use super::says::Says;
use crate::document::letter::Part;
use crate::journal::model::{Event, EventKind};
use crate::journal::told::Reason;

impl Says<'_, '_> {
    /// That a promise was broken.
    pub fn broken(&self) -> Option<Part> {
        let (promise, received) = self.past.broken(self.dunning, self.due)?;
        let more = promise.more.as_ref()?;
        let amount = more.amount.map(|amount| self.language.amount(amount));
        let received = Some(received).filter(|received| received.is_positive());
        let received = received.map(|received| self.money(received));
        let said = self.say().attempt.broken;
        Some(Part::Paragraph(said(
            promise.date,
            amount.as_deref(),
            more.until?,
            received.as_deref(),
        )))
    }

    /// What went before, from the demand on.
    pub fn attempts(&self) -> Vec<Part> {
        if self.form() < Form::Demand {
            return Vec::new();
        }
        let attempts = self.past.attempts(self.due);
        let points: Vec<String> = attempts
            .into_iter()
            .map(|event| self.attempt(event))
            .collect();
        if points.is_empty() {
            return Vec::new();
        }
        let heading = self.say().attempt.heading;
        vec![Part::Paragraph(format!("{heading}:")), Part::Points(points)]
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
                    .map(|way| (self.say().style.channel)(way))
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
        match reason.and_then(|reason| self.reason(reason)) {
            Some(reason) => format!("{day}: {what}; {reason}"),
            None => format!("{day}: {what}"),
        }
    }

    const fn reason(&self, reason: Reason) -> Option<&'static str> {
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
