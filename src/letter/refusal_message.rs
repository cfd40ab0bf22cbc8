//! What is said of a letter that is not written.

use super::facts::refusal::LetterRefusal;
use super::library::built_in::BUILT_IN_KINDS;
use crate::language::phrases::Language;

/// What is the matter, and what to do.
pub fn refusal_message(refusal: &LetterRefusal, language: &Language) -> String {
    let say = &language.phrases.letter.list.refusal;
    match refusal {
        LetterRefusal::NoBusinessName => say.no_business_name.to_owned(),
        LetterRefusal::NoIban => say.no_iban.to_owned(),
        LetterRefusal::NoName => say.no_name.to_owned(),
        LetterRefusal::NoAddress => say.no_address.to_owned(),
        LetterRefusal::NoEmail => say.no_email.to_owned(),
        LetterRefusal::NoChannel => say.no_channel.to_owned(),
        LetterRefusal::NoLanguage => say.no_language.to_owned(),
        LetterRefusal::NoLetter(name) => (say.no_letter)(name, &built_in_step_letters()),
        LetterRefusal::BankStale(through) => (say.bank_stale)(*through),
        LetterRefusal::Unallocated(amount) => (say.unallocated)(&language.format_money(*amount)),
        LetterRefusal::FeeNotAllowed(stage, fee, law) => {
            let letter = law.map(|law| law.words_in(language.tag).notice_letter);
            (say.fee_not_allowed)(stage, &language.format_money(*fee), letter)
        }
        LetterRefusal::ChargesNotOwed(invoice, amount) => {
            (say.charges_not_owed)(invoice, &language.format_money(*amount))
        }
        LetterRefusal::NotCalculable(invoice) => (say.not_calculable)(invoice),
        LetterRefusal::NothingToPay => say.nothing_to_pay.to_owned(),
        LetterRefusal::InvalidTemplate(file, line, message) => {
            (say.invalid_template)(file, *line, message)
        }
    }
}

/// The letters of steps that are built in.
fn built_in_step_letters() -> String {
    let steps = BUILT_IN_KINDS.iter();
    let steps = steps.filter(|letter| letter.is_step);
    steps
        .map(|letter| letter.name)
        .collect::<Vec<_>>()
        .join(", ")
}
