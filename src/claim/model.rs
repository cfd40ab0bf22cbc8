//! The data of a claim: its rows, its sums and its remarks.

use super::remark::ClaimRemark;
use crate::journal::model::{CustomerIx, InvoiceIx, MovementIx, PolicyIx};
use crate::ledger::model::AllocationRule;
use crate::policy::interest::InterestError;
use crate::policy::jurisdiction::citation::CitationLevel;
use crate::policy::jurisdiction::law::{Debtor, Law};
use crate::text::span::Origin;
use crate::value::currency::Currency;
use crate::value::exact_amount::DayCount;
use crate::value::exact_amount::ExactAmount;
use crate::value::money::Minor;
use crate::value::share::Share;
use chrono::NaiveDate;

/// What may be claimed from one customer on a day, in one currency. Amounts are in minor units.
#[derive(Debug)]
pub struct Claim {
    /// The currency that amounts without a code are in.
    pub currency: Currency,
    /// The rows, whose amounts add up to [`Claim::total`].
    pub rows: Vec<ClaimRow>,
    /// The open principal of the invoices.
    pub principal: Minor,
    /// The open interest.
    pub interest: Minor,
    /// The open costs, fees and VAT on costs.
    pub costs: Minor,
    /// The sum of principal, interest and costs.
    pub total: Minor,
    /// The interest that each further day adds while nothing changes, before it is rounded.
    pub per_day: ExactAmount,
    /// The amount that the ledger has open for the same invoices.
    pub book_balance: Minor,
    /// What of that is not asked on the day.
    pub not_asked: Minor,
    /// Whether interest is reckoned by a rate that was not checked for its days.
    pub is_provisional: bool,
}

impl Claim {
    /// The interest that each further day adds while nothing changes. Rounded once: a day of several small invoices is more
    /// than each of them rounded by itself.
    pub fn daily_interest(&self) -> Minor {
        self.per_day.to_minor().unwrap_or_default()
    }

    /// A claim of nothing.
    pub const fn empty(currency: Currency) -> Self {
        Self {
            currency,
            rows: Vec::new(),
            principal: Minor::ZERO,
            interest: Minor::ZERO,
            costs: Minor::ZERO,
            total: Minor::ZERO,
            per_day: ExactAmount::ZERO,
            book_balance: Minor::ZERO,
            not_asked: Minor::ZERO,
            is_provisional: false,
        }
    }
}

/// The claims on one customer in all currencies, and the remarks on them.
#[derive(Debug)]
pub struct CustomerClaims {
    /// The customer who owes it.
    pub customer: CustomerIx,
    /// What the law takes the customer for.
    pub debtor: Debtor,
    /// The law that was applied; `None` where the program does not know the law of the country.
    pub law: Option<&'static Law>,
    /// The day count used for interest.
    pub day_count: DayCount,
    /// One claim for each currency of the invoices; one of nothing where nothing in it may be claimed.
    pub claims: Vec<Claim>,
    /// The remarks, in the order in which they should be read.
    pub remarks: Vec<ClaimRemark>,
}

/// The kind of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimRowKind {
    /// An instalment of an invoice, from the invoice date to its due date.
    Principal,
    /// Days of interest with one base and one rate, or interest claimed as a sum.
    Interest,
    /// Collection costs.
    Costs,
    /// A fee of the policy.
    Fee,
    /// VAT on collection costs.
    Vat,
    /// A payment; its amount is negative.
    Payment,
    /// A payment that was reversed.
    Reversal,
    /// A credit note, a discount, or principal that was given up; its amount is negative.
    Credit,
    /// Principal that was written off in the books: it is owed as before, and not claimed; its amount is negative.
    WrittenOff,
    /// Principal that the customer contests, which is not claimed; its amount is negative.
    Contested,
    /// Principal that was conceded to the customer, which is not claimed; its amount is negative.
    Conceded,
    /// Charges that are no longer claimed; its amount is negative.
    Waiver,
}

/// A row of a claim.
#[derive(Clone, Debug)]
pub struct ClaimRow {
    /// The invoice that the row belongs to.
    pub invoice: InvoiceIx,
    /// The kind of the row.
    pub kind: ClaimRowKind,
    /// The first day of its period; `None` where it has none.
    pub from: Option<NaiveDate>,
    /// The last day of its period; `None` where it has none.
    pub to: Option<NaiveDate>,
    /// The number of days of interest; `None` in other rows.
    pub days: Option<i64>,
    /// The amount that interest, costs or VAT are computed from, in minor units; `None` in other rows.
    pub base: Option<Minor>,
    /// The rate of interest or VAT; `None` in other rows.
    pub rate: Option<Share>,
    /// The amount in minor units; positive where it raises the claim.
    pub amount: Minor,
    /// The ground of the row.
    pub ground: ClaimGround,
}

/// The ground of a row: why the amount is owed or subtracted.
#[derive(Clone, Debug)]
pub enum ClaimGround {
    /// The invoice itself, with the instalment.
    Invoice {
        /// The number of the instalment, from 1.
        number: usize,
        /// The number of instalments; 1 where the invoice is undivided.
        count: usize,
    },
    /// A part of a plan that goes on.
    Plan {
        /// Where the plan stands.
        origin: Origin,
        /// The day of the plan.
        agreed_on: NaiveDate,
    },
    /// An entry that moves no money.
    Event(Origin),
    /// An article of the law.
    Law {
        /// The short name of the article.
        article: &'static str,
        /// How reliable the figure is.
        level: CitationLevel,
    },
    /// The terms of a policy.
    Policy {
        /// The version.
        policy: PolicyIx,
        /// Whether the journal knows that the customer agreed to these terms.
        agreed: bool,
    },
    /// An entry of the journal.
    Entry(MovementIx),
    /// An entry that lowered the claim, and how it was divided.
    Allocation {
        /// The entry.
        entry: MovementIx,
        /// The part that covered costs.
        costs: Minor,
        /// The part that covered interest.
        interest: Minor,
        /// The part that covered principal.
        principal: Minor,
        /// The rule by which the ledger allocated it.
        rule: AllocationRule,
        /// Whether it is money that waits, which the books have put to no invoice.
        waits: bool,
    },
}

impl ClaimGround {
    /// Whether some of it covered costs or interest.
    pub const fn is_put_to_charges(&self) -> bool {
        matches!(self, Self::Allocation { costs, interest, .. } if costs.is_positive() || interest.is_positive())
    }

    /// Whether it is money that waits, which the books have put to no invoice.
    pub const fn is_waiting_money(&self) -> bool {
        matches!(self, Self::Allocation { waits: true, .. })
    }
}

/// Why no claim can be built.
#[derive(Clone, Debug)]
pub enum ClaimError {
    /// A number that was asked for is no invoice.
    NoInvoice(InvoiceIx),
    /// The invoices belong to two customers; one invoice of each.
    SeveralCustomers(InvoiceIx, InvoiceIx),
    /// The interest of an invoice cannot be computed.
    Interest(InvoiceIx, InterestError),
    /// A figure of an invoice is too large.
    TooLarge(InvoiceIx),
}
