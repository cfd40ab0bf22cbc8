//! V008: a rate of 0% without its reason.

use super::shared::check_input::CheckInput;
use super::shared::vat_codes::{code_span, named_vat_codes};
use crate::text::diagnostic::Sink;
use crate::value::vat_code::VatCode;

crate::check_rule! {
    "V008" "zero-rate-unexplained" Advice, needs Names, page "zero_rate_unexplained.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    if !input.day.journal.is_vat_charged() {
        return;
    }
    let named = named_vat_codes(input);
    for named in named.iter().filter(|named| named.code == VatCode::Rate(0)) {
        sink.push_with(&KIND, || {
            KIND.at(
                code_span(input, named),
                "expected why the rate is 0%, found the rate alone",
            )
            .help("write `0% reverse-charge`, `0% export`, `0% eu-goods`, `0% eu-services` or `0% eu-distance`; what is exempt is `exempt`, and what another country taxes `abroad`")
        });
    }
}
