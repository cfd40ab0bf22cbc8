//! The remarks beside the figures of a claim.

use super::agreement::AgreedPolicy;
use crate::journal::model::{InvoiceIx, MovementIx, PolicyIx};
use crate::ledger::model::Status;
use crate::policy::costs::NoVatReason;
use crate::policy::jurisdiction::dated_table::StaleTable;
use crate::policy::jurisdiction::law::{Debtor, TermLimit};
use crate::policy::jurisdiction::law_list::LawBasis;
use crate::policy::limitation::Nearness;
use crate::policy::notice_term::{DeliveryMethod, LetterReceipt};
use crate::value::currency::Currency;
use crate::value::money::Money;
use crate::value::share::Share;
use chrono::NaiveDate;

/// A remark beside the figures of a claim.
#[derive(Clone, Debug)]
pub enum ClaimRemark {
    /// The journal does not say what kind of customer it is; they are treated as a consumer.
    KindUnknown,
    /// The program does not know the law of the country.
    NoRules(String),
    /// Why this law holds, between two who are not both at home under it, and the country of the one who is not.
    LawAbroad(LawBasis, String),
    /// The law uses another currency than the invoices, which have this one.
    OtherCurrency(Currency),
    /// Nothing of the customer is open.
    NothingOpen,
    /// Nothing can be claimed for an invoice, because it is closed in this way.
    Closed(InvoiceIx, Status),
    /// The invoice was paid in full, but late: the law would still give this amount, which is not claimed.
    StillOwedByLaw(InvoiceIx, Money),
    /// The invoice is dated after the day of the claim.
    Future(InvoiceIx),
    /// The amount of the invoice cannot be read.
    Unreadable(InvoiceIx),
    /// An instalment is not due, or depends on an event without a date.
    NotDue(FutureInstalment),
    /// The fourteen-day letter that the costs are based on.
    Letter(ReceivedLetter),
    /// The letter of this day names invoices that are not in this claim.
    LetterNamesMore(NaiveDate, Vec<InvoiceIx>),
    /// The letter of this day announced the first amount, but the law allowed the second on that day.
    AnnouncedCostsDiffer(NaiveDate, (Money, Money)),
    /// The letter of the first day could have been one demand with that of the second: their principals are added.
    JointDemand(NaiveDate, NaiveDate),
    /// A part was paid within the term: the principal when the letter was sent, and at the end of its term.
    PaidWithinTerm((Money, Money)),
    /// No costs are claimed for an invoice, for this reason.
    NoCosts(InvoiceIx, NoCostsReason),
    /// A recorded charge is not claimed, or not in full.
    ChargeNotClaimed(UnclaimedCharge),
    /// Recorded costs of a business exceed the scale: the recorded amount, and that of the scale.
    AboveScale(InvoiceIx, (Money, Money)),
    /// Fees that were not agreed stand for collection as the costs do: the fees, and the scale for both together.
    FeeWithinScale((Money, Money)),
    /// The demand must declare that VAT cannot be deducted.
    VatMustBeDeclared,
    /// No VAT is added to the costs although a third party collects, for this reason.
    WithoutVat(NoVatReason),
    /// No demand was sent, and more is claimed from a business than this amount, which it owes without one.
    WithoutDemand(Money),
    /// Costs are claimed from a consumer more than once in half a year.
    RepeatedCosts,
    /// A rate of interest that was agreed with a consumer.
    ConsumerRate,
    /// Interest or costs rest on a policy that the journal does not know to be agreed.
    PolicyNotAgreed {
        /// The version that holds for the invoice.
        policy: PolicyIx,
        /// The version that the customer agreed to; `None` where he agreed to none.
        accepted: Option<AgreedPolicy>,
        /// Whether its rate is one that a letter to this customer, a consumer, does not announce: it names that of the law.
        is_rate_unannounced: bool,
    },
    /// The journal does not record that the consumer agreed to the terms.
    TermsNotAgreed,
    /// The policy of the invoice began with this version, later than the invoice: the built-in one holds.
    NoPolicyVersion(InvoiceIx, PolicyIx),
    /// The terms give a business more days than this limit: interest by law may run from the day.
    TermsTooLong(InvoiceIx, i64, TermLimit, NaiveDate),
    /// The journal does not record that a business agreed to so few days to pay: without that the law gives until the day
    /// before this one.
    BusinessTermsNotAgreed(InvoiceIx, i64, NaiveDate),
    /// The time to pay is that of a version of the policy that the customer did not accept; the accepted one gives more.
    OtherTermsAgreed(AgreedPolicyTerms),
    /// The rate of the policy is below that of the law, which is the second.
    RateBelowStatutory(Share, Share),
    /// A credit note of after the due day.
    LateCredit(LateCredit),
    /// The invoice has been disputed since this day, and is claimed all the same.
    Disputed(InvoiceIx, NaiveDate),
    /// The customer has contested so much of an invoice since this day, which is not claimed.
    Contested(InvoiceIx, NaiveDate, Money),
    /// The first amount of an invoice was conceded to the customer on this day; the second is open of it, and not claimed.
    Conceded(InvoiceIx, NaiveDate, (Money, Money)),
    /// A plan about an invoice goes on.
    InPlan(PlannedClaim),
    /// A settlement of the first day about an invoice can still be reached: who pays so much of it by the second owes no more.
    Settlement(InvoiceIx, (NaiveDate, NaiveDate), Money),
    /// So much of an invoice was written off in the books, and is not claimed.
    WrittenOff(InvoiceIx, Money),
    /// The customer has been insolvent since this day.
    Insolvent(NaiveDate),
    /// A contract was made before this day, on which the rates changed.
    OldContract(NaiveDate),
    /// An invoice is barred, or soon will be.
    LimitationEnd(LimitationEnd),
    /// The table of interest rates was not checked for days this late.
    RatesNotChecked(Debtor, StaleTable),
    /// The costs are more than the principal: both amounts.
    CostsExceedPrincipal(Money, Money),
    /// Money that waits on account, and what it pays by the order of the law.
    WaitingMoney(OnAccountMoneyUse),
    /// The claim differs from the ledger: the open amount there, the claim, and the causes of the difference.
    DiffersFromBooks((Money, Money), Vec<(DifferenceCause, Money)>),
}

