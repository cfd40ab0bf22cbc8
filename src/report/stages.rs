//! `stages`: where each open item stands on its ladder, what is next, and what keeps it back.

use super::page::{Basis, add_totals, column, page, put_table, shown};
use super::scope::{Report, Scope, Write};
use super::words::{self, hold_words, joined};
use super::{export, items, who};
use crate::document::{Block, Cell, Column, ColumnVisibility, Document, Table};
use crate::dunning::dunning_state::{DunningState, ItemPosition};
use crate::dunning::ladder_position::NextStep;
use crate::journal::model::{CustomerIx, NumberUse};
use crate::value::index_vec::IndexVec;
use crate::value::money::Money;

/// Where each open item stands.
pub static STAGES: Report = Report {
    name: "stages",
    about: "where each open item stands: the letter sent, the next step, and what keeps it back",
    write: Write::Customers(write),
};

fn write(scope: Scope<'_>, customers: &[CustomerIx]) -> Vec<Document> {
    let say = &scope.language.phrases;
    let mut page = page(scope, "stages", say.dunning.stages, Basis::Entries);
    let dunning = DunningState::new(scope.journal, scope.ledger, scope.ledger.as_of.0);
    let rows = rows(scope, &dunning, customers);
    if rows.is_empty() {
        let nothing = (say.sentence.nothing_open)(scope.ledger.as_of.0);
        page.blocks.push(Block::Paragraph(nothing));
    }
    let mut table = Table {
        columns: columns(scope),
        rows,
        totals: Vec::new(),
    };
    add_totals(scope, &mut table);
    put_table(scope, &mut page, table);
    vec![page]
}

fn columns(scope: Scope<'_>) -> Vec<Column> {
    let head = &scope.language.phrases.heading;
    let own = &scope.language.phrases.dunning.heading;
    let status = if scope.ask.all {
        ColumnVisibility::Always
    } else {
        ColumnVisibility::Programs
    };
    vec![
        column("customer", head.customer),
        shown("name", head.name, ColumnVisibility::WhenRoom),
        column("invoice", head.invoice),
        shown("instalment", head.instalment, ColumnVisibility::WhenUsed),
        shown("status", head.status, status),
        column("stage", head.stage),
        shown("stage_date", own.stage_date, ColumnVisibility::WhenUsed),
        shown("hold", head.hold, ColumnVisibility::WhenUsed),
        shown("hold_until", own.hold_until, ColumnVisibility::WhenUsed),
        column("next_stage", own.next_stage),
        column("next_date", own.next_date),
        shown("blocked_by", own.blocked_by, ColumnVisibility::WhenUsed),
        column("currency", head.currency),
        column("open", head.open),
    ]
}

/// By customer id, invoice number and instalment.
fn rows(scope: Scope<'_>, dunning: &DunningState<'_>, customers: &[CustomerIx]) -> Vec<Vec<Cell>> {
    let mut rank = IndexVec::from_elem(None, scope.journal.customers.len());
    for (place, customer) in customers.iter().enumerate() {
        rank[*customer] = Some(place);
    }
    let place = |customer: Option<CustomerIx>| customer.and_then(|customer| rank[customer]);
    let mut positions = dunning.open_positions(|customer| place(customer).is_some());
    if scope.ask.all {
        positions.extend(closed(dunning).filter(|position| place(position.customer).is_some()));
    }
    positions.sort_by_cached_key(|position| {
        let number = scope.journal.invoice_no(position.invoice);
        (place(position.customer), number, position.instalment_index)
    });
    positions
        .iter()
        .map(|position| row(scope, position))
        .collect()
}

/// Items that are closed, of invoices up to the day.
fn closed<'d, 'j>(dunning: &'d DunningState<'j>) -> impl Iterator<Item = ItemPosition<'j>> + 'd {
    let items = dunning.ledger.items.iter();
    let closed = items.filter(|(item, state)| {
        let invoice = &dunning.journal.invoices[dunning.journal.items[*item].invoice];
        state.open == 0
            && invoice.number_use == NumberUse::Invoice
            && invoice.date <= dunning.as_of()
    });
    closed.map(|(item, _)| dunning.position_of(item))
}

fn row(scope: Scope<'_>, position: &ItemPosition<'_>) -> Vec<Cell> {
    let Scope {
        journal,
        ledger,
        language,
        ..
    } = scope;
    let invoice = &journal.invoices[position.invoice];
    let state = ledger.items[position.item];
    let standing = &position.ladder_position;
    let on = ledger.as_of.0;
    let open = state.open > 0;
    let [id, name] = who::cells(journal, position.customer);
    let next = standing.next_step.as_ref().filter(|_| open);
    let instalment = match invoice.item_count {
        1 => Cell::word("1/1", ""),
        count => export::instalment(position.instalment_index, count),
    };
    vec![
        id,
        name,
        Cell::text(journal.invoice_no(position.invoice)),
        instalment,
        items::status(scope, state.status, position.item),
        standing.last_sent.map_or_else(
            || Cell::word("none", ""),
            |(stage, _)| words::stage_cell(&stage.name, language),
        ),
        standing.last_sent.map(|(_, sent)| sent.date).into(),
        if open {
            hold_words(standing, on, language)
        } else {
            Cell::Empty
        },
        hold_until(position, scope).into(),
        standing
            .next_stage()
            .filter(|_| open)
            .map_or(Cell::Empty, |stage| {
                words::stage_cell(&stage.name, language)
            }),
        next.and_then(NextStep::possible_from).into(),
        blocked_by(scope, position),
        Cell::Currency(invoice.currency),
        Money::new(state.open.into(), invoice.currency).into(),
    ]
}

/// The last day of the hold that lasts longest; unknown where one has no end.
fn hold_until(position: &ItemPosition<'_>, scope: Scope<'_>) -> Option<chrono::NaiveDate> {
    let mut last = None;
    for held in position.ladder_position.active_holds(scope.ledger.as_of.0) {
        last = last.max(Some(held.through?));
    }
    last
}

/// Holds that stop the letters, then gates.
fn blocked_by(scope: Scope<'_>, position: &ItemPosition<'_>) -> Cell {
    if scope.ledger.items[position.item].open == 0 {
        let charges = scope.ledger.charges.get(&position.invoice);
        let left = charges.is_some_and(|charges| charges.sum().is_positive());
        let said = scope.language.phrases.dunning.only_charges;
        return if left {
            Cell::word("only-charges", said)
        } else {
            Cell::Empty
        };
    }
    let holds = position.ladder_position.active_holds(scope.ledger.as_of.0);
    let holds = holds
        .filter(|held| held.covers_whole_invoice)
        .map(|held| words::hold(held.hold, scope.language));
    let gates = position
        .blockers
        .iter()
        .map(|gate| words::gate(*gate, scope.language));
    joined(holds.chain(gates))
}
