//! Names of entries that stay the same from export to export, because a bookkeeper takes an entry in once. They rest on
//! what the journal says, never on the place where it stands.

use super::bookkeeping_entry::{BookkeepingEntry, EntrySource};
use crate::journal::model::{InvoiceIx, Journal, Movement, MovementIx, MovementKind};
use crate::journal::source_lookup::SourceLookup;
use crate::text::span::Origin;
use crate::value::currency::Currency;
use crate::value::index_vec::Idx;
use crate::value::key_name::KeyName;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Makes the ids of a journal.
pub struct EntryIds<'a> {
    journal: &'a Journal,
    text: &'a dyn SourceLookup,
    /// Of entries that are alike: which of them each is, from 2.
    repeated: BTreeMap<MovementIx, usize>,
    /// The same of payments of unknown payers, by place.
    repeated_unknown: BTreeMap<usize, usize>,
    /// The same of those that went back, by place.
    repeated_back: BTreeMap<usize, usize>,
}

/// What makes entries differ: the id of the bank, else what the id of an entry says.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum EntrySign {
    BankId(Option<MovementKind>, u64),
    Said(
        Option<MovementKind>,
        NaiveDate,
        SignSubject,
        Minor,
        Currency,
    ),
}

/// What an entry is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum SignSubject {
    Invoice(u32),
    Customer(u32),
    Nobody,
}

/// What entries that are alike are counted by: whether they are money on account, the invoices they name, their text and their
/// details. Lines may move to another file, so the place comes last.
type EntryContents = (bool, Vec<String>, String, Vec<(String, String)>);

impl<'a> EntryIds<'a> {
    /// The ids of the entries up to a day.
    pub fn new(journal: &'a Journal, text: &'a dyn SourceLookup, as_of: NaiveDate) -> Self {
        let movements = journal.movements.iter();
        let dated = movements.filter(|(_, movement)| movement.date <= as_of);
        let signs = dated.map(|(ix, movement)| (sign_of(journal, movement), ix));
        let payments = journal.unknown_payments.iter();
        let payments: Vec<_> = payments.map(|it| (it.date, it.amount, it.origin)).collect();
        let returns = journal.unknown_returns.iter();
        let returns: Vec<_> = returns.map(|it| (it.date, it.amount, it.origin)).collect();
        Self {
            journal,
            text,
            repeated: count_repeated(signs.collect(), |ix| {
                words_of(journal, text, &journal.movements[*ix])
            }),
            repeated_unknown: count_unknown(journal, text, &payments),
            repeated_back: count_unknown(journal, text, &returns),
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
                let unknown = (payment.date, payment.amount, payment.origin);
                self.unknown_id("unknown", unknown, self.repeated_unknown.get(&place))
            }
            EntrySource::UnknownReturn(place) => {
                let Some(back) = self.journal.unknown_returns.get(place) else {
                    return String::new();
                };
                let unknown = (back.date, back.amount, back.origin);
                self.unknown_id("unknown-back", unknown, self.repeated_back.get(&place))
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
        (date, amount, origin): UnknownMoney,
        number: Option<&usize>,
    ) -> String {
        match self.bank_id(origin) {
            Some(bank_id) => with_number(&format!("{word}-{bank_id}"), number.copied()),
            None => format!(
                "{word}-{date}-{}-{}",
                self.amount_text(amount),
                number.unwrap_or(&1)
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

/// Money of an unknown payer, received or returned: its day, how much, and where it stands.
type UnknownMoney = (NaiveDate, Money, Origin);

fn sign_of(journal: &Journal, movement: &Movement) -> EntrySign {
    let kind = Some(movement.kind);
    if let Some(hash) = bank_hash(journal, movement.origin) {
        return EntrySign::BankId(kind, hash);
    }
    let subject = match (named_first(movement), movement.customer) {
        (Some(invoice), _) => SignSubject::Invoice(invoice.index()),
        (None, Some(customer)) => SignSubject::Customer(customer.index()),
        (None, None) => SignSubject::Nobody,
    };
    EntrySign::Said(
        kind,
        movement.date,
        subject,
        movement.minor(),
        movement.currency,
    )
}

fn bank_hash(journal: &Journal, origin: Origin) -> Option<u64> {
    let ids = &journal.bank_ids;
    let place = ids.binary_search_by_key(&origin, |id| id.origin).ok()?;
    ids.get(place).map(|id| id.hash())
}

fn words_of(journal: &Journal, text: &dyn SourceLookup, movement: &Movement) -> EntryContents {
    let invoices = movement.all_invoices();
    let numbers = invoices.map(|invoice| journal.invoice_no(invoice).to_owned());
    let quote = text.quote_entry(movement.origin);
    let extra = movement.extra.as_ref();
    let is_on_account = extra.is_some_and(|extra| extra.on_account);
    (is_on_account, numbers.collect(), quote.text, quote.details)
}

fn count_unknown(
    journal: &Journal,
    text: &dyn SourceLookup,
    all: &[UnknownMoney],
) -> BTreeMap<usize, usize> {
    let sign = |(date, amount, origin): &UnknownMoney| match bank_hash(journal, *origin) {
        Some(hash) => EntrySign::BankId(None, hash),
        None => EntrySign::Said(
            None,
            *date,
            SignSubject::Nobody,
            amount.minor,
            amount.currency,
        ),
    };
    let signs = all.iter().enumerate().map(|(place, it)| (sign(it), place));
    count_repeated(signs.collect(), |place| {
        let quote = all
            .get(*place)
            .map(|(.., origin)| text.quote_entry(*origin));
        let quote = quote.unwrap_or_default();
        (false, Vec::new(), quote.text, quote.details)
    })
}

/// Of things with the same sign: which of them each is, from 2, counted by what they say; the first of them is not in it.
fn count_repeated<I: Copy + Ord>(
    mut signs: Vec<(EntrySign, I)>,
    words_of: impl Fn(&I) -> EntryContents,
) -> BTreeMap<I, usize> {
    signs.sort_unstable();
    let groups = signs.chunk_by(|(one, _), (other, _)| one == other);
    let mut repeated = BTreeMap::new();
    for group in groups.filter(|group| group.len() > 1) {
        let mut alike: Vec<I> = group.iter().map(|(_, it)| *it).collect();
        alike.sort_by_cached_key(&words_of);
        for (number, it) in (2..).zip(alike.into_iter().skip(1)) {
            repeated.insert(it, number);
        }
    }
    repeated
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
