//! `journal`: the entries of the period, each balanced in itself.

use super::accountant_input::AccountantInput;
use super::accountant_table::{accountant_rows, word_cell};
use super::earlier_journal::JournalLine;
use super::layout::layout_model::VatLines;
use crate::bookkeeping::account_numbers::AccountNumbers;
use crate::bookkeeping::bookkeeping_entry::{BookkeepingEntry, EntryLine, LineVat, ReturnAmount};
use crate::bookkeeping::entry_walk::Bookkeeping;
use crate::bookkeeping::named_entries::NamedEntries;
use crate::document::{Cell, TableRows};
use crate::journal::model::{ByAccount, InvoiceIx};
use crate::journal::source_lookup::EntryQuote;
use crate::report::shared::customer_cells::CustomerCells;
use crate::report::shared::labels;
use crate::report::shared::source_column::quote_cells;
use crate::report::shared::vat_code_cell::vat_code_cell;
use crate::value::key_name::KeyName;
use crate::value::ledger_account::LedgerAccount;
use crate::value::money::{Minor, Money, Totals};
use crate::value::vocabulary::VatBasis;
use crate::vat::late_entries::ReturnDays;
use crate::vat::vat_entry::VatPlace;
use chrono::{Datelike, NaiveDate};

/// Its columns.
pub const KEYS: [&str; 27] = [
    "entry",
    "no",
    "date",
    "period",
    "kind",
    "account",
    "rgs",
    "account_name",
    "debit",
    "credit",
    "currency",
    "customer",
    "name",
    "invoice",
    "text",
    "vat_code",
    "vat_net",
    "vat_amount",
    "id",
    "file",
    "line",
    "due_date",
    "box",
    "part",
    "declared_on",
    "return_period",
    "daybook",
];

/// One row a line, in the order of days; without the entries of earlier exports.
pub fn rows<'a>(input: &'a AccountantInput<'_>) -> TableRows<'a> {
    draw_rows(input, VatLines::OwnLines)
}

/// The same, with the VAT of a sale on the line of its turnover: for programs that take in a code and an amount there.
pub fn rows_with_vat_on_turnover<'a>(input: &'a AccountantInput<'_>) -> TableRows<'a> {
    draw_rows(input, VatLines::OnTurnover)
}

fn draw_rows<'a>(input: &'a AccountantInput<'_>, vat: VatLines) -> TableRows<'a> {
    let returns = ReturnDays::new(input.journal(), input.asked.day.as_of());
    let is_new = |entry: &BookkeepingEntry| input.earlier.is_none_or(|it| !it.has(&entry.id));
    let entries = entries_of_period(input).filter(is_new);
    let customers = CustomerCells::new(input.journal());
    let rows = entries.flat_map(move |entry| {
        let shared = (&returns, &customers);
        entry_rows(input, shared, &entry, vat)
    });
    accountant_rows(input, &KEYS, rows)
}

/// Leaves out rows that move nothing: they are there for the return alone.
pub fn moving_rows(rows: TableRows<'_>) -> TableRows<'_> {
    let is_amount = |key: &str| key == "debit" || key == "credit";
    let places = rows.columns.iter().enumerate();
    let places: Vec<usize> = places
        .filter(|(_, column)| is_amount(&column.key))
        .map(|(place, _)| place)
        .collect();
    let moves = |cell: &Cell| matches!(cell, Cell::Money(it) if !it.to_money().minor.is_zero());
    let is_moving = move |row: &Vec<Cell>| {
        let mut amounts = places.iter().filter_map(|place| row.get(*place));
        amounts.any(moves)
    };
    TableRows::new(rows.columns, rows.rows.filter(is_moving))
}

/// The entries of the period, as known on the day that was asked.
pub fn entries_of_period<'a>(
    input: &'a AccountantInput<'_>,
) -> impl Iterator<Item = BookkeepingEntry> + 'a {
    let entries = all_entries(input).naming(NamedEntries::OfPeriod(input.period));
    entries.filter(|entry| input.period.contains(entry.date))
}

/// Every entry, as known on the day that was asked.
pub fn all_entries<'a>(input: &'a AccountantInput<'_>) -> Bookkeeping<'a> {
    let day = input.asked.day;
    let source = (day.journal, day.ledger);
    Bookkeeping::new(source, day.vat_breakdown(), day.source_lookup)
}

/// The entries up to the end of the period, to be added up.
fn entries_to_sum<'a>(
    input: &'a AccountantInput<'_>,
) -> impl Iterator<Item = BookkeepingEntry> + 'a {
    let entries = all_entries(input).naming(NamedEntries::Nothing);
    entries.take_while(|it| it.date <= input.period.last)
}

