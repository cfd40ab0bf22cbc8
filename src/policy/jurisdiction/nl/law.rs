//! The law of the Netherlands.

use super::{chart, court_fees, holidays, identifiers, rates, vat_return, words_en, words_nl};
use crate::policy::jurisdiction::citation::{Citation, CitationLevel, CitedValue};
use crate::policy::jurisdiction::dated_table::date;
use crate::policy::jurisdiction::holidays::HolidayCalendar;
use crate::policy::jurisdiction::law::{
    Articles, ClaimKind, CostBand, CostScale, Debtor, FindingPhrases, Law, LimitationPeriod,
    TermLimit, TermLimits,
};
use crate::value::calendar::Duration;
use crate::value::currency::Currency;
use crate::value::exact_amount::DayCount;
use crate::value::key_name::KeyName;
use crate::value::money::Minor;
use crate::value::share::Share;
use chrono::Weekday;

/// The law of the Netherlands.
pub static LAW: Law = Law {
    code: "nl",
    country: "the Netherlands",
    currency: Currency::EUR,
    articles: Articles {
        consumer_interest: "BW 6:119",
        business_interest: "BW 6:119a",
        government_interest: "BW 6:119b",
        costs: "BW 6:96, BIK art. 2",
        vat_on_costs: "BIK art. 2 lid 3",
        notice: "BW 6:96 lid 6",
    },
    statutory_interest: rates::STATUTORY,
    commercial_interest: rates::COMMERCIAL,
    day_count: CitedValue::new(
        DayCount::Days365,
        "the law does not say how days count; usual in practice",
        CitationLevel::Agreed,
    ),
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
    notice_debtors: CitedValue::new(&[Debtor::Consumer], "BW 6:96 lid 6", CitationLevel::Read),
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
    email_receipt: Citation {
        source: "assumed: e-mail arrives the day it is sent",
        level: CitationLevel::Unread,
    },
    repeated_costs: CitedValue::new(
        Duration::Months(6),
        "Wki, since 2024-10-01, for small debts that return; the number in its decree was not read",
        CitationLevel::Single,
    ),
    repeated_costs_since: date(2024, 10, 1),
    collector_registration_from: CitedValue::new(
        date(2024, 4, 1),
        "Wki; NJB, cooster, fores",
        CitationLevel::Agreed,
    ),
    default_term: CitedValue::new(30, "BW 6:119a lid 2", CitationLevel::Agreed),
    term_limits: CitedValue::new(
        TERM_LIMITS,
        "BW 6:119a lid 5 and 6; large businesses since 2022-07-01: Stb. 2022, 146",
        CitationLevel::Agreed,
    ),
    sender_keys: CitedValue::new(
        &[
            KeyName::Name,
            KeyName::Address,
            KeyName::Kvk,
            KeyName::VatId,
            KeyName::Iban,
        ],
        "Wet OB 1968 art. 35a and Handelsregisterwet; the account is for whoever pays",
        CitationLevel::Agreed,
    ),
    identifiers: identifiers::IDENTIFIERS,
    vat_standard: rates::VAT_STANDARD,
    vat_reduced: rates::VAT_REDUCED,
    vat_boxes: vat_return::VAT_BOXES,
    vat_other_boxes: vat_return::OTHER_BOXES,
    invoice_deadline_day: Some(CitedValue::new(
        15,
        "Wet OB 1968 art. 13 and 34g; ficsus.nl",
        CitationLevel::Single,
    )),
    chart: chart::CHART,
    small_business_limit: Some(CitedValue::new(
        Minor(2_000_000),
        "Wet OB 1968 art. 25; kvk.nl, e-boekhouden.nl",
        CitationLevel::Agreed,
    )),
    eu_goods_quarter_limit: Some(&vat_return::EU_GOODS_QUARTER_LIMIT),
    vat_relief: CitedValue::new(
        Duration::Months(12),
        "Wet OB 1968 art. 29, since 2017-01-01",
        CitationLevel::Agreed,
    ),
    limitation_periods: LIMITATION_PERIODS,
    court_fees: court_fees::COURT_FEES,
    small_claims_limit: CitedValue::new(Minor(2_500_000), "Rv art. 93", CitationLevel::Agreed),
    calendar: HolidayCalendar {
        holidays: holidays::HOLIDAYS,
        days_without_post: &[Weekday::Sun, Weekday::Mon],
        roll_citation: holidays::TERMS_ACT,
    },
    finding: FindingPhrases {
        notice_term: "fourteen days from the day after receipt",
        vat_relief: "a year",
        vat_rates: "the rates are 21%, 9% and 0%; before 2019 the low one was 6%, before October 2012 the high one 19%",
        vat_correction: "corrections of 1,000 euros of VAT or less, all together, go into the next return; larger ones \
            ask a correction of the one that was filed",
    },
    english: words_en::ENGLISH,
    translations: &[words_nl::DUTCH],
};

const TERM_LIMITS: TermLimits = TermLimits {
    business: TermLimit {
        days: 60,
        rule: "businesses must pay each other within 60 days, unless a longer term was agreed that harms neither; what \
            exceeds it may be void, and the law then says 30 days",
    },
    large_customer: TermLimit {
        days: 30,
        rule: "a large customer must pay a smaller one within 30 days; what exceeds it may be void, and the law then \
            says 30 days",
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
