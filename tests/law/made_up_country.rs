//! A country that does not exist, put beside the Netherlands: a flat fee of 25, ten days' notice, words and numbers of its
//! own. What people of that country are told comes from its law and from nowhere else.

use crate::diagnostics::draw_findings;
use crate::letters::shelf::{due_drafts_of, print_drafts};
use crate::reports::shelf::TestJournal;
use chrono::Weekday;
use std::fmt::Write;
use tegoed::claim::expiring_claims::find_expiring_claims;
use tegoed::journal::history::EventHistory;
use tegoed::pipeline::Outcome;
use tegoed::policy::jurisdiction::chart::Chart;
use tegoed::policy::jurisdiction::citation::{Citation, CitationLevel, CitedValue};
use tegoed::policy::jurisdiction::dated_table::{DatedTable, DatedValue, date};
use tegoed::policy::jurisdiction::holidays::{Holiday, HolidayCalendar, HolidayRule};
use tegoed::policy::jurisdiction::identifiers::{IdentifierRule, Identifiers};
use tegoed::policy::jurisdiction::law::{
    Articles, ClaimKind, CostBand, CostScale, Court, CourtFee, Debtor, FindingPhrases, Law,
    LimitationPeriod, TermLimit, TermLimits,
};
use tegoed::policy::jurisdiction::law_list::LawList;
use tegoed::policy::jurisdiction::legal_words::{
    LegalRemarkWords, LegalWords, NoCostsWords, NoticeWords,
};
use tegoed::policy::jurisdiction::nl;
use tegoed::report::shared::report_input::ReportOptions;
use tegoed::value::calendar::Duration;
use tegoed::value::currency::Currency;
use tegoed::value::exact_amount::DayCount;
use tegoed::value::key_name::KeyName;
use tegoed::value::money::Minor;
use tegoed::value::share::Share;

/// The Netherlands come first, as in the program: theirs is the law of whoever names no country.
static LAWS: LawList = LawList(&[&nl::LAW, &UTOPIA]);

const CODE: Citation = Citation {
    source: "Utopian Code of Commerce",
    level: CitationLevel::Read,
};

const fn cited<T>(value: T) -> CitedValue<T> {
    CitedValue::new(value, CODE.source, CODE.level)
}

const fn table(name: &'static str, rows: &'static [DatedValue<Share>]) -> DatedTable<Share> {
    DatedTable {
        name,
        article: CODE,
        rows,
        checked_until: date(2030, 12, 31),
        caution: None,
    }
}

const fn share(hundredths: u32) -> DatedValue<Share> {
    let share = Share::from_hundredths(hundredths);
    DatedValue::new(date(1990, 1, 1), share, CODE.source, CODE.level)
}

fn request_to_pay(amount: &str, term: Duration) -> String {
    let Duration::Days(days) = term else {
        return format!("By the Code you have {term:?} to pay {amount}.");
    };
    format!("By the Code you have {days} days from the day after delivery to pay {amount}.")
}

