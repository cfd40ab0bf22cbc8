//! `policy NAME` and its keys.

use super::kinds;
use super::ladder::{CostTerms, InterestTerms, Stage, Threshold};
use super::model::{Policy, Unreferenced};
use super::resolve::Resolver;
use crate::syntax::directive::DIRECTIVES;
use crate::syntax::directive::declaration::CHANNELS;
use crate::syntax::entry::{Amount, Argument, Entry, State, Text, Value};
use crate::syntax::kinds::{BAD_VALUE, MISSING_ARGUMENT};
use crate::text::diagnostic::Sink;
use crate::text::span::Span;
use crate::value::calendar::Duration;
use crate::value::money::Money;
use crate::value::share::Share;
use std::collections::btree_map::Entry::{Occupied, Vacant};

/// Takes down one version of a policy.
pub fn resolve(resolver: &mut Resolver, entry: &Entry, text: Text<'_>, sink: &mut Sink) {
    let Some(name) = entry.word().map(|argument| argument.span) else {
        return;
    };
    require_yearly(entry, sink);
    refuse_reserved(entry, name, text, sink);
    let policy = read(entry, text, text.slice(name));
    match resolver.policies.entry((policy.name.clone(), policy.from)) {
        Occupied(twin) => {
            let first = twin.get().origin.unwrap_or_else(|| entry.span.origin());
            let first = Span::new(first.0, first.0.saturating_add(6));
            sink.push(
                kinds::DUPLICATE_DECLARATION
                    .at(
                        name,
                        format!(
                            "expected one version of `{}` a day, found another",
                            policy.name
                        ),
                    )
                    .related(first, "first declared here")
                    .help("give one of the two another `from`"),
            );
        }
        Vacant(place) => {
            resolver.journal.documents |= !policy.documents.is_empty();
            place.insert(policy);
        }
    }
}

fn read(entry: &Entry, text: Text<'_>, name: &str) -> Policy {
    let own = |key| entry.detail_value(key).map(|argument| argument.value);
    let time = |key| own(key).and_then(|value| value.duration());
    let sum = |key| own(key).and_then(|value| value.amount()).map(money);
    let unreferenced = match own("unreferenced") {
        Some(Value::Word("oldest")) => Unreferenced::Oldest,
        _ => Unreferenced::Hold,
    };
    let stages = entry
        .details("stage")
        .filter_map(|detail| stage(entry.arguments_of(detail), text));
    let documents = entry.details("document");
    let documents = documents.map(|detail| text.slice(detail.value).into());
    Policy {
        name: name.into(),
        from: entry.clause_date("from"),
        terms: time("terms"),
        discount: discount(entry),
        unreferenced,
        interest: interest(own("interest")),
        costs: costs(own("costs")),
        stages: stages.collect(),
        bank_buffer: time("bank-buffer"),
        bank_stale: time("bank-stale"),
        minimum: sum("minimum"),
        tolerance: sum("tolerance"),
        plan_grace: time("plan-grace"),
        restart_gap: time("restart-gap"),
        workdays: own("workdays") == Some(Value::Word("yes")),
        documents: documents.collect(),
        incomplete: entry.state == State::DetailMissing,
        origin: Some(entry.span.origin()),
    }
}

fn interest(written: Option<Value>) -> InterestTerms {
    match written {
        Some(Value::Share(share)) => InterestTerms::Yearly(share),
        Some(Value::Word("none")) => InterestTerms::None,
        _ => InterestTerms::Statutory,
    }
}

fn costs(written: Option<Value>) -> CostTerms {
    match written {
        Some(Value::Amount(amount)) => CostTerms::Fixed(money(amount)),
        Some(Value::Word("none")) => CostTerms::None,
        _ => CostTerms::Statutory,
    }
}

fn money(amount: Amount) -> Money {
    Money::new(amount.minor.into(), amount.currency)
}

fn stage(arguments: &[Argument], text: Text<'_>) -> Option<Stage> {
    let name = arguments.iter().find(|argument| is_name(argument))?;
    let time = |clause: Option<&str>| {
        let mut found = arguments.iter().filter(|it| it.clause == clause);
        found.find_map(|argument| argument.value.duration())
    };
    let behind =
        |clause: &'static str| arguments.iter().filter(move |it| it.clause == Some(clause));
    let offset = time(None)?;
    let threshold = if behind("before").next().is_some() {
        Threshold::Before(offset)
    } else {
        Threshold::After(offset)
    };
    let channels = behind("via").filter_map(|argument| match argument.value {
        Value::Word(channel) => Some(channel),
        _ => None,
    });
    Some(Stage {
        name: text.slice(name.span).into(),
        threshold,
        gap: time(Some("gap")),
        deadline: time(Some("deadline")),
        channels: channels.collect(),
        fee: behind("fee")
            .find_map(|argument| argument.value.amount())
            .map(money),
        letter: behind("letter")
            .next()
            .map(|argument| text.slice(argument.span).into()),
    })
}

/// Names of policies and stages stand among other words, so they may not be such words themselves.
fn refuse_reserved(entry: &Entry, name: Span, text: Text<'_>, sink: &mut Sink) {
    let stages = entry
        .details("stage")
        .filter_map(|detail| {
            entry
                .arguments_of(detail)
                .iter()
                .find(|argument| is_name(argument))
        })
        .map(|argument| argument.span);
    for span in std::iter::once(name).chain(stages) {
        let word = text.slice(span);
        if is_reserved(word) {
            sink.push(
                BAD_VALUE
                    .at(
                        span,
                        format!("expected a name, found `{word}`, which is a word of the language"),
                    )
                    .help("choose another name"),
            );
        }
    }
}

/// Keywords, clause words, channels and outcomes; `handover` is both a keyword and the stage it completes.
fn is_reserved(word: &str) -> bool {
    const OUTCOMES: [&str; 4] = ["upheld", "rejected", "withdrawn", "settled"];
    let clauses = DIRECTIVES.iter().flat_map(|directive| directive.slots);
    word != "handover"
        && (DIRECTIVES.iter().any(|directive| directive.word == word)
            || clauses
                .filter_map(|slot| slot.clause)
                .any(|clause| clause == word)
            || CHANNELS.contains(&word)
            || OUTCOMES.contains(&word))
}

/// Interest named as a share is a share a year, and says so.
fn require_yearly(entry: &Entry, sink: &mut Sink) {
    let Some(detail) = entry.details("interest").next() else {
        return;
    };
    let arguments = entry.arguments_of(detail);
    let share = arguments
        .iter()
        .find(|argument| argument.value.share().is_some());
    if let (Some(share), [_]) = (share, arguments) {
        let end = Span::new(share.span.end, share.span.end);
        sink.push(
            MISSING_ARGUMENT
                .at(
                    end,
                    "expected `yearly` after the share, found the end of the line",
                )
                .help("write `8% yearly`"),
        );
    }
}

fn is_name(argument: &Argument) -> bool {
    argument.clause.is_none() && argument.value == Value::Name
}

fn discount(entry: &Entry) -> Option<(Share, Duration)> {
    let detail = entry.details("discount").next()?;
    let arguments = entry.arguments_of(detail);
    let share = arguments
        .iter()
        .find_map(|argument| argument.value.share())?;
    let within = arguments
        .iter()
        .find_map(|argument| argument.value.duration())?;
    Some((share, within))
}
