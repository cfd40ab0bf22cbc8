//! V006: money for an invoice whose VAT may have been asked back.

use super::shared::check_input::CheckInput;
use crate::claim::bad_debt_vat::{RepayableVat, find_repayable_vat};
use crate::policy::jurisdiction::law::Law;
use crate::policy::vat_relief::quarter;
use crate::text::diagnostic::{Diagnostic, Sink};

crate::check_rule! {
    "V006" "vat-due-again" Advice, needs Figures, page "vat_due_again.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let Some(law) = input.day.journal.home_law() else {
        return;
    };
    for again in find_repayable_vat(input.day.journal, input.day.ledger) {
        sink.push_with(&KIND, || finding(input, law, &again));
    }
}

fn finding(input: &CheckInput<'_>, law: &Law, again: &RepayableVat) -> Diagnostic {
    let number = input.day.journal.items[again.item].invoice;
    let (year, quarter) = quarter(again.since);
    let no = input.format_invoice(number);
    KIND.at(
        input.amount_span(input.day.journal.movements[again.payment].origin),
        format!(
            "expected money for {no} within {} of its due date, found it on {}",
            law.finding.vat_relief, again.since
        ),
    )
    .note(format!(
        "{} of it is VAT",
        input.format_money(again.vat.minor, again.vat.currency)
    ))
    .help(format!(
        "if you asked the VAT back, it is due again: pay it in the return of {year}-Q{quarter}"
    ))
}
