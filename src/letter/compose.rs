//! Every letter as its template has it: its words, and what stands around them: who writes to whom, where and when, the
//! greeting, who signs, and how it is to be paid.

use crate::document::letter::{Enclosure, Letter};
use crate::journal::model::{CustomerIx, Journal};
use crate::language::letters::Warmth;
use crate::language::phrases::Language;
use crate::letter::facts::common_variables::CommonFacts;
use crate::letter::facts::letter_content::LetterContent;
use crate::letter::facts::payment_request::{PaymentRequest, payment_reference};
use crate::letter::facts::sender_and_recipient::{
    build_sender, format_salutation, recipient_lines, signature_lines, town_of_address_line,
};
use crate::letter::library::template_set::Template;
use crate::letter::templates::fault::TemplateFault;
use crate::letter::templates::layout::LetterText;
use crate::letter::templates::lint::missing_notice_fault;
use crate::letter::templates::variable_list::{ValueFormat, find_value};
use crate::value::channel::Channel;
use crate::value::key_name::KeyName;
use crate::value::money::Money;
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
    /// The last day that bank data are complete to.
    pub bank_through: Option<NaiveDate>,
}

impl LetterFrame<'_> {
    /// The letter: its content in the words of its template, with what goes with it and what is to be paid.
    ///
    /// # Errors
    /// What is wrong with the template.
    pub fn compose(
        &self,
        template: &Template,
        content: &LetterContent<'_>,
        enclosures: Vec<Enclosure>,
    ) -> Result<Letter, TemplateFault> {
        let written = self.fill_template(template, content, enclosures.len())?;
        let invoices = content.invoices.iter();
        let numbers: Vec<&str> = invoices.map(|it| self.journal.invoice_no(*it)).collect();
        let mut letter = self.build_letter(written, content.warmth, &numbers);
        letter.references.extend_from_slice(&content.references);
        let request = content.request.map(|request| PaymentRequest {
            journal: self.journal,
            language: self.language,
            amount: Money::new(request.amount, content.currency),
            reference: payment_reference(self.journal, self.customer, self.date, &numbers),
            deadline: request.by,
            deadline_words: request.by_words,
            with_methods: request.with_methods,
        });
        Ok(Letter {
            payment: request.and_then(|request| request.to_payment()),
            enclosures,
            ..letter
        })
    }

    fn fill_template(
        &self,
        template: &Template,
        content: &LetterContent<'_>,
        enclosure_count: usize,
    ) -> Result<LetterText, TemplateFault> {
        let common = CommonFacts {
            journal: self.journal,
            customer: self.customer,
            date: self.date,
            language: self.language,
            bank_through: self.bank_through,
            enclosure_count,
        };
        let format = ValueFormat {
            language: self.language,
            currency: content.currency,
        };
        let written = template.fill(|name| {
            (content.values)(name)
                .or_else(|| find_value(CommonFacts::VARIABLES, name, &common, format))
        })?;
        match content.required_block {
            Some(block) if !written.block_names.contains(&block) => {
                Err(missing_notice_fault(block, 0..0))
            }
            _ => Ok(written),
        }
    }

    /// The letter with its words; it asks for nothing yet, and nothing goes with it.
    fn build_letter(&self, written: LetterText, warmth: Warmth, numbers: &[&str]) -> Letter {
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
        let usual = || format_salutation(customer, self.language, warmth);
        Letter {
            language: self.language,
            recipient: recipient_lines(customer, self.language),
            mail_to: mail.filter(|_| by_mail).collect(),
            date: self.date,
            dateline: (say.style.dateline)(town, self.date),
            references: vec![(
                say.label.our_reference.to_owned(),
                self.our_reference(numbers),
            )],
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
    fn our_reference(&self, numbers: &[&str]) -> String {
        match numbers {
            [only] => (*only).to_owned(),
            _ => self.journal.customer_id(self.customer).to_owned(),
        }
    }
}
