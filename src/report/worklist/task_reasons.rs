//! Why something is to be done, in the reader's language; with the line to write where there is one.

use crate::claim::vat_facts::ReclaimCause;
use crate::dunning::arrangement_status::{PlanStatus, plan_status};
use crate::dunning::blocker::Blocker;
use crate::dunning::ladder_position::{WaitCause, WaitCondition, WaitReason};
use crate::dunning::void_letter::{LetterFault, VoidLetter};
use crate::journal::event_kind::EventKind;
use crate::journal::model::{Event, InvoiceIx};
use crate::language::dunning::RemedyOfReason;
use crate::letter::facts::refusal::LetterRefusal;
use crate::letter::refusal_message::refusal_message;
use crate::report::shared::labels;
use crate::report::shared::report_input::ReportInput;
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::apply::ApplyEntry;
use crate::syntax::directive::charge::ChargeEntry;
use crate::syntax::directive::payment::DesignationLine;
use crate::syntax::directive::refund::RefundEntry;
use crate::syntax::directive::writeoff::WriteoffEntry;
use crate::syntax::journal_entry::JournalEntry;
use crate::text::span::Spanned;
use crate::value::money::{Minor, Money};
use crate::worklist::remedies::{is_refuted, remedy_of};
use crate::worklist::task::{Action, MissedParts, Task, TaskReason, VatReason};
use chrono::NaiveDate;

/// Why a last letter is to be written again.
fn void_letter_reason(input: ReportInput<'_>, letter: &VoidLetter<'_>) -> String {
    let say = &input.language.phrases.dunning.reason;
    let say = match letter.fault {
        LetterFault::Spoken => say.letter_spoken,
        LetterFault::TermTooShort => say.letter_too_short,
        LetterFault::AskedLess => say.letter_asked_less,
    };
    say(letter.event.date)
}

/// Why a task is to be done.
pub fn task_reason(input: ReportInput<'_>, task: &Task<'_>) -> String {
    let say = &input.language.phrases.dunning.reason;
    match &task.reason {
        TaskReason::StepPossible(wait) => step_reason(input, wait),
        TaskReason::LetterVoid(letter) => void_letter_reason(input, letter),
        TaskReason::CallOpen(sent) => (say.call_open)(sent.date),
        TaskReason::FeeNotAllowed(..) | TaskReason::ChargeNotOwed(..) => {
            refused_letter_reason(input, task).unwrap_or_default()
        }
        TaskReason::CallMissed(call) => (say.call_missed)(call.date),
        TaskReason::StepBarred(stage, blocker) => {
            let name = labels::stage_label(&stage.name, input.language);
            match blocker {
                Blocker::NoAgency => say.barred_handover.to_owned(),
                Blocker::SelfBelow => say.self_below.to_owned(),
                _ => (say.barred_step)(&name),
            }
        }
        TaskReason::BelowMinimum(due) => (say.below_minimum)(*due),
        TaskReason::BrokenPromise(promise, received) => {
            broken_promise_reason(input, promise, *received)
        }
        TaskReason::MissedInstalment(missed) => {
            let said = missed_parts_reason(input, missed);
            match task.action {
                Action::Decide => format!("{said}: {}", say.ways_for_a_plan),
                _ => said,
            }
        }
        TaskReason::Delivered(event) => delivered_reason(input, event),
        TaskReason::ReasonGiven(event) => reason_given(input, event).unwrap_or_default(),
        TaskReason::UntrueStories(count, last) => (say.untrue_stories)(*count, last.date),
        TaskReason::NoReasonTold(count, last) => (say.no_reason_told)(*count, last.date),
        TaskReason::DeliveredMeanwhile(letter, delivery) => {
            delivered_meanwhile_reason(input, letter, *delivery)
        }
        TaskReason::SuspensionPaid(letter) => (say.suspension_paid)(letter.date),
        TaskReason::FollowUpNoted(event) => follow_up_reason(input, task, event),
        TaskReason::Proposal(lines) => proposed_entries(input, task, lines),
        TaskReason::PayerUnknown => payer_unknown_reason(input, task),
        TaskReason::NothingToPay => nothing_to_pay_reason(input, task),
        TaskReason::OpenEntry(event) => {
            (say.open_entry)(event.date, &input.day.source_lookup.free_text(event.origin))
        }
        TaskReason::LadderExhausted(event) => (say.ladder_exhausted)(event.date),
        TaskReason::OnlyCharges => say.only_charges.to_owned(),
        TaskReason::LapsedSettlement(offered) => {
            (say.lapsed_settlement)(&input.language.format_money(offered.amount), offered.by)
        }
        TaskReason::CostsOwed => (say.costs_owed)(&proposed_costs(input, task)),
        TaskReason::BelowTolerance => (say.below_tolerance)(&proposed_writeoff(input, task)),
        TaskReason::BankEnds(day) => (say.bank_ends)(*day),
        TaskReason::Vat(vat) => vat_reason(input, vat),
        TaskReason::LimitationEnd(day) => (say.limitation_end)(*day),
        TaskReason::Barred(day) => (say.barred_claim)(*day),
    }
}

