//! What must be said in every language: a field a phrase, so that a missing one does not compile.

use super::advice::AdviceWords;
use super::call::CallWords;
use super::claim::ClaimWords;
use super::dossier::DossierWords;
use super::dunning::DunningWords;
use super::enum_labels::{
    AllocationRuleWords, ComponentWords, CustomerKindWords, DueBasisWords, EntryWords, HoldWords,
    StatisticsWords, StatusWords,
};
use super::findings::FindingWords;
use super::forecast::ForecastWords;
use super::habits::HabitWords;
use super::letters::LetterWords;
use crate::value::calendar::Duration;
use chrono::NaiveDate;

/// A language: how it writes figures and days, and its phrases.
#[derive(Debug)]
pub struct Language {
    /// Its tag: `nl`.
    pub tag: &'static str,
    /// Its own name for itself.
    pub name: &'static str,
    /// The mark before the decimals.
    pub decimal_mark: char,
    /// The mark between groups of three digits.
    pub group_mark: char,
    /// What it says.
    pub phrases: Phrases,
}

/// Every phrase.
#[derive(Debug)]
pub struct Phrases {
    /// A length of time: `30 days`.
    pub format_duration: fn(Duration) -> String,
    /// What findings say.
    pub finding: FindingWords,
    /// Titles of pages, and headings inside them.
    pub title: Titles,
    /// What figures rest on: the lines above a report.
    pub basis: BasisLines,
    /// Headings of columns.
    pub heading: Headings,
    /// Sentences of reports.
    pub sentence: Sentences,
    /// Kinds of entries.
    pub entry: EntryWords,
    /// How an item stands.
    pub status: StatusWords,
    /// Why letters wait.
    pub hold: HoldWords,
    /// Parts of what is owed.
    pub component: ComponentWords,
    /// Why money went where it went.
    pub rule: AllocationRuleWords,
    /// On what a due date rests.
    pub due: DueBasisWords,
    /// What customers are.
    pub kind: CustomerKindWords,
    /// What statistics count.
    pub figure: StatisticsWords,
    /// What may be asked.
    pub claim: ClaimWords,
    /// How people pay.
    pub habit: HabitWords,
    /// Stages, what keeps letters back, what to do.
    pub dunning: DunningWords,
    /// What to do with what is not paid.
    pub advice: AdviceWords,
    /// What may come in.
    pub forecast: ForecastWords,
    /// What letters say.
    pub letter: LetterWords,
    /// What to say on the phone.
    pub call: CallWords,
    /// What stands in a dossier and nowhere else.
    pub dossier: DossierWords,
}

/// Titles of pages, and headings inside them.
#[derive(Debug)]
pub struct Titles {
    /// `aging`
    pub ageing: &'static str,
    /// `balance`
    pub balance: &'static str,
    /// `statement` of a customer.
    pub statement: fn(&str) -> String,
    /// `show` of an invoice; its number follows.
    pub invoice: &'static str,
    /// `show` of a credit note; its number follows.
    pub credit: &'static str,
    /// `show` of a customer; the name follows.
    pub customer: &'static str,
    /// `customers`
    pub customers: &'static str,
    /// `invoices`
    pub invoices: &'static str,
    /// `stats`
    pub stats: &'static str,
    /// `files`
    pub files: &'static str,
    /// Instalments of invoices.
    pub items: &'static str,
    /// Everything that changed what is owed.
    pub transactions: &'static str,
    /// Which money settled what.
    pub allocations: &'static str,
    /// Letters, calls and arrangements.
    pub contacts: &'static str,
    /// The lines of an invoice.
    pub lines: &'static str,
    /// What is open of one customer.
    pub open_items: &'static str,
    /// How the open amount of an invoice came about.
    pub movements: &'static str,
    /// On what each due date rests.
    pub due_dates: &'static str,
}

/// What figures rest on: the lines above a report.
#[derive(Debug)]
pub struct BasisLines {
    /// Whose receivables.
    pub business: &'static str,
    /// The as-of day.
    pub as_of: &'static str,
    /// From which day age counts, or what the figures count.
    pub basis: &'static str,
    /// Age counts from the due date.
    pub since_due: &'static str,
    /// Age counts from the invoice date.
    pub since_invoice: &'static str,
    /// No ages: everything written up to and including the day counts.
    pub entries: &'static str,
    /// From which day on what is shown became late.
    pub late_since: &'static str,
    /// The root file.
    pub file: &'static str,
    /// The last day that bank data are complete to.
    pub bank_through: &'static str,
    /// Entries after the day, not counted: the label.
    pub entries_after: &'static str,
    /// How many they are.
    pub entries_count: fn(usize) -> String,
    /// The currency all amounts of the page are in.
    pub amounts_in: &'static str,
    /// The days a statement covers: the label.
    pub period: &'static str,
    /// From one day to another, both included.
    pub period_days: fn(Option<NaiveDate>, NaiveDate) -> String,
}

