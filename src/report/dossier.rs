//! `dossier`: what a collection agency or a lawyer needs of one customer, paper by paper, and nothing else.
//!
//! What is for the business alone stays at home: notes about the customer, their credit limit and trial,
//! keys that the user made up.

use super::shared::allocation_history;
use super::shared::open_items;
use super::shared::page::{PageBasis, add_table, column, column_visible, start_page};
use super::shared::report_definition::ReportError;
use super::shared::report_input::ReportInput;
use super::shared::source_column::SourceStyle;
use super::shared::timeline;
use super::shared::timeline::{TimelineRow, TimelineSubject};
use super::show::customer_page;
use super::show::plan_parts::plan_part_blocks;
use super::{claim, statement};
use crate::document::{Block, Cell, ColumnVisibility, Document, Table};
use crate::journal::built_in_policy::BUILT_IN_POLICY;
use crate::journal::model::{CustomerIx, InvoiceIx, NumberUse, Policy};
use crate::journal::policy_text::print_policy;
use crate::journal::source_lookup::EntryQuote;
use crate::value::currency::Currency;
use crate::value::key_name::KeyName;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// The keys of a customer's declaration that others need.
const CUSTOMER_KEYS: [KeyName; 14] = [
    KeyName::Name,
    KeyName::Attn,
    KeyName::Address,
    KeyName::Country,
    KeyName::Law,
    KeyName::Language,
    KeyName::Kind,
    KeyName::Size,
    KeyName::Email,
    KeyName::Phone,
    KeyName::Terms,
    KeyName::Kvk,
    KeyName::VatId,
    KeyName::Iban,
];

/// One paper of a dossier.
#[derive(Clone, Debug)]
pub struct DossierSection {
    /// The name of the file that the guide is written to.
    pub file: &'static str,
    /// The medium it is written in: `text`, `csv`.
    pub medium: &'static str,
    /// Its pages.
    pub pages: Vec<Document>,
    /// What stands below them as it is.
    pub appendix: String,
}

impl DossierSection {
    fn new_text(file: &'static str, pages: Vec<Document>) -> Self {
        Self {
            file,
            medium: "text",
            pages,
            appendix: String::new(),
        }
    }
}

/// The papers of a customer, but for the list of documents, which only who reads the disk can write.
///
/// # Errors
/// What is open cannot be claimed: a rate is not known for a day.
pub fn dossier_sections(
    input: ReportInput<'_>,
    customer: CustomerIx,
) -> Result<Vec<DossierSection>, ReportError> {
    let open: Vec<InvoiceIx> = open_items::open_invoices(input, &[customer])
        .into_iter()
        .map(|(_, invoice)| invoice)
        .collect();
    Ok(vec![
        DossierSection::new_text("customer.txt", vec![identity_page(input, customer)]),
        DossierSection::new_text("statement.txt", statement::write(input, customer)),
        DossierSection::new_text("claim.txt", claim_pages(input, &open)?),
        DossierSection::new_text("contacts.txt", vec![contact_page(input, customer)]),
        DossierSection {
            medium: "csv",
            ..DossierSection::new_text("open-items.csv", vec![open_items_page(input, customer)])
        },
        DossierSection {
            appendix: print_policies(input, customer, &open),
            ..DossierSection::new_text("policy.txt", vec![agreed_terms_page(input, customer)])
        },
    ])
}

fn identity_page(input: ReportInput<'_>, customer: CustomerIx) -> Document {
    let mut page = start_dossier_page(input, customer, input.language.phrases.title.customer);
    let facts = customer_page::customer_facts(input, customer, |key| CUSTOMER_KEYS.contains(&key));
    page.blocks.push(Block::Facts(facts));
    page
}

fn start_dossier_page(input: ReportInput<'_>, customer: CustomerIx, title: &str) -> Document {
    let title = format!("{title} {}", input.day.journal.customer_name(customer));
    start_page(input, "dossier", &title, PageBasis::Entries)
}