static UTOPIA: Law = Law {
    code: "ut",
    country: "Utopia",
    currency: Currency::EUR,
    articles: Articles {
        consumer_interest: "Code § 12",
        business_interest: "Code § 13",
        government_interest: "Code § 14",
        costs: "Code § 20",
        vat_on_costs: "Code § 21",
        notice: "Code § 22",
    },
    statutory_interest: table("Utopian interest", &[share(1000)]),
    commercial_interest: table("Utopian commercial interest", &[share(1200)]),
    day_count: cited(DayCount::CalendarYear),
    yearly_capitalisation: cited(date(1990, 1, 1)),
    cost_scale: cited(CostScale {
        bands: &[CostBand {
            up_to: None,
            share: Share::ZERO,
        }],
        least: Minor(2_500),
        most: Minor(2_500),
    }),
    cost_scale_from: cited(date(1990, 1, 1)),
    lump_sum: cited(Minor(2_500)),
    notice_debtors: cited(&[Debtor::Consumer]),
    notice_days: cited(10),
    post_days: cited(1),
    email_receipt: CODE,
    repeated_costs: cited(Duration::Months(2)),
    repeated_costs_since: date(1990, 1, 1),
    collector_registration_from: cited(date(1990, 1, 1)),
    default_term: cited(20),
    term_limits: cited(TermLimits {
        business: TermLimit {
            days: 20,
            rule: "Utopian businesses must pay each other within 20 days",
        },
        large_customer: TermLimit {
            days: 20,
            rule: "Utopian businesses must pay each other within 20 days",
        },
    }),
    sender_keys: cited(&[KeyName::Name, KeyName::Website]),
    identifiers: Identifiers {
        register: IdentifierRule {
            expected: "a Utopian register number such as K-77",
            is_valid: |number| number.starts_with("K-"),
        },
        vat_id: IdentifierRule {
            expected: "a Utopian VAT number such as UT77",
            is_valid: |number| number.len() == 4,
        },
        vat_prefix: "UT",
    },
    vat_standard: table("Utopian VAT", &[share(1500)]),
    vat_reduced: table("Utopian VAT, reduced", &[share(300)]),
    vat_boxes: &[],
    vat_other_boxes: &[],
    invoice_deadline_day: None,
    chart: Chart {
        name: "none",
        accounts: &[],
    },
    small_business_limit: None,
    eu_goods_quarter_limit: None,
    vat_relief: cited(Duration::Months(6)),
    limitation_periods: &[cited(LimitationPeriod {
        kind: ClaimKind::Contract,
        term: Duration::Months(12),
        renewed_term: Duration::Months(12),
    })],
    court_fees: DatedTable {
        name: "Utopian court fees",
        article: CODE,
        rows: &[DatedValue::new(
            date(2020, 1, 1),
            &[CourtFee {
                court: Court::SmallClaims,
                up_to: None,
                company: Minor(7_000),
                person: Minor(7_000),
            }],
            CODE.source,
            CODE.level,
        )],
        checked_until: date(2030, 12, 31),
        caution: None,
    },
    small_claims_limit: cited(Minor(100_000_000)),
    calendar: HolidayCalendar {
        holidays: &[Holiday {
            name: "Day of Utopus",
            rule: HolidayRule::Fixed(7, 15),
            first_year: 1516,
            last_year: None,
            citation: CODE,
        }],
        days_without_post: &[Weekday::Sat, Weekday::Sun],
        roll_citation: CODE,
    },
    finding: FindingPhrases {
        vat_relief: "half a year",
        notice_term: "ten days from the day after receipt",
        vat_rates: "the rates are 15%, 3% and 0%",
        vat_correction: "tell the king",
    },
    english: WORDS,
    translations: &[],
};

