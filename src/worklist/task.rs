//! One thing to do, and why.

use crate::claim::vat_facts::ReclaimCause;
use crate::day::Day;
use crate::dunning::blocker::Blocker;
use crate::dunning::dunning_state::ItemPosition;
use crate::dunning::ladder_position::WaitCondition;
use crate::dunning::void_letter::VoidLetter;
use crate::journal::event_details::Settlement;
use crate::journal::ladder::Stage;
use crate::journal::model::{CustomerIx, Event, InvoiceIx, ItemIx};
use crate::policy::vat_relief::VatAmount;
use crate::text::span::Origin;
use crate::value::calendar::days_between;
use crate::value::channel::Channel;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Finds tasks of one kind.
pub type TaskSource = for<'j> fn(&Day<'j>, &mut Vec<Task<'j>>);

/// What kind of thing. The order is that of a morning, for tasks of one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// Enter what the bank knows.
    Bank,
    /// Find who made a payment.
    FindPayer,
    /// Say what a payment is for.
    Allocate,
    /// Use money on account.
    UseCredit,
    /// Pay money back, or keep it on purpose: nothing is open for it.
    Refund,
    /// A promise was broken.
    PromiseBroken,
    /// A term of a plan was missed.
    InstalmentMissed,
    /// A settlement was not paid in time.
    SettlementLapsed,
    /// Send the letter of a stage.
    Send,
    /// Call.
    Phone,
    /// Come back to it, as noted.
    FollowUp,
    /// Write the invoice for what was delivered.
    Invoice,
    /// Offer a plan: the customer has no money.
    ProposePlan,
    /// Send the invoice again: the customer misses something.
    SendInvoice,
    /// Write a dispute down: the customer is not content.
    OpenDispute,
    /// Answer a dispute.
    Dispute,
    /// Write the credit note for a complaint that was right.
    CreditNote,
    /// Look at a hold that has no end.
    Hold,
    /// Write down costs that are owed.
    WriteCosts,
    /// Hand it over.
    Handover,
    /// File the claim with the trustee.
    FileClaim,
    /// Work went on although it was stopped.
    Suspension,
    /// Take up the work again: all is paid.
    Resume,
    /// All steps are done: decide how to go on.
    Decide,
    /// A few cents are left: close it.
    Close,
    /// Demand it before it is too late.
    Limitation,
    /// Ask the VAT back.
    VatReclaim,
    /// Pay VAT again that was asked back.
    VatDueAgain,
}

impl Action {
    /// The code for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Bank => "bank",
            Self::FindPayer => "find-payer",
            Self::Allocate => "allocate",
            Self::UseCredit => "use-credit",
            Self::Refund => "refund",
            Self::PromiseBroken => "promise-broken",
            Self::InstalmentMissed => "instalment-missed",
            Self::SettlementLapsed => "settlement-lapsed",
            Self::Send => "send",
            Self::Phone => "phone",
            Self::FollowUp => "follow-up",
            Self::Invoice => "invoice",
            Self::ProposePlan => "propose-plan",
            Self::SendInvoice => "send-invoice",
            Self::OpenDispute => "open-dispute",
            Self::Dispute => "dispute",
            Self::CreditNote => "credit-note",
            Self::Hold => "hold",
            Self::WriteCosts => "write-costs",
            Self::Handover => "handover",
            Self::FileClaim => "file-claim",
            Self::Suspension => "suspension",
            Self::Resume => "resume",
            Self::Decide => "decide",
            Self::Close => "close",
            Self::Limitation => "limitation",
            Self::VatReclaim => "vat-reclaim",
            Self::VatDueAgain => "vat-due-again",
        }
    }
}

/// Something to do.
#[derive(Clone, Debug)]
pub struct Task<'j> {
    /// Since when it can be done.
    pub since: NaiveDate,
    /// What.
    pub action: Action,
    /// About whom; `None`: about nobody in particular.
    pub customer: Option<CustomerIx>,
    /// About which invoices, the one due first before the others.
    pub invoices: Vec<InvoiceIx>,
    /// The stage whose letter or call it is.
    pub stage: Option<&'j Stage>,
    /// How.
    pub channels: Vec<Channel>,
    /// How much it is about.
    pub amount: Option<Money>,
    /// How late the oldest of it is, in days, from the day on which it was to be paid; below zero before that day.
    pub days: Option<i64>,
    /// Why.
    pub reason: TaskReason<'j>,
    /// The entry it rests on.
    pub origin: Option<Origin>,
    /// Who of us looks after it: whom the entry names, else whom the customer has; `None` where nobody is named.
    pub owner: Option<&'j str>,
}

impl<'j> Task<'j> {
    /// Something to do that is about nobody and nothing in particular.
    pub const fn new(since: NaiveDate, action: Action, reason: TaskReason<'j>) -> Self {
        Self {
            since,
            action,
            customer: None,
            invoices: Vec::new(),
            stage: None,
            channels: Vec::new(),
            amount: None,
            days: None,
            reason,
            origin: None,
            owner: None,
        }
    }

    /// Resting on an entry, which may name who looks after it.
    pub fn resting_on(self, event: &'j Event) -> Self {
        Self {
            customer: self.customer.or(event.customer),
            origin: Some(event.origin),
            owner: event.owner(),
            ..self
        }
    }