/// A claim for each currency, with all that is open in it.
fn claim_pages(input: ReportInput<'_>, open: &[InvoiceIx]) -> Result<Vec<Document>, ReportError> {
    let mut currencies: BTreeMap<Currency, Vec<InvoiceIx>> = BTreeMap::new();
    for invoice in open {
        let currency = input.day.journal.invoices[*invoice].currency;
        currencies.entry(currency).or_default().push(*invoice);
    }
    let mut pages = Vec::new();
    for invoices in currencies.values() {
        pages.extend(claim::write(input, invoices)?);
    }
    if pages.is_empty() {
        let say = &input.language.phrases;
        let nothing = (say.sentence.nothing_open)(input.day.as_of());
        pages.push(Document {
            blocks: vec![Block::Paragraph(nothing)],
            ..start_page(input, "claim", say.title.open_items, PageBasis::Entries)
        });
    }
    Ok(pages)
}

fn contact_page(input: ReportInput<'_>, customer: CustomerIx) -> Document {
    let say = &input.language.phrases.dossier;
    let mut rows = timeline::contact_rows(input, input.day.history().of_customer(customer));
    rows.extend(allocation_history::open_offers(input, customer));
    let mut page = page_with_timeline(
        input,
        start_dossier_page(input, customer, say.contacts),
        rows,
        say.no_contacts,
    );
    // Whoever goes on with it must see what each plan asked, those that were replaced as well.
    let events = input.day.history().of_customer(customer);
    page.blocks.extend(plan_part_blocks(input, events));
    page
}

fn agreed_terms_page(input: ReportInput<'_>, customer: CustomerIx) -> Document {
    let say = &input.language.phrases.dossier;
    let events = input.day.history().of_customer(customer);
    let agreed = events.filter(|event| event.agreed_terms().is_some());
    let rows = timeline::contact_rows(input, agreed);
    let mut page = page_with_timeline(
        input,
        start_dossier_page(input, customer, say.policy),
        rows,
        say.no_agreement,
    );
    page.push_paragraph(say.in_force);
    page
}

/// The page with the table of what happened, or with the sentence that nothing did.
fn page_with_timeline(
    input: ReportInput<'_>,
    mut page: Document,
    rows: Vec<TimelineRow>,
    nothing: &str,
) -> Document {
    if rows.is_empty() {
        page.push_paragraph(nothing);
    } else {
        let table = timeline::table(input, TimelineSubject::Customer, Vec::new(), rows);
        add_table(input, &mut page, table);
    }
    page
}

fn open_items_page(input: ReportInput<'_>, customer: CustomerIx) -> Document {
    let mut page = start_dossier_page(input, customer, input.language.phrases.title.open_items);
    let table = open_items::table(input, &[customer]);
    add_table(input, &mut page, table);
    page
}

/// The policies that rule what is open: the versions of the invoice dates, which decide about money, and those in
/// force today, which decide about letters (SPEC.md section 5.6).
fn print_policies(input: ReportInput<'_>, customer: CustomerIx, open: &[InvoiceIx]) -> String {
    let journal = input.day.journal;
    let as_of = input.day.as_of();
    let mut found = BTreeSet::new();
    for invoice in open {
        let of_its_day = journal.invoices[*invoice].policy;
        found.extend(of_its_day);
        found
            .extend(of_its_day.and_then(|it| journal.policy_on(&journal.policies[it].name, as_of)));
    }
    let own = journal.policy_name(customer);
    found.extend(own.and_then(|name| journal.policy_on(name, as_of)));
    let mut found: Vec<&Policy> = found.into_iter().map(|it| &journal.policies[it]).collect();
    if found.is_empty() {
        found.push(&BUILT_IN_POLICY);
    }
    let texts = found
        .into_iter()
        .map(|policy| print_policy(policy, journal.dialect()));
    texts.collect::<Vec<_>>().join("\n")
}

/// A document that an entry names.
#[derive(Clone, Debug)]
pub struct NamedDocument {
    /// The day of the entry.
    pub date: NaiveDate,
    /// What the entry says.
    pub quote: EntryQuote,
    /// A path, a web address, or words about where the paper lies, as written.
    pub document: String,
}

