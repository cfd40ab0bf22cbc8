//! The books for programs of plain text accounting: the one walk that `export hledger`, `export ledger` and `export
//! beancount` share. They differ in writing alone.
//!
//! Each invoice is an account below its customer, its charges below that, and money that settles nothing yet stands beside
//! them. So the balance of `assets:receivable:jansen` at the end of a day is the customer's balance here.

use crate::bookkeeping::bookkeeping_entry::{BookkeepingEntry, BookkeepingKind, EntryLine};
use crate::bookkeeping::entry_walk::Bookkeeping;
use crate::journal::model::Component;
use crate::ledger::balance_change::balance_changes;
use crate::report::shared::report_input::ReportInput;
use crate::report::shared::source_column::file_and_line;
use crate::value::currency::Currency;
use crate::value::ledger_account::LedgerAccount;
use crate::value::money::Money;
use crate::value::vat_code::VatCode;
use crate::vat::vat_entry::VatPlace;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// How a program wants its books written.
pub trait BooksFormat {
    /// What stands before the entries.
    fn write_header(&mut self, header: &BooksHeader, out: &mut String);
    /// One entry.
    fn write_entry(&mut self, entry: &TextEntry, out: &mut String);
}

/// What the books are of.
pub struct BooksHeader {
    /// The name of the root file, on one line.
    pub root_file: String,
    /// The day at whose end they are.
    pub as_of: NaiveDate,
    /// The currencies of their entries.
    pub currencies: BTreeSet<Currency>,
}

/// The keys of all remarks.
pub const TAG_KEYS: [&str; 7] = [
    "id",
    "source",
    "customer",
    "invoice",
    "instalment",
    "due",
    "vat",
];

