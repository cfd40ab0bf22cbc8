//! V001: an invoice that says nothing about VAT.

use super::rule::{Rule, Run, Subject};
use super::vat::is_charged;
use crate::journal::model::{Invoice, NumberUse};
use crate::text::diagnostic::{Depends, Kind, Severity, Sink};

/// The check.
pub static RULE: Rule = Rule {
    kind: &KIND,
    run: Run::Journal(run),
};

static KIND: Kind = Kind {
    code: "V001",
    name: "missing-vat",
    severity: Severity::Warning,
    depends: Depends::OnNames,
    explain: include_str!("missing_vat.md"),
};

fn run(subject: &Subject<'_>, sink: &mut Sink) {
    if !is_charged(subject.journal) {
        return;
    }
    let all = subject.journal.invoices.as_slice().iter();
    let invoices = || {
        all.clone()
            .filter(|invoice| invoice.used == NumberUse::Invoice)
    };
    let bare: Vec<&Invoice> = invoices()
        .filter(|invoice| invoice.vat.is_none() && invoice.amount.is_some_and(|amount| amount > 0))
        .filter(|invoice| !has_lines(subject, invoice))
        .collect();
    let some_name_a_rate = invoices().count() > bare.len();
    let shown = if some_name_a_rate { bare.len() } else { 1 };
    for invoice in bare.iter().take(shown) {
        let at = subject.part(invoice.origin, |entry| {
            entry.amount().map(|amount| amount.span)
        });
        let finding = KIND
            .at(at, "expected a VAT rate such as `vat 21%`, found none")
            .help("write the rate, also where it is `vat 0%`; without it no VAT can be claimed back on a bad debt");
        sink.push(if some_name_a_rate || bare.len() == 1 {
            finding
        } else {
            finding.note(format!(
                "and on none of the {} other invoices",
                bare.len() - 1
            ))
        });
    }
}

fn has_lines(subject: &Subject<'_>, invoice: &Invoice) -> bool {
    let written = subject.pages.written(invoice.origin);
    written.is_some_and(|written| written.entry.details("item").next().is_some())
}
