//! What every letter knows: who writes, to whom, and when.

use super::sender_and_recipient::{business_field, customer_field};
use crate::journal::model::{CustomerIx, Journal};
use crate::language::phrases::Language;
use crate::letter::templates::variable::{TemplateValue, VariableKind};
use crate::letter::templates::variable_def::{VariableDef, variable};
use crate::value::key_name::KeyName;
use chrono::NaiveDate;

/// Who writes to whom, in which language, and when.
#[derive(Clone, Copy, Debug)]
pub struct CommonFacts<'j> {
    /// The journal.
    pub journal: &'j Journal,
    /// To whom.
    pub customer: CustomerIx,
    /// The day of the letter.
    pub date: NaiveDate,
    /// In which language.
    pub language: &'static Language,
    /// The last day that bank data are complete to.
    pub bank_through: Option<NaiveDate>,
    /// How many papers go with it.
    pub enclosure_count: usize,
}

impl CommonFacts<'_> {
    /// A day in words, or none.
    pub fn day_value(&self, day: Option<NaiveDate>) -> TemplateValue {
        TemplateValue::words_or_empty(day.map(self.language.phrases.letter.style.day))
    }
}

/// What stands for a variable of every letter.
pub type CommonValueFn = fn(&CommonFacts<'_>) -> TemplateValue;

/// The variables of every letter.
pub static COMMON_VARIABLES: &[VariableDef<CommonValueFn>] = &[
    variable(
        "customer_name",
        VariableKind::Words,
        "Jansen Bouw B.V.",
        "the name of the customer",
        |ends| {
            TemplateValue::words_or_empty(customer_field(
                &ends.journal.customers[ends.customer],
                KeyName::Name,
            ))
        },
    ),
    variable(
        "customer_id",
        VariableKind::Words,
        "jansen",
        "the customer as the journal names him, without @",
        |ends| TemplateValue::words_or_empty(Some(ends.journal.customer_id(ends.customer))),
    ),
    variable(
        "attention",
        VariableKind::Words,
        "Petra de Wit",
        "for whose attention; empty where the customer has no `attn:`",
        |ends| {
            TemplateValue::words_or_empty(customer_field(
                &ends.journal.customers[ends.customer],
                KeyName::Attn,
            ))
        },
    ),
    variable(
        "business_name",
        VariableKind::Words,
        "Drukkerij Van Dam",
        "your own name",
        |ends| TemplateValue::words_or_empty(business_field(ends.journal, KeyName::Name)),
    ),
    variable(
        "phone",
        VariableKind::Words,
        "023 555 07 70",
        "your telephone number; may be empty",
        |ends| TemplateValue::words_or_empty(business_field(ends.journal, KeyName::Phone)),
    ),
    variable(
        "email",
        VariableKind::Words,
        "info@vandam.example",
        "your mail address; may be empty",
        |ends| TemplateValue::words_or_empty(business_field(ends.journal, KeyName::Email)),
    ),
    variable(
        "contact",
        VariableKind::Words,
        "telefonisch op 023 555 07 70 of via info@vandam.example",
        "how you can be reached, in words; empty where you have neither telephone nor mail",
        |ends| {
            let contact = ends.language.phrases.letter.sentence.contact;
            let (phone, mail) = (
                business_field(ends.journal, KeyName::Phone),
                business_field(ends.journal, KeyName::Email),
            );
            TemplateValue::Words(contact(phone, mail))
        },
    ),
    variable(
        "today",
        VariableKind::Day,
        "14 februari 2026",
        "the day of the letter",
        |ends| ends.day_value(Some(ends.date)),
    ),
    variable(
        "bank_through",
        VariableKind::Day,
        "12 februari 2026",
        "the last day of which all payments are in the journal; empty where nobody said so",
        |ends| ends.day_value(ends.bank_through),
    ),
    variable(
        "enclosures",
        VariableKind::Count,
        "2",
        "how many papers go with the letter",
        |ends| TemplateValue::Count(ends.enclosure_count),
    ),
];
