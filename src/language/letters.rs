//! What letters say: a struct a part of the letter, so that a language that lacks a sentence does not compile.

use super::extra_letters::ExtraLetterWords;
use super::templates::TemplateWords;
use crate::value::channel::Channel;
use chrono::NaiveDate;

/// What letters say.
#[derive(Debug)]
pub struct LetterWords {
    /// What stands around a letter.
    pub frame: FrameWords,
    /// The list of letters that are due.
    pub list: LetterListWords,
    /// Labels and headings of columns.
    pub label: LetterLabels,
    /// How days, people and numbers are written.
    pub style: StyleWords,
    /// What the law asks of the last letter to a person at home: fourteen days, and what it costs after them.
    pub notice: NoticeWords,
    /// What a business will owe when nothing is paid.
    pub announced_claim: AnnouncedClaimWords,
    /// What was done before.
    pub attempt: AttemptWords,
    /// What is added up.
    pub totals: LetterTotalWords,
    /// Sentences of any letter.
    pub sentence: LetterSentences,
    /// How templates are described.
    pub template: TemplateWords,
    /// Labels of letters beside the steps.
    pub extra_letter: ExtraLetterWords,
}

/// What stands around a letter.
#[derive(Debug)]
pub struct FrameWords {
    /// Before what it is about.
    pub subject: &'static str,
    /// Over how to pay.
    pub payment: &'static str,
    /// Over what goes with it.
    pub enclosures: &'static str,
    /// Under the square that a bank's app scans.
    pub scan: &'static str,
    /// Which page of how many.
    pub page: fn(usize, usize) -> String,
    /// Above the name that signs.
    pub closing: &'static str,
}

/// The list of letters that are due.
#[derive(Debug)]
pub struct LetterListWords {
    /// Its title.
    pub title: &'static str,
    /// No letter is due on a day.
    pub no_letters: fn(NaiveDate) -> String,
    /// Which letter.
    pub letter: &'static str,
    /// What it asks.
    pub amount: &'static str,
    /// The last day it names.
    pub deadline: &'static str,
    /// Why it is not written.
    pub refusal_heading: &'static str,
    /// Each reason, with what to do.
    pub refusal: RefusalWords,
}

/// Why a letter is not written, and what to do.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is the refusal it translates")]
pub struct RefusalWords {
    pub no_business_name: &'static str,
    pub no_iban: &'static str,
    pub no_name: &'static str,
    pub no_address: &'static str,
    pub no_email: &'static str,
    pub no_channel: &'static str,
    pub no_language: &'static str,
    /// The name, and those that are built in.
    pub no_letter: fn(&str, &str) -> String,
    pub bank_stale: fn(Option<NaiveDate>) -> String,
    /// The amount.
    pub unallocated: fn(&str) -> String,
    /// The step and its fee.
    pub fee_not_allowed: fn(&str, &str) -> String,
    /// The invoice and the amount.
    pub charges_not_owed: fn(&str, &str) -> String,
    /// The invoice.
    pub not_calculable: fn(&str) -> String,
    pub nothing_to_pay: &'static str,
    /// The file, the line, what is the matter.
    pub invalid_template: fn(&str, usize, &str) -> String,
}

/// Labels and headings of columns.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is the label it translates")]
pub struct LetterLabels {
    pub phone: &'static str,
    pub email: &'static str,
    pub website: &'static str,
    pub kvk: &'static str,
    pub vat_id: &'static str,
    pub our_reference: &'static str,
    pub your_reference: &'static str,
    pub invoice: &'static str,
    pub description: &'static str,
    pub order: &'static str,
    pub delivered: &'static str,
    pub invoice_date: &'static str,
    pub sent: &'static str,
    pub due: &'static str,
    pub days: &'static str,
    /// So many days.
    pub days_late: fn(i64) -> String,
    pub total: &'static str,
    pub paid: &'static str,
    pub open: &'static str,
    pub amount: &'static str,
    pub iban: &'static str,
    pub bic: &'static str,
    pub account_name: &'static str,
    pub payment_reference: &'static str,
    pub by: &'static str,
    pub methods: &'static str,
    pub by_due_date: &'static str,
    /// Columns, whose headings are short.
    pub date_column: &'static str,
    pub due_column: &'static str,
    pub days_column: &'static str,
    /// The column of amounts in a currency.
    pub amount_in: fn(&str) -> String,
    pub paid_in: fn(&str) -> String,
    pub open_in: fn(&str) -> String,
    /// An enclosed copy of an invoice.
    pub copy: fn(&str) -> String,
    pub agreement: &'static str,
    pub policy: &'static str,
    /// An enclosed letter of a day.
    pub correspondence: fn(NaiveDate) -> String,
}

