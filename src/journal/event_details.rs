//! What an event says beside its day, its customer and its first invoice: one payload for each kind, and the questions
//! about kinds that other rooms ask, each defined once.

use super::ladder::HANDOVER_STAGE;
use super::model::{Event, InvoiceIx};
use crate::value::channel::Channel;
use crate::value::money::Money;
use crate::value::share::Share;
use crate::value::vocabulary::{DisputeOutcome, HandoverRecipient};
use chrono::NaiveDate;

/// What an event says, by its keyword. Payloads of more than a word or a day are boxed: most of a journal's millions of
/// events are letters and plain contacts.
#[derive(Debug)]
pub enum EventDetails {
    /// `phone`, `email`, `letter`, `visit`, `chat`: a contact outside the stages.
    Contact(Channel),
    /// `note`: something to remember.
    Note,
    /// `agreed`: the customer accepted a policy.
    Agreed(Box<AgreedTerms>),
    /// `dispute`: the customer contests an invoice, or a part of it.
    Dispute(Box<InvoiceDispute>),
    /// `resolve`: a dispute ended.
    Resolve {
        /// How it ended.
        outcome: DisputeOutcome,
    },
    /// `hold`: no letters for a while.
    Hold {
        /// The last day of it; `None` where it lasts until a `release`.
        until: Option<NaiveDate>,
    },
    /// `release`: a hold or a plan ends.
    Release,
    /// `promise`: the customer promised to pay.
    Promise(Box<PromiseToPay>),
    /// `plan`: payment in instalments was agreed.
    Plan(Box<PaymentPlan>),
    /// `insolvent`: the customer is insolvent.
    Insolvent,
    /// `sent`: a letter of a stage went out.
    Sent(Box<SentLetter>),
    /// `skip`: a stage is left out, for a reason.
    Skip(Box<SkippedStage>),
    /// `handover`: given to an agency, a lawyer or a court.
    Handover(Box<Handover>),
    /// `return`: taken back from them.
    Return,
}

/// Which policy a customer accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreedTerms {
    /// Its name; `None` where the entry names none, which means the one that holds.
    pub policy: Option<Box<str>>,
}

/// What a customer contests of an invoice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvoiceDispute {
    /// How much of it, above zero; `None`: all of it.
    pub amount: Option<Money>,
}

/// What a customer promised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromiseToPay {
    /// How much, above zero; `None` where no amount is named.
    pub amount: Option<Money>,
    /// The last day on which it is kept; `None` where no day is named.
    pub deadline: Option<NaiveDate>,
}

/// Payment in instalments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentPlan {
    /// Its instalments, in the order written; empty where none could be read.
    pub instalments: Box<[PlanInstalment]>,
    /// `signed:`, whether the customer signed; `None` where nobody says so.
    pub signed: Option<bool>,
    /// `accelerate: yes`: a missed instalment makes the rest due at once.
    pub accelerate: bool,
}

/// One instalment of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanInstalment {
    /// How much, above zero.
    pub amount: Money,
    /// The last day to pay it, before any grace.
    pub due: NaiveDate,
}

/// A letter of a stage that went out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentLetter {
    /// The name of the stage.
    pub stage: Box<str>,
    /// How it went, in the order written; empty where the entry does not say so.
    pub channels: Box<[Channel]>,
    /// `received:`, when the customer had it; `None` where that is not known.
    pub received: Option<NaiveDate>,
    /// `deadline:`, the last day to pay that it names; `None` where it names none.
    pub deadline: Option<NaiveDate>,
    /// `costs:`, the collection costs that it announces; `None` where it announces none.
    pub announced_costs: Option<Money>,
    /// `bounced: yes`: it came back, so that the stage is not done.
    pub bounced: bool,
}

/// A stage that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkippedStage {
    /// Its name.
    pub stage: Box<str>,
}

/// To whom invoices were handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    /// Who collects now.
    pub to: HandoverRecipient,
    /// `commission:`, what they keep of what comes in; `None` where nothing was agreed.
    pub commission: Option<Commission>,
}

