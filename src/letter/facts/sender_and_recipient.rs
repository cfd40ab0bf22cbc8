//! Who writes, and to whom.

use super::abroad::{add_country, international_number, two_countries};
use crate::document::letter::Sender;
use crate::journal::model::{Customer, CustomerIx, Journal};
use crate::language::letters::Warmth;
use crate::language::phrases::Language;
use crate::value::key_name::KeyName;
use crate::value::vocabulary::CustomerKind;

/// Who writes, as somebody in the country of the customer must know it.
pub fn build_sender(journal: &Journal, customer: CustomerIx, language: &Language) -> Sender {
    let abroad = two_countries(journal, customer);
    let label = &language.phrases.letter.label;
    let law = journal.home_law();
    let register = law.map_or(label.kvk, |law| law.words_in(language.tag).register);
    let particulars = [
        (label.phone, KeyName::Phone),
        (label.email, KeyName::Email),
        (label.website, KeyName::Website),
        (register, KeyName::Kvk),
        (label.vat_id, KeyName::VatId),
    ];
    let particulars = particulars.into_iter().filter_map(|(label, key)| {
        let value = match key {
            KeyName::Phone => business_phone(journal, customer)?,
            _ => journal.business_value(key)?.to_owned(),
        };
        Some((label.to_owned(), value))
    });
    let business = journal.business.as_ref();
    let address = business
        .into_iter()
        .flat_map(|business| business.values(KeyName::Address));
    let address: Vec<String> = address.map(str::to_owned).collect();
    Sender {
        name: journal
            .business_value(KeyName::Name)
            .unwrap_or_default()
            .to_owned(),
        address: match abroad {
            Some([home, _]) => add_country(address, home, language),
            None => address,
        },
        particulars: particulars.collect(),
        mail: journal.business_value(KeyName::Email).map(str::to_owned),
    }
}

/// The telephone number of the business, as a customer dials it.
pub fn business_phone(journal: &Journal, customer: CustomerIx) -> Option<String> {
    let number = journal.business_value(KeyName::Phone)?;
    Some(match two_countries(journal, customer) {
        Some([home, _]) => international_number(number, home),
        None => number.to_owned(),
    })
}

/// Who signs: somebody by name and function where the business names one, and the business.
pub fn signature_lines(journal: &Journal) -> Vec<String> {
    let signatory = journal.business_value(KeyName::Signatory);
    let function = journal
        .business_value(KeyName::Function)
        .filter(|_| signatory.is_some());
    let lines = [signatory, function, journal.business_value(KeyName::Name)];
    lines.into_iter().flatten().map(str::to_owned).collect()
}

/// Name and address of who is written to, abroad with the country.
pub fn recipient_lines(
    journal: &Journal,
    customer: CustomerIx,
    language: &Language,
) -> Vec<String> {
    let abroad = two_countries(journal, customer);
    let customer = &journal.customers[customer];
    let style = &language.phrases.letter.style;
    let name = customer.value(KeyName::Name).map(str::to_owned);
    let attention = customer.value(KeyName::Attn).map(style.attention);
    let address = customer.values(KeyName::Address).map(str::to_owned);
    let address: Vec<String> = address.collect();
    let address = match abroad {
        Some([_, there]) => add_country(address, there, language),
        None => address,
    };
    name.into_iter().chain(attention).chain(address).collect()
}

/// How a customer is greeted: by the name of the contact; a person by their own.
pub fn format_salutation(customer: &Customer, language: &Language, warmth: Warmth) -> String {
    let person = customer.kind == Some(CustomerKind::Consumer);
    let own = customer.value(KeyName::Name).filter(|_| person);
    let name = customer.value(KeyName::Attn).or(own);
    (language.phrases.letter.style.salutation)(name, warmth)
}

/// The place from which is written: the last line of the address, behind its postal code.
///
/// ```
/// use tegoed::letter::facts::sender_and_recipient::town_of_address_line;
/// assert_eq!(town_of_address_line("1015 CS Amsterdam"), Some("Amsterdam"));
/// assert_eq!(town_of_address_line("2031CE  Haarlem"), Some("Haarlem"));
/// assert_eq!(town_of_address_line("Keizersgracht 12"), None);
/// ```
pub fn town_of_address_line(line: &str) -> Option<&str> {
    let digits = line.get(..4)?;
    let rest = line.get(4..)?.trim_start();
    let letters = rest.get(..2)?;
    let town = rest.get(2..)?;
    let is_code = digits.bytes().all(|byte| byte.is_ascii_digit())
        && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    let town = town.strip_prefix(' ')?.trim();
    (is_code && !town.is_empty()).then_some(town)
}
