//! P007: a payment without the reference of the bank, where others have one.

use super::shared::check_input::CheckInput;
use crate::journal::model::MovementKind;
use crate::text::diagnostic::Sink;
use crate::text::span::Origin;
use crate::value::key_name::KeyName;

crate::check_rule! {
    "P007" "bank-id-missing" Warning, needs Figures, page "bank_id_missing.md", Journal(run)
}

/// Ways to pay that no bank statement shows.
const METHODS_WITHOUT_BANK: [&str; 6] = ["cash", "contant", "kas", "pin", "voucher", "cadeaubon"];

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    if journal.bank_ids.is_empty() {
        return;
    }
    let mut with_id: Vec<Origin> = journal.bank_ids.iter().map(|id| id.origin).collect();
    with_id.sort_unstable();
    for payment in journal.movements.as_slice() {
        if payment.kind == MovementKind::Payment
            && with_id.binary_search(&payment.origin).is_err()
            && !is_paid_without_bank(input, payment.origin)
        {
            sink.push_with(&KIND, || {
KIND.at(
                    input.keyword_span(payment.origin),
                    "expected an `id:` as other entries have, found none",
                )
                .help("write the reference of the bank: `id: 2026-02-11/0003`; or `method: cash` where no bank was involved")
});
        }
    }
}

fn is_paid_without_bank(input: &CheckInput<'_>, origin: Origin) -> bool {
    let Some(written) = input.journal_text.read_entry(origin) else {
        return false;
    };
    let method = written.entry.details(KeyName::Method).next();
    let method = method.map(|detail| written.slice(detail.value).to_lowercase());
    method.is_some_and(|method| METHODS_WITHOUT_BANK.contains(&method.as_str()))
}
