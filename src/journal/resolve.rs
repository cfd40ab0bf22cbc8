//! Takes entries one by one and makes a journal of them.

use super::mentions::Mentions;
use super::model::{Customer, CustomerIx, Invoice, InvoiceIx, Journal, NumberUse, Policy};
use super::names::Names;
use super::numbers::Numbers;
use super::{assertion, business, customer, due, event, finish, invoice, movement, policy};
use crate::syntax::dialect::Dialect;
use crate::syntax::entry::{Entry, State, Text};
use crate::syntax::grammar::Place;
use crate::syntax::reader::Visitor;
use crate::text::diagnostic::Sink;
use crate::text::span::{Origin, Span};
use crate::value::currency::Currency;
use crate::value::register::{Number, Register};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A journal in the making.
#[derive(Debug)]
pub struct Resolver {
    /// What is known so far.
    pub journal: Journal,
    /// Who is declared so far.
    pub declared: Register<CustomerIx, bool>,
    /// Whose invoice each number is; none while it is not an invoice. The same as in the journal, close together:
    /// payments and notes ask for it, in no order.
    pub owners: Register<InvoiceIx, Option<CustomerIx>>,
    /// Names to be asked again at the end.
    pub mentions: Mentions,
    /// Invoices whose due day rests on terms.
    pub waiting: Vec<due::Waiting>,
    /// Invoices with a policy of their own.
    pub own_policy: Vec<(InvoiceIx, Box<str>)>,
    /// Versions of policies, by name and first day: the order they have in the journal.
    pub policies: BTreeMap<(Box<str>, Option<NaiveDate>), Policy>,
    /// References of payments that nothing else allocates.
    pub references: Vec<(super::model::MovementIx, Box<str>)>,
}

impl Resolver {
    /// An empty journal.
    pub fn new(dialect: Dialect) -> Self {
        Self {
            journal: Journal {
                currency: dialect.currency,
                decimal_mark: dialect.mark.unwrap_or('.'),
                business: None,
                policies: Register::default(),
                customers: Register::default(),
                customer_ids: Names::default(),
                invoices: Register::default(),
                invoice_numbers: Numbers::default(),
                items: Register::default(),
                movements: Register::default(),
                events: Vec::new(),
                assertions: Vec::new(),
                bank_through: Vec::new(),
                bank_ids: Vec::new(),
                allows: Vec::new(),
                documents: false,
                line_rates: Vec::new(),
                references: BTreeMap::new(),
            },
            declared: Register::default(),
            owners: Register::default(),
            mentions: Mentions::default(),
            waiting: Vec::new(),
            own_policy: Vec::new(),
            policies: BTreeMap::new(),
            references: Vec::new(),
        }
    }

    /// The journal, when everything has been read.
    pub fn finish(self, sink: &mut Sink) -> Journal {
        finish::finish(self, sink)
    }

    /// The number of a customer that an entry mentions.
    pub fn customer(&mut self, span: Span, text: Text<'_>) -> CustomerIx {
        let customer = self.id(span, text);
        if !self.declared[customer] {
            self.mentions.customer(customer, span);
        }
        customer
    }

    /// The number of a customer, as a declaration: it is not a mention.
    pub fn id(&mut self, span: Span, text: Text<'_>) -> CustomerIx {
        let customer: CustomerIx = self.journal.customer_ids.intern(text.id(span));
        if customer.place() as usize == self.journal.customers.len() {
            self.journal.customers.push(Customer::default());
            self.declared.push(false);
        }
        customer
    }

    /// The number of an invoice, as a definition: it is not a mention.
    pub fn number(&mut self, span: Span, text: Text<'_>) -> InvoiceIx {
        let invoice: InvoiceIx = self.journal.invoice_numbers.intern(text.id(span));
        if invoice.place() as usize == self.journal.invoices.len() {
            self.journal.invoices.push(UNKNOWN);
            self.owners.push(None);
        }
        invoice
    }

    /// The number of an invoice that an entry mentions, beside the customer it names.
    pub fn invoice(&mut self, span: Span, text: Text<'_>, beside: Option<CustomerIx>) -> InvoiceIx {
        let invoice = self.number(span, text);
        let owner = self.owners[invoice];
        if owner.is_none() || beside.is_some() && owner != beside {
            self.mentions.invoice(invoice, beside, span);
        }
        invoice
    }

    /// The invoices that the header names outside a clause: the first, and the others.
    pub fn header_invoices(
        &mut self,
        entry: &Entry,
        text: Text<'_>,
        beside: Option<CustomerIx>,
    ) -> (Option<InvoiceIx>, Vec<InvoiceIx>) {
        let mut spans = entry.invoices();
        let first = spans.next().map(|span| self.invoice(span, text, beside));
        let further = spans.map(|span| self.invoice(span, text, beside)).collect();
        (first, further)
    }

    /// The customer that the header names.
    pub fn header_customer(&mut self, entry: &Entry, text: Text<'_>) -> Option<CustomerIx> {
        entry.customer().map(|span| self.customer(span, text))
    }

    fn dated(&mut self, entry: &Entry, date: NaiveDate, text: Text<'_>, sink: &mut Sink) {
        match entry.directive.word {
            "invoice" => invoice::resolve(self, entry, date, text, sink),
            _ if entry.state == State::AmountMissing => self.only_mentions(entry, text),
            "balance" => assertion::resolve(self, entry, date, text),
            "bank-through" => self.journal.bank_through.push((date, entry.span.origin())),
            _ if entry.directive.place == Place::Money => {
                movement::resolve(self, entry, date, text, sink);
            }
            _ => event::resolve(self, entry, date, text, sink),
        }
        if !entry.details.is_empty() {
            super::remarks::resolve(self, entry, text);
        }
    }

    /// An entry whose amount could not be read still names what it names.
    fn only_mentions(&mut self, entry: &Entry, text: Text<'_>) {
        let customer = self.header_customer(entry, text);
        if entry.directive.word == "credit" {
            if let Some(span) = entry.invoices().next() {
                let number = self.number(span, text);
                self.journal.invoices[number].used = NumberUse::Credit;
                self.journal.invoices[number].origin = entry.span.origin();
            }
            return;
        }
        let _named = self.header_invoices(entry, text, customer);
    }
}

const UNKNOWN: Invoice = Invoice {
    used: NumberUse::Unknown,
    due_basis: super::model::DueBasis::Missing,
    says: super::model::Says::NOTHING,
    currency: Currency::EUR,
    vat: None,
    item_count: 0,
    first_item: None,
    customer: None,
    policy: None,
    date: NaiveDate::MIN,
    origin: Origin(0),
    amount: None,
};

impl Visitor for Resolver {
    fn entry(&mut self, entry: &Entry, text: Text<'_>, sink: &mut Sink) {
        if let Some(date) = entry.date {
            self.dated(entry, date.node, text, sink);
            return;
        }
        match entry.directive.word {
            "customer" => customer::resolve(self, entry, text, sink),
            "policy" => policy::resolve(self, entry, text, sink),
            "business" => business::resolve(self, entry, text),
            _ => {}
        }
    }
}
