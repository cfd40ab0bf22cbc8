//! Who owes what on a day.

use crate::journal::model::{ByAccount, Component, InvoiceIx, ItemIx, Journal, MovementIx};
use crate::value::index_vec::IndexVec;
use crate::value::money::{Minor, Minor64};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The state of every item and account at the end of a day, and every step that led there.
#[derive(Debug)]
pub struct Ledger {
    /// The day.
    pub as_of: NaiveDate,
    /// Each item of the journal, at its number. Items of invoices dated later are [`Status::Future`].
    pub items: IndexVec<ItemIx, ItemState>,
    /// What is claimed and still owed beside principal, by invoice; only invoices that have such.
    pub charges: BTreeMap<InvoiceIx, Charges>,
    /// Money and credit notes that settle nothing yet, by customer and currency, oldest first.
    pub on_account: ByAccount<Vec<OnAccountCredit>>,
    /// Money on account that was paid back, in the order of days.
    pub paid_back: Vec<CreditRefund>,
    /// Every step, in the order taken: by day, and within a day by kind of entry. Customers do not touch one another;
    /// which of them comes first within a day means nothing.
    pub allocations: Vec<Allocation>,
    /// The payment that each reversal undid.
    pub reversed_payments: BTreeMap<MovementIx, MovementIx>,
    /// What could not be carried out as written.
    pub faults: Vec<PostingFault>,
    /// How many dated entries lie after the day.
    pub entries_after: usize,
}

impl Ledger {
    /// What is claimed on an invoice beside its principal, and still owed.
    pub fn charges_on(&self, invoice: InvoiceIx) -> Minor {
        let charges = self.charges.get(&invoice);
        charges.map_or(Minor::ZERO, Charges::sum)
    }

    /// Whether some instalment of an invoice is open.
    pub fn has_open_item(&self, journal: &Journal, invoice: InvoiceIx) -> bool {
        let mut items = journal.items_of(invoice);
        items.any(|item| self.items[item].status == Status::Open)
    }

    /// The principal of an invoice that is open.
    pub fn open_principal(&self, journal: &Journal, invoice: InvoiceIx) -> Minor {
        let items = journal.items_of(invoice);
        items.map(|item| Minor::from(self.items[item].open)).sum()
    }

    /// The movements that could not be carried out as written; one with several faults comes several times.
    pub fn movements_at_fault(&self) -> impl Iterator<Item = MovementIx> + '_ {
        let entries = self.faults.iter().map(|fault| fault.entry);
        entries.filter_map(|entry| match entry {
            FaultEntry::Movement(movement) => Some(movement),
            FaultEntry::Assertion(_) => None,
        })
    }
}

/// Where an item stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Its invoice is dated after the day.
    #[default]
    Future,
    /// Something of it is open.
    Open,
    /// Money closed it, perhaps less a discount earned.
    Paid,
    /// A credit note closed it.
    Credited,
    /// Less was accepted as full.
    Settled,
    /// Given up.
    WrittenOff,
    /// The invoice was wrong.
    Void,
}

/// The state of one item.
#[derive(Clone, Copy, Debug, Default)]
pub struct ItemState {
    /// Principal still open, in minor units.
    pub open: Minor64,
    /// The movement that closed it last decides.
    pub status: Status,
    /// The day it was closed; `None` while open.
    pub closed: Option<NaiveDate>,
}

/// Charges still owed on one invoice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Charges {
    /// Collection costs.
    pub costs: Minor,
    /// Fees.
    pub fee: Minor,
    /// Interest.
    pub interest: Minor,
}

impl Charges {
    /// All three together.
    pub fn sum(&self) -> Minor {
        self.costs + self.fee + self.interest
    }

    /// One of the three; principal is no charge.
    pub const fn amount_of(&self, component: Component) -> Minor {
        match component {
            Component::Costs => self.costs,
            Component::Fee => self.fee,
            Component::Interest => self.interest,
            Component::Principal => Minor::ZERO,
        }
    }
}

/// Money on account.
#[derive(Clone, Copy, Debug)]
pub struct OnAccountCredit {
    /// The payment, credit note, or other entry it came from.
    pub movement: MovementIx,
    /// Since when.
    pub date: NaiveDate,
    /// How much is left.
    pub remaining: Minor,
}

