//! V006: money for an invoice whose VAT may have been asked back.

use super::shared::check_input::CheckInput;
use super::shared::vat_sum::describe_vat;
use crate::claim::vat_facts::RepayableVat;
use crate::policy::vat_relief::quarter;
use crate::text::diagnostic::{Diagnostic, Sink};

crate::check_rule! {
    "V006" "vat-due-again" Advice, needs Figures, page "vat_due_again.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    for again in &input.day.bad_debt_vat().repayable {
        sink.push_with(&KIND, || finding(input, again));
    }
}

fn finding(input: &CheckInput<'_>, again: &RepayableVat) -> Diagnostic {
    let (year, quarter) = quarter(again.since);
    let no = input.format_invoice(again.invoice);
    KIND.at(
        input.amount_span(input.day.journal.movements[again.movement].origin),
        format!(
            "expected nothing for {no} after its VAT could be asked back on {}, found {} on {}",
            again.reclaimable_since,
            input.format_money(again.gross.minor, again.gross.currency),
            again.since
        ),
    )
    .note(describe_vat(input, again.vat(), &again.rates))
    .help(format!(
        "if you asked the VAT back, pay this part of it again in the return of {year}-Q{quarter}, and write a `note` about \
         {no} with `vat: repaid`"
    ))
}
