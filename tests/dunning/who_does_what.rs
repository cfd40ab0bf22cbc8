//! Who does what this morning: whose task it is, whose customer comes first, and what helps against the reason given.

use crate::dunning::rules::{LADDER, report_rows};
use crate::reports::shelf::TestJournal;
use tegoed::report::shared::report_input::ReportOptions;

const LAMP: &str = "2026-01-07 invoice #L1 @k 260.00 due 2026-02-06 | Lamp\n2026-02-10 sent reminder #L1 via email\n2026-02-10 phone #L1\n";

fn rows(journal: &str, on: &str) -> Vec<String> {
    let rows = report_rows(journal, "next", on, &["action", "invoice", "date", "owner"]);
    rows.into_iter()
        .map(|row| row.join(" ").trim().to_owned())
        .collect()
}

fn reasons(journal: &str, on: &str) -> Vec<String> {
    report_rows(journal, "next", on, &["reason"]).concat()
}

#[test]
fn whoever_is_named_looks_after_it() {
    let journal = "customer @a\n  name: A\n  kind: business\n  owner: Noor\n\n\
        2026-01-07 invoice #A1 @a 100.00 due 2026-02-06 | Bench\n\
        2026-01-07 invoice #A2 @a 100.00 due 2026-02-06 | Bench\n\
        2026-01-07 invoice #A3 @a 100.00 due 2026-02-06 | Bench\n\
        2026-01-07 invoice #A4 @a 100.00 due 2026-02-06 | Bench\n\
        2026-02-07 promise #A1 100.00 by 2026-02-09\n  owner: Karel\n\
        2026-02-07 dispute #A2 | broken\n  owner: Ida Vos\n\
        2026-02-07 hold #A3 | wait\n  owner: karel\n\
        2026-02-07 email #A4 | asks for a copy\n  follow-up: 2026-02-10\n  owner: Ida Vos\n";
    let told = rows(journal, "2026-02-12");
    for line in [
        "dispute A2 2026-02-07 Ida Vos",
        "hold A3 2026-02-07 karel",
        "follow-up A4 2026-02-10 Ida Vos",
        "promise-broken A1 2026-02-12 Karel",
        "send A1 A4 2026-02-09 Noor",
    ] {
        assert!(told.contains(&line.to_owned()), "{line}: {told:#?}");
    }
    let book = TestJournal::from_text(&format!("{LADDER}{journal}"), "2026-02-12");
    let of = |name: &str| {
        let ask = ReportOptions {
            owner: Some(name.to_owned()),
            ..ReportOptions::default()
        };
        let csv = book.print_report("next", &ask, "nl", "csv");
        csv.lines().count() - 1
    };
    assert_eq!(
        [of("KAREL"), of("Ida Vos"), of("Noor"), of("Ida")],
        [2, 2, 2, 0]
    );
}

