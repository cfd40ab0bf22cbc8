//! Figures and days as a workbook stores them. Amounts are exact everywhere else: here, where they leave the program, their decimal
//! text is read as the nearest number that the format knows. Nothing is calculated with it.

use crate::document::Cell;
use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::ExcelDateTime;

/// So many digits come out of a workbook as they went in.
const EXACT_DIGITS: usize = 15;

/// The figure in a cell; `None` where there is none, or where it has more digits than a workbook keeps.
pub fn stored_number(cell: &Cell) -> Option<f64> {
    let (digits, behind) = match cell {
        Cell::Number(number) => (number.to_string(), 0),
        Cell::Halves(halves) => (i128::from(*halves).checked_mul(5)?.to_string(), 1),
        Cell::Money(amount) => {
            let money = amount.to_money();
            (money.minor.0.to_string(), money.currency.decimals())
        }
        Cell::Decimal(number) => (number.to_string(), 0),
        Cell::Share(share) => (share.to_digits(), 2),
        Cell::Empty | Cell::Text(_) | Cell::Word(_) | Cell::Date(_) | Cell::Currency(_) => {
            return None;
        }
    };
    let count = digits.bytes().filter(u8::is_ascii_digit).count();
    if count > EXACT_DIGITS {
        return None;
    }
    format!("{digits}e-{behind}").parse().ok()
}

/// A day as a workbook has it; `None` before its calendar begins.
pub fn excel_day(day: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok()?;
    let month = u8::try_from(day.month()).ok()?;
    ExcelDateTime::from_ymd(year, month, u8::try_from(day.day()).ok()?).ok()
}
