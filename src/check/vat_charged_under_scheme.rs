//! V014: VAT on an invoice of a business that charges none.

use super::shared::check_input::CheckInput;
use super::shared::vat_codes::{code_span, named_vat_codes};
use crate::text::diagnostic::Sink;
use crate::value::vat_code::VatCode;

crate::check_rule! {
    "V014" "vat-charged-under-scheme" Warning, needs Names, page "vat_charged_under_scheme.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    if journal.is_vat_charged() {
        return;
    }
    let scheme = journal.business.as_ref().and_then(|own| own.vat_scheme);
    let scheme = scheme.map_or("", |scheme| scheme.word());
    for named in named_vat_codes(input) {
        if !matches!(named.code, VatCode::Rate(1..)) {
            continue;
        }
        sink.push_with(&KIND, || {
            KIND.at(
                code_span(input, &named),
                format!(
                    "expected no VAT with `vat-scheme: {scheme}`, found {}",
                    named.code
                ),
            )
            .help("leave the rate out; VAT that stands on an invoice is owed, so if it was sent like this, correct it with a credit note")
        });
    }
}
