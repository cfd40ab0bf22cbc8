//! C010: what a Dutch invoice must show of its sender is missing.

use super::shared::check_input::CheckInput;
use super::shared::vat_rates::is_dutch_business;
use crate::text::diagnostic::Sink;
use crate::value::key_name::KeyName;

crate::check_rule! {
    "C010" "business-incomplete" Advice, needs Terms, page "business_incomplete.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let Some(business) = &journal.business else {
        return;
    };
    let Some(origin) = business.origin.filter(|_| is_dutch_business(journal)) else {
        return;
    };
    // A business with no more than a name and a policy writes its letters elsewhere.
    let sketched = [
        KeyName::Address,
        KeyName::Kvk,
        KeyName::VatId,
        KeyName::Iban,
        KeyName::Email,
    ]
    .into_iter()
    .all(|key| journal.business_value(key).is_none());
    if sketched {
        return;
    }
    let vat = journal.is_vat_charged().then_some(KeyName::VatId);
    let missing: Vec<String> = [KeyName::Name, KeyName::Address, KeyName::Kvk]
        .into_iter()
        .chain(vat)
        .chain([KeyName::Iban])
        .filter(|key| journal.business_value(*key).is_none())
        .map(|key| format!("`{key}:`"))
        .collect();
    if missing.is_empty() {
        return;
    }
    let at = input.keyword_span(origin);
    sink.push(
        KIND.at(
            at,
            format!(
                "expected all that an invoice must show of its sender, found no {}",
                missing.join(", no ")
            ),
        )
        .help("add the lines: letters and statements print them"),
    );
}
