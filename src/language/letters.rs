//! The words of letters. Each part of a letter has a struct, so that a language without one of the sentences does not
//! compile.

use super::extra_letters::ExtraLetterWords;
use super::templates::TemplateWords;
use crate::value::channel::Channel;
use chrono::NaiveDate;

/// The words of letters.
#[derive(Clone, Copy, Debug)]
pub struct LetterWords {
    /// The words around the text of a letter.
    pub frame: FrameWords,
    /// The words of the list of letters that are due.
    pub list: LetterListWords,
    /// Labels, and headings of columns.
    pub label: LetterLabels,
    /// The forms of dates, names and numbers.
    pub style: StyleWords,
    /// The words for what a business will owe if it does not pay.
    pub announced_claim: AnnouncedClaimWords,
    /// The words for earlier letters, calls and promises.
    pub attempt: AttemptWords,
    /// The labels of sums.
    pub totals: LetterTotalWords,
    /// Sentences that any letter may have.
    pub sentence: LetterSentences,
    /// The words of the guide to letter templates.
    pub template: TemplateWords,
    /// The labels of letters outside the ladder.
    pub extra_letter: ExtraLetterWords,
}

/// The words around the text of a letter.
#[derive(Clone, Copy, Debug)]
pub struct FrameWords {
    /// The label of the subject.
    pub subject: &'static str,
    /// The heading over how to pay.
    pub payment: &'static str,
    /// The heading over the enclosures.
    pub enclosures: &'static str,
    /// The text under the payment code that a bank's app scans.
    pub scan: &'static str,
    /// The number of the page, and the number of pages.
    pub page: fn(usize, usize) -> String,
    /// The closing phrase above the signature.
    pub closing: &'static str,
    /// On the envelope: so many invoices are enclosed.
    pub invoice_enclosed: fn(usize) -> &'static str,
}

/// The words of the list of letters that are due.
#[derive(Clone, Copy, Debug)]
pub struct LetterListWords {
    /// The title of the list.
    pub title: &'static str,
    /// Says that no letter is due on this day.
    pub no_letters: fn(NaiveDate) -> String,
    /// The heading of the letter.
    pub letter: &'static str,
    /// The heading of the amount that it asks for.
    pub amount: &'static str,
    /// The heading of the last day to pay.
    pub deadline: &'static str,
    /// The heading over the reasons why letters are not written.
    pub refusal_heading: &'static str,
    /// The reasons why a letter is not written.
    pub refusal: RefusalWords,
}

/// The reasons why a letter is not written, each with what to do.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "each is the refusal it translates")]
pub struct RefusalWords {
    pub no_business_name: &'static str,
    pub no_iban: &'static str,
    pub no_name: &'static str,
    pub no_address: &'static str,
    pub no_email: &'static str,
    pub no_channel: &'static str,
    pub no_language: &'static str,
    /// The name of a template that does not exist, and the names of the built-in ones.
    pub no_letter: fn(&str, &str) -> String,
    pub bank_stale: fn(Option<NaiveDate>) -> String,
    /// The amount that is not allocated.
    pub unallocated: fn(&str) -> String,
    /// The stage, its fee, and the letter that must run out before it; `None` where no law is known.
    pub fee_not_allowed: fn(&str, &str, Option<&str>) -> String,
    /// The invoice and the amount of its charges.
    pub charges_not_owed: fn(&str, &str) -> String,
    /// The invoice whose claim cannot be computed.
    pub not_calculable: fn(&str) -> String,
    pub nothing_to_pay: &'static str,
    /// The file, the line, and the mistake.
    pub invalid_template: fn(&str, usize, &str) -> String,
}

/// Labels, and headings of columns.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "each is the label it translates")]
pub struct LetterLabels {
    pub phone: &'static str,
    pub email: &'static str,
    pub website: &'static str,
    /// The label of `kvk:`, where no law names the register.
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
    /// The number of days late.
    pub days_late: fn(i64) -> String,
    pub total: &'static str,
    /// What was invoiced of a part of an invoice.
    pub instalment_total: &'static str,
    pub paid: &'static str,
    pub paid_to_charges: &'static str,
    pub settled: &'static str,
    pub not_asked: &'static str,
    pub open: &'static str,
    pub amount: &'static str,
    pub iban: &'static str,
    pub bic: &'static str,
    pub account_name: &'static str,
    pub payment_reference: &'static str,
    pub by: &'static str,
    pub methods: &'static str,
    pub by_due_date: &'static str,
    /// Headings of columns, which are short.
    pub date_column: &'static str,
    pub due_column: &'static str,
    pub days_column: &'static str,
    /// The heading of a column of amounts in this currency.
    pub amount_in: fn(&str) -> String,
    pub paid_in: fn(&str) -> String,
    /// What was credited or set off, not paid.
    pub settled_in: fn(&str) -> String,
    /// What the letter leaves out, without a word about why.
    pub not_asked_in: fn(&str) -> String,
    pub open_in: fn(&str) -> String,
    /// The name of a copy of an invoice as an enclosure.
    pub copy: fn(&str) -> String,
    pub agreement: &'static str,
    pub policy: &'static str,
    /// The name of a letter of this day as an enclosure.
    pub correspondence: fn(NaiveDate) -> String,
}

