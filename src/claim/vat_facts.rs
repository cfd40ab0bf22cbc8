//! The two facts about VAT on a bad debt: that it can be asked back, and that it is owed again. Each has its day.

use crate::journal::model::{InvoiceIx, Journal, MovementIx};
use crate::ledger::vat_breakdown::VatPart;
use crate::policy::vat_relief::{TaxedPart, VatAmount};
use crate::text::span::Origin;
use crate::value::money::{Minor, Money};
use crate::value::share::Share;
use crate::value::vat_code::VatCode;
use chrono::NaiveDate;

/// Why VAT can be asked back. The first that comes decides for its share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReclaimCause {
    /// The customer became insolvent.
    Insolvent,
    /// The time of the law after the due date has passed.
    TimePassed,
    /// It was written off.
    WrittenOff,
    /// Less was accepted as full.
    Settled,
    /// A credit note took the place of what was given up, and its money was paid out.
    CreditPaidOut,
}

/// VAT in an invoice that can be reclaimed.
#[derive(Clone, Debug)]
pub struct ReclaimableVat {
    /// The invoice that the VAT is part of.
    pub invoice: InvoiceIx,
    /// The day since which it can be reclaimed.
    pub since: NaiveDate,
    /// Why.
    pub cause: ReclaimCause,
    /// The last-written line that it rests on: as long as that was not written, nobody could ask it back.
    pub origin: Origin,
    /// The principal that was not paid, VAT included.
    pub gross: Money,
    /// The VAT in it, by rate.
    pub rates: Vec<VatAmount>,
}

/// VAT that must be repaid if it was reclaimed, because money came in later.
#[derive(Clone, Debug)]
pub struct RepayableVat {
    /// The invoice that the VAT is part of.
    pub invoice: InvoiceIx,
    /// The payment, or the credit note.
    pub movement: MovementIx,
    /// The day on which it counts for the invoice.
    pub since: NaiveDate,
    /// The first day since which VAT of the invoice could be reclaimed.
    pub reclaimable_since: NaiveDate,
    /// What of it is for principal whose VAT could be reclaimed.
    pub gross: Money,
    /// The VAT in it, by rate.
    pub rates: Vec<VatAmount>,
}

impl ReclaimableVat {
    /// All of its VAT.
    pub fn vat(&self) -> Money {
        Money::new(sum_of(&self.rates), self.gross.currency)
    }

    /// Adds what else of the invoice can be asked back since that day.
    pub fn add(&mut self, more: &Self) {
        self.gross.minor += more.gross.minor;
        add_rates(&mut self.rates, &more.rates);
    }
}

impl RepayableVat {
    /// All of its VAT.
    pub fn vat(&self) -> Money {
        Money::new(sum_of(&self.rates), self.gross.currency)
    }
}

/// Adds amounts of the same rates, in the same order.
pub fn add_rates(known: &mut [VatAmount], more: &[VatAmount]) {
    for (known, more) in known.iter_mut().zip(more) {
        known.net += more.net;
        known.amount += more.amount;
    }
}

/// All rates together.
pub fn sum_of(rates: &[VatAmount]) -> Minor {
    rates.iter().map(|it| it.amount).sum()
}

/// What counts of parts for the VAT on a bad debt: those of one rate are one, whatever the reason of it.
pub fn taxed_parts(parts: &[VatPart]) -> Vec<TaxedPart> {
    let mut taxed: Vec<TaxedPart> = Vec::new();
    for part in parts {
        let rate = part.code.map_or(Share::ZERO, VatCode::rate);
        match taxed.iter_mut().find(|known| known.rate == rate) {
            Some(known) => {
                known.gross += part.gross();
                known.vat += part.vat;
            }
            None => taxed.push(TaxedPart {
                rate,
                gross: part.gross(),
                vat: part.vat,
            }),
        }
    }
    taxed
}

/// A few cents given up within the tolerance of the policy are bookkeeping, and no bad debt.
pub fn is_rounding_off(journal: &Journal, invoice: InvoiceIx, amount: Minor) -> bool {
    let record = &journal.invoices[invoice];
    let policy = record.policy.map(|policy| &journal.policies[policy]);
    let tolerance = policy.and_then(|policy| policy.tolerance);
    tolerance.is_some_and(|most| most.currency == record.currency && amount <= most.minor)
}
