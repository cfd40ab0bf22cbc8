//! The law: every example that was found or worked out, and what must hold for the tables of every country.

mod abroad;
mod made_up_country;

use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;
use tegoed::policy::costs::{
    Collector, NoVatReason, VatDeduction, VatOnCosts, lump_sum_for, vat_on_costs,
};
use tegoed::policy::interest::{InterestError, InterestMethod};
use tegoed::policy::jurisdiction::JURISDICTIONS;
use tegoed::policy::jurisdiction::citation::{Citation, CitationLevel, CitedValue};
use tegoed::policy::jurisdiction::dated_table::DatedTable;
use tegoed::policy::jurisdiction::holidays::easter_sunday;
use tegoed::policy::jurisdiction::law::{ClaimKind, Court, CourtFee, Debtor};
use tegoed::policy::jurisdiction::nl::LAW;
use tegoed::policy::limitation::{Nearness, compute_limitation};
use tegoed::policy::notice_term::{DeliveryMethod, LetterReceipt, notice_term, presumed_receipt};
use tegoed::policy::replay::{Debt, DebtBalance, DebtChange, DebtEvent, replay_debt};
use tegoed::policy::vat_relief::{TaxedPart, relief_day, vat_inside};
use tegoed::value::calendar::date_from_ymd;
use tegoed::value::exact_amount::DayCount;
use tegoed::value::money::Minor;
use tegoed::value::payment_reference::{
    build_creditor_reference, check_payment_reference, parse_creditor_reference,
};
use tegoed::value::share::Share;

type TableRow = BTreeMap<String, String>;

/// The rows of a table beside this file.
fn table_rows(name: &str) -> Vec<TableRow> {
    let mut reader = csv::Reader::from_path(format!("tests/law/{name}.csv")).unwrap();
    let rows: Vec<TableRow> = reader.deserialize().map(Result::unwrap).collect();
    assert!(!rows.is_empty());
    rows
}

fn parse_cents(text: &str) -> Minor {
    let (whole, part) = text.split_once('.').unwrap_or((text, "00"));
    assert_eq!(part.len(), 2, "{text}");
    Minor(whole.parse::<i128>().unwrap() * 100 + part.parse::<i128>().unwrap())
}

fn parse_date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn row_debtor(row: &TableRow) -> Debtor {
    match row["debtor"].as_str() {
        "consumer" => Debtor::Consumer,
        "business" => Debtor::Business,
        other => panic!("{other}"),
    }
}

/// A row of an interest table, told again.
fn claim_from_row(row: &TableRow, count: DayCount) -> DebtBalance {
    let first = parse_date(&row["first_day"]);
    let due = first.pred_opt().unwrap();
    let costs = DebtEvent {
        date: due,
        change: DebtChange::Costs(parse_cents(&row["costs"])),
    };
    let payments = row["payments"].split_whitespace().map(|payment| {
        let (day, amount) = payment.split_once(':').unwrap();
        DebtEvent {
            date: parse_date(day),
            change: DebtChange::Payment(parse_cents(amount)),
        }
    });
    let events: Vec<DebtEvent> = std::iter::once(costs).chain(payments).collect();
    let debt = Debt {
        principal: parse_cents(&row["principal"]),
        due: Some(due),
        interest_method: InterestMethod::statutory(&LAW, row_debtor(row), due, count),
    };
    replay_debt(&[debt], &events, parse_date(&row["through"])).unwrap()
}

fn date_of(year: i32, month: u32, number: u32) -> NaiveDate {
    date_from_ymd(year, month, number).unwrap()
}

#[test]
fn collection_costs_follow_the_scale() {
    for row in table_rows("collection_costs") {
        let principals: Vec<Minor> = row["principals"].split(' ').map(parse_cents).collect();
        let costs = LAW.cost_scale.value().costs_for(&principals).unwrap();
        let tax = vat_on_costs(Share::from_hundredths(2100), costs).unwrap();
        assert_eq!(costs, parse_cents(&row["costs"]), "{row:?}");
        assert_eq!(tax, parse_cents(&row["vat_21"]), "{row:?}");
        assert_eq!(costs + tax, parse_cents(&row["together"]), "{row:?}");
    }
}

