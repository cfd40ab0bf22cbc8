//! `credit-notes`: those of the period, and later ones about invoices up to its last day. A row for each rate, so that each
//! can be booked as it stands.

use super::accountant_input::AccountantInput;
use super::accountant_table::{table_with_totals, word_cell};
use super::journal::account_cells;
use crate::document::{Cell, Table};
use crate::journal::model::{Movement, MovementIx, MovementKind};
use crate::ledger::vat_breakdown::VatPart;
use crate::report::shared::customer_cells::customer_cells;
use crate::report::shared::source_column::quote_cells;
use crate::report::shared::vat_code_cell::vat_code_cell;
use crate::value::ledger_account::LedgerAccount;
use crate::value::money::{Minor, Money};
use crate::value::period::Period;

/// In the order of days and of the journal.
pub fn table(input: &AccountantInput<'_>) -> Table {
    let keys = [
        "date",
        "number",
        "for_invoice",
        "invoice_date",
        "invoice_period",
        "after_period",
        "customer",
        "name",
        "currency",
        "net",
        "vat",
        "gross",
        "text",
        "file",
        "line",
        "vat_code",
        "account",
        "account_name",
    ];
    let movements = input.journal().movements.iter();
    let mut own: Vec<(MovementIx, &Movement)> =
        movements.filter(|(_, it)| is_listed(input, it)).collect();
    own.sort_by_key(|(_, it)| (it.date, it.origin));
    table_with_totals(
        input,
        &keys,
        own.into_iter().flat_map(|it| rows(input, it)).collect(),
    )
}

fn is_listed(input: &AccountantInput<'_>, movement: &Movement) -> bool {
    let journal = input.journal();
    let is_old = |invoice| journal.invoices[invoice].date <= input.period.last;
    movement.kind == MovementKind::Credit
        && (input.period.contains(movement.date)
            || movement.date > input.period.last
                && movement.date <= input.asked.day.as_of()
                && movement.invoice.is_some_and(is_old))
}

/// A row for each rate that a note takes back.
fn rows(input: &AccountantInput<'_>, (ix, movement): (MovementIx, &Movement)) -> Vec<Vec<Cell>> {
    let parts = input.asked.day.vat_breakdown();
    let parts = parts.of_credit_note(input.journal(), ix).into_iter();
    parts.map(|part| row(input, movement, part)).collect()
}

fn row(input: &AccountantInput<'_>, movement: &Movement, part: VatPart) -> Vec<Cell> {
    let journal = input.journal();
    let money = |minor: Minor| Cell::from(Money::new(minor, movement.currency));
    let invoice_day = movement
        .invoice
        .map(|invoice| journal.invoices[invoice].date);
    let quarter = invoice_day.and_then(Period::quarter_of);
    let known = |minor: Minor| part.code.map_or(Cell::Empty, |_| money(minor));
    let extra = movement.extra.as_ref();
    let number = extra
        .and_then(|extra| extra.credit_number)
        .or(movement.invoice);
    let of_number = |number| Cell::text(journal.invoice_no(number));
    let quote = input.asked.day.source_lookup.quote_header(movement.origin);
    let [file, line] = quote_cells(&quote);
    let [id, name] = customer_cells(journal, movement.customer);
    let is_later = movement.date > input.period.last;
    let turnover = LedgerAccount::Income(part.code);
    let [account, _, account_name] = account_cells(input, turnover, movement.date);
    vec![
        Cell::Date(movement.date),
        number.map_or(Cell::Empty, of_number),
        movement.invoice.map_or(Cell::Empty, of_number),
        invoice_day.into(),
        quarter.map_or(Cell::Empty, |quarter| Cell::text(&quarter.to_string())),
        word_cell(input, if is_later { "yes" } else { "no" }),
        id,
        name,
        Cell::Currency(movement.currency),
        known(part.net),
        known(part.vat),
        money(part.gross()),
        Cell::text(&quote.text),
        file,
        line,
        vat_code_cell(input.asked.language, part.code),
        account,
        account_name,
    ]
}
