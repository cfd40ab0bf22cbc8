//! Entries that move no money: letters, calls, promises, plans, disputes, holds.

use super::contact_details::{ContactDetails, NonPaymentReason};
use super::event_details::{
    AgreedTerms, Commission, DisputeOutcome, EventDetails, EventExtra, Handover, HandoverRecipient,
    InvoiceDispute, PaymentPlan, PlanInstalment, PromiseToPay, SentLetter, SkippedStage,
};
use super::model::{Event, InvoiceIx};
use super::resolve::Resolver;
use crate::syntax::entry::{Amount, Argument, Detail, Entry, Text, Value};
use crate::syntax::kinds::MISSING_ARGUMENT;
use crate::text::diagnostic::Sink;
use crate::text::span::Span;
use crate::value::calendar::Duration;
use crate::value::channel::Channel;
use crate::value::money::Money;
use chrono::NaiveDate;

/// Takes down an event.
pub fn resolve(
    resolver: &mut Resolver,
    entry: &Entry,
    date: NaiveDate,
    text: Text<'_>,
    sink: &mut Sink,
) {
    let Some(details) = read_details(entry, text) else {
        return;
    };
    let customer = resolver.header_customer(entry, text);
    let (invoice, further) = resolver.header_invoices(entry, text, customer);
    let is_note = matches!(details, EventDetails::Note);
    if !is_note && customer.is_none() && invoice.is_none() {
        let end = Span::new(entry.keyword.end, entry.keyword.end);
        sink.push(
            MISSING_ARGUMENT
                .at(
                    end,
                    format!(
                        "expected a customer or an invoice in `{}`, found none",
                        entry.directive.word
                    ),
                )
                .help("say whom or what it is about: `@jansen` or `#2026-001`"),
        );
        return;
    }
    if let Some(policy) = entry.clause("policy") {
        resolver
            .mentions
            .policy(text.slice(policy.span), policy.span);
    }
    resolver.journal.events.push(Event {
        date,
        customer,
        invoice,
        origin: entry.span.origin(),
        follow_up: entry.detail_date("follow-up"),
        contact: read_contact(entry),
        details,
        extra: read_extra(entry, further),
    });
}

/// What the entry says, by its keyword; `None` where it is no event. What its keyword requires stands in every entry
/// that gets here.
fn read_details(entry: &Entry, text: Text<'_>) -> Option<EventDetails> {
    let name = || Some(text.slice(entry.word()?.span).into());
    Some(match entry.directive.word {
        "phone" => EventDetails::Contact(Channel::Phone),
        "email" => EventDetails::Contact(Channel::Email),
        "letter" => EventDetails::Contact(Channel::Post),
        "visit" => EventDetails::Contact(Channel::Visit),
        "chat" => EventDetails::Contact(Channel::Chat),
        "note" => EventDetails::Note,
        "agreed" => EventDetails::Agreed(Box::new(AgreedTerms {
            policy: entry
                .clause("policy")
                .map(|policy| text.slice(policy.span).into()),
        })),
        "dispute" => EventDetails::Dispute(Box::new(InvoiceDispute {
            amount: entry.amount().map(|amount| money(amount.node)),
        })),
        "resolve" => EventDetails::Resolve {
            outcome: DisputeOutcome::from_word(word(entry.word()?)?)?,
        },
        "hold" => EventDetails::Hold {
            until: entry.clause_date("until"),
        },
        "release" => EventDetails::Release,
        "promise" => EventDetails::Promise(Box::new(PromiseToPay {
            amount: entry.amount().map(|amount| money(amount.node)),
            by: entry.clause_date("by"),
        })),
        "plan" => EventDetails::Plan(Box::new(PaymentPlan {
            instalments: read_instalments(entry),
            accelerate: is_yes(entry, "accelerate"),
        })),
        "insolvent" => EventDetails::Insolvent,
        "sent" => EventDetails::Sent(Box::new(SentLetter {
            stage: name()?,
            channels: read_channels(entry),
            received: entry.detail_date("received"),
            deadline: entry.detail_date("deadline"),
            announced_costs: detail_money(entry, "costs"),
            bounced: is_yes(entry, "bounced"),
        })),
        "skip" => EventDetails::Skip(Box::new(SkippedStage { stage: name()? })),
        "handover" => EventDetails::Handover(Box::new(Handover {
            to: HandoverRecipient::from_word(word(entry.clause("to")?)?)?,
            commission: entry.detail_value("commission").and_then(commission),
        })),
        "return" => EventDetails::Return,
        _ => return None,
    })
}

fn read_channels(entry: &Entry) -> Box<[Channel]> {
    let named = entry
        .header_arguments()
        .iter()
        .filter(|argument| argument.clause == Some("via"));
    named
        .filter_map(|argument| Channel::from_word(word(argument)?))
        .collect()
}

