//! V005: VAT on an invoice that nobody paid within the time of the law.

use super::shared::check_input::CheckInput;
use crate::claim::bad_debt_vat::find_reclaimable_vat;
use crate::policy::vat_relief::quarter;
use crate::text::diagnostic::Sink;
use crate::value::money::Money;

crate::check_rule! {
    "V005" "vat-reclaimable" Advice, needs Figures, page "vat_reclaimable.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let Some(law) = input.day.journal.home_law() else {
        return;
    };
    for relief in find_reclaimable_vat(input.day.journal, input.day.ledger) {
        let number = input.day.journal.items[relief.item].invoice;
        sink.push_with(&KIND, || {
            let (year, quarter) = quarter(relief.since);
            let money = |money: Money| input.format_money(money.minor, money.currency);
            KIND.at(
                input.mention_span(input.day.journal.invoices[number].origin, number),
                format!(
                    "expected {} paid within {} of its due date, found {} open",
                    input.format_invoice(number),
                    law.finding.vat_relief,
                    money(relief.open)
                ),
            )
            .note(format!("{} of it is VAT", money(relief.vat)))
            .help(format!(
                "ask the VAT back in the return of {year}-Q{quarter}, the quarter of {}; a later return may be refused",
                relief.since
            ))
        });
    }
}