/// What a plan that goes on leaves of a claim.
#[derive(Clone, Copy, Debug)]
pub struct PlannedClaim {
    /// The invoice.
    pub invoice: InvoiceIx,
    /// The day of the plan.
    pub agreed_on: NaiveDate,
    /// What is missing of the parts that were missed.
    pub asked: Money,
    /// What is not due yet.
    pub deferred: Money,
    /// The day of the next part; `None` where there is none.
    pub next_due: Option<NaiveDate>,
}

/// Money that waits on account, and what it pays by the order of the law.
#[derive(Clone, Debug)]
pub struct OnAccountMoneyUse {
    /// The day it came in.
    pub date: NaiveDate,
    /// All of it.
    pub amount: Money,
    /// What it pays.
    pub parts: Vec<(InvoiceIx, Money)>,
    /// What is left when everything was paid.
    pub left_over: Money,
}

/// An instalment that is not due yet.
#[derive(Clone, Copy, Debug)]
pub struct FutureInstalment {
    /// The invoice that it belongs to.
    pub invoice: InvoiceIx,
    /// The number of the instalment, from 1, and the number of instalments.
    pub place: (usize, usize),
    /// The due date; `None` while it depends on an event without a date.
    pub due: Option<NaiveDate>,
    /// The amount that the ledger has open.
    pub open: Money,
}

