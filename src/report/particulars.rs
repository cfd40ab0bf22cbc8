//! The particulars of a letter, a call or an arrangement: a stage, an outcome, an amount, a day.

use super::scope::Scope;
use crate::document::Cell;
use crate::dunning::arrangement::Fate;
use crate::dunning::standing::Steps;
use crate::journal::archive::Quote;
use crate::journal::model::{Event, EventKind};
use crate::value::money::Money;

/// For programs the words of the entry, or what became of a promise; for people the amount and the day as well.
pub fn of(scope: Scope<'_>, steps: &Steps<'_>, event: &Event, quote: &Quote) -> Cell {
    if event.kind == EventKind::Promise {
        return promise(scope, steps, event);
    }
    let words = words(event, quote).join(", ");
    let ahead = ahead(scope, event);
    let said: Vec<&str> = [words.as_str(), ahead.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    if said.is_empty() {
        return Cell::Empty;
    }
    let said = said.join(", ");
    Cell::word(words, said)
}

/// A stage and its channels, a reason, an outcome: each once.
fn words<'e>(event: &'e Event, quote: &'e Quote) -> Vec<&'e str> {
    let more = event.more.as_deref();
    let word = more.and_then(|more| more.word.as_deref());
    let channels = more.map_or(&[][..], |more| more.channels.as_slice());
    let mut words: Vec<&str> = word
        .into_iter()
        .chain(channels.iter().map(|channel| channel.word()))
        .collect();
    for (key, value) in &quote.details {
        let tells = matches!(key.as_str(), "reason" | "outcome");
        if tells && !words.contains(&value.as_str()) {
            words.push(value);
        }
    }
    words
}

/// The amount an entry names, and the day it looks ahead to.
fn ahead(scope: Scope<'_>, event: &Event) -> String {
    let say = &scope.language.say.sentence;
    let more = event.more.as_deref();
    let amount = more.and_then(|more| more.amount);
    let amount = amount.map(|amount| scope.language.money(amount));
    let until = more.and_then(|more| more.until);
    let until = until.map(|day| match event.kind {
        EventKind::Hold => (say.until)(day),
        _ => (say.by)(day),
    });
    let follow_up = event.follow_up.map(say.follow_up);
    let parts: Vec<String> = [amount, until].into_iter().flatten().collect();
    let ahead = (!parts.is_empty()).then(|| parts.join(" "));
    let parts: Vec<String> = [ahead, follow_up].into_iter().flatten().collect();
    parts.join(", ")
}

fn promise(scope: Scope<'_>, steps: &Steps<'_>, event: &Event) -> Cell {
    let say = &scope.language.say.sentence;
    let (fate, received) = steps.promise(event);
    let (code, became) = match fate {
        Fate::Kept(_) => ("kept", say.promise_kept),
        Fate::Broken(_) => ("broken", say.promise_broken),
        Fate::Running(_) => ("running", say.promise_open),
    };
    let mut said = ahead(scope, event);
    if !said.is_empty() {
        said.push_str(", ");
    }
    said.push_str(became);
    let more = event.more.as_ref();
    let promised = more.and_then(|more| Some((more.amount?, more.until?)));
    if let (Some((amount, until)), true) = (promised, scope.ask.explain) {
        let day = until.min(scope.ledger.as_of.0);
        let came = if received.is_positive() {
            let received = Money::new(received, amount.currency);
            (say.received)(&scope.language.money(received), day)
        } else {
            (say.none_received)(day)
        };
        said = format!("{said} ({came})");
    }
    Cell::word(code, said)
}