/// A remark that programs find: a key and what it says.
pub type EntryTag = (&'static str, String);

/// An entry in words.
pub struct TextEntry {
    /// Its day.
    pub date: NaiveDate,
    /// The number of the invoice or the credit note; else what kind of entry it is.
    pub code: String,
    /// Who.
    pub payee: String,
    /// What was written; empty where nothing was.
    pub text: String,
    /// Its id, its place, its customer and its invoice.
    pub tags: Vec<EntryTag>,
    /// Its lines.
    pub lines: Vec<TextLine>,
}

/// A line of an entry in words.
pub struct TextLine {
    /// The account, from its root down.
    pub account: Vec<String>,
    /// Debit above zero.
    pub amount: Money,
    /// Its invoice where the entry has another, its due date, its rate of VAT.
    pub tags: Vec<EntryTag>,
}

/// Everything up to the day of the ledger, one entry drawn and written before the next.
pub fn write_books(input: ReportInput<'_>, format: &mut dyn BooksFormat) -> String {
    let day = input.day;
    let unknown = day.journal.unknown_payments.iter();
    let unknown = unknown.filter(|payment| payment.date <= day.as_of());
    let header = BooksHeader {
        root_file: on_one_line(input.root_file),
        as_of: day.as_of(),
        currencies: balance_changes(day.journal, day.ledger)
            .map(|change| change.currency)
            .chain(unknown.map(|payment| payment.amount.currency))
            .collect(),
    };
    let mut out = String::new();
    format.write_header(&header, &mut out);
    let sources = (day.journal, day.ledger);
    for entry in Bookkeeping::new(sources, day.vat_breakdown(), day.source_lookup) {
        out.push('\n');
        format.write_entry(&text_entry(input, &entry), &mut out);
    }
    out
}

fn text_entry(input: ReportInput<'_>, entry: &BookkeepingEntry) -> TextEntry {
    let journal = input.day.journal;
    let quote = input.day.source_lookup.quote_entry(entry.origin);
    let nobody = input.language.phrases.figure.payer_unknown;
    let payee = entry
        .customer
        .map_or(nobody, |it| journal.customer_name(it));
    let mut tags = vec![("id", entry.id.clone())];
    if !quote.file.is_empty() {
        tags.push(("source", on_one_line(&file_and_line(&quote))));
    }
    if let Some(customer) = entry.customer {
        tags.push(("customer", journal.customer_id(customer).to_owned()));
    }
    if let Some(number) = entry.number {
        tags.push(("invoice", journal.invoice_no(number).to_owned()));
    }
    TextEntry {
        date: entry.date,
        code: entry_code(input, entry),
        payee: payee.to_owned(),
        text: quote.text,
        tags,
        lines: entry
            .lines
            .iter()
            .filter(|line| !line.amount.is_zero())
            .map(|line| text_line(input, entry, line))
            .collect(),
    }
}

/// The same with a blank for each character that breaks a line or moves it: names of files may have them.
fn on_one_line(words: &str) -> String {
    words.replace(char::is_control, " ")
}

/// The number of an invoice or a credit note; else what kind of entry it is.
fn entry_code(input: ReportInput<'_>, entry: &BookkeepingEntry) -> String {
    let is_document = matches!(
        entry.kind,
        BookkeepingKind::Invoice | BookkeepingKind::Credit
    );
    let number = entry.number.filter(|_| is_document);
    let number = number.map(|number| input.day.journal.invoice_no(number));
    number.unwrap_or_else(|| entry.kind.word()).to_owned()
}

fn text_line(input: ReportInput<'_>, entry: &BookkeepingEntry, line: &EntryLine) -> TextLine {
    let journal = input.day.journal;
    let mut tags = Vec::new();
    if let Some(invoice) = line.invoice.filter(|_| line.invoice != entry.number) {
        tags.push(("invoice", journal.invoice_no(invoice).to_owned()));
    }
    if let (Some(item), Some(invoice)) = (line.item, line.invoice) {
        let count = journal.invoices[invoice].item_count;
        if count > 1 {
            let place = journal.place_in_invoice(item).saturating_add(1);
            tags.push(("instalment", format!("{place}/{count}")));
        }
        let due = journal.items[item].due;
        tags.extend(due.map(|due| ("due", due.to_string())));
    }
    if let Some(vat) = line.vat {
        let code = vat
            .part
            .code
            .map_or_else(|| UNKNOWN_RATE.to_owned(), |code| code.to_string());
        tags.push(("vat", code));
    }
    TextLine {
        account: account_path(input, line),
        amount: Money::new(line.amount, entry.currency),
        tags,
    }
}

const UNKNOWN_RATE: &str = "unknown";

/// The name of an account from its root down. No part that is a number or an id has a blank, so that those which have one
/// are no other's.
fn account_path(input: ReportInput<'_>, line: &EntryLine) -> Vec<String> {
    let path: &[&str] = match line.account {
        LedgerAccount::Debtors => return debtor_path(input, line),
        LedgerAccount::Prepaid => {
            let customer = line
                .customer
                .map_or("", |it| input.day.journal.customer_id(it));
            &["liabilities", "prepaid", customer]
        }
        LedgerAccount::Bank => &["assets", "bank"],
        LedgerAccount::Suspense => &["liabilities", "suspense"],
        LedgerAccount::Income(code) => &[
            "income",
            &code.map_or_else(|| UNKNOWN_RATE.to_owned(), rate_name),
        ],
        LedgerAccount::Vat(code) => {
            let place = line.vat.map(|vat| vat.place);
            match place {
                Some(VatPlace::InBox(vat_box)) => &["liabilities", "vat", vat_box.name],
                _ => &["liabilities", "vat", &rate_name(code)],
            }
        }
        LedgerAccount::VatNotDue => &["liabilities", "vat", "not due"],
        LedgerAccount::VatReclaimed => &["assets", "vat"],
        LedgerAccount::Provision => &["assets", "provision"],
        LedgerAccount::BadDebt => &["expenses", "bad-debt"],
        LedgerAccount::CollectionCosts => &["expenses", "collection"],
        LedgerAccount::PaymentDiscount => &["expenses", "payment-discount"],
        LedgerAccount::PaymentDifferences => &["expenses", "differences"],
        LedgerAccount::RechargedCosts => &["income", "recharged"],
        LedgerAccount::Interest => &["income", "interest"],
    };
    path.iter().map(|part| (*part).to_owned()).collect()
}

fn debtor_path(input: ReportInput<'_>, line: &EntryLine) -> Vec<String> {
    let journal = input.day.journal;
    let customer = line.customer.map_or("", |it| journal.customer_id(it));
    let settles = line
        .invoice
        .map_or("on account", |it| journal.invoice_no(it));
    let charge = match line.component {
        Component::Costs => Some("costs"),
        Component::Fee => Some("fee"),
        Component::Interest => Some("interest"),
        Component::Principal => None,
    };
    let path = ["assets", "receivable", customer, settles].into_iter();
    path.chain(charge).map(str::to_owned).collect()
}

/// A rate as a part of a name: the reason alone where it is 0%.
fn rate_name(code: VatCode) -> String {
    match code {
        VatCode::Rate(_) => code.to_string(),
        VatCode::Zero(reason) => reason.to_string(),
        VatCode::Untaxed(word) => word.to_string(),
    }
}