#[test]
fn nothing_open_costs_nothing() {
    let scale = LAW.cost_scale.value();
    assert_eq!(scale.costs_for(&[]), Some(Minor::ZERO));
    assert_eq!(scale.costs_for(&[Minor(-1)]), Some(Minor::ZERO));
    assert_eq!(scale.costs_for(&[Minor(i128::MAX), Minor(1)]), None);
    assert!(LAW.cost_scale_for(date_of(2012, 6, 30)).is_some());
    assert!(LAW.cost_scale_for(date_of(2012, 6, 29)).is_none());
}

#[test]
fn vat_on_costs_needs_somebody_else_who_collects_and_no_deduction() {
    let all = VatOnCosts {
        collector: Collector::ThirdParty,
        deduction: VatDeduction::NotAllowed,
    };
    let today = date_of(2026, 11, 21);
    assert_eq!(all.rate_on(&LAW, today), Ok(Share::from_hundredths(2100)));
    let own = VatOnCosts {
        collector: Collector::Creditor,
        ..all
    };
    assert_eq!(own.rate_on(&LAW, today), Err(NoVatReason::OwnLetters));
    let deducts = VatOnCosts {
        deduction: VatDeduction::Allowed,
        ..all
    };
    assert_eq!(deducts.rate_on(&LAW, today), Err(NoVatReason::Deducted));
}

#[test]
fn a_business_owes_the_lump_sum_where_something_is_open() {
    assert_eq!(lump_sum_for(&LAW, Minor(1)), parse_cents("40.00"));
    assert_eq!(lump_sum_for(&LAW, Minor::ZERO), Minor::ZERO);
}

#[test]
fn interest_as_in_the_examples() {
    for row in table_rows("interest") {
        let claim = claim_from_row(&row, DayCount::Days365);
        assert_eq!(
            claim.parts[0].accrued,
            parse_cents(&row["interest"]),
            "{row:?}"
        );
        assert_eq!(claim.total(), parse_cents(&row["owed"]), "{row:?}");
        let claim = claim_from_row(&row, DayCount::CalendarYear);
        let yearly = parse_cents(&row["interest_calendar_year"]);
        assert_eq!(claim.parts[0].accrued, yearly, "{row:?}");
    }
}

/// Reckoned a second time, day by day in whole fractions, by a program of its own.
#[test]
fn interest_day_by_day_is_the_same() {
    for row in table_rows("interest_day_by_day") {
        let count = match row["count"].as_str() {
            "365" => DayCount::Days365,
            _ => DayCount::CalendarYear,
        };
        let claim = claim_from_row(&row, count);
        assert_eq!(
            claim.parts[0].accrued,
            parse_cents(&row["interest"]),
            "{row:?}"
        );
        assert_eq!(claim.total(), parse_cents(&row["owed"]), "{row:?}");
    }
}

#[test]
fn what_is_shown_adds_up() {
    for row in table_rows("interest_day_by_day")
        .iter()
        .chain(&table_rows("interest"))
    {
        let claim = claim_from_row(row, DayCount::Days365);
        let shown: i128 = claim.parts[0]
            .segments
            .iter()
            .map(|segment| segment.rounded_amount.0)
            .sum();
        assert_eq!(Minor(shown), claim.parts[0].accrued, "{row:?}");
        let paid: i128 = claim
            .splits
            .iter()
            .map(|split| split.interest_of_first(1).0)
            .sum();
        assert_eq!(
            Minor(paid) + claim.total_interest(),
            claim.parts[0].accrued,
            "{row:?}"
        );
        let mut next = parse_date(&row["first_day"]);
        for segment in &claim.parts[0].segments {
            assert!(segment.from >= next, "{row:?}");
            next = segment.through.succ_opt().unwrap();
        }
    }
}

#[test]
fn neighbours_with_one_base_and_rate_are_one_segment() {
    let due = date_of(2024, 1, 31);
    let terms = InterestMethod::agreed(Share::from_hundredths(800), DayCount::CalendarYear);
    let debt = Debt {
        principal: parse_cents("1000.00"),
        due: Some(due),
        interest_method: terms,
    };
    let claim = replay_debt(&[debt], &[], date_of(2026, 1, 31)).unwrap();
    assert_eq!(claim.parts[0].segments.len(), 1);
    assert_eq!(claim.parts[0].segments[0].days, 731);
    // 335 days of a leap year, a whole year, and 31 days.
    assert_eq!(claim.parts[0].accrued, parse_cents("160.02"));
}

