//! C010: what a Dutch invoice must show of its sender is missing.

use super::rule::{Rule, Run, Subject};
use super::vat::{field, is_charged, is_dutch};
use crate::text::diagnostic::{Depends, Kind, Severity, Sink};

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Journal(run),
};

static KIND: Kind = Kind {
    code: "C010",
    name: "business-incomplete",
    severity: Severity::Advice,
    depends: Depends::Alone,
    explain: include_str!("business_incomplete.md"),
};

fn run(subject: &Subject<'_>, sink: &mut Sink) {
    let Some(business) = &subject.journal.business else {
        return;
    };
    let Some(origin) = business.origin.filter(|_| is_dutch(subject.journal)) else {
        return;
    };
    // Whoever writes down no more than a name and a policy has his letters elsewhere.
    let sketched = ["address", "kvk", "vat-id", "iban", "email"]
        .into_iter()
        .all(|key| field(subject.journal, key).is_none());
    if sketched {
        return;
    }
    let vat = is_charged(subject.journal).then_some("vat-id");
    let missing: Vec<String> = ["name", "address", "kvk"]
        .into_iter()
        .chain(vat)
        .chain(["iban"])
        .filter(|key| field(subject.journal, key).is_none())
        .map(|key| format!("`{key}:`"))
        .collect();
    if missing.is_empty() {
        return;
    }
    let at = subject.keyword_of(origin);
    sink.push(
        KIND.at(
            at,
            format!(
                "expected all that an invoice must show of its sender, found no {}",
                missing.join(", no ")
            ),
        )
        .help("add the lines: letters and statements print them"),
    );
}
