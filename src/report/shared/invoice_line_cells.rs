//! A line of an invoice as cells: how many, of what, at what price, and what that makes.

use crate::document::Cell;
use crate::journal::quote_line::QuoteLine;
use crate::value::currency::Currency;
use crate::value::money::Money;
use crate::value::rounding::line_total;
use crate::value::share;
use crate::value::share::Quantity;

/// Quantity, unit, price and total, both without VAT. The total of a line that is taken off is below zero.
pub fn line_cells(line: &QuoteLine, currency: Currency) -> [Cell; 4] {
    let total = line.total(currency);
    [
        Cell::Decimal(line.quantity),
        Cell::text(&line.unit),
        price_cell(line.price, currency),
        total.map_or(Cell::Empty, |total| Money::new(total, currency).into()),
    ]
}

/// A price as money, where it is no finer than the currency.
fn price_cell(price: Quantity, currency: Currency) -> Cell {
    let minor = line_total(share::ONE, price, currency);
    match minor.filter(|_| price.normalize().scale() <= currency.decimals()) {
        Some(minor) => Money::new(minor, currency).into(),
        None => Cell::Decimal(price),
    }
}
