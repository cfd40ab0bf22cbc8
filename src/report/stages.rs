//! `stages`: where each open item stands on its ladder, what is next, and what keeps it back.

use super::shared::customer_cells;
use super::shared::instalment::divided_instalment_cell;
use super::shared::invoice_status::item_status_cell;
use super::shared::labels;
use super::shared::labels::{hold_labels, join_labels};
use super::shared::page::{PageBasis, add_table, add_totals, column, column_visible, start_page};
use super::shared::report_definition::{Report, ReportFn};
use super::shared::report_flag::{FlagValue, ReportFlag};
use super::shared::report_input::ReportInput;
use crate::document::{Cell, Column, ColumnVisibility, Document, Table};
use crate::dunning::dunning_state::{DunningState, ItemPosition};
use crate::dunning::hold::Hold;
use crate::dunning::ladder_position::NextStep;
use crate::journal::model::{CustomerIx, InvoiceIx, NumberUse};
use crate::value::index_vec::IndexVec;
use crate::value::money::{Minor, Money};
use std::collections::BTreeMap;

/// Where each open item stands.
pub static STAGES: Report = Report {
    name: "stages",
    aliases: &[],
    about: "where each open item stands: the letter sent, the next step, and what keeps it back",
    flags: FLAGS,
    columns: COLUMNS,
    write: ReportFn::Customers(write),
};

static FLAGS: &[ReportFlag] = &[ReportFlag::new(
    "all",
    "Closed items too",
    FlagValue::Switch(|options| options.include_closed = true),
)];

const COLUMNS: &str = "\
Columns of csv and json, one row an open item (--all: closed ones too):
  customer, name, invoice
  instalment       1/3; 1/1 of an undivided invoice
  status           open-not-due, overdue, paid, credited, settled, written-off or void
  stage            the last letter sent, none where there is none
  stage_date       its day
  hold             promise, dispute, conceded, plan, hold, handover, insolvency, joined by +
  hold_until       the last day of the one that lasts longest; empty where nobody knows
  next_stage       the step that is next; empty at the end of the ladder
  next_date        the first day on which it is possible, also when that has passed; empty where nobody knows
  blocked_by       holds, then gates: bank-stale, allocate, use-credit, tolerance, minimum, no-agency, self-below,
                   no-channel;
                   only-charges where the principal is closed and charges are open
  currency, open
  covered          how much of it money that waits or stands on account covers
  not_asked        what of it may not be asked on the day: contested, conceded, or left for later by a plan that goes on";

fn write(input: ReportInput<'_>, customers: &[CustomerIx]) -> Vec<Document> {
    let say = &input.language.phrases;
    let mut page = start_page(input, "stages", say.dunning.stages, PageBasis::Entries);
    let dunning = input.day.dunning();
    let rows = rows(input, dunning, customers);
    if rows.is_empty() {
        let nothing = (say.sentence.nothing_open)(input.day.as_of());
        page.push_paragraph(nothing);
    }
    let mut table = Table::new(columns(input), rows);
    add_totals(input, &mut table);
    add_table(input, &mut page, table);
    vec![page]
}

fn columns(input: ReportInput<'_>) -> Vec<Column> {
    let head = &input.language.phrases.heading;
    let own = &input.language.phrases.dunning.heading;
    let status = if input.options.include_closed {
        ColumnVisibility::Always
    } else {
        ColumnVisibility::Programs
    };
    vec![
        column("customer", head.customer),
        column_visible("name", head.name, ColumnVisibility::WhenRoom),
        column("invoice", head.invoice),
        column_visible("instalment", head.instalment, ColumnVisibility::WhenUsed),
        column_visible("status", head.status, status),
        column("stage", head.stage),
        column_visible("stage_date", own.stage_date, ColumnVisibility::WhenUsed),
        column_visible("hold", head.hold, ColumnVisibility::WhenRoom),
        column_visible("hold_until", own.hold_until, ColumnVisibility::WhenRoom),
        column("next_stage", own.next_stage),
        column("next_date", own.next_date),
        column_visible("blocked_by", own.blocked_by, ColumnVisibility::WhenUsed),
        column("currency", head.currency),
        column("open", head.open),
        column_visible("covered", head.covered, ColumnVisibility::WhenUsed),
        column_visible("not_asked", own.not_asked, ColumnVisibility::WhenUsed),
    ]
}

/// By customer id, invoice number and instalment.
fn rows(
    input: ReportInput<'_>,
    dunning: &DunningState<'_>,
    customers: &[CustomerIx],
) -> Vec<Vec<Cell>> {
    let mut rank = IndexVec::from_elem(None, input.day.journal.customers.len());
    for (place, customer) in customers.iter().enumerate() {
        rank[*customer] = Some(place);
    }
    let place = |customer: Option<CustomerIx>| customer.and_then(|customer| rank[customer]);
    let mut positions = dunning.open_positions(|customer| place(customer).is_some());
    if input.options.include_closed {
        positions.extend(
            closed_positions(dunning).filter(|position| place(position.customer).is_some()),
        );
    }
    positions.sort_by_cached_key(|position| {
        let number = input.day.journal.invoice_no(position.invoice);
        (place(position.customer), number, position.instalment_index)
    });
    let mut kept = kept_by_invoice(input);
    positions
        .iter()
        .map(|position| {
            let mut cells = row(input, position);
            cells.push(not_asked_cell(input, position, &mut kept));
            cells
        })
        .collect()
}

