//! `next`: what to do this morning, by customer.

pub mod task_reasons;

use super::shared::page::{PageBasis, add_table, column, column_visible, fact, start_page};
use super::shared::report_definition::{Report, ReportFn};
use super::shared::report_flag::{FlagValue, ReportFlag, UsageError};
use super::shared::report_input::ReportInput;
use super::shared::source_column::file_and_line_cells;

use super::shared::timeline::invoice_list_cell;
use super::shared::{customer_cells, labels};
use crate::document::{Cell, Column, ColumnVisibility, Document, Table};
use crate::journal::model::Event;
use crate::value::channel::Channel;
use crate::value::key_name::KeyName;
use crate::worklist::list_tasks;
use crate::worklist::task::{Action, Task};

/// What to do this morning.
pub static NEXT: Report = Report {
    name: "next",
    aliases: &["todo"],
    about: "what to do today: letters, calls, promises broken, money to place",
    flags: FLAGS,
    columns: COLUMNS,
    write: ReportFn::All(write),
};

static FLAGS: &[ReportFlag] = &[
    ReportFlag::new(
        "for",
        "Look ahead to this day, with what is known today",
        FlagValue::Day("DAY", |options, day| {
            options.look_ahead_to = Some(day);
            Ok(())
        }),
    ),
    ReportFlag::new(
        "owner",
        "Only what this person of ours looks after (`owner:` of an entry, else of its customer)",
        FlagValue::Words("NAME", |options, name| {
            let name = name.trim();
            if name.is_empty() {
                let message = "expected the name of an `owner`, found none".to_owned();
                return Err(UsageError::new(message));
            }
            options.owner = Some(name.to_owned());
            Ok(())
        }),
    ),
];

const COLUMNS: &str = "\
Columns of csv and json, one row a task:
  date             since when it can be done
  customer, name
  invoice          numbers, the one due first before the others
  action           bank, find-payer, allocate, use-credit, refund, promise-broken, instalment-missed, settlement-lapsed,
                   send, phone, follow-up, invoice, propose-plan, send-invoice, open-dispute, dispute, credit-note,
                   hold, write-costs, handover, file-claim, suspension, resume, decide, close, limitation,
                   vat-reclaim or vat-due-again
  stage            the step to be sent, called about or handed over
  channel          how, several with blanks between
  currency, amount what it is about: open principal that is asked (not disputed, conceded or in a plan), and charges
  days             how late the oldest of it is; below zero before the due date
  reason           why, in the language of the report; for allocate, use-credit, refund and write-costs the lines to write
  file, line       the entry it rests on
  owner            who of us looks after it: `owner` of that entry, else of the customer
  reason_code      the same as `reason` in one word, in no language: due-date, gap, deadline, call-open, \
promise-broken and so on
Each task is gone when the entry that answers it is in the journal.";

fn write(input: ReportInput<'_>) -> Vec<Document> {
    let say = &input.language.phrases.dunning;
    let mut page = start_page(input, "next", say.worklist, PageBasis::Entries);
    if let Some(known_on) = input.options.known_on {
        page.basis
            .push(fact("known_on", say.known_on, Cell::Date(known_on)));
    }
    let dunning = input.day.dunning();
    let mut tasks = list_tasks(input.day);
    if let Some(name) = &input.options.owner {
        page.basis
            .push(fact("owner", say.heading.owner, Cell::text(name)));
        tasks.retain(|task| task.owner.is_some_and(|owner| is_same_name(owner, name)));
    }
    if tasks.is_empty() {
        page.push_paragraph(say_nothing_to_do(input));
    }
    let letters = tasks.iter().any(|task| task.stage.is_some());
    let table = Table::new(columns(input), rows(input, tasks));
    add_table(input, &mut page, table);
    if dunning.blocker_facts.bank_through.is_none() && letters {
        page.push_paragraph(say.bank_unknown);
    }
    vec![page]
}

/// Says that there is nothing to do: for the owner who was asked about, if there is one of that name.
fn say_nothing_to_do(input: ReportInput<'_>) -> String {
    let say = &input.language.phrases.dunning;
    let as_of = input.day.as_of();
    match &input.options.owner {
        None => (say.nothing_to_do)(as_of),
        Some(name) if is_owner(input, name) => (say.nothing_for_owner)(as_of, name),
        Some(name) => (say.unknown_owner)(name),
    }
}

