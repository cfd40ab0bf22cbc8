//! V009: a reason for 0% that the customer does not bear out.

use super::shared::check_input::CheckInput;
use super::shared::vat_codes::{NamedVatCode, code_span, named_vat_codes};
use crate::journal::model::Customer;
use crate::policy::jurisdiction::union_vat_id::{
    UnionVatIdProblem, check_union_vat_id, is_in_union,
};
use crate::text::diagnostic::Sink;
use crate::value::key_name::KeyName;
use crate::value::vat_code::{VatCode, ZeroRate};

crate::check_rule! {
    "V009" "zero-rate-unsupported" Warning, needs Names, page "zero_rate_unsupported.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let Some(law) = journal.home_law().filter(|_| journal.is_vat_charged()) else {
        return;
    };
    for named in named_vat_codes(input) {
        let VatCode::Zero(reason) = named.code else {
            continue;
        };
        let customer = find_customer(input, &named);
        let Some((expected, found)) = find_gap(reason, customer, law.identifiers.vat_prefix) else {
            continue;
        };
        sink.push_with(&KIND, || {
            KIND.at(
                code_span(input, &named),
                format!("expected {expected} for `{}`, found {found}", named.code),
            )
            .help("complete the customer, or mend the reason: with a wrong one the return is refused or the 0% is lost")
        });
    }
}

fn find_customer<'a>(input: &'a CheckInput<'_>, named: &NamedVatCode) -> Option<&'a Customer> {
    let journal = input.day.journal;
    let customer = journal.invoices[named.number].customer?;
    Some(&journal.customers[customer])
}

/// What the reason asks of the customer, and what is written; `None` where it is borne out.
fn find_gap(
    reason: ZeroRate,
    customer: Option<&Customer>,
    home: &str,
) -> Option<(&'static str, String)> {
    let value = |key| customer?.value(key);
    let number = value(KeyName::VatId);
    let written = |value: Option<&str>| value.map_or("none".to_owned(), |it| format!("`{it}`"));
    match reason {
        ZeroRate::EuGoods | ZeroRate::EuServices => {
            let problem = check_union_vat_id(number, home)?;
            let expected = match problem {
                UnionVatIdProblem::Missing | UnionVatIdProblem::NotOfUnion => {
                    "a `vat-id` of another country of the European Union"
                }
                UnionVatIdProblem::OwnCountry => {
                    "a `vat-id` of another country than that of the business"
                }
            };
            Some((expected, written(number)))
        }
        ZeroRate::ReverseCharge => {
            let is_home = number.is_some_and(|number| number.trim().starts_with(home));
            (!is_home).then(|| ("a `vat-id` of the country of the business", written(number)))
        }
        ZeroRate::Export => {
            let country = value(KeyName::Country);
            let is_outside = country.is_some_and(|country| !is_in_union(country.trim()));
            (!is_outside).then(|| ("a `country` outside the European Union", written(country)))
        }
        ZeroRate::EuDistance => None,
    }
}
