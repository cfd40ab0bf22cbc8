//! `behaviour`: how customers pay, one row a customer, or one customer on a page of their own.

pub mod habit_page;
pub mod habit_rows;
pub mod payer;
mod reason_tables;

use super::shared::page::{PageBasis, add_table, start_page};
use super::shared::report_definition::{Report, ReportFn};
use super::shared::report_flag::{FlagValue, ReportFlag};
use super::shared::report_input::{GroupBy, ReportInput};
use crate::document::Document;
use crate::journal::model::CustomerIx;
use payer::list_payers;

/// How customers pay.
pub static BEHAVIOUR: Report = Report {
    name: "behaviour",
    aliases: &["behavior"],
    about: "how customers pay: on time or late, by how much, and why",
    flags: FLAGS,
    columns: COLUMNS,
    write: ReportFn::Customers(write),
};

static FLAGS: &[ReportFlag] = &[
    ReportFlag {
        conflicts_with: &["subject"],
        ..ReportFlag::new(
            "all",
            "Every customer, one row each; so it is too when none is named",
            FlagValue::Switch(|options| options.subject = None),
        )
    },
    ReportFlag::new(
        "reasons",
        "Why they did not pay: each reason by customer, how often and for how much, and all together",
        FlagValue::Switch(|options| options.group_by = GroupBy::Reason),
    ),
];

const COLUMNS: &str = "\
Columns of csv and json, one row a customer and currency:
  customer, name
  settled          items that money closed, a discount or a settlement included
  on_time          of these, how many on the due date or before
  on_time_share    the same in whole per cent, rounded down
  median_days      days from the due date to the day nothing was open, in the middle; may be a half
  weighted_days    the mean, each item weighing as much as its amount, rounded to a day
  worst_days       the most
  last_five        days of the last five, the oldest first
  pattern          too-few, quiet, on-time, one-off, occasional or recurring, in the last 12 months
  overdue          items open and late
  written_off      items given up
  promises_kept, promises_broken
  reasons          why it was not paid, each with how often: cashflow:2 forgot:1
  since            the first invoice
  last_friendly    the last contact that was not about an invoice
  invoices, currency
  turnover         invoiced, less credit notes, including VAT
  open             principal open
  dso_days         open / invoiced in the last 12 months x days of that period

With --reasons one row a customer, reason and currency:
  customer, name
  reason           forgot, admin, cashflow, dissatisfied, dispute or none
  times            how often it was given
  verified, refuted
                   how often it turned out true, and untrue
  currency, amount what was invoiced where it was given
With fewer than three settled items the figures are empty. Items whose dispute was upheld do not count.";

fn write(input: ReportInput<'_>, customers: &[CustomerIx]) -> Vec<Document> {
    if input.options.group_by == GroupBy::Reason {
        return vec![reasons_page(input, customers)];
    }
    match (&input.options.subject, customers) {
        (Some(_), [customer]) => vec![habit_page::write(input, *customer)],
        _ => vec![all_customers_page(input, customers)],
    }
}

fn reasons_page(input: ReportInput<'_>, customers: &[CustomerIx]) -> Document {
    let say = &input.language.phrases;
    let mut page = start_page(input, "behaviour", say.habit.reasons, PageBasis::Entries);
    let each = reason_tables::by_customer(input, customers);
    if each.rows.is_empty() {
        page.push_paragraph(say.habit.no_reasons);
        add_table(input, &mut page, each);
        return page;
    }
    add_table(input, &mut page, each);
    page.push_heading(say.heading.total);
    let together = reason_tables::together(input, customers);
    add_table(input, &mut page, together);
    page
}

fn all_customers_page(input: ReportInput<'_>, customers: &[CustomerIx]) -> Document {
    let say = &input.language.phrases;
    let mut page = start_page(input, "behaviour", say.habit.title, PageBasis::Entries);
    let payers = list_payers(input.day, customers);
    if payers.is_empty() {
        let nothing = (say.sentence.no_invoices)(input.day.as_of());
        page.push_paragraph(nothing);
    }
    let table = habit_rows::table(input, &payers);
    add_table(input, &mut page, table);
    page.blocks
        .extend(habit_rows::outstanding_blocks(input, &payers));
    let reasons = reason_tables::together(input, customers);
    if !reasons.rows.is_empty() {
        page.push_heading(say.habit.reasons);
        add_table(input, &mut page, reasons);
    }
    page
}
