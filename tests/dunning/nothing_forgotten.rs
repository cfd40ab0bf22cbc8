//! What is overdue always has a line in the work list: a step, a day it waits for, or a decision.

use crate::dunning::rules::report_rows;

const BENCH: &str = "2026-01-07 invoice #W1 @k 480.00 due 2026-02-06 | Bench\n";

/// The tasks of a day: what, and since when.
fn tasks(journal: &str, on: &str) -> Vec<String> {
    let rows = report_rows(journal, "next", on, &["action", "stage", "date"]);
    rows.into_iter().map(|row| row.join(" ")).collect()
}

#[test]
fn a_call_that_nobody_answered_comes_back_on_the_next_working_day() {
    let sent = format!("{BENCH}2026-02-13 sent reminder #W1 via email\n");
    // A Friday: Monday is the next working day.
    for outcome in ["no-answer", "voicemail", "busy", "geen-gehoor"] {
        let missed = format!("{sent}2026-02-13 phone @k #W1\n  outcome: {outcome}\n");
        assert!(tasks(&missed, "2026-02-15").is_empty(), "{outcome}");
        assert_eq!(tasks(&missed, "2026-02-16"), ["phone reminder 2026-02-16"]);
        let reached = format!("{missed}2026-02-16 phone @k #W1\n  outcome: will-pay\n");
        assert!(tasks(&reached, "2026-02-17").is_empty(), "{outcome}");
    }
    let later =
        format!("{sent}2026-02-13 phone @k #W1\n  outcome: busy\n  follow-up: 2026-02-18\n");
    assert!(tasks(&later, "2026-02-17").is_empty());
    assert!(tasks(&later, "2026-02-18").contains(&"phone reminder 2026-02-18".to_owned()));
}

#[test]
fn a_call_in_vain_answers_no_broken_promise() {
    let broken = format!("{BENCH}2026-02-10 promise #W1 480.00 by 2026-02-12\n");
    let missed = format!("{broken}2026-02-16 phone #W1\n  outcome: voicemail\n");
    let is_told = |journal: &str| {
        let told = tasks(journal, "2026-02-17");
        told.iter().any(|task| task.starts_with("promise-broken"))
    };
    assert!(is_told(&broken) && is_told(&missed));
    assert!(!is_told(&format!("{broken}2026-02-16 phone #W1\n")));
}

#[test]
fn a_step_that_may_not_be_taken_is_a_decision() {
    let letters = format!(
        "{BENCH}2026-02-10 sent reminder #W1 via email\n2026-02-10 phone #W1\n2026-02-24 sent demand #W1 via email\n"
    );
    let refuses = |what: &str, journal: &str| {
        format!(
            "customer @o\n  name: O\n  kind: business\n  no: {what}\n\n{}",
            journal.replace("@k", "@o")
        )
    };
    let no_post = refuses("post", &letters);
    assert_eq!(tasks(&no_post, "2026-03-20"), ["decide  2026-03-06"]);
    let all = format!("{letters}2026-03-09 sent final #W1 via post\n");
    let no_agency = refuses("agency", &all);
    assert!(tasks(&no_agency, "2026-03-25").is_empty());
    for day in ["2026-04-20", "2027-01-04"] {
        assert_eq!(tasks(&no_agency, day), ["decide  2026-03-26"], "{day}");
    }
    let held = format!("{no_agency}2026-04-21 hold #W1 until 2026-05-31\n");
    assert!(tasks(&held, "2026-05-01").is_empty());
}

#[test]
fn what_is_too_little_for_a_letter_is_asked_about_once_a_quarter() {
    let small = "policy small\n  terms: 30 days\n  stage: reminder 3 days after due via email\n  minimum: 12.00\n\n\
        customer @o\n  name: O\n  kind: business\n  policy: small\n\n2026-01-07 invoice #W2 @o 8.00 due 2026-02-06 | Hooks\n";
    assert!(tasks(small, "2026-05-05").is_empty());
    assert_eq!(tasks(small, "2026-05-06"), ["decide  2026-05-06"]);
    let asked = format!("{small}2026-05-10 note #W2 | with the next one\n");
    assert!(tasks(&asked, "2026-08-09").is_empty());
    assert_eq!(tasks(&asked, "2026-08-10"), ["decide  2026-08-10"]);
}