fn read_instalments(entry: &Entry) -> Box<[PlanInstalment]> {
    let instalment = |detail: &Detail| {
        let arguments = entry.arguments_of(detail);
        Some(PlanInstalment {
            amount: money(arguments.first()?.value.amount()?),
            due: arguments.iter().find_map(|term| term.value.date())?,
        })
    };
    entry.details("due").filter_map(instalment).collect()
}

fn commission(argument: &Argument) -> Option<Commission> {
    match argument.value {
        Value::Share(share) => Some(Commission::Share(share)),
        Value::Amount(amount) => Some(Commission::Amount(money(amount))),
        _ => None,
    }
}

/// What the details of an entry say about the talk.
fn read_contact(entry: &Entry) -> ContactDetails {
    let mut contact = ContactDetails::default();
    for detail in &entry.details {
        let Some(word) = entry.arguments_of(detail).first().and_then(word) else {
            continue;
        };
        match detail.key.word() {
            "reason" => contact.reason = NonPaymentReason::from_word(word),
            "verified" => contact.verified = Some(word == "yes"),
            "satisfied" => contact.satisfied = Some(word == "yes"),
            "direction" => contact.inbound = Some(word == "in"),
            _ => {}
        }
    }
    contact
}

/// What few entries have; `None` for the many that have nothing of it.
fn read_extra(entry: &Entry, further: Vec<InvoiceIx>) -> Option<Box<EventExtra>> {
    let spent = entry
        .detail_value("spent")
        .and_then(|argument| argument.value.duration());
    let extra = EventExtra {
        further_invoices: further.into_boxed_slice(),
        minutes: match spent {
            Some(Duration::Minutes(minutes)) => minutes,
            Some(Duration::Days(_) | Duration::Months(_)) | None => 0,
        },
        cost: detail_money(entry, "cost"),
    };
    (extra != EventExtra::default()).then(|| Box::new(extra))
}

/// Whether the detail with a key says `yes`.
fn is_yes(entry: &Entry, key: &'static str) -> bool {
    entry.detail_value(key).and_then(word) == Some("yes")
}

fn detail_money(entry: &Entry, key: &'static str) -> Option<Money> {
    let amount = entry.detail_value(key)?.value.amount()?;
    Some(money(amount))
}

/// The word of a closed list that an argument is.
const fn word(argument: &Argument) -> Option<&'static str> {
    match argument.value {
        Value::Word(word) => Some(word),
        _ => None,
    }
}

fn money(amount: Amount) -> Money {
    Money::new(amount.minor.into(), amount.currency)
}

#[cfg(test)]
mod tests {
    use super::{Channel, DisputeOutcome, HandoverRecipient, NonPaymentReason};
    use crate::syntax::directive::DIRECTIVES;
    use crate::syntax::grammar::{Form, KeyValue, Slot};
    use crate::value::channel::Exclusion;

    /// The words that the language allows in the header of a keyword, or behind one of its keys.
    fn words(keyword: &str, key: Option<&str>, clause: Option<&str>) -> Vec<&'static str> {
        let directive = DIRECTIVES.iter().find(|it| it.word == keyword);
        let directive = directive.expect("a keyword");
        let slots: &[Slot] = match key {
            None => directive.slots,
            Some(key) => match directive.keys.iter().find(|it| it.word == key) {
                Some(key) => match key.value {
                    KeyValue::Slots(slots) => slots,
                    _ => &[],
                },
                None => &[],
            },
        };
        let slots = slots.iter().filter(|slot| slot.clause == clause);
        let forms = slots.flat_map(|slot| slot.forms);
        let lists = forms.map(|form| match form {
            Form::Word(list) | Form::List(list) => *list,
            _ => &[],
        });
        lists.flatten().copied().collect()
    }

    #[test]
    fn the_language_allows_the_words_of_the_enums_and_no_other() {
        let channels: Vec<&str> = Channel::ALL.iter().map(|it| it.word()).collect();
        assert_eq!(words("sent", None, Some("via")), channels);
        assert_eq!(words("policy", Some("stage"), Some("via")), channels);
        let outcomes: Vec<&str> = DisputeOutcome::ALL.iter().map(|it| it.word()).collect();
        assert_eq!(words("resolve", None, None), outcomes);
        let recipients: Vec<&str> = HandoverRecipient::ALL.iter().map(|it| it.word()).collect();
        assert_eq!(words("handover", None, Some("to")), recipients);
        let reasons: Vec<&str> = NonPaymentReason::ALL.iter().map(|it| it.word()).collect();
        assert_eq!(words("phone", Some("reason"), None), reasons);
        let excluded = words("customer", Some("no"), None);
        assert_eq!(excluded.len(), channels.len() + 1);
        assert!(excluded.iter().all(|it| Exclusion::from_word(it).is_some()));
    }
}
