//! Entries that move no money: letters, calls, promises, plans, disputes, holds.

use super::contact_details::ContactDetails;
use super::contact_result::ContactResult;
use super::event_details::{
    AgreedTerms, Commission, EventDetails, Handover, InvoiceDispute, Milestone, PaymentPlan,
    PlanInstalment, PromiseToPay, SentLetter, Settlement, SkippedStage,
};
use super::missing_party::missing_party;
use super::model::EventExtra;
use super::model::{Event, InvoiceIx, MovementKind};
use super::resolver::Resolver;
use crate::syntax::directive::agreed::AgreedEntry;
use crate::syntax::directive::contact::ContactEntry;
use crate::syntax::directive::delivered::DeliveryEntry;
use crate::syntax::directive::dispute::DisputeEntry;
use crate::syntax::directive::handover::{CommissionTerms, HandoverEntry};
use crate::syntax::directive::hold::HoldEntry;
use crate::syntax::directive::insolvent::InsolventEntry;
use crate::syntax::directive::invoices_entry::InvoicesEntry;
use crate::syntax::directive::milestone::MilestoneEntry;
use crate::syntax::directive::plan::PlanEntry;
use crate::syntax::directive::promise::PromiseEntry;
use crate::syntax::directive::resolve::ResolveEntry;
use crate::syntax::directive::sent::SentEntry;
use crate::syntax::directive::skip::SkipEntry;
use crate::syntax::entry_fields::{EntryFields, Id, InvoiceIds};
use crate::text::diagnostic::Sink;
use crate::text::span::Origin;
use crate::value::calendar::Duration;
use crate::value::channel::Channel;
use crate::value::key_name::KeyName;
use crate::value::money::Money;
use crate::value::vocabulary::{Direction, VatReturn};
use chrono::NaiveDate;

/// An entry that moves no money, before its names are resolved.
pub struct EventNode<'t> {
    invoices: InvoiceIds<'t>,
    customer: Option<Id<'t>>,
    follow_up: Option<NaiveDate>,
    contact: ContactDetails,
    details: EventDetails,
}

/// Resolves the names of an event and adds it to the journal.
pub fn resolve<'t>(
    resolver: &mut Resolver,
    fields: EntryFields<'_, 't>,
    node: impl Into<EventNode<'t>>,
    date: NaiveDate,
    sink: &mut Sink,
) {
    let node = node.into();
    let customer = node.customer.map(|id| resolver.mention_customer(id));
    let (invoice, further) = resolver.mention_invoices(&node.invoices, customer);
    let is_note = matches!(node.details, EventDetails::Note);
    if !is_note && customer.is_none() && invoice.is_none() {
        sink.push(missing_party(
            fields,
            "a customer or an invoice",
            "say whom or what it is about: `@jansen` or `#2026-001`",
        ));
        sink.unreadable.figures = true;
        return;
    }
    let extra = read_extra(fields, further);
    if invoice.is_none() && extra.as_ref().is_some_and(|it| it.vat_return.is_some()) {
        sink.push(missing_party(
            fields,
            "an invoice",
            "say whose VAT it was: `#2026-001`",
        ));
        return;
    }
    resolver.journal.events.push(Event {
        date,
        customer,
        invoice,
        origin: fields.entry.span.origin(),
        follow_up: node.follow_up,
        contact: node.contact,
        details: node.details,
        extra,
    });
}

/// A settlement that moves money once it is reached is an arrangement until then: what was read last, where it is one.
pub fn add_settlement(resolver: &mut Resolver, origin: Origin) {
    let last = resolver.journal.movements.as_slice().last();
    let Some(movement) = last.filter(|it| it.origin == origin && it.kind == MovementKind::Settle)
    else {
        return;
    };
    let Some(by) = movement.settlement_deadline() else {
        return;
    };
    let amount = Money::new(movement.minor(), movement.currency);
    let event = Event {
        date: movement.date,
        customer: movement.customer,
        invoice: movement.invoice,
        origin,
        follow_up: None,
        contact: ContactDetails::default(),
        details: EventDetails::Settle(Box::new(Settlement { amount, by })),
        extra: None,
    };
    resolver.journal.events.push(event);
}

