//! How the open amount of an invoice came about, and where the money of a credit note went: step by step.

use super::instalment::instalment_cell as cell_of_instalment;
use super::labels;
use super::report_input::ReportInput;
use super::timeline::{RunningBalance, TimelineRow, invoice_list_cell};
use crate::document::Cell;
use crate::journal::model::{
    Component, CustomerIx, Invoice, InvoiceIx, Movement, MovementIx, MovementKind, NumberUse,
};
use crate::journal::source_lookup::EntryQuote;
use crate::ledger::model::{Allocation, AllocationRule};
use crate::value::money::{Minor, Money};

/// Everything that raised or lowered what is owed on an invoice, and what named it without doing so.
pub fn invoice_history(
    input: ReportInput<'_>,
    number: InvoiceIx,
    quote: &EntryQuote,
) -> Vec<TimelineRow> {
    let (journal, ledger) = (input.day.journal, input.day.ledger);
    let invoice = &journal.invoices[number];
    let say = &input.language.phrases;
    let name = Cell::text(journal.invoice_no(number));
    let mut running = RunningBalance::default();
    let issued = Money::new(
        invoice.amount().unwrap_or_default().into(),
        invoice.currency,
    );
    let mut all = vec![TimelineRow {
        amount: invoice.amount().map(|_| issued),
        open: Some(running.add_change(issued)),
        rule: labels::label_cell(("invoiced", "")),
        invoice: name.clone(),
        ..TimelineRow::new(invoice.date, ("invoice", say.entry.invoice), quote.clone())
    }];
    let mut moved = Vec::new();
    let steps = ledger.allocations.iter();
    for step in steps.filter(|step| journal.items[step.item].invoice == number) {
        moved.push(step.movement);
        let change = Money::new(Minor::from(step.amount), invoice.currency);
        let change = Money::new(-change.minor, change.currency);
        all.push(TimelineRow {
            invoice: name.clone(),
            instalment: instalment_cell(input, invoice, step),
            amount: Some(change),
            open: Some(running.add_change(change)),
            ..allocation_row(input, step)
        });
    }
    all.extend(idle_movements(input, number, &moved));
    all
}

/// Where the money of a credit note went. Nothing for other numbers.
pub fn credit_note_history(input: ReportInput<'_>, number: InvoiceIx) -> Vec<TimelineRow> {
    let (journal, ledger) = (input.day.journal, input.day.ledger);
    let mut movements = journal.movements.iter();
    let credit = movements.find(|(_, movement)| {
        let note = movement.extra.as_ref().and_then(|more| more.credit_number);
        note == Some(number) && movement.date <= ledger.as_of
    });
    let Some((from, movement)) = credit else {
        return Vec::new();
    };
    let mut all = vec![movement_row(input, movement)];
    for step in ledger
        .allocations
        .iter()
        .filter(|step| step.movement == from)
    {
        let invoice = journal.items[step.item].invoice;
        let currency = journal.invoices[invoice].currency;
        all.push(TimelineRow {
            invoice: Cell::text(journal.invoice_no(invoice)),
            amount: Some(Money::new(-Minor::from(step.amount), currency)),
            ..allocation_row(input, step)
        });
    }
    all
}

/// Entries that name an invoice and changed nothing of it: an offer to settle, money that it could not take.
fn idle_movements(
    input: ReportInput<'_>,
    number: InvoiceIx,
    moved: &[MovementIx],
) -> Vec<TimelineRow> {
    let movements = input.day.journal.movements.iter();
    let named = movements.filter(|(ix, movement)| {
        movement.date <= input.day.as_of()
            && movement.kind != MovementKind::Apply
            && !moved.contains(ix)
            && movement.invoices().any(|named| named == number)
    });
    named
        .map(|(_, movement)| movement_row(input, movement))
        .collect()
}

/// Offers to a customer to take less as full that closed nothing: a statement has no line for them.
pub fn open_offers(input: ReportInput<'_>, customer: CustomerIx) -> Vec<TimelineRow> {
    let (journal, ledger) = (input.day.journal, input.day.ledger);
    let movements = journal.movements.iter();
    let offers = movements.filter(|(ix, movement)| {
        movement.kind == MovementKind::Settle
            && movement.customer == Some(customer)
            && movement.date <= ledger.as_of
            && !ledger.allocations.iter().any(|step| step.movement == *ix)
    });
    offers
        .map(|(_, movement)| movement_row(input, movement))
        .collect()
}

/// A movement as it was written, before it does anything.
fn movement_row(input: ReportInput<'_>, movement: &Movement) -> TimelineRow {
    let quote = input.day.source_lookup.quote_entry(movement.origin);
    let amount = Money::new(movement.minor(), movement.currency);
    let by = movement.settlement_deadline();
    let named = (!movement.amount.is_zero()).then_some(amount);
    let amount = named.map(|amount| input.language.format_money(amount));
    let by_day = by.map(input.language.phrases.sentence.by);
    let said: Vec<String> = [amount, by_day].into_iter().flatten().collect();
    let invoices: Vec<InvoiceIx> = movement.invoices().collect();
    TimelineRow {
        invoice: invoice_list_cell(input, invoices.iter().copied()),
        detail: Cell::word("", said.join(" ")),
        named_amount: named,
        until: by,
        ..TimelineRow::new(
            movement.date,
            labels::movement_label(movement.kind, input.language),
            quote,
        )
    }
}

fn allocation_row(input: ReportInput<'_>, step: &Allocation) -> TimelineRow {
    let movement = &input.day.journal.movements[step.movement];
    let (code, said) = labels::component_label(step.component, input.language);
    // The entry says so already where it claims a charge, and of principal nobody doubts it.
    let plain = step.component == Component::Principal || step.rule == AllocationRule::Claimed;
    let component = (code, if plain { "" } else { said });
    let kept = movement.commission().filter(|_| plain).map(|kept| {
        let kept = input
            .language
            .format_money(Money::new(kept, movement.currency));
        (input.language.phrases.overview.show.commission)(&kept)
    });
    TimelineRow {
        component: labels::label_cell(component),
        detail: kept.map_or(Cell::Empty, |kept| Cell::word("", kept)),
        rule: labels::label_cell(labels::rule_label(step.rule, input.language)),
        ..TimelineRow::new(
            step.date,
            labels::step_label(step.rule, movement.kind, input.language),
            input.day.source_lookup.quote_entry(movement.origin),
        )
    }
}

fn instalment_cell(input: ReportInput<'_>, invoice: &Invoice, step: &Allocation) -> Cell {
    if invoice.item_count < 2 || step.component != Component::Principal {
        return Cell::Empty;
    }
    debug_assert!(invoice.number_use == NumberUse::Invoice);
    cell_of_instalment(
        input.day.journal.place_in_invoice(step.item),
        invoice.item_count,
    )
}
