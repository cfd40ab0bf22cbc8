//! The form of a VAT return: its boxes, and which supply belongs in which.

use crate::value::share::Share;
use crate::value::vat_code::{VatCode, ZeroRate};

/// A box of the return about what was sold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VatBox {
    /// The name on the form, such as `1a`.
    pub name: &'static str,
    /// What belongs in it.
    pub supply: VatSupply,
}

/// A kind of supply that a return tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum VatSupply {
    /// At the standard rate.
    StandardRate,
    /// At the reduced rate.
    ReducedRate,
    /// At another rate above zero.
    OtherRate,
    /// At 0% in the country, or taxed at the customer.
    NotTaxedHere,
    /// Out of the European Union.
    Export,
    /// To a business in another country of the Union.
    WithinUnion,
    /// Distance sales and installation in another country of the Union.
    DistanceWithinUnion,
}

impl VatBox {
    /// Whether VAT stands in it beside the amount.
    pub const fn has_vat(&self) -> bool {
        matches!(
            self.supply,
            VatSupply::StandardRate | VatSupply::ReducedRate | VatSupply::OtherRate
        )
    }
}

impl VatSupply {
    /// The kind of supply that a code stands for, with the rates of its day; `None` where a return has no place for it:
    /// exempt supplies, those taxed in another country, and those under the margin scheme, whose margin an invoice does not
    /// show.
    pub fn from_code(code: VatCode, standard: Share, reduced: Share) -> Option<Self> {
        Some(match code {
            VatCode::Rate(0) | VatCode::Zero(ZeroRate::ReverseCharge) => Self::NotTaxedHere,
            VatCode::Rate(_) if code.rate() == standard => Self::StandardRate,
            VatCode::Rate(_) if code.rate() == reduced => Self::ReducedRate,
            VatCode::Rate(_) => Self::OtherRate,
            VatCode::Zero(ZeroRate::Export) => Self::Export,
            VatCode::Zero(ZeroRate::EuGoods | ZeroRate::EuServices) => Self::WithinUnion,
            VatCode::Zero(ZeroRate::EuDistance) => Self::DistanceWithinUnion,
            VatCode::Untaxed(_) => return None,
        })
    }
}
