//! All phrases of a language, one field each, so that a missing phrase does not compile.

use super::accountant::AccountantWords;
use super::advice::AdviceWords;
use super::call::CallWords;
use super::claim::ClaimWords;
use super::details::DetailWords;
use super::dossier::DossierWords;
use super::dunning::DunningWords;
use super::editor::EditorWords;
use super::enum_labels::{
    AllocationRuleWords, ComponentWords, CustomerKindWords, DueBasisWords, EntryWords, HoldWords,
    StatisticsWords, StatusWords,
};
use super::export::ExportWords;
use super::findings::FindingWords;
use super::forecast::ForecastWords;
use super::habits::HabitWords;
use super::init::InitWords;
use super::letters::LetterWords;
use super::overviews::ListWords;
use super::sheet_words::SheetWords;
use super::tone::ToneWords;
use super::vat::VatWords;
use crate::value::appointment_outcome::AppointmentOutcome;
use crate::value::calendar::{Duration, PaymentTerms};
use chrono::NaiveDate;
use include_dir::Dir;

/// A language: its forms of numbers and dates, and its phrases.
#[derive(Debug)]
pub struct Language {
    /// The language tag: `nl`.
    pub tag: &'static str,
    /// The mark before the decimals.
    pub decimal_mark: char,
    /// The mark between groups of three digits.
    pub group_mark: char,
    /// How its Excel writes comma-separated values, where that differs from the standard.
    pub excel: Option<ExcelDialect>,
    /// The phrases.
    pub phrases: Phrases,
    /// The templates of its letters: the folder of this name, with a file for each letter.
    pub letter_templates: Dir<'static>,
}

impl Language {
    /// The built-in template of a letter; `None` where this language has none.
    pub fn letter_template(&self, letter: &str) -> Option<&str> {
        self.letter_templates
            .get_file(format!("{letter}.txt"))?
            .contents_utf8()
    }
}

/// Languages are told apart by their tags.
impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag
    }
}

impl Eq for Language {}

/// How the Excel of a language reads comma-separated values: with the decimal mark of that language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExcelDialect {
    /// What `--dialect` calls it.
    pub name: &'static str,
    /// One line about it.
    pub about: &'static str,
    /// The mark between fields.
    pub separator: u8,
    /// Between the number of a part and the number of parts.
    pub part_of: &'static str,
}

/// All phrases of a language.
#[derive(Clone, Copy, Debug)]
pub struct Phrases {
    /// A length of time: `30 days`.
    pub format_duration: fn(Duration) -> String,
    /// Behind a length of time: to the end of the month that it ends in.
    pub end_of_month: &'static str,
    /// The words of findings about the syntax.
    pub finding: FindingWords,
    /// Titles of pages, and headings inside them.
    pub title: Titles,
    /// The labels of the basis lines above a report.
    pub basis: BasisLines,
    /// The headings of columns.
    pub heading: Headings,
    /// The sentences of reports.
    pub sentence: Sentences,
    /// The labels of entries.
    pub entry: EntryWords,
    /// The labels of what stands below entries.
    pub detail: DetailWords,
    /// The labels of statuses.
    pub status: StatusWords,
    /// The labels of holds.
    pub hold: HoldWords,
    /// The labels of the components of a debt.
    pub component: ComponentWords,
    /// The labels of the rules of allocation.
    pub rule: AllocationRuleWords,
    /// The labels of what a due date is based on.
    pub due: DueBasisWords,
    /// The labels of kinds of customers.
    pub kind: CustomerKindWords,
    /// The labels of the figures in `stats`.
    pub figure: StatisticsWords,
    /// The words of `claim`.
    pub claim: ClaimWords,
    /// The words of `behaviour`.
    pub habit: HabitWords,
    /// The words of `stages`, `next` and `policy`.
    pub dunning: DunningWords,
    /// The words about VAT.
    pub vat: VatWords,
    /// The words of `advice`.
    pub advice: AdviceWords,
    /// The words of `forecast`.
    pub forecast: ForecastWords,
    /// The words of letters.
    pub letter: LetterWords,
    /// The words of `call`.
    pub call: CallWords,
    /// The words of dossiers.
    pub dossier: DossierWords,
    /// The words of what an accountant is given.
    pub accountant: AccountantWords,
    /// The words of the lists over all customers.
    pub overview: ListWords,
    /// The headings of tables that are written for spreadsheets and programs alone.
    pub export: ExportWords,
    /// What a spreadsheet shows people in place of keys and codes.
    pub sheet: SheetWords,
    /// Words that do not belong in a letter.
    pub tone: ToneWords,
    /// Words beside the text of a journal, in an editor.
    pub editor: EditorWords,
    /// What `add` asks.
    pub add: super::add::AddWords,
    /// The words of a new journal.
    pub init: InitWords,
}

