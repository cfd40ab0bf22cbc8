//! V004: an invoice that does not say what it is for.

use super::shared::check_input::CheckInput;
use crate::journal::model::{Invoice, InvoiceDetailFlags, NumberUse};
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "V004" "bare-description" Advice, needs Names, page "bare_description.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let all = input.day.journal.invoices.as_slice().iter();
    let invoices = all.filter(|invoice| invoice.number_use == NumberUse::Invoice);
    let bare = invoices.clone().filter(|invoice| is_bare(invoice));
    // A journal that keeps the words elsewhere is not asked for them one by one.
    if bare.clone().count().saturating_mul(2) >= invoices.count() {
        return;
    }
    for invoice in bare {
        sink.push_with(&KIND, || {
            KIND.at(
                input.keyword_span(invoice.origin),
                "expected words about what was delivered, found none that say it",
            )
            .help("write it behind `|`, as in `| Stairs to the attic`: letters quote it")
        });
    }
}

/// An invoice without details whose header ends without words, or with one that says nothing.
fn is_bare(invoice: &Invoice) -> bool {
    !invoice.detail_flags.has(InvoiceDetailFlags::DETAILS)
        && !invoice.detail_flags.has(InvoiceDetailFlags::WORDS)
}
