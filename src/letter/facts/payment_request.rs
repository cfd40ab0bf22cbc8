//! How an amount is to be paid, as every letter that asks for money prints it.

use super::letter_content::RequestedAmount;
use super::letter_input::LetterInput;
use crate::document::letter::PaymentInstructions;
use crate::journal::model::{InvoiceIx, Journal};
use crate::value::currency::Currency;
use crate::value::key_name::KeyName;
use crate::value::money::Money;
use crate::value::payment_reference::{
    build_creditor_reference, parse_creditor_reference, reference_body,
};
use crate::value::vocabulary::PaymentReference;
use chrono::NaiveDate;

/// A payment reference may be this long (EPC069-12).
const MAX_REFERENCE_LENGTH: usize = 140;

/// How what a letter asks for is paid: the account, the name, the reference and the day; `None` where the business has
/// no account or no name. The numbers are those of the invoices whose sum is asked.
pub fn payment_instructions(
    input: &LetterInput<'_, '_>,
    request: RequestedAmount,
    currency: Currency,
    numbers: &[&str],
) -> Option<PaymentInstructions> {
    let (journal, language, say) = (input.journal(), input.language, input.letter_words());
    let label = &say.label;
    let iban: String = journal
        .business_value(KeyName::Iban)?
        .split_whitespace()
        .collect();
    let name = journal.business_value(KeyName::Name)?.to_owned();
    let bic = journal.business_value(KeyName::Bic).map(str::to_owned);
    let by = request.by.map(say.style.day);
    let methods = journal.business_value(KeyName::Methods).map(|methods| {
        let each: Vec<&str> = methods.split(',').map(str::trim).collect();
        each.join(", ")
    });
    let amount = Money::new(request.amount, currency);
    let reference = payment_reference(journal, input.as_of(), numbers);
    let printed = [
        (label.amount, Some(language.format_amount(amount))),
        (label.iban, Some(group_in_fours(&iban))),
        (label.bic, bic.clone()),
        (label.account_name, Some(name.clone())),
        (label.payment_reference, Some(format_reference(&reference))),
        (label.by, by.or_else(|| request.by_words.map(str::to_owned))),
        (label.methods, methods.filter(|_| request.with_methods)),
    ];
    let printed = printed.into_iter();
    Some(PaymentInstructions {
        amount,
        iban: iban.to_uppercase(),
        bic,
        name,
        reference,
        deadline: request.by,
        labelled_lines: printed
            .filter_map(|(label, value)| Some((label.to_owned(), value?)))
            .collect(),
    })
}

/// The reference of the only invoice; else the numbers, or where they are too many for a bank, as many as fit and the day
/// of the letter. The id of a customer in the journal means nothing to him.
fn payment_reference(journal: &Journal, on: NaiveDate, numbers: &[&str]) -> String {
    if let [only] = numbers
        && let Some(reference) = invoice_reference(journal, only)
    {
        return reference;
    }
    let joined = numbers.join(", ");
    if (1..=MAX_REFERENCE_LENGTH).contains(&joined.len()) {
        return joined;
    }
    let mut reference = on.to_string();
    for number in numbers {
        if reference.len() + number.len() + 2 > MAX_REFERENCE_LENGTH {
            break;
        }
        reference.push_str(", ");
        reference.push_str(number);
    }
    reference
}

/// The reference that an invoice gives itself, or that is made of its number where the business asks for one that
/// checks itself (ISO 11649).
fn invoice_reference(journal: &Journal, number: &str) -> Option<String> {
    let invoice: Option<InvoiceIx> = journal.invoice_numbers.index_of(number);
    if let Some(written) = invoice.and_then(|invoice| journal.references.get(&invoice)) {
        return Some(parse_creditor_reference(written).unwrap_or_else(|_| written.to_string()));
    }
    let checked = journal
        .business
        .as_ref()
        .is_some_and(|business| business.reference == Some(PaymentReference::Iso11649));
    let made = checked.then(|| build_creditor_reference(&reference_body(number)));
    made.and_then(Result::ok)
}

/// A reference as it is printed: one that checks itself in groups of four.
fn format_reference(reference: &str) -> String {
    match parse_creditor_reference(reference) {
        Ok(checked) => group_in_fours(&checked),
        Err(_) => reference.to_owned(),
    }
}

/// An account number in groups of four, as it stands on a card.
fn group_in_fours(iban: &str) -> String {
    let signs: Vec<char> = iban.to_uppercase().chars().collect();
    let groups = signs
        .chunks(4)
        .map(|group| group.iter().collect::<String>());
    groups.collect::<Vec<_>>().join("\u{a0}")
}
