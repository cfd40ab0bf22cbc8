//! What every letter knows: who writes, to whom, and when.

use super::known::{Known, known};
use crate::journal::model::{CustomerIx, Journal};
use crate::language::phrases::Language;
use crate::letter::people::{own, theirs};
use crate::letter::templates::given::{Given, Sort};
use crate::value::key_name::KeyName;
use chrono::NaiveDate;

/// Who writes to whom, in which language, and when.
#[derive(Clone, Copy, Debug)]
pub struct Ends<'j> {
    /// The journal.
    pub journal: &'j Journal,
    /// To whom.
    pub customer: CustomerIx,
    /// The day of the letter.
    pub on: NaiveDate,
    /// In which language.
    pub language: &'static Language,
    /// The last day that bank data are complete to.
    pub bank_through: Option<NaiveDate>,
    /// How many papers go with it.
    pub enclosures: usize,
}

impl Ends<'_> {
    /// A day in words, or none.
    pub fn day(&self, day: Option<NaiveDate>) -> Given {
        Given::words(day.map(self.language.say.letter.style.day))
    }
}

/// What stands for a variable of every letter.
pub type Give = fn(&Ends<'_>) -> Given;

/// The variables of every letter.
pub static ENDS: &[Known<Give>] = &[
    known(
        "customer_name",
        Sort::Words,
        "Jansen Bouw B.V.",
        "the name of the customer",
        |ends| {
            Given::words(theirs(
                &ends.journal.customers[ends.customer],
                KeyName::Name,
            ))
        },
    ),
    known(
        "customer_id",
        Sort::Words,
        "jansen",
        "the customer as the journal names him, without @",
        |ends| Given::words(Some(ends.journal.customer_id(ends.customer))),
    ),
    known(
        "attention",
        Sort::Words,
        "Petra de Wit",
        "for whose attention; empty where the customer has no `attn:`",
        |ends| {
            Given::words(theirs(
                &ends.journal.customers[ends.customer],
                KeyName::Attn,
            ))
        },
    ),
    known(
        "business_name",
        Sort::Words,
        "Drukkerij Van Dam",
        "your own name",
        |ends| Given::words(own(ends.journal, KeyName::Name)),
    ),
    known(
        "phone",
        Sort::Words,
        "023 555 07 70",
        "your telephone number; may be empty",
        |ends| Given::words(own(ends.journal, KeyName::Phone)),
    ),
    known(
        "email",
        Sort::Words,
        "info@vandam.example",
        "your mail address; may be empty",
        |ends| Given::words(own(ends.journal, KeyName::Email)),
    ),
    known(
        "contact",
        Sort::Words,
        "telefonisch op 023 555 07 70 of via info@vandam.example",
        "how you can be reached, in words; empty where you have neither telephone nor mail",
        |ends| {
            let contact = ends.language.say.letter.sentence.contact;
            let (phone, mail) = (
                own(ends.journal, KeyName::Phone),
                own(ends.journal, KeyName::Email),
            );
            Given::Words(contact(phone, mail))
        },
    ),
    known(
        "today",
        Sort::Day,
        "14 februari 2026",
        "the day of the letter",
        |ends| ends.day(Some(ends.on)),
    ),
    known(
        "bank_through",
        Sort::Day,
        "12 februari 2026",
        "the last day of which all payments are in the journal; empty where nobody said so",
        |ends| ends.day(ends.bank_through),
    ),
    known(
        "enclosures",
        Sort::Count,
        "2",
        "how many papers go with the letter",
        |ends| Given::Count(ends.enclosures),
    ),
];