/// What was delivered and is not invoiced yet.
fn delivered_reason(input: ReportInput<'_>, event: &Event) -> String {
    let say = &input.language.phrases.dunning.reason;
    (say.delivered)(event.date, &input.day.source_lookup.free_text(event.origin))
}

/// That the work was stopped, and what was delivered all the same and is not invoiced yet.
fn delivered_meanwhile_reason(
    input: ReportInput<'_>,
    letter: &Event,
    delivery: Option<&Event>,
) -> String {
    let stopped = (input.language.phrases.dunning.reason.delivered_meanwhile)(letter.date);
    let delivered = delivery.map(|event| delivered_reason(input, event));
    delivered.map_or(stopped.clone(), |it| format!("{it}; {stopped}"))
}

/// Which parts of a plan were missed, what is missing of them, and what that made due.
fn missed_parts_reason(input: ReportInput<'_>, missed: &MissedParts) -> String {
    let say = &input.language.phrases.dunning.reason;
    let days: Vec<String> = missed.days.iter().map(ToString::to_string).collect();
    let days: Vec<&str> = days.iter().map(String::as_str).collect();
    let money = |money: Money| input.language.format_money(money);
    let missing = (!missed.missing.minor.is_zero()).then(|| money(missed.missing));
    let joined = input.language.join_words(&days);
    let said = (say.missed_instalments)(missing.as_deref(), &joined, days.len());
    let all_due = missed.all_due.map(|all| (say.all_due)(&money(all)));
    all_due.map_or(said.clone(), |all_due| format!("{said}; {all_due}"))
}

