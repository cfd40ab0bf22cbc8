//! The words about VAT in Dutch.

use crate::language::vat::VatWords;

/// Why an amount bears no VAT.
pub const VAT: VatWords = VatWords {
    reverse_charge: "verlegd",
    export: "export",
    eu_goods: "goederen binnen de EU",
    eu_services: "diensten binnen de EU",
    eu_distance: "afstandsverkopen binnen de EU",
    exempt: "vrijgesteld",
    margin: "margeregeling",
    unknown: "niet vermeld",
};
