//! Which payments a reversal may mean, and which were reversed.

use super::skip_list::SkipList;
use crate::journal::model::{CustomerIx, InvoiceIx, Journal, Movement, MovementIx, MovementKind};
use crate::ledger::posting_order::compare_within_day;
use crate::value::currency::Currency;
use crate::value::index_vec::IndexVec;
use crate::value::money::Minor64;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Never more than this many payments that fit one reversal are counted.
const COUNTED: usize = 10;

/// What a reversal turned out to mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReversalMatch {
    /// This payment.
    One(MovementIx),
    /// No payment there is.
    None,
    /// Any of several.
    Several {
        /// How many; counting stops at ten.
        count: usize,
        /// The first of them.
        first: MovementIx,
    },
}

/// The payments that some reversal may mean. Empty in a journal without reversals.
#[derive(Debug, Default)]
pub struct ReversalIndex<'j> {
    is_candidate: IndexVec<MovementIx, bool>,
    /// Each with its reversal.
    reversed: BTreeMap<MovementIx, MovementIx>,
    by_customer: PaymentsByKey<CustomerIx>,
    by_invoice: PaymentsByKey<InvoiceIx>,
    by_id: PaymentsByKey<&'j str>,
}

/// What a payment is found by: a customer, an invoice or a bank's reference; then amount, currency and day.
type PaymentKey<K> = (K, Minor64, Currency, NaiveDate);

/// Payments in the order of their signs. Reversed ones are leapt over, so that a thousand of them are not passed one
/// by one for each reversal.
#[derive(Debug)]
struct PaymentsByKey<K> {
    payments: Vec<(PaymentKey<K>, MovementIx)>,
    skips: SkipList,
}

impl<K> Default for PaymentsByKey<K> {
    fn default() -> Self {
        Self {
            payments: Vec::new(),
            skips: SkipList::default(),
        }
    }
}

impl<'j> ReversalIndex<'j> {
    /// Gathers the payments that some reversal dated by the day may mean.
    pub fn from_journal(journal: &'j Journal, as_of: NaiveDate) -> Self {
        let asked: BTreeSet<(CustomerIx, Minor64)> = journal
            .movements
            .iter()
            .filter(|(_, movement)| {
                movement.kind == MovementKind::Reversal && movement.date <= as_of
            })
            .filter_map(|(_, movement)| Some((movement.customer?, movement.amount)))
            .collect();
        let mut gathered = Self::default();
        if asked.is_empty() {
            return gathered;
        }
        gathered.is_candidate = IndexVec::from_elem(false, journal.movements.len());
        for (ix, movement) in journal.movements.iter() {
            if movement.kind == MovementKind::Payment
                && movement.date <= as_of
                && let Some(customer) = movement.customer
                && asked.contains(&(customer, movement.amount))
            {
                gathered.add_payment(ix, customer, movement);
            }
        }
        gathered.by_customer.sort_and_dedup(journal);
        gathered.by_invoice.sort_and_dedup(journal);
        gathered.by_id.sort_and_dedup(journal);
        gathered
    }

    fn add_payment(&mut self, ix: MovementIx, customer: CustomerIx, movement: &'j Movement) {
        self.is_candidate[ix] = true;
        let sign = (customer, movement.amount, movement.currency, movement.date);
        self.by_customer.payments.push((sign, ix));
        for invoice in movement.all_invoices() {
            let sign = (invoice, movement.amount, movement.currency, movement.date);
            self.by_invoice.payments.push((sign, ix));
        }
        if let Some(id) = movement
            .extra
            .as_ref()
            .and_then(|more| more.bank_id.as_deref())
        {
            let sign = (id, movement.amount, movement.currency, movement.date);
            self.by_id.payments.push((sign, ix));
        }
    }

    /// Whether some reversal may mean this payment, so that what it settles must be remembered.
    pub fn is_candidate(&self, payment: MovementIx) -> bool {
        !self.is_candidate.is_empty() && self.is_candidate[payment]
    }

    /// Whether a payment was reversed, be it on its own day.
    pub fn is_reversed(&self, payment: MovementIx) -> bool {
        self.is_candidate(payment) && self.reversed.contains_key(&payment)
    }

