//! Names of entries that stay the same from export to export, because a bookkeeper takes an entry in once. They rest on
//! what the journal says, never on the place where it stands.

use super::bookkeeping_entry::{BookkeepingEntry, EntrySource};
use crate::journal::model::{InvoiceIx, Journal, Movement, MovementIx, MovementKind};
use crate::journal::source_lookup::SourceLookup;
use crate::text::span::Origin;
use crate::value::currency::Currency;
use crate::value::index_vec::Idx;
use crate::value::key_name::KeyName;
use crate::value::money::{Minor64, Money};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Makes the ids of a journal.
pub struct EntryIds<'a> {
    journal: &'a Journal,
    text: &'a dyn SourceLookup,
    /// Of entries that say the same as one before them: which of them they are, from 2.
    repeated: BTreeMap<MovementIx, usize>,
    /// The same of payments of unknown payers, by place.
    repeated_unknown: BTreeMap<usize, usize>,
}

/// What makes entries differ that have no id of the bank.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum MovementSign {
    BankId(MovementKind, u64),
    Said(MovementKind, NaiveDate, u32, Minor64, Currency),
}

impl<'a> EntryIds<'a> {
    /// The ids of the entries up to a day.
    pub fn new(journal: &'a Journal, text: &'a dyn SourceLookup, as_of: NaiveDate) -> Self {
        let movements = journal.movements.iter();
        let dated = movements.filter(|(_, movement)| movement.date <= as_of);
        let signs = dated.map(|(ix, movement)| (sign_of(journal, movement), ix));
        let unknown = journal.unknown_payments.iter().enumerate();
        let unknown =
            unknown.map(|(place, it)| ((it.date, it.amount.minor, it.amount.currency), place));
        Self {
            journal,
            text,
            repeated: count_repeated(signs.collect()),
            repeated_unknown: count_repeated(unknown.collect()),
        }
    }

    /// The id of an entry.
    pub fn id_of(&self, entry: &BookkeepingEntry) -> String {
        match entry.source {
            EntrySource::Invoice(invoice) => format!("inv-{}", self.journal.invoice_no(invoice)),
            EntrySource::Relief(invoice) => {
                format!("relief-{}-{}", self.journal.invoice_no(invoice), entry.date)
            }
            EntrySource::Movement(ix) => self.movement_id(ix, entry.date),
            EntrySource::UnknownPayment(place) => {
                let Some(payment) = self.journal.unknown_payments.get(place) else {
                    return String::new();
                };
                let repeated = self.repeated_unknown.get(&place);
                self.unknown_id(
                    "unknown",
                    (payment.date, payment.amount, payment.origin),
                    repeated.copied(),
                )
            }
            EntrySource::UnknownReturn(place) => {
                let Some(back) = self.journal.unknown_returns.get(place) else {
                    return String::new();
                };
                self.unknown_id(
                    "unknown-back",
                    (back.date, back.amount, back.origin),
                    place.checked_add(1),
                )
            }
        }
    }

    fn movement_id(&self, ix: MovementIx, date: NaiveDate) -> String {
        let movement = &self.journal.movements[ix];
        let word = id_word(movement.kind);
        let number = self.repeated.get(&ix).copied();
        let mut id = match self.bank_id(movement.origin) {
            Some(bank_id) => with_number(&format!("{word}-{bank_id}"), number),
            None => match credit_number(movement) {
                Some(credit) => format!("{word}-{}", self.journal.invoice_no(credit)),
                None => self.said_id(word, movement, number.unwrap_or(1)),
            },
        };
        if date != movement.date {
            id = format!("{id}-on-{date}");
        }
        id
    }

    fn said_id(&self, word: &str, movement: &Movement, number: usize) -> String {
        let journal = self.journal;
        let who = match named_first(movement) {
            Some(invoice) => journal.invoice_no(invoice),
            None => movement
                .customer
                .map_or("", |customer| journal.customer_id(customer)),
        };
        let date = movement.date;
        if movement.minor().is_zero() {
            return format!("{word}-{date}-{who}-{number}");
        }
        let amount = self.amount_text(Money::new(movement.minor(), movement.currency));
        format!("{word}-{date}-{who}-{amount}-{number}")
    }

    fn unknown_id(
        &self,
        word: &str,
        (date, amount, origin): (NaiveDate, Money, Origin),
        number: Option<usize>,
    ) -> String {
        match self.bank_id(origin) {
            Some(bank_id) => format!("{word}-{bank_id}"),
            None => format!(
                "{word}-{date}-{}-{}",
                self.amount_text(amount),
                number.unwrap_or(1)
            ),
        }
    }

    fn amount_text(&self, amount: Money) -> String {
        if amount.currency == self.journal.currency {
            amount.to_string()
        } else {
            format!("{amount}{}", amount.currency.code())
        }
    }

    /// The bank's reference of an entry, as written.
    fn bank_id(&self, origin: Origin) -> Option<String> {
        let ids = &self.journal.bank_ids;
        ids.binary_search_by_key(&origin, |id| id.origin).ok()?;
        let quote = self.text.quote_entry(origin);
        let first = quote.values(KeyName::Id).next();
        first.map(|id| id.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

fn with_number(id: &str, number: Option<usize>) -> String {
    number.map_or_else(|| id.to_owned(), |number| format!("{id}-{number}"))
}

fn credit_number(movement: &Movement) -> Option<InvoiceIx> {
    movement.extra.as_ref()?.credit_number
}

/// The invoice of an entry that is about one; money goes by its customer.
fn named_first(movement: &Movement) -> Option<InvoiceIx> {
    let is_money = matches!(
        movement.kind,
        MovementKind::Payment
            | MovementKind::Reversal
            | MovementKind::Refund
            | MovementKind::Credit
    );
    movement.invoice.filter(|_| !is_money)
}

fn sign_of(journal: &Journal, movement: &Movement) -> MovementSign {
    let ids = &journal.bank_ids;
    let bank_id = ids
        .binary_search_by_key(&movement.origin, |id| id.origin)
        .ok();
    if let Some(bank_id) = bank_id.and_then(|place| ids.get(place)) {
        return MovementSign::BankId(movement.kind, bank_id.hash());
    }
    let customer = || movement.customer.map_or(u32::MAX, Idx::index);
    let who = named_first(movement).map_or_else(customer, Idx::index);
    MovementSign::Said(
        movement.kind,
        movement.date,
        who,
        movement.amount,
        movement.currency,
    )
}

/// Of things with the same sign: which of them each is, from 2; the first of them is not in it.
fn count_repeated<S: Ord, I: Copy + Ord>(mut signs: Vec<(S, I)>) -> BTreeMap<I, usize> {
    signs.sort_unstable();
    let groups = signs.chunk_by(|(one, _), (other, _)| one == other);
    let repeated = groups.flat_map(|group| group.iter().enumerate().skip(1));
    repeated
        .map(|(place, (_, ix))| (*ix, place.saturating_add(1)))
        .collect()
}

const fn id_word(kind: MovementKind) -> &'static str {
    match kind {
        MovementKind::Credit => "credit",
        MovementKind::Reversal => "rev",
        MovementKind::Payment => "pay",
        MovementKind::Apply => "apply",
        MovementKind::Refund => "refund",
        MovementKind::Fee => "fee",
        MovementKind::Costs => "costs",
        MovementKind::Interest => "interest",
        MovementKind::Waive => "waive",
        MovementKind::Settle => "settle",
        MovementKind::Writeoff => "writeoff",
        MovementKind::Void => "void",
    }
}