/// What somebody who collects keeps of what comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Commission {
    /// A share of it.
    Share(Share),
    /// An amount, whatever comes in.
    Amount(Money),
}

/// What few events of any kind have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventExtra {
    /// Invoices named after the first, in the order written.
    pub further_invoices: Box<[InvoiceIx]>,
    /// `spent:`, the time it took, in minutes; 0 where the key is missing.
    pub minutes: u32,
    /// `cost:`, what it cost beside time; `None` where the key is missing.
    pub cost: Option<Money>,
}

/// The kind of an event without what it says. The order is that inside a day (SPEC.md 7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EventKind {
    /// The customer accepted a policy.
    Agreed,
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
            EventDetails::Contact(Channel::Phone) => EventKind::Phone,
            EventDetails::Contact(Channel::Email) => EventKind::Email,
            EventDetails::Contact(Channel::Post) => EventKind::Letter,
            EventDetails::Contact(Channel::Visit) => EventKind::Visit,
            EventDetails::Contact(Channel::Chat) => EventKind::Chat,
            EventDetails::Note => EventKind::Note,
            EventDetails::Agreed(_) => EventKind::Agreed,
            EventDetails::Dispute(_) => EventKind::Dispute,
            EventDetails::Resolve { .. } => EventKind::Resolve,
            EventDetails::Hold { .. } => EventKind::Hold,
            EventDetails::Release => EventKind::Release,
            EventDetails::Promise(_) => EventKind::Promise,
            EventDetails::Plan(_) => EventKind::Plan,
            EventDetails::Insolvent => EventKind::Insolvent,
            EventDetails::Sent(_) => EventKind::Sent,
            EventDetails::Skip(_) => EventKind::Skip,
            EventDetails::Handover(_) => EventKind::Handover,
            EventDetails::Return => EventKind::Return,
        }
    }

    /// Every invoice it names, in the order written.
    pub fn invoices(&self) -> impl Iterator<Item = InvoiceIx> + '_ {
        let extra = self.extra.iter();
        let further = extra.flat_map(|extra| extra.further_invoices.iter().copied());
        self.invoice.into_iter().chain(further)
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

    /// The hand-over, where it is one.
    pub const fn handover(&self) -> Option<&Handover> {
        if let EventDetails::Handover(handover) = &self.details {
            Some(handover)
        } else {
            None
        }
    }

    /// The amount that a dispute is about; `None` where it is about the whole invoice, or this is no dispute.
    pub const fn disputed_amount(&self) -> Option<Money> {
        if let EventDetails::Dispute(dispute) = &self.details {
            dispute.amount
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

    /// The stage that a `sent` or a `skip` names.
    pub fn named_stage(&self) -> Option<&str> {
        match &self.details {
            EventDetails::Sent(letter) => Some(&letter.stage),
            EventDetails::Skip(skipped) => Some(&skipped.stage),
            EventDetails::Contact(_)
            | EventDetails::Note
            | EventDetails::Agreed(_)
            | EventDetails::Dispute(_)
            | EventDetails::Resolve { .. }
            | EventDetails::Hold { .. }
            | EventDetails::Release
            | EventDetails::Promise(_)
            | EventDetails::Plan(_)
            | EventDetails::Insolvent
            | EventDetails::Handover(_)
            | EventDetails::Return => None,
        }
    }

    /// The stage that it completes: the one it names, unless the letter came back; for a hand-over the last one.
    pub fn completed_stage(&self) -> Option<&str> {
        if self.handover().is_some() {
            return Some(HANDOVER_STAGE);
        }
        self.named_stage().filter(|_| !self.is_bounced_letter())
    }

    /// Whether it is a contact outside the stages.
    pub const fn is_contact(&self) -> bool {
        matches!(self.details, EventDetails::Contact(_))
    }

    /// Whether it is a contact outside the stages, or a note: what is written when somebody looked at a customer again.
    pub const fn is_contact_or_note(&self) -> bool {
        matches!(self.details, EventDetails::Contact(_) | EventDetails::Note)
    }

    /// Whether somebody spoke with the customer: a call or a visit.
    pub const fn is_spoken_contact(&self) -> bool {
        matches!(
            self.details,
            EventDetails::Contact(Channel::Phone | Channel::Visit)
        )
    }

    /// Whether it is a letter of a stage that came back.
    pub const fn is_bounced_letter(&self) -> bool {
        matches!(&self.details, EventDetails::Sent(letter) if letter.bounced)
    }

    /// Whether it is a letter of a stage that did not come back.
    pub const fn is_delivered_letter(&self) -> bool {
        matches!(&self.details, EventDetails::Sent(letter) if !letter.bounced)
    }

    /// Whether it reached the customer: a letter of a stage that did not come back, or a contact.
    pub const fn has_reached_customer(&self) -> bool {
        self.is_delivered_letter() || self.is_contact()
    }

    /// Whether it belongs in a list of what was tried to get paid: what reached the customer, or a promise.
    pub const fn is_collection_attempt(&self) -> bool {
        self.has_reached_customer() || self.promise().is_some()
    }

    /// Whether something went out in writing that may be kept as a file: a letter of a stage, a mail, another letter.
    pub const fn is_written_message(&self) -> bool {
        matches!(
            self.details,
            EventDetails::Sent(_) | EventDetails::Contact(Channel::Email | Channel::Post)
        )
    }

    /// Whether it is a promise or a plan.
    pub const fn is_arrangement(&self) -> bool {
        matches!(
            self.details,
            EventDetails::Promise(_) | EventDetails::Plan(_)
        )
    }

    /// Whether it is a step of collecting oneself, which is left to others after a hand-over.
    pub const fn is_own_collection(&self) -> bool {
        matches!(
            self.details,
            EventDetails::Sent(_)
                | EventDetails::Skip(_)
                | EventDetails::Promise(_)
                | EventDetails::Plan(_)
                | EventDetails::Contact(_)
        )
    }

    /// Whether it is the end of a dispute in which the customer was right.
    pub const fn is_upheld_dispute(&self) -> bool {
        matches!(
            self.details,
            EventDetails::Resolve {
                outcome: DisputeOutcome::Upheld
            }
        )
    }

    /// Whether it holds letters, or ends a hold.
    pub const fn is_hold_or_end(&self) -> bool {
        match &self.details {
            EventDetails::Dispute(_)
            | EventDetails::Resolve { .. }
            | EventDetails::Promise(_)
            | EventDetails::Plan(_)
            | EventDetails::Hold { .. }
            | EventDetails::Release
            | EventDetails::Handover(_)
            | EventDetails::Return
            | EventDetails::Insolvent => true,
            EventDetails::Contact(_)
            | EventDetails::Note
            | EventDetails::Agreed(_)
            | EventDetails::Sent(_)
            | EventDetails::Skip(_) => false,
        }
    }

    /// Whether it bears on where an invoice stands in its ladder: what holds, completes or skips a stage, and calls,
    /// for which some stages ask.
    pub const fn is_dunning_event(&self) -> bool {
        match self.details {
            EventDetails::Contact(Channel::Phone)
            | EventDetails::Sent(_)
            | EventDetails::Skip(_)
            | EventDetails::Dispute(_)
            | EventDetails::Resolve { .. }
            | EventDetails::Hold { .. }
            | EventDetails::Release
            | EventDetails::Promise(_)
            | EventDetails::Plan(_)
            | EventDetails::Insolvent
            | EventDetails::Handover(_)
            | EventDetails::Return => true,
            EventDetails::Contact(
                Channel::Email | Channel::Post | Channel::Visit | Channel::Chat,
            )
            | EventDetails::Note
            | EventDetails::Agreed(_) => false,
        }
    }
}

/// A journal has up to millions of events, and most say nothing that is boxed.
const _: () = assert!(size_of::<Event>() <= 48, "an event grew");
