//! R013: a milestone that no part of its invoice waits for.

use super::shared::check_input::CheckInput;
use crate::journal::model::{InvoiceIx, NumberUse};
use crate::syntax::mistakes::suggestion::nearest;
use crate::text::diagnostic::Sink;
use crate::text::edit::Edit;

crate::check_rule! {
    "R013" "unknown-milestone" Warning, needs Names, page "unknown_milestone.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let waiting = |invoice: InvoiceIx| {
        let items = journal.items_of(invoice);
        items.filter_map(|item| journal.milestones.get(&item).map(|name| &**name))
    };
    for event in &journal.events {
        let Some(name) = event.milestone() else {
            continue;
        };
        let unknown = event
            .invoices()
            .filter(|invoice| journal.invoices[*invoice].number_use == NumberUse::Invoice)
            .find(|invoice| !waiting(*invoice).any(|it| it == name));
        let Some(invoice) = unknown else { continue };
        let number = journal.invoice_no(invoice);
        let at = input.span_of(event.origin, |entry| {
            entry.first_word().map(|word| word.span)
        });
        let found = KIND.at(
            at,
            format!("expected a milestone that a part of #{number} waits for, found `{name}`"),
        );
        sink.push(match nearest(name, waiting(invoice)) {
            Some(near) => found
                .help(format!("did you mean `{near}`?"))
                .suggested_fix(vec![Edit::replace(at, near)]),
            None => found.help(format!(
                "name it in a `due:` line of the invoice, such as `due: 30% on milestone {name}`; or write a `note`"
            )),
        });
    }
}
