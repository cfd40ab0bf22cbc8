//! Amounts in digits, with the marks of a language.

use super::phrases::Language;
use crate::value::money::{Minor, Money};
use std::fmt::Write;

/// The marks in a figure.
#[derive(Clone, Copy, Debug)]
pub struct Marks {
    /// Before the decimals.
    pub decimal: char,
    /// Between groups of three digits; `None`: not at all.
    pub group: Option<char>,
}

impl Marks {
    /// Writes an amount with so many decimals behind what is there already.
    pub fn write(self, out: &mut String, minor: Minor, decimals: usize) {
        if minor.0 < 0 {
            out.push('-');
        }
        let start = out.len();
        // Writing to a string cannot fail.
        let _ = write!(out, "{}", minor.0.unsigned_abs());
        while out.len().saturating_sub(start) <= decimals {
            out.insert(start, '0');
        }
        let mut place = out.len().saturating_sub(decimals);
        if decimals > 0 {
            out.insert(place, self.decimal);
        }
        if let Some(group) = self.group {
            while place.saturating_sub(start) > 3 {
                place = place.saturating_sub(3);
                out.insert(place, group);
            }
        }
    }
}

impl Language {
    /// The marks in figures for people.
    pub const fn marks(&self) -> Marks {
        Marks {
            decimal: self.decimal_mark,
            group: Some(self.group_mark),
        }
    }

    /// An amount and its currency, for running text.
    ///
    /// ```
    /// use tegoed::language::find;
    /// use tegoed::value::{currency::Currency, money::{Minor, Money}};
    /// let amount = Money::new(Minor(-123_456), Currency::EUR);
    /// assert_eq!(find("nl").map(|dutch| dutch.money(amount)).as_deref(), Some("-1.234,56 EUR"));
    /// ```
    pub fn money(&self, money: Money) -> String {
        let mut out = String::new();
        self.marks()
            .write(&mut out, money.minor, money.currency.decimals() as usize);
        out.push(' ');
        out.push_str(money.currency.code());
        out
    }
}
