//! Amounts in digits, with the marks of a language.

use super::phrases::Language;
use crate::value::money::{Minor, Money};
use crate::value::share::Share;
use crate::value::vat_code::{Untaxed, VatCode, ZeroRate};

/// The marks in a number.
#[derive(Clone, Copy, Debug)]
pub struct NumberMarks {
    /// The mark before the decimals.
    pub decimal: char,
    /// The mark between groups of three digits; `None` where digits are not grouped.
    pub group: Option<char>,
}

impl NumberMarks {
    /// Appends an amount with `decimals` decimals to `out`.
    pub fn write_amount(self, out: &mut String, minor: Minor, decimals: usize) {
        if minor.0 < 0 {
            out.push('-');
        }
        let (digits, count) = to_digits(minor.0.unsigned_abs());
        let count = count.max(decimals.saturating_add(1));
        for (place, digit) in (0..count).rev().zip(digits.iter().rev().take(count).rev()) {
            out.push(char::from(*digit));
            let whole = place.saturating_sub(decimals);
            match self.group {
                _ if place == decimals && decimals > 0 => out.push(self.decimal),
                Some(group) if whole > 0 && whole % 3 == 0 => out.push(group),
                _ => {}
            }
        }
    }
}

/// A buffer for all digits of the largest number, with leading zeros.
type DigitBuffer = [u8; 40];

/// The digits of a number at the end of a buffer, and how many they are. Pages of figures spend most of their time
/// here; the formatter of the standard library takes three times as long.
fn to_digits(number: u128) -> (DigitBuffer, usize) {
    let mut digits = [b'0'; 40];
    let mut count = 0_usize;
    let mut large = number;
    let mut rest = digits.iter_mut().rev();
    while large > u128::from(u64::MAX) {
        write_digit(rest.next(), (large % 10).try_into().unwrap_or(0));
        large /= 10;
        count = count.saturating_add(1);
    }
    let mut small = u64::try_from(large).unwrap_or(u64::MAX);
    while small > 0 {
        write_digit(rest.next(), (small % 10).try_into().unwrap_or(0));
        small /= 10;
        count = count.saturating_add(1);
    }
    (digits, count)
}

fn write_digit(room: Option<&mut u8>, digit: u8) {
    if let Some(room) = room {
        *room = b'0'.saturating_add(digit);
    }
}

impl Language {
    /// The marks in numbers for people.
    pub const fn number_marks(&self) -> NumberMarks {
        NumberMarks {
            decimal: self.decimal_mark,
            group: Some(self.group_mark),
        }
    }

    /// An amount with its currency, for running text.
    ///
    /// ```
    /// use tegoed::language::{LANGUAGES, find_language};
    /// use tegoed::value::{currency::Currency, money::{Minor, Money}};
    /// let amount = Money::new(Minor(-123_456), Currency::EUR);
    /// assert_eq!(find_language(LANGUAGES, "nl").map(|dutch| dutch.format_money(amount)).as_deref(), Some("-1.234,56 EUR"));
    /// ```
    pub fn format_money(&self, money: Money) -> String {
        let mut out = String::new();
        self.number_marks()
            .write_amount(&mut out, money.minor, money.currency.decimals() as usize);
        out.push(' ');
        out.push_str(money.currency.code());
        out
    }

    /// A rate in per cent without decimals that are nothing, for example `21%` or `8.5%`.
    ///
    /// ```
    /// use tegoed::language::{LANGUAGES, find_language};
    /// use tegoed::value::share::Share;
    /// let dutch = find_language(LANGUAGES, "nl");
    /// assert_eq!(dutch.map(|it| it.format_rate(Share::from_hundredths(850))).as_deref(), Some("8,5%"));
    /// ```
    pub fn format_rate(&self, rate: Share) -> String {
        let digits = rate.0.normalize().to_string();
        digits.replace('.', &self.number_marks().decimal.to_string()) + "%"
    }

    /// What VAT an amount bears, for people: `21%`, `0% (export)`.
    ///
    /// ```
    /// use tegoed::language::{LANGUAGES, find_language};
    /// use tegoed::value::vat_code::{VatCode, ZeroRate};
    /// let dutch = find_language(LANGUAGES, "nl").ok_or("no Dutch")?;
    /// assert_eq!(dutch.format_vat_code(Some(VatCode::Zero(ZeroRate::ReverseCharge))), "0% (verlegd)");
    /// # Ok::<(), &str>(())
    /// ```
    pub fn format_vat_code(&self, code: Option<VatCode>) -> String {
        let say = &self.phrases.vat;
        match code {
            None => say.unknown.to_owned(),
            Some(code @ VatCode::Rate(_)) => self.format_rate(code.rate()),
            Some(VatCode::Untaxed(Untaxed::Exempt)) => say.exempt.to_owned(),
            Some(VatCode::Untaxed(Untaxed::Margin)) => say.margin.to_owned(),
            Some(VatCode::Untaxed(Untaxed::Abroad)) => say.abroad.to_owned(),
            Some(VatCode::Zero(reason)) => {
                let reason = match reason {
                    ZeroRate::ReverseCharge => say.reverse_charge,
                    ZeroRate::Export => say.export,
                    ZeroRate::EuGoods => say.eu_goods,
                    ZeroRate::EuServices => say.eu_services,
                    ZeroRate::EuDistance => say.eu_distance,
                };
                format!("0% ({reason})")
            }
        }
    }
}
