//! What stands around the words of every letter: who writes to whom, where and when, the greeting, and who signs.

use crate::document::letter::Letter;
use crate::journal::model::{CustomerIx, Journal};
use crate::language::letters::Warmth;
use crate::language::phrases::Language;
use crate::letter::facts::sender_and_recipient::{
    build_sender, format_salutation, recipient_lines, signature_lines, town_of_address_line,
};
use crate::letter::templates::layout::LetterText;
use crate::value::channel::Channel;
use crate::value::key_name::KeyName;
use chrono::NaiveDate;

/// A sheet of letter paper, before anything is written on it.
#[derive(Clone, Copy, Debug)]
pub struct LetterFrame<'a> {
    /// The journal, whose business writes.
    pub journal: &'a Journal,
    /// To whom.
    pub customer: CustomerIx,
    /// In which language.
    pub language: &'static Language,
    /// The day of the letter.
    pub date: NaiveDate,
    /// How it goes out.
    pub channels: &'a [Channel],
    /// How it greets, where its template says nothing else.
    pub warmth: Warmth,
    /// The numbers of its invoices.
    pub invoice_numbers: &'a [&'a str],
}

impl LetterFrame<'_> {
    /// The letter with its words; it asks for nothing yet, and nothing goes with it.
    pub fn build_letter(&self, written: LetterText) -> Letter {
        let say = &self.language.phrases.letter;
        let customer = &self.journal.customers[self.customer];
        let sender = build_sender(self.journal, self.language);
        let town = sender
            .address
            .last()
            .and_then(|line| town_of_address_line(line));
        let mail = customer
            .values(KeyName::Email)
            .map(|mail| mail.trim().to_owned());
        let by_mail = self.channels.contains(&Channel::Email);
        let usual = || format_salutation(customer, self.language, self.warmth);
        Letter {
            language: self.language.tag,
            recipient: recipient_lines(customer, self.language),
            mail_to: mail.filter(|_| by_mail).collect(),
            date: self.date,
            dateline: (say.style.dateline)(town, self.date),
            references: vec![(say.label.our_reference.to_owned(), self.our_reference())],
            subject: written.subject,
            salutation: written.salutation.unwrap_or_else(usual),
            body: written.body,
            closing: written
                .closing
                .unwrap_or_else(|| say.frame.closing.to_owned()),
            signature: signature_lines(self.journal),
            payment: None,
            enclosures: Vec::new(),
            footer: Vec::new(),
            sender,
        }
    }

    /// The number of its invoice; where there are several, or none, the customer.
    fn our_reference(&self) -> String {
        match self.invoice_numbers {
            [only] => (*only).to_owned(),
            _ => self.journal.customer_id(self.customer).to_owned(),
        }
    }
}
