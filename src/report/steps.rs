//! How the open amount of an invoice came about, and where the money of a credit note went: step by step.

use super::scope::Scope;
use super::story::{Happening, Running, numbers};
use super::{export, words};
use crate::document::Cell;
use crate::journal::model::{
    Component, Invoice, InvoiceIx, Movement, MovementIx, MovementKind, NumberUse,
};
use crate::journal::source_lookup::EntryQuote;
use crate::ledger::model::{Allocation, AllocationRule};
use crate::value::money::{Minor, Money};

/// Everything that raised or lowered what is owed on an invoice, and what named it without doing so.
pub fn of_invoice(scope: Scope<'_>, number: InvoiceIx, quote: &EntryQuote) -> Vec<Happening> {
    let Scope {
        journal, ledger, ..
    } = scope;
    let invoice = &journal.invoices[number];
    let say = &scope.language.phrases;
    let name = Cell::text(journal.invoice_no(number));
    let mut running = Running::default();
    let issued = Money::new(
        invoice.amount().unwrap_or_default().into(),
        invoice.currency,
    );
    let mut all = vec![Happening {
        amount: invoice.amount().map(|_| issued),
        open: Some(running.after(issued)),
        rule: words::cell(("invoiced", "")),
        invoice: name.clone(),
        ..Happening::new(invoice.date, ("invoice", say.entry.invoice), quote.clone())
    }];
    let mut moved = Vec::new();
    let steps = ledger.allocations.iter();
    for step in steps.filter(|step| journal.items[step.item].invoice == number) {
        moved.push(step.movement);
        let change = Money::new(Minor::from(step.amount), invoice.currency);
        let change = Money::new(-change.minor, change.currency);
        all.push(Happening {
            invoice: name.clone(),
            instalment: instalment(scope, invoice, step),
            amount: Some(change),
            open: Some(running.after(change)),
            ..of_step(scope, step)
        });
    }
    all.extend(idle(scope, number, &moved));
    all
}

/// Where the money of a credit note went. Nothing for other numbers.
pub fn of_credit(scope: Scope<'_>, number: InvoiceIx) -> Vec<Happening> {
    let Scope {
        journal, ledger, ..
    } = scope;
    let mut movements = journal.movements.iter();
    let credit = movements.find(|(_, movement)| {
        let note = movement.extra.as_ref().and_then(|more| more.credit_number);
        note == Some(number) && movement.date <= ledger.as_of.0
    });
    let Some((from, movement)) = credit else {
        return Vec::new();
    };
    let mut all = vec![of_movement(scope, movement)];
    for step in ledger
        .allocations
        .iter()
        .filter(|step| step.movement == from)
    {
        let invoice = journal.items[step.item].invoice;
        let currency = journal.invoices[invoice].currency;
        all.push(Happening {
            invoice: Cell::text(journal.invoice_no(invoice)),
            amount: Some(Money::new(-Minor::from(step.amount), currency)),
            ..of_step(scope, step)
        });
    }
    all
}

/// Entries that name an invoice and changed nothing of it: an offer to settle, money that it could not take.
fn idle(scope: Scope<'_>, number: InvoiceIx, moved: &[MovementIx]) -> Vec<Happening> {
    let movements = scope.journal.movements.iter();
    let named = movements.filter(|(ix, movement)| {
        movement.date <= scope.ledger.as_of.0
            && movement.kind != MovementKind::Apply
            && !moved.contains(ix)
            && movement.invoices().any(|named| named == number)
    });
    named
        .map(|(_, movement)| of_movement(scope, movement))
        .collect()
}

/// A movement as it was written, before it does anything.
fn of_movement(scope: Scope<'_>, movement: &Movement) -> Happening {
    let quote = scope.archive.quote_entry(movement.origin);
    let amount = Money::new(movement.minor(), movement.currency);
    let by = movement
        .extra
        .as_ref()
        .and_then(|more| more.settlement_deadline);
    let named = (movement.amount != 0).then_some(amount);
    let amount = named.map(|amount| scope.language.format_money(amount));
    let by_day = by.map(scope.language.phrases.sentence.by);
    let said: Vec<String> = [amount, by_day].into_iter().flatten().collect();
    Happening {
        invoice: Cell::text(&numbers(scope, movement.invoices())),
        detail: Cell::word("", said.join(" ")),
        named,
        until: by,
        ..Happening::new(
            movement.date,
            words::movement(movement.kind, scope.language),
            quote,
        )
    }
}

fn of_step(scope: Scope<'_>, step: &Allocation) -> Happening {
    let movement = &scope.journal.movements[step.movement];
    let (code, said) = words::component(step.component, scope.language);
    // The entry says so already where it claims a charge, and of principal nobody doubts it.
    let plain = step.component == Component::Principal || step.rule == AllocationRule::Claimed;
    let component = (code, if plain { "" } else { said });
    Happening {
        component: words::cell(component),
        rule: words::cell(words::rule(step.rule, scope.language)),
        ..Happening::new(
            step.date,
            entry(scope, step.rule, movement.kind),
            scope.archive.quote_entry(movement.origin),
        )
    }
}

/// What a step is called: by its entry, or by the rule where nobody wrote it.
fn entry(
    scope: Scope<'_>,
    rule: AllocationRule,
    kind: MovementKind,
) -> (&'static str, &'static str) {
    let say = &scope.language.phrases.entry;
    match rule {
        AllocationRule::Discount => ("discount", say.discount),
        AllocationRule::Settlement => ("settlement", say.settlement),
        AllocationRule::Recovered if kind == MovementKind::Writeoff => ("recovery", say.recovery),
        AllocationRule::Named
        | AllocationRule::Designated
        | AllocationRule::Applied
        | AllocationRule::Oldest
        | AllocationRule::Claimed
        | AllocationRule::Waived
        | AllocationRule::WrittenOff
        | AllocationRule::Recovered
        | AllocationRule::Voided
        | AllocationRule::Reversed => words::movement(kind, scope.language),
    }
}

fn instalment(scope: Scope<'_>, invoice: &Invoice, step: &Allocation) -> Cell {
    if invoice.item_count < 2 || step.component != Component::Principal {
        return Cell::Empty;
    }
    debug_assert!(invoice.number_use == NumberUse::Invoice);
    export::instalment(
        scope.journal.place_in_invoice(step.item),
        invoice.item_count,
    )
}
