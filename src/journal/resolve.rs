//! Takes entries one by one and makes a journal of them.

use super::event::EventNode;
use super::mentions::Mentions;
use super::model::{
    Customer, CustomerIx, Invoice, InvoiceIx, Journal, MovementKind, NumberUse, Policy,
};
use super::movement::MovementNode;
use super::names::Names;
use super::numbers::Numbers;
use super::{
    assertion, business, common_keys, customer, due, event, finish, invoice, movement, policy,
};
use crate::syntax::dialect::Dialect;
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::charge::ChargeEntry;
use crate::syntax::directive::contact::ContactEntry;
use crate::syntax::entry::{Amount, Entry, State, Text};
use crate::syntax::entry_fields::{EntryFields, Id, InvoiceIds, Words};
use crate::syntax::keyword::Keyword;
use crate::syntax::reader::Visitor;
use crate::text::diagnostic::Sink;
use crate::text::span::Origin;
use crate::value::channel::Channel;
use crate::value::currency::Currency;
use crate::value::money::Money;
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
                decimal_mark: dialect.mark,
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
    pub fn customer(&mut self, id: Id<'_>) -> CustomerIx {
        let customer = self.declared_customer(id);
        if !self.declared[customer] {
            self.mentions.customer(customer, id.span);
        }
        customer
    }

    /// The number of a customer, as a declaration: it is not a mention.
    pub fn declared_customer(&mut self, id: Id<'_>) -> CustomerIx {
        let customer: CustomerIx = self.journal.customer_ids.intern(id.node);
        if customer.place() as usize == self.journal.customers.len() {
            self.journal.customers.push(Customer::default());
            self.declared.push(false);
        }
        customer
    }

    /// The number of an invoice, as a definition: it is not a mention.
    pub fn number(&mut self, id: Id<'_>) -> InvoiceIx {
        let invoice: InvoiceIx = self.journal.invoice_numbers.intern(id.node);
        if invoice.place() as usize == self.journal.invoices.len() {
            self.journal.invoices.push(UNKNOWN);
            self.owners.push(None);
        }
        invoice
    }

    /// The number of an invoice that an entry mentions, beside the customer it names.
    pub fn invoice(&mut self, id: Id<'_>, beside: Option<CustomerIx>) -> InvoiceIx {
        let invoice = self.number(id);
        let owner = self.owners[invoice];
        if owner.is_none() || beside.is_some() && owner != beside {
            self.mentions.invoice(invoice, beside, id.span);
        }
        invoice
    }

    /// The invoices that an entry names: the first, and the others.
    pub fn invoices(
        &mut self,
        ids: &InvoiceIds<'_>,
        beside: Option<CustomerIx>,
    ) -> (Option<InvoiceIx>, Vec<InvoiceIx>) {
        let mut numbers = ids.iter().map(|id| self.invoice(id, beside));
        (numbers.next(), numbers.collect())
    }

    /// Takes down what an entry says, by its keyword. `date` has no meaning for declarations.
    fn take(
        &mut self,
        fields: EntryFields<'_, '_>,
        node: TypedEntry<'_>,
        date: NaiveDate,
        sink: &mut Sink,
    ) {
        use TypedEntry as Node;
        let origin = fields.entry.span.origin();
        match node {
            Node::Customer(node) => customer::resolve(self, fields, node, sink),
            Node::Policy(node) => policy::resolve(self, fields, &node, sink),
            Node::Business(node) => business::resolve(self, fields, &node),
            // Those steer the reading, and the loader has taken them.
            Node::Format(_) | Node::DecimalMark(_) | Node::Currency(_) | Node::Include(_) => {}
            Node::Invoice(node) => invoice::resolve(self, fields, &node, date, sink),
            Node::Balance(node) => assertion::resolve(self, &node, date, origin),
            Node::BankThrough(_) => self.journal.bank_through.push((date, origin)),
            Node::Credit(node) => movement::resolve_credit(self, fields, &node, date, sink),
            Node::Payment(node) => movement::resolve(self, fields, node, date, sink),
            Node::Apply(node) => movement::resolve(self, fields, node, date, sink),
            Node::Reversal(node) => movement::resolve(self, fields, node, date, sink),
            Node::Refund(node) => movement::resolve(self, fields, node, date, sink),
            Node::Fee(node) => self.charge(fields, MovementKind::Fee, &node, date, sink),
            Node::Costs(node) => self.charge(fields, MovementKind::Costs, &node, date, sink),
            Node::Interest(node) => self.charge(fields, MovementKind::Interest, &node, date, sink),
            Node::Waive(node) => movement::resolve(self, fields, node, date, sink),
            Node::Settle(node) => movement::resolve(self, fields, node, date, sink),
            Node::Writeoff(node) => movement::resolve(self, fields, node, date, sink),
            Node::Void(node) => movement::resolve(self, fields, node, date, sink),
            Node::Phone(node) => self.contact(fields, Channel::Phone, node, date, sink),
            Node::Email(node) => self.contact(fields, Channel::Email, node, date, sink),
            Node::Letter(node) => self.contact(fields, Channel::Post, node, date, sink),
            Node::Visit(node) => self.contact(fields, Channel::Visit, node, date, sink),
            Node::Chat(node) => self.contact(fields, Channel::Chat, node, date, sink),
            Node::Note(node) => event::resolve(self, fields, EventNode::note(node), date, sink),
            Node::Agreed(node) => {
                self.mention_policy(node.policy);
                event::resolve(self, fields, node, date, sink);
            }
            Node::Dispute(node) => event::resolve(self, fields, node, date, sink),
            Node::Resolve(node) => event::resolve(self, fields, node, date, sink),
            Node::Hold(node) => event::resolve(self, fields, node, date, sink),
            Node::Release(node) => event::resolve(self, fields, node, date, sink),
            Node::Promise(node) => event::resolve(self, fields, node, date, sink),
            Node::Plan(node) => event::resolve(self, fields, node, date, sink),
            Node::Insolvent(node) => event::resolve(self, fields, node, date, sink),
            Node::Sent(node) => event::resolve(self, fields, node, date, sink),
            Node::Skip(node) => event::resolve(self, fields, node, date, sink),
            Node::Handover(node) => event::resolve(self, fields, node, date, sink),
            Node::Return(node) => event::resolve(self, fields, node, date, sink),
        }
    }

    fn charge(
        &mut self,
        fields: EntryFields<'_, '_>,
        kind: MovementKind,
        node: &ChargeEntry<'_>,
        date: NaiveDate,
        sink: &mut Sink,
    ) {
        let node = MovementNode::charge(kind, node);
        movement::resolve(self, fields, node, date, sink);
    }

    fn contact(
        &mut self,
        fields: EntryFields<'_, '_>,
        channel: Channel,
        node: ContactEntry<'_>,
        date: NaiveDate,
        sink: &mut Sink,
    ) {
        event::resolve(self, fields, EventNode::contact(channel, node), date, sink);
    }

    /// Notes that a policy was named, for whoever declares none of that name.
    pub fn mention_policy(&mut self, name: Option<Words<'_>>) {
        if let Some(name) = name {
            self.mentions.policy(name.node, name.span);
        }
    }

    /// An entry whose amount could not be read still names what it names.
    fn only_mentions(&mut self, fields: EntryFields<'_, '_>) {
        let customer = fields.customer().map(|id| self.customer(id));
        if fields.entry.directive.keyword == Keyword::Credit {
            if let Some(id) = fields.invoice() {
                let number = self.number(id);
                self.journal.invoices[number].used = NumberUse::Credit;
                self.journal.invoices[number].origin = fields.entry.span.origin();
            }
            return;
        }
        let _named = self.invoices(&fields.invoices(), customer);
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
        let fields = EntryFields { entry, text };
        let is_invoice = entry.directive.keyword == Keyword::Invoice;
        let date = entry.date.map(|date| date.node);
        if entry.state == State::AmountMissing && !is_invoice {
            self.only_mentions(fields);
        } else if let Some(node) = TypedEntry::read(fields) {
            self.take(fields, node, date.unwrap_or(NaiveDate::MIN), sink);
        }
        if date.is_some() && !entry.details.is_empty() {
            common_keys::resolve(self, fields);
        }
    }
}

/// An amount as written, as money.
pub fn to_money(amount: Amount) -> Money {
    Money::new(amount.minor.into(), amount.currency)
}
