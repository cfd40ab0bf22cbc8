//! D012: an open invoice that is barred within half a year.

use super::shared::check_input::CheckInput;
use crate::policy::limitation::Nearness;
use crate::text::diagnostic::{DiagnosticKind, Sink};

crate::check_rule! {
    "D012" "limitation-near" Advice, needs Figures, page "limitation_near.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    report_expiring_claims(&KIND, &[Nearness::SixMonths], input, sink);
}

/// Reports the open invoices that are as near to limitation as is asked for.
pub fn report_expiring_claims(
    kind: &'static DiagnosticKind,
    wanted: &[Nearness],
    input: &CheckInput<'_>,
    sink: &mut Sink,
) {
    let claims = input.day.expiring_claims().iter();
    for claim in claims.filter(|claim| wanted.contains(&claim.nearness)) {
        let invoice = &input.day.journal.invoices[claim.invoice];
        let no = input.format_invoice(claim.invoice);
        let last = claim.limitation.last_day;
        let is_imminent = claim.nearness == Nearness::OneMonth;
        let (found, help) = match claim.nearness {
            Nearness::Barred => (
                format!(
                    "expected {no} claimed or given up by {last}, found it open: the customer may refuse to pay"
                ),
                "give it up with `writeoff`, or look for a demand or a payment that the journal lacks",
            ),
            _ => (
                format!("expected {no} paid or demanded in writing by {last}, found neither"),
                if is_imminent {
                    "send a demand in writing that reserves your right now, and write it down as `sent`: a new term begins"
                } else {
                    "send a demand in writing that reserves your right, and write it down as `sent`: a new term begins"
                },
            ),
        };
        sink.push_with(kind, || {
            let at = input.mention_span(invoice.origin, claim.invoice);
            let finding = kind.at(at, found).help(help);
            match claim.limitation.interrupted_on {
                Some(day) if !is_imminent => finding.note(format!("kept alive on {day}")),
                _ => finding,
            }
        });
    }
}
