//! What recording letters would make of the journal, worked out before the first byte of a letter is written: a letter
//! that the journal cannot know must not exist.

use super::journal_records::{entries_to_add, newest_source, read_as_of, text_with_entries};
use crate::cli::command_context::CommandContext;
use crate::cli::escape;
use crate::cli::exit::Failure;
use crate::cli::files::disk::STANDARD_INPUT;
use crate::cli::files::overlay::Overlay;
use crate::journal::model::BalanceAssertion;
use crate::journal::source_lookup::SourceLookup;
use crate::language::message_text::message_text;
use crate::ledger::model::{FaultEntry, FaultKind};
use crate::letter::compose::LetterDraft;
use crate::letter::record::SentRecord;
use crate::pipeline::Outcome;
use crate::text::diagnostic::Severity;
use crate::value::money::Money;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Why the letters cannot be recorded one by one: nothing where a letter can.
pub type RecordObstacles = BTreeMap<usize, Vec<String>>;

/// Which of some letters would leave a sound journal unsound, by their place in the list, and why: a `balance` of the
/// day or later leaves no room for the fee. Looked at as of the day, and as of the day of the newest entry.
///
/// # Errors
/// The journal cannot be added to, cannot be read again, or would get an error for which no single letter stands.
pub fn find_record_obstacles(
    drafts: &[LetterDraft],
    outcome: &Outcome,
    context: &CommandContext,
) -> Result<RecordObstacles, Failure> {
    let mut found = RecordObstacles::new();
    let Some(source) = newest_source(outcome) else {
        return Ok(found);
    };
    if source.path == Path::new(STANDARD_INPUT) {
        return Err(Failure::usage(
            "a journal on standard input cannot be added to: name a file with `-f`",
        ));
    }
    let fetched = outcome.sources.reload_texts(&context.disk);
    fetched.map_err(|error| Failure::file_error("read", &source.path, error))?;
    for day in days_to_look_at(outcome) {
        let before = read_as_of(day, &context.disk, context)?;
        loop {
            let kept = drafts.iter().enumerate();
            let kept = kept.filter(|(at, it)| it.letter.is_some() && !found.contains_key(at));
            let entries = entries_to_add(
                kept.map(|(_, draft)| (&draft.records, None)),
                outcome,
                context,
            );
            if entries.is_empty() {
                break;
            }
            let mut overlay = Overlay::new(&context.disk);
            let text = text_with_entries(source.bytes(), &entries);
            overlay.texts.insert(source.path.clone(), text);
            let after = read_as_of(day, &overlay, context)?;
            let obstacles = balance_obstacles(drafts, &before, &after, context);
            let new: Vec<_> = obstacles
                .into_iter()
                .filter(|(at, _)| !found.contains_key(at))
                .collect();
            if new.is_empty() {
                refuse_new_errors(&before, &after)?;
                break;
            }
            found.extend(new);
        }
    }
    Ok(found)
}

/// The day of the drafts, and that of the newest entry where it is a later one.
fn days_to_look_at(outcome: &Outcome) -> BTreeSet<NaiveDate> {
    let days = outcome.journal.dated_entries().map(|(day, _)| day);
    days.max()
        .into_iter()
        .filter(|day| *day > outcome.ledger.as_of)
        .chain([outcome.ledger.as_of])
        .collect()
}

/// The letters whose fee a `balance` leaves no room for that held before.
fn balance_obstacles(
    drafts: &[LetterDraft],
    before: &Outcome,
    after: &Outcome,
    context: &CommandContext,
) -> RecordObstacles {
    let held = broken_balances(before);
    let mut found = RecordObstacles::new();
    for broken in broken_balances(after).difference(&held) {
        let Some(balance) = after.journal.assertions.get(*broken) else {
            continue;
        };
        for (at, draft) in drafts.iter().enumerate() {
            let fees = draft.records.sent.iter();
            let fees = fees.filter(|_| draft.letter.is_some());
            let fees = fees.filter_map(|sent| counted_fee(draft, sent, balance));
            let why = fees.map(|fee| no_room_message(fee, balance, after, context));
            found.entry(at).or_default().extend(why);
        }
    }
    found.retain(|_, why| !why.is_empty());
    found
}

/// The balances that do not hold, by their place in the journal.
fn broken_balances(outcome: &Outcome) -> BTreeSet<usize> {
    let faults = outcome.ledger.faults.iter();
    let broken = faults.filter_map(|fault| match (fault.entry, fault.kind) {
        (FaultEntry::Assertion(at), FaultKind::BalanceDiffers { .. }) => Some(at),
        _ => None,
    });
    broken.collect()
}

/// The fee of a letter, where a balance counts it.
fn counted_fee(
    draft: &LetterDraft,
    sent: &SentRecord,
    balance: &BalanceAssertion,
) -> Option<Money> {
    let (_, fee) = sent.fee?;
    let counts = balance
        .customer
        .is_none_or(|it| it == draft.summary.customer)
        && balance.amount.currency == fee.currency
        && sent.date <= balance.date;
    counts.then_some(fee)
}

fn no_room_message(
    fee: Money,
    balance: &BalanceAssertion,
    outcome: &Outcome,
    context: &CommandContext,
) -> String {
    let text = outcome.journal_text(&context.disk);
    let place = text.file_and_line(balance.origin);
    let place = place.map_or_else(String::new, |(file, line)| format!(" ({file}:{line})"));
    format!(
        "the balance of {}{place} leaves no room for the fee of {}; write the letter as of a later day, or correct \
         that balance",
        balance.date,
        outcome.journal.format_money(fee)
    )
}

/// Refuses all letters where their entries make an error of what was none.
fn refuse_new_errors(before: &Outcome, after: &Outcome) -> Result<(), Failure> {
    let known: BTreeSet<ErrorPlace> = errors(before).map(|(place, _)| place).collect();
    let new = errors(after).find(|(place, _)| !known.contains(place));
    let Some(((file, line, code), words)) = new else {
        return Ok(());
    };
    Err(Failure::findings(format!(
        "no letter is written: the entries that record them would give {code} in {}:{line}: {words}",
        escape::escape_path(&file)
    ))
    .with_help("leave out `--record`, or one letter after the other with `--only CUSTOMER`"))
}

/// The file, the line and the code of an error.
type ErrorPlace = (PathBuf, u32, &'static str);

fn errors(outcome: &Outcome) -> impl Iterator<Item = (ErrorPlace, String)> + '_ {
    let found = outcome.findings.diagnostics.iter();
    let errors = found.filter(|finding| finding.kind.severity == Severity::Error);
    errors.map(|finding| {
        let place = outcome.sources.locate(finding.primary.span.origin());
        let (file, line) = place.map_or_else(Default::default, |(source, position)| {
            (source.path.clone(), position.line)
        });
        let words = message_text(&finding.message).into_owned();
        ((file, line, finding.kind.code), words)
    })
}