    /// With what it is about: items of one customer and currency. It rests on the invoice due first.
    pub fn about(self, day: &Day<'j>, positions: &[&ItemPosition<'j>]) -> Self {
        let journal = day.journal;
        let due = |position: &ItemPosition<'_>| journal.items[position.item].due;
        let mut items = positions.to_vec();
        items.sort_by_key(|it| {
            let order = journal.invoice_order(it.invoice);
            (due(it).is_none(), due(it), order)
        });
        let first = items.first().copied();
        let (mut invoices, mut known) = (Vec::new(), BTreeSet::new());
        // What may be asked: principal that is neither disputed nor conceded nor deferred by a plan, and charges.
        let sum = day.dunning().amount_asked(&items);
        for position in items {
            if known.insert(position.invoice) {
                invoices.push(position.invoice);
            }
        }
        let payable = first.and_then(|first| day.dunning().payable_on(first));
        let days = payable.map_or(0, |payable| days_between(payable, day.as_of()));
        let invoice = first.map(|first| &journal.invoices[first.invoice]);
        let currency = invoice.map_or(journal.currency, |invoice| invoice.currency);
        Self {
            customer: first.and_then(|first| first.customer),
            invoices,
            amount: Some(Money::new(sum, currency)),
            days: Some(days),
            origin: invoice.map(|invoice| invoice.origin),
            ..self
        }
    }
}

/// How late the oldest of some items is, by the days on which they were to be paid.
pub fn days_late_of(day: &Day<'_>, items: impl Iterator<Item = ItemIx>) -> Option<i64> {
    let dunning = day.dunning();
    let payable = items.filter_map(|item| dunning.payable_on(&dunning.position_of(item)));
    let oldest = payable.min()?;
    Some(days_between(oldest, day.as_of()))
}

/// An entry, and one of the customers that it is about: a task each.
pub type EntryKey = (Origin, Option<CustomerIx>);

/// Why something is to be done: the facts, for a language to say.
#[derive(Clone, Debug)]
pub enum TaskReason<'j> {
    /// The step is possible since the last of the days it waited for.
    StepPossible(WaitCondition<'j>),
    /// The letter of the step had no effect, so that it is to be sent anew.
    LetterVoid(VoidLetter<'j>),
    /// The letter of the same step went out; the call is open.
    CallOpen(&'j Event),
    /// The step of the letter adds a fee, and its reader owes none.
    FeeNotAllowed(&'j Stage, Money),
    /// Charges on an invoice that may not be asked stand in the way of its letter.
    ChargeNotOwed(InvoiceIx, Money),
    /// Nobody answered the last call.
    CallMissed(&'j Event),
    /// The next step has no way that is allowed.
    StepBarred(&'j Stage, Blocker),
    /// Too little for a letter, late since a day.
    BelowMinimum(NaiveDate),
    /// A promise was not kept: what came in for it.
    BrokenPromise(&'j Event, Minor),
    /// Parts of a plan were not paid.
    MissedInstalment(MissedParts),
    /// It was delivered, and no invoice is there.
    Delivered(&'j Event),
    /// The customer said why it is not paid.
    ReasonGiven(&'j Event),
    /// So many stories did not check out, the last in an entry.
    UntrueStories(usize, &'j Event),
    /// So often the customer would not tell why he does not pay, the last time in an entry.
    NoReasonTold(usize, &'j Event),
    /// Since a letter that stopped the work invoices were written, or this was delivered, which is not invoiced yet.
    DeliveredMeanwhile(&'j Event, Option<&'j Event>),
    /// What a letter stopped the work for is paid.
    SuspensionPaid(&'j Event),
    /// It was noted.
    FollowUpNoted(&'j Event),
    /// What the money may be for.
    Proposal(Vec<(InvoiceIx, Money)>),
    /// Nobody knows who paid; the invoice of the task is the only one open for just that amount.
    PayerUnknown,
    /// Nothing is open that the money could pay.
    NothingToPay,
    /// An entry is without end: a dispute, a hold, an insolvency.
    OpenEntry(&'j Event),
    /// All steps are done; the last of them.
    LadderExhausted(&'j Event),
    /// The principal is paid; charges are left.
    OnlyCharges,
    /// So much was accepted as full until a day, which has passed.
    LapsedSettlement(Settlement),
    /// A letter to a consumer was without effect in its term, so that costs are owed, and no entry claims them.
    CostsOwed,
    /// Too little to ask for.
    BelowTolerance,
    /// Bank data end on a day.
    BankEnds(NaiveDate),
    /// So much VAT is in it.
    Vat(VatReason),
    /// The last day on which it can be claimed.
    LimitationEnd(NaiveDate),
    /// That day is past.
    Barred(NaiveDate),
}

/// The parts of a plan that were missed so far.
#[derive(Clone, Debug)]
pub struct MissedParts {
    /// Their days; with `accelerate: yes` also that of a part which was paid too late.
    pub days: Vec<NaiveDate>,
    /// What is missing of them together.
    pub missing: Money,
    /// All that is left of the plan, where `accelerate: yes` made it due.
    pub all_due: Option<Money>,
}

/// The VAT of a task.
#[derive(Clone, Debug)]
pub struct VatReason {
    /// All of it.
    pub vat: Money,
    /// By rate.
    pub rates: Vec<VatAmount>,
    /// Why it can be asked back, and since when; `None` where it is to be paid again.
    pub cause: Option<(ReclaimCause, NaiveDate)>,
}
