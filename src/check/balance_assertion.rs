//! P008: a `balance` line that does not hold.

use super::shared::check_input::CheckInput;
use crate::journal::model::BalanceAssertion;
use crate::ledger::model::{FaultEntry, FaultKind};
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "P008" "balance-assertion" Error, needs Figures, page "balance_assertion.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    for fault in &input.last_day.ledger.faults {
        let (FaultEntry::Assertion(place), FaultKind::BalanceDiffers { computed }) =
            (fault.entry, fault.kind)
        else {
            continue;
        };
        let Some(asserted) = input.day.journal.assertions.get(place) else {
            continue;
        };
        let currency = asserted.amount.currency;
        let off = input.format_money(computed - asserted.amount.minor, currency);
        let more = if computed > asserted.amount.minor {
            format!("{off} more")
        } else {
            format!("{} less", off.trim_start_matches('-'))
        };
        sink.push(
            KIND.at(
                input.amount_span(asserted.origin),
                format!(
                    "expected {} at the end of {}, as asserted, found {}",
                    input.format_money(asserted.amount.minor, currency),
                    asserted.date,
                    input.format_money(computed, currency)
                ),
            )
            .note(format!("the journal adds up to {more}"))
            .help(help_text(input, asserted)),
        );
    }
}

fn help_text(input: &CheckInput<'_>, asserted: &BalanceAssertion) -> String {
    let day = asserted.date;
    match asserted.customer {
        Some(customer) => format!(
            "`tegoed statement {} --as-of {day}` shows every line that leads there",
            input.day.journal.customer_id(customer)
        ),
        None => format!("`tegoed balance --as-of {day}` shows what each customer owes"),
    }
}
