//! C010: what an invoice must show of its sender by law is missing.

use super::shared::check_input::CheckInput;
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
    let (Some(origin), Some(law)) = (business.origin, journal.home_law()) else {
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
    let charges_vat = journal.is_vat_charged();
    let keys = law.sender_keys.value().iter();
    let missing: Vec<String> = keys
        .filter(|key| charges_vat || **key != KeyName::VatId)
        .filter(|key| journal.business_value(**key).is_none())
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
