//! E026: invoices, and no policy by which they are collected.

use super::shared::check_input::CheckInput;
use crate::journal::model::NumberUse;
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "E026" "policy-missing" Advice, needs None, page "policy_missing.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    // A line that cannot be read may be the one that declares it.
    let unreadable = sink.unreadable;
    let waits = unreadable.names || unreadable.terms || unreadable.figures;
    if waits || !journal.policies.is_empty() {
        return;
    }
    let issued = journal.invoices.iter();
    let issued = issued.filter(|(_, invoice)| invoice.number_use == NumberUse::Invoice);
    // Once, at the first invoice: what was not agreed before it is the dearest fault in collecting.
    if let Some((number, invoice)) =
        issued.min_by_key(|(_, invoice)| (invoice.date, invoice.origin))
    {
        sink.push(
            KIND.at(
                input.mention_span(invoice.origin, number),
                "expected a policy before the first invoice, found none",
            )
            .note("the built-in ladder holds, without fees or interest that were agreed")
            .help("write down by which terms you sell and remind, and let customers agree: `tegoed policy` prints one to begin with"),
        );
    }
}
