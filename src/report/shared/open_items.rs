//! `aging --by invoice`: each item with principal or charges open.

use super::age_buckets::{bucket_headings, buckets};
use super::customer_cells;
use super::instalment::divided_instalment_cell;
use super::labels;
use super::labels::holds_cell;
use super::page::{column, column_visible};
use super::report_input::ReportInput;
use crate::document::{Cell, Column, ColumnVisibility, Table};
use crate::dunning::dunning_state::DunningState;
use crate::journal::model::{CustomerIx, InvoiceIx, ItemIx};
use crate::ledger::ageing::AgeingBasis;
use crate::ledger::ageing::{Buckets, days_late};
use crate::value::calendar::days_between;
use crate::value::index_vec::IndexVec;
use crate::value::money::{Minor, Money};

/// The table of some customers: by customer id, invoice number and instalment.
pub fn table(input: ReportInput<'_>, customers: &[CustomerIx]) -> Table {
    table_of(OpenItemRows::new(input), customers)
}

/// The same with the days that a customer is asked by: those of a part of a plan that was missed, and none before it is late.
pub fn table_of_asked(input: ReportInput<'_>, customers: &[CustomerIx]) -> Table {
    let mut writer = OpenItemRows::new(input);
    writer.as_asked = true;
    table_of(writer, customers)
}

fn table_of(writer: OpenItemRows<'_>, customers: &[CustomerIx]) -> Table {
    let input = writer.input;
    let mut rows = Vec::new();
    let mut before = None;
    let mut name = [Cell::Empty, Cell::Empty];
    for (customer, invoice) in open_invoices(input, customers) {
        if before != Some(customer) {
            name = customer_cells::customer_cells(input.day.journal, Some(customer));
            before = Some(customer);
        }
        writer.add_invoice(&mut rows, &name, invoice);
    }
    Table::new(columns(input), rows)
}

/// Invoices with principal or charges open, by customer id, then number.
pub fn open_invoices(
    input: ReportInput<'_>,
    customers: &[CustomerIx],
) -> Vec<(CustomerIx, InvoiceIx)> {
    let (journal, ledger) = (input.day.journal, input.day.ledger);
    let mut rank = IndexVec::from_elem(None, journal.customers.len());
    for (place, customer) in customers.iter().enumerate() {
        rank[*customer] = Some(place);
    }
    let mut open: Vec<(usize, (usize, &str), CustomerIx, InvoiceIx)> = Vec::new();
    let principal = ledger
        .items
        .iter()
        .filter(|(_, state)| !state.open.is_zero());
    let principal = principal.map(|(item, _)| journal.items[item].invoice);
    let charges = ledger.charges.iter();
    let charges = charges.filter(|(_, charges)| !charges.sum().is_zero());
    for invoice in principal.chain(charges.map(|(invoice, _)| *invoice)) {
        let Some(customer) = journal.invoices[invoice].customer else {
            continue;
        };
        let Some(place) = rank[customer] else {
            continue;
        };
        if open.last().is_none_or(|last| last.3 != invoice) {
            open.push((place, journal.invoice_order(invoice), customer, invoice));
        }
    }
    open.sort_unstable();
    open.dedup();
    let found = open.into_iter();
    found
        .map(|(_, _, customer, invoice)| (customer, invoice))
        .collect()
}

fn columns(input: ReportInput<'_>) -> Vec<Column> {
    let head = &input.language.phrases.heading;
    let days = match input.options.age_by {
        AgeingBasis::Due => head.days,
        AgeingBasis::Invoice => head.age,
    };
    vec![
        column("customer", head.customer),
        column_visible("name", head.name, ColumnVisibility::WhenRoom),
        column("invoice", head.invoice),
        column_visible("instalment", head.instalment, ColumnVisibility::WhenUsed),
        column_visible(
            "invoice_date",
            head.invoice_date,
            ColumnVisibility::WhenRoom,
        ),
        column("due_date", head.due_date),
        column("days", days),
        column_visible("bucket", head.bucket, ColumnVisibility::Programs),
        column_visible("stage", head.stage, ColumnVisibility::WhenUsed),
        column_visible("hold", head.hold, ColumnVisibility::WhenUsed),
        column("currency", head.currency),
        column_visible("amount", head.amount, ColumnVisibility::WhenRoom),
        column("open", head.open),
        column_visible("charges", head.charges, ColumnVisibility::WhenUsed),
        column_visible("covered", head.covered, ColumnVisibility::WhenUsed),
    ]
}

