//! One line of a statement as cells: what it was, which invoice, what was written and where.

use super::places::Places;
use super::scope::Scope;
use crate::document::Cell;
use crate::journal::archive::Quote;
use crate::journal::model::{InvoiceIx, MovementIx};
use crate::language::phrases::Language;
use crate::ledger::statement::{Line, LineKind};
use crate::value::currency::Currency;
use crate::value::money::Money;
use std::collections::BTreeSet;

/// Date, entry, invoice, text, currency, debit, credit, balance, file, line, place.
pub fn cells(scope: Scope<'_>, places: Places, line: &Line, currency: Currency) -> Vec<Cell> {
    let money = |minor| Cell::from(Money::new(minor, currency));
    let [debit, credit] = sides(line, currency);
    let quote = quote(scope, line);
    let [file, number, place] = places.cells(&quote);
    let (code, said) = entry(line.kind, scope.language);
    vec![
        Cell::Date(line.date),
        Cell::word(code, said),
        invoices(scope, line),
        text(scope, line, &quote),
        Cell::Currency(currency),
        debit,
        credit,
        money(line.balance),
        file,
        number,
        place,
    ]
}

/// Its amount as debit or as credit.
pub fn sides(line: &Line, currency: Currency) -> [Cell; 2] {
    if line.amount.is_positive() {
        [Money::new(line.amount, currency).into(), Cell::Empty]
    } else {
        [Cell::Empty, Money::new(-line.amount, currency).into()]
    }
}

/// The kind of a line: its word for programs, and for people.
pub const fn entry(kind: LineKind, language: &Language) -> (&'static str, &'static str) {
    let say = &language.say.entry;
    match kind {
        LineKind::Invoice => ("invoice", say.invoice),
        LineKind::Credit => ("credit", say.credit),
        LineKind::Reversal => ("reversal", say.reversal),
        LineKind::Payment => ("payment", say.payment),
        LineKind::Discount => ("discount", say.discount),
        LineKind::Recovery => ("recovery", say.recovery),
        LineKind::Refund => ("refund", say.refund),
        LineKind::Fee => ("fee", say.fee),
        LineKind::Costs => ("costs", say.costs),
        LineKind::Interest => ("interest", say.interest),
        LineKind::Waived => ("waive", say.waive),
        LineKind::Settlement => ("settlement", say.settlement),
        LineKind::WrittenOff => ("writeoff", say.writeoff),
        LineKind::Void => ("void", say.void),
    }
}

/// What was written for a line.
pub fn quote(scope: Scope<'_>, line: &Line) -> Quote {
    let journal = scope.journal;
    let movement = line
        .movement
        .map(|movement| journal.movements[movement].origin);
    let origin = movement.or_else(|| line.invoice.map(|invoice| journal.invoices[invoice].origin));
    origin.map_or_else(Quote::default, |origin| scope.archive.quote(origin))
}

/// The invoice of a line; of money for several, each of them.
pub fn invoices(scope: Scope<'_>, line: &Line) -> Cell {
    let is_money = matches!(
        line.kind,
        LineKind::Payment | LineKind::Reversal | LineKind::Refund
    );
    let named = match line.movement {
        Some(movement) if is_money => named(scope, movement),
        _ => line.invoice.into_iter().collect(),
    };
    let numbers: Vec<&str> = named
        .into_iter()
        .map(|invoice| scope.journal.invoice_no(invoice))
        .collect();
    Cell::text(&numbers.join(" "))
}

/// Every invoice that a movement names, each once: in its header, then in its `for:` lines.
fn named(scope: Scope<'_>, movement: MovementIx) -> Vec<InvoiceIx> {
    let movement = &scope.journal.movements[movement];
    let designated = movement.designations().iter().map(|line| line.invoice);
    let mut seen = BTreeSet::new();
    let all = movement.invoices().chain(designated);
    all.filter(|invoice| seen.insert(*invoice)).collect()
}

/// What was written. A discount or a settlement was not; a credit note begins with its number.
pub fn text(scope: Scope<'_>, line: &Line, quote: &Quote) -> Cell {
    match line.kind {
        LineKind::Discount | LineKind::Recovery | LineKind::Settlement => Cell::Empty,
        LineKind::Credit => {
            let movement = line
                .movement
                .map(|movement| &scope.journal.movements[movement]);
            let number = movement.and_then(|movement| movement.more.as_ref()?.number);
            let number = number.map_or("", |number| scope.journal.invoice_no(number));
            Cell::text(format!("{number} {}", quote.text).trim())
        }
        _ => Cell::text(&quote.text),
    }
}
