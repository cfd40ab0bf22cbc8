//! The words about VAT that a language says.

/// Why an amount bears no VAT, to stand in a cell.
#[derive(Clone, Copy, Debug)]
pub struct VatWords {
    /// Reverse charge in the same country.
    pub reverse_charge: &'static str,
    /// Goods out of the European Union.
    pub export: &'static str,
    /// Goods within the Union.
    pub eu_goods: &'static str,
    /// Services within the Union.
    pub eu_services: &'static str,
    /// Distance sales and installation within the Union.
    pub eu_distance: &'static str,
    /// Exempt.
    pub exempt: &'static str,
    /// Under the margin scheme.
    pub margin: &'static str,
    /// The journal does not say.
    pub unknown: &'static str,
}
