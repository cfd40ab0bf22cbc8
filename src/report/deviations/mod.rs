//! `deviations`: where the policy was not followed, each with its reason: steps left out, taken too early or without their
//! fee, charges and money given up, holds, settlements, terms of one's own, plans beyond the policy, a hand-over to another
//! than the policy says, and findings that were accepted.

mod decisions;
mod deviation;
mod letters;
mod plans;
mod terms;

use crate::document::{Cell, ColumnVisibility, Document, Table};
use crate::journal::model::CustomerIx;
use crate::report::shared::page::{PageBasis, add_table, column, column_visible, start_page};
use crate::report::shared::report_definition::{Report, ReportFn};
use crate::report::shared::report_input::ReportInput;
use crate::report::shared::source_column::file_and_line_cells;
use crate::report::shared::{customer_cells, labels};
use deviation::Deviation;

/// Where the policy was not followed, and why.
pub static DEVIATIONS: Report = Report {
    name: "deviations",
    aliases: &[],
    about: "where the policy was not followed: steps left out, too early or without their fee, charges waived, money written off, holds, settlements, other terms, findings accepted; and why",
    flags: &[],
    columns: COLUMNS,
    write: ReportFn::Customers(write),
};

const COLUMNS: &str = "\
Columns of csv and json, one row a deviation, the oldest first:
  date             empty for terms that stand with the customer
  customer, name
  invoice          numbers; empty where it is about all of the customer
  kind             skip, waive, writeoff, hold, settle, handover (to another than the policy says), plan (longer than
                   the policy allows, or one more), terms (other terms than those of the policy), left-out (a step that
                   a later letter passed over), early (a letter before the day of its step), no-fee (a letter
                   without the fee of its step) or allow
  detail           the step, to whom it was handed over, the terms or the due day instead of those of the policy, or the
                   code of the finding that was accepted
  until            the last day of a hold or of a plan, the day by which a settlement was to be paid, or the day from
                   which the policy has the letter
  currency, amount what was taken off, given up, not asked, or accepted as full
  reason           as written; empty where nobody wrote it
  file, line       the entry";

fn write(input: ReportInput<'_>, customers: &[CustomerIx]) -> Vec<Document> {
    let words = &input.language.phrases.overview.deviation;
    let mut page = start_page(input, "deviations", words.title, PageBasis::Entries);
    let mut all = decisions::find_deviations(input);
    all.extend(letters::find_deviations(input));
    all.extend(plans::find_deviations(input));
    all.extend(terms::find_deviations(input));
    let everybody = input.options.subject.is_none();
    let asked = |it: &Deviation| match it.customer {
        Some(customer) => everybody || customers.contains(&customer),
        None => everybody,
    };
    all.retain(|it| it.date <= Some(input.day.as_of()) && asked(it));
    all.sort_by_key(|it| (it.date, it.origin));
    if all.is_empty() {
        page.push_paragraph((words.nothing)(input.day.as_of()));
    }
    let table = table(input, all);
    add_table(input, &mut page, table);
    vec![page]
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
            it.date.into(),
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
