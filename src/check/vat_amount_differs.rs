//! V010: an amount of VAT that does not follow from its rate.

use super::shared::check_input::CheckInput;
use super::shared::vat_codes::{NamedVatCode, code_span};
use crate::journal::model::VatSubtotal;
use crate::text::diagnostic::Sink;
use crate::value::money::Minor;
use crate::value::rounding::share_of_amount;
use crate::value::vat_code::VatCode;

crate::check_rule! {
    "V010" "vat-amount-differs" Warning, needs Figures, page "vat_amount_differs.md", Journal(run)
}

/// How many minor units the rounding of the lines on the paper may make: one for each of ten lines.
const USUAL_ROUNDING: u128 = 10;

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    for part in &journal.vat_subtotals {
        let Some((code, expected)) = expected_vat(part) else {
            continue;
        };
        let vat = Minor::from(part.vat);
        if (expected - vat).0.unsigned_abs() <= USUAL_ROUNDING {
            continue;
        }
        let record = &journal.invoices[part.number];
        let money = |minor| input.format_money(minor, record.currency);
        let named = NamedVatCode {
            number: part.number,
            code,
            origin: record.origin,
        };
        sink.push_with(&KIND, || {
            KIND.at(
                code_span(input, &named),
                format!(
                    "expected about {}, {code} of {}, found {}",
                    money(expected),
                    money(part.net.into()),
                    money(vat)
                ),
            )
            .help("copy the two amounts from the invoice; the VAT stands first, the amount without it behind `of`")
        });
    }
}

/// The rate of a part, and its share of the net amount.
fn expected_vat(part: &VatSubtotal) -> Option<(VatCode, Minor)> {
    let code = part.code?;
    Some((code, share_of_amount(code.rate(), part.net.into())?))
}
