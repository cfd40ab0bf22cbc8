//! Entries that a contact note tells of: a promise, a plan, a dispute. They say what the note says, and nothing else:
//! amounts and days that it names, where each can only be meant so.

use super::editor_action::EditorAction;
use super::inserted_entries::insert_below;
use super::journal_view::{JournalView, MentionTarget};
use super::mention::{MentionKind, mentions_in};
use super::note_facts::NoteFacts;
use crate::journal::event_kind::EventKind;
use crate::journal::model::{CustomerIx, InvoiceIx, NumberUse};
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::dispute::DisputeEntry;
use crate::syntax::directive::plan::{PlanEntry, PlanTerms};
use crate::syntax::directive::promise::PromiseEntry;
use crate::syntax::entry::Entry;
use crate::syntax::entry_fields::InvoiceIds;
use crate::syntax::journal_entry::JournalEntry;
use crate::syntax::keyword::Keyword;
use crate::text::source::Source;
use crate::text::span::Spanned;
use chrono::NaiveDate;

/// What is written down from a contact note, right below it. Nothing where another entry of that day says it, or where
/// nobody knows which invoice it is about.
pub fn entries_from_note<'a>(
    view: &JournalView<'a>,
    source: &Source,
    entry: &Entry,
) -> Vec<EditorAction<'a>> {
    let is_contact = matches!(
        entry.directive.keyword,
        Keyword::Phone | Keyword::Email | Keyword::Letter | Keyword::Visit | Keyword::Chat
    );
    let day = entry.date.map(|date| date.node).filter(|_| is_contact);
    let (Some(day), invoices) = (day, invoices_of(view, entry)) else {
        return Vec::new();
    };
    if invoices.is_empty() {
        return Vec::new();
    }
    let facts = NoteFacts::read(view, entry, day);
    let is_new = |kind: EventKind| !is_written(view, kind, day, &invoices);
    let offers = [
        is_new(EventKind::Promise).then(|| promise(view, &invoices, &facts)),
        is_new(EventKind::Plan)
            .then(|| plan(view, &invoices, &facts))
            .flatten(),
        is_new(EventKind::Dispute)
            .then(|| dispute(view, &invoices))
            .flatten(),
    ];
    let numbers = invoices
        .iter()
        .map(|invoice| format!("#{}", view.outcome.journal.invoice_no(*invoice)));
    let numbers = numbers.collect::<Vec<_>>().join(", ");
    let each = offers.into_iter().flatten().map(|(what, node)| {
        let mut written = JournalEntry::new(Some(day), node);
        if what == "dispute" {
            written.text = facts.words.map(Spanned::without_span);
        }
        let text = written.print(view.outcome.journal.dialect());
        let title = format!("Write down a {what} about {numbers}");
        EditorAction::entry(title, vec![insert_below(source, entry, &text)])
    });
    each.collect()
}

/// The invoices that a note is about: those it names; else the only open one of its customer.
fn invoices_of(view: &JournalView<'_>, entry: &Entry) -> Vec<InvoiceIx> {
    let journal = &view.outcome.journal;
    let (mut invoices, mut customer) = (Vec::new(), None);
    for mention in mentions_in(entry) {
        let name = view.slice(mention.name_span());
        match view.target_of(mention.kind, name) {
            Some(MentionTarget::Invoice(invoice)) => invoices.push(invoice),
            Some(MentionTarget::Customer(named)) if mention.kind == MentionKind::Customer => {
                customer = Some(named);
            }
            _ => {}
        }
    }
    invoices.retain(|invoice| journal.invoices[*invoice].number_use == NumberUse::Invoice);
    if let Some(customer) = customer.filter(|_| invoices.is_empty()) {
        invoices.extend(only_open_invoice(view, customer));
    }
    invoices
}

fn only_open_invoice(view: &JournalView<'_>, customer: CustomerIx) -> Option<InvoiceIx> {
    let (journal, ledger) = (&view.outcome.journal, &view.outcome.ledger);
    let own = journal.invoices.iter();
    let own = own.filter(|(_, invoice)| {
        invoice.customer == Some(customer) && invoice.number_use == NumberUse::Invoice
    });
    let mut open = own
        .map(|(invoice, _)| invoice)
        .filter(|invoice| ledger.open_principal(journal, *invoice).is_positive());
    let first = open.next()?;
    open.next().is_none().then_some(first)
}

/// Whether an entry of a kind stands on a day about one of some invoices.
fn is_written(
    view: &JournalView<'_>,
    kind: EventKind,
    day: NaiveDate,
    invoices: &[InvoiceIx],
) -> bool {
    let mut events = view.outcome.journal.events.iter();
    events.any(|event| {
        event.date == day
            && event.kind() == kind
            && event.invoices().any(|it| invoices.contains(&it))
    })
}

fn ids<'v>(view: &JournalView<'v>, invoices: &[InvoiceIx]) -> InvoiceIds<'v> {
    let journal = &view.outcome.journal;
    let numbers = invoices.iter().map(|it| journal.invoice_no(*it));
    numbers.map(Spanned::without_span).collect()
}

fn promise<'v>(
    view: &JournalView<'v>,
    invoices: &[InvoiceIx],
    facts: &NoteFacts<'v>,
) -> (&'static str, TypedEntry<'v>) {
    let node = PromiseEntry {
        invoices: ids(view, invoices),
        customer: None,
        amount: facts.only_amount().map(Spanned::without_span),
        by: facts.only_day(),
        follow_up: None,
        with: None,
    };
    ("promise", TypedEntry::Promise(node))
}

/// A plan, where the note names a day for each amount.
fn plan<'v>(
    view: &JournalView<'v>,
    invoices: &[InvoiceIx],
    facts: &NoteFacts<'v>,
) -> Option<(&'static str, TypedEntry<'v>)> {
    if facts.days.len() < 2 || facts.days.len() != facts.amounts.len() {
        return None;
    }
    let terms = facts.amounts.iter().zip(&facts.days);
    let terms = terms.map(|(amount, day)| PlanTerms {
        amount: *amount,
        first: *day,
        rule: None,
    });
    let node = PlanEntry {
        invoices: ids(view, invoices),
        customer: None,
        terms: terms.collect(),
        signed: None,
        accelerate: None,
        follow_up: None,
    };
    Some(("plan", TypedEntry::Plan(node)))
}

/// A dispute, of one invoice. An amount that the note names may as well be what the customer does pay.
fn dispute<'v>(
    view: &JournalView<'v>,
    invoices: &[InvoiceIx],
) -> Option<(&'static str, TypedEntry<'v>)> {
    let [invoice] = invoices else {
        return None;
    };
    let node = DisputeEntry {
        invoice: Spanned::without_span(view.outcome.journal.invoice_no(*invoice)),
        customer: None,
        amount: None,
        follow_up: None,
    };
    Some(("dispute", TypedEntry::Dispute(node)))
}
