//! The particulars of a letter, a call or an arrangement: a stage, an outcome, an amount, a day.

use super::labels::{self, reason_label};
use super::report_input::ReportInput;
use crate::document::Cell;
use crate::dunning::arrangement_status::PromiseOutcome;
use crate::journal::contact_result::{ContactResult, appointment_outcome};
use crate::journal::event_details::{Commission, EventDetails};
use crate::journal::model::Event;
use crate::journal::source_lookup::EntryQuote;
use crate::value::channel::Channel;
use crate::value::key_name::KeyName;
use crate::value::money::Money;
use crate::value::vocabulary::NonPaymentReason;
use crate::worklist::sent_letter::stage_of_sent_letter;
use chrono::NaiveDate;
use std::borrow::Cow;

/// What an event says, in the columns that tables of all kinds of events share.
pub struct EventColumns<'e> {
    /// A stage, an outcome, a policy, or to whom; empty where the kind has none.
    pub word: &'e str,
    /// How a letter went, in the order written; empty on everything else.
    pub channels: &'e [Channel],
    /// The amount promised, disputed or announced.
    pub amount: Option<Money>,
    /// The day it looks ahead to: of a promise, a hold, or the deadline of a letter.
    pub until: Option<NaiveDate>,
}

impl<'e> EventColumns<'e> {
    /// The columns of an event.
    pub fn from_event(event: &'e Event) -> Self {
        let empty = Self {
            word: "",
            channels: &[],
            amount: None,
            until: None,
        };
        match &event.details {
            EventDetails::Sent(letter) => Self {
                word: &letter.stage,
                channels: &letter.channels,
                amount: letter.announced_costs,
                until: letter.deadline,
            },
            EventDetails::Skip(skipped) => Self {
                word: &skipped.stage,
                ..empty
            },
            EventDetails::Milestone(reached) => Self {
                word: &reached.name,
                ..empty
            },
            EventDetails::Agreed(terms) => Self {
                word: terms.policy.as_deref().unwrap_or_default(),
                ..empty
            },
            EventDetails::Resolve { outcome, conceded } => Self {
                word: outcome.word(),
                amount: conceded.as_deref().copied(),
                ..empty
            },
            EventDetails::Handover(handover) => Self {
                word: handover.to.word(),
                ..empty
            },
            EventDetails::Dispute(dispute) => Self {
                amount: dispute.amount,
                ..empty
            },
            EventDetails::Delivered { amount } => Self {
                amount: amount.as_deref().copied(),
                ..empty
            },
            EventDetails::Promise(promise) => Self {
                amount: promise.amount,
                until: promise.deadline,
                ..empty
            },
            EventDetails::Hold { until } => Self {
                until: *until,
                ..empty
            },
            _ => empty,
        }
    }
}

