//! Laws of the work list over journals that nobody wrote: what `letters` writes is in `next` and the other way round, and
//! nothing that is overdue is without a line or a day.

use crate::journals::{MemoryFiles, error_findings};
use crate::letters::shelf::draft_and_list;
use crate::reports::shelf::{TestJournal, parse_day};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fmt::Write;
use tegoed::day::Day;
use tegoed::dunning::arrangement_status::next_day;
use tegoed::dunning::blocker::Blocker;
use tegoed::dunning::dunning_state::ItemPosition;
use tegoed::dunning::ladder_position::NextStep;
use tegoed::journal::model::InvoiceIx;
use tegoed::letter::draft::{Drafter, LetterOptions};
use tegoed::letter::library::template_set::TemplateSet;
use tegoed::report::shared::report_input::ReportOptions;
use tegoed::worklist::list_tasks;
use tegoed::worklist::task::{Action, Task};

const HEAD: &str = "format 1

business
  name: Bakkerij Bos
  address: Plein 8
  address: 9712 AB Groningen
  kvk: 12345678
  vat-id: NL123456782B01
  iban: NL91ABNA0417164300
  email: post@bos.example
  phone: 050 555 01 23
  language: nl
  policy: standard

policy standard
  terms: 30 days
";

const LADDERS: &[&str] = &[
    "  stage: courtesy 7 days before due via email
  stage: reminder 3 days after due deadline 7 days via email phone
  stage: demand 14 days after due gap 7 days deadline 7 days via email
  stage: suspension 20 days after due gap 5 days deadline 5 days via email post
  stage: final 28 days after due gap 7 days deadline 14 days via post
  stage: handover 45 days after due gap 14 days
  bank-buffer: 2 days
",
    "  stage: courtesy 5 days before due via email
  stage: reminder 4 days after due deadline 10 days via email
  stage: ring 10 days after due gap 3 days via phone
  stage: final 30 days after due gap 7 days deadline 14 days via post email
  minimum: 25.00
  tolerance: 1.00
",
];

/// Lines that a customer may have.
const HABITS: &[&str] = &[
    "",
    "",
    "",
    "  no: post\n",
    "  no: email\n",
    "  no: phone\n",
    "  no: agency\n",
];

/// What may happen to invoice `N` of customer `C`; `D` is a day ten days later.
const EVENTS: &[&str] = &[
    "sent courtesy #N via email",
    "sent reminder #N via email",
    "sent reminder #N via email",
    "sent demand #N via email",
    "sent suspension #N via email",
    "sent final #N via post",
    "skip demand #N | no use",
    "phone @C #N\n  outcome: no-answer",
    "phone @C #N\n  outcome: will-pay",
    "phone @C #N\n  outcome: cashflow\n  follow-up: D",
    "promise #N 40.00 by D",
    "plan #N\n  due: 30.00 on D\n  due: 30.00 on 2026-09-01",
    "plan #N\n  due: 30.00 on D\n  signed: no\n  follow-up: D",
    "dispute #N | too dear",
    "dispute #N 10.00 | too dear",
    "resolve #N rejected",
    "resolve #N upheld",
    "hold #N until D",
    "hold #N | wait",
    "release #N",
    "release @C",
    "hold @C until D",
    "handover #N | agency",
    "payment #N 20.00",
    "payment @C 15.00",
    "on-account @C 5.00",
    "note #N | looked at it",
    "fee #N 10.00 | agreed",
    "settle #N 20.00 by D",
    "insolvent @C",
    "bank-through",
];

/// A day so long after the first.
fn later(days: u64) -> NaiveDate {
    parse_day("2026-01-05") + Days::new(days)
}

/// A journal: a ladder, two customers, invoices, and what happened.
fn any_journal() -> impl Strategy<Value = (String, NaiveDate)> {
    let invoice = (0_usize..2, 0_u64..60, 5_u32..120);
    let event = (0..EVENTS.len(), 0_usize..5, 5_u64..190);
    (
        0..LADDERS.len(),
        prop::collection::vec(0..HABITS.len(), 2),
        prop::collection::vec(invoice, 5),
        prop::collection::vec(event, 0..14),
        20_u64..240,
        0_u8..4,
    )
        .prop_map(|(ladder, habits, invoices, events, day, years)| {
            let mut text = format!("{HEAD}{}\n", LADDERS[ladder]);
            for (place, (name, kind)) in [("k", "consumer"), ("b", "business")].iter().enumerate() {
                let _ = writeln!(
                    text,
                    "customer @{name}\n  name: Klant {name}\n  kind: {kind}\n  email: {name}@{name}.example\n  address: Dijk 4\n  address: 9712 BB Groningen\n{}",
                    HABITS[habits[place]]
                );
            }
            let owners: Vec<&str> = invoices.iter().map(|(who, ..)| ["k", "b"][*who]).collect();
            for (place, (_, on, amount)) in invoices.iter().enumerate() {
                let (owner, on) = (owners[place], later(*on));
                let _ = writeln!(text, "{on} invoice #{place} @{owner} {amount}.00 | Brood");
            }
            for (what, about, on) in events {
                let what = EVENTS[what].replace("#N", &format!("#{about}"));
                let what = what.replace("@C", &format!("@{}", owners[about]));
                let what = what.replace(" D", &format!(" {}", later(on + 10)));
                let _ = writeln!(text, "{} {what}", later(on));
            }
            let years = if years == 0 { 2200 } else { 0 };
            (text, later(day + years))
        })
}