#[test]
fn an_offer_holds_no_longer_than_it_stands() {
    let offer = |signed: &str| {
        format!(
            "{BENCH}2026-02-07 plan #W1\n  due: 240.00 on 2026-02-28\n  due: 240.00 on 2026-03-31\n  signed: {signed}\n\
             \x20 follow-up: 2026-02-14\n2026-02-14 email #W1 | asked again\n"
        )
    };
    let has_letter = |signed: &str, on: &str| {
        let told = tasks(&offer(signed), on);
        told.iter().any(|task| task.starts_with("send reminder"))
    };
    assert!(!has_letter("no", "2026-02-14"));
    assert!(has_letter("no", "2026-02-15"));
    assert!(!has_letter("yes", "2026-02-20"));
}

#[test]
fn the_missed_part_of_a_plan_is_asked_for_and_then_decided_about() {
    let plan = format!(
        "{BENCH}2026-02-20 plan #W1\n  due: 160.00 on 2026-03-05\n  due: 160.00 on 2026-04-05\n  due: 160.00 on 2026-05-05\n"
    );
    let letters = |journal: &str, on: &str| -> Vec<String> {
        let mut told = tasks(journal, on);
        told.retain(|task| !task.starts_with("phone"));
        told
    };
    assert_eq!(
        letters(&plan, "2026-03-16"),
        ["instalment-missed  2026-03-11"]
    );
    let asked = format!(
        "{plan}2026-03-16 email #W1 | the part of March\n2026-03-16 hold #W1 until 2026-03-24\n"
    );
    assert!(letters(&asked, "2026-03-20").is_empty());
    assert_eq!(letters(&asked, "2026-03-25"), ["decide  2026-03-25"]);
    let ended = format!("{asked}2026-03-26 release #W1 | the plan is over\n");
    assert_eq!(letters(&ended, "2026-03-27"), ["send reminder 2026-03-27"]);
}

#[test]
fn what_is_contested_in_part_does_not_end_a_plan() {
    let plan = format!(
        "{BENCH}2026-02-09 plan #W1\n  due: 60.00 monthly from 2026-03-02 times 8\n  signed: yes\n"
    );
    let missed = "instalment-missed  2026-03-08";
    let contested = format!("{plan}2026-03-09 dispute #W1 35.00 | one bolt is missing\n");
    let mut ended = vec![contested.clone()];
    for outcome in ["settled 35.00", "upheld 20.00", "rejected", "withdrawn"] {
        ended.push(format!("{contested}2026-03-12 resolve #W1 {outcome}\n"));
    }
    for journal in &ended {
        for day in ["2026-03-16", "2026-04-01", "2026-05-15"] {
            let told = tasks(journal, day);
            assert!(
                told.contains(&missed.to_owned()),
                "{journal}{day}: {told:?}"
            );
            assert!(!told.iter().any(|it| it.starts_with("send")), "{told:?}");
        }
        let called = format!("{journal}2026-03-20 phone #W1 | will pay soon\n");
        let told = tasks(&called, "2026-05-15");
        assert!(told.contains(&"decide  2026-03-08".to_owned()), "{told:?}");
        assert!(!told.iter().any(|it| it.starts_with("send")), "{told:?}");
        let released = format!("{called}2026-03-26 release #W1 | the plan is over\n");
        let told = tasks(&released, "2026-05-15");
        assert!(told.iter().any(|it| it.starts_with("send")), "{told:?}");
    }
}

#[test]
fn a_plan_goes_on_for_the_invoices_that_were_not_released() {
    let plan = format!(
        "{BENCH}2026-01-08 invoice #W2 @k 90.00 due 2026-02-07 | Hooks\n\
        2026-02-09 plan #W1 #W2\n  due: 190.00 monthly from 2026-03-02 times 3\n  signed: yes\n\
        2026-02-10 release #W1\n2026-02-14 sent reminder #W1 via email\n"
    );
    let told = tasks(&plan, "2026-03-09");
    assert!(told.contains(&"instalment-missed  2026-03-08".to_owned()));
    assert!(!told.contains(&"send reminder 2026-03-08".to_owned()));
}

#[test]
fn a_fourteen_day_letter_without_effect_is_to_be_written_again() {
    let letters = "customer @o\n  name: O\n  kind: consumer\n  address: A 1\n\n2026-01-07 invoice #W3 @o 480.00 due 2026-02-06\n\
        2026-02-10 sent reminder #W3 via email\n2026-02-10 phone #W3\n2026-02-24 sent demand #W3 via email\n\
        2026-03-09 sent final #W3 via post\n  costs: 72.00\n  deadline: ";
    let short = format!("{letters}2026-03-23\n");
    assert_eq!(tasks(&short, "2026-04-20"), ["send final 2026-03-06"]);
    let right = format!("{letters}2026-03-26\n");
    assert_eq!(
        tasks(&right, "2026-04-20"),
        ["write-costs  2026-03-27", "handover handover 2026-03-29"]
    );
}

