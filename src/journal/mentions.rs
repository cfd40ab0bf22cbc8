//! Names that were mentioned before anything declared them, to be asked again when all has been read.

use super::kinds;
use super::model::{CustomerIx, InvoiceIx, Journal, Movement, MovementKind, NumberUse};
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::customer::CustomerDeclaration;
use crate::syntax::directive::policy::PolicyDeclaration;
use crate::syntax::journal_entry::JournalEntry;
use crate::syntax::mistakes::suggestion;
use crate::text::diagnostic::{Diagnostic, Sink};
use crate::text::edit::Edit;
use crate::text::span::{Span, Spanned};
use crate::value::index_vec::Idx;
use std::collections::{BTreeMap, BTreeSet};

/// Mentions to be asked again.
#[derive(Debug, Default)]
pub struct Mentions {
    customers: Vec<(CustomerIx, Span)>,
    invoices: Vec<(InvoiceIx, Option<CustomerIx>, Span)>,
    policies: Vec<(Box<str>, Span)>,
    /// Numbers that stand on more than one invoice or credit note.
    pub numbers_twice: Vec<InvoiceIx>,
}

/// For how many unknown names a suggestion is looked for: it walks the whole journal.
const SUGGESTED: usize = 20;

impl Mentions {
    /// A customer that is not declared yet.
    pub fn add_customer(&mut self, customer: CustomerIx, span: Span) {
        self.customers.push((customer, span));
    }

    /// An invoice, and the customer named beside it.
    pub fn add_invoice(&mut self, invoice: InvoiceIx, customer: Option<CustomerIx>, span: Span) {
        self.invoices.push((invoice, customer, span));
    }

    /// A policy.
    pub fn add_policy(&mut self, name: &str, span: Span) {
        self.policies.push((name.into(), span));
    }

    /// Says which names nothing declares: each once, at its first mention, however often it is named.
    pub fn report(self, journal: &Journal, sink: &mut Sink) {
        let unknown = |customer: &CustomerIx| journal.customers[*customer].origin.is_none();
        let customers = self.customers.iter().map(|(customer, _)| *customer);
        let times = count_mentions(customers.filter(unknown));
        let mut told = BTreeSet::new();
        for (customer, span) in self.customers {
            if unknown(&customer) && told.insert(customer.index()) {
                let look = told.len() <= SUGGESTED;
                let found = unknown_customer(journal, customer, span, look);
                sink.push(with_times(found, times.get(&customer.index())));
            }
        }
        // His terms, his policy and what he owes are those of somebody else until his name is mended.
        sink.unreadable.terms |= !times.is_empty();
        sink.unreadable.figures |= moves_money(journal, |movement| {
            movement.customer.is_some_and(|customer| unknown(&customer))
        });
        report_invoices(&self.invoices, &self.numbers_twice, journal, sink);
        let mut told = BTreeSet::new();
        for (name, span) in self.policies {
            if !journal.has_policy(&name) && told.insert(name.clone()) {
                sink.push(unknown_policy(journal, &name, span));
                sink.unreadable.terms = true;
            }
        }
    }
}

fn report_invoices(
    mentions: &[(InvoiceIx, Option<CustomerIx>, Span)],
    numbers_twice: &[InvoiceIx],
    journal: &Journal,
    sink: &mut Sink,
) {
    // Of two invoices with one number the other's is likely one sign away: that is told as the number that stands twice.
    let is_other_of_two = |number: InvoiceIx| {
        let mut twice = numbers_twice.iter().map(|it| journal.invoice_no(*it));
        let number = journal.invoice_no(number).as_bytes();
        twice.any(|it| edit_distance(number, it.as_bytes(), 1).is_some())
    };
    let unknown = |invoice: &InvoiceIx| {
        let used = journal.invoices[*invoice].number_use;
        !matches!(used, NumberUse::Invoice | NumberUse::Skipped)
    };
    let times = count_mentions(
        mentions
            .iter()
            .map(|(invoice, ..)| *invoice)
            .filter(unknown),
    );
    sink.unreadable.figures |= moves_money(journal, |movement| {
        movement.invoices().any(|invoice| unknown(&invoice))
    });
    let mut told = BTreeSet::new();
    for (invoice, customer, span) in mentions {
        if !unknown(invoice) {
            if let Some(named) = customer {
                check_same_customer(journal, *invoice, *named, *span, sink);
            }
        } else if !is_other_of_two(*invoice) && told.insert(invoice.index()) {
            let look = told.len() <= SUGGESTED;
            let found = unknown_invoice(journal, *invoice, *customer, *span, look);
            sink.push(with_times(found, times.get(&invoice.index())));
        }
    }
}

/// Whether money moves for one of whom this is true.
fn moves_money(journal: &Journal, is_unknown: impl Fn(&Movement) -> bool) -> bool {
    let mut movements = journal.movements.as_slice().iter();
    movements.any(|movement| movement.kind != MovementKind::Void && is_unknown(movement))
}

/// How often each is named.
fn count_mentions<N: Idx>(names: impl Iterator<Item = N>) -> BTreeMap<u32, usize> {
    let mut times: BTreeMap<u32, usize> = BTreeMap::new();
    for name in names {
        let count = times.entry(name.index()).or_default();
        *count = count.saturating_add(1);
    }
    times
}

fn with_times(found: Diagnostic, times: Option<&usize>) -> Diagnostic {
    match times {
        Some(times) if *times > 1 => found.note(format!("the first of {times} places")),
        _ => found,
    }
}