/// What may not be asked of each invoice, where anything may not.
fn kept_by_invoice(input: ReportInput<'_>) -> BTreeMap<InvoiceIx, Minor> {
    let kept = input.day.dunning().not_claimed().into_iter();
    kept.map(|(invoice, kept)| (invoice, kept.sum())).collect()
}

/// What of an item may not be asked: of an invoice in parts the earliest first.
fn not_asked_cell(
    input: ReportInput<'_>,
    position: &ItemPosition<'_>,
    kept: &mut BTreeMap<InvoiceIx, Minor>,
) -> Cell {
    let Some(left) = kept.get_mut(&position.invoice) else {
        return Cell::Empty;
    };
    let taken = (*left).min(input.day.ledger.items[position.item].open.into());
    *left -= taken;
    let currency = input.day.journal.invoices[position.invoice].currency;
    if taken.is_positive() {
        Money::new(taken, currency).into()
    } else {
        Cell::Empty
    }
}

/// Items that are closed, of invoices up to the day.
fn closed_positions<'d, 'j>(
    dunning: &'d DunningState<'j>,
) -> impl Iterator<Item = ItemPosition<'j>> + 'd {
    let items = dunning.ledger.items.iter();
    let closed = items.filter(|(item, state)| {
        let invoice = &dunning.journal.invoices[dunning.journal.items[*item].invoice];
        state.open.is_zero()
            && invoice.number_use == NumberUse::Invoice
            && invoice.date <= dunning.as_of()
    });
    closed.map(|(item, _)| dunning.position_of(item))
}

fn row(input: ReportInput<'_>, position: &ItemPosition<'_>) -> Vec<Cell> {
    let (journal, ledger) = (input.day.journal, input.day.ledger);
    let invoice = &journal.invoices[position.invoice];
    let state = ledger.items[position.item];
    let ladder_position = &position.ladder_position;
    let as_of = ledger.as_of;
    let open = state.open.is_positive();
    let [id, name] = customer_cells::customer_cells(journal, position.customer);
    let next = ladder_position.next_step.as_ref().filter(|_| open);
    vec![
        id,
        name,
        Cell::text(journal.invoice_no(position.invoice)),
        divided_instalment_cell(position.instalment_index, invoice.item_count),
        item_status_cell(input, state.status, position.item),
        ladder_position.last_sent.map_or_else(
            || Cell::word("none", ""),
            |(stage, _)| labels::stage_cell(&stage.name, input.language),
        ),
        ladder_position.last_sent.map(|(_, sent)| sent.date).into(),
        if open {
            let missed = missed_plan_label(input, position);
            let holds = hold_labels(ladder_position, as_of, input.language);
            join_labels(holds.into_iter().chain(missed))
        } else {
            Cell::Empty
        },
        hold_until(position, input).into(),
        ladder_position
            .next_stage()
            .filter(|_| open)
            .map_or(Cell::Empty, |stage| {
                labels::stage_cell(&stage.name, input.language)
            }),
        next.and_then(NextStep::possible_from).into(),
        blocked_by(input, position),
        Cell::Currency(invoice.currency),
        Money::new(state.open.into(), invoice.currency).into(),
        Money::new(
            input.day.dunning().covered_of(position.item),
            invoice.currency,
        )
        .into(),
    ]
}

/// The word for a plan that goes on although a part of it was missed: of what it leaves for later nothing is asked, and its
/// steps wait for a decision.
fn missed_plan_label(
    input: ReportInput<'_>,
    position: &ItemPosition<'_>,
) -> Option<(&'static str, &'static str)> {
    let missed = input.day.dunning().missed_plan(position);
    missed.map(|_| labels::hold_label(Hold::Plan, input.language))
}

/// The last day of the hold that lasts longest; unknown where one has no end.
fn hold_until(position: &ItemPosition<'_>, input: ReportInput<'_>) -> Option<chrono::NaiveDate> {
    let mut last = None;
    for held in position.ladder_position.active_holds(input.day.as_of()) {
        last = last.max(Some(held.through?));
    }
    last
}

/// Holds that stop the letters, then blockers.
fn blocked_by(input: ReportInput<'_>, position: &ItemPosition<'_>) -> Cell {
    if input.day.ledger.items[position.item].open.is_zero() {
        let charges = input.day.ledger.charges_on(position.invoice);
        let said = input.language.phrases.dunning.only_charges;
        return if charges.is_positive() {
            Cell::word("only-charges", said)
        } else {
            Cell::Empty
        };
    }
    let holds = position.ladder_position.active_holds(input.day.as_of());
    let holds = holds
        .filter(|held| held.covers_whole_invoice)
        .map(|held| labels::hold_label(held.hold, input.language));
    let gates = position
        .blockers
        .iter()
        .map(|gate| labels::gate_label(*gate, input.language));
    let missed = missed_plan_label(input, position);
    // Several entries may have conceded something of one invoice.
    let mut labels: Vec<_> = holds.chain(missed).chain(gates).collect();
    labels.dedup();
    join_labels(labels.into_iter())
}