impl Phrases {
    /// The time to pay: `30 days end of month`.
    pub fn format_terms(&self, terms: PaymentTerms) -> String {
        let time = (self.format_duration)(terms.time);
        if !terms.runs_to_month_end {
            return time;
        }
        format!("{time} {}", self.end_of_month)
    }
}

/// Titles of pages, and headings inside them.
#[derive(Clone, Copy, Debug)]
pub struct Titles {
    /// The title of `aging`.
    pub ageing: &'static str,
    /// The title of `balance`.
    pub balance: &'static str,
    /// The title of `statement`, with the name of the customer.
    pub statement: fn(&str) -> String,
    /// The title of `show` for an invoice; its number follows.
    pub invoice: &'static str,
    /// The title of `show` for a credit note; its number follows.
    pub credit: &'static str,
    /// The title of `show` for a customer; their name follows.
    pub customer: &'static str,
    /// The title of `customers`.
    pub customers: &'static str,
    /// The title of `invoices`.
    pub invoices: &'static str,
    /// The title of `stats`.
    pub stats: &'static str,
    /// The title of `files`.
    pub files: &'static str,
    /// The title of the table of instalments.
    pub items: &'static str,
    /// The title of the table of everything that changed what is owed.
    pub transactions: &'static str,
    /// The title of the table of allocations.
    pub allocations: &'static str,
    /// The title of the table of letters, calls and arrangements.
    pub contacts: &'static str,
    /// The heading over the lines of an invoice.
    pub lines: &'static str,
    /// The heading over the open items of one customer.
    pub open_items: &'static str,
    /// The heading over the movements that led to the open amount of an invoice.
    pub movements: &'static str,
    /// The heading over what each due date is based on.
    pub due_dates: &'static str,
    /// The name of the sheet of a workbook that says what it is about.
    pub about_workbook: &'static str,
}

/// The labels of the basis lines above a report, which say what its figures are based on.
#[derive(Clone, Copy, Debug)]
pub struct BasisLines {
    /// The business whose receivables they are.
    pub business: &'static str,
    /// The as-of day.
    pub as_of: &'static str,
    /// From which day age counts, or which entries count.
    pub basis: &'static str,
    /// Age counts from the due date.
    pub since_due: &'static str,
    /// Age counts from the invoice date.
    pub since_invoice: &'static str,
    /// No age is shown: everything up to and including the day counts.
    pub entries: &'static str,
    /// The day from which on the items shown became late.
    pub late_since: &'static str,
    /// The root file.
    pub file: &'static str,
    /// The last day that bank data are complete to.
    pub bank_through: &'static str,
    /// The label of the entries after the day, which do not count.
    pub entries_after: &'static str,
    /// The number of those entries.
    pub entries_count: fn(usize) -> String,
    /// The currency of all amounts on the page.
    pub amounts_in: &'static str,
    /// The label of the period of a statement.
    pub period: &'static str,
    /// The period from one day to another, both included; without a first day it begins with the journal.
    pub period_days: fn(Option<NaiveDate>, NaiveDate) -> String,
}

