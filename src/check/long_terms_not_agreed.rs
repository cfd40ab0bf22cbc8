//! D010: more than thirty days to pay, and no agreement on file.

use super::shared::check_input::CheckInput;
use super::shared::days_to_pay::{days_to_pay, is_too_long};
use super::shared::proposed_entries::propose_agreed;
use crate::journal::model::{DueBasis, NumberUse};
use crate::text::diagnostic::Sink;
use crate::value::index_vec::IndexVec;

crate::check_rule! {
    "D010" "long-terms-not-agreed" Advice, needs Terms, page "long_terms_not_agreed.md", Journal(run)
}

/// What the law gives where nothing was agreed; a month may have 31 days.
const STATUTORY_DAYS: i64 = 31;

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    // A journal that writes agreements down hears of a missing one by D011.
    if input.has_agreements() {
        return;
    }
    let mut reported = IndexVec::from_elem(false, input.day.journal.customers.len());
    for (number, invoice) in input.day.journal.invoices.iter() {
        let due = invoice
            .first_item
            .and_then(|item| input.day.journal.items[item].due);
        let (Some(due), Some(customer)) = (due, invoice.customer) else {
            continue;
        };
        let days = days_to_pay(input, invoice, due, STATUTORY_DAYS);
        let of_terms =
            invoice.number_use == NumberUse::Invoice && invoice.due_basis != DueBasis::Instalments;
        if !of_terms || days <= STATUTORY_DAYS || reported[customer] {
            continue;
        }
        reported[customer] = true;
        // More than the law allows at all is told by D009.
        if is_too_long(input, invoice, due, customer) {
            continue;
        }
        sink.push_with(&KIND, || {
            KIND.at(
                input.mention_span(invoice.origin, number),
                format!("expected at most 30 days to pay, or an agreement before; found {days} days and none"),
            )
            .help(format!(
                "if it was agreed, write when: `{}`",
                propose_agreed(input, invoice.date, customer)
            ))
        });
    }
}
