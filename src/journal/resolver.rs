//! Takes entries one by one and makes a journal of them.

use super::account_numbers::Accounts;
use super::customer_ids::CustomerIds;
use super::due_date;
use super::invoice_numbers::InvoiceNumbers;
use super::mentions::Mentions;
use super::model::{Customer, CustomerIx, Invoice, InvoiceIx, Journal, NumberUse, Policy};
use crate::policy::jurisdiction::law_list::LawList;
use crate::syntax::dialect::Dialect;
use crate::syntax::entry_fields::{Id, InvoiceIds, SpannedText};
use crate::text::include_table::IncludeTable;
use crate::text::span::Origin;
use crate::value::currency::Currency;
use crate::value::index_vec::{Idx, IndexVec};
use crate::value::money::Minor64;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A journal in the making.
#[derive(Debug)]
pub struct Resolver {
    /// What is known so far.
    pub journal: Journal,
    /// Who is declared so far.
    pub is_declared: IndexVec<CustomerIx, bool>,
    /// Whose invoice each number is; none while it is not an invoice. The same as in the journal, close together:
    /// payments and notes ask for it, in no order.
    pub owners: IndexVec<InvoiceIx, Option<CustomerIx>>,
    /// Names to be asked again at the end.
    pub mentions: Mentions,
    /// Invoices whose due day rests on terms.
    pub pending_due_dates: Vec<due_date::PendingDueDate>,
    /// Invoices with a policy of their own.
    pub invoice_policies: Vec<(InvoiceIx, Box<str>)>,
    /// Versions of policies, by name and first day: the order they have in the journal.
    pub policies: BTreeMap<(Box<str>, Option<NaiveDate>), Policy>,
    /// References of payments that nothing else allocates.
    pub payment_references: Vec<(super::model::MovementIx, Box<str>)>,
    /// Up to here the customers that entries name were looked up ahead.
    pub prefetched_to: u32,
}

impl Resolver {
    /// An empty journal, for which these laws may hold.
    pub fn new(dialect: Dialect, laws: LawList) -> Self {
        Self {
            journal: Journal {
                currency: dialect.currency,
                decimal_mark: dialect.mark,
                laws,
                business: None,
                policies: IndexVec::default(),
                customers: IndexVec::default(),
                customer_ids: CustomerIds::default(),
                invoices: IndexVec::default(),
                invoice_numbers: InvoiceNumbers::default(),
                items: IndexVec::default(),
                movements: IndexVec::default(),
                unknown_payments: Vec::new(),
                unknown_returns: Vec::new(),
                accounts: Accounts::default(),
                events: Vec::new(),
                currency_faults: Vec::new(),
                assertions: Vec::new(),
                bank_through: Vec::new(),
                vat_filings: Vec::new(),
                includes: IncludeTable::default(),
                bank_ids: Vec::new(),
                allow_lines: Vec::new(),
                latest: None,
                has_documents: false,
                vat_subtotals: Vec::new(),
                deliveries: Vec::new(),
                references: BTreeMap::new(),
                policies_without_version: BTreeMap::new(),
                milestones: BTreeMap::new(),
            },
            is_declared: IndexVec::default(),
            owners: IndexVec::default(),
            mentions: Mentions::default(),
            pending_due_dates: Vec::new(),
            invoice_policies: Vec::new(),
            policies: BTreeMap::new(),
            payment_references: Vec::new(),
            prefetched_to: 0,
        }
    }

    /// The number of a customer that an entry mentions.
    pub fn mention_customer(&mut self, id: Id<'_>) -> CustomerIx {
        let customer = self.intern_customer(id);
        if !self.is_declared[customer] {
            self.mentions.add_customer(customer, id.span);
        }
        customer
    }

    /// The number of a customer, as a declaration: it is not a mention.
    pub fn intern_customer(&mut self, id: Id<'_>) -> CustomerIx {
        let customer: CustomerIx = self.journal.customer_ids.intern(id.node);
        if customer.index() as usize == self.journal.customers.len() {
            self.journal.customers.push(Customer::default());
            self.is_declared.push(false);
        }
        customer
    }

    /// The number of an invoice, as a definition: it is not a mention.
    pub fn intern_invoice(&mut self, id: Id<'_>) -> InvoiceIx {
        let invoice: InvoiceIx = self.journal.invoice_numbers.intern(id.node);
        if invoice.index() as usize == self.journal.invoices.len() {
            self.journal.invoices.push(UNKNOWN);
            self.owners.push(None);
        }
        invoice
    }

    /// The number of an invoice that an entry mentions, beside the customer it names.
    pub fn mention_invoice(&mut self, id: Id<'_>, beside: Option<CustomerIx>) -> InvoiceIx {
        let invoice = self.intern_invoice(id);
        let owner = self.owners[invoice];
        if owner.is_none() || beside.is_some() && owner != beside {
            self.mentions.add_invoice(invoice, beside, id.span);
        }
        invoice
    }

    /// The invoices that an entry names: the first, and the others.
    pub fn mention_invoices(
        &mut self,
        ids: &InvoiceIds<'_>,
        beside: Option<CustomerIx>,
    ) -> (Option<InvoiceIx>, Vec<InvoiceIx>) {
        let mut numbers = ids.iter().map(|id| self.mention_invoice(id, beside));
        (numbers.next(), numbers.collect())
    }

    /// Notes that a policy was named, for whoever declares none of that name.
    pub fn mention_policy(&mut self, name: Option<SpannedText<'_>>) {
        if let Some(name) = name {
            self.mentions.add_policy(name.node, name.span);
        }
    }
}

const UNKNOWN: Invoice = Invoice {
    number_use: NumberUse::Unknown,
    due_basis: super::model::DueBasis::Missing,
    detail_flags: super::model::InvoiceDetailFlags::NONE,
    currency: Currency::EUR,
    vat: None,
    item_count: 0,
    first_item: None,
    customer: None,
    policy: None,
    date: NaiveDate::MIN,
    origin: Origin(0),
    minor: Minor64::ZERO,
};
