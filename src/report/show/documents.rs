//! The documents of an invoice or a customer: the terms, the agreement to them, the invoices, what was written and agreed
//! about them, and the money.

use crate::document::{Block, Cell, Table};
use crate::journal::model::{CustomerIx, Event, InvoiceIx, Movement, NumberUse, PolicyIx};
use crate::report::shared::labels;
use crate::report::shared::page::column;
use crate::report::shared::report_input::ReportInput;
use crate::report::shared::source_column::SourceStyle;
use crate::text::span::Origin;
use crate::value::key_name::KeyName;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Entries that may name a document, by day and place, each with what people call it.
#[derive(Default)]
struct Entries(BTreeMap<(NaiveDate, Origin), (&'static str, &'static str)>);

impl Entries {
    fn add_policy(&mut self, input: ReportInput<'_>, policy: PolicyIx, invoiced_on: NaiveDate) {
        let policy = &input.day.journal.policies[policy];
        let label = ("policy", input.language.phrases.overview.show.policy);
        if let Some(origin) = policy.origin {
            let began = policy.from.unwrap_or(invoiced_on);
            let mut known = self.0.keys().filter(|(_, at)| *at == origin);
            match known.next().copied() {
                Some((day, _)) if day <= began => return,
                Some(later) => self.0.remove(&later),
                None => None,
            };
            self.0.insert((began, origin), label);
        }
    }

    fn add_event(&mut self, input: ReportInput<'_>, event: &Event) {
        let label = labels::event_label(event.kind(), input.language);
        self.0.insert((event.date, event.origin), label);
    }

    fn add_movement(&mut self, input: ReportInput<'_>, movement: &Movement) {
        if movement.date <= input.day.as_of() {
            let label = labels::movement_label(movement.kind, input.language);
            self.0.insert((movement.date, movement.origin), label);
        }
    }

    fn add_invoice(&mut self, input: ReportInput<'_>, number: InvoiceIx) {
        let invoice = &input.day.journal.invoices[number];
        if invoice.number_use == NumberUse::Invoice && invoice.date <= input.day.as_of() {
            let label = ("invoice", input.language.phrases.entry.invoice);
            self.0.insert((invoice.date, invoice.origin), label);
            if let Some(policy) = invoice.policy {
                self.add_policy(input, policy, invoice.date);
            }
        }
    }

    fn blocks(self, input: ReportInput<'_>) -> Vec<Block> {
        let head = &input.language.phrases.heading;
        let words = &input.language.phrases.overview.show;
        let places = SourceStyle::for_files(input);
        let mut rows = Vec::new();
        for ((date, origin), label) in self.0 {
            let quote = input.day.source_lookup.quote_entry(origin);
            rows.extend(quote.values(KeyName::Document).map(|document| {
                let entry = labels::label_cell(label);
                let mut row = vec![Cell::Date(date), entry, Cell::text(document)];
                row.extend(places.cells(&quote));
                row
            }));
        }
        if rows.is_empty() {
            return Vec::new();
        }
        let mut columns = vec![
            column("date", head.date),
            column("entry", head.entry),
            column("document", input.language.phrases.dossier.document),
        ];
        columns.extend(places.columns(input));
        vec![
            Block::Heading(words.documents.to_owned()),
            Block::Table(Table::new(columns, rows)),
        ]
    }
}

/// A table of the documents of an invoice; nothing where no entry names one. `events`: those that the page tells of.
pub fn invoice_document_blocks(
    input: ReportInput<'_>,
    number: InvoiceIx,
    events: &[&Event],
) -> Vec<Block> {
    let (journal, ledger) = (input.day.journal, input.day.ledger);
    if !journal.has_documents {
        return Vec::new();
    }
    let mut found = Entries::default();
    found.add_invoice(input, number);
    let invoice = &journal.invoices[number];
    let theirs = invoice.customer.into_iter();
    let theirs = theirs.flat_map(|customer| input.day.history().of_customer(customer));
    let agreed = theirs.filter(|event| event.agreed_terms().is_some());
    if let Some(agreed) = agreed.filter(|event| event.date <= invoice.date).last() {
        found.add_event(input, agreed);
    }
    for event in events {
        found.add_event(input, event);
    }
    let steps = ledger.allocations.iter();
    for step in steps.filter(|step| journal.items[step.item].invoice == number) {
        found.add_movement(input, &journal.movements[step.movement]);
    }
    found.blocks(input)
}

/// A table of all documents of a customer; nothing where no entry names one.
pub fn customer_document_blocks(input: ReportInput<'_>, customer: CustomerIx) -> Vec<Block> {
    let journal = input.day.journal;
    if !journal.has_documents {
        return Vec::new();
    }
    let mut found = Entries::default();
    for (number, invoice) in journal.invoices.iter() {
        if invoice.customer == Some(customer) {
            found.add_invoice(input, number);
        }
    }
    for event in input.day.history().of_customer(customer) {
        found.add_event(input, event);
    }
    for movement in journal.movements.as_slice() {
        if movement.customer == Some(customer) {
            found.add_movement(input, movement);
        }
    }
    found.blocks(input)
}
