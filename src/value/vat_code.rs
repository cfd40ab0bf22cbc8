//! What VAT an amount bears: a rate, or the reason why there is none.

use super::share::Share;
use crate::word_enum;

word_enum! {
    /// Why a supply that is not exempt bears VAT of 0%. Each belongs in a box of its own of the return.
    ZeroRate {
        /// The customer in the same country pays the VAT.
        ReverseCharge = "reverse-charge",
        /// Goods that leave the European Union.
        Export = "export",
        /// Goods to a business in another country of the European Union.
        EuGoods = "eu-goods",
        /// Services to a business in another country of the European Union.
        EuServices = "eu-services",
        /// Distance sales to, and installation in, another country of the European Union.
        EuDistance = "eu-distance",
    }
}

word_enum! {
    /// Supplies for which an invoice shows no rate at all.
    Untaxed {
        /// The law exempts the supply from VAT.
        Exempt = "exempt",
        /// The margin scheme: VAT is owed on the margin and does not stand on the invoice.
        Margin = "margin",
        /// Taxed in another country or nowhere: services to customers outside the European Union, and sales with the VAT of
        /// the country of the customer (the one-stop shop).
        Abroad = "abroad",
    }
}

/// What `vat` says of an amount (SPEC.md 6.2).
///
/// ```
/// use tegoed::value::vat_code::{VatCode, ZeroRate};
/// assert_eq!(VatCode::from_percent("21".parse()?).map(|code| code.to_string()), Some("21%".into()));
/// assert_eq!(VatCode::Zero(ZeroRate::EuGoods).to_string(), "0% eu-goods");
/// # Ok::<(), rust_decimal::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VatCode {
    /// A rate in hundredths of a per cent; 0 where nothing says why it is 0%.
    Rate(u16),
    /// A rate of 0% and why.
    Zero(ZeroRate),
    /// No rate.
    Untaxed(Untaxed),
}

impl VatCode {
    /// The code of a rate in per cent; `None` where it has more than two decimals or is beyond 655%.
    pub fn from_percent(percent: rust_decimal::Decimal) -> Option<Self> {
        Share(percent).hundredths().map(Self::Rate)
    }

    /// The rate; zero for a supply that shows none.
    pub const fn rate(self) -> Share {
        match self {
            Self::Rate(hundredths) => Share::from_hundredths(hundredths as u32),
            Self::Zero(_) | Self::Untaxed(_) => Share::ZERO,
        }
    }

    /// Whether VAT is charged.
    pub const fn is_taxed(self) -> bool {
        matches!(self, Self::Rate(1..))
    }
}

/// Writes it as a journal with a decimal point does.
impl std::fmt::Display for VatCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Rate(_) => write!(f, "{}%", self.rate().0.normalize()),
            Self::Zero(reason) => write!(f, "0% {reason}"),
            Self::Untaxed(word) => word.fmt(f),
        }
    }
}
