//! V012: an entry that belongs in a VAT return which was filed before it was written.

use super::shared::check_input::{CheckInput, date_span};
use crate::text::diagnostic::Sink;
use crate::text::span::Origin;
use std::collections::BTreeSet;

crate::check_rule! {
    "V012" "entry-after-filing" Advice, needs Figures, page "entry_after_filing.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    if journal.vat_filings.is_empty() {
        return;
    }
    let (Some(entries), Some(law)) = (input.vat_entries(), journal.home_law()) else {
        return;
    };
    let mut told: BTreeSet<Origin> = BTreeSet::new();
    for late in entries.late().filter(|late| told.insert(late.origin)) {
        let mut filings = journal.vat_filings.iter();
        let filed = filings
            .find(|it| it.stands_before(journal, late.origin) && it.period.contains(late.date));
        let Some(filed) = filed else { continue };
        let next = filed.period.of_same_kind(late.declared_on);
        let next = next.map_or(late.declared_on.to_string(), |next| next.to_string());
        sink.push_with(&KIND, || {
            KIND.at(
                date_span(late.origin),
                format!(
                    "expected a day that is not yet declared, found one of {}, filed on {}",
                    filed.period, filed.date
                ),
            )
            .related(date_span(filed.origin), "the return that was filed")
            .note(format!("`tegoed vat` declares it in the return of {next}"))
            .help(law.finding.vat_correction)
        });
    }
}
