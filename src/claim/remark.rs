//! What must be said beside the figures of a claim.

use crate::journal::model::{InvoiceIx, MovementIx};
use crate::ledger::model::Status;
use crate::policy::costs::NoVatReason;
use crate::policy::jurisdiction::dated_table::StaleTable;
use crate::policy::jurisdiction::law::Debtor;
use crate::policy::limitation::Nearness;
use crate::policy::notice_term::{DeliveryMethod, LetterReceipt};
use crate::value::currency::Currency;
use crate::value::money::Money;
use chrono::NaiveDate;

/// Something that must be said.
#[derive(Clone, Debug)]
pub enum ClaimRemark {
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
    NotDue(FutureInstalment),
    /// The fourteen-day letter that was relied on.
    Letter(ReceivedLetter),
    /// The letter of a day names invoices that are not in this claim.
    LetterNamesMore(NaiveDate, Vec<InvoiceIx>),
    /// What the letter of a day announced, and what the law gave on that day instead.
    AnnouncedCostsDiffer(NaiveDate, (Money, Money)),
    /// Part was paid inside the term: principal when the letter went out, and when its term was over.
    PaidWithinTerm((Money, Money)),
    /// No costs are asked, and why.
    NoCosts(InvoiceIx, NoCostsReason),
    /// A written charge is not claimed, or not all of it.
    ChargeNotClaimed(UnclaimedCharge),
    /// Costs written against a business, and what the scale gives, which is less.
    AboveScale(InvoiceIx, (Money, Money)),
    /// The demand must say that the tax cannot be deducted.
    VatMustBeDeclared,
    /// No tax on the costs although a third party collects, and why.
    WithoutVat(NoVatReason),
    /// No demand was sent, and more is asked of a business than this, which it owes without one.
    WithoutDemand(Money),
    /// A consumer is asked for costs more than once in half a year.
    RepeatedCosts,
    /// A rate that was agreed with a consumer.
    ConsumerRate,
    /// The journal does not say that the consumer agreed to the terms.
    TermsNotAgreed,
    /// The invoice is disputed since a day.
    Disputed(InvoiceIx, NaiveDate),
    /// The customer is insolvent since a day.
    Insolvent(NaiveDate),
    /// A contract is older than this day, which changed the rates.
    OldContract(NaiveDate),
    /// An invoice cannot be claimed for ever.
    LimitationEnd(LimitationEnd),
    /// A table was not checked for days this late.
    RatesNotChecked(Debtor, StaleTable),
    /// What the books have open, what the claim asks, and what makes the difference.
    DiffersFromBooks((Money, Money), Vec<(DifferenceCause, Money)>),
}

/// An instalment that is not due.
#[derive(Clone, Copy, Debug)]
pub struct FutureInstalment {
    /// Of which invoice.
    pub invoice: InvoiceIx,
    /// Which instalment, from 1, and how many there are.
    pub place: (usize, usize),
    /// When it is due.
    pub due: Option<NaiveDate>,
    /// What is open of it in the books.
    pub open: Money,
}

/// A letter that came.
#[derive(Clone, Copy, Debug)]
pub struct ReceivedLetter {
    /// The day it was sent.
    pub sent_on: NaiveDate,
    /// The day it came, known or presumed.
    pub receipt: LetterReceipt,
    /// How it went.
    pub delivery: DeliveryMethod,
    /// The last day of its term.
    pub last_day: NaiveDate,
}

/// A written charge that is not claimed.
#[derive(Clone, Copy, Debug)]
pub struct UnclaimedCharge {
    /// Of which invoice.
    pub invoice: InvoiceIx,
    /// The entry.
    pub entry: MovementIx,
    /// How much of it.
    pub amount: Money,
    /// Why none of it is claimed; `None`: it is more than the law gives.
    pub reason: Option<NoCostsReason>,
}

/// Until when an invoice can be claimed.
#[derive(Clone, Copy, Debug)]
pub struct LimitationEnd {
    /// Which.
    pub invoice: InvoiceIx,
    /// The last day.
    pub last_day: NaiveDate,
    /// How near that is.
    pub nearness: Nearness,
    /// Whether that is so only where a thing was sold to a consumer.
    pub is_consumer_sale: bool,
}

/// Why a written charge is not claimed, or no costs are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCostsReason {
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
        named_last_day: NaiveDate,
        /// The last day by law.
        lawful_last_day: NaiveDate,
    },
    /// Its fourteen days are not over.
    TermRunning {
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
    RecordedOn(InvoiceIx),
}

/// What makes a claim differ from the books.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DifferenceCause {
    /// Interest that is reckoned, not written.
    Interest,
    /// Costs that were not written, and the tax on them.
    Costs,
    /// Interest that was written, and is not added to what is reckoned.
    RecordedInterest,
    /// Charges that were written, and may not be asked.
    RefusedCharges,
    /// Money went to other parts by the order of the law.
    AllocationOrder,
}
