//! Dutch court fees that a claimant pays to start a case.

use crate::policy::jurisdiction::citation::{Citation, CitationLevel};
use crate::policy::jurisdiction::dated_table::{DatedTable, DatedValue, date};
use crate::policy::jurisdiction::law::{Court, CourtFee};
use crate::value::money::Minor;

/// Court fees of the Netherlands. They have no VAT, and the winner gets them back. Only years whose published table was
/// read are included, because fees are charged for claims that are brought now. The table of 2026 was read in the public
/// code `Apartsalan/luxis`, which copied it.
pub const COURT_FEES: DatedTable<&'static [CourtFee]> = DatedTable {
    name: "Dutch court fees",
    article: Citation {
        source: "Wet griffierechten burgerlijke zaken, art. 4 and bijlage (BWBR0028899)",
        level: CitationLevel::Read,
    },
    rows: &[DatedValue::new(
        date(2026, 1, 1),
        FEES_2026,
        "Stcrt. 2025, 39855",
        CitationLevel::Single,
    )],
    checked_until: date(2026, 12, 31),
    caution: None,
};

const FEES_2026: &[CourtFee] = &[
    court_fee(Court::SmallClaims, Some(500), 139, 93),
    court_fee(Court::SmallClaims, Some(1500), 350, 233),
    court_fee(Court::SmallClaims, Some(2500), 397, 265),
    court_fee(Court::SmallClaims, Some(5000), 529, 265),
    court_fee(Court::SmallClaims, Some(12_500), 559, 265),
    court_fee(Court::SmallClaims, Some(25_000), 1504, 753),
    court_fee(Court::District, Some(100_000), 3083, 1414),
    court_fee(Court::District, Some(1_000_000), 7062, 2803),
    court_fee(Court::District, None, 10_487, 2803),
];

/// A court fee. The parameters are whole euros.
#[allow(
    clippy::arithmetic_side_effects,
    reason = "for statics only: an overflow stops the build"
)]
const fn court_fee(court: Court, up_to: Option<i128>, company: i128, person: i128) -> CourtFee {
    CourtFee {
        court,
        up_to: match up_to {
            Some(euros) => Some(Minor(euros * 100)),
            None => None,
        },
        company: Minor(company * 100),
        person: Minor(person * 100),
    }
}