/// What few entries have; `None` for the many that have nothing of it.
fn read_extra(fields: EntryFields<'_, '_>, further: Vec<InvoiceIx>) -> Option<Box<EventExtra>> {
    if further.is_empty() && fields.entry.details.is_empty() {
        return None;
    }
    let mut extra = EventExtra {
        further_invoices: further.into_boxed_slice(),
        ..EventExtra::default()
    };
    for detail in &fields.entry.details {
        let value = || fields.arguments_of(detail).first().map(|it| it.value);
        match detail.key.name() {
            Some(KeyName::Spent) => {
                let spent = value().and_then(|value| value.duration());
                if let Some(Duration::Minutes(minutes)) = spent {
                    extra.minutes = minutes;
                }
            }
            Some(KeyName::Cost) => {
                extra.cost = value().and_then(|value| value.amount()).map(Money::from);
            }
            Some(KeyName::Owner) => {
                extra.owner = Some(fields.words(detail.value).node.into());
            }
            Some(KeyName::Vat) => {
                let word = value().and_then(|value| value.word());
                extra.vat_return = word.and_then(VatReturn::from_word);
            }
            _ => {}
        }
    }
    (extra != EventExtra::default()).then(|| Box::new(extra))
}

impl<'t> EventNode<'t> {
    /// An entry that names invoices and a customer, and says one thing of them.
    fn new(
        invoices: InvoiceIds<'t>,
        customer: Option<Id<'t>>,
        follow_up: Option<NaiveDate>,
        details: EventDetails,
    ) -> Self {
        Self {
            invoices,
            customer,
            follow_up,
            contact: ContactDetails::default(),
            details,
        }
    }

    /// A contact outside the stages.
    #[inline]
    pub fn from_contact(channel: Channel, node: ContactEntry<'t>) -> Self {
        let result = node
            .outcome
            .map(|word| ContactResult::from_outcome(word.node));
        let details = EventDetails::Contact(channel, result.unwrap_or_default());
        Self::from_contact_entry(details, node)
    }

    /// An event of which only the invoices are written: a hold or a plan ends, a hand-over is taken back.
    pub fn about_invoices(details: EventDetails, node: InvoicesEntry<'t>) -> Self {
        Self::new(node.invoices, node.customer, None, details)
    }

    /// A note.
    pub fn from_note(node: ContactEntry<'t>) -> Self {
        Self::from_contact_entry(EventDetails::Note, node)
    }

    #[inline]
    fn from_contact_entry(details: EventDetails, node: ContactEntry<'t>) -> Self {
        let contact = ContactDetails {
            reason: node.reason,
            verified: node.verified,
            satisfied: node.satisfied,
            inbound: node.direction.map(|direction| direction == Direction::In),
        };
        Self {
            contact,
            ..Self::new(node.invoices, node.customer, node.follow_up, details)
        }
    }
}

impl<'t> From<AgreedEntry<'t>> for EventNode<'t> {
    fn from(node: AgreedEntry<'t>) -> Self {
        let details = EventDetails::Agreed(Box::new(AgreedTerms {
            policy: node.policy.map(|name| name.node.into()),
        }));
        Self::new(InvoiceIds::default(), Some(node.customer), None, details)
    }
}

impl<'t> From<DeliveryEntry<'t>> for EventNode<'t> {
    fn from(node: DeliveryEntry<'t>) -> Self {
        let amount = node.amount.map(|amount| Box::new(Money::from(amount)));
        let details = EventDetails::Delivered { amount };
        Self::new(InvoiceIds::default(), Some(node.customer), None, details)
    }
}