/// A fourteen-day letter that arrived.
#[derive(Clone, Copy, Debug)]
pub struct ReceivedLetter {
    /// The day on which it was sent.
    pub sent_on: NaiveDate,
    /// The day on which it arrived, known or presumed.
    pub receipt: LetterReceipt,
    /// How it was delivered.
    pub delivery: DeliveryMethod,
    /// The last day of its term.
    pub last_day: NaiveDate,
}

/// A recorded charge that is not claimed.
#[derive(Clone, Copy, Debug)]
pub struct UnclaimedCharge {
    /// The invoice that it belongs to.
    pub invoice: InvoiceIx,
    /// The entry that records it.
    pub entry: MovementIx,
    /// The amount that is not claimed.
    pub amount: Money,
    /// Why none of it is claimed; `None` where it merely exceeds what the law allows.
    pub reason: Option<NoCostsReason>,
}

/// A credit note that came when what it takes off had borne interest.
#[derive(Clone, Copy, Debug)]
pub struct LateCredit {
    /// The invoice.
    pub invoice: InvoiceIx,
    /// The day of the credit note.
    pub date: NaiveDate,
    /// How much it takes off.
    pub amount: Money,
    /// The interest over that until its day.
    pub interest: Money,
}

/// The last day on which an invoice can be claimed.
#[derive(Clone, Copy, Debug)]
pub struct LimitationEnd {
    /// The invoice.
    pub invoice: InvoiceIx,
    /// The last day on which it can be claimed.
    pub last_day: NaiveDate,
    /// How near that day is.
    pub nearness: Nearness,
    /// Whether this holds only if a movable thing was sold to a consumer.
    pub is_consumer_sale: bool,
}

/// Why a recorded charge is not claimed, or no costs are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCostsReason {
    /// The policy claims no costs.
    Policy,
    /// The journal has no fourteen-day letter.
    NoLetter,
    /// The letter was sent on this day, before the invoice was late.
    LetterTooEarly(NaiveDate),
    /// What was said on this day was not in writing.
    NotInWriting(NaiveDate),
    /// The journal does not record the amount that the letter of this day announced.
    NoAmount(NaiveDate),
    /// The letter named a last day that was too early.
    TermTooShort {
        /// The day on which it was sent.
        sent: NaiveDate,
        /// The last day that it named.
        named_last_day: NaiveDate,
        /// The last day that the law requires.
        lawful_last_day: NaiveDate,
    },
    /// The term of the letter has not passed.
    TermRunning {
        /// The day on which it was sent.
        sent: NaiveDate,
        /// The first day on which costs may be claimed.
        from: NaiveDate,
    },
    /// The debtor was in default before the scale existed.
    NoScale,
    /// Everything was paid within the term.
    PaidInTime,
    /// The earlier letter of this day gives the costs of all that could have been one demand with it.
    JointDemand(NaiveDate),
    /// The charge was recorded when the customer was insolvent.
    Insolvent,
    /// The costs of a joint demand are recorded on this other invoice.
    RecordedOn(InvoiceIx),
}

/// Why a claim differs from the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DifferenceCause {
    /// Computed interest that no entry records.
    Interest,
    /// Costs that no entry records, and VAT on them.
    Costs,
    /// Recorded interest that is replaced by computed interest.
    RecordedInterest,
    /// Recorded charges that may not be claimed.
    RefusedCharges,
    /// Money that waits on account, and counts in the claim.
    WaitingMoney,
    /// What is open and not asked on the day.
    NotAsked,
    /// The statutory order allocated money to other parts.
    AllocationOrder,
}

/// The time to pay of an invoice, beside that to which the customer agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgreedPolicyTerms {
    /// The invoice.
    pub invoice: InvoiceIx,
    /// The days that it gives.
    pub days: i64,
    /// The days of the version that was accepted.
    pub agreed_days: i64,
    /// The day of that agreement.
    pub agreed_on: NaiveDate,
    /// The first late day under it.
    pub from: NaiveDate,
}