/// Principal 1,000 at 8%, simple, due 31 January, 40 costs, 500 paid on 15 February.
#[test]
fn money_pays_costs_then_interest_then_principal() {
    let due = date_of(2026, 1, 31);
    let paid = date_of(2026, 2, 15);
    let terms = InterestMethod::agreed(Share::from_hundredths(800), DayCount::Days365);
    let debt = Debt {
        principal: parse_cents("1000.00"),
        due: Some(due),
        interest_method: terms,
    };
    let events = [
        DebtEvent {
            date: date_of(2026, 2, 1),
            change: DebtChange::Costs(parse_cents("40.00")),
        },
        DebtEvent {
            date: paid,
            change: DebtChange::Payment(parse_cents("500.00")),
        },
    ];
    let claim = replay_debt(&[debt], &events, paid).unwrap();
    let split = &claim.splits[0];
    assert_eq!(split.costs, parse_cents("40.00"));
    assert_eq!(split.interest_of_first(1), parse_cents("3.29"));
    assert_eq!(split.principal_of_first(1), parse_cents("456.71"));
    assert_eq!(claim.total(), parse_cents("543.29"));
    let reduced = [DebtEvent {
        date: paid,
        change: DebtChange::Credit(parse_cents("400.00")),
    }];
    let claim = replay_debt(&[debt], &reduced, date_of(2026, 3, 2)).unwrap();
    let shown: Vec<Minor> = claim.parts[0]
        .segments
        .iter()
        .map(|segment| segment.rounded_amount)
        .collect();
    assert_eq!(shown, [parse_cents("3.29"), parse_cents("1.97")]);
    assert_eq!(claim.total_interest(), parse_cents("5.26"));
}

/// Two parts of 1,000 at 8%, due on 31 January and 28 February; on 31 March 1,500 come in.
#[test]
fn the_part_due_first_is_paid_with_its_interest_before_the_next() {
    let terms = InterestMethod::agreed(Share::from_hundredths(800), DayCount::Days365);
    let part = |due| Debt {
        principal: parse_cents("1000.00"),
        due: Some(due),
        interest_method: terms,
    };
    let waiting = Debt {
        due: None,
        ..part(date_of(2026, 1, 31))
    };
    let parts = [
        part(date_of(2026, 1, 31)),
        part(date_of(2026, 2, 28)),
        waiting,
    ];
    let happens = |date, what| DebtEvent { date, change: what };
    let paid = happens(
        date_of(2026, 3, 31),
        DebtChange::Payment(parse_cents("1500.00")),
    );
    let claim = replay_debt(&parts, &[paid], date_of(2026, 3, 31)).unwrap();
    // 59 days and 31 days of 1,000 at 8% a year.
    let taken = &claim.splits[0].parts;
    assert_eq!(
        (taken[0].interest, taken[0].principal),
        (parse_cents("12.93"), parse_cents("1000.00"))
    );
    assert_eq!(
        (taken[1].interest, taken[1].principal),
        (parse_cents("6.79"), parse_cents("480.28"))
    );
    assert_eq!(
        (taken[2].interest, taken[2].principal),
        (Minor::ZERO, Minor::ZERO)
    );
    assert_eq!(claim.total(), parse_cents("1519.72"));
    // Charges are paid, or waived, before all parts; a credit note lowers principal alone.
    let events = [
        happens(
            date_of(2026, 2, 10),
            DebtChange::Costs(parse_cents("40.00")),
        ),
        happens(
            date_of(2026, 2, 10),
            DebtChange::Interest(parse_cents("5.00")),
        ),
        happens(
            date_of(2026, 2, 11),
            DebtChange::CostsWaiver(parse_cents("50.00")),
        ),
        happens(
            date_of(2026, 2, 12),
            DebtChange::Credit(parse_cents("1200.00")),
        ),
        happens(
            date_of(2026, 2, 12),
            DebtChange::InterestWaiver(parse_cents("7.00")),
        ),
    ];
    let claim = replay_debt(&parts, &events, date_of(2026, 2, 28)).unwrap();
    let used: Vec<(Minor, Minor, Minor)> = claim
        .splits
        .iter()
        .map(|split| {
            (
                split.costs,
                split.interest_of_first(3),
                split.principal_of_first(3),
            )
        })
        .collect();
    let nothing = Minor::ZERO;
    assert_eq!(used[0], (parse_cents("40.00"), nothing, nothing));
    assert_eq!(used[1], (nothing, nothing, parse_cents("1200.00")));
    assert_eq!(used[2], (nothing, parse_cents("7.00"), nothing));
    // Of the twelve days of interest on the first part, 2.63, two were waived.
    assert_eq!(claim.total(), parse_cents("1800.63"));
    let quits = happens(date_of(2026, 3, 31), DebtChange::Remission);
    let claim = replay_debt(&parts, &[quits], date_of(2026, 6, 30)).unwrap();
    assert_eq!(claim.total(), Minor::ZERO);
    assert_eq!(
        claim.splits[0].principal_of_first(3),
        parse_cents("3000.00")
    );
}

