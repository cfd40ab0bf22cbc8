//! V009: a reason for 0% that the customer does not bear out.

use super::shared::check_input::CheckInput;
use super::shared::vat_codes::{code_span, named_vat_codes};
use crate::journal::model::Customer;
use crate::policy::jurisdiction::union_vat_id::{
    UnionVatIdProblem, example_like, is_in_union, plain_number,
};
use crate::text::diagnostic::Sink;
use crate::value::key_name::KeyName;
use crate::value::vat_code::{VatCode, ZeroRate};
use crate::vat::eu_listing::vat_id_problem;

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
        let customer = journal.invoices[named.number].customer;
        let problem = vat_id_problem(journal, (customer, reason));
        let record = customer.map(|customer| &journal.customers[customer]);
        let home = law.identifiers.vat_prefix;
        let Some((expected, found)) = find_gap(reason, (record, problem), home) else {
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

/// What the reason asks of the customer, and what is written; `None` where it is borne out.
fn find_gap(
    reason: ZeroRate,
    (customer, problem): (Option<&Customer>, Option<UnionVatIdProblem>),
    home: &str,
) -> Option<(String, String)> {
    let value = |key| customer?.value(key);
    let number = value(KeyName::VatId);
    let written = |value: Option<&str>| value.map_or("none".to_owned(), |it| format!("`{it}`"));
    match reason {
        ZeroRate::EuGoods | ZeroRate::EuServices => {
            let expected = match problem? {
                UnionVatIdProblem::Missing | UnionVatIdProblem::NotOfUnion => {
                    "a `vat-id` of another country of the European Union".to_owned()
                }
                UnionVatIdProblem::OwnCountry => {
                    "a `vat-id` of another country than that of the business".to_owned()
                }
                UnionVatIdProblem::Malformed => {
                    let example = number.and_then(example_like).unwrap_or_default();
                    format!("a `vat-id` of the form `{example}`")
                }
                UnionVatIdProblem::GoodsOnly => {
                    "a `vat-id` that holds for services, not one of Northern Ireland".to_owned()
                }
            };
            Some((expected, written(number)))
        }
        ZeroRate::ReverseCharge => {
            let is_home = number.is_some_and(|number| plain_number(number).starts_with(home));
            (!is_home).then(|| {
                let expected = "a `vat-id` of the country of the business".to_owned();
                (expected, written(number))
            })
        }
        ZeroRate::Export => {
            let country = value(KeyName::Country);
            let is_outside = country.is_some_and(|country| !is_in_union(country.trim()));
            (!is_outside).then(|| {
                let expected = "a `country` outside the European Union".to_owned();
                (expected, written(country))
            })
        }
        ZeroRate::EuDistance => None,
    }
}