/// The headings of columns.
#[derive(Clone, Copy, Debug)]
pub struct Headings {
    /// The id of a customer.
    pub customer: &'static str,
    /// The name of a customer.
    pub name: &'static str,
    /// The currency code.
    pub currency: &'static str,
    /// The bucket of what is not due.
    pub not_due: &'static str,
    /// The same bucket where age counts from the invoice date: invoices of the day itself.
    pub zero_days: &'static str,
    /// A bucket from one number of days to another.
    pub bucket_days: fn(u32, u32) -> String,
    /// The last bucket: more than this number of days.
    pub bucket_over: fn(u32) -> String,
    /// Fees, costs and interest that are claimed.
    pub charges: &'static str,
    /// Money that is not allocated yet.
    pub unallocated: &'static str,
    /// How much money that is here already covers.
    pub covered: &'static str,
    /// Principal and charges less money on account.
    pub balance: &'static str,
    /// The number of an invoice.
    pub invoice: &'static str,
    /// The number of an instalment.
    pub instalment: &'static str,
    /// The number of instalments.
    pub instalments: &'static str,
    /// The VAT that is part of an amount.
    pub vat_included: &'static str,
    /// The date of an invoice.
    pub invoice_date: &'static str,
    /// The due date.
    pub due_date: &'static str,
    /// The number of days late.
    pub days: &'static str,
    /// The number of days since the invoice date.
    pub age: &'static str,
    /// The name of a bucket.
    pub bucket: &'static str,
    /// The last stage sent.
    pub stage: &'static str,
    /// The holds that keep letters back.
    pub hold: &'static str,
    /// An amount.
    pub amount: &'static str,
    /// The open part of an amount.
    pub open: &'static str,
    /// A date.
    pub date: &'static str,
    /// The kind of an entry.
    pub entry: &'static str,
    /// The free text of an entry.
    pub text: &'static str,
    /// The amount that raises the balance.
    pub debit: &'static str,
    /// The amount that lowers the balance.
    pub credit: &'static str,
    /// The path of a file.
    pub file: &'static str,
    /// The number of a line in a file.
    pub line: &'static str,
    /// The kind of a customer.
    pub kind: &'static str,
    /// The country of a customer.
    pub country: &'static str,
    /// The country whose law was agreed on with a customer.
    pub law: &'static str,
    /// The language of letters.
    pub language: &'static str,
    /// The mail address.
    pub email: &'static str,
    /// The telephone number.
    pub phone: &'static str,
    /// The person for whose attention letters are.
    pub attn: &'static str,
    /// The postal address.
    pub address: &'static str,
    /// The time to pay.
    pub terms: &'static str,
    /// The name of a policy.
    pub policy: &'static str,
    /// The number of invoices.
    pub invoices: &'static str,
    /// The number of open invoices.
    pub open_invoices: &'static str,
    /// The date of the first invoice.
    pub first: &'static str,
    /// The date of the last invoice.
    pub last: &'static str,
    /// The status of an item or an invoice.
    pub status: &'static str,
    /// The component of a debt: principal, costs, fee or interest.
    pub component: &'static str,
    /// The rule of an allocation.
    pub rule: &'static str,
    /// The name of a figure in `stats`.
    pub figure: &'static str,
    /// The value of a figure in `stats`.
    pub value: &'static str,
    /// The number of entries.
    pub entries: &'static str,
    /// The number of bytes.
    pub bytes: &'static str,
    /// File and line together.
    pub source: &'static str,
    /// A word of the entry: a channel, a stage, or an outcome.
    pub detail: &'static str,
    /// An amount that an entry names without moving money.
    pub named_amount: &'static str,
    /// The day that an entry looks ahead to.
    pub until: &'static str,
    /// The sum of a column.
    pub total: &'static str,
}

/// The sentences of reports.
#[derive(Clone, Copy, Debug)]
pub struct Sentences {
    /// Nobody owes anything on this day.
    pub nothing_open: fn(NaiveDate) -> String,
    /// Nothing that is open became late since this day.
    pub nothing_late: fn(NaiveDate) -> String,
    /// So many payments, of so much together, of which nobody knows who paid.
    pub payers_unknown: fn(usize, &str) -> String,
    /// Nothing happened in the period of a statement.
    pub nothing_happened: &'static str,
    /// So many others, behind the first of a list.
    pub and_others: fn(usize) -> String,
    /// There are no customers.
    pub no_customers: &'static str,
    /// There are no invoices up to this day.
    pub no_invoices: fn(NaiveDate) -> String,
    /// The number of days late.
    pub days_late: fn(i64) -> String,
    /// The number of days until the due date; 0 is today.
    pub due_in: fn(i64) -> String,
    /// The last day of something: `by` this day.
    pub by: fn(NaiveDate) -> String,
    /// Up to and including this day.
    pub until: fn(NaiveDate) -> String,
    /// The day on which to look at something again.
    pub follow_up: fn(NaiveDate) -> String,
    /// Since this day.
    pub since: fn(NaiveDate) -> String,
    /// Nobody was reached.
    pub nobody_reached: &'static str,
    /// It is an appointment.
    pub appointment: &'static str,
    /// What became of an appointment.
    pub appointment_outcome: fn(AppointmentOutcome) -> &'static str,
    /// The promise was kept.
    pub promise_kept: &'static str,
    /// The promise was broken.
    pub promise_broken: &'static str,
    /// The day of the promise has not passed.
    pub promise_open: &'static str,
    /// The amount received up to this day.
    pub received: fn(&str, NaiveDate) -> String,
    /// Nothing was received up to this day.
    pub nothing_received: fn(NaiveDate) -> String,
}