#[test]
fn interest_of_full_years_joins_the_base() {
    let told = |principal, due, debtor, events: &[DebtEvent], through| {
        let terms = InterestMethod::statutory(&LAW, debtor, due, DayCount::Days365);
        let due = Some(due);
        let debt = Debt {
            principal,
            due,
            interest_method: terms,
        };
        replay_debt(&[debt], events, through).unwrap()
    };
    let (due, through) = (date_of(2025, 3, 14), date_of(2026, 4, 21));
    let claim = told(parse_cents("3500.00"), due, Debtor::Consumer, &[], through);
    let shown: Vec<Minor> = claim.parts[0]
        .segments
        .iter()
        .map(|segment| segment.rounded_amount)
        .collect();
    assert_eq!(
        shown,
        [
            parse_cents("168.00"),
            parse_cents("28.00"),
            parse_cents("15.39")
        ]
    );
    assert_eq!(claim.total_interest(), parse_cents("211.39"));
    let due = date_of(2024, 2, 29);
    let claim = told(parse_cents("12000.00"), due, Debtor::Business, &[], through);
    assert_eq!(claim.total_interest(), parse_cents("3084.75"));
    let due = date_of(2024, 5, 31);
    let events = [
        DebtEvent {
            date: date_of(2024, 9, 1),
            change: DebtChange::Costs(parse_cents("625.00")),
        },
        DebtEvent {
            date: date_of(2024, 9, 30),
            change: DebtChange::Payment(parse_cents("1000.00")),
        },
    ];
    let claim = told(
        parse_cents("5000.00"),
        due,
        Debtor::Consumer,
        &events,
        date_of(2025, 3, 31),
    );
    let split = &claim.splits[0];
    assert_eq!(
        (
            split.costs,
            split.interest_of_first(1),
            split.principal_of_first(1)
        ),
        (
            parse_cents("625.00"),
            parse_cents("116.99"),
            parse_cents("258.01")
        )
    );
    assert_eq!(claim.parts[0].accrued, parse_cents("270.81"));
}

#[test]
fn a_first_day_of_29_february_has_its_anniversary_on_the_28th_and_back() {
    let due = date_of(2024, 2, 28);
    let terms = InterestMethod::statutory(&LAW, Debtor::Consumer, due, DayCount::Days365);
    let debt = Debt {
        principal: parse_cents("1000.00"),
        due: Some(due),
        interest_method: terms,
    };
    let claim = replay_debt(&[debt], &[], date_of(2028, 3, 31));
    let claim = claim.unwrap();
    let starts: Vec<NaiveDate> = claim.parts[0]
        .segments
        .iter()
        .map(|segment| segment.from)
        .collect();
    for anniversary in [
        date_of(2025, 2, 28),
        date_of(2026, 2, 28),
        date_of(2027, 2, 28),
        date_of(2028, 2, 29),
    ] {
        assert!(starts.contains(&anniversary), "{anniversary} in {starts:?}");
    }
}

