//! The boxes of the Dutch VAT return that are about sales.

use crate::policy::jurisdiction::citation::{Citation, CitationLevel};
use crate::policy::jurisdiction::dated_table::{DatedTable, DatedValue, date};
use crate::policy::jurisdiction::vat_return::{VatBox, VatSupply};
use crate::value::money::Minor;

/// The boxes, in the order of the form.
pub const VAT_BOXES: &[VatBox] = &[
    VatBox {
        name: "1a",
        supply: VatSupply::StandardRate,
    },
    VatBox {
        name: "1b",
        supply: VatSupply::ReducedRate,
    },
    VatBox {
        name: "1c",
        supply: VatSupply::OtherRate,
    },
    VatBox {
        name: "1e",
        supply: VatSupply::NotTaxedHere,
    },
    VatBox {
        name: "3a",
        supply: VatSupply::Export,
    },
    VatBox {
        name: "3b",
        supply: VatSupply::WithinUnion,
    },
    VatBox {
        name: "3c",
        supply: VatSupply::DistanceWithinUnion,
    },
];

/// The other boxes of the form: private use, VAT charged to the business, what is added up, and input VAT.
pub const OTHER_BOXES: &[&str] = &[
    "1d", "2a", "4a", "4b", "5a", "5b", "5c", "5d", "5e", "5f", "5g",
];

/// The goods of a quarter beyond which the listing of supplies to other member states goes by month, in cents. It was twice as
/// much before 2016, for which nobody files any more.
pub const EU_GOODS_QUARTER_LIMIT: DatedTable<Minor> = DatedTable {
    name: "Goods of a quarter in the listing of supplies to other member states",
    article: Citation {
        source: "Wet OB 1968 art. 37a; Directive 2006/112/EC art. 263; belastingdienst.nl",
        level: CitationLevel::Agreed,
    },
    rows: &[DatedValue::new(
        date(2016, 1, 1),
        Minor(5_000_000),
        "belastingdienst.nl (period of the listing); rendement.nl, 2016-02-18",
        CitationLevel::Agreed,
    )],
    checked_until: date(2026, 12, 31),
    caution: None,
};

/// What the boxes are called in Dutch, by name.
pub const DUTCH_NAMES: &[(&str, &str)] = &[
    ("1a", "Leveringen en diensten belast met hoog tarief"),
    ("1b", "Leveringen en diensten belast met laag tarief"),
    (
        "1c",
        "Leveringen en diensten belast met overige tarieven, behalve 0%",
    ),
    (
        "1e",
        "Leveringen en diensten belast met 0% of niet bij u belast",
    ),
    ("3a", "Leveringen naar landen buiten de EU"),
    ("3b", "Leveringen naar of diensten in landen binnen de EU"),
    ("3c", "Installatie en afstandsverkopen binnen de EU"),
];

/// What they are called in English.
pub const ENGLISH_NAMES: &[(&str, &str)] = &[
    ("1a", "Supplies taxed at the high rate"),
    ("1b", "Supplies taxed at the low rate"),
    ("1c", "Supplies taxed at other rates, except 0%"),
    ("1e", "Supplies taxed at 0% or not taxed at you"),
    ("3a", "Supplies to countries outside the EU"),
    ("3b", "Supplies to or services in countries within the EU"),
    ("3c", "Installation and distance sales within the EU"),
];
