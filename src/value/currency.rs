//! Currencies: their ISO 4217 codes, and how many decimals their amounts have.

use std::fmt;

/// A currency of ISO 4217. Sorts by its code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The euro, the currency of a journal without a `currency` line.
    pub const EUR: Self = Self(*b"EUR");

    /// The currency with this code; `None` where ISO 4217 does not list it or it has no minor unit.
    ///
    /// ```
    /// use tegoed::value::currency::Currency;
    /// assert_eq!(Currency::from_code("EUR"), Some(Currency::EUR));
    /// assert_eq!(Currency::from_code("EURO"), None);
    /// assert_eq!(Currency::from_code("QQQ"), None);
    /// ```
    pub fn from_code(code: &str) -> Option<Self> {
        let bytes: [u8; 3] = code.as_bytes().try_into().ok()?;
        if bytes == Self::EUR.0 {
            return Some(Self::EUR);
        }
        iso_currency::Currency::from_code(code)?.exponent()?;
        Some(Self(bytes))
    }

    /// The code: three capitals.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The number of decimals of its amounts: 2 for the euro, 0 for the yen, 3 for the Bahraini dinar.
    ///
    /// ```
    /// use tegoed::value::currency::Currency;
    /// let decimals = |code| Currency::from_code(code).map(Currency::decimals);
    /// assert_eq!((decimals("EUR"), decimals("JPY"), decimals("BHD")), (Some(2), Some(0), Some(3)));
    /// ```
    pub fn decimals(self) -> u32 {
        if self == Self::EUR {
            return 2;
        }
        iso_currency::Currency::from_code(self.code())
            .and_then(iso_currency::Currency::exponent)
            .map_or(2, u32::from)
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