/// Money on account that was paid back.
#[derive(Clone, Copy, Debug)]
pub struct CreditRefund {
    /// The `refund`.
    pub refund: MovementIx,
    /// The payment, credit note, or other entry that the money came from.
    pub credit: MovementIx,
    /// How much of it.
    pub amount: Minor,
}

/// Why an allocation was made: the rule that a person can look up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AllocationRule {
    /// The entry names the invoice.
    Named,
    /// A `for:` line names it.
    Designated,
    /// `apply`.
    Applied,
    /// Spread by the statutory order (`unreferenced: oldest`).
    Oldest,
    /// Early-payment discount earned, with the payment it was earned by; below zero: lost by a reversal.
    Discount,
    /// Settlement reached; below zero: lost by a reversal.
    Settlement,
    /// Charge claimed.
    Claimed,
    /// Charge waived.
    Waived,
    /// Written off.
    WrittenOff,
    /// Payment of what was written off: one step from the payment, and one below zero from the write-off it lessens.
    Recovered,
    /// Voided: what lapses comes from the `void`; money that goes back on account comes from its payment, below zero.
    Voided,
    /// Undone by a reversal: below zero, from the reversal.
    Reversed,
}

impl AllocationRule {
    /// Whether money or a credit note is used for what it is owed for.
    pub const fn is_settling(self) -> bool {
        matches!(
            self,
            Self::Named | Self::Designated | Self::Applied | Self::Oldest
        )
    }
}

/// One step: this much of that component of an invoice, by this entry, on that day.
#[derive(Clone, Copy, Debug)]
pub struct Allocation {
    /// The entry the money (or the cancellation) comes from.
    pub movement: MovementIx,
    /// The item; for charges, the first item of the invoice.
    pub item: ItemIx,
    /// The day it counts from.
    pub date: NaiveDate,
    /// Minor units; positive lowers what is owed, negative raises it.
    pub amount: Minor64,
    /// Which part of the invoice.
    pub component: Component,
    /// Why.
    pub rule: AllocationRule,
}

/// Something that cannot be carried out as written. `check` turns it into a finding at the entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PostingFault {
    /// The entry: a movement, or the number of an assertion.
    pub entry: FaultEntry,
    /// What is wrong.
    pub kind: FaultKind,
}

/// The entry a fault stands at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultEntry {
    /// A movement.
    Movement(MovementIx),
    /// `journal.assertions` at this place.
    Assertion(usize),
}

/// What is wrong with an entry, with the figures a message needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// The `for:` lines add up to more than the payment (P001).
    OverAllocated {
        /// Their sum.
        sum: Minor,
    },
    /// `apply` or `refund` of more than stands on account (P012).
    Overspent {
        /// What there is.
        available: Minor,
    },
    /// No payment fits the reversal (P013).
    NothingToReverse,
    /// Several payments fit the reversal (P014).
    SeveralToReverse {
        /// How many; counting stops at ten.
        count: usize,
        /// The first of them.
        first: MovementIx,
    },
    /// The payment was refunded already (P016).
    RefundedAlready {
        /// The payment.
        payment: MovementIx,
        /// How much of it went back.
        refunded: Minor,
    },
    /// More is written off than is open (E010).
    WriteoffExceedsOpen {
        /// What is open.
        open: Minor,
    },
    /// More is waived than is claimed (P017).
    WaivedExceedsCharges {
        /// What is claimed.
        claimed: Minor,
    },
    /// The invoice is void or written off: no charge or credit fits (P015).
    InvoiceClosed {
        /// Which.
        invoice: InvoiceIx,
        /// How it was closed.
        status: Status,
    },
    /// Another currency than the invoice (A007).
    CurrencyMix {
        /// Which invoice.
        invoice: InvoiceIx,
    },
    /// Another customer than the invoice (R005) in a `for:` line or further invoice.
    CustomerMix {
        /// Which invoice.
        invoice: InvoiceIx,
    },
    /// The asserted balance is not the one computed (P008).
    BalanceDiffers {
        /// What the journal adds up to.
        computed: Minor,
    },
}
