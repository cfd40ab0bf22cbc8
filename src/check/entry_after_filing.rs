//! V012: an entry that belongs in a VAT return which was filed before it was written.

use super::shared::check_input::{CheckInput, date_span};
use crate::journal::vat_filing::VatFiling;
use crate::policy::jurisdiction::law::Law;
use crate::text::diagnostic::{Diagnostic, Sink};
use crate::text::span::Origin;
use crate::vat::vat_entry::VatEntry;
use std::collections::{BTreeMap, BTreeSet};

crate::check_rule! {
    "V012" "entry-after-filing" Advice, needs Figures, page "entry_after_filing.md", Journal(run)
}

/// From how many entries on a return has one finding for all of them.
const MANY: usize = 5;

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    if journal.vat_filings.is_empty() {
        return;
    }
    let (Some(entries), Some(law)) = (input.vat_entries(), journal.home_law()) else {
        return;
    };
    let mut told: BTreeSet<Origin> = BTreeSet::new();
    let mut by_filing: BTreeMap<Origin, (&VatFiling, Vec<&VatEntry>)> = BTreeMap::new();
    for late in entries.late().filter(|late| told.insert(late.origin)) {
        let mut filings = journal.vat_filings.iter();
        let filed = filings.find(|it| {
            it.stands_before(&journal.includes, late.origin) && it.period.contains(late.date)
        });
        if let Some(filed) = filed {
            let group = by_filing.entry(filed.origin);
            group.or_insert((filed, Vec::new())).1.push(late);
        }
    }
    for (filed, late) in by_filing.into_values() {
        let shown = if late.len() < MANY { late.len() } else { 1 };
        let others = late.len() - shown;
        for late in late.into_iter().take(shown) {
            sink.push_with(&KIND, || finding(law, filed, late, others));
        }
    }
}

/// The finding about an entry, which stands for others where there are many.
fn finding(law: &Law, filed: &VatFiling, late: &VatEntry, others: usize) -> Diagnostic {
    let next = filed.period.of_same_kind(late.declared_on);
    let next = next.map_or(late.declared_on.to_string(), |next| next.to_string());
    let told = KIND
        .at(
            date_span(late.origin),
            format!(
                "expected a day that is not yet declared, found one of {}, filed on {}",
                filed.period, filed.date
            ),
        )
        .related(date_span(filed.origin), "the return that was filed");
    if others == 0 {
        return told
            .note(format!("`tegoed vat` declares it in the return of {next}"))
            .help(law.finding.vat_correction);
    }
    told.note(format!(
        "and so are {others} others; `tegoed vat` declares them in the return of {next}"
    ))
    .help(
        "if the return had all of them, the `filed` line belongs below them; else see what is late with `tegoed vat --explain late`",
    )
}