/// The documents that the terms of the customer's invoices name, and then those of their entries up to the day, in the order of
/// their days.
pub fn named_documents(input: ReportInput<'_>, customer: CustomerIx) -> Vec<NamedDocument> {
    if !input.day.journal.has_documents {
        return Vec::new();
    }
    let mut all = Vec::new();
    let entries = entry_quotes(input, customer);
    for (date, quote) in policy_quotes(input, customer).into_iter().chain(entries) {
        let named = quote.values(KeyName::Document);
        let named: Vec<String> = named.map(str::to_owned).collect();
        all.extend(named.into_iter().map(|document| NamedDocument {
            date,
            quote: quote.clone(),
            document,
        }));
    }
    all
}

/// The policies whose terms hold for the customer's invoices, each with the day it began; those without stand at the
/// day of the first invoice under them.
fn policy_quotes(input: ReportInput<'_>, customer: CustomerIx) -> Vec<(NaiveDate, EntryQuote)> {
    let journal = input.day.journal;
    let mut found: BTreeMap<_, NaiveDate> = BTreeMap::new();
    for (_, invoice) in journal.invoices.iter() {
        if let Some(policy) = invoice.policy
            && invoice.customer == Some(customer)
            && invoice.date <= input.day.as_of()
            && let Some(origin) = journal.policies[policy].origin
        {
            let began = journal.policies[policy].from.unwrap_or(invoice.date);
            let first = found.entry(origin).or_insert(began);
            *first = began.min(*first);
        }
    }
    let found = found.into_iter();
    found
        .map(|(origin, date)| (date, input.day.source_lookup.quote_entry(origin)))
        .collect()
}

/// Everything dated that is about the customer, in the order of days, then of the files.
fn entry_quotes(input: ReportInput<'_>, customer: CustomerIx) -> Vec<(NaiveDate, EntryQuote)> {
    let journal = input.day.journal;
    let theirs = |who: Option<CustomerIx>| who == Some(customer);
    let events = input.day.history().of_customer(customer);
    let events = events.map(|it| (it.date, it.origin));
    let numbers = journal.invoices.iter().map(|(_, number)| number);
    let issued = |used| matches!(used, NumberUse::Invoice | NumberUse::Credit);
    let numbers = numbers.filter(|it| issued(it.number_use) && theirs(it.customer));
    let moved = journal
        .movements
        .as_slice()
        .iter()
        .filter(|it| theirs(it.customer));
    let all: BTreeSet<_> = events
        .chain(numbers.map(|it| (it.date, it.origin)))
        .chain(moved.map(|it| (it.date, it.origin)))
        .collect();
    let known = all
        .into_iter()
        .filter(|(date, _)| *date <= input.day.as_of());
    known
        .map(|(date, origin)| (date, input.day.source_lookup.quote_entry(origin)))
        .collect()
}

/// What became of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CopyOutcome {
    /// It lies in the dossier, under this name.
    Copied(String),
    /// It is not where the journal says.
    Missing,
    /// It is on the web or in a binder.
    Elsewhere,
}

/// The list of documents, each with what became of it.
pub fn document_list(
    input: ReportInput<'_>,
    customer: CustomerIx,
    documents: &[(NamedDocument, CopyOutcome)],
) -> DossierSection {
    let say = &input.language.phrases;
    let mut page = start_dossier_page(input, customer, say.dossier.documents);
    if documents.is_empty() {
        let nothing = say.dossier.no_documents.to_owned();
        page.push_paragraph(nothing);
    }
    let places = SourceStyle::for_files(input);
    let mut columns = vec![
        column("date", say.heading.date),
        column_visible("text", say.heading.text, ColumnVisibility::WhenUsed),
        column("document", say.dossier.document),
        column("copy", say.dossier.copy),
    ];
    columns.extend(places.columns(input));
    let rows = documents.iter().map(|(named, outcome)| {
        let copy = match outcome {
            CopyOutcome::Copied(name) => Cell::text(name),
            CopyOutcome::Missing => Cell::word("missing", say.dossier.missing),
            CopyOutcome::Elsewhere => Cell::word("elsewhere", say.dossier.elsewhere),
        };
        let [file, line, place] = places.cells(&named.quote);
        let (text, document) = (Cell::text(&named.quote.text), Cell::text(&named.document));
        vec![
            Cell::Date(named.date),
            text,
            document,
            copy,
            file,
            line,
            place,
        ]
    });
    let table = Table::new(columns, rows);
    add_table(input, &mut page, table);
    DossierSection::new_text("documents.txt", vec![page])
}
