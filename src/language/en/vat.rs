//! The words about VAT in English.

use crate::language::vat::VatWords;

/// Why an amount bears no VAT.
pub const VAT: VatWords = VatWords {
    reverse_charge: "reverse charge",
    export: "export",
    eu_goods: "goods within the EU",
    eu_services: "services within the EU",
    eu_distance: "distance sales within the EU",
    exempt: "exempt",
    margin: "margin scheme",
    unknown: "not stated",
};
