//! `next`: what to do this morning, what could be done longest first.

pub mod task_reasons;

use super::shared::page::{PageBasis, add_table, column, column_visible, fact, start_page};
use super::shared::report_definition::{Report, ReportFn};
use super::shared::report_flag::{FlagValue, ReportFlag};
use super::shared::report_input::ReportInput;
use super::shared::source_column::file_and_line_cells;

use super::shared::timeline::invoice_list_cell;
use super::shared::{customer_cells, labels};
use crate::document::{Block, Cell, Column, ColumnVisibility, Document, Table};
use crate::dunning::worklist::list_tasks;
use crate::dunning::worklist::task::{Action, Task};
use crate::value::channel::Channel;

/// What to do this morning.
pub static NEXT: Report = Report {
    name: "next",
    aliases: &["todo"],
    about: "what to do today: letters, calls, promises broken, money to place",
    flags: FLAGS,
    columns: COLUMNS,
    write: ReportFn::All(write),
};

static FLAGS: &[ReportFlag] = &[ReportFlag::new(
    "for",
    "Look ahead to this day, with what is known today",
    FlagValue::Day("DAY", |options, day| {
        options.look_ahead_to = Some(day);
        Ok(())
    }),
)];

const COLUMNS: &str = "\
Columns of csv and json, one row a task:
  date             since when it can be done
  customer, name
  invoice          numbers, the one due first before the others
  action           bank, allocate, use-credit, promise-broken, instalment-missed, settlement-lapsed, send, phone,
                   follow-up, dispute, hold, handover, file-claim, decide, close, limitation, vat-reclaim
                   or vat-due-again
  stage            the step to be sent, called about or handed over
  channel          how, several with blanks between
  currency, amount what it is about: open principal that is not disputed, and charges
  days             how late the oldest of it is; below zero before the due date
  reason           why, in the language of the report; for allocate and use-credit the lines to write
  file, line       the entry it rests on
Each task is gone when the entry that answers it is in the journal.";

fn write(scope: ReportInput<'_>) -> Vec<Document> {
    let say = &scope.language.phrases.dunning;
    let mut page = start_page(scope, "next", say.worklist, PageBasis::Entries);
    if let Some(known_on) = scope.options.known_on {
        page.basis
            .push(fact("known_on", say.known_on, Cell::Date(known_on)));
    }
    let dunning = scope.day.dunning();
    let tasks = list_tasks(dunning);
    if tasks.is_empty() {
        let nothing = (say.nothing_to_do)(scope.day.as_of());
        page.blocks.push(Block::Paragraph(nothing));
    }
    let letters = tasks.iter().any(|task| task.stage.is_some());
    let table = Table {
        columns: columns(scope),
        rows: rows(scope, tasks),
        totals: Vec::new(),
    };
    add_table(scope, &mut page, table);
    if dunning.blocker_facts.bank_through.is_none() && letters {
        page.blocks
            .push(Block::Paragraph(say.bank_unknown.to_owned()));
    }
    vec![page]
}

fn columns(scope: ReportInput<'_>) -> Vec<Column> {
    let head = &scope.language.phrases.heading;
    let own = &scope.language.phrases.dunning.heading;
    vec![
        column("date", own.since),
        column_visible("told", own.action, ColumnVisibility::People),
        column_visible("customer", head.customer, ColumnVisibility::WhenRoom),
        column_visible("name", head.name, ColumnVisibility::Always),
        column("invoice", head.invoice),
        column_visible("action", own.action, ColumnVisibility::Programs),
        column_visible("stage", head.stage, ColumnVisibility::Programs),
        column_visible("channel", own.channel, ColumnVisibility::Programs),
        column("currency", head.currency),
        column("amount", head.amount),
        column_visible("days", head.days, ColumnVisibility::WhenUsed),
        column("reason", own.reason),
        column_visible("file", head.file, ColumnVisibility::Programs),
        column_visible("line", head.line, ColumnVisibility::Programs),
    ]
}

fn rows(scope: ReportInput<'_>, tasks: Vec<Task<'_>>) -> Vec<Vec<Cell>> {
    // There are few different things to do, however many tasks: each is said once.
    let mut said: Vec<(Action, &str, Vec<Channel>, Cell)> = Vec::new();
    let rows = tasks.into_iter().map(|task| {
        let stage = task.stage.map_or("", |stage| &*stage.name);
        let known = said.iter().find(|(action, name, channels, _)| {
            *action == task.action && *name == stage && *channels == task.channels
        });
        if let Some((.., told)) = known {
            return row(scope, &task, told.clone());
        }
        let told = Cell::text(&task_label(scope, &task));
        let row = row(scope, &task, told.clone());
        said.push((task.action, stage, task.channels, told));
        row
    });
    rows.collect()
}

fn row(scope: ReportInput<'_>, task: &Task<'_>, told: Cell) -> Vec<Cell> {
    let [id, name] = customer_cells::customer_cells(scope.day.journal, task.customer);
    let [action, stage, channel, file, line] = if scope.options.for_people {
        [const { Cell::Empty }; 5]
    } else {
        program_cells(scope, task)
    };
    let currency = task.amount.map(|amount| Cell::Currency(amount.currency));
    vec![
        Cell::Date(task.since),
        told,
        id,
        name,
        invoice_list_cell(scope, task.invoices.iter().copied()),
        action,
        stage,
        channel,
        currency.unwrap_or(Cell::Empty),
        task.amount.map_or(Cell::Empty, Cell::from),
        task.days.map_or(Cell::Empty, Cell::Number),
        Cell::text(&task_reasons::task_reason(scope, task)),
        file,
        line,
    ]
}

/// What only programs read: the action, the stage, the channels, the file and the line.
fn program_cells(scope: ReportInput<'_>, task: &Task<'_>) -> [Cell; 5] {
    let [file, line] = file_and_line_cells(
        task.origin
            .and_then(|origin| scope.day.source_lookup.file_and_line(origin)),
    );
    [
        labels::label_cell(labels::action_label(task.action, scope.language)),
        Cell::text(task.stage.map_or("", |stage| &stage.name)),
        Cell::text(&Channel::join(&task.channels, " ")),
        file,
        line,
    ]
}

/// What to do, as people read it: with the letter and how it goes.
fn task_label(scope: ReportInput<'_>, task: &Task<'_>) -> String {
    match (task.action, task.stage) {
        (Action::Send, Some(stage)) => {
            let channels = Channel::join(&task.channels, ", ");
            let name = labels::stage_label(&stage.name, scope.language);
            (scope.language.phrases.dunning.action.send)(&name, &channels)
        }
        _ => labels::action_label(task.action, scope.language)
            .1
            .to_owned(),
    }
}
