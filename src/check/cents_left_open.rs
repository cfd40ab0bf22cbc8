//! P020: an invoice of which only cents are left.

use super::shared::check_input::CheckInput;
use crate::journal::model::{InvoiceIx, NumberUse};
use crate::ledger::model::Status;
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::writeoff::WriteoffEntry;
use crate::syntax::journal_entry::JournalEntry;
use crate::text::diagnostic::Sink;
use crate::text::span::Spanned;
use crate::value::money::{Minor, Money};

crate::check_rule! {
    "P020" "cents-left-open" Advice, needs Figures, page "cents_left_open.md", Journal(run)
}

/// Nobody writes a letter about less.
const MAX: Minor = Minor(5);

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    for (number, invoice) in journal.invoices.iter() {
        if invoice.number_use != NumberUse::Invoice
            || invoice
                .amount()
                .is_none_or(|amount| Minor::from(amount) <= MAX)
        {
            continue;
        }
        let states = journal
            .items_of(number)
            .map(|item| input.last_day.ledger.items[item]);
        let mut open = Minor::ZERO;
        let mut future = false;
        for state in states {
            open += state.open.into();
            future |= state.status == Status::Future;
        }
        if future || !open.is_positive() || open > MAX {
            continue;
        }
        let left = input.format_money(open, invoice.currency);
        let no = input.format_invoice(number);
        sink.push_with(&KIND, || {
            KIND.at(
                input.mention_span(invoice.origin, number),
                format!(
                    "expected an invoice that is paid or not, found {no} with {left} left open"
                ),
            )
            .help(format!(
                "let it go: `{}`; or look for a slip in the payment",
                print_writeoff(input, number, Money::new(open, invoice.currency))
            ))
        });
    }
}

fn print_writeoff(input: &CheckInput<'_>, number: InvoiceIx, left: Money) -> String {
    let writeoff = TypedEntry::Writeoff(WriteoffEntry {
        invoice: input.invoice_id(number),
        customer: None,
        amount: Some(Spanned::without_span(left.into())),
    });
    input.print_entry(&JournalEntry {
        text: Some(Spanned::without_span("rounding")),
        ..JournalEntry::new(None, writeoff)
    })
}
