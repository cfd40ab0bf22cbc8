//! Our words for kinds of things: the code programs compare with, and what people read.

use super::report_input::ReportInput;
use crate::document::Cell;
use crate::dunning::blocker::Blocker;
use crate::dunning::hold::Hold;
use crate::dunning::ladder_position::LadderPosition;
use crate::insight::remedy::Remedy;
use crate::journal::event_kind::EventKind;
use crate::journal::model::{Component, DueBasis, Event, MovementKind};
use crate::language::habits::NonPaymentReasonWords;
use crate::language::phrases::Language;
use crate::ledger::model::{AllocationRule, Status};
use crate::ledger::statement::StatementLineKind;
use crate::value::calendar::{Duration, PaymentTerms};
use crate::value::channel::Channel;
use crate::value::key_name::KeyName;
use crate::value::vocabulary::{CustomerKind, NonPaymentReason};
use crate::worklist::task::Action;
use chrono::NaiveDate;

/// A kind of movement, by its keyword.
pub fn movement_label(kind: MovementKind, language: &Language) -> (&'static str, &'static str) {
    let say = &language.phrases.entry;
    match kind {
        MovementKind::Credit => ("credit", say.credit),
        MovementKind::Reversal => ("reversal", say.reversal),
        MovementKind::Payment => ("payment", say.payment),
        MovementKind::Apply => ("apply", say.apply),
        MovementKind::Refund => ("refund", say.refund),
        MovementKind::Fee => ("fee", say.fee),
        MovementKind::Costs => ("costs", say.costs),
        MovementKind::Interest => ("interest", say.interest),
        MovementKind::Waive => ("waive", say.waive),
        MovementKind::Settle => ("settle", say.settle),
        MovementKind::Writeoff => ("writeoff", say.writeoff),
        MovementKind::Void => ("void", say.void),
    }
}

/// What a step is called: by its entry, or by the rule where nobody wrote it.
pub fn step_label(
    rule: AllocationRule,
    kind: MovementKind,
    language: &Language,
) -> (&'static str, &'static str) {
    let say = &language.phrases.entry;
    match rule {
        AllocationRule::Discount => ("discount", say.discount),
        AllocationRule::Settlement => ("settlement", say.settlement),
        AllocationRule::Recovered if kind == MovementKind::Writeoff => ("recovery", say.recovery),
        _ => movement_label(kind, language),
    }
}

/// A line of a statement, by the keyword of its entry, or by what it does where nobody wrote that.
pub fn statement_line_label(
    kind: StatementLineKind,
    language: &Language,
) -> (&'static str, &'static str) {
    let say = &language.phrases.entry;
    let movement = match kind {
        StatementLineKind::Invoice => return ("invoice", say.invoice),
        StatementLineKind::Discount => return ("discount", say.discount),
        StatementLineKind::Recovery => return ("recovery", say.recovery),
        StatementLineKind::Settlement => return ("settlement", say.settlement),
        StatementLineKind::Credit => MovementKind::Credit,
        StatementLineKind::Reversal => MovementKind::Reversal,
        StatementLineKind::Payment => MovementKind::Payment,
        StatementLineKind::Refund => MovementKind::Refund,
        StatementLineKind::Fee => MovementKind::Fee,
        StatementLineKind::Costs => MovementKind::Costs,
        StatementLineKind::Interest => MovementKind::Interest,
        StatementLineKind::Waived => MovementKind::Waive,
        StatementLineKind::WrittenOff => MovementKind::Writeoff,
        StatementLineKind::Void => MovementKind::Void,
    };
    movement_label(movement, language)
}

