//! Ageing: how late what is open is, in buckets of days.

use super::model::{Ledger, Status};
use crate::journal::model::{ByAccount, CustomerIx, ItemIx, Journal};
use crate::value::calendar::days_between;
use crate::value::currency::Currency;
use crate::value::index_vec::IndexVec;
use crate::value::money::Minor;
use std::collections::BTreeMap;

/// From which day age counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AgeingBasis {
    /// The due date of the item.
    #[default]
    Due,
    /// The date of the invoice.
    Invoice,
}

/// Where buckets end: the last day of each, rising. What is not late comes before the first, what is later than the
/// last behind it, so that every number of days lies in exactly one bucket.
///
/// ```
/// use tegoed::ledger::ageing::Buckets;
/// let buckets = Buckets::default();
/// assert_eq!(buckets.keys(), ["not_due", "d1_30", "d31_60", "d61_90", "d91_plus"]);
/// let index = |late| buckets.bucket_index(late);
/// assert_eq!([0, 1, 30, 31, 90, 91].map(index), [0, 1, 1, 2, 3, 4]);
/// assert!(Buckets::new(&[30, 30]).is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Buckets {
    ends: Vec<u32>,
}

impl Default for Buckets {
    fn default() -> Self {
        Self {
            ends: vec![30, 60, 90],
        }
    }
}

impl Buckets {
    /// Buckets that end on these days late. `None` unless they rise, and begin above zero.
    pub fn new(ends: &[u32]) -> Option<Self> {
        let mut before = 0;
        for end in ends {
            if *end <= before {
                return None;
            }
            before = *end;
        }
        (!ends.is_empty()).then(|| Self {
            ends: ends.to_vec(),
        })
    }

    /// How many there are, with what is not due and what is later than all ends.
    pub const fn count(&self) -> usize {
        self.ends.len().saturating_add(2)
    }

    /// Which one a number of days late lies in.
    pub fn bucket_index(&self, late: i64) -> usize {
        if late <= 0 {
            return 0;
        }
        self.ends
            .partition_point(|end| i64::from(*end) < late)
            .saturating_add(1)
    }

    /// The first and last day late of each; `None`: without end.
    pub fn intervals(&self) -> Vec<(Option<u32>, Option<u32>)> {
        let begins = std::iter::once(1).chain(self.ends.iter().map(|end| end.saturating_add(1)));
        let ends = self.ends.iter().copied().map(Some).chain([None]);
        std::iter::once((None, Some(0)))
            .chain(begins.map(Some).zip(ends))
            .collect()
    }

    /// Names for programs: `not_due`, `d1_30`, `d91_plus`.
    pub fn keys(&self) -> Vec<String> {
        let name = |interval| match interval {
            (Some(begin), Some(end)) => format!("d{begin}_{end}"),
            (Some(begin), None) => format!("d{begin}_plus"),
            (None, _) => "not_due".to_owned(),
        };
        self.intervals().into_iter().map(name).collect()
    }
}

/// What one customer owes in one currency, by age.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgeingRow {
    /// Who.
    pub customer: CustomerIx,
    /// In what.
    pub currency: Currency,
    /// Open principal, bucket by bucket.
    pub buckets: Vec<Minor>,
    /// Charges claimed and still owed.
    pub charges: Minor,
    /// Money and credit notes on account: zero or below.
    pub unallocated: Minor,
    /// All of it together.
    pub balance: Minor,
}

/// How many days late an item is on the day of the ledger. Whatever has no due date is not late.
pub fn days_late(journal: &Journal, ledger: &Ledger, item: ItemIx, basis: AgeingBasis) -> i64 {
    let from = match basis {
        AgeingBasis::Due => journal.items[item].due,
        AgeingBasis::Invoice => Some(journal.invoices[journal.items[item].invoice].date),
    };
    from.map_or(0, |day| days_between(day, ledger.as_of))
}

/// The rows of an ageing report, by customer id, then currency. Whoever owes nothing and has nothing on account is
/// left out.
pub fn build_ageing(
    journal: &Journal,
    ledger: &Ledger,
    buckets: &Buckets,
    basis: AgeingBasis,
) -> Vec<AgeingRow> {
    let mut rows = AgeingRows {
        filled: Vec::new(),
        first: IndexVec::from_elem(None, journal.customers.len()),
        further: BTreeMap::new(),
        count: buckets.count(),
    };
    for (item, state) in ledger.items.iter() {
        let invoice = &journal.invoices[journal.items[item].invoice];
        if state.status == Status::Open
            && !state.open.is_zero()
            && let Some(customer) = invoice.customer
        {
            let late = days_late(journal, ledger, item, basis);
            let row = rows.row_mut(customer, invoice.currency);
            row.add(buckets.bucket_index(late), state.open.into());
        }
    }
    for (invoice, charges) in &ledger.charges {
        let invoice = &journal.invoices[*invoice];
        if let Some(customer) = invoice.customer {
            let row = rows.row_mut(customer, invoice.currency);
            row.charges += charges.sum();
            row.balance += charges.sum();
        }
    }
    for ((customer, currency), credits) in &ledger.on_account {
        let row = rows.row_mut(*customer, *currency);
        for credit in credits {
            row.unallocated -= credit.remaining;
            row.balance -= credit.remaining;
        }
    }
    rows.into_sorted(journal)
}

/// Rows while they are filled: nearly every customer has one currency.
struct AgeingRows {
    filled: Vec<AgeingRow>,
    first: IndexVec<CustomerIx, Option<usize>>,
    further: ByAccount<usize>,
    count: usize,
}

impl AgeingRows {
    #[allow(
        clippy::indexing_slicing,
        reason = "places come from rows that were pushed"
    )]
    fn row_mut(&mut self, customer: CustomerIx, currency: Currency) -> &mut AgeingRow {
        let place = match self.first[customer] {
            Some(place) if self.filled[place].currency == currency => place,
            Some(_) => {
                let next = self.filled.len();
                *self.further.entry((customer, currency)).or_insert(next)
            }
            None => {
                self.first[customer] = Some(self.filled.len());
                self.filled.len()
            }
        };
        if place == self.filled.len() {
            self.filled.push(AgeingRow {
                customer,
                currency,
                buckets: vec![Minor::ZERO; self.count],
                charges: Minor::ZERO,
                unallocated: Minor::ZERO,
                balance: Minor::ZERO,
            });
        }
        &mut self.filled[place]
    }

    fn into_sorted(self, journal: &Journal) -> Vec<AgeingRow> {
        let mut rows = self.filled;
        rows.sort_by(|a, b| {
            let id = |row: &AgeingRow| journal.customer_id(row.customer);
            id(a).cmp(id(b)).then_with(|| a.currency.cmp(&b.currency))
        });
        rows
    }
}

impl AgeingRow {
    fn add(&mut self, bucket: usize, amount: Minor) {
        if let Some(sum) = self.buckets.get_mut(bucket) {
            *sum += amount;
        }
        self.balance += amount;
    }
}
