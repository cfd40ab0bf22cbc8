//! `policy NAME` and its keys.

use super::kinds;
use super::model::{Policy, Unreferenced};
use super::resolve::Resolver;
use crate::syntax::directive::DIRECTIVES;
use crate::syntax::directive::declaration::CHANNELS;
use crate::syntax::entry::{Argument, Entry, State, Text, Value};
use crate::syntax::kinds::{BAD_VALUE, MISSING_ARGUMENT};
use crate::text::diagnostic::Sink;
use crate::text::span::Span;
use crate::value::calendar::Duration;
use crate::value::share::Share;

/// Takes down one version of a policy.
pub fn resolve(resolver: &mut Resolver, entry: &Entry, text: Text<'_>, sink: &mut Sink) {
    let Some(name) = entry.word().map(|argument| argument.span) else {
        return;
    };
    require_yearly(entry, sink);
    refuse_reserved(entry, name, text, sink);
    let policy = read(entry, text, text.slice(name));
    let twin = resolver
        .policies
        .iter()
        .find(|known| known.name == policy.name && known.from == policy.from);
    if let Some(twin) = twin {
        let first = Span::new(twin.origin.0, twin.origin.0.saturating_add(6));
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
        return;
    }
    resolver.policies.push(policy);
}

fn read(entry: &Entry, text: Text<'_>, name: &str) -> Policy {
    let own = |key| entry.detail_value(key).map(|argument| argument.value);
    let unreferenced = match own("unreferenced") {
        Some(Value::Word("oldest")) => Unreferenced::Oldest,
        _ => Unreferenced::Hold,
    };
    let stages = entry
        .details("stage")
        .filter_map(|detail| {
            entry
                .arguments_of(detail)
                .iter()
                .find(|argument| is_name(argument))
        })
        .map(|argument| text.slice(argument.span).into())
        .collect();
    Policy {
        name: name.into(),
        from: entry.clause_date("from"),
        terms: own("terms").and_then(|value| value.duration()),
        discount: discount(entry),
        unreferenced,
        interest: own("interest").and_then(|value| value.share()),
        stages,
        incomplete: entry.state == State::DetailMissing,
        origin: entry.span.origin(),
    }
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
