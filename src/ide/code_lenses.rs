//! What stands above the declaration of a customer: what is open, by age.

use super::journal_view::JournalView;
use crate::journal::model::CustomerIx;
use crate::ledger::ageing::AgeingRow;
use crate::report::shared::age_buckets::{ageing_rows, bucket_headings};
use crate::text::source::Source;
use crate::value::money::{Minor, Money};

/// Words above a declaration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclarationWords {
    /// The first byte of the declaration.
    pub place: u32,
    /// The words.
    pub words: String,
}

/// The ageing of each customer that a file declares, in the order of the file.
pub fn ageing_lenses(view: &JournalView<'_>, source: &Source) -> Vec<DeclarationWords> {
    let file = source.base..source.end();
    let declared = view.outcome.journal.customers.iter();
    let declared = declared.filter_map(|(customer, it)| Some((it.origin?.0, customer)));
    let mut here: Vec<(u32, CustomerIx)> = declared.filter(|(at, _)| file.contains(at)).collect();
    here.sort_unstable();
    let customers: Vec<CustomerIx> = here.iter().map(|(_, customer)| *customer).collect();
    let rows = ageing_rows(view.report_input(), &customers);
    let headings = bucket_headings(view.report_input());
    let each = here.into_iter().map(|(place, customer)| {
        let first = rows.partition_point(|row| row.customer < customer);
        let own = rows.iter().skip(first);
        let own = own.take_while(|row| row.customer == customer);
        let own: Vec<String> = own.map(|row| row_words(view, row, &headings)).collect();
        let words = if own.is_empty() {
            view.language.phrases.editor.nothing_open.to_owned()
        } else {
            own.join("; ")
        };
        DeclarationWords { place, words }
    });
    each.collect()
}

/// The balance, and the parts of it that are not zero.
fn row_words(view: &JournalView<'_>, row: &AgeingRow, headings: &[String]) -> String {
    let head = &view.language.phrases.heading;
    let buckets = row.buckets.iter().zip(headings);
    let buckets = buckets.map(|(minor, heading)| (*minor, heading.as_str()));
    let beside = [
        (row.charges, head.charges),
        (row.unallocated, head.unallocated),
    ];
    let money = |minor: Minor| view.language.format_money(Money::new(minor, row.currency));
    let parts = buckets.chain(beside).filter(|(minor, _)| !minor.is_zero());
    let parts = parts.map(|(minor, heading)| format!("{}: {}", heading, money(minor)));
    let parts: Vec<String> = parts.collect();
    format!("{} ({})", money(row.balance), parts.join(", "))
}
