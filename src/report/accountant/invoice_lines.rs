//! `invoice-lines`: the lines of the invoices and credit notes of the period, as written.

use super::accountant_input::AccountantInput;
use super::accountant_table::accountant_table;
use crate::document::Table;
use crate::report::shared::invoice_line_rows::{LINE_KEYS, line_rows};

/// In the order of days and of the journal.
pub fn table(input: &AccountantInput<'_>) -> Table {
    let rows = line_rows(input.asked, |day| input.period.contains(day));
    accountant_table(input, &LINE_KEYS, rows.collect())
}
