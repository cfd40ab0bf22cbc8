//! The law of the Netherlands.

use super::citation::{Citation, CitationLevel, CitedValue};
use super::dated_table::date;
use super::holidays::{Holiday, HolidayCalendar, HolidayRule};
use super::law::{Articles, ClaimKind, CostBand, CostScale, Law, LimitationPeriod};
use super::{court_fees, rates};
use crate::value::calendar::Duration;
use crate::value::currency::Currency;
use crate::value::money::Minor;
use crate::value::share::Share;

/// The law of the Netherlands.
pub static LAW: Law = Law {
    code: "nl",
    currency: Currency::EUR,
    articles: Articles {
        consumer_interest: "BW 6:119",
        business_interest: "BW 6:119a",
        government_interest: "BW 6:119b",
        costs: "BW 6:96, BIK art. 2",
        vat_on_costs: "BIK art. 2 lid 3",
    },
    statutory_interest: rates::NL_STATUTORY,
    commercial_interest: rates::NL_COMMERCIAL,
    yearly_capitalisation: CitedValue::new(
        date(1992, 1, 1),
        "BW 6:119 lid 2 and 6:119a lid 3; simple before the present code of 1992",
        CitationLevel::Read,
    ),
    cost_scale: CitedValue::new(
        CostScale {
            bands: COST_BANDS,
            least: Minor(4_000),
            most: Minor(677_500),
        },
        "Besluit vergoeding voor buitengerechtelijke incassokosten art. 2 lid 1 and 2 (BWBR0031432, Stb. 2012, 141)",
        CitationLevel::Read,
    ),
    cost_scale_from: CitedValue::new(
        date(2012, 7, 1),
        "Besluit vergoeding voor buitengerechtelijke incassokosten art. 3",
        CitationLevel::Read,
    ),
    lump_sum: CitedValue::new(Minor(4_000), "BW 6:96 lid 4", CitationLevel::Agreed),
    notice_days: CitedValue::new(
        14,
        "BW 6:96 lid 6; from the day after receipt: HR 25-11-2016, ECLI:NL:HR:2016:2704",
        CitationLevel::Agreed,
    ),
    post_days: CitedValue::new(
        2,
        "HR 25-11-2016, ECLI:NL:HR:2016:2704: post arrives the second day, Sundays, Mondays and holidays not counted",
        CitationLevel::Agreed,
    ),
    vat_standard: rates::NL_VAT_STANDARD,
    vat_reduced: rates::NL_VAT_REDUCED,
    vat_relief: CitedValue::new(
        Duration::Months(12),
        "Wet OB 1968 art. 29, since 2017-01-01",
        CitationLevel::Agreed,
    ),
    limitation_periods: LIMITATION_PERIODS,
    court_fees: court_fees::NL,
    small_claims_limit: CitedValue::new(Minor(2_500_000), "Rv art. 93", CitationLevel::Agreed),
    calendar: HolidayCalendar {
        holidays: HOLIDAYS,
        roll_citation: TERMS_ACT,
    },
};

const COST_BANDS: &[CostBand] = &[
    cost_band(Some(Minor(250_000)), 1500),
    cost_band(Some(Minor(500_000)), 1000),
    cost_band(Some(Minor(1_000_000)), 500),
    cost_band(Some(Minor(20_000_000)), 100),
    cost_band(None, 50),
];

const fn cost_band(up_to: Option<Minor>, hundredths: u32) -> CostBand {
    CostBand {
        up_to,
        share: Share::from_hundredths(hundredths),
    }
}

/// After an interruption the period is as long as before, but five years at most (BW 3:319 lid 2).
const LIMITATION_PERIODS: &[CitedValue<LimitationPeriod>] = &[
    limitation_period(
        ClaimKind::Contract,
        5,
        5,
        "BW 3:307, 3:313; renewed: 3:319",
        CitationLevel::Agreed,
    ),
    limitation_period(
        ClaimKind::Periodic,
        5,
        5,
        "BW 3:308; renewed: 3:319",
        CitationLevel::Agreed,
    ),
    limitation_period(
        ClaimKind::ConsumerSale,
        2,
        2,
        "BW 7:28; renewed: 3:319",
        CitationLevel::Agreed,
    ),
    limitation_period(
        ClaimKind::Judgment,
        20,
        5,
        "BW 3:324, version 2006; renewed: 3:319",
        CitationLevel::Read,
    ),
];

#[allow(
    clippy::arithmetic_side_effects,
    reason = "for statics only: an overflow stops the build"
)]
const fn limitation_period(
    kind: ClaimKind,
    years: u32,
    renewed: u32,
    source: &'static str,
    level: CitationLevel,
) -> CitedValue<LimitationPeriod> {
    CitedValue::new(
        LimitationPeriod {
            kind,
            term: Duration::Months(12 * years),
            renewed_term: Duration::Months(12 * renewed),
        },
        source,
        level,
    )
}

const TERMS_ACT: Citation = Citation {
    source: "Algemene termijnenwet art. 1 and 3 (BWBR0002448, version 2010-10-10)",
    level: CitationLevel::Read,
};

const KINGS_DAY: Citation = Citation {
    source: "27 April since 2014, 30 April from 1980 to 2013, a Saturday where that is a Sunday",
    level: CitationLevel::Unread,
};

/// The holidays of Algemene termijnenwet art. 3, with Good Friday, which the second paragraph of that article adds.
const HOLIDAYS: &[Holiday] = &[
    holiday("New Year's Day", HolidayRule::Fixed(1, 1)),
    holiday("Good Friday", HolidayRule::Easter(-2)),
    holiday("Easter Monday", HolidayRule::Easter(1)),
    Holiday {
        name: "King's Day",
        rule: HolidayRule::NotOnSunday(4, 27),
        first_year: 2014,
        last_year: None,
        citation: KINGS_DAY,
    },
    Holiday {
        name: "Queen's Day",
        rule: HolidayRule::NotOnSunday(4, 30),
        first_year: 1980,
        last_year: Some(2013),
        citation: KINGS_DAY,
    },
    holiday("Liberation Day", HolidayRule::Fixed(5, 5)),
    holiday("Ascension Day", HolidayRule::Easter(39)),
    holiday("Whit Monday", HolidayRule::Easter(50)),
    holiday("Christmas Day", HolidayRule::Fixed(12, 25)),
    holiday("Boxing Day", HolidayRule::Fixed(12, 26)),
];

const fn holiday(name: &'static str, feast: HolidayRule) -> Holiday {
    Holiday {
        name,
        rule: feast,
        first_year: 1965,
        last_year: None,
        citation: TERMS_ACT,
    }
}
