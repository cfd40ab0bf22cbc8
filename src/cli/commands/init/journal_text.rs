//! The text of a new journal.

use super::answers::InitInput;
use crate::journal::built_in_policy::BUILT_IN_POLICY;
use crate::journal::policy_text::to_declaration;
use crate::syntax::dialect::Dialect;
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::business::BusinessDeclaration;
use crate::syntax::directive::currency::CurrencyDeclaration;
use crate::syntax::directive::decimal_mark::DecimalMarkDeclaration;
use crate::syntax::directive::format::{FormatDeclaration, VERSION};
use crate::syntax::directive::policy::PolicyDeclaration;
use crate::syntax::journal_entry::JournalEntry;
use crate::text::span::Spanned;
use crate::value::calendar::Duration;
use crate::value::key_name::KeyName;

/// What letters and invoices show of the business, in the order of the lines to fill in.
const BUSINESS_KEYS: [KeyName; 7] = [
    KeyName::Name,
    KeyName::Address,
    KeyName::Kvk,
    KeyName::VatId,
    KeyName::Iban,
    KeyName::Email,
    KeyName::Phone,
];
/// After how many days without bank data no letters go out, as long as nobody says otherwise: money that came in
/// meanwhile would be asked again.
const BANK_STALE: Duration = Duration::Days(7);
/// The usual time to pay.
const TERMS: Duration = Duration::Days(30);

/// The text of the new journal.
pub fn journal_text(answers: &InitInput) -> String {
    let words = &answers.language.phrases.init;
    let comment = |indent: &str, lines: &[&str]| -> String {
        let lines = lines.iter().map(|line| format!("{indent}; {line}\n"));
        lines.collect()
    };
    let missing = missing_lines(answers);
    let fill_in = if missing.is_empty() {
        String::new()
    } else {
        format!("{}{missing}", comment("  ", words.fill_in))
    };
    format!(
        "{}{}\n{}{fill_in}\n{}\n{}",
        comment("", words.introduction),
        print_declarations(answers, &setting_declarations(answers)),
        print_declarations(answers, &[business_declaration(answers)]),
        print_declarations(answers, &[policy_declaration(answers)]),
        (words.example)(answers.decimal_mark),
    )
}

/// The lines of the business that are still to be filled in.
fn missing_lines(answers: &InitInput) -> String {
    let keys = BUSINESS_KEYS.into_iter();
    let missing = keys.filter(|key| answers.values(*key).next().is_none());
    missing
        .map(|key| {
            let line = format!("  ; {}:\n", key.word());
            line.repeat(if key == KeyName::Address { 2 } else { 1 })
        })
        .collect()
}

fn print_declarations(answers: &InitInput, declarations: &[TypedEntry<'_>]) -> String {
    let dialect = Dialect {
        mark: Some(answers.decimal_mark),
        currency: answers.currency,
    };
    let entries = declarations.iter().cloned();
    entries
        .map(|declaration| JournalEntry::new(None, declaration).print(dialect))
        .collect()
}

fn setting_declarations(answers: &InitInput) -> [TypedEntry<'static>; 3] {
    [
        TypedEntry::Format(FormatDeclaration {
            version: Spanned::without_span(VERSION),
        }),
        TypedEntry::DecimalMark(DecimalMarkDeclaration {
            mark: answers.decimal_mark,
        }),
        TypedEntry::Currency(CurrencyDeclaration {
            currency: answers.currency,
        }),
    ]
}

fn business_declaration(answers: &InitInput) -> TypedEntry<'_> {
    let value = |key| answers.values(key).next().map(Spanned::without_span);
    TypedEntry::Business(BusinessDeclaration {
        name: value(KeyName::Name),
        addresses: answers
            .values(KeyName::Address)
            .map(Spanned::without_span)
            .collect(),
        kvk: value(KeyName::Kvk),
        vat_id: value(KeyName::VatId),
        iban: value(KeyName::Iban),
        email: value(KeyName::Email),
        phone: value(KeyName::Phone),
        language: Some(answers.language.tag),
        policy: Some(Spanned::without_span(&*BUILT_IN_POLICY.name)),
        ..BusinessDeclaration::default()
    })
}

/// The built-in policy with the usual terms, spelled out: to be changed, and to be agreed on.
fn policy_declaration(answers: &InitInput) -> TypedEntry<'static> {
    TypedEntry::Policy(PolicyDeclaration {
        terms: Some(TERMS.into()),
        bank_stale: Some(BANK_STALE),
        ..to_declaration(&BUILT_IN_POLICY, answers.currency)
    })
}
