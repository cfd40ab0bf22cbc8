//! A line of an invoice or a credit note as it was written: what, how much of it, at what price, and what that makes.

use crate::syntax::directive::invoice::InvoiceLine;
use crate::value::currency::Currency;
use crate::value::money::Minor;
use crate::value::rounding::line_total;
use crate::value::share::{self, Quantity};
use crate::value::vat_code::VatCode;

/// A line as it was written (SPEC.md 6.2).
#[derive(Clone, Debug, PartialEq)]
pub struct QuoteLine {
    /// Whether it is taken off (`less:`) rather than added (`item:`).
    pub is_less: bool,
    /// How many; one where nothing was written.
    pub quantity: Quantity,
    /// Of what: `hours`; empty where nothing was written.
    pub unit: String,
    /// The price of one, without VAT, in whole units of the currency.
    pub price: Quantity,
    /// The VAT it bears; `None` where that of the whole holds.
    pub vat: Option<VatCode>,
    /// What it is.
    pub text: String,
}

impl QuoteLine {
    /// The line with words of its own.
    pub fn from_line(line: &InvoiceLine<'_>) -> Self {
        let words = |text: Option<&str>| text.unwrap_or_default().to_owned();
        Self {
            is_less: line.is_less,
            quantity: line.quantity.unwrap_or(share::ONE),
            unit: words(line.unit.map(|unit| unit.node)),
            price: line.price,
            vat: line.vat,
            text: words(line.text.map(|text| text.node)),
        }
    }

    /// What it comes to without VAT: quantity times price, rounded to the cent as the check of the total has it; below zero where
    /// it is taken off. `None` beyond what money can hold.
    pub fn total(&self, currency: Currency) -> Option<Minor> {
        let total = line_total(self.quantity, self.price, currency)?;
        Some(if self.is_less { -total } else { total })
    }
}
