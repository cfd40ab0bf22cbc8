//! A letter without a format: who writes to whom, what it says, what is to be paid. Media turn it into bytes.
//!
//! Everything is finished words of one language; amounts of the payment alone stay typed, for codes that are scanned.

use crate::value::money::Money;
use chrono::NaiveDate;

/// One letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The tag of its language: `nl`.
    pub language: &'static str,
    /// Who writes.
    pub sender: Sender,
    /// Name and address of who is written to, a line each; at least the name.
    pub recipient: Vec<String>,
    /// Where it goes by mail.
    pub mail_to: Vec<String>,
    /// The day it is dated.
    pub date: NaiveDate,
    /// The place and the day as it prints them: `Amsterdam, 14 februari 2026`.
    pub dateline: String,
    /// Label and value, one below the other: our reference, yours.
    pub references: Vec<(String, String)>,
    /// What it is about, in one line.
    pub subject: String,
    /// `Geachte mevrouw De Wit,`
    pub salutation: String,
    /// What it says, from top to bottom.
    pub body: Vec<LetterBlock>,
    /// `Met vriendelijke groet,`
    pub closing: String,
    /// Who signs, a line each.
    pub signature: Vec<String>,
    /// What is to be paid; `None` where nothing is asked.
    pub payment: Option<PaymentInstructions>,
    /// What goes with it: the name it is called by, and the file where it lies.
    pub enclosures: Vec<Enclosure>,
    /// Small print at the foot of the page.
    pub footer: Vec<String>,
}

/// Who writes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sender {
    /// The name on the invoices.
    pub name: String,
    /// Its address, a line each.
    pub address: Vec<String>,
    /// Label and value: telephone, mail, trade register, VAT number.
    pub particulars: Vec<(String, String)>,
    /// The address it mails from.
    pub mail: Option<String>,
}

/// A part of what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LetterBlock {
    /// A paragraph.
    Paragraph(String),
    /// A heading inside the letter.
    Heading(String),
    /// Points, one below the other.
    Points(Vec<String>),
    /// Label and value, one below the other.
    Facts(Vec<(String, String)>),
    /// A table of words.
    Table(LetterTable),
}

/// A table of words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LetterTable {
    /// The headings.
    pub headings: Vec<String>,
    /// Which columns hold amounts, and are set to the right.
    pub right_aligned: Vec<bool>,
    /// The rows; each has as many cells as there are headings.
    pub rows: Vec<Vec<String>>,
    /// The last row: what it adds up to. Empty where there is none.
    pub total: Vec<String>,
}

/// What is to be paid, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentInstructions {
    /// How much.
    pub amount: Money,
    /// The account, without blanks.
    pub iban: String,
    /// Its bank, where the business names it.
    pub bic: Option<String>,
    /// In whose name the account is.
    pub name: String,
    /// What to write with the payment.
    pub reference: String,
    /// The last day, where it names one.
    pub deadline: Option<NaiveDate>,
    /// Label and value as the letter prints them: amount, account, name, reference, last day.
    pub labelled_lines: Vec<(String, String)>,
}

/// What goes with a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enclosure {
    /// What it is called.
    pub name: String,
    /// Where it lies, relative to the root file of the journal.
    pub path: String,
}
