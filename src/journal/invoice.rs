//! `invoice`: its number, its total, its instalments.

use super::description;
use super::due_date::{PendingDueDate, start_of_terms};
use super::kinds;
use super::model::{
    DueBasis, Invoice, InvoiceDetailFlags, InvoiceIx, Item, ItemIx, Journal, NamedDelivery,
    NumberUse,
};
use super::movement::is_number_free;
use super::resolver::Resolver;
use super::vat_subtotals::{VatSource, resolve_vat};
use crate::syntax::directive::invoice::{InstalmentDay, InstalmentSize, InvoiceEntry};
use crate::syntax::entry::{Amount, Entry, EntryState};
use crate::syntax::entry_fields::EntryFields;
use crate::syntax::kinds::REPEATED;
use crate::text::diagnostic::{Diagnostic, Sink};
use crate::text::span::{Span, Spanned};
use crate::value::money::{Minor, Minor64, Money};
use crate::value::rounding::share_of_amount;
use crate::value::share::Share;
use chrono::NaiveDate;

/// What to do about an invoice whose number stands already.
const NUMBER_TWICE: &str =
    "give it its own number; if the entry was pasted or merged twice, delete one";

/// Takes down an invoice.
pub fn resolve(
    resolver: &mut Resolver,
    fields: EntryFields<'_, '_>,
    node: &InvoiceEntry<'_>,
    date: NaiveDate,
    sink: &mut Sink,
) {
    let customer = node.customer.map(|id| resolver.mention_customer(id));
    let number = resolver.intern_invoice(node.number);
    if !is_number_free(resolver, number, (node.number, NUMBER_TWICE), sink) {
        return;
    }
    let amount = node.amount;
    let source = VatSource {
        entry: fields.entry,
        number,
        amount,
        header: node.vat,
        vat_lines: &node.vat_lines,
        lines: &node.lines,
    };
    let vat = resolve_vat(resolver, &source, sink);
    resolver.journal.invoices[number] = Invoice {
        number_use: NumberUse::Invoice,
        due_basis: DueBasis::Written,
        detail_flags: collect_detail_flags(fields, node),
        currency: amount.map_or(resolver.journal.currency, |amount| amount.node.currency),
        vat,
        item_count: 0,
        first_item: None,
        customer,
        policy: None,
        date,
        origin: fields.entry.span.origin(),
        minor: amount.map_or(Minor64::ZERO, |amount| amount.node.minor),
    };
    resolver.owners[number] = customer;
    if let Some(name) = node.policy {
        resolver.mention_policy(Some(name));
        resolver.invoice_policies.push((number, name.node.into()));
    }
    if let Some(reference) = node.reference {
        let references = &mut resolver.journal.references;
        references.insert(number, reference.node.into());
    }
    let went_out = node.sent.map_or(date, |(sent, _)| sent.max(date));
    let deliveries = node.delivered.iter().map(|delivered| NamedDelivery {
        invoice: number,
        delivered: *delivered,
        went_out,
    });
    resolver.journal.deliveries.extend(deliveries);
    if let Some(amount) = amount {
        add_instalments(resolver, fields.entry, node, (number, amount), sink);
    }
}

/// What checks ask of every invoice.
fn collect_detail_flags(
    fields: EntryFields<'_, '_>,
    node: &InvoiceEntry<'_>,
) -> InvoiceDetailFlags {
    let entry = fields.entry;
    let tells = |words| description::is_meaningful(fields.words(words).node);
    let flags = InvoiceDetailFlags::NONE
        .union_if(node.amount.is_some(), InvoiceDetailFlags::AMOUNT)
        .union_if(entry.text.is_some_and(tells), InvoiceDetailFlags::WORDS);
    if entry.details.is_empty() && entry.state != EntryState::DetailMissing {
        return flags;
    }
    let has_subtotals = node.vat_lines.iter().any(|line| line.net.is_some());
    let has_lines = has_subtotals || node.lines.iter().any(|line| !line.is_less);
    let has_terms = node.terms.is_some() || node.received.is_some() || node.sent.is_some();
    flags
        .union(InvoiceDetailFlags::DETAILS)
        .union_if(has_lines, InvoiceDetailFlags::LINES)
        .union_if(has_terms, InvoiceDetailFlags::TERMS)
        .union_if(node.policy.is_some(), InvoiceDetailFlags::POLICY)
}

fn add_instalments(
    resolver: &mut Resolver,
    entry: &Entry,
    node: &InvoiceEntry<'_>,
    (number, amount): (InvoiceIx, Spanned<Amount>),
    sink: &mut Sink,
) {
    if let (Some(_), Some(first)) = (node.due, node.instalments.first()) {
        sink.push(
            REPEATED
                .at(
                    first.span.span,
                    "expected either `due` in the header or `due:` lines, found both",
                )
                .help("leave one of the two out"),
        );
        return;
    }
    if node.instalments.is_empty() {
        let due = node
            .due
            .or_else(|| defer_due_date(resolver, entry, node, number));
        push_items(resolver, number, &[(amount.node.minor, due)]);
        return;
    }
    if let Some(beyond) = node.instalments.get(usize::from(MOST_INSTALMENTS)) {
        sink.unreadable.figures = true;
        sink.push(too_many_instalments(beyond.span.span));
        return;
    }
    resolver.journal.invoices[number].due_basis = DueBasis::Instalments;
    let items = divide_into_instalments(&resolver.journal, entry, node, amount, sink);
    push_items(resolver, number, &items);
    note_milestones(resolver, node, number);
}

