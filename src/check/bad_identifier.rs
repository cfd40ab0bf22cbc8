//! C005: an account, registration or VAT number, a mail address, or a payment reference, that cannot be right.

use super::shared::check_input::{CheckInput, date_span};
use crate::journal::fields::Fields;
use crate::journal::model::Journal;
use crate::policy::jurisdiction::law::Law;
use crate::policy::jurisdiction::union_vat_id::{example_like, fits_its_country, plain_number};
use crate::text::diagnostic::Sink;
use crate::text::span::Origin;
use crate::value::key_name::KeyName;
use crate::value::mail_address::is_mail_address;
use crate::value::payment_reference::{check_payment_reference, parse_creditor_reference};
use iban::Iban;
use std::borrow::Cow;

crate::check_rule! {
    "C005" "bad-identifier" Warning, needs None, page "bad_identifier.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    if let Some(business) = &journal.business {
        let law = journal.home_law();
        report_identifiers(input, business.origin, (&business.fields, law), sink);
    }
    for (number, customer) in journal.customers.iter() {
        let law = journal.laws.law_of_country(journal.country_of(number));
        report_identifiers(input, customer.origin, (&customer.fields, law), sink);
    }
    for (number, reference) in &journal.references {
        if let Some(expected) = reference_fault(reference) {
            let origin = journal.invoices[*number].origin;
            report(input, (origin, KeyName::Ref), (reference, expected), sink);
        }
    }
}

/// What a reference that checks itself must be, where it is not.
fn reference_fault(value: &str) -> Option<&'static str> {
    if is_meant_as_iso_11649(value) && parse_creditor_reference(value).is_err() {
        Some("a reference of ISO 11649 whose check digits fit")
    } else if has_sixteen_digits(value) && check_payment_reference(value).is_err() {
        Some("a payment reference of sixteen digits whose check digit fits")
    } else {
        None
    }
}

fn is_meant_as_iso_11649(value: &str) -> bool {
    let mut signs = value.chars();
    let begins = signs.by_ref().take(2).map(|sign| sign.to_ascii_uppercase());
    begins.eq("RF".chars()) && signs.next().is_some_and(|sign| sign.is_ascii_digit())
}

fn has_sixteen_digits(value: &str) -> bool {
    let only = value
        .chars()
        .all(|sign| sign.is_ascii_digit() || matches!(sign, ' ' | '.'));
    only && value.chars().filter(char::is_ascii_digit).count() == 16
}

/// The numbers of a business or a customer, by the law of its country.
fn report_identifiers(
    input: &CheckInput<'_>,
    origin: Option<Origin>,
    (fields, law): (&Fields, Option<&Law>),
    sink: &mut Sink,
) {
    let Some(origin) = origin else { return };
    for key in [KeyName::Iban, KeyName::Kvk, KeyName::VatId, KeyName::Email] {
        for value in fields.values(key) {
            if let Some(expected) = identifier_fault(input.day.journal, law, key, value) {
                report(input, (origin, key), (value, &expected), sink);
            }
        }
    }
}

/// What a number must be, where it is not. Of a country whose law is not known only the form is looked at.
fn identifier_fault(
    journal: &Journal,
    law: Option<&Law>,
    key: KeyName,
    value: &str,
) -> Option<Cow<'static, str>> {
    match key {
        KeyName::Iban => {
            let is_wrong = value.parse::<Iban>().is_err();
            is_wrong.then_some("an account number whose check digits fit".into())
        }
        KeyName::Email => {
            (!is_mail_address(value)).then_some("a mail address such as name@post.example".into())
        }
        KeyName::Kvk => {
            let rule = law?.identifiers.register;
            (!(rule.is_valid)(value)).then_some(rule.expected.into())
        }
        _ => vat_id_fault(journal, law, value),
    }
}

/// The letters at the beginning say whose number it is.
fn vat_id_fault(journal: &Journal, law: Option<&Law>, value: &str) -> Option<Cow<'static, str>> {
    let letters = plain_number(value);
    let issuer = journal.laws.law_of_vat_id(&letters);
    if let Some(issuer) = issuer {
        let rule = issuer.identifiers.vat_id;
        return (!(rule.is_valid)(&letters)).then_some(rule.expected.into());
    }
    if let Some(fits) = fits_its_country(&letters) {
        let example = || example_like(&letters).unwrap_or_default();
        return (!fits).then(|| format!("a VAT number of the form {}", example()).into());
    }
    let expected = match law {
        Some(law) => law.identifiers.vat_id.expected,
        None => "a VAT number that begins with the letters of a country",
    };
    (!is_vat_id_of_some_country(&letters)).then_some(expected.into())
}

/// Every number for VAT has at least as many digits.
const LEAST_DIGITS: usize = 2;

fn is_vat_id_of_some_country(letters: &str) -> bool {
    letters.split_at_checked(2).is_some_and(|(country, rest)| {
        country.bytes().all(|byte| byte.is_ascii_uppercase())
            && (2..=13).contains(&rest.len())
            && rest.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && rest.bytes().filter(u8::is_ascii_digit).count() >= LEAST_DIGITS
    })
}

/// Points at a value of a key.
fn report(
    input: &CheckInput<'_>,
    (origin, key): (Origin, KeyName),
    (value, expected): (&str, &str),
    sink: &mut Sink,
) {
    let written = input.journal_text.read_entry(origin);
    let span = written.and_then(|written| {
        let mut details = written.entry.details(key);
        let found = details.find(|detail| written.slice(detail.value) == value)?;
        Some(found.value)
    });
    let span = span.unwrap_or(date_span(origin));
    sink.push(
        KIND.at(span, format!("expected {expected}, found {value}"))
            .help("copy it again from the invoice, the bank or the register: one character is wrong or missing"),
    );
}

#[cfg(test)]
mod tests {
    use super::is_vat_id_of_some_country;

    #[test]
    fn of_other_countries_only_the_form_of_a_vat_number_is_looked_at() {
        assert!(is_vat_id_of_some_country("BE0123456749"));
        assert!(!is_vat_id_of_some_country("0123456749"));
        assert!(!is_vat_id_of_some_country("GEENBTW"));
    }
}
