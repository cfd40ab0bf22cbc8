//! What somebody decided and wrote down: steps skipped, charges taken off, money given up, holds, settlements, a hand-over to
//! another than the policy says, and findings that were accepted.

use super::deviation::Deviation;
use crate::document::Cell;
use crate::journal::event_details::{EventDetails, Handover};
use crate::journal::ladder::HANDOVER_STAGE;
use crate::journal::ladder_policy::ladder_policy_on;
use crate::journal::model::{AllowLine, CustomerIx, Event, Movement, MovementKind};
use crate::report::shared::labels;
use crate::report::shared::report_input::ReportInput;
use crate::report::shared::timeline::invoice_list_cell;
use crate::text::span::Origin;
use crate::value::key_name::KeyName;
use crate::value::money::Money;
use chrono::NaiveDate;

/// Entries that say so themselves.
pub fn find_deviations(input: ReportInput<'_>) -> Vec<Deviation> {
    let journal = input.day.journal;
    let events = journal.events.iter().filter_map(|it| from_event(input, it));
    let movements = journal.movements.as_slice().iter();
    let movements = movements.filter_map(|it| from_movement(input, it));
    let accepted = accepted_findings(input);
    events.chain(movements).chain(accepted).collect()
}

fn from_event(input: ReportInput<'_>, event: &Event) -> Option<Deviation> {
    let (detail, until) = match &event.details {
        EventDetails::Skip(skipped) => (labels::stage_cell(&skipped.stage, input.language), None),
        EventDetails::Hold { until } => (Cell::Empty, *until),
        EventDetails::Handover(handover) if !is_by_policy(input, event, handover) => {
            let recipient = (input.language.phrases.detail.recipient)(handover.to);
            (Cell::word(handover.to.word(), recipient), None)
        }
        _ => return None,
    };
    Some(Deviation {
        date: Some(event.date),
        customer: event.customer,
        invoice: invoice_list_cell(input, event.invoices().collect::<Vec<_>>().into_iter()),
        kind: labels::event_label(event.kind(), input.language),
        detail,
        until,
        amount: None,
        reason: input.day.source_lookup.free_text(event.origin),
        origin: event.origin,
    })
}

/// Whether the policy of each invoice hands over to whom it was handed over; one without that step says nothing of it.
fn is_by_policy(input: ReportInput<'_>, event: &Event, handover: &Handover) -> bool {
    event.invoices().all(|invoice| {
        let policy = ladder_policy_on(input.day.journal, invoice, event.date);
        let mut steps = policy.ladder().iter();
        let step = steps.find(|stage| *stage.name == *HANDOVER_STAGE);
        step.is_none_or(|step| step.recipient == handover.to)
    })
}

fn from_movement(input: ReportInput<'_>, movement: &Movement) -> Option<Deviation> {
    let gives_up = matches!(
        movement.kind,
        MovementKind::Waive | MovementKind::Settle | MovementKind::Writeoff
    );
    gives_up.then(|| Deviation {
        date: Some(movement.date),
        customer: movement.customer,
        invoice: invoice_list_cell(input, movement.invoice.into_iter()),
        kind: labels::movement_label(movement.kind, input.language),
        detail: Cell::Empty,
        until: movement.settlement_deadline(),
        amount: Some(Money::new(movement.minor(), movement.currency)),
        reason: input.day.source_lookup.free_text(movement.origin),
        origin: movement.origin,
    })
}

/// Entries with `allow:` lines: a finding was looked at and accepted.
fn accepted_findings(input: ReportInput<'_>) -> Vec<Deviation> {
    let journal = input.day.journal;
    let words = &input.language.phrases.overview.deviation;
    let deviation = |line: &AllowLine| {
        let origin = line.entry.origin();
        let quote = input.day.source_lookup.quote_entry(origin);
        let written = quote.values(KeyName::Allow).find_map(|value| {
            let (code, reason) = value.split_once(' ').unwrap_or((value, ""));
            (*code == *line.code).then(|| reason.trim().to_owned())
        });
        let about = entry_about(input, origin)?;
        Some(Deviation {
            date: Some(about.0),
            customer: about.1,
            invoice: about.2,
            kind: ("allow", words.accepted),
            detail: Cell::text(&line.code),
            until: None,
            amount: None,
            reason: written.unwrap_or_default(),
            origin,
        })
    };
    journal.allow_lines.iter().filter_map(deviation).collect()
}

/// The day of the entry at a place, its customer, and its invoices.
fn entry_about(
    input: ReportInput<'_>,
    origin: Origin,
) -> Option<(NaiveDate, Option<CustomerIx>, Cell)> {
    let journal = input.day.journal;
    if let Some(event) = journal.events.iter().find(|it| it.origin == origin) {
        let invoices: Vec<_> = event.invoices().collect();
        return Some((
            event.date,
            event.customer,
            invoice_list_cell(input, invoices.into_iter()),
        ));
    }
    let mut movements = journal.movements.as_slice().iter();
    if let Some(movement) = movements.find(|it| it.origin == origin) {
        let invoice = invoice_list_cell(input, movement.invoice.into_iter());
        return Some((movement.date, movement.customer, invoice));
    }
    let mut invoices = journal.invoices.iter();
    if let Some((number, invoice)) = invoices.find(|(_, it)| it.origin == origin) {
        let cell = Cell::text(journal.invoice_no(number));
        return Some((invoice.date, invoice.customer, cell));
    }
    let mut dated = journal.dated_entries();
    let (day, _) = dated.find(|(_, at)| *at == origin)?;
    Some((day, None, Cell::Empty))
}