#[test]
fn one_letter_of_two_steps_is_one_task() {
    let two = format!(
        "{BENCH}2026-01-17 invoice #W2 @k 90.00 due 2026-02-16 | Hooks\n2026-02-10 sent reminder #W1 via email\n2026-02-10 phone #W1\n"
    );
    let columns = ["action", "stage", "invoice", "amount"];
    let mut rows = report_rows(&two, "next", "2026-02-24", &columns);
    rows.retain(|row| row[0] == "send");
    assert_eq!(rows, [["send", "demand", "W1 W2", "570.00"]]);
}

#[test]
fn a_courtesy_goes_along_with_the_letter_of_the_same_morning() {
    let two = format!("{BENCH}2026-01-12 invoice #W2 @k 90.00 due 2026-02-11 | Hooks\n");
    assert_eq!(
        tasks(&BENCH.replace("W1", "W3"), "2026-01-30"),
        ["send courtesy 2026-01-30"]
    );
    let mut both = tasks(&two, "2026-02-09");
    both.retain(|task| task.starts_with("send"));
    assert_eq!(both, ["send reminder 2026-02-09"]);
}

#[test]
fn a_step_that_is_only_a_call_is_done_by_a_call() {
    let ring = "policy ring\n  terms: 30 days\n  stage: ring 3 days after due via email phone\n  stage: demand 14 days after due gap 7 days via post\n\n\
        customer @o\n  name: O\n  kind: business\n  policy: ring\n  no: email\n\n2026-01-07 invoice #W4 @o 80.00 due 2026-02-06 | Hooks\n";
    assert_eq!(tasks(ring, "2026-02-09"), ["phone ring 2026-02-09"]);
    let missed = format!("{ring}2026-02-09 phone #W4\n  outcome: busy\n");
    assert_eq!(tasks(&missed, "2026-02-10"), ["phone ring 2026-02-10"]);
    let called = format!("{ring}2026-02-09 phone #W4\n  outcome: will-pay\n");
    assert!(tasks(&called, "2026-02-19").is_empty());
    assert_eq!(tasks(&called, "2026-02-20"), ["send demand 2026-02-20"]);
    // Nobody is called who does not want to be.
    let no_phone = BENCH.replace("@k", "@q");
    let no_phone = format!("customer @q\n  name: Q\n  kind: business\n  no: phone\n\n{no_phone}");
    assert_eq!(tasks(&no_phone, "2026-02-09"), ["send reminder 2026-02-09"]);
}

#[test]
fn a_consumer_is_asked_no_fee_and_somebody_decides() {
    let fee = "policy dear\n  terms: 30 days\n  stage: reminder 3 days after due via email fee 15.00\n\n\
        customer @o\n  name: O\n  kind: consumer\n  policy: dear\n\n2026-01-07 invoice #W5 @o 80.00 due 2026-02-06 | Hooks\n";
    assert_eq!(tasks(fee, "2026-02-09"), ["decide reminder 2026-02-09"]);
    let business = fee.replace("kind: consumer", "kind: business");
    assert_eq!(tasks(&business, "2026-02-09"), ["send reminder 2026-02-09"]);
}

/// A consumer who was told the last letter, by a way.
fn told_at_last(way: &str) -> String {
    format!(
        "customer @o\n  name: O\n  kind: consumer\n\n2026-01-07 invoice #W4 @o 640.00 due 2026-02-06\n\
         2026-02-12 sent reminder #W4 via email\n2026-02-24 skip demand #W4 | he is known to be away\n\
         2026-03-09 sent final #W4 via {way}\n  costs: 96.00\n"
    )
}

