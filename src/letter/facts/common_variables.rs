//! What every letter knows: who writes, to whom, and when.

use super::letter_input::LetterInput;
use super::sender_and_recipient::business_phone;
use crate::letter::templates::variable_list::{VariableDef, count, day, words};
use crate::value::key_name::KeyName;

/// Who writes to whom, in which language, and when.
#[derive(Clone, Copy)]
pub struct CommonFacts<'i, 'j> {
    /// What the letter looks at.
    pub input: &'i LetterInput<'i, 'j>,
    /// How many papers go with it.
    pub enclosure_count: usize,
}

impl<'i, 'j: 'i> CommonFacts<'i, 'j> {
    fn customer_field(&self, key: KeyName) -> String {
        let customer = &self.input.journal().customers[self.input.customer];
        customer.value(key).unwrap_or_default().to_owned()
    }

    fn business_field(&self, key: KeyName) -> String {
        let field = self.input.journal().business_value(key);
        field.unwrap_or_default().to_owned()
    }

    fn phone(&self) -> String {
        let phone = business_phone(self.input.journal(), self.input.customer);
        phone.unwrap_or_default()
    }

    fn contact(&self) -> String {
        let contact = self.input.letter_words().sentence.contact;
        let phone = self.phone();
        let phone = Some(phone.as_str()).filter(|phone| !phone.is_empty());
        contact(phone, self.input.journal().business_value(KeyName::Email))
    }

    /// The variables of every letter.
    pub const VARIABLES: &'i [VariableDef<Self>] = &[
        words(
            "customer_name",
            "Jansen Bouw B.V.",
            "the name of the customer",
            |facts| facts.customer_field(KeyName::Name),
        ),
        words(
            "customer_id",
            "jansen",
            "the name of the customer in the journal, without @",
            |facts| facts.input.customer_id().to_owned(),
        ),
        words(
            "attention",
            "Petra de Wit",
            "for whose attention; empty where the customer has no `attn:`",
            |facts| facts.customer_field(KeyName::Attn),
        ),
        words(
            "business_name",
            "Drukkerij Van Dam",
            "your own name",
            |facts| facts.business_field(KeyName::Name),
        ),
        words(
            "phone",
            "023 555 07 70",
            "your telephone number; may be empty",
            Self::phone,
        ),
        words(
            "email",
            "info@vandam.example",
            "your mail address; may be empty",
            |facts| facts.business_field(KeyName::Email),
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
            |facts| Some(facts.input.as_of()),
        ),
        day(
            "bank_through",
            "12 februari 2026",
            "the last day of which all payments are in the journal; empty where nobody said so",
            |facts| facts.input.bank_through(),
        ),
        count(
            "enclosures",
            "2",
            "how many papers go with the letter",
            |facts| facts.enclosure_count,
        ),
    ];
}
