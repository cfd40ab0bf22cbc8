//! Events by the invoice and by the customer that they are about, each list in the order that counts.

use super::model::{CustomerIx, Event, InvoiceIx, Journal};
use crate::value::index_lists::IndexLists;
use chrono::NaiveDate;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

/// The events of a journal up to a day, found by invoice and by customer. Built in one walk.
#[derive(Debug)]
pub struct EventHistory<'j> {
    /// The resolved journal.
    pub journal: &'j Journal,
    in_order: Vec<&'j Event>,
    by_invoice: IndexLists<InvoiceIx, &'j Event>,
    by_customer: IndexLists<CustomerIx, &'j Event>,
    /// What was agreed with customers and who is insolvent, as places in that order; worked out when first asked.
    standing: OnceCell<BTreeMap<CustomerIx, Vec<usize>>>,
}

impl<'j> EventHistory<'j> {
    /// Every event up to a day.
    ///
    /// ```
    /// use tegoed::journal::history::EventHistory;
    /// use tegoed::value::calendar::date_from_ymd;
    /// # use std::{io, path::{Path, PathBuf}};
    /// # use tegoed::{check::CheckScope, load::Roots, pipeline::{PipelineOptions, run}, text::source::Files};
    /// # struct One(&'static str);
    /// # impl Files for One {
    /// #     fn open(&self, _: &Path) -> io::Result<Box<dyn io::Read + '_>> { Ok(Box::new(self.0.as_bytes())) }
    /// #     fn find_matching(&self, _: &Path, pattern: &str) -> io::Result<Vec<PathBuf>> { Ok(vec![pattern.into()]) }
    /// #     fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> { Ok(path.to_owned()) }
    /// # }
    /// let journal = One("format 1\ncustomer @jansen\n\
    ///     2026-01-05 invoice #1 @jansen 1210.00 due 2026-02-04 | Stairs\n\
    ///     2026-02-20 phone #1 @jansen | Will pay\n\
    ///     2026-02-10 sent reminder #1 via email\n");
    /// let as_of = date_from_ymd(2026, 2, 28).ok_or("no such day")?;
    /// let outcome = run(&Roots::from_file("j.tegoed"), &journal, PipelineOptions { as_of, scope: CheckScope::Errors })?;
    /// let history = EventHistory::new(&outcome.journal, as_of);
    /// let (invoice, _) = outcome.journal.invoices.iter().next().ok_or("no invoice")?;
    /// let letters: Vec<bool> = history.of_invoice(invoice).map(|event| event.is_letter()).collect();
    /// assert_eq!(letters, [true, false]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(journal: &'j Journal, as_of: NaiveDate) -> Self {
        let events = journal.events.iter().filter(|event| event.date <= as_of);
        let mut in_order: Vec<&Event> = events.collect();
        // Most journals are written day by day, which a stable sort notices.
        in_order.sort_by_key(|event| event.order_key());
        let ordered = || in_order.iter().copied();
        let invoices: Vec<(InvoiceIx, &Event)> = ordered()
            .flat_map(|event| event.invoices().map(move |invoice| (invoice, event)))
            .collect();
        let by_invoice = IndexLists::from_pairs(journal.invoices.len(), &invoices);
        drop(invoices);
        let customers: Vec<(CustomerIx, &Event)> = ordered()
            .flat_map(|event| customers_of(journal, event).map(move |it| (it, event)))
            .collect();
        Self {
            journal,
            by_customer: IndexLists::from_pairs(journal.customers.len(), &customers),
            by_invoice,
            in_order,
            standing: OnceCell::new(),
        }
    }

    /// Every event, in the order that counts (SPEC.md 7): by day, and inside a day by kind.
    pub fn events(&self) -> impl DoubleEndedIterator<Item = &'j Event> + Clone {
        self.in_order.iter().copied()
    }

    /// The events that name an invoice; one that names it twice stands there twice.
    pub fn of_invoice(&self, invoice: InvoiceIx) -> impl DoubleEndedIterator<Item = &'j Event> {
        self.by_invoice.get(invoice).iter().copied()
    }

    /// The events about a customer, with or without an invoice. One about invoices of several customers is about each.
    pub fn of_customer(&self, customer: CustomerIx) -> impl DoubleEndedIterator<Item = &'j Event> {
        self.by_customer.get(customer).iter().copied()
    }

    /// What was agreed with a customer, and that they are insolvent: the few events that bear on all their invoices.
    pub fn standing_of_customer(&self, customer: CustomerIx) -> impl Iterator<Item = &'j Event> {
        let all = self.standing.get_or_init(|| {
            let mut all: BTreeMap<CustomerIx, Vec<usize>> = BTreeMap::new();
            for (place, event) in self.events().enumerate() {
                let bears = event.agreed_terms().is_some() || event.is_insolvency();
                if let Some(customer) = event.customer.filter(|_| bears) {
                    all.entry(customer).or_default().push(place);
                }
            }
            all
        });
        let places = all.get(&customer).map_or(&[][..], Vec::as_slice).iter();
        places.filter_map(|place| self.in_order.get(*place).copied())
    }

    /// Whether some event named an invoice on a day or later. An attempt that reached nobody, or was called off,
    /// answers nothing.
    pub fn is_invoice_named_since(&self, invoice: InvoiceIx, since: NaiveDate) -> bool {
        let latest_first = self.of_invoice(invoice).rev();
        let mut recent = latest_first.take_while(|event| event.date >= since);
        recent.any(|event| !event.is_failed_attempt() && !event.is_called_off())
    }

    /// Whether a note named an invoice on a day or later: somebody looked at it and decided.
    pub fn is_invoice_noted_since(&self, invoice: InvoiceIx, since: NaiveDate) -> bool {
        let latest_first = self.of_invoice(invoice).rev();
        let mut recent = latest_first.take_while(|event| event.date >= since);
        recent.any(Event::is_note)
    }

    /// Whether somebody spoke with a customer, or noted something about them, on a day or later.
    pub fn is_customer_contacted_since(&self, customer: CustomerIx, since: NaiveDate) -> bool {
        let latest_first = self.of_customer(customer).rev();
        let mut recent = latest_first.take_while(|event| event.date >= since);
        recent.any(|event| {
            event.is_contact_or_note() && !event.is_failed_attempt() && !event.is_called_off()
        })
    }

    /// The last attempt since a day to take up what an event leaves open, which reached nobody or was called off; `None`
    /// where nobody tried.
    pub fn failed_attempt_since(&self, event: &Event, since: NaiveDate) -> Option<&'j Event> {
        let is_attempt = |it: &&'j Event| {
            it.date >= since
                && it.origin != event.origin
                && (it.is_failed_attempt() || it.is_called_off())
        };
        if event.invoice.is_some() {
            let attempts = event.invoices().flat_map(|it| self.of_invoice(it));
            return attempts.filter(is_attempt).max_by_key(|it| it.date);
        }
        self.of_customer(event.customer?)
            .filter(is_attempt)
            .max_by_key(|it| it.date)
    }

    /// Whether what an event leaves open was taken up on a day or later: an event names one of its invoices, or where it
    /// names none, tells of a talk with its customer.
    pub fn is_answered_since(&self, event: &Event, since: NaiveDate) -> bool {
        let mut named = event.invoices();
        if event.invoice.is_some() {
            return named.any(|invoice| self.is_invoice_named_since(invoice, since));
        }
        event
            .customer
            .is_some_and(|customer| self.is_customer_contacted_since(customer, since))
    }
}

/// Whom an event is about: the customer it names, and everybody else whose invoice it names.
pub fn customers_of(journal: &Journal, event: &Event) -> impl Iterator<Item = CustomerIx> {
    let named = event
        .invoices()
        .filter_map(|it| journal.invoices[it].customer);
    let others = named.filter(|customer| Some(*customer) != event.customer);
    let others: BTreeSet<CustomerIx> = others.collect();
    event.customer.into_iter().chain(others)
}

impl Event {
    /// Whether the invoices it names are all of one customer: only then its amount is about him.
    pub fn is_about_one_customer(&self, journal: &Journal) -> bool {
        let mut owners = self.invoices().map(|it| journal.invoices[it].customer);
        let first = owners.next();
        first.is_none_or(|first| owners.all(|owner| owner == first))
    }
}