/// The VAT that waits for payment at the end of the period, by currency; none where VAT is owed when it is invoiced.
pub fn vat_not_due(input: &AccountantInput<'_>) -> Totals {
    let mut sums = Totals::default();
    let business = input.journal().business.as_ref();
    if business.is_none_or(|own| own.vat_basis == VatBasis::Invoice) {
        return sums;
    }
    for entry in entries_to_sum(input) {
        let lines = entry.lines.iter();
        for line in lines.filter(|it| it.account == LedgerAccount::VatNotDue) {
            sums.add(Money::new(-line.amount, entry.currency));
        }
    }
    sums
}

/// What stands on the account of debtors at the end of the period, by customer and currency, with money on account; the
/// first entry that is not balanced, where there is one.
pub fn debtors_on_account(
    input: &AccountantInput<'_>,
) -> Result<ByAccount<Minor>, BookkeepingEntry> {
    let mut sums: ByAccount<Minor> = ByAccount::new();
    for entry in entries_to_sum(input) {
        if !entry.sum().is_zero() {
            let mut named = all_entries(input);
            return Err(named.find(|it| !it.sum().is_zero()).unwrap_or(entry));
        }
        for line in &entry.lines {
            if let Some(customer) = line.customer.filter(|_| is_customers(line)) {
                *sums.entry((customer, entry.currency)).or_default() += line.amount;
            }
        }
    }
    Ok(sums)
}

fn entry_rows(
    input: &AccountantInput<'_>,
    (returns, customers): (&ReturnDays<'_>, &CustomerCells<'_>),
    entry: &BookkeepingEntry,
    vat: VatLines,
) -> Vec<Vec<Cell>> {
    let quote = input.asked.day.source_lookup.quote_entry(entry.origin);
    let lines = entry.lines.iter();
    let own = lines.filter(|line| vat == VatLines::OwnLines || !is_vat_of_turnover(entry, line));
    let rows = own.enumerate().map(|(place, line)| {
        let numbered = (place.saturating_add(1), line);
        let who = customers.cells_of(line.customer.or(entry.customer));
        let mut row = line_row(input, (entry, &quote, who), vat, numbered);
        row.extend(return_cells(returns, entry, line));
        row.push(word_cell(input, entry.kind.daybook().word()));
        row
    });
    rows.collect()
}

/// Whether a line is the VAT of turnover in the same entry.
fn is_vat_of_turnover(entry: &BookkeepingEntry, line: &EntryLine) -> bool {
    let is_turnover = |line: &EntryLine| matches!(line.account, LedgerAccount::Income(_));
    let mut turnover = entry.lines.iter().filter(|it| is_turnover(it));
    let is_same = |other: &EntryLine| match (line.vat, other.vat) {
        (Some(own), Some(vat)) => own.is_same_part(&vat),
        _ => false,
    };
    !is_turnover(line) && turnover.any(is_same)
}

/// What an entry moves.
pub fn posted_lines(input: &AccountantInput<'_>, entry: &BookkeepingEntry) -> Vec<JournalLine> {
    let journal = input.journal();
    let numbers = AccountNumbers::new(journal);
    let lines = entry.lines.iter().map(|line| {
        let customer = line.customer.or(entry.customer);
        let invoice = invoice_of(entry, line);
        JournalLine {
            date: entry.date,
            account: numbers.account(line.account, entry.date).number.to_owned(),
            amount: Money::new(line.amount, entry.currency),
            customer: customer.map_or("", |it| journal.customer_id(it)).to_owned(),
            invoice: invoice.map_or("", |it| journal.invoice_no(it)).to_owned(),
        }
    });
    lines.collect()
}

const fn is_customers(line: &EntryLine) -> bool {
    matches!(
        line.account,
        LedgerAccount::Debtors | LedgerAccount::Prepaid
    )
}

/// The invoice of a line: on accounts of customers its own, elsewhere that of the entry.
fn invoice_of(entry: &BookkeepingEntry, line: &EntryLine) -> Option<InvoiceIx> {
    line.invoice
        .or(entry.number.filter(|_| !is_customers(line)))
}