#[test]
fn a_name_that_no_owner_has_is_told() {
    let journal = format!(
        "{LADDER}customer @z\n  name: Z\n  kind: business\n  owner: Noor\n\n\
        2026-01-07 invoice #Z1 @z 100.00 due 2026-04-06 | Bench\n{LAMP}"
    );
    let book = TestJournal::from_text(&journal, "2026-02-12");
    let said = |name: &str, language: &str| {
        let ask = ReportOptions {
            owner: Some(name.to_owned()),
            ..ReportOptions::default()
        };
        let page = book.print_report("next", &ask, language, "text");
        page.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert!(said("noor", "en").contains("Nothing to do for noor on"));
    let unknown = said("Nor", "en");
    assert!(
        unknown.contains("No `owner` in the journal is called \"Nor\""),
        "{unknown}"
    );
    assert!(!unknown.contains("Nothing to do"));
    let unknown = said("Nor", "nl");
    assert!(
        unknown.contains("Geen `owner` in het journaal heet \"Nor\""),
        "{unknown}"
    );
}

#[test]
fn who_has_most_at_stake_comes_first() {
    let journal = "customer @a\n  name: A\n  kind: business\n\n\
        2026-01-05 invoice #A1 @a 30.00 due 2026-02-04 | Bench\n\
        2026-01-07 invoice #K2 @k 40.00 due 2026-02-06 | Bench\n\
        2026-01-07 invoice #K10 @k 40.00 due 2026-02-06 | Bench\n";
    let told = report_rows(
        journal,
        "next",
        "2026-02-10",
        &["customer", "action", "invoice"],
    );
    let wanted = [
        ["k", "send", "K2 K10"],
        ["k", "phone", "K2 K10"],
        ["a", "send", "A1"],
        ["a", "phone", "A1"],
    ];
    assert_eq!(told, wanted);
}

#[test]
fn a_reason_is_followed_by_what_helps() {
    let said = |reason: &str, more: &str| {
        format!(
            "{LAMP}2026-02-12 phone #L1 | says so\n  outcome: reached\n  reason: {reason}\n{more}"
        )
    };
    for (reason, action) in [
        ("cashflow", "propose-plan"),
        ("admin", "send-invoice"),
        ("dissatisfied", "open-dispute"),
    ] {
        let told = rows(&said(reason, ""), "2026-02-13");
        assert_eq!(told, [format!("{action} L1 2026-02-12")], "{reason}");
    }
    for reason in ["forgot", "none"] {
        assert!(rows(&said(reason, ""), "2026-02-13").is_empty(), "{reason}");
    }
    // What helped is there: on the same day already, or whatever happened since.
    for (reason, done) in [
        (
            "cashflow",
            "2026-02-12 plan #L1\n  due: 130.00 on 2026-03-05\n  due: 130.00 on 2026-04-05\n",
        ),
        ("admin", "2026-02-12 email #L1 | the invoice again\n"),
        (
            "dissatisfied",
            "2026-02-12 dispute #L1 | too dark\n  follow-up: 2026-03-01\n",
        ),
        (
            "cashflow",
            "2026-02-13 note #L1 | no plan, his brother pays\n",
        ),
    ] {
        assert!(
            rows(&said(reason, done), "2026-02-13").is_empty(),
            "{reason} {done}"
        );
    }
    // Who noted a day comes back to it on that day, with what helps.
    let noted = said("cashflow", "").replace("  reason:", "  follow-up: 2026-02-17\n  reason:");
    assert!(rows(&noted, "2026-02-16").is_empty());
    assert_eq!(rows(&noted, "2026-02-17"), ["follow-up L1 2026-02-17"]);
    assert!(reasons(&noted, "2026-02-17")[0].contains("instalments"));
}

#[test]
fn an_appointment_is_asked_about_until_somebody_says_whether_it_was_kept() {
    let planned = format!("{LAMP}2026-02-12 visit @k #L1 | at his yard\n  follow-up: 2026-02-17\n");
    assert!(rows(&planned, "2026-02-16").is_empty());
    assert_eq!(rows(&planned, "2026-02-18"), ["follow-up L1 2026-02-17"]);
    assert!(
        reasons(&planned, "2026-02-18")[0].starts_with("appointment for 2026-02-17: at his yard")
    );
    let kept = format!("{planned}2026-02-17 visit #L1\n  outcome: held\n");
    assert!(rows(&kept, "2026-02-18").is_empty());
    let missed = format!("{planned}2026-02-17 visit #L1\n  outcome: missed\n");
    assert_eq!(rows(&missed, "2026-02-18"), ["follow-up L1 2026-02-17"]);
    let again = missed.replace(
        "  outcome: missed\n",
        "  outcome: missed\n  follow-up: 2026-02-20\n",
    );
    assert!(rows(&again, "2026-02-19").is_empty());
    let told = rows(&again, "2026-02-20");
    assert_eq!(told, ["send L1 2026-02-20", "follow-up L1 2026-02-20"]);
    // Without a day it is asked about the next.
    let no_day = format!("{LAMP}2026-02-12 phone #L1 | he calls back\n  outcome: planned\n");
    assert_eq!(rows(&no_day, "2026-02-13"), ["follow-up L1 2026-02-13"]);
}

#[test]
fn a_call_in_vain_comes_back_also_where_no_step_asked_for_it() {
    // A Thursday, and a Friday: Monday is the next working day.
    let journal = |day: &str| format!("{LAMP}{day} phone #L1\n  outcome: voicemail\n");
    assert_eq!(
        rows(&journal("2026-02-12"), "2026-02-13"),
        ["phone L1 2026-02-13"]
    );
    assert!(rows(&journal("2026-02-13"), "2026-02-15").is_empty());
    assert_eq!(
        rows(&journal("2026-02-13"), "2026-02-16"),
        ["phone L1 2026-02-16"]
    );
    let noted = format!("{}  follow-up: 2026-02-18\n", journal("2026-02-13"));
    assert!(rows(&noted, "2026-02-17").is_empty());
    assert_eq!(rows(&noted, "2026-02-18"), ["follow-up L1 2026-02-18"]);
    let reached = format!("{}2026-02-16 phone #L1\n", journal("2026-02-13"));
    assert!(rows(&reached, "2026-02-17").is_empty());
    // On the day of its letter nobody calls yet.
    let letter = "2026-01-07 invoice #L2 @k 90.00 due 2026-02-06 | Lamp\n2026-02-13 sent reminder #L2 via email\n";
    assert!(rows(letter, "2026-02-13").is_empty());
    assert_eq!(rows(letter, "2026-02-16"), ["phone L2 2026-02-16"]);
    // The day noted for it is when the step's call is made again: one task, not two.
    let vain = "2026-02-16 phone #L2\n  outcome: no-answer\n  follow-up: 2026-02-18\n";
    let noted = format!("{letter}{vain}");
    assert!(rows(&noted, "2026-02-17").is_empty());
    assert_eq!(rows(&noted, "2026-02-18"), ["phone L2 2026-02-18"]);
    // What else the call was about is still come back to.
    let both = format!("{LAMP}{noted}").replace("phone #L2", "phone #L2 #L1");
    let told = rows(&both, "2026-02-18");
    assert!(told.contains(&"phone L2 2026-02-18".to_owned()), "{told:?}");
    assert!(
        told.contains(&"follow-up L1 2026-02-18".to_owned()),
        "{told:?}"
    );
}

#[test]
fn stopped_work_is_a_state_until_it_is_paid_or_released() {
    let stopped = format!(
        "{LAMP}2026-02-12 sent suspension #L1 via email\n2026-02-20 invoice #L2 @k 50.00 due 2026-03-22 | Bulb\n"
    );
    let told = |journal: &str| {
        let mut rows = rows(journal, "2026-02-25");
        rows.retain(|row| row.starts_with("suspension") || row.starts_with("resume"));
        rows
    };
    assert_eq!(told(&stopped), ["suspension L2 2026-02-20"]);
    for ended in [
        "2026-02-18 release @k\n",
        "2026-02-18 release #L1\n",
        "2026-02-20 note #L2 | he was in the dark\n",
    ] {
        assert!(told(&format!("{stopped}{ended}")).is_empty(), "{ended}");
    }
    let paid = format!("{stopped}2026-02-18 payment #L1 260.00\n");
    assert_eq!(told(&paid), ["resume L1 2026-02-18"]);
    assert!(told(&format!("{paid}2026-02-19 phone @k | we go on\n")).is_empty());
    assert_eq!(
        told(&format!("{stopped}2026-02-18 payment #L1 100.00\n")),
        ["suspension L2 2026-02-20"]
    );
    // A letter that came back stopped nothing.
    let bounced = stopped.replace(
        "suspension #L1 via email\n",
        "suspension #L1 via email\n  bounced: yes\n",
    );
    assert!(told(&bounced).is_empty());
}

#[test]
fn a_letter_to_two_customers_stops_the_work_for_each_until_he_pays() {
    let stopped = format!(
        "customer @m\n  name: M\n  kind: business\n\n{LAMP}2026-01-08 invoice #M1 @m 75.00 due 2026-02-07 | Shade\n\
        2026-02-12 sent suspension #L1 #M1 via email\n"
    );
    let told = |more: &str| {
        let columns = ["action", "customer", "invoice", "date", "amount"];
        let rows = report_rows(&format!("{stopped}{more}"), "next", "2026-02-25", &columns);
        let mut rows: Vec<String> = rows.into_iter().map(|row| row.join(" ")).collect();
        rows.retain(|row| row.starts_with("suspension") || row.starts_with("resume"));
        rows.sort();
        rows
    };
    let went_on = "2026-02-20 invoice #L2 @k 50.00 due 2026-03-22\n2026-02-21 invoice #M2 @m 60.00 due 2026-03-23\n";
    assert_eq!(
        told(went_on),
        [
            "suspension k L2 2026-02-20 50.00",
            "suspension m M2 2026-02-21 60.00"
        ]
    );
    let paid = format!("2026-02-18 payment #L1 260.00\n{went_on}");
    assert_eq!(
        told(&paid),
        [
            "resume k L1 2026-02-18 ",
            "suspension m M2 2026-02-21 60.00"
        ]
    );
    let released = format!("2026-02-18 release #M1\n{went_on}");
    assert_eq!(told(&released), ["suspension k L2 2026-02-20 50.00"]);
}

#[test]
fn while_work_is_stopped_the_days_of_delivery_count() {
    let stopped = format!("{LAMP}2026-02-12 sent suspension #L1 via email\n");
    let told = |more: &str| {
        let mut rows = rows(&format!("{stopped}{more}"), "2026-02-19");
        rows.retain(|row| row.starts_with("suspension"));
        rows
    };
    let invoice = |days: &str| {
        format!("2026-02-16 invoice #L2 @k 50.00 due 2026-03-18 | Bulbs\n  delivered: {days}\n")
    };
    assert!(told(&invoice("2026-02-10")).is_empty());
    assert_eq!(told(&invoice("2026-02-14")), ["suspension L2 2026-02-16"]);
    let both = invoice("2026-02-10\n  delivered: 2026-02-14");
    assert_eq!(told(&both), ["suspension L2 2026-02-16"]);
    assert!(told("2026-02-11 delivered @k 20.00 | Bulbs\n").is_empty());
    let delivered = "2026-02-14 delivered @k 20.00 | Bulbs\n";
    assert_eq!(told(delivered), ["suspension  2026-02-14"]);
    let noted = format!("{delivered}2026-02-14 note @k | it was ordered before\n");
    assert!(told(&noted).is_empty());
    // Once it is invoiced, its invoice is told.
    let invoiced = format!("{delivered}{}", invoice("2026-02-14"));
    assert_eq!(told(&invoiced), ["suspension L2 2026-02-16"]);
}

#[test]
fn who_tells_untrue_stories_twice_has_the_short_way_considered() {
    let once = format!("{LAMP}2026-02-12 phone #L1\n  verified: no\n");
    let twice = format!("{once}2026-02-14 phone #L1\n  verified: no\n");
    assert!(rows(&once, "2026-02-16").is_empty());
    assert_eq!(rows(&twice, "2026-02-16"), ["decide L1 2026-02-14"]);
    for done in [
        "2026-02-15 skip demand #L1 | stories\n",
        "2026-02-15 note #L1 | once more\n",
    ] {
        let told = rows(&format!("{twice}{done}"), "2026-02-16");
        assert!(!told.contains(&"decide L1 2026-02-14".to_owned()), "{done}");
    }
}
