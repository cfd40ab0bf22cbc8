//! Names that were mentioned before anything declared them, to be asked again when all has been read.

use super::kinds;
use super::model::{CustomerIx, InvoiceIx, Journal, NumberUse};
use crate::syntax::suggest;
use crate::text::diagnostic::{Diagnostic, Sink};
use crate::text::edit::Edit;
use crate::text::span::Span;

/// Mentions to be asked again.
#[derive(Debug, Default)]
pub struct Mentions {
    customers: Vec<(CustomerIx, Span)>,
    invoices: Vec<(InvoiceIx, Option<CustomerIx>, Span)>,
    policies: Vec<(Box<str>, Span)>,
}

/// For how many unknown names a suggestion is looked for: it walks the whole journal.
const SUGGESTED: usize = 20;

impl Mentions {
    /// A customer that is not declared yet.
    pub fn customer(&mut self, customer: CustomerIx, span: Span) {
        self.customers.push((customer, span));
    }

    /// An invoice, and the customer named beside it.
    pub fn invoice(&mut self, invoice: InvoiceIx, customer: Option<CustomerIx>, span: Span) {
        self.invoices.push((invoice, customer, span));
    }

    /// A policy.
    pub fn policy(&mut self, name: &str, span: Span) {
        self.policies.push((name.into(), span));
    }

    /// Says which names nothing declares.
    pub fn report(self, journal: &Journal, sink: &mut Sink) {
        let mut suggested = 0_usize;
        for (customer, span) in self.customers {
            if journal.customers[customer].origin.is_none() {
                suggested = suggested.saturating_add(1);
                sink.push(unknown_customer(
                    journal,
                    customer,
                    span,
                    suggested <= SUGGESTED,
                ));
            }
        }
        suggested = 0;
        for (invoice, customer, span) in self.invoices {
            match journal.invoices[invoice].used {
                NumberUse::Invoice => {
                    if let Some(named) = customer {
                        require_same(journal, invoice, named, span, sink);
                    }
                }
                NumberUse::Skipped => {}
                used => {
                    suggested = suggested.saturating_add(1);
                    let look = suggested <= SUGGESTED;
                    sink.push(unknown_invoice(
                        journal, invoice, used, customer, span, look,
                    ));
                }
            }
        }
        for (name, span) in self.policies {
            if !journal
                .policies
                .iter()
                .any(|(_, policy)| policy.name == name)
            {
                sink.push(unknown_policy(journal, &name, span));
            }
        }
    }
}

/// Where both stand, the invoice must be the customer's.
fn require_same(
    journal: &Journal,
    invoice: InvoiceIx,
    named: CustomerIx,
    span: Span,
    sink: &mut Sink,
) {
    let known = journal.invoices[invoice];
    if known.customer.is_none_or(|owner| owner == named) {
        return;
    }
    let owner = known
        .customer
        .map_or("", |owner| journal.customer_id(owner));
    sink.push(
        kinds::CUSTOMER_MISMATCH
            .at(
                span,
                format!(
                    "expected an invoice of @{}, found #{}, which is @{owner}'s",
                    journal.customer_id(named),
                    journal.invoice_no(invoice),
                ),
            )
            .related(dated(known.origin), "issued here")
            .help("mend the number or the customer; with an invoice the customer may be left out"),
    );
}

/// The date of a dated entry, which every one begins with.
pub const fn dated(origin: crate::text::span::Origin) -> Span {
    Span::new(origin.0, origin.0.saturating_add(10))
}

fn unknown_customer(journal: &Journal, customer: CustomerIx, span: Span, look: bool) -> Diagnostic {
    let id = journal.customer_id(customer);
    let found =
        kinds::UNKNOWN_CUSTOMER.at(span, format!("expected a declared customer, found @{id}"));
    let declared = journal
        .customers
        .iter()
        .filter(|(_, known)| known.origin.is_some())
        .map(|(known, _)| journal.customer_id(known));
    match look.then(|| suggest::nearest(id, declared)).flatten() {
        Some(near) => found
            .help(format!(
                "did you mean @{near}? Otherwise declare `customer @{id}`"
            ))
            .suggested_fix(vec![Edit::replace(span, format!("@{near}"))]),
        None => found.help(format!("declare it: `customer @{id}` on a line of its own")),
    }
}

fn unknown_invoice(
    journal: &Journal,
    invoice: InvoiceIx,
    used: NumberUse,
    customer: Option<CustomerIx>,
    span: Span,
    look: bool,
) -> Diagnostic {
    let number = journal.invoice_no(invoice);
    if used == NumberUse::Credit {
        return kinds::UNKNOWN_INVOICE
            .at(
                span,
                format!("expected an invoice, found #{number}, which is a credit note"),
            )
            .related(dated(journal.invoices[invoice].origin), "credited here")
            .help("name the invoice that is meant");
    }
    let found =
        kinds::UNKNOWN_INVOICE.at(span, format!("expected a known invoice, found #{number}"));
    match look.then(|| likely(journal, number, customer)).flatten() {
        Some(near) => {
            let known = journal.invoices[near];
            let near = journal.invoice_no(near);
            found
                .related(dated(known.origin), format!("#{near} is issued here"))
                .help(format!("did you mean #{near}?"))
                .suggested_fix(vec![Edit::replace(span, format!("#{near}"))])
        }
        None => found.help("mend the number, or write the invoice"),
    }
}

/// An invoice of the same customer spelled nearly so; else any invoice spelled nearly so.
fn likely(journal: &Journal, number: &str, customer: Option<CustomerIx>) -> Option<InvoiceIx> {
    let near = |same: bool| {
        journal
            .invoices
            .iter()
            .filter(|(_, known)| known.used == NumberUse::Invoice)
            .filter(|(_, known)| !same || (customer.is_some() && known.customer == customer))
            .map(|(known, _)| {
                (
                    strsim::damerau_levenshtein(number, journal.invoice_no(known)),
                    known,
                )
            })
            .filter(|(distance, _)| *distance <= 2)
            .min()
            .map(|(_, known)| known)
    };
    near(true).or_else(|| near(false))
}

fn unknown_policy(journal: &Journal, name: &str, span: Span) -> Diagnostic {
    let found =
        kinds::UNKNOWN_POLICY.at(span, format!("expected a declared policy, found `{name}`"));
    let known = journal.policies.iter().map(|(_, policy)| &*policy.name);
    match suggest::nearest(name, known) {
        Some(near) => found
            .help(format!("did you mean `{near}`?"))
            .suggested_fix(vec![Edit::replace(span, near)]),
        None => found.help(format!("declare it: `policy {name}` on a line of its own")),
    }
}