const WORDS: LegalWords = LegalWords {
    tag: "en",
    register: "Royal register",
    notice_letter: "a royal summons",
    collector_registration: "A collector wears a badge (§ 30).",
    notice: NoticeWords {
        request: request_to_pay,
        request_by_mail: request_to_pay,
        costs: |costs| format!("After them a flat fee of {costs} is owed."),
        costs_with_vat: |_, _, _, together| {
            format!("After them a flat fee of {together} is owed, VAT included.")
        },
        ground: "So says § 20 of the Code.",
        ground_of_less: "§ 20 of the Code allows more.",
        statutory_interest: "Interest by § 12 of the Code is owed as well.",
        agreed_interest: "The interest agreed is owed as well.",
    },
    remark: LegalRemarkWords {
        day_count: "Days count by the calendar (§ 11).",
        letter: |sent, came, last| format!("Summons of {sent}: came {came}, last day {last}."),
        letter_by_post: |sent, came, last| {
            format!("Summons of {sent}: presumed to have come {came} (§ 22), last day {last}.")
        },
        letter_by_mail: |sent, came, last| {
            format!("Summons of {sent} by mail: presumed to have come {came}, last day {last}.")
        },
        chosen_law: |country| format!("Utopian law was chosen with one of {country} (§ 2)."),
        law_of_seller: |country| format!("Utopian law, the seller's, for one of {country} (§ 3)."),
        law_of_consumer: |country| format!("Utopian law against a seller of {country} (§ 4)."),
        announced_more: |sent, announced, lawful| {
            format!("The summons of {sent} announced {announced} where § 20 gives {lawful}.")
        },
        fee_within_scale: |fees, scale| format!("{fees} is part of {scale} (§ 20)."),
        joint_demand: |sent, earlier| format!("{sent} and {earlier} are one summons (§ 24)."),
        paid_within_term: |before, after| format!("Of {before} open, {after} is left (§ 22)."),
        too_much: "§ 20 gives no more",
        above_scale: |invoice, written, scale| {
            format!("{written} is written on {invoice}; § 20 gives {scale}.")
        },
        vat_must_be_declared: "The summons must name the VAT (§ 21).",
        vat_deducted: "No VAT on the fee (§ 21).",
        consumer_rate: "An agreed rate binds a consumer only under § 12.",
        terms_not_agreed: "Terms that were not agreed do not bind (§ 11).",
        terms_too_long: |invoice, days, most, from| {
            format!("{invoice}: {days} for {most}, from {from} (§ 11).")
        },
        business_terms_not_agreed: |invoice, days, from| {
            format!("{invoice}: {days} not agreed, from {from} (§ 11).")
        },
        rate_below_statutory: |agreed, by_law| format!("{agreed} is below {by_law} (§ 12)."),
        late_credit: |invoice, amount, date, interest| {
            format!("{invoice}: {amount} on {date}, {interest} (§ 12).")
        },
        old_contract: |before| format!("Contracts from before {before} are free (§ 13)."),
        barred: |invoice, last| format!("{invoice} is barred since {last} (§ 40)."),
        limitation_end: |invoice, last| format!("{invoice} is barred after {last} (§ 40)."),
        sale_barred: |invoice, last| format!("{invoice} is barred since {last} (§ 41)."),
        sale_limitation_end: |invoice, last| format!("{invoice} is barred after {last} (§ 41)."),
        without_demand: |least| format!("Without any summons {least} is owed (§ 23)."),
        repeated_costs: "A second fee within two months may be refused (§ 24).",
    },
    no_costs: NoCostsWords {
        no_letter: "no summons was sent (§ 22)",
        letter_too_early: |sent| format!("the summons of {sent} was early (§ 22)"),
        no_amount: |sent| format!("the summons of {sent} names no fee (§ 22)"),
        term_too_short: |sent, named, lawful| {
            format!("the summons of {sent} named {named} instead of {lawful} (§ 22)")
        },
        term_running: |sent, from| format!("the summons of {sent} runs until {from} (§ 22)"),
        no_scale: "the Code is of 1990",
        joint_demand: |earlier| format!("the summons of {earlier} has the fee (§ 24)"),
        paid_in_time: "all was paid within the ten days",
    },
    vat_boxes: &[],
    collecting_for_others: None,
};

/// A business at home in the made-up country, with a consumer there.
fn utopian_journal(language: &str, after: &str) -> String {
    format!(
        "format 1

business
  name: Amaurot Printers
  address: Palace Square 1
  address: 1000 Amaurot
  country: UT
  kvk: K-12
  vat-id: UT12
  iban: NL91ABNA0417164300
  website: amaurot.example
  email: post@amaurot.example
  policy: usual

policy usual
  terms: 14 days
  stage: reminder 3 days after due deadline 7 days via post
  stage: final 14 days after due gap 7 days deadline 7 days via post
  bank-buffer: 1 day

customer @hythloday
  name: A. Hythloday
  address: Mill Lane 3
  address: 2000 Anyder
  kind: consumer
  language: {language}

2026-01-02 agreed @hythloday
2026-01-05 invoice #1 @hythloday 300.00 vat 15% due 2026-01-19 | Posters
2026-01-23 sent reminder #1 via post
  deadline: 2026-01-30
{after}"
    )
}

fn assert_snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_snapshot_path("../snapshots/law");
    settings.bind(|| insta::assert_snapshot!(name, text));
    for dutch in ["BW ", "ECLI", "BIK", "fourteen", "veertien", "40.00", "KvK"] {
        assert!(!text.contains(dutch), "{dutch}: {text}");
    }
}

