//! `dossier`: what a collection agency or a lawyer needs of one customer, paper by paper, and nothing else.
//!
//! What is for the business alone stays at home: notes about him, his credit limit, his trial, keys of one's own.

use super::page::{Basis, column, page, put_table, shown};
use super::places::Places;
use super::scope::{Refused, Scope};
use super::story::{About, Happening};
use super::{claim, customer_page, open_items, statement, story};
use crate::document::{Block, Cell, ColumnVisibility, Document, Table};
use crate::journal::ladder::BUILT_IN_POLICY;
use crate::journal::model::{CustomerIx, Event, InvoiceIx, NumberUse, Policy};
use crate::journal::policy_text::print_policy;
use crate::journal::source_lookup::EntryQuote;
use crate::value::currency::Currency;
use crate::value::key_name::KeyName;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What of his declaration others need.
const TOLD: [KeyName; 13] = [
    KeyName::Name,
    KeyName::Attn,
    KeyName::Address,
    KeyName::Country,
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
pub struct Paper {
    /// The name of its file.
    pub file: &'static str,
    /// The medium it is written in: `text`, `csv`.
    pub medium: &'static str,
    /// Its pages.
    pub pages: Vec<Document>,
    /// What stands below them as it is.
    pub below: String,
}

impl Paper {
    fn text(file: &'static str, pages: Vec<Document>) -> Self {
        Self {
            file,
            medium: "text",
            pages,
            below: String::new(),
        }
    }
}

/// The papers of a customer, but for the list of documents, which only who reads the disk can write.
///
/// # Errors
/// What is open cannot be claimed: a rate is not known for a day.
pub fn papers(scope: Scope<'_>, customer: CustomerIx) -> Result<Vec<Paper>, Refused> {
    let open: Vec<InvoiceIx> = open_items::open_invoices(scope, &[customer])
        .into_iter()
        .map(|(_, invoice)| invoice)
        .collect();
    Ok(vec![
        Paper::text("customer.txt", vec![who(scope, customer)]),
        Paper::text("statement.txt", statement::write(scope, customer)),
        Paper::text("claim.txt", claims(scope, &open)?),
        Paper::text("contacts.txt", vec![contacts(scope, customer)]),
        Paper {
            medium: "csv",
            ..Paper::text("open-items.csv", vec![items(scope, customer)])
        },
        Paper {
            below: policies(scope, customer, &open),
            ..Paper::text("policy.txt", vec![agreed(scope, customer)])
        },
    ])
}

fn who(scope: Scope<'_>, customer: CustomerIx) -> Document {
    let mut page = titled(scope, customer, scope.language.phrases.title.customer);
    let facts = customer_page::facts(scope, customer, |key| TOLD.contains(&key));
    page.blocks.push(Block::Facts(facts));
    page
}

fn titled(scope: Scope<'_>, customer: CustomerIx, title: &str) -> Document {
    let title = format!("{title} {}", scope.journal.customer_name(customer));
    page(scope, "dossier", &title, Basis::Entries)
}

/// A claim for each currency, with all that is open in it.
fn claims(scope: Scope<'_>, open: &[InvoiceIx]) -> Result<Vec<Document>, Refused> {
    let mut currencies: BTreeMap<Currency, Vec<InvoiceIx>> = BTreeMap::new();
    for invoice in open {
        let currency = scope.journal.invoices[*invoice].currency;
        currencies.entry(currency).or_default().push(*invoice);
    }
    let mut pages = Vec::new();
    for invoices in currencies.values() {
        pages.extend(claim::write(scope, invoices)?);
    }
    if pages.is_empty() {
        let say = &scope.language.phrases;
        let nothing = (say.sentence.nothing_open)(scope.ledger.as_of.0);
        pages.push(Document {
            blocks: vec![Block::Paragraph(nothing)],
            ..page(scope, "claim", say.title.open_items, Basis::Entries)
        });
    }
    Ok(pages)
}

fn contacts(scope: Scope<'_>, customer: CustomerIx) -> Document {
    let say = &scope.language.phrases.dossier;
    let told = story::told(scope, |event| event.customer == Some(customer));
    listed(
        scope,
        titled(scope, customer, say.contacts),
        told,
        say.no_contacts,
    )
}

fn agreed(scope: Scope<'_>, customer: CustomerIx) -> Document {
    let say = &scope.language.phrases.dossier;
    let agreed = |event: &Event| event.agreed_terms().is_some() && event.customer == Some(customer);
    let told = story::told(scope, agreed);
    let mut page = listed(
        scope,
        titled(scope, customer, say.policy),
        told,
        say.no_agreement,
    );
    page.blocks.push(Block::Paragraph(say.in_force.to_owned()));
    page
}

/// The page with the table of what happened, or with the sentence that nothing did.
fn listed(scope: Scope<'_>, mut page: Document, told: Vec<Happening>, nothing: &str) -> Document {
    if told.is_empty() {
        page.blocks.push(Block::Paragraph(nothing.to_owned()));
    } else {
        let table = story::table(scope, About::Customer, Vec::new(), told);
        put_table(scope, &mut page, table);
    }
    page
}

fn items(scope: Scope<'_>, customer: CustomerIx) -> Document {
    let mut page = titled(scope, customer, scope.language.phrases.title.open_items);
    let table = open_items::table(scope, &[customer]);
    put_table(scope, &mut page, table);
    page
}

/// The policies that rule what is open: the versions of the invoice dates, which decide about money, and those in
/// force today, which decide about letters (SPEC.md section 5.6).
fn policies(scope: Scope<'_>, customer: CustomerIx, open: &[InvoiceIx]) -> String {
    let journal = scope.journal;
    let on = scope.ledger.as_of.0;
    let mut found = BTreeSet::new();
    for invoice in open {
        let of_its_day = journal.invoices[*invoice].policy;
        found.extend(of_its_day);
        found.extend(of_its_day.and_then(|it| journal.policy_on(&journal.policies[it].name, on)));
    }
    let own = journal.policy_name(customer);
    found.extend(own.and_then(|name| journal.policy_on(name, on)));
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
pub struct Named {
    /// The day of the entry.
    pub date: NaiveDate,
    /// What the entry says.
    pub quote: EntryQuote,
    /// A path, a web address, or words about where the paper lies, as written.
    pub document: String,
}

/// The documents that the terms of his invoices name, and then those of his entries up to the day, in the order of
/// their days.
pub fn documents(scope: Scope<'_>, customer: CustomerIx) -> Vec<Named> {
    if !scope.journal.has_documents {
        return Vec::new();
    }
    let mut all = Vec::new();
    let entries = entries(scope, customer);
    for (date, quote) in terms(scope, customer).into_iter().chain(entries) {
        let named = quote.values(KeyName::Document);
        let named: Vec<String> = named.map(str::to_owned).collect();
        all.extend(named.into_iter().map(|document| Named {
            date,
            quote: quote.clone(),
            document,
        }));
    }
    all
}

/// The policies whose terms hold for his invoices, each with the day it began; those without stand at the day of his
/// first invoice under them.
fn terms(scope: Scope<'_>, customer: CustomerIx) -> Vec<(NaiveDate, EntryQuote)> {
    let journal = scope.journal;
    let mut found: BTreeMap<_, NaiveDate> = BTreeMap::new();
    for (_, invoice) in journal.invoices.iter() {
        if let Some(policy) = invoice.policy
            && invoice.customer == Some(customer)
            && invoice.date <= scope.ledger.as_of.0
            && let Some(origin) = journal.policies[policy].origin
        {
            let began = journal.policies[policy].from.unwrap_or(invoice.date);
            let first = found.entry(origin).or_insert(began);
            *first = began.min(*first);
        }
    }
    let found = found.into_iter();
    found
        .map(|(origin, date)| (date, scope.archive.quote_entry(origin)))
        .collect()
}

/// Everything dated that is about him, in the order of days, then of the files.
fn entries(scope: Scope<'_>, customer: CustomerIx) -> Vec<(NaiveDate, EntryQuote)> {
    let journal = scope.journal;
    let his = |who: Option<CustomerIx>| who == Some(customer);
    let events = journal.events.iter();
    let events = events
        .filter(|it| his(it.customer))
        .map(|it| (it.date, it.origin));
    let numbers = journal.invoices.iter().map(|(_, number)| number);
    let issued = |used| matches!(used, NumberUse::Invoice | NumberUse::Credit);
    let numbers = numbers.filter(|it| issued(it.number_use) && his(it.customer));
    let moved = journal
        .movements
        .as_slice()
        .iter()
        .filter(|it| his(it.customer));
    let all: BTreeSet<_> = events
        .chain(numbers.map(|it| (it.date, it.origin)))
        .chain(moved.map(|it| (it.date, it.origin)))
        .collect();
    let known = all
        .into_iter()
        .filter(|(date, _)| *date <= scope.ledger.as_of.0);
    known
        .map(|(date, origin)| (date, scope.archive.quote_entry(origin)))
        .collect()
}

/// What became of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It lies in the dossier, under this name.
    Copied(String),
    /// It is not where the journal says.
    Missing,
    /// It is on the web or in a binder.
    Elsewhere,
}

/// The list of documents, each with what became of it.
pub fn list(scope: Scope<'_>, customer: CustomerIx, documents: &[(Named, Fate)]) -> Paper {
    let say = &scope.language.phrases;
    let mut page = titled(scope, customer, say.dossier.documents);
    if documents.is_empty() {
        let nothing = say.dossier.no_documents.to_owned();
        page.blocks.push(Block::Paragraph(nothing));
    }
    let places = Places::of(scope);
    let mut columns = vec![
        column("date", say.heading.date),
        shown("text", say.heading.text, ColumnVisibility::WhenUsed),
        column("document", say.dossier.document),
        column("copy", say.dossier.copy),
    ];
    columns.extend(places.columns(scope));
    let rows = documents.iter().map(|(named, fate)| {
        let copy = match fate {
            Fate::Copied(name) => Cell::text(name),
            Fate::Missing => Cell::word("missing", say.dossier.missing),
            Fate::Elsewhere => Cell::word("elsewhere", say.dossier.elsewhere),
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
    let table = Table {
        rows: rows.collect(),
        columns,
        totals: Vec::new(),
    };
    put_table(scope, &mut page, table);
    Paper::text("documents.txt", vec![page])
}