/// Where both stand, the invoice must be the customer's.
fn check_same_customer(
    journal: &Journal,
    invoice: InvoiceIx,
    named: CustomerIx,
    span: Span,
    sink: &mut Sink,
) {
    let known = journal.invoices[invoice];
    let unknown = |customer: CustomerIx| journal.customers[customer].origin.is_none();
    // Of a name that nobody declared that is told, and no more.
    if unknown(named)
        || known
            .customer
            .is_none_or(|owner| owner == named || unknown(owner))
    {
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
            .related(date_span(known.origin), "issued here")
            .help("mend the number or the customer; with an invoice the customer may be left out"),
    );
}

/// The date of a dated entry, which every one begins with.
pub const fn date_span(origin: crate::text::span::Origin) -> Span {
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
    let customer = CustomerDeclaration::new(Spanned::without_span(id));
    let declaration = print_declaration(TypedEntry::Customer(customer), journal);
    match look.then(|| suggestion::nearest(id, declared)).flatten() {
        Some(near) => found
            .help(format!(
                "did you mean @{near}? Otherwise declare `{declaration}`"
            ))
            .deciding_fix(vec![Edit::replace(span, format!("@{near}"))]),
        None => found.help(format!("declare it: `{declaration}` on a line of its own")),
    }
}

fn unknown_invoice(
    journal: &Journal,
    invoice: InvoiceIx,
    customer: Option<CustomerIx>,
    span: Span,
    look: bool,
) -> Diagnostic {
    let number = journal.invoice_no(invoice);
    if journal.invoices[invoice].number_use == NumberUse::Credit {
        return kinds::UNKNOWN_INVOICE
            .at(
                span,
                format!("expected an invoice, found #{number}, which is a credit note"),
            )
            .related(date_span(journal.invoices[invoice].origin), "credited here")
            .help("name the invoice that is meant");
    }
    let found =
        kinds::UNKNOWN_INVOICE.at(span, format!("expected a known invoice, found #{number}"));
    match look
        .then(|| likeliest_invoice(journal, invoice, customer))
        .flatten()
    {
        Some(near) => {
            let known = journal.invoices[near];
            let near = journal.invoice_no(near);
            found
                .related(date_span(known.origin), format!("#{near} is issued here"))
                .help(format!("did you mean #{near}?"))
                .deciding_fix(vec![Edit::replace(span, format!("#{near}"))])
        }
        None => found.help("mend the number, or write the invoice"),
    }
}

/// The invoice that is most likely meant: of the same customer, for the same amount, spelled most like it.
fn likeliest_invoice(
    journal: &Journal,
    unknown: InvoiceIx,
    customer: Option<CustomerIx>,
) -> Option<InvoiceIx> {
    let number = journal.invoice_no(unknown);
    let mut movements = journal.movements.as_slice().iter();
    let amount = movements
        .find(|movement| movement.invoice == Some(unknown))
        .map(|movement| movement.amount);
    journal
        .invoices
        .iter()
        .filter(|(_, known)| known.number_use == NumberUse::Invoice)
        .map(|(candidate, known)| {
            let same_customer = customer.is_some() && known.customer == customer;
            let same_amount = amount.is_some() && known.amount() == amount;
            let candidate_no = journal.invoice_no(candidate);
            let distance = edit_distance(number.as_bytes(), candidate_no.as_bytes(), NEAR);
            let distance = distance.unwrap_or(usize::MAX);
            (!same_customer, !same_amount, distance, candidate)
        })
        .filter(|(other_customer, other_amount, distance, _)| {
            *distance <= NEAR || !other_customer && !other_amount
        })
        .min()
        .map(|(.., candidate)| candidate)
}

/// Numbers further apart than this are not alike.
const NEAR: usize = 2;

/// The number of edits between two numbers, `None` above `most`. (`strsim` has no such bound: it fills a table for each
/// of a million invoices, where here nearly every number differs too much after a few steps.)
fn edit_distance(one: &[u8], other: &[u8], most: usize) -> Option<usize> {
    let same = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (one.get(same..)?, other.get(same..)?);
    let ([a, after_one @ ..], [b, after_other @ ..]) = (one, other) else {
        let rest = one.len().max(other.len());
        return (rest <= most).then_some(rest);
    };
    let most = most.checked_sub(1)?;
    let swapped = match (after_one, after_other) {
        ([c, one @ ..], [d, other @ ..]) if a == d && b == c => edit_distance(one, other, most),
        _ => None,
    };
    let other_letter = edit_distance(after_one, after_other, most);
    let one_less = edit_distance(after_one, other, most);
    let one_more = edit_distance(one, after_other, most);
    let ways = [swapped, other_letter, one_less, one_more];
    Some(ways.into_iter().flatten().min()?.saturating_add(1))
}

fn unknown_policy(journal: &Journal, name: &str, span: Span) -> Diagnostic {
    let found =
        kinds::UNKNOWN_POLICY.at(span, format!("expected a declared policy, found `{name}`"));
    let known = journal.policies.iter().map(|(_, policy)| &*policy.name);
    if let Some(near) = suggestion::nearest(name, known) {
        return found
            .help(format!("did you mean `{near}`?"))
            .suggested_fix(vec![Edit::replace(span, near)]);
    }
    let policy = PolicyDeclaration::new(Spanned::without_span(name));
    let declaration = print_declaration(TypedEntry::Policy(policy), journal);
    found.help(format!("declare it: `{declaration}` on a line of its own"))
}

fn print_declaration(entry: TypedEntry<'_>, journal: &Journal) -> String {
    JournalEntry::new(None, entry).print_header(journal.dialect())
}
