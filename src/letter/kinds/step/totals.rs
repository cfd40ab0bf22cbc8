//! What the letter of a step asks in all.

use crate::day::Day;
use crate::journal::model::InvoiceIx;
use crate::ledger::model::Charges;
use crate::letter::facts::invoice_lines::LetterLine;
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};
use crate::worklist::planned_letter::PlannedLetter;
use std::collections::BTreeSet;

/// What a letter adds up to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LetterTotals {
    /// In which currency.
    pub currency: Currency,
    /// Principal that is open.
    pub open: Minor,
    /// What is in dispute and not asked.
    pub disputed: Minor,
    /// What was conceded to the customer, not credited yet, and not asked.
    pub conceded: Minor,
    /// What a plan lets the customer pay later, and not asked.
    pub deferred: Minor,
    /// What money of the customer that is here already covers.
    pub on_account: Minor,
    /// Charges that a consumer does not owe, and not asked.
    pub not_owed: Minor,
    /// What was claimed beside principal.
    pub charges: Charges,
    /// The fee that this letter adds.
    pub fee: Minor,
}

impl LetterTotals {
    /// Of the items of a letter. A fee is added once: not when the letter goes out again.
    pub fn for_letter<'j>(
        day: &Day<'j>,
        letter: &PlannedLetter<'_, 'j>,
        lines: &[LetterLine<'_, 'j>],
    ) -> Self {
        let mut sums = Self {
            currency: letter.currency,
            open: lines.iter().map(|line| line.open).sum(),
            disputed: Minor::ZERO,
            conceded: Minor::ZERO,
            deferred: Minor::ZERO,
            on_account: Minor::ZERO,
            not_owed: Minor::ZERO,
            charges: Charges::default(),
            fee: letter.step_fee().map_or(Minor::ZERO, |fee| fee.minor),
        };
        let mut seen: BTreeSet<InvoiceIx> = BTreeSet::new();
        for item in &letter.items {
            let invoice = item.position.invoice;
            sums.on_account += day.dunning().covered_of(item.position.item);
            if !seen.insert(invoice) {
                continue;
            }
            let own = lines.iter().filter(|line| line.invoice == invoice);
            let open: Minor = own.map(|line| line.open).sum();
            let open = open + day.ledger.charges_on(invoice);
            let not_asked = day.dunning().not_asked(item.position, open);
            sums.disputed += not_asked.disputed;
            sums.conceded += not_asked.conceded;
            sums.deferred += not_asked.deferred;
            sums.not_owed += not_asked.not_owed;
            if let Some(charges) = day.ledger.charges.get(&invoice) {
                sums.charges.costs += charges.costs;
                sums.charges.fee += charges.fee;
                sums.charges.interest += charges.interest;
            }
        }
        sums
    }

    /// What is to be paid.
    pub fn total(&self) -> Minor {
        self.open + self.charges.sum() + self.fee - self.not_asked() - self.on_account
    }

    /// What is open of its invoices and not asked.
    pub fn not_asked(&self) -> Minor {
        self.disputed + self.conceded + self.deferred + self.not_owed
    }

    /// An amount of its currency.
    pub const fn to_money(&self, minor: Minor) -> Money {
        Money::new(minor, self.currency)
    }
}