fn line_row(
    input: &AccountantInput<'_>,
    (entry, quote, [id, name]): (&BookkeepingEntry, &EntryQuote, [Cell; 2]),
    vat: VatLines,
    (no, line): (usize, &EntryLine),
) -> Vec<Cell> {
    let journal = input.journal();
    let money = |minor: Minor| Cell::from(Money::new(minor, entry.currency));
    let [debit, credit] = if line.amount.is_positive() {
        [money(line.amount), Cell::Empty]
    } else {
        [Cell::Empty, money(-line.amount)]
    };
    let number = invoice_of(entry, line);
    let of_number = |number: InvoiceIx| Cell::text(journal.invoice_no(number));
    let [file, line_number] = quote_cells(quote);
    let month = format!("{:04}-{:02}", entry.date.year(), entry.date.month());
    let mut cells = vec![
        Cell::text(&entry.id),
        Cell::count(no),
        Cell::Date(entry.date),
        Cell::text(&month),
        word_cell(input, entry.kind.word()),
    ];
    cells.extend(account_cells(input, line.account, entry.date));
    cells.extend([debit, credit, Cell::Currency(entry.currency), id, name]);
    cells.push(number.map_or(Cell::Empty, of_number));
    cells.push(Cell::text(&quote.text));
    cells.extend(vat_cells(input, entry, line, vat));
    cells.push(Cell::text(
        quote.values(KeyName::Id).next().unwrap_or_default(),
    ));
    cells.extend([file, line_number]);
    cells.push(due_date(input, entry, line, vat).into());
    cells.push(box_cell(line));
    cells.push(match line.invoice {
        _ if !is_customers(line) => Cell::Empty,
        Some(_) => {
            let part = labels::component_label(line.component, input.asked.language);
            labels::label_cell(part)
        }
        None => word_cell(input, "on-account"),
    });
    cells
}

/// When an instalment is due; on a line of turnover that stands for its debtor too, when the last one is.
fn due_date(
    input: &AccountantInput<'_>,
    entry: &BookkeepingEntry,
    line: &EntryLine,
    vat: VatLines,
) -> Option<NaiveDate> {
    let items = &input.journal().items;
    match vat {
        VatLines::OwnLines => items[line.item?].due,
        VatLines::OnTurnover => entry
            .lines
            .iter()
            .filter_map(|it| items[it.item?].due)
            .max(),
    }
}

/// The rate; the amount without VAT and the VAT on the lines that declare them: each once, so that by box they add up to the
/// return. Nothing where the rate is not known.
fn vat_cells(
    input: &AccountantInput<'_>,
    entry: &BookkeepingEntry,
    line: &EntryLine,
    lines: VatLines,
) -> [Cell; 3] {
    let money = |minor: Minor| Cell::from(Money::new(minor, entry.currency));
    let known = |minor: Option<Minor>| minor.map_or(Cell::Empty, money);
    let Some(vat) = line.vat else {
        return [Cell::Empty, Cell::Empty, Cell::Empty];
    };
    let Some(code) = vat.part.code else {
        return [Cell::Empty, Cell::Empty, Cell::Empty];
    };
    let code = vat_code_cell(input.asked.language, Some(code));
    let (net, tax) = match (lines, line.account) {
        (VatLines::OwnLines, _) => vat.declared(),
        (VatLines::OnTurnover, LedgerAccount::Income(_)) => {
            (Some(vat.part.net), Some(vat.part.vat))
        }
        (VatLines::OnTurnover, _) => (None, Some(vat.part.vat)),
    };
    [code, known(net), known(tax)]
}

fn box_cell(line: &EntryLine) -> Cell {
    let declared = line.vat.filter(|vat| vat.declares != ReturnAmount::Nothing);
    match declared.map(|vat| vat.place) {
        Some(VatPlace::InBox(vat_box)) => Cell::text(vat_box.name),
        _ => Cell::Empty,
    }
}

/// The day on which a line is declared, and in which return. What follows from the law alone is never late.
fn return_cells(returns: &ReturnDays<'_>, entry: &BookkeepingEntry, line: &EntryLine) -> [Cell; 2] {
    let is_declared =
        |vat: LineVat| vat.part.code.is_some() && vat.declares != ReturnAmount::Nothing;
    if !line.vat.is_some_and(is_declared) {
        return [Cell::Empty, Cell::Empty];
    }
    let day = if line.account == LedgerAccount::VatReclaimed {
        entry.date
    } else {
        returns.declared_on(entry.date, entry.origin)
    };
    let period = returns.period_of(day);
    let period = period.map_or(Cell::Empty, |it| Cell::text(&it.to_string()));
    [Cell::Date(day), period]
}

/// The number of an account on a day, its code in the reference chart, and its name there.
pub fn account_cells(
    input: &AccountantInput<'_>,
    account: LedgerAccount,
    day: NaiveDate,
) -> [Cell; 3] {
    let account = AccountNumbers::new(input.journal()).account(account, day);
    let reference = account.reference;
    [
        Cell::text(account.number),
        reference.map_or(Cell::Empty, |it| Cell::text(it.code)),
        reference.map_or(Cell::Empty, |it| Cell::text(it.name)),
    ]
}