/// The forms of dates, names and numbers.
#[derive(Clone, Copy, Debug)]
pub struct StyleWords {
    /// A date in words.
    pub day: fn(NaiveDate) -> String,
    /// A date in figures, for columns.
    pub short_day: fn(NaiveDate) -> String,
    /// The place, where it is known, and the date.
    pub dateline: fn(Option<&str>, NaiveDate) -> String,
    /// The text between a currency sign and the digits.
    pub sign_gap: &'static str,
    /// The name of a country by its code of two capitals; `None` for a code of no country.
    pub country: fn(&str) -> Option<&'static str>,
    /// The line for whose attention a letter is.
    pub attention: fn(&str) -> String,
    /// The salutation, with the name of the person where one is known. The first letters are warmer.
    pub salutation: fn(Option<&str>, Warmth) -> String,
    /// An instalment: the number of the invoice, the number of the instalment, and the number of instalments.
    pub instalment: fn(&str, usize, usize) -> String,
    /// How something was sent: `per e-mail`.
    pub channel: fn(Channel) -> &'static str,
    /// How and when an invoice was sent: the channels and the day.
    pub sent: fn(&str, NaiveDate) -> String,
    /// A percentage: `10,15%`.
    pub percent: fn(&str) -> String,
    /// The word before the last item of a list, such as `en`.
    pub conjunction: &'static str,
}

/// The tone of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warmth {
    /// For customers who probably forgot to pay.
    Friendly,
    /// For customers who were reminded before.
    Formal,
}

/// The words for what a business will owe if it does not pay.
#[derive(Clone, Copy, Debug)]
pub struct AnnouncedClaimWords {
    /// Interest: the first day, the last day, the rate, and the base.
    pub interest: fn(NaiveDate, NaiveDate, &str, &str) -> String,
    /// Interest that was agreed as a sum.
    pub interest_sum: &'static str,
    /// Collection costs.
    pub costs: &'static str,
    /// VAT on the collection costs.
    pub vat: &'static str,
    /// The open principal of the invoices.
    pub principal: &'static str,
    /// The same where payments were put to costs and interest first, so that it is not what the invoices stand open for.
    pub allocated_principal: &'static str,
    /// The same where what stands to the credit of the customer was taken off.
    pub principal_less_credit: &'static str,
    /// The same where it differs for another reason.
    pub other_principal: &'static str,
    /// The sum on this day.
    pub total: fn(NaiveDate) -> String,
}

/// The words for earlier letters, calls and promises.
#[derive(Clone, Copy, Debug)]
pub struct AttemptWords {
    /// The letter of a stage, and how it was sent.
    pub letter: fn(&str, &str) -> String,
    /// The same with the last day to pay that it named.
    pub deadline: fn(&str, NaiveDate) -> String,
    /// A call.
    pub phone: &'static str,
    /// A call in which nobody was reached.
    pub phone_in_vain: &'static str,
    /// A visit.
    pub visit: &'static str,
    /// A visit at which nobody was met.
    pub visit_in_vain: &'static str,
    /// A payment plan.
    pub plan: &'static str,
    /// A payment plan that was not signed.
    pub plan_offer: &'static str,
    /// A mail.
    pub email: &'static str,
    /// A letter outside the ladder.
    pub other: &'static str,
    /// A chat.
    pub chat: &'static str,
    /// A promise, with the amount and the day where they are known.
    pub promise: fn(Option<&str>, Option<NaiveDate>) -> String,
    /// The reason given: the customer forgot.
    pub forgot: &'static str,
    /// The reason given: a mistake in the customer's administration.
    pub admin: &'static str,
    /// The reason given: no money.
    pub cashflow: &'static str,
    /// The reason given: not satisfied with the work.
    pub dissatisfied: &'static str,
}

/// The labels of sums.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "each is the line it translates")]
pub struct LetterTotalWords {
    pub heading: &'static str,
    pub open: &'static str,
    pub fee: &'static str,
    pub costs: &'static str,
    pub interest: &'static str,
    pub disputed: &'static str,
    pub conceded: &'static str,
    pub deferred: &'static str,
    pub on_account: &'static str,
    pub total: &'static str,
    /// The label of the sum below a table of invoices.
    pub table_total: &'static str,
}

/// Sentences that any letter may have.
#[derive(Clone, Copy, Debug)]
pub struct LetterSentences {
    /// How to reach the business: telephone and mail, where they are known.
    pub contact: fn(Option<&str>, Option<&str>) -> String,
    /// The numbers of the invoices in short, for a subject.
    pub invoice_names: fn(&[&str]) -> String,
    /// Invoices by their numbers: how many, and the numbers as a list.
    pub named_invoices: fn(usize, &str) -> String,
    /// `our invoice` with its number, or `the invoices below`.
    pub our_invoices: fn(&[&str]) -> String,
    /// The heading of the details of each invoice, below a table.
    pub details: &'static str,
    /// Another overdue invoice: its number, open amount, and due date.
    pub also_overdue_point: fn(&str, &str, NaiveDate) -> String,
    /// The same of an invoice that will be due.
    pub announced_point: fn(&str, &str, NaiveDate) -> String,
    /// Says that payments after this day are not included.
    pub bank_stale: fn(NaiveDate) -> String,
    /// The amount that was received and could not be placed, in a letter that takes it off what it asks.
    pub unallocated: fn(&str) -> String,
    /// The same in a letter that does not.
    pub unallocated_beside: fn(&str) -> String,
    /// The amount on account, in a letter that takes it off what it asks.
    pub on_account: fn(&str) -> String,
    /// The same in a letter that does not.
    pub on_account_beside: fn(&str) -> String,
    /// This much of what came or stands on account is taken off other invoices.
    pub on_account_elsewhere: fn(&str, &str) -> String,
}
