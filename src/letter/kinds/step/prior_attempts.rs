//! What a letter says of what went before: attempts, and a promise that was broken.

use super::step_facts::StepFacts;
use crate::document::letter::LetterBlock;
use crate::journal::event_details::{EventDetails, SentLetter};
use crate::journal::model::Event;
use crate::letter::facts::contact_history::BrokenPromise;
use crate::value::channel::Channel;
use crate::value::vocabulary::NonPaymentReason;
use crate::worklist::sent_letter::stage_of_sent_letter;
use std::collections::BTreeSet;

impl<'j> StepFacts<'_, 'j> {
    /// The last promise about its invoices, where it was broken.
    pub fn broken_promise(&self) -> Option<BrokenPromise<'j>> {
        let broken_promise = || self.invoice_facts.contact_history().broken_promise();
        *self.broken_promise.get_or_init(broken_promise)
    }

    /// What went before, point by point.
    pub fn attempt_points(&self) -> Vec<LetterBlock> {
        let attempts = self.invoice_facts.contact_history().collection_attempts();
        let mut told = BTreeSet::new();
        let mut points: Vec<String> = attempts
            .into_iter()
            .map(|event| self.describe_attempt(event))
            .collect();
        // A letter that was written down twice went out once.
        points.retain(|point| told.insert(point.clone()));
        to_point_parts(points.into_iter())
    }

    fn describe_attempt(&self, event: &Event) -> String {
        let input = &self.invoice_facts.input;
        let (words, language) = (input.letter_words(), input.language);
        let say = &words.attempt;
        let what = match &event.details {
            EventDetails::Sent(letter) => self.describe_letter(event, letter),
            EventDetails::Promise(promise) => {
                let amount = promise
                    .amount
                    .filter(|_| event.is_about_one_customer(input.journal()));
                let amount = amount.map(|amount| language.format_amount(amount));
                (say.promise)(amount.as_deref(), promise.deadline)
            }
            EventDetails::Plan(plan) if plan.signed == Some(false) => say.plan_offer.to_owned(),
            EventDetails::Plan(_) => say.plan.to_owned(),
            EventDetails::Contact(Channel::Phone, _) if event.is_failed_contact() => {
                say.phone_in_vain.to_owned()
            }
            EventDetails::Contact(_, _) if event.is_failed_contact() => {
                say.visit_in_vain.to_owned()
            }
            EventDetails::Contact(Channel::Phone, _) => say.phone.to_owned(),
            EventDetails::Contact(Channel::Visit, _) => say.visit.to_owned(),
            EventDetails::Contact(Channel::Email, _) => say.email.to_owned(),
            EventDetails::Contact(Channel::Chat, _) => say.chat.to_owned(),
            EventDetails::Contact(Channel::Post, _)
            | EventDetails::Note
            | EventDetails::Agreed(_)
            | EventDetails::Delivered { .. }
            | EventDetails::Dispute(_)
            | EventDetails::Resolve { .. }
            | EventDetails::Hold { .. }
            | EventDetails::Release
            | EventDetails::Milestone(_)
            | EventDetails::Settle(_)
            | EventDetails::Insolvent
            | EventDetails::Skip(_)
            | EventDetails::Handover(_)
            | EventDetails::Return => say.other.to_owned(),
        };
        let what = match self.invoice_facts.name_part(event) {
            about if about.is_empty() => what,
            about => format!("{what} ({about})"),
        };
        let day = (words.style.day)(event.date);
        let reason = event.contact.reason;
        match reason.and_then(|reason| self.reason_phrase(reason)) {
            Some(reason) => format!("{day}: {what}; {reason}"),
            None => format!("{day}: {what}"),
        }
    }

    /// A letter that was sent, the ways it went and the day it named.
    fn describe_letter(&self, event: &Event, letter: &SentLetter) -> String {
        let input = &self.invoice_facts.input;
        let (words, language) = (input.letter_words(), input.language);
        let say = &words.attempt;
        let stage = stage_of_sent_letter(input.day, event).unwrap_or(&letter.stage);
        let ways = letter.channels.iter();
        let ways: Vec<&str> = ways.map(|way| (words.style.channel)(*way)).collect();
        let letter_words = (say.letter)(self.stage_label(stage), &language.join_words(&ways));
        match letter.deadline {
            Some(day) => (say.deadline)(&letter_words, day),
            None => letter_words,
        }
    }

    const fn reason_phrase(&self, reason: NonPaymentReason) -> Option<&'static str> {
        let say = &self.invoice_facts.input.letter_words().attempt;
        match reason {
            NonPaymentReason::Forgot => Some(say.forgot),
            NonPaymentReason::Admin => Some(say.admin),
            NonPaymentReason::Cashflow => Some(say.cashflow),
            NonPaymentReason::Dissatisfied | NonPaymentReason::Dispute => Some(say.dissatisfied),
            NonPaymentReason::NotGiven => None,
        }
    }
}

/// Points, where there are any.
pub fn to_point_parts(points: impl Iterator<Item = String>) -> Vec<LetterBlock> {
    let points: Vec<String> = points.collect();
    if points.is_empty() {
        Vec::new()
    } else {
        vec![LetterBlock::Points(points)]
    }
}
