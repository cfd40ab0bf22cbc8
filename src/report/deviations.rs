//! `deviations`: where the policy was not followed, each with its reason: steps left out, charges taken off, holds,
//! settlements, a hand-over to another than the policy says, and findings that were accepted.

use super::shared::page::{PageBasis, add_table, column, column_visible, start_page};
use super::shared::report_definition::{Report, ReportFn};
use super::shared::report_input::ReportInput;
use super::shared::source_column::file_and_line_cells;
use super::shared::timeline::invoice_list_cell;
use super::shared::{customer_cells, labels};
use crate::document::{Cell, ColumnVisibility, Document, Table};
use crate::journal::event_details::{EventDetails, Handover};
use crate::journal::ladder::HANDOVER_STAGE;
use crate::journal::ladder_policy::ladder_policy_on;
use crate::journal::model::{AllowLine, CustomerIx, Event, Movement, MovementKind};
use crate::text::span::Origin;
use crate::value::key_name::KeyName;
use crate::value::money::Money;
use chrono::NaiveDate;

/// Where the policy was not followed, and why.
pub static DEVIATIONS: Report = Report {
    name: "deviations",
    aliases: &[],
    about: "where the policy was not followed: steps skipped, charges waived, holds, settlements, findings accepted; and why",
    flags: &[],
    columns: COLUMNS,
    write: ReportFn::Customers(write),
};

const COLUMNS: &str = "\
Columns of csv and json, one row a deviation, the oldest first:
  date
  customer, name
  invoice          numbers; empty where it is about all of the customer
  kind             skip, waive, hold, settle, handover (to another than the policy says) or allow
  detail           the step, to whom it was handed over, or the code of the finding that was accepted
  until            the last day of a hold, or the day by which a settlement was to be paid
  currency, amount what was taken off, or accepted as full
  reason           as written; empty where nobody wrote it
  file, line       the entry";

/// Something that was done otherwise.
struct Deviation {
    date: NaiveDate,
    customer: Option<CustomerIx>,
    invoice: Cell,
    kind: (&'static str, &'static str),
    detail: Cell,
    until: Option<NaiveDate>,
    amount: Option<Money>,
    reason: String,
    origin: Origin,
}

fn write(input: ReportInput<'_>, customers: &[CustomerIx]) -> Vec<Document> {
    let words = &input.language.phrases.overview.deviation;
    let mut page = start_page(input, "deviations", words.title, PageBasis::Entries);
    let journal = input.day.journal;
    let events = journal.events.iter().filter_map(|it| from_event(input, it));
    let movements = journal.movements.as_slice().iter();
    let movements = movements.filter_map(|it| from_movement(input, it));
    let mut all: Vec<Deviation> = events.chain(movements).collect();
    all.extend(accepted_findings(input));
    let everybody = input.options.subject.is_none();
    let asked = |it: &Deviation| match it.customer {
        Some(customer) => everybody || customers.contains(&customer),
        None => everybody,
    };
    all.retain(|it| it.date <= input.day.as_of() && asked(it));
    all.sort_by_key(|it| (it.date, it.origin));
    if all.is_empty() {
        page.push_paragraph((words.nothing)(input.day.as_of()));
    }
    let table = table(input, all);
    add_table(input, &mut page, table);
    vec![page]
}

fn from_event(input: ReportInput<'_>, event: &Event) -> Option<Deviation> {
    let (detail, until) = match &event.details {
        EventDetails::Skip(skipped) => (labels::stage_cell(&skipped.stage, input.language), None),
        EventDetails::Hold { until } => (Cell::Empty, *until),
        EventDetails::Handover(handover) if !is_by_policy(input, event, handover) => {
            let recipient = (input.language.phrases.detail.recipient)(handover.to);
            (Cell::word(handover.to.word(), recipient), None)
        }
        _ => return None,
    };
    Some(Deviation {
        date: event.date,
        customer: event.customer,
        invoice: invoice_list_cell(input, event.invoices().collect::<Vec<_>>().into_iter()),
        kind: labels::event_label(event.kind(), input.language),
        detail,
        until,
        amount: None,
        reason: input.day.source_lookup.free_text(event.origin),
        origin: event.origin,
    })
}

/// Whether the policy of each invoice hands over to whom it was handed over; one without that step says nothing of it.
fn is_by_policy(input: ReportInput<'_>, event: &Event, handover: &Handover) -> bool {
    event.invoices().all(|invoice| {
        let policy = ladder_policy_on(input.day.journal, invoice, event.date);
        let mut steps = policy.ladder().iter();
        let step = steps.find(|stage| *stage.name == *HANDOVER_STAGE);
        step.is_none_or(|step| step.recipient == handover.to)
    })
}

