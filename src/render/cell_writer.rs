//! Figures, days and words as characters: for people with their marks, for programs without.

use super::medium::Audience;
use crate::document::Cell;
use crate::language::number_format::NumberMarks;
use crate::language::phrases::Language;
use crate::value::currency::Currency;
use crate::value::money::Money;
use crate::value::share::{Quantity, Share};
use chrono::{Datelike, NaiveDate};
use std::fmt::Write;

/// Writes cells in one way. Keeps what it worked out about the last currency, for speed only.
#[derive(Clone, Debug)]
pub struct CellWriter {
    marks: NumberMarks,
    audience: Audience,
    last_currency: (Currency, usize),
}

/// Writes a day as ISO 8601 has it. A page of a big journal has a million days: taken apart here they cost a tenth of
/// what the formatter of the calendar takes.
fn write_day(out: &mut String, day: NaiveDate) -> std::fmt::Result {
    let Ok(year @ 0..=9_999) = u32::try_from(day.year()) else {
        return write!(out, "{day}");
    };
    let month_and_day = [day.month(), day.day()];
    let [month, number] = month_and_day.map(|pair| [pair / 10, pair % 10]);
    let years = [year / 1_000, year / 100 % 10, year / 10 % 10, year % 10];
    for (digits, behind) in [(&years[..], "-"), (&month, "-"), (&number, "")] {
        out.extend(
            digits
                .iter()
                .filter_map(|digit| char::from_digit(*digit, 10)),
        );
        out.push_str(behind);
    }
    Ok(())
}

impl CellWriter {
    /// For people: marks between groups, words in their language.
    pub fn for_people(language: &Language) -> Self {
        Self {
            marks: language.number_marks(),
            audience: Audience::People,
            last_currency: (Currency::EUR, Currency::EUR.decimals() as usize),
        }
    }

    /// For programs: no group marks, words that are never translated.
    pub fn for_programs(decimal_mark: char) -> Self {
        Self {
            marks: NumberMarks {
                decimal: decimal_mark,
                group: None,
            },
            audience: Audience::Programs,
            last_currency: (Currency::EUR, Currency::EUR.decimals() as usize),
        }
    }

    /// Writes one cell behind what is there already.
    pub fn write_cell(&mut self, out: &mut String, cell: &Cell) {
        // Writing to a string cannot fail.
        let _ = match cell {
            Cell::Empty => Ok(()),
            Cell::Text(words) => out.write_str(words),
            Cell::Word(word) => out.write_str(match self.audience {
                Audience::People => &word.label,
                Audience::Programs | Audience::Applications => &word.code,
            }),
            Cell::Date(day) => write_day(out, *day),
            Cell::Number(number) => write!(out, "{number}"),
            Cell::Halves(halves) => self.write_halves(out, *halves),
            Cell::Decimal(number) => self.write_decimal(out, *number),
            Cell::Money(amount) => {
                self.write_money(out, amount.to_money());
                Ok(())
            }
            Cell::Currency(currency) => out.write_str(currency.code()),
            Cell::Share(share) => self.write_share(out, *share),
        };
    }

    fn write_halves(&self, out: &mut String, halves: i64) -> std::fmt::Result {
        let sign = if halves < 0 { "-" } else { "" };
        write!(out, "{sign}{}", halves.unsigned_abs() / 2)?;
        if halves % 2 == 0 {
            return Ok(());
        }
        write!(out, "{}5", self.marks.decimal)
    }

    fn write_decimal(&self, out: &mut String, number: Quantity) -> std::fmt::Result {
        let digits = number.to_string();
        let (whole, part) = digits.split_once('.').unwrap_or((&digits, ""));
        out.write_str(whole)?;
        if part.is_empty() {
            return Ok(());
        }
        write!(out, "{}{part}", self.marks.decimal)
    }

    /// Writes a share with two decimals or as many as it has; for people with the sign of a per cent.
    fn write_share(&self, out: &mut String, share: Share) -> std::fmt::Result {
        let digits = share.to_digits();
        let (whole, part) = digits.split_once('.').unwrap_or((&digits, ""));
        write!(out, "{whole}{}{part}", self.marks.decimal)?;
        match self.audience {
            Audience::People => out.write_char('%'),
            Audience::Programs | Audience::Applications => Ok(()),
        }
    }

    /// Writes an amount, without its currency.
    pub fn write_money(&mut self, out: &mut String, money: Money) {
        let decimals = self.decimals(money.currency);
        self.marks.write_amount(out, money.minor, decimals);
    }

    /// How many characters of an amount stand behind its whole part, mark included.
    pub fn fraction_width(&mut self, currency: Currency) -> usize {
        match self.decimals(currency) {
            0 => 0,
            decimals => decimals.saturating_add(1),
        }
    }

    fn decimals(&mut self, currency: Currency) -> usize {
        if self.last_currency.0 != currency {
            self.last_currency = (currency, currency.decimals() as usize);
        }
        self.last_currency.1
    }
}
