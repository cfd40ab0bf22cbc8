//! A claim: its lines, its sum, and what must be said beside them.

use crate::journal::model::{CustomerIx, InvoiceIx, MovementIx, PolicyIx};
use crate::ledger::model::Status;
use crate::policy::costs::WithoutVat;
use crate::policy::deadline::{Receipt, Way};
use crate::policy::interest::Fault;
use crate::policy::jurisdiction::cited::Level;
use crate::policy::jurisdiction::law::{Debtor, Law};
use crate::policy::jurisdiction::table::{Caution, Stale};
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};
use crate::value::rate::DayCount;
use crate::value::share::Share;
use chrono::NaiveDate;

/// What may be asked of one customer on a day, in one currency.
#[derive(Debug)]
pub struct Claim {
    /// In which currency.
    pub currency: Currency,
    /// The lines, which add up to [`Claim::total`].
    pub rows: Vec<Row>,
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
    pub booked: Minor,
}

/// Everything that was asked about, and what must be said beside it.
#[derive(Debug)]
pub struct Answer {
    /// Who owes it.
    pub customer: CustomerIx,
    /// What the law takes him for.
    pub debtor: Debtor,
    /// The law whose rules were used; `None` where no rules are known.
    pub law: Option<&'static Law>,
    /// How days became parts of a year.
    pub count: DayCount,
    /// By currency; none where nothing may be asked.
    pub claims: Vec<Claim>,
    /// In the order in which they should be read.
    pub remarks: Vec<Remark>,
}

/// What a line of a claim is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
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
    Waived,
}

/// A line of a claim.
#[derive(Clone, Debug)]
pub struct Row {
    /// Of which invoice.
    pub invoice: InvoiceIx,
    /// What it is.
    pub kind: Kind,
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
    pub ground: Ground,
}

/// On what a line rests.
#[derive(Clone, Debug)]
pub enum Ground {
    /// The invoice; which of its instalments, and how many it has.
    Invoice {
        /// From 1.
        place: usize,
        /// 1 where it is undivided.
        count: usize,
    },
    /// An article, with the warning that belongs to its figure.
    Law {
        /// Its short name.
        article: &'static str,
        /// How surely the figure is known.
        level: Level,
    },
    /// A policy that was agreed.
    Policy(PolicyIx),
    /// An entry of the journal.
    Entry(MovementIx),
    /// An entry that lowered the claim, and what it went to.
    Used {
        /// The entry.
        entry: MovementIx,
        /// For costs.
        costs: Minor,
        /// For interest.
        interest: Minor,
        /// For principal.
        principal: Minor,
    },
}

/// Why a written charge is not claimed, or no costs are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCosts {
    /// The policy asks for none.
    Policy,
    /// No fourteen-day letter stands in the journal.
    NoLetter,
    /// It was sent when the invoice was not yet late.
    LetterTooEarly(NaiveDate),
    /// The journal does not say which amount it announced.
    NoAmount(NaiveDate),
    /// The last day it named came too early.
    TermTooShort {
        /// The day it was sent.
        sent: NaiveDate,
        /// The last day it named.
        named: NaiveDate,
        /// The last day by law.
        lawful: NaiveDate,
    },
    /// Its fourteen days are not over.
    Running {
        /// The day it was sent.
        sent: NaiveDate,
        /// The first day on which costs may be asked.
        from: NaiveDate,
    },
    /// The debtor was in default before there was a scale.
    NoScale,
    /// All was paid inside the term.
    PaidInTime,
    /// Those of a demand that named this invoice too are written on another one.
    WrittenOn(InvoiceIx),
}

/// Something that must be said beside the figures.
#[derive(Clone, Debug)]
pub enum Remark {
    /// The kind of the customer is not written: he is treated as a consumer.
    KindUnknown,
    /// No rules are known for the country.
    NoRules(String),
    /// The law reckons in another currency.
    OtherCurrency(Currency),
    /// Nothing can be asked of an invoice: it is closed, and how.
    Closed(InvoiceIx, Status),
    /// The invoice is dated after the day.
    Future(InvoiceIx),
    /// The amount of the invoice cannot be read.
    Unreadable(InvoiceIx),
    /// An instalment is not due, or waits for an event without a date.
    NotDue {
        /// Of which invoice.
        invoice: InvoiceIx,
        /// Which instalment, from 1, and how many there are.
        place: (usize, usize),
        /// When it is.
        due: Option<NaiveDate>,
        /// What is open of it in the books.
        open: Money,
    },
    /// The fourteen-day letter that was relied on.
    Letter {
        /// The day it was sent.
        sent: NaiveDate,
        /// The day it came, known or presumed.
        receipt: Receipt,
        /// How it went.
        way: Way,
        /// The last day of its term.
        last_day: NaiveDate,
    },
    /// It names invoices that are not in this claim.
    LetterNamesMore(NaiveDate, Vec<InvoiceIx>),
    /// What it announced is not what the law gives.
    Announced {
        /// The day it was sent.
        sent: NaiveDate,
        /// What it announced.
        announced: Money,
        /// What the law gave on that day.
        lawful: Money,
    },
    /// Part was paid inside the term.
    PaidInside {
        /// Principal when the letter went out.
        before: Money,
        /// Principal when its term was over.
        after: Money,
    },
    /// No costs are asked, and why.
    NoCosts(InvoiceIx, NoCosts),
    /// A written charge is not claimed, or not all of it.
    Refused {
        /// Of which invoice.
        invoice: InvoiceIx,
        /// The entry.
        entry: MovementIx,
        /// How much of it is not claimed.
        amount: Money,
        /// Why none of it is; `None`: it is more than the law gives.
        why: Option<NoCosts>,
    },
    /// Written costs against a business above the scale.
    AboveScale {
        /// Of which invoice.
        invoice: InvoiceIx,
        /// What was written.
        written: Money,
        /// What the scale gives.
        scale: Money,
    },
    /// The demand must say that the tax cannot be deducted.
    VatMustBeDeclared,
    /// No tax on the costs although a third party collects, and why.
    WithoutVat(WithoutVat),
    /// A rate that was agreed with a consumer.
    ConsumerRate,
    /// The journal does not say that the consumer agreed to the terms.
    TermsNotAgreed,
    /// The invoice is disputed.
    Disputed(InvoiceIx, NaiveDate),
    /// The customer is insolvent since a day.
    Insolvent(NaiveDate),
    /// A contract is older than some day.
    Caution(&'static Caution),
    /// A table was not checked for days this late.
    Stale(Debtor, Stale),
    /// The books have another figure open.
    Differs {
        /// What the books have.
        booked: Money,
        /// What the claim has.
        claimed: Money,
        /// What makes the difference; together they are it.
        because: Vec<(Cause, Money)>,
    },
}

/// What makes a claim differ from the books.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Interest that is reckoned, not written.
    Interest,
    /// Costs that were not written, and the tax on them.
    Costs,
    /// Interest that was written, and is not added to what is reckoned.
    WrittenInterest,
    /// Charges that were written, and may not be asked.
    Refused,
    /// Money went to other parts by the order of the law.
    Order,
}

/// Why there is no answer at all.
#[derive(Clone, Debug)]
pub enum Refusal {
    /// A number that is no invoice.
    NoInvoice(InvoiceIx),
    /// Invoices of two customers.
    SeveralCustomers(InvoiceIx, InvoiceIx),
    /// The interest of an invoice cannot be reckoned.
    Interest(InvoiceIx, Fault),
    /// A figure is beyond what can be reckoned.
    TooLarge(InvoiceIx),
}