/// The code of a reason, for programs: the words follow the language of the report.
pub const fn reason_code(reason: &TaskReason<'_>) -> &'static str {
    match reason {
        TaskReason::StepPossible(wait) => match wait.reason {
            WaitReason::Threshold => "due-date",
            WaitReason::Gap => "gap",
            WaitReason::Deadline { .. } => "deadline",
            WaitReason::Hold(_) => "hold-over",
            WaitReason::Reversal => "reversal",
        },
        TaskReason::LetterVoid(_) => "letter-void",
        TaskReason::CallOpen(_) => "call-open",
        TaskReason::FeeNotAllowed(..) => "fee-not-allowed",
        TaskReason::ChargeNotOwed(..) => "charge-not-owed",
        TaskReason::CallMissed(_) => "call-missed",
        TaskReason::StepBarred(..) => "step-barred",
        TaskReason::BelowMinimum(_) => "below-minimum",
        TaskReason::BrokenPromise(..) => "promise-broken",
        TaskReason::MissedInstalment(..) => "instalment-missed",
        TaskReason::Delivered(_) => "delivered",
        TaskReason::ReasonGiven(_) => "reason-given",
        TaskReason::UntrueStories(..) => "untrue-stories",
        TaskReason::NoReasonTold(..) => "no-reason-told",
        TaskReason::DeliveredMeanwhile(..) => "delivered-meanwhile",
        TaskReason::SuspensionPaid(_) => "suspension-paid",
        TaskReason::FollowUpNoted(_) => "follow-up",
        TaskReason::Proposal(_) => "proposal",
        TaskReason::PayerUnknown => "payer-unknown",
        TaskReason::NothingToPay => "nothing-to-pay",
        TaskReason::OpenEntry(_) => "open-entry",
        TaskReason::LadderExhausted(_) => "ladder-exhausted",
        TaskReason::OnlyCharges => "only-charges",
        TaskReason::CostsOwed => "costs-owed",
        TaskReason::LapsedSettlement(..) => "settlement-lapsed",
        TaskReason::BelowTolerance => "below-tolerance",
        TaskReason::BankEnds(_) => "bank-ends",
        TaskReason::Vat(_) => "vat",
        TaskReason::LimitationEnd(_) => "limitation-end",
        TaskReason::Barred(_) => "claim-barred",
    }
}

/// A day noted that has come: of an appointment whether it was kept, else what was noted, and what helps against the reason
/// given.
fn follow_up_reason(input: ReportInput<'_>, task: &Task<'_>, event: &Event) -> String {
    let say = &input.language.phrases.dunning.reason;
    let words = input.day.source_lookup.free_text(event.origin);
    if event.is_appointment() {
        let missed = input.day.history().failed_attempt_since(event, task.since);
        return match missed {
            Some(missed) => (say.appointment_missed)(task.since, missed.date, &words),
            None => (say.appointment)(task.since, &words),
        };
    }
    let noted = (say.follow_up_noted)(event.date, &words);
    let given = reason_given(input, event);
    given.map_or(noted.clone(), |given| format!("{noted}\n{given}"))
}

/// Why the letter of a step would not be written, in the words of `letters`.
fn refused_letter_reason(input: ReportInput<'_>, task: &Task<'_>) -> Option<String> {
    let journal = input.day.journal;
    let refused = match &task.reason {
        TaskReason::FeeNotAllowed(stage, fee) => {
            let law = journal.law_for_customer(task.customer?);
            LetterRefusal::FeeNotAllowed(stage.name.to_string(), *fee, law)
        }
        TaskReason::ChargeNotOwed(invoice, amount) => {
            LetterRefusal::charge_not_owed(journal, *invoice, *amount)
        }
        _ => return None,
    };
    Some(refusal_message(&refused, input.language))
}

/// The reason that the customer gave, and what helps; `None` where nothing but the next step does.
pub fn reason_given(input: ReportInput<'_>, event: &Event) -> Option<String> {
    let given = event.contact.reason.filter(|_| !is_refuted(event))?;
    let remedy = match remedy_of(given)? {
        Action::ProposePlan => RemedyOfReason::Plan,
        Action::SendInvoice => RemedyOfReason::Invoice,
        _ => RemedyOfReason::Dispute,
    };
    let phrases = &input.language.phrases;
    let name = labels::reason_label(&phrases.habit.reason, given);
    Some((phrases.dunning.reason.reason_given)(
        event.date, name, remedy,
    ))
}

/// How much VAT, by rate where there are several, and what made it certain that nothing comes.
fn vat_reason(input: ReportInput<'_>, told: &VatReason) -> String {
    let say = &input.language.phrases.dunning.reason;
    let money = |minor| {
        input
            .language
            .format_money(Money::new(minor, told.vat.currency))
    };
    let mut said = (say.vat)(&money(told.vat.minor));
    let charged = told.rates.iter().filter(|it| !it.amount.is_zero());
    let each: Vec<String> = charged
        .map(|it| (say.vat_at_rate)(&money(it.amount), &input.language.format_rate(it.rate)))
        .collect();
    if each.len() > 1 {
        said = format!("{said}: {}", each.join(", "));
    }
    let ended = told.cause.and_then(|(cause, since)| match cause {
        ReclaimCause::TimePassed => None,
        ReclaimCause::Insolvent => Some((say.vat_of_insolvent)(since)),
        ReclaimCause::WrittenOff => Some((say.vat_written_off)(since)),
        ReclaimCause::Settled => Some((say.vat_settled)(since)),
        ReclaimCause::CreditPaidOut => Some((say.vat_credit_paid_out)(since)),
    });
    ended.map_or(said.clone(), |ended| format!("{said}; {ended}"))
}

/// The last of the days that a step waited for.
fn step_reason(input: ReportInput<'_>, wait: &WaitCondition<'_>) -> String {
    let say = &input.language.phrases.dunning.reason;
    let event = match wait.cause {
        WaitCause::Due(due) => return (say.due)(due),
        WaitCause::Movement(reversal) => {
            return (say.reversal)(input.day.journal.movements[reversal].date);
        }
        WaitCause::Event(event) => event,
    };
    match wait.reason {
        WaitReason::Deadline { given } => (say.deadline)(event.date, given),
        WaitReason::Hold(hold) => missed_term_day(input, event, wait.from).map_or_else(
            || {
                let name = labels::holding_entry_label(hold, event, input.language);
                (say.hold_over)(name, event.date)
            },
            say.plan_part_missed,
        ),
        WaitReason::Gap if event.kind() == EventKind::Skip => (say.skipped)(event.date),
        WaitReason::Threshold | WaitReason::Gap | WaitReason::Reversal => (say.gap)(event.date),
    }
}

/// The day of the part that was missed, where a plan was agreed and that is why it keeps nothing back from a day on: it is not
/// over, the parts after it are still to come.
fn missed_term_day(
    input: ReportInput<'_>,
    event: &Event,
    from: Option<NaiveDate>,
) -> Option<NaiveDate> {
    let rules = input.day.ladder_rules();
    let invoice = event.invoice.filter(|_| event.is_agreed_arrangement())?;
    let as_of = input.day.as_of();
    let policy = rules.policies.policy_of_invoice(invoice, as_of);
    match plan_status(&rules.receipts, event, policy, as_of)? {
        PlanStatus::Missed { since, term, .. } if Some(since) == from => Some(term),
        _ => None,
    }
}

fn broken_promise_reason(input: ReportInput<'_>, promise: &Event, received: Minor) -> String {
    let say = &input.language.phrases.dunning.reason;
    let made = promise.promise();
    let promised = made.and_then(|made| made.amount);
    let came = promised.filter(|_| received.is_positive());
    let came = came.map_or_else(
        || say.nothing_received.to_owned(),
        |promised| {
            input
                .language
                .format_money(Money::new(received, promised.currency))
        },
    );
    let promised = promised.map(|promised| input.language.format_money(promised));
    (say.broken_promise)(
        promised.as_deref(),
        made.and_then(|made| made.deadline),
        &came,
    )
}

/// Lines to write: `for:` under a payment that waits, or an `apply`.
fn proposed_entries(
    input: ReportInput<'_>,
    task: &Task<'_>,
    lines: &[(InvoiceIx, Money)],
) -> String {
    let dialect = input.day.journal.dialect();
    let customer = task
        .customer
        .map(|customer| Spanned::without_span(input.day.journal.customer_id(customer)));
    let lines = lines.iter().map(|(invoice, part)| {
        let invoice = Spanned::without_span(input.day.journal.invoice_no(*invoice));
        let amount = Spanned::without_span((*part).into());
        if task.action == Action::UseCredit {
            let apply = TypedEntry::Apply(ApplyEntry {
                customer,
                amount,
                invoice,
                of: None,
            });
            JournalEntry::new(None, apply).print_header(dialect)
        } else {
            DesignationLine::new(invoice, amount).print_alone(dialect)
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// What the entry says of the payer, and the only invoice that is open for just that amount.
fn payer_unknown_reason(input: ReportInput<'_>, task: &Task<'_>) -> String {
    let say = &input.language.phrases.dunning.reason;
    let journal = input.day.journal;
    let text = task
        .origin
        .map(|origin| input.day.source_lookup.free_text(origin));
    let candidate = task.invoices.first().map(|invoice| {
        let customer = journal.invoices[*invoice].customer;
        let name = customer.map_or("", |customer| journal.customer_name(customer));
        (journal.invoice_no(*invoice), name)
    });
    (say.payer_unknown)(text.as_deref().unwrap_or_default(), candidate)
}

/// Nothing is open for the money: what pays it back, and what keeps it.
fn nothing_to_pay_reason(input: ReportInput<'_>, task: &Task<'_>) -> String {
    let say = &input.language.phrases.dunning.reason;
    let (Some(customer), Some(amount)) = (task.customer, task.amount) else {
        return String::new();
    };
    let customer = Spanned::without_span(input.day.journal.customer_id(customer));
    let refund = TypedEntry::Refund(RefundEntry {
        customer: Some(customer),
        amount: Spanned::without_span(amount.into()),
        of: None,
    });
    let refund = JournalEntry::new(None, refund).print_header(input.day.journal.dialect());
    match task.action {
        Action::Allocate => (say.nothing_open_for_payment)(&refund),
        _ => (say.nothing_open_for_credit)(&refund, customer.node),
    }
}

fn proposed_costs(input: ReportInput<'_>, task: &Task<'_>) -> String {
    let (Some(first), Some(amount)) = (task.invoices.first(), task.amount) else {
        return String::new();
    };
    let costs = TypedEntry::Costs(ChargeEntry {
        invoice: Spanned::without_span(input.day.journal.invoice_no(*first)),
        customer: None,
        amount: Spanned::without_span(amount.into()),
    });
    JournalEntry::new(None, costs).print_header(input.day.journal.dialect())
}

fn proposed_writeoff(input: ReportInput<'_>, task: &Task<'_>) -> String {
    let number = task
        .invoices
        .first()
        .map_or("", |first| input.day.journal.invoice_no(*first));
    let writeoff = TypedEntry::Writeoff(WriteoffEntry {
        invoice: Spanned::without_span(number),
        customer: None,
        amount: task
            .amount
            .map(|amount| Spanned::without_span(amount.into())),
    });
    JournalEntry::new(None, writeoff).print_header(input.day.journal.dialect())
}