/// The invoices of a task or letter, by number.
fn numbers(day: &Day<'_>, invoices: &[InvoiceIx]) -> Vec<String> {
    let mut numbers: Vec<String> = invoices
        .iter()
        .map(|it| day.journal.invoice_no(*it).to_owned())
        .collect();
    numbers.sort();
    numbers
}

type Line = (String, String, Vec<String>, Vec<String>);

/// What the work list says to send: to whom, which step, about what, how.
fn tasks_to_send(day: &Day<'_>, tasks: &[Task<'_>]) -> BTreeSet<Line> {
    let send = tasks.iter().filter(|task| task.action == Action::Send);
    let lines = send.map(|task| {
        let customer = task
            .customer
            .map(|it| day.journal.customer_id(it).to_owned());
        let stage = task.stage.map(|stage| stage.name.to_string());
        let channels = task.channels.iter().map(|it| format!("{it:?}")).collect();
        (
            customer.unwrap_or_default(),
            stage.unwrap_or_default(),
            numbers(day, &task.invoices),
            channels,
        )
    });
    lines.collect()
}

/// Whether a late item has a line, or waits for a day that will come.
fn is_looked_after(day: &Day<'_>, tasks: &[Task<'_>], position: &ItemPosition<'_>) -> bool {
    let standing = &position.ladder_position;
    let is_named = |task: &Task<'_>| {
        let whole = task.invoices.is_empty() && task.customer == position.customer;
        task.invoices.contains(&position.invoice) || whole || task.action == Action::Bank
    };
    let waits = standing
        .next_step
        .as_ref()
        .and_then(NextStep::possible_from);
    // The last letter of the ladder gives time.
    let last = standing.done_step.filter(|_| standing.next_step.is_none());
    let waits = waits.or(last.map(|done| done.deadline.unwrap_or(done.event.date) + Days::new(3)));
    let comes_back = |on: Option<NaiveDate>| on.is_some_and(|on| on > day.as_of());
    let mut holds = standing.active_holds(day.as_of());
    let is_held = holds.any(|held| {
        comes_back(held.over_from)
            || comes_back(held.event.follow_up)
            || held.event.handover().is_some()
            || held.event.is_insolvency()
    });
    // Too little for a letter is asked about once a quarter; what was noted, as well.
    let is_small = position.blockers.contains(&Blocker::BelowMinimum)
        || position.blockers.contains(&Blocker::Barred);
    // A call in vain comes back on the next working day.
    let history = day.dunning().history_of_invoice(position.invoice);
    let called = history.last_missed_call.map(|call| next_day(call.date));
    tasks.iter().any(is_named) || comes_back(waits) || comes_back(called) || is_held || is_small
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// One morning, one list.
    #[test]
    fn letters_and_the_work_list_say_the_same_and_forget_nothing((text, on) in any_journal()) {
        let book = TestJournal::read_with_errors(MemoryFiles::single(&text), "main.tegoed", on);
        prop_assume!(error_findings(&book.outcome).next().is_none());
        book.with_report_input(&ReportOptions::default(), "nl", |scope| {
            let day = scope.day;
            let tasks = list_tasks(day);
            let shelf = TemplateSet::built_in();
            let drafter = Drafter::new(day, &shelf, LetterOptions::default());
            let letters = draft_and_list(&drafter);
            let written = letters.iter().map(|it| &it.summary).filter(|it| it.refusals.is_empty());
            let beside = ["promise-broken", "instalment-missed"];
            let (beside, steps): (Vec<_>, Vec<_>) =
                written.partition(|it| beside.contains(&it.stage.as_str()));
            let steps: BTreeSet<Line> = steps
                .iter()
                .map(|it| {
                    let customer = day.journal.customer_id(it.customer).to_owned();
                    let channels = it.channels.iter().map(|it| format!("{it:?}")).collect();
                    (customer, it.stage.clone(), numbers(day, &it.invoices), channels)
                })
                .collect();
            prop_assert_eq!(steps, tasks_to_send(day, &tasks), "{} on {}", text, on);
            for letter in beside {
                let is_told = tasks.iter().any(|task| {
                    task.action.code() == letter.stage && task.customer == Some(letter.customer)
                });
                prop_assert!(is_told, "{} on {}: {:?}", text, on, letter);
            }
            for position in day.positions() {
                let due = day.journal.items[position.item].due;
                if due.is_some_and(|due| due < on) {
                    let is_told = is_looked_after(day, &tasks, position);
                    let number = day.journal.invoice_no(position.invoice);
                    prop_assert!(is_told, "{} on {}: #{} is forgotten", text, on, number);
                }
            }
            Ok(())
        })?;
    }
}
