//! How a file of separated values is written for one program: marks, forms of days, encoding.

use crate::word_enum;
use chrono::{Datelike, NaiveDate};
use encoding_rs::WINDOWS_1252;
use std::borrow::Cow;

/// How a file of separated values is written. No column has a mark between groups of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CsvForm {
    /// Between fields.
    pub separator: u8,
    /// Before the decimals of an amount.
    pub decimal_mark: char,
    /// Days, where a column has no form of its own.
    pub date_form: DateForm,
    /// The characters as bytes.
    pub encoding: TextEncoding,
    /// Whether the first row has the headings.
    pub has_headings: bool,
}

word_enum! {
    /// How a day is written.
    DateForm {
        /// 2026-02-01, as ISO 8601 has it.
        YearMonthDay = "YYYY-MM-DD",
        /// 20260201.
        Compact = "YYYYMMDD",
        /// 01-02-2026.
        DayMonthYear = "DD-MM-YYYY",
        /// 01-02-26.
        ShortYear = "DD-MM-YY",
        /// 01/02/2026.
        Slashes = "DD/MM/YYYY",
        /// 02: the month alone.
        Month = "MM",
        /// 2026: the year alone.
        Year = "YYYY",
    }
}

word_enum! {
    /// How characters become bytes.
    TextEncoding {
        /// Every character.
        Utf8 = "utf-8",
        /// Every character, with a byte order mark before the first.
        Utf8WithMark = "utf-8-bom",
        /// Those of Western Europe, a byte each.
        Windows1252 = "windows-1252",
    }
}

impl DateForm {
    /// A day in this form.
    ///
    /// ```
    /// use tegoed::document::csv_form::DateForm;
    /// let day = chrono::NaiveDate::from_ymd_opt(2026, 2, 1).unwrap();
    /// assert_eq!(DateForm::ShortYear.write(day), "01-02-26");
    /// ```
    pub fn write(self, day: NaiveDate) -> String {
        let (year, month, number) = (day.year(), day.month(), day.day());
        match self {
            Self::YearMonthDay => format!("{year:04}-{month:02}-{number:02}"),
            Self::Compact => format!("{year:04}{month:02}{number:02}"),
            Self::DayMonthYear => format!("{number:02}-{month:02}-{year:04}"),
            Self::ShortYear => format!("{number:02}-{month:02}-{:02}", year.rem_euclid(100)),
            Self::Slashes => format!("{number:02}/{month:02}/{year:04}"),
            Self::Month => format!("{month:02}"),
            Self::Year => format!("{year:04}"),
        }
    }
}

impl TextEncoding {
    /// The same words with `?` for each character that this encoding lacks.
    ///
    /// ```
    /// use tegoed::document::csv_form::TextEncoding;
    /// assert_eq!(TextEncoding::Windows1252.replace_missing("Łódź € 5"), "?ód? € 5");
    /// assert_eq!(TextEncoding::Utf8.replace_missing("Łódź"), "Łódź");
    /// ```
    pub fn replace_missing(self, words: &str) -> Cow<'_, str> {
        if self != Self::Windows1252 || !is_missing(words) {
            return Cow::Borrowed(words);
        }
        let kept = words.chars().map(|sign| {
            let mut bytes = [0; 4];
            if is_missing(sign.encode_utf8(&mut bytes)) {
                '?'
            } else {
                sign
            }
        });
        Cow::Owned(kept.collect())
    }

    /// Text as bytes; what the encoding lacks was replaced before.
    pub fn encode(self, text: String) -> Vec<u8> {
        match self {
            Self::Utf8 => text.into_bytes(),
            Self::Utf8WithMark => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            Self::Windows1252 => WINDOWS_1252.encode(&text).0.into_owned(),
        }
    }
}

fn is_missing(words: &str) -> bool {
    let (_, _, has_missing) = WINDOWS_1252.encode(words);
    has_missing
}
