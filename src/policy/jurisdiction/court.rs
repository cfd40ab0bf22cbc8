//! What courts ask of a claimant before they hear him.

use super::cited::{Citation, Level};
use super::law::{Court, Fee};
use super::table::{Dated, Table, date};
use crate::value::money::Minor;

/// Court fees of the Netherlands. No VAT on them; the winner gets them back. Only years whose table was seen: fees
/// are asked of claims that are brought now.
pub const NL: Table<&'static [Fee]> = Table {
    name: "Dutch court fees",
    article: Citation {
        source: "Wet griffierechten burgerlijke zaken, art. 4 and bijlage (BWBR0028899)",
        level: Level::Read,
    },
    rows: &[Dated::new(
        date(2026, 1, 1),
        NL_2026,
        "Stcrt. 2025, 39855, as copied by the public code Apartsalan/luxis",
        Level::Single,
    )],
    checked_until: date(2026, 12, 31),
    caution: None,
};

const NL_2026: &[Fee] = &[
    fee(Court::Small, Some(500), 139, 93),
    fee(Court::Small, Some(1500), 350, 233),
    fee(Court::Small, Some(2500), 397, 265),
    fee(Court::Small, Some(5000), 529, 265),
    fee(Court::Small, Some(12_500), 559, 265),
    fee(Court::Small, Some(25_000), 1504, 753),
    fee(Court::Large, Some(100_000), 3083, 1414),
    fee(Court::Large, Some(1_000_000), 7062, 2803),
    fee(Court::Large, None, 10_487, 2803),
];

/// A fee, from whole euros.
#[allow(
    clippy::arithmetic_side_effects,
    reason = "for statics only: an overflow stops the build"
)]
const fn fee(court: Court, up_to: Option<i128>, company: i128, person: i128) -> Fee {
    Fee {
        court,
        up_to: match up_to {
            Some(euros) => Some(Minor(euros * 100)),
            None => None,
        },
        company: Minor(company * 100),
        person: Minor(person * 100),
    }
}