/// A kind of event, by its keyword.
pub fn event_label(kind: EventKind, language: &Language) -> (&'static str, &'static str) {
    let say = &language.phrases.entry;
    match kind {
        EventKind::Agreed => ("agreed", say.agreed),
        EventKind::Delivered => ("delivered", say.delivered),
        EventKind::Settle => ("settle", say.settle),
        EventKind::Dispute => ("dispute", say.dispute),
        EventKind::Resolve => ("resolve", say.resolve),
        EventKind::Hold => ("hold", say.hold),
        EventKind::Release => ("release", say.release),
        EventKind::Promise => ("promise", say.promise),
        EventKind::Plan => ("plan", say.plan),
        EventKind::Milestone => ("milestone", say.milestone),
        EventKind::Insolvent => ("insolvent", say.insolvent),
        EventKind::Sent => ("sent", say.sent),
        EventKind::Skip => ("skip", say.skip),
        EventKind::Phone => ("phone", say.phone),
        EventKind::Email => ("email", say.email),
        EventKind::Letter => ("letter", say.letter),
        EventKind::Visit => ("visit", say.visit),
        EventKind::Chat => ("chat", say.chat),
        EventKind::Note => ("note", say.note),
        EventKind::Handover => ("handover", say.handover),
        EventKind::Return => ("return", say.returned),
    }
}

/// A part of what is owed.
pub fn component_label(part: Component, language: &Language) -> (&'static str, &'static str) {
    let say = &language.phrases.component;
    match part {
        Component::Principal => ("principal", say.principal),
        Component::Costs => ("costs", say.costs),
        Component::Fee => ("fee", say.fee),
        Component::Interest => ("interest", say.interest),
    }
}

/// Why a step was taken. Nothing is said to people where the kind of entry says it.
pub fn rule_label(rule: AllocationRule, language: &Language) -> (&'static str, &'static str) {
    let say = &language.phrases.rule;
    match rule {
        AllocationRule::Named => ("named", say.named),
        AllocationRule::Designated => ("for", say.designated),
        AllocationRule::Applied => ("apply", say.applied),
        AllocationRule::Oldest => ("oldest", say.oldest),
        AllocationRule::Discount => ("discount", say.discount),
        AllocationRule::Settlement => ("settlement", say.settlement),
        AllocationRule::Recovered => ("recovered", say.recovered),
        AllocationRule::Claimed => ("claimed", ""),
        AllocationRule::Waived => ("waived", ""),
        AllocationRule::WrittenOff => ("written-off", ""),
        AllocationRule::Voided => ("void", ""),
        AllocationRule::Reversed => ("reversed", ""),
    }
}

/// How something closed stands; an open or a future one has no word here.
pub fn closed_status_label(
    status: Status,
    language: &Language,
) -> Option<(&'static str, &'static str)> {
    let say = &language.phrases.status;
    match status {
        Status::Future | Status::Open => None,
        Status::Paid => Some(("paid", say.paid)),
        Status::Credited => Some(("credited", say.credited)),
        Status::Settled => Some(("settled", say.settled)),
        Status::WrittenOff => Some(("written-off", say.written_off)),
        Status::Void => Some(("void", say.void)),
    }
}

/// What a customer is.
pub fn customer_kind_label(
    kind: CustomerKind,
    language: &Language,
) -> (&'static str, &'static str) {
    let say = &language.phrases.kind;
    match kind {
        CustomerKind::Business => ("business", say.business),
        CustomerKind::Consumer => ("consumer", say.consumer),
        CustomerKind::Government => ("government", say.government),
    }
}

/// On what a due date rests.
pub fn due_basis_label(basis: DueBasis, language: &Language) -> (&'static str, &'static str) {
    let say = &language.phrases.due;
    match basis {
        DueBasis::Written => ("written", say.written),
        DueBasis::Instalments => ("instalments", say.instalments),
        DueBasis::Received => ("received", say.received),
        DueBasis::Sent => ("sent", say.sent),
        DueBasis::Issued => ("issued", say.issued),
        DueBasis::Missing => ("missing", say.missing),
    }
}

