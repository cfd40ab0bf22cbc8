//! P005: the same bank reference twice.

use super::shared::check_input::{CheckInput, date_span};
use super::shared::duplicates::repeated_values;
use crate::journal::model::BankId;
use crate::text::diagnostic::Sink;
use crate::text::span::{Origin, Span};
use crate::value::key_name::KeyName;
use std::collections::BTreeMap;

crate::check_rule! {
    "P005" "duplicate-payment" Error, needs None, page "duplicate_payment.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let ids = input.day.journal.bank_ids.iter();
    let repeated = repeated_values(ids.clone().map(|id| id.hash()).collect());
    let mut same: Vec<BankId> = ids
        .filter(|id| repeated.contains(&id.hash()))
        .copied()
        .collect();
    same.sort_unstable();
    for same in same.chunk_by(|one, other| one.hash() == other.hash()) {
        report(input, same, sink);
    }
}

/// Equal hashes only hint at equal letters, so the letters are read again.
fn report(input: &CheckInput<'_>, same: &[BankId], sink: &mut Sink) {
    let mut firsts: BTreeMap<String, Origin> = BTreeMap::new();
    for BankId { origin, .. } in same {
        let Some((id, span)) = bank_id_at(input, *origin) else {
            continue;
        };
        let Some(first) = firsts.get(&id) else {
            firsts.insert(id, *origin);
            continue;
        };
        sink.push(
            KIND.at(
                span,
                format!("expected each bank reference once, found {id} again"),
            )
            .related(date_span(*first), "first used here")
            .help("if this is the same money, delete one of the two; if not, mend the reference"),
        );
    }
}

fn bank_id_at(input: &CheckInput<'_>, origin: Origin) -> Option<(String, Span)> {
    let written = input.journal_text.read_entry(origin)?;
    let span = written.entry.details(KeyName::Id).next()?.value;
    Some((written.slice(span).to_owned(), span))
}
