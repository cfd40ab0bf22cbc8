//! The law of the Netherlands.

use super::calendar::{Calendar, Feast, Holiday};
use super::cited::{Citation, Cited, Level};
use super::law::{Articles, Band, ClaimKind, Law, Prescription, Scale};
use super::table::date;
use super::{court, rates};
use crate::value::calendar::Duration;
use crate::value::currency::Currency;
use crate::value::money::Minor;
use crate::value::share::Share;

/// Dutch law.
pub static LAW: Law = Law {
    code: "nl",
    currency: Currency::EUR,
    articles: Articles {
        consumer_interest: "BW 6:119",
        business_interest: "BW 6:119a",
        government_interest: "BW 6:119b",
        costs: "BW 6:96, BIK art. 2",
        vat_on_costs: "BIK art. 2 lid 3",
        order: "BW 6:44",
        letter: "BW 6:96 lid 6",
    },
    statutory_interest: rates::NL_STATUTORY,
    commercial_interest: rates::NL_COMMERCIAL,
    yearly_capitalisation: Cited::new(
        date(1992, 1, 1),
        "BW 6:119 lid 2 and 6:119a lid 3; simple before the present code of 1992",
        Level::Read,
    ),
    costs: Cited::new(
        Scale {
            bands: BANDS,
            least: Minor(4_000),
            most: Minor(677_500),
        },
        "Besluit vergoeding voor buitengerechtelijke incassokosten art. 2 lid 1 and 2 (BWBR0031432, Stb. 2012, 141)",
        Level::Read,
    ),
    costs_for_defaults_from: Cited::new(
        date(2012, 7, 1),
        "Besluit vergoeding voor buitengerechtelijke incassokosten art. 3",
        Level::Read,
    ),
    lump_sum: Cited::new(Minor(4_000), "BW 6:96 lid 4", Level::Agreed),
    notice_days: Cited::new(
        14,
        "BW 6:96 lid 6; from the day after receipt: HR 25-11-2016, ECLI:NL:HR:2016:2704",
        Level::Agreed,
    ),
    post_days: Cited::new(
        2,
        "HR 25-11-2016, ECLI:NL:HR:2016:2704: post arrives the second day, Sundays, Mondays and holidays not counted",
        Level::Agreed,
    ),
    vat_standard: rates::NL_VAT_STANDARD,
    vat_reduced: rates::NL_VAT_REDUCED,
    vat_relief: Cited::new(
        Duration::Months(12),
        "Wet OB 1968 art. 29, since 2017-01-01",
        Level::Agreed,
    ),
    prescriptions: PRESCRIPTIONS,
    court_fees: court::NL,
    small_claims: Cited::new(Minor(2_500_000), "Rv art. 93", Level::Agreed),
    calendar: Calendar {
        holidays: HOLIDAYS,
        roll: TERMS_ACT,
    },
};

const BANDS: &[Band] = &[
    band(Some(Minor(250_000)), 1500),
    band(Some(Minor(500_000)), 1000),
    band(Some(Minor(1_000_000)), 500),
    band(Some(Minor(20_000_000)), 100),
    band(None, 50),
];

const fn band(up_to: Option<Minor>, hundredths: u32) -> Band {
    Band {
        up_to,
        share: Share::from_hundredths(hundredths),
    }
}

/// The renewed term is equal to the old one, but five years at most (BW 3:319 lid 2).
const PRESCRIPTIONS: &[Cited<Prescription>] = &[
    prescription(
        ClaimKind::Contract,
        5,
        5,
        "BW 3:307, 3:313; renewed: 3:319",
        Level::Agreed,
    ),
    prescription(
        ClaimKind::Periodic,
        5,
        5,
        "BW 3:308; renewed: 3:319",
        Level::Agreed,
    ),
    prescription(
        ClaimKind::ConsumerSale,
        2,
        2,
        "BW 7:28; renewed: 3:319",
        Level::Agreed,
    ),
    prescription(
        ClaimKind::Judgment,
        20,
        5,
        "BW 3:324, version 2006; renewed: 3:319",
        Level::Read,
    ),
];

#[allow(
    clippy::arithmetic_side_effects,
    reason = "for statics only: an overflow stops the build"
)]
const fn prescription(
    kind: ClaimKind,
    years: u32,
    renewed: u32,
    source: &'static str,
    level: Level,
) -> Cited<Prescription> {
    Cited::new(
        Prescription {
            kind,
            term: Duration::Months(12 * years),
            renewed: Duration::Months(12 * renewed),
        },
        source,
        level,
    )
}

const TERMS_ACT: Citation = Citation {
    source: "Algemene termijnenwet art. 1 and 3 (BWBR0002448, version 2010-10-10)",
    level: Level::Read,
};

const KINGS_DAY: Citation = Citation {
    source: "27 April since 2014, 30 April from 1980 to 2013, a Saturday where that is a Sunday",
    level: Level::Unread,
};

/// The days of Algemene termijnenwet art. 3, and Good Friday, which its second paragraph puts beside them.
const HOLIDAYS: &[Holiday] = &[
    kept("New Year's Day", Feast::Fixed(1, 1)),
    kept("Good Friday", Feast::Easter(-2)),
    kept("Easter Monday", Feast::Easter(1)),
    Holiday {
        name: "King's Day",
        feast: Feast::NotOnSunday(4, 27),
        first_year: 2014,
        last_year: None,
        citation: KINGS_DAY,
    },
    Holiday {
        name: "Queen's Day",
        feast: Feast::NotOnSunday(4, 30),
        first_year: 1980,
        last_year: Some(2013),
        citation: KINGS_DAY,
    },
    kept("Liberation Day", Feast::Fixed(5, 5)),
    kept("Ascension Day", Feast::Easter(39)),
    kept("Whit Monday", Feast::Easter(50)),
    kept("Christmas Day", Feast::Fixed(12, 25)),
    kept("Boxing Day", Feast::Fixed(12, 26)),
];

const fn kept(name: &'static str, feast: Feast) -> Holiday {
    Holiday {
        name,
        feast,
        first_year: 1965,
        last_year: None,
        citation: TERMS_ACT,
    }
}
