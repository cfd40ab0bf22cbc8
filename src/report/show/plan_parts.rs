//! The parts of payment plans, those of former plans as well: what was agreed stays visible when it changes.

use crate::document::{Block, Cell, ColumnVisibility, Table};
use crate::dunning::arrangement_status::plan_parts;
use crate::journal::event_details::EventDetails;
use crate::journal::model::Event;
use crate::report::shared::page::{column, column_visible};
use crate::report::shared::report_input::ReportInput;
use crate::report::shared::source_column::SourceStyle;
use crate::report::shared::timeline::invoice_list_cell;
use crate::value::money::{Minor, Money};

/// A table of the parts of all plans among some events, in their order; nothing where there is no plan.
pub fn plan_part_blocks<'e>(
    input: ReportInput<'_>,
    events: impl Iterator<Item = &'e Event>,
) -> Vec<Block> {
    let events: Vec<&Event> = events.collect();
    let plans = events.iter().filter(|event| event.plan().is_some());
    let rows: Vec<Vec<Cell>> = plans
        .flat_map(|plan| plan_rows(input, plan, &events))
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let head = &input.language.phrases.heading;
    let words = &input.language.phrases.overview.show;
    let mut columns = vec![
        column("plan", words.plan),
        column_visible("invoice", head.invoice, ColumnVisibility::WhenUsed),
        column("due_date", head.due_date),
        column("amount", head.amount),
        column_visible(
            "received",
            input.language.phrases.figure.received,
            ColumnVisibility::WhenUsed,
        ),
        column("status", head.status),
    ];
    columns.extend(SourceStyle::for_files(input).columns(input));
    vec![
        Block::Heading(words.plans.to_owned()),
        Block::Table(Table::new(columns, rows)),
    ]
}

fn plan_rows(input: ReportInput<'_>, event: &Event, events: &[&Event]) -> Vec<Vec<Cell>> {
    let invoices: Vec<_> = event.invoices().collect();
    let places = SourceStyle::for_files(input);
    let place = places.cells(&input.day.source_lookup.quote_entry(event.origin));
    let fate = plan_fate(input, event, events);
    let rules = input.day.ladder_rules();
    let as_of = input.day.as_of();
    let received = rules.receipts.counted_by_day(event, as_of);
    let received: Minor = received.values().copied().sum();
    let grace = invoices.first().and_then(|invoice| {
        let policy = rules.policies.policy_of_invoice(*invoice, as_of);
        policy.plan_grace
    });
    // What came in since the plan goes to its parts in their order.
    let mut left = received;
    let parts = plan_parts(&rules.receipts, event, grace).into_iter();
    let parts = parts.map(|part| {
        let words = &input.language.phrases.overview.show;
        let came = left.min(part.amount.minor).max(Minor::ZERO);
        left -= came;
        let came = Money::new(came, part.amount.currency);
        let status = fate.clone().unwrap_or_else(|| {
            if part.wanted <= received {
                Cell::word("paid", words.part_paid)
            } else if part.is_over(as_of) {
                Cell::word("missed", words.part_missed)
            } else {
                Cell::word("open", words.part_open)
            }
        });
        let mut row = vec![
            Cell::Date(event.date),
            invoice_list_cell(input, invoices.iter().copied()),
            Cell::Date(part.agreed),
            Cell::from(part.amount),
            if fate.is_none() {
                Cell::from(came)
            } else {
                Cell::Empty
            },
            status,
        ];
        row.extend(place.clone());
        row
    });
    parts.collect()
}

/// That a plan no longer holds, or never did: a later one replaced it, a `release` ended it, nobody signed the offer.
fn plan_fate(input: ReportInput<'_>, plan: &Event, events: &[&Event]) -> Option<Cell> {
    let words = &input.language.phrases.overview.show;
    if plan.plan()?.signed == Some(false) {
        return Some(Cell::word("offer", words.plan_offered));
    }
    let later = events.iter().filter(|event| {
        let behind = (event.date, event.origin) > (plan.date, plan.origin);
        let about_all = event.invoice.is_none() && event.customer == plan.customer;
        behind
            && (about_all
                || event
                    .invoices()
                    .any(|it| plan.invoices().any(|of| of == it)))
    });
    let mut ends = later.filter_map(|event| match &event.details {
        EventDetails::Plan(later) if later.signed != Some(false) => {
            Some(("replaced", (words.plan_replaced)(event.date)))
        }
        EventDetails::Release => Some(("ended", (words.plan_ended)(event.date))),
        _ => None,
    });
    ends.next().map(|(code, said)| Cell::word(code, said))
}
