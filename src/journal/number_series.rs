//! Rows of numbers: those that begin alike and end in a number, in order.

use super::model::{InvoiceIx, Journal, NumberUse};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// One row of numbers.
#[derive(Debug)]
pub struct InvoiceNumberSeries {
    /// What its numbers begin with.
    pub prefix: String,
    /// Its numbers in order, each place once.
    pub members: Vec<SeriesMember>,
    width: usize,
}

/// A number in a row.
#[derive(Clone, Copy, Debug)]
pub struct SeriesMember {
    /// The number at its end.
    pub ordinal: u64,
    /// Which it is.
    pub invoice: InvoiceIx,
}

impl InvoiceNumberSeries {
    /// Whether at least half of the row is there: else it is no row, or an old one of which only the rest is kept.
    pub fn is_dense(&self) -> bool {
        let (Some(first), Some(last)) = (self.members.first(), self.members.last()) else {
            return false;
        };
        let length = last.ordinal.saturating_sub(first.ordinal).saturating_add(1);
        let there = u64::try_from(self.members.len()).unwrap_or(u64::MAX);
        there >= 3 && length <= there.saturating_mul(2)
    }

    /// The number at a place of the row.
    pub fn number_at(&self, place: u64) -> String {
        let width = self.width;
        format!("#{}{place:0width$}", self.prefix)
    }
}

/// Every row of the journal, by prefix. Numbers that do not end in digits stand in none.
pub fn collect_series(journal: &Journal) -> Vec<InvoiceNumberSeries> {
    let mut rows: BTreeMap<&str, InvoiceNumberSeries> = BTreeMap::new();
    for (number, invoice) in journal.invoices.iter() {
        if invoice.number_use == NumberUse::Unknown {
            continue;
        }
        let (prefix, digits) = split_trailing_digits(journal.invoice_no(number));
        let Ok(place) = digits.parse() else {
            continue;
        };
        let row = rows.entry(prefix).or_insert_with(|| InvoiceNumberSeries {
            prefix: prefix.to_owned(),
            members: Vec::new(),
            width: digits.len(),
        });
        row.members.push(SeriesMember {
            ordinal: place,
            invoice: number,
        });
        row.width = row.width.min(digits.len());
    }
    let mut rows: Vec<InvoiceNumberSeries> = rows.into_values().collect();
    for row in &mut rows {
        row.members
            .sort_unstable_by_key(|member| (member.ordinal, member.invoice));
        row.members.dedup_by_key(|member| member.ordinal);
    }
    rows
}

/// The number behind the last of each row, with its sign; the row that was used last in front. Where a use is asked for: of
/// rows that have such numbers, that of the last such number in front.
pub fn next_numbers(journal: &Journal, number_use: Option<NumberUse>) -> Vec<String> {
    let used_last = |row: &InvoiceNumberSeries| {
        let members = row.members.iter().rev();
        let mut used = members.map(|member| &journal.invoices[member.invoice]);
        let last = used.find(|number| number_use.is_none_or(|wanted| number.number_use == wanted));
        last.map(|number| number.date)
    };
    let mut rows = collect_series(journal);
    rows.retain(|row| used_last(row).is_some());
    rows.sort_by_key(|row| Reverse(used_last(row)));
    let next = rows.iter().filter_map(|row| {
        let last = row.members.last()?.ordinal;
        Some(row.number_at(last.checked_add(1)?))
    });
    next.collect()
}

/// What a number begins with, and the digits at its end.
fn split_trailing_digits(number: &str) -> (&str, &str) {
    let digits = number.bytes().rev().take_while(u8::is_ascii_digit).count();
    let start = number.len().saturating_sub(digits);
    number.split_at_checked(start).unwrap_or((number, ""))
}
