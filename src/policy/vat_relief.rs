//! VAT on a bad debt: when it can be reclaimed at the latest, and how much is in an amount.

use super::jurisdiction::law::Law;
use crate::value::exact_amount::ExactAmount;
use crate::value::money::Minor;
use crate::value::share::Share;
use chrono::{Datelike, NaiveDate};

/// The part of an invoice with one rate of VAT.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TaxedPart {
    /// The rate.
    pub rate: Share,
    /// The part of the invoice with this rate, VAT included, in minor units.
    pub gross: Minor,
    /// The VAT in it, as the invoice has it.
    pub vat: Minor,
}

/// VAT at one rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VatAmount {
    /// The rate.
    pub rate: Share,
    /// What it is on: the amount without VAT, in minor units.
    pub net: Minor,
    /// The VAT in minor units.
    pub amount: Minor,
}

/// The day on which the VAT can be reclaimed at the latest: one year after the due date (NL: Wet OB 1968 art. 29). It
/// can be sooner where it is certain that nothing will be paid. It belongs in the return of the period of that day.
pub fn relief_day(law: &Law, due: NaiveDate) -> Option<NaiveDate> {
    law.vat_relief.value().date_after(due)
}

/// The year and quarter of a day, for businesses that file quarterly.
///
/// ```
/// use tegoed::policy::vat_relief::quarter;
/// use tegoed::value::calendar::date_from_ymd;
/// assert_eq!(date_from_ymd(2027, 2, 4).map(quarter), Some((2027, 1)));
/// ```
pub fn quarter(day: NaiveDate) -> (i32, u32) {
    (day.year(), day.month0().saturating_div(3).saturating_add(1))
}

/// The VAT inside an open amount and what it is on, for each rate in proportion, rounded half up. A rate of zero is left out.
///
/// ```
/// use tegoed::policy::vat_relief::{TaxedPart, vat_inside};
/// use tegoed::value::{money::Minor, share::Share};
/// let rate = Share::from_hundredths(2100);
/// let parts = [TaxedPart { rate, gross: Minor(1_210_00), vat: Minor(210_00) }];
/// let vat = vat_inside(&parts, Minor(605_00)).ok_or("too large")?;
/// assert_eq!(vat.first().map(|vat| (vat.net, vat.amount)), Some((Minor(500_00), Minor(105_00))));
/// # Ok::<(), &str>(())
/// ```
pub fn vat_inside(parts: &[TaxedPart], open: Minor) -> Option<Vec<VatAmount>> {
    let mut grosses = parts.iter();
    let whole = grosses.try_fold(0_i128, |sum, part| sum.checked_add(part.gross.0))?;
    let taxed = parts.iter().filter(|part| part.rate != Share::ZERO);
    taxed
        .map(|part| {
            let open = ExactAmount::from_minor(open)?;
            let inside = |of| open.proportion(of, Minor(whole))?.to_minor();
            Some(VatAmount {
                rate: part.rate,
                net: inside(part.gross - part.vat)?,
                amount: inside(part.vat)?,
            })
        })
        .collect()
}
