//! A claim: its lines and its sum.

use super::remark::ClaimRemark;
use crate::journal::model::{CustomerIx, InvoiceIx, MovementIx, PolicyIx};
use crate::ledger::model::AllocationRule;
use crate::policy::interest::InterestError;
use crate::policy::jurisdiction::citation::CitationLevel;
use crate::policy::jurisdiction::law::{Debtor, Law};
use crate::value::currency::Currency;
use crate::value::exact_amount::DayCount;
use crate::value::money::Minor;
use crate::value::share::Share;
use chrono::NaiveDate;

/// What may be asked of one customer on a day, in one currency.
#[derive(Debug)]
pub struct Claim {
    /// In which currency.
    pub currency: Currency,
    /// The lines, which add up to [`Claim::total`].
    pub rows: Vec<ClaimRow>,
    /// What is left of the invoices themselves.
    pub principal: Minor,
    /// What is left of interest.
    pub interest: Minor,
    /// What is left of costs, fees and the tax on costs.
    pub costs: Minor,
    /// All of it.
    pub total: Minor,
    /// What each further day of interest adds, as things stand.
    pub per_day: Minor,
    /// What the books have open of the same.
    pub book_balance: Minor,
}

/// Everything that was asked about, and what must be said beside it.
#[derive(Debug)]
pub struct CustomerClaims {
    /// Who owes it.
    pub customer: CustomerIx,
    /// What the law takes him for.
    pub debtor: Debtor,
    /// The law whose rules were used; `None` where no rules are known.
    pub law: Option<&'static Law>,
    /// How days became parts of a year.
    pub day_count: DayCount,
    /// By currency; none where nothing may be asked.
    pub claims: Vec<Claim>,
    /// In the order in which they should be read.
    pub remarks: Vec<ClaimRemark>,
}

/// What a line of a claim is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimRowKind {
    /// An instalment of an invoice: from its date to its due date.
    Principal,
    /// Days of interest with one base and one rate; or interest claimed as a sum.
    Interest,
    /// Collection costs.
    Costs,
    /// A fee that was agreed.
    Fee,
    /// Value-added tax on collection costs.
    Vat,
    /// Money; below zero.
    Payment,
    /// Money that bounced.
    Reversal,
    /// A credit note, a discount, or principal given up; below zero.
    Credit,
    /// Charges no longer claimed; below zero.
    Waiver,
}

/// A line of a claim.
#[derive(Clone, Debug)]
pub struct ClaimRow {
    /// Of which invoice.
    pub invoice: InvoiceIx,
    /// What it is.
    pub kind: ClaimRowKind,
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub to: Option<NaiveDate>,
    /// How many days of interest.
    pub days: Option<i64>,
    /// On how much.
    pub base: Option<Minor>,
    /// At what share.
    pub rate: Option<Share>,
    /// How much; above zero raises the claim.
    pub amount: Minor,
    /// On what it rests.
    pub ground: ClaimGround,
}

/// On what a line rests.
#[derive(Clone, Debug)]
pub enum ClaimGround {
    /// The invoice; which of its instalments, and how many it has.
    Invoice {
        /// From 1.
        number: usize,
        /// 1 where it is undivided.
        count: usize,
    },
    /// An article, with the warning that belongs to its figure.
    Law {
        /// Its short name.
        article: &'static str,
        /// How surely the figure is known.
        level: CitationLevel,
    },
    /// A policy that was agreed.
    Policy(PolicyIx),
    /// An entry of the journal.
    Entry(MovementIx),
    /// An entry that lowered the claim, and what it went to.
    Allocation {
        /// The entry.
        entry: MovementIx,
        /// For costs.
        costs: Minor,
        /// For interest.
        interest: Minor,
        /// For principal.
        principal: Minor,
        /// By which rule of the books.
        rule: AllocationRule,
    },
}

/// Why there is no answer at all.
#[derive(Clone, Debug)]
pub enum ClaimError {
    /// A number that is no invoice.
    NoInvoice(InvoiceIx),
    /// Invoices of two customers.
    SeveralCustomers(InvoiceIx, InvoiceIx),
    /// The interest of an invoice cannot be reckoned.
    Interest(InvoiceIx, InterestError),
    /// A figure is beyond what can be reckoned.
    TooLarge(InvoiceIx),
}