#[test]
fn a_last_letter_that_was_only_spoken_is_to_be_sent_in_writing() {
    let columns = ["action", "stage", "reason"];
    for (way, asked) in [
        ("phone", 1),
        ("visit", 1),
        ("phone visit", 1),
        ("post", 0),
        ("phone post", 0),
    ] {
        let rows = report_rows(&told_at_last(way), "next", "2026-04-20", &columns);
        let again: Vec<_> = rows
            .iter()
            .filter(|row| row[1] == "final" && row[0] == "send")
            .collect();
        assert_eq!(again.len(), asked, "{way}: {rows:?}");
        assert!(
            again
                .iter()
                .all(|row| row[2].contains("spoken on 2026-03-09")),
            "{rows:?}"
        );
        let next = &report_rows(&told_at_last(way), "stages", "2026-04-20", &["next_stage"])[0][0];
        assert_eq!(next, if asked == 1 { "final" } else { "handover" }, "{way}");
    }
    // To a business the step is done: the law asks for no letter.
    let business = told_at_last("phone").replace("consumer", "business");
    assert_eq!(
        report_rows(&business, "stages", "2026-04-20", &["next_stage"])[0],
        ["handover"]
    );
    // A written one after it is the letter.
    let written = format!(
        "{}2026-03-16 sent final #W4 via email\n  costs: 96.00\n",
        told_at_last("phone")
    );
    assert_eq!(
        report_rows(&written, "stages", "2026-04-20", &["next_stage"])[0],
        ["handover"]
    );
}

#[test]
fn a_term_that_was_too_short_is_told_where_the_letter_is_asked_again() {
    let short = told_at_last("email").replace("96.00\n", "96.00\n  deadline: 2026-03-16\n");
    let rows = report_rows(&short, "next", "2026-04-20", &["stage", "reason"]);
    assert!(
        rows.contains(&vec![
            "final".to_owned(),
            "letter of 2026-03-09 gave too short a term: send a new one".to_owned()
        ]),
        "{rows:?}"
    );
}

#[test]
fn nobody_is_written_to_about_cents() {
    let left = |paid: &str| format!("{BENCH}2026-01-20 payment #W1 {paid}\n");
    for (paid, asked) in [
        ("479.99", false),
        ("479.01", false),
        ("479.00", true),
        ("400.00", true),
    ] {
        let tasks = tasks(&left(paid), "2026-02-12");
        assert_eq!(
            tasks.iter().any(|task| task.starts_with("send reminder")),
            asked,
            "{paid}: {tasks:?}"
        );
    }
    // A currency without decimals has no cents.
    let yen = "2026-01-07 invoice #W2 @k 480 JPY due 2026-02-06\n2026-01-20 payment #W2 479 JPY\n";
    assert!(
        tasks(yen, "2026-02-12")
            .iter()
            .any(|task| task.starts_with("send reminder"))
    );
}

/// Why the tasks of a sort are to be done.
fn reasons(journal: &str, on: &str, action: &str) -> Vec<String> {
    let rows = report_rows(journal, "next", on, &["action", "reason"]);
    let rows = rows.into_iter().filter(|row| row[0] == action);
    rows.map(|row| row[1].clone()).collect()
}

#[test]
fn every_missed_part_of_a_plan_is_named_with_their_sum() {
    let plan = format!(
        "{BENCH}2026-02-20 plan #W1\n  due: 160.00 on 2026-03-05\n  due: 200.00 on 2026-04-05\n  due: 120.00 on 2026-05-05\n"
    );
    let missed = |journal: &str, on: &str, action: &str| reasons(journal, on, action).concat();
    let two = "360.00 EUR of the terms of 2026-03-05 and 2026-04-05 not received";
    assert_eq!(missed(&plan, "2026-04-20", "instalment-missed"), two);
    let paid = format!("{plan}2026-04-02 payment #W1 180.00\n");
    assert_eq!(
        missed(&paid, "2026-04-20", "instalment-missed"),
        "180.00 EUR of the term of 2026-04-05 not received"
    );
    let called = format!("{plan}2026-04-16 phone #W1 | will pay soon\n");
    assert!(missed(&called, "2026-04-20", "decide").starts_with(&format!("{two}: ")));
    let all = plan.replace("  due: 120", "  accelerate: yes\n  due: 120");
    assert_eq!(
        missed(&all, "2026-04-20", "instalment-missed"),
        format!("{two}; all is therefore due: 480.00 EUR")
    );
    let late = format!("{all}2026-03-16 payment #W1 160.00\n");
    assert_eq!(
        missed(&late, "2026-03-20", "instalment-missed"),
        "the term of 2026-03-05 received too late; all is therefore due: 320.00 EUR"
    );
}