#[test]
fn a_payment_that_bounces_undoes_what_it_paid() {
    let due = date_of(2026, 1, 31);
    let terms = InterestMethod::statutory(&LAW, Debtor::Consumer, due, DayCount::Days365);
    let debt = Debt {
        principal: parse_cents("1000.00"),
        due: Some(due),
        interest_method: terms,
    };
    let paid = DebtEvent {
        date: date_of(2026, 3, 1),
        change: DebtChange::Payment(parse_cents("1100.00")),
    };
    let bounced = DebtEvent {
        date: date_of(2026, 3, 5),
        change: DebtChange::Reversal(0),
    };
    let kept = replay_debt(&[debt], &[paid], date_of(2026, 3, 31)).unwrap();
    assert_eq!(
        (kept.total(), kept.surplus),
        (Minor::ZERO, parse_cents("96.82"))
    );
    let claim = replay_debt(&[debt], &[paid, bounced], date_of(2026, 3, 31)).unwrap();
    assert_eq!(claim.total_principal(), parse_cents("1000.00"));
    assert_eq!(claim.surplus, Minor::ZERO);
    assert_eq!(claim.splits[0].reversed_on, Some(date_of(2026, 3, 5)));
    assert_eq!(claim.total_interest(), parse_cents("6.03"));
    let twice = [paid, bounced, bounced];
    let fault = replay_debt(&[debt], &twice, date_of(2026, 3, 31)).unwrap_err();
    assert_eq!(fault, InterestError::NoSuchPayment(0));
}

#[test]
fn a_day_before_the_first_rate_is_refused() {
    let due = date_of(2001, 1, 1);
    let terms = InterestMethod::statutory(&LAW, Debtor::Business, due, DayCount::Days365);
    let debt = Debt {
        principal: parse_cents("1000.00"),
        due: Some(due),
        interest_method: terms,
    };
    let fault = replay_debt(&[debt], &[], date_of(2003, 1, 1)).unwrap_err();
    let InterestError::TooEarly(early) = fault else {
        panic!("{fault:?}")
    };
    assert_eq!(early.first_day, Some(date_of(2002, 12, 1)));
    assert_eq!(early.asked, date_of(2001, 1, 2));
}

#[test]
fn past_the_last_check_a_figure_is_provisional() {
    let row = &table_rows("interest")[0];
    assert_eq!(claim_from_row(row, DayCount::Days365).parts[0].stale, None);
    let due = date_of(2026, 12, 1);
    let terms = InterestMethod::statutory(&LAW, Debtor::Consumer, due, DayCount::Days365);
    let debt = Debt {
        principal: parse_cents("1000.00"),
        due: Some(due),
        interest_method: terms,
    };
    let stale = replay_debt(&[debt], &[], date_of(2027, 1, 1))
        .unwrap()
        .parts[0]
        .stale;
    let stale = stale.unwrap();
    assert_eq!(stale.checked_until, date_of(2026, 12, 31));
    let paid = [DebtEvent {
        date: date_of(2026, 12, 31),
        change: DebtChange::Payment(parse_cents("2000.00")),
    }];
    let told = replay_debt(&[debt], &paid, date_of(2027, 6, 1)).unwrap();
    assert_eq!(
        told.parts[0].stale, None,
        "no day past the check bears interest"
    );
    assert!(
        LAW.commercial_interest
            .caution_for(date_of(2013, 3, 15))
            .is_some()
    );
    assert!(
        LAW.commercial_interest
            .caution_for(date_of(2013, 3, 16))
            .is_none()
    );
}

#[test]
fn debts_from_before_1992_bear_simple_interest() {
    let through = date_of(1994, 1, 1);
    let interest = |due| {
        let terms = InterestMethod::statutory(&LAW, Debtor::Consumer, due, DayCount::Days365);
        let principal = parse_cents("1000.00");
        let due = Some(due);
        let debt = Debt {
            principal,
            due,
            interest_method: terms,
        };
        replay_debt(&[debt], &[], through).unwrap()
    };
    let old = interest(date_of(1991, 12, 30));
    let bases: Vec<_> = old.parts[0]
        .segments
        .iter()
        .map(|segment| segment.base)
        .collect();
    assert!(bases.windows(2).all(|pair| pair[0] == pair[1]));
    let new = interest(date_of(1991, 12, 31));
    let bases: Vec<_> = new.parts[0]
        .segments
        .iter()
        .map(|segment| segment.base)
        .collect();
    assert!(bases.windows(2).any(|pair| pair[0] != pair[1]));
}

