//! D009: more time to pay than the law allows between businesses.

use super::shared::check_input::CheckInput;
use super::shared::days_to_pay::days_to_pay;
use crate::claim::doubts::term_limit;
use crate::journal::model::{DueBasis, NumberUse};
use crate::text::diagnostic::Sink;
use crate::value::index_vec::IndexVec;

crate::check_rule! {
    "D009" "terms-too-long" Advice, needs Terms, page "terms_too_long.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let Some(law) = journal.home_law() else {
        return;
    };
    let limits = law.term_limits.value();
    let lowest = limits.business.days.min(limits.large_customer.days);
    let mut reported = IndexVec::from_elem(false, journal.customers.len());
    for (number, invoice) in journal.invoices.iter() {
        let due = invoice.first_item.and_then(|item| journal.items[item].due);
        let (Some(due), Some(who)) = (due, invoice.customer) else {
            continue;
        };
        if invoice.number_use != NumberUse::Invoice
            || invoice.due_basis == DueBasis::Instalments
            || reported[who]
        {
            continue;
        }
        let days = days_to_pay(input, invoice, due, lowest);
        if days <= lowest {
            continue;
        }
        let Some(limit) = term_limit(journal, law, who).filter(|limit| days > limit.days) else {
            continue;
        };
        reported[who] = true;
        sink.push_with(&KIND, || {
            KIND.at(
                input.mention_span(invoice.origin, number),
                format!("expected at most {} days to pay, found {days}", limit.days),
            )
            .note(format!("due {due}"))
            .help(limit.rule)
        });
    }
}