fn from_movement(input: ReportInput<'_>, movement: &Movement) -> Option<Deviation> {
    matches!(movement.kind, MovementKind::Waive | MovementKind::Settle).then(|| Deviation {
        date: movement.date,
        customer: movement.customer,
        invoice: invoice_list_cell(input, movement.invoice.into_iter()),
        kind: labels::movement_label(movement.kind, input.language),
        detail: Cell::Empty,
        until: movement.settlement_deadline(),
        amount: Some(Money::new(movement.minor(), movement.currency)),
        reason: input.day.source_lookup.free_text(movement.origin),
        origin: movement.origin,
    })
}

/// Entries with `allow:` lines: a finding was looked at and accepted.
fn accepted_findings(input: ReportInput<'_>) -> Vec<Deviation> {
    let journal = input.day.journal;
    let words = &input.language.phrases.overview.deviation;
    let deviation = |line: &AllowLine| {
        let origin = line.entry.origin();
        let quote = input.day.source_lookup.quote_entry(origin);
        let written = quote.values(KeyName::Allow).find_map(|value| {
            let (code, reason) = value.split_once(' ').unwrap_or((value, ""));
            (*code == *line.code).then(|| reason.trim().to_owned())
        });
        let about = entry_about(input, origin)?;
        Some(Deviation {
            date: about.0,
            customer: about.1,
            invoice: about.2,
            kind: ("allow", words.accepted),
            detail: Cell::text(&line.code),
            until: None,
            amount: None,
            reason: written.unwrap_or_default(),
            origin,
        })
    };
    journal.allow_lines.iter().filter_map(deviation).collect()
}

/// The day of the entry at a place, its customer, and its invoices.
fn entry_about(
    input: ReportInput<'_>,
    origin: Origin,
) -> Option<(NaiveDate, Option<CustomerIx>, Cell)> {
    let journal = input.day.journal;
    if let Some(event) = journal.events.iter().find(|it| it.origin == origin) {
        let invoices: Vec<_> = event.invoices().collect();
        return Some((
            event.date,
            event.customer,
            invoice_list_cell(input, invoices.into_iter()),
        ));
    }
    let mut movements = journal.movements.as_slice().iter();
    if let Some(movement) = movements.find(|it| it.origin == origin) {
        let invoice = invoice_list_cell(input, movement.invoice.into_iter());
        return Some((movement.date, movement.customer, invoice));
    }
    let mut invoices = journal.invoices.iter();
    if let Some((number, invoice)) = invoices.find(|(_, it)| it.origin == origin) {
        let cell = Cell::text(journal.invoice_no(number));
        return Some((invoice.date, invoice.customer, cell));
    }
    let mut dated = journal.dated_entries();
    let (day, _) = dated.find(|(_, at)| *at == origin)?;
    Some((day, None, Cell::Empty))
}

fn table(input: ReportInput<'_>, all: Vec<Deviation>) -> Table {
    let words = &input.language.phrases.overview.deviation;
    let head = &input.language.phrases.heading;
    let rows = all.into_iter().map(|it| {
        let [id, name] = customer_cells::customer_cells(input.day.journal, it.customer);
        let place = input.day.source_lookup.file_and_line(it.origin);
        let [file, line] = file_and_line_cells(place);
        let reason = match &*it.reason {
            "" => Cell::word("", words.no_reason),
            reason => Cell::text(reason),
        };
        vec![
            Cell::Date(it.date),
            id,
            name,
            it.invoice,
            labels::label_cell(it.kind),
            it.detail,
            it.until.into(),
            it.amount
                .map_or(Cell::Empty, |amount| Cell::Currency(amount.currency)),
            it.amount.map_or(Cell::Empty, Cell::from),
            reason,
            file,
            line,
        ]
    });
    Table::new(
        vec![
            column("date", head.date),
            column("customer", head.customer),
            column_visible("name", head.name, ColumnVisibility::WhenRoom),
            column_visible("invoice", head.invoice, ColumnVisibility::WhenUsed),
            column("kind", words.what),
            column_visible("detail", "", ColumnVisibility::WhenUsed),
            column_visible("until", head.until, ColumnVisibility::WhenUsed),
            column_visible("currency", head.currency, ColumnVisibility::WhenUsed),
            column_visible("amount", head.amount, ColumnVisibility::WhenUsed),
            column("reason", words.reason),
            column_visible("file", head.file, ColumnVisibility::Programs),
            column_visible("line", head.line, ColumnVisibility::Programs),
        ],
        rows,
    )
}
