//! What a report is given.

use crate::day::Day;
use crate::insight::remedy::Estimates;
use crate::language::phrases::Language;
use crate::ledger::ageing::AgeingBasis;
use crate::value::period::Period;
use crate::value::share::Quantity;
use crate::value::vocabulary::VatBasis;

/// Everything a report may look at. No disk, no clock.
#[derive(Clone, Copy)]
pub struct ReportInput<'a> {
    /// What is known of the journal on the day.
    pub day: &'a Day<'a>,
    /// The name of the root file, to print.
    pub root_file: &'a str,
    /// The reader's language.
    pub language: &'static Language,
    /// What was asked beyond the name of the report.
    pub options: &'a ReportOptions,
}

/// Options of reports, gathered: each report reads those it knows.
#[derive(Clone, Debug, Default)]
pub struct ReportOptions {
    /// One row per customer, or per open item.
    pub group_by: GroupBy,
    /// From which day age counts.
    pub age_by: AgeingBasis,
    /// Upper bounds of the buckets, in days, rising: `30,60,90`.
    pub buckets: Vec<u32>,
    /// A customer or an invoice, as typed.
    pub subject: Option<String>,
    /// Several invoices, as typed.
    pub invoices: Vec<String>,
    /// First day: of a statement, or from which on what is open became late.
    pub from: Option<chrono::NaiveDate>,
    /// Last day of a statement, inclusive.
    pub to: Option<chrono::NaiveDate>,
    /// Every figure with its sources.
    pub explain: bool,
    /// Closed items too.
    pub include_closed: bool,
    /// Only people read the pages: what no person sees need not be looked up.
    pub for_people: bool,
    /// The day to look ahead to, with what is known on the day of the journal.
    pub look_ahead_to: Option<chrono::NaiveDate>,
    /// Only what this person of ours looks after.
    pub owner: Option<String>,
    /// Where a page looks ahead: the day on which the question is asked.
    pub known_on: Option<chrono::NaiveDate>,
    /// The period of a VAT return.
    pub period: Option<Period>,
    /// When VAT is owed, where it is asked otherwise than the journal says.
    pub vat_basis: Option<VatBasis>,
    /// Which page about the VAT of a period.
    pub vat_page: VatPage,
    /// How many weeks to look ahead.
    pub weeks: Option<u32>,
    /// Chances and prices that a person says, in whole units of the currency of what they are about.
    pub estimates: Estimates<Quantity>,
}

/// Which page about the VAT of a period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum VatPage {
    /// The return, box by box.
    #[default]
    Return,
    /// Each amount of a box, or of what stands in none.
    Explanation(String),
    /// The listing of supplies within the European Union.
    EuListing,
}

/// One row per what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GroupBy {
    /// Per customer and currency.
    #[default]
    Customer,
    /// Per open item.
    Invoice,
    /// Per customer and reason why they did not pay.
    Reason,
}
