//! What every letter knows: who writes, to whom, and when.

use super::sender_and_recipient::{business_field, customer_field};
use crate::journal::model::{CustomerIx, Journal};
use crate::language::phrases::Language;
use crate::letter::templates::variable_list::{VariableDef, count, day, words};
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

impl<'j> CommonFacts<'j> {
    fn customer_field(&self, key: KeyName) -> String {
        let field = customer_field(&self.journal.customers[self.customer], key);
        field.unwrap_or_default().to_owned()
    }

    fn business_field(&self, key: KeyName) -> String {
        let field = business_field(self.journal, key);
        field.unwrap_or_default().to_owned()
    }

    fn contact(&self) -> String {
        let contact = self.language.phrases.letter.sentence.contact;
        let field = |key| business_field(self.journal, key);
        contact(field(KeyName::Phone), field(KeyName::Email))
    }

    /// The variables of every letter.
    pub const VARIABLES: &'j [VariableDef<Self>] = &[
        words(
            "customer_name",
            "Jansen Bouw B.V.",
            "the name of the customer",
            |ends| ends.customer_field(KeyName::Name),
        ),
        words(
            "customer_id",
            "jansen",
            "the customer as the journal names him, without @",
            |ends| ends.journal.customer_id(ends.customer).to_owned(),
        ),
        words(
            "attention",
            "Petra de Wit",
            "for whose attention; empty where the customer has no `attn:`",
            |ends| ends.customer_field(KeyName::Attn),
        ),
        words(
            "business_name",
            "Drukkerij Van Dam",
            "your own name",
            |ends| ends.business_field(KeyName::Name),
        ),
        words(
            "phone",
            "023 555 07 70",
            "your telephone number; may be empty",
            |ends| ends.business_field(KeyName::Phone),
        ),
        words(
            "email",
            "info@vandam.example",
            "your mail address; may be empty",
            |ends| ends.business_field(KeyName::Email),
        ),
        words(
            "contact",
            "telefonisch op 023 555 07 70 of via info@vandam.example",
            "how you can be reached, in words; empty where you have neither telephone nor mail",
            Self::contact,
        ),
        day(
            "today",
            "14 februari 2026",
            "the day of the letter",
            |ends| Some(ends.date),
        ),
        day(
            "bank_through",
            "12 februari 2026",
            "the last day of which all payments are in the journal; empty where nobody said so",
            |ends| ends.bank_through,
        ),
        count(
            "enclosures",
            "2",
            "how many papers go with the letter",
            |ends| ends.enclosure_count,
        ),
    ];
}