/// Writes rows; what many rows share is made once.
struct OpenItemRows<'s> {
    input: ReportInput<'s>,
    dunning: &'s DunningState<'s>,
    buckets: Buckets,
    bucket_words: Vec<Cell>,
    no_stage: Cell,
    /// Whether days are those a customer is asked by, not those of the ledger.
    as_asked: bool,
}

impl<'s> OpenItemRows<'s> {
    fn new(input: ReportInput<'s>) -> Self {
        let buckets = buckets(input);
        let words = buckets.keys().into_iter().zip(bucket_headings(input));
        let bucket_words = words.map(|(code, said)| Cell::word(code, said)).collect();
        Self {
            input,
            dunning: input.day.dunning(),
            buckets,
            bucket_words,
            no_stage: Cell::word("none", ""),
            as_asked: false,
        }
    }

    /// The open items of an invoice. Its charges stand on the first row, which is there for their sake where no
    /// principal is open.
    fn add_invoice(&self, rows: &mut Vec<Vec<Cell>>, name: &[Cell; 2], invoice: InvoiceIx) {
        let (journal, ledger) = (self.input.day.journal, self.input.day.ledger);
        let charges = ledger.charges_on(invoice);
        let items = || journal.items_of(invoice).enumerate();
        let first_open = items().find(|(_, item)| !ledger.items[*item].open.is_zero());
        let first = first_open
            .or_else(|| items().next())
            .map(|(place, _)| place);
        for (place, item) in items().filter(|(_, item)| self.is_newly_late(*item)) {
            if !ledger.items[item].open.is_zero() || first == Some(place) {
                let charges = if first == Some(place) {
                    charges
                } else {
                    Minor::ZERO
                };
                rows.push(self.row(name, (place, item), charges));
            }
        }
    }

    /// Whether an item became late from the day on that was asked for; every item where none was.
    fn is_newly_late(&self, item: ItemIx) -> bool {
        let (journal, ledger) = (self.input.day.journal, self.input.day.ledger);
        self.input.options.from.is_none_or(|since| {
            let first = journal.items[item].due.and_then(|due| due.succ_opt());
            first.is_some_and(|day| (since..=ledger.as_of).contains(&day))
        })
    }

    fn row(
        &self,
        [id, name]: &[Cell; 2],
        (place, item): (usize, ItemIx),
        charges: Minor,
    ) -> Vec<Cell> {
        let (journal, ledger) = (self.input.day.journal, self.input.day.ledger);
        let ladder_position = self.dunning.ladder_position_of(item);
        let record = &journal.items[item];
        let invoice = &journal.invoices[record.invoice];
        let days = days_late(journal, ledger, item, self.input.options.age_by);
        let aged = record.due.is_some() || self.input.options.age_by == AgeingBasis::Invoice;
        let bucket = self.bucket_words.get(self.buckets.bucket_index(days));
        let [due, late] = if self.as_asked {
            self.days_as_asked(item)
        } else if aged {
            [record.due.into(), Cell::Number(days)]
        } else {
            [record.due.into(), Cell::Empty]
        };
        let money = |minor: Minor| Cell::from(Money::new(minor, invoice.currency));
        vec![
            id.clone(),
            name.clone(),
            Cell::text(journal.invoice_no(record.invoice)),
            divided_instalment_cell(place, invoice.item_count),
            Cell::Date(invoice.date),
            due,
            late,
            bucket.cloned().unwrap_or(Cell::Empty),
            ladder_position.last_sent.map_or_else(
                || self.no_stage.clone(),
                |(stage, _)| labels::stage_cell(&stage.name, self.input.language),
            ),
            holds_cell(&ladder_position, ledger.as_of, self.input.language),
            Cell::Currency(invoice.currency),
            money(record.amount.into()),
            money(ledger.items[item].open.into()),
            money(charges),
            money(self.dunning.covered_of(item)),
        ]
    }
    /// The day an item was to be paid, as letters of the day say it, and how late it is.
    fn days_as_asked(&self, item: ItemIx) -> [Cell; 2] {
        let payable = self.dunning.payable_on(&self.dunning.position_of(item));
        let days = payable.map(|day| days_between(day, self.dunning.as_of()));
        let late = days.filter(|days| *days > 0);
        [payable.into(), late.map_or(Cell::Empty, Cell::Number)]
    }
}
