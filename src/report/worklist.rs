//! `next`: what to do this morning, what could be done longest first.

use super::page::{Basis, column, fact, page, put_table, shown};
use super::places::file_and_line;
use super::reasons;
use super::scope::{Report, Scope, Write};
use super::story::numbers;
use super::{who, words};
use crate::document::{Block, Cell, Column, ColumnVisibility, Document, Table};
use crate::dunning::dunning_state::DunningState;
use crate::dunning::worklist::list_tasks;
use crate::dunning::worklist::task::{Action, Task};
use crate::value::channel::Channel;

/// What to do this morning.
pub static NEXT: Report = Report {
    name: "next",
    about: "what to do today: letters, calls, promises broken, money to place",
    write: Write::All(write),
};

fn write(scope: Scope<'_>) -> Vec<Document> {
    let say = &scope.language.phrases.dunning;
    let mut page = page(scope, "next", say.worklist, Basis::Entries);
    let today = scope.ask.known_on.unwrap_or(scope.ledger.as_of.0);
    if let Some(known_on) = scope.ask.known_on {
        page.basis
            .push(fact("known_on", say.known_on, Cell::Date(known_on)));
    }
    let dunning = DunningState::new(scope.journal, scope.ledger, today);
    let tasks = list_tasks(&dunning);
    if tasks.is_empty() {
        let nothing = (say.nothing_to_do)(scope.ledger.as_of.0);
        page.blocks.push(Block::Paragraph(nothing));
    }
    let letters = tasks.iter().any(|task| task.stage.is_some());
    let table = Table {
        columns: columns(scope),
        rows: rows(scope, tasks),
        totals: Vec::new(),
    };
    put_table(scope, &mut page, table);
    if dunning.blocker_facts.bank_through.is_none() && letters {
        page.blocks
            .push(Block::Paragraph(say.bank_unknown.to_owned()));
    }
    vec![page]
}

fn columns(scope: Scope<'_>) -> Vec<Column> {
    let head = &scope.language.phrases.heading;
    let own = &scope.language.phrases.dunning.heading;
    vec![
        column("date", own.since),
        shown("told", own.action, ColumnVisibility::People),
        shown("customer", head.customer, ColumnVisibility::WhenRoom),
        shown("name", head.name, ColumnVisibility::Always),
        column("invoice", head.invoice),
        shown("action", own.action, ColumnVisibility::Programs),
        shown("stage", head.stage, ColumnVisibility::Programs),
        shown("channel", own.channel, ColumnVisibility::Programs),
        column("currency", head.currency),
        column("amount", head.amount),
        shown("days", head.days, ColumnVisibility::WhenUsed),
        column("reason", own.reason),
        shown("file", head.file, ColumnVisibility::Programs),
        shown("line", head.line, ColumnVisibility::Programs),
    ]
}

fn rows(scope: Scope<'_>, tasks: Vec<Task<'_>>) -> Vec<Vec<Cell>> {
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
        let told = Cell::text(&told(scope, &task));
        let row = row(scope, &task, told.clone());
        said.push((task.action, stage, task.channels, told));
        row
    });
    rows.collect()
}

fn row(scope: Scope<'_>, task: &Task<'_>, told: Cell) -> Vec<Cell> {
    let [id, name] = who::cells(scope.journal, task.customer);
    let [action, stage, channel, file, line] = if scope.ask.for_people {
        [const { Cell::Empty }; 5]
    } else {
        for_programs(scope, task)
    };
    let currency = task.amount.map(|amount| Cell::Currency(amount.currency));
    vec![
        Cell::Date(task.since),
        told,
        id,
        name,
        Cell::text(&numbers(scope, task.invoices.iter().copied())),
        action,
        stage,
        channel,
        currency.unwrap_or(Cell::Empty),
        task.amount.map_or(Cell::Empty, Cell::from),
        task.days.map_or(Cell::Empty, Cell::Number),
        Cell::text(&reasons::why(scope, task)),
        file,
        line,
    ]
}

/// What only programs read: the action, the stage, the channels, the file and the line.
fn for_programs(scope: Scope<'_>, task: &Task<'_>) -> [Cell; 5] {
    let [file, line] = file_and_line(
        task.origin
            .and_then(|origin| scope.archive.file_and_line(origin)),
    );
    [
        words::cell(words::action(task.action, scope.language)),
        Cell::text(task.stage.map_or("", |stage| &stage.name)),
        Cell::text(&Channel::join(&task.channels, " ")),
        file,
        line,
    ]
}

/// What to do, as people read it: with the letter and how it goes.
fn told(scope: Scope<'_>, task: &Task<'_>) -> String {
    match (task.action, task.stage) {
        (Action::Send, Some(stage)) => {
            let channels = Channel::join(&task.channels, ", ");
            let name = words::stage(&stage.name, scope.language);
            (scope.language.phrases.dunning.action.send)(&name, &channels)
        }
        _ => words::action(task.action, scope.language).1.to_owned(),
    }
}
