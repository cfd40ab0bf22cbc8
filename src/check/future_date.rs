//! D003: an entry dated after the day asked about.

use super::shared::rule::{CheckFn, CheckInput, CheckRule, date_span};
use crate::text::diagnostic::{DiagnosticKind, Prerequisite, Severity, Sink};
use crate::value::calendar::days_between;

/// The check.
pub static RULE: CheckRule = CheckRule {
    kind: &KIND,
    run: CheckFn::Journal(run),
};

static KIND: DiagnosticKind = DiagnosticKind {
    code: "D003",
    name: "future-date",
    severity: Severity::Advice,
    prerequisite: Prerequisite::Names,
    explanation: include_str!("future_date.md"),
};

fn run(subject: &CheckInput<'_>, sink: &mut Sink) {
    let Some(tomorrow) = subject.as_of.0.succ_opt() else {
        return;
    };
    let later = || {
        subject
            .journal
            .dated_entries()
            .filter(|(day, _)| *day > tomorrow)
    };
    let Some((day, origin)) = later().max() else {
        return;
    };
    let others = match later().count() {
        0 | 1 => String::new(),
        2 => "; one other entry is later than that day too".to_owned(),
        count => format!("; {} other entries are later than that day too", count - 1),
    };
    sink.push(
        KIND.at(
            date_span(origin),
            format!(
                "expected entries up to {}, the day asked about, found one of {day}",
                subject.as_of.0
            ),
        )
        .note(format!("{} days ahead", days_between(subject.as_of.0, day)))
        .help(format!("mend the year if it is a slip{others}")),
    );
}