/// For programs the words of the entry, or what became of a promise; for people the amount and the day as well.
pub fn event_summary_cell(input: ReportInput<'_>, event: &Event, quote: &EntryQuote) -> Cell {
    if event.promise().is_some() {
        return promise_cell(input, event);
    }
    let mut words = event_words(input, event, quote);
    if event.is_bounced_letter() {
        let said = input.language.phrases.detail.bounced;
        words.push((KeyName::Bounced.word(), said.into()));
    }
    let (words, mut told): (Vec<&str>, Vec<&str>) =
        words.iter().map(|(code, said)| (*code, &**said)).unzip();
    let appointment = input.language.phrases.sentence.appointment;
    if event.is_appointment() && !told.contains(&appointment) {
        told.push(appointment);
    }
    let (words, told) = (words.join(", "), told.join(", "));
    let ahead = amount_and_day(input, event);
    let said: Vec<&str> = [told.as_str(), ahead.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    if said.is_empty() {
        return Cell::Empty;
    }
    let said = said.join(", ");
    Cell::word(words, said)
}

/// A stage and its channels, a reason, an outcome: each once, as it is written and as people read it. Words of the user's
/// own stay as they are.
fn event_words<'e>(
    input: ReportInput<'_>,
    event: &'e Event,
    quote: &'e EntryQuote,
) -> Vec<(&'e str, Cow<'e, str>)> {
    let columns = EventColumns::from_event(event);
    let say = &input.language.phrases.detail;
    let word = Some(columns.word).filter(|word| !word.is_empty());
    let told = match &event.details {
        EventDetails::Resolve { outcome, .. } => (say.dispute_outcome)(*outcome).into(),
        EventDetails::Handover(handover) => (say.recipient)(handover.to).into(),
        EventDetails::Sent(_) | EventDetails::Skip(_) => {
            let letter = stage_of_sent_letter(input.day, event);
            labels::stage_label(letter.unwrap_or(columns.word), input.language).into()
        }
        _ => columns.word.into(),
    };
    let mut words: Vec<(&str, Cow<'_, str>)> = word.map(|word| (word, told)).into_iter().collect();
    let channels = columns.channels.iter();
    words.extend(channels.map(|way| (way.word(), (say.channel)(*way).into())));
    for (key, value) in &quote.details {
        if words.iter().any(|(code, _)| code == value) {
            continue;
        }
        match key.as_str() {
            "reason" => words.push((value, reason_words(input, value))),
            "outcome" => words.push((value, outcome_words(input, event, value))),
            _ => {}
        }
    }
    words
}

fn reason_words<'w>(input: ReportInput<'_>, word: &'w str) -> Cow<'w, str> {
    let label = |reason| reason_label(&input.language.phrases.habit.reason, reason);
    NonPaymentReason::from_word(word).map_or(word.into(), |reason| label(reason).into())
}

/// That nobody was reached, and that a contact is an appointment, is told in the language of the report (SPEC.md 6.15).
fn outcome_words<'w>(input: ReportInput<'_>, event: &Event, word: &'w str) -> Cow<'w, str> {
    let say = &input.language.phrases.sentence;
    match ContactResult::from_outcome(word) {
        ContactResult::NotReached if event.is_failed_contact() => say.nobody_reached.into(),
        ContactResult::Planned if event.is_appointment() => say.appointment.into(),
        _ => appointment_outcome(word)
            .filter(|_| event.is_contact())
            .map_or(word.into(), |became| {
                (say.appointment_outcome)(became).into()
            }),
    }
}

/// From when the version of the policy holds that a customer agreed to; `None` where the policy has no first day.
fn agreed_version(input: ReportInput<'_>, event: &Event) -> Option<String> {
    let journal = input.day.journal;
    let named = event.agreed_terms()?.policy.as_deref();
    let name = named.or_else(|| journal.policy_name(event.customer?))?;
    let version = journal.policy_on(name, event.date)?;
    let from = journal.policies[version].from?;
    let version = (input.language.phrases.overview.show.agreed_version)(from);
    Some(match named {
        Some(_) => version,
        None => format!("{name}, {version}"),
    })
}

/// The amount an entry names, and the day it looks ahead to.
fn amount_and_day(input: ReportInput<'_>, event: &Event) -> String {
    let say = &input.language.phrases.sentence;
    let columns = EventColumns::from_event(event);
    let amount = columns
        .amount
        .map(|amount| input.language.format_money(amount));
    let is_hold = matches!(event.details, EventDetails::Hold { .. });
    let preposition = if is_hold { say.until } else { say.by };
    let until = columns.until.map(preposition);
    let follow_up = event.follow_up.map(say.follow_up);
    let parts: Vec<String> = [amount, until].into_iter().flatten().collect();
    let ahead = (!parts.is_empty()).then(|| parts.join(" "));
    let commission = event.handover().and_then(|given| given.commission);
    let commission = commission.map(|agreed| {
        let agreed = match agreed {
            Commission::Share(share) => input.language.format_rate(share),
            Commission::Amount(amount) => input.language.format_money(amount),
        };
        (input.language.phrases.overview.show.commission)(&agreed)
    });
    let version = agreed_version(input, event);
    let parts = [ahead, commission, version, follow_up].into_iter();
    let parts: Vec<String> = parts.flatten().collect();
    parts.join(", ")
}

/// What else a contact says, for people: with whom, whether the story checked out, whether the customer is content, and
/// what it cost.
pub fn particulars_cell(input: ReportInput<'_>, event: &Event, quote: &EntryQuote) -> Cell {
    let say = &input.language.phrases.overview.show;
    let with = quote.values(KeyName::With).next().map(say.with);
    let verified = event.contact.verified.map(say.verified);
    let satisfied = event.contact.satisfied.map(say.satisfied);
    let extra = event.extra.as_deref();
    let cost = extra.and_then(|extra| extra.cost);
    let cost = cost.map(|cost| (say.cost)(&input.language.format_money(cost)));
    let minutes = extra.map_or(0, |extra| extra.minutes);
    let spent = (minutes > 0).then(|| (say.spent)(minutes));
    let answers = [verified, satisfied].map(|it| it.map(str::to_owned));
    let parts = std::iter::once(with).chain(answers).chain([cost, spent]);
    let parts: Vec<String> = parts.flatten().collect();
    if parts.is_empty() {
        return Cell::Empty;
    }
    Cell::word("", parts.join(", "))
}

fn promise_cell(input: ReportInput<'_>, event: &Event) -> Cell {
    let say = &input.language.phrases.sentence;
    let (outcome, received) = input.day.ladder_rules().promise_outcome(event);
    let (code, became) = match outcome {
        PromiseOutcome::Kept(_) => ("kept", say.promise_kept),
        PromiseOutcome::Broken(_) => ("broken", say.promise_broken),
        PromiseOutcome::Running(_) => ("running", say.promise_open),
    };
    let mut said = amount_and_day(input, event);
    if !said.is_empty() {
        said.push_str(", ");
    }
    said.push_str(became);
    let promised = event.promise();
    let promised = promised.and_then(|made| Some((made.amount?, made.deadline?)));
    if let (Some((amount, until)), true) = (promised, input.options.explain) {
        let day = until.min(input.day.as_of());
        let came = if received.is_positive() {
            let received = Money::new(received, amount.currency);
            (say.received)(&input.language.format_money(received), day)
        } else {
            (say.nothing_received)(day)
        };
        said = format!("{said} ({came})");
    }
    Cell::word(code, said)
}