/// Posted on Monday 9 February it comes on the 10th; the ten days end on the 20th; from the 21st the fee is owed.
#[test]
fn the_claim_rests_on_the_law_of_the_made_up_country() {
    let sent = "2026-02-09 sent final #1 via post\n  costs: 25.00\n";
    let ask = ReportOptions {
        invoices: vec!["1".to_owned()],
        ..ReportOptions::default()
    };
    let mut pages = String::new();
    for (language, day) in [
        ("en", "2026-02-20"),
        ("en", "2026-02-21"),
        ("nl", "2026-02-21"),
    ] {
        let book = TestJournal::under_laws(&utopian_journal(language, sent), day, LAWS);
        let page = book.print_report("claim", &ask, language, "text");
        writeln!(pages, "{language}, {day}\n{page}").unwrap();
    }
    assert_snapshot("made-up-claim", &pages);
}

/// In Dutch as well, for which that law has no words: what it requires is said in English, and never left out.
#[test]
fn the_last_letter_to_a_consumer_says_what_the_made_up_law_requires() {
    let mut letters = String::new();
    for language in ["en", "nl"] {
        let text = utopian_journal(language, "");
        let book = TestJournal::under_laws(&text, "2026-02-09", LAWS);
        letters += &print_drafts(&due_drafts_of(&book), "text");
        letters += "\n=== another language ===\n\n";
    }
    assert_snapshot("made-up-final-notice", &letters);
}

/// Numbers, rates of VAT, times to pay and fees are held to the law of whoever they belong to.
#[test]
fn checks_hold_to_the_law_of_the_made_up_country() {
    let text = utopian_journal("en", "2026-02-01 fee #1 10.00\n")
        .replace(
            "  kvk: K-12\n  vat-id: UT12\n",
            "  kvk: 12345678\n  vat-id: UT1\n",
        )
        .replace("vat 15%", "vat 21%")
        .replace("  website: amaurot.example\n", "")
        + "
customer @raphael
  name: Raphael & Sons
  kind: business
  kvk: 87654321
  vat-id: NL123456789B90

customer @dejong
  name: De Jong B.V.
  country: NL
  kind: business
  kvk: K-13

2025-03-01 agreed @raphael
2025-03-01 invoice #3 @raphael 115.00 vat 15% due 2025-03-15 | Posters
2026-01-05 invoice #2 @raphael 300.00 vat 3% due 2026-02-15 | Posters
";
    let book = TestJournal::under_laws(&text, "2026-01-20", LAWS);
    assert_snapshot("made-up-checks", &draw_findings(&book.outcome));
}

/// Which law holds is decided once, and limitation asks the same law as claims: a consumer is under that of his country, a
/// business under that which was agreed on, else that of the seller.
#[test]
fn the_law_of_a_contract_is_decided_once() {
    let with = |kind: &str, country: &str, law: &str| {
        let keys = |key: &str, value: &str| match value {
            "" => String::new(),
            _ => format!("  {key}: {value}\n"),
        };
        let lines = format!(
            "  kind: {kind}\n{}{}",
            keys("country", country),
            keys("law", law)
        );
        utopian_journal("en", "").replace("  kind: consumer\n", &lines)
    };
    for ((kind, country, law), expected) in [
        (("consumer", "", ""), Some("ut")),
        (("consumer", "NL", ""), Some("nl")),
        (("consumer", "BE", ""), None),
        (("consumer", "", "UT"), Some("ut")),
        (("consumer", "NL", "UT"), None),
        (("consumer", "NL", "nl"), Some("nl")),
        (("business", "NL", ""), Some("ut")),
        (("business", "BE", ""), Some("ut")),
        (("government", "be", ""), Some("ut")),
        (("business", "BE", "nl"), Some("nl")),
        (("business", "", "NL"), Some("nl")),
        (("business", "NL", "BE"), None),
    ] {
        let text = with(kind, country, law);
        let book = TestJournal::under_laws(&text, "2027-03-01", LAWS);
        let Outcome {
            journal, ledger, ..
        } = &book.outcome;
        let customer = journal.customer_ids.index_of("hythloday").unwrap();
        let law = journal.law_for_customer(customer);
        assert_eq!(law.map(|law| law.code), expected);
        assert_eq!(journal.home_law().map(|law| law.code), Some("ut"));
        let history = EventHistory::new(journal, ledger.as_of);
        let expiring = find_expiring_claims(journal, ledger, &history);
        // Five years in the Netherlands, one in Utopia.
        assert_eq!(expiring.len(), usize::from(expected == Some("ut")));
    }
}
