//! What is open and may not be asked is not claimed either, nor interest and costs over it; the claim says why.

use super::figures::claim_answer;
use crate::journals::{check_text, finding_place};
use crate::reports::shelf::TestJournal;
use tegoed::claim::model::{Claim, ClaimRowKind};
use tegoed::report::shared::report_input::ReportOptions;
use tegoed::value::calendar::date_from_ymd;
use tegoed::value::money::Minor;

fn options(numbers: &str) -> ReportOptions {
    ReportOptions {
        invoices: numbers.split(' ').map(str::to_owned).collect(),
        ..ReportOptions::default()
    }
}

fn claim_on(text: &str, numbers: &str, day: &str) -> Claim {
    let answer = claim_answer(&TestJournal::from_text(text, day), &options(numbers));
    let mut claims = answer.unwrap().claims;
    assert_eq!(claims.len(), 1);
    claims.remove(0)
}

/// Principal, interest and costs, in cents.
fn figures_on(text: &str, numbers: &str, day: &str) -> [i128; 3] {
    let claim = claim_on(text, numbers, day);
    assert_eq!(claim.total, claim.rows.iter().map(|row| row.amount).sum());
    [claim.principal.0, claim.interest.0, claim.costs.0]
}

fn page_on(text: &str, numbers: &str, day: &str, language: &str, medium: &str) -> String {
    let book = TestJournal::from_text(text, day);
    let page = book.print_report("claim", &options(numbers), language, medium);
    page.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn journal(kind: &str, policy: &str, entries: &str) -> String {
    format!(
        "format 1\nbusiness\n  name: Sails\n  policy: usual\npolicy usual\n  terms: 14 days\n{policy}\
         customer @boat\n  name: Boat\n  kind: {kind}\n2024-01-02 agreed @boat\n{entries}"
    )
}

/// Due on 15 February; in three parts since 2 March.
const PLAN: &str = "2024-02-01 invoice #3 @boat 900.00 vat 21% | Mainsail\n\
    2024-03-02 plan #3\n  due: 200.00 on 2024-03-20\n  due: 300.00 on 2024-04-20\n  due: 400.00 on 2024-05-20\n";
const PLAIN: &str = "  interest: none\n  costs: none\n";

#[test]
fn of_a_plan_that_goes_on_what_was_missed_is_claimed() {
    let text = journal("business", PLAIN, PLAN);
    assert_eq!(figures_on(&text, "3", "2024-03-01"), [90_000, 0, 0]);
    // Nothing is due from the day of the plan through that of its first part.
    assert_eq!(figures_on(&text, "3", "2024-03-02"), [0, 0, 0]);
    assert_eq!(figures_on(&text, "3", "2024-03-20"), [0, 0, 0]);
    assert_eq!(figures_on(&text, "3", "2024-03-21"), [20_000, 0, 0]);
    assert_eq!(figures_on(&text, "3", "2024-04-20"), [20_000, 0, 0]);
    assert_eq!(figures_on(&text, "3", "2024-04-21"), [50_000, 0, 0]);
    let paid = format!("{text}2024-04-02 payment #3 260.00\n");
    assert_eq!(figures_on(&paid, "3", "2024-04-19"), [0, 0, 0]);
    assert_eq!(figures_on(&paid, "3", "2024-04-21"), [24_000, 0, 0]);
    // A grace of the policy is time as well.
    let grace = journal(
        "business",
        "  interest: none\n  costs: none\n  plan-grace: 4 days\n",
        PLAN,
    );
    assert_eq!(figures_on(&grace, "3", "2024-03-24"), [0, 0, 0]);
    assert_eq!(figures_on(&grace, "3", "2024-03-25"), [20_000, 0, 0]);
}

#[test]
fn all_is_claimed_once_the_plan_has_ended_or_says_so() {
    let text = journal("business", PLAIN, PLAN);
    let released = format!("{text}2024-04-02 release #3\n");
    assert_eq!(figures_on(&released, "3", "2024-04-01"), [20_000, 0, 0]);
    assert_eq!(figures_on(&released, "3", "2024-04-02"), [90_000, 0, 0]);
    let accelerated = format!("{text}  accelerate: yes\n");
    assert_eq!(figures_on(&accelerated, "3", "2024-03-20"), [0, 0, 0]);
    assert_eq!(figures_on(&accelerated, "3", "2024-03-21"), [90_000, 0, 0]);
    // An offer that nobody signed binds nobody.
    let offer = format!("{text}  signed: no\n");
    assert_eq!(figures_on(&offer, "3", "2024-03-10"), [90_000, 0, 0]);
    // What is not due yet is filed with the trustee as well.
    let insolvent = format!("{text}2024-03-25 insolvent @boat\n");
    assert_eq!(figures_on(&insolvent, "3", "2024-03-26"), [90_000, 0, 0]);
}

#[test]
fn interest_and_costs_follow_the_parts_that_were_missed() {
    let yearly = "  interest: 12% yearly\n";
    let text = journal("business", yearly, PLAN);
    // 200.00 from 21 March: ten days at 12 % a year; costs of 40.00 at least.
    assert_eq!(figures_on(&text, "3", "2024-03-30"), [20_000, 66, 4_000]);
    // 200.00 for 41 days and 300.00 for ten; 15 % of 500.00.
    assert_eq!(
        figures_on(&text, "3", "2024-04-30"),
        [50_000, 270 + 99, 7_500]
    );
    // Costs that were written are a part of what the plan spreads out, and not asked a second time.
    let written = format!("{text}2024-02-20 costs #3 135.00 | scale\n");
    assert_eq!(figures_on(&written, "3", "2024-03-30"), [20_000, 66, 0]);
    // To a consumer a new letter comes after the part is late: one before the plan announced nothing about it.
    let text = journal("consumer", "  interest: none\n", PLAN);
    let before = "2024-02-16 sent final #3 via email\n  costs: 135.00\n";
    let text = text.replace("2024-03-02 plan", &format!("{before}2024-03-02 plan"));
    assert_eq!(figures_on(&text, "3", "2024-04-10"), [20_000, 0, 0]);
    let after = format!("{text}2024-03-22 sent final #3 via email\n  costs: 40.00\n");
    assert_eq!(figures_on(&after, "3", "2024-04-10"), [20_000, 0, 4_000]);
}

#[test]
fn of_a_plan_about_several_invoices_the_one_due_first_is_claimed_first() {
    let entries = "2024-02-01 invoice #1 @boat 120.00\n2024-02-03 invoice #2 @boat 480.00\n\
        2024-03-02 plan #2 #1\n  due: 200.00 on 2024-03-20\n  due: 400.00 on 2024-04-20\n";
    let text = journal("business", PLAIN, entries);
    assert_eq!(figures_on(&text, "1 2", "2024-03-21"), [20_000, 0, 0]);
    assert_eq!(figures_on(&text, "1", "2024-03-21"), [12_000, 0, 0]);
    assert_eq!(figures_on(&text, "2", "2024-03-21"), [8_000, 0, 0]);
    let paid = format!("{text}2024-03-18 payment #2 150.00\n");
    assert_eq!(figures_on(&paid, "1 2", "2024-03-21"), [5_000, 0, 0]);
}

#[test]
fn a_plan_of_which_the_last_part_was_missed_goes_on_until_it_is_ended() {
    let text = journal("business", "  interest: 12% yearly\n", PLAN);
    // 200.00 for 62 days, 300.00 for 31, 400.00 for one; 15 % of 900.00.
    let missed = [90_000, 408 + 306 + 13, 13_500];
    assert_eq!(figures_on(&text, "3", "2024-05-21"), missed);
    let page = page_on(&text, "3", "2024-05-21", "en", "text");
    let told = "For #3 the payment plan of 2024-03-02 goes on: what was missed of it is claimed, \
                900.00 EUR, with interest from the day after each part. To claim all of it";
    assert!(page.contains(told), "{page}");
    let released = format!("{text}2024-05-21 release #3\n");
    let [.., interest, _] = figures_on(&released, "3", "2024-05-21");
    assert!(interest > missed[1]);
    // What a letter from before the plan announced to a consumer is not asked beside the last part either.
    let before = "2024-02-16 sent final #3 via email\n  costs: 135.00\n2024-03-02 plan";
    let paid = "2024-03-20 payment #3 200.00\n2024-04-19 payment #3 300.00\n";
    let text = journal("consumer", "  interest: none\n", PLAN);
    let text = format!("{}{paid}", text.replace("2024-03-02 plan", before));
    assert_eq!(figures_on(&text, "3", "2024-05-20"), [0, 0, 0]);
    assert_eq!(figures_on(&text, "3", "2024-05-21"), [40_000, 0, 0]);
}

#[test]
fn a_part_that_takes_in_a_whole_invoice_is_due_on_the_day_of_the_part() {
    for (first, second) in [
        ("119.00", "481.00"),
        ("120.00", "480.00"),
        ("130.00", "470.00"),
    ] {
        let entries = format!(
            "2024-02-01 invoice #1 @boat 120.00\n2024-02-03 invoice #2 @boat 480.00\n\
             2024-03-02 plan #2 #1\n  due: {first} on 2024-03-20\n  due: {second} on 2024-04-20\n"
        );
        let text = journal(
            "business",
            "  interest: 12% yearly\n  costs: none\n",
            &entries,
        );
        let claim = claim_on(&text, "1 2", "2024-04-09");
        let interest = claim
            .rows
            .iter()
            .filter(|row| row.kind == ClaimRowKind::Interest);
        let mut began = interest.map(|row| row.from);
        assert!(
            began.all(|from| from == date_from_ymd(2024, 3, 21)),
            "{first}"
        );
    }
}

/// A part of a plan adds no more to a claim than itself, its costs, and a day of interest.
#[test]
fn no_day_adds_more_than_its_part() {
    for kind in ["business", "consumer"] {
        let plan = "2024-02-01 invoice #1 @boat 200.00\n2024-02-03 invoice #2 @boat 700.00\n\
            2024-02-20 sent final #1 #2 via email\n  costs: 135.00\n2024-03-12 plan #1 #2\n  \
            due: 200.00 on 2024-03-20\n  due: 310.00 on 2024-04-20\n  due: 390.00 on 2024-05-20\n";
        let text = journal(kind, "  interest: 12% yearly\n", plan);
        let mut before = Minor::ZERO;
        let mut day = date_from_ymd(2024, 3, 13).unwrap();
        while day < date_from_ymd(2024, 7, 1).unwrap() {
            let claim = claim_on(&text, "1 2", &day.to_string());
            let part = match day.to_string().as_str() {
                "2024-03-21" => Minor(20_000),
                "2024-04-21" => Minor(31_000),
                "2024-05-21" => Minor(39_000),
                _ => Minor::ZERO,
            };
            let costs = Minor(if part.is_positive() { 6_000 } else { 0 });
            let added = claim.total - before;
            assert!(
                added >= part && added <= part + costs + Minor(31),
                "{kind} {day}: {added:?}"
            );
            before = claim.total;
            day = day.succ_opt().unwrap();
        }
    }
}

/// The invoice is due on 30 April, in a plan with a part before that day.
#[test]
fn a_part_agreed_before_the_due_date_is_missed_after_that_date() {
    let plan = |more: &str| {
        let entries = format!(
            "2024-04-16 invoice #5 @boat 450.00\n2024-04-18 plan #5\n  due: 150.00 on 2024-04-22\n  \
             due: 150.00 on 2024-05-22\n  due: 150.00 on 2024-06-22\n{more}"
        );
        journal(
            "business",
            "  interest: 12% yearly\n  costs: none\n",
            &entries,
        )
    };
    let is_missed = |text: &str, day: &str| {
        let book = TestJournal::from_text(text, day);
        let tasks = book.print_report("next", &ReportOptions::default(), "en", "csv");
        tasks.contains("instalment-missed")
    };
    let text = plan("");
    for day in ["2024-04-22", "2024-04-23", "2024-04-30"] {
        assert_eq!(figures_on(&text, "5", day), [0, 0, 0]);
        assert!(!is_missed(&text, day));
    }
    assert_eq!(figures_on(&text, "5", "2024-05-01"), [15_000, 5, 0]);
    assert!(is_missed(&text, "2024-05-01"));
    assert_eq!(figures_on(&text, "5", "2024-05-23"), [30_000, 113 + 5, 0]);
    let all = plan("  accelerate: yes\n");
    assert!(!is_missed(&all, "2024-04-30"));
    assert!(is_missed(&all, "2024-05-01"));
    assert_eq!(figures_on(&all, "5", "2024-05-01"), [45_000, 15, 0]);
    // A part that was paid before the due date, be it after its own day, was paid in time.
    let paid = format!("{all}2024-04-29 payment #5 150.00\n");
    assert!(!is_missed(&paid, "2024-05-22"));
    assert_eq!(figures_on(&paid, "5", "2024-05-22"), [0, 0, 0]);
    // Of a joint plan a part goes by the invoice in which it begins, and asks no more than what is late.
    let joint = "2024-04-16 invoice #6 @boat 100.00\n2024-05-10 invoice #7 @boat 500.00\n\
        2024-05-12 plan #6 #7\n  due: 150.00 on 2024-05-15\n  due: 450.00 on 2024-05-17\n";
    let rows = journal("business", "  interest: 12% yearly\n  costs: none\n", joint);
    assert_eq!(figures_on(&rows, "7", "2024-05-25"), [50_000, 2 + 15, 0]);
    let joint = journal("business", PLAIN, joint);
    assert_eq!(figures_on(&joint, "6 7", "2024-05-15"), [0, 0, 0]);
    assert_eq!(figures_on(&joint, "6 7", "2024-05-16"), [10_000, 0, 0]);
    assert_eq!(figures_on(&joint, "6 7", "2024-05-24"), [10_000, 0, 0]);
    assert_eq!(figures_on(&joint, "6 7", "2024-05-25"), [60_000, 0, 0]);
}

#[test]
fn the_claim_names_the_plan_in_both_languages_and_for_programs() {
    let text = journal("business", PLAIN, PLAN);
    let page = page_on(&text, "3", "2024-03-21", "en", "text");
    for words in [
        "part of the plan of 2024-03-02",
        "For #3 the payment plan of 2024-03-02 goes on",
        "Not due yet is 700.00 EUR",
        "The next part is of 2024-04-20",
        "-700.00 EUR what is open and may not be asked now",
    ] {
        assert!(page.contains(words), "{words}\n{page}");
    }
    let page = page_on(&text, "3", "2024-03-10", "nl", "text");
    assert!(
        page.contains("loopt de betalingsregeling van 2024-03-02: er is nu niets van gemist"),
        "{page}"
    );
    let rows = page_on(&text, "3", "2024-03-21", "nl", "csv");
    assert!(
        rows.contains("3,principal,2024-03-02,2024-03-20,,,,EUR,200.00,main.tegoed:"),
        "{rows}"
    );
    assert!(rows.ends_with(",total,,,,,,EUR,200.00,"), "{rows}");
    assert!(page_on(&text, "3", "2024-03-10", "nl", "csv").ends_with(",total,,,,,,EUR,0.00,"));
}

#[test]
fn what_was_conceded_is_never_claimed_nor_interest_over_it() {
    let entries = "2024-02-01 invoice #5 @boat 800.00 vat 21% | Sails\n2024-02-20 dispute #5 250.00 | a tear\n";
    let text = journal("business", "  interest: 12% yearly\n", entries);
    // While it is contested it is not asked; after it was conceded it is not owed.
    assert_eq!(figures_on(&text, "5", "2024-03-06"), [55_000, 362, 8_250]);
    let upheld = format!("{text}2024-03-01 resolve #5 upheld\n");
    assert_eq!(figures_on(&upheld, "5", "2024-03-06"), [55_000, 362, 8_250]);
    let credited = format!("{upheld}2024-03-05 credit #C5 for #5 250.00 vat 21%\n");
    assert_eq!(claim_on(&credited, "5", "2024-03-06").principal.0, 55_000);
    let rejected = format!("{text}2024-03-01 resolve #5 rejected\n");
    assert_eq!(
        figures_on(&rejected, "5", "2024-03-06"),
        [80_000, 526, 12_000]
    );
    for (language, words) in [
        (
            "en",
            "Of #5, 250.00 EUR was conceded on 2024-03-01: it is not owed",
        ),
        (
            "nl",
            "Van #5 is op 2024-03-01 250,00 EUR toegegeven: dat is niet verschuldigd",
        ),
    ] {
        let page = page_on(&upheld, "5", "2024-03-06", language, "text");
        assert!(page.contains(words), "{page}");
    }
    let kinds: Vec<ClaimRowKind> = claim_on(&upheld, "5", "2024-03-06")
        .rows
        .iter()
        .map(|row| row.kind)
        .collect();
    assert!(kinds.contains(&ClaimRowKind::Conceded), "{kinds:?}");
    // All of it.
    let whole = upheld.replace("dispute #5 250.00", "dispute #5");
    assert_eq!(figures_on(&whole, "5", "2024-03-06"), [0, 0, 0]);
}

#[test]
fn what_is_contested_is_claimed_again_once_others_collect() {
    let entries = "2024-02-01 invoice #5 @boat 800.00 | Sails\n2024-02-20 dispute #5 | all torn\n";
    let text = journal("business", PLAIN, entries);
    assert_eq!(figures_on(&text, "5", "2024-02-19"), [80_000, 0, 0]);
    assert_eq!(figures_on(&text, "5", "2024-03-06"), [0, 0, 0]);
    let page = page_on(&text, "5", "2024-03-06", "en", "text");
    assert!(
        page.contains("Of #5, 800.00 EUR has been contested since 2024-02-20"),
        "{page}"
    );
    let court = format!("{text}2024-03-05 handover #5 to lawyer\n");
    assert_eq!(figures_on(&court, "5", "2024-03-06"), [80_000, 0, 0]);
    let page = page_on(&court, "5", "2024-03-06", "en", "text");
    assert!(
        page.contains("#5 has been disputed since 2024-02-20") || page.contains("is disputed"),
        "{page}"
    );
}

#[test]
fn what_was_written_off_is_no_credit() {
    let entries =
        "2024-02-01 invoice #6 @boat 700.00 | Rope\n2024-02-25 writeoff #6 45.00 | lost\n";
    let text = journal("business", PLAIN, entries);
    assert_eq!(figures_on(&text, "6", "2024-03-06"), [65_500, 0, 0]);
    let rows = page_on(&text, "6", "2024-03-06", "nl", "csv");
    assert!(rows.contains("6,written-off,2024-02-25"), "{rows}");
    assert!(!rows.contains(",credit,"), "{rows}");
    let page = page_on(&text, "6", "2024-03-06", "nl", "text");
    assert!(page.contains("De klant blijft dat verschuldigd"), "{page}");
    assert!(
        !page.contains("creditering") && !page.contains("wijtschelding"),
        "{page}"
    );
}

#[test]
fn a_settlement_of_a_dispute_concedes_what_it_names() {
    let entries =
        "2024-02-01 invoice #8 @boat 500.00 vat 21% | Mast\n2024-02-20 dispute #8 200.00 | bent\n";
    let text = journal("business", PLAIN, entries);
    let settled = format!("{text}2024-03-01 resolve #8 settled 80.00\n");
    assert_eq!(figures_on(&settled, "8", "2024-03-06"), [42_000, 0, 0]);
    let credited = format!("{settled}2024-03-04 credit #C8 for #8 80.00 vat 21%\n");
    assert_eq!(figures_on(&credited, "8", "2024-03-06"), [42_000, 0, 0]);
    // Right in part, and nothing let go.
    let upheld = format!("{text}2024-03-01 resolve #8 upheld 150.00\n");
    assert_eq!(figures_on(&upheld, "8", "2024-03-06"), [35_000, 0, 0]);
    let settled = format!("{text}2024-03-01 resolve #8 settled\n");
    assert_eq!(figures_on(&settled, "8", "2024-03-06"), [50_000, 0, 0]);
    let rejected = format!("{text}2024-03-01 resolve #8 rejected 80.00\n");
    assert_eq!(figures_on(&rejected, "8", "2024-03-06"), [50_000, 0, 0]);
}

#[test]
fn what_is_not_asked_is_told_wherever_the_whole_is_shown() {
    let ladder = "  interest: none\n  costs: none\n  stage: reminder 3 days after due via email\n";
    let text = journal("business", ladder, PLAN);
    let book = TestJournal::from_text(&text, "2024-03-25");
    let none = ReportOptions::default();
    let stages = book.print_report("stages", &none, "en", "csv");
    assert!(stages.contains(",plan,,reminder,"), "{stages}");
    assert!(stages.contains(",plan,EUR,900.00,0.00,700.00"), "{stages}");
    let advice = book.print_report("advice", &options("3"), "en", "csv");
    assert!(advice.contains("3,self,,EUR,200.00,"), "{advice}");
    let forecast = book.print_report("forecast", &none, "en", "csv");
    assert!(
        forecast.contains(",unknown,EUR,,,,,200.00,1,"),
        "{forecast}"
    );
    assert!(
        forecast.contains("expected,EUR,0.00,300.00,0.00,0.00,300.00,1,300.00"),
        "{forecast}"
    );
    let subject = ReportOptions {
        subject: Some("3".to_owned()),
        ..ReportOptions::default()
    };
    let shown = book.print_report("show", &subject, "en", "text");
    assert!(
        shown.contains("Not asked now") && shown.contains("700.00 EUR"),
        "{shown}"
    );
    // The work list asks to decide, and no check asks for the letter of a step.
    assert!(findings("E007", &text, "2024-03-25").is_empty());
    let conceded = "2024-02-01 invoice #5 @boat 800.00\n2024-02-20 dispute #5 250.00\n2024-03-01 resolve #5 upheld\n";
    let book = TestJournal::from_text(&journal("business", ladder, conceded), "2024-03-25");
    let forecast = book.print_report("forecast", &none, "en", "csv");
    assert!(
        forecast.contains(",conceded,EUR,,,,,250.00,1,"),
        "{forecast}"
    );
    let next = book.print_report("next", &none, "en", "csv");
    assert!(next.contains(",credit-note,,,EUR,250.00,"), "{next}");
}

/// The places of the findings with a code, as of a day.
fn findings(code: &str, text: &str, day: &str) -> Vec<String> {
    let outcome = check_text(format!("; as of {day}\n{text}"));
    let found = outcome.findings.diagnostics.iter();
    let found = found.filter(|found| found.kind.code == code);
    found.map(|found| finding_place(&outcome, found)).collect()
}

#[test]
fn what_the_books_have_includes_what_is_not_asked() {
    let two = format!("{PLAN}2024-02-01 invoice #4 @boat 100.00 | Jib\n");
    let text = journal("business", PLAIN, &two);
    let said = page_on(&text, "3 4", "2024-03-10", "en", "text");
    assert!(
        said.contains("The books have 1,000.00 EUR open, this claim is 100.00 EUR: -900.00 EUR"),
        "{said}"
    );
}

#[test]
fn what_was_charged_after_an_insolvency_is_told_once() {
    let charged = |kind: &str, entry: &str| {
        let entries = format!(
            "2025-11-03 invoice #5 @boat 400.00 | Boom\n2026-01-12 insolvent @boat\n2026-01-14 {entry} #5 12.00\n"
        );
        page_on(
            &journal(kind, "", &entries),
            "5",
            "2026-01-20",
            "en",
            "text",
        )
    };
    for kind in ["business", "consumer"] {
        for (entry, cause) in [
            ("interest", "interest"),
            ("costs", "charges"),
            ("fee", "charges"),
        ] {
            let said = charged(kind, entry);
            assert!(!said.contains("elsewhere"), "{said}");
            assert!(!said.contains("six months"), "{said}");
            let (_, books) = said.split_once("The books have").unwrap();
            assert!(
                books.contains("-12.00 EUR") && books.contains(cause),
                "{books}"
            );
        }
    }
}

#[test]
fn nothing_is_due_before_it_is_invoiced() {
    for (line, reached) in [
        ("milestone hull", "2025-12-20 milestone hull #6\n"),
        ("delivery\n  delivered: 2025-12-20", ""),
    ] {
        let entries =
            format!("{reached}2026-01-05 invoice #6 @boat 1000.00 | Hull\n  due: 100% on {line}\n");
        let text = journal("business", "  costs: none\n", &entries);
        assert_eq!(figures_on(&text, "6", "2026-01-05"), [0, 0, 0]);
        let by_date = text.replace(&format!("on {line}"), "on 2026-01-05");
        let day = "2026-02-20";
        assert_eq!(figures_on(&text, "6", day), figures_on(&by_date, "6", day));
        let found = check_text(format!("; as of {day}\n{text}")).findings;
        assert!(
            !found
                .diagnostics
                .iter()
                .any(|found| found.kind.code == "D005")
        );
    }
}
