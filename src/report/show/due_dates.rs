//! When each instalment of an invoice is due, and on what that rests.

use crate::document::{Block, Cell, ColumnVisibility, Table};
use crate::journal::model::{DueBasis, Invoice, InvoiceDetailFlags, InvoiceIx, ItemIx};
use crate::journal::source_lookup::EntryQuote;
use crate::ledger::ageing::{AgeingBasis, days_late};
use crate::report::shared::instalment::instalment_cell;
use crate::report::shared::labels;
use crate::report::shared::page::{column, column_visible};
use crate::report::shared::report_input::ReportInput;
use crate::report::shared::source_column::SourceStyle;
use crate::value::calendar::PaymentTerms;
use crate::value::key_name::KeyName;
use crate::value::money::{Minor, Minor64, Money};

/// A table of instalments, where there are several or where every figure is to be explained.
pub fn due_date_blocks(
    input: ReportInput<'_>,
    number: InvoiceIx,
    quote: &EntryQuote,
) -> Vec<Block> {
    let invoice = &input.day.journal.invoices[number];
    if invoice.item_count < 2 && !input.options.explain {
        return Vec::new();
    }
    let say = &input.language.phrases;
    let why = if input.options.explain {
        ColumnVisibility::Always
    } else {
        ColumnVisibility::Programs
    };
    let reason = Cell::text(&due_reason(input, invoice, quote));
    let items = input.day.journal.items_of(number).enumerate();
    let table = Table::new(
        vec![
            column("instalment", say.heading.instalment),
            column("due_date", say.heading.due_date),
            column_visible("days", say.heading.days, ColumnVisibility::WhenUsed),
            column("amount", say.heading.amount),
            column("open", say.heading.open),
            column_visible("rule", say.heading.rule, why),
        ],
        items.map(|(place, item)| row(input, invoice, (place, item), reason.clone())),
    );
    vec![
        Block::Heading(say.title.due_dates.to_owned()),
        Block::Table(table),
    ]
}

fn row(
    input: ReportInput<'_>,
    invoice: &Invoice,
    (place, item): (usize, ItemIx),
    why: Cell,
) -> Vec<Cell> {
    let (journal, ledger) = (input.day.journal, input.day.ledger);
    let record = &journal.items[item];
    let money = |minor: Minor64| Cell::from(Money::new(Minor::from(minor), invoice.currency));
    let open = ledger.items[item].open;
    let day = record
        .due
        .map_or_else(|| waiting_cell(input, item), Cell::Date);
    let days = if record.due.is_some() && !open.is_zero() {
        Cell::Number(days_late(journal, ledger, item, AgeingBasis::Due))
    } else {
        Cell::Empty
    };
    vec![
        instalment_cell(place, invoice.item_count),
        day,
        days,
        money(record.amount),
        money(open),
        why,
    ]
}

/// What an instalment without a day waits for.
pub fn waiting_cell(input: ReportInput<'_>, item: ItemIx) -> Cell {
    let say = &input.language.phrases.due;
    match input.day.journal.milestones.get(&item) {
        Some(name) => Cell::text(&(say.milestone)(name)),
        None => Cell::text(say.delivery),
    }
}

/// `terms from the day the invoice was received: 2026-01-06 + 30 days (policy standard, 2026.tegoed:18)`.
fn due_reason(input: ReportInput<'_>, invoice: &Invoice, quote: &EntryQuote) -> String {
    let (_, said) = labels::due_basis_label(invoice.due_basis, input.language);
    let start = match invoice.due_basis {
        DueBasis::Received => first_word(quote, "received"),
        DueBasis::Sent => first_word(quote, "sent"),
        DueBasis::Issued => Some(invoice.date.to_string()),
        DueBasis::Written | DueBasis::Instalments | DueBasis::Missing => None,
    };
    match (start, payment_terms(input, invoice, quote)) {
        (Some(start), Some((time, source))) => format!("{said}: {start} + {time} ({source})"),
        _ => said.to_owned(),
    }
}

fn first_word(quote: &EntryQuote, key: &str) -> Option<String> {
    let (_, value) = quote.details.iter().find(|(name, _)| name == key)?;
    value.split_whitespace().next().map(str::to_owned)
}

/// The terms of an invoice and where they stand: its own, those of the policy it names, the customer's, or those of his policy.
fn payment_terms(
    input: ReportInput<'_>,
    invoice: &Invoice,
    quote: &EntryQuote,
) -> Option<(String, String)> {
    let places = SourceStyle::for_files(input);
    let place = |quote: &EntryQuote| places.format_source(input, quote);
    if let Some(own) = quote.values(KeyName::Terms).next() {
        return Some((own.to_owned(), place(quote)));
    }
    let say = |terms: PaymentTerms| input.language.phrases.format_terms(terms);
    let head = &input.language.phrases.heading;
    let time = input.day.journal.terms_of_invoice(invoice)?;
    let customer = invoice
        .customer
        .map(|customer| &input.day.journal.customers[customer]);
    let names_policy = invoice.detail_flags.has(InvoiceDetailFlags::POLICY);
    let policy_terms = || input.day.journal.policies[invoice.policy?].terms;
    let is_of_policy = names_policy && policy_terms().is_some();
    let own = customer.filter(|record| record.terms.is_some() && !is_of_policy);
    if let Some(customer) = own {
        let origin = customer
            .origin
            .map(|origin| input.day.source_lookup.quote_entry(origin));
        let stands = origin.as_ref().map(place).unwrap_or_default();
        return Some((
            say(time),
            format!("{}, {stands}", head.customer.to_lowercase()),
        ));
    }
    let policy = &input.day.journal.policies[invoice.policy?];
    let stands = place(&input.day.source_lookup.quote_entry(policy.origin?));
    let source = format!("{} {}, {stands}", head.policy.to_lowercase(), policy.name);
    Some((say(time), source))
}
