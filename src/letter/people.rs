//! Who writes, and to whom.

use super::refusal::Refusal;
use crate::document::letter::Sender;
use crate::journal::model::{Customer, CustomerKind, Journal};
use crate::language::letters::Warmth;
use crate::language::phrases::Language;
use crate::value::channel::Channel;

/// The first value of a key of the business.
pub fn own<'j>(journal: &'j Journal, key: &'static str) -> Option<&'j str> {
    journal
        .business
        .as_ref()?
        .written(key)
        .next()
        .map(str::trim)
        .filter(|words| !words.is_empty())
}

/// The first value of a key of a customer.
pub fn theirs<'j>(customer: &'j Customer, key: &'static str) -> Option<&'j str> {
    customer
        .written(key)
        .next()
        .map(str::trim)
        .filter(|words| !words.is_empty())
}

/// Who writes.
pub fn sender(journal: &Journal, language: &Language) -> Sender {
    let label = &language.say.letter.label;
    let particulars = [
        (label.phone, "phone"),
        (label.mail, "email"),
        (label.website, "website"),
        (label.kvk, "kvk"),
        (label.vat_id, "vat-id"),
    ];
    let particulars = particulars
        .into_iter()
        .filter_map(|(label, key)| Some((label.to_owned(), own(journal, key)?.to_owned())));
    let business = journal.business.as_ref();
    let address = business
        .into_iter()
        .flat_map(|business| business.written("address"));
    Sender {
        name: own(journal, "name").unwrap_or_default().to_owned(),
        address: address.map(str::to_owned).collect(),
        particulars: particulars.collect(),
        mail: own(journal, "email").map(str::to_owned),
    }
}

/// Who signs: somebody by name and function where the business names him, and the business.
pub fn signature(journal: &Journal) -> Vec<String> {
    let signatory = own(journal, "signatory");
    let function = own(journal, "function").filter(|_| signatory.is_some());
    let lines = [signatory, function, own(journal, "name")];
    lines.into_iter().flatten().map(str::to_owned).collect()
}

/// Name and address of who is written to.
pub fn recipient(customer: &Customer, language: &Language) -> Vec<String> {
    let style = &language.say.letter.style;
    let name = theirs(customer, "name").map(str::to_owned);
    let attention = theirs(customer, "attn").map(style.attention);
    let address = customer.written("address").map(str::to_owned);
    name.into_iter().chain(attention).chain(address).collect()
}

/// How somebody is written to: by the name of the contact, or his own where he is a person.
pub fn salutation(customer: &Customer, language: &Language, warmth: Warmth) -> String {
    let person = customer.kind == Some(CustomerKind::Consumer);
    let own = theirs(customer, "name").filter(|_| person);
    let name = theirs(customer, "attn").or(own);
    (language.say.letter.style.salutation)(name, warmth)
}

/// The place from which is written: the last line of the address, behind its postal code.
///
/// ```
/// use tegoed::letter::people::place;
/// assert_eq!(place("1015 CS Amsterdam"), Some("Amsterdam"));
/// assert_eq!(place("2031CE  Haarlem"), Some("Haarlem"));
/// assert_eq!(place("Keizersgracht 12"), None);
/// ```
pub fn place(line: &str) -> Option<&str> {
    let digits = line.get(..4)?;
    let rest = line.get(4..)?.trim_start();
    let letters = rest.get(..2)?;
    let town = rest.get(2..)?;
    let is_code = digits.bytes().all(|byte| byte.is_ascii_digit())
        && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    let town = town.strip_prefix(' ')?.trim();
    (is_code && !town.is_empty()).then_some(town)
}

/// What is missing of both to write by some channels.
pub fn missing(journal: &Journal, customer: &Customer, channels: &[Channel]) -> Vec<Refusal> {
    let by = |way: Channel| channels.contains(&way);
    let checks = [
        (own(journal, "name").is_none(), Refusal::NoBusinessName),
        (own(journal, "iban").is_none(), Refusal::NoIban),
        (theirs(customer, "name").is_none(), Refusal::NoName),
        (
            by(Channel::Post) && theirs(customer, "address").is_none(),
            Refusal::NoAddress,
        ),
        (
            by(Channel::Email) && theirs(customer, "email").is_none(),
            Refusal::NoMail,
        ),
    ];
    let missing = checks.into_iter().filter(|(missing, _)| *missing);
    missing.map(|(_, refusal)| refusal).collect()
}
