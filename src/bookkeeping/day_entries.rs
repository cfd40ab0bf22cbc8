//! The entries of one day in the making: lines come in any order and are gathered by what they post.

use super::bookkeeping_entry::{BookkeepingEntry, BookkeepingKind, EntryLine, EntrySource};
use super::entry_ids::EntryIds;
use crate::journal::model::{CustomerIx, InvoiceIx, Journal, Movement, MovementIx, MovementKind};
use crate::ledger::posting_order::posting_day;
use crate::text::span::Origin;
use crate::value::currency::Currency;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The entries of a day.
pub struct DayEntries<'a> {
    journal: &'a Journal,
    /// The day.
    pub date: NaiveDate,
    entries: BTreeMap<(EntrySource, Currency), BookkeepingEntry>,
}

impl<'a> DayEntries<'a> {
    /// A day of which nothing is known.
    pub const fn new(journal: &'a Journal, date: NaiveDate) -> Self {
        Self {
            journal,
            date,
            entries: BTreeMap::new(),
        }
    }

    /// Adds lines to an entry.
    pub fn add(
        &mut self,
        source: EntrySource,
        currency: Currency,
        lines: impl IntoIterator<Item = EntryLine>,
    ) {
        let (journal, date) = (self.journal, self.date);
        let entry = self.entries.entry((source, currency));
        let entry = entry.or_insert_with(|| new_entry(journal, date, source, currency));
        for line in lines {
            entry.add(line);
        }
    }

    /// The movements of the day by the places of their entries.
    pub fn movements_by_origin(&self) -> BTreeMap<Origin, MovementIx> {
        let sources = self.entries.iter();
        let movements = sources.filter_map(|((source, _), entry)| match source {
            EntrySource::Movement(movement) => Some((entry.origin, *movement)),
            _ => None,
        });
        movements.collect()
    }

    /// The entries that move something: invoices first, then by kind, each by number. Without ids where none are given.
    pub fn finish(self, ids: Option<&EntryIds<'_>>) -> Vec<BookkeepingEntry> {
        let journal = self.journal;
        let mut entries: Vec<BookkeepingEntry> = self.entries.into_values().collect();
        for entry in &mut entries {
            entry.lines.retain(EntryLine::says_something);
        }
        entries.retain(|entry| entry.lines.iter().any(|line| !line.amount.is_zero()));
        if let Some(ids) = ids {
            for entry in &mut entries {
                entry.id = ids.id_of(entry);
            }
            entries.sort_by(|a, b| place_in_day(journal, a).cmp(&place_in_day(journal, b)));
        }
        entries
    }
}

/// Its place in the day.
fn place_in_day<'e>(
    journal: &'e Journal,
    entry: &'e BookkeepingEntry,
) -> (BookkeepingKind, Option<(usize, &'e str)>, &'e str) {
    let number = entry.number.map(|number| journal.invoice_order(number));
    (entry.kind, number, &entry.id)
}

fn new_entry(
    journal: &Journal,
    date: NaiveDate,
    source: EntrySource,
    currency: Currency,
) -> BookkeepingEntry {
    let (kind, customer, number, origin) = match source {
        EntrySource::Invoice(invoice) => about_invoice(journal, invoice, BookkeepingKind::Invoice),
        EntrySource::Relief(invoice) => about_invoice(journal, invoice, BookkeepingKind::Relief),
        EntrySource::Movement(ix) => {
            let movement = &journal.movements[ix];
            let kind = kind_on(journal, movement, date);
            (
                kind,
                movement.customer,
                number_of(movement),
                movement.origin,
            )
        }
        EntrySource::UnknownPayment(place) => {
            let payment = journal.unknown_payments.get(place);
            let origin = payment.map(|payment| payment.origin).unwrap_or_default();
            (BookkeepingKind::UnknownPayment, None, None, origin)
        }
        EntrySource::UnknownReturn(place) => {
            let back = journal.unknown_returns.get(place);
            let origin = back.map(|back| back.origin).unwrap_or_default();
            (BookkeepingKind::UnknownReturn, None, None, origin)
        }
    };
    BookkeepingEntry {
        id: String::new(),
        date,
        kind,
        source,
        customer,
        number,
        currency,
        origin,
        lines: Vec::new(),
    }
}

type EntrySubject = (
    BookkeepingKind,
    Option<CustomerIx>,
    Option<InvoiceIx>,
    Origin,
);

fn about_invoice(journal: &Journal, invoice: InvoiceIx, kind: BookkeepingKind) -> EntrySubject {
    let record = &journal.invoices[invoice];
    (kind, record.customer, Some(invoice), record.origin)
}

/// The number of a credit note, or the one invoice that an entry names.
fn number_of(movement: &Movement) -> Option<InvoiceIx> {
    let extra = movement.extra.as_ref();
    let own = extra.and_then(|extra| extra.credit_number);
    let only = || {
        let first = movement.all_invoices().next()?;
        movement
            .all_invoices()
            .all(|it| it == first)
            .then_some(first)
    };
    own.or_else(only)
}

/// What an entry is on a day: on a later one than its own, what followed from it.
fn kind_on(journal: &Journal, movement: &Movement, date: NaiveDate) -> BookkeepingKind {
    let is_own_day = posting_day(journal, movement) == date;
    match movement.kind {
        MovementKind::Payment | MovementKind::Credit if !is_own_day => BookkeepingKind::Apply,
        MovementKind::Writeoff if !is_own_day => BookkeepingKind::Recovery,
        MovementKind::Credit => BookkeepingKind::Credit,
        MovementKind::Reversal => BookkeepingKind::Reversal,
        MovementKind::Payment => BookkeepingKind::Payment,
        MovementKind::Apply => BookkeepingKind::Apply,
        MovementKind::Refund => BookkeepingKind::Refund,
        MovementKind::Fee => BookkeepingKind::Fee,
        MovementKind::Costs => BookkeepingKind::Costs,
        MovementKind::Interest => BookkeepingKind::Interest,
        MovementKind::Waive => BookkeepingKind::Waive,
        MovementKind::Settle => BookkeepingKind::Settle,
        MovementKind::Writeoff => BookkeepingKind::Writeoff,
        MovementKind::Void => BookkeepingKind::Void,
    }
}
