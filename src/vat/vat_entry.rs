//! One amount of a return: what an entry of the journal puts into which box.

use crate::journal::model::{CustomerIx, InvoiceIx, Journal};
use crate::ledger::vat_breakdown::VatPart;
use crate::policy::jurisdiction::law::Law;
use crate::policy::jurisdiction::vat_return::VatBox;
use crate::text::span::Origin;
use crate::value::currency::Currency;
use crate::value::vat_code::{Untaxed, VatCode};
use chrono::NaiveDate;

/// One amount of a return.
#[derive(Clone, Debug)]
pub struct VatEntry {
    /// The day on which it counts: of the invoice, the credit note, the receipt, the loss.
    pub date: NaiveDate,
    /// The day in whose period it is declared: another only where the return of its own day was filed before.
    pub declared_on: NaiveDate,
    /// What it is.
    pub kind: VatEntryKind,
    /// The invoice that it is about.
    pub invoice: Option<InvoiceIx>,
    /// The number that it carries: of the invoice or of the credit note.
    pub number: InvoiceIx,
    /// The customer.
    pub customer: Option<CustomerIx>,
    /// The rate, the amount without VAT, and the VAT.
    pub part: VatPart,
    /// The currency of both.
    pub currency: Currency,
    /// Where it belongs.
    pub place: VatPlace,
    /// Where the entry stands.
    pub origin: Origin,
}

/// What an amount of a return is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum VatEntryKind {
    /// An invoice.
    Invoice,
    /// A credit note, below zero.
    Credit,
    /// An invoice that was voided, below zero.
    Void,
    /// Money that came in, where VAT is owed when it is paid; below zero where it went back.
    Receipt,
    /// VAT on what was not paid, below zero.
    Relief,
    /// VAT on what came in after all.
    ReliefUndone,
}

/// Where an amount belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VatPlace {
    /// In a box of the return.
    InBox(&'static VatBox),
    /// In no box: exempt.
    Exempt,
    /// In no box of an amount on the invoice: under the margin scheme.
    Margin,
    /// In no box: taxed in another country, or nowhere.
    Abroad,
    /// Unknown, because the journal does not say the rate.
    Unknown,
    /// Not known in the currency of the return.
    OtherCurrency,
}

impl VatPlace {
    /// Every place that is no box, in the order in which a return tells them.
    pub const OUTSIDE: [Self; 5] = [
        Self::Unknown,
        Self::Exempt,
        Self::Margin,
        Self::Abroad,
        Self::OtherCurrency,
    ];

    /// The name of the box, or the word for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::InBox(vat_box) => vat_box.name,
            Self::Exempt => "exempt",
            Self::Margin => "margin",
            Self::Abroad => "abroad",
            Self::Unknown => "unknown",
            Self::OtherCurrency => "other-currency",
        }
    }
}

impl VatEntryKind {
    /// The word for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Invoice => "invoice",
            Self::Credit => "credit",
            Self::Void => "void",
            Self::Receipt => "receipt",
            Self::Relief => "relief",
            Self::ReliefUndone => "relief-undone",
        }
    }
}

impl VatEntry {
    /// Whether it was declared later than its own period, because the return of that had been filed.
    pub fn is_late(&self) -> bool {
        self.declared_on != self.date
    }

    /// An amount on its day, in the place that the law gives it.
    pub fn of_part(
        journal: &Journal,
        law: &Law,
        (kind, number, origin): (VatEntryKind, InvoiceIx, Origin),
        (invoice, date, part): (Option<InvoiceIx>, NaiveDate, VatPart),
    ) -> Self {
        let record = &journal.invoices[number];
        let about = invoice.map(|invoice| &journal.invoices[invoice]);
        let rates_of = about.map_or(date, |about| about.date);
        Self {
            date,
            declared_on: date,
            kind,
            invoice,
            number,
            customer: record.customer.or(about.and_then(|about| about.customer)),
            part,
            currency: record.currency,
            place: place_of(law, part.code, (record.currency, rates_of)),
            origin,
        }
    }
}

fn place_of(law: &Law, code: Option<VatCode>, (currency, day): (Currency, NaiveDate)) -> VatPlace {
    if currency != law.currency {
        return VatPlace::OtherCurrency;
    }
    let Some(code) = code else {
        return VatPlace::Unknown;
    };
    match code {
        VatCode::Untaxed(Untaxed::Exempt) => VatPlace::Exempt,
        VatCode::Untaxed(Untaxed::Margin) => VatPlace::Margin,
        VatCode::Untaxed(Untaxed::Abroad) => VatPlace::Abroad,
        _ => law
            .vat_box(code, day)
            .map_or(VatPlace::Unknown, VatPlace::InBox),
    }
}