impl<'t> From<DisputeEntry<'t>> for EventNode<'t> {
    fn from(node: DisputeEntry<'t>) -> Self {
        let details = EventDetails::Dispute(Box::new(InvoiceDispute {
            amount: node.amount.map(|amount| Money::from(amount.node)),
        }));
        let invoices = InvoiceIds::one(node.invoice);
        Self::new(invoices, node.customer, node.follow_up, details)
    }
}

impl<'t> From<ResolveEntry<'t>> for EventNode<'t> {
    fn from(node: ResolveEntry<'t>) -> Self {
        let details = EventDetails::Resolve {
            outcome: node.outcome,
            conceded: node.amount.map(|amount| Box::new(Money::from(amount.node))),
        };
        Self::new(InvoiceIds::one(node.invoice), node.customer, None, details)
    }
}

impl<'t> From<HoldEntry<'t>> for EventNode<'t> {
    fn from(node: HoldEntry<'t>) -> Self {
        let details = EventDetails::Hold { until: node.until };
        Self::new(node.invoices, node.customer, node.follow_up, details)
    }
}

impl<'t> From<PromiseEntry<'t>> for EventNode<'t> {
    fn from(node: PromiseEntry<'t>) -> Self {
        let details = EventDetails::Promise(Box::new(PromiseToPay {
            amount: node.amount.map(|amount| Money::from(amount.node)),
            deadline: node.by,
        }));
        Self::new(node.invoices, node.customer, node.follow_up, details)
    }
}

impl<'t> From<PlanEntry<'t>> for EventNode<'t> {
    fn from(node: PlanEntry<'t>) -> Self {
        let instalments = node.terms.iter().flat_map(|terms| {
            terms.days().map(|due| PlanInstalment {
                amount: Money::from(terms.amount),
                due,
            })
        });
        let details = EventDetails::Plan(Box::new(PaymentPlan {
            instalments: instalments.collect(),
            signed: node.signed,
            accelerate: node.accelerate == Some(true),
        }));
        Self::new(node.invoices, node.customer, node.follow_up, details)
    }
}

impl<'t> From<MilestoneEntry<'t>> for EventNode<'t> {
    fn from(node: MilestoneEntry<'t>) -> Self {
        let name = node.name.node.into();
        let details = EventDetails::Milestone(Box::new(Milestone { name }));
        Self::new(node.invoices, node.customer, None, details)
    }
}

impl<'t> From<InsolventEntry<'t>> for EventNode<'t> {
    fn from(node: InsolventEntry<'t>) -> Self {
        let invoices = InvoiceIds::default();
        let details = EventDetails::Insolvent;
        Self::new(invoices, Some(node.customer), node.follow_up, details)
    }
}

impl<'t> From<SentEntry<'t>> for EventNode<'t> {
    fn from(node: SentEntry<'t>) -> Self {
        let details = EventDetails::Sent(Box::new(SentLetter {
            stage: node.stage.node.into(),
            channels: node.channels.into_boxed_slice(),
            received: node.received,
            deadline: node.deadline,
            announced_costs: node.announced_costs.map(|amount| Money::from(amount.node)),
            bounced: node.bounced == Some(true),
        }));
        Self::new(node.invoices, node.customer, node.follow_up, details)
    }
}

impl<'t> From<SkipEntry<'t>> for EventNode<'t> {
    fn from(node: SkipEntry<'t>) -> Self {
        let details = EventDetails::Skip(Box::new(SkippedStage {
            stage: node.stage.node.into(),
        }));
        Self::new(node.invoices, node.customer, None, details)
    }
}

impl<'t> From<HandoverEntry<'t>> for EventNode<'t> {
    fn from(node: HandoverEntry<'t>) -> Self {
        let commission = node.commission.map(|terms| match terms {
            CommissionTerms::Share(share) => Commission::Share(share),
            CommissionTerms::Amount(amount) => Commission::Amount(Money::from(amount)),
        });
        let details = EventDetails::Handover(Box::new(Handover {
            to: node.to,
            commission,
        }));
        Self::new(node.invoices, node.customer, None, details)
    }
}