#[test]
fn a_letter_that_is_posted_gives_fourteen_days_from_the_day_after_it_came() {
    for (sent, received, last) in [
        // Monday: Tuesday and Wednesday count.
        ("2026-03-02", "2026-03-04", "2026-03-18"),
        // Friday: Saturday counts, Sunday and Monday do not.
        ("2026-09-04", "2026-09-08", "2026-09-22"),
        // Wednesday before Easter: Thursday and Saturday count, Good Friday does not. The 18th is a Saturday.
        ("2026-04-01", "2026-04-04", "2026-04-20"),
        // Before Christmas, whose two days, a Sunday and a Monday, do not count: Thursday and Tuesday do.
        ("2026-12-23", "2026-12-29", "2027-01-12"),
    ] {
        let receipt = presumed_receipt(&LAW, parse_date(sent), DeliveryMethod::Post).unwrap();
        let notice = notice_term(&LAW, receipt).unwrap();
        assert_eq!(notice.receipt.day(), parse_date(received), "{sent}");
        assert_eq!(notice.last_day, parse_date(last), "{sent}");
        assert_eq!(notice.costs_from, parse_date(last).succ_opt().unwrap());
        assert!(matches!(notice.receipt, LetterReceipt::Presumed(..)));
    }
}

#[test]
fn mail_arrives_the_day_it_is_sent_and_a_known_day_goes_before_all() {
    let sent = date_of(2026, 9, 1);
    let mailed = presumed_receipt(&LAW, sent, DeliveryMethod::Email).unwrap();
    let notice_of = |receipt| notice_term(&LAW, receipt).unwrap();
    assert_eq!(notice_of(mailed).last_day, date_of(2026, 9, 15));
    assert_eq!(notice_of(mailed).costs_from, date_of(2026, 9, 16));
    let known = notice_of(LetterReceipt::Known(date_of(2026, 9, 4)));
    assert_eq!(known.costs_from, date_of(2026, 9, 19));
    let LetterReceipt::Presumed(_, rule) = mailed else {
        panic!("an assumption is named")
    };
    assert!(rule.to_string().contains("unconfirmed"), "{rule}");
}

#[test]
fn a_term_that_ends_on_no_working_day_runs_on() {
    let calendar = &LAW.calendar;
    assert_eq!(
        calendar.roll_to_working_day(date_of(2026, 4, 4)),
        Some(date_of(2026, 4, 7))
    );
    assert_eq!(
        calendar.roll_to_working_day(date_of(2026, 4, 3)),
        Some(date_of(2026, 4, 7))
    );
    assert_eq!(
        calendar.roll_to_working_day(date_of(2026, 12, 25)),
        Some(date_of(2026, 12, 28))
    );
    assert_eq!(
        calendar.roll_to_working_day(date_of(2026, 3, 18)),
        Some(date_of(2026, 3, 18))
    );
}

#[test]
fn holidays_of_known_years() {
    let of_year = |year: i32| -> Vec<String> {
        let days = date_of(year, 1, 1).iter_days().take(366);
        days.filter(|day| day.year() == year && LAW.calendar.holiday_on(*day).is_some())
            .map(|day| day.format("%m-%d").to_string())
            .collect()
    };
    assert_eq!(
        of_year(2025),
        [
            "01-01", "04-18", "04-21", "04-26", "05-05", "05-29", "06-09", "12-25", "12-26"
        ]
    );
    assert_eq!(
        of_year(2026),
        [
            "01-01", "04-03", "04-06", "04-27", "05-05", "05-14", "05-25", "12-25", "12-26"
        ]
    );
    let queens_day = LAW.calendar.holiday_on(date_of(2006, 4, 29));
    assert_eq!(queens_day.map(|day| day.name), Some("Queen's Day"));
    assert!(LAW.calendar.holiday_on(date_of(2006, 4, 30)).is_none());
}

#[test]
fn easter_of_known_years() {
    for known in [
        "1961-04-02",
        "1981-04-19",
        "2000-04-23",
        "2008-03-23",
        "2019-04-21",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2038-04-25",
        "2049-04-18",
        "2076-04-19",
    ] {
        let known = parse_date(known);
        assert_eq!(easter_sunday(known.year()), Some(known));
    }
}

