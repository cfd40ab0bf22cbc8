//! How the balance of each customer came from the first day of a period to its last, by kind of entry.

use crate::journal::model::{AccountKey, ByAccount, CustomerIx, Journal};
use crate::ledger::balance_change::balance_changes;
use crate::ledger::model::Ledger;
use crate::ledger::statement::{StatementLineKind, kind_of_change};
use crate::value::currency::Currency;
use crate::value::money::Minor;
use crate::value::period::Period;
use std::collections::BTreeMap;

/// What raised or lowered a balance, as a bookkeeper counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// Invoices.
    Invoices,
    /// Credit notes.
    CreditNotes,
    /// Money that came in.
    Payments,
    /// Money that bounced.
    Reversals,
    /// Money that was paid back.
    Refunds,
    /// Costs, fees and interest that were claimed.
    Charges,
    /// Charges that were let go.
    Waived,
    /// Discount for paying early.
    Discounts,
    /// The rest after a settlement.
    Settled,
    /// Written off, less what of it came in after all.
    WrittenOff,
    /// Invoices that were voided.
    Void,
}

/// How one balance came about in a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerMovement {
    /// Whose.
    pub customer: CustomerIx,
    /// In which currency.
    pub currency: Currency,
    /// What was owed before the first day.
    pub opening: Minor,
    /// What changed it, above zero where more was owed.
    pub changes: BTreeMap<ChangeKind, Minor>,
    /// What is owed at the end of the last day.
    pub closing: Minor,
}

impl ChangeKind {
    /// Every class, in the order of columns.
    pub const ALL: [Self; 11] = [
        Self::Invoices,
        Self::CreditNotes,
        Self::Payments,
        Self::Reversals,
        Self::Refunds,
        Self::Charges,
        Self::Waived,
        Self::Discounts,
        Self::Settled,
        Self::WrittenOff,
        Self::Void,
    ];

    /// The class of a line of a statement.
    pub const fn of_line(kind: StatementLineKind) -> Self {
        match kind {
            StatementLineKind::Invoice => Self::Invoices,
            StatementLineKind::Credit => Self::CreditNotes,
            StatementLineKind::Payment => Self::Payments,
            StatementLineKind::Reversal => Self::Reversals,
            StatementLineKind::Refund => Self::Refunds,
            StatementLineKind::Fee | StatementLineKind::Costs | StatementLineKind::Interest => {
                Self::Charges
            }
            StatementLineKind::Waived => Self::Waived,
            StatementLineKind::Discount => Self::Discounts,
            StatementLineKind::Settlement => Self::Settled,
            StatementLineKind::WrittenOff | StatementLineKind::Recovery => Self::WrittenOff,
            StatementLineKind::Void => Self::Void,
        }
    }

    /// The word for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Invoices => "invoices",
            Self::CreditNotes => "credit_notes",
            Self::Payments => "payments",
            Self::Reversals => "reversals",
            Self::Refunds => "refunds",
            Self::Charges => "charges",
            Self::Waived => "waived",
            Self::Discounts => "discounts",
            Self::Settled => "settled",
            Self::WrittenOff => "written_off",
            Self::Void => "void",
        }
    }
}

impl CustomerMovement {
    const fn new((customer, currency): AccountKey) -> Self {
        Self {
            customer,
            currency,
            opening: Minor::ZERO,
            changes: BTreeMap::new(),
            closing: Minor::ZERO,
        }
    }

    /// What changed it in one way.
    pub fn change(&self, class: ChangeKind) -> Minor {
        self.changes.get(&class).copied().unwrap_or_default()
    }
}

/// The movement of every account that owed something before the period or was touched in it, by customer id and currency.
/// The ledger stands at the last day of the period.
pub fn customer_movements(
    journal: &Journal,
    ledger: &Ledger,
    period: Period,
) -> Vec<CustomerMovement> {
    let mut all: ByAccount<CustomerMovement> = BTreeMap::new();
    for change in balance_changes(journal, ledger) {
        let key = (change.customer, change.currency);
        let own = all.entry(key).or_insert_with(|| CustomerMovement::new(key));
        own.closing += change.amount;
        if change.date < period.first {
            own.opening += change.amount;
        } else {
            let class = ChangeKind::of_line(kind_of_change(journal, change.cause));
            *own.changes.entry(class).or_default() += change.amount;
        }
    }
    let mut all: Vec<CustomerMovement> = all.into_values().collect();
    all.retain(|own| !own.opening.is_zero() || !own.changes.is_empty());
    all.sort_by(|one, other| {
        let key = |own: &CustomerMovement| own.currency;
        let id = |own: &CustomerMovement| journal.customer_id(own.customer);
        id(one).cmp(id(other)).then(key(one).cmp(&key(other)))
    });
    all
}

/// The movements of all customers together in one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TotalMovement {
    /// The currency.
    pub currency: Currency,
    /// What was owed before the first day.
    pub opening: Minor,
    /// What changed it.
    pub changes: BTreeMap<ChangeKind, Minor>,
    /// What is owed at the end of the last day.
    pub closing: Minor,
}

/// The movements of all customers together, one a currency.
pub fn total_movements(all: &[CustomerMovement]) -> Vec<TotalMovement> {
    let mut totals: BTreeMap<Currency, TotalMovement> = BTreeMap::new();
    for own in all {
        let total = totals.entry(own.currency).or_insert_with(|| TotalMovement {
            currency: own.currency,
            opening: Minor::ZERO,
            changes: BTreeMap::new(),
            closing: Minor::ZERO,
        });
        total.opening += own.opening;
        total.closing += own.closing;
        for (class, amount) in &own.changes {
            *total.changes.entry(*class).or_default() += *amount;
        }
    }
    totals.into_values().collect()
}
