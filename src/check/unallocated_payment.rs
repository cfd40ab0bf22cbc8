//! P003: a payment that nobody said the purpose of.

use super::rule::{Rule, Run, Subject};
use super::waiting_money::{Waiting, Why, waiting};
use crate::journal::model::{CustomerIx, InvoiceIx, ItemIx};
use crate::text::diagnostic::{Depends, Kind, Severity, Sink};
use crate::text::edit::Edit;
use crate::text::span::Span;
use crate::value::currency::Currency;
use crate::value::money::Minor;
use std::collections::BTreeMap;

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Journal(run),
};

static KIND: Kind = Kind {
    code: "P003",
    name: "unallocated-payment",
    severity: Severity::Warning,
    depends: Depends::OnFigures,
    explain: include_str!("unallocated_payment.md"),
};

/// Open items by customer and currency, earliest due first.
type OpenItems = BTreeMap<(CustomerIx, Currency), Vec<(Option<chrono::NaiveDate>, ItemIx)>>;

/// More lines than this are not proposed.
const LINES: usize = 12;

fn run(subject: &Subject<'_>, sink: &mut Sink) {
    let waiting: Vec<Waiting<'_>> = waiting(subject)
        .filter(|money| money.why == Why::Unallocated)
        .collect();
    if waiting.is_empty() {
        return;
    }
    let mut open: OpenItems = waiting
        .iter()
        .map(|money| ((money.customer, money.currency), Vec::new()))
        .collect();
    fill(subject, &mut open);
    for money in waiting {
        report(subject, &open, &money, sink);
    }
}

fn fill(subject: &Subject<'_>, open: &mut OpenItems) {
    for (ix, item) in subject.journal.items.iter() {
        let invoice = &subject.journal.invoices[item.invoice];
        if subject.ledger.items[ix].open > 0
            && let Some(customer) = invoice.customer
            && let Some(items) = open.get_mut(&(customer, invoice.currency))
        {
            items.push((item.due, ix));
        }
    }
    for items in open.values_mut() {
        items.sort_unstable_by_key(|(due, ix)| (due.is_none(), *due, *ix));
    }
}

fn report(subject: &Subject<'_>, open: &OpenItems, money: &Waiting<'_>, sink: &mut Sink) {
    let left = subject.money(money.left, money.currency);
    let found = KIND
        .at(
            subject.amount_of(money.from.origin),
            format!(
                "expected an invoice, `for:` lines or `on-account`, found {left} that nobody placed"
            ),
        )
        .note("waits on account");
    let items = open.get(&(money.customer, money.currency));
    let lines = proposal(subject, money, items.map_or(&[], Vec::as_slice));
    if lines.is_empty() || lines.len() > LINES {
        sink.push(
            found.help("say what it is for, or write `on-account` where it waits on purpose"),
        );
        return;
    }
    let written: Vec<String> = lines
        .iter()
        .map(|(invoice, part)| {
            let part = subject.money(*part, money.currency);
            format!("for: {} {part}", subject.number(*invoice))
        })
        .collect();
    let at = subject.part(money.from.origin, |entry| {
        Some(Span::new(entry.header.end, entry.header.end))
    });
    let text = format!("\n  {}", written.join("\n  "));
    sink.push(
        found
            .help(format!(
                "if it is for what is open longest, write {}; or `on-account`",
                written
                    .iter()
                    .map(|line| format!("`{line}`"))
                    .collect::<Vec<_>>()
                    .join(" and ")
            ))
            .suggested_fix(vec![Edit::replace(at, text)]),
    );
}

/// What the money may be for: the invoice that its reference names, the only item of just this amount, else what is
/// due earliest.
fn proposal(
    subject: &Subject<'_>,
    money: &Waiting<'_>,
    items: &[(Option<chrono::NaiveDate>, ItemIx)],
) -> Vec<(InvoiceIx, Minor)> {
    let open = |ix: ItemIx| Minor::from(subject.ledger.items[ix].open);
    let invoice_of = |ix: ItemIx| subject.journal.items[ix].invoice;
    let named = money.from.more.as_ref().and_then(|more| more.refers_to);
    let mut exact = items.iter().filter(|(_, ix)| open(*ix) == money.left);
    let only = exact.next().filter(|_| exact.next().is_none());
    let chosen = named.or(only.map(|(_, ix)| invoice_of(*ix)));
    let mut left = money.left;
    let mut lines: Vec<(InvoiceIx, Minor)> = Vec::new();
    for (_, ix) in items {
        let invoice = invoice_of(*ix);
        if !left.is_positive() || lines.len() > LINES {
            break;
        }
        if chosen.is_some_and(|chosen| chosen != invoice) {
            continue;
        }
        let part = left.min(open(*ix));
        left -= part;
        match lines.iter_mut().find(|(known, _)| *known == invoice) {
            Some((_, sum)) => *sum += part,
            None => lines.push((invoice, part)),
        }
    }
    lines
}