/// How days, people and numbers are written.
#[derive(Debug)]
pub struct StyleWords {
    /// A day in words.
    pub day: fn(NaiveDate) -> String,
    /// A day in figures, for columns.
    pub short_day: fn(NaiveDate) -> String,
    /// Place and day.
    pub dateline: fn(Option<&str>, NaiveDate) -> String,
    /// Between the sign of a currency and its digits.
    pub sign_gap: &'static str,
    /// For whose attention.
    pub attention: fn(&str) -> String,
    /// To somebody by name, or to nobody in particular; the first letters are warmer.
    pub salutation: fn(Option<&str>, Warmth) -> String,
    /// An instalment of an invoice: number, which, how many.
    pub instalment: fn(&str, usize, usize) -> String,
    /// How something went: `per e-email`.
    pub channel: fn(Channel) -> &'static str,
    /// How and when an invoice went: channels, and the day.
    pub sent: fn(&str, NaiveDate) -> String,
    /// A share: `10,15%`.
    pub percent: fn(&str) -> String,
    /// A list of words: with commas, and a word before the last.
    pub conjunction: &'static str,
}

/// How warm a letter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warmth {
    /// As to somebody who forgot.
    Friendly,
    /// As to somebody who was reminded.
    Formal,
}

/// What the fourteen-day letter says (NL: BW 6:96 lid 6).
#[derive(Debug)]
pub struct NoticeWords {
    /// The request of the law: the amount, and so many days from the day after the letter came.
    pub request: fn(&str, u64) -> String,
    /// What it costs after that: the amount.
    pub costs: fn(&str) -> String,
    /// The same where value-added tax comes on top: costs, rate, tax, together.
    pub costs_with_vat: fn(&str, &str, &str, &str) -> String,
    /// On which law that rests.
    pub ground: &'static str,
    /// That interest by law is owed as well.
    pub statutory_interest: &'static str,
    /// That agreed interest is owed as well.
    pub agreed_interest: &'static str,
}

/// What a business will owe when nothing is paid.
#[derive(Debug)]
pub struct AnnouncedClaimWords {
    /// Interest over days at a rate over a sum.
    pub interest: fn(NaiveDate, NaiveDate, &str, &str) -> String,
    /// Interest that was agreed as a sum.
    pub interest_sum: &'static str,
    /// Collection costs.
    pub costs: &'static str,
    /// The tax on them.
    pub vat: &'static str,
    /// What is open of the invoices.
    pub principal: &'static str,
    /// The sum on a day.
    pub total: fn(NaiveDate) -> String,
}

/// What was done before.
#[derive(Debug)]
pub struct AttemptWords {
    /// A letter of a step, and how it went.
    pub letter: fn(&str, &str) -> String,
    /// With the last day it named.
    pub deadline: fn(&str, NaiveDate) -> String,
    /// A call.
    pub phone: &'static str,
    /// A visit.
    pub visit: &'static str,
    /// A mail.
    pub email: &'static str,
    /// Another letter.
    pub other: &'static str,
    /// A chat.
    pub chat: &'static str,
    /// A promise: the amount, the day.
    pub promise: fn(Option<&str>, Option<NaiveDate>) -> String,
    /// What was said: it was forgotten.
    pub forgot: &'static str,
    /// It went wrong in their administration.
    pub admin: &'static str,
    /// There is no money.
    pub cashflow: &'static str,
    /// The work did not please.
    pub dissatisfied: &'static str,
}

/// What is added up.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is the line it translates")]
pub struct LetterTotalWords {
    pub heading: &'static str,
    pub open: &'static str,
    pub fee: &'static str,
    pub costs: &'static str,
    pub interest: &'static str,
    pub disputed: &'static str,
    pub total: &'static str,
    /// Below a table of invoices.
    pub table_total: &'static str,
}

/// Sentences of any letter.
#[derive(Debug)]
pub struct LetterSentences {
    /// Where to turn to: telephone and mail.
    pub contact: fn(Option<&str>, Option<&str>) -> String,
    /// Invoices in short, for a subject: their numbers.
    pub invoice_names: fn(&[&str]) -> String,
    /// `our invoice` with its number, or `the invoices below`.
    pub our_invoices: fn(&[&str]) -> String,
    /// The invoices one by one, below a table.
    pub details: &'static str,
    /// An invoice that is open beside it: number, what is open, due date.
    pub also_overdue_point: fn(&str, &str, NaiveDate) -> String,
    /// Payments after a day are not in it.
    pub bank_stale: fn(NaiveDate) -> String,
    /// Money that nobody could place.
    pub unallocated: fn(&str) -> String,
}