/// Why letters wait.
pub fn hold_label(hold: Hold, language: &Language) -> (&'static str, &'static str) {
    let say = &language.phrases.hold;
    let said = match hold {
        Hold::Promise => say.promise,
        Hold::Dispute => say.dispute,
        Hold::Conceded => say.conceded,
        Hold::Plan => say.plan,
        Hold::Settlement => language.phrases.entry.settle,
        Hold::Hold => say.hold,
        Hold::Handover => say.handover,
        Hold::Insolvency => say.insolvency,
    };
    (hold.code(), said)
}

/// What an entry that keeps letters back is called: a plan that nobody signed is an offer (SPEC.md 10.4).
pub fn holding_entry_label(hold: Hold, event: &Event, language: &Language) -> &'static str {
    if hold == Hold::Plan && !event.is_agreed_arrangement() {
        return language.phrases.hold.offer;
    }
    hold_label(hold, language).1
}

/// A step of a ladder, as people call it.
pub fn stage_label(name: &str, language: &Language) -> String {
    let known = (language.phrases.dunning.stage)(name);
    known.map_or_else(|| name.to_owned(), str::to_owned)
}

/// A step of a ladder as a cell: its name for programs.
pub fn stage_cell(name: &str, language: &Language) -> Cell {
    Cell::word(name.to_owned(), stage_label(name, language))
}

/// What a key is called; its own word where it has no other name.
pub fn key_label(key: KeyName, language: &Language) -> &'static str {
    let head = &language.phrases.heading;
    match key {
        KeyName::Name => head.name,
        KeyName::Kind => head.kind,
        KeyName::Attn => head.attn,
        KeyName::Address => head.address,
        KeyName::Country => head.country,
        KeyName::Law => head.law,
        KeyName::Language => head.language,
        KeyName::Email => head.email,
        KeyName::Phone => head.phone,
        KeyName::Terms => head.terms,
        KeyName::Policy => head.policy,
        KeyName::Owner => language.phrases.dunning.heading.owner,
        KeyName::Vat => language.phrases.overview.show.vat_rate,
        key => (language.phrases.detail.key)(key).unwrap_or_else(|| key.word()),
    }
}

/// Ways to reach somebody, as a cell: their words for programs, with blanks between.
pub fn channels_cell(channels: &[Channel], language: &Language) -> Cell {
    if channels.is_empty() {
        return Cell::Empty;
    }
    Cell::word(
        Channel::join(channels, " "),
        join_channels(channels, language),
    )
}

/// Ways to reach somebody, as people call them.
pub fn join_channels(channels: &[Channel], language: &Language) -> String {
    let label = language.phrases.detail.channel;
    let labels: Vec<&str> = channels.iter().map(|channel| label(*channel)).collect();
    labels.join(", ")
}

/// The words for a blocker.
pub fn gate_label(gate: Blocker, language: &Language) -> (&'static str, &'static str) {
    let say = &language.phrases.dunning.blocker;
    let said = match gate {
        Blocker::BankStale => say.bank_stale,
        Blocker::UnallocatedMoney => say.unallocated_money,
        Blocker::CreditCoversOverdue => say.credit_covers_overdue,
        Blocker::BelowTolerance => say.below_tolerance,
        Blocker::BelowMinimum => say.below_minimum,
        Blocker::NoAgency => say.no_agency,
        Blocker::SelfBelow => say.self_below,
        Blocker::NoChannel => say.no_channel,
        Blocker::Barred => say.barred,
    };
    (gate.code(), said)
}