#[test]
fn an_offer_takes_no_place_of_a_plan_that_was_agreed() {
    let plan = format!(
        "{BENCH}2026-02-20 plan #W1\n  due: 160.00 on 2026-03-15\n  due: 320.00 on 2026-04-15\n  signed: yes\n"
    );
    let offer = "2026-03-01 plan #W1\n  due: 80.00 on 2026-03-25\n  due: 400.00 on 2026-04-25\n  signed: no\n  follow-up: 2026-03-08\n";
    let both = format!("{plan}{offer}2026-03-08 phone #W1 | thinks about it\n");
    for on in ["2026-03-05", "2026-03-09", "2026-03-20"] {
        assert!(tasks(&both, on).is_empty(), "{on}");
    }
    assert_eq!(
        tasks(&both, "2026-03-21"),
        ["instalment-missed  2026-03-21"]
    );
    let accepted = format!(
        "{both}{}",
        offer
            .replace("03-01", "03-10")
            .replace("no\n  follow-up: 2026-03-08", "yes")
    );
    assert!(tasks(&accepted, "2026-03-30").is_empty());
    // After a part was missed an offer holds as long as it stands, and the plan goes on.
    let offered = format!(
        "{plan}{}",
        offer.replace("03-01", "03-22").replace("03-08", "03-29")
    );
    assert!(tasks(&offered, "2026-03-28").is_empty());
    let mut told = tasks(&offered, "2026-03-30");
    told.retain(|task| !task.starts_with("phone"));
    assert_eq!(told, ["follow-up  2026-03-29", "decide  2026-03-30"]);
}

#[test]
fn one_delivery_while_the_work_is_stopped_is_one_task() {
    let stopped = "policy stop\n  terms: 30 days\n  invoice-within: 4 days\n  stage: suspension 3 days after due via email\n\n\
        customer @o\n  name: O\n  kind: business\n  policy: stop\n\n2026-01-07 invoice #W5 @o 80.00 due 2026-02-06 | Hooks\n\
        2026-02-10 sent suspension #W5 via email\n2026-02-12 delivered @o 45.00 | Nails\n";
    let about = |journal: &str| {
        let mut told = tasks(journal, "2026-02-20");
        told.retain(|task| !task.starts_with("decide"));
        told
    };
    assert_eq!(about(stopped), ["suspension  2026-02-12"]);
    let said = reasons(stopped, "2026-02-20", "suspension").concat();
    assert!(
        said.starts_with("delivered on 2026-02-12, no invoice yet: Nails; "),
        "{said}"
    );
    let noted = format!("{stopped}2026-02-13 note @o | he pays cash from now on\n");
    assert_eq!(about(&noted), ["invoice  2026-02-17"]);
}

#[test]
fn costs_that_a_consumer_owes_are_proposed_before_he_pays() {
    let letter = "customer @o\n  name: O\n  kind: consumer\n  address: A 1\n\n2026-01-05 invoice #W6 @o 400.00 vat 21% due 2026-02-04\n\
        2026-02-10 sent final #W6 via email\n  costs: 60.00\n";
    let proposed = |journal: &str, on: &str| reasons(journal, on, "write-costs").concat();
    assert_eq!(proposed(letter, "2026-02-24"), "");
    let said = proposed(letter, "2026-02-25");
    assert!(said.starts_with("costs #W6 60.00\n"), "{said}");
    for done in [
        "2026-02-25 costs #W6 60.00\n",
        "2026-02-26 note #W6 | we let the costs go\n",
        "2026-02-24 payment #W6 400.00\n",
        "2026-02-25 hold #W6 until 2026-06-30\n",
    ] {
        assert_eq!(
            proposed(&format!("{letter}{done}"), "2026-03-02"),
            "",
            "{done}"
        );
    }
    let business = letter.replace("consumer", "business");
    assert_eq!(proposed(&business, "2026-03-02"), "");
}

/// What is reckoned for a plan is reckoned once, not once for each of its invoices: this took a minute.
#[test]
fn a_plan_about_four_hundred_invoices_is_one_task() {
    use std::fmt::Write;
    let (mut invoices, mut plan) = (String::new(), "2026-02-20 plan".to_owned());
    for number in 1..=400 {
        let entry = format!("2026-01-07 invoice #P{number} @k 10.00 due 2026-02-06\n");
        invoices.push_str(&entry);
        write!(plan, " #P{number}").unwrap();
    }
    let journal =
        format!("{invoices}{plan}\n  due: 2000.00 on 2026-03-05\n  due: 2000.00 on 2026-04-05\n");
    let rows = report_rows(&journal, "next", "2026-03-20", &["action", "amount"]);
    assert_eq!(rows[0], ["instalment-missed", "2000.00"]);
}