#[test]
fn a_claim_lives_five_years_and_longer_where_it_was_kept_alive() {
    let due = date_of(2021, 2, 4);
    let alone = compute_limitation(&LAW, ClaimKind::Contract, due, &[]).unwrap();
    assert_eq!(alone.last_day, date_of(2026, 2, 4));
    assert_eq!(alone.nearness(date_of(2025, 8, 3)), Nearness::Far);
    assert_eq!(alone.nearness(date_of(2025, 8, 4)), Nearness::SixMonths);
    assert_eq!(alone.nearness(date_of(2026, 1, 4)), Nearness::OneMonth);
    assert_eq!(alone.nearness(date_of(2026, 2, 4)), Nearness::OneMonth);
    assert_eq!(alone.nearness(date_of(2026, 2, 5)), Nearness::Barred);
    let acts = [
        date_of(2026, 2, 5),
        date_of(2022, 1, 1),
        date_of(2020, 1, 1),
    ];
    let kept = compute_limitation(&LAW, ClaimKind::Contract, due, &acts).unwrap();
    assert_eq!(kept.last_day, date_of(2031, 2, 5));
    assert_eq!(kept.interrupted_on, Some(date_of(2026, 2, 5)));
    let late = compute_limitation(&LAW, ClaimKind::Contract, due, &acts[..1]).unwrap();
    assert_eq!(late.last_day, date_of(2026, 2, 4));
}

#[test]
fn other_claims_have_other_lives() {
    let due = date_of(2020, 6, 30);
    let last =
        |kind, acts: &[NaiveDate]| compute_limitation(&LAW, kind, due, acts).unwrap().last_day;
    assert_eq!(last(ClaimKind::ConsumerSale, &[]), date_of(2022, 6, 30));
    assert_eq!(last(ClaimKind::Judgment, &[]), date_of(2040, 6, 30));
    // A renewed term never ends before the old one would have.
    assert_eq!(
        last(ClaimKind::Judgment, &[date_of(2021, 1, 1)]),
        date_of(2040, 6, 30)
    );
    assert_eq!(
        last(ClaimKind::Judgment, &[date_of(2039, 1, 1)]),
        date_of(2044, 1, 1)
    );
}

#[test]
fn vat_on_a_bad_debt_is_its_share_of_what_is_open() {
    assert_eq!(
        relief_day(&LAW, date_of(2026, 2, 4)),
        Some(date_of(2027, 2, 4))
    );
    assert_eq!(
        relief_day(&LAW, date_of(2024, 2, 29)),
        Some(date_of(2025, 2, 28))
    );
    let parts = [
        TaxedPart {
            rate: Share::from_hundredths(2100),
            gross: parse_cents("1210.00"),
            vat: parse_cents("210.00"),
        },
        TaxedPart {
            rate: Share::from_hundredths(900),
            gross: parse_cents("109.00"),
            vat: parse_cents("9.00"),
        },
        TaxedPart {
            rate: Share::ZERO,
            gross: parse_cents("81.00"),
            vat: parse_cents("0.00"),
        },
    ];
    let amounts = |open| -> Vec<Minor> {
        let vat = vat_inside(&parts, open).unwrap();
        vat.iter().map(|vat| vat.amount).collect()
    };
    assert_eq!(
        amounts(parse_cents("1400.00")),
        [parse_cents("210.00"), parse_cents("9.00")]
    );
    assert_eq!(
        amounts(parse_cents("700.00")),
        [parse_cents("105.00"), parse_cents("4.50")]
    );
    let mut again = Minor::ZERO;
    let mut open = parse_cents("700.00");
    while open.is_positive() {
        let after = (open - parse_cents("33.33")).max(Minor::ZERO);
        for (before, after) in amounts(open).into_iter().zip(amounts(after)) {
            again += before - after;
        }
        open = after;
    }
    assert_eq!(again, parse_cents("109.50"));
    assert_eq!(vat_inside(&[], Minor(1)), Some(Vec::new()));
}