/// Headings of columns.
#[derive(Debug)]
pub struct Headings {
    /// Customer id.
    pub customer: &'static str,
    /// Name of the customer.
    pub name: &'static str,
    /// Currency code.
    pub currency: &'static str,
    /// Bucket of what is not due.
    pub not_due: &'static str,
    /// The same where age counts from the invoice date: invoices of the day itself.
    pub zero_days: &'static str,
    /// A bucket from one number of days to another.
    pub bucket_days: fn(u32, u32) -> String,
    /// The last bucket: more than so many days.
    pub bucket_over: fn(u32) -> String,
    /// Fees, costs and interest claimed.
    pub charges: &'static str,
    /// Money that settles nothing yet.
    pub unallocated: &'static str,
    /// Principal and charges less money on account.
    pub balance: &'static str,
    /// Number of an invoice.
    pub invoice: &'static str,
    /// Which instalment.
    pub instalment: &'static str,
    /// How many instalments.
    pub instalments: &'static str,
    /// Date of an invoice.
    pub invoice_date: &'static str,
    /// Due date.
    pub due_date: &'static str,
    /// Days late.
    pub days: &'static str,
    /// Days since the invoice date.
    pub age: &'static str,
    /// Name of a bucket.
    pub bucket: &'static str,
    /// The last stage sent.
    pub stage: &'static str,
    /// Why letters wait.
    pub hold: &'static str,
    /// An amount.
    pub amount: &'static str,
    /// What is open of it.
    pub open: &'static str,
    /// A day.
    pub date: &'static str,
    /// Kind of entry.
    pub entry: &'static str,
    /// Free text.
    pub text: &'static str,
    /// What raises the balance.
    pub debit: &'static str,
    /// What lowers it.
    pub credit: &'static str,
    /// A file.
    pub file: &'static str,
    /// A line in it.
    pub line: &'static str,
    /// What kind of customer.
    pub kind: &'static str,
    /// Country.
    pub country: &'static str,
    /// Language of letters.
    pub language: &'static str,
    /// Mail address.
    pub email: &'static str,
    /// Telephone number.
    pub phone: &'static str,
    /// For whose attention.
    pub attn: &'static str,
    /// Street and town.
    pub address: &'static str,
    /// Time to pay.
    pub terms: &'static str,
    /// Name of a policy.
    pub policy: &'static str,
    /// How many invoices.
    pub invoices: &'static str,
    /// How many of them are open.
    pub open_invoices: &'static str,
    /// Date of the first invoice.
    pub first: &'static str,
    /// Date of the last invoice.
    pub last: &'static str,
    /// How it stands.
    pub status: &'static str,
    /// When it was closed.
    pub closed: &'static str,
    /// Principal, costs, fee or interest.
    pub component: &'static str,
    /// Why.
    pub rule: &'static str,
    /// What a line of statistics is about.
    pub figure: &'static str,
    /// The figure itself.
    pub value: &'static str,
    /// How many entries.
    pub entries: &'static str,
    /// How many bytes.
    pub bytes: &'static str,
    /// File and line in one.
    pub source: &'static str,
    /// A channel, a stage, an outcome: the word of an entry.
    pub detail: &'static str,
    /// An amount that an entry names without moving it.
    pub named_amount: &'static str,
    /// The day an entry looks ahead to.
    pub until: &'static str,
    /// When to come back to it.
    pub follow_up: &'static str,
    /// The sum of a column.
    pub total: &'static str,
}

/// Sentences of reports.
#[derive(Debug)]
pub struct Sentences {
    /// Nobody owes anything on the day.
    pub nothing_open: fn(NaiveDate) -> String,
    /// Nothing that is open became late since a day.
    pub nothing_late: fn(NaiveDate) -> String,
    /// Nothing happened in the days of a statement.
    pub nothing_happened: &'static str,
    /// There is no customer.
    pub no_customers: &'static str,
    /// There is no invoice up to the day.
    pub no_invoices: fn(NaiveDate) -> String,
    /// So many days late.
    pub days_late: fn(i64) -> String,
    /// Due in so many days; 0 is today.
    pub due_in: fn(i64) -> String,
    /// On a day at the latest.
    pub by: fn(NaiveDate) -> String,
    /// Up to and including a day.
    pub until: fn(NaiveDate) -> String,
    /// To come back to it on a day.
    pub follow_up: fn(NaiveDate) -> String,
    /// Since a day.
    pub since: fn(NaiveDate) -> String,
    /// A promise that was kept.
    pub promise_kept: &'static str,
    /// A promise that was not.
    pub promise_broken: &'static str,
    /// A promise whose day has not passed.
    pub promise_open: &'static str,
    /// What was received up to a day.
    pub received: fn(&str, NaiveDate) -> String,
    /// That nothing was received up to a day.
    pub nothing_received: fn(NaiveDate) -> String,
}
