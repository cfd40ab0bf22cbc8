//! The words about VAT that a language says.

use crate::value::vocabulary::VatBasis;
use chrono::NaiveDate;

/// Why an amount bears no VAT, to stand in a cell.
#[derive(Clone, Copy, Debug)]
pub struct VatWords {
    /// Reverse charge in the same country.
    pub reverse_charge: &'static str,
    /// Goods out of the European Union.
    pub export: &'static str,
    /// Goods within the Union.
    pub eu_goods: &'static str,
    /// Services within the Union.
    pub eu_services: &'static str,
    /// Distance sales and installation within the Union.
    pub eu_distance: &'static str,
    /// Exempt.
    pub exempt: &'static str,
    /// Under the margin scheme.
    pub margin: &'static str,
    /// Taxed in another country, or nowhere.
    pub abroad: &'static str,
    /// The journal does not say.
    pub unknown: &'static str,
    /// The words of the return.
    pub vat_return: VatReturnWords,
    /// The words of the listing of supplies within the Union.
    pub listing: EuListingWords,
}

/// The words of the VAT return.
#[derive(Clone, Copy, Debug)]
pub struct VatReturnWords {
    /// The title, with the period.
    pub title: fn(&str) -> String,
    /// The title of what stands behind a box.
    pub explanation: fn(&str, &str) -> String,
    /// What stands in no box, or is late, by the word that asks for it.
    pub outside: fn(&str) -> Option<&'static str>,
    /// The label for when VAT is owed.
    pub basis: &'static str,
    /// When it is invoiced.
    pub by_invoice: &'static str,
    /// When it is paid.
    pub by_receipt: &'static str,
    /// The heading of boxes.
    pub vat_box: &'static str,
    /// The heading of what a box is about.
    pub about: &'static str,
    /// The heading of amounts without VAT.
    pub net: &'static str,
    /// The heading of VAT.
    pub vat: &'static str,
    /// The heading of amounts without VAT in whole units.
    pub rounded_net: &'static str,
    /// The heading of VAT in whole units.
    pub rounded_vat: &'static str,
    /// The heading of the number of invoices and credit notes.
    pub documents: &'static str,
    /// The heading of rates.
    pub rate: &'static str,
    /// What is owed in all.
    pub total: &'static str,
    /// VAT on bad debts, behind the name of a box.
    pub relief: &'static str,
    /// VAT on bad debts owed again, behind the name of a box.
    pub relief_undone: &'static str,
    /// An invoice, a credit note, a void, a receipt, relief, and relief undone: what an amount is.
    pub kinds: [&'static str; 6],
    /// So many documents of this sum stand in no box because their rate is not known.
    pub unknown: fn(usize, &str) -> String,
    /// The same of exempt supplies.
    pub exempt: fn(usize, &str) -> String,
    /// The same under the margin scheme.
    pub margin: fn(usize, &str) -> String,
    /// The same taxed in another country.
    pub abroad: fn(usize, &str) -> String,
    /// The same in another currency, with the word for explaining it.
    pub other_currency: fn(usize, &str) -> String,
    /// So many amounts are of earlier periods, filed before they were written; their VAT.
    pub late: fn(usize, &str) -> String,
    /// So many amounts of the period came after it was filed; their VAT.
    pub declared_later: fn(usize, &str) -> String,
    /// Where VAT on bad debts is asked back.
    pub bad_debts: &'static str,
    /// Input VAT is not in a journal of receivables.
    pub input_vat: &'static str,
    /// The business charges no VAT.
    pub no_return: &'static str,
    /// It charges none, and supplied businesses in other member states.
    pub supplies_under_scheme: &'static str,
    /// So much without VAT and so much VAT stands on a statement; so many lines of it have no rate.
    pub of_statement: fn(&str, &str, usize) -> String,
    /// It charges none, and has VAT on invoices all the same.
    pub charged_under_scheme: &'static str,
    /// A business that charges none because it is small passed the limit with an invoice, on a day.
    pub passed_limit: fn(&str, NaiveDate) -> String,
    /// The period ends on a day, and this is what is known on another.
    pub not_over: fn(NaiveDate, NaiveDate) -> String,
    /// Discounts were taken off so many invoices in the period, of this sum, where VAT is owed when it is invoiced.
    pub discounts: fn(usize, &str) -> String,
    /// So many payments of the period wait on account, of this sum; what becomes of them follows from when VAT is owed.
    pub waiting_money: fn(VatBasis, usize, &str) -> String,
    /// So many payments of the period have a payer whom nobody knows, of this sum.
    pub unknown_payers: fn(VatBasis, usize, &str) -> String,
    /// Nothing is known of the law of the country.
    pub no_law: &'static str,
    /// Nothing stands there.
    pub nothing: &'static str,
}

/// The words of the listing of supplies within the European Union.
#[derive(Clone, Copy, Debug)]
pub struct EuListingWords {
    /// The title, with the period.
    pub title: fn(&str) -> String,
    /// The heading of countries.
    pub country: &'static str,
    /// The heading of numbers for VAT.
    pub vat_id: &'static str,
    /// The heading of goods.
    pub goods: &'static str,
    /// The heading of services.
    pub services: &'static str,
    /// The heading of what keeps a row from being listed.
    pub problem: &'static str,
    /// The customer has no number.
    pub missing: &'static str,
    /// The number is one of the country of the business.
    pub own_country: &'static str,
    /// It is no number of a member state.
    pub not_of_union: &'static str,
    /// It has not the form that numbers of its country have.
    pub malformed: &'static str,
    /// It holds for goods alone.
    pub goods_only: &'static str,
    /// More than a limit of goods was supplied in a quarter, so the listing goes by month: in which parts.
    pub by_month: fn(&str, &str, &str) -> String,
    /// The business charges no VAT, and supplies within the Union all the same.
    pub under_scheme: &'static str,
    /// Nothing was supplied.
    pub nothing: &'static str,
}