#[test]
fn creditor_references_check_themselves() {
    for row in table_rows("creditor_references") {
        let read = parse_creditor_reference(&row["reference"]);
        let plain = row["reference"].replace(' ', "");
        if row["verdict"] == "good" {
            assert_eq!(read.as_deref(), Ok(plain.as_str()), "{row:?}");
            assert_eq!(build_creditor_reference(&row["body"]), Ok(plain), "{row:?}");
        } else {
            assert!(read.is_err(), "{row:?}");
        }
    }
}

#[test]
fn payment_references_check_themselves() {
    for row in table_rows("payment_references") {
        let checked = check_payment_reference(&row["reference"]);
        assert_eq!(checked.is_ok(), row["verdict"] == "good", "{row:?}");
    }
}

#[test]
fn any_text_is_a_reference_or_none() {
    for text in [
        "",
        "R",
        "RF",
        "RF1",
        "RF1é",
        "é",
        "RFé8ABC",
        "١٢٣٤٥٦٧",
        "123456789",
    ] {
        assert!(parse_creditor_reference(text).is_err(), "{text}");
        assert!(check_payment_reference(text).is_err(), "{text}");
    }
    assert!(build_creditor_reference("").is_err());
}

#[test]
fn court_fees_go_by_the_size_of_the_claim() {
    let fees = LAW.court_fees.row_on(date_of(2026, 11, 21)).unwrap();
    let fees = fees.cited.value();
    let fee =
        |court, claim| CourtFee::for_claim(fees, court, claim).map(|fee| (fee.company, fee.person));
    let small = |claim| fee(Court::SmallClaims, claim);
    assert_eq!(
        small(parse_cents("500.00")),
        Some((parse_cents("139.00"), parse_cents("93.00")))
    );
    assert_eq!(
        small(parse_cents("500.01")),
        Some((parse_cents("350.00"), parse_cents("233.00")))
    );
    assert_eq!(
        small(*LAW.small_claims_limit.value()).unwrap().0,
        parse_cents("1504.00")
    );
    assert_eq!(small(parse_cents("25000.01")), None);
    let large = fee(Court::District, parse_cents("2000000.00")).unwrap();
    assert_eq!(large.0, parse_cents("10487.00"));
}

fn table_citations<T: 'static>(table: &'static DatedTable<T>) -> Vec<Citation> {
    let name = table.name;
    assert!(!table.rows.is_empty(), "{name} is empty");
    let rising = table
        .rows
        .windows(2)
        .all(|pair| pair[0].from < pair[1].from);
    assert!(rising, "{name}: dates rise");
    let last = table.rows.last().unwrap().from;
    assert!(
        last <= table.checked_until,
        "{name}: the last row is checked"
    );
    let mut citations = vec![table.article];
    citations.extend(table.rows.iter().map(|row| row.cited.citation()));
    citations
}

/// What must hold for a country to stand in the list.
#[test]
fn every_law_is_dated_and_cited() {
    for law in JURISDICTIONS.laws() {
        assert!(
            JURISDICTIONS
                .law_of_country(&law.code.to_uppercase())
                .is_some()
        );
        let mut citations = Vec::new();
        citations.extend(table_citations(&law.statutory_interest));
        citations.extend(table_citations(&law.commercial_interest));
        citations.extend(table_citations(&law.vat_standard));
        citations.extend(table_citations(&law.vat_reduced));
        citations.extend(table_citations(&law.court_fees));
        citations.extend(law.limitation_periods.iter().map(CitedValue::citation));
        let holidays = law.calendar.holidays.iter();
        citations.extend(holidays.map(|holiday| holiday.citation));
        for citation in citations {
            assert!(!citation.source.trim().is_empty());
            let printed = citation.to_string();
            let sure = matches!(citation.level, CitationLevel::Read | CitationLevel::Agreed);
            assert_eq!(!sure, printed.contains("unconfirmed"), "{printed}");
        }
        let bands = law.cost_scale.value().bands;
        let ends: Vec<_> = bands.iter().map(|band| band.up_to).collect();
        let (last, others) = ends.split_last().unwrap();
        assert!(last.is_none() && others.windows(2).all(|pair| pair[0] < pair[1]));
    }
    assert!(JURISDICTIONS.law_of_country("xx").is_none());
}