    /// Marks a payment as reversed: no other reversal can mean it.
    pub fn mark_reversed(&mut self, payment: MovementIx, reversal: MovementIx) {
        self.reversed.insert(payment, reversal);
    }

    /// The payment that each reversal undid.
    pub fn into_reversed_payments(self) -> BTreeMap<MovementIx, MovementIx> {
        let pairs = self.reversed.into_iter();
        pairs
            .map(|(payment, reversal)| (reversal, payment))
            .collect()
    }

    /// The payment that a reversal means.
    pub fn find_payment(&mut self, journal: &Journal, reversal: &'j Movement) -> ReversalMatch {
        let more = reversal.extra.as_ref();
        let of = more.and_then(|more| more.of_date);
        let wanted = ReversalQuery {
            journal,
            reversed: &self.reversed,
            customer: reversal.customer,
            invoice: reversal.invoice,
            days: of.map_or((NaiveDate::MIN, reversal.date), |of| {
                (of, of.min(reversal.date))
            }),
            amount: reversal.amount,
            currency: reversal.currency,
        };
        let id = more.and_then(|more| more.of_bank_id.as_deref());
        match (id, reversal.invoice, reversal.customer) {
            (Some(id), ..) => self.by_id.find_match(id, &wanted),
            (_, Some(invoice), _) => self.by_invoice.find_match(invoice, &wanted),
            (_, _, Some(customer)) => self.by_customer.find_match(customer, &wanted),
            _ => ReversalMatch::None,
        }
    }
}

/// What a reversal asks for.
struct ReversalQuery<'a> {
    journal: &'a Journal,
    reversed: &'a BTreeMap<MovementIx, MovementIx>,
    customer: Option<CustomerIx>,
    invoice: Option<InvoiceIx>,
    days: (NaiveDate, NaiveDate),
    amount: Minor64,
    currency: Currency,
}

impl ReversalQuery<'_> {
    fn is_match(&self, payment: MovementIx) -> bool {
        let movement = &self.journal.movements[payment];
        let named = |invoice| movement.all_invoices().any(|named| named == invoice);
        movement.customer == self.customer && self.invoice.is_none_or(named)
    }
}

impl<K: Copy + Ord> PaymentsByKey<K> {
    /// Puts the payments in order, each once.
    fn sort_and_dedup(&mut self, journal: &Journal) {
        self.payments.sort_unstable_by(|(sign_a, a), (sign_b, b)| {
            sign_a
                .cmp(sign_b)
                .then_with(|| compare_within_day(journal, *a, *b))
                .then_with(|| a.cmp(b))
        });
        self.payments.dedup();
        self.skips = SkipList::with_len(self.payments.len());
    }

    fn find_match(&mut self, key: K, wanted: &ReversalQuery<'_>) -> ReversalMatch {
        let (first_day, last_day) = wanted.days;
        let from = (key, wanted.amount, wanted.currency, first_day);
        let to = (key, wanted.amount, wanted.currency, last_day);
        let mut place = self.payments.partition_point(|(sign, _)| *sign < from);
        let mut found = ReversalMatch::None;
        loop {
            place = self.next_unreversed(place, wanted.reversed);
            let Some((sign, payment)) = self.payments.get(place) else {
                return found;
            };
            if *sign > to {
                return found;
            }
            if wanted.is_match(*payment) {
                found = found.add_match(*payment);
            }
            if matches!(found, ReversalMatch::Several { count: COUNTED, .. }) {
                return found;
            }
            place = place.saturating_add(1);
        }
    }

    /// The first place from here on whose payment is not reversed.
    fn next_unreversed(
        &mut self,
        begin: usize,
        reversed: &BTreeMap<MovementIx, MovementIx>,
    ) -> usize {
        let mut place = self.skips.first_from(begin);
        while let Some((_, payment)) = self.payments.get(place)
            && reversed.contains_key(payment)
        {
            self.skips.skip(place);
            place = self.skips.first_from(place);
        }
        place
    }
}

impl ReversalMatch {
    fn add_match(self, payment: MovementIx) -> Self {
        match self {
            Self::None => Self::One(payment),
            Self::One(first) => Self::Several { count: 2, first },
            Self::Several { count, first } => Self::Several {
                count: count.saturating_add(1),
                first,
            },
        }
    }
}
