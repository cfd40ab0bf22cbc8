//! P014: a reversal that fits several payments.

use super::shared::check_input::{CheckInput, date_span};
use crate::ledger::model::FaultKind;
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "P014" "reversal-ambiguous" Error, needs Figures, page "reversal_ambiguous.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let faults = input.ledger_faults(|fault| match fault {
        FaultKind::SeveralToReverse { count, first } => Some((count, first)),
        _ => None,
    });
    for (_, reversal, (count, first)) in faults {
        let payment = &input.day.journal.movements[first];
        let amount = input.format_money(reversal.minor(), reversal.currency);
        let many = if count >= 10 { " or more" } else { "" };
        sink.push(
            KIND.at(
                input.keyword_span(reversal.origin),
                format!(
                    "expected one payment of {amount} of {} to reverse, found {count}{many}",
                    payment.date
                ),
            )
            .related(date_span(payment.origin), "the first of them")
            .help("say which: `of: ID` below the reversal, with the `id:` of the payment"),
        );
    }
}