/// Which of its parts wait for a milestone, which may be reached further on.
fn note_milestones(resolver: &mut Resolver, node: &InvoiceEntry<'_>, number: InvoiceIx) {
    let items = resolver.journal.items_of(number);
    let waiting = items.zip(&node.instalments).filter_map(|(item, line)| {
        let InstalmentDay::Milestone(name) = line.on else {
            return None;
        };
        Some((item, name.node.into()))
    });
    let waiting: Vec<(ItemIx, Box<str>)> = waiting.collect();
    resolver.journal.milestones.extend(waiting);
}

/// How many instalments an invoice can have: as many as [`Invoice::item_count`] counts.
const MOST_INSTALMENTS: u16 = u16::MAX;

fn too_many_instalments(beyond: Span) -> Diagnostic {
    REPEATED
        .at(
            beyond,
            format!("expected at most {MOST_INSTALMENTS} `due:` lines, found one more"),
        )
        .help("make the parts larger, or move some of them to an invoice of their own")
}

fn push_items(resolver: &mut Resolver, number: InvoiceIx, items: &[(Minor64, Option<NaiveDate>)]) {
    let first = resolver.journal.items.next_index();
    for (amount, due) in items {
        resolver.journal.items.push(Item {
            invoice: number,
            due: *due,
            amount: *amount,
        });
    }
    let invoice = &mut resolver.journal.invoices[number];
    invoice.first_item = Some(first);
    invoice.item_count = u16::try_from(items.len()).unwrap_or(MOST_INSTALMENTS);
}

/// Without a written day the due date rests on terms, which may be declared further on.
fn defer_due_date(
    resolver: &mut Resolver,
    entry: &Entry,
    node: &InvoiceEntry<'_>,
    number: InvoiceIx,
) -> Option<NaiveDate> {
    let issued = resolver.journal.invoices[number].date;
    let sent = node.sent.map(|(day, _)| day);
    let (start, basis) = start_of_terms(issued, (node.received, sent));
    resolver.journal.invoices[number].due_basis = basis;
    resolver.pending_due_dates.push(PendingDueDate {
        invoice: number,
        start,
        terms: node.terms,
        number_span: node.number.span,
        incomplete: entry.state == EntryState::DetailMissing,
    });
    None
}

/// Instalments in minor units: each share rounded by itself; where shares make up the whole, the last takes the rest.
fn divide_into_instalments(
    journal: &Journal,
    entry: &Entry,
    node: &InvoiceEntry<'_>,
    amount: Spanned<Amount>,
    sink: &mut Sink,
) -> Vec<(Minor64, Option<NaiveDate>)> {
    let total = Minor::from(amount.node.minor);
    let mut items: Vec<(Minor, Option<NaiveDate>)> = Vec::new();
    let mut shares = Share::ZERO;
    let mut sum = Minor::ZERO;
    for instalment in &node.instalments {
        let (size, share) = instalment_size(instalment.size, total);
        shares = shares.saturating_add(share);
        sum += size;
        let due = match instalment.on {
            InstalmentDay::Date(day) => Some(day),
            // All of it is delivered when the last of it is; and nothing is due before it is invoiced.
            InstalmentDay::Delivery => {
                let last = node.delivered.iter().max().copied();
                let issued = entry.date.as_ref().map(|date| date.node);
                last.max(issued.filter(|_| last.is_some()))
            }
            InstalmentDay::Milestone(_) => None,
        };
        items.push((size, due));
    }
    if shares.is_whole()
        && let Some(last) = items.last_mut()
    {
        last.0 += total - sum;
        sum = total;
    }
    if sum != total && entry.state != EntryState::DetailMissing {
        let money = |minor| journal.format_money(Money::new(minor, amount.node.currency));
        let written = money(total);
        let found = money(sum);
        sink.unreadable.wrong_figures = true;
        sink.push(
            kinds::INSTALMENTS_DO_NOT_ADD_UP
                .at(
                    amount.span,
                    format!("expected instalments that add up to {written}, found {found}"),
                )
                .note(if sum < total {
                    let short = money(total - sum);
                    format!("{short} too little")
                } else {
                    let over = money(sum - total);
                    format!("{over} too much")
                })
                .help("mend an instalment or the total"),
        );
    }
    items
        .into_iter()
        .map(|(size, day)| (Minor64::saturating_from(size), day))
        .collect()
}

fn instalment_size(size: InstalmentSize, total: Minor) -> (Minor, Share) {
    match size {
        InstalmentSize::Share(share) => (share_of_amount(share, total).unwrap_or_default(), share),
        InstalmentSize::Amount(amount) => (amount.minor.into(), Share::ZERO),
    }
}