/// Whether an `owner` of the journal has a name.
fn is_owner(input: ReportInput<'_>, name: &str) -> bool {
    let journal = input.day.journal;
    let customers = journal.customers.iter();
    let of_customers = customers.filter_map(|(_, customer)| customer.value(KeyName::Owner));
    let of_events = journal.events.iter().filter_map(Event::owner);
    let mut all = of_customers.chain(of_events);
    all.any(|owner| is_same_name(owner.trim(), name))
}

fn columns(input: ReportInput<'_>) -> Vec<Column> {
    let head = &input.language.phrases.heading;
    let own = &input.language.phrases.dunning.heading;
    vec![
        column("date", own.since),
        column_visible("told", own.action, ColumnVisibility::People),
        column_visible("customer", head.customer, ColumnVisibility::WhenUsed),
        column_visible("name", head.name, ColumnVisibility::WhenRoom),
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
        column_visible("owner", own.owner, ColumnVisibility::WhenUsed),
        column_visible("reason_code", own.reason, ColumnVisibility::Programs),
    ]
}

fn rows(input: ReportInput<'_>, tasks: Vec<Task<'_>>) -> Vec<Vec<Cell>> {
    // There are few different things to do, however many tasks: each is said once.
    let mut said: Vec<(Action, &str, Vec<Channel>, Cell)> = Vec::new();
    let rows = tasks.into_iter().map(|task| {
        let stage = task.stage.map_or("", |stage| &*stage.name);
        let known = said.iter().find(|(action, name, channels, _)| {
            *action == task.action && *name == stage && *channels == task.channels
        });
        if let Some((.., label)) = known {
            return row(input, &task, label.clone());
        }
        let label = Cell::text(&task_label(input, &task));
        let row = row(input, &task, label.clone());
        said.push((task.action, stage, task.channels, label));
        row
    });
    rows.collect()
}

fn row(input: ReportInput<'_>, task: &Task<'_>, label: Cell) -> Vec<Cell> {
    let [id, name] = customer_cells::customer_cells(input.day.journal, task.customer);
    let [action, stage, channel, file, line] = if input.options.for_people {
        [const { Cell::Empty }; 5]
    } else {
        program_cells(input, task)
    };
    let currency = task.amount.map(|amount| Cell::Currency(amount.currency));
    vec![
        Cell::Date(task.since),
        label,
        id,
        name,
        invoice_list_cell(input, task.invoices.iter().copied()),
        action,
        stage,
        channel,
        currency.unwrap_or(Cell::Empty),
        task.amount.map_or(Cell::Empty, Cell::from),
        task.days
            .map_or(Cell::Empty, |days| labels::days_cell(input, days)),
        Cell::text(&task_reasons::task_reason(input, task)),
        file,
        line,
        Cell::text(task.owner.unwrap_or_default()),
        Cell::text(task_reasons::reason_code(&task.reason)),
    ]
}

/// Whether two names are one: capitals do not count.
fn is_same_name(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// What only programs read: the action, the stage, the channels, the file and the line.
fn program_cells(input: ReportInput<'_>, task: &Task<'_>) -> [Cell; 5] {
    let [file, line] = file_and_line_cells(
        task.origin
            .and_then(|origin| input.day.source_lookup.file_and_line(origin)),
    );
    [
        labels::label_cell(labels::action_label(task.action, input.language)),
        task.stage.map_or_else(
            || Cell::text(""),
            |stage| labels::stage_cell(&stage.name, input.language),
        ),
        Cell::word(
            Channel::join(&task.channels, " "),
            labels::join_channels(&task.channels, input.language),
        ),
        file,
        line,
    ]
}

/// What to do, as people read it: with the letter and how it goes.
fn task_label(input: ReportInput<'_>, task: &Task<'_>) -> String {
    match (task.action, task.stage) {
        (Action::Send, Some(stage)) => {
            let channels = labels::join_channels(&task.channels, input.language);
            let name = labels::stage_label(&stage.name, input.language);
            (input.language.phrases.dunning.action.send)(&name, &channels)
        }
        _ => labels::action_label(task.action, input.language)
            .1
            .to_owned(),
    }
}