/// What is to be done.
pub fn action_label(action: Action, language: &Language) -> (&'static str, &'static str) {
    let say = &language.phrases.dunning.action;
    let said = match action {
        Action::Bank => say.bank,
        Action::FindPayer => say.find_payer,
        Action::Allocate => say.allocate,
        Action::UseCredit => say.use_credit,
        Action::Refund => say.refund,
        Action::PromiseBroken => say.promise_broken,
        Action::InstalmentMissed => say.instalment_missed,
        Action::SettlementLapsed => say.settlement_lapsed,
        Action::Send => "",
        Action::Phone => say.phone,
        Action::FollowUp => say.follow_up,
        Action::ProposePlan => say.propose_plan,
        Action::SendInvoice => say.send_invoice,
        Action::OpenDispute => say.open_dispute,
        Action::Dispute => say.dispute,
        Action::Invoice => say.invoice,
        Action::CreditNote => say.credit_note,
        Action::Hold => say.hold,
        Action::WriteCosts => say.write_costs,
        Action::Handover => say.handover,
        Action::FileClaim => say.file_claim,
        Action::Suspension => say.suspension,
        Action::Resume => say.resume,
        Action::Decide => say.decide,
        Action::Close => say.close,
        Action::Limitation => say.limitation,
        Action::VatReclaim => say.vat_reclaim,
        Action::VatDueAgain => say.vat_due_again,
    };
    (action.code(), said)
}

/// What is said about a reason.
pub const fn reason_label(words: &NonPaymentReasonWords, reason: NonPaymentReason) -> &'static str {
    match reason {
        NonPaymentReason::Forgot => words.forgot,
        NonPaymentReason::Admin => words.admin,
        NonPaymentReason::Cashflow => words.cashflow,
        NonPaymentReason::Dissatisfied => words.dissatisfied,
        NonPaymentReason::Dispute => words.dispute,
        NonPaymentReason::NotGiven => words.none,
    }
}

/// What can be done about an unpaid invoice.
pub fn remedy_label(remedy: Remedy, language: &Language) -> (&'static str, &'static str) {
    let say = &language.phrases.advice.remedy;
    let said = match remedy {
        Remedy::SelfCollection => say.self_collection,
        Remedy::Agency => say.agency,
        Remedy::Lawyer => say.lawyer,
        Remedy::Court => say.court,
        Remedy::Stop => say.stop,
    };
    (remedy.code(), said)
}

/// Every hold that stands on a day, in one cell.
pub fn holds_cell(
    ladder_position: &LadderPosition<'_>,
    as_of: NaiveDate,
    language: &Language,
) -> Cell {
    join_labels(hold_labels(ladder_position, as_of, language).into_iter())
}

/// The same as words.
pub fn hold_labels(
    ladder_position: &LadderPosition<'_>,
    as_of: NaiveDate,
    language: &Language,
) -> Vec<(&'static str, &'static str)> {
    let mut holds: Vec<Hold> = ladder_position
        .active_holds(as_of)
        .map(|held| held.hold)
        .collect();
    holds.sort_unstable();
    holds.dedup();
    let holds = holds.into_iter();
    holds.map(|it| hold_label(it, language)).collect()
}

/// Several words in one cell; no word is an empty cell.
pub fn join_labels(words: impl Iterator<Item = (&'static str, &'static str)>) -> Cell {
    let (codes, said): (Vec<_>, Vec<_>) = words.unzip();
    if codes.is_empty() {
        return Cell::Empty;
    }
    Cell::word(codes.join("+"), said.join(" + "))
}

/// The time to pay, as the journal writes it and as people say it.
pub fn terms_cell(terms: PaymentTerms, language: &Language) -> Cell {
    let mut code = match terms.time {
        Duration::Days(count) => format!("{count} days"),
        Duration::Months(count) => format!("{count} months"),
        Duration::Minutes(count) => format!("{count} min"),
    };
    if terms.runs_to_month_end {
        code.push_str(" end of month");
    }
    Cell::word(code, language.phrases.format_terms(terms))
}

/// A word as a cell.
pub fn label_cell((code, said): (&'static str, &'static str)) -> Cell {
    Cell::word(code, said)
}

/// How late something is, in days; people are shown nothing before it is late, programs below zero how many days are left.
pub fn days_cell(input: ReportInput<'_>, days: i64) -> Cell {
    if days < 0 && input.options.for_people {
        Cell::Empty
    } else {
        Cell::Number(days)
    }
}
