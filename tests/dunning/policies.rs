//! `policy` prints what was meant: read again it is the same policy.

use crate::dunning::rules::report_rows;
use crate::journals::{MemoryFiles, error_findings, error_places, run_checks};
use crate::reports::shelf::{TestJournal, example_names};
use tegoed::journal::built_in_policy::BUILT_IN_POLICY;
use tegoed::journal::model::Policy;
use tegoed::report::policy;
use tegoed::report::shared::report_input::ReportOptions;
use tegoed::value::calendar::date_from_ymd;

/// A policy without its place.
fn describe_policy(policy: &Policy) -> String {
    let mut told = format!("{policy:?}");
    let place = told.find("origin").expect("a place");
    told.truncate(place);
    told
}

/// What is told of policies when their text is read again, beside the settings of the journal.
fn reread_policies(settings: &str, text: &str) -> Vec<String> {
    let outcome = run_checks(
        "main.tegoed",
        &MemoryFiles::single(format!("{settings}\n{text}")),
    );
    assert_eq!(error_findings(&outcome).count(), 0, "{text}");
    outcome
        .journal
        .policies
        .as_slice()
        .iter()
        .map(describe_policy)
        .collect()
}

fn settings_text(book: &TestJournal) -> String {
    let journal = &book.outcome.journal;
    let mark = journal.decimal_mark.unwrap_or('.');
    let currency = journal.currency.code();
    format!("format 1\ndecimal-mark {mark}\ncurrency {currency}")
}

#[test]
fn the_text_of_a_policy_is_that_policy() {
    for name in example_names() {
        let book = TestJournal::from_example(&name);
        for version in book.outcome.journal.policies.as_slice() {
            let text = book.with_report_input(&ReportOptions::default(), "nl", |scope| {
                policy::write(scope, Some(&version.name))
            });
            let text = text.expect("it is known");
            let again = reread_policies(&settings_text(&book), &text);
            let full = Policy {
                stages: version.ladder().to_vec(),
                ..spell_out_defaults(version)
            };
            assert!(
                again.contains(&describe_policy(&full)),
                "{name}: {text}\n{full:?}\n{again:#?}"
            );
        }
    }
}

/// The same policy with what its text spells out: sums and times of nothing.
fn spell_out_defaults(policy: &Policy) -> Policy {
    use tegoed::value::calendar::Duration;
    use tegoed::value::money::{Minor, Money};
    let none = Money::new(Minor::ZERO, tegoed::value::currency::Currency::EUR);
    Policy {
        name: policy.name.clone(),
        stages: Vec::new(),
        documents: policy.documents.clone(),
        bank_buffer: policy.bank_buffer.or(Some(Duration::Days(0))),
        minimum: policy.minimum.or(Some(none)),
        tolerance: policy.tolerance.or(Some(none)),
        plan_grace: policy.plan_grace.or(Some(Duration::Days(0))),
        restart_gap: policy.restart_gap.or(Some(Duration::Days(0))),
        invoice_within: policy.invoice_within.or(Some(Duration::Days(7))),
        ..*policy
    }
}

#[test]
fn the_built_in_policy_can_be_pasted() {
    let book = TestJournal::from_example("01-one-invoice.tegoed");
    let text = book.with_report_input(&ReportOptions::default(), "nl", |scope| {
        policy::write(scope, None)
    });
    let text = text.expect("there is always one");
    insta::with_settings!({
        snapshot_path => "../snapshots",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!("built-in-policy", text);
    });
    let built_in = Policy {
        stages: BUILT_IN_POLICY.ladder().to_vec(),
        ..spell_out_defaults(&BUILT_IN_POLICY)
    };
    assert_eq!(
        reread_policies(&settings_text(&book), &text),
        [describe_policy(&built_in)]
    );
}

/// Versions out of order, one from the beginning, and names that begin alike.
const VERSIONS: &str = "format 1
policy standard from 2026-03-01
policy std
policy standard
policy standard from 2026-01-15
policy stand from 2026-02-01
policy standard from 2026-03-02
";

#[test]
fn the_version_in_force_is_the_latest_that_began() {
    let outcome = run_checks("main.tegoed", &MemoryFiles::single(VERSIONS));
    let journal = &outcome.journal;
    let days = (1..=3)
        .flat_map(|month| [1, 2, 14, 15, 28].map(|of| date_from_ymd(2026, month, of).unwrap()));
    for on in days {
        for name in [
            "",
            "a",
            "stan",
            "stand",
            "standard",
            "standards",
            "std",
            "z",
        ] {
            let all = journal.policies.iter();
            let began = all.filter(|(_, policy)| {
                *policy.name == *name && policy.from.is_none_or(|from| from <= on)
            });
            let latest = began.max_by_key(|(_, policy)| policy.from);
            let expected = latest.map(|(version, _)| version);
            assert_eq!(journal.policy_on(name, on), expected, "{name} on {on}");
            assert_eq!(
                journal.has_policy(name),
                ["stand", "standard", "std"].contains(&name)
            );
        }
    }
}

#[test]
fn a_second_version_of_a_day_is_refused_and_the_first_holds() {
    let text = "format 1\n\
        policy standard from 2026-03-01\n  terms: 30 days\n\
        policy standard from 2026-03-01\n  terms: 14 days\n\
        policy standard\n\
        policy standard\n";
    let outcome = run_checks("main.tegoed", &MemoryFiles::single(text));
    assert_eq!(error_places(&outcome), ["R010 4:8", "R010 7:8"]);
    let version = outcome
        .journal
        .policy_on("standard", date_from_ymd(2026, 3, 1).unwrap());
    let terms = version.and_then(|version| outcome.journal.policies[version].terms);
    assert_eq!(
        terms,
        Some(tegoed::value::calendar::Duration::Days(30).into())
    );
}

#[test]
fn a_hand_over_to_another_than_the_policy_says_is_a_deviation() {
    let handover = |step: &str, to: &str| {
        let journal = format!(
            "policy other\n  stage: handover 30 days after due {step}\n\ncustomer @o\n  name: O\n  kind: business\n  policy: other\n\n\
             2026-01-07 invoice #W9 @o 700.00 due 2026-02-06\n2026-03-10 handover #W9 to {to} | The agency is on holiday\n"
        );
        report_rows(
            &journal,
            "deviations",
            "2026-03-20",
            &["kind", "detail", "reason"],
        )
    };
    assert!(handover("", "agency").is_empty());
    assert!(handover("to court", "court").is_empty());
    let told = [["handover", "lawyer", "The agency is on holiday"]];
    assert_eq!(handover("", "lawyer"), told);
    assert_eq!(handover("to agency", "lawyer"), told);
}
