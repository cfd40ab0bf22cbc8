//! A letter without an output format: sender, recipient, text, payment. `render` turns it into text, HTML, PDF or mail.
//!
//! All words are final and in one language. Only the payment also has typed amounts, for payment codes that are
//! scanned.

use crate::language::phrases::Language;
use crate::value::money::Money;
use chrono::NaiveDate;

/// One letter, ready to be rendered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The language of its text, and of the labels that a medium puts around it.
    pub language: &'static Language,
    /// Name, address and contact data of the business.
    pub sender: Sender,
    /// Name and address of the recipient, one entry a line; at least the name.
    pub recipient: Vec<String>,
    /// The mail addresses it is sent to; empty where it goes by post only.
    pub mail_to: Vec<String>,
    /// The date of the letter.
    pub date: NaiveDate,
    /// Place and date as printed: `Amsterdam, 14 februari 2026`.
    pub dateline: String,
    /// Pairs of label and value, such as our reference and theirs; may be empty.
    pub references: Vec<(String, String)>,
    /// The subject, one line.
    pub subject: String,
    /// The salutation: `Geachte mevrouw De Wit,`.
    pub salutation: String,
    /// The text, from top to bottom.
    pub body: Vec<LetterBlock>,
    /// The closing phrase: `Met vriendelijke groet,`.
    pub closing: String,
    /// The signature, one entry a line; may be empty.
    pub signature: Vec<String>,
    /// How much to pay and how; `None` where the letter asks for no payment.
    pub payment: Option<PaymentInstructions>,
    /// The documents sent along; may be empty.
    pub enclosures: Vec<Enclosure>,
    /// Small print at the foot of the page, one entry a line; may be empty.
    pub footer: Vec<String>,
}

/// The business that sends the letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sender {
    /// The name as on its invoices.
    pub name: String,
    /// Its address, one entry a line.
    pub address: Vec<String>,
    /// Pairs of label and value: telephone, mail, trade register, VAT number.
    pub particulars: Vec<(String, String)>,
    /// The mail address it sends from; `None` where the journal declares none.
    pub mail: Option<String>,
}

/// A block of the text of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LetterBlock {
    /// A paragraph.
    Paragraph(String),
    /// A heading inside the letter.
    Heading(String),
    /// A bulleted list.
    Points(Vec<String>),
    /// Pairs of label and value, one a line.
    Facts(Vec<(String, String)>),
    /// A table whose cells are finished words.
    Table(LetterTable),
}

/// A table in a letter, with cells of finished words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LetterTable {
    /// The column headings.
    pub headings: Vec<String>,
    /// For each column, whether its cells are aligned to the right, as amounts are.
    pub right_aligned: Vec<bool>,
    /// The rows; each has as many cells as there are headings.
    pub rows: Vec<Vec<String>>,
    /// The row of totals; empty where there is none.
    pub total: Vec<String>,
}

/// How much to pay, and how to pay it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentInstructions {
    /// The amount to pay.
    pub amount: Money,
    /// The bank account, an IBAN without blanks.
    pub iban: String,
    /// The BIC of its bank; `None` where the business declares none.
    pub bic: Option<String>,
    /// The name of the account holder.
    pub name: String,
    /// The reference to write with the payment.
    pub reference: String,
    /// The last day to pay; `None` where the letter names none.
    pub deadline: Option<NaiveDate>,
    /// The same facts as printed: pairs of label and value for amount, account, name, reference and last day.
    pub labelled_lines: Vec<(String, String)>,
}

/// A document sent along with a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enclosure {
    /// The name shown in the letter.
    pub name: String,
    /// The path of the file, relative to the root file of the journal.
    pub path: String,
    /// Whether it is a copy of an invoice.
    pub is_invoice: bool,
}
