//! D012: an open invoice that is barred within half a year, or is already.

use super::shared::check_input::CheckInput;
use crate::policy::limitation::Nearness;
use crate::text::diagnostic::Sink;

crate::check_rule! {
    "D012" "limitation-near" Advice, needs Figures, page "limitation_near.md", Journal(run)
}

fn run(subject: &CheckInput<'_>, sink: &mut Sink) {
    for claim in subject.day.expiring_claims() {
        let invoice = &subject.day.journal.invoices[claim.invoice];
        let no = subject.format_invoice(claim.invoice);
        let last = claim.limitation.last_day;
        let (found, help) = match claim.nearness {
            Nearness::Barred => (
                format!(
                    "expected {no} claimed or given up by {last}, found it open: the customer may refuse to pay"
                ),
                "give it up with `writeoff`, or look for a demand or a payment that the journal lacks",
            ),
            Nearness::SixMonths => (
                format!("expected {no} paid or demanded in writing by {last}, found neither"),
                "send a demand in writing that reserves your right, and write it down as `sent`: a new term begins",
            ),
            Nearness::Far | Nearness::OneMonth => continue,
        };
        sink.push_with(&KIND, || {
            let at = subject.mention_span(invoice.origin, claim.invoice);
            let finding = KIND.at(at, found).help(help);
            match claim.limitation.interrupted_on {
                Some(day) => finding.note(format!("kept alive on {day}")),
                None => finding,
            }
        });
    }
}
